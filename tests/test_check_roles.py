"""Rules about other layers than zoning and parks, on layers small enough to judge by hand.

The layers stand on the central meridian of UTM zone 48, where 1 m on the map is 1/0.9996 m on the ground.
"""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
import shapely.affinity
from factory_locations.tests import layers as L
from factory_locations.tests.cases import SCALE

PACK = """
pack: test-roles
version: "1.0"
title: {en: Test}
authority: Nobody
citation: Nowhere
vintage: 2024
status: draft
licence: CC0-1.0
rules:
  - id: T-SCHOOL
    title: {en: Far from schools and hospitals}
    test: distance at least
    role: receptors
    classes: [school, hospital]
    distance_m: 300
    semantics: prohibit
    activities: {include: ["20"]}
    message: {en: Children learn here.}
    action: {en: Move it.}
  - id: T-SIZE
    title: {en: Farther when larger}
    test: distance at least
    role: receptors
    classes: [school]
    distance_by_size: {micro: 50, small: 50, medium: 100, large: 500}
    semantics: prohibit
    activities: {include: ["20"]}
  - id: T-PROT
    title: {en: In no protected area}
    test: not within
    role: protected
    semantics: assess
  - id: T-ROAD
    title: {en: Near a road}
    test: distance at most
    role: roads
    distance_m: 1000
    semantics: advise
  - id: T-PAIR
    title: {en: Far from other chemical plants}
    test: distance at least
    role: factories
    others: {include: ["20"]}
    activities: {include: ["20"]}
    distance_m: 100
    semantics: prohibit
  - id: T-NEW
    title: {en: New ones inside a serviced area}
    test: within
    role: salt_farmland
    applies_to: new
    semantics: prohibit
  - id: T-FOREIGN
    title: {en: Foreign}
    test: distance at least
    role: water_supply
    classes: [intake]
    distance_m: 500
    semantics: advise
"""
ALONE = (
    PACK[: PACK.index("  - id")]
    + """
  - id: T-ALONE
    title: {en: Far from chemical plants}
    test: distance at least
    role: factories
    others: {include: ["20"]}
    distance_m: 100
    semantics: prohibit
"""
)
FIELDS = (*L.FACTORY_FIELDS, ("size_class", "text"), ("status", "text"), ("loc_method", "text"))
NAMED = (("name", "text"), ("vintage", "integer"))


def pack(tmp_path, text=PACK):
    path = tmp_path / "test-roles.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def factory(x, y, id_, isic="2011", accuracy=None, size="medium", status="functional", method=None):
    return (L.point(x, y), id_, f"Factory {id_}", isic, accuracy, None, None, size, status, method)


def factories(*rows):
    return L.layer("Point", FIELDS, rows, name="register")


def points(name, *rows, vintage=2024):
    return L.layer("Point", NAMED, [(L.point(x, y), title, vintage) for x, y, title in rows], name=name)


def areas(name, *rows, vintage=2024):
    return L.layer("Polygon", NAMED, [(L.box(*corner), title, vintage) for *corner, title in rows], name=name)


def lines(name, *rows):
    return L.layer("LineString", NAMED, [(wkt, title, 2024) for wkt, title in rows], name=name)


def check(folder, provider, **inputs):
    from qgis import processing

    if "RULES" not in inputs:
        inputs["RULES"] = pack(folder)
    parameters = {"OUTPUT": str(folder / "findings.gpkg"), "SUMMARY": str(folder / "summary.json"), "ALL_ROWS": True}
    return processing.run("factory:check_locations", {**parameters, **inputs})


def findings(folder, rule):
    return {r["factory_id"]: r for r in L.rows(folder / "findings.gpkg", "findings") if r["rule_id"] == rule}


def answers(folder, rule):
    return {key: (row["verdict"], row["reason"]) for key, row in findings(folder, rule).items()}


def ground(metres):
    return pytest.approx(metres / SCALE, abs=0.011)


SCHOOLS = [(0, 0, "Wat Bo school")]


