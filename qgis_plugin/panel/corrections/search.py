"""Looks for problems with coordinates in the background, into a new file beside the project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....processing.algorithms.check_coordinates import CheckCoordinates
from ....processing.i18n import tr
from ....processing.storage.geopackage import tables_in
from ...background import BackgroundRun
from ...part import Surroundings
from ...project.results import free_path, usual_folder
from .kept import Kept, noted
from .layers_box import LayersBox
from .session import Session

ALGORITHM = "factory:check_coordinates"


class ProblemSearch(QObject):
    """One search at a time; each ends with `found`, `failed` or `cancelled`, unless it was forgotten."""

    progressed = pyqtSignal(float)
    found = pyqtSignal(object, int)  # `Kept`: the file, and of which register; and how many problems
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, around: Surroundings, session: Session, layers: LayersBox, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._session, self._layers = around, session, layers
        self._wanted = False
        self._register = ""  # the one that is searched, as `noted` writes it: another may be chosen before the end
        self._run = BackgroundRun(around.project, self)
        self._run.progressed.connect(self.progressed)
        self._run.finished.connect(self._finished)
        self._run.failed.connect(self._failed)
        self._run.cancelled.connect(self.cancelled)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._run.running

    def start(self) -> None:
        """Begin; nothing that is there is overwritten."""
        self._wanted = True
        name = f"coordinates_{datetime.now():%Y-%m-%d_%H%M}.gpkg"
        output = free_path(usual_folder(self._around.project) / name)
        self._register = noted(self._around.roles.layer("factories"), output)
        self._run.start(ALGORITHM, {**self.parameters(), "OUTPUT": str(output)}, tr("Check coordinates"))

    def cancel(self) -> None:
        """Ask the search to stop; `cancelled` follows, and nothing was written."""
        self._run.cancel()

    def forget(self) -> None:
        """Stop: the project that it is for was closed."""
        self._wanted = False
        self._run.cancel()

    def shutdown(self) -> None:
        """Stop, and wait for the thread: the plugin is about to go."""
        self.blockSignals(True)
        self._run.shutdown()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of ``check_coordinates``, without where to write to."""
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        known = {one.name() for one in algorithm.parameterDefinitions()} if algorithm is not None else set()
        chosen = {name: value for name, value in self._around.dock.layers.parameters().items() if name in known}
        chosen.pop("PARKS", None)
        if "PARKS" not in self._layers.parameters():
            chosen.pop("PARK_ID_FIELD", None)
        chosen.update(self._layers.parameters())
        register = self._around.roles.layer("factories")
        if register is not None:
            chosen["FACTORIES"] = register.id()
        path = self._session.path
        if path is not None and {*CheckCoordinates.MARKS} <= {*tables_in(path)}:
            chosen["DECISIONS"] = str(path)
        return chosen

    def _finished(self, outputs: dict[str, Any]) -> None:
        if self._wanted:
            self.found.emit(Kept(Path(str(outputs["OUTPUT"])), self._register), int(outputs["PROBLEMS_COUNT"]))
        else:
            self.cancelled.emit()

    def _failed(self, why: str) -> None:
        if self._wanted:
            self.failed.emit(why)
        else:
            self.cancelled.emit()
