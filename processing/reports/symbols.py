"""Every symbol of the project, once: the printed map, its legend and the style files are all made from this module.

Colours are Okabe and Ito's, told apart with any colour vision; verdicts differ in shape and lightness as well, so that
a photocopy still reads. Zones follow the planners' convention (yellow homes, red shops, purple industry, green land) in
muted tones that let the markers stand out. All sizes are millimetres on paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCallout,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsHashedLineSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineCallout,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from .. import khmer_fonts
from .content import ALL_VERDICTS, NOT_CHECKED, UNKNOWN_ZONE, VERDICT_TITLES, ZONE_TITLES, ZoneClass

INK = "#1f2933"
HALO = "#ffffff"
_LEADER_MM = 5.0  # beyond the symbols that stand in the area
SEA = "#dfecf2"
LAND = "#fbfaf6"
ABROAD = "#ece9e3"


@dataclass(frozen=True)
class VerdictStyle:
    """How one verdict is drawn: `size` is relative, so that the shapes look equally large; fails a little larger."""

    colour: str
    shape: str
    outline: str
    size: float


VERDICTS = {
    "fail": VerdictStyle("#D55E00", "triangle", "#5c2800", 1.45),
    "undecided": VerdictStyle("#E69F00", "diamond", "#5f4200", 1.3),
    "no data": VerdictStyle("#ffffff", "square", "#666666", 0.92),
    "exempt": VerdictStyle("#009E73", "pentagon", "#00402f", 1.12),
    "pass": VerdictStyle("#0072B2", "circle", "#003350", 0.92),
    NOT_CHECKED: VerdictStyle("#b4bac0", "circle", "#5b6770", 0.8),
}
# How a broken rule is drawn that is no violation; the angle turns the triangle over.
SEVERITIES = {
    "assessment": (VerdictStyle("#8e3b78", "triangle", "#4c1f40", 1.3), 180.0),
    "advice": (VerdictStyle("#3493d1", "star", "#174a6d", 1.35), 0.0),
}
SEVERITY_TITLES = {"violation": "Violation", "assessment": "Assessment", "advice": "Advice"}
# Gravest last: on top of what stands at the same place.
_DRAWN = ("pass", "exempt", "advice", "no data", "undecided", "assessment", "fail")
PLAIN_FACTORY = VerdictStyle("#0072B2", "circle", "#003350", 1.0)
CROWD_STYLE = VerdictStyle("#c2dcec", "circle", "#0072B2", 1.0)


@dataclass(frozen=True)
class ZoneStyle:
    """Fill and border of one kind of zone."""

    fill: str
    border: str


ZONES = {
    "RES": ZoneStyle("#fbeeb0", "#d3bf6a"),
    "COM": ZoneStyle("#f2b7b0", "#c9827a"),
    "MIX": ZoneStyle("#f8d3a4", "#d0a063"),
    "LIND": ZoneStyle("#dccfe8", "#ab97bf"),
    "HIND": ZoneStyle("#b49ccb", "#86699f"),
    "AGR": ZoneStyle("#e2eecb", "#b4c792"),
    "CON": ZoneStyle("#b3d3b2", "#80aa80"),
    UNKNOWN_ZONE: ZoneStyle("#dcdcdc", "#a9a9a9"),
}
# For codes of other plans: tones that belong to none of the kinds above.
OTHER_ZONES = (
    ZoneStyle("#cfe3ea", "#93b3c0"),
    ZoneStyle("#e5d9c8", "#b8a68c"),
    ZoneStyle("#d3dbe9", "#9aa8c0"),
    ZoneStyle("#e9d3de", "#bf9aac"),
    ZoneStyle("#d8e0d6", "#a2b09f"),
    ZoneStyle("#a9c6d6", "#6f93a6"),
    ZoneStyle("#cbb593", "#9b845f"),
    ZoneStyle("#f1ede2", "#b9b19c"),
    ZoneStyle("#a8adc4", "#787e9b"),
    ZoneStyle("#d3a9bd", "#a37389"),
    ZoneStyle("#a9bfae", "#788f7e"),
    ZoneStyle("#c5c5bd", "#90908a"),
)
# Where scale leaves no room for the classes: all that has a zoning plan, in one tint.
PLANNED = ZoneStyle("#f0e4c3", "#b39a5c")

PARK = "#2b3440"
EVIDENCE = "#8c3a00"
WATER = "#7fb2cf"
PROVINCE = "#8b8f96"
BORDER = "#565d66"
# Layers given for orientation; quiet, so that they never compete with the factories.
CONTEXT = ("#8d8173", "#a58d72", "#6a6f8a", "#8a6a7a")
COAST = "#7fa3b5"
# Shallow water along a coast, from the land outward: width in millimetres and tint.
SHORE = ((3.4, "#d5e6ee"), (1.5, "#c8dde8"))
CROWD_TEXT = "#00436b"


def zone_style(code: str, others: Sequence[str] = ()) -> ZoneStyle:
    """Return the style of a zone code.

    Parameters
    ----------
    code : str
        Zone code; empty for zones without one.
    others : sequence of str
        The codes of the layer that the project does not know, in a fixed order: each takes the next free tone.
    """
    if code in ZONES:
        return ZONES[code]
    return OTHER_ZONES[list(others).index(code) % len(OTHER_ZONES)] if code in others else ZONES[UNKNOWN_ZONE]


# --- factories -------------------------------------------------------------------------------------------------------


def _marker_layer(style: VerdictStyle, size: float, halo: bool) -> QgsSimpleMarkerSymbolLayer:
    grown = size + max(0.45, size * 0.22) if halo else size
    return QgsSimpleMarkerSymbolLayer.create(
        {
            "name": style.shape,
            "size": str(round(grown * style.size, 3)),
            "size_unit": "MM",
            "color": HALO if halo else style.colour,
            "outline_style": "no" if halo else "solid",
            "outline_color": style.outline,
            # A hollow marker lives by its outline.
            "outline_width": str(round(size * (0.16 if style.colour == "#ffffff" else 0.07), 3)),
            "outline_width_unit": "MM",
            "joinstyle": "miter",
        }
    )


def marker(style: VerdictStyle, size: float) -> QgsMarkerSymbol:
    """Return a marker of `size` millimetres on a white halo, which keeps it readable on any background."""
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, _marker_layer(style, size, halo=True))
    symbol.appendSymbolLayer(_marker_layer(style, size, halo=False))
    return symbol


def verdict_marker(verdict: str, size: float) -> QgsMarkerSymbol:
    """Return the marker of a verdict; `size` in millimetres is the nominal one, shapes are levelled optically."""
    return marker(VERDICTS[verdict], size)


def factory_marker(size: float) -> QgsMarkerSymbol:
    """Return the marker of a factory about which no verdict is known."""
    return marker(PLAIN_FACTORY, size)


def _on_area(point: QgsMarkerSymbol, colour: str) -> QgsFillSymbol:
    """Return a fill for factories mapped as areas: their outline, and the marker on a point inside."""
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _fill_layer(colour + "55", colour, 0.2))
    centroid = QgsCentroidFillSymbolLayer()
    centroid.setSubSymbol(point)
    centroid.setPointOnSurface(True)
    symbol.appendSymbolLayer(centroid)
    return symbol


def factory_symbol(style: VerdictStyle, size: float, geometry: QgsWkbTypes.GeometryType) -> QgsSymbol:
    """Return how one class of factories is drawn: a marker; on polygons their outline and the marker inside."""
    point = marker(style, size)
    if geometry != QgsWkbTypes.GeometryType.PolygonGeometry:
        return point
    colour = style.outline if style.colour == "#ffffff" else style.colour
    return _on_area(point, colour)


def _argb(colour: str) -> QColor:
    """Return the colour of `#rrggbb` or `#rrggbbaa`."""
    if len(colour) == 9:
        made = QColor(colour[:7])
        made.setAlpha(int(colour[7:], 16))
        return made
    return QColor(colour)


def verdict_renderer(
    field: str,
    size: float,
    geometry: QgsWkbTypes.GeometryType = QgsWkbTypes.GeometryType.PointGeometry,
    verdicts: Sequence[str] = ALL_VERDICTS,
) -> QgsCategorizedSymbolRenderer:
    """Return a renderer by verdict that draws the gravest verdict last, on top of all others.

    Parameters
    ----------
    field : str
        The field that holds the verdict.
    size : float
        Nominal marker size in millimetres.
    geometry : QgsWkbTypes.GeometryType
        Points, or polygons (which get their outline and the marker inside).
    verdicts : sequence of str
        The categories wanted; `not checked` stands for every other value.
    """
    categories = [
        # A category without a value takes all that no other category takes.
        QgsRendererCategory(
            None if verdict == NOT_CHECKED else verdict,
            factory_symbol(VERDICTS[verdict], size, geometry),
            VERDICT_TITLES[verdict],
        )
        for verdict in ALL_VERDICTS
        if verdict in verdicts
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(_gravity(field), True)]))
    renderer.setOrderByEnabled(True)
    return renderer


def finding_renderer(size: float) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of findings by verdict that tells a violation, an assessment and advice apart.

    A broken rule that is no violation is not drawn like one: by shape, colour and lightness.
    """
    renderer = verdict_renderer("verdict", size)
    violation = renderer.categoryIndexForValue("fail")
    renderer.updateCategoryLabel(violation, SEVERITY_TITLES["violation"])
    for place, (severity, (style, angle)) in enumerate(SEVERITIES.items(), violation + 1):
        symbol = marker(style, size)
        symbol.setAngle(angle)
        renderer.addCategory(QgsRendererCategory(severity, symbol, SEVERITY_TITLES[severity]))
        renderer.moveCategory(len(renderer.categories()) - 1, place)
    kind = (
        "CASE WHEN \"verdict\" = 'fail' AND \"severity\" IN ('assessment', 'advice') "
        'THEN "severity" ELSE "verdict" END'
    )
    renderer.setClassAttribute(kind)
    order = f"coalesce(array_find(array({', '.join(repr(name) for name in _DRAWN)}), {kind}), -1)"
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(order, True)]))
    return renderer


