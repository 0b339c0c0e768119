"""How a register is drawn: by activity, by the verdict of a check, or by registration status; crowds as one sign."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFontMarkerSymbolLayer,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ...processing.i18n import tr
from ...processing.paths import ISIC_TABLE
from ...processing.register.schema import value_maps
from ...processing.reports import symbols
from ...processing.reports.symbols import VerdictStyle
from .localise import language, localise

ACTIVITY, VERDICT, REGISTRATION = "activity", "verdict", "registration"
COLOURINGS = (ACTIVITY, VERDICT, REGISTRATION)

_SIZE = 2.4
_MOST = 10
# So many rows say which activities are common.
_SAMPLE = 20_000
# Listed where the register is still empty: a choice from manufacturing, not a statement of how common they are.
_USUAL = ("10", "11", "13", "14", "15", "16", "17", "22", "23", "25")
# Told apart with any colour vision: hue, lightness and shape differ.
_STYLES = (
    VerdictStyle("#0072B2", "circle", "#003350", 0.95),
    VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3),
    VerdictStyle("#009E73", "square", "#00402f", 0.92),
    VerdictStyle("#CC79A7", "pentagon", "#5c2c48", 1.12),
    VerdictStyle("#56B4E9", "triangle", "#1d4f6d", 1.3),
    VerdictStyle("#D55E00", "star", "#5c2800", 1.5),
    VerdictStyle("#8f7a1f", "hexagon", "#42380b", 1.1),
    VerdictStyle("#F0E442", "circle", "#6b6512", 0.95),
    VerdictStyle("#5b3fa0", "diamond", "#2b1c52", 1.3),
    VerdictStyle("#7f3b2e", "square", "#3b1a13", 0.92),
)
_OTHER = VerdictStyle("#b4bac0", "circle", "#5b6770", 0.8)
_STATUS = {
    "registered": VerdictStyle("#0072B2", "circle", "#003350", 0.92),
    "applied": VerdictStyle("#56B4E9", "triangle", "#1d4f6d", 1.3),
    "expired": VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3),
    "suspended": VerdictStyle("#CC79A7", "square", "#5c2c48", 0.95),
    "revoked": VerdictStyle("#D55E00", "star", "#5c2800", 1.55),
    "unregistered": VerdictStyle("#ffffff", "pentagon", "#333333", 1.12),
}
_ISIC, _STATUS_FIELD, _ID = "isic", "registration_status", "factory_id"
_JOINED = "check_"
_CROWD_MM = 5.0  # nearer to each other than this on the map, factories are one crowd
_CROWD_LEAST_MM, _CROWD_MOST_MM, _CROWD_TEXT_MM = 4.0, 7.0, 2.4


def possible(layer_fields: frozenset[str], verdicts: bool) -> list[str]:
    """Return the colourings that a register with these fields (lower case) can have, the usual one first."""
    needs = {ACTIVITY: _ISIC in layer_fields, VERDICT: verdicts and _ID in layer_fields}
    needs[REGISTRATION] = _STATUS_FIELD in layer_fields
    return [name for name in COLOURINGS if needs[name]]


def colour(layer: QgsVectorLayer, by: str, verdicts: QgsVectorLayer | None = None, crowds: bool = True) -> None:
    """Draw a register by `by`; where it lacks what that needs, it stays as it is.

    Parameters
    ----------
    layer : QgsVectorLayer
        Points or polygons.
    by : {'activity', 'verdict', 'registration'}
    verdicts : QgsVectorLayer, optional
        The table ``factory_summary`` of a check, from which verdicts are joined to the register. It must be in the
        project that `layer` is in.
    crowds : bool
        Factories nearer to each other on the map than a marker is large are drawn as one disc with their number.
    """
    known = frozenset(field.name().casefold() for field in layer.fields())
    renderer: QgsFeatureRenderer | None = None
    if by not in possible(known, verdicts is not None):
        renderer = layer.renderer().clone() if layer.renderer() is not None else None
    elif by == VERDICT and verdicts is not None:
        renderer = _by_verdict(layer, verdicts)
    elif by == REGISTRATION:
        renderer = _by_registration(layer)
    else:
        renderer = _by_activity(layer)
    if renderer is None:
        return
    if crowds and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        renderer = _crowded(renderer)
    layer.setRenderer(renderer)


def title_of_division(code: str, language_: str) -> str:
    """Return what a division of ISIC is called, shortened: “Manufacture of” goes without saying in a register."""
    return _titles(language_).get(code, code)


def _by_activity(layer: QgsVectorLayer) -> QgsCategorizedSymbolRenderer:
    field = _field(layer, _ISIC)
    divisions = common_divisions(layer)
    titles = _titles(language())
    categories = [
        QgsRendererCategory(code, _symbol(style, layer), f"{code}  {titles.get(code, '')}".strip())
        for code, style in zip(divisions, _STYLES)
    ]
    categories.append(QgsRendererCategory(None, _symbol(_OTHER, layer), tr("Other activities")))
    return QgsCategorizedSymbolRenderer(f"left({QgsExpression.quotedColumnRef(field)}, 2)", categories)


def common_divisions(layer: QgsVectorLayer) -> list[str]:
    """Return the divisions that most factories of a register have, in the order of their codes.

    Of equally common ones those with the lower code; a choice from manufacturing where the register says nothing.
    """
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_SAMPLE)
    request.setSubsetOfAttributes([_field(layer, _ISIC)], layer.fields())
    index = layer.fields().lookupField(_ISIC)
    known = _titles("en")
    found = Counter(str(feature[index])[:2] for feature in layer.getFeatures(request))
    ranked = sorted((-count, code) for code, count in found.items() if code in known)
    return sorted(code for _, code in ranked[:_MOST]) or list(_USUAL)


def _by_registration(layer: QgsVectorLayer) -> QgsCategorizedSymbolRenderer:
    titles = {code: title for title, code in value_maps(language())[_STATUS_FIELD].items()}
    categories = [
        QgsRendererCategory(code, _symbol(_STATUS.get(code, _OTHER), layer), title) for code, title in titles.items()
    ]
    categories.append(QgsRendererCategory(None, _symbol(_OTHER, layer), tr("Not stated")))
    return QgsCategorizedSymbolRenderer(_field(layer, _STATUS_FIELD), categories)


def _by_verdict(layer: QgsVectorLayer, verdicts: QgsVectorLayer) -> QgsFeatureRenderer:
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(verdicts)
    join.setJoinFieldName(_ID)
    join.setTargetFieldName(_field(layer, _ID))
    join.setPrefix(_JOINED)
    join.setJoinFieldNamesSubset(["verdict"])
    join.setUsingMemoryCache(True)
    layer.addJoin(join)
    renderer = symbols.verdict_renderer(f"{_JOINED}verdict", _SIZE, layer.geometryType())
    for index, category in enumerate(renderer.categories()):
        renderer.updateCategorySymbol(index, _with_fixed_halo(category.symbol().clone()))
    layer.setRenderer(renderer)
    localise(layer)  # the legend
    return layer.renderer().clone()


def _crowded(renderer: QgsFeatureRenderer) -> QgsPointClusterRenderer:
    """Return a renderer that draws crowds as discs, in the colour of their class where all are of one."""
    crowd = QgsPointClusterRenderer()
    crowd.setEmbeddedRenderer(renderer)
    crowd.setTolerance(_CROWD_MM)
    crowd.setToleranceUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    crowd.setClusterSymbol(_crowd_symbol())
    return crowd


def _crowd_symbol() -> QgsMarkerSymbol:
    """Return a white disc with a ring in the colour of the class, and the number: readable whatever the class."""
    disc = QgsSimpleMarkerSymbolLayer.create({"name": "circle", "color": "#ffffff", "outline_width": "0.7"})
    properties = disc.dataDefinedProperties()
    size = f"min({_CROWD_LEAST_MM} + 0.16 * sqrt(@cluster_size), {_CROWD_MOST_MM})"
    properties.setProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(size))
    # A class drawn in white, and a crowd of several classes, have a dark ring.
    light = "color_part(@cluster_color, 'lightness') > 90"
    ring = f"if(@cluster_color IS NULL OR {light}, '{symbols.INK}', @cluster_color)"
    properties.setProperty(QgsSymbolLayer.Property.PropertyStrokeColor, QgsProperty.fromExpression(ring))
    disc.setDataDefinedProperties(properties)
    number = QgsFontMarkerSymbolLayer("Open Sans", "9", _CROWD_TEXT_MM, QColor(symbols.INK))
    properties = number.dataDefinedProperties()
    properties.setProperty(QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression("@cluster_size"))
    number.setDataDefinedProperties(properties)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, disc)
    symbol.appendSymbolLayer(number)
    return symbol


def _symbol(style: VerdictStyle, layer: QgsVectorLayer) -> QgsSymbol:
    return _with_fixed_halo(symbols.factory_symbol(style, _SIZE, layer.geometryType()))


def _with_fixed_halo(symbol: QgsSymbol) -> QgsSymbol:
    """Let the colour of a symbol be that of its marker: the halo below stays white, and is not asked."""
    if symbol.symbolLayerCount() > 1:
        symbol.symbolLayer(0).setLocked(True)
    return symbol


def _field(layer: QgsVectorLayer, name: str) -> str:
    """Return how a layer spells a field of the register."""
    return str(layer.fields().at(layer.fields().lookupField(name)).name())


def _titles(language_: str) -> dict[str, str]:
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "division"]
    if language_ == "km":
        return {row["code"]: _shortened_khmer(row["title_km"]) or _shortened(row["title_en"]) for row in rows}
    return {row["code"]: _shortened(row["title_en"]) for row in rows}


def _shortened(title: str) -> str:
    short = re.sub("^Manufacture of ", "", title)
    short = short.replace(" and of products of wood and cork", " and cork")
    short = re.split("; |, except |, not elsewhere|(?<=.), n\\.e\\.c", short)[0]
    return short[:1].upper() + short[1:]


def _shortened_khmer(title: str) -> str:
    made, except_for = "ការផលិត", " លើកលែង"
    return re.sub(f"^{made}", "", title).split(except_for)[0]


def labels_of(by: Sequence[str]) -> dict[str, str]:
    """Return what people call the colourings."""
    told = {
        ACTIVITY: tr("Activity"),
        VERDICT: tr("Verdict of a check"),
        REGISTRATION: tr("Registration status"),
    }
    return {name: told[name] for name in by}
