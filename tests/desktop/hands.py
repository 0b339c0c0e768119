"""Mouse and keys of a person, for the scenarios in a real window; see `stage.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, at: QPoint | None = None) -> None:
    """Click in the middle of a widget, or elsewhere on it."""
    QTest.mouseClick(widget, LEFT, NONE, at if at is not None else widget.rect().center())


def tick(box: QWidget) -> None:
    """Click the mark of a check box or radio button."""
    press(box, QPoint(8, box.height() // 2))


def click(view: QAbstractItemView, index: QModelIndex, double: bool = False) -> None:
    """Click, or double-click, on a cell of a table, list or tree."""
    middle = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle)
    if double:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle)


def type_into(edit: QLineEdit, text: str) -> None:
    """Replace what is in a field, by keys."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def choose(box: QComboBox, text: str) -> None:
    """Choose the entry of a combo box that begins with a text, or holds it, with the keys of its list."""
    texts = [box.itemText(row) for row in range(box.count())]
    fitting = [row for row, one in enumerate(texts) if one.startswith(text)]
    fitting += [row for row, one in enumerate(texts) if text in one]
    if not fitting:
        raise LookupError(f"{text!r} is not among {texts}")
    press(box)
    box.view().setCurrentIndex(box.model().index(fitting[0], box.modelColumn(), box.rootModelIndex()))
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def drop(widget: QWidget, paths: Iterable[Path]) -> None:
    """Let files fall on a widget, as from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, action = widget.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(where, action, data, LEFT, NONE))
    QApplication.sendEvent(widget, QDropEvent(QPointF(where), action, data, LEFT, NONE))


def turn(widget: QWidget, notches: int = -1) -> None:
    """Turn the wheel over the middle of a widget; a negative number towards oneself, which scrolls down."""
    at, none = widget.rect().center(), Qt.MouseButton.NoButton
    places = QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches)
    QApplication.sendEvent(widget, QWheelEvent(*places, none, NONE, Qt.ScrollPhase.NoScrollPhase, False))


def drag(widget: QWidget, start: QPoint, end: QPoint, steps: int) -> Callable[[], bool]:
    """Press, move and release the mouse, as fast as a hand; something for a scenario to wait for."""
    QTest.mousePress(widget, LEFT, NONE, start)
    left = iter(range(1, steps + 1))

    def go_on() -> bool:
        step = next(left, None)
        if step is None:
            QTest.mouseRelease(widget, LEFT, NONE, end)
            return True
        _move(widget, start + (end - start) * step / steps)
        return False

    return go_on


def _move(widget: QWidget, at: QPoint) -> None:
    """Move the mouse with the button held: QTest's own moves tell of no button."""
    where = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, LEFT, LEFT, NONE))
