"""The register's schema: read it, create an empty register from it, check rows against it.

The one source is ``data/schemas/register.json``. Nothing here needs QGIS, and nothing heavier than the
standard library is imported until a GeoPackage is written.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import math
import numbers
import os
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable

from ..analysis.errors import LocationError
from ..paths import DATA, REGISTER_SCHEMA

GEOPACKAGE_VERSION = "1.3"
LANGUAGES = ("en", "km")
_FIONA_TYPES = {
    "integer": "int32",
    "real": "float",
    "date": "date",
    "datetime": "datetime",
    "boolean": "bool",
}


class SchemaError(LocationError):
    """The schema file, or a request made with it, cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class ValueItem:
    """One allowed value: the code that is stored and its titles."""

    code: str
    title_en: str
    title_km: str

    def title(self, language: str) -> str:
        """Title in ``"en"`` or ``"km"``."""
        return self.title_km if language == "km" else self.title_en


@dataclass(frozen=True)
class Reference:
    """A list of codes kept in a CSV file below ``data/``.

    ``digits`` cuts a value before it is looked up; ``separator`` splits a value into several codes;
    ``vintage_field`` and ``vintage`` limit the look-up to rows whose codes come from that year's list.
    """

    file: str
    column: str
    digits: int | None = None
    separator: str | None = None
    vintage_field: str | None = None
    vintage: int | None = None


@dataclass(frozen=True)
class RegisterField:
    """One field of the register, as ``register.json`` describes it."""

    name: str
    type: str
    title_en: str
    title_km: str
    description: str
    origin_scheme: str
    origin_attribute: str
    length: int | None = None
    required: bool = False
    unique: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    default: Any = None
    values: tuple[ValueItem, ...] = ()
    reference: Reference | None = None
    within: str | None = None
    not_before: str | None = None
    examples: tuple[Any, ...] = ()

    def title(self, language: str) -> str:
        """Title in ``"en"`` or ``"km"``."""
        return self.title_km if language == "km" else self.title_en

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the allowed values, in the order of the schema; empty where the field is free."""
        return tuple(item.code for item in self.values)


@dataclass(frozen=True)
class SizeClass:
    """Staff bounds of one size class under one definition; ``employees_max`` is None without a bound."""

    year: int
    code: str
    employees_min: int
    employees_max: int | None


@dataclass(frozen=True)
class RegisterSchema:
    """The whole schema, fields in the order of the table."""

    id: str
    version: str
    title_en: str
    title_km: str
    description: str
    layer: str
    geometry: str
    crs: str
    admin_vintage: int
    fields: tuple[RegisterField, ...]
    sizes: tuple[SizeClass, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Field names in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> RegisterField:
        """The field called ``name``; raises `SchemaError` when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise SchemaError(
            "The register has no field “{name}”. Its fields are: {fields}.", name=name, fields=", ".join(self.names)
        )


@dataclass(frozen=True)
class Problem:
    """One value that does not follow the schema.

    ``row`` is the row's label in the frame (None for a single row), ``rule`` one of ``missing field``,
    ``required``, ``type``, ``length``, ``pattern``, ``value``, ``range``, ``reference``, ``within``,
    ``order``, ``size`` and ``unique``.
    """

    row: Any
    factory_id: str | None
    field: str
    value: Any
    rule: str
    expected: str

    def __str__(self) -> str:
        where = f"factory {self.factory_id}" if self.factory_id else f"row {self.row}"
        return f"{where}, {self.field}: {self.value!r}; expected {self.expected}"


# -- reading ------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def load_schema(path: str | os.PathLike | None = None) -> RegisterSchema:
    """Read a register schema.

    Parameters
    ----------
    path : path-like, optional
        A file like ``data/schemas/register.json``, which is the default.

    Returns
    -------
    RegisterSchema

    Raises
    ------
    SchemaError
        The file is missing, is not JSON, or lacks a part; the text names the file and the part.
    """
    file = Path(path) if path else REGISTER_SCHEMA
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        return _schema_from(raw)
    except OSError as error:
        raise SchemaError("“{file}” cannot be read: {why}.", file=file, why=error.strerror or error) from error
    except json.JSONDecodeError as error:
        raise SchemaError(
            "The register schema “{file}” is not JSON: line {line}, {why}.", file=file, line=error.lineno, why=error.msg
        ) from error
    except KeyError as error:
        raise SchemaError("The register schema “{file}” lacks {part}.", file=file, part=error) from error


