"""All checks of a register in one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from . import places, precision, records, repairs, votes
from .country import Land
from .model import (
    CERTAIN,
    CODES,
    LIKELY,
    NULL_TOKENS,
    POSSIBLE,
    Context,
    Finding,
    Proposal,
    Register,
    Settings,
    Skipped,
    Vote,
    said,
    to_metric,
)
from .texts import Texts, read_texts, unread
from .units import Declared

Tick = Callable[[float], None]
# Errors that a whole group has: a doubtful member is told of as such and of nothing else.
_HYPOTHESES = ("C05", "C06", "C07")
# What may as well be a wrong code of the unit is told as that, with the place that a slip would explain.
_CARRIERS = ("C17", "C20")
_RANK = {CERTAIN: 0, LIKELY: 1, POSSIBLE: 2}
LEVELS = ("province", "district", "commune")


@dataclass(frozen=True)
class Result:
    """What was found.

    Attributes
    ----------
    findings : sequence of Finding
        In the order of the register, then of the codes.
    votes : sequence of Vote
    skipped : sequence of Skipped
        Codes that could not be applied, or not in full.
    """

    findings: Sequence[Finding]
    votes: Sequence[Vote]
    skipped: Sequence[Skipped]


def check(
    register: Register,
    context: Context,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    broken: Sequence[tuple[int, str, str, str]] = (),
    columns: Mapping[str, np.ndarray] | None = None,
    duplicates: Sequence[Finding] | None = None,
    tick: Tick = lambda _: None,
) -> Result:
    """Check every location of a register, and what its other columns say against it.

    Parameters
    ----------
    register : Register
    context : Context
    settings : Settings
    broken : sequence of (row, field, value, expected)
        What the register's schema refuses of activities and sizes (C23).
    columns : mapping of field to (n,) object array of str or None
        Columns of text in which a word may stand for nothing (C24); those of the register by default.
    duplicates : sequence of Finding or None
        Duplicate records (C18) as the search for duplicates finds them; None where it was not asked.
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Returns
    -------
    Result
    """
    n = len(register)
    context = replace(context, parks=places.merged(context.parks), sites=places.merged(context.sites))
    texts = read_texts(register)
    half, _ = precision.lattice(register, texts)
    coarse = half > 0
    # Of a rounded number no border says more than its last digit does.
    register = replace(register, accuracy=np.maximum(register.accuracy, half))
    tick(0.1)
    codes = {level: register.text(f"{level}_code") for level in LEVELS}
    declared = Declared(context.units, codes, context.former, n)
    land = Land(context)
    own_park, park_index = places.parks_of(register, context.parks)
    state = repairs.state_of(register, declared, land, own_park, settings)
    own_site = places.sites_of(register, context.sites)
    tick(0.25)
    borrowed, ballots = _borrowed(register, context, own_park, coarse, settings)
    elsewhere = np.array([f.row for f in borrowed if f.certainty != POSSIBLE], dtype="int64")
    suspects = np.setdiff1d(np.flatnonzero(state.suspect), elsewhere)
    witnesses = votes.Witnesses(register, declared, state, own_park, own_site, settings)
    found, unclear, slips = _moves(
        register, texts, declared, state, land, own_park, witnesses, suspects, elsewhere, settings, tick
    )
    ballots += slips
    told = {
        f.row for f in found if state.impossible[f.row] or f.code in _HYPOTHESES or f.proposals[0].certainty != POSSIBLE
    }
    zero = places.zeros(register, _without(np.arange(n), told))
    found += zero
    left = _without(np.arange(n), {*told, *(f.row for f in zero)})
    tick(0.6)
    here = _without(left, set(elsewhere.tolist()))
    lone = votes.lone_indian(register, texts, witnesses, slips, here, state)
    doubtful = {**{f.row: f for f in unclear}, **{f.row: f for f in lone if f.certainty == POSSIBLE}}
    found += [f for f in lone if f.certainty != POSSIBLE]
    left = _without(left, {f.row for f in lone} - set(doubtful))
    # What another datum explains is no centre that is near by chance.
    remaining = set(left.tolist()) - {f.row for f in lone}
    found += [f for f in borrowed if f.certainty != POSSIBLE or f.row in remaining]
    found += _nowhere(register, texts, left)
    left = left[np.isfinite(register.lon_lat[left, 0])]
    spots, rounded = precision.rounded(register, texts, _without(left, set(elsewhere.tolist())))
    ballots += spots
    found += rounded
    here = _without(left, set(elsewhere.tolist()))
    standing = _standing(register, context, declared, state, land, own_park, park_index, own_site, here, settings)
    found += [_with_hypothesis(f, doubtful) for f in standing]
    carried = {f.row for f in standing if f.code in _CARRIERS}
    found += [f for f in unclear if f.row not in carried]
    tick(0.85)
    found += records.duplicate_licences(register, settings)
    found += records.areas_off(context.sites, register, "site") + records.areas_off(context.parks, register, "park")
    found += records.areas_unlike_others(register)
    found += records.broken_values(broken)
    dates = {name: register.text(name) for name in ("registration_date", "status_from", "status_to", "loc_date")}
    found += records.null_tokens(_wordy(register) if columns is None else columns, dates)
    found += records.times(register, context)
    found += list(duplicates or ())
    tick(1.0)
    order = sorted(found, key=lambda f: (f.row if f.row >= 0 else n, f.code))
    return Result(_one_each(order), ballots, skipped(register, context, declared, duplicates is not None))


def _without(rows: np.ndarray, told: set[int]) -> np.ndarray:
    return np.setdiff1d(rows, np.fromiter(told, dtype="int64", count=len(told)))


def _borrowed(
    register: Register, context: Context, own_park: np.ndarray | None, coarse: np.ndarray, settings: Settings
) -> tuple[list[Finding], list[Vote]]:
    """Return the factories that stand where something else does: a unit's centre, an office, many others."""
    rows = np.flatnonzero(register.plausible & ~places.is_zero(register.x, register.y, register))
    central = precision.centroids(register, context, rows, settings)
    at_office = places.offices(register, context, _without(rows, {f.row for f in central}), settings)
    sure = {f.row for f in (*central, *at_office) if f.certainty != POSSIBLE}
    # Rounded coordinates meet without anybody having copied them.
    ballots, shared = places.hot_spots(register, own_park, _without(rows[~coarse[rows]], sure), settings)
    return [*central, *at_office, *shared], ballots


