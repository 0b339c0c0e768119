"""What the form of a factory shows of its findings, once a check is related to the register."""

from __future__ import annotations

import pytest

FIELDS = [
    *("finding_id:string", "factory_id:string", "rule_id:string", "rule_title:string", "verdict:string"),
    *("reason:string", "message:string", "severity:string", "measured_m:double", "required_m:double", "action:string"),
]
TOLD = "The zone does not permit it.\nIts border is 12 m away."
ROWS = [
    ["a1", "F1", "KH-ZON-01", "Zones permit it", "fail", "prohibited", TOLD, "violation", 12.4, 0.0, "Ask for papers."],
    ["a2", "F1", "KH-WAT-01", "Far from wells", "fail", "too_near", "It is near.", "advice", 40.0, 100.0, None],
    ["a3", "F1", "KH-PARK-01", "", "undecided", "zones_meet", "It may be.", None, None, None, "Survey the place."],
    ["a4", "F1", "KH-OLD-01", None, "fail", "prohibited", "It is.", None, None, None, None],
    ["a5", "F1", "KH-SCH-01", "Far from schools", "fail", "too_near", "It is near.", "assessment", 0.0, 2.0, None],
]


@pytest.fixture
def findings(project, make_layer):
    """Findings of a check, related to a register."""
    from factory_locations.qgis_plugin.project.relations import relate

    register = make_layer("Register", "Point", ["factory_id:string"], [["POINT(0 0)", "F1"]])
    decided = ["finding_id:string", "decision:string"]
    decisions = make_layer("Decisions", "None", decided, [[None, "a2", "accepted"]])
    made = make_layer("Findings", "Point", FIELDS, [["POINT(0 0)", *row] for row in ROWS])
    project.addMapLayers([register, made, decisions])
    relate(project, register, made, decisions)
    return made


def feature_of(findings, identifier):
    return next(findings.getFeatures(f"finding_id = '{identifier}'"))


@pytest.fixture
def context(qgis_app):
    """What forms know of the window; without its tools, QGIS 3.22 ends over a form with a relation."""
    from qgis.core import QgsVectorLayerTools
    from qgis.gui import QgsAttributeEditorContext, QgsGui, QgsMapCanvas

    class Tools(QgsVectorLayerTools):
        pass

    QgsGui.editorWidgetRegistry().initEditors()
    tools, canvas = Tools(), QgsMapCanvas()
    found = QgsAttributeEditorContext()
    found.setVectorLayerTools(tools)
    found.setMapCanvas(canvas)
    yield found
    canvas.deleteLater()


@pytest.fixture
def groups(findings, context):
    """Return what a form says of a finding, as the form of a factory has it: titles and what stands under them."""
    from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm
    from qgis.PyQt.QtWidgets import QDoubleSpinBox, QGroupBox, QPlainTextEdit, QSpinBox, QTextEdit

    context.setFormMode(QgsAttributeEditorContext.FormMode.Embed)
    kept = []

    def said(widget):
        for kind, read in (
            (QPlainTextEdit, "toPlainText"),
            (QTextEdit, "toPlainText"),
            (QDoubleSpinBox, "text"),
            (QSpinBox, "text"),
        ):
            for found in widget.findChildren(kind):
                return getattr(found, read)()
        return None

    def groups(identifier):
        form = QgsAttributeForm(findings, feature_of(findings, identifier), context)
        kept.append(form)
        form.show()
        return [(box.title(), said(box)) for box in form.findChildren(QGroupBox) if box.isVisible()]

    yield groups
    for form in kept:
        form.deleteLater()


def test_a_finding_is_called_by_its_verdict_and_its_rule_in_words(findings):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(findings))
    called = []
    for feature in findings.getFeatures():
        context.setFeature(feature)
        called.append(QgsExpression(findings.displayExpression()).evaluate(context))
    assert called == [
        "Violation: Zones permit it",
        "Advice: Far from wells",
        "Undecided: KH-PARK-01",
        "Violation: KH-OLD-01",
        "Assessment: Far from schools",
    ]