def _gravity(field: str) -> str:
    """Return an expression that grows with how much a verdict needs attention."""
    name = QgsExpression.quotedColumnRef(field)
    ranks = " ".join(f"WHEN {name} = '{verdict}' THEN {rank}" for rank, verdict in enumerate(reversed(ALL_VERDICTS), 1))
    return f"CASE {ranks} ELSE 0 END"


def crowd_marker(size: float, style: VerdictStyle = CROWD_STYLE) -> QgsMarkerSymbol:
    """Return the disc of `size` millimetres that stands for many factories close together, or for a part of them."""
    layer = QgsSimpleMarkerSymbolLayer.create(
        {
            "name": "circle",
            "size": str(size),
            "size_unit": "MM",
            "color": style.colour,
            "outline_color": style.outline,
            "outline_width": "0.3",
            "outline_width_unit": "MM",
        }
    )
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, layer)
    return symbol


def crowd_renderer(
    field: str, sizes: Mapping[int, float], style: VerdictStyle = CROWD_STYLE
) -> QgsCategorizedSymbolRenderer:
    """Return the renderer of discs, a class for each number that occurs, the smallest disc on top.

    Parameters
    ----------
    field : str
        Holds the number of factories.
    sizes : mapping of int to float
        The numbers there are, each with the diameter of its disc in millimetres; 0 draws none.
    style : VerdictStyle
        Colours.
    """
    categories = [
        QgsRendererCategory(count, crowd_marker(size, style), str(count)) for count, size in sizes.items() if size
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(QgsExpression.quotedColumnRef(field), False)])
    )
    renderer.setOrderByEnabled(True)
    return renderer


