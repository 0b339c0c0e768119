"""check_coordinates as QGIS runs it: layers of every kind in, tables and summary out, refusals as sentences."""

from __future__ import annotations

import csv
import json
import re
import subprocess

import pytest
from factory_locations.tests import layers as L

REGISTER = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("commune_code", "text"),
    ("loc_original", "text"),
    ("loc_method", "text"),
    ("loc_accuracy_m", "real"),
    ("isic", "text"),
    ("park_id", "text"),
)
# Two communes of 20 km on either side of the central meridian of zone 48, lower left corner at (480, 1250) km.
ORIGIN = (480_000.0, 1_250_000.0)
LON, LAT = 104.880_123, 11.360_456  # in the western one
ROWS = [
    (f"POINT ({LAT} {LON})", "F1", "Swapped", "010201", f"{LAT}, {LON}", "gps", 5.0, "1410", None),
    (None, "F2", "Unread", "010201", "11°21'37.6\"N 104°52'48.4\"E", "gps", 5.0, "1410", None),
    (f"POINT ({LON} {LAT})", "F3", "Sound", "010201", None, "gps", 5.0, "1410", None),
    ("POINT (104.88 11.36)", "F4", "Coarse", "010201", "11.36, 104.88", "gps", 5.0, "9999", None),
    (f"POINT ({LON} {LAT})", "F5", "N/A", "010202", None, "gps", 5.0, "1410", "P1"),
]


def register(rows=ROWS, crs="EPSG:4326", kind="Point", name="register"):
    return L.layer(kind, REGISTER, rows, crs=crs, name=name)


def communes(crs=None, field="code"):
    rows = [
        (L.box(0, 0, 20_000, origin=ORIGIN), "010201", "West"),
        (L.box(20_000, 0, 20_000, origin=ORIGIN), "010202", "East"),
    ]
    made = L.layer("Polygon", ((field, "text"), ("name_en", "text")), rows, name="communes")
    return L.moved(made, crs) if crs else made


@pytest.fixture
def check(run, tmp_path):
    def go(**given):
        parameters = {"FACTORIES": register(), "OUTPUT": str(tmp_path / "c.gpkg"), "SUMMARY": str(tmp_path / "s.json")}
        go.results = run("check_coordinates", {**parameters, **given})
        go.feedback = run.feedback
        go.summary = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
        go.path = tmp_path / "c.gpkg"
        return {(row["factory_id"], row["code"]): row for row in L.rows(tmp_path / "c.gpkg", "problems")}

    return go


def test_problems_proposals_moves_and_votes(check):
    problems = check(ADMIN_COMMUNES=communes())
    assert set(problems) == {("F1", "C01"), ("F2", "C08"), ("F4", "C10"), ("F4", "C23"), ("F5", "C17"), ("F5", "C24")}
    swapped = problems["F1", "C01"]
    assert swapped["finding_id"] == "C01:F1"
    assert swapped["certainty"] == "certain"
    assert swapped["repairable"] == 1
    assert swapped["geom"] is None  # it is no place
    assert "no place in Cambodia" in swapped["evidence"]
    proposals = {row["proposal_id"]: row for row in L.rows(check.path, "proposals")}
    assert set(proposals) == {"C01:F1:1", "C08:F2:1", "C10:F4:1"}
    best = proposals["C01:F1:1"]
    assert (best["new_lon"], best["new_lat"]) == pytest.approx((LON, LAT), abs=1e-8)
    assert (best["old_lon"], best["old_lat"]) == (LAT, LON)  # as stored, for whoever applies it
    assert best["accepted"] is None
    assert best["problem"] == swapped["problem"] == "Latitude and longitude are swapped."
    assert list(best)[list(best).index("code") + 1] == "problem"
    coarse = proposals["C10:F4:1"]
    assert coarse["moved_m"] == 0.0
    assert coarse["direction"] is None
    assert coarse["new_accuracy_m"] == 555.0
    shape = L.shapes(check.path, "proposals")[0]
    assert (shape.x, shape.y) == pytest.approx((LON, LAT), abs=1e-8)
    assert L.rows(check.path, "moves") == []  # nothing stood anywhere before
    assert check.results["FACTORIES_COUNT"] == 5
    assert check.results["PROBLEMS_COUNT"] == 6


