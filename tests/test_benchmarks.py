"""The benchmark on a small size: it must compare equals, so every tool has to give the same answers."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from factory_locations.benchmarks import buffers, clusters, compare, layers, postgis, processes, suite
from factory_locations.benchmarks.engines import clusters_ours, ours, with_geopandas
from factory_locations.processing.rules.pack import read_pack
from shapely import STRtree

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    return layers.prepare("XS", tmp_path_factory.mktemp("layers"))


@pytest.fixture
def build(tmp_path_factory, monkeypatch):
    """Keep what the benchmark leaves behind out of the checkout."""
    folder = tmp_path_factory.mktemp("build")
    for module in (suite, processes):
        monkeypatch.setattr(module, "BUILD", folder)
    return folder


def test_zones_tile_the_plane(inputs):
    zones = with_geopandas.load("XS", inputs.folder).zones
    extent = (layers.EAST - layers.WEST) * (layers.NORTH - layers.SOUTH)
    assert zones.geometry.is_valid.all()
    assert zones.geometry.union_all().area == pytest.approx(zones.geometry.area.sum(), abs=1)
    assert zones.geometry.area.sum() == pytest.approx(extent, rel=0.05)


def test_layers_are_the_same_every_time(inputs, tmp_path):
    again = with_geopandas.load("XS", layers.prepare("XS", tmp_path).folder)
    first = with_geopandas.load("XS", inputs.folder)
    for one, other in zip(first[:3], again[:3]):
        assert one.geometry.geom_equals(other.geometry).all()
        assert one.drop(columns="geometry").equals(other.drop(columns="geometry"))


def test_factories_stand_on_shared_borders(inputs):
    """Otherwise the border rule would not be compared at all."""
    loaded = with_geopandas.load("XS", inputs.folder)
    pairs = loaded.zones.sjoin(loaded.factories, predicate="intersects")
    assert pairs["index_right"].duplicated().any()


def test_engine_answers_like_geopandas(tmp_path):
    """On S, the smallest size with a factory on the border of zones that differ."""
    inputs = layers.prepare("S", tmp_path)
    loaded, peer = ours.load("S", inputs.folder), with_geopandas.load("S", inputs.folder)
    answer, reference = (
        ours.collect(loaded, ours.answer(loaded)),
        with_geopandas.collect(peer, with_geopandas.answer(peer)),
    )
    on_border = np.flatnonzero(answer["permitted"] != reference["permitted"])
    assert compare.differences(reference, answer, inputs) == (len(on_border), len(on_border))
    assert list(answer["verdict"][on_border]) == ["undecided"]
    assert set(np.unique(reference["permitted"])) == {-1, 0, 1}
    assert (reference["park"] != "").any()


def test_a_wrong_answer_is_noticed(inputs):
    loaded = with_geopandas.load("XS", inputs.folder)
    reference = with_geopandas.collect(loaded, with_geopandas.answer(loaded))
    for name, value in (("zone", "Z000000"), ("park", "P999"), ("permitted", 5)):
        other = {key: column.copy() for key, column in reference.items()}
        row = np.flatnonzero(other["zone"] != "Z000000")[0]
        other[name][row] = value
        assert compare.differences(reference, other, inputs) == (1, 0)
    alone = np.flatnonzero(reference["permitted"] == 1)[:1]  # undecided, and on no border
    other = {**reference, "permitted": reference["permitted"].copy()}
    other["permitted"][alone] = -1
    assert compare.differences(reference, other, inputs) == (1, 0)


@pytest.mark.slow
def test_loaded_layers_in_processes_of_their_own(inputs, build):
    """Ours, geopandas and QGIS native, each asked through its worker."""
    rows = suite.loaded(inputs, processes.Pythons(processes.sys.executable, None), 1)
    measured = {row.name: row for row in rows if row.runs}
    assert {"ours, exact coordinates", "geopandas", "QGIS native"} <= set(measured), [row.note for row in rows]
    assert [row.differs for row in measured.values()] == [0] * len(measured)
    assert all(run.seconds > 0 and run.peak_mib > 10 for row in measured.values() for run in row.runs)
    assert [row.note for row in rows if row.name == "DuckDB spatial"] == ["skipped: not installed"]


@pytest.mark.slow
def test_the_nearest_few_in_processes_of_their_own(inputs, build):
    """Ours and QGIS native give the same distances to each question."""
    tables = suite.nearest(inputs, processes.Pythons(processes.sys.executable, None), 1)
    assert list(tables) == ["receptors_1", "receptors_3", "rivers_1"]
    for rows in tables.values():
        assert {row.name for row in rows if row.runs} == {"ours", "QGIS native"}, [row.note for row in rows]
        assert [row.differs for row in rows] == [0] * len(rows)


@pytest.mark.slow
def test_postgis_on_a_server_of_its_own(inputs, build):
    """It answers as ours does, and the server is gone afterwards."""
    if why := postgis.absent():
        pytest.skip(why)
    with postgis.server():
        folder = Path(os.environ[postgis.VARIABLE])
        found = processes.Pythons(processes.sys.executable, None, postgis.absent())
        rows = [
            *suite.loaded(inputs, found, 1),
            *(row for rows in suite.nearest(inputs, found, 1).values() for row in rows),
            *(row for rows in suite.zones_of_classes(inputs, found, 1).values() for row in rows),
            *suite.clustered(inputs, found, 1),
        ]
    theirs = [row for row in rows if row.name == "PostGIS"]
    assert len(theirs) == 1 + 3 + 5 + 1
    assert all(row.runs and not row.differs for row in theirs), [row.note for row in theirs]
    assert not folder.exists()
    assert postgis.VARIABLE not in os.environ


def test_zones_of_classes_in_processes_of_their_own(inputs, build):
    """Ours, geopandas and QGIS native draw the same zones, join them to the same ground and find the same pairs."""
    tables = suite.zones_of_classes(inputs, processes.Pythons(processes.sys.executable, None), 1)
    assert list(tables) == [buffers.TOTAL, *buffers.TITLES.values()]
    for rows in tables.values():
        assert {row.name for row in rows if row.runs} == {"ours", "geopandas", "QGIS native"}, [r.note for r in rows]
        assert [row.differs for row in rows] == [0] * len(rows)


def test_other_zones_are_noticed(inputs):
    buffers.prepare(inputs)
    frame = buffers.with_radii(inputs)
    drawn = shapely.buffer(frame.geometry.to_numpy(), frame["radius"].to_numpy(), quad_segs=buffers.SEGMENTS)
    classes = frame["isic"].to_numpy()
    joined = np.array([shapely.union_all(drawn[classes == code]) for code in sorted(buffers.REACH)], dtype=object)
    pairs = np.stack(STRtree(frame.geometry.to_numpy()).query(drawn, predicate="intersects"), axis=1)
    ours = buffers.answers(drawn, joined, pairs[:0], pairs)
    other, less = drawn.copy(), joined.copy()
    other[3] = shapely.buffer(other[3], 0.01)
    less[2] = shapely.difference(less[2], shapely.buffer(less[2].centroid, 1e9))
    theirs = buffers.answers(other, less, pairs[:0], pairs[pairs[:, 0] != pairs[:, 1]])
    assert [buffers.different(step, inputs, ours, ours) for step in buffers.STEPS] == [0, 0, 0, 0]
    assert buffers.different("buffers", inputs, ours, theirs) == 2  # its area, and its corners
    assert buffers.different("dissolved", inputs, ours, theirs) == 1
    assert buffers.different("receptors", inputs, ours, theirs) == 0
    assert buffers.different("overlapping", inputs, ours, theirs) == len(frame)


def test_clusters_in_processes_of_their_own(inputs, build):
    """Ours, scikit-learn and QGIS native part the core points alike, and draw the same hulls."""
    pytest.importorskip("sklearn")
    rows = suite.clustered(inputs, processes.Pythons(processes.sys.executable, None), 1)
    assert {row.name for row in rows if row.runs} == {"ours", "scikit-learn, shapely", "QGIS native"}, [
        row.note for row in rows
    ]
    assert [row.differs for row in rows] == [0] * len(rows)
    assert all("above the loaded layer" in row.note for row in rows if row.runs)


def test_a_wrong_cluster_is_noticed():
    """Of a core point, of a border point, of noise; two clusters taken for one; and a wrong hull."""
    xy = np.random.default_rng(0).uniform(0, 30_000, (1_200, 2))
    answer = clusters_ours.collect(xy, clusters_ours.answer(xy))
    assert answer["cluster"].max() >= 2
    assert clusters.wrong(xy, answer, answer) == 0
    border = ~answer["core"] & (answer["cluster"] >= 0)
    for some in (answer["core"], border, answer["cluster"] < 0):
        other = answer["cluster"].copy()
        row = np.flatnonzero(some)[0]
        other[row] = (other[row] + 1) % 3
        told = {"cluster": other, "area": shapely.area(clusters.hulls(xy, other))}
        assert clusters.wrong(xy, answer, told) > 0
    merged = np.where(answer["cluster"] == answer["cluster"].max(), 0, answer["cluster"])
    assert clusters.wrong(xy, answer, {"cluster": merged, "area": shapely.area(clusters.hulls(xy, merged))}) > 0
    area = np.append(answer["area"][0] + 1, answer["area"][1:])
    assert clusters.wrong(xy, answer, {**answer, "area": area}) == 1
    named = answer["cluster"].max() - answer["cluster"]  # other numbers for the same clusters are no difference
    named[answer["cluster"] < 0] = -1
    assert clusters.wrong(xy, answer, {"cluster": named, "area": answer["area"][::-1]}) == 0


@pytest.mark.slow
def test_whole_processes_from_file_to_file(inputs, build):
    if processes.qgis_process() is None:
        pytest.skip("qgis_process is not installed")
    rows = suite.files(inputs, processes.Pythons(processes.sys.executable, None), 1)
    measured = {row.name: row for row in rows if row.runs}
    assert {row.name for row in rows if "skipped" not in row.note} == set(measured), [row.note for row in rows]
    assert [row.differs for row in measured.values()] == [0] * len(measured)
    assert measured["ours, exact coordinates"].inner[0] < measured["ours, exact coordinates"].runs[0].seconds


def test_a_tool_that_takes_too_long_is_stopped(build):
    with pytest.raises(processes.Failed, match="over 1 s"):
        processes.measure(["sleep", "30"], {}, 1.0)


def test_a_tool_that_fails_is_said_to(build):
    with pytest.raises(processes.Failed, match=r"exit status 3: (.|\n)*no luck"):
        processes.measure(["sh", "-c", "echo no luck; exit 3"], {}, 5.0)


@pytest.mark.slow
def test_report_is_written(inputs, build):
    from factory_locations.benchmarks import report

    row = suite.Row("some tool", True, [processes.Run(2.0, 1.0, 100.0)])
    slower = suite.Row("another", False, [processes.Run(4.0, 1.0, 100.0)], note="same answers")
    report.write([report.Table("A title", [row, slower], "XS", "loaded")], build)
    assert "| another | 4.00 | 4.00 - 4.00 | 1.00 | 100 | 0.50 | same answers |" in (build / "XS.md").read_text()
    assert json.loads((build / "XS.json").read_text())["tables"][0]["rows"][0]["median_s"] == 2.0


def test_forty_rules_run_and_find_something(inputs, build):
    found = processes.Pythons(ours=sys.executable, peers=None)
    (row,) = suite.rules(inputs, found, 1)
    assert row.runs, row.note
    assert not row.note.startswith("0 findings")
    assert len(read_pack(inputs.rules).rules) == 40


@pytest.mark.slow
def test_writing_in_processes_of_their_own(inputs, build):
    """Ours, geopandas and QGIS write the same rows and geometries."""
    tables = suite.written(inputs, processes.Pythons(processes.sys.executable, None), 1)
    assert sorted(tables) == ["points", "zones"]
    for rows in tables.values():
        assert {row.name for row in rows if row.runs} == {"ours", "geopandas.to_file", "QgsVectorFileWriter"}
        assert [row.differs for row in rows] == [0] * len(rows)
