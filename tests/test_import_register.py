"""import_register: what becomes of each row, on tables small enough to count by hand."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factory_locations.processing.paths import MAPPINGS
from factory_locations.tests import layers as L
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

PROFILE = """profile: own
version: "1"
title: {en: Own}
key: factory_id
fields:
  factory_id: Id
  name_en: Name
  isic: Isic
  employees: {from: Workers, wrong: empty}
  status: State
coordinates: {first: Lat, second: Lon, order: lat_lon}
admin: {province: Province}
defaults: {registration_status: registered, status: functional, loc_source: List 2024}
"""
COLUMNS = ("Id", "Name", "Isic", "Workers", "State", "Lat", "Lon", "Province")
ROWS = [
    ("F-01", "Alpha", "1410", "120", "Functional", "11.554823", "104.921234", "Phnom Penh"),
    ("F-02", "Beta", "0112", "N/A", "", "104.921300", "11.554900", "05"),
    ("F-03", "Gamma", "1071", "many", "disused", "here", "there", "Kampot"),
]


class Desk:
    """A folder with a profile, a source and what the runs make of them."""

    def __init__(self, run, folder: Path) -> None:
        self.run, self.folder = run, folder
        self.runs = 0
        self.register = folder / "register.gpkg"

    def profile(self, text: str = PROFILE) -> str:
        path = self.folder / "own.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    def source(self, rows, columns=COLUMNS, name="list.csv") -> str:
        buffer = io.StringIO()
        csv.writer(buffer).writerows([columns, *rows])
        path = self.folder / name
        path.write_text(buffer.getvalue(), encoding="utf-8")
        return str(path)

    def imported(self, source: str, profile: str | None = None, feedback=None, **more) -> dict:
        """Import into a new register the first time, into the same one afterwards."""
        self.runs += 1
        self.report = self.folder / f"report{self.runs}.gpkg"
        place = {"REGISTER": str(self.register)} if self.register.exists() else {"OUTPUT": str(self.register)}
        given = {"INPUT": source, "PROFILE": profile or self.profile(), "REPORT": str(self.report), **place, **more}
        return self.run("import_register", given, feedback=feedback)

    def counts(self, results: dict) -> tuple[int, ...]:
        return tuple(results[name] for name in ("ROWS_READ", "NEW", "UPDATED", "UNCHANGED", "REJECTED"))

    def rows(self, table: str, columns: str, path: Path | None = None) -> list[tuple]:
        with closing(sqlite3.connect(path or self.report)) as connection:
            return connection.execute(f"SELECT {columns} FROM {table} ORDER BY fid").fetchall()

    def edit(self, factory: str, point: tuple[float, float] | None = None, **values) -> None:
        """Change a factory of the register as an officer does in QGIS."""
        from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer

        layer = QgsVectorLayer(f"{self.register}|layername=factories", "f", "ogr")
        key = next(feature.id() for feature in layer.getFeatures() if feature["factory_id"] == factory)
        fields = layer.fields()
        layer.dataProvider().changeAttributeValues({key: {fields.indexOf(k): v for k, v in values.items()}})
        if point:
            layer.dataProvider().changeGeometryValues({key: QgsGeometry.fromPointXY(QgsPointXY(*point))})

    def factories(self) -> dict[str, dict]:
        """The register by factory id, with the WKT of the point."""
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(f"{self.register}|layername=factories", "f", "ogr")
        names = layer.fields().names()
        found = {}
        for feature in layer.getFeatures():
            values = {name: value if value else None for name, value in zip(names, feature.attributes())}
            geometry = feature.geometry()
            values["point"] = None if geometry.isNull() else (geometry.asPoint().x(), geometry.asPoint().y())
            found[values["factory_id"]] = values
        return found


@pytest.fixture
def desk(run, tmp_path):
    return Desk(run, tmp_path)


def test_a_new_register(desk):
    results = desk.imported(desk.source(ROWS), SUMMARY=str(desk.folder / "s.json"))
    assert desk.counts(results) == (3, 3, 0, 0, 0)
    factories = desk.factories()
    first, second, third = (factories[name] for name in ("F-01", "F-02", "F-03"))
    assert (first["name_en"], first["isic"], first["employees"], first["status"]) == (
        "Alpha",
        "1410",
        120,
        "functional",
    )
    assert first["loc_original"] == "11.554823, 104.921234"
    assert (first["loc_datum"], first["loc_method"], first["loc_source"]) == ("EPSG:4326", "unknown", "List 2024")
    assert (first["province_code"], first["admin_vintage"]) == ("12", 2025)
    assert first["point"] == pytest.approx((491_412, 1_277_350), abs=200)
    assert abs(second["point"][0] - first["point"][0]) < 20  # swapped, and read all the same
    assert (second["status"], second["employees"], second["province_code"]) == ("functional", None, "05")
    assert third["point"] is None
    assert third["loc_original"] == "here, there"
    assert desk.rows("changes", "row, factory_id, field, kind") == [
        (2, "F-01", "*", "new"),
        (3, "F-02", "*", "new"),
        (4, "F-03", "*", "new"),
    ]
    assert desk.rows("notices", "row, factory_id, field, kind, value") == [
        (3, "F-02", "geometry", "swapped", "104.921300, 11.554900"),
        (3, "F-02", "employees", "null token", "N/A"),
        (4, "F-03", "geometry", "unreadable coordinate", "here, there"),
        (4, "F-03", "employees", "left empty", "many"),
    ]
    summary = json.loads((desk.folder / "s.json").read_text(encoding="utf-8"))
    assert summary["rows"] == {
        "read": 3, "new": 3, "updated": 0, "unchanged": 0, "rejected": 0, "new_without_place": 1,
        "without_accuracy": 2,
    }  # fmt: skip
    assert "Rows read: 3 = new 3 + updated 0 + unchanged 0 + rejected 0." in desk.run.feedback.info


def test_the_same_source_again_changes_nothing(desk):
    source = desk.source(ROWS)
    desk.imported(source)
    before = desk.factories()
    assert desk.counts(desk.imported(source)) == (3, 0, 0, 3, 0)
    assert desk.factories() == before
    assert desk.rows("changes", "factory_id, field, kind") == [(f"F-0{i}", "*", "unchanged") for i in (1, 2, 3)]


def test_only_what_differs_is_changed_and_logged(desk):
    desk.imported(desk.source(ROWS))
    desk.edit("F-01", remarks="visited")  # an officer's own work since
    desk.edit("F-02", loc_source="Field visit")
    changed = [
        ("F-01", "Alpha Two", "1410", "", "Functional", "11.554823", "104.921234", "Phnom Penh"),
        ROWS[1],
        ("F-03", "Gamma", "1071", "many", "disused", "10.6", "104.18", "Kampot"),
        ("F-04", "Delta", "1410", "5", "", "", "", "Kep"),
    ]
    results = desk.imported(desk.source(changed), WHO="Sok")
    assert desk.counts(results) == (4, 1, 2, 1, 0)
    changes = desk.rows("changes", "factory_id, field, old, new, kind")
    assert changes[0] == ("F-01", "name_en", "Alpha", "Alpha Two", "updated")
    assert ("F-03", "loc_original", "here, there", "10.6, 104.18", "updated") in changes
    assert next(new for factory, field, _, new, _ in changes if (factory, field) == ("F-03", "geometry")).startswith(
        "POINT"
    )
    factories = desk.factories()
    assert factories["F-01"]["employees"] == 120  # empty in the source: kept
    assert factories["F-01"]["remarks"] == "visited"
    assert factories["F-02"]["loc_source"] == "Field visit"  # a default is for new factories
    with closing(sqlite3.connect(desk.register)) as connection:
        audit = connection.execute("SELECT who, action, factory_id, field, batch_id FROM audit").fetchall()
    assert ("Sok", "import", "F-01", "name_en", results["BATCH"]) in audit
    assert {row[2] for row in audit} == {"F-01", "F-03", "F-04"}


def test_empty_values_erase_only_where_the_profile_says_so(desk):
    desk.imported(desk.source(ROWS))
    empty = [("F-01", "", "", "", "", "", "", "")]
    assert desk.counts(desk.imported(desk.source(empty))) == (1, 0, 0, 1, 0)
    results = desk.imported(desk.source(empty), desk.profile("empty: erase\n" + PROFILE))
    assert desk.counts(results) == (1, 0, 1, 0, 0)
    first = desk.factories()["F-01"]
    assert (first["name_en"], first["employees"]) == (None, None)
    assert (first["isic"], first["status"], first["province_code"]) == ("1410", "functional", "12")  # required
    assert first["point"] is not None


def test_a_corrected_point_is_not_taken_back_by_the_old_source(desk):
    source = desk.source(ROWS)
    desk.imported(source)
    desk.edit("F-02", (490_000, 1_270_000))
    assert desk.counts(desk.imported(source)) == (3, 0, 0, 3, 0)
    assert desk.factories()["F-02"]["point"] == (490_000, 1_270_000)
    assert ("F-02", "place kept") in desk.rows("notices", "factory_id, kind")


ONE = ("F-01", "Alpha", "1410", "120", "Functional", "11.554800", "104.921200", "Phnom Penh")
HERE = (490_000.0, 1_270_000.0)


@pytest.mark.parametrize(
    "spelled",
    [
        ("11.5548", "104.9212"),
        ("11,554800", "104,921200"),
        ("104.9212", "11.5548"),
        ("11°33'17.28\"N", "104°55'16.32\"E"),
        ("11.5548001", "104.9212001"),
        ("11.555", "104.921"),
    ],
)
def test_a_corrected_point_is_not_taken_back_by_another_spelling(desk, spelled):
    desk.imported(desk.source([ONE]))
    desk.edit("F-01", HERE)
    results = desk.imported(desk.source([(*ONE[:5], *spelled, ONE[7])]))
    assert desk.counts(results) == (1, 0, 0, 1, 0)
    assert desk.factories()["F-01"]["point"] == HERE
    assert ("F-01", "place kept") in desk.rows("notices", "factory_id, kind")


def test_a_new_coordinate_moves_a_corrected_point_and_finer_digits_move_one_that_nobody_touched(desk):
    desk.imported(desk.source([(*ONE[:5], "11.55", "104.92", ONE[7])]))
    assert desk.counts(desk.imported(desk.source([ONE]))) == (1, 0, 1, 0, 0)
    fine = desk.factories()["F-01"]
    assert fine["loc_original"] == "11.554800, 104.921200"
    desk.edit("F-01", HERE)
    assert desk.counts(desk.imported(desk.source([(*ONE[:5], "11.6", "104.8", ONE[7])]))) == (1, 0, 1, 0, 0)
    assert desk.factories()["F-01"]["loc_original"] == "11.6, 104.8"


def test_a_point_that_was_corrected_for_its_datum_stays(desk):
    """The officer found the numbers to be Indian 1960: the same list, which says WGS 84, must not move it back."""
    desk.imported(desk.source([ONE]))
    before = desk.factories()["F-01"]["point"]
    moved = (before[0] - 419, before[1] + 323)
    for row in (ONE, (*ONE[:5], "11.5548", "104.9212", ONE[7])):
        desk.edit("F-01", moved, loc_datum="EPSG:4131")
        assert desk.counts(desk.imported(desk.source([row]))) == (1, 0, 0, 1, 0)
        assert desk.factories()["F-01"]["point"] == moved
        assert desk.factories()["F-01"]["loc_datum"] == "EPSG:4131"


GEOMETRY = """profile: own
version: "1"
title: {en: Own}
key: factory_id
fields: {factory_id: Id, isic: Isic}
coordinates: {geometry: true}
defaults: {registration_status: registered, status: functional, province_code: "12"}
"""


@pytest.mark.parametrize(
    ("crs", "first", "again"),
    [
        ("EPSG:4326", "104.921234 11.554823", "104.92123400000001 11.554823"),
        ("EPSG:3857", "11679778.5 1295100.25", "11679778.500000002 1295100.25"),
    ],
)
def test_last_bits_of_a_geometry_take_no_corrected_point_back(desk, crs, first, again):
    def layer(point):
        return L.layer("Point", (("Id", "text"), ("Isic", "text")), [(f"POINT ({point})", "F-01", "1410")], crs=crs)

    desk.imported(layer(first), desk.profile(GEOMETRY))
    desk.edit("F-01", HERE)
    assert desk.counts(desk.imported(layer(again), desk.profile(GEOMETRY))) == (1, 0, 0, 1, 0)
    assert desk.factories()["F-01"]["point"] == HERE


def test_a_point_that_an_officer_removed_stays_away(desk):
    from qgis.core import QgsGeometry, QgsVectorLayer

    desk.imported(desk.source([ONE]))
    layer = QgsVectorLayer(f"{desk.register}|layername=factories", "f", "ogr")
    layer.dataProvider().changeGeometryValues({feature.id(): QgsGeometry() for feature in layer.getFeatures()})
    del layer
    for row in (ONE, (*ONE[:5], "11.5548", "104.9212", ONE[7])):
        assert desk.counts(desk.imported(desk.source([row]))) == (1, 0, 0, 1, 0)
        assert desk.factories()["F-01"]["point"] is None
        kinds = desk.rows("notices", "kind, notice")
        assert any(kind == "place kept" and "removed since" in told for kind, told in kinds)
    results = desk.imported(desk.source([(*ONE[:5], "11.6", "104.8", ONE[7])]))
    assert desk.counts(results) == (1, 0, 1, 0, 0)
    assert desk.factories()["F-01"]["point"] is not None


def test_what_is_said_of_a_place_stays_with_it(desk):
    body = PROFILE.replace(
        "  status: State", "  status: State\n  loc_method: Method\n  loc_accuracy_m: Acc\n  loc_source: Src"
    )
    columns = (*COLUMNS, "Method", "Acc", "Src")
    row = (*ONE, "map", "500", "List")
    desk.imported(desk.source([row], columns), desk.profile(body))
    desk.edit("F-01", HERE, loc_method="gps", loc_accuracy_m=4.0, loc_source="Visit")
    before = desk.factories()["F-01"]
    assert desk.counts(desk.imported(desk.source([row], columns), desk.profile(body))) == (1, 0, 0, 1, 0)
    nowhere = (*row[:5], "", "", *row[7:])  # and so without a place in the row
    assert desk.counts(desk.imported(desk.source([nowhere], columns), desk.profile(body))) == (1, 0, 0, 1, 0)
    assert desk.factories()["F-01"] == before
    moved = (*row[:5], "11.6", "104.8", *row[7:])
    desk.imported(desk.source([moved], columns), desk.profile(body))
    after = desk.factories()["F-01"]
    assert (after["loc_method"], after["loc_accuracy_m"], after["loc_source"]) == ("map", 500.0, "List")


def place_of(desk, factory="F-01") -> tuple:
    one = desk.factories()[factory]
    day = one["loc_date"] and one["loc_date"].toString("yyyy-MM-dd")
    return one["loc_method"], one["loc_accuracy_m"], day, one["loc_reference_point"], one["loc_source"]


def test_a_new_place_is_not_described_by_the_old_one(desk):
    from qgis.PyQt.QtCore import QDate

    desk.imported(desk.source([ONE]))
    visit = {"loc_method": "gps", "loc_accuracy_m": 4.0, "loc_reference_point": "gate", "loc_source": "Visit"}
    desk.edit("F-01", loc_date=QDate(2020, 1, 1), **visit)
    assert desk.counts(desk.imported(desk.source([(*ONE[:3], "130", *ONE[4:])]))) == (1, 0, 1, 0, 0)
    assert place_of(desk) == ("gps", 4.0, "2020-01-01", "gate", "Visit")  # nothing new about the place
    moved = (*ONE[:5], "11.700001", "104.600001", ONE[7])
    assert desk.counts(desk.imported(desk.source([moved]))) == (1, 0, 1, 0, 0)
    assert place_of(desk) == ("unknown", None, None, None, "List 2024")
    assert ("loc_method", "gps", "unknown") in desk.rows("changes", "field, old, new")
    desk.edit("F-01", loc_date=QDate(2020, 1, 1), **visit)
    body = PROFILE.replace("  status: State", "  status: State\n  loc_method: Method").replace(
        ", loc_source: List 2024", ""
    )
    for place, method in (("11.8", "commune_centroid"), ("11.9", "")):
        row = (*ONE[:5], place, "104.600001", ONE[7], method)
        desk.imported(desk.source([row], (*COLUMNS, "Method")), desk.profile(body))
        assert place_of(desk)[0] == (method or "unknown")
        assert place_of(desk)[2:] == (None, None, None)


def test_the_first_place_of_a_factory_is_described_by_its_source(desk):
    desk.imported(desk.source([(*ONE[:5], "", "", ONE[7])]))
    desk.edit("F-01", loc_method="gps", loc_accuracy_m=4.0)
    assert desk.counts(desk.imported(desk.source([ONE]))) == (1, 0, 1, 0, 0)
    assert place_of(desk)[:2] == ("unknown", None)


def test_an_export_of_the_register_takes_no_corrected_point_back(desk):
    body = PROFILE.replace("  status: State", "  status: State\n  loc_original: Orig").replace(
        "order: lat_lon", "order: x_y, datum: EPSG:32648"
    )
    columns = (*COLUMNS, "Orig")

    def exported(x, y):
        row = (*ONE[:5], str(x), str(y), ONE[7], "11.554800, 104.921200")
        return desk.counts(desk.imported(desk.source([row], columns), desk.profile(body)))

    desk.imported(desk.source([ONE]))
    x, y = desk.factories()["F-01"]["point"]
    assert exported(x, y) == (1, 0, 0, 1, 0)
    desk.edit("F-01", HERE)
    assert exported(x, y) == (1, 0, 0, 1, 0)
    assert desk.factories()["F-01"]["point"] == HERE
    assert ("F-01", "place kept") in desk.rows("notices", "factory_id, kind")
    assert exported(491_000.5, 1_271_000.5) == (1, 0, 1, 0, 0)  # corrected in the table itself
    assert desk.factories()["F-01"]["point"] == pytest.approx((491_000.5, 1_271_000.5), abs=0.001)


def test_what_cannot_be_read_erases_nothing(desk):
    columns, erase = (*COLUMNS, "District", "Commune"), "empty: erase\n" + UNITS
    desk.imported(desk.source([(*ONE, "1205", "120501")], columns), desk.profile(UNITS))
    wrong = (*ONE[:3], "many", *ONE[4:], "Blorg", "Blarg")
    assert desk.counts(desk.imported(desk.source([wrong], columns), desk.profile(erase))) == (1, 0, 0, 1, 0)
    assert (desk.factories()["F-01"]["employees"], *codes(desk)) == (120, "12", "1205", "120501")
    nothing = (*ONE[:3], "", *ONE[4:], "", "")
    desk.imported(desk.source([nothing], columns), desk.profile(erase))
    assert (desk.factories()["F-01"]["employees"], *codes(desk)) == (None, "12", None, None)


def test_a_new_factory_has_units_of_one_place(desk):
    body = PROFILE.replace("admin: {province: Province}\n", "").replace(
        "  status: State", "  status: State\n  province_code: Province\n  district_code: D\n  commune_code: C"
    )
    columns = (*COLUMNS, "D", "C")
    for _ in range(2):  # new, and again
        desk.imported(desk.source([(*ONE[:7], "12", "0501", "210101")], columns), desk.profile(body))
        assert codes(desk) == ("12", None, None)
        notices = desk.rows("notices", "field, kind, value")
        assert ("district_code", "unit left out", "0501") in notices
        assert ("commune_code", "unit left out", "210101") in notices
    more = desk.source([("F-02", *ONE[1:7], "12", "0501", "120101")], columns)
    assert desk.counts(desk.imported(more, desk.profile(body))) == (1, 1, 0, 0, 0)
    one = desk.factories()["F-02"]
    assert (one["district_code"], one["commune_code"]) == (None, "120101")


UNITS = PROFILE.replace("{province: Province}", "{province: Province, district: District, commune: Commune}")


def codes(desk) -> tuple:
    one = desk.factories()["F-01"]
    return one["province_code"], one["district_code"], one["commune_code"]


def test_units_of_two_provinces_are_never_in_one_record(desk):
    columns = (*COLUMNS, "District", "Commune")

    def imported(*units):
        row = (*ONE[:7], *units)
        return desk.counts(desk.imported(desk.source([row], columns), desk.profile(UNITS)))

    assert imported("12", "1205", "120501") == (1, 1, 0, 0, 0)
    assert imported("Takeo", "Samraong", "Nowhere") == (1, 0, 1, 0, 0)
    assert codes(desk) == ("21", "2107", None)
    notices = desk.rows("notices", "factory_id, field, kind, value")
    assert ("F-01", "commune_code", "unit left out", "120501") in notices
    assert ("commune_code", "120501", None) in desk.rows("changes", "field, old, new")
    assert imported("Kandal", "", "") == (1, 0, 1, 0, 0)
    assert codes(desk) == ("08", None, None)
    assert imported("Kandal", "", "") == (1, 0, 0, 1, 0)


def test_a_district_outside_the_register_s_province_is_not_taken(desk):
    desk.imported(desk.source([(*ONE[:7], "12")]))
    desk.edit("F-01", district_code="1205")
    body = PROFILE.replace("{province: Province}", "{district: Province}")
    assert desk.counts(desk.imported(desk.source([(*ONE[:7], "0801")]), desk.profile(body))) == (1, 0, 0, 1, 0)
    assert codes(desk) == ("12", "1205", None)
    assert ("district_code", "unit left out", "0801") in desk.rows("notices", "field, kind, value")


BAD = [
    ("", "No id", "1410", "", "", "11.5", "104.9", "12"),
    ("F-11", "Good", "1410", "", "", "11.5", "104.9", "12"),
    ("F-11", "Twice", "1410", "", "", "11.5", "104.9", "12"),
    ("F-12", "No isic", "", "", "", "11.5", "104.9", "12"),
    ("F-13", "Bad state", "1410", "", "half open", "11.5", "104.9", "12"),
    ("F-14", "No such province", "1410", "", "", "11.5", "104.9", "Atlantis"),
    ("F-15", "Outside", "1410", "", "", "48.2", "16.4", "12"),
]


def test_a_row_that_cannot_be_used_does_not_stand_in_the_way_of_another_with_its_key(desk):
    wrong = ("F-11", "Bad", "C1410", "", "", "11.5", "104.9", "12")
    source = desk.source([wrong, BAD[1]])
    assert desk.counts(desk.imported(source)) == (2, 1, 0, 0, 1)
    assert desk.counts(desk.imported(source)) == (2, 0, 0, 1, 1)


def test_rejects_say_why_and_keep_everything(desk):
    results = desk.imported(desk.source(BAD))
    assert desk.counts(results) == (7, 2, 0, 0, 5)
    rejects = desk.rows("rejects", 'row, reasons, "values"')
    reasons = {row: why for row, why, _ in rejects}
    assert sorted(reasons) == [2, 4, 5, 6, 7]
    assert reasons[2].startswith("no factory_id")
    assert "factory_id “F-11” stands in row 3 already" in reasons[4]
    assert "isic is missing, and the profile has no default" in reasons[5]
    assert "status: “half open” is none of: functional" in reasons[6]
    assert "province_code is missing" in reasons[7]
    assert "Atlantis" in reasons[7]
    assert json.loads(rejects[0][2]) == dict(zip(COLUMNS, BAD[0]))
    assert desk.factories()["F-15"]["point"] is None
    assert desk.factories()["F-15"]["loc_original"] == "48.2, 16.4"


def test_a_row_with_too_many_values_is_rejected(desk):
    results = desk.imported(desk.source([(*ROWS[0], "and more")]))
    assert desk.counts(results) == (1, 0, 0, 0, 1)
    assert "more values than there are columns" in desk.rows("rejects", "reasons")[0][0]


def test_a_quotation_mark_that_is_not_closed_costs_its_own_row_alone(desk):
    path = Path(desk.source(ROWS))
    path.write_text(path.read_text(encoding="utf-8").replace("Alpha", '"Alpha'), encoding="utf-8")
    assert desk.counts(desk.imported(str(path))) == (3, 2, 0, 0, 1)
    row, why, values = desk.rows("rejects", 'row, reasons, "values"')[0]
    assert (row, why) == (2, "a quotation mark is not closed in row 2: take it out, or write two")
    assert json.loads(values) == {**dict(zip(COLUMNS, ROWS[0])), "Name": '"Alpha'}


LICENCES = PROFILE.replace(
    "key: factory_id", "key: licence_no\nids: {pattern: 'KH-{province}-{number}', digits: 4}"
).replace("  factory_id: Id", "  licence_no: Id")


def test_a_key_of_the_source_and_ids_that_are_made(desk):
    profile = desk.profile(LICENCES)
    rows = [
        (f"L{i}", f"N{i}", "1410", "", "", "11.5", "104.9", province) for i, province in enumerate(["12", "07", "12"])
    ]
    assert desk.counts(desk.imported(desk.source(rows), profile)) == (3, 3, 0, 0, 0)
    ids = {values["licence_no"]: factory for factory, values in desk.factories().items()}
    assert ids == {"L0": "KH-12-0001", "L1": "KH-07-0001", "L2": "KH-12-0002"}
    again = [("L2", "Renamed", *rows[2][2:]), ("L9", "New", *rows[0][2:])]
    assert desk.counts(desk.imported(desk.source(again), profile)) == (2, 1, 1, 0, 0)
    factories = desk.factories()
    assert factories["KH-12-0002"]["name_en"] == "Renamed"
    assert factories["KH-12-0003"]["licence_no"] == "L9"
    desk.edit("KH-12-0001", licence_no="L2")
    assert desk.counts(desk.imported(desk.source(again[:1]), profile)) == (1, 0, 0, 0, 1)
    assert "2 factories of the register have licence_no “L2”" in desk.rows("rejects", "reasons")[0][0]


def keyed(*keys):
    return [(key, "A", "1410", "1", "", "11.554823", "104.921234", "Phnom Penh") for key in keys]


def test_one_key_in_several_spellings_is_one_factory(desk):
    results = desk.imported(desk.source(keyed("F-01", "f-01", "F- 01", "F\u201101", "F-02")))
    assert desk.counts(results) == (5, 2, 0, 0, 3)
    assert set(desk.factories()) == {"F-01", "F-02"}
    reasons = [why for (why,) in desk.rows("rejects", "reasons")]
    assert reasons[0] == "factory_id “f-01” stands in row 2 already, spelled “F-01”"
    assert desk.rows("notices", "kind") == []


def test_the_register_keeps_its_spelling_of_a_key(desk):
    profile = desk.profile(LICENCES)
    desk.imported(desk.source(keyed("LIC 001", "12")), profile)
    ids = {values["licence_no"]: factory for factory, values in desk.factories().items()}
    again = [("lic-001", "A Two", *keyed("x")[0][2:]), ("12.0", *keyed("x")[0][1:])]
    assert desk.counts(desk.imported(desk.source(again), profile)) == (2, 0, 1, 1, 0)
    factories = desk.factories()
    assert {values["licence_no"]: factory for factory, values in factories.items()} == ids
    assert factories[ids["LIC 001"]]["name_en"] == "A Two"
    assert desk.rows("notices", "row, factory_id, field, kind, value") == [
        (2, ids["LIC 001"], "licence_no", "spelled otherwise", "lic-001"),
        (3, ids["12"], "licence_no", "spelled otherwise", "12.0"),
    ]


def test_keys_that_differ_by_leading_zeros_are_told(desk):
    profile = desk.profile(LICENCES)
    desk.imported(desk.source(keyed("0012", "7", "007")), profile)
    assert desk.rows("notices", "row, kind, value, notice") == [
        (4, "looks like", "007", "“007” looks like “7” of row 3; they were taken for two factories")
    ]
    again = desk.source(keyed("12", "7", "8"))
    assert desk.counts(desk.imported(again, profile)) == (3, 2, 0, 1, 0)
    assert desk.rows("notices", "row, kind, notice") == [
        (2, "looks like", "“12” looks like “0012” of the register; they were taken for two factories")
    ]


def test_a_register_with_two_spellings_of_a_key_keeps_both(desk):
    desk.imported(desk.source(keyed("F-01", "F-02")))
    desk.edit("F-02", factory_id="f-01")
    rows = [("F-01", "A One", *keyed("x")[0][2:]), ("f-01", "A Two", *keyed("x")[0][2:]), *keyed("F/01")]
    assert desk.counts(desk.imported(desk.source(rows))) == (3, 0, 2, 0, 1)
    assert {factory: values["name_en"] for factory, values in desk.factories().items()} == {
        "F-01": "A One",
        "f-01": "A Two",
    }
    assert "2 factories of the register have factory_id “F/01”" in desk.rows("rejects", "reasons")[0][0]


def test_an_id_that_another_factory_has_in_another_spelling_is_taken(desk):
    body = LICENCES.replace("  licence_no: Id", "  licence_no: Id\n  factory_id: State").replace(
        "  status: State\n", ""
    )
    rows = [("L1", "A", "1410", "1", "F-01", *ONE[5:]), ("L2", "A", "1410", "1", "f-01", *ONE[5:])]
    assert desk.counts(desk.imported(desk.source(rows), desk.profile(body))) == (2, 1, 0, 0, 1)
    rows = [("L3", "A", "1410", "1", "f/01", *ONE[5:])]
    assert desk.counts(desk.imported(desk.source(rows), desk.profile(body))) == (1, 0, 0, 0, 1)
    assert "is another factory's in the register" in desk.rows("rejects", "reasons")[0][0]


def test_a_trial_leaves_the_register_alone(desk):
    desk.imported(desk.source(ROWS))
    before = desk.register.read_bytes()
    results = desk.imported(desk.source([("F-01", "Other", *ROWS[0][2:])]), DRY_RUN=True)
    assert desk.counts(results) == (1, 0, 1, 0, 0)
    assert desk.register.read_bytes() == before
    assert desk.rows("changes", "field, new, kind") == [("name_en", "Other", "updated")]


def exported(register: Path, target: Path) -> str:
    """Export a register as an officer does: save as CSV with AS_XY."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "CSV"
    options.layerOptions = ["GEOMETRY=AS_XY"]
    layer = QgsVectorLayer(f"{register}|layername=factories", "f", "ogr")
    options.attributes = [i for i, name in enumerate(layer.fields().names()) if name != "fid"]
    done = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(target), QgsCoordinateTransformContext(), options)
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
    return str(target)


