"""Which of the layers that were chosen cannot be read any more, and what to do about each."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...processing.i18n import tr
from .roles import LayerRoles
from .sources import file_of, place_of


def broken(roles: LayerRoles) -> dict[str, str]:
    """Return a sentence for each role whose layer cannot be read, by role; empty where all can."""
    found = {}
    for role, identifier in roles.chosen().items():
        layer = roles.project.mapLayer(identifier)
        if layer is None:
            found[role] = tr("The layer chosen for this is no longer in the project: choose another.")
        elif isinstance(layer, QgsVectorLayer) and not layer.isValid():
            found[role] = _why(layer)
    return found


def _why(layer: QgsVectorLayer) -> str:
    place = place_of(layer.source(), layer.providerType())
    file = file_of(layer.source(), layer.providerType())
    if file is None:
        return tr("{place} cannot be reached: open the project again when it can, or choose another layer.").format(
            place=place
        )
    if not file.exists():
        return tr("The file {path} is not there: choose another, or put it back and open the project again.").format(
            path=place
        )
    return tr("The layer “{name}” cannot be read from {path}: choose another.").format(name=layer.name(), path=place)
