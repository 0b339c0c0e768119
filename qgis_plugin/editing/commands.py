"""Edits that are taken back in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsVectorLayer


@contextmanager
def edit_command(layer: QgsVectorLayer, title: str) -> Iterator[None]:
    """Make one step of all that is edited within; nothing of it stays where that fails.

    Parameters
    ----------
    layer : QgsVectorLayer
        In edit mode.
    title : str
        What the step is called in the list of steps.
    """
    layer.beginEditCommand(title)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


def put(layer: QgsVectorLayer, fid: int, values: Mapping[str, Any]) -> None:
    """Give a feature values by field, those whose field the layer has."""
    fields = layer.fields()
    for name, value in values.items():
        index = fields.lookupField(name)
        if index >= 0:
            layer.changeAttributeValue(fid, index, value)


def together(
    layer: QgsVectorLayer, title: str, edits: int, again: Callable[[], None], more: Callable[[], None]
) -> None:
    """Add more to the last step, so that it is taken back with it.

    QGIS has closed the step by then. It is taken back and done again together with the rest; where it holds other
    edits too, the rest is a step of its own.

    Parameters
    ----------
    layer : QgsVectorLayer
    title : str
    edits : int
        How many edits the last step is known to consist of.
    again : callable
        Does these edits again, and the rest with them.
    more : callable
        Does the rest alone.
    """
    stack = layer.undoStack()
    last = stack.command(stack.index() - 1) if stack.index() > 0 else None
    alone = last is not None and max(last.childCount(), 1) == edits
    if alone:
        stack.undo()
    with edit_command(layer, title):
        (again if alone else more)()
