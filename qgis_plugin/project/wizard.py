"""The window that asks for a new factory project: a page for each question, and nothing is written before Finish."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsTask, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget, QgsScrollArea
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from ...processing.i18n import tr
from .. import settings
from ..panel.forms import form, let_shrink, told_below
from ..panel.problem import ProblemLabel
from ..panel.rules_chooser import RulesChooser
from . import factory_looks, packs, setup
from .base_map import world_map
from .results import documents_folder
from .role_table import RoleTable, crowds_hint
from .roles import ROLES, fits, propose
from .setup import Plan, Setup, SetupError
from .source_pool import AddButtons, SourcePool
from .sources import Source, lasting, start
from .stepper import Stepper
from .writing import breakable

_WIDTH, _HEIGHT = 720, 560
_FACTORIES = "factories"
_GAP = 10


class _Page(QWizardPage):
    """A page with a form; a problem stands below the field that it is about."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.setSubTitle(subtitle)

    def problems(self) -> dict[ProblemLabel, str]:
        """Return what is wrong, by where that is told; empty sentences for what is right."""
        return {}

    def refresh(self, *_: object) -> None:
        """Tell what is wrong, and whether one can go on."""
        for label, sentence in self.problems().items():
            label.show_problem(sentence)
        self.completeChanged.emit()

    def initializePage(self) -> None:
        self.refresh()

    def isComplete(self) -> bool:
        return not any(self.problems().values())


def _row(rows: QFormLayout, text: str, field: QWidget, shown: QWidget | QLayout | None = None) -> None:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    rows.addRow(label, field if shown is None else shown)


def plain_of(text: str) -> str:
    """Return what a button says without the letter that presses it, which stands behind the word in Khmer."""
    return re.sub(r"\s*\(&.\)$", "", text).replace("&", "")


def _finish() -> str:
    return tr("Finis&h")


class PlacePage(_Page):
    """Where the project goes, and what it is called."""

    def __init__(self) -> None:
        super().__init__(
            tr("Where"),
            tr("The project, and a new register, go into one folder that can be moved or copied as a whole."),
        )
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of the project"))
        self.folder.setFilePath(str(_free_folder()))
        self.name = QLineEdit(setup.USUAL_NAME)
        self._folder_problem, self._name_problem = ProblemLabel(), ProblemLabel()
        self._will = QLabel()
        self._will.setWordWrap(True)
        rows = form()
        rows.setVerticalSpacing(_GAP)
        rows.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        _row(rows, tr("&Folder"), self.folder, told_below(self.folder, self._folder_problem))
        _row(rows, tr("&Name of the project"), self.name, told_below(self.name, self._name_problem))
        rows.addRow("", self._will)
        self.setLayout(rows)
        self.folder.fileChanged.connect(self.refresh)
        self.name.textChanged.connect(self.refresh)

    def path(self) -> Path:
        """Return the folder."""
        return Path(self.folder.filePath().strip()).expanduser()

    def problems(self) -> dict[ProblemLabel, str]:
        folder = setup.folder_problem(self.folder.filePath())
        name = "" if folder else setup.name_problem(self.path(), self.name.text().strip(), ".qgz")
        return {self._folder_problem: folder, self._name_problem: name}

    def refresh(self, *_: object) -> None:
        super().refresh()
        fine = self.isComplete()
        new = tr("A new folder. ") if fine and not self.path().exists() else ""
        path = breakable(self.path() / f"{self.name.text().strip()}.qgz")
        self._will.setText(new + tr("The project file will be {path}").format(path=path) if fine else "")

    def validatePage(self) -> bool:
        """Try to write only now: not with every letter."""
        wrong = setup.writing_problem(self.folder.filePath())
        self._folder_problem.show_problem(wrong)
        self._will.setText("" if wrong else self._will.text())
        return not wrong


