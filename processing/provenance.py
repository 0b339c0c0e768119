"""What the JSON summaries have in common: when the run was, with what, from which layers, with which settings."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .frames import LayerFrame, LayerProblem
from .paths import ROOT

if TYPE_CHECKING:
    from .rules.pack import Pack


@dataclass(frozen=True)
class Run:
    """When a run began, and the id that its outputs share."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    started: datetime = field(default_factory=lambda: datetime.now(timezone.utc))


def head(version: int, run: Run | None = None) -> dict[str, Any]:
    """Return what every summary begins with: its version, the tool and, where one is given, the run."""
    told: dict[str, Any] = {"summary_version": version}
    if run is not None:
        told["run"] = run_record(run)
    return {**told, "tool": tool_record()}


def tail(
    layers: Sequence[LayerFrame], crs: str, problems: Sequence[LayerProblem], parameters: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what the summary of an analysis ends with: problems of the layers, which they were, the settings."""
    return {
        "problems": [problem_record(problem) for problem in problems],
        "working_crs": crs,
        "layers": [layer_record(layer) for layer in layers],
        "parameters": dict(parameters),
    }


def summary_text(summary: Mapping[str, Any]) -> str:
    """Return a summary as the text of its file."""
    return json.dumps(summary, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def run_record(run: Run) -> dict[str, Any]:
    """Return when a run began and, now, ended."""
    finished = datetime.now(timezone.utc)
    return {
        "id": run.id,
        "started": run.started.isoformat(timespec="seconds"),
        "finished": finished.isoformat(timespec="seconds"),
        "seconds": round((finished - run.started).total_seconds(), 3),
    }


def tool_record() -> dict[str, str]:
    """Return which program this is."""
    return {"name": "Factory Locations", "version": plugin_version()}


def pack_record(pack: Pack) -> dict[str, Any]:
    """Return which rules were asked, in English: enough to find the very pack again."""
    return {
        "id": pack.id,
        "version": pack.version,
        "status": pack.status,
        "vintage": pack.vintage,
        "authority": pack.authority.en,
        "citation": pack.citation.en,
        "sha256": pack.sha256,
    }


def problem_record(problem: LayerProblem) -> dict[str, Any]:
    """Return what is wrong with a feature, and what to do."""
    return {
        "layer": problem.layer,
        "feature_id": problem.feature_id,
        "problem": problem.problem,
        "advice": problem.advice,
    }


def layer_record(layer: LayerFrame, checksums: bool = True) -> dict[str, Any]:
    """Return which layer was read, and in which state its file was."""
    return {
        "role": layer.role,
        "name": layer.name,
        "source": layer.source,
        "features": len(layer.frame),
        "crs": layer.crs.authid() or layer.crs.description(),
        "operation": layer.operation,
        "sha256": checksum(layer.path) if checksums else None,
    }


def plugin_version() -> str:
    """Return the version in metadata.txt."""
    for line in (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    return "unknown"


def checksum(path: str) -> str | None:
    """Return the SHA-256 of a layer's file, None where it is in no file."""
    if not path:
        return None
    known = Path(path).stat()
    return _checksum(path, known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=32)
def _checksum(path: str, size: int, changed: int) -> str:
    """Return the SHA-256 of a file; size and time of change tell whether it was taken already."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
