"""Rebuild the QML style files of this folder from `processing/reports/symbols.py`, which also draws the printed maps.

    /usr/bin/python3 data/styles/build_styles.py

Run it with the oldest QGIS supported (3.22): newer versions read what it writes, not the other way round.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # else the order of attributes in the files changes with every run

from qgis.core import (
    QgsApplication,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGE = "factory_locations"
# Nominal marker size on a screen, in millimetres.
ON_SCREEN = 2.6


def load_package() -> None:
    """Load the checkout as the package it is in QGIS; its root must not come on the path (see CONTRIBUTING)."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def package_module(name: str):
    """Return a module of the package."""
    load_package()
    return importlib.import_module(f"{PACKAGE}.processing.{name}")


def symbols():
    """Return the module with the project's symbols."""
    return package_module("reports.symbols")


def empty_layer(geometry: str, *fields: str) -> QgsVectorLayer:
    """Return an empty layer with the fields that a style speaks of; `field` is `name:type`."""
    described = "".join(f"&field={field}" for field in fields)
    return QgsVectorLayer(f"{geometry}?crs=EPSG:32648{described}", "style", "memory")


_MEMORY = {"text": "string", "real": "double", "date": "date"}


def table_layer(geometry: str, fields: Sequence[tuple[str, str]], last: Sequence[str], hidden: Sequence[str] = ()):
    """Return an empty layer of one of our tables, its columns titled, the technical ones last or hidden."""
    layer = empty_layer(geometry, *(f"{name}:{_MEMORY.get(kind, kind)}" for name, kind in fields))
    titles = package_module("titles").column_titles()
    for index, field in enumerate(layer.fields()):
        layer.setFieldAlias(index, titles.get(field.name(), ""))
    config = QgsAttributeTableConfig()
    names = [name for name, _ in fields]
    columns = []
    for name in [*(n for n in names if n not in last), *last]:
        column = QgsAttributeTableConfig.ColumnConfig()
        column.name, column.hidden = name, name in hidden
        columns.append(column)
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)
    return layer


def label(layer: QgsVectorLayer, labeling: QgsVectorLayerSimpleLabeling, closer_than: int) -> None:
    """Label a layer at scales larger than 1:`closer_than`."""
    settings = labeling.settings()
    settings.scaleVisibility = True
    settings.minimumScale = closer_than
    settings.maximumScale = 1
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def name_places(
    layer: QgsVectorLayer,
    expression: str,
    closer_than: int,
    size: float = 8,
    placement: QgsPalLayerSettings.Placement | None = None,
) -> None:
    """Label what stands at a place: around its marker, and on top of no other marker."""
    s = symbols()
    text = s.text_format(size, halo=0.6)
    label(layer, s.labels(expression, text, AROUND if placement is None else placement, obstacle=True), closer_than)


def tip(title: str, *lines: str) -> str:
    """Return a map tip; lines whose value is empty are left out by the expression that makes them."""
    body = "".join(f"[% coalesce('<br>' || ({line}), '') %]" for line in lines)
    return f"<b>[% coalesce({title}, '') %]</b>{body}"


def choices(layer: QgsVectorLayer, name: str, titles: dict[str, str]) -> None:
    """Let a column be chosen from, or shown, by titles of its values; the empty value stands for none."""
    told = [{title: value or QgsValueMapFieldFormatter.NULL_VALUE} for value, title in titles.items()]
    setup = QgsEditorWidgetSetup("ValueMap", {"map": told})
    layer.setEditorWidgetSetup(layer.fields().indexOf(name), setup)


