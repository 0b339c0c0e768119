"""What a Khmer QGIS shows in the panel, and whether its letters can be shown; `test_khmer.py` starts it."""

import re

from factory_locations.processing.khmer_fonts import families
from factory_locations.tests.desktop.hands import click, press, type_into
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QGroupBox, QLabel, QPushButton, QWidget
from qgis.utils import iface, plugins

KHMER = re.compile("[\u1780-\u17b3]")
WORDS = re.compile(r"(?<![\w.*/])[A-Za-z]{4,}")
# Of QGIS's own widgets, paths, and names of what lies in files.
NOT_OURS = re.compile(r"^(/|\.|WGS 84)|\.gpkg|Browse")


def english(root):
    """Return the texts of a window that have words, and none of them in Khmer."""
    texts = [one.text() for kind in (QAbstractButton, QLabel) for one in root.findChildren(kind) if one.isVisible()]
    texts += [one.title() for one in root.findChildren(QGroupBox) if one.isVisible()]
    for combo in root.findChildren(QComboBox):
        texts += [combo.itemText(row) for row in range(combo.count())] if combo.isVisible() else []
    bare = {re.sub("<[^>]*>", "", text) for text in texts if not NOT_OURS.search(text)}
    return sorted(text for text in bare if WORDS.search(text) and not KHMER.search(text))


def look(stage, name, widget):
    stage.picture(name, widget)
    stage.result.setdefault("english", {})[name] = english(widget)


def scenario(stage: Stage):
    result = stage.result
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    yield stage.pause(0.5)
    result["fonts"] = families()
    told = [one for one in iface.messageBar().items() if "Khmer letters" in one.text()]
    result["told"] = [one.text() for one in told]
    stage.picture("1-start")

    stage.step("options")
    button = told[0].findChild(QPushButton) if told else None
    show = button.click if button else lambda: iface.showOptionsDialog(stage.window, "FactoryLocationsOptions")
    QTimer.singleShot(0, show)
    yield lambda: QApplication.activeModalWidget() is not None
    yield stage.pause(0.6)
    dialog = QApplication.activeModalWidget()
    page = next(one for one in dialog.findChildren(QWidget) if type(one).__name__ == "OptionsPage")
    result["page_shown"] = page.isVisible()
    result["page_says"] = page.font_problem.text()
    stage.picture("2-options", dialog)
    dialog.reject()
    yield lambda: QApplication.activeModalWidget() is None

    stage.step("check")
    dock = stage.dock
    yield from stage.open_panel()
    stage.plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1)
    dock.show_check()
    look(stage, "3-check", dock)
    press(dock.run_button)
    yield lambda: dock.findings.row_count() > 0 and not stage.desktop.controller.running
    yield stage.settled()
    result["told_later"] = [one.text() for one in iface.messageBar().items() if "Khmer letters" in one.text()]

    stage.step("findings")
    view = dock.findings
    result["details_at"] = []
    for row in (0, 120, 250):
        view.table.scrollTo(view.table.model().index(row, 0))
        click(view.table, view.table.model().index(row, 2))
        yield stage.pause(0.4)
        bar = view._details.verticalScrollBar()
        result["details_at"].append(bar.value())
        result["details_long"] = bar.maximum()
        bar.setValue(bar.maximum())  # as somebody who read to the end, and then goes on
    look(stage, "4-findings", dock)

    stage.step("corrections")
    corrections = stage.part("CorrectionsPart")
    dock.show_page(corrections.page)
    yield stage.pause(0.5)
    look(stage, "5-corrections", dock)
    tab = corrections.corrections
    press(tab.view.find_button)
    yield lambda: tab.session.proposals is not None and not tab.check.running
    yield stage.settled()
    yield stage.pause(0.3)
    look(stage, "6-problems", dock)

    stage.step("reports")
    reports = stage.part("ReportsPart")
    dock.show_page(reports.page)
    yield stage.pause(0.5)
    look(stage, "7-reports", dock)
    form = reports.view.form
    type_into(form.folder_field.lineEdit(), str(OUT))
    form.name_field.setFocus()
    type_into(form.name_field, "map")
    reports.view.choose("map")
    yield reports.view.make_button.isEnabled
    press(reports.view.make_button)
    yield lambda: not reports.queue.busy
    yield stage.pause(0.3)
    result["made"] = [(job.state, job.reason) for job in reports.queue.jobs]
    look(stage, "8-made", dock)


perform(scenario)
