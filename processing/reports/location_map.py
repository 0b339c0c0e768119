"""From layers to a finished map: reads, decides extent and scale, states the content, builds and writes the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProjectMetadata,
    QgsRectangle,
)

from . import map_layers, map_layout, since_page
from .content import LegendKey, MapContent, Source, count_verdicts, pages_mm, round_scale
from .export import export
from .map_layers import MapInputs, Places
from .page import Heights, Plan, plan
from .seen import Seen, Window, seen_classes
from .since import Since
from .sources import RulesAsked, own_title, place_name, plain, rules_asked, source_of
from .words import Words

# Air around the outermost factories, as a share of the extent, and the least ground an A4 map shows, in metres.
AIR = 0.08
COUNTRY_AIR = 0.015
WHOLE_COUNTRY_SHARE = 0.3
LEAST_GROUND_M = 3000.0


@dataclass(frozen=True)
class Wishes:
    """What a person asks of a map, besides its layers.

    `extent` is in the map's CRS, null to show all factories; `since` makes a second page.
    """

    title: str
    subtitle: str
    language: str
    page: str
    landscape: bool
    dpi: float
    output: str
    extent: QgsRectangle
    printed: date
    since: Since | None = None


@dataclass(frozen=True)
class _Ground:
    """What stays the same while the page is being planned; `gathered` and `seen` keep what takes long."""

    inputs: MapInputs
    wishes: Wishes
    words: Words
    crs: QgsCoordinateReferenceSystem
    transforms: QgsCoordinateTransformContext
    places: Places
    country: QgsRectangle
    sources: tuple[Source, ...]
    rules: RulesAsked
    gathered: dict[tuple[str, int, float], map_layers.Gathered] = field(default_factory=dict)
    seen: dict[tuple[object, ...], Seen] = field(default_factory=dict)


def make_map(
    inputs: MapInputs,
    wishes: Wishes,
    transforms: QgsCoordinateTransformContext,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> MapContent:
    """Draw a map and write it.

    Parameters
    ----------
    inputs : MapInputs
        The layers; only read.
    wishes : Wishes
        What the map shall be.
    transforms : QgsCoordinateTransformContext
        Datum operations.
    progress : callable
        Called with the share done, between 0 and 1; raises `Cancelled` to stop.
    is_cancelled : callable
        Returns whether to stop.

    Returns
    -------
    MapContent
        What the map states.

    Raises
    ------
    LocationError
        When there is nothing to draw or the file cannot be written.
    Cancelled
        When asked to stop; nothing has been written then.
    """
    crs = map_layers.map_crs(inputs.factories)
    places = map_layers.read_places(inputs.factories, inputs.verdict_field, crs, transforms, is_cancelled)
    progress(0.15)
    words = Words(wishes.language)
    rules = rules_asked(inputs.factories) if inputs.verdict_field else RulesAsked()
    ground = _Ground(
        inputs, wishes, words, crs, transforms, places, map_layers.country_extent(crs, transforms),
        _sources(inputs, words, rules), rules,
    )  # fmt: skip
    content, page, extent = _settle(ground)
    progress(0.3)
    look = _look(ground, content, page, extent)
    enlarged = _enlarged(content.inset, page, look.gathered, look.scale)
    seen = _seen_only(inputs, content)
    closer = _closer(ground, look, enlarged, page)
    drawing = map_layers.draw(seen, places, look, closer, crs, transforms)
    drawing.project.setMetadata(_about(content))
    inset = ground.country if enlarged.isNull() else enlarged
    layout = map_layout.build(content, page, drawing, extent, inset, look.marker)
    if wishes.since is not None:
        since_page.add(layout, wishes.since, page, ground.words, illustrative=content.illustrative)
    progress(0.45)
    export(layout, wishes.output, wishes.dpi)
    progress(1.0)
    return content


def _settle(ground: _Ground) -> tuple[MapContent, Plan, QgsRectangle]:
    """Return content, page and extent that agree.

    The map's shape depends on the legend beside it, the legend on what the map shows: the second round settles it.
    """
    wishes = ground.wishes
    width, height = pages_mm(wishes.page, wishes.landscape)
    wanted = _wanted_extent(ground)
    page = plan(width, height, Heights(45.0, 45.0, 30.0, 14.0))
    for _ in range(2):
        extent = fill_shape(wanted, page.map.w, page.map.h)
        content = _content(ground, extent, page)
        page = plan(width, height, map_layout.heights(content, width, height), content.inset)
    extent = fill_shape(wanted, page.map.w, page.map.h)
    return _content(ground, extent, page), page, extent


def _wanted_extent(ground: _Ground) -> QgsRectangle:
    """Return what the map must show: what was asked for, else the factories with some air around them.

    Factories spread over much of the country show the whole of it: a country cut off at an edge looks like a mistake.
    """
    if not ground.wishes.extent.isNull():
        return ground.wishes.extent
    expected = map_layers.country_extent(ground.crs, ground.transforms, map_layers.AROUND_COUNTRY_DEGREES)
    extent = map_layers.factories_extent(ground.places, expected)
    if not ground.country.isNull() and extent.area() > WHOLE_COUNTRY_SHARE * ground.country.area():
        extent.combineExtentWith(ground.country)
        return extent.buffered(extent.width() * COUNTRY_AIR)
    longest = max(extent.width(), extent.height())
    return extent.buffered(max(longest * AIR, (LEAST_GROUND_M - longest) / 2))


def fill_shape(wanted: QgsRectangle, width_mm: float, height_mm: float) -> QgsRectangle:
    """Return the extent that shows all of `wanted` at a round scale and has the shape of the map's box.

    Parameters
    ----------
    wanted : QgsRectangle
        In metres.
    width_mm, height_mm : float
        Of the map on paper.
    """
    scale = round_scale(max(wanted.width() / width_mm, wanted.height() / height_mm) * 1000)
    half_w, half_h = scale * width_mm / 2000, scale * height_mm / 2000
    centre = wanted.center()
    return QgsRectangle(centre.x() - half_w, centre.y() - half_h, centre.x() + half_w, centre.y() + half_h)


# --- content ---------------------------------------------------------------------------------------------------------


def _content(ground: _Ground, extent: QgsRectangle, page: Plan) -> MapContent:
    inputs, wishes = ground.inputs, ground.wishes
    counts = ground.places.counts(extent)
    shown = sum(counts.values())
    scale = round(extent.width() / page.map.w * 1000)
    zones = ()
    if inputs.zoning and scale <= map_layers.ZONES_TO_SCALE:
        zones = map_layers.codes_in(
            inputs.zoning, inputs.zone_field, extent, ground.crs, ground.transforms, inputs.zone_titles
        )
    inset = _inset(ground, extent, scale, page.unit)
    windows = _windows(inset, page, _gathered(ground, extent, scale, page.unit), Window(extent, scale))
    content = MapContent(
        title=wishes.title or _title(ground),
        subtitle=wishes.subtitle,
        printed=wishes.printed,
        language=wishes.language,
        crs=f"{ground.crs.description()} ({ground.crs.authid()})" if ground.crs.authid() else ground.crs.description(),
        shown=shown,
        beyond=len(ground.places.xs) - shown,
        unplaced=ground.places.unplaced,
        verdicts=count_verdicts(counts) if inputs.verdict_field else (),
        unchecked=_unchecked(ground.rules, ground.words),
        zones=zones,
        keys=_keys(ground, windows, page.unit),
        notes=_notes(ground, windows, page.unit),
        inset=inset,
        sources=_sources_here(ground, extent),
    )
    return replace(content, credits=_credits(content, ground.words))


def _title(ground: _Ground) -> str:
    return ground.words("Factory locations checked" if ground.inputs.verdict_field else "Factory locations")


def _gathered(ground: _Ground, extent: QgsRectangle, scale: float, unit: float) -> map_layers.Gathered:
    """Return where factories crowd, on a map whose scale leaves them no room; nowhere on another."""
    if scale <= map_layers.ZONES_TO_SCALE:
        return map_layers.Gathered()
    key = (extent.toString(1), scale, unit)
    if key not in ground.gathered:
        radius = map_layers.CROWD_RADIUS * unit * scale / 1000
        ground.gathered[key] = map_layers.gather(ground.places, extent, radius)
    return ground.gathered[key]


def _windows(inset: str, page: Plan, gathered: map_layers.Gathered, whole: Window) -> tuple[Window, ...]:
    """Return the parts of the country that the page shows, the map itself first."""
    enlarged = _enlarged(inset, page, gathered, whole.scale)
    if enlarged.isNull():
        return (whole,)
    return whole, Window(enlarged, enlarged.width() / map_layout.enlargement_box(page).w * 1000)


def _keys(ground: _Ground, windows: tuple[Window, ...], unit: float) -> tuple[LegendKey, ...]:
    """Return the legend's other entries: only of what can be seen."""
    inputs, words = ground.inputs, ground.words
    extent, scale = windows[0].extent, windows[0].scale
    gathered = _gathered(ground, extent, scale, unit)
    candidates = [
        ("planned", inputs.zoning if scale > map_layers.ZONES_TO_SCALE else None, words("Area with a zoning plan")),
        ("park", inputs.parks, words("Industrial park or SEZ")),
    ]
    keys = [LegendKey("crowd", words("Place with many factories, and their number"))] if gathered.crowds else []
    if inputs.verdict_field and not gathered.single and any(gathered.fails):
        keys.append(LegendKey("failing", words("Of these, those that fail")))
    keys += [
        LegendKey(kind, title)
        for kind, layer, title in candidates
        if layer is not None and map_layers.anything_in(layer, extent, ground.crs, ground.transforms)
    ]
    least = map_layers.SHORTEST_LINE * unit * scale / 1000
    if inputs.evidence and map_layers.line_in(inputs.evidence, extent, ground.crs, ground.transforms, least):
        keys.append(LegendKey("evidence", words("From factory to conflict")))
    keys += _context_keys(ground, windows, unit)
    provinces = inputs.provinces
    if provinces is not None and map_layers.edges_in(provinces, extent, ground.crs, ground.transforms):
        keys.append(LegendKey("province", words("Province boundary")))
    if map_layers.border_in(extent, ground.crs, ground.transforms):
        keys.append(LegendKey("border", words("National boundary")))
    return tuple(keys)


