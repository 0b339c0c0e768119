"""Texts in the language of a report, which need not be the one of QGIS."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from qgis.PyQt.QtCore import QTranslator

from ....processing.i18n import CONTEXT
from ...translation import _FOLDER, language

ENGLISH, KHMER = "en", "km"


def own_language() -> str:
    """Return the language that the plugin speaks in this QGIS."""
    return KHMER if language() == KHMER else ENGLISH


@lru_cache(maxsize=2)
def speaker(code: str) -> Callable[[str], str]:
    """Return a function that translates like `tr`, into a language of choice.

    Parameters
    ----------
    code : str
        ``en`` or ``km``.
    """
    translator = QTranslator()
    if code == ENGLISH or not translator.load(str(_FOLDER / f"factory_locations_{code}.qm")):
        return str
    return lambda text: translator.translate(CONTEXT, text) or text