def crowd_size(count: int, most: int, unit: float) -> float:
    """Return the diameter in millimetres of the disc for `count` factories, its area in proportion.

    Parameters
    ----------
    count, most : int
        Factories of this disc, and of the largest on the map.
    unit : float
        Scale of type on this page, 1 on A4.
    """
    factor = min(0.8, 11.0 / most**0.5)
    return round(max(factor * count**0.5, 3.0) * unit, 2)


def factory_renderer(
    size: float, geometry: QgsWkbTypes.GeometryType = QgsWkbTypes.GeometryType.PointGeometry
) -> QgsSingleSymbolRenderer:
    """Return the renderer of factories about which no verdict is known."""
    return QgsSingleSymbolRenderer(factory_symbol(PLAIN_FACTORY, size, geometry))


def marker_size(count: int, crowding: float, unit: float) -> float:
    """Return a marker size in millimetres that suits the factories on a page.

    Parameters
    ----------
    count : int
        Factories on the map.
    crowding : float
        How many factories share a spot as large as a marker, on average; 1 where none do.
    unit : float
        Scale of type on this page, 1 on A4: an A3 map is read from further away.
    """
    steps = ((30, 3.4), (120, 2.8), (500, 2.3), (2000, 1.9), (8000, 1.5), (30000, 1.3))
    size = next((size for most, size in steps if count <= most), 1.15)
    return round(max(size * max(crowding, 1.0) ** -0.25, 1.15) * unit, 2)


