"""Which of the layers that were chosen cannot be read any more, and what to do about each."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ...processing.i18n import tr
from .roles import LayerRoles
from .sources import file_of, place_of


@dataclass(frozen=True)
class Broken:
    """What is told about a layer that cannot be read.

    Attributes
    ----------
    told : str
        What is wrong and what to do, in one sentence.
    place : str
        Where the layer was, in full.
    """

    told: str
    place: str = ""


def broken(roles: LayerRoles) -> dict[str, Broken]:
    """Return what to tell of each role whose layer cannot be read, by role; empty where all can."""
    found = {}
    for role, identifier in roles.chosen().items():
        layer = roles.project.mapLayer(identifier)
        if layer is None:
            found[role] = Broken(tr("The layer chosen for this is no longer in the project: choose another."))
        elif isinstance(layer, QgsVectorLayer) and not layer.isValid():
            found[role] = _why(layer)
    return found


def _why(layer: QgsVectorLayer) -> Broken:
    place = place_of(layer.source(), layer.providerType())
    file = file_of(layer.source(), layer.providerType())
    if file is None:
        told = tr("{place} cannot be reached: open the project again when it can, or choose another layer.")
        return Broken(told.format(place=place), place)
    if not file.exists():
        told = tr("The file {name} is not there: choose another, or put it back and open the project again.")
        return Broken(told.format(name=file.name), place)
    told = tr("The layer “{name}” cannot be read from {file}: choose another.")
    return Broken(told.format(name=layer.name(), file=file.name), place)
