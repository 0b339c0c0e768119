"""Adds the tab “Site check” to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from ....processing.i18n import tr
from ...part import Part, Surroundings

if TYPE_CHECKING:
    from .site_check import SiteCheck


class SiteCheckPart(Part):
    """May a factory stand at this place? The tab is built when it is looked at."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.check: SiteCheck | None = None
        self.page = around.dock.add_page(tr("Site check"), "assess_site", self._build)

    def remove(self) -> None:
        """Take away the map tool, what is drawn, and every connection."""
        if self.check is not None:
            self.check.remove()
            self.check = None

    def choose_activity(self, code: str) -> None:
        """Show the tab, and choose an activity of ISIC Rev. 4 in it."""
        dock = self.around.dock
        self.page.filled()
        dock.show()
        dock.raise_()
        dock.tabs.setCurrentWidget(self.page)
        if self.check is not None:
            self.check.view.activity.choose(code)

    def _build(self) -> QWidget:
        from .site_check import SiteCheck

        self.check = SiteCheck(self.around)
        return self.check.view