def test_the_form_of_the_proposals(check):
    from factory_locations.processing.analysis.coordinate_checks import CODES
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer

    check(ADMIN_COMMUNES=communes())
    layer = QgsVectorLayer(f"{check.path}|layername=proposals", "proposals", "ogr")
    form, names = layer.editFormConfig(), layer.fields().names()
    assert [tab.name() for tab in form.tabs()] == ["Decision", "Details"]
    first, rest = ([child.name() for child in tab.children()] for tab in form.tabs())
    assert first == [
        "factory_id", "factory_name", "code", "problem", "certainty", "evidence", "moved_m", "accepted", "note",
        "decided_by", "decided_on",
    ]  # fmt: skip
    assert sorted([*first, *rest]) == sorted(set(names) - {"fid"})
    codes = layer.editorWidgetSetup(names.index("code")).config()["map"]
    assert [code for entry in codes for code in entry.values()] == list(CODES)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(f for f in layer.getFeatures() if f["factory_id"] == "F1"))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<b>C01 swapped latitude and longitude</b>" in tip
    assert "Latitude and longitude are swapped." in tip


def test_a_move_has_a_line_a_distance_and_a_direction(check):
    rows = [(f"POINT ({LON - 6} {LAT})", "F1", "Zone", "010201", None, "gps", 5.0, "1410", None)]
    check(FACTORIES=register(rows), ADMIN_COMMUNES=communes("EPSG:4326"))
    (move,) = L.rows(check.path, "moves")
    (line,) = L.shapes(check.path, "moves")
    assert [c for at in line.coords for c in at] == pytest.approx([LON - 6, LAT, LON, LAT])
    (row,) = L.rows(check.path, "proposals")
    assert move["proposal_id"] == row["proposal_id"] == "C04:F1:1"
    assert row["moved_m"] == pytest.approx(654_600, rel=0.002)  # 6 degrees of 109.1 km at 11.36 N
    assert row["direction"] == "E"


def test_the_summary_counts_and_says_what_was_not_applied(check):
    check(ADMIN_COMMUNES=communes())
    codes = check.summary["codes"]
    assert len(codes) == 25
    assert codes["C01"] == {"certain": 1, "likely": 0, "possible": 0}
    assert codes["C03"] == {"certain": 0, "likely": 0, "possible": 0}
    assert check.summary["factories"] == 5
    assert check.summary["factories_with_problems"] == 4
    assert check.summary["repairs"]["by_certainty"]["certain"] == 3
    skipped = {one["code"] for one in check.summary["not_applied"]}
    assert {"C15", "C19", "C20", "C21", "C22"} <= skipped
    said = "\n".join(check.feedback.info)
    assert "C15" in said
    assert "no offices were given" in said


def test_without_any_context_less_is_found_and_said(check):
    problems = check()
    assert ("F1", "C01") in problems
    assert ("F5", "C17") not in problems
    assert any("C17" in line and "provinces" in line for line in check.feedback.info)


def test_districts_and_provinces_are_made_of_the_communes(check):
    fields = (("factory_id", "text"), ("district_code", "text"), ("province_code", "text"))
    rows = [
        (f"POINT ({LON} {LAT})", "F1", "0102", "01"),
        (f"POINT ({LON + 0.01} {LAT})", "F2", None, "02"),
        (f"POINT ({LON + 0.02} {LAT})", "F3", "0201", None),
    ]
    here = L.layer("Polygon", (("code", "text"), ("name_en", "text")), [
        (L.box(0, 0, 20_000, origin=ORIGIN), "010201", "West"),
        (L.box(20_000, 0, 20_000, origin=ORIGIN), "020101", "East"),
    ], name="communes")  # fmt: skip
    problems = check(FACTORIES=L.layer("Point", fields, rows, crs="EPSG:4326"), ADMIN_COMMUNES=here, DUPLICATES=False)
    assert set(problems) == {("F2", "C17"), ("F3", "C17")}
    assert "02 Battambang" in problems["F2", "C17"]["evidence"]
    assert not any("level" in line for line in check.feedback.info)


@pytest.mark.parametrize("code", ["Khmer", "code", "commune_code"])
def test_the_code_field_is_chosen_or_usual(check, code):
    chosen = {"ADMIN_COMMUNES_CODE_FIELD": code} if code == "Khmer" else {}
    problems = check(ADMIN_COMMUNES=communes(field=code), **chosen)
    assert ("F5", "C17") in problems


