"""register_quality on a register small enough to count by hand."""

from __future__ import annotations

import json

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

FIELDS = (
    ("factory_id", "text"),
    ("isic", "text"),
    ("loc_accuracy_m", "real"),
    ("loc_method", "text"),
    ("province_code", "text"),
    ("district_code", "text"),
    ("commune_code", "text"),
    ("size_class", "text"),
    ("size_definition_year", "integer"),
    ("employees", "integer"),
)
PERFECT = {
    "isic": "1410",
    "loc_accuracy_m": 10.0,
    "loc_method": "gps",
    "province_code": "12",
    "district_code": "1201",
    "commune_code": "120101",
    "size_class": "small",
    "size_definition_year": 2021,
    "employees": 20,
}


def row(factory, place=(500, 500), **changed):
    values = {"factory_id": factory, **PERFECT, **changed}
    return (L.point(*place) if place else None, *(values[name] for name, _ in FIELDS))


REGISTER = [
    row("F1"),
    row("F2", loc_accuracy_m=50.0),
    row("F3", None),
    row("F3", (500, 400), isic="2011", employees=49),
    row("F4", isic=None, loc_accuracy_m=None),
    row("F5", isic="9999", commune_code=None),
    row("F6", employees=50, province_code="05", district_code="0501"),
    row(None, loc_method="commune_centroid", loc_accuracy_m=2000.0, province_code="05", district_code=None),
    row("F8", (5000, 5000), province_code=None, district_code=None, commune_code=None, size_class=None),
]
PROVINCES = (("province_code", "text"), ("name_en", "text"))


def register(rows=REGISTER, name="register"):
    return L.layer("Point", FIELDS, rows, name=name)


def provinces(codes=("12", "05", "18")):
    rows = [(L.box(2000 * i, 0, 2000), code, f"Province {code}") for i, code in enumerate(codes)]
    return L.layer("Polygon", PROVINCES, rows, name="provinces")


@pytest.fixture
def measure(run, tmp_path):
    def go(**given) -> dict:
        results = run("register_quality", {"FACTORIES": register(), "OUTPUT": str(tmp_path / "q.gpkg"), **given})
        go.results, go.said = results, run.feedback
        return {(r["level"], r["code"]): r for r in L.rows(tmp_path / "q.gpkg", "quality")}

    return go


def test_the_measures_of_the_whole_register(measure):
    country = measure()["country", None]
    assert {name: country[name] for name in country if not name.endswith(("share", "_m", "fid"))} == {
        "level": "country",
        "code": None,
        "name": "All factories",
        "factories": 9,
        "missing_location": 1,
        "missing_id": 1,
        "duplicate_id": 1,
        "missing_activity": 1,
        "unknown_activity": 1,
        "missing_province": 1,
        "size_inconsistent": 1,  # 50 people are no small factory; 49 are
        "checked": 0,
    }
    shares = {name: value for name, value in country.items() if name.endswith(("share", "_m"))}
    assert shares == {
        "sound_share": pytest.approx(2 / 9, abs=1e-4),  # F1 and F2
        "missing_location_share": pytest.approx(1 / 9, abs=1e-4),
        "stated_accuracy_share": pytest.approx(8 / 9, abs=1e-4),
        "mean_accuracy_m": pytest.approx((10 * 6 + 50 + 2000) / 8, abs=0.1),
        "worst_accuracy_m": 2000.0,
        "centroid_share": pytest.approx(1 / 9, abs=1e-4),
        "missing_activity_share": pytest.approx(1 / 9, abs=1e-4),
        "missing_province_share": pytest.approx(1 / 9, abs=1e-4),
        "missing_district_share": pytest.approx(2 / 9, abs=1e-4),
        "missing_commune_share": pytest.approx(2 / 9, abs=1e-4),
        "undecided_share": None,
        "no_zoning_share": None,
    }
    assert (measure.results["FACTORIES_COUNT"], measure.results["SOUND"]) == (9, 2)


