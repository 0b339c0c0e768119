"""The assessment of a proposed site as a certificate: one A4 page a site, to sign and to file, as PDF."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from ..analysis.errors import LocationError
from ..i18n import tr
from ..messages import activity_label, metres
from ..rules.words import word
from ..sites.words import ADVICE, ASSESSMENT, headline, what_was_checked
from .symbols import VERDICTS

_FAMILIES = "'Noto Sans', 'Noto Sans Khmer', 'Khmer OS', sans-serif"
# Tried one after another until the site fits its page (points).
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_DOTS_PER_INCH = 300
_MARGIN_MM = 14
_SKETCH_PX = 210
_SHARPNESS = 4
_M_PER_DEG = 111_320.0
_LEAST_RADIUS_M = 60.0
# No line to a far feature may make what is near unreadable (metres).
_FARTHEST_M = 3000.0
_PLACES = 3
_OPEN = ("fail", "undecided")
_CALMER = {ASSESSMENT: "#8e3b78", ADVICE: "#2a76a8"}
_INK, _GREY = "#1b1b1b", "#5a5a5a"


def write_certificate(document: Mapping[str, Any], path: Path) -> None:
    """Write the certificate of every site of an assessment.

    Parameters
    ----------
    document : mapping
        See `sites.summary.document`.
    path : Path
        The PDF to write.

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
        for number, site in enumerate(document["sites"]):
            if number:
                writer.newPage()
            _draw(writer, painter, site, document)
    finally:
        painter.end()


def _draw(writer: QPdfWriter, painter: QPainter, site: Mapping[str, Any], document: Mapping[str, Any]) -> None:
    page = QSizeF(writer.width(), writer.height())
    for size in _SIZES:
        text = _laid_out(writer, site, document, size, page)
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
    writer: QPdfWriter, site: Mapping[str, Any], document: Mapping[str, Any], size: float, page: QSizeF
) -> QTextDocument:
    text = QTextDocument()
    text.setDocumentMargin(0)
    font = QFont("Noto Sans")
    font.setPointSizeF(size)
    text.setDefaultFont(font)
    text.documentLayout().setPaintDevice(writer)
    text.setDefaultStyleSheet(_style(size))
    sketch = _sketch(site)
    if sketch is not None:
        text.addResource(int(QTextDocument.ResourceType.ImageResource), QUrl("sketch"), sketch)
    text.setHtml(certificate_html(site, document, sketched=sketch is not None))
    text.setPageSize(page)
    return text


def _style(size: float) -> str:
    return (
        f"body {{ font-family: {_FAMILIES}; color: {_INK}; }}"
        f"h1 {{ font-size: {size * 1.9:.1f}pt; margin: 0; }}"
        f"h2 {{ font-size: {size * 1.15:.1f}pt; margin-top: {size:.0f}px; margin-bottom: 2px; }}"
        f"p {{ margin-top: 2px; margin-bottom: 2px; }}"
        f".small {{ font-size: {size * 0.85:.1f}pt; color: {_GREY}; }}"
        f".verdict {{ font-size: {size * 1.8:.1f}pt; font-weight: 600; }}"
    )


def certificate_html(site: Mapping[str, Any], document: Mapping[str, Any], *, sketched: bool = False) -> str:
    """Return the page of one site in the HTML that Qt's rich text knows; what comes from the data is escaped."""
    return "".join(_html(site, document, sketched))


