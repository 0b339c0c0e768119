"""Where factories stand out on a grid of hexagons: from layers to cells, and the tables made of the statistics."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from .analysis.errors import LocationError
from .frames import LayerFrame, LayerProblem
from .i18n import tr
from .inputs import Factories
from .paths import STYLES
from .provenance import Run, head, summary_text, tail
from .storage.geopackage import Table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .analysis.hot_spots import HotSpots

Tick = Callable[[float], None]

SUMMARY_VERSION = 1
# Below this many cells the tests say little: a usual least number for Gi* and Moran's I.
FEW_CELLS = 30
# So many cells must stand out together before any of them can be called hot: more is worth a warning.
MOST_NEEDED = 20
# Numbers of cells that a suggested size keeps to, and the smallest size (metres) that is suggested or can be given.
LEAST_CELLS, MOST_CELLS, LEAST_SIZE = 100, 20_000, 10.0
OUTSIDE = "outside the area"
NO_CELL_CLASS = "not in the grid"
CELL_FIELDS = (
    ("cell_id", "text"),
    ("factories", "integer"),
    ("value", "real"),
    ("neighbours", "integer"),
    ("value_around", "real"),
    ("class", "text"),
    ("gi_z", "real"),
    ("p", "real"),
    ("p_fdr", "real"),
    ("class_z", "text"),
    ("p_z", "real"),
    ("p_z_fdr", "real"),
    ("moran", "text"),
    ("moran_i", "real"),
    ("moran_p", "real"),
    ("moran_p_fdr", "real"),
    ("note", "text"),
)
FACTORY_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("accuracy_m", "real"),
    ("cell_id", "text"),
    ("class", "text"),
    ("note", "text"),
)
SUMMARY_FIELDS = (("item", "text"), ("value", "real"), ("meaning", "text"))


@dataclass(frozen=True)
class Question:
    """What is asked.

    Attributes
    ----------
    field : str
        The field to add up; empty where factories are counted.
    size : float or None
        Of the cells, metres across flats; None where it is to be suggested.
    rings : int
        Rings of neighbours.
    draws, seed : int
        Number of random draws, and where their numbers begin.
    """

    field: str = ""
    size: float | None = None
    rings: int = 1
    draws: int = 99_999
    seed: int = 1


@dataclass(frozen=True)
class Grid:
    """The cells that take part, and what lies in them.

    Attributes
    ----------
    size : float
        Metres across flats.
    suggested : bool
        The size was not given.
    cells : (n, 2) int array
    own_ground : (n,) bool array
        The cell's centre lies in the area, or between the factories where there is none; the others take part because
        a factory that counts stands in them.
    narrow : bool
        Without an area: the ground between the factories is narrower than a cell.
    factories : (n,) int array
    values : (n,) float array
    points : (k,) object array of points or None
        Where each factory counts: for premises a point on their ground.
    cell : (k,) int array
        The row of each factory's cell; -1 for those without a location and those outside of the area.
    area : LayerFrame or None
    """

    size: float
    suggested: bool
    cells: np.ndarray
    own_ground: np.ndarray
    narrow: bool
    factories: np.ndarray
    values: np.ndarray
    points: np.ndarray
    cell: np.ndarray
    area: LayerFrame | None

    @cached_property
    def ids(self) -> np.ndarray:
        from .analysis import hexagons

        return hexagons.ids(self.cells)

    @property
    def outside(self) -> np.ndarray:
        """Which factories have a location, but outside of the area."""
        import shapely

        return ~shapely.is_missing(self.points) & (self.cell < 0)


@dataclass(frozen=True)
class Answer:
    """The statistics of a grid, and what follows from them for its n cells.

    Attributes
    ----------
    grid : Grid
    found : HotSpots
    p_fdr, p_z_fdr, moran_p_fdr : (n,) float arrays
        The chances of `found`, adjusted for how many cells are looked at.
    class_, class_z : (n,) object arrays of str
        By random draws, and by the normal distribution.
    moran : (n,) object array of str
    """

    grid: Grid
    found: HotSpots
    p_fdr: np.ndarray
    p_z_fdr: np.ndarray
    moran_p_fdr: np.ndarray
    class_: np.ndarray
    class_z: np.ndarray
    moran: np.ndarray

    @cached_property
    def by_z_only(self) -> np.ndarray:
        """Which cells stand out by the normal distribution alone."""
        from .analysis.hot_spots import NOT_JUDGED, NOT_SIGNIFICANT

        return (self.class_ == NOT_SIGNIFICANT) & (self.class_z != NOT_SIGNIFICANT) & (self.class_z != NOT_JUDGED)


def grid_of(factories: Factories, area: LayerFrame | None, question: Question, tick: Tick) -> Grid:
    """Return the cells that take part.

    Raises
    ------
    LocationError
        If no factory is left to count, a value is below 0, there would be too many cells, or there is no area given and
        no ground between the factories.
    """
    import numpy as np
    import shapely

    from .analysis import hexagons

    points = shapely.point_on_surface(factories.geometries) if factories.polygonal else factories.geometries
    located = np.flatnonzero(~shapely.is_missing(points))
    if not len(located):
        raise LocationError("Layer “{layer}” has no factory with a usable location.", layer=factories.layer.name)
    tick(0.1)
    ground, counted = _ground(points, located, factories.layer, area)
    values = _values(factories.layer, question.field, counted)
    width = _width(ground[0]) if area is None else math.inf
    if width < LEAST_SIZE:
        raise LocationError(
            "The factories of layer “{layer}” stand on one spot or in one line, so there is no ground between them to "
            "compare them with. Choose an area (AREA), such as the country.",
            layer=factories.layer.name,
        )
    tick(0.3)
    xy = shapely.get_coordinates(points[counted])
    size = question.size or _suggested(ground, xy, lambda share: tick(0.3 + 0.3 * share))
    cells, inside, held = _cells_on(ground, xy, size, lambda share: tick(0.6 + 0.3 * share))
    hexagons.refuse_many(len(cells), size)
    cell = np.full(len(points), -1, dtype="int64")
    cell[counted] = hexagons.rows_of(held, cells)
    tick(1.0)
    return Grid(
        size=size,
        suggested=question.size is None,
        cells=cells,
        own_ground=hexagons.rows_of(cells, inside) >= 0,
        narrow=width < size,
        factories=np.bincount(cell[counted], minlength=len(cells)),
        values=np.bincount(cell[counted], weights=values, minlength=len(cells)),
        points=points,
        cell=cell,
        area=area,
    )


def _ground(
    points: np.ndarray, located: np.ndarray, layer: LayerFrame, area: LayerFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return the polygons whose cells take part, and the rows of the factories that count."""
    import numpy as np
    import shapely

    if area is None:
        hull = shapely.convex_hull(shapely.multipoints(points[located]))
        return np.array([hull], dtype=object), located
    polygons = np.asarray(area.frame.geometry.array, dtype=object)
    polygons = polygons[~shapely.is_missing(polygons)]
    if not len(polygons):
        raise LocationError("No feature of layer “{layer}” can be used as an area (AREA).", layer=area.name)
    _, inside = shapely.STRtree(points[located]).query(polygons, predicate="intersects")
    if not len(inside):
        raise LocationError(
            "No factory of “{factories}” lies in the area “{area}” (AREA). Choose the area they are in, or look "
            "whether both layers have the right coordinate reference system.",
            factories=layer.name,
            area=area.name,
        )
    return polygons, located[np.unique(inside)]


