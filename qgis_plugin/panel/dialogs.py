"""Windows that the panel opens: Processing's dialog of an algorithm, and the help."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ...processing.paths import ROOT
from ..buttons import button_box

HELP_PAGE = ROOT / "docs" / "desktop.md"
_PICTURE_WIDTH = 620
# Processing's dialog is half Python, and that half goes with the last reference to it: Run would then do nothing.
_open: set[QDialog] = set()


class DialogError(Exception):
    """A window cannot be opened; the text says why and what to do."""


def open_algorithm(identifier: str, parameters: dict[str, Any]) -> QDialog:
    """Open Processing's own dialog of an algorithm, filled in, and return it.

    Parameters
    ----------
    identifier : str
        For example ``factory:location_map``.
    parameters : dict
        What is filled in; names that the algorithm does not have are left out.

    Raises
    ------
    DialogError
        If the algorithm, a package it needs, or the Processing plugin is missing.
    """
    from qgis import processing

    algorithm = QgsApplication.processingRegistry().algorithmById(identifier)
    if algorithm is None:
        raise DialogError(tr("The algorithm {name} is not available.").format(name=identifier))
    able, advice = algorithm.canExecute()
    if not able:
        raise DialogError(advice)
    if not hasattr(processing, "createAlgorithmDialog"):
        raise DialogError(tr("Enable the plugin Processing (menu Plugins, Manage and Install Plugins)."))
    known = {name: value for name, value in parameters.items() if algorithm.parameterDefinition(name)}
    dialog = processing.createAlgorithmDialog(identifier, known)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open.add(dialog)
    dialog.destroyed.connect(partial(_open.discard, dialog))
    dialog.show()
    return dialog


class _Page(QTextBrowser):
    """A page of the guide, with its pictures no wider than the window."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setOpenExternalLinks(True)
        self.setSearchPaths([str(folder)])

    def loadResource(self, kind: int, name: QUrl) -> Any:
        if not name.path().endswith(".png"):
            return super().loadResource(kind, name)
        picture = QImage(str(self._folder / name.path()))
        if picture.width() <= _PICTURE_WIDTH:
            return picture
        return picture.scaledToWidth(_PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)


class HelpWindow(QDialog):
    """The user guide's page about the panel."""

    def __init__(self, page: Path = HELP_PAGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help: Factory Locations"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 720)
        text = _Page(page.parent)
        try:
            text.setMarkdown(page.read_text(encoding="utf-8"))
        except OSError:
            text.setPlainText(tr("The help page is missing: {path}").format(path=page))
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(buttons)