class RegisterPage(_Page):
    """A new register, or one that there is."""

    def __init__(self, pool: SourcePool, place: PlacePage, advice: str) -> None:
        super().__init__(
            tr("Register"), tr("The table of the factories: begin an empty one, or use the one that you have.")
        )
        self._pool, self._place = pool, place
        self.new = QRadioButton(tr("A &new, empty register"))
        self.file = QLineEdit(setup.USUAL_REGISTER)
        self.existing = QRadioButton(tr("An ex&isting register"))
        self.layer = QComboBox()
        self.vouch = QCheckBox(tr("It is a &register, under other field names"))
        self._vouched: Source | None = None  # a register by the word of a person
        self.buttons = AddButtons(pool)
        self.findings = QgsFileWidget()
        self._status = QLabel()
        self._unread = ProblemLabel()
        self._new_problem, self._layer_problem, self._findings_problem = ProblemLabel(), ProblemLabel(), ProblemLabel()
        self._advice = advice
        self._build()
        self._offer()
        self.existing.setChecked(bool(advice) or self.layer.currentData() is not None)
        self.new.setChecked(not self.existing.isChecked())
        pool.changed.connect(self._offer)
        pool.findings_found.connect(lambda path: self.findings.setFilePath(str(path)))
        self.vouch.toggled.connect(self._take_word)
        for signal in (self.new.toggled, self.file.textChanged, self.layer.activated, self.findings.fileChanged):
            signal.connect(self.refresh)

    def source(self) -> Source | None:
        """Return the register that there is, None for a new one."""
        return None if self.new.isChecked() else self.layer.currentData()

    def findings_path(self) -> Path | None:
        """Return the findings of an earlier check, None for none."""
        typed = str(self.findings.filePath()).strip()
        return Path(typed) if typed and not self.new.isChecked() else None

    def problems(self) -> dict[ProblemLabel, str]:
        new, layer, findings = "", "", ""
        if self.new.isChecked():
            new = self._advice or setup.register_problem(self._place.path(), self.file.text().strip())
        elif self._pool.busy:
            layer = tr("Reading layers…")
        else:
            layer = self._wrong_with_layer()
            findings = setup.findings_problem(str(self.findings.filePath()))
        return {self._new_problem: new, self._layer_problem: layer, self._findings_problem: findings}

    def refresh(self, *_: object) -> None:
        new = self.new.isChecked()
        self.file.setEnabled(new)
        for widget in (self.layer, self.buttons, self.findings):
            widget.setEnabled(not new)
        source = self.layer.currentData()
        self.layer.setToolTip(source.place if source is not None else "")
        place = "" if new or source is None else breakable(source.place)
        stays = place and tr("It stays where it is: {place}").format(place=place)
        self._status.setText(stays)
        self._status.setVisible(bool(stays))
        self._unread.show_problem(*(("", "") if new else self._pool.unread(self.buttons)))
        self.vouch.setVisible(bool(stays) and bool(setup.register_doubt(source.looks)))
        self.vouch.blockSignals(True)
        self.vouch.setChecked(source is not None and source == self._vouched)
        self.vouch.blockSignals(False)
        super().refresh()

    def _wrong_with_layer(self) -> str:
        source = self.layer.currentData()
        if source is None:
            return tr("Choose a layer, or add the file that it is in.")
        return "" if source == self._vouched else setup.register_doubt(source.looks)

    def _take_word(self, given: bool) -> None:
        self._vouched = self.layer.currentData() if given else None
        self.refresh()

    def _build(self) -> None:
        self.vouch.setToolTip(tr("Which field holds what is chosen later: tab Check, Layers, Fields."))
        self.findings.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.findings.setDialogTitle(tr("Findings of an earlier check"))
        self.findings.setFilter(tr("GeoPackage (*.gpkg)"))
        self.findings.lineEdit().setPlaceholderText(tr("None"))
        self._status.setWordWrap(True)
        let_shrink(self.layer)
        column = QVBoxLayout(self)
        first, second = form(), form()
        for rows in (first, second):
            rows.setContentsMargins(24, 0, 0, _GAP)
            rows.setVerticalSpacing(6)
        _row(first, tr("Fil&e"), self.file, told_below(self.file, self._new_problem))
        _row(second, tr("&Layer"), self.layer, told_below(self.layer, self._status, self._layer_problem, self.vouch))
        second.addRow("", told_below(self.buttons, self._unread))
        text = tr("Findings of an earlier &check")
        _row(second, text, self.findings, told_below(self.findings, self._findings_problem))
        column.addWidget(self.new)
        column.addLayout(first)
        column.addWidget(self.existing)
        column.addLayout(second)
        column.addStretch(1)

    def _offer(self) -> None:
        """Offer the layers that can be a register; choose the likeliest while nobody has chosen."""
        shown = self.layer.currentData()
        fitting = [source for source in self._pool.sources if fits(source.looks, _FACTORIES)]
        if fitting != [self.layer.itemData(index) for index in range(self.layer.count())]:
            likely = propose([source.looks for source in fitting], [_FACTORIES]).get(_FACTORIES)
            self.layer.clear()
            for source in fitting:
                self.layer.addItem(source.title, source)
                self.layer.setItemData(self.layer.count() - 1, source.place, Qt.ItemDataRole.ToolTipRole)
            self.layer.setCurrentIndex(fitting.index(shown) if shown in fitting else -1 if likely is None else likely)
        self.refresh()


