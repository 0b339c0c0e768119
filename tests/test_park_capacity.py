"""park_capacity as an officer meets it: two parks computed by hand, ranges, ranking, and sentences about bad input."""

from __future__ import annotations

import json

import pytest
import shapely
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

HA = 1 / 0.9996**2  # of a hectare in the plane, on the ground
FIELDS = (
    ("factory_id", "text"), ("name_en", "text"), ("isic", "text"), ("loc_accuracy_m", "real"), ("park_id", "text"),
    ("size_class", "text"), ("employees", "integer"), ("status", "text"),
)  # fmt: skip
PARK_FIELDS = (("park_id", "text"), ("name_en", "text"), ("area_ha", "text"), ("permitted_isic", "text"))
REGISTER = [
    (L.point(500, 500), "F1", "Sure", "1410", 10, "A", "medium", 100, "functional"),
    (L.point(5, 500), "F2", "Says so", "1313", 10, "A", "small", 50, "functional"),
    (L.point(995, 500), "F3", "On the edge", "1410", 10, None, "large", 300, "functional"),
    (L.point(1200, 500), "F4", "Elsewhere", "1410", 10, "A", "large", 30, "functional"),
    (None, "F5", "Lost", "2011", 10, "A", "micro", 7, "functional"),
    (L.point(600, 600), "F6", "Closed", "2011", 10, "A", "large", 900, "decommissioned"),
    (L.point(5100, 100), "F7", "No size", "2011", 10, "B", None, None, "projected"),
    (L.point(8000, 100), "F8", "Around B", "2029", 10, None, "large", 40, "functional"),
    (L.point(8000, 200), "F9", "Around B, too", None, 10, None, "large", None, "functional"),
]
PARKS = [
    (L.box(0, 0, 1000), "A", "Alpha", "100", "13, 14"),
    (L.box(5000, 0, 500), "B", "Beta", "79 ha", None),
    (L.box(5500, 0, 500), "B", "Beta", None, None),
]


def register(rows=None, name="factories", kind="Point"):
    return L.layer(kind, FIELDS, REGISTER if rows is None else rows, name=name)


def parks(rows=None):
    return L.layer("MultiPolygon", PARK_FIELDS, PARKS if rows is None else rows, name="parks")


def places(name, *rows, kind="Point", fields=(("id", "text"), ("name", "text"))):
    return L.layer(kind, fields, rows, name=name)


def port():
    return places("ports", (L.point(-20_000, 500), "1", "West Port"), (L.point(40_000, 250), "2", "East Port"))


@pytest.fixture
def ask(run, tmp_path):
    def go(**given):
        parameters = {"FACTORIES": register(), "PARKS": parks(), "OUTPUT": str(go.output), **given}
        go.results, go.said = run("park_capacity", parameters), run.feedback
        return {row["park_id"]: row for row in L.rows(go.output, "parks")}

    go.output = tmp_path / "capacity.gpkg"
    go.table = lambda name: L.rows(go.output, name)
    return go


@pytest.fixture
def refused(run, tmp_path):
    def go(**given):
        from qgis.core import QgsProcessingException

        parameters = {"FACTORIES": register(), "PARKS": parks(), "OUTPUT": str(tmp_path / "no.gpkg"), **given}
        with pytest.raises(QgsProcessingException) as error:
            run("park_capacity", parameters)
        assert not (tmp_path / "no.gpkg").exists()
        return str(error.value)

    return go


def test_two_parks_by_hand(ask):
    found = ask()
    a, b = found["A"], found["B"]
    assert (a["park_name"], a["area_ha"]) == ("Alpha", pytest.approx(100 * HA, abs=0.01))
    assert (a["surely_inside"], a["probably_inside"], a["undecided"]) == (1, 1, 1)
    assert (a["declared_outside"], a["declared_not_located"]) == (1, 1)
    # medium; and small; and large and micro
    occupied = (a["occupied_low_ha"], a["occupied_ha"], a["occupied_high_ha"])
    assert occupied == pytest.approx((2.0, 2.5, 10.7))
    free = (a["vacant_low_ha"], a["vacant_ha"], a["vacant_high_ha"])
    assert free == pytest.approx((100 * HA - 10.7, 100 * HA - 2.5, 100 * HA - 2.0), abs=0.01)
    assert a["vacant_pct"] == pytest.approx(100 * (1 - 2.5 / (100 * HA)), abs=0.06)
    assert a["occupied_from"] == "assumed"
    assert (a["employees_low"], a["employees"], a["employees_high"]) == (100, 150, 457)
    assert (a["employees_per_ha"], a["employees_per_occupied_ha"]) == (1.5, 60.0)
    assert (a["permitted_isic"], a["not_permitted"], a["permit_not_known"]) == ("13, 14", 0, 0)
    assert (a["area_diff_pct"], a["area_note"]) == (0.1, None)
    assert "2.5 of 2.5 occupied ha are assumed from size classes" in a["note"]
    assert "may or may not stand in it: 2" in a["note"]
    # of two features, one park; a licence that says 79 for 50; a size class that nobody recorded
    assert b["area_ha"] == pytest.approx(50 * HA, abs=0.01)
    assert b["licensed_ha"] == 79
    assert b["area_note"] == (
        "Licensed area: not stated in 1 of 2 features. Drawn 50.0 ha, licensed 79 ha: 37 % smaller than the licence."
    )
    assert (b["occupied_low_ha"], b["occupied_ha"], b["occupied_high_ha"]) == pytest.approx(
        (0.2, 2.675, 8.0), abs=0.006
    )
    assert (b["planned"], b["employees"], b["employees_unknown"]) == (1, None, 1)
    assert (b["permitted_isic"], b["not_permitted"], b["permit_not_known"]) == (None, None, 1)
    assert ask.results["PARKS_COUNT"] == 2
    assert ask.results["FACTORIES_COUNT"] == 3
    assert "RANKING_TABLE" not in ask.results
    assert any("planning assumptions" in line for line in ask.said.info)


