"""The answer about a proposed site in a few words: the panel and the certificate say the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..checks.rule_check import UNCHECKED
from ..country import COARSE_KM, outside_km
from ..i18n import interface_locale, tr

ADVICE, ASSESSMENT = "advice", "assessment"


def abroad_km(site: Mapping[str, Any], roles: Collection[str]) -> float:
    """Return how far outside of Cambodia a site lies; 0 inside, and where that cannot be told.

    The outline alone lacks the outermost islands: only a place that is in no administrative unit either is abroad.

    Parameters
    ----------
    site : mapping
        One of the sites of `sites.summary.document`.
    roles : collection of str
        Of the layers that were read.
    """
    if "admin" not in roles or site["longitude"] is None or site["admin_name"] or site["admin_code"]:
        return 0.0
    beyond = outside_km(site["longitude"], site["latitude"])
    return beyond if beyond > COARSE_KM else 0.0


def abroad(site: Mapping[str, Any], roles: Collection[str]) -> str:
    """Return the sentence on a site outside of Cambodia; empty for any other. See `abroad_km`."""
    beyond = abroad_km(site, roles)
    told = tr("This place is outside Cambodia: {km} km from the border or the coast.")
    return told.format(km=f"{beyond:.0f}") if beyond else ""


def headline(site: Mapping[str, Any], roles: Collection[str]) -> str:
    """Return the verdict on a site: abroad there is none. Parameters as in `abroad_km`."""
    if abroad_km(site, roles):
        return tr("Outside Cambodia")
    findings = site["findings"]
    if site["verdict"] == "fail" and site["severity"] == ASSESSMENT:
        return tr("Needs an assessment")
    if site["verdict"] == "fail":
        broken = sum(row["verdict"] == "fail" and row["severity"] not in (ADVICE, ASSESSMENT) for row in findings)
        return tr("Breaks {count} rules").format(count=broken) if broken > 1 else tr("Breaks a rule")
    if site["verdict"] == "pass" and any(row["reason"] == "conditional" for row in findings):
        return tr("Keeps the rules, on condition")
    said = {
        "undecided": tr("Undecided"),
        "no data": tr("Not enough data"),
        "exempt": tr("Exempt"),
        "pass": tr("Keeps the rules"),
    }
    return said[site["verdict"]]


def called(site: Mapping[str, Any]) -> str:
    """Return the name of a site in the language of the running QGIS, else its other name, else its id."""
    names = (site["name"], site.get("name_km"))
    own = names[::-1] if interface_locale().startswith("km") else names
    return str(own[0] or own[1] or site["id"])


def registered_as(site: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return by what the register knows a site: titles and values, none of what is only proposed."""
    known = ((tr("Factory id"), site.get("factory_id")), (tr("Licence number"), site.get("licence_no")))
    return [(title, str(value)) for title, value in known if value]


def zone_of(site: Mapping[str, Any]) -> str:
    """Return the zone of a site as its layer calls it; in Khmer as the rule pack does, with the layer's name behind."""
    code, name, title = site["zone_code"], site["zone_name"], site.get("zone_title")
    if title and interface_locale().startswith("km"):
        return f"{code} {title} ({name})" if name and name != title else f"{code} {title}"
    return " ".join(part for part in (code, name) if part)


def what_was_checked(site: Mapping[str, Any]) -> str:
    """Say of how many rules the verdict is, and how many recommendations are not kept: no site fails for those."""
    findings = site["findings"]
    without = sum(row["reason"] in UNCHECKED for row in findings)
    if without:
        told = tr("Rules checked: {checked} of {all}; layers are missing for the others.")
        said = told.format(checked=len(findings) - without, all=len(findings))
    else:
        said = tr("Rules checked: all {all} that apply.").format(all=len(findings))
    advice = sum(row["verdict"] == "fail" and row["severity"] == ADVICE for row in findings)
    return f"{said} {tr('Recommendations not kept: {count}.').format(count=advice)}" if advice else said


def notes_on(site: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    """Return what an assessment has to say that is of a site: what is of all of them, and what is of this one."""
    others = {note for other in document["sites"] for note in other.get("notes", ())}
    return [note for note in document["notes"] if note not in others] + list(site.get("notes", ()))


def place_of(site: Mapping[str, Any]) -> str:
    """Return the coordinate of a site without noughts at its end: nobody told these; empty where it has none."""
    if site["longitude"] is None:
        return ""
    at = (f"{site[name]:.6f}".rstrip("0").rstrip(".") for name in ("latitude", "longitude"))
    return f"{', '.join(at)} (WGS 84)"


def with_source(accuracy: str, document: Mapping[str, Any]) -> str:
    """Return an accuracy in words with where it comes from, where that was said."""
    source = document.get("how_known", "")
    return f"{accuracy} ({source})" if source else accuracy
