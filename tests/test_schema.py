"""The register's schema: the file, the GeoPackage made from it, the values it refuses, and its documentation."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sqlite3
from contextlib import closing

import pytest
from factory_locations.processing.register import schema as module
from factory_locations.processing.register.schema import (
    SchemaError,
    create_register,
    fields_as_markdown,
    is_missing,
    load_schema,
    validate_frame,
    validate_row,
    value_maps,
)

CONTRACT = [
    "factory_id",
    "name_km",
    "name_en",
    "operator_id",
    "licence_no",
    "permit_type",
    "registration_status",
    "registration_date",
    "isic",
    "isic_other",
    "size_class",
    "size_definition_year",
    "employees",
    "status",
    "status_from",
    "status_to",
    "province_code",
    "district_code",
    "commune_code",
    "village_code",
    "admin_vintage",
    "park_id",
    "loc_method",
    "loc_accuracy_m",
    "loc_reference_point",
    "loc_datum",
    "loc_source",
    "loc_date",
    "loc_original",
    "remarks",
]
KHMER = re.compile(r"[\u1780-\u17b3]")
STATUS = {"functional", "disused", "decommissioned", "projected", "underConstruction"}


@pytest.fixture
def good():
    """A row that follows the schema."""
    return {
        "factory_id": "KH-12-00014",
        "name_km": "រោងចក្រកាត់ដេរគំរូ ០១៤ ភ្នំពេញ",
        "name_en": "Demo Garment 014, Phnom Penh",
        "operator_id": "DEMO-OP-0007",
        "licence_no": "DEMO-FP-2021-00014",
        "permit_type": "factory_permit",
        "registration_status": "registered",
        "registration_date": dt.date(2021, 3, 15),
        "isic": "1410",
        "isic_other": "1391;1430",
        "size_class": "large",
        "size_definition_year": 2021,
        "employees": 820,
        "status": "functional",
        "status_from": dt.date(2021, 4, 1),
        "status_to": None,
        "province_code": "12",
        "district_code": "1210",
        "commune_code": None,
        "village_code": None,
        "admin_vintage": 2025,
        "park_id": None,
        "loc_method": "gps",
        "loc_accuracy_m": 8.0,
        "loc_reference_point": "entrance",
        "loc_datum": "EPSG:4326",
        "loc_source": "Field visit",
        "loc_date": "2024-05-20",
        "loc_original": "11.48355, 104.78433",
        "remarks": None,
    }


# -- the file -------------------------------------------------------------------------------------------------


def test_the_file_follows_its_own_schema(root):
    jsonschema = pytest.importorskip("jsonschema")
    folder = root / "data" / "schemas"
    meta = json.loads((folder / "register.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(meta)
    jsonschema.Draft7Validator(meta).validate(json.loads((folder / "register.json").read_text(encoding="utf-8")))


def test_fields_are_the_agreed_ones_in_order():
    assert list(load_schema().names) == CONTRACT


def test_every_title_is_in_english_and_khmer():
    schema = load_schema()
    titled = [schema, *schema.fields, *(item for field in schema.fields for item in field.values)]
    for part in titled:
        assert part.title_en.isascii(), part
        assert KHMER.search(part.title_km) or part.title_km.startswith("WGS 84 /"), part
    for field in schema.fields:
        assert field.description
        assert len({item.title_en for item in field.values}) == len(field.values)
        assert len({item.title_km for item in field.values}) == len(field.values)


def test_controlled_values_come_from_their_standards():
    schema = load_schema()
    assert set(schema.field("status").codes) == STATUS
    assert {"gps", "commune_centroid", "unknown"} <= set(schema.field("loc_method").codes)
    assert {"EPSG:32648", "EPSG:3148", "EPSG:4326"} <= set(schema.field("loc_datum").codes)
    assert set(schema.field("permit_type").codes) == {
        "factory_permit",
        "permitted_handicraft",
        "handicraft_registration",
    }
    schemes = {field.origin_scheme for field in schema.fields}
    assert schemes == {"INSPIRE PF", "EPA FRS", "national"}


def test_a_typical_accuracy_names_its_source(root):
    raw = json.loads((root / "data" / "schemas" / "register.json").read_text(encoding="utf-8"))
    for method in raw["value_lists"]["loc_method"]["values"]:
        assert (method["typical_accuracy_m"] is None) == (method["accuracy_source"] is None), method["code"]
        assert method["frs"], method["code"]


def test_examples_and_defaults_follow_their_own_field(good):
    for field in load_schema().fields:
        for value in [*field.examples, *([] if field.default is None else [field.default])]:
            row = dict.fromkeys(good)
            row[field.name] = value
            wrong = [p for p in validate_row(row) if p.field == field.name and p.rule != "required"]
            assert not wrong, wrong


def test_size_classes_leave_no_gap():
    years: dict[int, list] = {}
    for size in load_schema().sizes:
        years.setdefault(size.year, []).append(size)
    for classes in years.values():
        assert classes[0].employees_min == 0
        assert classes[-1].employees_max is None
        for lower, upper in zip(classes, classes[1:]):
            assert upper.employees_min == lower.employees_max + 1
    current = {size.code: (size.employees_min, size.employees_max) for size in years[2021]}
    assert (current["small"], current["medium"]) == ((5, 49), (50, 199))


def test_a_missing_or_broken_file_is_named(tmp_path):
    with pytest.raises(SchemaError, match="absent"):
        load_schema(str(tmp_path / "absent.json"))
    broken = tmp_path / "broken.json"
    broken.write_text('{\n"id": "x",,\n}')
    with pytest.raises(SchemaError, match=r"broken.*line 2"):
        load_schema(str(broken))
    short = tmp_path / "short.json"
    short.write_text("{}")
    with pytest.raises(SchemaError, match=r"short.*lacks"):
        load_schema(str(short))


def test_value_maps_in_both_languages():
    english, khmer = value_maps("en"), value_maps("km")
    assert english["status"]["Functional"] == "functional"
    assert khmer["status"]["កំពុងដំណើរការ"] == "functional"
    assert english.keys() == khmer.keys()
    for field in english:
        assert list(english[field].values()) == list(khmer[field].values()) == list(load_schema().field(field).codes)
    with pytest.raises(SchemaError, match="fr"):
        value_maps("fr")


def test_an_unknown_field_is_named():
    with pytest.raises(SchemaError, match="colour"):
        load_schema().field("colour")


# -- creating -------------------------------------------------------------------------------------------------


def test_an_empty_register_has_the_fields_types_and_crs(tmp_path):
    fiona = pytest.importorskip("fiona")
    path = create_register(tmp_path / "register.gpkg")
    with fiona.open(path, layer="factories") as source:
        assert len(source) == 0
        assert source.crs.to_epsg() == 32648
        assert source.schema["geometry"] == "Point"
        properties = source.schema["properties"]
    assert list(properties) == CONTRACT
    assert properties["isic"] == "str:5"
    assert properties["province_code"].startswith("str"), "a leading zero must survive"
    assert properties["employees"] == "int32"
    assert properties["loc_accuracy_m"] == "float"
    assert properties["registration_date"] == "date"
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (10300,)
    assert [file.name for file in tmp_path.iterdir()] == ["register.gpkg"]


def test_another_crs_layer_name_and_language(tmp_path):
    fiona = pytest.importorskip("fiona")
    path = create_register(tmp_path / "register.gpkg", crs="EPSG:3148", layer="rongchak", language="km")
    with fiona.open(path, layer="rongchak") as source:
        assert source.crs.to_epsg() == 3148
    with closing(sqlite3.connect(path)) as db:
        title = db.execute("SELECT title FROM gpkg_data_columns WHERE column_name = 'status'").fetchone()[0]
    assert title == load_schema().field("status").title_km


def test_qgis_offers_the_allowed_values(qgis_app, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsVectorLayer

    path = create_register(tmp_path / "register.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=factories", "register", "ogr")
    assert layer.isValid()
    assert [field.name() for field in layer.fields()][1:] == CONTRACT
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    definition = source.GetLayer(0).GetLayerDefn()
    for field in load_schema().fields:
        domain = definition.GetFieldDefn(definition.GetFieldIndex(field.name)).GetDomainName()
        assert domain == (field.name if field.values else "")
    domain = source.GetFieldDomain("status")
    assert domain.GetEnumeration()["functional"] == "Functional"


def test_a_register_takes_rows_and_gives_them_back(tmp_path, good):
    fiona = pytest.importorskip("fiona")
    path = create_register(tmp_path / "register.gpkg")
    properties = {name: str(value) if isinstance(value, dt.date) else value for name, value in good.items()}
    point = {"type": "Point", "coordinates": (476478.25, 1269455.5)}
    with fiona.open(path, "a", layer="factories") as sink:
        sink.write({"type": "Feature", "properties": properties, "geometry": point})
        sink.write({"type": "Feature", "properties": properties, "geometry": None})
    with fiona.open(path, layer="factories") as source:
        first, second = list(source)
    assert dict(first["properties"]) == properties
    assert tuple(first["geometry"]["coordinates"]) == point["coordinates"]
    assert second["geometry"] is None


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path):
    target = tmp_path / "register.gpkg"
    target.write_bytes(b"a year of work")
    with pytest.raises(SchemaError, match="already there"):
        create_register(target)
    assert target.read_bytes() == b"a year of work"
    create_register(target, overwrite=True)
    assert target.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("name", "crs", "says"),
    [
        ("register.shp", None, "gpkg"),
        ("absent/register.gpkg", None, "does not exist"),
        ("register.gpkg", "EPSG:nothing", "EPSG:nothing"),
    ],
)
def test_a_request_that_cannot_be_met_leaves_nothing(tmp_path, name, crs, says):
    pytest.importorskip("fiona")
    with pytest.raises(SchemaError, match=says):
        create_register(tmp_path / name, crs=crs)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_creation_leaves_nothing(tmp_path, monkeypatch):
    pytest.importorskip("fiona")

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_describe", interrupted)
    with pytest.raises(KeyboardInterrupt):
        create_register(tmp_path / "register.gpkg")
    assert list(tmp_path.iterdir()) == []


# -- checking -------------------------------------------------------------------------------------------------


def test_a_good_row_has_no_problem(good):
    assert validate_row(good) == []


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("factory_id", None, "required"),
        ("factory_id", "a b", "pattern"),
        ("isic", None, "required"),
        ("isic", " ", "required"),
        ("isic", 1410, "type"),
        ("isic", "1", "pattern"),
        ("isic", "14x0", "pattern"),
        ("isic", "9999", "reference"),
        ("isic_other", "1391,1430", "pattern"),
        ("isic_other", "1391;9999", "reference"),
        ("name_en", "x" * 161, "length"),
        ("status", "working", "value"),
        ("permit_type", "Factory permit", "value"),
        ("employees", -1, "range"),
        ("employees", 12.5, "type"),
        ("employees", True, "type"),
        ("loc_accuracy_m", -3.0, "range"),
        ("loc_accuracy_m", float("inf"), "type"),
        ("loc_accuracy_m", "8", "type"),
        ("registration_date", "15/03/2021", "type"),
        ("registration_date", "2021-02-30", "type"),
        ("status_to", dt.date(2020, 1, 1), "order"),
        ("province_code", "5", "pattern"),
        ("province_code", "26", "reference"),
        ("district_code", "0502", "within"),
        ("village_code", "12100101", None),
        ("size_class", "small", "size"),
        ("admin_vintage", 1900, "range"),
    ],
)
def test_a_wrong_value_is_named(good, field, value, rule):
    good[field] = value
    problems = validate_row(good)
    # A wrong province is not the district's province either.
    named = [(problem.field, problem.rule) for problem in problems if problem.field == field or rule is None]
    assert named == ([(field, rule)] if rule else [])
    for problem in problems:
        assert problem.expected
        assert problem.field in str(problem)


def test_codes_of_another_year_are_not_looked_up(good):
    good.update(admin_vintage=2011, province_code="03", district_code="0399")
    assert validate_row(good) == []
    good["admin_vintage"] = 2025
    assert [(p.field, p.rule) for p in validate_row(good)] == [("district_code", "reference")]


def test_a_class_above_that_of_the_staff_is_fine(good):
    good.update(employees=12, size_class="medium")
    assert validate_row(good) == []


def test_the_fifth_digit_is_ignored(good):
    good["isic"] = "14107"
    assert validate_row(good) == []


@pytest.mark.parametrize("isic", ["14", "141", "1410", "14109", "01"])
def test_two_to_five_digits_are_accepted(good, isic):
    good["isic"] = isic
    assert validate_row(good) == []


def test_a_frame_reports_rows_duplicates_and_missing_fields(good):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([good, {**good, "status": "??"}, {**good, "factory_id": "KH-12-00015"}], index=[7, 8, 9])
    frame = frame.drop(columns="remarks")
    frame["employees"] = pandas.array([820, 820, None], dtype="Int64")
    problems = validate_frame(frame)
    assert [(p.row, p.field, p.rule) for p in problems] == [
        (8, "status", "value"),
        (None, "remarks", "missing field"),
        (8, "factory_id", "unique"),
    ]
    assert problems[0].factory_id == "KH-12-00014"
    assert "row 7" in problems[2].expected


def test_missing_in_every_spelling():
    pandas, numpy = pytest.importorskip("pandas"), pytest.importorskip("numpy")
    missing = (None, float("nan"), numpy.nan, numpy.float32("nan"), pandas.NA, pandas.NaT, "", "  ")
    assert all(is_missing(value) for value in missing)
    assert not any(is_missing(value) for value in (0, False, "0", 0.0, dt.date(2020, 1, 1)))


def test_dates_of_pandas_and_integers_with_gaps_are_accepted(good):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([good, {**good, "factory_id": "KH-12-2", "employees": None, "status_from": None}])
    frame["status_from"] = pandas.to_datetime(frame["status_from"])
    assert frame["employees"].dtype == float
    assert validate_frame(frame) == []


# -- documentation --------------------------------------------------------------------------------------------


def test_the_documented_fields_are_those_of_the_schema(root):
    page = root / "docs" / "register.md"
    begin, end = "<!-- fields: begin -->\n", "<!-- fields: end -->"
    head, rest = page.read_text(encoding="utf-8").split(begin)
    _, tail = rest.split(end)
    wanted = f"{head}{begin}{fields_as_markdown()}{end}{tail}"
    if os.environ.get("UPDATE_DOCS"):
        page.write_text(wanted, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == wanted, "run with UPDATE_DOCS=1 to rewrite docs/register.md"


def test_the_documented_size_classes_are_those_of_the_schema(root):
    text = (root / "docs" / "register.md").read_text(encoding="utf-8")
    for size in load_schema().sizes:
        if size.year == 2021:
            span = f"{size.employees_min} " + ("and more" if size.employees_max is None else f"to {size.employees_max}")
            assert f"| 2021 | {size.code} | {span} |" in text


# -- the algorithm --------------------------------------------------------------------------------------------


def test_the_algorithm_creates_a_register(run, tmp_path):
    target = tmp_path / "new.gpkg"
    results = run("create_register", {"OUTPUT": str(target), "CRS": "EPSG:32648", "LANGUAGE": 1})
    assert results["FIELDS"] == len(CONTRACT)
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("SELECT table_name, srs_id FROM gpkg_contents").fetchone() == ("factories", 32648)
        stored = db.execute("SELECT title FROM gpkg_data_columns WHERE column_name = 'isic'").fetchone()[0]
    assert stored == load_schema().field("isic").title_km


def test_the_algorithm_refuses_what_it_cannot_do(run, tmp_path):
    from qgis.core import QgsProcessingException

    target = tmp_path / "old.gpkg"
    target.write_bytes(b"a year of work")
    with pytest.raises(QgsProcessingException, match="already there"):
        run("create_register", {"OUTPUT": str(target)})
    assert target.read_bytes() == b"a year of work"
    with pytest.raises(QgsProcessingException, match=r"\.gpkg"):
        run("create_register", {"OUTPUT": str(tmp_path / "old.shp")})
    with pytest.raises(QgsProcessingException, match="EPSG:nothing"):
        run("create_register", {"OUTPUT": str(tmp_path / "other.gpkg"), "CRS": "EPSG:nothing"})
    run("create_register", {"OUTPUT": str(target), "OVERWRITE": True})
    assert target.read_bytes().startswith(b"SQLite")


def test_the_algorithm_runs_in_the_real_binary(qgis_process, tmp_path):
    target = tmp_path / "real.gpkg"
    done = qgis_process("run", "factory:create_register", f"--OUTPUT={target}")
    assert done.returncode == 0, done.stderr
    assert "double free" not in done.stderr
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("SELECT count(*) FROM gpkg_data_columns").fetchone() == (len(CONTRACT),)
