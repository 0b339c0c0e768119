"""Crowding, supply and safety from the toolbox in a real QGIS window; `analysis.py` is what happens inside it."""

from __future__ import annotations

import pytest
from factory_locations.tests.patience import patience

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

RECEPTORS = ("schools", "hospitals", "residential")


@pytest.fixture(scope="module")
def drive(play):
    return play("analysis.py")


@pytest.fixture(scope="module")
def computed(provider, demo_gpkg, tmp_path_factory):
    """What the same algorithms say without a window."""
    from factory_locations.tests.conftest import Runner

    folder, run = tmp_path_factory.mktemp("computed"), Runner()
    asked = {
        "clusters": {"PARKS": f"{demo_gpkg}|layername=parks"},
        "local_sourcing": {"MAX_DISTANCE": 30_000},
        "safety_buffers": {"RECEPTORS": [f"{demo_gpkg}|layername={one}" for one in RECEPTORS]},
    }
    register = f"{demo_gpkg}|layername=factories"
    found = {
        f"factory:{name}": run(name, {"FACTORIES": register, "OUTPUT": str(folder / f"{name}.gpkg"), **more})
        for name, more in asked.items()
    }
    run.context = run.feedback = None
    return found


@pytest.mark.parametrize("name", ["clusters", "local_sourcing", "safety_buffers"])
def test_the_window_gives_what_the_algorithm_gives(drive, computed, name):
    given = drive["given"][f"factory:{name}"]
    numbers = {key: value for key, value in computed[f"factory:{name}"].items() if isinstance(value, (int, float))}
    assert numbers
    assert {key: given[key] for key in numbers} == numbers


def test_results_are_styled_and_the_most_telling_lies_on_top(drive):
    for name, top in (
        ("clusters", "Factories and their clusters"),
        ("local_sourcing", "Unmet demand"),
        ("safety_buffers", "Factories and their zones"),
    ):
        layers = drive[name]
        assert layers[0][0] == top
        assert {renderer for _, renderer, _ in layers} <= {"categorizedSymbol", ""}, layers
        assert layers[0][1] == "categorizedSymbol"
        assert all(count > 0 for _, _, count in layers)


def test_the_newest_result_lies_above_the_others(drive):
    assert drive["order"][0] == "Factories and their zones"
    assert drive["order"].index("Unmet demand") < drive["order"].index("Factories and their clusters")


def test_the_window_stays_usable_meanwhile(drive):
    for step in ("clusters", "local_sourcing", "safety_buffers"):
        assert drive["silences_ms"][step] < 600 * patience(), step  # QGIS's own dialog opens in most of it


def test_ends_well(drive):
    assert drive.trouble() == []
    assert drive.empty_pictures() == []
