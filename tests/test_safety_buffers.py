"""safety_buffers as an officer meets it: zones, who is inside, pairs; and sentences about bad input."""

from __future__ import annotations

import json
import math
import sqlite3
from contextlib import closing

import numpy as np
import pytest
import shapely
from factory_locations.tests import layers as L
from factory_locations.tests import safety_kml

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

SCALE = 0.9996
FIELDS = (
    ("factory_id", "text"), ("name_en", "text"), ("isic", "text"), ("size_class", "text"), ("loc_accuracy_m", "real"),
    ("kind", "text"), ("near_m", "real"), ("far_m", "real"),
)  # fmt: skip
# Two factories 800 m apart, each with a zone of 500 m, and a village where the zones overlap.
PAIR = [
    (L.point(0, 0), "F1", "One", "2011", "large", 20.0, "chemicals", 200.0, 500.0),
    (L.point(800, 0), "F2", "Two", "1410", "small", 0.0, "textiles", 100.0, 500.0),
]
LEVELS = ("inner", "middle", "outer", "level_4")
VILLAGE = (L.point(399, 0), "V", "Village", 120)


def factories(rows=None, **given):
    return L.layer(given.pop("geometry", "Point"), FIELDS, rows or PAIR, name="factories", **given)


def places(rows, name="schools", kind="Point"):
    return L.layer(kind, (("id", "text"), ("name", "text"), ("people", "integer")), rows, name=name)


@pytest.fixture
def ask(run, tmp_path):
    def go(**given):
        output = tmp_path / "safety.gpkg"
        parameters = {
            "FACTORIES": factories(), "DISTANCES": 1, "DISTANCE_FIELDS": ["near_m", "far_m"], "OUTPUT": str(output),
            **given,
        }  # fmt: skip
        go.results = run("safety_buffers", parameters)
        go.said = run.feedback
        go.table = lambda name: L.rows(output, name)
        go.shapes = lambda name: L.shapes(output, name)
        return {row["factory_id"]: row for row in go.table("factories")}

    go.output = tmp_path / "safety.gpkg"
    return go


def refused(run, tmp_path, **given) -> str:
    from qgis.core import QgsProcessingException

    parameters = {
        "FACTORIES": factories(), "DISTANCES": 1, "DISTANCE_FIELDS": ["near_m", "far_m"],
        "OUTPUT": str(tmp_path / "no.gpkg"), **given,
    }  # fmt: skip
    with pytest.raises(QgsProcessingException) as error:
        run("safety_buffers", parameters)
    assert not (tmp_path / "no.gpkg").exists()
    return str(error.value)


# --- zones ------------------------------------------------------------------------------------------------------------


def test_zones_are_buffers_in_ground_metres(ask):
    rows = ask()
    zones = {
        (row["factory_id"], row["level"]): (row, shape) for row, shape in zip(ask.table("zones"), ask.shapes("zones"))
    }
    assert set(zones) == {("F1", "inner"), ("F1", "outer"), ("F2", "inner"), ("F2", "outer")}
    row, shape = zones["F1", "outer"]
    expected = shapely.buffer(shapely.Point(L.X0, L.Y0), 500 * SCALE, quad_segs=16)
    assert shape.symmetric_difference(expected).area < 10  # of 785,000 m²: the scale is not 0.9996 to the last digit
    assert row["distance_m"] == 500
    assert (row["measured_from"], row["distance_from"], row["level_no"]) == ("point", "field “far_m”", 3)
    circle = 0.5 * 64 * math.sin(2 * math.pi / 64) * 500**2 / 1e4  # a polygon of 64 corners
    assert row["area_ha"] == pytest.approx(circle, rel=1e-5)
    assert (rows["F1"]["inner_m"], rows["F1"]["middle_m"], rows["F1"]["outer_m"], rows["F1"]["reach_m"]) == (
        200,
        None,
        500,
        500,
    )


def test_rings_leave_out_what_is_further_in(ask):
    ask(RINGS=True)
    areas = {(row["factory_id"], row["level"]): row["area_ha"] for row in ask.table("zones")}
    ask()
    whole = {(row["factory_id"], row["level"]): row["area_ha"] for row in ask.table("zones")}
    assert areas["F1", "outer"] == pytest.approx(whole["F1", "outer"] - whole["F1", "inner"], abs=1e-3)
    assert areas["F1", "inner"] == whole["F1", "inner"]


def test_the_village_between_two_factories_counts_once(ask):
    people = places([VILLAGE], "villages")
    rows = ask(RECEPTORS=[people], PEOPLE=people, PEOPLE_FIELD="people", CLASS_FIELD="kind")
    exposure = {(r["factory_id"], r["level"]): (r["receptors"], r["people"], r["names"]) for r in ask.table("exposure")}
    assert exposure == {
        ("F1", "inner"): (0, 0, None),
        ("F1", "outer"): (1, 120, "Village"),
        ("F2", "inner"): (0, 0, None),
        ("F2", "outer"): (1, 120, "Village"),
    }
    overall = {
        (r["class"], r["level"]): (r["receptors"], r["people"], r["factories"], r["n_villages"])
        for r in ask.table("overall")
    }
    assert overall["all classes", "outer"] == (1, 120, 2, 1)  # not 240
    assert overall["chemicals", "outer"] == overall["textiles", "outer"] == (1, 120, 1, 1)
    (receptor,) = ask.table("receptors")
    assert (receptor["level"], receptor["factories"], receptor["factory_id"]) == ("outer", 2, "F1")
    assert receptor["distance_m"] == pytest.approx(399 / SCALE, abs=0.01)
    assert (rows["F1"]["receptors"], rows["F1"]["people"]) == (1, 120)
    assert "Added up over factories, people are 240" in ask.said.text()
    assert ask.results["PEOPLE_COUNT"] == 120
    ask(RECEPTORS=[people])
    assert "PEOPLE_COUNT" not in ask.results  # nobody was counted


def test_a_receptor_exactly_at_the_distance_is_inside(ask):
    ask(RECEPTORS=[places([(L.point(0, 500 * SCALE - 0.002), "1", "At", 0), (L.point(0, -501), "2", "Beyond", 0)])])
    assert [row["receptor_id"] for row in ask.table("receptors")] == ["1"]


def test_polygons_of_people_count_by_their_share(ask):
    """Half of the block lies in the zone of a factory drawn as a square; who lives there is half."""
    site = [(L.box(0, 0, 1000), "S", "Site", "2011", "large", 0.0, "chemicals", None, 100.0)]
    block = places([(L.box(900, 300, 2 * (100 * SCALE + 100), 400), "B", "Block", 1000)], "blocks", "Polygon")
    rows = ask(FACTORIES=factories(site, geometry="Polygon"), PEOPLE=block, PEOPLE_FIELD="people")
    assert rows["S"]["people"] == pytest.approx(500, abs=0.1)
    assert rows["S"]["measured_from"] == "site"


