"""A map of the surroundings of a proposed site, for its certificate: drawn from the layers that it was checked with.

An assessment runs beside the desktop, where QGIS supports no layouts. So the map is rendered the way layouts themselves
do it, by a render job, from layers that are made here and hold only what lies in view.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from ..i18n import tr
from . import symbols
from .content import ZoneClass, round_scale
from .site_lines import Line, draw_site, length, measured_lines
from .strokes import INK, face, north_arrow, scale_bar, write

if TYPE_CHECKING:
    import numpy as np

    from ..sites.check import Surroundings

MAP_PX = 290
_TALL_PX = 240
_ROW_PX = 14
_BESIDE_PX = 22  # of a legend, what its swatch takes
_SWATCH = QSize(13, 10)
_PX_PER_M = 96 / 0.0254
SHARPNESS = 3
# Ground within this distance of the site is always shown (metres).
_LEAST_M = 900.0
# A line that is longer than this on the map can be read from it (pixels).
_READABLE_PX = 26.0
# A shorter one is not drawn (pixels).
_LEAST_PX = 4.0
# The enlarged part: its side (pixels), and the ground that it shows at least (metres).
_INSET_PX = 96
_CLOSE_M = 40.0
# Places tried for the name of an area, on each square centimetre: zones that overlap would take seconds with more.
_LABEL_PLACES = 0.3
_MOST_KEYS = 12
_WATER = ("water_body", "intake", "well")
_KINDS = QgsWkbTypes.GeometryType
_NAMED = {0: "MultiPoint", 1: "MultiLineString", 2: "MultiPolygon"}


@dataclass(frozen=True)
class SiteMap:
    """A map with its legend below it.

    Attributes
    ----------
    image : QImage
    height : int
        Of the whole, in pixels of `MAP_PX` to its width.
    """

    image: QImage
    height: int


@dataclass(frozen=True)
class _Key:
    """An entry of the legend."""

    title: str
    symbol: QgsSymbol


@dataclass(frozen=True)
class _Ground:
    """Layers with what lies in view, the topmost first, and the legend that they need."""

    layers: list[QgsVectorLayer]
    keys: list[_Key]


def map_maker(
    places: Mapping[str, Any], around: Surroundings, crs: str, zone_titles: Mapping[str, str]
) -> Callable[[Mapping[str, Any]], SiteMap | None]:
    """Return what draws the map of a site.

    Parameters
    ----------
    places : mapping of id to geometry or None
        The sites, in the working CRS.
    around : Surroundings
        What they were judged against, in the working CRS.
    crs : str
        The working CRS.
    zone_titles : mapping of zone code to title
    """
    return lambda site: site_map(site, places.get(site["id"]), around, crs, zone_titles)


def site_map(
    site: Mapping[str, Any], place: Any, around: Surroundings, crs: str, zone_titles: Mapping[str, str]
) -> SiteMap | None:
    """Return the map of a site; None where the site has no place, or no layer anything around it.

    Parameters
    ----------
    site : mapping
        One of the sites of `sites.summary.document`.
    place : geometry or None
        Of the site, in the working CRS.
    around, crs, zone_titles
        As for `map_maker`.
    """
    if place is None or site["longitude"] is None:
        return None
    lines = measured_lines(site)
    reach = max([_LEAST_M, site["accuracy_m"] * 1.5, *(length(end) * 1.15 for _, end in lines)])
    extent = _extent(place, reach, QSize(MAP_PX, _TALL_PX))
    definition = QgsCoordinateReferenceSystem()
    definition.createFromUserInput(crs)
    ground = _ground(around, extent, definition, zone_titles)
    if not ground.layers:
        return None
    rows = -(-len(ground.keys) // _columns(ground.keys))
    height = _TALL_PX + (rows * _ROW_PX + 6 if rows else 0)
    image = QImage(MAP_PX * SHARPNESS, height * SHARPNESS, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SHARPNESS, SHARPNESS)
        painter.setFont(face(9))
        room = QRectF(0, 0, MAP_PX, _TALL_PX)
        metre = _draw(painter, room, site, place, lines, ground, extent)
        north_arrow(painter, room)
        small = [line for line in lines if length(line[1]) * metre < _READABLE_PX]
        if small:
            _enlarge(painter, room, site, place, lines, small, ground)
        _legend(painter, ground.keys)
    finally:
        painter.end()
    return SiteMap(image, height)


def _draw(
    painter: QPainter,
    room: QRectF,
    site: Mapping[str, Any],
    place: Any,
    lines: Sequence[Line],
    ground: _Ground,
    extent: QgsRectangle,
) -> float:
    """Draw a framed map with the site in its middle; return the pixels for a metre."""
    metre = room.width() / extent.width()
    layers = [_obstacle(place, 9 / metre, ground.layers[0].crs()), *ground.layers]
    painter.drawImage(room, _rendered(layers, extent, room.size().toSize()))
    painter.save()
    painter.setClipRect(room)
    if place.geom_type != "Point":
        _outline(painter, place, room, metre)
    draw_site(painter, site, [(row, end) for row, end in lines if length(end) * metre > _LEAST_PX], room, metre)
    scale_bar(painter, room, metre, f"1:{round(_PX_PER_M / metre):,}")
    painter.restore()
    painter.setPen(QPen(QColor(INK), 0.8))
    painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
    return metre


def _enlarge(
    painter: QPainter,
    room: QRectF,
    site: Mapping[str, Any],
    place: Any,
    lines: Sequence[Line],
    small: Sequence[Line],
    ground: _Ground,
) -> None:
    """Draw in a corner what was measured to a place so near that the map cannot show it, with the accuracy."""
    side = QSize(_INSET_PX, _INSET_PX)
    reach = max([_CLOSE_M, site["accuracy_m"] * 1.4, *(length(end) * 1.5 for _, end in small)])
    extent = _extent(place, reach, side)
    # In the corner without the scale bar and the arrow; in the other one where something was measured that way.
    taken = any(end.x() > 0 and end.y() < 0 for _, end in lines)
    corner = room.topLeft() if taken else room.bottomRight() - QPointF(_INSET_PX, _INSET_PX)
    _draw(painter, QRectF(corner, QSizeF(side)), site, place, small, ground, extent)


def _obstacle(place: Any, radius: float, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """Return an invisible layer that keeps names off the site."""
    import numpy as np

    layer = _layer(2, np.array([place.centroid.buffer(radius, 4)], dtype=object), [""], crs)
    layer.setRenderer(QgsNullSymbolRenderer())
    _label(layer, symbols.silent_obstacle())
    return layer


def _extent(place: Any, reach: float, size: QSize) -> QgsRectangle:
    """Return the ground around a place in the shape of a map of so many pixels, at a round scale."""
    left, bottom, right, top = place.bounds
    half = max(right - left, top - bottom) / 2 + reach
    scale = round_scale(half * 2 * _PX_PER_M / size.height())
    wide, tall = (pixels * scale / _PX_PER_M for pixels in (size.width(), size.height()))
    middle = place.centroid
    return QgsRectangle(middle.x - wide / 2, middle.y - tall / 2, middle.x + wide / 2, middle.y + tall / 2)


def _rendered(layers: Sequence[QgsVectorLayer], extent: QgsRectangle, size: QSize) -> QImage:
    """Return what QGIS draws of some layers."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(size * SHARPNESS)
    settings.setOutputDpi(96 * SHARPNESS)
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor(symbols.LAND))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, True)
    engine = settings.labelingEngineSettings()
    engine.setMaximumPolygonCandidatesPerCmSquared(_LABEL_PLACES)
    settings.setLabelingEngineSettings(engine)
    image = QImage(size * SHARPNESS, QImage.Format.Format_ARGB32)
    image.fill(QColor(symbols.LAND))
    painter = QPainter(image)
    try:
        QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    finally:
        painter.end()
    return image


