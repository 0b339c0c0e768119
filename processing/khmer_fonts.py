"""The fonts with Khmer letters: which of them this computer has, and which ones maps and pages ask for.

What is said about their absence is English in every language: a Khmer text about it would be the boxes it is about.
"""

from __future__ import annotations

import sys
from functools import lru_cache

# Google's, which looks best beside the Latin face; that of Cambodia's own computers; Windows' two; that of macOS.
USUAL = ("Noto Sans Khmer", "Khmer OS", "Khmer UI", "Leelawadee UI", "Khmer Sangam MN")
CSS = ", ".join(f"'{name}'" for name in USUAL)
PAGE = "https://fonts.google.com/noto/specimen/Noto+Sans+Khmer"
ABSENT = "No font with Khmer letters is installed: Khmer texts come out as boxes."
_GET = {
    "linux": "Install the package fonts-noto-core or fonts-khmeros (Debian, Ubuntu), or Noto Sans Khmer from {page}.",
    "win32": (
        "Add the optional feature “Khmer Supplemental Fonts” in the settings of Windows (Khmer UI), "
        "or install Noto Sans Khmer from {page}."
    ),
    "darwin": (
        "macOS brings Khmer Sangam MN: switch it on in the program Font Book, or install Noto Sans Khmer from {page}."
    ),
}
_OTHERWISE = "Install Noto Sans Khmer from {page}."


def families() -> list[str]:
    """Return the fonts with Khmer letters that are installed."""
    from qgis.PyQt.QtGui import QFontDatabase  # pages are also written where there is no Qt

    khmer = QFontDatabase.WritingSystem.Khmer
    try:
        return list(QFontDatabase.families(khmer))
    except TypeError:  # Qt 5 asks an instance
        return list(QFontDatabase().families(khmer))


@lru_cache(maxsize=1)
def family() -> str:
    """Return the font to set Khmer in: the best that was installed when this was first asked."""
    there = families()
    return next((name for name in USUAL if name in there), there[0] if there else USUAL[0])


def where_to_get_one(page: str = PAGE, platform: str = sys.platform) -> str:
    """Return how to come by a font with Khmer letters on this computer.

    Parameters
    ----------
    page : str
        How the address of a download is written, for example as a link.
    platform : str
        As Python calls it.
    """
    return f"{_GET.get(platform, _OTHERWISE).format(page=page)} Then start QGIS again."
