"""Print the verdicts per rule of a summary that `check_locations` wrote: verdict_table.py SUMMARY.json"""

from __future__ import annotations

import json
import sys
from pathlib import Path

VERDICTS = ("pass", "fail", "undecided", "no data", "exempt")


def table(rules: dict) -> str:
    """Return the lines: one a rule, one column a verdict."""
    width = max(len(f"{rule} {line.get('title', '')}") for rule, line in rules.items())
    lines = [" ".join(["".ljust(width), *(verdict.rjust(9) for verdict in VERDICTS)])]
    for rule, line in rules.items():
        counts = [str(line.get(verdict, 0)).rjust(9) for verdict in VERDICTS]
        lines.append(" ".join([f"{rule} {line.get('title', '')}".ljust(width), *counts]))
    return "\n".join(lines)


if __name__ == "__main__":
    summary = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(table(summary["counts"]["rules"]))
