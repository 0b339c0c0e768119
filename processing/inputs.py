"""From frames to what the engine wants: factories and areas as plain arrays."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes

from .frames import LayerFrame, LayerProblem, Tick, definition
from .i18n import tr
from .paths import REGISTER_SCHEMA

if TYPE_CHECKING:
    import numpy as np
    from shapely import STRtree


# The register's field of names in Khmer: read where it is there, never asked for.
KHMER_NAME = "name_km"
# Its field of licence numbers, which a certificate names.
LICENCE = "licence_no"
_KILOMETRES = ("km", "គ.ម", "គម")
# No sign for thousands: “1,500” may be either, and is left to a person.
_DISTANCE = re.compile(r"(?P<number>\d+(?:\.\d+|,\d{1,2})?)\s*(?P<unit>m|ម|metres?|meters?|ម៉ែត្រ|km|គ\.ម|គម)?\.?")
# Problems of one kind that a layer's list holds one by one.
PROBLEMS_LISTED = 200
# INSPIRE's code list ConditionOfFacilityValue, in lower case: whether the factory is still to come.
_STATUSES = {
    "projected": True,
    "underconstruction": True,
    "functional": False,
    "disused": False,
    "decommissioned": False,
}
# Signs without width that come with copied Khmer text, where they part the words.
UNSEEN = "\u200b\u200c\u200d\ufeff"


@dataclass(frozen=True)
class Factories:
    """The factories of a run, as the engine wants them; every array has n rows.

    Attributes
    ----------
    layer : LayerFrame
    ids : object array of str
        The factory's id, or ``feature <number>`` where it has none.
    names, provinces, declared : object arrays of str or None
    activities : object array of str
        Normalised ISIC codes, empty where none is recorded.
    accuracy : float array
        Metres; the default of the run where none is stated. Without what a datum shift adds, see `reach`.
    stated : bool array
        The accuracy comes from the layer.
    methods : object array of str or None
        How the coordinate was obtained, where the layer says so; an accuracy not stated may follow from it.
    sizes : object array of str or None
        Size classes of the register.
    new : object array of bool or None
        Whether the factory is still to be built or opened; None where its status is not recorded.
    geometries : object array of points or polygons, None where there is no usable location
    polygonal : bool
        Whether the factories are polygons.
    can_declare : bool array
        Where the factory declares no park, that says something: there is a field for it. Not so of a proposed site.
    names_km : object array of str or None
        Names in Khmer, None altogether where the layer has no field of them.
    itself : int array or None
        Of proposed sites: the row in the register of the factory that each is, -1 for none.
    """

    layer: LayerFrame
    ids: np.ndarray
    names: np.ndarray
    provinces: np.ndarray
    declared: np.ndarray
    activities: np.ndarray
    accuracy: np.ndarray
    stated: np.ndarray
    methods: np.ndarray
    sizes: np.ndarray
    new: np.ndarray
    geometries: np.ndarray
    polygonal: bool
    can_declare: np.ndarray
    names_km: np.ndarray | None = None
    itself: np.ndarray | None = None

    @cached_property
    def accuracy_from(self) -> np.ndarray:
        """Where each accuracy comes from: ``stated``, ``method`` or ``default``."""
        import numpy as np

        typical = np.array([method in typical_accuracies() for method in self.methods], dtype=bool)
        return np.select([self.stated, typical], ["stated", "method"], "default").astype(object)

    @cached_property
    def scale(self) -> np.ndarray:
        """Metres of the working CRS for a metre on the ground, where each factory stands; 1 without a place."""
        import numpy as np
        import shapely

        from .analysis.crs import scale

        centres = shapely.centroid(self.geometries)
        xy = np.column_stack([shapely.get_x(centres), shapely.get_y(centres)])
        return scale(xy, self.layer.frame.crs.to_wkt())

    @cached_property
    def tree(self) -> STRtree:
        """The index of the geometries; made once for all layers they are compared with."""
        from shapely import STRtree

        return STRtree(self.geometries)


@dataclass(frozen=True)
class Areas:
    """Zones or parks; every array has k rows.

    Attributes
    ----------
    layer : LayerFrame
    geometries : object array of polygons or None
    ids : object array of str
        ``feature <number>`` where there is none.
    codes, names, vintages : object arrays of str
        Empty strings where the layer has no such field or value.
    aliases : sequence of k tuples of str, or nothing
        Every name that the polygons of each park have, where several were merged.
    feature_ids : sequence of k ints, or nothing
        Of the polygons, as long as each is one feature.
    kinds : sequence of k str, or nothing
        What the layer's class field says of each.
    """

    layer: LayerFrame
    geometries: np.ndarray
    ids: np.ndarray
    codes: np.ndarray
    names: np.ndarray
    vintages: np.ndarray
    aliases: Sequence[tuple[str, ...]] = ()
    feature_ids: Sequence[int] = ()
    kinds: Sequence[str] = ()

    @property
    def layers(self) -> Sequence[LayerFrame]:
        """The layers that the polygons are from."""
        return (self.layer,)

    @property
    def used_layers(self) -> Sequence[LayerFrame]:
        """Those of the layers that a polygon is from."""
        return (self.layer,)

    @property
    def keys(self) -> np.ndarray:
        """What tells each polygon from all others in the id of a finding."""
        return self.ids

    @property
    def layer_names(self) -> Sequence[str]:
        """The layer that each polygon is from."""
        return [self.layer.name] * len(self.ids)

    @property
    def accuracy_m(self) -> float:
        """What the borders' own accuracy adds, in metres."""
        return 0.0

    @cached_property
    def labels(self) -> list[str]:
        """What a finding calls each polygon: its code or id, and its name."""
        codes = [code or id_ for code, id_ in zip(self.codes, self.ids)]
        return [f"{code} ({name})" if name and name != code else code for code, name in zip(codes, self.names)]


