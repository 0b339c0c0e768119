"""What is asked for a report: factories, language, format, paper, folder and name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLayout, QLineEdit, QWidget

from ....processing.i18n import tr
from ...project.earlier import EarlierCheck
from ...project.writing import breakable
from ..comparer import said_when
from ..elided import ElidedBox
from ..forms import form, let_shrink, told_below
from ..problem import ProblemLabel
from .names import remembered_folder
from .ordering import language_label, scope_label
from .scopes import PROVINCE, SELECTED, Scope
from .speech import ENGLISH, KHMER, own_language
from .templates import Template

_EACH = "each"


class ReportForm(QWidget):
    """Fields, with what is wrong told below each."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._template: Template | None = None
        self._offered: list[Scope] = []
        self._own_name = ""
        self._languages = (own_language(),)  # as chosen last, whatever a template without a choice shows meanwhile
        self.scope = ElidedBox()
        self.language = ElidedBox()
        self.format = ElidedBox()
        self.paper = ElidedBox()
        self.earlier = ElidedBox()
        self.folder_field = QgsFileWidget()
        self.name_field = QLineEdit()
        self._ending = QLabel()
        self._told = QLabel()
        self._file_told = ""
        self._folder_problem, self._name_problem = ProblemLabel(), ProblemLabel()
        self._rows: dict[QWidget, QLabel] = {}
        self._build()

    def scopes(self) -> tuple[Scope, ...]:
        """Return which factories, one scope for each file; empty where none can be chosen."""
        if self._template is None or not self._template.scopes:
            return (Scope(),)
        return tuple(self.scope.currentData() or ())

    def languages(self) -> tuple[str, ...]:
        """Return the languages chosen."""
        return tuple(self.language.currentData() or (own_language(),))

    def suffix(self) -> str:
        """Return the ending of the file."""
        return str(self.format.currentData() or "")

    def page(self) -> int:
        """Return the size of the paper, as for `factory:location_map`."""
        return int((self.paper.currentData() or (0, 0))[0])

    def orientation(self) -> int:
        """Return how the paper lies, as for `factory:location_map`."""
        return int((self.paper.currentData() or (0, 0))[1])

    def earlier_check(self) -> str | None:
        """Return the findings file to compare with, empty for none, None where nothing can be chosen."""
        if self._template is None or not self._template.compared or not self.earlier.count():
            return None
        return str(self.earlier.currentData() or "")

    def folder(self) -> str:
        """Return the folder typed."""
        return str(self.folder_field.filePath()).strip()

    def name(self) -> str:
        """Return the name of the file without its ending, also where one was typed with it."""
        typed, ending = self.name_field.text().strip(), self.suffix()
        return typed[: -len(ending)] if ending and typed.lower().endswith(ending) else typed

    def show_template(self, template: Template) -> None:
        """Ask what this template needs to know."""
        if template is not self._template:
            self._template, self._own_name = template, ""
        self._fill_formats(template)
        self._fill_languages(template)
        self._fill_scopes()
        self._show_row(self.scope, bool(template.scopes))
        self.paper.setVisible(template.paged)
        self._show_row(self.earlier, template.compared and self.earlier.count() > 0)
        self._ending.setText(self.suffix())

    def show_scopes(self, offered: Sequence[Scope]) -> None:
        """Offer these scopes."""
        self._offered = list(offered)
        self._fill_scopes()
        if not self.folder():
            self.show_folder()

    def show_earlier(self, checks: Sequence[EarlierCheck]) -> None:
        """Offer these checks to compare with, the first one unless another was chosen."""
        told = tr("Check of {date}")
        entries = [(told.format(date=said_when(one.when, one.when)), str(one.path)) for one in checks]
        kept = self.earlier.currentData()
        _fill(self.earlier, [*entries, (tr("No earlier check"), "")] if entries else [], kept)

    def show_folder(self) -> None:
        """Go back to the folder of the project."""
        self._quietly(self.folder_field, lambda: self.folder_field.setFilePath(remembered_folder(self._project)))
        self.folder_field.setDefaultRoot(remembered_folder(self._project))

    def propose(self, name: str) -> None:
        """Propose a name; one that was typed stays."""
        if not self._own_name and self.name_field.text() != name:
            self._quietly(self.name_field, lambda: self.name_field.setText(name))

    def show_problems(self, folder: str, name: str, told: str) -> None:
        """Say below the fields what is wrong, or which file will be written."""
        self._folder_problem.show_problem(folder)
        self._name_problem.show_problem(name)
        self._file_told = told
        self._told.setText(breakable(told, behind="_ "))  # a long name must not make the panel wider
        self._told.setVisible(bool(told))

    def problems_told(self) -> tuple[str, str]:
        """Return what stands in red below the folder and the name."""
        return str(self._folder_problem.text()), str(self._name_problem.text())

    def told(self) -> str:
        """Return which file the form says will be written."""
        return self._file_told

    def _build(self) -> None:
        rows = form()
        for combo in (self.scope, self.language, self.format, self.paper, self.earlier):
            let_shrink(combo)
            combo.currentIndexChanged.connect(self._combo_changed)
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.scope.setMaxVisibleItems(20)
        for page, paper in enumerate(("A4", "A3")):
            for lies, told in enumerate((tr("{paper}, landscape"), tr("{paper}, portrait"))):
                self.paper.addItem(told.format(paper=paper), (page, lies))
        self.folder_field.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder_field.setDialogTitle(tr("Folder for the reports"))
        self.folder_field.lineEdit().setMinimumWidth(60)
        self.folder_field.lineEdit().setAccessibleName(tr("Folder for the reports"))
        self.folder_field.fileChanged.connect(lambda _path: self.changed.emit())
        self.name_field.setMinimumWidth(60)
        self.name_field.textEdited.connect(self._name_typed)
        self.paper.setAccessibleName(tr("Paper"))
        self.paper.setToolTip(tr("Paper"))
        self._add(rows, tr("&Which factories"), self.scope, self.scope)
        self._add(rows, tr("Com&pare with"), self.earlier, self.earlier)
        self._add(rows, tr("&Language"), self.language, self.language)
        self._add(rows, tr("Forma&t"), self.format, beside(self.format, self.paper))
        self._add(rows, tr("Fol&der"), self.folder_field, told_below(self.folder_field, self._folder_problem))
        self._told.setWordWrap(True)
        named = beside(self.name_field, self._ending, stretch=False)
        name = told_below(named, self._name_problem, self._told)
        self._add(rows, tr("File n&ame"), self.name_field, name)
        self.setLayout(rows)

    def _add(self, rows: QFormLayout, text: str, field: QWidget, shown: QWidget | QLayout) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        self._rows[field] = label
        rows.addRow(label, shown)

    def _show_row(self, field: QWidget, shown: bool) -> None:
        self._rows[field].setVisible(shown)
        field.setVisible(shown)

    def _combo_changed(self, _index: int) -> None:
        self._ending.setText(self.suffix())
        self.changed.emit()

    def _language_chosen(self, _index: int) -> None:
        self._languages = self.languages()

    def _name_typed(self, text: str) -> None:
        self._own_name = text
        self.changed.emit()

    def _fill_formats(self, template: Template) -> None:
        words = {
            ".pdf": tr("PDF, to print"),
            ".png": tr("PNG, a picture"),
            ".svg": tr("SVG, a drawing"),
            ".xlsx": tr("XLSX, Excel"),
            ".ods": tr("ODS, LibreOffice"),
            ".csv": tr("CSV, plain text"),
            ".html": tr("HTML, a page for the browser"),
        }
        _fill(self.format, [(words[one], one) for one in template.formats], self.suffix())
        self.format.setEnabled(len(template.formats) > 1)

    def _fill_languages(self, template: Template) -> None:
        if template.languages:
            usual = [(language_label(one), (one,)) for one in (ENGLISH, KHMER)]
            entries = [*usual, (tr("Both, two files"), (ENGLISH, KHMER))]
        else:
            told = tr("{language}, as the panel").format(language=language_label(own_language()))
            entries = [(told, (own_language(),))]
        _fill(self.language, entries, self._languages)
        self.language.setEnabled(template.languages)

    def _fill_scopes(self) -> None:
        template = self._template
        if template is None:
            return
        kept = _key(self.scope.currentData())
        fitting = [one for one in self._offered if one.kind in template.scopes]
        entries: list[tuple[str, tuple[Scope, ...]]] = [
            (_counted(one), (one,)) for one in fitting if one.kind != PROVINCE
        ]
        each = tuple(one for one in fitting if one.kind == PROVINCE)
        if len(each) > 1:
            entries.append((tr("Every province, one file each ({count})").format(count=len(each)), each))
        first_province = len(entries)
        entries += [(_counted(one), (one,)) for one in each]
        combo = self.scope
        combo.blockSignals(True)
        combo.clear()
        for text, scopes in entries:
            combo.addItem(text, scopes)
        for row, (_text, scopes) in enumerate(entries):
            if scopes[0].kind == SELECTED and not scopes[0].count:
                combo.model().item(row).setEnabled(False)
            elif _key(scopes) == kept:
                combo.setCurrentIndex(row)
        if each:
            combo.insertSeparator(first_province)
        combo.setEnabled(len(entries) > 1)
        combo.blockSignals(False)

    def _quietly(self, field: QWidget, do: Callable[[], None]) -> None:
        field.blockSignals(True)
        do()
        field.blockSignals(False)


def beside(*fields: QWidget, stretch: bool = True) -> QWidget:
    """Return fields in one row, the first of which takes the room there is, or all of them alike."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for place, field in enumerate(fields):
        row.addWidget(field, int(stretch or place == 0))
    return holder


def _fill(combo: QComboBox, entries: Sequence[tuple[str, object]], kept: object) -> None:
    combo.blockSignals(True)
    combo.clear()
    for text, value in entries:
        combo.addItem(text, value)
    values = [value for _, value in entries]
    combo.setCurrentIndex(values.index(kept) if kept in values else 0)
    combo.blockSignals(False)


def _counted(scope: Scope) -> str:
    if scope.kind == SELECTED and not scope.count:
        return tr("Selected factories (none)")
    label = scope_label(scope)
    return label if scope.kind == SELECTED or not scope.count else f"{label} ({QLocale().toString(scope.count)})"


def _key(scopes: Sequence[Scope] | None) -> tuple[str, str]:
    if not scopes:
        return "", ""
    return (_EACH, "") if len(scopes) > 1 else (scopes[0].kind, scopes[0].code)