def _moves(
    register: Register,
    texts: Texts,
    declared: Declared,
    state: repairs.State,
    land: Land,
    own_park: np.ndarray | None,
    witnesses: votes.Witnesses,
    suspects: np.ndarray,
    borrowed: np.ndarray,
    settings: Settings,
    tick: Tick,
) -> tuple[list[Finding], list[Finding], list[Vote]]:
    """Return the findings of slips that can be undone, one of each factory at most, and the votes behind them.

    Second are those of slips of which a wrong code explains as much, of factories for which there is no other.
    """
    ballots, datum = votes.mistaken_datum(register, witnesses)
    if not datum:
        ballots, datum = votes.indian_1960(register, texts, witnesses)
    minutes = votes.minutes(register, texts, witnesses)
    tick(0.4)
    single, unclear = repairs.find_repairs(register, texts, declared, state, land, own_park, settings, suspects)
    tick(0.55)
    by_row = {f.row: f for f in single}
    for vote in minutes:
        for row in vote.rows:
            _confirm_minutes(register, by_row, vote, int(row))
    elsewhere = set(borrowed.tolist())
    # What fits a factory alone is told before what its group says, unless it is less sure.
    for finding in [f for f in datum if f.row not in elsewhere]:
        known = by_row.get(finding.row)
        if known is None or _RANK[finding.certainty] <= _RANK[known.certainty]:
            others = known.proposals if known is not None else ()
            by_row[finding.row] = replace(finding, proposals=(*finding.proposals, *others)[: settings.most])
    slips = votes.shared_slips(register, declared, list(by_row.values()))
    for vote in slips:
        for row in vote.rows:
            by_row[int(row)] = _confirmed(by_row[int(row)], vote, declared)
    return list(by_row.values()), [f for f in unclear if f.row not in by_row], [*ballots, *minutes, *slips]


