"""Layers handed to a run in the background as they are, not by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsMapLayer, QgsProject


def in_hand(project: QgsProject, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters of an algorithm with the layers themselves in place of their ids.

    So whoever starts the run knows what must not be deleted meanwhile. All else that a run needs of the project it
    takes itself; see `processing.at_hand`.
    """
    return {name: _layer(project, value) or value for name, value in parameters.items()}


def layers_of(parameters: Mapping[str, Any]) -> list[QgsMapLayer]:
    """Return the layers among parameters."""
    return [value for value in parameters.values() if isinstance(value, QgsMapLayer)]


def _layer(project: QgsProject, value: Any) -> QgsMapLayer | None:
    return project.mapLayer(value) if isinstance(value, str) and value else None
