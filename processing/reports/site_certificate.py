"""The assessment of a proposed site as a certificate: one A4 page a site, to sign and to file, as PDF."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from qgis.PyQt.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from .. import khmer_fonts
from ..analysis.errors import LocationError
from ..i18n import named, tr
from ..messages import activity_label, metres
from ..rules.words import word
from ..sites.words import (
    abroad,
    abroad_km,
    called,
    headline,
    notes_on,
    place_of,
    registered_as,
    what_was_checked,
    with_source,
    zone_of,
)
from .site_lines import OPEN, colour_of
from .site_map import MAP_PX, SiteMap
from .strokes import GREY, INK
from .symbols import VERDICTS

_FAMILIES = f"'Noto Sans', {khmer_fonts.CSS}, sans-serif"
# Tried one after another until the site fits its page (points).
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_DOTS_PER_INCH = 300
_MARGIN_MM = 14
_PLACES = 3


def write_certificate(
    document: Mapping[str, Any], path: Path, map_of: Callable[[Mapping[str, Any]], SiteMap | None] = lambda _: None
) -> None:
    """Write the certificate of every site of an assessment.

    Parameters
    ----------
    document : mapping
        See `sites.summary.document`.
    path : Path
        The PDF to write.
    map_of : callable
        Returns the map of a site, None where there is nothing to draw.

    Raises
    ------
    LocationError
        If the file cannot be written.
    """
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    writer.setTitle(tr("Location certificate"))
    painter = QPainter()
    if not painter.begin(writer):
        raise LocationError("The certificate “{path}” cannot be written. Choose another folder.", path=str(path))
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number, site in enumerate(document["sites"]):
            if number:
                writer.newPage()
            _draw(writer, painter, site, document, map_of(site))
    finally:
        painter.end()


def _draw(
    writer: QPdfWriter,
    painter: QPainter,
    site: Mapping[str, Any],
    document: Mapping[str, Any],
    drawn: SiteMap | None,
) -> None:
    page = QSizeF(writer.width(), writer.height())
    for size in _SIZES:
        text = _laid_out(writer, site, document, size, page, drawn)
        if text.pageCount() == 1:
            break
    for number in range(text.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        text.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
        painter.restore()


def _laid_out(
    writer: QPdfWriter,
    site: Mapping[str, Any],
    document: Mapping[str, Any],
    size: float,
    page: QSizeF,
    drawn: SiteMap | None,
) -> QTextDocument:
    text = QTextDocument()
    text.setDocumentMargin(0)
    font = QFont("Noto Sans")
    font.setPointSizeF(size)
    text.setDefaultFont(font)
    text.documentLayout().setPaintDevice(writer)
    text.setDefaultStyleSheet(_style(size))
    if drawn is not None:
        text.addResource(int(QTextDocument.ResourceType.ImageResource), QUrl("map"), drawn.image)
    text.setHtml(certificate_html(site, document, map_px=(MAP_PX, drawn.height) if drawn is not None else None))
    text.setPageSize(page)
    return text


def _style(size: float) -> str:
    return (
        f"body {{ font-family: {_FAMILIES}; color: {INK}; }}"
        f"h1 {{ font-size: {size * 1.9:.1f}pt; margin: 0; }}"
        f"h2 {{ font-size: {size * 1.15:.1f}pt; margin-top: {size:.0f}px; margin-bottom: 2px; }}"
        f"p {{ margin-top: 2px; margin-bottom: 2px; }}"
        f".small {{ font-size: {size * 0.85:.1f}pt; color: {GREY}; }}"
        f".verdict {{ font-size: {size * 1.8:.1f}pt; font-weight: 600; }}"
    )


def certificate_html(
    site: Mapping[str, Any], document: Mapping[str, Any], *, map_px: tuple[int, int] | None = None
) -> str:
    """Return the page of one site in the HTML that Qt's rich text knows; what comes from the data is escaped.

    Parameters
    ----------
    site, document : mapping
        See `sites.summary.document`.
    map_px : (int, int), optional
        Width and height of the picture named ``map``, where there is one.
    """
    return "".join(_html(site, document, map_px))


def _html(site: Mapping[str, Any], document: Mapping[str, Any], map_px: tuple[int, int] | None) -> Iterator[str]:
    roles = {layer["role"] for layer in document["provenance"]["layers"]}
    yield f"<body><h1>{_text(tr('Location certificate'))}</h1>"
    yield f"<p><b>{_text(called(site))}</b></p>"
    known = "; ".join(named(title, value) for title, value in registered_as(site))
    if known:
        yield f"<p>{_text(known)}</p>"
    if document["illustrative"]:
        yield (f"<p style='color:#a4161a; font-weight:600'>{_text(tr('Illustrative data — not for decisions'))}</p>")
    yield "<table width='100%' cellspacing='0' cellpadding='0'><tr><td valign='top'>"
    yield f"<p class='verdict' style='color:{_colour(site, roles)}'>{_text(headline(site, roles))}</p>"
    for line in _remarks(site, document):
        yield f"<p>{_text(line)}</p>"
    yield from _facts(site, document)
    yield "</td>"
    if map_px is not None:
        wide, tall = map_px
        yield f"<td valign='top' align='right' width='{wide + 12}'><img src='map' width='{wide}' height='{tall}'></td>"
    yield "</tr></table>"
    yield from _findings(site["findings"])
    yield from _elsewhere(site["alternatives"])
    yield from _sources(document)
    yield "<br><br><br><table width='100%' cellspacing='0' cellpadding='2'><tr>"
    for who in (tr("Date"), tr("Officer"), tr("Applicant")):
        yield f"<td width='33%' style='border-top: 1px solid {GREY}'><span class='small'>{_text(who)}</span></td>"
    yield "</tr></table></body>"


def _colour(site: Mapping[str, Any], roles: Collection[str]) -> str:
    """Return the colour of the verdict; a site abroad is nothing to be calm about."""
    return VERDICTS["fail"].colour if abroad_km(site, roles) else colour_of(site)


def _remarks(site: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    """Return what is said below the verdict: of a site abroad first that it is."""
    first = abroad(site, {layer["role"] for layer in document["provenance"]["layers"]})
    lines = [first, site["why"] or "", what_was_checked(site), *notes_on(site, document)]
    return [line for line in dict.fromkeys(lines) if line]


def _facts(site: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    exact = tr("taken as exact")
    accuracy = tr("± {number} m").format(number=metres(site["accuracy_m"])) if site["accuracy_m"] else exact
    rows = (
        (tr("Number of the application"), document.get("reference", "")),
        (tr("Activity"), activity_label(site["activity"]) if site["activity"] else ""),
        (tr("Size"), word(site["size_class"]) if site["size_class"] else tr("not known")),
        (tr("Latitude, longitude"), place_of(site)),
        (tr("Accuracy"), with_source(accuracy, document)),
        (tr("Administrative unit"), _joined(site["admin_code"], site["admin_name"])),
        (tr("Zone"), zone_of(site)),
        (tr("Industrial park"), _joined(site["park_id"], site["park_name"])),
        (tr("Date of the check"), site["checked_on"]),
    )
    yield "<table cellspacing='0' cellpadding='2'>"
    for name, value in rows:
        if value:
            yield f"<tr><td style='color:{GREY}'>{_text(name)}&nbsp;&nbsp;</td><td>{_text(value)}</td></tr>"
    yield "</table>"


def _findings(findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table of what is not simply kept, and the rules that are kept by their names."""
    kept = [row for row in findings if row["verdict"] == "pass" and row["reason"] != "conditional"]
    others = [row for row in findings if row not in kept]
    if others:
        heads = ((tr("Rule"), 25), (tr("Verdict"), 13), (tr("Why"), 38), (tr("Measured"), 12), (tr("Required"), 12))
        yield "<table width='100%' cellspacing='0' cellpadding='4' style='margin-top: 8px'><tr>"
        yield "".join(
            f"<th align='left' width='{share}%' style='border-bottom: 1px solid {GREY}'>{_text(head)}</th>"
            for head, share in heads
        )
        yield "</tr>"
        for row in others:
            yield "<tr>" + "".join(
                f"<td valign='top' style='border-bottom: 1px solid #d0d0d0'>{cell}</td>" for cell in _cells(row)
            )
            yield "</tr>"
        yield "</table>"
    if kept:
        listed = "; ".join(f"{row['rule_id']} {row['rule_title']}" for row in kept)
        yield f"<h2>{_text(tr('Rules that are kept: {count}').format(count=len(kept)))}</h2>"
        yield f"<p class='small'>{_text(listed)}</p>"