def test_the_factories_and_why(ask):
    ask()
    rows = {(row["factory_id"], row["park_id"]): row for row in ask.table("factories")}
    told = {pair: (row["how_surely"], row["counted"], row["permitted"]) for pair, row in rows.items()}
    assert told == {
        ("F1", "A"): ("surely inside", "likely", "permitted"),
        ("F2", "A"): ("probably inside", "likely", "permitted"),
        ("F3", "A"): ("undecided", "possible", "permitted"),
        ("F4", "A"): ("declared, outside", "no", "permitted"),
        ("F5", "A"): ("declared, not located", "possible", "not permitted"),
        ("F6", "A"): ("surely inside", "no", "not permitted"),
        ("F7", "B"): ("surely inside", "likely", "not known"),
    }
    assert rows["F4", "A"]["border_m"] == pytest.approx(200.1, abs=0.05)
    assert rows["F1", "A"]["ground_from"] == "assumed: medium"
    ground = (rows["F7", "B"]["ground_ha"], rows["F7", "B"]["ground_high_ha"], rows["F7", "B"]["ground_from"])
    assert ground == (0.2, 8.0, "assumed: size class not recorded")
    assert (rows["F6", "A"]["ground_ha"], rows["F6", "A"]["ground_from"]) == (None, None)
    assert rows["F5", "A"]["permit_reason"] == "2011 is not on the list of the permit."
    assert rows["F7", "B"]["permit_reason"] == "There is no list of what the permit of this park allows."
    shapes = L.shapes(ask.output, "factories")
    assert sum(shape is None for shape in shapes) == 1


def test_the_neighbours_and_the_mix(ask):
    found = ask(NEIGHBOUR_DISTANCE=3000)
    assert [(row["park_id"], row["factory_id"], row["distance_m"], row["shares_sector"], row["could_move_in"])
            for row in ask.table("neighbours")] == [
        ("A", "F4", pytest.approx(200.1, abs=0.05), "yes", "yes"),
        ("B", "F8", pytest.approx(2000.8, abs=0.05), "yes", "yes"),
        ("B", "F9", pytest.approx(2000.8, abs=0.05), "no", "no"),  # of no recorded activity
    ]  # fmt: skip
    b = found["B"]
    assert (b["neighbours"], b["neighbour_employees"], b["neighbour_employees_unknown"]) == (2, 40, 1)
    assert b["shared_sectors"] == "20 Manufacture of chemicals and chemical products: 1"
    assert b["could_move_in"] == 1
    mix = {(row["park_id"], row["sector"]): row for row in ask.table("mix")}
    assert set(mix) == {("A", "13"), ("A", "14"), ("A", "20"), ("B", "20")}
    one = mix["A", "14"]
    assert (one["factories"], one["share_pct"], one["surely"], one["possible"], one["neighbours"]) == (1, 50.0, 1, 2, 1)
    assert (one["employees"], one["permitted"], one["not_permitted"]) == (100, 1, 0)
    assert (mix["A", "20"]["factories"], mix["A", "20"]["possible"]) == (0, 1)


def test_who_could_move_in(ask):
    """A neighbour of a shared sector, unless it stands in another park or the permit refuses it."""
    rows = [
        (L.point(500, 500), "IN14", "x", "1410", 1, None, "large", 1, None),
        (L.point(500, 600), "IN20", "x", "2011", 1, None, "large", 1, None),
        (L.point(1100, 500), "OUT14", "x", "1430", 1, None, "large", 1, None),
        (L.point(1100, 600), "OUT20", "x", "2023", 1, None, "large", 1, None),  # the permit does not allow it
        (L.point(1100, 700), "OUT10", "x", "1071", 1, None, "large", 1, None),  # no such sector inside
        (L.point(2100, 700), "OTHER14", "x", "1410", 1, None, "large", 1, None),  # stands in Beta
        (L.point(1100, 800), "SHUT14", "x", "1410", 1, None, "large", 1, "decommissioned"),
    ]
    drawn = [PARKS[0], (L.box(2000, 0, 1000), "B", "Beta", "100", None)]
    a = ask(FACTORIES=register(rows), PARKS=parks(drawn))["A"]
    told = {row["factory_id"]: (row["shares_sector"], row["could_move_in"], row["in_park"])
            for row in ask.table("neighbours") if row["park_id"] == "A"}  # fmt: skip
    assert told == {
        "OUT14": ("yes", "yes", None),
        "OUT20": ("yes", "no", None),
        "OUT10": ("no", "no", None),
        "OTHER14": ("yes", "no", "B"),
    }
    assert (a["neighbours"], a["could_move_in"]) == (4, 1)


def test_premises_are_measured_and_overlaps_count_once(ask):
    ground = L.layer(
        "Polygon",
        (("factory_id", "text"),),
        [
            (L.box(400, 400, 200), "F1"),
            (L.box(500, 400, 200), "F2"),  # its own ground, shared with the first
            (L.box(580, 580, 50), None),  # holds F6, which is closed for good
            (L.box(5050, 50, 100), None),  # holds F7
            (L.box(5400, 50, 200), "stranger"),
            (L.box(20_000, 0, 10), "F8"),
        ],
        name="premises",
    )
    found = ask(PREMISES=ground)
    a, b = found["A"], found["B"]
    assert a["premises_ha"] == pytest.approx(6 * HA, abs=0.01)
    assert a["assumed_ha"] == 0
    assert (a["occupied_low_ha"], a["occupied_high_ha"]) == pytest.approx((6 * HA, 6 * HA + 8.2), abs=0.01)
    assert a["occupied_from"] == "premises and assumed"
    assert (b["occupied_from"], b["premises_ha"]) == ("premises", pytest.approx(5 * HA, abs=0.01))
    assert b["vacant_low_ha"] == b["vacant_high_ha"] == pytest.approx(45 * HA, abs=0.02)
    rows = {row["factory_id"]: row for row in ask.table("factories")}
    assert (rows["F2"]["ground_ha"], rows["F2"]["ground_from"]) == (pytest.approx(4 * HA, abs=0.01), "premises")
    assert rows["F7"]["ground_ha"] == pytest.approx(1 * HA, abs=0.01)
    assert any("premises of factories that the register has not: stranger" in w for w in ask.said.warnings)


def test_premises_of_which_two_factories_may_be_the_owner(ask):
    """A closed factory stands in the same polygon, under a lower id: the ground is still taken."""
    rows = [
        (L.point(100, 100), "F1", "Closed", "1410", 1, "A", "large", None, "decommissioned"),
        (L.point(110, 100), "F2", "Open", "1410", 1, "A", "large", None, "functional"),
        (L.point(500, 500), "F3", "Closed as well", "1410", 1, "Z9", "large", None, "Decommissioned"),
    ]
    ground = L.layer("Polygon", (), [(L.box(50, 50, 100),), (L.box(450, 450, 100),)], name="premises")
    a = ask(FACTORIES=register(rows), PREMISES=ground)["A"]
    assert (a["surely_inside"], a["premises_ha"]) == (1, pytest.approx(HA, abs=0.01))
    assert a["occupied_low_ha"] == a["occupied_high_ha"]
    assert "parks that factories declare and layer “parks” has not: Z9; factories: 1" in ask.said.text()


