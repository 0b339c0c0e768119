"""The findings in groups: their heads, their order, and the keys that open them."""

from __future__ import annotations

import pytest

FIELDS = [
    f"{name}:string"
    for name in (
        "finding_id",
        "factory_id",
        "factory_name",
        "rule_id",
        "verdict",
        "severity",
        "message",
        "province_code",
    )
]
# Rule A: two violations and an advice, of two factories. Rule B: one violation. Rule C: no violation.
ROWS = [
    ("1", "F1", "Lotus", "A", "fail", "violation", "In a zone for homes.", "12"),
    ("2", "F2", "Angkor", "A", "fail", "violation", "In a zone for homes.", "8"),
    ("3", "F2", "Angkor", "A", "fail", "advice", "Near a school.", "08"),
    ("4", "F10", "Bayon", "B", "fail", "violation", "In the river.", None),
    ("5", "F3", "Mekong", "C", "undecided", None, "Not accurate enough.", "12"),
]


@pytest.fixture
def layer(make_layer):
    return make_layer("Findings", "Point", FIELDS, [["POINT(500000 1270000)", *row] for row in ROWS])


@pytest.fixture
def view(layer, qgis_app, spin):
    from factory_locations.qgis_plugin import settings
    from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
    from factory_locations.qgis_plugin.panel.findings_view import FindingsView
    from factory_locations.qgis_plugin.project.results import CheckLayers

    settings.set_grouping("")
    instance = FindingsView()
    instance.show_results(layer, read_check(source_of(CheckLayers(layer, None, None))))
    instance.resize(400, 700)
    instance.show()
    spin(seconds=0.1)
    yield instance
    instance.deleteLater()
    settings.set_grouping("")


@pytest.mark.parametrize(("room", "told"), [(1000, "Factories with findings: 29"), (20, "With findings: 29")])
def test_a_head_says_that_it_counts_the_factories_with_findings(qgis_app, room, told):
    from factory_locations.qgis_plugin.panel.findings_model import Group
    from factory_locations.qgis_plugin.panel.group_head import counted_in
    from qgis.PyQt.QtGui import QFont, QFontMetrics

    group = Group("07", "Kampot", 40, 29, (("fail", 40),), False)
    assert counted_in(group, room, QFontMetrics(QFont())) == told


def group_by(view, key):
    index = view.group_box.findData(key)
    view.group_box.setCurrentIndex(index)
    view.group_box.activated.emit(index)


def lines(view):
    """What stands in each line: the title of a group, or the id of a finding."""
    model = view.table.model()
    found = []
    for line in range(model.rowCount()):
        group, finding = model.group(line), model.finding(line)
        found.append(group.title if group is not None else finding.finding_id)
    return found


def press(view, *keys):
    from qgis.PyQt.QtTest import QTest

    for key in keys:
        QTest.keyClick(view.table, key)


def test_groups_are_closed_at_first_worst_first(view):
    group_by(view, "rule")
    assert lines(view) == ["A", "B", "C"]
    head = view.table.model().group(0)
    assert (head.findings, head.factories, head.kinds) == (3, 2, (("fail", 2), ("advice", 1)))
    assert view.row_count() == 5
    assert view._shown.text() == "5 of 5"


def test_provinces_have_their_names_and_what_is_not_known_is_last(view):
    group_by(view, "province")
    assert lines(view) == ["Phnom Penh", "Kandal", "Province not known"]
    kandal = view.table.model().group(1)
    assert (kandal.findings, kandal.factories) == (2, 1)  # 8 and 08 are one


def test_severities_are_groups_too(view):
    group_by(view, "kind")
    assert lines(view) == ["Violation", "Undecided", "Advice"]


