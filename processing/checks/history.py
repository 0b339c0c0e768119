"""What lasts from run to run in a findings GeoPackage: recorded decisions, and the list of runs."""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..analysis.verdicts import EXEMPT, FAIL, UNDECIDED
from ..i18n import tr
from ..inputs import Factories
from ..storage.apart import connect
from ..storage.sqlite_rows import quoted
from .rule_check import CLASS_MISSING, NO_AREAS, UNCHECKED, RuleResult

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
# SQLite's types of the columns that officers add; all others are kept as text.
_KINDS = {
    **dict.fromkeys(("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER"), "integer"),
    **dict.fromkeys(("FLOAT", "REAL", "DOUBLE"), "real"),
    **{kind.upper(): kind for kind in ("boolean", "date", "datetime")},
}
_TYPES = {"integer": int, "real": (int, float), "boolean": int}
_MAGIC = b"SQLite format 3\0"
EXCEPTIONS, RUNS = "exceptions", "runs"
# The reason of a finding that a decision exempts.
EXCEPTION = "exception"
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


@dataclass(frozen=True)
class Recorded:
    """The table of recorded decisions.

    Attributes
    ----------
    rows : pandas.DataFrame
        Every column of `fields`; dates as dates, decisions as one of `DECISIONS`.
    fields : sequence of (name, kind)
        `EXCEPTION_FIELDS`, and what an officer added to the table.
    """

    rows: pd.DataFrame
    fields: Sequence[tuple[str, str]] = EXCEPTION_FIELDS

    def with_others(self, others: Recorded) -> Recorded:
        """Return these decisions and then others, each row once."""
        import pandas as pd

        names = [name for name, _ in self.fields]
        both = pd.concat([self.rows, others.rows.reindex(columns=names).astype(object)], ignore_index=True)
        known = [name for name, _ in EXCEPTION_FIELDS]
        same = both[known].astype(object).where(both[known].notna(), None).duplicated(keep="first")
        return Recorded(both[~same].reset_index(drop=True), self.fields)


@dataclass(frozen=True)
class Kept:
    """What a findings file holds that outlives the run that replaces it."""

    recorded: Recorded
    runs: pd.DataFrame

    def is_as(self, other: Kept) -> bool:
        """Return whether another look at the file has found the same."""
        pairs = (self.recorded.rows, other.recorded.rows), (self.runs, other.runs)
        return self.recorded.fields == other.recorded.fields and all(
            a.astype(str).equals(b.astype(str)) for a, b in pairs
        )


def kept_in(path: str | Path) -> Kept:
    """Return what outlives a run into a file, nothing where there is none; the errors of the two it reads with."""
    return Kept(earlier_decisions(path), earlier_rows(path, RUNS, RUN_FIELDS))


