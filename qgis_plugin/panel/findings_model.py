"""The findings as a table that sorts and filters, read from the findings layer once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from ...processing.i18n import tr
from ..qt import number
from . import verdicts

# What a narrow panel has to show comes first; the rest is a scroll, or a wider panel, away.
COLUMNS = ("kind", "factory_id", "factory_name", "message", "rule_id", "measured_m")
_FIELDS = ("factory_id", "factory_name", "rule_id", "verdict", "severity", "measured_m", "message")
SORT_ROLE = Qt.ItemDataRole.UserRole
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Finding:
    """What the table shows of one finding; the rest is read when it is chosen.

    Attributes
    ----------
    fid : int
        Feature id in the findings layer.
    measured_m : float or None
        Measured distance in metres.
    """

    fid: int
    verdict: str
    factory_id: str
    factory_name: str
    rule_id: str
    measured_m: float | None
    message: str
    severity: str = ""

    @property
    def kind(self) -> str:
        """What it amounts to, as in `verdicts.ORDER`."""
        return verdicts.kind(self.verdict, self.severity)

    @property
    def factory(self) -> str:
        """The factory's name, or its id when it has none."""
        return self.factory_name or self.factory_id

    @property
    def text(self) -> str:
        """What the text filter looks in."""
        words = (self.factory_id, self.factory_name, self.rule_id, self.message)
        return " ".join(words).casefold()


def plain(value: Any) -> Any:
    """Return `value`, with every kind of null as None."""
    return None if value is None or value == NULL else value


def read_findings(layer: QgsVectorLayer, names: Mapping[str, str] | None = None) -> list[Finding]:
    """Return the findings of `layer`, worst first, then by factory id and rule.

    Parameters
    ----------
    layer : QgsVectorLayer
        Fields that it lacks are empty; geometry is not read.
    names : mapping of str to str, optional
        By factory id, the name to show in place of the layer's own.
    """
    wanted = [name for name in _FIELDS if layer.fields().lookupField(name) >= 0]
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(wanted, layer.fields())
    found = []
    for feature in layer.getFeatures(request):
        values = {name: plain(feature[name]) for name in wanted}
        factory = str(values.get("factory_id") or "")
        found.append(
            Finding(
                fid=feature.id(),
                verdict=str(values.get("verdict") or ""),
                severity=str(values.get("severity") or ""),
                factory_id=factory,
                factory_name=str((names or {}).get(factory) or values.get("factory_name") or ""),
                rule_id=str(values.get("rule_id") or ""),
                measured_m=values.get("measured_m"),
                message=str(values.get("message") or ""),
            )
        )
    return sorted(found, key=lambda one: (verdicts.rank(one.kind), one.factory_id, one.rule_id, one.fid))


def metres(value: float | None) -> str:
    """Return a distance as people write it: ``7.4 m``, ``431 m``, ``12.6 km``; empty for None."""
    if value is None:
        return ""
    locale = QLocale()
    if abs(value) < 9.95:
        return tr("{number} m").format(number=locale.toString(float(value), "f", 1))
    if abs(value) < 9999.5:
        return tr("{number} m").format(number=locale.toString(float(value), "f", 0))
    return tr("{number} km").format(number=locale.toString(value / 1000.0, "f", 1))


class FindingsModel(QAbstractTableModel):
    """One row a finding: what it amounts to, factory, why, rule, measured."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._rows: dict[int, int] = {}
        self._icons = {kind: verdicts.icon(kind) for kind in verdicts.ORDER}

    def set_findings(self, findings: list[Finding]) -> None:
        """Show `findings` in place of what was shown."""
        self.beginResetModel()
        self._findings = list(findings)
        self._rows = {one.fid: row for row, one in enumerate(self._findings)}
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """Return the finding in `row`."""
        return self._findings[row]

    def index_of(self, fid: int | None) -> QModelIndex:
        """Return the first cell of the finding with this feature id; an invalid index where there is none."""
        row = -1 if fid is None else self._rows.get(fid, -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    def counts(self) -> dict[str, int]:
        """Return how many findings there are of each kind, every kind named."""
        counted = Counter(one.kind for one in self._findings)
        return {kind: counted.get(kind, 0) for kind in verdicts.ORDER}

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", tr("Id"), tr("Factory"), tr("Why"), tr("Rule"), tr("Measured"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._findings[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(one, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(one.kind) if column == "kind" else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return verdicts.label(one.kind) if column == "kind" else self._shown(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return number(_RIGHT if column == "measured_m" else _LEFT)
        if role == SORT_ROLE:
            return self.sorted_by(one, column)
        return one if role == FINDING_ROLE else None

    @staticmethod
    def _shown(one: Finding, column: str) -> str:
        shown = {
            "kind": "",
            "factory_id": one.factory_id,
            "factory_name": one.factory_name,
            "rule_id": one.rule_id,
            "measured_m": metres(one.measured_m),
            "message": one.message,
        }
        return shown[column]

    @staticmethod
    def sorted_by(one: Finding, column: str) -> Any:
        """Return what a finding is sorted by in a column."""
        keys = {
            "kind": verdicts.rank(one.kind),
            "factory_id": one.factory_id.casefold(),
            "factory_name": one.factory.casefold(),
            "rule_id": one.rule_id,
            "measured_m": -1.0 if one.measured_m is None else float(one.measured_m),
            "message": one.message.casefold(),
        }
        return keys[column]


class FindingsFilter(QSortFilterProxyModel):
    """Lets through the findings of some kinds whose text holds every word typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self._kinds: frozenset[str] = frozenset()
        self._words: tuple[str, ...] = ()

    def set_kinds(self, wanted: Collection[str]) -> None:
        """Show only findings of these kinds; none given means all."""
        self._kinds = frozenset(wanted)
        self.invalidateFilter()

    def set_text(self, text: str) -> None:
        """Show only findings that hold every word of `text`, in any case and order."""
        self._words = tuple(text.casefold().split())
        self.invalidateFilter()

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        """Sort by a column, and what is alike in it always as the model has it: filters come and go."""
        source = self.sourceModel()
        if not isinstance(source, FindingsModel):
            return bool(super().lessThan(left, right))
        column = COLUMNS[left.column()]
        one, other = (source.sorted_by(source.finding(index.row()), column) for index in (left, right))
        if one != other:
            return bool(one < other)
        ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
        return left.row() < right.row() if ascending else left.row() > right.row()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        source = self.sourceModel()
        if not isinstance(source, FindingsModel):
            return True
        one = source.finding(row)
        if self._kinds and one.kind not in self._kinds:
            return False
        return not self._words or all(word in one.text for word in self._words)
