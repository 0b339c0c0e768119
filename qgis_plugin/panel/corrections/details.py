"""Everything about one proposal, as a small page of HTML."""

from __future__ import annotations

from html import escape
from typing import Any

from ....processing.coordinates.sentences import metres
from ....processing.i18n import named, tr
from ..register.model import count
from . import certainty
from .model import moved, place_told
from .proposals import ACCEPTED, APPLIED, CERTAINTIES, UNDECIDED, Proposals

HOPELESS = "hopeless"  # the link to what nothing can be proposed for
_KEPT = ("loc_method", "loc_accuracy_m", "loc_datum")


def details_html(proposals: Proposals, row: int) -> str:
    """Return the page for one proposal: what is wrong, how sure that is, where to, and what will be written."""
    texts = proposals.texts
    name = texts["factory_name"][row] or texts["factory_id"][row] or tr("(no id)")
    sure = CERTAINTIES[proposals.certainty[row]] if proposals.certainty[row] < len(CERTAINTIES) else ""
    id_ = texts["factory_id"][row] if texts["factory_name"][row] else ""
    sure_of = named(f"<b>{escape(certainty.label(sure))}</b>", escape(texts["problem"][row]))
    rows = "".join(
        f"<tr><td style='padding-right:8px' valign='top'>{escape(title)}</td><td>{escape(text)}</td></tr>"
        for title, text in _rows(proposals, row)
        if text
    )
    return (
        f"<p style='margin:0'><b>{escape(name)}</b> {escape(id_)}</p>"
        f"<p style='margin:2px 0 4px 0'>{sure_of}</p>"
        f"<table cellspacing='0' cellpadding='1'>{rows}</table>"
    )


def summary_html(proposals: Proposals) -> str:
    """Return what a result holds, for when no proposal is chosen."""
    begin = tr("Choose a proposal: it is explained here, and shown on the map.")
    if not len(proposals):
        begin = tr("Nothing is proposed: no coordinate has a problem that can be repaired.")
    lines = [escape(begin)]
    if proposals.hopeless:
        found = tr("Problems found: {count}.").format(count=count(proposals.problems))
        link = tr("For {count} of them nothing can be proposed. Show these").format(count=count(proposals.hopeless))
        lines.append(f"{escape(found)} <a href='{HOPELESS}'>{escape(link)}</a>")
    return "".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in lines)


def _rows(proposals: Proposals, row: int) -> list[tuple[str, str]]:
    texts = proposals.texts
    return [
        (tr("Decision"), _decision(proposals, row)),
        (tr("Place"), _way(proposals, row)),
        (tr("Writes"), written(proposals, row)),
        (tr("Why"), texts["evidence"][row]),
        (tr("Note"), texts["note"][row]),
    ]


def _way(proposals: Proposals, row: int) -> str:
    """Return from where to where it is moved, and how far."""
    old, new = (_degrees(proposals, row, when) for when in ("old", "new"))
    if proposals.blank(row):
        told = tr("{old}: the location is taken away.").format(old=old or tr("no place"))
    elif proposals.numbers["moved_m"][row] == 0:
        told = tr("{old}: the point stays.").format(old=old)
    elif not old:
        told = tr("stands nowhere now → {new}").format(new=new)
    else:
        told = tr("{old} → {new}: {moved}").format(old=old, new=new, moved=moved(proposals, row))
    several = place_told(proposals, row)
    return f"{told} ({several})" if several else told


def _degrees(proposals: Proposals, row: int, when: str) -> str:
    """Return latitude and longitude as they stand, also those that are no place."""
    lon, lat = proposals.numbers[f"{when}_lon"][row], proposals.numbers[f"{when}_lat"][row]
    return "" if lon != lon or lat != lat else f"{lat:.6f}, {lon:.6f}"


def written(proposals: Proposals, row: int) -> str:
    """Return what the register will say of the place, as `apply_corrections` writes it."""
    from ....processing.analysis.corrections import description  # imported when the file was read
    from ...editing.description import in_words

    blank, stays = proposals.blank(row), proposals.numbers["moved_m"][row] == 0
    texts, accuracy = proposals.texts, proposals.numbers["new_accuracy_m"][row]
    values: dict[str, Any] = {}
    if blank or not stays:
        values.update(description(texts["code"][row], texts["new_method"][row] or None, blank=blank))
    for field, value in (
        ("loc_method", texts["new_method"][row]),
        ("loc_accuracy_m", metres(accuracy) if accuracy == accuracy else ""),
        ("loc_datum", texts["new_datum"][row]),
        ("loc_source", texts["new_source"][row]),
    ):
        if value:
            values[field] = value
    said = [tr("no location")] if blank else [] if stays else [tr("the place")]
    said += [named(_title(field), in_words(field, value)) for field, value in values.items() if value is not None]
    emptied = [_title(field) for field, value in values.items() if value is None]
    if emptied:
        said.append(tr("emptied: {fields}").format(fields=", ".join(emptied)))
    kept = [_title(field) for field in _KEPT if field not in values]
    told = "; ".join(said)
    return tr("{written}. Stays: {fields}.").format(written=told, fields=", ".join(kept)) if kept else f"{told}."


def _title(field: str) -> str:
    titles = {
        "loc_method": tr("method"),
        "loc_accuracy_m": tr("accuracy"),
        "loc_reference_point": tr("reference point"),
        "loc_date": tr("date"),
        "loc_datum": tr("datum"),
        "loc_source": tr("source"),
    }
    return titles.get(field, field)


def _decision(proposals: Proposals, row: int) -> str:
    state = proposals.state(row)
    if state == UNDECIDED:
        return ""
    who = ", ".join(part for part in (proposals.by[row], proposals.on[row]) if part)
    told = f"{certainty.state_label(ACCEPTED if state == APPLIED else state)} ({who})" if who else ""
    told = told or certainty.state_label(state)
    return f"{told}; {tr('the register has it')}" if state == APPLIED else told