def test_a_register_comes_back_whole_from_csv(desk, demo_gpkg, tmp_path):
    """The demo register has every field in use; its seeded faults, ids used twice and gaps, cannot come in again."""
    out = exported(demo_gpkg, tmp_path / "export.csv")
    read, new, _, _, rejected = desk.counts(desk.imported(out, str(MAPPINGS / "register.yaml")))
    reasons = [why for (why,) in desk.rows("rejects", "reasons")]
    assert read == new + rejected
    assert all("isic is missing" in why or "already" in why for why in reasons)
    again = desk.factories()
    desk.register = demo_gpkg
    demo = desk.factories()
    left = {factory for factory, values in demo.items() if values["isic"] is None}
    assert set(again) == set(demo) - left
    assert len(reasons) == len(left) + 2
    twice = {"KH-05-00004", "KH-12-00005"}  # of these the first row is taken, and `demo` has the last
    for factory, mine in again.items():
        values = demo[factory]
        if factory in twice:
            continue
        point, my_point = values.pop("point"), mine.pop("point")
        assert (point is None) == (my_point is None)
        if point:
            assert my_point == pytest.approx(point, abs=1e-6)
        assert {k: v for k, v in mine.items() if k != "fid"} == {k: v for k, v in values.items() if k != "fid"}


