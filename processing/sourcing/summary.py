"""What a run found, in sentences for the log and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..analysis.sourcing import ASKED_MOST, LEAST_TRANSPORT, NEAREST_FIRST
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..provenance import Run, checksum, head, summary_text, tail
from .ask import METHODS, Answer, Question
from .links import Links
from .products import BY_CODE
from .sides import Parties
from .tables import DEMANDED_BY_NOBODY, MADE_BY_NOBODY, Tables

if TYPE_CHECKING:
    import pandas as pd

SUMMARY_VERSION = 1
# Products that the log names one by one.
_NAMED = 5
# The first division of ISIC that is manufacturing.
_FIRST_MADE = "10"


def report(parties: Parties, answer: Answer, question: Question, tables: Tables) -> list[str]:
    """Return sentences for the log."""
    import numpy as np

    out = [
        tr(
            "Suppliers and what they make: {supply} products at {suppliers} places; demand: {demand} products of "
            "{buyers} buyers."
        ).format(
            supply=f"{len(parties.supply):,}",
            suppliers=f"{len(np.unique(parties.supply.place)):,}",
            demand=f"{len(parties.demand):,}",
            buyers=f"{len(np.unique(parties.demand.place)):,}",
        )
    ]
    if parties.idle:
        named = "; ".join(f"{status}: {count:,}" for status, count in sorted(parties.idle.items()))
        out.append(tr("Take no part: {statuses}. (STATUS_FIELD, STILL_TO_COME)").format(statuses=named))
    if parties.without_demand:
        told = tr("Buyers of which nothing is known to be demanded: {count}.")
        out.append(told.format(count=f"{parties.without_demand:,}"))
    if parties.unlinked:
        told = tr("Activities of which the table of links says nothing: {activities}.")
        most = sorted(parties.unlinked.items(), key=lambda item: (-item[1], item[0]))
        named = ", ".join(f"{activity} ({count:,})" for activity, count in most[: 2 * _NAMED])
        out.append(told.format(activities=named + (", …" if len(most) > 2 * _NAMED else "")))
    matched = len(np.unique(answer.matches.row))
    out.append(
        tr(
            "Somebody within {limit} m could supply {matched} of {demand} demands; pairs listed: {pairs}. A pair says "
            "“could supply”, never “does supply”."
        ).format(
            limit=f"{question.limit:,.0f}",
            matched=f"{matched:,}",
            demand=f"{len(parties.demand):,}",
            pairs=f"{len(answer.matches):,}",
        )
    )
    out += _shared(answer, question, tables)
    for reason, count in Counter(answer.unmet.reason.tolist()).most_common():
        out.append(tr("Unmet: {reason}: {count}.").format(reason=reason, count=f"{count:,}"))
    by_product = tables.by_product
    for verdict, sentence in (
        (
            MADE_BY_NOBODY,
            tr("Demanded, and made by nobody in these layers (candidates for import substitution): {products}."),
        ),
        (DEMANDED_BY_NOBODY, tr("Made, and demanded by nobody in these layers: {products}.")),
    ):
        named = _named(by_product[by_product["verdict"] == verdict], verdict)
        if named:
            out.append(sentence.format(products=named))
    nobody = by_product[by_product["verdict"] == MADE_BY_NOBODY]
    if question.by == BY_CODE and any(product < _FIRST_MADE for product in nobody["product"]):
        out.append(
            tr(
                "Some of these are crops, animals, fish, wood or minerals, which stand in no register of factories: "
                "give the ground that yields them as raw materials (MATERIALS)."
            )
        )
    if answer.unsure:
        out.append(
            tr(
                "By road: for {count} the {most} nearest in a straight line were asked and too few could be reached: a "
                "farther one may be in reach. Connect the roads better (ROAD_GAP, ROAD_CROSSINGS) to be sure."
            ).format(count=f"{answer.unsure:,}", most=ASKED_MOST)
        )
    return out


def warnings(answer: Answer, question: Question, links: Links | None, tables: Tables) -> list[str]:
    """Return a sentence where amounts were asked for, and none of the buyers' is known."""
    if answer.shares is None or _some_known(tables.parties):
        return []
    if links is not None and all(link.coefficient is None for link in links.rows):
        return [
            tr(
                "Nothing was shared out: the table of links “{file}” has no coefficients, so it is not known how much "
                "the buyers demand; their number is counted. Give a table with coefficients (LINKS), or fields that "
                "say what is demanded (DEMAND_FIELDS) with the amounts of it (DEMAND_AMOUNT_FIELD)."
            ).format(file=links.path.name)
        ]
    return [
        tr(
            "Nothing was shared out: of no buyer it is known how much it demands; their number is counted. Fill in the "
            "amount field of the buyers (DEMAND_AMOUNT_FIELD)"
        )
        + (tr(", and the coefficients of the links in use (LINKS)") if links is not None else "")
        + "."
    ]


def _some_known(parties: Parties) -> bool:
    """Return whether the amount of some demand is known, or there is no demand: then it is 0."""
    import numpy as np

    return not np.isnan(parties.demand.amount).all() or not len(parties.demand)


