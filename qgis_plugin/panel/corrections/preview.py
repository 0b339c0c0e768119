"""One proposal on the map: where the factory stands, where it may really stand, and how far that is."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from ....processing.coordinates.sentences import metres
from ....processing.i18n import tr
from ...maptools.ground import circle
from ..site.drawing import WGS84
from . import certainty
from .declared import Declared
from .model import moved
from .proposals import CERTAINTIES, Proposals

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_M_PER_DEG = 111_320.0
_HALF_WIDTH_M = 600.0
_AIR = 1.5
# Farther away than this, both ends on one map show nothing of either: it goes to the proposed place.
_FARTHEST_DEG = 3.0
_MARK, _SMALL, _HEAD = 15.0, 11.0, 11.0  # pixels
_LEAST_LINE = 2 * _MARK
_INK = "#1f2933"


class Overlay(QgsMapCanvasItem):
    """Marks, arrow and distance, with halos so that they stand out on any ground."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.old: QgsPointXY | None = None
        self.new: QgsPointXY | None = None
        self.others: list[tuple[QgsPointXY, str]] = []
        self.border: QgsPointXY | None = None
        self.sure, self.told, self.unit = "", "", ""
        self.setZValue(200)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self) -> None:
        self.update()

    def paint(self, painter: QPainter, _option: object = None, _widget: object = None) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._canvas.font())
        font.setBold(True)
        painter.setFont(font)
        for point, number in self.others:
            at = self.toCanvasCoordinates(point)
            self._mark(painter, at, _SMALL, hollow=True)
            self._write(painter, QPointF(at.x() + _SMALL, at.y() + _SMALL / 2), number)
        old, new = (None if one is None else self.toCanvasCoordinates(one) for one in (self.old, self.new))
        if old is not None and new is not None:
            self._arrow(painter, old, new)
        if old is not None:
            self._mark(painter, old, _MARK, hollow=True)
        if new is not None:
            self._mark(painter, new, _MARK, hollow=False)
        elif old is not None:  # the location is to be taken away
            self._cross(painter, old)
        at = new or old
        if self.told and at is not None and (old is None or new is None or _apart(old, new) < _LEAST_LINE):
            width = painter.fontMetrics().horizontalAdvance(self.told)  # above: names stand beside their factories
            self._write(painter, QPointF(at.x() - width / 2, at.y() - _MARK), self.told)
        if self.border is not None:
            at = self.toCanvasCoordinates(self.border)
            self._write(painter, QPointF(at.x() + _SMALL, at.y() - _SMALL / 2), self.unit)
        painter.restore()

    def _arrow(self, painter: QPainter, old: QPointF, new: QPointF) -> None:
        length = _apart(old, new)
        if length < _LEAST_LINE:
            return
        way = QPointF((new.x() - old.x()) / length, (new.y() - old.y()) / length)
        tip = QPointF(new.x() - way.x() * _MARK * 0.75, new.y() - way.y() * _MARK * 0.75)
        foot = QPointF(tip.x() - way.x() * _HEAD, tip.y() - way.y() * _HEAD)
        side = QPointF(-way.y() * _HEAD / 2, way.x() * _HEAD / 2)
        head = QPolygonF([tip, QPointF(foot.x() + side.x(), foot.y() + side.y()), foot - side])
        for colour, width in ((QColor(255, 255, 255, 210), 6.0), (certainty.colour(self.sure), 2.5)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(old, foot)
        painter.setPen(QPen(QColor("#ffffff"), 1.0))
        painter.setBrush(certainty.colour(self.sure))
        painter.drawPolygon(head)
        self._write(painter, QPointF((old.x() + new.x()) / 2 + 6, (old.y() + new.y()) / 2 - 6), self.told)

    def _mark(self, painter: QPainter, at: QPointF, size: float, *, hollow: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 210))
        painter.drawEllipse(at, size / 2 + 3, size / 2 + 3)
        box = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
        certainty.draw(painter, box, self.sure, hollow=hollow)

    @staticmethod
    def _cross(painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(QColor("#c0392b"), 3.0))
        for turn in (1, -1):
            painter.drawLine(
                QPointF(at.x() - _MARK, at.y() - turn * _MARK), QPointF(at.x() + _MARK, at.y() + turn * _MARK)
            )

    @staticmethod
    def _write(painter: QPainter, at: QPointF, text: str) -> None:
        path = QPainterPath()
        path.addText(at, painter.font(), text)
        painter.strokePath(path, QPen(QColor("#ffffff"), 3.5))
        painter.fillPath(path, QColor(_INK))


