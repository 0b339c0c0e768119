"""local_sourcing as an officer meets it: pairs, what is unmet and unused, amounts, sums, and sentences on bad input."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from factory_locations.tests import layers as L

SCALE = 0.9996
FIELDS = (
    ("factory_id", "text"), ("name_en", "text"), ("isic", "text"), ("province_code", "text"), ("wants", "text"),
    ("makes", "text"), ("capacity", "text"), ("needs", "text"), ("tonnes", "real"),
)  # fmt: skip


def register(rows, name="factories", kind="Point", crs=L.CRS):
    """Rows of (WKT, id, isic) and any of the other fields by name."""
    full = []
    for shape, id_, isic, *more in rows:
        given = more[0] if more else {}
        values = {"factory_id": id_, "name_en": f"Name {id_}", "isic": isic, **given}
        full.append((shape, *(values.get(field) for field, _ in FIELDS)))
    return L.layer(kind, FIELDS, full, crs=crs, name=name)


def mills():
    """A rice field's mill, two bakeries, one far away, a shoe factory, and a factory that stands nowhere."""
    return register([
        (L.point(0, 0), "M", "1061", {"province_code": "1"}),
        (L.point(3000, 4000), "B1", "1071", {"province_code": "01"}),
        (L.point(1000, 0), "B2", "1071", {"province_code": "02"}),
        (L.point(90_000, 0), "B3", "1071", {"province_code": "02"}),
        (L.point(500, 0), "S", "1520"),
        (None, "N", "1071"),
    ])  # fmt: skip


def table_of_links(path, *rows, header="buyer_isic,input,coefficient,source,note"):
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def ask(run, tmp_path):
    def go(**given):
        output = tmp_path / "sourcing.gpkg"
        parameters = {"FACTORIES": mills(), "OUTPUT": str(output), **given}
        go.results, go.said = run("local_sourcing", parameters), run.feedback
        for table in ("matches", "unmet", "unused", "factories", "by_province", "by_product", "links"):
            setattr(go, table, L.rows(output, table))
        return [(row["buyer_id"], row["product"], row["rank"], row["supplier_id"]) for row in go.matches]

    go.output = tmp_path / "sourcing.gpkg"
    return go


def short(rows, *names):
    return [tuple(row[name] for name in names) for row in rows]


@pytest.mark.slow
def test_who_could_supply_whom_what_is_unmet_and_what_nobody_demands(ask):
    assert ask() == [("B1", "1061", 1, "M"), ("B2", "1061", 1, "M")]
    assert short(ask.matches, "distance_m", "fit", "made", "same_province", "kind", "amount")[0] == (
        pytest.approx(5000 / SCALE, abs=0.01), "same", "1061", 1, "food", None,
    )  # fmt: skip
    unmet = {(row["buyer_id"], row["product"]): row for row in ask.unmet}
    assert (unmet["B3", "1061"]["reason"], unmet["B3", "1061"]["nearest_id"]) == ("only farther", "M")
    assert unmet["B3", "1061"]["nearest_m"] == pytest.approx(90_000 / SCALE, abs=10)  # the scale grows
    assert unmet["N", "1061"]["reason"] == "no location"
    assert unmet["M", "0112"]["reason"] == "nobody makes it"
    assert {reason for (buyer, _), row in unmet.items() if buyer == "S" for reason in [row["reason"]]} == {
        "nobody makes it"
    }
    unused = {row["supplier_id"]: row["reason"] for row in ask.unused}
    assert unused == {"B1": "nobody demands it", "B2": "nobody demands it", "B3": "nobody demands it",
                      "N": "no location", "S": "nobody demands it"}  # fmt: skip
    status = {row["id"]: (row["side"], row["demand_status"], row["demanded"], row["unmet"]) for row in ask.factories}
    assert status["B1"] == ("both", "all could be met", 1, 0)
    assert status["B3"] == ("both", "none could be met", 1, 1)
    assert {row["id"]: row["note"] for row in ask.factories}["N"] == "no geometry"
    verdicts = {row["product"]: row["verdict"] for row in ask.by_product}
    assert (verdicts["1061"], verdicts["0112"], verdicts["1520"]) == (
        "could supply some buyers", "made by nobody here", "demanded by nobody here",
    )  # fmt: skip
    told = ask.said.text()
    assert "never “does supply”" in told
    assert "candidates for import substitution" in told


@pytest.mark.slow
def test_sums_by_province_add_up(ask):
    ask()
    rows = {(row["province_code"], row["product"]): row for row in ask.by_province}
    assert [rows["01", "1061"][name] for name in ("demand", "local", "other_provinces", "unmet", "supply")] == [
        1, 1, 0, 0, 1,
    ]  # fmt: skip
    assert [rows["02", "1061"][name] for name in ("demand", "local", "other_provinces", "unmet", "supply")] == [
        2, 0, 1, 1, 0,
    ]  # fmt: skip
    assert (rows["01", "1061"]["self_sufficiency_pct"], rows["02", "1061"]["self_sufficiency_pct"]) == (100, 0)
    assert rows[None, "1061"]["buyers"] == 1  # N, of no province
    for row in ask.by_province:
        assert row["demand"] == row["local"] + row["other_provinces"] + row["unmet"]
    assert (rows["01", "1061"]["province_name"], rows["01", "1061"]["basis"]) == ("Banteay Meanchey", "buyers")


@pytest.mark.slow
def test_the_order_of_rows_changes_nothing(ask, tmp_path):
    rng = np.random.default_rng(5)
    codes = ["1061", "1071", "1410", "1312", "13", "2220", "1104", "1512"]
    rows = [
        (
            L.point(*(rng.integers(0, 40, 2) * 500).tolist()),
            f"F{i}",
            codes[i % 8],
            {"tonnes": float(i % 7), "capacity": str(i % 5)},
        )
        for i in range(60)
    ]
    links = table_of_links(
        tmp_path / "links.csv", "1071,1061,2,me,", "1410,13,0.5,me,", "1104,2220,1,me,", "1512,2220,1,me,"
    )

    def answers(some):
        ask(FACTORIES=register(some), LINKS=links, CAPACITY_FIELD="capacity", DEMAND_AMOUNT_FIELD="tonnes")
        names = ("matches", "unmet", "unused", "by_province", "by_product")
        return [[{k: v for k, v in row.items() if k not in ("geom", "fid")} for row in getattr(ask, n)] for n in names]

    once = answers(rows)
    assert len(once[0]) > 10
    assert answers([rows[i] for i in rng.permutation(60)]) == once