# --- what lies in view -----------------------------------------------------------------------------------------------


def _ground(
    around: Surroundings, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, zone_titles: Mapping[str, str]
) -> _Ground:
    """Return points over lines over areas over zones, and the legend in the order in which a person asks."""
    import shapely

    made: list[tuple[int, QgsVectorLayer]] = []
    keys: list[_Key] = []
    view = _View(extent, crs)
    if around.zones is not None:
        zones, zone_keys = _zones(around.zones, view, zone_titles)
        made += [(9, layer) for layer in zones]
        keys += zone_keys
    if around.parks is not None:
        rows = view.rows(around.parks.geometries)
        if len(rows):
            layer = view.layer(2, around.parks.geometries[rows], around.parks.names[rows])
            layer.setRenderer(QgsSingleSymbolRenderer(symbols.park_fill()))
            text = symbols.text_format(6.5, symbols.PARK, bold=True, halo=0.5)
            _label(layer, symbols.labels('"name"', text, QgsPalLayerSettings.Placement.Horizontal, priority=8))
            made.append((1, layer))
            keys.append(_Key(tr("Industrial parks"), symbols.park_fill()))
    if around.register is not None:
        rows = view.rows(around.register.geometries)
        if len(rows):
            places = shapely.centroid(around.register.geometries[rows])
            layer = view.layer(0, places, [""] * len(rows))
            sign = symbols.verdict_marker(symbols.NOT_CHECKED, 1.6)
            layer.setRenderer(QgsSingleSymbolRenderer(sign))
            made.append((0, layer))
            keys.append(_Key(tr("Factories"), sign.clone()))
    roles, role_keys = _roles(around, view)
    made += roles
    keys += role_keys
    if around.admin is not None:
        made += [(3, layer) for layer in _borders(around.admin.geometries, view)]
    return _Ground([layer for _, layer in sorted(made, key=lambda one: one[0])], keys[:_MOST_KEYS])


