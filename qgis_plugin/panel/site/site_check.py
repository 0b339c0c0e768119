"""The site check: from a place and an activity to verdicts, in the tab and on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ....processing.i18n import tr
from ....processing.messages import metres
from ... import settings
from ...background import unavailable
from ...maptools.pick_site import PickSiteTool
from ...part import Surroundings
from ...project.activities import activities
from ...project.changes import LayerChanges
from ...project.results import usual_folder
from ...project.roles import ROLES
from .. import verdicts
from . import reading
from .answer import Alternative, Answer
from .asker import ALGORITHM, Asker, Preparation, Question, known
from .certificate_dialog import CertificateDialog, Typed
from .drawing import WGS84, SiteDrawing
from .reading import Fix, Place, Told
from .view import SiteView

_ALTERNATIVES = 5
_TENTH_M = 0.1  # accuracies are rounded so
_HALF_WIDTH_M = 600.0
_M_PER_DEG = 111_320.0
_NEAR_SCALE = 100_000
_FOLDER = "factory_locations/certificates"


class SiteCheck(QObject):
    """Joins the tab, the map and the runs; `remove` undoes all of it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.dock)
        self._around, self._project = around, around.project
        self._canvas = around.iface.mapCanvas()
        self._place: Place | None = None
        self._answer: Answer | None = None
        self._told = Told(None)
        self._dragged_to: QgsPointXY | None = None
        self._offered: tuple[Alternative, ...] = ()
        self._typed: str | None = None
        self._dialog: CertificateDialog | None = None
        self._previous_tool: Any = None
        self._folder: Path | None = None
        self._kept = Typed()
        self._failure = ""
        self.view = SiteView()
        self.asker = Asker(self._project, self)
        self.searcher = Asker(self._project, self)
        self.writer = Asker(self._project, self)
        self.changes = LayerChanges(self)
        self.drawing = SiteDrawing(self._canvas, self._project)
        self.tool = PickSiteTool(self._canvas)
        self.tool.setButton(self.view.place.pick_button)
        self._warm = False
        self._preparation: Preparation | None = None
        self._connect()
        self.view.place.reset()
        self._layers_changed()

    @property
    def answer(self) -> Answer | None:
        """What is shown; None for nothing."""
        return self._answer

    @property
    def place(self) -> Place | None:
        """Where the site is; None for nowhere yet."""
        return self._place

    @property
    def dialog(self) -> CertificateDialog | None:
        """The dialog that asks about a certificate, while it is open."""
        return self._dialog

    def enter(self, text: str) -> None:
        """Read a coordinate that was typed, and check the place."""
        if not self._warm:
            self._typed = text
            self._prepare()
            self._begin()
            return
        told = reading.read(text, self.view.place.chosen_datum())
        if told.place is None:
            self._forget_answer()
            self._place = None
            self.drawing.clear()
            self.tool.show_site(None)
            self._show_told(told)
            return
        self.view.place.expect_text()
        self._put(told.place)
        self._show_told(told)
        self._look_at([(told.place.lon, told.place.lat)], unless_seen=True)

    def put(self, lon: float, lat: float) -> None:
        """Put the site to a place that was clicked, and check it."""
        field = self.view.place
        field.expect_click()
        field.show_clicked(self._canvas.scale())
        field.show_datum(reading.WGS84)
        place = Place(lon, lat)
        field.show_text(reading.write(place))
        self._put(place)
        self._show_told(Told(place))

    def clear(self) -> None:
        """Return to the state before any place; the activity and the size stay."""
        self._typed = None
        self._place = None
        self._forget_answer()
        self.changes.forget()
        self.drawing.clear()
        self.tool.show_site(None)
        self.view.place.reset()
        self._begin()

    def remove(self) -> None:
        """Stop what runs, give the map its tool back, and take everything off the map."""
        for asker in (self.asker, self.searcher, self.writer):
            asker.shutdown()
        if self._preparation is not None:
            self._preparation.ready.disconnect(self._prepared)
            self._preparation.stop()
        self.changes.forget()
        if self._dialog is not None:
            self._dialog.reject()
        self._end_picking()
        self._project.cleared.disconnect(self._project_left)
        self._project.readProject.disconnect(self._project_left)
        self._canvas.destinationCrsChanged.disconnect(self._redraw)
        self._around.dock.layers.changed.disconnect(self._layers_changed)
        self.drawing.remove()
        self.tool.deleteLater()
        self.deleteLater()

    # -- connections ------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, dock = self.view, self._around.dock
        view.seen.connect(self._seen)
        view.place.entered.connect(self.enter)
        view.place.fixed.connect(self._fix)
        view.place.datum_changed.connect(lambda _datum: self._datum_chosen())
        view.place.accuracy_changed.connect(self._accuracy_changed)
        view.place.pick_button.clicked.connect(self._pick)
        view.place.text.cleared.connect(self.clear)
        view.activity.chosen.connect(lambda _code: self._ask())
        view.activity.settled_changed.connect(self._enable)
        view.size_chosen.connect(self._ask)
        view.answer.rule_reached.connect(self.drawing.emphasise)
        view.answer.rule_chosen.connect(self._show_rule)
        view.answer.places_wanted.connect(self._search)
        view.answer.place_chosen.connect(self._show_offered)
        view.answer.move_wanted.connect(self._move)
        view.certificate_wanted.connect(self._ask_certificate)
        view.copy_wanted.connect(self._copy)
        view.clear_wanted.connect(self.clear)
        view.demo_wanted.connect(dock.demo_requested)
        view.layers_wanted.connect(self._show_layers)
        self.tool.dragged.connect(self._dragged)
        self.tool.placed.connect(self._dropped)
        self.tool.escaped.connect(self._end_picking)
        self.asker.answered.connect(self._answered)
        self.asker.failed.connect(self._failed)
        self.asker.busy_changed.connect(view.show_busy)
        self.changes.changed.connect(self._layer_edited)
        self.searcher.answered.connect(self._found)
        self.searcher.failed.connect(self._failed)
        self.writer.written.connect(self._written)
        self.writer.failed.connect(self._not_written)
        dock.layers.changed.connect(self._layers_changed)
        self._project.cleared.connect(self._project_left)
        self._project.readProject.connect(self._project_left)
        self._canvas.destinationCrsChanged.connect(self._redraw)

    # -- the place --------------------------------------------------------------------------------

    def _put(self, place: Place) -> None:
        self._place = place
        self._draw_place()
        self._ask()

    def _dragged(self, point: QgsPointXY) -> None:
        self._dragged_to = point
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, WGS84, self._project.transformContext())
        try:
            degrees = transform.transform(point)
        except QgsCsException:  # a corner of the map where its CRS has no places
            return
        self.put(round(degrees.x(), 8), round(degrees.y(), 8))

    def _dropped(self, point: QgsPointXY) -> None:
        """Check where the button was let go; the last move of a hand has mostly asked about that place already."""
        if point != self._dragged_to:
            self._dragged(point)

    def _fix(self, fix: Fix) -> None:
        """Do what a link below the coordinate offers."""
        if fix.datum:
            self.view.place.show_datum(fix.datum)
        if fix.text:
            self.view.place.show_text(fix.text)
        self.enter(self.view.place.text.text())

    def _datum_chosen(self) -> None:
        text = self.view.place.text.text().strip()
        if text:
            self.enter(text)

    def _accuracy_changed(self) -> None:
        self.view.place.show_clicked(self._canvas.scale())
        self._draw_place()
        self._show_told(self._told)
        self._ask()

    def _show_told(self, told: Told) -> None:
        self._told = told
        place = told.place
        more: list[str] = []
        if place is not None and place.accuracy(self.view.place.accuracy_m()) > self.view.place.accuracy_m() + _TENTH_M:
            used = tr(
                "The place is checked as known to ± {metres} m: the accuracy that is stated, and what its digits and "
                "its datum leave open."
            )
            more.append(used.format(metres=metres(place.accuracy(self.view.place.accuracy_m()))))
        self.view.place.show_told(told, tuple(more))

    def _accuracy(self) -> float:
        stated = self.view.place.accuracy_m()
        return self._place.accuracy(stated) if self._place is not None else stated

    def _how_known(self) -> str:
        """Return in words where the accuracy comes from."""
        field = self.view.place
        if self._accuracy() <= field.accuracy_m() + _TENTH_M:
            return field.how_known()
        return tr("{source}; with what its digits and its datum leave open").format(source=field.how_known())

    # -- questions and answers --------------------------------------------------------------------

    def _parameters(self) -> dict[str, Any]:
        """Return what is asked about every place: the layers and rules of the check, activity, size, accuracy."""
        chosen = known(self._around.dock.layers.parameters())
        admin = self._admin()
        return {
            **chosen,
            **({"ADMIN": admin.id()} if admin is not None else {}),
            "ACTIVITY": self.view.activity.code(),
            "SIZE": self.view.chosen_size(),
            "ACCURACY": self._accuracy(),
            "DEFAULT_ACCURACY": settings.accuracy_m(),  # of the factories around
            "ALTERNATIVES": 0,
        }

    def _admin(self) -> QgsVectorLayer | None:
        return self._around.roles.layer("admin")

    def _ask(self) -> None:
        if self._place is None or not self.view.is_ready():
            return
        advice = unavailable(ALGORITHM)
        if advice or not self.view.activity.code():
            self._forget_answer()
            self.view.answer.show_nothing(
                advice or tr("Choose the activity: the rules depend on it."), wrong=bool(advice)
            )
            return
        self.searcher.drop()
        parameters = self._parameters()
        self.changes.follow(self._layers_of(parameters))
        self.view.enable(placed=True, answered=False)  # what is shown is about the place before
        self.asker.ask(Question(self._place.lon, self._place.lat, parameters))

    def _certifiable(self) -> bool:
        """Return whether what is shown is about the place and the activity that stand in the fields."""
        return self._answer is not None and not self.asker.busy and self.view.activity.is_settled()

    def _enable(self) -> None:
        self.view.enable(placed=self._place is not None, answered=self._certifiable())

    def _layers_of(self, parameters: dict[str, Any]) -> list[QgsVectorLayer]:
        """Return the layers that parameters name by their ids."""
        named = (one for value in parameters.values() for one in (value if isinstance(value, list) else [value]))
        layers = (self._project.mapLayer(one) for one in named if isinstance(one, str))
        return [one for one in layers if isinstance(one, QgsVectorLayer)]

    def _layer_edited(self) -> None:
        """Ask again; where the tab is not seen, that is done when it is."""
        if self.view.isVisible():
            self._ask()

    def _answered(self, question: Question, answer: Answer) -> None:
        if self._place is None:
            return
        self._answer = answer
        self.view.answer.show_answer(answer)
        self._enable()
        self.drawing.show_offered([])
        if not self.view.isVisible():
            return
        self._draw_answer()
        if (question.lon, question.lat) == (self._place.lon, self._place.lat):
            self._tell_nowhere(answer)

    def _tell_nowhere(self, answer: Answer) -> None:
        """Say of a place in no unit that it is; near the border, a typed one may be in the other datum."""
        if not answer.nowhere or self._place is None:
            return
        sentence = answer.abroad or tr("The place is in no province: outside of Cambodia, or in the sea.")
        fixes = list(self._told.fixes)
        # The other datum is half a kilometre away: it brings no place home that is farther abroad.
        typed = self._place.resolution_m > 0
        if typed and not answer.abroad and self.view.place.chosen_datum() == reading.WGS84:
            fixes.append(Fix(tr("Read it as {datum}").format(datum="Indian 1960"), datum=reading.INDIAN_1960))
        told = Told(self._place, (*self._told.sentences, sentence), tuple(fixes))
        self.view.place.show_told(told, wrong=bool(answer.abroad))

    def _failed(self, _question: Question, why: str, details: str) -> None:
        if self.asker.busy:  # with a question about a later place
            return
        self._forget_answer()
        self.view.answer.show_nothing(why, wrong=True, details=details)

    def _forget_answer(self) -> None:
        self.asker.drop()
        self.searcher.drop()
        self._answer = None
        self.drawing.clear_answer()
        self._enable()
        self.view.answer.show_nothing("")

    def _begin(self) -> None:
        missing = unavailable(ALGORITHM)
        begin = tr("Type the coordinate, or pick the place on the map.")
        self.view.answer.show_nothing(missing or begin, wrong=bool(missing))

    # -- other places -----------------------------------------------------------------------------

    def _search(self) -> None:
        answer = self._answer
        if answer is None or self._place is None:
            return
        if not answer.failing:
            self.view.answer.show_places(answer)
            return
        self.view.answer.show_searching()
        more = {**self._parameters(), "ALTERNATIVES": _ALTERNATIVES}
        self.searcher.ask(Question(self._place.lon, self._place.lat, more))

    def _found(self, _question: Question, answer: Answer) -> None:
        self.view.answer.show_places(answer)
        if self.view.isVisible():
            self.drawing.show_offered([place.lon_lat for place in answer.alternatives])
        self._offered = answer.alternatives

    def _show_offered(self, row: int) -> None:
        if self._place is not None and 0 <= row < len(self._offered):
            place = self._offered[row].lon_lat
            self._look_at([place])
            self._flash(place, verdicts.colour("pass"))

    def _move(self, row: int) -> None:
        """Move the site to another place, which is then checked like any other."""
        if 0 <= row < len(self._offered):
            lon, lat = self._offered[row].lon_lat
            self.view.answer.tabs.setCurrentIndex(0)
            place = Place(lon, lat)
            self.view.place.show_datum(reading.WGS84)
            self.view.place.show_text(reading.write(place))
            self._put(place)
            self._show_told(Told(place))

    # -- the map ----------------------------------------------------------------------------------

    def _pick(self, wanted: bool) -> None:
        if not wanted:
            self._end_picking()
            return
        current = self._canvas.mapTool()
        if current is not self.tool:
            self._previous_tool = current
        self._canvas.setMapTool(self.tool)
        self._canvas.setFocus()

    def _end_picking(self) -> None:
        """Give the map back the tool that it had."""
        self.view.place.pick_button.setChecked(False)
        if self._canvas.mapTool() is not self.tool:
            return
        previous, self._previous_tool = self._previous_tool, None
        if previous is not None and not sip.isdeleted(previous):
            self._canvas.setMapTool(previous)
        else:
            self._canvas.unsetMapTool(self.tool)

    def _seen(self, seen: bool) -> None:
        if not seen:
            self._end_picking()
            self.drawing.clear()
            return
        self._prepare()
        self._layers_changed()
        self._redraw()

    def _redraw(self) -> None:
        if self.view.isVisible() and self._place is not None:
            self._draw_place()
            if self._answer is not None:
                self._draw_answer()

    def _draw_place(self) -> None:
        if self._place is None:
            return
        self.tool.show_site(self.drawing.on_map((self._place.lon, self._place.lat)))
        kind = self._answer.kind if self._answer is not None else ""
        self.drawing.show_place(self._place.lon, self._place.lat, self._accuracy(), kind)

    def _draw_answer(self) -> None:
        if self._answer is not None:
            self._draw_place()
            self.drawing.show_lines(self._answer)
            self.drawing.emphasise(self.view.answer.rules.currentIndex().row())

    def _show_rule(self, row: int) -> None:
        """Bring the map to what a rule measured."""
        if self._answer is None or not 0 <= row < len(self._answer.rules):
            return
        rule = self._answer.rules[row]
        if rule.line is None:
            self._look_at([self._answer.lon_lat], unless_seen=True)
            return
        self._look_at(list(rule.line))
        self._flash(rule.line[1], verdicts.colour(rule.kind))

    def _look_at(self, places: list[tuple[float, float]], unless_seen: bool = False) -> None:
        """Bring the map to places, with a neighbourhood around them; where asked, not if they can be seen already."""
        lon, lat = [place[0] for place in places], [place[1] for place in places]
        box = QgsGeometry.fromMultiPointXY([QgsPointXY(*place) for place in places]).boundingBox()
        box.scale(1.3)
        north = _HALF_WIDTH_M / _M_PER_DEG
        middle = QgsPointXY((min(lon) + max(lon)) / 2, (min(lat) + max(lat)) / 2)
        near = QgsGeometry.fromPointXY(middle).buffer(north, 1).boundingBox()
        box.combineExtentWith(near)
        if unless_seen and self._seen_well(middle):
            return
        self._canvas.setReferencedExtent(QgsReferencedRectangle(box, WGS84))
        self._canvas.refresh()

    def _seen_well(self, place: QgsPointXY) -> bool:
        """Return whether the map shows a place, near enough to see what is around it."""
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, WGS84, self._project.transformContext())
        try:
            shown = transform.transformBoundingBox(self._canvas.extent())
        except QgsCsException:
            return False
        return bool(shown.contains(place)) and self._canvas.scale() <= _NEAR_SCALE

    def _flash(self, place: tuple[float, float], colour: QColor) -> None:
        faded = QColor(colour)
        faded.setAlpha(0)
        self._canvas.flashGeometries([QgsGeometry.fromPointXY(QgsPointXY(*place))], WGS84, colour, faded)

    # -- layers and projects ----------------------------------------------------------------------

    def _layers_changed(self) -> None:
        """Say what is missing, and ask again: other layers may answer otherwise."""
        layers = self._around.dock.layers
        roles = {name.upper() for name in ROLES}
        self.view.show_ready(bool(roles.intersection(layers.parameters())) or self._admin() is not None)
        if not self.view.isVisible():
            return
        self.view.show_layers(*layers.lacking())
        if self._place is not None:
            self._ask()
        elif not self._answer:
            self._begin()

    def _project_left(self, *_: object) -> None:
        """Nothing of one project shall stand in another."""
        self.clear()
        self._folder = None
        self._kept = Typed()
        if self._dialog is not None:
            self._dialog.reject()
        self.view.activity.choose("")
        self.view.show_size(self.view.size.itemData(0))

    def _show_layers(self) -> None:
        dock = self._around.dock
        dock.show_check()
        dock.layers.setCollapsed(False)

    # -- reading ----------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Load in the background what reading a coordinate needs."""
        if self._warm or self._preparation is not None or unavailable(ALGORITHM):
            return
        activities()
        self._preparation = Preparation(reading.warm_up)
        self._preparation.ready.connect(self._prepared)
        QgsApplication.taskManager().addTask(self._preparation)

    def _prepared(self) -> None:
        self._preparation, self._warm = None, True
        typed, self._typed = self._typed, None
        if typed is not None:
            self.enter(typed)

    # -- certificate and clipboard ----------------------------------------------------------------

    def _copy(self, style: int) -> None:
        if self._place is not None:
            QApplication.clipboard().setText(reading.in_every_style(self._place)[style])

    def _ask_certificate(self) -> None:
        if self._answer is None or self._place is None or not self._certifiable():
            return
        verdict = tr("{place}: {verdict}").format(place=reading.shown(self._place), verdict=self._answer.headline)
        about = f"{verdict}\n{self.view.activity.text()}"
        parent: QWidget = self._around.iface.mainWindow()
        dialog = CertificateDialog(self._certificates(), about, parent, self._kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        parameters = {**self._parameters(), "HOW_KNOWN": self._how_known()}
        question = Question(self._place.lon, self._place.lat, parameters)
        dialog.accepted.connect(lambda: self._write(question, dialog))
        dialog.finished.connect(self._dialog_closed)
        self._dialog = dialog
        dialog.open()

    def _dialog_closed(self, _result: int) -> None:
        self._dialog = None

    def _write(self, question: Question, dialog: CertificateDialog) -> None:
        more = {**question.parameters, "ALTERNATIVES": _ALTERNATIVES, **dialog.parameters(), "OUTPUT": None}
        self._kept = dialog.typed()
        self.view.certificate_button.setEnabled(False)
        self.writer.ask(Question(question.lon, question.lat, more))

    def _written(self, _question: Question, outputs: dict[str, Any]) -> None:
        self._enable()
        path = Path(str(outputs["OUTPUT_PDF"]))
        self._kept = Typed()
        self._folder = path.parent
        if not self._project.fileName():
            QgsSettings().setValue(_FOLDER, str(self._folder))
        self._forget_failure()
        self._around.tell(tr("The certificate is written: {path}").format(path=path), Qgis.MessageLevel.Success)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _not_written(self, _question: Question, why: str, details: str) -> None:
        self._enable()
        self._forget_failure()
        self._failure = why
        self._around.tell(why, Qgis.MessageLevel.Critical, details)

    def _forget_failure(self) -> None:
        """Take away what the message bar still says of a certificate that could not be written."""
        bar, failure = self._around.iface.messageBar(), self._failure
        self._failure = ""
        for item in [one for one in bar.items() if failure and one.text() == failure]:
            bar.popWidget(item)

    def _certificates(self) -> Path:
        """Return where the last certificate of this project was written, else the usual place.

        While the project has no file, those of other days went to the folder that was chosen last.
        """
        stored = "" if self._project.fileName() else str(QgsSettings().value(_FOLDER, "") or "")
        last = self._folder or (Path(stored) if stored else None)
        return last if last is not None and last.is_dir() else usual_folder(self._project)
