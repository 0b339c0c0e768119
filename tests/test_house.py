"""The rules of the house, as far as a machine can watch over them (CONTRIBUTING.md gives the reasons)."""

from __future__ import annotations

import ast
import enum
import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "factory_locations"
SHIPPED = ("__init__.py", "processing", "qgis_plugin", "data")
SPELLINGS = "qgis_plugin/qt.py"  # the one place that asks which of two names this version has
WITHOUT_PACKAGES = {"factory:location_map"}  # drawn by QGIS alone
HEAVY = (
    *("geopandas", "pandas", "shapely", "pyproj", "fiona", "pyogrio", "scipy", "jsonschema", "rapidfuzz"),
    *("sklearn", "esda", "libpysal", "dask", "dask_geopandas", "distributed"),
)
UNTRACKED = {
    ".git",
    ".venv",
    ".venv-dask",
    "build",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
}


def source_files() -> list[Path]:
    """Every file of the project: git's list (new files included), or the folder where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [name.decode() for name in listed.stdout.split(b"\0") if name]
        return [ROOT / name for name in names if (ROOT / name).is_file()]
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in UNTRACKED]
        found += [Path(folder) / name for name in names]
    return found


FILES = source_files()
PYTHON = sorted(path for path in FILES if path.suffix == ".py")
SHIPPED_PYTHON = [path for path in PYTHON if path.relative_to(ROOT).parts[0] in SHIPPED]
TREES = {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in PYTHON}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    parts = [PACKAGE, *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Yield line, absolute name and whether it is a relative import, for each import of a file."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, False
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{start}.{alias.name}", bool(node.level)


def begins(dotted: str, *packages: str) -> bool:
    return any(dotted == package or dotted.startswith(package + ".") for package in packages)


def offences(files: list[Path], *packages: str) -> list[str]:
    return [
        f"{name(path)}:{line} imports {what}"
        for path in files
        for line, what, _ in imports(path)
        if begins(what, *packages)
    ]


def test_there_is_code_to_watch():
    """The rules below say something only if the lists they walk are not empty."""
    assert {"processing/provider.py", "qgis_plugin/plugin.py"} <= {name(path) for path in SHIPPED_PYTHON}
    assert any(name(path).startswith("processing/analysis/") for path in SHIPPED_PYTHON)


@pytest.mark.slow
def test_nobody_imports_processing_as_a_top_level_package():
    """QGIS's package has that name: ours is reached by relative imports, QGIS's by ``qgis.processing``."""
    others = [path for path in PYTHON if name(path) != "tests/conftest.py"]
    assert offences(others, "processing") == []


@pytest.mark.slow
def test_qt_only_through_qgis():
    assert offences(PYTHON, "PyQt5", "PyQt6", "PySide2", "PySide6", "sip") == []


@pytest.mark.slow
def test_dialogs_have_their_buttons_from_one_place():
    """Qt has no Khmer for OK and Cancel: `qgis_plugin/buttons.py` has."""
    made = {"QDialogButtonBox", "QMessageBox", "QInputDialog"}
    calls = [(path, node) for path in SHIPPED_PYTHON for node in ast.walk(TREES[path]) if isinstance(node, ast.Call)]
    # QMessageBox(…), and QMessageBox.question(…) and the like
    makers = [(path, node, getattr(node.func, "value", node.func)) for path, node in calls]
    found = {name(path) for path, node, maker in makers if getattr(maker, "id", "") in made}
    assert found == {"qgis_plugin/buttons.py"}


@pytest.mark.slow
def test_imports_inside_the_package_are_relative():
    assert offences([p for p in SHIPPED_PYTHON if not any(rel for *_, rel in imports(p))], PACKAGE) == []
    absolute = [
        f"{name(path)}:{line} imports {what}"
        for path in SHIPPED_PYTHON
        for line, what, relative in imports(path)
        if not relative and begins(what, PACKAGE)
    ]
    assert absolute == []


def test_the_engine_knows_nothing_of_qgis():
    engine = [path for path in SHIPPED_PYTHON if name(path).startswith("processing/analysis/")]
    assert offences(engine, "qgis", "PyQt5", "PyQt6", "osgeo") == []
    beyond = [
        f"{name(path)}:{line} imports {what}"
        for path in engine
        for line, what, relative in imports(path)
        if relative and not begins(what, f"{PACKAGE}.processing.analysis")
    ]
    assert beyond == []


def test_processing_does_not_need_the_desktop():
    inner = [path for path in SHIPPED_PYTHON if name(path).startswith("processing/")]
    assert offences(inner, f"{PACKAGE}.qgis_plugin", "qgis.gui", "qgis.utils") == []


def is_sys_path(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "path"
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
    )


def sys_path_edits(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that change ``sys.path``: by a method, an assignment, a deletion, ``addsitedir``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if is_sys_path(node.func.value) or node.func.attr == "addsitedir":
                yield node.lineno
        elif isinstance(node, (ast.Assign, ast.Delete)):
            yield from (node.lineno for target in node.targets for part in ast.walk(target) if is_sys_path(part))
        elif isinstance(node, ast.AugAssign) and is_sys_path(node.target):
            yield node.lineno


@pytest.mark.slow
def test_sys_path_is_left_alone():
    edits = [
        f"{name(path)}:{line}"
        for path, tree in TREES.items()
        if name(path) != "tests/conftest.py"
        for line in sys_path_edits(tree)
    ]
    assert edits == []


def test_the_watch_over_sys_path_sees_every_way():
    ways = (
        "sys.path.insert(0, x)",
        "sys.path[:] = y",
        "sys.path += z",
        "sys.path = []",
        "del sys.path[0]",
        "site.addsitedir(x)",
    )
    assert sorted(sys_path_edits(ast.parse("\n".join(ways)))) == [1, 2, 3, 4, 5, 6]
    assert list(sys_path_edits(ast.parse("print(sys.path)\nos.path.join(x)"))) == []


def test_nothing_pumps_events():
    """Long work in the desktop is a task; ``processEvents`` lets a second click run inside the first."""
    calls = [
        f"{name(path)}:{node.lineno}"
        for path in SHIPPED_PYTHON
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Attribute) and node.attr in ("processEvents", "exec_")
    ]
    assert calls == []


def attribute_chains(tree: ast.AST) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, root name and attributes of each maximal chain such as ``Qgis.MessageLevel.Warning``."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or id(node) in inner:
            continue
        line, names = node.lineno, []
        while isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name):
            yield line, node.id, names[::-1]


def qgis_names(tree: ast.AST) -> dict[str, object]:
    """Return what the file imports from QGIS and Qt, by the name it uses."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and begins(node.module or "", "qgis"):
            if node.module == "qgis" or begins(node.module, "qgis.utils", "qgis.processing"):
                continue
            module = importlib.import_module(node.module)
            found.update({alias.asname or alias.name: getattr(module, alias.name) for alias in node.names})
    return found


