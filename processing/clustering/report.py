"""What a run says: sentences for the log, the settings for the next run, the JSON summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis import lineage as changes
from ..analysis.specialisation import LEAST_STATED
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..provenance import Run, checksum, head, plugin_version, summary_text, tail
from .candidates import NO, UNDECIDED, YES, Criteria
from .previous import FACTORY_IDS, HULLS, Previous
from .search import DBSCAN, NO_LOCATION, NO_SECTOR, NOISE, Search
from .tables import Result

SUMMARY_VERSION = 1
# Settings that make another question of it when they differ from those of the earlier run.
_COMPARED = (
    *("method", "distance_m", "minimum", "weight_field", "sectors", "sector_field", "each_sector"),
    *("hull", "crs"),
)
_FIRST = 10
# Factories so far apart (metres) hardly crowd together.
_FAR_M = 5_000.0


def report(result: Result, search: Search, weight_field: str) -> list[str]:
    """Return sentences for the log."""
    found = result.found
    out = [_how(result, search, weight_field)]
    standing = found.standing.tolist()
    clustered = int((found.cluster >= 0).sum())
    out.append(
        tr("Clusters: {clusters}; factories in them: {factories}; noise, in no cluster: {noise}.").format(
            clusters=len(result.ids), factories=clustered, noise=standing.count(NOISE)
        )
    )
    for word, text in (
        (NO_LOCATION, tr("Factories without a usable location: {count}.")),
        (NO_SECTOR, tr("Factories without a sector, not looked at: {count}.")),
    ):
        if word in standing:
            out.append(text.format(count=standing.count(word)))
    if not len(result.ids):
        larger = tr("No cluster: try a larger distance or a smaller minimum.")
        out.append(larger if search.method == DBSCAN else tr("No cluster: try a smaller minimum, or DBSCAN."))
        return [*out, *_changes(result)]
    candidates = result.verdicts.candidate.tolist()
    out.append(
        tr(
            "Candidates for an SME cluster: {yes}; not: {no}; undecided, as sizes or numbers of employees are missing: "
            "{undecided}."
        ).format(yes=candidates.count(YES), no=candidates.count(NO), undecided=candidates.count(UNDECIDED))
    )
    if result.subjects.parks is not None:
        outside = int((result.verdicts.inside == 0).sum())
        told = tr("Clusters with no factory in a park: {outside}; with some or all in one: {inside}.")
        out.append(told.format(outside=outside, inside=len(result.ids) - outside))
    return [*out, *quotients(result), *_largest(result), *_changes(result)]


def _how(result: Result, search: Search, weight_field: str) -> str:
    found = result.found
    if search.method != DBSCAN:
        return tr("HDBSCAN, smallest cluster {minimum} factories.").format(minimum=f"{search.minimum:g}")
    told = {
        "metres": metres(found.distance),
        "minimum": f"{search.minimum:,g}",
        "k": found.neighbours,
        "field": weight_field,
    }
    if search.distance is None:
        start = tr(
            "Distance: {metres} m, suggested: there the curve of distances to neighbour no. {k} turns upward. To use "
            "the same again, enter it (DISTANCE)."
        )
    elif found.suggested > 0:
        told["suggested"] = metres(found.suggested)
        start = tr("Distance: {metres} m, as given; {suggested} m would have been suggested.")
    else:
        start = tr("Distance: {metres} m, as given.")
    least = tr("Minimum: {minimum} factories.") if not weight_field else tr("Minimum: {minimum} of “{field}” in sum.")
    return f"{start} {least}".format(**told)


def _largest(result: Result) -> list[str]:
    """Return a sentence on each of the largest few clusters."""
    titles, sectors = result.subjects.sector.titles, result.sectors
    out = []
    for i in range(min(len(result.ids), _FIRST)):
        row = result.dominant[i]
        text = tr(
            "{id}: {factories} factories; the most frequent sector is {sector} ({count} of {factories}); candidate: "
            "{candidate}."
        )
        if row < 0:
            text = tr("{id}: {factories} factories; no sector is recorded; candidate: {candidate}.")
        out.append(
            text.format(
                id=result.ids[i],
                factories=int(result.found.members[i]),
                sector=titles[sectors.sector[row]] if row >= 0 else "",
                count=int(sectors.factories[row]) if row >= 0 else 0,
                candidate={YES: tr("yes"), NO: tr("no"), UNDECIDED: tr("undecided")}[result.verdicts.candidate[i]],
            )
        )
    if len(result.ids) > _FIRST:
        out.append(tr("… and {count} smaller clusters, see the table.").format(count=len(result.ids) - _FIRST))
    return out


def counts_of(result: Result) -> dict[str, int]:
    """Return how many clusters went which way since the earlier result; empty without one."""
    if result.line is None:
        return {}
    kinds = result.line.change.tolist()
    words = (
        changes.SAME,
        changes.GROWN,
        changes.SHRUNK,
        changes.CHANGED,
        changes.AS_MANY,
        changes.MERGED,
        changes.SPLIT,
        changes.MIXED,
        changes.BORN,
    )
    return {
        **{word.replace(" ", "_"): kinds.count(word) for word in words},
        changes.DIED: int((result.line.kind == changes.DIED).sum()),
        changes.UNKNOWN.replace(" ", "_"): int((result.line.kind == changes.UNKNOWN).sum()),
    }


def _changes(result: Result) -> list[str]:
    if result.line is None or result.previous is None:
        return []
    told = tr(
        "Since “{file}”: as they were {same}, as many factories {as_many}, grown {grown}, shrunk {shrunk}, other "
        "factories {changed}, merged {merged}, split {split}, merged and split {merged_and_split}, new {born}, gone "
        "{died}, not known {not_known}."
    )
    out = [told.format(file=result.previous.path.name, **counts_of(result))]
    if result.common is not None and not result.common.of:
        out.append(tr("Factory ids are missing, so the clusters were compared by the ground that they cover."))
    elif result.common is not None and result.common.enough and result.line.by_hulls.any():
        told = tr("Clusters in which too few factories can be known again were compared by the ground that they cover.")
        out.append(told)
    return out


def compared_by(result: Result) -> str:
    """Return what clusters were compared by: factory ids, hulls, or both; empty without an earlier result."""
    if result.line is None:
        return ""
    used = set(result.line.by_hulls.tolist())
    return ", ".join(word for ground, word in ((False, FACTORY_IDS), (True, HULLS)) if ground in used)


def metres(value: float) -> str:
    """Return a distance with the digits to enter it again."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def differences(previous: Previous, settings: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return a warning for each setting that is not as it was in the earlier run."""
    now = {item: value for item, value, _ in settings}
    text = tr("The earlier run had {item} “{before}”, this one has “{now}”: what changed may come from that.")
    return [
        text.format(item=item, before=previous.settings[item] or "–", now=now[item] or "–")
        for item in _COMPARED
        if item in previous.settings and previous.settings[item] != now[item]
    ]


