"""The layer tree that the plugin makes: which role stands in which group, and how a layer of a role is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer

from ...processing.i18n import tr
from ...processing.paths import STYLES
from .localise import localise
from .packs import label
from .symbols import plain_style

# Farther away, thousands of schools, wells and homes would hide each other and the factories.
NEAR_SCALE = 150_000
_NEAR = {"wells", "hospitals", "schools", "pagodas", "markets", "receptors", "residential", "hazard_zones"}
# Roads and what lies below the plan shine through.
_ZONING_OPACITY = 0.7
# What a group is known by, whatever it is called.
_GROUP_PROPERTY = "factory_locations/group"
# What a style that ships speaks of: a layer without it gets the plain style of its role.
_STYLED_BY = {"factories": "factory_id", "zoning": "zone_code", "parks": "park_id"}


@dataclass(frozen=True)
class LayerGroup:
    """A group of the layer tree and the roles in it, top first; its name is the same in every language."""

    name: str
    title: str
    roles: tuple[str, ...]


def layer_groups() -> tuple[LayerGroup, ...]:
    """Return the groups, top first; every role stands in one."""
    return (
        LayerGroup("factories", tr("Factories"), ("factories",)),
        LayerGroup(  # above the plans, whose areas would hide what a finding is about
            "surroundings",
            tr("Surroundings"),
            (
                *("water_intakes", "wells", "hospitals", "schools", "pagodas", "markets", "receptors", "rivers"),
                *("lakes", "salt_farmland", "residential", "protected", "hazard_zones"),
            ),
        ),
        LayerGroup("plans", tr("Plans"), ("parks", "zoning")),
        LayerGroup("base_map", tr("Base map"), ("roads", "admin")),
    )


def role_title(role: str) -> str:
    """Return what people call the layer of a role."""
    return tr("Provinces") if role == "admin" else label(role)


def dress(layer: QgsVectorLayer, role: str) -> None:
    """Draw `layer` as the plugin draws a role: symbols, labels in the interface's language, scales, opacity."""
    name = layer.name()
    style = STYLES / f"{role}.qml"
    if role in _STYLED_BY and style.is_file() and layer.fields().lookupField(_STYLED_BY[role]) >= 0:
        layer.loadNamedStyle(str(style))
        layer.setName(name)
    else:
        plain_style(layer, role)
    localise(layer)
    if role in _NEAR:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(NEAR_SCALE)
    if role == "zoning":
        layer.setOpacity(_ZONING_OPACITY)


def add_grouped(
    project: QgsProject,
    layers: Mapping[str, QgsVectorLayer],
    base: tuple[QgsMapLayer, ...] = (),
    units: Sequence[QgsVectorLayer] = (),
) -> None:
    """Add layers to a project, each in the group of its role.

    A group that the project has already, also under a name in another language, gets the layers too, on top of its own.

    Parameters
    ----------
    project : QgsProject
    layers : mapping of str to QgsVectorLayer
        By role.
    base : tuple of QgsMapLayer
        What lies below everything else, top first.
    units : sequence of QgsVectorLayer
        Districts and communes, for the corrections: among the plans, switched off.
    """
    root = project.layerTreeRoot()
    groups = layer_groups()
    place = 0
    for group in groups:
        mine: list[QgsMapLayer] = [layers[role] for role in group.roles if role in layers]
        mine += base if group == groups[-1] else ()
        mine = [*units, *mine] if group.name == "plans" else mine
        if not mine:
            continue
        node = _group(root, group) or root.insertGroup(place, group.title)
        node.setCustomProperty(_GROUP_PROPERTY, group.name)
        place = root.children().index(node) + 1 if node in root.children() else place
        for index, layer in enumerate(mine):
            project.addMapLayer(layer, False)
            entry = node.insertLayer(index, layer)
            entry.setExpanded(layer in (layers.get("factories"), layers.get("zoning")))
            entry.setItemVisibilityChecked(layer not in units)
        _open(node, any(role in layers for role in ("factories", "zoning", "parks") if role in group.roles))


def _group(root: QgsLayerTreeGroup, group: LayerGroup) -> QgsLayerTreeGroup | None:
    """Return the group of a project, None where it has none."""
    marked = (one for one in root.findGroups() if one.customProperty(_GROUP_PROPERTY, "") == group.name)
    return next(marked, None) or root.findGroup(group.title)


def _open(node: QgsLayerTreeGroup, expanded: bool) -> None:
    for state in (not expanded, expanded):  # QGIS's layer panel shows a new first group closed, whatever it says itself
        node.setExpanded(state)
