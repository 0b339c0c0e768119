"""The toolbox of Processing, used as a person does, for the scenarios in a real window; see `stage.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factory_locations.tests.desktop.hands import click, press, type_into
from factory_locations.tests.desktop.stage import Question, Stage
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QDockWidget

WIDTH, HEIGHT = 900, 640


def run_algorithm(
    stage: Stage, identifier: str, parameters: Mapping[str, Any], pictures: str = ""
) -> Iterator[Question]:
    """Search an algorithm in the toolbox, open its dialog, fill it in, run it and close it; ``yield from`` it.

    The stage's result notes under ``given`` what the algorithm gave, by its id.
    """
    yield from open_dialog(stage, identifier)
    (dialog,) = dialogs()
    dialog.setParameters(dict(parameters))
    yield stage.pause(0.3)
    if pictures:
        stage.picture(f"{pictures}-dialog", dialog)
    yield from run_dialog(stage, dialog)
    stage.result.setdefault("given", {})[identifier] = {
        name: value for name, value in dialog.results().items() if isinstance(value, (int, float, str))
    }
    if pictures:
        stage.picture(f"{pictures}-log", dialog)
    dialog.buttonBox().button(QDialogButtonBox.StandardButton.Close).click()
    yield lambda: not dialogs()
    toolbox(stage).hide()
    yield stage.settled()


def open_dialog(stage: Stage, identifier: str) -> Iterator[Question]:
    """Type the algorithm's name into the search of the toolbox, and double-click on what it finds."""
    dock = toolbox(stage)
    dock.show()
    dock.raise_()
    yield dock.isVisible
    type_into(dock.searchBox, QgsApplication.processingRegistry().algorithmById(identifier).displayName())
    yield lambda: _found(dock.algorithmTree, identifier) is not None
    dock.algorithmTree.scrollTo(_found(dock.algorithmTree, identifier))
    yield stage.pause(0.3)
    # Later, because the dialog waits inside the click until it is closed.
    QTimer.singleShot(0, lambda: click(dock.algorithmTree, _found(dock.algorithmTree, identifier), double=True))
    yield lambda: bool(dialogs())
    dialogs()[0].resize(WIDTH, HEIGHT)
    yield stage.pause(0.3)


def run_dialog(stage: Stage, dialog: Any) -> Iterator[Question]:
    """Press Run and wait until that is over; it must have gone well."""
    press(dialog.runButton())
    yield lambda: dialog.runButton().isEnabled()
    yield stage.pause(0.3)
    if not dialog.wasExecuted():
        raise RuntimeError(f"{dialog.windowTitle()} did not run")


def dialogs() -> list[Any]:
    """Return the dialogs of algorithms that are open; they are not always modal, though the toolbox waits for them."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if hasattr(one, "createProcessingParameters") and one.isVisible()]


def toolbox(stage: Stage) -> Any:
    """Return the window of the toolbox."""
    return stage.window.findChild(QDockWidget, "ProcessingToolbox")


def _found(tree: Any, identifier: str, parent: QModelIndex | None = None) -> QModelIndex | None:
    """Return where an algorithm stands in the tree as it is filtered now."""
    model, parent = tree.model(), QModelIndex() if parent is None else parent
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        algorithm = tree.algorithmForIndex(index)
        if algorithm is not None and algorithm.id() == identifier:
            return index
        below = _found(tree, identifier, index)
        if below is not None:
            return below
    return None
