"""Where things go on the page: boxes in millimetres, computed from the page's size and how much there is to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle on the page: left, top, width and height in millimetres."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.h

    def overlaps(self, other: Box, tolerance: float = 1e-6) -> bool:
        """Return whether two boxes share an area."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )


@dataclass(frozen=True)
class Heights:
    """How tall the parts of the legend want to be, in millimetres; 0 for what is not there."""

    verdicts: float
    zones: float
    keys: float
    credits: float


@dataclass(frozen=True)
class Plan:
    """The boxes of one page; `zones` or `keys` is None where there is nothing to show. `unit` scales type and lines."""

    unit: float
    width: float
    height: float
    title: Box
    badge: Box
    rule: Box
    map: Box
    verdicts: Box
    zones: Box | None
    keys: Box | None
    inset: Box | None
    scale: Box
    credits: Box

    def boxes(self) -> list[Box]:
        """Return every box that must not overlap another."""
        every = (
            self.title,
            self.badge,
            self.map,
            self.verdicts,
            self.zones,
            self.keys,
            self.inset,
            self.scale,
        )
        return [box for box in (*every, self.credits) if box is not None]


MARGIN = 10.0
GAP = 4.5
PANEL = 68.0
HEADER = 16.0
GRID_LABELS = 4.2
SCALE_WIDTH = 74.0
FOOTER_LEAST = 14.0
# How tall a map in the legend is, at least and at most: one that says where the map lies, or a part enlarged.
INSETS = {"": (0.0, 0.0), "locator": (30.0, 52.0), "enlargement": (38.0, 80.0)}
# Of a portrait page's height, what the legend may take from the map.
LEGEND_MOST = 0.28


def unit_of(width: float, height: float) -> float:
    """Return how much larger than on A4 type and gaps are: less than the page grows, for A3 hangs further away."""
    return float((min(width, height) / 210.0) ** 0.62)


def plan(width: float, height: float, heights: Heights, inset: str = "locator") -> Plan:
    """Return the boxes of a page.

    Parameters
    ----------
    width, height : float
        Of the page, in millimetres.
    heights : Heights
        Of the parts of the legend, already in millimetres on this page.
    inset : str
        Which map stands in the legend: one of `INSETS`.

    Returns
    -------
    Plan
        On a landscape page the legend stands right of the map, on a portrait page below it.
    """
    arrange = _landscape if width >= height else _portrait
    return arrange(width, height, heights, *INSETS[inset])


def _frame(width: float, height: float, heights: Heights) -> tuple[float, Box, Box, Box, Box, Box, float, float]:
    """Return what both orientations share: unit, title, badge, rule, scale, credits, and the map's top and bottom."""
    u = unit_of(width, height)
    m = MARGIN * u
    panel = PANEL * u
    title = Box(m, m, width - 2 * m - panel - GAP * u, HEADER * u)
    badge = Box(width - m - panel, m + 1.5 * u, panel, 8.5 * u)
    rule = Box(m, m + HEADER * u, width - 2 * m, 0.0)
    footer = max(FOOTER_LEAST * u, heights.credits)
    scale = Box(m, height - m - footer, SCALE_WIDTH * u, footer)
    credits_box = Box(scale.right + GAP * u, scale.y, width - m - scale.right - GAP * u, footer)
    return u, title, badge, rule, scale, credits_box, rule.y + 3 * u, scale.y - 2.5 * u


def _landscape(width: float, height: float, heights: Heights, inset_least: float, inset_most: float) -> Plan:
    u, title, badge, rule, scale, credits_box, top, bottom = _frame(width, height, heights)
    m, gap, labels = MARGIN * u, GAP * u, GRID_LABELS * u
    left = width - m - PANEL * u
    map_box = Box(m + labels, top, left - gap - m - labels, bottom - top - labels)
    room = bottom - top
    wanted = [heights.verdicts, heights.zones, heights.keys]
    gaps = gap * (sum(h > 0 for h in wanted) - (inset_most == 0))
    inset_h = min(max(room - sum(wanted) - gaps, inset_least * u), inset_most * u)
    y, boxes = top, []
    for h in _shared(wanted, room - inset_h - gaps):
        boxes.append(Box(left, y, PANEL * u, h) if h > 0 else None)
        y += h + gap if h > 0 else 0
    inset = Box(left, bottom - inset_h, PANEL * u, inset_h) if inset_h else None
    return Plan(u, width, height, title, badge, rule, map_box, *boxes, inset, scale, credits_box)


def _shared(wanted: list[float], room: float) -> list[float]:
    """Return the heights that fit `room`: the verdicts keep theirs, of the rest whoever wants most gives up first."""
    rest = room - wanted[0]
    small, large = sorted(wanted[1:])
    least = min(small, rest / 2)
    given = {small: least, large: min(large, rest - least)} if small != large else {small: min(small, rest / 2)}
    return [wanted[0], *(given[h] for h in wanted[1:])]


def _portrait(width: float, height: float, heights: Heights, inset_least: float, inset_most: float) -> Plan:
    u, title, badge, rule, scale, credits_box, top, bottom = _frame(width, height, heights)
    m, gap, labels = MARGIN * u, GAP * u, GRID_LABELS * u
    most = LEGEND_MOST * (bottom - top)
    tall = max(min(max(heights.zones, heights.keys), most), heights.verdicts, (inset_least + 4 * (inset_most > 0)) * u)
    legend_top = bottom - tall
    map_box = Box(m + labels, top, width - 2 * m - labels, legend_top - gap - top - labels)
    shares = {"verdicts": 52.0, "zones": 50.0, "keys": 41.0, "inset": 32.0}
    absent = [name for name in ("zones", "keys") if getattr(heights, name) <= 0] + ["inset"] * (inset_most == 0)
    for name in absent:
        shares.pop(name)
    room = width - 2 * m - gap * (len(shares) - 1)
    stretch = room / (sum(shares.values()) * u)
    if "inset" in shares and inset_least > INSETS["locator"][0]:
        # Words gain nothing by more room, a map does.
        shares["inset"] += room / u - sum(shares.values())
    else:
        shares = {k: v * stretch for k, v in shares.items()}
    boxes, x = {}, m
    for name, share in shares.items():
        boxes[name] = Box(x, legend_top, share * u, tall)
        x += share * u + gap
    inset = boxes.get("inset")
    if inset is not None:
        inset = Box(inset.x, inset.y, inset.w, min(inset.h, inset.w * 1.3))
    return Plan(
        u, width, height, title, badge, rule, map_box, boxes["verdicts"], boxes.get("zones"), boxes.get("keys"),
        inset, scale, credits_box,
    )  # fmt: skip