def _schema_from(raw: Mapping[str, Any]) -> RegisterSchema:
    lists = {name: _values_from(part) for name, part in raw["value_lists"].items()}
    return RegisterSchema(
        id=raw["id"],
        version=raw["version"],
        title_en=raw["title"]["en"],
        title_km=raw["title"]["km"],
        description=raw["description"]["en"],
        layer=raw["layer"],
        geometry=raw["geometry"],
        crs=raw["crs"],
        admin_vintage=raw["admin_vintage"],
        fields=tuple(_field_from(part, lists) for part in raw["fields"]),
        sizes=tuple(_sizes_from(raw["size_definitions"])),
    )


def _values_from(raw: Mapping[str, Any]) -> tuple[ValueItem, ...]:
    return tuple(ValueItem(v["code"], v["title"]["en"], v["title"]["km"]) for v in raw["values"])


def _sizes_from(definitions: Iterable[Mapping[str, Any]]) -> Iterable[SizeClass]:
    for definition in definitions:
        for part in definition["classes"]:
            yield SizeClass(definition["year"], part["code"], part["employees_min"], part["employees_max"])


def _field_from(raw: Mapping[str, Any], lists: Mapping[str, tuple[ValueItem, ...]]) -> RegisterField:
    return RegisterField(
        name=raw["name"],
        type=raw["type"],
        title_en=raw["title"]["en"],
        title_km=raw["title"]["km"],
        description=raw["description"]["en"],
        origin_scheme=raw["origin"]["scheme"],
        origin_attribute=raw["origin"]["attribute"],
        length=raw.get("length"),
        required=raw["required"],
        unique=raw["unique"],
        pattern=raw.get("pattern"),
        minimum=raw.get("minimum"),
        maximum=raw.get("maximum"),
        default=raw.get("default"),
        values=lists[raw["values"]] if "values" in raw else (),
        reference=Reference(**raw["reference"]) if "reference" in raw else None,
        within=raw.get("within"),
        not_before=raw.get("not_before"),
        examples=tuple(raw["examples"]),
    )


@lru_cache(maxsize=16)
def reference_codes(file: str, column: str) -> frozenset[str]:
    """Codes in one column of a CSV file below ``data/``.

    Parameters
    ----------
    file : str
        Path relative to ``data/``, for instance ``"gazetteer/isic_rev4.csv"``.
    column : str
        Name of the column that holds the codes.

    Returns
    -------
    frozenset of str

    Raises
    ------
    SchemaError
        The file or the column is missing.
    """
    path = DATA / file
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return frozenset(row[column] for row in csv.DictReader(stream))
    except OSError as error:
        raise SchemaError("“{file}” cannot be read: {why}.", file=path, why=error.strerror or error) from error
    except KeyError as error:
        raise SchemaError("The list of codes “{file}” has no column {column}.", file=path, column=error) from error


def value_maps(language: str = "en", schema: RegisterSchema | None = None) -> dict[str, dict[str, str]]:
    """What a form offers for each controlled field.

    Parameters
    ----------
    language : {"en", "km"}
        Language of the labels.
    schema : RegisterSchema, optional
        The register's own schema by default.

    Returns
    -------
    dict
        Field name -> {label: code}, labels in the order of the schema. QGIS's value-map
        widget takes this shape.

    Raises
    ------
    SchemaError
        For a language that has no titles.
    """
    _check_language(language)
    schema = schema or load_schema()
    return {
        field.name: {item.title(language): item.code for item in field.values}
        for field in schema.fields
        if field.values
    }


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise SchemaError(
            "There are no titles in “{language}”. Choose one of: {known}.",
            language=language,
            known=", ".join(LANGUAGES),
        )


# -- creating -----------------------------------------------------------------------------------------


def fiona_schema(schema: RegisterSchema | None = None) -> dict[str, Any]:
    """The schema in the words of fiona: geometry type and ordered properties."""
    schema = schema or load_schema()
    return {
        "geometry": schema.geometry,
        "properties": {field.name: _fiona_type(field) for field in schema.fields},
    }


def _fiona_type(field: RegisterField) -> str:
    if field.type == "text":
        return f"str:{field.length}"
    return _FIONA_TYPES[field.type]


