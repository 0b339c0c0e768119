"""Layers of administrative units: of which level one is, and which of its fields holds the codes."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsVectorLayer


@dataclass(frozen=True)
class Level:
    """A level of administrative units.

    Attributes
    ----------
    parameter : str
        Of `check_coordinates`, which takes a layer of each level.
    digits : int
        How many the codes have.
    field : str
        Of a register: what it declares of the level.
    others : tuple of str
        Usual names of the field of codes in layers of the level: those of the open data of 2014, of OCHA's boundaries.
    """

    parameter: str
    digits: int
    field: str
    others: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Usual names of the field of codes, in the order in which they are looked for."""
        return (self.field, *self.others)


COMMUNES = Level("ADMIN_COMMUNES", 6, "commune_code", ("COM_CODE", "ADM3_PCODE"))
DISTRICTS = Level("ADMIN_DISTRICTS", 4, "district_code", ("DIS_CODE", "ADM2_PCODE"))
PROVINCES = Level("ADMIN_PROVINCES", 2, "province_code", ("PRO_CODE", "ADM1_PCODE", "shapeISO"))
# The smallest first: its layers name the units around theirs, too.
LEVELS = (COMMUNES, DISTRICTS, PROVINCES)
# Of a layer of any level.
ANY_CODE = "code"
# Usual names of the field of names, of a layer of any level.
UNIT_NAMES = ("name_en", "name", "ADM3_EN", "ADM2_EN", "ADM1_EN", "shapeName", "name_km")
_OFTEN_EMPTY = "shapeiso"  # in geoBoundaries' layers of districts and communes
_LOOKED_AT = 20


def level_of(admin: QgsVectorLayer) -> tuple[Level, str] | None:
    """Return the level of a layer of units and the field of its codes; the field tells, else its first code does.

    None where neither does.
    """
    from .checks.role_layers import first_of  # QGIS starts with this file, and not with what judges

    known = admin.fields().names()
    for level in LEVELS:
        field = first_of(level.codes, known)
        if field and (field.casefold() != _OFTEN_EMPTY or _digits(admin, field)):
            return level, field
    field = first_of((ANY_CODE,), known)
    if not field:
        return None
    digits = _digits(admin, field)
    return next(((level, field) for level in LEVELS if level.digits == digits), None)


def _digits(admin: QgsVectorLayer, field: str) -> int:
    """Return how many digits the first code has, with the zero that a spreadsheet took from it; 0 for no code."""
    from .analysis.admin_units import read_code

    request = QgsFeatureRequest().setLimit(_LOOKED_AT).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    codes = (read_code(str(feature[field]), COMMUNES.digits) for feature in admin.getFeatures(request))
    return next((len(code) for code in codes if code), 0)
