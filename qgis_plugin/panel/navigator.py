"""Brings the map to a finding and marks the factory on it."""

from __future__ import annotations

import re

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

_SMALLEST_HALF_WIDTH_M = 600.0
_METRES_A_DEGREE = 111_000.0
# What a check calls a factory without an id; see `processing.inputs`.
_NAMELESS = re.compile("feature (-?[0-9]+)")


class FindingNavigator(QObject):
    """Zooms to the factory of a finding, flashes it, selects it, and draws the radius of its accuracy."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._circle = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._circle.setWidth(2)
        # What was selected for the finding shown; nothing else is deselected.
        self._selected: list[tuple[QgsVectorLayer, list[int]]] = []

    def show(
        self,
        feature: QgsFeature,
        findings: QgsVectorLayer,
        evidence: QgsVectorLayer | None,
        register: QgsVectorLayer | None,
        id_field: str = "",
    ) -> None:
        """Bring the map to a finding.

        Parameters
        ----------
        feature : QgsFeature
        findings : QgsVectorLayer
            The layer it is of.
        evidence : QgsVectorLayer or None
            Lines that widen the view to what the factory conflicts with.
        register : QgsVectorLayer or None
            Where the factory is selected.
        id_field : str
            Its field of ids, empty for the usual one.
        """
        crs = findings.crs()
        self.clear()
        self._select(findings, [feature.id()])
        if register is not None:
            self._select(register, _of_factory(register, id_field, str(feature["factory_id"])))
        geometry = feature.geometry()
        if geometry.isEmpty():  # or without any: there is no place to go to
            return
        self._draw_accuracy(geometry, crs, feature)
        self._canvas.setReferencedExtent(_view(geometry, _evidence_box(feature, evidence), crs))
        self._canvas.refresh()
        colour = _colour(feature)
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
        colour = _colour(feature)
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


def _of_factory(register: QgsVectorLayer, id_field: str, factory: str) -> list[int]:
    """Return the features of the register that a finding is about: by their ids, else as a check calls the nameless."""
    from ...processing.parameters import field_in

    field = field_in(register.fields(), "FACTORY_ID_FIELD", id_field)
    found: list[int] = []
    if field:
        wanted = QgsExpression.createFieldEqualityExpression(field, factory)
        request = QgsFeatureRequest().setFilterExpression(wanted).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        found = [one.id() for one in register.getFeatures(request)]
    return found or _nameless(register, field, factory)


def _nameless(register: QgsVectorLayer, field: str, factory: str) -> list[int]:
    """Return the feature that a check called by its number, unless it has gone, or got an id since then."""
    from .findings_model import plain

    called = _NAMELESS.fullmatch(factory)
    feature = register.getFeature(int(called[1])) if called else QgsFeature()
    if not feature.isValid() or (field and plain(feature[field]) not in (None, "")):
        return []
    return [feature.id()]


def _colour(feature: QgsFeature) -> QColor:
    from . import verdicts  # here, as below: nothing is drawn when QGIS starts
    from .findings_model import plain

    known = dict(zip([field.name() for field in feature.fields()], map(plain, feature.attributes())))
    return verdicts.colour(
        verdicts.kind(str(known.get("verdict") or known.get("verdict_before") or ""), known.get("severity"))
    )


def _accuracy(feature: QgsFeature) -> float:
    from .findings_model import plain

    index = feature.fields().lookupField("accuracy_m")
    value = plain(feature[index]) if index >= 0 else None
    return 0.0 if value is None else float(value)


def _metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    return _METRES_A_DEGREE if crs.isGeographic() else 1.0
