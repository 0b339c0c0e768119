"""The sentence that explains a verdict, from its reason and its evidence."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from qgis.core import QgsApplication

from .i18n import tr
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
        "shares_differ": tr("The premises lie in several zones whose answers differ: {candidates}."),
        "no_zoning": tr("No zone is drawn here: whether the activity may stand here is not known."),
        "not_in_table": tr("The rule pack says nothing of activity {activity} in zone {area}."),
        "activity_too_coarse": tr(
            "Zone {area} does not answer alike for all that activity {activity} may be; "
            "record the four-digit class of ISIC Rev. 4."
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
    }


def on_border_note() -> str:
    """Return the sentence added where a coordinate lies exactly on a shared border."""
    return tr("The coordinate lies on the zone's border; the zone with the lowest id is taken.")


@lru_cache(maxsize=2)
def activity_titles(locale: str) -> Mapping[str, str]:
    """Return the title of each ISIC code in the language of `locale`, English where there is no Khmer one."""
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    khmer = locale.startswith("km")
    return {row["code"]: (khmer and row["title_km"]) or row["title_en"] for row in rows}


def activity_label(code: str) -> str:
    """Return an activity's code with its title, the bare code where ISIC has none."""
    title = activity_titles(QgsApplication.locale()).get(code, "")
    return f"{code} ({title})" if title else code


def metres(value: float) -> str:
    """Return a distance as people read it: centimetres below 1 m, decimetres below 10 m, whole metres above."""
    digits = 0 if value >= 10 else 1 if value >= 1 else 2
    return f"{value:,.{digits}f}"
