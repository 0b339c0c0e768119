"""Mapping profiles: which column of somebody's table holds which field of the register, and how its values are read.

A profile is a YAML file below ``data/mappings`` or a person's own; ``data/schemas/mapping.json`` says what it may hold.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression

from ..analysis.errors import LocationError
from ..i18n import tr
from ..paths import ISIC_TABLE, MAPPING_SCHEMA
from ..register.schema import RegisterField, load_schema
from ..rules.schema import said_of
from ..rules.yaml_file import Complaint, Place, RuleFile, open_file, parse_text

if TYPE_CHECKING:
    import pandas as pd

ROW = "__row__"
SURPLUS = "__surplus__"
UNCLOSED = "__unclosed__"
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_SHOWN = 20
_PLACE_COLUMNS = ("both", "wkt", "first", "second")
_ADMIN_COLUMNS = ("province", "district", "commune")
_ADMIN_FIELDS = {"province": "province_code", "district": "district_code", "commune": "commune_code"}


@dataclass(frozen=True)
class FieldMap:
    """Where a field of the register comes from.

    Attributes
    ----------
    field : str
        Name in the register.
    column : str
        Column of the source; empty where an expression gives the value.
    expression : str
        QGIS expression over the source's columns.
    separator, part : str, int
        A value that packs several is split there, and this part, counted from 1, is taken; 0 for the whole.
    values : mapping of folded text to code
    match : {'whole', 'begins', 'contains'}
    otherwise : str
        Code for a text that `values` does not have; empty for none.
    dates : tuple of str
        Formats of dates.
    local : bool
        Days in UTC are told as they were in Cambodia.
    year : {'', 'first', 'last'}
        The day of it that a year alone is taken for; empty where a year alone is no date.
    dots : {'', 'thousands', 'decimals'}
        What dots in numbers are.
    zeros : {'', 'as written', 'put back'}
        Whether codes of ISIC may have lost the zero before them; see `activities.lost_zeros`.
    nulls : frozenset of str or None
        Folded texts that mean no value; None for those of the profile.
    reject : bool
        A value that cannot be used rejects its row; otherwise the field is left empty.
    """

    field: str
    column: str = ""
    expression: str = ""
    separator: str = ""
    part: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    match: str = "whole"
    otherwise: str = ""
    dates: tuple[str, ...] = ()
    local: bool = False
    year: str = ""
    dots: str = ""
    zeros: str = ""
    nulls: frozenset[str] | None = None
    reject: bool = True


@dataclass(frozen=True)
class Coordinates:
    """Where the point of a row comes from: the layer's geometry, one column, or two; see the schema of profiles."""

    geometry: bool = False
    both: str = ""
    wkt: str = ""
    first: str = ""
    second: str = ""
    order: str = "lat_lon"
    datum: str = "EPSG:4326"
    accuracy_m: float = 0.0


@dataclass(frozen=True)
class Admin:
    """Columns of administrative units by name or code, empty where the source has none.

    `names` are folded texts with the codes that they stand for, in the column of the code's own level.
    """

    province: str = ""
    district: str = ""
    commune: str = ""
    accept: str = "likely"
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ids:
    """How ids are made; `number` is the column with the number, empty for the next that is free."""

    pattern: str
    number: str = ""
    digits: int = 5


@dataclass(frozen=True)
class Source:
    """How a file is read, where the profile says so; empty or 0 for what looking at it tells."""

    sheet: str = ""
    header_row: int = 0
    delimiter: str = ""
    encoding: str = ""


