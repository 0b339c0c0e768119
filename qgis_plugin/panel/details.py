"""Everything about one finding, as a small page of HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ...processing.i18n import tr
from . import verdicts
from .findings_model import metres, plain


def details_html(values: Mapping[str, Any]) -> str:
    """Return the page for one finding.

    Parameters
    ----------
    values : mapping
        The attributes of a feature of the findings layer; what is missing or null is left out.
    """
    known = {name: plain(value) for name, value in values.items()}
    name = known.get("factory_name") or known.get("factory_id") or tr("Unnamed factory")
    colour = verdicts.colour(str(known.get("verdict") or "")).name()
    parts = [
        f"<p style='margin:0'><b>{escape(str(name))}</b></p>",
        f"<p style='margin:2px 0 4px 0'><span style='color:{colour}'><b>"
        f"{escape(verdicts.label(str(known.get('verdict') or '')))}</b></span> "
        f"{escape(str(known.get('message') or ''))}</p>",
    ]
    if known.get("action"):
        parts.append(f"<p style='margin:0 0 4px 0'><i>{escape(str(known['action']))}</i></p>")
    rows = "".join(
        f"<tr><td style='padding-right:10px' valign='top'>{escape(title)}</td><td>{escape(text)}</td></tr>"
        for title, text in _rows(known)
        if text
    )
    return "".join(parts) + f"<table cellspacing='0' cellpadding='1'>{rows}</table>"


def _rows(known: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (tr("Factory id"), _text(known, "factory_id")),
        (tr("Rule"), _joined(known, "rule_id", "rule_title")),
        (tr("Citation"), _text(known, "citation")),
        (tr("Activity"), _text(known, "activity")),
        (tr("Found"), _joined(known, "feature_id", "feature_name")),
        (tr("Candidates"), _text(known, "candidates")),
        (tr("Measured"), metres(known.get("measured_m"))),
        (tr("Required"), metres(known.get("required_m"))),
        (tr("Margin"), metres(known.get("margin_m"))),
        (tr("Accuracy"), _accuracy(known.get("accuracy_m"))),
        (tr("Layer"), _layer(known)),
        (tr("Rule pack"), _text(known, "pack")),
    ]


def _text(known: Mapping[str, Any], name: str) -> str:
    value = known.get(name)
    return "" if value is None else str(value)


def _joined(known: Mapping[str, Any], *names: str) -> str:
    return "  ".join(text for text in (_text(known, name) for name in names) if text)


def _accuracy(value: float | None) -> str:
    return "" if value is None else "± " + metres(value)


def _layer(known: Mapping[str, Any]) -> str:
    name, vintage = _text(known, "layer_name"), _text(known, "layer_vintage")
    return tr("{layer}, as of {vintage}").format(layer=name, vintage=vintage) if name and vintage else name
