"""Shapes of the demo: sites, wavy ovals and bent lines, the same on every run."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from typing import Any

import coverage
import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon

KM = 1000.0


def metres(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Kilometres of a sketch to metres."""
    return [(x * KM, y * KM) for x, y in points]


def settled(geometry: Any) -> Any:
    """The geometry with coordinates rounded to a centimetre, rings begun and turned in one way."""
    return shapely.transform(shapely.normalize(geometry), lambda xy: np.round(xy, 2))


def multi(geometry: Any) -> MultiPolygon:
    """A polygon as a multi-polygon."""
    return geometry if isinstance(geometry, MultiPolygon) else MultiPolygon([geometry])


def block(seed: int, centre: Sequence[float], area: float, ratio: float, turn: float) -> Polygon:
    """An irregular four-sided site of exactly the given area in square metres, its edges slightly bent."""
    length, width = math.sqrt(area * ratio), math.sqrt(area / ratio)
    noise = random.Random(seed)
    corners = [
        (sx * length / 2 * (1 + 0.16 * (noise.random() - 0.5)), sy * width / 2 * (1 + 0.2 * (noise.random() - 0.5)))
        for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    ring = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
        for t in (0.03, 0.34, 0.66, 0.97):
            bend = 0.05 * (noise.random() - 0.5) if 0.1 < t < 0.9 else 0.0
            ring.append((ax + t * (bx - ax) - bend * (by - ay), ay + t * (by - ay) + bend * (bx - ax)))
    return fitted(ring, centre, area, turn)


def blob(seed: int, centre: Sequence[float], axes: Sequence[float], turn: float, rough: float = 0.22) -> Polygon:
    """A wavy oval: half axes in metres, a turn in degrees."""
    steps = 180
    ring = []
    for i in range(steps):
        angle = 2 * math.pi * i / steps
        x, y = math.cos(angle), math.sin(angle)
        wave = 1 + rough * (
            0.75 * coverage.smooth_noise(seed, 2 * x, 2 * y, 1.0)
            + 0.25 * coverage.smooth_noise(seed + 1, 6 * x, 6 * y, 1.0)
        )
        ring.append((axes[0] * x * wave, axes[1] * y * wave))
    return fitted(ring, centre, None, turn)


def fitted(ring: Sequence, centre: Sequence[float], area: float | None, turn: float) -> Polygon:
    """A ring turned, scaled to the area and moved so that its centroid is the centre."""
    shape = Polygon(ring)
    scale = math.sqrt(area / shape.area) if area else 1.0
    cx, cy = shape.centroid.coords[0]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    moved = [
        (
            centre[0] + scale * ((x - cx) * cos - (y - cy) * sin),
            centre[1] + scale * ((x - cx) * sin + (y - cy) * cos),
        )
        for x, y in ring
    ]
    return settled(Polygon(moved))


def natural_line(seed: int, points: Sequence) -> LineString:
    """A sketched line made natural: corners cut, small bends added."""
    bent = coverage.smoothed(coverage.roughened(np.array(metres(points)), seed, 1, 0.12), False, 2)
    rough = coverage.smoothed(coverage.roughened(bent, seed + 1, 1, 0.12), False, 1)
    return shapely.transform(LineString(rough), lambda xy: np.round(xy, 2))
