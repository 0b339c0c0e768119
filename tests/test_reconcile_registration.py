"""reconcile_registration: the register against an extract, in QGIS, from every kind of file."""

from __future__ import annotations

import json

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow

FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("name_km", "text"),
    ("operator_id", "text"),
    ("licence_no", "text"),
    ("registration_status", "text"),
    ("registration_date", "date"),
    ("isic", "text"),
    ("size_class", "text"),
    ("status", "text"),
    ("status_from", "date"),
    ("province_code", "text"),
    ("district_code", "text"),
    ("commune_code", "text"),
    ("loc_accuracy_m", "real"),
    ("loc_method", "text"),
)


def row(factory, name, licence=None, commune=None, place=None, **more):
    from qgis.PyQt.QtCore import QDate

    values = {"factory_id": factory, "name_en": name, "licence_no": licence, "commune_code": commune, **more}
    if commune:
        values.update(district_code=commune[:4], province_code=commune[:2])
    for day in ("registration_date", "status_from"):
        if values.get(day):
            values[day] = QDate.fromString(values[day], "yyyy-MM-dd")
    return (L.point(*place) if place else None, *(values.get(field) for field, _ in FIELDS))


REGISTER = [
    row("R0", "Lotus Garment Co., Ltd.", "0001", "120101", (0, 0), isic="14", status="functional",
        size_class="large", registration_date="2021-03-15"),
    row("R1", "Golden River Footwear", "FP/0002", "120102", (1000, 0)),
    row("R2", "Angkor Rice Mill", None, "020101", (9000, 0), operator_id="K007"),
    row("R3", "Mekong Brick Kiln", None, "030101", (20000, 0)),
    row("R4", "Tonle Ice", "FP-0005", "120101"),
    row("R5", "Bayon Plastics", "FP-0006", "120101"),
    row("R6", "Sugar Palm Foods", None, "050101", (40000, 0), registration_status="registered"),
    row("R7", "Old Tannery", None, "050102"),
    row("R8", "Twin Star Textile", None, "080101", (60000, 0)),
    row("R9", "Twin Star Textile", None, "080101", (60000, 5)),
    row("R10", "Shared Permit One", "FP-0099", "120103", (70000, 0)),
    row("R11", "Quite Another Works", "FP-0099", "120104", (80000, 0)),
]  # fmt: skip
COLUMNS = (
    "លេខលិខិតអនុញ្ញាត",
    "Factory name",
    "TIN",
    "ស្ថានភាព",
    "ISIC",
    "ទំហំ",
    "ខេត្ត",
    "ស្រុក",
    "ឃុំ",
    "កូអរដោនេ",
    "ថ្ងៃផុតកំណត់",
    "Updated",
)
EXTRACT = [
    ("០០០១", "LOTUS GARMENT", "", "Active", "1410", "small", "Phnom Penh", "", "", "", "31/12/2024", "2024-06-30"),
    ("FP-2", "Golden River Footwear", "", "Active", "", "", "08", "", "", "", "2026-12-31", ""),
    ("", "Angkor Rice Mill Ltd", "k-007", "Pending", "", "", "02", "0201", "", "", "", ""),
    ("", "Mekong Brik Kiln", "", "Active", "", "", "03", "0301", "030101", "", "", ""),
    ("FP-0005", "Tonle Ice", "", "Active", "", "", "12", "1201", "120101", "", "soon", ""),
    ("FP-0006", "Bayon Plastics", "", "Active", "", "", "12", "1201", "120101", "11.3, 105.0", "", ""),
    ("FP-0300", "Never Seen Steel", "", "Active", "", "", "11", "", "", "11.4, 105.1", "", ""),
    ("FP-0301", "Nowhere Furniture", "", "Active", "", "", "Mondul Kiri", "", "", "", "", ""),
    ("", "Twin Star Textile", "", "Active", "", "", "08", "0801", "080101", "", "", ""),
    ("FP-0099", "Shared Permit One", "", "Active", "", "", "12", "1201", "120103", "", "", ""),
    ("FP-0099", "Shared Permit One (copy)", "", "Active", "", "", "15", "1501", "150101", "", "", ""),
    ("", "Sugar Palm Orchard Foods", "", "Active", "", "", "05", "0501", "050101", "", "", ""),
]  # fmt: skip
PROFILE = """
profile: test-extract
version: "1"
title: {en: An extract}
key: licence_no
ids: {pattern: "KH-{province}-{number}"}
fields:
  licence_no: លេខលិខិតអនុញ្ញាត
  name_en: Factory name
  operator_id: TIN
  registration_status: {from: ស្ថានភាព, values: {Active: registered, Pending: applied}}
  isic: {from: ISIC, wrong: empty}
  size_class: ទំហំ
coordinates: {both: កូអរដោនេ}
admin: {province: ខេត្ត, district: ស្រុក, commune: ឃុំ}
"""


def as_csv(path, rows=EXTRACT, columns=COLUMNS, delimiter=","):
    lines = [columns, *rows]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    path.write_text(text + "\r\n", encoding="utf-8-sig")
    return path


def as_json(path, rows=EXTRACT, columns=COLUMNS):
    path.write_text(json.dumps([dict(zip(columns, line)) for line in rows], ensure_ascii=False), encoding="utf-8")
    return path


