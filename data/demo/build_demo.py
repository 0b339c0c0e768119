"""Build the demo: ``demo.gpkg`` and ``answer_key.csv``, with the same values on every run.

    python data/demo/build_demo.py [--output FOLDER] [--world-map FILE]

Needs fiona, shapely, pyproj, scipy and QGIS's own ``world_map.gpkg`` (Natural Earth, public domain). What is drawn
where is in ``places.py``, how the zones come about in ``plans.py`` and ``coverage.py``, the factories and their seeded
problems in ``factories.py``. See ``README.md``.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import importlib.util
import math
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable
from xml.sax.saxutils import escape

import fiona
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import Point, Polygon, mapping

HERE = Path(__file__).resolve().parent


def beside(name: str) -> Any:
    """Load a file of this folder under its own name; ``sys.path`` stays as it is."""
    return load(name, HERE / f"{name}.py")


def load(name: str, path: Path, **options: Any) -> Any:
    """Load a module or package from a file under a name."""
    spec = importlib.util.spec_from_file_location(name, path, **options)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up here
    spec.loader.exec_module(module)
    return module


for part in ("coverage", "places", "shapes", "plans", "judging", "factories", "surroundings", "seeds"):  # by import
    beside(part)

import places  # noqa: E402
from factories import LIVED_IN, Builder, Ground, key_rows, register_rows  # noqa: E402
from judging import Judge  # noqa: E402
from plans import Surroundings, build_zoning  # noqa: E402
from seeds import Sower  # noqa: E402
from shapes import KM, blob, block, metres, multi, natural_line, settled  # noqa: E402
from surroundings import build_around_towns, build_flood_zones, build_lakes, build_roads  # noqa: E402

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
CRS = "EPSG:32648"
# The file carries no time of its own: a rebuild must not differ.
WRITTEN = "2025-01-01T00:00:00Z"
NOT_FOR_DECISIONS = "Illustrative data, not for decisions."


def load_schema_module() -> Any:
    """The package's ``processing.register.schema``, loaded as QGIS loads it: the repository root is the package."""
    root = HERE.parents[1]
    if "factory_locations" not in sys.modules:
        load("factory_locations", root / "__init__.py", submodule_search_locations=[str(root)])
    return importlib.import_module("factory_locations.processing.register.schema")


# -- land ------------------------------------------------------------------------------------------------


def read_land(world_map: Path) -> tuple[dict[str, Any], Any]:
    """Provinces by code and the country, in metres.

    Returns
    -------
    (dict of str -> shapely geometry, shapely geometry)
    """
    to_metres = Transformer.from_crs("EPSG:4326", CRS, always_xy=True)

    def projected(shape: dict) -> Any:
        xy = shapely.geometry.shape(shape)
        return shapely.transform(xy, lambda c: np.column_stack(to_metres.transform(c[:, 0], c[:, 1])))

    provinces = {}
    with fiona.open(world_map, layer="states_provinces") as source:
        for feature in source.filter(where="adm0_a3 = 'KHM'"):
            provinces[places.PROVINCES[feature["properties"]["fips"]][0]] = projected(feature["geometry"])
    capital = Polygon(metres(places.PHNOM_PENH_SINCE_2010)).union(provinces["12"])
    provinces = {code: shape if code == "12" else shape.difference(capital) for code, shape in provinces.items()}
    provinces["12"] = capital
    with fiona.open(world_map, layer="countries") as source:
        country = next(projected(f["geometry"]) for f in source.filter(where="ISO_A3 = 'KHM'"))
    return {code: settled(multi(shape)) for code, shape in sorted(provinces.items())}, settled(multi(country))


# -- parks, protected land, salt -------------------------------------------------------------------------


