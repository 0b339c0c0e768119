"""Brings the map to a finding and marks the factory on it."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QColor

from ..project.results import CheckLayers
from . import verdicts
from .findings_model import plain

_SMALLEST_HALF_WIDTH_M = 600.0
_METRES_A_DEGREE = 111_000.0


class FindingNavigator(QObject):
    """Zooms to the factory of a finding, flashes it, selects it, and draws the radius of its accuracy."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._circle = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._circle.setWidth(2)
        # What was selected for the finding shown; nothing else is deselected.
        self._selected: list[tuple[QgsVectorLayer, list[int]]] = []

    def show(self, feature: QgsFeature, layers: CheckLayers, register: QgsVectorLayer | None) -> None:
        """Bring the map to a finding.

        Parameters
        ----------
        feature : QgsFeature
            Of ``layers.findings``.
        layers : CheckLayers
            The check it belongs to; its evidence lines widen the view to what the factory conflicts with.
        register : QgsVectorLayer or None
            Where the factory is selected, when it has a field ``factory_id``.
        """
        crs = layers.findings.crs()
        self.clear()
        self._select(layers.findings, [feature.id()])
        if register is not None:
            self._select(register, _factory_ids(register, feature))
        geometry = feature.geometry()
        if geometry.isEmpty():  # or without any: there is no place to go to
            return
        self._draw_accuracy(geometry, crs, feature)
        self._canvas.setReferencedExtent(_view(geometry, _evidence_box(feature, layers.evidence), crs))
        self._canvas.refresh()
        colour = verdicts.colour(_kind(feature))
        faded = QColor(colour)
        faded.setAlpha(0)
        self._canvas.flashGeometries([geometry], crs, colour, faded)

    def clear(self) -> None:
        """Remove what was drawn on the map and selected; what a person selected since then stays."""
        self._circle.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for layer, ids in self._selected:
            if not sip.isdeleted(layer) and set(layer.selectedFeatureIds()) == set(ids):
                layer.removeSelection()
        self._selected = []

    def _select(self, layer: QgsVectorLayer, ids: list[int]) -> None:
        layer.selectByIds(ids)
        self._selected.append((layer, ids))

    def remove(self) -> None:
        """Take the drawing off the canvas for good."""
        self.clear()
        scene = self._canvas.scene()
        if scene is not None:
            scene.removeItem(self._circle)

    def _draw_accuracy(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, feature: QgsFeature) -> None:
        colour = verdicts.colour(_kind(feature))
        fill = QColor(colour)
        fill.setAlpha(40)
        self._circle.setStrokeColor(colour)
        self._circle.setFillColor(fill)
        radius = _accuracy(feature)
        circle = geometry.buffer(radius / _metres_per_unit(crs), 36) if radius > 0 else QgsGeometry()
        self._circle.setToGeometry(circle, crs)


def _view(geometry: QgsGeometry, evidence: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsReferencedRectangle:
    """Return what to look at: the factory and its evidence with some air, never less than a neighbourhood."""
    box = QgsRectangle(geometry.boundingBox())
    box.combineExtentWith(evidence)
    box.scale(1.3)
    least = _SMALLEST_HALF_WIDTH_M / _metres_per_unit(crs)
    centre = box.center()
    neighbourhood = QgsRectangle(centre.x() - least, centre.y() - least, centre.x() + least, centre.y() + least)
    box.combineExtentWith(neighbourhood)
    return QgsReferencedRectangle(box, crs)


def _evidence_box(feature: QgsFeature, evidence: QgsVectorLayer | None) -> QgsRectangle:
    box = QgsRectangle()
    if evidence is None or evidence.fields().lookupField("finding_id") < 0:
        return box
    wanted = QgsExpression.createFieldEqualityExpression("finding_id", feature["finding_id"])
    for line in evidence.getFeatures(QgsFeatureRequest().setFilterExpression(wanted)):
        box.combineExtentWith(line.geometry().boundingBox())
    return box


def _factory_ids(register: QgsVectorLayer, feature: QgsFeature) -> list[int]:
    """Return the features of the register that a finding is about; none where it has no field ``factory_id``."""
    if register.fields().lookupField("factory_id") < 0:
        return []
    wanted = QgsExpression.createFieldEqualityExpression("factory_id", feature["factory_id"])
    request = QgsFeatureRequest().setFilterExpression(wanted).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return [one.id() for one in register.getFeatures(request)]


def _kind(feature: QgsFeature) -> str:
    known = feature.fields().lookupField("severity") >= 0
    severity = plain(feature["severity"]) if known else None
    return verdicts.kind(str(plain(feature["verdict"]) or ""), severity)


def _accuracy(feature: QgsFeature) -> float:
    index = feature.fields().lookupField("accuracy_m")
    value = plain(feature[index]) if index >= 0 else None
    return 0.0 if value is None else float(value)


def _metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    return _METRES_A_DEGREE if crs.isGeographic() else 1.0
