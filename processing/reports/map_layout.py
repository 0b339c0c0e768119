"""The page of a location map, built from its content: nothing is counted or decided here, only set."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemMapItem,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..paths import DATA
from . import symbols
from .content import MapContent, ellipsis_tail, grid_interval, percent, scale_bar_segment
from .map_layers import Drawing
from .page import PANEL, Box, Heights, Plan, unit_of
from .sheet import RIGHT, Sheet, text_width, wrap
from .words import KHMER, Words

NORTH_ARROW = DATA / "layouts" / "north_arrow.svg"

NAVY = "#12355b"
INK = symbols.INK
MUTED = "#56616c"
RULE = "#c9d0d7"
WARNING = "#9b1c1c"

# Points and millimetres on A4; everything is multiplied by the page's unit.
TITLE = 18.0
TITLE_LEAST = 12.0
TITLE_TWO_LINES_LEAST = 9.0
SUBTITLE = 9.5
HEADING = 8.0
BODY = 7.5
SMALL = 6.0
HEADING_ROW = 6.2
VERDICT_ROW = 5.1
KEY_ROW = 4.5
KEY_LINE = 3.3
SMALL_ROW = 2.75
SWATCH = 6.2
# Of a line's width, what measured text may take: drawn, it can be a little wider.
MEASURED = 0.985
ZONES_IN_ONE_COLUMN = 10


@dataclass(frozen=True)
class _Pen:
    """A sheet with the page's unit and words at hand."""

    sheet: Sheet
    unit: float
    words: Words

    @property
    def leading(self) -> float:
        """Khmer stacks signs above and below its letters and needs more room between lines."""
        return _leading(self.unit, self.words.language)

    @property
    def row(self) -> float:
        """Rows of the legend stand apart already, and need less."""
        return _row(self.unit, self.words.language)


def _leading(unit: float, language: str) -> float:
    return unit * (1.18 if language == KHMER else 1.0)


def _row(unit: float, language: str) -> float:
    return unit * (1.06 if language == KHMER else 1.0)


# --- how tall things are ---------------------------------------------------------------------------------------------


def heights(content: MapContent, width: float, height: float) -> Heights:
    """Return how tall the parts of the legend and the credits want to be on a page of this size, in millimetres."""
    unit = unit_of(width, height)
    khmer = content.language == KHMER
    leading, row = _leading(unit, content.language), _row(unit, content.language)
    wide = width >= height
    rows = len(content.verdicts) or 1
    heading = HEADING_ROW * leading
    verdicts = heading + (rows + bool(content.verdicts)) * VERDICT_ROW * row
    beside = ((PANEL if wide else 50.0) - SWATCH - 1.5) * unit
    verdicts += len(_verdict_notes(content, Words(content.language), beside, unit)) * SMALL_ROW * leading
    zone_rows = math.ceil(len(content.zones) / _zone_columns(content, (PANEL if wide else 50.0) * unit, unit))
    zones = heading + zone_rows * KEY_ROW * row if content.zones else 0.0
    # In a portrait page's narrow column a title may take two lines.
    column = (PANEL if wide else 40.0) * unit
    doubled = sum(len(lines) > 1 for lines in _key_lines(content, unit, column))
    keys = heading + (len(content.keys) * KEY_ROW + doubled * KEY_LINE) * row if content.keys else 0.0
    notes = len(_key_notes(content, unit, column - (SWATCH + 1.5) * unit))
    keys += notes * SMALL_ROW * leading + 0.8 * unit * bool(notes)
    room = (width - 2 * 10.0 * unit - (74.0 + 5.0) * unit) * MEASURED
    credit_lines = sum(len(wrap(line, room, SMALL * unit, khmer=khmer)) for line in content.credits)
    return Heights(verdicts, zones, keys, credit_lines * SMALL_ROW * leading)


def _key_lines(content: MapContent, unit: float, width: float) -> list[list[str]]:
    khmer = content.language == KHMER
    room = width - (SWATCH + 1.5) * unit
    return [wrap(key.title, room, BODY * unit, khmer=khmer) for key in content.keys]


