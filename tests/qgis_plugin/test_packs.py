"""Which packs there are to choose from, and which layers their rules need."""

from __future__ import annotations

import pytest


@pytest.fixture
def packs(qgis_app):
    from factory_locations.qgis_plugin.project import packs

    return packs


def test_shipped_packs_have_titles_the_usual_first(packs):
    titles = [packs.title(path) for path in packs.shipped()]
    assert titles[:2] == ["Zoning and industrial parks, illustrative", "Cambodia baseline, screening"]
    assert len(titles) == len(set(titles)) >= 6


def test_needs_of_the_usual_pack(packs):
    assert {need.layers for need in packs.needs(packs.pack_at(""))} == {("zoning",), ("parks",)}


def test_needs_of_the_baseline(packs):
    wanted = packs.needs(packs.pack_at(str(packs.BASELINE)))
    told = {str(need) for need in wanted}
    assert told == {
        "Zoning",
        "Industrial parks",
        "Protected areas",
        "Salt farmland",
        "Lakes and ponds",  # to stand in; a river drawn as a line has no inside
        "Rivers and canals or Lakes and ponds",  # to be near
        "Water intakes",
        "Wells",
        "Residential areas",
        "Schools",
        "Hospitals",
        "Pagodas",
        "Markets",
        "Hazard zones",
    }


def test_any_layer_that_may_hold_the_class_will_do(packs):
    wanted = packs.needs(packs.pack_at(str(packs.BASELINE)))
    left = {str(need) for need in packs.missing(wanted, {"receptors", "rivers"}, set())}
    assert "Schools" not in left
    assert "Rivers and canals or Lakes and ponds" not in left
    assert "Lakes and ponds" in left
    assert "Lakes and ponds" not in {str(n) for n in packs.missing(wanted, {"rivers"}, {"rivers"})}


def test_a_pack_that_cannot_be_read_says_why(packs, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    with pytest.raises(packs.PackError, match=r"broken\.yaml"):
        packs.pack_at(str(broken))
    with pytest.raises(packs.PackError, match=r"none\.yaml"):
        packs.pack_at(str(tmp_path / "none.yaml"))
    assert packs.title(broken) == "broken.yaml"


def test_a_changed_pack_is_read_again(packs, tmp_path):
    import os

    own = tmp_path / "own.yaml"
    text = (packs.FOLDER / "kh-zoning-parks.yaml").read_text(encoding="utf-8")
    own.write_text(text, encoding="utf-8")
    before = packs.title(own)
    own.write_text(text.replace(before, "Another title"), encoding="utf-8")
    os.utime(own, (1, 1))
    assert packs.title(own) == "Another title"


@pytest.mark.parametrize(
    ("role", "classes", "told"),
    [
        ("hazard_zones", "", ["Hazard zones"]),
        ("receptors", "pagoda, market", ["Pagodas", "Markets"]),
        ("water_supply", "areas", ["Water supply drawn as areas"]),
        ("hazard_zones", "flood", ["Hazard zones (flood)"]),
    ],
)
def test_what_was_missing_is_told_in_words(packs, role, classes, told):
    assert packs.missing_words(role, classes) == told


def test_a_pack_is_introduced_in_the_language_of_the_plugin():
    from factory_locations.processing import i18n
    from factory_locations.processing.paths import DEFAULT_PACK
    from factory_locations.qgis_plugin.panel.rules_chooser import _about

    assert "no public authority has adopted this table" in _about(DEFAULT_PACK)
    i18n.speak("km")
    try:
        assert "no public authority" not in _about(DEFAULT_PACK)
        assert "អាជ្ញាធរសាធារណៈ" in _about(DEFAULT_PACK)
    finally:
        i18n.speak_no_more()