def test_a_register_s_own_export_changes_nothing_in_it(desk, demo_gpkg, tmp_path):
    desk.register.write_bytes(demo_gpkg.read_bytes())
    out = exported(demo_gpkg, tmp_path / "export.csv")
    read, new, updated, unchanged, rejected = desk.counts(desk.imported(out, str(MAPPINGS / "register.yaml")))
    assert (new, updated, rejected) == (0, 0, 4)
    assert unchanged == read - 4
    assert all("2 factories of the register" in why or "already" in why for (why,) in desk.rows("rejects", "reasons"))


def test_a_register_comes_back_from_its_own_layer(desk, demo_gpkg):
    """The identity takes the points of a layer where there are no columns of coordinates, and says so."""
    source = f"{demo_gpkg}|layername=factories"
    results = desk.imported(source, str(MAPPINGS / "register.yaml"))
    assert any("X, Y" in warning for warning in desk.run.feedback.warnings)
    first = next(iter(desk.factories().values()))
    path = desk.register
    desk.register = demo_gpkg
    mine = desk.factories()[first["factory_id"]]
    assert first["point"] == pytest.approx(mine["point"], abs=1e-6)
    assert first["loc_original"] == mine["loc_original"]
    desk.register = path
    assert results["NEW"] > 900


def test_a_layer_with_geometry_in_another_crs(desk):
    """Every layer of factories will do; its own CRS counts."""
    fields = (("Id", "text"), ("Name", "text"), ("Isic", "text"))
    here = L.layer("Point", fields, [(L.point(0, 0), "F-01", "Alpha", "1410")], name="somebody's")
    body = """profile: own
version: "1"
title: {en: Own}
key: factory_id
fields: {factory_id: Id, name_en: Name, isic: Isic}
coordinates: {geometry: true}
defaults: {registration_status: registered, status: functional, province_code: "12"}
"""
    assert desk.counts(desk.imported(L.moved(here, "EPSG:4326"), desk.profile(body))) == (1, 1, 0, 0, 0)
    first = desk.factories()["F-01"]
    assert first["point"] == pytest.approx((L.X0, L.Y0), abs=1e-3)
    assert first["loc_datum"] == "EPSG:4326"