def _key_notes(content: MapContent, unit: float, width: float) -> list[str]:
    khmer = content.language == KHMER
    return [line for note in content.notes for line in wrap(note, width, SMALL * unit, khmer=khmer)]


def _verdict_notes(content: MapContent, words: Words, width: float, unit: float) -> list[str]:
    notes = wrap(content.unchecked, width, SMALL * unit, khmer=content.language == KHMER) if content.unchecked else []
    if content.beyond:
        notes.append(words("{count} more lie beyond this map.", count=words.number(content.beyond)))
    if content.unplaced:
        notes.append(words("{count} have no location.", count=words.number(content.unplaced)))
    return notes


# --- the page --------------------------------------------------------------------------------------------------------


def build(
    content: MapContent,
    plan: Plan,
    drawing: Drawing,
    extent: QgsRectangle,
    inset: QgsRectangle,
    marker_mm: float,
) -> QgsPrintLayout:
    """Return the finished layout.

    Parameters
    ----------
    content : MapContent
        What the map says.
    plan : Plan
        Where it goes.
    drawing : Drawing
        Styled layers, in the project whose CRS the map is drawn in.
    extent : QgsRectangle
        Of the map, in that CRS, with the shape of `plan.map`.
    inset : QgsRectangle
        In the same CRS, what the map in the legend shows: the enlarged part, with the shape of `enlargement_box`; or
        Cambodia, and null leaves it to the map's own extent.
    marker_mm : float
        Nominal size of the factories' markers.
    """
    layout = QgsPrintLayout(drawing.project)
    layout.setName(content.title)
    # The project owns the layout from here: destroyed the other way round, layout after project, QGIS crashes.
    drawing.project.layoutManager().addLayout(layout)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.attemptResize(_size(plan.width, plan.height))
    pen = _Pen(Sheet(layout, khmer=content.language == KHMER), plan.unit, Words(content.language))
    map_item = _map(pen, plan, drawing, extent)
    layout.setReferenceMap(map_item)
    _header(pen, content, plan)
    _verdicts(pen, content, plan.verdicts, marker_mm)
    if plan.zones:
        _zones(pen, content, plan.zones)
    if plan.keys:
        _keys(pen, content, plan.keys, drawing)
    if plan.inset is not None and content.inset == "enlargement":
        _enlargement(pen, plan, drawing, map_item, inset)
    elif plan.inset is not None:
        _inset(pen, plan, drawing, map_item, inset)
    _scale(pen, plan, map_item)
    _credits(pen, content, plan.credits)
    return layout


def _size(width: float, height: float) -> QgsLayoutSize:
    return QgsLayoutSize(width, height, QgsUnitTypes.LayoutUnit.LayoutMillimeters)


def _stroke(colour: str, width: float) -> QgsLineSymbol:
    return QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(width), "capstyle": "flat"})


def _header(pen: _Pen, content: MapContent, plan: Plan) -> None:
    u, box = pen.unit, plan.title
    width = box.w if content.illustrative else plan.rule.w
    khmer = content.language == KHMER
    lines, size = [content.title], TITLE * u
    if text_width(content.title, TITLE_LEAST * u, bold=True, khmer=khmer) > width:
        # Two lines, as large as they may be.
        for points in range(round(TITLE_LEAST), round(TITLE_TWO_LINES_LEAST) - 1, -1):
            size = points * u
            lines = wrap(content.title, width, size, bold=True, khmer=khmer)
            if len(lines) <= 2:
                break
        lines = [lines[0], " ".join(lines[1:])]
    top = (9.2 if content.subtitle else 13.0) * u
    pitch = top / len(lines)
    for number, line in enumerate(lines):
        row = Box(box.x, box.y - 0.4 * u + number * pitch, width, pitch)
        pen.sheet.text(line, row, size, colour=NAVY, bold=True, least=TITLE_LEAST * u * 0.9)
    if content.subtitle:
        below = Box(box.x, box.y + 9.3 * u, width, 5.0 * u)
        pen.sheet.text(content.subtitle, below, SUBTITLE * u, colour=MUTED, least=7 * u)
    rule = plan.rule
    pen.sheet.line(rule.x, rule.y, rule.right, rule.y, _stroke(NAVY, 0.6 * u))
    if content.illustrative:
        _badge(pen, plan.badge)