def test_districts_with_the_codes_of_ocha(check):
    fields = (("factory_id", "text"), ("district_code", "text"))
    rows = [(f"POINT ({LON} {LAT})", "F1", "0102"), (f"POINT ({LON} {LAT})", "F2", "0201")]
    register = L.layer("Point", fields, rows, "EPSG:4326")
    here = L.layer("Polygon", (("ADM1_PCODE", "text"), ("ADM2_PCODE", "text"), ("ADM2_EN", "text")), [
        (L.box(0, 0, 20_000, origin=ORIGIN), "KH01", "KH0102", "West"),
        (L.box(20_000, 0, 20_000, origin=ORIGIN), "KH02", "KH0201", "East"),
    ])  # fmt: skip
    problems = check(FACTORIES=register, ADMIN_DISTRICTS=here, DUPLICATES=False)
    assert set(problems) == {("F2", "C17")}
    assert "0201 East" in problems["F2", "C17"]["evidence"] + problems["F2", "C17"]["problem"]


def test_a_field_of_the_level_comes_before_one_called_code(check):
    fields = (("factory_id", "text"), ("commune_code", "text"))
    register = L.layer("Point", fields, [(f"POINT ({LON} {LAT})", "F1", "020101")], "EPSG:4326")
    here = L.layer("Polygon", (("code", "text"), ("ADM3_PCODE", "text")), [
        (L.box(0, 0, 20_000, origin=ORIGIN), "1", "KH010201"),
        (L.box(20_000, 0, 20_000, origin=ORIGIN), "2", "KH020101"),
    ])  # fmt: skip
    assert set(check(FACTORIES=register, ADMIN_COMMUNES=here, DUPLICATES=False)) == {("F1", "C17")}


def test_a_register_in_metres_with_absurd_numbers(check):
    x, y = ORIGIN[0] + 7313, ORIGIN[1] + 6127
    rows = [
        (f"POINT ({y} {x})", "F1", "Swapped", "010201", None, "gps", 5.0, "1410", None),
        (f"POINT ({x} {y})", "F2", "Sound", "010201", None, "gps", 5.0, "1410", None),
    ]
    problems = check(FACTORIES=register(rows, "EPSG:32648"), ADMIN_COMMUNES=communes())
    assert set(problems) == {("F1", "C03")}


def test_a_table_without_points_is_read_from_its_texts(check):
    rows = [(None, "F1", "A", "010201", f"{LAT}, {LON}", "gps", 5.0, "1410", None)]
    problems = check(FACTORIES=register(rows, crs=None, kind="NoGeometry"), ADMIN_COMMUNES=communes())
    assert set(problems) == {("F1", "C08")}


def test_codes_as_numbers_have_lost_their_zero(check):
    fields = (("factory_id", "text"), ("commune_code", "integer"))
    layer = L.layer("Point", fields, [(f"POINT ({LON} {LAT})", "F1", 10201)], crs="EPSG:4326")
    assert check(FACTORIES=layer, ADMIN_COMMUNES=communes()) == {}


@pytest.mark.parametrize("code", ["10201", "10201.0", "KH010201", "010201 West", "០១០២០១", "KH 10201"])
def test_codes_are_read_as_by_the_import(check, code):
    rows = [(f"POINT ({LON} {LAT})", "F1", "A", code, None, "gps", 5.0, "1410", None)]
    assert check(FACTORIES=register(rows), ADMIN_COMMUNES=communes()) == {}


def test_the_ids_of_findings_do_not_go_by_the_order_of_the_rows(check):
    rows = [(f"POINT ({LAT} {LON})", "F1", "A", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({LAT} {LON + 0.01})", "F1", "B", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({LAT} {LON + 0.01})", "F1", "A", "010201", None, "gps", 5.0, "1410", None)]  # fmt: skip

    def ids(some):
        check(FACTORIES=register(some), ADMIN_COMMUNES=communes())
        return {(row["finding_id"], row["old_lat"], row["factory_name"]) for row in L.rows(check.path, "proposals")
                if row["code"] == "C01"}  # fmt: skip

    first = ids(rows)
    assert {id_ for id_, *_ in first} == {"C01:F1", "C01:F1:2", "C01:F1:3"}
    assert ids(rows[::-1]) == first
    assert ids([rows[1], rows[2], rows[0]]) == first