def _context_keys(ground: _Ground, windows: tuple[Window, ...], unit: float) -> list[LegendKey]:
    """Return the legend's entries of the layers for orientation, numbered as the drawing numbers their symbols."""
    keys, number = [], 0
    for index, layer in enumerate(ground.inputs.context):
        title = ground.words(_plain_title(layer))
        signs = map_layers.context_signs(layer, index)
        seen = _seen(ground, index, windows, unit).keys
        shown = [(number + i, sign) for i, sign in enumerate(signs) if sign.key in seen]
        named = [
            (at, ground.words("{layer}: {sign}", layer=title, sign=ground.words(sign.label)) if sign.label else title)
            for at, sign in shown[: map_layers.CLASSES_LISTED]
        ]
        keys += [LegendKey("context", name, at) for at, name in named]
        number += len(signs)
    return keys


def _seen(ground: _Ground, index: int, windows: tuple[Window, ...], unit: float) -> Seen:
    """Return which classes of a layer for orientation can be seen."""
    key = (index, unit, *((window.extent.toString(1), window.scale) for window in windows))
    if key not in ground.seen:
        layer = ground.inputs.context[index]
        signs = map_layers.context_signs(layer, index)
        occupied = lru_cache(maxsize=None)(ground.places.cells)
        ground.seen[key] = seen_classes(layer, signs, windows, ground.crs, ground.transforms, unit, occupied)
    return ground.seen[key]