def _badge(pen: _Pen, box: Box) -> None:
    u = pen.unit
    pen.sheet.area(box, symbols.fill("#fdf3f2", WARNING, 0.5 * u))
    inner = Box(box.x + 2 * u, box.y, box.w - 4 * u, box.h)
    words = pen.words("Illustrative data — not for decisions")
    pen.sheet.text(words, inner, 10.5 * u, colour=WARNING, bold=True, align=Qt.AlignmentFlag.AlignHCenter, least=5 * u)


def _heading(pen: _Pen, text: str, box: Box) -> float:
    """Set a heading over a thin rule at a box's top; return where the rows below it begin."""
    u = pen.leading
    row = Box(box.x, box.y, box.w, 4.4 * u)
    pen.sheet.text(text, row, HEADING * pen.unit, colour=NAVY, bold=True)
    y = box.y + 4.9 * u
    pen.sheet.line(box.x, y, box.right, y, _stroke(RULE, 0.25 * pen.unit))
    return box.y + HEADING_ROW * u


def _pitch(wanted: float, room: float, rows: int, tail: float = 0.0) -> float:
    """Return the height of a row: the one wanted, or what the room leaves."""
    return min(wanted, (room - tail) / rows) if rows else wanted


def _verdicts(pen: _Pen, content: MapContent, box: Box, marker_mm: float) -> None:
    """Set the verdicts as legend, table and bar chart in one: sign, name, bar, number, share."""
    u = pen.unit
    heading = "Factories by verdict" if content.verdicts else "Factories"
    y = _heading(pen, pen.words(heading), box)
    notes = _verdict_notes(content, pen.words, box.w - (SWATCH + 1.5) * u, u)
    tail = len(notes) * SMALL_ROW * pen.leading
    rows = len(content.verdicts) + 1
    pitch = _pitch(VERDICT_ROW * pen.row, box.bottom - y, rows, tail)
    sign = min(max(marker_mm, 2.0 * u), 3.2 * u)
    if not content.verdicts:
        row = Box(box.x, y, box.w, pitch)
        pen.sheet.marker(box.x + SWATCH / 2 * u, y + pitch / 2, symbols.factory_marker(sign))
        _counted(pen, pen.words("Factory"), content.shown, None, row)
        y += pitch
    else:
        columns = _columns(pen, content, box)
        for count in content.verdicts:
            row = Box(box.x, y, box.w, pitch)
            pen.sheet.marker(box.x + SWATCH / 2 * u, y + pitch / 2, symbols.verdict_marker(count.verdict, sign))
            _counted(pen, pen.words(count.title), count.count, percent(count.share, count.percent), row)
            _bar(pen, count, columns, row, content)
            y += pitch
        pen.sheet.line(box.x, y, box.right, y, _stroke(RULE, 0.25 * u))
        _counted(
            pen, pen.words("All factories shown"), content.shown, percent(1.0), Box(box.x, y, box.w, pitch), bold=True
        )
        y += pitch
    pen.sheet.lines(
        notes,
        Box(box.x + (SWATCH + 1.5) * u, y, box.w, tail),
        SMALL * u,
        SMALL_ROW * pen.leading,
        colour=MUTED,
    )


NUMBER = 11.0
SHARE = 10.0


def _counted(pen: _Pen, title: str, count: int, share: str | None, row: Box, *, bold: bool = False) -> None:
    u = pen.unit
    x = row.x if bold else row.x + (SWATCH + 1.5) * u
    number_x = row.right - (NUMBER + SHARE) * u if share is not None else row.right - NUMBER * u
    pen.sheet.text(title, Box(x, row.y, number_x - x, row.h), BODY * u, colour=INK, bold=bold)
    number = pen.words.number(count)
    pen.sheet.text(number, Box(number_x, row.y, NUMBER * u, row.h), BODY * u, colour=INK, bold=True, align=RIGHT)
    if share is not None:
        right = Box(row.right - SHARE * u, row.y, SHARE * u, row.h)
        pen.sheet.text(share, right, BODY * u, colour=MUTED, align=RIGHT)


