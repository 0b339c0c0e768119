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
    QgsDistanceArea,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineSymbol,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.errors import Cancelled, LocationError
from ..i18n import tr
from ..paths import DATA, DEMO
from . import symbols
from .content import ZoneClass, verdict_of, zone_classes
from .seen import Sign
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
ZONE_LABELS_BELOW_SCALE = 500_000
# From here on zones are no larger than a marker: classes would promise what nobody can see.
ZONES_TO_SCALE = 1_000_000
# Pieces of a boundary that are longer on paper than this, in millimetres, look like a mistake unless drawn as a band.
COARSE_MM = 7.0
# An outline this near the national one is the same line.
SAME_LINE_DEGREES = 0.002
MERGED_VERTICES = 200_000
# Factories are gathered within this radius on paper where so many stand in it, in millimetres.
CROWD_RADIUS = 6.0
CROWD_LEAST = 40
# Drawn singly even in a crowd: whoever reads a national map looks for these. Where one crowd has more of them than it
# can show, the last ones of the list are left to the crowds as well.
SINGLE_VERDICTS = ("fail", "undecided", "no data")
SINGLE_MOST = 60
# A line that is shorter on paper, in millimetres, lies under the sign of the factory that it begins at.
SHORTEST_LINE = 1.5
# Of factories that keep every rule which binds them.
CALM_VERDICTS = ("pass", "exempt")
# An enlarged part with more factories than this shows crowds as well.
ENLARGED_MOST = 1000
LABEL_ALL_BELOW = 25
# Classes of a layer for orientation that the legend lists.
CLASSES_LISTED = 5
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

    def cells(self, size: float) -> set[tuple[int, int]]:
        """Return the cells of a grid, `size` metres wide, in which factories stand."""
        return {(int(x // size), int(y // size)) for x, y in zip(self.xs, self.ys)}

    def counts(self, extent: QgsRectangle) -> Counter[str]:
        """Return the number of factories inside an extent, by verdict."""
        west, east, south, north = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
        return Counter(
            verdict
            for x, y, verdict in zip(self.xs, self.ys, self.verdicts)
            if west <= x <= east and south <= y <= north
        )


@dataclass(frozen=True)
class Crowd:
    """Many factories close together: the middle in the map's CRS, and their indexes into `Places`."""

    x: float
    y: float
    members: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.members)


@dataclass(frozen=True)
class Gathered:
    """The crowds of a map, the largest first.

    `single` are the verdicts that are drawn one by one even in a crowd; `hidden` are the factories, by index into
    `Places`, that only the crowds show; `fails` counts those that fail in each crowd.
    """

    crowds: tuple[Crowd, ...] = ()
    single: tuple[str, ...] = SINGLE_VERDICTS
    hidden: frozenset[int] = frozenset()
    fails: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """Styled copies in drawing order, topmost first: those of the map and those of the inset.

    `signs` holds by kind of legend entry the symbol that this map draws, where it depends on the scale.
    """

    project: QgsProject
    map_layers: list[QgsVectorLayer]
    inset_layers: list[QgsVectorLayer]
    context_symbols: list = field(default_factory=list)
    signs: dict[str, QgsSymbol] = field(default_factory=dict)
    background: str = symbols.SEA


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


def gather(places: Places, extent: QgsRectangle, radius: float) -> Gathered:
    """Return where factories crowd within an extent.

    Parameters
    ----------
    places : Places
    extent : QgsRectangle
        Of the map.
    radius : float
        In metres: how far from its middle a crowd reaches.
    """
    crowds = _crowds(places, extent, radius)
    counted = [Counter(places.verdicts[index] for index in crowd.members) for crowd in crowds]
    single = SINGLE_VERDICTS
    while single and any(sum(count[verdict] for verdict in single) > SINGLE_MOST for count in counted):
        single = single[:-1]
    hidden = frozenset(i for crowd in crowds for i in crowd.members if places.verdicts[i] not in single)
    return Gathered(tuple(crowds), single, hidden, tuple(count["fail"] for count in counted))


def _crowds(places: Places, extent: QgsRectangle, radius: float) -> list[Crowd]:
    cells: dict[tuple[int, int], list[int]] = {}
    west, east, south, north = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
    cell = radius / 4
    for index, (x, y) in enumerate(zip(places.xs, places.ys)):
        if west <= x <= east and south <= y <= north:
            cells.setdefault((int((x - west) / cell), int((y - south) / cell)), []).append(index)
    near = [(i, j) for i in range(-4, 5) for j in range(-4, 5) if i * i + j * j <= 16]
    around = {(c, r): sum(len(cells.get((c + i, r + j), ())) for i, j in near) for c, r in cells}
    crowds: list[Crowd] = []
    while cells:
        # The spot with most factories around it, and of equals the lower left one, so that a map is the same each time.
        column, row = max(cells, key=lambda at: (around[at], -at[0], -at[1]))
        if around[column, row] < CROWD_LEAST:
            break
        members: list[int] = []
        for taken in [(column + i, row + j) for i, j in near if (column + i, row + j) in cells]:
            found = cells.pop(taken)
            members += found
            for i, j in near:
                if (taken[0] + i, taken[1] + j) in around:
                    around[taken[0] + i, taken[1] + j] -= len(found)
        crowd = _crowd(places, members)
        beside = [i for i, c in enumerate(crowds) if math.hypot(c.x - crowd.x, c.y - crowd.y) < 1.3 * radius]
        if beside:  # two discs that lie on each other would be one place, and read as two
            crowds[beside[0]] = _crowd(places, [*crowds[beside[0]].members, *members])
        else:
            crowds.append(crowd)
    return sorted(crowds, key=lambda crowd: -crowd.count)


def _crowd(places: Places, members: list[int]) -> Crowd:
    x = sum(places.xs[index] for index in members) / len(members)
    y = sum(places.ys[index] for index in members) / len(members)
    return Crowd(x, y, tuple(members))


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


def country_layer() -> QgsVectorLayer | None:
    """Return the outline of Cambodia, None when the gazetteer is missing."""
    layer = QgsVectorLayer(str(COUNTRY), "country", "ogr")
    return layer if layer.isValid() else None


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


def line_in(
    layer: QgsVectorLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms, least: float
) -> bool:
    """Return whether a line of at least so many metres can be seen in an extent of the map."""
    transform = QgsCoordinateTransform(layer.crs(), crs, transforms)
    seen = _seen(layer, extent, crs, transforms, [])
    boxes = (transform.transformBoundingBox(feature.geometry().boundingBox()) for feature in seen)
    return any(math.hypot(box.width(), box.height()) >= least for box in boxes)


def edges_in(layer: QgsVectorLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms) -> bool:
    """Return whether an outline of a layer's areas can be seen in an extent of the map."""
    box = QgsGeometry.fromRect(QgsCoordinateTransform(crs, layer.crs(), transforms).transformBoundingBox(extent))
    return any(not feature.geometry().contains(box) for feature in _seen(layer, extent, crs, transforms, []))


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
        and not first_field(layer, "park_id", "factory_id", "zone_code", "district_code", "commune_code")
    )


def is_water(layer: QgsVectorLayer, name: str) -> bool:
    """Return whether a layer's name says that it shows water."""
    said = f"{name} {layer.name()}".lower()
    return any(word in said for word in ("river", "water", "stream", "canal", "lake", "ស្ទឹង", "ទន្លេ"))


def of_conflicts(evidence: QgsVectorLayer, factories: QgsVectorLayer, verdict_field: str) -> QgsVectorLayer:
    """Return the lines without those of factories that pass: a recommendation that is not kept is no conflict."""
    if not verdict_field or not all(first_field(layer, "factory_id") for layer in (evidence, factories)):
        return evidence
    without = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    known = QgsFeatureRequest(without).setSubsetOfAttributes(["factory_id", verdict_field], factories.fields())
    calm = {
        row["factory_id"] for row in factories.getFeatures(known) if verdict_of(row[verdict_field]) in CALM_VERDICTS
    }
    asked = QgsFeatureRequest(without).setSubsetOfAttributes(["factory_id"], evidence.fields())
    kept = [row.id() for row in evidence.getFeatures(asked) if row["factory_id"] not in calm]
    if len(kept) == evidence.featureCount():
        return evidence
    return evidence.materialize(QgsFeatureRequest().setFilterFids(kept))


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
    gathered: Gathered = Gathered()
    coarse_provinces: bool = False
    coarse_border: bool = False
    names: bool = True
    near_country: bool = True

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


def draw(
    inputs: MapInputs,
    places: Places,
    look: Look,
    closer: Look | None,
    crs: QgsCoordinateReferenceSystem,
    transforms,
) -> Drawing:
    """Return styled copies of the layers, in a project of their own.

    Parameters
    ----------
    inputs : MapInputs
        The given layers; they are not changed.
    places : Places
        Where the factories are.
    look : Look
        How to draw them.
    closer : Look or None
        How to draw the part that is enlarged.
    crs : QgsCoordinateReferenceSystem
        Of the map.
    transforms : QgsCoordinateTransformContext
        Datum operations.
    """
    project = QgsProject()
    project.setTransformContext(transforms)
    project.setCrs(crs)
    top = _crowded(inputs, places, look, crs) if look.gathered.crowds else [_factories(inputs, look)]
    top += [_evidence(inputs.evidence, look)] if inputs.evidence else []
    top += [_parks(inputs.parks, look)] if inputs.parks else []
    provinces, bands = _provinces(inputs.provinces, look, transforms) if inputs.provinces else ([], [])
    context = [_context(layer, index) for index, layer in enumerate(inputs.context)]
    zoning = [_zoning(inputs, look)] if inputs.zoning else []
    backdrop = _backdrop(look)
    names = [_gulf(look)] if backdrop else []
    border, land, abroad = backdrop if backdrop else ([], [], [])
    below = [*border, *provinces, *_lines_first(context), *zoning, *bands, *land, *abroad]
    map_layers = [*top, *names, *below]
    inset_provinces = [_bare_provinces(inputs.provinces)] if inputs.provinces else []
    inset_layers = [*_bare_lines(border), *inset_provinces, *_bare(land), *_bare(abroad[:1])]
    if closer is not None:
        parks = [_parks(inputs.parks, closer)] if inputs.parks else []
        evidence = [_evidence(inputs.evidence, closer)] if inputs.evidence else []
        top = _crowded(inputs, places, closer, crs) if closer.gathered.crowds else [_factories(inputs, closer)]
        inset_layers = [*top, *evidence, *parks, *below]
    for layer in {layer.id(): layer for layer in [*map_layers, *inset_layers]}.values():
        project.addMapLayer(layer, False)
    signs = {
        "park": symbols.park_fill(),
        "planned": symbols.planned_fill(),
        "crowd": symbols.crowd_marker(3.2 * look.unit),
        "failing": symbols.crowd_marker(2.0 * look.unit, symbols.VERDICTS["fail"]),
        "evidence": symbols.evidence_line(),
        "province": symbols.province_line(look.coarse_provinces),
        "border": symbols.border_line(look.coarse_border),
    }
    signs_of = (context_signs(layer, index) for index, layer in enumerate(inputs.context))
    flat = [sign.symbol for of_one in signs_of for sign in of_one]
    background = symbols.SEA if backdrop and look.near_country else "#ffffff"
    return Drawing(project, map_layers, inset_layers, flat, signs, background)


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


def _bare_lines(layers: list[QgsVectorLayer]) -> list[QgsVectorLayer]:
    """Return copies of border and coast for a map the size of a stamp."""
    copies = _bare(layers)
    for copy, colour in zip(copies, (symbols.BORDER, symbols.COAST)):
        copy.setRenderer(QgsSingleSymbolRenderer(symbols.thin_line(colour)))
    return copies


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
    if name and look.names and look.count <= LABEL_ALL_BELOW:
        expression = name
    elif name and look.names and inputs.verdict_field and 0 < look.fails <= LABEL_FAILS_BELOW:
        failed = f"{QgsExpression.quotedColumnRef(inputs.verdict_field)} = 'fail'"
        expression = f"if({failed}, {name}, '')"
    else:
        layer.setLabeling(symbols.silent_obstacle())
        layer.setLabelsEnabled(True)
        return layer
    text = symbols.text_format(look.points, khmer=look.khmer, halo=0.5)
    placement, distance = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint, 0.4
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        # The marker may be larger than the premises.
        placement, distance = QgsPalLayerSettings.Placement.OutsidePolygons, 0.4 + look.marker / 3
    layer.setLabeling(symbols.labels(expression, text, placement, priority=6, obstacle=True, distance=distance))
    layer.setLabelsEnabled(True)
    return layer


def _crowded(inputs: MapInputs, places: Places, look: Look, crs: QgsCoordinateReferenceSystem) -> list[QgsVectorLayer]:
    """Return the factories of a map on which they crowd: urgent ones singly, then calm ones, then the crowds."""
    gathered = look.gathered
    calm = QgsVectorLayer("Point?field=verdict:string", "calm", "memory")
    shown = [
        (QgsPointXY(x, y), verdict)
        for index, (x, y, verdict) in enumerate(zip(places.xs, places.ys, places.verdicts))
        if verdict not in gathered.single and index not in gathered.hidden
    ]
    _fill(calm, crs, shown)
    calm.setRenderer(
        symbols.verdict_renderer("verdict", look.marker)
        if inputs.verdict_field
        else symbols.factory_renderer(look.marker)
    )
    layers = [calm, *_discs(look, crs)]
    if not (inputs.verdict_field and gathered.single):
        return layers
    urgent = _factories(inputs, look)
    renderer = symbols.verdict_renderer(
        inputs.verdict_field, look.marker, inputs.factories.geometryType(), gathered.single
    )
    urgent.setRenderer(renderer)
    return [urgent, *layers]


def _discs(look: Look, crs: QgsCoordinateReferenceSystem) -> list[QgsVectorLayer]:
    """Return the crowds as discs with their numbers; with those that fail as a disc within, where none is single."""
    gathered = look.gathered
    middles = [QgsPointXY(crowd.x, crowd.y) for crowd in gathered.crowds]
    most = gathered.crowds[0].count
    sizes = {crowd.count: symbols.crowd_size(crowd.count, most, look.unit) for crowd in gathered.crowds}
    discs = QgsVectorLayer("Point?field=count:integer", "crowds", "memory")
    _fill(discs, crs, list(zip(middles, (crowd.count for crowd in gathered.crowds))))
    discs.setRenderer(symbols.crowd_renderer("count", sizes))
    text = symbols.text_format(look.points + 0.5, symbols.CROWD_TEXT, bold=True, halo=0.6)
    around = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    number = "replace(format_number(\"count\", 0, 'en'), ',', '\u00a0')"
    order = "T,B,R,L,TR,BR,TL,BL"
    discs.setLabeling(symbols.labels(number, text, around, priority=10, obstacle=True, distance=0.3, order=order))
    discs.setLabelsEnabled(True)
    if gathered.single or not any(gathered.fails):
        return [discs]
    inner = {
        fails: round(sizes[crowd.count] * (fails / crowd.count) ** 0.5, 2)
        for crowd, fails in zip(gathered.crowds, gathered.fails)
    }
    failing = QgsVectorLayer("Point?field=count:integer", "fails", "memory")
    _fill(failing, crs, list(zip(middles, gathered.fails)))
    failing.setRenderer(symbols.crowd_renderer("count", inner, symbols.VERDICTS["fail"]))
    return [failing, discs]


def _fill(layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, rows: list[tuple[QgsPointXY, object]]) -> None:
    """Put points with one value each into a memory layer."""
    layer.setCrs(crs)
    features = []
    for point, value in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        feature.setAttributes([value])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()


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
    if look.scale > ZONES_TO_SCALE:
        layer.setRenderer(symbols.planned_renderer())
        return layer
    layer.setRenderer(symbols.zoning_renderer(inputs.zone_field, look.zones))
    # Pale tones repeat where there are many codes, and the eye keeps apart a dozen at most.
    if look.scale < ZONE_LABELS_BELOW_SCALE * (2 if len(look.zones) > 12 else 1):
        text = symbols.text_format(look.points - 1, "#4b443b", halo=0.4)
        code = f"coalesce({QgsExpression.quotedColumnRef(inputs.zone_field)}, '')"
        layer.setLabeling(symbols.labels(code, text, QgsPalLayerSettings.Placement.Horizontal, priority=2))
        layer.setLabelsEnabled(True)
    return layer


# Areas that are smaller on paper than their names and what stands in them: the capital, Kep, Pailin.
_NARROW = "area(transform($geometry, @layer_crs, 'EPSG:32648')) / @map_scale ^ 2 < 0.00012"


def _provinces(given: QgsVectorLayer, look: Look, transforms) -> tuple[list[QgsVectorLayer], list[QgsVectorLayer]]:
    """Return the names of the provinces and their boundaries as lines; and what lies below zones, of coarse ones.

    Drawn as outlines of areas, each boundary would be drawn twice, its dashes filling each other's gaps, and the outer
    ones along border and coast as well.
    """
    names = _copy(given)
    names.setRenderer(QgsNullSymbolRenderer())
    name = _name_expression(names, look.khmer, "name", "Name", "shapeName")
    if name:
        expression = name if look.khmer else f"upper({name})"
        text = symbols.text_format(look.points, "#70757d", bold=True, khmer=look.khmer, halo=0.5)
        placement = QgsPalLayerSettings.Placement.Horizontal
        names.setLabeling(symbols.labels(expression, text, placement, priority=4, led_out=_NARROW))
        names.setLabelsEnabled(True)
    lines = _inner_lines(given, transforms)

    def drawn(symbol: QgsLineSymbol) -> QgsVectorLayer:
        if lines is not None:
            return _outline("provinces", lines, symbol, given.crs())
        outlines = _copy(given)
        outlines.setRenderer(QgsSingleSymbolRenderer(symbols.outlined(symbol)))
        return outlines

    bands = [drawn(symbols.province_band())] if look.coarse_provinces else []
    return [names, drawn(symbols.province_line(look.coarse_provinces, band=False))], bands


def _inner_lines(given: QgsVectorLayer, transforms) -> QgsGeometry | None:
    """Return each boundary between provinces once, without border and coast; None where that would take long."""
    outlines = [feature.geometry() for feature in given.getFeatures()]
    if sum(outline.constGet().nCoordinates() for outline in outlines if not outline.isNull()) > MERGED_VERTICES:
        return None
    kind = QgsWkbTypes.GeometryType.LineGeometry
    lines = QgsGeometry.unaryUnion([outline.convertToType(kind, True) for outline in outlines]).mergeLines()
    country = QgsVectorLayer(str(COUNTRY), "country", "ogr")
    if not country.isValid() or lines.isNull():
        return None if lines.isNull() else lines
    border = QgsGeometry.unaryUnion([feature.geometry() for feature in country.getFeatures()]).convertToType(kind, True)
    along = border.buffer(SAME_LINE_DEGREES, 2)
    along.transform(QgsCoordinateTransform(country.crs(), given.crs(), transforms))
    inner = lines.difference(along)
    return lines if inner.isNull() else inner


def coarse(layer: QgsVectorLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, transforms, scale: float):
    """Return whether a layer's outlines are coarse at a scale: their straight pieces are long on paper, on average."""
    pieces, length = 0, 0.0
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), transforms)
    measure.setEllipsoid("EPSG:7030")
    for feature in _seen(layer, extent, crs, transforms, []):
        pieces += feature.geometry().constGet().nCoordinates()
        length += measure.measurePerimeter(feature.geometry())
    return bool(pieces) and length / pieces / scale * 1000 > COARSE_MM


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


