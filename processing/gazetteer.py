"""The list of administrative units that ships with the plugin, with its other spellings and former codes."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .paths import ADMIN_ALIASES, ADMIN_FORMER_CODES, ADMIN_UNITS

if TYPE_CHECKING:
    from .analysis.admin_units import AdminList


@lru_cache(maxsize=1)
def load_admin_list() -> AdminList:
    """Return the units of the shipped list; the files are read once.

    Returns
    -------
    AdminList
    """
    from .analysis.admin_units import Alias, Former, admin_list

    former = [
        Former(row["old_code"], row["vintage"], row["old_name"], row["new_code"]) for row in _rows(ADMIN_FORMER_CODES)
    ]
    aliases = [Alias(row["name"], row["code"]) for row in _rows(ADMIN_ALIASES)]
    return admin_list(_rows(ADMIN_UNITS), former, aliases)


@lru_cache(maxsize=1)
def province_names() -> dict[str, tuple[str, str]]:
    """Return the Latin and the Khmer name of each province of the shipped list, by its code."""
    rows = (row for row in _rows(ADMIN_UNITS) if row["level"] == "province")
    return {row["code"]: (row["name_en"], row["name_km"] or row["name_en"]) for row in rows}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
