"""What is near factories: target layers divided into groups, each asked for, and the tables made of the answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from .analysis.errors import LocationError
from .checks.role_layers import plain_class
from .frames import LayerFrame, LayerProblem
from .i18n import tr
from .inputs import Factories, texts
from .paths import STYLES
from .provenance import Run, head, summary_text, tail
from .storage.geopackage import Table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .analysis import proximity as engine
    from .analysis.roads import Ways

Tick = Callable[[float], None]

SUMMARY_VERSION = 1
# Columns are a group times its rings: with more groups the table would be wider than anyone reads.
MOST_GROUPS = 60
_PREFIX = 40
# Rows of the tables of pairs that are put together at once.
_PAIRS_AT_ONCE = 20_000
# What distance 0 means: a point in a polygon or on its border, at a point or on a line, anything that touches premises.
INSIDE, SAME_PLACE, ON_PREMISES = "inside", "same place", "on the premises"
BY_ROAD = "by road"
NO_CLASS = "no class"
FACTORY_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("accuracy_m", "real"),
    ("nearest_m", "real"),
    ("nearest_layer", "text"),
    ("nearest_class", "text"),
    ("nearest_id", "text"),
    ("nearest_name", "text"),
    ("note", "text"),
)
PAIR_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("layer", "text"),
    ("class", "text"),
    ("rank", "integer"),
    ("target_id", "text"),
    ("target_name", "text"),
    ("distance_m", "real"),
    ("bearing_deg", "real"),
    ("direction", "text"),
    ("note", "text"),
)
ROAD_FIELDS = (
    ("road_m", "real"),
    ("road_from_m", "real"),
    ("road_to_m", "real"),
    ("detour", "real"),
    ("road_note", "text"),
)
COLUMN_FIELDS = (
    ("column", "text"),
    ("layer", "text"),
    ("class", "text"),
    ("from_m", "real"),
    ("to_m", "real"),
    ("meaning", "text"),
)


@dataclass(frozen=True)
class Question:
    """What is asked of every group of targets; distances in metres."""

    k: int = 1
    edges: Sequence[float] = ()
    farthest: float = float("inf")
    sum_fields: Sequence[str] = ()
    carried: Sequence[str] = ()
    by_area: bool = False
    shares: bool = False
    extend: bool = False


@dataclass(frozen=True)
class TargetLayer:
    """A layer of targets as it was read, and its fields by purpose (``id``, ``name``, ``class``, ``factory``).

    `register` says that the factories come from this very layer.
    """

    layer: LayerFrame
    fields: Mapping[str, str]
    register: bool = False


@dataclass(frozen=True)
class Group:
    """A target layer, or one class of it; arrays of k features, the lowest id first.

    Attributes
    ----------
    prefix : str
        Begins the names of its columns.
    layer : LayerFrame
    class_ : str or None
        None where the layer is not divided.
    targets : Targets
    ids, names : (k,) object arrays of str, of str or None
    values : mapping of str to (k,) float array
        The fields to add up, as far as the layer has them.
    carried : pandas.DataFrame
        The fields to carry over, as far as the layer has them.
    own : sequence of ((n,) int array, (k,) int array)
        Keys that tell which feature is which factory.
    """

    prefix: str
    layer: LayerFrame
    class_: str | None
    targets: engine.Targets
    ids: np.ndarray
    names: np.ndarray
    values: Mapping[str, np.ndarray]
    carried: pd.DataFrame
    own: Sequence[tuple[np.ndarray, np.ndarray]]

    @property
    def label(self) -> str:
        return self.layer.name if self.class_ is None else f"{self.layer.name}: {self.class_}"

    @property
    def areal(self) -> bool:
        return bool(self.targets.areal.any())


@dataclass
class Answer:
    """What was found of one group."""

    group: Group
    near: engine.Neighbours
    rings: engine.Rings | None = None
    shares: np.ndarray | None = None
    hectares: np.ndarray | None = None
    ways: Ways | None = None
    notes: np.ndarray = field(default=None)  # type: ignore[assignment]
    premises: bool = False


def groups_of(factories: Factories, layers: Sequence[TargetLayer], question: Question) -> list[Group]:
    """Return the groups of targets.

    Raises
    ------
    LocationError
        If there are too many classes.
    """
    groups: list[Group] = []
    taken: set[str] = set()
    for layer in layers:
        for class_, rows in _classes(layer):
            if len(groups) == MOST_GROUPS:
                raise LocationError(
                    "The targets have more than {most} classes (field “{field}”): each would be several columns. "
                    "Choose a field with fewer, or none (CLASS_FIELD).",
                    most=MOST_GROUPS,
                    field=layer.fields["class"],
                )
            groups.append(_group(factories, layer, class_, rows, question, taken))
    return groups


def _classes(target: TargetLayer) -> Iterator[tuple[str | None, np.ndarray]]:
    """Yield each class of a layer with the rows of its usable features; features without one come last."""
    import numpy as np

    frame = target.layer.frame
    usable = np.flatnonzero(frame.geometry.notna().to_numpy())
    if not target.fields["class"]:
        yield None, usable
        return
    given = [text or "" for text in texts(frame[target.fields["class"]])]
    plain = np.array([plain_class(text) for text in given], dtype=object)
    called: dict[str, str] = {}
    for text, class_ in sorted(zip(given, plain)):
        called.setdefault(class_, text)
    for class_ in sorted(called, key=lambda name: (name == "", name)):
        yield called[class_] or NO_CLASS, usable[plain[usable] == class_]


def _group(
    factories: Factories,
    target: TargetLayer,
    class_: str | None,
    rows: np.ndarray,
    question: Question,
    taken: set[str],
) -> Group:
    import numpy as np

    from .analysis.neighbours import Targets

    frame = target.layer.frame
    numbers = frame.index.to_numpy()[rows]
    given = texts(frame[target.fields["id"]])[rows] if target.fields["id"] else np.full(len(rows), None, dtype=object)
    ids = np.array([id_ or str(number) for id_, number in zip(given, numbers)], dtype=object)
    order = _by_id(ids, numbers)
    rows, ids = rows[order], ids[order]
    part = frame.iloc[rows]
    named = texts(part[target.fields["name"]]) if target.fields["name"] else np.full(len(rows), None, dtype=object)
    known = set(frame.columns)
    return Group(
        prefix=_prefix(target.layer.name, class_, taken),
        layer=target.layer,
        class_=class_,
        targets=Targets(np.asarray(part.geometry.array, dtype=object)),
        ids=ids,
        names=named,
        values={name: _numbers(part[name]) for name in question.sum_fields if name in known},
        carried=part[[name for name in question.carried if name in known]].reset_index(drop=True),
        own=list(_own(factories, target, rows)),
    )


def _by_id(ids: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return the order of features by id, as numbers where all are whole ones; then by feature number."""
    import numpy as np

    if all(id_.isdecimal() and len(id_) < 18 for id_ in ids):
        return np.lexsort((numbers, np.array([int(id_) for id_ in ids], dtype="int64")))
    return np.array(sorted(range(len(ids)), key=lambda i: (ids[i], numbers[i])), dtype="int64")


