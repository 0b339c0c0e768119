"""What zones start from: factories, their hazard installations, and the threat zones of models."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from ..checks.role_layers import plain_class
from ..frames import LayerFrame, LayerProblem, Tick
from ..i18n import tr
from ..inputs import Factories, distances_of, texts
from .distances import THREAT, Reach
from .threats import Threats

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.zones import Sources

# Names between commas or semicolons, or in quotes.
_WORDS = re.compile(r'\s*"[^"]*"\s*|[^,;"]+')
POINT, SITE, INSTALLATION = "point", "site", "installation"


@dataclass(frozen=True)
class Hazards:
    """All sources of a run: s own ones, whose zones are drawn, then r releases, whose zones were given.

    Attributes
    ----------
    factories : Factories
        n of them.
    reach : Reach
        Of the factories.
    levels : sequence of str
        k names, the innermost first.
    classes : sequence of str
        The gravest first.
    sources : Sources
        The s own ones.
    zones : (s + r, k) object array of polygons or None
    factory : (s + r,) int array
        Row of the factory; -1 for a release that belongs to none.
    kind : (s + r,) int array
        Number of the class.
    ids, measured : (s + r,) object arrays of str or None
        Of the installation or file; what the zones were measured from.
    told : (s + r, k) object array of str or None
        Where each distance is from.
    closed : (n,) bool array
        Factories that are closed for good.
    """

    factories: Factories
    reach: Reach
    levels: Sequence[str]
    classes: Sequence[str]
    sources: Sources
    zones: np.ndarray
    factory: np.ndarray
    kind: np.ndarray
    ids: np.ndarray
    measured: np.ndarray
    told: np.ndarray
    closed: np.ndarray

    @property
    def k(self) -> int:
        return len(self.levels)

    @property
    def own(self) -> int:
        """How many sources are own ones."""
        return len(self.sources.geometries)

    @cached_property
    def unit(self) -> np.ndarray:
        """Whose each source is: the first row of a factory's id; n and up for releases that belong to none."""
        import numpy as np

        alone = self.factory < 0
        return np.where(alone, len(self.factories.ids) + np.cumsum(alone) - 1, self.first_row[self.factory])

    @property
    def units(self) -> int:
        return len(self.factories.ids) + int((self.factory < 0).sum())

    @cached_property
    def metres(self) -> np.ndarray:
        """Ground metres of each zone, NaN for those that were given: (s + r, k) floats."""
        import numpy as np

        given = np.full((len(self.factory) - self.own, self.k), np.nan)
        return np.concatenate([self.sources.reach, given])

    @cached_property
    def filled(self) -> np.ndarray:
        """The ground within each level: the zone with all zones further in, also of a source that lacks the level."""
        import numpy as np
        import shapely

        out = self.zones.copy()
        for level in range(1, self.k):
            missing = shapely.is_missing(out[:, level])
            out[missing, level] = out[missing, level - 1]
            given = np.arange(len(out)) >= self.own  # nothing says that a model's zones are nested
            both = given & ~missing & ~shapely.is_missing(out[:, level - 1])
            out[both, level] = shapely.union(out[both, level], out[both, level - 1])
        return out

    @cached_property
    def present(self) -> np.ndarray:
        """Whether each source has a zone of each level: (s + r, k) booleans."""
        import shapely

        return ~shapely.is_missing(self.zones)

    @cached_property
    def first_row(self) -> np.ndarray:
        """The row that stands for all rows of its factory id: (n,) ints."""
        return first_rows(self.factories)

    @cached_property
    def with_zone(self) -> np.ndarray:
        """Whether each row of the factories has a zone, its own or of a model: (n,) booleans."""
        import numpy as np

        return np.bincount(self.factory[self.factory >= 0], minlength=len(self.factories.ids)) > 0

    @property
    def factory_count(self) -> int:
        """How many factories there are: two rows of one id are one."""
        import numpy as np

        return len(np.unique(self.first_row))

    @property
    def factories_with_zone(self) -> int:
        import numpy as np

        return len(np.unique(self.first_row[self.with_zone]))


def first_rows(factories: Factories) -> np.ndarray:
    """Return the row that stands for all rows of each factory's id: by name and place, whatever the order of rows."""
    import numpy as np
    import pandas as pd
    import shapely

    codes = pd.factorize(factories.ids)[0]
    n = len(codes)
    first = np.arange(n)
    again = np.flatnonzero(np.bincount(codes, minlength=n)[codes] > 1)
    bounds = np.nan_to_num(shapely.bounds(factories.geometries[again]), nan=np.inf).tolist()
    keys = {row: (str(factories.names[row] or ""), *box) for row, box in zip(again.tolist(), bounds)}
    chosen: dict[int, int] = {}
    for row in sorted(keys, key=lambda row: (keys[row], row)):
        first[row] = chosen.setdefault(int(codes[row]), row)
    return first


