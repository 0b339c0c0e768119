"""The language of the plugin: English, or the one QGIS runs in when there is a translation."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

_FOLDER = Path(__file__).resolve().parent / "i18n"


def language() -> str:
    """Return the language QGIS runs in, as two letters."""
    settings = QgsSettings()
    chosen = settings.value("locale/userLocale", "") if _overridden(settings) else ""
    return (chosen or QLocale().name())[:2]


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


def _overridden(settings: QgsSettings) -> bool:
    return bool(settings.value("locale/overrideFlag", False, type=bool))