def _columns(pen: _Pen, content: MapContent, box: Box) -> tuple[float, float]:
    """Return where the bars begin and how long the longest may be: what the widest title leaves."""
    u = pen.unit
    khmer = pen.words.language == KHMER
    widest = max(text_width(pen.words(count.title), BODY * u, khmer=khmer) for count in content.verdicts)
    start = box.x + (SWATCH + 1.5) * u + widest + 2.5 * u
    return start, box.right - (NUMBER + SHARE) * u - start


def _bar(pen: _Pen, count, columns: tuple[float, float], row: Box, content: MapContent) -> None:
    start, longest = columns
    if longest < 6 * pen.unit:
        return
    most = max(each.count for each in content.verdicts)
    length = max(longest * count.count / most, 0.4 * pen.unit)
    style = symbols.VERDICTS[count.verdict]
    thick = min(2.4 * pen.unit, row.h * 0.5)
    bar = Box(start, row.y + (row.h - thick) / 2, length, thick)
    outline = style.outline if style.colour == "#ffffff" else style.colour
    pen.sheet.area(bar, symbols.fill(style.colour, outline, 0.15 * pen.unit))


def _zone_columns(content: MapContent, width: float, unit: float) -> int:
    """Return in how many columns the zones are listed: one, unless they are many and their titles short."""
    if len(content.zones) <= ZONES_IN_ONE_COLUMN:
        return 1
    words, khmer = Words(content.language), content.language == KHMER
    widest = max(
        text_width(words(zone.title), BODY * unit, khmer=khmer) + _code_width(zone, unit) for zone in content.zones
    )
    gap = 3.0 * unit
    return max(1, min(3, int((width + gap) / ((SWATCH + 1.5) * unit + widest + gap))))


def _code_width(zone, unit: float) -> float:
    """Return the room for a code beside its title, 0 where the code is the title."""
    return text_width(zone.code, SMALL * unit) + 1.5 * unit if zone.code and zone.code != zone.title else 0.0