def decision_form(
    layer: QgsVectorLayer, answer: str, first: Sequence[str], decided: Sequence[str], automatic: dict[str, str]
) -> None:
    """Give a layer the form in which a person decides: what to look at and the decision before all the rest.

    Parameters
    ----------
    layer : QgsVectorLayer
    answer : str
        The column of the decision, yes or no.
    first : sequence of str
        Columns to look at before deciding.
    decided : sequence of str
        Columns that a person fills in, in the order of the form.
    automatic : dict of str to str
        Columns filled in as a decision is entered -> expression.
    """
    index = layer.fields().indexOf
    form = layer.editFormConfig()
    for name in layer.fields().names():
        form.setReadOnly(index(name), name not in decided)
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    form.clearTabs()
    rest = [name for name in layer.fields().names() if name not in (*first, *decided)]
    for title, names in zip(package_module("titles").tab_titles(), ((*first, *decided), rest)):
        tab = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
        tab.setIsGroupBox(False)
        for name in names:
            tab.addChildElement(QgsAttributeEditorField(name, index(name), tab))
        form.addTab(tab)
    layer.setEditFormConfig(form)
    choices(layer, answer, package_module("decisions").answers())
    for name in ("problem", "evidence", "against"):
        if index(name) >= 0:
            layer.setEditorWidgetSetup(index(name), QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
    day = {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "calendar_popup": True, "allow_null": True}
    layer.setEditorWidgetSetup(
        index("decided_on"), QgsEditorWidgetSetup("DateTime", {**day, "field_iso_format": False})
    )
    account = "coalesce(nullif(@user_full_name, ''), @user_account_name)"
    open_ = f"coalesce(\"{answer}\", '') = ''"
    for name, value in {
        **automatic,
        "decided_by": f'if({open_}, NULL, coalesce("decided_by", {account}))',
        "decided_on": f'if({open_}, NULL, coalesce("decided_on", to_date(now())))',
    }.items():
        layer.setDefaultValueDefinition(index(name), QgsDefaultValue(value, True))  # as a decision is entered


AROUND = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
OUTSIDE = QgsPalLayerSettings.Placement.OutsidePolygons
# What map tips and labels call a factory, a park and a product, in the tables that tell of them.
FACTORY = 'coalesce("factory_name", "factory_id")'
FACTORY_WITH_ID = f"{FACTORY} || ' (' || \"factory_id\" || ')'"
PARK = 'coalesce("park_name", "park_id")'
PARK_WITH_ID = f"{PARK} || ' (' || \"park_id\" || ')'"
PRODUCT = "\"product\" || coalesce(' ' || \"product_title\", '')"
ACTIVITY = "\"activity\" || coalesce(' ' || \"sector_title\", '')"
# Metres of a distance, and of one measured to what a verdict hangs on.
DISTANCE = "format_number(\"distance_m\", 0) || ' m'"
MEASURED = "format_number(\"measured_m\", 0) || ' m'"
# The code of a problem with its title, as the form shows it.
CODE = 'represent_value("code")'


def findings() -> QgsVectorLayer:
    """One marker a finding, by verdict; the tip says rule, reason and what to do."""
    s = symbols()
    technical = ["accuracy_from", "theme", "pack", "semantics", "role", "finding_id"]
    layer = table_layer("Point", package_module("checks.findings").FINDING_FIELDS, technical, ["semantics", "role"])
    layer.setRenderer(s.finding_renderer(ON_SCREEN))
    name_places(layer, '"factory_name"', 25_000)
    layer.setMapTipTemplate(
        tip(
            '"factory_name"',
            "\"rule_id\" || ' ' || coalesce(\"rule_title\", '') || ': <b>' || \"verdict\" || '</b>'",
            '"message"',
            "'Measured: ' || format_number(\"measured_m\", 0) || ' m'",
            "'Accuracy: ' || format_number(\"accuracy_m\", 0) || ' m'",
            "'Layer: ' || \"layer_name\" || coalesce(' (' || \"layer_vintage\" || ')', '')",
            "'What to do: ' || \"action\"",
        )
    )
    return layer


def factory_summary(geometry: str = "Point") -> QgsVectorLayer:
    """One marker a factory, by its gravest verdict; premises have their outline as well."""
    s = symbols()
    first = ["factory_id", "factory_name", "factory_name_km", "verdict", "severity", "why"]
    fields = package_module("checks.findings").SUMMARY_FIELDS
    layer = table_layer(
        geometry, fields, [name for name, _ in fields if name not in first], ["zone_reason", "park_reason"]
    )
    layer.setRenderer(s.verdict_renderer("verdict", ON_SCREEN, layer.geometryType()))
    placement = AROUND if geometry == "Point" else QgsPalLayerSettings.Placement.Horizontal
    name_places(layer, '"factory_name"', 50_000, placement=placement)
    layer.setMapTipTemplate(
        tip(
            "\"factory_name\" || ' (' || \"factory_id\" || ')'",
            "'<b>' || \"verdict\" || '</b>'",
            '"why"',
            "'Zone: ' || \"zone_code\" || coalesce(' ' || \"zone_name\", '')",
            "'Park: ' || \"park_name\"",
        )
    )
    return layer


def exceptions() -> QgsVectorLayer:
    """The form in which an officer records a decision on a finding."""
    layer = table_layer("NoGeometry", package_module("checks.history").EXCEPTION_FIELDS, ["feature_id"])
    index = layer.fields().indexOf
    decisions = [{title: value} for value, title in package_module("titles").decision_titles().items()]
    layer.setEditorWidgetSetup(index("decision"), QgsEditorWidgetSetup("ValueMap", {"map": decisions}))
    layer.setEditorWidgetSetup(index("reason"), QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
    day = {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "calendar_popup": True, "allow_null": True}
    for name in ("decided_on", "expires_on"):
        layer.setEditorWidgetSetup(index(name), QgsEditorWidgetSetup("DateTime", {**day, "field_iso_format": False}))
    layer.setDefaultValueDefinition(index("decided_on"), QgsDefaultValue("to_date(now())"))
    account = "coalesce(nullif(@user_full_name, ''), @user_account_name)"
    layer.setDefaultValueDefinition(index("officer"), QgsDefaultValue(account))
    for name in ("finding_id", "decision"):
        layer.setFieldConstraint(index(name), QgsFieldConstraints.Constraint.ConstraintNotNull)
    return layer


def factories() -> QgsVectorLayer:
    """A register, before anything is known about verdicts: grey, as none of them is."""
    s = symbols()
    layer = empty_layer("Point", "factory_id:string", "name_en:string", "name_km:string", "isic:string")
    layer.setRenderer(QgsSingleSymbolRenderer(s.verdict_marker(s.NOT_CHECKED, ON_SCREEN)))
    name_places(layer, 'coalesce("name_en", "name_km", "factory_id")', 50_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("name_en", "name_km") || \' (\' || "factory_id" || \')\'',
            '"name_km"',
            "'Activity (ISIC): ' || \"isic\"",
            "'Declared park: ' || \"park_id\"",
            "'Accuracy: ' || format_number(\"loc_accuracy_m\", 0) || ' m, ' || \"loc_method\"",
        )
    )
    return layer


def evidence() -> QgsVectorLayer:
    """A dashed arrow from a factory to what it conflicts with, with the measured distance."""
    s = symbols()
    layer = table_layer("LineString", package_module("checks.findings").EVIDENCE_FIELDS, ["feature_id", "finding_id"])
    layer.setRenderer(QgsSingleSymbolRenderer(s.evidence_line()))
    text = s.text_format(7.5, s.EVIDENCE, halo=0.6)
    label(layer, s.labels(MEASURED, text, QgsPalLayerSettings.Placement.Line), 100_000)
    layer.setMapTipTemplate(tip('"factory_id"', '"rule_id"', "'Measured: ' || " + MEASURED))
    return layer


def nearest() -> QgsVectorLayer:
    """A thin line from a proposed site to the nearest feature of each kind, with the distance."""
    s = symbols()
    layer = empty_layer("LineString", "role:string", "class:string", "feature_name:string", "distance_m:double")
    layer.setRenderer(QgsSingleSymbolRenderer(s.thin_line("#6b6257")))
    text = s.text_format(7.5, "#6b6257", halo=0.6)
    kind = 'coalesce("class", "role")'
    label(layer, s.labels(f"{kind} || ' ' || {DISTANCE}", text, QgsPalLayerSettings.Placement.Line), 100_000)
    layer.setMapTipTemplate(tip('"feature_name"', kind, DISTANCE, "'Layer: ' || \"layer_name\""))
    return layer


def alternatives() -> QgsVectorLayer:
    """One marker a place that is offered instead, by its verdict, with its rank."""
    s = symbols()
    layer = empty_layer("Point", "rank:integer", "name:string", "verdict:string", "distance_m:double")
    layer.setRenderer(s.verdict_renderer("verdict", ON_SCREEN))
    text = s.text_format(8, bold=True, halo=0.6)
    label(layer, s.labels("\"rank\" || '. ' || coalesce(\"name\", '')", text, AROUND, obstacle=True), 1_000_000)
    layer.setMapTipTemplate(
        tip(
            "\"rank\" || '. ' || coalesce(\"name\", '')",
            "'<b>' || \"verdict\" || '</b>'",
            DISTANCE,
            '"room"',
            '"remaining"',
        )
    )
    return layer


def zoning() -> QgsVectorLayer:
    """Zones by code, under the titles that the printed legend has."""
    s = symbols()
    layer = empty_layer("MultiPolygon", "zone_id:string", "zone_code:string", "zone_name:string", "vintage:integer")
    layer.setRenderer(s.zoning_renderer("zone_code"))
    text = s.text_format(7, "#6b6257", halo=0.4)
    label(layer, s.labels('"zone_code"', text, QgsPalLayerSettings.Placement.Horizontal, priority=2), 100_000)
    layer.setMapTipTemplate(
        tip("\"zone_code\" || coalesce(' – ' || \"zone_name\", '')", '"plan"', "'Vintage: ' || \"vintage\"")
    )
    return layer


def parks() -> QgsVectorLayer:
    """Industrial parks and SEZs as hatched outlines with their names."""
    s = symbols()
    layer = empty_layer("MultiPolygon", "park_id:string", "name_en:string", "name_km:string", "vintage:integer")
    layer.setRenderer(QgsSingleSymbolRenderer(s.park_fill()))
    text = s.text_format(8, s.PARK, bold=True, halo=0.6)
    name = 'coalesce("name_en", "name_km", "park_id")'
    label(layer, s.labels(name, text, QgsPalLayerSettings.Placement.OutsidePolygons, priority=8), 1_500_000)
    layer.setMapTipTemplate(
        tip(
            f"{name} || ' (' || \"park_id\" || ')'",
            '"name_km"',
            "'Licence: ' || \"licence_no\"",
            "'Area: ' || format_number(\"area_ha\", 0) || ' ha'",
            "'Vintage: ' || \"vintage\"",
        )
    )
    return layer


def changes() -> QgsVectorLayer:
    """One marker a finding, by what became of it since the check before."""
    c = package_module("reports.change_symbols")
    fields = package_module("checks.changes").CHANGE_FIELDS
    layer = table_layer("Point", fields, ["reason_before", "reason_after", "finding_id"])
    layer.setRenderer(c.change_renderer("change", c.FINDING_CHANGES, ON_SCREEN))
    name_places(layer, '"factory_name"', 25_000)
    layer.setMapTipTemplate(
        tip(
            '"factory_name"',
            "\"rule_id\" || ' ' || coalesce(\"rule_title\", '') || ': <b>' || \"change\" || '</b>'",
            "'Before: ' || \"message_before\"",
            "'After: ' || \"message_after\"",
        )
    )
    return layer


def factory_changes() -> QgsVectorLayer:
    """One marker a factory, by whether it got better or worse."""
    c = package_module("reports.change_symbols")
    layer = table_layer("Point", package_module("checks.changes").FACTORY_CHANGE_FIELDS, ["factory_name_km"])
    layer.setRenderer(c.change_renderer("change", c.FACTORY_CHANGES, ON_SCREEN))
    name_places(layer, '"factory_name"', 50_000)
    layer.setMapTipTemplate(
        tip(
            "\"factory_name\" || ' (' || \"factory_id\" || ')'",
            "'<b>' || \"change\" || '</b>'",
            "coalesce(\"verdict_before\", '–') || ' → ' || coalesce(\"verdict_after\", '–')",
            '"why_after"',
        )
    )
    return layer


def quality() -> QgsVectorLayer:
    """The table of measures, titled."""
    return table_layer("NoGeometry", package_module("register.quality").QUALITY_FIELDS, [])


def quality_map() -> QgsVectorLayer:
    """Areas by the share of their factories without any fault."""
    s, c = symbols(), package_module("reports.change_symbols")
    layer = table_layer("MultiPolygon", package_module("register.quality").QUALITY_FIELDS, [])
    layer.setRenderer(c.share_renderer("sound_share"))
    share = "format_number(100 * \"sound_share\", 0) || ' %'"
    text = s.text_format(8, halo=0.6)
    label(layer, s.labels(share, text, QgsPalLayerSettings.Placement.Horizontal, priority=5), 5_000_000)
    layer.setMapTipTemplate(
        tip(
            "coalesce(\"name\", '') || ' (' || \"code\" || ')'",
            "'Factories: ' || \"factories\"",
            "'Without any fault: ' || " + share,
            "'Without a usable location: ' || \"missing_location\"",
            "'With a stated accuracy: ' || format_number(100 * \"stated_accuracy_share\", 0) || ' %'",
            "'Mean accuracy: ' || format_number(\"mean_accuracy_m\", 0) || ' m'",
        )
    )
    return layer


def duplicate_pairs() -> QgsVectorLayer:
    """A line between two records that may be one factory, by certainty, and the form to decide in."""
    s, d = symbols(), package_module("reports.certainty_symbols")
    module = package_module("register.duplicates")
    technical = ["name_score", "name_score_km", "name_score_across", "feature_a", "feature_b", "pair_id"]
    layer = table_layer("LineString", module.PAIR_FIELDS, technical, ["feature_a", "feature_b"])
    layer.setRenderer(d.certainty_renderer("certainty"))
    text = s.text_format(7.5, s.EVIDENCE, halo=0.6)
    label(layer, s.labels(DISTANCE, text, QgsPalLayerSettings.Placement.Line), 10_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("name_a", "factory_id_a") || \' – \' || coalesce("name_b", "factory_id_b")',
            "'<b>' || \"certainty\" || '</b> ' || format_number(\"score\", 2)",
            '"evidence"',
            "'Against: ' || \"against\"",
        )
    )
    first = ("factory_id_a", "name_a", "factory_id_b", "name_b", "certainty", "distance_m", "evidence", "against")
    decided = ("confirmed", "keep", "decided_by", "decided_on")
    words = ", ".join(f"'{word}'" for word in package_module("decisions").YES_WORDS)
    keep = f'coalesce("keep", if(lower(trim("confirmed")) IN ({words}), "keep_proposed", NULL))'
    decision_form(layer, "confirmed", first, decided, {"keep": keep})
    layer.setConstraintExpression(
        layer.fields().indexOf("keep"),
        '"keep" IS NULL OR "keep" IN ("factory_id_a", "factory_id_b")',
        "One of the two factory ids.",
    )
    return layer