def test_a_layer_in_indian_1960_is_moved_and_says_how_well(desk):
    fields = (("Id", "text"), ("Isic", "text"))
    layer = L.layer("Point", fields, [(L.point(0, 0), "F-01", "1410"), (None, "F-02", "1410")], crs="EPSG:3148")
    body = """profile: own
version: "1"
title: {en: Own}
key: factory_id
fields: {factory_id: Id, isic: Isic}
coordinates: {geometry: true}
defaults: {registration_status: registered, status: functional, province_code: "12"}
"""
    desk.imported(layer, desk.profile(body))
    first = desk.factories()["F-01"]
    # The constant vector between the two datums in UTM metres: 419 m west, 323 m north.
    assert first["point"] == pytest.approx((L.X0 - 419, L.Y0 + 323), abs=2)
    assert (first["loc_datum"], first["loc_accuracy_m"]) == ("EPSG:3148", 44.0)
    assert desk.rows("notices", "factory_id, kind") == [("F-01", "datum shifted"), ("F-02", "no coordinate")]


def test_points_as_wkt(desk):
    body = PROFILE.replace("first: Lat, second: Lon, order: lat_lon", "wkt: Lat, datum: 'EPSG:32648'")
    rows = [
        ("F-01", "A", "1410", "", "", "POINT (491000 1277000)", "", "12"),
        ("F-02", "B", "1410", "", "", "POINT (", "", "12"),
        ("F-03", "C", "1410", "", "", "POINT (99999999999 1)", "", "12"),
    ]
    assert desk.counts(desk.imported(desk.source(rows), desk.profile(body))) == (3, 3, 0, 0, 0)
    factories = desk.factories()
    assert factories["F-01"]["point"] == pytest.approx((491_000, 1_277_000), abs=1e-3)
    assert (factories["F-02"]["point"], factories["F-02"]["loc_original"]) == (None, "POINT (")
    assert factories["F-03"]["point"] is None


