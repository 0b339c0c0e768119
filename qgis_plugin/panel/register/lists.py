"""The lists behind the register's codes: provinces, activities, status, classes of accuracy."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ....processing.i18n import tr
from ....processing.paths import ADMIN_UNITS, ISIC_TABLE, REGISTER_SCHEMA
from .. import verdicts

# Upper limits of the classes of accuracy, in metres; above the last, and where nothing is stated, are two more.
ACCURACY_LIMITS = (15.0, 100.0, 500.0)
COARSE, UNSTATED = "coarse", ""
NOT_CHECKED = "not checked"
UNKNOWN = "?"
_MANUFACTURE = "Manufacture of "


@dataclass(frozen=True)
class Title:
    """What a code stands for, in the interface's language, and shortened for a narrow column."""

    full: str
    short: str
    section: str = ""


@lru_cache(maxsize=2)
def provinces(khmer: bool) -> dict[str, str]:
    """Return the names of the provinces by their codes."""
    rows = (row for row in _rows(ADMIN_UNITS) if row["level"] == "province")
    return {row["code"]: row["name_km" if khmer else "name_en"] or row["name_en"] for row in rows}


@lru_cache(maxsize=2)
def activities(khmer: bool) -> dict[str, Title]:
    """Return the titles of ISIC's sections and divisions by their codes, sections before their divisions."""
    found = {}
    for row in _rows(ISIC_TABLE):
        if row["level"] in ("section", "division"):
            title = row["title_km" if khmer else "title_en"] or row["title_en"]
            found[row["code"]] = Title(title, _short(title), row["section"])
    return found


@lru_cache(maxsize=2)
def statuses(khmer: bool) -> dict[str, str]:
    """Return the register's states of a factory by their codes, in the order of the schema."""
    schema = json.loads(REGISTER_SCHEMA.read_text(encoding="utf-8"))
    values = schema["value_lists"]["status"]["values"]
    return {one["code"]: one["title"]["km" if khmer else "en"] for one in values}


def verdict_label(kind: str) -> str:
    """Return what a factory's worst verdict is called; "passes" means every rule that was checked."""
    if kind == "pass":
        return tr("Passes")
    return tr("Not checked") if kind == NOT_CHECKED else verdicts.label(kind)


def accuracy_class(metres: float | None) -> str:
    """Return the class of an accuracy: its upper limit as text, `COARSE` or `UNSTATED`."""
    if metres is None or metres != metres or metres < 0:
        return UNSTATED
    return next((f"{limit:.0f}" for limit in ACCURACY_LIMITS if metres <= limit), COARSE)


def accuracy_label(key: str) -> str:
    """Return what a class of accuracy is called."""
    labels = {
        "15": tr("Up to 15 m (surveyed)"),
        "100": tr("15 to 100 m"),
        "500": tr("100 to 500 m"),
        COARSE: tr("Over 500 m"),
        UNSTATED: tr("Not stated"),
    }
    return labels.get(key, key)


def accuracy_classes() -> tuple[str, ...]:
    """Return the classes of accuracy, best first."""
    return (*(f"{limit:.0f}" for limit in ACCURACY_LIMITS), COARSE, UNSTATED)


def _short(title: str) -> str:
    """Drop what nearly every title of manufacturing begins with: a narrow column would show nothing else.

    Examples
    --------
    >>> _short("Manufacture of wood and of products of wood and cork, except furniture")
    'Wood and products of wood and cork, except furniture'
    """
    if not title.startswith(_MANUFACTURE):
        return title
    rest = title.removeprefix(_MANUFACTURE).replace(" and of ", " and ")
    return rest[:1].upper() + rest[1:]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