def _notes(ground: _Ground, windows: tuple[Window, ...], unit: float) -> tuple[str, ...]:
    """Return what the legend must add, so that nobody looks for what is not there, or trusts a line too far."""
    words, notes = ground.words, []
    extent, scale = windows[0].extent, windows[0].scale
    gathered = _gathered(ground, extent, scale, unit)
    if gathered.crowds:
        single = len(gathered.single) if ground.inputs.verdict_field else 0
        left_out = (
            "Where many stand together, none is drawn singly.",
            "Where many stand together, only those that fail are drawn singly.",
            "Where many stand together, only those that fail or are undecided are drawn singly.",
            "Where many stand together, those that pass or are exempt are not drawn singly.",
        )
        notes.append(words(left_out[single]))
    if ground.inputs.zoning is not None and scale > map_layers.ZONES_TO_SCALE:
        notes.append(words("At this scale, zones are not told apart."))
    for index, layer in enumerate(ground.inputs.context):
        seen = _seen(ground, index, windows, unit)
        if seen.too_small and not seen.keys:
            notes.append(words("{layer}: too small to be seen at this scale.", layer=words(_plain_title(layer))))
    if _coarse(ground, ground.inputs.provinces, extent, scale) or _coarse(
        ground, map_layers.country_layer(), extent, scale
    ):
        notes.append(words("Coast and boundaries are rough at this scale."))
    return tuple(notes)


