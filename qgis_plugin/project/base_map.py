"""What lies below everything: QGIS's own map of the world, which needs no network, and OpenStreetMap, which does."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsMapLayer,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.reports.symbols import ABROAD, BORDER

OSM_NAME = "OpenStreetMap"
_OSM = "type=xyz&url=https://tile.openstreetmap.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0"
_OSM_RIGHTS = "© OpenStreetMap contributors, https://www.openstreetmap.org/copyright"


def world_map() -> Path | None:
    """Return the map of the world that came with QGIS, None where this QGIS has none."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    return path if path.is_file() else None


def world_layer() -> QgsVectorLayer | None:
    """Return the countries of the world, quietly drawn, None where this QGIS has no map of the world."""
    path = world_map()
    if path is None:
        return None
    layer = QgsVectorLayer(f"{path}|layername=countries", tr("Countries"), "ogr")
    if not layer.isValid():
        return None
    land = {"color": ABROAD, "outline_color": BORDER, "outline_width": "0.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(land)))
    layer.setLabelsEnabled(False)
    layer.setReadOnly(True)
    layer.setFlags(layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable)  # a click is about a factory, not a country
    return layer


def street_layer() -> QgsRasterLayer:
    """Return the map of OpenStreetMap, from its server, with the attribution that it asks for."""
    layer = QgsRasterLayer(_OSM, OSM_NAME, "wms")
    metadata = layer.metadata()
    metadata.setRights([_OSM_RIGHTS])
    layer.setMetadata(metadata)
    return layer
