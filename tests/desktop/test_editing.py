"""Factories are drawn, moved and saved in a real QGIS window; `editing.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def drive(play):
    return play("editing.py", seconds=150)


def test_the_form_of_a_new_factory_is_filled_in(drive):
    assert drive["form"] == {
        "loc_method": "map",
        "loc_accuracy_m": "3",
        "loc_source": "Map at 1:5,000",
        "province_code": "01",
    }
    assert drive["filled"][0].startswith("Filled in: Digitised on a map, ± 3.0 m, Map at 1:5,000, Province code 01.")
    assert drive["steps"] == 1


def test_the_form_tells_what_an_activity_is_called_while_its_code_is_typed(drive):
    title = "Main activity (ISIC Rev. 4)"
    apparel = f"{title}: Manufacture of wearing apparel, except fur apparel"
    assert drive["activity"] == {
        "1410": [apparel, "1410", True],
        "1499": [f"{title}: not a code of ISIC Rev. 4", "1499", True],
        "20": [f"{title}: Manufacture of chemicals and chemical products", "20", True],
        "14101": [apparel, "14101", True],
        "": [title, "", True],
    }


def test_the_field_of_an_activity_is_named_and_left_with_the_tab_key(drive):
    assert drive["named_for_who_hears"] is True
    assert drive["after_activity"] == "isic_other"


def test_what_is_saved_is_logged_with_its_real_key(drive):
    assert drive["audit"] == [["edit", "KH-NEW-1", field, drive["key"]] for field in ("*", "geometry")]
    assert drive["save_silence_ms"] < 300 * patience()  # QGIS's own saving included
    assert drive["batches"] == [["edit", 1], ["edit", 1], ["edit", 1]]


def test_an_undo_brings_the_register_back_while_it_is_drawn(drive):
    assert drive["as_before"] is True


def test_a_factory_cut_and_pasted_in_a_copy_of_the_layer_gets_its_row_back(drive):
    assert drive["still_the_register"] == "Factories"
    assert drive["pasted"] == ["edit", "Factories copy", 1]
    assert drive["as_before_the_cut"] is True


def test_a_move_with_qgis_tools_is_described_anew_or_not(drive):
    assert drive["described"] == ["map", 3.0, "Map at 1:5,000"]
    assert drive["original"] == "244560.57 E, 1510110.26 N"  # as it was received
    assert drive["moved_steps"] == [1, "Move factory"]
    assert drive["kept"] == "gps"


def test_the_tool_moves_a_factory(drive):
    assert drive["in_toolbar"] is True
    assert drive["checked"] is True
    assert any(text.startswith("KH-01-00001 was moved by 180 m.") for text in drive["said"])


def test_what_was_moved_can_be_saved_and_taken_back_at_once(drive):
    assert drive["active"] == "Factories"
    assert drive["can_save"] is True
    assert drive["undone_at_once"] == 1


def test_what_was_saved_is_taken_back_in_two_clicks(drive):
    assert drive["offered"] == "1 factory changed, saved and logged."
    assert drive["undo_told"] == "Factories taken back: 1."
    assert drive["no_report"] is True
    assert drive["undo_silence_ms"] < 300 * patience()


def test_an_id_that_another_factory_has_is_said_at_once_and_taken_back_after_saving(drive):
    assert drive["same_id"].startswith("This id is another factory's already: “")
    assert "158 m away" in drive["same_id"]
    assert drive["same_id_taken_back"] is True


def test_nothing_is_left_when_the_plugin_goes(drive):
    assert drive["left"][0] == 0
    assert drive["left"][1] != "MoveFactoryTool"
    assert drive["left"][2] == 0


def test_window_closes_without_a_crash_or_python_error(drive):
    assert drive.trouble() == []


def test_pictures_were_taken(drive):
    assert len(list(drive.pictures.glob("*.png"))) >= 10
    assert drive.empty_pictures() == []
