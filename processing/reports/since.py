"""What changed since an earlier check, as a report says it: counts by rule and province, and the new violations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..gazetteer import province_names

if TYPE_CHECKING:
    import pandas as pd

    from ..checks.changes import Comparison
    from ..checks.findings_file import FindingsFile


@dataclass(frozen=True)
class Counted:
    """A row of a table: what it is about, and a number for each column."""

    title: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Violation:
    """A violation that the earlier check did not have; `measured_m` is None where no distance decides."""

    factory: str
    province: str
    rule: str
    measured_m: float | None


@dataclass(frozen=True)
class Since:
    """What changed between two checks.

    Attributes
    ----------
    before, after : date or None
        When the checks were made.
    rules : tuple of Counted
        Findings that are new, resolved, changed, and of factories added; of every rule with any of them.
    factories : Counted
        Factories that are worse, better, added and removed.
    provinces : tuple of Counted
        The same by province, of every province with any of them; most that are worse first.
    violations : tuple of Violation
        Worst first: by how many metres the rule is broken; those without a distance last.
    """

    before: date | None
    after: date | None
    rules: tuple[Counted, ...]
    factories: Counted
    provinces: tuple[Counted, ...]
    violations: tuple[Violation, ...]


def read_since(earlier: str, findings: str, label: str, language: str) -> Since:
    """Return what changed between two findings GeoPackages.

    Parameters
    ----------
    earlier, findings : str
        Paths.
    label : str
        What the person calls the earlier one.
    language : str
        ``en`` or ``km``: of rules, provinces and factories.

    Raises
    ------
    LocationError
        If the earlier one is no findings file, or was of another register or by other rules.
    """
    from ..checks.changes import Comparison, refuse_strangers
    from ..checks.findings_file import check_findings_file, read_findings

    check_findings_file(earlier, label)
    before, after = read_findings(earlier), read_findings(findings)
    refuse_strangers(before, after)
    _refuse_other_rules(before, after)
    return since(Comparison(before, after), language)


def since(comparison: Comparison, language: str) -> Since:
    """Return what a comparison says, in a language."""
    from ..analysis import comparison as cmp

    khmer = language == "km"
    titles = _rule_titles(comparison, khmer)
    provinces = {code: names[khmer] or names[0] for code, names in province_names().items()}
    kinds = (cmp.NEW, cmp.RESOLVED, cmp.CHANGED, cmp.FACTORY_ADDED)
    fates = (cmp.WORSE, cmp.BETTER, cmp.ADDED, cmp.REMOVED)
    by_rule = _crossed(comparison.changes["rule_id"], comparison.changes["change"], kinds)
    factories = comparison.factories
    by_province = _crossed(_either(factories, "province_code").fillna(""), factories["change"], fates)
    placed = [Counted(provinces.get(code, code), counts) for code, counts in by_province.items()]
    return Since(
        before=_day(comparison.before),
        after=_day(comparison.after),
        rules=tuple(Counted(titles.get(rule) or rule, counts) for rule, counts in sorted(by_rule.items())),
        factories=Counted("", tuple(comparison.by_factory_change[fate] for fate in fates)),
        provinces=tuple(sorted(placed, key=lambda one: ([-count for count in one.counts], one.title))),
        violations=_violations(comparison, titles, provinces, khmer),
    )


def _violations(
    comparison: Comparison, titles: dict[str, str], provinces: dict[str, str], khmer: bool
) -> tuple[Violation, ...]:
    import pandas as pd

    from ..analysis import comparison as cmp
    from ..analysis.verdicts import FAIL
    from ..rules.pack import SEVERITY

    rows = comparison.changes
    became = (rows["change"] == cmp.CHANGED) & (rows["verdict_before"] != FAIL)
    fresh = rows["change"].isin([cmp.NEW, cmp.FACTORY_ADDED]) | became
    broken = (rows["verdict_after"] == FAIL) & (rows["severity_after"] == SEVERITY["prohibit"])
    rows = rows[fresh & broken]
    if "margin_m_after" in rows:  # below zero where a rule is broken
        margin = pd.to_numeric(rows["margin_m_after"], errors="coerce")
        rows = rows.loc[margin.sort_values(kind="stable", na_position="last").index]
    called = _khmer_names(comparison) if khmer else {}
    return tuple(
        Violation(
            called.get(row["factory_id"]) or _text(row.get("factory_name_after")) or str(row["factory_id"]),
            provinces.get(_text(row.get("province_code_after")), _text(row.get("province_code_after"))),
            titles.get(row["rule_id"]) or row["rule_id"],
            _number(row.get("measured_m_after")),
        )
        for row in rows.to_dict("records")
    )


def _crossed(keys: pd.Series, kinds: pd.Series, wanted: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Return how often each of some kinds occurs under each key, of those keys under which any does."""
    import pandas as pd

    kept = kinds.isin(list(wanted)).to_numpy()
    table = pd.crosstab(keys[kept].astype(str), kinds[kept]) if kept.any() else pd.DataFrame()
    table = table.reindex(columns=list(wanted), fill_value=0)
    return {str(key): tuple(int(count) for count in row) for key, row in zip(table.index, table.to_numpy())}


def _either(rows: pd.DataFrame, name: str) -> pd.Series:
    """Return a column of the later check, of the earlier one where the later has nothing."""
    import pandas as pd

    nothing = pd.Series([None] * len(rows), index=rows.index, dtype=object)
    return rows.get(f"{name}_after", nothing).where(lambda one: one.notna(), rows.get(f"{name}_before", nothing))


def _rule_titles(comparison: Comparison, khmer: bool) -> dict[str, str]:
    titles = comparison.titles()
    for file in (comparison.before, comparison.after) if khmer else ():
        for rule in file.rules.to_dict("records"):
            titles[rule["rule_id"]] = _text(rule.get("title_km")) or titles.get(rule["rule_id"], "")
    return titles


def _khmer_names(comparison: Comparison) -> dict[str, str]:
    rows = comparison.after.factories
    if "factory_name_km" not in rows:
        return {}
    return {factory: _text(name) for factory, name in zip(rows["factory_id"], rows["factory_name_km"])}


def _refuse_other_rules(before: FindingsFile, after: FindingsFile) -> None:
    if before.packs and after.packs and set(before.packs) != set(after.packs):
        raise LocationError(
            "The earlier check “{path}” went by other rules ({before}) than this one ({after}): what changed cannot be "
            "told. Choose a check by the same rules, or none.",
            path=before.path.name,
            before=", ".join(before.packs),
            after=", ".join(after.packs),
        )


def _day(file: FindingsFile) -> date | None:
    try:
        return datetime.fromisoformat(str(file.last_run.get("started") or "")[:19]).date()
    except ValueError:
        return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)