def doubts(result: Result, search: Search) -> list[str]:
    """Return a warning for each thing that makes the answer less sure than it looks."""
    out = []
    if search.distance is None and result.found.distance > _FAR_M:
        text = tr(
            "The suggested distance of {metres} m is large: so far apart factories hardly crowd together. Look at the "
            "plot (PLOT), and enter a distance of your own (DISTANCE)."
        )
        out.append(text.format(metres=metres(result.found.distance)))
    common, overlaps, line = result.common, result.overlaps, result.line
    if common is not None and common.of and not common.enough:
        text = tr(
            "Hardly any factory id is in both results ({count} of {of}): the register was numbered anew, or it is "
            "another one. The clusters were compared by the ground that they cover."
        )
        out.append(text.format(count=common.ids, of=common.of))
    elif overlaps is not None and line is not None:
        linked = (line.before >= 0) & (line.now >= 0) & line.by_hulls
        renewed = linked & overlaps.ids_before[line.before] & overlaps.ids_now[line.now] if linked.any() else linked
        if renewed.any():
            text = tr(
                "Clusters on the ground of an earlier one, with few factory ids or none in common: {count}. Their "
                "factories seem to have been numbered anew; they were compared by the ground that they cover."
            )
            out.append(text.format(count=int(renewed.sum())))
    return out


