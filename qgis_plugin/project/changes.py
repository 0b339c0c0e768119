"""Tells when what is in some layers has changed, so that an answer about them can be made anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_SOON_MS = 400


class LayerChanges(QObject):
    """Follows some layers; `changed` comes once after a flurry of edits, saved or not."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[str, QgsVectorLayer] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.changed)

    def follow(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Follow these layers instead of those before."""
        wanted = {layer.id(): layer for layer in layers}
        for identifier in self._layers.keys() - wanted.keys():
            self._leave(self._layers.pop(identifier))
        for identifier in wanted.keys() - self._layers.keys():
            self._layers[identifier] = wanted[identifier]
            for signal in _signals(wanted[identifier]):
                signal.connect(self._soon.start)

    def forget(self) -> None:
        """Follow nothing."""
        self._soon.stop()
        self.follow(())

    def _leave(self, layer: QgsVectorLayer) -> None:
        if not sip.isdeleted(layer):
            for signal in _signals(layer):
                signal.disconnect(self._soon.start)


def _signals(layer: QgsVectorLayer) -> list[Any]:
    return [layer.layerModified, layer.afterRollBack, layer.dataChanged, layer.subsetStringChanged]
