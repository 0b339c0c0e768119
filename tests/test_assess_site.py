"""May a factory stand here? Places whose answers are known by hand, and other places that must really be better.

The layers stand on the central meridian of UTM zone 48, where 1 m on the map is 1/0.9996 m on the ground.
"""

from __future__ import annotations

import html
import json

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.cases import SCALE

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

PACK = """
pack: test-site
version: "1.0"
title: {en: Test}
authority: Nobody
citation: Nowhere
vintage: 2024
status: draft
licence: CC0-1.0
rules:
  - id: S-ZONE
    title: {en: The zone permits}
    test: zone permits
    semantics: prohibit
    zones:
      IND: {title: {en: Industry}, permits: ["14", "20"], otherwise: prohibits}
      CON: {title: {en: Mixed}, permits_on_condition: ["20"], condition: {en: With a wall.}, otherwise: prohibits}
      RES: {title: {en: Homes}, permits: ["10"], otherwise: prohibits}
  - id: S-SCHOOL
    title: {en: Far from schools}
    test: distance at least
    role: receptors
    classes: [school]
    distance_by_size: {small: 100, medium: 300, large: 500}
    distance_m: 50
    semantics: prohibit
    activities: {include: ["20"]}
    action: {en: Move it.}
  - id: S-PROT
    title: {en: In no protected area}
    test: not within
    role: protected
    semantics: assess
  - id: S-PAIR
    title: {en: Food is not made beside chemical works}
    test: distance at least
    role: factories
    activities: {include: ["20"]}
    others: {include: ["10"]}
    distance_m: 200
    semantics: prohibit
  - id: S-NEW
    title: {en: New ones keep away from water intakes}
    test: distance at least
    role: water_supply
    classes: [intake]
    distance_m: 400
    applies_to: new
    semantics: advise
"""
ZONES = [
    (L.box(0, 0, 1000), "Z1", "RES", "Old town", 2020),
    (L.box(1000, 0, 1000), "Z2", "IND", "Works", 2020),
    (L.box(4000, 0, 1000), "Z3", "IND", "Far works", 2021),
    (L.box(0, 3000, 1000), "Z4", "CON", "Beyond", 2021),
]
NAMED = (("name", "text"), ("vintage", "integer"))
SITE_FIELDS = (("site_id", "text"), ("name", "text"), ("isic", "text"), ("size_class", "text"), ("accuracy_m", "real"))
PARK_FIELDS = (("park_id", "text"), ("name_en", "text"), ("vintage", "integer"), ("area_ha", "real"))
REGISTER_FIELDS = (*L.FACTORY_FIELDS, ("area_ha", "real"))


def ground(metres):
    return pytest.approx(metres / SCALE, abs=0.011)


def points(name, *rows):
    return L.layer("Point", NAMED, [(L.point(x, y), title, 2024) for x, y, title in rows], name=name)


def at(x, y):
    return f"{L.X0 + x},{L.Y0 + y} [EPSG:32648]"


class Desk:
    """A folder with layers as files, and the question."""

    def __init__(self, folder, run) -> None:
        self.folder, self.run = folder, run
        (folder / "test-site.yaml").write_text(PACK, encoding="utf-8")
        self.given = {"RULES": str(folder / "test-site.yaml"), "ACTIVITY": "2011", "SIZE": 2}

    def file(self, made, name):
        return L.saved(made, self.folder / f"{name}.gpkg", name)

    def ask(self, **changed):
        given = {**self.given, "OUTPUT": str(self.folder / "site.gpkg"), **changed}
        return self.run("assess_site", {k: v for k, v in given.items() if v is not None})

    def rows(self, table):
        return L.rows(self.folder / "site.gpkg", table)

    def finding(self, rule):
        (row,) = [row for row in self.rows("findings") if row["rule_id"] == rule]
        return row

    def refused(self, **changed):
        from qgis.core import QgsProcessingException

        before = L.checksums(self.folder)
        with pytest.raises(QgsProcessingException) as error:
            self.ask(**changed)
        assert L.checksums(self.folder) == before, "something was written"
        return str(error.value)


@pytest.fixture
def desk(tmp_path, run):
    from factory_locations.processing.sites.layer_store import STORE

    STORE.clear()
    yield Desk(tmp_path, run)
    STORE.clear()


@pytest.fixture
def town(desk):
    """Homes beside works, a school in the corner of the works, an intake and a protected area."""
    desk.given.update(
        ZONING=desk.file(L.zoning(ZONES), "zoning"),
        SCHOOLS=desk.file(points("schools", (1100, 500, "Wat Bo school"), (9000, 0, "Far school")), "schools"),
        WATER_INTAKES=desk.file(points("intakes", (1000, -600, "Intake 1")), "intakes"),
        PROTECTED=desk.file(
            L.layer("Polygon", NAMED, [(L.box(3900, -500, 2000), "Wetland", 2013)], name="protected"), "protected"
        ),
        FACTORIES=desk.file(L.factories([(L.point(1900, 900), "F1", "Noodles", "1074", 5.0)]), "factories"),
        ADMIN=desk.file(
            L.layer(
                "Polygon",
                (("code", "text"), ("name_en", "text")),
                [(L.box(-9e3, -9e3, 3e4), "12", "Province"), (L.box(-100, -100, 5000), "1201", "District")],
                name="admin",
            ),
            "admin",
        ),
    )
    return desk


# --- one place -------------------------------------------------------------------------------------------------------


def test_every_rule_answers_with_what_was_measured(town):
    result = town.ask(POINT=at(1500, 500), NAME="Application 7")
    assert (result["VERDICT"], result["FAILS"], result["OFFERED"]) == ("pass", 0, 0)
    assert {row["rule_id"]: row["verdict"] for row in town.rows("findings")} == {
        "S-ZONE": "pass",
        "S-SCHOOL": "pass",
        "S-PROT": "pass",
        "S-PAIR": "pass",
        "S-NEW": "pass",
    }
    school = town.finding("S-SCHOOL")
    assert (school["measured_m"], school["required_m"]) == (ground(400), 300)
    assert school["margin_m"] == pytest.approx(400 / SCALE - 300, abs=0.011)
    assert school["message"].endswith("The nearest, Wat Bo school, is 400 m away.")
    assert town.finding("S-PAIR")["measured_m"] == ground((400**2 + 400**2) ** 0.5)
    (site,) = town.rows("sites")
    assert (site["factory_id"], site["zone_code"], site["zone_name"]) == ("Application 7", "IND", "Works")
    assert (site["admin_code"], site["admin_name"], site["severity"]) == ("1201", "District, Province", None)
    assert (site["size_class"], site["activity"]) == ("medium", "2011")
    assert (site["longitude"], site["latitude"]) == (pytest.approx(105.01371, abs=1e-4), pytest.approx(11.31, abs=0.01))


