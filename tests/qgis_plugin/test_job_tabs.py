"""The tabs of the panel never need arrows to scroll: where names have no room, only the tab in front has its own."""

from __future__ import annotations

import pytest

NAMES = ["Register", "Check", "Corrections", "Site check", "Reports"]


@pytest.fixture
def tabs(qgis_app):
    from factory_locations.processing.paths import ICONS
    from factory_locations.qgis_plugin.panel.job_tabs import JobTabs
    from qgis.PyQt.QtGui import QIcon
    from qgis.PyQt.QtWidgets import QWidget

    made = JobTabs()
    for name in NAMES:
        page = QWidget()
        page.setAccessibleName(name)
        made.add(page, QIcon(str(ICONS / "register.svg")))
    made.resize(1000, 400)
    made.show()
    yield made
    made.deleteLater()


def texts(tabs):
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_names_show_where_there_is_room(tabs):
    assert texts(tabs) == NAMES


def test_a_narrow_panel_names_the_tab_in_front(tabs):
    tabs.resize(340, 400)
    assert texts(tabs) == ["Register", "", "", "", ""]
    tabs.setCurrentIndex(3)
    assert texts(tabs) == ["", "", "", "Site check", ""]
    assert tabs.tabBar().sizeHint().width() <= 340
    tabs.resize(1000, 400)
    assert texts(tabs) == NAMES


def test_every_tab_keeps_a_name_for_mouse_and_screen_reader(tabs):
    from qgis.PyQt.QtWidgets import QTabBar

    tabs.resize(340, 400)
    assert [tabs.tabToolTip(index) for index in range(5)] == NAMES
    assert [tabs.findChild(QTabBar).accessibleTabName(index) for index in range(5)] == NAMES


def test_the_arrow_keys_walk_through_icons(tabs):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    tabs.resize(340, 400)
    QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert texts(tabs) == ["", "Check", "", "", ""]


def test_names_come_back_when_a_tab_goes(tabs):
    room = tabs.tabBar().sizeHint().width() - 10
    tabs.resize(room, 400)
    assert texts(tabs)[1] == ""
    tabs.removeTab(4)
    assert texts(tabs) == NAMES[:4]