class _View:
    """What lies in the window of a map."""

    def __init__(self, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        import shapely

        wider = QgsRectangle(extent)
        wider.scale(1.02)  # the cut must not be seen
        self.bounds = wider.xMinimum(), wider.yMinimum(), wider.xMaximum(), wider.yMaximum()
        self.window = shapely.box(*self.bounds)
        shapely.prepare(self.window)
        self.crs = crs

    def rows(self, geometries: np.ndarray) -> np.ndarray:
        """Return which geometries come into the window."""
        import numpy as np
        import shapely

        left, bottom, right, top = shapely.bounds(geometries).reshape(-1, 4).T
        west, south, east, north = self.bounds
        near = np.flatnonzero((left <= east) & (right >= west) & (bottom <= north) & (top >= south))
        return near[shapely.intersects(self.window, geometries[near])]

    def layer(self, dimension: int, geometries: np.ndarray, names: Sequence[str]) -> QgsVectorLayer:
        """Return a layer of what of the geometries lies in the window, with a field of names."""
        import shapely

        cut = shapely.intersection(geometries, self.window) if dimension else geometries
        return _layer(dimension, cut, names, self.crs)


def _layer(
    dimension: int, geometries: np.ndarray, names: Sequence[str], crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """Return a layer of geometries of one dimension, with a field of names."""
    import shapely

    layer = QgsVectorLayer(f"{_NAMED[dimension]}?field=name:string", "view", "memory")
    layer.setCrs(crs)
    features = []
    for shape, name in zip(geometries.tolist(), names):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature.setAttributes([name or ""])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def _label(layer: QgsVectorLayer, labeling: QgsVectorLayerSimpleLabeling) -> None:
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(True)


def _zones(zones: Any, view: _View, titles: Mapping[str, str]) -> tuple[list[QgsVectorLayer], list[_Key]]:
    rows = view.rows(zones.geometries)
    if not len(rows):
        return [], []
    codes = [str(code) for code in zones.codes[rows]]
    classes = [ZoneClass(code, titles.get(code, code)) for code in sorted(set(codes))]
    layer = view.layer(2, zones.geometries[rows], codes)
    layer.setRenderer(symbols.zoning_renderer("name", classes))
    text = symbols.text_format(6, "#4b443b", halo=0.4)
    _label(layer, symbols.labels('"name"', text, QgsPalLayerSettings.Placement.Horizontal, priority=2))
    others = symbols.other_codes(classes)
    fills = [symbols.zone_fill(symbols.zone_style(one.code, others)) for one in classes]
    named = [f"{one.code} {one.title}" if one.title != one.code else one.code or tr("none") for one in classes]
    return [layer], [_Key(title, sign) for title, sign in zip(named, fills)]


def _roles(around: Surroundings, view: _View) -> tuple[list[tuple[int, QgsVectorLayer]], list[_Key]]:
    """Return the layers of all other roles, by what they were given as, each with its own quiet symbol."""
    import numpy as np
    import shapely

    from ..checks.role_layers import labels

    titles, made, keys = labels(), [], []
    signs = Counter[int]()  # of points, lines and areas each: shapes repeat after a few
    for role, features in around.roles.items():
        if role in ("zoning", "parks"):
            continue
        rows = view.rows(features.geometries)
        given = features.layer_of[rows]
        for layer_no in np.unique(given).tolist():
            mine = rows[given == layer_no]
            water = features.classes[mine[0]] in _WATER
            dimensions = shapely.get_dimensions(features.geometries[mine])
            sign: QgsSymbol | None = None
            for dimension in np.unique(dimensions).tolist():
                some = mine[dimensions == dimension]
                kind = (_KINDS.PointGeometry, _KINDS.LineGeometry, _KINDS.PolygonGeometry)[dimension]
                layer = view.layer(dimension, features.geometries[some], features.names[some])
                sign = symbols.context_symbol(kind, signs[dimension], water)
                signs[dimension] += not water
                layer.setRenderer(QgsSingleSymbolRenderer(sign.clone()))
                made.append((0 if dimension == 0 else 4 if dimension == 1 else 6, layer))
            if sign is not None:
                keys.append(_Key(titles[features.parameters[layer_no]][0], sign))
    return made, keys


def _borders(geometries: np.ndarray, view: _View) -> list[QgsVectorLayer]:
    """Return the boundaries of administrative units, each once."""
    import shapely

    rows = view.rows(geometries)
    borders = shapely.intersection(shapely.union_all(shapely.boundary(geometries[rows])), view.window)
    if shapely.is_empty(borders):
        return []
    import numpy as np

    layer = view.layer(1, np.array([borders], dtype=object), [""])
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.province_line()))
    return [layer]


