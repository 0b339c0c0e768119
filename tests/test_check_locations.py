"""check_locations on layers small enough to judge by hand: every verdict, reason, number and sentence.

The layers stand on the central meridian of UTM zone 48, where 1 m on the map is 1/0.9996 m on the ground.
"""

from __future__ import annotations

import json

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.cases import CASES, IDS, PARKS, SCALE, ZONES, register

APPAREL = "1410 (Manufacture of wearing apparel, except fur apparel)"


def check(folder, provider, **changed):
    """Run the check as a user's script does; return its findings, summary rows, evidence and JSON summary."""
    from qgis import processing

    parameters = {
        "FACTORIES": register(),
        "ZONING": L.zoning(ZONES),
        "PARKS": L.parks(PARKS),
        "OUTPUT": str(folder / "findings.gpkg"),
        "SUMMARY": str(folder / "summary.json"),
        "ALL_ROWS": True,
        **changed,
    }
    return processing.run("factory:check_locations", {k: v for k, v in parameters.items() if v is not None})


@pytest.fixture(scope="module")
def done(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("checked")
    return folder, check(folder, provider)


@pytest.fixture(scope="module")
def findings(done):
    """Every finding by factory and rule."""
    return {(row["factory_id"], row["rule_id"]): row for row in L.rows(done[0] / "findings.gpkg", "findings")}


@pytest.fixture(scope="module")
def summary_rows(done):
    return {row["factory_id"]: row for row in L.rows(done[0] / "findings.gpkg", "factory_summary")}


@pytest.fixture(scope="module")
def summary(done):
    return json.loads((done[0] / "summary.json").read_text(encoding="utf-8"))


def expected_metres(planar):
    return None if planar is None else pytest.approx(planar / SCALE, abs=0.011)


BROKEN = {"prohibited", "outside_declared", "inside_other", "undeclared"}


def expected_margin(planar, accuracy, reason):
    if planar is None:
        return None
    return pytest.approx(-planar / SCALE if reason in BROKEN else planar / SCALE - accuracy, abs=0.011)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_zoning_verdict(findings, case):
    name, _, _, _, accuracy, _, verdict, reason, measured, *_ = case
    found = findings[name, "KH-ZON-01"]
    assert (found["verdict"], found["reason"]) == (verdict, reason), found["message"]
    assert found["measured_m"] == expected_metres(measured)
    assert found["margin_m"] == expected_margin(measured, accuracy, reason)
    assert found["required_m"] == (None if measured is None else 0)
    assert (found["accuracy_m"], found["accuracy_from"]) == (
        (0, "default") if accuracy is None else (accuracy, "stated")
    )


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_park_verdict(findings, case):
    name, _, _, _, accuracy, *_, rule, verdict, reason, measured = case
    found = findings[name, f"KH-PARK-0{rule}"]
    assert (found["verdict"], found["reason"]) == (verdict, reason), found["message"]
    assert found["measured_m"] == expected_metres(measured)
    assert found["margin_m"] == expected_margin(measured, accuracy, reason)
    assert (name, f"KH-PARK-0{3 - rule}") not in findings


MESSAGES = {
    ("permitted", "KH-ZON-01"): f"Zone LIND (Light industry) permits activity {APPAREL}.",
    (
        "conditional",
        "KH-ZON-01",
    ): "Zone LIND (Light industry) permits activity 1701 (Manufacture of pulp, paper and paperboard) on condition: "
    "With waste-water treatment on site and an environmental assessment.",
    (
        "prohibited",
        "KH-ZON-01",
    ): "Zone LIND (Light industry) does not permit activity 2011 (Manufacture of basic chemicals); "
    "the zone's border is 400 m away.",
    ("unknown code", "KH-ZON-01"): "The rule pack does not know the zone code of PORT (Harbour).",
    ("zone without code", "KH-ZON-01"): "The zone drawn here has no code.",
    ("no activity", "KH-ZON-01"): "No activity code is recorded for this factory.",
    ("unknown activity", "KH-ZON-01"): "Activity “9999” is not an ISIC Rev. 4 code.",
    ("no zoning", "KH-ZON-01"): "No zone is drawn here: whether the activity may stand here is not known.",
    (
        "zones differ",
        "KH-ZON-01",
    ): "With an accuracy of 20 m the factory may stand in: LIND (Light industry); RES (Old town). "
    "Their answers differ; improve the location.",
    (
        "maybe no zone",
        "KH-ZON-01",
    ): "With an accuracy of 10 m the factory may stand in: LIND (Light industry); no zoning. "
    "Their answers differ; improve the location.",
    (
        "border, both permit",
        "KH-ZON-01",
    ): "Zone LIND (Light industry) permits activity 1071 (Manufacture of bakery products). "
    "The coordinate lies on the zone's border; the zone with the lowest id is taken.",
    (
        "border, one permits",
        "KH-ZON-01",
    ): "The coordinate lies on the border between these zones: LIND (Light industry); RES (Old town). "
    "Their answers differ; improve the location.",
    (
        "zones overlap",
        "KH-ZON-01",
    ): "The zoning layer overlaps itself here: RES (East); LIND (East again). Their answers differ.",
    ("no location", "KH-ZON-01"): "The factory has no usable location: no geometry.",
    ("in its park", "KH-PARK-01"): "The factory stands inside the park it declares, SSEZ (Sihanoukville SEZ).",
    (
        "outside it",
        "KH-PARK-01",
    ): "The factory declares park SSEZ (Sihanoukville SEZ) but stands 300 m outside it.",
    (
        "in another park",
        "KH-PARK-01",
    ): "The factory declares park PPSEZ (Phnom Penh SEZ) but stands inside park SSEZ (Sihanoukville SEZ), "
    "2,101 m from the declared one.",
    (
        "edge, inside",
        "KH-PARK-01",
    ): "The border of park SSEZ (Sihanoukville SEZ) is 10 m away, nearer than the coordinate's accuracy of 20 m: "
    "inside or outside cannot be told.",
    ("no such park", "KH-PARK-01"): "The declared park “NOWHERE” is not in the parks layer.",
    (
        "undeclared",
        "KH-PARK-02",
    ): "The factory stands inside park SSEZ (Sihanoukville SEZ) but does not declare it.",
    ("permitted", "KH-PARK-02"): "The factory stands in no park and declares none.",
}


@pytest.mark.parametrize(("factory", "rule"), MESSAGES)
def test_sentence(findings, factory, rule):
    assert findings[factory, rule]["message"] == MESSAGES[factory, rule]


def test_in_khmer_findings_cite_in_khmer_and_the_record_in_english(provider, tmp_path):
    from factory_locations.processing import i18n
    from factory_locations.processing.rules.pack import read_pack

    cited = read_pack().citation
    i18n.speak("km")
    try:
        check(tmp_path, provider)
    finally:
        i18n.speak_no_more()
    path = tmp_path / "findings.gpkg"
    assert {row["citation"] for row in L.rows(path, "findings")} == {cited.km}
    assert {row["citation"] for row in L.rows(path, "rules")} == {cited.en}
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert summary["provenance"]["pack"]["citation"] == cited.en


def test_every_sentence_is_whole(findings):
    """No place of a template stays open, whatever the reason."""
    for found in findings.values():
        assert found["message"].endswith((".", "sure.")), found["message"]
        for unfilled in ("{", "}", "None", "nan", "?"):
            assert unfilled not in found["message"], found["message"]


def test_a_finding_carries_its_evidence(findings):
    found = findings["outside it", "KH-PARK-01"]
    assert found["factory_name"] == "Factory outside it"
    assert found["rule_title"] == "The factory stands inside the park it declares"
    assert (found["severity"], found["semantics"]) == ("assessment", "assess")
    assert (found["feature_id"], found["feature_name"]) == ("SSEZ", "SSEZ (Sihanoukville SEZ)")
    assert (found["role"], found["layer_name"], found["layer_vintage"]) == ("parks", "parks", "2019")
    assert found["activity"] == "1410"
    assert found["pack"] == "kh-zoning-parks 0.1"
    assert found["citation"].startswith("Illustrative table.")
    assert "plot plan" in found["action"]
    zone = findings["prohibited", "KH-ZON-01"]
    assert (zone["feature_id"], zone["layer_vintage"], zone["role"]) == ("Z1", "2020", "zoning")
    assert zone["severity"] == "violation"


def test_only_decided_passes_need_no_action(findings):
    for found in findings.values():
        assert bool(found["action"]) == (found["verdict"] in ("fail", "undecided", "no data")), found["message"]


def test_findings_are_sorted_by_urgency(done):
    order = ["fail", "undecided", "no data", "exempt", "pass"]
    verdicts = [row["verdict"] for row in L.rows(done[0] / "findings.gpkg", "findings")]
    assert verdicts == sorted(verdicts, key=order.index)


def test_a_severity_is_that_of_a_broken_rule_and_the_gravest_come_first(done, findings):
    for found in findings.values():
        assert bool(found["severity"]) == (found["verdict"] == "fail")
    broken = [row["severity"] for row in L.rows(done[0] / "findings.gpkg", "findings") if row["verdict"] == "fail"]
    assert set(broken) == {"violation", "assessment", "advice"}
    assert broken == sorted(broken, key=["violation", "assessment", "advice"].index)


def test_heights_and_curves_that_are_not_used_are_said(provider, tmp_path):
    zones = L.layer(
        "CurvePolygonZ",
        L.ZONE_FIELDS,
        [("CURVEPOLYGON Z (COMPOUNDCURVE Z ((0 0 1, 9e6 0 1, 9e6 9e6 1, 0 9e6 1, 0 0 1)))", "Z1", "LIND", "", 2020)],
        name="plan",
    )
    check(tmp_path, provider, ZONING=zones, PARKS=None)
    layers = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["provenance"]["layers"]
    assert layers[0]["remarks"] == []
    heights, curves = layers[1]["remarks"]
    assert heights.startswith("Heights and measures")
    assert curves == "Curves are taken as short straight lines."


def test_plain_passes_are_left_out_by_default(provider, tmp_path, findings):
    check(tmp_path, provider, ALL_ROWS=False)
    listed = {(row["factory_id"], row["rule_id"]) for row in L.rows(tmp_path / "findings.gpkg", "findings")}
    plain = {key for key, row in findings.items() if row["verdict"] == "pass" and row["reason"] != "conditional"}
    assert listed == set(findings) - plain
    assert ("conditional", "KH-ZON-01") in listed


def test_evidence_runs_from_the_factory_to_the_border(done, findings):
    import shapely

    folder = done[0]
    places = {name: (x, y) for name, x, y, *_ in CASES}
    borders = {zone_id: shapely.boundary(shapely.from_wkt(wkt)) for wkt, zone_id, *_ in [*ZONES, *PARKS]}
    targets = {
        "zones differ": "Z1", "maybe no zone": "Z1", "maybe a zone": "Z1", "outside it": "SSEZ",
        "in another park": "PPSEZ", "edge, inside": "SSEZ", "edge, outside": "SSEZ", "edge, none declared": "SSEZ",
        "just outside": "SSEZ",
    }  # fmt: skip
    rows, lines = L.rows(folder / "findings.gpkg", "evidence"), L.shapes(folder / "findings.gpkg", "evidence")
    assert {row["factory_id"] for row in rows} == set(targets)
    for row, line in zip(rows, lines):
        start, end = shapely.get_coordinates(line)
        x, y = places[row["factory_id"]]
        assert tuple(start) == (L.X0 + x, L.Y0 + y)
        assert shapely.distance(shapely.points(end), borders[targets[row["factory_id"]]]) < 1e-6
        assert line.length / SCALE == pytest.approx(row["measured_m"], rel=1e-3, abs=0.005)
        found = findings[row["factory_id"], row["rule_id"]]
        assert (row["finding_id"], row["verdict"]) == (found["finding_id"], found["verdict"])
        assert row["measured_m"] == found["measured_m"]


def test_findings_stand_where_their_factory_stands(done):
    folder = done[0]
    places = {name: (x, y) for name, x, y, *_ in CASES}
    for row, shape in zip(L.rows(folder / "findings.gpkg", "findings"), L.shapes(folder / "findings.gpkg", "findings")):
        x, y = places[row["factory_id"]]
        assert (shape is None) == (x is None)
        if shape is not None:
            assert (shape.x, shape.y) == (L.X0 + x, L.Y0 + y)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_summary_row(summary_rows, findings, case):
    name, _, _, _, accuracy, park, zone_verdict, zone_reason, _, rule, park_verdict, park_reason, measured = case
    row = summary_rows[name]
    both = [zone_verdict, *([park_verdict] if rule == 1 else [])]  # the second park rule only advises
    worst = next(v for v in ("fail", "undecided", "no data", "pass") if v in both)
    assert row["verdict"] == worst
    assert (row["zone_verdict"], row["zone_reason"]) == (zone_verdict, zone_reason)
    assert (row["park_verdict"], row["park_reason"]) == (park_verdict, park_reason)
    assert row["park_distance_m"] == expected_metres(measured)
    assert (row["fails"], row["undecided"], row["no_data"]) == tuple(
        both.count(v) for v in ("fail", "undecided", "no data")
    )
    assert row["advice"] == (rule == 2 and park_verdict == "fail")
    assert row["accuracy_m"] == (accuracy or 0)
    assert row["declared_park"] == (park.strip() if park else None)
    first = "KH-ZON-01" if zone_verdict == worst else f"KH-PARK-0{rule}"
    assert row["why"] == findings[name, first]["message"]


def test_summary_names_zone_and_park(summary_rows):
    row = summary_rows["permitted"]
    assert (row["zone_code"], row["zone_name"], row["park_id"]) == ("LIND", "Light industry", None)
    row = summary_rows["in another park"]
    assert (row["zone_code"], row["park_id"], row["park_name"]) == (None, "SSEZ", "Sihanoukville SEZ")


def test_summary_carries_the_khmer_name(summary_rows, provider, tmp_path):
    assert {row["factory_name_km"] for row in summary_rows.values()} == {None}, "a register without name_km"
    fields = (("factory_id", "text"), ("name_en", "text"), ("name_km", "text"), ("isic", "text"))
    rows = [(L.point(10, 10), "F1", "Mill", " រោងម៉ាស៊ីន ", "1061"), (L.point(20, 20), "F2", "Kiln", None, "2392")]
    check(tmp_path, provider, FACTORIES=L.layer("Point", fields, rows))
    found = L.rows(tmp_path / "findings.gpkg", "factory_summary")
    assert {(row["factory_name"], row["factory_name_km"]) for row in found} == {("Mill", "រោងម៉ាស៊ីន"), ("Kiln", None)}


def test_the_summary_names_the_park_after_one_drawn_in_several_polygons(provider, tmp_path):
    parks = [
        (L.box(0, 0, 100), "A", "First", 2020),
        (L.box(200, 0, 100), "A", "First", 2020),
        (L.box(400, 0, 100), "B", "Second", 2020),
        (L.box(600, 0, 100), "C", "Third", 2020),
    ]
    rows = [(L.point(450, 50), "in B", "", "1410", 0, None, "B"), (L.point(650, 50), "in C", "", "1410", 0, None, None)]
    check(tmp_path, provider, FACTORIES=L.factories(rows), PARKS=L.parks(parks), ZONING=None)
    named = {
        r["factory_id"]: (r["park_id"], r["park_name"]) for r in L.rows(tmp_path / "findings.gpkg", "factory_summary")
    }
    assert named == {"in B": ("B", "Second"), "in C": ("C", "Third")}


def test_results_name_what_was_written(done):
    folder, results = done
    gpkg = str(folder / "findings.gpkg")
    assert results["OUTPUT"] == gpkg
    assert results["SUMMARY"] == str(folder / "summary.json")
    assert results["FINDINGS"] == f"{gpkg}|layername=findings"
    assert results["EVIDENCE"] == f"{gpkg}|layername=evidence"
    assert results["FACTORIES_CHECKED"] == f"{gpkg}|layername=factory_summary"


def test_counts_agree_with_the_tables(done, findings, summary_rows, summary):
    results = done[1]
    counts = summary["counts"]
    assert counts["factories"] == len(CASES)
    for verdict, count in counts["verdicts"].items():
        assert count == sum(row["verdict"] == verdict for row in summary_rows.values()), verdict
    assert (results["FAILS"], results["UNDECIDED"], results["NO_DATA"]) == tuple(
        counts["verdicts"][v] for v in ("fail", "undecided", "no data")
    )
    for rule, row in counts["rules"].items():
        mine = [found for (_, of), found in findings.items() if of == rule]
        assert row["checked"] == len(mine)
        for verdict in counts["verdicts"]:
            assert row[verdict] == sum(found["verdict"] == verdict for found in mine), (rule, verdict)
        for reason, count in counts["reasons"][rule].items():
            assert count == sum(found["reason"] == reason for found in mine), (rule, reason)
        assert sum(counts["reasons"][rule].values()) == len(mine)


def test_coverage_per_province(summary):
    """With zoning: those whose coordinate lies in a zone, whatever the zone says."""
    uncovered = {"no zoning", "maybe no zone", *(case[0] for case in CASES if case[1] is None or case[1] <= -1000)}
    for row in summary["coverage"]["provinces"]:
        mine = [case for case in CASES if f"{len(case[0]) % 3:02d}" == row["province_code"]]
        covered = [case for case in mine if case[0] not in uncovered]
        assert (row["factories"], row["with_zoning"]) == (len(mine), len(covered)), row
        assert row["share"] == pytest.approx(len(covered) / len(mine), abs=1e-4)
    assert len(summary["coverage"]["provinces"]) == 3


def test_accuracy_assumed_is_counted(summary):
    assert summary["accuracy"] == {"stated": len(CASES) - 1, "assumed": 1, "assumed_m": 0.0, "by_method": []}


def test_layer_problems_are_listed_once(done, summary):
    rows = L.rows(done[0] / "findings.gpkg", "layer_problems")
    told = [(row["layer"], row["problem"]) for row in rows]
    assert len(told) == len(set(told)) + 1  # two factories without geometry
    assert ("zoning", "zone code “PORT” is not in rule pack kh-zoning-parks; polygons with it: 1") in told
    assert ("zoning", "zones overlap; factories that stand there: 1") in told
    assert sum(layer == "factories" and problem == "no geometry" for layer, problem in told) == 2
    assert [{k: row[k] for k in ("layer", "feature_id", "problem", "advice")} for row in rows] == summary["problems"]


def test_summary_file_fits_its_schema(summary, root):
    import jsonschema

    schema = json.loads((root / "data" / "schemas" / "summary.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(summary)


def test_summary_schema_refuses_what_is_wrong(summary, root):
    """The schema is closed: an entry nobody described, a missing count or a new verdict do not pass."""
    import copy

    import jsonschema

    validator = jsonschema.Draft7Validator(
        json.loads((root / "data" / "schemas" / "summary.json").read_text(encoding="utf-8"))
    )
    for spoil in (
        lambda s: s.update(extra=1),
        lambda s: s["run"].pop("id"),
        lambda s: s["counts"]["verdicts"].update(maybe=1),
        lambda s: s["counts"]["rules"]["KH-ZON-01"].pop("fail"),
        lambda s: s["provenance"]["layers"][0].update(features=-1),
        lambda s: s["coverage"]["provinces"][0].update(share=1.5),
        lambda s: s["provenance"]["pack"].update(sha256="abc"),
    ):
        spoiled = copy.deepcopy(summary)
        spoil(spoiled)
        assert not validator.is_valid(spoiled)


def test_provenance_is_complete(summary, root):
    import hashlib

    given = summary["provenance"]
    pack = root / "data" / "rules" / "kh-zoning-parks.yaml"
    assert given["pack"]["sha256"] == hashlib.sha256(pack.read_bytes()).hexdigest()
    assert [layer["role"] for layer in given["layers"]] == ["factories", "zoning", "parks"]
    assert [layer["features"] for layer in given["layers"]] == [len(CASES), len(ZONES), len(PARKS)]
    assert [layer["vintages"] for layer in given["layers"]] == [[], ["2020", "2021"], ["2019"]]
    assert given["parameters"]["ALL_ROWS"] is True
    for library in ("python", "qgis", "gdal", "geos", "proj", "numpy", "scipy", "shapely", "pyproj", "geopandas"):
        assert given["libraries"][library]


def test_tables_open_styled(done, root):
    """QGIS finds a default style in the file for each table that has one."""
    from qgis.core import QgsVectorLayer

    gpkg = done[0] / "findings.gpkg"
    styled = {row["f_table_name"] for row in _style_rows(gpkg)}
    assert styled == {"findings", "evidence", "factory_summary", "exceptions"}
    layer = QgsVectorLayer(f"{gpkg}|layername=factory_summary", "s", "ogr")
    assert layer.renderer().type() != "singleSymbol"


def _style_rows(gpkg):
    import sqlite3

    with sqlite3.connect(gpkg) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM layer_styles WHERE useAsDefault = 1")]


# --- ids -------------------------------------------------------------------------------------------------------------


def test_finding_ids_are_unique_and_stable(provider, tmp_path, findings):
    ids = {key: row["finding_id"] for key, row in findings.items()}
    assert len(set(ids.values())) == len(ids)
    check(tmp_path, provider, FACTORIES=register(CASES[::-1]))
    again = {(r["factory_id"], r["rule_id"]): r["finding_id"] for r in L.rows(tmp_path / "findings.gpkg", "findings")}
    assert again == ids


def test_findings_of_repeated_ids_stay_apart(provider, tmp_path):
    """Three factories with one id: every finding has its own id, each repetition is a layer problem."""
    cases = [("twin", x, 500, "2011", 0, None) for x in (100, 200, 300)]
    check(tmp_path, provider, FACTORIES=register(cases), ALL_ROWS=False)
    rows = L.rows(tmp_path / "findings.gpkg", "findings")
    assert [row["factory_id"] for row in rows] == ["twin"] * 3
    assert len({row["finding_id"] for row in rows}) == 3
    told = [
        row["problem"] for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "factories"
    ]
    assert told == ["factory id “twin” is used more than once"] * 2


def test_a_factory_without_id_is_named_by_its_feature(provider, tmp_path):
    cases = [(None, 100, 500, "2011", 0, None), ("", 200, 500, "2011", 0, None), ("A", 300, 500, "2011", 0, None)]
    layer = L.factories([(L.point(x, y), i, None, isic, acc) for i, x, y, isic, acc, _ in cases])
    check(tmp_path, provider, FACTORIES=layer)
    rows = L.rows(tmp_path / "findings.gpkg", "factory_summary")
    assert [row["factory_id"] for row in rows] == ["feature 1", "feature 2", "A"]
    told = [row for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "factories"]
    assert [row["problem"] for row in told] == ["factories without an id: 2"]
    assert "feature number" in told[0]["advice"]


@pytest.mark.parametrize(("kind", "told"), [("integer", 2), ("real", 2), ("text", 0)])
def test_activity_numbers_that_may_have_lost_a_zero_are_counted(provider, tmp_path, kind, told):
    """145 is read as it stands, and as text nobody doubts it."""
    codes = [145, 610, 1410, None]
    values = codes if kind != "text" else [c and str(c) for c in codes]
    rows = [(L.point(500, 500), str(i), value) for i, value in enumerate(values)]
    given = L.layer("Point", (("factory_id", "text"), ("isic", kind)), rows, name="register")
    check(tmp_path, provider, FACTORIES=given)
    found = [problem for problem in problems(tmp_path, "register") if "zero" in problem]
    assert found == ([f"activity numbers of three digits that may have lost a leading zero: {told}"] if told else [])
    activities = [row["activity"] for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")]
    assert activities == ["145", "610", "1410", ""]


def test_an_accuracy_as_people_write_it(provider, tmp_path):
    given = {
        "10 m": 10, "10m": 10, "10 metres": 10, "1,5": 1.5, "0,05 km": 50, "0.5 km": 500, "៥០": 50, "៥០ ម": 50,
        "១,៥ គ.ម.": 1500, " 20 ": 20, "1e2": 100, "10 M": 10,
        "ten": None, "±10": None, "10-20": None, "1,500": None, "10 ft": None, "-5 m": None, "m": None, "": None,
    }  # fmt: skip
    rows = [(L.point(500, 500), str(i), "2610", value) for i, value in enumerate(given)]
    fields = (("factory_id", "text"), ("isic", "text"), ("loc_accuracy_m", "text"))
    check(tmp_path, provider, FACTORIES=L.layer("Point", fields, rows, name="register"), PARKS=None)
    read = [row["accuracy_m"] for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")]
    assert dict(zip(given, read)) == {text: metres or 0 for text, metres in given.items()}
    told = [problem for problem in problems(tmp_path, "register") if "not a number" in problem]
    assert len(told) == 7


def test_a_bad_accuracy_is_reported_not_believed(provider, tmp_path):
    """Negative, text, infinite: the default serves instead, and the feature is named."""
    given = ["-5", "about 50", "inf", "12.5", None, " "]
    rows = [(L.point(990, 500), str(i), "2610", value) for i, value in enumerate(given)]
    fields = (("factory_id", "text"), ("isic", "text"), ("loc_accuracy_m", "text"))
    check(tmp_path, provider, FACTORIES=L.layer("Point", fields, rows, name="register"), DEFAULT_ACCURACY=15)
    told = [row for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "register"]
    assert [(row["feature_id"], row["problem"]) for row in told] == [
        (i + 1, f"accuracy “{value}” is not a number of metres") for i, value in enumerate(given[:3])
    ]
    assert all(row["advice"].startswith("15 m was taken instead") for row in told)
    assert set(verdicts(tmp_path).values()) == {("undecided", "zones_differ")}
    rows = L.rows(tmp_path / "findings.gpkg", "factory_summary")
    assert [row["accuracy_m"] for row in rows] == [15, 15, 15, 12.5, 15, 15]


# --- options ---------------------------------------------------------------------------------------------------------


def verdicts(folder, rule="KH-ZON-01"):
    return {
        row["factory_id"]: (row["verdict"], row["reason"])
        for row in L.rows(folder / "findings.gpkg", "findings")
        if row["rule_id"] == rule
    }


def test_default_accuracy_serves_only_those_that_state_none(provider, tmp_path):
    check(tmp_path, provider, DEFAULT_ACCURACY=50)
    found = verdicts(tmp_path)
    assert found["accuracy not stated"] == ("undecided", "zones_differ")
    assert found["as near as accurate"] == ("pass", "permitted")


def test_without_zoning_nothing_passes_for_zoned_and_the_other_rules_decide(provider, tmp_path):
    check(tmp_path, provider, ZONING=None)
    assert set(verdicts(tmp_path).values()) == {("no data", "no_layer")}
    rows = {row["factory_id"]: row for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert {row["zone_verdict"] for row in rows.values()} == {"no data"}
    assert (rows["outside it"]["verdict"], rows["in its park"]["verdict"]) == ("fail", "pass")
    assert {row["not_checked"] for row in rows.values()} == {1}
    assert (rows["permitted"]["verdict"], rows["permitted"]["no_data"]) == ("no data", 0)  # no binding rule is left
    assert all(row["zone_code"] is None for row in rows.values())
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert all(row["with_zoning"] == 0 for row in summary["coverage"]["provinces"])


def test_without_parks_nothing_passes_for_parks(provider, tmp_path):
    check(tmp_path, provider, PARKS=None)
    declared = verdicts(tmp_path, "KH-PARK-01")
    undeclared = verdicts(tmp_path, "KH-PARK-02")
    assert set(declared.values()) == set(undeclared.values()) == {("no data", "no_layer")}
    assert set(declared) == {name for name, *_, in_park in (case[:6] for case in CASES) if in_park}
    assert not set(declared) & set(undeclared)


def test_a_register_that_records_no_park_is_not_blamed_for_it(provider, tmp_path):
    """Without a field for the declared park, standing in one is no fault."""
    rows = [(L.point(-2500, 400), "A", "1410"), (L.point(0, -400), "B", "1410")]
    plain = L.layer("Point", (("factory_id", "text"), ("isic", "text")), rows, name="plain")
    check(tmp_path, provider, FACTORIES=plain)
    assert verdicts(tmp_path, "KH-PARK-02") == {"A": ("pass", "inside"), "B": ("pass", "outside")}


def test_fields_can_be_named(provider, tmp_path):
    """Other names than the register's, and other kinds: an integer activity, text accuracy, integer ids."""
    fields = (
        ("no", "integer"),
        ("label", "text"),
        ("act", "integer"),
        ("err", "text"),
        ("khaet", "integer"),
        ("sez", "text"),
    )
    register = L.layer(
        "Point",
        fields,
        [
            (L.point(500, 400), 7, "Seven", 2011, "10", 12, None),
            (L.point(990, 500), 8, "Eight", 2610, "20.0", 12, "ssez"),
        ],
        name="other register",
    )
    zones = L.layer(
        "Polygon",
        (("klass", "text"), ("title", "text"), ("n", "integer")),
        [(ZONES[0][0], "LIND", "Light", 4), (ZONES[1][0], "RES", "Town", 5)],
        name="plan",
    )
    check(
        tmp_path, provider,
        FACTORIES=register, FACTORY_ID_FIELD="no", NAME_FIELD="label", ACTIVITY_FIELD="act", ACCURACY_FIELD="err",
        PROVINCE_FIELD="khaet", DECLARED_PARK_FIELD="sez",
        ZONING=zones, ZONE_FIELD="klass", ZONE_NAME_FIELD="title", ZONE_ID_FIELD="n",
    )  # fmt: skip
    assert verdicts(tmp_path) == {"7": ("fail", "prohibited"), "8": ("undecided", "zones_differ")}
    rows = L.rows(tmp_path / "findings.gpkg", "findings")
    assert {(r["factory_id"], r["feature_id"]) for r in rows if r["role"] == "zoning"} == {("7", "4"), ("8", "4")}
    assert verdicts(tmp_path, "KH-PARK-01") == {"8": ("fail", "outside_declared")}
    assert {row["accuracy_m"] for row in rows} == {10.0, 20.0}
    assert {row["province_code"] for row in rows} == {"12"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fail_on", "park", "raises"),
    [(0, "SSEZ", False), (1, "SSEZ", True), (2, "SSEZ", True), (1, None, False), (2, None, True)],
)
def test_fail_on_ends_with_an_error_after_the_outputs(run, tmp_path, fail_on, park, raises):
    """One factory fails its park (or none does), one is undecided."""
    from qgis.core import QgsProcessingException

    factories = register([("a", 500, 500, "1410", 0, park), ("b", 990, 500, "2610", 20, None)])
    parameters = {
        "FACTORIES": factories,
        "ZONING": L.zoning(ZONES),
        "PARKS": L.parks(PARKS),
        "OUTPUT": str(tmp_path / "findings.gpkg"),
        "SUMMARY": str(tmp_path / "summary.json"),
        "FAIL_ON": fail_on,
    }
    if raises:
        with pytest.raises(QgsProcessingException, match=r"The outputs are written\..*FAIL_ON"):
            run("check_locations", parameters)
    else:
        run("check_locations", parameters)
    assert len(L.rows(tmp_path / "findings.gpkg", "factory_summary")) == 2
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["counts"]["factories"] == 2


@pytest.mark.parametrize(("fail_on", "raises"), [(2, False), (3, True)])
def test_missing_data_is_an_error_only_where_asked(run, tmp_path, fail_on, raises):
    from qgis.core import QgsProcessingException

    parameters = {
        "FACTORIES": register([("a", 500, -500, "1410", 0, None)]),
        "ZONING": L.zoning(ZONES),
        "OUTPUT": str(tmp_path / "findings.gpkg"),
        "FAIL_ON": fail_on,
    }
    if raises:
        with pytest.raises(QgsProcessingException, match=r"FAIL_ON: .+ or no data\): fail 0, undecided 0, no data 1\."):
            run("check_locations", parameters)
    else:
        assert run("check_locations", parameters)["NO_DATA"] == 1
    assert len(L.rows(tmp_path / "findings.gpkg", "factory_summary")) == 1


def test_everything_passing_leaves_empty_findings(provider, tmp_path):
    check(tmp_path, provider, FACTORIES=register([("a", 500, 500, "1410", 0, None)]), ALL_ROWS=False)
    assert L.rows(tmp_path / "findings.gpkg", "findings") == []
    assert L.rows(tmp_path / "findings.gpkg", "evidence") == []
    (row,) = L.rows(tmp_path / "findings.gpkg", "factory_summary")
    assert (row["verdict"], row["fails"]) == ("pass", 0)


# --- layer problems --------------------------------------------------------------------------------------------------


def problems(folder, layer):
    return [row["problem"] for row in L.rows(folder / "findings.gpkg", "layer_problems") if row["layer"] == layer]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ((L.box(-2500, 0, 1000), "BSEZ", "B"), "parks ASEZ (A) and BSEZ (B) overlap by 50.0 ha"),
        ((L.box(-3000, 0, 1000), "BSEZ", "B"), "parks ASEZ (A) and BSEZ (B) are drawn on the same ground"),
        ((L.box(-3000, 0, 1000), "ASEZ", "A"), "park ASEZ (A) is drawn twice on the same ground"),
        ((L.box(-2500, 0, 1000), "ASEZ", "A"), "two polygons of park ASEZ (A) overlap by 50.0 ha"),
        ((L.box(-2000, 0, 1000), "ASEZ", "A"), None),
        ((L.box(-2000, 0, 1000), "BSEZ", "B"), None),
    ],
    ids=["overlap", "same ground", "same park twice", "same park overlaps", "two parts", "neighbours"],
)
def test_park_polygons_that_overlap_are_reported_once(provider, tmp_path, second, told):
    parks = L.parks([(L.box(-3000, 0, 1000), "ASEZ", "A"), second])
    cases = [(str(x), x, 500, "1410", 10, "ASEZ") for x in (-2900, -2400, -2300, -2250)]
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=parks)
    assert problems(tmp_path, "parks") == ([told] if told else [])


def test_inside_two_parks_a_declared_one_counts(provider, tmp_path):
    parks = L.parks([(L.box(-3000, 0, 1000), "ASEZ", "A"), (L.box(-2500, 0, 1000), "BSEZ", "B")])
    cases = [("a", -2300, 500, "1410", 10, "ASEZ"), ("b", -2300, 500, "1410", 10, "BSEZ")]
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=parks)
    assert verdicts(tmp_path, "KH-PARK-01") == dict.fromkeys("ab", ("pass", "inside_declared"))
    rows = {row["factory_id"]: row["park_id"] for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert rows == {"a": "ASEZ", "b": "BSEZ"}


def test_a_park_of_two_polygons_is_one_park(provider, tmp_path):
    parks = L.parks([(L.box(-3000, 0, 1000), "ASEZ", "A"), (L.box(-1000, 0, 500), "ASEZ", "A")])
    cases = [
        ("first", -2500, 500, "1410", 10, "ASEZ"),
        ("second", -800, 250, "1410", 10, "ASEZ"),
        ("gap", -1300, 250, "1410", 10, "ASEZ"),
    ]
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=parks)
    found = verdicts(tmp_path, "KH-PARK-01")
    assert found == {
        "first": ("pass", "inside_declared"),
        "second": ("pass", "inside_declared"),
        "gap": ("fail", "outside_declared"),
    }
    gap = next(
        row
        for row in L.rows(tmp_path / "findings.gpkg", "findings")
        if row["factory_id"] == "gap" and row["role"] == "parks"
    )
    assert gap["measured_m"] == pytest.approx(300 / SCALE, abs=0.01)  # the nearer of the two polygons


def test_a_park_without_an_id_is_no_other_park(provider, tmp_path):
    """It has the feature number 3, which is another park's id."""
    drawn = [(L.box(-3000, 0, 1000), "1", "A"), (L.box(-1000, 0, 500), "3", "C"), (L.box(3000, 0, 500), None, "New")]
    cases = [("in C", -800, 250, "1410", 10, "3"), ("in new", 3200, 250, "1410", 10, "3")]
    parks = L.parks(drawn)
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=parks)
    found = verdicts(tmp_path, "KH-PARK-01")
    assert found == {"in C": ("pass", "inside_declared"), "in new": ("fail", "inside_other")}
    named = {row["factory_id"]: row["park_id"] for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert named == {"in C": "3", "in new": "feature 3"}
    assert problems(tmp_path, "parks") == ["parks without an id: 1"]


DECLARED = {
    "in one of that name": (-2500, "SEZ", "pass", "inside_declared", "A"),
    "in the other": (500, "sez ", "pass", "inside_declared", "B"),
    "in neither": (1300, "SEZ", "fail", "outside_declared", "B"),
    "edge of one": (-1995, "SEZ", "undecided", "on_edge", "A"),
    "in a third": (3500, "SEZ", "fail", "inside_other", "ab"),
    "exact id": (3500, "ab", "pass", "inside_declared", "ab"),
    "exact id in capitals": (6500, "AB", "pass", "inside_declared", "AB"),
    "id in another case": (6500, "Ab", "pass", "inside_declared", "AB"),
    "first phase": (9500, "Phase 1", "pass", "inside_declared", "P"),
    "second phase": (9500, "phase  2", "pass", "inside_declared", "P"),
    "Khmer, parted": (12500, "ភ្នំ\u200bពេញ", "pass", "inside_declared", "K"),
    "id before name": (15500, "K2", "pass", "inside_declared", "K2"),
}


def test_what_factories_declare(provider, tmp_path):
    """Ids before names, what is exactly so before what is alike, and one of several parks of a name."""
    drawn = [
        (L.box(-3000, 0, 1000), "A", "SEZ"), (L.box(0, 0, 1000), "B", "SEZ"), (L.box(3000, 0, 1000), "ab", "x"),
        (L.box(6000, 0, 1000), "AB", "y"), (L.box(9000, 0, 1000), "P", "Phase 1"), (L.box(9e3, 1e3, 9), "P", "Phase 2"),
        (L.box(12000, 0, 1000), "K", "ភ្នំពេញ"), (L.box(15000, 0, 1000), "K2", "z"), (L.box(18000, 0, 1000), "K3", "K2"),
    ]  # fmt: skip
    cases = [(name, x, 500, "1410", 10, declared) for name, (x, declared, *_) in DECLARED.items()]
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=L.parks(drawn), ZONING=None)
    assert verdicts(tmp_path, "KH-PARK-01") == {name: (case[2], case[3]) for name, case in DECLARED.items()}
    rows = {r["factory_id"]: r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["rule_id"] == "KH-PARK-01"}
    assert {name: rows[name]["feature_id"] for name in DECLARED} == {name: case[4] for name, case in DECLARED.items()}
    told = [problem for problem in problems(tmp_path, "parks") if "several" in problem]
    assert sorted(told) == [
        "“Ab” may be any of several parks: ab, AB; factories that declare it: 1",
        "“SEZ” may be any of several parks: A, B; factories that declare it: 4",
        "“sez” may be any of several parks: A, B; factories that declare it: 1",
    ]


@pytest.mark.parametrize(("x", "verdict"), [(-2500, "pass"), (500, "pass"), (1300, "fail")])
def test_premises_that_declare_one_of_several_parks_of_a_name(provider, tmp_path, x, verdict):
    parks = L.parks([(L.box(-3000, 0, 1000), "A", "SEZ"), (L.box(0, 0, 1000), "B", "SEZ")])
    premises = L.factories(
        [(L.box(x, 500, 10), "F", None, "1410", 10, "", "SEZ"), (None, "lost", None, "1410", 10, "", "SEZ")],
        geometry_type="Polygon",
    )
    check(tmp_path, provider, FACTORIES=premises, PARKS=parks, ZONING=None)
    found = {name: verdict for name, (verdict, _) in verdicts(tmp_path, "KH-PARK-01").items()}
    assert found == {"F": verdict, "lost": "no data"}


def test_a_declared_park_without_a_shape_is_no_data(provider, tmp_path):
    """The park is listed but not drawn: nobody can say that the factory stands outside it."""
    parks = L.parks([(None, "ASEZ", "A"), (L.box(-3000, 0, 1000), "BSEZ", "B")])
    check(tmp_path, provider, FACTORIES=register([("a", -2300, 500, "1410", 10, "ASEZ")]), PARKS=parks)
    assert verdicts(tmp_path, "KH-PARK-01") == {"a": ("no data", "unknown_park")}
    assert problems(tmp_path, "parks") == ["no geometry"]


def test_a_zone_code_in_other_case_is_a_near_miss(provider, tmp_path):
    """Codes match exactly after trimming; what looks like a slip is named with the code it may mean."""
    zones = L.zoning(
        [
            (L.box(0, 0, 1000), "Z1", "lind"),
            (L.box(1000, 0, 1000), "Z2", " LIND "),
            (L.box(2000, 0, 1000), "Z3", "តំបន់១"),
        ]
    )
    cases = [(str(x), x, 500, "1410", 0, None) for x in (500, 1500, 2500)]
    check(tmp_path, provider, FACTORIES=register(cases), ZONING=zones)
    unknown = ("no data", "unknown_zone_code")
    assert verdicts(tmp_path) == {"500": unknown, "1500": ("pass", "permitted"), "2500": unknown}
    rows = [row for row in L.rows(tmp_path / "findings.gpkg", "layer_problems") if row["layer"] == "zoning"]
    by_problem = {row["problem"]: row["advice"] for row in rows}
    near = by_problem["zone code “lind” is not in rule pack kh-zoning-parks; polygons with it: 1"]
    assert near.startswith("Did you mean “LIND”?")
    far = by_problem["zone code “តំបន់១” is not in rule pack kh-zoning-parks; polygons with it: 1"]
    assert "RES, COM, MIX, LIND, HIND, AGR, CON" in far


# --- activities ------------------------------------------------------------------------------------------------------


ACTIVITIES = {
    "text": [
        ("1410", "1410", "permitted"),
        ("14", "14", "permitted"),
        (" 14.10 ", "1410", "permitted"),
        ("C1410", "1410", "permitted"),
        ("14101", "1410", "permitted"),
        ("1410.0", "1410", "permitted"),
        ("C", "C", "activity_too_coarse"),
        ("c", "C", "activity_too_coarse"),
        ("K", "K", "not_in_table"),
        ("garments", "GARMENTS", "unknown_activity"),
        ("1410, 2011", "1410, 2011", "unknown_activity"),
        ("14100000", "14100000", "unknown_activity"),
        ("-1", "1", "unknown_activity"),
        ("", None, "no_activity"),
        (None, None, "no_activity"),
    ],
    "integer": [
        (1410, "1410", "permitted"),
        (14, "14", "permitted"),
        (14101, "1410", "permitted"),
        (0, "0", "unknown_activity"),
        (None, None, "no_activity"),
    ],
    "real": [(1410.0, "1410", "permitted"), (20.11, "2011", "prohibited"), (None, None, "no_activity")],
}


@pytest.mark.parametrize("kind", ACTIVITIES)
def test_activity_however_it_is_written(provider, tmp_path, kind):
    cases = ACTIVITIES[kind]
    rows = [(L.point(500, 500), str(i), value) for i, (value, _, _) in enumerate(cases)]
    register = L.layer("Point", (("factory_id", "text"), ("isic", kind)), rows, name="register")
    check(tmp_path, provider, FACTORIES=register, PARKS=None)
    found = {r["factory_id"]: r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["rule_id"] == "KH-ZON-01"}
    got = [(value, found[str(i)]["activity"] or None, found[str(i)]["reason"]) for i, (value, _, _) in enumerate(cases)]
    assert got == cases


# --- several CRSs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("factories_crs", "zoning_crs", "parks_crs"),
    [
        ("EPSG:4326", "EPSG:32648", "EPSG:32648"),
        ("EPSG:32648", "EPSG:4326", "EPSG:4326"),
        ("EPSG:4326", "EPSG:32648", "EPSG:3148"),
        ("EPSG:3148", "EPSG:3148", "EPSG:3148"),
        ("EPSG:4131", "EPSG:32648", "EPSG:32647"),
    ],
)
def test_layers_in_other_crs_agree(provider, tmp_path, factories_crs, zoning_crs, parks_crs):
    """Whatever CRS a layer comes in, verdicts far from any border are the same, Indian 1960 included.

    A datum shift has its own accuracy (44 m): it is added to the coordinate's where two layers' shifts differ.
    """
    far = [case for case in CASES if case[0] in FAR_FROM_BORDERS]
    check(
        tmp_path,
        provider,
        FACTORIES=L.moved(register(far), factories_crs),
        ZONING=L.moved(L.zoning(ZONES), zoning_crs),
        PARKS=L.moved(L.parks(PARKS), parks_crs),
    )
    zoning, declared, undeclared = (verdicts(tmp_path, rule) for rule in ("KH-ZON-01", "KH-PARK-01", "KH-PARK-02"))
    for name, *_, verdict, reason, _, rule, park_verdict, park_reason, _ in far:
        assert zoning[name] == (verdict, reason)
        assert (declared if rule == 1 else undeclared)[name] == (park_verdict, park_reason)
    rows = L.rows(tmp_path / "findings.gpkg", "findings")
    measured = {row["factory_id"]: row["measured_m"] for row in rows if row["reason"] == "outside_declared"}
    assert measured == {"outside it": pytest.approx(300 / SCALE, abs=0.1)}