def as_xlsx(path, rows=EXTRACT, columns=COLUMNS, sheet="Extract"):
    """Write a workbook with GDAL, the rows on its second sheet."""
    from osgeo import ogr

    book = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    notes = book.CreateLayer("Notes")
    notes.CreateField(ogr.FieldDefn("note", ogr.OFTString))
    sheet_layer = book.CreateLayer(sheet)
    for name in columns:
        sheet_layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for line in rows:
        feature = ogr.Feature(sheet_layer.GetLayerDefn())
        for i, cell in enumerate(line):
            if cell:
                feature.SetField(i, cell)
        sheet_layer.CreateFeature(feature)
    book = None
    return path


def register(rows=REGISTER, name="register"):
    return L.layer("Point", FIELDS, rows, name=name)


@pytest.fixture
def profile(tmp_path):
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


@pytest.fixture
def reconcile(run, tmp_path, profile):
    def go(**given):
        parameters = {
            "REGISTER": register(),
            "EXTRACT": str(as_csv(tmp_path / "extract.csv")),
            "PROFILE": str(profile),
            "AS_OF": "2025-01-31",
            "OUTPUT": str(tmp_path / "r.gpkg"),
            **given,
        }
        results = run("reconcile_registration", parameters)
        go.said = run.feedback
        return results

    go.rows = lambda table: L.rows(tmp_path / "r.gpkg", table)
    return go


def test_every_outcome(reconcile, tmp_path):
    results = reconcile(DEADLINE="2024-12-31", SUMMARY=str(tmp_path / "r.json"))
    matched = {m["factory_id"]: m for m in reconcile.rows("matched")}
    assert {f: (m["extract_row"], m["certainty"], m["how"]) for f, m in matched.items()} == {
        "R0": (2, "certain", "licence id"),
        "R1": (3, "likely", "licence id"),
        "R2": (4, "certain", "operator id and name"),
        "R3": (5, "likely", "name and place"),
        "R10": (11, "likely", "licence id"),
    }
    assert matched["R0"]["licence_no"] == "0001"  # as it was written on either side
    assert matched["R0"]["extract_licence_no"] == "០០០១"
    assert matched["R0"]["evidence"] == (
        "Licence number 0001 is ០០០១ in the extract. Names 100 % alike (“Lotus Garment Co., Ltd.”, “LOTUS GARMENT”). "
        "Both in province Phnom Penh (12)."
    )
    assert L.shapes(tmp_path / "r.gpkg", "matched")[0].x == L.X0
    lost = {n["extract_name"]: n for n in reconcile.rows("not_located")}
    assert {name: (n["factory_id"], n["certainty"]) for name, n in lost.items()} == {
        "Tonle Ice": ("R4", None),
        "Bayon Plastics": ("R5", "certain"),
        "Nowhere Furniture": (None, None),
        "Sugar Palm Orchard Foods": ("R6", "possible"),
        "Shared Permit One (copy)": ("R11", "possible"),
    }
    assert lost["Shared Permit One (copy)"]["proposal"] == (
        "Has the id of factory R11 of the register, but another name and province: find out which it is."
    )
    assert lost["Shared Permit One (copy)"]["proposed_lat"] is None
    assert (lost["Bayon Plastics"]["proposed_lat"], lost["Bayon Plastics"]["proposed_lon"]) == (
        pytest.approx(11.3, abs=1e-6),
        pytest.approx(105.0, abs=1e-6),
    )
    assert lost["Sugar Palm Orchard Foods"]["proposed_lat"] is not None
    assert lost["Nowhere Furniture"]["known_place"] == "Mondulkiri (11)"
    (only,) = reconcile.rows("extract_only")
    assert (only["extract_licence_no"], only["proposal"]) == ("FP-0300", "Not in the register: import it.")
    find, other = reconcile.rows("field_finds")
    assert (other["factory_id"], other["proposal"]) == (
        "R11",
        "Has the id of row 12 of the extract, but another name and province: find out which it is.",
    )
    assert (find["factory_id"], find["registration_status"], find["certainty"]) == ("R6", "registered", "possible")
    assert find["proposal"] == "May be row 13 of the extract: look before registering it."
    assert [f["factory_id"] for f in reconcile.rows("register_only")] == ["R7"]
    tied = [
        (t["factory_id"], t["extract_row"], t["factory_open"], t["extract_open"]) for t in reconcile.rows("ambiguous")
    ]
    assert tied == [("R8", 10, 1, 1), ("R9", 10, 1, 1)]
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert told["rows"] == {
        "register": {
            "rows": 12, "matched": 5, "not_located": 2, "field_finds": 2, "register_only": 1, "ambiguous": 2,
        },
        "extract": {"rows": 12, "matched": 5, "not_located": 5, "extract_only": 1, "ambiguous": 1},
    }  # fmt: skip
    assert results["MATCHED_COUNT"] == 5
    assert (results["COMPLETED"], results["TO_REGISTER"]) == (11, 16)
    assert "Automated registration completed: 11 of 16." in reconcile.said.info


