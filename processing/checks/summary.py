"""The JSON summary of a run: counts, coverage and provenance, for schedulers and for the record."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis

from ..analysis.verdicts import FAIL, PASS, UNDECIDED, VERDICTS
from ..frames import LayerFrame, LayerProblem
from ..inputs import Areas, Factories, typical_accuracies
from ..provenance import Run, layer_record, pack_record, problem_record, run_record, tool_record
from ..rules.pack import ZONE_PERMITS, Pack
from .rule_check import UNCHECKED, RuleResult

if TYPE_CHECKING:
    import numpy as np

SUMMARY_VERSION = 1
_LIBRARIES = ("numpy", "scipy", "shapely", "pyproj", "geopandas")


def summarise(
    run: Run,
    pack: Pack,
    factories: Factories,
    areas: Sequence[Areas],
    results: Sequence[RuleResult],
    overall: np.ndarray,
    problems: Sequence[LayerProblem],
    crs: str,
    parameters: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the summary as plain JSON values."""
    layers = [(factories.layer, None), *((layer, a) for a in areas for layer in a.layers)]
    return {
        "summary_version": SUMMARY_VERSION,
        "run": run_record(run),
        "counts": {
            "factories": len(factories.ids),
            "verdicts": _tally(overall),
            "rules": {r.rule.id: rule_counts(r) for r in results},
            "reasons": {r.rule.id: _count(r.reason) for r in results},
        },
        "coverage": {
            "provinces": _coverage(factories, results),
            "not_checked": [r.rule.id for r in results if _never_checked(r)],
        },
        "accuracy": {
            "stated": int(factories.stated.sum()),
            "assumed": int((factories.accuracy_from == "default").sum()),
            "assumed_m": parameters.get("DEFAULT_ACCURACY"),
            "by_method": _by_method(factories),
        },
        "problems": [problem_record(problem) for problem in problems],
        "provenance": {
            "tool": tool_record(),
            "libraries": _libraries(),
            "platform": platform.platform(terse=True),
            "working_crs": crs,
            "pack": {**pack_record(pack), "files": dict(pack.files)},
            "layers": [_layer(layer, area) for layer, area in layers],
            "parameters": dict(parameters),
        },
    }


def rule_counts(result: RuleResult) -> dict[str, Any]:
    """Return a rule's title and severity, how many factories it is about, and how often each verdict was given."""
    tally = _tally(result.verdict)
    return {
        "title": str(result.rule.title),
        "severity": result.rule.severity,
        "checked": sum(tally.values()),
        **tally,
    }


def _never_checked(result: RuleResult) -> bool:
    """Return whether a rule judged no factory for want of a layer, of a class, or of areas in it."""
    import numpy as np

    from ..analysis.zoning import PARK_EDGE

    judged = np.isin(result.verdict, (PASS, FAIL, UNDECIDED)) & (result.reason != PARK_EDGE)
    return bool(np.isin(result.reason, UNCHECKED).any() and not judged.any())


def _tally(verdicts: np.ndarray) -> dict[str, int]:
    counts = _count(verdicts)
    return {verdict: counts.get(verdict, 0) for verdict in VERDICTS}


def _count(values: np.ndarray) -> dict[str, int]:
    """Return how often each value occurs, in alphabetical order; None does not count."""
    import pandas as pd

    return {str(value): int(count) for value, count in pd.Series(values).value_counts().sort_index().items()}


def _coverage(factories: Factories, results: Sequence[RuleResult]) -> list[dict[str, Any]]:
    """Return, per province, how many factories stand where the zoning layer has a zone."""
    import numpy as np
    import pandas as pd

    zoning = next((r for r in results if r.rule.test == ZONE_PERMITS), None)
    if zoning is None:
        return []
    zoned = zoning.named >= 0
    province, codes = pd.factorize(factories.provinces, use_na_sentinel=False)
    counts = np.bincount(province, minlength=len(codes))
    with_zoning = np.bincount(province[zoned], minlength=len(codes))
    rows = [
        {
            "province_code": code if isinstance(code, str) else None,
            "factories": int(count),
            "with_zoning": int(covered),
            "share": round(float(covered / count), 4),
        }
        for code, count, covered in zip(codes, counts, with_zoning)
    ]
    return sorted(rows, key=lambda row: row["province_code"] or "")


def _by_method(factories: Factories) -> list[dict[str, Any]]:
    """Return the accuracies that were taken from how the location was obtained."""
    typical = typical_accuracies()
    taken = _count(factories.methods[factories.accuracy_from == "method"])
    return [{"method": method, "factories": count, "assumed_m": typical[method]} for method, count in taken.items()]


def _layer(layer: LayerFrame, areas: Areas | None) -> dict[str, Any]:
    vintages = (
        sorted({v for v, name in zip(areas.vintages, areas.layer_names) if v and name == layer.name}) if areas else []
    )
    return {
        **layer_record(layer),
        "operation_accuracy_m": None if layer.accuracy_m != layer.accuracy_m else layer.accuracy_m,
        "vintages": vintages,
        "abstract": layer.abstract,
        "remarks": list(layer.remarks),
    }


def _libraries() -> dict[str, str]:
    import pyproj
    import shapely
    from osgeo import gdal

    return {
        "python": platform.python_version(),
        "qgis": Qgis.version(),
        "gdal": gdal.__version__,
        "geos": shapely.geos_version_string,
        "proj": pyproj.proj_version_str,
        **{name: metadata.version(name) for name in _LIBRARIES},
    }
