"""Files of threat zones: a KML holds a layer a folder, of which QGIS opens only the first."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer


def all_layers(layer: QgsVectorLayer) -> list[QgsVectorLayer]:
    """Return all layers of the file that a layer was opened from, if it names none of them; else the layer itself."""
    if layer.providerType() != "ogr":
        return [layer]
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    if not Path(path).is_file() or any(parts.get(key) for key in ("layerName", "layerId", "subset", "geometryType")):
        return [layer]
    known = layer.dataProvider().subLayers()
    separator = layer.dataProvider().sublayerSeparator()
    names = list(dict.fromkeys(entry.split(separator)[1] for entry in known))
    if len(names) < 2:
        return [layer]
    layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names]
    return [one for one in layers if one.isValid()]


def release_of(layer: QgsVectorLayer) -> str:
    """Return what the layers of one file have in common: its path, else the layer's own id."""
    if layer.providerType() != "ogr":
        return layer.id()
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    return path if Path(path).is_file() and Path(path).suffix.lower() != ".gpkg" else layer.id()