class MapPage(_Page):
    """Rules, coordinates, base map and colours."""

    def __init__(self) -> None:
        super().__init__(tr("Rules and map"), tr("What factories are checked by, and what the map looks like."))
        self.rules = RulesChooser()
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setCrs(QgsCoordinateReferenceSystem(setup.USUAL_CRS))
        self.world = QCheckBox(tr("Map of the &world (comes with QGIS, works offline)"))
        self.streets = QCheckBox(tr("&OpenStreetMap (needs a network)"))
        self.colour = QComboBox()
        self.crowds = QCheckBox(tr("Factories close &together as one sign with their number"))
        self._rules_problem, self._crs_problem = ProblemLabel(), ProblemLabel()
        self.rules.show_path(settings.rules())
        if not settings.street_map_offered():
            self.streets.hide()
        there = world_map() is not None
        self.world.setChecked(there)
        self.world.setEnabled(there)
        self.crowds.setChecked(True)
        self.crowds.setToolTip(crowds_hint())
        rows = form()
        rows.setVerticalSpacing(_GAP)
        rows.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        _row(rows, tr("&Rules"), self.rules, told_below(self.rules, self._rules_problem))
        _row(rows, tr("&Coordinate system"), self.crs, told_below(self.crs, self._crs_problem))
        _row(rows, tr("Base map"), self.world, told_below(self.world, self.streets))
        _row(rows, tr("&Draw factories by"), self.colour, told_below(self.colour, self.crowds))
        self.setLayout(rows)
        self.rules.changed.connect(self.refresh)
        self.rules.titled.connect(self.refresh)
        self.crs.crsChanged.connect(self.refresh)

    def offer_colours(self, fields: frozenset[str], findings: bool) -> None:
        """Offer the colourings that a register with these fields can have, and keep the choice where it can stay."""
        shown = self.colour.currentData()
        able = factory_looks.possible(fields, findings)
        self.colour.clear()
        for name, text in factory_looks.labels_of(able).items():
            self.colour.addItem(text, name)
        if not able:
            self.colour.addItem(tr("All alike: this register has neither activity nor status"), "")
        self.colour.setEnabled(bool(able))
        self.colour.setCurrentIndex(able.index(shown) if shown in able else 0)

    def initializePage(self) -> None:
        self.rules.show_titles()
        super().initializePage()

    def problems(self) -> dict[ProblemLabel, str]:
        # What is wrong with rules that are being read is told when they are read, or asked for by Next.
        rules = "" if self.rules.reading else self._wrong_with_rules()
        return {self._rules_problem: rules, self._crs_problem: setup.crs_problem(self.crs.crs())}

    def validatePage(self) -> bool:
        wrong = self._wrong_with_rules()
        self._rules_problem.show_problem(wrong)
        return not wrong

    def _wrong_with_rules(self) -> str:
        if self.rules.incomplete():
            return tr("Choose the file with the rules.")
        try:
            packs.pack_at(self.rules.path())
        except packs.PackError as error:
            return str(error).splitlines()[0]
        return ""


