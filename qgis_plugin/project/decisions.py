"""Officers' decisions on findings: read from, and recorded in, the findings GeoPackage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ...processing.checks.history import DECISIONS, EXCEPTION_FIELDS, EXCEPTIONS, Decision
from ...processing.i18n import tr
from .earlier import is_of, register_of
from .results import CheckLayers, all_results, chosen_path

# What a decision says of the finding it is about; the rest of the table is the decision itself.
_SUBJECT = ("finding_id", "factory_id", "rule_id", "feature_id")


class DecisionError(Exception):
    """A decision cannot be recorded; the text says why and what to do."""


def source(path: Path) -> str:
    """Return where the decisions of a findings GeoPackage are, as QGIS names a table."""
    return f"{path}|layername={EXCEPTIONS}"


def files(
    project: QgsProject, register: QgsVectorLayer | None, shown: CheckLayers | None, chosen: str
) -> tuple[Path, ...]:
    """Return where decisions for the next check may be: in the findings shown, and in the file to be numbered.

    Decisions on factories of another register are about others, whatever their ids are.

    Parameters
    ----------
    project : QgsProject
    register : QgsVectorLayer or None
        What is checked next.
    shown : CheckLayers or None
        The check that the panel shows.
    chosen : str
        What the person typed for the file of the findings.
    """
    others = {one.path for one in all_results(project) if not is_of(register, register_of(one.findings))}
    found = None if shown is None else shown.path, chosen_path(project, chosen)
    return tuple(path for path in found if path is not None and path not in others)


def exceptions(paths: Iterable[Path]) -> dict[str, Any]:
    """Return the parameter of a check for the decisions in the first file that has any."""
    return next(({"EXCEPTIONS": source(path)} for path in paths if read_decisions(path)), {})


def read_decisions(path: Path) -> dict[str, Decision]:
    """Return the decisions in a findings GeoPackage by finding, of several on one the latest.

    Empty where the file has no table of decisions, as earlier versions wrote none.
    """
    layer = _table(path)
    if layer is None:
        return {}
    decisions: dict[str, Decision] = {}
    for feature in layer.getFeatures():
        made = _decision(feature)
        earlier = decisions.get(made.finding_id)
        if made.finding_id and (earlier is None or _later(made, earlier)):
            decisions[made.finding_id] = made
    return decisions


def record(path: Path, finding: Mapping[str, Any], decision: Decision) -> None:
    """Write a decision into a findings GeoPackage, over the latest one on the same finding where there is one.

    Parameters
    ----------
    path : Path
        The findings GeoPackage.
    finding : mapping
        Attributes of the finding: its id, factory, rule and feature.
    decision : Decision

    Raises
    ------
    DecisionError
        If the file has no table of decisions, or cannot be written.
    """
    layer = _table(path)
    if layer is None:
        raise DecisionError(
            tr("{file} has no table of decisions: run the check again, then record the decision.").format(
                file=path.name
            )
        )
    values = _values(layer, finding, decision)
    if not layer.startEditing():
        raise DecisionError(_unwritable(path, tr("it cannot be changed")))
    earlier = _latest(layer, decision.finding_id)
    if earlier is None:
        done = layer.addFeature(QgsVectorLayerUtils.createFeature(layer, attributes=values))
    else:
        done = all(layer.changeAttributeValue(earlier, index, value) for index, value in values.items())
    if not done or not layer.commitChanges():
        why = "; ".join(layer.commitErrors()) or tr("it cannot be changed")
        layer.rollBack()
        raise DecisionError(_unwritable(path, why))


def _unwritable(path: Path, why: str) -> str:
    return tr("The decision was not recorded in {file}: {why}. Close whatever has the file open.").format(
        file=path, why=why
    )


def _table(path: Path) -> QgsVectorLayer | None:
    if not path.is_file():
        return None
    layer = QgsVectorLayer(source(path), EXCEPTIONS, "ogr")
    names = {field.name() for field in layer.fields()} if layer.isValid() else set()
    return layer if {name for name, _ in EXCEPTION_FIELDS} <= names else None


def _values(layer: QgsVectorLayer, finding: Mapping[str, Any], decision: Decision) -> dict[int, Any]:
    known = {
        **{name: finding.get(name) for name in _SUBJECT},
        "finding_id": decision.finding_id,
        "decision": decision.decision,
        "reason": decision.reason,
        "officer": decision.officer,
        "decided_on": _qdate(decision.decided_on),
        "expires_on": _qdate(decision.expires_on),
    }
    return {layer.fields().lookupField(name): NULL if value is None else value for name, value in known.items()}


def _latest(layer: QgsVectorLayer, finding_id: str) -> int | None:
    wanted = QgsExpression.createFieldEqualityExpression("finding_id", finding_id)
    best: tuple[Decision, int] | None = None
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression(wanted)):
        made = _decision(feature)
        if best is None or _later(made, best[0]):
            best = made, feature.id()
    return None if best is None else best[1]


def _later(made: Decision, earlier: Decision) -> bool:
    """Return whether a decision overtakes one of a row above it; one without a day does, as the engine has it."""
    return earlier.decided_on is None or made.decided_on is None or made.decided_on >= earlier.decided_on


def _decision(feature: QgsFeature) -> Decision:
    word = _text(feature["decision"]).lower()
    return Decision(
        finding_id=_text(feature["finding_id"]),
        decision=word if word in DECISIONS else _text(feature["decision"]),
        reason=_text(feature["reason"]),
        officer=_text(feature["officer"]),
        decided_on=_date(feature["decided_on"]),
        expires_on=_date(feature["expires_on"]),
    )


def _text(value: Any) -> str:
    return "" if value is None or value == NULL else str(value).strip()


def _date(value: Any) -> date | None:
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toPyDate() if value.isValid() else None
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:  # empty, or what another program wrote there
        return None


def _qdate(day: date | None) -> QDate | None:
    return None if day is None else QDate(day.year, day.month, day.day)