def test_a_table_without_rows_makes_an_empty_register(desk):
    assert desk.counts(desk.imported(desk.source([]))) == (0, 0, 0, 0, 0)
    assert desk.factories() == {}
    assert desk.counts(desk.imported(desk.source(ROWS))) == (3, 3, 0, 0, 0)


def test_a_notice_says_what_the_register_has_instead(desk):
    body = PROFILE.replace("status: State", "status: {from: State, wrong: empty}")
    rows = [("F-01", "A", "1410", "many", "half open", "11.5", "104.9", "12")]
    desk.imported(desk.source(rows), desk.profile(body))
    notices = {field: (kind, told) for field, kind, told in desk.rows("notices", "field, kind, notice")}
    assert notices["employees"][0] == "left empty"
    assert notices["employees"][1].endswith("the field was left empty")
    assert notices["status"][0] == "default taken"
    assert notices["status"][1].endswith("the default “functional” was taken")
    desk.edit("F-01", status="disused", employees=7)
    desk.imported(desk.source(rows), desk.profile(body))
    notices = {field: (kind, told) for field, kind, told in desk.rows("notices", "field, kind, notice")}
    assert notices["status"][0] == notices["employees"][0] == "value kept"
    assert notices["status"][1].endswith("the register's “disused” was kept")
    assert notices["employees"][1].endswith("the register's “7” was kept")