def test_a_coordinate_of_the_extract_can_be_accepted(reconcile, run, tmp_path):
    """Proposals are those of “Apply corrections”: accepted, the register has the place, its source and a log."""
    from osgeo import ogr

    saved = L.saved(register(), tmp_path / "register.gpkg")
    reconcile(REGISTER=saved)
    (proposal,) = reconcile.rows("proposals")
    assert (proposal["factory_id"], proposal["certainty"], proposal["accepted"]) == ("R5", "certain", None)
    assert (proposal["new_lat"], proposal["new_lon"]) == (pytest.approx(11.3), pytest.approx(105.0))
    found = ogr.Open(str(tmp_path / "r.gpkg"), 1)
    found.ExecuteSQL("UPDATE proposals SET accepted = 'yes'")
    del found
    given = {"PROPOSALS": f"{tmp_path / 'r.gpkg'}|layername=proposals", "REGISTER": saved, "WHO": "an officer"}
    run("apply_corrections", {**given, "REPORT": str(tmp_path / "report.gpkg")})
    places = dict(zip((f["factory_id"] for f in L.rows(tmp_path / "register.gpkg", "register")),
                      L.shapes(tmp_path / "register.gpkg", "register")))  # fmt: skip
    assert places["R5"].y == pytest.approx(1_249_200, abs=200)
    assert places["R4"] is None or places["R4"].is_empty
    reconcile(REGISTER=saved)
    assert [m["factory_id"] for m in reconcile.rows("matched")] == ["R0", "R1", "R2", "R3", "R5", "R10"]


def test_what_is_said_of_an_old_place_does_not_stay_on_the_new_one(reconcile, run, tmp_path):
    """The register lost the point that a GPS gave: the extract's coordinate is no work of that GPS, nor of its day."""
    from osgeo import ogr
    from qgis.PyQt.QtCore import QDate

    fields = (*FIELDS, ("loc_source", "text"), ("loc_date", "date"), ("loc_datum", "text"))
    old = {"loc_method": "gps", "loc_accuracy_m": 5.0}
    rows = [
        (*row(factory, name, licence, "120101", **old), "Field visit", QDate(2015, 1, 1), "EPSG:32648")
        for factory, name, licence in (("A", "Lotus Garment", "L1"), ("B", "Sun Palm", "L2"))
    ]
    saved = L.saved(L.layer("Point", fields, rows, name="register"), tmp_path / "register.gpkg")
    columns = ("licence_no", "name_en", "latitude", "longitude", "loc_method", "accuracy")
    lines = [("L1", "Lotus Garment", "11.5", "105.0", "", ""), ("L2", "Sun Palm", "11.6", "105.1", "address", "800")]
    reconcile(REGISTER=saved, EXTRACT=str(as_csv(tmp_path / "places.csv", lines, columns)), PROFILE="")
    source = "Registration extract places.csv, 2025-01-31"
    assert [(p["new_method"], p["new_accuracy_m"], p["new_source"]) for p in reconcile.rows("proposals")] == [
        ("unknown", None, source),
        ("address", 800.0, source),
    ]
    found = ogr.Open(str(tmp_path / "r.gpkg"), 1)
    found.ExecuteSQL("UPDATE proposals SET accepted = 1")
    del found
    given = {"PROPOSALS": f"{tmp_path / 'r.gpkg'}|layername=proposals", "REGISTER": saved, "WHO": "an officer"}
    run("apply_corrections", given)
    names = ("loc_method", "loc_accuracy_m", "loc_source", "loc_date", "loc_datum")
    assert [tuple(f[name] for name in names) for f in L.rows(tmp_path / "register.gpkg", "register")] == [
        ("unknown", None, source, None, "EPSG:4326"),
        ("address", 800.0, source, None, "EPSG:4326"),
    ]


def test_conflicts(reconcile):
    reconcile()
    found = {(c["factory_id"], c["field"]): c for c in reconcile.rows("conflicts")}
    # 14 and 1410 are no conflict. The licence of R10, which is row 11, is there three times more.
    same = [(c["factory_id"], c["extract_row"]) for c in reconcile.rows("conflicts") if c["field"] == "licence_no"]
    assert same == [("R10", 12), ("R11", 11), ("R11", 12)]
    assert {key for key in found if key[1] != "licence_no"} == {("R0", "size_class"), ("R1", "province_code")}
    size = found["R0", "size_class"]
    assert (size["register_value"], size["extract_value"], size["newer"]) == ("large", "small", "extract")
    assert size["newer_by_days"] == 1203  # the record's of 2024-06-30, the register's of 2021-03-15
    assert size["message"] == "Size class: “large” in the register, “small” in the extract. Newer: the extract."
    where = found["R1", "province_code"]
    assert (where["register_value"], where["extract_value"]) == ("12 Phnom Penh", "08 Kandal")
    assert where["newer"] is None