def build_parks() -> list[dict[str, Any]]:
    """The published zones with illustrative shapes of the published area."""
    to_metres = Transformer.from_crs("EPSG:4326", CRS, always_xy=True)
    rows = []
    for number, row in enumerate(places.SEZ):
        park_id, name_en, name_km, province, area, lon, lat, decree, status, turn, ratio, shift, note = row
        x, y = to_metres.transform(lon, lat)
        hectares = area or places.SHAPE_WITHOUT_AREA_HA
        shape = block(100 + number, (x + shift[0], y + shift[1]), hectares * 1e4, ratio, turn)
        rows.append(
            {
                "park_id": park_id,
                "name_en": name_en,
                "name_km": f"តំបន់សេដ្ឋកិច្ចពិសេស {name_km}",
                "kind": "SEZ",
                "licence_no": f"Sub-decree {decree}" if decree else None,
                "area_ha": area,
                "status": status,
                "province_code": province,
                "vintage": places.SEZ_VINTAGE,
                "note": note,
                "geometry": multi(shape),
            }
        )
    return sorted(rows, key=lambda park: park["park_id"])


def build_protected(country: Any) -> list[dict[str, Any]]:
    """Wavy ovals on land."""
    return [
        {
            "name": name,
            "category": category,
            "vintage": places.PROTECTED_VINTAGE,
            "geometry": settled(
                multi(blob(300 + i, metres([centre])[0], metres([axes])[0], turn).intersection(country))
            ),
        }
        for i, (name, category, centre, axes, turn) in enumerate(places.PROTECTED)
    ]


def build_salt() -> list[dict[str, Any]]:
    """Salt pans that together have the published area."""
    shapes = [blob(400 + i, metres([c])[0], metres([a])[0], t, 0.15) for i, (_, c, a, t) in enumerate(places.SALT)]
    scale = math.sqrt(places.SALT_HA * 1e4 / sum(shape.area for shape in shapes))
    return [
        {
            "name": name,
            "vintage": places.SALT_VINTAGE,
            "geometry": multi(settled(shapely.affinity.scale(shape, scale, scale, origin="centroid"))),
        }
        for (name, *_), shape in zip(places.SALT, shapes)
    ]


# -- receptors -------------------------------------------------------------------------------------------


def build_receptors(ground: Ground, country: Any) -> dict[str, list[dict[str, Any]]]:
    """Schools, hospitals and residential areas around the towns, where a plan, if there is one, has people live."""
    draw = Builder(ground, 5)
    layers: dict[str, list[dict[str, Any]]] = {"schools": [], "hospitals": [], "residential": []}
    land = country.buffer(-300)

    def spot(centre: Sequence[float], radius: float) -> Point:
        while True:
            x, y = (round(c * KM + draw.bell() * radius * KM / 2, 2) for c in centre)
            point = Point(x, y)
            zones = {ground.zones[i]["zone_code"] for i in ground.zones_near(point, 0.0)}
            if land.contains(point) and zones <= LIVED_IN and not ground.parks_near(point, 300):
                return point

    for name, centre, radius, schools, hospitals, areas in places.TOWNS:
        for kind, count in (("schools", schools), ("hospitals", hospitals)):
            for i in range(count):
                title = f"{kind[:-1].capitalize()} {i + 1}, {name} (illustrative)"
                layers[kind].append(named(title, spot(centre, radius)))
        for i in range(areas):
            shape = homes(draw, lambda: spot(centre, 1.2 * radius), [row["geometry"] for row in layers["residential"]])  # noqa: B023
            layers["residential"].append(named(f"Residential area {i + 1}, {name} (illustrative)", shape))
    return layers


def named(name: str, geometry: Any) -> dict[str, Any]:
    """A row of a layer that has a name and a year only."""
    return {"name": name, "vintage": places.TOWNS_VINTAGE, "geometry": geometry}


def homes(draw: Builder, spot: Callable[[], Point], others: Sequence[Any]) -> Polygon:
    """A built-up block that touches neither another one nor a zone where nobody lives."""
    ground = draw.ground
    while True:
        point, area = spot(), draw.uniform(9e4, 42e4)
        shape = block(int(point.x), (point.x, point.y), area, draw.uniform(1.0, 2.2), draw.uniform(0, 180))
        codes = {ground.zones[int(i)]["zone_code"] for i in ground.zone_tree.query(shape, predicate="intersects")}
        if codes <= LIVED_IN and not any(shape.distance(other) < 60 for other in others):
            return shape


