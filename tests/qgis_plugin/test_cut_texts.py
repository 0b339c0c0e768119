"""The question whether a text is cut finds each kind of text that is, and none that has its room."""

from __future__ import annotations

import pytest
from factory_locations.tests.qgis_plugin.manners import cut_texts

LONG = "A text that needs a good deal of room"


@pytest.fixture
def window(qgis_app):
    from qgis.PyQt.QtWidgets import QWidget

    made = QWidget()
    made.resize(600, 300)
    yield made
    made.deleteLater()


def label(text, wraps=False):
    from qgis.PyQt.QtWidgets import QLabel

    made = QLabel(text)
    made.setWordWrap(wraps)
    return made


def button():
    from qgis.PyQt.QtWidgets import QPushButton

    return QPushButton(LONG)


def group():
    from qgis.PyQt.QtWidgets import QGroupBox

    return QGroupBox(LONG)


def combo():
    from qgis.PyQt.QtWidgets import QComboBox

    made = QComboBox()
    made.addItem(LONG)
    return made


def field():
    from qgis.PyQt.QtWidgets import QLineEdit

    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return made


def tabs():
    from qgis.PyQt.QtWidgets import QTabWidget, QWidget

    made = QTabWidget()
    for _ in range(2):
        made.addTab(QWidget(), LONG[:10])
    return made


def table():
    from qgis.PyQt.QtWidgets import QTableWidget

    made = QTableWidget(1, 1)
    made.setHorizontalHeaderLabels([LONG])
    made.horizontalHeader().setStretchLastSection(True)
    return made


KINDS = {
    "label": lambda: label(LONG),
    "rich label": lambda: label(f"<b>{LONG}</b>"),
    "label that wraps": lambda: label(LONG, wraps=True),
    "button": button,
    "title": group,
    "choice": combo,
    "hint": field,
    "tabs": tabs,
    "head": table,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "cut"), [(90, True), (500, False)])
def test_a_text_is_cut_or_has_its_room(window, spin, kind, width, cut):
    widget = KINDS[kind]()
    widget.setParent(window)
    widget.setGeometry(10, 10, width, 28 if kind != "head" else 80)
    window.show()
    spin(seconds=0.05)
    assert bool(cut_texts(window)) is cut, cut_texts(window)


@pytest.mark.parametrize(("width", "cut"), [(90, True), (500, False)])
def test_a_choice_ends_in_an_ellipsis_and_its_tooltip_has_all_of_it(window, width, cut):
    from factory_locations.qgis_plugin.panel.elided import ElidedBox

    box = ElidedBox(window)
    box.addItem(LONG)
    box.setToolTip("What it is for")
    box.setGeometry(10, 10, width, 28)
    assert box.shown_text().endswith("…") is cut
    assert box.whole_tip() == (f"{LONG}\nWhat it is for" if cut else "What it is for")
    assert cut_texts(window) == []


def test_numbers_of_chips_are_not_cut_in_a_narrow_panel(window, spin):
    from factory_locations.qgis_plugin.panel.chips import VerdictChips
    from factory_locations.qgis_plugin.panel.verdicts import ORDER

    chips = VerdictChips(window)
    chips.set_counts(dict.fromkeys(ORDER, 1567))
    chips.set_compact(True)
    chips.setGeometry(0, 0, 300, 80)
    window.show()
    spin(seconds=0.05)
    assert [one.verdict for one in chips.chips() if one.width() < one.sizeHint().width()] == []
    chips.setGeometry(0, 0, 800, 80)
    spin(seconds=0.05)
    assert len({one.y() for one in chips.chips()}) == 1


def test_a_button_beyond_the_edge_is_cut(window):
    made = button()
    made.setParent(window)
    made.setGeometry(580, 10, 400, 28)
    assert [told.split(":")[1] for told in cut_texts(window)] == [" beyond the side of QWidget ''"]


def test_what_the_tooltip_tells_is_not_cut(window):
    for made in (combo(), field()):
        made.setParent(window)
        made.setGeometry(10, 10, 90, 28)
        made.setToolTip(LONG)
    assert cut_texts(window) == []
