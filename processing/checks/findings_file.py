"""Reading a findings GeoPackage again: what a check found, by which rules, and where the factories stood."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProviderRegistry, QgsVectorLayer

from ..analysis.errors import LocationError
from ..frames import definition
from ..storage.apart import columns_in, connect, crs_of, wkb_of
from ..storage.sqlite_rows import quoted
from ..unopened import refuse_unopened
from .history import RULE_FIELDS, RUN_FIELDS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.comparison import Run

# The columns without which a file is no findings file; later versions only add some.
_NEEDED = {
    "findings": ("finding_id", "factory_id", "rule_id", "verdict", "reason", "message", "measured_m", "layer_vintage"),
    "factory_summary": ("factory_id", "verdict", "fails", "undecided", "no_data"),
}
# What is compared, or told of: copies of all others would only take time.
_FINDING_COLUMNS = (
    *("finding_id", "factory_id", "factory_name", "rule_id", "rule_title", "verdict", "reason", "message", "severity"),
    *("feature_id", "feature_name", "measured_m", "margin_m", "layer_vintage", "pack", "province_code"),
)
_FACTORY_COLUMNS = (
    *("factory_id", "factory_name", "factory_name_km", "province_code", "verdict", "zone_reason", "not_checked", "why"),
)
_SLICE = 500


@dataclass(frozen=True)
class FindingsFile:
    """A findings GeoPackage.

    Attributes
    ----------
    path : Path
    crs : QgsCoordinateReferenceSystem
        Of the points.
    findings, factories, rules, runs : pandas.DataFrame
        The tables, those of their columns that are compared; rules and runs are empty in files of version 0.1.
    finding_points, factory_points : object arrays of shapely points or None
        Of premises a point inside.
    """

    path: Path
    crs: QgsCoordinateReferenceSystem
    findings: pd.DataFrame
    factories: pd.DataFrame
    rules: pd.DataFrame
    runs: pd.DataFrame
    finding_points: np.ndarray
    factory_points: np.ndarray

    @property
    def has_rules(self) -> bool:
        """Whether the file says which rules were used."""
        return len(self.rules) > 0

    @property
    def last_run(self) -> dict[str, Any]:
        """The run that made the findings, empty where the file does not say."""
        return self.runs.iloc[-1].to_dict() if len(self.runs) else {}

    @property
    def packs(self) -> tuple[str, ...]:
        """The ids of the rule packs used, without their versions."""
        said = self.rules if self.has_rules else self.findings
        names = said["pack"].dropna().unique() if "pack" in said else ()
        return tuple(sorted({str(name).rpartition(" ")[0] or str(name) for name in names}))

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the run that made the findings."""
        return json.loads(self.last_run.get("settings") or "{}")

    def run(self, into: QgsCoordinateReferenceSystem) -> Run:
        """Return the check as the engine compares it, its locations in another CRS."""
        import numpy as np
        import shapely

        from ..analysis.comparison import Run

        points = moved(self.factory_points, self.crs, into)
        factories = self.factories.assign(x=shapely.get_x(points), y=shapely.get_y(points))
        if "not_checked" not in factories:
            factories = factories.assign(not_checked=0)
        rules = self.rules
        if not self.has_rules:
            used = self.findings.drop_duplicates("rule_id")
            rules = used[["rule_id"]].assign(severity="", no_data=np.nan)
        return Run(self.findings, factories, rules)


def moved(points: np.ndarray, source: QgsCoordinateReferenceSystem, into: QgsCoordinateReferenceSystem) -> np.ndarray:
    """Return points in another CRS; None stays None."""
    import numpy as np
    import shapely

    from ..analysis.crs import operation

    there = ~shapely.is_missing(points)
    if source == into or not there.any():
        return points
    out = np.full(len(points), None, dtype=object)
    xy = operation(definition(source), definition(into)).points(shapely.get_coordinates(points[there]))
    out[there] = shapely.points(xy)
    return out


