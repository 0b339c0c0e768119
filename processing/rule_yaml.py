"""A YAML file that people write, a rule pack or a mapping profile: its content, and on which line all of it stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .analysis.errors import LocationError
from .i18n import tr

Place = tuple[Any, ...]
_TEXT_TAG = "tag:yaml.org,2002:str"
_MERGE_TAG = "tag:yaml.org,2002:merge"


@dataclass(frozen=True)
class Complaint:
    """A mistake in a file: keys and positions that lead to what is wrong, and the line to look at."""

    file: RuleFile
    place: Place
    what: str
    line: int

    def sentence(self, *, name_file: bool) -> str:
        """Return the complaint with its line, its rule and its entry."""
        where = _where(self.file.content, self.place)
        if name_file:
            return tr("{file}, line {line}, {where}: {what}").format(
                file=self.file.name, line=self.line, where=where, what=self.what
            )
        return tr("line {line}, {where}: {what}").format(line=self.line, where=where, what=self.what)


@dataclass(frozen=True, eq=False)
class RuleFile:
    """A file as it is written.

    Attributes
    ----------
    name : str
        What people are told: its path from the folder of the pack that is read.
    lines : mapping of place to line
    words : mapping of place to what stands there, before YAML makes numbers and dates of it
    oddities : list of Complaint
        Names that YAML does not take for what they look like, or that stand there twice.
    """

    path: Path
    name: str
    sha256: str
    content: Any
    lines: dict[Place, int] = field(default_factory=dict)
    words: dict[Place, str] = field(default_factory=dict)
    oddities: list[Complaint] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """Return the line on which a place starts, or what it is in where it is not written itself."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def complaint(self, place: Place, what: str, at: Place | None = None) -> Complaint:
        """Return a complaint about a place of this file, which may be written at another."""
        return Complaint(self, place, what, self.line(place if at is None else at))


def open_file(path: Path, name: str, kind: str = "") -> RuleFile:
    """Read one YAML file.

    Parameters
    ----------
    path : Path
    name : str
        What people are told.
    kind : str
        What kind of file it is, at the beginning of a sentence; a rule pack where nothing is said.

    Raises
    ------
    LocationError
        The file cannot be read, or is no YAML.
    """
    kind = kind or tr("Rule pack")
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise LocationError(
            "{kind} “{path}” cannot be read: {why}.", kind=kind, path=path, why=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise LocationError("{kind} “{path}” is not UTF-8 text. Save it as UTF-8.", kind=kind, path=path) from error
    return parse_text(text, name, kind, path, hashlib.sha256(raw).hexdigest())


def parse_text(text: str, name: str, kind: str, path: Path | None = None, sha256: str = "") -> RuleFile:
    """Read the text of a YAML file; see `open_file`."""
    root, content = _parse(text, name, kind)
    if content is None:
        raise LocationError(
            "{kind} “{path}” is empty. Copy one that ships and change it.", kind=kind, path=path or name
        )
    file = RuleFile(path or Path(name), name, sha256 or hashlib.sha256(text.encode()).hexdigest(), content)
    try:
        _note(root, (), file)
    except RecursionError as error:
        raise LocationError(
            "{kind} “{name}” contains itself: an alias (*) stands inside what it names.", kind=kind, name=name
        ) from error
    return file


def _parse(text: str, name: str, kind: str) -> tuple[Any, Any]:
    """Return the root node of a YAML text, and its content."""
    import yaml

    try:
        # Safe too, but in C where PyYAML has it: ten times faster; parsed once for content and lines.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = loader.get_single_node()
        return root, loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        tab = text.splitlines()[line - 1 : line] and "\t" in text.splitlines()[line - 1]
        raise LocationError(
            "{kind} “{name}”, line {line}: {problem}. Check indentation, colons and quotes.",
            kind=kind,
            name=name,
            line=line,
            problem=tr("a tab stands here; indent with spaces") if tab else error.problem or tr("not readable as YAML"),
        ) from error
    except yaml.YAMLError as error:
        raise LocationError("{kind} “{name}” is not YAML: {why}.", kind=kind, name=name, why=error) from error


def _note(node: Any, place: Place, file: RuleFile) -> None:
    """Note where everything starts, and complain of names that YAML does not take for what they look like."""
    file.lines[place] = node.start_mark.line + 1
    if node.id == "mapping":
        _note_mapping(node, place, file)
    elif node.id == "sequence":
        for i, value in enumerate(node.value):
            _note(value, (*place, i), file)
    else:
        file.words[place] = node.value


def _note_mapping(node: Any, place: Place, file: RuleFile) -> None:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        inner = (*place, key.value) if isinstance(key.value, str) else place
        what = ""
        if key.tag not in (_TEXT_TAG, _MERGE_TAG):
            what = tr("YAML takes “{name}” for no text; put it in quotes").format(name=key.value)
        elif key.value in seen:
            what = tr("“{name}” stands here a second time, after line {line}").format(
                name=key.value, line=seen[key.value]
            )
        seen[str(key.value)] = line
        _note(value, inner, file)
        file.lines[inner] = line
        if what:
            file.oddities.append(Complaint(file, place, what, line))


def _where(content: Any, place: Place) -> str:
    """Return how people call a place: a rule by its id, its entries by their names."""
    if len(place) < 2 or place[0] != "rules":
        return ".".join(str(part) for part in place) or tr("the file")
    try:
        id_ = content["rules"][place[1]]["id"]
    except (KeyError, TypeError, IndexError):
        id_ = None
    # Without a usable id a rule is counted, from one as people do.
    called = (
        tr("rule {id}").format(id=id_)
        if isinstance(id_, (str, int))
        else tr("rule number {count}").format(count=place[1] + 1)
    )
    return ", ".join([called, ".".join(str(part) for part in place[2:])] if len(place) > 2 else [called])
