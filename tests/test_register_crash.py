"""A register survives the sudden end of whatever changes it: the batch is whole, or it never was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factory_locations.tests import layers as L

from .conftest import PACKAGE, ROOT, qgis_process_binary
from .test_apply_corrections import PROPOSAL
from .test_register_store import FIELDS, everything

pytestmark = pytest.mark.slow

COUNT = 8000
# Loads the package as conftest does, changes every factory and says where it is; then waits to be killed, or commits.
WORKER = """
import importlib.util, sys
root, package, path, count, stop = sys.argv[1:]
spec = importlib.util.spec_from_file_location(package, root + "/__init__.py", submodule_search_locations=[root])
module = importlib.util.module_from_spec(spec)
sys.modules[package] = module
spec.loader.exec_module(module)
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
import shapely
from factory_locations.processing.register.store import change_register
def here(what):
    print(what, flush=True)
    if what == stop:
        sys.stdin.read()
with change_register(path, "Sok", "all of it") as change:
    here("opened")
    for i in range(int(count)):
        change.update(f"F{i}", {"employees": -i, "name_km": "ថ្មី"}, shapely.Point(i, -i))
        if i in (0, int(count) // 2):
            here(f"row {i}")
    here("all rows")
print("committed", flush=True)
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory, qgis_app):
    """A register that is too large to be changed in memory alone."""
    path = tmp_path_factory.mktemp("crash") / "large.gpkg"
    rows = [(L.point(i, i), f"F{i}", "រោងចក្រ" * 20, i, 8.0, "gps", None) for i in range(COUNT)]
    L.saved(L.layer("Point", FIELDS, rows, name="factories"), path, "factories")
    return path


@pytest.fixture
def register(large, tmp_path):
    path = tmp_path / "register.gpkg"
    path.write_bytes(large.read_bytes())
    return path


def worker(path, environment, stop, count=COUNT):
    arguments = [sys.executable, "-P", "-c", WORKER, str(ROOT), PACKAGE, str(path), str(count), stop]
    pipe = subprocess.PIPE
    return subprocess.Popen(arguments, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)


def end(process):
    """Kill a process, which may have ended by itself, and let go of it."""
    process.kill()
    with process:
        process.wait()


def wait_for(process, words):
    for line in process.stdout:
        if line.strip() == words:
            return
    raise EOFError(words)


def opens_in_qgis(path):
    """QGIS shows every factory, as it stands in the file."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=factories", "factories", "ogr")
    assert layer.isValid()
    return sum(1 for feature in layer.getFeatures() if feature.hasGeometry()) == COUNT == layer.featureCount()


@pytest.mark.parametrize("moment", ["opened", "row 0", f"row {COUNT // 2}", "all rows"])
def test_killed_before_the_end_nothing_has_happened(register, large, qgis_environment, moment):
    process = worker(register, qgis_environment, moment)
    wait_for(process, moment)
    written = register.read_bytes() != large.read_bytes()
    end(process)
    if moment == "all rows":
        assert written  # so there was something to take back
    assert everything(register) == everything(large)
    assert opens_in_qgis(register)


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.1, 0.5, 3.0])
def test_killed_while_it_commits_all_or_nothing(register, large, qgis_environment, delay):
    process = worker(register, qgis_environment, "never")
    wait_for(process, "all rows")
    time.sleep(delay)
    end(process)
    found, before = everything(register), everything(large)
    if "audit" in found:
        assert len(found["audit"]) == 3 * COUNT - 1  # F0 had no employees before either
        assert [row[4] for row in found["factories"]] == [-i for i in range(COUNT)]
    else:
        assert found == before
    assert opens_in_qgis(register)


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.4])
def test_qgis_process_killed_in_the_middle(register, large, qgis_process, qgis_environment, tmp_path, delay):
    proposals = _proposals(register, tmp_path / "checked.gpkg")
    arguments = [
        qgis_process_binary(), "run", "factory:apply_corrections", f"--REGISTER={register}|layername=factories",
        f"--PROPOSALS={proposals}",
    ]  # fmt: skip
    null = subprocess.DEVNULL
    process = subprocess.Popen(arguments, env=qgis_environment, stdin=null, stdout=null, stderr=null, cwd=tmp_path)
    logs = [Path(f"{register}{ending}") for ending in ("-journal", "-wal")]
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        if any(log.exists() and log.stat().st_size for log in logs):
            break
        time.sleep(0.002)
    assert process.poll() is None, "it ended before it could be killed"
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert everything(register) == everything(large)
    assert opens_in_qgis(register)


def _proposals(register, path):
    """A proposal for each factory, all accepted: ten metres to the east."""
    import numpy as np
    import pandas as pd
    import shapely
    from factory_locations.processing.analysis.crs import operation
    from factory_locations.processing.storage.geopackage import Table, write_geopackage
    from qgis.core import QgsCoordinateReferenceSystem

    xy = np.array([[L.X0 + i, L.Y0 + i] for i in range(COUNT)])
    old, new = (operation(L.CRS, "EPSG:4326").points(xy + np.array([east, 0])) for east in (0, 10))
    values = {name: None for name, _ in PROPOSAL}
    values |= {"code": "C05", "certainty": "likely", "rank": 1, "accepted": "yes", "new_method": "map"}
    frame = pd.DataFrame({name: [value] * COUNT for name, value in values.items()}, dtype=object)
    frame["factory_id"] = [f"F{i}" for i in range(COUNT)]
    frame["proposal_id"] = frame["factory_id"]
    frame["old_lon"], frame["old_lat"], frame["new_lon"], frame["new_lat"] = *old.T, *new.T
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    write_geopackage(path, [Table("proposals", PROPOSAL, frame, shapely.points(new), "Point", crs)])
    return f"{path}|layername=proposals"