def test_a_register_of_premises(ask):
    rows = [
        (L.box(100, 100, 100), "F1", "Inside", "1410", None, None, "large", 10, None),
        (L.box(150, 100, 100), "F2", "Overlapping it", "1410", None, None, "large", 10, None),
        (L.box(-60, 500, 100), "F3", "Less than half", "1410", None, None, "large", 10, None),
    ]
    found = ask(FACTORIES=register(rows, kind="Polygon"))
    a = found["A"]
    assert (a["surely_inside"], a["undecided"], a["occupied_from"]) == (2, 1, "premises")
    # the third is less than half inside: whether it stands there is open, so the least does without it
    assert (a["occupied_low_ha"], a["occupied_high_ha"]) == pytest.approx((1.5 * HA, 1.9 * HA), abs=0.01)
    assert a["occupied_ha"] == a["premises_ha"] == a["occupied_high_ha"]
    assert {shape.geom_type for shape in L.shapes(ask.output, "factories")} == {"MultiPolygon"}
    assert found["B"]["occupied_from"] == "nothing known inside"
    assert "No factory of the register stands in it: how much of it is free is not known." in found["B"]["note"]


def test_a_park_of_which_nothing_is_known_is_not_called_empty(ask):
    rows = [*PARKS, (L.box(0, 9000, 1000), "C", "Gamma", "100", "14")]
    asked = {"PARKS": parks(rows), "ACTIVITY": "1410", "AREA_NEEDED": 5, "WEIGHTS": "vacancy 1"}
    c = ask(**asked)["C"]
    assert (c["vacant_pct_low"], c["vacant_pct_high"], c["occupied_from"]) == (0, 100, "nothing known inside")
    assert (c["vacant_pct"], c["vacant_ha"], c["occupied_ha"]) == (None, None, None)
    row = next(row for row in ask.table("ranking") if row["park_id"] == "C")
    assert (row["rank"], row["room"], row["score_pct_low"], row["score_pct_high"]) == (
        3,
        "not certain",
        0,
        100,
    )  # as good as B, less certain
    assert "not known: the register has no factory in it; 0 to 100.1 ha free" in row["why"]
    c = ask(**asked, COMPLETE=True)["C"]
    assert (c["vacant_pct_low"], c["vacant_pct"], c["occupied_from"], c["note"]) == (
        100,
        100,
        "no factory inside",
        None,
    )
    row = next(row for row in ask.table("ranking") if row["park_id"] == "C")
    assert (row["room"], row["fits"], row["score_pct_low"]) == ("yes", "yes", 100)


def test_licensed_areas_that_are_none(ask):
    rows = [
        (L.box(0, 0, 1000), "A", "Zero", "0", None),
        (L.box(2000, 0, 1000), "B", "Word", "unknown", None),
        (L.box(4000, 0, 1000), "C", "Empty", None, None),
        (L.box(6000, 0, 1000), "D", "Thousandth", "0.1", None),
        (L.box(8000, 0, 1000), "E", "Thousands", "1,688", None),
        (L.box(10000, 0, 1000), "F", "Khmer", "១០០ ហិកតា", None),
        (L.box(12000, 0, 1000), "G", "Parts", "60", None),
        (L.box(13000, 0, 1000), "G", "Parts", "70.5", None),
    ]
    found = ask(PARKS=parks(rows))
    assert {id_: row["licensed_ha"] for id_, row in found.items()} == {
        "A": None, "B": None, "C": None, "D": 0.1, "E": None, "F": 100.0, "G": 130.5,
    }  # fmt: skip
    assert found["A"]["area_note"] == "Where the licensed area should be, there is “0”: no area in hectares."
    assert "there is “unknown”" in found["B"]["area_note"]
    assert found["C"]["area_note"] == "The licensed area is not known."
    assert "Licensed area: added up from 2 features." in found["G"]["area_note"]
    assert found["A"]["area_diff_pct"] is None
    assert "about 1,000 times: one of them may be in another unit" in found["D"]["area_note"]
    said = ask.said.text()
    for park, given in (("A", "0"), ("B", "unknown"), ("E", "1,688")):
        assert f"the licensed area of park {park}, “{given}”, is no area in hectares" in said
    assert "the features of park G have different licensed areas" in said


def test_permits_from_a_table(ask):
    table = L.layer(
        "NoGeometry",
        (("park_id", "text"), ("isic", "text")),
        [(None, "A", "20"), (None, "A", "C14"), (None, "B", "13; nonsense"), (None, "X", "10")],
        name="permits",
    )
    found = ask(PERMITS=table)
    assert found["A"]["permitted_isic"] == "14, 20"  # not the field: 13 is gone
    assert (found["A"]["not_permitted"], found["A"]["permit_not_known"]) == (1, 0)
    # what cannot be read may permit it
    assert (found["B"]["permitted_isic"], found["B"]["not_permitted"], found["B"]["permit_not_known"]) == ("13", 0, 1)
    said = ask.said.text()
    assert "the permit of park B has what is no ISIC code: “nonsense”" in said
    assert "the table of permits names parks that the layer has not: X" in said


def test_distances_to_facilities(ask):
    more = L.layer(
        "Point",
        (("id", "text"), ("name", "text"), ("what", "text")),
        [(L.point(100, 100), "9", "Grid A", "Substations"), (L.point(100, 100), "10", "Twin", "substation"),
         (L.point(0, 3000), "3", "Halt", "railway station"), (None, "4", "Nowhere", "railway station")],
        name="infrastructure",
    )  # fmt: skip
    road = places("highways", (f"LINESTRING ({L.X0 - 9000} {L.Y0 - 1000}, {L.X0 + 9000} {L.Y0 - 1000})", "5", "NR 4"),
                  kind="LineString")  # fmt: skip
    found = ask(PORTS=port(), HIGHWAYS=road, FACILITIES=[more], FACILITY_KIND_FIELD="what")
    a = found["A"]
    assert (a["port_m"], a["highway_m"], a["substation_m"], a["airport_m"]) == (
        pytest.approx(20_008.0, abs=0.5), pytest.approx(1000.4, abs=0.1), 0.0, None,
    )  # fmt: skip
    assert found["B"]["port_m"] == pytest.approx(25_010, abs=1)  # to the west one: 25 km
    rows = {(row["park_id"], row["kind"]): row for row in ask.table("distances")}
    assert {kind for _, kind in rows} == {"port", "highway", "substation", "railway station"}
    assert (rows["A", "substation"]["facility_id"], rows["A", "substation"]["note"]) == ("9", "inside")  # of two at 0
    assert rows["A", "railway station"]["distance_m"] == pytest.approx(2000.8, abs=0.1)
    assert (rows["A", "port"]["facility_name"], rows["A", "port"]["direction"]) == ("West Port", "west")
    lines = L.shapes(ask.output, "distances")
    first = [row["kind"] for row in ask.table("distances") if row["park_id"] == "A"]
    assert first == ["port", "highway", "substation", "railway station"]
    assert lines[2] is None
    assert lines[0].length == pytest.approx(20_000, abs=0.1)


