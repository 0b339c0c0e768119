"""Which park suits: criteria with weights, each brought to points between 0 and 1 by a written rule.

What is not known is not 0: it makes a range of points, and a range of scores.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .capacity import Span
from .errors import LocationError

VACANCY, SAME_SECTOR, POWER = "vacancy", "same sector", "power"
OTHER = "other"
# The kinds of facilities that have inputs of their own, by the name of their criterion.
PORT, AIRPORT, BORDER, HIGHWAY, POWER_PLANT, SUBSTATION = KINDS = (
    "port",
    "airport",
    "border",
    "highway",
    "power plant",
    "substation",
)
# What layers, fields and people call them.
ALIASES = {
    PORT: ("ports", "seaport", "seaports", "sea port", "sea ports", "harbour", "harbours", "harbor", "harbors"),
    AIRPORT: ("airports", "aerodrome", "aerodromes"),
    BORDER: ("borders", "border crossing", "border crossings", "border gate", "border gates", "border checkpoint"),
    HIGHWAY: ("highways", "national road", "national roads", "motorway", "motorways", "expressway", "expressways"),
    POWER_PLANT: ("power plants", "powerplant", "powerplants", "power station", "power stations"),
    SUBSTATION: ("substations", "sub station", "sub stations"),
}
_KIND_OF = {alias: kind for kind, aliases in ALIASES.items() for alias in aliases}
# So many factories of the sector in a park are worth the whole point.
FULL_SECTOR = 5
# The need this many times is worth the whole point.
FULL_VACANCY = 2.0
# Kilometres at which a kind of facilities is worth nothing: planning assumptions.
FAR: Mapping[str, float] = {
    PORT: 200.0,
    AIRPORT: 200.0,
    BORDER: 200.0,
    HIGHWAY: 20.0,
    POWER: 20.0,
    POWER_PLANT: 50.0,
    SUBSTATION: 20.0,
    OTHER: 50.0,
}
YES, NOT_CERTAIN, NO, NOT_ASKED = "yes", "not certain", "no", "not asked"
_DIGITS = 6
_RULED_OUT = 3
# Not “port - 2”: whether that is 2 or less than nothing, nobody can tell.
_PART = re.compile(r"(?P<name>.*?[^\s=:+–—−-])[\s=:]+(?P<number>\d+(?:\.\d+)?)(?:\s*(?:km|ha))?")


def plain(name: str) -> str:
    """Return a name as criteria have it: lower case, blanks instead of ``_`` and ``-``, of several words the usual."""
    name = " ".join(name.replace("_", " ").replace("-", " ").casefold().split())
    return _KIND_OF.get(name, name)


def named_numbers(text: str, parameter: str, example: str) -> dict[str, float]:
    """Return numbers by name from text such as ``vacancy 3, port 2``.

    Parameters
    ----------
    text : str
        Name and number, with commas or semicolons between.
    parameter, example : str
        For the sentence about what cannot be read.

    Raises
    ------
    LocationError
        If a part is no name with a number of 0 or more, or a name comes twice.
    """
    out: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in re.split("[,;\n]", text))):
        found = _PART.fullmatch(part)
        if found is None:
            raise LocationError(
                "“{part}” in {parameter} is no name with a number of 0 or more behind it. Write it as in: {example}.",
                part=part,
                parameter=parameter,
                example=example,
            )
        name = plain(found["name"])
        if name in out:
            raise LocationError(
                "“{name}” is named twice in {parameter}: give each a single number.", name=name, parameter=parameter
            )
        out[name] = float(found["number"])
    return out


def read_weights(text: str) -> dict[str, float]:
    """Return the weight of each criterion, those of weight 0 left out.

    Parameters
    ----------
    text : str
        Such as ``vacancy 3, port 2``.

    Raises
    ------
    LocationError
        If it cannot be read, or no weight is above 0.
    """
    weights = named_numbers(text, "WEIGHTS", "vacancy 3, port 2, power 2")
    out = {name: weight for name, weight in weights.items() if weight > 0}
    if not out:
        raise LocationError("No criterion in WEIGHTS has a weight above 0: write such as vacancy 3, port 2.")
    return out


def check_criteria(weights: Mapping[str, float], kinds: Sequence[str]) -> None:
    """Raise `LocationError` for a criterion that is neither a usual one nor one of other kinds of facilities."""
    usual = (VACANCY, SAME_SECTOR, POWER, *KINDS)
    known = [*usual, *(kind for kind in kinds if kind not in usual)]
    odd = [name for name in weights if name not in known]
    if odd:
        raise LocationError(
            "“{name}” in WEIGHTS is no criterion. There are: {known}.", name=odd[0], known=", ".join(known)
        )


def check_far(far: Mapping[str, float], kinds: Sequence[str]) -> None:
    """Raise `LocationError` for a distance of what is neither a usual kind of facilities nor one that is there."""
    usual = (*FAR, *KINDS)
    known = list(dict.fromkeys([*usual, *kinds]))
    odd = [name for name in far if name not in known]
    if odd:
        raise LocationError(
            "“{name}” in FAR is no kind of facilities. There are: {known}.", name=odd[0], known=", ".join(known)
        )


def read_far(text: str) -> dict[str, float]:
    """Return the kilometres at which each kind of facility is worth nothing; of those not named the usual ones.

    Raises
    ------
    LocationError
        If it cannot be read, or a distance is 0.
    """
    far = {**FAR, **named_numbers(text, "FAR", "port 200, power 20, other 50")}
    for name, kilometres in far.items():
        if not kilometres > 0:
            raise LocationError("“{name}” in FAR has the distance 0: give more than 0 km.", name=name)
    return far


def read_sizes(text: str, known: Sequence[str]) -> dict[str, float]:
    """Return the hectares of each size class.

    Raises
    ------
    LocationError
        If it cannot be read, names a class that there is not, or lacks one.
    """
    example = "micro 0.2, small 0.5, medium 2, large 8"
    sizes = named_numbers(text, "SIZE_AREAS", example)
    odd = next((name for name in sizes if name not in known), None)
    if odd is not None:
        raise LocationError(
            "“{name}” in SIZE_AREAS is no size class. There are: {known}.", name=odd, known=", ".join(known)
        )
    lacking = [name for name in known if name not in sizes]
    if lacking:
        raise LocationError(
            "SIZE_AREAS says nothing of the size class {lacking}: give hectares for each, such as {example}.",
            lacking=", ".join(lacking),
            example=example,
        )
    return sizes


def vacancy_points(vacant: Span, usable: np.ndarray, needed: float | None, known: np.ndarray | None = None) -> Span:
    """Return points for free ground: of twice the need, or of the usable ground where no need is named.

    Parameters
    ----------
    vacant : Span of p
        Hectares.
    usable : (p,) float array
        Hectares.
    needed : float or None
        Hectares.
    known : (p,) bool array or None
        Whether anything is known of the free ground; where not, the middle of the range of points is as likely as any.
    """
    whole = np.full(len(usable), FULL_VACANCY * needed) if needed else np.where(usable > 0, usable, 1.0)
    low, likely, high = (np.clip(ground / whole, 0.0, 1.0) for ground in (vacant.low, vacant.likely, vacant.high))
    return Span(low, likely if known is None else np.where(known, likely, (low + high) / 2), high)


def distance_points(straight: np.ndarray, way: np.ndarray | None, far: float, least: np.ndarray | None = None) -> Span:
    """Return points for being near: 1 at the edge of the park, falling evenly to 0 at `far`.

    Parameters
    ----------
    straight : (p,) float array
        Metres; NaN where there is none.
    way : (p,) float array or None
        Metres by road, NaN where no way was found: then it may be anything, but not shorter than the straight line.
    far : float
        Metres.
    least : (p,) float array or None
        Metres by road that no other facility can undercut, where a way was found; None if the way is the shortest.
    """
    best = np.clip(1.0 - straight / far, 0.0, 1.0)
    if way is None:
        low, likely, high = best, best, best
    else:
        found = np.clip(1.0 - way / far, 0.0, 1.0)
        known = np.isfinite(way)
        most = found if least is None else np.clip(1.0 - least / far, 0.0, 1.0)
        low, high = np.where(known, found, 0.0), np.where(known, most, best)
        likely = np.where(known, found, best / 2)
    nothing = np.isnan(straight)
    return Span(np.where(nothing, 0.0, low), np.where(nothing, 0.5, likely), np.where(nothing, 1.0, high))


def sector_points(same: Span) -> Span:
    """Return points for factories of the same sector inside, `FULL_SECTOR` of them for the whole point."""
    return Span(*(np.clip(count / FULL_SECTOR, 0.0, 1.0) for count in (same.low, same.likely, same.high)))


def scores(points: Mapping[str, Span], weights: Mapping[str, float]) -> Span:
    """Return scores from 0 to 100: weighted means of the points of all criteria.

    Parameters
    ----------
    points : mapping of criterion to Span of p
        Those that are left out are not in it.
    weights : mapping of criterion to number
    """
    total = sum(weights[name] for name in points)

    def mean(of: str) -> np.ndarray:
        return np.asarray(100.0 * sum(weights[name] * getattr(span, of) for name, span in points.items()) / total)

    return Span(mean("low"), mean("likely"), mean("high"))


def room(vacant: Span, needed: float | None) -> np.ndarray:
    """Return whether each park has the ground that is needed: `YES`, `NOT_CERTAIN`, `NO` or `NOT_ASKED`."""
    if not needed:
        return np.full(len(vacant.low), NOT_ASKED, dtype=object)
    return np.select([vacant.low >= needed, vacant.high < needed], [YES, NO], NOT_CERTAIN).astype(object)


def fits(*musts: np.ndarray) -> np.ndarray:
    """Return whether all must-haves are met: `NO` where one is not, `NOT_CERTAIN` where one cannot be told."""
    all_of = np.stack(musts)
    return np.select([(all_of == NO).any(axis=0), (all_of == NOT_CERTAIN).any(axis=0)], [NO, NOT_CERTAIN], YES).astype(
        object
    )


@dataclass(frozen=True)
class Ranking:
    """Parks in their order.

    Attributes
    ----------
    order : (p,) int array
        The best first.
    rank : (p,) int array
        Of each park, 1 is the best; 0 for one that is ruled out.
    """

    order: np.ndarray
    rank: np.ndarray


def ranked(
    fitting: np.ndarray, rooms: np.ndarray, score: np.ndarray, certain: np.ndarray, ids: Sequence[str]
) -> Ranking:
    """Order parks in groups, each by score; ties by the ground surely free, then by id.

    The groups: parks that fit; of those of which that is not certain the ones with room, or where none is asked; the
    ones whose room is not certain; parks that are ruled out. So no park goes before one with room only because of
    either nobody knows what its permit allows.

    Parameters
    ----------
    fitting, rooms : (p,) object arrays
        See `fits` and `room`.
    score, certain : (p,) float arrays
    ids : sequence of p str
    """
    maybe = fitting == NOT_CERTAIN
    group = np.select([fitting == YES, maybe & (rooms != NOT_CERTAIN), maybe], [0, 1, 2], _RULED_OUT)
    keys = zip(group.tolist(), np.round(-score, _DIGITS).tolist(), np.round(-certain, _DIGITS).tolist(), ids)
    order = np.array([row for _, row in sorted((key, row) for row, key in enumerate(keys))], dtype="int64")
    rank = np.zeros(len(order), dtype="int64")
    kept = order[group[order] < _RULED_OUT]
    rank[kept] = np.arange(1, len(kept) + 1)
    return Ranking(order, rank)
