"""A project that was made in English is opened in a QGIS in Khmer; `test_project.py` starts it.

FACTORY_DEMO names a folder with the project, of which a layer has gone: QGIS asks about it before all is there.
"""

import os
from pathlib import Path

from factory_locations.qgis_plugin.project.roles import RESULT_PROPERTY
from factory_locations.tests.desktop.stage import NAME, Stage, perform
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog
from qgis.utils import iface, plugins

PATH = Path(os.environ["FACTORY_DEMO"]) / "checked" / "checked.qgz"


def scenario(stage: Stage):
    """Open, save, and open once more."""
    result = stage.result
    yield lambda: NAME in plugins
    yield from stage.open_panel()
    project, asked = QgsProject.instance(), []

    def keep_lost():
        """Answer QGIS's window about lost layers: they stay as they are."""
        window = QApplication.activeModalWidget()
        if isinstance(window, QDialog):
            asked.append(window.windowTitle())
            if len(asked) == 1:
                stage.picture("1-asked")
            window.reject()

    def tables():
        return sorted(one.customProperty(RESULT_PROPERTY, "") for one in project.mapLayers().values())

    def names():
        return sorted(one.name() for one in project.mapLayers().values())

    answer = QTimer()
    answer.timeout.connect(keep_lost)
    answer.start(1000)
    stage.step("opened")
    QTimer.singleShot(0, lambda: iface.addProject(str(PATH)))
    yield lambda: bool(project.fileName()) and stage.settled()()
    yield stage.pause(1.5)
    result["asked"] = len(asked)
    result["tables"] = [one for one in tables() if one]
    result["names"] = names()
    result["related"] = project.relationManager().relation("finding_decisions").isValid()
    stage.picture("2-opened")

    stage.step("opened again")
    project.write()
    QTimer.singleShot(0, lambda: iface.addProject(str(PATH)))
    yield lambda: len(asked) == 2
    yield stage.settled()
    yield stage.pause(1.5)
    answer.stop()
    result["names_again"] = names()
    stage.picture("3-again")


perform(scenario)