def test_by_road_and_where_there_is_none(ask):
    corners = [(-20_000, 500), (-20_000, 4500), (0, 4500), (0, 500)]
    line = ", ".join(f"{L.X0 + x} {L.Y0 + y}" for x, y in corners)
    road = places("roads", (f"LINESTRING ({line})", "1", "Detour"), kind="LineString")
    found = ask(PORTS=port(), ROADS=road, AREA_NEEDED=1, WEIGHTS="port 1", FAR="port 50")
    rows = {row["park_id"]: row for row in ask.table("distances")}
    assert rows["A"]["road_m"] == pytest.approx(28_011, abs=2)
    assert rows["A"]["road_note"] == "by road"
    assert (rows["B"]["road_m"], rows["B"]["road_note"]) == (None, "no road near the park")
    criteria = {row["park_id"]: row for row in ask.table("criteria")}
    assert criteria["A"]["points"] == pytest.approx(1 - 28.011 / 50, abs=1e-3)
    straight = 1 - 25_010 / 50_000
    assert (criteria["B"]["points_low"], criteria["B"]["points_high"]) == (0, pytest.approx(straight, abs=1e-3))
    assert criteria["B"]["points"] == pytest.approx(straight / 2, abs=1e-3)
    assert "no way by road found" in criteria["B"]["reason"]
    assert found["A"]["rank"] == 1


def test_facilities_without_a_weight_are_told(ask):
    """A layer of highways changes no score as long as nobody weighs it; power counts power plants."""
    given = {"PORTS": port(), "HIGHWAYS": port(), "POWER_PLANTS": port(), "AREA_NEEDED": 1}
    told = "Ranking: “highway” is left out for all parks: it has no weight in WEIGHTS, so it does not count."
    ask(**given)
    assert told in ask.said.info
    assert "“power plant” is left out" not in ask.said.text()
    assert "“port” is left out" not in ask.said.text()
    assert "highway" not in {row["criterion"] for row in ask.table("criteria")}
    ask(**given, WEIGHTS="vacancy 1, highway 2, power 1, port 1")
    assert "left out" not in ask.said.text()
    assert "highway" in {row["criterion"] for row in ask.table("criteria")}
    ask(**given, WEIGHTS="vacancy 1, highway 0, power 1, port 1")
    assert told in ask.said.info


def test_a_ranking_by_hand(ask):
    """Three parks: A may take clothing, B has no list, C refuses it and is too small besides."""
    rows = [*PARKS, (L.box(0, 5000, 100), "C", "Gamma", "1", "10")]
    weights = "vacancy 3, port 2, border 5, same sector 1"
    asked = {"ACTIVITY": "1410", "AREA_NEEDED": 49, "WEIGHTS": weights, "FAR": "port 100"}
    found = ask(PARKS=parks(rows), PORTS=port(), **asked)
    ranking = {row["park_id"]: row for row in ask.table("ranking")}
    assert [row["park_id"] for row in ask.table("ranking")] == ["A", "B", "C"]
    a, b, c = (ranking[id_] for id_ in "ABC")
    assert (a["rank"], a["fits"], a["room"], a["permitted"]) == (1, "yes", "yes", "yes")
    # B: 50.04 ha less 0.2 to 8 ha that are assumed: whether that is enough hangs on the size that nobody recorded
    assert (b["rank"], b["fits"], b["room"], b["permitted"]) == (2, "not certain", "not certain", "not certain")
    assert (c["rank"], c["fits"], c["room"], c["permitted"], c["score_pct"]) == (None, "no", "no", "no", None)
    assert "Ruled out for want of room" in c["why"]
    assert "Ruled out: its permit does not allow 1410" in c["why"]
    free = 100 * HA - 2.5
    points = {"vacancy": free / 98, "port": 1 - 20.008 / 100, "same sector": 1 / 5}
    score = 100 * (3 * points["vacancy"] + 2 * points["port"] + points["same sector"]) / 6
    assert a["score_pct"] == pytest.approx(score, abs=0.06)
    told = {row["criterion"]: row for row in ask.table("criteria") if row["park_id"] == "A"}
    assert {name: row["points"] for name, row in told.items()} == pytest.approx(points, abs=1e-3)
    assert sum(row["contribution"] for row in told.values()) == pytest.approx(a["score_pct"], abs=0.1)
    assert told["same sector"]["reason"] == "factories of the same sector inside: 1 (1 to 2)"
    assert told["same sector"]["points_high"] == pytest.approx(0.4)
    assert told["port"]["reason"] == "port West Port at 20.0 km in a straight line"
    assert "Ranking: “border” is left out for all parks: no layer of them was given." in ask.said.info
    assert "assumed" in told["vacancy"]["reason"]
    assert (found["A"]["rank"], found["C"]["rank"]) == (1, None)


def test_room_that_is_not_certain(ask):
    found = ask(AREA_NEEDED=95)
    row = next(row for row in ask.table("ranking") if row["park_id"] == "A")
    assert (row["room"], row["fits"], row["permitted"]) == ("not certain", "not certain", "not asked")
    assert found["A"]["vacant_low_ha"] < 95 < found["A"]["vacant_high_ha"]
    assert "“same sector” is left out for all parks: no activity was named" in ask.said.text()


def test_the_order_of_rows_changes_nothing(ask):
    def tables():
        names = ("parks", "factories", "distances", "neighbours", "mix", "ranking", "criteria")
        return {name: [{k: v for k, v in row.items() if k not in ("geom", "fid")} for row in ask.table(name)]
                for name in names}  # fmt: skip

    common = {"PORTS": port(), "ACTIVITY": "1410", "AREA_NEEDED": 5}
    ask(**common)
    first = tables()
    ask(**common, FACTORIES=register(REGISTER[::-1]), PARKS=parks(PARKS[::-1]))
    assert tables() == first


