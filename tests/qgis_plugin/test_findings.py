"""The findings table: what it reads, shows, sorts and filters."""

from __future__ import annotations

import pytest


def read(layer, **more):
    """Read findings at once; the desktop does it in the background."""
    from factory_locations.qgis_plugin.panel.findings_data import USUAL_FIELDS, build
    from factory_locations.qgis_plugin.reading import source_with

    source = source_with(layer, USUAL_FIELDS)
    fids, columns = source.columns(lambda _share: None)
    options = {"names": {}, "rule_titles": {}, "khmer": False, **more}
    return build(fids, dict(zip(source.known, columns)), **options)


def listing(layer, **more):
    from factory_locations.qgis_plugin.panel.findings_model import FindingsModel

    instance = FindingsModel()
    instance.set_data(read(layer, **more))
    return instance


@pytest.fixture
def model(findings_layer):
    return listing(findings_layer)


def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_worst_first(model):
    assert [model.finding(row).kind for row in range(4)] == ["fail", "fail", "undecided", "no data"]
    assert column(model, 1) == ["F2", "F4", "F3", "F1"]
    assert column(model, 2) == ["Angkor Rice", "Bayon <Cement>", "", "Lotus Garment"]


def test_measured_distances(model):
    from factory_locations.qgis_plugin.panel.findings_model import metres

    assert column(model, 5) == [metres(1240.0), "", metres(8.25), ""]
    assert metres(8.25).endswith("m")
    assert metres(12_600) == "12,600 m"  # as the sentence beside it
    assert metres(None) == ""


def test_counts_name_every_verdict(model):
    none = {"assessment": 0, "advice": 0, "exempt": 0, "pass": 0}
    assert model.counts() == {"fail": 2, "undecided": 1, "no data": 1, **none}


def test_verdict_has_an_icon_and_a_name_for_screen_readers(model):
    from qgis.PyQt.QtCore import Qt

    cell = model.index(0, 0)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Violation"


def test_filter_by_kind(model):
    model.set_kinds({"fail"})
    assert column(model, 1) == ["F2", "F4"]
    model.set_kinds(set())
    assert model.rowCount() == 4


def test_filter_by_words_in_any_order_and_case(model):
    model.set_text("PERMITTED bayon")
    assert column(model, 1) == ["F4"]
    model.set_text("f3")
    assert column(model, 1) == ["F3"]
    model.set_text("no such words")
    assert model.rowCount() == 0


def test_sorts_by_distance_with_the_unmeasured_last(model):
    from qgis.PyQt.QtCore import Qt

    model.sort(5, Qt.SortOrder.AscendingOrder)
    assert column(model, 1)[:2] == ["F3", "F2"]
    model.sort(5, Qt.SortOrder.DescendingOrder)
    assert column(model, 1)[:2] == ["F2", "F3"]


def test_one_severity_is_in_the_order_of_factory_and_rule_whatever_was_filtered(make_layer):
    from qgis.PyQt.QtCore import Qt

    keys = [(f"F{n % 4}", f"R-{n % 5}") for n in range(20)]
    rows = [["POINT(0 0)", factory, f"Name {9 - int(factory[1])}", rule, "fail"] for factory, rule in keys]
    fields = ["factory_id:string", "factory_name:string", "rule_id:string", "verdict:string"]
    listed = listing(make_layer("Findings", "Point", fields, rows))

    def shown():
        return [(listed.index(row, 1).data(), listed.index(row, 4).data()) for row in range(listed.rowCount())]

    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        listed.sort(0, order)
        assert shown() == sorted(keys)
        for text in ("R-3", "F2", "", "R-1", ""):
            listed.set_text(text)
        assert shown() == sorted(keys)


def test_missing_fields_are_empty(make_layer):
    data = read(make_layer("Findings", "Point", ["verdict:string"], [["POINT(0 0)", "fail"]]))
    only = data.finding(0)
    assert (len(data), only.kind, only.factory_id, only.rule_id, only.measured_m) == (1, "fail", "", "", None)


