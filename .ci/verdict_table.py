"""Print the verdicts per rule of a summary that `check_locations` wrote: verdict_table.py SUMMARY.json"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

VERDICTS = ("pass", "fail", "undecided", "no data", "exempt")
TITLE = 60
# Reasons for which a rule was not checked, or not to the end; the summary lists what was missing among its problems.
UNCHECKED = ("no_layer", "class_missing", "no_areas")


def table(summary: dict) -> str:
    """Return the lines: one a rule, one column a verdict; then which rules were not checked, and why."""
    rules = summary["counts"]["rules"]
    width = max(len(rule) for rule in rules)
    head = ["rule".ljust(width), "severity".ljust(10), *(verdict.rjust(9) for verdict in VERDICTS), "  title"]
    lines = [" ".join(head).rstrip()]
    for rule, line in rules.items():
        counts = [str(line[verdict]).rjust(9) for verdict in VERDICTS]
        title = textwrap.shorten(line["title"], TITLE, placeholder=" …")
        lines.append(" ".join([rule.ljust(width), line["severity"].ljust(10), *counts, f"  {title}"]))
    every = ", ".join(f"{summary['counts']['verdicts'][verdict]} {verdict}" for verdict in VERDICTS)
    lines += ["", f"Factories by their gravest verdict, advice aside: {every}.", *not_checked(summary)]
    return "\n".join(lines)


def not_checked(summary: dict) -> list[str]:
    """Return a line for each rule that was not checked for want of a layer, or one that says that all were."""
    reasons = summary["counts"]["reasons"]
    open_ = [rule for rule in summary["counts"]["rules"] if set(UNCHECKED) & set(reasons.get(rule, {}))]
    if not open_:
        return ["Every rule was checked."]
    told = [problem["problem"] for problem in summary["problems"]]
    return [next((text for text in told if f" {rule} " in text), f"rule {rule} was not checked") for rule in open_]


if __name__ == "__main__":
    print(table(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
