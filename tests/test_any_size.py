"""Any metric CRS, no row, one row, and a hundred thousand: the same answers, and a cancel that is heard."""

from __future__ import annotations

import time

import numpy as np
import pytest
from factory_locations.benchmarks import layers as made
from factory_locations.tests import layers as L
from factory_locations.tests.patience import patience

pytestmark = pytest.mark.slow

SCHOOLS = (("id", "text"), ("name", "text"))
# Zone 47 is the neighbour's, and Indian 1960 / UTM zone 48N what old maps of Cambodia are in.
METRIC = ["EPSG:32648", "EPSG:32647", "EPSG:3148", "EPSG:3405"]
CHECKS = ["proximity", "check_zoning", "check_parks", "check_locations"]


def factories(count: int = 4):
    rows = [(L.point(700.0 * i, 150.0 * i), f"F{i}", f"Mill {i}", "1071", None, None, "P1") for i in range(count)]
    return L.factories(rows)


def schools(rows=None):
    rows = [(L.point(300, 400), "1", "One"), (L.point(2500, -200), "2", "Two")] if rows is None else rows
    return L.layer("Point", SCHOOLS, rows, name="schools")


def inputs(which: str, register) -> dict:
    zones = L.zoning([(L.box(-500, -500, 2000), "Z1", "LIND", "One"), (L.box(1500, -500, 2000), "Z2", "RES", "Two")])
    parks = L.parks([(L.box(-400, -400, 1200), "P1", "Park")])
    return {
        "proximity": {"FACTORIES": register, "TARGETS": [schools()], "K": 2},
        "check_zoning": {"FACTORIES": register, "ZONING": zones},
        "check_parks": {"FACTORIES": register, "PARKS": parks},
        "check_locations": {"FACTORIES": register, "ZONING": zones, "PARKS": parks},
    }[which]


@pytest.mark.parametrize("crs", METRIC)
def test_distances_do_not_depend_on_the_working_crs(run, tmp_path, crs):
    found = {}
    for name in (METRIC[0], crs):
        output = tmp_path / f"near{len(found)}.gpkg"
        run("proximity", {**inputs("proximity", factories()), "CRS": name, "OUTPUT": str(output)})
        found[name] = [(r["factory_id"], r["rank"], r["target_id"], r["distance_m"]) for r in L.rows(output, "od")]
    assert [row[:3] for row in found[crs]] == [row[:3] for row in found[METRIC[0]]]
    distances = [row[3] for row in found[METRIC[0]]]
    assert [row[3] for row in found[crs]] == pytest.approx(distances, abs=0.02)


@pytest.mark.parametrize("crs", METRIC)
def test_verdicts_do_not_depend_on_the_working_crs(run, tmp_path, crs):
    told = []
    for number, name in enumerate((METRIC[0], crs)):
        output = tmp_path / f"zones{number}.gpkg"
        run("check_zoning", {**inputs("check_zoning", factories()), "CRS": name, "OUTPUT": str(output)})
        told.append([(r["factory_id"], r["zone_code"], r["zone_verdict"]) for r in L.rows(output, output.stem)])
    assert told[0] == told[1]
    assert {row[1] for row in told[0]} == {"LIND", "RES"}


@pytest.mark.parametrize("algorithm", CHECKS)
def test_web_mercator_is_refused_for_what_it_does_to_distances(run, tmp_path, algorithm):
    """A kilometre there is 980 m on the ground in Cambodia: one sentence says so, with a better choice."""
    with pytest.raises(Exception, match=r"are 2\.\d % wrong where the factories are.*EPSG:32648"):
        run(algorithm, {**inputs(algorithm, factories()), "CRS": "EPSG:3857", "OUTPUT": str(tmp_path / "x.gpkg")})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("algorithm", CHECKS)
def test_no_factory(run, tmp_path, algorithm):
    with pytest.raises(Exception, match="has no features"):
        run(algorithm, {**inputs(algorithm, factories(0)), "OUTPUT": str(tmp_path / "x.gpkg")})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("algorithm", "table"), [*zip(CHECKS, ("factories", None, None, "factory_summary"))])
def test_one_factory(run, tmp_path, algorithm, table):
    output = tmp_path / "one.gpkg"
    run(algorithm, {**inputs(algorithm, factories(1)), "OUTPUT": str(output)})
    rows = L.rows(output, table or output.stem)
    assert [row["factory_id"] for row in rows] == ["F0"]


