"""Threat zones that a model gave, such as ALOHA's: which level each is, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..inputs import Factories, texts

if TYPE_CHECKING:
    import numpy as np

# Fields that may name the level, in the words of KML and GeoJSON; the first that says one is believed.
NAME_FIELDS = ("name", "level", "zone", "threat_zone", "title")
# Metres from the innermost zone within which a factory is taken for its source.
NEAR_M = 1000.0
_COLOURS = ("red", "orange", "yellow")
_TIER = re.compile(r"\b(?:aegl|erpg|pac|teel)[ -]?([123])\b")
_PHRASE = re.compile(r"\b(red|orange|yellow)\s+threat\s+zone")
# Words that say nothing of a place.
_NEUTRAL = ("zone", "zones", "threat", "level", "area", "hazard", "aloha", "the", "of", "ppm", "mg", "min", "kw", "psi")
_SOURCE = re.compile(r"\bsource\b")
_CONFIDENCE = "confidence"
_POINTS = (0, 4)


@dataclass(frozen=True)
class ThreatLayer:
    """A layer of threat zones as it was read; `release` tells the layers of one file from those of others."""

    layer: LayerFrame
    release: str
    level_field: str
    factory_field: str
    names: Sequence[str]


@dataclass
class Threats:
    """The releases of all layers.

    Attributes
    ----------
    zones : (r, k) object array of polygons or None
    told : (r, k) object array of str or None
        What each zone is called in its file.
    factory : (r,) int array
        Row of the factory, -1 for none.
    names : (r,) list of str
        File or layer of each.
    sentences : list of str
        For the log: whose they were taken for, and what was left out.
    """

    zones: np.ndarray
    told: np.ndarray
    factory: np.ndarray
    names: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def level_of(text: str, levels: Sequence[str]) -> int | None:
    """Return the level that a text names; None where it names none, or several.

    Read are, in this order: a tier of exposure limits, a colour before “threat zone”, the level's own name as the whole
    text, and last the names and colours as words among others.

    Examples
    --------
    >>> level_of("ALOHA Threat Zone 20 ppm = AEGL-3 (60 min)", ["inner", "middle", "outer"])
    0
    >>> level_of("Yellow Threat Zone", ["inner", "middle", "outer"])
    2
    """
    sure = _surely(text, levels)
    return _perhaps(text, levels) if sure is None else sure


def _surely(text: str, levels: Sequence[str]) -> int | None:
    """Return the level of a tier, of a colour's threat zone, or of a text that is nothing but its name."""
    plain = text.casefold().strip()
    steps = _steps(levels)
    tiers = {steps[3 - int(tier)] for tier in _TIER.findall(plain)}
    phrases = {steps[_COLOURS.index(colour)] for colour in _PHRASE.findall(plain)}
    whole = {number for number, name in enumerate(levels) if name.casefold() == plain}
    return next((found.pop() for found in (tiers, phrases, whole) if len(found) == 1), None)


def _perhaps(text: str, levels: Sequence[str]) -> int | None:
    """Return the level that is named by a word among others: a place or a firm may have the same name."""
    plain = text.casefold()
    words = [*zip((name.casefold() for name in levels), range(len(levels))), *zip(_COLOURS, _steps(levels))]
    # A number in a text is mostly a concentration.
    words = [(word, number) for word, number in words if not word.replace(".", "").isdecimal()]
    found = {number for word, number in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain)}
    return found.pop() if len(found) == 1 else None


def _steps(levels: Sequence[str]) -> tuple[int, int, int]:
    """Return the levels of red, orange and yellow."""
    return 0, len(levels) // 2, len(levels) - 1


def _plain_words(text: str, levels: Sequence[str]) -> bool:
    """Return whether a text has no words but those of levels, colours, zones and figures."""
    known = {*_COLOURS, *_NEUTRAL, *(word for name in levels for word in name.casefold().split())}
    return all(word in known or not word.isalpha() for word in re.findall(r"\w+", text.casefold()))


def numbered(text: str, levels: Sequence[str]) -> int | None:
    """Return the level that a field of levels says, which may also be its number from 1, the innermost."""
    plain = text.strip().removesuffix(".0")
    own = next((number for number, name in enumerate(levels) if name.casefold() == plain.casefold()), None)
    if own is None and plain.isdecimal() and 1 <= int(plain) <= len(levels):
        return int(plain) - 1
    return level_of(text, levels) if own is None else own


def threats_of(layers: Sequence[ThreatLayer], factories: Factories, levels: Sequence[str]) -> Threats:
    """Put the threat zones of all layers together, one row a release.

    Raises
    ------
    LocationError
        If a layer has no polygon, or names a factory that is not there.
    """
    import numpy as np
    import shapely

    k = len(levels)
    rows: dict[tuple[str, str], dict[int, list[tuple[Any, str]]]] = {}
    called: dict[str, str] = {}
    sentences: list[str] = []
    starts: dict[str, list[Any]] = {}
    for threat in layers:
        found, points, words = _read(threat, levels)
        sentences += words
        starts.setdefault(threat.release, []).extend(points)
        called.setdefault(threat.release, _called(threat))
        for polygon, level, factory, name in found:
            rows.setdefault((threat.release, factory), {}).setdefault(level, []).append((polygon, name))
    if layers and not rows:
        raise LocationError(
            "The threat zones ({layers}) hold no polygon that can be used. Export the zones themselves, not only "
            "their confidence lines.",
            layers=", ".join(threat.layer.name for threat in layers),
        )
    out = Threats(
        np.full((len(rows), k), None, dtype=object),
        np.full((len(rows), k), None, dtype=object),
        np.full(len(rows), -1, dtype="int64"),
        sentences=sentences,
    )
    by_id = {id_: row for row, id_ in reversed(list(enumerate(factories.ids)))}
    for row, ((release, factory), parts) in enumerate(sorted(rows.items())):
        for level, polygons in parts.items():
            out.zones[row, level] = shapely.union_all([polygon for polygon, _ in polygons])
            out.told[row, level] = ", ".join(dict.fromkeys(name for _, name in polygons))
        out.names.append(called[release])
        if factory and factory not in by_id:
            raise LocationError(
                "Threat zones “{layer}”: no factory has the id “{id}” (THREAT_FACTORY_FIELD).",
                layer=called[release],
                id=factory,
            )
        if factory:
            out.factory[row] = by_id[factory]
        else:
            out.factory[row], sentence = _whose(out.zones[row], starts[release], factories, called[release])
            out.sentences.append(sentence)
    return out


