"""suggest_mapping: what each column is taken for, and that the profile can be used as it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.mapping.profile import bind, load_profile, parse_profile
from factory_locations.processing.mapping.suggest import suggest, write_profile
from factory_locations.processing.mapping.table_input import open_table
from factory_locations.tests.sheets import xlsx

pytestmark = pytest.mark.usefixtures("qgis_app")

ENGLISH = {
    "Factory ID": ["KH-0001", "KH-0002", "KH-0003"],
    "Factory Name": ["Alpha", "Beta", "Gamma"],
    "No. of workers": ["12", "1,200", "N/A"],
    "ISIC": ["1410", "0112", "1071"],
    "Issue date": ["15/03/2021", "", "16/03/2021"],
    "GPS": ["11.55, 104.92", "11°33'N 104°55'E", "491000 1277000"],
    "Province": ["Phnom Penh", "Kampot", "Kep"],
    "Srok": ["Chamkar Mon", "Tuek Chhou", "Kaeb"],
    "Boiler": ["yes", "no", "yes"],
}
KHMER = {
    "លេខអាជ្ញាប័ណ្ណ": ["១២/២១", "១៣/២១", "១៤/២១"],
    "ឈ្មោះរោងចក្រ": ["រោងចក្រ ក", "រោងចក្រ ខ", "រោងចក្រ គ"],
    "ខេត្ត": ["ភ្នំពេញ", "កំពត", "កែប"],
    "ចំនួនកម្មករ": ["១២០", "៥", "១០"],
    "សកម្មភាព": ["1410", "1071", "1010"],
    "អ័ក្ស x": ["491000", "400000", "402000"],
    "អ័ក្ស y": ["1277000", "1170000", "1165000"],
}


def table(folder: Path, columns: dict[str, list[str]]) -> str:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values()))
    return str(path)


def targets(path: str) -> dict[str, str]:
    return {target: guess.column for target, guess in suggest(open_table(path)).guesses.items()}


def test_english_columns(tmp_path):
    assert targets(table(tmp_path, ENGLISH)) == {
        "factory_id": "Factory ID",
        "name_en": "Factory Name",
        "employees": "No. of workers",
        "isic": "ISIC",
        "registration_date": "Issue date",
        "both": "GPS",
        "province": "Province",
        "district": "Srok",
    }


def test_khmer_columns(tmp_path):
    assert targets(table(tmp_path, KHMER)) == {
        "licence_no": "លេខអាជ្ញាប័ណ្ណ",
        "name_km": "ឈ្មោះរោងចក្រ",
        "province": "ខេត្ត",
        "employees": "ចំនួនកម្មករ",
        "isic": "សកម្មភាព",
        "easting": "អ័ក្ស x",
        "northing": "អ័ក្ស y",
    }


def test_values_tell_where_names_do_not(tmp_path):
    columns = {
        "a": ["11.5501", "10.6002"],
        "b": ["104.9201", "104.1802"],
        "c": ["Kampot", "Kep"],
        "d": ["F-01", "F-02"],
    }
    found = targets(table(tmp_path, columns))
    assert (found["latitude"], found["longitude"], found["province"]) == ("a", "b", "c")


def test_names_that_mislead_are_outvoted_by_the_values(tmp_path):
    columns = {"Latitude": ["104.92", "104.93"], "Longitude": ["11.55", "11.56"], "Id": ["F-01", "F-02"]}
    found = targets(table(tmp_path, columns))
    # Either way round they are read as the same points.
    assert {found["latitude"], found["longitude"]} == {"Latitude", "Longitude"}


def test_each_line_says_how_sure_and_why_and_the_rest_is_listed(tmp_path):
    text = write_profile(suggest(open_table(table(tmp_path, ENGLISH))))
    lines = text.splitlines()
    for column in ("Factory ID", "Factory Name", "ISIC", "GPS", "Province"):
        (line,) = [line for line in lines if f'"{column}"' in line]
        assert "# certain (" in line or "# likely (" in line, line
    assert '#   "Boiler": yes, no' in lines
    assert "# Columns that are not used, with examples:" in lines


def test_words_of_a_list_get_their_codes_and_unknown_ones_are_to_be_filled_in(tmp_path):
    """What nobody knows must not become the default: a factory that is gone would be functional."""
    path = table(tmp_path, {**ENGLISH, "Status": ["Open", "បិទ", "???"], "Size": ["giant", "", ""]})
    text = write_profile(suggest(open_table(path)))
    own = bind(parse_profile(text, "own.yaml"), open_table(path).names)
    assert own.field("status").values == {"open": "functional", "បិទ": "decommissioned"}
    assert own.field("status").reject is True
    assert own.field("size_class").reject is False
    lines = [line.strip() for line in text.splitlines()]
    assert '# "???":' in lines
    assert '# "giant":' in lines
    assert any("rows with these are rejected" in line and "underConstruction" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["Operating", "Closed", "Suspended"], ["functional", "decommissioned", "disused"]),
        (["កំពុងដំណើរការ", "បិទ", "ផ្អាក"], ["functional", "decommissioned", "disused"]),
        (["ដំណើរការ", "បើក", "Operational"], ["functional"] * 3),
    ],
)
def test_words_for_states(run, tmp_path, words, codes):
    assert states(run, table(tmp_path, {**ENGLISH, "ស្ថានភាព / Status": words}), "status") == codes


def test_words_for_registrations_under_a_heading_that_says_only_status(run, tmp_path):
    path = table(tmp_path, {**ENGLISH, "ស្ថានភាព": ["Registered", "Pending", "Expired"]})
    assert states(run, path, "registration_status") == ["registered", "applied", "expired"]


def test_a_column_of_states_is_mapped_though_none_of_its_words_is_known(tmp_path):
    path = table(tmp_path, {**ENGLISH, "ស្ថានភាព / Status": ["xx", "yy", "xx"]})
    text = write_profile(suggest(open_table(path)))
    assert parse_profile(text, "own.yaml").field("status").column == "ស្ថានភាព / Status"
    assert '      # "xx":' in text.splitlines()


def states(run, path: str, field: str) -> list[str]:
    from qgis.core import QgsVectorLayer

    folder = Path(path).parent
    given = {"OUTPUT": str(folder / "made.gpkg"), "REPORT": str(folder / "made-report.gpkg")}
    run("import_register", {"INPUT": path, **given})
    layer = QgsVectorLayer(f"{folder / 'made.gpkg'}|layername=factories", "f", "ogr")
    return [feature[field] for feature in layer.getFeatures()]


def provincial(licences: list[str], **more) -> dict[str, list[str]]:
    n = len(licences)
    return {
        "ល.រ": [str(i) for i in range(1, n + 1)],
        "Factory name": [f"Factory {chr(64 + i)}" for i in range(1, n + 1)],
        "Licence No.": licences,
        "ISIC": ["1410"] * n,
        "Province": ["Svay Rieng"] * n,
        **more,
    }


def keyed(path: str) -> tuple[str, str, str]:
    """The key, the line with its reason, and the column of the number, empty for the next free one."""
    text = write_profile(suggest(open_table(path)))
    own = parse_profile(text, "own.yaml")
    (line,) = [line for line in text.splitlines() if line.startswith("key:")]
    return own.key, line, own.ids.number if own.ids else ""


def test_a_licence_is_the_key_though_one_is_missing_and_one_doubled(tmp_path):
    licences = [f"SR-{i:04}" for i in range(40)]
    licences[7], licences[9] = "", licences[8]
    key, line, number = keyed(table(tmp_path, provincial(licences)))
    assert (key, number) == ("licence_no", "")
    assert "38 of 40 rows have one of their own" in line


@pytest.mark.parametrize("header", ["ល.រ", "ល.រ / No.", "No.", "fid", "row", "id", "OBJECTID", "Factory No", "x1"])
def test_a_running_number_is_the_key_only_where_nothing_else_is(tmp_path, header):
    columns = {
        header: ["1", "2", "3"],
        "Name": ["A", "B", "C"],
        "Province": ["Kep", "Kep", "Kep"],
        "ISIC": ["1410"] * 3,
    }
    key, line, number = keyed(table(tmp_path, columns))
    assert (key, number) == ("name_en", "")
    columns["Name"] = ["A", "A", "C"]
    path = table(tmp_path, columns)
    key, line, number = keyed(path)
    assert (key, number) == ("factory_id", header)
    assert "possible: a running number" in line
    assert "overwritten" in line
    assert parse_profile(write_profile(suggest(open_table(path))), "own.yaml").ids.pattern == "KH-{province}-{number}"


def test_ids_that_not_all_have_are_kept_and_the_licence_is_the_key(tmp_path):
    columns = provincial(["L1", "L2", "L3"], **{"Factory ID": ["KH-01", "", "KH-03"]})
    path = table(tmp_path, columns)
    assert keyed(path)[0] == "licence_no"
    own = parse_profile(write_profile(suggest(open_table(path))), "own.yaml")
    assert own.field("factory_id").column == "Factory ID"
    assert own.ids.pattern == "KH-{province}-{number}"


def test_a_code_of_a_source_is_better_than_names(tmp_path):
    columns = {"wri_id": ["1026841", "1026842", "1026850"], "Name": ["A", "B", "C"], "Province": ["Kep"] * 3}
    assert keyed(table(tmp_path, columns))[::2] == ("factory_id", "wri_id")


def test_numbers_in_the_order_of_the_rows_are_no_codes_of_provinces(tmp_path):
    rows = [str(i) for i in range(1, 14)]
    found = targets(table(tmp_path, {"fid": rows, "b": rows, "Name": [f"N{i}" for i in rows]}))
    assert found == {"name_en": "Name"}
    assert "province" not in targets(table(tmp_path, {"rank": ["3", "1", "1"], "Name": ["A", "B", "C"]}))
    assert targets(table(tmp_path, {"Province code": ["1", "2", "3"], "Name": ["A", "B", "C"]}))["province"]


def test_names_of_columns_of_health_facilities(tmp_path):
    columns = {
        "FACILITCOD": ["010001", "010301"],
        "FACILITNAM": ["Provincial Hospital", "Preah Net Preah"],
        "PCODE": ["1", "1"],
        "DNAME": ["Mongkol Borei", "Preah Netr Preah"],
        "CNAME": ["Ruessei Kraok", "Chob Veari"],
    }
    assert targets(table(tmp_path, columns)) == {
        "factory_id": "FACILITCOD",
        "name_en": "FACILITNAM",
        "province": "PCODE",
        "district": "DNAME",
        "commune": "CNAME",
    }
    assert targets(table(tmp_path, {"PNAME": ["Kep"], "HRName": ["A"]})) == {"province": "PNAME", "name_en": "HRName"}


def test_a_table_without_any_known_column_gives_a_skeleton(run, tmp_path):
    path = table(tmp_path, {"foo": ["a", "b"], "bar": ["c", "c"]})
    results = run("suggest_mapping", {"INPUT": path, "OUTPUT": str(tmp_path / "own.yaml")})
    text = (tmp_path / "own.yaml").read_text(encoding="utf-8")
    assert '  # name_en: "foo"' in text
    assert '  # name_en: "bar"' in text
    assert any("to be filled in before it can be used" in warning for warning in run.feedback.warnings)
    assert results["COLUMNS_LEFT"] == 2
    with pytest.raises(Exception, match=r"own.yaml"):
        load_profile(tmp_path / "own.yaml")


def test_the_sheet_is_in_the_profile(tmp_path):
    rows = [list(ENGLISH), *zip(*ENGLISH.values())]
    path = xlsx(tmp_path / "list.xlsx", {"Summary": [["Factories", 3]], "Factories 2024": rows})
    own = parse_profile(write_profile(suggest(open_table(path))), "own.yaml")
    assert own.source.sheet == "Factories 2024"


def test_a_year_alone_is_told_how_to_give(tmp_path):
    path = table(tmp_path, {**ENGLISH, "Issue date": ["15/03/2021", "2014", "16/03/2021"]})
    text = write_profile(suggest(open_table(path)))
    assert "“year: first” takes a year alone" in text


@pytest.mark.parametrize("columns", [ENGLISH, KHMER], ids=["English", "Khmer"])
def test_the_profile_can_be_used_as_it_is(run, tmp_path, columns):
    path = table(tmp_path, columns)
    results = run("suggest_mapping", {"INPUT": path, "OUTPUT": str(tmp_path / "own.yaml")})
    assert load_profile(tmp_path / "own.yaml").id == "own"
    assert results["COLUMNS_USED"] + results["COLUMNS_LEFT"] == len(columns)
    for profile in (str(tmp_path / "own.yaml"), ""):
        name = "with" if profile else "without"
        given = {"OUTPUT": str(tmp_path / f"{name}.gpkg"), "REPORT": str(tmp_path / f"{name}-report.gpkg")}
        results = run("import_register", {"INPUT": path, "PROFILE": profile, **given})
        assert (results["NEW"], results["REJECTED"]) == (3, 0), run.feedback.text()
    assert any("suggested from the table" in warning for warning in run.feedback.warnings)


def test_what_is_missing_is_told(run, tmp_path):
    columns = {name: ENGLISH[name] for name in ("Factory ID", "Factory Name", "GPS")}
    run("suggest_mapping", {"INPUT": table(tmp_path, columns), "OUTPUT": str(tmp_path / "own.yaml")})
    assert any("activity" in warning for warning in run.feedback.warnings)
    assert any("province" in warning for warning in run.feedback.warnings)
    assert '# isic: "1410"' in (tmp_path / "own.yaml").read_text(encoding="utf-8")


def test_a_table_that_no_row_can_be_found_in_again(tmp_path):
    with pytest.raises(LocationError, match="tells one row from another"):
        write_profile(suggest(open_table(table(tmp_path, {"Name": ["A", "A"], "Province": ["Kep", "Kep"]}))))


def test_bad_places_for_the_profile(run, tmp_path):
    path = table(tmp_path, ENGLISH)
    for output, told in ((path, "ends in .yaml"), (str(tmp_path / "no" / "a.yaml"), "does not exist")):
        with pytest.raises(Exception, match=told):
            run("suggest_mapping", {"INPUT": path, "OUTPUT": output})


def test_a_profile_that_is_there_is_not_replaced(run, tmp_path):
    given = {"INPUT": table(tmp_path, ENGLISH), "OUTPUT": str(tmp_path / "own.yaml")}
    run("suggest_mapping", given)
    (tmp_path / "own.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(Exception, match="is there already, and somebody may have changed it"):
        run("suggest_mapping", given)
    assert (tmp_path / "own.yaml").read_text(encoding="utf-8") == "mine"


def test_the_real_list_of_zones(real_layers):
    found = targets(str(real_layers / "sez_points_2014.csv"))
    assert (found["latitude"], found["longitude"], found["province"], found["name_en"]) == (
        "lat",
        "lon",
        "province",
        "name",
    )


# -- names in two languages, mixed coordinates ------------------------------------------------------------

DEMO_LIST = Path(__file__).parents[1] / "data" / "demo" / "incoming.csv"


def test_demo_list_has_its_coordinates_and_sizes():
    found = suggest(open_table(str(DEMO_LIST)))
    assert found.guesses["latitude"].column == "Lat / Y"
    assert found.guesses["longitude"].column == "Long / X"
    assert not found.lacks
    profile = parse_profile(write_profile(found), "suggested")
    assert profile.field("size_class").values == {"តូច": "small", "មធ្យម": "medium", "ធំ": "large"}
    assert not [line for line in write_profile(found).splitlines() if "not understood" in line]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("Lat | Y", "Long | X"),
        ("រយៈទទឹង (Latitude)", "រយៈបណ្តោយ (Longitude)"),
        ("ខ្សែ\nLat", "ខ្សែ\nLong"),
        ("រយៈទទឹង\nLatitude", "រយៈបណ្តោយ\nLongitude"),
    ],
)
def test_each_part_of_a_heading_counts(tmp_path, lat, lon):
    columns = {"Name": ["Alpha", "Beta"], lat: ["11.5501", "10.6002"], lon: ["104.9201", "104.1802"]}
    found = targets(table(tmp_path, columns))
    joined = [name.replace("\n", " ") for name in (lat, lon)]  # as the reader joins lines
    assert [found["latitude"], found["longitude"]] == joined


def test_mixed_coordinates_are_known_by_their_values(tmp_path):
    columns = {
        "Name": ["Alpha", "Beta", "Gamma", "Delta", "Eta"],
        "p": ["11.55012", "11°26'58.4\"N", "1269283", "104.607034", "E 11.4"],
        "q": ["104.92012", "104°31'45.1\"E", "454259", "11.476841", "none"],
        "Workers": ["12", "300", "45", "7", "9"],
    }
    found = targets(table(tmp_path, columns))
    assert (found["latitude"], found["longitude"]) == ("p", "q")
    assert found["employees"] == "Workers"


def test_counts_are_no_coordinates(tmp_path):
    columns = {"Name": ["Alpha", "Beta"], "a": ["11", "12"], "b": ["104", "105"]}
    found = suggest(open_table(table(tmp_path, columns)))
    assert "latitude" not in found.guesses
    assert any("No column with coordinates was found" in sentence for sentence in found.lacks)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        *(("តូច", "small"), ("មធ្យម", "medium"), ("ធំ", "large"), ("មីក្រូ", "micro"), ("ធុនតូច", "small")),
        *(("S", "small"), ("M", "medium"), ("L", "large"), ("small-scale", "small"), ("Medium scale", "medium")),
    ],
)
def test_words_for_sizes(tmp_path, word, code):
    columns = {"Name": ["Alpha", "Beta"], "ទំហំ / Size": [word, word]}
    text = write_profile(suggest(open_table(table(tmp_path, columns))), unique=False)
    size = parse_profile(text, "suggested").field("size_class")
    assert size is not None
    assert "not understood" not in text
    assert size.values.get(word, code) == code
