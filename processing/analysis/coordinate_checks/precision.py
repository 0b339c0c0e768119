"""Coordinates that are coarser than they look: rounded numbers (C10) and centres of administrative units (C12)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .model import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    Context,
    Finding,
    Proposal,
    Register,
    Settings,
    Vote,
    has_text,
    said,
)
from .texts import Texts

_M_PER_DEG = 111_000.0
# Where 0.01 degrees or a kilometre end: anything finer is an honest coordinate of its written digits.
_COARSE_M = 400.0
_MINUTE = 1 / 60
_DIGITS = "written digits"
_LATTICE_SHARE = 0.8
_LEAST_MEMBERS = 10
# Exact in five decimals of a degree.
_EXACT_M = 1.6
_SURVEYED = ("gps", "survey")


def lattice(register: Register, texts: Texts) -> tuple[np.ndarray, np.ndarray]:
    """Return how coarse the grid is that both numbers of each factory lie on.

    Returns
    -------
    half_m : (n,) float array
        Half of the grid's step in metres, 0 where the numbers lie on no coarse grid.
    grid : (n,) object array of str or None
        ``1 degree``, ``0.1 degree``, ``0.01 degree``, ``1 minute`` or ``1 km``.
    """
    n = len(register)
    half, grid = np.zeros(n), np.full(n, None, dtype=object)
    lon, lat = register.lon_lat.T
    # Degrees that come back from metres are exact to a few hundred-millionths.
    for name, step, slack in (
        ("1 minute", _MINUTE, 6e-6),
        ("0.01 degree", 0.01, 2e-8),
        ("0.1 degree", 0.1, 2e-8),
        ("1 degree", 1.0, 2e-8),
    ):
        on = _multiple(lon, step, slack) & _multiple(lat, step, slack)
        half[on], grid[on] = step * _M_PER_DEG / 2, name
    east, north = register.xy.T
    if not register.geographic:
        east, north = register.x, register.y
    on = _multiple(east, 1000.0, 0.01) & _multiple(north, 1000.0, 0.01) & ~has_text(grid)
    half[on], grid[on] = 500.0, "1 km"
    # What is written counts more than what is stored, where both are the same place.
    written = np.minimum(texts.resolution_m, _finer(texts))
    read = np.isfinite(written) & (half == 0) & (written >= _COARSE_M)
    same = np.zeros(n, dtype=bool)
    apart = np.abs(texts.lon_lat - register.lon_lat).max(axis=1) * _M_PER_DEG
    same[read] = apart[read] <= np.maximum(written[read] / 10, 50.0)
    half[same], grid[same] = written[same], _DIGITS
    return half, grid


def _finer(texts: Texts) -> np.ndarray:
    """Return half of the last written place of the finer of two decimals in degrees, in metres; infinite elsewhere.

    Spreadsheets drop the zeros at the end of a number: 104.9 beside 11.362413 is 104.900000.
    """
    out = np.full(len(texts.kind), np.inf)
    for row, words in enumerate(texts.pair.words):
        if words is not None and texts.kind[row] == "dd":
            out[row] = _M_PER_DEG / 2 * 10.0 ** -max(len(word.partition(".")[2]) for word in words)
    return out


def _multiple(values: np.ndarray, step: float, slack: float) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return np.abs(values - np.round(values / step) * step) <= slack


def rounded(register: Register, texts: Texts, rows: np.ndarray) -> tuple[list[Vote], list[Finding]]:
    """Return the factories whose numbers are coarser than their accuracy says, and the lattices of whole groups."""
    half, grid = lattice(register, texts)
    stated = register.number("loc_accuracy_m")
    found = []
    for row in rows[register.plausible[rows] & (half[rows] > 0) & ~(stated[rows] >= 0.9 * half[rows])]:
        accuracy = float(np.ceil(half[row]))
        evidence = said("on_grid", grid=grid[row], half=accuracy)
        if grid[row] == _DIGITS:
            evidence = said("on_digits", half=accuracy)
        lon, lat = register.lon_lat[row]
        certainty = LIKELY if grid[row] == "1 minute" else CERTAIN
        proposal = Proposal("C10", certainty, float(lon), float(lat), (evidence,), accuracy_m=accuracy)
        found.append(Finding(int(row), "C10", certainty, said("C10"), (evidence,), (proposal,), severity="minor"))
    return _lattices(register, grid), found


def _lattices(register: Register, grid: np.ndarray) -> list[Vote]:
    votes = []
    for name, rows in register.groups:
        placed = rows[register.plausible[rows]]
        if len(placed) < _LEAST_MEMBERS:
            continue
        values, counts = np.unique(grid[placed].astype(str), return_counts=True)
        for value, count in zip(values, counts):
            if value != "None" and count >= _LATTICE_SHARE * len(placed):
                told = said("vote_grid", grid=value, members=int(count), count=len(placed))
                members = placed[grid[placed] == value]
                votes.append(Vote("C10", name, int(count), count / len(placed), CERTAIN, (told,), members))
    return votes


@dataclass(frozen=True)
class _Centres:
    xy: np.ndarray
    level: np.ndarray
    code: np.ndarray
    name: np.ndarray
    accuracy_m: np.ndarray


def centres_of(context: Context) -> _Centres:
    """Return the gazetteer's points and the polygons' centres, each with the radius of a disc of its unit's area."""
    xy, level, code, name, accuracy = [], [], [], [], []
    radius = {
        unit_code: float(np.sqrt(area / np.pi))
        for units in context.units.values()
        for unit_code, area in zip(units.codes, units.area)
    }
    by_digits = {2: "province", 4: "district", 6: "commune", 8: "village"}
    if context.centres is not None:
        for place, id_, called in zip(context.centres.xy, context.centres.ids, context.centres.names):
            xy.append(place)
            level.append(by_digits.get(len(id_ or ""), "village"))
            code.append(id_)
            name.append(called)
            accuracy.append(radius.get(id_ or "", np.nan))
    for at, units in context.units.items():
        inner = shapely.get_coordinates(shapely.point_on_surface(units.geometries)).reshape(-1, 2)
        for places in (units.centroids, inner):
            for i in np.flatnonzero(~units.partial):
                xy.append(places[i])
                level.append(at)
                code.append(units.codes[i])
                name.append(units.names[i])
                accuracy.append(radius[units.codes[i]])
    return _Centres(
        np.array(xy, dtype="float64").reshape(-1, 2),
        np.array(level, dtype=object),
        np.array(code, dtype=object),
        np.array(name, dtype=object),
        np.array(accuracy, dtype="float64"),
    )


