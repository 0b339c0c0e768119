"""Everything about one finding, as a small page of HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ...processing.checks.findings import DEPTH
from ...processing.checks.history import ACCEPTED, EXCEPTION, Decision
from ...processing.i18n import tr
from ...processing.rules.words import word
from . import verdicts
from .findings_model import metres, plain
from .inks import css_class


def details_html(
    values: Mapping[str, Any],
    decision: Decision | None = None,
    located: bool = True,
    verdict: str = "",
    pack: str = "",
) -> str:
    """Return the page for one finding; `inks.show_page` gives it its colours.

    Parameters
    ----------
    values : mapping
        The attributes of a feature of the findings layer; what is missing or null is left out.
    decision : Decision, optional
        What an officer has decided about it.
    located : bool, optional
        Whether the factory has a place that a map can show.
    verdict : str, optional
        What to call the verdict, where that is not what findings call it.
    pack : str, optional
        The rule pack that was chosen for the check: the rule itself may be of one that it includes.
    """
    known = {name: plain(value) for name, value in values.items()}
    name = known.get("factory_name") or known.get("factory_id") or tr("Unnamed factory")
    kind = verdicts.kind(str(known.get("verdict") or ""), _text(known, "severity"))
    parts = [
        f"<p style='margin:0'><b>{escape(str(name))}</b></p>",
        "" if decision is None else _note(_decided(decision, _exempted(known))),
        f"<p style='margin:2px 0 4px 0'><span class='{css_class(kind)}'><b>"
        f"{escape(verdict or verdicts.label(kind))}</b></span> {escape(_text(known, 'message'))}</p>",
    ]
    if not located:
        parts.append(_note(tr("This factory has no usable location: the map cannot show it.")))
    if known.get("verify"):
        parts.append(_note(_text(known, "verify")))
    if known.get("action"):
        parts.append(f"<p style='margin:0 0 4px 0'><i>{escape(str(known['action']))}</i></p>")
    rows = "".join(
        f"<tr><td style='padding-right:10px' valign='top'>{escape(title)}</td><td>{escape(text)}</td></tr>"
        for title, text in _rows(known, pack)
        if text
    )
    return "".join(parts) + f"<table cellspacing='0' cellpadding='1'>{rows}</table>"


def decision_word(decision: str) -> str:
    """Return a decision as people read it."""
    words = {"accepted": tr("Accepted"), "rejected": tr("Rejected"), "under review": tr("Under review")}
    return words.get(decision, decision)


def _note(text: str) -> str:
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<p style='margin:0 0 4px 0; background:#fff3cd; color:#5c4400'>{lines}</p>"


def decided_by(decision: Decision) -> str:
    """Return who made a decision, when, and until when it holds."""
    known = [decision.officer, decision.decided_on and decision.decided_on.isoformat()]
    if decision.expires_on is not None:
        known.append(tr("until {day}").format(day=decision.expires_on.isoformat()))
    return ", ".join(part for part in known if part)


def _exempted(known: Mapping[str, Any]) -> bool:
    """Return whether the check that is shown has already exempted the finding by a decision."""
    return _text(known, "verdict") == "exempt" and _text(known, "reason") == EXCEPTION


def _decided(decision: Decision, exempted: bool) -> str:
    """Return a decision in words, and that the next check will go by it where that changes the verdict."""
    said = tr("Decision: {decision}. {details}.").format(
        decision=decision_word(decision.decision), details=decided_by(decision)
    )
    changes = (decision.decision == ACCEPTED) != exempted
    effect = [tr("The next check takes it into account.")] if changes else []
    return "\n".join([said, decision.reason, *effect])


def _rows(known: Mapping[str, Any], pack: str) -> list[tuple[str, str]]:
    return [
        (tr("Factory id"), _text(known, "factory_id")),
        (tr("Rule"), _joined(known, "rule_id", "rule_title")),
        (tr("Theme"), word(_text(known, "theme"))),
        (tr("Governed by"), _text(known, "governed_by")),
        (tr("Citation"), _text(known, "citation")),
        (tr("Activity"), _text(known, "activity")),
        (tr("Found"), _joined(known, "feature_id", "feature_name")),
        (tr("Candidates"), _text(known, "candidates")),
        (tr("Measured"), _measured(known)),
        (tr("Required"), "" if _asks_for_none(known) else metres(known.get("required_m"))),
        (tr("Margin"), "" if _asks_for_none(known) else _margin(known.get("margin_m"))),
        (tr("Accuracy"), _accuracy(known)),
        (tr("Layer"), _layer(known)),
        (tr("Rule pack"), _pack(_text(known, "pack"), pack)),
    ]


def _pack(of_rule: str, chosen: str) -> str:
    """Return the rule pack that was chosen, and the one that it has a rule from."""
    if not chosen or not of_rule or chosen == of_rule:
        return of_rule
    return tr("{pack} (from {included})").format(pack=chosen, included=of_rule)


def _text(known: Mapping[str, Any], name: str) -> str:
    value = known.get(name)
    return "" if value is None else str(value)


def _joined(known: Mapping[str, Any], *names: str) -> str:
    return "  ".join(text for text in (_text(known, name) for name in names) if text)


def _asks_for_none(known: Mapping[str, Any]) -> bool:
    """Return whether a rule asks for no distance: the tests of zones, parks and overlaps write 0."""
    return bool(known.get("required_m") == 0)


def _measured(known: Mapping[str, Any]) -> str:
    """Return what was measured; where no distance is asked for, also which way it is to the border."""
    distance, reason = metres(known.get("measured_m")), _text(known, "reason")
    if not (distance and reason and _asks_for_none(known)):
        return distance
    told = tr("{distance} inside") if reason in DEPTH else tr("border {distance} away")
    return told.format(distance=distance)


def _margin(value: float | None) -> str:
    """Return by how much a rule is kept or missed; a sign before a number says it to few."""
    if value is None:
        return ""
    told = tr("Short by {distance}") if value < 0 else tr("{distance} to spare")
    return told.format(distance=metres(abs(value)))


def _accuracy(known: Mapping[str, Any]) -> str:
    value = known.get("accuracy_m")
    if value is None:
        return ""
    origins = {
        "stated": tr("as stated"),
        "method": tr("usual for the method of location"),
        "default": tr("assumed"),
    }
    origin = origins.get(_text(known, "accuracy_from"), "")
    return "± " + metres(value) + (f", {origin}" if origin else "")


def _layer(known: Mapping[str, Any]) -> str:
    name, vintage = _text(known, "layer_name"), _text(known, "layer_vintage")
    return tr("{layer}, as of {vintage}").format(layer=name, vintage=vintage) if name and vintage else name
