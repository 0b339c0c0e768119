"""The layers of a location map: copies of the given ones, styled for print, and what can be counted on them.

The given layers are only read. Copies live in a `QgsProject` of their own, so that a map can be made beside whatever
project the person has open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.errors import Cancelled, LocationError
from ..i18n import tr
from ..paths import DATA, DEMO
from . import symbols
from .content import ZoneClass, verdict_of, zone_classes
from .sources import place_name
from .words import KHMER, Words

COUNTRY = DATA / "gazetteer" / "country.geojson"
NEIGHBOURS = DATA / "gazetteer" / "neighbours.geojson"
BACKDROP_SOURCE = "Natural Earth 4.1.0"
GULF = QgsPointXY(102.45, 10.55)
# A coordinate further than this from the country is a mistake in the data, and must not shrink the map to a dot.
AROUND_COUNTRY_DEGREES = 0.35
# Ticks along a park's outline are noise where the park is hardly larger than a tick.
HATCH_BELOW_SCALE = 600_000
ZONE_LABELS_BELOW_SCALE = 250_000
LABEL_ALL_BELOW = 25
LABEL_FAILS_BELOW = 20


@dataclass(frozen=True)
class MapInputs:
    """The layers a person gave, each for what it is for; `verdict_field` is empty where there are no verdicts.

    `zone_titles` holds what the zone codes mean, in the language of the map.
    """

    factories: QgsVectorLayer
    verdict_field: str = ""
    zoning: QgsVectorLayer | None = None
    zone_field: str = ""
    parks: QgsVectorLayer | None = None
    evidence: QgsVectorLayer | None = None
    provinces: QgsVectorLayer | None = None
    context: tuple[QgsVectorLayer, ...] = ()
    zone_titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """Where the factories are, in the map's CRS (metres), with their verdicts; `unplaced` have no usable geometry."""

    xs: list[float]
    ys: list[float]
    verdicts: list[str]
    unplaced: int

    def counts(self, extent: QgsRectangle) -> Counter[str]:
        """Return the number of factories inside an extent, by verdict."""
        west, east, south, north = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
        return Counter(
            verdict
            for x, y, verdict in zip(self.xs, self.ys, self.verdicts)
            if west <= x <= east and south <= y <= north
        )


@dataclass(frozen=True)
class Drawing:
    """Styled copies in drawing order, topmost first: those of the map and those of the inset."""

    project: QgsProject
    map_layers: list[QgsVectorLayer]
    inset_layers: list[QgsVectorLayer]
    context_symbols: list = field(default_factory=list)


# --- reading ---------------------------------------------------------------------------------------------------------


