"""Every tab, window and dialog of the plugin in a real QGIS window, light and dark; `test_manners.py` starts it.

It runs once for each language: a person looks at the pictures, the test at what is cut off.
"""

from factory_locations.tests.desktop.stage import Stage, perform
from factory_locations.tests.qgis_plugin.manners import cut_texts
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget, QWizard
from qgis.utils import iface


def look(stage, name, widget):
    """Take a picture of a window or tab, and note the texts that it has no room for."""
    stage.picture(name, widget)
    cut = cut_texts(widget)
    if cut:
        stage.result.setdefault("cut", {})[name] = cut


def tabs(stage, prefix):
    dock = stage.dock
    for index in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(index)
        yield stage.pause(0.6)
        yield stage.settled()
        look(stage, f"{prefix}-tab-{index}", dock)


def scenario(stage: Stage):
    stage.result["cut"] = {}
    stage.step("empty")
    yield from stage.open_panel()
    yield from tabs(stage, "1-empty")

    stage.step("wizard")
    part = stage.part("ProjectPart")
    part.new_project()
    yield stage.pause(0.5)
    wizard = part.dialog
    for number in range(len(wizard.pageIds())):
        look(stage, f"2-wizard-{number}", wizard)
        wizard.button(QWizard.WizardButton.NextButton).click()
        yield stage.pause(0.5)
    wizard.reject()

    stage.step("demo")
    stage.plugin.load_demo_project()
    yield stage.settled()
    yield from tabs(stage, "3-demo")
    dock, desktop = stage.dock, stage.desktop

    stage.step("check")
    dock.show_check()
    dock.run_button.click()
    yield lambda: dock.findings.row_count() > 0
    yield stage.settled()
    dock.findings.choose(dock.findings.table.model().index(0, 0))
    yield stage.pause(2.5)
    look(stage, "4-checked", dock)
    stage.picture("4-checked-screen")
    grouping = dock.findings.group_box
    grouping.setCurrentIndex(grouping.findData("rule"))
    grouping.activated.emit(grouping.currentIndex())
    yield stage.pause(0.3)
    look(stage, "4-grouped", dock)
    dock.findings.groups_button.click()
    dock.findings.choose(dock.findings.table.model().index(1, 0))
    yield stage.pause(0.5)
    stage.picture("4-groups-open", dock)

    stage.step("decision")
    dock.findings.decide_button.click()
    yield stage.pause(0.5)
    look(stage, "5-decision", desktop.decision_dialog)
    desktop.decision_dialog.reject()

    stage.step("site")
    site = stage.part("SiteCheckPart")
    dock.show_page(site.page)
    yield stage.pause(0.5)
    site.check.view.activity.choose("1410")
    site.check.enter("11.5564, 104.9282")
    yield lambda: site.check.answer is not None
    yield stage.pause(1)
    look(stage, "6-site", dock)
    site.check.view.certificate_button.click()
    yield stage.pause(0.5)
    look(stage, "6-certificate", site.check.dialog)
    site.check.dialog.reject()
    site.check.view.activity.choose("1010")  # a slaughterhouse: rules with long titles
    yield lambda: site.check.answer is not None and not site.check.asker.busy
    yield stage.pause(0.5)
    look(stage, "6-site-long", dock)
    dock.layers.rules.choose("no such pack.yaml")
    site.check.enter("11.5564, 104.9282")
    yield lambda: site.check.answer is None and not site.check.asker.busy
    yield stage.pause(0.5)
    look(stage, "6-site-failed", dock)
    dock.layers.rules.choose("")

    stage.step("corrections")
    corrections = stage.part("CorrectionsPart")
    dock.show_page(corrections.page)
    tab = corrections.corrections
    tab.view.find_button.click()
    yield lambda: tab.session.proposals is not None and not tab.check.running
    yield stage.settled()
    yield stage.pause(0.5)
    look(stage, "6-corrections", dock)

    stage.step("register")
    dock.tabs.setCurrentIndex(0)
    yield stage.pause(1)
    register = stage.part("RegisterPart")
    register.view.model.select_rows([0])
    register.view._selection_made()
    yield stage.pause(0.3)
    look(stage, "7-register", dock)

    stage.result["panel"] = [dock.width(), dock.height()]

    stage.step("load layers")
    part.load_layers()
    yield stage.pause(0.8)
    look(stage, "8-load", part.dialog)
    part.dialog.reject()

    stage.step("failure")
    desktop.controller.failed.emit("No such rules: rules of ours.yaml.")
    dock.show_check()
    yield stage.pause(0.5)
    stage.picture("9-failed-screen")
    iface.messageBar().clearWidgets()

    stage.step("options")
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(stage.window, "FactoryLocationsOptions"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield stage.pause(0.6)
    dialog = QApplication.activeModalWidget()
    page = next(one for one in dialog.findChildren(QWidget) if type(one).__name__ == "OptionsPage")
    stage.picture("8-options", dialog)
    if cut_texts(page):
        stage.result["cut"]["8-options"] = cut_texts(page)
    dialog.reject()
    yield lambda: QApplication.activeModalWidget() is None

    stage.step("dark")
    stage.dark()
    yield stage.pause(1)
    yield from tabs(stage, "dark")
    dock.show_page(site.page)
    yield stage.pause(0.5)
    stage.picture("dark-site", dock)
    stage.dark(False)
    QgsProject.instance().setDirty(False)


perform(scenario)
