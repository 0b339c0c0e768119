"""What QGIS loads: the provider everywhere; in the desktop also a menu, a toolbar and the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon

from ..processing.expressions import register_functions, unregister_functions
from ..processing.i18n import speak, speak_no_more, tr
from ..processing.paths import ICONS
from ..processing.provider import FactoryProvider
from ..processing.sites.layer_store import STORE
from . import settings
from .translation import install_translator, language

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QMenu, QToolBar

    from .collector import WindowCollector
    from .desktop import Desktop


class FactoryLocationsPlugin:
    """The plugin: `initGui` in the desktop, `initProcessing` in qgis_process, `unload` undoes either."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator: QTranslator | None = None
        self._provider: FactoryProvider | None = None
        self._desktop: Desktop | None = None
        self._collector: WindowCollector | None = None
        self._menu: QMenu | None = None
        self._toolbar: QToolBar | None = None

    @property
    def desktop(self) -> Desktop | None:
        """The panel and what it works with; None without a window."""
        return self._desktop

    def initProcessing(self) -> None:
        """Install the language and register the algorithms; needs no window."""
        speak(settings.language())
        self._translator = install_translator(language())
        provider = FactoryProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self._provider = provider
        register_functions()

    def initGui(self) -> None:
        """Add the algorithms, the panel, the menu and the toolbar."""
        from .collector import WindowCollector
        from .desktop import Desktop

        self.initProcessing()
        if self._iface is None:
            return
        self._collector = WindowCollector(self._iface.mainWindow())
        self._desktop = Desktop(self._iface)
        if self._provider is not None:
            self._provider.proposes = self._desktop.proposed
        self._add_menu(self._iface, self._desktop)

    def load_demo_project(self) -> bool:
        """Replace the project by the demo, after asking about unsaved changes; return whether it was."""
        return self._desktop is not None and self._desktop.load_demo_project()

    def unload(self) -> None:
        """Take away all that the plugin added."""
        if self._iface is not None:
            self._remove_menu(self._iface)
        if self._desktop is not None:
            self._desktop.remove()
            self._desktop = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        unregister_functions()
        STORE.clear()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        speak_no_more()
        if self._collector is not None:
            self._collector.remove()
            self._collector = None

    def _add_menu(self, iface: QgisInterface, desktop: Desktop) -> None:
        # QMenu.addAction makes the actions: the class QAction lies in different modules in Qt 5 and Qt 6.
        menu = iface.pluginMenu().addMenu(_icon("factory_locations"), tr("Factory &Locations"))
        menu.setObjectName("FactoryLocationsMenu")
        panel = menu.addAction(_icon("factory_locations"), tr("Factory Locations &panel"))
        panel.setToolTip(tr("Show or hide the Factory Locations panel"))
        desktop.dock.setToggleVisibilityAction(panel)
        menu.addSeparator()
        desktop.fill_menu(menu)
        menu.addSeparator()
        demo = menu.addAction(_icon("demo_project"), tr("Load &demo project"), desktop.load_demo_project)
        report = menu.addAction(_icon("location_map"), tr("Report &map…"), desktop.show_map_report)
        register = menu.addAction(_icon("create_register"), tr("Create &register…"), desktop.open_register_dialog)
        menu.addSeparator()
        help_icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        menu.addAction(help_icon, tr("&Help"), desktop.show_help)
        self._menu = menu
        self._toolbar = iface.addToolBar(tr("Factory Locations"))
        self._toolbar.setObjectName("FactoryLocationsToolbar")
        for action in (panel, demo, report, register):
            self._toolbar.addAction(action)
        desktop.fill_toolbar(self._toolbar)

    def _remove_menu(self, iface: QgisInterface) -> None:
        if self._menu is not None:
            iface.pluginMenu().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
            self._menu = None
        if self._toolbar is not None:
            iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None


def _icon(name: str) -> QIcon:
    return QIcon(str(ICONS / f"{name}.svg"))