def hazards_of(
    factories: Factories,
    reach: Reach,
    levels: Sequence[str],
    installations: tuple[LayerFrame, Mapping[str, str]] | None,
    threats: Threats | None,
    order: str,
    segments: int,
    crs: str,
    tick: Tick,
    closed: np.ndarray | None = None,
) -> Hazards:
    """Put the sources together and draw their zones.

    Parameters
    ----------
    installations : (LayerFrame, fields) or None
        Fields by purpose: ``factory``, ``id``, ``accuracy``.
    order : str
        Classes, the gravest first, with commas between; those not named follow by their reach.
    closed : (n,) bool array or None
        Factories that are closed for good: nobody is in danger there.

    Raises
    ------
    LocationError
        If no source has a distance and there are no threat zones, or a class of the order is unknown.
    """
    import numpy as np
    import shapely

    from ..analysis.zones import Sources, buffers

    geometries, factory, ids, measured, accuracy = _own_sources(factories, reach, installations)
    metres = reach.metres[factory]
    usable = ~shapely.is_missing(geometries) & np.isfinite(metres).any(axis=1)
    if not usable.any() and threats is None:
        raise _nobody(factories, reach)
    geometries, factory, ids = geometries[usable], factory[usable], ids[usable]
    measured, accuracy, metres = measured[usable], accuracy[usable], metres[usable]
    own_classes = reach.classes[factory]
    given = len(threats.names) if threats is not None else 0
    all_classes = np.concatenate([own_classes, np.full(given, THREAT, dtype=object)])
    classes = _in_order(own_classes, metres, order, with_threats=bool(given))
    number = {name: i for i, name in enumerate(classes)}
    kind = np.array([number[name] for name in all_classes], dtype="int64")
    sources = Sources(geometries, crs, metres, accuracy, kind[: len(factory)])
    zones = buffers(sources, segments, tick)
    told = reach.told[factory]
    if threats is not None:
        # A model names no more levels than LEVELS does: the further ones of rules are not its own.
        further = np.full((given, len(levels) - threats.zones.shape[1]), None, dtype=object)
        zones = np.concatenate([zones, np.hstack([threats.zones, further])])
        told = np.concatenate([told, np.hstack([threats.told, further])])
        factory = np.concatenate([factory, threats.factory])
        ids = np.concatenate([ids, np.array(threats.names, dtype=object)])
        measured = np.concatenate([measured, np.full(given, THREAT, dtype=object)])
    if closed is None:
        closed = np.zeros(len(factories.ids), dtype=bool)
    return Hazards(factories, reach, levels, classes, sources, zones, factory, kind, ids, measured, told, closed)


