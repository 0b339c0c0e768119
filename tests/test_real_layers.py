"""The same job on real layers: power plants among economic zones and protected areas, recomputed with geopandas.

The layers lie beside the checkout (licences differ, so they are not ours to ship); without them the tests are skipped.
"""

from __future__ import annotations

import csv
import math

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

UTM = "EPSG:32648"
ACTIVITY = "3510"  # electric power generation
ACCURACY = 500.0  # metres: the plants are published with two or three decimals

# Protected areas by their status: a strict pack in which no zone is silent about power plants.
PACK = """\
pack: protected-areas-test
version: "1"
title: {en: Protected areas of 2013}
authority: Nobody; a table for tests
citation: None
vintage: 2013
status: foreign reference
licence: CC0-1.0
rules:
  - id: TEST-PROTECTED
    title: {en: Protected land admits the activity}
    test: zone permits
    semantics: assess
    zones:
      Multiple Use Management Area:
        title: {en: Multiple use management area}
        permits_on_condition: [D]
        condition: {en: With an environmental assessment.}
        otherwise: prohibits
"""
REST = "      {status}:\n        title: {{en: {status}}}\n        otherwise: prohibits\n"


@pytest.fixture(scope="module")
def plants(qgis_app, real_layers):
    """Power plants as a register: no activity field of their own, so an expression field holds it."""
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{real_layers / 'cambodia_base.gpkg'}|layername=power_plants", "power plants", "ogr")
    layer.addExpressionField(f"'{ACTIVITY}'", make_field("isic", "text"))
    layer.addExpressionField(f"{ACCURACY}", make_field("accuracy", "real"))
    return layer


@pytest.fixture(scope="module")
def protected_areas(qgis_app, real_layers):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(str(real_layers / "protected_areas_2013.geojson"), "protected areas", "ogr")


@pytest.fixture(scope="module")
def zones(qgis_app, real_layers):
    """Economic zones: each published point as a disc of its published area, by an own computation."""
    import geopandas as gpd
    import numpy as np

    with (real_layers / "sez_points_2014.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lon"]]
    hectares = np.array([float(row["landarea_h"]) if row["landarea_h"][:1].isdigit() else 100.0 for row in rows])
    points = gpd.GeoSeries(gpd.points_from_xy([r["lon"] for r in rows], [r["lat"] for r in rows]), crs="EPSG:4326")
    discs = points.to_crs(UTM).buffer(np.sqrt(hectares * 10_000 / math.pi))
    return gpd.GeoDataFrame(
        {"park_id": [r["map_id"] for r in rows], "name_en": [r["name"] for r in rows]}, geometry=discs
    )


@pytest.fixture(scope="module")
def park_layer(zones):
    rows = [(z.geometry.wkt, z.park_id, z.name_en) for z in zones.itertuples()]
    return L.parks([(wkt, park, name, 2014) for wkt, park, name in rows], name="economic zones")


