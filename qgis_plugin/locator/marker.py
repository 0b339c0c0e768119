"""A ring on the map that blinks for a moment, large enough to be seen on any background."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor

_COLOUR, _RIM = "#d55e00", "#ffffff"
_PIXELS, _WIDTH, _RIM_WIDTH = 30, 3, 7
_BLINK_MS, _BLINKS = 350, 9


class Marker:
    """Blinks at one place at a time; `clear` takes it off the map at once."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._rings: list[QgsVertexMarker] = []
        self._left = 0
        self._timer = QTimer()
        self._timer.setInterval(_BLINK_MS)
        self._timer.timeout.connect(self._blink)

    def show(self, point: QgsPointXY) -> None:
        """Blink at a point in the CRS of the map."""
        self.clear()
        for colour, width in ((_RIM, _RIM_WIDTH), (_COLOUR, _WIDTH)):
            ring = QgsVertexMarker(self._canvas)
            ring.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
            ring.setIconSize(_PIXELS)
            ring.setPenWidth(width)
            ring.setColor(QColor(colour))
            ring.setCenter(point)
            self._rings.append(ring)
        self._left = _BLINKS
        self._timer.start()

    def clear(self) -> None:
        """Take the ring off the map."""
        self._timer.stop()
        scene = None if sip.isdeleted(self._canvas) else self._canvas.scene()  # gone where QGIS is being closed
        for ring in self._rings:
            if scene is not None and not sip.isdeleted(ring):
                scene.removeItem(ring)
        self._rings = []

    def _blink(self) -> None:
        self._left -= 1
        if self._left <= 0 or any(sip.isdeleted(ring) for ring in self._rings):
            self.clear()
            return
        for ring in self._rings:
            ring.setVisible(self._left % 2 == 1)
