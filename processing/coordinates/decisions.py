"""What people have decided on the proposals of an earlier result, kept where the same place is proposed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from ..decisions import decision, written
from ..storage.apart import connect
from ..storage.geopackage import tables_in

if TYPE_CHECKING:
    import pandas as pd

PROPOSALS = "proposals"
DECISION_FIELDS = ("accepted", "decided_by", "decided_on", "note")
# A tenth of a metre: another version of PROJ gives the same place not to the last digit.
_SAME_DEG = 1e-6

# By finding: the proposed places, in degrees or None, with what was decided.
Decided = dict[str, list[tuple[Any, Any, tuple[Any, ...]]]]


def decisions_in(path: str, marks: Sequence[str]) -> Decided:
    """Return what people have written beside the proposals of an earlier result; nothing where there is none.

    Parameters
    ----------
    path : str
    marks : sequence of str
        The tables by which a result is known.

    Raises
    ------
    LocationError
        If a decision is neither yes nor no.
    """
    if not {*marks} <= {*tables_in(path)}:
        return {}
    query = (
        "SELECT finding_id, proposal_id, rowid, new_lon, new_lat, accepted, decided_by, decided_on, note FROM proposals"
    )
    try:
        with closing(connect(path)) as connection:
            rows = connection.execute(query).fetchall()
    except sqlite3.Error:  # another program's tables of these names
        return {}
    found: Decided = {}
    for finding, proposal, number, lon, lat, accepted, by, on, note in rows:
        decided = written(decision(accepted, PROPOSALS, number, "accepted", proposal))
        values = (decided, by or None, _day(on), note or None)
        if any(value is not None for value in values):
            found.setdefault(finding, []).append((lon, lat, values))
    return found


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def with_decisions(proposals: pd.DataFrame, decided: Decided) -> tuple[pd.DataFrame, int]:
    """Return proposals with what was decided on the same place for the same finding, and the number of decisions."""
    columns: Mapping[str, list[Any]] = {name: proposals[name].tolist() for name in DECISION_FIELDS}
    places = proposals[["finding_id", "new_lon", "new_lat"]].itertuples(index=False)
    kept = 0
    for row, (finding, lon, lat) in enumerate(places):
        values = next((v for x, y, v in decided.get(finding, ()) if _same(x, lon) and _same(y, lat)), None)
        if values is not None:
            kept += 1
            for name, value in zip(DECISION_FIELDS, values):
                columns[name][row] = value
    return proposals.assign(**columns), kept


def _same(before: Any, now: float) -> bool:
    if before is None or now != now:
        return before is None and now != now
    return abs(float(before) - now) <= _SAME_DEG
