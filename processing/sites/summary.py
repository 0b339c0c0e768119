"""What was found about proposed sites as one document: the JSON file, and what the printed page is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..frames import LayerFrame
from ..provenance import Run, layer_record, pack_record, run_record, tool_record
from ..rules.pack import ZONE_PERMITS, Pack
from .check import NOT_REGISTERED, Assessment

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
    how_known: str = "",
) -> dict[str, Any]:
    """Return the assessment as plain JSON values; `data/schemas/site.json` describes them.

    Parameters
    ----------
    checksums : bool
        Take the checksum of every layer's file; for the record, as it reads them whole.
    reference : str
        The number of the application, where there is one.
    how_known : str
        Where the accuracy of the place comes from, in words; empty where nobody said.
    """
    return {
        "site_version": SITE_VERSION,
        **({"reference": reference} if reference else {}),
        **({"how_known": how_known} if how_known else {}),
        "run": run_record(run),
        "illustrative": any("illustrative" in layer.abstract.lower() for layer in layers),
        "sites": _sites(found, crs, _zone_titles(pack)),
        "notes": found.all_notes(),
        "problems": [dict(problem) for problem in problems],
        "provenance": {
            "tool": tool_record(),
            "working_crs": crs,
            "pack": {**pack_record(pack), "title": str(pack.title), "citation": str(pack.citation)},
            "layers": [{**layer_record(layer, checksums), "abstract": layer.abstract} for layer in layers],
        },
    }


def _zone_titles(pack: Pack) -> dict[str, str]:
    """Return what the rule pack calls the zones, by their codes."""
    rule = pack.rule(ZONE_PERMITS)
    return {} if rule is None else {code: str(zone.title) for code, zone in rule.zones.items()}


def _sites(found: Assessment, crs: str, zones: Mapping[str, str]) -> list[dict[str, Any]]:
    findings = _by_site(found.findings.assign(line=_degrees(found.lines, crs)), (*_FINDING, "line"))
    nearest = _by_site(found.nearest, [name for name in found.nearest if name != "factory_id"])
    offered = _by_site(found.alternatives, [name for name in found.alternatives if name != "factory_id"])
    notes: dict[str, list[str]] = {}
    for id_, note in found.site_notes:
        notes.setdefault(id_, []).append(note)
    sites = []
    for row in _records(found.sites, list(found.sites)):
        id_, count = row.pop("factory_id"), row.pop("alternatives")
        name = row.pop("factory_name")
        sites.append(
            {
                "id": id_,
                "name": name,
                **found.register.get(id_, NOT_REGISTERED),
                **row,
                "zone_title": zones.get(row["zone_code"]),
                "findings": findings.get(id_, []),
                "nearest": nearest.get(id_, []),
                "alternatives": offered.get(id_, [])[:count],
                "notes": notes.get(id_, []),
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