def test_per_province_and_district(measure):
    rows = measure()
    counts = {key: row["factories"] for key, row in rows.items()}
    assert counts == {
        ("country", None): 9,
        ("province", None): 1,
        ("province", "05"): 2,
        ("province", "12"): 6,
        ("district", None): 2,
        ("district", "0501"): 1,
        ("district", "1201"): 6,
    }
    assert (rows["province", "12"]["name"], rows["province", None]["name"]) == ("Phnom Penh", "No code recorded")
    assert rows["province", "05"]["mean_accuracy_m"] == pytest.approx(1005)
    assert rows["province", "05"]["centroid_share"] == 0.5
    assert rows["province", "12"]["duplicate_id"] == 1
    for name in ("missing_location", "duplicate_id", "missing_province", "size_inconsistent"):
        for level in ("province", "district"):
            assert sum(r[name] for key, r in rows.items() if key[0] == level) == rows["country", None][name], name


@pytest.mark.parametrize(
    ("size", "year", "staff", "wrong"),
    [
        ("micro", 2021, 4, 0), ("micro", 2021, 5, 1), ("small", 2021, 49, 0), ("small", 2021, 50, 1),
        ("medium", 2021, 199, 0), ("medium", 2021, 200, 1), ("large", 2021, 90000, 0), ("large", 2021, 1, 0),
        ("small", 2005, 50, 0), ("small", 2005, 51, 1), ("Small", None, 50, 1), (None, 2021, 500, 0),
        ("small", 2021, None, 0), ("huge", 2021, 500, 0), ("small", 1990, 500, 0),
    ],
)  # fmt: skip
def test_size_class_and_staff(measure, size, year, staff, wrong):
    """Revenue or assets may lift a factory above the class of its staff, never below it."""
    rows = [row("A", size_class=size, size_definition_year=year, employees=staff)]
    assert measure(FACTORIES=register(rows))["country", None]["size_inconsistent"] == wrong


def test_measures_name_the_standard(measure, tmp_path):
    measure()
    named = {r["measure"]: r for r in L.rows(tmp_path / "q.gpkg", "measures")}
    iso = {name: r["iso_measure_id"] for name, r in named.items() if r["iso_measure_id"] is not None}
    assert iso == {
        "missing_location_share": 7,
        "missing_activity_share": 7,
        "missing_province_share": 7,
        "missing_district_share": 7,
        "missing_commune_share": 7,
        "mean_accuracy_m": 28,
        "duplicate_id": 10,
        "size_inconsistent": 10,
    }
    assert named["mean_accuracy_m"]["iso_measure"] == "mean value of positional uncertainties"
    assert named["unknown_activity"]["iso_element"] == "logical consistency: domain consistency"
    assert all(r["title"] for r in named.values())


def test_a_map_by_province(measure, tmp_path):
    measure(ADMIN=provinces())
    rows = {r["code"]: r for r in L.rows(tmp_path / "q.gpkg", "quality_map")}
    assert {code: r["factories"] for code, r in rows.items()} == {"12": 6, "05": 2, "18": 0}
    assert rows["12"]["sound_share"] == pytest.approx(2 / 6, abs=1e-4)
    assert rows["18"]["sound_share"] is None  # no factories: no quality either
    assert rows["18"]["name"] == "Preah Sihanouk"
    shapes = L.shapes(tmp_path / "q.gpkg", "quality_map")
    assert [shape.geom_type for shape in shapes] == ["MultiPolygon"] * 3
    assert [shape.area for shape in shapes] == [4e6] * 3
    assert measure.results["QUALITY_MAP"].endswith("|layername=quality_map")
    told = "Factories whose code no polygon of “provinces” has, and that the map leaves out: 1."
    assert told in measure.said.warnings


def test_a_map_by_district_with_a_field_of_another_name(measure, tmp_path):
    districts = L.layer("Polygon", (("DIS", "text"),), [(L.box(0, 0, 10), "1201"), (None, "0501")], name="districts")
    measure(ADMIN=districts, ADMIN_FIELD="DIS")
    (row,) = L.rows(tmp_path / "q.gpkg", "quality_map")
    assert (row["level"], row["code"], row["factories"]) == ("district", "1201", 6)