@pytest.mark.parametrize("algorithm", CHECKS)
def test_one_factory_without_a_place(run, tmp_path, algorithm):
    nowhere = L.factories([(None, "F0", "Mill", "1071", None, None, "P1")])
    output = tmp_path / "one.gpkg"
    run(algorithm, {**inputs(algorithm, nowhere), "OUTPUT": str(output)})
    table = {"proximity": "factories", "check_locations": "factory_summary"}.get(algorithm)
    rows = L.rows(output, table or output.stem)
    assert [row["factory_id"] for row in rows] == ["F0"]


def test_no_target(run, tmp_path):
    with pytest.raises(Exception, match=r"schools.*has no features"):
        run("proximity", {"FACTORIES": factories(), "TARGETS": [schools([])], "OUTPUT": str(tmp_path / "x.gpkg")})


def test_targets_that_are_all_nowhere(run, tmp_path):
    output = tmp_path / "near.gpkg"
    lost = schools([(None, "1", "Nowhere")])
    run("proximity", {"FACTORIES": factories(2), "TARGETS": [lost], "OUTPUT": str(output)})
    assert [row["schools_m"] for row in L.rows(output, "factories")] == [None, None]
    assert L.rows(output, "od") == L.rows(output, "lines") == []


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """100,000 factories, 50,000 receptors, 5,000 rivers."""
    return made.prepare("M", tmp_path_factory.mktemp("layers"))


def watching(stop: float = 101.0):
    """Return feedback that remembers the longest time between two movements, and is cancelled at a share (%)."""
    from qgis.core import QgsProcessingFeedback

    class Watching(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__(False)
            self.longest, self.at, self.since = 0.0, 0.0, time.process_time()
            self.cancelled = None
            self.progressChanged.connect(self.moved)

        def isCanceled(self) -> bool:
            """Every look of the algorithm at this is a moment at which it could have ended."""
            now = time.process_time()  # not the clock: other tests share the machine
            if now - self.since > self.longest:
                self.longest, self.at = now - self.since, self.progress()
            self.since = now
            return super().isCanceled()

        def moved(self, share: float) -> None:
            if share >= stop and self.cancelled is None:
                self.cancelled = time.process_time()
                self.cancel()

    return Watching()


def near(large, output) -> dict:
    targets = [str(large.receptors), str(large.rivers), str(large.parks)]
    return {"FACTORIES": str(large.factories), "TARGETS": targets, "OUTPUT": str(output)}


def test_a_hundred_thousand_factories_look_for_a_cancel_within_a_second(run, large, tmp_path):
    feedback = watching()
    run("proximity", near(large, tmp_path / "near.gpkg"), feedback=feedback)
    assert feedback.longest < 1.0 * patience(), f"{feedback.longest:.2f} s at {feedback.at:.0f} %"
    assert len(L.rows(tmp_path / "near.gpkg", "factories")) == 100_000


@pytest.mark.parametrize("stop", [10.0, 40.0, 88.0, 96.0])
def test_a_cancelled_run_on_a_hundred_thousand_ends_and_leaves_nothing(run, large, tmp_path, stop):
    feedback = watching(stop)
    with pytest.raises(Exception, match=r".*"):
        run("proximity", near(large, tmp_path / "near.gpkg"), feedback=feedback)
    assert time.process_time() - feedback.cancelled < 1.0
    assert list(tmp_path.iterdir()) == []


def test_threads_do_not_change_the_answer(large, monkeypatch):
    """One thread after the other: the same arrays to the last bit."""
    import geopandas as gpd
    from factory_locations.processing.analysis import areas, neighbours, proximity

    def one_by_one(work, batches, tick):
        for done, batch in enumerate(batches):
            yield work(batch)
            tick((done + 1) / len(batches))

    places = proximity.Factories(gpd.read_file(large.factories).geometry.to_numpy()[:20_000], made.CRS)
    rivers, zones = (gpd.read_file(path).geometry.to_numpy() for path in (large.rivers, large.zones))
    found = []
    for change in (False, True):
        if change:
            for module in (areas, neighbours, proximity):
                monkeypatch.setattr(module, "in_two_threads", one_by_one)
        near = proximity.nearest(places, neighbours.Targets(rivers), 2, np.inf)
        rings = proximity.rings(places, neighbours.Targets(rivers), (0, 500, 1000), {"n": np.arange(len(rivers)) / 7})
        held = areas.candidates(places.geometries, np.full(20_000, 10.0), zones)
        arrays = [getattr(near, name) for name in near.__dataclass_fields__]
        found.append([*arrays, rings.count, rings.sums["n"], held.point, held.area, held.open, held.home])
    for one, other in zip(*found):
        np.testing.assert_array_equal(one, other)
