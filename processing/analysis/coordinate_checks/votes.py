"""What all factories of a file, or of one source, say together: a datum, a zone, minutes, a lattice.

One factory beyond a border may have a wrong commune code as well as a wrong datum. A hundred factories of one source
that a single constant shift takes into their communes, while it takes hardly any out, have a wrong datum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.optimize import linear_sum_assignment
from scipy.stats import binom

from ..crs import operation
from . import numbers
from .model import (
    CERTAIN,
    LIKELY,
    METRIC,
    POSSIBLE,
    Finding,
    Proposal,
    Register,
    Said,
    Settings,
    Vote,
    finite,
    in_envelope,
    said,
    to_degrees,
    to_metric,
    widest,
)
from .repairs import State, decimals_of_text
from .texts import Texts
from .units import Declared

INDIAN_UTM, INDIAN_DEGREES = "EPSG:3148", "EPSG:4131"
# The datums of Thailand for which a definition without a shift is taken: Indian 1954 and 1975, UTM zones 47 and 48.
MISTAKEN = ("indian1954", "indian1975")
_DATUM_ACCURACY_M = 44.0
# Least number of factories with one and the same slip, and the most that chance would explain.
_LEAST, _CHANCE = 5, 1e-3
# Least number of declared units that must agree where factories are thought to be a zone off.
_UNITS = 3
# Of places that tell, the share of which the shifted one is the right one: under a shift, and at most without one.
_UNDER_SHIFT, _BY_CHANCE = 0.95, 0.5
# How many times as likely a shift must make what they say: likely, certain, and for those that tell nothing.
_LIKELY_RATIO, _SURE_RATIO, _OVERWHELMING_RATIO = 20.0, 500.0, 1e5
# Places within one cell are one observation, of one border two count at most, and borders that are all within a few
# kilometres may be drawn wrongly.
_CELL_M, _OF_ONE_BORDER, _SPREAD_M = 1_000.0, 2, 5_000.0
_MOST_TOLD = 1e6
# Chance of fewer factories at the one side of their units than at the other, where a shift would show.
_FEWER = 0.01
# So many times as many factories are taken in as out where no more than a tenth of a group is something else.
_PURE = 8
# A source of which so many would be taken in, were it like the rest of the file, and hardly any is, is another.
_EXPECTED = 3.0
_SHARE = 0.8
_LEAST_MEMBERS = 10
# CoordinateCleaner's test of minutes needs places spread over as many degrees.
_SPAN_DEG = 2.0
# Of decimals that are no minutes, the share below 0.6 on both axes.
_LOW_DECIMALS = 0.36
# Methods that give WGS 84, or nothing that anybody could know.
_RECEIVED = ("gps", "survey", "unknown")


@dataclass(frozen=True)
class Shifted:
    """The present places under one hypothesis.

    Attributes
    ----------
    lon_lat, xy : (n, 2) float arrays
        Degrees and metres; NaN where the hypothesis says nothing.
    into, out_of : (n,) bool arrays
        A witness (the declared unit, park or premises) holds only the shifted place, or only the present one.
    border : (n, 2) int array
        Which border tells: the declared unit, park or premises, and the unit where the other of the two places is; -1
        where nothing tells. One that is drawn wrongly has a number in common with all that it makes tell.
    by_area : (n,) bool array
        A park or premises tells, whatever the units say.
    """

    lon_lat: np.ndarray
    xy: np.ndarray
    into: np.ndarray
    out_of: np.ndarray
    border: np.ndarray
    by_area: np.ndarray


@dataclass(frozen=True)
class Tally:
    """What the borders say of a hypothesis for a group.

    Attributes
    ----------
    certainty : str or None
    into, out_of : int
        Factories that it takes into what they declare, and out of it.
    ratio : float
        How many times as likely it makes what they say, whatever number of factories is beyond one border.
    evidence : tuple of Said
    """

    certainty: str | None
    into: int
    out_of: int
    ratio: float = 1.0
    evidence: tuple[Said, ...] = ()


class Witnesses:
    """What tells where a factory should be: its declared unit, its declared park, its premises."""

    def __init__(
        self,
        register: Register,
        declared: Declared,
        state: State,
        parks: np.ndarray | None,
        sites: np.ndarray | None,
        settings: Settings,
    ) -> None:
        self.register, self.declared, self.state, self.settings = register, declared, state, settings
        self.areas = [areas for areas in (parks, sites) if areas is not None]
        self.present = [self._holds(areas, register.xy) for areas in self.areas]

    def _holds(self, areas: np.ndarray, xy: np.ndarray) -> np.ndarray:
        held = np.zeros(len(areas), dtype=bool)
        rows = np.flatnonzero(~shapely.is_missing(areas) & np.isfinite(xy).all(axis=1))
        held[rows] = shapely.intersects(areas[rows], shapely.points(xy[rows]))
        return held

    def under(self, lon_lat: np.ndarray) -> Shifted:
        """Return what the witnesses say of other places."""
        xy = to_metric(lon_lat)
        rows = np.flatnonzero(np.isfinite(xy).all(axis=1) & self.register.plausible)
        inside = np.zeros(len(xy), dtype=bool)
        inside[rows] = self.declared.inside(rows, xy[rows])
        known = self.declared.known & np.isfinite(xy).all(axis=1) & self.register.plausible
        into, out_of = known & inside & ~self.state.inside, known & ~inside & self.state.inside
        by_area = np.zeros(len(xy), dtype=bool)
        for areas, before in zip(self.areas, self.present):
            after = self._holds(areas, xy)
            into |= after & ~before
            out_of |= before & ~after
            by_area |= before != after
        both = into & out_of
        into, out_of = into & ~both, out_of & ~both
        return Shifted(lon_lat, xy, into, out_of, self._borders(xy, inside, into, out_of), by_area)

    def _borders(self, xy: np.ndarray, inside: np.ndarray, into: np.ndarray, out_of: np.ndarray) -> np.ndarray:
        """Return the two sides of the border that tells of each factory, numbered; -1 where nothing tells."""
        names = np.full((len(xy), 2), None, dtype=object)
        rows = np.flatnonzero(into | out_of)
        by_unit = inside[rows] != self.state.inside[rows]
        outer = np.where(into[:, None], self.register.xy, xy)
        for level, unit in self.declared.rows.items():
            some = rows[by_unit & (self.declared.deepest[rows] == level)]
            other = self.declared.units[level].locate(outer[some])
            for row, own, beyond in zip(some, unit[some], other):
                names[row] = f"{level} {own}", f"{level} {beyond}" if beyond >= 0 else f"outside of {level} {own}"
        for areas in self.areas:  # a park by its middle; premises side by side are one observation
            some = rows[[names[row, 0] is None and areas[row] is not None for row in rows]]
            middle = shapely.get_coordinates(shapely.centroid(areas[some])).reshape(-1, 2)
            for row, cell in zip(some, np.floor(middle / _CELL_M).astype("int64").tolist()):
                names[row] = f"area {cell}", f"area {cell}"
        out = np.full((len(xy), 2), -1, dtype="int64")
        for side in (0, 1):
            out[:, side] = pd.factorize(names[:, side], use_na_sentinel=True)[0]
        return out

    def opposite(self, shifted: Shifted) -> np.ndarray:
        """Return which factories, were they at their shifted places, are as near to their unit's other side.

        There another shift of the same length would take them out: about as many as are beyond the one side now.
        """
        further = 2 * shifted.xy - self.register.xy
        rows = np.flatnonzero(self.declared.known & np.isfinite(further).all(axis=1))
        out = np.zeros(len(further), dtype=bool)
        out[rows] = self.declared.inside(rows, shifted.xy[rows]) & ~self.declared.inside(rows, further[rows])
        return out


def tally(shifted: Shifted, rows: np.ndarray, xy: np.ndarray, opposite: np.ndarray | None = None) -> Tally:
    """Return what the borders say of a hypothesis for a group.

    Factories side by side beyond one border are one observation: it may be the border that is wrong, or the code that
    they all copied. So only borders that have no unit in common are counted, and of each two places at most.

    Parameters
    ----------
    shifted : Shifted
    rows : (k,) int array
        The group.
    xy : (n, 2) float array
        Where the factories stand now, in metres.
    opposite : (n,) bool array, optional
        What `Witnesses.opposite` says: a shift that takes far fewer factories over the one side of their units than
        there are at the other is none.
    """
    inner, outer = rows[shifted.into[rows]], rows[shifted.out_of[rows]]
    (into, borders), (out_of, _) = (_apart(shifted.border[some], xy[some]) for some in (inner, outer))
    ratio = (_UNDER_SHIFT / _BY_CHANCE) ** into * ((1 - _UNDER_SHIFT) / _BY_CHANCE) ** out_of
    distance = widest(xy[inner])
    told = said(
        "vote_weight",
        places=into,
        borders=borders,
        against=out_of,
        distance=distance,
        ratio=int(min(ratio, _MOST_TOLD)),
    )
    certainty = None if ratio < _LIKELY_RATIO else LIKELY if ratio < _SURE_RATIO else CERTAIN
    if distance < _SPREAD_M or (opposite is not None and _too_few(shifted, inner, rows[opposite[rows]], xy)):
        certainty = None
    alone = () if shifted.by_area[inner].any() else (said("units_alone"),)
    return Tally(certainty, len(inner), len(outer), ratio, (told, *alone))


def _apart(border: np.ndarray, xy: np.ndarray) -> tuple[int, int]:
    """Return how many places count, of borders of which no two have a side in common, and the number of these."""
    if not len(border):
        return 0, 0
    cells = np.floor(xy / _CELL_M).astype("int64")
    pairs, places = np.unique(np.unique(np.column_stack([border, cells]), axis=0)[:, :2], axis=0, return_counts=True)
    left, right = (np.unique(side, return_inverse=True)[1].ravel() for side in pairs.T)
    weight = np.zeros((left.max() + 1, right.max() + 1), dtype="int64")
    weight[left, right] = np.minimum(places, _OF_ONE_BORDER)
    chosen = weight[linear_sum_assignment(weight, maximize=True)]
    return int(chosen.sum()), int((chosen > 0).sum())


def _too_few(shifted: Shifted, inner: np.ndarray, due: np.ndarray, xy: np.ndarray) -> bool:
    """Return whether clearly fewer places are beyond the one side of their units than at the other."""
    seen, expected = (
        len(np.unique(np.floor(places / _CELL_M), axis=0)) for places in (xy[inner], shifted.xy[due])
    )  # fmt: skip
    return bool(binom.cdf(seen, seen + expected, 0.5) < _FEWER)


def indian_1960(register: Register, texts: Texts, witnesses: Witnesses) -> tuple[list[Vote], list[Finding]]:
    """Return the groups whose coordinates are Indian 1960 read as WGS 84, and a finding for each member.

    Two readings are tried: UTM numbers (C05), a constant 419 m to the west and 323 m to the north, and degrees (C06).
    """
    readings = {
        "C05": _reading(register, witnesses, INDIAN_UTM),
        "C06": _reading(register, witnesses, INDIAN_DEGREES),
    }
    votes: list[Vote] = []
    ratios: list[float] = []
    owner = np.full(len(register), -1)
    opposite = {code: witnesses.opposite(shifted) for code, shifted in readings.items()}
    for name, rows in register.groups:
        ballots = {code: tally(shifted, rows, register.xy, opposite[code]) for code, shifted in readings.items()}
        passed = {code: ballot for code, ballot in ballots.items() if ballot.certainty is not None}
        if not passed:
            continue
        code = _which(passed, register, texts, rows)
        ballot, shifted = passed[code], readings[code]
        members = rows[np.isfinite(shifted.xy[rows, 0])]
        if not name.startswith("loc_source") and _mixed(register, shifted, members):
            continue
        told = (said("vote_shift", into=ballot.into, out=ballot.out_of, count=len(members)), *ballot.evidence)
        share = ballot.into / max(len(members), 1)
        votes.append(Vote(code, name, len(members), share, ballot.certainty or LIKELY, told, members))
        ratios.append(ballot.ratio)
        owner[members] = np.where(owner[members] < 0, len(votes) - 1, owner[members])
    found = [
        _member(register, witnesses, readings, votes[owner[row]], ratios[owner[row]], int(row))
        for row in np.flatnonzero(owner >= 0)
    ]
    mentioned = {int(row) for row in np.flatnonzero(owner >= 0)}
    found += [f for f in _by_text(register, texts, readings) if f.row not in mentioned]
    return [vote for i, vote in enumerate(votes) if (owner == i).any()], found


def _which(passed: dict[str, Tally], register: Register, texts: Texts, rows: np.ndarray) -> str:
    """Return which reading a group has: the one its witnesses clearly prefer, else that of how its numbers look."""
    if len(passed) == 1:
        return next(iter(passed))
    utm, degrees = passed["C05"], passed["C06"]
    lead = (utm.into - utm.out_of) - (degrees.into - degrees.out_of)
    if abs(lead) > 2 * np.sqrt(utm.into + degrees.into):
        return "C05" if lead > 0 else "C06"
    written = texts.kind[rows]
    of_text = written[[kind is not None for kind in written]]
    metres = (of_text == "utm").mean() > 0.5 if len(of_text) else not register.geographic
    return "C05" if metres else "C06"


def _mixed(register: Register, shifted: Shifted, rows: np.ndarray) -> bool:
    """Return whether one of the sources in a group says something else: then only the sources are heard."""
    member = np.zeros(len(register), dtype=bool)
    member[rows] = True
    rate = shifted.into[rows].mean() if len(rows) else 0.0
    for name, own in register.groups:
        if name.startswith("loc_source"):
            some = own[member[own]]
            into, out_of = int(shifted.into[some].sum()), int(shifted.out_of[some].sum())
            expected = rate * len(some)
            if (out_of > 1 and into < _PURE * out_of) or (expected >= _EXPECTED and into < expected / 4):
                return True
    return False


def _member(
    register: Register, witnesses: Witnesses, readings: dict[str, Shifted], vote: Vote, ratio: float, row: int
) -> Finding:
    """Return the finding of one factory of a group: as sure as the group only where it has evidence of its own.

    Where no border tells anything of it, only an overwhelming vote is enough.
    """
    shifted = readings[vote.code]
    row_at = np.array([row])
    if witnesses.declared.known[row]:
        inside = bool(witnesses.declared.inside(row_at, shifted.xy[row_at])[0])
        beyond = float(witnesses.declared.distance(row_at, shifted.xy[row_at])[0])
    else:
        inside, beyond = False, np.nan
    if bool(shifted.into[row]):
        certainty = vote.certainty
    elif shifted.out_of[row] or ratio < _OVERWHELMING_RATIO:
        certainty = POSSIBLE
    elif inside:
        certainty = vote.certainty
    else:
        tolerance = max(float(register.accuracy[row]), witnesses.settings.border_m)
        certainty = POSSIBLE if beyond > tolerance else LIKELY
    evidence = [*vote.evidence]
    if inside:
        evidence.append(said("fits_unit", levels=int(witnesses.declared.depth[row])))
    return _datum_finding(register, row, vote.code, certainty, shifted, tuple(evidence))


def _datum_finding(
    register: Register, row: int, code: str, certainty: str, shifted: Shifted, evidence: tuple[Said, ...]
) -> Finding:
    lon, lat = shifted.lon_lat[row]
    proposal = Proposal(
        code,
        certainty,
        float(lon),
        float(lat),
        (said(f"by_{code}"), *evidence),
        datum=INDIAN_UTM if code == "C05" else INDIAN_DEGREES,
        accuracy_m=float(max(register.accuracy[row], _DATUM_ACCURACY_M)),
    )
    return Finding(row, code, certainty, said(code), evidence, (proposal,))


def lone_indian(
    register: Register, texts: Texts, witnesses: Witnesses, ballots: Sequence[Vote], rows: np.ndarray, state: State
) -> list[Finding]:
    """Return the factories just outside of their unit that the shift from Indian 1960 would take into it.

    Nothing of a single one tells this from a wrong commune code; that other sources of the file have the error does,
    unless a receiver gave the coordinate, or nobody knows where it is from.
    """
    from_map = _from_map(register)
    supported = {vote.code for vote in ballots}
    found = []
    for code, crs in (("C05", INDIAN_UTM), ("C06", INDIAN_DEGREES)):
        shifted = _reading(register, witnesses, crs, rows)
        # Where the file is known to have the error, the border's own inaccuracy need not be feared.
        asked = state.contradicted if code in supported else state.suspect
        for row in rows[shifted.into[rows] & asked[rows]]:
            metres = texts.kind[row] == "utm" if texts.kind[row] is not None else not register.geographic
            if metres != (code == "C05"):
                continue
            certainty = LIKELY if code in supported and from_map[row] else POSSIBLE
            at = np.array([row])
            inside = bool(witnesses.declared.inside(at, shifted.xy[at])[0])
            told = [said("fits_unit", levels=int(witnesses.declared.depth[row])) if inside else said("fits_area")]
            told.append(said("others_shifted") if code in supported else said("no_vote"))
            found.append(_datum_finding(register, int(row), code, certainty, shifted, tuple(told)))
    return found


def _from_map(register: Register) -> np.ndarray:
    """Return whether each coordinate may be from a map of the old datum: of a known accuracy, and not by a receiver."""
    return (register.accuracy > 0) & ~np.isin(register.text("loc_method").astype(str), _RECEIVED)


def _reading(register: Register, witnesses: Witnesses, crs: str, rows: np.ndarray | None = None) -> Shifted:
    """Return where the factories stand if their numbers are in a CRS of Indian 1960."""
    chosen = register.plausible.copy()
    if rows is not None:
        chosen[:] = False
        chosen[rows] = register.plausible[rows]
    lon_lat = np.full((len(register), 2), np.nan)
    if crs == INDIAN_UTM:
        lon_lat[chosen] = to_degrees(finite(operation(crs, METRIC).points(register.xy[chosen])))
    else:
        lon_lat[chosen] = finite(operation(crs, "EPSG:4326").points(register.lon_lat[chosen]))
    return witnesses.under(lon_lat)


def _by_text(register: Register, texts: Texts, readings: dict[str, Shifted]) -> list[Finding]:
    """Return the factories that state Indian 1960 and whose point is their text's numbers without the shift."""
    rows = np.flatnonzero(texts.indian & np.isfinite(texts.lon_lat[:, 0]) & register.plausible)
    if not len(rows):
        return []
    meant = to_metric(texts.lon_lat[rows])
    tolerance = np.maximum(5.0, 2 * texts.resolution_m[rows])
    off = np.hypot(*(meant - register.xy[rows]).T)
    found = []
    for code, shifted in readings.items():
        fits = (np.hypot(*(meant - shifted.xy[rows]).T) <= tolerance) & (off > 10 * tolerance)
        for row in rows[fits]:
            told = said("text_unshifted", text=register.text("loc_original")[row])
            found.append(_datum_finding(register, int(row), code, CERTAIN, shifted, (told,)))
    return found


