"""The tables of `register_quality`: measures, and the areas they are drawn on."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..analysis import quality as q
from ..analysis.errors import LocationError
from ..frames import LayerFrame
from ..i18n import interface_locale, tr
from ..inputs import Factories, texts
from ..paths import ADMIN_UNITS, STYLES
from ..provenance import checksum, head, summary_text
from ..storage.geopackage import Table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..checks.findings_file import FindingsFile

_KINDS = {"count": "integer", "share": "real", "m": "real"}
QUALITY_FIELDS = (
    ("level", "text"),
    ("code", "text"),
    ("name", "text"),
    *((measure.name, _KINDS[measure.unit]) for measure in q.MEASURES),
)
MEASURE_FIELDS = (
    ("measure", "text"),
    ("title", "text"),
    ("unit", "text"),
    ("iso_element", "text"),
    ("iso_measure_id", "integer"),
    ("iso_measure", "text"),
)
SUMMARY_VERSION = 1


def register_of(factories: Factories, fields: Mapping[str, str], found: FindingsFile | None) -> pd.DataFrame:
    """Return the register as the engine measures it.

    Parameters
    ----------
    factories : Factories
    fields : mapping of str to str
        Field of each purpose (``DISTRICT_FIELD``, ...), empty where the layer has none.
    found : FindingsFile or None
        A check of the register: gives each factory its verdict, and whether it has zoning; ``unclear`` is where it does
        not tell which of the factories with one id an answer is about.
    """
    import numpy as np
    import pandas as pd
    import shapely

    frame, n = factories.layer.frame, len(factories.ids)

    def text(purpose: str) -> np.ndarray:
        name = fields.get(purpose)
        return texts(frame[name]) if name else np.full(n, None, dtype=object)

    def number(purpose: str) -> np.ndarray:
        name = fields.get(purpose)
        values = frame[name] if name else pd.Series(np.full(n, np.nan))
        return pd.to_numeric(values, errors="coerce").to_numpy("float64", na_value=np.nan)

    register = pd.DataFrame(
        {
            "factory_id": text("FACTORY_ID_FIELD"),
            "activity": factories.activities,
            "method": factories.methods,
            "size": factories.sizes,
            "province": factories.provinces,
            "district": text("DISTRICT_FIELD"),
            "commune": text("COMMUNE_FIELD"),
            "located": ~shapely.is_missing(factories.geometries),
            "accuracy_m": np.where(factories.stated, factories.accuracy, np.nan),
            "employees": number("EMPLOYEES_FIELD"),
            "size_year": number("SIZE_YEAR_FIELD"),
        }
    )
    if found is None:
        return register.assign(verdict=None, zone_reason=None, unclear=False)
    known = found.factories.drop_duplicates("factory_id").set_index("factory_id")
    known = known.reindex(columns=["verdict", "zone_reason"])
    checked = known.reindex(factories.ids).set_axis(register.index)
    checked["unclear"] = checked["verdict"].notna() & np.isin(factories.ids, _unclear(factories.ids, found.factories))
    if checked["verdict"].isna().all():
        raise LocationError(
            "No factory of “{layer}” is in the findings “{path}”: they are of another register, or of another id "
            "field.",
            layer=factories.layer.name,
            path=found.path.name,
        )
    checked.loc[checked["unclear"], ["verdict", "zone_reason"]] = None
    return register.assign(**{name: checked[name] for name in checked})


def _unclear(ids: np.ndarray, factories: pd.DataFrame) -> list[str]:
    """Return ids that several factories have, of which a check does not tell which answer is whose.

    Where it has an answer for each of them, and all are alike, nothing needs to be told apart.
    """
    import pandas as pd

    known = factories.reindex(columns=["factory_id", "verdict", "zone_reason"])
    answers = known.drop_duplicates()["factory_id"].value_counts()
    counted, registered = known["factory_id"].value_counts(), pd.Series(ids).value_counts()
    several = counted.index[(counted > 1) | (registered.reindex(counted.index).fillna(0) > 1)]
    alike = (answers.reindex(several) == 1) & (counted[several] == registered.reindex(several))
    return list(several[~alike.to_numpy()])


def measure(register: pd.DataFrame) -> pd.DataFrame:
    """Return the measures of a register, columns of `QUALITY_FIELDS`."""
    from ..rules.pack import isic_sections
    from .schema import load_schema

    sizes = load_schema().sizes
    facts = q.facts_of(
        register,
        activities=isic_sections().keys(),
        largest_staff={(s.year, s.code): s.employees_max for s in sizes if s.employees_max is not None},
        current_year=max(size.year for size in sizes),
    )
    measured = q.quality(facts)
    named = unit_names(interface_locale())
    names = [_name(level, code, named) for level, code in zip(measured["level"], measured["code"])]
    for one in q.MEASURES:
        if one.unit != "count":
            measured[one.name] = measured[one.name].astype("float64").round(4 if one.unit == "share" else 1)
    return measured.assign(name=names)[[name for name, _ in QUALITY_FIELDS]]


def _name(level: str, code: str | None, named: Mapping[str, str]) -> str | None:
    if level == q.COUNTRY:
        return tr("All factories")
    return tr("No code recorded") if code is None else named.get(code)


@lru_cache(maxsize=2)
def unit_names(locale: str) -> Mapping[str, str]:
    """Return the name of each administrative unit by its code, in the language of `locale`."""
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    khmer = locale.startswith("km")
    return {row["code"]: (khmer and row["name_km"]) or row["name_en"] for row in rows}


def on_areas(measured: pd.DataFrame, areas: LayerFrame, field: str) -> tuple[pd.DataFrame, np.ndarray, int]:
    """Return the measures of each area of a layer; an area without factories has none but their number, 0.

    Returns
    -------
    measures : pandas.DataFrame
        Columns of `QUALITY_FIELDS`, a row an area that is drawn and has a code.
    geometries : object array of polygons
    left : int
        Factories whose code is that of no area.

    Raises
    ------
    LocationError
        If the layer has the code of no factory.
    """
    import numpy as np
    import shapely

    codes = texts(areas.frame[field])
    geometries = np.asarray(areas.frame.geometry.array, dtype=object)
    drawn = ~shapely.is_missing(geometries) & np.array([code is not None for code in codes], dtype=bool)
    units = measured[measured["code"].notna()]
    fits = {
        level: int(np.isin(codes.astype(str), rows["code"].astype(str)).sum()) for level, rows in units.groupby("level")
    }
    level = max(fits, key=lambda name: fits[name], default=q.PROVINCE)
    if not fits.get(level):
        raise LocationError(
            "No code of field “{field}” of layer “{layer}” (such as “{code}”) is one of the register "
            "(such as “{own}”).",
            field=field,
            layer=areas.name,
            code=next((code for code in codes if code), ""),
            own=next(iter(units["code"]), ""),
        )
    of_level = units[units["level"] == level].set_index("code")
    rows = of_level.reindex(codes[drawn]).rename_axis("code").reset_index()
    named = unit_names(interface_locale())
    rows = rows.assign(
        level=level,
        factories=rows["factories"].fillna(0),
        name=[name if isinstance(name, str) else named.get(code) for name, code in zip(rows["name"], rows["code"])],
    )
    total = measured.loc[measured["level"] == q.COUNTRY, "factories"].iloc[0]
    left = int(total - of_level.loc[of_level.index.isin(codes[drawn]), "factories"].sum())
    return rows[[name for name, _ in QUALITY_FIELDS]], geometries[drawn], left


def tables(
    measured: pd.DataFrame, areas: tuple[pd.DataFrame, np.ndarray] | None, areas_crs: Any, about: str
) -> list[Table]:
    """Return the tables to write; the map comes first, for whoever opens the file."""
    from ..analysis.geometry import as_multi

    out = [
        Table("quality", QUALITY_FIELDS, measured, description=about, style=STYLES / "quality.qml"),
        Table("measures", MEASURE_FIELDS, _catalogue(), description=tr("The measures, and their names in ISO 19157.")),
    ]
    if areas is not None:
        rows, shapes = areas
        style = STYLES / "quality_map.qml"
        out.insert(
            0, Table("quality_map", QUALITY_FIELDS, rows, as_multi(shapes), "MultiPolygon", areas_crs, about, style)
        )
    return out


def _catalogue() -> pd.DataFrame:
    import pandas as pd

    titles = measure_titles()
    rows = [(m.name, titles[m.name], m.unit, m.element or None, m.iso_id, m.iso_name or None) for m in q.MEASURES]
    return pd.DataFrame(rows, columns=[name for name, _ in MEASURE_FIELDS], dtype=object)


def measure_titles() -> dict[str, str]:
    """Return what each measure is called."""
    from ..titles import column_titles

    titles = column_titles()
    return {one.name: titles[one.name] for one in q.MEASURES}


def as_json(measured: pd.DataFrame, layers: Sequence[LayerFrame], found: FindingsFile | None) -> str:
    """Return the measures and where they come from as the text of the JSON summary."""
    titles = measure_titles()
    told = {
        **head(SUMMARY_VERSION),
        "layers": [
            {"role": layer.role, "name": layer.name, "source": layer.source, "sha256": checksum(layer.path)}
            for layer in layers
        ],
        "findings": None if found is None else {"file": found.path.name, "run_id": found.last_run.get("run_id")},
        "measures": {
            m.name: {
                "title": titles[m.name],
                "unit": m.unit,
                "iso_element": m.element or None,
                "iso_measure_id": m.iso_id,
            }
            for m in q.MEASURES
        },
        "units": [
            {name: _plain(row[name], kind) for name, kind in QUALITY_FIELDS} for row in measured.to_dict("records")
        ],
    }
    return summary_text(told)


def _plain(value: Any, kind: str) -> Any:
    if value is None or value != value:
        return None
    return {"integer": int, "real": float}.get(kind, str)(value)


def report(country: Mapping[str, Any]) -> list[str]:
    """Return the measures of the whole register as sentences."""
    said = [
        tr("Factories: {factories}; without any of the faults below: {sound}.").format(
            factories=country["factories"], sound=_percent(country["sound_share"])
        ),
        tr("Without a usable location: {missing}; located by the centre of a village, commune, district or province: "
           "{centroid}.").format(missing=country["missing_location"], centroid=_percent(country["centroid_share"])),
        tr("With a stated accuracy: {share}; its mean: {mean}, its worst: {worst}.").format(
            share=_percent(country["stated_accuracy_share"]),
            mean=_metres(country["mean_accuracy_m"]),
            worst=_metres(country["worst_accuracy_m"]),
        ),
        tr("Without an id: {missing}; with the id of another: {repeated}.").format(
            missing=country["missing_id"], repeated=country["duplicate_id"]
        ),
        tr("Without an activity: {missing}; with one that ISIC does not have: {unknown}.").format(
            missing=country["missing_activity"], unknown=country["unknown_activity"]
        ),
        tr("Without a province code: {province}; a district code: {district}; a commune code: {commune}.").format(
            province=_percent(country["missing_province_share"]),
            district=_percent(country["missing_district_share"]),
            commune=_percent(country["missing_commune_share"]),
        ),
        tr("With more staff than their size class: {count}.").format(count=country["size_inconsistent"]),
    ]  # fmt: skip
    if country["checked"]:
        said.append(
            tr("Of the {checked} factories checked, undecided: {undecided}; without zoning data: {unzoned}.").format(
                checked=country["checked"],
                undecided=_percent(country["undecided_share"]),
                unzoned=_percent(country["no_zoning_share"]),
            )
        )
    return said


def _percent(share: float) -> str:
    return "–" if share != share else f"{share:.1%}"


def _metres(value: float) -> str:
    return "–" if value != value else f"{value:,.0f} m"
