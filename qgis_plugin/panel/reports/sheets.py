"""Spreadsheets: which columns, in which order, under which heads."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsExpression, QgsFields

from ....processing.i18n import tr
from ....processing.titles import column_titles
from ...project.localise import in_khmer
from .. import verdicts
from ..register.lists import provinces
from .steps import Result, Table

# QVariant's numbers of a text and of a number with decimals, as a mapping of fields has them.
_TEXT, _NUMBER = 10, 6


def findings_columns(fields: QgsFields) -> list[dict[str, Any]]:
    """Return the columns of a table of findings, as `native:refactorfields` takes them; fields not there are left out.

    Verdicts and provinces stand in words.
    """
    severity = '"severity"' if fields.lookupField("severity") >= 0 else "''"
    kinds = {kind: verdicts.label(kind) for kind in verdicts.ORDER}
    worded = f"CASE WHEN \"verdict\" = 'fail' AND {severity} IN ('assessment', 'advice') THEN {severity} "
    columns = (
        ("factory_id", tr("Factory id"), '"factory_id"', _TEXT),
        ("factory_name", tr("Factory"), '"factory_name"', _TEXT),
        ("province_code", tr("Province"), _in_words(provinces(in_khmer()), '"province_code"'), _TEXT),
        ("activity", tr("Activity (ISIC)"), '"activity"', _TEXT),
        ("verdict", tr("Finding"), _in_words(kinds, worded + 'ELSE "verdict" END'), _TEXT),
        ("rule_id", tr("Rule"), '"rule_id"', _TEXT),
        ("rule_title", tr("What the rule says"), '"rule_title"', _TEXT),
        ("message", tr("Why"), '"message"', _TEXT),
        ("action", tr("What to do"), '"action"', _TEXT),
        ("measured_m", tr("Measured (m)"), '"measured_m"', _NUMBER),
        ("required_m", tr("Required (m)"), 'nullif("required_m", 0)', _NUMBER),  # rules that ask for none write 0
        ("accuracy_m", tr("Accuracy (m)"), '"accuracy_m"', _NUMBER),
        ("feature_name", tr("Nearest or affected"), '"feature_name"', _TEXT),
        ("layer_name", tr("Layer"), '"layer_name"', _TEXT),
        ("layer_vintage", tr("Layer of"), '"layer_vintage"', _TEXT),
        ("citation", tr("Source of the rule"), '"citation"', _TEXT),
        ("finding_id", tr("Finding id"), '"finding_id"', _TEXT),
    )
    return [
        {"name": head, "type": kind, "length": 0, "precision": 0, "expression": expression}
        for field, head, expression, kind in columns
        if fields.lookupField(field) >= 0
    ]


def quality_tables(result: Result) -> tuple[Table, ...]:
    """Return the tables of `factory:register_quality` as sheets."""
    heads = {**column_titles(), "fid": tr("Row"), "title": tr("What it is")}
    return Table(result, "quality", tr("Quality"), heads), Table(result, "measures", tr("Measures"), heads)


def _in_words(names: dict[str, str], expression: str) -> str:
    """Return an expression that puts words in place of codes, and leaves a code that has none."""
    quoted = ", ".join(f"{QgsExpression.quotedString(one)}, {QgsExpression.quotedString(name)}"
                       for one, name in names.items())  # fmt: skip
    return f"coalesce(map_get(map({quoted}), {expression}), {expression})"
