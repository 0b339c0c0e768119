"""What is clustered: each factory with its place, sector, staff, size class, province and park, as plain arrays."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..checks.role_layers import plain_class
from ..frames import LayerFrame, LayerProblem
from ..i18n import interface_locale, tr
from ..inputs import Areas, Factories, texts
from ..messages import activity_titles
from ..paths import ADMIN_UNITS, REGISTER_SCHEMA
from ..rules.pack import isic_sections

if TYPE_CHECKING:
    import numpy as np

    from ..frames import Tick
    from ..provinces import Provinces

SECTION, DIVISION, GROUP, FIELD = "section", "division", "group", "field"
LEVELS = (SECTION, DIVISION, GROUP, FIELD)
_DIGITS = {DIVISION: 2, GROUP: 3}


@dataclass(frozen=True)
class Coded:
    """A property of n factories as numbers: `code` is -1 where it is not recorded, else the place in `names`.

    `names` are what the files hold, in order, `titles` what people call them.
    """

    code: np.ndarray
    names: Sequence[str]
    titles: Sequence[str]


@dataclass(frozen=True)
class Subjects:
    """The factories of a run; arrays of n rows.

    Attributes
    ----------
    factories : Factories
    points : object array of points or None
        Of premises, a point on the site.
    xy : (n, 2) float array
        NaN without a place.
    sector, province, park : Coded
    employees : float array, NaN where not known
    has_employees : bool
        Whether there is a field of them.
    weight : float array or None
    size : object array of str or None
        Size class, as recorded, else by employees.
    has_sizes : bool
        Whether there is anything that tells the size.
    parks : Areas or None
    """

    factories: Factories
    points: np.ndarray
    xy: np.ndarray
    sector: Coded
    province: Coded
    park: Coded
    employees: np.ndarray
    has_employees: bool
    weight: np.ndarray | None
    size: np.ndarray
    has_sizes: bool
    parks: Areas | None

    @property
    def located(self) -> np.ndarray:
        import numpy as np

        return np.isfinite(self.xy[:, 0])


def places_of(factories: Factories) -> tuple[np.ndarray, np.ndarray]:
    """Return a point for each factory, and its coordinates.

    Raises
    ------
    LocationError
        If not one factory has a usable location.
    """
    import numpy as np
    import shapely

    points = shapely.point_on_surface(factories.geometries) if factories.polygonal else factories.geometries
    if shapely.is_missing(points).all():
        raise LocationError(
            "No factory of layer “{layer}” has a usable location: {why}. Are X and Y, or longitude and latitude, "
            "swapped? Is the layer's CRS the one the numbers are in?",
            layer=factories.layer.name,
            why=tr(str(factories.layer.notes[0])) if factories.layer.notes[0] else tr("it has none"),
        )
    return points, np.column_stack([shapely.get_x(points), shapely.get_y(points)])


def numbers_of(layer: LayerFrame, field: str) -> np.ndarray:
    """Return a field of numbers, 0 or more; NaN where there is none.

    Raises
    ------
    LocationError
        For the first feature that holds a text or a negative number.
    """
    import numpy as np
    import pandas as pd

    column = layer.frame[field]
    values = pd.to_numeric(column, errors="coerce").to_numpy("float64", na_value=np.nan)
    blank = np.array([text is None for text in texts(column)]) if column.dtype == object else column.isna().to_numpy()
    wrong = np.flatnonzero(~blank & ~(np.isfinite(values) & (values >= 0)))
    if len(wrong):
        row = wrong[0]
        raise LocationError(
            "Field “{field}” of layer “{layer}” holds “{value}” in feature {feature}: a number of 0 or more is needed. "
            "Features like it: {count}. Correct them, or choose another field.",
            field=field,
            layer=layer.name,
            value=texts(column.iloc[row : row + 1])[0],
            feature=int(layer.frame.index[row]),
            count=len(wrong),
        )
    return np.where(blank, np.nan, values)


def sectors(factories: Factories, level: str, field: str) -> Coded:
    """Return the sector of each factory: of its activity at a level of ISIC, or of a field of the layer."""
    import numpy as np
    import pandas as pd

    if level == FIELD:
        given = texts(factories.layer.frame[field])
        return _coded(*_by_plain_text(given))
    isic = isic_sections()
    code, distinct = pd.factorize(factories.activities)
    mapped = np.array([*(_at_level(activity, level, isic) for activity in distinct), ""], dtype=object)[code]
    titles = activity_titles(interface_locale())
    return _coded(mapped, titles)


def _at_level(activity: str, level: str, isic: dict[str, str]) -> str:
    """Return the section, division or group that a normalised activity is of; empty where it is none, or coarser."""
    if activity not in isic:
        return ""
    if level == SECTION:
        return isic[activity]
    digits = _DIGITS[level]
    return activity[:digits] if activity.isdigit() and len(activity) >= digits else ""


def _by_plain_text(given: np.ndarray) -> tuple[np.ndarray, dict[str, str]]:
    """Return texts with what people do not see as a difference taken away, as the first spelling of each."""
    import numpy as np
    import pandas as pd

    code, distinct = pd.factorize(given, use_na_sentinel=True)
    spelling: dict[str, str] = {}
    for text in sorted(distinct):
        spelling.setdefault(plain_class(text), text)
    out = np.array([*(spelling[plain_class(text)] for text in distinct), ""], dtype=object)[code]
    return out, {}


def _coded(values: np.ndarray, titles: Any) -> Coded:
    import numpy as np
    import pandas as pd

    code, distinct = pd.factorize(values, sort=False)
    order = sorted((i for i, text in enumerate(distinct) if text), key=lambda i: str(distinct[i]))
    rank = np.full(len(distinct) + 1, -1, dtype="int64")
    rank[order] = np.arange(len(order))
    names = [str(distinct[i]) for i in order]
    return Coded(rank[code], names, [titles.get(name, name) for name in names])


def provinces(factories: Factories, points: np.ndarray, layer: Provinces | None, tick: Tick) -> Coded:
    """Return the province of each factory: the one it stands in, or without such a layer what its field says."""
    import numpy as np

    if layer is None:
        return _recorded_provinces(factories)
    from ..analysis.areas import candidates

    home = candidates(points, np.zeros(len(points)), layer.shapes, tick).home
    if not layer.known:
        _report_nameless(layer.layer)
    rows = zip(layer.codes, layer.names, layer.layer.frame.index)
    code = np.array([c or n or f"feature {i}" for c, n, i in rows], dtype=object)
    return _coded(np.append(code, "")[home], {c: n or province_name(c) for c, n in zip(code, layer.names)})


def _report_nameless(layer: LayerFrame) -> None:
    from ..provinces import PROVINCE_CODES, PROVINCE_NAMES

    told = tr("no field holds codes or names of the provinces that this algorithm knows")
    advice = tr("They are called by the number of the feature. Rename a field to one of: {fields}.").format(
        fields=", ".join(dict.fromkeys((*PROVINCE_CODES[:3], *PROVINCE_NAMES[:4])))
    )
    layer.problems.append(LayerProblem(layer.name, None, told, advice))


def _recorded_provinces(factories: Factories) -> Coded:
    """Return the province that each factory's field says: by code or name, in any spelling that the gazetteer knows."""
    import numpy as np
    import pandas as pd

    from ..analysis.admin_units import POSSIBLE, resolve
    from ..gazetteer import load_admin_list

    which, distinct = pd.factorize(np.array([text or "" for text in factories.provinces], dtype=object))
    resolved = resolve(load_admin_list(), province=list(distinct))
    found = np.where(resolved.certainty[:, 0] == POSSIBLE, None, resolved.province_code)
    mapped = np.array([code or text for code, text in zip(found, distinct)], dtype=object)
    values = mapped[which] if len(which) else mapped
    odd = [text for code, text in zip(found, distinct) if text and not code]
    if odd and any(found):  # a register of another division is its own business, a mixture is not
        count = int(np.isin(values, odd).sum())
        told = tr("factories with a province that is neither a code nor a name known: {count} ({examples})")
        layer = factories.layer
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                told.format(count=count, examples=", ".join(sorted(odd)[:3])),
                tr("Each spelling counts as a province of its own. Correct the province field."),
            )
        )
    return _coded(values, {code: province_name(code) for code in mapped.tolist() if code})


