"""Reading a rule pack: its files, what is wrong with them, and the pack they make."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..analysis.errors import LocationError
from ..i18n import tr
from .meaning import contradictions, meaning_complaints, repeated_tests
from .merge import Draft, Reader, Source, merge
from .pack import FOREIGN, IMPLIED_ROLE, SEVERITY, Pack, Rule, Text, Zone
from .schema import rule_errors, said_of
from .yaml_file import Complaint, RuleFile

_SHOWN = 20


def read(path: Path) -> Pack:
    """Read and check a rule pack and the packs it includes; see `pack.read_pack`."""
    reader = Reader(path.parent)
    source = reader.read(path)
    _refuse(reader.complaints, reader)
    return _pack(source, reader)


def _refuse(complaints: Sequence[Complaint], reader: Reader) -> None:
    """Raise `LocationError` if there are complaints: the pack's own first, each file's in the order of its lines."""
    if not complaints:
        return
    main, *others = [source.file for source in reversed(reader.opened.values())]  # a file is done after its includes
    order = [main, *reversed(others)]
    in_order = sorted(complaints, key=lambda c: (order.index(c.file), c.line))
    several = len(reader.opened) > 1
    said = list(dict.fromkeys(complaint.sentence(name_file=several) for complaint in in_order))
    raise LocationError(
        "Rule pack “{name}” has {count} mistake(s):\n{list}",
        name=main.path.name,
        count=len(said),
        list="\n".join(said[:_SHOWN]) + ("\n…" if len(said) > _SHOWN else ""),
    )


def _pack(source: Source, reader: Reader) -> Pack:
    """Build a pack whose files are each as the schema wants them, after those it includes."""
    includes = tuple(_pack(included, reader) for included in source.includes)
    merged, complaints = merge(source)
    _refuse(complaints, reader)
    drafts = [draft for draft in merged.values() if not draft.disabled]
    own = [draft for draft in drafts if draft.parts[-1].file is source.file]
    _refuse(_broken(own), reader)
    _refuse([*repeated_tests(drafts), *(c for draft in own for c in meaning_complaints(draft))], reader)
    rules = tuple(_rule(draft) for draft in drafts)
    _refuse([*_emptied(source, rules), *_contrary(rules, merged)], reader)
    head = source.file.content
    return Pack(
        id=head["pack"],
        version=head["version"],
        title=Text(**head["title"]),
        authority=_text(head["authority"]),
        citation=_text(head["citation"]),
        vintage=head["vintage"],
        status=head["status"],
        licence=head["licence"],
        rules=rules,
        path=source.file.path,
        sha256=source.file.sha256,
        includes=includes,
        files={file.name: file.sha256 for file in _files(source)},
    )


def _files(source: Source) -> list[RuleFile]:
    return [source.file, *(file for included in source.includes for file in _files(included))]


def _broken(drafts: Iterable[Draft]) -> list[Complaint]:
    """Return what breaks the schema in rules as they stand after all that changes them."""
    complaints: list[Complaint] = []
    for draft in drafts:
        for place, error in rule_errors(draft.content):
            file, at = draft.where(place)
            complaints += said_of(error, at, file, draft.content)
    return complaints


def _emptied(source: Source, rules: Sequence[Rule]) -> list[Complaint]:
    if rules:
        return []
    return [source.file.complaint(("rules",), tr("no rule is left in the pack"))]


def _contrary(rules: Sequence[Rule], drafts: Mapping[str, Draft]) -> list[Complaint]:
    """Return complaints about rules that exclude each other, at the one written later."""
    complaints = []
    for a, b, why in contradictions(rules):
        file, at = drafts[a.id].where()
        what = tr("contradicts rule {id} ({file}, line {line}): {why}").format(
            id=a.id, file=file.name, line=file.line(at), why=why
        )
        complaints.append(drafts[b.id].complaint((), what))
    return complaints


def _rule(draft: Draft) -> Rule:
    content = draft.content
    head = draft.parts[0].file.content
    activities, others = content.get("activities", {}), content.get("others", {})
    return Rule(
        id=content["id"],
        title=Text(**content["title"]),
        test=content["test"],
        semantics=content["semantics"],
        action=Text(**content.get("action", {})),
        citation=_text(content.get("citation", head["citation"])),
        severity=_severity(draft),
        exempt_inside=content.get("exempt_inside", ""),
        zones={code: _zone(zone) for code, zone in content.get("zones", {}).items()},
        theme=content.get("theme", ""),
        message=Text(**content.get("message", {})),
        role=content.get("role", IMPLIED_ROLE.get(content["test"], "")),
        classes=tuple(content.get("classes", ())),
        include=tuple(activities.get("include", ())),
        exclude=tuple(activities.get("exclude", ())),
        sizes=tuple(content.get("sizes", ())),
        applies_to=content.get("applies_to", "both"),
        distance_m=float(content["distance_m"]) if "distance_m" in content else math.nan,
        distance_by_size={size: float(metres) for size, metres in content.get("distance_by_size", {}).items()},
        share=float(content["share"]) if "share" in content else math.nan,
        others_include=tuple(others.get("include", ())),
        others_exclude=tuple(others.get("exclude", ())),
        measured_from=content.get("measured_from", ""),
        measured_to=content.get("measured_to", ""),
        levels={level: tuple(said["include"]) for level, said in content.get("levels", {}).items()},
        matrix={name: dict(answers) for name, answers in content.get("matrix", {}).items()},
        condition=Text(**content.get("condition", {})),
        straddling=content.get("straddling", ""),
        pack_id=head["pack"],
        pack_version=head["version"],
        pack_status=head["status"],
        pack_vintage=head["vintage"],
    )


def _text(said: str | Mapping[str, str]) -> Text:
    """Return a text that may be given as its English alone."""
    return Text(said) if isinstance(said, str) else Text(**said)


def _severity(draft: Draft) -> str:
    """Return what a broken rule amounts to, by the status of the pack that says so: including is not adopting."""
    said = draft.origin("semantics").file.content["status"]
    return "advice" if said == FOREIGN else SEVERITY[draft.content["semantics"]]


def _zone(zone: Mapping[str, Any]) -> Zone:
    return Zone(
        title=Text(**zone["title"]),
        permits=tuple(zone.get("permits", ())),
        permits_on_condition=tuple(zone.get("permits_on_condition", ())),
        condition=Text(**zone.get("condition", {})),
        prohibits=tuple(zone.get("prohibits", ())),
        otherwise=zone.get("otherwise", "not in table"),
    )