def test_a_commune_is_told_with_its_province(town):
    communes = L.layer(
        "Polygon",
        (("commune_code", "text"), ("name_en", "text")),
        [(L.box(-9e3, -9e3, 3e4), "070802", "Chum Kriel")],
        name="communes",
    )
    town.ask(POINT=at(1500, 500), ADMIN=town.file(communes, "communes"))
    (site,) = town.rows("sites")
    assert (site["admin_code"], site["admin_name"]) == ("070802", "Chum Kriel, Kampot")


def test_a_province_is_called_by_its_khmer_name_in_khmer(town, monkeypatch):
    from factory_locations.processing.sites import check

    provinces = L.layer(
        "Polygon",
        (("province_code", "text"), ("name_en", "text")),
        [(L.box(-9e3, -9e3, 3e4), "7", "Kampot")],
        name="provinces",
    )
    town.given["ADMIN"] = town.file(provinces, "provinces")
    town.ask(POINT=at(1500, 500))
    assert town.rows("sites")[0]["admin_name"] == "Kampot"
    monkeypatch.setattr(check, "interface_locale", lambda: "km")
    town.ask(POINT=at(1500, 500))
    assert town.rows("sites")[0]["admin_name"] == "កំពត"


def test_a_site_that_fails_and_its_evidence(town):
    result = town.ask(POINT=at(1200, 500))
    assert (result["VERDICT"], result["FAILS"]) == ("fail", 1)
    school = town.finding("S-SCHOOL")
    assert (school["verdict"], school["measured_m"], school["severity"]) == ("fail", ground(100), "violation")
    assert school["action"] == "Move it."
    lines = {row["rule_id"]: row for row in town.rows("evidence")}
    assert lines["S-SCHOOL"]["measured_m"] == ground(100)
    (site,) = town.rows("sites")
    assert (site["severity"], site["fails"]) == ("violation", 1)
    assert site["why"] == "Wat Bo school is 100 m away; the rule asks for at least 300 m."


def test_the_accuracy_of_the_place_counts(town):
    town.ask(POINT=at(1390, 500), ACCURACY=20)
    assert town.finding("S-SCHOOL")["verdict"] == "undecided"
    assert town.rows("sites")[0]["accuracy_m"] == 20


def test_the_size_counts_and_may_be_unknown(town):
    town.ask(POINT=at(1250, 500), SIZE=1)
    assert town.finding("S-SCHOOL")["verdict"] == "pass"
    town.ask(POINT=at(1250, 500), SIZE=4)
    assert (town.finding("S-SCHOOL")["verdict"], town.finding("S-SCHOOL")["reason"]) == ("no data", "no_size")


def test_a_site_is_new(town):
    town.ask(POINT=at(1300, -400), ZONING=None)
    assert (town.finding("S-NEW")["verdict"], town.finding("S-NEW")["measured_m"]) == ("fail", ground(360.56))


def test_the_nearest_of_each_kind_is_told_whether_asked_for_or_not(town):
    markets = points("markets", (1500, 800, "Phsar"), (1500, 900, "Other"))
    town.ask(POINT=at(1500, 500), ACTIVITY="1410", MARKETS=town.file(markets, "markets"))
    nearest = {row["class"] or row["role"]: row for row in town.rows("nearest")}
    assert set(nearest) == {"zoning", "protected", "school", "market", "intake", "factories"}
    assert (nearest["market"]["feature_name"], nearest["market"]["distance_m"]) == ("Phsar", ground(300))
    assert nearest["zoning"]["distance_m"] == 0
    assert nearest["protected"]["distance_m"] == ground(2400)
    assert nearest["factories"]["feature_id"] == "F1"
    shapes = dict(
        zip(
            (row["class"] or row["role"] for row in town.rows("nearest")),
            L.shapes(town.folder / "site.gpkg", "nearest"),
        )
    )
    assert shapes["market"].length == pytest.approx(300)
    assert shapes["zoning"] is None
    distances = [row["distance_m"] for row in town.rows("nearest")]
    assert distances == sorted(distances)


def test_rules_without_their_layer_are_no_data(town):
    result = town.ask(POINT=at(1500, 500), SCHOOLS=None, FACTORIES=None)
    answers = {row["rule_id"]: (row["verdict"], row["reason"]) for row in town.rows("findings")}
    assert answers["S-SCHOOL"] == answers["S-PAIR"] == ("no data", "no_layer")
    assert town.rows("sites")[0]["not_checked"] == 2
    assert result["VERDICT"] == "pass"  # of what was checked; what was not is counted, and said
    assert "Rules that were not checked, because no layer was given: 2." in town.run.feedback.text()


@pytest.mark.parametrize(
    ("x", "id_", "name", "others", "doubted"),
    [
        (1500, "F7", None, True, False),  # the same id at the same place: the factory itself
        (1500, "F7", "Chemical works", True, False),
        (1500, "F7", "Another", True, True),  # an id that was used again
        (1500, "N1", "  chemical WORKS", True, True),  # the same name at the same place
        (1500.4, "N1", "Chemical works", True, True),
        (1520, "F7", None, True, True),  # an id moves with its factory
        (1520, "N1", "Chemical works", False, False),  # a name may be another's
        (1500, "N1", "Another", False, False),
    ],
)
@pytest.mark.parametrize("drawn", ["Point", "Polygon"])
def test_a_site_of_the_register_is_not_held_against_itself(town, drawn, x, id_, name, others, doubted):
    """The register has the site already, as food works: its neighbour of the kind stands 130 m away."""
    fields = (*L.FACTORY_FIELDS, ("status", "text"))

    def shape(x, y):
        return L.point(x, y) if drawn == "Point" else L.box(x - 5, y - 5, 10)

    rows = [
        (shape(1500, 500), "F7", "Chemical works", "1074", 0.0, None, None, "projected"),
        (shape(1650, 500), "F8", "Noodles", "1074", 0.0, None, None, "functional"),
    ]
    register = town.file(L.layer(drawn, fields, rows, name="register"), "register")
    site = (L.point(x, 500), id_, name, "2011", "medium", 0.0)
    sites = L.layer("Point", SITE_FIELDS, [site], name="sites")
    town.ask(ACTIVITY=None, SITES=sites, FACTORIES=register)
    pair = town.finding("S-PAIR")
    assert (pair["feature_id"], pair["verdict"]) == ("F8" if others else "F7", "fail")
    (near,) = [row for row in town.rows("nearest") if row["role"] == "factories"]
    assert near["feature_id"] == pair["feature_id"]
    assert ("stands in the register already: factory F7" in town.run.feedback.text()) is doubted


