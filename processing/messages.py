"""The sentence that explains a verdict, from its reason and its evidence."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from .i18n import interface_locale, tr
from .paths import ISIC_TABLE


def templates() -> dict[str, str]:
    """Return the sentence of each reason, with places for the evidence.

    A reason with ``_partly`` after it is for premises, drawn as polygons, that reach the border in question.
    """
    return {
        "permitted": tr("Zone {area} permits activity {activity}."),
        "conditional": tr("Zone {area} permits activity {activity} on condition: {condition}"),
        "conditional_nearby": tr(
            "With an accuracy of {accuracy} m the factory may also stand in zone {target}, which permits activity "
            "{activity} on condition: {condition}"
        ),
        "conditional_in_part": tr(
            "Part of the premises lies in zone {target}, which permits activity {activity} on condition: {condition}"
        ),
        "prohibited": tr("Zone {area} does not permit activity {activity}; the zone's border is {distance} m away."),
        "prohibited_polygon": tr("Zone {area} does not permit activity {activity}; the premises lie in: {candidates}."),
        "prohibited_partly": tr("Zone {area} does not permit activity {activity}. The premises lie in: {candidates}."),
        "zones_differ": tr(
            "With an accuracy of {accuracy} m the factory may stand in: {candidates}. Their answers differ; "
            "improve the location."
        ),
        "zones_overlap": tr("The zoning layer overlaps itself here: {candidates}. Their answers differ."),
        "zones_meet": tr(
            "The coordinate lies on the border between these zones: {candidates}. Their answers differ; "
            "improve the location."
        ),
        "shares_differ": tr("The premises lie in several zones whose answers differ: {candidates}."),
        "no_zoning": tr("No zone is drawn here: whether the activity may stand here is not known."),
        "not_in_table": tr("The rule pack says nothing of activity {activity} in zone {area}."),
        "activity_too_coarse": tr(
            "Zone {area} does not answer alike for all that activity {activity} may be; "
            "record the four-digit class of ISIC Rev. 4."
        ),
        "activity_too_coarse_for_rule": tr(
            "The rule is about some of what activity {activity} may be; record the four-digit class of ISIC Rev. 4."
        ),
        "unknown_zone_code": tr("The rule pack does not know the zone code of {area}."),
        "no_zone_code": tr("The zone drawn here has no code."),
        "no_activity": tr("No activity code is recorded for this factory."),
        "unknown_activity": tr("Activity “{activity}” is not an ISIC Rev. 4 code."),
        "inside_park": tr("Exempt: the rule does not apply inside industrial parks."),
        "park_edge": tr(
            "With an accuracy of {accuracy} m the factory may stand inside a park, where the rule does not apply."
        ),
        "park_edge_partly": tr("The premises lie partly inside a park, where the rule does not apply."),
        "no_location": tr("The factory has no usable location: {note}."),
        "no_layer": tr("No {role} layer was given, so this rule was not checked."),
        "inside_declared": tr("The factory stands inside the park it declares, {area}."),
        "outside_declared": tr("The factory declares park {target} but stands {distance} m outside it."),
        "outside_declared_partly": tr(
            "The premises are not wholly inside the park that the factory declares, {target}."
        ),
        "inside_other": tr(
            "The factory declares park {target} but stands inside park {area}, {distance} m from the declared one."
        ),
        "inside_other_partly": tr(
            "The premises lie in park {area} and are not wholly inside the park that the factory declares, {target}."
        ),
        "on_edge": tr(
            "The border of park {target} is {distance} m away, nearer than the coordinate's accuracy of {accuracy} m: "
            "inside or outside cannot be told."
        ),
        "on_edge_partly": tr("The premises lie partly inside and partly outside park {target}."),
        "unknown_park": tr("The declared park “{declared}” is not in the parks layer."),
        "inside": tr("The factory stands inside park {area}."),
        "outside": tr("The factory stands in no park and declares none."),
        "undeclared": tr("The factory stands inside park {area} but does not declare it."),
        "undeclared_partly": tr(
            "The premises lie at least partly inside park {area}, which the factory does not declare."
        ),
        "too_near": tr("{target} is {distance} m away; the rule asks for at least {required} m."),
        "too_near_partly": tr(
            "The factory stands inside {target}, or touches it; the rule asks for at least {required} m."
        ),
        "far_enough": tr("All that the rule names is at least as far as it asks."),
        "too_far": tr("{target}, the nearest, is {distance} m away; the rule asks for at most {required} m."),
        "none_there": tr("There is none of what the rule asks to be within {required} m."),
        "near_enough": tr("What the rule asks for is within the distance that it allows."),
        "distance_unsure": tr(
            "{target} is {distance} m away and the rule asks for {required} m: with an accuracy of {accuracy} m it "
            "cannot be told whether that is kept."
        ),
        "no_size": tr("The rule depends on the size of the factory, which is not recorded."),
        "new_or_existing_unknown": tr(
            "The rule depends on whether the factory is new, and its status is not recorded."
        ),
        "class_missing": tr("No layer of {candidates} was given, so this rule was not checked to the end."),
        "no_areas": tr("No layer of {candidates}, was given: whether the factory stands inside cannot be told."),
        "stands_inside": tr("The factory stands inside {area}, {distance} m from its edge."),
        "stands_inside_partly": tr("The premises reach into {area}."),
        "stands_outside": tr("The factory stands outside of: {what}."),
        "in_required": tr("The factory stands inside {area}."),
        "not_in_required": tr(
            "The factory does not stand inside what the rule names; the nearest, {target}, is {distance} m away."
        ),
        "not_in_required_partly": tr("The premises reach beyond {target}, inside which the rule asks them to be."),
        "area_edge": tr(
            "The edge of {target} is {distance} m away, nearer than the coordinate's accuracy of {accuracy} m: "
            "inside or outside cannot be told."
        ),
        "area_edge_partly": tr("The premises lie partly inside and partly outside of {target}."),
        "share_too_large": tr("A larger part of the premises lies inside {area} than the rule allows."),
        "share_small": tr("No larger part of the premises lies inside such areas than the rule allows."),
        "exception": tr("Exempt by a recorded decision: {candidates}."),
    }


def what_to_do() -> dict[str, str]:
    """Return what an officer does next about a verdict that is open, by its reason, else by the verdict."""
    codes = tr("Record the four-digit class of ISIC Rev. 4, then check again.")
    return {
        "no data": tr("Complete the data, then check again."),
        "undecided": tr("Measure the location on the ground, or by the site plan, and record its accuracy."),
        "no_zoning": tr("Ask the province whether a plan covers this place; if one does, add it to the zoning layer."),
        "no_zone_code": tr("Enter the zone's code in the zoning layer."),
        "unknown_zone_code": tr("Add the code to the rule pack, or correct it in the zoning layer."),
        "not_in_table": tr("Add what the plan says of this activity to the rule pack."),
        "no_activity": codes,
        "activity_too_coarse": codes,
        "unknown_activity": codes,
        "no_location": tr("Give the factory a location."),
        "unknown_park": tr("Correct the park in the register, or add it to the parks layer."),
        "no_size": tr("Record the size class in the register."),
        "new_or_existing_unknown": tr("Record the operating status in the register."),
        "zones_overlap": tr("Correct the zoning layer: two zones are drawn on the same ground."),
        "shares_differ": tr("Look at the zones on the premises one by one."),
    }


def role_word(role: str) -> str:
    """Return what a sentence calls the layer of a role."""
    words = {
        "zoning": tr("zoning"),
        "parks": tr("parks"),
        "protected": tr("protected areas"),
        "salt_farmland": tr("salt farmland"),
        "water_supply": tr("water supply"),
        "receptors": tr("receptors"),
        "roads": tr("roads"),
        "hazard_zones": tr("hazard zones"),
    }
    return words.get(role, role)


def on_border_note() -> str:
    """Return the sentence added where a coordinate lies exactly on a shared border."""
    return tr("The coordinate lies on the zone's border; the zone with the lowest id is taken.")


@lru_cache(maxsize=2)
def activity_titles(locale: str) -> Mapping[str, str]:
    """Return the title of each ISIC code in the language of `locale`, English where there is no Khmer one."""
    khmer = locale.startswith("km")
    return {code: (khmer and row["title_km"]) or row["title_en"] for code, row in _activities().items()}


@lru_cache(maxsize=1)
def _activities() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of ISIC by their codes."""
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def activity_title(code: str) -> str:
    """Return an activity's title in the language of QGIS as far as there is one; empty for no ISIC code."""
    khmer = _khmer_title(code) if interface_locale().startswith("km") else ""
    return khmer or activity_titles(interface_locale()).get(code, "")


def activity_label(code: str) -> str:
    """Return an activity's code with its title, the bare code where ISIC has none."""
    title = activity_title(code)
    return f"{code} ({title})" if title else code


def _khmer_title(code: str) -> str:
    """Return an activity's Khmer title, else that of what it belongs to: only classes of manufacturing have their own.

    The group's code stands before its title, unless group and class are the same.
    """
    row = group = _activities().get(code)
    while group is not None and not group["title_km"]:
        group = _activities().get(group["parent"])
    if row is None or group is None:
        return ""
    alike = group["title_en"] == row["title_en"]
    return group["title_km"] if alike else f"{group['code']} {group['title_km']}"


def metres(value: float) -> str:
    """Return a distance as people read it: centimetres below 1 m, decimetres below 10 m, whole metres above."""
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    return f"{value:,.{digits}f}"
