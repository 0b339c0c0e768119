"""Whether the id of a factory that is edited is another factory's already, saved or not; looked up in a thread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsCsException,
    QgsDistanceArea,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...processing.parameters import field_in
from ..panel.register.words import plain_text

_ELLIPSOID = "WGS84"
_NAMES = ("NAME_FIELD", "NAME_KM_FIELD")
_READ = 20  # rows with the same id, of which the nearest is told


@dataclass(frozen=True)
class SameId:
    """Another factory with the id of the one that is edited.

    Attributes
    ----------
    name : str
        Empty where it has none.
    distance_m : float
        NaN where a place is missing.
    """

    name: str
    distance_m: float


class IdSearch:
    """Looks an id up among the rows as they are while they are edited.

    Made in the window's thread: what it reads is QGIS's own copy of the layer's edits, as the map is drawn from.
    """

    def __init__(self, layer: QgsVectorLayer, feature: QgsFeature, chosen: Mapping[str, str], project: QgsProject):
        self._fid, self._geometry, self._fields = feature.id(), QgsGeometry(feature.geometry()), layer.fields()
        self._field = field_in(self._fields, "FACTORY_ID_FIELD", chosen.get("FACTORY_ID_FIELD", ""))
        names = (field_in(self._fields, purpose, chosen.get(purpose, "")) for purpose in _NAMES)
        self._names = [name for name in names if name]
        self._id = text_of(feature, self._fields, self._field)
        self._rows = QgsVectorLayerFeatureSource(layer) if self._id else None
        self._measure = QgsDistanceArea()
        self._measure.setSourceCrs(layer.crs(), project.transformContext())
        self._measure.setEllipsoid(_ELLIPSOID)
        self._placed = layer.crs().isValid()

    def find(self) -> list[SameId]:
        """Return the nearest other factory with the id, if there is one."""
        if self._rows is None:
            return []
        column, wanted = QgsExpression.quotedColumnRef(self._field), QgsExpression.quotedValue(self._id)
        request = QgsFeatureRequest().setFilterExpression(f"trim({column}) = {wanted}").setLimit(_READ)
        request.setSubsetOfAttributes([self._field, *self._names], self._fields)
        others = [one for one in self._rows.getFeatures(request) if one.id() != self._fid]
        found = [SameId(self._name(one), self._distance(one)) for one in others]
        return sorted(found, key=lambda one: (math.isnan(one.distance_m), one.distance_m))[:1]

    def _name(self, other: QgsFeature) -> str:
        return next((text for text in (text_of(other, self._fields, name) for name in self._names) if text), "")

    def _distance(self, other: QgsFeature) -> float:
        ends = [one.centroid() for one in (self._geometry, other.geometry()) if not one.isEmpty()]
        if len(ends) < 2 or not self._placed or any(end.isNull() for end in ends):
            return math.nan
        try:
            return float(self._measure.measureLine(*(end.asPoint() for end in ends)))
        except QgsCsException:  # a place that the CRS does not have
            return math.nan


def text_of(feature: QgsFeature, fields: QgsFields, name: str) -> str:
    """Return a value as text, without blanks around it; empty where there is none, or no such field."""
    value = feature.attribute(fields.lookupField(name)) if name else None
    return plain_text(None if value == NULL else value)
