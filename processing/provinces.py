"""Layers of provinces: which fields hold their codes and names, and the reading of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext

from .checks.role_layers import first_of
from .i18n import interface_locale
from .inputs import texts
from .parameters import CheckAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from .frames import LayerFrame, Tick

# Names under which layers of provinces keep codes and names: the register's own, those of OCHA's administrative
# boundaries, geoBoundaries, GADM, Natural Earth, and usual ones; compared without case. The first that a layer has.
PROVINCE_CODES = (
    *("province_code", "code", "ADM1_PCODE", "PCODE", "admin1Pcode", "PRO_CODE", "PROV_CODE"),
    *("shapeISO", "HASC_1", "ISO_1", "GID_1", "iso_3166_2", "adm1_code"),
)
PROVINCE_NAMES = (
    *("name_en", "name", "ADM1_EN", "NAME_1", "shapeName", "adm1_name", "admin1Name_en", "province_name"),
    *("province", "PRO_NAME", "PROV_NAME", "HRName", "name_km", "ADM1_KM"),
)


@dataclass(frozen=True)
class Provinces:
    """A layer of p provinces.

    Attributes
    ----------
    layer : LayerFrame
    codes, names : (p,) object arrays of str or None
    shapes : (p,) object array of polygons
    known : bool
        The layer has a field of codes or names.
    """

    layer: LayerFrame
    codes: np.ndarray
    names: np.ndarray
    shapes: np.ndarray
    known: bool

    def by_code(self) -> Provinces:
        """Return the same in the order of the codes, in which a shared border goes to the first."""
        order = sorted(range(len(self.codes)), key=lambda row: (self.codes[row] or "", self.names[row] or ""))
        return Provinces(self.layer, self.codes[order], self.names[order], self.shapes[order], self.known)


def read_provinces(
    algorithm: CheckAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: str,
    tick: Tick = lambda _: None,
    *,
    codes: Sequence[str] = PROVINCE_CODES,
) -> Provinces | None:
    """Read the layer of the parameter PROVINCES; None where it was left empty.

    Parameters
    ----------
    algorithm : CheckAlgorithm
    parameters : dict
    context : QgsProcessingContext
    crs : str
        The working CRS.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    codes : sequence of str
        Usual names of the field of codes.
    """
    import numpy as np

    source = algorithm.parameterAsSource(parameters, "PROVINCES", context)
    if source is None:
        return None
    known = source.fields().names()
    fields = first_of(codes, known), first_of(_names_of_the_window(), known)
    wanted = list(dict.fromkeys(filter(None, fields)))
    layer = algorithm.read_optional(parameters, "PROVINCES", context, crs, tick, fields=wanted)
    if layer is None:
        return None
    blank = np.full(len(layer.frame), None, dtype=object)
    code, name = (texts(layer.frame[field]) if field else blank for field in fields)
    return Provinces(layer, code, name, np.asarray(layer.frame.geometry.array, dtype=object), any(fields))


def _names_of_the_window() -> Sequence[str]:
    """Return the usual names of the field of names, those in the language of the window first."""
    if not interface_locale().startswith("km"):
        return PROVINCE_NAMES
    return sorted(PROVINCE_NAMES, key=lambda name: "km" not in name.casefold())