def crowding(places: Places, extent: QgsRectangle, cell: float) -> float:
    """Return how many factories share a cell of `cell` metres, on average over the cells in use within an extent."""
    west, south = extent.xMinimum(), extent.yMinimum()
    cells = Counter(
        (int((x - west) // cell), int((y - south) // cell))
        for x, y in zip(places.xs, places.ys)
        if extent.contains(QgsPointXY(x, y))
    )
    return sum(cells.values()) / len(cells) if cells else 1.0


def map_crs(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """Return the CRS to draw in: the factories' own when it is a projected one true to scale, else the UTM zone.

    Raises
    ------
    LocationError
        When the layer has no CRS.
    """
    crs = layer.crs()
    if not crs.isValid():
        raise LocationError(
            tr("The factories layer has no coordinate reference system. Set one in its properties and run again.")
        )
    if not crs.isGeographic() and crs.authid() != "EPSG:3857":
        return crs
    return QgsCoordinateReferenceSystem("EPSG:32648")


def read_places(
    layer: QgsVectorLayer,
    verdict_field: str,
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
    is_cancelled,
) -> Places:
    """Read where the factories are.

    Parameters
    ----------
    layer : QgsVectorLayer
        Points or polygons.
    verdict_field : str
        Name of the verdict's field, or empty.
    crs : QgsCoordinateReferenceSystem
        Of the map.
    transforms : QgsCoordinateTransformContext
        The person's choice of datum operations.
    is_cancelled : callable
        Returns whether to stop.

    Raises
    ------
    LocationError
        When no factory has a location.
    Cancelled
        When asked to stop.
    """
    request = QgsFeatureRequest().setDestinationCrs(crs, transforms)
    request.setSubsetOfAttributes([verdict_field] if verdict_field else [], layer.fields())
    index = layer.fields().lookupField(verdict_field) if verdict_field else -1
    places = Places([], [], [], 0)
    unplaced = 0
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % 500 == 0 and is_cancelled():
            raise Cancelled
        point = _point(feature.geometry())
        if point is None:
            unplaced += 1
            continue
        places.xs.append(point.x())
        places.ys.append(point.y())
        places.verdicts.append(verdict_of(feature.attribute(index)) if index >= 0 else "")
    if not places.xs:
        raise LocationError(
            tr(
                "The factories layer “{name}” has no feature with a location, so there is nothing to map. "
                "Choose another layer, or remove its filter."
            ),
            name=layer.name(),
        )
    return Places(places.xs, places.ys, places.verdicts, unplaced)


def _point(geometry: QgsGeometry) -> QgsPointXY | None:
    """Return where a factory's marker stands, or None where its geometry cannot say."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if geometry.wkbType() == QgsWkbTypes.Type.Point:
        point = geometry.asPoint()
    else:
        inside = geometry.pointOnSurface()
        point = (geometry.centroid() if inside.isNull() else inside).asPoint()
    return point if math.isfinite(point.x()) and math.isfinite(point.y()) else None


def country_extent(
    crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext, around: float = 0.0
) -> QgsRectangle:
    """Return the extent of Cambodia, grown by `around` degrees, in `crs`; null when the gazetteer is missing."""
    layer = QgsVectorLayer(str(COUNTRY), "country", "ogr")
    if not layer.isValid():
        return QgsRectangle()
    box = layer.extent().buffered(around)
    return QgsCoordinateTransform(layer.crs(), crs, transforms).transformBoundingBox(box)


def factories_extent(places: Places, country: QgsRectangle) -> QgsRectangle:
    """Return the extent of the factories, without those that lie absurdly far from the country.

    Parameters
    ----------
    places : Places
        In the same CRS as `country`.
    country : QgsRectangle
        Where factories are expected; null to take them all. When none lies in it, all are taken.
    """
    inside = [
        QgsPointXY(x, y) for x, y in zip(places.xs, places.ys) if country.isNull() or country.contains(QgsPointXY(x, y))
    ]
    points = inside or [QgsPointXY(x, y) for x, y in zip(places.xs, places.ys)]
    xs, ys = [point.x() for point in points], [point.y() for point in points]
    return QgsRectangle(min(xs), min(ys), max(xs), max(ys))


def codes_in(
    layer: QgsVectorLayer,
    code_field: str,
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    transforms,
    titles: Mapping[str, str],
) -> tuple[ZoneClass, ...]:
    """Return the zone classes that can be seen in an extent of the map, named by `titles`."""
    index = layer.fields().lookupField(code_field)
    seen = _seen(layer, extent, crs, transforms, [code_field])
    return zone_classes((_value(feature, index) for feature in seen), titles)


def anything_in(layer: QgsVectorLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms) -> bool:
    """Return whether any feature of a layer can be seen in an extent of the map."""
    return next(_seen(layer, extent, crs, transforms, []), None) is not None


def border_in(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms) -> bool:
    """Return whether the national boundary (not the coast) crosses an extent of the map."""
    country, abroad = QgsVectorLayer(str(COUNTRY), "country", "ogr"), QgsVectorLayer(str(NEIGHBOURS), "abroad", "ogr")
    if not (country.isValid() and abroad.isValid()):
        return False
    box = QgsCoordinateTransform(crs, country.crs(), transforms).transformBoundingBox(extent)
    return bool(border_and_coast(country, abroad)[0].intersects(QgsGeometry.fromRect(box)))


def _seen(
    layer: QgsVectorLayer,
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    transforms,
    attributes: list[str],
) -> Iterator[QgsFeature]:
    transform = QgsCoordinateTransform(crs, layer.crs(), transforms)
    request = QgsFeatureRequest(transform.transformBoundingBox(extent))
    request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    request.setSubsetOfAttributes(attributes, layer.fields())
    return layer.getFeatures(request)


def _value(feature: QgsFeature, index: int) -> object:
    value = feature.attribute(index)
    return None if value is None or str(value) == "NULL" else value


def first_field(layer: QgsVectorLayer, *names: str) -> str:
    """Return the first of `names` that the layer has a field of, or an empty text."""
    return next((name for name in names if layer.fields().lookupField(name) >= 0), "")


def is_provinces(layer: QgsVectorLayer) -> bool:
    """Return whether a layer given for orientation holds provinces: areas with a province code and a name."""
    return (
        layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        and bool(first_field(layer, "province_code"))
        and bool(first_field(layer, "name_en", "name_km"))
        and not first_field(layer, "park_id", "factory_id", "zone_code", "district_code")
    )


def is_water(layer: QgsVectorLayer, name: str) -> bool:
    """Return whether a layer's name says that it shows water."""
    said = f"{name} {layer.name()}".lower()
    return any(word in said for word in ("river", "water", "stream", "canal", "lake", "ស្ទឹង", "ទន្លេ"))


def demo_provinces() -> QgsVectorLayer | None:
    """Return the bundled province boundaries, for maps that were given none."""
    layer = QgsVectorLayer(f"{DEMO}|layername=provinces", "provinces", "ogr") if DEMO.is_file() else None
    return layer if layer is not None and layer.isValid() else None


# --- drawing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Look:
    """What decides how the layers are drawn on this page."""

    words: Words
    scale: float
    count: int
    fails: int
    crowding: float = 1.0
    unit: float = 1.0
    zones: tuple[ZoneClass, ...] = ()

    @property
    def khmer(self) -> bool:
        """Whether the map speaks Khmer."""
        return self.words.language == KHMER

    @property
    def points(self) -> float:
        """Size of the labels in points."""
        return 6.5 * self.unit

    @property
    def marker(self) -> float:
        """Nominal marker size in millimetres."""
        return symbols.marker_size(self.count, self.crowding, self.unit)


def draw(inputs: MapInputs, look: Look, crs: QgsCoordinateReferenceSystem, transforms) -> Drawing:
    """Return styled copies of the layers, in a project of their own.

    Parameters
    ----------
    inputs : MapInputs
        The given layers; they are not changed.
    look : Look
        How to draw them.
    crs : QgsCoordinateReferenceSystem
        Of the map.
    transforms : QgsCoordinateTransformContext
        Datum operations.
    """
    project = QgsProject()
    project.setTransformContext(transforms)
    project.setCrs(crs)
    top = [_factories(inputs, look)]
    top += [_evidence(inputs.evidence, look)] if inputs.evidence else []
    top += [_parks(inputs.parks, look)] if inputs.parks else []
    provinces = [_provinces(inputs.provinces, look)] if inputs.provinces else []
    context = [_context(layer, index) for index, layer in enumerate(inputs.context)]
    zoning = [_zoning(inputs, look)] if inputs.zoning else []
    backdrop = _backdrop(look)
    names = [_gulf(look)] if backdrop else []
    border, land, abroad = backdrop if backdrop else ([], [], [])
    map_layers = [*top, *names, *border, *provinces, *_lines_first(context), *zoning, *land, *abroad]
    inset_provinces = [_bare_provinces(inputs.provinces)] if inputs.provinces else []
    inset_layers = [*_bare(border), *inset_provinces, *_bare(land), *_bare(abroad)]
    for layer in [*map_layers, *inset_layers]:
        project.addMapLayer(layer, False)
    signs = [context_symbol(layer, index) for index, layer in enumerate(inputs.context)]
    return Drawing(project, map_layers, inset_layers, signs)


def _lines_first(layers: list[QgsVectorLayer]) -> list[QgsVectorLayer]:
    """Return points over lines over areas, otherwise as given."""
    kinds = QgsWkbTypes.GeometryType
    order = (kinds.PointGeometry, kinds.LineGeometry, kinds.PolygonGeometry)
    return sorted(layers, key=lambda layer: order.index(layer.geometryType()) if layer.geometryType() in order else 9)


def _copy(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Return a copy without the labels, scale limits, blending and diagrams of the project it comes from."""
    copy = layer.clone()
    copy.setLabelsEnabled(False)
    copy.setScaleBasedVisibility(False)
    copy.setDiagramRenderer(None)
    copy.setOpacity(1.0)
    return copy


def _bare(layers: list[QgsVectorLayer]) -> list[QgsVectorLayer]:
    return [_copy(layer) for layer in layers]


def _name_expression(layer: QgsVectorLayer, khmer: bool, *others: str, last: str = "") -> str:
    """Return an expression for a feature's name, in the map's language where the layer has it.

    Parameters
    ----------
    layer : QgsVectorLayer
    khmer : bool
        Whether the map speaks Khmer.
    *others : str
        More fields that may hold a name. Of each, the Khmer form has `_km` after it, as in `factory_summary`.
    last : str
        What stands in for a name where there is none: an id.
    """
    plain, khmer_ones = ("name_en", *others), ("name_km", *(f"{other}_km" for other in others))
    order = (*khmer_ones, *plain) if khmer else (*plain, *khmer_ones)
    names = [name for name in (*order, last) if name and first_field(layer, name)]
    if not names:
        return ""
    filled = ", ".join(f"nullif({QgsExpression.quotedColumnRef(name)}, '')" for name in names)
    return f"coalesce({filled}, '')"


def _factories(inputs: MapInputs, look: Look) -> QgsVectorLayer:
    layer = _copy(inputs.factories)
    geometry = layer.geometryType()
    if inputs.verdict_field:
        layer.setRenderer(symbols.verdict_renderer(inputs.verdict_field, look.marker, geometry))
    else:
        layer.setRenderer(symbols.factory_renderer(look.marker, geometry))
    name = _name_expression(layer, look.khmer, "factory_name", "name", "Name", last="factory_id")
    if name and look.count <= LABEL_ALL_BELOW:
        expression = name
    elif name and inputs.verdict_field and 0 < look.fails <= LABEL_FAILS_BELOW:
        failed = f"{QgsExpression.quotedColumnRef(inputs.verdict_field)} = 'fail'"
        expression = f"if({failed}, {name}, '')"
    else:
        layer.setLabeling(symbols.silent_obstacle())
        layer.setLabelsEnabled(True)
        return layer
    text = symbols.text_format(look.points, khmer=look.khmer, halo=0.5)
    placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        placement = QgsPalLayerSettings.Placement.AroundPoint
    layer.setLabeling(symbols.labels(expression, text, placement, priority=6, obstacle=True, distance=0.4))
    layer.setLabelsEnabled(True)
    return layer


def _evidence(given: QgsVectorLayer, look: Look) -> QgsVectorLayer:
    layer = _copy(given)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.evidence_line()))
    return layer


def _parks(given: QgsVectorLayer, look: Look) -> QgsVectorLayer:
    layer = _copy(given)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.park_fill(look.scale < HATCH_BELOW_SCALE)))
    name = _name_expression(layer, look.khmer, "park_name", "name", last="park_id")
    if name:
        near = look.scale < HATCH_BELOW_SCALE
        size = look.points if near else look.points * 0.85
        text = symbols.text_format(size, symbols.PARK, bold=near, khmer=look.khmer, halo=0.5)
        placement = QgsPalLayerSettings.Placement.OutsidePolygons
        layer.setLabeling(symbols.labels(name, text, placement, priority=8, distance=0.8))
        layer.setLabelsEnabled(True)
    return layer


def _zoning(inputs: MapInputs, look: Look) -> QgsVectorLayer:
    layer = _copy(inputs.zoning)
    layer.setRenderer(symbols.zoning_renderer(inputs.zone_field, look.zones))
    if look.scale < ZONE_LABELS_BELOW_SCALE:
        text = symbols.text_format(look.points - 1, "#6b6257", halo=0.3)
        code = f"coalesce({QgsExpression.quotedColumnRef(inputs.zone_field)}, '')"
        layer.setLabeling(symbols.labels(code, text, QgsPalLayerSettings.Placement.Horizontal, priority=2))
        layer.setLabelsEnabled(True)
    return layer


def _provinces(given: QgsVectorLayer, look: Look) -> QgsVectorLayer:
    layer = _copy(given)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.province_fill()))
    name = _name_expression(layer, look.khmer, "name", "Name", "shapeName")
    if name:
        expression = name if look.khmer else f"upper({name})"
        text = symbols.text_format(look.points, "#70757d", bold=True, khmer=look.khmer, halo=0.5)
        placement = QgsPalLayerSettings.Placement.Horizontal
        layer.setLabeling(symbols.labels(expression, text, placement, priority=4))
        layer.setLabelsEnabled(True)
    return layer


def _bare_provinces(given: QgsVectorLayer) -> QgsVectorLayer:
    layer = _copy(given)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.fill("#00000000", "#c9c5bc", 0.1)))
    return layer


def _context(given: QgsVectorLayer, index: int) -> QgsVectorLayer:
    layer = _copy(given)
    renderer = layer.renderer()
    # Whoever made classes meant something by them; one random colour for all is only QGIS's default.
    if renderer is None or renderer.type() == "singleSymbol":
        layer.setRenderer(QgsSingleSymbolRenderer(context_symbol(given, index)))
    return layer


def context_symbol(layer: QgsVectorLayer, index: int):
    """Return the quiet symbol of a layer given for orientation; the legend shows the same."""
    return symbols.context_symbol(layer.geometryType(), index, is_water(layer, place_name(layer)))


def _backdrop(look: Look) -> tuple[list, list, list] | None:
    """Return border and coast, land, and neighbours of the country, or None where the gazetteer is missing."""
    if not (COUNTRY.is_file() and NEIGHBOURS.is_file()):
        return None
    land = QgsVectorLayer(str(COUNTRY), "country", "ogr")
    land.setRenderer(QgsSingleSymbolRenderer(symbols.fill(symbols.LAND, symbols.LAND, 0.1)))
    abroad = QgsVectorLayer(str(NEIGHBOURS), "neighbours", "ogr")
    abroad.setRenderer(QgsSingleSymbolRenderer(symbols.fill(symbols.ABROAD, "#c3beb4", 0.2)))
    cases = " ".join(
        f'WHEN "name" = {QgsExpression.quotedString(name)} THEN {QgsExpression.quotedString(_spaced(look, name))}'
        for name in ("Thailand", "Laos", "Vietnam")
    )
    text = symbols.text_format(look.points + 1.5, "#9a948a", khmer=look.khmer)
    placement = QgsPalLayerSettings.Placement.Horizontal
    abroad.setLabeling(symbols.labels(f'CASE {cases} ELSE "name" END', text, placement, priority=3))
    abroad.setLabelsEnabled(True)
    ashore, coast = border_and_coast(land, abroad)
    return (
        [_outline("border", ashore, symbols.border_line()), _outline("coast", coast, symbols.coast_line())],
        [land],
        [abroad],
    )


def border_and_coast(country: QgsVectorLayer, neighbours: QgsVectorLayer) -> tuple[QgsGeometry, QgsGeometry]:
    """Return the country's outline in two parts: where a neighbour lies beyond it, and where the sea does.

    Parameters
    ----------
    country, neighbours : QgsVectorLayer
        Polygons in degrees, drawn from the same source, so that shared borders agree but for rounding.
    """
    outline = QgsGeometry.unaryUnion([feature.geometry() for feature in country.getFeatures()])
    outline = outline.convertToType(QgsWkbTypes.GeometryType.LineGeometry, True)
    abroad = QgsGeometry.unaryUnion([feature.geometry() for feature in neighbours.getFeatures()]).buffer(0.02, 2)
    return outline.intersection(abroad), outline.difference(abroad)


def _outline(name: str, geometry: QgsGeometry, symbol) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiLineString?crs=EPSG:4326", name, "memory")
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _spaced(look: Look, name: str) -> str:
    """Return a country's name as maps set it: capitals apart, in scripts that have them."""
    said = look.words(name)
    return said if look.khmer else "\u2009".join(said.upper())


def _gulf(look: Look) -> QgsVectorLayer:
    """Return the name of the sea as a layer of one invisible point."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "sea", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(GULF))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    unseen = symbols.factory_marker(0.1)
    unseen.setOpacity(0.0)
    layer.setRenderer(QgsSingleSymbolRenderer(unseen))
    text = symbols.text_format(look.points + 0.5, "#7fa8bd", italic=True, khmer=look.khmer)
    said = QgsExpression.quotedString(look.words("Gulf of Thailand"))
    layer.setLabeling(symbols.labels(said, text, QgsPalLayerSettings.Placement.OverPoint, priority=3))
    layer.setLabelsEnabled(True)
    return layer
