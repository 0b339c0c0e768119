"""How full each park is, what stands in it, how far everything is: all answers of a run, before they are ranked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..frames import LayerFrame
from ..i18n import tr
from ..inputs import Factories, reach
from ..rules.pack import isic_sections
from .inputs import Facilities, Parks, one_row_each, owners_of

if TYPE_CHECKING:
    import numpy as np

    from ..analysis import proximity as near_engine
    from ..analysis.capacity import Ground, Span, Standing
    from ..analysis.roads import Roads

Tick = Callable[[float], None]

PERMITTED, NOT_PERMITTED, NOT_KNOWN = "permitted", "not permitted", "not known"
# What the register does not say.
NOT_RECORDED = "not recorded"
PREMISES, ASSUMED, BOTH = "premises", "assumed", "premises and assumed"
# A park in which nothing likely stands: not known, or empty where the register is said to be complete.
NOTHING, EMPTY = "nothing known inside", "no factory inside"
# So many facilities of a kind, the nearest in a straight line, are asked for the shortest way by road.
ASKED_BY_ROAD = 5


@dataclass(frozen=True)
class Question:
    """What is asked of every park.

    Attributes
    ----------
    sizes : mapping of size class to hectares
    usable : float
        Share of a park's ground that can be let, 0 to 1.
    tolerance : float
        Share by which the drawn area may differ from the licensed one unsaid.
    radius : float
        Metres around a park in which factories are neighbours.
    activities : sequence of str
        ISIC codes that look for a place.
    needed : float or None
        Hectares that they need.
    weights : mapping of criterion to number
    far : mapping of kind to kilometres
    complete : bool
        The register is complete: where it has no factory there is none.
    """

    sizes: Mapping[str, float]
    usable: float = 1.0
    tolerance: float = 0.05
    radius: float = 5000.0
    activities: Sequence[str] = ()
    needed: float | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    far: Mapping[str, float] = field(default_factory=dict)
    complete: bool = False

    @property
    def ranks(self) -> bool:
        """Whether parks are to be ranked."""
        return bool(self.activities) or self.needed is not None


@dataclass(frozen=True)
class Staff:
    """What the register says of each of its n factories beyond `Factories`.

    Attributes
    ----------
    employees : (n,) float array
        NaN where none is recorded.
    statuses : (n,) object array of str or None
    closed : (n,) bool array
        Closed for good: takes no ground and counts nowhere.
    """

    employees: np.ndarray
    statuses: np.ndarray
    closed: np.ndarray


@dataclass(frozen=True)
class ByRoad:
    """The shortest way by road to a facility of one kind; a row for each of the nearest in a straight line.

    Attributes
    ----------
    feature : (m,) int array
        The facility at the end of that way; without a way the one that is nearest in a straight line.
    straight : (m,) float array
        Geodesic metres to it.
    metres : (m,) float array
        NaN where there is no way.
    least : (m,) float array
        No facility of the kind can be nearer by road: the way itself, or less where more facilities lie nearer in a
        straight line than were asked.
    why : (m,) object array of str
        Why there is no way, empty where there is one.
    """

    feature: np.ndarray
    straight: np.ndarray
    metres: np.ndarray
    least: np.ndarray
    why: np.ndarray


@dataclass(frozen=True)
class Near:
    """The nearest facility of one kind, from each of p parks: in a straight line, and with roads by road."""

    facilities: Facilities
    found: near_engine.Neighbours
    road: ByRoad | None = None

    def way(self, parks: int) -> np.ndarray | None:
        """Return metres by road of each park, NaN where there is no way; None without roads."""
        return None if self.road is None else self._of_parks(self.road.metres, parks)

    def least(self, parks: int) -> np.ndarray | None:
        """Return the metres by road of each park that no facility can undercut; None without roads."""
        return None if self.road is None else self._of_parks(self.road.least, parks)

    def straight(self, parks: int) -> np.ndarray:
        """Return geodesic metres of each park."""
        return self._of_parks(self.found.distance, parks)

    def _of_parks(self, values: np.ndarray, parks: int) -> np.ndarray:
        import numpy as np

        out = np.full(parks, np.nan)
        out[self.found.place] = values
        return out


@dataclass(frozen=True)
class Around:
    """Factories around parks: m pairs, see `analysis.capacity.around`."""

    park: np.ndarray
    factory: np.ndarray
    metres: np.ndarray
    other_park: np.ndarray
    shares_sector: np.ndarray
    could_move: np.ndarray


@dataclass(frozen=True)
class Assessment:
    """All that was found of n factories and p parks.

    Attributes
    ----------
    standing : Standing
    counted : (n,) bool array
        The factories that count.
    ground : Ground
        Of premises.
    same : (n,) int array
        The row that stands for each factory, see `inputs.one_row_each`.
    drawn : (m,) bool array
        The pairs of `standing` of which premises are drawn in that very park.
    assumed_of : Span of n
        Hectares assumed for each factory, where none are drawn.
    area, usable : (p,) float arrays
        Hectares.
    premises, assumed : (p,) float array, Span of p
        Hectares occupied, as drawn and as assumed.
    guessed : (p,) bool array
        Whether ground is assumed for any factory.
    occupied, vacant, employees, factories : Span of p
        Of employees what is recorded. Where a park is not `known`, between none and all of its ground, the middle as
        the likely number.
    employees_unknown : Span of p
        Factories without a number of employees.
    permission : (a, p) int array
        Outcome of each distinct activity in each park, codes of `analysis.activities.OUTCOMES`.
    activity : (n,) int array
        Row of `permission` of each factory.
    sectors : (n,) object array of str
        ISIC divisions, `NOT_RECORDED` where there is none.
    near : sequence of Near
    around : Around
    overlaps : sequence of p tuples of int
        The other parks that share ground with each.
    known : (p,) bool array
        Whether a factory or premises surely or probably are inside, or the register is complete; otherwise all of the
        ground may be occupied: that a factory may stand there says nothing of the rest.
    """

    parks: Parks
    register: Factories
    staff: Staff
    standing: Standing
    counted: np.ndarray
    ground: Ground
    same: np.ndarray
    drawn: np.ndarray
    assumed_of: Span
    area: np.ndarray
    usable: np.ndarray
    premises: np.ndarray
    assumed: Span
    guessed: np.ndarray
    occupied: Span
    vacant: Span
    factories: Span
    employees: Span
    employees_unknown: Span
    permission: np.ndarray
    activity: np.ndarray
    sectors: np.ndarray
    near: Sequence[Near]
    around: Around
    overlaps: Sequence[tuple[int, ...]]
    known: np.ndarray

    def with_near(self, near: Sequence[Near]) -> Assessment:
        """Return the same with other ways to the facilities."""
        return replace(self, near=near)

    def basis(self, park: int) -> str:
        """Return what the occupied ground of a park hangs on."""
        if not self.known[park]:
            return NOTHING
        drawn, guessed = self.premises[park] > 0, self.guessed[park]
        if drawn or guessed:
            return BOTH if drawn and guessed else PREMISES if drawn else ASSUMED
        return EMPTY

    def permitted(self, factory: np.ndarray, park: np.ndarray) -> np.ndarray:
        """Return of pairs whether the permit of the park allows the activity: `PERMITTED`, ..."""
        outcome = self.permission[self.activity[factory], park]
        return verdicts(outcome, self.parks.unread[park])


def verdicts(outcome: np.ndarray, unread: np.ndarray) -> np.ndarray:
    """Return what outcomes of `analysis.activities` mean; nothing is refused where a part of a permit is unread."""
    import numpy as np

    from ..analysis import activities as act

    refused = (outcome == act.PROHIBITED) & ~unread
    return np.select([outcome == act.PERMITTED, refused], [PERMITTED, NOT_PERMITTED], NOT_KNOWN).astype(object)


def assess(
    parks: Parks,
    register: Factories,
    staff: Staff,
    declared: np.ndarray,
    premises: LayerFrame | None,
    premises_field: str,
    facilities: Sequence[Facilities],
    question: Question,
    crs: str,
    tick: Tick,
) -> Assessment:
    """Return what is found of the parks.

    Parameters
    ----------
    parks : Parks
    register : Factories
    staff : Staff
    declared : (n,) int array
        The park that each factory declares, negative for none.
    premises : LayerFrame or None
    premises_field : str
        The field of factory ids in it, empty for none.
    facilities : sequence of Facilities
    question : Question
    crs : str
        The working CRS.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    import numpy as np

    from ..analysis import capacity as engine

    shapes, n = parks.areas.geometries, len(parks)
    standing = _standing(parks, register, declared, crs, lambda share: tick(0.3 * share))
    counted = ~staff.closed
    same = one_row_each(register, staff.closed)
    ground, drawn = _ground(
        parks, register, staff, standing, same, premises, premises_field, crs, lambda share: tick(0.3 + 0.2 * share)
    )
    assumed_of = engine.assumed_ground(register.sizes, question.sizes, counted)
    assumed = engine.summed(standing, assumed_of, n, ~drawn)
    guessed = standing.possible() & counted[standing.factory] & ~drawn
    likely = standing.likely() & counted[standing.factory]
    area = engine.hectares(shapes, crs)
    usable = area * question.usable
    known = (np.bincount(standing.park[likely], minlength=n) > 0) | ground.settled | question.complete
    occupied = _occupied(ground, assumed, usable, known)
    told = counted & np.isfinite(staff.employees)
    employees = engine.summed(standing, engine.exactly(np.where(told, staff.employees, 0.0)), n)
    nameless = engine.summed(standing, engine.exactly(counted & ~told), n)
    permission, activity = permissions(parks, register.activities)
    sectors = sectors_of(register.activities)
    tick(0.6)
    near = [_nearest(one, shapes, crs, lambda _: tick(0.6)) for one in facilities]
    tick(0.8)
    beside = _around(parks, register, counted, standing, sectors, permission, activity, question, crs, tick)
    return Assessment(
        parks=parks,
        register=register,
        staff=staff,
        standing=standing,
        counted=counted,
        ground=ground,
        same=same,
        drawn=drawn,
        assumed_of=assumed_of,
        area=area,
        usable=usable,
        premises=ground.park_ha,
        assumed=assumed,
        guessed=np.bincount(standing.park[guessed], minlength=n) > 0,
        occupied=occupied,
        vacant=engine.vacancy(usable, occupied),
        factories=engine.summed(standing, engine.exactly(counted), n),
        employees=employees,
        employees_unknown=nameless,
        permission=permission,
        activity=activity,
        sectors=sectors,
        near=near,
        around=beside,
        overlaps=_overlaps(shapes),
        known=known,
    )


