"""Parts of forms that the sections of the panel share."""

from __future__ import annotations

from typing import Any, TypeVar

from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

_Layout = TypeVar("_Layout", bound=QLayout)


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
    combo.setLayer(None)
    let_shrink(combo)
    return combo


def wrong_colour(widget: QWidget) -> str:
    """Return the red of what is wrong, bright enough where the theme is dark."""
    dark = widget.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return "#ff8a80" if dark else "#c0392b"


def let_shrink(combo: QComboBox) -> None:
    """Keep long layer names from widening the dock."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
