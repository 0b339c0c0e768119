"""Factory, its findings, the decisions on them: relations between the tables; a factory's form shows its findings."""

from __future__ import annotations

from qgis.core import (
    QgsAttributeEditorElement,
    QgsAttributeEditorRelation,
    QgsEditFormConfig,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsVectorLayer,
)

from ...processing.i18n import tr
from ...processing.paths import STYLES
from ..qt import form_tab
from .earlier import path_of
from .finding_form import give_finding_form
from .roles import RESULT_PROPERTY, SCOPE

FINDINGS_OF, DECISIONS_ON = "factory_findings", "finding_decisions"
_DECISIONS = "exceptions"
_MARK = "related"
FORM_PROPERTY = "factory_locations/form"  # of a register whose form the plugin made
_RELATION = QgsAttributeEditorElement.AttributeEditorType.AeTypeRelation


def relate(
    project: QgsProject,
    register: QgsVectorLayer,
    findings: QgsVectorLayer,
    decisions: QgsVectorLayer | None,
) -> list[QgsRelation]:
    """Relate a register to findings, and those to the decisions on them; return the relations, in that order.

    All layers must be in the project. Relations that this made before are replaced.
    """
    wanted = [_relation(project, FINDINGS_OF, tr("Findings"), register, findings, "factory_id")]
    if decisions is not None:
        wanted.append(_relation(project, DECISIONS_ON, tr("Decisions"), findings, decisions, "finding_id"))
    manager = project.relationManager()
    for identifier in (FINDINGS_OF, DECISIONS_ON):
        manager.removeRelation(identifier)
    made = [one for one in wanted if one.isValid()]
    for one in made:
        manager.addRelation(one)
    give_finding_form(findings)
    return made


def mark(project: QgsProject) -> None:
    """Let every later check of a project be related to its register."""
    project.writeEntryBool(SCOPE, _MARK, True)


def add_decisions(project: QgsProject, findings: QgsVectorLayer) -> QgsVectorLayer | None:
    """Return the table of decisions on findings, added below them where the project lacks it.

    It is known by its file, as its name is in the language it was added in. None where the file has no such table.
    """
    known = _decisions_on(project, findings)
    if known is not None:
        return known
    path = path_of(findings)
    layer = QgsVectorLayer(f"{path}|layername=exceptions", tr("Decisions"), "ogr")
    if not layer.isValid():
        return None
    layer.loadNamedStyle(str(STYLES / "exceptions.qml"))
    layer.setName(tr("Decisions"))
    layer.setCustomProperty(RESULT_PROPERTY, _DECISIONS)
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().findLayer(findings.id())
    (node.parent() if node is not None else project.layerTreeRoot()).addLayer(layer)
    return layer


def follow(project: QgsProject, register: QgsVectorLayer | None, findings: QgsVectorLayer | None) -> bool:
    """Relate the register to the findings of the newest check, in a project that was set up so; return whether it was.

    The form of the register gets a tab for them where it has none.
    """
    if register is None or findings is None or not project.readBoolEntry(SCOPE, _MARK)[0]:
        return False
    if project.relationManager().relation(FINDINGS_OF).referencingLayerId() == findings.id():
        return False
    made = relate(project, register, findings, add_decisions(project, findings))
    _show_findings(register, made)
    return True


def show_decisions(project: QgsProject, register: QgsVectorLayer | None, findings: QgsVectorLayer) -> None:
    """Show the table of decisions on findings, as one was written there; the first adds it, and relates all.

    From then on later checks are related as well, as in a project that was set up so. A form of the register that the
    plugin did not make is left as it is.
    """
    known = _decisions_on(project, findings)
    if known is not None:
        known.reload()  # it was written past this layer
        return
    decisions = add_decisions(project, findings)
    if register is None or decisions is None:
        return
    made = relate(project, register, findings, decisions)
    if register.customProperty(FORM_PROPERTY):
        mark(project)
        _show_findings(register, made)


def _decisions_on(project: QgsProject, findings: QgsVectorLayer) -> QgsVectorLayer | None:
    path = path_of(findings)
    layers = project.mapLayers().values()
    return next(
        (one for one in layers if one.customProperty(RESULT_PROPERTY, "") == _DECISIONS and path_of(one) == path), None
    )


def _show_findings(register: QgsVectorLayer, made: list[QgsRelation]) -> None:
    """Give the form of a register the tab with the findings, where it has none."""
    form = register.editFormConfig()
    known = [one.name() for one in form.invisibleRootContainer().findElements(_RELATION)]
    if made and FINDINGS_OF not in known and form.layout() == QgsEditFormConfig.EditorLayout.TabLayout:
        add_tab(form, made[0])
    register.setEditFormConfig(form)  # also where the tab was there: it looks for its relation again


def add_tab(form: QgsEditFormConfig, relation: QgsRelation) -> None:
    """Give a form a tab with the rows that a relation leads to, to be read there and not changed."""
    tab = form_tab(form, relation.name())
    element = QgsAttributeEditorRelation(relation, tab)
    element.setRelationWidgetTypeId("relation_editor")
    element.setRelationEditorConfiguration({"buttons": "NoButton", "show_first_feature": True})
    element.setShowLabel(False)  # the tab says it
    tab.addChildElement(element)
    form.addTab(tab)


def _relation(
    project: QgsProject, identifier: str, name: str, parent: QgsVectorLayer, child: QgsVectorLayer, field: str
) -> QgsRelation:
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId(identifier)
    relation.setName(name)
    relation.setReferencedLayer(parent.id())
    relation.setReferencingLayer(child.id())
    relation.addFieldPair(field, field)
    return relation
