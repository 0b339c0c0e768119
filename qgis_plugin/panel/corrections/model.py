"""The proposals as Qt sees them: rows in the order and the choice of the moment, answered from columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ....processing.coordinates.sentences import code_titles, metres, registration_title
from ....processing.i18n import tr
from ...qt import number
from . import certainty
from .proposals import CERTAINTIES, STATES, Found, Proposals, Wanted

COLUMNS = ("state", "certainty", "factory", "kind", "moved")
BELOW_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = number(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MARKS = ("state", "certainty")


class ProposalsModel(QAbstractTableModel):
    """Rows of `Proposals`: searched, filtered and sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._proposals: Proposals | None = None
        self._wanted = Wanted()
        self._sorted_by = ("kind", False)
        self._order = self._rows = np.zeros(0, dtype="int64")
        self._found: Found | None = None
        self._titles = code_titles()
        self._icons = {name: certainty.icon(name) for name in CERTAINTIES}
        self._signs = {state: certainty.state_icon(state) for state in STATES}

    @property
    def proposals(self) -> Proposals | None:
        """What is shown; None before anything was read."""
        return self._proposals

    @property
    def found(self) -> Found | None:
        """What is looked for; None before anything was read."""
        return self._found

    @property
    def rows(self) -> np.ndarray:
        """Which proposal stands in each row."""
        return self._rows

    def set_proposals(self, proposals: Proposals | None) -> None:
        """Show another result."""
        self.beginResetModel()
        self._proposals = proposals
        self._arrange()
        self.endResetModel()

    def set_wanted(self, wanted: Wanted) -> None:
        """Show the proposals that are looked for."""
        self.beginResetModel()
        self._wanted = wanted
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; called by the head of the table."""
        if not 0 <= column < len(COLUMNS):
            return
        self.beginResetModel()
        self._sorted_by = (COLUMNS[column], order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def show_decisions(self) -> bool:
        """Show what was decided since; return whether that changed which rows are shown."""
        if self._proposals is None:
            return False
        found = self._proposals.search(self._wanted)
        rows = self._order[found.mask[self._order]]  # in the order as it was: what is decided on must not run away
        if np.array_equal(rows, self._rows):
            self._found = found
            last = self.index(max(self.rowCount() - 1, 0), len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._found, self._rows = found, rows
        self.endResetModel()
        return True

    def row_of(self, proposal: int) -> int:
        """Return the row that shows a proposal; -1 where none does."""
        found = np.flatnonzero(self._rows == proposal)
        return int(found[0]) if len(found) else -1

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        title = column_title(COLUMNS[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if COLUMNS[section] in _MARKS else title
        return title if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._proposals is None or not index.isValid():
            return None
        row, column = int(self._rows[index.row()]), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column in _MARKS else self._shown(self._proposals, row, column)
        if role == Qt.ItemDataRole.DecorationRole:
            if column == "state":
                return self._signs[self._proposals.state(row)]
            return self._icons.get(_certainty(self._proposals, row)) if column == "certainty" else None
        if role == BELOW_ROLE:
            return self._below(self._proposals, row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(self._proposals, row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == "moved" else _LEFT
        return None

    def kind_title(self, code: str) -> str:
        """Return what a code is called."""
        return self._titles.get(code) or (registration_title() if code == "REGISTRATION" else code)

    def _arrange(self) -> None:
        if self._proposals is not None:
            self._order = self._proposals.order(*self._sorted_by)
        self._choose()

    def _choose(self) -> None:
        if self._proposals is None:
            self._rows, self._found = np.zeros(0, dtype="int64"), None
            return
        self._found = self._proposals.search(self._wanted)
        self._rows = self._order[self._found.mask[self._order]]

    def _shown(self, proposals: Proposals, row: int, column: str) -> str:
        texts = proposals.texts
        if column == "factory":
            return texts["factory_name"][row] or texts["factory_id"][row] or tr("(no id)")
        if column == "kind":
            return self.kind_title(texts["code"][row])
        return moved(proposals, row)

    @staticmethod
    def _below(proposals: Proposals, row: int, column: str) -> str:
        """Return the second line of a cell."""
        if column == "factory":
            return proposals.texts["factory_id"][row] if proposals.texts["factory_name"][row] else ""
        if column == "kind":
            return place_told(proposals, row)
        return ""

    def _told(self, proposals: Proposals, row: int, column: str) -> str:
        """Return the whole of what a cell has room for only a part of."""
        if column == "state":
            return certainty.state_label(proposals.state(row))
        if column == "certainty":
            return certainty.label(_certainty(proposals, row))
        lines = (self._shown(proposals, row, column), self._below(proposals, row, column))
        return "\n".join(line for line in lines if line)


def column_title(column: str) -> str:
    """Return the head of a column."""
    titles = {
        "state": tr("Decision"),
        "certainty": tr("Certainty"),
        "factory": tr("Factory"),
        "kind": tr("Problem"),
        "moved": tr("Move"),
    }
    return titles[column]


def moved(proposals: Proposals, row: int) -> str:
    """Return in a few letters how far and where to; what does not move says what else it does."""
    if proposals.blank(row):
        return tr("removed")
    distance = float(proposals.numbers["moved_m"][row])
    if distance != distance:
        return tr("new place")
    if distance == 0:
        return tr("stays")
    return f"{metres(distance)} {direction(proposals.texts['direction'][row])}".strip()


def direction(wind: str) -> str:
    """Return in the language of QGIS where to, which a result has as N, NE and so on."""
    words = {
        "N": tr("N"),
        "NE": tr("NE"),
        "E": tr("E"),
        "SE": tr("SE"),
        "S": tr("S"),
        "SW": tr("SW"),
        "W": tr("W"),
        "NW": tr("NW"),
    }
    return words.get(wind, wind)


def place_told(proposals: Proposals, row: int) -> str:
    """Return which of several places of a finding a row is; empty where it has one."""
    places = int(proposals.places[row])
    if places < 2:
        return ""
    return tr("place {number} of {places}").format(number=round(proposals.numbers["rank"][row]), places=places)


def _certainty(proposals: Proposals, row: int) -> str:
    place = int(proposals.certainty[row])
    return CERTAINTIES[place] if place < len(CERTAINTIES) else ""
