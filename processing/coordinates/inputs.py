"""From layers to what the check of coordinates wants: the register as it is stored, and what surrounds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..frames import LayerFrame
from ..inputs import texts, typical_accuracies

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.coordinate_checks import Areas, Context, Finding, Points, Register, Settings, Units
    from ..analysis.coordinate_checks.engine import Result

# Column of the engine -> parameter of its field, and the names that are taken where the parameter is left empty.
FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "factory_id": ("FACTORY_ID_FIELD", ("factory_id",)),
    "name": ("NAME_FIELD", ("name_en", "name", "name_km")),
    "province_code": ("PROVINCE_FIELD", ("province_code",)),
    "district_code": ("DISTRICT_FIELD", ("district_code",)),
    "commune_code": ("COMMUNE_FIELD", ("commune_code",)),
    "village_code": ("VILLAGE_FIELD", ("village_code",)),
    "loc_original": ("ORIGINAL_FIELD", ("loc_original",)),
    "loc_datum": ("DATUM_FIELD", ("loc_datum",)),
    "loc_method": ("METHOD_FIELD", ("loc_method",)),
    "loc_accuracy_m": ("ACCURACY_FIELD", ("loc_accuracy_m",)),
    "loc_source": ("SOURCE_FIELD", ("loc_source",)),
    "loc_reference_point": ("REFERENCE_FIELD", ("loc_reference_point",)),
    "loc_date": ("LOC_DATE_FIELD", ("loc_date",)),
    "verified": ("VERIFIED_FIELD", ("loc_verified", "verified")),
    "isic": ("ACTIVITY_FIELD", ("isic",)),
    "size_class": ("SIZE_FIELD", ("size_class",)),
    "size_definition_year": ("SIZE_YEAR_FIELD", ("size_definition_year",)),
    "employees": ("EMPLOYEES_FIELD", ("employees",)),
    "operator_id": ("OPERATOR_FIELD", ("operator_id",)),
    "licence_no": ("LICENCE_FIELD", ("licence_no",)),
    "park_id": ("DECLARED_PARK_FIELD", ("park_id",)),
    "registration_status": ("REGISTRATION_STATUS_FIELD", ("registration_status",)),
    "registration_date": ("REGISTRATION_DATE_FIELD", ("registration_date",)),
    "status": ("STATUS_FIELD", ("status",)),
    "status_from": ("STATUS_FROM_FIELD", ("status_from",)),
    "status_to": ("STATUS_TO_FIELD", ("status_to",)),
    "admin_vintage": ("ADMIN_YEAR_FIELD", ("admin_vintage",)),
    "area_ha": ("AREA_FIELD", ("site_area_ha", "area_ha", "landarea_h")),
}
LEVELS = {"ADMIN_PROVINCES": "province", "ADMIN_DISTRICTS": "district", "ADMIN_COMMUNES": "commune"}
_DIGITS = {"province": 2, "district": 4, "commune": 6, "village": 8}
AREA_FIELDS = ("area_ha", "landarea_h", "area_m2", "area_km2", "area")
_CODED = frozenset(("loc_method", "loc_reference_point", "loc_datum", "status", "registration_status", "size_class"))
_FREE = frozenset(("remarks",))
# Metres within which two records may be one factory.
_DUPLICATES_M = 500.0
# What of the schema is told as an invalid activity or size.
_BROKEN = ("isic", "size_class", "employees")


@dataclass(frozen=True)
class Loaded:
    """A register as the engine wants it, and what the tables need besides.

    Attributes
    ----------
    register : Register
    layer : LayerFrame
    ids : (n,) object array of str
        The factory's id, or ``feature <number>`` where it has none.
    fields : mapping of column to field
        What was read, without the columns that the layer lacks.
    columns : mapping of field to (n,) object array of str or None
        Columns of free text.
    """

    register: Register
    layer: LayerFrame
    ids: np.ndarray
    fields: Mapping[str, str]
    columns: Mapping[str, np.ndarray]


def chosen_fields(chosen: Mapping[str, str], known: Sequence[str]) -> dict[str, str]:
    """Return the field of each column: the chosen one, or the first usual one that the layer has.

    Parameters
    ----------
    chosen : mapping of parameter to field
    known : sequence of str
        The fields of the layer; of a shapefile with the ten characters that it leaves of a name.
    """
    plain = {name.casefold(): name for name in known}
    found = {}
    for column, (parameter, usual) in FIELDS.items():
        names = (chosen[parameter],) if chosen.get(parameter) else (*usual, *(name[:10] for name in usual))
        field = next((plain[name.casefold()] for name in names if name.casefold() in plain), "")
        if field:
            found[column] = field
    return found


def load_register(layer: LayerFrame, fields: Mapping[str, str], crs: str, wordy: Sequence[str]) -> Loaded:
    """Return the register of a layer that was read in its own CRS.

    Parameters
    ----------
    layer : LayerFrame
    fields : mapping of column to field
    crs : str
        The layer's CRS.
    wordy : sequence of str
        Fields of free text.
    """
    import numpy as np
    import pandas as pd
    import shapely

    from ..analysis.coordinate_checks import Register
    from ..analysis.coordinate_checks.model import DATES, NUMBERS

    frame = layer.frame
    columns: dict[str, Any] = {}
    for column, field in fields.items():
        if column in NUMBERS:
            columns[column] = pd.to_numeric(frame[field], errors="coerce").to_numpy("float64", na_value=np.nan)
        elif column in DATES:
            columns[column] = _dates(frame[field])
        elif column == "verified":
            columns[column] = np.array([_true(value) for value in frame[field].tolist()], dtype=bool)
        elif column.endswith("_code"):
            columns[column] = padded(texts(frame[field]), _DIGITS[column[:-5]])
        else:
            columns[column] = texts(frame[field])
    table = pd.DataFrame(columns, index=pd.RangeIndex(len(frame)))
    shapes = np.asarray(frame.geometry.array, dtype=object)
    points = np.where(shapely.get_type_id(shapes) == 0, shapes, shapely.point_on_surface(shapes))
    stated = table["loc_accuracy_m"].to_numpy() if "loc_accuracy_m" in table else np.full(len(frame), np.nan)
    typical = typical_accuracies()
    methods = table["loc_method"].tolist() if "loc_method" in table else [None] * len(frame)
    assumed = np.array([typical.get(method, 0.0) for method in methods], dtype="float64")
    accuracy = np.where(stated >= 0, stated, assumed)
    register = Register(table, shapely.get_x(points), shapely.get_y(points), crs, accuracy)
    ids = np.array(
        [id_ or f"feature {number}" for id_, number in zip(register.text("factory_id"), frame.index)], object
    )
    free = {field: texts(frame[field]) for field in wordy}
    return Loaded(register, layer, ids, fields, free)


def wordy_fields(fields: Mapping[str, str], of_text: Iterable[str]) -> list[str]:
    """Return the fields of text in which a word for “nothing” is a mistake: not those of a list with “unknown”."""
    coded = {field for column, field in fields.items() if column in _CODED}
    return [name for name in of_text if name not in coded and name not in _FREE]


def padded(codes: np.ndarray, digits: int) -> np.ndarray:
    """Return codes as the import reads them; what is none, such as a name, stays as it is."""
    import numpy as np

    from ..analysis.admin_units import read_code

    return np.array([None if code is None else read_code(code, digits) or code for code in codes], dtype=object)


def _true(value: Any) -> bool:
    return value is True or value == 1 or str(value).strip().casefold() in ("true", "yes", "1", "t", "y")


def _dates(column: Any) -> np.ndarray:
    """Return days and moments as ISO text, None where there is no value."""
    import numpy as np

    def text(value: Any) -> str | None:
        if value is None or value != value:
            return None
        if isinstance(value, (dt.datetime, dt.date)):
            return value.isoformat()
        return str(value).strip() or None

    return np.array([text(value) for value in column.tolist()], dtype=object)


def load_units(layer: LayerFrame, code: str, name: str, level: str) -> Units:
    """Return the units of a layer of polygons in the metric CRS."""
    import numpy as np

    from ..analysis.coordinate_checks import Units

    codes = padded(texts(layer.frame[code]), _DIGITS[level])
    wrong = next((c for c in codes if c and not (c.isdigit() and len(c) == _DIGITS[level])), None)
    if wrong is not None:
        raise LocationError(
            "Field “{field}” of layer “{layer}” should hold codes of {digits} digits, not “{code}”.",
            field=code,
            layer=layer.name,
            digits=_DIGITS[level],
            code=wrong,
        )
    names = texts(layer.frame[name]) if name else None
    return Units(codes, np.asarray(layer.frame.geometry.array, dtype=object), names)


def load_polygons(layer: LayerFrame) -> np.ndarray:
    """Return the polygons of a layer, without the features that have none."""
    import numpy as np
    import shapely

    shapes = np.asarray(layer.frame.geometry.array, dtype=object)
    return shapes[~shapely.is_missing(shapes)]


def load_areas(layer: LayerFrame, id_: str, name: str, area: str) -> Areas:
    """Return parks or premises; a stated area in hectares, by the ending of its field's name in m² or km²."""
    import numpy as np
    import pandas as pd
    import shapely

    from ..analysis.coordinate_checks import Areas

    shapes = np.asarray(layer.frame.geometry.array, dtype=object)
    kept = ~shapely.is_missing(shapes)
    frame = layer.frame[kept]
    blank = np.full(len(frame), None, dtype=object)
    stated = None
    if area:
        factor = 1e-4 if area.casefold().endswith("m2") and not area.casefold().endswith("km2") else 1.0
        factor = 100.0 if area.casefold().endswith("km2") else factor
        stated = pd.to_numeric(frame[area], errors="coerce").to_numpy("float64", na_value=np.nan) * factor
    ids, names = (texts(frame[field]) if field else blank for field in (id_, name))
    return Areas(shapes[kept], ids, names, stated)