def duplicate_groups() -> QgsVectorLayer:
    """The places of the records of one group, by certainty."""
    d = package_module("reports.certainty_symbols")
    layer = table_layer("MultiPoint", package_module("register.duplicates").GROUP_FIELDS, ["chained", "group_id"])
    layer.setRenderer(d.certainty_renderer("certainty", ON_SCREEN))
    name_places(layer, "\"members\" || ' records'", 50_000)
    layer.setMapTipTemplate(
        tip(
            '"names"',
            "'<b>' || \"certainty\" || '</b>'",
            '"factory_ids"',
            "format_number(\"spread_m\", 0) || ' m'",
            '"advice"',
        )
    )
    return layer


def registration(table: str) -> QgsVectorLayer:
    """A table of the register held against the registration: titled, and points with a symbol of their own."""
    g, module = package_module("reports.registration_symbols"), package_module("registration.report")
    fields, last, hidden = module.STYLED[table]
    spatial = table in ("matched", "proposals") or table in g.TABLES
    layer = table_layer("Point" if spatial else "NoGeometry", fields, last, hidden)
    if not spatial:
        return layer
    by_certainty = table in ("matched", "proposals")
    layer.setRenderer(g.match_renderer(ON_SCREEN) if by_certainty else g.table_renderer(table, ON_SCREEN))
    name = '"extract_name"' if table == "extract_only" else '"factory_name"'
    name_places(layer, name, 50_000)
    more = {
        "matched": ("'<b>' || \"certainty\" || '</b>, ' || \"how\"", '"evidence"', "'Conflicts: ' || \"conflicts\""),
        "extract_only": ('"proposal"', '"evidence"', '"known_place"'),
        "field_finds": ('"proposal"', '"evidence"', '"known_place"'),
        "expired": ('"message"', "'Licence: ' || \"licence_no\""),
        "overdue": ('"message"', "'Licence: ' || \"licence_no\""),
        "proposals": ('"evidence"', "'<b>' || \"certainty\" || '</b>'"),
    }
    layer.setMapTipTemplate(tip(name, *more[table]))
    if table == "proposals":
        first = ("factory_id", "factory_name", "code", "certainty", "evidence", "new_accuracy_m")
        decision_form(layer, "accepted", first, ("accepted", "note", "decided_by", "decided_on"), {})
        choices(layer, "code", {module.CODE: package_module("coordinates.sentences").registration_title()})
    return layer