def centroids(register: Register, context: Context, rows: np.ndarray, settings: Settings) -> list[Finding]:
    """Return the factories that stand at the centre of a unit, and do not say so."""
    from scipy.spatial import cKDTree

    centres = centres_of(context)
    rows = rows[np.isfinite(register.xy[rows]).all(axis=1)]
    if not len(centres.xy) or not len(rows):
        return []
    tree = cKDTree(centres.xy)
    distance, nearest = tree.query(register.xy[rows], distance_upper_bound=max(settings.centroid_m, _EXACT_M))
    methods, reference = register.text("loc_method"), register.text("loc_reference_point")
    stated = register.number("loc_accuracy_m")
    found = []
    for row, metres, at in zip(rows, distance, nearest):
        if not np.isfinite(metres):
            continue
        exact = metres <= _EXACT_M
        if not exact and (methods[row] in _SURVEYED or reference[row] not in (None, "unknown", "other")):
            continue
        level, accuracy = centres.level[at], centres.accuracy_m[at]
        told = methods[row] == f"{level}_centroid" and not stated[row] < 0.5 * accuracy
        if told or ((methods[row] or "").endswith("_centroid") and not stated[row] < 0.5 * accuracy):
            continue
        certainty = CERTAIN if exact else POSSIBLE
        known = accuracy if np.isfinite(accuracy) else np.nan
        label = f"{centres.code[at]} {centres.name[at] or ''}".strip() if centres.code[at] else centres.name[at] or ""
        evidence = said("at_centre", level=level, unit=label, distance=float(metres))
        lon, lat = register.lon_lat[row]
        proposal = Proposal(
            "C12",
            certainty,
            float(lon),
            float(lat),
            (evidence,),
            method=f"{level}_centroid",
            accuracy_m=float(np.ceil(known)) if np.isfinite(known) else np.nan,
        )
        problem = said("C12", level=level)
        severity = "major" if exact else "minor"
        found.append(Finding(int(row), "C12", certainty, problem, (evidence,), (proposal,), severity))
    return found