def test_the_log_counts_factories_of_unknown_accuracy(desk):
    rows = [
        ("F-01", "A", "1410", "", "", "11°33'17.4\"N", "104°55'16.4\"E", "12"),  # a tenth of a second, 1.5 m
        ("F-02", "B", "1410", "", "", "11.55", "104.92", "12"),
        ("F-03", "C", "1410", "", "", "", "", "12"),
    ]
    desk.imported(desk.source(rows))
    factories = desk.factories()
    assert factories["F-01"]["loc_accuracy_m"] is None
    assert factories["F-02"]["loc_accuracy_m"] > 500
    assert any("how well it is known: 1. Checks take them as exact" in line for line in desk.run.feedback.info)
    desk.imported(desk.source(rows))
    assert any("how well it is known: 1. Checks take them as exact" in line for line in desk.run.feedback.info)


NUMBERS = (
    PROFILE.replace("key: factory_id", "key: factory_id\nids: {pattern: 'KH-{number}', number: \"No\", digits: 4}")
    .replace("  factory_id: Id", "  licence_no: Id")
)  # fmt: skip


def numbered(names, province="12", licence="SR"):
    return [
        (str(i), f"{licence}-{name}", name, "1410", "", "", "11.5", "104.9", province)
        for i, name in enumerate(names, start=1)
    ]


def test_keys_that_mean_other_factories_are_refused(desk):
    """A list numbered from 1: that of another province, and the same one with a factory more at the top."""
    columns, profile = ("No", *COLUMNS), desk.profile(NUMBERS)
    names = ["Alpha", "Beta", "Gamma", "Delta"]
    desk.imported(desk.source(numbered(names), columns), profile)
    before = desk.factories()
    takeo = desk.source(numbered(["One", "Two", "Three", "Four"], "21", "TK"), columns, "takeo.csv")
    more = desk.source(numbered(["New", *names]), columns, "more.csv")
    for source in (takeo, more):
        with pytest.raises(Exception, match="4 of 4 matched rows would become another factory") as raised:
            desk.imported(source, profile)
        assert "KH-0001: “Alpha” → " in str(raised.value)
        assert "identity: trust" in str(raised.value)
    assert desk.factories() == before
    assert not desk.report.exists()
    results = desk.imported(takeo, desk.profile("identity: trust\n" + NUMBERS))
    assert desk.counts(results) == (4, 0, 4, 0, 0)


def test_a_single_row_with_another_name_and_licence_is_a_notice(desk):
    columns, profile = ("No", *COLUMNS), desk.profile(NUMBERS)
    desk.imported(desk.source(numbered(["Alpha", "Beta", "Gamma", "Delta"]), columns), profile)
    rows = numbered(["Alpha", "Beta", "GAMMA CO., LTD.", "Epsilon"])
    assert desk.counts(desk.imported(desk.source(rows, columns), profile)) == (4, 0, 2, 2, 0)
    ((factory, told),) = [
        row[::2] for row in desk.rows("notices", "factory_id, kind, notice") if row[1] == "another factory?"
    ]
    assert factory == "KH-0004"
    assert "“Delta” → “Epsilon”, “SR-Delta” → “SR-Epsilon”" in told


GREEK = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta")


def test_a_list_numbered_anew_within_one_province_is_refused(desk):
    def named(names):
        return desk.source([(f"F-{i}", name, *ONE[2:]) for i, name in enumerate(names)])

    desk.imported(named(GREEK))
    before = desk.factories()
    for names in (GREEK[::-1], ["Sunrise", "Mekong", "Lotus", *GREEK[3:]], ["New", *GREEK]):
        with pytest.raises(Exception, match="matched rows would become another factory"):
            desk.imported(named(names))
        assert desk.factories() == before
    results = desk.imported(named(["ALPHA Co., Ltd.", "Beta Garment", "Sunrise", *GREEK[3:]]))
    assert desk.counts(results) == (8, 0, 3, 5, 0)
    assert desk.rows("notices", "factory_id, kind") == [("F-2", "another factory?")]


def test_a_list_of_which_all_rows_are_others_is_refused_however_short(desk):
    rows = [("F-1", "Alpha", *ONE[2:]), ("F-2", "Beta", *ONE[2:])]
    desk.imported(desk.source(rows))
    others = [("F-1", "Zulu", *ONE[2:7], "Kampot"), ("F-2", "Yank", *ONE[2:7], "Takeo")]
    for source in (others, others[:1], [("F-1", "Beta", *ONE[2:])]):
        with pytest.raises(Exception, match="would become another factory"):
            desk.imported(desk.source(source))
    assert desk.counts(desk.imported(desk.source([("F-1", "Zulu", *ONE[2:])]))) == (1, 0, 1, 0, 0)  # renamed


def test_a_name_as_key_finds_no_factory_of_another_province(desk):
    body = LICENCES.replace("key: licence_no", "key: name_en")
    desk.imported(desk.source([("L1", *ONE[1:])]), desk.profile(body))
    before = desk.factories()
    elsewhere = desk.source([("L9", *ONE[1:7], "Kampot")])
    assert desk.counts(desk.imported(elsewhere, desk.profile(body))) == (1, 0, 0, 0, 1)
    assert "“Alpha” is KH-12-0001 in 12, and the row is about 07" in desk.rows("rejects", "reasons")[0][0]
    assert desk.factories() == before