REGISTRATION = (
    "matched", "not_located", "extract_only", "field_finds", "register_only", "ambiguous", "conflicts", "expired",
    "overdue", "proposals", "progress", "unread",
)  # fmt: skip


def coordinate_problems() -> QgsVectorLayer:
    """A marker where a factory with a problem stands, by how sure the problem is."""
    d = package_module("reports.certainty_symbols")
    fields = package_module("coordinates.report").PROBLEM_FIELDS
    layer = table_layer("Point", fields, ["finding_id"])
    layer.setRenderer(d.certainty_renderer("certainty", ON_SCREEN, hollow=True))
    name_places(layer, f"\"code\" || ' ' || {FACTORY}", 25_000)
    layer.setMapTipTemplate(
        tip(
            FACTORY,
            f"'<b>' || {CODE} || '</b>'",
            '"problem"',
            '"evidence"',
            '"certainty"',
        )
    )
    index = layer.fields().indexOf
    for name in ("problem", "evidence"):
        layer.setEditorWidgetSetup(index(name), QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
    choices(layer, "code", package_module("coordinates.sentences").code_titles())
    return layer


def coordinate_proposals() -> QgsVectorLayer:
    """A marker at each proposed place, by certainty, and the form to accept it in."""
    d = package_module("reports.certainty_symbols")
    module = package_module("coordinates.report")
    technical = ["old_lon", "old_lat", "finding_id", "proposal_id"]
    layer = table_layer("Point", module.PROPOSAL_FIELDS, technical)
    layer.setRenderer(d.certainty_renderer("certainty", ON_SCREEN))
    name_places(layer, f"\"rank\" || '. ' || {FACTORY}", 25_000)
    layer.setMapTipTemplate(
        tip(
            FACTORY,
            f"'<b>' || {CODE} || '</b>'",
            "\"certainty\" || coalesce(', ' || format_number(\"moved_m\", 0) || ' m', '')"
            " || coalesce(' ' || \"direction\", '')",
            '"problem"',
            '"evidence"',
        )
    )
    first = ("factory_id", "factory_name", "code", "problem", "certainty", "evidence", "moved_m")
    decision_form(layer, "accepted", first, ("accepted", "note", "decided_by", "decided_on"), {})
    choices(layer, "code", package_module("coordinates.sentences").code_titles())
    return layer


def coordinate_moves() -> QgsVectorLayer:
    """A line from where a factory stands to where it may really stand, by certainty, with the distance."""
    s, d = symbols(), package_module("reports.certainty_symbols")
    layer = table_layer("LineString", package_module("coordinates.report").MOVE_FIELDS, ["finding_id", "proposal_id"])
    layer.setRenderer(d.certainty_renderer("certainty", arrow=True))
    text = s.text_format(7.5, s.EVIDENCE, halo=0.6)
    metres = "format_number(\"moved_m\", 0) || ' m'"
    label(layer, s.labels(metres, text, QgsPalLayerSettings.Placement.Line), 100_000)
    layer.setMapTipTemplate(tip(FACTORY, '"code" || \', \' || "certainty"', metres))
    return layer


def hot_spot_cells() -> QgsVectorLayer:
    """Cells by how sure it is that there is more or less than elsewhere; the value on those that stand out."""
    s, h = symbols(), package_module("reports.hot_spot_symbols")
    fields = package_module("hot_spots").CELL_FIELDS
    layer = table_layer(
        "Polygon", fields, ["cell_id", "class_z", "p_z", "p_z_fdr", "moran_i", "moran_p", "moran_p_fdr"]
    )
    layer.setRenderer(h.cell_renderer())
    value = (
        'CASE WHEN "value" > 0 AND ("class" LIKE \'hot%\' OR "class_z" LIKE \'hot%\') '
        "THEN format_number(\"value\", 0) ELSE '' END"
    )
    text = s.text_format(7.5, h.TEXT, halo=0.7)
    label(layer, s.labels(value, text, QgsPalLayerSettings.Placement.Horizontal), 1_000_000)
    layer.setMapTipTemplate(
        tip(
            '"class"',
            "'value: <b>' || format_number(\"value\", 0) || '</b>; with its neighbours: ' || "
            'format_number("value_around", 0)',
            "'factories: ' || \"factories\"",
            "'Gi* ' || format_number(\"gi_z\", 1) || '; false discovery rate ' || format_number(\"p_fdr\", 3)",
            '"moran"',
            '"note"',
        )
    )
    return layer


def hot_spot_factories() -> QgsVectorLayer:
    """Factories as small dots, named where there is room, to lie on top of the cells."""
    h = package_module("reports.hot_spot_symbols")
    layer = table_layer("Point", package_module("hot_spots").FACTORY_FIELDS, ["accuracy_m"])
    layer.setRenderer(QgsSingleSymbolRenderer(h.dot(1.2)))
    name_places(layer, FACTORY, 25_000)
    layer.setMapTipTemplate(tip(FACTORY_WITH_ID, '"class"', '"note"'))
    return layer


def hot_spot_summary() -> QgsVectorLayer:
    """The table of what was found, titled."""
    return table_layer("NoGeometry", package_module("hot_spots").SUMMARY_FIELDS, [])


def proximity(geometry: str = "Point") -> QgsVectorLayer:
    """Factories by the distance to the nearest target; their table has columns that differ from run to run."""
    d = package_module("reports.distance_symbols")
    fields = package_module("proximity").FACTORY_FIELDS
    layer = empty_layer(geometry, *(f"{name}:{_MEMORY.get(kind, kind)}" for name, kind in fields))
    layer.setRenderer(d.distance_renderer("nearest_m", ON_SCREEN, layer.geometryType()))
    placement = AROUND if geometry == "Point" else QgsPalLayerSettings.Placement.Horizontal
    name_places(layer, FACTORY, 25_000, placement=placement)
    layer.setMapTipTemplate(
        tip(
            FACTORY_WITH_ID,
            'coalesce("nearest_name", "nearest_id") || \': <b>\' || format_number("nearest_m", 0) || \' m</b>\'',
            "\"nearest_layer\" || coalesce(': ' || \"nearest_class\", '')",
            '"note"',
        )
    )
    return layer


def proximity_lines() -> QgsVectorLayer:
    """A hairline from a factory to each of its targets, with the distance."""
    s, d = symbols(), package_module("reports.distance_symbols")
    p = package_module("proximity")
    layer = table_layer("LineString", p.PAIR_FIELDS, ["bearing_deg"])
    layer.setRenderer(QgsSingleSymbolRenderer(s.thin_line(d.LINE)))
    text = s.text_format(7.5, d.LINE, halo=0.6)
    label(layer, s.labels(DISTANCE, text, QgsPalLayerSettings.Placement.Line), 50_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("target_name", "target_id")',
            "\"layer\" || coalesce(': ' || \"class\", '')",
            DISTANCE + " || coalesce(', ' || \"direction\", '')",
            FACTORY,
        )
    )
    return layer