def _zones(pen: _Pen, content: MapContent, box: Box) -> None:
    u = pen.unit
    top = _heading(pen, pen.words("Zoning"), box)
    columns = _zone_columns(content, box.w, u)
    most = max(int((box.bottom - top) / (3.4 * pen.row) + 0.01), 1)
    shown, more = ellipsis_tail(content.zones, most * columns)
    rows = math.ceil((len(shown) + bool(more)) / columns)
    pitch = _pitch(KEY_ROW * pen.row, box.bottom - top, rows)
    gap = 3.0 * u
    wide = (box.w - gap * (columns - 1)) / columns
    places = [
        Box(box.x + (wide + gap) * (i // rows), top + pitch * (i % rows), wide, pitch) for i in range(rows * columns)
    ]
    others = symbols.other_codes(content.zones)
    for zone, row in zip(shown, places):
        swatch = Box(row.x, row.y + pitch * 0.14, SWATCH * u, pitch * 0.72)
        pen.sheet.area(swatch, symbols.zone_fill(symbols.zone_style(zone.code, others)))
        x = row.x + (SWATCH + 1.5) * u
        code_w = _code_width(zone, u)
        pen.sheet.text(pen.words(zone.title), Box(x, row.y, row.right - x - code_w, pitch), BODY * u, colour=INK)
        if code_w:
            right = Box(row.right - code_w, row.y, code_w, pitch)
            pen.sheet.text(zone.code, right, SMALL * u, colour=MUTED, align=RIGHT)
    if more:
        row = places[len(shown)]
        x = row.x + (SWATCH + 1.5) * u
        said = pen.words("and {count} more", count=pen.words.number(more))
        pen.sheet.text(said, Box(x, row.y, row.right - x, pitch), SMALL * u, colour=MUTED)


def _keys(pen: _Pen, content: MapContent, box: Box, drawing: Drawing) -> None:
    u = pen.unit
    y = _heading(pen, pen.words("Also on this map"), box)
    wrapped = _key_lines(content, u, box.w)
    notes = _key_notes(content, u, box.w - (SWATCH + 1.5) * u)
    tail = len(notes) * SMALL_ROW * pen.leading + 0.8 * u * bool(notes)
    room = box.bottom - y - tail
    shown, more = ellipsis_tail(list(zip(content.keys, wrapped)), int(room / (3.6 * pen.row) + 0.01))
    wanted = sum(KEY_ROW + KEY_LINE * (min(len(lines), 2) - 1) for _, lines in shown) * pen.row
    squeeze = min(1.0, room / wanted) if wanted else 1.0
    for key, lines in shown:
        two = min(len(lines), 2)
        h = (KEY_ROW + KEY_LINE * (two - 1)) * pen.row * squeeze
        _swatch(pen, key, Box(box.x, y + (h - 3.2 * u) / 2, SWATCH * u, 3.2 * u), drawing)
        pitch = h / two if two > 1 else h
        for number in range(two):
            line = lines[number] if number < 1 or two == len(lines) else " ".join(lines[1:])
            x = box.x + (SWATCH + 1.5) * u
            pen.sheet.text(line, Box(x, y + number * pitch, box.right - x, pitch), BODY * u, colour=INK)
        y += h
    if more:
        said = pen.words("and {count} more", count=pen.words.number(more))
        pen.sheet.text(said, Box(box.x + (SWATCH + 1.5) * u, y, box.w, 3.6 * u), SMALL * u, colour=MUTED)
    x = box.x + (SWATCH + 1.5) * u
    below = Box(x, min(y + 0.6 * u, box.bottom - tail), box.right - x, tail)
    pen.sheet.lines(notes, below, SMALL * u, SMALL_ROW * pen.leading, colour=MUTED)


def _swatch(pen: _Pen, key, box: Box, drawing: Drawing) -> None:
    middle = box.y + box.h / 2
    symbol = drawing.signs[key.kind] if key.kind in drawing.signs else drawing.context_symbols[key.index]
    if isinstance(symbol, QgsFillSymbol):
        pen.sheet.area(Box(box.x + 0.3, box.y, box.w - 0.6, box.h), symbol)
    elif isinstance(symbol, QgsLineSymbol):
        pen.sheet.line(box.x, middle, box.right, middle, symbol)
    else:
        pen.sheet.marker(box.x + box.w / 2, middle, symbol)


# --- maps ------------------------------------------------------------------------------------------------------------


def _map(pen: _Pen, plan: Plan, drawing: Drawing, extent: QgsRectangle) -> QgsLayoutItemMap:
    item = _map_item(pen, plan.map, drawing, drawing.map_layers, extent)
    _grid(pen, item, drawing, extent)
    return item


def _map_item(pen: _Pen, box: Box, drawing: Drawing, layers: list, extent: QgsRectangle) -> QgsLayoutItemMap:
    """Return a framed map of some layers, its labels whole."""
    item = QgsLayoutItemMap(pen.sheet.layout)
    pen.sheet.add(item, box)
    item.setCrs(drawing.project.crs())
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setLabelMargin(_mm(2.0 * pen.unit))
    item.setMapFlags(QgsLayoutItemMap.MapItemFlags())  # no labels cut off by the frame
    item.setBackgroundColor(QColor(drawing.background))
    _show(pen, item, box, extent)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(INK))
    item.setFrameStrokeWidth(_mm(0.4 * pen.unit))
    return item


def _show(pen: _Pen, item: QgsLayoutItemMap, box: Box, extent: QgsRectangle) -> None:
    """Point a map at an extent without losing its box.

    `zoomToExtent` keeps the box but takes the shape from the extent before, which a new item has not; `setExtent`
    gives it one and changes the box. Hence all three.
    """
    item.setExtent(extent)
    item.attemptResize(_size(box.w, box.h))
    item.zoomToExtent(extent)


def _mm(width: float) -> QgsLayoutMeasurement:
    return QgsLayoutMeasurement(width, QgsUnitTypes.LayoutUnit.LayoutMillimeters)


def _grid(pen: _Pen, item: QgsLayoutItemMap, drawing: Drawing, extent: QgsRectangle) -> None:
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    to_degrees = QgsCoordinateTransform(drawing.project.crs(), degrees, drawing.project.transformContext())
    box = to_degrees.transformBoundingBox(extent)
    step = grid_interval(max(box.width(), box.height()))
    grid = QgsLayoutItemMapGrid("degrees", item)
    grid.setCrs(degrees)
    grid.setUnits(QgsLayoutItemMapGrid.GridUnit.MapUnit)
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    grid.setLineSymbol(_stroke("#8796a5", 0.07 * pen.unit))
    grid.setStackingPosition(QgsLayoutItemMapItem.StackingPosition.StackBelowMapLabels)
    grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
    grid.setFrameWidth(1.0 * pen.unit)
    grid.setFramePenSize(0.2 * pen.unit)
    grid.setFramePenColor(QColor(INK))
    _grid_labels(pen, grid, step)
    item.grids().addGrid(grid)


def _grid_labels(pen: _Pen, grid: QgsLayoutItemMapGrid, step: float) -> None:
    sides = QgsLayoutItemMapGrid.BorderSide
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
    grid.setAnnotationExpression(_degrees_expression(step))
    form = symbols.text_format(5.8 * pen.unit, MUTED)
    if hasattr(grid, "setAnnotationTextFormat"):
        grid.setAnnotationTextFormat(form)
    else:  # before QGIS 3.16
        grid.setAnnotationFont(form.font())
        grid.setAnnotationFontColor(QColor(MUTED))
    grid.setAnnotationFrameDistance(0.5 * pen.unit)
    for side in (sides.Left, sides.Right, sides.Top, sides.Bottom):
        grid.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame, side)
        shown = QgsLayoutItemMapGrid.DisplayMode.HideAll
        if side == sides.Left:
            shown = QgsLayoutItemMapGrid.DisplayMode.LatitudeOnly
        if side == sides.Bottom:
            shown = QgsLayoutItemMapGrid.DisplayMode.LongitudeOnly
        grid.setAnnotationDisplay(shown, side)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, sides.Left)
    for side in (sides.Right, sides.Top):
        grid.setFrameDivisions(QgsLayoutItemMapGrid.DisplayMode.HideAll, side)
    grid.setFrameDivisions(QgsLayoutItemMapGrid.DisplayMode.LatitudeOnly, sides.Left)
    grid.setFrameDivisions(QgsLayoutItemMapGrid.DisplayMode.LongitudeOnly, sides.Bottom)


