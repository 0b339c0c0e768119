"""Finding the clusters: of all factories together or of each sector by itself, at a distance given or suggested."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from .subjects import Subjects

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.density import Labels
    from ..frames import Tick

DBSCAN, HDBSCAN = "DBSCAN", "HDBSCAN"
METHODS = (DBSCAN, HDBSCAN)
CORE, BORDER, MEMBER, NOISE = "core", "border", "member", "noise"
NO_LOCATION, NO_SECTOR = "no location", "no sector"
# With a weight the minimum is no number of neighbours; this is Ester et al.'s own choice for the curve.
USUAL_NEIGHBOURS = 4


@dataclass(frozen=True)
class Search:
    """What makes a cluster; `distance` in metres on the ground, None for the suggested one."""

    method: str = DBSCAN
    distance: float | None = None
    minimum: float = 5.0
    separate: bool = False
    concave: bool = False

    @property
    def neighbours(self) -> int:
        """Which neighbour the curve of distances is of: with the factory itself they make the minimum."""
        return max(int(self.minimum) - 1, 1)


@dataclass(frozen=True)
class Found:
    """The clusters, largest first, then the one with the westmost, then the southmost member.

    Attributes
    ----------
    cluster : (n,) int64 array, -1 for none
    standing : (n,) object array of str
        ``core``, ``border``, ``member`` (of HDBSCAN), ``noise``, ``no location`` or ``no sector``.
    probability : (n,) float array or None
    group : (c,) int64 array
        The sector that each cluster was looked for in, -1 where all were together.
    hulls : (c,) object array of polygons
    members : (c,) int64 array
    scale : float
        Metres of the working CRS for a metre on the ground.
    spread : float
        By what share the scale differs most from that among the factories.
    distance, suggested : float
        Metres on the ground; NaN where there is none.
    curve : (m,) float array
        Ascending ground metres from each factory to its k-th neighbour; empty where nobody asked.
    neighbours : int
        That k.
    """

    cluster: np.ndarray
    standing: np.ndarray
    probability: np.ndarray | None
    group: np.ndarray
    hulls: np.ndarray
    members: np.ndarray
    scale: float
    spread: float
    distance: float
    suggested: float
    curve: np.ndarray
    neighbours: int


def find(subjects: Subjects, search: Search, tick: Tick, *, curve: bool = False) -> Found:
    """Return the clusters; `curve` asks for the distances also where none has to be suggested.

    Raises
    ------
    LocationError
        If no distance is given and none can be suggested.
    """
    import numpy as np

    from ..analysis import density

    groups = _groups(subjects, search)
    scale, spread = _scale(subjects)
    k = USUAL_NEIGHBOURS if subjects.weight is not None else search.neighbours
    distances, suggested = np.empty(0), float("nan")
    if search.method == DBSCAN and (curve or search.distance is None):
        distances = _curve(subjects.xy, groups, k, lambda share: tick(0.3 * share)) / scale
        suggested = _rounded(density.suggested_distance(distances) if len(distances) else float("nan"))
    distance = search.distance if search.distance is not None else suggested
    if search.method == HDBSCAN:
        distance = float("nan")
    elif not distance > 0:
        raise LocationError(
            "No distance can be suggested: the distances to neighbour no. {k} are too few or all alike. Give one in "
            "metres (DISTANCE).",
            k=k,
        )
    n = len(subjects.xy)
    cluster, core = np.full(n, -1, dtype="int64"), np.zeros(n, dtype=bool)
    probability = np.full(n, np.nan) if search.method == HDBSCAN else None
    of, count = [], 0
    for done, (sector, rows) in enumerate(groups):
        step = _share_of(lambda share: tick(0.3 + 0.6 * share), done, len(groups))
        labels = _labels(subjects, search, rows, distance * scale, step)
        inside = labels.cluster >= 0
        cluster[rows[inside]] = labels.cluster[inside] + count
        core[rows] = labels.core
        if probability is not None and labels.probability is not None:
            probability[rows] = labels.probability
        found = int(labels.cluster.max(initial=-1)) + 1
        of += [sector] * found
        count += found
    cluster, order = _numbered(cluster, subjects.xy)
    group = np.array(of, dtype="int64")[order]
    hulls = density.hulls(subjects.xy, cluster, concave=search.concave, tick=lambda share: tick(0.9 + 0.1 * share))
    tick(1.0)
    return Found(
        cluster=cluster,
        standing=_standing(subjects, search, cluster, core),
        probability=probability,
        group=group,
        hulls=hulls,
        members=np.bincount(cluster[cluster >= 0], minlength=count),
        scale=scale,
        spread=spread,
        distance=distance,
        suggested=suggested,
        curve=distances,
        neighbours=k,
    )


def _share_of(tick: Tick, done: int, all_: int) -> Tick:
    return lambda share: tick((done + share) / all_)


def _groups(subjects: Subjects, search: Search) -> list[tuple[int, np.ndarray]]:
    """Return the rows that are clustered together: all with a place, or those of each sector."""
    import numpy as np

    rows = np.flatnonzero(subjects.located)
    if not search.separate:
        return [(-1, rows)]
    rows = rows[np.argsort(subjects.sector.code[rows], kind="stable")]
    code, first = np.unique(subjects.sector.code[rows], return_index=True)
    return [(int(c), part) for c, part in zip(code, np.split(rows, first[1:])) if c >= 0]


def _scale(subjects: Subjects) -> tuple[float, float]:
    import numpy as np

    from ..analysis.crs import scale

    factors = scale(subjects.xy[subjects.located], subjects.factories.layer.frame.crs.to_wkt())
    middle = float(np.median(factors))
    return middle, float(np.abs(factors / middle - 1).max())


def _curve(xy: np.ndarray, groups: list[tuple[int, np.ndarray]], k: int, tick: Tick) -> np.ndarray:
    """Return the distances to the k-th neighbour, of all groups that have so many, ascending."""
    import numpy as np

    from ..analysis import density

    parts = [np.empty(0)]
    for done, (_, rows) in enumerate(groups):
        if len(rows) > k:
            parts.append(density.k_distances(xy[rows], k, _share_of(tick, done, len(groups))))
    return np.sort(np.concatenate(parts))


def _rounded(metres: float) -> float:
    """Return whole metres, so that an officer can enter the same distance again; never less than what is suggested.

    Less, by a centimetre, would leave out the very neighbours that the distance is that of.
    """
    return float(math.ceil(metres)) if metres > 0 else float("nan")


def _labels(subjects: Subjects, search: Search, rows: np.ndarray, distance: float, tick: Tick) -> Labels:
    import numpy as np

    from ..analysis import density

    xy = subjects.xy[rows]
    if search.method == HDBSCAN:
        least = int(search.minimum)
        if len(rows) < least:
            return density.Labels(np.full(len(rows), -1, dtype="int64"), np.zeros(len(rows), dtype=bool))
        return density.hdbscan(xy, least, tick=tick)
    weight = subjects.weight[rows] if subjects.weight is not None else None
    return density.dbscan(xy, distance, search.minimum, weight, tick)


def _numbered(cluster: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return clusters of all groups numbered by size, then place, and the former number of each."""
    import numpy as np

    rows = np.flatnonzero(cluster >= 0)
    rows = rows[np.lexsort((xy[rows, 1], xy[rows, 0], cluster[rows]))]
    number, first, size = np.unique(cluster[rows], return_index=True, return_counts=True)
    west, south = xy[rows[first]].T
    order = np.lexsort((number, south, west, -size))
    rank = np.empty(len(number) + 1, dtype="int64")
    rank[order], rank[-1] = np.arange(len(number)), -1
    return rank[cluster], order


def _standing(subjects: Subjects, search: Search, cluster: np.ndarray, core: np.ndarray) -> np.ndarray:
    import numpy as np

    inside = cluster >= 0
    cases = [~subjects.located, inside & core, inside & (search.method == HDBSCAN), inside]
    words = [NO_LOCATION, CORE, MEMBER, BORDER]
    if search.separate:
        cases.insert(1, subjects.sector.code < 0)
        words.insert(1, NO_SECTOR)
    return np.select(cases, words, NOISE).astype(object)