def test_titles_of_rules_in_the_language_of_the_interface(findings_gpkg, make_layer, monkeypatch):
    from factory_locations.qgis_plugin.panel import check_reader
    from factory_locations.qgis_plugin.project.results import CheckLayers

    rows = [
        {"rule_id": "A", "title_en": "Not among homes", "title_km": "មិននៅក្នុងលំនៅឋាន"},
        {"rule_id": "B", "title_en": ""},
    ]
    monkeypatch.setattr(check_reader, "rules_in", lambda _path: rows)
    layer = make_layer("Findings", "Point", [*FIELDS, "rule_title:string"], [["POINT(0 0)", *ROWS[3], "Not in water"]])
    for khmer, title in ((False, "Not among homes"), (True, "មិននៅក្នុងលំនៅឋាន")):
        monkeypatch.setattr(check_reader, "in_khmer", lambda khmer=khmer: khmer)
        titles = check_reader.read_check(check_reader.source_of(CheckLayers(layer, None, None))).findings.rule_titles
        assert titles == {"A": title, "B": "Not in water"}


def test_the_keyboard_opens_and_closes(view):
    from qgis.PyQt.QtCore import Qt

    group_by(view, "rule")
    view.table.setFocus()
    press(view, Qt.Key.Key_Home, Qt.Key.Key_Right)
    assert lines(view) == ["A", "1", "2", "3", "B", "C"]
    assert view.table.currentIndex().row() == 0
    press(view, Qt.Key.Key_Right)
    assert view.table.currentIndex().row() == 1
    assert "Lotus" in view.details_text()
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert view.table.currentIndex().row() == 0
    assert "Lotus" not in view.details_text()
    assert "Factories: 2" in view.details_text() or "factories: 2" in view.details_text()
    press(view, Qt.Key.Key_Left)
    assert lines(view) == ["A", "B", "C"]
    press(view, Qt.Key.Key_Return)
    assert len(lines(view)) == 6
    press(view, Qt.Key.Key_Space, Qt.Key.Key_Asterisk)
    assert lines(view) == ["A", "1", "2", "3", "B", "4", "C", "5"]
    press(view, Qt.Key.Key_Minus)
    assert lines(view) == ["A", "B", "4", "C", "5"]


def test_a_button_opens_and_closes_all_groups(view):
    assert not view.groups_button.isVisibleTo(view)
    group_by(view, "rule")
    assert view.groups_button.accessibleName() == "Open all groups"
    view.groups_button.click()
    assert all(group.open for group in map(view.table.model().group, view.table.model().heads))
    assert view.groups_button.accessibleName() == "Close all groups"
    view.table.open_group(0, False)
    assert view.groups_button.accessibleName() == "Open all groups"
    view.groups_button.click()
    view.groups_button.click()
    assert view.table.model().rowCount() == len(view.table.model().heads)


