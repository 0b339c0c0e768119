"""What `reconcile_registration` compares: the register and the extract as frames of the engine, the deadlines."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..base import said
from ..frames import LayerFrame
from ..i18n import tr
from ..inputs import factories_of, texts
from ..mapping.profile import ROW, Profile, apply_profile, mapped_fields

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..mapping.table_input import TableInput

# Coordinates are compared, and points written, in the CRS of registers.
CRS = "EPSG:32648"
# Columns that registers and extracts have for what the register's schema has no field for.
EXPIRY_NAMES = (
    "expires_on",
    "expiry_date",
    "date_of_expiry",
    "expiry",
    "expires",
    "valid_until",
    "valid_to",
    "permit_expiry",
    "licence_expiry",
    "license_expiry",
    "ថ្ងៃផុតកំណត់",
    "កាលបរិច្ឆេទផុតកំណត់",
    "ថ្ងៃផុតសុពលភាព",
    "មានសុពលភាពដល់",
)
UPDATED_NAMES = (
    "updated",
    "updated_on",
    "updated_at",
    "last_updated",
    "date_modified",
    "modified_on",
    "modified",
    "record_date",
    "ថ្ងៃកែប្រែ",
    "កែប្រែចុងក្រោយ",
)
_SHAPEFILE_NAME = 10
PLAIN_FIELDS = (
    "factory_id",
    "licence_no",
    "operator_id",
    "name_en",
    "name_km",
    "isic",
    "size_class",
    "status",
    "registration_status",
)
_DAYS = {"status_from": "status_from", "registered_on": "registration_date", "located_on": "loc_date"}
REGISTER_FIELDS = (
    *PLAIN_FIELDS,
    "province_code",
    "district_code",
    "commune_code",
    *_DAYS.values(),
    "loc_accuracy_m",
    "loc_method",
)
# What tells a row from others, the best first.
IDENTIFYING = ("factory_id", "licence_no", "operator_id", "name_en", "name_km")
_BAD = frozenset(("wrong value", "left empty", "unreadable coordinate", "too many values", "open quotation mark"))

# Cambodia is seven hours ahead of UTC, without summer time.
_LOCAL = dt.timezone(dt.timedelta(hours=7))
# Years that dates of a registration can be of; others are of another era, or mistyped.
_FIRST_YEAR, _YEARS_AHEAD = 1900, 50
_DAYS_IN_TEXT = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")

_EITHER_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTHS = 12

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Listed:
    """One of the two lists.

    Attributes
    ----------
    frame : pandas.DataFrame
        As the engine takes it; see `analysis.reconciliation`. The extract's has the column ``loc_method`` as well.
    rows : (n,) int64 array
        Feature ids of the register, row numbers of the extract.
    problems : pandas.DataFrame
        ``row``, ``field``, ``kind``, ``value``, ``said``: what could not be read of the extract.
    states : str
        What of the extract gives the state of the registration, empty for nothing.
    """

    frame: pd.DataFrame
    rows: np.ndarray
    problems: pd.DataFrame
    states: str = ""


def found_in(names: Sequence[str], wanted: Sequence[str]) -> str:
    """Return the first of the wanted columns that there is, in whatever case and with blanks for underscores."""
    known = {"_".join(name.casefold().replace("_", " ").split()): name for name in reversed(list(names))}
    return next((known[name] for name in wanted if name in known), "")


def register_columns(names: Sequence[str]) -> dict[str, str]:
    """Return the layer's name of each field of the register that it has, also as a shapefile cuts it."""
    lower = {name.lower(): name for name in names}
    found: dict[str, str] = {}
    for wanted in REGISTER_FIELDS:
        cut = wanted[:_SHAPEFILE_NAME]
        name = lower.get(wanted)
        if name is None:  # a second field that is cut to the same name gets a number
            again = cut in {other[:_SHAPEFILE_NAME] for other in found}
            name = lower.get(f"{cut[:8]}_1" if again else cut)
        if name:
            found[wanted] = name
    for wanted, usual in (("expires", EXPIRY_NAMES), ("updated", UPDATED_NAMES)):
        name = found_in(names, usual)
        if name:
            found[wanted] = name
    return found


