"""Which clusters are candidates for an SME cluster, and why: planning assumptions that an officer sets, no law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..analysis.specialisation import ENOUGH, Sectors
from ..i18n import tr
from .subjects import Subjects

if TYPE_CHECKING:
    import numpy as np

YES, NO, UNDECIDED = "yes", "no", "undecided"
SMALL, MICRO = ("small", "medium"), "micro"
_MOST_DIGITS = 6


@dataclass(frozen=True)
class Criteria:
    """What a candidate must have; shares between 0 and 1."""

    smes: int = 5
    sme_share: float = 0.5
    quotient: float = 1.25
    in_sector: int = 5
    outside_share: float = 0.5
    micro: bool = True


@dataclass(frozen=True)
class Verdicts:
    """The answer for each of c clusters.

    Attributes
    ----------
    candidate : (c,) object array
        ``yes``, ``no``, or ``undecided``: sizes, or numbers of employees, that are not recorded would decide it.
    criteria : (c,) object array of str
        Each criterion and how it turned out, in words.
    smes, unknown, inside : (c,) int64 arrays
        Members that are small or medium, of unknown size, in a park.
    """

    candidate: np.ndarray
    criteria: np.ndarray
    smes: np.ndarray
    unknown: np.ndarray
    inside: np.ndarray


def judge(
    subjects: Subjects,
    cluster: np.ndarray,
    members: np.ndarray,
    sectors: Sectors,
    special: np.ndarray,
    wanted: Criteria,
) -> Verdicts:
    """Return which clusters are candidates.

    Parameters
    ----------
    subjects : Subjects
    cluster : (n,) int64 array
    members : (c,) int64 array
    sectors : Sectors
    special : (c,) int64 array
        Row of the specialised sector of each cluster, -1 for none.
    wanted : Criteria
    """
    import numpy as np

    count = len(members)

    def of_cluster(which: np.ndarray) -> np.ndarray:
        return np.bincount(cluster[which & (cluster >= 0)], minlength=count)

    counted = (*SMALL, MICRO) if wanted.micro else SMALL
    smes = of_cluster(np.isin(subjects.size.astype(str), counted))
    unknown = of_cluster(np.array([size is None for size in subjects.size]))
    inside = of_cluster(subjects.park.code >= 0)
    meeting, open_ = _meeting(sectors, count, wanted), _open(sectors, count, wanted)
    has_sector = subjects.sector.code >= 0
    stated = of_cluster(has_sector & np.isfinite(subjects.employees)), of_cluster(has_sector)
    candidate, criteria = np.empty(count, dtype=object), np.empty(count, dtype=object)
    for i in range(count):
        size = int(members[i])
        told = [
            _enough_smes(int(smes[i]), int(unknown[i]), wanted),
            _share_of_smes(int(smes[i]), int(unknown[i]), size, wanted),
            _specialised(
                subjects,
                sectors,
                (int(meeting[i]), int(open_[i]), int(special[i])),
                (int(stated[0][i]), int(stated[1][i])),
                wanted,
            ),
        ]
        if subjects.parks is not None:
            told.append(_outside(int(inside[i]), size, wanted))
        words = [sentence for _, sentence in told]
        if subjects.parks is None:
            words.append(tr("Outside parks: not asked, there is no layer of parks."))
        outcomes = {outcome for outcome, _ in told}
        candidate[i] = NO if NO in outcomes else UNDECIDED if UNDECIDED in outcomes else YES
        criteria[i] = " ".join(words)
    return Verdicts(candidate, criteria, smes, unknown, inside)


def _meeting(sectors: Sectors, clusters: int, wanted: Criteria) -> np.ndarray:
    """Return the row of each cluster's sector that meets the criterion with the highest quotient, -1 for none."""
    import numpy as np

    enough = (sectors.sector >= 0) & (sectors.weight == ENOUGH) & (sectors.factories >= wanted.in_sector)
    rows = np.flatnonzero(enough & (np.nan_to_num(sectors.quotient) >= wanted.quotient))
    rows = rows[np.lexsort((-sectors.sector[rows], sectors.factories[rows], sectors.quotient[rows]))]
    best = np.full(clusters, -1, dtype="int64")
    best[sectors.cluster[rows]] = rows
    return best


def _open(sectors: Sectors, clusters: int, wanted: Criteria) -> np.ndarray:
    """Return the row of each cluster's largest sector whose quotient is unknown for lack of employees, -1 for none."""
    import numpy as np

    rows = np.flatnonzero((sectors.sector >= 0) & sectors.open & (sectors.factories >= wanted.in_sector))
    rows = rows[np.lexsort((-sectors.sector[rows], sectors.factories[rows]))]
    out = np.full(clusters, -1, dtype="int64")
    out[sectors.cluster[rows]] = rows
    return out


