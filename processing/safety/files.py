"""Files of threat zones: a KML holds a layer a folder, of which QGIS opens only the first."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from ..analysis.errors import LocationError


def all_layers(layer: QgsVectorLayer) -> list[QgsVectorLayer]:
    """Return all layers of the file that a layer was opened from, if it names none of them; else the layer itself."""
    if layer.providerType() != "ogr":
        return [layer]
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    if not Path(path).is_file() or any(parts.get(key) for key in ("layerName", "layerId", "subset", "geometryType")):
        return [layer]
    separator = layer.dataProvider().sublayerSeparator()
    names: dict[str, str] = {}  # an entry for each kind of geometry in a folder
    for entry in layer.dataProvider().subLayers():
        number, name, *_ = entry.split(separator)
        names.setdefault(number, name)
    if len(names) < 2:
        return [layer]
    # By number: a name with a “|” in it cannot be asked for.
    layers = [QgsVectorLayer(f"{path}|layerid={number}", name, "ogr") for number, name in names.items()]
    for one in layers:
        if not one.isValid():
            raise LocationError(
                "Folder or layer “{name}” of “{path}” cannot be opened. Rename it, or save it in another format.",
                name=one.name(),
                path=path,
            )
    return layers


def release_of(layer: QgsVectorLayer) -> str:
    """Return what the layers of one file have in common: its path, else the layer's own id."""
    if layer.providerType() != "ogr":
        return layer.id()
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    return path if Path(path).is_file() and Path(path).suffix.lower() != ".gpkg" else layer.id()
