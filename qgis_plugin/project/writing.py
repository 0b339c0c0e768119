"""Whether a file can be written: how long its name may be, and what a folder says to somebody who tries."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ...processing.i18n import tr

FORBIDDEN = '\\/:*?"<>|'  # what one system or another does not take in a name
LONGEST_BYTES = 240  # a file system takes 255, of which a Khmer letter is three; the rest is for number and ending
_BREAK = "\u200b"  # a space of no width: a line may end here
_RUN = 30  # letters of a name that stay in one line


def shortened(name: str) -> str:
    """Return as much of a name as a file system takes."""
    return name.encode(errors="ignore")[:LONGEST_BYTES].decode(errors="ignore")


def too_long(name: str) -> str:
    """Return that a name is too long for a file system, empty where it is not."""
    fits = shortened(name)
    return tr("The name is too long: at most {count} characters.").format(count=len(fits)) if fits != name else ""


def refuses(folder: Path) -> bool:
    """Return whether no file can be written into a folder, by trying: not every system says beforehand."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return False
    except OSError:
        return True


def refuses_folders(folder: Path) -> bool:
    """Return whether no folder can be made in a folder, by trying; it is gone again afterwards.

    Where a system drive takes folders from everybody it may take files from nobody, so this is a question of its own.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder):
            return False
    except OSError:
        return True


def breakable(path: Path | str, behind: str = "/\\") -> str:
    """Return a path for a label: its lines end behind separators, and within a name only where that is long.

    Examples
    --------
    >>> breakable("/maps/new").split(_BREAK)
    ['/', 'maps/', 'new']
    >>> breakable("map_2026", behind="_").split(_BREAK)
    ['map_', '2026']
    """
    shown, run = "", 0
    for sign in str(path):
        shown, run = shown + sign, run + 1
        if sign in behind or run == _RUN:
            shown, run = shown + _BREAK, 0
    return shown
