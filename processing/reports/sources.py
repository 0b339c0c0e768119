"""Where a layer comes from, how old it is, and whether it may be decided upon: read from the layer itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt

from .content import Source, vintage_text

VINTAGE_FIELDS = ("vintage", "layer_vintage", "checked_on")
ILLUSTRATIVE = "illustrative"
# Results that are put on maps, by columns that no other layer has together.
_OWN = {
    "Safety zones": {"source_id", "level_no", "distance_m", "measured_from"},
    "Clusters": {"cluster_id", "dominant_sector", "special_lq"},
}


# The table of a findings GeoPackage that says which rules were asked, and what is read of it.
RULES_TABLE = "rules"
_RULE_FIELDS = ("pack", "vintage", "not_checked", "pass", "fail", "undecided")
_NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class RulesAsked:
    """Which rules the verdicts of a layer come from, and how many of them were not checked for want of a layer.

    Attributes
    ----------
    rules : int
        How many there are, 0 where the layer's file does not say.
    unchecked : int
        Those that judged no factory; where `rules` is 0, the most that any one factory lacks.
    partly : int
        Those that judged some factories, but not all.
    packs : tuple of str
        Id and version of their packs.
    vintage : str
        The years of the packs, as printed.
    """

    rules: int = 0
    unchecked: int = 0
    partly: int = 0
    packs: tuple[str, ...] = ()
    vintage: str = ""


def rules_asked(factories: QgsVectorLayer) -> RulesAsked:
    """Return what the findings file of a layer says of its rules; else what its own field says."""
    field = factories.fields().lookupField(_NOT_CHECKED)
    if field < 0:
        return RulesAsked()
    table = _rules_beside(factories)
    if table is None:
        most = factories.maximumValue(field)
        return RulesAsked(unchecked=int(most)) if isinstance(most, (int, float)) and most > 0 else RulesAsked()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [{name: _plain(row[name]) for name in _RULE_FIELDS} for row in table.getFeatures(request)]
    lacking = [row for row in rows if row[_NOT_CHECKED]]
    judged = [row for row in lacking if any(row[verdict] for verdict in ("pass", "fail", "undecided"))]
    packs = tuple(sorted({str(row["pack"]) for row in rows if row["pack"]}))
    vintage = vintage_text(row["vintage"] for row in rows)
    return RulesAsked(len(rows), len(lacking) - len(judged), len(judged), packs, vintage)


def _rules_beside(factories: QgsVectorLayer) -> QgsVectorLayer | None:
    """Return the table of rules in the findings GeoPackage that a layer is from, None where there is none."""
    path = QgsProviderRegistry.instance().decodeUri(factories.providerType(), factories.source()).get("path") or ""
    if Path(path).suffix.lower() != ".gpkg":
        return None
    table = QgsVectorLayer(f"{path}|layername={RULES_TABLE}", RULES_TABLE, "ogr")
    known = set(table.fields().names()) if table.isValid() else set()
    return table if set(_RULE_FIELDS) <= known and table.featureCount() > 0 else None


def is_illustrative(layer: QgsVectorLayer) -> bool:
    """Return whether a layer says of itself that it is illustrative.

    QGIS puts the description a GeoPackage holds for a table (`gpkg_contents.description`) into the abstract; a layer
    edited in QGIS may say it in its title, keywords or history, and a database table in its comment.
    """
    metadata = layer.metadata()
    keywords = [word for words in metadata.keywords().values() for word in words]
    said = [metadata.title(), metadata.abstract(), layer.dataComment(), *metadata.history(), *keywords]
    return any(ILLUSTRATIVE in text.lower() for text in said if text)


def own_title(layer: QgsVectorLayer) -> str:
    """Return what the layer is, in English, where another tool of the plugin made it; its columns tell."""
    known = set(layer.fields().names())
    return next((title for title, fields in _OWN.items() if fields <= known), "")


def layer_vintage(layer: QgsVectorLayer) -> str:
    """Return when a layer is of: its field `vintage` or `checked_on`, else the period its metadata states.

    A result of the plugin without either is of the day on which its file was written.
    """
    index = next((i for i in map(layer.fields().lookupField, VINTAGE_FIELDS) if i >= 0), -1)
    if index >= 0:
        stated = vintage_text(_plain(value) for value in layer.uniqueValues(index))
        if stated:
            return stated
    periods = layer.metadata().extent().temporalExtents()
    days = [day for period in periods for day in (period.begin(), period.end()) if day.isValid()]
    stated = vintage_text(day.date().year() for day in days)
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or ""
    if stated or not own_title(layer) or not Path(path).is_file():
        return stated
    return datetime.fromtimestamp(Path(path).stat().st_mtime).astimezone().date().isoformat()


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
