"""The rule packs to choose from, and which layers the rules of a pack are about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...processing.analysis.errors import LocationError
from ...processing.base import said
from ...processing.checks.history import AREAS
from ...processing.checks.role_layers import ROLE_LAYERS, RoleLayer, labels
from ...processing.i18n import tr
from ...processing.paths import BASELINE_PACK as BASELINE
from ...processing.paths import DEFAULT_PACK
from ...processing.rules.pack import IMPLIED_ROLE, NOT_WITHIN, OVERLAP_BELOW, WITHIN, Pack, Rule, read_pack
from ...processing.rules.words import word

FOLDER = DEFAULT_PACK.parent
_PLACE_TESTS = (WITHIN, NOT_WITHIN, OVERLAP_BELOW)
_BY_PARAMETER = {name.lower(): layer for name, layer in ROLE_LAYERS.items()}


class PackError(Exception):
    """A rule pack cannot be read; the text says what is wrong with it."""


@dataclass(frozen=True)
class Need:
    """What some rules must be given: one of these layers.

    Attributes
    ----------
    layers : tuple of str
        Names as in `roles.ROLES`; any of them will do.
    rules : tuple of str
        The rules that ask for it.
    areas : bool
        The layer must be drawn as areas: nothing is inside a line or a point.
    """

    layers: tuple[str, ...]
    rules: tuple[str, ...]
    areas: bool = False

    @property
    def proper(self) -> tuple[str, ...]:
        """The layers that are meant for it, without those that may serve as well."""
        areal = [name for name in self.layers if self.areas and _polygons(name)]
        chosen = areal or [name for name in self.layers if name != "receptors"]
        return tuple(chosen) or self.layers

    def __str__(self) -> str:
        return tr(" or ").join(label(name) for name in self.proper)


def shipped() -> list[Path]:
    """Return the packs that came with the plugin, the usual one first."""
    others = sorted(path for path in FOLDER.glob("*.yaml") if path not in (DEFAULT_PACK, BASELINE))
    return [path for path in (DEFAULT_PACK, BASELINE) if path.is_file()] + others


def pack_at(path: str) -> Pack:
    """Return the pack in a file, from memory where the file has not changed; empty for the usual one.

    Raises
    ------
    PackError
        If the file is missing, or is no rule pack.
    """
    file = Path(path) if path else DEFAULT_PACK
    try:
        return _read(file, file.stat().st_mtime_ns)
    except OSError as error:
        raise PackError(
            tr("The rule pack {path} cannot be read: {reason}").format(path=file, reason=error.strerror)
        ) from error
    except LocationError as error:
        raise PackError(said(error)) from error
    except ImportError as error:  # the run itself says what to install
        raise PackError(str(error)) from error


def title(path: Path) -> str:
    """Return what people call a pack: its title, or the name of a file that cannot be read."""
    try:
        return str(pack_at(str(path)).title)
    except PackError:
        return path.name


def needs(pack: Pack) -> tuple[Need, ...]:
    """Return what the rules of a pack must be given, in the order of the pack."""
    found: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for rule in pack.rules:
        areas = rule.test in _PLACE_TESTS
        for layers in _asks(rule):
            found.setdefault((layers, areas), []).append(rule.id)
    return tuple(Need(layers, tuple(rules), areas) for (layers, areas), rules in found.items())


def missing(wanted: Collection[Need], given: Collection[str], areal: Collection[str]) -> list[Need]:
    """Return the needs that none of the layers given meets.

    Parameters
    ----------
    wanted : collection of Need
    given : collection of str
        The layers that are chosen.
    areal : collection of str
        Those of them that are drawn as areas.
    """
    return [need for need in wanted if not any(name in (areal if need.areas else given) for name in need.layers)]


def coverage(pack: Pack, given: Collection[str], areal: Collection[str]) -> tuple[int, tuple[str, ...]]:
    """Return how many rules can be checked with the layers given, and which of these no rule asks for.

    Parameters
    ----------
    pack : Pack
    given, areal : collection of str
        As for `missing`.
    """
    wanted = needs(pack)
    lacking = missing(wanted, given, areal)
    asked = {name for need in wanted for name in need.layers}
    able = len(pack.rules) - len({rule for need in lacking for rule in need.rules})
    return able, tuple(name for name in given if name not in asked)


def names_classes(pack: Pack, layer: str) -> bool:
    """Return whether a rule about `layer` names classes, so that a field must hold them."""
    which = _BY_PARAMETER.get(layer)
    return which is not None and any(rule.role == which.role and rule.classes for rule in pack.rules)


def label(name: str) -> str:
    """Return what the panel calls a layer, without the mark for its key."""
    own = {"factories": tr("Factories"), "zoning": tr("Zoning"), "parks": tr("Industrial parks")}
    told = labels()
    return own[name] if name in own else told[name.upper()][0]


def missing_words(role: str, classes: str) -> list[str]:
    """Return the layers that a rule lacked, as people call them.

    Parameters
    ----------
    role : str
        As in a rule pack.
    classes : str
        The classes for which there was no layer, with commas; `AREAS` where nothing was drawn as an area; empty where
        the whole role was missing.
    """
    if not classes:
        return [word(role)]
    if classes == AREAS:
        return [tr("{layers} drawn as areas").format(layers=word(role))]
    told = []
    for name in (part.strip() for part in classes.split(",")):
        layers = _of_class(role, name)
        called = str(Need(layers, ())) if layers else word(role)
        own = any(_BY_PARAMETER[layer].class_ == name for layer in layers)
        told.append(called if own else f"{called} ({name})")
    return told


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> Pack:
    return read_pack(path)


def _asks(rule: Rule) -> list[tuple[str, ...]]:
    """Return the layers that a rule is about: one tuple for each that must be there, of which any will do."""
    role = rule.role or IMPLIED_ROLE.get(rule.test, "")
    asked: list[tuple[str, ...]] = []
    if role in IMPLIED_ROLE.values():
        asked.append((role,))
    elif role != "factories":
        classes = [_of_class(role, name) for name in rule.classes]
        asked += [layers for layers in classes if layers] or [_of_role(role)]
    if rule.exempt_inside:
        asked.append(("parks",))
    return [layers for layers in asked if layers]


def _of_role(role: str) -> tuple[str, ...]:
    return tuple(name for name, layer in _BY_PARAMETER.items() if layer.role == role)


def _of_class(role: str, class_: str) -> tuple[str, ...]:
    return tuple(name for name in _of_role(role) if _may_hold(_BY_PARAMETER[name], class_))


def _polygons(name: str) -> bool:
    return name not in _BY_PARAMETER or _BY_PARAMETER[name].polygons


def _may_hold(layer: RoleLayer, class_: str) -> bool:
    return layer.class_ == class_ or bool(layer.class_parameter)
