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
from ...processing.paths import DEMO, STYLES
from .localise import localise
from .packs import BASELINE
from .results import free_path
from .roles import LayerRoles
from .symbols import plain_style

WORKING_CRS = "EPSG:32648"
# Farther away, thousands of schools, wells and homes would hide each other and the factories.
_NEAR_SCALE = 150_000
# Roads and what lies below the plan shine through.
_ZONING_OPACITY = 0.7


class DemoError(Exception):
    """The demo cannot be opened; the text says why and what to do."""


@dataclass(frozen=True)
class DemoLayer:
    """One layer of the demo: table, what it is called, which role it plays, and whether only a near view shows it."""

    table: str
    title: str
    role: str = ""
    near: bool = False


@dataclass(frozen=True)
class DemoGroup:
    """A group of the layer tree, top first."""

    title: str
    layers: tuple[DemoLayer, ...] = field(default_factory=tuple)


def contents() -> tuple[DemoGroup, ...]:
    """Return the layer tree of the demo project, top first; what the demo GeoPackage lacks is left out."""
    return (
        DemoGroup(tr("Register"), (DemoLayer("factories", tr("Factories"), "factories"),)),
        DemoGroup(  # above the plans, whose areas would hide what a finding is about
            tr("Surroundings"),
            (
                DemoLayer("water_intakes", tr("Water intakes"), "water_intakes"),
                DemoLayer("wells", tr("Wells"), "wells", near=True),
                DemoLayer("hospitals", tr("Hospitals"), "hospitals", near=True),
                DemoLayer("schools", tr("Schools"), "schools", near=True),
                DemoLayer("pagodas", tr("Pagodas"), "pagodas", near=True),
                DemoLayer("markets", tr("Markets"), "markets", near=True),
                DemoLayer("receptors", tr("Receptors of several classes"), "receptors", near=True),
                DemoLayer("rivers", tr("Rivers and canals"), "rivers"),
                DemoLayer("lakes", tr("Lakes and ponds"), "lakes"),
                DemoLayer("salt_farmland", tr("Salt farmland"), "salt_farmland"),
                DemoLayer("residential", tr("Residential areas"), "residential", near=True),
                DemoLayer("protected", tr("Protected areas"), "protected"),
                DemoLayer("flood_zones", tr("Hazard zones"), "hazard_zones", near=True),
            ),
        ),
        DemoGroup(
            tr("Planning"),
            (
                DemoLayer("parks", tr("Industrial parks"), "parks"),
                DemoLayer("zoning", tr("Zoning"), "zoning"),
            ),
        ),
        DemoGroup(
            tr("Basemap"),
            (
                DemoLayer("roads", tr("Roads"), "roads"),
                DemoLayer("provinces", tr("Provinces"), "admin"),
                DemoLayer("country", tr("Cambodia")),
            ),
        ),
    )


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
    style = STYLES / f"{entry.table}.qml"
    if style.is_file():
        layer.loadNamedStyle(str(style))
        layer.setName(entry.title)
    else:
        plain_style(layer, entry.table)
    localise(layer)
    layer.setReadOnly(True)
    project.addMapLayer(layer, False)
    if entry.near:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(_NEAR_SCALE)
    if entry.table == "zoning":
        layer.setOpacity(_ZONING_OPACITY)
    node.addLayer(layer).setExpanded(entry.table == "zoning")
    return layer