def test_classes_levels_and_overlap_free_ground(ask):
    """The class with the longer reach has the ground; areas of `overlap_free` add up to all ground inside."""
    ask(DISTANCES=2, CLASS_TEXT="chemicals: 300, 600, 1000; textiles: 50, 100", CLASS_FIELD="kind")
    free = {(r["class"], r["level"]): r["area_ha"] for r in ask.table("overlap_free")}
    assert next(row["class"] for row in ask.table("overlap_free")) == "chemicals"
    whole = {(r["class"], r["level"]): r["area_ha"] for r in ask.table("overall")}
    assert sum(free.values()) == pytest.approx(whole["all classes", "outer"], rel=1e-6)
    assert ("textiles", "inner") not in free  # it lies in the outer zone of the chemicals, all of it
    shapes = ask.shapes("overlap_free")
    assert all(a.intersection(b).area < 1e-3 for i, a in enumerate(shapes) for b in shapes[:i])
    ask(
        DISTANCES=2,
        CLASS_TEXT="chemicals: 300, 600, 1000; textiles: 50, 100",
        CLASS_FIELD="kind",
        CLASS_ORDER="textiles",
    )
    free = {(r["class"], r["level"]): (r["rank"], r["area_ha"]) for r in ask.table("overlap_free")}
    assert free["textiles", "outer"][0] == 1
    assert free["textiles", "outer"][1] + free["textiles", "inner"][1] == pytest.approx(
        whole["textiles", "outer"], rel=1e-6
    )


def test_a_factory_without_a_distance_is_listed_with_the_reason(ask):
    rows = [*PAIR, (L.point(9000, 0), "F3", "Three", "1071", None, None, "bakery", None, None),
            (None, "F4", "Four", "1071", None, None, "bakery", 5.0, 50.0),
            (L.point(9500, 0), "F5", "Five", None, None, None, None, 0.0, 50.0)]  # fmt: skip
    found = ask(FACTORIES=factories(rows))
    assert found["F3"]["note"] == "no distance in near_m, far_m"
    assert found["F4"]["note"] == "no geometry"
    assert (found["F3"]["sources"], found["F3"]["receptors"], found["F5"]["outer_m"]) == (0, None, 50)
    found = ask(FACTORIES=factories(rows), DISTANCES=2, CLASS_TEXT="chemicals: 100; textiles: 100", CLASS_FIELD="kind")
    assert found["F3"]["note"] == "its class “bakery” has no distance"
    assert found["F5"]["note"] == "no class is recorded"
    assert "Without a zone: no geometry: 1." in ask.said.info


def test_the_longest_isic_prefix_wins(ask):
    rows = [(L.point(i * 5000, 0), f"F{code}", None, code, None, None, None, None, None)
            for i, code in enumerate(("2011", "2022", "1071", "20", "4711"))]  # fmt: skip
    found = ask(FACTORIES=factories(rows), DISTANCES=2, CLASS_TEXT="C: 50; 20: 300; 2011: 500, 1000")
    reach = {id_: (row["inner_m"], row["reach_m"]) for id_, row in found.items()}
    assert reach == {
        "F2011": (500, 1000),
        "F2022": (None, 300),
        "F1071": (None, 50),
        "F20": (None, 300),
        "F4711": (None, None),
    }
    assert found["F2022"]["class"] == "20 Manufacture of chemicals and chemical products"
    assert found["F2022"]["distance_from"] == "class “20”"
    assert found["F4711"]["note"] == "its activity has no distance"


def test_a_table_of_classes_may_be_a_csv(ask, tmp_path):
    table = tmp_path / "classes.csv"
    table.write_text(
        "class,inner_m,outer_m,citation\nchemicals,300,1000,Note 7 of 2026\ntextiles,,100,\n", encoding="utf-8"
    )
    found = ask(DISTANCES=2, CLASS_TABLE=str(table), CLASS_FIELD="kind")
    assert (found["F1"]["inner_m"], found["F1"]["outer_m"]) == (300, 1000)
    assert (found["F2"]["inner_m"], found["F2"]["outer_m"]) == (None, 100)
    assert found["F1"]["distance_from"] == "class “chemicals”: Note 7 of 2026"
    assert found["F2"]["distance_from"] == "class “textiles”: table “classes”"


def test_the_shipped_packs_give_their_own_figures(ask):
    """TCVN 4449: 1,000 m to homes for basic chemicals; HKPSG: 500 m to hospitals, 100 m to homes and schools, 30 m."""
    rows = [*PAIR, (L.point(20000, 0), "F3", "Slaughter", "1010", None, 0.0, None, None, None),
            (L.point(30000, 0), "F4", "Shop", "4711", None, 0.0, None, None, None),
            (L.point(40000, 0), "F5", "Unknown", None, None, 0.0, None, None, None),
            (L.point(50000, 0), "F6", "Coarse", "20", None, 0.0, None, None, None)]  # fmt: skip
    found = ask(FACTORIES=factories(rows), DISTANCES=0)
    metres = {id_: tuple(row[f"{level}_m"] for level in LEVELS) for id_, row in found.items()}
    assert metres == {
        "F1": (30, 100, 500, 1000),  # one more than names: nothing is dropped
        "F2": (30, 100, 500, None),
        "F3": (300, None, 500, None),  # 300 m to everything, 500 m to hospitals
        "F4": (None, None, None, None),
        "F5": (None, None, None, None),
        "F6": (30, 100, 500, None),
    }
    (fourth,) = [r for r in ask.table("zones") if r["level"] == "level 4"]
    assert (fourth["factory_id"], fourth["distance_m"]) == ("F1", 1000)
    assert "up to 4 different distances a factory; there are 3 names of levels" in ask.said.text()
    assert all(word in found["F1"]["distance_from"] for word in ("residential", "hospital", "school", "market"))
    assert (
        "VN-TCVN-01 (residential): TCVN 4449:1987 (Viet Nam), Annex III, class I, 1000 m"
        in found["F1"]["distance_from"]
    )
    assert found["F4"]["note"] == "no rule of distance applies to it"
    assert found["F5"]["note"].startswith("no activity is recorded; may reach 1,000 m (VN-TCVN-01)")
    assert found["F6"]["note"] == "may reach 1,000 m (VN-TCVN-01), its activity, size or status does not tell"


