"""find_duplicates on registers small enough to judge by hand, through QGIS."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from factory_locations.tests import layers as L

FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("name_km", "text"),
    ("operator_id", "text"),
    ("licence_no", "text"),
    ("isic", "text"),
    ("employees", "integer"),
    ("commune_code", "text"),
    ("province_code", "text"),
    ("loc_accuracy_m", "real"),
)
USUAL = {"isic": "1410", "commune_code": "120101", "province_code": "12"}


def row(factory, name, place=(0, 0), **changed):
    values = {"factory_id": factory, "name_en": name, **USUAL, **changed}
    return (L.point(*place) if place else None, *(values.get(name) for name, _ in FIELDS))


REGISTER = [
    row("F1", "N.L.C. Garment Co., Ltd.", (0, 0), operator_id="OP-1", employees=120),
    row("F2", "NLC Garments (Cambodia)", (30, 0), operator_id="OP 1", licence_no="L-7", employees=118),
    row("F3", "Manhattan (Svay Reing)", (5000, 0), licence_no="៣៣-A", isic="1311"),
    row("F4", "Manhattan Svay Rieng", None, licence_no="33A", isic="1311"),
    row("F5", "Sovann Meas Rice Mill 1", (9000, 0), isic="1061"),
    row("F6", "Sovann Meas Rice Mill 2", (9010, 0), isic="1061"),
    row("F7", "Alone", (20000, 0)),
]


def register(rows=REGISTER, name="register"):
    return L.layer("Point", FIELDS, rows, name=name)


@pytest.fixture
def find(run, tmp_path):
    def go(**given) -> dict:
        results = run("find_duplicates", {"FACTORIES": register(), "OUTPUT": str(tmp_path / "d.gpkg"), **given})
        go.results, go.said = results, run.feedback
        return {r["pair_id"]: r for r in L.rows(tmp_path / "d.gpkg", "pairs")}

    return go


def test_pairs_and_their_evidence(find, tmp_path):
    pairs = find()
    assert {pair: r["certainty"] for pair, r in pairs.items()} == {
        "F1~F2": "certain",
        "F3~F4": "certain",
        "F5~F6": "possible",
    }
    one = pairs["F1~F2"]
    assert (one["factory_id_a"], one["name_b"], one["keep_proposed"]) == ("F1", "NLC Garments (Cambodia)", "F2")
    assert one["distance_m"] == pytest.approx(30.0, abs=0.1)
    assert one["evidence"] == (
        "The same name (1.00); the same operator OP-1; at one place (30 m apart); the same activity (1410); in one "
        "commune (120101); about as many employees (120, 118); no third factory within 500 m."
    )
    assert one["against"] is None
    assert [one[name] for name in ("keep", "confirmed", "decided_by", "decided_on")] == [None] * 4
    assert "the same licence" in pairs["F3~F4"]["evidence"].lower()
    assert (pairs["F3~F4"]["distance_m"], pairs["F3~F4"]["geom"]) == (None, None)
    assert pairs["F5~F6"]["against"].startswith("Different numbers in the names (“Sovann Meas Rice Mill 1”, ")
    line = L.shapes(tmp_path / "d.gpkg", "pairs")[list(pairs).index("F1~F2")]
    assert line.geom_type == "LineString"
    assert {k: find.results[k] for k in ("CERTAIN", "LIKELY", "POSSIBLE", "GROUPS_COUNT")} == {
        "CERTAIN": 2, "LIKELY": 0, "POSSIBLE": 1, "GROUPS_COUNT": 2,
    }  # fmt: skip


def test_groups(find, tmp_path):
    find()
    groups = {r["group_id"]: r for r in L.rows(tmp_path / "d.gpkg", "groups")}
    assert groups["G-F1"]["factory_ids"] == "F1; F2"
    assert (groups["G-F1"]["members"], groups["G-F1"]["certainty"], groups["G-F1"]["chained"]) == (2, "certain", 0)
    assert groups["G-F1"]["spread_m"] == pytest.approx(30.0, abs=0.1)
    assert groups["G-F3"]["spread_m"] is None
    assert [len(shape.geoms) for shape in L.shapes(tmp_path / "d.gpkg", "groups")] == [2, 1]


def test_only_what_is_certain_enough(find, tmp_path):
    assert set(find(MIN_CERTAINTY=0)) == {"F1~F2", "F3~F4"}
    assert len(L.rows(tmp_path / "d.gpkg", "groups")) == 2


def test_json(find, tmp_path):
    find(SUMMARY=str(tmp_path / "d.json"))
    told = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    assert told["pairs"] == {"certain": 2, "likely": 0, "possible": 1}
    assert (told["factories"], told["groups"], told["in_groups"], told["max_distance_m"]) == (7, 2, 4, 500.0)


@pytest.mark.slow
def test_decisions_are_kept_from_run_to_run(find, tmp_path):
    from qgis.core import QgsVectorLayer

    find()
    layer = QgsVectorLayer(f"{tmp_path / 'd.gpkg'}|layername=pairs", "pairs", "ogr")
    (feature,) = layer.getFeatures("\"pair_id\" = 'F1~F2'")
    assert layer.startEditing()
    assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField("confirmed"), "yes")
    assert layer.commitChanges(), layer.commitErrors()
    made = find()["F1~F2"]  # what the form fills in came with the answer
    assert (made["confirmed"], made["keep"], made["decided_on"]) == ("yes", "F2", date.today().isoformat())
    assert made["decided_by"]
    assert [r["confirmed"] for r in L.rows(tmp_path / "d.gpkg", "pairs")] == ["yes", None, None]
    assert "Decisions kept from the earlier result: 1." in find.said.info
    gone = find(FACTORIES=register(REGISTER[1:]))["F1~F2"]
    assert any("Decided pairs that are not found any more: 1." in said for said in find.said.warnings)
    assert (gone["confirmed"], gone["keep"], gone["decided_on"]) == ("yes", "F2", date.today().isoformat())
    assert gone["against"] == "Not found any more: F1 is not in the register. Kept because it is decided."
    assert (gone["name_a"], gone["certainty"]) == ("N.L.C. Garment Co., Ltd.", "certain")
    assert [gone[name] for name in ("group_id", "feature_a", "feature_b", "geom")] == [None] * 4


def decide(path, pair, **values):
    from osgeo import ogr

    file = ogr.Open(str(path), 1)
    layer = file.GetLayerByName("pairs")
    for feature in layer:
        if feature["pair_id"] == pair:
            for name, value in values.items():
                feature[name] = value
            layer.SetFeature(feature)
    del feature, layer, file


@pytest.mark.slow
@pytest.mark.parametrize("entered", [{"confirmed": "no"}, {"keep": "F6"}, {"decided_by": "Sok"}])
def test_a_search_that_finds_less_drops_no_decision(find, tmp_path, entered):
    assert find()["F5~F6"]["certainty"] == "possible"
    decide(tmp_path / "d.gpkg", "F5~F6", **entered)
    pairs = find(MIN_CERTAINTY=0)
    assert list(pairs) == ["F1~F2", "F3~F4", "F5~F6"]
    row = pairs["F5~F6"]
    assert {name: row[name] for name in entered} == entered
    assert row["against"] == "Not found any more in the last search. Kept because it is decided."
    (line,) = [s for s, r in zip(L.shapes(tmp_path / "d.gpkg", "pairs"), pairs) if r == "F5~F6"]
    assert line.geom_type == "LineString"
    assert (find.results["POSSIBLE"], find.results["GROUPS_COUNT"]) == (0, 2)
    again = find(MIN_CERTAINTY=0)["F5~F6"]
    assert again == row
    back = find()["F5~F6"]
    assert {name: back[name] for name in entered} == entered
    assert back["against"].startswith("Different numbers in the names")


def test_what_many_records_have_as_their_licence_is_told(find):
    rows = [
        row(f"M{i}", f"Name{chr(65 + i)} Other", (3000 * i, 0), licence_no="wait list 3", isic=None) for i in range(21)
    ]
    find(FACTORIES=register(rows))
    assert "Licence number “wait list 3” is on 21 records, and is taken for none." in find.said.warnings


def test_the_names_that_have_the_numbers_are_quoted(find):
    rows = [
        row("A", "Test Star Garment Co., Ltd", name_km="សុខា ១"),
        row("B", "Test Stars Garment", (5, 0), name_km="សុខា ២"),
    ]
    assert find(FACTORIES=register(rows))["A~B"]["against"] == "Different numbers in the names (“សុខា ១”, “សុខា ២”)."


def test_a_sentence_is_joined_and_ends_in_its_language(find, monkeypatch):
    from factory_locations.processing.register import duplicates

    khmer = {"{told}; {more}": "{told} ៖ {more}", "{told}.": "{told}។"}
    monkeypatch.setattr(duplicates, "tr", lambda text: khmer.get(text, text))
    assert find()["F1~F2"]["evidence"].startswith("The same name (1.00) ៖ the same operator OP-1 ៖ ")
    assert find()["F1~F2"]["evidence"].endswith("no third factory within 500 m។")


def test_a_licence_but_for_zeros(find):
    rows = [row("A", "Sun Palm", licence_no="00123"), row("B", "Sun Palm", None, licence_no="No. 123")]
    said = find(FACTORIES=register(rows))["A~B"]["evidence"]
    assert said.startswith("Licences 00123 and No. 123, the same but for leading zeros or “No.”; the same name (1.00)")


def test_the_form_only_takes_a_decision(find, tmp_path):
    from qgis.core import QgsVectorLayer

    find()
    layer = QgsVectorLayer(f"{tmp_path / 'd.gpkg'}|layername=pairs", "pairs", "ogr")
    form = layer.editFormConfig()
    writable = [f.name() for i, f in enumerate(layer.fields()) if not form.readOnly(i) and f.name() != "fid"]
    assert writable == ["keep", "confirmed", "decided_by", "decided_on"]
    assert [tab.name() for tab in form.tabs()] == ["Decision", "Details"]
    first, rest = ([child.name() for child in tab.children()] for tab in form.tabs())
    assert first[-4:] == ["confirmed", "keep", "decided_by", "decided_on"]
    assert sorted([*first, *rest]) == sorted(f.name() for f in layer.fields() if f.name() != "fid")
    offered = layer.editorWidgetSetup(layer.fields().lookupField("confirmed")).config()["map"]
    assert [next(iter(entry)) for entry in offered] == ["Yes", "No", "Not decided"]


@pytest.mark.parametrize(("kind", "value"), [("boolean", True), ("text", "Yes"), ("text", "បាទ"), ("integer", 1)])
def test_decisions_of_an_earlier_result_may_be_written_otherwise(find, tmp_path, kind, value):
    find()
    earlier(tmp_path / "d.gpkg", kind, value)
    assert find()["F1~F2"]["confirmed"] == "yes"


def test_a_decision_that_is_none_stops_before_anything_is_replaced(find, tmp_path):
    from qgis.core import QgsProcessingException

    find()
    earlier(tmp_path / "d.gpkg", "text", "perhaps")
    with pytest.raises(QgsProcessingException, match=r"“pairs”, row \d \(F1~F2\): “perhaps” in “confirmed” is neither"):
        find()
    assert L.rows(tmp_path / "d.gpkg", "pairs")


def earlier(path, kind, value):
    """Give a result a column of decisions of another kind, as one of an earlier version had."""
    from osgeo import ogr

    file = ogr.Open(str(path), 1)
    layer = file.GetLayerByName("pairs")
    layer.DeleteField(layer.GetLayerDefn().GetFieldIndex("confirmed"))
    made = ogr.FieldDefn("confirmed", {"text": ogr.OFTString}.get(kind, ogr.OFTInteger))
    if kind == "boolean":
        made.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(made)
    for feature in layer:
        if feature["pair_id"] == "F1~F2":
            feature["confirmed"] = value
            layer.SetFeature(feature)
    del feature, layer, file


def test_records_that_share_an_id(find):
    rows = [row("X", "Sun Palm", (0, 0)), row("X", "Sun Palm", (10, 0)), row("X", "Sun Palm", (20, 0))]
    pairs = find(FACTORIES=register(rows))
    assert list(pairs) == ["X~X", "X~X#2", "X~X#3"]
    assert {r["certainty"] for r in pairs.values()} == {"certain"}
    assert {(r["feature_a"], r["feature_b"]) for r in pairs.values()} == {(1, 2), (1, 3), (2, 3)}


def test_polygons_and_degrees(find):
    premises = [(L.box(0, 0, 100), "A", "Sun Palm"), (L.box(20, 0, 100), "B", "Sun Palm Co., Ltd.")]
    fields = FIELDS[:2]
    drawn = L.layer("Polygon", fields, premises, name="premises")
    assert find(FACTORIES=drawn)["A~B"]["distance_m"] == pytest.approx(20.0, abs=0.1)
    degrees = L.moved(register(), "EPSG:4326")
    assert find(FACTORIES=degrees)["F1~F2"]["distance_m"] == pytest.approx(30.0, abs=0.1)


def test_a_register_without_duplicates_or_locations(find, tmp_path):
    assert find(FACTORIES=register([row("A", "Sun", None), row("B", "Moon", None)])) == {}
    assert L.rows(tmp_path / "d.gpkg", "groups") == []


def refused(find, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        find(**given)
    return str(why.value)


def test_bad_input_is_told(find, tmp_path):
    bare = L.layer("Point", (("code", "text"),), [(L.point(0, 0), "a")], name="bare")
    saved = L.saved(register(), tmp_path / "r.gpkg", "register")
    assert "there is no layer or file “nowhere.gpkg”" in refused(find, FACTORIES="nowhere.gpkg")
    assert "holds the name or the licence number (NAME_FIELD, " in refused(find, FACTORIES=bare)
    assert "has no field “nom” (NAME_FIELD)" in refused(find, NAME_FIELD="nom")
    assert "a name that ends in .gpkg" in refused(find, OUTPUT=str(tmp_path / "d.csv"))
    assert "never overwritten" in refused(find, FACTORIES=saved, OUTPUT=str(tmp_path / "r.gpkg"))
    assert "“register” has no features" in refused(find, FACTORIES=register([]))
    L.saved(register(), tmp_path / "other.gpkg", "other")
    assert "holds other tables" in refused(find, OUTPUT=str(tmp_path / "other.gpkg"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.gpkg", "r.gpkg"]


def test_a_cancelled_run_leaves_nothing(run, tmp_path, feedback):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress > 40 else None)
    given = {"FACTORIES": register(), "OUTPUT": str(tmp_path / "d.gpkg"), "SUMMARY": str(tmp_path / "d.json")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("find_duplicates", given, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_the_register_is_not_changed(find, tmp_path):
    saved = L.saved(register(), tmp_path / "r.gpkg", "register")
    before = (tmp_path / "r.gpkg").read_bytes()
    find(FACTORIES=saved)
    assert (tmp_path / "r.gpkg").read_bytes() == before


def test_the_demo_register_has_no_likely_duplicates(find, demo_gpkg):
    """Its names are alike but for their numbers, and each is another factory."""
    pairs = find(FACTORIES=f"{demo_gpkg}|layername=factories")
    assert [r for r in pairs.values() if r["certainty"] != "possible"] == []


def test_through_qgis_process(qgis_process, tmp_path):
    saved = L.saved(register(), tmp_path / "r.gpkg", "register")
    done = qgis_process(
        "run", "factory:find_duplicates", f"--FACTORIES={saved}", f"--OUTPUT={tmp_path / 'd.gpkg'}",
        "--MAX_DISTANCE=500", "--MIN_CERTAINTY=1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [r["pair_id"] for r in L.rows(tmp_path / "d.gpkg", "pairs")] == ["F1~F2", "F3~F4"]
    with closing(sqlite3.connect(tmp_path / "d.gpkg")) as connection:
        assert connection.execute("SELECT count(*) FROM layer_styles").fetchone() == (2,)


@pytest.fixture
def sez(real_layers):
    path = real_layers / "sez_points_2014.csv"
    with path.open(encoding="utf-8", newline="") as file:
        zones = list(csv.DictReader(file))
    fields = (("factory_id", "text"), ("name_en", "text"))
    rows = [(f"POINT ({z['lon']} {z['lat']})", z["map_id"], z["name"]) for z in zones]
    copy = next(z for z in zones if z["name"] == "NLC SEZ")
    rows.append((f"POINT ({copy['lon']} {copy['lat']})", "copy", "N.L.C. (SEZ) Co., Ltd."))
    return L.layer("Point", fields, rows, crs="EPSG:4326", name="sez")


def test_real_zones(find, sez):
    pairs = find(FACTORIES=sez, MAX_DISTANCE=1000.0)
    near = pairs["10~11"]  # Neang Kok and Suoy Chheng
    assert near["certainty"] == "possible"
    assert near["distance_m"] == pytest.approx(567, abs=1)
    assert near["name_score"] < 0.3
    assert "no third factory within 1,000 m" in near["evidence"]
    assert pairs["22~copy"]["certainty"] == "likely"  # name and place alone are not certain
    assert [p for p, r in pairs.items() if r["certainty"] != "possible"] == ["22~copy"]
    assert "10~11" not in find(FACTORIES=sez)
