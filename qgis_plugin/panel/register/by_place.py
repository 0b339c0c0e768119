"""Provinces of factories by where they stand, for a register that has no field for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ....processing.admin_layers import level_of
from ...reading import Source

PROVINCE = "province"
_POINT = QgsWkbTypes.GeometryType.PointGeometry


class Outlines:
    """The units of a layer, and which province a place is in; read when first asked, in whatever thread that is."""

    def __init__(self, features: QgsVectorLayerFeatureSource, code: int, digits: int, to_units: Any) -> None:
        self._features, self._code, self._digits, self._to_units = features, code, digits, to_units
        self._index: QgsSpatialIndex | None = None
        self._units: dict[int, tuple[str, QgsGeometry, Any]] = {}

    def province_at(self, shape: QgsGeometry) -> str:
        """Return the code of the province that a factory stands in; of premises, where their middle is."""
        if shape.isNull():
            return ""
        place = QgsGeometry(shape if shape.type() == _POINT else shape.pointOnSurface())
        try:
            place.transform(self._to_units)
        except QgsCsException:
            return ""
        index = self._index or self._read()
        box: QgsRectangle = place.boundingBox()
        inside = (self._units[fid] for fid in sorted(index.intersects(box)))
        return next((code for code, _, engine in inside if engine.intersects(place.constGet())), "")

    def _read(self) -> QgsSpatialIndex:
        from ....processing.analysis.admin_units import read_code

        index = QgsSpatialIndex()
        for unit in self._features.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([self._code])):
            code = read_code(str(unit[self._code]), self._digits)
            shape = unit.geometry()
            if code and not shape.isNull():
                engine = QgsGeometry.createGeometryEngine(shape.constGet())
                engine.prepareGeometry()
                self._units[unit.id()] = code[:2], shape, engine
                index.addFeature(unit)
        self._index = index
        return index


def outlines_of(
    admin: QgsVectorLayer | None, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> Outlines | None:
    """Return the outlines to look places in `crs` up in; None without a layer that tells the codes of its units."""
    known = None if admin is None or not admin.isValid() else level_of(admin)
    if admin is None or known is None:
        return None
    level, field = known
    transform = QgsCoordinateTransform(crs, admin.crs(), project.transformContext())
    return Outlines(QgsVectorLayerFeatureSource(admin), admin.fields().lookupField(field), level.digits, transform)


@dataclass(frozen=True)
class PlacedSource(Source):
    """A register whose provinces are told by the places of its factories, as the last of the values.

    Attributes
    ----------
    outlines : Outlines
    """

    outlines: Outlines

    @property
    def by_place(self) -> bool:
        """Whether a value depends on where a feature is."""
        return True

    def request(self) -> QgsFeatureRequest:
        request: QgsFeatureRequest = QgsFeatureRequest().setSubsetOfAttributes(list(self.fields))
        return request

    def values(self, feature: QgsFeature) -> tuple[Any, ...]:
        return (*super().values(feature), self.outlines.province_at(feature.geometry()) or None)


def placed(source: Source, outlines: Outlines | None) -> Source:
    """Return a source that tells provinces by place, where the register does not tell them and there are outlines."""
    if outlines is None or PROVINCE in source.known:
        return source
    return PlacedSource(source.features, source.count, (*source.known, PROVINCE), source.fields, outlines)


def provinces_of(
    features: QgsVectorLayerFeatureSource, fids: list[int], outlines: Outlines, pace: Callable[[], object]
) -> list[str]:
    """Return the province of each feature, empty where it is in none."""
    found = {}
    for feature in features.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([])):
        found[feature.id()] = outlines.province_at(feature.geometry())
        pace()
    return [found.get(fid, "") for fid in fids]
