"""Links that a map or a phone gives of a place: the coordinate that is written in them.

Google Maps, OpenStreetMap, Apple Maps and ``geo:``. A link may name the place and, besides, the middle of the map that
was on the screen: the place wins, and where there is only the middle, that is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote_plus

from .coordinate_text import CoordinateError

MAP_CENTRE = "map_centre"  # the note on a place that is only where the map was
_LONGEST = 4000  # names in Khmer fill a link
_HOSTS = r"(?:[\w-]+\.)*(?:google\.[a-z.]+/maps|goo\.gl|openstreetmap\.org|osm\.org|maps\.apple\.com)"
_LINK = re.compile(rf"[a-z][a-z0-9+.-]*://\S+|(?<!\w)geo:\S+|(?<![\w.-]){_HOSTS}\S*", re.IGNORECASE)
_OF_A_MAP = re.compile(rf"geo:|(?:https?://)?{_HOSTS}|https?://maps\.", re.IGNORECASE)
_SHORT = re.compile(r"(?:^|//)(?:[\w-]+\.)*(?:goo\.gl/|osm\.org/go/|maps\.apple/)", re.IGNORECASE)
_NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_PIN = re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})")
_AT = re.compile(rf"/@({_NUMBER},{_NUMBER})(?![0-9.])")
_OSM_MAP = re.compile(rf"[#&]map=[0-9.]+/({_NUMBER})/({_NUMBER})")
_GEO = re.compile(rf"geo:({_NUMBER},{_NUMBER})(?![0-9.])", re.IGNORECASE)
_PATH = re.compile("/(?:place|search)/([^/?#]+)", re.IGNORECASE)
_LABEL = re.compile(r"^loc:|\([^()]*\)?\s*$", re.IGNORECASE)
_PLACES, _CENTRES = ("q", "query", "destination", "daddr", "coordinate"), ("ll", "center")
_TWO_NUMBERS = re.compile("[0-9][^0-9]+[0-9]")


class Written(NamedTuple):
    """What stands in a link for its place: a coordinate in any spelling, in WGS 84."""

    text: str
    notes: tuple[str, ...] = ()


def link_in(text: str) -> str:
    """Return the link that a text is, or ends in, as phones share it below the name of a place; empty for none."""
    if "/" not in text and ":" not in text:
        return ""
    found = _LINK.search(text)
    beside = "" if found is None else text[: found.start()] + text[found.end() :]
    # Digits beside it may be another coordinate: such a text says two things.
    return "" if found is None or any(sign.isdigit() for sign in beside) else found.group().rstrip(".,;)>\"'")


def is_map_link(text: str) -> bool:
    """Whether a text is a link of a map, from which a place may be expected."""
    return _OF_A_MAP.match(link_in(text)) is not None


def written_in(link: str) -> list[Written]:
    """Return what a link says of its place, the surest first: the first that is a coordinate is meant.

    Raises
    ------
    CoordinateError
        The link is a shortened one, holds several places, or none.
    """
    if _SHORT.search(link):
        raise CoordinateError(
            "“{text}” is a shortened link, which holds no coordinate: open it, and copy the link of the page that "
            "opens.",
            reason="link",
            text=_shown(link),
        )
    pins = list(dict.fromkeys(_PIN.findall(link)))
    if len(pins) > 1:
        raise CoordinateError(
            "“{text}” is a link to {count} places. Open the one that is meant, and copy its link.",
            reason="link",
            text=_shown(link),
            count=len(pins),
        )
    found = [] if len(link) > _LONGEST else [one for one in _candidates(link, pins) if _TWO_NUMBERS.search(one.text)]
    if not found:
        raise CoordinateError(
            "“{text}” is a link without a coordinate. Open it in a map, choose the place, and copy the link or the "
            "coordinate that is shown then.",
            reason="link",
            text=_shown(link),
        )
    return found


def _candidates(link: str, pins: list[tuple[str, str]]) -> Iterator[Written]:
    for pin in pins:
        yield Written(", ".join(pin))
    given = dict(parse_qsl(link.partition("?")[2].partition("#")[0]))
    if "mlat" in given and "mlon" in given:
        yield Written(f"{given['mlat']}, {given['mlon']}")
    centres = () if "maps.apple." in link else _CENTRES  # there it is the pin
    for name in (*_PLACES, *(name for name in _CENTRES if name not in centres)):
        if name in given:
            yield Written(_LABEL.sub("", given[name]).strip())
    for found in _PATH.finditer(link):
        yield Written(unquote_plus(found.group(1)))
    for found in _GEO.finditer(link):
        yield Written(found.group(1))
    for found in (*_AT.finditer(link), *_OSM_MAP.finditer(link)):
        yield Written(", ".join(found.groups()), (MAP_CENTRE,))
    for name in centres:
        if name in given:
            yield Written(given[name], (MAP_CENTRE,))


def _shown(link: str) -> str:
    return link if len(link) <= 60 else f"{link[:59]}…"