def reach(factories: Factories, areas: Areas) -> np.ndarray:
    """Return the radius in metres within which each factory may lie relative to `areas`.

    A datum shift moves a whole layer by an unknown part of its stated accuracy, so it counts once for each layer that
    was shifted, and not at all where both were shifted alike.
    """
    shifts = [shift_between(factories.layer, layer) for layer in areas.used_layers]
    return factories.accuracy + areas.accuracy_m + max(shifts, default=0.0)


def shift_between(one: LayerFrame, other: LayerFrame) -> float:
    """Return what datum shifts add, in metres, to a distance between the features of two layers."""
    return 0.0 if one.shift == other.shift else _shift(one) + _shift(other)


def _shift(layer: LayerFrame) -> float:
    """Return what a datum shift adds; an accuracy that nobody states is NaN, which is not above 0 either."""
    return layer.accuracy_m if layer.accuracy_m > 0 else 0.0


def factories_of(
    layer: LayerFrame, fields: Mapping[str, str], default_accuracy: float, tick: Tick = lambda _: None
) -> Factories:
    """Return the factories of a layer.

    Parameters
    ----------
    layer : LayerFrame
        Gains a problem for each id used twice and each feature that is no single place.
    fields : mapping of str to str
        Field of each purpose (``ACTIVITY_FIELD``, ...), empty where the layer has none.
    default_accuracy : float
        Metres, for factories that state none and whose method of location implies none.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    import numpy as np
    import pandas as pd

    from .analysis.activities import may_have_lost_a_zero, normalise

    frame = layer.frame
    blank = np.full(len(frame), None, dtype=object)

    def text(name: str) -> np.ndarray:
        tick(0.5)
        return texts(frame[fields[name]]) if fields.get(name) else blank

    ids = text("FACTORY_ID_FIELD")
    nameless = np.array([not value for value in ids], dtype=bool)
    ids = np.where(nameless, [f"feature {i}" for i in frame.index] if nameless.any() else "", ids).astype(object)
    if fields["ACTIVITY_FIELD"]:
        codes, distinct = pd.factorize(frame[fields["ACTIVITY_FIELD"]], use_na_sentinel=True)
        from .rules.pack import isic_sections

        isic = isic_sections()
        activities = np.array([*(normalise(code, isic) for code in distinct), ""], dtype=object)[codes]
        doubtful = np.array([*(may_have_lost_a_zero(code, isic) for code in distinct), False], dtype=bool)[codes]
        _report_lost_zeros(layer, frame[fields["ACTIVITY_FIELD"]][doubtful])
    else:
        activities = np.full(len(frame), "", dtype=object)
    accuracy = np.full(len(frame), np.nan)
    if fields["ACCURACY_FIELD"]:
        accuracy = distances_of(frame[fields["ACCURACY_FIELD"]])
    stated = np.isfinite(accuracy) & (accuracy >= 0)
    if fields["ACCURACY_FIELD"]:
        _report_accuracy(layer, frame[fields["ACCURACY_FIELD"]], stated, default_accuracy)
    methods = text("METHOD_FIELD")
    typical = typical_accuracies()
    assumed = np.array([typical.get(method, default_accuracy) for method in methods], dtype="float64")
    geometries, polygonal = _one_place(layer)
    _report_lost(layer, geometries)
    _report_nameless(layer, int(nameless.sum()))
    _report_repeated(layer, ids)
    return Factories(
        layer=layer,
        ids=ids,
        names=text("NAME_FIELD"),
        provinces=text("PROVINCE_FIELD"),
        declared=text("DECLARED_PARK_FIELD"),
        activities=activities,
        accuracy=np.where(stated, accuracy, assumed),
        stated=stated,
        methods=methods,
        sizes=_sizes(layer, text("SIZE_FIELD")),
        new=_new(layer, text("STATUS_FIELD")),
        geometries=geometries,
        polygonal=polygonal,
        can_declare=np.full(len(frame), bool(fields["DECLARED_PARK_FIELD"])),
        names_km=text(KHMER_NAME) if fields.get(KHMER_NAME) else None,
    )


def _sizes(layer: LayerFrame, given: np.ndarray) -> np.ndarray:
    """Return size classes as rules name them, None for a word that is none, which is reported."""
    import numpy as np

    from .analysis.applies import SIZES

    plain = [text.casefold() if text else None for text in given]
    _report_words(layer, tr("size class"), [t for t, p in zip(given, plain) if p and p not in SIZES], SIZES)
    return np.array([size if size in SIZES else None for size in plain], dtype=object)


def _new(layer: LayerFrame, given: np.ndarray) -> np.ndarray:
    """Return whether each factory is still to come, None where its status is not recorded or no word for one."""
    import numpy as np

    plain = ["".join(c for c in text.casefold() if c.isalpha()) if text else None for text in given]
    odd = [text for text, status in zip(given, plain) if status is not None and status not in _STATUSES]
    _report_words(layer, tr("operating status"), odd, _STATUSES)
    return np.array([_STATUSES.get(status) if status else None for status in plain], dtype=object)


def _report_words(layer: LayerFrame, what: str, odd: Sequence[str], known: Iterable[str]) -> None:
    if odd:
        examples = ", ".join(f"“{word}”" for word in list(dict.fromkeys(odd))[:3])
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("no {what}: {examples}; factories: {count}").format(what=what, examples=examples, count=len(odd)),
                tr("Taken as not recorded. Known words: {known}.").format(known=", ".join(known)),
            )
        )


@lru_cache(maxsize=1)
def typical_accuracies() -> dict[str, float]:
    """Return the accuracy in metres of each method of location for which the register's schema gives one."""
    methods = json.loads(REGISTER_SCHEMA.read_text(encoding="utf-8"))["value_lists"]["loc_method"]["values"]
    return {m["code"]: float(m["typical_accuracy_m"]) for m in methods if m["typical_accuracy_m"] is not None}