def test_a_site_alone_in_the_register_has_no_neighbour(town):
    rows = [(L.point(1500, 500), "F7", "Chemical works", "1074", 0.0)]
    register = town.file(L.factories(rows), "alone")
    result = town.ask(POINT=at(1500, 500), NAME="F7", FACTORIES=register)
    assert (result["VERDICT"], town.finding("S-PAIR")["verdict"]) == ("pass", "pass")
    assert "factories" not in {row["role"] for row in town.rows("nearest")}


def test_a_place_in_degrees_is_the_same_place(town):
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsReferencedPointXY

    degrees = L.moved(L.layer("Point", (), [(L.point(1200, 500),)]), "EPSG:4326")
    (feature,) = degrees.getFeatures()
    xy = feature.geometry().asPoint()
    place = QgsReferencedPointXY(QgsPointXY(xy), QgsCoordinateReferenceSystem("EPSG:4326"))
    town.ask(POINT=place)
    assert town.finding("S-SCHOOL")["measured_m"] == ground(100)


# --- many sites ------------------------------------------------------------------------------------------------------


def test_a_layer_of_sites(town):
    sites = L.layer(
        "Point",
        SITE_FIELDS,
        [
            (L.point(1500, 500), "A", "Good", "2011", "medium", 0.0),
            (L.point(1200, 500), "B", "Near", "2011", "Medium", 0.0),
            (L.point(500, 500), "C", "In town", "1410", "small", 0.0),
            (L.point(1500, 500), "D", "Nonsense", "9999", "small", 0.0),
            (None, "E", "Nowhere", "1410", "small", 0.0),
        ],
        name="sites",
    )
    result = town.ask(ACTIVITY=None, SITES=sites, ALTERNATIVES=0)
    verdicts = {row["factory_id"]: row["verdict"] for row in town.rows("sites")}
    assert verdicts == {"A": "pass", "B": "fail", "C": "fail", "D": "no data", "E": "no data"}
    assert (result["FAILS"], result["NO_DATA"], result["VERDICT"]) == (2, 2, "fail")


def test_sites_without_an_id_and_with_the_same_id(town):
    rows = [(L.point(1700, 500), "A", "2011"), (L.point(1200, 500), "A", "2011"), (L.point(500, 500), None, "2011")]
    sites = L.layer("Point", (("site_id", "text"), ("isic", "text")), rows, name="sites")
    result = town.ask(ACTIVITY=None, SITES=sites, OUTPUT=None, ALTERNATIVES=1)
    found = {site["id"]: site for site in json.loads(result["RESULT"])["sites"]}
    verdicts = {id_: site["verdict"] for id_, site in found.items()}
    assert verdicts == {"A (1)": "pass", "A (2)": "no data", "site 3": "fail"}
    assert all(len(site["findings"]) == 5 for site in found.values())
    assert {id_: len(site["alternatives"]) for id_, site in found.items()} == {"A (1)": 0, "A (2)": 0, "site 3": 1}


def test_premises_drawn_as_polygons(town):
    sites = L.layer(
        "Polygon",
        SITE_FIELDS,
        [
            (L.box(1450, 450, 100), "A", "Inside", "2011", "medium", None),
            (L.box(950, 650, 100), "B", "Over the border", "2011", "small", None),
        ],
        name="sites",
    )
    town.ask(ACTIVITY=None, SITES=sites)
    verdicts = {row["factory_id"]: row["verdict"] for row in town.rows("sites")}
    assert verdicts == {"A": "pass", "B": "fail"}
    offered = town.rows("alternatives")
    assert offered
    assert {row["factory_id"] for row in offered} == {"B"}
    assert offered[0]["around_m"] == pytest.approx(70.7, abs=0.1)  # its ground must fit in


def test_sites_get_the_verdicts_that_check_locations_gives(town):
    import numpy as np

    random = np.random.default_rng(5)
    rows = []
    for i in range(60):
        x, y = (float(value) for value in random.uniform(-300, 5500, 2).round(1))
        isic, size = str(random.choice(["2011", "1410", "2410"])), str(random.choice(["small", "medium"]))
        rows.append((L.point(x, y * 0.7), f"N{i:02}", f"Site {i}", isic, size, float(random.choice([0, 30, 200]))))
    town.ask(ACTIVITY=None, SITES=L.layer("Point", SITE_FIELDS, rows, name="sites"), ALTERNATIVES=0)
    assessed = {(r["factory_id"], r["rule_id"]): (r["verdict"], r["reason"]) for r in town.rows("findings")}
    checked = check(town, rows)
    assert len(assessed) > 150
    assert {key: checked[key] for key in assessed} == assessed


def check(desk, rows):
    """Return what `check_locations` says of the same places, beside the factory that stands there already."""
    fields = (*L.FACTORY_FIELDS, ("size_class", "text"), ("status", "text"))
    register = [(L.point(1900, 900), "F1", "Noodles", "1074", 5.0, None, None, None, "functional")]
    for shape, id_, name, isic, size, metres in rows:  # none of a kind that another has to keep away from
        register.append((shape, id_, name, isic, metres, None, None, size, "projected"))
    given = {k: v for k, v in desk.given.items() if k not in ("ACTIVITY", "SIZE", "ADMIN", "FACTORIES")}
    layer = L.layer("Point", fields, register, name="register")
    output = str(desk.folder / "check.gpkg")
    desk.run("check_locations", {**given, "FACTORIES": layer, "OUTPUT": output, "ALL_ROWS": True})
    answers = {(r["factory_id"], r["rule_id"]): (r["verdict"], r["reason"]) for r in L.rows(output, "findings")}
    summary = {(r["factory_id"], "all"): (r["verdict"], r["severity"]) for r in L.rows(output, "factory_summary")}
    return {**answers, **summary}


# --- other places ----------------------------------------------------------------------------------------------------