@pytest.mark.parametrize("word", ["Pending", "កំពុងស្នើសុំ", "in process", "0", "xxx", "មិនមាន", "n.a."])
def test_a_word_for_no_licence_is_no_key(desk, word):
    rows = [("L1", *ONE[1:]), (word, "Beta", *ONE[2:]), (word, "Gamma", *ONE[2:])]
    for new in (1, 0):
        counts = desk.counts(desk.imported(desk.source(rows), desk.profile(LICENCES + "nulls: []\n")))
        assert counts == (3, new, 0, 1 - new, 2)
        assert f"“{word}” is no licence_no, by which the row" in desk.rows("rejects", "reasons")[0][0]


def test_a_factory_that_was_merged_does_not_come_back_in_another_spelling_or_with_another_licence(desk):
    by_id = desk.profile()
    rows = [("F-01", *ONE[1:]), ("F-02", *ONE[1:])]
    desk.imported(desk.source(rows), by_id)
    merged_in(desk, "F-01", "F-02")
    for spelled in ("F-02", "F/02", "f 02", "F-០២"):
        assert desk.counts(desk.imported(desk.source([(spelled, *ONE[1:])]), by_id)) == (1, 0, 0, 0, 1)
    body = LICENCES.replace("  licence_no: Id", "  licence_no: Id\n  factory_id: Code")
    source = desk.source([("L9", *ONE[1:], "f/02"), ("L8", *ONE[1:], "F-03")], (*COLUMNS, "Code"))
    assert desk.counts(desk.imported(source, desk.profile(body))) == (2, 1, 0, 0, 1)
    assert desk.rows("rejects", "reasons")[0][0].startswith("factory_id “f/02”: F-02 was merged into F-01 on 20")


def test_a_licence_of_a_factory_id_that_two_rows_have_is_rejected(desk):
    source, profile = desk.source(keyed("L1", "L2")), desk.profile(LICENCES)
    desk.imported(source, profile)
    desk.edit("KH-12-0002", factory_id="KH-12-0001")
    assert desk.counts(desk.imported(source, profile)) == (2, 0, 0, 0, 2)
    assert any("Rejected for: key not unique 2." in line for line in desk.run.feedback.info)


def merged_in(desk, keep, gone, **more):
    pairs = L.layer(
        "None",
        (
            ("pair_id", "text"),
            ("factory_id_a", "text"),
            ("factory_id_b", "text"),
            ("keep", "text"),
            ("confirmed", "boolean"),
        ),
        [(None, "p1", keep, gone, keep, True)],
        "",
        "pairs",
    )
    given = {"REGISTER": str(desk.register), "PAIRS": pairs, "REPORT": str(desk.folder / "merged.gpkg"), **more}
    return desk.run("merge_duplicates", given)


@pytest.mark.parametrize("reason", ["", "one permit"])
def test_a_factory_that_was_merged_does_not_come_back(desk, reason):
    profile = desk.profile(LICENCES)
    rows = [(f"L{i}", f"N{i}", "1410", "", "", "11.5", "104.9", "12") for i in range(3)]
    desk.imported(desk.source(rows), profile)
    batch = merged_in(desk, "KH-12-0001", "KH-12-0003", REASON=reason)["BATCH"]
    assert desk.counts(desk.imported(desk.source(rows), profile)) == (3, 0, 0, 2, 1)
    ((told,),) = desk.rows("rejects", "reasons")
    assert told.startswith("licence_no “L2”: KH-12-0003 was merged into KH-12-0001 on 20")
    assert told.endswith("; the row was not imported")
    assert any("Rejected for: merged 1." in line for line in desk.run.feedback.info)
    assert desk.counts(desk.imported(desk.source([("l-2", *rows[2][1:])]), profile)) == (1, 0, 0, 0, 1)
    new = ("L9", "New", *rows[0][2:])
    desk.imported(desk.source([new]), profile)
    assert "KH-12-0004" in desk.factories()  # the id of the merged one is nobody else's
    desk.run("undo_changes", {"REGISTER": str(desk.register), "BATCH": batch})
    assert desk.counts(desk.imported(desk.source(rows), profile)) == (3, 0, 0, 3, 0)


def test_made_ids_keep_clear_of_ids_that_stand_later(desk):
    profile = desk.profile(LICENCES.replace("  licence_no: Id", "  licence_no: Id\n  factory_id: {from: Code}"))
    rows = [("L1", "A", "1410", "", "", "", "", "12", ""), ("L2", "B", "1410", "", "", "", "", "12", "KH-12-0001")]
    source = desk.source(rows, (*COLUMNS, "Code"))
    assert desk.counts(desk.imported(source, profile)) == (2, 2, 0, 0, 0)
    assert {one["licence_no"]: factory for factory, one in desk.factories().items()} == {
        "L1": "KH-12-0002",
        "L2": "KH-12-0001",
    }


def test_a_cancel_after_the_last_step_is_told(desk):
    desk.imported(desk.source(ROWS))
    changed = [("F-01", "Other", *ROWS[0][2:])]
    feedback = type(desk.run.feedback)()
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share >= 98 else None)
    results = desk.imported(desk.source(changed), feedback=feedback)
    assert results["BATCH"]
    assert any(f"already written; batch {results['BATCH']}" in warning for warning in feedback.warnings)
    assert desk.factories()["F-01"]["name_en"] == "Other"


def test_an_update_is_told_in_steps_and_its_batch_named(desk):
    desk.imported(desk.source(ROWS))
    rows = [(f"N-{i:04}", "A", "1410", "", "", "", "", "12") for i in range(2_000)]
    results = desk.imported(desk.source(rows))
    steps = desk.run.feedback.steps
    assert sum(10 < step < 95 for step in steps) >= 3
    assert steps == sorted(steps)
    assert any(results["BATCH"] in line for line in desk.run.feedback.info)


def test_columns_that_are_not_used_are_told(desk):
    profile = desk.profile(PROFILE.replace("  status: State\n", ""))
    desk.imported(desk.source(ROWS), profile)
    warnings = desk.run.feedback.warnings
    assert "Columns that are not used: State." in warnings
    assert any(
        "New factories get status “functional”" in one and "column “State” seems to say it" in one for one in warnings
    )
    desk.imported(desk.source(ROWS))
    assert desk.run.feedback.warnings == []


def test_a_list_of_a_title_and_a_header_is_told_to_have_no_rows(desk):
    source = desk.folder / "list.csv"
    source.write_text("A list of 2024,,,,,,,\n" + ",".join(COLUMNS) + "\n", encoding="utf-8")
    assert desk.counts(desk.imported(str(source))) == (0, 0, 0, 0, 0)
    assert "“list.csv” has no rows below the header in row 2." in desk.run.feedback.warnings
    with pytest.raises(Exception, match="no rows below the header in row 2"):
        desk.run("suggest_mapping", {"INPUT": str(source), "OUTPUT": str(desk.folder / "new.yaml")})