def test_a_click_opens_a_group_and_chooses_no_finding(view, spin):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    group_by(view, "rule")
    chosen = []
    view.finding_chosen.connect(lambda feature, _layer: chosen.append(feature["finding_id"]))
    table = view.table

    def click(line):
        where = table.visualRect(table.model().index(line, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    click(1)
    assert lines(view) == ["A", "B", "4", "C"]
    assert not chosen
    click(2)
    assert chosen == ["4"]
    assert "In the river" in view.details_text()
    click(1)
    assert lines(view) == ["A", "B", "C"]
    assert "In the river" not in view.details_text()


def test_filters_count_anew_and_searching_opens(view):
    group_by(view, "rule")
    view.search.setText("homes")
    assert lines(view) == ["A", "1", "2"]
    assert view.table.model().group(0).kinds == (("fail", 2),)
    view.search.setText("")
    assert lines(view) == ["A", "B", "C"]
    view.chips.chip("undecided").click()
    assert lines(view) == ["C"]
    view.chips.chip("undecided").click()


def test_the_finding_explained_stays_when_the_groups_change(view):
    from qgis.PyQt.QtCore import Qt

    table = view.table
    table.setFocus()
    table.make_current(3)  # the fourth finding
    explained = table.model().finding(3).finding_id
    told = view.details_text()
    for key in ("province", "kind", "rule", ""):
        group_by(view, key)
        assert table.model().finding(table.currentIndex().row()).finding_id == explained
        assert view.details_text() == told
    press(view, Qt.Key.Key_Up)
    assert view.details_text() != told


def test_sorting_stays_within_the_groups(view):
    from qgis.PyQt.QtCore import Qt

    group_by(view, "rule")
    view.table.open_all(True)
    view.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert lines(view) == ["A", "2", "3", "1", "B", "4", "C", "5"]


def test_the_choice_is_remembered(view):
    from factory_locations.qgis_plugin.panel.findings_view import FindingsView

    group_by(view, "province")
    other = FindingsView()
    assert other.group_box.currentData() == "province"
    assert other.table.model().grouping == "province"
    other.deleteLater()


def test_heads_are_told_to_screen_readers_and_are_as_tall_as_their_titles(view, make_layer, spin):
    from factory_locations.qgis_plugin.panel.check_reader import CheckRead, read_check, source_of
    from factory_locations.qgis_plugin.project.results import CheckLayers
    from qgis.PyQt.QtCore import Qt

    group_by(view, "rule")
    index = view.table.model().index(0, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "A. Findings: 3, factories: 2. Violation: 2, Advice: 1. closed"
    short = view.table.rowHeight(0)
    title = "Slaughterhouse far from homes, schools, hospitals, pagodas and markets (screening distance 300 m)"
    layer = make_layer("Findings", "Point", [*FIELDS, "rule_title:string"], [["POINT(0 0)", *ROWS[0], title]])
    read: CheckRead = read_check(source_of(CheckLayers(layer, None, None)))
    view.show_results(layer, read)
    spin(seconds=0.1)
    assert view.table.rowHeight(0) > short
    assert view.table.columnSpan(0, 0) == view.table.model().columnCount()
    group_by(view, "")
    assert view.table.rowHeight(0) == view.table.verticalHeader().defaultSectionSize()
    assert view.table.columnSpan(0, 0) == 1


def test_one_factory_alone(view):
    """F1 and not F10: what the tab of the register asks for."""
    group_by(view, "rule")
    assert view.narrow_to_factory("F1")
    assert lines(view) == ["A", "1"]
    assert view.narrowing.text() == "Factory F1"
    assert view.narrowing.isVisibleTo(view)
    view.narrowing.button.click()
    assert lines(view) == ["A", "B", "C"]
    assert not view.narrowing.isVisibleTo(view)
    assert not view.narrow_to_factory("F")
    assert lines(view) == []


def test_a_task_that_is_done_holds_nothing(qgis_app, spin):
    """Or Python's collector takes it apart later, in the thread of somebody else's task."""
    import weakref

    from factory_locations.qgis_plugin.reading import RUNNING, Reading

    class Own(Reading):
        def __init__(self):
            super().__init__("Count", self._count, lambda task: results.append(task.result))

        def _count(self, pace):
            pace()
            return 7

    results = []
    task = Own()
    gone = weakref.ref(task)
    task.begin()
    assert spin(lambda: results == [7])
    del task
    assert not RUNNING
    assert gone() is None or gone()._work.__name__ == "_nothing"


def test_what_is_told_is_not_behind_the_list_on_a_low_screen(view, spin):
    """A splitter may be lower than its halves, which then lie over each other: a page seemed to begin in its middle."""
    view.resize(400, 60)
    spin(seconds=0.1)
    table, details = view.table, view._details
    assert details.mapTo(view, details.rect().topLeft()).y() > table.mapTo(view, table.rect().bottomLeft()).y()


def test_ids_that_are_sorted_alike_are_different_factories(make_layer, qgis_app):
    from factory_locations.qgis_plugin.panel.check_reader import read_check, source_of
    from factory_locations.qgis_plugin.project.results import CheckLayers

    ids = ("F1", "f1", "F01", "F1")
    rows = [["POINT(0 0)", str(n), one, "Lotus", "A", "fail", None, "Why.", "12"] for n, one in enumerate(ids)]
    data = read_check(source_of(CheckLayers(make_layer("Findings", "Point", FIELDS, rows), None, None))).findings
    assert len(set(data.factory.tolist())) == 3
