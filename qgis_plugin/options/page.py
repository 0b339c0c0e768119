"""Settings ▸ Options ▸ Factory Locations: what holds for all projects, and which Python packages are there."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from qgis.core import QgsApplication
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...processing import dependencies, khmer_fonts
from ...processing.i18n import chosen_language, tr
from .. import settings
from ..panel.problem import ProblemLabel
from ..panel.rules_chooser import RulesChooser
from ..trouble import versions

PAGE = "FactoryLocationsOptions"
_MOST_M = 100_000.0


class OptionsPage(QgsOptionsPageWidget):
    """The page; what it shows is stored with *OK*.

    Parameters
    ----------
    applied : callable
        Called when the settings have been stored.
    checked : callable
        Called when the packages have been looked for again, with what is to be installed.
    """

    def __init__(
        self, applied: Callable[[], None], checked: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._applied, self._checked = applied, checked
        self.officer = QLineEdit()
        self.language = QComboBox()
        self.language_hint = QLabel(tr("Takes effect when QGIS is started again."))
        self.rules = RulesChooser()
        self.accuracy = QDoubleSpinBox()
        self.street_map = QCheckBox(tr("Offer Open&StreetMap, which needs a network, to new projects"))
        self.live = QCheckBox(tr("Say in the message bar &what is wrong with a factory that is added or moved"))
        self.font_problem = ProblemLabel()
        self.packages = QLabel()
        self.advice = QLabel()
        self.again_button = QPushButton(QgsApplication.getThemeIcon("/mActionRefresh.svg"), tr("&Check again"))
        self.copy_button = QPushButton(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy &details"))
        self._build()
        self.officer.setText(settings.officer())
        self.language.setCurrentIndex(self.language.findData(settings.language()))
        self.rules.show_path(settings.rules())
        self.accuracy.setValue(settings.accuracy_m())
        self.street_map.setChecked(settings.street_map_offered())
        self.live.setChecked(settings.check_while_editing())
        self.look()

    def apply(self) -> None:
        """Store what is shown."""
        settings.set_officer(self.officer.text())
        settings.set_language(self.language.currentData())
        if not self.rules.incomplete():
            settings.set_rules(self.rules.path())
        settings.set_accuracy_m(self.accuracy.value())
        settings.set_street_map_offered(self.street_map.isChecked())
        settings.set_check_while_editing(self.live.isChecked())
        self._applied()

    def look(self) -> None:
        """Look which packages are there, and say how to install the others; and a font, where there is none."""
        found = dependencies.packages()
        self.packages.setText(_table(found))
        told = _advice(found)
        self.advice.setText(told or tr("All of them are there."))
        self.font_problem.show_problem(*("", "") if khmer_fonts.families() else _font_advice())

    def check_again(self) -> None:
        """Look again, after something was installed."""
        self.look()
        absent = [one.wanted for one in dependencies.packages() if not one.there and not one.optional]
        self._checked(dependencies.advice(absent) if absent else "")

    def details(self) -> str:
        """Return what somebody who helps wants to know, as plain text."""
        found = dependencies.packages()
        lines = [
            *versions(),
            *(f"{one.wanted}: {_state(one)}" for one in found),
            f"Khmer fonts: {', '.join(khmer_fonts.families()) or 'none'}",
            _advice(found),
        ]
        return "\n".join(line for line in lines if line)

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QgsApplication.clipboard().setText(self.details())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rules.show_titles()

    def _build(self) -> None:
        self.font_problem.setTextFormat(Qt.TextFormat.RichText)
        self.font_problem.setOpenExternalLinks(True)
        column = QVBoxLayout(self)
        column.addWidget(self.font_problem)
        column.addWidget(self._build_usual())
        column.addWidget(self._build_packages())
        column.addStretch(1)

    def _build_usual(self) -> QWidget:
        box = QGroupBox(tr("For all projects"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.officer.setPlaceholderText(tr("Your name, as it stands on decisions"))
        self.officer.setToolTip(tr("Proposed when you record a decision. It stays on this computer."))
        self.officer.setAccessibleName(tr("Officer"))
        self.rules.setToolTip(tr("The rules of projects in which none were chosen yet. A project keeps its own."))
        self.accuracy.setRange(0.0, _MOST_M)
        self.accuracy.setDecimals(1)
        self.accuracy.setSuffix(tr(" m"))
        self.accuracy.setGroupSeparatorShown(True)
        self.accuracy.setSpecialValueText(tr("exact"))
        self.accuracy.setToolTip(
            tr(
                "What the check in the panel assumes for factories that state no accuracy, and the site check for "
                "coordinates that are typed. The result says so."
            )
        )
        self.accuracy.setAccessibleName(tr("Accuracy where none is stated (metres)"))
        form.addRow(tr("&Officer"), self.officer)
        form.addRow(tr("&Language"), self._build_language())
        form.addRow(tr("&Rules of new projects"), self.rules)
        form.addRow(tr("&Accuracy where none is stated"), self.accuracy)
        form.addRow(tr("Base map"), self.street_map)
        form.addRow(tr("Check while editing"), self.live)
        return box

    def _build_language(self) -> QWidget:
        self.language.addItem(tr("As QGIS"), "")
        for code, name in settings.LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setToolTip(tr("The language of the plugin. The menus of QGIS itself keep theirs."))
        self.language.setAccessibleName(tr("Language"))
        self.language.currentIndexChanged.connect(self._show_language_hint)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.language)
        row.addWidget(self.language_hint, 1)
        box = QWidget()
        box.setLayout(row)
        box.setFocusProxy(self.language)
        self._show_language_hint()
        return box

    def _show_language_hint(self) -> None:
        self.language_hint.setVisible(self.language.currentData() != chosen_language())

    def _build_packages(self) -> QWidget:
        box = QGroupBox(tr("Python packages"))
        column = QVBoxLayout(box)
        for label in (self.packages, self.advice):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.packages.setTextFormat(Qt.TextFormat.RichText)
        self.packages.setAccessibleName(tr("Python packages"))
        self.advice.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.setAccessibleName(tr("How to install what is missing"))
        self.again_button.setToolTip(tr("Look again after installing something, without starting QGIS anew"))
        self.copy_button.setToolTip(tr("Copy versions and packages, for somebody who helps"))
        self.again_button.clicked.connect(self.check_again)
        self.copy_button.clicked.connect(self.copy_details)
        row = QHBoxLayout()
        row.addWidget(self.again_button)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        column.addWidget(self.packages)
        column.addWidget(self.advice)
        column.addLayout(row)
        return box


def _state(package: dependencies.Package) -> str:
    """Return how a package stands: its version, or what is wrong."""
    if package.there:
        return package.version or tr("there")
    if package.version:
        return tr("{version} is too old").format(version=package.version)
    return tr("missing; some tools need it") if package.optional else tr("missing")


def _table(found: list[dependencies.Package]) -> str:
    """Return the packages two by two, what is missing in bold, and marked by a sign as well as by its words."""
    cells = []
    for one in found:
        state = escape(_state(one))
        cells.append(
            f"<td>{'✓' if one.there else '✗'}&nbsp;</td><td>{escape(one.wanted)}&nbsp;&nbsp;</td>"
            f"<td style='padding-right: 28px'>{state if one.there else f'<b>{state}</b>'}</td>"
        )
    half = (len(cells) + 1) // 2
    left, right = cells[:half], [*cells[half:], "<td></td><td></td><td></td>"]
    rows = "".join(f"<tr>{a}{b}</tr>" for a, b in zip(left, right))
    return f"<table cellspacing='0' cellpadding='1'>{rows}</table>"


def _font_advice() -> tuple[str, str]:
    """Return that there is no font with Khmer letters, and where one is: with a link, and plain."""
    link = f"<a href='{khmer_fonts.PAGE}'>fonts.google.com</a>"
    return f"{khmer_fonts.ABSENT} {khmer_fonts.where_to_get_one(link)}", khmer_fonts.where_to_get_one()


def _advice(found: list[dependencies.Package]) -> str:
    absent = [one.wanted for one in found if not one.there]
    return dependencies.advice(absent) if absent else ""
