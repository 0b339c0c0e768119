"""Lists of two lines a row: what the rules say of the site, and other places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from qgis.PyQt.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ....processing.i18n import named
from ...qt import number
from .. import verdicts
from ..inks import ink_of_row
from .answer import Alternative, Rule

BELOW_ROLE = Qt.ItemDataRole.UserRole
ASIDE_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2

_MARGIN, _ICON, _GAP = 4, 16, 6
_WRAPPED = number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | number(Qt.TextFlag.TextWordWrap)


class RowsModel(QAbstractListModel):
    """Rules or alternatives, answered from a tuple."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Rule | Alternative] = ()

    def show(self, rows: Sequence[Rule | Alternative]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return _rule_data(row, role) if isinstance(row, Rule) else _place_data(row, role)


def _rule_data(rule: Rule, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return rule.title
    if role == Qt.ItemDataRole.DecorationRole:
        return _icon(rule.kind)
    if role == BELOW_ROLE:
        return str(rule.values["message"] or "")
    if role == ASIDE_ROLE:
        return rule.distances
    if role == Qt.ItemDataRole.ToolTipRole:
        return f"{named(rule.word, rule.title)}\n{rule.values['message'] or ''}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{named(rule.word, rule.title)}. {rule.distances}"
    return None


def _place_data(place: Alternative, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return place.title
    if role == Qt.ItemDataRole.DecorationRole:
        return _icon(str(place.values["verdict"]))
    if role == BELOW_ROLE:
        return place.about
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return "\n".join(part for part in (place.title, place.about, place.values["remaining"]) if part)
    return None


_icons: dict[str, QIcon] = {}


def _icon(kind: str) -> QIcon:
    return _icons.setdefault(kind, verdicts.icon(kind))


class TwoLines(QStyledItemDelegate):
    """A mark, a title of as many lines as it needs, and below it a sentence with the distances to its right."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        room = self._view.viewport().width() - 2 * _MARGIN - _ICON - _GAP
        title = _title_height(str(index.data()), room, option.font)
        return QSize(100, title + QFontMetrics(option.font).height() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        option = QStyleOptionViewItem(option)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = ink_of_row(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        mark = QRect(box.topLeft() + QPoint(0, 2), _size())
        if selected:  # a blue mark on a blue row would not be seen
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#ffffff"))
            painter.drawEllipse(mark.adjusted(-2, -2, 2, 2))
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, mark)
        painter.setPen(ink)
        _lines(painter, box.adjusted(_ICON + _GAP, 0, 0, 0), option.font, index)
        painter.restore()


def _size() -> QSize:
    return QSize(_ICON, _ICON)


def _lines(painter: QPainter, box: QRect, font: QFont, index: QModelIndex) -> None:
    aside = str(index.data(ASIDE_ROLE) or "")
    metrics = QFontMetrics(font)
    height = metrics.height()
    room = metrics.horizontalAdvance(aside) + _GAP if aside else 0
    second = box.adjusted(0, box.height() - height, 0, 0)
    elide, left = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(_bold(font))
    painter.drawText(box, _WRAPPED, str(index.data()))
    painter.setFont(font)
    painter.setOpacity(0.8)
    below = metrics.elidedText(str(index.data(BELOW_ROLE) or ""), elide, second.width() - room)
    painter.drawText(second, number(left), below)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(second, number(right), aside)


def _title_height(title: str, width: int, font: QFont) -> int:
    return int(QFontMetrics(_bold(font)).boundingRect(QRect(0, 0, max(width, 50), 10_000), _WRAPPED, title).height())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
