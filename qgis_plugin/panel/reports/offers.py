"""The scopes that a register offers now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.gui import QgsMapCanvas

from ..register.columns import Table
from ..register.feed import RegisterFeed
from ..register.words import plain_text, province_code
from .scopes import PROVINCE, SELECTED, VIEW, WHOLE, Scope


class Offers:
    """Remembers what was found out about a table: provinces are counted once, not whenever somebody looks."""

    def __init__(self) -> None:
        self._table: Table | None = None
        self._called = _Called([])
        self._found: list[Scope] = []

    def scopes(self, feed: RegisterFeed | None, canvas: QgsMapCanvas) -> list[Scope]:
        """Return the whole register, what the map shows, what is selected, and each province with factories.

        Counts and provinces are those of the register as it was read last; before that they are missing.
        """
        layer = feed.layer if feed is not None else None
        table = feed.table if feed is not None and layer is not None else None
        view = Scope(VIEW, extent=_extent(canvas))
        if table is None or layer is None:
            return [Scope(WHOLE), view]
        if table is not self._table:
            self._table, self._called = table, _Called(table.called)
            self._found = _provinces(table, self._called)
        rows = table.rows_of(layer.selectedFeatureIds()).tolist()
        selected = Scope(SELECTED, len(rows), **self._called.told(table, rows))
        return [Scope(WHOLE, len(table)), view, selected, *self._found]


def provinces_of(table: Table) -> list[Scope]:
    """Return a scope for each province that the register names."""
    return _provinces(table, _Called(table.called))


class _Called:
    """What a check calls the factories of a table, and which of them it calls alike."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._alike: dict[str, list[int]] = {name: [] for name, times in Counter(names).items() if times > 1}
        for row, name in enumerate(names) if self._alike else ():
            if name in self._alike:
                self._alike[name].append(row)

    def told(self, table: Table, rows: Sequence[int]) -> dict[str, Any]:
        """Return what a scope holds of the factories in some rows."""
        names = dict.fromkeys(map(self._names.__getitem__, rows))
        alike = [row for name in self._alike.keys() & names.keys() for row in self._alike[name]]
        meant = set(rows) if alike else set()
        fids = table.raw.fids
        return {
            "fids": tuple(map(fids.__getitem__, rows)),
            "ids": tuple(names),
            "sharing": tuple(fids[row] for row in alike if row in meant),
            "namesakes": tuple(fids[row] for row in alike if row not in meant),
        }


def _provinces(table: Table, called: _Called) -> list[Scope]:
    facet = table.facets.get("province")
    if facet is None:
        return []
    written: dict[str, set[str]] = {}
    for value in set(dict(zip(table.raw.known, table.raw.columns))["province"]):
        written.setdefault(province_code(value), set()).add(plain_text(value))
    order = np.argsort(facet.codes, kind="stable")
    ends = np.searchsorted(facet.codes[order], np.arange(len(facet.keys) + 1))
    found = []
    for place, key in enumerate(facet.keys):
        rows = order[ends[place] : ends[place + 1]].tolist()
        if key and rows and key in written:
            spelt = tuple(sorted(written[key]))
            told = called.told(table, rows)
            found.append(Scope(PROVINCE, len(rows), code=key, written=spelt, by_place=table.raw.by_place, **told))
    return found


def _extent(canvas: QgsMapCanvas) -> str:
    box = canvas.extent()
    crs = canvas.mapSettings().destinationCrs().authid()
    corners = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return ",".join(f"{value:.9g}" for value in corners) + (f" [{crs}]" if crs else "")
