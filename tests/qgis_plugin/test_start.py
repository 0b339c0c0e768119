"""QGIS starts no slower for the plugin: how long it takes until its menu stands, and what it loads for that."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

import pytest
from factory_locations.tests.patience import patience

# What a QGIS with the plugin may be slower to start by, in seconds of its processor.
START_SECONDS = 0.05
RUNS = 5
# Packages of a tenth of a second and more; QGIS starts without them, also where they are missing.
HEAVY = {"fiona", "geopandas", "jsonschema", "numpy", "osgeo", "pandas", "pyogrio", "pyproj", "rapidfuzz", "ruamel"}
HEAVY |= {"scipy", "shapely", "sklearn", "esda", "libpysal", "yaml"}
# Modules of the window that are loaded at start beside the parts (`…/part.py`) and their packages. A part loads the
# rest when somebody asks for it: before you add to this list, import inside the function that needs it.
AT_START = {
    "background",
    "collector",
    "desktop",
    "editing.commands",
    "editing.description",
    "editing.filler",
    "editing.live_check",
    "editing.recorder",
    "editing.telling",
    "editing.units",
    "editing.watch",
    "locator.activities",
    "locator.factories",
    "locator.marker",
    "locator.places",
    "locator.shelf",
    "panel.controller",
    "panel.dock",
    "panel.elided",
    "panel.inks",
    "panel.job_tabs",
    "panel.navigator",
    "panel.problem",
    "panel.register.map_link",
    "panel.register.words",
    "maptools.ground",
    "part",
    "plugin",
    "project.activities",
    "project.in_hand",
    "project.layer_names",
    "project.localise",
    "project.results",
    "project.roles",
    "qt",
    "settings",
    "translation",
    "trouble",
}
START = """
import importlib.util, json, sys, time
root, processing = sys.argv[1], sys.argv[2]

def package(name, folder, file="__init__"):
    spec = importlib.util.spec_from_file_location(name, f"{folder}/{file}.py", submodule_search_locations=[folder])
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
import qgis.utils, qgis.gui  # as every QGIS has them before it looks at plugins
window = package("stub_window", root + "/tests/qgis_plugin", "conftest").StubInterface()
if processing:  # QGIS's own plugin, without which ours does nothing
    sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
    from processing.core.Processing import Processing
    Processing.initialize()
before = set(sys.modules)
began = time.process_time()
plugin = package("factory_locations", root).classFactory(window)
plugin.initGui()
seconds = time.process_time() - began
print("\\n" + json.dumps([seconds, sorted(set(sys.modules) - before)]))
sys.stdout.flush()
plugin.unload()
"""


@pytest.fixture(scope="module")
def start(qgis_environment, root, tmp_path_factory):
    """Start the plugin in a fresh process; return the seconds it took, and the modules that it loaded."""
    environment = {key: value for key, value in qgis_environment.items() if key != "PYTHONDONTWRITEBYTECODE"}
    # Compiled once, as on any computer from the second start on.
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path_factory.mktemp("compiled"))

    def once(processing: bool) -> tuple[float, list[str]]:
        done = subprocess.run(
            [sys.executable, "-c", START, str(root), "yes" if processing else ""],
            env=environment,
            cwd=environment["XDG_RUNTIME_DIR"],  # in the checkout, its folder `processing` would hide QGIS's
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
        seconds, modules = json.loads(lines[-1])
        return seconds, modules

    return once


@pytest.mark.slow
def test_starts_within_fifty_milliseconds(start):
    start(True)  # compiles
    times = [start(True)[0] for _ in range(RUNS)]
    assert statistics.median(times) < START_SECONDS * patience(), times


def test_loads_only_what_its_menu_needs(start):
    _seconds, modules = start(False)
    assert "factory_locations.qgis_plugin.desktop" in modules
    assert {name.split(".")[0] for name in modules} & HEAVY == set()
    prefix = "factory_locations.qgis_plugin."
    own = [name[len(prefix) :] for name in modules if name.startswith(prefix)]
    packages = {name.rsplit(".", 1)[0] for name in own if "." in name} | {"panel"}
    parts = {name for name in own if name.endswith(".part")}
    assert sorted(set(own) - packages - parts - AT_START) == []