def limited(problems: Sequence[LayerProblem], most: int = PROBLEMS_LISTED) -> list[LayerProblem]:
    """Return the problems, of each kind in a layer no more than `most` and then their number.

    A wrong id field or CRS makes one of every feature: a million rows would tell no more than the first few.
    """
    kinds = [(problem.layer, problem.advice) for problem in problems]
    counts = Counter(kinds)
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for problem, kind in zip(problems, kinds):
        seen[kind] += 1
        if seen[kind] <= most:
            out.append(problem)
        elif seen[kind] == counts[kind]:
            more = tr("problems of this kind, not listed: {count}").format(count=counts[kind] - most)
            out.append(LayerProblem(problem.layer, None, more, problem.advice, counts[kind] - most))
    return out


def texts(column: Any) -> np.ndarray:
    """Return a column as text, without the ``.0`` of whole numbers; None where missing or blank."""
    import numpy as np

    out = np.empty(len(column), dtype=object)
    values = column.tolist()
    if all(type(value) is str for value in values):  # the usual column: nothing missing, nothing to spell out
        out[:] = [value.strip() or None for value in values]
    else:
        out[:] = [None if missing else _text(value) for value, missing in zip(values, column.isna().tolist())]
    return out


def distances_of(column: Any) -> np.ndarray:
    """Return metres, NaN where a value is no distance; of text also “10 m”, “0.5 km”, “1,5” and Khmer digits."""
    import numpy as np
    import pandas as pd

    numbers = pd.to_numeric(column, errors="coerce").to_numpy("float64", na_value=np.nan, copy=True)
    rows = np.flatnonzero(np.isnan(numbers) & column.notna().to_numpy())
    numbers[rows] = [_metres(str(value)) for value in column.iloc[rows]]
    return numbers