def of_register(layer: LayerFrame, columns: Mapping[str, str]) -> Listed:
    """Return the register as the engine takes it.

    Parameters
    ----------
    layer : LayerFrame
        In `CRS`.
    columns : mapping
        What `register_columns` returns.
    """
    import numpy as np
    import pandas as pd
    import shapely

    purposes = {"FACTORY_ID_FIELD": "factory_id", "ACCURACY_FIELD": "loc_accuracy_m", "METHOD_FIELD": "loc_method"}
    unused = ("ACTIVITY", "NAME", "PROVINCE", "DECLARED_PARK", "SIZE", "STATUS")
    fields = {f"{name}_FIELD": "" for name in unused}
    fields.update({purpose: columns.get(name, "") for purpose, name in purposes.items()})
    factories = factories_of(layer, fields, 0.0)
    n = len(layer.frame)
    nothing = np.full(n, None, dtype=object)
    values: dict[str, Any] = {
        name: texts(layer.frame[columns[name]]) if name in columns else nothing for name in PLAIN_FIELDS
    }
    codes = (texts(layer.frame[columns[name]]) if name in columns else nothing for name in _CODES)
    values.update(_resolved(*codes))
    points = shapely.point_on_surface(factories.geometries)
    points = np.where(shapely.get_type_id(factories.geometries) == 0, factories.geometries, points)
    days = {name: _days(layer.frame[column], []) for name, column in columns.items() if name in {*_DAYS.values()}}
    days.update({name: _days(layer.frame[columns[name]], []) for name in ("expires", "updated") if name in columns})
    frame = pd.DataFrame(
        {
            **values,
            "x": shapely.get_x(points),
            "y": shapely.get_y(points),
            "accuracy_m": factories.accuracy,
            **_dated(days, n),
        }
    )
    return Listed(frame, layer.frame.index.to_numpy("int64"), pd.DataFrame(columns=list(_PROBLEMS)))


_CODES = ("province_code", "district_code", "commune_code")
_PROBLEMS = ("row", "field", "kind", "value", "said")


def _resolved(*columns: Sequence[str | None]) -> dict[str, np.ndarray]:
    """Return the codes of the units that columns of codes or names mean, as far as that is at least likely."""
    import numpy as np

    from ..analysis.admin_units import resolve
    from ..gazetteer import load_admin_list

    found = resolve(load_admin_list(), *columns)
    out = {}
    for level, name in enumerate(_CODES):
        codes = getattr(found, name).astype(object)
        sure = np.isin(found.certainty[:, level].astype(str), ("certain", "likely"))
        out[name] = np.where(sure, codes, None).astype(object)
    return out


def of_extract(table: TableInput, profile: Profile, columns: Mapping[str, str], tick: Tick) -> Listed:
    """Return the extract as the engine takes it.

    Parameters
    ----------
    table : TableInput
    profile : Profile
        Bound to the table.
    columns : mapping of ``expires`` and ``updated`` to the columns of the table that hold these days
    tick : callable

    Raises
    ------
    LocationError
        If it has no rows.
    """
    import numpy as np
    import pandas as pd

    parts, problems = [], []
    read = 0
    for chunk in table.chunks():
        rows, found = apply_profile(profile, chunk, table.crs)
        wrong: dict[str, list[Any]] = {}
        for name, column in columns.items():
            rows[f"__{name}"] = _days(chunk[column], wrong.setdefault(name, []))
        parts.append(rows)
        problems.append(found.loc[found["kind"].isin(_BAD), list(_PROBLEMS)])
        for name, noted in wrong.items():
            problems.append(_unread_days(noted, chunk[ROW].to_numpy(), columns[name]))
        read += len(chunk)
        tick(read / table.count if table.count else 1 - 1 / (2 + read / 50_000))
    if not parts:
        raise LocationError("“{name}” has no rows to compare.", name=table.name)
    whole = pd.concat(parts, ignore_index=True)
    made_up = profile.field("factory_id") is None  # by a pattern, for an import: no id that anybody gave
    values = {}
    for name in PLAIN_FIELDS:
        there = name in whole and not (name == "factory_id" and made_up)
        values[name] = texts(whole[name]) if there else np.full(len(whole), None, dtype=object)
    method = texts(whole["loc_method"]) if "loc_method" in whole else np.full(len(whole), None, dtype=object)
    codes = [whole[name].tolist() if name in whole else [None] * len(whole) for name in _CODES]
    values.update(_resolved(*codes))
    days = {name: _days(whole[name], []) for name in _DAYS.values() if name in whole}
    days.update({name: whole[f"__{name}"] for name in columns})
    accuracy = whole["loc_accuracy_m"] if "loc_accuracy_m" in whole else np.full(len(whole), np.nan)
    xy = _projected(whole[["lon", "lat"]].to_numpy("float64"))
    frame = pd.DataFrame(
        {
            **values,
            "x": xy[:, 0],
            "y": xy[:, 1],
            "accuracy_m": pd.to_numeric(accuracy, errors="coerce"),
            "loc_method": method,
            **_dated(days, len(whole)),
        }
    )
    state = profile.field("registration_status")
    states = "" if state is None else state.column or state.expression
    return Listed(frame, whole[ROW].to_numpy("int64"), pd.concat(problems, ignore_index=True), states)