FAR_FROM_BORDERS = {
    "permitted", "conditional", "prohibited", "not in table", "unknown code", "zone without code", "no zoning",
    "in its park", "outside it", "in another park", "undeclared",
}  # fmt: skip


def test_a_datum_shift_of_one_layer_widens_the_doubt(provider, tmp_path):
    """Zones in Indian 1960 lie within 44 m of where they are drawn: 30 m from the border is then no certainty."""
    cases = [("near", 970, 500, "2610", 0, None)]
    check(tmp_path, provider, FACTORIES=register(cases), ZONING=L.moved(L.zoning(ZONES), "EPSG:3148"))
    assert verdicts(tmp_path) == {"near": ("undecided", "zones_differ")}
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    zoning = summary["provenance"]["layers"][1]
    assert (zoning["crs"], zoning["operation_accuracy_m"]) == ("EPSG:3148", 44.0)
    assert "pinned" in zoning["operation"]
    check(
        tmp_path, provider,
        FACTORIES=L.moved(register(cases), "EPSG:3148"), ZONING=L.moved(L.zoning(ZONES), "EPSG:3148"),
    )  # fmt: skip
    assert verdicts(tmp_path) == {"near": ("pass", "permitted")}


# --- polygon factories -----------------------------------------------------------------------------------------------