def test_one_id_of_two_factories(reconcile, tmp_path):
    """The licence is the same, name and province are not: nobody is matched, and both lists say what was found."""
    rows = [
        row("KD-1", "Lotus Garment", "1", "080101", (0, 0)),
        row("KD-2", "Yak Steel", "2", "080101"),
    ]
    extract = as_csv(
        tmp_path / "serial.csv",
        [("1", "Blue Zebra Furniture", "Takeo", ""), ("2", "Mekong Kiln", "Takeo", "11.3, 105.0")],
        ("licence_no", "name_en", "province", "coordinates"),
    )
    results = reconcile(REGISTER=register(rows), EXTRACT=str(extract), PROFILE="", SUMMARY=str(tmp_path / "r.json"))
    assert (results["MATCHED_COUNT"], results["COMPLETED"], results["TO_REGISTER"]) == (0, 2, 4)
    first, second = reconcile.rows("conflicts")
    assert (first["factory_id"], first["extract_row"], first["field"], first["certainty"]) == (
        "KD-1", 2, "licence_no", "possible",
    )  # fmt: skip
    assert first["message"].startswith("Same id, other factory. Licence number 1 in both. Names")
    assert first["message"].endswith("Provinces differ: Kandal, Takeo.")
    assert second["extract_value"] == "2"
    assert results["CONFLICTS_COUNT"] == 2
    assert reconcile.rows("proposals") == []  # the place of another factory
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["same_id_other_factory"] == 2


def test_what_was_entered_twice_is_said_to_be(reconcile, tmp_path):
    """Word for word the same: that is why nobody can tell them apart."""
    lines = [("FP-1", "Lotus Garment", "12")] * 2 + [("FP-2", "Sun Palm", "12"), ("FP-2", "Sun Palm Ltd", "12")]
    rows = [
        row("A", "Lotus Garment", "FP-1", "120101", (0, 0)),
        row("B", "Sun Palm", "FP-2", "120102"),
        row("C", "Twin Star", "FP-3", "120103"),
        row("D", "Twin Star", "FP-3", "120103"),
    ]
    lines.append(("FP-3", "Twin Star", "12"))
    extract = as_csv(tmp_path / "twice.csv", lines, ("licence_no", "name_en", "province"))
    reconcile(REGISTER=register(rows), EXTRACT=str(extract), PROFILE="")
    told = {(t["factory_id"], t["extract_row"]): t["evidence"].partition(" Licence number")[0]
            for t in reconcile.rows("ambiguous")}  # fmt: skip
    twice = "Entered twice: rows 2, 3 of the extract are the same in all that was read."
    ids = "Entered twice: factories C, D of the register are the same in all but their ids."
    assert (told["A", 2], told["A", 3], told["C", 6], told["D", 6]) == (twice, twice, ids, ids)
    assert not any("Entered twice" in why for (factory, _), why in told.items() if factory == "B")


def test_a_record_with_the_id_of_a_taken_one(reconcile, tmp_path):
    rows = [row("A", "Lotus Garment", "FP-9", "120101", (0, 0)), row("B", "Quite Another Works", "FP-9", "120104")]
    extract = as_csv(tmp_path / "x.csv", [("FP-9", "Lotus Garment", "12")], ("licence_no", "name_en", "province"))
    reconcile(REGISTER=register(rows), EXTRACT=str(extract), PROFILE="")
    assert [m["factory_id"] for m in reconcile.rows("matched")] == ["A"]
    assert reconcile.rows("ambiguous") == []
    (other,) = reconcile.rows("register_only")
    assert other["proposal"] == (
        "Has the id of row 2 of the extract, which is another factory of the register: entered twice?"
    )
    (conflict,) = reconcile.rows("conflicts")
    assert (conflict["factory_id"], conflict["certainty"]) == ("B", None)
    assert conflict["message"].startswith(
        "Same id, but row 2 of the extract is another factory of the register. Licence number FP-9 in both. Names "
    )


def test_expired_and_overdue(reconcile, tmp_path):
    deadlines = tmp_path / "deadlines.csv"
    deadlines.write_text("province_code,deadline\nBattambang,2024-12-31\n08,2025-06-30\n", encoding="utf-8")
    reconcile(DEADLINES=str(deadlines), DEADLINE="2025-01-30")
    (gone,) = reconcile.rows("expired")
    assert (gone["factory_id"], gone["expires_on"], gone["days"]) == ("R0", "2024-12-31", 31)
    late = {o["factory_id"]: (o["days"], o["deadline"]) for o in reconcile.rows("overdue")}
    assert late == {"R2": (31, "2024-12-31"), **dict.fromkeys(("R6", "R7", "R11"), (1, "2025-01-30"))}
    messages = {o["factory_id"]: o["message"] for o in reconcile.rows("overdue")}
    assert messages["R2"] == "Its registration is “applied”; its deadline was 2024-12-31, days since then: 31."
    assert messages["R6"] == "Not in the registration system; its deadline was 2025-01-30, days since then: 1."
    progress = {p["code"]: p for p in reconcile.rows("progress") if p["level"] == "province"}
    assert progress["02"]["deadline"] == "2024-12-31"
    assert progress["02"]["message"] == "Automated registration completed: 0 of 1."
    assert progress["12"]["name"] == "Phnom Penh"
    reconcile(DEADLINE="2025-01-31")
    assert reconcile.rows("overdue") == []


def test_what_could_not_be_read_is_told(reconcile):
    reconcile()
    assert [(u["extract_row"], u["field"], u["value"]) for u in reconcile.rows("unread")] == [(6, "ថ្ងៃផុតកំណត់", "soon")]
    assert any("could not be read: 1, such as row 6: “soon”" in said for said in reconcile.said.warnings)