def _projected(lon_lat: np.ndarray) -> np.ndarray:
    import numpy as np

    from ..analysis.crs import operation

    known = np.isfinite(lon_lat).all(axis=1)
    xy = np.full(lon_lat.shape, np.nan)
    xy[known] = operation("EPSG:4326", CRS).points(lon_lat[known])
    xy[~np.isfinite(xy).all(axis=1)] = np.nan
    return xy


def degrees_of(xy: np.ndarray) -> np.ndarray:
    """Return longitudes and latitudes on WGS 84 of points in `CRS`, NaN for none."""
    import numpy as np

    from ..analysis.crs import operation

    known = np.isfinite(xy).all(axis=1)
    lon_lat = np.full(xy.shape, np.nan)
    lon_lat[known] = operation(CRS, "EPSG:4326").points(xy[known])
    return lon_lat


def _dated(days: Mapping[str, Any], n: int) -> dict[str, np.ndarray]:
    """Return the days that the engine knows; a record changed when it says, else on the latest day that it tells."""
    import numpy as np

    never = np.full(n, np.datetime64("NaT"), dtype="datetime64[s]")
    out = {name: days.get(source, never) for name, source in _DAYS.items()}
    out["expires"] = days.get("expires", never)
    latest = np.fmax(out["status_from"], out["registered_on"])
    updated = days.get("updated", never)
    return {**out, "changed": np.where(np.isnat(updated), latest, updated)}


def _days(column: pd.Series, wrong: list[Any]) -> np.ndarray:
    """Return dates, or texts of dates, as days; what is none goes into `wrong` as (position, text, error)."""
    import numpy as np

    from ..analysis.cells import NULL_TOKENS, folded

    known: dict[Any, Any] = {}
    out = np.full(len(column), np.datetime64("NaT"), dtype="datetime64[s]")
    for i, value in enumerate(column.tolist()):
        if value is None or value != value:
            continue
        if value not in known:
            try:
                known[value] = np.datetime64(day_of(value), "D")
            except LocationError as error:
                nothing = folded(str(value))
                known[value] = None if not nothing or nothing in NULL_TOKENS else error
        if isinstance(known[value], LocationError):
            wrong.append((i, str(value), known[value]))
        elif known[value] is not None:
            out[i] = known[value]
    return out


def day_of(value: object) -> dt.date:
    """Return the day in Cambodia that a date, a moment or a text of one names.

    Raises
    ------
    LocationError
        If it names none or several, or one that no permit can have.
    """
    from ..analysis.cells import day

    if isinstance(value, dt.datetime):
        found = (value if value.tzinfo is None else value.astimezone(_LOCAL)).date()
    elif isinstance(value, dt.date):
        found = value
    else:
        text = str(value)
        several = _DAYS_IN_TEXT.findall(text)
        if len(several) > 1:
            raise LocationError(
                "“{value}” names {count} days, and nothing says which of them counts", value=text, count=len(several)
            )
        found = day(text, local=True)
    this_year = dt.date.today().year
    if not _FIRST_YEAR <= found.year <= this_year + _YEARS_AHEAD:
        raise LocationError(
            "“{value}” is of the year {year}: a year between {first} and {last} was expected",
            value=value,
            year=found.year,
            first=_FIRST_YEAR,
            last=this_year + _YEARS_AHEAD,
        )
    return found


def parameter_day(text: str, label: str) -> dt.date:
    """Return the day that somebody typed for a parameter: as 2024-12-31, or day first where nothing else can be meant.

    Parameters
    ----------
    text : str
    label : str
        What the person calls the parameter.

    Raises
    ------
    LocationError
        If it is no day, or may be two.
    """
    # `\d` and `int` take the digits of any script, and so Khmer ones.
    found = _EITHER_FIRST.fullmatch(text.strip())
    if found:
        one, other = int(found[1]), int(found[2])
        if one <= _MONTHS and other <= _MONTHS and one != other:
            raise LocationError(
                "{label}: “{value}” may be {first} (day first) or {second} (month first). Give it as the one that is "
                "meant.",
                label=label,
                value=text,
                first=f"{found[3]}-{other:02d}-{one:02d}",
                second=f"{found[3]}-{one:02d}-{other:02d}",
            )
    try:
        return day_of(text)
    except LocationError as error:
        raise LocationError(
            "{label}: “{value}” is not a date. Give it as 2024-12-31 or 31/12/2024.", label=label, value=text
        ) from error


