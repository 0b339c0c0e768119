"""Region-wide runs on a Dask cluster: two worker processes without QGIS and without the plugin, in empty folders.

The answers have to be those of the algorithms in QGIS, row by row.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import shapely
from factory_locations.benchmarks import layers

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv-dask" / "bin" / "python"
MODULE = "factory_locations.processing.scaling"


def environment(**more: str) -> dict[str, str]:
    dropped = ("PYTHONPATH", "PYTHONSAFEPATH", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA")
    return {**{key: value for key, value in os.environ.items() if key not in dropped}, **more}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="session")
def plugins(tmp_path_factory) -> Path:
    """A folder that holds the plugin under its name, as QGIS's own does."""
    folder = tmp_path_factory.mktemp("plugins")
    (folder / "factory_locations").symlink_to(ROOT, target_is_directory=True)
    return folder


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers."""
    # A chroot of another Debian may see the folder, with a Python that does not fit it.
    works = PYTHON.is_file() and subprocess.run(
        [PYTHON, "-c", "import distributed"], env=environment(), stderr=subprocess.DEVNULL
    )
    if not works or works.returncode:
        pytest.skip("Dask is not set up here (.ci/setup dask makes .venv-dask, on Debian 12)")
    folder, port = tmp_path_factory.mktemp("cluster"), free_port()
    address = f"tcp://127.0.0.1:{port}"
    dask = [str(PYTHON), "-m", "dask"]
    commands = [[*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show"]]
    commands += [
        [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder / f"w{i}")]
        for i in range(2)
    ]
    running = []
    try:
        for number, command in enumerate(commands):
            place = folder / f"clean{number}"
            place.mkdir()
            with (folder / f"log{number}").open("wb") as log:
                running.append(
                    subprocess.Popen(command, cwd=place, env=environment(), stdout=log, stderr=subprocess.STDOUT)
                )
        wait = f"from distributed import Client; Client({address!r}, timeout=30).wait_for_workers(2, timeout=30)"
        subprocess.run([PYTHON, "-c", wait], cwd=folder, env=environment(), check=True, timeout=90)
        yield address
    finally:
        for child in reversed(running):
            child.terminate()
        for child in running:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


@pytest.fixture
def scaled(cluster, plugins):
    """Call the command line as an analyst does: from the folder of plugins, in a Python without QGIS."""

    def call(*arguments: object, scheduler: str = cluster) -> subprocess.CompletedProcess:
        command, *others = map(str, arguments)
        return subprocess.run(
            [str(PYTHON), "-m", MODULE, command, "--scheduler", scheduler, *others],
            cwd=plugins,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    return call


@pytest.fixture(scope="session")
def inputs(tmp_path_factory):
    """100,000 factories, 5,000 zones, 50,000 receptors, 5,000 rivers."""
    return layers.prepare("M", tmp_path_factory.mktemp("layers"))


def table(path: Path, layer: str | None = None):
    import pyogrio

    return pyogrio.read_dataframe(path, layer=layer, fid_as_index=True)


def same(one, other) -> bool:
    return bool(((one == other) | (one.isna() & other.isna())).all())


def ended_well(done: subprocess.CompletedProcess) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_near_100_000_factories(scaled, run, inputs, tmp_path):
    """Points and lines, the two nearest and rings: every row and value as `proximity` writes it."""
    output = tmp_path / "near.gpkg"
    targets = [inputs.receptors, inputs.rivers]
    asked = ("--k", 2, "--rings", "0,300,900", "--sums", "vintage", "--part", 7_000)
    done = scaled("near", "--factories", inputs.factories, "--targets", *targets, *asked, "--output", output)
    ended_well(done)
    assert "100,000 factories in 16 parts for 2 workers." in done.stdout
    alone = tmp_path / "alone.gpkg"
    parameters = {"FACTORIES": str(inputs.factories), "TARGETS": [str(path) for path in targets], "K": 2}
    more = {"RINGS": "0,300,900", "SUM_FIELDS": "vintage", "LINES": False, "OUTPUT": str(alone)}
    run("proximity", {**parameters, **more})
    ours, single = table(output, "factories"), table(alone, "factories")
    assert len(ours) == len(single) == 100_000
    assert (ours.geometry.geom_equals(single.geometry)).all()
    columns = [name for name in ours.columns if name != "geometry"]
    assert len(columns) == 2 + 2 * (5 + 2 * 2)
    assert [name for name in columns if not same(ours[name], single[name])] == []
    ours, single = table(output, "od"), table(alone, "od")
    keys = ["factory_id", "layer", "rank"]
    single = single.sort_values(keys, ignore_index=True)
    assert ours.index.is_monotonic_increasing
    assert list(zip(*(ours[key] for key in keys))) == list(zip(*(single[key] for key in keys)))  # in order already
    assert [name for name in ours.columns if not same(ours.reset_index(drop=True)[name], single[name])] == []


def test_zones_and_parks_of_100_000_factories(scaled, run, inputs, tmp_path):
    """With accuracies of 5 to 15 m: every verdict and reason as `check_zoning` gives it."""
    output, alone = tmp_path / "zones.gpkg", tmp_path / "alone.gpkg"
    given = ("--factories", inputs.register, "--zoning", inputs.zones, "--parks", inputs.parks)
    done = scaled("zones", *given, "--rules", inputs.pack, "--part", 7_000, "--output", output)
    ended_well(done)
    parameters = {"FACTORIES": str(inputs.register), "RULES": str(inputs.pack), "OUTPUT": str(alone)}
    run("check_zoning", {**parameters, "ZONING": str(inputs.zones)})
    ours, single = table(output), table(alone)
    names = ["factory_id", "zone_code", "zone_name", "zone_verdict", "zone_reason"]
    assert [name for name in names if not same(ours[name], single[name])] == []
    assert set(ours["zone_verdict"]) == {"pass", "fail", "undecided", "no data"}
    parks, points = table(inputs.parks), shapely.get_coordinates(ours.geometry.to_numpy())
    within = np.array(parks["park_id"], dtype=object)
    holds, held = shapely.STRtree(shapely.points(points)).query(parks.geometry.to_numpy(), predicate="intersects")
    wanted = np.full(len(ours), None, dtype=object)
    wanted[held] = within[holds]
    assert same(ours["park_id"], type(ours["park_id"])(wanted, index=ours.index))
    assert set(ours["park"]) == {"inside", "on_edge", "outside"}


def test_clusters_of_100_000_factories(scaled, inputs, tmp_path):
    """As one call of the engine on all factories: the same members under the same numbers."""
    from factory_locations.processing.analysis.crs import scale
    from factory_locations.processing.analysis.density import dbscan

    output = tmp_path / "clusters.gpkg"
    given = ("--factories", inputs.factories, "--distance", 1_000, "--least", 5, "--part", 7_000)
    ended_well(scaled("clusters", *given, "--output", output))
    ours, register = table(output), table(inputs.factories)
    xy = shapely.get_coordinates(register.geometry.to_numpy())
    whole = dbscan(xy, 1_000 * float(np.median(scale(xy, layers.CRS))), 5)
    assert whole.cluster.max() > 100
    assert ours["factory_id"].tolist() == register["factory_id"].tolist()
    np.testing.assert_array_equal(ours["cluster"], whole.cluster)
    np.testing.assert_array_equal(ours["core"], whole.core)


def test_receptors_in_the_zones_of_100_000_factories(scaled, inputs, tmp_path):
    """As one call of the engine on all of them: the same pairs, zones and distances."""
    from factory_locations.processing.analysis.exposure import inside
    from factory_locations.processing.analysis.zones import Sources

    output = tmp_path / "zones.gpkg"
    given = ("--factories", inputs.factories, "--receptors", inputs.receptors, "--distances", "50,200,600")
    ended_well(scaled("buffers", *given, "--part", 7_000, "--output", output))
    register, receptors = table(inputs.factories), table(inputs.receptors)
    n = len(register)
    reach, none = np.tile([50.0, 200.0, 600.0], (n, 1)), np.zeros(n)
    sources = Sources(register.geometry.to_numpy(), layers.CRS, reach, none, none.astype("int64"))
    whole = inside(sources, receptors.geometry.to_numpy())
    ours = table(output, "inside")
    assert len(ours) == len(whole) > 50_000
    ids, others = register["factory_id"].to_numpy(), receptors.index.to_numpy().astype(str)
    wanted = sorted(zip(ids[whole.source], others[whole.receptor], whole.level + 1, np.round(whole.distance, 2)))
    names = ("factory_id", "receptor_id", "zone", "distance_m")
    assert sorted(zip(*(ours[name] for name in names))) == wanted
    counts = table(output, "factories")
    assert counts["factory_id"].tolist() == ids.tolist()
    np.testing.assert_array_equal(counts["zone_2_n"], np.bincount(whole.source[whole.level <= 1], minlength=n))


@pytest.fixture
def small(tmp_path):
    """Twelve factories, two of them nowhere, in degrees and FlatGeobuf; targets in metres, with an id that is one."""
    import geopandas as gpd

    lon, lat = 104.9 + 0.01 * np.arange(12), 11.5 + 0.002 * np.arange(12)
    points = shapely.points(lon, lat)
    points[[3, 7]] = None
    ids = [f"F{i:02d}" for i in range(12)]
    factories = gpd.GeoDataFrame({"factory_id": ids, "name_en": "Mill"}, geometry=points, crs=4326)
    targets = factories.dropna().to_crs(32648)
    for name, frame in (("factories", factories), ("targets", targets)):
        # Without its spatial index the format keeps the order, and takes features without geometry.
        frame.to_file(tmp_path / f"{name}.fgb", driver="FlatGeobuf", engine="pyogrio", SPATIAL_INDEX="NO")
    return tmp_path


def test_other_formats_degrees_and_factories_without_a_place(scaled, small):
    """A factory among the targets is not its own neighbour; those without a place are in the result."""
    output = small / "near.gpkg"
    given = ("--factories", small / "factories.fgb", "--targets", small / "targets.fgb", "--part", 4)
    done = scaled("near", *given, "--output", output)
    ended_well(done)
    assert "without a usable place: 2, in a part of their own." in done.stdout
    rows = table(output, "factories").set_index("factory_id")
    assert len(rows) == 12
    assert rows.loc["F00", "targets_id"] == "F01"
    assert rows["targets_id"].isna().tolist() == [i in (3, 7) for i in range(12)]
    assert rows.loc["F00", "targets_m"] == pytest.approx(1112.8, abs=1)
    assert not list(small.glob(".*"))


def test_clusters_of_a_register_with_factories_without_a_place(scaled, small):
    """They are in the result, in their order and in no cluster: neither noise nor a core was found of them."""
    output = small / "clusters.gpkg"
    given = ("--factories", small / "factories.fgb", "--distance", 1_200, "--least", 2, "--part", 4)
    done = scaled("clusters", *given, "--output", output)
    ended_well(done)
    assert "12 factories in 5 parts for 2 workers." in done.stdout
    assert "5 of 5 parts done." in done.stdout
    assert "without a usable place: 2, in a part of their own." in done.stdout
    rows = table(output, "factories")
    assert rows["factory_id"].tolist() == [f"F{i:02d}" for i in range(12)]
    nowhere = [i in (3, 7) for i in range(12)]
    assert rows["cluster"].isna().tolist() == rows["core"].isna().tolist() == nowhere
    assert rows["cluster"].dropna().tolist() == [1, 1, 1, 2, 2, 2, 0, 0, 0, 0]
    assert rows["core"].dropna().all()
    given = ("--factories", small / "targets.fgb", *given[2:-1], 50_000)
    one = scaled("clusters", *given, "--output", small / "one.gpkg")
    ended_well(one)
    assert "10 factories in 1 part for 2 workers." in one.stdout
    assert "1 of 1 part done." in one.stdout
    assert table(small / "one.gpkg", "factories")["cluster"].tolist() == rows["cluster"].dropna().tolist()


def test_clusters_of_factories_that_are_all_nowhere(scaled, small):
    register = table(small / "factories.fgb")
    register.loc[[3, 7]].to_file(small / "nowhere.fgb", driver="FlatGeobuf", engine="pyogrio", SPATIAL_INDEX="NO")
    given = ("--factories", small / "nowhere.fgb", "--distance", 1_200, "--least", 2)
    ended_well(scaled("clusters", *given, "--output", small / "none.gpkg"))
    rows = table(small / "none.gpkg", "factories")
    assert rows["factory_id"].tolist() == ["F03", "F07"]
    assert rows[["cluster", "core"]].isna().all(axis=None)


def test_a_folder_of_parquet_files(scaled, small):
    import json

    given = ("--factories", small / "factories.fgb", "--targets", small / "targets.fgb", "--part", 4)
    ended_well(scaled("near", *given, "--output", small / "parts"))
    assert sorted(path.name for path in (small / "parts").iterdir()) == ["factories", "od"]
    count = (
        "import geopandas, json, sys; from pathlib import Path; "
        "files = sorted(Path(sys.argv[1]).glob('*.parquet')); "
        "frames = [geopandas.read_parquet(file) for file in files]; "
        "print(json.dumps([len(files), sum(map(len, frames)), sorted(i for f in frames for i in f.index.tolist())]))"
    )
    done = subprocess.run(
        [PYTHON, "-c", count, small / "parts" / "factories"], env=environment(), capture_output=True, text=True
    )
    ended_well(done)
    files, rows, numbers = json.loads(done.stdout)
    assert (files, rows, numbers) == (5, 12, list(range(12)))  # four parts and those without a place
    again = scaled("near", *given, "--output", small / "parts")
    assert "is not empty" in again.stderr


FRAMES = """
import sys
import dask_geopandas, geopandas
from factory_locations.processing.scaling import cluster, frames

