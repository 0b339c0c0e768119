"""The form of a register: titles, lists to choose from, hints about what a value must be, all from the schema.

Nothing is enforced. A register that is refused cannot be repaired, so constraints are soft: the form says what is
expected, and saves.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsRelation,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.paths import ADMIN_UNITS
from ...processing.register.schema import RegisterField, load_schema
from ..qt import form_tab
from .localise import language
from .relations import add_tab

_DAY = {
    "display_format": "yyyy-MM-dd",
    "field_format": "yyyy-MM-dd",
    "field_iso_format": False,
    "calendar_popup": True,
    "allow_null": True,
}
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_WIDE = ("remarks",)


def _tabs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            tr("Factory"),
            ("factory_id", "name_km", "name_en", "operator_id", "licence_no", "permit_type", "registration_status",
             "registration_date", "remarks"),
        ),
        (
            tr("Activity"),
            ("isic", "isic_other", "size_class", "size_definition_year", "employees", "status", "status_from",
             "status_to"),
        ),
        (
            tr("Place"),
            ("province_code", "district_code", "commune_code", "village_code", "admin_vintage", "park_id"),
        ),
        (
            tr("Location"),
            ("loc_method", "loc_accuracy_m", "loc_reference_point", "loc_datum", "loc_source", "loc_date",
             "loc_original"),
        ),
    )  # fmt: skip


def provinces(language_: str) -> dict[str, str]:
    """Return code and name of each province of the shipped list, in the order of the codes."""
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "province"]
    return {row["code"]: row[f"name_{language_}"] or row["name_en"] for row in sorted(rows, key=lambda r: r["code"])}


def give_form(layer: QgsVectorLayer, relations: Sequence[QgsRelation] = ()) -> None:
    """Give a register the form of its schema, in the language of the interface.

    Parameters
    ----------
    layer : QgsVectorLayer
        Fields that the schema does not know keep their widgets, on a tab of their own.
    relations : sequence of QgsRelation, optional
        Each gets a tab, under its name.
    """
    known = {field.name().casefold(): index for index, field in enumerate(layer.fields())}
    for field in load_schema().fields:
        if field.name in known:
            _describe(layer, known[field.name], field)
    _arrange(layer, known, relations)


def _describe(layer: QgsVectorLayer, index: int, field: RegisterField) -> None:
    layer.setFieldAlias(index, field.title(language()))
    layer.setEditorWidgetSetup(index, _widget(field))
    if field.default is not None:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(QgsExpression.quotedValue(field.default)))
    if field.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, _SOFT)
    if field.unique:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintUnique, _SOFT)
    expression, said = _expected(field)
    if expression:
        layer.setConstraintExpression(index, expression, said)
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, _SOFT)


def _widget(field: RegisterField) -> QgsEditorWidgetSetup:
    values = {item.title(language()): item.code for item in field.values}
    if field.name == "province_code":
        values = {f"{code}  {name}": code for code, name in provinces(language()).items()}
    if values:
        none = [] if field.required else [{tr("(not stated)"): QgsValueMapFieldFormatter.NULL_VALUE}]
        return QgsEditorWidgetSetup("ValueMap", {"map": none + [{title: code} for title, code in values.items()]})
    if field.type == "date":
        return QgsEditorWidgetSetup("DateTime", _DAY)
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": field.name in _WIDE, "UseHtml": False})


def _expected(field: RegisterField) -> tuple[str, str]:
    """Return what must hold of a value that is there, as an expression and in words; empty for nothing."""
    name = QgsExpression.quotedColumnRef(field.name)
    tests, words = [], []
    if field.pattern:
        tests.append(f"regexp_match({name}, {QgsExpression.quotedValue(field.pattern)}) > 0")
        words.append(tr("written like {examples}").format(examples=", ".join(map(str, field.examples))))
    if field.minimum is not None:
        tests.append(f"{name} >= {field.minimum:g}")
        words.append(tr("at least {number}").format(number=f"{field.minimum:g}"))
    if field.maximum is not None:
        tests.append(f"{name} <= {field.maximum:g}")
        words.append(tr("at most {number}").format(number=f"{field.maximum:g}"))
    if field.within:
        outer = QgsExpression.quotedColumnRef(field.within)
        tests.append(f"({outer} IS NULL OR left({name}, length({outer})) = {outer})")
        words.append(tr("beginning with the code of the unit it lies in"))
    if field.not_before:
        tests.append(f"{name} >= {QgsExpression.quotedColumnRef(field.not_before)}")
        words.append(tr("not before the day it began"))
    if not tests:
        return "", ""
    empty = f"{name} IS NULL OR " + (f"{name} = '' OR " if field.type == "text" else "")
    return f"{empty}({' AND '.join(tests)})", "; ".join(words)


def _arrange(layer: QgsVectorLayer, known: Mapping[str, int], relations: Sequence[QgsRelation]) -> None:
    form = layer.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    form.clearTabs()
    used: set[str] = set()
    for title, names in _tabs():
        mine = [name for name in names if name in known]
        used.update(mine)
        _add_tab(form, layer, title, [known[name] for name in mine])
    rest = [index for name, index in known.items() if name not in used and index not in layer.primaryKeyAttributes()]
    _add_tab(form, layer, tr("More"), rest)
    for relation in relations:
        add_tab(form, relation)
    layer.setEditFormConfig(form)


def _add_tab(form: QgsEditFormConfig, layer: QgsVectorLayer, title: str, indexes: list[int]) -> None:
    if not indexes:
        return
    tab = form_tab(form, title)
    for index in indexes:
        tab.addChildElement(QgsAttributeEditorField(layer.fields().at(index).name(), index, tab))
    form.addTab(tab)