def context_signs(layer: QgsVectorLayer, index: int) -> list[Sign]:
    """Return what the legend may show of a layer given for orientation: its classes, or one entry without a name."""
    renderer = layer.renderer()
    if renderer is not None and renderer.type() != "singleSymbol":
        items = [item for item in renderer.legendSymbolItems() if item.symbol() is not None and item.label()]
        if items:
            return [Sign(item.label(), item.symbol().clone(), item.ruleKey()) for item in items]
    return [Sign("", context_symbol(layer, index))]


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
        [
            _outline("border", ashore, symbols.border_line(look.coarse_border)),
            _outline("coast", coast, symbols.coast_line(look.coarse_border)),
        ],
        [land],
        [abroad, _outline("shore", _edges(land, abroad), symbols.shore_line())],
    )


def _edges(*areas: QgsVectorLayer) -> QgsGeometry:
    """Return the outlines of all features."""
    kind = QgsWkbTypes.GeometryType.LineGeometry
    every = [feature.geometry().convertToType(kind, True) for layer in areas for feature in layer.getFeatures()]
    return QgsGeometry.unaryUnion(every)


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


def _outline(
    name: str, geometry: QgsGeometry, symbol, crs: QgsCoordinateReferenceSystem | None = None
) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiLineString", name, "memory")
    layer.setCrs(crs or QgsCoordinateReferenceSystem("EPSG:4326"))
    feature = QgsFeature()
    feature.setGeometry(geometry.convertToType(QgsWkbTypes.GeometryType.LineGeometry, True))
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
