"""Looks at one factory after another in the background: the rules in one run, everything else in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsFeature, QgsFeatureSource, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...processing.checks.role_layers import ROLE_LAYERS
from ...processing.parameters import field_in
from .. import settings
from ..background import WAIT_MS, unavailable
from ..panel.site.answer import Answer
from ..panel.site.asker import ALGORITHM, Asker, Question, known
from ..part import Surroundings
from .live_subject import SITE_FIELDS, SiteQuestion, Subject, subject_of
from .live_task import LookAround, Told

# What a site can be judged by: without one of them the algorithm has nothing to answer.
_JUDGED_BY = frozenset(("ZONING", "PARKS", "FACTORIES", "ADMIN", *ROLE_LAYERS))
# What is asked to have the layers read; nobody waits for the answer.
_SOMEWHERE, _SOMETHING = (104.9, 11.55), "1410"


@dataclass(frozen=True)
class Wanted:
    """A factory that is to be looked at: as it stands in the layer, or as `feature` has it."""

    layer: QgsVectorLayer
    fid: int
    feature: QgsFeature | None = None


class LiveLook(QObject):
    """Looks at a factory in the background; `seen` follows, unless the look is dropped."""

    seen = pyqtSignal(object, object, object)  # Subject, Answer or None, Told
    missed = pyqtSignal(object)  # Wanted: nothing to look at

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._project = around, around.project
        self._wanted: Wanted | None = None
        self._subject: Subject | None = None
        self._answer: Answer | None = None
        self._told: Told | None = None
        self._question: Question | None = None
        self._task: LookAround | None = None
        self._twin: QgsVectorLayer | None = None
        self._twin_of = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._start)
        self._project.layersWillBeRemoved.connect(self._layers_leave)
        self._asker = Asker(self._project, self)
        self._asker.answered.connect(self._answered)
        self._asker.failed.connect(self._failed)
        self._asker.busy_changed.connect(lambda busy: None if busy else self._soon.start())

    @property
    def busy(self) -> bool:
        """Whether something is being looked at, or about to be."""
        return self._asker.busy or self._task is not None or self._wanted is not None

    @property
    def subject(self) -> Subject | None:
        """What is being looked at."""
        return self._subject

    def prepare(self, layer: QgsVectorLayer) -> None:
        """Read in the background what the first look would wait for."""
        if unavailable(ALGORITHM) or self.busy:
            return
        self._begin_task(LookAround(None, None, None, {}))
        parameters = self._parameters(layer)
        if _JUDGED_BY.intersection(parameters):
            self._asker.ask(Question(*_SOMEWHERE, {**parameters, "ACTIVITY": _SOMETHING}))

    def look(self, wanted: Wanted) -> None:
        """Look at a factory now, or as soon as the look under way is done; one that still waits is replaced."""
        self._wanted = wanted
        self._start()

    def drop(self) -> None:
        """Want nothing any more, neither what is under way nor what waits."""
        self._wanted = self._subject = None
        self._asker.drop()
        if self._task is not None:
            self._task.cancel()

    def leave(self) -> None:
        """Let go of the file of the register: editing is over."""
        self.drop()
        self._twin = None

    def forget_saved(self) -> None:
        """Read the register anew: it was saved."""
        self._twin = None

    def shutdown(self) -> None:
        """Stop for good, and wait for the threads."""
        self._project.layersWillBeRemoved.disconnect(self._layers_leave)
        self.blockSignals(True)
        self._wanted = self._subject = None
        self._soon.stop()
        self._asker.shutdown()
        self._stop_task()
        self._twin = None

    def _start(self) -> None:
        if self._wanted is None or self._asker.busy or self._task is not None:
            return
        wanted, self._wanted = self._wanted, None
        layer = wanted.layer
        if sip.isdeleted(layer):
            return
        feature = wanted.feature if wanted.feature is not None else layer.getFeature(wanted.fid)
        chosen = self._chosen()
        subject = subject_of(layer, feature, chosen, self._project) if feature.isValid() else None
        if subject is None:
            self.missed.emit(wanted)
            return
        self._subject, self._answer, self._told, self._question = subject, None, None, None
        roles = self._around.roles
        self._begin_task(LookAround(subject, roles.layer("admin"), roles.layer("parks"), chosen))
        parameters = {**self._parameters(layer), "SITES": subject.site, **SITE_FIELDS}
        if _JUDGED_BY.intersection(parameters):
            self._question = SiteQuestion(0.0, 0.0, parameters, subject)
            self._asker.ask(self._question)

    def _chosen(self) -> dict[str, str]:
        """Return the fields that were chosen in the panel, by the parameters that name them."""
        given: Mapping[str, Any] = self._around.dock.layers.parameters()
        return {name: str(value) for name, value in given.items() if name.endswith("_FIELD")}

    def _parameters(self, layer: QgsVectorLayer) -> dict[str, Any]:
        """Return what every factory is judged by: the layers and rules of the check."""
        given = known(self._around.dock.layers.parameters())
        admin = self._around.roles.layer("admin")
        if "FACTORIES" in given:
            twin = self._saved(layer)
            readable = twin is not None and field_in(
                twin.fields(), "ACTIVITY_FIELD", str(given.get("ACTIVITY_FIELD", ""))
            )
            given = {**given, "FACTORIES": twin} if readable else _without(given, "FACTORIES")
        return {
            **given,
            **({"ADMIN": admin.id()} if admin is not None else {}),
            "ACCURACY": settings.accuracy_m(),
            "DEFAULT_ACCURACY": settings.accuracy_m(),  # of the factories around
            "ALTERNATIVES": 0,
        }

    def _saved(self, layer: QgsVectorLayer) -> QgsVectorLayer | None:
        """Return the register as it is saved, None where it is empty.

        What is being edited must not be read by a thread; and only what is saved need not be read every time.
        """
        if self._twin is None or self._twin_of != layer.id():
            self._twin, self._twin_of = _opened_again(layer), layer.id()
        twin = self._twin
        there = QgsFeatureSource.FeatureAvailability.NoFeaturesAvailable != twin.hasFeatures()
        return twin if twin.isValid() and there else None

    def _answered(self, question: Question, answer: Answer) -> None:
        if question is self._question:
            self._answer, self._question = answer, None
            self._tell()

    def _failed(self, question: Question, _why: str) -> None:
        """Go on without the rules: the site check and the check say what is wrong with them."""
        if question is self._question:
            self._question = None
            self._tell()

    def _begin_task(self, task: LookAround) -> None:
        task.done.connect(self._looked)
        self._task = task
        QgsApplication.taskManager().addTask(task)

    def _looked(self, subject: Subject | None, told: Told) -> None:
        self._task = None
        if subject is not None and subject is self._subject:
            self._told = told
            self._tell()
        self._soon.start()

    def _tell(self) -> None:
        """Say what was seen, once both the rules and the rest are there."""
        if self._subject is None or self._question is not None or self._told is None:
            return
        subject, self._subject = self._subject, None
        self.seen.emit(subject, self._answer, self._told)

    def _layers_leave(self, identifiers: list[str]) -> None:
        """Stop before a layer that is being read is deleted."""
        if self._wanted is not None and self._wanted.layer.id() in identifiers:
            self._wanted = None
        task = self._task
        if task is not None and any(layer.id() in identifiers for layer in task.layers):
            self._stop_task()

    def _stop_task(self) -> None:
        task = self._task
        if task is not None:
            task.cancel()
            task.waitForFinished(WAIT_MS)


def _opened_again(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Return a layer of the same source, without edits, joins and style."""
    if layer.providerType() == "memory":
        return layer.clone()
    twin = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    twin.setCrs(layer.crs())
    return twin


def _without(parameters: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in parameters.items() if key != name}
