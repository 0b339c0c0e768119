"""What people call the columns of the tables that are written."""

from __future__ import annotations

from qgis.core import QgsAttributeEditorContainer, QgsEditorWidgetSetup, QgsVectorLayer

from .i18n import tr


def column_titles() -> dict[str, str]:
    """Return the title of each column in the language of the running QGIS.

    The names in the files stay English in every language; titles are only shown, as aliases.
    """
    return {
        "finding_id": tr("Finding id"),
        "factory_id": tr("Factory id"),
        "factory_name": tr("Factory"),
        "factory_name_km": tr("Name in Khmer"),
        "rule_id": tr("Rule"),
        "rule_title": tr("Title of the rule"),
        "verdict": tr("Verdict"),
        "reason": tr("Reason"),
        "message": tr("Explanation"),
        "severity": tr("Severity"),
        "semantics": tr("Kind of rule"),
        "activity": tr("Activity (ISIC)"),
        "feature_id": tr("Feature id"),
        "feature_name": tr("Feature"),
        "candidates": tr("Candidates"),
        "measured_m": tr("Measured (m)"),
        "required_m": tr("Required (m)"),
        "margin_m": tr("Margin (m)"),
        "accuracy_m": tr("Accuracy (m)"),
        "accuracy_from": tr("Accuracy from"),
        "role": tr("Role of the layer"),
        "layer_name": tr("Layer"),
        "layer_vintage": tr("Year of the layer"),
        "verify": tr("To verify"),
        "governed_by": tr("Governed by rule"),
        "theme": tr("Theme"),
        "pack": tr("Rule pack"),
        "citation": tr("Citation"),
        "province_code": tr("Province code"),
        "action": tr("What to do"),
        "zone_code": tr("Zone code"),
        "zone_name": tr("Zone"),
        "zone_verdict": tr("Verdict on zoning"),
        "zone_reason": tr("Reason of the zoning verdict"),
        "park_id": tr("Park id"),
        "park_name": tr("Park"),
        "declared_park": tr("Declared park"),
        "park_verdict": tr("Verdict on parks"),
        "park_reason": tr("Reason of the park verdict"),
        "park_distance_m": tr("Distance to the park's border (m)"),
        "fails": tr("Fails"),
        "undecided": tr("Undecided"),
        "no_data": tr("No data"),
        "not_checked": tr("Rules not checked"),
        "advice": tr("Advice"),
        "why": tr("Why"),
        "checked_on": tr("Checked on"),
        "decision": tr("Decision"),
        "officer": tr("Officer"),
        "decided_on": tr("Decided on"),
        "expires_on": tr("Valid until"),
        "change": tr("Change"),
        "verdict_before": tr("Verdict before"),
        "verdict_after": tr("Verdict after"),
        "reason_before": tr("Reason before"),
        "reason_after": tr("Reason after"),
        "message_before": tr("Explanation before"),
        "message_after": tr("Explanation after"),
        "measured_before_m": tr("Measured before (m)"),
        "measured_after_m": tr("Measured after (m)"),
        "feature_before": tr("Feature before"),
        "feature_after": tr("Feature after"),
        "vintage_before": tr("Year of the layer before"),
        "vintage_after": tr("Year of the layer after"),
        "why_before": tr("Why before"),
        "why_after": tr("Why after"),
        "new": tr("New findings"),
        "resolved": tr("Resolved findings"),
        "changed": tr("Changed findings"),
        "moved_m": tr("Coordinate moved (m)"),
        "problem": tr("Problem"),
        "repairable": tr("Can be repaired"),
        "proposal_id": tr("Proposal id"),
        "rank": tr("Rank"),
        "direction": tr("Direction"),
        "new_lon": tr("New longitude"),
        "new_lat": tr("New latitude"),
        "new_method": tr("New method"),
        "new_accuracy_m": tr("New accuracy (m)"),
        "new_datum": tr("New datum"),
        "old_lon": tr("Old longitude"),
        "old_lat": tr("Old latitude"),
        "note": tr("Note"),
        "findings": tr("Findings"),
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
        "centroid_share": tr("Share located by a centre of an area"),
        "missing_id": tr("Without an id"),
        "duplicate_id": tr("With the id of another"),
        "missing_activity": tr("Without an activity"),
        "missing_activity_share": tr("Share without an activity"),
        "unknown_activity": tr("With an unknown activity"),
        "missing_province": tr("Without a province code"),
        "missing_province_share": tr("Share without a province code"),
        "missing_district_share": tr("Share without a district code"),
        "missing_commune_share": tr("Share without a commune code"),
        "size_inconsistent": tr("With more staff than their size class"),
        "checked": tr("Factories checked"),
        "undecided_share": tr("Share undecided, of those checked"),
        "no_zoning_share": tr("Share without zoning data, of those checked"),
        "pair_id": tr("Pair id"),
        "group_id": tr("Group id"),
        "factory_id_a": tr("Factory id (first)"),
        "name_a": tr("Factory (first)"),
        "factory_id_b": tr("Factory id (second)"),
        "name_b": tr("Factory (second)"),
        "certainty": tr("Certainty"),
        "score": tr("Score (0 to 1)"),
        "distance_m": tr("Distance (m)"),
        "evidence": tr("Evidence"),
        "against": tr("What speaks against it"),
        "keep_proposed": tr("Proposed to keep (factory id)"),
        "keep": tr("Keep (factory id)"),
        "confirmed": tr("Are they one factory?"),
        "decided_by": tr("Decided by"),
        "name_score": tr("Likeness of the names"),
        "name_score_km": tr("Likeness of the names in Khmer"),
        "name_score_across": tr("Likeness of a Khmer and a Latin name"),
        "feature_a": tr("Feature (first)"),
        "feature_b": tr("Feature (second)"),
        "members": tr("Records"),
        "factory_ids": tr("Factory ids"),
        "names": tr("Names"),
        "pairs": tr("Pairs"),
        "spread_m": tr("Largest distance (m)"),
        "chained": tr("Part of a longer chain"),
        "licence_no": tr("Licence number"),
        "extract_row": tr("Row of the extract"),
        "extract_name": tr("Name in the extract"),
        "extract_licence_no": tr("Licence number in the extract"),
        "how": tr("Matched by"),
        "name_similarity": tr("Likeness of the names"),
        "conflicts": tr("Conflicts"),
        "registration_status": tr("Registration status"),
        "completed": tr("Registration completed"),
        "province": tr("Province"),
        "operator_id": tr("Operator id"),
        "known_place": tr("What is known of the place"),
        "proposal": tr("Proposal"),
        "proposed_lon": tr("Proposed longitude"),
        "proposed_lat": tr("Proposed latitude"),
        "proposed_accuracy_m": tr("Accuracy of the proposal (m)"),
        "status": tr("Operating status"),
        "factory_open": tr("The factory has no partner"),
        "extract_open": tr("The row has no partner"),
        "field": tr("Field"),
        "register_value": tr("In the register"),
        "extract_value": tr("In the extract"),
        "newer": tr("Newer"),
        "newer_by_days": tr("Newer by (days)"),
        "deadline": tr("Deadline"),
        "days": tr("Days"),
        "to_register": tr("To be registered"),
        "completed_share": tr("Share completed"),
        "known": tr("Known to either"),
        "closed": tr("Closed for good"),
        "in_register": tr("In the register"),
        "in_extract": tr("In the extract"),
        "matched": tr("Registered and located"),
        "not_located": tr("Registered, not located"),
        "extract_only": tr("Located by the extract alone"),
        "field_finds": tr("Located, not registered"),
        "register_only": tr("Neither located nor registered"),
        "ambiguous_register": tr("Ambiguous in the register"),
        "ambiguous_extract": tr("Ambiguous in the extract"),
        "located": tr("Located"),
        "conflicting": tr("In conflict"),
        "expired": tr("Permit run out"),
        "overdue": tr("Overdue"),
        "new_source": tr("New source of the location"),
        "accepted": tr("Accept this proposal?"),
        "value": tr("Value"),
    }