def test_a_distance_by_size_is_that_of_the_size(ask, root):
    rows = [(L.point(i * 5000, 0), f"F{i}", None, "1621", size, 0.0, None, None, None)
            for i, size in enumerate(("small", "large", None))]  # fmt: skip
    pack = ask.output.with_name("own.yaml")
    pack.write_text(
        "pack: own\nversion: '1'\ntitle: {en: Own}\nauthority: A\ncitation: Note 1\nvintage: 2026\nstatus: draft\n"
        "licence: public document\nrules:\n  - id: OWN-01\n    title: {en: By size}\n    test: distance at least\n"
        "    role: receptors\n    classes: [school]\n    semantics: advise\n    theme: safety and environment\n"
        "    distance_by_size: {micro: 10, small: 50, medium: 80, large: 200}\n",
        encoding="utf-8",
    )
    found = ask(FACTORIES=factories(rows), DISTANCES=0, RULES=str(pack))
    assert {id_: row["reach_m"] for id_, row in found.items()} == {
        "F0": 50,
        "F1": 200,
        "F2": 200,
    }  # unknown: the largest


# --- sources ----------------------------------------------------------------------------------------------------------


def test_zones_start_from_installations_where_there_are_some(ask):
    rows = [(L.point(0, 300), "F1", "T1"), (L.point(0, -300), "F1", "T2"), (L.point(0, 0), "F9", "T9")]
    tanks = L.layer("Point", (("factory_id", "text"), ("id", "text")), rows, name="tanks")
    near = places([(L.point(0, 780), "1", "North", 7), (L.point(0, 0), "2", "Between", 5)])
    rows = ask(INSTALLATIONS=tanks, RECEPTORS=[near], PEOPLE=near, PEOPLE_FIELD="people")
    assert (rows["F1"]["measured_from"], rows["F1"]["sources"]) == ("installation", 2)
    assert (rows["F2"]["measured_from"], rows["F2"]["sources"]) == ("point", 1)
    sources = {row["source_id"] for row in ask.table("zones") if row["factory_id"] == "F1"}
    assert sources == {"T1", "T2"}
    outer = next(r for r in ask.table("exposure") if (r["factory_id"], r["level"]) == ("F1", "outer"))
    assert (outer["receptors"], outer["people"]) == (2, 12)  # between the tanks once, though both reach it
    assert "installations of no factory in the layer of factories: 1 (F9)" in ask.said.text()


def test_premises_and_installations_side_by_side(ask):
    """Of premises the edge counts; a factory with a tank is measured from the tank, wherever its premises end."""
    sites = [
        (L.box(0, 0, 200), "S1", "One", "2011", None, 0.0, "c", None, 100.0),
        (L.box(2000, 0, 200), "S2", "Two", "2011", None, 0.0, "c", None, 100.0),
    ]
    tanks = L.layer("Point", (("factory_id", "text"),), [(L.point(2100, 100), "S2")], name="tanks")
    # By the edge, beyond, by the tank, by the edge but far from the tank.
    seen = [(L.point(x, 100), str(i + 1), f"Place {i + 1}", 1) for i, x in enumerate((290, 310, 2190, 2205))]
    found = ask(FACTORIES=factories(sites, geometry="Polygon"), INSTALLATIONS=tanks, RECEPTORS=[places(seen)])
    assert {row["receptor_id"]: row["distance_m"] for row in ask.table("receptors")} == {
        "1": pytest.approx(90 / SCALE, abs=0.01),
        "3": pytest.approx(90 / SCALE, abs=0.01),
    }
    assert {id_: row["measured_from"] for id_, row in found.items()} == {"S1": "site", "S2": "installation"}


def test_the_accuracy_has_an_outline_of_its_own(ask):
    ask()
    (row,) = ask.table("accuracy_outline")
    assert (row["factory_id"], row["reach_m"], row["accuracy_m"]) == ("F1", 500, 20)
    (shape,) = ask.shapes("accuracy_outline")
    expected = shapely.buffer(shapely.Point(L.X0, L.Y0), 520 * SCALE, quad_segs=16)
    assert shape.symmetric_difference(expected).area < 10
    ask(ACCURACY_OUTLINE=False)
    with closing(sqlite3.connect(ask.output)) as connection:
        assert not connection.execute("SELECT 1 FROM gpkg_contents WHERE table_name = 'accuracy_outline'").fetchone()


@pytest.mark.parametrize("split", [False, True])
def test_threat_zones_of_a_kml(ask, tmp_path, split):
    """Red, orange and yellow become the levels; lines and points are left out; the factory at the source is theirs."""
    kml = safety_kml.write(tmp_path / "release.kml", split=split)
    y = (safety_kml.LAT, safety_kml.LON)
    from pyproj import Transformer

    x0, y0 = Transformer.from_crs(4326, 32648, always_xy=True).transform(y[1], y[0])
    origin = (x0, y0)
    rows = [
        (L.point(0, 30, origin), "T1", "Tank farm", "5210", None, 0.0, None, None, None),
        (L.point(0, 900, origin), "T2", "Neighbour", "1410", None, 0.0, None, None, 100.0),
    ]
    seen = [(300, "1", "Red school", 10), (2000, "2", "Yellow school", 20), (-100, "3", "Upwind", 40)]
    schools = places([(L.point(0, north, origin), *told) for north, *told in seen])
    found = ask(
        FACTORIES=factories(rows), THREAT_ZONES=[kml], RECEPTORS=[schools], PEOPLE=schools, PEOPLE_FIELD="people"
    )
    zones = {(r["factory_id"], r["level"]): r for r in ask.table("zones") if r["measured_from"] == "threat zone"}
    assert set(zones) == {("T1", "inner"), ("T1", "middle"), ("T1", "outer")}
    assert zones["T1", "inner"]["distance_from"] == "Red Threat Zone"
    assert (zones["T1", "outer"]["distance_m"], zones["T1", "outer"]["class"]) == (None, "threat zone")
    assert {r["receptor_name"]: r["level"] for r in ask.table("receptors")} == {
        "Red school": "inner",
        "Yellow school": "outer",
    }
    people = {r["level"]: r["people"] for r in ask.table("overall") if r["class"] == "threat zone"}
    assert people == {"inner": 10, "middle": 10, "outer": 30}
    assert [(r["factory_id"], r["other_id"], r["level"], r["relation"]) for r in ask.table("dominoes")] == [
        ("T1", "T2", "middle", "one way")
    ]
    assert found["T1"]["measured_from"] == "threat zone"
    said = ask.said.text()
    assert "taken for zones of factory T1 (30 m from the source point of the file)" in said
    assert "lines and points, such as confidence lines, are no zones and left out: " in said
    assert "name no level" not in said