def test_overlapping_parks_and_the_summary(ask, tmp_path):
    rows = [PARKS[0], (L.box(400, 400, 1000), "B", "Beta", "100", "20")]
    path = tmp_path / "summary.json"
    found = ask(PARKS=parks(rows), SUMMARY=str(path), ACTIVITY="1410")
    assert (found["A"]["overlaps"], found["B"]["overlaps"]) == ("B", "A")
    assert "shares ground with Beta: what stands there counts in both" in found["A"]["note"]
    summary = json.loads(path.read_text(encoding="utf-8"))
    inside = found["A"]["surely_inside"] + found["B"]["surely_inside"]
    assert inside == 4  # F1, and F1, F3 and F4, which B holds
    assert summary["totals"]["factories_surely_inside"] == 3
    assert summary["totals"]["parks"] == 2
    assert summary["assumptions"]["ground_ha_by_size_class"]["large"] == 8
    assert "planning assumptions" in summary["assumptions"]["text"]
    assert summary["ranking"]["left_out"] == {
        "port": "no layer of them was given", "power": "no layer of them was given",
        "border": "no layer of them was given",
    }  # fmt: skip
    assert [row["park_id"] for row in summary["ranking"]["parks"]] == ["A", "B"]
    assert summary["parks"][0]["park_id"] == "A"
    assert summary["run"]["id"]
    assert {layer["role"] for layer in summary["layers"]} == {"factories", "parks"}


def test_a_park_that_is_more_than_full_and_a_share_that_can_be_let(ask):
    rows = [(L.point(10 + i, 10), f"F{i}", "x", "1410", 1, "A", "large", None, None) for i in range(5)]
    found = ask(FACTORIES=register(rows), PARKS=parks([(L.box(0, 0, 500), "A", "Alpha", "25", None)]), USABLE=50)
    a = found["A"]
    assert a["usable_ha"] == pytest.approx(12.5 * HA, abs=0.01)
    assert (a["vacant_ha"], a["vacant_pct"], a["occupied_ha"]) == (0, 0, 40)
    assert "The occupied ground (40.0 ha) is more than it has to let (12.5 ha): check it." in a["note"]
    assert (a["employees"], a["employees_low"], a["employees_high"], a["employees_unknown"]) == (None, None, None, 5)


def test_a_layer_without_the_fields(ask):
    """Nothing but places: everything that is not known stays unknown."""
    bare = L.layer("Point", (("factory_id", "text"),), [(L.point(500, 500), "F1")], name="bare")
    outlines = L.layer("Polygon", (("park_id", "text"),), [(L.box(0, 0, 1000), "A")], name="outlines")
    a = ask(FACTORIES=bare, PARKS=outlines)["A"]
    assert (a["surely_inside"], a["probably_inside"]) == (0, 1)  # nobody states its accuracy
    assert (a["licensed_ha"], a["permitted_isic"], a["employees"], a["employees_unknown"]) == (None, None, None, 1)
    assert (a["occupied_low_ha"], a["occupied_high_ha"]) == (0, 8)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"WEIGHTS": "vacancy three"}, "“vacancy three” in WEIGHTS is no name with a number"),
        ({"WEIGHTS": "vacancy 3, moon 1"}, "“moon” in WEIGHTS is no criterion. There are: vacancy, same sector, power"),
        ({"SIZE_AREAS": "micro 1, small 1"}, "SIZE_AREAS says nothing of the size class medium, large"),
        ({"SIZE_AREAS": "micro 1, small 1, medium 1, large 1, giant 2"}, "“giant” in SIZE_AREAS is no size class"),
        ({"FAR": "port far"}, "“port far” in FAR is no name with a number"),
        ({"ACTIVITY": "9999"}, "“9999” (ACTIVITY) is no ISIC Rev. 4 code"),
        ({"ACTIVITY": "1410, textile"}, "“textile” (ACTIVITY) is no ISIC Rev. 4 code"),
        ({"USABLE": 0}, "USABLE"),
        ({"AREA_NEEDED": -1}, "AREA_NEEDED"),
        (
            {"PREMISES_ID_FIELD": "nothing", "PERMITS": "there/is/none.csv"},
            "there is no layer or file “there/is/none.csv”",
        ),
        ({"FACILITIES": ["there/is/none.gpkg"]}, "there is no layer or file “there/is/none.gpkg”"),
        ({"OUTPUT": "x.shp"}, "give it a name that ends in .gpkg"),
        ({"CRS": "EPSG:4326"}, "is in degrees"),
    ],
)
def test_bad_parameters_get_one_sentence(refused, given, said):
    assert said in refused(**given)


def test_layers_that_cannot_be_used(refused, tmp_path):
    points = L.layer("Point", PARK_FIELDS, [(L.point(0, 0), "A", "Alpha", "100", None)], name="sez")
    assert refused(PARKS=points) == (
        "Industrial parks: layer “sez” has no boundaries of parks, only points: how full a park is, and what stands in "
        "it, can be told of its boundary alone. Draw the boundaries as polygons, or get them from the licences."
    )
    in_a_file = L.saved(points, tmp_path / "demo.gpkg")
    assert refused(PARKS=in_a_file).startswith("Industrial parks: layer “sez” has")
    table = L.layer("NoGeometry", PARK_FIELDS, [(None, "A", "Alpha", "100", None)], name="list")
    assert "only rows without geometry" in refused(PARKS=table)
    assert "holds no lines" in refused(ROADS=places("houses", (L.point(0, 0), "1", "x")))
    assert "polygons are needed" in refused(PREMISES=places("houses", (L.point(0, 0), "1", "x")))
    assert "has no features" in refused(PORTS=places("ports"))
    assert "needs the columns park_id and isic" in refused(
        PERMITS=L.layer("NoGeometry", (("park", "text"),), [(None, "A")], name="permits")
    )
    assert "has a field “kind” (FACILITY_KIND_FIELD)" in refused(FACILITIES=[port()], FACILITY_KIND_FIELD="kind")
    assert "No feature of layer “ports” can be used" in refused(PORTS=places("ports", (None, "1", "x")))
    assert "Nothing is known of any criterion in WEIGHTS (port)" in refused(AREA_NEEDED=1, WEIGHTS="port 1")
    said = refused(AREA_NEEDED=1, WEIGHTS="vacancy 1, moon 2", FACILITIES=[port()])
    assert "“moon” in WEIGHTS is no criterion" in said


def test_the_published_list_of_zones_is_points(refused, real_layers):
    from qgis.core import QgsVectorLayer

    path = real_layers / "sez_points_2014.csv"
    source = f"{path.as_uri()}?type=csv&xField=lon&yField=lat&crs=EPSG:4326"
    zones = QgsVectorLayer(source, "sez_points_2014", "delimitedtext")
    assert zones.isValid()
    assert "has no boundaries of parks, only points" in refused(PARKS=zones)