@pytest.fixture(scope="module")
def checked(provider, plants, protected_areas, park_layer, tmp_path_factory):
    from qgis import processing

    folder = tmp_path_factory.mktemp("real")
    statuses = sorted({f["Status"] for f in protected_areas.getFeatures()} - {"Multiple Use Management Area"})
    pack = PACK + "".join(REST.format(status=status) for status in statuses)
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    processing.run(
        "factory:check_locations",
        {
            "FACTORIES": plants, "FACTORY_ID_FIELD": "wri_id", "NAME_FIELD": "Name", "ACTIVITY_FIELD": "isic",
            "ACCURACY_FIELD": "accuracy", "ZONING": protected_areas, "ZONE_FIELD": "Status", "ZONE_NAME_FIELD": "Name",
            "PARKS": park_layer, "RULES": str(folder / "pack.yaml"), "ALL_ROWS": True,
            "OUTPUT": str(folder / "findings.gpkg"), "SUMMARY": str(folder / "summary.json"),
        },
    )  # fmt: skip
    processing.run(
        "factory:check_parks",
        {
            "FACTORIES": plants, "FACTORY_ID_FIELD": "wri_id", "ACCURACY_FIELD": "accuracy", "PARKS": park_layer,
            "OUTPUT": str(folder / "parks.gpkg"),
        },
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def computed(real_layers, zones):
    """What geopandas says: distance in metres from each plant to every protected area and economic zone."""
    import geopandas as gpd
    import shapely

    plants = gpd.read_file(real_layers / "cambodia_base.gpkg", layer="power_plants").to_crs(UTM)
    areas = gpd.read_file(real_layers / "protected_areas_2013.geojson").to_crs(UTM)
    areas["geometry"] = shapely.make_valid(areas.geometry.to_numpy())
    places, shapes = plants.geometry.to_numpy()[:, None], areas.geometry.to_numpy()[None, :]
    to_areas = shapely.distance(places, shapes)
    borders = shapely.distance(places, shapely.boundary(shapes))
    to_zones = shapely.distance(places, zones.geometry.to_numpy()[None, :])
    return plants, areas, to_areas, borders, to_zones


def expected_verdict(inside, near, statuses) -> str:
    """Return the verdict by definition: candidates are the areas within the accuracy, and none where there is room."""
    possible = set()
    for status in statuses:
        possible.add("pass" if status == "Multiple Use Management Area" else "fail")
    if not inside or near:
        possible.add("no data")
    return possible.pop() if len(possible) == 1 else "undecided"


def test_plants_on_protected_land(checked, computed):
    plants, areas, to_areas, borders, _ = computed
    rows = {row["factory_id"]: row for row in L.rows(checked / "findings.gpkg", "findings")}
    assert len(rows) == len(plants) == 13
    for i, plant in enumerate(plants.itertuples()):
        candidates = to_areas[i] < ACCURACY
        inside = (to_areas[i] == 0).any()
        near_border = (borders[i] < ACCURACY)[to_areas[i] == 0].any()
        expected = expected_verdict(inside, near_border, areas["Status"][candidates])
        row = rows[str(plant.wri_id)]
        assert row["verdict"] == expected, (row["factory_name"], row["message"])
        assert row["factory_name"] == plant.Name
        if row["reason"] == "prohibited":
            named = areas.index[areas["Name"].map(str.strip) == row["feature_name"].split("(")[-1].rstrip(")")]
            assert to_areas[i][named].min() == 0
            assert row["measured_m"] == pytest.approx(borders[i][named].min(), rel=2e-3)


def test_plants_in_economic_zones(checked, computed):
    import numpy as np

    plants, _, _, _, to_zones = computed
    rows = {row["wri_id"]: row for row in L.rows(checked / "parks.gpkg", "parks")}
    for i, plant in enumerate(plants.itertuples()):
        nearest = np.nanmin(to_zones[i])  # one zone is published with an area of 0: no shape, no distance
        inside, near = nearest == 0, nearest < ACCURACY
        row = rows[plant.wri_id]
        reasons = {"inside", "on_edge"} if inside else {"on_edge"} if near else {"outside"}
        assert row["park_reason"] in reasons, row["park_message"]
        assert bool(row["in_park_id"]) == inside


def test_what_is_published_badly_is_reported(checked, zones):
    """The published points hold pairs of zones closer than their areas allow: overlaps, each told once."""
    import shapely

    pairs = [
        (zones["park_id"][i], zones["park_id"][j])
        for i in range(len(zones))
        for j in range(i + 1, len(zones))
        if shapely.area(shapely.intersection(zones.geometry[i], zones.geometry[j])) > 1
    ]
    problems = [
        r["problem"] for r in L.rows(checked / "findings.gpkg", "layer_problems") if r["layer"] == "economic zones"
    ]
    told = [p for p in problems if "overlap" in p or "same ground" in p]
    assert len(told) == len(pairs) > 0


def test_where_the_layers_come_from_is_recorded(checked):
    import json

    summary = json.loads((checked / "summary.json").read_text(encoding="utf-8"))
    layers = {layer["role"]: layer for layer in summary["provenance"]["layers"]}
    assert layers["factories"]["source"] == "cambodia_base.gpkg|power_plants"
    assert layers["zoning"]["source"].startswith("protected_areas_2013.geojson")
    assert layers["zoning"]["crs"] in ("OGC:CRS84", "EPSG:4326")
    assert layers["parks"]["vintages"] == ["2014"]
    assert summary["counts"]["rules"]["TEST-PROTECTED"]["checked"] == 13


# -- economic zones in and near protected areas ---------------------------------------------------------------------

# Found by hand in the published layers: each of these zones' label points lies inside a protected area of 2013.
INSIDE = {
    "Oknha Mong SEZ": "Dong Peng",
    "Kampong Saom SEZ": "Kbal Chhay",
    "Stung Hav SEZ": "Kbal Chhay",
    "Sihanoukville SEZ 1": "Kbal Chhay",
    "Kiri Sakor Koh Kong SEZ": "Botum Sakor",
    "MDS Thmorda SEZ": "Phnom Samkos",
}
# ... and these lie near one; kilometres as published with the layers' description.
NEAR = {"Sihanoukville Port SEZ": 0.24, "SNC SEZ": 0.43, "Kampot SEZ": 1.5}
NEAR_PACK = """\
pack: near-protected-areas
version: "1"
title: {en: Near protected areas}
authority: Nobody; for tests
citation: None
vintage: 2013
status: draft
licence: CC0-1.0
rules:
  - id: TEST-NEAR
    title: {en: Five kilometres from protected areas}
    test: distance at least
    role: protected
    distance_m: 5000
    semantics: assess
"""


@pytest.fixture(scope="module")
def zone_points(qgis_app, real_layers):
    """The published points of economic zones as a register."""
    with (real_layers / "sez_points_2014.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lon"]]
    fields = (("map_id", "text"), ("name", "text"))
    placed = [(f"POINT ({row['lon']} {row['lat']})", row["map_id"], row["name"]) for row in rows]
    return L.layer("Point", fields, placed, crs="EPSG:4326", name="economic zones")


