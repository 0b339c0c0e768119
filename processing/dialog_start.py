"""What the dialog of an algorithm starts with, where nothing else was asked for.

QGIS itself takes the first layer by name that has a geometry which fits, for whatever must be given: a person who runs
that has imported the outline of the country. Here such a parameter starts empty, and QGIS asks for it. These values are
of the dialog alone: a parameter that is left out by a script, a model or qgis_process has the default that it always
had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

_ONE_LAYER = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)
_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


def start_with(algorithm: QgsProcessingAlgorithm, values: Mapping[str, Any]) -> None:
    """Let the dialog of an algorithm start with values, by parameter.

    Names that it does not have, empty values and layers that the dialog does not offer are left aside: what takes one
    layer is empty then.
    """
    nowhere = QgsVectorLayer()
    algorithm.nowhere = nowhere  # lives as long as what points at it
    for definition in algorithm.parameterDefinitions():
        value = _offered(definition, values.get(definition.name()))
        if value:
            definition.setGuiDefaultValueOverride(value)
        elif isinstance(definition, _ONE_LAYER) and not definition.flags() & _OPTIONAL:
            # No value at all would leave the list at its first row; a layer that is not in it leaves it at none.
            definition.setGuiDefaultValueOverride(nowhere)


def _offered(definition: QgsProcessingParameterDefinition, value: Any) -> Any:
    """Return of a value, which is an id or several for layers, what a dialog can show."""
    if isinstance(definition, _ONE_LAYER):
        return value if value in _ids(definition.dataTypes()) else None
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        offered = set(_ids([definition.layerType()]))
        return [one for one in value or () if one in offered]
    return value


def _ids(kinds: list[int]) -> Iterator[str]:
    layers = QgsProcessingUtils.compatibleVectorLayers(QgsProject.instance(), kinds, sort=False)
    return (layer.id() for layer in layers)