def _metres(text: str) -> float:
    plain = "".join(str(unicodedata.decimal(c, c)) for c in text)
    found = _DISTANCE.fullmatch(plain.strip().lower())
    if found is None:
        return float("nan")
    return float(found["number"].replace(",", ".")) * (1000.0 if found["unit"] in _KILOMETRES else 1.0)


def _text(value: Any) -> str | None:
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value).strip() or None


def _one_place(layer: LayerFrame) -> tuple[np.ndarray, bool]:
    """Return one point or polygonal geometry a factory; several points, or 0, 0, are no place."""
    import numpy as np
    import shapely

    geometries = np.asarray(layer.frame.geometry.array, dtype=object)
    polygonal = QgsWkbTypes.geometryType(layer.wkb_type) == QgsWkbTypes.GeometryType.PolygonGeometry
    multi = np.flatnonzero(shapely.get_type_id(geometries) == 4)
    for row in multi:
        if shapely.get_num_geometries(geometries[row]) == 1:
            geometries[row] = shapely.get_geometry(geometries[row], 0)
            continue
        advice = tr("Taken as without a location: one factory, one place. Split it with “Multipart to singleparts”.")
        _blank_place(layer, geometries, row, "several points in one feature", advice)
    for row in () if polygonal else _at_zero(layer, geometries):
        advice = tr(
            "Taken as without a location: 0, 0 is how spreadsheets write “not known”. Give the feature a location."
        )
        _blank_place(layer, geometries, row, "the coordinates are 0, 0", advice)
    return geometries, polygonal


def _at_zero(layer: LayerFrame, geometries: np.ndarray) -> np.ndarray:
    """Return the rows of the points that are stored as 0, 0."""
    import numpy as np
    import shapely

    from .analysis.crs import operation

    into_working = operation(definition(layer.crs), layer.frame.crs.to_wkt())
    ((x, y),) = into_working.points(np.zeros((1, 2)))
    return np.flatnonzero((shapely.get_x(geometries) == x) & (shapely.get_y(geometries) == y))


