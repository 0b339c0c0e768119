"""clusters as an officer meets it: members, sectors, candidates, ids that survive, bad input; and QGIS's own answer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

SCALE = 0.9996
FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("isic", "text"),
    ("employees", "integer"),
    ("size_class", "text"),
    ("size_definition_year", "integer"),
    ("province_code", "text"),
    ("chain", "text"),
)


def register(rows, name="factories", geometry="Point", fields=FIELDS):
    """Return factories from rows of (WKT, id, name, isic, employees, size, year, province, chain)."""
    full = [(*row, *[None] * (1 + len(fields) - len(row))) for row in rows]
    return L.layer(geometry, fields, full, name=name)


def crowd(prefix, x, y, count, isic="1410", employees=20, province="12", step=100.0, chain=None):
    """Return factories in a row, so many metres apart."""
    return [
        (L.point(x + i * step, y), f"{prefix}{i}", f"{prefix} {i}", isic, employees, None, None, province, chain)
        for i in range(count)
    ]


# Garments: a row of six; food: a row of five far off; one alone, one without a place.
TWO_CROWDS = [
    *crowd("G", 0, 0, 6),
    *crowd("F", 20_000, 0, 5, "1071", 3, "08"),
    (L.point(50_000, 50_000), "N1", "Alone", "1410", 500, None, None, "08"),
    (None, "L1", "Lost", "1410", 20, None, None, "08"),
]


@pytest.fixture
def ask(run, tmp_path):
    def go(rows=None, output="clusters.gpkg", **given):
        path = tmp_path / output
        parameters = {
            "FACTORIES": register(TWO_CROWDS) if rows is None else rows if hasattr(rows, "fields") else register(rows),
            "DISTANCE": 150,
            "MINIMUM": 3,
            "OUTPUT": str(path),
            **given,
        }
        go.results, go.said, go.path = run("clusters", parameters), run.feedback, path
        go.members = {row["factory_id"]: row for row in L.rows(path, "members")}
        go.sectors = {(row["cluster_id"], row["sector"]): row for row in L.rows(path, "sectors")}
        go.lineage = L.rows(path, "lineage")
        go.settings = {row["item"]: row["value"] for row in L.rows(path, "settings")}
        return {row["cluster_id"]: row for row in L.rows(path, "clusters")}

    go.folder = tmp_path
    return go


def refused(run, tmp_path, **given):
    from qgis.core import QgsProcessingException

    parameters = {"FACTORIES": register(TWO_CROWDS), "OUTPUT": str(tmp_path / "x.gpkg"), **given}
    with pytest.raises((QgsProcessingException, RuntimeError)) as caught:
        run("clusters", parameters)
    assert not (tmp_path / "x.gpkg").exists()
    return str(caught.value)


# --- clusters and members ---------------------------------------------------------------------------------------------


def test_two_crowds_one_alone_one_lost(ask):
    clusters = ask(LQ_BY=1)
    assert list(clusters) == ["C0001", "C0002"]
    one = clusters["C0001"]
    assert one["factories"] == 6
    assert (one["dominant_sector"], one["dominant_title"]) == ("14", "Manufacture of wearing apparel")
    assert one["dominant_share"] == 1.0
    assert (one["employees"], one["employees_unknown"]) == (120, 0)
    assert one["provinces"] == "Phnom Penh 6"
    assert one["sectors"] == "Manufacture of wearing apparel: 6"
    assert one["parks"] is None
    assert one["inside_parks"] is None
    standing = {id_: (row["cluster_id"], row["standing"]) for id_, row in ask.members.items()}
    assert standing["G0"] == ("C0001", "border")  # itself and one neighbour
    assert standing["G1"] == ("C0001", "core")
    assert standing["N1"] == ("noise", "noise")
    assert standing["L1"] == (None, "no location")
    assert ask.members["L1"]["note"] == "no geometry"
    assert ask.results["CLUSTERS_COUNT"] == 2
    assert ask.results["NOISE_COUNT"] == 1
    # The country: 8 garment and 5 food factories, also the lost one.
    assert ask.sectors["C0001", "14"]["lq"] == pytest.approx(1 / (8 / 13), abs=1e-3)
    assert ask.sectors["C0001", "14"]["lq_note"].startswith("few: fewer than 10")
    assert ask.sectors["C0002", "10"]["lq_province"] == pytest.approx(1 / (5 / 7), abs=1e-3)
    assert one["special_sector"] is None  # its quotient cannot be read
    assert one["special_lq"] is None


def test_a_row_of_factories_has_no_area(ask):
    for row in ask().values():
        assert (row["area_ha"], row["per_km2"]) == (None, None)
        assert row["note"].startswith("Too narrow to tell an area")


@pytest.mark.parametrize("hull", [0, 1])
def test_area_and_density_are_of_the_ground(ask, hull):
    square = [(L.point(x, y), f"S{x}{y}", "S", "1410") for x in (0, 1000) for y in (0, 1000)]
    (row,) = ask(square, DISTANCE=1100, HULL=hull).values()
    assert row["area_ha"] == pytest.approx(100 / SCALE**2, abs=0.01)
    assert row["per_km2"] == pytest.approx(4 * SCALE**2, abs=0.01)
    (shape,) = L.shapes(ask.path, "clusters")
    assert shape.equals(shapely.box(L.X0, L.Y0, L.X0 + 1000, L.Y0 + 1000))


def test_the_distance_is_on_the_ground_and_reaches_what_is_exactly_that_far(ask):
    # 100 m on the map are 100.04 m on the ground.
    assert len(ask(crowd("G", 0, 0, 4), DISTANCE=100.01)) == 0
    assert len(ask(crowd("G", 0, 0, 4), DISTANCE=100 / SCALE + 1e-6)) == 1


def test_the_minimum_may_be_a_sum(ask):
    rows = [*crowd("A", 0, 0, 2, employees=300), *crowd("B", 9000, 0, 6, employees=10)]
    rows.append((L.point(100, 50), "A9", "No number", "1410", None))
    clusters = ask(rows, WEIGHT_FIELD="employees", MINIMUM=500)
    assert list(clusters) == ["C0001"]
    assert clusters["C0001"]["factories"] == 3  # the one without a number counts 0, and is a member
    assert clusters["C0001"]["employees_unknown"] == 1
    assert ask.members["B3"]["cluster_id"] == "noise"
    assert any("without a value in “employees”: 1" in text for text in ask.said.warnings)


def test_premises_stand_where_their_ground_is(ask):
    rows = [(L.box(x, 0, 50), f"P{x}", "P", "1410") for x in (0, 100, 200)]
    ask(register(rows, geometry="MultiPolygon"))
    assert {row["cluster_id"] for row in ask.members.values()} == {"C0001"}
    for shape, row in zip(L.shapes(ask.path, "members"), rows):
        assert shapely.from_wkt(row[0]).covers(shape)


def test_each_sector_by_itself(ask):
    rows = [*crowd("G", 0, 0, 3), *crowd("F", 50, 0, 4, "1071"), (L.point(0, 10), "U", "Unknown", None)]
    assert [row["factories"] for row in ask(rows).values()] == [8]
    clusters = ask(rows, EACH_SECTOR=True)
    assert [(row["factories"], row["within_sector"]) for row in clusters.values()] == [(4, "10"), (3, "14")]
    assert ask.members["U"]["standing"] == "no sector"
    assert ask.members["U"]["cluster_id"] is None


def test_sectors_of_a_field_and_of_the_levels_of_isic(ask):
    rows = [*crowd("A", 0, 0, 2, chain="Silk "), *crowd("B", 200, 0, 2, "1512", chain="silk")]
    ask(rows, SECTORS=3, SECTOR_FIELD="chain")
    assert set(ask.sectors) == {("C0001", "Silk")}  # spelt otherwise, the same chain
    for level, codes in ((0, {"C"}), (1, {"14", "15"}), (2, {"141", "151"})):
        ask(rows, SECTORS=level)
        assert {sector for _, sector in ask.sectors} == codes


def test_hdbscan_tells_how_firmly_a_factory_belongs(ask):
    pytest.importorskip("sklearn")
    rng = np.random.default_rng(2)
    dense, loose = rng.normal(0, 50, (30, 2)), rng.normal(0, 1500, (30, 2)) + np.array([30_000, 0])
    rows = [(L.point(*map(float, xy)), f"H{i}", "H", "1410") for i, xy in enumerate(np.vstack([dense, loose]))]
    clusters = ask(rows, METHOD=1, MINIMUM=8, DISTANCE=None)
    assert len(clusters) == 2
    assert {row["standing"] for row in ask.members.values()} <= {"member", "noise"}
    assert all(0 <= row["probability"] <= 1 for row in ask.members.values())
    assert ask.settings["distance_m"] == ""


def test_the_order_of_the_rows_changes_nothing(ask):
    rng = np.random.default_rng(11)
    rows = [
        (L.point(*map(float, xy)), f"R{i:03d}", "R", "1410" if i % 3 else "1071", int(i), None, None, f"{i % 4:02d}")
        for i, xy in enumerate(rng.uniform(0, 3000, (150, 2)))
    ]
    one = ask(rows, DISTANCE=250)
    places = {row["factory_id"]: row["cluster_id"] for row in ask.members.values()}
    other = ask([rows[i] for i in rng.permutation(len(rows))], output="other.gpkg", DISTANCE=250)
    assert {id_: row["cluster_id"] for id_, row in ask.members.items()} == places
    for id_, row in one.items():
        assert row == {**other[id_], "fid": row["fid"]}


def test_the_same_clusters_as_qgis(ask, run):
    rng = np.random.default_rng(4)
    centres = rng.uniform(0, 20_000, (12, 2))
    xy = np.vstack([centres[rng.integers(0, 12, 260)] + rng.normal(0, 250, (260, 2)), rng.uniform(0, 20_000, (40, 2))])
    layer = register([(L.point(*map(float, p)), f"Q{i}", "Q", "1410") for i, p in enumerate(xy)])
    ask(layer, DISTANCE=300 / SCALE, MINIMUM=5, CRS="EPSG:32648")
    theirs = run(
        "native:dbscanclustering",
        {"INPUT": layer, "MIN_SIZE": 5, "EPS": 300, "DBSCAN*": True, "OUTPUT": "memory:"},
    )["OUTPUT"]
    cores = {}
    for feature in theirs.getFeatures():
        mine = ask.members[feature["factory_id"]]
        number = feature["CLUSTER_ID"]
        is_core = number is not None and str(number) != "NULL"
        assert (mine["standing"] == "core") == is_core
        if is_core:
            cores.setdefault(number, set()).add(mine["cluster_id"])
    assert len(cores) > 3
    assert all(len(ids) == 1 for ids in cores.values())
    assert len({id_ for ids in cores.values() for id_ in ids}) == len(cores)


# --- the distance that is suggested, and its plot ---------------------------------------------------------------------


def test_a_distance_is_suggested_said_and_can_be_entered_again(ask):
    rng = np.random.default_rng(1)
    rows = [(L.point(*map(float, p)), f"D{i}", "D", "1410") for i, p in enumerate(rng.normal(0, 400, (80, 2)))]
    rows += [(L.point(9000.0 * i, 40_000.0), f"X{i}", "X", "1410") for i in range(1, 6)]
    plot, summary = ask.folder / "d.svg", ask.folder / "d.json"
    one = ask(rows, DISTANCE=None, MINIMUM=5, PLOT=str(plot), SUMMARY=str(summary))
    used = ask.results["DISTANCE_USED"]
    assert used == int(used) > 0
    assert ask.settings["distance_m"] == ask.settings["suggested_distance_m"] == f"{used:g}"
    assert any(f"Distance: {used:,.0f} m, suggested" in text for text in ask.said.info)
    told = json.loads(summary.read_text(encoding="utf-8"))["method"]
    assert (told["distance_from"], told["distance_m"], told["curve_neighbour"]) == ("suggested", used, 4)
    drawn = "".join(ElementTree.parse(plot).getroot().itertext())
    assert f"suggested and used: {used:,.0f} m" in drawn
    assert "(metres)" in drawn
    again = ask(rows, DISTANCE=used, MINIMUM=5)
    assert {id_: row["factories"] for id_, row in again.items()} == {id_: row["factories"] for id_, row in one.items()}


def test_a_suggested_distance_reaches_the_knee_it_stands_for(ask):
    """On the ground the steps are 100.04 m: rounded to 100 m no factory would have a neighbour."""
    rng = np.random.default_rng(2)
    rows = crowd("A", 0, 0, 20) + crowd("B", 5000, 8000, 15)
    rows += [(L.point(*map(float, xy)), f"N{i}", "N", "1410") for i, xy in enumerate(rng.uniform(1e4, 8e4, (10, 2)))]
    assert [row["factories"] for row in ask(rows, DISTANCE=None).values()] == [20, 15]


@pytest.mark.parametrize("ending", ["svg", "html"])
@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_plot_of_too_few_factories_says_so(ask, ending, count):
    plot = ask.folder / f"plot.{ending}"
    ask(crowd("A", 0, 0, count), MINIMUM=5, PLOT=str(plot))
    assert "No curve: fewer than 5 factories" in plot.read_text(encoding="utf-8")


def test_all_files_are_written_or_none(ask, run, tmp_path, monkeypatch):
    from factory_locations.processing.clustering import plot
    from qgis.core import QgsProcessingException

    monkeypatch.setattr(plot, "as_svg", lambda *_: 1 / 0)
    parameters = {"FACTORIES": register(TWO_CROWDS), "DISTANCE": 150, "OUTPUT": str(tmp_path / "x.gpkg")}
    parameters |= {"PLOT": str(tmp_path / "x.svg"), "SUMMARY": str(tmp_path / "x.json")}
    with pytest.raises((QgsProcessingException, ZeroDivisionError, RuntimeError)):
        run("clusters", parameters)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("given", "shown"), [(0.4, "0.4"), (1243.6, "1,243.6"), (1500.0, "1,500")])
def test_a_distance_is_said_with_the_digits_to_enter_it_again(ask, given, shown):
    ask(DISTANCE=given)
    assert any(f"Distance: {shown} m, as given" in text for text in ask.said.info)


def test_a_suggested_distance_that_is_hardly_a_crowd_is_warned_of(ask):
    rng = np.random.default_rng(6)
    rows = [(L.point(*map(float, p)), f"D{i}", "D", "1410") for i, p in enumerate(rng.normal(0, 40_000, (60, 2)))]
    ask(rows, DISTANCE=None)
    assert ask.results["DISTANCE_USED"] > 5000
    assert any("hardly crowd together" in text for text in ask.said.warnings)
    ask(rows, DISTANCE=9000)
    assert not any("hardly crowd together" in text for text in ask.said.warnings)


def test_the_plot_marks_both_distances_and_needs_nothing_beside_it(ask):
    rng = np.random.default_rng(1)
    rows = [(L.point(*map(float, p)), f"D{i}", "D", "1410") for i, p in enumerate(rng.normal(0, 400, (80, 2)))]
    plot = ask.folder / "plot <1>.html"
    ask(register(rows, name="A & B"), DISTANCE=90, PLOT=str(plot))
    page = plot.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "used: 90 m" in page
    assert "suggested: " in page
    assert "A &amp; B" in page
    assert not [word for word in ("href=", "src=", "<script", "url(") if word in page]
    ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])


# --- parks, sizes, candidates -----------------------------------------------------------------------------------------


def test_on_the_border_of_a_park_is_inside(ask):
    parks = L.parks([(L.box(-50, 0, 200), "P1", "Park one"), (L.box(5000, 0, 10), "P2", "Far off")])
    (one, _) = ask(PARKS=parks).values()
    assert one["inside_parks"] == 2  # G0 and G1, on its lower edge
    assert one["inside_parks_share"] == pytest.approx(2 / 6, abs=1e-4)
    assert one["parks"] == "Park one 2"
    assert ask.members["G1"]["park_id"] == "P1"
    assert "Outside parks: 67 % (at least 50 %): met." in one["criteria"]


def garments(smes, large, x=0.0):
    """Return garment factories in a row, small ones and then large ones, and what makes a country around them."""
    rows = [(L.point(x + 100.0 * i, 0), f"S{i}", "S", "1410", 20 if i < smes else 900) for i in range(smes + large)]
    return rows + [(L.point(50_000.0 + 5_000 * i, 9000), f"B{i}", "B", "1071", 20) for i in range(20)]


@pytest.mark.parametrize(
    ("smes", "large", "given", "candidate", "words"),
    [
        (10, 0, {}, "yes", "Micro, small and medium factories: 10 (at least 5): met."),
        (10, 0, {"SME_MINIMUM": 11}, "no", "Micro, small and medium factories: 10 (at least 11): not met."),
        (5, 7, {}, "no", "Their share: 42 % (at least 50 %), size not known: 0: not met."),
        (6, 6, {}, "yes", "Their share: 50 % (at least 50 %), size not known: 0: met."),
        (6, 6, {"SME_SHARE": 50.1}, "no", "Their share: 50 % (at least 50.1 %), size not known: 0: not met."),
        (5, 2, {"SME_SHARE": 71.43}, "no", "Their share: 71 % (at least 71.4 %), size not known: 0: not met."),
        (7, 3, {"SME_SHARE": 69.5}, "yes", "Their share: 70 % (at least 69.5 %)"),
        (10, 0, {"SECTOR_LQ": 3.01}, "no", "location quotient 3.00 with 10 factories (at least 3.01 with 5): not met."),
        (10, 0, {"SECTOR_LQ": 3.0, "COUNT_MICRO": False}, "yes", "Small and medium factories: 10"),
        (10, 0, {"SECTOR_LQ": 3.0}, "yes", "location quotient 3.00 with 10 factories (at least 3 with 5): met."),
        (10, 0, {"SECTOR_MINIMUM": 11}, "no", "(at least 1.25 with 11): not met."),
        (10, 0, {}, "yes", "Outside parks: not asked"),
    ],
)
def test_each_criterion_in_words(ask, smes, large, given, candidate, words):
    (row,) = ask(garments(smes, large), LQ_BY=1, **given).values()
    assert row["candidate"] == candidate
    assert words in row["criteria"]
    assert row["sme"] == smes


def test_sizes_not_known_leave_a_candidate_undecided(ask):
    rows = garments(4, 0) + [(L.point(400.0 + 100 * i, 0), f"U{i}", "U", "1410", None) for i in range(6)]
    (row,) = ask(rows, LQ_BY=1).values()
    assert row["candidate"] == "undecided"
    assert (row["sme"], row["size_unknown"]) == (4, 6)
    assert "size not known: 6: open, sizes are missing." in row["criteria"]


@pytest.mark.parametrize(
    ("employees", "size", "year", "wanted"),
    [
        (4, None, None, "micro"),
        (5, None, None, "small"),
        (49, None, None, "small"),
        (50, None, None, "medium"),
        (199, None, None, "medium"),
        (200, None, None, "large"),
        (300, "medium", 2021, "medium"),  # as recorded: revenue and assets count too
        (300, "Medium", None, "medium"),
        (8, "micro", 2005, "small"),  # recorded under the earlier definition
        (None, "medium", 2005, None),
        (None, None, None, None),
    ],
)
def test_size_classes_are_of_the_definition_in_force(ask, employees, size, year, wanted):
    rows = [(L.point(100.0 * i, 0), f"Z{i}", "Z", "1410", employees, size, year) for i in range(3)]
    ask(rows)
    assert ask.members["Z0"]["size_class"] == wanted


def food(staff):
    """Return eight food factories of which the first so many state employees, garments far off, and others."""
    rows = [(*row[:4], 10 if i < staff else None, "small") for i, row in enumerate(crowd("A", 0, 0, 8, "1071"))]
    return rows + crowd("B", 20_000, 0, 20, employees=None) + crowd("D", 60_000, 0, 6, "1071", None)


def test_without_enough_numbers_of_employees_factories_are_counted(ask):
    for staff in (0, 1):
        one = {row["provinces"]: row for row in ask(food(staff)).values() if row["factories"] == 8}
        (row,) = one.values()
        assert row["candidate"] == "yes"
        assert row["special_lq"] == pytest.approx((8 / 8) / (14 / 34), abs=1e-3)
        words = f"Location quotients are by factories: only {staff} of 34 factories with a sector state their employees"
        assert any(words in text for text in ask.said.info)
    ask(food(0), LQ_BY=1)
    assert not any("Location quotients are by" in text for text in ask.said.info)


def test_numbers_of_employees_that_would_decide_leave_a_candidate_undecided(ask, tmp_path):
    rows = food(1)
    rows[8:28] = crowd("B", 20_000, 0, 20, employees=900)
    rows[28:] = crowd("D", 60_000, 0, 6, "1071", 10)
    clusters = ask(rows, SUMMARY=str(tmp_path / "s.json"))
    (row,) = (row for row in clusters.values() if row["factories"] == 8)
    assert row["candidate"] == "undecided"
    assert "in the cluster 1 of 8 state them): open, numbers of employees are missing." in row["criteria"]
    assert ask.sectors[row["cluster_id"], "10"]["lq_note"].startswith("few: of those that state employees")
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (told["location_quotient_by"], told["employees_stated"]) == ("employees", {"factories": 27, "of": 34})


def test_the_most_frequent_sector_is_not_called_most(ask):
    rows = crowd("A", 0, 0, 4) + crowd("B", 400, 0, 3, "1071") + crowd("C", 700, 0, 3, None)
    (row,) = ask(rows).values()
    words = "10 factories; the most frequent sector is Manufacture of wearing apparel (4 of 10); candidate"
    assert any(words in text for text in ask.said.info)
    assert row["dominant_share"] == pytest.approx(4 / 7, abs=1e-4)  # of those with a known sector
    ask(crowd("C", 0, 0, 3, None))
    assert any("3 factories; no sector is recorded; candidate" in text for text in ask.said.info)


def test_micro_factories_may_be_left_out(ask):
    rows = [(L.point(100.0 * i, 0), f"M{i}", "M", "1410", 3) for i in range(6)]
    assert [row["sme"] for row in ask(rows).values()] == [6]
    assert [row["sme"] for row in ask(rows, COUNT_MICRO=False).values()] == [0]


def test_provinces_of_a_layer_are_those_that_factories_stand_in(ask):
    fields = (("province_code", "text"), ("name_en", "text"))
    west, east = L.box(-9000, -9000, 9150, 90_000), L.box(150, -9000, 99_000, 90_000)
    provinces = L.layer("MultiPolygon", fields, [(west, "01", "West"), (east, "02", "East")], name="provinces")
    (one, _) = ask(PROVINCES=provinces).values()
    assert one["provinces"] == "East 4, West 2"


@pytest.mark.parametrize("field", ["NAME_1", "shapeName", "ADM1_EN", "adm1_en", "Province"])
def test_provinces_under_other_field_names(ask, field):
    one = L.layer("MultiPolygon", ((field, "text"),), [(L.box(-9000, -9000, 90_000), "Kampot")], name="provinces")
    assert {row["provinces"] for row in ask(PROVINCES=one).values()} == {"Kampot 6", "Kampot 5"}


def test_provinces_without_a_name_are_warned_of(ask):
    one = L.layer("MultiPolygon", (("x1", "text"),), [(L.box(-9000, -9000, 90_000), "?")], name="areas")
    ask(PROVINCES=one)
    assert any("areas: no field holds codes or names" in text and "Rename" in text for text in ask.said.warnings)


def test_a_province_by_code_and_by_name_is_one(ask):
    rows = [
        (L.point(10.0 * i, 0), f"P{i}", "P", "1410", 5, None, None, value)
        for i, value in enumerate(["12", "Phnom Penh", " 12 ", "KH12", "ភ្នំពេញ", "1", "01", "nowhere", None])
    ]
    (row,) = ask(rows).values()
    assert row["provinces"] == "Phnom Penh 5, Banteay Meanchey 2, nowhere 1"
    assert any("neither a code nor a name known: 1 (nowhere)" in text for text in ask.said.warnings)


def test_one_park_id_with_two_names(ask):
    parks = L.parks([(L.box(-50, -50, 200), "P1", "North"), (L.box(350, -50, 200), "P1", "South")])
    one = ask(PARKS=parks)["C0001"]
    assert one["parks"] == "North / South 4"
    assert any("several names: P1 (North, South)" in text for text in ask.said.warnings)


# --- ids that survive -------------------------------------------------------------------------------------------------


def test_clusters_keep_their_ids_and_new_ones_get_new_numbers(ask):
    ask(output="one.gpkg")
    # The garments are gone, the food grew, and wood came. C0001 is not given again.
    rows = [*crowd("F", 20_000, 0, 7, "1071"), *crowd("W", 40_000, 0, 4, "1610")]
    two = ask(rows, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert {id_: (row["factories"], row["lineage"]) for id_, row in two.items()} == {
        "C0002": (7, "grown"),
        "C0003": (4, "born"),
    }
    assert two["C0002"]["factories_before"] == 5
    assert two["C0002"]["previous_ids"] == "C0002"
    told = [(row["lineage"], row["previous_id"], row["cluster_id"]) for row in ask.lineage]
    assert told == [("died", "C0001", None), ("grown", "C0002", "C0002"), ("born", None, "C0003")]
    assert ask.lineage[0]["message"] == "C0001: gone; it had 6 factories."
    assert ask.settings["last_number"] == "3"
    # All gone but new ones: neither C0001, dead for two runs, nor any other number comes again.
    three = ask(crowd("G", 0, 0, 6), output="three.gpkg", PREVIOUS=str(ask.folder / "two.gpkg"))
    assert list(three) == ["C0004"]


def test_mergers_and_splits_are_told_with_shares(ask):
    gap = [*crowd("A", 0, 0, 4), *crowd("B", 600, 0, 3)]
    joined = [*gap, (L.point(400, 0), "J1", "Joint", "1410"), (L.point(500, 0), "J2", "Joint", "1410")]
    ask(gap, output="one.gpkg")
    merged = ask(joined, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert {id_: (row["lineage"], row["previous_ids"]) for id_, row in merged.items()} == {
        "C0001": ("merged", "C0001, C0002")
    }
    shares = [(row["previous_id"], row["shared"], row["share_before"], row["share_now"]) for row in ask.lineage]
    assert shares == [
        ("C0001", 4, 1.0, pytest.approx(4 / 9, abs=1e-4)),
        ("C0002", 3, 1.0, pytest.approx(1 / 3, abs=1e-4)),
    ]
    split = ask(gap, output="three.gpkg", PREVIOUS=str(ask.folder / "two.gpkg"))
    assert {id_: (row["factories"], row["lineage"]) for id_, row in split.items()} == {
        "C0001": (4, "split"),
        "C0003": (3, "split"),  # C0002 was given once and is not given again
    }


def test_without_common_ids_the_ground_decides(ask):
    def square(prefix, x, size=300.0):
        return [(L.point(x + a, b), f"{prefix}{x}{a}{b}", "S", "1410") for a in (0, size) for b in (0, size)]

    ask(square("A", 0) + square("A", 9000), output="one.gpkg", DISTANCE=320)
    two = ask(
        square("B", 9000) + square("B", 50), output="two.gpkg", DISTANCE=320, PREVIOUS=str(ask.folder / "one.gpkg")
    )
    places = dict(zip(two, L.shapes(ask.path, "clusters")))
    assert places["C0001"].bounds[0] == L.X0 + 50
    assert two["C0002"]["lineage"] == "as many"  # the same ground; of its factories nothing is known
    assert {row["compared_by"] for row in ask.lineage} == {"hulls"}
    assert {row["cluster_id"]: row["shared_ha"] for row in ask.lineage}["C0001"] == pytest.approx(7.5, abs=0.01)
    assert any("Hardly any factory id is in both results (0 of 8)" in text for text in ask.said.warnings)


def without_ids(rows):
    return [(row[0], None, *row[2:]) for row in rows]


def told(ask):
    return [(row["lineage"], row["previous_id"], row["cluster_id"], row["compared_by"]) for row in ask.lineage]


def test_of_how_many_members_it_is_known_is_said(ask):
    rows = crowd("X", 0, 0, 6)
    ask(rows[:3] + without_ids(rows[3:]), output="one.gpkg")
    others = [(L.point(250.0 + 90 * i, 90), None, "Another", "1071") for i in range(3)]
    ask(rows[:3] + others, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    (row,) = ask.lineage
    assert row["lineage"] == "as many"
    assert (row["factories_before"], row["known_before"], row["known_now"], row["shared"]) == (6, 3, 3, 3)
    assert row["message"] == (
        "C0001: as many factories as before (6); whether they are the same is not known. Known again by their ids: 3 "
        "of 6 before, 3 of 6 now."
    )


def test_a_cluster_without_ids_is_compared_by_its_ground_though_others_have_them(ask):
    rows = crowd("A", 0, 0, 6) + without_ids(crowd("B", 20_000, 0, 5))
    ask(rows, output="one.gpkg")
    ask(rows, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert told(ask) == [("same", "C0001", "C0001", "factory ids"), ("as many", "C0002", "C0002", "hulls")]


def test_a_register_numbered_anew_is_compared_by_the_ground(ask):
    rows = crowd("A", 0, 0, 6) + crowd("B", 20_000, 0, 5)
    ask(rows, output="one.gpkg")
    anew = [(row[0], f"K{row[1]}" if i else row[1], *row[2:]) for i, row in enumerate(rows)]  # one kept its id
    ask(anew, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert told(ask) == [("as many", "C0001", "C0001", "hulls"), ("as many", "C0002", "C0002", "hulls")]
    assert any("Hardly any factory id is in both results (1 of 11)" in text for text in ask.said.warnings)
    anew[6:] = rows[6:]  # only the first crowd
    ask(anew, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert told(ask) == [("as many", "C0001", "C0001", "hulls"), ("same", "C0002", "C0002", "factory ids")]
    assert any("numbered anew" in text for text in ask.said.warnings)


@pytest.mark.parametrize("crs", ["EPSG:32647", "EPSG:3148"])
def test_the_ground_is_known_again_in_another_crs(ask, crs):
    rng = np.random.default_rng(3)
    blob = [(L.point(*map(float, xy)), None, "B", "1410") for xy in rng.uniform(0, 6000, (40, 2))]
    rows = blob + without_ids(crowd("R", -50_000, 0, 6))
    ask(rows, output="one.gpkg", DISTANCE=4000, CRS=crs)
    ask(rows, output="two.gpkg", DISTANCE=4000, PREVIOUS=str(ask.folder / "one.gpkg"), HULL=1)
    assert {row["lineage"] for row in ask.lineage} == {"as many"}
    assert not any("not all the same" in row["message"] for row in ask.lineage)
    for setting in (f"crs “{crs}”, this one has “EPSG:32648”", "hull “convex”, this one has “concave”"):
        assert any(setting in text for text in ask.said.warnings)


def test_an_edited_earlier_result_is_refused_in_a_sentence_or_read(ask, run, tmp_path):
    ask(output="one.gpkg")

    def edit(statement):
        with closing(sqlite3.connect(tmp_path / "one.gpkg")) as connection, connection:
            connection.execute(statement)

    edit("UPDATE settings SET value = NULL WHERE item = 'last_number'")
    assert list(ask(output="two.gpkg", PREVIOUS=str(tmp_path / "one.gpkg"))) == ["C0001", "C0002"]
    with closing(sqlite3.connect(tmp_path / "one.gpkg")) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'clusters'"
        ).fetchall()
    for (name,) in triggers:
        edit(f'DROP TRIGGER "{name}"')
    edit("UPDATE clusters SET cluster_id = 'C0001'")
    assert "holds cluster “C0001” more than once" in refused(run, tmp_path, PREVIOUS=str(tmp_path / "one.gpkg"))


def test_another_question_than_before_is_warned_of(ask):
    ask(output="one.gpkg")
    ask(output="two.gpkg", DISTANCE=200, PREVIOUS=str(ask.folder / "one.gpkg"))
    assert any("distance_m “150”, this one has “200”" in text for text in ask.said.warnings)
    assert not any("minimum" in text for text in ask.said.warnings)


def test_ids_used_twice_are_not_compared(ask):
    rows = [*crowd("A", 0, 0, 4), *crowd("A", 9000, 0, 4)]
    ask(rows, output="one.gpkg")
    two = ask(rows, output="two.gpkg", PREVIOUS=str(ask.folder / "one.gpkg"))
    assert {row["compared_by"] for row in ask.lineage} == {"hulls"}
    assert {row["lineage"] for row in two.values()} == {"as many"}
    assert any("Factory ids are missing" in text for text in ask.said.info)


# --- the edges --------------------------------------------------------------------------------------------------------


def test_all_on_one_spot(ask):
    rows = [(L.point(0, 0), f"O{i}", "O", "1410") for i in range(5)]
    (row,) = ask(rows).values()
    assert row["factories"] == 5
    assert row["area_ha"] is None
    assert L.shapes(ask.path, "clusters")[0].is_valid


def test_no_cluster_is_an_answer(ask):
    assert ask(DISTANCE=1) == {}
    assert any("No cluster" in text for text in ask.said.info)
    assert {row["standing"] for row in ask.members.values()} == {"noise", "no location"}


def test_one_factory(ask):
    assert ask([(L.point(0, 0), "A", "A", "1410")]) == {}


def test_the_result_opens_styled(ask):
    from qgis.core import QgsVectorLayer

    ask()
    for table, values in (("clusters", {"yes", "no", "undecided"}), ("members", {"core", "border", "noise"})):
        layer = QgsVectorLayer(f"{ask.path}|layername={table}", table, "ogr")
        assert {category.value() for category in layer.renderer().categories()} >= values
        assert layer.labelsEnabled()
        assert layer.attributeAlias(layer.fields().indexOf("cluster_id")) == "Cluster id"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"DISTANCE": 0}, "distance (DISTANCE) is 0 m: give more than 0"),
        ({"DISTANCE": "1 km"}, "“1 km” is no number (Distance (metres), DISTANCE)"),
        ({"DISTANCE": -5}, "distance (DISTANCE) is -5 m: give more than 0"),
        ({"MINIMUM": 1}, "minimum (MINIMUM) is 1: give a whole number of factories, 2 or more"),
        ({"MINIMUM": 2.5}, "give a whole number of factories"),
        ({"MINIMUM": 0, "WEIGHT_FIELD": "employees"}, "give a sum above 0"),
        ({"WEIGHT_FIELD": "nothing"}, "no field “nothing” (WEIGHT_FIELD)"),
        ({"WEIGHT_FIELD": "name_en"}, "Field “name_en” of layer “factories” holds “G 0” in feature 1"),
        ({"SECTORS": 3}, "Say which field of layer “factories” holds the sectors"),
        ({"METHOD": 1, "WEIGHT_FIELD": "employees"}, "HDBSCAN counts factories"),
        ({"METHOD": 1, "PLOT": "p.html"}, "HDBSCAN has none"),
        ({"PLOT": "plot.png"}, "ends in .html or .svg"),
        ({"PREVIOUS": "nowhere.gpkg"}, "there is no file “nowhere.gpkg”"),
        ({"OUTPUT": "clusters.shp"}, "ends in .gpkg"),
        ({"SME_SHARE": 101}, "SME_SHARE"),
        ({"CRS": "EPSG:4326"}, "in degrees"),
    ],
)
def test_what_cannot_work_is_refused_in_a_sentence(run, tmp_path, given, sentence):
    assert sentence in refused(run, tmp_path, **given)


def test_an_activity_field_is_needed_for_each_sector_by_itself(run, tmp_path):
    bare = L.layer("Point", (("factory_id", "text"),), [(L.point(0, 0), "A")], name="bare")
    told = refused(run, tmp_path, FACTORIES=bare, EACH_SECTOR=True)
    assert "has no field of activities (isic)" in told


@pytest.mark.parametrize("employees", [-3, "many"])
def test_employees_are_numbers_of_0_or_more(run, tmp_path, employees):
    kind = "text" if isinstance(employees, str) else "integer"
    fields = tuple((name, kind if name == "employees" else k) for name, k in FIELDS)
    rows = [(L.point(0, 0), "A", "A", "1410", employees), (L.point(9, 0), "B", "B", "1410", employees)]
    told = refused(run, tmp_path, FACTORIES=register(rows, fields=fields))
    assert f"Field “employees” of layer “factories” holds “{employees}” in feature 1" in told
    assert "Features like it: 2." in told


def test_numbers_kept_as_text_are_numbers(ask):
    fields = tuple((name, "text" if name == "employees" else kind) for name, kind in FIELDS)
    rows = [(L.point(100.0 * i, 0), f"T{i}", "T", "1410", value) for i, value in enumerate(("12", " 8 ", "", None))]
    (row,) = ask(register(rows, fields=fields)).values()
    assert (row["employees"], row["employees_unknown"]) == (20, 2)


def test_a_register_without_any_location(run, tmp_path):
    lost = register([(None, "A", "A", "1410"), (None, "B", "B", "1410")])
    assert "No factory of layer “factories” has a usable location" in refused(run, tmp_path, FACTORIES=lost)


def test_a_distance_that_cannot_be_suggested(run, tmp_path):
    spot = register([(L.point(0, 0), f"O{i}", "O", "1410") for i in range(6)])
    assert "No distance can be suggested" in refused(run, tmp_path, FACTORIES=spot)


@pytest.mark.parametrize("table", ["clusters", "members"])
def test_an_earlier_result_without_its_tables(ask, run, tmp_path, table):
    ask(output="one.gpkg")
    with closing(sqlite3.connect(tmp_path / "one.gpkg")) as connection, connection:
        connection.execute(f"DROP TABLE {table}")
    told = refused(run, tmp_path, PREVIOUS=str(tmp_path / "one.gpkg"))
    assert f"has no table “{table}”" in told


def test_no_geopackage_and_the_result_itself_as_the_earlier_one(ask, run, tmp_path):
    (tmp_path / "text.gpkg").write_text("no database", encoding="utf-8")
    assert "is no GeoPackage that can be read" in refused(run, tmp_path, PREVIOUS=str(tmp_path / "text.gpkg"))
    ask(output="one.gpkg")
    from qgis.core import QgsProcessingException

    with pytest.raises((QgsProcessingException, RuntimeError), match="earlier result"):
        ask(output="one.gpkg", PREVIOUS=str(tmp_path / "one.gpkg"))


def test_a_cancelled_run_leaves_nothing(run, feedback, tmp_path):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 40 else None)
    parameters = {"FACTORIES": register(TWO_CROWDS), "DISTANCE": 150, "OUTPUT": str(tmp_path / "x.gpkg")}
    parameters["PLOT"] = str(tmp_path / "x.html")
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("clusters", parameters, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_through_the_real_program(qgis_process, demo_gpkg, tmp_path):
    output, summary, plot = tmp_path / "clusters.gpkg", tmp_path / "clusters.json", tmp_path / "plot.html"
    given = (f"FACTORIES={demo_gpkg}|layername=factories", f"PARKS={demo_gpkg}|layername=parks")
    given = (*given, f"PROVINCES={demo_gpkg}|layername=provinces")
    files = (f"OUTPUT={output}", f"SUMMARY={summary}", f"PLOT={plot}")
    done = qgis_process("run", "factory:clusters", "--", *given, *files)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(summary.read_text(encoding="utf-8"))
    counts = told["counts"]
    assert counts["factories"] == 965 == counts["in_clusters"] + counts["noise"] + counts["without_location"]
    assert counts["without_location"] == 3
    assert len(L.rows(output, "clusters")) == counts["clusters"] > 10
    assert sum(row["factories"] for row in L.rows(output, "sectors")) == counts["in_clusters"]
    assert "<svg" in plot.read_text(encoding="utf-8")
    metres = told["method"]["distance_m"]
    again = (f"PREVIOUS={output}", f"DISTANCE={metres:g}", f"OUTPUT={tmp_path / 'again.gpkg'}")
    done = qgis_process("run", "factory:clusters", "--", *given, *again)
    assert done.returncode == 0, done.stdout + done.stderr
    kinds = {row["lineage"] for row in L.rows(tmp_path / "again.gpkg", "lineage")}
    assert kinds == {"same", "as many"}  # some ids of the demo are used twice
    ids = [[row["cluster_id"] for row in L.rows(path, "clusters")] for path in (output, tmp_path / "again.gpkg")]
    assert ids[0] == ids[1]
