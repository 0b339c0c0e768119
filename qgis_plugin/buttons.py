"""The buttons that every dialog has: Qt has no Khmer for OK, Cancel and the others, so the plugin brings the words.

Every dialog of the plugin takes its buttons from here.
"""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialogButtonBox, QInputDialog, QMessageBox, QWidget

from ..processing.i18n import tr


def button_box(buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return the row of buttons at the foot of a dialog.

    Parameters
    ----------
    buttons : QDialogButtonBox.StandardButton
        For example ``QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel``.
    """
    box = QDialogButtonBox(buttons)
    _translate(box)
    return box


def question(title: str, text: str, yes: str, parent: QWidget | None = None) -> QMessageBox:
    """Return a window that asks something: the button `yes` has the accept role, the other one is Cancel."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(button)
    _translate(box)
    return box


def text_question(title: str, label: str, parent: QWidget | None = None) -> QInputDialog:
    """Return a window that asks for a line of text."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    words = _words()
    if words:
        dialog.setOkButtonText(words["Ok"])
        dialog.setCancelButtonText(words["Cancel"])
    return dialog


def _translate(box: QDialogButtonBox | QMessageBox) -> None:
    """Give the standard buttons of a box the words of the plugin."""
    for name, text in _words().items():
        button = box.button(getattr(type(box).StandardButton, name))
        if button is not None:
            button.setText(text)


def _words() -> dict[str, str]:
    """Return what the buttons say, by their names in Qt; nothing in languages that only Qt knows, such as French."""
    words = {
        "Ok": tr("OK"),
        "Cancel": tr("Cancel"),
        "Save": tr("Save"),
        "Close": tr("Close"),
        "Apply": tr("Apply"),
        "Yes": tr("Yes"),
        "No": tr("No"),
    }
    return words if words["Ok"] != "OK" else {}