def create_register(
    path: str | os.PathLike,
    crs: str | None = None,
    schema: RegisterSchema | None = None,
    layer: str | None = None,
    language: str = "en",
    overwrite: bool = False,
) -> Path:
    """Create an empty register GeoPackage (version 1.3) with the fields of the schema.

    Titles, descriptions and allowed values go into the GeoPackage's own schema tables, so that a form in
    QGIS 3.26 or later offers them without a project. Nothing is enforced by the database: a register that
    is refused cannot be repaired.

    Parameters
    ----------
    path : path-like
        The file to create, ending in ``.gpkg``.
    crs : str, optional
        Anything fiona takes, for instance ``"EPSG:32648"``, which is the schema's default.
    schema : RegisterSchema, optional
        The register's own schema by default.
    layer : str, optional
        Name of the layer; the schema's by default.
    language : {"en", "km"}
        Language of the titles stored in the file.
    overwrite : bool
        Replace a file that is already there.

    Returns
    -------
    pathlib.Path
        The file that was created.

    Raises
    ------
    SchemaError
        Wrong file ending, a file that is already there, a folder that is missing or locked, an unknown CRS.
    """
    target = Path(path)
    schema = schema or load_schema()
    _check_language(language)
    _check_target(target, overwrite)
    # Written beside the target and moved into place, so that an interrupted run leaves nothing behind.
    part = target.with_name(f".{target.stem}.{os.getpid()}.gpkg")
    name = layer or schema.layer
    try:
        _write_empty(part, name, crs or schema.crs, schema)
        _describe(part, name, schema, language)
        os.replace(part, target)
    except (OSError, sqlite3.Error) as error:
        raise SchemaError(
            "“{path}” cannot be written: {why}. Close whatever has it open, or choose another place.",
            path=target,
            why=error,
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _check_target(target: Path, overwrite: bool) -> None:
    if target.suffix.lower() != ".gpkg":
        raise SchemaError(
            "A register is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.", name=target.name
        )
    if not target.parent.is_dir():
        raise SchemaError("The folder of “{path}” does not exist. Create it or choose another.", path=target)
    if target.exists() and not overwrite:
        raise SchemaError("“{path}” is already there. Choose another name, or allow it to be replaced.", path=target)


def _write_empty(path: Path, layer: str, crs: str, schema: RegisterSchema) -> None:
    import fiona
    from fiona.crs import CRS
    from fiona.errors import CRSError, FionaError

    try:
        known = CRS.from_user_input(crs)
        with fiona.open(
            path,
            "w",
            driver="GPKG",
            layer=layer,
            schema=fiona_schema(schema),
            crs=known,
            VERSION=GEOPACKAGE_VERSION,
        ):
            pass
    except CRSError as error:
        raise SchemaError(
            "“{crs}” is not a coordinate reference system. Give a code such as EPSG:32648.", crs=crs
        ) from error
    except FionaError as error:
        raise SchemaError("Nothing can be written to “{folder}”: {why}.", folder=path.parent, why=error) from error


_SCHEMA_TABLES = (
    """CREATE TABLE IF NOT EXISTS gpkg_data_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
        mime_type TEXT, constraint_name TEXT,
        CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
        CONSTRAINT gdc_tn UNIQUE (table_name, name))""",
    """CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
        constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
        min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
        CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))""",
    """CREATE TABLE IF NOT EXISTS gpkg_extensions (
        table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
        scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
)
_SCHEMA_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"


def _describe(path: Path, layer: str, schema: RegisterSchema, language: str) -> None:
    # The GeoPackage schema extension is plain tables: readers that know it show titles and value lists.
    with closing(sqlite3.connect(path)) as db, db:
        for statement in _SCHEMA_TABLES:
            db.execute(statement)
        db.executemany(
            "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')",
            [("gpkg_data_columns", _SCHEMA_EXTENSION), ("gpkg_data_column_constraints", _SCHEMA_EXTENSION)],
        )
        db.execute(
            "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
            (schema.title_km if language == "km" else schema.title_en, schema.description, layer),
        )
        db.executemany(
            "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, ?)",
            [
                (
                    layer,
                    f.name,
                    f.title(language),
                    f.title(language),
                    f.description,
                    f.name if f.values else None,
                )
                for f in schema.fields
            ],
        )
        db.executemany(
            "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)",
            [(f.name, item.code, item.title(language)) for f in schema.fields for item in f.values],
        )


# -- checking -----------------------------------------------------------------------------------------


def validate_row(row: Mapping[str, Any], schema: RegisterSchema | None = None) -> list[Problem]:
    """Check one row against the schema.

    Parameters
    ----------
    row : mapping
        Field name -> value. None, NaN and an empty text mean "no value". Further keys are left alone.
    schema : RegisterSchema, optional
        The register's own schema by default.

    Returns
    -------
    list of Problem
        In the order of the schema; empty when the row follows it. Uniqueness needs `validate_frame`.
    """
    schema = schema or load_schema()
    columns = {name: [row[name]] for name in schema.names if name in row}
    return _validate(columns, [None], schema)


def validate_frame(frame: Any, schema: RegisterSchema | None = None) -> list[Problem]:
    """Check a table of factories against the schema.

    Parameters
    ----------
    frame : pandas.DataFrame or geopandas.GeoDataFrame, shape (n, m)
        Columns named as in the schema; further columns are left alone, a missing one is reported once.
    schema : RegisterSchema, optional
        The register's own schema by default.

    Returns
    -------
    list of Problem
        Field by field in the order of the schema, then the checks that need two fields, then duplicates.
    """
    schema = schema or load_schema()
    columns = {name: frame[name].tolist() for name in schema.names if name in frame.columns}
    labels = list(frame.index)
    return _validate(columns, labels, schema) + _duplicates(columns, labels, schema)


def is_missing(value: Any) -> bool:
    """True for None, NaN, pandas' NA and NaT, and text without a visible character."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, numbers.Real) and math.isnan(value)


def as_date(value: Any) -> dt.date | None:
    """A date from a date, a date-time or text that begins with YYYY-MM-DD; None when it is none of these."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value[:10])
        except ValueError:
            return None
    return None


def _validate(columns: Mapping[str, list], labels: list, schema: RegisterSchema) -> list[Problem]:
    ids = columns.get("factory_id", [None] * len(labels))
    problems: list[Problem] = []

    def report(row: int, field: RegisterField, value: Any, rule: str, expected: str) -> None:
        factory = ids[row] if isinstance(ids[row], str) else None
        problems.append(Problem(labels[row], factory, field.name, value, rule, expected))

    for field in schema.fields:
        if field.name not in columns:
            problems.append(
                Problem(None, None, field.name, None, "missing field", f"a field '{field.name}' ({field.type})")
            )
            continue
        check = _value_check(field)
        wrong = set()
        for row, value in enumerate(columns[field.name]):
            if is_missing(value):
                if field.required:
                    report(row, field, None, "required", "a value")
                continue
            for rule, expected in check(value):
                wrong.add(row)
                report(row, field, value, rule, expected)
        _check_reference(field, columns, wrong, report)
        _check_within(field, columns, wrong, report)
        _check_order(field, columns, report)
    _check_sizes(columns, schema, report)
    return problems


Report = Callable[[int, RegisterField, Any, str, str], None]


def _value_check(field: RegisterField) -> Callable[[Any], list[tuple[str, str]]]:
    """A function that names what is wrong with one present value of the field."""
    of_type, type_name = _TYPE_CHECKS[field.type]
    pattern = re.compile(field.pattern) if field.pattern else None
    codes = frozenset(field.codes)

    def check(value: Any) -> list[tuple[str, str]]:
        if not of_type(value):
            return [("type", type_name)]
        found = []
        if field.length and len(value) > field.length:
            found.append(("length", f"at most {field.length} characters"))
        if pattern and not pattern.fullmatch(value):
            found.append(("pattern", f"text like {' or '.join(map(str, field.examples)) or field.pattern}"))
        if codes and value not in codes:
            found.append(("value", f"one of {', '.join(field.codes)}"))
        if field.minimum is not None and value < field.minimum:
            found.append(("range", f"at least {field.minimum:g}"))
        if field.maximum is not None and value > field.maximum:
            found.append(("range", f"at most {field.maximum:g}"))
        return found

    return check


def _is_integer(value: Any) -> bool:
    # A column of integers with a gap arrives from pandas as floats, so a whole float counts.
    if isinstance(value, bool):
        return False
    return isinstance(value, numbers.Integral) or (isinstance(value, float) and value.is_integer())


def _is_real(value: Any) -> bool:
    return isinstance(value, numbers.Real) and not isinstance(value, bool) and math.isfinite(value)


_TYPE_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "text"),
    "integer": (_is_integer, "a whole number"),
    "real": (_is_real, "a finite number"),
    "date": (lambda value: as_date(value) is not None, "a date like 2024-05-20"),
    "datetime": (lambda value: as_date(value) is not None, "a date and time like 2024-05-20T08:00:00"),
    "boolean": (lambda value: isinstance(value, bool), "true or false"),
}


def _check_reference(field: RegisterField, columns: Mapping[str, list], wrong: set[int], report: Report) -> None:
    reference = field.reference
    if reference is None:
        return
    known = reference_codes(reference.file, reference.column)
    vintages = columns.get(reference.vintage_field) if reference.vintage_field else None
    for row, value in enumerate(columns[field.name]):
        # A value that is no code at all has been reported already.
        if row in wrong or is_missing(value):
            continue
        # Codes of another year's list cannot be looked up in this one: the same code may be another place.
        if vintages is not None and vintages[row] != reference.vintage:
            continue
        for code in value.split(reference.separator) if reference.separator else (value,):
            if code[: reference.digits] not in known:
                report(row, field, value, "reference", f"a code listed in {reference.file}")


def _check_within(field: RegisterField, columns: Mapping[str, list], wrong: set[int], report: Report) -> None:
    if field.within is None or field.within not in columns:
        return
    for row, (value, outer) in enumerate(zip(columns[field.name], columns[field.within])):
        if row in wrong or is_missing(value) or not isinstance(outer, str):
            continue
        if not value.startswith(outer):
            report(row, field, value, "within", f"a code that begins with the {field.within} {outer}")


def _check_order(field: RegisterField, columns: Mapping[str, list], report: Report) -> None:
    if field.not_before is None or field.not_before not in columns:
        return
    for row, (value, first) in enumerate(zip(columns[field.name], columns[field.not_before])):
        if is_missing(value) or is_missing(first):
            continue
        end, begin = as_date(value), as_date(first)
        if end and begin and end < begin:
            report(row, field, value, "order", f"a day not before {field.not_before} {begin.isoformat()}")


def _check_sizes(columns: Mapping[str, list], schema: RegisterSchema, report: Report) -> None:
    # Revenue or assets can lift a factory above the class its staff gives, never below it.
    if not {"size_class", "size_definition_year", "employees"} <= columns.keys():
        return
    limits = {(size.year, size.code): size.employees_max for size in schema.sizes}
    field = schema.field("size_class")
    for row, (code, year, staff) in enumerate(
        zip(columns["size_class"], columns["size_definition_year"], columns["employees"])
    ):
        if is_missing(code) or is_missing(year) or not _is_real(staff):
            continue
        limit = limits.get((year, code))
        if limit is not None and staff > limit:
            report(
                row,
                field,
                code,
                "size",
                f"a class for {staff:g} employees: '{code}' of {year:g} ends at {limit}",
            )


def _duplicates(columns: Mapping[str, list], labels: list, schema: RegisterSchema) -> list[Problem]:
    problems = []
    for field in schema.fields:
        if not field.unique or field.name not in columns:
            continue
        rows: dict[Any, list[int]] = {}
        for row, value in enumerate(columns[field.name]):
            if not is_missing(value):
                rows.setdefault(value, []).append(row)
        for value, same in rows.items():
            for row in same[1:]:
                factory = value if field.name == "factory_id" else None
                expected = f"a value of its own; row {labels[same[0]]} has it too"
                problems.append(Problem(labels[row], factory, field.name, value, "unique", expected))
    return problems


# -- documentation ------------------------------------------------------------------------------------


def fields_as_markdown(schema: RegisterSchema | None = None) -> str:
    """Tables for ``docs/register.md``: the fields, then each list of allowed values.

    Returns
    -------
    str
        Markdown that ends in a newline.
    """
    schema = schema or load_schema()
    lines = ["| field | type | title | ខ្មែរ | what it holds | origin |", "|---|---|---|---|---|---|"]
    for field in schema.fields:
        kind = f"{field.type} ({field.length})" if field.length else field.type
        marks = "".join(text for on, text in ((field.required, ", required"), (field.unique, ", unique")) if on)
        lines.append(
            f"| `{field.name}` | {kind}{marks} | {field.title_en} | {field.title_km} "
            f"| {_holds(field)} | {field.origin_scheme}: {field.origin_attribute} |"
        )
    for field in schema.fields:
        if field.values:
            lines += ["", f"**`{field.name}`**", "", "| code | English | ខ្មែរ |", "|---|---|---|"]
            lines += [f"| `{item.code}` | {item.title_en} | {item.title_km} |" for item in field.values]
    return "\n".join(lines) + "\n"


def _holds(field: RegisterField) -> str:
    parts = [field.description]
    if field.pattern:
        parts.append(f"Pattern `{field.pattern}`.".replace("|", "\\|"))
    if field.examples:
        parts.append("For instance " + ", ".join(f"`{example}`" for example in field.examples) + ".")
    return " ".join(parts)