def test_the_form_says_what_an_officer_reads_and_no_more(groups):
    assert groups("a1") == [
        ("Verdict: Violation", "Zones permit it"),
        ("Explanation", TOLD),
        ("What to do", "Ask for papers."),
        ("Measured", "12 m"),
    ]
    assert [title for title, _ in groups("a3")] == ["Verdict: Undecided", "Explanation", "What to do"]
    assert [title for title, _ in groups("a4")] == ["Verdict: Violation", "Explanation"]


def test_a_table_of_findings_has_the_words_too(findings):
    def shown(identifier, field):
        setup = findings.editorWidgetSetup(findings.fields().lookupField(field))
        words = {value: word for entry in setup.config()["map"] for word, value in entry.items()}
        return words.get(feature_of(findings, identifier)[field])

    assert (shown("a1", "verdict"), shown("a1", "severity")) == ("Fails", "Violation")
    assert (shown("a2", "verdict"), shown("a2", "severity")) == ("Fails", "Advice")
    assert shown("a3", "verdict") == "Undecided"


def test_distances_are_there_where_a_finding_has_some(groups):
    assert groups("a2")[-2:] == [("Measured", "40 m"), ("Required", "100 m")]
    assert groups("a5")[-2:] == [("Measured", "0 m"), ("Required", "2 m")]


def test_nothing_can_be_changed_or_added(findings, project, context):
    """QGIS 3.22 always shows the pencil: it cannot be pressed."""
    from factory_locations.qgis_plugin.project.relations import add_tab
    from qgis.core import QgsEditFormConfig
    from qgis.gui import QgsAttributeForm
    from qgis.PyQt.QtWidgets import QGroupBox, QToolButton

    form = findings.editFormConfig()
    assert all(form.readOnly(index) for index in range(findings.fields().count()))
    relation = project.relationManager().relation("factory_findings")
    register = relation.referencedLayer()
    form = register.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    add_tab(form, relation)
    register.setEditFormConfig(form)
    opened = QgsAttributeForm(register, next(register.getFeatures()), context)
    opened.show()
    boxes = {name for box in opened.findChildren(QGroupBox) for name in [box.title()] if name.startswith("Verdict")}
    assert boxes  # the list has opened the form of a finding
    shown = {one.objectName(): one for one in opened.findChildren(QToolButton) if one.isVisible()}
    assert not {"mAddFeatureButton", "mDeleteFeatureButton", "mLinkFeatureButton", "mUnlinkFeatureButton"} & set(shown)
    assert "mToggleEditingButton" not in shown or findings.readOnly()
    opened.deleteLater()


def test_it_speaks_the_language_of_the_interface(project, findings, monkeypatch):
    from factory_locations.qgis_plugin.panel import verdicts
    from factory_locations.qgis_plugin.project import finding_form

    monkeypatch.setattr(verdicts, "tr", lambda text: f"«{text}»")
    monkeypatch.setattr(finding_form, "tr", lambda text: f"«{text}»")
    finding_form.give_finding_form(findings)
    setup = findings.editorWidgetSetup(findings.fields().lookupField("severity"))
    assert [*setup.config()["map"][0]] == ["«Violation»"]
    assert "«Advice»" in findings.displayExpression()
    assert findings.editFormConfig().tabs()[0].name() == "«Verdict: «Violation»»"


def test_findings_of_an_earlier_version_have_a_form_too(make_layer):
    from factory_locations.qgis_plugin.project.finding_form import give_finding_form
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    fields = ["finding_id:string", "rule_id:string", "verdict:string", "message:string"]
    old = make_layer("Findings", "Point", fields, [["POINT(0 0)", "a1", "KH-ZON-01", "no data", "Not known."]])
    give_finding_form(old)
    titles = [one.name() for one in old.editFormConfig().tabs()]
    assert titles[-2:] == ["Verdict: Pass on condition", "Explanation"]
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(old))
    context.setFeature(next(old.getFeatures()))
    assert QgsExpression(old.displayExpression()).evaluate(context) == "No data: KH-ZON-01"