def file_behind(layer: QgsVectorLayer) -> str:
    """Return the GeoPackage that a layer is in, empty where it is in none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = parts.get("path") or ""
    return path if layer.providerType() == "ogr" and layer.dataProvider().storageType() == "GPKG" else ""


def path_of(layer: QgsVectorLayer | None, label: str, given: str, context: QgsProcessingContext) -> str:
    """Return the GeoPackage of a layer of findings, empty where none was given.

    Parameters
    ----------
    layer : QgsVectorLayer or None
        Any layer in the file.
    label : str
        What the person calls the input.
    given : str
        What the person typed for it.
    context : QgsProcessingContext

    Raises
    ------
    LocationError
        Where what was given is no layer, or a layer in no GeoPackage.
    """
    if layer is None or not layer.isValid():
        refuse_unopened(label, given, context)
        return ""
    path = file_behind(layer)
    if not path:
        raise LocationError(
            "{label}: layer “{layer}” is in no GeoPackage. Choose a findings file of “Check factory locations”.",
            label=label,
            layer=layer.name(),
        )
    return path


def check_findings_file(path: str, label: str) -> None:
    """Raise `LocationError` where a file is no findings GeoPackage; `label` is what the person calls it."""
    for table, needed in _NEEDED.items():
        known = columns_in(path, table)
        absent = [name for name in needed if name not in known]
        if not known or absent:
            raise LocationError(
                "{label}: “{path}” is no findings GeoPackage of “Check factory locations”: it has no {what}.",
                label=label,
                path=path,
                what=f"{table}.{absent[0]}" if known else table,
            )


def read_findings(path: str) -> FindingsFile:
    """Read a findings GeoPackage that `check_findings_file` has accepted.

    Raises
    ------
    LocationError
        If it cannot be read to the end.
    """
    try:
        findings, finding_shapes = _table(path, "findings", _FINDING_COLUMNS)
        factories, factory_shapes = _table(path, "factory_summary", _FACTORY_COLUMNS)
        rules, _ = _table(path, "rules", [name for name, _ in RULE_FIELDS])
        runs, _ = _table(path, "runs", [name for name, _ in RUN_FIELDS])
        crs = crs_of(path, "factory_summary")
    except sqlite3.DatabaseError as error:
        raise LocationError(
            "“{path}” is damaged ({why}): part of its features is lost. Take a copy from before, or recover the file.",
            path=path,
            why=error,
        ) from error
    return FindingsFile(
        Path(path), crs, findings, factories, rules, runs, _points(finding_shapes), _points(factory_shapes)
    )


def _table(path: str, table: str, wanted: Sequence[str]) -> tuple[pd.DataFrame, list[bytes | None]]:
    """Return columns of a table in the order of its key, those that there are, and its geometries.

    Read in slices, a list a column: where this runs beside a window, that must get its turn in between.
    """
    import pandas as pd

    known = columns_in(path, table)
    if not known:
        return pd.DataFrame(columns=list(wanted), dtype=object), []
    names = [name for name in (*wanted, "geom") if name in known]
    columns: list[list[Any]] = [[] for _ in names]
    with closing(connect(path)) as connection:
        query = " ".join(["SELECT", ", ".join(map(quoted, names)), "FROM", quoted(table), "ORDER BY", quoted(known[0])])
        rows = connection.execute(query)
        while some := rows.fetchmany(_SLICE):
            for column, values in zip(columns, zip(*some)):
                column.extend(values)
    found = dict(zip(names, columns))
    shapes = found.pop("geom", [None] * len(columns[0]))
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in found.items()}), shapes


def _points(blobs: Sequence[bytes | None]) -> np.ndarray:
    """Return points from the geometries of a GeoPackage: of premises one inside, None for no location."""
    import numpy as np
    import shapely

    shapes = shapely.from_wkb(np.array([*map(wkb_of, blobs), None], dtype=object))[:-1]
    shapes[shapely.is_empty(shapes)] = None
    areas = shapely.get_dimensions(shapes) == 2
    shapes[areas] = shapely.point_on_surface(shapes[areas])
    return shapes