def _with_hypothesis(finding: Finding, doubtful: Mapping[int, Finding]) -> Finding:
    """Return a finding of a wrong unit or park with the places that a slip would explain, for a person to see."""
    other = doubtful.get(finding.row)
    if other is None or finding.code not in _CARRIERS or finding.proposals:
        return finding
    return replace(finding, proposals=other.proposals)


def _confirmed(finding: Finding, vote: Vote, declared: Declared) -> Finding:
    """Return a finding of which the dataset says that the best proposal is the right one.

    One that is only possible stays so, but for a zone off of which nothing but the lone place made doubt.
    """
    best = finding.proposals[0]
    certainty = CERTAIN
    if best.certainty == POSSIBLE:
        row, place = np.array([finding.row]), to_metric(np.array([[best.lon, best.lat]]))
        inside, known = bool(declared.inside(row, place)[0]), bool(declared.known[finding.row])
        if finding.problem.key != "C04_perhaps" or (known and not inside):
            return finding
        certainty = CERTAIN if inside else LIKELY
    best = replace(best, certainty=certainty, evidence=(*best.evidence, *vote.evidence))
    problem = said("C04") if finding.problem.key == "C04_perhaps" else finding.problem
    return replace(finding, certainty=certainty, problem=problem, proposals=(best, *finding.proposals[1:]))


def _confirm_minutes(register: Register, by_row: dict[int, Finding], vote: Vote, row: int) -> None:
    """Propose the minutes that a group's decimals are, for one of its members."""
    from .numbers import from_minutes, from_seconds

    read = from_seconds if vote.kind == "seconds" else from_minutes
    lon, lat = (float(read(np.array([value]))[0]) for value in register.lon_lat[row])
    known = by_row.get(row)
    if known is not None and known.code != "C09":
        return
    certainty = vote.certainty if known is not None else LIKELY
    best = Proposal("C09", certainty, lon, lat, (said(f"by_{vote.kind}"), *vote.evidence))
    others = [p for p in (known.proposals if known is not None else ()) if abs(p.lon - lon) + abs(p.lat - lat) > 1e-6]
    by_row[row] = Finding(row, "C09", certainty, said("C09"), vote.evidence, (best, *others))


def _nowhere(register: Register, read: Texts, rows: np.ndarray) -> list[Finding]:
    """Return the factories without any place, of which no text tells one (C08), or tells zeros (C13).

    A word for nothing where the text should be is told as such (C24).
    """
    texts = register.text("loc_original")
    a, b = read.pair.first, read.pair.second
    zero = (a == 0) | (b == 0)
    found = []
    for row in rows[~np.isfinite(register.lon_lat[rows, 0])]:
        if np.isfinite([register.x[row], register.y[row]]).all():
            evidence = said("now_impossible", x=str(register.x[row]), y=str(register.y[row]), crs=register.crs_name)
            found.append(Finding(int(row), "C16", CERTAIN, said("C16"), (evidence,)))
        elif zero[row]:
            evidence = said("zero", x=float(a[row]), y=float(b[row]))
            found.append(Finding(int(row), "C13", CERTAIN, said("C13"), (evidence,)))
        elif (texts[row] or "").strip().casefold() not in NULL_TOKENS:
            evidence = unread(read, texts[row], int(row)) if texts[row] else said("no_text")
            found.append(Finding(int(row), "C08", CERTAIN, said("C08_none"), (evidence,)))
    return found