def mistaken_datum(register: Register, witnesses: Witnesses) -> tuple[list[Vote], list[Finding]]:
    """Return a finding for every factory of a layer whose CRS is a Thai datum of the Indian family (C07)."""
    from pyproj import CRS

    crs = CRS.from_user_input(register.crs)
    geodetic = crs.geodetic_crs
    datum = geodetic.datum.name if geodetic is not None and geodetic.datum is not None else ""
    if not any(name in "".join(c for c in datum.lower() if c.isalnum()) for name in MISTAKEN):
        return [], []
    stored = np.column_stack([register.x, register.y])
    meant = INDIAN_DEGREES if register.geographic else INDIAN_UTM
    lon_lat = to_degrees(stored, meant) if not register.geographic else operation(meant, "EPSG:4326").points(stored)
    shifted = witnesses.under(finite(lon_lat))
    rows = np.flatnonzero(in_envelope(shifted.lon_lat))
    if not len(rows):
        return [], []
    ballot = tally(shifted, rows, register.xy)
    certainty = ballot.certainty or (POSSIBLE if ballot.out_of > ballot.into else LIKELY)
    told = said("vote_crs", crs=crs.name, into=ballot.into, out=ballot.out_of)
    found = []
    for row in rows:
        proposal = Proposal(
            "C07",
            certainty,
            float(shifted.lon_lat[row, 0]),
            float(shifted.lon_lat[row, 1]),
            (said("by_C07"), told),
            datum=meant,
            accuracy_m=float(max(register.accuracy[row], _DATUM_ACCURACY_M)),
        )
        found.append(Finding(int(row), "C07", certainty, said("C07", crs=crs.name), (told,), (proposal,)))
    return [Vote("C07", "", len(rows), ballot.into / len(rows), certainty, (told,), rows)], found


