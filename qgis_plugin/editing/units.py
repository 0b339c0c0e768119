"""The administrative unit that a place lies in, as far as its accuracy can tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from ..maptools.ground import circle

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
# Digits of the national list: a code begins with that of the unit around it.
CODES = {"province_code": 2, "district_code": 4, "commune_code": 6}
VILLAGE = "village_code"
DIGITS = {**CODES, VILLAGE: 8}
PROVINCE, VINTAGE = "province_code", "admin_vintage"


@dataclass(frozen=True)
class Units:
    """The units of a place.

    Attributes
    ----------
    codes : dict of str to str
        By field of the register, from the largest to the smallest.
    unsure : tuple of str
        Fields of levels at which the place may lie in another unit as well: a border is within its accuracy.
    vintage : int or None
        Year of the list that the codes are from, where the layer says so.
    """

    codes: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    vintage: int | None = None


def units_at(admin: QgsVectorLayer | None, place: QgsPointXY, accuracy_m: float, project: QgsProject) -> Units:
    """Return the units that a place lies in.

    Parameters
    ----------
    admin : QgsVectorLayer or None
        Polygons with codes, of one level or of several.
    place : QgsPointXY
        Degrees of WGS 84.
    accuracy_m : float
    project : QgsProject
        Says how coordinate systems are transformed.
    """
    if admin is None or not admin.isValid():
        return Units()
    reach, point = circle(place.x(), place.y(), max(accuracy_m, 0.01)), QgsGeometry.fromPointXY(place)
    transform = QgsCoordinateTransform(WGS84, admin.crs(), project.transformContext())
    try:
        for shape in (reach, point):
            shape.transform(transform)
    except QgsCsException:
        return Units()
    fields = {one.name().casefold(): index for index, one in enumerate(admin.fields())}
    at: dict[str, set[str]] = {name: set() for name in CODES}
    near: dict[str, set[str]] = {name: set() for name in CODES}
    vintage: int | None = None
    request = QgsFeatureRequest().setFilterRect(reach.boundingBox())
    for unit in admin.getFeatures(request):
        if not unit.geometry().intersects(reach):
            continue
        told = _codes(unit.attributes(), fields)
        inside = unit.geometry().intersects(point)
        for name, code in told.items():
            near[name].add(code)
            if inside:
                at[name].add(code)
        if inside and "vintage" in fields:
            vintage = year_of(unit.attributes()[fields["vintage"]])
    sure = {name: next(iter(codes)) for name, codes in at.items() if len(codes) == 1 and near[name] == codes}
    return Units(sure, tuple(name for name in CODES if at[name] and name not in sure), vintage)


def _codes(values: list[Any], fields: dict[str, int]) -> dict[str, str]:
    """Return the codes that a unit tells, also those that its own begins with."""
    told: dict[str, str] = {}
    for name, digits in CODES.items():
        value = values[fields[name]] if name in fields else NULL
        if value is None or value == NULL or not str(value).strip():
            continue
        code = whole_code(value, digits)
        told[name] = code
        for outer, length in CODES.items():
            if length < digits and len(code) == digits:
                told.setdefault(outer, code[:length])
    return told


def whole_code(value: Any, digits: int) -> str:
    """Return a code with the zero that a number, or a text that was one, has lost."""
    number = isinstance(value, float) and value.is_integer()
    return str(int(value) if number else value).strip().zfill(digits)


def kept_as(code: str, field: QgsField, *, short: bool) -> int | str:
    """Return a code as a field of the register keeps it: as a number, or without the zero where others lack it."""
    if field.isNumeric():
        return int(code)
    return code.lstrip("0") if short else code


def year_of(value: Any) -> int | None:
    """Return the year of a list, None where nothing is said or no year can be read, as of 2023/24."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