def _occupied(ground: Ground, assumed: Span, usable: np.ndarray, known: np.ndarray) -> Span:
    """Return the occupied hectares of each park; of one of which nothing is known between none and all of it."""
    import numpy as np

    from ..analysis.capacity import Span

    low = ground.sure_ha + assumed.low
    high = np.where(known, ground.park_ha + assumed.high, usable)
    return Span(low, np.where(known, ground.park_ha + assumed.likely, (low + usable) / 2), high)


def _standing(parks: Parks, register: Factories, declared: np.ndarray, crs: str, tick: Tick) -> Standing:
    from ..analysis import capacity as engine

    if register.polygonal:
        return engine.premises_in_parks(register.geometries, parks.areas.geometries, declared, crs, tick)
    return engine.points_in_parks(
        register.geometries,
        reach(register, parks.areas),
        register.accuracy_from != "default",
        parks.areas.geometries,
        declared,
        crs,
        tick,
        register.tree,
    )


def _ground(
    parks: Parks,
    register: Factories,
    staff: Staff,
    standing: Standing,
    same: np.ndarray,
    premises: LayerFrame | None,
    field_: str,
    crs: str,
    tick: Tick,
) -> tuple[Ground, np.ndarray]:
    """Return the ground of premises in parks, those of factories closed for good left out, and which pairs have it."""
    import numpy as np

    from ..analysis import capacity as engine

    polygons, owner = np.empty(0, dtype=object), np.empty(0, dtype="int64")
    if premises is not None:
        polygons = np.asarray(premises.frame.geometry.array, dtype=object)
        owner = owners_of(register, premises, field_, staff.closed, same)
    points = np.full(len(register.ids), None, dtype=object) if register.polygonal else register.geometries
    if register.polygonal:
        polygons = np.concatenate([register.geometries, polygons])
        owner = np.concatenate([np.arange(len(register.ids)), owner])
    gone = (owner >= 0) & staff.closed[owner] if len(owner) else np.zeros(0, dtype=bool)
    polygons = np.where(gone, None, polygons) if len(polygons) else polygons
    sure = (standing.how == engine.SURELY) & ~staff.closed[standing.factory]
    owners = np.concatenate([standing.factory[sure], same[standing.factory[sure]]])
    surely = owners, np.concatenate([standing.park[sure]] * 2)
    ground = engine.premises_ground(polygons, owner, parks.areas.geometries, crs, tick, surely)
    return ground, engine.drawn_pairs(standing, ground, same, points, polygons)