@pytest.fixture(scope="module")
def dated_areas(qgis_app, real_layers):
    """The protected areas with the year they are from, which the layer itself does not say, as a virtual field."""
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(real_layers / "protected_areas_2013.geojson"), "protected areas", "ogr")
    layer.addExpressionField("2013", make_field("vintage", "integer"))
    return layer


def check_zones(zone_points, areas, rules, folder):
    from qgis import processing

    processing.run(
        "factory:check_locations",
        {
            "FACTORIES": zone_points, "FACTORY_ID_FIELD": "map_id", "NAME_FIELD": "name", "PROTECTED": areas,
            "RULES": str(rules), "ALL_ROWS": True, "OUTPUT": str(folder / "findings.gpkg"),
        },
    )  # fmt: skip
    return L.rows(folder / "findings.gpkg", "findings")


def test_six_economic_zones_lie_inside_protected_areas_of_2013(provider, root, zone_points, dated_areas, tmp_path):
    """They may be true conflicts or old boundaries: each finding names the area and asks to verify its boundary."""
    rows = check_zones(zone_points, dated_areas, root / "data" / "rules" / "kh-baseline.yaml", tmp_path)
    judged = [row for row in rows if row["rule_id"] == "KH-PROT-01"]
    assert len(judged) == 29
    inside = {row["factory_name"]: row for row in judged if row["verdict"] == "fail"}
    assert set(inside) == set(INSIDE)
    assert {row["verdict"] for row in judged if row["factory_name"] not in INSIDE} == {"pass"}
    for zone, row in inside.items():
        assert row["reason"] == "stands_inside"
        assert row["severity"] == "assessment"
        assert INSIDE[zone] in row["feature_name"], zone
        assert row["layer_vintage"] == "2013"
        assert row["verify"] == "verify: boundary dated 2013"
        assert "Ministry of Environment" in row["action"]
    assert not any(row["verify"] for row in judged if row["verdict"] == "pass")


def test_seven_more_lie_within_five_kilometres(provider, zone_points, dated_areas, real_layers, tmp_path):
    import geopandas as gpd
    import shapely

    rules = tmp_path / "near-protected-areas.yaml"
    rules.write_text(NEAR_PACK, encoding="utf-8")
    found = {row["factory_name"]: row for row in check_zones(zone_points, dated_areas, rules, tmp_path)}
    near = {name: row for name, row in found.items() if row["verdict"] == "fail" and name not in INSIDE}
    assert all(found[name]["verdict"] == "fail" and found[name]["measured_m"] == 0 for name in INSIDE)
    assert len(near) == 7
    assert {row["verdict"] for name, row in found.items() if name not in near and name not in INSIDE} == {"pass"}
    areas = gpd.read_file(real_layers / "protected_areas_2013.geojson").to_crs(UTM)
    shapes = shapely.make_valid(areas.geometry.to_numpy())
    geometries = gpd.GeoSeries.from_wkt([f.geometry().asWkt(17) for f in zone_points.getFeatures()], crs="EPSG:4326")
    places = dict(zip((f["name"] for f in zone_points.getFeatures()), geometries.to_crs(UTM)))
    for name, row in near.items():
        assert row["measured_m"] == pytest.approx(shapely.distance(places[name], shapes).min(), rel=2e-3), name
        assert 200 < row["measured_m"] < 5000
        assert row["verify"] == "verify: boundary dated 2013"
    for name, kilometres in NEAR.items():
        assert near[name]["measured_m"] / 1000 == pytest.approx(kilometres, abs=0.05), name
    assert "Kbal Chhay" in near["SNC SEZ"]["feature_name"]
    assert "Bokor" in near["Kampot SEZ"]["feature_name"]