# --- drawn by hand ---------------------------------------------------------------------------------------------------


def _outline(painter: QPainter, place: Any, room: QRectF, metre: float) -> None:
    """Draw the ground of a site that is given as a polygon."""
    import shapely

    centre, middle = room.center(), place.centroid
    painter.setPen(QPen(QColor(INK), 1.4))
    for ring in shapely.get_parts(shapely.boundary(place)):
        xy = shapely.get_coordinates(ring)
        painter.drawPolyline(
            [QPointF(centre.x() + (x - middle.x) * metre, centre.y() - (y - middle.y) * metre) for x, y in xy]
        )


def _swatch(symbol: QgsSymbol) -> QImage:
    """Return the sign of a legend entry, as large as it is on the map."""
    image = QImage(_SWATCH * SHARPNESS, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(96 * SHARPNESS / 25.4)
        symbol.drawPreviewIcon(painter, image.size(), context)
    finally:
        painter.end()
    return image


def _legend(painter: QPainter, keys: Sequence[_Key]) -> None:
    """Set the legend below the map, in two columns where their titles have room in them."""
    painter.setFont(face(9))
    columns = _columns(keys)
    width = MAP_PX // columns
    rows = -(-len(keys) // columns)
    for number, key in enumerate(keys):
        column, row = divmod(number, rows)
        x, y = 1 + column * width, _TALL_PX + 5 + row * _ROW_PX
        painter.drawImage(QRectF(x, y, _SWATCH.width(), _SWATCH.height()), _swatch(key.symbol))
        title = painter.fontMetrics().elidedText(key.title, Qt.TextElideMode.ElideRight, width - _BESIDE_PX)
        write(painter, QPointF(x + 16, y + 8), title, QRectF(x, y - 3, width, _ROW_PX + 3))


def _columns(keys: Sequence[_Key]) -> int:
    metrics = QFontMetrics(face(9))
    widest = max((metrics.horizontalAdvance(key.title) for key in keys), default=0)
    return 2 if widest <= MAP_PX // 2 - _BESIDE_PX else 1
