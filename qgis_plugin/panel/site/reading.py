"""What a typed coordinate is taken for, and what to do about one that cannot be meant as it stands.

The sentences are those of the import. Nothing is guessed: a place that another reading would give is only offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....processing.analysis.coordinate_text import DATUM_ERROR_M, DATUM_NAMES, FINE_ALONE_M, CoordinateError, known_to
from ....processing.base import said
from ....processing.i18n import tr
from ....processing.messages import metres

WGS84, INDIAN_1960 = "EPSG:4326", "EPSG:4131"
DATUMS = (WGS84, INDIAN_1960)

_MINUS = re.compile("[-−–]")
_DIRECTIONS = re.compile("(?<![A-Za-z])[NSEWnsew](?![A-Za-z])")
_SOUTH_WEST = str.maketrans("SsWw", "NnEe")
_ZONE = re.compile(r"(?<![0-9.,])(4[79])(?= ?[NPQnpq]?\b)")


@dataclass(frozen=True)
class Place:
    """A place on the ground, as it was told.

    Attributes
    ----------
    lon, lat : float
        Degrees of WGS 84.
    datum : str
        What the numbers were in.
    resolution_m : float
        Half of the place of the last written digit; 0 for a place that was clicked.
    """

    lon: float
    lat: float
    datum: str = WGS84
    resolution_m: float = 0.0

    def accuracy(self, stated_m: float) -> float:
        """Return the radius within which it lies: what is stated, and what digits and datum leave open (metres)."""
        return round(known_to(stated_m, self.resolution_m, self.datum), 1)


@dataclass(frozen=True)
class Fix:
    """One way to mend a coordinate: another text, or another datum.

    Attributes
    ----------
    label : str
        What the link says.
    text, datum : str
        Empty where that stays as it is.
    """

    label: str
    text: str = ""
    datum: str = ""


@dataclass(frozen=True)
class Told:
    """What became of a text.

    Attributes
    ----------
    place : Place or None
        None where it is no coordinate.
    sentences : tuple of str
        What is wrong with it, or worth knowing of it.
    fixes : tuple of Fix
    """

    place: Place | None
    sentences: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()


def warm_up() -> None:
    """Load what reading needs, in a thread of its own: it takes half a second."""
    for datum in DATUMS:
        read("11.5564, 104.9282", datum)
        read("48N 491234 1278450", datum)


def read(text: str, datum: str) -> Told:
    """Return what a coordinate is taken for.

    Parameters
    ----------
    text : str
        In any spelling that the import knows.
    datum : str
        One of `DATUMS`.
    """
    from ....processing.analysis import coordinates

    try:
        found = coordinates.read(text, datum)
    except CoordinateError as error:
        return Told(None, *_mended(text, datum, error))
    place = Place(found.lon, found.lat, found.datum, found.resolution_m)
    sentences, fixes = [], []
    if "swapped" in found.notes:
        told = tr("Taken as latitude {lat}, longitude {lon}: what was typed has them the other way round.")
        sentences.append(told.format(lat=_degrees(found.lat), lon=_degrees(found.lon)))
        fixes.append(Fix(tr("Write it so"), text=_exchanged(text, datum, place)))
    elif found.kind != "dd" or found.datum != WGS84:
        told = tr("Latitude {lat}, longitude {lon} in WGS 84.")
        sentences.append(told.format(lat=f"{found.lat:.6f}", lon=f"{found.lon:.6f}"))
    if "map_centre" in found.notes:
        sentences.append(tr("The link says only where the middle of the map was, which may be beside the place."))
    if found.datum in DATUM_ERROR_M:
        told = tr("Moved from {datum} to WGS 84, which is good to {metres} m.")
        sentences.append(told.format(datum=DATUM_NAMES[datum], metres=f"{DATUM_ERROR_M[found.datum]:g}"))
    if found.resolution_m >= FINE_ALONE_M:
        told = tr("Its digits tell the place to {metres} m at best.")
        sentences.append(told.format(metres=metres(found.resolution_m)))
    return Told(place, tuple(sentences), tuple(fixes))


def write(place: Place) -> str:
    """Return a place as people write it: latitude, longitude in decimal degrees of WGS 84."""
    return f"{place.lat:.6f}, {place.lon:.6f}"


def shown(place: Place) -> str:
    """Return a place for the eye: as it is written, without digits that nobody told."""
    return f"{_degrees(place.lat)}, {_degrees(place.lon)}"


def in_every_style(place: Place) -> list[str]:
    """Return a place in each spelling that is in use: decimals, degrees and minutes, UTM metres; WGS 84."""
    from ....processing.analysis import coordinates

    return [coordinates.write(place.lon, place.lat, style) for style in ("dd", "dms", "utm")]


def _place(text: str, datum: str) -> Place | None:
    from ....processing.analysis import coordinates

    try:
        found = coordinates.read(text, datum)
    except CoordinateError:
        return None
    return Place(found.lon, found.lat, found.datum, found.resolution_m)


def _exchanged(text: str, datum: str, place: Place) -> str:
    """Return the text with its two numbers in the usual order: what was typed, where a comma parts it."""
    from ....processing.analysis import coordinates

    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and _place(f"{parts[1]}, {parts[0]}", datum) == place:
        return f"{parts[1]}, {parts[0]}"
    style = "utm" if place.datum in ("EPSG:32648", "EPSG:3148") else "dd"
    return str(coordinates.write(place.lon, place.lat, style, datum=datum))


def _mended(text: str, datum: str, error: CoordinateError) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    """Return why a text is no coordinate, and the readings that one slip undone would give."""
    sentences, fixes = [_why(error, text, datum)], []
    for how, mended, other in _ways(text, datum, error):
        place = _place(mended, other)
        if place is None or any(fix.text == mended and fix.datum in ("", other) for fix in fixes):
            continue
        if how:
            sentences.append(how)
        changed = other if other != datum else ""
        label = tr("Read it as {datum}").format(datum=DATUM_NAMES[other]) if changed else ""
        fixes.append(Fix(label or tr("Use {coordinate}").format(coordinate=write(place)), mended, changed))
    return tuple(sentences), tuple(fixes)


def _why(error: CoordinateError, text: str, datum: str) -> str:
    if error.reason != "datum":
        return said(error)
    told = tr("“{text}” names the datum {named}, but it is read as {datum}.")  # the import speaks of a column
    return told.format(text=error.values["text"], named=error.values["named"], datum=DATUM_NAMES[datum])


def _ways(text: str, datum: str, error: CoordinateError) -> Iterator[tuple[str, str, str]]:
    """Yield what may be done about an error: a sentence, the text, and the datum."""
    from ....processing.coordinates.sentences import evidence

    say = evidence()
    if error.reason == "datum":
        yield "", text, next(other for other in DATUMS if other != datum)
    if error.reason == "contradiction":
        yield say["by_swap"], _DIRECTIONS.sub(" ", _MINUS.sub(" ", text)).strip(), datum
    if error.reason in ("outside", "contradiction"):
        yield say["by_sign"], _MINUS.sub(" ", text).strip(), datum
        turned = _DIRECTIONS.sub(lambda found: found.group().translate(_SOUTH_WEST), text)
        yield say["by_sign"], turned, datum
    if error.reason == "zone":
        zone = str(error.values.get("zone", ""))
        yield say["by_other_zone"].format(text=text.strip(), zone=zone), _ZONE.sub("48", text), datum


def _degrees(value: float) -> str:
    """Return degrees without the noughts at their end: nobody typed these."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
