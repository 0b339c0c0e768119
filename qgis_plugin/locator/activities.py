"""``isic`` in the locator bar: the activities of ISIC Rev. 4."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..panel.register.words import folded
from ..project.activities import Activities, activities, unknown
from ..qt import data_of

PREFIX = "isic"
_MOST = 50


class ActivityFilter(QgsLocatorFilter):
    """Finds activities by words of either language, or by their code.

    Parameters
    ----------
    choose : callable
        What to do with the code that was chosen, and its title.
    """

    def __init__(self, choose: Callable[[str, str], None]) -> None:
        super().__init__()
        self._choose = choose
        self._activities: Activities | None = None
        self._icon = QIcon(str(ICONS / "factory_locations.svg"))
        self.setUseWithoutPrefix(False)

    def clone(self) -> ActivityFilter:
        """Return the filter that one search works with."""
        return ActivityFilter(self._choose)

    def name(self) -> str:
        """Return what QGIS stores its settings under."""
        return "factory_locations_activities"

    def displayName(self) -> str:
        """Return the heading of its results."""
        return tr("Activities (ISIC Rev. 4)")

    def description(self) -> str:
        """Return what it is for."""
        return tr("Activities by words of their titles (Khmer or English) or by code")

    def prefix(self) -> str:
        """Return the word that asks for it."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Return the place of its results among those of others."""
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, _text: str, _context: QgsLocatorContext) -> list[str]:
        """Take the list in QGIS's language; it is read once."""
        self._activities = activities()
        return []

    def fetchResults(self, text: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Search, in a thread of QGIS's own."""
        if self._activities is None:
            return
        found = self._activities.find(folded(text), _MOST)
        if text.strip() and not found:
            nothing = QgsLocatorResult()
            nothing.displayString = unknown(text)
            nothing.icon = self._icon
            self.resultFetched.emit(nothing)
        for place, activity in enumerate(found):
            if feedback.isCanceled():
                return
            result = QgsLocatorResult()
            result.displayString, result.description = activity.label, activity.other
            result.userData = {"code": activity.code, "title": activity.title}
            result.score, result.icon = 1.0 - place / _MOST, self._icon
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Take the activity, if the line is one."""
        data = data_of(result) or {}
        if "code" in data:
            self._choose(str(data["code"]), str(data["title"]))