def test_a_distance_to_keep(provider, tmp_path):
    """d - a >= D passes, d + a < D fails, what lies between is undecided."""
    register = factories(
        factory(400, 0, "far"),
        factory(300, 0, "just far enough"),
        factory(299.8, 0, "just not"),
        factory(320, 0, "perhaps far enough", accuracy=30),
        factory(270, 0, "perhaps too near", accuracy=30),
        factory(269, 0, "surely too near", accuracy=30),
        factory(330, 0, "surely far enough", accuracy=30),
        factory(0, 0, "inside"),
        factory(100, 0, "another trade", isic="1410"),
        factory(100, 0, "no trade", isic=None),
        factory(100, 0, "any manufacture", isic="C"),
    )
    check(
        tmp_path,
        provider,
        FACTORIES=register,
        SCHOOLS=points("schools", *SCHOOLS),
        HOSPITALS=points("h", (0, 9e5, "H")),
    )
    assert answers(tmp_path, "T-SCHOOL") == {
        "far": ("pass", "far_enough"),
        "just far enough": ("pass", "far_enough"),
        "just not": ("fail", "too_near"),
        "perhaps far enough": ("undecided", "distance_unsure"),
        "perhaps too near": ("undecided", "distance_unsure"),
        "surely too near": ("fail", "too_near"),
        "surely far enough": ("pass", "far_enough"),
        "inside": ("fail", "too_near"),
        "no trade": ("no data", "no_activity"),
        "any manufacture": ("no data", "activity_too_coarse"),
    }
    found = findings(tmp_path, "T-SCHOOL")["surely too near"]
    assert found["measured_m"] == ground(269)
    assert found["required_m"] == 300
    assert found["margin_m"] == pytest.approx(269 / SCALE - 300, abs=0.011)
    assert (found["feature_name"], found["feature_id"], found["layer_name"]) == ("Wat Bo school", "1", "schools")
    assert found["message"] == "Wat Bo school is 269 m away; the rule asks for at least 300 m. Children learn here."
    assert (found["severity"], found["action"], found["accuracy_m"]) == ("violation", "Move it.", 30)
    line = next(r for r in L.rows(tmp_path / "findings.gpkg", "evidence") if r["finding_id"] == found["finding_id"])
    assert line["measured_m"] == found["measured_m"]
    short = findings(tmp_path, "T-SCHOOL")["perhaps far enough"]
    assert short["margin_m"] == pytest.approx(320 / SCALE - 300 - 30, abs=0.011)  # short of certainty by so much
    coarse = findings(tmp_path, "T-SCHOOL")["any manufacture"]
    assert coarse["message"] == (
        "The rule is about some of what activity C (Manufacturing) may be; record the four-digit class of ISIC Rev. 4."
    )


def test_a_finding_without_a_feature_names_a_layer_that_the_rule_is_about(provider, tmp_path):
    """Of all layers of a role, only some hold the classes that a rule names."""
    register = factories((None, "lost", "Lost", "2011", None, None, None, "medium", "functional", None))
    near = {"RESIDENTIAL": points("homes", (0, 0, "H")), "SCHOOLS": points("schools", *SCHOOLS)}
    check(tmp_path, provider, FACTORIES=register, **near)
    found = findings(tmp_path, "T-SCHOOL")["lost"]
    assert (found["verdict"], found["reason"], found["layer_name"]) == ("no data", "no_location", "schools")


def test_a_rule_that_was_not_checked_says_nothing_of_any_factory(provider, tmp_path):
    """Nor of one whose location or activity is missing: what is missing first is the layer."""
    register = factories(
        factory(0, 0, "no trade", isic=None),
        factory(0, 0, "any trade", isic="C"),
        (None, "lost", "Lost", "2011", None, None, None, "medium", "functional", None),
    )
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("schools", (0, 9e5, "S")), ALL_ROWS=False)
    assert {r["rule_id"] for r in L.rows(tmp_path / "findings.gpkg", "findings")} == {"T-SCHOOL", "T-SIZE", "T-PAIR"}
    # For the others hospitals are missing.
    assert answers(tmp_path, "T-SCHOOL") == {"lost": ("no data", "no_location")}
    told = [r["problem"] for r in L.rows(tmp_path / "findings.gpkg", "layer_problems")]
    assert "rule T-PROT was not checked: no layer of protected areas was given; factories: 3" in told


def test_the_largest_distance_governs_and_the_other_says_so(provider, tmp_path):
    register = factories(factory(90, 0, "medium"), factory(200, 0, "large", size="large"))
    check(
        tmp_path,
        provider,
        FACTORIES=register,
        SCHOOLS=points("schools", *SCHOOLS),
        HOSPITALS=points("h", (0, 9e5, "H")),
    )
    school, size = findings(tmp_path, "T-SCHOOL"), findings(tmp_path, "T-SIZE")
    assert (school["medium"]["governed_by"], size["medium"]["governed_by"]) == (None, "T-SCHOOL")
    assert (school["large"]["governed_by"], size["large"]["governed_by"]) == ("T-SIZE", None)
    assert size["medium"]["message"].endswith("Rule T-SCHOOL asks for a larger distance and governs.")


