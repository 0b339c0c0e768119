"""Shared fixtures: the package, one offscreen QGIS, the provider, and the real qgis_process binary.

The repository root is the package ``factory_locations`` and must never be on ``sys.path``: there its folder
``processing`` would hide QGIS's own package of that name. Test modules simply write
``from factory_locations.processing import frames``; loading the package under that name happens here.
"""

from __future__ import annotations

import faulthandler
import gc
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "factory_locations"
# Seconds after which a test has hung: longer than any real window may take (tests/desktop/conftest.py).
HUNG = 900
ERROR_OUTPUT = pytest.StashKey()

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _keep_root_off_path() -> None:
    """Undo what ``python -m pytest`` in the repository root does: it puts the working folder on the path."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or os.curdir).resolve() != ROOT]


def _load_package() -> None:
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{ROOT} cannot be loaded as the package {PACKAGE}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


_keep_root_off_path()
if PACKAGE not in sys.modules:
    _load_package()


def pytest_configure(config) -> None:
    """Keep the error output as it is before pytest captures it: a hung test must be heard."""
    config.stash[ERROR_OUTPUT] = os.fdopen(os.dup(sys.__stderr__.fileno()), "w")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """End a test that hangs, with the stacks of all threads: its worker counts as crashed in it, the others go on.

    After a test Python's collector may run, which in a QGIS has to be in the thread of the tests.
    """
    faulthandler.dump_traceback_later(HUNG, exit=True, file=item.config.stash[ERROR_OUTPUT])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
        if not gc.isenabled():
            from factory_locations.processing.threads import collect_what_is_due

            collect_what_is_due()


def pytest_collection_modifyitems(items) -> None:
    """Whatever starts the real qgis_process is slow, a program start each; what is about the panel has a folder."""
    for item in items:
        if "qgis_process" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
        if ROOT / "tests" / "qgis_plugin" in item.path.parents:
            item.add_marker(pytest.mark.panel)


@pytest.fixture(autouse=True)
def curves():
    """Let GDAL speak of curves again: pyogrio, where it shares QGIS's GDAL, tells it not to for the whole process."""
    yield
    if "osgeo.ogr" in sys.modules:
        sys.modules["osgeo.ogr"].SetNonLinearGeometriesEnabledFlag(True)


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def demo_gpkg() -> Path:
    """The bundled demo GeoPackage; read it, never write to it."""
    return ROOT / "data" / "demo" / "demo.gpkg"