def _own(factories: Factories, target: TargetLayer, rows: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield keys that tell which feature is which factory: its number in the same layer, the same factory id."""
    import numpy as np
    import pandas as pd

    frame = target.layer.frame
    if target.register:
        codes, _ = pd.factorize(np.concatenate([factories.layer.frame.index.to_numpy(), frame.index.to_numpy()[rows]]))
        yield codes[: len(factories.ids)], codes[len(factories.ids) :]
    if target.fields.get("factory"):
        theirs = texts(frame[target.fields["factory"]])[rows]
        codes, _ = pd.factorize(np.concatenate([factories.ids, theirs]))
        yield codes[: len(factories.ids)], codes[len(factories.ids) :]  # -1 for a feature without an id


def _numbers(column: pd.Series) -> np.ndarray:
    import numpy as np
    import pandas as pd

    values = pd.to_numeric(column, errors="coerce").to_numpy("float64", na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def _prefix(layer: str, class_: str | None, taken: set[str]) -> str:
    """Return what begins the names of a group's columns: its name in letters of any script, digits and ``_``."""
    name = layer if class_ is None else f"{layer}_{class_}"
    plain = "".join(c if unicodedata.category(c)[0] in "LMN" else "_" for c in name.casefold())
    plain = "_".join(part for part in plain.split("_") if part)[:_PREFIX] or "targets"
    # A name with another behind it would read as one of its columns.
    names = (plain, *(f"{plain}{number}" for number in range(2, MOST_GROUPS + 2)))
    chosen = next(name for name in names if name not in taken and name not in ("nearest", "factory"))
    taken.add(chosen)
    return chosen


def ask(group: Group, places: engine.Factories, question: Question, tick: Tick) -> Answer:
    """Return what is near the factories of one group."""
    import numpy as np

    from .analysis import proximity as engine

    parts = 1 + bool(question.edges) + bool(question.edges and group.areal and (question.shares or question.by_area))
    done = 0

    def step(share: float) -> None:
        tick((done + share) / parts)

    near = engine.nearest(places, group.targets, question.k, question.farthest, group.own, step)
    areal = group.targets.areal[near.feature]
    here = [near.distance > 0, np.full(len(areal), places.areal), areal]
    notes = np.select(here, ["", ON_PREMISES, INSIDE], SAME_PLACE).astype(object)
    answer = Answer(group, near, notes=np.where(notes == "", None, notes), premises=places.areal)
    if not question.edges:
        return answer
    done = 1
    answer.rings = engine.rings(
        places,
        group.targets,
        question.edges,
        group.values,
        group.own,
        extend=question.extend,
        limit=question.farthest,
        tick=step,
    )
    done = 2
    if question.shares and group.areal:
        polygons = group.targets.geometries[group.targets.areal]
        answer.shares, answer.hectares = engine.ground_shares(places, polygons, question.edges, step)
    if question.by_area and group.values and bool(group.targets.areal.all()):
        spread = engine.portions(places, group.targets, question.edges, group.values, group.own, step)
        extended = np.isfinite(answer.rings.extended)
        for name, sums in spread.items():
            answer.rings.sums[name][~extended] = sums[~extended]
    return answer


def along_roads(
    answers: Sequence[Answer],
    roads: LayerFrame,
    crs: str,
    gap: float,
    farthest_off: float,
    tick: Tick,
    *,
    crossings: bool = False,
) -> str:
    """Add the ways along roads to what was found; all pairs at once, so that the graph is made once.

    Returns
    -------
    str
        A sentence about how well the roads hang together.
    """
    import numpy as np

    from .analysis.roads import Roads, Ways

    graph = Roads(np.asarray(roads.frame.geometry.array, dtype=object), crs, gap, crossings=crossings)
    tick(0.2)
    start = np.concatenate([answer.near.start for answer in answers])
    end = np.concatenate([answer.near.foot for answer in answers])
    ways = graph.ways(start, end, farthest_off, lambda share: tick(0.2 + 0.8 * share))
    at = np.cumsum([0, *(len(answer.near.place) for answer in answers)])
    for answer, first, last in zip(answers, at, at[1:]):
        part = slice(first, last)
        here = answer.near.distance == 0
        why = np.where(here, SAME_PLACE, ways.why[part])
        metres = np.where(here, 0.0, ways.metres[part])
        answer.ways = Ways(metres, ways.off_start[part], ways.off_end[part], why)
    parts, share = graph.islands()
    return tr(
        "Roads of “{layer}”: parts without a way between them: {parts}; the largest has {share} of their length. "
        "Where that is little, close larger gaps (ROAD_GAP) or connect roads that cross (ROAD_CROSSINGS)."
    ).format(layer=roads.name, parts=parts, share=f"{share:.0%}")


def problems_of(groups: Sequence[Group]) -> list[LayerProblem]:
    """Return what a person should look at about the targets: numbers that are missing."""
    import numpy as np

    problems = []
    for group in groups:
        for name, values in group.values.items():
            missing = int(np.isnan(values).sum())
            if missing:
                problem = tr("features of “{group}” without a number in field “{field}”: {count}")
                told = problem.format(group=group.label, field=name, count=missing)
                problems.append(LayerProblem(group.layer.name, None, told, tr("They count as 0 in the sums.")))
    return problems


def tables(
    factories: Factories,
    answers: Sequence[Answer],
    question: Question,
    crs: QgsCoordinateReferenceSystem,
    *,
    roads: bool,
    lines: bool,
) -> list[Table]:
    """Return the tables to write."""
    import numpy as np
    import shapely

    from .analysis.geometry import as_multi

    wide, fields, meanings = _wide(factories, answers, question, roads=roads)
    shapes = as_multi(factories.geometries) if factories.polygonal else factories.geometries
    about = tr("What is near each factory of “{layer}”.").format(layer=factories.layer.name)
    kind = "MultiPolygon" if factories.polygonal else "Point"
    style = STYLES / ("proximity_polygon.qml" if factories.polygonal else "proximity.qml")
    carried, od_fields = _pair_fields(answers, roads=roads)

    def pairs() -> Iterator[tuple[pd.DataFrame, None]]:
        for answer, rows in _lots(answers):
            yield _pairs(factories, answer, rows, carried, roads=roads), None

    def drawn() -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        for answer, rows in _lots(answers):
            rows = rows[np.round(answer.near.distance[rows], 2) > 0]
            ends = np.stack([answer.near.start[rows], answer.near.foot[rows]], axis=1)
            yield _pairs(factories, answer, rows, carried, roads=roads), shapely.linestrings(ends)

    told = tr("Factories and their nearest targets, one row a pair.")
    count = sum(len(answer.near.place) for answer in answers)
    out = [
        Table("factories", fields, wide, shapes, kind, crs, about, style),
        Table("od", od_fields, description=told, style=STYLES / "proximity_od.qml", pieces=pairs, rows=count),
        Table("columns", COLUMN_FIELDS, meanings, description=tr("What the columns of the table factories are.")),
    ]
    if lines:
        told = tr("From each factory to the nearest point of its targets, in a straight line.")
        style = STYLES / "proximity_lines.qml"
        table = Table("lines", od_fields, None, None, "LineString", crs, told, style, pieces=drawn, rows=count)
        out.insert(1, table)
    return out


def _lots(answers: Sequence[Answer]) -> Iterator[tuple[Answer, np.ndarray]]:
    """Yield the pairs of all answers, so many at once as may be held."""
    import numpy as np

    for answer in answers:
        for start in range(0, len(answer.near.place), _PAIRS_AT_ONCE):
            yield answer, np.arange(start, min(start + _PAIRS_AT_ONCE, len(answer.near.place)))


def _wide(
    factories: Factories, answers: Sequence[Answer], question: Question, *, roads: bool
) -> tuple[pd.DataFrame, list[tuple[str, str]], pd.DataFrame]:
    """Return a row a factory, its fields, and what each of the columns of a group means."""
    import numpy as np
    import pandas as pd
    import shapely

    n = len(factories.ids)
    located = ~shapely.is_missing(factories.geometries)
    known = factories.stated | (factories.accuracy_from == "method")
    columns: dict[str, Any] = {
        "factory_id": factories.ids,
        "factory_name": factories.names,
        "accuracy_m": np.where(known, factories.accuracy, np.nan),
        **_nearest_of_all(n, answers),
        "note": np.where(located, None, factories.layer.notes),
    }
    fields, meanings = list(FACTORY_FIELDS), []
    for answer in answers:
        for name, kind, values, ring, meaning in _columns(answer, question, located, roads=roads):
            full = _free(f"{answer.group.prefix}_{name}", columns)
            columns[full] = values
            fields.append((full, kind))
            meanings.append((full, answer.group.layer.name, answer.group.class_, *(ring or (None, None)), meaning))
    told = pd.DataFrame(meanings, columns=[name for name, _ in COLUMN_FIELDS])
    for name in ("from_m", "to_m"):
        told[name] = told[name].astype("float64")
    return pd.DataFrame(columns), fields, told


def _free(name: str, taken: Iterable[str]) -> str:
    """Return a column's name, with a number where another has it; GeoPackages heed no case."""
    known = {other.casefold() for other in taken}
    names = (name, *(f"{name}_{number}" for number in range(2, len(known) + 3)))
    return next(one for one in names if one.casefold() not in known)


def _nearest_of_all(n: int, answers: Sequence[Answer]) -> dict[str, np.ndarray]:
    """Return the nearest target of all groups, of equally near ones that of the first group."""
    import numpy as np

    best = np.full(n, np.nan)
    out = {f"nearest_{what}": np.full(n, None, dtype=object) for what in ("layer", "class", "id", "name")}
    for answer in answers:
        first = np.flatnonzero(answer.near.rank == 1)
        place, metres = answer.near.place[first], answer.near.distance[first]
        nearer = np.isnan(best[place]) | (metres < best[place])
        place, feature = place[nearer], answer.near.feature[first[nearer]]
        best[place] = metres[nearer]
        out["nearest_layer"][place], out["nearest_class"][place] = answer.group.layer.name, answer.group.class_
        out["nearest_id"][place], out["nearest_name"][place] = answer.group.ids[feature], answer.group.names[feature]
    return {"nearest_m": np.round(best, 2), **out}


def _note_meaning(answer: Answer) -> str:
    """Return what the words of a note say, as far as the targets and factories can have them."""
    if answer.premises:
        return tr("at distance 0, {note}: it touches or overlaps the premises").format(note=ON_PREMISES)
    areal = answer.group.targets.areal
    meanings = [tr("{note}: the factory stands in it or on its border").format(note=INSIDE)] if areal.any() else []
    if not areal.all() or not len(areal):
        meanings.append(tr("{note}: the factory stands at the same point, or on the line").format(note=SAME_PLACE))
    return tr("at distance 0, {notes}").format(notes="; ".join(meanings))


_Column = tuple[str, str, Any, "tuple[float, float] | None", str]


def _columns(answer: Answer, question: Question, located: np.ndarray, *, roads: bool) -> Iterator[_Column]:
    """Yield name, kind, values, ring and meaning of each column of a group."""
    import numpy as np

    from .analysis.proximity import compass

    near, group, n = answer.near, answer.group, len(located)
    first = near.rank == 1
    place, feature = near.place[first], near.feature[first]

    def spread(values: np.ndarray, nothing: Any) -> np.ndarray:
        out = np.full(n, nothing, dtype=object if nothing is None else "float64")
        out[place] = values
        return out

    yield "id", "text", spread(group.ids[feature], None), None, tr("id of the nearest")
    yield "name", "text", spread(group.names[feature], None), None, tr("name of the nearest")
    yield "m", "real", spread(np.round(near.distance[first], 2), np.nan), None, tr("distance to it in metres, geodesic")
    bearing = near.bearing[first]
    degrees = tr("direction to it in degrees, clockwise from true north")
    yield "deg", "real", spread(np.round(bearing, 1) % 360.0, np.nan), None, degrees
    yield "dir", "text", spread(compass(bearing), None), None, tr("direction to it in words")
    yield "note", "text", spread(answer.notes[first], None), None, _note_meaning(answer)
    if roads and answer.ways is not None:
        metres = np.round(answer.ways.metres[first], 1)
        yield "road_m", "real", spread(metres, np.nan), None, tr("distance to it by road in metres")
    if answer.rings is None:
        return
    rings = list(zip(question.edges, question.edges[1:]))
    for number, ring in enumerate(rings):
        suffix = "_".join(f"{edge:g}".replace(".", "p") for edge in ring)
        count = np.where(located, answer.rings.count[:, number].astype("float64"), np.nan)
        yield f"n_{suffix}", "integer", count, ring, tr("number in the ring")
        for name, sums in answer.rings.sums.items():
            values = np.where(located, np.round(sums[:, number], 6), np.nan)
            yield f"{name}_{suffix}", "real", values, ring, tr("sum of {field} in the ring").format(field=name)
        if answer.shares is not None and answer.hectares is not None:
            told = tr("share of the ring's ground that they cover, 0 to 1")
            yield f"share_{suffix}", "real", np.round(answer.shares[:, number], 6), ring, told
            yield f"ha_{suffix}", "real", np.round(answer.hectares[:, number], 4), ring, tr("the same in hectares")
    if question.extend:
        told = tr("the rings were empty: metres to which the last one was extended, to the nearest")
        yield "extended_m", "real", np.round(answer.rings.extended, 2), None, told


def _pair_fields(answers: Sequence[Answer], *, roads: bool) -> tuple[dict[str, tuple[str, str]], list[tuple[str, str]]]:
    """Return column and kind of each field carried over, and all fields of the origin-destination table."""
    fields = [*PAIR_FIELDS, *(ROAD_FIELDS if roads else ())]
    carried: dict[str, tuple[str, str]] = {}
    for name in dict.fromkeys(name for answer in answers for name in answer.group.carried.columns):
        kinds = {_kind(answer.group.carried[name]) for answer in answers if name in answer.group.carried}
        kind = kinds.pop() if len(kinds) == 1 else "real" if kinds == {"integer", "real"} else "text"
        column = _free(f"target_{name}", [name for name, _ in fields])
        carried[name] = column, kind
        fields.append((column, kind))
    return carried, fields


def _pairs(
    factories: Factories, answer: Answer, rows: np.ndarray, carried: Mapping[str, tuple[str, str]], *, roads: bool
) -> pd.DataFrame:
    """Return some rows of the origin-destination table, of one answer."""
    import numpy as np
    import pandas as pd

    from .analysis.proximity import compass

    near, group = answer.near, answer.group
    place, feature, distance, bearing = near.place[rows], near.feature[rows], near.distance[rows], near.bearing[rows]
    columns: dict[str, Any] = {
        "factory_id": factories.ids[place],
        "factory_name": factories.names[place],
        "layer": np.full(len(rows), group.layer.name, dtype=object),
        "class": np.full(len(rows), group.class_, dtype=object),
        "rank": near.rank[rows],
        "target_id": group.ids[feature],
        "target_name": group.names[feature],
        "distance_m": np.round(distance, 2),
        "bearing_deg": np.round(bearing, 1) % 360.0,
        "direction": compass(bearing),
        "note": answer.notes[rows],
    }
    if roads and answer.ways is not None:
        ways = answer.ways
        columns["road_m"] = np.round(ways.metres[rows], 1)
        columns["road_from_m"] = np.round(ways.off_start[rows], 1)
        columns["road_to_m"] = np.round(ways.off_end[rows], 1)
        with np.errstate(divide="ignore", invalid="ignore"):
            detour = np.round(ways.metres[rows] / distance, 3)
        columns["detour"] = np.where(distance > 0, detour, np.nan)
        columns["road_note"] = np.where(ways.why[rows] == "", BY_ROAD, ways.why[rows])
    for name, (column, kind) in carried.items():
        if name not in group.carried:
            continue
        values = group.carried[name].iloc[feature].reset_index(drop=True)
        numbers = pd.to_numeric(values, errors="coerce").astype("float64") if kind != "text" else None
        columns[column] = texts(values) if numbers is None else numbers
    return pd.DataFrame(columns)


def _kind(column: pd.Series) -> str:
    from pandas.api.types import is_bool_dtype, is_float_dtype, is_integer_dtype

    if is_bool_dtype(column):
        return "text"
    return "integer" if is_integer_dtype(column) else "real" if is_float_dtype(column) else "text"


def told_of(answer: Answer, question: Question) -> dict[str, Any]:
    """Return what was found of a group, all factories together, as plain JSON values."""
    import numpy as np

    near, group = answer.near, answer.group
    first = near.rank == 1
    metres = near.distance[first]
    out: dict[str, Any] = {
        "layer": group.layer.name,
        "class": group.class_,
        "columns": group.prefix,
        "features": len(group.ids),
        "factories_with_one": len(metres),
        "distance_m": None
        if not len(metres)
        else {
            "least": round(float(metres.min()), 2),
            "median": round(float(np.median(metres)), 2),
            "most": round(float(metres.max()), 2),
        },
    }
    if answer.rings is not None:
        extended = np.isfinite(answer.rings.extended)
        out["rings"] = [
            {
                "from_m": low,
                "to_m": high,
                "factories_with_any": int(((answer.rings.count[:, i] > 0) & ~extended).sum()),
                "targets_counted_once": int((answer.rings.innermost == i).sum()),
                "sums_counted_once": {
                    name: round(float(np.nansum(values[answer.rings.innermost == i])), 6)
                    for name, values in group.values.items()
                },
            }
            for i, (low, high) in enumerate(zip(question.edges, question.edges[1:]))
        ]
        out["extended"] = int(extended.sum())
    if answer.ways is not None:
        why, counts = np.unique(
            np.where(answer.ways.why == "", BY_ROAD, answer.ways.why).astype(str), return_counts=True
        )
        out["road"] = dict(zip(why.tolist(), counts.tolist()))
    return out


def as_json(
    run: Run,
    factories: Factories,
    answers: Sequence[Answer],
    layers: Sequence[LayerFrame],
    question: Question,
    problems: Sequence[LayerProblem],
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    import shapely

    told = {
        **head(SUMMARY_VERSION, run),
        "factories": len(factories.ids),
        "without_location": int(shapely.is_missing(factories.geometries).sum()),
        "targets": [told_of(answer, question) for answer in answers],
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)


def report(answer: Answer, factories: int, question: Question) -> list[str]:
    """Return sentences for the log about one group."""
    told = told_of(answer, question)
    found = told["factories_with_one"]
    if not found:
        return [tr("{group}: none within reach of any factory.").format(group=answer.group.label)]
    out = [
        tr("{group}: found for {found} of {factories} factories; nearest {least} m, median {median} m.").format(
            group=answer.group.label,
            found=found,
            factories=factories,
            least=f"{told['distance_m']['least']:,.0f}",
            median=f"{told['distance_m']['median']:,.0f}",
        )
    ]
    for ring in told.get("rings", ()):
        out.append(
            tr("{group}, {low}–{high} m: factories with any: {count}; different targets: {targets}.").format(
                group=answer.group.label,
                low=f"{ring['from_m']:,g}",
                high=f"{ring['to_m']:,g}",
                count=ring["factories_with_any"],
                targets=ring["targets_counted_once"],
            )
        )
    if told.get("extended"):
        out.append(
            tr("{group}: rings that were empty and reach to the nearest now: {count}.").format(
                group=answer.group.label, count=told["extended"]
            )
        )
    for why, count in told.get("road", {}).items():
        out.append(tr("{group}, ways: {why}: {count}.").format(group=answer.group.label, why=why, count=count))
    return out