def _unread_days(noted: Sequence[tuple[int, str, LocationError]], numbers: np.ndarray, column: str) -> pd.DataFrame:
    import pandas as pd

    rows = [(int(numbers[i]), column, "left empty", value, said(error)) for i, value, error in noted]
    return pd.DataFrame(rows, columns=list(_PROBLEMS))


def check_identifying(profile: Profile, table: TableInput) -> list[str]:
    """Return what of a table can identify factories.

    Raises
    ------
    LocationError
        If nothing can.
    """
    mapped = [name for name in IDENTIFYING if name in mapped_fields(profile)]
    if profile.field("factory_id") is None and "factory_id" in mapped:
        mapped.remove("factory_id")
    if not mapped:
        raise LocationError(
            "The extract “{name}” has no column of licence numbers, factory ids, operator ids or names, so nothing in "
            "it can be found in the register. It has: {columns}. Say in a mapping profile (PROFILE) which column is "
            "licence_no.",
            name=table.name,
            columns=", ".join(table.names),
        )
    return mapped


def chosen_column(table: TableInput, given: str, usual: Sequence[str], parameter: str) -> str:
    """Return the column of days that was chosen, else the first of the usual ones, nothing where there is none."""
    if not given:
        return found_in(table.names, usual)
    found = given if given in table.names else found_in(table.names, ["_".join(given.casefold().split())])
    if not found:
        raise LocationError(
            "The extract “{name}” has no column “{column}” ({parameter}). It has: {columns}.",
            name=table.name,
            column=given,
            parameter=parameter,
            columns=", ".join(table.names),
        )
    return found


def read_deadlines(path: str) -> dict[str, np.datetime64]:
    """Return the day by which each province is to have finished, by its code.

    Parameters
    ----------
    path : str
        A CSV file with the columns ``province_code`` and ``deadline``, or YAML: ``"12": 2024-12-31``. Codes may also be
        names of provinces, in any spelling.

    Raises
    ------
    LocationError
        The file cannot be read, or a line of it is not understood.
    """
    import numpy as np

    from ..analysis.cells import day

    pairs = _deadline_pairs(Path(path))
    if not pairs:
        raise LocationError("“{path}” names no province with a deadline.", path=path)
    codes = _resolved([province for _, province, _ in pairs], [None] * len(pairs), [None] * len(pairs))
    out: dict[str, np.datetime64] = {}
    for (line, province, text), code in zip(pairs, codes["province_code"]):
        if code is None:
            raise LocationError(
                "“{path}”, line {line}: “{province}” is no province. Use codes such as 12, or names.",
                path=path,
                line=line,
                province=province,
            )
        if code in out:
            raise LocationError(
                "“{path}”, line {line}: province {code} has a deadline already.", path=path, line=line, code=code
            )
        try:
            out[code] = np.datetime64(day(text), "D")
        except LocationError as error:
            raise LocationError(
                "“{path}”, line {line}: “{text}” is not a date like 2024-12-31.", path=path, line=line, text=text
            ) from error
    return out


def _deadline_pairs(path: Path) -> list[tuple[int, str, str]]:
    """Return line, province and text of each deadline in a file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise LocationError(
            "The table of deadlines “{path}” cannot be read: {why}.", path=path, why=getattr(error, "strerror", error)
        ) from error
    if path.suffix.lower() in (".yaml", ".yml"):
        pairs = []
        for line, content in enumerate(text.splitlines(), start=1):
            plain = content.split("#", maxsplit=1)[0]
            province, colon, day = (part.strip().strip("'\"") for part in plain.partition(":"))
            if plain.strip() and not (province and colon and day):
                raise LocationError(
                    '“{path}”, line {line}: a province and its day are needed, like “"12": 2024-12-31”.',
                    path=path,
                    line=line,
                )
            if plain.strip():
                pairs.append((line, province, day))
        return pairs
    dialect = ";" if text.split("\n", maxsplit=1)[0].count(";") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=dialect)
    if not {"province_code", "deadline"} <= {*(reader.fieldnames or [])}:
        raise LocationError(
            "The table of deadlines “{path}” needs the columns province_code and deadline. It has: {columns}.",
            path=path,
            columns=", ".join(reader.fieldnames or []),
        )
    return [
        (reader.line_num, (row["province_code"] or "").strip(), (row["deadline"] or "").strip())
        for row in reader
        if any((value or "").strip() for value in row.values() if isinstance(value, str))
    ]


def told_columns(table: TableInput, profile: Profile, columns: Mapping[str, str]) -> list[str]:
    """Return as sentences which columns of the extract are used for what."""
    used = [f"{one.field} ← {one.column or one.expression}" for one in profile.fields]
    used += [f"{name} ← {column}" for name, column in columns.items()]
    return [tr("Columns used of “{name}”: {used}.").format(name=table.name, used="; ".join(used))]