def test_a_report_that_is_replaced_is_told(desk):
    source = desk.source(ROWS)
    desk.imported(source)
    report = str(desk.report)
    desk.imported(source, REPORT=report)
    assert f"The report of an earlier run was replaced: {report}." in desk.run.feedback.info


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a whole run an example: making it smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "F-01", "F-02", "F-03", "x", "N/A"]),
            st.text('abក,"\n', max_size=5),
            st.sampled_from(["1410", "", "14x"]),
            st.sampled_from(["", "12", "many"]),
            st.sampled_from(["", "functional", "open"]),
            st.sampled_from(["11.5", "", "abc", "104.9"]),
            st.sampled_from(["104.9", "", "0", "11.5"]),
            st.sampled_from(["12", "", "Kampot", "??"]),
        ),
        max_size=12,
    )
)
def test_no_row_is_lost(desk, rows):
    desk.register.unlink(missing_ok=True)
    source = desk.source(rows)
    filled = sum(any(row) for row in rows)
    read, new, updated, unchanged, rejected = desk.counts(desk.imported(source))
    assert (read, updated, unchanged) == (filled, 0, 0)
    assert read == new + rejected
    assert len(desk.rows("rejects", "row")) == rejected
    assert len(desk.factories()) == new
    again = desk.counts(desk.imported(source))
    assert again == (read, 0, 0, new, rejected)


def test_what_cannot_work_is_refused_before_anything_is_read(desk):
    source, report = desk.source(ROWS), str(desk.folder / "r.gpkg")

    def refused(**given):
        with pytest.raises(Exception) as raised:  # noqa: PT011
            desk.run("import_register", {"INPUT": source, "PROFILE": desk.profile(), "REPORT": report, **given})
        return str(raised.value)

    new = str(desk.folder / "new.gpkg")
    assert "Name the new register (OUTPUT), or the register to update" in refused()
    assert "ends in .gpkg" in refused(OUTPUT=str(desk.folder / "new.csv"))
    assert "neither a file nor a layer" in refused(INPUT=str(desk.folder / "gone.csv"), OUTPUT=new)
    assert "need two files" in refused(OUTPUT=report)
    assert "there is no layer or file" in refused(REGISTER=str(desk.folder / "gone.gpkg"))
    assert "inputs are never overwritten" in refused(OUTPUT=new, SUMMARY=source)
    desk.imported(source)
    assert "is there already" in refused(OUTPUT=str(desk.register))
    assert "were both named" in refused(OUTPUT=new, REGISTER=str(desk.register))
    assert "inputs are never overwritten" in refused(REGISTER=str(desk.register), REPORT=str(desk.register))
    other = L.layer("Point", (("id", "text"),), [(L.point(0, 0), "1")], name="other")
    assert "has no field factory_id, registration_status, isic" in refused(REGISTER=other)
    findings = L.layer("Point", (("finding_id", "text"), ("factory_id", "text")), [(L.point(0, 0), "1", "F-01")])
    assert "is a table of results (it has the field finding_id), not the register" in refused(REGISTER=findings)
    assert "line 8, fields.isic: the source has no column “Isic”" in refused(
        OUTPUT=new, INPUT=desk.source([("1",)], ("Id",), "short.csv")
    )
    broken = desk.folder / "broken.yaml"
    broken.write_text("profile: own\nfields: {}\n", encoding="utf-8")
    assert "missing: version, title, key" in refused(OUTPUT=new, PROFILE=str(broken))
    assert not Path(new).exists()
    assert not Path(report).exists()


def test_cancel_leaves_nothing_behind(desk):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    with pytest.raises(Exception, match="Nothing was written"):
        desk.run(
            "import_register",
            {
                "INPUT": desk.source(ROWS),
                "PROFILE": desk.profile(),
                "OUTPUT": str(desk.register),
                "REPORT": str(desk.folder / "r.gpkg"),
            },
            feedback=feedback,
        )
    assert sorted(path.name for path in desk.folder.iterdir()) == ["list.csv", "own.yaml"]


def test_the_real_list_of_zones(desk, real_layers):
    results = desk.imported(str(real_layers / "sez_points_2014.csv"), str(MAPPINGS / "sez-points-2014.yaml"))
    assert desk.counts(results) == (29, 29, 0, 0, 0)
    zones = desk.factories()
    assert zones["SEZ-02"]["licence_no"] == "024"
    assert str(zones["SEZ-01"]["registration_date"].toString("yyyy-MM-dd")) == "2007-07-16"
    assert zones["SEZ-01"]["province_code"] == "25"  # reported in Kampong Cham, which was split
    assert all(zone["point"] for zone in zones.values())
    kinds = {}
    for factory, kind, value in desk.rows("notices", "factory_id, kind, value"):
        kinds.setdefault(kind, []).append((factory, value))
    assert ("SEZ-02", "Not found") in kinds["null token"]
    assert zones["SEZ-13"]["licence_no"] == "21/09"
    assert ("SEZ-01", "2007-07-15Z") in kinds["date shifted"]
    assert ("SEZ-01", "Jul 2011__Under construction") in kinds["packed"]
    assert ("SEZ-01", "Kampong Cham") in kinds["former parent"]
    again = desk.imported(str(real_layers / "sez_points_2014.csv"), str(MAPPINGS / "sez-points-2014.yaml"))
    assert desk.counts(again) == (29, 0, 0, 29, 0)


def test_the_real_program_imports(qgis_process, tmp_path):
    (tmp_path / "own.yaml").write_text(PROFILE, encoding="utf-8")
    items = [dict(zip(COLUMNS, row)) for row in ROWS]
    (tmp_path / "list.json").write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
    done = qgis_process(
        "run",
        "factory:import_register",
        f"--INPUT={tmp_path / 'list.json'}",
        f"--PROFILE={tmp_path / 'own.yaml'}",
        f"--OUTPUT={tmp_path / 'register.gpkg'}",
        f"--REPORT={tmp_path / 'report.gpkg'}",
        f"--SUMMARY={tmp_path / 'summary.json'}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["rows"]["new"] == 3
    done = qgis_process(
        "run",
        "factory:import_register",
        f"--INPUT={tmp_path / 'list.json'}",
        f"--PROFILE={tmp_path / 'own.yaml'}",
        f"--REGISTER={tmp_path / 'register.gpkg'}|layername=factories",
        f"--REPORT={tmp_path / 'report2.gpkg'}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "unchanged 3" in done.stdout


def test_what_new_factories_are_by_default_is_told(desk):
    desk.imported(desk.source(ROWS))
    told = "New factories called “registered” in registration_status because the profile says so by default"
    assert any(told in warning and ": 3." in warning for warning in desk.run.feedback.warnings)
    assert any("by default: " in line and "status “functional” 1" in line for line in desk.run.feedback.info)


def test_a_row_without_its_key_is_told_what_to_do(desk):
    desk.imported(desk.source([*ROWS, ("", *ROWS[0][1:])]))
    ((told,),) = desk.rows("rejects", "reasons")
    assert "give the row one, or choose another key in the profile" in told