def _degrees_expression(step: float) -> str:
    """Return how the grid's lines are named: no finer than the step needs, e.g. 105°E, 11°30′N, 11°30′20″N."""
    value = "round(abs(@grid_number) * 3600)"
    degrees = f"floor({value} / 3600) || '°'"
    minutes = f"lpad(to_string(floor({value} % 3600 / 60)), 2, '0') || '′'"
    seconds = f"lpad(to_string({value} % 60), 2, '0') || '″'"
    parts = [degrees]
    parts += [minutes] if step < 1 else []
    parts += [seconds] if step < 1 / 60 else []
    north = "if(@grid_number >= 0, 'N', 'S')"
    east = "if(@grid_number >= 0, 'E', 'W')"
    return " || ".join(parts) + f" || if(@grid_axis = 'x', {east}, {north})"


def _inset(pen: _Pen, plan: Plan, drawing: Drawing, map_item: QgsLayoutItemMap, country: QgsRectangle) -> None:
    if not drawing.inset_layers:
        return
    item = QgsLayoutItemMap(pen.sheet.layout)
    pen.sheet.add(item, plan.inset)
    item.setCrs(drawing.project.crs())
    item.setLayers(drawing.inset_layers)
    item.setKeepLayerSet(True)
    item.setBackgroundColor(QColor(symbols.SEA))
    whole = QgsRectangle(country)
    whole.combineExtentWith(map_item.extent())
    whole.scale(1.06)
    _show(pen, item, plan.inset, whole)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(INK))
    item.setFrameStrokeWidth(_mm(0.25 * pen.unit))
    overview = QgsLayoutItemMapOverview("here", item)
    overview.setLinkedMap(map_item)
    overview.setFrameSymbol(symbols.fill("#9b1c1c12", WARNING, 0.5 * pen.unit))
    item.overviews().addOverview(overview)