def _elsewhere(offered: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the nearest other places, if any were looked for and found."""
    if not offered:
        return
    yield f"<h2>{_text(tr('Other places, checked by the same rules'))}</h2>"
    for row in offered[:_PLACES]:
        told = tr("{rank}. {name}, {distance} m away: {latitude}, {longitude}").format(
            rank=row["rank"],
            name=row["name"] or row["place_id"],
            distance=metres(row["distance_m"]),
            latitude=f"{row['latitude']:.5f}",
            longitude=f"{row['longitude']:.5f}",
        )
        yield f"<p>{_text(told)}</p>"


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    why = [row["message"] or ""]
    if row["verdict"] in OPEN:
        why += [row["action"] or "", row["verify"] or ""]
    asked = row["required_m"] if row["measured_m"] is not None and row["required_m"] else None
    colour = colour_of(row)
    return (
        f"{_text(row['rule_id'])}<br><span class='small'>{_text(row['rule_title'])}</span>",
        f"<span style='color:{colour}'>{_text(_verdict_word(row))}</span>",
        "<br>".join(_text(line) for line in why if line),
        _metres(row["measured_m"]),
        _metres(asked),
    )


def _verdict_word(row: Mapping[str, Any]) -> str:
    if row["verdict"] == "fail" and row["severity"]:
        return word(row["severity"])
    words = {
        "pass": tr("Passes on condition"),
        "fail": tr("Fails"),
        "undecided": tr("Undecided"),
        "no data": tr("No data"),
        "exempt": tr("Exempt"),
    }
    return words[row["verdict"]]


def _sources(document: Mapping[str, Any]) -> Iterator[str]:
    made = document["provenance"]
    pack, tool = made["pack"], made["tool"]
    rules = f"{pack['title']} ({pack['id']} {pack['version']}, {word(pack['status'])}, {pack['vintage']})"
    layers = ", ".join(dict.fromkeys(layer["name"] for layer in made["layers"] if layer["role"] != "sites"))
    yield f"<p class='small'>{_text(tr('Rule pack'))}: {_text(rules)}. {_text(pack['citation'])}</p>"
    yield f"<p class='small'>{_text(tr('Layers'))}: {_text(layers)}</p>"
    yield f"<p class='small'>{_text(tool['name'])} {_text(tool['version'])}, {_text(document['run']['started'])}</p>"


def _text(value: object) -> str:
    return "" if value is None else escape(str(value))


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _metres(value: float | None) -> str:
    said = "" if value is None else tr("{number} m").format(number=metres(value))
    return _text(said).replace(" ", "&nbsp;")