# Premises of 100 m x 100 m: shares of ground left and right of x = 1000 (LIND | RES) are as their ids say.
PREMISES = {"30|70": 970, "50|50": 950, "60|40": 940, "100|0": 800, "sliver": 900.005}


def test_what_is_measured_where_zones_overlap_or_differ(provider, tmp_path):
    """The border on which the verdict hangs: that of the nearest zone that answers otherwise."""
    zones = [
        (L.box(0, 0, 2000), "Z1", "LIND"),
        (L.box(990, 990, 500), "Z2", "RES"),  # drawn over Z1
        (L.box(3000, 0, 1000), "Z3", "LIND"),
        (L.box(4050, 0, 1000), "Z4", "LIND"),
        (L.box(6000, 0, 1000), "Z5", "LIND"),
        (L.box(7000, 0, 500, 1000), "Z6", "LIND"),
        (L.box(7500, 0, 500, 1000), "Z7", "RES"),
    ]
    cases = [
        ("beside", 980, 1000, "2610", 20, None),
        ("within", 1200, 1200, "2610", 20, None),
        ("within, exact", 1200, 1200, "2610", 0, None),
        ("between", 4045, 500, "2610", 60, None),
        ("past an agreeing one", 6998, 500, "2610", 510, None),
    ]
    check(tmp_path, provider, FACTORIES=register(cases), ZONING=L.zoning(zones), PARKS=None)
    rows = {r["factory_id"]: r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["role"] == "zoning"}
    got = {name: (r["reason"], r["measured_m"], r["margin_m"]) for name, r in rows.items()}
    near = {"beside": (10, 20), "between": (5, 60), "past an agreeing one": (502, 510)}
    assert got == {
        "within": ("zones_overlap", None, None),
        "within, exact": ("zones_overlap", None, None),
        **{
            name: ("zones_differ", expected_metres(planar), expected_margin(planar, accuracy, ""))
            for name, (planar, accuracy) in near.items()
        },
    }
    assert all(r["margin_m"] is None or r["margin_m"] < 0 for r in rows.values())


