"""How results arrive in the project: in the style that travels with them, and in the order that was meant."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

# With more lines than so many, a layer comes folded: it would push the others out of sight.
_LEGEND_LINES = 6
# The context holds only the half of them that is C++: without a reference the other half, which does the work, goes.
_expected: set[Arrival] = set()


class Arrival(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer its own style, which Processing leaves aside, and its place among the layers of the same output.

    QGIS 3.22 loads layers in the order of their names; once all of them are there, they are put in the order of
    their ranks.

    Parameters
    ----------
    rank : int
        0 for the lowest layer of the output.
    together : dict
        Shared by the layers of one output; the ids of those that have arrived are noted in it, by rank.
    count : int
        How many layers the output has.
    """

    def __init__(self, rank: int, together: dict[int, str], count: int) -> None:
        super().__init__()
        self._rank, self._together, self._count = rank, together, count
        _expected.add(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsVectorLayer):
            layer.loadDefaultStyle()
        self._together[self._rank] = layer.id()
        if len(self._together) == self._count:
            self._put_in_order(context)
            self._name_once(context.project())
            self._fold_long(context.project())
        _expected.discard(self)

    def _name_once(self, project: QgsProject) -> None:
        """Leave the names of factories to one layer: the same name twice at a place is one too many."""
        named = names_shown(project, self._together.values())
        for rank in sorted(self._together):
            layer = project.mapLayer(self._together[rank])
            if _names_factories(layer):
                layer.setLabelsEnabled(not named)
                named = True

    def _fold_long(self, project: QgsProject) -> None:
        """Show of layers with many classes the name alone, until somebody unfolds them."""
        for identifier in self._together.values():
            node = project.layerTreeRoot().findLayer(identifier)
            if node is not None and _legend_lines(node.layer()) > _LEGEND_LINES:
                node.setExpanded(False)

    def _put_in_order(self, context: QgsProcessingContext) -> None:
        """Lay the highest rank on top; layers that are in different groups stay."""
        root = context.project().layerTreeRoot()
        nodes = [root.findLayer(self._together[rank]) for rank in sorted(self._together, reverse=True)]
        group = nodes[0].parent() if nodes[0] is not None else None
        if group is None or any(node is None or node.parent() != group for node in nodes):
            return
        # Copies below, then the others away from the top on: so the topmost layer becomes the current one, and QGIS
        # lays what comes next above it.
        places = {group.children().index(node): node for node in nodes}
        group.insertChildNodes(max(places) + 1, [node.clone() for node in nodes])
        for _, node in sorted(places.items()):
            group.removeChildNode(node)


def names_shown(project: QgsProject, beside: Collection[str] = ()) -> bool:
    """Return whether a layer that is shown labels factories with their names, apart from some layers by their ids."""
    nodes = project.layerTreeRoot().findLayers()
    return any(node.isVisible() and node.layerId() not in beside and _names_factories(node.layer()) for node in nodes)


def _legend_lines(layer: QgsMapLayer | None) -> int:
    """Return how many lines the legend of a layer takes."""
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
    return 0 if renderer is None else len(renderer.legendSymbolItems())


def _names_factories(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer labels factories with their names."""
    if not isinstance(layer, QgsVectorLayer) or not layer.labelsEnabled() or "factory_id" not in layer.fields().names():
        return False
    labeling = layer.labeling()
    return isinstance(labeling, QgsVectorLayerSimpleLabeling) and "name" in labeling.settings().fieldName