@pytest.mark.parametrize("split", [False, True])
def test_a_release_belongs_to_the_factory_at_its_source_point(ask, tmp_path, split):
    """The source is 40 m upwind of the zones' tip; the neighbour stands in the red zone, but is not the source."""
    from pyproj import Transformer

    origin = Transformer.from_crs(4326, 32648, always_xy=True).transform(safety_kml.LON, safety_kml.LAT)
    rows = [
        (L.point(0, -40, origin), "T1", "Tank farm", "5210", None, 0.0, None, None, None),
        (L.point(0, 220, origin), "T2", "Neighbour", "1410", None, 0.0, None, None, 50.0),
    ]
    ask(FACTORIES=factories(rows), THREAT_ZONES=[safety_kml.write(tmp_path / "release.kml", split=split)])
    given = {r["factory_id"] for r in ask.table("zones") if r["measured_from"] == "threat zone"}
    assert given == {"T1"}
    assert ("T1", "T2") in {(r["factory_id"], r["other_id"]) for r in ask.table("dominoes")}
    assert "taken for zones of factory T1 (40 m from the source point of the file)" in ask.said.text()
    far = [(L.point(0, 1300, origin), *rows[1][1:])]  # in the yellow zone, but over 1 km from the source
    ask(FACTORIES=factories(far), THREAT_ZONES=[safety_kml.write(tmp_path / "release.kml", split=split)])
    assert {r["factory_id"] for r in ask.table("zones") if r["measured_from"] == "threat zone"} == {None}
    assert "no factory stands within 1,000 m of the source point of the file" in ask.said.text()


def test_levels_that_are_numbers_are_no_tiers(ask):
    zones = L.layer("Polygon", (("name", "text"),), [
        (L.box(-50, -50, 100), "1100 ppm = AEGL-3 [60 min]"), (L.box(-200, -200, 400), "160 ppm = AEGL-2"),
        (L.box(-300, -300, 600), "30 ppm = AEGL-1")], name="zones of a model")  # fmt: skip
    ask(THREAT_ZONES=[zones], LEVELS="1, 2, 3")
    rows = {r["level"]: r["distance_from"] for r in ask.table("zones") if r["measured_from"] == "threat zone"}
    assert rows == {"1": "1100 ppm = AEGL-3 [60 min]", "2": "160 ppm = AEGL-2", "3": "30 ppm = AEGL-1"}


def test_names_that_may_mean_another_level_are_told(ask):
    zones = L.layer("Polygon", (("name", "text"),), [
        (L.box(-50, -50, 100), "Red River depot"), (L.box(-200, -200, 400), "inner zone of the outer harbour")],
        name="zones of a model")  # fmt: skip
    ask(THREAT_ZONES=[zones])
    rows = {r["level"]: r["distance_from"] for r in ask.table("zones") if r["measured_from"] == "threat zone"}
    assert rows == {"inner": "Red River depot", "outer": "inner zone of the outer harbour"}
    assert "level read from a word in a longer name: 1 (“Red River depot”: inner)" in ask.said.text()
    assert "threat zones that name no level, or several: 1. They were taken as “outer”" in ask.said.text()


def test_threat_zones_by_fields(ask):
    zones = L.layer("Polygon", (("tier", "text"), ("plant", "text")), [
        (L.box(-50, -50, 100), "AEGL-3 (60 min)", "F2"), (L.box(-200, -200, 400), "2", "F2"),
        (L.box(-300, -300, 600), "somewhere", "F2"),
        (L.box(-900, -900, 1800), "confidence of red", "F2")], name="zones of a model")  # fmt: skip
    ask(THREAT_ZONES=[zones], THREAT_LEVEL_FIELD="tier", THREAT_FACTORY_FIELD="plant", DISTANCE_FIELDS=["near_m"])
    rows = [r for r in ask.table("zones") if r["measured_from"] == "threat zone"]
    assert {(r["factory_id"], r["level"]) for r in rows} == {("F2", "inner"), ("F2", "middle"), ("F2", "outer")}
    assert next(r["area_ha"] for r in rows if r["level"] == "inner") == pytest.approx(1 / SCALE**2, rel=1e-5)
    assert "polygons of confidence are no zones and left out: 1" in ask.said.text()
    assert "threat zones that name no level, or several: 1. They were taken as “outer”" in ask.said.text()
    assert ("F2", "F1") in {(r["factory_id"], r["other_id"]) for r in ask.table("dominoes")}


def test_a_release_that_belongs_to_no_factory(ask):
    """It has zones, receptors and people of its own, and nobody is blamed for it."""
    rows = [(L.box(20000, 0, 100), "red"), (L.box(19900, -100, 300), "yellow")]
    zones = L.layer("Polygon", (("name", "text"),), rows, name="release")
    school = places([(L.point(20050, 50), "1", "School", 8)])
    found = ask(THREAT_ZONES=[zones], RECEPTORS=[school], PEOPLE=school, PEOPLE_FIELD="people")
    (inner,) = [r for r in ask.table("exposure") if r["receptors"] and r["level"] == "inner"]
    assert (inner["factory_id"], inner["factory_name"], inner["people"]) == (None, inner["factory_name"], 8)
    assert inner["class"] == "threat zone"
    (receptor,) = ask.table("receptors")
    assert (receptor["factory_id"], receptor["factories"], receptor["distance_m"]) == (None, 1, None)
    assert {row["receptors"] for row in found.values()} == {0}
    assert "no factory stands within 1,000 m of the innermost zone; it belongs to none" in ask.said.text()


def test_threat_zones_alone(ask):
    """No factory has a distance: what a model says is still used, and pairs are found."""
    zones = L.layer("Polygon", (("name", "text"),), [(L.box(-50, -50, 900, 100), "Red threat zone")], name="release")
    found = ask(DISTANCES=2, CLASS_TEXT="nothing: 1", CLASS_FIELD="kind", THREAT_ZONES=[zones], THREAT_FACTORY_FIELD="")
    assert [row["measured_from"] for row in ask.table("zones")] == ["threat zone"]
    assert {(r["factory_id"], r["other_id"], r["level"]) for r in ask.table("dominoes")} in (
        {("F1", "F2", "inner")}, {("F2", "F1", "inner")},
    )  # fmt: skip
    assert sorted(row["note"].replace("textiles", "chemicals") for row in found.values()) == [
        "its class “chemicals” has no distance",
        "only the threat zones of a model; its class “chemicals” has no distance",
    ]  # fmt: skip
    assert "Factories with zones: 1 of 2; measured from: threat zone 1." in ask.said.text()


def test_a_factory_without_a_place_still_endangers_others(ask):
    rows = [(None, "F0", "Zero", "2011", "large", 0.0, "chemicals", 200.0, 500.0), PAIR[0]]
    zones = L.layer("Polygon", (("name", "text"), ("plant", "text")), [(L.box(-50, -50, 100), "red", "F0")], name="tz")
    found = ask(FACTORIES=factories(rows), THREAT_ZONES=[zones], THREAT_FACTORY_FIELD="plant")
    (pair,) = ask.table("dominoes")
    assert (pair["factory_id"], pair["other_id"], pair["distance_m"], pair["relation"]) == ("F0", "F1", None, "one way")
    assert ask.shapes("dominoes") == [None]
    assert (found["F0"]["endangers"], found["F1"]["endangered_by"]) == (1, 1)
    assert found["F0"]["note"] == "only the threat zones of a model; no geometry"