def load_points(layer: LayerFrame, id_: str, name: str) -> Points:
    """Return offices, or centres of units."""
    import numpy as np
    import shapely

    from ..analysis.coordinate_checks import Points

    shapes = np.asarray(layer.frame.geometry.array, dtype=object)
    kept = shapely.get_type_id(shapes) == 0
    frame = layer.frame[kept]
    blank = np.full(len(frame), None, dtype=object)
    ids, names = (texts(frame[field]) if field else blank for field in (id_, name))
    return Points(shapely.get_coordinates(shapes[kept]), ids, names)


def centre_codes(points: Points) -> Points:
    """Return centres with the leading zeros of their codes."""
    import numpy as np

    from ..analysis.coordinate_checks import Points

    codes = np.array([c.zfill(len(c) + 1) if c and c.isdigit() and len(c) % 2 else c for c in points.ids], dtype=object)
    return Points(points.xy, codes, points.names)


def broken_values(loaded: Loaded) -> list[tuple[int, str, str, str]]:
    """Return what the register's schema refuses of activities and sizes: row, field, value, what was expected."""
    import pandas as pd

    from ..register.schema import validate_frame

    names = [name for name in ("isic", "size_class", "size_definition_year", "employees") if name in loaded.fields]
    if not names:
        return []
    asked = pd.DataFrame({name: loaded.register.frame[name] for name in names})
    number = asked.groupby(names, dropna=False, sort=False).ngroup().to_numpy()  # each combination is asked once
    distinct = asked[~pd.Series(number).duplicated()].set_axis(pd.unique(number))
    broken: dict[int, list[tuple[str, str, str]]] = {}
    for p in validate_frame(distinct):
        if p.row is not None and p.field in _BROKEN and p.rule != "required":
            broken.setdefault(int(p.row), []).append((loaded.fields.get(p.field, p.field), str(p.value), p.expected))
    return [(row, *told) for row, group in enumerate(number.tolist()) for told in broken.get(group, ())]


