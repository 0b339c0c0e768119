"""The map's side of the register: go there, flash it, open its form."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsReferencedRectangle, QgsVectorLayer
from qgis.gui import QgisInterface, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

_SMALLEST_HALF_WIDTH_M = 600.0
_METRES_A_DEGREE = 111_000.0
# More at once is only a flicker, and takes the map its time.
_MOST_FLASHED = 500
_COLOUR = "#d55e00"
_MOST_MARKED = 200
_RING_PIXELS = 18
_RIM = "#303030"


class MapLink:
    """Shows factories of a register on the map of one window."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._band: QgsRubberBand | None = None

    def mark(self, layer: QgsVectorLayer, fids: Sequence[int]) -> None:
        """Ring some features on the map, no others: a layer above the register would hide that they are selected.

        Not more than can be told apart; of many, QGIS shows by itself that they are selected.
        """
        self.clear()
        if not 0 < len(fids) <= _MOST_MARKED:
            return
        canvas = self._iface.mapCanvas()
        band = QgsRubberBand(canvas, layer.geometryType())
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(_RING_PIXELS)
        band.setWidth(2)
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setStrokeColor(canvas.selectionColor())
        band.setSecondaryStrokeColor(QColor(_RIM))
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterFids(list(fids)).setNoAttributes()):
            if not feature.geometry().isEmpty():
                band.addGeometry(feature.geometry(), layer.crs())
        self._band = band

    def clear(self) -> None:
        """Take the rings off the map."""
        band, self._band = self._band, None
        if band is not None and not sip.isdeleted(band):
            scene = self._iface.mapCanvas().scene()
            if scene is not None:
                scene.removeItem(band)

    def zoom(self, layer: QgsVectorLayer, fids: Sequence[int]) -> bool:
        """Look at what is selected, never closer than a neighbourhood; return False where none of it has a place.

        Parameters
        ----------
        layer : QgsVectorLayer
        fids : sequence of int
            What is selected in it.
        """
        box = _extent(layer, fids)
        if box is None:
            return False
        box.scale(1.1)
        least = _SMALLEST_HALF_WIDTH_M / (_METRES_A_DEGREE if layer.crs().isGeographic() else 1.0)
        centre = box.center()
        box.combineExtentWith(centre.x() - least, centre.y() - least)
        box.combineExtentWith(centre.x() + least, centre.y() + least)
        canvas = self._iface.mapCanvas()
        canvas.setReferencedExtent(QgsReferencedRectangle(box, layer.crs()))
        canvas.refresh()
        self.flash(layer, fids)
        return True

    def flash(self, layer: QgsVectorLayer, fids: Sequence[int]) -> None:
        """Flash some features where they are, as far as that many can be told apart."""
        colour, faded = QColor(_COLOUR), QColor(_COLOUR)
        faded.setAlpha(0)
        self._iface.mapCanvas().flashFeatureIds(layer, list(fids[:_MOST_FLASHED]), colour, faded)

    def open_form(self, layer: QgsVectorLayer, fid: int) -> None:
        """Open the form of a feature, beside the window and not in its way."""
        feature = layer.getFeature(fid)
        if feature.isValid():
            self._iface.openFeatureForm(layer, feature, False, False)


def _extent(layer: QgsVectorLayer, fids: Sequence[int]) -> QgsRectangle | None:
    """Return the box around features that are selected; it may be a point. None where none of them has a place."""
    if len(fids) > _MOST_FLASHED:  # without Python between one feature and the next
        everything = len(fids) >= layer.featureCount() >= 0
        box = QgsRectangle(layer.extent() if everything else layer.boundingBoxOfSelected())
        return None if box.isNull() else box
    request = QgsFeatureRequest().setFilterFids(list(fids)).setNoAttributes()
    found: QgsRectangle | None = None
    for feature in layer.getFeatures(request):
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        box = geometry.boundingBox()
        if found is None:
            found = QgsRectangle(box)
        else:
            found.combineExtentWith(box)
    return found