def _named(products: pd.DataFrame, verdict: str) -> str:
    """Return the products that most ask for or make, with how many do."""
    column = "buyers" if verdict == MADE_BY_NOBODY else "suppliers"
    most = products.sort_values([column, "product"], ascending=[False, True])
    told = [
        f"{row.product} {row.product_title or ''}".strip() + f" ({getattr(row, column):,})"
        if row.product != row.product_title
        else f"{row.product} ({getattr(row, column):,})"
        for row in most.head(_NAMED).itertuples()
    ]
    more = len(most) - _NAMED
    return "; ".join(told) + (tr("; and {count} more").format(count=more) if more > 0 else "")


def _shared(answer: Answer, question: Question, tables: Tables) -> list[str]:
    """Return how amounts were shared out; nothing where no demand is known, of which `warnings` tells."""
    sums = tables.by_product
    if answer.shares is None or not _some_known(tables.parties):
        return []
    out = [
        tr("Shared out: {met} of {demand}{unit}; unmet: {unmet}.").format(
            met=_plain(sums["met"].sum()),
            demand=_plain(sums["demand"].sum()),
            unit=f" {question.unit}" if question.unit else "",
            unmet=_plain(sums["unmet"].sum()),
        ),
        tr("Considered were the {count} nearest suppliers of each product and buyer.").format(
            count=question.candidates
        ),
    ]
    used = set(answer.shares.method.tolist())
    if LEAST_TRANSPORT in used:
        out.append(
            tr(
                "Least unmet demand first, then least transport (amount × distance): solved exactly for pairs: {count}."
            ).format(count=f"{int((answer.shares.method == LEAST_TRANSPORT).sum()):,}")
        )
    if NEAREST_FIRST in used and question.nearest_first:
        out.append(tr("Shared out nearest first, as asked for."))
    elif NEAREST_FIRST in used:
        out.append(
            tr(
                "Up to {largest} pairs hang together, more than the {most} (EXACT_UP_TO) up to which the least "
                "transport is looked for: the larger sets were shared out nearest first."
            ).format(largest=f"{answer.shares.largest:,}", most=f"{question.largest:,}")
        )
    return out


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def as_json(
    run: Run,
    parties: Parties,
    answer: Answer,
    question: Question,
    tables: Tables,
    layers: Sequence[LayerFrame],
    links: Links | None,
    problems: Sequence[LayerProblem],
    crs: str,
    parameters: Mapping[str, Any],
) -> str:
    """Return the text of the JSON summary."""
    import numpy as np

    by_product = tables.by_product
    matched = len(np.unique(answer.matches.row))
    told = {
        **head(SUMMARY_VERSION, run),
        "meaning": "A match is “could supply”, never “does supply”.",
        "places": len(parties.places),
        "take_no_part": dict(sorted(parties.idle.items())),
        "without_location": sum(shape is None for shape in parties.places.geometries),
        "supply": len(parties.supply),
        "demand": len(parties.demand),
        "demand_with_supplier": matched,
        "pairs": len(answer.matches),
        "buyers_without_known_demand": parties.without_demand,
        "suppliers_without_known_product": parties.without_products,
        "activities_without_links": dict(sorted(parties.unlinked.items())),
        "unmet": dict(sorted(Counter(answer.unmet.reason.tolist()).items())),
        "unused": dict(sorted(Counter(answer.unused.reason.tolist()).items())),
        "made_by_nobody": _codes(by_product, MADE_BY_NOBODY),
        "demanded_by_nobody": _codes(by_product, DEMANDED_BY_NOBODY),
        "amounts": _amounts(answer, question, by_product, known=_some_known(parties)),
        "not_sure_by_road": answer.unsure,
        "links": None
        if links is None
        else {"file": links.path.name, "rows": len(links.rows), "sha256": checksum(str(links.path))},
        "compared_by": "ISIC codes" if question.by == BY_CODE else "product names",
        **tail(layers, crs, problems, parameters),
    }
    return summary_text(told)


def _codes(by_product: pd.DataFrame, verdict: str) -> list[dict[str, Any]]:
    some = by_product[by_product["verdict"] == verdict].sort_values("product")
    return [
        {
            "product": row.product,
            "title": row.product_title,
            "buyers": int(row.buyers),
            "suppliers": int(row.suppliers),
        }
        for row in some.itertuples()
    ]


def _amounts(answer: Answer, question: Question, by_product: pd.DataFrame, *, known: bool) -> dict[str, Any] | None:
    if answer.shares is None:
        return None
    methods = Counter(answer.shares.method.tolist())
    return {
        "unit": question.unit or None,
        "demand": round(float(by_product["demand"].sum()), 6) if known else None,
        "met": round(float(by_product["met"].sum()), 6) if known else None,
        "unmet": round(float(by_product["unmet"].sum()), 6) if known else None,
        "suppliers_considered_of_each": question.candidates,
        "pairs_by_method": {METHODS[number]: count for number, count in sorted(methods.items())},
        "largest_set_of_pairs": answer.shares.largest,
        "least_transport_up_to_pairs": question.largest,
    }
