"""The tab “Reports”: what to make, of which factories, in which language, into which file; and the queue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ....processing.i18n import tr
from ....processing.paths import ICONS
from ..forms import ScrolledForm
from ..inks import ThemedLabel
from ..problem import ProblemLabel
from .form import ReportForm
from .jobs import Job, JobQueue
from .materials import Materials
from .names import free_stem, problem, remember_folder, writing_problem
from .ordering import Choice, OrderError, jobs, proposed
from .queue_view import QueueView
from .scopes import Scope
from .template_list import TemplateList
from .templates import TEMPLATES, Template


class ReportsView(QWidget):
    """Asks, proposes a name, and puts into the queue."""

    settings_requested = pyqtSignal(object)  # Template

    def __init__(
        self,
        project: QgsProject,
        queue: JobQueue,
        offered: Callable[[], Materials],
        scopes: Callable[[], list[Scope]],
        lacking: Callable[[Template, Materials], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._queue = queue
        self._offered, self._scopes, self._lacking = offered, scopes, lacking
        self._have = Materials()
        self._lacks: dict[str, str] = {}
        self.templates = TemplateList()
        self.form = ReportForm(project)
        self.queue_view = QueueView(queue)
        self.make_button = QPushButton(QIcon(str(ICONS / "reports.svg")), tr("&Make report"))
        self.settings_link = ThemedLabel()
        self._problem = ProblemLabel()
        self._build()
        self.templates.chosen.connect(self._template_chosen)
        self.form.changed.connect(self._show_choice)
        self.make_button.clicked.connect(self.make)
        queue.changed.connect(self._job_changed)
        self.settings_link.linkActivated.connect(lambda _link: self.settings_requested.emit(self.template))
        self.refresh()

    @property
    def template(self) -> Template:
        """The template that is chosen."""
        return self.templates.template()

    def choose(self, key: str) -> None:
        """Choose a template."""
        self.templates.choose(key)

    def refresh(self) -> None:
        """Look again at what the project offers."""
        self._have = self._offered()
        self._lacks = {one.key: self._lacking(one, self._have) for one in TEMPLATES}
        self.templates.show_lacking(self._lacks)
        self.form.show_scopes(self._scopes())
        self.form.show_earlier(self._have.earlier)
        self._template_chosen()

    def choice(self) -> Choice:
        """Return what is chosen."""
        form = self.form
        return Choice(
            template=self.template,
            scopes=form.scopes(),
            languages=form.languages(),
            suffix=form.suffix(),
            folder=Path(form.folder()),
            name=form.name(),
            day=date.today(),
            page=form.page(),
            orientation=form.orientation(),
            earlier=form.earlier_check(),
        )

    def make(self) -> None:
        """Put what is chosen into the queue."""
        if not self.make_button.isEnabled():
            return
        refused = writing_problem(self.form.folder())  # tried only now: not with every letter
        if refused:
            self.form.show_problems(refused, "", "")
            return
        choice = self.choice()
        try:
            made = jobs(choice, self._have)
        except OrderError as error:
            self._problem.show_problem(str(error))
            return
        remember_folder(self._project, str(choice.folder))
        self._queue.add(made)
        self.queue_view.choose(made[0])

    def problem_told(self) -> str:
        """Return what stands in red above the button."""
        return str(self._problem.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # a new day, another selection, another part of the map

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.templates)
        column.addWidget(self.form)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        self.settings_link.setText(f"<a href='settings'>{tr('More settings…')}</a>")
        self.settings_link.setToolTip(tr("Opens the dialog of the algorithm, filled in, with every setting."))
        self.settings_link.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard
                                                   | Qt.TextInteractionFlag.LinksAccessibleByMouse)  # fmt: skip
        self.make_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.make_button, 1)
        row.addWidget(self.settings_link)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(self.queue_view, 1)
        area = ScrolledForm(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _job_changed(self, job: Job) -> None:
        if job.over and self.isVisible():
            self._show_choice()  # a name may be taken by now

    def _template_chosen(self) -> None:
        self.form.show_template(self.template)
        self.settings_link.setVisible(bool(self.template.algorithm))
        self._show_choice()

    def _show_choice(self) -> None:
        """Propose a name, say what will be written, and what is wrong."""
        template, form = self.template, self.form
        scopes = form.scopes()
        if scopes:
            form.propose(proposed(template, scopes, date.today()))
        wrong_folder, wrong_name = problem(form.folder(), form.name())
        told = "" if wrong_folder or wrong_name or not scopes else self._files_told()
        form.show_problems(wrong_folder, wrong_name, told)
        lacking = self._lacks.get(template.key, "")
        self._problem.show_problem("" if lacking or scopes else tr("Choose which factories."))
        self.settings_link.setEnabled(not lacking)
        self.make_button.setEnabled(not (lacking or wrong_folder or wrong_name or not scopes))

    def _files_told(self) -> str:
        choice = self.choice()
        stems = choice.stems
        stem = free_stem(choice.folder, stems[0], [choice.suffix])
        self.make_button.setText(tr("&Make report") if len(stems) == 1 else tr("&Make reports"))
        if len(stems) > 1:
            return tr("{count} files, the first: {name}").format(count=len(stems), name=stem + choice.suffix)
        return (
            ""
            if stem == choice.name
            else tr("That file is there already: this one will be {name}").format(name=stem + choice.suffix)
        )
