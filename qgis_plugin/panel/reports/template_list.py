"""The list of reports: what each is for, and why some cannot be made now."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPalette, QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from ....processing.i18n import tr
from ....processing.paths import ICONS
from ..problem import ProblemLabel
from .templates import TEMPLATES, Template, purpose, title

_KEY = Qt.ItemDataRole.UserRole


class TemplateList(QWidget):
    """One is always chosen; below stands what it is for, or in red what it lacks."""

    chosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problem = ProblemLabel()
        self._lacking: dict[str, str] = {}
        for one in TEMPLATES:
            item = QListWidgetItem(QIcon(str(ICONS / f"{one.icon}.svg")), title(one.key))
            item.setData(_KEY, one.key)
            item.setToolTip(purpose(one.key))
            self.list.addItem(item)
        self.list.setAccessibleName(tr("Reports"))
        self.list.setUniformItemSizes(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list.setIconSize(QSize(16, 16))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.list, self._about, self._problem):
            column.addWidget(widget)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._changed)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now: before, the rows do not know the font and the icons.
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(TEMPLATES) + 2 * self.list.frameWidth())

    def template(self) -> Template:
        """Return the one that is chosen."""
        return TEMPLATES[max(self.list.currentRow(), 0)]

    def choose(self, key: str) -> None:
        """Choose one."""
        self.list.setCurrentRow(next(i for i, one in enumerate(TEMPLATES) if one.key == key))

    def show_lacking(self, lacking: Mapping[str, str]) -> None:
        """Grey out what cannot be made, by the key of each; it can still be chosen, to read why."""
        self._lacking = dict(lacking)
        palette = self.list.palette()
        for row, one in enumerate(TEMPLATES):
            why = self._lacking.get(one.key, "")
            group = QPalette.ColorGroup.Disabled if why else QPalette.ColorGroup.Active
            item = self.list.item(row)
            item.setForeground(palette.brush(group, QPalette.ColorRole.Text))
            item.setToolTip(why or purpose(one.key))
        self._show()

    def told(self) -> tuple[str, str]:
        """Return what is said about the chosen one, and in red what it lacks."""
        return str(self._about.text()), str(self._problem.text())

    def _changed(self, _row: int) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        key = self.template().key
        self._about.setText(purpose(key))
        self._problem.show_problem(self._lacking.get(key, ""))