def quotients(result: Result) -> list[str]:
    """Return what location quotients are by, where that is not what was asked for or rests on a part only."""
    stated, of = result.stated
    if not (result.subjects.has_employees and result.asked_employees) or stated == of:
        return []
    told = {"stated": f"{stated:,}", "of": f"{of:,}"}
    if result.by_employees:
        text = tr(
            "Location quotients are by employees, of the {stated} of {of} factories with a sector that state them."
        )
    elif stated < LEAST_STATED * of:
        text = tr(
            "Location quotients are by factories: only {stated} of {of} factories with a sector state their employees, "
            "fewer than half."
        )
    else:
        return []
    return [text.format(**told)]


def settings_of(
    run: Run,
    result_found: Any,
    search: Search,
    weight_field: str,
    level: str,
    sector_field: str,
    last: int,
    previous: Previous | None,
    layer: LayerFrame,
    crs: str,
) -> list[tuple[str, str, str]]:
    """Return the table of settings: item, value, meaning."""
    metres = f"{result_found.distance:g}" if result_found.distance > 0 else ""
    suggested = f"{result_found.suggested:g}" if result_found.suggested > 0 else ""
    return [
        ("run_id", run.id, tr("names the run")),
        ("run_started", run.started.isoformat(timespec="seconds"), tr("when")),
        ("tool", f"Factory Locations {plugin_version()}", tr("with what")),
        ("factories", layer.name, tr("layer of the factories")),
        ("method", search.method, tr("DBSCAN or HDBSCAN")),
        ("distance_m", metres, tr("distance on the ground in metres")),
        ("suggested_distance_m", suggested, tr("the one that the curve of distances suggests")),
        ("minimum", f"{search.minimum:g}", tr("number of factories, or sum of the weight field")),
        ("weight_field", weight_field, tr("empty: each factory counts 1")),
        ("sectors", level, tr("level of ISIC, or field")),
        ("sector_field", sector_field, tr("where the sectors are of a field")),
        ("each_sector", "yes" if search.separate else "no", tr("whether each sector was looked at by itself")),
        ("hull", "concave" if search.concave else "convex", tr("outline of the clusters")),
        ("crs", crs, tr("working CRS")),
        ("previous", previous.path.name if previous else "", tr("the earlier result")),
        ("last_number", str(last), tr("the highest number ever given: the next new cluster gets the one after it")),
    ]


def as_json(
    run: Run,
    result: Result,
    search: Search,
    criteria: Criteria,
    layers: Sequence[LayerFrame],
    problems: Sequence[LayerProblem],
    settings: Sequence[tuple[str, str, str]],
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    found = result.found
    standing = found.standing.tolist()
    candidates = result.verdicts.candidate.tolist()
    told = {
        **head(SUMMARY_VERSION, run),
        "counts": {
            "factories": len(standing),
            "without_location": standing.count(NO_LOCATION),
            "without_sector_left_out": standing.count(NO_SECTOR),
            "clusters": len(result.ids),
            "in_clusters": int((found.cluster >= 0).sum()),
            "noise": standing.count(NOISE),
        },
        "method": {
            "name": search.method,
            "distance_m": _number(found.distance),
            "distance_from": None if search.method != DBSCAN else "suggested" if search.distance is None else "given",
            "suggested_distance_m": _number(found.suggested),
            "curve_neighbour": found.neighbours if len(found.curve) else None,
            "minimum": search.minimum,
            "each_sector": search.separate,
            "scale": round(found.scale, 6),
            "scale_differs_by_at_most": round(found.spread, 6),
        },
        "location_quotient_by": "employees" if result.by_employees else "factories",
        "employees_stated": {"factories": result.stated[0], "of": result.stated[1]},
        "candidates": {word: candidates.count(word) for word in (YES, NO, UNDECIDED)},
        "criteria": {
            "smes": criteria.smes,
            "sme_share": criteria.sme_share,
            "location_quotient": criteria.quotient,
            "factories_of_the_sector": criteria.in_sector,
            "outside_parks_share": criteria.outside_share if result.subjects.parks is not None else None,
            "micro_counts": criteria.micro,
        },
        "changes": counts_of(result) or None,
        "compared_by": compared_by(result) or None,
        "settings": {item: value for item, value, _ in settings},
        "previous": None
        if result.previous is None
        else {"path": str(result.previous.path), "sha256": checksum(str(result.previous.path))},
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)


def _number(value: float) -> float | None:
    return value if value == value else None
