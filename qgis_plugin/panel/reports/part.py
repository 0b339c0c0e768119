"""Adds the tab “Reports” to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from ....processing.i18n import tr
from ...part import Part, Surroundings
from ..register.part import RegisterPart

if TYPE_CHECKING:
    from .jobs import JobQueue
    from .materials import Materials
    from .offers import Offers
    from .scopes import Scope
    from .templates import Template
    from .view import ReportsView


class ReportsPart(Part):
    """The tab, and the queue behind it; nothing of either is there before somebody looks."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.view: ReportsView | None = None
        self.queue: JobQueue | None = None
        self._offers: Offers | None = None
        self._soon: QTimer | None = None
        self._heard: list[Any] = []
        self.page = around.dock.add_page(tr("Reports"), "reports", self._build)

    def show(self, key: str) -> None:
        """Bring the tab to the front with a template chosen."""
        self.around.dock.show_page(self.page)
        if self.view is not None:
            self.view.choose(key)

    def remove(self) -> None:
        """Stop what is being made, and take the tab away."""
        if self.queue is not None and self._soon is not None:
            self.queue.shutdown()
            for signal in self._heard:
                signal.disconnect(self._soon.start)
            self.around.project.readProject.disconnect(self._other_project)
            self.around.project.cleared.disconnect(self._other_project)
            self._soon.stop()
        dock = self.around.dock
        if not sip.isdeleted(self.page):
            dock.tabs.removeTab(dock.tabs.indexOf(self.page))
            self.page.deleteLater()
        self.view = self.queue = self._soon = None

    def _build(self) -> QWidget:
        from .jobs import JobQueue
        from .offers import Offers
        from .view import ReportsView

        around = self.around
        self._offers = Offers()
        self.queue = JobQueue(around.project, self.page)
        self.view = ReportsView(around.project, self.queue, self._materials, self._scopes, self._lacking)
        self.view.settings_requested.connect(self._open_settings)
        self.view.form.language.activated.connect(self._language_chosen)
        self.queue.drained.connect(self._tell_end)
        self._soon = QTimer(self.page)  # many layers of a project arrive one after the other
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        self._heard = self._signals()
        for signal in self._heard:
            signal.connect(self._soon.start)
        around.project.readProject.connect(self._other_project)
        around.project.cleared.connect(self._other_project)
        return self.view

    def _signals(self) -> list[Any]:
        dock, feed = self.around.dock, self._feed()
        return [
            self.around.roles.changed,
            dock.layers.changed,
            *([feed.ready, feed.selection_changed] if feed is not None else []),
        ]

    def _refresh(self) -> None:
        if self.view is not None and self.view.isVisible():
            self.view.refresh()

    def _other_project(self, *_: object) -> None:
        if self.view is not None:
            self.view.form.show_folder()
            self.view.refresh()

    def _feed(self) -> Any:
        part = next((one for one in self.around.parts() if isinstance(one, RegisterPart)), None)
        return None if part is None else part.feed()

    def _materials(self) -> Materials:
        from .materials import materials

        return materials(self.around.roles, self.around.dock.layers)

    def _scopes(self) -> list[Scope]:
        feed = self._feed()
        if feed is not None and not feed.current:
            feed.catch_up()
        return self._offers.scopes(feed, self.around.iface.mapCanvas()) if self._offers is not None else []

    def _lacking(self, template: Template, have: Materials) -> str:
        from .needs import lacking

        return lacking(template, have)

    def _open_settings(self, template: Template) -> None:
        from ..dialogs import DialogError, open_algorithm
        from .needs import dialog_values

        if self.view is None:
            return
        try:
            open_algorithm(template.algorithm, dialog_values(template, self._materials(), self.view.choice()))
        except DialogError as error:
            self.around.tell(str(error), Qgis.MessageLevel.Warning)

    def _language_chosen(self, _index: int) -> None:
        from ...khmer_hint import tell_once
        from .speech import KHMER

        if self.view is not None and KHMER in self.view.form.languages():
            tell_once(self.around)

    def _tell_end(self) -> None:
        """Say in QGIS's bar what became of the queue, where nobody sees it."""
        from .jobs import DONE, FAILED

        if self.queue is None or (self.view is not None and self.view.isVisible()):
            return
        done = sum(job.state == DONE for job in self.queue.batch)
        failed = sum(job.state == FAILED for job in self.queue.batch)
        if failed:
            told = tr("Reports that failed: {failed}; made: {done}. The tab Reports says why.")
            self.around.tell(told.format(failed=failed, done=done), Qgis.MessageLevel.Warning)
        elif done:
            self.around.tell(tr("Reports made: {done}.").format(done=done), Qgis.MessageLevel.Success)