def proximity_od() -> QgsVectorLayer:
    """The table of pairs, titled."""
    return table_layer("NoGeometry", package_module("proximity").PAIR_FIELDS, [])


def park_capacity() -> QgsVectorLayer:
    """Parks by the share of their ground that is free, named, with the share as a range where it is one."""
    s, p = symbols(), package_module("reports.park_symbols")
    fields = package_module("capacity.tables").PARK_FIELDS
    layer = table_layer("MultiPolygon", fields, ["overlaps", "vintage"])
    nothing = package_module("capacity.assess").NOTHING
    layer.setRenderer(p.vacancy_renderer("vacant_pct", "occupied_from", nothing, ON_SCREEN))
    text = s.text_format(8, s.PARK, bold=True, halo=0.8)
    free = (
        f"if(\"occupied_from\" = '{nothing}', 'not known', "
        'if(round("vacant_pct_low") = round("vacant_pct_high"), to_string(round("vacant_pct")), '
        "round(\"vacant_pct_low\") || '–' || round(\"vacant_pct_high\")) || ' % free'"
        " || if(\"occupied_from\" LIKE '%assumed%', ' (assumed)', ''))"
    )
    label(layer, s.labels(f"{PARK} || '\\n' || {free}", text, OUTSIDE, priority=8, distance=2.2), 3_000_000)
    layer.setMapTipTemplate(
        tip(
            PARK_WITH_ID,
            f"'<b>' || {free} || '</b>' || coalesce(', ' || format_number(\"vacant_ha\", 1) || ' ha', '')",
            "'Area: ' || format_number(\"area_ha\", 0) || ' ha'",
            '"area_note"',
            '\'Factories inside: \' || ("surely_inside" + "probably_inside")',
            "'Undecided: ' || nullif(\"undecided\", 0)",
            "'Not permitted: ' || nullif(\"not_permitted\", 0)",
            "'Employees: ' || format_number(\"employees\", 0)",
            '"top_sectors"',
            '"note"',
        )
    )
    return layer


