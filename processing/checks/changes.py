"""The tables of `compare_runs`: what changed, in the words of both checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..analysis import comparison as cmp
from ..analysis.errors import LocationError
from ..i18n import tr
from ..paths import STYLES
from ..provenance import checksum, summary_text, tool_record
from ..storage.geopackage import Table
from .findings_file import FindingsFile, moved
from .history import plain_column
from .rule_check import UNCHECKED

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

CHANGE_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("change", "text"),
    ("rule_id", "text"),
    ("rule_title", "text"),
    ("verdict_before", "text"),
    ("verdict_after", "text"),
    ("message_before", "text"),
    ("message_after", "text"),
    ("reason_before", "text"),
    ("reason_after", "text"),
    ("severity", "text"),
    ("measured_before_m", "real"),
    ("measured_after_m", "real"),
    ("feature_before", "text"),
    ("feature_after", "text"),
    ("vintage_before", "text"),
    ("vintage_after", "text"),
    ("province_code", "text"),
    ("finding_id", "text"),
)
FACTORY_CHANGE_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("factory_name_km", "text"),
    ("change", "text"),
    ("verdict_before", "text"),
    ("verdict_after", "text"),
    ("why_before", "text"),
    ("why_after", "text"),
    ("new", "integer"),
    ("resolved", "integer"),
    ("changed", "integer"),
    ("moved_m", "real"),
    ("province_code", "text"),
)
COUNT_FIELDS = (("rule_id", "text"), ("rule_title", "text"), ("change", "text"), ("findings", "integer"))
SUMMARY_VERSION = 1


class Comparison:
    """Two findings files, compared; the rows of the tables are in the order of their urgency."""

    def __init__(self, before: FindingsFile, after: FindingsFile) -> None:
        self.before, self.after = before, after
        runs = before.run(after.crs), after.run(after.crs)
        self.changes = cmp.compare_findings(*runs, UNCHECKED)
        self.factories = cmp.compare_factories(*runs, self.changes, UNCHECKED)
        self.counts = cmp.count_changes(self.changes)
        self._points = {
            "before": (moved(before.finding_points, before.crs, after.crs), before.findings["finding_id"]),
            "after": (after.finding_points, after.findings["finding_id"]),
        }

    @property
    def by_change(self) -> dict[str, int]:
        """How many findings each change has; all kinds of change are there."""
        counts = self.changes["change"].value_counts()
        return {change: int(counts.get(change, 0)) for change in cmp.CHANGES}

    @property
    def by_factory_change(self) -> dict[str, int]:
        """How many factories each change has; all kinds of change are there."""
        counts = self.factories["change"].value_counts()
        return {change: int(counts.get(change, 0)) for change in cmp.FACTORY_CHANGES}

    def titles(self) -> dict[str, str]:
        """Return the title of each rule of both files, the later one first."""
        out: dict[str, str] = {}
        for file in (self.after, self.before):
            for found in file.findings.drop_duplicates("rule_id").to_dict("records"):
                out.setdefault(found["rule_id"], found.get("rule_title") or "")
            for rule in file.rules.to_dict("records"):
                out.setdefault(rule["rule_id"], rule.get("title_en") or "")
        return out

    def tables(self, *, unchanged: bool) -> list[Table]:
        """Return the tables to write; `unchanged` also lists the findings that are as they were."""
        about = tr("Compared: {before} with {after}.").format(before=self.before.path.name, after=self.after.path.name)
        rows = self.changes if unchanged else self.changes[self.changes["change"] != cmp.UNCHANGED]
        rows = rows.reset_index(drop=True)
        found, points = self._change_rows(rows)
        factories, places = self._factory_rows()
        crs = self.after.crs
        counts = self.counts.assign(rule_title=self.counts["rule_id"].map(self.titles()))
        return [
            Table("changes", CHANGE_FIELDS, found, points, "Point", crs, about, STYLES / "changes.qml"),
            Table(
                "factory_changes", FACTORY_CHANGE_FIELDS, factories, places, "Point", crs, about,
                STYLES / "factory_changes.qml",
            ),
            Table("summary", COUNT_FIELDS, counts, description=about),
        ]  # fmt: skip

    def _change_rows(self, rows: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
        import pandas as pd

        out = {
            "change": rows["change"],
            "factory_id": rows["factory_id"],
            "rule_id": rows["rule_id"],
            "rule_title": rows["rule_id"].map(self.titles()),
        }
        for name in ("factory_name", "severity", "province_code", "finding_id"):
            out[name] = _either(rows, name)
        for name, column in (("measured", "measured_m"), ("feature", "feature_name"), ("vintage", "layer_vintage")):
            unit = "_m" if name == "measured" else ""
            for when in ("before", "after"):
                out[f"{name}_{when}{unit}"] = rows.get(f"{column}_{when}", plain_column([None] * len(rows)))
        for name in ("verdict", "reason", "message"):
            for when in ("before", "after"):
                out[f"{name}_{when}"] = rows[f"{name}_{when}"]
        for when, gone in (("before", _told_before()), ("after", _told_after())):
            told = rows["change"].map(gone)
            out[f"message_{when}"] = out[f"message_{when}"].where(out[f"message_{when}"].notna(), told)
        frame = pd.DataFrame(out, columns=[name for name, _ in CHANGE_FIELDS])
        return frame.astype(object).where(frame.notna(), None), self._places(rows)

    def _places(self, rows: pd.DataFrame) -> np.ndarray:
        """Return where each finding is: after, or before where it is no more."""
        import numpy as np

        out = np.full(len(rows), None, dtype=object)
        for when in ("before", "after"):
            points, ids = self._points[when]
            where = dict(zip(ids, points))
            for row, finding in enumerate(rows[f"finding_id_{when}"]):
                out[row] = where.get(finding, out[row])
        return out

    def _factory_rows(self) -> tuple[pd.DataFrame, np.ndarray]:
        import numpy as np
        import pandas as pd
        import shapely

        rows = self.factories
        out = {name: rows[name] for name in ("factory_id", "change", "new", "resolved", "changed")}
        out["moved_m"] = rows["moved_m"].round(2)
        for name in ("factory_name", "factory_name_km", "province_code"):
            out[name] = _either(rows, name)
        for name in ("verdict", "why"):
            for when in ("before", "after"):
                out[f"{name}_{when}"] = rows.get(f"{name}_{when}", plain_column([None] * len(rows)))
        xy = np.column_stack([_either(rows, "x").astype("float64"), _either(rows, "y").astype("float64")])
        places = np.full(len(rows), None, dtype=object)
        there = np.isfinite(xy).all(axis=1)
        places[there] = shapely.points(xy[there])
        frame = pd.DataFrame(out, columns=[name for name, _ in FACTORY_CHANGE_FIELDS])
        return frame.astype(object).where(frame.notna(), None), places

    def as_json(self) -> str:
        """Return counts and provenance as the text of the JSON summary."""
        titles = self.titles()
        rules: dict[str, Any] = {}
        for row in self.counts.to_dict("records"):
            rule = rules.setdefault(row["rule_id"], {"title": titles[row["rule_id"]], "changes": {}})
            rule["changes"][row["change"]] = int(row["findings"])
        told = {
            "summary_version": SUMMARY_VERSION,
            "tool": tool_record(),
            "before": _origin(self.before),
            "after": _origin(self.after),
            "counts": {"findings": self.by_change, "factories": self.by_factory_change, "rules": rules},
        }
        return summary_text(told)


def _either(rows: pd.DataFrame, name: str) -> pd.Series:
    """Return a column of the later check, of the earlier one where the later has nothing."""
    nothing = plain_column([None] * len(rows))
    now, was = (rows.get(f"{name}_{when}", nothing).astype(object) for when in ("after", "before"))
    return now.where(now.notna(), was)


def _told_before() -> Mapping[str, str]:
    """Return what stands for the message of a finding that the earlier check does not list."""
    return {
        cmp.NEW: tr("Passed, or the rule was not about the factory."),
        cmp.FACTORY_ADDED: tr("The factory was not in the register."),
        cmp.RULE_ADDED: tr("The rule was not in the pack."),
        cmp.NOW_CHECKED: tr("The rule was not checked: its layer was missing."),
    }


def _told_after() -> Mapping[str, str]:
    """Return what stands for the message of a finding that the later check does not list."""
    return {
        cmp.RESOLVED: tr("Passes, or the rule is not about the factory."),
        cmp.FACTORY_REMOVED: tr("The factory is no longer in the register."),
        cmp.RULE_REMOVED: tr("The rule is no longer in the pack."),
        cmp.NOT_CHECKED: tr("The rule was not checked: its layer is missing."),
    }


def _origin(file: FindingsFile) -> dict[str, Any]:
    run = file.last_run
    told = {name: run.get(name) for name in ("run_id", "started", "pack", "pack_sha256", "tool_version")}
    return {"file": file.path.name, "sha256": checksum(str(file.path)), "factories": len(file.factories), **told}


def doubts(before: FindingsFile, after: FindingsFile) -> list[str]:
    """Return what makes a comparison doubtful, as sentences."""
    said = []
    if set(before.packs) != set(after.packs):
        said.append(
            tr("The checks used different rule packs ({before}; {after}): rules count as the same by their id.").format(
                before=", ".join(before.packs) or "?", after=", ".join(after.packs) or "?"
            )
        )
    started = before.last_run.get("started") or "", after.last_run.get("started") or ""
    if all(started) and started[0] > started[1]:
        said.append(tr("BEFORE is the later of the two checks ({before}, {after}): are they interchanged?").format(
            before=started[0][:16], after=started[1][:16]
        ))  # fmt: skip
    said += _doubts_of_ids(before, after)
    for file in (before, after):
        if not file.has_rules:
            said.append(
                tr(
                    "“{path}” does not say which rules were used (it is of version 0.1): "
                    "a rule without findings counts as not in its pack."
                ).format(path=file.path.name)
            )
    differing = _differing(before.settings, after.settings)
    if differing:
        said.append(tr("The checks had different settings: {settings}.").format(settings=", ".join(differing)))
    return said


def refuse_strangers(before: FindingsFile, after: FindingsFile) -> None:
    """Raise `LocationError` where two files have no factory in common: everything would be removed and added."""
    if (
        len(before.factories)
        and len(after.factories)
        and not after.factories["factory_id"].isin(before.factories["factory_id"]).any()
    ):
        raise LocationError(
            "No factory id is in both files (“{before}” in the one, “{after}” in the other): the checks were of other "
            "registers, or used another id field. Check again with the same FACTORY_ID_FIELD.",
            before=before.factories["factory_id"].iloc[0],
            after=after.factories["factory_id"].iloc[0],
        )


def _doubts_of_ids(before: FindingsFile, after: FindingsFile) -> list[str]:
    said = []
    ids = [set(file.factories["factory_id"]) for file in (before, after)]
    common, fewer = len(ids[0] & ids[1]), min(map(len, ids))
    if common * 2 < fewer:
        said.append(
            tr(
                "Only {common} factory ids are in both files, of {before} and {after}: was the id field the same?"
            ).format(common=common, before=len(ids[0]), after=len(ids[1]))
        )
    for file in (before, after):
        repeated = int(file.factories["factory_id"].duplicated().sum())
        if repeated:
            said.append(
                tr("“{path}”: factories that share their id with another: {count}; which is which is a guess.").format(
                    path=file.path.name, count=repeated
                )
            )
    return said


def _differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the settings that shape verdicts and that are not alike."""
    shaping = ("DEFAULT_ACCURACY", "POLYGON_RULE")
    return [
        f"{name} {one[name]} / {other[name]}"
        for name in shaping
        if name in one and name in other and one[name] != other[name]
    ]


