"""Buttons, one a kind of finding: how many there are, and a filter for them."""

from __future__ import annotations

from typing import Protocol

from qgis.PyQt.QtCore import QLocale, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from ...processing.i18n import tr
from ..qt import number
from . import verdicts

_PADDING = 6
_LABEL_SCALE = 0.85
_NARROW_COLUMNS = (4, 3, 2)  # the first that has room for the numbers


class Look(Protocol):
    """How the kinds that chips stand for look and read, such as the module `verdicts`."""

    ORDER: tuple[str, ...]

    def colour(self, kind: str) -> QColor:
        """Return the colour of a kind."""

    def label(self, kind: str) -> str:
        """Return a kind as people read it."""

    def meaning(self, kind: str) -> str:
        """Return what it says, in one sentence."""

    def draw(self, painter: QPainter, box: QRectF, kind: str) -> None:
        """Draw its marker to fill a box."""


class VerdictChip(QAbstractButton):
    """A verdict's marker, count and name; pressed, it filters."""

    def __init__(self, verdict: str, parent: QWidget | None = None, look: Look = verdicts) -> None:
        super().__init__(parent)
        self._look = look
        self.verdict = verdict
        self._count = 0
        self._compact = False
        self._ink = QLabel(self)  # never shown: QGIS's themes colour labels, not widgets that paint themselves
        self._ink.hide()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_count(self, count: int, keep: bool = False) -> None:
        """Show `count`; a verdict without findings cannot be pressed, unless it is and `keep` says to leave it so."""
        self._count = count
        kept = keep and self.isChecked()
        self.setEnabled(count > 0 or kept)
        if not count and not kept:
            self.setChecked(False)
        name = self._look.label(self.verdict)
        self.setAccessibleName(tr("{verdict}: {count}").format(verdict=name, count=count))
        self.setToolTip(f"<b>{name}</b><br>{self._look.meaning(self.verdict)}")
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show marker and number alone; the name is in the tooltip."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """Return the number shown."""
        return self._count

    def sizeHint(self) -> QSize:
        bold, small = self._fonts()
        number = QFontMetrics(bold).horizontalAdvance(self._number()) + QFontMetrics(bold).height()
        name = 0 if self._compact else QFontMetrics(small).horizontalAdvance(self._look.label(self.verdict))
        below = 0 if self._compact else QFontMetrics(small).height()
        height = QFontMetrics(bold).height() + below + (_PADDING if self._compact else 2 * _PADDING)
        return QSize(max(number, name) + 2 * _PADDING, height)

    def minimumSizeHint(self) -> QSize:
        bold, _small = self._fonts()
        number = QFontMetrics(bold).horizontalAdvance(self._number()) + QFontMetrics(bold).height()
        return QSize(number + _PADDING, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        bold, small = self._fonts()
        marker = QFontMetrics(bold).ascent()
        line = QFontMetrics(bold).height()
        width = marker + _PADDING + QFontMetrics(bold).horizontalAdvance(self._number())
        left, top = (self.width() - width) / 2, _PADDING / 2 if self._compact else float(_PADDING)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._look.draw(painter, QRectF(left, top + (line - marker) / 2, marker, marker), self.verdict)
        painter.setPen(self._text_colour())
        painter.setFont(bold)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left + marker + _PADDING, top, self.width(), line), number(centre), self._number())
        if not self._compact:
            self._paint_name(painter, small, top + line)
        painter.end()

    def _paint_name(self, painter: QPainter, small: QFont, top: float) -> None:
        painter.setFont(small)
        below = QRectF(0, top, self.width(), self.height() - top - _PADDING / 2)
        name = painter.fontMetrics().elidedText(
            self._look.label(self.verdict), Qt.TextElideMode.ElideRight, self.width() - 4
        )
        painter.drawText(below, number(Qt.AlignmentFlag.AlignHCenter), name)

    def _paint_box(self, painter: QPainter) -> None:
        accent = self._look.colour(self.verdict)
        fill = QColor(self.palette().color(QPalette.ColorRole.Base))
        line = self._text_colour()
        line.setAlpha(90)
        edge = QPen(line, 1.0)
        if self.isEnabled() and (self.isChecked() or self.underMouse() or self.hasFocus()):
            edge = QPen(accent, 2.0 if self.isChecked() or self.hasFocus() else 1.0)
        painter.setPen(edge)
        painter.setBrush(fill)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            tint = QColor(accent)
            tint.setAlpha(46)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, 4, 4)

    def _fonts(self) -> tuple[QFont, QFont]:
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        if small.pointSizeF() > 0:
            small.setPointSizeF(small.pointSizeF() * _LABEL_SCALE)
        return bold, small

    def _text_colour(self) -> QColor:
        self._ink.ensurePolished()
        return self._ink.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)

    def _number(self) -> str:
        return QLocale().toString(self._count)


class VerdictChips(QWidget):
    """The chips of all verdicts, worst first."""

    selection_changed = pyqtSignal(set)

    def __init__(self, parent: QWidget | None = None, look: Look = verdicts) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._chips = [VerdictChip(verdict, self, look) for verdict in look.ORDER]
        for chip in self._chips:
            chip.toggled.connect(self._announce)
        self._columns = 0
        self._compact = False
        self._arrange(min(_NARROW_COLUMNS[0], len(self._chips)))

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many findings each verdict has and let go of the filter."""
        for chip in self._chips:
            chip.setChecked(False)
            chip.set_count(counts.get(chip.verdict, 0))
        self._fit(self.width())

    def chips(self) -> list[VerdictChip]:
        """Return the chips, worst verdict first."""
        return list(self._chips)

    def chip(self, verdict: str) -> VerdictChip:
        """Return the chip of `verdict`."""
        return self._chips[self._look.ORDER.index(verdict)]

    def selected(self) -> set[str]:
        """Return the verdicts pressed; empty when nothing is filtered."""
        return {chip.verdict for chip in self._chips if chip.isChecked()}

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(_NARROW_COLUMNS[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def set_compact(self, compact: bool) -> None:
        """Take one low row, where there is room for it, for a low panel: markers and numbers alone."""
        if compact != self._compact:
            self._compact = compact
            for chip in self._chips:
                chip.set_compact(compact)
            self._fit(self.width())

    def _fit(self, width: int) -> None:
        one_row = sum(chip.sizeHint().width() + self._grid.spacing() for chip in self._chips)
        fitting = [one for one in _NARROW_COLUMNS if self._least(one) <= width]
        columns = min(fitting[0] if fitting else _NARROW_COLUMNS[-1], len(self._chips))
        self._arrange(len(self._chips) if width >= one_row else columns)

    def _least(self, columns: int) -> int:
        """Return the width in which no number of so many columns is cut."""
        widest = max(chip.minimumSizeHint().width() for chip in self._chips)
        return columns * (widest + self._grid.spacing()) - self._grid.spacing()

    def _arrange(self, columns: int) -> None:
        """Put the chips into rows of `columns`: a narrow panel has no room for all beside each other."""
        if columns == self._columns:
            return
        self._columns = columns
        last = len(self._chips) - 1
        for place, chip in enumerate(self._chips):
            row, column = divmod(place, columns)
            self._grid.addWidget(chip, row, column, 1, columns - column if place == last else 1)

    def _announce(self, _checked: bool) -> None:
        self.selection_changed.emit(self.selected())
