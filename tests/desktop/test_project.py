"""A project is set up in a real QGIS window; `project.py` is what happens inside it."""

from __future__ import annotations

import shutil

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

PROVINCES = 25


@pytest.fixture(scope="module")
def files(provider, demo_gpkg, tmp_path_factory):
    """A folder with the demo's GeoPackage, a check of it, and two projects, one with it, whose schools have gone."""
    from factory_locations.qgis_plugin.project.packs import BASELINE
    from factory_locations.qgis_plugin.project.setup import Plan, Setup
    from factory_locations.qgis_plugin.project.sources import search
    from factory_locations.tests.conftest import Runner
    from qgis.core import QgsVectorLayer

    folder = tmp_path_factory.mktemp("demo")
    copy = folder / "demo.gpkg"
    shutil.copy(demo_gpkg, copy)
    shutil.copy(demo_gpkg.with_name("admin.gpkg"), folder)
    run = Runner()
    given = {role.upper(): f"{copy}|layername={role}" for role in ("factories", "zoning", "parks")}
    run("check_locations", {**given, "OUTPUT": str(folder / "check.gpkg")})
    run("native:savefeatures", {"INPUT": f"{copy}|layername=schools", "OUTPUT": str(folder / "schools.gpkg")})
    run.context = run.feedback = None
    sources = {one.name: one for one in search([copy, folder / "schools.gpkg"]).sources if "schools" not in one.title}
    schools = next(one for one in search([folder / "schools.gpkg"]).sources)
    for name, findings in (("gone", None), ("checked", folder / "check.gpkg")):
        plan = Plan(
            folder / name,
            name,
            register=sources["factories"],
            layers={"zoning": sources["zoning"], "schools": schools},
            findings=findings,
            rules=str(BASELINE),
        )
        making = Setup(plan)
        making.write_files()
        list(making.build())
    (folder / "schools.gpkg").unlink()
    assert QgsVectorLayer(f"{folder / 'check.gpkg'}|layername=findings", "f", "ogr").featureCount() > 0
    return folder


@pytest.fixture(scope="module")
def drive(files, play):
    return play("project.py", seconds=180, environment={"FACTORY_DEMO": str(files)})


def test_the_page_of_the_rules_opens_at_once(drive):
    print("rules page: silence of", drive["rules_page_ms"], "ms")
    assert drive["rules_page_ms"] < 100 * patience()


def test_cancel_leaves_nothing(drive):
    assert drive["files_after_cancel"] == []
    assert drive["folder_after_cancel"] is False


def test_a_bad_folder_stops_the_first_page(drive):
    assert drive["next_with_bad_folder"] is False


def test_what_no_system_takes_stops_the_first_page(drive):
    assert drive["after_a_folder_that_refuses"] == "Where"
    assert not drive["next_with_a_long_name"]


def test_zones_are_no_register(drive):
    assert not drive["next_with_zones"]


def test_nothing_is_written_before_finish(drive):
    assert drive["files_before_finish"] == []


def test_roles_are_guessed_from_a_dropped_file(drive):
    guessed = drive["guessed"]
    assert {guessed[role] for role in ("zoning", "parks", "schools", "rivers")} == {
        "zoning",
        "parks",
        "schools",
        "rivers",
    }
    assert (guessed["hazard_zones"], guessed["admin"]) == ("flood_zones", "provinces")
    assert "factories" not in guessed


def test_the_wheel_changes_no_choice(drive):
    assert drive["after_the_wheel"] == drive["guessed"]


def test_communes_do_not_take_the_place_of_provinces(drive):
    assert drive["stays"] == "stays: Provinces"


def test_communes_come_into_the_project_for_the_corrections(drive):
    assert "Without a layer of communes" in drive["lack_without_communes"]
    assert drive["lack_with_communes"] == ""


def test_provinces_that_have_gone_are_told_where_others_can_be_chosen(drive):
    assert "away.gpkg is not there" in drive["provinces_gone"]


def test_the_project_opens_again_with_everything(drive):
    new = drive["new"]
    assert new["files"] == ["new/factories.qgz", "new/register.gpkg"]
    assert new["roles"].keys() >= {"factories", "zoning", "parks", "protected", "admin"}
    assert new["roles"]["factories"].endswith("register.gpkg|layername=factories")
    assert new["rules"].endswith("kh-baseline.yaml")
    assert new["crs"] == "EPSG:32648"
    assert len(new["bookmarks"]) == PROVINCES
    assert {"Phnom Penh", "Tboung Khmum"} <= set(new["bookmarks"])
    assert new["groups"] == ["Factories", "Surroundings", "Plans", "Base map"]
    assert new["status_widget"] == "ValueMap"
    assert new["dirty"] is False
    west, _south, east, _north = new["extent"]
    assert 200_000 < east - west < 2_000_000


def test_a_name_that_is_taken_is_told_beside_the_field(drive):
    (told,) = drive["same_name_told"]
    assert "factories.qgz" in told


def test_findings_are_related_to_the_register(drive):
    second = drive["second"]
    assert second["relations"] == {
        "factory_findings": ["Factories", "Findings", True],
        "finding_decisions": ["Findings", "Decisions", True],
    }
    assert drive["findings_found"].endswith("check.gpkg")
    assert second["joined"]
    assert "Fail" in second["classes"] or "fail" in str(second["classes"]).lower()
    assert second["findings"] > 0


def test_the_form_offers_the_lists_of_the_schema(drive):
    form = drive["second"]["form"]
    assert form["tabs"] == ["Factory", "Activity", "Location", "Findings"]
    assert max(form["findings"], default=0) >= 1
    assert form["offered"][:3] == ["(not stated)", "Registered", "Applied for"]


def test_the_form_tells_a_finding_in_words_and_lets_nobody_change_it(drive):
    form = drive["second"]["form"]
    assert form["said"] == ["Verdict: Undecided", "Explanation", "What to do"]
    assert not any(form["pencils"])
    assert drive["second"]["beyond"] == 0  # wider than the window, it opens scrolled to the right


def test_layers_only(drive):
    loaded = drive["loaded"]
    assert drive["colours"] == ["Activity", "Registration status"]
    assert loaded["groups"] == ["Factories", "Surroundings", "Plans", "Base map"]
    assert loaded["clusters"]
    assert len(loaded["classes"]) == 11
    assert loaded["roles"].keys() >= {"factories", "zoning", "parks", "protected", "schools"}


def test_a_layer_that_has_gone_is_told_where_it_matters(drive):
    assert "schools.gpkg is not there" in drive["broken"]["schools"]
    assert drive["broken"]["zoning"] == ""
    assert any("Schools" in text for text in drive["told"])


def test_the_window_breathes(drive):
    """The longest time without an event, QGIS's own opening of the project apart; other programs share the machine."""
    for name in ("reading", "making", "second", "loading"):
        assert drive[f"blocked_{name}_ms"] < 600 * patience(), name


def test_window_closes_without_a_crash_or_python_error(drive):
    assert drive.trouble() == []


def test_pictures_were_taken(drive):
    assert drive.empty_pictures(5000) == []
    assert (drive.pictures / "6-made.png").exists()


@pytest.fixture(scope="module")
def in_khmer(files, play):
    return play("other_language.py", language="km", environment={"FACTORY_DEMO": str(files)})


def test_opened_in_another_language_a_project_has_each_table_once(in_khmer):
    assert in_khmer["asked"] == 1
    assert in_khmer["tables"] == ["evidence", "exceptions", "factory_summary", "findings"]
    assert in_khmer["names"] == in_khmer["names_again"]
    assert in_khmer["related"] is True
    assert in_khmer.trouble() == []
