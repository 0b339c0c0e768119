"""What a run needs of the project, taken in the project's own thread.

QGIS runs an algorithm in a thread of its own with the project in reach, and looks there for every text that may be the
name of a layer, that of a CRS too. By that the project forgets its variables (`QgsProject::layerStore`), which the map
may just be reading in the window's thread: QGIS crashes. So what parameters name is looked up before the thread
begins, and the thread does not get the project. Files that they name are opened then, too: a thread must open none, see
`processing.storage.apart`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsDataProvider,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsReferencedPointXY,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)
_Find = Callable[[str], "QgsMapLayer | None"]


def at_hand(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return parameters of an algorithm with which nothing needs to be looked up in the project.

    They have its layers in place of their ids, names and sources, layers of files in place of their addresses, and
    what depends on the project's CRS, or on that of a layer, with that CRS. What cannot be understood stays as it is:
    the run complains of it.
    """
    if context.project() is None:
        return parameters
    out = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        taken = _taken(algorithm, definition, parameters, context)
        if taken is not None:
            out[definition.name()] = taken
    return out


def in_project(text: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """Return the layer of the project that a text names by its id, its name or its source."""
    project_alone = QgsProcessingContext()
    project_alone.setProject(context.project())
    return QgsProcessingUtils.mapLayerFromString(text, project_alone, False)


def providers(given: Any) -> list[QgsDataProvider]:
    """Return the data providers of the layers among parameters, for a run to hold on to.

    PyQt keeps a list of what Qt has made and Python has seen, and looks into it without a lock when Qt destroys
    something: while the window is busy with that, a thread that meets an object for the first time breaks the list, and
    QGIS crashes. What somebody holds is not new to the thread.
    """
    if isinstance(given, QgsVectorLayer):
        provider = given.dataProvider()
        return [] if provider is None else [provider]
    if isinstance(given, dict):
        given = given.values()
    elif not isinstance(given, (list, tuple)):
        return []
    return [provider for one in given for provider in providers(one)]


def needs_project(parameters: dict[str, Any]) -> bool:
    """Return whether a run has to look for a layer itself.

    The definition of a part, such as “selected features only”, takes the id of its layer and nothing else. The toolbox
    makes such parts; there QGIS's own algorithms look for all of their layers.
    """
    return any(isinstance(given, QgsProcessingFeatureSourceDefinition) for given in parameters.values())


def _taken(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Any:
    name = definition.name()
    given = parameters.get(name)
    if isinstance(definition, QgsProcessingParameterCrs):  # also one left empty: its default is a text
        crs = algorithm.parameterAsCrs(parameters, name, context)
        return crs if crs.isValid() else None
    if not given:
        return None
    if isinstance(definition, QgsProcessingParameterPoint):
        place = algorithm.parameterAsPoint(parameters, name, context)
        crs = algorithm.parameterAsPointCrs(parameters, name, context)
        return QgsReferencedPointXY(place, crs) if crs.isValid() and not place.isEmpty() else None
    if isinstance(definition, QgsProcessingParameterExtent):
        box = algorithm.parameterAsExtent(parameters, name, context)
        crs = algorithm.parameterAsExtentCrs(parameters, name, context)
        return QgsReferencedRectangle(box, crs) if crs.isValid() and not box.isNull() else None
    return _with_layers(given, _finder(context)) if isinstance(definition, _LAYERS) else None


def _finder(context: QgsProcessingContext) -> _Find:
    """Return what finds a layer of the project, or else opens one for the run, which goes with its context."""

    def find(text: str) -> QgsMapLayer | None:
        return in_project(text, context) or QgsProcessingUtils.mapLayerFromString(text, context)

    return find


def _with_layers(given: Any, find: _Find) -> Any:
    if isinstance(given, str) and given:
        return find(given) or given
    if isinstance(given, (list, tuple)):
        return [_with_layers(one, find) for one in given]
    return given
