"""Factory, its findings, the decisions on them: relations between the tables, so that each form shows the next."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRelation, QgsRelationContext, QgsVectorLayer

from ...processing.i18n import tr

FINDINGS_OF, DECISIONS_ON = "factory_findings", "finding_decisions"
_FINDING = '"rule_id" || \': \' || "verdict"'


def relate(
    project: QgsProject,
    register: QgsVectorLayer,
    findings: QgsVectorLayer,
    decisions: QgsVectorLayer | None,
) -> list[QgsRelation]:
    """Relate a register to findings, and those to the decisions on them; return the relations, in that order.

    All layers must be in the project. Relations that this made before are replaced.
    """
    findings.setDisplayExpression(_FINDING)  # what the list in the form calls each
    wanted = [_relation(project, FINDINGS_OF, tr("Findings"), register, findings, "factory_id")]
    if decisions is not None:
        wanted.append(_relation(project, DECISIONS_ON, tr("Decisions"), findings, decisions, "finding_id"))
    manager = project.relationManager()
    for identifier in (FINDINGS_OF, DECISIONS_ON):
        manager.removeRelation(identifier)
    made = [one for one in wanted if one.isValid()]
    for one in made:
        manager.addRelation(one)
    return made


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
