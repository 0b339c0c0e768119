"""Sentences about decisions and about the register."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ....processing.analysis.errors import LocationError
from ....processing.base import said
from ....processing.i18n import tr
from ..register.model import count
from . import certainty
from .proposals import Change


def register_problem(register: QgsVectorLayer | None) -> str:
    """Return why a register cannot be changed now, and what to do; empty where it can."""
    from ....processing.register.table import check_no_result, check_not_edited, place_of
    from ....processing.storage.files import edited_in

    if register is None:
        return tr("Choose the layer with the factories in the tab Check.")
    try:
        check_no_result(register, tr("Register"))
        check_not_edited(register, place_of(register), edited_in(register.project()))
    except LocationError as error:
        return said(error)
    return ""


def elsewhere_told() -> str:
    """Return why there is nothing for the register that is chosen."""
    return tr("Problems were looked for in another register.")


def other_register_told(result: Path, register: QgsVectorLayer) -> str:
    """Return why a result is not opened, and what to do."""
    told = tr(
        "{file} is of the register “{register}”. Choose that layer as the factories in the tab Check: its last result "
        "is shown then."
    )
    return told.format(file=result.name, register=register.name())


def change_told(change: Change, state: str, asked: int) -> str:
    """Return what a decision has done, where that is not plain to see."""
    told = []
    if asked > 1:
        decided = len(change.rows) - change.switched
        told.append(tr("{decision}: {count}.").format(decision=certainty.state_label(state), count=count(decided)))
    if change.switched:
        told.append(
            tr("Accepted before, and now not decided, as a factory has one place: {count}.").format(
                count=count(change.switched)
            )
        )
    if change.several:
        told.append(
            tr("Left, as several of their places are selected: {count} factories. Choose one of each.").format(
                count=count(change.several)
            )
        )
    if change.applied:
        told.append(
            tr("Left, as the register has them already: {count}. Undo the correction first.").format(
                count=count(change.applied)
            )
        )
    if change.nameless:
        told.append(
            tr(
                "Left, as they have no factory id: {count}. Give these factories ids, and find the problems again."
            ).format(count=count(change.nameless))
        )
    return " ".join(told)


def batch_told(changed_at: str, who: str, factories: int) -> str:
    """Return a batch of corrections in a line: when, who, and how many factories."""
    told = tr("{when}, {who}: {count} factories")
    return told.format(when=moment_told(changed_at), who=who, count=count(factories))


def moment_told(changed_at: str) -> str:
    """Return when a line of the log was written, as people here write it."""
    moment = QDateTime.fromString(changed_at, Qt.DateFormat.ISODate).toLocalTime()
    return str(QLocale().toString(moment, tr("d MMM yyyy") + ", HH:mm")) if moment.isValid() else changed_at


def text_of(batch: Any) -> str:
    """Return a batch of `undo.BatchOfLog` in a line."""
    return batch_told(batch.changed_at, batch.who, batch.factories)
