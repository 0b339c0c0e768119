"""Garbage is collected in the window's thread, however much is made in others."""

from __future__ import annotations

import gc
import threading

import pytest


@pytest.fixture
def by_itself(qgis_app):
    """Python as it begins: its collector runs by itself."""
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


@pytest.fixture
def collector(by_itself, qgis_app):
    from factory_locations.qgis_plugin.collector import WindowCollector

    instance = WindowCollector(qgis_app)
    yield instance
    instance.remove()


class Forgotten:
    """Holds itself, so that the collector alone finds it; notes in which thread it does."""

    def __init__(self, found: list[int]) -> None:
        self._found, self._itself = found, self

    def __del__(self) -> None:
        self._found.append(threading.get_ident())


def busy() -> list[list[int]]:
    """Make more objects than Python would let be made before it collects."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def test_what_a_task_makes_too_many_is_collected_in_the_window(collector, spin):
    from factory_locations.qgis_plugin.reading import Reading

    found, ended = [], []
    for _ in range(5):
        Forgotten(found)
        task = Reading("busy", lambda _pace: busy(), ended.append)
        task.begin()
        assert spin(lambda: ended)
        ended.clear()
    assert spin(lambda: len(found) == 5)
    assert set(found) == {threading.get_ident()}


def test_what_a_map_makes_too_many_waits_for_the_window(collector, spin):
    """As in any thread of QGIS that runs Python: a function in an expression of a label, a search of the locator."""
    found, kept = [], []
    Forgotten(found)
    thread = threading.Thread(target=lambda: kept.append(busy()))
    thread.start()
    thread.join()
    assert found == []
    assert spin(lambda: found == [threading.get_ident()])


def test_old_generations_have_their_turn(collector, spin):
    """As with Python's own collector: an object that has outlived younger generations is found later, but found."""
    from factory_locations.processing.threads import collect_what_is_due

    found = []
    Forgotten(found)
    gc.collect(0)
    gc.collect(1)
    for _ in range((gc.get_threshold()[1] + 2) * (gc.get_threshold()[2] + 2)):
        kept = busy()
        collect_what_is_due()
        if found:
            break
    del kept
    assert found == [threading.get_ident()]


def test_runs_one_after_the_other_in_a_script_leave_no_garbage(collector, run, demo_gpkg, tmp_path):
    """They give the window, and its timer, no turn."""
    layers = {name: f"{demo_gpkg}|layername={name.lower()}" for name in ("FACTORIES", "ZONING")}
    found, kept = [], []
    for _ in range(3):
        Forgotten(found)
        kept.append(busy())
        run("check_zoning", {**layers, "OUTPUT": str(tmp_path / "out.gpkg")})
    assert len(found) == 3


def test_the_steps_of_a_model_in_a_thread_leave_it_to_the_window(collector, run, demo_gpkg, tmp_path, reaches):
    """QGIS prepares them in the model's thread, so that they do not know of another one."""
    layers = {name: f"{demo_gpkg}|layername={name.lower()}" for name in ("FACTORIES", "ZONING")}
    found, kept = [], []
    Forgotten(found)

    def model() -> None:
        kept.append(busy())
        run("check_zoning", {**layers, "OUTPUT": str(tmp_path / "out.gpkg")})

    thread = threading.Thread(target=model)
    thread.start()
    thread.join()
    assert found == []
    assert (tmp_path / "out.gpkg").exists()
    reaches.clear()  # of `run`, which is made for the thread of the tests


def test_python_collects_by_itself_again_once_the_plugin_has_gone(by_itself, iface, provider):
    import factory_locations

    plugin = factory_locations.classFactory(iface)
    plugin.initGui()
    assert not gc.isenabled()
    plugin.unload()
    assert gc.isenabled()