def test_duplicates_are_told_with_the_rest(check):
    at = f"POINT ({LON} {LAT})"
    rows = [
        (at, "F1", "Golden Lotus Garment Co., Ltd.", "010201", None, "gps", 5.0, "1410", None),
        (
            f"POINT ({LON + 0.0001} {LAT})",
            "F2",
            "GOLDEN LOTUS GARMENT CO LTD",
            "010201",
            None,
            "gps",
            5.0,
            "1410",
            None,
        ),
        (f"POINT ({LON + 0.05} {LAT})", "F3", "Angkor Bricks", "010201", None, "gps", 5.0, "2392", None),
    ]
    assert set(check(FACTORIES=register(rows))) == {("F1", "C18"), ("F2", "C18")}
    assert check(FACTORIES=register(rows), DUPLICATES=False) == {}


def test_further_coordinates_are_weighed(check):
    own = [(f"POINT ({LON} {LAT})", "F1", "A", "010201", None, "commune_centroid", 11_300.0, "1410", None)]
    more = L.layer(
        "Point",
        (("factory_id", "text"), ("loc_method", "text"), ("loc_accuracy_m", "real")),
        [(f"POINT ({LON + 0.01} {LAT})", "F1", "gps", 5.0), (f"POINT ({LAT} {LON})", "F1", "survey", 1.0)],
        crs="EPSG:4326",
        name="visits",
    )
    check(FACTORIES=register(own), CANDIDATES=more, ADMIN_COMMUNES=communes())
    rows = L.rows(check.path, "best_pick")
    assert [(row["layer_name"], row["loc_method"], row["preferred"]) for row in rows] == [
        ("visits", "gps", 1),
        ("register", "commune_centroid", 0),
        ("visits", "survey", 0),
    ]
    assert rows[0]["score"] == pytest.approx(5.0 * 0.5**2 * 0.9)  # in the box and the polygon of its commune
    assert rows[2]["score"] is None


def test_one_coordinate_each_makes_no_table_of_picks(check):
    check(ADMIN_COMMUNES=communes())
    with pytest.raises(Exception, match="no such table"):
        L.rows(check.path, "best_pick")