def test_last_days_that_are_no_plain_days(reconcile, tmp_path):
    """A moment in UTC is the local day; of two days, of the Buddhist era, far in the future: not guessed but told."""
    days = {
        "L1": "2025-03-30T17:00:00Z",  # midnight of the 31st in Cambodia: valid up to its end
        "L2": "2025-03-30T16:59:59Z",
        "L3": "2025-03-31T00:00:00+07:00",
        "L4": "01/02/2024 - 31/12/2026",
        "L5": "2024-12-31 (renewed to 2027-12-31)",
        "L6": "31/12/2567",
        "L7": "12/31/2024",
        "L8": "2999-12-31",
        "L9": "0024-12-31",
        "L10": "n/a",
        "L11": "31/12/2024 17:00",
        "L12": "៣១/១២/២០២៤",
    }
    rows = [row(f"F{licence}", f"Works {licence}", licence, "120101", (0, 0)) for licence in days]
    extract = as_csv(tmp_path / "days.csv", [*days.items()], ("licence_no", "expiry_date"))
    reconcile(REGISTER=register(rows), EXTRACT=str(extract), PROFILE="", AS_OF="2025-03-31")
    expires = {m["licence_no"]: m["expires_on"] for m in reconcile.rows("matched")}
    assert {licence: day for licence, day in expires.items() if day} == {
        "L1": "2025-03-31", "L2": "2025-03-30", "L3": "2025-03-31", "L11": "2024-12-31", "L12": "2024-12-31",
    }  # fmt: skip
    assert sorted(e["licence_no"] for e in reconcile.rows("expired")) == ["L11", "L12", "L2"]
    unread = {u["value"]: u["problem"] for u in reconcile.rows("unread")}
    assert set(unread) == {days[f"L{i}"] for i in (4, 5, 6, 7, 8, 9)}
    assert "names 2 days" in unread[days["L4"]]
    assert "names 2 days" in unread[days["L5"]]
    assert "Buddhist era" in unread[days["L6"]]
    assert "is of the year 2999" in unread[days["L8"]]


def test_the_newer_last_day_counts_and_the_other_is_told(reconcile, tmp_path):
    """An older extract does not end a permit that the register knows to be renewed."""
    fields = (*FIELDS, ("expires_on", "date"))
    from qgis.PyQt.QtCore import QDate

    rows = [(*row("B", "Sun Palm", "L2", "120101", (0, 0), status_from="2025-01-01"), QDate(2027, 12, 31))]
    extract = as_csv(
        tmp_path / "old.csv", [("L2", "Sun Palm", "2024-01-31", "2024-01-31")],
        ("licence_no", "name_en", "expiry_date", "updated_on"),
    )  # fmt: skip
    layer = L.layer("Point", fields, rows, name="register")
    reconcile(REGISTER=layer, EXTRACT=str(extract), PROFILE="", AS_OF="2025-03-31")
    assert reconcile.rows("expired") == []
    (matched,) = reconcile.rows("matched")
    assert (matched["expires_on"], matched["conflicts"]) == ("2027-12-31", 1)
    (told,) = reconcile.rows("conflicts")
    assert told["message"] == (
        "Last day of the permit: “2027-12-31” in the register, “2024-01-31” in the extract. Newer: the register."
    )
    assert told["newer_by_days"] == 336


STATES = ["Registered", "Pending", "EXPIRED", "Suspended", "Revoked", "បានចុះបញ្ជី", "កំពុងរង់ចាំ", "ផុតកំណត់", "ព្យួរ", "ដកហូត"]
# Registered, expired and suspended registrations were completed once.
COMPLETED = [True, False, True, True, False] * 2


def states(tmp_path, header="ស្ថានភាព", values=STATES):
    lines = [(f"L{i}", f"Works {chr(97 + i) * 4}", state) for i, state in enumerate(values)]
    return str(as_csv(tmp_path / "states.csv", lines, ("licence_no", "name_en", header)))


@pytest.mark.parametrize("header", ["ស្ថានភាព", "registration status", "Status", "Column 7"])
def test_states_are_known_without_a_profile(reconcile, tmp_path, header):
    results = reconcile(EXTRACT=states(tmp_path, header), PROFILE="", SUMMARY=str(tmp_path / "r.json"))
    assert results["COMPLETED"] == sum(COMPLETED)
    assert reconcile.rows("unread") == []
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert told["registration_status_from"] == header
    assert not any("counts as completed" in said for said in told["warnings"])


def test_states_are_known_beside_those_of_a_profile(reconcile, tmp_path):
    own = tmp_path / "own.yaml"
    text = 'profile: x\nversion: "1"\ntitle: {en: x}\nkey: licence_no\nids: {pattern: "KH-{number}"}\n'
    text += "fields:\n  licence_no: licence_no\n  name_en: name_en\n"
    own.write_text(text + "  registration_status: {from: S, values: {Revoked: registered}}\n", encoding="utf-8")
    assert reconcile(EXTRACT=states(tmp_path, "S"), PROFILE=str(own))["COMPLETED"] == sum(COMPLETED) + 1
    # A profile that does not use the column is left as it is, and the officer is told.
    own.write_text(text, encoding="utf-8")
    assert reconcile(EXTRACT=states(tmp_path, "S"), PROFILE=str(own))["COMPLETED"] == len(STATES)
    assert any("column “S” look like states of a registration" in said for said in reconcile.said.warnings)