def test_a_factory_that_no_rule_is_about_is_exempt(provider, tmp_path):
    """A pack with the rule on declared parks alone says nothing of a factory that declares none."""
    import re

    from factory_locations.processing.paths import DEFAULT_PACK

    head, *rules = re.split(r"(?m)^(?=  - id: )", DEFAULT_PACK.read_text(encoding="utf-8"))
    only = next(rule for rule in rules if "test: inside declared park" in rule)
    (tmp_path / "pack.yaml").write_text(head + only, encoding="utf-8")
    cases = [("declares", -2500, 500, "1410", 5, "SSEZ"), ("does not", -2500, 400, "1410", 5, None)]
    done = check(tmp_path, provider, FACTORIES=register(cases), RULES=str(tmp_path / "pack.yaml"))
    rows = {row["factory_id"]: row for row in L.rows(tmp_path / "findings.gpkg", "factory_summary")}
    assert {name: row["verdict"] for name, row in rows.items()} == {"declares": "pass", "does not": "exempt"}
    assert rows["does not"]["why"] == "No rule of the pack is about this factory."
    assert done["NO_DATA"] == 0


def test_the_nearest_park_is_measured(provider, tmp_path):
    parks = L.parks([(L.box(0, 0, 1000), "A", "A"), (L.box(1050, 0, 1000), "B", "B")])
    cases = [("x", 1045, 500, "1410", 60, None)]
    check(tmp_path, provider, FACTORIES=register(cases), PARKS=parks, ZONING=None)
    (row,) = [r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["role"] == "parks"]
    assert (row["reason"], row["feature_id"]) == ("on_edge", "B")
    assert row["measured_m"] == expected_metres(5)


