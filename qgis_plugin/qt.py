"""What Qt 5 and Qt 6 spell differently."""

from __future__ import annotations

from typing import Any


def number(flag: Any) -> int:
    """Return a Qt flag as the plain number that item data and `drawText` take; PyQt6's flags are none."""
    return int(getattr(flag, "value", flag))