def test_rings_of_zones_that_are_not_nested(ask):
    """Orange lies beside red, yellow holds both: its ring is without either."""
    zones = L.layer("Polygon", (("name", "text"),), [
        (L.box(0, 0, 100), "Red"), (L.box(200, 0, 100), "Orange"), (L.box(0, 0, 400, 100), "Yellow")],
        name="zones")  # fmt: skip
    ask(THREAT_ZONES=[zones], RINGS=True)
    rows = {r["level"]: r["area_ha"] for r in ask.table("zones") if r["measured_from"] == "threat zone"}
    assert rows == {name: pytest.approx(area / SCALE**2, rel=1e-5) for name, area in zip(LEVELS, (1, 1, 2))}


@pytest.mark.parametrize("name", ["Orange|layerid=0", "Orange | AEGL-2", "Orange's", "Orange!!::!!x"])
def test_folders_of_a_kml_with_any_name(ask, tmp_path, name):
    plumes = [("Red", 400, 80), (name, 1100, 200), ("Yellow", 2400, 420)]
    body = "".join(f"<Folder><name>{n}</name>{safety_kml._zone('zone', '', safety_kml._plume(far, wide))}</Folder>"
                   for n, far, wide in plumes)  # fmt: skip
    file = tmp_path / "release.kml"
    file.write_text(f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>', encoding="utf-8")
    ask(THREAT_ZONES=[str(file)])
    given = [r for r in ask.table("zones") if r["measured_from"] == "threat zone"]
    assert sorted(r["level"] for r in given) == ["inner", "middle", "outer"]
    assert {r["source_id"] for r in given} == {"release.kml"}


def test_zones_of_a_layer_in_memory_bear_its_name(ask):
    zones = L.layer("Polygon", (("name", "text"),), [(L.box(-50, -50, 100), "red")], name="release of 3 May")
    ask(THREAT_ZONES=[zones])
    assert {r["source_id"] for r in ask.table("zones")} == {None, "release of 3 May"}


# --- pairs ------------------------------------------------------------------------------------------------------------


def test_dominoes_are_directed_and_say_when_mutual(ask):
    rows = [
        (L.point(0, 0), "A", "A", "2011", None, 0.0, None, 200.0, 500.0),
        (L.point(150, 0), "B", "B", "2011", None, 0.0, None, None, 160.0),
        (L.point(-400, 0), "C", "C", "2011", None, 0.0, None, None, 50.0),
        (L.point(0, 0), "A", "A again", "2011", None, 0.0, None, None, 50.0),
        (L.point(-400, 0), "D", "At the same place", "2011", None, 0.0, None, None, None),
    ]
    found = ask(FACTORIES=factories(rows))
    pairs = {(r["factory_name"], r["other_name"]): (r["level"], r["relation"]) for r in ask.table("dominoes")}
    assert pairs == {
        ("A", "B"): ("inner", "mutual"), ("B", "A"): ("outer", "mutual"),
        ("A", "C"): ("outer", "one way"), ("A", "At the same place"): ("outer", "one way"),
        ("C", "At the same place"): ("outer", "one way"),
    }  # fmt: skip
    lines = dict(zip([(r["factory_name"], r["other_name"]) for r in ask.table("dominoes")], ask.shapes("dominoes")))
    assert lines["A", "B"].equals(shapely.LineString([(L.X0, L.Y0), (L.X0 + 150, L.Y0)]))
    assert lines["C", "At the same place"] is None
    assert (found["D"]["endangers"], found["D"]["endangered_by"]) == (None, 2)
    assert "pairs 4, of these mutual 1 and one way 3." in ask.said.text()
    assert ask.results["PAIRS_COUNT"] == 4


TWICE = [
    PAIR[0],
    (L.point(50, 0), "F1", "One again", "2011", "large", 20.0, "chemicals", 200.0, 500.0),
    (L.point(400, 0), "F2", "Two", "1410", "small", 0.0, "textiles", 100.0, 500.0),
]


@pytest.mark.parametrize("order", [1, -1])
def test_rows_of_one_id_are_one_factory(ask, tmp_path, order):
    schools = places([(L.point(150, 0), "s", "School", 10)])
    ask(FACTORIES=factories(TWICE[::order]), RECEPTORS=[schools], SUMMARY=str(tmp_path / "s.json"))
    (receptor,) = ask.table("receptors")
    assert (receptor["factories"], receptor["factory_id"]) == (2, "F1")
    outer = next(r for r in ask.table("overall") if (r["class"], r["level"]) == ("all classes", "outer"))
    assert outer["factories"] == 2
    exposure = {(r["factory_id"], r["level"]): (r["factory_name"], r["receptors"]) for r in ask.table("exposure")}
    assert len(ask.table("exposure")) == len(exposure) == 4
    assert exposure["F1", "outer"] == ("One", 1)
    pairs = {(r["factory_id"], r["other_id"]): (r["distance_m"], r["relation"]) for r in ask.table("dominoes")}
    assert pairs == {
        ("F1", "F2"): (pytest.approx(350 / SCALE, abs=0.01), "mutual"),
        ("F2", "F1"): (pytest.approx(350 / SCALE, abs=0.01), "mutual"),
    }
    assert {(r["factory_id"], r["endangers"], r["endangered_by"], r["receptors"]) for r in ask.table("factories")} == {
        ("F1", 1, 1, 1), ("F2", 1, 1, 1),
    }  # fmt: skip
    assert "Factories with zones: 2 of 2;" in ask.said.text()
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (told["factories"], told["factory_rows"], told["with_zones"]) == (2, 3, 2)
    assert (told["domino_pairs"], told["mutual_pairs"], told["one_way_pairs"]) == (1, 1, 0)


def test_an_installation_takes_the_place_of_all_rows_of_its_factory(ask):
    tank = L.layer("Point", (("factory_id", "text"),), [(L.point(1000, 0), "F1")], name="tank")
    ask(FACTORIES=factories(TWICE), INSTALLATIONS=tank)
    rows = {(r["factory_id"], r["measured_from"]) for r in ask.table("zones")}
    assert rows == {("F1", "installation"), ("F2", "point")}
    notes = sorted(r["note"] or "" for r in ask.table("factories"))
    assert notes == ["", "", "its zones start from its installations: see the other row with its id"]


def test_installations_of_several_points_and_accuracies_in_words(ask):
    two = f"MULTIPOINT (({L.X0} {L.Y0}), ({L.X0 + 1000} {L.Y0}))"
    rows = [(two, "F1", "T1", "20 m"), (L.point(0, 300), "F2", "T2", "about ten")]
    tanks = L.layer("MultiPoint", (("factory_id", "text"), ("id", "text"), ("accuracy_m", "text")), rows, name="tanks")
    found = ask(INSTALLATIONS=tanks)
    assert {id_: row["sources"] for id_, row in found.items()} == {"F1": 2, "F2": 1}
    assert [(r["source_id"], r["accuracy_m"]) for r in ask.table("accuracy_outline")] == [("T1", 20.0), ("T1", 20.0)]
    assert "no accuracy in metres: “about ten”; installations: 1" in ask.said.text()


def test_a_closed_factory_has_no_zone(ask):
    fields = (*FIELDS, ("status", "text"))
    rows = [(*PAIR[0], "decommissioned"), (*PAIR[1][:-1], 900.0, "functional")]
    found = ask(FACTORIES=L.layer("Point", fields, rows, name="factories"))
    assert {r["factory_id"] for r in ask.table("zones")} == {"F2"}
    assert (found["F1"]["note"], found["F1"]["sources"], found["F1"]["endangered_by"]) == (
        "decommissioned: closed for good", 0, 0,
    )  # fmt: skip
    assert "Without a zone: decommissioned: closed for good: 1." in ask.said.text()


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("chem", ["threat zone", "chem"]),
        ("a, b", ["threat zone", "a, b"]),
        ('"a, b"; chem', ["threat zone", "a, b", "chem"]),
        ("chem big, threat zone", ["chem big", "threat zone"]),
        ("a, b, chem big", ["threat zone", "a, b", "chem big"]),
        ("", ["threat zone", "chem big"]),
    ],
)
def test_the_order_of_classes(ask, order, first):
    rows = [(L.point(i * 1600, 0), f"F{i}", None, "2011", None, 0.0, kind, 100.0, far)
            for i, (kind, far) in enumerate((("chem", 500.0), ("chem big", 600.0), ("a, b", 550.0)))]  # fmt: skip
    zones = L.layer("Polygon", (("name", "text"),), [(L.box(0, 0, 100), "Red")], name="tz")
    ask(FACTORIES=factories(rows), CLASS_FIELD="kind", THREAT_ZONES=[zones], CLASS_ORDER=order)
    ranks = {row["rank"]: row["class"] for row in ask.table("overlap_free")}
    assert [ranks[i + 1] for i in range(len(first))] == first