def test_details_escape_and_leave_out_nulls(findings_layer):
    from factory_locations.qgis_plugin.panel.details import details_html

    feature = next(one for one in findings_layer.getFeatures() if one["factory_id"] == "F4")
    html = details_html({field.name(): feature[field.name()] for field in feature.fields()})
    assert "Bayon &lt;Cement&gt;" in html
    assert "HIND is not permitted in RES." in html
    assert "Measured" not in html
    assert "NULL" not in html


@pytest.mark.parametrize(
    ("margin", "told"), [(-1170.4, "Short by 1,170 m"), (-0.25, "Short by 0.25 m"), (8.25, "8.2 m to spare")]
)
def test_the_margin_says_which_way(qgis_app, margin, told):
    from factory_locations.qgis_plugin.panel.details import details_html

    html = details_html({"measured_m": 1170.4, "accuracy_m": 5566.0, "margin_m": margin})
    assert told in html
    assert ">1,170 m<" in html
    assert "± 5,566 m" in html


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("prohibited", "679 m inside"),
        ("undeclared", "679 m inside"),
        ("stands_inside", "679 m inside"),
        ("outside_declared", "border 679 m away"),
        ("zones_differ", "border 679 m away"),
    ],
)
def test_where_no_distance_is_asked_for_the_number_says_what_it_is(qgis_app, reason, told):
    from factory_locations.qgis_plugin.panel.details import details_html

    html = details_html({"reason": reason, "measured_m": 679.2, "required_m": 0.0, "margin_m": -679.2})
    assert f">{told}<" in html
    assert "Short by" not in html
    assert "Required" not in html


def test_the_chosen_pack_is_named_and_the_one_that_a_rule_is_from(run, demo_gpkg, root, tmp_path):
    from factory_locations.qgis_plugin.panel.check_reader import pack_in
    from factory_locations.qgis_plugin.panel.details import details_html
    from factory_locations.tests import layers as L

    given = {role.upper(): f"{demo_gpkg}|layername={role}" for role in ("factories", "zoning", "parks", "schools")}
    baseline = str(root / "data" / "rules" / "kh-baseline.yaml")
    run("check_locations", {**given, "RULES": baseline, "OUTPUT": str(tmp_path / "check.gpkg")})
    chosen = pack_in(tmp_path / "check.gpkg")
    assert chosen.startswith("kh-baseline ")
    findings = {row["pack"].split()[0]: row for row in L.rows(tmp_path / "check.gpkg", "findings")}
    included = findings["kh-zoning-parks"]
    assert f"{chosen} (from {included['pack']})" in details_html(included, pack=chosen)
    own = details_html(findings["kh-baseline"], pack=chosen)
    assert chosen in own
    assert "(from" not in own


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

    severities = ["violation", "assessment", "advice", None]
    rows = [["POINT(0 0)", f"F{n}", "fail", severity] for n, severity in enumerate(severities)]
    layer = make_layer("Findings", "Point", ["factory_id:string", "verdict:string", "severity:string"], rows)
    data = read(layer)
    kinds = {one.factory_id: one.kind for one in map(data.finding, range(4))}
    assert kinds == {"F0": "fail", "F1": "assessment", "F2": "advice", "F3": "fail"}
    red = verdicts.colour("fail")
    for kind in ("assessment", "advice"):
        colour = verdicts.colour(kind)
        assert abs(colour.hue() - red.hue()) > 60, kind
        assert red.name() not in details_html({"verdict": "fail", "severity": kind})
    assert colour.blue() > colour.red()


def test_khmer_names_stand_in_for_the_findings_own(findings_layer):
    data = read(findings_layer, names={"F2": "ស្រូវអង្គរ"})
    assert data.texts["factory_name"][:2] == ["ស្រូវអង្គរ", "Bayon <Cement>"]
