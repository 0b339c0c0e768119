"""Mapping profiles: a sentence with line and expectation for every mistake, and what a profile makes of values."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.mapping import profile as M
from factory_locations.processing.paths import MAPPINGS
from factory_locations.processing.register.schema import load_schema

pytestmark = pytest.mark.usefixtures("qgis_app")

HEAD = """profile: own
version: "1"
title: {en: Own}
key: factory_id
"""


def refused(body: str, head: str = HEAD) -> str:
    with pytest.raises(LocationError) as raised:
        M.parse_profile(head + body, "own.yaml")
    return str(raised.value)


def profile(body: str, head: str = HEAD) -> M.Profile:
    return M.parse_profile(head + body, "own.yaml")


def read(body: str, rows: list[dict], head: str = HEAD) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Apply a profile to rows; the first stands in row 2, as below a header."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    chunk = pd.DataFrame([[row.get(name) for name in names] for row in rows], columns=names, dtype=object)
    chunk[M.ROW] = range(2, len(rows) + 2)
    return M.apply_profile(M.bind(profile(body, head), names), chunk)


@pytest.mark.parametrize(
    "path", sorted(set(MAPPINGS.glob("*.yaml")) - {MAPPINGS / "headers.yaml"}), ids=lambda p: p.stem
)
def test_shipped_profiles_are_valid_and_named_by_their_file(path):
    assert M.load_profile(path).id == path.stem


def test_the_identity_has_every_field_of_the_register():
    own = M.load_profile(MAPPINGS / "register.yaml")
    assert tuple(one.field for one in own.fields) == load_schema().names
    assert all(one.field == one.column for one in own.fields)


@pytest.mark.parametrize(
    ("body", "line", "told"),
    [
        ("fields: {factory_id: Id, nam_en: Name}\n", 5, "no field “nam_en” (did you mean name_en?)"),
        ("fields:\n  factory_id: Id\n  status: {from: S, values: {Open: open}}\n", 7, "“open” is none of: functional"),
        (
            "fields:\n  factory_id: Id\n  status: {from: S, expression: S}\n",
            7,
            "either “from” (a column) or “expression”",
        ),
        ("fields:\n  factory_id: Id\n  name_en: {expression: 'upper('}\n", 7, "QGIS cannot read this expression"),
        ("fields:\n  factory_id: Id\n  name_en: {from: N, dates: ['%Y']}\n", 7, "dates is for dates"),
        ("fields:\n  factory_id: Id\n  name_en: {from: N, dots: thousands}\n", 7, "dots is for numbers"),
        ("fields:\n  factory_id: Id\n  name_en: {from: N, zeros: put back}\n", 7, "zeros is for codes of ISIC"),
        ("fields:\n  factory_id: Id\n  name_en: {from: N, match: begins}\n", 7, "match needs “values”"),
        ("fields:\n  factory_id: Id\n  name_en: {form: N}\n", 7, "unknown entry: form (did you mean from?)"),
        ("fields: {factory_id: Id}\ndefaults: {isic: 0111}\n", 6, "a text is needed; put it in quotes"),
        ("fields: {factory_id: Id}\ndefaults: {status: open}\n", 6, "“open” is none of: functional"),
        ("fields: {name_en: Name}\n", 4, "no column gives factory_id"),
        ("fields: {name_en: Name}\nids: {pattern: 'KH-{number}'}\n", 4, "no column gives factory_id"),
        ("fields: {factory_id: Id}\nids: {pattern: 'KH-{province}'}\n", 6, "“{number}” is needed"),
        ("fields: {factory_id: Id}\ncoordinates: {first: a}\n", 6, "first and second are needed together"),
        ("fields: {factory_id: Id}\ncoordinates: {both: a, wkt: b}\n", 6, "one of these is needed"),
        (
            "fields: {factory_id: Id}\ncoordinates: {both: a, datum: 'EPSG:24048'}\n",
            6,
            "“EPSG:24048” is none of: EPSG:4326",
        ),
        ("fields: {factory_id: Id}\nnulls: [n/a, n/a]\n", 6, "“n/a” stands there twice"),
        ("fields: {factory_id: Id, 5: Five}\n", 5, "put it in quotes"),
        ("fields: {factory_id: 7}\n", 5, "names with values are needed"),
        ("fields: {factory_id: Id}\nfields: {factory_id: Id}\n", 6, "stands here a second time"),
    ],
)
def test_every_mistake_is_told_with_its_line(body, line, told):
    sentence = refused(body)
    assert "Mapping profile “own.yaml” has" in sentence
    assert any(told in one and one.startswith(f"line {line},") for one in sentence.splitlines()), sentence


def test_what_is_no_profile_at_all(tmp_path):
    assert "is a list or a text" in refused("", head="- a\n")
    assert "Mapping profile “own.yaml”, line 2" in refused("", head="a: [")
    gone = tmp_path / "gone.yaml"
    with pytest.raises(LocationError, match=r"Mapping profile .*gone.yaml” cannot be read"):
        M.load_profile(gone)


def test_columns_are_found_whatever_their_case_and_blanks():
    bound = M.bind(profile("fields: {factory_id: factory  ID, name_km: ឈ្មោះ}\n"), ["Factory id ", "ឈ្មោះ\u200b"])
    assert [one.column for one in bound.fields] == ["Factory id ", "ឈ្មោះ\u200b"]


def test_missing_columns_are_told_with_the_line_of_the_profile():
    own = profile(
        "fields:\n  factory_id: Id\n  name_en: Nmae\n  remarks: {expression: '\"Notes\"'}\nadmin: {province: P}\n"
    )
    with pytest.raises(LocationError) as raised:
        M.bind(own, ["Id", "Name"])
    said = str(raised.value).splitlines()
    assert said[1] == "line 7, fields.name_en: the source has no column “Nmae” (did you mean “Name”?)"
    assert said[2] == "line 8, fields.remarks.expression: the source has no column “Notes”; it has: Id, Name"
    assert said[3].startswith("line 9, admin.province:")


def test_a_profile_may_skip_missing_columns_but_not_the_key():
    own = profile(
        "missing_columns: skip\nfields: {factory_id: Id, name_en: Name}\ncoordinates: {first: X, second: Y}\n"
    )
    bound = M.bind(own, ["Id"])
    assert M.mapped_fields(bound) == ["factory_id"]
    assert bound.coordinates is None
    with pytest.raises(LocationError, match="no column “Id”"):
        M.bind(own, ["Name"])


def test_values_become_those_of_the_register():
    rows, problems = read(
        """fields:
  factory_id: Id
  employees: Workers
  isic: Activity
  registration_date: Date
  status: {from: State, values: {Open: functional}}
  size_class: Size
  remarks: {expression: "upper(\\"Note\\")"}
