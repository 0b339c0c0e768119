"""What the register itself, its units and its parks say of a factory that is edited, looked up in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from ...processing.analysis.errors import LocationError
from ...processing.at_hand import providers
from ...processing.i18n import tr
from ...processing.register import one_record
from ...processing.threads import keep_python_state
from ..background import LOG
from ..qt import QUIET_TASK
from .live_ids import SameId
from .live_subject import Subject

Found = TypeVar("Found")


@dataclass(frozen=True)
class Told:
    """What was found beside the rules."""

    doubles: tuple[one_record.Double, ...] = ()
    misplaced: tuple[one_record.Misplaced, ...] = ()
    same_id: tuple[SameId, ...] = ()


class LookAround(QgsTask):
    """Compares a factory with those around it, and its place with the codes that it declares.

    Parameters
    ----------
    subject : Subject or None
        None only loads what the first look needs.
    admin, parks : QgsVectorLayer or None
    chosen : mapping of parameter to field
    """

    done = pyqtSignal(object, object)  # Subject or None, Told

    def __init__(
        self,
        subject: Subject | None,
        admin: QgsVectorLayer | None,
        parks: QgsVectorLayer | None,
        chosen: Mapping[str, str],
    ) -> None:
        super().__init__(tr("Check while editing"), QUIET_TASK)
        self.subject = subject
        self.layers = tuple(layer for layer in (admin, parks) if layer is not None)
        self._admin, self._parks, self._chosen = admin, parks, dict(chosen)
        self._held = providers(self.layers)
        self._told = Told()

    def run(self) -> bool:
        keep_python_state()
        if self.subject is None:
            _possible(_load)
            return True
        near, record = self.subject.near, self.subject.record
        same_id = self.subject.ids.find()
        doubles = _possible(lambda: one_record.doubles(near, self._chosen))
        if self.isCanceled():
            return False
        misplaced = _possible(lambda: one_record.misplaced(record, self._admin, self._parks, self._chosen))
        self._told = Told(tuple(doubles), tuple(misplaced), tuple(same_id))
        return True

    def finished(self, _successful: bool) -> None:
        self.done.emit(self.subject, self._told)


def _possible(look: Callable[[], list[Found]]) -> list[Found]:
    """Return what a look finds; nothing where a package or a field for it is missing: editing goes on without."""
    try:
        return look()
    except (ImportError, LocationError, QgsProcessingException) as error:
        QgsMessageLog.logMessage(str(error), LOG, Qgis.MessageLevel.Info, False)
        return []


def _load() -> list[Any]:
    """Import what the first look would otherwise wait for."""
    from ...processing.analysis import coordinate_checks, duplicates
    from ...processing.coordinates.inputs import listed_units

    return [coordinate_checks, duplicates, listed_units()]