def test_without_a_state_completed_is_no_finding(reconcile, tmp_path):
    """Every row counts as completed: that is said beside the total, in the table and in the summary."""
    extract = states(tmp_path, "remarks", ["green", "red"])
    reconcile(EXTRACT=extract, PROFILE="", SUMMARY=str(tmp_path / "r.json"))
    why = "No column of registration status was used: every row of the extract counts as completed."
    assert why in reconcile.said.warnings
    assert f"Automated registration completed: 2 of 14. {why}" in reconcile.said.info
    assert all(p["message"].endswith(why) for p in reconcile.rows("progress"))
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert told["registration_status_from"] is None
    assert why in told["warnings"]


def test_a_state_that_is_not_understood_is_told(reconcile, tmp_path):
    reconcile(EXTRACT=states(tmp_path, "registration_status", ["Registered", "Registered", "Mislaid", ""]), PROFILE="")
    assert any("or nothing that was understood: 2 of 4. They count as completed" in w for w in reconcile.said.warnings)
    assert [u["value"] for u in reconcile.rows("unread")] == ["Mislaid"]


def test_a_date_of_a_layer_may_carry_its_zone():
    import datetime as dt

    from factory_locations.processing.registration.inputs import day_of

    moment = dt.datetime(2025, 3, 30, 17, 0)
    assert day_of(moment) == dt.date(2025, 3, 30)
    assert day_of(moment.replace(tzinfo=dt.timezone.utc)) == dt.date(2025, 3, 31)
    assert day_of(dt.date(2025, 3, 30)) == dt.date(2025, 3, 30)


@pytest.mark.parametrize("kind", ["csv", "semicolons", "json", "xlsx"])
def test_every_kind_of_file_says_the_same(reconcile, tmp_path, kind):
    reconcile()
    tables = ("matched", "not_located", "extract_only", "field_finds", "conflicts", "progress", "expired")

    def told():
        # Where a row stands differs: a JSON list has no header.
        def plain(row_):
            numbered = ("extract_row", "proposal", *(["message"] if row_.get("field") == "licence_no" else []))
            return {name: value for name, value in row_.items() if name not in numbered}

        return {table: [plain(row_) for row_ in reconcile.rows(table)] for table in tables}

    expected = told()
    write = {
        "csv": lambda: as_csv(tmp_path / "x.csv"),
        "semicolons": lambda: as_csv(tmp_path / "x.csv", delimiter=";"),
        "json": lambda: as_json(tmp_path / "x.json"),
        "xlsx": lambda: as_xlsx(tmp_path / "x.xlsx"),
    }[kind]
    more = {"SHEET": "Extract"} if kind == "xlsx" else {}
    reconcile(EXTRACT=str(write()), **more)
    assert told() == expected


def test_a_layer_of_the_project(reconcile):
    from qgis.core import QgsProject

    fields = [(name, "text") for name in COLUMNS]
    table = L.layer("NoGeometry", fields, [(None, *line) for line in EXTRACT], name="extract", crs="")
    QgsProject.instance().addMapLayer(table)
    try:
        assert reconcile(EXTRACT=table)["MATCHED_COUNT"] == 5
    finally:
        QgsProject.instance().removeMapLayer(table.id())


