"""The findings table: what it reads, shows, sorts and filters."""

from __future__ import annotations

import pytest


@pytest.fixture
def model(findings_layer):
    from factory_locations.qgis_plugin.panel.findings_model import FindingsModel, read_findings

    instance = FindingsModel()
    instance.set_findings(read_findings(findings_layer))
    return instance


@pytest.fixture
def filtered(model):
    from factory_locations.qgis_plugin.panel.findings_model import FindingsFilter

    proxy = FindingsFilter()
    proxy.setSourceModel(model)
    return proxy


def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_worst_first(model):
    assert [model.finding(row).verdict for row in range(4)] == ["fail", "fail", "undecided", "no data"]
    assert column(model, 1) == ["Angkor Rice", "Bayon <Cement>", "F3", "Lotus Garment"]


def test_measured_distances(model):
    from factory_locations.qgis_plugin.panel.findings_model import metres

    assert column(model, 3) == [metres(1240.0), "", metres(8.25), ""]
    assert metres(8.25).endswith("m")
    assert metres(12_600).endswith("km")
    assert metres(None) == ""


def test_counts_name_every_verdict(model):
    assert model.counts() == {"fail": 2, "undecided": 1, "no data": 1, "exempt": 0, "pass": 0}


def test_verdict_has_an_icon_and_a_name_for_screen_readers(model):
    from qgis.PyQt.QtCore import Qt

    cell = model.index(0, 0)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Fails"


def test_filter_by_verdict(filtered):
    filtered.set_verdicts({"fail"})
    assert column(filtered, 1) == ["Angkor Rice", "Bayon <Cement>"]
    filtered.set_verdicts(set())
    assert filtered.rowCount() == 4


def test_filter_by_words_in_any_order_and_case(filtered):
    filtered.set_text("PERMITTED bayon")
    assert column(filtered, 1) == ["Bayon <Cement>"]
    filtered.set_text("f3")
    assert column(filtered, 1) == ["F3"]
    filtered.set_text("no such words")
    assert filtered.rowCount() == 0


def test_sorts_by_distance_with_the_unmeasured_first(filtered):
    from qgis.PyQt.QtCore import Qt

    filtered.sort(3, Qt.SortOrder.AscendingOrder)
    assert column(filtered, 1)[-2:] == ["F3", "Angkor Rice"]


def test_missing_fields_are_empty(make_layer):
    from factory_locations.qgis_plugin.panel.findings_model import read_findings

    layer = make_layer("Findings", "Point", ["verdict:string"], [["POINT(0 0)", "fail"]])
    (only,) = read_findings(layer)
    assert (only.verdict, only.factory, only.rule_id, only.measured_m) == ("fail", "", "", None)


def test_details_escape_and_leave_out_nulls(findings_layer):
    from factory_locations.qgis_plugin.panel.details import details_html

    feature = next(one for one in findings_layer.getFeatures() if one["factory_id"] == "F4")
    html = details_html({field.name(): feature[field.name()] for field in feature.fields()})
    assert "Bayon &lt;Cement&gt;" in html
    assert "HIND is not permitted in RES." in html
    assert "Measured" not in html
    assert "NULL" not in html


def test_details_say_everything_known():
    from factory_locations.qgis_plugin.panel.details import details_html

    html = details_html(
        {
            "factory_name": "Lotus",
            "verdict": "undecided",
            "message": "LIND or RES.",
            "citation": "Sub-decree 42",
            "measured_m": 12.0,
            "required_m": 0.0,
            "accuracy_m": 100.0,
            "layer_name": "Zoning",
            "layer_vintage": 2021,
        }
    )
    for said in ("Undecided", "Sub-decree 42", "12 m", "0.0 m", "± 100 m", "Zoning, as of 2021"):
        assert said in html, said


def test_chips_count_and_filter(qgis_app):
    from factory_locations.qgis_plugin.panel.chips import VerdictChips

    chips = VerdictChips()
    seen = []
    chips.selection_changed.connect(seen.append)
    chips.set_counts({"fail": 3, "pass": 0})
    assert chips.chip("fail").isEnabled()
    assert not chips.chip("pass").isEnabled()
    chips.chip("fail").click()
    assert seen[-1] == {"fail"}
    assert chips.chip("fail").accessibleName() == "Fails: 3"
    chips.set_counts({"fail": 5})
    assert chips.selected() == set()


def test_every_verdict_has_its_own_shape_and_colour(qgis_app):
    from factory_locations.qgis_plugin.panel import verdicts

    pictures = {verdict: verdicts.icon(verdict).pixmap(32, 32).toImage() for verdict in verdicts.ORDER}
    for verdict, image in pictures.items():
        assert verdicts.label(verdict) != verdict
        assert verdicts.meaning(verdict)
        assert all(image != other for name, other in pictures.items() if name != verdict)