def test_what_a_check_adds(measure, run, tmp_path):
    findings = str(tmp_path / "f.gpkg")
    zones = L.zoning([(L.box(0, 0, 1000), "Z1", "LIND", "", 2020), (L.box(1000, 0, 1000), "Z2", "RES", "", 2020)])
    rows = [
        row("A"),
        row("B", (995, 500), isic="2610"),
        row("C", (5000, 5000)),
        row("D", (5000, 5000), province_code="05"),
    ]
    run("check_locations", {"FACTORIES": register(rows), "ZONING": zones, "OUTPUT": findings})
    measured = measure(FACTORIES=register([*rows, row("not checked")]), FINDINGS=findings)
    country, there = measured["country", None], measured["province", "05"]
    assert (country["factories"], country["checked"]) == (5, 4)
    assert (country["undecided_share"], country["no_zoning_share"]) == (0.25, 0.5)
    assert (there["checked"], there["undecided_share"], there["no_zoning_share"]) == (1, 0.0, 1.0)
    assert any(said.startswith("Of the 4 factories checked, undecided: 25.0%") for said in measure.said.info)


@pytest.mark.parametrize("kind", ["real", "text"])
@pytest.mark.parametrize("year", ["inf", "-inf", "1e20", "nan", "the new one", None])
def test_a_year_that_is_none(measure, kind, year):
    """It follows no definition that is known; a text says none."""
    if kind == "real" and year is not None:
        year = float(year) if year[-1] in "fn0" else None
    fields = tuple((name, kind if name == "size_definition_year" else k) for name, k in FIELDS)
    rows = [row("A", size_definition_year=year, employees=20), row("B", size_definition_year=2021.0, employees=50)]
    country = measure(FACTORIES=L.layer("Point", fields, rows, name="register"))["country", None]
    assert country["size_inconsistent"] == 1


def test_factories_with_one_id_get_no_verdict_of_another(measure, run, tmp_path):
    """Twice A: one passes, one has no zoning. Twice B: both undecided, so it does not matter which is which."""
    findings = str(tmp_path / "f.gpkg")
    zones = L.zoning([(L.box(0, 0, 1000), "Z1", "LIND", "", 2020), (L.box(1000, 0, 1000), "Z2", "RES", "", 2020)])
    edge = {"isic": "2610"}
    rows = [row("A"), row("A", (5000, 5000)), row("B", (995, 500), **edge), row("B", (995, 400), **edge), row("C")]
    run("check_locations", {"FACTORIES": register(rows), "ZONING": zones, "OUTPUT": findings})
    for ordered in (rows, rows[::-1]):
        country = measure(FACTORIES=register(ordered), FINDINGS=findings)["country", None]
        assert (country["checked"], country["undecided_share"], country["no_zoning_share"]) == (3, 0.6667, 0.0)
        assert measure.said.warnings == [
            "Factories that share their id with another, so that the findings do not tell which verdict is whose: 2. "
            "They count as not checked."
        ]
    country = measure(FACTORIES=register([*rows, row("C", (900, 900))]), FINDINGS=findings)["country", None]
    assert country["checked"] == 2  # a second C was not there when it was checked
    assert measure(FACTORIES=register(rows[2:]), FINDINGS=findings)["country", None]["checked"] == 3


def test_json_says_the_same(measure, tmp_path):
    rows = measure(SUMMARY=str(tmp_path / "q.json"), ADMIN=provinces())
    told = json.loads((tmp_path / "q.json").read_text(encoding="utf-8"))
    units = {(unit["level"], unit["code"]): unit for unit in told["units"]}
    assert units == {key: {name: v for name, v in r.items() if name != "fid"} for key, r in rows.items()}
    assert told["measures"]["mean_accuracy_m"] == {
        "title": "Mean accuracy (m)", "unit": "m", "iso_element": "positional accuracy", "iso_measure_id": 28,
    }  # fmt: skip
    assert [layer["role"] for layer in told["layers"]] == ["factories", "admin"]


def test_a_register_without_most_fields(measure):
    bare = L.layer(
        "Point", (("name", "text"), ("isic", "text")), [(L.point(0, 0), "a", None), (None, "b", "")], name="bare"
    )
    country = measure(FACTORIES=bare)["country", None]
    assert (country["factories"], country["missing_location"], country["missing_id"]) == (2, 1, 2)
    assert (country["missing_activity"], country["missing_province"], country["sound_share"]) == (2, 2, 0)
    assert country["mean_accuracy_m"] is None