# -- writing ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Layer:
    """How a layer is written and described."""

    name: str
    geometry: str
    fields: dict[str, str]
    title: str
    abstract: str
    licence: str
    vintage: str


OWN = "GPL-2.0-or-later, as the plugin"
LAYERS = (
    Layer("zoning", "MultiPolygon",
          {"zone_id": "str:12", "zone_code": "str:8", "zone_name": "str:80", "plan": "str:80", "vintage": "int32"},
          "Zoning (illustrative)", "Invented land-use plans around five towns. No such plan was ever adopted.", OWN,
          "2021-2024"),
    Layer("parks", "MultiPolygon",
          {"park_id": "str:24", "name_en": "str:80", "name_km": "str:120", "kind": "str:16", "licence_no": "str:48",
           "area_ha": "float", "status": "str:80", "province_code": "str:2", "vintage": "int32", "note": "str:160"},
          "Special economic zones (illustrative shapes)",
          "Names, sub-decrees and areas as published in 2014; the shapes are invented and have the published area.",
          "Facts as published by Open Development Cambodia; shapes " + OWN, "2014"),
    Layer("protected", "MultiPolygon", {"name": "str:80", "category": "str:40", "vintage": "int32"},
          "Protected areas (illustrative)", "Invented outlines of about the place of protected areas.", OWN, "2013"),
    Layer("salt_farmland", "MultiPolygon", {"name": "str:80", "vintage": "int32"},
          "Salt farmland of Kampot and Kep (illustrative)",
          "Invented outlines; together they have the published area of 4,748 ha.", OWN, "2022"),
    Layer("water_intakes", "Point", {"name": "str:80", "vintage": "int32"},
          "Water intakes (illustrative)", "Invented places on illustrative rivers.", OWN, "2023"),
    Layer("rivers", "LineString", {"name": "str:80", "vintage": "int32"},
          "Rivers (illustrative)", "Drawn by hand at about the place of the rivers.", OWN, "2023"),
    Layer("schools", "Point", {"name": "str:80", "vintage": "int32"},
          "Schools (illustrative)", "Invented places around towns.", OWN, "2023"),
    Layer("hospitals", "Point", {"name": "str:80", "vintage": "int32"},
          "Hospitals (illustrative)", "Invented places around towns.", OWN, "2023"),
    Layer("residential", "Polygon", {"name": "str:80", "vintage": "int32"},
          "Residential areas (illustrative)", "Invented outlines around towns.", OWN, "2023"),
    Layer("lakes", "MultiPolygon", {"name": "str:80", "name_km": "str:120", "vintage": "int32"},
          "Lakes and ponds (illustrative)",
          "Drawn by hand at about the place of some lakes, others invented. Some are as of 2013.", OWN, "2013-2024"),
    Layer("pagodas", "Point", {"name": "str:80", "name_km": "str:120", "vintage": "int32"},
          "Pagodas (illustrative)", "Invented places in towns. Some are as of 2013.", OWN, "2013-2024"),
    Layer("markets", "Point", {"name": "str:80", "name_km": "str:120", "vintage": "int32"},
          "Markets (illustrative)", "Invented places in towns. Some are as of 2013.", OWN, "2013-2024"),
    Layer("wells", "Point", {"name": "str:80", "name_km": "str:120", "vintage": "int32"},
          "Wells (illustrative)", "Invented places around towns. Some are as of 2013.", OWN, "2013-2024"),
    Layer("roads", "LineString", {"name": "str:80", "name_km": "str:120", "class": "str:16", "vintage": "int32"},
          "Roads (illustrative)", "A few main roads, drawn by hand at about their place.", OWN, "2013-2024"),
    Layer("flood_zones", "MultiPolygon",
          {"name": "str:80", "name_km": "str:120", "class": "str:16", "vintage": "int32"},
          "Flooded ground (illustrative)", "Invented outlines; no flood had this extent.", OWN, "2013-2024"),
    Layer("provinces", "MultiPolygon",
          {"province_code": "str:2", "name_en": "str:60", "name_km": "str:80", "vintage": "int32"},
          "Provinces (coarse outlines)",
          "Natural Earth 4.1.0 as simplified in QGIS: 24 provinces, Tboung Khmum still part of Kampong Cham, borders "
          "up to 2 km off; Phnom Penh enlarged by hand to about its extent since 2010. "
          "For orientation, not for decisions.",
          "Public domain (Natural Earth)", "2013"),
    Layer("country", "MultiPolygon", {"name_en": "str:60", "name_km": "str:80", "vintage": "int32"},
          "Country outline (coarse)", "Natural Earth 4.1.0 as simplified in QGIS. For orientation, not for decisions.",
          "Public domain (Natural Earth)", "2018"),
)  # fmt: skip
FACTORIES = Layer(
    "factories",
    "Point",
    {},
    "Register of factories (illustrative)",
    "Invented factories, none of them real, in the fields of the register's schema. Some have a seeded problem: see "
    "answer_key.csv.",
    OWN,
    "2025",
)