def test_a_class_may_not_be_called_like_all_of_them(ask):
    rows = [(*PAIR[0][:6], "all classes", *PAIR[0][7:]), PAIR[1]]
    ask(FACTORIES=factories(rows), CLASS_FIELD="kind")
    outer = {r["class"]: r["factories"] for r in ask.table("overall") if r["level"] == "outer"}
    assert outer == {"all classes": 2, "all classes (class)": 1, "textiles": 1}


def test_khmer_digits_in_a_field_of_metres(ask):
    fields = (("factory_id", "text"), ("far", "text"))
    layer = L.layer("Point", fields, [(L.point(0, 0), "F1", "៣០០")], name="factories")
    assert ask(FACTORIES=layer, DISTANCE_FIELDS=["far"])["F1"]["reach_m"] == 300


def test_a_row_of_classes_without_a_class_is_told(ask, tmp_path):
    table = tmp_path / "classes.csv"
    table.write_text("class,outer_m\nchemicals,300\n,500\n", encoding="utf-8")
    ask(DISTANCES=2, CLASS_TABLE=str(table), CLASS_FIELD="kind")
    assert "row 2 has metres and no class" in ask.said.text()


def test_the_order_of_rows_changes_nothing(ask):
    rng = np.random.default_rng(5)
    codes, metres = rng.choice(["2011", "1410", "1010"], 40).tolist(), rng.choice([300.0, 700.0], 40).tolist()
    rows = [
        (L.point(*rng.uniform(0, 4000, 2).tolist()), f"F{i:02d}", f"Factory {i}", code, None, 5.0, None, 100.0, far)
        for i, (code, far) in enumerate(zip(codes, metres))
    ]
    seen = [(L.point(*rng.uniform(0, 4000, 2).tolist()), str(i), f"School {i}", i) for i in range(60)]
    told = []
    for order in (slice(None), slice(None, None, -1)):
        schools = places(seen[order])
        ask(FACTORIES=factories(rows[order]), RECEPTORS=[schools], PEOPLE=schools, PEOPLE_FIELD="people")
        tables = ("zones", "overlap_free", "receptors", "exposure", "overall", "dominoes")
        told.append({
            name: sorted(str({k: v for k, v in row.items() if k not in ("fid", "geom")}) for row in ask.table(name))
            for name in tables
        })  # fmt: skip
    assert told[0] == told[1]


def test_against_brute_force(ask):
    rng = np.random.default_rng(11)
    at = rng.uniform(0, 5000, (50, 2))
    far = rng.choice([200.0, 600.0, 900.0], 50)
    where = rng.uniform(0, 5000, (200, 2))
    rows = [
        (L.point(*xy.tolist()), f"F{i}", None, "2011", None, 0.0, None, float(m) / 2, float(m))
        for i, (xy, m) in enumerate(zip(at, far))
    ]
    schools = places([(L.point(*xy.tolist()), str(i), f"S{i}", 3) for i, xy in enumerate(where)])
    ask(FACTORIES=factories(rows), RECEPTORS=[schools], PEOPLE=schools, PEOPLE_FIELD="people", SEGMENTS=90)
    apart = np.hypot(*(at[:, None] - where[None]).transpose(2, 0, 1)) / SCALE
    for level, factor in (("inner", 0.5), ("outer", 1.0)):
        inside = apart <= far[:, None] * factor
        row = next(r for r in ask.table("overall") if (r["class"], r["level"]) == ("all classes", level))
        assert (row["receptors"], row["people"]) == (inside.any(axis=0).sum(), 3 * inside.any(axis=0).sum())
        each = {r["factory_id"]: r["receptors"] for r in ask.table("exposure") if r["level"] == level}
        assert each == {f"F{i}": n for i, n in enumerate(inside.sum(axis=1).tolist())}
    between = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) / SCALE
    np.fill_diagonal(between, np.inf)
    assert len(ask.table("dominoes")) == (between <= far[:, None]).sum()


# --- people of a raster -----------------------------------------------------------------------------------------------


def raster(path, values, crs=32648, cell=100.0, corner=(L.X0 - 500, L.Y0 + 500), nodata=-1.0):
    from osgeo import gdal, osr

    made = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Float32)
    made.SetGeoTransform((corner[0], cell, 0, corner[1], 0, -cell))
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        made.SetProjection(reference.ExportToWkt())
    band = made.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(values)
    made = band = None
    return str(path)