@pytest.fixture(scope="session")
def real_layers() -> Path:
    """Folder of real layers beside the checkout: too large, and not ours, to be committed."""
    folder = ROOT.parent / "shared" / "real"
    if not folder.is_dir():
        pytest.skip("the real layers (../shared/real) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def qgis_app(tmp_path_factory):
    """One QGIS without a window for the whole session, with Processing and its native algorithms ready."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("qgis-profile"))
    if "XDG_RUNTIME_DIR" not in os.environ:
        os.environ["XDG_RUNTIME_DIR"] = str(tmp_path_factory.mktemp("qgis-run"))
    from qgis.core import QgsApplication, QgsProject

    app = QgsApplication([], False)
    QgsApplication.initQgis()
    plugins = str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    if plugins not in sys.path:
        sys.path.append(plugins)  # where QGIS's own start-up puts it
    from processing.core.Processing import Processing

    Processing.initialize()
    from factory_locations.qgis_plugin.collector import WindowCollector

    WindowCollector(app)
    yield app
    # Without exitQgis(): the objects that tests leave to Python's collector outlive it, and QGIS 3.44 then crashed
    # after the last test. That QGIS itself ends well is what tests/test_qgis_process.py looks at.
    QgsProject.instance().clear()


@pytest.fixture(scope="session")
def provider(qgis_app):
    """The provider ``factory``, registered as the plugin registers it."""
    from factory_locations.processing.provider import FactoryProvider
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    instance = FactoryProvider()
    if not registry.addProvider(instance):
        raise RuntimeError("QGIS refused the provider")
    yield instance
    registry.removeProvider(instance)


def _feedback_class():
    from qgis.core import QgsProcessingFeedback

    class CollectingFeedback(QgsProcessingFeedback):
        """Keeps what an algorithm says: ``errors``, ``warnings``, ``info`` and ``steps`` (per cent)."""

        def __init__(self) -> None:
            super().__init__(False)
            self.errors: list[str] = []
            self.warnings: list[str] = []
            self.info: list[str] = []
            self.steps: list[float] = []
            self.progressChanged.connect(self.steps.append)

        def reportError(self, error, fatalError=False):
            self.errors.append(error)

        def pushWarning(self, warning):
            self.warnings.append(warning)

        def pushInfo(self, info):
            self.info.append(info)

        def text(self) -> str:
            return "\n".join([*self.errors, *self.warnings, *self.info])

    return CollectingFeedback


@pytest.fixture
def feedback(qgis_app):
    """A feedback object that remembers every message."""
    return _feedback_class()()


class Runner:
    """Runs one algorithm as QGIS does, and keeps its ``feedback`` and ``context``."""

    def __init__(self) -> None:
        self.feedback = None
        self.context = None

    def __call__(self, algorithm: str, parameters: dict, feedback=None, context=None, check: bool = True) -> dict:
        """Run ``algorithm`` (``check_zoning`` means ``factory:check_zoning``) and return its results.

        Memory layers arrive as layers, files as paths. Whatever goes wrong is a ``QgsProcessingException``
        with the text a person would read, also when ``checkParameterValues`` refuses the parameters.
        """
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

        name = algorithm if ":" in algorithm else f"factory:{algorithm}"
        created = QgsApplication.processingRegistry().createAlgorithmById(name)
        if created is None:
            raise LookupError(f"no algorithm {name}")
        self.feedback = feedback if feedback is not None else _feedback_class()()
        if context is None:
            context = QgsProcessingContext()
            context.setProject(QgsProject.instance())
            context.setFeedback(self.feedback)
        self.context = context
        if check:
            fine, why = created.checkParameterValues(parameters, context)
            if not fine:
                raise QgsProcessingException(why)
        # What processAlgorithm raises is passed on; what prepareAlgorithm raises ends in the feedback.
        results, ok = created.run(parameters, context, self.feedback, {}, False)
        if not ok:
            raise QgsProcessingException("\n".join(self.feedback.errors) or "the algorithm did not run")
        return {key: self._taken(value) for key, value in results.items()}

    def _taken(self, value):
        if isinstance(value, str):
            layer = self.context.takeResultLayer(value)
            return value if layer is None else layer
        return value


@pytest.fixture
def run(provider):
    """Run an algorithm of ours or of QGIS: ``run("check_zoning", {...})``."""
    runner = Runner()
    yield runner
    # A context holds layers opened from files; let go after QGIS has ended, they take the process down with them.
    runner.context = runner.feedback = None
    gc.collect()
    gc.freeze()  # what is left stays: without this each collection looks at millions of objects, a second a test


def qgis_process_binary() -> str | None:
    """The real program; Debian 12's ``qgis_process`` is a wrapper that passes an option it does not know."""
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="session")
def qgis_environment(tmp_path_factory):
    """Environment of a separate QGIS: this checkout as a plugin, a fresh profile, the same packages."""
    folder = tmp_path_factory.mktemp("qgis-process")
    (folder / "plugins").mkdir()
    (folder / "plugins" / PACKAGE).symlink_to(ROOT, target_is_directory=True)
    (folder / "run").mkdir(mode=0o700)
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    environment.update(
        QT_QPA_PLATFORM="offscreen",
        QGIS_PLUGINPATH=str(folder / "plugins"),
        QGIS_CUSTOM_CONFIG_PATH=str(folder / "profile"),
        XDG_RUNTIME_DIR=str(folder / "run"),
        PYTHONDONTWRITEBYTECODE="1",
    )
    if sys.prefix != sys.base_prefix:  # QGIS embeds the system's Python: it sees a venv through the path only
        environment["PYTHONPATH"] = sysconfig.get_path("purelib")
    return environment


@pytest.fixture(scope="session")
def qgis_process(qgis_environment, tmp_path_factory):
    """Call the real binary: ``qgis_process("run", "factory:check_zoning", "--FACTORIES=...")``.

    Returns the ``subprocess.CompletedProcess`` with text output. The plugin is enabled once.
    """
    binary = qgis_process_binary()
    if binary is None:
        pytest.skip("qgis_process is not installed")
    folder = tmp_path_factory.mktemp("qgis-process-cwd")

    def call(
        *arguments: object, environment: dict | None = None, cwd: Path = folder, timeout: float = 300
    ) -> subprocess.CompletedProcess:
        return subprocess.run(
            [binary, *map(str, arguments)],
            cwd=cwd,
            env={**qgis_environment, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
        )

    enabled = call("plugins", "enable", PACKAGE)
    if enabled.returncode != 0 or "error starting plugin" in enabled.stderr:
        raise RuntimeError(f"the plugin does not load in qgis_process:\n{enabled.stdout}\n{enabled.stderr}")
    return call


@pytest.fixture
def khmer_plugin(qgis_app):
    """The plugin's texts in Khmer for the length of one test."""
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.PyQt.QtCore import QCoreApplication

    translator = install_translator("km")
    assert translator is not None
    yield translator
    QCoreApplication.removeTranslator(translator)
