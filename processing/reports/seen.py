"""Which classes of a layer can be seen on a map, for a legend that lists no others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)

# Millimetres on A4: an area smaller than the first is no more than a speck; one smaller than the second cannot be seen
# where a factory's sign stands on it: about it must be left as much as can be told by its colour.
SMALLEST = 0.5
COVERED = 3.0
# Of a large layer no more features are looked at; classes that none of them has are taken as seen.
LOOKED_AT_MOST = 50_000
_BY_CLASS = ("categorizedSymbol", "graduatedSymbol", "RuleRenderer")


@dataclass(frozen=True)
class Sign:
    """One entry that a legend may show of a layer; `key` is the renderer's own, empty where the layer has one sign."""

    label: str
    symbol: QgsSymbol
    key: str = ""

    @property
    def to_scale(self) -> bool:
        """Whether it is drawn as large as the feature is: an area without a mark in its middle."""
        marks = (layer.layerType() == "CentroidFill" for layer in self.symbol.symbolLayers())
        return isinstance(self.symbol, QgsFillSymbol) and not any(marks)


@dataclass(frozen=True)
class Window:
    """A part of the country as a map shows it, in the map's CRS (metres)."""

    extent: QgsRectangle
    scale: float


@dataclass(frozen=True)
class Seen:
    """The keys of the classes that can be seen, and whether features of others are there, but too small."""

    keys: frozenset[str]
    too_small: bool


def seen_classes(
    layer: QgsVectorLayer,
    signs: Sequence[Sign],
    windows: Sequence[Window],
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
    unit: float,
    occupied: Callable[[float], set[tuple[int, int]]],
) -> Seen:
    """Return which classes of a layer can be seen in any of several windows.

    Parameters
    ----------
    layer : QgsVectorLayer
    signs : sequence of Sign
        Its classes.
    windows : sequence of Window
    crs : QgsCoordinateReferenceSystem
        Of the windows.
    transforms : QgsCoordinateTransformContext
    unit : float
        Scale of type on the page, 1 on A4.
    occupied : callable
        Returns the cells of a grid of so many metres in which factories stand.
    """
    keys: set[str] = set()
    too_small = False
    for window in windows:
        wanted = {sign.key: sign for sign in signs if sign.key not in keys}
        if wanted:
            found, small = _in_window(layer, wanted, window, crs, transforms, unit, occupied)
            keys |= found
            too_small |= small
    return Seen(frozenset(keys), too_small)


def _in_window(layer, wanted, window, crs, transforms, unit, occupied) -> tuple[set[str], bool]:
    """Return the classes seen in one window, and whether anything of the others is there."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    context.setRendererScale(window.scale)
    request = QgsFeatureRequest().setDestinationCrs(crs, transforms).setFilterRect(window.extent)
    request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    by_class = renderer.type() in _BY_CLASS and list(wanted) != [""]
    used = renderer.usedAttributes(context) if by_class else set()
    if QgsFeatureRequest.ALL_ATTRIBUTES not in used:
        request.setSubsetOfAttributes(list(used), layer.fields())
    found: set[str] = set()
    small = False
    millimetre = unit * window.scale / 1000
    renderer.startRender(context, layer.fields())
    for number, feature in enumerate(layer.getFeatures(request)):
        if number == LOOKED_AT_MOST:
            found |= set(wanted)
        if len(found) == len(wanted):
            break
        keys = set(wanted)
        if by_class:
            context.expressionContext().setFeature(feature)
            keys = renderer.legendKeysForFeature(feature, context) & keys
        keys -= found
        large = keys and _large_enough(feature.geometry().boundingBox(), millimetre, occupied)
        seen = {key for key in keys if large or not wanted[key].to_scale}
        small |= bool(keys - seen)
        found |= seen
    renderer.stopRender(context)
    return found, small


def _large_enough(box: QgsRectangle, millimetre: float, occupied) -> bool:
    """Return whether an area is no speck, and no factory's sign hides it."""
    size = max(box.width(), box.height()) / millimetre
    if size < SMALLEST or size >= COVERED:
        return bool(size >= COVERED)
    cell = SMALLEST * millimetre
    column, row = int(box.center().x() // cell), int(box.center().y() // cell)
    taken = occupied(cell)
    return not any((column + i, row + j) in taken for i in (-1, 0, 1) for j in (-1, 0, 1))
