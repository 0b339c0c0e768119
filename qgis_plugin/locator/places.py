"""A coordinate in the locator bar, in any spelling that the import reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult

from ...processing import dependencies
from ...processing.base import said
from ...processing.i18n import tr
from ..panel.register.words import folded
from ..qt import data_of

if TYPE_CHECKING:
    from ...processing.analysis.coordinates import Reading

# QGIS takes no prefix of two letters from a plugin: `xy` is found in the text itself.
PREFIX, SHORT_PREFIX = "coord", "xy"
_TWO_NUMBERS = re.compile("[0-9][^0-9]+[0-9]")
_LONGEST = 4000  # a link of a map with a name in Khmer is long
_DATUM_NAMES = {"EPSG:4131": "Indian 1960", "EPSG:3148": "Indian 1960"}


@dataclass(frozen=True)
class Spot:
    """A text as it was understood.

    Attributes
    ----------
    title, about : str
        Latitude and longitude of WGS 84; the same in UTM, and what there is to know. Or why there is none.
    lon, lat : float or None
        Degrees of WGS 84; None where the text cannot be read.
    """

    title: str
    about: str
    lon: float | None = None
    lat: float | None = None


def asked(text: str) -> tuple[str, bool]:
    """Return what may be a coordinate, and whether it was said to be one."""
    first, _, rest = text.strip().partition(" ")
    return (rest.strip(), True) if first.casefold() == SHORT_PREFIX else (text.strip(), False)


def understand(text: str, sure: bool = False) -> Spot | None:
    """Return what a text means; None where it is no coordinate.

    Parameters
    ----------
    text : str
    sure : bool
        Somebody said that it is one: what cannot be read is then told.
    """
    if not 0 < len(text) <= _LONGEST or not (sure or _TWO_NUMBERS.search(folded(text)) or _may_be_link(text)):
        return None
    try:
        from ...processing.analysis import coordinates, map_links
    except ImportError:
        absent = dependencies.missing()
        return Spot(tr("Coordinates cannot be read here"), dependencies.advice(absent)) if sure and absent else None
    sure = sure or map_links.is_map_link(text)
    try:
        return _spot(_read(text))
    except coordinates.CoordinateError as error:
        if not sure:
            return None
        abroad = error.reason == "outside"
        return Spot(tr("No place in or near Cambodia") if abroad else tr("Not read as a coordinate"), said(error))


def _may_be_link(text: str) -> bool:
    """Whether a text may be the link of a map; a shortened one has no numbers."""
    return "/" in text or text.casefold().startswith("geo:")


def _read(text: str) -> Reading:
    """Read a text, in the datum that it names."""
    from ...processing.analysis import coordinates

    try:
        return coordinates.read(text)
    except coordinates.CoordinateError as error:
        if error.reason != "datum":
            raise
        return coordinates.read(text, "EPSG:4131")


def _spot(reading: Reading) -> Spot:
    from ...processing.analysis import coordinates
    from ...processing.country import COARSE_KM, outside_km

    about = []
    beyond = outside_km(reading.lon, reading.lat)
    if beyond > COARSE_KM:  # first, since QGIS cuts off what has no room
        about.append(tr("{km} km outside Cambodia’s outline").format(km=f"{beyond:.0f}"))
    if reading.datum in _DATUM_NAMES:
        about.append(tr("converted from {datum}").format(datum=_DATUM_NAMES[reading.datum]))
    if "swapped" in reading.notes:
        about.append(tr("northing written first") if reading.kind == "utm" else tr("longitude written first"))
    if "map_centre" in reading.notes:
        about.append(tr("only the middle of the map"))
    about.append(tr("UTM {place}").format(place=coordinates.write(reading.lon, reading.lat, "utm", 0)))
    title = tr("{place} (WGS 84)").format(place=coordinates.write(reading.lon, reading.lat))
    return Spot(title, " · ".join(about), reading.lon, reading.lat)


class PlaceFilter(QgsLocatorFilter):
    """Finds the place of a coordinate.

    Parameters
    ----------
    choose : callable
        What to do with the longitude and the latitude that were chosen.
    explain : callable
        Shows a sentence.
    """

    def __init__(self, choose: Callable[[float, float], None], explain: Callable[[str], None]) -> None:
        super().__init__()
        self._choose, self._explain = choose, explain
        self._icon = QgsApplication.getThemeIcon("/mActionZoomTo.svg")

    def clone(self) -> PlaceFilter:
        """Return the filter that one search works with."""
        return PlaceFilter(self._choose, self._explain)

    def name(self) -> str:
        """Return what QGIS stores its settings under."""
        return "factory_locations_places"

    def displayName(self) -> str:
        """Return the heading of its results."""
        return tr("Coordinate")

    def description(self) -> str:
        """Return what it is for."""
        return tr("Coordinates in any spelling: decimals, degrees and minutes, UTM 48N, Khmer digits; also after “xy”")

    def prefix(self) -> str:
        """Return the word that asks for it."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Return the place of its results among those of others."""
        return QgsLocatorFilter.Priority.High

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Read the text, in a thread of QGIS's own."""
        wanted, sure = asked(text)
        spot = understand(wanted, sure or context.usingPrefix)
        if spot is None or feedback.isCanceled():
            return
        result = QgsLocatorResult()
        result.displayString, result.description = spot.title, spot.about
        result.userData = {} if spot.lon is None else {"lon": spot.lon, "lat": spot.lat}
        result.icon = self._icon
        result.score = 1.0
        self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Go there, or say why there is no going there."""
        data = data_of(result) or {}
        if "lon" in data:
            self._choose(float(data["lon"]), float(data["lat"]))
        else:
            self._explain(str(result.description))
