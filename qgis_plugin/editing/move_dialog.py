"""Asks how the new place of a factory is known, before it is moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import named, tr
from ...processing.inputs import typical_accuracies
from ...processing.messages import metres
from ..buttons import button_box
from ..panel.forms import form, let_shrink
from .description import ACCURACY, METHOD, ON_MAP, SOURCE, map_at, methods
from .filler import title

_MOST_M = 100_000.0


@dataclass(frozen=True)
class Move:
    """A factory on its way.

    Attributes
    ----------
    factory : str
        Id and name, for people.
    start, end : QgsPointXY
        Degrees of WGS 84.
    metres : float
    scale : float
        Of the map on which it was moved.
    accuracy_m : float
        Of a click on that map.
    units : dict of str to (value, value)
        Declared codes that differ from those of the new place, by field: what is declared, and what would be.
    starts_editing : str
        Name of the layer whose editing begins with the move; empty where it is being edited.
    """

    factory: str
    start: QgsPointXY | None
    end: QgsPointXY
    metres: float
    scale: float
    accuracy_m: float
    units: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    starts_editing: str = ""


class MoveDialog(QDialog):
    """From, to, how far; method, accuracy and source of the new place."""

    def __init__(self, move: Move, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Move factory"))
        self._move = move
        self._own = {ACCURACY: False, SOURCE: False}
        self.method = QComboBox()
        self.accuracy = QDoubleSpinBox()
        self.source = QLineEdit()
        self.units = QCheckBox(tr("&Declare the unit of the new place"))
        self._buttons = button_box(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._propose()

    def values(self) -> dict[str, Any]:
        """Return what the register is to say of the new place, and of its unit where that is wanted."""
        told: dict[str, Any] = {
            METHOD: self.method.currentData(),
            ACCURACY: self.accuracy.value() or None,
            SOURCE: self.source.text().strip() or None,
        }
        if self.units.isChecked():
            told.update({name: new for name, (_, new) in self._move.units.items()})
        return told

    def _build(self) -> None:
        move = self._move
        for code, called in methods():
            self.method.addItem(called, code)
        self.method.setCurrentIndex(self.method.findData(ON_MAP))
        let_shrink(self.method)
        self.accuracy.setRange(0.0, _MOST_M)
        self.accuracy.setDecimals(1)
        self.accuracy.setPrefix("± ")
        self.accuracy.setSuffix(tr(" m"))
        self.accuracy.setGroupSeparatorShown(True)
        self.accuracy.setSpecialValueText(tr("not known"))
        self.accuracy.setToolTip(tr("Radius around the point within which the factory really stands"))
        self.source.setMaxLength(120)
        rows = form()
        rows.addRow(tr("From"), _fixed(_degrees(move.start) if move.start is not None else tr("no place")))
        rows.addRow(tr("To"), _fixed(_degrees(move.end)))
        if move.start is not None:
            rows.addRow(tr("Distance"), _fixed(tr("{metres} m").format(metres=metres(move.metres))))
        rows.addRow(tr("&Method"), self.method)
        rows.addRow(tr("&Accuracy"), self.accuracy)
        rows.addRow(tr("&Source, note"), self.source)
        column = QVBoxLayout(self)
        head = QLabel(move.factory)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        bold = head.font()
        bold.setBold(True)
        head.setFont(bold)
        column.addWidget(head)
        column.addLayout(rows)
        self._add_units(column)
        if move.starts_editing:
            told = tr("Editing of “{layer}” will be switched on. Nothing is saved until you save the layer.")
            column.addWidget(_wrapped(told.format(layer=move.starts_editing)))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Mo&ve"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.method.currentIndexChanged.connect(lambda _index: self._propose())
        self.accuracy.valueChanged.connect(lambda _value: self._typed(ACCURACY))
        self.source.textEdited.connect(lambda _text: self._typed(SOURCE))
        self.resize(460, self.sizeHint().height())

    def _add_units(self, column: QVBoxLayout) -> None:
        """Offer the codes of the new place: what was declared is evidence, and stays unless a person says otherwise."""
        units = self._move.units
        self.units.setVisible(bool(units))
        if not units:
            return
        nothing = tr("(empty)")
        changes = [named(title(name), f"{old or nothing} → {new or nothing}") for name, (old, new) in units.items()]
        told = _wrapped("\n".join(changes))
        told.setIndent(20)
        column.addSpacing(4)
        column.addWidget(_wrapped(tr("The new place lies in another unit than the one that is declared.")))
        column.addWidget(self.units)
        column.addWidget(told)

    def _typed(self, name: str) -> None:
        self._own[name] = True

    def _propose(self) -> None:
        """Propose accuracy and source of the method; what was typed stays."""
        method = self.method.currentData()
        usual = {**typical_accuracies(), ON_MAP: self._move.accuracy_m, "image": self._move.accuracy_m}
        if not self._own[ACCURACY]:
            self.accuracy.blockSignals(True)
            self.accuracy.setValue(usual.get(method, 0.0))
            self.accuracy.blockSignals(False)
        if not self._own[SOURCE]:
            self.source.setText(map_at(self._move.scale) if method == ON_MAP else "")


def _degrees(place: QgsPointXY) -> str:
    return f"{place.y():.6f}, {place.x():.6f}"


def _fixed(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