# --- areas -----------------------------------------------------------------------------------------------------------


def _fill_layer(fill: str, border: str, width: float) -> QgsSimpleFillSymbolLayer:
    layer = QgsSimpleFillSymbolLayer()
    layer.setFillColor(_argb(fill))
    layer.setStrokeColor(_argb(border))
    layer.setStrokeWidth(width)
    layer.setStrokeWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    return layer


def fill(colour: str, border: str, width: float = 0.1) -> QgsFillSymbol:
    """Return a plain fill with a border of `width` millimetres."""
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _fill_layer(colour, border, width))
    return symbol


def zone_fill(style: ZoneStyle) -> QgsFillSymbol:
    """Return the fill of a zone; opaque, so that the printed colour is the one in the legend."""
    return fill(style.fill, style.border, 0.12)


def planned_fill() -> QgsFillSymbol:
    """Return the one tint of all zones, for the legend."""
    return fill(PLANNED.fill, PLANNED.border, 0.25)


def planned_renderer() -> QgsSingleSymbolRenderer:
    """Return a renderer that melts all zones into one: the outlines lie under the fills, which cover the inner."""
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _line_layer(PLANNED.border, 0.8))
    inside = _fill_layer(PLANNED.fill, PLANNED.fill, 0.3)
    inside.setRenderingPass(1)
    symbol.appendSymbolLayer(inside)
    renderer = QgsSingleSymbolRenderer(symbol)
    renderer.setUsingSymbolLevels(True)
    return renderer


def other_codes(classes: Sequence[ZoneClass]) -> list[str]:
    """Return the codes among `classes` that the project has no colour of its own for."""
    return [zone.code for zone in classes if zone.code not in ZONES]


def zoning_renderer(field: str, classes: Sequence[ZoneClass] | None = None) -> QgsCategorizedSymbolRenderer:
    """Return a renderer by zone code.

    Parameters
    ----------
    field : str
        The field that holds the code.
    classes : sequence of ZoneClass, optional
        The classes wanted; all known ones when left out. The unknown class takes every value not listed.
    """
    listed = [ZoneClass(code, title) for code, title in ZONE_TITLES.items()] if classes is None else list(classes)
    others = other_codes(listed)
    categories = [
        QgsRendererCategory(
            None if zone.code == UNKNOWN_ZONE else zone.code,
            zone_fill(zone_style(zone.code, others)),
            zone.title,
        )
        for zone in listed
    ]
    return QgsCategorizedSymbolRenderer(field, categories)


def _line_layer(colour: str, width: float, dashes: Sequence[float] = ()) -> QgsSimpleLineSymbolLayer:
    layer = QgsSimpleLineSymbolLayer(_argb(colour), width)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    if dashes:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dashes))
        layer.setCustomDashPatternUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    return layer


def _ticks(colour: str, interval: float, length: float) -> QgsHashedLineSymbolLayer:
    """Return short strokes to one side of a line."""
    hash_line = QgsLineSymbol()
    hash_line.changeSymbolLayer(0, _line_layer(colour, 0.18))
    layer = QgsHashedLineSymbolLayer(True, interval)
    layer.setSubSymbol(hash_line)
    layer.setHashLength(length)
    layer.setHashAngle(45)
    layer.setIntervalUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    layer.setHashLengthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    # Polygon rings run clockwise in QGIS's renderer: half a stroke to the right keeps the hatching inside the park.
    layer.setOffset(length / 2 * 0.75)
    layer.setOffsetUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    return layer


def park_fill(hatched: bool = True) -> QgsFillSymbol:
    """Return the outline of an industrial park: white casing, dark line, hatched inward; its inside stays visible.

    Parameters
    ----------
    hatched : bool
        Without hatching for small scales, where a park is hardly larger than a stroke.
    """
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _line_layer("#ffffff", 0.9))
    if hatched:
        symbol.appendSymbolLayer(_ticks(PARK, 1.1, 1.1))
    symbol.appendSymbolLayer(_line_layer(PARK, 0.4))
    return symbol


def shore_line() -> QgsLineSymbol:
    """Return the shallow water along a coast; what lies inland is covered by the land."""
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    for width, tint in SHORE:
        symbol.appendSymbolLayer(_line_layer(tint, width))
    return symbol


