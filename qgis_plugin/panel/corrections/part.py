"""Adds the tab “Corrections” to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWidget

from ....processing.i18n import tr
from ...part import Part, Surroundings

if TYPE_CHECKING:
    from .corrections import Corrections
    from .session import Session


class CorrectionsPart(Part):
    """Which repairs of coordinates does an officer accept? The tab is built when it is looked at."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.corrections: Corrections | None = None
        self._session: Session | None = None
        self.page = around.dock.add_page(tr("Corrections"), "check_coordinates", self._build)

    def show_factory(self, factory_id: str) -> None:
        """Bring the tab to the front, and show what is proposed for a factory."""
        self.around.dock.show_page(self.page)
        if self.corrections is not None:
            self.corrections.show_factory(factory_id)

    def proposals_of(self, factory_id: str) -> int:
        """Return how many proposals a factory has; 0 while the result of the project is still being read."""
        proposals = self.session().proposals
        return 0 if proposals is None else proposals.of_factory(factory_id)

    def session(self) -> Session:
        """Return what holds the result; the first call has it read, in the background."""
        if self._session is None:
            from .session import Session

            project = self.around.project
            self._session = Session(project, lambda: self.around.roles.layer("factories"), self.page)
            project.cleared.connect(self._session.forget)
            project.readProject.connect(self._session.restore)
            self.around.roles.changed.connect(self._session.follow_register)
            self.around.roles.assigned.connect(self._session.follow_register)
            self._session.restore()
        return self._session

    def read_log(self) -> None:
        """Read the log of the register again, should the tab show what it says: somebody else has changed it."""
        if self._session is not None:
            self._session.read_log()

    def remove(self) -> None:
        """Write down what was decided, stop what runs, and take the tab away."""
        dock, session = self.around.dock, self._session
        if session is not None:
            self.around.project.cleared.disconnect(session.forget)
            self.around.project.readProject.disconnect(session.restore)
            self.around.roles.changed.disconnect(session.follow_register)
            self.around.roles.assigned.disconnect(session.follow_register)
            session.shutdown()
        if self.corrections is not None:
            self.corrections.remove()
        if not sip.isdeleted(self.page):
            dock.tabs.removeTab(dock.tabs.indexOf(self.page))
            self.page.deleteLater()
        self.corrections = self._session = None

    def _build(self) -> QWidget:
        from ..forms import ScrolledForm
        from .corrections import Corrections

        self.corrections = Corrections(self.around, self.session())
        return ScrolledForm(self.corrections.view)  # or a low screen would grow with every sentence