def described(layer: Layer) -> str:
    """The description stored with a layer: every invented layer says so first."""
    return f"{NOT_FOR_DECISIONS} {layer.abstract}" if "illustrative" in layer.title else layer.abstract


def write_layer(path: Path, layer: Layer, rows: list[dict[str, Any]]) -> None:
    """Add one layer to the GeoPackage."""
    schema = {"geometry": layer.geometry, "properties": layer.fields}
    options = {"VERSION": "1.3", "IDENTIFIER": layer.title, "DESCRIPTION": described(layer)}
    with fiona.open(path, "w", driver="GPKG", layer=layer.name, schema=schema, crs=CRS, **options) as sink:
        sink.writerecords(records(rows, list(layer.fields)))


def records(rows: Iterable[dict[str, Any]], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Rows as fiona takes them."""
    return [
        {
            "type": "Feature",
            "properties": {name: fiona_value(row[name]) for name in fields},
            "geometry": None if row["geometry"] is None else mapping(row["geometry"]),
        }
        for row in rows
    ]


def fiona_value(value: Any) -> Any:
    """Dates as text, the rest as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


def layer_xml(layer: Layer) -> str:
    """Layer metadata in the words of QGIS."""
    kind = "illustrative" if "illustrative" in layer.title else "orientation only"
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="3.22.0"><identifier>{layer.name}</identifier><parentidentifier></parentidentifier>'
        f"<language>ENG</language><type>dataset</type><title>{escape(layer.title)}</title>"
        f"<abstract>{escape(described(layer))}</abstract>"
        f'<keywords vocabulary="gmd:topicCategory"><keyword>Economy</keyword></keywords>'
        f'<keywords vocabulary="status"><keyword>{kind}</keyword></keywords>'
        f"<links/><fees></fees><rights>{escape(layer.licence)}</rights><license>{escape(layer.licence)}</license>"
        "<encoding>UTF-8</encoding>"
        "<crs><spatialrefsys><wkt></wkt><proj4></proj4><srsid>0</srsid><srid>32648</srid><authid>EPSG:32648</authid>"
        "<description>WGS 84 / UTM zone 48N</description><projectionacronym>utm</projectionacronym>"
        "<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys></crs>"
        f"<history>Vintage {layer.vintage}. Built by data/demo/build_demo.py.</history></qgis>"
    )


