"""Runs the check of the register and adds what comes out to the project."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.i18n import tr
from ..background import BackgroundRun, unavailable
from ..project.results import ResultError, add_results, findings_path

if TYPE_CHECKING:
    from ..project.register_name import RegisterName

ALGORITHM = "factory:check_locations"


class CheckController(QObject):
    """Starts, stops and finishes one check at a time."""

    started = pyqtSignal()
    progressed = pyqtSignal(float)
    said = pyqtSignal(str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._began = datetime.now()
        self._register: QgsVectorLayer | None = None
        self._name: RegisterName | None = None
        self._register_labelled = False
        self._run = BackgroundRun(project, self)
        self._run.finished.connect(self._add_results)
        for name in ("started", "progressed", "said", "failed", "cancelled"):
            getattr(self._run, name).connect(getattr(self, name))

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._run.running

    def details(self) -> str:
        """Return what somebody who helps wants to know about the check that failed last."""
        return self._run.details()

    def unavailable(self) -> str:
        """Return what to install before a check can run, or an empty text."""
        return unavailable(ALGORITHM)

    def start(self, parameters: dict[str, Any], chosen_file: str = "") -> None:
        """Begin a check; its outcome arrives as `finished`, `failed` or `cancelled`.

        Parameters
        ----------
        parameters : dict
            Parameters of ``check_locations`` without ``OUTPUT``; layers by id.
        chosen_file : str
            GeoPackage for the findings; empty for the usual place. An existing file is kept.
        """
        if self.running:
            return
        self._began = datetime.now()
        register = self._project.mapLayer(str(parameters.get("FACTORIES")))
        from ..project.register_name import name_of

        self._register = register if isinstance(register, QgsVectorLayer) else None
        self._name = (
            None if self._register is None else name_of(self._register)
        )  # it may be pointed elsewhere meanwhile
        self._register_labelled = register is not None and register.labelsEnabled()
        output = str(findings_path(self._project, chosen_file, self._began))
        self._run.start(ALGORITHM, {**parameters, "OUTPUT": output}, tr("Check factory locations"))

    def cancel(self) -> None:
        """Ask the check to stop; `cancelled` follows."""
        self._run.cancel()

    def shutdown(self) -> None:
        """Stop the check and wait for its thread: the plugin is about to go."""
        self._run.shutdown()

    def _add_results(self, outputs: dict[str, Any]) -> None:
        try:
            layers = add_results(self._project, outputs["OUTPUT"], self._began, not self._register_labelled)
        except ResultError as error:
            self.failed.emit(str(error))
            return
        from ..project.earlier import remember_register

        remember_register(layers.findings, self._register, self._name)
        self.finished.emit(layers)
