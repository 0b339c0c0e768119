"""Layers handed to a run in the background as they are, not by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsMapLayer, QgsProject


def in_hand(project: QgsProject, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters of an algorithm with the layers themselves in place of their ids.

    QGIS looks an id up in the project from the thread of the run, and by that forgets the project's variables
    (`QgsProject::layerStore`), which the map may just be reading in the other thread: QGIS crashes. What is in hand is
    not looked up.
    """
    return {name: _layer(project, value) or value for name, value in parameters.items()}


def layers_of(parameters: Mapping[str, Any]) -> list[QgsMapLayer]:
    """Return the layers among parameters."""
    return [value for value in parameters.values() if isinstance(value, QgsMapLayer)]


def _layer(project: QgsProject, value: Any) -> QgsMapLayer | None:
    return project.mapLayer(value) if isinstance(value, str) and value else None