def permissions(parks: Parks, activities: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the outcome of each distinct activity in each park, and the row of each of some activities."""
    import numpy as np

    from ..analysis import activities as act

    rows, distinct = act.factorise(activities)
    names = [str(number) if codes is not None else None for number, codes in enumerate(parks.permits)]
    permits = {
        name: act.ZonePermits(dict.fromkeys(codes, act.PERMITTED), act.PROHIBITED)
        for name, codes in zip(names, parks.permits)
        if name is not None and codes is not None
    }
    matrix = act.permits_matrix([str(a or "") for a in distinct], names, permits, isic_sections())
    return np.asarray(matrix), rows


def sectors_of(activities: Sequence[str]) -> np.ndarray:
    """Return the ISIC division of each activity, the letter of a bare section, `NOT_RECORDED` for what is neither."""
    import numpy as np

    isic = isic_sections()
    return np.array([code[:2] if code in isic else NOT_RECORDED for code in activities], dtype=object)


def _nearest(facilities: Facilities, parks: np.ndarray, crs: str, tick: Tick) -> Near:
    import numpy as np

    from ..analysis import proximity as near_engine

    places = near_engine.Factories(parks, crs)
    return Near(facilities, near_engine.nearest(places, facilities.targets, 1, np.inf, (), tick))


def _around(
    parks: Parks,
    register: Factories,
    counted: np.ndarray,
    standing: Standing,
    sectors: np.ndarray,
    permission: np.ndarray,
    activity: np.ndarray,
    question: Question,
    crs: str,
    tick: Tick,
) -> Around:
    import numpy as np

    from ..analysis import capacity as engine

    places = np.where(counted, register.geometries, None)
    shapes = parks.areas.geometries
    park, factory, metres = engine.around(shapes, places, standing, question.radius, crs, lambda s: tick(0.8 + 0.2 * s))
    likely = standing.likely() & counted[standing.factory]
    other = np.full(len(sectors), -1, dtype="int64")
    other[standing.factory[likely][::-1]] = standing.park[likely][::-1]
    inside = {*zip(standing.park[likely].tolist(), sectors[standing.factory[likely]].tolist())}
    shares = np.array([pair in inside and pair[1] != NOT_RECORDED for pair in zip(park, sectors[factory])], dtype=bool)
    allowed = verdicts(permission[activity[factory], park], parks.unread[park]) != NOT_PERMITTED
    return Around(park, factory, metres, other[factory], shares, shares & allowed & (other[factory] < 0))


def _overlaps(parks: np.ndarray) -> list[tuple[int, ...]]:
    """Return for each park the others that share ground with it."""
    from ..analysis.areas import overlaps

    out: list[list[int]] = [[] for _ in parks]
    first, second, _ = overlaps(parks)
    for one, other in zip(first.tolist(), second.tolist()):
        out[one].append(other)
        out[other].append(one)
    return [tuple(sorted(others)) for others in out]


def along_roads(
    near: Sequence[Near],
    parks: np.ndarray,
    roads: LayerFrame,
    crs: str,
    gap: float,
    farthest_off: float,
    tick: Tick,
    *,
    crossings: bool = False,
) -> tuple[list[Near], str]:
    """Return the nearest facilities with the shortest ways to one, and a sentence about how the roads hang together.

    The facility that is nearest in a straight line is asked first, then those of the nearest `ASKED_BY_ROAD` to which
    the straight line is not longer than the way that was found: no way can be shorter than that.
    """
    import numpy as np

    from ..analysis import proximity as near_engine
    from ..analysis.roads import Roads

    graph = Roads(np.asarray(roads.frame.geometry.array, dtype=object), crs, gap, crossings=crossings)
    places = near_engine.Factories(parks, crs)
    asked = [
        near_engine.nearest(places, one.facilities.targets, ASKED_BY_ROAD + 1, np.inf, (), lambda _: tick(0.1))
        for one in near
    ]
    tick(0.2)
    first = [one.rank == 1 for one in asked]
    ways = _ways(graph, asked, first, farthest_off, lambda share: tick(0.2 + 0.4 * share))
    more = [_worth_asking(one, metres) for one, (metres, _) in zip(asked, ways)]
    others = _ways(graph, asked, more, farthest_off, lambda share: tick(0.6 + 0.4 * share))
    out = []
    for one, all_of, (metres, why), (second, _) in zip(near, asked, ways, others):
        best = _shortest_way(all_of, np.where(np.isfinite(second), second, metres), why)
        out.append(Near(one.facilities, one.found, best))
    parts, share = graph.islands()
    said = tr(
        "Roads of “{layer}”: parts without a way between them: {parts}; the largest has {share} of their length. "
        "Where that is little, close larger gaps (ROAD_GAP) or connect roads that cross (ROAD_CROSSINGS)."
    )
    return out, said.format(layer=roads.name, parts=parts, share=f"{share:.0%}")


def _ways(
    graph: Roads,
    asked: Sequence[near_engine.Neighbours],
    which: Sequence[np.ndarray],
    farthest_off: float,
    tick: Tick,
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return for each kind the metres of the ways that are asked for, NaN of the others, and why there is none."""
    import numpy as np

    from ..analysis.neighbours import DIGITS
    from ..analysis.roads import NO_ROAD_FROM, NO_ROAD_TO

    words = {NO_ROAD_FROM: "no road near the park", NO_ROAD_TO: "no road near the facility"}
    ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for one, some in zip(asked, which):
        ends[0].append(one.start[some])
        ends[1].append(one.foot[some])
    ways = graph.ways(np.concatenate(ends[0]), np.concatenate(ends[1]), farthest_off, tick)
    at = np.cumsum([0, *(int(some.sum()) for some in which)])
    out = []
    for one, some, begin, end in zip(asked, which, at, at[1:]):
        metres, why = np.full(len(one.place), np.nan), np.full(len(one.place), "", dtype=object)
        here = np.round(one.distance[some], DIGITS) == 0
        metres[some] = np.where(here, 0.0, ways.metres[begin:end])
        why[some] = np.where(here, "", [words.get(word, word) for word in ways.why[begin:end]])
        out.append((metres, why))
    return out


def _worth_asking(asked: near_engine.Neighbours, metres: np.ndarray) -> np.ndarray:
    """Return the further facilities that may be nearer by road than the first of each park: (m,) bools."""
    import numpy as np

    first = asked.rank == 1
    best = np.full(int(asked.place.max(initial=-1)) + 1, np.inf)
    best[asked.place[first]] = np.where(np.isfinite(metres[first]), metres[first], np.inf)
    return ~first & (asked.rank <= ASKED_BY_ROAD) & (asked.distance < best[asked.place])


def _shortest_way(asked: near_engine.Neighbours, metres: np.ndarray, why: np.ndarray) -> ByRoad:
    """Return the shortest way of each park; of equals that to the facility nearest in a straight line."""
    import numpy as np

    first = np.flatnonzero(asked.rank == 1)
    order = np.lexsort((asked.rank, np.round(np.where(np.isfinite(metres), metres, np.inf), 3), asked.place))
    chosen = order[np.append(True, np.diff(asked.place[order]) != 0)] if len(order) else order
    beyond = np.full(int(asked.place.max(initial=-1)) + 1, np.inf)
    left = asked.rank == ASKED_BY_ROAD + 1
    beyond[asked.place[left]] = asked.distance[left]
    least = np.fmin(metres[chosen], beyond[asked.place[chosen]])
    reasons = np.where(np.isfinite(metres[chosen]), "", why[first]).astype(object)
    return ByRoad(asked.feature[chosen], asked.distance[chosen], metres[chosen], least, reasons)
