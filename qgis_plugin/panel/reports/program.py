"""An algorithm in a program of its own, ``qgis_process``: with the parameters of the toolbox, in a language of choice.

QGIS draws layouts in the main thread only. In this window that would stop everything for as long as a map takes; in
another process it stops nothing, and can be ended at any moment.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, pyqtSignal

from ....processing.i18n import tr
from ....processing.paths import ROOT
from ...background import LOG

_PACKAGE = __name__.split(".", maxsplit=1)[0]
_NAMES = ("qgis_process.bin", "qgis_process", "qgis_process.exe")
_BATCH = ("qgis_process-qgis-ltr.bat", "qgis_process-qgis.bat")
_PROGRESS = re.compile(r"(?:^|\.{3})(\d{1,3})(?=\.{3}| - done|$)")
_ERROR = re.compile(r"^ERROR:\t", re.MULTILINE)
_GENERAL = "An error was encountered while checking parameter values"
_WAIT_MS = 5_000
# Without the last line it switches the journal of every GeoPackage that it opens, and back, under this window's hands.
_SETTINGS = """[PythonPlugins]
{package}=true
[locale]
overrideFlag=true
userLocale={language}
[qgis]
walForSqlite3=false
"""


def program() -> str:
    """Return the file of ``qgis_process`` that belongs to this QGIS, empty where there is none."""
    prefix, here = Path(QgsApplication.prefixPath()), Path(QgsApplication.applicationDirPath())
    # Of macOS, Windows and Linux; on Debian the plain name is a wrapper that passes an option it does not know.
    places = (prefix / "bin", here / "bin", here)
    found = (folder / name for names in (_NAMES, _BATCH) for folder in places for name in names)
    return next((str(path) for path in found if path.is_file()), "") or shutil.which("qgis_process") or ""


class OwnProgram(QObject):
    """Starts, stops and finishes one run at a time.

    Every `start` is followed by exactly one of `finished`, `failed` (with the reason) or `cancelled`.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal()
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._said = ""
        self._wrong = ""
        self._asked_to_stop = False

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    def start(
        self,
        algorithm: str,
        values: Sequence[tuple[str, str]],
        folder: Path,
        language: str,
        project_file: Path | None = None,
    ) -> None:
        """Begin a run.

        Parameters
        ----------
        algorithm : str
            An id, or the file of a model.
        values : sequence of (name, value)
            Parameters; a list has its name several times.
        folder : Path
            For the settings of the program: a profile of its own.
        language : str
            In which it speaks.
        project_file : Path, optional
            The project that layers are looked up in.
        """
        if self.running:
            return
        path = program()
        if not path:
            self.failed.emit(tr("The program qgis_process, which comes with QGIS, is missing."))
            return
        arguments = ["run", algorithm]
        if project_file is not None:
            arguments.append(f"--PROJECT_PATH={project_file}")
        arguments += [f"--{name}={value}" for name, value in values]
        self._said = self._wrong = ""
        self._asked_to_stop = False
        process = QProcess(self)
        process.setProcessEnvironment(_environment(folder, language))
        process.setWorkingDirectory(str(folder))
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._trouble)
        self._process = process
        process.start(path, arguments)

    def cancel(self) -> None:
        """End the program; `cancelled` follows."""
        if self._process is not None:
            self._asked_to_stop = True
            self._process.kill()  # what it writes is in a folder that goes: nothing has to be put in order

    def shutdown(self) -> None:
        """End the program, wait for that, and say nothing more."""
        self.blockSignals(True)
        process = self._process
        self.cancel()
        if process is not None:
            process.waitForFinished(_WAIT_MS)

    def _read(self) -> None:
        if self._process is None:
            return
        fresh = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace")
        self._wrong += bytes(self._process.readAllStandardError()).decode("utf-8", "replace")
        self._said += fresh
        if fresh:
            told = _PROGRESS.findall(self._said.splitlines()[-1] if self._said else "")
            if told:
                self.progressed.emit(min(float(told[-1]), 100.0))

    def _trouble(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            why = self._process.errorString()
            self._release()
            self.failed.emit(tr("The program qgis_process cannot be started: {why}").format(why=why))

    def _ended(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._read()
        said, wrong, stopped = self._said, self._wrong, self._asked_to_stop
        self._release()
        if stopped:
            self.cancelled.emit()
            return
        QgsMessageLog.logMessage(said.strip(), LOG, Qgis.MessageLevel.Info, False)
        if status == 0 and how == QProcess.ExitStatus.NormalExit:
            self.finished.emit()
        else:
            self.failed.emit(reason(wrong) or tr("It ended with status {status}.").format(status=status))

    def _release(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
        self._process = None


def reason(errors: str) -> str:
    """Return the last error that ``qgis_process`` reported, without what it says before every one.

    Examples
    --------
    >>> reason("Warning\\nERROR:\\tNo such field.\\nNo such field.\\n")
    'No such field.'
    """
    parts = _ERROR.split(errors.replace("\r\n", "\n"))
    if len(parts) < 2:
        lines = [line for line in errors.strip().splitlines() if line.strip()]
        return lines[-1].strip() if lines else ""
    first, *others = parts[-1].splitlines()
    lines = [first, *(line for line in others if line.startswith("\t"))]
    told = [line.strip() for line in lines if line.strip() and line.strip() != _GENERAL]
    return " ".join(told)


def _environment(folder: Path, language: str) -> QProcessEnvironment:
    """Return an environment in which the program has this plugin, and a profile of its own with nothing else."""
    settings = folder / "profile" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.format(package=_PACKAGE, language=language), encoding="utf-8")
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("QGIS_CUSTOM_CONFIG_PATH", str(folder / "profile"))
    environment.insert("QGIS_PLUGINPATH", str(_plugin_folder(folder)))
    own = environment.value("PYTHONPATH")
    paths = [path for path in (own, *_packages()) if path]
    if paths:
        environment.insert("PYTHONPATH", os.pathsep.join(dict.fromkeys(paths)))
    return environment


def _plugin_folder(folder: Path) -> Path:
    """Return a folder in which the plugin lies under its name: that is its identity."""
    if ROOT.name == _PACKAGE:
        return ROOT.parent
    link = folder / "plugins" / _PACKAGE
    link.parent.mkdir(exist_ok=True)
    if not link.exists():
        link.symlink_to(ROOT, target_is_directory=True)
    return link.parent


def _packages() -> list[str]:
    """Return where this QGIS finds the packages that the checks need: maybe in a folder that only it knows of."""
    specs = [find_spec(name) for name in ("geopandas", "fiona", "jsonschema") if name not in sys.builtin_module_names]
    folders = [str(Path(spec.origin).parent.parent) for spec in specs if spec is not None and spec.origin]
    return list(dict.fromkeys(folders))


def values_of(parameters: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return parameters as texts for a command line; a tuple becomes several of the same name."""
    made = []
    for name, value in parameters.items():
        for one in value if isinstance(value, tuple) else (value,):
            made.append((name, str(one)))
    return made
