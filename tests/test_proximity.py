"""proximity as an officer meets it: columns, pairs, lines, sentences about bad input; and QGIS's own answers."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

SCALE = 0.9996
SCHOOL_FIELDS = (("id", "text"), ("name", "text"), ("kind", "text"), ("pupils", "integer"))
REGISTER = [
    (L.point(0, 0), "F1", "First"),
    (L.point(1000, 0), "F2", "Second"),
    (None, "F3", "Nowhere"),
    (L.point(1000, 0), "F4", "Beside the second"),
]


def schools(rows=None, name="schools"):
    rows = rows or [
        (L.point(300, 400), "10", "Ten", "primary", 100),
        (L.point(-500, 0), "9", "Nine", "secondary", 40),
        (L.point(0, 4000), "2", "Two", "primary", None),
        (None, "1", "Nowhere", "primary", 7),
    ]
    return L.layer("Point", SCHOOL_FIELDS, rows, name=name)


def woods(rows=None):
    rows = rows or [(L.box(-100, -100, 200), "W1", "Wood"), (L.box(5000, 0, 100), "W2", "Grove")]
    return L.layer("MultiPolygon", (("id", "text"), ("name", "text")), rows, name="woods")


def roads(rows=None, kind="LineString"):
    x, y = L.X0, L.Y0
    rows = rows or [(f"LINESTRING ({x} {y - 50}, {x + 300} {y - 50}, {x + 300} {y + 380})",)]
    return L.layer(kind, (), rows, name="roads")


@pytest.fixture
def ask(run, tmp_path):
    def go(**given):
        output = tmp_path / "near.gpkg"
        parameters = {"FACTORIES": L.factories(REGISTER), "TARGETS": [schools()], "OUTPUT": str(output), **given}
        go.results, go.said = run("proximity", parameters), run.feedback
        go.od = L.rows(output, "od")
        go.columns = {row["column"]: row for row in L.rows(output, "columns")}
        return {row["factory_id"]: row for row in L.rows(output, "factories")}

    go.output = tmp_path / "near.gpkg"
    return go


def test_the_nearest_and_the_rings_of_each_factory(ask):
    rows = ask(SUM_FIELDS="pupils", RINGS="0, 600, 5000")
    one = {name: value for name, value in rows["F1"].items() if name not in ("geom", "fid")}
    assert one == {
        "factory_id": "F1",
        "factory_name": "First",
        "accuracy_m": None,
        "nearest_m": pytest.approx(500 / SCALE, abs=0.01),
        "nearest_layer": "schools",
        "nearest_class": None,
        "nearest_id": "9",  # as far as 10, and the lower number
        "nearest_name": "Nine",
        "note": None,
        "schools_id": "9",
        "schools_name": "Nine",
        "schools_m": pytest.approx(500.2, abs=0.01),
        "schools_deg": 270.0,
        "schools_dir": "west",
        "schools_note": None,
        "schools_n_0_600": 2,
        "schools_pupils_0_600": 140.0,
        "schools_n_600_5000": 1,
        "schools_pupils_600_5000": 0.0,
    }
    nowhere = rows["F3"]
    assert nowhere["note"] == "no geometry"
    assert (nowhere["schools_n_0_600"], nowhere["schools_m"], nowhere["schools_pupils_0_600"]) == (None, None, None)
    assert ask.columns["schools_n_600_5000"] == {
        "fid": ask.columns["schools_n_600_5000"]["fid"],
        "column": "schools_n_600_5000",
        "layer": "schools",
        "class": None,
        "from_m": 600.0,
        "to_m": 5000.0,
        "meaning": "number in the ring",
    }
    meaning = ask.columns["schools_note"]["meaning"]
    assert meaning == "at distance 0, same place: the factory stands at the same point, or on the line"
    assert set(ask.columns) == {name for name in one if name.startswith("schools_")}
    assert "schools: features of “schools” without a number in field “pupils”: 1. They count as 0 in the sums." in (
        ask.said.warnings
    )
    assert ask.results["PAIRS_COUNT"] == len(ask.od) == 3


def test_classes_pairs_and_lines(ask):
    rows = ask(CLASS_FIELD="kind", K=2, TARGET_FIELDS="pupils, kind", RINGS="")
    assert rows["F1"]["schools_primary_id"] == "10"
    assert rows["F1"]["schools_secondary_id"] == "9"
    mine = [row for row in ask.od if row["factory_id"] == "F1"]
    told = [(r["class"], r["rank"], r["target_id"], r["direction"], r["target_pupils"]) for r in mine]
    assert told == [("primary", 1, "10", "north-east", 100), ("primary", 2, "2", "north", None),
                    ("secondary", 1, "9", "west", 40)]  # fmt: skip
    lines = L.shapes(ask.output, "lines")
    assert len(lines) == len(ask.od) == 9
    first = next(i for i, row in enumerate(L.rows(ask.output, "lines")) if row["factory_id"] == "F1")
    assert lines[first].equals(shapely.LineString([(L.X0, L.Y0), (L.X0 + 300, L.Y0 + 400)]))


def test_polygons_hold_cover_and_are_extended_to(ask):
    rows = ask(TARGETS=[woods()], SHARES=True, EXTEND=True, RINGS="0,500", LINES=False)
    assert (rows["F1"]["woods_m"], rows["F1"]["woods_note"], rows["F1"]["woods_dir"]) == (0, "inside", None)
    assert ask.columns["woods_note"]["meaning"] == "at distance 0, inside: the factory stands in it or on its border"
    assert rows["F1"]["woods_share_0_500"] == pytest.approx(200**2 / (np.pi * (500 * SCALE) ** 2), rel=0.003)
    assert rows["F1"]["woods_ha_0_500"] == pytest.approx(4 / SCALE**2, rel=1e-4)
    assert rows["F1"]["woods_extended_m"] is None
    assert (rows["F2"]["woods_n_0_500"], rows["F2"]["woods_extended_m"]) == (1, pytest.approx(900 / SCALE, abs=0.01))
    assert rows["F2"]["woods_share_0_500"] == 0
    assert "LINE_TABLE" not in ask.results


def test_the_register_among_its_own_targets(ask, tmp_path):
    """A factory is not its own neighbour, in the layer itself and in a copy; another at the same place is one."""
    register = L.factories(REGISTER)
    saved = L.saved(L.factories(REGISTER), tmp_path / "r.gpkg", "register")
    for given in ({"FACTORIES": register, "TARGETS": [register]}, {"FACTORIES": saved, "TARGETS": [saved]},
                  {"TARGETS": [L.factories(REGISTER[::-1], name="factories")]}):  # fmt: skip
        rows = ask(**given)
        (prefix,) = {name.rsplit("_id", 1)[0] for name in ask.columns if name.endswith("_id")}
        found = {id_: (row[f"{prefix}_id"], row[f"{prefix}_m"], row[f"{prefix}_n_0_500"]) for id_, row in rows.items()}
        assert found == {
            "F1": ("F2", pytest.approx(1000.4, abs=0.01), 0),
            "F2": ("F4", 0, 1),
            "F3": (None, None, None),
            "F4": ("F2", 0, 1),
        }
        assert rows["F2"][f"{prefix}_note"] == "same place"


def test_features_without_ids_are_told_apart_by_their_number(ask, tmp_path):
    bare = L.saved(
        L.layer("Point", (("name", "text"),), [(L.point(0, 0), "a"), (L.point(50, 0), "b")]), tmp_path / "b.gpkg"
    )
    ask(FACTORIES=bare, TARGETS=[bare])
    assert [(row["factory_id"], row["target_id"], row["target_name"]) for row in ask.od] == [
        ("feature 1", "2", "b"), ("feature 2", "1", "a"),
    ]  # fmt: skip


def test_the_way_by_road_beside_the_straight_line(ask):
    rows = ask(ROADS=roads(), ROAD_OFF=600, K=2, RINGS="")
    pairs = {(row["factory_id"], row["target_id"]): row for row in ask.od}
    ten = pairs["F1", "10"]
    assert ten["road_m"] == pytest.approx((50 + 300 + 430 + 20) / SCALE, abs=0.1)
    assert (ten["road_from_m"], ten["road_to_m"]) == (pytest.approx(50, abs=0.1), pytest.approx(20, abs=0.1))
    assert ten["detour"] == pytest.approx(800 / 500, abs=0.001)
    assert ten["road_note"] == "by road"
    assert pairs["F2", "10"]["road_m"] is None
    assert pairs["F2", "10"]["road_note"] == "no road near the factory"
    assert pairs["F2", "10"]["distance_m"] == pytest.approx((700**2 + 400**2) ** 0.5 / SCALE, abs=0.02)
    assert rows["F2"]["schools_road_m"] is None


def test_premises_are_measured_from_their_edge(ask):
    premises = L.factories([(L.box(-10, -10, 20), "P", "Premises")], geometry_type="Polygon", name="premises")
    rows = ask(FACTORIES=premises)
    around = schools([(L.point(0, 5), "1", "Within", "x", 1)])
    assert ask(FACTORIES=premises, TARGETS=[around, woods()])["P"]["schools_note"] == "on the premises"
    assert [row["note"] for row in ask.od] == ["on the premises"] * 2
    assert rows["P"]["schools_m"] == pytest.approx((290**2 + 390**2) ** 0.5 / SCALE, abs=0.01)
    assert [shape.geom_type for shape in L.shapes(ask.output, "factories")] == ["MultiPolygon"]


def test_fields_whose_names_are_taken(ask):
    fields = (("id", "text"), ("Name", "text"), ("n", "integer"), ("name", "text"))
    odd = L.layer("Point", fields, [(L.point(0, 9), "7", "Upper", 5, "Lower")], name="odd")
    rows = ask(TARGETS=[odd], SUM_FIELDS="n", TARGET_FIELDS="id, Name, n", RINGS="0,100")
    assert (rows["F1"]["odd_n_0_100"], rows["F1"]["odd_n_0_100_2"]) == (1, 5)
    names = ("target_id", "target_name", "target_id_2", "target_Name_2", "target_n")
    assert [ask.od[0][name] for name in names] == ["7", "Lower", "7", "Upper", 5]


def test_layers_of_one_name_and_in_another_crs(ask):
    rows = ask(TARGETS=[L.moved(schools(), "EPSG:4326"), schools(name="Schools"), woods()])
    assert rows["F1"]["schools_m"] == pytest.approx(rows["F1"]["schools2_m"], abs=0.01)
    assert {row["layer"] for row in ask.od} == {"schools", "Schools", "woods"}


def test_fields_that_only_some_layers_have(ask):
    kinds = (("id", "text"), ("pupils", "text"), ("height", "real"))
    other = L.layer("Point", kinds, [(L.point(9, 9), "a", "many", 1.5)], name="other")
    ask(TARGETS=[schools(), other, woods()], TARGET_FIELDS="pupils, height, kind")
    told = {row["target_id"]: (row["target_pupils"], row["target_height"], row["target_kind"]) for row in ask.od}
    assert told["9"] == ("40", None, "secondary")  # numbers here and words there: all are text
    assert told["a"] == ("many", 1.5, None)
    assert told["W1"] == (None, None, None)


def test_an_empty_class_and_nothing_within_reach(ask):
    away = schools([(L.point(90_000, 0), "1", "Far", "x", 1), (None, "2", "Nowhere", "y", 1), (None, "3", "", None, 1)])
    rows = ask(TARGETS=[away], CLASS_FIELD="kind", MAX_DISTANCE=5000)
    assert ask.od == []
    assert (rows["F1"]["schools_x_m"], rows["F1"]["schools_x_n_0_500"], rows["F1"]["schools_y_n_0_500"]) == (None, 0, 0)
    assert rows["F1"]["schools_no_class_id"] is None
    assert "schools: x: none within reach of any factory." in ask.said.info


def test_the_summary(ask, tmp_path):
    ask(SUMMARY=str(tmp_path / "s.json"), SUM_FIELDS="pupils", RINGS="0,600")
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    (group,) = told["targets"]
    assert (told["factories"], told["without_location"], group["features"]) == (4, 1, 3)
    assert group["factories_with_one"] == 3
    assert group["rings"][0]["targets_counted_once"] == 2
    assert group["rings"][0]["sums_counted_once"] == {"pupils": 140}
    assert told["parameters"]["RINGS"] == "0,600"
    assert [layer["role"] for layer in told["layers"]] == ["factories", "targets"]


def refused(ask, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        ask(**given)
    return str(why.value)


def test_bad_input_is_told_before_anything_is_read(ask, tmp_path):
    table = L.layer("NoGeometry", (("a", "text"),), [(None, "x")], name="table")
    saved = L.saved(schools(), tmp_path / "s.gpkg", "schools")
    for given, said in (
        ({"TARGETS": []}, "Choose at least one layer of targets"),
        ({"TARGETS": ["nowhere.gpkg"]}, "Targets: there is no layer or file “nowhere.gpkg”"),
        ({"TARGETS": "nowhere.gpkg"}, "Targets: there is no layer or file “nowhere.gpkg”"),
        ({"TARGETS": [schools(), "gone.shp"]}, "Targets: there is no layer or file “gone.shp”"),
        ({"TARGETS": [table]}, "is a table without geometry"),
        ({"TARGETS": [L.layer("Point", SCHOOL_FIELDS, [], name="none")]}, "layer “none” has no features"),
        ({"TARGETS": [L.layer("Point", (), [(L.point(0, 0),)], crs="", name="x")]}, "no coordinate reference system"),
        ({"FACTORIES": "nowhere.gpkg"}, "there is no layer or file “nowhere.gpkg”"),
        ({"CLASS_FIELD": "sort"}, "No layer of targets has a field “sort” (CLASS_FIELD). They have: id, name, kind"),
        ({"SUM_FIELDS": "pupils, staff"}, "No layer of targets has a field “staff” (SUM_FIELDS)"),
        ({"SUM_FIELDS": "kind"}, "Field “kind” (SUM_FIELDS) holds no numbers"),
        ({"TARGET_FIELDS": "x"}, "has a field “x” (TARGET_FIELDS)"),
        ({"RINGS": "0, 1,000, 5,000"}, "“0, 1,000, 5,000” are no rings (RINGS)"),
        ({"RINGS": "near"}, "“near” are no rings"),
        ({"MAX_DISTANCE": 0}, "(MAX_DISTANCE) is 0 m: give more than 0"),
        ({"MAX_DISTANCE": "5 km"}, "“5 km” is no number (Farthest distance (metres), MAX_DISTANCE)"),
        ({"MAX_DISTANCE": "1,000"}, "“1,000” is no number"),
        ({"ROAD_OFF": "far"}, "“far” is no number (Largest distance to a road (metres), ROAD_OFF)"),
        ({"ROADS": woods()}, "holds no lines"),
        ({"ROADS": "no.gpkg"}, "Roads: there is no layer or file “no.gpkg”"),
        ({"CRS": "EPSG:4326"}, "is in degrees"),
        ({"OUTPUT": str(tmp_path / "x.csv")}, "a name that ends in .gpkg"),
        ({"TARGETS": [saved], "OUTPUT": str(tmp_path / "s.gpkg")}, "inputs are never overwritten"),
        ({"OUTPUT": str(tmp_path / "s.gpkg")}, "holds other tables (schools)"),
        ({"FACTORY_ID_FIELD": "nr"}, "has no field “nr” (FACTORY_ID_FIELD)"),
    ):
        assert said in refused(ask, **given), given
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.gpkg"]


def test_too_many_classes_are_refused(ask):
    many = schools([(L.point(i, 0), str(i), "", f"kind {i}", 1) for i in range(61)])
    assert "more than 60 classes (field “kind”)" in refused(ask, TARGETS=[many], CLASS_FIELD="kind")


def test_an_earlier_result_is_replaced(ask):
    ask()
    assert ask(LINES=False)["F1"]["schools_id"] == "9"


@pytest.mark.parametrize("seed", range(3))
def test_qgis_finds_the_same(ask, run, seed):
    """native:joinbynearest and native:distancetonearesthub find the same features at the same distances."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 20_000, (200, 2)).round(2).tolist()
    register = L.factories([(L.point(*at), f"F{i:03d}") for i, at in enumerate(xy)])
    hubs = [
        (L.point(*at), str(i), f"H{i}", "x", 1)
        for i, at in enumerate(rng.uniform(0, 20_000, (80, 2)).round(2).tolist())
    ]
    lines = []
    for i in range(30):
        walk = np.cumsum(np.vstack([rng.uniform(0, 20_000, 2), rng.normal(0, 700, (15, 2))]), axis=0).round(2).tolist()
        path = ", ".join(f"{L.X0 + x} {L.Y0 + y}" for x, y in walk)
        lines.append((f"LINESTRING ({path})", str(i)))
    points, rivers = schools(hubs), L.layer("LineString", (("id", "text"),), lines, name="rivers")
    ask(FACTORIES=register, TARGETS=[points, rivers], K=3)
    for layer in (points, rivers):
        theirs = run(
            "native:joinbynearest",
            {"INPUT": register, "INPUT_2": layer, "FIELDS_TO_COPY": ["id"], "NEIGHBORS": 3, "OUTPUT": "memory:"},
        )["OUTPUT"]
        found = {(f["factory_id"], f["n"]): (f["id"], f["distance"]) for f in theirs.getFeatures()}
        ours = {(r["factory_id"], r["rank"]): r for r in ask.od if r["layer"] == layer.name()}
        assert set(ours) == set(found)
        for key, (id_, planar) in found.items():
            assert ours[key]["target_id"] == id_
            assert ours[key]["distance_m"] == pytest.approx(planar / SCALE, rel=1e-4, abs=0.02)
    hub = run(
        "qgis:distancetonearesthubpoints",
        {"INPUT": register, "HUBS": points, "FIELD": "id", "UNIT": 0, "OUTPUT": "memory:"},
    )["OUTPUT"]
    ours = {r["factory_id"]: r for r in ask.od if r["layer"] == "schools" and r["rank"] == 1}
    for feature in hub.getFeatures():
        mine = ours[feature["factory_id"]]
        assert mine["target_id"] == feature["HubName"]
        assert mine["distance_m"] == pytest.approx(feature["HubDist"], rel=2e-3, abs=0.02)  # QGIS's ellipsoid is unset


