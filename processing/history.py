"""What lasts from run to run in a findings GeoPackage: recorded decisions, and the list of runs."""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .analysis.errors import LocationError
from .analysis.verdicts import EXEMPT, FAIL, UNDECIDED
from .check import CLASS_MISSING, NO_AREAS, UNCHECKED, RuleResult
from .i18n import tr
from .inputs import Factories
from .sqlite_rows import quoted

if TYPE_CHECKING:
    import pandas as pd

EXCEPTION_FIELDS = (
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("rule_id", "text"),
    ("feature_id", "text"),
    ("decision", "text"),
    ("reason", "text"),
    ("officer", "text"),
    ("decided_on", "date"),
    ("expires_on", "date"),
)
RUN_FIELDS = (
    ("run_id", "text"),
    ("started", "datetime"),
    ("finished", "datetime"),
    ("person", "text"),
    ("factories", "integer"),
    ("fails", "integer"),
    ("undecided", "integer"),
    ("no_data", "integer"),
    ("pack", "text"),
    ("pack_sha256", "text"),
    ("tool_version", "text"),
    ("working_crs", "text"),
    ("layers", "text"),
    ("settings", "text"),
    ("libraries", "text"),
)
RULE_FIELDS = (
    ("rule_id", "text"),
    ("title_en", "text"),
    ("title_km", "text"),
    ("theme", "text"),
    ("test", "text"),
    ("role", "text"),
    ("semantics", "text"),
    ("severity", "text"),
    ("pack", "text"),
    ("status", "text"),
    ("vintage", "integer"),
    ("citation", "text"),
    ("checked", "integer"),
    ("pass", "integer"),
    ("fail", "integer"),
    ("undecided", "integer"),
    ("no_data", "integer"),
    ("exempt", "integer"),
    ("not_checked", "integer"),
    ("missing", "text"),
)
_MOMENTS: Mapping[str, Callable[[str], date]] = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}
_MAGIC = b"SQLite format 3\0"
EXCEPTIONS, RUNS = "exceptions", "runs"
# In the catalogue of rules, what was missing where the features of a role were there, but none drawn as an area.
AREAS = "areas"
# The one decision that exempts; the others only record where a matter stands.
ACCEPTED = "accepted"
DECISIONS = (ACCEPTED, "rejected", "under review")


@dataclass(frozen=True)
class Decision:
    """An officer's recorded decision on one finding."""

    finding_id: str
    decision: str
    reason: str
    officer: str
    decided_on: date | None
    expires_on: date | None

    def holds(self, day: date) -> bool:
        """Return whether the decision exempts on a day; on the day of expiry it still does."""
        return self.decision == ACCEPTED and (self.expires_on is None or day <= self.expires_on)

    def __str__(self) -> str:
        known = [self.reason, self.officer, self.decided_on and self.decided_on.isoformat()]
        if self.expires_on:
            known.append(tr("until {day}").format(day=self.expires_on.isoformat()))
        return ", ".join(part for part in known if part) or tr("no reason recorded")