def _standing(
    register: Register,
    context: Context,
    declared: Declared,
    state: repairs.State,
    land: Land,
    own_park: np.ndarray | None,
    park_index: np.ndarray,
    own_site: np.ndarray | None,
    rows: np.ndarray,
    settings: Settings,
) -> list[Finding]:
    """Return what is wrong with places that stay where they are."""
    found = places.off_land(register, context, land, rows, settings)
    home = _without(rows, {f.row for f in found if f.certainty != POSSIBLE})
    found += places.other_units(register, context, declared, state, home, settings)
    found += places.unknown_codes(register, context, home)
    if context.parks is not None and own_park is not None:
        found += places.declared_parks(register, context.parks, own_park, park_index, home)
    if own_site is not None:
        found += places.off_site(register, own_site, home)
    return found


def standing(
    register: Register,
    context: Context,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> list[Finding]:
    """Return what is wrong with the places as they are (C16, C17, C20), and ask for no slip that would explain it.

    For few records, such as one that is being edited: nothing is concluded from what many have in common.
    """
    context = replace(context, parks=places.merged(context.parks))
    codes = {level: register.text(f"{level}_code") for level in LEVELS}
    declared = Declared(context.units, codes, context.former, len(register))
    land = Land(context)
    own_park, park_index = places.parks_of(register, context.parks)
    state = repairs.state_of(register, declared, land, own_park, settings)
    rows = np.flatnonzero(np.isfinite(register.lon_lat[:, 0]))
    found = _standing(register, context, declared, state, land, own_park, park_index, None, rows, settings)
    return _one_each(found)


def _one_each(findings: Sequence[Finding]) -> list[Finding]:
    """Return one finding a code and factory: the surest, with the evidence of the others."""
    kept: dict[tuple[int, str, str], Finding] = {}
    for finding in findings:
        key = finding.row, finding.code, finding.subject
        known = kept.get(key)
        if known is None:
            kept[key] = finding
            continue
        first, second = sorted((known, finding), key=lambda f: _RANK[f.certainty])
        kept[key] = replace(first, evidence=(*first.evidence, *second.evidence))
    return list(kept.values())


def _wordy(register: Register) -> dict[str, np.ndarray]:
    free = ("name", "loc_original", "loc_source", "operator_id", "licence_no", "park_id", "isic")
    codes = tuple(f"{level}_code" for level in (*LEVELS, "village"))
    return {name: register.text(name) for name in (*free, *codes) if name in register.frame}


def skipped(register: Register, context: Context, declared: Declared, asked_duplicates: bool) -> list[Skipped]:
    """Return the codes that were not applied, or not in full, and why."""
    out: list[Skipped] = []

    def lack(codes: str, key: str, **values: object) -> None:
        out.extend(Skipped(code, said(key, **values)) for code in codes.split())

    if not context.units:
        lack("C05 C06 C09 C11 C17", "no_admin")
        if context.land is None:
            lack("C16", "no_land")
    elif not declared.known.any():
        lack("C05 C06 C09 C11 C17", "no_codes")
    for level in LEVELS:
        if context.units and level not in context.units:
            lack("C17", "no_level", level=level)
    if (context.units or context.land is not None) and context.water is None:
        lack("C16", "no_water")
    if not context.units and context.centres is None:
        lack("C12", "no_centres")
    if context.offices is None:
        lack("C15", "no_offices")
    if context.parks is None:
        lack("C20", "no_parks")
    if context.sites is None:
        lack("C21", "no_sites")
    polygons = (context.sites, context.parks)
    if "area_ha" not in register.frame and all(areas is None or areas.stated_ha is None for areas in polygons):
        lack("C22", "no_areas")
    if not asked_duplicates:
        lack("C18", "no_duplicates")
    for code, column in (("C19", "licence_no"), ("C14", "operator_id"), ("C23", "isic"), ("C25", "status_from")):
        if column not in register.frame:
            lack(code, "no_column", column=column)
    return out


__all__ = ["CODES", "Result", "check", "standing"]