def _own_sources(
    factories: Factories, reach: Reach, installations: tuple[LayerFrame, Mapping[str, str]] | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return geometry, factory, id, what is measured from and accuracy of each source, by factory.

    Installations take the place of all rows of their factory's id; of these the one with the longest reach draws.
    """
    import numpy as np
    import pandas as pd
    import shapely

    n = len(factories.ids)
    known = factories.stated | (factories.accuracy_from == "method")
    base = SITE if factories.polygonal else POINT
    places = factories.geometries
    nothing = np.full(n, None, dtype=object)
    accuracy = np.where(known, np.nan_to_num(factories.accuracy), 0.0)
    if installations is None:
        return places, np.arange(n), nothing, np.full(n, base, dtype=object), accuracy
    layer, fields = installations
    frame = layer.frame
    whose = texts(frame[fields["factory"]])
    first = first_rows(factories)
    farthest = np.nan_to_num(np.fmax.reduce(reach.metres, axis=1), nan=-1.0)
    rows = np.lexsort((first != np.arange(n), -farthest))
    rows = pd.Series(rows, index=factories.ids[rows])
    rows = rows[~rows.index.duplicated()]
    theirs = rows.reindex(whose).to_numpy("float64", na_value=np.nan)
    theirs[[one is None for one in whose]] = np.nan
    _report_strangers(layer, whose, theirs)
    at = np.flatnonzero(np.isfinite(theirs) & frame.geometry.notna().to_numpy())
    named = texts(frame[fields["id"]]) if fields["id"] else np.full(len(frame), None, dtype=object)
    named = np.array([name or str(number) for name, number in zip(named, frame.index)], dtype=object)
    stated = np.zeros(len(frame))
    if fields["accuracy"]:
        stated = distances_of(frame[fields["accuracy"]])
        _report_accuracy(layer, fields["accuracy"], stated)
        stated = np.where(stated >= 0, stated, 0.0)
    # Several points in one feature are several tanks.
    shapes, part = shapely.get_parts(np.asarray(frame.geometry.array, dtype=object)[at], return_index=True)
    areal = shapely.get_type_id(shapes) == 3
    once = ~areal | np.append(True, part[1:] != part[:-1])[: len(part)]
    shapes, part = shapes[once], part[once]
    whole = np.asarray(frame.geometry.array, dtype=object)[at][part]
    shapes = np.where(areal[once], whole, shapes)  # a polygon of several parts is one
    at = at[part]
    mine = theirs[at].astype("int64")
    bare = np.flatnonzero(~np.isin(first, first[mine]))
    factory = np.concatenate([bare, mine])
    ids = np.concatenate([nothing[bare], named[at]])
    order = np.array(sorted(range(len(factory)), key=lambda i: (factory[i], ids[i] or "")), dtype="int64")
    return (
        np.concatenate([places[bare], shapes])[order],
        factory[order],
        ids[order],
        np.concatenate([np.full(len(bare), base, dtype=object), np.full(len(at), INSTALLATION, dtype=object)])[order],
        np.concatenate([accuracy[bare], stated[at]])[order],
    )


def _report_accuracy(layer: LayerFrame, field: str, stated: np.ndarray) -> None:
    import numpy as np

    there = layer.frame[field].notna().to_numpy()
    odd = list(dict.fromkeys(str(v) for v in layer.frame[field][there & ~(stated >= 0)] if str(v).strip()))
    if odd:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("no accuracy in metres: {examples}; installations: {count}").format(
                    examples=", ".join(f"“{value}”" for value in odd[:3]),
                    count=int(np.sum(there & ~(stated >= 0))),
                ),
                tr("Taken as not recorded. Give a number of metres."),
            )
        )


def _report_strangers(layer: LayerFrame, whose: np.ndarray, theirs: np.ndarray) -> None:
    import numpy as np

    strange = np.flatnonzero(np.isnan(theirs))
    if len(strange):
        examples = ", ".join(dict.fromkeys(str(whose[row] or "–") for row in strange))
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("installations of no factory in the layer of factories: {count} ({examples})").format(
                    count=len(strange), examples=examples[:80]
                ),
                tr("They draw no zone. Check the factory id field (INSTALLATION_FACTORY_FIELD)."),
            )
        )


def _nobody(factories: Factories, reach: Reach) -> LocationError:
    """Return the sentence for a run without a single zone."""
    import numpy as np
    import shapely

    if shapely.is_missing(factories.geometries).all():
        return LocationError(
            "Layer “{layer}”: no factory has a usable location, so there is no zone to draw.",
            layer=factories.layer.name,
        )
    reasons, counts = np.unique([why for why in reach.why if why], return_counts=True)
    return LocationError(
        "No factory of layer “{layer}” has a distance: {reasons}. Choose another rule pack, fields or classes "
        "(DISTANCES).",
        layer=factories.layer.name,
        reasons="; ".join(f"{reason} ({count})" for reason, count in list(zip(reasons, counts))[:3]),
    )


def _in_order(own: np.ndarray, metres: np.ndarray, order: str, *, with_threats: bool) -> list[str]:
    """Return the classes, the gravest first: threat zones, then as named, then by the longest reach, then by name.

    Threat zones stand where the order names them, if it does.
    """
    import numpy as np

    farthest: dict[str, float] = {}
    for name, reach in zip(own, np.fmax.reduce(metres, axis=1) if len(metres) else ()):
        farthest[name] = max(farthest.get(name, 0.0), float(reach))
    if with_threats:
        farthest[THREAT] = np.inf
    usual = sorted(farthest, key=lambda name: (-farthest[name], name))
    first = _named_classes(order, usual)
    if with_threats and THREAT not in first:
        first.insert(0, THREAT)
    return list(dict.fromkeys([*first, *usual]))


def _named_classes(order: str, known: Sequence[str]) -> list[str]:
    """Return the classes that an order names: by the whole name, also one with commas in it, else by the first word."""
    exact = {plain_class(name): name for name in reversed(known)}
    words = [word for word in _WORDS.finditer(order) if word[0].strip()]
    out: list[str] = []
    begin = 0
    while begin < len(words):
        for end in range(len(words), begin, -1):  # the longest name first
            text = order[words[begin].start() : words[end - 1].end()].strip()
            if end == begin + 1:
                text = text.strip('"')
            if plain_class(text) in exact:
                out.append(exact[plain_class(text)])
                break
        else:
            found = [name for name in known if plain_class(name.split(" ")[0]) == plain_class(text)]
            if not found:
                raise LocationError(
                    "Order of the classes (CLASS_ORDER): no source is of class “{name}”. There are: {classes}.",
                    name=text,
                    classes=", ".join(known),
                )
            out += found
        begin = end
    return out