def test_people_of_a_raster_count_by_the_centre_of_their_cell(ask, tmp_path):
    """Ten by ten cells of 100 m around F1, 4 people in each, one without data: those whose centre is within 200 m."""
    values = np.full((10, 10), 4.0)
    values[4, 4] = -1  # centre at (-50, 50): without data
    one = [(L.point(0, 0), "F1", "One", "2011", "large", 20.0, "chemicals", None, 200.0)]
    rows = ask(FACTORIES=factories(one), POPULATION=raster(tmp_path / "p.tif", values))
    centres = np.arange(-450, 500, 100)
    within = (np.hypot(*np.meshgrid(centres, centres)) <= 200 * SCALE).sum() - 1
    assert within == 11
    assert rows["F1"]["people"] == 4 * within
    rows = ask(FACTORIES=factories(one), POPULATION=raster(tmp_path / "d.tif", values), POPULATION_UNIT=1)
    assert rows["F1"]["people"] == pytest.approx(4 * within * 0.01 / SCALE**2, abs=0.01)  # a cell is 0.01 km²


@pytest.mark.parametrize("nodata", [-1.0, None])
def test_what_an_officer_calls_without_data_is_nobody(ask, tmp_path, nodata):
    """Values set as without data in the layer's properties, beside or instead of the file's own."""
    from qgis.core import QgsRasterLayer, QgsRasterRange

    values = np.full((10, 10), 4.0)
    values[5, 5], values[4, 4] = 99999, 70
    layer = QgsRasterLayer(raster(tmp_path / "p.tif", values, nodata=nodata), "people")
    kinds = QgsRasterRange.BoundsType
    layer.dataProvider().setUserNoDataValue(
        1,
        [QgsRasterRange(99999, 99999), QgsRasterRange(4, 70, kinds.IncludeMax)],  # 4 itself counts, 70 does not
    )
    one = [(L.point(0, 0), "F1", "One", "2011", "large", 20.0, "chemicals", None, 900.0)]
    assert ask(FACTORIES=factories(one), POPULATION=layer)["F1"]["people"] == 4 * 98


def test_a_raster_in_degrees_keeps_its_people(ask, tmp_path):
    """All cells in one zone: the sum of the raster, whatever its CRS."""
    from pyproj import Transformer

    lon, lat = Transformer.from_crs(32648, 4326, always_xy=True).transform(L.X0, L.Y0)
    values = np.random.default_rng(3).integers(0, 50, (700, 30)).astype(float)
    path = raster(tmp_path / "p.tif", values, 4326, 0.0001, (lon - 0.0015, lat + 0.035))
    one = [(L.point(0, 0), "F1", "One", "2011", "large", 20.0, "chemicals", None, 9000.0)]
    rows = ask(FACTORIES=factories(one), POPULATION=path)
    assert rows["F1"]["people"] == values.sum()


# --- provinces, summary, picture --------------------------------------------------------------------------------------


def test_provinces_divide_ground_and_people(ask):
    rows = [(L.box(-2000, -2000, 2400, 4000), "01", "West"), (L.box(400, -2000, 4000), "02", "East")]
    provinces = L.layer("Polygon", (("province_code", "text"), ("name_en", "text")), rows, name="provinces")
    people = places([(L.point(100, 0), "1", "a", 10), (L.point(700, 0), "2", "b", 5)], "villages")
    ask(PROVINCES=provinces, PEOPLE=people, PEOPLE_FIELD="people")
    rows = {(r["province_name"], r["level"]): r for r in ask.table("by_province") if r["class"] == "all classes"}
    assert (rows["West", "outer"]["people"], rows["East", "outer"]["people"]) == (10, 5)
    whole = next(r for r in ask.table("overall") if (r["class"], r["level"]) == ("all classes", "outer"))
    assert sum(rows[name, "outer"]["area_ha"] for name in ("West", "East")) == pytest.approx(whole["area_ha"], rel=1e-5)


@pytest.mark.parametrize("as_raster", [False, True])
def test_people_on_a_border_live_in_one_province(ask, tmp_path, as_raster):
    rows = [(L.box(0, -2000, 2000, 4000), "2", "East"), (L.box(-2000, -2000, 2000, 4000), "1", "West")]
    provinces = L.layer("Polygon", (("code", "text"), ("name", "text")), rows, name="provinces")
    people = places([(L.point(0, 100), "1", "On the border", 10), (L.point(5, 100), "2", "East of it", 3)], "villages")
    given = {"PEOPLE": people, "PEOPLE_FIELD": "people"}
    if as_raster:
        values = np.array([[10.0, 3.0]])
        given = {"POPULATION": raster(tmp_path / "p.tif", values, corner=(L.X0 - 50, L.Y0 + 150))}
    ask(PROVINCES=provinces, **given)
    told = {r["province_name"]: r["people"] for r in ask.table("by_province")
            if (r["class"], r["level"]) == ("all classes", "outer")}  # fmt: skip
    assert told == {"West": 10, "East": 3}


def test_the_summary_says_what_was_found_and_how_exact_it_is(ask, tmp_path):
    people = places([VILLAGE], "villages")
    ask(RECEPTORS=[people], PEOPLE=people, PEOPLE_FIELD="people", SUMMARY=str(tmp_path / "s.json"))
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (told["factories"], told["with_zones"], told["domino_pairs"]) == (2, 2, 0)
    assert told["levels"][2] == {
        "level": "outer", "area_ha": told["levels"][2]["area_ha"], "receptors": {"villages": 1}, "people": 120.0,
    }  # fmt: skip
    assert told["people_added_up_over_factories"] == 240
    # Half a segment's height: 1 - cos(pi / 64) of the radius.
    assert told["exactness"]["polygon_short_by_share"] == pytest.approx(1 - math.cos(math.pi / 64), abs=1e-6)
    assert "the edge of the longest one (500 m) is off by at most" in ask.said.text()


