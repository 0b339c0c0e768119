"""What a person has decided: yes, no, or nothing yet, however it was written down."""

from __future__ import annotations

from typing import Any

from .analysis.errors import LocationError
from .i18n import tr

YES, NO = "yes", "no"
# What people type with the field calculator or in a spreadsheet, in any case; the form stores `YES` or `NO`.
YES_WORDS = ("yes", "y", "true", "t", "1", "1.0", "បាទ", "ចាស", "ចា៎ស", "បាទ/ចាស", "ចាស/បាទ")
NO_WORDS = ("no", "n", "false", "f", "0", "0.0", "ទេ")
_WORDS = {**dict.fromkeys(YES_WORDS, True), **dict.fromkeys(NO_WORDS, False)}
# Signs without a width, which texts in Khmer have between words.
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0xFEFF))


def answers() -> dict[str, str]:
    """Return what the form offers for a decision, by its value in the files; the empty one is no decision."""
    return {YES: tr("Yes"), NO: tr("No"), "": tr("Not decided")}


def decision(value: Any, layer: str, row: int, field: str, record: str = "") -> bool | None:
    """Return what a person has decided: yes, no, or nothing yet.

    Parameters
    ----------
    value : text, boolean, number or None
    layer, field : str
        Where it stands.
    row : int
        Counted from 1.
    record : str
        The id of the row.

    Raises
    ------
    LocationError
        If it is neither yes nor no.
    """
    text = "" if value is None else str(value).translate(_UNSEEN).strip().casefold()
    if not text:
        return None
    known = _WORDS.get(text)
    if known is None:
        raise LocationError(
            "Layer “{layer}”, row {row} ({record}): “{value}” in “{field}” is neither yes nor no. Write yes or no, or "
            "leave it empty.",
            layer=layer,
            row=row,
            record=record,
            value=value,
            field=field,
        )
    return known


def written(decided: bool | None) -> str | None:
    """Return a decision as it is stored."""
    return None if decided is None else YES if decided else NO
