"""Provinces put together from districts or communes, so that no map calls a commune's border that of a province."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer, QgsWkbTypes

from ..admin_layers import PROVINCES, level_of
from ..gazetteer import province_names

# Joining more than this takes longer than a window may be silent.
MOST_VERTICES = 200_000
_YEAR = "vintage"


def holds_parts(layer: QgsVectorLayer) -> bool:
    """Return whether a layer holds districts or communes instead of provinces."""
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return False
    known = level_of(layer)
    return known is not None and known[0] != PROVINCES


def whole_provinces(layer: QgsVectorLayer) -> QgsVectorLayer | None:
    """Return the provinces that the districts or communes of a layer make up; None where that would take long.

    Parameters
    ----------
    layer : QgsVectorLayer
        See `holds_parts`. The first two digits of a unit's code are those of its province.
    """
    from ..analysis.admin_units import read_code

    level, field = level_of(layer)
    index, year, vertices = layer.fields().lookupField(field), layer.fields().lookupField(_YEAR), 0
    parts: dict[str, list[QgsGeometry]] = {}
    years: dict[str, object] = {}
    for unit in layer.getFeatures():
        shape, code = unit.geometry(), read_code(str(unit[index]), level.digits)
        if shape.isNull() or not code:
            continue
        vertices += shape.constGet().nCoordinates()
        if vertices > MOST_VERTICES:
            return None
        parts.setdefault(code[:2], []).append(shape)
        years[code[:2]] = unit[year] if year >= 0 else None
    names = province_names()
    rows = [([code, *names.get(code, (code, code)), years[code]], shapes) for code, shapes in sorted(parts.items())]
    return _layer(layer, rows)


def _layer(given: QgsVectorLayer, rows: list[tuple[list[object], list[QgsGeometry]]]) -> QgsVectorLayer:
    """Return a layer of rows that says of itself where it comes from what the given one does."""
    fields = f"field=province_code:string&field=name_en:string&field=name_km:string&field={_YEAR}:integer"
    made = QgsVectorLayer(f"MultiPolygon?{fields}", given.name(), "memory")
    made.setCrs(given.crs())
    made.setMetadata(given.metadata())
    features = []
    for values, shapes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry.unaryUnion(shapes))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made
