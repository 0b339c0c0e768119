"""The assessment of a proposed site as a page to print: one page a site, in the language of the running QGIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from .. import khmer_fonts
from ..i18n import interface_locale, tr
from ..messages import activity_label, metres
from ..rules.words import word
from ..sites.words import called, notes_on, place_of, registered_as, with_source, zone_of

_FONTS = f"'Noto Sans', {khmer_fonts.CSS}, sans-serif"
_STYLE = """\
@page { size: A4; margin: 11mm 13mm; }
body { font: 9.5pt/1.45 FONTS; color: #1b1b1b; max-width: 50rem;
  margin: 1.5rem auto; padding: 0 1rem; }
section { break-after: page; } section:last-child { break-after: auto; }
h1 { font-size: 1.5em; margin: 0 0 .3em; }
h2 { font-size: 1.08em; margin: 1.1em 0 .3em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: .2em 0; }
th, td { text-align: left; vertical-align: top; padding: .18em .6em .18em 0; border-bottom: 1px solid #e2e2e2; }
table.facts th { width: 10rem; font-weight: normal; color: #555; }
thead th { border-bottom: 1px solid #888; font-weight: 600; }
tr { break-inside: avoid; }
.verdict { display: inline-block; padding: .1em .6em; border: 2px solid; border-radius: .25em; font-weight: 700;
  white-space: nowrap; }
td .verdict { border-width: 1px; padding: 0 .35em; font-weight: 600; }
.fail { color: #a03d00; } .undecided { color: #8a5f00; } .no-data { color: #555; } .exempt { color: #00704f; }
.pass { color: #00588a; }
.why { margin: .5em 0; } .illustrative { display: inline-block; border: 2px solid #a4161a; color: #a4161a;
  font-weight: 700; padding: .1em .6em; }
.small { color: #555; font-size: .86em; overflow-wrap: anywhere; margin: .3em 0; }
ul { margin: .2em 0; padding-left: 1.2em; }
.sign { display: flex; gap: 3rem; margin-top: 2.2em; } .sign div { flex: 1; border-top: 1px solid #888; color: #555; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8pt; line-height: 1.3; } }
"""


def page(document: Mapping[str, Any]) -> str:
    """Return the page of an assessment as HTML; everything that comes from the data is escaped.

    Parameters
    ----------
    document : mapping
        See `sites.summary.document`.
    """
    language = "km" if interface_locale().startswith("km") else "en"
    body = [line for site in document["sites"] for line in _site(site, document)]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            f'<head><meta charset="utf-8"><title>{_text(tr("Assessment of a site"))}</title>',
            f"<style>\n{_STYLE.replace('FONTS', _FONTS)}</style></head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def _text(value: object) -> str:
    return "" if value is None else escape(str(value))


def _site(site: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    yield "<section>"
    yield f"<h1>{_text(tr('Assessment of a site'))} – {_text(called(site))}</h1>"
    weight = f" {_text(word(site['severity']))}" if site["severity"] else ""
    if document["illustrative"]:
        yield f'<p class="illustrative">{_text(tr("Illustrative data — not for decisions"))}</p>'
    yield f"<p>{_answer(site)}{weight}</p>"
    if site["why"]:
        yield f'<p class="why">{_text(site["why"])}</p>'
    if site["not_checked"]:
        yield f'<p class="why">{_text(not_checked(site["not_checked"]))}</p>'
    for note in notes_on(site, document):
        yield f'<p class="why">{_text(note)}</p>'
    number = (tr("Number of the application"), document.get("reference", ""))
    yield from _facts([*registered_as(site), number, *_place(site, document)])
    yield from _rules(site["findings"])
    yield from _nearest(site["nearest"])
    yield from _alternatives(site["alternatives"])
    yield from _sources(document)
    yield f'<div class="sign"><div>{_text(tr("Date"))}</div><div>{_text(tr("Officer"))}</div></div>'
    yield "</section>"


def not_checked(count: int) -> str:
    """Say how many rules were not checked, nothing for none: what was not checked has not passed."""
    return tr("Rules that were not checked, because no layer was given: {count}.").format(count=count) if count else ""


def _badge(verdict: str, said: str = "") -> str:
    names = {
        "pass": tr("Passes"),
        "fail": tr("Fails"),
        "undecided": tr("Undecided"),
        "no data": tr("No data"),
        "exempt": tr("Exempt"),
    }
    return f'<span class="verdict {verdict.replace(" ", "-")}">{_text(said or names.get(verdict, verdict))}</span>'


def _answer(site: Mapping[str, Any]) -> str:
    """Return a site's verdict; a pass says so where it has a condition, or is of some of the rules only."""
    if site["verdict"] != "pass":
        return _badge(site["verdict"])
    conditional = any(row["reason"] == "conditional" for row in site["findings"])
    mark = _badge("pass", tr("Passes on condition") if conditional else "")
    if not site["not_checked"]:
        return mark
    asked = len(site["findings"])
    told = tr("the {checked} of {all} rules that could be checked")
    return f"{mark} {_text(told.format(checked=asked - site['not_checked'], all=asked))}"


def _place(site: Mapping[str, Any], document: Mapping[str, Any]) -> list[tuple[str, str]]:
    accuracy = tr("{number} m").format(number=metres(site["accuracy_m"])) if site["accuracy_m"] else ""
    return [
        (tr("Activity"), activity_label(site["activity"]) if site["activity"] else ""),
        (tr("Size"), word(site["size_class"]) if site["size_class"] else tr("not known")),
        (tr("Latitude, longitude"), place_of(site)),
        (tr("Accuracy"), with_source(accuracy or tr("taken as exact"), document)),
        (tr("Administrative unit"), _joined(site["admin_code"], site["admin_name"])),
        (tr("Zone"), zone_of(site)),
        (tr("Industrial park"), _joined(site["park_id"], site["park_name"])),
        (tr("Date of the check"), site["checked_on"]),
    ]


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _facts(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield '<table class="facts">'
    for name, value in rows:
        if value:
            yield f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>"
    yield "</table>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; cells are HTML already."""
    yield "<table><thead><tr>" + "".join(f"<th>{_text(head)}</th>" for head in heads) + "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"


def _rules(findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"<h2>{_text(tr('Every rule'))}</h2>"
    heads = (tr("Rule"), tr("Verdict"), tr("Why"), tr("Measured"), tr("Required"))
    yield from _table(heads, [_rule(row) for row in findings])


def _rule(row: Mapping[str, Any]) -> Sequence[str]:
    why = _text(row["message"])
    if row["verdict"] == "fail" and row["action"]:
        why += f'<br><span class="small">{_text(row["action"])}</span>'
    asked = row["required_m"] if row["measured_m"] is not None and row["required_m"] else None
    return (
        f'{_text(row["rule_id"])}<br><span class="small">{_text(row["rule_title"])}</span>',
        _badge(row["verdict"]),
        why,
        _metres(row["measured_m"]),
        _metres(asked),
    )


def _metres(value: float | None) -> str:
    """Return a distance that does not break between number and unit."""
    return "" if value is None else _text(tr("{number} m").format(number=metres(value))).replace(" ", "\u00a0")


def _nearest(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    yield f"<h2>{_text(tr('Nearest of each kind'))}</h2>"
    yield from _table(
        (tr("Kind"), tr("Feature"), tr("Distance"), tr("Layer")),
        [
            (
                _text(word(row["class"] or row["role"])),
                _text(row["feature_name"] or row["feature_id"]),
                _metres(row["distance_m"]) if row["distance_m"] else _text(tr("inside")),
                _text(_joined(row["layer_name"], row["layer_vintage"])),
            )
            for row in rows
        ],
    )


def _alternatives(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    remaining = [(row["remaining"] or "").split("\n") for row in rows]
    # What is the same everywhere is said once, under the table.
    everywhere = [line for line in remaining[0] if line and all(line in lines for lines in remaining)]
    yield f"<h2>{_text(tr('Other places, checked by the same rules'))}</h2>"
    yield from _table(
        ("", tr("Place"), tr("Distance"), tr("Verdict"), tr("What remains to be assessed")),
        [
            (
                str(row["rank"]),
                f'{_text(row["name"])}<br><span class="small">{_text(_at(row))}</span>',
                _metres(row["distance_m"]),
                _badge(row["verdict"]),
                "<br>".join(_text(line) for line in lines if line not in everywhere),
            )
            for row, lines in zip(rows, remaining)
        ],
    )
    for line in everywhere:
        yield f'<p class="small">{_text(tr("Everywhere: {text}").format(text=line))}</p>'


def _at(row: Mapping[str, Any]) -> str:
    at = f"{row['latitude']:.5f}, {row['longitude']:.5f}"
    return f"{at}; {row['room']}" if row["room"] else at


def _sources(document: Mapping[str, Any]) -> Iterator[str]:
    made = document["provenance"]
    pack = made["pack"]
    yield f"<h2>{_text(tr('Made from'))}</h2>"
    rules = f"{pack['title']} ({pack['id']} {pack['version']}, {word(pack['status'])}, {pack['vintage']})"
    layers = ", ".join(f"{layer['name']} [{layer['source']}]" if layer["source"] else layer["name"]
                       for layer in made["layers"])  # fmt: skip
    yield f'<p class="small">{_text(tr("Rule pack"))}: {_text(rules)}. {_text(pack["citation"])}</p>'
    yield f'<p class="small">{_text(tr("Layers"))}: {_text(layers)}</p>'
    tool = made["tool"]
    yield f'<p class="small">{_text(tool["name"])} {_text(tool["version"])}, {_text(document["run"]["started"])}</p>'
