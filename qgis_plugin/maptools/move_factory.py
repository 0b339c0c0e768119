"""Takes a factory from its place on the map and puts it down elsewhere: by two clicks, or by dragging it."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsDistanceArea, QgsPointXY, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QCursor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from ...processing.i18n import tr
from ...processing.messages import metres
from ..panel.site.drawing import Label, Overlay

_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_COLOUR = QColor("#d55e00")


class MoveFactoryTool(QgsMapTool):
    """Says where a factory is taken and put; places are in the coordinate system of the map."""

    pressed = pyqtSignal(QgsPointXY)  # where a factory is to be taken: the answer is `take`
    carried = pyqtSignal(QgsPointXY)  # on its way
    dropped = pyqtSignal(QgsPointXY)
    escaped = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._project = project
        self._from: QgsPointXY | None = None
        self._pressed: QPoint | None = None
        self._placed = False
        self._line: QgsRubberBand | None = None
        self._mark: QgsRubberBand | None = None
        self._overlay: Overlay | None = None
        self._usual = QgsApplication.getThemeCursor(QgsApplication.Cursor.Select)
        self.setCursor(self._usual)

    @property
    def carries(self) -> bool:
        """Whether a factory is in the hand."""
        return self._from is not None and not self._placed

    def take(self, place: QgsPointXY) -> None:
        """Take the factory of a place into the hand."""
        self.let_go()
        self._from = place
        self._line = self._band(_LINE)
        self._line.setWidth(2)
        self._line.setLineStyle(Qt.PenStyle.DashLine)
        self._mark = self._band(_POINT)
        self._mark.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._mark.setIconSize(15)
        self._overlay = Overlay(self._canvas)
        self._canvas.setCursor(QCursor(Qt.CursorShape.ClosedHandCursor))
        self._show(place)

    def let_go(self) -> None:
        """Forget what is in the hand, and draw nothing."""
        self._from = self._pressed = None
        self._placed = False
        scene = self._canvas.scene()
        for item in (self._line, self._mark, self._overlay):
            if item is not None and not sip.isdeleted(item) and scene is not None:
                scene.removeItem(item)
        self._line = self._mark = self._overlay = None
        if self.isActive():
            self._canvas.setCursor(self._usual)

    def distance_m(self, a: QgsPointXY, b: QgsPointXY) -> float:
        """Return how far two places of the map lie apart on the ground."""
        measure = QgsDistanceArea()
        measure.setSourceCrs(self._canvas.mapSettings().destinationCrs(), self._project.transformContext())
        measure.setEllipsoid("WGS84")
        return float(measure.measureLine(a, b))

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._placed:
            return
        if self.carries:
            return
        self.pressed.emit(self.toMapCoordinates(event.pos()))
        self._pressed = event.pos() if self.carries else None

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self.carries:
            place = self.toMapCoordinates(event.pos())
            self._show(place)
            self.carried.emit(place)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.carries:
            return
        start, self._pressed = self._pressed, None
        if start is not None and (event.pos() - start).manhattanLength() < QApplication.startDragDistance():
            return  # it was clicked, not dragged: the next click puts it down
        place = self.toMapCoordinates(event.pos())
        self._show(place)
        self._placed = True
        self.dropped.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()

    def deactivate(self) -> None:
        self.let_go()
        super().deactivate()
        self.left.emit()

    def _band(self, kind: QgsWkbTypes.GeometryType) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        band.setColor(_COLOUR)
        band.setSecondaryStrokeColor(QColor("#ffffff"))
        band.setZValue(150)
        return band

    def _show(self, place: QgsPointXY) -> None:
        """Draw the way from where the factory stands to a place, with its length."""
        if self._from is None or self._line is None or self._mark is None or self._overlay is None:
            return
        self._line.reset(_LINE)
        self._mark.reset(_POINT)
        for point in (self._from, place):
            self._line.addPoint(point)
        self._mark.addPoint(place)
        length = self.distance_m(self._from, place)
        label = Label(self._from, place, tr("{metres} m").format(metres=metres(length)), _COLOUR)
        self._overlay.show_labels((label,))