class Preview:
    """All that the tab draws on one map; `remove` takes it away for good."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas, self._project = canvas, project
        self.circle = QgsRubberBand(canvas, _POLYGON)
        self.circle.setWidth(1)
        self.circle.setLineStyle(Qt.PenStyle.DashLine)
        self.circle.setZValue(100)
        self.unit = QgsRubberBand(canvas, _POLYGON)
        self.unit.setWidth(2)
        self.unit.setStrokeColor(QColor(_INK))
        self.unit.setSecondaryStrokeColor(QColor(255, 255, 255, 210))
        self.unit.setFillColor(QColor(0, 0, 0, 0))
        self.unit.setZValue(90)
        self.overlay = Overlay(canvas)
        self._box: QgsRectangle | None = None

    def show(self, proposals: Proposals, row: int, unit: Declared | None = None) -> None:
        """Draw a proposal, and the unit that the register says the factory is in."""
        old, new = (proposals.place(row, when) for when in ("old", "new"))
        place = proposals.certainty[row]
        overlay = self.overlay
        overlay.sure = CERTAINTIES[place] if place < len(CERTAINTIES) else ""
        overlay.old, overlay.new = self._on_map(old), self._on_map(new)
        overlay.told = _label(proposals, row)
        overlay.others = self._others(proposals, row)
        overlay.update()
        radius = float(proposals.numbers["new_accuracy_m"][row])
        centre = new or old
        drawn = centre is not None and radius > 0
        shape = circle(*centre, radius) if centre is not None and drawn else QgsGeometry()
        colour = certainty.colour(overlay.sure)
        fill = QColor(colour)
        fill.setAlpha(30)
        self.circle.setStrokeColor(colour)
        self.circle.setFillColor(fill)
        self.circle.setToGeometry(shape, WGS84)
        border = None if unit is None else _border(unit, old)
        self.unit.setToGeometry(QgsGeometry() if unit is None else unit.outline, WGS84)
        overlay.border = self._on_map(border)
        overlay.unit = "" if unit is None else tr("declared: {unit}").format(unit=unit.called)
        self._box = _look_at(old, new, shape, border)

    def go(self) -> bool:
        """Move the map to both ends; return False where there is no place to go to."""
        if self._box is None:
            return False
        self._canvas.setReferencedExtent(QgsReferencedRectangle(self._box, WGS84))
        self._canvas.refresh()
        return True

    def clear(self) -> None:
        """Remove what is drawn."""
        self._box = None
        self.overlay.old = self.overlay.new = self.overlay.border = None
        self.unit.reset(_POLYGON)
        self.overlay.others, self.overlay.told = [], ""
        self.overlay.update()
        self.circle.reset(_POLYGON)

    def remove(self) -> None:
        """Take everything off the canvas for good."""
        self.clear()
        scene = self._canvas.scene()
        if scene is not None:
            for item in (self.circle, self.unit, self.overlay):
                scene.removeItem(item)

    def _others(self, proposals: Proposals, row: int) -> list[tuple[QgsPointXY, str]]:
        """Return the other places of the same finding, with their numbers."""
        if proposals.places[row] < 2:
            return []
        found = []
        for other in proposals.alternatives(row):
            point = self._on_map(proposals.place(other, "new"))
            if other != row and point is not None:
                found.append((point, str(round(proposals.numbers["rank"][other]))))
        return found

    def _on_map(self, place: tuple[float, float] | None) -> QgsPointXY | None:
        if place is None:
            return None
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(WGS84, crs, self._project.transformContext())
        try:
            point = transform.transform(QgsPointXY(*place))
        except QgsCsException:
            return None
        return point if math.isfinite(point.x()) and math.isfinite(point.y()) else None


def _label(proposals: Proposals, row: int) -> str:
    """Return what stands beside the place: how far it moves, or how accurate it is where it stays."""
    accuracy = float(proposals.numbers["new_accuracy_m"][row])
    if proposals.numbers["moved_m"][row] == 0 and accuracy == accuracy:
        return f"± {metres(accuracy)}"
    return moved(proposals, row)


def _look_at(
    old: tuple[float, float] | None,
    new: tuple[float, float] | None,
    shape: QgsGeometry,
    border: tuple[float, float] | None = None,
) -> QgsRectangle | None:
    """Return what to look at, in degrees: both ends with some air, never less than a neighbourhood.

    Also the border of the declared unit, where a factory is outside of it.
    """
    if old is not None and new is not None and math.hypot(old[0] - new[0], old[1] - new[1]) > _FARTHEST_DEG:
        old = None
    ends = [QgsPointXY(*end) for end in (old, new) if end is not None]
    if not ends:
        return None
    box = QgsRectangle(ends[0], ends[-1])
    if border is not None and old is not None:
        box.combineExtentWith(QgsRectangle(QgsPointXY(*border), QgsPointXY(*border)))
    if not shape.isEmpty():
        box.combineExtentWith(shape.boundingBox())
    box.scale(_AIR)
    centre, least = box.center(), _HALF_WIDTH_M / _M_PER_DEG
    box.combineExtentWith(QgsRectangle(centre.x() - least, centre.y() - least, centre.x() + least, centre.y() + least))
    return box


def _border(unit: Declared, place: tuple[float, float] | None) -> tuple[float, float] | None:
    """Return where the border of a unit is nearest to a place outside of it; None for a place inside, or none."""
    point = QgsGeometry() if place is None else QgsGeometry.fromPointXY(QgsPointXY(*place))
    if point.isNull() or unit.outline.contains(point):
        return None
    nearest = unit.outline.nearestPoint(point)
    return None if nearest.isNull() else (nearest.asPoint().x(), nearest.asPoint().y())


def _apart(a: QPointF, b: QPointF) -> float:
    return math.hypot(a.x() - b.x(), a.y() - b.y())
