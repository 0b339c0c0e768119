"""A KML such as ALOHA exports it, around an invented tank: zones in folders, confidence lines, the source."""

from __future__ import annotations

import math
from pathlib import Path

LON, LAT = 105.0, 11.3  # on the central meridian of EPSG:32648


def _plume(length: float, width: float) -> list[tuple[float, float]]:
    """Return an egg-shaped outline in metres that starts at the source and goes north."""
    ring = [(0.0, 0.0)]
    for step in range(1, 24):
        share = step / 24
        ring.append((width * math.sin(math.pi * share), length * share))
    ring.append((0.0, length))
    ring += [(-x, y) for x, y in reversed(ring[1:-1])]
    return [*ring, ring[0]]


def _degrees(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{LON + x / 109_150:.8f},{LAT + y / 110_620:.8f},0" for x, y in points)


def _zone(name: str, told: str, points: list[tuple[float, float]]) -> str:
    ring = f"<outerBoundaryIs><LinearRing><coordinates>{_degrees(points)}</coordinates></LinearRing></outerBoundaryIs>"
    return (
        f"<Placemark><name>{name}</name><description>{told}</description><styleUrl>#s</styleUrl>"
        f"<Polygon><tessellate>1</tessellate>{ring}</Polygon></Placemark>"
    )


def _line(name: str, points: list[tuple[float, float]]) -> str:
    line = f"<LineString><coordinates>{_degrees(points)}</coordinates></LineString>"
    return f"<Placemark><name>{name}</name>{line}</Placemark>"


def write(path: Path, *, split: bool = False) -> str:
    """Write the file and return its path; `split` puts each zone into a folder of its own."""
    zones = [
        _zone("Yellow Threat Zone", "30 ppm = AEGL-1 (60 min)", _plume(2400, 420)),
        _zone("Orange Threat Zone", "160 ppm = AEGL-2 (60 min)", _plume(1100, 200)),
        _zone("Red Threat Zone", "1100 ppm = AEGL-3 (60 min)", _plume(400, 80)),
    ]
    lines = [
        _line("Confidence Lines (Red)", [(-150, 0), (-150, 400)]),
        _line("Confidence Lines (Yellow)", [(700, 0), (700, 2400)]),
    ]
    point = f"<Placemark><name>Source Point</name><Point><coordinates>{LON},{LAT},0</coordinates></Point></Placemark>"
    if split:
        body = "".join(f"<Folder><name>Folder {i}</name>{zone}</Folder>" for i, zone in enumerate(zones))
        body += f"<Folder><name>Confidence</name>{''.join(lines)}</Folder><Folder><name>Source</name>{point}</Folder>"
    else:
        body = f"<Folder><name>ALOHA Threat Zones</name>{point}{''.join(zones)}{''.join(lines)}</Folder>"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f'<name>Invented tank</name><Style id="s"><PolyStyle><color>7f0000ff</color></PolyStyle></Style>{body}'
        "</Document></kml>",
        encoding="utf-8",
    )
    return str(path)