def enlargement_box(plan: Plan) -> Box:
    """Return where the enlarged part is drawn: what its heading leaves of the inset."""
    heading = 5.4 * plan.unit
    return Box(plan.inset.x, plan.inset.y + heading, plan.inset.w, plan.inset.h - heading)


def _enlargement(pen: _Pen, plan: Plan, drawing: Drawing, map_item: QgsLayoutItemMap, extent: QgsRectangle) -> None:
    """Set the enlarged part, and frame it on the map."""
    u, box = pen.unit, enlargement_box(plan)
    item = _map_item(pen, box, drawing, drawing.inset_layers, extent)
    item.setFrameStrokeWidth(_mm(0.3 * u))
    said = pen.words("Enlarged part, 1:{scale}", scale=pen.words.number(round(item.scale())))
    pen.sheet.text(said, Box(box.x, plan.inset.y, box.w, 4.4 * u), HEADING * u, colour=NAVY, bold=True)
    frame = QgsLayoutItemMapOverview("enlarged", map_item)
    frame.setLinkedMap(item)
    frame.setFrameSymbol(symbols.fill("#00000000", INK, 0.3 * u))
    frame.setStackingPosition(QgsLayoutItemMapItem.StackingPosition.StackBelowMapLabels)
    map_item.overviews().addOverview(frame)


def _scale(pen: _Pen, plan: Plan, map_item: QgsLayoutItemMap) -> None:
    u, box = pen.unit, plan.scale
    arrow = QgsLayoutItemPicture(pen.sheet.layout)
    pen.sheet.add(arrow, Box(box.x, box.y + 0.8 * u, 7.0 * u, 11.0 * u))
    arrow.setPicturePath(str(NORTH_ARROW))
    arrow.setLinkedMap(map_item)
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    x = box.x + 10.5 * u
    scale = map_item.scale()
    size = "A3" if max(plan.width, plan.height) > 300 else "A4"
    said = pen.words("Scale 1:{scale}", scale=pen.words.number(round(scale)))
    line = pen.words("{scale} on {page} paper", scale=said, page=size)
    pen.sheet.text(line, Box(x, box.y + 8.4 * u, box.right - x, 3.4 * u), 6.8 * u, colour=INK)
    _scale_bar(pen, Box(x, box.y + 0.2 * u, box.right - x, 8.0 * u), map_item)


def _scale_bar(pen: _Pen, box: Box, map_item: QgsLayoutItemMap) -> None:
    u = pen.unit
    segments = 4
    metres = scale_bar_segment(map_item.scale(), box.w - 12 * u, segments)
    kilometres = metres >= 1000 or metres * segments >= 2000
    bar = QgsLayoutItemScaleBar(pen.sheet.layout)
    bar.setLinkedMap(map_item)
    bar.setStyle("Single Box")
    units = QgsUnitTypes.DistanceUnit
    bar.setUnits(units.DistanceKilometers if kilometres else units.DistanceMeters)
    bar.setUnitLabel("km" if kilometres else "m")
    bar.setMapUnitsPerScaleBarUnit(1.0)
    bar.setUnitsPerSegment(metres / 1000 if kilometres else metres)
    bar.setNumberOfSegments(segments)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(1.5 * u)
    bar.setLabelBarSpace(0.7 * u)
    bar.setBoxContentSpace(0.4 * u)
    bar.setTextFormat(symbols.text_format(6.5 * u, INK))
    bar.setFillSymbol(symbols.fill(INK, INK, 0.0))
    bar.setAlternateFillSymbol(symbols.fill("#ffffff", "#ffffff", 0.0))
    bar.setLineSymbol(_stroke(INK, 0.2 * u))
    pen.sheet.add(bar, box)


def _credits(pen: _Pen, content: MapContent, box: Box) -> None:
    u = pen.unit
    khmer = pen.words.language == KHMER
    lines = [part for line in content.credits for part in wrap(line, box.w * MEASURED, SMALL * u, khmer=khmer)]
    pitch = min(SMALL_ROW * pen.leading, box.h / max(len(lines), 1))
    pen.sheet.lines(lines, Box(box.x, box.y + 0.3 * u, box.w, box.h), SMALL * u, pitch, colour=MUTED)
