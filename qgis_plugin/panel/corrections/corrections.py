"""The corrections: from finding problems to a register that is corrected, in the tab and on the map."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import Qgis, QgsCsException, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ....processing.i18n import tr
from ...background import unavailable
from ...part import Surroundings
from ...project.results import usual_folder
from ..register.model import count
from . import certainty
from .declared import declared_unit
from .details import HOPELESS, details_html, summary_html
from .kept import Kept, other_register
from .preview import Preview
from .proposals import ACCEPTED, Bulk, Wanted
from .questions import Questions
from .register_work import RegisterWork
from .results_file import gone
from .search import ALGORITHM, ProblemSearch
from .session import Session
from .told import change_told, elsewhere_told, other_register_told
from .view import CorrectionsView

_LOOK_MS = 60


class Corrections(QObject):
    """Joins the tab, the result, the runs and the map; `remove` undoes all of it."""

    def __init__(self, around: Surroundings, session: Session) -> None:
        super().__init__(around.dock)
        self._around, self._project, self.session = around, around.project, session
        self.view = CorrectionsView(around.roles)
        self.preview = Preview(around.iface.mapCanvas(), self._project)
        self.questions = Questions(around.iface.mainWindow())
        self.check = ProblemSearch(around, session, self.view.layers, self)
        self.work = RegisterWork(around, session, self.questions, self)
        self.file_dialog: QFileDialog | None = None
        self._wanted_factory = ""
        self._reset = False
        self._least = "certain"  # what the button for several accepts
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._go)
        self._soon = QTimer(self)  # the lists of layers learn later than we that a layer has come
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._layers_changed)
        self._connect()
        self._result_changed()

    def show_factory(self, factory_id: str) -> None:
        """Show the proposals of one factory; as soon as they are read."""
        self._wanted_factory = factory_id
        if self.session.proposals is not None:
            self._show_wanted()

    def remove(self) -> None:
        """Stop what runs, and take everything off the map."""
        self._look.stop()
        self._soon.stop()
        self.check.shutdown()
        self.work.shutdown()
        self.questions.close()
        if self.file_dialog is not None:
            self.file_dialog.reject()
        self._project.cleared.disconnect(self._project_left)
        self._around.roles.changed.disconnect(self._soon.start)
        self._around.roles.assigned.disconnect(self._soon_assigned)
        self._around.iface.mapCanvas().destinationCrsChanged.disconnect(self._draw)
        self.preview.remove()
        self.deleteLater()

    def _connect(self) -> None:
        view, session, table = self.view, self.session, self.view.table
        view.find_button.clicked.connect(self.find_problems)
        view.open_button.clicked.connect(self.ask_file)
        view.cancel_button.clicked.connect(self._cancel)
        view.link_followed.connect(self._follow)
        view.seen.connect(self._seen)
        view.layers.changed.connect(self._show_begin)
        view.filters.changed.connect(self._refilter)
        view.filters.entered.connect(self._to_table)
        view.decision_wanted.connect(self.decide)
        view.bulk_button.clicked.connect(lambda: self.ask_bulk(self._least))
        view.apply_button.clicked.connect(self.try_out)
        view.undo_button.menu().aboutToShow.connect(self.fill_undo)
        table.looked_at.connect(self._looked_at)
        table.selected.connect(self._show_selected)
        table.chosen.connect(lambda _proposal: self._go())
        table.sort_requested.connect(self._sort)
        session.reading_changed.connect(self._reading)
        session.opened.connect(self._result_changed)
        session.decided.connect(self._decisions_changed)
        session.log_read.connect(self._log_read)
        session.failed.connect(view.problem.show_problem)
        for run in (self.check, self.work.changes):
            run.progressed.connect(lambda percent: view.progress.setValue(round(percent)))
        self.check.found.connect(self._found)
        self.check.failed.connect(self._search_failed)
        self.check.cancelled.connect(lambda: self._ended(tr("Cancelled. Nothing was written.")))
        self.work.began.connect(self._began)
        self.work.ended.connect(self._ended)
        self.work.failed.connect(view.problem.show_problem)
        self._project.cleared.connect(self._project_left)
        self._around.roles.changed.connect(self._soon.start)
        self._around.roles.assigned.connect(self._soon_assigned)
        self._around.iface.mapCanvas().destinationCrsChanged.connect(self._draw)

    # -- finding problems -------------------------------------------------------------------------

    def find_problems(self) -> None:
        """Look for problems in the background, into a new file."""
        if self._busy():
            return
        self.view.problem.show_problem("")
        self.session.follow_register()
        if self._register() is None:
            self.view.problem.show_problem(tr("Choose the layer with the factories in the tab Check."))
            return
        self.session.when_written(self._start_search)

    def _start_search(self) -> None:
        self._began(tr("Looking for problems…"))
        self.check.start()

    def _found(self, result: Kept, problems: int) -> None:
        self._ended("")
        self.session.take(result)
        if not self._around.dock.isVisible():
            told = tr("Problems with coordinates: {count}; see the tab Corrections.").format(count=count(problems))
            self._around.tell(told, Qgis.MessageLevel.Success)

    def ask_file(self) -> None:
        """Ask for the result of an earlier search."""
        dialog = QFileDialog(self.view, tr("Open a result"), str(usual_folder(self._project)))
        dialog.setNameFilter(tr("GeoPackage (*.gpkg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.finished.connect(self._file_dialog_closed)
        self.file_dialog = dialog
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a result, unless it is known to be of another register that one can choose."""
        other = other_register(self._around.roles, path)
        self.view.problem.show_problem("" if other is None else other_register_told(path, other))
        if other is None:
            self.session.open(path)

    def _file_dialog_closed(self, _result: int) -> None:
        self.file_dialog = None

    # -- what is shown ----------------------------------------------------------------------------

    def _register(self) -> QgsVectorLayer | None:
        return self._around.roles.layer("factories")

    def _busy(self) -> bool:
        return self.check.running or self.work.changes.running

    def _seen(self, seen: bool) -> None:
        if not seen:
            self.preview.clear()
            return
        self.session.follow_register()  # its layer may have been pointed to another table
        path = self.session.path
        if path is not None and not self.session.reading:
            if path.is_file():
                self.session.read_log()
            else:
                self.session.read_again()  # it says that the file has gone
        self._draw()
        self._refresh_buttons()

    def _reading(self, reading: bool) -> None:
        self.view.show_running(reading or self._busy(), tr("Reading the proposals…") if reading else "")
        self.view.cancel_button.setVisible(self._busy())

    def _result_changed(self) -> None:
        """Show another result, or none."""
        view, proposals = self.view, self.session.proposals
        self.questions.close()
        self.preview.clear()
        self._explain_nothing()
        view.show_told("")
        view.show_result(self.session.path if proposals is not None else None)
        if proposals is not None:
            titles = [(code, view.model.kind_title(code)) for code in proposals.codes]
            view.filters.offer(titles)
        view.model.set_proposals(proposals)
        self._show_begin()
        self._show_counts()
        if self._wanted_factory and proposals is not None:
            self._show_wanted()

    def _show_begin(self) -> None:
        register = self._register()
        if register is None:
            told = tr("Corrections need a register: choose the layer with the factories in the tab Check, or")
            self.view.show_begin(f"{told} <a href='demo'>{tr('begin with the demo project')}</a>.")
            return
        begin = tr(
            "Find problems looks for what is wrong with the coordinates of “{register}”, and proposes where the "
            "factories may really stand. Nothing is moved before you accept it and apply it."
        ).format(register=register.name())
        self.view.show_begin(f"{elsewhere_told()} {begin}" if self.session.elsewhere() else begin)

    def _soon_assigned(self, _role: str) -> None:
        self._soon.start()

    def _layers_changed(self) -> None:
        self.view.layers.refresh()  # which says how to begin, too
        self.session.read_log()
        self._refresh_buttons()

    def _show_wanted(self) -> None:
        wanted, self._wanted_factory = self._wanted_factory, ""
        self.view.filters.look_for(Wanted(words=wanted))
        if self.view.model.rowCount():
            self.view.table.go_to(0)
        else:
            self.view.show_told(tr("Nothing is proposed for {factory}.").format(factory=wanted))

    def _refilter(self) -> None:
        current = self.view.table.current()
        self.view.model.set_wanted(self.view.filters.wanted())
        self.view.table.restore(current)
        self._show_counts()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        current = self.view.table.current()
        self.view.model.sort(column, order)
        self.view.table.restore(current)
        self._show_selected()

    def _to_table(self) -> None:
        if self.view.model.rowCount():
            self.view.table.setFocus()
            self.view.table.go_to(0)

    def _show_counts(self) -> None:
        self.view.filters.show_counts(self.view.model.found)
        self._show_selected()
        self._refresh_buttons()

    def _show_selected(self) -> None:
        view, proposals = self.view, self.session.proposals
        selected = view.table.selected_count()
        told = ""
        if proposals is not None:
            shown, total = view.model.rowCount(), len(proposals)
            told = tr("{shown} of {total}").format(shown=count(shown), total=count(total))
            if selected > 1:
                told = tr("{count} selected").format(count=count(selected))
        view.filters.counted.setText(told)
        for button in view.buttons.values():
            button.setEnabled(selected > 0 and not self.work.changes.running)

    def _looked_at(self, proposal: int) -> None:
        """Explain a proposal at once, and take the map there when the hand rests."""
        if proposal < 0 or self.session.proposals is None:
            self._look.stop()
            self._explain_nothing()
            self.preview.clear()
            return
        self.view.details.setHtml(details_html(self.session.proposals, proposal))
        self._look.start()

    def _explain_nothing(self) -> None:
        """Say what there is, while nothing is chosen."""
        proposals = self.session.proposals
        self.view.details.setHtml("" if proposals is None else summary_html(proposals))

    def _go(self) -> None:
        self._draw()
        try:
            there = self.preview.go()
        except QgsCsException:
            there = False
        if not there and self.view.table.current() >= 0:
            self.view.show_told(tr("There is no place on the map to go to."))

    def _draw(self) -> None:
        """Draw the current proposal, as long as somebody looks at the tab."""
        current, proposals = self.view.table.current(), self.session.proposals
        if proposals is None or current < 0 or not self.view.isVisible():
            self.preview.clear()
        else:
            unit = declared_unit(
                self._register(), proposals.texts["factory_id"][current], self.view.layers.layer, self._project
            )
            self.preview.show(proposals, current, unit)

    # -- deciding ---------------------------------------------------------------------------------

    def decide(self, state: str) -> None:
        """Accept, reject or leave open what is selected; of one, go on to the next."""
        view, table = self.view, self.view.table
        rows = table.chosen_proposals()
        if self.session.proposals is None or not len(rows) or self.work.changes.running:
            return
        first = min((one.top() for one in table.selectionModel().selection()), default=0)
        view.problem.show_problem("")
        self._reset = False
        change = self.session.decide(rows, state)
        if change is None:
            return
        view.show_told(change_told(change, state, len(rows)))
        if self._reset:
            table.go_to(first)
        elif len(rows) == 1 and len(change.rows):
            table.go_to(first + 1)

    def _decisions_changed(self) -> None:
        current = self.view.table.current()
        self._reset = self.view.model.show_decisions() or self._reset
        if self._reset:
            self.view.table.restore(current)
        current = self.view.table.current()
        if current >= 0 and self.session.proposals is not None:
            self.view.details.setHtml(details_html(self.session.proposals, current))
        self._show_counts()

    def _log_read(self) -> None:
        self._decisions_changed()
        if self.view.undo_button.menu().isVisible():
            self._refill_undo()

    def _bulk(self, least: str) -> Bulk | None:
        found, proposals = self.view.model.found, self.session.proposals
        return None if found is None or proposals is None else proposals.bulk(found.mask, least)

    def ask_bulk(self, least: str) -> None:
        """Ask whether to accept all that are certain, or likely, among what is shown."""
        bulk = self._bulk(least)
        if bulk is None or not len(bulk.rows):
            return
        lines = [tr("Accept one proposal each for {count} factories?").format(count=count(len(bulk.rows)))]
        if self.view.model.rowCount() < len(self.session.proposals or ()):
            lines.append(tr("Only those of the list as it is filtered now."))
        if bulk.left:
            lines.append(
                tr("Left for you to look at: {count} factories for which several places are as good.").format(
                    count=count(bulk.left)
                )
            )
        lines.append(tr("The register does not change before you apply it."))
        self.questions.ask(tr("Accept several"), "\n\n".join(lines), tr("&Accept"), lambda: self._accept(bulk.rows))

    def _accept(self, rows: np.ndarray) -> None:
        change = self.session.decide(rows, ACCEPTED)
        if change is not None:
            self.view.show_told(change_told(change, ACCEPTED, len(rows)))

    # -- runs -------------------------------------------------------------------------------------

    def _began(self, step: str) -> None:
        self.view.show_told("")
        self.view.show_running(True, step)
        self._refresh_buttons(running=True)

    def _ended(self, told: str) -> None:
        self.view.show_running(False)
        self.view.show_told(told)
        if self.session.proposals is None and told:
            self.view.problem.show_problem(told)
        self._refresh_buttons()
        self._show_selected()

    def try_out(self) -> None:
        """Look up what applying would do, and then ask."""
        self.view.problem.show_problem("")
        self._refresh_buttons()
        if not self._busy():
            self.work.try_out()

    def fill_undo(self) -> None:
        """List the corrections that can be taken back."""
        self.view.problem.show_problem("")
        self._refill_undo()
        self.session.read_log()

    def _refill_undo(self) -> None:
        self.work.fill_undo(self.view.undo_button.menu())

    def _search_failed(self, why: str) -> None:
        self._ended("")
        self.view.problem.show_problem(why)

    def _cancel(self) -> None:
        self.check.cancel()
        self.work.changes.cancel()

    def _refresh_buttons(self, running: bool = False) -> None:
        """Say on the buttons what they would do now, and what stands in the way."""
        view, proposals, register = self.view, self.session.proposals, self._register()
        busy = running or self._busy()
        missing = unavailable(ALGORITHM)
        view.find_button.setEnabled(not busy and register is not None and not missing)
        view.find_button.setToolTip(missing or tr("Compared with: {layers}.").format(layers=view.layers.told()))
        view.layers.setEnabled(not busy)
        accepted = 0 if proposals is None else len(proposals.accepted())
        view.apply_button.setText(tr("A&pply {count} accepted…").format(count=count(accepted)))
        note = self._note(register)
        view.apply_button.setEnabled(accepted > 0 and register is not None and not busy and not note)
        view.undo_button.setEnabled(register is not None and not busy and not note)
        self._refresh_bulk(busy)
        view.show_note(note)

    def _refresh_bulk(self, busy: bool) -> None:
        button = self.view.bulk_button
        menu = button.menu()
        menu.clear()
        texts = {
            "certain": tr("Accept all {count} that are certain"),
            "likely": tr("Accept all {count} that are certain or likely"),
        }
        for least, text in texts.items():
            bulk = self._bulk(least)
            rows = 0 if bulk is None else len(bulk.rows)
            action = menu.addAction(certainty.icon(least), text.format(count=count(rows)))
            action.setEnabled(rows > 0 and not busy)
            action.triggered.connect(lambda _checked=False, least=least: self.ask_bulk(least))
        actions = dict(zip(texts, menu.actions()))
        self._least = next((least for least, action in actions.items() if action.isEnabled()), "certain")
        button.setText(actions[self._least].text())
        button.setIcon(actions[self._least].icon())
        button.setEnabled(not busy and any(action.isEnabled() for action in menu.actions()))
        button.setToolTip(
            tr("Of what is listed: one proposal a factory. Where several places are as good, nothing is accepted.")
        )

    def _note(self, register: QgsVectorLayer | None) -> str:
        if register is None or self.session.proposals is None or not register.readOnly() or register.isEditable():
            return ""
        told = tr("“{register}” is read-only in this project.")
        link = tr("Allow changes")
        return f"{told.format(register=register.name())} <a href='writable' style='color:#5c4400'>{link}</a>"

    def _follow(self, link: str) -> None:
        register = self._register()
        if link == "demo":
            self._around.dock.demo_requested.emit()
        elif link == HOPELESS:
            self._show_hopeless()
        elif link == "writable" and register is not None:
            register.setReadOnly(False)
            self._refresh_buttons()

    def _show_hopeless(self) -> None:
        """Show the problems that nothing is proposed for: on the map as far as they have a place, and as a table."""
        from .hopeless import hopeless_layer

        path = self.session.path
        layer = None if path is None else hopeless_layer(self._project, path)
        if layer is not None:
            self._around.iface.setActiveLayer(layer)
            self._around.iface.showAttributeTable(layer)
        elif path is not None:
            self.view.problem.show_problem(gone(path))

    def _project_left(self) -> None:
        self.questions.close()
        self.check.forget()
        self.work.changes.cancel()
        self.view.problem.show_problem("")
