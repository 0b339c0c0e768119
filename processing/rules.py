"""Rule packs: YAML files, checked against their JSON Schema, with every complaint naming file, line and value."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from .analysis.errors import LocationError
from .paths import DEFAULT_PACK, ISIC_TABLE, PACK_SCHEMA

ZONE_PERMITS = "zone permits"
INSIDE_DECLARED_PARK = "inside declared park"
DECLARES_ITS_PARK = "declares its park"

# What a broken rule amounts to; only an official or draft prohibition is a violation.
SEVERITY = {"prohibit": "violation", "assess": "assessment", "advise": "advice"}
_SHOWN = 5
_TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Text:
    """A text in English and, where somebody wrote it, Khmer."""

    en: str = ""
    km: str = ""

    def __str__(self) -> str:
        return self.km if self.km and QgsApplication.locale().startswith("km") else self.en


@dataclass(frozen=True)
class Zone:
    """What one zone code permits; prefixes are ISIC Rev. 4 digits or a section letter."""

    title: Text
    permits: tuple[str, ...] = ()
    permits_on_condition: tuple[str, ...] = ()
    condition: Text = field(default_factory=Text)
    prohibits: tuple[str, ...] = ()
    otherwise: str = "not in table"


@dataclass(frozen=True)
class Rule:
    """One rule of a pack."""

    id: str
    title: Text
    test: str
    semantics: str
    action: Text
    citation: str
    severity: str
    exempt_inside: str = ""
    zones: Mapping[str, Zone] = field(default_factory=dict)


@dataclass(frozen=True)
class Pack:
    """A rule pack as read from its file."""

    id: str
    version: str
    title: Text
    authority: str
    citation: str
    vintage: int
    status: str
    licence: str
    rules: tuple[Rule, ...]
    path: Path
    sha256: str

    def rule(self, test: str) -> Rule | None:
        """Return the pack's rule with this test, None if it has none."""
        return next((rule for rule in self.rules if rule.test == test), None)


def read_pack(path: str | Path = "") -> Pack:
    """Read and check a rule pack.

    Parameters
    ----------
    path : str or Path
        The YAML file; empty for the pack that ships with the plugin.

    Raises
    ------
    LocationError
        The file cannot be read, is no YAML, breaks the schema, or names an activity that ISIC Rev. 4 does not have.
        The sentence names the file, the line and the value.
    """
    path = Path(path) if str(path) else DEFAULT_PACK
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise LocationError("Rule pack “{path}” cannot be read: {why}.", path=path, why=error.strerror) from error
    except UnicodeDecodeError as error:
        raise LocationError("Rule pack “{path}” is not UTF-8 text. Save it as UTF-8.", path=path) from error
    content, lines, odd_names = _parse(text, path)
    complaints = odd_names or [*_schema_complaints(content, lines)] or [*_meaning_complaints(content, lines)]
    if complaints:
        raise LocationError(
            "Rule pack “{name}” has {count} mistake(s):\n{list}",
            name=path.name,
            count=len(complaints),
            list="\n".join(complaints[:_SHOWN]) + ("\n…" if len(complaints) > _SHOWN else ""),
        )
    return _build(content, path, hashlib.sha256(raw).hexdigest())


@lru_cache(maxsize=1)
def isic_sections() -> dict[str, str]:
    """Return every ISIC Rev. 4 code (2 to 4 digits, and the section letters) with the letter of its section."""
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["section"] for row in csv.DictReader(file)}


Lines = dict[tuple[Any, ...], int]


def _parse(text: str, path: Path) -> tuple[Any, Lines, list[str]]:
    """Return the content, the line on which every path into it starts, and complaints about its names."""
    import yaml

    try:
        # Safe too, but in C where PyYAML has it: ten times faster; parsed once for content and lines.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = loader.get_single_node()
        content = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LocationError(
            "Rule pack “{name}”, line {line}: {problem}. Check indentation, colons and quotes.",
            name=path.name,
            line=line,
            problem=error.problem or "not readable as YAML",
        ) from error
    except yaml.YAMLError as error:
        raise LocationError("Rule pack “{name}” is not YAML: {why}.", name=path.name, why=error) from error
    lines: Lines = {}
    complaints: list[str] = []
    if root is not None:
        try:
            _note_lines(root, (), lines, complaints)
        except RecursionError as error:
            raise LocationError(
                "Rule pack “{name}” contains itself: an alias (*) stands inside what it names.", name=path.name
            ) from error
    return content, lines, complaints


def _note_lines(node: Any, place: tuple[Any, ...], lines: Lines, complaints: list[str]) -> None:
    """Note where everything starts, and complain of names that YAML does not take for what they look like."""
    lines[place] = node.start_mark.line + 1
    if node.id == "mapping":
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag != _TEXT_TAG:
                complaints.append(f"line {line}: YAML takes “{key.value}” for no text; put it in quotes")
            elif key.value in seen:
                complaints.append(f"line {line}: “{key.value}” stands here a second time, after line {seen[key.value]}")
            seen[key.value] = line
            _note_lines(value, (*place, key.value), lines, complaints)
            lines[(*place, key.value)] = line
    elif node.id == "sequence":
        for i, value in enumerate(node.value):
            _note_lines(value, (*place, i), lines, complaints)