@dataclass(frozen=True)
class Profile:
    """A mapping profile; `skip_missing` is whether the source may lack columns, `nulls` are folded.

    `trust` is whether the key is believed where names and licences of most rows differ from the register's.
    """

    id: str
    version: str
    title: str
    key: str
    fields: tuple[FieldMap, ...]
    language: str = "en"
    source: Source = Source()
    skip_missing: bool = False
    nulls: frozenset[str] = frozenset()
    erase: bool = False
    trust: bool = False
    ids: Ids | None = None
    coordinates: Coordinates | None = None
    admin: Admin | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict)
    file: RuleFile | None = None

    @property
    def sha256(self) -> str:
        """Checksum of the file it was read from."""
        return self.file.sha256 if self.file else ""

    def field(self, name: str) -> FieldMap | None:
        """Where a field of the register comes from, None where no column gives it."""
        return next((one for one in self.fields if one.field == name), None)


def load_profile(path: str | Path) -> Profile:
    """Read and check a mapping profile.

    Parameters
    ----------
    path : str or Path
        A YAML file.

    Returns
    -------
    Profile
        Columns are named as in the file; `bind` fits them to a source.

    Raises
    ------
    LocationError
        Every mistake with its line, or that the file cannot be read.
    """
    path = Path(path)
    return _checked(open_file(path, path.name, tr("Mapping profile")))


def parse_profile(text: str, name: str) -> Profile:
    """Read a profile from its text instead of a file; see `load_profile`."""
    return _checked(parse_text(text, name, tr("Mapping profile")))


def _checked(file: RuleFile) -> Profile:
    if not isinstance(file.content, dict):
        raise LocationError(
            "Mapping profile “{name}” is a list or a text, not names with values. Copy one that ships and change it.",
            name=file.name,
        )
    _refuse(file, [*file.oddities, *_schema_complaints(file)])
    _refuse(file, list(_meaning_complaints(file)))
    return _profile(file)


@lru_cache(maxsize=1)
def _validator() -> Any:
    import jsonschema

    return jsonschema.Draft7Validator(json.loads(MAPPING_SCHEMA.read_text(encoding="utf-8")))


def _schema_complaints(file: RuleFile) -> Iterator[Complaint]:
    for error in _validator().iter_errors(file.content):
        yield from said_of(error, tuple(error.absolute_path), file, {})


def _refuse(file: RuleFile, complaints: Sequence[Complaint]) -> None:
    if not complaints:
        return
    said = list(dict.fromkeys(c.sentence(name_file=False) for c in sorted(complaints, key=lambda c: c.line)))
    raise LocationError(
        "Mapping profile “{name}” has {count} mistake(s):\n{list}",
        name=file.name,
        count=len(said),
        list="\n".join(said[:_SHOWN]) + ("\n…" if len(said) > _SHOWN else ""),
    )


def _meaning_complaints(file: RuleFile) -> Iterator[Complaint]:
    """Complain of what the schema of profiles cannot know."""
    content = file.content
    fields = {one.name: one for one in load_schema().fields}
    for section in ("fields", "defaults"):
        for name in content.get(section, {}):
            if name not in fields:
                yield file.complaint((section, name), _unknown_field(name, list(fields)))
    for name, given in content["fields"].items():
        if name in fields and isinstance(given, dict):
            yield from _field_complaints(file, fields[name], given)
    for name, value in content.get("defaults", {}).items():
        why = _bad_default(fields[name], value) if name in fields else ""
        if why:
            yield file.complaint(("defaults", name), why)
    yield from _key_complaints(file, list(fields))
    yield from _place_complaints(file)


