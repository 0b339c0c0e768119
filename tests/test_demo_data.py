"""The demo: layers as agreed, every value rebuilt the same, and an answer key that a naive computation confirms.

The expected verdicts are computed here with plain shapely calls, one factory and one polygon at a time, so that
neither the engine nor the script that placed the factories can share a mistake with the key.
"""

from __future__ import annotations

import csv
import itertools
import sqlite3
import subprocess
import sys
import types
from collections import Counter
from contextlib import closing

import pytest

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

FIELDS = {
    "zoning": ["zone_id", "zone_code", "zone_name", "plan", "vintage"],
    "parks": [
        "park_id",
        "name_en",
        "name_km",
        "kind",
        "licence_no",
        "area_ha",
        "status",
        "province_code",
        "vintage",
        "note",
    ],
    "protected": ["name", "category", "vintage"],
    "salt_farmland": ["name", "vintage"],
    "water_intakes": ["name", "vintage"],
    "rivers": ["name", "vintage"],
    "schools": ["name", "vintage"],
    "hospitals": ["name", "vintage"],
    "residential": ["name", "vintage"],
    "lakes": ["name", "name_km", "vintage"],
    "pagodas": ["name", "name_km", "vintage"],
    "markets": ["name", "name_km", "vintage"],
    "wells": ["name", "name_km", "vintage"],
    "roads": ["name", "name_km", "class", "vintage"],
    "flood_zones": ["name", "name_km", "class", "vintage"],
    "provinces": ["province_code", "name_en", "name_km", "vintage"],
    "country": ["name_en", "name_km", "vintage"],
}
GEOMETRY = {
    "factories": "Point",
    "zoning": "MultiPolygon",
    "parks": "MultiPolygon",
    "protected": "MultiPolygon",
    "salt_farmland": "MultiPolygon",
    "water_intakes": "Point",
    "rivers": "LineString",
    "schools": "Point",
    "hospitals": "Point",
    "residential": "Polygon",
    "lakes": "MultiPolygon",
    "pagodas": "Point",
    "markets": "Point",
    "wells": "Point",
    "roads": "LineString",
    "flood_zones": "MultiPolygon",
    "provinces": "MultiPolygon",
    "country": "MultiPolygon",
}
REASONS = {
    ("KH-ZON-01", "prohibited"),
    ("KH-ZON-01", "conditional"),
    ("KH-ZON-01", "zones_differ"),
    ("KH-ZON-01", "zones_meet"),
    ("KH-ZON-01", "no_zoning"),
    ("KH-ZON-01", "not_in_table"),
    ("KH-ZON-01", "unknown_zone_code"),
    ("KH-ZON-01", "no_activity"),
    ("KH-ZON-01", "unknown_activity"),
    ("KH-ZON-01", "no_location"),
    ("KH-PARK-01", "outside_declared"),
    ("KH-PARK-01", "inside_other"),
    ("KH-PARK-01", "on_edge"),
    ("KH-PARK-01", "unknown_park"),
    ("KH-PARK-01", "no_location"),
    ("KH-PARK-02", "undeclared"),
    ("KH-PARK-02", "on_edge"),
    ("KH-PARK-02", "no_location"),
    ("KH-PROT-01", "stands_inside"),
    ("KH-PROT-01", "area_edge"),
    ("KH-PROT-01", "no_location"),
    ("KH-SALT-01", "stands_inside"),
    ("KH-SALT-01", "area_edge"),
    ("KH-SALT-01", "no_activity"),
    ("KH-SALT-01", "no_location"),
    ("KH-WAT-01", "stands_inside"),
    ("KH-WAT-01", "area_edge"),
    ("KH-WAT-01", "no_location"),
    ("KH-WAT-02", "too_near"),
    ("KH-WAT-02", "distance_unsure"),
    ("KH-WAT-02", "no_location"),
    ("KH-WAT-03", "too_near"),
    ("KH-WAT-03", "distance_unsure"),
    ("KH-WAT-03", "no_location"),
    ("KH-SLA-01", "too_near"),
    ("KH-SLA-01", "distance_unsure"),
    ("KH-SLA-01", "activity_too_coarse"),
    ("KH-SLA-02", "too_near"),
    ("KH-SLA-02", "distance_unsure"),
    ("KH-SLA-03", "stands_inside"),
    ("KH-SLA-03", "area_edge"),
}
ROLE_LAYERS = {  # role and class of the rule packs -> layers of the demo
    ("protected", ""): ["protected"],
    ("salt_farmland", ""): ["salt_farmland"],
    ("water_supply", "intake"): ["water_intakes"],
    ("water_supply", "well"): ["wells"],
    ("water_supply", "water_body"): ["rivers", "lakes"],
    ("receptors", "residential"): ["residential"],
    ("receptors", "school"): ["schools"],
    ("receptors", "hospital"): ["hospitals"],
    ("receptors", "pagoda"): ["pagodas"],
    ("receptors", "market"): ["markets"],
    ("hazard_zones", "flood"): ["flood_zones"],
}