def _values(layer: LayerFrame, field: str, rows: np.ndarray) -> np.ndarray:
    """Return what each of the factories adds to its cell; a missing number adds 0."""
    import numpy as np
    import pandas as pd

    if not field:
        return np.ones(len(rows))
    values = pd.to_numeric(layer.frame[field].iloc[rows], errors="coerce").to_numpy("float64", na_value=np.nan)
    missing = ~np.isfinite(values)
    below = int((values < 0).sum())
    if below:
        raise LocationError(
            "Field “{field}” of layer “{layer}” is below 0 in {count} features: only amounts of 0 or more can be "
            "added up here. Correct them, or choose another field (VALUE_FIELD).",
            field=field,
            layer=layer.name,
            count=below,
        )
    if missing.any():
        told = tr("factories without a number in field “{field}”: {count}").format(field=field, count=missing.sum())
        layer.problems.append(LayerProblem(layer.name, None, told, tr("They add 0 to the value of their cell.")))
    return np.where(missing, 0.0, values)


def _width(hull: Any) -> float:
    """Return how wide a hull is on average, in metres; 0 for a point or a line."""
    return 2 * float(hull.area) / float(hull.length) if hull.length > 0 else 0.0


def _cells_on(ground: np.ndarray, xy: np.ndarray, size: float, tick: Tick) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the cells that take part, those with their centre on the ground, and the one that holds each factory."""
    import numpy as np

    from .analysis import hexagons

    held = hexagons.cells_of(xy, size)
    inside = hexagons.cells_in(ground, size, tick)
    return hexagons.distinct(np.concatenate([inside, held])), inside, held


def _suggested(ground: np.ndarray, xy: np.ndarray, tick: Tick) -> float:
    """Return a size that gives about as many cells as factories, within the limits.

    Polygons may overlap, and in a narrow one few cells have their centre: the cells are counted, and the size is made
    smaller until there are enough.
    """
    import shapely

    from .analysis import hexagons

    surface = min(float(shapely.area(ground).sum()), float(shapely.area(shapely.box(*shapely.total_bounds(ground)))))
    size = max(hexagons.suggested_size(surface, len(xy), LEAST_CELLS, MOST_CELLS), LEAST_SIZE)
    enough = max(LEAST_CELLS, min(len(xy), MOST_CELLS) // 2)
    while size > LEAST_SIZE:
        tick(0.5)
        smaller = max(hexagons.next_smaller(size), LEAST_SIZE)
        try:
            if len(_cells_on(ground, xy, size, lambda _: None)[0]) >= enough:
                break
            _cells_on(ground, xy, smaller, lambda _: None)
        except LocationError:  # too many to be counted: the one before it stays
            break
        size = smaller
    return size


def ask(grid: Grid, question: Question, tick: Tick) -> Answer:
    """Return what the statistics say of the cells."""
    import numpy as np

    from .analysis import hexagons
    from .analysis import hot_spots as engine

    cell, other = hexagons.neighbours(grid.cells, question.rings)
    found = engine.hot_spots(grid.values, cell, other, question.draws, question.seed, tick)
    p_fdr, p_z_fdr, moran_p_fdr = (engine.false_discovery(p) for p in (found.p, found.p_z, found.moran_p))
    clear = moran_p_fdr <= engine.MORAN_LEVEL
    moran = np.where(clear, found.quadrant, engine.NOT_SIGNIFICANT)
    moran[np.isnan(moran_p_fdr)] = engine.NOT_JUDGED
    by_draws, by_z = engine.classes(found.gi_z, p_fdr), engine.classes(found.gi_z, p_z_fdr)
    return Answer(grid, found, p_fdr, p_z_fdr, moran_p_fdr, by_draws, by_z, moran)


def tables(factories: Factories, answer: Answer, question: Question, crs: QgsCoordinateReferenceSystem) -> list[Table]:
    """Return the tables to write."""
    from .analysis import hexagons

    grid = answer.grid
    about = tr("Hot spots and cold spots of “{layer}”: {what} in cells of {size} m across flats.").format(
        layer=factories.layer.name, what=_what(question), size=f"{grid.size:,g}"
    )
    shapes = hexagons.polygons(grid.cells, grid.size)
    told_factories = tr("The factories, and the cell and class of the place they stand in.")
    told_summary = tr("What was found of all cells together.")
    return [
        Table(
            "cells", CELL_FIELDS, _cells(answer, question), shapes, "Polygon", crs, about, STYLES / "hot_spot_cells.qml"
        ),
        Table(
            "factories",
            FACTORY_FIELDS,
            _factories(factories, answer),
            grid.points,
            "Point",
            crs,
            told_factories,
            STYLES / "hot_spot_factories.qml",
        ),
        Table(
            "summary",
            SUMMARY_FIELDS,
            _summary(factories, answer, question),
            description=told_summary,
            style=STYLES / "hot_spot_summary.qml",
        ),
    ]


def _what(question: Question) -> str:
    """Return what the value of a cell is."""
    return tr("sum of {field}").format(field=question.field) if question.field else tr("number of factories")


def _cells(answer: Answer, question: Question) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    grid, found = answer.grid, answer.found
    return pd.DataFrame(
        {
            "cell_id": grid.ids,
            "factories": grid.factories,
            "value": np.round(grid.values, 6),
            "neighbours": found.neighbours,
            "value_around": np.round(found.around, 6),
            "class": answer.class_,
            "gi_z": np.round(found.gi_z, 4),
            "p": np.round(found.p, 6),
            "p_fdr": np.round(answer.p_fdr, 6),
            "class_z": answer.class_z,
            "p_z": np.round(found.p_z, 6),
            "p_z_fdr": np.round(answer.p_z_fdr, 6),
            "moran": answer.moran,
            "moran_i": np.round(found.moran_i, 4),
            "moran_p": np.round(found.moran_p, 6),
            "moran_p_fdr": np.round(answer.moran_p_fdr, 6),
            "note": _notes(answer, question),
        }
    )


def _notes(answer: Answer, question: Question) -> np.ndarray:
    """Return what to know about each cell, None where there is nothing."""
    import numpy as np

    grid, found = answer.grid, answer.found
    full = 3 * question.rings * (question.rings + 1)
    parts = [
        np.where(grid.own_ground, "", "its centre lies outside; it takes part because of its factories"),
        np.where(
            found.neighbours == 0,
            "no neighbour takes part",
            [f"at the edge: {count} of {full} neighbours take part" for count in found.neighbours.tolist()],
        ),
    ]
    parts[1][found.neighbours == full] = ""
    told = ["; ".join(filter(None, both)) for both in zip(*(part.tolist() for part in parts))]
    return np.array([note or None for note in told], dtype=object)


def _factories(factories: Factories, answer: Answer) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    grid = answer.grid
    none = np.array([None], dtype=object)
    notes = np.where(grid.outside, OUTSIDE, factories.layer.notes)
    return pd.DataFrame(
        {
            "factory_id": factories.ids,
            "factory_name": factories.names,
            "accuracy_m": np.where(_accuracy_known(factories), factories.accuracy, np.nan),
            "cell_id": np.concatenate([grid.ids, none])[grid.cell],
            "class": np.concatenate([answer.class_, [NO_CELL_CLASS]]).astype(object)[grid.cell],
            "note": notes.astype(object),
        }
    )


def counts(factories: Factories, answer: Answer) -> dict[str, Any]:
    """Return the counts of a run, as plain JSON values."""
    import numpy as np
    import shapely

    from .analysis.hot_spots import CLASSES, QUADRANTS

    grid = answer.grid
    return {
        "factories": len(factories.ids),
        "without_location": int(shapely.is_missing(grid.points).sum()),
        "outside_area": int(grid.outside.sum()),
        "counted": int((grid.cell >= 0).sum()),
        "coarsely_located": coarsely_located(factories, grid),
        "cells": len(grid.cells),
        "cells_occupied": int((grid.factories > 0).sum()),
        "cells_outside": int((~grid.own_ground).sum()),
        "cells_without_neighbours": int((answer.found.neighbours == 0).sum()),
        "value": round(float(grid.values.sum()), 6),
        "classes": {
            name: {
                "cells": int((answer.class_ == name).sum()),
                "factories": int(grid.factories[answer.class_ == name].sum()),
                "value": round(float(grid.values[answer.class_ == name].sum()), 6),
            }
            for name in CLASSES
        },
        "by_z_only": int(answer.by_z_only.sum()),
        "moran_quadrants": {name: int(np.sum(answer.moran == name)) for name in QUADRANTS.values()},
    }


def _accuracy_known(factories: Factories) -> np.ndarray:
    return factories.stated | (factories.accuracy_from == "method")


def coarsely_located(factories: Factories, grid: Grid) -> int:
    """Return how many of the factories that count may as well stand in another cell: known to half a cell or worse."""
    return int((_accuracy_known(factories) & (factories.accuracy >= grid.size / 2) & (grid.cell >= 0)).sum())


def _summary(factories: Factories, answer: Answer, question: Question) -> pd.DataFrame:
    import pandas as pd

    from .analysis import hexagons

    told, grid, whole = counts(factories, answer), answer.grid, answer.found.whole
    rows: list[tuple[str, float | None, str]] = [
        ("factories", told["factories"], tr("factories in the layer")),
        ("counted", told["counted"], tr("factories in the cells")),
        ("without location", told["without_location"], tr("factories that have no usable location")),
        ("outside the area", told["outside_area"], tr("factories with a location outside of the area")),
        ("known to half a cell or worse", told["coarsely_located"], tr("factories that may stand in another cell")),
        ("cell size", grid.size, tr("metres across flats, from centre to centre of neighbours")),
        ("cell area", round(hexagons.hectares(grid.size), 2), tr("hectares")),
        ("cells", told["cells"], tr("cells that take part")),
        ("cells with factories", told["cells_occupied"], tr("cells that hold a factory that counts")),
        ("value", told["value"], tr("sum over all cells: {what}").format(what=_what(question))),
    ]
    rows += [(f"cells: {name}", one["cells"], _class_meaning(name)) for name, one in told["classes"].items()]
    rows += [(f"factories: {name}", one["factories"], _class_meaning(name)) for name, one in told["classes"].items()]
    rows += [("cells: by z only", told["by_z_only"], tr("stand out by the normal distribution, not by random draws"))]
    rows += [
        ("Moran's I", whole and round(whole.i, 6), moran_sentence(answer)),
        ("Moran's I, expected", whole and round(whole.expected, 6), tr("if the values lay without any pattern")),
        ("Moran's I, z", whole and round(whole.z, 4), tr("standard deviations above what is expected")),
        ("Moran's I, p", whole and round(whole.p, 6), tr("chance of a value as far from what is expected, two-sided")),
    ]
    rows += [
        (f"cells: {name}", count, tr("local Moran's I, false discovery rate up to 5 %"))
        for name, count in told["moran_quadrants"].items()
    ]
    frame = pd.DataFrame(rows, columns=[name for name, _ in SUMMARY_FIELDS])
    frame["value"] = frame["value"].astype("float64")
    return frame


def _class_meaning(name: str) -> str:
    from .analysis.hot_spots import COLD, HOT, NOT_JUDGED

    kind, _, level = name.partition(" ")
    if name == NOT_JUDGED:
        return tr("there was nothing to compare with")
    rate = {"99 %": "1 %", "95 %": "5 %", "90 %": "10 %"}.get(level, "")
    if kind == HOT:
        return tr("more than elsewhere; false discovery rate up to {rate}").format(rate=rate)
    if kind == COLD:
        return tr("less than elsewhere; false discovery rate up to {rate}").format(rate=rate)
    return tr("chance alone may well explain it")


def moran_sentence(answer: Answer) -> str:
    """Return in plain words what the global Moran's I says."""
    whole = answer.found.whole
    if whole is None:
        return tr("Moran's I cannot be computed.")
    told = tr("Moran's I is {i} ({expected} if there were no pattern; z {z}, p {p}):").format(
        i=f"{whole.i:.3f}", expected=f"{whole.expected:.2g}", z=f"{whole.z:.1f}", p=_chance(whole.p)
    )
    if whole.p > 0.05:
        meaning = tr("over the whole grid the values lie as they well could by chance.")
    elif whole.i > whole.expected:
        meaning = tr("cells with high values lie beside each other more than chance explains.")
    else:
        meaning = tr("high and low values alternate more than chance explains.")
    return f"{told} {meaning}"