def _blank_place(layer: LayerFrame, geometries: np.ndarray, row: int, problem: str, advice: str) -> None:
    geometries[row] = None
    layer.notes[row] = problem
    layer.problems.append(LayerProblem(layer.name, int(layer.frame.index[row]), problem, advice))


def _report_lost(layer: LayerFrame, geometries: np.ndarray) -> None:
    """Report a register of which not one factory has a place, before all that is wrong with each."""
    import shapely

    if len(geometries) and shapely.is_missing(geometries).all():
        layer.problems.insert(
            0,
            LayerProblem(
                layer.name,
                None,
                tr("no factory has a usable location"),
                tr("Are X and Y, or longitude and latitude, swapped? Is the layer's CRS the one the numbers are in?"),
            ),
        )


def _report_nameless(layer: LayerFrame, count: int) -> None:
    if count:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("factories without an id: {count}").format(count=count),
                tr("Choose the id field, or give each an id; the feature number, which may change, stands in for it."),
            )
        )


def _report_lost_zeros(layer: LayerFrame, codes: Any) -> None:
    if len(codes):
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("activity numbers of three digits that may have lost a leading zero: {count}").format(
                    count=len(codes)
                ),
                tr("Store ISIC codes as text: {code} is read as it stands, but may have been 0{code}.").format(
                    code=int(codes.iloc[0])
                ),
            )
        )


def _report_accuracy(layer: LayerFrame, given: Any, stated: np.ndarray, default_accuracy: float) -> None:
    """Report each accuracy that is there but is no distance, as it is then taken for the default."""
    rows = (~stated & given.notna().to_numpy()).nonzero()[0]
    for row, value in zip(rows, texts(given.iloc[rows])):
        if value is not None:
            layer.problems.append(
                LayerProblem(
                    layer.name,
                    int(layer.frame.index[row]),
                    tr("accuracy “{value}” is not a number of metres").format(value=value),
                    tr("{default} m was taken instead; enter a number, 0 or more, or nothing.").format(
                        default=f"{default_accuracy:g}"
                    ),
                )
            )


def _report_repeated(layer: LayerFrame, ids: np.ndarray) -> None:
    import pandas as pd

    repeated = pd.Series(ids).duplicated(keep="first").to_numpy()
    for row in repeated.nonzero()[0]:
        layer.problems.append(
            LayerProblem(
                layer.name,
                int(layer.frame.index[row]),
                tr("factory id “{id}” is used more than once").format(id=ids[row]),
                tr("Give each factory its own id; until then the results of both stand under the same one."),
            )
        )


def areas_of(
    layer: LayerFrame, id_field: str, code_field: str, name_field: str, vintage: str, class_field: str = ""
) -> Areas:
    """Return the zones or parks of a layer, by feature id; field names are empty where the layer has none."""
    import numpy as np

    numbers = layer.frame.index.to_numpy()
    # "The lowest id" of a shared border is the lowest feature id. Features not saved yet have -2, -3, ... until they
    # follow the others, in the order in which they were added.
    frame = layer.frame.iloc[np.lexsort((np.abs(numbers), numbers < 0))]

    def text(field: str) -> np.ndarray:
        values = texts(frame[field]) if field else np.full(len(frame), None, dtype=object)
        return np.where([v is None for v in values], "", values).astype(object)

    ids = text(id_field)
    placeholders = np.array([f"feature {i}" for i in frame.index], dtype=object)  # no number: that may be another's id
    return Areas(
        layer=layer,
        geometries=np.asarray(frame.geometry.array, dtype=object),
        ids=np.where(ids == "", placeholders, ids).astype(object),
        codes=text(code_field),
        names=text(name_field),
        vintages=np.where(text(vintage) == "", layer.vintage, text(vintage)).astype(object),
        feature_ids=frame.index.tolist(),
        kinds=text(class_field).tolist(),
    )
