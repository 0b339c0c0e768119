"""What a person set for all projects, in the options of QGIS or by using the plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from ..processing.paths import BASELINE_PACK, DEFAULT_PACK

OFFICER = "factory_locations/officer"
RULES = "factory_locations/rules"
ACCURACY = "factory_locations/accuracy_m"
STREET_MAP = "factory_locations/offer_street_map"
LANGUAGE = "factory_locations/language"
LIVE = "factory_locations/check_while_editing"
GROUPING = "factory_locations/panel/grouping"
# There is no Khmer to choose in QGIS's own options, and only whoever starts it can set it by the environment.
LANGUAGES = {"en": "English", "km": "ខ្មែរ"}
# Packs that came with the plugin are stored by name: another version of the plugin may lie in another folder.
_SHIPPED = "shipped:"


def officer() -> str:
    """Return who decides and signs; empty before somebody has said so."""
    return str(QgsSettings().value(OFFICER, "") or "")


def set_officer(name: str) -> None:
    """Remember who decides and signs."""
    QgsSettings().setValue(OFFICER, name.strip())


def language() -> str:
    """Return the language that the plugin shall speak, ``en`` or ``km``; empty for the one of QGIS."""
    stored = str(QgsSettings().value(LANGUAGE, "") or "")
    return stored if stored in LANGUAGES else ""


def set_language(code: str) -> None:
    """Set the language that the plugin shall speak from the next start on; empty for the one of QGIS."""
    QgsSettings().setValue(LANGUAGE, code)


def rules() -> str:
    """Return the file of the rule pack for projects in which none was chosen; empty for the plugin's usual one.

    Before a person has said anything it is the baseline: it asks about all that the layers of a project can tell.
    """
    if not QgsSettings().contains(RULES):
        return str(BASELINE_PACK) if BASELINE_PACK.is_file() else ""
    stored = str(QgsSettings().value(RULES, "") or "")
    if stored.startswith(_SHIPPED):
        return str(DEFAULT_PACK.parent / Path(stored[len(_SHIPPED) :]).name)
    return stored


def set_rules(path: str) -> None:
    """Set the file of the rule pack for projects in which none was chosen; empty for the plugin's usual one."""
    if path and Path(path).parent == DEFAULT_PACK.parent:
        path = _SHIPPED + Path(path).name
    QgsSettings().setValue(RULES, path)


def accuracy_m() -> float:
    """Return the metres to assume where no accuracy is stated; 0 where nothing is to be assumed."""
    try:
        metres = float(QgsSettings().value(ACCURACY, 0.0) or 0.0)
    except (TypeError, ValueError):  # written by hand
        return 0.0
    return metres if 0.0 <= metres < float("inf") else 0.0


def set_accuracy_m(metres: float) -> None:
    """Set the metres to assume where no accuracy is stated."""
    QgsSettings().setValue(ACCURACY, float(metres))


def street_map_offered() -> bool:
    """Return whether new projects may have a base map from a server in the network."""
    return bool(QgsSettings().value(STREET_MAP, True, type=bool))


def set_street_map_offered(offered: bool) -> None:
    """Set whether new projects may have a base map from a server in the network."""
    QgsSettings().setValue(STREET_MAP, offered)


def check_while_editing() -> bool:
    """Return whether a factory is checked while it is added or moved."""
    return bool(QgsSettings().value(LIVE, True, type=bool))


def set_check_while_editing(check: bool) -> None:
    """Set whether a factory is checked while it is added or moved."""
    QgsSettings().setValue(LIVE, check)


def grouping() -> str:
    """Return what findings are grouped by in the panel; empty for nothing."""
    return str(QgsSettings().value(GROUPING, "") or "")


def set_grouping(grouping: str) -> None:
    """Remember what findings are grouped by in the panel."""
    QgsSettings().setValue(GROUPING, grouping)
