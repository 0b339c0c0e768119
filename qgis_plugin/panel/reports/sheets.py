"""Spreadsheets: which columns, in which order, under which heads."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsExpression, QgsFields

from ....processing.i18n import tr
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
        ("required_m", tr("Required (m)"), '"required_m"', _NUMBER),
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
    heads = {
        "fid": tr("Row"),
        "level": tr("Level"),
        "code": tr("Code"),
        "name": tr("Name"),
        "factories": tr("Factories"),
        "sound_share": tr("Share without any fault"),
        "missing_location": tr("Without a usable location"),
        "missing_location_share": tr("Share without a usable location"),
        "stated_accuracy_share": tr("Share with a stated accuracy"),
        "mean_accuracy_m": tr("Mean accuracy (m)"),
        "worst_accuracy_m": tr("Worst accuracy (m)"),
        "centroid_share": tr("Share located by a centre"),
        "missing_id": tr("Without an id"),
        "duplicate_id": tr("With the id of another"),
        "missing_activity": tr("Without an activity"),
        "missing_activity_share": tr("Share without an activity"),
        "unknown_activity": tr("With an unknown activity"),
        "missing_province": tr("Without a province code"),
        "missing_province_share": tr("Share without a province code"),
        "missing_district_share": tr("Share without a district code"),
        "missing_commune_share": tr("Share without a commune code"),
        "size_inconsistent": tr("More staff than the size class"),
        "checked": tr("Checked"),
        "undecided_share": tr("Share undecided"),
        "no_zoning_share": tr("Share without zoning data"),
        "measure": tr("Measure"),
        "title": tr("What it is"),
        "unit": tr("Unit"),
        "iso_element": tr("ISO 19157 element"),
        "iso_measure_id": tr("ISO 19157 measure id"),
        "iso_measure": tr("ISO 19157 measure"),
    }
    return Table(result, "quality", tr("Quality"), heads), Table(result, "measures", tr("Measures"), heads)


def _in_words(names: dict[str, str], expression: str) -> str:
    """Return an expression that puts words in place of codes, and leaves a code that has none."""
    quoted = ", ".join(f"{QgsExpression.quotedString(one)}, {QgsExpression.quotedString(name)}"
                       for one, name in names.items())  # fmt: skip
    return f"coalesce(map_get(map({quoted}), {expression}), {expression})"
