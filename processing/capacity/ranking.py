"""Which park suits an activity and a need of ground: must-haves, criteria, points and the reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from ..i18n import tr
from ..messages import activity_label, metres
from ..rules.pack import isic_sections
from .assess import (
    ASKED_BY_ROAD,
    ASSUMED,
    BOTH,
    NOT_PERMITTED,
    NOT_RECORDED,
    PERMITTED,
    Assessment,
    Near,
    Question,
    permissions,
    verdicts,
)

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.capacity import Span
    from ..analysis.park_ranking import Ranking


@dataclass(frozen=True)
class Criterion:
    """One criterion, of all p parks.

    Attributes
    ----------
    name : str
    weight : float
    value : (p,) float array
        What was measured, NaN where nothing could be.
    unit : str
    points : Span of p
        Between 0 and 1.
    reasons : sequence of p str
    """

    name: str
    weight: float
    value: np.ndarray
    unit: str
    points: Span
    reasons: Sequence[str]


@dataclass(frozen=True)
class Ranked:
    """Parks in their order.

    Attributes
    ----------
    ranking : Ranking
    room, permitted, fits : (p,) object arrays
        The must-haves.
    score : Span of p
        0 to 100.
    criteria : sequence of Criterion
        Those that count.
    left_out : mapping of criterion to why
    why : sequence of p str
        The whole reason in words.
    """

    ranking: Ranking
    room: np.ndarray
    permitted: np.ndarray
    fits: np.ndarray
    score: Span
    criteria: Sequence[Criterion]
    left_out: dict[str, str]
    why: Sequence[str]


def rank_parks(found: Assessment, question: Question) -> Ranked:
    """Rank the parks.

    Raises
    ------
    LocationError
        If a criterion is not known, or of none is anything known.
    """
    from ..analysis import park_ranking as engine

    engine.check_criteria(question.weights, [near.facilities.kind for near in found.near])
    criteria, left_out = _criteria(found, question)
    if not criteria:
        raise LocationError(
            "Nothing is known of any criterion in WEIGHTS ({names}): give layers of what they name, or weigh vacancy.",
            names=", ".join(question.weights),
        )
    score = engine.scores({one.name: one.points for one in criteria}, question.weights)
    room = engine.room(found.vacant, question.needed)
    permitted = _permitted(found, question)
    fits = engine.fits(room, permitted)
    ranking = engine.ranked(fits, room, score.likely, found.vacant.low, found.parks.areas.ids.tolist())
    musts = [_musts(found, question, park, room[park], permitted[park]) for park in range(len(found.parks))]
    told = question.needed is not None
    why = [" ".join([must, *_working(criteria, park, room_told=told)]).strip() for park, must in enumerate(musts)]
    return Ranked(ranking, room, permitted, fits, score, criteria, left_out, why)


def _criteria(found: Assessment, question: Question) -> tuple[list[Criterion], dict[str, str]]:
    """Return the criteria of which something is known, and why the others are left out."""
    from ..analysis.park_ranking import POWER, POWER_PLANT, SAME_SECTOR, SUBSTATION, VACANCY

    out: list[Criterion] = []
    left_out: dict[str, str] = {}
    counted: set[str] = set()
    for name, weight in question.weights.items():
        if name == VACANCY:
            out.append(_vacancy(found, question, weight))
        elif name == SAME_SECTOR:
            if question.activities:
                out.append(_same_sector(found, question, weight))
            else:
                left_out[name] = tr("no activity was named")
        else:
            kinds = (POWER_PLANT, SUBSTATION) if name == POWER else (name,)
            counted.update(kinds)
            near = [one for one in found.near if one.facilities.kind in kinds]
            if near:
                out.append(_distance(found, question, name, weight, near))
            else:
                left_out[name] = tr("no layer of them was given")
    for one in found.near:
        if one.facilities.kind not in counted:
            left_out[one.facilities.kind] = tr("it has no weight in WEIGHTS, so it does not count")
    return out, left_out


def _vacancy(found: Assessment, question: Question, weight: float) -> Criterion:
    import numpy as np

    from ..analysis.park_ranking import VACANCY, vacancy_points

    points = vacancy_points(found.vacant, found.usable, question.needed, found.known)
    reasons = [free_ground(found, park) for park in range(len(found.parks))]
    value = np.where(found.known, found.vacant.likely, np.nan)
    return Criterion(VACANCY, weight, value, "ha", points, reasons)


def free_ground(found: Assessment, park: int) -> str:
    """Return the free ground of a park in words, saying what hangs on an assumption."""
    low, likely, high = (getattr(found.vacant, of)[park] for of in ("low", "likely", "high"))
    if not found.known[park]:
        words = (
            tr("not known: factories may stand in it, none surely or probably does; {low} to {high} ha free")
            if found.factories.high[park] > 0
            else tr("not known: the register has no factory in it; {low} to {high} ha free")
        )
        return words.format(low=f"{low:,.1f}" if low > 0 else "0", high=f"{high:,.1f}")
    text = tr("{likely} ha free").format(likely=f"{likely:,.1f}")
    if round(high - low, 1) > 0:
        text = tr("about {likely} ha free ({low} to {high})").format(
            likely=f"{likely:,.1f}", low=f"{low:,.1f}", high=f"{high:,.1f}"
        )
    if hangs_on_assumption(found, park):
        return tr("{text}, ground of factories assumed").format(text=text)
    return text


def hangs_on_assumption(found: Assessment, park: int) -> bool:
    """Return whether the vacancy of a park hangs on ground assumed by size class."""
    return found.basis(park) in (ASSUMED, BOTH)


def _same_sector(found: Assessment, question: Question, weight: float) -> Criterion:
    import numpy as np

    from ..analysis import capacity as cap
    from ..analysis.park_ranking import SAME_SECTOR, sector_points
    from .assess import sectors_of

    isic = isic_sections()
    wanted = set(sectors_of(question.activities).tolist())
    sections = np.array([isic.get(sector, sector) for sector in found.sectors], dtype=object)
    # An activity that is a whole section has as its own what is of that section.
    same = (np.isin(found.sectors.astype(str), sorted(wanted)) | np.isin(sections.astype(str), sorted(wanted))) & (
        found.counted
    )
    # A factory of which only the section is recorded may be of any of its divisions.
    coarse = (found.sectors == sections) & np.isin(sections.astype(str), [isic.get(one, one) for one in sorted(wanted)])
    untold = ((found.sectors == NOT_RECORDED) | coarse) & found.counted
    count = cap.summed(found.standing, cap.Span(same * 1.0, same * 1.0, (same | untold) * 1.0), len(found.parks))
    reasons = []
    for low, likely, high in zip(count.low, count.likely, count.high):
        text = tr("factories of the same sector inside: {count}").format(count=int(likely))
        if high > low:
            text += tr(" ({low} to {high})").format(low=int(low), high=int(high))
        reasons.append(text)
    return Criterion(SAME_SECTOR, weight, count.likely, tr("factories"), sector_points(count), reasons)


def _distance(found: Assessment, question: Question, name: str, weight: float, near: Sequence[Near]) -> Criterion:
    """Return the points for the nearest facility; of several kinds, each park has the better points."""
    import numpy as np

    from ..analysis.capacity import Span
    from ..analysis.park_ranking import OTHER, distance_points

    n = len(found.parks)
    values, parts, reasons = [], [], []
    for one in near:
        kind = one.facilities.kind
        far = question.far.get(name, question.far.get(kind, question.far[OTHER]))
        straight, way = one.straight(n), one.way(n)
        parts.append(distance_points(straight, way, 1000.0 * far, one.least(n)))
        values.append(straight if way is None else np.where(np.isfinite(way), way, straight))
        reasons.append([_how_far(one, park, far) for park in range(n)])
    likely = np.stack([part.likely for part in parts])
    best = np.lexsort((np.stack(values), -likely), axis=0)[0]
    rows = np.arange(n)
    points = Span(
        np.max([part.low for part in parts], axis=0), likely[best, rows], np.max([part.high for part in parts], axis=0)
    )
    chosen = [reasons[which][park] for park, which in enumerate(best.tolist())]
    return Criterion(name, weight, np.stack(values)[best, rows], "m", points, chosen)


def _how_far(near: Near, park: int, far: float) -> str:
    """Return how far the nearest facility of a park is, in words."""
    import numpy as np

    rows = np.flatnonzero(near.found.place == park)
    if not len(rows):
        return tr("none found")
    row = int(rows[0])
    feature = near.found.feature[row]
    named = near.facilities.names[feature] or near.facilities.ids[feature]
    away, road = near.found.distance[row], near.road
    if away == 0:
        return tr("{kind} {name} in the park").format(kind=near.facilities.kind, name=named)
    told = {"kind": near.facilities.kind, "name": named, "away": _away(away)}
    if road is None:
        text = tr("{kind} {name} at {away} in a straight line").format(**told)
    elif np.isfinite(road.metres[row]):
        away, feature = road.metres[row], road.feature[row]
        named = near.facilities.names[feature] or near.facilities.ids[feature]
        text = tr("{kind} {name} at {way} by road").format(kind=told["kind"], name=named, way=_away(away))
        if road.least[row] < away:
            text = tr("{text}, the shortest way of {count} that were asked").format(text=text, count=ASKED_BY_ROAD)
    else:
        text = tr("{kind} {name} at {away} in a straight line, no way by road found").format(**told)
    return text if away < 1000 * far else tr("{text}, beyond {far} km").format(text=text, far=f"{far:,g}")


def _away(distance: float) -> str:
    """Return a distance as people read it, from a kilometre on in kilometres."""
    return f"{distance / 1000:,.1f} km" if distance >= 1000 else f"{metres(distance)} m"


def _permitted(found: Assessment, question: Question) -> np.ndarray:
    """Return whether each park permits all the activities that look for a place."""
    import numpy as np

    from ..analysis import park_ranking as engine

    if not question.activities:
        return np.full(len(found.parks), engine.NOT_ASKED, dtype=object)
    matrix, row = permissions(found.parks, np.array(question.activities, dtype=object))
    told = np.stack([verdicts(matrix[one], found.parks.unread) for one in row])
    refused, allowed = (told == NOT_PERMITTED).any(axis=0), (told == PERMITTED).all(axis=0)
    return np.select([refused, allowed], [engine.NO, engine.YES], engine.NOT_CERTAIN).astype(object)


def _musts(found: Assessment, question: Question, park: int, room: str, permitted: str) -> str:
    """Return what is to be said of the must-haves of a park."""
    from ..analysis.park_ranking import NO, NOT_ASKED, NOT_CERTAIN, YES

    said = []
    if room != NOT_ASKED:
        words = {
            YES: tr("Room: yes ({free}; {needed} ha needed)."),
            NOT_CERTAIN: tr("Room: not certain ({free}; {needed} ha needed)."),
            NO: tr("Ruled out for want of room ({free}; {needed} ha needed)."),
        }
        said.append(words[room].format(free=free_ground(found, park), needed=f"{question.needed:,g}"))
    if permitted != NOT_ASKED:
        listed = found.parks.permits[park] is not None
        words = {
            YES: tr("Permitted: yes."),
            NOT_CERTAIN: tr("Permitted: not certain, its list cannot settle it.")
            if listed
            else tr("Permitted: not known, there is no list of what its permit allows."),
            NO: tr("Ruled out: its permit does not allow {activities}."),
        }
        told = ", ".join(activity_label(code) for code in question.activities)
        said.append(words[permitted].format(activities=told))
    return " ".join(said)


def _working(criteria: Sequence[Criterion], park: int, *, room_told: bool) -> list[str]:
    """Return a sentence a criterion: its points, its weight and the reason."""
    from ..analysis.park_ranking import VACANCY

    out = []
    for one in criteria:
        low, likely, high = (getattr(one.points, of)[park] for of in ("low", "likely", "high"))
        spread = tr(" ({low} to {high})").format(low=f"{low:.2f}", high=f"{high:.2f}") if high - low >= 0.005 else ""
        told = {"points": f"{likely:.2f}{spread}", "weight": f"{one.weight:g}", "reason": one.reasons[park]}
        words = tr("{name}: {points} of 1, weight {weight}: {reason}.")
        if one.name == VACANCY and room_told:  # said already
            words = tr("{name}: {points} of 1, weight {weight}.")
        out.append(words.format(name=one.name.capitalize(), **told))
    return out