def test_a_distance_by_size(provider, tmp_path):
    register = factories(
        factory(80, 0, "small", size="small"),
        factory(80, 0, "medium"),
        factory(400, 0, "large", size="Large"),
        factory(40, 0, "unknown, near", size=None),
        factory(80, 0, "unknown, between", size=None),
        factory(600, 0, "unknown, far", size=None),
    )
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("schools", *SCHOOLS))
    assert answers(tmp_path, "T-SIZE") == {
        "small": ("pass", "far_enough"),
        "medium": ("fail", "too_near"),
        "large": ("fail", "too_near"),
        "unknown, near": ("fail", "too_near"),
        "unknown, between": ("no data", "no_size"),
        "unknown, far": ("pass", "far_enough"),
    }


def test_a_class_for_which_no_layer_was_given_is_not_passed(provider, tmp_path):
    register = factories(factory(400, 0, "far"), factory(100, 0, "near"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("schools", *SCHOOLS))
    assert answers(tmp_path, "T-SCHOOL") == {"far": ("no data", "class_missing"), "near": ("fail", "too_near")}
    said = [row["problem"] for row in L.rows(tmp_path / "findings.gpkg", "layer_problems")]
    assert "rule T-SCHOOL was not checked: no layer of hospital was given; factories: 1" in said
    assert "rule T-PROT was not checked: no layer of protected areas was given; factories: 2" in said
    overall = {r["factory_id"]: r["verdict"] for r in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert overall == {"far": "pass", "near": "fail"}  # by the rules that could be checked; the row counts the others
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert "T-PROT" in summary["coverage"]["not_checked"]
    assert "T-SCHOOL" not in summary["coverage"]["not_checked"]  # one of its two answers is one


def test_the_summary_lists_a_rule_that_was_not_checked_whatever_was_missing(provider, tmp_path):
    """A class too; not a rule about other factories where there is no other: that was checked."""
    register = factories(factory(400, 0, "far"), factory(9000, 0, "away", isic="2020"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("schools", *SCHOOLS))
    assert answers(tmp_path, "T-SCHOOL") == dict.fromkeys(("far", "away"), ("no data", "class_missing"))
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert {"T-SCHOOL", "T-FOREIGN"} <= set(summary["coverage"]["not_checked"])
    check(tmp_path, provider, FACTORIES=factories(factory(0, 0, "alone", isic="1410")), RULES=pack(tmp_path, ALONE))
    assert answers(tmp_path, "T-ALONE") == {"alone": ("pass", "far_enough")}
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["coverage"]["not_checked"] == []


def test_what_was_not_checked_is_told_once_not_for_every_factory(provider, tmp_path):
    register = factories(factory(400, 0, "far"), factory(100, 0, "near"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("schools", *SCHOOLS), ALL_ROWS=False)
    listed = {(r["factory_id"], r["rule_id"]) for r in L.rows(tmp_path / "findings.gpkg", "findings")}
    assert listed == {("near", "T-SCHOOL"), ("near", "T-PAIR")} - {("near", "T-PAIR")}


def test_one_layer_with_a_class_field(provider, tmp_path):
    receptors = L.layer(
        "Point",
        (("kind", "text"), ("name", "text")),
        [(L.point(0, 0), "School", "S"), (L.point(0, 5000), "hospital", "H"), (L.point(100, 100), "market", "M")],
        name="all",
    )
    register = factories(factory(100, 0, "near"), factory(1000, 0, "far"))
    check(tmp_path, provider, FACTORIES=register, RECEPTORS=receptors)
    assert answers(tmp_path, "T-SCHOOL") == {"near": ("fail", "too_near"), "far": ("pass", "far_enough")}
    assert findings(tmp_path, "T-SCHOOL")["near"]["feature_name"] == "S"


def test_a_receptor_that_is_an_area_is_measured_to_its_edge(provider, tmp_path):
    homes = areas("schools", (0, 0, 1000, 1000, "Campus"))
    register = factories(
        factory(1100, 500, "outside"),
        factory(990, 500, "just inside, unsure", accuracy=400),
        factory(500, 500, "deep inside", accuracy=400),
    )
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=homes, HOSPITALS=points("h", (0, 9e5, "H")))
    found = findings(tmp_path, "T-SCHOOL")
    assert found["outside"]["measured_m"] == ground(100)
    assert found["just inside, unsure"]["verdict"] == "undecided"
    assert found["deep inside"]["verdict"] == "fail"  # wherever within 400 m, it is still inside or nearer than 300 m
    assert found["deep inside"]["message"].startswith("The factory stands inside Campus, or touches it")


def test_protected_areas_with_an_old_boundary(provider, tmp_path):
    parks = areas("protected", (0, 0, 1000, 1000, "Kirirom"), vintage=2013)
    register = factories(
        factory(500, 500, "inside", accuracy=10),
        factory(995, 500, "edge", accuracy=10),
        factory(1500, 500, "outside", accuracy=10),
    )
    check(tmp_path, provider, FACTORIES=register, PROTECTED=parks)
    assert answers(tmp_path, "T-PROT") == {
        "inside": ("fail", "stands_inside"),
        "edge": ("undecided", "area_edge"),
        "outside": ("pass", "stands_outside"),
    }
    found = findings(tmp_path, "T-PROT")
    assert [found[name]["verify"] for name in ("inside", "edge", "outside")] == ["verify: boundary dated 2013"] * 2 + [
        None
    ]
    assert found["inside"]["severity"] == "assessment"
    assert found["inside"]["message"] == "The factory stands inside Kirirom, 500 m from its edge."
    check(tmp_path, provider, FACTORIES=register, PROTECTED=parks, BOUNDARY_AGE=0)
    assert findings(tmp_path, "T-PROT")["inside"]["verify"] is None


@pytest.mark.parametrize(
    ("kind", "vintage", "old"),
    [
        ("text", "2013²", True),
        ("text", "2013-05-01", True),
        ("date", "2013-05-01", True),
        ("datetime", "2013-05-01T08:30:00", True),
        ("real", 2013.0, True),
        ("text", "20130501", True),
        ("text", "1999–2001", True),
        ("text", "២០១៣", True),
        ("text", "map 9999 of 2013", True),
        ("text", "²", False),
        ("text", "sheet 12013", False),
        ("text", "2199-01-01", False),
    ],
)
def test_a_vintage_however_it_is_written(provider, tmp_path, kind, vintage, old):
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt

    if kind in ("date", "datetime"):
        vintage = {"date": QDate, "datetime": QDateTime}[kind].fromString(vintage, Qt.DateFormat.ISODate)
    fields = (("name", "text"), ("vintage", kind))
    parks = L.layer("Polygon", fields, [(L.box(0, 0, 1000), "Kirirom", vintage)], name="protected")
    check(tmp_path, provider, FACTORIES=factories(factory(500, 500, "inside")), PROTECTED=parks)
    told = findings(tmp_path, "T-PROT")["inside"]["verify"]
    assert (told or "").startswith("verify: boundary dated ") == old


def test_advice_never_makes_a_factory_fail(provider, tmp_path):
    text = "\n".join(
        [
            PACK.split("rules:")[0] + "rules:",
            *PACK[PACK.index("  - id: T-ROAD") : PACK.index("  - id: T-PAIR")].splitlines(),
        ]
    )
    road = lines("roads", (f"LINESTRING ({L.X0} {L.Y0}, {L.X0} {L.Y0 + 5000})", "NR 4"))
    register = factories(
        factory(900, 100, "near"), factory(1500, 100, "far"), factory(1010, 100, "unsure", accuracy=20)
    )
    check(tmp_path, provider, FACTORIES=register, ROADS=road, RULES=pack(tmp_path, text))
    assert answers(tmp_path, "T-ROAD") == {
        "near": ("pass", "near_enough"),
        "far": ("fail", "too_far"),
        "unsure": ("undecided", "distance_unsure"),
    }
    found = findings(tmp_path, "T-ROAD")["far"]
    assert (found["severity"], found["measured_m"]) == ("advice", ground(1500))
    assert found["margin_m"] == pytest.approx(1000 - 1500 / SCALE, abs=0.011)
    short = findings(tmp_path, "T-ROAD")["unsure"]
    assert short["margin_m"] == pytest.approx(1000 - 1010 / SCALE - 20, abs=0.011)
    rows = {r["factory_id"]: r for r in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert {r["verdict"] for r in rows.values()} == {"no data"}  # nothing binding was asked
    assert [rows[name]["advice"] for name in ("near", "far")] == [0, 1]
    assert rows["far"]["severity"] == "advice"


def test_pairs_of_factories(provider, tmp_path):
    register = factories(
        factory(0, 0, "a"), factory(60, 0, "b"), factory(60, 0, "c", isic="1410"), factory(500, 0, "alone")
    )
    check(tmp_path, provider, FACTORIES=register)
    assert answers(tmp_path, "T-PAIR") == {
        "a": ("fail", "too_near"),
        "b": ("fail", "too_near"),
        "alone": ("pass", "far_enough"),
    }
    assert findings(tmp_path, "T-PAIR")["a"]["feature_name"] == "Factory b"


def test_new_factories_only(provider, tmp_path):
    serviced = areas("serviced", (0, 0, 1000, 1000, "Serviced land"))
    register = factories(
        factory(500, 500, "new, inside", status="projected"),
        factory(3000, 500, "new, outside", status="underConstruction"),
        factory(3000, 500, "old", status="functional"),
        factory(3000, 500, "nobody knows", status=None),
        factory(500, 500, "nobody knows, inside", status=None),
    )
    check(tmp_path, provider, FACTORIES=register, SALT_FARMLAND=serviced)
    assert answers(tmp_path, "T-NEW") == {
        "new, inside": ("pass", "in_required"),
        "new, outside": ("fail", "not_in_required"),
        "nobody knows": ("no data", "new_or_existing_unknown"),
        "nobody knows, inside": ("pass", "in_required"),
    }
    assert findings(tmp_path, "T-NEW")["new, outside"]["measured_m"] == ground(2000)


def test_an_accuracy_that_follows_from_the_method(provider, tmp_path):
    register = factories(factory(302, 0, "gps", method="gps"), factory(302, 0, "map", method="map"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("s", *SCHOOLS), HOSPITALS=points("h", (0, 9e5, "H")))
    assert {k: v[0] for k, v in answers(tmp_path, "T-SCHOOL").items()} == {"gps": "undecided", "map": "pass"}
    found = findings(tmp_path, "T-SCHOOL")
    assert [(found[name]["accuracy_m"], found[name]["accuracy_from"]) for name in ("gps", "map")] == [
        (4.9, "method"),
        (0, "default"),
    ]
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert summary["accuracy"]["by_method"] == [{"method": "gps", "factories": 1, "assumed_m": 4.9}]


def test_the_accuracy_that_a_layer_states_adds_to_the_factorys(provider, tmp_path):
    school = L.layer("Point", (("name", "text"), ("accuracy_m", "real")), [(L.point(0, 0), "S", 50)], name="schools")
    register = factories(factory(340, 0, "a"), factory(360, 0, "b"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=school, HOSPITALS=points("h", (0, 9e5, "H")))
    assert {k: v[0] for k, v in answers(tmp_path, "T-SCHOOL").items()} == {"a": "undecided", "b": "pass"}


def test_a_river_drawn_as_a_line_has_no_inside(provider, tmp_path):
    text = PACK.replace("role: protected", "role: water_supply\n    classes: [water_body]")
    river = lines("rivers", (f"LINESTRING ({L.X0} {L.Y0}, {L.X0} {L.Y0 + 5000})", "Mekong"))
    register = factories(factory(0, 100, "on the line"))
    check(tmp_path, provider, FACTORIES=register, RIVERS=river, RULES=pack(tmp_path, text))
    assert answers(tmp_path, "T-PROT") == {"on the line": ("no data", "no_areas")}


def test_a_layer_that_no_rule_is_about_is_named(provider, tmp_path):
    from factory_locations.tests.conftest import _feedback_class
    from qgis import processing

    feedback = _feedback_class()()
    processing.run(
        "factory:check_locations",
        {
            "FACTORIES": factories(factory(0, 0, "a")),
            "ZONING": L.zoning([(L.box(-100, -100, 500), "Z", "LIND", "", 2020)]),
            "PROTECTED": areas("forest", (0, 0, 10, 10, "F")),
            "OUTPUT": str(tmp_path / "findings.gpkg"),
        },
        feedback=feedback,
    )
    assert "No rule of pack kh-zoning-parks is about protected areas: not used: forest." in feedback.warnings


BRUTE = """
  - id: B-{i}
    title: {{en: Rule {i}}}
    test: {test}
    role: {role}
    classes: [{classes}]
    distance_m: {metres}
    semantics: prohibit
"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_layers_as_brute_force(provider, tmp_path, seed):
    """Every verdict and distance, from all pairs of factory and feature."""
    rng = np.random.default_rng(seed)
    origin = np.array([L.X0, L.Y0])
    places = origin + rng.uniform(0, 5000, (150, 2)).round(1)
    accuracy = np.where(rng.random(150) < 0.4, 0, rng.uniform(1, 300, 150).round(0))
    classes = rng.choice(["school", "market"], 60)
    points_ = shapely.points(origin + rng.uniform(0, 5000, (60, 2)).round(1))
    rivers_ = [
        shapely.LineString(origin + np.cumsum(rng.normal(0, 150, (40, 2)), axis=0) + rng.uniform(0, 5000, 2))
        for _ in range(6)
    ]
    lakes_ = [shapely.Point(origin + rng.uniform(0, 5000, 2)).buffer(rng.uniform(50, 600)) for _ in range(8)]
    layers = {
        "RECEPTORS": L.layer(
            "Point", (("class", "text"), ("name", "text")),
            [(p.wkt, str(c), f"R{i}") for i, (p, c) in enumerate(zip(points_, classes))], name="receptors",
        ),
        "RIVERS": lines("rivers", *[(river.wkt, f"W{i}") for i, river in enumerate(rivers_)]),
        "LAKES": L.layer("Polygon", NAMED, [(lake.wkt, f"L{i}", 2024) for i, lake in enumerate(lakes_)], name="lakes"),
    }  # fmt: skip
    asked = [
        ("distance at least", "receptors", "school", 200, points_[classes == "school"]),
        ("distance at least", "receptors", "school, market", 350, points_),
        ("distance at most", "receptors", "market", 500, points_[classes == "market"]),
        ("distance at least", "water_supply", "water_body", 100, np.array([*rivers_, *lakes_], dtype=object)),
    ]
    text = (
        PACK.split("rules:")[0]
        + "rules:"
        + "".join(
            BRUTE.format(i=i, test=test, role=role, classes=named, metres=metres)
            for i, (test, role, named, metres, _) in enumerate(asked)
        )
    )
    register = factories(
        *((shapely.Point(xy).wkt, f"F{i}", f"Factory {i}", "2011", float(a), None, None, "small", "functional", None)
          for i, (xy, a) in enumerate(zip(places, accuracy)))
    )  # fmt: skip
    check(tmp_path, provider, FACTORIES=register, RULES=pack(tmp_path, text), **layers)
    for i, (test, _, _, metres, features) in enumerate(asked):
        away = shapely.distance(shapely.points(places)[:, None], features[None, :])
        depth = np.array([
            max([f.boundary.distance(p) for f in features if f.geom_type == "Polygon" and f.contains(p)], default=0)
            for p in shapely.points(places)
        ])  # fmt: skip
        d = (away.min(axis=1) - depth) / SCALE  # metres on the ground
        if test == "distance at least":
            keeps, breaks = d - accuracy >= metres, d + accuracy < metres
        else:
            keeps, breaks = d + accuracy <= metres, d - accuracy > metres
        expected = np.where(keeps, "pass", np.where(breaks, "fail", "undecided"))
        found = findings(tmp_path, f"B-{i}")
        assert [found[f"F{n}"]["verdict"] for n in range(150)] == expected.tolist()
        assert len(set(expected)) == 3
        for n in np.flatnonzero(expected != "pass"):
            assert found[f"F{n}"]["measured_m"] == pytest.approx(max(d[n], 0), rel=1e-3, abs=0.02)


def only(rule_text):
    """Return a pack of one rule."""
    return PACK.split("rules:")[0] + "rules:" + rule_text


def test_a_verdict_is_of_metres_on_the_ground(provider, tmp_path):
    """999.8 m of the map are 1000.2 m on the ground: the reported distance and the verdict agree."""
    text = PACK.replace("distance_m: 300", "distance_m: 1000")
    register = factories(factory(999.8, 0, "on the ground far enough"), factory(999.5, 0, "not"))
    given = {"SCHOOLS": points("s", *SCHOOLS), "HOSPITALS": points("h", (0, 9e5, "H")), "RULES": pack(tmp_path, text)}
    check(tmp_path, provider, FACTORIES=register, **given)
    got = {k: v[0] for k, v in answers(tmp_path, "T-SCHOOL").items()}
    assert got == {"on the ground far enough": "pass", "not": "fail"}
    assert findings(tmp_path, "T-SCHOOL")["not"]["margin_m"] < 0


def test_what_was_not_given_may_be_what_is_asked_for(provider, tmp_path):
    rule = BRUTE.format(i=0, test="distance at most", role="receptors", classes="school, hospital", metres=300)
    register = factories(factory(100, 0, "near a school"), factory(1000, 0, "far from any school"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("s", *SCHOOLS), RULES=pack(tmp_path, only(rule)))
    assert answers(tmp_path, "B-0") == {
        "near a school": ("pass", "near_enough"),
        "far from any school": ("no data", "class_missing"),
    }


def test_nothing_to_be_near_to_is_not_near_enough(provider, tmp_path):
    rule = """
  - id: T-SUPPLY
    title: {en: Near a tannery}
    test: distance at most
    role: factories
    others: {include: ["1511"]}
    distance_m: 500
    semantics: prohibit
"""
    register = factories(factory(0, 0, "a"), factory(100, 0, "b"))
    check(tmp_path, provider, FACTORIES=register, RULES=pack(tmp_path, only(rule)))
    assert set(answers(tmp_path, "T-SUPPLY").values()) == {("fail", "none_there")}
    message = findings(tmp_path, "T-SUPPLY")["a"]["message"]
    assert message == "There is none of what the rule asks to be within 500 m."
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert summary["coverage"]["not_checked"] == []
    register = factories(factory(0, 0, "tannery", isic="1511"), factory(900, 0, "b"))
    check(tmp_path, provider, FACTORIES=register, RULES=pack(tmp_path, only(rule)))
    assert answers(tmp_path, "T-SUPPLY") == {"tannery": ("fail", "none_there"), "b": ("fail", "too_far")}


def test_the_accuracy_of_a_layer_that_the_rule_is_not_about_does_not_count(provider, tmp_path):
    markets = L.layer("Point", (("name", "text"), ("accuracy_m", "real")), [(L.point(9e4, 9e4), "M", 500)], name="m")
    register = factories(factory(100, 0, "near"), factory(400, 0, "far"))
    given = {"SCHOOLS": points("s", *SCHOOLS), "HOSPITALS": points("h", (0, 9e5, "H")), "MARKETS": markets}
    check(tmp_path, provider, FACTORIES=register, **given)
    assert {k: v[0] for k, v in answers(tmp_path, "T-SCHOOL").items()} == {"near": "fail", "far": "pass"}


def test_a_pair_has_the_accuracy_of_its_two(provider, tmp_path):
    register = factories(
        factory(0, 0, "a"),
        factory(10, 0, "b"),
        factory(0, 9000, "c", accuracy=50),
        factory(180, 9000, "d"),
        factory(9e4, 9e4, "somewhere", accuracy=5000),
        *(factory(2e5 + 1e4 * i, 0, f"of many accuracies {i}", accuracy=i) for i in range(1, 8)),
    )
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("s", *SCHOOLS))
    got = {k: v[0] for k, v in answers(tmp_path, "T-PAIR").items()}
    assert [got[name] for name in "abcd"] == ["fail", "fail", "pass", "pass"]
    assert findings(tmp_path, "T-PAIR")["a"]["feature_name"] == "Factory b"


@pytest.mark.parametrize("few", [True, False], ids=["nearest of each accuracy", "pair by pair"])
def test_pairs_of_random_accuracies_as_brute_force(few):
    from factory_locations.processing.analysis.nearest import Features

    rng = np.random.default_rng(8)
    places = shapely.points(rng.uniform(0, 3000, (120, 2)))
    accuracy = rng.choice([0.0, 30.0, 200.0], 120) if few else rng.uniform(0, 400, 120).round(1)
    scale = rng.uniform(0.9996, 1.0004, 120)
    found = Features(places).bounds(places, accuracy, accuracy, scale, 250.0, itself=np.arange(120))
    away = shapely.distance(places[:, None], places[None, :]) / scale[:, None]
    np.fill_diagonal(away, np.inf)
    lowest, highest = (away - accuracy).min(axis=1) - accuracy, (away + accuracy).min(axis=1) + accuracy
    matters = lowest <= 250
    assert found.lowest[matters] == pytest.approx(lowest[matters])
    decided = matters & (highest <= 250)
    assert found.highest[decided] == pytest.approx(highest[decided])
    assert (found.highest[~decided] > 250).all()
    assert (found.lowest[~matters] > 250).all()
    assert (found.feature[~matters] == -1).all()


def test_words_that_are_no_size_and_no_status(provider, tmp_path):
    register = factories(
        factory(80, 0, "size", size="n/a", status="functional"),
        factory(80, 0, "status", size="Small", status="rubbish"),
        factory(80, 0, "spelled otherwise", size="SMALL", status="Under construction"),
    )
    serviced = areas("serviced", (5000, 5000, 10, 10, "Serviced land"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=points("s", *SCHOOLS), SALT_FARMLAND=serviced)
    assert answers(tmp_path, "T-SIZE")["size"] == ("no data", "no_size")
    assert {k: v[1] for k, v in answers(tmp_path, "T-NEW").items()} == {
        "status": "new_or_existing_unknown",
        "spelled otherwise": "not_in_required",
    }
    said = {
        row["problem"] for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "register"
    }
    assert said == {"no size class: “n/a”; factories: 1", "no operating status: “rubbish”; factories: 1"}


def test_a_finding_keeps_its_id_when_the_layer_is_renamed_and_not_when_the_layer_is_another(provider, tmp_path):
    text = only(BRUTE.format(i=0, test="distance at least", role="water_supply", classes="water_body", metres=300))
    register = factories(factory(100, 0, "a"))
    river = f"LINESTRING ({L.X0} {L.Y0}, {L.X0} {L.Y0 + 5000})"
    ids = []
    for given in (
        {"RIVERS": lines("rivers", (river, "Mekong"))},
        {"RIVERS": lines("rivers 2026", (river, "Mekong"))},
        {"LAKES": areas("lakes", (0, 0, 50, 50, "Pond"))},
    ):
        check(tmp_path, provider, FACTORIES=register, RULES=pack(tmp_path, text), **given)
        ids.append(findings(tmp_path, "B-0")["a"]["finding_id"])
    assert ids[0] == ids[1] != ids[2]


def test_deep_in_one_of_several_areas_whatever_their_order(provider, tmp_path):
    text = only(BRUTE.format(i=0, test="distance at least", role="water_supply", classes="water_body", metres=100))
    register = factories(factory(0, 0, "a", accuracy=400))
    two = [(-1000, -1000, 2000, 2000, "Lake"), (-10, -10, 20, 20, "Pond in it")]
    for order in (two, two[::-1]):
        check(tmp_path, provider, FACTORIES=register, RULES=pack(tmp_path, text), LAKES=areas("lakes", *order))
        assert answers(tmp_path, "B-0") == {"a": ("fail", "too_near")}


def test_at_a_parks_edge_a_rule_without_its_layer_stays_unchecked(provider, tmp_path):
    text = PACK.replace("    message: {en: Children learn here.}", "    exempt_inside: parks")
    register = factories(factory(5, 50, "edge", accuracy=20), factory(500, 500, "inside", accuracy=20))
    parks = L.parks([(L.box(0, 0, 1000), "P", "Park", 2024)])
    check(tmp_path, provider, FACTORIES=register, PARKS=parks, RULES=pack(tmp_path, text))
    assert answers(tmp_path, "T-SCHOOL") == {"edge": ("no data", "no_layer"), "inside": ("exempt", "inside_park")}


def test_receptors_of_no_known_class_are_told(provider, tmp_path):
    rows = [(L.point(0, 0), "sch\u200bool", "S"), (L.point(0, 10), "schools", "T"), (L.point(0, 20), None, "U")]
    receptors = L.layer("Point", (("class", "text"), ("name", "text")), rows, name="all")
    check(tmp_path, provider, FACTORIES=factories(factory(90, 0, "near")), RECEPTORS=receptors)
    assert findings(tmp_path, "T-SIZE")["near"]["feature_name"] == "S"
    said = [row["problem"] for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "all"]
    assert said == ["features of a class that no rule can name: 2 (none, schools)"]


def test_premises_wholly_inside_overlap_by_all_of_their_ground(provider, tmp_path):
    text = only("""
  - id: T-SHARE
    title: {en: Not all of it}
    test: overlap below
    role: salt_farmland
    share: 1
    semantics: assess
""")
    rng = np.random.default_rng(4)
    turned = [shapely.affinity.rotate(shapely.box(-25, -25, 25, 25), float(a)) for a in rng.uniform(0, 90, 40)]
    rows = [
        (shapely.affinity.translate(square, *(np.array([L.X0, L.Y0]) + rng.uniform(100, 1900, 2))).wkt, f"F{i}")
        for i, square in enumerate(turned)
    ]
    register = L.factories(rows, geometry_type="Polygon")
    field = areas("salt", (0, 0, 2000, 2000, "Big field"))
    check(tmp_path, provider, FACTORIES=register, SALT_FARMLAND=field, RULES=pack(tmp_path, text))
    assert {v[0] for v in answers(tmp_path, "T-SHARE").values()} == {"fail"}


def test_a_rule_may_name_a_kind_of_park(provider, tmp_path):
    text = only("""
  - id: T-SEZ
    title: {en: In a special economic zone}
    test: within
    role: parks
    classes: [SEZ]
    semantics: assess
""")
    fields = (*L.PARK_FIELDS, ("kind", "text"))
    rows = [(L.box(0, 0, 100), "A", "One", 2020, "sez"), (L.box(500, 0, 100), "B", "Two", 2020, "Industrial park")]
    parks = L.layer("Polygon", fields, rows, name="parks")
    register = factories(factory(50, 50, "in the zone"), factory(550, 50, "in the park"))
    check(tmp_path, provider, FACTORIES=register, PARKS=parks, RULES=pack(tmp_path, text))
    assert {k: v[0] for k, v in answers(tmp_path, "T-SEZ").items()} == {"in the zone": "pass", "in the park": "fail"}


def test_a_layer_without_a_usual_name_field_names_its_features_by_its_display_name(provider, tmp_path):
    schools = L.layer(
        "Point", (("CODE", "text"), ("FACILITNAM", "text")), [(L.point(150, 0), "S1", "Wat Thmei")], name="s"
    )
    schools.setDisplayExpression('"FACILITNAM"')
    register = factories(factory(0, 0, "A"))
    check(tmp_path, provider, FACTORIES=register, SCHOOLS=schools)
    assert "Wat Thmei" in str(findings(tmp_path, "T-SCHOOL")["A"].values())
