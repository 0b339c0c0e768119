"""Settings ▸ Options ▸ Factory Locations: what holds for all projects, and which Python packages are there."""

from __future__ import annotations

import platform
from collections.abc import Callable
from html import escape

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, Qt
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
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

from ...processing import dependencies
from ...processing.i18n import tr
from ...processing.paths import ICONS
from .. import settings
from ..panel.rules_chooser import RulesChooser

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
        self.rules = RulesChooser()
        self.accuracy = QDoubleSpinBox()
        self.street_map = QCheckBox(tr("Offer Open&StreetMap, which needs a network, to new projects"))
        self.packages = QLabel()
        self.advice = QLabel()
        self.again_button = QPushButton(QgsApplication.getThemeIcon("/mActionRefresh.svg"), tr("&Check again"))
        self.copy_button = QPushButton(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("C&opy details"))
        self._build()
        self.officer.setText(settings.officer())
        self.rules.show_path(settings.rules())
        self.accuracy.setValue(settings.accuracy_m())
        self.street_map.setChecked(settings.street_map_offered())
        self.look()

    def apply(self) -> None:
        """Store what is shown."""
        settings.set_officer(self.officer.text())
        if not self.rules.incomplete():
            settings.set_rules(self.rules.path())
        settings.set_accuracy_m(self.accuracy.value())
        settings.set_street_map_offered(self.street_map.isChecked())
        self._applied()

    def look(self) -> None:
        """Look which packages are there, and say how to install the others."""
        found = dependencies.packages()
        self.packages.setText(_table(found))
        told = _advice(found)
        self.advice.setText(told or tr("All of them are there."))

    def check_again(self) -> None:
        """Look again, after something was installed."""
        self.look()
        absent = [one.wanted for one in dependencies.packages() if not one.there and not one.optional]
        self._checked(dependencies.advice(absent) if absent else "")

    def details(self) -> str:
        """Return what somebody who helps wants to know, as plain text."""
        found = dependencies.packages()
        lines = [
            f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
            f"{platform.platform()}, Python {platform.python_version()}",
            *(f"{one.wanted}: {_state(one)}" for one in found),
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
        column = QVBoxLayout(self)
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
        self.accuracy.setSpecialValueText(tr("nothing is assumed"))
        self.accuracy.setToolTip(
            tr(
                "What the check in the panel assumes for factories that state no accuracy, and the site check for "
                "coordinates that are typed. The result says so."
            )
        )
        self.accuracy.setAccessibleName(tr("Accuracy where none is stated (metres)"))
        form.addRow(tr("&Officer"), self.officer)
        form.addRow(tr("&Rules of new projects"), self.rules)
        form.addRow(tr("&Accuracy where none is stated"), self.accuracy)
        form.addRow(tr("Base map"), self.street_map)
        return box

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


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever the options are opened."""

    def __init__(self, applied: Callable[[], None], checked: Callable[[str], None]) -> None:
        super().__init__()
        self._applied, self._checked = applied, checked
        self.setTitle(tr("Factory Locations"))

    def icon(self) -> QIcon:
        """Return the icon beside the title."""
        return QIcon(str(ICONS / "factory_locations.svg"))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """Return a new page."""
        return OptionsPage(self._applied, self._checked, parent)


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


def _advice(found: list[dependencies.Package]) -> str:
    absent = [one.wanted for one in found if not one.there]
    return dependencies.advice(absent) if absent else ""
