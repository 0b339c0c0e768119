"""What is said of safety buffers: sentences for the log, and the JSON summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..provenance import Run, head, pack_record, summary_text, tail
from ..rules.pack import Pack
from .findings import Findings, Receptors
from .people import People
from .sources import INSTALLATION, POINT, SITE, THREAT, Hazards
from .tables import hectares, notes, overall_counts

SUMMARY_VERSION = 1
# Reasons for having no zone that the log tells one by one.
_REASONS = 8


def exactness(hazards: Hazards, segments: int) -> dict[str, Any]:
    """Return how far a drawn zone may be from the true one, for the longest reach of the run."""
    import numpy as np

    from ..analysis.zones import planar_error, radius_deficit

    longest = float(np.nanmax(hazards.sources.reach)) if hazards.own else 0.0
    planar, deficit = planar_error(hazards.sources) if hazards.own else 0.0, radius_deficit(segments)
    return {
        "longest_reach_m": longest,
        "segments": segments,
        "polygon_short_by_share": round(deficit, 7),
        "planar_radius_off_by_share": round(planar, 7),
        "at_most_m": round(longest * (deficit + planar), 2),
    }


def sentences(
    hazards: Hazards, receptors: Receptors, people: People | None, found: Findings, segments: int
) -> Iterator[str]:
    """Yield sentences for the log."""
    import numpy as np

    n, k = len(hazards.factories.ids), hazards.k
    by_kind = {name: int((hazards.measured == name).sum()) for name in (POINT, SITE, INSTALLATION, THREAT)}
    yield tr("Factories with zones: {count} of {factories}; measured from: {kinds}.").format(
        count=hazards.factories_with_zone,
        factories=hazards.factory_count,
        kinds=", ".join(f"{name} {c}" for name, c in by_kind.items() if c) or "–",
    )
    if hazards.factory_count < n:
        yield tr("Rows of factories: {rows}; several with one factory id are one factory: {factories}.").format(
            rows=n, factories=hazards.factory_count
        )
    own = np.zeros(n, dtype=bool)
    own[hazards.factory[: hazards.own]] = True
    told = notes(hazards, own)
    first = hazards.first_row
    # A row without a zone is no reason where another row of its factory has one.
    without = (np.bincount(first[hazards.with_zone], minlength=n)[first] == 0) & (first == np.arange(n))
    reasons, counts = np.unique(np.array([t or "" for t in told[without]], dtype=str), return_counts=True)
    listed = sorted(zip(reasons.tolist(), counts.tolist()), key=lambda pair: (-pair[1], pair[0]))
    for reason, count in listed[:_REASONS]:
        yield tr("Without a zone: {reason}: {count}.").format(reason=reason or "–", count=count)
    if len(listed) > _REASONS:
        more = sum(count for _, count in listed[_REASONS:])
        yield tr("Without a zone for other reasons (see “note” in the table of factories): {count}.").format(count=more)
    doubts = int(sum(t is not None for t in hazards.reach.doubt[own]))
    if doubts:
        yield tr("Factories that may reach farther than drawn (see “note” in the table of factories): {count}.").format(
            count=doubts
        )
    total = overall_counts(hazards, receptors, found)[-1].sum(axis=1)
    areas = hectares(found.covered_all, hazards.sources.crs)
    for level in range(k):
        if found.covered_all[level] is None:
            continue
        parts = [tr("{area} ha").format(area=f"{areas[level]:,.0f}")]
        parts += [tr("receptors {count}").format(count=f"{total[level]:,d}")] if receptors.classes else []
        parts += [tr("people {count}").format(count=f"{found.people[-1, level]:,.0f}")] if people is not None else []
        yield tr("Within the level “{level}”, counted once: {what}.").format(
            level=hazards.levels[level], what=", ".join(parts)
        )
    if people is not None and np.isfinite(found.exposure.people).any():
        each = _outermost_people(hazards, found)
        yield tr(
            "Added up over factories, people are {sum}: who lives in several zones is counted with each factory."
        ).format(sum=f"{each:,.0f}")
    mutual, one_way = found.dominoes.pairs
    yield tr("Factories in the zone of another: pairs {pairs}, of these mutual {mutual} and one way {one_way}.").format(
        pairs=mutual + one_way, mutual=mutual, one_way=one_way
    )
    if hazards.own:
        exact = exactness(hazards, segments)
        yield tr(
            "How exact the drawn zones are: with {segments} segments a quarter circle and this CRS, the edge of the "
            "longest one ({reach} m) is off by at most {metres} m. Receptors are decided by geodesic distance, not by "
            "the drawing."
        ).format(segments=segments, reach=f"{exact['longest_reach_m']:,g}", metres=f"{exact['at_most_m']:,g}")


def _outermost_people(hazards: Hazards, found: Findings) -> float:
    import numpy as np

    unit = found.exposure.unit
    last = np.ones(len(unit), dtype=bool)
    last[:-1] = unit[1:] != unit[:-1]
    return float(found.exposure.people[last].sum())


def as_json(
    run: Run,
    hazards: Hazards,
    receptors: Receptors,
    people: People | None,
    found: Findings,
    layers: Sequence[LayerFrame],
    problems: Sequence[LayerProblem],
    packs: Sequence[Pack],
    segments: int,
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    import numpy as np

    counts = overall_counts(hazards, receptors, found)[-1]
    areas = hectares(found.covered_all, hazards.sources.crs)
    mutual, one_way = found.dominoes.pairs
    told = {
        **head(SUMMARY_VERSION, run),
        "factories": hazards.factory_count,
        "factory_rows": len(hazards.factories.ids),
        "with_zones": hazards.factories_with_zone,
        "without_zones": hazards.factory_count - hazards.factories_with_zone,
        "sources": {name: int((hazards.measured == name).sum()) for name in (POINT, SITE, INSTALLATION, THREAT)},
        "levels": [
            {
                "level": name,
                "area_ha": float(areas[i]),
                "receptors": {class_: int(counts[i, j]) for j, class_ in enumerate(receptors.classes)},
                "people": None if people is None else round(float(np.nan_to_num(found.people[-1, i])), 2),
            }
            for i, name in enumerate(hazards.levels)
        ],
        "people_added_up_over_factories": None if people is None else round(_outermost_people(hazards, found), 2),
        "people_read": None if people is None else {"layer": people.name, "total": round(people.total, 2)},
        "classes": list(hazards.classes),
        "domino_pairs": mutual + one_way,
        "mutual_pairs": mutual,
        "one_way_pairs": one_way,
        "exactness": exactness(hazards, segments),
        "packs": [pack_record(pack) for pack in packs],
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)
