"""What a part of the desktop is: something that is added to one QGIS window and can be taken away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgisInterface

from .panel.dock import CheckDock
from .project.roles import LayerRoles

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QMenu, QToolBar


@dataclass(frozen=True)
class Surroundings:
    """What a part works with.

    Attributes
    ----------
    iface : QgisInterface
    project : QgsProject
    roles : LayerRoles
        Which layer is the register, the zoning, ...
    dock : CheckDock
        The panel, for a tab of its own.
    tell : callable
        Shows a sentence in QGIS's message bar. With a failure comes a button that copies details: those that are
        given as the third argument, such as `BackgroundRun.details()`, else the versions of everything. Another
        `button` comes with any message.
    parts : callable
        Returns the parts of this window, for one that can do without the others.
    """

    iface: QgisInterface
    project: QgsProject
    roles: LayerRoles
    dock: CheckDock
    tell: Callable[..., None]
    parts: Callable[[], Sequence[Part]] = tuple


class Part:
    """One job in the desktop: a tab, a map tool, a locator filter, ...

    Made once for a window, when the plugin is loaded: it must cost no time then. `remove` leaves nothing of it behind.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def fill_menu(self, menu: QMenu) -> None:
        """Add entries to a menu of the plugin; the menu takes them away with it."""

    def fill_toolbar(self, toolbar: QToolBar) -> None:
        """Add buttons to the toolbar of the plugin, which takes them away with it."""

    def remove(self) -> None:
        """Take away what was added: actions, tools, signals, layers, widgets outside the panel."""
        raise NotImplementedError

    def apply_settings(self) -> None:
        """Do what the options of the plugin say now: they were changed."""