@lru_cache(maxsize=1)
def _province_names() -> dict[str, tuple[str, str]]:
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "province"]
    return {row["code"]: (row["name_en"], row["name_km"]) for row in rows}


def province_name(code: str) -> str:
    """Return the name of a province by its code in the shipped list, the code itself where it is not there."""
    english, khmer = _province_names().get(code.zfill(2), (code, code))
    return khmer if interface_locale().startswith("km") else english


def parks_of(points: np.ndarray, parks: Areas | None, tick: Tick) -> Coded:
    """Return the park that each factory stands in; on its border is inside."""
    import numpy as np

    if parks is None:
        return Coded(np.full(len(points), -1, dtype="int64"), (), ())
    from ..analysis.areas import candidates

    home = candidates(points, np.zeros(len(points)), parks.geometries, tick).home
    names: dict[str, list[str]] = {}
    for id_, name in sorted({(id_, name or id_) for id_, name in zip(parks.ids, parks.names)}):
        names.setdefault(id_, []).append(name)
    doubled = [f"{id_} ({', '.join(called)})" for id_, called in names.items() if len(called) > 1]
    if doubled:
        told = tr("park ids that stand for several names: {ids}").format(ids="; ".join(doubled[:3]))
        advice = tr("They count as one park. Give each park an id of its own, or one name.")
        parks.layer.problems.append(LayerProblem(parks.layer.name, None, told, advice))
    return _coded(np.append(parks.ids, "")[home], {id_: " / ".join(called) for id_, called in names.items()})