def minutes(register: Register, texts: Texts, witnesses: Witnesses) -> list[Vote]:
    """Return the groups whose decimals are minutes: DD.MM or DD.MMSS read as decimal degrees (C09).

    Like `cd_ddmm` of CoordinateCleaner, too few decimals above 0.6, in places spread over two degrees; where there are
    declared units, they must agree.
    """
    lon_lat = np.where(register.plausible[:, None], register.lon_lat, np.nan)
    parts = np.abs(lon_lat - np.trunc(lon_lat))
    low = (parts < 0.6).all(axis=1) & decimals_of_text(register, texts)
    readings = {
        kind: witnesses.under(np.column_stack([read(lon_lat[:, 0]), read(lon_lat[:, 1])]))
        for kind, read in (("seconds", numbers.from_seconds), ("minutes", numbers.from_minutes))
    }
    votes = []
    for name, rows in register.groups:
        placed = rows[np.isfinite(lon_lat[rows, 0])]
        if len(placed) < _LEAST_MEMBERS or (np.ptp(lon_lat[placed], axis=0) < _SPAN_DEG).any():
            continue
        few = int(low[placed].sum())
        chance = float(binom.sf(few - 1, len(placed), _LOW_DECIMALS))
        ballots = {kind: tally(shifted, placed, register.xy) for kind, shifted in readings.items()}
        kind = max(ballots, key=lambda one: ballots[one].into - ballots[one].out_of)
        ballot = ballots[kind]
        if few / len(placed) < _SHARE or chance > _CHANCE or ballot.certainty is None:
            continue
        told = said("vote_minutes", few=few, count=len(placed), into=ballot.into, out=ballot.out_of)
        members = placed[low[placed] & np.isfinite(readings[kind].xy[placed, 0])]
        votes.append(Vote("C09", name, len(members), few / len(placed), ballot.certainty, (told,), members, kind))
    return votes


