"""Where a layer comes from, how old it is, and whether it may be decided upon: read from the layer itself."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt

from .content import Source, vintage_text

VINTAGE_FIELDS = ("vintage", "layer_vintage", "checked_on")
ILLUSTRATIVE = "illustrative"


def is_illustrative(layer: QgsVectorLayer) -> bool:
    """Return whether a layer says of itself that it is illustrative.

    QGIS puts the description a GeoPackage holds for a table (`gpkg_contents.description`) into the abstract; a layer
    edited in QGIS may say it in its title, keywords or history, and a database table in its comment.
    """
    metadata = layer.metadata()
    keywords = [word for words in metadata.keywords().values() for word in words]
    said = [metadata.title(), metadata.abstract(), layer.dataComment(), *metadata.history(), *keywords]
    return any(ILLUSTRATIVE in text.lower() for text in said if text)


def layer_vintage(layer: QgsVectorLayer) -> str:
    """Return when a layer is of: its field `vintage` or `checked_on`, else the period its metadata states."""
    index = next((i for i in map(layer.fields().lookupField, VINTAGE_FIELDS) if i >= 0), -1)
    if index >= 0:
        stated = vintage_text(_plain(value) for value in layer.uniqueValues(index))
        if stated:
            return stated
    periods = layer.metadata().extent().temporalExtents()
    days = [day for period in periods for day in (period.begin(), period.end()) if day.isValid()]
    return vintage_text(day.date().year() for day in days)


def _plain(value: object) -> object:
    """Return a field's value, with QGIS's null made None and a date made text."""
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return None if value is None or str(value) == "NULL" else value


def place_name(layer: QgsVectorLayer) -> str:
    """Return a name a person recognises the data by: the stated title, else file and table, else the layer's name."""
    if layer.metadata().title():
        return str(layer.metadata().title())
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    if parts.get("path"):
        path = Path(parts["path"])
        table = parts.get("layerName") or ""
        return path.name if table in ("", path.stem) else f"{path.name}, {table}"
    return str(layer.name())


def plain(title: str) -> str:
    """Return a title without the remark that it is illustrative: the map says that in a place of its own."""
    return re.sub(r"\s*\([^()]*illustrative[^()]*\)", "", title, flags=re.IGNORECASE).strip() or title


def credits_of(layer: QgsVectorLayer) -> list[str]:
    """Return whom to credit for a layer, without software licences: they tell the reader of a map nothing."""
    parts = [part.strip() for text in layer.metadata().rights() for part in text.split(";")]
    return [part for part in parts if part and "GPL" not in part]


def source_of(layer: QgsVectorLayer, role: str) -> Source:
    """Return what is printed about one layer.

    Parameters
    ----------
    layer : QgsVectorLayer
        The layer as it was given, not its styled copy.
    role : str
        What the layer is for, in the language of the map, e.g. `Zoning`.
    """
    name = plain(place_name(layer))
    title = role if name.lower() == role.lower() else f"{role}: {name}"
    return Source(title, layer_vintage(layer), "; ".join(credits_of(layer)), is_illustrative(layer))
