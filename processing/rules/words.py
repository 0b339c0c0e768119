"""Rules as people read them: what each test asks, of whom, and what breaking it amounts to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..i18n import tr
from ..messages import activity_label
from .pack import (
    AT_LEAST,
    AT_MOST,
    CLASSES,
    DECLARES_ITS_PARK,
    INSIDE_DECLARED_PARK,
    NOT_WITHIN,
    OVERLAP_BELOW,
    SIZES,
    WITHIN,
    ZONE_MATRIX,
    ZONE_PERMITS,
    Rule,
)


def word(value: str) -> str:
    """Return a word of the format (a role, theme, size, class, severity, ...) as people read it.

    What the format leaves free, such as a layer's own classes, stays as it is.
    """
    return _words().get(value, value)


def _words() -> dict[str, str]:
    return {
        # roles
        "zoning": tr("Zoning"),
        "parks": tr("Industrial parks"),
        "protected": tr("Protected areas"),
        "salt_farmland": tr("Salt farmland"),
        "water_supply": tr("Water supply"),
        "receptors": tr("Places of people"),
        "roads": tr("Roads"),
        "factories": tr("Other factories"),
        "hazard_zones": tr("Hazard zones"),
        # classes
        "intake": tr("water intake"),
        "well": tr("well"),
        "water_body": tr("river, lake or canal"),
        "residential": tr("homes"),
        "school": tr("school"),
        "hospital": tr("hospital"),
        "pagoda": tr("pagoda"),
        "market": tr("market"),
        # themes
        "location management": tr("Location management"),
        "safety and environment": tr("Safety and environment"),
        "local sourcing": tr("Local sourcing"),
        "parks and clusters": tr("Parks and clusters"),
        "salt farmland": tr("Salt farmland"),
        "water supply": tr("Water supply"),
        "protected areas": tr("Protected areas"),
        "registration": tr("Registration"),
        "": tr("No theme"),
        # what breaking a rule amounts to
        "violation": tr("Violation"),
        "assessment": tr("Calls for an assessment"),
        "advice": tr("Advice"),
        # status
        "official": tr("official"),
        "draft": tr("draft"),
        "foreign reference": tr("foreign reference"),
        # whom a rule is about
        "micro": tr("micro"),
        "small": tr("small"),
        "medium": tr("medium"),
        "large": tr("large"),
        "new": tr("new factories only"),
        "existing": tr("existing factories only"),
        "both": tr("new and existing factories"),
        # what a table says
        "permits": tr("permitted"),
        "permits on condition": tr("permitted on condition"),
        "prohibits": tr("prohibited"),
        "not in table": tr("not said"),
        "worst": tr("the strictest answer holds"),
        "largest share": tr("the answer where most of it stands holds"),
        # how the text of the rule measures
        "point": tr("the point on the map"),
        "premises": tr("the premises"),
        "plot": tr("the plot"),
        "installation": tr("the installation"),
        "edge": tr("the edge"),
        "facade": tr("the facade"),
        "parcel": tr("the parcel"),
        "zone edge": tr("the edge of the zone"),
    }


def asked_in_words(rule: Rule) -> str:
    """Return what a rule asks of a factory's place, as a sentence."""
    sentences = {
        ZONE_PERMITS: tr("The zone that the factory stands in permits its activity (table below)."),
        INSIDE_DECLARED_PARK: tr("The factory stands inside the industrial park that it declares."),
        DECLARES_ITS_PARK: tr("A factory that stands inside an industrial park declares it."),
        WITHIN: tr("The factory stands inside: {what}."),
        NOT_WITHIN: tr("The factory does not stand inside: {what}."),
        AT_LEAST: tr("The factory stands at least this far away from: {what}."),
        AT_MOST: tr("The factory stands at most this far away from: {what}."),
        OVERLAP_BELOW: tr("Less than {share} of the premises lie inside: {what}."),
        ZONE_MATRIX: tr("The area that the factory stands in permits the level of its activity (table below): {what}."),
    }
    return sentences[rule.test].format(what=_what(rule), share=f"{rule.share:.4g}")


def _what(rule: Rule) -> str:
    what = word(rule.role)
    if rule.classes:
        return f"{what} ({', '.join(area_word(rule, name) for name in rule.classes)})"
    if rule.others_include or rule.others_exclude:
        return f"{what} ({activities_in_words(rule.others_include, rule.others_exclude)})"
    return what


def area_word(rule: Rule, name: str) -> str:
    """Return a class of the rule's layer as people read it; one that only the layer knows stays as it is."""
    return word(name) if rule.role in CLASSES else name


def joined(values: Iterable[str]) -> str:
    """Return words of the format as a list that people read."""
    return ", ".join(word(value) for value in values)


def labels(prefixes: Sequence[str]) -> str:
    """Return ISIC codes with their titles."""
    return "; ".join(activity_label(prefix) for prefix in prefixes)


def activities_in_words(include: Sequence[str], exclude: Sequence[str]) -> str:
    """Return which activities a filter lets through."""
    if not include and not exclude:
        return tr("every activity")
    if not include:
        return tr("every activity except {codes}").format(codes=labels(exclude))
    if not exclude:
        return labels(include)
    return tr("{codes}, except {others}").format(codes=labels(include), others=labels(exclude))


def distances_in_words(rule: Rule) -> str:
    """Return the distances of a rule, by size where they differ; empty for a rule without."""
    if not rule.distance_by_size:
        return _metres(rule.required()) if rule.required() > 0 else ""
    return "; ".join(f"{word(size)} {_metres(rule.required(size))}" for size in rule.sizes or SIZES)


def _metres(value: float) -> str:
    """Return a distance as it is in the pack: that of a law is not rounded."""
    return f"{value:,.10g} m"


def measured_in_words(rule: Rule) -> str:
    """Return how the text of a rule measures; empty where it does not say."""
    parts = []
    if rule.measured_from:
        parts.append(tr("from {place}").format(place=word(rule.measured_from)))
    if rule.measured_to:
        parts.append(tr("to {place}").format(place=word(rule.measured_to)))
    return " ".join(parts)


def origin(rule: Rule) -> str:
    """Return the pack that a rule was first written in, with its version, status and year."""
    return f"{rule.pack_id} {rule.pack_version}, {word(rule.pack_status)}, {rule.pack_vintage}"