""",
        [
            {
                "Id": " F-01 ",
                "Workers": "1,200",
                "Activity": "០១១២",
                "Date": "15/03/2021",
                "State": "open",
                "Size": "ធុនតូច",
                "Note": "abc",
            },
            {"Id": "F-02", "Workers": "N/A", "Activity": "0112", "Date": None, "State": "Disused (may start again)"},
        ],
    )
    first, second = rows.to_dict("records")
    assert first["factory_id"] == "F-01"
    assert (first["employees"], first["isic"], first["registration_date"]) == (1200, "0112", date(2021, 3, 15))
    assert (first["status"], first["size_class"], first["remarks"]) == ("functional", "small", "ABC")
    assert second["employees"] is None
    assert second["status"] == "disused"
    assert problems[["row", "field", "kind", "value", "fatal"]].to_numpy().tolist() == [
        [3, "employees", "null token", "N/A", False]
    ]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("employees", "about 20", "“about 20” is not a number"),
        ("employees", "-5", "“-5” is not between 0 and"),
        ("status", "open", "“open” is none of: functional"),
        ("isic", "C1410", "does not look like isic"),
        ("registration_date", "soon", "is not a date like"),
        ("licence_no", "9" * 60, "longer than the 48 characters"),
    ],
)
def test_a_value_that_cannot_be_used_rejects_its_row_or_is_left_empty(field, value, told):
    rows, problems = read(f"fields: {{factory_id: Id, {field}: V}}\n", [{"Id": "F-01", "V": value}])
    assert problems["fatal"].tolist() == [True]
    assert told in problems["said"][0]
    rows, problems = read(
        f"fields: {{factory_id: Id, {field}: {{from: V, wrong: empty}}}}\n", [{"Id": "F-01", "V": value}]
    )
    assert problems["fatal"].tolist() == [False]
    assert told in problems["said"][0]
    assert rows[field].tolist() == [None]


def test_a_thousand_workers_with_a_dot_are_not_one():
    body = "fields: {factory_id: Id, employees: {from: V, wrong: empty%s}}\n"
    sheet = [{"Id": "F-01", "V": "1.000"}, {"Id": "F-02", "V": "120"}]
    rows, problems = read(body % "", sheet)
    assert rows["employees"].tolist() == [None, 120]
    assert "“1.000” may be 1000, or a number with decimals" in problems["said"][0]
    assert read(body % ", dots: thousands", sheet)[0]["employees"].tolist() == [1000, 120]
    assert read(body % ", dots: decimals", sheet)[0]["employees"].tolist() == [1, 120]


def test_an_activity_that_may_have_lost_its_zero_is_not_taken_for_another():
    """0141 raises cattle, and 141 makes clothes; 0112, rice, can be nothing else than 112."""
    body = "fields: {factory_id: Id, isic: {from: V%s}}\n"
    sheet = [{"Id": f"F-0{i}", "V": code} for i, code in enumerate(["1410", "141", "112", "១៤១", "107"])]
    rows, problems = read(body % "", sheet)
    assert rows["isic"].tolist() == ["1410", None, "0112", None, "107"]
    assert problems[["row", "kind", "fatal"]].to_numpy().tolist() == [
        [4, "zero put back", False],
        [3, "wrong value", True],
        [5, "wrong value", True],
    ]
    told = problems["said"][1]
    assert "“141” may be 141 (Manufacture of wearing apparel" in told
    assert "or 0141 (Raising of cattle" in told
    assert read(body % ", zeros: put back", sheet)[0]["isic"].tolist() == ["1410", "0141", "0112", "0141", "107"]
    assert read(body % ", zeros: as written", sheet)[0]["isic"].tolist() == ["1410", "141", "112", "១៤១".translate(
        str.maketrans("១៤", "14")), "107"]  # fmt: skip
    rows, _ = read(body % ", values: {'141': '1410'}", sheet[:2])
    assert rows["isic"].tolist() == ["1410", "1410"]


def test_long_free_text_is_cut_and_kept_whole_in_the_notice():
    rows, problems = read("fields: {factory_id: Id, name_en: N}\n", [{"Id": "F-01", "N": "x" * 200}])
    assert rows["name_en"][0] == "x" * 160
    assert problems[["kind", "value", "fatal"]].to_numpy().tolist() == [["cut", "x" * 200, False]]


def test_packed_values_are_taken_apart():
    body = """fields:
  factory_id: Id
  status: {from: S, part: {of: "__", take: 2}, values: {Operational: functional}, match: begins, otherwise: projected}
  status_from: {from: S, part: {of: "__", take: 1}, dates: ["%b %Y"]}
