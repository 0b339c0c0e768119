"""How coordinates are written on paper, and the systems they are written in. Independent of the package: plain PROJ."""

from __future__ import annotations

import numpy as np
from pyproj import Transformer

KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
# WGS 84 degrees -> degrees of Indian 1960, by the translation that everyone in Cambodia uses: 198, 881, 317 m.
_INDIAN = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=198 +y=881 +z=317 +step +inv +proj=cart +a=6377276.345 +rf=300.8017 "
    "+step +proj=pop +v_3 "
)
_TO_INDIAN = Transformer.from_pipeline(_INDIAN + "+step +proj=unitconvert +xy_in=rad +xy_out=deg")
_TO_INDIAN_UTM = Transformer.from_pipeline(_INDIAN + "+step +proj=utm +zone=48 +a=6377276.345 +rf=300.8017")
_UTM = {zone: Transformer.from_crs(4326, 32600 + zone, always_xy=True) for zone in (47, 48, 49)}


def utm(lon: np.ndarray, lat: np.ndarray, zone: int = 48) -> tuple[np.ndarray, np.ndarray]:
    """Return metres on WGS 84 / UTM of degrees."""
    return _UTM[zone].transform(lon, lat)


def from_utm(e: np.ndarray, n: np.ndarray, zone: int = 48) -> tuple[np.ndarray, np.ndarray]:
    """Return degrees of metres on WGS 84 / UTM."""
    return _UTM[zone].transform(e, n, direction="INVERSE")


def indian(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the degrees that a map on Indian 1960 shows for a place."""
    return _TO_INDIAN.transform(lon, lat)


def indian_utm(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the metres that a grid on Indian 1960 / UTM 48N shows for a place."""
    return _TO_INDIAN_UTM.transform(lon, lat)


def from_indian(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return degrees on WGS 84 of degrees on Indian 1960."""
    return _TO_INDIAN.transform(lon, lat, direction="INVERSE")


def from_indian_utm(e: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return degrees on WGS 84 of metres on Indian 1960 / UTM 48N."""
    return _TO_INDIAN_UTM.transform(e, n, direction="INVERSE")


def sexagesimal(value: float, digits: int) -> tuple[int, int, float]:
    """Return whole degrees, whole minutes and seconds rounded to some digits, none of them 60."""
    unit = 10**digits
    whole = round(abs(value) * 3600 * unit)
    return whole // (3600 * unit), whole // (60 * unit) % 60, whole % (60 * unit) / unit


def unsexagesimal(d: int, m: int, s: float) -> float:
    """Return the degrees that are written as degrees, minutes and seconds."""
    return d + m / 60 + s / 3600


def dd_mmss(d: int, m: int, s: float, digits: int) -> str:
    """Return degrees, minutes and seconds written as if they were a decimal number: 11.290078 for 11°29'00.78"."""
    return f"{d}.{m:02d}{round(s * 10**digits):0{2 + digits}d}"


def dms(lon: float, lat: float, digits: int, style: int) -> tuple[str, float, float]:
    """Return a place in one of the ways people write degrees, minutes and seconds, and the degrees so written."""
    a, b = sexagesimal(lat, digits), sexagesimal(lon, digits)
    width = 2 + (digits + 1 if digits else 0)

    def second(s: float) -> str:
        return f"{s:0{width}.{digits}f}"

    text = (
        lambda: f"{a[0]}°{a[1]:02d}'{second(a[2])}\"N, {b[0]}°{b[1]:02d}'{second(b[2])}\"E",
        lambda: f"N {a[0]}° {a[1]:02d}′ {second(a[2])}″  E {b[0]}° {b[1]:02d}′ {second(b[2])}″",
        lambda: f"{a[0]} {a[1]:02d} {second(a[2])} N {b[0]} {b[1]:02d} {second(b[2])} E",
        lambda: f"{a[0]}º{a[1]:02d}’{second(a[2])}”N {b[0]}º{b[1]:02d}’{second(b[2])}”E",
        lambda: f"{a[0]}°{a[1]:02d}'{second(a[2])}\", {b[0]}°{b[1]:02d}'{second(b[2])}\"".translate(KHMER),
    )[style]()
    return text, unsexagesimal(*b), unsexagesimal(*a)


def odd(lon: float, lat: float, style: int) -> tuple[str, float, float]:
    """Return a place as a text that a plain number reader refuses, and the degrees so written."""
    if style < 5:
        return dms(lon, lat, style % 2, style)
    lon, lat = round(lon, 5), round(lat, 5)
    minutes = [(int(v), round((v - int(v)) * 60, 3)) for v in (lat, lon)]
    text, where = (
        lambda: (f"{lat:.5f}".replace(".", ",") + "; " + f"{lon:.5f}".replace(".", ","), (lon, lat)),
        lambda: (f"{lat:.5f}, {lon:.5f}".translate(KHMER), (lon, lat)),
        lambda: (f"N{lat:.5f} E{lon:.5f}", (lon, lat)),
        lambda: (
            f"{minutes[0][0]}° {minutes[0][1]:06.3f}' N, {minutes[1][0]}° {minutes[1][1]:06.3f}' E",
            (minutes[1][0] + minutes[1][1] / 60, minutes[0][0] + minutes[0][1] / 60),
        ),
        lambda: (f"Lat: {lat:.5f} Long: {lon:.5f}", (lon, lat)),
    )[style - 5]()
    return text, *where


ODD_STYLES = 10
