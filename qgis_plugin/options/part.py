"""Adds the plugin's page to the options of QGIS."""

from __future__ import annotations

from ..part import Part, Surroundings
from .page import OptionsFactory


class OptionsPart(Part):
    """*Settings ▸ Options ▸ Factory Locations*."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.factory = OptionsFactory(self._applied, around.dock.show_unavailable)
        around.iface.registerOptionsWidgetFactory(self.factory)

    def remove(self) -> None:
        """Take the page away."""
        self.around.iface.unregisterOptionsWidgetFactory(self.factory)

    def _applied(self) -> None:
        """Show the rules that hold now, in a project that has none of its own."""
        self.around.dock.layers.refresh()
