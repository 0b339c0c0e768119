"""Parts of forms that the sections of the panel share."""

from __future__ import annotations

from typing import Any, TypeVar

from qgis.core import QgsMapLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox, QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QShowEvent, QWheelEvent
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_Layout = TypeVar("_Layout", bound=QLayout)


class ScrolledForm(QgsScrollArea):
    """A form as wide as its place, that scrolls where it is higher; the wheel scrolls it and changes no field.

    QGIS's own area does not keep the wheel from a choice under the mouse, nor from one that has the focus.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taker = _WheelTaker(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QgsScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        self._watch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()  # a field may have come meanwhile

    def turn(self, event: QWheelEvent) -> None:
        """Scroll as the wheel was turned over a field."""
        self.wheelEvent(event)
        event.accept()

    def _watch(self) -> None:
        for kind in (QComboBox, QAbstractSpinBox):
            for field in self.findChildren(kind):
                field.installEventFilter(self._taker)


class _WheelTaker(QObject):
    """Takes the wheel from the fields it is installed on, and gives it to the form."""

    def __init__(self, form: ScrolledForm) -> None:
        super().__init__(form)
        self._form = form

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        self._form.turn(event)
        return True


def inside(box: QgsCollapsibleGroupBox, layout: _Layout) -> _Layout:
    """Put `layout` into a widget of its own in `box`: opening the box shows all its children, hidden ones too."""
    holder = QWidget()
    holder.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    column = QVBoxLayout(box)
    column.addWidget(holder)
    return layout


def form() -> QFormLayout:
    """Return a form whose fields take the room there is."""
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setContentsMargins(0, 0, 0, 0)
    made.setVerticalSpacing(4)
    return made


def told_below(field: QWidget, *below: QWidget) -> QVBoxLayout:
    """Return a field with what is told about it below."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in (field, *below):
        column.addWidget(widget)
    return column


def layer_combo(kinds: Any, empty: str) -> QgsMapLayerComboBox:
    """Return a choice of layers of some kinds, with an empty one first."""
    combo = QgsMapLayerComboBox()
    combo.setFilters(kinds)
    combo.setAllowEmptyLayer(True, empty)
    show_layer(combo, None)
    let_shrink(combo)
    return combo


def show_layer(combo: QgsMapLayerComboBox, layer: QgsMapLayer | None) -> None:
    """Show a layer in a choice of `layer_combo`, or the words for none: QGIS would show nothing at all."""
    combo.setLayer(layer)
    if combo.currentIndex() < 0:
        combo.setCurrentIndex(0)


def let_shrink(combo: QComboBox) -> None:
    """Keep long layer names from widening the dock."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
