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
    QgsProperty,
    QgsRelation,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

from ...processing.i18n import tr
from ...processing.paths import ADMIN_UNITS
from ...processing.register.schema import RegisterField, load_schema
from ..qt import form_tab
from .form_hints import activity_named, in_country, in_unit, known_code, not_broken, stated
from .localise import language
from .relations import FORM_PROPERTY, add_tab

_DAY = {
    "display_format": "yyyy-MM-dd",
    "field_format": "yyyy-MM-dd",
    "field_iso_format": False,
    "calendar_popup": True,
    "allow_null": True,
}
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_GENERATED = QgsEditFormConfig.EditorLayout.GeneratedLayout
_WIDE = ("remarks",)
_THOUSANDS = 10_000
_ID, _ACTIVITY = "factory_id", "isic"


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
        (  # one tab for both: the window of a new factory has no room for a fifth beside the findings
            tr("Location"),
            ("province_code", "district_code", "commune_code", "village_code", "admin_vintage", "park_id",
             "loc_method", "loc_accuracy_m", "loc_reference_point", "loc_datum", "loc_source", "loc_date",
             "loc_original"),
        ),
    )  # fmt: skip


def provinces(language_: str) -> dict[str, str]:
    """Return code and name of each province of the shipped list, in the order of the codes."""
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "province"]
    return {row["code"]: row[f"name_{language_}"] or row["name_en"] for row in sorted(rows, key=lambda r: r["code"])}


def give_form(
    layer: QgsVectorLayer, relations: Sequence[QgsRelation] = (), admin: QgsVectorLayer | None = None
) -> None:
    """Give a register the form of its schema, in the language of the interface.

    Parameters
    ----------
    layer : QgsVectorLayer
        Fields that the schema does not know keep their widgets, on a tab of their own.
    relations : sequence of QgsRelation, optional
        Each gets a tab, under its name.
    admin : QgsVectorLayer, optional
        Units of the same project: the code of one of them is compared with the place.
    """
    known = _places(layer)
    for field in load_schema().fields:
        if field.name in known:
            _describe(layer, known[field.name], field)
    give_hints(layer, admin)
    _arrange(layer, known, relations)
    layer.setCustomProperty(FORM_PROPERTY, True)


def give_form_unless_own(layer: QgsVectorLayer, admin: QgsVectorLayer | None = None) -> None:
    """Give a register the form of its schema, where it has neither one that somebody made nor other fields.

    A form that was given before gets its hints anew: there may be other units now.
    """
    if layer.customProperty(FORM_PROPERTY):
        give_hints(layer, admin)
    elif _ID in _places(layer) and layer.editFormConfig().layout() == _GENERATED:
        give_form(layer, (), admin)


def give_hints(layer: QgsVectorLayer, admin: QgsVectorLayer | None = None) -> None:
    """Let the form say what is expected of each value; see `give_form`."""
    known = _places(layer)
    for field in load_schema().fields:
        expression, said = _expected(field, layer, admin) if field.name in known else ("", "")
        if expression:
            layer.setConstraintExpression(known[field.name], expression, said)
            layer.setFieldConstraint(known[field.name], QgsFieldConstraints.Constraint.ConstraintExpression, _SOFT)
    if _ACTIVITY in known:
        _name_activity(layer, known[_ACTIVITY])


def _name_activity(layer: QgsVectorLayer, index: int) -> None:
    """Show above the code of an activity what it is called: the code stays what is typed and stored."""
    form, name = layer.editFormConfig(), layer.fields().at(index).name()
    told = form.dataDefinedFieldProperties(name)
    told.setProperty(
        QgsEditFormConfig.DataDefinedProperty.Alias,
        QgsProperty.fromExpression(activity_named(layer.attributeDisplayName(index))),
    )
    form.setDataDefinedFieldProperties(name, told)
    form.setLabelOnTop(index, True)
    layer.setEditFormConfig(form)


def _places(layer: QgsVectorLayer) -> dict[str, int]:
    return {field.name().casefold(): index for index, field in enumerate(layer.fields())}


def _describe(layer: QgsVectorLayer, index: int, field: RegisterField) -> None:
    layer.setFieldAlias(index, field.title(language()))
    layer.setEditorWidgetSetup(index, _widget(field))
    if field.default is not None:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(QgsExpression.quotedValue(field.default)))
    if field.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, _SOFT)
    if field.unique:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintUnique, _SOFT)


def _widget(field: RegisterField) -> QgsEditorWidgetSetup:
    values = {item.title(language()): item.code for item in field.values}
    if field.name == "province_code":
        values = {f"{code}  {name}": code for code, name in provinces(language()).items()}
    if values:
        # Also where a value is required, which the form says by itself: QGIS would show an entry “(NULL)”.
        none = {tr("(not stated)"): QgsValueMapFieldFormatter.NULL_VALUE}
        return QgsEditorWidgetSetup("ValueMap", {"map": [none] + [{title: code} for title, code in values.items()]})
    if field.type == "date":
        return QgsEditorWidgetSetup("DateTime", _DAY)
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": field.name in _WIDE, "UseHtml": False})


def _expected(field: RegisterField, layer: QgsVectorLayer, admin: QgsVectorLayer | None) -> tuple[str, str]:
    """Return what should hold of a value, as an expression and in words; empty for nothing."""
    name = QgsExpression.quotedColumnRef(field.name)
    tests, words = [], []
    if field.pattern:
        tests.append(f"regexp_match({name}, {QgsExpression.quotedValue(field.pattern)}) > 0")
        words.append(tr("written like {examples}").format(examples=", ".join(map(str, field.examples))))
    if field.minimum is not None:
        tests.append(f"{name} >= {field.minimum:g}")
        words.append(tr("at least {number}").format(number=_number(field.minimum)))
    if field.maximum is not None:
        tests.append(f"{name} <= {field.maximum:g}")
        words.append(tr("at most {number}").format(number=_number(field.maximum)))
    if field.within and layer.fields().lookupField(field.within) >= 0:
        outer = QgsExpression.quotedColumnRef(field.within)
        tests.append(f"({outer} IS NULL OR left({name}, length({outer})) = {outer})")
        words.append(tr("beginning with the code of the unit it lies in"))
    if field.not_before and layer.fields().lookupField(field.not_before) >= 0:
        tests.append(f"{name} >= {QgsExpression.quotedColumnRef(field.not_before)}")
        words.append(tr("not before the day it began"))
    for test, said in (
        known_code(field),
        in_unit(field, layer, admin),
        in_country(field),
        not_broken(field, layer),
    ):
        if test:
            tests.append(test)
            words.append(said)
    empty = f"{name} IS NULL OR " + (f"{name} = '' OR " if field.type == "text" else "")
    needed, why = stated(field)
    parts = [needed] if needed else []
    parts += [f"({empty}({' AND '.join(tests)}))"] if tests else []
    return " AND ".join(parts), "; ".join([*([why] if why else []), *words])


def _number(value: float) -> str:
    """Return a number in the manner of the person's country; a year has four digits and no sign between them."""
    locale = QLocale()
    if abs(value) < _THOUSANDS:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return str(locale.toString(float(value), "f", 0 if float(value).is_integer() else 2))


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