@pytest.mark.parametrize("rule", [0, 1, 2])
def test_an_accuracy_is_nothing_to_premises(provider, tmp_path, rule):
    """Two parts, one in the park and one outside: the border is away from both."""
    from factory_locations.processing.paths import DEFAULT_PACK

    test = "    test: zone permits"
    pack = DEFAULT_PACK.read_text(encoding="utf-8").replace(test, f"    exempt_inside: parks\n{test}", 1)
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    parts = ", ".join(L.box(x, 400, 100)[8:] for x in (500, 1500))
    premises = L.factories(
        [(f"MULTIPOLYGON ({parts})", name, None, "2011", 7.0, "", park) for name, park in (("A", "P"), ("B", None))],
        geometry_type="MultiPolygon",
    )
    given = {"PARKS": L.parks([(L.box(0, 0, 1000), "P", "P")]), "RULES": str(tmp_path / "pack.yaml")}
    check(tmp_path, provider, FACTORIES=premises, POLYGON_RULE=rule, **given)
    rows = [r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["verdict"] == "undecided"]
    assert {r["reason"] for r in rows} == ({"park_edge", "on_edge"} if rule else {"park_edge"})
    for row in rows:
        assert "accuracy" not in row["message"]
        assert row["message"].startswith("The premises lie partly inside")
        assert row["margin_m"] is None


