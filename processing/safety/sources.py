"""What zones start from: factories, their hazard installations, and the threat zones of models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from ..checks.role_layers import plain_class
from ..frames import LayerFrame, LayerProblem, Tick
from ..i18n import tr
from ..inputs import Factories, texts
from .distances import Reach
from .threats import Threats

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.zones import Sources

POINT, SITE, INSTALLATION, THREAT = "point", "site", "installation", "threat zone"


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

    @property
    def k(self) -> int:
        return len(self.levels)

    @property
    def own(self) -> int:
        """How many sources are own ones."""
        return len(self.sources.geometries)

    @cached_property
    def unit(self) -> np.ndarray:
        """Whose each source is: the row of a factory; n and up for releases that belong to none."""
        import numpy as np

        alone = self.factory < 0
        return np.where(alone, len(self.factories.ids) + np.cumsum(alone) - 1, self.factory)

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
    def factory_codes(self) -> np.ndarray:
        """A number for each factory id: two rows of one id are one factory."""
        import pandas as pd

        return pd.factorize(self.factories.ids)[0]


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
) -> Hazards:
    """Put the sources together and draw their zones.

    Parameters
    ----------
    installations : (LayerFrame, fields) or None
        Fields by purpose: ``factory``, ``id``, ``accuracy``.
    order : str
        Classes, the gravest first, with commas between; those not named follow by their reach.

    Raises
    ------
    LocationError
        If no source has a distance and there are no threat zones, or a class of the order is unknown.
    """
    import numpy as np
    import shapely

    from ..analysis.zones import Sources, buffers

    geometries, factory, ids, measured, accuracy = _own_sources(factories, installations)
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
    return Hazards(factories, reach, levels, classes, sources, zones, factory, kind, ids, measured, told)


def _own_sources(
    factories: Factories, installations: tuple[LayerFrame, Mapping[str, str]] | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return geometry, factory, id, what is measured from and accuracy of each source, by factory."""
    import numpy as np
    import pandas as pd

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
    rows = pd.Series(np.arange(n), index=factories.ids)
    rows = rows[~rows.index.duplicated()]
    theirs = rows.reindex(whose).to_numpy("float64", na_value=np.nan)
    theirs[[one is None for one in whose]] = np.nan
    _report_strangers(layer, whose, theirs)
    at = np.flatnonzero(np.isfinite(theirs) & frame.geometry.notna().to_numpy())
    named = texts(frame[fields["id"]]) if fields["id"] else np.full(len(frame), None, dtype=object)
    named = np.array([name or str(number) for name, number in zip(named, frame.index)], dtype=object)
    stated = np.zeros(len(frame))
    if fields["accuracy"]:
        stated = pd.to_numeric(frame[fields["accuracy"]], errors="coerce").to_numpy("float64", na_value=0.0)
        stated = np.where(stated >= 0, stated, 0.0)
    mine = theirs[at].astype("int64")
    bare = np.setdiff1d(np.arange(n), mine)
    factory = np.concatenate([bare, mine])
    ids = np.concatenate([nothing[bare], named[at]])
    order = np.array(sorted(range(len(factory)), key=lambda i: (factory[i], ids[i] or "")), dtype="int64")
    shapes = np.asarray(frame.geometry.array, dtype=object)[at]
    return (
        np.concatenate([places[bare], shapes])[order],
        factory[order],
        ids[order],
        np.concatenate([np.full(len(bare), base, dtype=object), np.full(len(at), INSTALLATION, dtype=object)])[order],
        np.concatenate([accuracy[bare], stated[at]])[order],
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
    """Return the classes, the gravest first: as named, then threat zones, then by the longest reach, then by name."""
    import numpy as np

    farthest: dict[str, float] = {}
    for name, reach in zip(own, np.fmax.reduce(metres, axis=1) if len(metres) else ()):
        farthest[name] = max(farthest.get(name, 0.0), float(reach))
    if with_threats:
        farthest[THREAT] = np.inf
    usual = sorted(farthest, key=lambda name: (-farthest[name], name))
    first = []
    for word in filter(None, (word.strip() for word in order.replace(";", ",").split(","))):
        plain = plain_class(word)
        found = next((name for name in usual if plain in (plain_class(name), plain_class(name.split(" ")[0]))), None)
        if found is None:
            raise LocationError(
                "Order of the classes (CLASS_ORDER): no source is of class “{name}”. There are: {classes}.",
                name=word,
                classes=", ".join(usual),
            )
        first.append(found)
    return list(dict.fromkeys([*first, *usual]))