def report(counts: Mapping[str, int], factories: Mapping[str, int]) -> Sequence[str]:
    """Return the counts as sentences."""
    return [
        tr("Findings: {new} new, {resolved} resolved, {changed} changed, {unchanged} unchanged.").format(
            new=counts[cmp.NEW],
            resolved=counts[cmp.RESOLVED],
            changed=counts[cmp.CHANGED],
            unchanged=counts[cmp.UNCHANGED],
        ),
        tr(
            "With the same verdict, but another boundary, feature or vintage: {boundary}; because the factory's "
            "coordinate moved: {location}."
        ).format(boundary=counts[cmp.BOUNDARY], location=counts[cmp.LOCATION]),
        tr(
            "In one check only: factory added {factory_added}, factory removed {factory_removed}, rule added "
            "{rule_added}, rule removed {rule_removed}, now checked {now_checked}, no longer checked {not_checked}."
        ).format(
            factory_added=counts[cmp.FACTORY_ADDED],
            factory_removed=counts[cmp.FACTORY_REMOVED],
            rule_added=counts[cmp.RULE_ADDED],
            rule_removed=counts[cmp.RULE_REMOVED],
            now_checked=counts[cmp.NOW_CHECKED],
            not_checked=counts[cmp.NOT_CHECKED],
        ),
        tr(
            "Factories: {worse} worse, {better} better, {same} the same, {added} added, {removed} removed, "
            "{uncompared} not comparable."
        ).format(
            worse=factories[cmp.WORSE],
            better=factories[cmp.BETTER],
            same=factories[cmp.SAME],
            added=factories[cmp.ADDED],
            removed=factories[cmp.REMOVED],
            uncompared=factories[cmp.UNCOMPARED],
        ),
    ]