def is_enum(kind: object) -> bool:
    return isinstance(kind, type) and (
        issubclass(kind, enum.Enum) or type(kind).__name__ == "enumtype" or (issubclass(kind, int) and kind is not int)
    )


def enum_trouble(root: object, names: list[str]) -> str:
    """Say what is wrong with a chain: a name this QGIS does not have, or an enum value without its enum."""
    owner = root
    for attribute in names:
        if not isinstance(owner, type):
            return ""
        if not hasattr(owner, attribute):
            return f"{owner.__name__} has no {attribute}"
        value = getattr(owner, attribute)
        if not is_enum(owner) and not isinstance(value, bool) and is_enum(type(value)):
            return f"{owner.__name__}.{attribute} must be {owner.__name__}.{type(value).__name__}.{attribute}"
        owner = value
    return ""


@pytest.mark.slow
def test_enums_are_scoped_and_known_to_this_qgis(qgis_app):
    """Qt 6 knows only scoped names; a scoped name that this QGIS lacks would fail when the line runs."""
    trouble = []
    for path in SHIPPED_PYTHON:
        known = qgis_names(TREES[path])
        for line, root, names in attribute_chains(TREES[path]):
            why = enum_trouble(known[root], names) if root in known else ""
            if why and not ("has no" in why and name(path) == SPELLINGS):
                trouble.append(f"{name(path)}:{line} {why}")
    assert trouble == []