def duplicates(loaded: Loaded, tick: Any) -> list[Finding] | None:
    """Return the records that look like another of the register (C18); None where the packages for it are missing.

    Of a pair both records are told, as far as it is more than possible; “Find duplicates” lists all, to decide on.
    """
    import numpy as np

    from .. import dependencies

    if dependencies.missing(("rapidfuzz", "unidecode")):
        return None
    from ..analysis.coordinate_checks import Finding
    from ..analysis.coordinate_checks.model import said
    from ..analysis.duplicates import Register, find
    from ..register.duplicates import evidence

    own = loaded.register
    every = Register(
        ids=loaded.ids,
        names=own.text("name"),
        names_km=loaded.columns.get("name_km", np.full(len(own), None, dtype=object)),
        licences=own.text("licence_no"),
        operators=own.text("operator_id"),
        activities=np.array([(code or "")[:4] for code in own.text("isic")], dtype=object),
        communes=own.text("commune_code"),
        provinces=own.text("province_code"),
        lon=np.where(own.plausible, own.lon_lat[:, 0], np.nan),
        lat=np.where(own.plausible, own.lon_lat[:, 1], np.nan),
        accuracy=np.where(own.accuracy > 0, own.accuracy, np.nan),
        employees=own.number("employees"),
        filled=own.frame.notna().sum(axis=1).to_numpy("int64"),
    )
    found = []
    for pair in find(every, _DUPLICATES_M, "likely", tick).pairs.to_dict("records"):
        why = evidence(every, pair, _DUPLICATES_M)
        for row, other in ((pair["row_a"], pair["row_b"]), (pair["row_b"], pair["row_a"])):
            told = said("duplicate_of", other=loaded.ids[other], why=why.rstrip(".។"))
            found.append(Finding(int(row), "C18", pair["certainty"], said("C18"), (told,)))
    return found


