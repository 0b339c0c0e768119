"""What the versions of Qt and QGIS spell differently."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsEditFormConfig,
    QgsLocatorResult,
    QgsMapLayerProxyModel,
    QgsTask,
)

# QGIS 3.34 moved these filters and QGIS 4 drops their old home.
_FILTER = getattr(Qgis, "LayerFilter", None) or QgsMapLayerProxyModel.Filter
_FILTERS = getattr(Qgis, "LayerFilters", None) or QgsMapLayerProxyModel.Filters
POINTS_AND_POLYGONS = _FILTERS(_FILTER.PointLayer | _FILTER.PolygonLayer)
LINES_AND_POLYGONS = _FILTERS(_FILTER.LineLayer | _FILTER.PolygonLayer)
POLYGONS = _FILTERS(_FILTER.PolygonLayer)
# A task that comes with every change of a value and is not worth a word in the status bar; since QGIS 3.26.
QUIET_TASK = QgsTask.Flag.CanCancel | getattr(QgsTask.Flag, "Hidden", QgsTask.Flag.CanCancel)


def data_of(result: QgsLocatorResult) -> Any:
    """Return what a filter of the locator bar put into a result; QGIS 3.22 ends when the attribute is read."""
    read = getattr(result, "getUserData", None)
    return read() if read is not None else result.userData


def number(flag: Any) -> int:
    """Return a Qt flag as the plain number that item data and `drawText` take; PyQt6's flags are none."""
    return int(getattr(flag, "value", flag))


def form_tab(form: QgsEditFormConfig, title: str) -> QgsAttributeEditorContainer:
    """Return a new tab for a form, which is still to be added to it."""
    tab = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
    _set_kind(tab, "Tab")
    return tab


def form_group(form: QgsEditFormConfig, title: str) -> QgsAttributeEditorContainer:
    """Return a new group for a form, which is still to be added to it."""
    group = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
    _set_kind(group, "GroupBox")
    return group


def _set_kind(container: QgsAttributeEditorContainer, kind: str) -> None:
    kinds = getattr(Qgis, "AttributeEditorContainerType", None)
    if kinds is None:  # before QGIS 3.32
        container.setIsGroupBox(kind == "GroupBox")
    else:
        container.setType(getattr(kinds, kind))
