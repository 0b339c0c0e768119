"""A pack and the packs it includes: which files there are, and each rule as the last of them leaves it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..paths import DEFAULT_PACK
from .schema import file_complaints
from .yaml_file import Complaint, Place, RuleFile, open_file


@dataclass(frozen=True, eq=False)
class Source:
    """A file of a pack with the files it includes."""

    file: RuleFile
    includes: tuple[Source, ...]


@dataclass(frozen=True)
class Part:
    """What one file says of a rule: the entry at this position of its list."""

    path: Path
    position: int
    file: RuleFile = field(compare=False)

    @property
    def place(self) -> Place:
        return ("rules", self.position)

    @property
    def content(self) -> Mapping[str, Any]:
        return self.file.content["rules"][self.position]


@dataclass(frozen=True)
class Draft:
    """A rule as it stands after the files in `parts`, the first of which it was first written in."""

    parts: tuple[Part, ...]

    @cached_property
    def content(self) -> dict[str, Any]:
        """The rule's entries: each as the last file that has it gives it."""
        return {key: value for part in self.parts for key, value in part.content.items()}

    @property
    def disabled(self) -> bool:
        return bool(self.content.get("disabled", False))

    def origin(self, key: object) -> Part:
        """Return the part that gives an entry, the last part for one that nobody gives."""
        return next((part for part in reversed(self.parts) if key in part.content), self.parts[-1])

    def where(self, place: Place = ()) -> tuple[RuleFile, Place]:
        """Return the file in which a place of the rule is written, and the place there."""
        part = self.origin(place[0]) if place else self.parts[-1]
        return part.file, (*part.place, *place)

    def complaint(self, place: Place, what: str) -> Complaint:
        """Return a complaint about a place of the rule."""
        file, at = self.where(place)
        return file.complaint(at, what)


@dataclass
class Reader:
    """Reads the files of one pack, each once, and collects what is wrong with them."""

    folder: Path
    opened: dict[str, Source] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def read(self, path: Path, chain: tuple[str, ...] = ()) -> Source:
        """Read a file and those it includes.

        Parameters
        ----------
        path : Path
        chain : tuple of str
            The real paths of the files that led here.
        """
        real = os.path.realpath(path)
        if real in self.opened:
            return self.opened[real]
        self.names[real] = self._name(path)
        file = open_file(path, self.names[real])
        self.complaints += file.oddities or file_complaints(file)
        includes = [
            self.read(target, (*chain, real)) for target in self._targets(file, (*chain, real)) if target is not None
        ]
        self.opened[real] = Source(file, tuple(includes))
        return self.opened[real]

    def _targets(self, file: RuleFile, chain: tuple[str, ...]) -> Iterator[Path | None]:
        """Yield the files that a file includes; None for one that is not there or leads back."""
        named = file.content.get("include", []) if isinstance(file.content, dict) else []
        for i, name in enumerate(named if isinstance(named, list) else []):
            if isinstance(name, str):
                target = file.path.parent / name
                what = self._hindrance(name, target, chain)
                if what:
                    self.complaints.append(file.complaint(("include", i), what))
                yield None if what else target

    def _hindrance(self, name: str, target: Path, chain: tuple[str, ...]) -> str:
        real = os.path.realpath(target)
        if real in chain:
            ring = [self.names[path] for path in (*chain[chain.index(real) :], real)]
            return tr("the packs include each other in a circle: {chain}").format(chain=" → ".join(ring))
        if target.is_file():
            return ""
        shipped = DEFAULT_PACK.parent / name
        if shipped.is_file():
            return tr("there is no file “{name}” beside this one; the plugin's own is {path}: copy it there").format(
                name=name, path=shipped
            )
        return tr("there is no file “{name}” in the folder {folder}").format(name=name, folder=target.parent)

    def _name(self, path: Path) -> str:
        """Return what to call a file: its path from the folder of the pack, its own name where there is none."""
        try:
            return Path(os.path.relpath(path, self.folder)).as_posix()
        except ValueError:  # another drive of Windows
            return path.name


def merge(source: Source) -> tuple[dict[str, Draft], list[Complaint]]:
    """Return the rules of a pack by id, the included first, those taken out among them; and what cannot be merged."""
    drafts: dict[str, Draft] = {}
    complaints: list[Complaint] = []
    for i, included in enumerate(source.includes):
        for id_, draft in merge(included)[0].items():
            known = drafts.get(id_, draft)
            if _continues(draft, known):
                drafts[id_] = draft
            elif not _continues(known, draft):
                complaints.append(source.file.complaint(("include", i), _two_of_one_id(id_, known, draft)))
    complaints += _add_own(source.file, drafts)
    return drafts, complaints


def _continues(draft: Draft, other: Draft) -> bool:
    return draft.parts[: len(other.parts)] == other.parts


def _two_of_one_id(id_: str, a: Draft, b: Draft) -> str:
    places = [tr("{file} (line {line})").format(file=f.name, line=f.line(p)) for f, p in (a.where(), b.where())]
    return tr("rule {id} stands in two included packs and not alike: {places}; include only one of them").format(
        id=id_, places=", ".join(places)
    )


def _add_own(file: RuleFile, drafts: dict[str, Draft]) -> Iterator[Complaint]:
    """Add a file's own rules to those it includes, each after what it changes."""
    own: set[str] = set()
    for i, content in enumerate(file.content.get("rules", [])):
        id_, part = content["id"], Part(file.path, i, file)
        if id_ in own:
            yield file.complaint(("rules", i, "id"), tr("“{value}” is used twice").format(value=id_))
            continue
        if "disabled" in content and id_ not in drafts:
            what = tr("only a rule of an included pack can be disabled, and none has this id; leave the rule out")
            yield file.complaint(("rules", i, "disabled"), what)
        own.add(id_)
        drafts[id_] = Draft((*(drafts[id_].parts if id_ in drafts else ()), part))