def shared_slips(register: Register, declared: Declared, findings: Sequence[Finding]) -> list[Vote]:
    """Return the groups most of which have one and the same slip: columns swapped, a zone off.

    Offices in Thailand or Viet Nam look like a zone off, however many they are: of that, units must agree.
    """
    codes = np.full(len(register), None, dtype=object)
    lon_lat = np.full((len(register), 2), np.nan)
    for finding in findings:
        if finding.row >= 0 and finding.code in ("C01", "C02", "C03", "C04") and finding.proposals:
            codes[finding.row] = finding.code
            lon_lat[finding.row] = finding.proposals[0].lon, finding.proposals[0].lat
    votes = []
    for name, rows in register.groups:
        for code in ("C01", "C02", "C03", "C04"):
            members = rows[codes[rows] == code]
            if len(members) < _LEAST or len(members) < _SHARE * len(rows):
                continue
            if code == "C04" and not _units_agree(declared, members, to_metric(lon_lat[members])):
                continue
            told = said("vote_slip", members=len(members), count=len(rows))
            votes.append(Vote(code, name, len(members), len(members) / len(rows), CERTAIN, (told,), members))
    return votes


def _units_agree(declared: Declared, rows: np.ndarray, xy: np.ndarray) -> bool:
    """Return whether places are in the units that their factories declare: most of them, and in several units."""
    known, inside = declared.known[rows], declared.inside(rows, xy)
    units = {(level, declared.rows[level][row]) for row in rows[inside] for level in [declared.deepest[row]]}
    return bool(inside.sum() >= max(_LEAST, _SHARE * known.sum()) and len(units) >= _UNITS)