def test_other_places_are_offered_nearest_first_and_pass_the_whole_check(town):
    result = town.ask(POINT=at(900, 500))
    offered = town.rows("alternatives")
    assert result["OFFERED"] == len(offered) == 3
    assert [(row["place_id"], row["kind"], row["verdict"]) for row in offered] == [
        ("Z2", "zone", "pass"),
        ("Z4", "zone", "pass"),
        ("Z3", "zone", "fail"),
    ]
    assert offered[0]["name"] == "IND (Works)"
    assert "With a wall." in offered[1]["remaining"]
    assert "S-PROT" in offered[2]["remaining"]  # in the wetland: to be assessed, so it comes last
    shapes = L.shapes(town.folder / "site.gpkg", "alternatives")
    place = shapes[0]
    # Nothing nearer can do: 300 m from the school and 50 m of ground around it, inside the works.
    school = (L.X0 + 1100, L.Y0 + 500)
    assert ((place.x - school[0]) ** 2 + (place.y - school[1]) ** 2) ** 0.5 >= 350
    assert offered[0]["distance_m"] == pytest.approx(
        ((place.x - L.X0 - 900) ** 2 + (place.y - L.Y0 - 500) ** 2) ** 0.5 / SCALE, abs=0.2
    )
    answers = check(town, [(shape.wkt, f"P{i}", "P", "2011", "medium", 0.0) for i, shape in enumerate(shapes)])
    assert [answers[f"P{i}", "all"][0] for i in range(3)] == ["pass", "pass", "fail"]
    assert answers["P2", "all"][1] == "assessment"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_offered_passes_check_locations(desk, seed):
    """Random towns: what is offered as passing passes, what is offered at all breaks no prohibition."""
    import numpy as np

    random = np.random.default_rng(seed)
    zones = [
        (L.box(1000.0 * i, 1000.0 * j, 1000), f"Z{i}{j}", str(random.choice(["RES", "IND", "CON"])), None, 2020)
        for i in range(6)
        for j in range(6)
    ]
    schools = [(*(float(v) for v in random.uniform(0, 6000, 2)), f"S{i}") for i in range(25)]
    wet = [(L.box(*(float(v) for v in random.uniform(0, 5000, 2)), 900), "Wet", 2013) for _ in range(4)]
    desk.given.update(
        ZONING=desk.file(L.zoning(zones), "zoning"),
        SCHOOLS=desk.file(points("schools", *schools), "schools"),
        WATER_INTAKES=desk.file(points("intakes", (3000, 3000, "I")), "intakes"),
        PROTECTED=desk.file(L.layer("Polygon", NAMED, wet, name="protected"), "protected"),
        FACTORIES=desk.file(L.factories([(L.point(1900, 900), "F1", "Noodles", "1074", 5.0)]), "factories"),
        PARKS=desk.file(L.parks([(L.box(5000, 5000, 800), "P1", "Park", 2020)]), "parks"),
    )
    for place in random.uniform(0, 6000, (3, 2)):
        desk.ask(POINT=at(*place.round(1).tolist()), ALTERNATIVES=6)
        offered = desk.rows("alternatives")
        shapes = L.shapes(desk.folder / "site.gpkg", "alternatives")
        if desk.rows("sites")[0]["verdict"] != "fail":
            assert offered == []
        if not offered:
            continue
        answers = check(desk, [(shape.wkt, f"P{i}", "P", "2011", "medium", 0.0) for i, shape in enumerate(shapes)])
        for i, row in enumerate(offered):
            verdict, severity = answers[f"P{i}", "all"]
            assert verdict == row["verdict"]
            assert severity != "violation"
        grades = [row["verdict"] != "pass" for row in offered]
        assert grades == sorted(grades)
        assert [row["rank"] for row in offered] == list(range(1, len(offered) + 1))


def parks_with(desk, *rows):
    return desk.file(L.layer("MultiPolygon", PARK_FIELDS, rows, name="parks"), "parks")


def test_parks_come_first_and_full_ones_not_at_all(town):
    parks = parks_with(
        town,
        (L.box(0, 6000, 1000), "FULL", "Full park", 2020, 100.0),
        (L.box(0, 8000, 1000), "ROOM", "Roomy park", 2020, 100.0),
        (L.box(2000, 6000, 1000), "DARK", "Unmeasured park", 2020, None),
        (L.box(2000, 8000, 60), "THIN", "Thin park", 2020, 100.0),
    )
    register = L.layer(
        "Point",
        REGISTER_FIELDS,
        [
            (L.point(500, 6500), "F1", "Mill", "1410", 5.0, None, None, 60.0),
            (L.point(9000, 6500), "F2", "Mill", "1410", 5.0, None, "Full Park", 40.0),
            (L.point(500, 8100), "F3", "Mill", "1410", 5.0, None, "ROOM", 25.5),
        ],
        name="register",
    )
    zones = [*ZONES, *((L.box(-1000, 5500, 5000), f"Z{i}", "IND", "Parks", 2020) for i in (9,))]
    zoning = town.file(L.zoning(zones), "more")
    town.ask(POINT=at(500, 500), ACTIVITY="1410", PARKS=parks, FACTORIES=town.file(register, "reg"), ZONING=zoning)
    offered = town.rows("alternatives")
    assert [(row["kind"], row["place_id"]) for row in offered[:3]] == [
        ("park", "DARK"),  # the nearer of the two
        ("park with room", "ROOM"),
        ("zone", "Z2"),
    ]
    assert (offered[0]["room_ha"], offered[0]["room"]) == (None, "room not known")
    assert (offered[1]["room_ha"], offered[1]["room"]) == (74.5, "room 74.5 ha; factories there: 1")
    assert "FULL" not in {row["place_id"] for row in offered}
    assert offered[0]["tried"] >= offered[0]["passing"] > 0


def test_parks_that_are_not_saved_yet_have_their_own_room(town):
    from qgis.core import QgsFeature, QgsGeometry

    rows = [(L.box(x, 6000, 900), f"P{x}", f"Park {x}", 2020, 100.0 + x / 1000) for x in (1000, 2000)]
    parks = L.layer("MultiPolygon", PARK_FIELDS, rows, name="parks")
    parks.startEditing()
    for x in (3000, 4000):
        feature = QgsFeature(parks.fields())
        feature.setGeometry(QgsGeometry.fromWkt(L.box(x, 6000, 900)))
        feature.setAttributes([f"P{x}", f"Park {x}", 2020, 100.0 + x / 1000])
        assert parks.addFeature(feature)
    zoning = town.file(L.zoning([*ZONES, (L.box(-1000, 5500, 9000), "Z9", "IND", "Parks", 2020)]), "more")
    town.ask(POINT=at(500, 500), ACTIVITY="1410", PARKS=parks, ZONING=zoning, ALTERNATIVES=9)
    rooms = {row["place_id"]: row["room_ha"] for row in town.rows("alternatives") if row["room_ha"]}
    assert rooms == {"P1000": 101, "P2000": 102, "P3000": 103, "P4000": 104}


def test_no_more_than_asked_for(town):
    assert town.ask(POINT=at(900, 500), ALTERNATIVES=1)["OFFERED"] == 1
    assert town.ask(POINT=at(900, 500), ALTERNATIVES=0)["OFFERED"] == 0


def test_where_nothing_can_be_offered_it_is_said(town):
    town.ask(POINT=at(900, 500), ACTIVITY="2410")
    assert town.rows("alternatives") == []
    assert "none of the places tried" in town.run.feedback.text()
    town.ask(POINT=at(1200, 500), ZONING=None)
    assert "without a zoning or parks layer" in town.run.feedback.text()


# --- what comes out --------------------------------------------------------------------------------------------------