"""
    rows, problems = read(body, [{"Id": "F-01", "S": "Jul 2011__Operational: 9"}, {"Id": "F-02", "S": "Not found"}])
    assert rows["status"].tolist() == ["functional", None]
    assert rows["status_from"].tolist() == [date(2011, 7, 1), None]
    assert sorted(problems["kind"]) == ["null token", "null token", "packed", "packed"]


def test_a_day_in_utc_is_told():
    body = "fields: {factory_id: Id, registration_date: {from: D%s}}\n"
    rows, problems = read(body % "", [{"Id": "F-01", "D": "2007-07-15Z"}])
    assert rows["registration_date"][0] == date(2007, 7, 15)
    assert problems["kind"].tolist() == ["utc date"]
    rows, problems = read(body % ", utc: local day", [{"Id": "F-01", "D": "2007-07-15Z"}])
    assert rows["registration_date"][0] == date(2007, 7, 16)
    assert problems["said"][0] == "“2007-07-15Z” is in UTC and was taken as 2007-07-16, the day in Cambodia"


PLACES = "fields: {factory_id: Id}\ncoordinates: {%s}\n"


def test_coordinates_of_every_kind_and_what_was_done_with_them():
    rows, problems = read(
        PLACES % "both: C, accuracy_m: 30",
        [
            {"Id": "F-1", "C": "11.55, 104.92"},
            {"Id": "F-2", "C": "104.92, 11.55"},
            {"Id": "F-3", "C": "somewhere"},
            {"Id": "F-4", "C": None},
            {"Id": "F-5", "C": "N/A"},
        ],
    )
    assert rows["lat"].round(4).tolist()[:2] == [11.55, 11.55]
    assert rows["lon"].isna().tolist() == [False, False, True, True, True]
    assert rows["loc_original"].tolist() == ["11.55, 104.92", "104.92, 11.55", "somewhere", None, None]
    # Half of the second decimal is some 550 m, which outweighs the 30 m of the source.
    assert rows["loc_accuracy_m"][0] == pytest.approx((30**2 + 557**2) ** 0.5, rel=0.01)
    kinds = problems[problems["field"] == "geometry"].set_index("row")["kind"].to_dict()
    assert kinds == {3: "swapped", 4: "unreadable coordinate", 5: "no coordinate", 6: "no coordinate"}
    assert not problems["fatal"].any()


def test_links_of_maps_are_coordinates_and_what_they_leave_open_is_noted():
    links = ["https://maps.google.com/?q=11.5564,104.9282", "https://www.google.com/maps/@11.5564,104.9282,15z"]
    body = PLACES % "both: C"
    rows, problems = read(body, [{"Id": f"F-{i}", "C": link} for i, link in enumerate([*links, "https://goo.gl/x"])])
    assert rows["lat"].tolist()[:2] == [11.5564, 11.5564]
    kinds = problems[problems["field"] == "geometry"].set_index("row")["kind"].to_dict()
    assert kinds == {3: "map centre", 4: "unreadable coordinate"}
    said = " ".join(problems["said"])
    assert "middle of the map" in said
    assert "shortened link" in said


def test_words_for_nothing_in_both_columns_are_no_coordinate():
    body = PLACES % "first: A, second: B, order: lat_lon"
    rows, problems = read(body, [{"Id": "F-1", "A": "N/A", "B": "-"}, {"Id": "F-2", "A": "11.5", "B": "-"}])
    assert rows["loc_original"].tolist() == [None, "11.5, -"]
    assert problems[problems["field"] == "geometry"]["kind"].tolist() == ["no coordinate", "unreadable coordinate"]


def test_fine_digits_are_no_accuracy():
    rows, _ = read(PLACES % "both: C", [{"Id": "F-1", "C": "11.5512345, 104.9212345"}])
    assert rows["loc_accuracy_m"].tolist() == [None]


def test_a_zero_that_a_spreadsheet_dropped_is_no_inaccuracy():
    rows, _ = read(
        PLACES % "first: A, second: B",
        [{"Id": "F-1", "A": "11.554823", "B": "104.9"}, {"Id": "F-2", "A": "11.5", "B": "104.9"}],
    )
    assert rows["loc_accuracy_m"].tolist() == [None, pytest.approx(5566)]


def test_indian_1960_is_moved_by_the_pinned_operation_and_good_to_44_m():
    rows, problems = read(
        PLACES % "first: E, second: N, order: x_y, datum: 'EPSG:3148'",
        [{"Id": "F-1", "E": "491000.0", "N": "1277000.0"}],
    )
    from factory_locations.processing.analysis.crs import operation

    there = operation("EPSG:3148", "EPSG:4326").points(np.array([[491000.0, 1277000.0]]))[0]
    assert (rows["lon"][0], rows["lat"][0]) == pytest.approx(tuple(there), abs=1e-9)
    assert rows["loc_datum"][0] == "EPSG:3148"
    assert rows["loc_accuracy_m"][0] == pytest.approx(44.0, abs=0.1)
    assert problems["kind"].tolist() == ["datum shifted"]


def test_the_source_s_own_account_of_a_place_goes_before():
    rows, _ = read(
        "fields: {factory_id: Id, loc_original: O, loc_datum: D}\ncoordinates: {first: X, second: Y, order: x_y, "
        "datum: 'EPSG:32648'}\n",
        [{"Id": "F-1", "O": "N 11 33", "D": "EPSG:4131", "X": "491000", "Y": "1277000"}],
    )
    assert rows["loc_original"].tolist() == ["N 11 33"]
    assert rows["loc_datum"].tolist() == ["EPSG:4131"]


def test_units_are_found_by_name_and_their_year_is_noted():
    rows, problems = read(
        "fields: {factory_id: Id}\nadmin: {province: P, district: D, names: {Poyang: '12'}}\n",
        [
            {"Id": "F-1", "P": "Kampong Speu", "D": None},
            {"Id": "F-2", "P": "Nowhere", "D": None},
            {"Id": "F-3", "P": "poyang"},
        ],
    )
    assert rows["province_code"].tolist() == ["05", None, "12"]
    assert rows["admin_vintage"].tolist() == [2025, None, 2025]
    assert problems[["row", "field", "kind"]].to_numpy().tolist() == [[3, "province_code", "unit not found"]]


def test_ids_are_made_from_province_and_number():
    head = HEAD.replace("factory_id", "licence_no")
    ids = "ids: {pattern: 'KH-{province}-{number}', number: Nr, digits: 4}\n"
    body = f"{ids}fields: {{licence_no: L}}\nadmin: {{province: P}}\n"
    rows, _ = read(body, [{"Nr": "7", "L": "a", "P": "Kampot"}, {"Nr": "8", "L": "b", "P": "Nowhere"}], head)
    assert rows["factory_id"].tolist() == ["KH-07-0007", None]


def test_a_year_alone_is_a_date_where_the_profile_says_which_day():
    rows, problems = read(
        "fields:\n  factory_id: Id\n  registration_date: {from: D, year: last, wrong: empty}\n",
        [{"Id": "F-1", "D": "2014"}, {"Id": "F-2", "D": "2563"}],
    )
    assert rows["registration_date"].tolist() == [date(2014, 12, 31), None]
    assert problems["kind"].tolist() == ["year alone", "left empty"]
    assert problems["said"][0] == "“2014” is a year alone: taken as 2014-12-31"
    assert "2020" in problems["said"][1]
    assert "year is for dates" in refused("fields:\n  factory_id: Id\n  name_en: {from: N, year: first}\n")
