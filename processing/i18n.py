"""Translation of the text people read."""

from __future__ import annotations

try:
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication
except ImportError:  # a worker, or a script on a machine without QGIS: rule packs are read there, too
    QCoreApplication = QgsApplication = None

CONTEXT = "FactoryLocations"
_chosen = _spoken = ""


def tr(text: str) -> str:
    """Return `text` in the language of the running QGIS.

    One context serves the whole plugin, so that a sentence used twice is translated once.
    """
    return text if QCoreApplication is None else QCoreApplication.translate(CONTEXT, text)


def named(name: str, value: object) -> str:
    """Return a value behind its name, with the colon of the language between them."""
    return tr("{name}: {value}").format(name=name, value=value)


def speak(language: str) -> None:
    """Settle what `interface_locale` returns: a language that a person chose, such as ``km``, else the one of QGIS."""
    global _chosen, _spoken
    _chosen, _spoken = language, language or _of_qgis()


def speak_no_more() -> None:
    """Undo `speak`."""
    global _chosen, _spoken
    _chosen = _spoken = ""


def chosen_language() -> str:
    """Return the language that was chosen with `speak`, empty for the one of QGIS."""
    return _chosen


def interface_locale() -> str:
    """Return the language of the plugin, such as ``km`` or ``en_GB``: what `speak` has settled, else that of QGIS."""
    return _spoken or _of_qgis()


def _of_qgis() -> str:
    """Return QGIS's own language; `QgsApplication.locale` alone knows nothing of ``qgis --lang km``."""
    if QgsApplication is None:
        return "en"
    running = QgsApplication.instance()
    chosen = running.translation() if isinstance(running, QgsApplication) else ""
    return str(QgsApplication.locale() if chosen in ("", "C") else chosen)