def earlier_rows(path: str | Path, table: str, fields: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return the rows that a findings GeoPackage holds from before, none where there is no such file or table.

    Raises
    ------
    LocationError
        If the file cannot be read: a new run would lose what it records.
    """
    import pandas as pd

    names = [name for name, _ in fields]
    none = pd.DataFrame({name: pd.Series([], dtype=object) for name in names})
    if not _is_database(Path(path)):
        return none
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as connection:
            query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            if not connection.execute(query, (table,)).fetchone():
                return none
            rows = connection.execute(" ".join(["SELECT * FROM", quoted(table)]))
            found = pd.DataFrame(rows.fetchall(), columns=[column[0] for column in rows.description], dtype=object)
    except sqlite3.DatabaseError as error:
        raise LocationError(
            "“{path}” cannot be read ({why}), and the decisions recorded in it would be lost. "
            "Move it away, or choose another name.",
            path=path,
            why=error,
        ) from error
    found = found.reindex(columns=names).astype(object)
    for name, kind in fields:
        if kind in _MOMENTS:
            found[name] = pd.Series([_moment(value, kind) for value in found[name]], dtype=object)
    return found


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _moment(value: Any, kind: str) -> date | None:
    """Return a stored date or time; what is none becomes nothing, as an older program may have written it."""
    try:
        return _MOMENTS[kind](_text(value).replace("Z", "+00:00"))
    except ValueError:
        return None


def decisions_of(rows: pd.DataFrame) -> dict[str, Decision]:
    """Return the decisions by finding; of several on one finding the latest.

    Raises
    ------
    LocationError
        If a row has a decision or a date that is not known.
    """
    out: dict[str, Decision] = {}
    for number, row in enumerate(rows.to_dict("records"), start=1):
        finding = _text(row["finding_id"])
        if not finding:
            continue
        decision = _text(row["decision"]).lower()
        if decision not in DECISIONS:
            raise LocationError(
                "Recorded decision {number} ({finding}): “{decision}” is none of: {known}.",
                number=number,
                finding=finding,
                decision=_text(row["decision"]),
                known=", ".join(DECISIONS),
            )
        days = [_day(row[name], name, number) for name in ("decided_on", "expires_on")]
        made = Decision(finding, decision, _text(row["reason"]), _text(row["officer"]), *days)
        earlier = out.get(finding)
        if earlier is None or (made.decided_on or date.min) >= (earlier.decided_on or date.min):
            out[finding] = made
    return out


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()


def _day(value: Any, name: str, number: int) -> date | None:
    text = _text(value)
    if not text:
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError as error:
        raise LocationError(
            "Recorded decision {number}: “{value}” ({field}) is no date; write it as 2026-12-31.",
            number=number,
            value=text,
            field=name,
        ) from error


def apply_decisions(
    results: Sequence[RuleResult], factories: Factories, decisions: Mapping[str, Decision], day: date
) -> list[RuleResult]:
    """Exempt what an officer has accepted, while the decision holds; only a fail or an undecided verdict changes."""
    import numpy as np

    from .findings import finding_ids, unique_ids

    holding = {finding: made for finding, made in decisions.items() if made.holds(day)}
    if not holding:
        return list(results)
    unique = unique_ids(factories.ids)
    out = []
    for result in results:
        rows = np.flatnonzero(np.isin(result.verdict, (FAIL, UNDECIDED)))
        ids = finding_ids(result, factories, rows, unique)
        excepted = [(row, holding[finding]) for row, finding in zip(rows.tolist(), ids) if finding in holding]
        if excepted:
            verdict, reason, candidates = result.verdict.copy(), result.reason.copy(), result.candidates.copy()
            for row, made in excepted:
                verdict[row], reason[row], candidates[row] = EXEMPT, "exception", str(made)
            result = replace(result, verdict=verdict, reason=reason, candidates=candidates)
        out.append(result)
    return out


def run_row(summary: Mapping[str, Any]) -> dict[str, Any]:
    """Return a run's row of the table of runs, from its summary."""
    provenance, run = summary["provenance"], summary["run"]
    verdicts = summary["counts"]["verdicts"]
    return {
        "run_id": run["id"],
        "started": datetime.fromisoformat(run["started"]),
        "finished": datetime.fromisoformat(run["finished"]),
        "person": _person(),
        "factories": summary["counts"]["factories"],
        "fails": verdicts["fail"],
        "undecided": verdicts["undecided"],
        "no_data": verdicts["no data"],
        "pack": f"{provenance['pack']['id']} {provenance['pack']['version']}",
        "pack_sha256": provenance["pack"]["sha256"],
        "tool_version": provenance["tool"]["version"],
        "working_crs": provenance["working_crs"],
        "layers": _json(provenance["layers"]),
        "settings": _json(provenance["parameters"]),
        "libraries": _json(provenance["libraries"]),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _person() -> str:
    """Return the name of the account that runs the check; some accounts of servers have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _missing(result: RuleResult) -> str | None:
    """Return what of a role was missing: classes, or `AREAS`; None where the whole role was, or nothing."""
    if (result.reason == NO_AREAS).any():
        return AREAS
    classes = result.candidates[result.reason == CLASS_MISSING]
    return str(classes[0]) if len(classes) else None


def rule_rows(results: Sequence[RuleResult]) -> pd.DataFrame:
    """Return the catalogue of the rules used, with what came out; columns of `RULE_FIELDS`."""
    import numpy as np
    import pandas as pd

    from .summary import rule_counts

    rows = []
    for result in results:
        rule, counts = result.rule, rule_counts(result)
        unchecked = np.isin(result.reason, UNCHECKED)
        rows.append(
            {
                "rule_id": rule.id,
                "title_en": rule.title.en,
                "title_km": rule.title.km or None,
                "theme": rule.theme or None,
                "test": rule.test,
                "role": result.role,
                "semantics": rule.semantics,
                "severity": rule.severity,
                "pack": f"{rule.pack_id} {rule.pack_version}",
                "status": rule.pack_status,
                "vintage": rule.pack_vintage,
                "citation": rule.citation,
                "checked": counts["checked"],
                "no_data": counts["no data"],
                **{verdict: counts[verdict] for verdict in ("pass", "fail", "undecided", "exempt")},
                "not_checked": int(unchecked.sum()),
                "missing": _missing(result),
            }
        )
    return pd.DataFrame(rows, columns=[name for name, _ in RULE_FIELDS], dtype=object)
