"""The curve of distances as a picture: why this distance was suggested, and what the one used means."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..i18n import tr
from ..khmer_fonts import CSS
from .report import metres as metres_text
from .search import Found

if TYPE_CHECKING:
    import numpy as np

_WIDTH, _HEIGHT = 860, 520
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 30, 86, 70
_MOST_POINTS = 600
_CURVE, _SUGGESTED, _USED, _INK, _GRID = "#0072b2", "#d55e00", "#009e73", "#1f2933", "#e3e6e9"
_FONT = f"'Open Sans', {CSS}, sans-serif"


def as_svg(found: Found, source: str) -> str:
    """Return the plot as an SVG picture that needs nothing beside it.

    Parameters
    ----------
    found : Found
        Without a curve, where there are too few factories, the picture says so.
    source : str
        Name of the layer, for the title.
    """
    curve = found.curve
    if not len(curve):
        return _picture([_frame(found, source), *_no_curve(found)])
    top = _top(found)
    beyond = int((curve > top).sum())
    parts = [_frame(found, source), *_y_axis(top), *_x_axis(len(curve)), _line(curve, top)]
    marks = [
        (found.suggested, _SUGGESTED, tr("suggested: {metres} m")),
        (found.distance, _USED, tr("used: {metres} m")),
    ]
    if found.suggested == found.distance:
        marks = [(found.distance, _SUGGESTED, tr("suggested and used: {metres} m"))]
    marks = [mark for mark in marks if mark[0] > 0]
    close = len(marks) == 2 and abs(_y(marks[0][0], top) - _y(marks[1][0], top)) < 20
    highest = max((metres for metres, _, _ in marks), default=0.0)
    for metres, colour, text in marks:
        below = close and metres != highest
        parts.append(_mark(metres, top, colour, text.format(metres=metres_text(metres)), below=below))
    if beyond:
        note = tr(
            "{count} factories have their neighbour farther away than the top of the plot, the farthest {metres} m"
        )
        parts.append(_text(_WIDTH - _RIGHT, _TOP - 8, note.format(count=beyond, metres=f"{curve[-1]:,.0f}"), 12, "end"))
    return _picture(parts)


def _no_curve(found: Found) -> list[str]:
    """Return the sentence that stands where the curve would."""
    told = tr("No curve: fewer than {least} factories that are looked at together have a location.").format(
        least=found.neighbours + 1
    )
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    lines = [_text(middle, _HEIGHT / 2, told, 15, "middle")]
    if found.distance > 0:
        used = tr("used: {metres} m").format(metres=metres_text(found.distance))
        lines.append(_text(middle, _HEIGHT / 2 + 28, used, 14, "middle", weight="600", colour=_USED))
    return lines


def _picture(parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" font-family="{_FONT}" fill="{_INK}">\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def as_html(found: Found, source: str) -> str:
    """Return a page with the plot and how to read it."""
    title = escape(tr("Distance at which factories crowd together"))
    told = escape(
        tr(
            "Read it from the left: most factories have their neighbour near, then the curve turns upward to those "
            "that stand alone. The suggested distance is where it turns. A smaller distance gives fewer and denser "
            "clusters; a larger one joins neighbouring ones."
        )
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f'<body style="margin:24px;font-family:{_FONT};color:{_INK};background:#ffffff;max-width:{_WIDTH}px">\n'
        f"{as_svg(found, source)}<p>{told}</p>\n</body></html>\n"
    )


def _top(found: Found) -> float:
    """Return the distance at the top of the plot: a few factories far from all others would flatten the rest."""
    import numpy as np

    marks = [metres for metres in (found.suggested, found.distance) if metres > 0]
    most = max(float(np.quantile(found.curve, 0.95)), *(1.6 * metres for metres in marks))
    return max(min(most, max(float(found.curve[-1]), *(1.1 * m for m in marks))), 1.0)


def _y(metres: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - metres / top * (_HEIGHT - _TOP - _BOTTOM)


def _x(place: float, count: int) -> float:
    return _LEFT + place / max(count, 1) * (_WIDTH - _LEFT - _RIGHT)


def _frame(found: Found, source: str) -> str:
    title = tr("Distance at which factories crowd together: {layer}").format(layer=source)
    told = tr("Distance from each factory to its neighbour no. {k}, nearest first").format(k=found.neighbours)
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    sideways = f'transform="rotate(-90 22 {middle:.0f})"'
    below = tr("Factories, in order of that distance (number)")
    return "\n".join(
        [
            _text(_LEFT, 30, title, 18, weight="600"),
            _text(_LEFT, 52, told, 13),
            _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 18, below, 13, "middle"),
            _text(22, middle, tr("Distance on the ground (metres)"), 13, "middle", more=sideways),
        ]
    )


def _line(curve: np.ndarray, top: float) -> str:
    import numpy as np

    shown = curve[: max(int(np.searchsorted(curve, top, side="right")), 1)]
    places = np.unique(np.linspace(0, len(shown) - 1, min(len(shown), _MOST_POINTS)).astype(int))
    points = [f"{_x(place + 1, len(curve)):.1f},{_y(min(shown[place], top), top):.1f}" for place in places]
    if len(shown) < len(curve):
        points.append(f"{_x(len(shown) + 1, len(curve)):.1f},{_y(top, top):.1f}")
    return (
        f'<polyline points="{" ".join(points)}" fill="none" stroke="{_CURVE}" stroke-width="2.4" '
        'stroke-linejoin="round"/>'
    )


def _mark(metres: float, top: float, colour: str, text: str, *, below: bool) -> str:
    y = _y(metres, top)
    dashes = "7 4" if colour == _SUGGESTED else "2 3"
    return (
        f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" stroke="{colour}" stroke-width="1.8" '
        f'stroke-dasharray="{dashes}"/>\n'
        + _text(_LEFT + 10, y + (17 if below else -7), text, 14, weight="600", colour=colour)
    )


def _y_axis(top: float) -> list[str]:
    step = _step(top, 6)
    out = []
    for i in range(int(top / step + 1e-9) + 1):
        y = _y(i * step, top)
        out.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" stroke="{_GRID}"/>')
        out.append(_text(_LEFT - 10, y + 4, f"{i * step:,.10g}", 12, "end"))
    return out


def _x_axis(count: int) -> list[str]:
    step = max(_step(count, 8), 1)
    base = _HEIGHT - _BOTTOM
    out = [f'<line x1="{_LEFT}" y1="{base}" x2="{_WIDTH - _RIGHT}" y2="{base}" stroke="{_INK}"/>']
    for i in range(int(count / step + 1e-9) + 1):
        x = _x(i * step, count)
        out.append(f'<line x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 5}" stroke="{_INK}"/>')
        out.append(_text(x, base + 20, f"{i * step:,.10g}", 12, "middle"))
    return out


def _step(most: float, parts: int) -> float:
    """Return 1, 2 or 5 times a power of ten that divides a range into about so many parts."""
    import math

    power = 10.0 ** math.floor(math.log10(most / parts))
    return next(power * times for times in (1, 2, 5, 10) if power * times * parts >= most)


def _text(
    x: float,
    y: float,
    text: str,
    size: int,
    anchor: str = "start",
    *,
    weight: str = "400",
    colour: str = _INK,
    more: str = "",
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{colour}" {more}>{escape(text)}</text>'
    )
