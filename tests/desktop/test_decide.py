"""Decisions in the forms of a real QGIS window: what is chosen is stored, and what is not chosen is not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from factory_locations.tests import layers as L

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

LON, LAT = 104.880_123, 11.360_456
NAMES = ("Golden Lotus Garment", "Mekong Ice", "Angkor Bricks", "Tonle Sap Rice Mill")


def factories():
    fields = (
        ("factory_id", "text"), ("name_en", "text"), ("licence_no", "text"), ("commune_code", "text"),
        ("loc_original", "text"), ("isic", "text"),
    )  # fmt: skip
    rows = []
    for number, name in enumerate(NAMES):
        lon, lat = LON + number / 10, LAT + number / 10
        text = f"{lat:.6f}, {lon:.6f}"
        rows.append((f"POINT ({lat} {lon})", f"F{number}", name, f"L{number}", "080101", text, "1410"))
        for twin, metres in enumerate((0.0, 0.0004)):
            at = f"POINT ({lon + metres} {lat})"
            words = f"{name} Co., Ltd." if twin else name
            rows.append((at, f"G{number}{twin}", words, f"M{number}", "080101", text, "1410"))
    return L.layer("Point", fields, rows, crs="EPSG:4326", name="factories")


@pytest.fixture(scope="module", params=["en", "km"])
def decided(request, provider, play, tmp_path_factory):
    """The tables after the scenario, and what the window showed."""
    from factory_locations.qgis_plugin.translation import install_translator
    from factory_locations.tests.conftest import Runner
    from qgis.PyQt.QtCore import QCoreApplication

    pytest.importorskip("rapidfuzz")
    out, run = tmp_path_factory.mktemp("forms"), Runner()
    translator = install_translator(request.param) if request.param != "en" else None
    layer = factories()
    run("check_coordinates", {"FACTORIES": layer, "DUPLICATES": False, "OUTPUT": str(out / "c.gpkg")})
    run("find_duplicates", {"FACTORIES": layer, "OUTPUT": str(out / "d.gpkg")})
    run.context = run.feedback = None
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
    asked = [
        [str(out / "c.gpkg"), "proposals", "accepted", "note"],
        [str(out / "d.gpkg"), "pairs", "confirmed", "keep"],
    ]
    told = play(
        "decide.py", language=request.param, plugin=False, environment={"FACTORY_DECIDE_LAYERS": json.dumps(asked)}
    )
    assert told.trouble() == []
    tables = {name: L.rows(Path(path), name) for path, name, *_ in asked}
    return request.param, told["layers"], tables


@pytest.mark.parametrize(("table", "column"), [("proposals", "accepted"), ("pairs", "confirmed")])
def test_what_is_chosen_is_stored_and_nothing_else(decided, table, column):
    _, told, tables = decided
    assert told[table]["saved"], told[table]["errors"]
    first, second, third = tables[table][:3]
    assert (first[column], first["decided_on"]) == ("yes", date.today().isoformat())
    assert first["decided_by"]
    for row in (second, third):  # saved for another reason, and not changed at all
        assert (row[column], row["decided_by"], row["decided_on"]) == (None, None, None)
    if table == "proposals":
        assert second["note"] == "seen"
    else:
        assert first["keep"] == first["keep_proposed"]
        assert (second["keep"], third["keep"]) == (second["keep_proposed"], None)


@pytest.mark.parametrize("table", ["proposals", "pairs"])
def test_the_form_shows_what_is_needed_to_decide_at_once(decided, table):
    language, told, _ = decided
    assert (told[table]["beyond"], told[table]["aside"]) == (0, 0)
    assert len(told[table]["tabs"]) == 2
    if language == "en":
        assert told[table]["tabs"] == ["Decision", "Details"]
        assert told[table]["offered"] == ["Yes", "No", "Not decided"]
        assert told[table]["shown"] == "Not decided"
