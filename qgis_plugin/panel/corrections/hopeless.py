"""The problems for which nothing can be proposed, as a layer of the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ....processing.i18n import tr
from ....processing.paths import STYLES
from ...project.roles import RESULT_PROPERTY

TABLE = "problems"
_STYLE = "coordinate_problems.qml"


def hopeless_layer(project: QgsProject, path: Path) -> QgsVectorLayer | None:
    """Return the layer of these problems, added on top where the project lacks it; None where it cannot be opened."""
    for known in project.mapLayers().values():
        mine = known.customProperty(RESULT_PROPERTY, "") == TABLE
        if mine and known.isValid() and Path(known.source().split("|", maxsplit=1)[0]) == path:
            return known
    layer = QgsVectorLayer(f"{path}|layername={TABLE}", TABLE, "ogr")
    if not layer.isValid():
        return None
    layer.loadNamedStyle(str(STYLES / _STYLE))
    layer.setName(tr("Problems without a proposal"))
    layer.setSubsetString("NOT repairable")
    layer.setCustomProperty(RESULT_PROPERTY, TABLE)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)
    return layer
