"""The page “What changed” behind a map: counts by rule and by province, and the new violations, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItemPage, QgsLayoutSize, QgsLineSymbol, QgsPrintLayout, QgsUnitTypes

from . import symbols
from .map_layout import BODY, HEADING, MUTED, NAVY, RULE, SMALL, SUBTITLE, TITLE, WARNING
from .page import GAP, HEADER, MARGIN, Box, Plan
from .sheet import LEFT, RIGHT, Sheet
from .since import Counted, Since
from .words import KHMER, Words

ROW = 4.7
ROW_KHMER = 5.3
FOOTER = 6.0
# The table of counts takes this share of the page's width, the violations the rest.
COUNTS_SHARE = 0.46
COUNT_WIDTH = 15.0
# Of the room for both, what the table of rules may take at most: provinces want to be seen too.
RULES_MOST = 0.6


class _Page:
    """One page of a layout, whose places are millimetres from its own corner."""

    def __init__(self, layout: QgsPrintLayout, plan: Plan, words: Words) -> None:
        self.unit, self.words = plan.unit, words
        self.row = (ROW_KHMER if words.language == KHMER else ROW) * plan.unit
        self._sheet = Sheet(layout, khmer=words.language == KHMER)
        page = QgsLayoutItemPage(layout)
        page.setPageSize(QgsLayoutSize(plan.width, plan.height, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.pageCollection().addPage(page)
        self._top = page.pos().y()

    def text(self, text: str, x: float, y: float, width: float, points: float, colour: str, **more: object) -> None:
        box = Box(x, self._top + y, width, self.row)
        self._sheet.text(text, box, points * self.unit, colour=colour, **more)  # type: ignore[arg-type]

    def line(self, x: float, y: float, right: float, colour: str, width: float) -> None:
        style = {"line_color": colour, "line_width": str(width * self.unit), "capstyle": "flat"}
        self._sheet.line(x, self._top + y, right, self._top + y, QgsLineSymbol.createSimple(style))

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        box: Box,
        widths: Sequence[float],
        texts: int,
        *,
        total: bool = False,
    ) -> float:
        """Set a table, as many of its rows as the box holds; return where it ends.

        `texts` columns from the left are words, the others numbers; the last row is set bold where it is a `total`,
        and then always there.
        """  # fmt: skip
        self._cells(heads, box.x, box.y, widths, texts, HEADING * 0.9, NAVY, bold=True)
        y = box.y + self.row
        self.line(box.x, y, box.right, RULE, 0.25)
        last = rows[-1:] if total else ()
        body = rows[: len(rows) - len(last)]
        room = int((box.bottom - y) / self.row + 1e-6) - len(last)
        shown = body if len(body) <= room else body[: max(room - 1, 0)]
        for row in shown:
            self._cells(row, box.x, y, widths, texts, BODY, symbols.INK)
            y += self.row
        if len(shown) < len(body):
            more = self.words("and {count} more", count=self.words.number(len(body) - len(shown)))
            self.text(more, box.x, y, box.w, BODY, MUTED)
            y += self.row
        for row in last:
            self.line(box.x, y, box.right, RULE, 0.25)
            self._cells(row, box.x, y, widths, texts, BODY, symbols.INK, bold=True)
            y += self.row
        return y

    def _cells(
        self, cells: Sequence[str], x: float, y: float, widths: Sequence[float], texts: int, points: float,
        colour: str, *, bold: bool = False,
    ) -> None:  # fmt: skip
        for column, (cell, width) in enumerate(zip(cells, widths)):
            align = LEFT if column < texts else RIGHT
            if cell:
                self.text(
                    cell, x, y, width - 1.5 * self.unit, points, colour, bold=bold, align=align, least=6 * self.unit
                )
            x += width


def add(layout: QgsPrintLayout, since: Since, plan: Plan, words: Words, *, illustrative: bool) -> None:
    """Add the page to a layout.

    Parameters
    ----------
    layout : QgsPrintLayout
        With the map's page.
    since : Since
        What changed.
    plan : Plan
        Of the map's page: this one has its size.
    words : Words
    illustrative : bool
        Whether the page must say that its data are not for decisions.
    """
    page = _Page(layout, plan, words)
    u, margin = plan.unit, MARGIN * plan.unit
    width = plan.width - 2 * margin
    page.text(words("What changed"), margin, margin, width, TITLE, NAVY, bold=True)
    page.text(_period(since, words), margin, margin + 8.5 * u, width, SUBTITLE, MUTED)
    top = margin + HEADER * u
    page.line(margin, top, margin + width, NAVY, 0.6)
    bottom = plan.height - margin - FOOTER * u
    left = Box(margin, top + 3 * u, width * COUNTS_SHARE, bottom - top - 3 * u)
    x = left.right + 2 * GAP * u
    _counts(page, since, left)
    _violations(page, since, Box(x, left.y, margin + width - x, left.h))
    _footer(page, margin, bottom + 1.5 * u, width, illustrative)


def _period(since: Since, words: Words) -> str:
    if since.before is None or since.after is None:
        return words("Since the earlier check")
    told = {"before": words.date(since.before), "after": words.date(since.after)}
    return words("From the check of {before} to the check of {after}", **told)


def _counts(page: _Page, since: Since, box: Box) -> None:
    words, gap = page.words, GAP * page.unit
    widths = _widths(box.w, COUNT_WIDTH * page.unit, 4)
    heads = [words(one) for one in ("Findings by rule", "New", "Resolved", "Changed", "Of added")]
    total = Counted(words("All rules"), tuple(sum(column) for column in zip(*(one.counts for one in since.rules))))
    rows = _told([*since.rules, Counted(total.title, total.counts or (0,) * 4)], words)
    most = Box(box.x, box.y, box.w, box.h * RULES_MOST)
    y = page.table(heads, rows, most, widths, 1, total=True)
    note = words("Of added: findings of factories that the earlier check did not have.")
    page.text(note, box.x, y, box.w, SMALL, MUTED)
    y += page.row + gap
    heads = [words(one) for one in ("Factories by province", "Worse", "Better", "Added", "Removed")]
    rest = Box(box.x, y, box.w, box.bottom - y)
    unplaced = [Counted(one.title or words("No province"), one.counts) for one in since.provinces]
    rows = _told([*unplaced, Counted(words("All factories"), since.factories.counts)], words)
    page.table(heads, rows, rest, widths, 1, total=True)


def _told(counted: Sequence[Counted], words: Words) -> list[list[str]]:
    return [[one.title, *map(words.number, one.counts)] for one in counted]


def _violations(page: _Page, since: Since, box: Box) -> None:
    words = page.words
    count = words.number(len(since.violations))
    page.text(words("New violations, worst first: {count}", count=count), box.x, box.y, box.w, HEADING, NAVY, bold=True)
    below = Box(box.x, box.y + page.row * 1.1, box.w, box.h - page.row * 1.1)
    if not since.violations:
        page.text(words("No factory breaks a rule that it did not break before."), box.x, below.y, box.w, BODY, MUTED)
        return
    heads = [words(one) for one in ("Factory", "Province", "Rule", "Measured")]
    widths = [box.w * share for share in (0.38, 0.17, 0.33, 0.12)]
    rows = [(one.factory, one.province, one.rule, _metres(one.measured_m, words)) for one in since.violations]
    page.table(heads, rows, below, widths, 3)


def _metres(measured: float | None, words: Words) -> str:
    return "" if measured is None else f"{words.number(round(measured))} m"


def _widths(width: float, number: float, numbers: int) -> list[float]:
    return [width - number * numbers, *([number] * numbers)]


def _footer(page: _Page, x: float, y: float, width: float, illustrative: bool) -> None:
    words = page.words
    screening = words("Verdicts are a screening result, not a legal decision.")
    page.text(screening, x, y, width * 0.6, SMALL, MUTED)
    if illustrative:
        told = words("Illustrative data — not for decisions")
        page.text(told, x + width * 0.6, y, width * 0.4, BODY, WARNING, bold=True, align=RIGHT)