def test_the_inputs_are_left_alone(check, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    source = L.saved(register(), folder / "r.gpkg")
    areas = L.saved(communes(), folder / "a.gpkg")
    before = L.checksums(folder)
    check(FACTORIES=source, ADMIN_COMMUNES=areas)
    assert {k: v for k, v in L.checksums(folder).items() if k.endswith("gpkg")} == before


def decide(path, *changes):
    from osgeo import ogr

    source = ogr.Open(str(path), 1)
    layer = source.GetLayerByName("proposals")
    for proposal, accepted, note in changes:
        layer.SetAttributeFilter(f"proposal_id = '{proposal}'")
        feature = layer.GetNextFeature()
        for field, value in (
            ("accepted", accepted),
            ("decided_by", "Sok"),
            ("decided_on", "2026-05-04"),
            ("note", note),
        ):
            if value is not None:
                feature.SetField(field, value)
        layer.SetFeature(feature)
    layer = source = None


def test_decisions_are_kept_from_run_to_run(check):
    check(ADMIN_COMMUNES=communes())
    decide(check.path, ("C01:F1:1", "yes", None), ("C08:F2:1", "ទេ", "asked the owner"), ("C10:F4:1", None, "?"))
    check(ADMIN_COMMUNES=communes())
    made = {row["proposal_id"]: row for row in L.rows(check.path, "proposals")}
    columns = ("accepted", "decided_by", "decided_on", "note")
    assert [made["C01:F1:1"][name] for name in columns] == ["yes", "Sok", "2026-05-04", None]
    assert [made["C08:F2:1"][name] for name in columns] == ["no", "Sok", "2026-05-04", "asked the owner"]
    assert made["C10:F4:1"]["note"] == "?"
    assert "Decisions kept from the earlier result: 3." in check.feedback.info
    assert not any("earlier result" in said for said in check.feedback.warnings)
    assert check.summary["decisions"] == {"kept": 3, "not_kept": 0}


def test_decisions_of_another_result_are_kept(check, tmp_path):
    check(ADMIN_COMMUNES=communes())
    earlier = tmp_path / "earlier.gpkg"
    check.path.rename(earlier)
    decide(earlier, ("C01:F1:1", "yes", None), ("C08:F2:1", "no", None))
    check(ADMIN_COMMUNES=communes(), DECISIONS=str(earlier))
    decided = {row["proposal_id"]: row["accepted"] for row in L.rows(check.path, "proposals")}
    assert decided == {"C01:F1:1": "yes", "C08:F2:1": "no", "C10:F4:1": None}
    # What the file to be replaced says counts first.
    decide(check.path, ("C01:F1:1", "no", None))
    check(ADMIN_COMMUNES=communes(), DECISIONS=str(earlier))
    decided = {row["proposal_id"]: row["accepted"] for row in L.rows(check.path, "proposals")}
    assert decided["C01:F1:1"] == "no"
    assert {row["accepted"] for row in L.rows(earlier, "proposals")} == {"yes", "no", None}


@pytest.mark.parametrize("which", ["gone.gpkg", "register.gpkg"])
def test_what_is_no_earlier_result_is_refused(check, tmp_path, which):
    L.saved(register(), tmp_path / "register.gpkg", "factories")
    with pytest.raises(Exception, match=f"{which}” is no result of “Check coordinates”"):
        check(DECISIONS=str(tmp_path / which))
    assert not (tmp_path / "c.gpkg").exists()


def test_a_decision_on_another_place_is_not_kept(check):
    check(ADMIN_COMMUNES=communes())
    decide(check.path, ("C01:F1:1", "yes", None), ("C08:F2:1", "no", None))
    moved = (f"POINT ({LAT} {LON + 0.01})", *ROWS[0][1:4], None, *ROWS[0][5:])
    check(FACTORIES=register([moved, *ROWS[2:]]), ADMIN_COMMUNES=communes())
    assert {row["accepted"] for row in L.rows(check.path, "proposals")} == {None}
    assert any("that are not kept: 2" in said for said in check.feedback.warnings)
    assert check.summary["decisions"] == {"kept": 0, "not_kept": 2}


def test_a_decision_that_cannot_be_read_is_not_lost(check):
    check(ADMIN_COMMUNES=communes())
    decide(check.path, ("C01:F1:1", "perhaps", None))
    with pytest.raises(Exception, match="“perhaps” in “accepted” is neither yes nor no"):
        check(ADMIN_COMMUNES=communes())
    assert {row["accepted"] for row in L.rows(check.path, "proposals")} == {None, "perhaps"}


def test_a_second_run_replaces_the_first(check):
    check(ADMIN_COMMUNES=communes())
    again = check(ADMIN_COMMUNES=communes())
    assert len(again) == 6


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"FACTORY_ID_FIELD": "nr"}, "no field “nr” (FACTORY_ID_FIELD)"),
        ({"ADMIN_COMMUNES": "communes without codes"}, "ADMIN_COMMUNES_CODE_FIELD"),
        ({"ADMIN_COMMUNES": "points"}, "polygons are needed"),
        ({"ADMIN_COMMUNES": "names for codes"}, "should hold codes of 6 digits, not “West”"),
        ({"FACTORIES": "a bare table"}, "ORIGINAL_FIELD"),
        ({"FACTORIES": "nothing"}, "has no features"),
        ({"FACTORIES": "no crs"}, "no coordinate reference system"),
        ({"FACTORIES": "lines"}, "points are needed"),
        ({"FACTORIES": "gone.gpkg"}, "gone.gpkg"),
        ({"OUTPUT": "out.shp"}, ".gpkg"),
        ({"OUTPUT": "out.gpkg", "SUMMARY": "out.gpkg"}, "two files"),
        ({"CANDIDATES": "no ids"}, "factory_id"),
    ],
)
def test_what_cannot_work_is_refused_in_a_sentence(check, tmp_path, given, said):
    from qgis.core import QgsProcessingException

    made = {
        "communes without codes": lambda: L.layer("Polygon", (("x", "text"),), [(L.box(0, 0, 9), "1")], name="u"),
        "points": lambda: L.layer("Point", (("code", "text"),), [(L.point(0, 0), "010201")]),
        "names for codes": lambda: L.layer("Polygon", (("code", "text"),), [(L.box(0, 0, 9), "West")]),
        "a bare table": lambda: L.layer("NoGeometry", (("factory_id", "text"),), [(None, "F1")], crs=None),
        "nothing": lambda: register([]),
        "no crs": lambda: register(crs=None),
        "lines": lambda: L.layer("LineString", (("factory_id", "text"),), [("LINESTRING (0 0, 1 1)", "F1")]),
        "no ids": lambda: L.layer("Point", (("a", "text"),), [(L.point(0, 0), "1")], name="visits"),
    }
    filled = {name: made[value]() if value in made else value for name, value in given.items()}
    for name in ("OUTPUT", "SUMMARY"):
        if name in filled:
            filled[name] = str(tmp_path / filled[name])
    with pytest.raises(QgsProcessingException) as refused:
        check(**filled)
    assert said in str(refused.value)
    assert not (tmp_path / "c.gpkg").exists()