def test_the_watch_over_enums_sees_an_unscoped_one(qgis_app):
    from qgis.core import Qgis, QgsProcessing
    from qgis.PyQt.QtCore import Qt

    assert "must be" in enum_trouble(Qt, ["AlignLeft"])
    assert "must be" in enum_trouble(Qgis, ["Warning"])
    assert "must be" in enum_trouble(QgsProcessing, ["TypeVectorPoint"])
    assert "has no" in enum_trouble(Qgis, ["NoSuchThing", "Warning"])
    assert enum_trouble(Qgis, ["MessageLevel", "Warning"]) == ""
    assert enum_trouble(Qt, ["AlignmentFlag", "AlignLeft"]) == ""
    assert enum_trouble(QgsProcessing, ["SourceType", "TypeVectorPoint"]) == ""


LOAD = """
import importlib, importlib.util, json, sys
from pathlib import Path

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{name} is blocked", name=name)
        return None

sys.meta_path.insert(0, Blocker())
spec = importlib.util.spec_from_file_location(
    "factory_locations", ROOT + "/__init__.py", submodule_search_locations=[ROOT])
package = importlib.util.module_from_spec(spec)
sys.modules["factory_locations"] = package
spec.loader.exec_module(package)
"""

LIST_ALGORITHMS = """
from qgis.core import QgsApplication
application = QgsApplication([], False)
QgsApplication.initQgis()
before = set(sys.modules)  # QGIS 3.44 imports shapely by itself
provider = importlib.import_module("factory_locations.processing.provider").FactoryProvider()
QgsApplication.processingRegistry().addProvider(provider)
algorithms = {}
for algorithm in provider.algorithms():
    algorithm.shortHelpString(), algorithm.icon(), algorithm.displayName()
    fine, why = algorithm.canExecute()
    algorithms[algorithm.id()] = [fine, why]
loaded = {name.split(".")[0] for name in set(sys.modules) - before}
print("RESULT" + json.dumps([algorithms, sorted(loaded)]), flush=True)
provider = None
QgsApplication.exitQgis()
"""