def _html(site: Mapping[str, Any], document: Mapping[str, Any], sketched: bool) -> Iterator[str]:
    yield f"<body><h1>{_text(tr('Location certificate'))}</h1>"
    yield f"<p><b>{_text(site['name'] or site['id'])}</b></p>"
    if document["illustrative"]:
        yield (f"<p style='color:#a4161a; font-weight:600'>{_text(tr('Illustrative data — not for decisions'))}</p>")
    yield "<table width='100%' cellspacing='0' cellpadding='0'><tr><td valign='top'>"
    yield f"<p class='verdict' style='color:{_colour(site)}'>{_text(headline(site))}</p>"
    for line in _remarks(site, document):
        yield f"<p>{_text(line)}</p>"
    yield from _facts(site, document)
    yield "</td>"
    if sketched:
        yield f"<td valign='top' align='right' width='{_SKETCH_PX + 12}'>"
        yield f"<img src='sketch' width='{_SKETCH_PX}' height='{_SKETCH_PX}'></td>"
    yield "</tr></table>"
    yield from _findings(site["findings"])
    yield from _elsewhere(site["alternatives"])
    yield from _sources(document)
    yield "<br><br><br><table width='100%' cellspacing='0' cellpadding='2'><tr>"
    for who in (tr("Date"), tr("Officer"), tr("Applicant")):
        yield f"<td width='33%' style='border-top: 1px solid {_GREY}'><span class='small'>{_text(who)}</span></td>"
    yield "</tr></table></body>"


