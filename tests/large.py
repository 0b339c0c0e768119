"""A register of the size of a country, and the plans around it: invented, the same on every machine."""

from __future__ import annotations

import random
from pathlib import Path

FACTORIES = 100_000
_LEFT, _BOTTOM, _WIDTH, _HEIGHT = 300_000, 1_200_000, 300_000, 300_000
_ZONES, _PARKS = 70, 14  # of each, this many columns and rows
_CODES = ("RES", "COM", "LIND", "HIND", "AGR", "GREEN")
_ISIC = ("1410", "1061", "2394", "3100", "1811", "1010", "2011", "1520")


def country(folder: Path, count: int = FACTORIES) -> dict[str, str]:
    """Write factories, zones, parks and wells into a GeoPackage; return the source of each by its role."""
    from osgeo import ogr, osr

    path = folder / "country.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32648)
    draw = random.Random(11)

    def table(name, kind, fields, rows):
        layer = source.CreateLayer(name, crs, kind)
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTReal if field == "loc_accuracy_m" else ogr.OFTString))
        layer.StartTransaction()
        for wkt, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for index, value in enumerate(values):
                feature.SetField(index, value)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            layer.CreateFeature(feature)
        layer.CommitTransaction()

    fields = ("factory_id", "name_km", "name_en", "isic", "status", "province_code", "loc_accuracy_m", "park_id")
    table("factories", ogr.wkbPoint, fields, (_factory(number, count, draw) for number in range(count)))
    zones = (
        (_square(column, row, _ZONES, 1.0), f"Z{column}-{row}", draw.choice(_CODES), "2021")
        for column in range(_ZONES)
        for row in range(_ZONES)
    )
    table("zoning", ogr.wkbPolygon, ("zone_id", "zone_code", "vintage"), zones)
    parks = (
        (_square(column, row, _PARKS, 0.3), f"P{column}-{row}", f"Park {column}-{row}")
        for column in range(_PARKS)
        for row in range(_PARKS)
    )
    table("parks", ogr.wkbPolygon, ("park_id", "name_en"), parks)
    table("wells", ogr.wkbPoint, ("name",), ((_place(draw), f"Well {number}") for number in range(3000)))
    source.FlushCache()
    return {role: f"{path}|layername={role}" for role in ("factories", "zoning", "parks", "wells")}


def _factory(number: int, count: int, draw: random.Random) -> tuple:
    return (
        _place(draw),
        f"KH-{number * 7919 % count:06d}",
        f"រោងចក្រ {draw.choice(('ឈូក', 'អង្គរ', 'បាយ័ន', 'មេគង្គ'))} {number}",
        f"{draw.choice(('Lotus', 'Angkor', 'Bayon'))} {draw.choice(('Garment', 'Rice Mill', 'Cement'))} {number}",
        draw.choice(_ISIC),
        "functional",
        f"{number % 25 + 1:02d}",
        draw.choice((4.9, 50.0, 300.0, 900.0)),
        f"P{draw.randrange(_PARKS)}-{draw.randrange(_PARKS)}" if draw.random() < 0.3 else None,
    )


def _place(draw: random.Random) -> str:
    return f"POINT({_LEFT + draw.random() * _WIDTH:.2f} {_BOTTOM + draw.random() * _HEIGHT:.2f})"


def _square(column: int, row: int, across: int, share: float) -> str:
    side = _WIDTH / across
    x, y = _LEFT + column * side, _BOTTOM + row * side
    x1, y1 = x + side * share, y + side * share
    return f"POLYGON(({x} {y},{x1} {y},{x1} {y1},{x} {y1},{x} {y}))"