def _complaint(place: tuple[Any, ...], lines: Lines, what: str) -> str:
    known = place
    while known not in lines and known:
        known = known[:-1]
    where = ".".join(str(part) for part in place) or "the file"
    return f"line {lines.get(known, 1)}, {where}: {what}"


def _schema_complaints(content: Any, lines: Lines) -> Iterator[str]:
    import jsonschema

    schema = json.loads(PACK_SCHEMA.read_text(encoding="utf-8"))
    found = jsonschema.Draft7Validator(schema).iter_errors(content)
    for error in sorted(found, key=lambda e: [str(part) for part in e.absolute_path]):
        yield _complaint(tuple(error.absolute_path), lines, _readable(error))


def _readable(error: Any) -> str:
    """Say a schema error in words that do not need the schema."""
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return f"missing: {', '.join(missing)}"
    if error.validator == "enum":
        return f"“{error.instance}” is none of: {', '.join(map(str, error.validator_value))}"
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        extra = sorted(set(error.instance) - set(error.schema.get("properties", {})))
        return f"unknown entry: {', '.join(map(str, extra))}"
    if error.validator == "pattern":
        return f"“{error.instance}” does not look right (pattern {error.validator_value})"
    if error.validator == "dependencies":
        return "permits_on_condition needs a condition"
    if error.validator == "not":
        return "zones and exempt_inside belong to the test “zone permits” only"
    return f"“{error.instance}”: {error.message}" if not isinstance(error.instance, (dict, list)) else error.message


def _meaning_complaints(content: Mapping[str, Any], lines: Lines) -> Iterator[str]:
    """Complain of what a schema cannot see: unknown activities, contradictions, repeated ids."""
    seen: set[str] = set()
    tests: set[str] = set()
    for i, rule in enumerate(content["rules"]):
        if rule["id"] in seen:
            yield _complaint(("rules", i, "id"), lines, f"“{rule['id']}” is used twice")
        if rule["test"] in tests:
            yield _complaint(("rules", i, "test"), lines, f"a second rule tests “{rule['test']}”")
        seen.add(rule["id"])
        tests.add(rule["test"])
        for code, zone in rule.get("zones", {}).items():
            yield from _zone_complaints(("rules", i, "zones", code), zone, lines)


def _zone_complaints(place: tuple[Any, ...], zone: Mapping[str, Any], lines: Lines) -> Iterator[str]:
    owner: dict[str, str] = {}
    for kind in ("permits", "permits_on_condition", "prohibits"):
        for i, prefix in enumerate(zone.get(kind, [])):
            if prefix not in isic_sections():
                yield _complaint((*place, kind, i), lines, f"“{prefix}” is not in ISIC Rev. 4")
            elif prefix in owner:
                yield _complaint((*place, kind, i), lines, f"“{prefix}” already stands under {owner[prefix]}")
            owner[prefix] = kind


def _build(content: Mapping[str, Any], path: Path, sha256: str) -> Pack:
    return Pack(
        id=content["pack"],
        version=content["version"],
        title=Text(**content["title"]),
        authority=content["authority"],
        citation=content["citation"],
        vintage=content["vintage"],
        status=content["status"],
        licence=content["licence"],
        rules=tuple(_build_rule(rule, content) for rule in content["rules"]),
        path=path,
        sha256=sha256,
    )


def _build_rule(rule: Mapping[str, Any], content: Mapping[str, Any]) -> Rule:
    foreign = content["status"] == "foreign reference"
    return Rule(
        id=rule["id"],
        title=Text(**rule["title"]),
        test=rule["test"],
        semantics=rule["semantics"],
        action=Text(**rule.get("action", {})),
        citation=rule.get("citation", content["citation"]),
        severity="advice" if foreign else SEVERITY[rule["semantics"]],
        exempt_inside=rule.get("exempt_inside", ""),
        zones={code: _build_zone(zone) for code, zone in rule.get("zones", {}).items()},
    )


def _build_zone(zone: Mapping[str, Any]) -> Zone:
    return Zone(
        title=Text(**zone["title"]),
        permits=tuple(zone.get("permits", ())),
        permits_on_condition=tuple(zone.get("permits_on_condition", ())),
        condition=Text(**zone.get("condition", {})),
        prohibits=tuple(zone.get("prohibits", ())),
        otherwise=zone.get("otherwise", "not in table"),
    )


def permits_of(zone: Zone) -> Any:
    """Return a zone's table in the form the engine looks activities up in."""
    from .analysis import activities as act

    kinds = {
        act.PERMITTED: zone.permits,
        act.CONDITIONAL: zone.permits_on_condition,
        act.PROHIBITED: zone.prohibits,
    }
    otherwise = {
        "permits": act.PERMITTED,
        "permits on condition": act.CONDITIONAL,
        "prohibits": act.PROHIBITED,
        "not in table": act.NOT_IN_TABLE,
    }
    return act.ZonePermits(
        {prefix: kind for kind, prefixes in kinds.items() for prefix in prefixes}, otherwise[zone.otherwise]
    )
