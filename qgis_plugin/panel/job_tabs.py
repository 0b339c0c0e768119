"""The tabs of the panel: with their names where there is room, else only the one in front has its name beside its icon.

Arrows to scroll hide jobs that nobody looks for; an icon stands there, with its name for mouse and screen reader.
"""

from __future__ import annotations

from collections.abc import Container

from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QTabWidget, QWidget


class JobTabs(QTabWidget):
    """A tab for each page; its name is the accessible name of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = 0  # pixels for all names
        self.setDocumentMode(True)
        self.currentChanged.connect(lambda _index: self._fit())

    def add(self, page: QWidget, icon: QIcon, *, first: bool = False) -> None:
        """Add a tab, left of the others or right of them."""
        index = self.insertTab(0 if first else self.count(), page, icon, page.accessibleName())
        self.setTabToolTip(index, page.accessibleName())
        self.tabBar().setAccessibleTabName(index, page.accessibleName())
        self._measure()

    def tabRemoved(self, index: int) -> None:
        super().tabRemoved(index)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        self._show_names(range(self.count()))
        self._needed = self.tabBar().sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= self._needed
        self._show_names(range(self.count()) if roomy else [self.currentIndex()])

    def _show_names(self, named: Container[int]) -> None:
        for index in range(self.count()):
            text = self.widget(index).accessibleName() if index in named else ""
            if text != self.tabText(index):
                self.setTabText(index, text)