def decision_titles() -> dict[str, str]:
    """Return what each decision of an officer on a finding is called, by its value in the files."""
    return {
        "accepted": tr("Accepted: the finding is exempt"),
        "rejected": tr("Rejected: the verdict stands"),
        "under review": tr("Under review: the verdict stands for now"),
    }


def tab_titles() -> tuple[str, str]:
    """Return what the two tabs of a form for decisions are called: what to look at and decide, and the rest."""
    return tr("Decision"), tr("Details")


def translate_titles(layer: QgsVectorLayer) -> None:
    """Put the titles of a layer's columns, of its form's tabs and of the values it offers into the language of QGIS.

    The style files hold the English ones, which are the sources of the translations.
    """
    for index in range(layer.fields().count()):
        form, title = layer.editorWidgetSetup(index), layer.attributeAlias(index)
        if title and tr(title) != title:  # the same title once more would cost the field its widget (QGIS 3.22)
            layer.setFieldAlias(index, tr(title))
        if form.type() == "ValueMap":
            offered = form.config()["map"]
            told = [{tr(title): value} for entry in offered for title, value in entry.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {**form.config(), "map": told}))
    form = layer.editFormConfig()
    for tab in form.tabs():
        if isinstance(tab, QgsAttributeEditorContainer):
            tab.setName(tr(tab.name()))
    layer.setEditFormConfig(form)
