"""The line that says what changed since an earlier check, with links to see it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...processing.i18n import tr
from .inks import ThemedLabel

if TYPE_CHECKING:
    from .comparison import Comparison


class SinceLine(ThemedLabel):
    """One sentence; hidden while there is nothing to compare with. `asked` says which of the numbers was clicked."""

    asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(self.asked)
        self._comparison: Comparison | None = None
        self.show_comparison(None)

    def show_comparison(self, comparison: Comparison | None, why_not: str = "") -> None:
        """Say what changed, or why that cannot be said."""
        self._comparison = comparison
        self.setText(escape(why_not) if comparison is None else _told(comparison))
        self.setToolTip("" if comparison is None else comparison.more)
        self.setVisible(bool(comparison is not None or why_not))


def _told(comparison: Comparison) -> str:
    words = {
        "new": tr("{count} new"),
        "changed": tr("{count} changed"),
        "resolved": tr("{count} resolved"),
        "worse": tr("{count} worse"),
        "better": tr("{count} better"),
    }
    told = {name: _linked(name, word, comparison.counts[name]) for name, word in words.items()}
    return tr("Since {when}: {findings}. Factories: {factories}.").format(
        when=escape(comparison.when),
        findings=", ".join(told[name] for name in ("new", "changed", "resolved")),
        factories=", ".join(told[name] for name in ("worse", "better")),
    )


def _linked(name: str, word: str, count: int) -> str:
    text = escape(word.format(count=QLocale().toString(count)))
    return f"<a href='{name}'>{text}</a>" if count else text