def test_a_register_against_its_own_export(run, tmp_path, demo_gpkg):
    """The demo register saved as CSV: every factory is found by its id, and nothing disagrees."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    source = f"{demo_gpkg}|layername=factories"
    layer = QgsVectorLayer(source, "factories", "ogr")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "CSV"
    options.layerOptions = ["GEOMETRY=AS_XY"]
    path = tmp_path / "export.csv"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    given = {"REGISTER": source, "EXTRACT": str(path), "OUTPUT": str(tmp_path / "r.gpkg"), "AS_OF": "2025-01-31"}
    results = run("reconcile_registration", given)
    count = layer.featureCount()
    assert results["MATCHED_COUNT"] + results["NOT_LOCATED_COUNT"] == count
    assert (results["CONFLICTS_COUNT"], results["FIELD_FINDS_COUNT"]) == (0, 0)
    matched = L.rows(tmp_path / "r.gpkg", "matched")
    assert {m["how"] for m in matched} == {"factory id"}
    ids = [m["factory_id"] for m in matched]  # of the demo's errors, some are ids used twice
    assert {m["certainty"] for m in matched if ids.count(m["factory_id"]) == 1} == {"certain"}
    assert all(m["name_similarity"] == 1.0 for m in matched)


def refused(reconcile, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        reconcile(**given)
    return str(why.value)


def test_bad_input_is_told(reconcile, tmp_path, profile):
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    header = as_csv(tmp_path / "header.csv", rows=[])
    no_ids = as_csv(tmp_path / "no_ids.csv", [("red", "7")], ("colour", "floors"))
    assert "is empty" in refused(reconcile, EXTRACT=str(empty))
    assert "“header.csv” has no rows to compare" in refused(reconcile, EXTRACT=str(header))
    assert "has no sheet “Sheet9”. It has: Notes, Extract" in refused(
        reconcile, EXTRACT=str(as_xlsx(tmp_path / "x.xlsx")), SHEET="Sheet9"
    )
    assert "the source has no column “លេខលិខិតអនុញ្ញាត”" in refused(reconcile, EXTRACT=str(no_ids))
    assert "colour" in refused(reconcile, EXTRACT=str(no_ids), PROFILE="")
    assert "is neither a file nor a layer" in refused(reconcile, EXTRACT="nowhere.csv")
    assert "there is no layer or file" in refused(reconcile, REGISTER="nowhere.gpkg")
    bare = L.layer("Point", (("height", "real"),), [(L.point(0, 0), 1.0)], name="masts")
    assert "layer “masts” has none of the fields factory_id, licence_no" in refused(reconcile, REGISTER=bare)
    assert "“soon” is not a date" in refused(reconcile, DEADLINE="soon")
    assert "has no column “nope” (EXPIRY_FIELD)" in refused(reconcile, EXPIRY_FIELD="nope")
    for text, why in (
        ("province,day\n", "needs the columns province_code and deadline. It has: province, day"),
        ("province_code,deadline\n", "names no province with a deadline"),
        ("province_code,deadline\nAtlantis,2024-12-31\n", "line 2: “Atlantis” is no province"),
        ("province_code,deadline\n12,soon\n", "line 2: “soon” is not a date"),
        (
            "province_code,deadline\n12,2024-12-31\nPhnom Penh,2025-12-31\n",
            "line 3: province 12 has a deadline already",
        ),
    ):
        table = tmp_path / "deadlines.csv"
        table.write_text(text, encoding="utf-8")
        assert why in refused(reconcile, DEADLINES=str(table))
    yaml = tmp_path / "deadlines.yaml"
    yaml.write_text('"12": 2024-12-31\nKandal\n', encoding="utf-8")
    assert "line 2: a province and its day are needed" in refused(reconcile, DEADLINES=str(yaml))
    assert "inputs are never overwritten" in refused(reconcile, SUMMARY=str(profile))
    assert "give it a name that ends in .gpkg" in refused(reconcile, OUTPUT=str(tmp_path / "r.csv"))
    assert not (tmp_path / "r.gpkg").exists()


def test_deadlines_in_yaml(reconcile, tmp_path):
    yaml = tmp_path / "deadlines.yaml"
    yaml.write_text("# provinces\n'02': 2024-12-31\nKep: 31/12/2025\n", encoding="utf-8")
    reconcile(DEADLINES=str(yaml))
    assert [o["factory_id"] for o in reconcile.rows("overdue")] == ["R2"]


def test_dates_from_the_dialog(reconcile):
    from qgis.PyQt.QtCore import QDate, QDateTime

    reconcile(AS_OF=QDate(2025, 1, 31), DEADLINE=QDateTime.fromString("2025-01-30T00:00:00", "yyyy-MM-ddTHH:mm:ss"))
    assert {o["days"] for o in reconcile.rows("overdue")} == {1}
    reconcile(DEADLINE=None)
    assert reconcile.rows("overdue") == []


def test_days_as_people_type_them(reconcile):
    """Day first, as in the lists, where the day cannot be a month; never one of two readings."""
    for typed in ("30/01/2025", "30-1-2025", "៣០/០១/២០២៥", "2025-01-30", "2025-01-30T00:00:00", "30/01/2025 "):
        reconcile(DEADLINE=typed)
        assert {o["days"] for o in reconcile.rows("overdue")} == {1}, typed
    reconcile(DEADLINE="01/01/2025")
    assert {o["days"] for o in reconcile.rows("overdue")} == {30}
    told = refused(reconcile, DEADLINE="05/06/2025")
    assert "“05/06/2025” may be 2025-06-05 (day first) or 2025-05-06 (month first)" in told
    assert "may be 2025-06-05" in refused(reconcile, AS_OF="05.06.2025")
    for typed in ("06/30/2025", "31/02/2025", "30/01/2568", "30/01/2025 - 30/06/2025"):
        assert f"“{typed}” is not a date" in refused(reconcile, DEADLINE=typed)


def test_premises_as_polygons_and_other_coordinate_systems(reconcile, tmp_path):
    rows = [(L.box(0, 0, 100), *REGISTER[0][1:]), (None, *REGISTER[4][1:])]
    reconcile(REGISTER=L.layer("Polygon", FIELDS, rows, name="premises"))
    (matched,) = reconcile.rows("matched")
    (point,) = L.shapes(tmp_path / "r.gpkg", "matched")
    assert matched["factory_id"] == "R0"
    assert L.X0 < point.x < L.X0 + 100
    reconcile(REGISTER=L.moved(register(), "EPSG:4326"))
    assert L.shapes(tmp_path / "r.gpkg", "matched")[1].x == pytest.approx(L.X0 + 1000, abs=0.01)


def test_a_shapefile_with_its_short_names(reconcile, tmp_path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    options.fileEncoding = "UTF-8"
    path = str(tmp_path / "register.shp")
    QgsVectorFileWriter.writeAsVectorFormatV3(register(), path, QgsCoordinateTransformContext(), options)
    assert reconcile(REGISTER=path)["MATCHED_COUNT"] == 5
    found = {c["field"]: c["newer_by_days"] for c in reconcile.rows("conflicts")}
    assert found == {"size_class": 1203, "province_code": None, "licence_no": None}


def test_numbers_of_a_spreadsheet(reconcile, tmp_path):
    """A licence number that became a number is still one: 14.0 in a layer is 14, and without its zeros."""
    fields = tuple((name, "real" if name == "licence_no" else kind) for name, kind in FIELDS)
    values = list(REGISTER[0])
    values[1 + [name for name, _ in FIELDS].index("licence_no")] = 1.0
    reconcile(REGISTER=L.layer("Point", fields, [tuple(values)], name="register"))
    (matched,) = reconcile.rows("matched")
    assert (matched["licence_no"], matched["extract_licence_no"]) == ("1", "០០០១")


def test_a_cancelled_run_leaves_nothing(run, tmp_path, feedback, profile):
    from qgis.core import QgsProcessingException

    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress > 40 else None)
    given = {
        "REGISTER": register(),
        "EXTRACT": str(as_csv(tmp_path / "extract.csv")),
        "PROFILE": str(profile),
        "OUTPUT": str(tmp_path / "r.gpkg"),
    }
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("reconcile_registration", given, feedback=feedback)
    assert not (tmp_path / "r.gpkg").exists()


def test_inputs_stay_as_they_are(reconcile, tmp_path, profile):
    saved = L.saved(register(), tmp_path / "in" / "register.gpkg") if (tmp_path / "in").mkdir() is None else ""
    extract = as_csv(tmp_path / "in" / "extract.csv")
    before = L.checksums(tmp_path / "in")
    reconcile(REGISTER=saved, EXTRACT=str(extract))
    assert L.checksums(tmp_path / "in") == before


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_in_the_real_program(qgis_process, qgis_app, tmp_path, profile, kind):
    saved = L.saved(register(), tmp_path / "register.gpkg")
    extract = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}[kind](tmp_path / f"extract.{kind}")
    more = ["--SHEET=Extract"] if kind == "xlsx" else []
    done = qgis_process(
        "run", "factory:reconcile_registration", f"--REGISTER={saved}", f"--EXTRACT={extract}", f"--PROFILE={profile}",
        "--DEADLINE=31/12/2024", "--AS_OF=2025-01-31", f"--OUTPUT={tmp_path / 'r.gpkg'}",
        f"--SUMMARY={tmp_path / 'r.json'}", *more,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Automated registration completed: 11 of 16." in done.stdout + done.stderr
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["rows"]["extract"]["rows"] == 12
    assert len(L.rows(tmp_path / "r.gpkg", "matched")) == 5


def test_the_demo_extract(run, root, tmp_path, demo_gpkg):
    """Against the truth: the script that made the extract knows which factory each record was made of."""
    import importlib.util

    spec = importlib.util.spec_from_file_location(
        "build_registration", root / "data" / "demo" / "build_registration.py"
    )
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = [r["fid"] for i, r in enumerate(script.factories()) if i % 19 != 10 and r["licence_no"]]
    given = {
        "REGISTER": f"{demo_gpkg}|layername=factories",
        "EXTRACT": str(root / "data" / "demo" / "registration_extract.csv"),
        "PROFILE": str(root / "data" / "mappings" / "registration-extract.yaml"),
        "AS_OF": "2025-03-31",
        "DEADLINE": "2024-12-31",
        "OUTPUT": str(tmp_path / "r.gpkg"),
    }
    results = run("reconcile_registration", given)
    ids = {r["fid"]: (r["factory_id"], r["name_en"]) for r in script.factories()}
    found = {m["extract_row"]: (m["factory_id"], m["factory_name"]) for m in L.rows(tmp_path / "r.gpkg", "matched")}
    truth = {row_: ids[fid] for row_, fid in enumerate(made, start=2)}
    wrong = {row_: pair for row_, pair in found.items() if truth.get(row_) != pair}
    assert wrong == {}
    # All but three without a location, and one that was entered twice, so that nobody can tell which it is.
    assert len(found) == len(made) - 3 - 1
    assert results["TO_REGISTER"] == 984
    assert {a["extract_row"] for a in L.rows(tmp_path / "r.gpkg", "ambiguous")} == {6, len(made) + 2 + 18}


def test_the_demo_extract_is_what_the_script_writes(root, tmp_path):
    import shutil
    import subprocess
    import sys

    for name in ("demo/build_registration.py", "demo/demo.gpkg", "gazetteer/admin_units.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / "data" / name, tmp_path / name)
    subprocess.run([sys.executable, str(tmp_path / "demo" / "build_registration.py")], check=True)
    kept = (root / "data" / "demo" / "registration_extract.csv").read_bytes()
    assert (tmp_path / "demo" / "registration_extract.csv").read_bytes() == kept


def test_the_columns_of_days_are_not_told_as_left_over(reconcile, tmp_path):
    columns = [*COLUMNS, "Expiry date", "Shelf"]
    extract = as_csv(tmp_path / "days.csv", [(*line, "2027-01-01", "A") for line in EXTRACT], columns)
    reconcile(EXTRACT=str(extract), PROFILE="")
    log = "\n".join(reconcile.said.info)
    left = log.partition("Columns that are not used")[2].partition("Columns used of")[0]
    assert "Shelf" in left
    assert "Expiry date" not in left
    assert "expires ← Expiry date" in log
