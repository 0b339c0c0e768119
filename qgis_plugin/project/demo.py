"""The demo project: illustrative factories, zoning and parks, ready to be checked."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.paths import DEMO
from .layer_groups import dress, layer_groups, role_title
from .packs import BASELINE
from .register_form import give_form_unless_own
from .results import free_path
from .roles import LayerRoles

WORKING_CRS = "EPSG:32648"
# Tables that are not called as the role they play.
_TABLES = {"hazard_zones": "flood_zones", "admin": "provinces"}


class DemoError(Exception):
    """The demo cannot be opened; the text says why and what to do."""


@dataclass(frozen=True)
class DemoLayer:
    """One layer of the demo: table, what it is called, and which role it plays."""

    table: str
    title: str
    role: str = ""


@dataclass(frozen=True)
class DemoGroup:
    """A group of the layer tree, top first."""

    title: str
    layers: tuple[DemoLayer, ...] = field(default_factory=tuple)


def contents() -> tuple[DemoGroup, ...]:
    """Return the layer tree of the demo project, top first; what the demo GeoPackage lacks is left out."""
    groups = [
        DemoGroup(
            group.title, tuple(DemoLayer(_TABLES.get(role, role), role_title(role), role) for role in group.roles)
        )
        for group in layer_groups()
    ]
    base = DemoGroup(groups[-1].title, (*groups[-1].layers, DemoLayer("country", tr("Cambodia"))))
    return (*groups[:-1], base)


def require_demo(source: Path = DEMO) -> None:
    """Raise `DemoError` when the demo GeoPackage did not come with the plugin."""
    if not source.is_file():
        raise DemoError(tr("The demo GeoPackage is missing: {path}").format(path=source))


def demo_copy(source: Path = DEMO, folder: Path | None = None) -> Path:
    """Copy the demo GeoPackage to where it may be changed, and return the copy.

    Parameters
    ----------
    source : Path
        The GeoPackage that ships with the plugin.
    folder : Path, optional
        Where the copy goes; the person's QGIS profile when left out.

    Raises
    ------
    DemoError
        If there is no demo GeoPackage, or the copy cannot be written.
    """
    require_demo(source)
    folder = folder or Path(QgsApplication.qgisSettingsDirPath()) / "factory_locations"
    copy, fresh = folder / source.name, folder / (source.name + ".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, fresh)
        try:
            fresh.replace(copy)
        except PermissionError:  # Windows: another QGIS has the earlier copy open
            copy = free_path(copy)
            fresh.replace(copy)
        for rest in ("-wal", "-shm"):  # what an interrupted session may have left beside the earlier copy
            copy.with_name(copy.name + rest).unlink(missing_ok=True)
    except OSError as error:
        raise DemoError(
            tr("The demo cannot be copied to {path}: {reason}").format(path=copy, reason=error.strerror)
        ) from error
    return copy


def build_demo(project: QgsProject, roles: LayerRoles, gpkg: Path) -> QgsReferencedRectangle:
    """Fill an empty project with the demo layers and return the extent to look at.

    Parameters
    ----------
    project : QgsProject
        Must be empty: its title, CRS and layers are set.
    roles : LayerRoles
        Gets the layers of the demo, and its rule pack.
    gpkg : Path
        The copy of the demo GeoPackage. Its layers are opened read-only.

    Raises
    ------
    DemoError
        If a layer that the check needs cannot be opened.
    """
    project.setTitle(tr("Factory Locations demo (illustrative data)"))
    project.setCrs(QgsCoordinateReferenceSystem(WORKING_CRS))
    opened: dict[str, QgsVectorLayer] = {}
    for group in contents():
        node = project.layerTreeRoot().addGroup(group.title)
        for entry in group.layers:
            layer = _add(project, node, entry, gpkg)
            if layer is not None:
                opened[entry.table] = layer
                if entry.role:
                    roles.assign(entry.role, layer)
        if node.children():
            node.setExpanded(_expanded(group))
        else:
            project.layerTreeRoot().removeChildNode(node)
    if "factories" not in opened:
        raise DemoError(tr("The demo GeoPackage {path} holds no factories.").format(path=gpkg))
    give_form_unless_own(opened["factories"], roles.layer("admin"))
    if BASELINE.is_file():
        roles.assign_rules(str(BASELINE))
    extent = QgsRectangle(opened["factories"].extent())
    extent.scale(1.1)
    return QgsReferencedRectangle(extent, opened["factories"].crs())


def _expanded(group: DemoGroup) -> bool:
    """Return whether the legend of `group` is open at first: only what a check reads is."""
    return any(entry.role in ("factories", "zoning", "parks") for entry in group.layers)


def _add(project: QgsProject, node: QgsLayerTreeGroup, entry: DemoLayer, gpkg: Path) -> QgsVectorLayer | None:
    layer = QgsVectorLayer(f"{gpkg}|layername={entry.table}", entry.title, "ogr")
    if not layer.isValid():
        return None
    dress(layer, entry.role or entry.table)
    layer.setReadOnly(True)
    project.addMapLayer(layer, False)
    node.addLayer(layer).setExpanded(entry.role == "zoning")
    return layer