address, register, targets, output = sys.argv[1:]
with cluster.connected(address):
    factories = dask_geopandas.from_geopandas(geopandas.read_file(register), npartitions=3)
    placed = factories[~(factories.geometry.isna() | factories.geometry.is_empty)].spatial_shuffle()
    assert len(frames.near(placed, [targets], rings=(0, 500, 2000)).compute()) == 10
    near = frames.near(factories, [targets], rings=(0, 500, 2000))
    assert near.npartitions == 3
    near.compute().to_file(output)
"""


def test_a_frame_of_dask_geopandas_gets_the_same_columns(scaled, cluster, plugins, small):
    """For notebooks: lazy, partition by partition, whatever the partitions are."""
    given = ("--factories", small / "factories.fgb", "--targets", small / "targets.fgb", "--rings", "0,500,2000")
    ended_well(scaled("near", *given, "--output", small / "near.gpkg"))
    arguments = [cluster, small / "factories.fgb", small / "targets.fgb", small / "frame.gpkg"]
    done = subprocess.run(
        [str(PYTHON), "-c", FRAMES, *map(str, arguments)],
        cwd=plugins,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    ended_well(done)
    ours = table(small / "frame.gpkg").set_index("factory_id").sort_index()
    wanted = table(small / "near.gpkg", "factories").set_index("factory_id").sort_index()
    names = [name for name in wanted.columns if name.startswith("targets_")]
    assert len(names) == 7
    assert [name for name in names if not same(ours[name], wanted[name])] == []


def test_a_weight_below_nothing_is_refused_from_a_worker(scaled, small):
    import geopandas as gpd

    register = gpd.read_file(small / "factories.fgb").assign(employees=[-5, *range(11)])
    register.to_file(small / "register.gpkg")
    given = ("--factories", small / "register.gpkg", "--distance", 3_000, "--least", 2, "--weight-field", "employees")
    done = scaled("clusters", *given, "--output", small / "clusters.gpkg")
    assert done.returncode == 1
    assert "Weights below 0 or without end: 1, such as -5." in done.stderr
    assert not (small / "clusters.gpkg").exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"--factories": "absent.gpkg"}, "There is no file"),
        ({"--crs": "EPSG:4326"}, "is in degrees"),
        ({"--crs": "EPSG:3857"}, "% wrong where the factories are"),
        ({"--crs": "Mercator"}, "is no CRS"),
        ({"--rings": "5,1"}, "are no rings"),
        ({"--k": "0"}, "at least one target"),
        ({"--output": "factories.fgb"}, "is an input"),
        ({"--output": "absent/near.gpkg"}, "does not exist"),
    ],
)
def test_one_sentence_about_what_cannot_be_used(scaled, small, change, sentence):
    given = {"--factories": "factories.fgb", "--targets": "targets.fgb", "--output": "near.gpkg", **change}
    paths = ("--factories", "--targets", "--output")
    arguments = [part for name, value in given.items() for part in (name, small / value if name in paths else value)]
    before = sorted(small.iterdir())
    done = scaled("near", *arguments)
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("error: ")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert sorted(small.iterdir()) == before


def test_nobody_answers(scaled, small):
    given = ("--factories", small / "factories.fgb", "--targets", small / "targets.fgb", "--output", small / "n.gpkg")
    done = scaled("near", *given, "--wait", 1, scheduler=f"tcp://127.0.0.1:{free_port()}")
    assert done.returncode == 1
    assert "error: No Dask scheduler answers" in done.stderr


def test_python_without_dask(plugins, small):
    """QGIS's own Python has none; the sentence says what to install."""
    given = ["--factories", small / "factories.fgb", "--targets", small / "targets.fgb", "--output", small / "n.gpkg"]
    done = subprocess.run(
        [sys.executable, "-m", MODULE, "near", "--scheduler", "tcp://127.0.0.1:1", *map(str, given)],
        cwd=plugins,
        env=environment(),
        capture_output=True,
        text=True,
    )
    if "No Dask scheduler answers" in done.stderr:
        pytest.skip("this Python has Dask")
    assert done.returncode == 1
    assert "needs Dask" in done.stderr
    assert "pip install dask-geopandas" in done.stderr


def test_stopping_leaves_nothing_behind(cluster, plugins, inputs, tmp_path):
    """Ctrl+C in the middle: it ends within seconds, and the cluster is free for the next."""
    given = ["--factories", inputs.factories, "--targets", inputs.rivers, "--part", "200", "--k", "20"]
    given += ["--output", tmp_path / "near.gpkg"]
    listening = ["env", "--default-signal=INT"]  # to Ctrl+C, which is ignored where the tests run behind a shell
    command = [*listening, PYTHON, "-m", MODULE, "near", "--scheduler", cluster, *given]
    child = subprocess.Popen(
        list(map(str, command)),
        cwd=plugins,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    hung = threading.Timer(120, child.kill)
    hung.start()
    next((line for line in child.stdout if "parts done" in line), None)
    hung.cancel()
    child.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130, said
    assert "Stopped; nothing was written." in said
    assert time.monotonic() - began < 5
    assert list(tmp_path.iterdir()) == []