@pytest.mark.parametrize("rule", [0, 1, 2])
def test_premises_where_zones_overlap(provider, tmp_path, rule):
    """One in two zones that differ, one with 40 % of its ground drawn twice, one half on open ground."""
    east = [(L.box(5000, 0, 1000), "Z7", "RES"), (L.box(5000, 0, 1000), "Z8", "LIND")]
    zones = L.zoning([*ZONES[:2], (L.box(1000, 0, 600), "Z9", "RES"), *east])
    premises = L.factories(
        [
            (L.box(5400, 400, 100), "both", None, "2610"),
            (L.box(940, 400, 100), "60|40", None, "2610"),
            (L.box(5950, 400, 100), "open", None, "2610"),
        ],
        geometry_type="Polygon",
    )  # fmt: skip
    check(tmp_path, provider, FACTORIES=premises, ZONING=zones, POLYGON_RULE=rule, PARKS=None)
    found = verdicts(tmp_path)
    assert found["both"] == ("undecided", "zones_overlap")
    assert found["60|40"][0] == ("fail", "pass", "undecided")[rule]
    rows = {row["factory_id"]: row for row in L.rows(tmp_path / "findings.gpkg", "findings") if row["role"] == "zoning"}
    assert (
        rows["both"]["message"] == "The zoning layer overlaps itself here: RES 100%; LIND 100%. Their answers differ."
    )
    assert rows["open"]["candidates"] == "RES 50%; LIND 50%; no zoning 50%"
    assert problems(tmp_path, "zoning") == ["zones overlap; factories that stand there: 3"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (0, {"30|70": "fail", "50|50": "fail", "60|40": "fail", "100|0": "pass", "sliver": "pass"}),
        (1, {"30|70": "fail", "50|50": "undecided", "60|40": "pass", "100|0": "pass", "sliver": "pass"}),
        (2, {"30|70": "undecided", "50|50": "undecided", "60|40": "undecided", "100|0": "pass", "sliver": "pass"}),
    ],
    ids=["any", "majority", "all"],
)
def test_polygon_factories_by_share(provider, tmp_path, rule, expected):
    """2610 is permitted in LIND and prohibited in RES; a strip of 5 mm (0.5 m²) beyond the border does not count."""
    premises = L.factories(
        [(L.box(x, 400, 100), name, name, "2610") for name, x in PREMISES.items()], geometry_type="Polygon"
    )
    check(tmp_path, provider, FACTORIES=premises, POLYGON_RULE=rule, PARKS=None)
    found = verdicts(tmp_path)
    assert {name: verdict for name, (verdict, _) in found.items()} == expected
    rows = {row["factory_id"]: row for row in L.rows(tmp_path / "findings.gpkg", "findings") if row["role"] == "zoning"}
    for name, row in rows.items():
        if expected[name] == "undecided":
            left, right = name.split("|")
            parts = f"LIND (Light industry) {left}%; RES (Old town) {right}%"
            assert row["candidates"] == parts
            assert row["message"] == f"The premises lie in several zones whose answers differ: {parts}."
    shapes = L.shapes(tmp_path / "findings.gpkg", "factory_summary")
    assert {shape.geom_type for shape in shapes} == {"MultiPolygon"}
    assert all(shape.area == pytest.approx(10_000, rel=1e-3) for shape in shapes)


