"""The mouse wheel over a form scrolls it: no choice changes because the mouse happened to pass over it."""

from __future__ import annotations

import pytest


def turn(widget):
    from factory_locations.tests.desktop import hands

    hands.turn(widget)


def fields_of(widget):
    from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox

    return [*widget.findChildren(QComboBox), *widget.findChildren(QAbstractSpinBox)]


def shown(field):
    return field.currentText() if hasattr(field, "currentText") else field.text()


@pytest.fixture
def form(qgis_app):
    """A form of twenty choices and a number, of which a few can be seen."""
    from factory_locations.qgis_plugin.panel.forms import ScrolledForm
    from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QVBoxLayout, QWidget

    body = QWidget()
    column = QVBoxLayout(body)
    for _number in range(20):
        combo = QComboBox()
        combo.addItems(["one", "two", "three"])
        column.addWidget(combo)
    column.addWidget(QDoubleSpinBox())
    area = ScrolledForm(body)
    area.resize(300, 120)
    area.show()
    area.activateWindow()
    yield area
    area.deleteLater()


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_scrolls_and_changes_nothing(form, focused):
    for field in fields_of(form):
        if focused:
            field.setFocus()
        before = shown(field)
        form.verticalScrollBar().setValue(0)
        turn(field)
        assert shown(field) == before
        assert form.verticalScrollBar().value() > 0


def test_a_choice_that_comes_later_is_passed_over_too(form):
    from qgis.PyQt.QtWidgets import QComboBox

    late = QComboBox()
    late.addItems(["one", "two"])
    form.hide()
    form.widget().layout().addWidget(late)
    form.show()
    turn(late)
    assert late.currentText() == "one"


def test_the_keyboard_still_chooses(form):
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent
    from qgis.PyQt.QtWidgets import QApplication

    field = fields_of(form)[0]
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
    assert field.currentText() == "two"


@pytest.fixture
def table(qgis_app, demo_gpkg, spin):
    from factory_locations.qgis_plugin.project.role_table import RoleTable
    from factory_locations.qgis_plugin.project.roles import ROLES
    from factory_locations.qgis_plugin.project.source_pool import SourcePool

    pool = SourcePool()
    made = RoleTable(pool, list(ROLES))
    made.resize(500, 240)
    made.show()
    pool.add([demo_gpkg])
    assert spin(lambda: not pool.busy)
    yield made
    pool.stop()
    made.deleteLater()


@pytest.mark.parametrize("focused", [False, True])
def test_no_layer_changes_while_the_list_of_roles_is_scrolled(table, focused):
    before = table.chosen()
    assert len(before) > 10
    for combo in table.combos.values():
        if focused:
            combo.setFocus()
        turn(combo)
    assert table.chosen() == before


def test_no_field_that_scrolls_with_the_panel_takes_the_wheel(iface, provider, spin):
    """Found by looking, so that a field that comes later is not forgotten."""
    import factory_locations
    from qgis.PyQt.QtWidgets import QScrollArea

    plugin = factory_locations.classFactory(iface)
    plugin.initGui()
    dock = plugin.desktop.dock
    iface.window.resize(1366, 300)
    iface.window.show()
    dock.show()
    asked = 0
    for index in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(index)
        spin(seconds=0.2)
        for area in dock.tabs.currentWidget().findChildren(QScrollArea):
            for field in fields_of(area):
                if hasattr(field, "addItem") and field.count() < 2:
                    field.addItem("another")
                before = shown(field)
                turn(field)
                assert shown(field) == before, (dock.tabs.tabText(index), field.accessibleName())
                asked += 1
    assert asked > 20
    plugin.unload()
