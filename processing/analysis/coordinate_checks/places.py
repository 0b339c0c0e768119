"""Places that are wrong, or shared, without a slip that would explain them: C13 to C17, C20, C21."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import shapely

from .country import Land
from .model import (
    CERTAIN,
    DIGITS,
    LIKELY,
    NULL_TOKENS,
    POSSIBLE,
    Areas,
    Context,
    Finding,
    Proposal,
    Register,
    Settings,
    Vote,
    said,
    to_degrees,
)
from .repairs import State, is_zero
from .units import Declared, Units, containing, one_until_split

_NEIGHBOUR_M = 3000.0
_NO_TOLERANCE_M = 10.0
_EXACT_M = 2.0
_DEEP_M = 50.0


def zeros(register: Register, rows: np.ndarray) -> list[Finding]:
    """Return the factories whose numbers are zero or equal (C13), to be blanked."""
    rows = rows[is_zero(register.x[rows], register.y[rows], register)]
    found = []
    for row in rows:
        evidence = said("zero", x=float(register.x[row]), y=float(register.y[row]))
        proposal = Proposal("C13", CERTAIN, np.nan, np.nan, (said("by_blank"),), method="unknown")
        found.append(Finding(int(row), "C13", CERTAIN, said("C13"), (evidence,), (proposal,)))
    return found


def hot_spots(
    register: Register, own_park: np.ndarray | None, rows: np.ndarray, settings: Settings
) -> tuple[list[Vote], list[Finding]]:
    """Return the coordinates that several unrelated operators share (C14).

    Factories that all declare the park in which the coordinate is have the park's; it tells nothing against them.
    """
    rows = rows[np.isfinite(register.xy[rows]).all(axis=1)]
    place = pd.DataFrame(np.round(register.xy[rows]).astype("int64"), columns=["x", "y"])
    place["row"] = rows
    place["size"] = place.groupby(["x", "y"])["row"].transform("size")
    owners = _owners(register)
    parks = register.text("park_id")
    votes: list[Vote] = []
    found: list[Finding] = []
    for _, group in place[place["size"] >= settings.hot_spot].groupby(["x", "y"]):
        members = group["row"].to_numpy("int64")
        distinct = len(set(owners[members]))
        if distinct < settings.hot_spot or _of_one_park(register, parks, own_park, members):
            continue
        told = said("shared_place", count=len(members), operators=distinct)
        lon, lat = register.lon_lat[members[0]]
        share = len(members) / len(register)
        votes.append(Vote("C14", f"{lon:.5f}, {lat:.5f}", len(members), share, LIKELY, (told,), members))
        found += [Finding(int(row), "C14", LIKELY, said("C14"), (told,)) for row in members]
    return votes, found


def _of_one_park(register: Register, parks: np.ndarray, own_park: np.ndarray | None, members: np.ndarray) -> bool:
    """Return whether factories at one coordinate all declare one park, and nothing says that it is elsewhere."""
    declared = parks[members[0]]
    if not declared or any(park != declared for park in parks[members]):
        return False
    polygon = None if own_park is None else own_park[members[0]]
    if polygon is None:
        return True
    reach = max(float(register.accuracy[members].max()), _NO_TOLERANCE_M)
    return bool(shapely.distance(polygon, shapely.Point(register.xy[members[0]])) <= reach)


def _owners(register: Register) -> np.ndarray:
    """Return who runs each factory: the operator, else the name, else the factory itself."""
    operators, names, ids = register.text("operator_id"), register.text("name"), register.text("factory_id")
    return np.array(
        [
            operator or (name or "").casefold().strip() or id_ or f"row {row}"
            for row, (operator, name, id_) in enumerate(zip(operators, names, ids))
        ],
        dtype=object,
    )


def offices(register: Register, context: Context, rows: np.ndarray, settings: Settings) -> list[Finding]:
    """Return the factories that stand at an office (C15)."""
    from scipy.spatial import cKDTree

    if context.offices is None or not len(context.offices.xy):
        return []
    rows = rows[np.isfinite(register.xy[rows]).all(axis=1)]
    reference = register.text("loc_reference_point")
    distance, nearest = cKDTree(context.offices.xy).query(
        register.xy[rows], distance_upper_bound=max(settings.office_m, _EXACT_M)
    )
    found = []
    for row, metres, at in zip(rows, distance, nearest):
        if not np.isfinite(metres) or reference[row] == "office_building":
            continue
        certainty = CERTAIN if metres <= _EXACT_M else LIKELY if metres <= settings.office_m / 2 else POSSIBLE
        name = context.offices.names[at] or context.offices.ids[at] or ""
        evidence = said("at_office", office=name, distance=float(metres))
        found.append(Finding(int(row), "C15", certainty, said("C15"), (evidence,)))
    return found


def off_land(register: Register, context: Context, land: Land, rows: np.ndarray, settings: Settings) -> list[Finding]:
    """Return the factories out of the country, in the sea, a lake or a river (C16)."""
    found = []
    placed = rows[np.isfinite(register.lon_lat[rows]).all(axis=1)]
    outside = placed[~register.plausible[placed]]
    for row in outside:
        lon, lat = register.lon_lat[row]
        found.append(Finding(int(row), "C16", CERTAIN, said("C16"), (said("beyond_limits", lon=lon, lat=lat),)))
    inside = placed[register.plausible[placed]]
    if land.known and len(inside):
        off = inside[~land.holds(register.xy[inside])]
        metres = land.distance(register.xy[off])
        tolerance = np.maximum(register.accuracy[off], settings.border_m)
        told = metres > _reach(register, off, settings)
        for row, distance, near in zip(off[told], metres[told], (metres <= tolerance)[told]):
            certainty = POSSIBLE if near else CERTAIN if distance > 5000.0 else LIKELY
            evidence = said("off_land", distance=float(distance), accuracy=float(register.accuracy[row]))
            severity = "minor" if near else "major"
            found.append(Finding(int(row), "C16", certainty, said("C16"), (evidence,), severity=severity))
    if context.water is not None and len(inside):
        known = {finding.row for finding in found}
        polygon = containing(context.water, register.xy[inside])
        wet = np.flatnonzero(polygon >= 0)
        borders = shapely.boundary(context.water[polygon[wet]])
        depth = shapely.distance(borders, shapely.points(register.xy[inside[wet]]))
        for row, metres in zip(inside[wet], depth):
            if int(row) in known:
                continue
            if metres <= max(register.accuracy[row], _DEEP_M):
                continue
            evidence = said("in_water", distance=float(metres), accuracy=float(register.accuracy[row]))
            found.append(Finding(int(row), "C16", LIKELY, said("C16_water"), (evidence,)))
    return found


def other_units(
    register: Register, context: Context, declared: Declared, state: State, rows: np.ndarray, settings: Settings
) -> list[Finding]:
    """Return the factories outside of the units they declare (C17), by how far and at which level."""
    rows = rows[declared.known[rows] & ~state.inside[rows] & register.plausible[rows]]
    found: dict[int, Finding] = {}
    years = register.number("admin_vintage")
    for level, unit in declared.rows.items():  # from the province down: the coarsest disagreement is told
        units = declared.units[level]
        asked = np.array([row for row in rows if unit[row] >= 0 and int(row) not in found], dtype="int64")
        wrong = asked[~units.holds(unit[asked], register.xy[asked])]
        distance = units.distance(unit[wrong], register.xy[wrong])
        actual = units.locate(register.xy[wrong])
        for row, metres, at in zip(wrong, distance, actual):
            if not np.isfinite(metres):
                continue  # it may be in a part of the unit that has no polygon
            own = units.codes[unit[row]]
            other = units.codes[at] if at >= 0 else None
            if other is not None and one_until_split(own, other):
                if not 0 < years[row] < 2014:
                    found[int(row)] = _older_list(int(row), _label(units, int(unit[row])), _label(units, int(at)))
                else:
                    found[int(row)] = None  # type: ignore[assignment]
                continue
            if metres <= _reach(register, row, settings):
                found[int(row)] = None  # type: ignore[assignment]
                continue
            certainty, how, severity = _how_far(float(metres), float(register.accuracy[row]), settings)
            told = {"declared": _label(units, int(unit[row])), "distance": float(metres)}
            evidence = said(f"unit_{how}_nowhere", **told)
            if at >= 0:
                evidence = said(f"unit_{how}", actual=_label(units, int(at)), **told)
            problem = said("C17", level=level)
            found[int(row)] = Finding(int(row), "C17", certainty, problem, (evidence,), severity=severity)
    return [finding for finding in found.values() if finding is not None]


def _reach(register: Register, rows: np.ndarray, settings: Settings) -> np.ndarray:
    """Return metres within which a border contradicts nothing: the accuracy, else the tolerance of borders."""
    accuracy = register.accuracy[rows]
    return np.where(accuracy > 0, accuracy, settings.border_m)


def _label(units: Units, at: int) -> str:
    return f"{units.codes[at]} {units.names[at]}" if units.names[at] else str(units.codes[at])


def _listed_label(context: Context, level: str, code: str) -> str:
    """Return a code with its name as the layer or the list has it."""
    units = context.units.get(level)
    at = int(units.find(np.array([code], dtype=object))[0]) if units is not None else -1
    named = _label(units, at) if units is not None and at >= 0 else code
    return f"{code} {context.names[code]}" if named == code and context.names.get(code) else named


def _older_list(row: int, own: str, other: str) -> Finding:
    evidence = said("older_list", declared=own, actual=other)
    return Finding(row, "C17", POSSIBLE, said("C17_older"), (evidence,), severity="minor")


def _how_far(metres: float, accuracy: float, settings: Settings) -> tuple[str, str, str]:
    if metres <= max(accuracy, settings.border_m):
        return POSSIBLE, "near", "minor"
    if metres <= accuracy + _NEIGHBOUR_M:
        return LIKELY, "neighbour", "major"
    return CERTAIN, "far", "major"


def unknown_codes(register: Register, context: Context, rows: np.ndarray) -> list[Finding]:
    """Return the factories whose unit codes contradict each other, or are in no list and no layer (C17)."""
    found = []
    columns = {level: register.text(f"{level}_code") for level in DIGITS}
    for level, inner in (("province", "district"), ("district", "commune"), ("commune", "village")):
        for row, (outer_code, code) in enumerate(zip(columns[level], columns[inner])):
            if outer_code and code and not code.startswith(outer_code) and not one_until_split(code, outer_code):
                evidence = said("codes_differ", level=inner, code=code, outer=outer_code)
                found.append(Finding(row, "C17", CERTAIN, said("C17_codes"), (evidence,)))
    years = register.number("admin_vintage")
    for level in ("province", "district", "commune"):
        known = set(context.units[level].codes) if level in context.units else set()
        known |= {code for code in context.listed if len(code) == DIGITS[level]}
        if not known:
            continue
        odd = [row for row in rows if columns[level][row] and columns[level][row] not in known]
        for row in odd:
            code = columns[level][row]
            if code.casefold() in NULL_TOKENS:
                continue
            if code in context.former:
                if not 0 < years[row] < 2014:
                    labels = (_listed_label(context, level, one) for one in (code, context.former[code]))
                    found.append(_older_list(int(row), *labels))
                continue
            evidence = said("code_unknown", level=level, code=code)
            found.append(Finding(int(row), "C17", LIKELY, said("C17_unknown"), (evidence,), severity="minor"))
    return found


def merged(areas: Areas | None) -> Areas | None:
    """Return parks or premises with one polygon for all features of the same id and name.

    What is stated of the parts is the area of each or of the whole: what is nearer to the drawn one is taken.
    """
    if areas is None:
        return None
    keys = [(_folded(id_ or ""), _folded(name or "")) for id_, name in zip(areas.ids, areas.names)]
    by_key: dict[Any, list[int]] = {}
    for row, key in enumerate(keys):
        by_key.setdefault(key if any(key) else row, []).append(row)
    if len(by_key) == len(keys):
        return areas
    parts = list(by_key.values())
    first = [rows[0] for rows in parts]
    shapes = np.array([_union(areas.geometries, rows) for rows in parts], dtype=object)
    stated = None
    if areas.stated_ha is not None:
        stated = np.array([_stated(areas.stated_ha[rows], shape) for rows, shape in zip(parts, shapes)])
    return Areas(shapes, areas.ids[first], areas.names[first], stated)


def _union(shapes: np.ndarray, rows: list[int]) -> shapely.Geometry:
    return shapes[rows[0]] if len(rows) == 1 else shapely.union_all(shapes[rows])


def _stated(stated: np.ndarray, shape: shapely.Geometry) -> float:
    total = float(stated.sum())
    if len(set(stated.tolist())) > 1 or not stated[0] > 0 or not shape.area > 0:
        return total
    return min((total, float(stated[0])), key=lambda one: abs(np.log(one * 1e4 / shape.area)))


def parks_of(register: Register, parks: Areas | None) -> tuple[np.ndarray | None, np.ndarray]:
    """Return the polygon of the park that each factory declares, by id or name, and its row (-1 for none).

    Features of one id, or else of one name, are one park; the row is that of the first.
    """
    index = np.full(len(register), -1, dtype="int64")
    if parks is None:
        return None, index
    known: dict[str, list[int]] = {}
    for column in (parks.names, parks.ids):
        known.update(_rows_of(column))
    shapes: dict[tuple[int, ...], shapely.Geometry] = {}
    own = np.full(len(register), None, dtype=object)
    for row, value in enumerate(register.text("park_id")):
        rows = known.get(_folded(value)) if value else None
        if rows:
            index[row] = rows[0]
            if tuple(rows) not in shapes:
                shapes[tuple(rows)] = _union(parks.geometries, rows)
            own[row] = shapes[tuple(rows)]
    return own, index


def _rows_of(values: np.ndarray) -> dict[str, list[int]]:
    """Return the rows of each value that is one, without regard to case and spacing."""
    rows: dict[str, list[int]] = {}
    for row, value in enumerate(values):
        if value:
            rows.setdefault(_folded(value), []).append(row)
    return rows


def _folded(value: str) -> str:
    return " ".join(str(value).casefold().split())


def declared_parks(
    register: Register, parks: Areas, own_park: np.ndarray, index: np.ndarray, rows: np.ndarray
) -> list[Finding]:
    """Return the factories outside of the park they declare, or inside one that they do not (C20)."""
    rows = rows[np.isfinite(register.xy[rows]).all(axis=1)]
    points = shapely.points(register.xy[rows])
    found = []
    declares = np.flatnonzero(index[rows] >= 0)
    distance = shapely.distance(own_park[rows[declares]], points[declares])
    for at, metres in zip(declares, distance):
        row = int(rows[at])
        if metres > max(register.accuracy[row], _NO_TOLERANCE_M):
            certainty = CERTAIN if metres > register.accuracy[row] + 1000.0 else LIKELY
            evidence = said("park_away", park=_park(parks, int(index[row])), distance=float(metres))
            found.append(Finding(row, "C20", certainty, said("C20"), (evidence,)))
    inside = containing(parks.geometries, register.xy[rows])
    silent = np.flatnonzero((inside >= 0) & np.array([not park for park in register.text("park_id")[rows]], dtype=bool))
    depth = shapely.distance(shapely.boundary(parks.geometries[inside[silent]]), points[silent])
    for at, metres in zip(silent, depth):
        row = int(rows[at])
        if metres > max(register.accuracy[row], _NO_TOLERANCE_M):
            evidence = said("park_undeclared", park=_park(parks, int(inside[at])), distance=float(metres))
            found.append(Finding(row, "C20", POSSIBLE, said("C20_undeclared"), (evidence,), severity="minor"))
    return found


def _park(parks: Areas, row: int) -> str:
    return str(parks.names[row] or parks.ids[row] or row + 1)


def sites_of(register: Register, sites: Areas | None) -> np.ndarray | None:
    """Return the premises of each factory, None where there are none."""
    if sites is None:
        return None
    rows: dict[str, list[int]] = {}
    for at, id_ in enumerate(sites.ids):
        if id_:
            rows.setdefault(str(id_), []).append(at)
    shapes = {id_: _union(sites.geometries, parts) for id_, parts in rows.items()}
    own = np.full(len(register), None, dtype=object)
    for row, id_ in enumerate(register.text("factory_id")):
        if id_ in shapes:
            own[row] = shapes[id_]
    return own


def off_site(register: Register, own: np.ndarray, rows: np.ndarray) -> list[Finding]:
    """Return the factories whose point is not on their premises (C21), with the middle of these as the proposal."""
    rows = rows[~shapely.is_missing(own[rows])]
    placed = np.isfinite(register.xy[rows]).all(axis=1)
    distance = np.full(len(rows), np.nan)
    distance[placed] = shapely.distance(own[rows[placed]], shapely.points(register.xy[rows[placed]]))
    found = []
    for row, metres in zip(rows, distance):
        if metres <= max(register.accuracy[row], _NO_TOLERANCE_M):
            continue
        centre = innermost(own[row])
        lon, lat = to_degrees(centre.reshape(1, 2))[0]
        radius = float(np.sqrt(shapely.area(own[row]) / np.pi))
        evidence = said("off_site", distance=float(metres)) if np.isfinite(metres) else said("now_none")
        told = (said("by_site"), evidence)
        middle = Proposal("C21", LIKELY, float(lon), float(lat), told, accuracy_m=float(np.ceil(radius)))
        found.append(Finding(int(row), "C21", LIKELY, said("C21"), (evidence,), (middle,)))
    return found


def innermost(polygon: shapely.Geometry) -> np.ndarray:
    """Return the place farthest from the border of a polygon, in its largest part; the pole of inaccessibility."""
    from shapely.ops import polylabel

    parts = shapely.get_parts(polygon)
    largest = parts[np.argmax(shapely.area(parts))]
    try:
        return shapely.get_coordinates(polylabel(largest, tolerance=1.0))[0]
    except (shapely.errors.TopologicalError, ValueError):
        return shapely.get_coordinates(shapely.point_on_surface(largest))[0]
