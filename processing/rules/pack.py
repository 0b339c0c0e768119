"""What a rule pack says: the packs, rules and tables that the checks work with."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..i18n import interface_locale
from ..paths import DEFAULT_PACK, ISIC_TABLE

ZONE_PERMITS = "zone permits"
INSIDE_DECLARED_PARK = "inside declared park"
DECLARES_ITS_PARK = "declares its park"
WITHIN = "within"
NOT_WITHIN = "not within"
AT_LEAST = "distance at least"
AT_MOST = "distance at most"
OVERLAP_BELOW = "overlap below"
ZONE_MATRIX = "zone matrix"

# A pack has at most one rule of each of these; which layer they are about is not said in the pack.
IMPLIED_ROLE = {ZONE_PERMITS: "zoning", INSIDE_DECLARED_PARK: "parks", DECLARES_ITS_PARK: "parks"}
SIZES = ("micro", "small", "medium", "large")
# Roles whose classes the plugin itself gives meaning to; for the others a class is whatever the layer's field says.
CLASSES = {
    "water_supply": ("intake", "well", "water_body"),
    "receptors": ("residential", "school", "hospital", "pagoda", "market"),
}

# What a broken rule amounts to; only an official or draft prohibition is a violation.
SEVERITY = {"prohibit": "violation", "assess": "assessment", "advise": "advice"}
FOREIGN = "foreign reference"


@dataclass(frozen=True)
class Text:
    """A text in English and, where somebody wrote it, Khmer."""

    en: str = ""
    km: str = ""

    def __str__(self) -> str:
        return self.km if self.km and interface_locale().startswith("km") else self.en


@dataclass(frozen=True)
class Zone:
    """What one zone code permits; prefixes are ISIC Rev. 4 digits or a section letter."""

    title: Text
    permits: tuple[str, ...] = ()
    permits_on_condition: tuple[str, ...] = ()
    condition: Text = field(default_factory=Text)
    prohibits: tuple[str, ...] = ()
    otherwise: str = "not in table"


@dataclass(frozen=True)
class Rule:
    """One rule of a pack.

    Attributes
    ----------
    role : str
        The layer that the test is about; for the tests that imply theirs, that one.
    classes : tuple of str
        Only features of these classes count; empty for all.
    include, exclude : tuples of str
        ISIC prefixes or section letters of the factories that the rule is about, the longest that fits decides;
        both empty for every activity.
    sizes : tuple of str
        Of `SIZES`; empty for every size.
    applies_to : str
        `new`, `existing` or `both`.
    distance_m : float
        Metres, for the sizes that `distance_by_size` does not name; NaN for none.
    share : float
        Of the premises, between 0 and 1; NaN for none.
    others_include, others_exclude : tuples of str
        Activities of the other factory, for the role `factories`.
    levels : mapping of str to tuple of str
        Sensitivity level to the activities in it.
    matrix : mapping of str to mapping of str to str
        Area class to level to `permits`, `permits on condition` or `prohibits`.
    straddling : str
        `worst` or `largest share`.
    pack_id, pack_version, pack_status, pack_vintage
        Of the pack that the rule was first written in.
    """

    id: str
    title: Text
    test: str
    semantics: str
    action: Text
    citation: Text
    severity: str
    exempt_inside: str = ""
    zones: Mapping[str, Zone] = field(default_factory=dict)
    theme: str = ""
    message: Text = field(default_factory=Text)
    role: str = ""
    classes: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    applies_to: str = "both"
    distance_m: float = math.nan
    distance_by_size: Mapping[str, float] = field(default_factory=dict)
    share: float = math.nan
    others_include: tuple[str, ...] = ()
    others_exclude: tuple[str, ...] = ()
    measured_from: str = ""
    measured_to: str = ""
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matrix: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    condition: Text = field(default_factory=Text)
    straddling: str = ""
    pack_id: str = ""
    pack_version: str = ""
    pack_status: str = ""
    pack_vintage: int = 0

    def __eq__(self, other: object) -> bool:
        # Not field by field: a distance that is not given is NaN, which is unequal to itself.
        return isinstance(other, Rule) and repr(self) == repr(other)

    def required(self, size: object = None) -> float:
        """Return the distance in metres that holds for a size class; NaN for a rule without distances.

        For a size that is not recorded, or not one of `SIZES`, it is the largest that may hold.
        """
        asked = [size] if isinstance(size, str) and size in SIZES else self.sizes or SIZES
        metres = [self.distance_by_size.get(name, self.distance_m) for name in asked]
        return max((value for value in metres if not math.isnan(value)), default=math.nan)


@dataclass(frozen=True)
class Pack:
    """A rule pack as read from its file and from those it includes.

    Attributes
    ----------
    rules : tuple of Rule
        Of all the files, after what this one changes in those it includes.
    sha256 : str
        Of the pack's own file.
    includes : tuple of Pack
        As they are by themselves.
    files : mapping of str to str
        Every file that was read, named relative to the folder of the pack's own, with its SHA-256.
    """

    id: str
    version: str
    title: Text
    authority: Text
    citation: Text
    vintage: int
    status: str
    licence: str
    rules: tuple[Rule, ...]
    path: Path
    sha256: str
    includes: tuple[Pack, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def rule(self, test: str) -> Rule | None:
        """Return the pack's first rule with this test, None if it has none."""
        return next((rule for rule in self.rules if rule.test == test), None)

    def of(self, role: str) -> tuple[Rule, ...]:
        """Return the pack's rules about this layer role, in the order of the pack."""
        return tuple(rule for rule in self.rules if rule.role == role)


def read_pack(path: str | Path = "") -> Pack:
    """Read and check a rule pack and the packs it includes.

    Parameters
    ----------
    path : str or Path
        The YAML file; empty for the pack that ships with the plugin.

    Raises
    ------
    LocationError
        A file cannot be read, is no YAML, breaks the schema, or says what cannot be meant. The sentence names each
        mistake with file, line, rule and value.
    """
    from .pack_file import read  # reads what is defined here

    return read(Path(path) if str(path) else DEFAULT_PACK)


@lru_cache(maxsize=1)
def isic_sections() -> dict[str, str]:
    """Return every ISIC Rev. 4 code (2 to 4 digits, and the section letters) with the letter of its section."""
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["section"] for row in csv.DictReader(file)}


def permits_of(zone: Zone) -> Any:
    """Return a zone's table in the form the engine looks activities up in."""
    from ..analysis import activities as act

    kinds = {
        act.PERMITTED: zone.permits,
        act.CONDITIONAL: zone.permits_on_condition,
        act.PROHIBITED: zone.prohibits,
    }
    otherwise = {
        "permits": act.PERMITTED,
        "permits on condition": act.CONDITIONAL,
        "prohibits": act.PROHIBITED,
        "not in table": act.NOT_IN_TABLE,
    }
    return act.ZonePermits(
        {prefix: kind for kind, prefixes in kinds.items() for prefix in prefixes}, otherwise[zone.otherwise]
    )
