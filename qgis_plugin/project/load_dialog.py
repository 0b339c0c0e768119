"""The window that loads factory layers: files in, roles confirmed, and how the factories are drawn."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import tr
from ...processing.paths import DEMO
from ..buttons import button_box
from ..panel.problem import ProblemLabel
from . import factory_looks
from .demo import DemoError, demo_copy
from .loading import LoadError, load
from .results import latest_results
from .role_table import RoleTable, crowds_hint
from .roles import ROLES, LayerRoles
from .source_pool import SourcePool
from .stepper import Stepper

_WIDTH, _HEIGHT = 640, 620


class LoadDialog(QDialog):
    """Loads layers into the project that is open; `loaded` tells that they are there."""

    loaded = pyqtSignal()

    def __init__(self, project: QgsProject, roles: LayerRoles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._layer_roles = project, roles
        self._findings: Path | None = None
        self._stepper: Stepper | None = None
        self.setWindowTitle(tr("Load factory layers"))
        self.setAcceptDrops(True)
        self.resize(_WIDTH, _HEIGHT)
        self.pool = SourcePool(parent=self)
        filled = {role: layer.name() for role in ROLES if (layer := roles.layer(role)) is not None}
        self.table = RoleTable(self.pool, list(ROLES), filled)
        self.demo = QPushButton(tr("De&mo layers"))
        self.colour = QComboBox()
        self.crowds = QCheckBox(tr("Factories close &together as one sign with their number"))
        self.problem = ProblemLabel()
        self.buttons = button_box(QDialogButtonBox.StandardButton.Cancel)
        self.load_button = self.buttons.addButton(tr("&Load"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self.pool.findings_found.connect(self._found_findings)
        self.table.changed.connect(self._refresh)
        self._refresh()

    def add(self, paths: list[Path]) -> None:
        """Offer the layers of files and folders."""
        self.table.add(paths)

    def accept(self) -> None:
        """Load what was chosen; the window closes when it is done."""
        if self._stepper is not None or not self.load_button.isEnabled():
            return
        colour = self.colour.currentData() or factory_looks.ACTIVITY
        steps = load(
            self._project,
            self._layer_roles,
            self.table.chosen(),
            colour,
            self.crowds.isChecked(),
            self._findings,
            self.table.units(),
        )
        self.setEnabled(False)
        self._stepper = Stepper(steps, LoadError, self)
        self._stepper.finished.connect(self._done)
        self._stepper.failed.connect(self._failed)
        self._stepper.start()

    def done(self, result: int) -> None:
        """Close; what is being read or loaded is given up."""
        self.pool.stop()
        if self._stepper is not None:
            self._stepper.stop()
            self._stepper = None
        super().done(result)

    def _build(self) -> None:
        intro = QLabel(tr("Choose the files; then look whether each layer stands beside what it is for."))
        intro.setWordWrap(True)
        self.demo.clicked.connect(self._add_demo)
        self.demo.setVisible(DEMO.is_file())
        row = self.table.buttons.row
        row.insertWidget(row.count() - 1, self.demo)
        QDialog.setTabOrder(self.table.buttons.database, self.demo)
        self.crowds.setChecked(True)
        self.crowds.setToolTip(crowds_hint())
        label = QLabel(tr("Draw factories &by"))
        label.setBuddy(self.colour)
        self.colour.setAccessibleName(tr("Draw factories by"))
        colours = QHBoxLayout()
        colours.addWidget(label)
        colours.addWidget(self.colour, 1)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(intro)
        column.addWidget(self.table, 1)
        column.addLayout(colours)
        column.addWidget(self.crowds)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.load_button.setDefault(True)
        self.table.buttons.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_demo(self) -> None:
        copy = Path(QgsApplication.qgisSettingsDirPath()) / "factory_locations" / DEMO.name
        try:
            self.add([copy if copy.is_file() else demo_copy()])
        except DemoError as error:
            self.problem.show_problem(str(error))

    def _found_findings(self, path: Path) -> None:
        self._findings = path
        self._refresh()

    def _refresh(self) -> None:
        chosen = self.table.chosen()
        self.load_button.setEnabled(bool(chosen or self.table.units()) and not self.pool.busy)
        register = chosen.get("factories")
        checked = self._findings is not None or latest_results(self._project) is not None
        able = factory_looks.possible(register.looks.fields, checked) if register is not None else []
        if able != [self.colour.itemData(index) for index in range(self.colour.count())]:
            shown = self.colour.currentData()
            self.colour.clear()
            for name, text in factory_looks.labels_of(able).items():
                self.colour.addItem(text, name)
            self.colour.setCurrentIndex(able.index(shown) if shown in able else 0 if able else -1)
        self.colour.setEnabled(bool(able))
        self.crowds.setEnabled(register is not None)

    def _done(self) -> None:
        self._stepper = None
        super().accept()
        self.loaded.emit()

    def _failed(self, why: str) -> None:
        self._stepper = None
        self.setEnabled(True)
        self.problem.show_problem(why)
