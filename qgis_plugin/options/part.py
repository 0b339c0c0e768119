"""Adds the plugin's page to the options of QGIS."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..part import Part, Surroundings
from ..translation import language

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu, QWidget


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever the options are opened."""

    def __init__(self, applied: Callable[[], None], checked: Callable[[str], None]) -> None:
        super().__init__()
        self._applied, self._checked = applied, checked
        self.setTitle(tr("Factory Locations"))

    def icon(self) -> QIcon:
        """Return the icon beside the title."""
        return QIcon(str(ICONS / "factory_locations.svg"))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """Return a new page."""
        from .page import OptionsPage

        return OptionsPage(self._applied, self._checked, parent)


def open_options(around: Surroundings) -> None:
    """Open the options of QGIS at the page of the plugin."""
    from .page import PAGE

    around.iface.showOptionsDialog(around.iface.mainWindow(), PAGE)


class OptionsPart(Part):
    """*Settings ▸ Options ▸ Factory Locations*."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.factory = OptionsFactory(self._applied, around.dock.show_unavailable)
        around.iface.registerOptionsWidgetFactory(self.factory)
        self._soon = QTimer()  # once QGIS stands: nobody waits for it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look_for_font)
        if language() == "km":
            self._soon.start(0)

    def fill_menu(self, menu: QMenu) -> None:
        """Add the way to the page: whoever reads Khmer only must not look for it."""
        icon = QgsApplication.getThemeIcon("/mActionOptions.svg")
        menu.addAction(icon, tr("&Options and language…"), lambda: open_options(self.around))

    def remove(self) -> None:
        """Take the page away."""
        self._soon.stop()
        self.around.iface.unregisterOptionsWidgetFactory(self.factory)

    def _look_for_font(self) -> None:
        """Say so where the plugin speaks Khmer on a computer that cannot show it."""
        from ..khmer_hint import tell_once

        tell_once(self.around)

    def _applied(self) -> None:
        """Show the rules that hold now, in a project that has none of its own, and tell the other parts."""
        self.around.dock.layers.refresh()
        for part in self.around.parts():
            part.apply_settings()
