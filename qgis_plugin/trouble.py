"""What is told about something that went wrong, for somebody who helps: versions, the run, its log; no passwords."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMapLayer
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR
from qgis.PyQt.QtGui import QHideEvent
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..processing.i18n import tr
from ..processing.paths import ROOT
from ..processing.uri import without_passwords


@dataclass(frozen=True)
class Trouble:
    """A run that failed.

    Attributes
    ----------
    algorithm : str
        Its id; empty where nothing ran.
    parameters : mapping of str to Any
        What it was started with.
    sentence : str
        What the person was told.
    log : str
        All that the run said, with the traceback where it broke down.
    """

    algorithm: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    sentence: str = ""
    log: str = ""

    def text(self) -> str:
        """Return all of it as plain text, in English where it is for programmers."""
        lines = [self.sentence, "", *versions()]
        if self.algorithm:
            lines += ["", f"Algorithm: {self.algorithm}"]
            lines += [f"  {name}: {_plain(value)}" for name, value in sorted(self.parameters.items())]
        if self.log.strip():
            lines += ["", "Log:", self.log.strip()]
        return without_passwords("\n".join(lines)).strip()


class CopyButton(QPushButton):
    """A button for who wants help: copies what `details` returns when it is pressed."""

    def __init__(self, details: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy details"), parent)
        self.setToolTip(tr("Copy what happened, with versions and settings but without passwords, to send it on"))
        self._details = details
        self.clicked.connect(self._copy)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.setText(tr("Copy details"))  # of what goes wrong next, nothing is copied yet

    def _copy(self) -> None:
        QgsApplication.clipboard().setText(self._details())
        self.setText(tr("Copied"))


def versions() -> list[str]:
    """Return the versions of the plugin, of QGIS and of what they stand on, a line each."""
    return [
        f"Factory Locations {_own_version()}",
        f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        f"{platform.platform()}, Python {platform.python_version()}",
    ]


def _own_version() -> str:
    from configparser import ConfigParser

    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="?")


def _plain(value: Any) -> str:
    if isinstance(value, QgsMapLayer):
        return f"{value.name()} ({value.providerType()}, {value.source()})"
    return str(value)
