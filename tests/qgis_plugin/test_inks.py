"""Texts in colours that can be read on light and on dark paper."""

from __future__ import annotations

import pytest

DARK = "QWidget { background: #323232; color: #b1b1b1; }"
LIGHT = "QWidget { background: #ffffff; color: #000000; }"


@pytest.fixture
def window(qgis_app):
    """A window whose theme is a style sheet, as QGIS's own dark ones are."""
    from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

    window = QWidget()
    QVBoxLayout(window)
    window.show()  # what is not shown is not told of a theme
    yield window
    window.deleteLater()


@pytest.mark.parametrize("dark", [False, True])
def test_every_verdict_can_be_read(qgis_app, dark):
    from factory_locations.qgis_plugin.panel import inks, verdicts
    from qgis.PyQt.QtGui import QColor

    paper = QColor("#323232" if dark else "#ffffff")
    for kind in verdicts.ORDER:
        assert inks.contrast(inks.readable(verdicts.colour(kind), dark), paper) >= 4.5, kind


def test_contrast_is_that_of_the_standard(qgis_app):
    from factory_locations.qgis_plugin.panel.inks import contrast
    from qgis.PyQt.QtGui import QColor

    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "link", "red"), [(LIGHT, "#1a5fb4", "#c0392b"), (DARK, "#7ab8ff", "#ff8a7a")])
def test_a_label_follows_the_theme(qgis_app, window, theme, link, red):
    from factory_locations.qgis_plugin.panel.inks import ThemedLabel
    from qgis.PyQt.QtWidgets import QLabel

    label = ThemedLabel("<a href='more'>More</a>", window)
    label.show_as_wrong(True)
    window.layout().addWidget(label)
    window.setStyleSheet(theme)
    qgis_app.processEvents()
    assert label.text() == "<a href='more'>More</a>"
    assert f"a {{ color: {link}; }}" in QLabel.text(label)
    assert red in label.styleSheet()


def test_a_problem_turns_lighter_when_the_theme_turns_dark(qgis_app, window):
    from factory_locations.qgis_plugin.panel.problem import ProblemLabel

    label = ProblemLabel(window)
    label.show_problem("No such file")
    window.setStyleSheet(LIGHT)
    assert "#c0392b" in label.styleSheet()
    window.setStyleSheet(DARK)
    qgis_app.processEvents()
    assert "#ff8a7a" in label.styleSheet()


def test_a_page_gives_the_verdict_its_colour(window):
    from factory_locations.qgis_plugin.panel import inks, verdicts
    from factory_locations.qgis_plugin.panel.details import details_html
    from qgis.PyQt.QtWidgets import QTextBrowser

    page = QTextBrowser(window)
    window.setStyleSheet(DARK)
    inks.show_page(page, details_html({"factory_name": "F", "verdict": "no data", "message": "Nothing"}))
    word = page.document().find("No data")
    assert word.charFormat().foreground().color() == inks.readable(verdicts.colour("no data"), True)


# -- the selected row, as it is painted in each theme that QGIS ships ----------------------------------

THEMES = ("default", "Night Mapping", "Blend of Gray")
# QGIS's window gives its tables these whatever the theme is, see QgisAppStyleSheet.
OF_THE_WINDOW = "QTableView { selection-background-color: #308cc6; selection-color: #ffffff; }"
LEGIBLE = 2.75  # white on that blue is 3.7, the grey on green of Night Mapping 2.8


@pytest.fixture
def theme(qgis_app):
    """Give QGIS a theme, until the end of the test."""
    from qgis.core import QgsApplication

    palette, sheet = qgis_app.palette(), qgis_app.styleSheet()

    def choose(name):
        QgsApplication.setUITheme(name)
        if name != "default":
            assert qgis_app.styleSheet(), f"this QGIS has no theme {name}"

    yield choose
    QgsApplication.setUITheme("default")
    qgis_app.setStyleSheet(sheet)
    qgis_app.setPalette(palette)


