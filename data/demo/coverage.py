"""A planar coverage with natural borders: labelled Voronoi cells, dissolved, their shared borders smoothed once.

Every border between two patches is one arc that both patches use, so there is neither an overlap nor a gap, and
no overlay operation is needed whose vertices would depend on the version of GEOS.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import Voronoi

DECIMALS = 2
Coordinate = tuple[float, float]
Ring = list[Coordinate]


@dataclass(frozen=True)
class Patch:
    """One connected area of one label: its outer ring anticlockwise, its holes clockwise."""

    label: str
    shell: Ring
    holes: list[Ring]


def unit_noise(seed: int, x: float, y: float) -> float:
    """A reproducible number in [-1, 1) for a place: the same on every platform and version."""
    h = (seed * 374761393 + round(x * 100) * 668265263 + round(y * 100) * 2147483647) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 16)) * 2246822519) & 0xFFFFFFFF
    return ((h ^ (h >> 15)) & 0xFFFFFFFF) / 2**31 - 1


def smooth_noise(seed: int, x: float, y: float, cell: float) -> float:
    """Noise that varies smoothly over about ``cell`` metres, in [-1, 1)."""
    i, j = math.floor(x / cell), math.floor(y / cell)
    u, v = x / cell - i, y / cell - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    a, b = unit_noise(seed, i, j), unit_noise(seed, i + 1, j)
    c, d = unit_noise(seed, i, j + 1), unit_noise(seed, i + 1, j + 1)
    return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v


def build_patches(seeds: np.ndarray, labels: Sequence[str | None], smallest: int, seed: int) -> list[Patch]:
    """Dissolve the Voronoi cells of ``seeds`` by label and smooth the borders.

    Parameters
    ----------
    seeds : float array (n, 2)
        Metres. Cells at the rim must be labelled None, for theirs have no end.
    labels : sequence of n str or None
        None means that the coverage ends there.
    smallest : int
        Patches of fewer cells go to the neighbour with which they share the longest border.
    seed : int
        Of the small irregularities along the borders.

    Returns
    -------
    list of Patch
        Ordered by label, then by the south-west corner of the outer ring.
    """
    voronoi = Voronoi(seeds)
    ridges = [
        (int(p), int(q), int(a), int(b))
        for (p, q), (a, b) in zip(voronoi.ridge_points, voronoi.ridge_vertices)
        if a >= 0 and b >= 0
    ]
    labels = _without_crumbs(ridges, voronoi.vertices, list(labels), smallest)
    component = _components(ridges, labels)
    arcs = _arcs(ridges, voronoi.vertices, seeds, labels, component)
    lines = [_natural(voronoi.vertices[nodes], nodes[0] == nodes[-1], seed) for nodes, _, _ in arcs]
    patches = []
    for number in sorted({part for part in component if part is not None}):
        rings = _rings(number, arcs, lines)
        rings.sort(key=lambda ring: -abs(signed_area(ring)))
        label = labels[component.index(number)]
        patches.append(Patch(label, canonical(rings[0], True), [canonical(r, False) for r in rings[1:]]))
    return sorted(patches, key=lambda patch: (patch.label, patch.shell[0]))


def signed_area(ring: Sequence[Coordinate]) -> float:
    """Area of a closed ring in square units, positive when it runs anticlockwise."""
    x, y = np.asarray(ring).T
    x, y = x - x[0], y - y[0]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def canonical(ring: Ring, anticlockwise: bool) -> Ring:
    """The same closed ring beginning at its smallest vertex and running the given way."""
    if (signed_area(ring) > 0) != anticlockwise:
        ring = ring[::-1]
    start = ring.index(min(ring))
    return ring[start:-1] + ring[: start + 1]


def relaxed(points: np.ndarray, closed: bool, times: int) -> np.ndarray:
    """Pull every vertex towards the middle of its neighbours; the ends of an open line stay where they are."""
    for _ in range(times):
        if len(points) < 4:
            return points
        inner = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
        if closed:
            end = 0.25 * points[-2:-1] + 0.5 * points[:1] + 0.25 * points[1:2]
            points = np.vstack([end, inner, end])
        else:
            points = np.vstack([points[:1], inner, points[-1:]])
    return points


def smoothed(points: np.ndarray, closed: bool, times: int) -> np.ndarray:
    """Chaikin's corner cutting; the ends of an open line stay where they are.

    Parameters
    ----------
    points : float array (n, 2)
        The first vertex repeated at the end when ``closed``.
    closed : bool
        Whether it is a ring.
    times : int
        Each round about doubles the number of vertices.
    """
    for _ in range(times):
        if len(points) < 3:
            return points
        before, after = points[:-1], points[1:]
        cut = np.empty((2 * len(before), 2))
        cut[0::2], cut[1::2] = 0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after
        points = np.vstack([cut, cut[:1]]) if closed else np.vstack([points[:1], cut[1:-1], points[-1:]])
    return points


def roughened(points: np.ndarray, seed: int, times: int, amplitude: float) -> np.ndarray:
    """Displace the middle of every segment sideways by up to ``amplitude`` times its length."""
    for _ in range(times):
        out = [points[0]]
        for a, b in zip(points[:-1], points[1:]):
            shift = amplitude * unit_noise(seed, a[0] + b[0], a[1] + b[1])
            out += [(a + b) / 2 + shift * np.array([a[1] - b[1], b[0] - a[0]]), b]
        points = np.array(out)
    return points


def _without_crumbs(ridges: Iterable, vertices: np.ndarray, labels: list, smallest: int) -> list:
    for _ in range(3):
        component = _components(ridges, labels)
        sizes = Counter(component)
        border: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for p, q, a, b in ridges:
            if component[p] != component[q]:
                length = float(np.hypot(*(vertices[a] - vertices[b])))
                for one, other in ((p, q), (q, p)):
                    if component[one] is not None and labels[other] is not None:
                        border[component[one]][labels[other]] += length
        small = {part for part in border if sizes[part] < smallest}
        if not small:
            break
        new: dict[int | None, str] = {
            part: max(border[part].items(), key=lambda item: (item[1], item[0]))[0] for part in small
        }
        labels = [new.get(part, label) for part, label in zip(component, labels)]
    return labels


def _components(ridges: Iterable, labels: Sequence) -> list[int | None]:
    parent = list(range(len(labels)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for p, q, _, _ in ridges:
        if labels[p] == labels[q]:
            a, b = root(p), root(q)
            parent[max(a, b)] = min(a, b)
    return [None if label is None else root(i) for i, label in enumerate(labels)]


def _arcs(ridges: Iterable, vertices: np.ndarray, seeds: np.ndarray, labels: Sequence, component: Sequence) -> list:
    """Chains of border edges from junction to junction: (nodes, component on the left, on the right)."""
    sides: dict[tuple[int, int], tuple] = {}
    neighbours: dict[int, list[int]] = defaultdict(list)
    for p, q, a, b in ridges:
        if labels[p] == labels[q]:
            continue
        (ax, ay), (bx, by), (px, py) = vertices[a], vertices[b], seeds[p]
        p_left = (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0
        left, right = (p, q) if p_left else (q, p)
        sides[a, b] = (component[left], component[right])
        sides[b, a] = (component[right], component[left])
        neighbours[a].append(b)
        neighbours[b].append(a)
    used: set[tuple[int, int]] = set()
    arcs = []
    order = sorted(neighbours, key=lambda node: tuple(vertices[node]))
    junctions = [node for node in order if len(neighbours[node]) != 2]
    for start in junctions + order:
        for step in sorted(neighbours[start], key=lambda node: tuple(vertices[node])):
            if (start, step) in used:
                continue
            nodes = [start, step]
            while len(neighbours[nodes[-1]]) == 2 and nodes[-1] != start:
                one, other = neighbours[nodes[-1]]
                nodes.append(other if one == nodes[-2] else one)
            for edge in zip(nodes[:-1], nodes[1:]):
                used.update((edge, edge[::-1]))
            arcs.append((nodes, *sides[nodes[0], nodes[1]]))
    return arcs


def _natural(points: np.ndarray, closed: bool, seed: int) -> Ring:
    line = roughened(smoothed(relaxed(points, closed, 2), closed, 2), seed, 1, 0.1)
    return [(round(float(x), DECIMALS), round(float(y), DECIMALS)) for x, y in line]


def _rings(number: int, arcs: list, lines: list[Ring]) -> list[Ring]:
    follow: dict[Coordinate, Ring] = {}
    rings = []
    for (_, left, right), line in zip(arcs, lines):
        if number not in (left, right):
            continue
        piece = line if left == number else line[::-1]
        if piece[0] == piece[-1]:
            rings.append(piece)
        else:
            follow[piece[0]] = piece
    while follow:
        start = min(follow)
        ring = follow.pop(start)
        while ring[-1] != start:
            ring = ring + follow.pop(ring[-1])[1:]
        rings.append(ring)
    return rings