def _unchecked(rules: RulesAsked, words: Words) -> str:
    """Return how many rules the verdicts leave out: a factory that passes has passed the others only."""
    lacking = rules.unchecked + rules.partly
    if not lacking:
        return ""
    told = {"count": words.number(lacking), "all": words.number(rules.rules)}
    if not rules.rules:
        return words("Up to {count} rules a factory were not checked: their layers are missing.", count=told["count"])
    if rules.partly:
        return words("{count} of {all} rules were not, or not wholly, checked: layers are missing.", **told)
    return words("{count} of {all} rules were not checked: their layers are missing.", **told)


def _coarse(ground: _Ground, layer, extent: QgsRectangle, scale: float) -> bool:
    if layer is None or not map_layers.edges_in(layer, extent, ground.crs, ground.transforms):
        return False
    return map_layers.coarse(layer, extent, ground.crs, ground.transforms, scale)


def _near_country(ground: _Ground, extent: QgsRectangle) -> bool:
    """Return whether the backdrop, which ends with the neighbours of the country, means anything here."""
    return ground.country.isNull() or ground.country.buffered(ground.country.width() / 2).intersects(extent)


def _inset(ground: _Ground, extent: QgsRectangle, scale: float, unit: float) -> str:
    """Return which map the legend shows: where this one lies; but of the whole country, its most crowded part."""
    if not _near_country(ground, extent):
        return ""
    if ground.country.isNull() or not QgsRectangle(extent).buffered(extent.width() * 0.02).contains(ground.country):
        return "locator"
    return "enlargement" if _gathered(ground, extent, scale, unit).crowds else ""


def _plain_title(layer) -> str:
    """Return a layer's name as a legend sets it: `water_intakes` becomes `Water intakes`."""
    own = own_title(layer)
    if own:
        return own
    name = plain(place_name(layer)).rsplit(", ", maxsplit=1)[-1].removesuffix(".gpkg").replace("_", " ").strip()
    return name[:1].upper() + name[1:]


def _sources(inputs: MapInputs, words: Words, rules: RulesAsked) -> tuple[Source, ...]:
    given = [
        (inputs.factories, words("Factories")),
        (inputs.zoning, words("Zoning")),
        (inputs.parks, words("Industrial park or SEZ")),
        *((layer, words(_plain_title(layer))) for layer in inputs.context),
    ]
    asked = [Source(f"{words('Rules')}: {', '.join(rules.packs)}", rules.vintage)] if rules.packs else []
    return (*(source_of(layer, role) for layer, role in given if layer is not None), *asked)