def park_ranking() -> QgsVectorLayer:
    """Parks by rank, numbered; the tip holds the whole reason."""
    p = package_module("reports.park_symbols")
    layer = table_layer("MultiPolygon", package_module("capacity.tables").RANKING_FIELDS, ["why"])
    layer.setRenderer(p.rank_renderer("rank", ON_SCREEN))
    layer.setMapTipTemplate(
        tip(
            f"coalesce(\"rank\" || '. ', 'Ruled out: ') || {PARK}",
            "'Score: <b>' || format_number(\"score_pct\", 0) || '</b> of 100 (' || format_number(\"score_pct_low\", 0)"
            " || ' – ' || format_number(\"score_pct_high\", 0) || ')'",
            '"why"',
        )
    )
    return layer


def park_factories(geometry: str = "Point") -> QgsVectorLayer:
    """Factories by how surely they stand in the park."""
    p = package_module("reports.park_symbols")
    layer = table_layer(geometry, package_module("capacity.tables").FACTORY_FIELDS, ["permit_reason"])
    layer.setRenderer(p.category_renderer("how_surely", p.HOW, ON_SCREEN, layer.geometryType()))
    placement = AROUND if geometry == "Point" else QgsPalLayerSettings.Placement.Horizontal
    name_places(layer, FACTORY, 15_000, 7.5, placement=placement)
    layer.setMapTipTemplate(
        tip(
            FACTORY_WITH_ID,
            '\'<b>\' || "how_surely" || \'</b> \' || coalesce("park_name", "park_id")',
            '"permitted" || \': \' || "permit_reason"',
            ACTIVITY,
            "'Ground: ' || format_number(\"ground_ha\", 2) || ' ha, ' || \"ground_from\"",
        )
    )
    return layer


def park_neighbours(geometry: str = "Point") -> QgsVectorLayer:
    """Factories around parks, those that could move in before the others."""
    p = package_module("reports.park_symbols")
    layer = table_layer(geometry, package_module("capacity.tables").NEIGHBOUR_FIELDS, [])
    layer.setRenderer(p.category_renderer("could_move_in", p.NEIGHBOURS, ON_SCREEN, layer.geometryType()))
    layer.setMapTipTemplate(
        tip(
            FACTORY_WITH_ID,
            'format_number("distance_m", 0) || \' m from \' || coalesce("park_name", "park_id")',
            ACTIVITY,
            "'Could move in: ' || \"could_move_in\"",
        )
    )
    return layer


def park_distances() -> QgsVectorLayer:
    """A short arrow from a park's edge towards the nearest facility of each kind, with kind and distance."""
    s, p = symbols(), package_module("reports.park_symbols")
    layer = table_layer("LineString", package_module("capacity.tables").DISTANCE_FIELDS, ["bearing_deg"])
    layer.setRenderer(QgsSingleSymbolRenderer(p.direction_line()))
    away = 'if("distance_m" < 1000, round("distance_m") || \' m\', format_number("distance_m" / 1000, 1) || \' km\')'
    text = s.text_format(7.5, p.LINE, halo=0.6)
    settings = s.labels(f"\"kind\" || ' ' || {away}", text, AROUND).settings()
    settings.geometryGeneratorEnabled, settings.geometryGenerator = True, f"end_point({p.STUB})"
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromPoint  # the symbol is the whole arrow
    label(layer, QgsVectorLayerSimpleLabeling(settings), 1_000_000)
    layer.setMapTipTemplate(tip('coalesce("facility_name", "facility_id")', '"kind"', away, PARK))
    return layer


def park_table(fields: str) -> QgsVectorLayer:
    """A table of parks without geometry, titled."""
    return table_layer("NoGeometry", getattr(package_module("capacity.tables"), fields), [])


def clusters() -> QgsVectorLayer:
    """Clusters by whether they are candidates: outlines close by, discs as large as the crowd from afar."""
    s, c = symbols(), package_module("reports.cluster_symbols")
    t = package_module("clustering.tables")
    layer = table_layer("Polygon", t.CLUSTER_FIELDS, ["within_sector", "note"], ["dominant_sector", "special_sector"])
    layer.setRenderer(c.candidate_renderer())
    name = (
        "\"cluster_id\" || ' (' || \"factories\" || ')' || coalesce('\\n' || wordwrap(" + c.SHORT_TITLE + ", 26), '')"
    )
    outside = QgsPalLayerSettings.Placement.OutsidePolygons
    label(layer, s.labels(name, s.text_format(8, halo=0.8), outside, obstacle=True, distance=1.0), c.LABELS_FROM)
    layer.setMapTipTemplate(
        tip(
            "\"cluster_id\" || ' (' || \"factories\" || ')'",
            '"sectors"',
            '"special_title" || \': LQ \' || format_number("special_lq", 2)',
            "'<b>' || \"candidate\" || '</b>: ' || \"criteria\"",
            '"provinces"',
            "\"lineage\" || coalesce(' (' || \"previous_ids\" || ')', '')",
        )
    )
    return layer


def cluster_members() -> QgsVectorLayer:
    """Factories by their place in a cluster; noise small and grey."""
    c = package_module("reports.cluster_symbols")
    fields = package_module("clustering.tables").MEMBER_FIELDS
    layer = table_layer("Point", fields, ["sector", "note"])
    layer.setRenderer(c.standing_renderer())
    name_places(layer, FACTORY, 15_000, 7.5)
    layer.setMapTipTemplate(
        tip(
            FACTORY_WITH_ID,
            '"cluster_id" || \', \' || "standing"',
            '"sector_title"',
            '"note"',
        )
    )
    return layer