def context_symbol(geometry: QgsWkbTypes.GeometryType, index: int, water: bool) -> QgsSymbol:
    """Return a quiet symbol for a layer given for orientation.

    Parameters
    ----------
    geometry : QgsWkbTypes.GeometryType
        Points, lines or polygons.
    index : int
        Which of the context layers, so that two do not look alike.
    water : bool
        Rivers and lakes are blue whatever their number.
    """
    colour = WATER if water else CONTEXT[index % len(CONTEXT)]
    if geometry == QgsWkbTypes.GeometryType.LineGeometry:
        symbol: QgsSymbol = QgsLineSymbol()
        symbol.changeSymbolLayer(0, _line_layer(colour, 0.35 if water else 0.3))
    elif geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol = fill("#d3e6ef" if water else colour + "22", colour, 0.18)
    else:
        symbol = marker(VerdictStyle(colour, ("cross_fill", "star", "hexagon")[index % 3], "#ffffff", 1.0), 2.8)
    return symbol


# --- lines -----------------------------------------------------------------------------------------------------------


def province_band() -> QgsLineSymbol:
    """Return the band of a coarse province boundary; opaque, as Qt writes broken PDF for strokes that are not."""
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, _line_layer("#dedcd7", 1.6))
    return symbol


def province_line(coarse: bool = False, *, band: bool = True) -> QgsLineSymbol:
    """Return the province boundary.

    Parameters
    ----------
    coarse : bool
        Drawn as a soft band: the line is too coarse for the scale to say on which side of it a place lies.
    band : bool
        Without it where the band is drawn on its own, beneath other things.
    """
    symbol = QgsLineSymbol()
    if coarse and band:
        symbol = province_band()
        symbol.appendSymbolLayer(_line_layer(PROVINCE, 0.18, (0.9, 1.3)))
    elif coarse:
        symbol.changeSymbolLayer(0, _line_layer(PROVINCE, 0.18, (0.9, 1.3)))
    else:
        symbol.changeSymbolLayer(0, _line_layer(PROVINCE, 0.22, (2.2, 0.8, 0.5, 0.8)))
    return symbol


def outlined(line: QgsLineSymbol) -> QgsFillSymbol:
    """Return a fill of nothing but an outline, drawn like a line."""
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    for index in range(line.symbolLayerCount()):
        symbol.appendSymbolLayer(line.symbolLayer(index).clone())
    return symbol


def border_line(coarse: bool = False) -> QgsLineSymbol:
    """Return the national boundary; `coarse` as for `province_line`."""
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, _line_layer("#d9d4ca", 2.4 if coarse else 1.6))
    symbol.appendSymbolLayer(_line_layer(BORDER, 0.35, (3.2, 0.9, 0.7, 0.9)))
    return symbol


def thin_line(colour: str) -> QgsLineSymbol:
    """Return a plain hairline."""
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, _line_layer(colour, 0.2))
    return symbol


def coast_line(coarse: bool = False) -> QgsLineSymbol:
    """Return the coast as a thin line, hardly there where it is `coarse`: the tints of the water make it out."""
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, _line_layer(SHORE[-1][1] if coarse else COAST, 0.2))
    return symbol


def arrow_head(colour: str, size: float, place: str = "lastvertex") -> QgsMarkerLineSymbolLayer:
    """Return a symbol layer that puts an arrow head of `size` millimetres on a line, at its end if nothing is said."""
    head = QgsMarkerSymbol()
    head.changeSymbolLayer(
        0,
        QgsSimpleMarkerSymbolLayer.create(
            {
                "name": "filled_arrowhead",
                "size": str(size),
                "size_unit": "MM",
                "color": colour,
                "outline_style": "no",
            }
        ),
    )
    tip = QgsMarkerLineSymbolLayer.create({"placement": place, "rotate": "1"})
    tip.setSubSymbol(head)
    return tip


def evidence_line() -> QgsLineSymbol:
    """Return the line from a factory to what it conflicts with: dashed, with an arrow head at its end."""
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, _line_layer("#ffffff", 0.8))
    symbol.appendSymbolLayer(_line_layer(EVIDENCE, 0.35, (1.6, 0.9)))
    symbol.appendSymbolLayer(arrow_head(EVIDENCE, 1.8))
    return symbol


# --- labels ----------------------------------------------------------------------------------------------------------

LATIN_FONT = "Open Sans"