@lru_cache(maxsize=1)
def size_bounds() -> tuple[tuple[str, ...], tuple[int, ...], int]:
    """Return the size classes, the staff with which each begins, and the year, of the definition in force."""
    definitions = json.loads(REGISTER_SCHEMA.read_text(encoding="utf-8"))["size_definitions"]
    current = next(definition for definition in definitions if definition["status"] == "current")
    classes = sorted(current["classes"], key=lambda one: one["employees_min"])
    return tuple(c["code"] for c in classes), tuple(c["employees_min"] for c in classes), current["year"]


def sizes(factories: Factories, employees: np.ndarray, year_field: str) -> np.ndarray:
    """Return size classes as recorded under the definition in force, else by the number of employees; None if neither.

    A class recorded under an earlier definition, whose limits are others, does not count.
    """
    import numpy as np
    import pandas as pd

    codes, least, year = size_bounds()
    known = np.isfinite(employees)
    row = np.searchsorted(least, np.where(known, employees, 0), side="right") - 1
    by_staff = np.where(known, np.array(codes, dtype=object)[row], None)
    recorded = factories.sizes.copy()
    if year_field:
        stated = pd.to_numeric(factories.layer.frame[year_field], errors="coerce").to_numpy("float64", na_value=np.nan)
        recorded[np.isfinite(stated) & (stated != year)] = None
    return np.where([size is None for size in recorded], by_staff, recorded).astype(object)


def problems_of(subjects: Subjects, level: str, weight_field: str) -> list[LayerProblem]:
    """Return what is missing that bears on the answer: sectors, numbers of the weight field."""
    import numpy as np

    layer = subjects.factories.layer
    out = []
    without = int((subjects.sector.code < 0).sum())
    if without:
        told = tr("factories without a sector: {count}").format(count=without)
        advice = tr("They are in no location quotient. Record the activity by its ISIC class of four digits.")
        if level == FIELD:
            advice = tr("They are in no location quotient. Fill in the field of the sectors.")
        out.append(LayerProblem(layer.name, None, told, advice))
    if subjects.weight is not None and np.isnan(subjects.weight).any():
        told = tr("factories without a value in “{field}”: {count}").format(
            field=weight_field, count=int(np.isnan(subjects.weight).sum())
        )
        out.append(LayerProblem(layer.name, None, told, tr("They count 0 towards the minimum.")))
    return out
