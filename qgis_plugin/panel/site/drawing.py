"""The site on the map: where it is, how well that is known, and lines to what the rules measured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from ...maptools.ground import circle as circle_on_ground
from .. import verdicts
from .answer import OPEN, Answer

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_WIDTH, _WIDE = 2, 4
_MARK = 14  # pixels
_LEAST_LINE = 36  # pixels: on a shorter line a number hides more than it tells


@dataclass(frozen=True)
class Label:
    """A distance beside the middle of a line; ends in the coordinates of the map."""

    start: QgsPointXY
    end: QgsPointXY
    text: str
    colour: QColor


class Overlay(QgsMapCanvasItem):
    """The site, and distances beside lines, with a halo so that they stand out on any ground."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.labels: Sequence[Label] = ()
        self.site: QgsPointXY | None = None
        self._kind = ""
        self.setZValue(200)

    def show_site(self, at: QgsPointXY | None, kind: str) -> None:
        """Draw the site at a place of the map, with the mark of its verdict; None for nowhere."""
        self.site, self._kind = at, kind
        self.update()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Write other distances."""
        self.labels = labels
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self) -> None:
        self.update()

    def paint(self, painter: QPainter, _option: object = None, _widget: object = None) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.site is not None:
            self._paint_site(painter, self.toCanvasCoordinates(self.site))
        font = QFont(self._canvas.font())
        font.setBold(True)
        painter.setFont(font)
        taken: list[QRectF] = []
        for label in self.labels:
            self._paint_label(painter, label, taken)
        painter.restore()

    def _paint_site(self, painter: QPainter, at: QPointF) -> None:
        half = _MARK / 2
        painter.setPen(QPen(QColor("#333333"), 1.2))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(at, half + 5, half + 5)
        if self._kind:
            verdicts.draw(painter, QRectF(at.x() - half, at.y() - half, _MARK, _MARK), self._kind)
        else:
            painter.setBrush(QColor("#333333"))
            painter.drawEllipse(at, 4, 4)

    def _paint_label(self, painter: QPainter, label: Label, taken: list[QRectF]) -> None:
        """Write a distance beside its line, if there is room for it."""
        start, end = self.toCanvasCoordinates(label.start), self.toCanvasCoordinates(label.end)
        if math.hypot(end.x() - start.x(), end.y() - start.y()) < _LEAST_LINE:
            return
        box = painter.fontMetrics().boundingRect(label.text)
        at = QPointF((start.x() + end.x()) / 2 + 4, (start.y() + end.y()) / 2 - 4)
        room = QRectF(at.x(), at.y() - box.height(), box.width(), box.height())
        if any(room.intersects(other) for other in taken):
            return
        taken.append(room)
        path = QPainterPath()
        path.addText(at, painter.font(), label.text)
        painter.strokePath(path, QPen(QColor("#ffffff"), 3.5))
        painter.fillPath(path, label.colour)


class SiteDrawing:
    """All that the tab draws on one map; `remove` takes it away for good."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas, self._project = canvas, project
        self._circle = QgsRubberBand(canvas, _POLYGON)
        self._offered = QgsRubberBand(canvas, _POINT)
        self._overlay = Overlay(canvas)
        self._lines: list[QgsRubberBand] = []
        self._rows: list[int] = []  # the rule of each line
        self._offered.setIcon(QgsRubberBand.IconType.ICON_FULL_DIAMOND)
        self._offered.setIconSize(13)
        self._offered.setColor(verdicts.colour("pass"))
        self._offered.setSecondaryStrokeColor(QColor("#ffffff"))
        self._circle.setWidth(1)
        self._circle.setLineStyle(Qt.PenStyle.DashLine)
        self._circle.setZValue(100)
        self._offered.setZValue(110)

    def show_place(self, lon: float, lat: float, accuracy_m: float, kind: str = "") -> None:
        """Draw the site, in the colour of its verdict where there is one."""
        colour = verdicts.colour(kind) if kind else QColor("#333333")
        fill = QColor(colour)
        fill.setAlpha(30)
        self._overlay.show_site(self.on_map((lon, lat)), kind)
        self._circle.setStrokeColor(colour)
        self._circle.setFillColor(fill)
        circle = circle_on_ground(lon, lat, accuracy_m) if accuracy_m > 0 else QgsGeometry()
        self._circle.setToGeometry(circle, WGS84)

    def show_lines(self, answer: Answer) -> None:
        """Draw a line to what each rule that is broken or undecided measured."""
        rows = [(i, rule) for i, rule in enumerate(answer.rules) if rule.kind in OPEN and rule.line]
        self._clear_lines()
        self._rows = [i for i, _ in rows]
        labels, told = [], set()
        for _, rule in reversed(rows):  # the worst on top
            band = QgsRubberBand(self._canvas, _LINE)
            band.setStrokeColor(verdicts.colour(rule.kind))
            band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
            band.setWidth(_WIDTH)
            band.setZValue(105)
            ends = [QgsPointXY(*end) for end in rule.line or ()]
            band.setToGeometry(QgsGeometry.fromPolylineXY(ends), WGS84)
            self._lines.insert(0, band)
        for _, rule in rows:
            on_map = self.on_map(rule.line[0]), self.on_map(rule.line[1])
            if rule.metres and None not in on_map and (rule.line, rule.metres) not in told:
                told.add((rule.line, rule.metres))
                labels.append(Label(*on_map, rule.metres, verdicts.colour(rule.kind).darker(125)))
        self._overlay.show_labels(labels)

    def emphasise(self, row: int) -> None:
        """Draw the line of one rule wider than the others."""
        for own, band in zip(self._rows, self._lines):
            band.setWidth(_WIDE if own == row else _WIDTH)
            band.update()

    def show_offered(self, places: Sequence[tuple[float, float]]) -> None:
        """Mark other places."""
        points = [QgsPointXY(*place) for place in places]
        self._offered.setToGeometry(QgsGeometry.fromMultiPointXY(points) if points else QgsGeometry(), WGS84)

    def clear_answer(self) -> None:
        """Remove the lines and the other places."""
        self._clear_lines()
        self.show_offered([])

    def clear(self) -> None:
        """Remove everything that is drawn."""
        self.clear_answer()
        self._overlay.show_site(None, "")
        self._circle.reset(_POLYGON)

    def remove(self) -> None:
        """Take everything off the canvas for good."""
        self.clear()
        scene = self._canvas.scene()
        if scene is not None:
            for item in (self._circle, self._offered, self._overlay):
                scene.removeItem(item)

    def _clear_lines(self) -> None:
        scene = self._canvas.scene()
        for band in self._lines:
            scene.removeItem(band)
        self._lines, self._rows = [], []
        self._overlay.show_labels(())

    def on_map(self, lon_lat: tuple[float, float]) -> QgsPointXY | None:
        """Return a place in the coordinates of the map; None where the map has no such place."""
        transform = QgsCoordinateTransform(
            WGS84, self._canvas.mapSettings().destinationCrs(), self._project.transformContext()
        )
        try:
            return transform.transform(QgsPointXY(*lon_lat))
        except QgsCsException:
            return None
