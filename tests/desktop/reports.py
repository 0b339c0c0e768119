"""Reports are made in a real QGIS window; `test_reports.py` starts it."""

import os
import time
from pathlib import Path

from factory_locations.tests.desktop.hands import choose, click, press, type_into
from factory_locations.tests.desktop.stage import NAME, OUT, Stage, perform
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.utils import iface, plugins, unloadPlugin

# A long way down: the field shows the end of a path, and the guide shows the field.
KEPT = Path(os.environ["FACTORY_DESKTOP_OUT"]) / "factories" / "reports of the month" / "November 2026"


class Opener(QObject):
    """Stands where Qt looks for who opens a file: a test must not start a viewer."""

    def __init__(self):
        super().__init__()
        self.opened = []
        QDesktopServices.setUrlHandler("file", self.take)

    @pyqtSlot("QUrl")
    def take(self, url):
        """Note what should be opened."""
        self.opened.append(url.toLocalFile())


def make(view, key):
    """Choose a report with the mouse, and press the button."""
    row = next(i for i in range(view.templates.list.count()) if view.templates.list.item(i).data(0x100) == key)
    click(view.templates.list, view.templates.list.model().index(row, 0))
    press(view.make_button)


def scenario(stage: Stage):
    """A month's end."""
    result = stage.result
    KEPT.mkdir(parents=True)
    stage.step("plugin enabled")
    yield lambda: NAME in plugins
    opener = Opener()
    plugin, desktop, dock, part = stage.plugin, stage.desktop, stage.dock, stage.part("ReportsPart")
    yield from stage.open_panel()
    press(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(dock.tabs.indexOf(part.page)).center())
    if part.view is None:
        dock.show_page(part.page)  # the tab stands behind an arrow in a narrow panel
    yield stage.pause(0.5)
    view = part.view
    result["lacking"] = {one: view._lacks[one] for one in view._lacks}
    stage.picture("1-empty")

    stage.step("demo loaded and checked")
    plugin.load_demo_project()
    yield stage.settled()
    yield stage.pause(1.0)
    desktop.run_check()
    yield lambda: not desktop.controller.running and dock.map_button.isEnabled()
    yield stage.settled()
    dock.show_check()
    yield stage.pause(0.3)
    dock.map_button.click()
    yield lambda: view.isVisible() and view.form.scope.count() > 10
    yield from stage.resize_dock()
    result["chosen_by_button"] = view.template.key
    result["provinces"] = view.form.scope.count()
    stage.picture("2-ready")

    stage.step("wrong folder")
    type_into(view.form.folder_field.lineEdit(), "/nowhere/at/all")
    yield stage.pause(0.3)
    result["wrong_folder"] = (view.form.problems_told()[0], view.make_button.isEnabled())
    stage.picture("3-wrong-folder")
    type_into(view.form.folder_field.lineEdit(), str(KEPT))
    yield stage.pause(0.3)

    stage.step("one map")
    stage.silence_ms()
    choose(view.form.scope, "Kandal")
    result["name"] = view.form.name()
    make(view, "map")
    yield stage.pause(1.0)
    stage.picture("4-running")
    yield lambda: not part.queue.busy
    result["map_silence_ms"] = stage.silence_ms()
    result["map"] = [part.queue.jobs[0].state, part.queue.jobs[0].reason, str(part.queue.jobs[0].path)]
    result["told_again"] = view.form.told()
    press(view.queue_view.open_button)
    press(view.queue_view.folder_button)
    result["opened"] = opener.opened

    stage.step("one of each")
    layer = desktop.roles.layer("factories")
    layer.selectByExpression("\"factory_id\" IN ('KH-08-00056', 'KH-08-00115', 'KH-07-00002')")
    yield stage.pause(0.5)
    stage.silence_ms()
    view.choose("map")
    choose(view.form.scope, "What the map")
    choose(view.form.language, "Khmer")
    choose(view.form.format, "PNG")
    press(view.make_button)
    choose(view.form.scope, "Selected factories")
    for key in ("findings", "certificates", "rules", "quality", "monthly"):
        make(view, key)
    result["queued"] = [job.title for job in part.queue.jobs]
    dock.tabs.setCurrentIndex(0)
    yield lambda: sum(job.over for job in part.queue.jobs) >= 4
    result["while_away"] = [job.state for job in part.queue.jobs]
    dock.show_page(part.page)
    yield lambda: not part.queue.busy
    result["each_silence_ms"] = stage.silence_ms()
    result["each"] = [(job.title, job.state, job.reason) for job in part.queue.jobs]
    yield stage.pause(0.3)
    stage.picture("5-each")
    result["selected_kept"] = sorted(feature["factory_id"] for feature in layer.selectedFeatures())
    result["filter_kept"] = layer.subsetString()

    stage.step("every province, both languages")
    view.queue_view._queue.clear_over()
    view.choose("map")
    choose(view.form.scope, "Every province")
    choose(view.form.language, "Both")
    choose(view.form.format, "PDF")
    result["files_told"] = view.form.told()
    began = time.perf_counter()
    press(view.make_button)
    result["queue"] = len(part.queue.jobs)
    yield lambda: sum(job.over for job in part.queue.jobs) >= 4
    stage.picture("6-provinces")
    result["seconds_for_4"] = round(time.perf_counter() - began, 1)
    view.queue_view.list.setCurrentItem(view.queue_view.list.topLevelItem(8))
    press(view.queue_view.cancel_button)
    yield stage.pause(0.3)
    result["one_cancelled"] = part.queue.jobs[8].state

    stage.step("project closed")
    stage.new_project()
    yield lambda: not part.queue.busy
    yield stage.pause(0.5)
    states = [job.state for job in part.queue.jobs]
    result["after_close"] = {state: states.count(state) for state in set(states)}
    result["why_cancelled"] = part.queue.jobs[-1].reason
    view.queue_view.choose(part.queue.jobs[-1])
    yield stage.pause(0.2)
    stage.picture("7-closed")

    stage.step("dark")
    stage.dark()
    yield stage.pause(0.8)
    stage.picture("8-dark")
    stage.dark(False)
    yield stage.pause(0.3)

    stage.step("told in the bar")
    plugin.load_demo_project()
    yield stage.settled()
    dock.show_page(part.page)
    yield lambda: view.make_button.isEnabled()
    type_into(view.form.folder_field.lineEdit(), str(KEPT))
    view.choose("rules")
    press(view.make_button)
    dock.hide()
    yield lambda: not part.queue.busy
    yield stage.pause(0.3)
    bar = iface.messageBar().currentItem()
    result["bar"] = bar.text() if bar is not None else ""
    stage.picture("9-bar")

    stage.step("plugin unloaded")
    dock.show()
    view.choose("rules")
    press(view.make_button)
    queue = part.queue
    unloadPlugin(NAME)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    result["unloaded"] = [NAME not in plugins, queue.jobs[-1].state]
    result["files"] = sorted(one.name for one in KEPT.iterdir())
    for one in KEPT.iterdir():
        one.replace(OUT / one.name)
    yield stage.pause(0.2)


perform(scenario)
