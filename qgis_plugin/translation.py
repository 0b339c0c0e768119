"""The language of the plugin: the one chosen in the options, else the one QGIS runs in, when there is a translation."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..processing.i18n import interface_locale

_FOLDER = Path(__file__).resolve().parent / "i18n"


def language() -> str:
    """Return the language of the plugin, as two letters."""
    return interface_locale()[:2]


def install_translator(code: str, folder: Path = _FOLDER) -> QTranslator | None:
    """Install the translation for the language `code` and return it; None when there is none.

    Parameters
    ----------
    code : str
        Two letters, e.g. ``km``.
    folder : Path, optional
        Where ``factory_locations_km.qm`` and the like lie.
    """
    path = folder / f"factory_locations_{code}.qm"
    if not path.is_file():
        return None
    translator = QTranslator()
    if not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