@pytest.fixture(scope="module")
def layers(demo_gpkg):
    return {name: gpd.read_file(demo_gpkg, layer=name, engine="pyogrio") for name in GEOMETRY}


@pytest.fixture(scope="module")
def key(root):
    with (root / "data" / "demo" / "answer_key.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def activities(root):
    with (root / "data" / "gazetteer" / "isic_rev4.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row["section"] for row in csv.DictReader(stream)}


@pytest.fixture(scope="module")
def pack(root):
    yaml = pytest.importorskip("yaml")
    rules = yaml.safe_load((root / "data" / "rules" / "kh-zoning-parks.yaml").read_text(encoding="utf-8"))["rules"]
    return {rule["id"]: rule for rule in rules}


@pytest.fixture(scope="module")
def surrounding_rules(root):
    """The rules of the baseline about other layers than zoning and parks, as they are written."""
    yaml = pytest.importorskip("yaml")
    rules = yaml.safe_load((root / "data" / "rules" / "kh-baseline.yaml").read_text(encoding="utf-8"))["rules"]
    return [rule for rule in rules if "role" in rule]


# -- the file -------------------------------------------------------------------------------------------------


def test_layers_fields_and_types_are_as_agreed(layers):
    from factory_locations.processing.register.schema import load_schema

    for name, frame in layers.items():
        wanted = list(load_schema().names) if name == "factories" else FIELDS[name]
        assert [column for column in frame.columns if column != "geometry"] == wanted, name
        assert set(frame.geometry.dropna().geom_type) == {GEOMETRY[name]}, name
        assert frame.crs.to_epsg() == 32648, name
        assert frame.geometry.dropna().is_valid.all(), name


def test_the_file_is_a_small_geopackage_of_version_1_3(demo_gpkg):
    assert demo_gpkg.stat().st_size < 5_000_000
    with closing(sqlite3.connect(f"file:{demo_gpkg}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] <= 10300
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_every_invented_layer_says_so_in_qgis(qgis_app, demo_gpkg):
    from qgis.core import QgsVectorLayer

    for name in GEOMETRY:
        layer = QgsVectorLayer(f"{demo_gpkg}|layername={name}", name, "ogr")
        assert layer.isValid()
        metadata = layer.metadata()
        invented = name not in ("provinces", "country")
        assert metadata.abstract().startswith("Illustrative data, not for decisions.") == invented
        assert metadata.keywords()["status"] == ["illustrative" if invented else "orientation only"]
        assert "not for decisions" in metadata.abstract()
        assert metadata.rights()
        assert metadata.licenses()


def test_every_factory_is_marked_as_invented(layers):
    factories = layers["factories"]
    assert factories["remarks"].str.contains("Illustrative").all()
    assert factories["name_en"].str.startswith("Demo ").all()
    assert factories["name_km"].str.contains("គំរូ").all()


# -- the register -----------------------------------------------------------------------------------------------


def test_there_are_enough_factories_in_enough_provinces(layers):
    factories = layers["factories"]
    assert len(factories) >= 800
    assert {"12", "08", "05", "18", "20", "07", "23"} < set(factories["province_code"])
    assert factories["province_code"].nunique() >= 8
    assert factories["isic"].str[:2].nunique() >= 15


def test_the_register_follows_its_schema_but_for_the_seeded_rows(layers, key):
    from factory_locations.processing.register.schema import validate_frame

    found = Counter(
        (problem.factory_id, problem.field, problem.rule) for problem in validate_frame(layers["factories"])
    )
    seeded: Counter = Counter()
    for row in key:
        if row["rule_id"] not in ("KH-ZON-01", "REGISTER"):
            continue
        if row["reason"] == "no_activity":
            seeded[row["factory_id"], "isic", "required"] += 1
        elif row["reason"] == "unknown_activity":
            seeded[row["factory_id"], "isic", "reference"] += 1
        elif row["reason"] == "duplicate_factory_id":
            seeded[row["factory_id"], "factory_id", "unique"] += 1
    assert found == seeded
    assert len(seeded) == 5 + 3 + 2


def test_factories_stand_in_the_province_they_name(layers):
    provinces = layers["provinces"].set_index("province_code").geometry
    country = layers["country"].geometry.iloc[0]
    factories = layers["factories"].dropna(subset=["geometry"])
    for code, points in factories.groupby("province_code").geometry:
        assert points.within(provinces[code]).all(), code
    assert factories.within(country).all()


def test_accuracy_fits_the_method(layers):
    factories = layers["factories"]
    measured = factories.groupby("loc_method")["loc_accuracy_m"].agg(["min", "max"])
    assert measured.loc["gps", "min"] >= 5
    assert measured.loc["gps", "max"] <= 18
    assert measured.loc["address", "min"] >= 100
    assert measured.loc["commune_centroid", "min"] >= 1000
    assert factories["loc_accuracy_m"].isna().any(), "some registers do not know their accuracy"


def test_no_two_factories_share_a_place(layers):
    points = layers["factories"].geometry.dropna()
    assert len({(point.x, point.y) for point in points}) == len(points)


# -- zoning and parks -------------------------------------------------------------------------------------------


def test_zones_form_planar_coverages(layers):
    zoning = layers["zoning"]
    assert zoning["zone_id"].is_unique
    assert list(zoning["zone_id"]) == sorted(zoning["zone_id"]), "the order of ids is the order of rows"
    assert zoning.geometry.count_coordinates().mean() > 200
    for plan, zones in zoning.groupby("plan"):
        shapes = zones.geometry.to_numpy()
        together = shapely.union_all(shapes)
        assert together.area == pytest.approx(shapely.area(shapes).sum(), abs=1.0), plan
        holes = [ring for part in getattr(together, "geoms", [together]) for ring in part.interiors]
        assert all(shapely.Polygon(ring).area > 10_000 for ring in holes), f"{plan} has a sliver"
    assert zoning["zone_code"].nunique() == 8
    assert (zoning["zone_code"] == "SPZ").sum() == 1


def test_there_is_no_zoning_where_there_is_no_plan(layers):
    zoned = shapely.union_all(layers["zoning"].geometry.to_numpy())
    provinces = layers["provinces"].set_index("province_code").geometry
    for code in ("01", "09", "04", "21"):
        assert not provinces[code].intersects(zoned), code


def test_parks_have_their_published_area(layers):
    parks = layers["parks"]
    assert len(parks) == 29
    assert parks["park_id"].is_unique
    known = parks.dropna(subset=["area_ha"])
    assert (known.area / 1e4).to_numpy() == pytest.approx(known["area_ha"].to_numpy(), rel=1e-4)
    assert set(parks[parks["area_ha"].isna()]["park_id"]) == {"SASEZ", "DKSEZ"}
    assert parks[parks["area_ha"].isna()]["note"].notna().all()


def test_only_the_documented_parks_overlap(layers, key):
    parks = layers["parks"]
    pairs = [
        f"{a.park_id};{b.park_id}"
        for a, b in itertools.combinations(parks.itertuples(), 2)
        if a.geometry.intersection(b.geometry).area > 0
    ]
    assert pairs == [row["feature_id"] for row in key if row["rule_id"] == "LAYER"]


def test_parks_lie_in_their_province_and_in_industrial_zones(layers):
    provinces = layers["provinces"].set_index("province_code").geometry
    zoning = layers["zoning"]
    zoned = shapely.union_all(zoning.geometry.to_numpy())
    industrial = shapely.union_all(zoning[zoning["zone_code"].isin(["HIND", "LIND"])].geometry.to_numpy())
    for park in layers["parks"].itertuples():
        assert provinces[park.province_code].contains(park.geometry), park.park_id
        if park.geometry.intersects(zoned):
            assert park.geometry.difference(industrial).area < 1, park.park_id


def test_salt_farmland_has_its_published_area(layers):
    salt = layers["salt_farmland"]
    assert salt.area.sum() / 1e4 == pytest.approx(4748, rel=1e-3)
    for a, b in itertools.combinations(salt.geometry, 2):
        assert a.intersection(b).area == 0


# -- the answer key ---------------------------------------------------------------------------------------------


def answer_of(zone: str, isic: str, section: str, table: dict) -> str:
    """What the rule pack says, by trying every prefix of the code from the longest to the section."""
    if zone not in table:
        return "unknown_zone_code"
    entry = table[zone]
    for prefix in [isic[:length] for length in range(len(isic), 0, -1)] + [section]:
        for name, answer in (
            ("permits", "permitted"),
            ("permits_on_condition", "conditional"),
            ("prohibits", "prohibited"),
        ):
            if prefix in entry.get(name, []):
                return answer
    return {"permits": "permitted", "prohibits": "prohibited"}.get(entry.get("otherwise", ""), "not_in_table")


VERDICT = {"permitted": "pass", "conditional": "pass", "prohibited": "fail"}


def zoning_finding(factory, point, radius, zones, outside, table, activities) -> tuple[str, str, str]:
    """Verdict, reason and zone of KH-ZON-01, from distances to every zone."""
    if point is None:
        return "no data", "no_location", ""
    touching = sorted(zone_id for zone_id, _, shape in zones if shape.distance(point) == 0)
    home = touching[0] if touching else ""
    reach = [zone for zone in zones if zone[0] in touching or shape_closer(zone[2], point, radius)]
    codes = [code for _, code, _ in reach]
    if not codes:
        return "no data", "no_zoning", ""
    if factory.isic is None:
        return "no data", "no_activity", home
    isic = factory.isic[:4]
    if isic not in activities:
        return "no data", "unknown_activity", home
    answers = [answer_of(code, isic, activities[isic], table) for code in codes]
    verdicts = {VERDICT.get(answer, answer) for answer in answers}
    if not home or outside.distance(point) < radius:
        verdicts.add("no_zoning")
    if len(verdicts) > 1:
        return "undecided", "zones_differ" if radius > 0 else "zones_meet", home
    here = answer_of(next(code for zone_id, code, _ in zones if zone_id == home), isic, activities[isic], table)
    return VERDICT.get(here, "no data"), here, home


def shape_closer(shape, point, radius: float) -> bool:
    return shape.distance(point) < radius


def park_finding(factory, point, radius, parks) -> tuple[str, str, str, str]:
    """Rule, verdict, reason and park of the one park rule that applies."""
    declared = factory.park_id
    rule = "KH-PARK-01" if declared else "KH-PARK-02"
    if point is None:
        return rule, "no data", "no_location", declared or ""
    if declared and declared not in parks:
        return rule, "no data", "unknown_park", ""
    inside = sorted(park_id for park_id, shape in parks.items() if shape.contains(point))
    edges = [park_id for park_id, shape in parks.items() if shape.boundary.distance(point) < radius]
    if edges:
        return rule, "undecided", "on_edge", edges[0]
    if declared and declared in inside:
        return rule, "pass", "inside_declared", declared
    if declared and inside:
        return rule, "fail", "inside_other", inside[0]
    if declared:
        return rule, "fail", "outside_declared", declared
    if inside:
        return rule, "fail", "undeclared", inside[0]
    return rule, "pass", "outside", ""


@pytest.fixture(scope="module")
def computed(layers, pack, activities):
    table = pack["KH-ZON-01"]["zones"]
    zoning, parks = layers["zoning"], layers["parks"]
    zones = list(zip(zoning["zone_id"], zoning["zone_code"], zoning.geometry))
    boxes = zoning.geometry.bounds.to_numpy()
    park_shapes = dict(zip(parks["park_id"], parks.geometry))
    plans = shapely.union_all(zoning.geometry.to_numpy())
    outside = plans.boundary
    findings = []
    for factory in layers["factories"].itertuples():
        point = factory.geometry
        radius = 0.0 if factory.loc_accuracy_m != factory.loc_accuracy_m else factory.loc_accuracy_m
        near = zones
        if point is not None:
            # Only polygons whose box is far away are left out: that cannot change an answer.
            far = 10 * radius + 1000
            near = [
                zone
                for zone, (x0, y0, x1, y1) in zip(zones, boxes)
                if x0 - far < point.x < x1 + far and y0 - far < point.y < y1 + far
            ]
        zone = zoning_finding(factory, point, radius, near, outside, table, activities)
        findings.append((factory.factory_id, "KH-ZON-01", *zone))
        findings.append((factory.factory_id, *park_finding(factory, point, radius, park_shapes)))
    return findings


def test_the_key_is_what_a_naive_computation_finds(computed, key):
    plain = {"permitted", "inside_declared", "outside"}
    found = Counter(finding for finding in computed if finding[3] not in plain)
    listed = Counter(
        (row["factory_id"], row["rule_id"], row["verdict"], row["reason"], row["feature_id"])
        for row in key
        if row["rule_id"].startswith(("KH-ZON", "KH-PARK"))
    )
    assert found - listed == Counter(), "problems that the key does not list"
    assert listed - found == Counter(), "problems that are not there"


def features_of(rule, layers):
    """Geometry, name and vintage of every feature that a rule is about."""
    names = [name for class_ in rule.get("classes", [""]) for name in ROLE_LAYERS[rule["role"], class_]]
    return [row for name in names for row in layers[name][["geometry", "name", "vintage"]].itertuples(index=False)]


def is_about(rule, isic) -> str:
    """Whether a rule is about a factory; else the reason why that is not known."""
    filters = rule.get("activities")
    if not filters:
        return "yes"
    if isic is None:
        return "no_activity"
    if isic in ("9999", "0000"):
        return "unknown_activity"
    ((kind, codes),) = filters.items()
    if any(isic.startswith(code) for code in codes):
        return "yes" if kind == "include" else "no"
    if any(code.startswith(isic) for code in codes):
        return "activity_too_coarse"
    return "no" if kind == "include" else "yes"


def surrounding_finding(rule, features, factory) -> tuple[str, str, str, str] | None:
    """Verdict, reason, feature and its age of a rule about standing outside, or far from, of features; None: kept."""
    about, point = is_about(rule, factory.isic), factory.geometry
    if about == "no":
        return None
    if point is None:
        return "no data", "no_location" if about == "yes" else about, "", ""
    radius = 0.0 if factory.loc_accuracy_m != factory.loc_accuracy_m else factory.loc_accuracy_m
    limit = rule.get("distance_m", 0)
    answers = []
    for shape, name, vintage in features:
        if limit:
            distance = shape.distance(point) or -shape.boundary.distance(point)
            sure, possible = max(distance + radius, 0) < limit, distance - radius < limit
            answers.append((max(distance, 0), sure, possible, name, vintage))
        elif shape.geom_type.endswith("Polygon"):
            inside, edge = shape.contains(point), shape.boundary.distance(point)
            answers.append((0 if inside else edge, inside and edge >= radius, inside or edge < radius, name, vintage))
    _, sure, possible, name, vintage = min(answers)
    if not possible:
        return None
    broken, open_ = ("too_near", "distance_unsure") if limit else ("stands_inside", "area_edge")
    age = str(vintage) if vintage < 2020 else ""
    if about != "yes":
        return "no data", about, name, ""
    return ("fail", broken, name, age) if sure else ("undecided", open_, name, age)


def test_the_key_has_what_is_found_around_each_factory(layers, key, surrounding_rules):
    found: Counter = Counter()
    for rule in surrounding_rules:
        features = features_of(rule, layers)
        for factory in layers["factories"].itertuples():
            finding = surrounding_finding(rule, features, factory)
            if finding is not None:
                found[(factory.factory_id, rule["id"], *finding)] += 1
    ids = {rule["id"] for rule in surrounding_rules}
    listed = Counter(
        (row["factory_id"], row["rule_id"], row["verdict"], row["reason"], row["feature_name"], row["verify"])
        for row in key
        if row["rule_id"] in ids
    )
    assert found - listed == Counter(), "problems that the key does not list"
    assert listed - found == Counter(), "problems that are not there"


def test_every_rule_has_a_factory_just_outside_its_reach(layers, key, surrounding_rules):
    """Clear of it by no more than 25 m beyond its accuracy, and not in the key."""
    for rule in surrounding_rules:
        listed = {row["factory_id"] for row in key if row["rule_id"] == rule["id"]}
        features = [
            shape
            for shape, _, _ in features_of(rule, layers)
            if "distance_m" in rule or shape.geom_type == "MultiPolygon"
        ]
        just_outside = 0
        for factory in layers["factories"].itertuples():
            if factory.factory_id in listed or factory.geometry is None or is_about(rule, factory.isic) != "yes":
                continue
            gap = min(shape.distance(factory.geometry) for shape in features)
            just_outside += 0 < gap - rule.get("distance_m", 0) - factory.loc_accuracy_m < 25
        assert just_outside, rule["id"]


def test_salt_is_made_on_salt_farmland_without_a_finding(layers, key):
    factories = layers["factories"]
    works = factories[factories["isic"] == "0893"]
    assert len(works) == 2
    salt = shapely.union_all(layers["salt_farmland"].geometry.to_numpy())
    assert works.within(salt).all()
    assert not {row["factory_id"] for row in key if row["rule_id"] == "KH-SALT-01"} & set(works["factory_id"])


def test_layers_of_the_surroundings_are_of_different_years(layers):
    for name in ("lakes", "pagodas", "markets", "wells", "roads", "flood_zones"):
        years = set(layers[name]["vintage"])
        assert 2013 in years, name
        assert max(years) >= 2024, name
        assert layers[name]["name"].is_unique, name
        assert layers[name]["name"].str.endswith("(illustrative)").all(), name
        assert layers[name]["name_km"].dropna().str.endswith("(សម្រាប់បង្ហាញ)").all(), name
        assert layers[name]["name_km"].notna().sum() >= 5, name
    assert set(layers["flood_zones"]["class"]) == {"flood"}
    assert set(layers["roads"]["class"]) == {"national", "urban"}


def test_areas_of_one_layer_keep_apart(layers):
    """So that a finding is about one area, whichever comes first."""
    for name in ("protected", "lakes", "flood_zones"):
        for a, b in itertools.combinations(layers[name].geometry, 2):
            assert a.distance(b) > 50, name


def test_the_key_has_every_reason(key):
    assert {(row["rule_id"], row["reason"]) for row in key if row["rule_id"].startswith("KH-")} == REASONS


def test_most_factories_that_a_plan_covers_comply(computed):
    covered = {row[0] for row in computed if row[1] == "KH-ZON-01" and row[3] != "no_zoning"}
    troubled = {row[0] for row in computed if row[2] != "pass"}
    assert 0.88 < 1 - len(covered & troubled) / len(covered) < 0.97


def test_decisions_are_clear_of_their_limit(layers, key):
    """Half as much again of accuracy, and 10 m, changes nothing for a factory that the key does not list."""
    listed = {row["factory_id"] for row in key if row["reason"] not in ("conditional", "no_zoning")}
    zoning, parks = layers["zoning"], layers["parks"]
    tree, park_tree = shapely.STRtree(zoning.boundary.to_numpy()), shapely.STRtree(parks.boundary.to_numpy())
    near_a_zone_edge = 0
    for factory in layers["factories"].itertuples():
        if factory.factory_id in listed or factory.geometry is None:
            continue
        radius = 1.5 * (0 if factory.loc_accuracy_m != factory.loc_accuracy_m else factory.loc_accuracy_m) + 10
        near_a_zone_edge += len(tree.query(factory.geometry, predicate="dwithin", distance=radius)) > 0
        assert len(park_tree.query(factory.geometry, predicate="dwithin", distance=radius)) == 0, factory.factory_id
    assert near_a_zone_edge == 3, "only the factories between two zones that both permit them"


def test_one_factory_stands_exactly_on_a_shared_border(layers, key):
    row = next(row for row in key if "Exactly on the border" in row["note"])
    factories = layers["factories"]
    point = factories.loc[factories["factory_id"] == row["factory_id"], "geometry"].iloc[0]
    zoning = layers["zoning"]
    touching = zoning[zoning.geometry.distance(point) == 0]
    assert len(touching) == 2
    assert row["feature_id"] == min(touching["zone_id"])


# -- rebuilding -------------------------------------------------------------------------------------------------


def test_the_script_repeats_the_rule_pack(root, pack):
    spec = {}
    exec(compile((root / "data" / "demo" / "places.py").read_text(encoding="utf-8"), "places.py", "exec"), spec)
    names = {"permits": "permits", "conditional": "permits_on_condition", "prohibits": "prohibits"}
    for zone, entry in pack["KH-ZON-01"]["zones"].items():
        ours = spec["PERMITS"][zone]
        for our_name, name in names.items():
            assert set(ours.get(our_name, ())) == set(entry.get(name, ())), (zone, name)
        assert (ours.get("otherwise") == "prohibited") == (entry.get("otherwise") == "prohibits"), zone


def test_the_script_repeats_the_rules_about_the_surroundings(root, surrounding_rules):
    """Its table of layers, distances and activities is that of the pack."""
    text = (root / "data" / "demo" / "judging.py").read_text(encoding="utf-8")
    module = sys.modules.setdefault("judging_of_the_demo", types.ModuleType("judging_of_the_demo"))
    exec(compile(text, "judging.py", "exec"), module.__dict__)
    assert list(module.RULES) == [rule["id"] for rule in surrounding_rules]
    for rule in surrounding_rules:
        ours, activities = module.RULES[rule["id"]], rule.get("activities", {})
        names = [name for class_ in rule.get("classes", [""]) for name in ROLE_LAYERS[rule["role"], class_]]
        assert list(ours.layers) == names, rule["id"]
        assert (ours.distance is None) == (rule["test"] == "not within"), rule["id"]
        assert ours.distance == rule.get("distance_m"), rule["id"]
        assert list(ours.include) == activities.get("include", []), rule["id"]
        assert list(ours.exclude) == activities.get("exclude", []), rule["id"]


@pytest.mark.slow
def test_a_rebuild_gives_identical_values(root, layers, tmp_path):
    world_map = root.__class__("/usr/share/qgis/resources/data/world_map.gpkg")
    if not world_map.exists():
        pytest.skip("QGIS's world map is not on this machine")
    script = root / "data" / "demo" / "build_demo.py"
    run = subprocess.run(
        [sys.executable, str(script), "--output", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    for name, frame in layers.items():
        again = gpd.read_file(tmp_path / "demo.gpkg", layer=name, engine="pyogrio")
        attributes = frame.drop(columns="geometry")
        assert attributes.equals(again.drop(columns="geometry")), name
        ours, theirs = shapely.normalize(frame.geometry.to_numpy()), shapely.normalize(again.geometry.to_numpy())
        missing = shapely.is_missing(ours)
        assert (missing == shapely.is_missing(theirs)).all(), name
        assert shapely.equals_exact(ours[~missing], theirs[~missing], 0.02).all(), name
    ours, theirs = ((folder / "answer_key.csv").read_bytes() for folder in (script.parent, tmp_path))
    assert ours == theirs