def _ends(outcome: str) -> str:
    return {YES: tr("met"), NO: tr("not met"), UNDECIDED: tr("open, sizes are missing")}[outcome]


def _between(low: float, high: float, least: float) -> str:
    """Return whether a number that lies between two is at least another."""
    return YES if low >= least else NO if high < least else UNDECIDED


def _enough_smes(smes: int, unknown: int, wanted: Criteria) -> tuple[str, str]:
    outcome = _between(smes, smes + unknown, wanted.smes)
    text = tr("Small and medium factories: {count} (at least {least}): {outcome}.")
    if wanted.micro:
        text = tr("Micro, small and medium factories: {count} (at least {least}): {outcome}.")
    return outcome, text.format(count=smes, least=wanted.smes, outcome=_ends(outcome))


def _share_of_smes(smes: int, unknown: int, size: int, wanted: Criteria) -> tuple[str, str]:
    share = smes / size
    outcome = _between(share, (smes + unknown) / size, wanted.sme_share)
    text = tr("Their share: {share} (at least {least}), size not known: {unknown}: {outcome}.")
    told = {"share": percent(share, wanted.sme_share), "least": percent(wanted.sme_share), "unknown": unknown}
    return outcome, text.format(outcome=_ends(outcome), **told)


def _specialised(
    subjects: Subjects, sectors: Sectors, rows: tuple[int, int, int], stated: tuple[int, int], wanted: Criteria
) -> tuple[str, str]:
    """Return whether a sector is specialised enough: of `rows`, one that meets it, one that might, the highest."""
    met, open_, special = rows
    outcome = YES if met >= 0 else UNDECIDED if open_ >= 0 else NO
    least = {"least": f"{wanted.quotient:g}", "factories": wanted.in_sector, "outcome": _ends(outcome)}
    titles = subjects.sector.titles
    if outcome == UNDECIDED:
        text = tr(
            "Specialised sector: {sector} has {count} factories, but too few state their employees for a location "
            "quotient (at least {least} with {factories} factories; in the cluster {stated} of {of} state them): open, "
            "numbers of employees are missing."
        )
        told = {"sector": titles[sectors.sector[open_]], "count": int(sectors.factories[open_])}
        return outcome, text.format(**told, **least, stated=stated[0], of=stated[1])
    row = met if met >= 0 else special
    if row < 0:
        text = tr(
            "Specialised sector: none with enough factories for a location quotient (at least {least} with "
            "{factories} factories): {outcome}."
        )
        return outcome, text.format(**least)
    text = tr(
        "Specialised sector: {sector}, location quotient {quotient} with {count} factories (at least {least} with "
        "{factories}): {outcome}."
    )
    told = {
        "sector": titles[sectors.sector[row]],
        "quotient": _shown(float(sectors.quotient[row]), wanted.quotient, 2),
        "count": int(sectors.factories[row]),
    }
    return outcome, text.format(**told, **least)


def _outside(inside: int, size: int, wanted: Criteria) -> tuple[str, str]:
    share = (size - inside) / size
    outcome = YES if share >= wanted.outside_share else NO
    text = tr("Outside parks: {share} (at least {least}): {outcome}.")
    told = {"share": percent(share, wanted.outside_share), "least": percent(wanted.outside_share)}
    return outcome, text.format(outcome=_ends(outcome), **told)


def percent(share: float, least: float | None = None) -> str:
    """Return a share as people read it; beside what it must be at least, with the digits that tell them apart."""
    if least is None:
        return f"{100 * share:.3g} %"
    return f"{_shown(100 * share, 100 * least, 0)} %"


def _shown(value: float, least: float, digits: int) -> str:
    """Return a number with so many digits, or more where rounded it would look like enough, or like too little."""
    while digits < _MOST_DIGITS and (round(value, digits) >= least) != (value >= least):
        digits += 1
    return f"{value:.{digits}f}"


def named(counts: Sequence[tuple[str, int]], most: int = 6) -> str:
    """Return “Phnom Penh 12, Kandal 3”, the rest as a number."""
    told = [f"{name} {count}" for name, count in counts[:most]]
    rest = sum(count for _, count in counts[most:])
    return ", ".join([*told, *([tr("others {count}").format(count=rest)] if rest else [])])
