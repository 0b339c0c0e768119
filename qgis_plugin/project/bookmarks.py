"""A bookmark for each province: one click away from the map of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Generator, Mapping

from qgis.core import (
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.paths import ADMIN_FORMER_CODES, DEMO
from .localise import language
from .register_form import provinces

_CODE = "province_code"
_ROOM = 1.05
_AT_ONCE = 100  # communes: a few milliseconds


def province_extents(layer: QgsVectorLayer) -> Generator[str, None, dict[str, QgsRectangle]]:
    """Return the extent of each province by its code, in the CRS of `layer`; yield what is done now and then.

    Parameters
    ----------
    layer : QgsVectorLayer
        Areas of any level with the code of their province; empty where it has no such field.
    """
    index = layer.fields().lookupField(_CODE)
    if not layer.isValid() or index < 0:
        return {}
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    extents: dict[str, QgsRectangle] = {}
    for number, feature in enumerate(layer.getFeatures(request), start=1):
        if number % _AT_ONCE == 0:
            yield tr("Bookmarks…")
        code = str(feature[index] or "").strip().zfill(2)
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            extents.setdefault(code, QgsRectangle()).combineExtentWith(feature.geometry().boundingBox())
    return {code: extent for code, extent in sorted(extents.items()) if not extent.isNull()}


def usual_outlines() -> QgsVectorLayer:
    """Return the coarse outlines that came with the plugin: good enough to go there, not to decide by."""
    return QgsVectorLayer(f"{DEMO}|layername=provinces", "provinces", "ogr", QgsVectorLayer.LayerOptions(False))


def add_bookmarks(
    project: QgsProject, extents: Mapping[str, QgsRectangle], crs: QgsCoordinateReferenceSystem
) -> list[str]:
    """Add a bookmark for each province of the shipped list whose extent is known; return their names, by code.

    A province that older outlines lack is looked for where it was split from.
    """
    former = _split_from()
    names = []
    for code, name in provinces(language()).items():
        extent = extents.get(code) or extents.get(former.get(code, ""))
        if extent is None:
            continue
        box = QgsRectangle(extent)
        box.scale(_ROOM)
        bookmark = QgsBookmark()
        bookmark.setId(f"factory_locations_province_{code}")
        bookmark.setName(name)
        bookmark.setGroup(tr("Provinces"))
        bookmark.setExtent(QgsReferencedRectangle(box, crs))
        _, added = project.bookmarkManager().addBookmark(bookmark)
        names += [name] if added else []
    return names


def _split_from() -> dict[str, str]:
    """Return for each province the one that most of its units had the codes of before, where that is another."""
    with ADMIN_FORMER_CODES.open(encoding="utf-8", newline="") as file:
        pairs = Counter((row["new_code"][:2], row["old_code"][:2]) for row in csv.DictReader(file))
    best: dict[str, tuple[int, str]] = {}
    for (new, old), count in pairs.items():
        if new != old:
            best[new] = max(best.get(new, (0, "")), (count, old))
    return {new: old for new, (_, old) in best.items()}