def fresh_python(code: str, blocked: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
    """Run code after loading the package in a new Python, where the packages in ``blocked`` do not exist."""
    head = f"ROOT = {str(ROOT)!r}\nBLOCKED = {blocked!r}\n"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-c", head + LOAD + code],
        env={**environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def listing(blocked: tuple[str, ...] = ()) -> tuple[dict, list[str]]:
    done = fresh_python(LIST_ALGORITHMS, blocked)
    lines = [line for line in done.stdout.splitlines() if line.startswith("RESULT")]
    assert lines, done.stderr
    assert done.returncode == 0, done.stderr
    algorithms, modules = json.loads(lines[0].removeprefix("RESULT"))
    return algorithms, modules


def test_package_imports_without_qgis():
    done = fresh_python("print('loaded')", ("qgis", "PyQt5", "PyQt6", *HEAVY))
    assert done.stdout.strip() == "loaded", done.stderr


@pytest.mark.slow
def test_engine_imports_without_qgis():
    modules = [module_name(path) for path in SHIPPED_PYTHON if name(path).startswith("processing/analysis/")]
    code = f"for name in {modules!r}: importlib.import_module(name)\nprint('loaded')"
    done = fresh_python(code, ("qgis", "PyQt5", "PyQt6", "osgeo"))
    assert done.stdout.strip() == "loaded", done.stderr


def test_listing_the_algorithms_imports_nothing_heavy():
    algorithms, modules = listing()
    assert "factory:check_locations" in algorithms
    assert sorted(set(HEAVY) & set(modules)) == []
    assert all(fine for fine, _ in algorithms.values()), algorithms


@pytest.mark.slow
def test_algorithms_are_listed_and_explain_themselves_where_packages_are_missing():
    everything, _ = listing()
    algorithms, _ = listing(HEAVY)
    assert sorted(algorithms) == sorted(everything)
    assert {name for name, (fine, _) in algorithms.items() if fine} <= WITHOUT_PACKAGES
    assert all("geopandas" in why for fine, why in algorithms.values() if not fine)


def test_the_root_is_not_on_sys_path():
    assert ROOT not in [Path(entry or os.curdir).resolve() for entry in sys.path]


def test_processing_core_is_qgis_own(qgis_app):
    importlib.import_module(f"{PACKAGE}.processing")
    core = importlib.import_module("processing.core.Processing")
    assert ROOT not in Path(core.__file__).resolve().parents
    assert Path(importlib.import_module(f"{PACKAGE}.processing").__file__).resolve().parents[1] == ROOT


def test_processing_core_imports_after_our_package():
    """In the order of a QGIS start: our package first, then QGIS's own ``processing``."""
    code = """
from qgis.core import QgsApplication
application = QgsApplication([], False)
QgsApplication.initQgis()
importlib.import_module("factory_locations.processing.provider")
sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
print(importlib.import_module("processing.core.Processing").__file__)
QgsApplication.exitQgis()
"""
    done = fresh_python(code)
    assert done.stdout.strip().endswith("Processing.py"), done.stderr
    assert done.returncode == 0, done.stderr


# Written so that this file does not match itself.
MACHINE_PATHS = re.compile(
    r"(?<![\w.-])(?:/[h]ome/\w|/[U]sers/\w|/[r]oot/\w|/[w]ork/\w|/[o]pt/(?:pypi|wheels)|/[t]mp/\w+/)"
    r"|C:\\+[U]sers|[p]ytest-of-",
    re.IGNORECASE,
)


def texts() -> Iterator[tuple[Path, str]]:
    for path in FILES:
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            yield path, content.decode("utf-8")


def test_no_paths_of_one_machine():
    own = [f"{ROOT}/"] if len(ROOT.parts) > 2 else []
    found = [
        f"{name(path)}: {match.group(0)}"
        for path, text in texts()
        for match in [MACHINE_PATHS.search(text), *(re.search(re.escape(place), text) for place in own)]
        if match
    ]
    assert found == []


def test_the_watch_over_paths_sees_one():
    assert MACHINE_PATHS.search("open('/" + "home/maria/register.gpkg')")
    assert not MACHINE_PATHS.search("HOME=/root LANG=C and docs/home/index.md, framework/x")


def metadata(key: str) -> str:
    found = re.search(rf"^{key}=(.*)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert found, key
    return found.group(1).strip()


def test_one_version_everywhere():
    version = metadata("version")
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert metadata("changelog").startswith(version)


def test_what_the_plugin_asks_for_is_what_the_project_declares():
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~ ]", entry)[0].lower() for entry in project["dependencies"]}
    groups = project["optional-dependencies"]
    more = {re.split(r"[<>=!~ ]", entry)[0].lower() for entry in groups["names"] + groups["statistics"]}
    dependencies = importlib.import_module(f"{PACKAGE}.processing.dependencies")
    assert {"pyyaml" if package == "yaml" else package for package in dependencies.REQUIRED} == declared
    assert {dependencies.DISTRIBUTIONS.get(package, package) for package in dependencies.OPTIONAL} == more


def test_the_plugin_shell_stays_a_shell():
    lines = (ROOT / "qgis_plugin" / "plugin.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 150