class LayersPage(_Page):
    """Which layer is the zoning, which the parks, ..."""

    def __init__(self, pool: SourcePool) -> None:
        super().__init__(
            tr("Layers"),
            tr("What factories are checked against. The rules are about the layers in bold; others may be left out."),
        )
        self._pool = pool
        self.table = RoleTable(pool, [role for role in ROLES if role != _FACTORIES])
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        self.table.changed.connect(self.completeChanged)

    def show_needs(self, rules: str) -> None:
        """Let the layers that a rule pack is about stand out."""
        try:
            wanted = packs.needs(packs.pack_at(rules))
        except packs.PackError:
            wanted = ()
        self.table.emphasise({name for need in wanted for name in need.proper})

    def isComplete(self) -> bool:
        return not self._pool.busy


class SummaryPage(_Page):
    """What will be made; after Finish, how far that is."""

    def __init__(self) -> None:
        super().__init__(
            tr("Summary"),
            tr("Nothing has been written so far. “{finish}” makes this:").format(finish=plain_of(_finish())),
        )
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(12)
        self.step = QLabel()
        self.problem = ProblemLabel()
        area = QgsScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QgsScrollArea.Shape.NoFrame)
        area.setWidget(self.text)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        for widget in (self.progress, self.step, self.problem):
            column.addWidget(widget)
        self.show_step("")

    def show_plan(self, plan: Plan) -> None:
        """Tell what will be made."""
        rows = "".join(
            f"<tr><td style='padding:3px 14px 3px 0'><b>{escape(what)}</b></td>"
            f"<td style='padding:3px 0'>{escape(how).replace(chr(10), '<br>')}</td></tr>"
            for what, how in setup.told(plan)
        )
        self.text.setText(f"<table>{rows}</table>")
        self.problem.show_problem("")

    def show_step(self, text: str) -> None:
        """Tell what is being done; empty for nothing."""
        self.step.setText(text)
        self.step.setVisible(bool(text))
        self.progress.setVisible(bool(text))


