"""The sentence about a layer that was given and cannot be opened."""

from __future__ import annotations

import os

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProviderRegistry

from .analysis.errors import LocationError
from .i18n import tr
from .uri import without_passwords

# Layers of a file that the sentence names.
_NAMED = 20


def unopened(label: str, given: str | QgsMapLayer, context: QgsProcessingContext) -> str:
    """Say why there is no layer; nothing for a parameter left empty, of which Processing complains where it must.

    Parameters
    ----------
    label : str
        What the person calls the input.
    given : str or QgsMapLayer
        What the person gave for it.
    context : QgsProcessingContext
        Whose project may have a layer of that name or id.
    """
    if isinstance(given, QgsMapLayer):
        given = given.source() or given.name()
    if not given:
        return ""
    project = context.project()
    layers = [project.mapLayer(given), *project.mapLayersByName(given)] if project is not None else []
    known = next((layer for layer in layers if layer is not None), None)
    if known is not None:
        return tr("{role}: layer “{layer}” is in the project but its source cannot be opened. Was it moved?").format(
            role=label, layer=known.name()
        )
    given = without_passwords(given)
    path = given.split("|", maxsplit=1)[0]
    if not os.path.isfile(path):
        return tr("{role}: there is no layer or file “{path}”.").format(role=label, path=given)
    if os.path.getsize(path) == 0:
        return tr("{role}: the file “{path}” is empty (0 bytes). Get it again from its source.").format(
            role=label, path=path
        )
    return _without_that_layer(label, given, path) or tr(
        "{role}: “{path}” cannot be opened as a layer. "
        "It may be damaged, locked by another program, or have no layer of that name."
    ).format(role=label, path=given)


def refuse_unopened(
    label: str, given: str | QgsMapLayer, context: QgsProcessingContext, *, needed: bool = False
) -> None:
    """Raise `LocationError` with what `unopened` says; where nothing was given only for what is needed."""
    why = unopened(label, given, context)
    if needed and not why:
        raise LocationError("{label}: choose a layer.", label=label)
    if why:
        raise LocationError("{why}", why=why)


def _without_that_layer(label: str, given: str, path: str) -> str:
    """Return which layers a file has, where it has none of the name asked for; nothing where that is not the matter."""
    registry = QgsProviderRegistry.instance()
    wanted = registry.decodeUri("ogr", given).get("layerName") or ""
    names = [layer.name() for layer in registry.querySublayers(path) if layer.providerKey() == "ogr"]
    if not wanted or not names or wanted.casefold() in [name.casefold() for name in names]:
        return ""
    named = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return tr("{role}: “{path}” has no layer “{layer}”. It has: {layers}.").format(
        role=label, path=path, layer=wanted, layers=named
    )
