"""Says once in a session that Khmer cannot be shown, with a button that leads to what helps."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QPushButton

from ..processing.khmer_fonts import ABSENT, families
from .options.part import open_options
from .part import Surroundings

_told: list[str] = []


def tell_once(around: Surroundings) -> None:
    """Say in the message bar that there is no font with Khmer letters, where that is so and was not said yet."""
    if _told or families():
        return
    _told.append(ABSENT)
    button = QPushButton("Where to get one…")  # in English, as all that stands beside it
    button.clicked.connect(lambda: open_options(around))
    around.tell(ABSENT, Qgis.MessageLevel.Warning, button=button)