def test_json_and_page_say_the_same(town, root):
    import jsonschema

    name = "<b>Sok & Sons</b>"
    town.ask(
        POINT=at(900, 500),
        NAME=name,
        SUMMARY=str(town.folder / "site.json"),
        OUTPUT_HTML=str(town.folder / "site.html"),
    )
    document = json.loads((town.folder / "site.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads((root / "data" / "schemas" / "site.json").read_text(encoding="utf-8")))
    (site,) = document["sites"]
    assert (site["name"], site["verdict"], len(site["alternatives"])) == (name, "fail", 3)
    assert {row["rule_id"] for row in site["findings"]} == {"S-ZONE", "S-SCHOOL", "S-PROT", "S-PAIR", "S-NEW"}
    assert all(layer["sha256"] for layer in document["provenance"]["layers"] if layer["source"])
    page = (town.folder / "site.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Sok &amp; Sons&lt;/b&gt;" in page
    assert name not in page
    for said in (html.escape(site["why"]), "Every rule", "Wat Bo school", "Other places, checked by the same rules"):
        assert said in page


def test_the_result_without_any_file(town):
    result = town.ask(POINT=at(1200, 500), OUTPUT=None)
    document = json.loads(result["RESULT"])
    assert document["sites"][0]["verdict"] == "fail"
    assert "OUTPUT" not in result
    assert not (town.folder / "site.gpkg").exists()


def test_the_log_is_in_plain_sentences(town):
    town.ask(POINT=at(1200, 500), NAME="Application 7")
    log = "\n".join(town.run.feedback.info)
    assert "Application 7: fail (Violation); IND, District, Province. Wat Bo school is 100 m away" in log
    assert "S-SCHOOL  fail: Wat Bo school is 100 m away; the rule asks for at least 300 m." in log


def test_tables_open_styled(town):
    from qgis.core import QgsVectorLayer

    result = town.ask(POINT=at(900, 500))
    for name in ("SITES_LAYER", "FINDINGS", "EVIDENCE", "NEAREST", "ALTERNATIVES_LAYER"):
        layer = QgsVectorLayer(result[name], name, "ogr")
        assert layer.isValid()
        assert layer.featureCount() > 0
        assert layer.labelsEnabled(), name
        del layer


def test_khmer(town, qgis_app):
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.PyQt.QtCore import QCoreApplication

    translator = install_translator("km")
    try:
        town.ask(POINT=at(1200, 500), OUTPUT_HTML=str(town.folder / "site.html"))
        page = (town.folder / "site.html").read_text(encoding="utf-8")
        assert "មិនអនុលោម" in page
        assert "Every rule" not in page
    finally:
        QCoreApplication.removeTranslator(translator)


# --- what goes wrong -------------------------------------------------------------------------------------------------


def test_bad_questions_are_refused_in_a_sentence(town):
    assert "not both, not neither" in town.refused()
    sites = L.layer("Point", SITE_FIELDS, [(L.point(1, 1), "A", "A", "2011", "small", 0.0)])
    assert "not both, not neither" in town.refused(POINT=at(1, 1), SITES=sites)
    nameless = L.layer("Point", (("what", "text"),), [(L.point(1, 1), "2011")], name="nameless")
    assert "Say which field of layer “nameless”" in town.refused(SITES=nameless)
    assert "“9999” is not an ISIC Rev. 4 code" in town.refused(POINT=at(1500, 500), ACTIVITY="9999")
    assert "Say what the factory would make" in town.refused(POINT=at(1500, 500), ACTIVITY="")
    assert "ends in .gpkg" in town.refused(POINT=at(1500, 500), OUTPUT=str(town.folder / "a.shp"))
    assert "ends in .html" in town.refused(POINT=at(1500, 500), OUTPUT_HTML=str(town.folder / "a.pdf"))
    layers = ("ZONING", "SCHOOLS", "WATER_INTAKES", "PROTECTED", "FACTORIES", "ADMIN")
    assert "nothing to check against" in town.refused(POINT=at(1500, 500), **dict.fromkeys(layers))
    assert "no-such.yaml" in town.refused(POINT=at(1500, 500), RULES=str(town.folder / "no-such.yaml"))
    assert "in degrees" in town.refused(POINT=at(1500, 500), CRS="EPSG:4326")
    assert "no layer or file" in town.refused(POINT=at(1500, 500), MARKETS=str(town.folder / "none.gpkg"))


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("11.55,104.9 [EPSG:4326]", "Were the two numbers swapped?"),
        ("492000,1277000 [EPSG:4326]", "look like metres"),
        ("104.9,11.55 [EPSG:32648]", "look like degrees"),
        ("104.9,11.55", "The CRS of the point"),
        ("2.35,48.85 [EPSG:4326]", "outside of the area of the working CRS"),
        ("12.0,104.0 [EPSG:4326]", "swapped"),
        ("-70,12 [EPSG:4326]", "outside of the area of the working CRS"),
    ],
)
def test_a_point_that_cannot_be_meant(town, point, said):
    assert said in town.refused(POINT=point)


def test_a_site_outside_of_the_area_has_no_place(town):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    good = [(L.point(1500 + i, 500), f"A{i}", "A", "2011", "small", 0.0) for i in range(3)]
    far = L.moved(L.layer("Point", SITE_FIELDS, good), "EPSG:4326")
    feature = QgsFeature(far.fields())
    feature.setAttributes(["B", "Paris", "2011", "small", 0.0])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(2.35, 48.85)))
    far.dataProvider().addFeatures([feature])
    town.ask(ACTIVITY=None, SITES=far)
    rows = {row["factory_id"]: row for row in town.rows("sites")}
    assert (rows["A0"]["verdict"], rows["B"]["verdict"]) == ("pass", "no data")
    assert "outside of the area" in rows["B"]["why"]


def test_whole_outputs_or_none(town):
    nowhere = town.folder / "missing" / "site.html"
    assert "does not exist" in town.refused(POINT=at(900, 500), OUTPUT_HTML=str(nowhere))


def test_inputs_are_never_replaced(town):
    assert "inputs are never overwritten" in town.refused(POINT=at(900, 500), SUMMARY=town.given["RULES"])
    schools = town.given["SCHOOLS"].split("|")[0]
    assert "inputs are never overwritten" in town.refused(POINT=at(900, 500), OUTPUT=schools)
    page = str(town.folder / "one.html")
    assert "two files" in town.refused(POINT=at(900, 500), SUMMARY=page, OUTPUT_HTML=page)


