"""What a map says, apart from how it looks: plain frozen data that the layout is built from.

Nothing here needs QGIS, so that the content can be computed, compared and tested on its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

# From what most needs a person's eyes to what least does: the order of the legend, and who is drawn on top.
VERDICT_ORDER = ("fail", "undecided", "no data", "exempt", "pass")
NOT_CHECKED = "not checked"
ALL_VERDICTS = (*VERDICT_ORDER, NOT_CHECKED)
VERDICT_TITLES = {
    "fail": "Fails",
    "undecided": "Undecided",
    "no data": "No data",
    "exempt": "Exempt",
    "pass": "Passes",  # nosec B105
    NOT_CHECKED: "Not checked",
}

UNKNOWN_ZONE = ""
# The kinds of zone that have a colour of their own, for style files; a map takes its titles from the rule pack.
ZONE_TITLES = {
    "RES": "Residential",
    "COM": "Commercial",
    "MIX": "Mixed use",
    "LIND": "Light industry",
    "HIND": "General and heavy industry",
    "AGR": "Agriculture",
    "CON": "Conservation",
    UNKNOWN_ZONE: "Unknown zone",
}


@dataclass(frozen=True)
class VerdictCount:
    """How many of the factories on the map got one verdict; `share` is between 0 and 1, `percent` whole per cent.

    The percents of all verdicts add up to 100, as a reader would try.
    """

    verdict: str
    count: int
    share: float
    percent: int

    @property
    def title(self) -> str:
        """The verdict as a heading, in English."""
        return VERDICT_TITLES[self.verdict]


@dataclass(frozen=True)
class ZoneClass:
    """One kind of zone on the map: its code (`""` where the layer gives none) and its title in the map's language."""

    code: str
    title: str


@dataclass(frozen=True)
class LegendKey:
    """One more entry of the legend: `kind` names the symbol (`park`, `evidence`, `province`, ...).

    `index` tells apart several layers of the same kind.
    """

    kind: str
    title: str
    index: int = 0


@dataclass(frozen=True)
class Source:
    """Where one layer comes from: title, vintage as printed (`2024`, `2019–2024`, or empty), whom to credit."""

    title: str
    vintage: str = ""
    credit: str = ""
    illustrative: bool = False


@dataclass(frozen=True)
class MapContent:
    """Everything a location map states.

    `verdicts` is empty when the factories carry no verdict. `shown` counts the factories inside the map, `beyond`
    those outside it, `unplaced` those without a location. `unchecked` says how many rules the verdicts leave out.
    `notes` stand below the legend's last entry. `inset` says
    which map stands in the legend: `locator`, `enlargement`, or none.
    """

    title: str
    subtitle: str
    printed: date
    language: str
    crs: str
    shown: int
    beyond: int = 0
    unplaced: int = 0
    verdicts: tuple[VerdictCount, ...] = ()
    unchecked: str = ""
    zones: tuple[ZoneClass, ...] = ()
    keys: tuple[LegendKey, ...] = ()
    notes: tuple[str, ...] = ()
    inset: str = "locator"
    sources: tuple[Source, ...] = ()
    credits: tuple[str, ...] = field(default=())

    @property
    def illustrative(self) -> bool:
        """Whether any layer says that it must not be decided upon."""
        return any(source.illustrative for source in self.sources)


def verdict_of(value: object) -> str:
    """Return the verdict a table's value stands for; anything else, also null, is `not checked`."""
    text = str(value).strip().lower() if value is not None else ""
    return text if text in VERDICT_ORDER else NOT_CHECKED


def count_verdicts(counts: Mapping[str, int]) -> tuple[VerdictCount, ...]:
    """Return the verdicts that occur, gravest first, with their shares.

    Parameters
    ----------
    counts : mapping of str to int
        Number of factories per verdict, as `verdict_of` names them.

    Returns
    -------
    tuple of VerdictCount
        Empty when there is no factory; shares add up to 1.
    """
    found = {verdict: counts[verdict] for verdict in ALL_VERDICTS if counts.get(verdict, 0) > 0}
    total = sum(found.values())
    percents = whole_percents(list(found.values()))
    return tuple(
        VerdictCount(verdict, count, count / total, whole) for (verdict, count), whole in zip(found.items(), percents)
    )


def whole_percents(counts: Sequence[int]) -> list[int]:
    """Return the shares of positive counts in whole per cent that add up to 100, each less than 1 from the exact one.

    The largest remainders are rounded up; of equal ones, the first.

    >>> whole_percents([1, 1, 1])
    [34, 33, 33]
    """
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    whole = [count * 100 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda place: -(counts[place] * 100 % total))
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return whole


