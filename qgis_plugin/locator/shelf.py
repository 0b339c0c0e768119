"""Hands the table of the register from the window's thread to those in which QGIS searches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip

if TYPE_CHECKING:
    from ..panel.register.columns import Table
    from ..panel.register.feed import RegisterFeed

_LOOK_SECONDS = 0.02
_LONGEST_SECONDS = 60.0


class Awaited:
    """The register that a search waits for, while it is being read; plain Python, for any thread."""

    def __init__(self) -> None:
        self.layer = ""
        self._table: Table | None = None
        self._there = threading.Event()

    def put(self, layer: str, table: Table | None) -> None:
        """Hand over what was read; None where there is nothing."""
        self.layer, self._table = layer, table
        self._there.set()

    def table(self, cancelled: Callable[[], bool]) -> Table | None:
        """Return the table once it has been read; None where there is none, and when the search is cancelled."""
        until = time.monotonic() + _LONGEST_SECONDS
        while not self._there.wait(_LOOK_SECONDS):
            if cancelled() or time.monotonic() > until:
                return None
        return self._table


class Shelf:
    """The table of the register, for the window's thread; reading it begins when somebody searches.

    Parameters
    ----------
    feed : callable
        Returns what reads the register; None where nothing does.
    """

    def __init__(self, feed: Callable[[], RegisterFeed | None]) -> None:
        self._find = feed
        self._feed: RegisterFeed | None = None
        self._waiting: list[Awaited] = []

    def ask(self) -> Awaited:
        """Return the register as it is, or as it will be in a moment."""
        awaited = Awaited()
        feed = self._listen()
        layer = self._layer()
        if feed is None or layer is None:
            awaited.put("", None)
        elif feed.current:
            awaited.put(layer.id(), feed.table)
        else:
            self._waiting.append(awaited)
            feed.catch_up()
        return awaited

    def close(self) -> None:
        """Let those who wait go, and listen to nothing."""
        self._serve(None)
        if self._feed is not None and not sip.isdeleted(self._feed):
            self._feed.ready.disconnect(self._ready)
            self._feed.failed.disconnect(self._failed)
        self._feed = None

    def _listen(self) -> RegisterFeed | None:
        if self._feed is None:
            self._feed = self._find()
            if self._feed is not None:
                self._feed.ready.connect(self._ready)
                self._feed.failed.connect(self._failed)
        return self._feed

    def _layer(self) -> QgsVectorLayer | None:
        layer = None if self._feed is None else self._feed.layer
        return layer if layer is not None and layer.isValid() else None

    def _ready(self, table: Table) -> None:
        self._serve(table)

    def _failed(self, _why: str) -> None:
        self._serve(None)

    def _serve(self, table: Table | None) -> None:
        layer = self._layer()
        waiting, self._waiting = self._waiting, []
        for awaited in waiting:
            awaited.put("" if layer is None else layer.id(), table)