def test_cancel_leaves_nothing(town):
    from factory_locations.tests.conftest import _feedback_class
    from qgis.core import QgsProcessingException

    for stop in (3, 45, 70, 96):
        feedback = _feedback_class()()
        feedback.progressChanged.connect(lambda share, stop=stop, it=feedback: it.cancel() if share >= stop else None)
        with pytest.raises(QgsProcessingException, match="Nothing was written"):
            town.run(
                "assess_site",
                {**town.given, "POINT": at(900, 500), "OUTPUT": str(town.folder / "site.gpkg")},
                feedback=feedback,
            )
        assert not list(town.folder.glob("*site*.gpkg"))


# --- through other doors ---------------------------------------------------------------------------------------------


def test_in_a_model(town):
    from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    model = QgsProcessingModelAlgorithm("site", "test")
    child = QgsProcessingModelChildAlgorithm("factory:assess_site")
    child.setChildId("site")
    for name, value in {**town.given, "POINT": at(1200, 500), "OUTPUT": str(town.folder / "site.gpkg")}.items():
        child.addParameterSources(name, [Source.fromStaticValue(value)])
    model.addChildAlgorithm(child)
    context = town.run("native:buffer", {"INPUT": points("p", (0, 0, "x")), "OUTPUT": "memory:"}) and town.run.context
    _, fine = model.run({}, context, town.run.feedback)
    assert fine, town.run.feedback.text()
    assert town.rows("sites")[0]["verdict"] == "fail"


