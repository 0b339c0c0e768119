"""Tables for people (Markdown) and figures for scripts (JSON)."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .suite import Row


@dataclass(frozen=True)
class Table:
    """One comparison."""

    title: str
    rows: Sequence[Row]
    size: str
    part: str


def show(table: Table) -> None:
    """Print a table as soon as it is measured."""
    print("\n".join(["", *_lines(table)]), flush=True)


def write(tables: Sequence[Table], folder: Path) -> None:
    """Leave the tables in `folder`: one Markdown and one JSON file for the whole run."""
    about = machine()
    sizes = "-".join(dict.fromkeys(t.size for t in tables if t.size)) or "start"
    text = ["# Side by side", "", about["line"], ""]
    for table in tables:
        text += [*_lines(table), ""]
    (folder / f"{sizes}.md").write_text("\n".join(text), encoding="utf-8")
    content = {"machine": about, "tables": [_plain(table) for table in tables]}
    (folder / f"{sizes}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"\n{about['line']}\n\nWritten: {folder / sizes}.md and .json")


def _lines(table: Table) -> list[str]:
    best = min((row.seconds for row in table.rows if row.peer and row.seconds is not None), default=None)
    inner = any(row.inner for row in table.rows)
    head = ["", "median s", "fastest - slowest", *(["of it the algorithm"] if inner else []), "processor s", "peak MiB"]
    head += ["best other tool / this", "remarks"]
    lines = [f"## {table.title}", "", _joined(head), _joined(["---"] + ["---:"] * (len(head) - 2) + ["---"])]
    return [*lines, *(_joined(_cells(row, best, inner)) for row in table.rows)]


def _cells(row: Row, best: float | None, inner: bool) -> list[str]:
    if row.seconds is None:
        return [row.name, *["-"] * (6 if inner else 5), row.note]
    times = [run.seconds for run in row.runs]
    cells = [row.name, _seconds(row.seconds), f"{_seconds(min(times))} - {_seconds(max(times))}"]
    if inner:
        cells.append(_seconds(_median(row.inner)) if row.inner else "")
    peak = max(run.peak_mib for run in row.runs)
    cells += [_seconds(_median([r.cpu_seconds for r in row.runs])), f"{peak:.0f}"] if peak else ["-", "-"]
    return [*cells, "" if best is None else f"{best / row.seconds:.2f}", row.note]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _joined(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _plain(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "size": table.size,
        "part": table.part,
        "rows": [
            {
                "name": row.name,
                "peer": row.peer,
                "median_s": row.seconds,
                "runs": [{"s": r.seconds, "cpu_s": r.cpu_seconds, "peak_mib": r.peak_mib} for r in row.runs],
                "algorithm_s": row.inner,
                "differs": row.differs,
                "note": row.note,
            }
            for row in table.rows
        ],
    }


def machine() -> dict[str, Any]:
    """Return what it ran on, and with what."""
    from .processes import BUILD, PEERS, qgis_process

    peers = [line.replace("==", " ") for line in PEERS.read_text(encoding="utf-8").splitlines() if "==" in line]
    ours = {name: metadata.version(name) for name in ("numpy", "scipy", "shapely", "geopandas", "pyogrio")}
    program = qgis_process()
    qgis = ""
    if program:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        )
        qgis = next((line.strip() for line in said.stdout.splitlines() if line.startswith("QGIS ")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    content = {
        "cores": os.cpu_count(),
        "memory_gib": round(memory, 1),
        "processor": _processor(),
        "platform": platform.platform(terse=True),
        "python": platform.python_version(),
        "qgis": qgis,
        "ours": ours,
        "peers": peers,
        "peers_installed": (BUILD / "peers" / "installed.txt").is_file(),
        "load_average": os.getloadavg()[0],
        "free_gib": round(shutil.disk_usage(BUILD).free / 2**30),
        "when": datetime.now(timezone.utc).isoformat(timespec="minutes"),
    }
    libraries = ", ".join(f"{name} {version}" for name, version in ours.items())
    content["line"] = (
        f"{content['cores']} cores ({content['processor']}), {content['memory_gib']} GiB, {content['platform']}, "
        f"load {content['load_average']:.1f} at the end. Ours: {qgis or 'no QGIS'}, Python {content['python']}, "
        f"{libraries}. Others: {', '.join(peers) if content['peers_installed'] else 'not installed'}."
    )
    return content


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