def test_published_areas_with_their_defects(ask, real_layers):
    """The areas of the published list as they are written there, drawn as squares: 0, and 0.0665 for 66.5."""
    import csv

    with (real_layers / "sez_points_2014.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    drawn = [(L.box(0, 2000 * i, 1000), row["map_id"], row["name"], row["landarea_h"], None)
             for i, row in enumerate(rows)]  # fmt: skip
    found = ask(PARKS=parks(drawn))
    by_name = {row["park_name"]: row for row in found.values()}
    assert by_name["Dragon King Bavet SEZ"]["licensed_ha"] is None
    assert "1,000 times" in by_name["Sanco Cambo SEZ"]["area_note"] or by_name["Sanco Cambo SEZ"]["licensed_ha"] < 1
    assert by_name["Kampot SEZ"]["licensed_ha"] == 145
    assert len(found) == 29


def test_cancelled_leaves_nothing(run, tmp_path):
    from factory_locations.tests.conftest import _feedback_class
    from qgis.core import QgsProcessingException

    feedback = _feedback_class()()
    feedback.progressChanged.connect(lambda _: feedback.cancel())
    output = tmp_path / "c.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("park_capacity", {"FACTORIES": register(), "PARKS": parks(), "OUTPUT": str(output)}, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def one(x, y, id_, size="large", acc=10, park=None, isic="1410", emp=100, status="functional"):
    return (L.point(x, y), id_, id_, isic, acc, park, size, emp, status)


def premises(*rows):
    return L.layer("Polygon", (("factory_id", "text"),), rows, name="premises")


TWO = [(L.box(0, 0, 1000), "A", "Alpha", "100", "C"), (L.box(5000, 0, 1000), "B", "Beta", "100", "C")]


def test_a_park_of_which_nothing_is_known_does_not_win(ask, tmp_path):
    path = tmp_path / "summary.json"
    asked = {"FACTORIES": register([one(500, 500, "F1")]), "PARKS": parks(TWO), "WEIGHTS": "vacancy 1"}
    found = ask(**asked, ACTIVITY="1410", SUMMARY=str(path))
    assert (found["A"]["rank"], found["B"]["rank"]) == (1, 2)
    criteria = {row["park_id"]: row for row in ask.table("criteria")}
    b = criteria["B"]
    assert (b["points_low"], b["points"], b["points_high"], b["value"]) == (0, 0.5, 1, None)
    assert next(r for r in ask.table("ranking") if r["park_id"] == "B")["vacant_ha"] is None
    totals = json.loads(path.read_text(encoding="utf-8"))["totals"]
    assert totals["vacant_ha_added_up"] == [found["A"][f"vacant_{of}ha"] for of in ("low_", "", "high_")]
    assert totals["parks_of_unknown_vacancy"] == 1
    assert totals["usable_ha_of_unknown_vacancy"] == pytest.approx(100 * HA, abs=0.01)
    assert "anything between none and all" in totals["vacant_ha_says"]


@pytest.mark.parametrize(
    "row",
    [
        one(1005, 500, "F1", "micro", 20),  # may be inside
        (None, "F1", "Lost", "1410", 10, "A", "micro", 1, "functional"),
        one(3000, 500, "F1", "micro", 10, "A"),  # says so, and stands elsewhere
    ],
)
def test_who_may_stand_inside_does_not_make_the_rest_free(ask, row):
    a = ask(FACTORIES=register([row]), PARKS=parks(TWO), AREA_NEEDED=50)["A"]
    assert (a["vacant_low_ha"], a["vacant_ha"], a["occupied_ha"]) == (0, None, None)
    assert a["vacant_high_ha"] == pytest.approx(100 * HA, abs=0.01)
    assert a["occupied_from"] == "nothing known inside"
    assert (a["employees"], a["employees_high"], a["employees_per_ha"]) == (None, None, None)
    assert "how much of it is free is not known" in a["note"]
    assert {r["room"] for r in ask.table("ranking")} == {"not certain"}


def test_a_sliver_of_premises_is_no_knowledge(ask):
    sliver = L.box(999.999, 400, 200)
    a = ask(FACTORIES=register([one(1100, 500, "F1")]), PARKS=parks(TWO), PREMISES=premises((sliver, "F1")))["A"]
    assert (a["occupied_from"], a["premises_ha"], a["vacant_low_ha"]) == ("nothing known inside", 0, 0)
    drawn = [(sliver, "F1", "x", "1410", None, None, "large", 1, None)]
    a = ask(FACTORIES=register(drawn, kind="Polygon"), PARKS=parks(TWO))["A"]
    assert (a["occupied_from"], a["vacant_low_ha"]) == ("nothing known inside", 0)


def test_premises_of_a_closed_factory_do_not_hide_the_one_that_stands_there(ask):
    rows = [one(500, 500, "OLD", status="decommissioned"), one(510, 500, "NEW")]
    a = ask(FACTORIES=register(rows), PARKS=parks(TWO), PREMISES=premises((L.box(400, 400, 200), "OLD")))["A"]
    assert (a["premises_ha"], a["occupied_low_ha"], a["occupied_ha"]) == (0, 8, 8)
    told = {r["factory_id"]: (r["ground_ha"], r["ground_from"]) for r in ask.table("factories")}
    assert told == {"OLD": (None, None), "NEW": (8, "assumed: large")}


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_rows_with_one_id_the_active_one_owns_the_premises(ask, turn):
    rows = [one(500, 500, "D", status="decommissioned"), one(800, 800, "D")][::turn]
    a = ask(FACTORIES=register(rows), PARKS=parks(TWO), PREMISES=premises((L.box(400, 400, 200), "D")))["A"]
    assert a["occupied_low_ha"] == a["occupied_ha"] == pytest.approx(4 * HA, abs=0.01)
    told = {r["status"]: (r["ground_ha"], r["ground_from"]) for r in ask.table("factories")}
    assert told == {"decommissioned": (None, None), "functional": (pytest.approx(4 * HA, abs=0.01), "premises")}


def test_the_order_of_rows_changes_nothing_with_premises_and_ids_that_come_twice(ask):
    def figures(turn):
        rows = [one(500, 500, "D"), one(5500, 500, "D", "small"), one(420, 420, "E", status="decommissioned"),
                one(430, 430, "F", "medium"), one(900, 900, "F", "micro"), one(1003, 500, "G", acc=20)]  # fmt: skip
        ground = premises(*[(L.box(450, 450, 100), "D"), (L.box(400, 400, 60), None), (L.box(5400, 400, 60), "F"),
                            (L.box(950, 450, 120), "G")][::turn])  # fmt: skip
        found = ask(FACTORIES=register(rows[::turn]), PARKS=parks(TWO[::turn]), PREMISES=ground)
        return found, sorted(
            tuple(
                row[name] for name in ("factory_id", "park_id", "size_class", "ground_ha", "ground_from") if row[name]
            )
            for row in ask.table("factories")
        )

    found, rows = figures(1)
    assert figures(-1) == (found, rows)
    assert ("D", "B", "small", 0.5, "assumed: small") in rows  # its premises lie in the other park