def cluster_table(name: str) -> QgsVectorLayer:
    """One of the tables without a map, titled."""
    return table_layer("NoGeometry", getattr(package_module("clustering.tables"), name), [])


def sourcing_matches() -> QgsVectorLayer:
    """An arrow from supplier to buyer, by kind of product."""
    s, c = symbols(), package_module("reports.sourcing_symbols")
    fields = package_module("sourcing.tables").MATCH_FIELDS
    layer = table_layer("LineString", fields, ["supplier_layer", "same_province"])
    layer.setRenderer(c.match_renderer())
    metres = "format_number(\"distance_m\" / 1000, 1) || ' km'"
    text = s.text_format(7.5, halo=0.6)
    name = f'coalesce("product_title", "product") || \', \' || {metres}'
    label(layer, s.labels(name, text, QgsPalLayerSettings.Placement.Line), 25_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("supplier_name", "supplier_id") || \' could supply \' || coalesce("buyer_name", "buyer_id")',
            PRODUCT,
            f"{metres} || coalesce(', by road ' || format_number(\"road_m\" / 1000, 1) || ' km', '')",
            "'Amount: ' || format_number(\"amount\", 1)",
            "if(\"fit\" = 'coarse', 'The supplier is only known by a broader code: ask.', NULL)",
        )
    )
    return layer


def _sourcing_badges(table: str, who: str, renderer) -> QgsVectorLayer:
    layer = table_layer("Point", getattr(package_module("sourcing.tables"), f"{table.upper()}_FIELDS"), ["kind"])
    layer.setRenderer(renderer)
    layer.setMapTipTemplate(
        tip(
            f'coalesce("{who}_name", "{who}_id")',
            PRODUCT,
            "'<b>' || \"reason\" || '</b>'",
            "'Amount: ' || format_number(\"amount\", 1)",
            '\'Nearest: \' || coalesce("nearest_name", "nearest_id") || \', \' || format_number("nearest_m" / 1000, 1)'
            " || ' km'",
            '"road_note"',
        )
    )
    return layer


def sourcing_unmet() -> QgsVectorLayer:
    """A badge for each product that nobody in reach could supply, by the reason; drawn when looked at closely."""
    return _sourcing_badges("unmet", "buyer", package_module("reports.sourcing_symbols").unmet_renderer(ON_SCREEN))


def sourcing_unused() -> QgsVectorLayer:
    """A badge for each product that nobody in reach demands, by the reason."""
    return _sourcing_badges("unused", "supplier", package_module("reports.sourcing_symbols").unused_renderer(ON_SCREEN))


def sourcing_factories() -> QgsVectorLayer:
    """Factories by how much of their demand could be met."""
    c = package_module("reports.sourcing_symbols")
    layer = table_layer("Point", package_module("sourcing.tables").FACTORY_FIELDS, ["note"])
    layer.setRenderer(c.status_renderer(ON_SCREEN * 0.85))
    name_places(layer, 'coalesce("name", "id")', 25_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("name", "id") || \' (\' || "id" || \')\'',
            "'<b>' || \"demand_status\" || '</b>'",
            "'Demands that could be met: ' || \"supplied\" || ' of ' || \"demanded\"",
            "'Makes: ' || \"products\"",
            '"note"',
        )
    )
    return layer


def sourcing_table(fields: str) -> QgsVectorLayer:
    """A table of sums or links, titled."""
    return table_layer("NoGeometry", getattr(package_module("sourcing.tables"), fields), [])


# The other rows of such a table are of single classes, which overlap.
ALL_CLASSES_ONLY = 'if("class" = \'all classes\', min("level_no", 4), -1)'


def safety_areas(table: str, expression: str = 'min("level_no", 4)', who: str = '"class"') -> QgsVectorLayer:
    """Zones by level, see-through, the innermost on top."""
    z = package_module("reports.safety_symbols")
    fields = {
        "zones": "ZONE_FIELDS",
        "dissolved": "DISSOLVED_FIELDS",
        "overlap_free": "FREE_FIELDS",
        "by_province": "PROVINCE_FIELDS",
    }
    layer = table_layer("MultiPolygon", getattr(package_module("safety.tables"), fields[table]), ["level_no"])
    layer.setRenderer(z.zone_renderer(expression))
    lines = ['"level"', "format_number(\"area_ha\", 1) || ' ha'"]
    if table == "zones":
        lines += [DISTANCE, '"distance_from"']
    if table == "by_province":
        lines += ["format_number(\"people\", 0) || ' people'"]
    layer.setMapTipTemplate(tip(who, *lines))
    return layer


def safety_receptors() -> QgsVectorLayer:
    """Receptors by the innermost level that reaches them."""
    z = package_module("reports.safety_symbols")
    layer = table_layer("Point", package_module("safety.tables").RECEPTOR_FIELDS, ["level_no"])
    layer.setRenderer(z.receptor_renderer(ON_SCREEN))
    name = 'coalesce("receptor_name", "receptor_id")'
    name_places(layer, name, 25_000, 7.5)
    layer.setMapTipTemplate(
        tip(
            name,
            '"class"',
            '"level"',
            f"{FACTORY} || ': ' || {DISTANCE}",
        )
    )
    return layer


def safety_dominoes() -> QgsVectorLayer:
    """Arrows from a factory to every factory in its zone."""
    s, z = symbols(), package_module("reports.safety_symbols")
    layer = table_layer("LineString", package_module("safety.tables").DOMINO_FIELDS, ["level_no"])
    layer.setRenderer(z.domino_renderer())
    once = f'if("relation" = \'mutual\' and "factory_id" > "other_id", \'\', {DISTANCE})'
    label(layer, s.labels(once, s.text_format(7, z.MUTUAL, halo=0.6), QgsPalLayerSettings.Placement.Line), 10_000)
    pair = 'coalesce("factory_name", "factory_id") || \' → \' || coalesce("other_name", "other_id")'
    layer.setMapTipTemplate(tip(pair, '"level"', DISTANCE, '"relation"'))
    return layer


