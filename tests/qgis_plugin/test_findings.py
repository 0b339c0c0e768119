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
    assert column(model, 1) == ["F2", "F4", "F3", "F1"]
    assert column(model, 2) == ["Angkor Rice", "Bayon <Cement>", "", "Lotus Garment"]


def test_measured_distances(model):
    from factory_locations.qgis_plugin.panel.findings_model import metres

    assert column(model, 5) == [metres(1240.0), "", metres(8.25), ""]
    assert metres(8.25).endswith("m")
    assert metres(12_600).endswith("km")
    assert metres(None) == ""


def test_counts_name_every_verdict(model):
    none = {"assessment": 0, "advice": 0, "exempt": 0, "pass": 0}
    assert model.counts() == {"fail": 2, "undecided": 1, "no data": 1, **none}


def test_verdict_has_an_icon_and_a_name_for_screen_readers(model):
    from qgis.PyQt.QtCore import Qt

    cell = model.index(0, 0)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Violation"


def test_filter_by_kind(filtered):
    filtered.set_kinds({"fail"})
    assert column(filtered, 1) == ["F2", "F4"]
    filtered.set_kinds(set())
    assert filtered.rowCount() == 4


def test_filter_by_words_in_any_order_and_case(filtered):
    filtered.set_text("PERMITTED bayon")
    assert column(filtered, 1) == ["F4"]
    filtered.set_text("f3")
    assert column(filtered, 1) == ["F3"]
    filtered.set_text("no such words")
    assert filtered.rowCount() == 0


def test_sorts_by_distance_with_the_unmeasured_first(filtered):
    from qgis.PyQt.QtCore import Qt

    filtered.sort(5, Qt.SortOrder.AscendingOrder)
    assert column(filtered, 1)[-2:] == ["F3", "F2"]


def test_one_severity_is_in_the_order_of_factory_and_rule_whatever_was_filtered(make_layer):
    from factory_locations.qgis_plugin.panel.findings_model import FindingsFilter, FindingsModel, read_findings
    from qgis.PyQt.QtCore import Qt

    keys = [(f"F{n % 4}", f"R-{n % 5}") for n in range(20)]
    rows = [["POINT(0 0)", factory, f"Name {9 - int(factory[1])}", rule, "fail"] for factory, rule in keys]
    fields = ["factory_id:string", "factory_name:string", "rule_id:string", "verdict:string"]
    model = FindingsModel()
    model.set_findings(read_findings(make_layer("Findings", "Point", fields, rows)))
    listed = FindingsFilter()
    listed.setSourceModel(model)

    def shown():
        return [(listed.index(row, 1).data(), listed.index(row, 4).data()) for row in range(listed.rowCount())]

    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        listed.sort(0, order)
        assert shown() == sorted(keys)
        for text in ("R-3", "F2", "", "R-1", ""):
            listed.set_text(text)
        assert shown() == sorted(keys)


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
            "required_m": 300.0,
            "accuracy_m": 100.0,
            "accuracy_from": "stated",
            "verify": "verify: boundary dated 1993",
            "layer_name": "Zoning",
            "layer_vintage": 2021,
        }
    )
    for said in (
        "Undecided",
        "Sub-decree 42",
        "12 m",
        "300 m",
        "± 100 m, as stated",
        "verify: boundary dated 1993",
        "Zoning, as of 2021",
    ):
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
    assert chips.chip("fail").accessibleName() == "Violation: 3"
    assert chips.chip("pass").accessibleName() == "Pass on condition: 0"  # not the factories that pass
    chips.set_counts({"fail": 5})
    assert chips.selected() == set()


def test_every_verdict_has_its_own_shape_and_colour(qgis_app):
    from factory_locations.qgis_plugin.panel import verdicts

    pictures = {verdict: verdicts.icon(verdict).pixmap(32, 32).toImage() for verdict in verdicts.ORDER}
    for verdict, image in pictures.items():
        assert verdicts.label(verdict) != verdict
        assert verdicts.meaning(verdict)
        assert all(image != other for name, other in pictures.items() if name != verdict)


def test_an_advice_is_never_red(make_layer):
    from factory_locations.qgis_plugin.panel import verdicts
    from factory_locations.qgis_plugin.panel.details import details_html
    from factory_locations.qgis_plugin.panel.findings_model import read_findings

    severities = ["violation", "assessment", "advice", None]
    rows = [["POINT(0 0)", f"F{n}", "fail", severity] for n, severity in enumerate(severities)]
    layer = make_layer("Findings", "Point", ["factory_id:string", "verdict:string", "severity:string"], rows)
    kinds = {one.factory_id: one.kind for one in read_findings(layer)}
    assert kinds == {"F0": "fail", "F1": "assessment", "F2": "advice", "F3": "fail"}
    red = verdicts.colour("fail")
    for kind in ("assessment", "advice"):
        colour = verdicts.colour(kind)
        assert abs(colour.hue() - red.hue()) > 60, kind
        assert red.name() not in details_html({"verdict": "fail", "severity": kind})
    assert colour.blue() > colour.red()


def test_khmer_names_stand_in_for_the_findings_own(findings_layer):
    from factory_locations.qgis_plugin.panel.findings_model import read_findings

    found = read_findings(findings_layer, {"F2": "ស្រូវអង្គរ"})
    assert [one.factory_name for one in found][:2] == ["ស្រូវអង្គរ", "Bayon <Cement>"]
