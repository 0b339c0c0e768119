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
_MERGE_TAG = "tag:yaml.org,2002:merge"


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
    content, source = _parse(text, path)
    if content is None:
        raise LocationError("Rule pack “{path}” is empty. Copy the shipped pack and change it.", path=path)
    complaints = source.odd_names or [
        *(_schema_complaints(content, source) or _meaning_complaints(content, source.lines))
    ]
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


Place = tuple[Any, ...]
Lines = dict[Place, int]


@dataclass(frozen=True)
class _Source:
    """How a pack is written: the line on which every path into it starts, its bare words, complaints about names."""

    lines: Lines = field(default_factory=dict)
    words: dict[Place, str] = field(default_factory=dict)
    odd_names: list[str] = field(default_factory=list)


def _parse(text: str, path: Path) -> tuple[Any, _Source]:
    """Return the content of a pack, and how it is written."""
    import yaml

    try:
        # Safe too, but in C where PyYAML has it: ten times faster; parsed once for content and lines.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = loader.get_single_node()
        content = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        tab = text.splitlines()[line - 1 : line] and "\t" in text.splitlines()[line - 1]
        raise LocationError(
            "Rule pack “{name}”, line {line}: {problem}. Check indentation, colons and quotes.",
            name=path.name,
            line=line,
            problem="a tab stands here; indent with spaces" if tab else error.problem or "not readable as YAML",
        ) from error
    except yaml.YAMLError as error:
        raise LocationError("Rule pack “{name}” is not YAML: {why}.", name=path.name, why=error) from error
    source = _Source()
    if root is not None:
        try:
            _note(root, (), source)
        except RecursionError as error:
            raise LocationError(
                "Rule pack “{name}” contains itself: an alias (*) stands inside what it names.", name=path.name
            ) from error
    return content, source


def _note(node: Any, place: Place, source: _Source) -> None:
    """Note where everything starts, and complain of names that YAML does not take for what they look like."""
    source.lines[place] = node.start_mark.line + 1
    if node.id == "mapping":
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag not in (_TEXT_TAG, _MERGE_TAG):
                source.odd_names.append(f"line {line}: YAML takes “{key.value}” for no text; put it in quotes")
            elif key.value in seen:
                again = f"“{key.value}” stands here a second time, after line {seen[key.value]}"
                source.odd_names.append(f"line {line}: {again}")
            seen[key.value] = line
            _note(value, (*place, key.value), source)
            source.lines[(*place, key.value)] = line
    elif node.id == "sequence":
        for i, value in enumerate(node.value):
            _note(value, (*place, i), source)
    else:
        source.words[place] = node.value


def _complaint(place: Place, lines: Lines, what: str, at: Place | None = None) -> str:
    where = ".".join(str(part) for part in place) or "the file"
    return f"line {_line(place if at is None else at, lines)}, {where}: {what}"


def _line(place: Place, lines: Lines) -> int:
    while place not in lines and place:
        place = place[:-1]
    return lines.get(place, 1)


def _schema_complaints(content: Any, source: _Source) -> list[str]:
    """Return what breaks the schema, in the order of the file."""
    import jsonschema

    schema = json.loads(PACK_SCHEMA.read_text(encoding="utf-8"))
    found = []
    for error in jsonschema.Draft7Validator(schema).iter_errors(content):
        place = tuple(error.absolute_path)
        for at, what in _readable(error, place, source):
            found.append((_line(at, source.lines), _complaint(place, source.lines, what, at)))
    return [complaint for _, complaint in sorted(found)]


def _readable(error: Any, place: Place, source: _Source) -> list[tuple[Place, str]]:
    """Say a schema error in words that do not need the schema, each with the place where it stands."""
    value = error.instance
    if error.validator == "additionalProperties" and isinstance(value, dict):
        extra = [name for name in value if name not in error.schema.get("properties", {})]
        return [((*place, name), f"unknown entry: {name}") for name in extra]
    if error.validator == "uniqueItems":
        again = [(i, item) for i, item in enumerate(value) if item in value[:i]]
        return [((*place, i), f"“{item}” stands there twice") for i, item in again]
    return [(place, _sentence(error, source.words.get(place, str(value))))]


def _sentence(error: Any, written: str) -> str:
    if error.validator == "type":
        return _wrong_kind(error.instance, error.validator_value, written)
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return f"missing: {', '.join(missing)}"
    if error.validator == "enum":
        return f"“{written}” is none of: {', '.join(map(str, error.validator_value))}"
    if error.validator == "pattern":
        return f"“{written}” does not look right (pattern {error.validator_value})"
    if error.validator == "dependencies":
        return "permits_on_condition needs a condition"
    if error.validator == "not":
        return "zones and exempt_inside belong to the test “zone permits” only"
    return error.message if isinstance(error.instance, (dict, list)) else f"“{written}”: {error.message}"


_NEEDED = {
    "string": "a text is needed",
    "integer": "a whole number is needed",
    "array": "a list is needed",
    "object": "names with values are needed",
}


def _wrong_kind(value: Any, needed: str, written: str) -> str:
    """Say what stands where a text, a number, a list or a mapping is needed, `written` as in the file."""
    if value is None:
        return f"nothing stands here; {_NEEDED[needed]}"
    if isinstance(value, (dict, list)):
        return f"{'names with values stand' if isinstance(value, dict) else 'a list stands'} here; {_NEEDED[needed]}"
    if isinstance(value, str):
        return f"“{written}” is a text; {_NEEDED[needed]}"
    kind = "yes or no" if isinstance(value, bool) else "a number" if isinstance(value, (int, float)) else "a date"
    # YAML takes 0111 for the number 73: the value alone would not be found in the file.
    return f"“{written}” is read as {kind}; {'put it in quotes' if needed == 'string' else _NEEDED[needed]}"


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