def _read(threat: ThreatLayer, levels: Sequence[str]) -> tuple[list[tuple[Any, int, str, str]], list[Any], list[str]]:
    """Return polygon, level, factory id and name of each zone of a layer, source points, sentences about the rest."""
    import numpy as np
    import shapely

    from ..analysis.geometry import polygonal_part

    frame, layer = threat.layer.frame, threat.layer
    geometries = np.asarray(frame.geometry.array, dtype=object)
    named = [texts(frame[name]) for name in threat.names]
    given = texts(frame[threat.level_field]) if threat.level_field else [None] * len(frame)
    whose = texts(frame[threat.factory_field]) if threat.factory_field else [None] * len(frame)
    found: list[tuple[Any, int, str, str]] = []
    points: list[Any] = []
    doubtful: dict[str, int] = {}
    others = confidence = guessed = 0
    for row, geometry in enumerate(geometries):
        words = [column[row] for column in named if column[row]]
        polygon = None if geometry is None else polygonal_part(shapely.force_2d(geometry))
        if polygon is None:
            if geometry is not None and _is_source(geometry, [*words, layer.name]):
                points.append(geometry)
            else:
                others += geometry is not None
            continue
        if any(_CONFIDENCE in word.casefold() for word in (*words, given[row] or "", layer.name)):
            confidence += 1
            continue
        level = numbered(given[row], levels) if given[row] else None
        for word in (*words, layer.name):
            level = _surely(word, levels) if level is None else level
        for word in (*words, layer.name):
            if level is None and (level := _perhaps(word, levels)) is not None and not _plain_words(word, levels):
                doubtful[word] = level
        if level is None:
            guessed += 1
            level = len(levels) - 1
        found.append((polygon, level, whose[row] or "", words[0] if words else layer.name))
    sentences = []
    if others:
        told = tr("{layer}: lines and points, such as confidence lines, are no zones and left out: {count}.")
        sentences.append(told.format(layer=layer.name, count=others))
    if confidence:
        told = tr("{layer}: polygons of confidence are no zones and left out: {count}.")
        sentences.append(told.format(layer=layer.name, count=confidence))
    if guessed:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("threat zones that name no level, or several: {count}").format(count=guessed),
                tr("They were taken as “{level}”. Name the field of the level (THREAT_LEVEL_FIELD).").format(
                    level=levels[-1]
                ),
            )
        )
    if doubtful:
        layer.problems.append(
            LayerProblem(
                layer.name,
                None,
                tr("level read from a word in a longer name: {count} ({examples})").format(
                    count=len(doubtful),
                    examples=", ".join(f"“{word}”: {levels[level]}" for word, level in doubtful.items())[:200],
                ),
                tr("It may be the name of a place. Name the field of the level (THREAT_LEVEL_FIELD)."),
            )
        )
    return found, points, sentences


def _called(threat: ThreatLayer) -> str:
    """Return the file of a release; of a layer in memory or in a database the layer's name."""
    file = threat.layer.path
    return Path(file).name if file and threat.release == file else threat.layer.name


def _is_source(geometry: Any, words: Sequence[str]) -> bool:
    """Return whether a geometry is the point that a model calls its source."""
    import shapely

    return shapely.get_type_id(geometry) in _POINTS and any(_SOURCE.search(word.casefold()) for word in words)


def _whose(zones: np.ndarray, points: Sequence[Any], factories: Factories, called: str) -> tuple[int, str]:
    """Return the factory of a release, -1 for none, and a sentence that says so."""
    import numpy as np
    import shapely

    start = shapely.union_all(points) if points else next(zone for zone in zones if zone is not None)
    of = tr("the source point of the file") if points else tr("the innermost zone")
    apart = shapely.distance(start, factories.geometries) / factories.scale
    apart = np.where(np.isnan(apart), np.inf, apart)
    none = tr("{layer}: no factory stands within {metres} m of {of}; it belongs to none.").format(
        layer=called, metres=f"{NEAR_M:,.0f}", of=of
    )
    if not len(apart) or apart.min() > NEAR_M:
        return -1, none
    middle = shapely.distance(shapely.centroid(start), factories.geometries)
    nearest = np.flatnonzero(apart == apart.min())
    # Of several equally near the middle, the lowest id: whatever the order of rows.
    row = min(nearest.tolist(), key=lambda r: (round(float(middle[r]), 6), str(factories.ids[r])))
    where = tr("{metres} m from {of}").format(metres=f"{apart[row]:,.0f}", of=of)
    if apart[row] == 0 and not points:
        where = tr("inside the innermost zone")
    return row, tr(
        "{layer}: taken for zones of factory {id} ({where}). If that is wrong, name a field of factory ids "
        "(THREAT_FACTORY_FIELD)."
    ).format(layer=called, id=factories.ids[row], where=where)