def earlier_rows(path: str | Path, table: str, fields: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return the rows that a findings GeoPackage holds from before, none where there is no such file or table.

    Raises
    ------
    LocationError
        If the file cannot be read: a new run would lose what it records.
    """
    found = _stored(path, table, fields)[0]
    for name, kind in fields:
        if kind in _MOMENTS:
            found[name] = plain_column(_moment(value, kind) for value in found[name])
    return found


def earlier_decisions(path: str | Path) -> Recorded:
    """Return the decisions recorded in a findings GeoPackage, with the columns that officers added to the table.

    Raises
    ------
    LocationError
        If the file cannot be read, or a row has a decision or a date that is not known.
    """
    rows, fields = _stored(path, EXCEPTIONS, EXCEPTION_FIELDS)
    return checked_decisions(rows, f"{Path(path).name}|{EXCEPTIONS}", fields)


def _stored(
    path: str | Path, table: str, fields: Sequence[tuple[str, str]]
) -> tuple[pd.DataFrame, Sequence[tuple[str, str]]]:
    """Return the rows of a table as they are stored, with these fields and then the others that it has."""
    import pandas as pd

    names = [name for name, _ in fields]
    if not _is_database(Path(path)):
        return pd.DataFrame(columns=names, dtype=object), fields
    try:
        with closing(connect(path)) as connection:
            columns = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,)).fetchall()
            if names[0] not in [name for name, *_ in columns]:  # none, or somebody else's of that name
                return pd.DataFrame(columns=names, dtype=object), fields
            rows = connection.execute(" ".join(["SELECT * FROM", quoted(table)]))
            found = pd.DataFrame(rows.fetchall(), columns=[column[0] for column in rows.description], dtype=object)
    except sqlite3.DatabaseError as error:
        raise LocationError(
            "“{path}” cannot be read ({why}), and the decisions recorded in it would be lost. "
            "Move it away, or choose another name.",
            path=path,
            why=error,
        ) from error
    if table == EXCEPTIONS:
        fields = [*fields]
        for name, stored_as, key in columns:
            if name not in names and not key:
                found[name], kind = _added_column(found[name].tolist(), _KINDS.get(stored_as.upper(), "text"))
                fields.append((name, kind))
    return found.reindex(columns=[name for name, _ in fields]).astype(object), fields


def _added_column(values: list[Any], kind: str) -> tuple[pd.Series, str]:
    """Return a column that officers added, and its kind: text where a value is none of the kind that it should be.

    SQLite lets anything into a column of any type, and nothing that was typed is to be lost.
    """
    try:
        return plain_column(None if value is None else _of_kind(value, kind) for value in values), kind
    except ValueError:
        return plain_column(values), "text"


def _of_kind(value: Any, kind: str) -> Any:
    """Return a stored value as the plain Python value of a kind; raise `ValueError` where it is none."""
    if kind in _MOMENTS:
        return _MOMENTS[kind](_text(value).replace("Z", "+00:00"))
    if not isinstance(value, _TYPES.get(kind, object)) or (kind == "boolean" and value not in (0, 1)):
        raise ValueError(value)
    return bool(value) if kind == "boolean" else value


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def plain_column(values: Iterable[Any]) -> pd.Series:
    """Return a column of plain Python values, which pandas is not to make times of its own of."""
    import pandas as pd

    return pd.Series(list(values), dtype=object)


def _moment(value: Any, kind: str) -> date | None:
    """Return a stored date or time; what is none becomes nothing, as an older program may have written it."""
    try:
        return _MOMENTS[kind](_text(value).replace("Z", "+00:00"))
    except ValueError:
        return None


def checked_decisions(rows: pd.DataFrame, table: str, fields: Sequence[tuple[str, str]] = EXCEPTION_FIELDS) -> Recorded:
    """Return the decisions of a table, its empty rows left out.

    Parameters
    ----------
    rows : pandas.DataFrame
        Columns of `fields`; dates as dates or as text.
    table : str
        What a complaint calls it.

    Raises
    ------
    LocationError
        If a row names no finding, or has a decision or a date that is not known.
    """
    import pandas as pd

    kept = []
    for number, row in enumerate(rows.to_dict("records"), start=1):
        if not any(_text(row[name]) for name in ("finding_id", "decision", "reason", "officer")):
            continue
        if not _text(row["finding_id"]):
            raise LocationError(
                "Recorded decisions “{table}”, row {number}: it has no finding_id. Copy that of the finding it is on.",
                table=table,
                number=number,
            )
        row["finding_id"] = _text(row["finding_id"])
        row["decision"] = _decision(row, table, number)
        for name in ("decided_on", "expires_on"):
            row[name] = _day(row, name, table, number)
        kept.append(row)
    return Recorded(pd.DataFrame(kept, columns=[name for name, _ in fields], dtype=object), fields)


def _decision(row: Mapping[str, Any], table: str, number: int) -> str:
    decision = _text(row["decision"]).lower()
    if decision not in DECISIONS:
        raise LocationError(
            "Recorded decisions “{table}”, row {number} (finding {finding}): “{decision}” is none of: {known}.",
            table=table,
            number=number,
            finding=row["finding_id"],
            decision=_text(row["decision"]),
            known=", ".join(DECISIONS),
        )
    return decision


def decisions_of(recorded: Recorded) -> dict[str, Decision]:
    """Return the decisions by finding; of several on one finding the latest.

    One without a day counts as later than the rows above it: nobody records what has been overtaken. It is then of the
    latest of their days at least, so that an older one of another table, which comes below it, does not overtake it.
    """
    out: dict[str, Decision] = {}
    latest: dict[str, date] = {}
    for row in recorded.rows.to_dict("records"):
        texts = [_text(row[name]) for name in ("finding_id", "decision", "reason", "officer")]
        made = Decision(*texts, row["decided_on"] or None, row["expires_on"] or None)
        before = latest.get(made.finding_id)
        if before is None or made.decided_on is None or made.decided_on >= before:
            out[made.finding_id] = made
            if made.decided_on is not None:
                latest[made.finding_id] = made.decided_on
    return out


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()


def _day(row: Mapping[str, Any], name: str, table: str, number: int) -> date | None:
    value, text = row[name], _text(row[name])
    if not text:
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError as error:
        raise LocationError(
            "Recorded decisions “{table}”, row {number} (finding {finding}): “{value}” ({field}) is no date; "
            "write it as 2026-12-31.",
            table=table,
            number=number,
            finding=row["finding_id"],
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
    unique = unique_ids(factories.ids, factories.layer.frame.index.to_numpy())
    out = []
    for result in results:
        rows = np.flatnonzero(np.isin(result.verdict, (FAIL, UNDECIDED)))
        ids = finding_ids(result, factories, rows, unique)
        excepted = [(row, holding[finding]) for row, finding in zip(rows.tolist(), ids) if finding in holding]
        if excepted:
            verdict, reason, candidates = result.verdict.copy(), result.reason.copy(), result.candidates.copy()
            for row, made in excepted:
                otherwise = tr("otherwise {verdict} ({reason})").format(verdict=verdict[row], reason=reason[row])
                verdict[row], reason[row], candidates[row] = EXEMPT, EXCEPTION, f"{made}; {otherwise}"
            result = replace(result, verdict=verdict, reason=reason, candidates=candidates)
        out.append(result)
    return out


def without_finding(
    decided: Iterable[str], listed: Iterable[str], results: Sequence[RuleResult], factories: Factories
) -> list[str]:
    """Return the findings among those decided on that a check has not, neither listed nor as a plain pass."""
    import numpy as np

    from .findings import finding_ids, unique_ids

    decided = list(decided)
    left = set(decided) - set(listed)
    unique = unique_ids(factories.ids, factories.layer.frame.index.to_numpy()) if left else factories.ids
    for result in results if left else ():
        rows = np.flatnonzero(result.verdict != None)  # noqa: E711  (element by element on an object array)
        left.difference_update(finding_ids(result, factories, rows, unique).tolist())
    return [finding for finding in decided if finding in left]


def run_row(summary: Mapping[str, Any]) -> dict[str, Any]:
    """Return a run's row of the table of runs, from its summary."""
    provenance, run = summary["provenance"], summary["run"]
    verdicts = summary["counts"]["verdicts"]
    return {
        "run_id": run["id"],
        "started": datetime.fromisoformat(run["started"]),
        "finished": datetime.fromisoformat(run["finished"]),
        "person": person(),
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


def person() -> str:
    """Return the name of the account that runs this; some accounts of servers have none."""
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
                "citation": rule.citation.en,
                "checked": counts["checked"],
                "no_data": counts["no data"],
                **{verdict: counts[verdict] for verdict in ("pass", "fail", "undecided", "exempt")},
                "not_checked": int(unchecked.sum()),
                "missing": _missing(result),
            }
        )
    return pd.DataFrame(rows, columns=[name for name, _ in RULE_FIELDS], dtype=object)