def safety_factories(geometry: str = "Point") -> QgsVectorLayer:
    """Factories with and without zones; the columns of levels differ from run to run."""
    z = package_module("reports.safety_symbols")
    t = package_module("safety.tables")
    fields = (*t.FACTORY_FIELDS, *t.FACTORY_MORE)
    layer = empty_layer(geometry, *(f"{name}:{_MEMORY.get(kind, kind)}" for name, kind in fields))
    layer.setRenderer(z.factory_renderer(ON_SCREEN * 0.85, layer.geometryType()))
    placement = AROUND if geometry == "Point" else QgsPalLayerSettings.Placement.Horizontal
    name_places(layer, FACTORY, 25_000, placement=placement)
    layer.setMapTipTemplate(
        tip(
            FACTORY_WITH_ID,
            "'reaches ' || format_number(\"reach_m\", 0) || ' m'",
            '"distance_from"',
            '"note"',
        )
    )
    return layer


def safety_outline() -> QgsVectorLayer:
    """The outer zones, wider by the accuracy, dashed."""
    z = package_module("reports.safety_symbols")
    layer = table_layer("MultiPolygon", package_module("safety.tables").OUTLINE_FIELDS, [])
    layer.setRenderer(z.outline_renderer())
    layer.setMapTipTemplate(tip(FACTORY, "'± ' || format_number(\"accuracy_m\", 0) || ' m'"))
    return layer


def safety_table(fields: str) -> QgsVectorLayer:
    """A table without geometry; its columns of receptor classes differ from run to run."""
    return table_layer("NoGeometry", getattr(package_module("safety.tables"), fields), [])


STYLES: dict[str, Callable[[], QgsVectorLayer]] = {
    "alternatives": alternatives,
    "changes": changes,
    "coordinate_moves": coordinate_moves,
    "coordinate_problems": coordinate_problems,
    "coordinate_proposals": coordinate_proposals,
    "duplicate_groups": duplicate_groups,
    "duplicate_pairs": duplicate_pairs,
    "evidence": evidence,
    "exceptions": exceptions,
    "factories": factories,
    "factory_changes": factory_changes,
    "factory_summary": factory_summary,
    "factory_summary_polygon": lambda: factory_summary("MultiPolygon"),
    "findings": findings,
    "hot_spot_cells": hot_spot_cells,
    "hot_spot_factories": hot_spot_factories,
    "hot_spot_summary": hot_spot_summary,
    "nearest": nearest,
    "park_capacity": park_capacity,
    "park_criteria": lambda: park_table("CRITERION_FIELDS"),
    "park_distances": park_distances,
    "park_factories": park_factories,
    "park_factories_polygon": lambda: park_factories("MultiPolygon"),
    "park_mix": lambda: park_table("MIX_FIELDS"),
    "park_neighbours": park_neighbours,
    "park_neighbours_polygon": lambda: park_neighbours("MultiPolygon"),
    "park_ranking": park_ranking,
    "parks": parks,
    "proximity": proximity,
    "proximity_lines": proximity_lines,
    "proximity_od": proximity_od,
    "proximity_polygon": lambda: proximity("MultiPolygon"),
    "quality": quality,
    "quality_map": quality_map,
    "safety_dissolved": partial(safety_areas, "dissolved", ALL_CLASSES_ONLY),
    "safety_dominoes": safety_dominoes,
    "safety_exposure": partial(safety_table, "EXPOSURE_FIELDS"),
    "safety_factories": safety_factories,
    "safety_factories_polygon": partial(safety_factories, "MultiPolygon"),
    "safety_outline": safety_outline,
    "safety_overall": partial(safety_table, "OVERALL_FIELDS"),
    "safety_overlap_free": partial(safety_areas, "overlap_free"),
    "safety_provinces": partial(safety_areas, "by_province", ALL_CLASSES_ONLY, '"province_name"'),
    "safety_receptors": safety_receptors,
    "safety_zones": partial(safety_areas, "zones", who=FACTORY),
    "zoning": zoning,
    **{f"registration_{table}": partial(registration, table) for table in REGISTRATION},
    "cluster_lineage": lambda: cluster_table("LINEAGE_FIELDS"),
    "cluster_members": cluster_members,
    "cluster_sectors": lambda: cluster_table("SECTOR_FIELDS"),
    "clusters": clusters,
    "sourcing_by_product": partial(sourcing_table, "PRODUCT_FIELDS"),
    "sourcing_by_province": partial(sourcing_table, "PROVINCE_FIELDS"),
    "sourcing_factories": sourcing_factories,
    "sourcing_links": partial(sourcing_table, "LINK_FIELDS"),
    "sourcing_matches": sourcing_matches,
    "sourcing_unmet": sourcing_unmet,
    "sourcing_unused": sourcing_unused,
}


def write(folder: Path) -> list[Path]:
    """Write every style into a folder and return the paths.

    Raises
    ------
    RuntimeError
        When QGIS cannot write one.
    """
    kinds = QgsMapLayer.StyleCategory
    look = kinds.Symbology | kinds.Labeling | kinds.MapTips
    columns = kinds.Fields | kinds.Forms | kinds.AttributeTable
    written = []
    for name, make in STYLES.items():
        path = folder / f"{name}.qml"
        layer = make()
        titled = layer.attributeAlias(0) != ""
        look_too = kinds(0) if not layer.isSpatial() else look
        what = QgsMapLayer.StyleCategories(look_too | columns if titled else look)
        said, fine = layer.saveNamedStyle(str(path), what)
        if not fine:
            raise RuntimeError(said)
        written.append(path)
    return written


if __name__ == "__main__":
    application = QgsApplication([], False)
    QgsApplication.initQgis()
    for style in write(HERE):
        print(style.relative_to(ROOT))
    QgsApplication.exitQgis()
