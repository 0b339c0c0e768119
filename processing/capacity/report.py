"""What the log says of how full parks are, and the summary of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..provenance import Run, head, summary_text, tail
from .assess import NOT_PERMITTED, Assessment, Question
from .ranking import Ranked, free_ground
from .tables import TOP, assumption, criteria_table, difference_note, parks_table, ranking_table, standings

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SUMMARY_VERSION = 2
VACANT_SAYS = (
    "Least, likely and most, added up over the parks of which something is known. Of the others anything between none "
    "and all of usable_ha_of_unknown_vacancy is free. Ground that two parks share counts in both."
)


def sentences(found: Assessment, ranked: Ranked | None, question: Question) -> Iterator[str]:
    """Yield what the log says, park by park."""
    if found.guessed.any():
        yield assumption(question)
    counts = standings(found)
    for park in range(len(found.parks)):
        yield tr(
            "{park}: {area} ha, {free}; factories surely inside {surely}, probably {probably}, undecided {undecided}."
        ).format(
            park=found.parks.name(park),
            area=f"{found.area[park]:,.1f}",
            free=free_ground(found, park),
            surely=counts["surely_inside"][park],
            probably=counts["probably_inside"][park],
            undecided=counts["undecided"][park],
        )
        told = difference_note(found, park, question)
        if told:
            yield f"{found.parks.name(park)}: {told}"
    if ranked is not None:
        yield from _said_of_ranking(found, ranked)


def _said_of_ranking(found: Assessment, ranked: Ranked) -> Iterator[str]:
    for name, why in ranked.left_out.items():
        yield tr("Ranking: “{name}” is left out for all parks: {why}.").format(name=name, why=why)
    for park in ranked.ranking.order.tolist():
        if 0 < ranked.ranking.rank[park] <= TOP:
            yield tr("Ranking: {rank}. {park}, {score} of 100. {why}").format(
                rank=ranked.ranking.rank[park],
                park=found.parks.name(park),
                score=f"{ranked.score.likely[park]:.1f}",
                why=ranked.why[park],
            )
    out = int((ranked.ranking.rank == 0).sum())
    if out:
        yield tr("Ranking: parks that are ruled out: {count} of {all}.").format(count=out, all=len(ranked.ranking.rank))


def inside(found: Assessment) -> np.ndarray:
    """Return the factories that are likely inside of any park, each once."""
    import numpy as np

    standing = found.standing
    return np.unique(standing.factory[standing.likely() & found.counted[standing.factory]])


def totals(found: Assessment, crs: str) -> dict[str, Any]:
    """Return what all parks have together; a factory or ground in two of them once, but for the vacant ground."""
    import numpy as np
    import shapely

    from ..analysis import capacity as engine

    standing = found.standing
    mine = found.counted[standing.factory]

    def once(which: np.ndarray) -> int:
        return len(np.unique(standing.factory[which & mine]))

    likely = inside(found)
    said = found.permitted(standing.factory, standing.park)
    together = np.array([shapely.union_all(found.parks.areas.geometries)], dtype=object)
    spans = (found.vacant.low, found.vacant.likely, found.vacant.high)
    numbers = found.staff.employees[likely]
    return {
        "parks": len(found.parks),
        "area_ha": round(float(engine.hectares(together, crs)[0]), 2),
        "vacant_ha_added_up": [round(float(part[found.known].sum()), 2) for part in spans],
        "vacant_ha_says": VACANT_SAYS,
        "parks_of_unknown_vacancy": int((~found.known).sum()),
        "usable_ha_of_unknown_vacancy": round(float(found.usable[~found.known].sum()), 2),
        "parks_that_share_ground": sum(bool(others) for others in found.overlaps),
        "factories_likely_inside": len(likely),
        "factories_surely_inside": once(standing.how == engine.SURELY),
        "factories_undecided": once(standing.how == engine.UNDECIDED),
        "factories_declared_outside": once(standing.how == engine.OUTSIDE),
        "factories_not_permitted": once(standing.likely() & (said == NOT_PERMITTED)),
        "employees": int(np.nansum(numbers)) if np.isfinite(numbers).any() or not len(numbers) else None,
        "employees_unknown": int(np.isnan(numbers).sum()),
    }


def as_json(
    run: Run,
    found: Assessment,
    ranked: Ranked | None,
    layers: Sequence[LayerFrame],
    question: Question,
    problems: Sequence[LayerProblem],
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    told = {
        **head(SUMMARY_VERSION, run),
        "totals": totals(found, crs),
        "assumptions": {
            "ground_ha_by_size_class": dict(question.sizes),
            "usable_share": question.usable,
            "text": assumption(question),
        },
        "parks": _records(parks_table(found, ranked, question)),
        "ranking": None if ranked is None else _ranking_record(found, ranked, question),
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)


def _ranking_record(found: Assessment, ranked: Ranked, question: Question) -> dict[str, Any]:
    return {
        "activities": list(question.activities),
        "area_needed_ha": question.needed,
        "weights": {one.name: one.weight for one in ranked.criteria},
        "far_km": dict(question.far),
        "left_out": ranked.left_out,
        "parks": _records(ranking_table(found, ranked)),
        "criteria": _records(criteria_table(found, ranked)),
    }


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as plain JSON values; what is missing is null."""
    rows = []
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        rows.append({name: value.item() if hasattr(value, "item") else value for name, value in row.items()})
    return rows