def test_the_real_program(qgis_process, town):
    output = town.folder / "real.gpkg"
    arguments = [f"--{name}={value}" for name, value in town.given.items()]
    done = qgis_process(
        "run", "factory:assess_site", *arguments, f"--POINT={at(900, 500)}", f"--OUTPUT={output}",
        f"--OUTPUT_HTML={town.folder / 'real.html'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "does not permit activity 2011" in done.stdout + done.stderr
    assert L.rows(output, "sites")[0]["verdict"] == "fail"
    assert len(L.rows(output, "alternatives")) == 3
    assert (town.folder / "real.html").stat().st_size > 1000


def test_a_layer_that_no_rule_is_about_is_told_in_the_log_and_on_the_page(town):
    """Silence of the pack about a protected area must not read as compliance with it."""
    from factory_locations.processing.paths import DEFAULT_PACK

    page = town.folder / "site.html"
    town.ask(POINT=at(1500, 500), RULES=str(DEFAULT_PACK), ACTIVITY="1410", OUTPUT_HTML=str(page))
    told = "No rule of pack kh-zoning-parks is about receptors: not used: schools."
    assert told in town.run.feedback.text()
    assert told in page.read_text(encoding="utf-8")


def test_a_pass_says_what_it_is_of(town):
    page = town.folder / "site.html"
    town.ask(POINT=at(1500, 500), SCHOOLS=None, FACTORIES=None, OUTPUT_HTML=str(page))
    asked = len(town.rows("findings"))
    assert f"the {asked - 2} of {asked} rules that could be checked" in page.read_text(encoding="utf-8")


def test_units_without_a_known_field(town):
    from factory_locations.tests import layers

    units = layers.layer("Polygon", (("shapeISO", "text"),), [(L.box(0, 0, 9000), "KH-1")], name="adm1")
    said = town.refused(POINT=at(1500, 500), ADMIN=units)
    assert "holds the code or the name of a unit (ADMIN_CODE_FIELD, ADMIN_NAME_FIELD). It has: shapeISO." in said
    town.ask(POINT=at(1500, 500), ADMIN=units, ADMIN_CODE_FIELD="shapeISO")
    assert town.rows("sites")[0]["admin_code"] == "KH-1"


# --- the certificate -------------------------------------------------------------------------------------------------


def pages(path):
    """Return how many pages a PDF has."""
    import re

    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", content))


def test_lines_of_the_result_lead_from_the_site_to_what_was_measured(town):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    document = json.loads(town.ask(POINT=at(1200, 500), OUTPUT=None)["RESULT"])
    (site,) = document["sites"]
    (school,) = [row for row in site["findings"] if row["rule_id"] == "S-SCHOOL"]
    degrees, metric = (QgsCoordinateReferenceSystem(code) for code in ("EPSG:4326", "EPSG:32648"))
    transform = QgsCoordinateTransform(degrees, metric, QgsProject.instance())
    ends = [transform.transform(QgsPointXY(*end)) for end in school["line"]]
    assert [(end.x() - L.X0, end.y() - L.Y0) for end in ends] == [
        (pytest.approx(1200, abs=0.05), pytest.approx(500, abs=0.05)),
        (pytest.approx(1100, abs=0.05), pytest.approx(500, abs=0.05)),
    ]
    (zone,) = [row for row in site["findings"] if row["rule_id"] == "S-ZONE"]
    assert zone["line"] is None


def test_the_way_out_of_a_zone_is_a_line_of_the_result_and_no_evidence(town):
    """Among homes, 100 m from the works beside them."""
    document = json.loads(town.ask(POINT=at(900, 500), OUTPUT=None)["RESULT"])
    (zone,) = [row for row in document["sites"][0]["findings"] if row["rule_id"] == "S-ZONE"]
    (west, south), (east, north) = zone["line"]
    assert zone["reason"] == "prohibited"
    assert (east - west) * 111_320 * 0.98 == pytest.approx(100, rel=0.02)
    assert north == pytest.approx(south, abs=1e-5)
    town.ask(POINT=at(900, 500))
    assert "S-ZONE" not in {row["rule_id"] for row in town.rows("evidence")}


def test_an_old_boundary_is_to_be_verified(town):
    """The protected area is of 2013: within it nothing is sure before the boundary was verified."""
    document = json.loads(town.ask(POINT=at(4500, 500), OUTPUT=None)["RESULT"])
    verify = {row["rule_id"]: row["verify"] for row in document["sites"][0]["findings"]}
    assert verify["S-PROT"] == "verify: boundary dated 2013"
    assert verify["S-PAIR"] is None


def test_certificate_of_one_page_with_the_number_of_the_application(town, root):
    import jsonschema

    certificate = town.folder / "own.pdf"
    town.ask(
        POINT=at(1200, 500),
        NAME="Sok & Sons",
        REFERENCE="APP-17",
        HOW_KNOWN="land survey",
        OUTPUT_PDF=str(certificate),
        OUTPUT_HTML=str(town.folder / "own.html"),
        SUMMARY=str(town.folder / "own.json"),
    )
    assert pages(certificate) == 1
    document = json.loads((town.folder / "own.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads((root / "data" / "schemas" / "site.json").read_text(encoding="utf-8")))
    assert document["reference"] == "APP-17"
    assert document["how_known"] == "land survey"
    assert "APP-17" in (town.folder / "own.html").read_text(encoding="utf-8")


def test_what_the_certificate_says(town):
    from factory_locations.processing.reports.site_certificate import certificate_html

    document = json.loads(town.ask(POINT=at(1200, 500), NAME="<i>Sok</i>", REFERENCE="17", OUTPUT=None)["RESULT"])
    told = certificate_html(document["sites"][0], document)
    assert "&lt;i&gt;Sok&lt;/i&gt;" in told
    assert "<i>" not in told
    for said in ("Breaks a rule", "Wat Bo school is 100 m away", "Move it.", "Rules that are kept: 4", "S-ZONE"):
        assert said in told


def test_the_certificate_says_where_the_accuracy_comes_from(town):
    """And invents no digits of the coordinate."""
    from factory_locations.processing.reports.site_certificate import certificate_html
    from factory_locations.processing.reports.site_page import page

    given = {"POINT": "104.533,11.423 [EPSG:4326]", "OUTPUT": None}
    told = "not stated: as for a GPS or phone on site"
    document = json.loads(town.ask(**given, ACCURACY=4.9, HOW_KNOWN=told)["RESULT"])
    for text in (certificate_html(document["sites"][0], document), page(document)):
        assert f"m ({told})" in text
        assert "11.423, 104.533 (WGS 84)" in text
    document = json.loads(town.ask(**given, HOW_KNOWN="land survey")["RESULT"])
    assert "taken as exact (land survey)" in certificate_html(document["sites"][0], document)
    document = json.loads(town.ask(**given)["RESULT"])
    assert "how_known" not in document


def test_the_certificate_of_a_place_abroad_says_so_first(town):
    from factory_locations.processing.reports.site_certificate import certificate_html

    document = json.loads(town.ask(POINT="103.5,9.5 [EPSG:4326]", OUTPUT=None)["RESULT"])
    told = certificate_html(document["sites"][0], document)
    sentence = "This place is outside Cambodia: 110 km from the border or the coast."
    assert told.index("Outside Cambodia") < told.index(sentence) < told.index("Rules checked")
    assert told.count(sentence) == 1
    assert sentence in document["notes"]


def test_the_outline_alone_makes_no_place_abroad(town):
    """It lacks the outermost islands: Koh Tang is of Preah Sihanouk."""
    from factory_locations.processing.sites.words import abroad_km

    site = {"longitude": 103.13, "latitude": 10.3, "admin_code": "1801", "admin_name": None}
    assert abroad_km(site, {"admin"}) == 0
    assert abroad_km({**site, "admin_code": None}, {"zoning"}) == 0
    assert abroad_km({**site, "admin_code": None}, {"admin"}) == pytest.approx(34, abs=1)


OF_THE_REGISTER = (*L.FACTORY_FIELDS, ("name_km", "text"), ("licence_no", "text"))


def registered(town):
    """Ask for the certificates of factories that stand in the register, as the panel does; return the result."""
    rows = [
        (L.point(1200, 500), "F7", "Fish works", "1020", 0.0, None, None, "រោងចក្រត្រី", "L-2007-7"),
        (L.point(1500, 500), "F8", "Noodles", "1074", 0.0, None, None, None, None),
    ]
    register = town.file(L.layer("Point", OF_THE_REGISTER, rows, name="register"), "register")
    fields = {"SITE_ID_FIELD": "factory_id", "SITE_NAME_FIELD": "name_en", "SITE_ACTIVITY_FIELD": "isic"}
    return json.loads(
        town.ask(ACTIVITY=None, SITES=register, FACTORIES=register, ALTERNATIVES=0, OUTPUT=None, **fields)["RESULT"]
    )


def test_the_certificate_of_a_factory_says_which_it_is_and_does_not_doubt_it(town, root):
    import jsonschema
    from factory_locations.processing.reports.site_certificate import certificate_html
    from factory_locations.processing.reports.site_page import page

    document = registered(town)
    jsonschema.validate(document, json.loads((root / "data" / "schemas" / "site.json").read_text(encoding="utf-8")))
    first, second = (certificate_html(site, document) for site in document["sites"])
    for told in (first, page(document)):
        assert "in the register already" not in told
        for said in ("Fish works", "Factory id", "F7", "Licence number", "L-2007-7"):
            assert said in told
    assert "F8" in second
    assert "Licence number" not in second


def test_a_proposed_site_has_no_factory_id_on_its_certificate(town):
    from factory_locations.processing.reports.site_certificate import certificate_html

    document = json.loads(town.ask(POINT=at(1200, 500), NAME="Sok", OUTPUT=None)["RESULT"])
    assert "Factory id" not in certificate_html(document["sites"][0], document)


def test_a_khmer_certificate_has_the_khmer_name_activity_and_zone(town):
    from factory_locations.processing import i18n
    from factory_locations.processing.reports.site_certificate import certificate_html
    from factory_locations.processing.reports.site_page import page
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.PyQt.QtCore import QCoreApplication

    (town.folder / "test-site.yaml").write_text(PACK.replace("en: Industry", "en: Industry, km: ឧស្សាហកម្ម"), "utf-8")
    translator = install_translator("km")
    i18n.speak("km")
    try:
        document = registered(town)
        first, second = (certificate_html(site, document) for site in document["sites"])
        for told in (first, page(document)):
            assert "រោងចក្រត្រី" in told
            assert "1020 (ការកែច្នៃ និងរក្សាទុកត្រី" in told
            assert "IND ឧស្សាហកម្ម" in told
        assert "Fish works" not in first
        assert "Noodles" in second, "a factory without a Khmer name"
        assert "1074 (ការផលិតម៉ាការ៉ូនី មី គុយទាវ" in second
    finally:
        i18n.speak_no_more()
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(
    ("given", "shown"),
    [("{en: Nowhere, km: ឯកសារសាកល្បង}", "ឯកសារសាកល្បង"), ("Nowhere", "Nowhere")],
    ids=["in Khmer", "in English where there is no Khmer"],
)
def test_a_khmer_certificate_cites(town, root, given, shown):
    import jsonschema
    from factory_locations.processing import i18n
    from factory_locations.processing.reports.site_certificate import certificate_html
    from factory_locations.processing.reports.site_page import page
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.PyQt.QtCore import QCoreApplication

    (town.folder / "test-site.yaml").write_text(PACK.replace("citation: Nowhere", f"citation: {given}"), "utf-8")
    translator = install_translator("km")
    i18n.speak("km")
    try:
        document = json.loads(town.ask(POINT=at(1200, 500), OUTPUT=None)["RESULT"])
        site = document["sites"][0]
        for told in (certificate_html(site, document), page(document)):
            assert shown in told
            assert shown == "Nowhere" or "Nowhere" not in told
    finally:
        i18n.speak_no_more()
        QCoreApplication.removeTranslator(translator)
    assert {row["citation"] for row in site["findings"]} == {shown}
    jsonschema.validate(document, json.loads((root / "data" / "schemas" / "site.json").read_text(encoding="utf-8")))
    english = json.loads(town.ask(POINT=at(1200, 500), OUTPUT=None)["RESULT"])
    assert english["provenance"]["pack"]["citation"] == "Nowhere"
    assert {row["citation"] for row in english["sites"][0]["findings"]} == {"Nowhere"}


def test_a_khmer_certificate_has_the_khmer_name_of_the_unit(town):
    from factory_locations.processing import i18n

    fields = (("code", "text"), ("name_en", "text"), ("name_km", "text"))
    rows = [(L.box(-9e3, -9e3, 3e4), "23", "Kep", "កែប"), (L.box(-100, -100, 5000), "2301", "District", None)]
    town.given["ADMIN"] = town.file(L.layer("Polygon", fields, rows, name="units"), "units")

    def unit():
        (site,) = json.loads(town.ask(POINT=at(1500, 500), OUTPUT=None)["RESULT"])["sites"]
        return site["admin_name"]

    assert unit() == "District, Kep"
    i18n.speak("km")
    try:
        assert unit() == "District, កែប"
    finally:
        i18n.speak_no_more()


def test_a_certificate_for_each_site(town):
    sites = L.layer(
        "Point",
        (("site_id", "text"), ("isic", "text")),
        [(L.point(900, 500), "A", "2011"), (L.point(1500, 500), "B", "1074"), (L.point(1200, 500), "C", "2011")],
        name="applications",
    )
    town.ask(ACTIVITY=None, SITES=sites, OUTPUT_PDF=str(town.folder / "all.pdf"))
    assert pages(town.folder / "all.pdf") == 3


def test_a_certificate_needs_a_name_of_its_kind(town):
    assert ".pdf" in town.refused(POINT=at(900, 500), OUTPUT_PDF=str(town.folder / "own.doc"))
    assert "does not exist" in town.refused(POINT=at(900, 500), OUTPUT_PDF=str(town.folder / "missing" / "own.pdf"))


# --- what stands already ---------------------------------------------------------------------------------------------

PARK_RULES = """\
  - id: S-DECLARED
    title: {en: Stands in the park it declares}
    test: inside declared park
    semantics: assess
  - id: S-PARK
    title: {en: Declares its park}
    test: declares its park
    semantics: assess
"""
AS_SITES = {"SITE_ID_FIELD": "factory_id", "SITE_NAME_FIELD": "name_en", "ACTIVITY": None, "ALTERNATIVES": 0}


@pytest.fixture
def parked(town):
    """The town with a park around its works, and rules about parks."""
    (town.folder / "test-site.yaml").write_text(PACK + PARK_RULES, encoding="utf-8")
    town.given["PARKS"] = parks_with(town, (L.box(1300, 0, 700), "P1", "Works park", 2020, 49.0))
    return town


def verdicts(desk, rule):
    rows = (row for row in desk.rows("findings") if row["rule_id"] == rule)
    return {row["factory_id"]: (row["verdict"], row["reason"]) for row in rows}


def test_a_factory_of_the_register_is_asked_for_its_park_and_a_new_place_is_not(parked):
    rows = [
        (L.point(1500, 300), "F7", "Silent", "1410", 0.0, None, None),
        (L.point(1500, 500), "F8", "True", "1410", 0.0, None, "P1"),
        (L.point(2700, 500), "F9", "Outside", "1410", 0.0, None, "works park"),
    ]
    register = parked.file(L.factories(rows), "register")
    new = [(L.point(1500, 310), "N1", "Silent"), (L.point(2700, 510), "N2", "Outside")]
    moved = [(shape, id_, name, "1410", 0.0, None, park) for (shape, id_, name), park in zip(new, (None, "P1"))]
    parked.ask(SITES=L.factories([*rows, *moved]), FACTORIES=register, **AS_SITES)
    far = ("fail", "outside_declared")
    assert verdicts(parked, "S-DECLARED") == {"F8": ("pass", "inside_declared"), "F9": far, "N2": far}
    assert verdicts(parked, "S-PARK") == {"F7": ("fail", "undeclared"), "N1": ("pass", "inside")}


def test_the_declared_park_of_a_site_may_have_any_field(parked):
    sites = L.layer("Point", (("isic", "text"), ("sez", "text")), [(L.point(2700, 500), "1410", "P1")], name="sites")
    parked.ask(SITES=sites, ACTIVITY=None, ALTERNATIVES=0, SITE_PARK_FIELD="sez")
    assert verdicts(parked, "S-DECLARED") == {"site 1": ("fail", "outside_declared")}
    parked.ask(SITES=sites, ACTIVITY=None, ALTERNATIVES=0)
    assert verdicts(parked, "S-DECLARED") == {}


def test_a_factory_of_the_register_is_new_or_not_as_its_status_says(town):
    fields = (*L.FACTORY_FIELDS, ("status", "text"))
    statuses = {"F7": "functional", "F8": "projected", "F9": None}
    rows = [
        (L.point(1000, -300 - i), id_, id_, "1410", 0.0, None, None, status)
        for i, (id_, status) in enumerate(statuses.items())
    ]
    register = town.file(L.layer("Point", fields, rows, name="register"), "register")
    new = (L.point(1000, -290), "N1", "N1", "1410", 0.0, None, None, "functional")
    town.ask(SITES=L.layer("Point", fields, [*rows, new], name="sites"), FACTORIES=register, **AS_SITES)
    found = {id_: verdict for id_, (verdict, _reason) in verdicts(town, "S-NEW").items()}
    assert found == {"F8": "fail", "F9": "no data", "N1": "fail"}


@pytest.mark.parametrize(
    ("method", "usual", "verdict"), [("gps", 0.0, "undecided"), (None, 30.0, "undecided"), (None, 0.0, "pass")]
)
def test_accuracies_follow_from_the_method_as_in_the_check(town, method, usual, verdict):
    """Two metres farther than the rule asks: a site, and beside it a factory, of which no accuracy is stated."""
    fields = (*L.FACTORY_FIELDS, ("loc_method", "text"))
    apart = 202 * SCALE
    site = (L.point(1500, 500), "N1", "N1", "2011", None, None, None, method)
    other = (L.point(1500 + apart, 500), "F7", "F7", "1074", None, None, None, method)
    exact = [(*row[:4], 0.0, *row[5:]) for row in (site, other)]
    for here, there in ((site, exact[1]), (exact[0], other)):
        register = town.file(L.layer("Point", fields, [there], name="register"), "neighbour")
        given = {"ACCURACY": usual, "DEFAULT_ACCURACY": usual, "SITE_ACCURACY_FIELD": "loc_accuracy_m"}
        sites = L.layer("Point", fields, [here], name="sites")
        town.ask(SITES=sites, FACTORIES=register, **given, **AS_SITES)
        assert verdicts(town, "S-PAIR")["N1"][0] == verdict