def test_every_table_has_its_style(ask):
    people = places([VILLAGE], "villages")
    ask(RECEPTORS=[people])
    with closing(sqlite3.connect(ask.output)) as connection:
        styled = {name for (name,) in connection.execute("SELECT f_table_name FROM layer_styles")}
        tables = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    assert {"zones", "dissolved", "overlap_free", "receptors", "dominoes", "factories", "accuracy_outline"} <= styled
    assert styled <= tables


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"DISTANCE_FIELDS": ["far_m", "near_m"]}, "must grow from level to level, but “far_m” is 500 m and “near_m”"),
        ({"DISTANCE_FIELDS": ["kind"]}, "Factory “F1”: “chemicals” in field “kind” is no distance"),
        ({"DISTANCE_FIELDS": ["nowhere"]}, "has no field “nowhere” (DISTANCE_FIELDS)"),
        ({"DISTANCE_FIELDS": []}, "Choose the fields of metres"),
        ({"DISTANCES": 2}, "Type the classes and their metres (CLASS_TEXT)"),
        ({"DISTANCES": 2, "CLASS_TEXT": "chemicals 300"}, "“chemicals 300” is not “class: metres, metres”"),
        ({"DISTANCES": 2, "CLASS_TEXT": "x: 300, 200", "CLASS_FIELD": "kind"}, "Class “x”: distances must grow"),
        ({"DISTANCES": 2, "CLASS_TEXT": "x: -5", "CLASS_FIELD": "kind"}, "Class “x”: “-5” is no distance"),
        ({"DISTANCES": 2, "CLASS_TEXT": "a: 1; A: 2", "CLASS_FIELD": "kind"}, "Class “A” has distances twice"),
        ({"DISTANCES": 2, "CLASS_TEXT": "chemicals: 300"}, "Class “chemicals” is no ISIC Rev. 4 code"),
        ({"DISTANCES": 2, "CLASS_TEXT": "x: 3", "CLASS_FIELD": "kind"}, "No factory of layer “factories” has a dist"),
        ({"DISTANCES": 2, "CLASS_TEXT": "x: 1, 2, 3, 4", "CLASS_FIELD": "kind"}, "4 distances, but there are 3 levels"),
        ({"DISTANCES": 2, "CLASS_TEXT": "C: 1,500"}, "“1,500” may be one number or two"),
        ({"DISTANCES": 2, "CLASS_TEXT": "20: 300; C20: 500"}, "Class “C20” has distances twice (“20”)"),
        ({"LEVELS": "a, A"}, "Names of the levels (LEVELS)"),
        ({"CRS": "EPSG:4326"}, "is in degrees"),
        ({"CLASS_ORDER": "unknown"}, "no source is of class “unknown”"),
        ({"RECEPTORS": ["nothing.gpkg"]}, "Receptors: there is no layer or file “nothing.gpkg”"),
        ({"OUTPUT": "result.shp"}, "is a GeoPackage"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_refused(run, tmp_path, given, said):
    assert said in refused(run, tmp_path, **given)


def test_negative_distances_and_people(run, tmp_path):
    rows = [(L.point(0, 0), "F1", "One", "2011", "large", 0.0, "c", -5.0, 500.0)]
    assert "Factory “F1”: “-5” in field “near_m” is no distance" in refused(run, tmp_path, FACTORIES=factories(rows))
    people = places([(L.point(0, 0), "1", "a", -3)])
    assert "-3 people" in refused(run, tmp_path, PEOPLE=people, PEOPLE_FIELD="people")
    assert "Say which field" in refused(run, tmp_path, PEOPLE=people)
    assert "holds no numbers" in refused(run, tmp_path, PEOPLE=people, PEOPLE_FIELD="name")


def test_rasters_and_tables_that_do_not_fit(run, tmp_path, root):
    pack = str(root / "data" / "rules" / "kh-zoning-parks.yaml")
    assert "has no rule “distance at least” about receptors" in refused(run, tmp_path, DISTANCES=0, RULES=pack)
    assert "choose a file whose name ends in .yaml" in refused(run, tmp_path, DISTANCES=0, RULES="rules.txt")
    bare = raster(tmp_path / "bare.tif", np.ones((3, 3)), crs=0)
    assert "has no coordinate reference system" in refused(run, tmp_path, POPULATION=bare)
    good = raster(tmp_path / "good.tif", np.ones((3, 3)))
    people = places([VILLAGE])
    assert "not from both" in refused(run, tmp_path, POPULATION=good, PEOPLE=people, PEOPLE_FIELD="people")
    table = tmp_path / "t.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "needs a column “class”" in refused(run, tmp_path, DISTANCES=2, CLASS_TABLE=str(table))
    tanks = L.layer("Point", (("owner", "text"),), [(L.point(0, 0), "F1")], name="tanks")
    assert "has no field “factory_id” (INSTALLATION_FACTORY_FIELD)" in refused(run, tmp_path, INSTALLATIONS=tanks)
    line = f"LINESTRING ({L.X0} {L.Y0}, {L.X0 + 1} {L.Y0})"
    pipes = L.layer("LineString", (("factory_id", "text"),), [(line, "F1")], name="pipes")
    assert "points or polygons" in refused(run, tmp_path, INSTALLATIONS=pipes)
    zones = L.layer("Polygon", (("tier", "text"), ("plant", "text")), [(L.box(0, 0, 5), "red", "X")], name="zones")
    assert "no factory has the id “X”" in refused(run, tmp_path, THREAT_ZONES=[zones], THREAT_FACTORY_FIELD="plant")
    lines = L.layer("LineString", (), [(f"LINESTRING ({L.X0} {L.Y0}, {L.X0 + 1} {L.Y0})",)], name="lines")
    assert "hold no polygon that can be used" in refused(run, tmp_path, THREAT_ZONES=[lines])


def test_an_input_is_never_replaced(run, tmp_path):
    saved = L.saved(factories(), tmp_path / "register.gpkg", "factories")
    assert "register.gpkg" in refused(run, tmp_path, FACTORIES=saved, OUTPUT=str(tmp_path / "register.gpkg"))


@pytest.mark.parametrize("after", [0, 20, 50, 80])
def test_cancelled_runs_leave_nothing(run, tmp_path, feedback, after):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda done: feedback.cancel() if done >= after else None)
    output = tmp_path / "c.gpkg"
    given = {"FACTORIES": factories(), "DISTANCES": 1, "DISTANCE_FIELDS": ["far_m"], "OUTPUT": str(output)}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("safety_buffers", given, feedback=feedback)
    assert not list(tmp_path.iterdir())


# --- the real program -------------------------------------------------------------------------------------------------


def test_the_demo_through_qgis_process(qgis_process, demo_gpkg, tmp_path):
    output = tmp_path / "safety.gpkg"
    done = qgis_process(
        "run", "factory:safety_buffers", f"--FACTORIES={demo_gpkg}|layername=factories",
        f"--RECEPTORS={demo_gpkg}|layername=schools", f"--RECEPTORS={demo_gpkg}|layername=residential",
        f"--PROVINCES={demo_gpkg}|layername=provinces", f"--OUTPUT={output}", f"--SUMMARY={tmp_path / 's.json'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    rows = L.rows(output, "factories")
    assert told["factory_rows"] == len(rows) == 965
    assert told["factories"] == len({row["factory_id"] for row in rows})
    assert {pack["id"] for pack in told["packs"]} == {"vn-tcvn-4449", "hk-hkpsg-table-1-3"}
    assert told["with_zones"] == len({row["factory_id"] for row in rows if row["sources"] > 0})
    assert len(L.rows(output, "receptors")) == sum(told["levels"][-1]["receptors"].values()) > 50