@pytest.mark.parametrize(("rule", "verdict"), [(0, "no data"), (1, "pass"), (2, "undecided")])
def test_premises_partly_without_zoning(provider, tmp_path, rule, verdict):
    """70 % in a zone that permits, 30 % where nothing is drawn: never a pass by “any”."""
    premises = L.factories([(L.box(-30, 400, 100), "A", "A", "2610")], geometry_type="Polygon")
    check(tmp_path, provider, FACTORIES=premises, POLYGON_RULE=rule, PARKS=None)
    assert verdicts(tmp_path)["A"][0] == verdict


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            0,
            {
                "in": ("pass", "inside_declared"),
                "most": ("fail", "outside_declared"),
                "out": ("fail", "outside_declared"),
            },
        ),
        (
            1,
            {
                "in": ("pass", "inside_declared"),
                "most": ("pass", "inside_declared"),
                "out": ("fail", "outside_declared"),
            },
        ),
        (2, {"in": ("pass", "inside_declared"), "most": ("undecided", "on_edge"), "out": ("fail", "outside_declared")}),
    ],
    ids=["any", "majority", "all"],
)
def test_polygon_factories_in_their_park(provider, tmp_path, rule, expected):
    places = {"in": -2500, "most": -2070, "out": -1700}
    premises = L.factories(
        [(L.box(x, 400, 100), name, name, "1410", None, None, "SSEZ") for name, x in places.items()],
        geometry_type="Polygon",
    )
    check(tmp_path, provider, FACTORIES=premises, POLYGON_RULE=rule, ZONING=None)
    assert verdicts(tmp_path, "KH-PARK-01") == expected
    rows = {r["factory_id"]: r for r in L.rows(tmp_path / "findings.gpkg", "findings") if r["role"] == "parks"}
    assert rows["out"]["measured_m"] == pytest.approx(300 / SCALE, abs=0.01)
    if expected["most"][0] == "fail":
        assert rows["most"]["message"] == (
            "The premises are not wholly inside the park that the factory declares, SSEZ (Sihanoukville SEZ)."
        )


def test_a_register_with_a_plain_name_field_is_named_by_it(provider, tmp_path):
    register = L.layer(
        "Point", (("factory_id", "text"), ("Name", "text"), ("isic", "text")), [(L.point(0, 0), "A", "Mill", "1061")]
    )
    parks = L.parks([(L.box(-50, -50, 100), "P1", "Park")])
    parameters = {"FACTORIES": register, "PARKS": parks, "OUTPUT": str(tmp_path / "f.gpkg")}
    from qgis import processing

    processing.run("factory:check_locations", parameters)
    assert {row["factory_name"] for row in L.rows(tmp_path / "f.gpkg", "factory_summary")} == {"Mill"}