def test_premises_in_another_park_are_no_ground_in_this_one(ask):
    ground = premises((L.box(5400, 400, 200), "F1"))
    found = ask(FACTORIES=register([one(500, 500, "F1")]), PARKS=parks(TWO), PREMISES=ground)
    assert (found["A"]["occupied_ha"], found["A"]["occupied_from"]) == (8, "assumed")
    assert found["B"]["premises_ha"] == pytest.approx(4 * HA, abs=0.01)


def test_a_size_that_takes_no_ground_is_still_a_factory(ask):
    sizes = "micro 0, small 0.5, medium 2, large 8"
    a = ask(FACTORIES=register([one(500, 500, "F1", "micro")]), PARKS=parks(TWO), SIZE_AREAS=sizes)["A"]
    assert (a["occupied_from"], a["occupied_ha"], a["vacant_pct"]) == ("assumed", 0, 100)
    assert a["note"] is None  # neither “no factory stands in it” nor “0.0 of 0.0 ha are assumed”


def test_numbers_are_read_or_refused(ask, refused):
    asked = {"FACTORIES": register([one(500, 500, "F1")]), "PARKS": parks(TWO)}
    for given, needed in (("5,5", "5.5"), ("5.5", "5.5"), (" 12 ", "12"), (7, "7"), ("៥", "5")):
        ask(**asked, AREA_NEEDED=given)
        assert f"{needed} ha needed" in ask.table("ranking")[0]["why"], given
    for given in ("5 ha", "abc", "1,000", "5,5,5", "nan", "1_0"):
        assert f"“{given}” is no number (Area needed (hectares), AREA_NEEDED)" in refused(**asked, AREA_NEEDED=given)
    assert "“wide” is no number" in refused(**asked, ROAD_OFF="wide")
    assert "RANKING_TABLE" not in (ask(**asked, AREA_NEEDED=""), ask.results)[1]


def by_line(*corners):
    return "LINESTRING (" + ", ".join(f"{L.X0 + x} {L.Y0 + y}" for x, y in corners) + ")"


def test_the_shortest_way_by_road_may_lead_to_another_facility(ask):
    ports = places("ports", (L.point(3000, 500), "1", "Near"), (L.point(-4000, 500), "2", "Reached"))
    roads = places(
        "roads",
        (by_line((-4000, 500), (1000, 500)), "1", "West"),
        (by_line((1000, 500), (1000, 60_500), (3000, 60_500), (3000, 500)), "2", "Round"),
        kind="LineString",
    )
    asked = {"FACTORIES": register([one(500, 500, "F1")]), "PARKS": parks(TWO[:1]), "AREA_NEEDED": 5}
    found = ask(**asked, PORTS=ports, ROADS=roads, WEIGHTS="port 1", FAR="port 10")
    row = ask.table("distances")[0]
    assert (row["facility_id"], row["road_facility_id"], row["road_facility_name"]) == ("1", "2", "Reached")
    assert found["A"]["port_m"] == row["distance_m"] == pytest.approx(2000.8, abs=0.1)
    assert (row["road_m"], row["detour"]) == (pytest.approx(4001.6, abs=1), pytest.approx(1, abs=1e-3))
    points = ask.table("criteria")[0]
    assert points["points_low"] == points["points"] == points["points_high"] == pytest.approx(0.6, abs=1e-3)
    assert points["reason"] == "port Reached at 4.0 km by road"


def test_more_facilities_than_are_asked_leave_the_way_a_range(ask):
    """Seven ports in a row; the roads from the park lead the long way round to each."""
    ports = places("ports", *((L.point(2000 + 100 * i, 500), str(i), f"P{i}") for i in range(7)))
    roads = places("roads", (by_line((1000, 500), (1000, 9000), (2900, 9000), (2900, 500), (2000, 500)), "1", "x"),
                   kind="LineString")  # fmt: skip
    asked = {"FACTORIES": register([one(500, 500, "F1")]), "PARKS": parks(TWO[:1]), "AREA_NEEDED": 5}
    ask(**asked, PORTS=ports, ROADS=roads, WEIGHTS="port 1", FAR="port 100")
    row, points = ask.table("distances")[0], ask.table("criteria")[0]
    way = 8500 + 1900 + 8500 + 500  # to the fifth; the sixth might be nearer, as far as a straight line tells
    assert (row["road_facility_id"], row["road_m"]) == ("4", pytest.approx(way / 0.9996, abs=2))
    assert points["points_low"] == points["points"] == pytest.approx(1 - way / 99_960, abs=1e-4)
    assert points["points_high"] == pytest.approx(1 - 1500 / 99_960, abs=1e-4)
    assert points["reason"].endswith("by road, the shortest way of 5 that were asked")


def test_numbers_of_employees_that_nobody_recorded_are_no_zeros(ask):
    rows = [one(500, 500, "F1", emp=100), one(600, 600, "F2", emp=None), one(1500, 500, "F3", emp=None),
            one(5500, 500, "F4", emp=None), one(6500, 500, "F5", emp=7), one(6500, 600, "F6", emp=None)]  # fmt: skip
    found = ask(FACTORIES=register(rows), PARKS=parks(TWO), NEIGHBOUR_DISTANCE=600)
    names = ("employees_low", "employees", "employees_high", "employees_unknown", "employees_per_ha",
             "employees_per_occupied_ha", "neighbour_employees", "neighbour_employees_unknown")  # fmt: skip
    assert [found["A"][name] for name in names] == [100, 100, None, 1, None, None, None, 1]
    assert [found["B"][name] for name in names] == [None, None, None, 1, None, None, 7, 1]
    assert {row["park_id"]: row["employees"] for row in ask.table("mix")} == {"A": 100, "B": None}


def test_distances_that_are_not_named_stay_as_they_are(ask, refused):
    more = places("sidings", (L.point(2000, 500), "1", "Halt"))
    asked = {"FACTORIES": register([one(500, 500, "F1")]), "PARKS": parks(TWO[:1]), "AREA_NEEDED": 5}
    ask(**asked, PORTS=port(), WEIGHTS="port 1", FAR="highway 10")
    assert ask.table("criteria")[0]["points"] == pytest.approx(1 - 20.008 / 200, abs=1e-4)
    ask(**asked, FACILITIES=[more], WEIGHTS="sidings 1", FAR="sidings 4")
    assert ask.table("criteria")[0]["points"] == pytest.approx(0.75, abs=1e-3)
    assert "“prot” in FAR is no kind of facilities" in refused(**asked, FAR="prot 10")
    assert "“prot” in FAR is no kind of facilities" in refused(**asked, FAR="prot 10", FACILITIES=[more])
    assert "“port - 2” in WEIGHTS is no name" in refused(**asked, WEIGHTS="port - 2, vacancy 1")


