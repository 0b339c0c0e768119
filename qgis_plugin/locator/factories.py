"""``fac`` in the locator bar: the factories of the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ...processing.i18n import tr
from ...processing.paths import ICONS
from ..panel.register.words import folded, run_together, spaced
from ..qt import data_of
from .shelf import Awaited, Shelf

if TYPE_CHECKING:
    from ..panel.register.columns import Table

PREFIX = "fac"
_MOST = 50
# How well a factory fits what was typed: it is the id, a name, ...; or one of them begins so.
_EXACT, _BEGINS = 1.0, 0.9
# Else by its worst word: it is a word of a name, or of the id and the rest; begins one; or is somewhere inside.
_NAME_WORD, _WORD, _NAME_START, _START, _INSIDE = 0.8, 0.7, 0.6, 0.5, 0.4
_BETWEEN = re.compile(r"[\s\-/.,;:()\"'“”&_]+")


@dataclass(frozen=True)
class Found:
    """One factory that was found.

    Attributes
    ----------
    fid : int
    name, about : str
        Its name in the interface's language; its id and province, and the other name where that is what was found.
    score : float
        From 0 to 1.
    """

    fid: int
    name: str
    about: str
    score: float


def search(table: Table, text: str, most: int = _MOST) -> list[Found]:
    """Return the factories that hold every word of a text, best first, ties in the order of their ids."""
    import numpy as np

    wanted = {" ".join(folded(one).split()) for one in (text, spaced(text))}
    if not any(wanted):
        return []
    mask = table.text_mask(text)
    rows = table.order("id")
    rows = rows[mask[rows]]
    asked = [(one, run_together(one)) for one in wanted]
    best_of = (max(_score(table, row, *one) for one in asked) for row in rows.tolist())
    scores = np.fromiter(best_of, dtype=float, count=len(rows))
    best = np.argsort(-scores, kind="stable")[:most]
    return [_found(table, int(rows[place]), float(scores[place])) for place in best]


def _score(table: Table, row: int, wanted: str, code: str) -> float:
    text = table.texts[row]
    lines = text.split("\n")
    codes = table.codes[row].split("\n") if code and code in table.codes[row] else []
    if wanted in lines or code in codes:
        return _EXACT
    if any(line.startswith(wanted) for line in lines) or any(one.startswith(code) for one in codes):
        return _BEGINS
    names = [folded(column[row]) for column in (table.names, table.others) if column]
    of_names, of_all = _words(names), _words(lines)
    return min(_fit(word, of_names, of_all) for word in wanted.split())


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _BETWEEN.split(text)}


def _fit(word: str, of_names: set[str], of_all: set[str]) -> float:
    if word in of_names:
        return _NAME_WORD
    if word in of_all:
        return _WORD
    if any(one.startswith(word) for one in of_names):
        return _NAME_START
    return _START if any(one.startswith(word) for one in of_all) else _INSIDE


def _found(table: Table, row: int, score: float) -> Found:
    identifier = table.ids[row]
    name = table.names[row] if table.names else ""
    province = table.facets.get("province")
    about = [identifier] if name else []
    if province is not None and province.keys[province.codes[row]]:
        about.append(province.labels[province.codes[row]])
    if table.others and table.others[row]:
        about.append(table.others[row])
    return Found(int(table.fids[row]), name or identifier, " · ".join(about), score)


class FactoryFilter(QgsLocatorFilter):
    """Finds factories by both names, id, licence number and operator, words in any order.

    Parameters
    ----------
    shelf : Shelf
    choose : callable
        What to do with the layer's id and the feature's that was chosen.
    """

    def __init__(self, shelf: Shelf, choose: Callable[[str, int], None]) -> None:
        super().__init__()
        self._shelf, self._choose = shelf, choose
        self._register: Awaited | None = None
        self._icon = QIcon(str(ICONS / "factory_locations.svg"))
        self.setUseWithoutPrefix(False)

    def clone(self) -> FactoryFilter:
        """Return the filter that one search works with."""
        return FactoryFilter(self._shelf, self._choose)

    def name(self) -> str:
        """Return what QGIS stores its settings under."""
        return "factory_locations_factories"

    def displayName(self) -> str:
        """Return the heading of its results."""
        return tr("Factories of the register")

    def description(self) -> str:
        """Return what it is for."""
        return tr("Factories by name (Khmer or English), id or licence number")

    def prefix(self) -> str:
        """Return the word that asks for it."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Return the place of its results among those of others."""
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, _text: str, _context: QgsLocatorContext) -> list[str]:
        """Ask for the register, in the window's thread."""
        self._register = self._shelf.ask()
        return []

    def fetchResults(self, text: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Search, in a thread of QGIS's own."""
        table = None if self._register is None or not text.strip() else self._register.table(feedback.isCanceled)
        if self._register is None or not text.strip() or feedback.isCanceled():
            return
        if table is None:
            if not self._register.layer:
                self._say(tr("No layer with the factories in this project"))
            return
        every = search(table, text)
        if not every:
            self._say(tr("No factory with these words"))
        for found in every:
            if feedback.isCanceled():
                return
            result = QgsLocatorResult()
            result.displayString, result.description = found.name, found.about
            result.userData = {"layer": self._register.layer, "fid": found.fid}
            result.score, result.icon = found.score, self._icon
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Go to the factory, if the line is one."""
        data = data_of(result) or {}
        if "fid" in data:
            self._choose(str(data["layer"]), int(data["fid"]))

    def _say(self, why: str) -> None:
        """Show a line in place of factories: a list without any looks as if it were still being searched."""
        result = QgsLocatorResult()
        result.displayString, result.userData, result.icon = why, {}, self._icon
        self.resultFetched.emit(result)