def test_a_cancelled_run_leaves_nothing(run, feedback, tmp_path):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 30 else None)
    parameters = {"FACTORIES": L.factories(REGISTER), "TARGETS": [schools()], "OUTPUT": str(tmp_path / "x.gpkg")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("proximity", parameters, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_through_the_real_program(qgis_process, demo_gpkg, tmp_path):
    output, summary = tmp_path / "near.gpkg", tmp_path / "near.json"
    done = qgis_process(
        "run",
        "factory:proximity",
        "--",
        f"FACTORIES={demo_gpkg}|layername=factories",
        f"TARGETS={demo_gpkg}|layername=schools",
        f"TARGETS={demo_gpkg}|layername=rivers",
        f"TARGETS={demo_gpkg}|layername=protected",
        f"TARGETS={demo_gpkg}|layername=factories",
        f"ROADS={demo_gpkg}|layername=roads",
        "K=2",
        "SHARES=true",
        "SUM_FIELDS=employees",
        f"OUTPUT={output}",
        f"SUMMARY={summary}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = L.rows(output, "factories")
    assert len(rows) == 965
    assert {row["road_note"] for row in L.rows(output, "od")} >= {"by road", "not connected by road"}
    assert not any(row["factory_id"] == row["target_id"] for row in L.rows(output, "od") if row["layer"] == "factories")
    assert json.loads(summary.read_text(encoding="utf-8"))["without_location"] == 3