def run(loaded: Loaded, context: Context, settings: Settings, tick: Any, found: list[Finding] | None) -> Result:
    """Check a register; `found` are its duplicate records."""
    from ..analysis.coordinate_checks import check

    return check(
        loaded.register,
        context,
        settings,
        broken=broken_values(loaded),
        columns=loaded.columns,
        duplicates=found,
        tick=tick,
    )


def listed_units() -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    """Return the codes of earlier lists with today's, the codes in force, and the names of both."""
    from ..gazetteer import load_admin_list

    units = load_admin_list()
    former = {former.old_code: former.new_code for former in units.former}
    names = {former.old_code: former.old_name for former in units.former if former.old_name}
    return former, frozenset(units.codes), {**names, **dict(zip(units.codes, units.name_en))}


def best_pick(loaded: Loaded, more: Loaded | None, context: Context) -> pd.DataFrame:
    """Return the coordinates of the factories that have several, scored, with the preferred one flagged.

    Parameters
    ----------
    more : Loaded or None
        Further coordinates of the same factories.
    """
    import numpy as np
    import pandas as pd

    from ..analysis.best_pick import pick_best

    parts = [_candidates(loaded)]
    if more is not None:
        declared = loaded.register.frame.assign(factory_id=loaded.ids).drop_duplicates("factory_id")
        declared = declared.set_index("factory_id")
        extra = _candidates(more)
        for column in ("province_code", "district_code", "commune_code", "village_code"):
            if column not in extra and column in declared:
                extra[column] = declared[column].reindex(extra["factory_id"]).to_numpy(dtype=object)
        parts.append(extra)
    every = pd.concat(parts, ignore_index=True)
    every = every[every["factory_id"].duplicated(keep=False)].reset_index(drop=True)
    for name in every:
        if every[name].dtype == object:
            every[name] = every[name].where(every[name].notna(), None)
    xy = every[["x", "y"]].to_numpy("float64")
    inside = every["plausible"].to_numpy(dtype=bool) if len(every) else np.zeros(0, dtype=bool)
    picked = pick_best(every, xy, context.units, inside)
    return pd.concat([every, picked.drop(columns=[c for c in picked if c in every])], axis=1).sort_values(
        ["factory_id", "preferred"], ascending=[True, False], kind="stable"
    )


def _candidates(loaded: Loaded) -> pd.DataFrame:
    register = loaded.register
    return register.frame.assign(
        factory_id=loaded.ids,
        layer_name=loaded.layer.name,
        feature_id=loaded.layer.frame.index.to_numpy("int64"),
        lon=register.lon_lat[:, 0],
        lat=register.lon_lat[:, 1],
        x=register.xy[:, 0],
        y=register.xy[:, 1],
        plausible=register.plausible,
    )