def test_licences_of_several_features_say_how_they_were_taken(ask):
    rows = [
        (L.box(0, 0, 500), "A", "Same", "25", None), (L.box(500, 0, 500), "A", "Same", "25", None),
        (L.box(2000, 0, 500), "B", "Lacking", "24", None), (L.box(2500, 0, 500), "B", "Lacking", None, None),
    ]  # fmt: skip
    found = ask(FACTORIES=register([one(100, 100, "F1")]), PARKS=parks(rows))
    assert (found["A"]["licensed_ha"], found["B"]["licensed_ha"]) == (25, 24)
    assert "the same number in 2 features, taken once" in found["A"]["area_note"]
    assert "not stated in 1 of 2 features" in found["B"]["area_note"]
    said = ask.said.text()
    assert "the features of park A all have the same licensed area" in said
    assert "features of park B without a licensed area: 1 of 2" in said


def test_a_fifth_digit_is_ignored_and_said(ask):
    rows = [(L.box(0, 0, 1000), "A", "Alpha", "100", "14101, 20")]
    found = ask(FACTORIES=register([one(500, 500, "F1")]), PARKS=parks(rows), ACTIVITY="14109")
    assert (found["A"]["permitted_isic"], found["A"]["not_permitted"]) == ("1410, 20", 0)
    said = ask.said.text()
    assert "the permit of park A has codes of five digits: “14101”" in said
    assert "The fifth, national digit of 14109 (ACTIVITY) is ignored" in said
    ask(FACTORIES=register([one(500, 500, "F1")]), PARKS=parks(TWO), ACTIVITY="1410")
    assert "fifth" not in ask.said.text()


def test_a_section_alone_may_be_the_same_sector(ask):
    rows = [one(500, 500, "F1", isic="C"), one(600, 500, "F2"), one(700, 500, "F3", isic="A")]
    asked = {"FACTORIES": register(rows), "PARKS": parks(TWO[:1]), "WEIGHTS": "same sector 1"}
    ask(**asked, ACTIVITY="1410")
    assert ask.table("criteria")[0]["reason"] == "factories of the same sector inside: 1 (1 to 2)"
    ask(**asked, ACTIVITY="C")
    assert ask.table("criteria")[0]["reason"] == "factories of the same sector inside: 2"


def test_ground_of_overlapping_parks_is_counted_once(ask, tmp_path):
    path = tmp_path / "summary.json"
    rows = [TWO[0], (L.box(500, 0, 1000), "B", "Beta", "100", "C")]
    ask(FACTORIES=register([one(700, 500, "F1")]), PARKS=parks(rows), SUMMARY=str(path))
    totals = json.loads(path.read_text(encoding="utf-8"))["totals"]
    assert totals["area_ha"] == pytest.approx(150 * HA, abs=0.02)
    assert totals["parks_that_share_ground"] == 2
    assert "Ground that two parks share counts in both" in totals["vacant_ha_says"]


@pytest.mark.parametrize("weights", ["vacancy 3, port 2, power 2, border 1, same sector 1", "vacancy 1, highway 9"])
def test_no_park_that_may_be_full_stands_before_one_with_room(ask, demo_gpkg, weights):
    ask(FACTORIES=f"{demo_gpkg}|layername=factories", PARKS=f"{demo_gpkg}|layername=parks", ACTIVITY="1410",
        AREA_NEEDED=5, WEIGHTS=weights, HIGHWAYS=f"{demo_gpkg}|layername=roads")  # fmt: skip
    rows = [row for row in ask.table("ranking") if row["rank"]]
    assert {row["fits"] for row in rows} == {"not certain"}  # the demo has no permits
    rooms = [row["room"] for row in rows]
    assert rooms == sorted(rooms, key=["yes", "not certain"].index)
    place = {row["park_name"]: row for row in rows}
    sanco = next(row for name, row in place.items() if "Sanco" in name)
    poi_pet = next(row for name, row in place.items() if "Neang" in name)
    assert (sanco["room"], poi_pet["room"]) == ("not certain", "yes")
    assert poi_pet["rank"] < sanco["rank"]


def test_the_demo_through_qgis_process(qgis_process, demo_gpkg, tmp_path):
    output, summary = tmp_path / "capacity.gpkg", tmp_path / "capacity.json"
    done = qgis_process(
        "run", "factory:park_capacity", "--", f"FACTORIES={demo_gpkg}|layername=factories",
        f"PARKS={demo_gpkg}|layername=parks", f"HIGHWAYS={demo_gpkg}|layername=roads", "ACTIVITY=1410", "AREA_NEEDED=5",
        f"OUTPUT={output}", f"SUMMARY={summary}",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = {row["park_id"]: row for row in L.rows(output, "parks")}
    assert len(found) == 29
    import geopandas as gpd
    from pyproj import Geod

    parks_ = gpd.read_file(demo_gpkg, layer="parks")
    register_ = gpd.read_file(demo_gpkg, layer="factories")
    geod = Geod(ellps="WGS84")
    for id_, shape, lonlat in zip(parks_.park_id, parks_.geometry, parks_.to_crs(4326).geometry):
        assert found[id_]["area_ha"] == pytest.approx(abs(geod.geometry_area_perimeter(lonlat)[0]) / 1e4, abs=0.02)
        holds = shapely.contains(shape, register_.geometry.array)
        clear = shapely.distance(shape.boundary, register_.geometry.array) > register_.loc_accuracy_m.fillna(1e9)
        stated = register_[holds & clear]
        assert found[id_]["surely_inside"] >= len(stated)
        assert found[id_]["surely_inside"] + found[id_]["probably_inside"] <= holds.sum() + 1
    assert json.loads(summary.read_text(encoding="utf-8"))["totals"]["parks"] == 29
    assert L.rows(output, "ranking")[0]["rank"] == 1


def test_the_layers_open_with_their_styles(ask, qgis_app):
    from qgis.core import QgsVectorLayer

    ask(PORTS=port(), ACTIVITY="1410")
    looks = {}
    for table in ("parks", "ranking", "factories", "neighbours", "distances"):
        layer = QgsVectorLayer(f"{ask.output}|layername={table}", table, "ogr")
        assert layer.isValid()
        looks[table] = layer.renderer().type()
        assert layer.mapTipTemplate()
        assert layer.attributeAlias(1)
    assert looks == {
        "parks": "graduatedSymbol", "ranking": "graduatedSymbol", "factories": "categorizedSymbol",
        "neighbours": "categorizedSymbol", "distances": "singleSymbol",
    }  # fmt: skip
