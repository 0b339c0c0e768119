"""A rule pack as a page to read, print and discuss: one section a rule, in the language of the running QGIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from .. import khmer_fonts
from ..i18n import interface_locale, tr
from ..rules.notes import all_included, notes
from ..rules.pack import Pack, Rule
from ..rules.words import (
    activities_in_words,
    area_word,
    asked_in_words,
    distances_in_words,
    joined,
    labels,
    measured_in_words,
    origin,
    word,
)

_FONTS = f"'Noto Sans', {khmer_fonts.CSS}, sans-serif"
_STYLE = """\
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.5 FONTS; color: #1b1b1b; max-width: 48rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6em; margin: 0 0 .2em; }
h2 { font-size: 1.15em; margin: 1.8em 0 .4em; padding-top: .6em; border-top: 1px solid #b5b5b5; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; }
th, td { text-align: left; vertical-align: top; padding: .25em .7em .25em 0; border-bottom: 1px solid #e2e2e2; }
table.facts th { width: 11rem; font-weight: normal; color: #555; }
thead th { border-bottom: 1px solid #888; }
tr { break-inside: avoid; }
.violation { color: #a03000; } .assessment { color: #7a5a00; } .advice { color: #2f5f88; }
.small { color: #555; font-size: .88em; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
"""


def catalogue(pack: Pack) -> str:
    """Return the page of a pack as HTML; everything the pack says is escaped."""
    language = "km" if interface_locale().startswith("km") else "en"
    body = [*_head(pack), *_overview(pack), *_notes(pack)]
    for rule in pack.rules:
        body += _section(rule)
    body += _files(pack)
    title = _text(str(pack.title))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            f'<head><meta charset="utf-8"><title>{title}</title>',
            f"<style>\n{_STYLE.replace('FONTS', _FONTS)}</style></head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def _text(value: object) -> str:
    return escape(str(value))


def _facts(rows: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield a table of names and values, without those that are empty."""
    yield '<table class="facts">'
    for name, value in rows:
        if str(value):
            yield f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>"
    yield "</table>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield "<table><thead><tr>" + "".join(f"<th>{_text(head)}</th>" for head in heads) + "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"


def _head(pack: Pack) -> Iterator[str]:
    yield f"<h1>{_text(str(pack.title))}</h1>"
    yield from _facts(
        [
            (tr("Rule pack"), f"{pack.id} {pack.version}"),
            (tr("Authority"), pack.authority),
            (tr("Citation"), pack.citation),
            (tr("Year of the text"), pack.vintage),
            (tr("Status"), word(pack.status)),
            (tr("Licence"), pack.licence),
            (tr("Number of rules"), len(pack.rules)),
        ]
    )
    included = all_included(pack)
    if included:
        heads = [tr("Includes"), tr("Title"), tr("Authority"), tr("Status"), tr("Year of the text")]
        yield from _table(
            heads, [(f"{p.id} {p.version}", p.title, p.authority, word(p.status), p.vintage) for p in included]
        )


def _overview(pack: Pack) -> Iterator[str]:
    heads = (tr("Rule"), tr("Title"), tr("Theme"), tr("Breaking it is"))
    yield "<table><thead><tr>" + "".join(f"<th>{_text(head)}</th>" for head in heads) + "</tr></thead><tbody>"
    for rule in pack.rules:
        link = f'<a href="#{_text(rule.id)}">{_text(rule.id)}</a>'
        yield (
            f"<tr><td>{link}</td><td>{_text(str(rule.title))}</td><td>{_text(word(rule.theme))}</td>"
            f'<td class="{rule.severity}">{_text(word(rule.severity))}</td></tr>'
        )
    yield "</tbody></table>"


def _notes(pack: Pack) -> Iterator[str]:
    said = notes(pack)
    if said:
        yield f"<h2>{_text(tr('Notes'))}</h2>"
        yield "<ul>" + "".join(f"<li>{_text(note)}</li>" for note in said) + "</ul>"


def _section(rule: Rule) -> Iterator[str]:
    yield f'<h2 id="{_text(rule.id)}">{_text(rule.id)}&ensp;{_text(str(rule.title))}</h2>'
    exempt = tr("factories inside industrial parks") if rule.exempt_inside else ""
    yield from _facts(
        [
            (tr("Test"), asked_in_words(rule)),
            (tr("Distance"), distances_in_words(rule)),
            (tr("Measured by the text"), measured_in_words(rule)),
            (tr("Activities"), activities_in_words(rule.include, rule.exclude)),
            (tr("Sizes"), joined(rule.sizes) or tr("every size")),
            (tr("About"), word(rule.applies_to)),
            (tr("Exempt"), exempt),
            (tr("Theme"), word(rule.theme)),
            (tr("Breaking it is"), word(rule.severity)),
            (tr("Message"), rule.message),
            (tr("Action"), rule.action),
            (tr("Citation"), rule.citation),
            (tr("From the pack"), origin(rule)),
        ]
    )
    if rule.zones:
        yield from _zones(rule)
    if rule.matrix:
        yield from _matrix(rule)


def _zones(rule: Rule) -> Iterator[str]:
    heads = (
        tr("Zone"),
        tr("Permitted"),
        tr("Permitted on condition"),
        tr("Condition"),
        tr("Prohibited"),
        tr("All else"),
    )
    rows = [
        (
            f"{code} ({zone.title})",
            labels(zone.permits),
            labels(zone.permits_on_condition),
            zone.condition,
            labels(zone.prohibits),
            word(zone.otherwise),
        )
        for code, zone in rule.zones.items()
    ]
    yield from _table(heads, rows)


def _matrix(rule: Rule) -> Iterator[str]:
    yield from _table((tr("Level"), tr("Activities")), [(level, labels(codes)) for level, codes in rule.levels.items()])
    heads = [tr("Area"), *(tr("Level {level}").format(level=level) for level in rule.levels)]
    rows = [
        (area_word(rule, name), *(word(answers[level]) for level in rule.levels))
        for name, answers in rule.matrix.items()
    ]
    yield from _table(heads, rows)
    yield from _facts([(tr("Condition"), rule.condition), (tr("On a border"), word(rule.straddling))])


def _files(pack: Pack) -> Iterator[str]:
    yield f"<h2>{_text(tr('Files'))}</h2>"
    for name, digest in pack.files.items():
        yield f'<p class="small">{_text(name)}<br>SHA-256 {digest}</p>'
