"""The findings as a table that sorts, filters and groups; the work on many rows is in `findings_lines`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import NULL
from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from ...processing.i18n import named, tr
from ...processing.messages import metres as number_of_metres
from ..qt import number
from . import verdicts

if TYPE_CHECKING:
    import numpy as np

    from .findings_data import FindingsData
    from .findings_lines import Lines

# What a narrow panel has to show comes first; the rest is a scroll, or a wider panel, away.
COLUMNS = ("kind", "factory_id", "factory_name", "message", "rule_id", "measured_m")
# By what findings are grouped: a key of `FindingsData.groupings`, and empty for nothing.
GROUPINGS = ("", "rule", "province", "kind")
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Finding:
    """What the table shows of one finding; the rest is read when it is chosen.

    Attributes
    ----------
    fid : int
        Feature id in the findings layer.
    kind : str
        What it amounts to, as in `verdicts.ORDER`.
    measured_m : float or None
        Measured distance in metres.
    """

    fid: int
    kind: str
    finding_id: str
    factory_id: str
    factory_name: str
    rule_id: str
    measured_m: float | None
    message: str


@dataclass(frozen=True)
class Group:
    """The head of some findings that belong together.

    Attributes
    ----------
    key, title : str
        What they have in common, and how people call it.
    findings, factories : int
        How many findings there are, and of how many factories.
    kinds : tuple of (str, int)
        How many of each kind, worst first, without those that there are none of.
    open : bool
        Whether its findings are listed below it.
    """

    key: str
    title: str
    findings: int
    factories: int
    kinds: tuple[tuple[str, int], ...]
    open: bool

    @property
    def counted(self) -> str:
        """How many findings of how many factories, in words."""
        locale = QLocale()
        return tr("Findings: {findings}, factories: {factories}").format(
            findings=locale.toString(self.findings), factories=locale.toString(self.factories)
        )

    @property
    def kinds_told(self) -> str:
        """How many findings of each kind, in words."""
        locale = QLocale()
        return ", ".join(named(verdicts.label(kind), locale.toString(count)) for kind, count in self.kinds)


def plain(value: Any) -> Any:
    """Return `value`, with every kind of null as None."""
    return None if value is None or value == NULL else value


def metres(value: float | None) -> str:
    """Return a distance as the sentences of findings write it: ``7.4 m``, ``431 m``, ``12,600 m``; empty for None."""
    return "" if value is None else tr("{number} m").format(number=number_of_metres(value))


class FindingsModel(QAbstractTableModel):
    """One line a finding, what it amounts to, factory, why, rule, measured; and one a group, where they are grouped.

    Groups are closed at first, so that all of them can be overlooked. While somebody looks for something they are open.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data: FindingsData | None = None
        self._lines: Lines | None = None
        self._mask: np.ndarray | None = None
        self._only: np.ndarray | None = None
        self._text = ""
        self._kinds: frozenset[str] = frozenset()
        self._grouping = ""
        self._sorted = ("kind", False)
        self._open_at_first = False
        self._others: set[str] = set()
        self._icons = {kind: verdicts.icon(kind) for kind in verdicts.ORDER}

    @property
    def content(self) -> FindingsData | None:
        """What is listed, without regard to any filter."""
        return self._data

    @property
    def total(self) -> int:
        """How many findings there are without any filter."""
        return 0 if self._data is None else len(self._data)

    @property
    def wanted(self) -> int:
        """How many findings pass the filters, also in groups that are closed."""
        return 0 if self._lines is None else self._lines.wanted

    @property
    def grouping(self) -> str:
        """One of `GROUPINGS`."""
        return self._grouping

    @property
    def heads(self) -> list[int]:
        """The lines of the groups."""
        return [] if self._lines is None else self._lines.heads.tolist()

    @property
    def all_open(self) -> bool:
        """Whether there are groups, and all of them are open."""
        return self._lines is not None and all(group.open for group in self._lines.groups) and bool(self._lines.groups)

    def set_data(self, data: FindingsData | None) -> None:
        """Show other findings, all of them, in their usual order."""
        self._data, self._only = data, None
        self._text, self._kinds, self._sorted = "", frozenset(), ("kind", False)
        self._open_at_first, self._others = False, set()
        self._filter()

    def set_kinds(self, wanted: Collection[str]) -> None:
        """Show only findings of these kinds; none given means all."""
        self._kinds = frozenset(wanted)
        self._filter()

    def set_text(self, text: str) -> None:
        """Show only findings that hold every word of `text`, in any case and order."""
        self._text = text
        self._looking_for(bool(text.strip()) or self._only is not None)
        self._filter()

    def set_only(self, mask: np.ndarray | None) -> None:
        """Show only the findings that a mask names; None means all."""
        self._only = mask
        self._looking_for(mask is not None or bool(self._text.strip()))
        self._filter()

    def set_grouping(self, grouping: str) -> None:
        """Group by one of `GROUPINGS`."""
        if grouping != self._grouping:
            self._grouping, self._others = grouping, set()
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the findings, within their groups where they are grouped."""
        chosen = (COLUMNS[max(column, 0)], order == Qt.SortOrder.DescendingOrder)
        if chosen != self._sorted:
            self._sorted = chosen
            self._arrange()

    def open_group(self, key: str, is_open: bool) -> None:
        """List the findings of a group, or its head alone."""
        if self._is_open(key) != is_open:
            self._others ^= {key}
            self._lay_out()

    def open_all(self, is_open: bool) -> None:
        """Open, or close, all groups."""
        self._open_at_first, self._others = is_open, set()
        self._lay_out()

    def finding(self, line: int) -> Finding | None:
        """Return the finding in a line; None for the head of a group."""
        row = self._row(line)
        return None if self._data is None or row < 0 else self._data.finding(row)

    def group(self, line: int) -> Group | None:
        """Return the group whose head is in a line; None for a finding."""
        return self._lines.groups[-1 - self._row(line)] if self._lines is not None and self._row(line) < 0 else None

    def head_above(self, line: int) -> int:
        """Return the line of the head of the group that a line is in, -1 without groups."""
        return max((head for head in self.heads if head <= line), default=-1)

    def line_of_group(self, key: str) -> int:
        """Return the line of the head of a group, -1 where there is none."""
        groups = () if self._lines is None else self._lines.groups
        return next((head for head, one in zip(self.heads, groups) if one.key == key), -1)

    def index_of(self, fid: int | None) -> QModelIndex:
        """Return the first cell of a finding by its feature id; an invalid one where it is not listed."""
        row = -1 if self._data is None else self._data.row_of(fid)
        if row < 0 or self._lines is None:
            return QModelIndex()
        lines = (self._lines.rows == row).nonzero()[0]
        return self.index(int(lines[0]), 0) if len(lines) else QModelIndex()

    def reveal(self, fid: int | None) -> QModelIndex:
        """Return the same, and open the group for it where it is closed."""
        data, lines = self._data, self._lines
        if data is None or lines is None or not lines.groups or self._mask is None:
            return self.index_of(fid)
        row = data.row_of(fid)
        if row >= 0 and self._mask[row]:
            grouping = data.groupings[self._grouping]
            self.open_group(grouping.keys[grouping.codes[row]], True)
        return self.index_of(fid)

    def counts(self) -> dict[str, int]:
        """Return how many findings there are of each kind, every kind of `verdicts.ORDER` named."""
        return dict.fromkeys(verdicts.ORDER, 0) if self._data is None else self._data.counts()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or self._lines is None else len(self._lines.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section == 0 else column_title(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column_title(section)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        group = self.group(index.row())
        if group is not None:
            return group_data(group, column, role)
        one = self.finding(index.row())
        return None if one is None else self._finding_data(one, column, role)

    def _finding_data(self, one: Finding, column: str, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(one, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(one.kind) if column == "kind" else None
        if role == Qt.ItemDataRole.ToolTipRole and column == "rule_id" and self._data is not None:
            return "\n".join(part for part in (one.rule_id, self._data.rule_titles.get(one.rule_id)) if part)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and column == "factory_name":
            named = " ".join(part for part in (one.factory_name, one.factory_id) if part)
            return f"{named}\n{verdicts.label(one.kind)}: {one.message}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return verdicts.label(one.kind) if column == "kind" else shown(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return number(_RIGHT if column == "measured_m" else _LEFT)
        return one if role == FINDING_ROLE else None

    def _row(self, line: int) -> int:
        return 0 if self._lines is None else int(self._lines.rows[line])

    def _looking_for(self, something: bool) -> None:
        if something != self._open_at_first:
            self._open_at_first, self._others = something, set()

    def _is_open(self, key: str) -> bool:
        return self._open_at_first != (key in self._others)

    def _filter(self) -> None:
        data = self._data
        self._mask = None if data is None else data.mask(self._text, self._kinds, self._only)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        if self._data is None or self._mask is None:
            self._lines = None
        else:
            from .findings_lines import arrange

            order = self._data.order(*self._sorted)
            self._lines = arrange(self._data, self._mask, order, self._grouping, self._is_open)
        self.endResetModel()

    def _lay_out(self) -> None:
        if self._lines is not None:
            self.beginResetModel()
            self._lines = self._lines.opened(self._is_open)
            self.endResetModel()


def column_title(section: int) -> str:
    """Return the head of a column."""
    return (tr("Severity"), tr("Id"), tr("Factory"), tr("Why"), tr("Rule"), tr("Measured"))[section]


def shown(one: Finding, column: str) -> str:
    """Return what a column shows of a finding."""
    if column == "measured_m":
        return metres(one.measured_m)
    return "" if column == "kind" else str(getattr(one, column))


def group_data(group: Group, column: str, role: int) -> Any:
    """Return what the head of a group shows; it takes the place of all columns."""
    if role == GROUP_ROLE:
        return group
    if column != COLUMNS[0]:
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return group.title
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join((group.title, group.counted, group.kinds_told))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        state = tr("open") if group.open else tr("closed")
        return f"{group.title}. {group.counted}. {group.kinds_told}. {state}"
    return None
