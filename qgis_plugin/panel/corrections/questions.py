"""The one question that is asked at a time, in a window that the rest does not wait for."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...buttons import question


class Questions:
    """Opens a dialog, and closes it when another one comes or nobody wants the answer any more."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.dialog: QDialog | None = None

    def ask(self, title: str, text: str, yes: str, then: Callable[[], None]) -> None:
        """Ask whether to do something, and do it when the answer is yes."""
        box = question(title, text, yes, self._window)
        button = box.defaultButton()
        box.buttonClicked.connect(lambda clicked: then() if clicked == button else None)
        self.open(box)

    def open(self, dialog: QDialog) -> None:
        """Show a dialog; it goes when it is closed."""
        self.close()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Close the dialog that is open, as if it was cancelled."""
        if self.dialog is not None:
            self.dialog.reject()

    def _closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
