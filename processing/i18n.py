"""Translation of the text people read."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "FactoryLocations"


def tr(text: str) -> str:
    """Return `text` in the language of the running QGIS.

    One context serves the whole plugin, so that a sentence used twice is translated once.
    """
    return QCoreApplication.translate(CONTEXT, text)