def font(points: float, *, bold: bool = False, italic: bool = False, khmer: bool = False) -> QFont:
    """Return the project's type face; both scripts are named, so that a Khmer name on an English map is set well.

    Parameters
    ----------
    points : float
        Size in points.
    bold, italic : bool
        Cut.
    khmer : bool
        Whether the text is mainly Khmer: then that face is asked first.
    """
    faces = [LATIN_FONT, khmer_fonts.family()]
    if khmer:
        faces.reverse()
    made = QFont(faces[0])
    made.setFamilies(faces)
    made.setPointSizeF(points)
    made.setBold(bold)
    made.setItalic(italic)
    return made


def text_format(
    points: float,
    colour: str = INK,
    *,
    bold: bool = False,
    italic: bool = False,
    khmer: bool = False,
    halo: float = 0.0,
) -> QgsTextFormat:
    """Return how text is set; `halo` is the width in millimetres of the white rim around it, 0 for none."""
    made = QgsTextFormat()
    made.setFont(font(points, bold=bold, italic=italic, khmer=khmer))
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    if bold:
        made.setNamedStyle("Bold")
    if halo:
        rim = QgsTextBufferSettings()
        rim.setEnabled(True)
        rim.setSize(halo)
        rim.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        rim.setColor(QColor(HALO))
        made.setBuffer(rim)
    return made


def labels(
    expression: str,
    text: QgsTextFormat,
    placement: QgsPalLayerSettings.Placement,
    *,
    priority: int = 5,
    obstacle: bool = False,
    distance: float = 0.6,
    order: str = "",
    led_out: str = "",
) -> QgsVectorLayerSimpleLabeling:
    """Return labelling by an expression; labels that would collide are left out.

    Parameters
    ----------
    expression : str
        What a label says; an empty text is no label.
    text : QgsTextFormat
        How it is set.
    placement : QgsPalLayerSettings.Placement
        Where it goes.
    priority : int
        0 to 10; the higher ones win the room.
    obstacle : bool
        Whether other labels keep off this layer's features.
    distance : float
        From the feature, in millimetres.
    order : str
        Around a point, the places to try first to last, as QGIS codes them: `T,B,R,L`.
    led_out : str
        Of which areas, as an expression, a label that finds no room goes beside them, with a thin line to them.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    settings.placement = placement
    settings.priority = priority
    settings.dist = distance
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.fitInPolygonOnly = False
    _keep_off(settings, obstacle)
    if order:
        place = QgsPalLayerSettings.Property.PredefinedPositionOrder
        settings.dataDefinedProperties().setProperty(place, order)
    if led_out:
        beside = QgsProperty.fromExpression(f"if({led_out}, 'force', 'no')")
        away = QgsProperty.fromExpression(f"if({led_out}, {_LEADER_MM}, {distance})")
        settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.PolygonLabelOutside, beside)
        settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.LabelDistance, away)
        settings.setCallout(_leader(text.color()))
    if placement == QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint:
        settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    return QgsVectorLayerSimpleLabeling(settings)


def _leader(colour: QColor) -> QgsCallout:
    """Return the line from a label beside its area to that area."""
    line = QgsSimpleLineCallout()
    line.setEnabled(True)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": colour.name(), "line_width": "0.2"}))
    line.setAnchorPoint(QgsCallout.AnchorPoint.PointOnExterior)
    line.setMinimumLength(1.0)
    return line


def _keep_off(settings: QgsPalLayerSettings, obstacle: bool) -> None:
    settings.obstacleSettings().setIsObstacle(obstacle)
    settings.obstacleSettings().setFactor(2.0)  # the most there is


def silent_obstacle() -> QgsVectorLayerSimpleLabeling:
    """Return labelling that writes nothing, but keeps the labels of other layers off these features."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "''"
    settings.isExpression = True
    settings.drawLabels = False
    _keep_off(settings, True)
    return QgsVectorLayerSimpleLabeling(settings)


def hue_of(symbol: QgsSymbol) -> str:
    """Return the colour a symbol is known by (its topmost layer's fill) as `#rrggbb`."""
    return symbol.symbolLayer(symbol.symbolLayerCount() - 1).fillColor().name()


def shape_of(symbol: QgsSymbol) -> str:
    """Return the shape name of a marker's topmost layer, e.g. `triangle`."""
    return symbol.symbolLayer(symbol.symbolLayerCount() - 1).properties()["name"]