def test_an_output_may_not_replace_an_input(check, tmp_path):
    from qgis.core import QgsProcessingException

    source = L.saved(register(), tmp_path / "r.gpkg")
    with pytest.raises(QgsProcessingException, match=r"r\.gpkg"):
        check(FACTORIES=source, OUTPUT=str(tmp_path / "r.gpkg"))


def test_cancelled_nothing_is_left(run, feedback, tmp_path):
    from qgis.core import QgsProcessingException

    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Nothing was written"):
        run("check_coordinates", {"FACTORIES": register(), "OUTPUT": str(tmp_path / "c.gpkg")}, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_every_sentence_of_the_engine_is_there(root):
    """A key without a sentence would end a run at the first such finding."""
    from factory_locations.processing.coordinates import sentences as told

    known = {*told.problems(), *told.evidence(), *told.reasons()}
    folder = root / "processing" / "analysis" / "coordinate_checks"
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'said\(\s*"(\w+)"', text)) | set(re.findall(r'lack\(\s*"[C\d ]+", "(\w+)"', text))
    used |= set(re.findall(r'report\([^"]*?"(\w+)"', text)) | {f"C{n:02d}" for n in range(1, 22) if n != 22}
    used |= {f"digit_{slip}" for slip in ("swapped", "added", "dropped", "point")}
    used |= {f"unit_{how}" for how in ("near", "neighbour", "far")}
    assert used <= known, used - known


# -- real layers and the real program ------------------------------------------------------------------------


def provinces(real_layers):
    return f"{real_layers / 'cambodia_base.gpkg'}|layername=adm1_provinces"


@pytest.mark.slow
def test_health_facilities_against_the_provinces(check, real_layers):
    """1,121 facilities with a province of 2010: those of Tboung Khmum still say 03, and that is told as such."""
    import geopandas as gpd

    base = real_layers / "cambodia_base.gpkg"
    problems = check(
        FACTORIES=f"{base}|layername=health_facilities",
        FACTORY_ID_FIELD="FACILITCOD",
        NAME_FIELD="FACILITNAM",
        PROVINCE_FIELD="PCODE",
        ADMIN_PROVINCES=provinces(real_layers),
        DUPLICATES=False,
        BORDER_TOLERANCE=500.0,
    )
    points = gpd.read_file(base, layer="health_facilities").to_crs(32648)
    areas = gpd.read_file(base, layer="adm1_provinces").to_crs(32648)
    areas["code"] = areas["shapeISO"].str[3:].str.zfill(2)
    stands = gpd.sjoin(points, areas[["code", "geometry"]], predicate="intersects", how="left")
    declared = stands["PCODE"].astype(int).astype(str).str.zfill(2)
    wrong = stands[(stands["code"] != declared) & stands["code"].notna()]
    split = wrong[(wrong["PCODE"] == 3) & (wrong["code"] == "25")]
    told = {name for (name, code) in problems if code == "C17"}
    assert {str(c) for c in split["FACILITCOD"]} <= told
    others = wrong.drop(split.index)
    own = areas.set_index("code").geometry
    far = [
        str(row.FACILITCOD)
        for row, code in zip(others.itertuples(), declared.loc[others.index])
        if own[code].distance(row.geometry) > 500
    ]
    assert set(far) <= told
    assert len(told) == len({str(c) for c in split["FACILITCOD"]} | set(far))
    # Nothing but what the points say themselves: no facility that stands in its province is moved.
    moved = {row["factory_id"] for row in L.rows(check.path, "proposals") if row["moved_m"] != 0}
    assert moved <= set(far)


