"""Colours of texts that can be read in every theme of QGIS, and labels that keep to them when the theme changes."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QRect
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

WRONG = "wrong"  # the class of what is wrong, in the HTML of a `ThemedLabel` or a page
_WRONG_ON_LIGHT, _WRONG_ON_DARK = "#c0392b", "#ff8a7a"
_LINK_ON_LIGHT, _LINK_ON_DARK = "#1a5fb4", "#7ab8ff"
_HALF = 128
_PAPER = {False: QColor("#ffffff"), True: QColor("#323232")}
_CONTRAST = 4.5  # of a text to what is below it, as WCAG asks for
_STEP = 105
_NEARLY = 0.8
_ALIKE = 1.5  # a contrast that nobody would choose for texts
_SAMPLE = 9  # pixels of a ground that are painted to see its colour
_LOST = 2.5  # a contrast below which a text is not found; QGIS's own themes have 2.8 and more in selected rows


def is_dark(around: QWidget) -> bool:
    """Return whether texts in `around` are light: QGIS's dark themes colour the texts of labels, not palettes."""
    probe = QLabel(around)
    probe.ensurePolished()
    ink = probe.palette().color(QPalette.ColorRole.WindowText)
    probe.deleteLater()
    return bool(ink.lightness() >= _HALF)


def warning_colour(around: QWidget) -> str:
    """Return a red that can be read in `around`."""
    dark = is_dark(around)
    return readable(QColor(_WRONG_ON_DARK if dark else _WRONG_ON_LIGHT), dark, _paper_of(around)).name()


def link_colour(around: QWidget) -> str:
    """Return a colour of links that can be read in `around`; that of QGIS's dark themes cannot."""
    dark = is_dark(around)
    return readable(QColor(_LINK_ON_DARK if dark else _LINK_ON_LIGHT), dark, _paper_of(around)).name()


def readable(colour: QColor, dark: bool, paper: QColor | None = None) -> QColor:
    """Return a colour for texts, as near to `colour` as can be read on a paper, which is that of pages if none is told.

    On the grey of the theme Blend of Gray not even black reaches the contrast that is asked for: then nearly what
    black does.
    """
    paper = paper or _PAPER[dark]
    most = contrast(QColor("#ffffff" if dark else "#000000"), paper)
    wanted = min(_CONTRAST, _NEARLY * most)
    ink = QColor(colour)
    for _ in range(40):
        if contrast(ink, paper) >= wanted:
            break
        ink = _lighter(ink) if dark else ink.darker(_STEP)
    return ink


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_of_row(option: QStyleOptionViewItem) -> QColor:
    """Return the colour for a text in a cell, whose ground the style paints.

    It is the palette's, unless that is lost on the ground: QGIS's window gives its tables other colours of a selection
    than its themes do, and the theme Blend of Gray then paints its own, nearly white, below a white text.
    """
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    active = bool(option.state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
    roles = [QPalette.ColorRole.HighlightedText] if selected else []
    ground = _ground_of_row(option)
    inks = [QColor(option.palette.color(group, role)) for role in (*roles, QPalette.ColorRole.Text)]
    usual = next((ink for ink in inks if contrast(ink, ground) >= _LOST), None)
    return usual or max(QColor("#000000"), QColor("#ffffff"), key=lambda ink: contrast(ink, ground))


def _ground_of_row(option: QStyleOptionViewItem) -> QColor:
    """Return what the style paints below a cell; what is not opaque lies on the palette's base."""
    empty = QStyleOptionViewItem(option)
    empty.text, empty.icon, empty.rect = "", QIcon(), QRect(0, 0, _SAMPLE, _SAMPLE)
    empty.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    empty.state &= ~QStyle.StateFlag.State_HasFocus  # its frame
    sample = QImage(_SAMPLE, _SAMPLE, QImage.Format.Format_RGB32)
    sample.fill(option.palette.color(QPalette.ColorRole.Base))
    painter = QPainter(sample)
    style = option.widget.style() if option.widget is not None else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, option.widget)
    painter.end()
    return sample.pixelColor(_SAMPLE // 2, _SAMPLE // 2)


def style_of(around: QWidget) -> str:
    """Return CSS for links, for what is wrong, and for the kinds of verdicts by their names."""
    from . import verdicts

    dark = is_dark(around)
    inks = {f".{css_class(kind)}": readable(verdicts.colour(kind), dark).name() for kind in verdicts.ORDER}
    inks |= {"a": link_colour(around), f".{WRONG}": warning_colour(around)}
    return "".join(f"{which} {{ color: {ink}; }}" for which, ink in inks.items())


def css_class(kind: str) -> str:
    """Return the class of a kind of verdict in CSS, where a name has no blanks."""
    return kind.replace(" ", "-")


def show_page(page: QTextBrowser | QTextEdit, html: str) -> None:
    """Show HTML in which links, what is wrong and verdicts are told by their classes."""
    page.document().setDefaultStyleSheet(style_of(page))
    page.setHtml(html)


class ThemedLabel(QLabel):
    """A label whose links, and words of the class `WRONG`, can be read; also after the theme has changed."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html, self._wrong, self._showing = "", False, False
        self.setText(text)

    def text(self) -> str:
        """Return what is shown, without its colours."""
        return self._html

    def setText(self, text: str) -> None:
        self._html = text
        self._show()

    def show_as_wrong(self, wrong: bool) -> None:
        """Tell in red, or as any other text."""
        self._wrong = wrong
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()  # what is hidden is not told of another theme

    def _show(self) -> None:
        if self._showing:  # a new colour is a change of the style, which is told again
            return
        self._showing = True
        try:
            around = self.parentWidget() or self
            style = f"QLabel {{ color: {warning_colour(around)}; }}" if self._wrong else ""
            if style != self.styleSheet():
                self.setStyleSheet(style)
            coloured = "<a " in self._html or f"class='{WRONG}'" in self._html
            shown = f"<style>{_words(around)}</style>{self._html}" if coloured else self._html
            if shown != super().text():
                super().setText(shown)
        finally:
            self._showing = False


def _paper_of(around: QWidget) -> QColor | None:
    """Return what lies below the texts of a widget.

    A style sheet leaves widgets that let their parent shine through a palette of black on black, which tells nothing.
    """
    one: QWidget | None = around
    while one is not None:
        palette = one.palette()
        paper, ink = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        if contrast(paper, ink) > _ALIKE:
            return QColor(paper)
        one = one.parentWidget()
    return None


def _words(around: QWidget) -> str:
    return f"a {{ color: {link_colour(around)}; }} .{WRONG} {{ color: {warning_colour(around)}; }}"


def _lighter(ink: QColor) -> QColor:
    """Return a colour a little nearer to white; a factor would keep one without any light as it is."""
    return QColor(*(min(255, round(part + (255 - part) * 0.08)) for part in (ink.red(), ink.green(), ink.blue())))


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
