"""Two lines of text in one cell of a table, the second one smaller and fainter."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ...processing.i18n import tr
from ..qt import number
from .inks import ink_of_row

# How high such a row is, in lines: the second one is smaller, and Khmer's line height is more than the letters need.
TWO_LINES = 1.72
_PADDING, _GAP = 3, 8
_SMALL = 0.88
_FAINT, _FAINT_ON_DARK, _FAINT_SELECTED = 165, 205, 255  # of 255: the colour of a selection takes enough
_HALF = 128


def draw_without_text(
    delegate: QStyledItemDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
) -> tuple[QStyleOptionViewItem, str]:
    """Draw a cell but for its text; return how it was drawn, and the text."""
    made = QStyleOptionViewItem(option)
    delegate.initStyleOption(made, index)
    text, made.text = made.text, ""
    style = made.widget.style() if made.widget is not None else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, made.widget)
    return made, text


def draw_two_lines(
    painter: QPainter, option: QStyleOptionViewItem, text: str, other: str, asides: tuple[str, str] = ("", "")
) -> None:
    """Write a text and another one below it, each shortened to the room there is.

    Parameters
    ----------
    painter : QPainter
    option : QStyleOptionViewItem
        Of the cell, whose background has been drawn.
    text, other : str
    asides : (str, str)
        Small and faint at the right end of each line, up to half of it, and never shortened for the text's sake.
    """
    colour = ink_of_row(option)
    light = colour.lightness() >= _HALF  # a grey on black is harder to read than one on white
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    faint = _FAINT_SELECTED if selected else _FAINT_ON_DARK if light else _FAINT
    small = QFont(option.font)
    small.setPointSizeF(option.font.pointSizeF() * _SMALL)
    box = option.rect.adjusted(_PADDING, 1, -_PADDING, 0)
    upper = QRect(box.left(), box.top(), box.width(), round(box.height() * 0.54))
    lower = QRect(box.left(), upper.bottom(), box.width(), box.bottom() - upper.bottom())
    painter.save()
    for line, words, aside, font, alpha in (
        (upper, text, asides[0], option.font, 255),
        (lower, other, asides[1], small, faint),
    ):
        colour.setAlpha(faint)
        taken = _write(painter, line, aside, small, colour, half=True) if aside else 0
        colour.setAlpha(alpha)
        _write(painter, line.adjusted(0, 0, -taken, 0), words, font, colour)
    painter.restore()


def as_list(table: QTableView, name: str) -> None:
    """Make a table a list of rows that are chosen whole and not edited; `name` is for who does not see it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setIconSize(QSize(16, 16))
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setMinimumSectionSize(24)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


def offer_sorting(menu: QMenu, table: QTableView) -> None:
    """Offer in the menu of a table's head to sort by each column, also by those that two lines take the place of."""
    header, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        title = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        action = menu.addAction(tr("Sort by {column}").format(column=title))
        action.triggered.connect(
            lambda _checked, column=column: header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        )


def _write(painter: QPainter, line: QRect, words: str, font: QFont, colour: QColor, half: bool = False) -> int:
    """Write into a line, or into the right half of it; return how many pixels are taken then."""
    metrics = QFontMetrics(font)
    side = Qt.AlignmentFlag.AlignRight if half else Qt.AlignmentFlag.AlignLeft
    how = number(Qt.AlignmentFlag.AlignVCenter | side) | number(Qt.TextFlag.TextDontClip)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width() // 2 if half else line.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(line, how, shown)
    return metrics.horizontalAdvance(shown) + _GAP
