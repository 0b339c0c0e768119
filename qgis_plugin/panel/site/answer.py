"""What was found about the site, as the tab shows it: read from the result of `factory:assess_site`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....processing.checks.rule_check import UNCHECKED
from ....processing.coordinates.sentences import metres as distance
from ....processing.i18n import tr
from ....processing.messages import metres
from ....processing.rules.words import word
from ....processing.sites.words import abroad, headline, what_was_checked
from .. import verdicts

# Kinds of `verdicts.ORDER` that are drawn on the map.
OPEN = ("fail", verdicts.ASSESSMENT, verdicts.ADVICE, "undecided")
Ends = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Rule:
    """One rule's verdict on the site.

    Attributes
    ----------
    values : mapping
        Everything that was found, by the names of the findings table.
    """

    values: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What it amounts to, as in `verdicts.ORDER`."""
        return verdicts.kind(str(self.values["verdict"]), self.values["severity"])

    @property
    def title(self) -> str:
        """What the rule is called."""
        return str(self.values["rule_title"] or self.values["rule_id"])

    @property
    def conditional(self) -> bool:
        """Whether it is kept on a condition."""
        return self.values["reason"] == "conditional"

    @property
    def word(self) -> str:
        """What it amounts to, in a word or two."""
        return tr("Kept") if self.kind == "pass" and not self.conditional else verdicts.label(self.kind)

    @property
    def unchecked(self) -> bool:
        """Whether no layer was given for it."""
        return self.values["reason"] in UNCHECKED

    @property
    def distances(self) -> str:
        """Measured and required metres, as far as there are any."""
        measured, required = self.values["measured_m"], self.values["required_m"]
        if measured is None:
            return ""
        if not required:
            return tr("{measured} m").format(measured=metres(measured))
        return tr("{measured} m; rule: {required} m").format(measured=metres(measured), required=metres(required))

    @property
    def line(self) -> Ends | None:
        """Longitude and latitude of the site and of what was measured; None where there is nothing to draw."""
        ends = self.values.get("line")
        return None if not ends else (tuple(ends[0]), tuple(ends[1]))  # type: ignore[return-value]

    @property
    def metres(self) -> str:
        """What stands beside its line on the map; empty without a distance."""
        measured = self.values["measured_m"]
        return tr("{measured} m").format(measured=metres(measured)) if measured else ""


@dataclass(frozen=True)
class Alternative:
    """Another place that keeps every prohibition."""

    values: Mapping[str, Any]

    @property
    def lon_lat(self) -> tuple[float, float]:
        """Degrees of WGS 84."""
        return float(self.values["longitude"]), float(self.values["latitude"])

    @property
    def title(self) -> str:
        """Where it is, and how far away."""
        name = self.values["name"] or self.values["place_id"] or ""
        return tr("{name}, {distance} away").format(name=name, distance=distance(self.values["distance_m"]))

    @property
    def about(self) -> str:
        """What kind of place it is, the room there, and what is left to assess."""
        kinds = {"park with room": tr("Park with room"), "park": tr("Park"), "zone": tr("Zone that permits it")}
        parts = [kinds.get(str(self.values["kind"]), ""), str(self.values["room"] or "")]
        left = str(self.values["remaining"] or "")
        parts.append(left.split("\n")[0] if left else tr("nothing left to assess"))
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Answer:
    """What the rules say of one place.

    Attributes
    ----------
    site : mapping
        Verdict, zone, park, unit, counts.
    rules : tuple of Rule
        The worst first.
    alternatives : tuple of Alternative
    notes : tuple of str
    layers : frozenset of str
        Roles of the layers that were read.
    """

    site: Mapping[str, Any]
    rules: tuple[Rule, ...]
    alternatives: tuple[Alternative, ...]
    notes: tuple[str, ...]
    layers: frozenset[str]

    @property
    def kind(self) -> str:
        """The whole verdict, as in `verdicts.ORDER`."""
        return verdicts.kind(str(self.site["verdict"]), self.site["severity"])

    @property
    def failing(self) -> bool:
        """Whether a rule is broken that prohibits or asks for an assessment: then other places can be offered."""
        return bool(self.site["verdict"] == "fail")

    @property
    def lon_lat(self) -> tuple[float, float]:
        """Degrees of WGS 84."""
        return float(self.site["longitude"]), float(self.site["latitude"])

    @property
    def headline(self) -> str:
        """The whole verdict in a few words."""
        return headline(self.site, self.layers)

    @property
    def abroad(self) -> str:
        """That the place lies outside of Cambodia, and how far; empty for any other."""
        return abroad(self.site, self.layers)

    @property
    def checked(self) -> str:
        """What the verdict is of."""
        return what_was_checked(self.site)

    @property
    def where(self) -> str:
        """Zone, park and unit of the site."""
        zone, park = self._zone(), self.site["park_name"] or self.site["park_id"]
        unit = self.site["admin_name"] or self.site["admin_code"]
        return ", ".join(str(part) for part in (zone, park, unit) if part)

    @property
    def nowhere(self) -> bool:
        """Whether the place lies in no administrative unit, although a layer of them was read."""
        return "admin" in self.layers and not (self.site["admin_name"] or self.site["admin_code"])

    def _zone(self) -> str:
        code, name = self.site["zone_code"], self.site["zone_name"]
        return " ".join(str(part) for part in (code, name and f"({name})") if part)


def answer(result: str) -> Answer:
    """Return what `factory:assess_site` found, from its output ``RESULT``."""
    document = json.loads(result)
    site = document["sites"][0]
    rules = sorted((Rule(values) for values in site["findings"]), key=_order)
    layers = frozenset(str(layer["role"]) for layer in document["provenance"]["layers"])
    offered = tuple(Alternative(values) for values in site["alternatives"])
    return Answer(site, tuple(rules), offered, tuple(document["notes"]), layers)


def _order(rule: Rule) -> tuple[int, bool, bool]:
    return verdicts.rank(rule.kind), rule.unchecked, not rule.conditional


def details(rule: Rule) -> dict[str, Any]:
    """Return what `details_html` makes a page of: a finding, under the title of its rule."""
    return {**rule.values, "factory_name": rule.title, "rule_title": ""}


def size_words() -> tuple[tuple[int, str], ...]:
    """Return the values of the parameter ``SIZE`` with what they are called, the unknown one first."""
    return (4, tr("not known")), *((i, word(size)) for i, size in enumerate(("micro", "small", "medium", "large")))