def _sources_here(ground: _Ground, extent: QgsRectangle) -> tuple[Source, ...]:
    """Return the sources of the given layers, and of what lies behind them where it is in sight."""
    words, provinces, behind = ground.words, ground.inputs.provinces, []
    if provinces is not None and map_layers.anything_in(provinces, extent, ground.crs, ground.transforms):
        behind.append(source_of(provinces, words("Province boundary")))
    if _near_country(ground, extent):
        behind.append(Source(f"{words('Backdrop')}: {map_layers.BACKDROP_SOURCE}", "2018"))
    return (*ground.sources, *behind)


def _credits(content: MapContent, words: Words) -> tuple[str, ...]:
    stated = "; ".join(_stated(source, words) for source in content.sources)
    lines = [f"{words('Sources')}: {stated}."]
    lines.append(
        f"{words('Coordinates')}: {content.crs}; {words('grid in degrees, WGS 84')}. "
        f"{words('Printed {date}', date=words.date(content.printed))}."
    )
    if content.verdicts:
        lines.append(words("Verdicts are a screening result, not a legal decision."))
    return tuple(lines)


def _stated(source: Source, words: Words) -> str:
    inside = [source.vintage or words("no date given")]
    inside += [words("illustrative")] if source.illustrative else []
    inside += [source.credit] if source.credit else []
    return f"{source.title} ({', '.join(inside)})"


# --- look ------------------------------------------------------------------------------------------------------------


def _look(ground: _Ground, content: MapContent, page: Plan, extent: QgsRectangle) -> map_layers.Look:
    scale = round(extent.width() / page.map.w * 1000)
    cell = 2.0 * page.unit * scale / 1000
    fails = sum(count.count for count in content.verdicts if count.verdict == "fail")
    return map_layers.Look(
        words=ground.words,
        scale=scale,
        count=content.shown,
        fails=fails,
        crowding=map_layers.crowding(ground.places, extent, cell),
        unit=page.unit,
        zones=content.zones,
        gathered=_gathered(ground, extent, scale, page.unit),
        near_country=_near_country(ground, extent),
        coarse_provinces=_coarse(ground, ground.inputs.provinces, extent, scale),
        coarse_border=_coarse(ground, map_layers.country_layer(), extent, scale),
    )


def _enlarged(inset: str, page: Plan, gathered: map_layers.Gathered, scale: float) -> QgsRectangle:
    """Return the extent of the part that the legend enlarges, null when it enlarges none."""
    if inset != "enlargement" or page.inset is None:
        return QgsRectangle()
    crowd, box = gathered.crowds[0], map_layout.enlargement_box(page)
    radius = map_layers.CROWD_RADIUS * page.unit * scale / 1000
    middle = QgsRectangle(crowd.x - radius, crowd.y - radius, crowd.x + radius, crowd.y + radius)
    return fill_shape(middle, box.w, box.h)


def _closer(ground: _Ground, look: map_layers.Look, enlarged: QgsRectangle, page: Plan) -> map_layers.Look | None:
    """Return how the enlarged part is drawn, None when there is none."""
    if enlarged.isNull():
        return None
    scale = enlarged.width() / map_layout.enlargement_box(page).w * 1000
    cell = 2.0 * page.unit * scale / 1000
    count = sum(ground.places.counts(enlarged).values())
    gathered = map_layers.Gathered()
    if count > map_layers.ENLARGED_MOST:
        gathered = map_layers.gather(ground.places, enlarged, map_layers.CROWD_RADIUS * page.unit * scale / 1000)
    return replace(
        look,
        scale=scale,
        count=count,
        crowding=map_layers.crowding(ground.places, enlarged, cell),
        gathered=gathered,
        names=False,
    )


def _about(content: MapContent) -> QgsProjectMetadata:
    """Return what a PDF says about itself; QGIS would name the account it runs under as the author."""
    about = QgsProjectMetadata()
    about.setTitle(content.title)
    about.setAbstract(content.subtitle)
    about.setAuthor("Factory Locations")
    return about


def _seen_only(inputs: MapInputs, content: MapContent) -> MapInputs:
    """Return the inputs without a zoning layer of which nothing is in sight."""
    seen = content.zones or any(key.kind == "planned" for key in content.keys)
    return inputs if seen else replace(inputs, zoning=None, zone_field="")