def _chance(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def report(factories: Factories, answer: Answer, question: Question) -> tuple[list[str], list[str]]:
    """Return sentences for the log: what was found, and what to beware of."""
    told, grid = counts(factories, answer), answer.grid
    return (
        [*_about_cells(told, grid, question), *_about_classes(told), moran_sentence(answer)],
        _doubts(told, answer, question),
    )


def _about_cells(told: Mapping[str, Any], grid: Grid, question: Question) -> list[str]:
    from .analysis import hexagons

    size, hectares = f"{grid.size:,g}", f"{hexagons.hectares(grid.size):,.0f}"
    chosen = tr("Cells are {size} m across flats ({hectares} ha).")
    if grid.suggested:
        chosen = _why_that_size(told)
    ground = (
        tr(
            "{cells} cells take part, {occupied} of them with factories: those with their centre in “{area}”, and "
            "those with a factory of it."
        )
        if grid.area is not None
        else tr(
            "{cells} cells take part, {occupied} of them with factories: those with their centre between the "
            "outermost factories (in their convex hull), and those with a factory. Choose an area (AREA): "
            "otherwise sea and foreign land between the factories count as empty ground."
        )
    )
    area = grid.area.name if grid.area is not None else ""
    return [
        chosen.format(size=size, hectares=hectares),
        ground.format(cells=f"{told['cells']:,}", occupied=f"{told['cells_occupied']:,}", area=area),
        tr(
            "Factories that count: {counted} of {factories}; without a location: {lost}; outside the area: {outside}."
        ).format(
            counted=told["counted"],
            factories=told["factories"],
            lost=told["without_location"],
            outside=told["outside_area"],
        ),
        tr("The value of a cell: {what}; in all {total}.").format(what=_what(question), total=_number(told["value"])),
    ]


def _why_that_size(told: Mapping[str, Any]) -> str:
    cells, counted = told["cells"], told["counted"]
    if cells < LEAST_CELLS:
        return tr("Cells are {size} m across flats ({hectares} ha), suggested: the ground holds no more useful cells.")
    if counted < LEAST_CELLS:
        return tr("Cells are {size} m across flats ({hectares} ha), suggested: so that there are 100 cells or more.")
    if counted > MOST_CELLS:
        return tr("Cells are {size} m across flats ({hectares} ha), suggested: not many more than 20,000 cells.")
    if counted <= 2 * cells <= 4 * counted:
        return tr("Cells are {size} m across flats ({hectares} ha), suggested: about as many cells as factories.")
    return tr("Cells are {size} m across flats ({hectares} ha), suggested by the number of factories and their ground.")


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _about_classes(told: Mapping[str, Any]) -> list[str]:
    out = [
        tr("{name}: cells: {cells}; factories in them: {factories}.").format(
            name=name, cells=f"{one['cells']:,}", factories=f"{one['factories']:,}"
        )
        for name, one in told["classes"].items()
        if one["cells"]
    ]
    if told["by_z_only"]:
        out.append(
            tr(
                "Cells that stand out by the normal distribution only (class_z): {count}. They are possible hot or "
                "cold spots: where a few cells hold most, so much can come together by chance. Smaller cells may tell "
                "more."
            ).format(count=told["by_z_only"])
        )
    return out


def _doubts(told: Mapping[str, Any], answer: Answer, question: Question) -> list[str]:
    out = []
    # The least p there is, 2 / (draws + 1), times the cells looked at, must come below the limit.
    needed = math.ceil(2 * told["cells"] / (question.draws + 1) / 0.05)
    if needed > MOST_NEEDED and not answer.found.why:
        out.append(
            tr(
                "With {draws} random draws fewer than {count} cells cannot be called hot or cold at 95 %: give more "
                "draws (PERMUTATIONS), or larger cells (CELL_SIZE)."
            ).format(draws=f"{question.draws:,}", count=needed)
        )
    if answer.found.why == "equal":
        out.append(
            tr("All {cells} cells have the same value: nothing stands out, and there is nothing to test.").format(
                cells=told["cells"]
            )
        )
    elif told["cells"] < FEW_CELLS:
        out.append(
            tr(
                "Number of cells that take part: {cells}. That is too few to be judged reliably ({least} or "
                "more are needed). Give a smaller cell size (CELL_SIZE), or a larger area (AREA)."
            ).format(cells=told["cells"], least=FEW_CELLS)
        )
    if answer.grid.narrow:
        out.append(
            tr(
                "The ground between the outermost factories is narrower than a cell, so there is hardly any empty "
                "ground to compare with: the result is not reliable. Choose an area (AREA), or smaller cells "
                "(CELL_SIZE)."
            )
        )
    if told["coarsely_located"]:
        out.append(
            tr(
                "Factories whose place is known only to half a cell or worse: {count}. They may belong into another "
                "cell: larger cells (CELL_SIZE) are safer."
            ).format(count=told["coarsely_located"])
        )
    if told["cells_without_neighbours"]:
        out.append(
            tr("Cells without any neighbour in the grid: {count}. They are judged by themselves alone.").format(
                count=told["cells_without_neighbours"]
            )
        )
    return out


def as_json(
    run: Run,
    factories: Factories,
    answer: Answer,
    layers: Sequence[LayerFrame],
    problems: Sequence[LayerProblem],
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    from .analysis import hexagons

    whole, grid = answer.found.whole, answer.grid
    told = {
        **head(SUMMARY_VERSION, run),
        **counts(factories, answer),
        "cell_size_m": grid.size,
        "cell_size_suggested": grid.suggested,
        "cell_area_ha": round(hexagons.hectares(grid.size), 4),
        "reliable": not answer.found.why and len(grid.cells) >= FEW_CELLS and not grid.narrow,
        "moran": None
        if whole is None
        else {"i": whole.i, "expected": whole.expected, "z": whole.z, "p": whole.p, "meaning": moran_sentence(answer)},
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)
