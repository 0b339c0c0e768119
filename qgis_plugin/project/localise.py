"""Names and legend entries in Khmer where QGIS runs in Khmer and the data has them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...processing.reports.words import KHMER_OF
from ..translation import language as interface_language

# The field of a Khmer name, and the ones it stands in for.
_NAMES = (
    ("factory_name_km", ("factory_name", "factory_id")),
    ("name_km", ("name_en", "name", "factory_id", "park_id")),
)


# Fields with the name of a feature, in the order in which English and Khmer look for one.
_ENGLISH = ("name_en", "name", "name_km", "factory_id", "park_id")
_IN_KHMER = ("name_km", "name", "name_en", "factory_id", "park_id")


def in_khmer() -> bool:
    """Return whether QGIS runs in Khmer."""
    return interface_language() == "km"


def language() -> str:
    """Return the language of titles that data has in two: ``km`` where QGIS runs in Khmer, else ``en``."""
    return "km" if in_khmer() else "en"


def name_expression(layer: QgsVectorLayer, names: Sequence[str] = ()) -> str:
    """Return an expression for the name of a feature in the language of the interface, else in another.

    Empty where `layer` has no field that usually holds a name.

    Parameters
    ----------
    layer : QgsVectorLayer
    names : sequence of str
        Fields that hold the name in layers of its kind, in the order in which English looks for one; else usual ones.
    """
    known = {field.name().casefold(): field.name() for field in layer.fields()}
    usual = _IN_KHMER if in_khmer() else _ENGLISH
    if names:
        folded = [name.casefold() for name in names]
        usual = tuple(sorted(folded, key=lambda name: in_khmer() and "km" not in name))
    return _first_filled([known[name] for name in usual if name in known])


def localise(layer: QgsVectorLayer) -> None:
    """Let the legend and the labels of `layer` speak Khmer; in other languages nothing changes."""
    if not in_khmer():
        return
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, KHMER_OF.get(category.label(), category.label()))
    labeling = layer.labeling()
    if isinstance(labeling, QgsVectorLayerSimpleLabeling):
        expression = _khmer_name(layer)
        if expression and "name" in labeling.settings().fieldName:
            settings = labeling.settings()
            settings.fieldName, settings.isExpression = expression, True
            layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _khmer_name(layer: QgsVectorLayer) -> str:
    """Return an expression for the Khmer name, with what there is in its absence; empty without such a field."""
    known = {field.name() for field in layer.fields()}
    for khmer, others in _NAMES:
        if khmer in known:
            wanted = [khmer, *(name for name in others if name in known)]
            return _first_filled(wanted)
    return ""


def _first_filled(names: list[str]) -> str:
    filled = (f"nullif({QgsExpression.quotedColumnRef(name)}, '')" for name in names)
    return "coalesce(" + ", ".join(filled) + ")" if names else ""
