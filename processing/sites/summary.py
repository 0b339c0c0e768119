"""What was found about proposed sites as one document: the JSON file, and what the printed page is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..checks.summary import Run, checksum, pack_record, plugin_version, run_record
from ..frames import LayerFrame
from ..rules.pack import Pack
from .check import Assessment

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SITE_VERSION = 1
_FINDING = (
    "rule_id",
    "rule_title",
    "verdict",
    "reason",
    "severity",
    "semantics",
    "message",
    "action",
    "measured_m",
    "required_m",
    "margin_m",
    "feature_id",
    "feature_name",
    "layer_name",
    "layer_vintage",
    "verify",
    "theme",
    "pack",
    "citation",
)


def document(
    run: Run,
    pack: Pack,
    found: Assessment,
    layers: Sequence[LayerFrame],
    crs: str,
    problems: Sequence[Mapping[str, Any]],
    *,
    checksums: bool,
    reference: str = "",
) -> dict[str, Any]:
    """Return the assessment as plain JSON values; `data/schemas/site.json` describes them.

    Parameters
    ----------
    checksums : bool
        Take the checksum of every layer's file; for the record, as it reads them whole.
    reference : str
        The number of the application, where there is one.
    """
    return {
        "site_version": SITE_VERSION,
        **({"reference": reference} if reference else {}),
        "run": run_record(run),
        "illustrative": any("illustrative" in layer.abstract.lower() for layer in layers),
        "sites": _sites(found, crs),
        "notes": list(found.notes),
        "problems": [dict(problem) for problem in problems],
        "provenance": {
            "tool": {"name": "Factory Locations", "version": plugin_version()},
            "working_crs": crs,
            "pack": {**pack_record(pack), "title": str(pack.title)},
            "layers": [_layer(layer, checksums) for layer in layers],
        },
    }


def _sites(found: Assessment, crs: str) -> list[dict[str, Any]]:
    findings = _by_site(found.findings.assign(line=_degrees(found.lines, crs)), (*_FINDING, "line"))
    nearest = _by_site(found.nearest, [name for name in found.nearest if name != "factory_id"])
    offered = _by_site(found.alternatives, [name for name in found.alternatives if name != "factory_id"])
    sites = []
    for row in _records(found.sites, list(found.sites)):
        id_, count = row.pop("factory_id"), row.pop("alternatives")
        name = row.pop("factory_name")
        sites.append(
            {
                "id": id_,
                "name": name,
                **row,
                "findings": findings.get(id_, []),
                "nearest": nearest.get(id_, []),
                "alternatives": offered.get(id_, [])[:count],
            }
        )
    return sites


def _degrees(lines: np.ndarray, crs: str) -> np.ndarray:
    """Return the ends of each line as longitude and latitude (WGS 84), the site's first; None where there is none."""
    import numpy as np
    import shapely

    from ..analysis.crs import operation

    out = np.full(len(lines), None, dtype=object)
    drawn = np.flatnonzero(~shapely.is_missing(lines))
    ends = [shapely.get_coordinates(shapely.get_point(lines[drawn], end)) for end in (0, -1)]
    degrees = [np.round(operation(crs, "EPSG:4326").points(xy), 7).tolist() for xy in ends]
    for row, start, end in zip(drawn.tolist(), *degrees):
        out[row] = [start, end]
    return out


def _by_site(table: pd.DataFrame, columns: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    out: dict[str, list[dict[str, Any]]] = {}
    for id_, row in zip(table["factory_id"], _records(table, columns)):
        out.setdefault(id_, []).append(row)
    return out


def _records(table: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
    values = [[_plain(value) for value in table[name].tolist()] for name in columns]
    return [dict(zip(columns, row)) for row in zip(*values)]


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: nothing for NaN, empty text and none, dates as text."""
    if value is None or value == "" or value != value:
        return None
    return value.isoformat() if isinstance(value, date) else value


def _layer(layer: LayerFrame, checksums: bool) -> dict[str, Any]:
    return {
        "role": layer.role,
        "name": layer.name,
        "source": layer.source,
        "features": len(layer.frame),
        "crs": layer.crs.authid() or layer.crs.description(),
        "operation": layer.operation,
        "abstract": layer.abstract,
        "sha256": checksum(layer.path) if checksums else None,
    }