def _remarks(site: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    lines = [site["why"] or "", what_was_checked(site), *document["notes"]]
    return [line for line in lines if line]


def _facts(site: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    at = "" if site["longitude"] is None else f"{site['latitude']:.6f}, {site['longitude']:.6f} (WGS 84)"
    exact = tr("taken as exact")
    accuracy = tr("± {number} m").format(number=metres(site["accuracy_m"])) if site["accuracy_m"] else exact
    rows = (
        (tr("Number of the application"), document.get("reference", "")),
        (tr("Activity"), activity_label(site["activity"]) if site["activity"] else ""),
        (tr("Size"), word(site["size_class"]) if site["size_class"] else tr("not known")),
        (tr("Latitude, longitude"), at),
        (tr("Accuracy"), accuracy),
        (tr("Administrative unit"), _joined(site["admin_code"], site["admin_name"])),
        (tr("Zone"), _joined(site["zone_code"], site["zone_name"])),
        (tr("Industrial park"), _joined(site["park_id"], site["park_name"])),
        (tr("Date of the check"), site["checked_on"]),
    )
    yield "<table cellspacing='0' cellpadding='2'>"
    for name, value in rows:
        if value:
            yield f"<tr><td style='color:{_GREY}'>{_text(name)}&nbsp;&nbsp;</td><td>{_text(value)}</td></tr>"
    yield "</table>"


def _findings(findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table of what is not simply kept, and the rules that are kept by their names."""
    kept = [row for row in findings if row["verdict"] == "pass" and row["reason"] != "conditional"]
    others = [row for row in findings if row not in kept]
    if others:
        heads = ((tr("Rule"), 25), (tr("Verdict"), 13), (tr("Why"), 38), (tr("Measured"), 12), (tr("Required"), 12))
        yield "<table width='100%' cellspacing='0' cellpadding='4' style='margin-top: 8px'><tr>"
        yield "".join(
            f"<th align='left' width='{share}%' style='border-bottom: 1px solid {_GREY}'>{_text(head)}</th>"
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
        named = "; ".join(f"{row['rule_id']} {row['rule_title']}" for row in kept)
        yield f"<h2>{_text(tr('Rules that are kept: {count}').format(count=len(kept)))}</h2>"
        yield f"<p class='small'>{_text(named)}</p>"


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
    if row["verdict"] in _OPEN:
        why += [row["action"] or "", row["verify"] or ""]
    asked = row["required_m"] if row["measured_m"] is not None and row["required_m"] else None
    colour = _colour(row)
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


def _colour(row: Mapping[str, Any]) -> str:
    """Return the colour of a verdict: only what prohibits looks like it."""
    if row["verdict"] == "fail" and row["severity"] in _CALMER:
        return _CALMER[row["severity"]]
    style = VERDICTS[row["verdict"]]
    return style.outline if row["verdict"] == "no data" else style.colour


# -- the sketch ---------------------------------------------------------------------------------------


def _sketch(site: Mapping[str, Any]) -> QImage | None:
    """Return a drawing of the site and what its open rules measured, to scale; None where nothing was measured."""
    if site["longitude"] is None:
        return None
    here = (site["longitude"], site["latitude"])
    lines = [
        (row, _offset(here, row["line"][1])) for row in site["findings"] if row["line"] and row["verdict"] in _OPEN
    ]
    lines = [(row, end) for row, end in lines if 0 < math.hypot(end.x(), end.y()) <= _FARTHEST_M]
    if not lines:
        return None
    reach = max([_LEAST_RADIUS_M, site["accuracy_m"], *(math.hypot(end.x(), end.y()) for _, end in lines)])
    side = _SKETCH_PX * _SHARPNESS
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SHARPNESS, _SHARPNESS)
        _paint(painter, site, lines, 0.36 * _SKETCH_PX / reach)
    finally:
        painter.end()
    return image


def _offset(here: Sequence[float], there: Sequence[float]) -> QPointF:
    """Return metres to the east and north of a place near by."""
    east = (there[0] - here[0]) * _M_PER_DEG * math.cos(math.radians(here[1]))
    return QPointF(east, (there[1] - here[1]) * _M_PER_DEG)


def _paint(
    painter: QPainter, site: Mapping[str, Any], lines: Sequence[tuple[Mapping[str, Any], QPointF]], scale: float
) -> None:
    middle = QPointF(_SKETCH_PX / 2, _SKETCH_PX / 2)
    painter.setPen(QPen(QColor("#b0b0b0"), 0.8))
    painter.drawRect(QRectF(0.5, 0.5, _SKETCH_PX - 1, _SKETCH_PX - 1))
    radius = site["accuracy_m"] * scale
    if radius > 3:
        painter.setPen(QPen(QColor(_GREY), 0.8, Qt.PenStyle.DashLine))
        painter.drawEllipse(middle, radius, radius)
    font = QFont("Noto Sans")
    font.setPixelSize(9)
    painter.setFont(font)
    for row, end in lines:
        at = middle + QPointF(end.x() * scale, -end.y() * scale)
        painter.setPen(QPen(QColor(_colour(row)), 1.6))
        painter.drawLine(QLineF(middle, at))
        painter.drawEllipse(at, 2, 2)
    for row, end in lines:
        at = middle + QPointF(end.x() * scale, -end.y() * scale)
        told = tr("{number} m").format(number=metres(row["measured_m"])) if row["measured_m"] else ""
        _label(painter, at + QPointF(-10 if at.x() > _SKETCH_PX * 0.7 else 4, -3), told)
    painter.setPen(QPen(QColor("#ffffff"), 1.2))
    painter.setBrush(QColor(_INK))
    painter.drawEllipse(middle, 4, 4)
    _scale_bar(painter, scale)
    _label(painter, QPointF(_SKETCH_PX - 16, 14), tr("N") + " ↑")


def _label(painter: QPainter, at: QPointF, text: str) -> None:
    room = painter.fontMetrics().horizontalAdvance(text)
    at = QPointF(min(max(3.0, at.x()), _SKETCH_PX - 3.0 - room), max(11.0, at.y()))
    path = QPainterPath()
    path.addText(at, painter.font(), text)
    painter.strokePath(path, QPen(QColor("#ffffff"), 2.4))
    painter.fillPath(path, QColor(_INK))


def _scale_bar(painter: QPainter, scale: float) -> None:
    longest = 0.4 * _SKETCH_PX / scale
    step = 10 ** math.floor(math.log10(longest))
    length = next(step * times for times in (5, 2, 1) if step * times <= longest)
    base = QPointF(8, _SKETCH_PX - 8)
    painter.setPen(QPen(QColor(_INK), 1.4))
    painter.drawLine(QLineF(base, base + QPointF(length * scale, 0)))
    _label(painter, base + QPointF(0, -3), tr("{number} m").format(number=metres(length)))
