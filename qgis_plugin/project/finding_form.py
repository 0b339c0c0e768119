"""The form of a finding, as the form of a factory shows it: what an officer reads of it, in words, and nothing to edit.

Findings are written by a check, and decisions on them are made in the panel.
"""

from __future__ import annotations

from qgis.core import (
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsOptionalExpression,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.titles import column_titles
from ..panel import verdicts
from ..qt import form_group

_SEVERITIES = {"violation": "fail", verdicts.ASSESSMENT: verdicts.ASSESSMENT, verdicts.ADVICE: verdicts.ADVICE}
_TEXTS = ("rule_title", "rule_id", "message", "action")
_METRES = ("measured_m", "required_m")
# What is shown below the verdict and the rule, in this order, and when.
_SHOWN = {
    "message": "\"message\" <> ''",
    "action": "\"action\" <> ''",
    "measured_m": '"measured_m" IS NOT NULL',
    "required_m": '"required_m" > 0',  # rules that ask for no distance write 0
}
_MOST_M = 10_000_000


def give_finding_form(findings: QgsVectorLayer) -> None:
    """Give findings a form to read, and names in the list of a factory's findings; in the language of the interface.

    Decisions are not in it: a list within a list is wider than any form, and opens out of sight.
    """
    findings.setDisplayExpression(_name(findings))
    for index, field in enumerate(findings.fields().names()):
        widget = _widget(field)
        if widget is not None:
            findings.setEditorWidgetSetup(index, widget)
    _arrange(findings)
    findings.setReadOnly(True)  # QGIS 3.22 shows the pencil whatever the list is told about buttons


def _name(findings: QgsVectorLayer) -> str:
    """Return an expression for what the list calls a finding: “Advice: Far from wells”."""
    rule = 'coalesce(nullif("rule_title", \'\'), "rule_id")' if _has(findings, "rule_title") else '"rule_id"'
    words = ", ".join(f"{_quoted(kind)}, {_quoted(verdicts.label(kind))}" for kind in verdicts.ORDER)
    return f"coalesce(map_get(map({words}), {_kind(findings)}), \"verdict\", '') || ': ' || {rule}"


def _kind(findings: QgsVectorLayer) -> str:
    """Return an expression for what a finding amounts to, as `verdicts.kind` tells it."""
    if not _has(findings, "severity"):
        return '"verdict"'
    graded = f"({_quoted(verdicts.ASSESSMENT)}, {_quoted(verdicts.ADVICE)})"
    return f'CASE WHEN "verdict" = \'fail\' AND "severity" IN {graded} THEN "severity" ELSE "verdict" END'


def _has(findings: QgsVectorLayer, field: str) -> bool:
    """Return whether findings have a field; earlier versions wrote fewer."""
    return bool(findings.fields().lookupField(field) >= 0)


def _quoted(text: str) -> str:
    return str(QgsExpression.quotedValue(text))


def _widget(field: str) -> QgsEditorWidgetSetup | None:
    """Return how a field is shown, in the form and in a table; None for QGIS's own way."""
    if field in _METRES:
        limits = {"Min": -_MOST_M, "Max": _MOST_M, "Step": 1, "AllowNull": True}  # its least means none
        return QgsEditorWidgetSetup("Range", {"Style": "SpinBox", "Precision": 0, "Suffix": " m", **limits})
    if field in _TEXTS:
        return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False})
    if field == "severity":
        words = {severity: verdicts.label(kind) for severity, kind in _SEVERITIES.items()}
    elif field == "verdict":  # the severity stands beside it in a table: an advice is no violation
        words = {one: verdicts.label(one) for one in verdicts.ORDER if one not in _SEVERITIES} | {"fail": tr("Fails")}
    else:
        return None
    return QgsEditorWidgetSetup("ValueMap", {"map": [{word: value} for value, word in words.items()]})


def _arrange(findings: QgsVectorLayer) -> None:
    form = findings.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    form.clearTabs()
    for index in range(findings.fields().count()):
        form.setReadOnly(index, True)
    rule, kind = "rule_title" if _has(findings, "rule_title") else "rule_id", _kind(findings)
    for one in verdicts.ORDER:  # as titles, since a list to choose from is grey where nothing can be chosen
        verdict = tr("Verdict: {verdict}").format(verdict=verdicts.label(one))
        _add_field(form, findings, verdict, rule, f"{kind} = {_quoted(one)}")
    for field, condition in _SHOWN.items():
        _add_field(form, findings, _title(field), field, condition)
    findings.setEditFormConfig(form)


def _add_field(form: QgsEditFormConfig, findings: QgsVectorLayer, title: str, field: str, condition: str) -> None:
    """Add a field to a form, under a title, to be seen on a condition."""
    index = findings.fields().lookupField(field)
    if index < 0:
        return
    group = form_group(form, title)
    element = QgsAttributeEditorField(field, index, group)
    element.setShowLabel(False)  # the group says it
    group.addChildElement(element)
    group.setVisibilityExpression(QgsOptionalExpression(QgsExpression(condition)))
    form.addTab(group)


def _title(field: str) -> str:
    return {"measured_m": tr("Measured"), "required_m": tr("Required")}.get(field) or column_titles()[field]
