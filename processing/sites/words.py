"""The answer about a proposed site in a few words: the panel and the certificate say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..checks.rule_check import UNCHECKED
from ..i18n import tr

ADVICE, ASSESSMENT = "advice", "assessment"


def headline(site: Mapping[str, Any]) -> str:
    """Return the verdict on a site.

    Parameters
    ----------
    site : mapping
        One of the sites of `sites.summary.document`.
    """
    findings = site["findings"]
    if site["verdict"] == "fail" and site["severity"] == ASSESSMENT:
        return tr("Needs an assessment")
    if site["verdict"] == "fail":
        broken = sum(row["verdict"] == "fail" and row["severity"] not in (ADVICE, ASSESSMENT) for row in findings)
        return tr("Breaks {count} rules").format(count=broken) if broken > 1 else tr("Breaks a rule")
    if site["verdict"] == "pass" and any(row["reason"] == "conditional" for row in findings):
        return tr("Keeps the rules, on condition")
    said = {
        "undecided": tr("Undecided"),
        "no data": tr("Not enough data"),
        "exempt": tr("Exempt"),
        "pass": tr("Keeps the rules"),
    }
    return said[site["verdict"]]


def what_was_checked(site: Mapping[str, Any]) -> str:
    """Say of how many rules the verdict is, and how many recommendations are not kept: no site fails for those."""
    findings = site["findings"]
    without = sum(row["reason"] in UNCHECKED for row in findings)
    if without:
        told = tr("Rules checked: {checked} of {all}; layers are missing for the others.")
        said = told.format(checked=len(findings) - without, all=len(findings))
    else:
        said = tr("Rules checked: all {all} that apply.").format(all=len(findings))
    advice = sum(row["verdict"] == "fail" and row["severity"] == ADVICE for row in findings)
    return f"{said} {tr('Recommendations not kept: {count}.').format(count=advice)}" if advice else said
