"""The tables of how full parks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..i18n import interface_locale, tr
from ..messages import activity_titles
from ..paths import STYLES
from ..storage.geopackage import Table
from .assess import NOT_PERMITTED, NOT_RECORDED, PERMITTED, Assessment, Near, Question
from .ranking import Ranked, hangs_on_assumption

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

TOP = 3
_UNITS = (10.0, 100.0, 1_000.0, 10_000.0)
# How near to a power of ten a ratio of areas is, that says one of them is in another unit.
_UNIT_OFF = 0.1
# Hectares that are told with one digit behind the point.
_SAID_HA = 0.05
# Kinds of facilities with a column of their own in the table of parks.
KIND_COLUMNS = {
    "port": "port_m",
    "airport": "airport_m",
    "border": "border_crossing_m",
    "highway": "highway_m",
    "power plant": "power_plant_m",
    "substation": "substation_m",
}
PARK_FIELDS = (
    ("park_id", "text"),
    ("park_name", "text"),
    ("rank", "integer"),
    ("score_pct", "real"),
    ("vacant_pct", "real"),
    ("vacant_pct_low", "real"),
    ("vacant_pct_high", "real"),
    ("vacant_ha", "real"),
    ("vacant_low_ha", "real"),
    ("vacant_high_ha", "real"),
    ("occupied_from", "text"),
    ("area_ha", "real"),
    ("licensed_ha", "real"),
    ("area_diff_pct", "real"),
    ("area_note", "text"),
    ("usable_ha", "real"),
    ("surely_inside", "integer"),
    ("probably_inside", "integer"),
    ("undecided", "integer"),
    ("declared_outside", "integer"),
    ("declared_not_located", "integer"),
    ("planned", "integer"),
    ("premises_ha", "real"),
    ("assumed_ha", "real"),
    ("occupied_ha", "real"),
    ("occupied_low_ha", "real"),
    ("occupied_high_ha", "real"),
    ("employees", "integer"),
    ("employees_low", "integer"),
    ("employees_high", "integer"),
    ("employees_unknown", "integer"),
    ("employees_per_ha", "real"),
    ("employees_per_occupied_ha", "real"),
    ("top_sectors", "text"),
    ("permitted_isic", "text"),
    ("not_permitted", "integer"),
    ("permit_not_known", "integer"),
    *((column, "real") for column in KIND_COLUMNS.values()),
    ("neighbours", "integer"),
    ("neighbour_employees", "integer"),
    ("neighbour_employees_unknown", "integer"),
    ("neighbour_sectors", "text"),
    ("shared_sectors", "text"),
    ("could_move_in", "integer"),
    ("overlaps", "text"),
    ("note", "text"),
    ("vintage", "text"),
)
FACTORY_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("park_id", "text"),
    ("park_name", "text"),
    ("how_surely", "text"),
    ("counted", "text"),
    ("declared_park", "text"),
    ("accuracy_m", "real"),
    ("border_m", "real"),
    ("activity", "text"),
    ("sector", "text"),
    ("sector_title", "text"),
    ("permitted", "text"),
    ("permit_reason", "text"),
    ("size_class", "text"),
    ("employees", "integer"),
    ("status", "text"),
    ("ground_ha", "real"),
    ("ground_high_ha", "real"),
    ("ground_from", "text"),
)
DISTANCE_FIELDS = (
    ("park_id", "text"),
    ("park_name", "text"),
    ("kind", "text"),
    ("facility_id", "text"),
    ("facility_name", "text"),
    ("layer", "text"),
    ("distance_m", "real"),
    ("bearing_deg", "real"),
    ("direction", "text"),
    ("note", "text"),
)
ROAD_FIELDS = (
    ("road_m", "real"),
    ("detour", "real"),
    ("road_note", "text"),
    ("road_facility_id", "text"),
    ("road_facility_name", "text"),
)
NEIGHBOUR_FIELDS = (
    ("park_id", "text"),
    ("park_name", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("distance_m", "real"),
    ("activity", "text"),
    ("sector", "text"),
    ("sector_title", "text"),
    ("employees", "integer"),
    ("in_park", "text"),
    ("shares_sector", "text"),
    ("permitted", "text"),
    ("could_move_in", "text"),
)
MIX_FIELDS = (
    ("park_id", "text"),
    ("park_name", "text"),
    ("sector", "text"),
    ("sector_title", "text"),
    ("factories", "integer"),
    ("share_pct", "real"),
    ("surely", "integer"),
    ("possible", "integer"),
    ("employees", "integer"),
    ("employees_unknown", "integer"),
    ("permitted", "integer"),
    ("not_permitted", "integer"),
    ("permit_not_known", "integer"),
    ("neighbours", "integer"),
)
RANKING_FIELDS = (
    ("rank", "integer"),
    ("park_id", "text"),
    ("park_name", "text"),
    ("fits", "text"),
    ("score_pct", "real"),
    ("score_pct_low", "real"),
    ("score_pct_high", "real"),
    ("room", "text"),
    ("permitted", "text"),
    ("vacant_ha", "real"),
    ("vacant_low_ha", "real"),
    ("vacant_high_ha", "real"),
    ("occupied_from", "text"),
    ("why", "text"),
)
CRITERION_FIELDS = (
    ("rank", "integer"),
    ("park_id", "text"),
    ("park_name", "text"),
    ("criterion", "text"),
    ("weight", "real"),
    ("value", "real"),
    ("unit", "text"),
    ("points", "real"),
    ("points_low", "real"),
    ("points_high", "real"),
    ("contribution", "real"),
    ("reason", "text"),
)


def tables(
    found: Assessment, ranked: Ranked | None, question: Question, crs: QgsCoordinateReferenceSystem, *, roads: bool
) -> list[Table]:
    """Return the tables to write."""
    from ..analysis.geometry import as_multi

    shapes = as_multi(found.parks.areas.geometries)
    told = tr("Industrial parks and how full they are. {assumption}").format(assumption=assumption(question))
    out = [
        Table("parks", PARK_FIELDS, parks_table(found, ranked, question), shapes, "MultiPolygon", crs, told,
              STYLES / "park_capacity.qml"),
        _factories(found, crs),
        _distances(found, crs, roads=roads),
        _neighbours(found, crs),
        Table("mix", MIX_FIELDS, mix_table(found), description=tr("Sectors of each park."),
              style=STYLES / "park_mix.qml"),
    ]  # fmt: skip
    if ranked is not None:
        order = ranked.ranking.order
        told = tr("Parks by how they suit what was asked. {assumption}").format(assumption=assumption(question))
        rows = ranking_table(found, ranked)
        style = STYLES / "park_ranking.qml"
        out.insert(1, Table("ranking", RANKING_FIELDS, rows, shapes[order], "MultiPolygon", crs, told, style))
        told = tr("The points of each park, criterion by criterion.")
        rows = criteria_table(found, ranked)
        out.append(Table("criteria", CRITERION_FIELDS, rows, description=told, style=STYLES / "park_criteria.qml"))
    return out


def assumption(question: Question) -> str:
    """Return the sentence about what is assumed, for every output that hangs on it."""
    told = ", ".join(f"{size} {area:g} ha" for size, area in question.sizes.items())
    return tr("Ground of factories without premises is assumed by size class ({sizes}): planning assumptions.").format(
        sizes=told
    )


def _frame(columns: Mapping[str, Any], fields: Sequence[tuple[str, str]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({name: columns[name] for name, _ in fields})


def _titles(sectors: Iterable[str]) -> list[str | None]:
    """Return the title of each sector, None for what is none."""
    known = activity_titles(interface_locale())
    return [known.get(sector) for sector in sectors]


def _named(sectors: Sequence[tuple[str, int]]) -> str | None:
    """Return sectors and how many factories they have as text."""
    titles = _titles(sector for sector, _ in sectors)
    parts = [f"{sector} {title or ''}".strip() + f": {count}" for (sector, count), title in zip(sectors, titles)]
    return "; ".join(parts) or None


def _counts(sectors: np.ndarray) -> list[tuple[str, int]]:
    """Return the sectors and how often each occurs, the most frequent first, of equals the lower code."""
    import numpy as np

    distinct, count = np.unique(sectors.astype(str), return_counts=True)
    pairs = sorted(zip(distinct.tolist(), count.tolist()), key=lambda pair: (-pair[1], pair[0]))
    return [pair for pair in pairs if pair[0] != NOT_RECORDED]


def parks_table(found: Assessment, ranked: Ranked | None, question: Question) -> pd.DataFrame:
    """Return a row a park."""
    import numpy as np

    parks, n = found.parks, len(found.parks)
    blank = np.full(n, np.nan)
    usable = np.where(found.usable > 0, found.usable, np.nan)
    told = _likely(found)
    vacant = {"": told["vacant"], "_low": found.vacant.low, "_high": found.vacant.high}
    occupied = {"": told["occupied"], "_low": found.occupied.low, "_high": found.occupied.high}
    difference = 100.0 * (found.area / parks.licensed - 1.0)
    staff = found.employees.likely
    unknown = found.employees_unknown
    every = np.where(found.known & (unknown.likely == 0), staff, np.nan)  # a density of a part is none
    with np.errstate(divide="ignore", invalid="ignore"):
        per_occupied = np.where(told["occupied"] > 0, every / told["occupied"], np.nan)
    columns: dict[str, Any] = {
        "park_id": parks.areas.ids,
        "park_name": _or_none(parks.areas.names),
        "rank": blank if ranked is None else np.where(ranked.ranking.rank > 0, ranked.ranking.rank, np.nan),
        "score_pct": blank if ranked is None else _scores(ranked, ranked.score.likely),
        **{f"vacant_pct{of}": np.round(100.0 * ground / usable, 1) for of, ground in vacant.items()},
        **{f"vacant{of}_ha": np.round(ground, 2) for of, ground in vacant.items()},
        "occupied_from": [found.basis(park) for park in range(n)],
        "area_ha": np.round(found.area, 2),
        "licensed_ha": parks.licensed,
        "area_diff_pct": np.round(difference, 1),
        "area_note": [area_note(found, park, question) for park in range(n)],
        "usable_ha": np.round(found.usable, 2),
        **standings(found),
        "premises_ha": np.round(found.premises, 2),
        "assumed_ha": np.round(found.assumed.likely, 2),
        **{f"occupied{of}_ha": np.round(ground, 2) for of, ground in occupied.items()},
        "employees": np.where(found.known, _unless_untold(staff, unknown.likely, found.factories.likely), np.nan),
        "employees_low": _unless_untold(found.employees.low, unknown.low, found.factories.low),
        "employees_high": np.where(found.known & (unknown.high == 0), found.employees.high, np.nan),
        "employees_unknown": unknown.likely,
        "employees_per_ha": np.round(every / np.where(found.area > 0, found.area, np.nan), 1),
        "employees_per_occupied_ha": np.round(per_occupied, 1),
        "permitted_isic": [None if codes is None else ", ".join(codes) for codes in parks.permits],
        **dict.fromkeys(KIND_COLUMNS.values(), blank),
        **_around(found),
        "overlaps": [", ".join(parks.areas.ids[other] for other in others) or None for others in found.overlaps],
        "note": [note(found, park, question) for park in range(n)],
        "vintage": _or_none(parks.areas.vintages),
    }
    for near in found.near:
        if near.facilities.kind in KIND_COLUMNS:
            columns[KIND_COLUMNS[near.facilities.kind]] = np.round(near.straight(n), 1)
    return _frame(columns, PARK_FIELDS)


def _likely(found: Assessment) -> dict[str, np.ndarray]:
    """Return the likely hectares of each park, NaN where nothing is known and none is likelier than another."""
    import numpy as np

    spans = {"vacant": found.vacant, "occupied": found.occupied}
    return {name: np.where(found.known, span.likely, np.nan) for name, span in spans.items()}


def _unless_untold(total: np.ndarray, unknown: np.ndarray, factories: np.ndarray) -> np.ndarray:
    """Return sums, NaN where there are factories and no number of any: that is no 0."""
    import numpy as np

    return np.where((unknown > 0) & (unknown == factories), np.nan, total)


def _or_none(texts: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.array([text or None for text in texts], dtype=object)


def _scores(ranked: Ranked, values: np.ndarray) -> np.ndarray:
    """Return scores of the parks that have a rank."""
    import numpy as np

    return np.where(ranked.ranking.rank > 0, np.round(values, 1), np.nan)


def standings(found: Assessment) -> dict[str, Any]:
    """Return how many factories stand how surely in each park, and what the permit says of them."""
    import numpy as np

    from ..analysis import capacity as engine

    standing, n = found.standing, len(found.parks)
    counts = found.counted[standing.factory]
    likely = standing.likely() & counts
    planned = np.array([bool(new) for new in found.register.new], dtype=bool)[standing.factory]
    said = found.permitted(standing.factory, standing.park)

    def count(which: np.ndarray) -> np.ndarray:
        return np.bincount(standing.park[which], minlength=n)

    listed = np.array([codes is not None for codes in found.parks.permits], dtype=bool)
    not_known = count(likely & (said != PERMITTED) & (said != NOT_PERMITTED)).astype("float64")
    top = [_counts(found.sectors[standing.factory[likely & (standing.park == park)]])[:TOP] for park in range(n)]
    return {
        "surely_inside": count((standing.how == engine.SURELY) & counts),
        "probably_inside": count((standing.how == engine.PROBABLY) & counts),
        "undecided": count((standing.how == engine.UNDECIDED) & counts),
        "declared_outside": count((standing.how == engine.OUTSIDE) & counts),
        "declared_not_located": count((standing.how == engine.LOST) & counts),
        "planned": count(likely & planned),
        "top_sectors": [_named(sectors) for sectors in top],
        "not_permitted": np.where(listed, count(likely & (said == NOT_PERMITTED)), np.nan),
        "permit_not_known": not_known,
    }


def _around(found: Assessment) -> dict[str, Any]:
    """Return what stands around each park."""
    import numpy as np

    beside, n = found.around, len(found.parks)
    staff = found.staff.employees[beside.factory]
    rows = [np.flatnonzero(beside.park == park) for park in range(n)]
    known = np.nan_to_num(staff)
    return {
        "neighbours": [len(mine) for mine in rows],
        "neighbour_employees": [
            known[mine].sum() if np.isfinite(staff[mine]).any() or not len(mine) else np.nan for mine in rows
        ],
        "neighbour_employees_unknown": [int(np.isnan(staff[mine]).sum()) for mine in rows],
        "neighbour_sectors": [_named(_counts(found.sectors[beside.factory[mine]])[:TOP]) for mine in rows],
        "shared_sectors": [
            _named(_counts(found.sectors[beside.factory[mine[beside.shares_sector[mine]]]])) for mine in rows
        ],
        "could_move_in": [int(beside.could_move[mine].sum()) for mine in rows],
    }


def area_note(found: Assessment, park: int, question: Question) -> str | None:
    """Return what is to be said of the area of a park as it is drawn and as it is licensed."""
    return " ".join(filter(None, (found.parks.licence_notes[park], difference_note(found, park, question)))) or None


def difference_note(found: Assessment, park: int, question: Question) -> str | None:
    """Return by how much the area as drawn differs from the licence, None where it does not, or none is known."""
    import numpy as np

    drawn, licensed = found.area[park], found.parks.licensed[park]
    if np.isnan(licensed):
        return None
    if abs(drawn / licensed - 1.0) <= question.tolerance:
        return None
    more = drawn > licensed
    words = (
        tr("Drawn {drawn} ha, licensed {licensed} ha: {percent} % larger than the licence.")
        if more
        else tr("Drawn {drawn} ha, licensed {licensed} ha: {percent} % smaller than the licence.")
    )
    text = words.format(
        drawn=f"{drawn:,.1f}", licensed=f"{licensed:,g}", percent=f"{100 * abs(drawn / licensed - 1):,.0f}"
    )
    ratio = max(drawn / licensed, licensed / drawn) if drawn > 0 else 1.0
    unit = next((unit for unit in _UNITS if abs(ratio / unit - 1.0) <= _UNIT_OFF), None)
    if unit is not None:
        text += " " + tr("That is about {times} times: one of them may be in another unit.").format(
            times=f"{unit:,.0f}"
        )
    return text


def note(found: Assessment, park: int, question: Question) -> str | None:
    """Return what to know before the figures of a park are used."""
    return " ".join(_notes(found, park, question)) or None


def _notes(found: Assessment, park: int, question: Question) -> Iterator[str]:
    standing = found.standing
    mine = (standing.park == park) & found.counted[standing.factory]
    if not found.known[park]:
        if (mine & standing.possible()).any():
            yield tr("No factory surely or probably stands in it: how much of it is free is not known.")
        else:
            yield tr("No factory of the register stands in it: how much of it is free is not known.")
    if hangs_on_assumption(found, park) and found.assumed.likely[park] >= _SAID_HA:
        yield tr("{assumed} of {occupied} occupied ha are assumed from size classes.").format(
            assumed=f"{found.assumed.likely[park]:,.1f}", occupied=f"{found.occupied.likely[park]:,.1f}"
        )
    elif hangs_on_assumption(found, park) and found.assumed.high[park] >= _SAID_HA:
        yield tr("Up to {assumed} ha are assumed from size classes, of factories that may stand in it.").format(
            assumed=f"{found.assumed.high[park]:,.1f}"
        )
    if found.known[park] and found.occupied.likely[park] > found.usable[park]:
        yield tr("The occupied ground ({occupied} ha) is more than it has to let ({usable} ha): check it.").format(
            occupied=f"{found.occupied.likely[park]:,.1f}", usable=f"{found.usable[park]:,.1f}"
        )
    unsure = int((mine & standing.possible() & ~standing.likely()).sum())
    if unsure:
        yield tr("Factories that may or may not stand in it: {count}; the figures are a range.").format(count=unsure)
    if found.overlaps[park]:
        yield tr("It shares ground with {parks}: what stands there counts in both.").format(
            parks=", ".join(found.parks.name(other) for other in found.overlaps[park])
        )
    if found.employees_unknown.likely[park]:
        yield tr("Factories without a number of employees: {count}; the sum is a lower bound.").format(
            count=int(found.employees_unknown.likely[park])
        )


def _factories(found: Assessment, crs: QgsCoordinateReferenceSystem) -> Table:
    """Return a row a factory and park, in the order of parks, how surely, and ids."""
    import numpy as np

    from ..analysis.capacity import HOW
    from ..analysis.geometry import as_multi

    standing, register, parks = found.standing, found.register, found.parks.areas
    order = sorted(
        range(len(standing)),
        key=lambda i: (standing.park[i], standing.how[i], register.ids[standing.factory[i]], standing.factory[i]),
    )
    order = np.array(order, dtype="int64")
    row, park, how = standing.factory[order], standing.park[order], standing.how[order]
    known = register.accuracy_from[row] != "default"
    sectors = found.sectors[row]
    likely, possible = standing.likely()[order], standing.possible()[order]
    counted = np.select([~found.counted[row], likely, possible], ["no", "likely", "possible"], "no")
    low, high, origin = _ground_of(found, order)
    columns = {
        "factory_id": register.ids[row],
        "factory_name": register.names[row],
        "park_id": parks.ids[park],
        "park_name": _or_none(parks.names[park]),
        "how_surely": np.array(HOW, dtype=object)[how],
        "counted": counted.astype(object),
        "declared_park": register.declared[row],
        "accuracy_m": np.where(known, register.accuracy[row], np.nan),
        "border_m": np.round(standing.border[order], 1),
        "activity": _or_none(register.activities[row]),
        "sector": np.where(sectors == NOT_RECORDED, None, sectors),
        "sector_title": _titles(sectors),
        "permitted": found.permitted(row, park),
        "permit_reason": [permit_reason(found, f, p) for f, p in zip(row.tolist(), park.tolist())],
        "size_class": register.sizes[row],
        "employees": found.staff.employees[row],
        "status": found.staff.statuses[row],
        "ground_ha": low,
        "ground_high_ha": high,
        "ground_from": origin,
    }
    shapes = as_multi(register.geometries[row]) if register.polygonal else register.geometries[row]
    told = tr("Factories that stand in parks, may stand in them or declare them.")
    kind = "MultiPolygon" if register.polygonal else "Point"
    style = STYLES / ("park_factories_polygon.qml" if register.polygonal else "park_factories.qml")
    return Table("factories", FACTORY_FIELDS, _frame(columns, FACTORY_FIELDS), shapes, kind, crs, told, style)


def _ground_of(found: Assessment, order: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[str | None]]:
    """Return the ground of each pair in hectares, at least and at most, and where it comes from."""
    import numpy as np

    row = found.standing.factory[order]
    drawn, counted, possible = found.drawn[order], found.counted[row], found.standing.possible()[order]
    premises = found.ground.of(found.standing, found.same)[order]
    low, high = found.assumed_of.low[row], found.assumed_of.high[row]
    takes = counted & possible
    origin: list[str | None] = []
    for has, there, size in zip(takes, drawn, found.register.sizes[row]):
        words = "premises" if there else f"assumed: {size}" if size else "assumed: size class not recorded"
        origin.append(words if has else None)
    ground = [np.where(takes, np.round(np.where(drawn, premises, part), 4), np.nan) for part in (low, high)]
    return ground[0], ground[1], origin


def permit_reason(found: Assessment, factory: int, park: int) -> str:
    """Return why an activity is permitted in a park, or not, or why that is not known."""
    from ..analysis import activities as act

    outcome = found.permission[found.activity[factory], park]
    code = found.register.activities[factory]
    if found.parks.permits[park] is None:
        return tr("There is no list of what the permit of this park allows.")
    if outcome == act.PROHIBITED and found.parks.unread[park]:
        return tr("What can be read of the permit does not allow it; a part of it cannot be read.")
    words = {
        act.PERMITTED: tr("{code} is on the list of the permit."),
        act.PROHIBITED: tr("{code} is not on the list of the permit."),
        act.NO_ACTIVITY: tr("No activity is recorded."),
        act.UNKNOWN_ACTIVITY: tr("“{code}” is no ISIC Rev. 4 code."),
    }
    return words.get(outcome, tr("{code} is too coarse: the permit allows a part of it.")).format(code=code)


def _distances(found: Assessment, crs: QgsCoordinateReferenceSystem, *, roads: bool) -> Table:
    import numpy as np
    import shapely

    fields = [*DISTANCE_FIELDS, *(ROAD_FIELDS if roads else ())]
    rows, lines = [], []
    for place, near in enumerate(found.near):
        for row in range(len(near.found.place)):
            rows.append((int(near.found.place[row]), place, _distance_row(found, near, row, roads=roads)))
            ends = np.stack([near.found.start[row], near.found.foot[row]])
            lines.append(shapely.linestrings(ends) if near.found.distance[row] > 0 else None)
    order = sorted(range(len(rows)), key=lambda i: rows[i][:2])
    shapes = np.empty(len(order), dtype=object)
    shapes[:] = [lines[i] for i in order]
    columns = {name: _column([rows[i][2][name] for i in order], kind) for name, kind in fields}
    told = tr("The nearest facility of each kind, from the edge of each park.")
    style = STYLES / "park_distances.qml"
    return Table("distances", fields, _frame(columns, fields), shapes, "LineString", crs, told, style)


def _column(values: list[Any], kind: str) -> np.ndarray:
    import numpy as np

    return np.array(values, dtype=object if kind == "text" else "float64")


def _distance_row(found: Assessment, near: Near, row: int, *, roads: bool) -> dict[str, Any]:
    import numpy as np

    from ..analysis.proximity import compass

    park, feature, metres = near.found.place[row], near.found.feature[row], float(near.found.distance[row])
    bearing = near.found.bearing[row : row + 1]
    out = {
        "park_id": found.parks.areas.ids[park],
        "park_name": found.parks.areas.names[park] or None,
        "kind": near.facilities.kind,
        "facility_id": near.facilities.ids[feature],
        "facility_name": near.facilities.names[feature],
        "layer": near.facilities.layers[feature],
        "distance_m": round(metres, 1),
        "bearing_deg": float(np.round(bearing[0], 1) % 360.0),
        "direction": compass(bearing)[0],
        "note": "inside" if metres == 0 else None,
    }
    if roads and near.road is not None:
        way, straight = float(near.road.metres[row]), float(near.road.straight[row])
        to = near.road.feature[row] if np.isfinite(way) else None
        out["road_m"], out["detour"] = round(way, 1), round(way / straight, 3) if straight > 0 else np.nan
        out["road_note"] = near.road.why[row] or ("inside" if metres == 0 else "by road")
        out["road_facility_id"] = None if to is None else near.facilities.ids[to]
        out["road_facility_name"] = None if to is None else near.facilities.names[to]
    return out


def _neighbours(found: Assessment, crs: QgsCoordinateReferenceSystem) -> Table:
    import numpy as np

    from ..analysis.geometry import as_multi

    beside, register, parks = found.around, found.register, found.parks.areas
    order = np.array(
        sorted(
            range(len(beside.park)), key=lambda i: (beside.park[i], beside.metres[i], register.ids[beside.factory[i]])
        ),
        dtype="int64",
    )
    park, row = beside.park[order], beside.factory[order]
    sectors = found.sectors[row]
    columns = {
        "park_id": parks.ids[park],
        "park_name": _or_none(parks.names[park]),
        "factory_id": register.ids[row],
        "factory_name": register.names[row],
        "distance_m": np.round(beside.metres[order], 1),
        "activity": _or_none(register.activities[row]),
        "sector": np.where(sectors == NOT_RECORDED, None, sectors),
        "sector_title": _titles(sectors),
        "employees": found.staff.employees[row],
        "in_park": np.append(parks.ids, None)[beside.other_park[order]],
        "shares_sector": _yes_no(beside.shares_sector[order]),
        "permitted": found.permitted(row, park),
        "could_move_in": _yes_no(beside.could_move[order]),
    }
    shapes = as_multi(register.geometries[row]) if register.polygonal else register.geometries[row]
    told = tr("Factories around parks; a factory near two parks stands here twice.")
    kind = "MultiPolygon" if register.polygonal else "Point"
    style = STYLES / ("park_neighbours_polygon.qml" if register.polygonal else "park_neighbours.qml")
    return Table("neighbours", NEIGHBOUR_FIELDS, _frame(columns, NEIGHBOUR_FIELDS), shapes, kind, crs, told, style)


def _yes_no(which: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.where(which, "yes", "no").astype(object)


def mix_table(found: Assessment) -> pd.DataFrame:
    """Return a row a park and sector that it has, or may have; the largest sector of a park first."""
    import numpy as np
    import pandas as pd

    from ..analysis.capacity import SURELY

    standing = found.standing
    counts = found.counted[standing.factory]
    staff = found.staff.employees[standing.factory]
    likely = standing.likely() & counts
    said = found.permitted(standing.factory, standing.park)
    pairs = pd.DataFrame(
        {
            "park": standing.park,
            "sector": found.sectors[standing.factory],
            "factories": likely,
            "surely": (standing.how == SURELY) & counts,
            "possible": standing.possible() & counts,
            "employees": np.where(likely, np.nan_to_num(staff), 0.0),
            "employees_unknown": likely & np.isnan(staff),
            "permitted": likely & (said == PERMITTED),
            "not_permitted": likely & (said == NOT_PERMITTED),
            "permit_not_known": likely & ~np.isin(said.astype(str), (PERMITTED, NOT_PERMITTED)),
        }
    )[standing.possible() & counts]
    mix = pairs.groupby(["park", "sector"], sort=True).sum().reset_index()
    mix["employees"] = _unless_untold(
        *(mix[name].to_numpy("float64") for name in ("employees", "employees_unknown", "factories"))
    )
    beside = pd.DataFrame({"park": found.around.park, "sector": found.sectors[found.around.factory]})
    near = beside.value_counts().to_dict()
    mix["neighbours"] = [near.get(pair, 0) for pair in zip(mix["park"], mix["sector"])]
    total = mix.groupby("park")["factories"].transform("sum").to_numpy("float64")
    with np.errstate(divide="ignore", invalid="ignore"):
        mix["share_pct"] = np.round(100.0 * mix["factories"].to_numpy("float64") / total, 1)
    mix = mix.sort_values(["park", "factories", "possible", "sector"], ascending=[True, False, False, True])
    park = mix["park"].to_numpy("int64")
    mix["park_id"], mix["park_name"] = found.parks.areas.ids[park], _or_none(found.parks.areas.names[park])
    mix["sector_title"] = np.array(_titles(mix["sector"]), dtype=object)
    return _frame({name: mix[name].to_numpy() for name in mix.columns}, MIX_FIELDS)


def ranking_table(found: Assessment, ranked: Ranked) -> pd.DataFrame:
    """Return a row a park, in the order of the ranking."""
    import numpy as np

    order = ranked.ranking.order
    parks = found.parks.areas
    columns = {
        "rank": np.where(ranked.ranking.rank > 0, ranked.ranking.rank, np.nan)[order],
        "park_id": parks.ids[order],
        "park_name": _or_none(parks.names[order]),
        "fits": ranked.fits[order],
        "score_pct": _scores(ranked, ranked.score.likely)[order],
        "score_pct_low": _scores(ranked, ranked.score.low)[order],
        "score_pct_high": _scores(ranked, ranked.score.high)[order],
        "room": ranked.room[order],
        "permitted": ranked.permitted[order],
        "vacant_ha": np.round(_likely(found)["vacant"], 2)[order],
        "vacant_low_ha": np.round(found.vacant.low, 2)[order],
        "vacant_high_ha": np.round(found.vacant.high, 2)[order],
        "occupied_from": [found.basis(park) for park in order.tolist()],
        "why": [ranked.why[park] for park in order.tolist()],
    }
    return _frame(columns, RANKING_FIELDS)


def criteria_table(found: Assessment, ranked: Ranked) -> pd.DataFrame:
    """Return a row a park and criterion."""
    import numpy as np

    total = sum(one.weight for one in ranked.criteria)
    rows = []
    for park in ranked.ranking.order.tolist():
        for one in ranked.criteria:
            low, likely, high = (float(getattr(one.points, of)[park]) for of in ("low", "likely", "high"))
            rows.append(
                (
                    ranked.ranking.rank[park] or np.nan,
                    found.parks.areas.ids[park],
                    found.parks.areas.names[park] or None,
                    one.name,
                    one.weight,
                    round(float(one.value[park]), 2),
                    one.unit,
                    round(likely, 4),
                    round(low, 4),
                    round(high, 4),
                    round(100.0 * one.weight * likely / total, 2),
                    one.reasons[park],
                )
            )
    columns = list(zip(*rows)) or [()] * len(CRITERION_FIELDS)
    return _frame(
        {name: _column(list(values), kind) for (name, kind), values in zip(CRITERION_FIELDS, columns)}, CRITERION_FIELDS
    )
