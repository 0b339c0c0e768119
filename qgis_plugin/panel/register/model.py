"""The register as Qt sees it: rows in the order and the choice of the moment, answered from arrays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from ....processing.i18n import tr
from ...qt import number
from .. import verdicts
from ..findings_model import metres
from . import lists
from .columns import Table, Wanted

OTHER_NAME_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = number(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RegisterModel(QAbstractTableModel):
    """Rows of a `Table`: searched, filtered and sorted, and which of them are selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._wanted = Wanted()
        self._sorted_by = ("name", False)
        self._order = self._rows = np.zeros(0, dtype="int64")
        self._selected = np.zeros(0, dtype=bool)
        self._counts: dict[str, np.ndarray] = {}
        self._icons = {kind: verdicts.icon(kind) for kind in verdicts.ORDER}
        self._columns: tuple[str, ...] = ()

    @property
    def table(self) -> Table | None:
        """What is shown; None before anything was read."""
        return self._table

    @property
    def columns(self) -> tuple[str, ...]:
        """What the columns are, see `columns.COLUMNS`."""
        return self._columns

    @property
    def counts(self) -> dict[str, np.ndarray]:
        """How many factories each entry of each filter would leave."""
        return self._counts

    @property
    def total(self) -> int:
        """How many factories there are, shown or not."""
        return 0 if self._table is None else len(self._table)

    def set_table(self, table: Table | None, selected: Iterable[int] = ()) -> None:
        """Show another table, with the features that are selected in its layer."""
        self.beginResetModel()
        self._table = table
        self._columns = () if table is None else table.columns
        self._selected = np.zeros(self.total, dtype=bool)
        if table is not None:
            self._selected[table.rows_of(selected)] = True
        self._arrange()
        self.endResetModel()

    def set_wanted(self, wanted: Wanted) -> None:
        """Show the factories that are looked for."""
        self.beginResetModel()
        self._wanted = wanted
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; called by the head of the table."""
        if not 0 <= column < len(self._columns):
            return
        self.beginResetModel()
        self._sorted_by = (self._columns[column], order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """Return the column that the rows are sorted by, -1 where it is not shown, and how."""
        name, descending = self._sorted_by
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        return (self._columns.index(name) if name in self._columns else -1), order

    def select(self, fids: Iterable[int]) -> bool:
        """Mark these features as selected, and no others; return whether that changes anything."""
        mask = np.zeros(self.total, dtype=bool)
        if self._table is not None:
            mask[self._table.rows_of(fids)] = True
        return self._mark(mask)

    def select_rows(self, rows: Iterable[int], keep: bool = False) -> bool:
        """Mark what stands in some rows as selected, besides what is or instead; return whether that changes anything.

        Parameters
        ----------
        rows : iterable of int
            As they are shown now.
        keep : bool
            Whether what is selected stays so, also what is not shown.
        """
        mask = self._selected.copy() if keep else np.zeros(self.total, dtype=bool)
        mask[self._rows[np.fromiter(rows, dtype="int64")]] = True
        return self._mark(mask)

    def toggle_row(self, row: int) -> bool:
        """Select what stands in a row, or no longer."""
        mask = self._selected.copy()
        mask[self._rows[row]] ^= True
        return self._mark(mask)

    def is_selected(self, row: int) -> bool:
        """Return whether what stands in a row is selected."""
        return bool(self._selected[self._rows[row]])

    def selected_fids(self) -> list[int]:
        """Return the features that are selected, shown or not."""
        return [] if self._table is None else self._table.fids[self._selected].tolist()

    def selected_rows(self) -> np.ndarray:
        """Return the rows shown that are selected."""
        return np.flatnonzero(self._selected[self._rows])

    def fid(self, row: int) -> int:
        """Return the feature in a row."""
        return -1 if self._table is None else int(self._table.fids[self._rows[row]])

    def factory_id(self, row: int) -> str:
        """Return the id of the factory in a row."""
        return "" if self._table is None else self._table.ids[self._rows[row]]

    def lines(self, row: int) -> tuple[str, str, tuple[str, str]]:
        """Return a row as two lines: name over sector, and at their ends id and status."""
        table = self._table
        if table is None:
            return "", "", ("", "")
        at = int(self._rows[row])
        wanted = [name for name in ("name", "id", "sector", "status") if name in self._columns]
        said = {name: self._shown(table, at, name) for name in wanted}
        return said.get("name", ""), said.get("sector", ""), (said.get("id", ""), said.get("status", ""))

    def row_of(self, fid: int) -> int:
        """Return the row that shows a feature; -1 where none does."""
        if self._table is None:
            return -1
        found = np.flatnonzero(np.isin(self._rows, self._table.rows_of([fid])))
        return int(found[0]) if len(found) else -1

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column == "verdict" else column_title(column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column_title(column)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        row, column = int(self._rows[index.row()]), self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column == "verdict" else self._shown(self._table, row, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(self._key(row, "verdict")) if column == "verdict" else None
        if role == OTHER_NAME_ROLE:
            return self._table.others[row] if column == "name" and self._table.others else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(self._table, row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == "accuracy" else _LEFT
        return None

    def _mark(self, mask: np.ndarray) -> bool:
        if np.array_equal(mask, self._selected):
            return False
        if self._wanted.only_selected:
            self.beginResetModel()
            self._selected = mask
            self._choose()
            self.endResetModel()
        else:
            self._selected = mask
        return True

    def _arrange(self) -> None:
        if self._table is not None:
            self._order = self._table.order(*self._sorted_by)
        self._choose()

    def _choose(self) -> None:
        if self._table is None:
            self._rows, self._counts = np.zeros(0, dtype="int64"), {}
            return
        mask, self._counts = self._table.search(self._wanted, self._selected)
        self._rows = self._order[mask[self._order]]

    def _key(self, row: int, facet: str) -> str:
        found = self._table.facets.get(facet) if self._table is not None else None
        return "" if found is None else found.keys[found.codes[row]]

    @staticmethod
    def _shown(table: Table, row: int, column: str) -> str:
        if column == "name":
            return table.names[row]
        if column == "id":
            return table.ids[row]
        if column == "accuracy":
            value = float(table.accuracy[row])
            return "" if value != value else metres(value)
        facet = table.facets[column]
        code = facet.codes[row]
        return facet.shorts[code] if facet.keys[code] else ""

    def _told(self, table: Table, row: int, column: str) -> str:
        """Return the whole of what a cell has room for only a part of."""
        if column == "name":  # also what a narrow panel has no columns for
            others = [table.others[row]] if table.others else []
            rest = [self._shown(table, row, one) for one in table.columns if one not in ("verdict", "name")]
            return "\n".join(part for part in (table.names[row], *others, *rest) if part)
        if column in table.facets:
            facet = table.facets[column]
            return facet.labels[facet.codes[row]]
        if column == "accuracy" and table.accuracy[row] != table.accuracy[row]:
            return lists.accuracy_label(lists.UNSTATED)
        return self._shown(table, row, column)


def column_title(column: str) -> str:
    """Return the head of a column."""
    titles = {
        "verdict": tr("Verdict of the last check"),
        "name": tr("Name"),
        "id": tr("Id"),
        "province": tr("Province"),
        "sector": tr("Sector"),
        "status": tr("Status"),
        "accuracy": tr("Accuracy"),
    }
    return titles[column]


def count(value: int) -> str:
    """Return a number as people write it."""
    return str(QLocale().toString(value))