def zone_classes(codes: Iterable[object], titles: Mapping[str, str]) -> tuple[ZoneClass, ...]:
    """Return one class per code: those with a title in the order of the titles, then others by code, unknown last.

    Parameters
    ----------
    codes : iterable
        Values of the zone-code field, as they come; null and blank ones become `UNKNOWN_ZONE`.
    titles : mapping of str to str
        What the rule pack in force calls the zones. A code that it does not know goes by the code alone.
    """
    wanted = {"" if code is None else str(code).strip() for code in codes}
    known = [code for code in titles if code in wanted and code != UNKNOWN_ZONE]
    others = sorted(wanted - {*titles, UNKNOWN_ZONE}, key=_natural)
    unknown = [ZoneClass(UNKNOWN_ZONE, ZONE_TITLES[UNKNOWN_ZONE])] if UNKNOWN_ZONE in wanted else []
    return (*(ZoneClass(code, titles.get(code) or code) for code in [*known, *others]), *unknown)


def _natural(code: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what sorts Z2 before Z10, as a person would."""
    parts = re.split(r"([0-9]+)", code)
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)


def vintage_text(values: Iterable[object]) -> str:
    """Return the years a layer's rows are of, e.g. `2024` or `2019–2024`; empty when none is known."""
    years = sorted({str(value).strip() for value in values if value is not None and str(value).strip()})
    if not years:
        return ""
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def percent(share: float, whole: int | None = None) -> str:
    """Return a share as whole per cent; `<1 %` for what is there but rounds to nothing.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    whole : int, optional
        What it is rounded to, where several must add up; see `whole_percents`.

    >>> percent(0.044), percent(0.001), percent(1.0)
    ('4\xa0%', '<1\xa0%', '100\xa0%')
    """
    rounded = round(share * 100) if whole is None else whole
    if rounded == 0 and share > 0:
        return "<1\u00a0%"
    if rounded == 100 and share < 1:
        return ">99\u00a0%"
    return f"{rounded}\u00a0%"


# Denominators a reader can measure with, per power of ten.
SCALE_STEPS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0)


def round_scale(denominator: float) -> int:
    """Return the next rounder scale that still shows everything: 1:1,612,345 becomes 1:1,750,000.

    Raises
    ------
    ValueError
        When the denominator is not a positive number.
    """
    if not (math.isfinite(denominator) and denominator > 0):
        raise ValueError(f"a scale of 1:{denominator} does not exist")
    power = 10.0 ** math.floor(math.log10(denominator))
    steps = [step * power for step in (*SCALE_STEPS, 10.0)]
    return round(next((step for step in steps if step >= denominator * (1 - 1e-9)), 10.0 * power))


def scale_bar_segment(denominator: float, width_mm: float, segments: int) -> float:
    """Return the length in metres of one scale-bar segment, round, so that the bar is at most `width_mm` long.

    Parameters
    ----------
    denominator : float
        Scale of the map.
    width_mm : float
        Room for the bar on paper, in millimetres.
    segments : int
        Number of segments.
    """
    most = denominator * width_mm / 1000 / segments
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1.0, 2.0, 2.5, 5.0) if step * power <= most)


# Intervals of the grid in degrees: what an atlas prints (5°, 2°, 1°, then halves of a degree down to seconds).
GRID_STEPS = tuple(s / 3600 for s in (36000, 18000, 7200, 3600, 1800, 1200, 600, 300, 120, 60, 30, 20, 10, 5))


def grid_interval(span_degrees: float, lines: int = 5) -> float:
    """Return the interval in degrees that crosses `span_degrees` with about `lines` lines."""
    return min(GRID_STEPS, key=lambda step: abs(math.log(span_degrees / step / lines)))


def pages_mm(page: str, landscape: bool) -> tuple[float, float]:
    """Return width and height of a page (`A4` or `A3`) in millimetres.

    Raises
    ------
    KeyError
        For another page.
    """
    short, long = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}[page]
    return (long, short) if landscape else (short, long)


def ellipsis_tail(items: Sequence[object], room: int) -> tuple[list[object], int]:
    """Return what of `items` fits `room` rows, and how many are left; one row is kept to say that there are more."""
    if len(items) <= room:
        return list(items), 0
    keep = max(room - 1, 0)
    return list(items[:keep]), len(items) - keep
