"""How the head of a group is drawn in the list of findings: a title of up to two lines, and below it the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOption, QStyleOptionViewItem

from ...processing.i18n import tr
from ..qt import number
from . import verdicts
from .findings_model import FINDING_ROLE, GROUP_ROLE, Group
from .inks import ink_of_row
from .two_lines import draw_two_lines

if TYPE_CHECKING:
    from .findings_table import FindingsTable

_MARGIN, _ARROW, _GAP = 4, 16, 8
_LINES = 2
_WRAPPED = number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | number(Qt.TextFlag.TextWordWrap)
_LINE = number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def head_height(group: Group, width: int, font: QFont) -> int:
    """Return the height that the head of a group takes in a list of some width."""
    return _title_height(group, width, font) + QFontMetrics(font).height() + 3 * _MARGIN


class FindingDelegate(QStyledItemDelegate):
    """Draws the heads of groups; shortens ids in the middle, and the columns of text at their end."""

    def __init__(self, view: FindingsTable, texts: tuple[int, ...]) -> None:
        super().__init__(view)
        self._view, self._texts = view, texts

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        text = index.column() in self._texts
        option.textElideMode = Qt.TextElideMode.ElideRight if text else Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        group = index.data(GROUP_ROLE)
        if group is None:
            return super().sizeHint(option, index)
        return QSize(100, head_height(group, self._view.viewport().width(), option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        group = index.data(GROUP_ROLE)
        if group is None and self._view.narrow and index.column() in self._texts:
            self._draw_finding(painter, QStyleOptionViewItem(option), index)
            return
        if group is None:
            super().paint(painter, option, index)
            return
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        option.text = ""
        # What is seen of it: columns that are a scroll away must not take the counts with them.
        seen = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        option.rect = seen
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ink = ink_of_row(option)
        if not selected:
            shade = QColor(ink)
            shade.setAlpha(22)
            painter.fillRect(seen, shade)
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        self._draw_arrow(painter, option, group)
        painter.setPen(ink)
        _draw_words(painter, seen, option.font, group, selected)
        painter.restore()

    def _draw_finding(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw factory and id, and below them why: all that a narrow panel shows of a finding."""
        self.initStyleOption(option, index)
        option.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        one = index.data(FINDING_ROLE)
        name, aside = (one.factory_name, one.factory_id) if one.factory_name else (one.factory_id, "")
        draw_two_lines(painter, option, name, one.message, (aside, ""))

    def _draw_arrow(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        arrow = QStyleOption()
        arrow.palette = option.palette
        arrow.state = option.state
        height = QFontMetrics(option.font).height()
        arrow.rect = QRect(_MARGIN, option.rect.top() + _MARGIN + (height - _ARROW // 2) // 2, _ARROW // 2, _ARROW // 2)
        down, right = QStyle.PrimitiveElement.PE_IndicatorArrowDown, QStyle.PrimitiveElement.PE_IndicatorArrowRight
        self._view.style().drawPrimitive(down if group.open else right, arrow, painter, self._view)


def _draw_words(painter: QPainter, box: QRect, font: QFont, group: Group, selected: bool) -> None:
    height = _title_height(group, box.width(), font)
    left = box.left() + _MARGIN + _ARROW
    painter.setFont(_bold(font))
    title = QRect(left, box.top() + _MARGIN, box.width() - left - _MARGIN, height)
    painter.drawText(title, _WRAPPED, _shortened(group.title, title.width(), font))
    painter.setFont(font)
    metrics = QFontMetrics(font)
    line = QRect(left, title.bottom() + _MARGIN, title.width(), metrics.height())
    painter.setClipRect(line.adjusted(0, -2, 0, 2))
    counted = counted_in(group, line.width() - _kinds_width(group, metrics), metrics)
    painter.drawText(line, _LINE, counted)
    line.setLeft(line.left() + metrics.horizontalAdvance(counted) + _GAP)
    _draw_kinds(painter, line, metrics, group, selected)


def counted_in(group: Group, room: int, metrics: QFontMetrics) -> str:
    """Return how many factories a group is about: those with findings, as a province has others too.

    In fewer words where the marks and numbers that follow would not be seen.
    """
    count = QLocale().toString(group.factories)
    told = tr("Factories with findings: {count}").format(count=count)
    return told if metrics.horizontalAdvance(told) <= room else tr("With findings: {count}").format(count=count)


def _kinds_width(group: Group, metrics: QFontMetrics) -> int:
    """Return how wide the marks and numbers are, with the gap before each."""
    numbers = (metrics.horizontalAdvance(QLocale().toString(count)) for _kind, count in group.kinds)
    return sum(_GAP + metrics.ascent() + 4 + number for number in numbers)


def _draw_kinds(painter: QPainter, line: QRect, metrics: QFontMetrics, group: Group, selected: bool) -> None:
    """Draw a mark and a number for each kind."""
    x, mark = line.left(), metrics.ascent()
    for kind, count in group.kinds:
        top = line.top() + (line.height() - mark) / 2
        pen = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:  # a mark in the colour of the row would not be seen
            painter.setBrush(QColor("#ffffff"))
            painter.drawEllipse(QRectF(x - 1.5, top - 1.5, mark + 3, mark + 3))
        verdicts.draw(painter, QRectF(x, top, mark, mark), kind)
        painter.setPen(pen)
        text = QLocale().toString(count)
        x += mark + 4
        painter.drawText(QRect(x, line.top(), line.width(), line.height()), _LINE, text)
        x += metrics.horizontalAdvance(text) + _GAP


def _title_height(group: Group, width: int, font: QFont) -> int:
    metrics = QFontMetrics(_bold(font))
    room = max(width - 2 * _MARGIN - _ARROW, 50)
    needed = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, group.title).height()
    return min(needed, _LINES * metrics.lineSpacing())


def _shortened(title: str, width: int, font: QFont) -> str:
    """Return a title that fits into its lines; what does not fit is in the tooltip."""
    metrics = QFontMetrics(_bold(font))

    def fits(text: str) -> bool:
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text)
        return bool(box.height() <= _LINES * metrics.lineSpacing() + 1)

    if fits(title):
        return title
    least, most = 0, len(title)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(title[:middle].rstrip() + "…") else (least, middle - 1)
    return title[:least].rstrip() + "…"


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