class ProjectWizard(QWizard):
    """Asks for everything a factory project needs, and makes it.

    `made` tells the project file; the window is closed then. Nobody's open project is touched.
    """

    made = pyqtSignal(str)

    def __init__(self, layers: list[QgsVectorLayer], advice: str = "", parent: QWidget | None = None) -> None:
        """Offer `layers`; `advice` says why no register can be made on this machine, empty where one can."""
        super().__init__(parent)
        self.setWindowTitle(tr("New factory project"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        # Qt's own have letters that pages use, and no Khmer.
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("&Back")),
            (QWizard.WizardButton.NextButton, tr("Ne&xt")),
            (QWizard.WizardButton.FinishButton, _finish()),
            (QWizard.WizardButton.CancelButton, tr("Cancel")),
        ):
            self.setButtonText(button, text)
        self.resize(_WIDTH, _HEIGHT)
        self.pool = SourcePool(lasting(layers), self)
        self.place = PlacePage()
        self.register = RegisterPage(self.pool, self.place, advice)
        self.map = MapPage()
        self.layers = LayersPage(self.pool)
        self.summary = SummaryPage()
        for page in (self.place, self.register, self.map, self.layers, self.summary):
            self.addPage(page)
        self.map.rules.show_titles()  # read while the first pages are filled in
        self._making: _Making | None = None
        self.currentIdChanged.connect(self._arrived)
        self.register.new.toggled.connect(lambda _on: self._offer_colours())
        self._offer_colours()

    def plan(self) -> Plan:
        """Return what was chosen so far."""
        register = self.register.source()
        return Plan(
            folder=self.place.path(),
            name=self.place.name.text().strip(),
            register=register,
            register_file=self.register.file.text().strip(),
            layers=self.layers.table.chosen(),
            units=[source for source in self.layers.table.units() if source != register],
            rules=self.map.rules.path(),
            crs=self.map.crs.crs(),
            world=self.map.world.isChecked(),
            streets=self.map.streets.isChecked(),
            colour=self.map.colour.currentData(),
            crowds=self.map.crowds.isChecked(),
            findings=self.register.findings_path(),
        )

    def accept(self) -> None:
        """Make the project; the window closes when it is there."""
        if self._making is not None:
            return
        plan = self.plan()
        self.summary.problem.show_problem("")
        self._set_busy(True)
        self._making = _Making(plan, self)
        self._making.stepped.connect(self.summary.show_step)
        self._making.finished.connect(lambda: self._finished(plan.project_path))
        self._making.failed.connect(self._failed)
        self._making.start()

    def done(self, result: int) -> None:
        """Close; what is being read or made is given up."""
        self.pool.stop()
        if self._making is not None:
            self._making.give_up()
            self._making = None
        super().done(result)

    def _finished(self, path: Path) -> None:
        self._making = None
        super().accept()
        self.made.emit(str(path))

    def _failed(self, why: str) -> None:
        self._making = None
        self._set_busy(False)
        self.summary.problem.show_problem(why)

    def _set_busy(self, busy: bool) -> None:
        for button in (QWizard.WizardButton.FinishButton, QWizard.WizardButton.BackButton):
            self.button(button).setEnabled(not busy)
        self.summary.show_step(tr("Making the files…") if busy else "")

    def _arrived(self, _page: int) -> None:
        page = self.currentPage()
        if page is self.map:
            self._offer_colours()
        elif page is self.layers:
            self.layers.show_needs(self.map.rules.path())
        elif page is self.summary:
            self.summary.show_plan(self.plan())

    def _offer_colours(self) -> None:
        source = self.register.source()
        fields = setup.register_fields() if source is None else source.looks.fields
        self.map.offer_colours(fields, self.register.findings_path() is not None)


class _Making(QObject):
    """Makes a project: the files in the background, then the project step by step."""

    stepped = pyqtSignal(str)
    finished = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._setup = Setup(plan)
        self._task = _FilesTask(self._setup)
        self._files_made = False
        self._stepper = Stepper(self._setup.build(), SetupError, self)
        self._stepper.stepped.connect(self.stepped)
        self._stepper.finished.connect(self.finished)
        self._stepper.failed.connect(self.failed)

    def start(self) -> None:
        """Begin."""
        self._task.ended.connect(self._go_on)
        start(self._task)

    def give_up(self) -> None:
        """Stop, and delete what was made."""
        if self._files_made:
            self._stepper.stop()
            self._setup.undo()
        else:
            self._task.ended.disconnect(self._go_on)
            self._task.cancel()  # it cleans up behind itself

    def _go_on(self, why: str) -> None:
        if why:
            self.failed.emit(why)
        else:
            self._files_made = True
            self._stepper.start()


class _FilesTask(QgsTask):
    """Makes the folder and the register in the background; cancelled, it deletes them again."""

    ended = pyqtSignal(str)

    def __init__(self, making: Setup) -> None:
        super().__init__(tr("New factory project"), QgsTask.Flag.CanCancel)
        self._making = making
        self._why = ""

    def run(self) -> bool:
        """Make the files; called in a thread of its own."""
        if self.isCanceled():  # QGIS may have told the end of a task that was cancelled before it began
            return False
        try:
            self._making.write_files()
        except SetupError as error:
            self._why = str(error)
        if self.isCanceled():
            self._making.undo()
        return not self._why

    def finished(self, _successful: bool) -> None:
        """Tell how it went; called in the window's thread."""
        if self.isCanceled():
            self._making.undo()
            self._why = self._why or tr("Cancelled. Nothing was written.")
        self.ended.emit(self._why)


def _free_folder() -> Path:
    folder, number = documents_folder() / setup.USUAL_NAME, 1
    while folder.exists():
        number += 1
        folder = folder.with_name(f"{setup.USUAL_NAME}_{number}")
    return folder
