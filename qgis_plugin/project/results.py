"""The layers that a check leaves in the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProcessingUtils, QgsProject, QgsVectorLayer

from ...processing.i18n import tr
from ...processing.paths import STYLES
from .roles import RESULT_PROPERTY

WHEN_PROPERTY = "factory_locations/when"

# Tables of the findings GeoPackage: top of the map first.
TABLES = ("evidence", "findings", "factory_summary")


class ResultError(Exception):
    """The files of a check cannot be opened; the text says which and why."""


@dataclass(frozen=True)
class CheckLayers:
    """The layers of one check.

    Attributes
    ----------
    findings : QgsVectorLayer
        One row per factory and rule that is not a plain pass.
    factories : QgsVectorLayer or None
        One row per factory with its worst verdict.
    evidence : QgsVectorLayer or None
        A line from the factory to what it conflicts with.
    """

    findings: QgsVectorLayer
    factories: QgsVectorLayer | None
    evidence: QgsVectorLayer | None

    @property
    def path(self) -> Path:
        """The GeoPackage that holds them."""
        return Path(self.findings.source().split("|", maxsplit=1)[0])


def free_path(path: Path) -> Path:
    """Return `path`, or the first of ``name_2``, ``name_3``, ... that no file has: nothing is overwritten."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return candidate


def findings_path(project: QgsProject, chosen: str, now: datetime) -> Path:
    """Return the file to write: the chosen one, else one beside the project, else a temporary one.

    Parameters
    ----------
    project : QgsProject
    chosen : str
        What the person typed; empty for the usual place. ``.gpkg`` is added when it is missing.
    now : datetime
        Goes into the usual file name.
    """
    if chosen.strip():
        path = Path(chosen.strip())
        return free_path(path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg"))
    home = project.absolutePath()
    folder = Path(home) if home else Path(QgsProcessingUtils.tempFolder())
    return free_path(folder / f"check_{now:%Y-%m-%d_%H%M}.gpkg")


def add_results(project: QgsProject, gpkg: str, now: datetime, labels: bool = True) -> CheckLayers:
    """Load what ``check_locations`` wrote as styled layers into a group of their own, on top of the others.

    Parameters
    ----------
    project : QgsProject
    gpkg : str
        The findings GeoPackage.
    now : datetime
        Names the group.
    labels : bool, optional
        Whether the factories are labelled; False where the register's own labels say the names already.

    Raises
    ------
    ResultError
        If a table cannot be opened.
    """
    opened = {table: _open(gpkg, table) for table in TABLES}
    group = QgsLayerTreeGroup(tr("Check {when}").format(when=f"{now:%Y-%m-%d %H:%M}"))
    opened["findings"].setLabelsEnabled(False)  # several findings of one factory lie on each other
    opened["factory_summary"].setLabelsEnabled(labels and opened["factory_summary"].labelsEnabled())
    for table, layer in opened.items():
        layer.setCustomProperty(RESULT_PROPERTY, table)
        layer.setCustomProperty(WHEN_PROPERTY, now.isoformat())
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(table == "factory_summary")
    project.layerTreeRoot().insertChildNode(0, group)
    for state in (False, True):  # QGIS's layer panel shows a new first group closed, whatever the group itself says
        group.setExpanded(state)
    _collapse_older(project.layerTreeRoot(), group)
    return CheckLayers(opened["findings"], opened["factory_summary"], opened["evidence"])


def latest_results(project: QgsProject) -> CheckLayers | None:
    """Return the layers of the newest check that the project holds, or None."""
    runs: dict[str, dict[str, QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        table = layer.customProperty(RESULT_PROPERTY, "")
        if table and isinstance(layer, QgsVectorLayer) and layer.isValid():
            runs.setdefault(str(layer.customProperty(WHEN_PROPERTY, "")), {})[table] = layer
    for when in sorted(runs, reverse=True):
        tables = runs[when]
        if "findings" in tables:
            return CheckLayers(tables["findings"], tables.get("factory_summary"), tables.get("evidence"))
    return None


def _open(gpkg: str, table: str) -> QgsVectorLayer:
    titles = {
        "evidence": tr("Evidence"),
        "findings": tr("Findings"),
        "factory_summary": tr("Factories by verdict"),
    }
    layer = QgsVectorLayer(f"{gpkg}|layername={table}", titles[table], "ogr")
    if not layer.isValid():
        raise ResultError(tr("The table {table} in {file} cannot be opened.").format(table=table, file=gpkg))
    _, styled = layer.loadDefaultStyle()  # the style that travels in the GeoPackage
    if not styled:
        layer.loadNamedStyle(str(STYLES / f"{table}.qml"))
    layer.setName(titles[table])
    return layer


def _collapse_older(root: QgsLayerTreeGroup, newest: QgsLayerTreeGroup) -> None:
    """Hide the layers of earlier checks, so that two sets of markers never lie on each other."""
    for group in root.findGroups():
        layers = [node.layer() for node in group.findLayers()]
        if group != newest and any(one is not None and one.customProperty(RESULT_PROPERTY, "") for one in layers):
            group.setItemVisibilityChecked(False)
            group.setExpanded(False)
