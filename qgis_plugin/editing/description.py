"""What the register says of a place that was put on the map by hand."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate

from ...processing.i18n import tr
from ..maptools.ground import click_accuracy_m
from ..project.localise import language
from .units import WGS84

if TYPE_CHECKING:
    from ...processing.register.schema import RegisterField

METHOD, ACCURACY, REFERENCE, DATUM, SOURCE, DATE, ORIGINAL = (
    "loc_method",
    "loc_accuracy_m",
    "loc_reference_point",
    "loc_datum",
    "loc_source",
    "loc_date",
    "loc_original",
)
ON_MAP = "map"


def on_map(layer: QgsVectorLayer, scale: float) -> dict[str, Any]:
    """Return what is true of a place that was digitised on a map of a scale."""
    return {
        METHOD: ON_MAP,
        ACCURACY: click_accuracy_m(scale),
        DATUM: datum_of(layer),
        SOURCE: map_at(scale),
        DATE: today(),
    }


def map_at(scale: float) -> str:
    """Return how a map of a scale is named as a source."""
    return tr("Map at 1:{scale}").format(scale=f"{round(scale):,}")


def today() -> QDate:
    """Return the day on which something is put on the map now."""
    day = date.today()
    return QDate(day.year, day.month, day.day)


def datum_of(layer: QgsVectorLayer) -> str:
    """Return what the register calls the coordinate system of a place that was put into a layer on the map."""
    code = str(layer.crs().authid())
    return code if code in _datums() else "EPSG:4326"


def place_of(layer: QgsVectorLayer, geometry: QgsGeometry, project: QgsProject) -> QgsPointXY | None:
    """Return where something stands, in degrees of WGS 84; of an area a point in it. None for nowhere."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    point = geometry if geometry.type() == QgsWkbTypes.GeometryType.PointGeometry else geometry.pointOnSurface()
    transform = QgsCoordinateTransform(layer.crs(), WGS84, project.transformContext())
    try:
        return QgsPointXY(transform.transform(point.centroid().asPoint()))
    except QgsCsException:
        return None


def methods() -> list[tuple[str, str]]:
    """Return code and title of the ways in which a place can be known."""
    return [(item.code, item.title(language())) for item in _field(METHOD).values]


def in_words(name: str, value: Any) -> str:
    """Return a value as the form shows it: the title of a code that the register's schema knows, else as it stands."""
    return _titles(language()).get(name.lower(), {}).get(str(value), str(value))


def as_original(place: QgsPointXY) -> str:
    """Return a coordinate as it is kept of the place that a factory had first: latitude and longitude of WGS 84."""
    return f"{place.y():.8f}, {place.x():.8f}"


def value_of(feature: QgsFeature, name: str) -> Any:
    """Return a value of a factory by the name of the field in any case; None where it is empty or not there."""
    index = feature.fields().lookupField(name)
    value = feature.attribute(index) if index >= 0 else None
    return None if is_empty(value) else value


def is_empty(value: Any) -> bool:
    """Return whether nothing is said."""
    return value is None or value == NULL or (isinstance(value, str) and not value.strip())


@lru_cache(maxsize=2)
def _titles(spoken: str) -> dict[str, dict[str, str]]:
    from ...processing.register.schema import load_schema

    return {one.name: {item.code: item.title(spoken) for item in one.values} for one in load_schema().fields}


@lru_cache(maxsize=1)
def _datums() -> frozenset[str]:
    return frozenset(_field(DATUM).codes)


def _field(name: str) -> RegisterField:
    from ...processing.register.schema import load_schema

    return next(one for one in load_schema().fields if one.name == name)