def findings(window, grouped=False):
    from factory_locations.qgis_plugin.panel.findings_model import FindingsModel
    from factory_locations.qgis_plugin.panel.findings_table import FindingsTable
    from factory_locations.tests.qgis_plugin.test_findings import read
    from qgis.core import QgsVectorLayer

    made = QgsVectorLayer("Point?field=factory_id:string&field=factory_name:string&field=verdict:string", "f", "memory")
    _fill(made, ["F1", "Lotus Garment", "fail"])
    table = FindingsTable(window)
    model = FindingsModel(table)
    table.setModel(model)
    table.lay_out()
    model.set_data(read(made))
    if grouped:
        model.set_grouping("kind")
    return table


def proposals(window):
    from pathlib import Path

    from factory_locations.qgis_plugin.panel.corrections.model import ProposalsModel
    from factory_locations.qgis_plugin.panel.corrections.table import ProposalsTable
    from factory_locations.tests.qgis_plugin.test_corrections import proposals_of

    model = ProposalsModel()
    table = ProposalsTable(model, window)
    model.setParent(table)
    model.set_proposals(proposals_of(Path("x"), [("F1", "certain", 1)]))
    return table


def factories(window):
    from factory_locations.qgis_plugin.panel.register.columns import Raw, build
    from factory_locations.qgis_plugin.panel.register.model import RegisterModel
    from factory_locations.qgis_plugin.panel.register.table import RegisterTable

    model = RegisterModel()
    table = RegisterTable(model, window)
    model.setParent(table)
    columns = (["F1"], ["Lotus Garment"], ["Takeo"])
    model.set_table(build(Raw(("id", "name_en", "province"), [1], columns), None))
    return table


def _fill(layer, values):
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature.setAttributes(values)
    layer.dataProvider().addFeature(feature)


def painted(image):
    """Return the commonest colour of a picture, and the contrast to it of what stands out most."""
    from collections import Counter

    from factory_locations.qgis_plugin.panel.inks import contrast
    from qgis.PyQt.QtGui import QColor

    colours = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(colours.most_common(1)[0][0])
    return ground, max(contrast(QColor(one), ground) for one in colours)


@pytest.mark.parametrize("name", THEMES)
def test_links_and_warnings_can_be_read_in_every_theme(qgis_app, theme, spin, name):
    """A link deep inside of a window, whose parents have no colour of their own."""
    from factory_locations.qgis_plugin.panel import inks
    from qgis.PyQt.QtCore import QPoint, QRect
    from qgis.PyQt.QtGui import QColor
    from qgis.PyQt.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

    theme(name)
    window, stack, around = QDialog(), QStackedWidget(), QWidget()
    QVBoxLayout(window).addWidget(stack)
    stack.addWidget(around)
    label = inks.ThemedLabel("<a href='more'>More settings…</a>", around)
    window.show()
    spin(seconds=0.05)
    ground, painted_contrast = painted(window.grab(QRect(label.mapTo(window, QPoint(0, 0)), label.size())).toImage())
    assert painted_contrast >= 3
    assert inks.contrast(QColor(inks.link_colour(around)), ground) >= 3
    assert inks.contrast(QColor(inks.warning_colour(around)), ground) >= 3
    window.deleteLater()


TABLES = {
    "findings": findings,
    "heads of findings": lambda window: findings(window, grouped=True),
    "corrections": proposals,
    "register": factories,
}


@pytest.mark.parametrize("selected", [True, False])
@pytest.mark.parametrize("width", [330, 1100])
@pytest.mark.parametrize("which", TABLES)
@pytest.mark.parametrize("name", THEMES)
def test_the_row_can_be_read_in_every_theme(window, spin, theme, name, which, width, selected):
    theme(name)
    table = TABLES[which](window)
    window.setStyleSheet(OF_THE_WINDOW)
    window.layout().addWidget(table)
    window.resize(width, 200)
    spin(seconds=0.05)
    if selected and which == "register":
        table.register.select_rows([0])
    elif selected:
        table.selectRow(0)
    spin(seconds=0.05)
    for column in range(table.model().columnCount()):
        index = table.model().index(0, column)
        if table.isColumnHidden(column) or not index.data():
            continue
        box = table.visualRect(index).adjusted(2, 2, -2, -2) & table.viewport().rect()
        ground, contrast = painted(table.viewport().grab(box).toImage())
        assert contrast >= LEGIBLE, f"column {column} on {ground.name()}"