def _unknown_field(name: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(str(name), known, n=1)
    if close:
        return tr("the register has no field “{name}” (did you mean {close}?)").format(name=name, close=close[0])
    return tr("the register has no field “{name}”; it has: {fields}").format(name=name, fields=", ".join(known))


def _field_complaints(file: RuleFile, known: RegisterField, given: Mapping[str, Any]) -> Iterator[Complaint]:
    place: Place = ("fields", known.name)
    if ("from" in given) == ("expression" in given):
        yield file.complaint(place, tr("either “from” (a column) or “expression” is needed"))
    if "expression" in given:
        parsed = QgsExpression(given["expression"])
        if parsed.hasParserError():
            why = parsed.parserErrorString().strip().replace("\n", " ")
            yield file.complaint((*place, "expression"), tr("QGIS cannot read this expression: {why}").format(why=why))
    for entry in ("dates", "utc", "year"):
        if entry in given and known.type != "date":
            yield file.complaint(
                (*place, entry), tr("{entry} is for dates, but {field} is none").format(entry=entry, field=known.name)
            )
    if "dots" in given and known.type not in ("integer", "real"):
        yield file.complaint((*place, "dots"), tr("dots is for numbers, but {field} is none").format(field=known.name))
    if "zeros" in given and not is_activity(known):
        yield file.complaint(
            (*place, "zeros"), tr("zeros is for codes of ISIC, but {field} has none").format(field=known.name)
        )
    for entry in ("match", "otherwise"):
        if entry in given and "values" not in given:
            yield file.complaint((*place, entry), tr("{entry} needs “values”").format(entry=entry))
    if known.codes:
        for text, code in {**given.get("values", {}), **_otherwise(given)}.items():
            if code not in known.codes:
                at = (*place, "values", text) if text in given.get("values", {}) else (*place, "otherwise")
                yield file.complaint(at, _not_listed(code, known))


def is_activity(known: RegisterField) -> bool:
    """Return whether a field of the register holds codes of ISIC."""
    return known.reference is not None and Path(known.reference.file).name == ISIC_TABLE.name


def _otherwise(given: Mapping[str, Any]) -> dict[str, str]:
    return {"": given["otherwise"]} if "otherwise" in given else {}


def _not_listed(code: Any, known: RegisterField) -> str:
    return tr("“{value}” is none of: {known}").format(value=code, known=", ".join(known.codes))


def _bad_default(known: RegisterField, value: Any) -> str:
    """Say what is wrong with the default of a field, nothing where it is fine."""
    import datetime as dt

    kinds: dict[str, tuple[Any, str]] = {
        "text": (str, tr("a text is needed; put it in quotes")),
        "integer": (int, tr("a whole number is needed")),
        "real": ((int, float), tr("a number is needed")),
        "date": (dt.date, tr("a date like 2024-05-20 is needed")),
    }
    kind, needed = kinds[known.type]
    if not isinstance(value, kind) or isinstance(value, bool):
        return needed
    if known.codes and value not in known.codes:
        return _not_listed(value, known)
    return ""


def _key_complaints(file: RuleFile, fields: Sequence[str]) -> Iterator[Complaint]:
    content, key = file.content, file.content["key"]
    made = "ids" in content
    if key not in fields:
        yield file.complaint(("key",), _unknown_field(key, fields))
    elif key not in content["fields"] and not (key == "factory_id" and made and "number" in content["ids"]):
        yield file.complaint(("key",), tr("no column gives {field}; name it under “fields”").format(field=key))
    if "factory_id" not in content["fields"] and not made:
        yield file.complaint(
            ("fields",), tr("no column gives factory_id: name it, or say under “ids” how new ids are made")
        )
    if made and "{number}" not in content["ids"]["pattern"]:
        yield file.complaint(("ids", "pattern"), tr("“{number}” is needed in the pattern, or all ids would be alike"))


def _place_complaints(file: RuleFile) -> Iterator[Complaint]:
    given = file.content.get("coordinates")
    if given is None:
        return
    ways = [bool(given.get("geometry")), "both" in given, "wkt" in given, "first" in given or "second" in given]
    if sum(ways) != 1:
        yield file.complaint(
            ("coordinates",), tr("one of these is needed: geometry: true, both, wkt, or first and second")
        )
    elif ways[3] and not ("first" in given and "second" in given):
        yield file.complaint(("coordinates",), tr("first and second are needed together"))
    if "order" in given and not ways[3]:
        yield file.complaint(("coordinates", "order"), tr("order is for first and second"))


def _profile(file: RuleFile) -> Profile:
    from ..analysis.cells import NULL_TOKENS, folded

    content = file.content
    source = content.get("source", {})
    nulls = content.get("nulls")
    ids = content.get("ids")
    return Profile(
        id=content["profile"],
        version=content["version"],
        title=content["title"]["en"],
        language=content.get("language", "en"),
        key=content["key"],
        fields=tuple(_field_map(name, given) for name, given in content["fields"].items()),
        source=Source(**{**source, "delimiter": DELIMITERS.get(source.get("delimiter", ""), "")}),
        skip_missing=content.get("missing_columns") == "skip",
        nulls=NULL_TOKENS if nulls is None else frozenset(map(folded, nulls)),
        erase=content.get("empty") == "erase",
        trust=content.get("identity") == "trust",
        ids=Ids(**ids) if ids else None,
        coordinates=Coordinates(**content["coordinates"]) if "coordinates" in content else None,
        admin=_admin(content["admin"]) if "admin" in content else None,
        defaults=dict(content.get("defaults", {})),
        file=file,
    )


def _admin(given: Mapping[str, Any]) -> Admin:
    from ..analysis.cells import folded

    return Admin(**{**given, "names": {folded(text): code for text, code in given.get("names", {}).items()}})


def _field_map(name: str, given: Any) -> FieldMap:
    from ..analysis.cells import folded

    if isinstance(given, str):
        return FieldMap(name, column=given)
    part = given.get("part", {})
    return FieldMap(
        field=name,
        column=given.get("from", ""),
        expression=given.get("expression", ""),
        separator=part.get("of", ""),
        part=part.get("take", 0),
        values={folded(text): code for text, code in given.get("values", {}).items()},
        match=given.get("match", "whole"),
        otherwise=given.get("otherwise", ""),
        dates=tuple(given.get("dates", ())),
        local=given.get("utc") == "local day",
        year=given.get("year", ""),
        dots=given.get("dots", ""),
        zeros=given.get("zeros", ""),
        nulls=frozenset(map(folded, given["nulls"])) if "nulls" in given else None,
        reject=given.get("wrong") != "empty",
    )


# -- fitting a profile to a source ----------------------------------------------------------------------


def bind(profile: Profile, names: Sequence[str], has_geometry: bool = False) -> Profile:
    """Return a profile whose columns are named as the source names them.

    Blanks around a name, its case and invisible signs do not count.

    Parameters
    ----------
    profile : Profile
    names : sequence of str
        Columns of the source.
    has_geometry : bool
        Whether its rows have a point.

    Returns
    -------
    Profile
        Where missing columns are skipped, without what they would give; for the columns of a place the geometry of the
        rows serves where they have one.

    Raises
    ------
    LocationError
        Every column that the source lacks, with the line of the profile; where the profile skips missing columns, only
        that of the key.
    """
    from ..analysis.cells import folded

    known: dict[str, str] = {}
    for name in names:
        known.setdefault(folded(name), name)
    exact = {*names}
    complaints: list[tuple[Place, str]] = []

    def column(place: Place, name: str) -> str:
        if not name:
            return ""
        found = name if name in exact else known.get(folded(name), "")
        if not found:
            complaints.append((place, _no_column(name, names)))
        return found

    fields = []
    for one in profile.fields:
        place = ("fields", one.field)
        if one.expression:
            asked = sorted(QgsExpression(one.expression).referencedColumns() - {"*", *names})
            complaints += [((*place, "expression"), _no_column(name, names)) for name in asked]
            fields += [] if asked else [one]
            continue
        found = column(place, one.column)
        if found:
            fields.append(replace(one, column=found))
    coordinates = _bound(profile.coordinates, "coordinates", _PLACE_COLUMNS, column)
    if coordinates is None and profile.coordinates is not None and profile.skip_missing and has_geometry:
        coordinates = Coordinates(geometry=True, accuracy_m=profile.coordinates.accuracy_m)
    if coordinates is not None and coordinates.geometry and not has_geometry:
        complaints.append((("coordinates", "geometry"), tr("the rows of the source have no geometry")))
        coordinates = None
    admin = _bound(profile.admin, "admin", _ADMIN_COLUMNS, column)
    ids = profile.ids
    if ids is not None and ids.number:
        number = column(("ids", "number"), ids.number)
        ids = replace(ids, number=number) if number else None
    bound = replace(profile, fields=tuple(fields), coordinates=coordinates, admin=admin, ids=ids)
    lost = bound.field(profile.key) is None and not (profile.key == "factory_id" and bound.ids is not None)
    if complaints and (lost or not profile.skip_missing):
        _refuse_columns(profile, complaints)
    return bound


def _bound(part: Any, section: str, entries: Sequence[str], column: Any) -> Any:
    """Return a section with its columns found, None where the ones it needs are not there."""
    if part is None:
        return None
    given = [name for name in entries if getattr(part, name)]
    found = {name: column((section, name), getattr(part, name)) for name in given}
    enough = all(found.values()) if section == "coordinates" else any(found.values())
    return replace(part, **found) if enough else None


def _no_column(name: str, names: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.75)
    if close:
        return tr("the source has no column “{name}” (did you mean “{close}”?)").format(name=name, close=close[0])
    return tr("the source has no column “{name}”; it has: {names}").format(name=name, names=", ".join(names))


def _refuse_columns(profile: Profile, complaints: Sequence[tuple[Place, str]]) -> None:
    if profile.file is not None:
        _refuse(profile.file, [profile.file.complaint(place, what) for place, what in complaints])
    raise LocationError(
        "The mapping does not fit the source:\n{list}", list="\n".join(dict.fromkeys(what for _, what in complaints))
    )


def skipped(profile: Profile, bound: Profile) -> list[str]:
    """Return the columns that a profile names and its source lacks."""
    found = {one.field for one in bound.fields}
    names = [one.column or one.expression for one in profile.fields if one.field not in found]
    for section, entries in (("coordinates", _PLACE_COLUMNS), ("admin", _ADMIN_COLUMNS)):
        mine, theirs = getattr(profile, section), getattr(bound, section)
        for entry in entries:
            if mine is not None and getattr(mine, entry) and not (theirs and getattr(theirs, entry)):
                names.append(getattr(mine, entry))
    if profile.ids is not None and profile.ids.number and bound.ids is None:
        names.append(profile.ids.number)
    return names


def unused(profile: Profile, names: Sequence[str]) -> list[str]:
    """Return the columns of a source that a bound profile does not use."""
    used = {one.column for one in profile.fields}
    for one in profile.fields:
        if one.expression:
            used |= QgsExpression(one.expression).referencedColumns()
    for section, entries in ((profile.coordinates, _PLACE_COLUMNS), (profile.admin, _ADMIN_COLUMNS)):
        used |= {getattr(section, entry) for entry in entries} if section is not None else set()
    if profile.ids is not None:
        used.add(profile.ids.number)
    return [] if "*" in used else [name for name in names if name not in used]


def mapped_fields(profile: Profile) -> list[str]:
    """Return the fields that a bound profile fills, in the order of the register; those of `defaults` alone not."""
    filled = {one.field for one in profile.fields}
    if profile.ids is not None:
        filled.add("factory_id")
    if profile.admin is not None:
        filled |= {_ADMIN_FIELDS[name] for name in _ADMIN_COLUMNS if getattr(profile.admin, name)}
        filled.add("admin_vintage")
    if profile.coordinates is not None:
        filled |= {"loc_original", "loc_datum", "loc_accuracy_m"}
    return [name for name in load_schema().names if name in filled]


def apply_profile(profile: Profile, chunk: pd.DataFrame, crs: str = "") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a piece of a source as the profile says; see `apply.apply`."""
    from .apply import apply

    return apply(profile, chunk, crs)