def test_0_0_is_no_location(measure):
    rows = [("POINT (0 0)", *row("A")[1:]), ("POINT (104.9 11.5)", *row("B")[1:])]
    geographic = L.layer("Point", FIELDS, rows, crs="EPSG:4326", name="register")
    assert measure(FACTORIES=geographic)["country", None]["missing_location"] == 1


def test_numbers_for_codes_are_understood(measure):
    """A spreadsheet's 12.0 is province 12."""
    fields = tuple((name, "real" if name == "province_code" else kind) for name, kind in FIELDS)
    rows = [row("A", province_code=12.0)]
    assert ("province", "12") in measure(FACTORIES=L.layer("Point", fields, rows, name="register"))


def refused(measure, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        measure(**given)
    return str(why.value)


def test_a_layer_that_is_no_register_is_refused(measure):
    schools = L.layer(
        "Point", (("name", "text"), ("province_code", "text")), [(L.point(0, 0), "a", "12")], name="schools"
    )
    said = refused(measure, FACTORIES=schools)
    assert said.startswith("Layer “schools” is no register: it has none of the fields factory_id, isic, ")
    assert "It has: name, province_code." in said
    assert measure(FACTORIES=schools, FACTORY_ID_FIELD="name")["country", None]["missing_id"] == 0  # a person says so


def test_a_file_that_the_findings_join_is_not_replaced(measure, run, tmp_path):
    from qgis.core import QgsVectorLayer, QgsVectorLayerJoinInfo

    given = {"FACTORIES": register(), "ZONING": L.zoning([(L.box(0, 0, 9), "Z", "LIND", "", 2020)])}
    run("check_locations", {**given, "OUTPUT": str(tmp_path / "f.gpkg")})
    measure()
    findings = QgsVectorLayer(f"{tmp_path / 'f.gpkg'}|layername=findings", "findings", "ogr")
    before = QgsVectorLayer(f"{tmp_path / 'q.gpkg'}|layername=quality", "before", "ogr")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(before)
    join.setJoinFieldName("code")
    join.setTargetFieldName("factory_id")
    assert findings.addJoin(join)
    assert "inputs are never overwritten" in refused(measure, FINDINGS=findings)


def test_bad_input_is_told(measure, run, tmp_path, demo_gpkg):
    others = L.layer("Polygon", (("province_code", "text"),), [(L.box(0, 0, 9), "KH04")], name="others")
    nameless = L.layer("Polygon", (("name", "text"),), [(L.box(0, 0, 9), "x")], name="nameless")
    saved = L.saved(register(), tmp_path / "r.gpkg", "register")
    assert "there is no layer or file “nowhere.gpkg”" in refused(measure, FACTORIES="nowhere.gpkg")
    assert "(such as “KH04”) is one of the register (such as “05”)" in refused(measure, ADMIN=others)
    assert "Say which field of layer “nameless” holds the codes" in refused(measure, ADMIN=nameless)
    assert "has no field “kode” (ADMIN_FIELD)" in refused(measure, ADMIN=others, ADMIN_FIELD="kode")
    assert "there is no layer or file" in refused(measure, ADMIN="nowhere.gpkg")
    assert "has no field “prov” (PROVINCE_FIELD)" in refused(measure, PROVINCE_FIELD="prov")
    assert "is no findings GeoPackage" in refused(measure, FINDINGS=str(demo_gpkg))
    assert "inputs are never overwritten" in refused(measure, FACTORIES=saved, OUTPUT=str(tmp_path / "r.gpkg"))
    behind = tmp_path / "r.vrt"
    source = '<SrcDataSource relativeToVRT="1">r.gpkg</SrcDataSource><SrcLayer>register</SrcLayer>'
    behind.write_text(f'<OGRVRTDataSource><OGRVRTLayer name="f">{source}</OGRVRTLayer></OGRVRTDataSource>')
    assert "inputs are never overwritten" in refused(measure, FACTORIES=str(behind), OUTPUT=str(tmp_path / "r.gpkg"))
    assert "a name that ends in .gpkg" in refused(measure, OUTPUT=str(tmp_path / "q.csv"))
    run(
        "check_locations",
        {
            "FACTORIES": L.factories([(L.point(5, 5), "elsewhere", "", "1410", 1.0)]),
            "ZONING": L.zoning([(L.box(0, 0, 9), "Z", "LIND", "", 2020)]),
            "OUTPUT": str(tmp_path / "f.gpkg"),
        },
    )
    assert "No factory of “register” is in the findings “f.gpkg”" in refused(measure, FINDINGS=str(tmp_path / "f.gpkg"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.gpkg", "r.gpkg", "r.vrt"]


def test_a_file_that_is_no_such_result_is_not_replaced(measure, run, tmp_path):
    other = tmp_path / "other.gpkg"
    L.saved(register(), other, "register")
    kept = other.read_bytes()
    assert "holds other tables (register), which the output would replace" in refused(measure, OUTPUT=str(other))
    assert other.read_bytes() == kept
    measure(ADMIN=provinces())
    measure()  # an earlier result is


def test_a_cancelled_run_leaves_nothing(run, tmp_path, feedback):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress > 60 else None)
    given = {"FACTORIES": register(), "OUTPUT": str(tmp_path / "q.gpkg"), "SUMMARY": str(tmp_path / "q.json")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("register_quality", given, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_in_a_model_and_in_the_background(provider, tmp_path):
    """The map goes on to QGIS's own extract: provinces with factories, none of them sound."""
    from factory_locations.tests.test_models import child, in_background, run_model
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
        QgsProject,
    )
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    model = QgsProcessingModelAlgorithm("quality", "tests")
    for name in ("FACTORIES", "ADMIN"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))
    sources = {name: Source.fromModelParameter(name) for name in ("FACTORIES", "ADMIN")}
    child(model, "measure", "factory:register_quality", sources, {"OUTPUT": "gpkg"})
    poor = {
        "INPUT": Source.fromChildOutput("measure", "QUALITY_MAP"),
        "EXPRESSION": Source.fromStaticValue('"sound_share" = 0'),
    }
    child(model, "use", "native:extractbyexpression", poor, {"OUTPUT": "used"})
    project = QgsProject.instance()
    given = {"FACTORIES": register(), "ADMIN": provinces(), "measure:gpkg": str(tmp_path / "q.gpkg")}
    results, context = run_model(model, {**given, "use:used": "memory:"}, project)
    used = context.takeResultLayer(results["use:used"])
    assert [feature["code"] for feature in used.getFeatures()] == ["05"]
    project.clear()
    layers = [register(), provinces()]
    project.addMapLayers(layers)
    given = {"FACTORIES": layers[0].id(), "ADMIN": layers[1].id(), "OUTPUT": str(tmp_path / "b.gpkg")}
    successful, results, _, _ = in_background("factory:register_quality", given, project)
    assert successful
    assert results["SOUND"] == 2
    project.clear()


@pytest.mark.slow
def test_the_demo_register_with_the_real_program(qgis_process, demo_gpkg, tmp_path):
    done = qgis_process(
        "--json", "run", "factory:register_quality", f"--FACTORIES={demo_gpkg}|layername=factories",
        f"--ADMIN={demo_gpkg}|layername=provinces", "--OUTPUT=q.gpkg", "--SUMMARY=q.json", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["FACTORIES_COUNT"] == len(L.rows(demo_gpkg, "factories"))
    rows = L.rows(tmp_path / "q.gpkg", "quality_map")
    assert len(rows) == len(L.rows(demo_gpkg, "provinces"))
    assert any(r["factories"] > 50 and 0 < r["sound_share"] <= 1 for r in rows)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["q.gpkg", "q.json"]
    bad = qgis_process(
        "run", "factory:register_quality", f"--FACTORIES={demo_gpkg}|layername=factories",
        f"--FINDINGS={demo_gpkg}", "--OUTPUT=r.gpkg", cwd=tmp_path,
    )  # fmt: skip
    assert bad.returncode == 1
    assert "is no findings GeoPackage" in bad.stdout + bad.stderr