def write_metadata(path: Path, layers: Iterable[Layer]) -> None:
    """Store QGIS layer metadata in the GeoPackage's own metadata tables."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
            "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
            "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')"
        )
        db.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
            "column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL "
            "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
            "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
            "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))"
        )
        definition = "http://www.geopackage.org/spec120/#extension_metadata"
        db.executemany(
            "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
            [("gpkg_metadata", definition), ("gpkg_metadata_reference", definition)],
        )
        for number, layer in enumerate(layers, 1):
            db.execute(
                "INSERT INTO gpkg_metadata VALUES (?, 'dataset', 'http://mrcc.com/qgis.dtd', 'text/xml', ?)",
                (number, layer_xml(layer)),
            )
            db.execute(
                "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
                (layer.name, WRITTEN, number),
            )
            db.execute(
                "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
                (layer.title, described(layer), layer.name),
            )


def write_all(folder: Path, contents: dict[str, list[dict[str, Any]]]) -> Path:
    """Write the GeoPackage and the answer key; returns the GeoPackage."""
    schema = load_schema_module()
    path = folder / "demo.gpkg"
    with fiona.Env(OGR_CURRENT_DATE=WRITTEN):
        schema.create_register(path, crs=CRS, layer="factories", overwrite=True)
        with fiona.open(path, "a", layer="factories") as sink:
            sink.writerecords(records(contents["factories"], schema.load_schema().names))
        for layer in LAYERS:
            write_layer(path, layer, contents[layer.name])
    write_metadata(path, (FACTORIES, *LAYERS))
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")
    with (folder / "answer_key.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["factory_id", "rule_id", "verdict", "reason", "feature_id", "feature_name", "verify", "note"])
        writer.writerows(key_rows(contents["factories"], places.SEZ_VINTAGE))
    return path


def build(world_map: Path) -> dict[str, list[dict[str, Any]]]:
    """Rows of every layer by its name."""
    provinces, country = read_land(world_map)
    parks, protected, salt = build_parks(), build_protected(country), build_salt()
    rivers = [named(name, natural_line(600 + 7 * i, points)) for i, (name, points) in enumerate(places.RIVERS.items())]
    merged = [shapely.union_all([row["geometry"] for row in layer]) for layer in (parks, protected, salt, rivers)]
    zoning = build_zoning(Surroundings(provinces, *merged))
    ground = Ground(provinces, zoning, parks)
    builder = Builder(ground, 20250101)
    builder.seed_problems()
    builder.fill()
    names = {code: (english, khmer) for code, english, khmer in places.PROVINCES.values()}
    layers = {
        "protected": protected,
        "salt_farmland": salt,
        "rivers": rivers,
        "water_intakes": [named(name, Point(x * KM, y * KM)) for name, (x, y) in places.INTAKES],
        **build_receptors(ground, country),
        "lakes": build_lakes(country),
        **build_around_towns(ground, country),
        "roads": build_roads(),
        "flood_zones": build_flood_zones(country),
    }
    judge = Judge(layers)
    sower = Sower(ground, 20250202, judge, layers)
    sower.sow()
    factories = register_rows(builder, sower)
    for row in factories:
        row["findings"] += judge.answers(row["geometry"], row["loc_accuracy_m"], row["isic"])
    return {
        "factories": factories,
        "zoning": zoning,
        "parks": parks,
        **layers,
        "provinces": [
            {"province_code": code, "name_en": names[code][0], "name_km": names[code][1],
             "vintage": places.PROVINCES_VINTAGE, "geometry": shape}
            for code, shape in provinces.items()
        ],
        "country": [{"name_en": "Cambodia", "name_km": "កម្ពុជា", "vintage": 2018, "geometry": country}],
    }  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--world-map", type=Path, default=WORLD_MAP, help="QGIS's world_map.gpkg")
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write into")
    options = parser.parse_args()
    contents = build(options.world_map)
    path = write_all(options.output, contents)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")
    for name, rows in contents.items():
        print(f"  {name}: {len(rows)}")
    reasons = Counter(found[:3] for row in contents["factories"] for found in row["findings"])
    for found, count in sorted(reasons.items()):
        print(f"  {' '.join(found)}: {count}")


if __name__ == "__main__":
    main()
