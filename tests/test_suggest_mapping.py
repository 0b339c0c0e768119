"""suggest_mapping: what each column is taken for, and that the profile can be used as it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.mapping.profile import bind, load_profile, parse_profile
from factory_locations.processing.mapping.suggest import suggest, write_profile
from factory_locations.processing.mapping.table_input import open_table

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


def test_values_that_are_not_understood_are_shown_and_leave_the_field_empty(tmp_path):
    path = table(tmp_path, {**ENGLISH, "Status": ["Open", "functional", "Not found"]})
    text = write_profile(suggest(open_table(path)))
    assert "not understood: “Open”" in text
    own = bind(parse_profile(text, "own.yaml"), open_table(path).names)
    assert own.field("status").reject is False


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