@pytest.mark.slow
def test_several_codes_prefixes_and_coarse_suppliers(ask):
    layer = register([
        (L.point(0, 0), "A", None, {"makes": "1312; 2220"}),
        (L.point(10, 0), "B", None, {"makes": "13"}),
        (L.point(100, 0), "C", None, {"wants": "1312;  C22.20"}),
        (L.point(200, 0), "D", None, {"wants": "១៣"}),
        (L.point(300, 0), "E", None, {"wants": "rubbish; 2220", "makes": "C"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, PRODUCT_FIELDS=["makes"], DEMAND_FIELDS="wants") == [
        ("C", "1312", 1, "B"), ("C", "1312", 2, "A"), ("C", "2220", 1, "A"), ("D", "13", 1, "B"), ("D", "13", 2, "A"),
        ("E", "2220", 1, "A"),
    ]  # fmt: skip
    assert short(ask.matches, "fit", "made") == [
        ("coarse", "13"), ("same", "1312"), ("same", "2220"), ("same", "13"), ("part of it", "1312"), ("same", "2220"),
    ]  # fmt: skip
    warned = "\n".join(ask.said.warnings)
    assert "no code of ISIC Rev. 4 with 2 to 4 digits in wants: “rubbish”; times: 1" in warned
    assert "in makes: “C”; times: 1" in warned  # a section is too coarse
    assert ask.links == []


@pytest.mark.slow
def test_names_are_compared_as_people_see_them(ask):
    layer = register([
        (L.point(0, 0), "A", None, {"makes": "Milled  RICE; អង្ករ ស"}),
        (L.point(100, 0), "B", None, {"wants": "milled rice;rice"}),
        (L.point(200, 0), "C", None, {"wants": "អង្ករ\u200bស"}),
    ])  # fmt: skip
    found = ask(FACTORIES=layer, PRODUCT_FIELDS=["makes"], DEMAND_FIELDS="wants", MATCH_BY=1)
    assert found == [("B", "milled rice", 1, "A"), ("C", "អង្ករស", 1, "A")]
    assert short(ask.unmet, "buyer_id", "product", "reason") == [("B", "rice", "nobody makes it")]


@pytest.mark.slow
def test_a_factory_is_not_its_own_supplier(ask, tmp_path):
    rows = [(L.point(0, 0), "A", "1061", {"wants": "1061"}), (L.point(50, 0), "B", "1071", {"wants": "1061"})]
    alone = ask(FACTORIES=register(rows), DEMAND_FIELDS="wants")
    assert alone == [("B", "1061", 1, "A")]
    assert short(ask.unmet, "buyer_id", "reason") == [("A", "nobody makes it")]
    copy = register([(L.point(7, 7), "A", None, {"wants": "1061"})], name="another list")
    assert ask(FACTORIES=register(rows), BUYERS=copy, DEMAND_FIELDS="wants") == []
    saved = L.saved(register(rows), tmp_path / "r.gpkg", "register")
    assert ask(FACTORIES=saved, BUYERS=saved, DEMAND_FIELDS="wants") == alone
    assert len(ask.factories) == 2


@pytest.mark.slow
def test_features_without_ids_are_told_apart_by_layer(ask):
    """The first feature of one layer is not the first of another."""
    bare = (("makes", "text"), ("wants", "text"))
    one = L.layer("Point", bare, [(L.point(0, 0), "1061", None)], name="mills")
    other = L.layer("Point", bare, [(L.point(500, 0), None, "1061")], name="bakeries")
    found = ask(FACTORIES=one, PRODUCT_FIELDS=["makes"], BUYERS=other, DEMAND_FIELDS="wants")
    assert found == [("feature 1", "1061", 1, "feature 1")]
    assert [row["layer"] for row in ask.factories] == ["bakeries", "mills"]


@pytest.mark.slow
def test_premises_are_measured_from_their_edge(ask):
    premises = register([(L.box(0, 0, 100), "M", "1061"), (L.box(600, 0, 100), "B", "1071")], kind="Polygon")
    assert ask(FACTORIES=premises) == [("B", "1061", 1, "M")]
    assert ask.matches[0]["distance_m"] == pytest.approx(500 / SCALE, abs=0.01)
    assert {shape.geom_type for shape in L.shapes(ask.output, "factories")} == {"Point"}


@pytest.mark.slow
def test_only_the_selected_buyers_ask(ask):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = mills()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("factory_id = 'B2'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert ask(FACTORIES=layer, BUYERS=chosen) == [("B2", "1061", 1, "M")]
    QgsProject.instance().clear()


@pytest.mark.slow
def test_raw_materials_supply_from_their_edge(ask):
    pans = L.layer("Polygon", (("name", "text"),), [(L.box(1000, 0, 500), "Pan")], name="salt_pans")
    quarry = L.layer("Point", (("id", "text"), ("stuff", "text")), [(L.point(0, 900), "Q", "0810")], name="quarries")
    fish = register([(L.point(0, 0), "F", "1020"), (L.point(0, 100), "K", "2392")])
    found = ask(FACTORIES=fish, MATERIALS=[pans, quarry], MATERIAL_PRODUCTS="salt_pans = 0893", MATERIAL_FIELD="stuff")
    assert found == [("F", "0893", 1, "feature 1"), ("K", "0810", 1, "Q")]
    assert short(ask.matches, "supplier_name", "supplier_layer", "distance_m")[0] == (
        "Pan", "salt_pans", pytest.approx(1000 / SCALE, abs=0.01),
    )  # fmt: skip
    assert {row["side"] for row in ask.factories} == {"both", "raw material"}
    named = L.layer("Polygon", (), [(L.box(1000, 0, 500),)], name="0893 Salt pans")
    assert ask(FACTORIES=fish, MATERIALS=[named])[0][:3] == ("F", "0893", 1)


@pytest.mark.slow
def test_amounts_are_shared_out_and_nothing_is_lost(ask, tmp_path):
    """A pan of 25 ha gives 500 t; the mill 30 t of both its products together; who gets what is worked by hand."""
    pans = L.layer("Polygon", (), [(L.box(0, 20_000, 500),)], name="pans")
    factories = register([
        (L.point(0, 0), "M", "1061; 1080", {"capacity": "30"}),
        (L.point(0, 5000), "O", "1061", {"capacity": "1061=5"}),
        (L.point(1000, 0), "B1", None, {"wants": "1061", "needs": "20"}),
        (L.point(2000, 0), "B2", None, {"wants": "1061", "needs": "1061=12"}),
        (L.point(3000, 0), "P", None, {"wants": "1080; 0893", "needs": "1080=4;0893=1000"}),
        (L.point(4000, 0), "Z", None, {"wants": "1061", "needs": "0"}),
        (L.point(5000, 0), "U", None, {"wants": "1061"}),
    ])  # fmt: skip
    ask(
        FACTORIES=factories, DEMAND_FIELDS="wants", CAPACITY_FIELD="capacity", DEMAND_AMOUNT_FIELD="needs",
        MATERIALS=[pans], MATERIAL_PRODUCTS="0893", MATERIAL_YIELDS="20", UNIT="t",
    )  # fmt: skip
    flows = {(row["supplier_id"], row["buyer_id"]): row["amount"] for row in ask.matches}
    # 35 t for 36 demanded: 1 t stays unmet, of P, to which a tonne goes farthest. O's 5 t go to B2: there they travel
    # 5,385 m where M's would travel 2,000, which is 3,385 more; at B1 it would be 5,099 for 1,000, or 4,099 more.
    assert flows == {
        ("M", "B1"): pytest.approx(20), ("O", "B2"): pytest.approx(5), ("M", "B2"): pytest.approx(7),
        ("M", "P"): pytest.approx(3), ("feature 1", "P"): pytest.approx(500 / SCALE**2, rel=1e-4),
        ("M", "U"): None, ("O", "U"): None,
    }  # fmt: skip
    unmet = {(row["buyer_id"], row["product"]): (row["reason"], row["amount"]) for row in ask.unmet}
    assert unmet["P", "1080"] == ("capacity used up", pytest.approx(1))
    assert unmet["P", "0893"] == ("capacity used up", pytest.approx(1000 - 500 / SCALE**2, rel=1e-4))
    assert set(unmet) == {("P", "1080"), ("P", "0893")}
    assert ask.unused == []
    assert {row["method"] for row in ask.matches} == {"least transport", None}
    told = ask.said.text()
    assert "solved exactly for pairs: " in told
    assert "features without an amount in field “needs”: 3" in told
    flour = next(row for row in ask.by_product if row["product"] == "1061")
    assert (flour["basis"], flour["unit"], flour["demand"], flour["met"]) == ("amounts", "t", 32, pytest.approx(32))


@pytest.mark.slow
def test_which_method_decided_is_said(ask, tmp_path):
    """Least transport is crosswise (40 km · t); nearest first takes 1 km first and pays for it."""
    rows = [
        (L.point(0, 0), "S1", "1061", {"capacity": "10"}),
        (L.point(0, 3000), "S2", "1061", {"capacity": "10"}),
        (L.point(0, 1000), "B1", None, {"wants": "1061", "needs": "10"}),
        (L.point(0, -1500), "B2", None, {"wants": "1061", "needs": "10"}),
    ]
    given = {"FACTORIES": register(rows), "DEMAND_FIELDS": "wants", "CAPACITY_FIELD": "capacity"}
    given["DEMAND_AMOUNT_FIELD"] = "needs"

    def flows(**more):
        ask(**given, **more)
        return [(row["supplier_id"], row["buyer_id"], row["method"]) for row in ask.matches]

    assert flows() == [("S2", "B1", "least transport"), ("S1", "B2", "least transport")]
    assert flows(METHOD=1) == [("S1", "B1", "nearest first"), ("S2", "B2", "nearest first")]
    assert "Shared out nearest first, as asked for." in ask.said.info
    summary = tmp_path / "s.json"
    assert flows(EXACT_UP_TO=3, SUMMARY=str(summary)) == [
        ("S1", "B1", "nearest first"), ("S2", "B2", "nearest first"),
    ]  # fmt: skip
    assert "Up to 4 pairs hang together, more than the 3 (EXACT_UP_TO)" in ask.said.text()
    amounts = json.loads(summary.read_text(encoding="utf-8"))["amounts"]
    assert (amounts["pairs_by_method"], amounts["largest_set_of_pairs"]) == ({"nearest first": 4}, 4)


@pytest.mark.slow
def test_what_is_left_over_and_whose_capacity_is_not_known(ask):
    factories = register([
        (L.point(0, 0), "M", "1061", {"tonnes": 30.0}),
        (L.point(0, 100), "K", "2220"),
        (L.point(1000, 0), "B", None, {"wants": "1061", "needs": "20"}),
        (L.point(2000, 0), "C", None, {"wants": "2220", "needs": "5"}),
    ])  # fmt: skip
    ask(FACTORIES=factories, DEMAND_FIELDS="wants", CAPACITY_FIELD="tonnes", DEMAND_AMOUNT_FIELD="needs")
    assert short(ask.unused, "supplier_id", "reason", "amount", "capacity") == [("M", "left over", 10, 30)]
    assert short(ask.unmet, "buyer_id", "reason", "amount") == [("C", "capacity not known", 5)]
    assert short(ask.matches, "supplier_id", "buyer_id", "amount") == [("M", "B", 20), ("K", "C", None)]


@pytest.mark.slow
def test_demand_follows_from_output_and_coefficients(ask, tmp_path):
    links = table_of_links(tmp_path / "links.csv", "10,25,,a survey,", "1071,1061,0.8,a survey,a note")
    factories = register([
        (L.point(0, 0), "M", "1061", {"capacity": "500"}),
        (L.point(1000, 0), "B", "1071", {"tonnes": 100.0}),
    ])  # fmt: skip
    ask(FACTORIES=factories, LINKS=links, CAPACITY_FIELD="capacity", DEMAND_AMOUNT_FIELD="tonnes")
    assert short(ask.matches, "amount", "share") == [(80, 1)]
    assert short(ask.links, "buyer_isic", "input", "coefficient", "source", "buyers", "line") == [
        ("10", "25", None, "a survey", 1, 2), ("1071", "1061", 0.8, "a survey", 1, 3),
    ]  # fmt: skip


@pytest.mark.slow
def test_by_road_the_way_decides(ask):
    x, y = L.X0, L.Y0
    line = f"LINESTRING ({x} {y}, {x} {y + 5000}, {x + 1000} {y + 5000}, {x + 1000} {y})"
    roads = L.layer("LineString", (), [(line,)], name="roads")
    ask(ROADS=roads, ROAD_OFF=600, MAX_DISTANCE=30_000)
    rows = {row["buyer_id"]: row for row in ask.matches}
    assert rows["B2"]["road_m"] == pytest.approx(11_000 / SCALE, abs=1)
    assert rows["B2"]["distance_m"] == pytest.approx(1000 / SCALE, abs=0.01)
    unmet = {(row["buyer_id"], row["product"]): row for row in ask.unmet}
    assert (unmet["B1", "1061"]["reason"], unmet["B1", "1061"]["road_note"]) == (
        "not by road", "no road near the buyer",
    )  # fmt: skip
    ask(ROADS=roads, ROAD_OFF=600, MAX_DISTANCE=6000)
    unmet = {(row["buyer_id"], row["product"]): row for row in ask.unmet}
    assert (unmet["B2", "1061"]["reason"], unmet["B2", "1061"]["nearest_road_m"]) == (
        "only farther", pytest.approx(11_000 / SCALE, abs=1),
    )  # fmt: skip


@pytest.mark.slow
def test_provinces_by_place_for_those_without_a_code(ask):
    halves = [(L.box(-50_000, -50_000, 50_700, 200_000), "03"), (L.box(700, -50_000, 200_000, 200_000), "04")]
    provinces = L.layer("Polygon", (("province_code", "text"),), halves, name="provinces")
    ask(PROVINCES=provinces)
    assert {row["id"]: row["province_code"] for row in ask.factories} == {
        "M": "01", "B1": "01", "B2": "02", "B3": "02", "S": "03", "N": None,
    }  # fmt: skip


@pytest.mark.slow
def test_a_province_is_called_as_the_layer_calls_it(ask):
    """Else as the shipped list does, which has its own names of them."""
    halves = [(L.box(-50_000, -50_000, 50_700, 200_000), "1", "North-West"), (L.box(700, 0, 2, 2), "04", None)]
    provinces = L.layer("Polygon", (("code", "text"), ("NAME_EN", "text")), halves, name="provinces")
    ask(PROVINCES=provinces)
    names = {row["province_code"]: row["province_name"] for row in ask.by_province}
    assert (names["01"], names["02"]) == ("North-West", "Battambang")


@pytest.mark.slow
def test_without_coefficients_amounts_stay_empty_and_it_is_said(ask, tmp_path):
    """What is not known of anybody is not 0; the buyers are counted all the same."""
    links = table_of_links(tmp_path / "links.csv", "1071,1061,,me,", "1104,2220,,me,")
    factories = register([
        (L.point(0, 0), "M", "1061", {"capacity": "500", "province_code": "01"}),
        (L.point(1000, 0), "B", "1071", {"tonnes": 100.0, "province_code": "01"}),
        (L.point(2000, 0), "C", "1104", {"tonnes": 100.0, "province_code": "01"}),
    ])  # fmt: skip
    amounts = {"CAPACITY_FIELD": "capacity", "DEMAND_AMOUNT_FIELD": "tonnes"}
    ask(FACTORIES=factories, LINKS=links, SUMMARY=str(tmp_path / "s.json"), **amounts)
    known = {row["product"]: row for row in ask.by_product}
    columns = ("demand", "met", "unmet", "supply", "buyers", "suppliers")
    assert [known["1061"][name] for name in columns] == [None, None, None, 500, 1, 1]
    assert [known["2220"][name] for name in columns] == [None, None, None, 0, 1, 0]
    assert [known["1071"][name] for name in columns] == [0, 0, 0, None, 0, 1]  # nobody demands it: that is known
    local = {row["product"]: row for row in ask.by_province}["1061"]
    columns = ("demand", "local", "other_provinces", "unmet", "self_sufficiency_pct", "buyers")
    assert [local[name] for name in columns] == [None] * 5 + [1]
    (warning,) = [text for text in ask.said.warnings if "coefficients" in text]
    assert "“links.csv”" in warning
    assert "LINKS" in warning
    assert "DEMAND_AMOUNT_FIELD" in warning
    assert "Shared out" not in ask.said.text()
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["amounts"]
    assert (told["demand"], told["met"], told["unmet"]) == (None, None, None)
    # One coefficient is enough: nothing to warn of.
    links = table_of_links(tmp_path / "links.csv", "1071,1061,2,me,", "1104,2220,,me,")
    ask(FACTORIES=factories, LINKS=links, **amounts)
    known = {row["product"]: row["demand"] for row in ask.by_product}
    assert (known["1061"], known["2220"]) == (200, None)
    assert not [text for text in ask.said.warnings if "coefficients" in text]
    assert "Shared out: 200 of 200; unmet: 0." in ask.said.text()


@pytest.mark.slow
def test_pairs_at_one_place_have_a_row_and_no_arrow(ask):
    ask(FACTORIES=register([(L.point(0, 0), "M", "1061"), (L.point(0, 0), "B", "1071")]))
    assert short(ask.matches, "distance_m") == [(0,)]
    assert L.shapes(ask.output, "matches") == [None]


@pytest.mark.slow
def test_arrows_run_from_supplier_to_buyer(ask):
    ask()
    first = L.shapes(ask.output, "matches")[0]
    assert list(first.coords) == [(L.X0, L.Y0), (L.X0 + 3000, L.Y0 + 4000)]


@pytest.mark.slow
def test_nothing_at_all_to_match(ask):
    ask(FACTORIES=register([(L.point(0, 0), "X", "9900")]))
    assert (ask.matches, ask.unmet) == ([], [])
    assert short(ask.unused, "supplier_id", "reason") == [("X", "nobody demands it")]
    assert "Buyers of which nothing is known to be demanded: 1." in ask.said.info
    ask(FACTORIES=register([(None, "X", None)]))
    assert (ask.matches, ask.unmet, ask.unused) == ([], [], [])


@pytest.mark.slow
def test_the_summary(ask, tmp_path):
    ask(SUMMARY=str(tmp_path / "s.json"))
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (told["places"], told["without_location"], told["pairs"], told["demand_with_supplier"]) == (6, 1, 2, 2)
    assert told["unmet"]["only farther"] == 1
    assert told["links"]["file"] == "isic_links.csv"
    assert told["meaning"] == "A match is “could supply”, never “does supply”."
    assert told["parameters"]["K"] == "3"


def refused(ask, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        ask(**given)
    return str(why.value)


def test_bad_input_is_told_before_anything_is_read(ask, tmp_path):
    pans = L.layer("Polygon", (), [(L.box(0, 0, 9),)], name="pans")
    wells = L.layer("Point", (), [(L.point(0, 0),)], name="wells")
    lines = L.layer("LineString", (), [(f"LINESTRING ({L.X0} {L.Y0}, {L.X0 + 9} {L.Y0})",)], name="lines")
    bare = L.layer("Point", (("a", "text"),), [(L.point(0, 0), "x")], name="bare")
    saved = L.saved(mills(), tmp_path / "m.gpkg", "mills")
    missing = str(tmp_path / "no.csv")
    for given, said in (
        ({"FACTORIES": "nowhere.gpkg"}, "there is no layer or file “nowhere.gpkg”"),
        ({"FACTORIES": bare}, "Say which fields of layer “bare” tell what they make (PRODUCT_FIELDS)"),
        ({"BUYERS": "nowhere.gpkg"}, "Buyers: there is no layer or file “nowhere.gpkg”"),
        ({"BUYERS": bare}, "Say what the buyers of layer “bare” demand (DEMAND_FIELDS)"),
        ({"BUYERS": lines}, "points or polygons are needed"),
        ({"DEMAND_FIELDS": "x"}, "has no field “x” (DEMAND_FIELDS). It has: factory_id"),
        ({"ACTIVITY_FIELDS": "x"}, "has no field “x” (ACTIVITY_FIELDS)"),
        ({"MATCH_BY": 1}, "By product names, the buyers themselves must say"),
        ({"CAPACITY_FIELD": "capacity"}, "Amounts can be shared out only where both sides have some"),
        ({"DEMAND_AMOUNT_FIELD": "needs"}, "Amounts can be shared out only where both sides have some"),
        ({"CAPACITY_FIELD": "capacity", "DEMAND_AMOUNT_FIELD": "x"}, "has no field “x” (DEMAND_AMOUNT_FIELD)"),
        ({"MATERIALS": ["no.gpkg"]}, "Raw materials: there is no layer or file “no.gpkg”"),
        ({"MATERIALS": [lines]}, "points or polygons are needed"),
        ({"MATERIALS": [pans]}, "Nobody says what layer “pans” yields"),
        ({"MATERIALS": [pans], "MATERIAL_PRODUCTS": "salt"}, "“salt” is no code of ISIC Rev. 4"),
        ({"MATERIALS": [pans], "MATERIAL_PRODUCTS": "0893", "MATERIAL_YIELDS": "much", "DEMAND_AMOUNT_FIELD": "needs"},
         "“much” is no yield (MATERIAL_YIELDS)"),
        ({"MATERIALS": [wells], "MATERIAL_PRODUCTS": "0893", "MATERIAL_YIELDS": "2", "DEMAND_AMOUNT_FIELD": "needs"},
         "Layer “wells” holds points, which have no area for a yield"),
        ({"MAX_DISTANCE": 0}, "(MAX_DISTANCE) is 0 m: give more than 0"),
        ({"ROADS": pans}, "holds no lines"),
        ({"PROVINCES": pans}, "has none of the fields province_code, code"),
        ({"LINKS": missing}, "cannot be read"),
        ({"CRS": "EPSG:4326"}, "is in degrees"),
        ({"OUTPUT": str(tmp_path / "x.csv")}, "a name that ends in .gpkg"),
        ({"FACTORIES": saved, "OUTPUT": str(tmp_path / "m.gpkg")}, "inputs are never overwritten"),
    ):  # fmt: skip
        assert said in refused(ask, **given), given
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.gpkg"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["99,1061,,me,"], "line 2: input"),
        (["1071,1061,,,"], "line 2: source is empty"),
        (["1071,1061,,me,", "", "1071,C10.61,,me,"], "line 4: 1071 and 1061 are linked in line 2 already"),
        (["1071,1061,-1,me,"], "line 2: coefficient “-1” is no number above 0"),
        (['1071,1061,"0,5",me,'], "line 2: coefficient “0,5” is no number above 0"),
        (["abc,1061,,me,"], "line 2: buyer_isic “abc” is no code of ISIC Rev. 4"),
        (["C,1061,,me,"], "line 2: buyer_isic “C” is no code of ISIC Rev. 4 with 2 to 4 digits"),
        ([",1061,,me,"], "line 2: buyer_isic is empty"),
        (["1071,1061,,me,", "1071,1010,1,5,my survey,x"], "line 3: 6 cells under 5 names of columns"),
        (["1071,1061,1,5,my survey,"], "line 2: 6 cells under 5 names of columns"),
        ([f"{i},1061,,me," for i in ("a", "b", "c", "d", "e")], "; and 2 more. Correct the file"),
        ([], "has no rows below the names of its columns"),
    ],
)
def test_mistakes_in_the_table_of_links_are_told_by_line(ask, tmp_path, rows, said):
    links = table_of_links(tmp_path / "links.csv", *[row.replace("99,1061", "99,10619x") for row in rows])
    assert said in refused(ask, LINKS=links)


def test_a_table_of_links_that_is_none(ask, tmp_path):
    links = table_of_links(tmp_path / "l.csv", "1071;1061;;me", header="buyer_isic;input;coefficient;source")
    assert "line 1 names the columns, and buyer_isic, input, source is missing" in refused(ask, LINKS=links)
    (tmp_path / "l.csv").write_bytes("buyer_isic,input,source\n1071,1061,m\xe9\n".encode("latin-1"))
    assert "is no text in UTF-8" in refused(ask, LINKS=links)


def test_every_shipped_link_has_known_codes_and_a_source(root):
    from factory_locations.processing.sourcing.links import read_links

    links = read_links("")
    assert len(links.rows) > 100
    assert all(link.source.startswith("ISIC Rev. 4") and link.note for link in links.rows)
    assert all(link.coefficient is None for link in links.rows)  # none were found in a source, and none were made up
    with (root / "data" / "sourcing" / "isic_links.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(links.rows)


def test_every_reason_kind_and_status_has_a_symbol(qgis_app):
    from factory_locations.processing.reports import sourcing_symbols as symbols
    from factory_locations.processing.sourcing import ask, products, tables

    unmet = {ask.NOBODY_MAKES, ask.ONLY_FARTHER, ask.NOT_BY_ROAD, ask.USED_UP, ask.NEAREST_USED_UP, ask.NOT_KNOWN}
    assert set(symbols.UNMET) == unmet | {ask.NO_CAPACITY, ask.MAKERS_NOWHERE, ask.NO_LOCATION}
    unused = {ask.NOBODY_DEMANDS, ask.BUYERS_FARTHER, ask.LEFT_OVER, ask.NOT_BY_ROAD, ask.BUYERS_NOWHERE}
    assert set(symbols.UNUSED) == unused | {ask.DEMAND_NOT_KNOWN, ask.NO_LOCATION}
    assert set(symbols.KINDS) == {kind for kind, _, _ in products.KINDS} | {products.OTHER_KIND}
    assert set(symbols.STATUSES) == {tables.ALL_MET, tables.SOME_MET, tables.NONE_MET, tables.NO_DEMAND}


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12", 12), (" 1,200.5 ", 1200.5), ("១២", 12), ("1 200", 1200), ("1,5", None), ("-3", None), ("nan", None)],
)
def test_numbers_as_people_write_them(qgis_app, text, amount):
    from factory_locations.processing.sourcing.products import number

    assert number(text) == amount


@pytest.mark.slow
def test_a_cancelled_run_leaves_nothing(run, feedback, tmp_path):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 60 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("local_sourcing", {"FACTORIES": mills(), "OUTPUT": str(tmp_path / "x.gpkg")}, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_through_the_real_program(qgis_process, demo_gpkg, tmp_path):
    output, summary = tmp_path / "sourcing.gpkg", tmp_path / "sourcing.json"
    done = qgis_process(
        "run",
        "factory:local_sourcing",
        "--",
        f"FACTORIES={demo_gpkg}|layername=factories",
        f"MATERIALS={demo_gpkg}|layername=salt_farmland",
        "MATERIAL_PRODUCTS=0893",
        "PRODUCT_FIELDS=isic;isic_other",
        "ACTIVITY_FIELDS=isic",
        f"PROVINCES={demo_gpkg}|layername=provinces",
        f"ROADS={demo_gpkg}|layername=roads",
        "ROAD_OFF=5000",
        "MAX_DISTANCE=30000",
        f"OUTPUT={output}",
        f"SUMMARY={summary}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    matches = L.rows(output, "matches")
    assert {row["supplier_layer"] for row in matches} == {"factories", "salt_farmland"}
    assert all(row["road_m"] <= 30_000.05 and row["road_m"] >= row["distance_m"] - 1 for row in matches)
    assert not any(row["supplier_id"] == row["buyer_id"] for row in matches)
    told = json.loads(summary.read_text(encoding="utf-8"))
    assert told["unmet"]["not by road"] > 0
    assert told["without_location"] == 3


STATED = {"PRODUCT_FIELDS": ["makes"], "DEMAND_FIELDS": "wants"}
AMOUNTS = {**STATED, "CAPACITY_FIELD": "capacity", "DEMAND_AMOUNT_FIELD": "needs"}


@pytest.mark.slow
def test_a_supplier_counts_once_for_each_product_demanded(ask):
    """T is known by a group and a class of it, W by three classes of the group that C demands."""
    layer = register([
        (L.point(0, 0), "T", None, {"makes": "131;1312"}),
        (L.point(200, 0), "W", None, {"makes": "1311;1312;1313"}),
        (L.point(5000, 0), "U", None, {"makes": "1312"}),
        (L.point(1000, 0), "B", None, {"wants": "1312"}),
        (L.point(-1000, 0), "C", None, {"wants": "13"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, K=3, **STATED) == [
        ("B", "1312", 1, "W"), ("B", "1312", 2, "T"), ("B", "1312", 3, "U"),
        ("C", "13", 1, "T"), ("C", "13", 2, "W"), ("C", "13", 3, "U"),
    ]  # fmt: skip
    assert short(ask.matches, "supplier_id", "made", "fit")[:3] == [
        ("W", "1312", "same"), ("T", "1312", "same"), ("U", "1312", "same"),
    ]  # fmt: skip
    assert {row["product"]: (row["supply"], row["suppliers"]) for row in ask.by_product} == {
        "13": (3, 3), "1312": (3, 3),
    }  # fmt: skip
    assert ask.unused == []


@pytest.mark.slow
def test_amounts_of_several_products_of_a_supplier_are_one_pair(ask):
    layer = register([
        (L.point(0, 0), "T", None, {"makes": "1311;1312", "capacity": "1311=3;1312=4"}),
        (L.point(5000, 0), "U", None, {"makes": "1312", "capacity": "9"}),
        (L.point(1000, 0), "B", None, {"wants": "13", "needs": "12"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, CANDIDATES=2, **AMOUNTS) == [("B", "13", 1, "T"), ("B", "13", 2, "U")]
    assert short(ask.matches, "amount", "share", "method") == [
        (pytest.approx(7), pytest.approx(7 / 12, abs=1e-6), "least transport"),
        (pytest.approx(5), pytest.approx(5 / 12, abs=1e-6), "least transport"),
    ]  # fmt: skip
    assert short(ask.by_product, "product", "supply", "suppliers", "met") == [("13", 16, 2, pytest.approx(12))]
    assert short(ask.unused, "supplier_id", "product", "amount") == [("U", "1312", pytest.approx(4))]


@pytest.mark.slow
def test_a_supplier_in_reach_without_capacity_is_not_farther_away(ask):
    layer = register([
        (L.point(0, 0), "S", None, {"makes": "1061", "capacity": "0"}),
        (L.point(1000, 0), "B", None, {"wants": "1061", "needs": "10"}),
        (L.point(2000, 0), "Q", None, {"wants": "1061"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, **AMOUNTS) == []
    assert short(ask.unmet, "buyer_id", "reason", "nearest_id", "amount") == [
        ("B", "no capacity", None, 10), ("Q", "no capacity", None, None),
    ]  # fmt: skip
    assert short(ask.by_product, "verdict", "suppliers") == [("could supply no buyer", 1)]


@pytest.mark.slow
def test_by_road_a_row_speaks_of_one_supplier(ask):
    """The nearest has no capacity and no road; the one of unknown capacity is barred, and so is the one with some."""
    x, y = L.X0, L.Y0
    detour = f"LINESTRING ({x} {y}, {x} {y + 30000}, {x + 3000} {y + 30000}, {x + 3000} {y})"
    roads = L.layer("LineString", (), [(detour,)], name="roads")
    layer = register([
        (L.point(0, 0), "B", None, {"wants": "1061", "needs": "10"}),
        (L.point(0, -4000), "S0", None, {"makes": "1061", "capacity": "0"}),
        (L.point(3000, 0), "S1", None, {"makes": "1061", "capacity": "5"}),
        (L.point(3000, 0), "S2", None, {"makes": "1061"}),
        (L.point(0, -9000), "S3", None, {"makes": "1061"}),
    ])  # fmt: skip
    ask(FACTORIES=layer, ROADS=roads, **AMOUNTS)
    assert short(ask.unmet, "reason", "nearest_id", "nearest_m", "nearest_road_m", "road_note") == [
        ("only farther", "S1", pytest.approx(3000 / SCALE, abs=0.01), pytest.approx(63_000 / SCALE, abs=20), None),
    ]  # fmt: skip
    ask(FACTORIES=layer, ROADS=roads, MAX_DISTANCE=100_000, **AMOUNTS)
    assert short(ask.unmet, "reason", "amount") == [("capacity not known", pytest.approx(5))]


@pytest.mark.slow
def test_unknown_capacity_and_unknown_demand_are_not_none(ask):
    layer = register([
        (L.point(0, 0), "S", None, {"makes": "1061", "capacity": "3"}),
        (L.point(500, 0), "U", None, {"makes": "1061"}),
        (L.point(1000, 0), "B", None, {"wants": "1061", "needs": "10"}),
        (L.point(0, 500), "T", None, {"makes": "2220", "capacity": "8"}),
        (L.point(2000, 0), "Q", None, {"wants": "2220"}),
        (L.point(0, 700), "V", None, {"makes": "1512", "capacity": "8"}),
        (L.point(2500, 0), "P", None, {"wants": "1512", "needs": "2"}),
    ])  # fmt: skip
    ask(FACTORIES=layer, **AMOUNTS)
    assert short(ask.unmet, "buyer_id", "reason", "amount") == [("B", "capacity not known", pytest.approx(7))]
    assert short(ask.unused, "supplier_id", "reason", "amount") == [("T", "demand not known", 8), ("V", "left over", 6)]
    assert {row["product"]: row["verdict"] for row in ask.by_product} == {
        "1061": "could supply some buyers", "1512": "could supply all buyers", "2220": "could supply all buyers",
    }  # fmt: skip


@pytest.mark.slow
def test_verdicts_by_amounts_agree_with_the_pairs(ask):
    """Nobody says what U can give: it is listed as one that could supply, and so it could."""
    layer = register([
        (L.point(500, 0), "U", None, {"makes": "1061"}),
        (L.point(9000, 0), "T", None, {"makes": "2220", "capacity": "8"}),
        (L.point(1000, 0), "B", None, {"wants": "1061; 1512", "needs": "1061=10; 1512=1"}),
        (L.point(2000, 0), "C", None, {"wants": "2220", "needs": "10"}),
    ])  # fmt: skip
    ask(FACTORIES=layer, **AMOUNTS)
    assert {row["product"]: row["verdict"] for row in ask.by_product} == {
        "1061": "could supply some buyers", "1512": "made by nobody here", "2220": "could supply some buyers",
    }  # fmt: skip
    buyers = [row for row in ask.factories if row["demanded"]]
    assert short(buyers, "id", "demanded", "supplied", "unmet", "demand_status") == [
        ("B", 2, 1, 2, "some could be met"), ("C", 1, 1, 1, "some could be met"),
    ]  # fmt: skip


@pytest.mark.slow
def test_one_ranking_of_suppliers_with_and_without_known_capacity(ask):
    layer = register([
        (L.point(5000, 0), "K1", None, {"makes": "1061", "capacity": "1"}),
        (L.point(3000, 0), "K2", None, {"makes": "1061", "capacity": "5"}),
        (L.point(1000, 0), "U", None, {"makes": "1061"}),
        (L.point(0, 0), "B", None, {"wants": "1061", "needs": "6"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, **AMOUNTS) == [("B", "1061", 1, "U"), ("B", "1061", 2, "K2"), ("B", "1061", 3, "K1")]
    assert short(ask.matches, "amount") == [(None,), (pytest.approx(5),), (pytest.approx(1),)]


@pytest.mark.slow
@pytest.mark.parametrize("view", ["selection", "subset"])
def test_a_feature_without_an_id_is_not_its_own_supplier_in_a_view_of_its_layer(ask, tmp_path, view):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    bare = (("makes", "text"), ("wants", "text"))
    rows = [(L.point(0, 0), "1061", "1061"), (L.point(5000, 0), "2220", "1061")]
    layer = L.layer("Point", bare, rows, name="f")
    if view == "selection":
        QgsProject.instance().addMapLayer(layer)
        layer.selectByIds([1])
        buyers = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    else:
        layer = L.saved(layer, tmp_path / "f.gpkg", "f")
        buyers = f"{layer}|subset=fid=1"
    assert ask(FACTORIES=layer, BUYERS=buyers, **STATED) == []
    assert short(ask.unmet, "buyer_id", "reason") == [("feature 1", "nobody makes it")]
    assert short(ask.factories, "id", "side") == [("feature 1", "both"), ("feature 2", "supplier")]  # each once
    QgsProject.instance().clear()


@pytest.mark.slow
def test_what_is_closed_or_still_to_come_takes_no_part(ask, tmp_path):
    fields = (("factory_id", "text"), ("makes", "text"), ("wants", "text"), ("status", "text"), ("state", "text"))
    rows = [
        (L.point(0, 0), "S1", "1061", None, "decommissioned", "functional"),
        (L.point(100, 0), "S2", "1061", None, "Disused", None),
        (L.point(200, 0), "S3", "1061", None, "projected", None),
        (L.point(300, 0), "S4", "1061", None, "underConstruction", None),
        (L.point(400, 0), "S5", "1061", None, None, "projected"),
        (L.point(500, 0), "S6", "1061", None, "rubbish", "projected"),
        (L.point(1000, 0), "B1", None, "1061", "functional", "functional"),
        (L.point(1100, 0), "B2", None, "1061", "decommissioned", "decommissioned"),
        (None, "B3", None, "1061", "disused", "disused"),
    ]
    layer, summary = L.layer("Point", fields, rows, name="f"), tmp_path / "s.json"
    assert ask(FACTORIES=layer, K=9, SUMMARY=str(summary), **STATED) == [
        ("B1", "1061", 1, "S6"),
        ("B1", "1061", 2, "S5"),
    ]
    notes = {row["id"]: (row["side"], row["products"], row["note"]) for row in ask.factories}
    assert notes["S1"] == ("none", None, "takes no part: decommissioned")
    assert notes["S4"] == ("none", None, "takes no part: under construction")
    assert notes["B3"] == ("none", None, "no geometry; takes no part: disused")
    assert notes["S5"] == ("supplier", "1061", None)
    assert {row["supplier_id"] for row in ask.unused} | {row["buyer_id"] for row in ask.unmet} == set()
    assert "Take no part: decommissioned: 2; disused: 2; projected: 1; under construction: 1." in ask.said.text()
    told = json.loads(summary.read_text(encoding="utf-8"))
    assert told["take_no_part"] == {"decommissioned": 2, "disused": 2, "projected": 1, "under construction": 1}
    assert (told["buyers_without_known_demand"], told["suppliers_without_known_product"]) == (2, 1)
    found = ask(FACTORIES=layer, K=9, STILL_TO_COME=True, **STATED)
    assert [row[3] for row in found] == ["S6", "S5", "S4", "S3"]
    found = ask(FACTORIES=layer, K=9, STATUS_FIELD="state", **STATED)
    assert [row[3] for row in found] == ["S4", "S3", "S2", "S1"]
    other = L.layer("Point", fields[:3], [(L.point(0, 50), "X", None, "1061")], name="buyers")  # it has no such field
    assert len(ask(FACTORIES=layer, BUYERS=other, K=9, STATUS_FIELD="state", **STATED)) == 4


@pytest.mark.slow
def test_no_output_is_no_demand_whatever_the_link(ask, tmp_path):
    links = table_of_links(tmp_path / "links.csv", "1071,1061,,me,", "1071,2220,0.5,me,")
    layer = register([
        (L.point(0, 0), "S", "1061", {"capacity": "3"}),
        (L.point(100, 0), "B", "1071", {"needs": "0"}),
    ])  # fmt: skip
    assert ask(FACTORIES=layer, LINKS=links, CAPACITY_FIELD="capacity", DEMAND_AMOUNT_FIELD="needs") == []
    assert ask.unmet == []


@pytest.mark.slow
def test_demands_of_very_different_size_are_met_alike(ask):
    layer = register([
        (L.point(0, 0), "S", None, {"makes": "1061", "capacity": "5000000000000"}),
        (L.point(100, 0), "BIG", None, {"wants": "1061", "needs": "1000000000000"}),
        (L.point(200, 0), "SMALL", None, {"wants": "1061", "needs": "100"}),
    ])  # fmt: skip
    ask(FACTORIES=layer, **AMOUNTS)
    assert {row["buyer_id"]: row["amount"] for row in ask.matches} == {"BIG": 1e12, "SMALL": pytest.approx(100)}
    assert ask.unmet == []


def test_a_number_that_is_none_is_refused(ask, provider):
    from qgis.core import QgsProcessingContext

    for name, value in (
        ("MAX_DISTANCE", "5 km"), ("MAX_DISTANCE", "abc"), ("K", "three"), ("CANDIDATES", "ten"), ("EXACT_UP_TO", "x"),
        ("ROAD_OFF", "2 km"), ("ROAD_GAP", "nan"),
    ):  # fmt: skip
        said = refused(ask, **{name: value})
        assert f"“{value}” is no number (" in said, said
        assert f"{name})" in said, said
    assert "K is 2.5: ask for 1 to 1000 suppliers" in refused(ask, K="2.5")
    # QGIS itself refuses a decimal comma; a model, which does not ask it, reads it as one.
    algorithm = provider.algorithm("local_sourcing")
    parameters = {"FACTORIES": mills(), "MAX_DISTANCE": "5,5"}
    assert algorithm._question(parameters, QgsProcessingContext()).limit == 5.5