@pytest.mark.slow
def test_the_economic_zones_agree_with_their_provinces(check, real_layers):
    """28 of 29; the first, in Memot, was in Kampong Cham until 2013."""
    with (real_layers / "sez_points_2014.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lon"]]
    from factory_locations.processing.analysis.admin_units import resolve
    from factory_locations.processing.gazetteer import load_admin_list

    codes = resolve(load_admin_list(), [row["province"] for row in rows], None, None).province_code
    fields = (
        *(("factory_id", "text"), ("name_en", "text"), ("province_code", "text"), ("loc_source", "text")),
        *(("landarea_h", "real"), ("licence_no", "text")),
    )
    made = [
        (f"POINT ({r['lon']} {r['lat']})", r["map_id"], r["name"], c, "ODC", float(r["landarea_h"]), r["cdc_num"])
        for r, c in zip(rows, codes)
    ]
    zones = L.layer("Point", fields, made, crs="EPSG:4326", name="zones")
    problems = check(FACTORIES=zones, ADMIN_PROVINCES=provinces(real_layers), DUPLICATES=False)
    told = {key: row for key, row in problems.items() if key[1] == "C17"}
    assert len(made) == 29
    assert set(told) == {("1", "C17")}
    assert told["1", "C17"]["certainty"] == "possible"
    assert {key for key in problems if key[1] == "C19"} == {("5", "C19"), ("8", "C19")}  # one approval, two zones
    areas = {factory: row["evidence"] for (factory, code), row in problems.items() if code == "C22"}
    assert set(areas) == {"27", "28"}
    assert "66.502 ha" in areas["27"]
    assert L.rows(check.path, "proposals") == []


@pytest.mark.slow
def test_through_qgis_process(qgis_process, qgis_app, tmp_path):
    source, areas = L.saved(register(), tmp_path / "ចុះបញ្ជី.gpkg"), L.saved(communes(), tmp_path / "communes.gpkg")
    done: subprocess.CompletedProcess = qgis_process(
        "--json", "run", "factory:check_coordinates", f"--FACTORIES={source}", f"--ADMIN_COMMUNES={areas}",
        f"--OUTPUT={tmp_path / 'out.gpkg'}", f"--SUMMARY={tmp_path / 'out.json'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["results"]["PROBLEMS_COUNT"] == 6
    assert len(L.rows(tmp_path / "out.gpkg", "problems")) == 6


@pytest.mark.slow
def test_a_csv_through_qgis_process(qgis_process, tmp_path):
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["factory_id", "name_en", "commune_code", "loc_original"])
        writer.writerow(["F1", "A", "010201", f"{LAT}, {LON}"])
        writer.writerow(["F2", "B", "010201", "គ្មាន"])
    done = qgis_process(
        "--json", "run", "factory:check_coordinates", f"--FACTORIES={path}", f"--OUTPUT={tmp_path / 'out.gpkg'}"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = {(row["factory_id"], row["code"]) for row in L.rows(tmp_path / "out.gpkg", "problems")}
    assert found == {("F1", "C08"), ("F2", "C24")}


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32648"])
def test_what_is_proposed_as_certain_can_be_applied_and_is_then_in_order(check, run, tmp_path, crs):
    """The whole way: swapped axes, metres among degrees, a zone too far west, a text without a point."""
    easting, northing = 486_918.0, 1_255_894.0
    if crs == "EPSG:4326":
        rows = [
            (f"POINT ({LAT} {LON})", "F1", "Swapped", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({easting} {northing})", "F2", "Metres", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({northing} {easting})", "F3", "Both", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({LON - 6} {LAT})", "F4", "Zone 47", "010201", None, "gps", 5.0, "1410", None),
        ]
    else:
        rows = [
            (f"POINT ({northing} {easting})", "F1", "Swapped", "010201", None, "gps", 5.0, "1410", None),
            (f"POINT ({LON} {LAT})", "F2", "Degrees", "010201", None, "gps", 5.0, "1410", None),
        ]
    text = "11°21'37.6\"N 104°52'48.4\"E"
    rows = [*rows, (None, "F5", "Unread", "010201", text, "gps", 5.0, "1410", None)]
    path = L.saved(register(rows, crs), tmp_path / "register.gpkg", "factories")
    found = check(FACTORIES=path, ADMIN_COMMUNES=communes())
    assert {code for _, code in found} <= {"C01", "C02", "C03", "C04", "C08"}
    assert {factory for factory, _ in found} == {row[1] for row in rows}
    proposals = f"{check.path}|layername=proposals"
    chosen = {"REGISTER": path, "PROPOSALS": proposals, "ACCEPTED_ONLY": False, "MIN_CERTAINTY": 0}
    done = run("apply_corrections", chosen)
    assert (done["APPLIED"], done["LEFT"]) == (len(rows), 0)
    assert check(FACTORIES=path, ADMIN_COMMUNES=communes()) == {}
