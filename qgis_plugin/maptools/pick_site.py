"""Points at a place on the map: a click puts it there, the held button drags it, Esc ends."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QKeyEvent

# Pixels around the place within which the button takes hold of it, instead of putting it elsewhere.
_GRASP = 12


class PickSiteTool(QgsMapTool):
    """Says where the place is put, in the coordinate system of the map."""

    placed = pyqtSignal(QgsPointXY)
    dragged = pyqtSignal(QgsPointXY)
    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._site: QgsPointXY | None = None
        self._hold: QPoint | None = None
        self._point_cursor = QgsApplication.getThemeCursor(QgsApplication.Cursor.CapturePoint)
        self.setCursor(self._point_cursor)

    def show_site(self, point: QgsPointXY | None) -> None:
        """Tell where the place is now; None for nowhere."""
        self._site = point

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        grasped = self._near(event.pos())
        # Where the place is taken beside its middle it keeps that distance, and does not jump.
        self._hold = self._pixel() - event.pos() if grasped else QPoint(0, 0)
        if not grasped:
            self._move(event.pos())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._hold is not None:
            self._move(event.pos() + self._hold)
            return
        near = self._near(event.pos())
        self._canvas.setCursor(QCursor(Qt.CursorShape.OpenHandCursor) if near else self._point_cursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._hold is None:
            return
        hold, self._hold = self._hold, None
        self._site = self.toMapCoordinates(event.pos() + hold)
        self.placed.emit(self._site)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._hold = None
            self.escaped.emit()

    def deactivate(self) -> None:
        self._hold = None
        super().deactivate()

    def _move(self, pixel: QPoint) -> None:
        self._site = self.toMapCoordinates(pixel)
        self.dragged.emit(self._site)

    def _pixel(self) -> QPoint:
        return self.toCanvasCoordinates(self._site) if self._site is not None else QPoint(-1000, -1000)

    def _near(self, pixel: QPoint) -> bool:
        return (self._pixel() - pixel).manhattanLength() <= _GRASP
