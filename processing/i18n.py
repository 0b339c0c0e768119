"""Translation of the text people read."""

from __future__ import annotations

try:
    from qgis.PyQt.QtCore import QCoreApplication
except ImportError:  # a worker, or a script on a machine without QGIS: rule packs are read there, too
    QCoreApplication = None

CONTEXT = "FactoryLocations"


def tr(text: str) -> str:
    """Return `text` in the language of the running QGIS.

    One context serves the whole plugin, so that a sentence used twice is translated once.
    """
    return text if QCoreApplication is None else QCoreApplication.translate(CONTEXT, text)
