"""Which layer plays which role: a row for each role, filled in by a guess, confirmed by a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ..panel.forms import ScrolledForm, let_shrink
from .layer_groups import role_title
from .roles import fits, is_unit, propose
from .source_pool import AddButtons, SourcePool, local_paths
from .sources import Source


class RoleTable(QWidget):
    """A choice of layer for each role; files can be dropped on it.

    Parameters
    ----------
    pool : SourcePool
    roles : sequence of str
    filled : mapping of str to str
        Roles that have a layer already, with its name: for these nothing is proposed, only a person can replace it.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        pool: SourcePool,
        roles: Sequence[str],
        filled: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pool = pool
        self._roles = tuple(roles)
        self._filled = dict(filled or {})
        self._touched: set[str] = set()
        self.combos = {role: QComboBox() for role in roles}
        self._labels = {role: QLabel(role_title(role)) for role in roles}
        self.buttons = AddButtons(pool)
        self._status = QLabel()
        self.setAcceptDrops(True)
        self._build()
        pool.changed.connect(self._refresh)
        self._refresh()

    def chosen(self) -> dict[str, Source]:
        """Return the layers chosen, by role."""
        picked = {role: combo.currentData() for role, combo in self.combos.items()}
        return {role: source for role, source in picked.items() if source is not None}

    def units(self) -> list[Source]:
        """Return the layers of districts and communes that no role has taken: corrections are told by them."""
        taken = self.chosen().values()
        return [source for source in self._pool.sources if source not in taken and is_unit(source.looks)]

    def choose(self, role: str, source: Source | None) -> None:
        """Choose a layer for `role`, as a person does."""
        index = next((i for i in range(self.combos[role].count()) if self.combos[role].itemData(i) == source), 0)
        self.combos[role].setCurrentIndex(index)
        self._picked(role)

    def emphasise(self, needed: Collection[str]) -> None:
        """Let the roles that the rules are about stand out."""
        for role, label in self._labels.items():
            face = label.font()
            face.setBold(role in needed)
            label.setFont(face)
            told = tr("The rules are about this layer.") if role in needed else ""
            for widget in (label, self.combos[role]):
                widget.setStatusTip(told)
            label.setToolTip(told)

    def add(self, paths: Sequence[Path]) -> None:
        """Offer the layers of files and folders."""
        self._pool.add(paths, asker=self.buttons)

    def status(self) -> str:
        """Return the line about what is known so far."""
        return str(self._status.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and local_paths(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(local_paths(event.mimeData().urls()))
        event.acceptProposedAction()

    def _build(self) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, role in enumerate(self._roles):
            label, combo = self._labels[role], self.combos[role]
            label.setBuddy(combo)
            let_shrink(combo)
            combo.setAccessibleName(role_title(role))
            combo.setMinimumContentsLength(18)
            combo.addItem(self._without(role), None)
            combo.activated.connect(lambda _index, role=role: self._picked(role))
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setRowStretch(len(self._roles), 1)
        area = ScrolledForm(body)
        area.setFrameShape(ScrolledForm.Shape.StyledPanel)  # a list in a window, with its edge
        self._status.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.buttons)
        column.addWidget(self._status)
        column.addWidget(area, 1)

    def _picked(self, role: str) -> None:
        self._touched.add(role)
        self._refresh()

    def _refresh(self) -> None:
        sources = self._pool.sources
        kept = {role: self.combos[role].currentData() for role in self._touched}
        taken = [source for source in kept.values() if source is not None]
        free = [source for source in sources if source not in taken]
        open_roles = [role for role in self._roles if role not in self._touched and role not in self._filled]
        guesses = propose([one.looks for one in free], open_roles)
        for role, combo in self.combos.items():
            wanted = kept[role] if role in kept else (free[guesses[role]] if role in guesses else None)
            self._fill(combo, role, wanted)
        unread, places = self._pool.unread(self.buttons)
        self._status.setText(" ".join(filter(None, (self._told(), self._units_told(), unread))))
        self._status.setToolTip(places)
        self.changed.emit()

    def _fill(self, combo: QComboBox, role: str, wanted: Source | None) -> None:
        fitting = [source for source in self._pool.sources if fits(source.looks, role)]
        shown = [combo.itemData(index) for index in range(1, combo.count())]
        if shown != fitting:
            combo.clear()
            combo.addItem(self._without(role), None)
            for source in fitting:
                combo.addItem(source.title, source)
                combo.setItemData(combo.count() - 1, source.place, Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(fitting.index(wanted) + 1 if wanted in fitting else 0)
        combo.setToolTip(wanted.place if wanted is not None else "")
        combo.setEnabled(bool(fitting))

    def _without(self, role: str) -> str:
        """Return what no choice means for a role: nothing, or that the layer stays that the project has."""
        return tr("stays: {layer}").format(layer=self._filled[role]) if role in self._filled else tr("None")

    def _told(self) -> str:
        if self._pool.busy:
            return tr("Reading layers…")
        if not self._pool.sources:
            said = tr("Add the files with the layers, or drop them here. What each one is for is proposed then.")
        else:
            number = QLocale().toString
            said = tr(
                "{known} layers known, {chosen} chosen. Please look through the list; change what is wrong."
            ).format(known=number(len(self._pool.sources)), chosen=number(len(self.chosen())))
        return said

    def _units_told(self) -> str:
        names = ", ".join(source.name for source in self.units())
        told = tr("For the tab Corrections, and switched off at first, these are added too: {names}.")
        return told.format(names=names) if names else ""


def crowds_hint() -> str:
    """Return when factories had better be drawn one by one."""
    return tr("With more than some ten thousand factories this makes the map slow: leave it off then.")
