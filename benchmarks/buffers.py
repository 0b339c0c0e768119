"""What the engines of the part `buffers` have in common: the steps, the radii, and how answers are compared.

An engine is a module with `load`, `answer` and `collect`, as for the other parts. `answer` runs the steps of `STEPS`,
each within `near.timed`; `collect` returns what `answers` makes of their results. To add one, list it in
`suite.zones_of_classes`.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import shapely

from .layers import CLASSES, CRS
from .paths import Inputs

TITLES = {
    "buffers": "A buffer around each factory, by its class",
    "dissolved": "The buffers of each of ten classes dissolved",
    "receptors": "Receptors inside the buffers: pairs",
    "overlapping": "Factories inside the buffers of others: pairs",
}
STEPS = tuple(TITLES)
TOTAL = "All four steps"
# Segments of a quarter circle.
SEGMENTS = 16
# Metres on the ground: the rarer the class, the wider the buffer.
REACH = dict(zip(CLASSES, (50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 500.0, 750.0, 1_000.0, 1_500.0)))
# Share of an area, and metres, within which two answers are the same.
_SAME_SHARE, _SAME_M = 1e-9, 1e-6


def prepare(inputs: Inputs) -> None:
    """Write the radii in the plane: the other tools are given them, ours works them out."""
    from ..processing.analysis.crs import scale

    factories = gpd.read_file(inputs.factories)
    reach = factories["isic"].map(REACH).to_numpy()
    np.save(radii_path(inputs), reach * scale(shapely.get_coordinates(factories.geometry.to_numpy()), CRS))


def radii_path(inputs: Inputs):
    """Return where the radii are kept, in the order of the factories."""
    return inputs.folder / f"radii_{inputs.size}.npy"


def with_radii(inputs: Inputs) -> gpd.GeoDataFrame:
    """Return the factories with their radius in the plane."""
    return gpd.read_file(inputs.factories).assign(radius=np.load(radii_path(inputs)))


def answers(buffers: np.ndarray, dissolved: np.ndarray, receptors: np.ndarray, overlapping: np.ndarray) -> dict:
    """Return what is compared.

    Parameters
    ----------
    buffers : (n,) object array of polygons
    dissolved : (10,) object array of polygons
        In the order of the classes' codes.
    receptors, overlapping : (m, 2) int arrays
        Factory whose buffer it is, and receptor or other factory: row numbers.
    """
    wkb = [np.frombuffer(one, dtype="uint8") for one in shapely.to_wkb(dissolved)]
    return {
        "buffers": shapely.get_coordinates(buffers[:: max(len(buffers) // 1000, 1)]),
        "areas": shapely.area(buffers),
        "dissolved": np.concatenate(wkb),
        "ends": np.cumsum([len(one) for one in wkb]),
        "receptors": np.unique(receptors, axis=0),
        "overlapping": np.unique(overlapping, axis=0),
    }


def different(step: str, inputs: Inputs, ours: Mapping[str, np.ndarray], theirs: Mapping[str, np.ndarray]) -> int:
    """Return how many answers of a step differ.

    Distances decide for us, polygons for the other tools: a pair counts only where it is neither in the sliver between
    circle and polygon nor on the border to a micrometre.
    """
    if step == "buffers":
        off = ~np.isclose(ours["areas"], theirs["areas"], rtol=_SAME_SHARE, atol=0)
        # One may begin the ring elsewhere; the corners are the same.
        mine, other = (np.sort(one["buffers"][:, 0] + one["buffers"][:, 1]) for one in (ours, theirs))
        return int(off.sum()) + int(len(mine) != len(other) or not np.allclose(mine, other, rtol=0, atol=_SAME_M))
    if step == "dissolved":
        mine, other = _polygons(ours), _polygons(theirs)
        apart = np.array([_apart(*pair) for pair in zip(mine, other)])
        return int((apart > _SAME_SHARE * shapely.area(mine)).sum()) + int((~shapely.is_valid(mine)).sum())
    one, other = ({tuple(pair) for pair in told[step].tolist()} for told in (ours, theirs))
    return _clear(np.array(sorted(one ^ other), dtype="int64").reshape(-1, 2), step, inputs)


def _clear(pairs: np.ndarray, step: str, inputs: Inputs) -> int:
    """Return how many of some pairs a circle and the polygon in it do not explain."""
    frame = with_radii(inputs)
    others = gpd.read_file(inputs.receptors) if step == "receptors" else frame
    place, radius = frame.geometry.to_numpy()[pairs[:, 0]], frame["radius"].to_numpy()[pairs[:, 0]]
    away = shapely.distance(place, others.geometry.to_numpy()[pairs[:, 1]])
    inner = radius * np.cos(np.pi / (4 * SEGMENTS))
    # The plane and the ground differ by a few parts in a million over such a distance.
    return int(((away < inner * (1 - 1e-5)) | (away > radius * (1 + 1e-5))).sum())


def _apart(one: shapely.Geometry, other: shapely.Geometry) -> float:
    """Return the area that only one of two multi-polygons covers; part by part where they have the same parts."""
    mine, theirs = (shapely.get_parts(area)[_parts_in_order(area)] for area in (one, other))
    if len(mine) != len(theirs) or not np.allclose(shapely.bounds(mine), shapely.bounds(theirs), rtol=0, atol=_SAME_M):
        return float(shapely.symmetric_difference(one, other).area)
    same = shapely.equals_exact(shapely.normalize(mine), shapely.normalize(theirs), tolerance=_SAME_M)
    return float(shapely.area(shapely.symmetric_difference(mine[~same], theirs[~same])).sum())


def _parts_in_order(area: shapely.Geometry) -> np.ndarray:
    return np.lexsort(np.round(shapely.bounds(shapely.get_parts(area)), 3).T)


def _polygons(told: Mapping[str, np.ndarray]) -> np.ndarray:
    pieces = np.split(told["dissolved"], told["ends"][:-1])
    return shapely.from_wkb([piece.tobytes() for piece in pieces])
