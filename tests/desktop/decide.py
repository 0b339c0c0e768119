"""Opens the forms in which people decide, in a real QGIS window; `test_decide.py` starts it.

FACTORY_DECIDE_LAYERS says what to open, a JSON list of [file, table, column of the decision, another column]. Of each
table the first row is answered with yes, the second gets another value only, the third is opened and left with OK.
"""

import json
import os

from factory_locations.tests.desktop.stage import Stage, perform
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QScrollArea, QTabWidget
from qgis.utils import iface

WIDTH, HEIGHT = 660, 700
SECONDS = 0.3


def opened(layer, feature):
    """Return the form of a feature as people see it."""
    dialog = QgsAttributeDialog(layer, feature, False, iface.mainWindow(), False)
    dialog.resize(WIDTH, HEIGHT)
    dialog.show()
    dialog.resize(WIDTH, HEIGHT)
    return dialog


def answer_box(dialog):
    """Return the box of the decision; another one, for searching, is hidden."""
    return next(box for box in dialog.findChildren(QComboBox) if box.isVisible() and box.findData("yes") >= 0)


def pictures(stage, dialog, name, told):
    """Save each tab; note their titles, and how much of the first does not fit the window."""
    tabs = dialog.findChild(QTabWidget)
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        yield stage.pause(SECONDS)
        stage.picture(f"{name}-{index + 1}", dialog)
    tabs.setCurrentIndex(0)
    yield stage.pause(SECONDS)
    areas = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    told["tabs"] = [tabs.tabText(i) for i in range(tabs.count())]
    told["beyond"] = max((area.verticalScrollBar().maximum() for area in areas), default=0)
    told["aside"] = max((area.horizontalScrollBar().maximum() for area in areas), default=0)


def decide(stage, path, table, column, other):
    """Answer the first row, write something else into the second, look at the third."""
    stage.step(f"decisions in {table}")
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    told = {}
    for number, feature in enumerate(list(layer.getFeatures())[:3]):
        dialog = opened(layer, feature)
        yield stage.pause(SECONDS)
        box = answer_box(dialog)
        if number == 0:
            yield from pictures(stage, dialog, table, told)
            told["offered"] = [box.itemText(i) for i in range(box.count())]
            told["shown"] = box.currentText()
            box.setCurrentIndex(box.findData("yes"))
            stage.picture(f"{table}-answered", dialog)
        elif number == 1:
            (line,) = [one for one in dialog.findChildren(QLineEdit) if one.objectName() == other]
            line.setText("seen" if other == "note" else feature[other + "_proposed"])
        dialog.accept()
    told["saved"] = layer.commitChanges()
    told["errors"] = layer.commitErrors()
    stage.result["layers"][table] = told


def scenario(stage: Stage):
    """Decide in each table."""
    stage.result["layers"] = {}
    for given in json.loads(os.environ["FACTORY_DECIDE_LAYERS"]):
        yield from decide(stage, *given)


perform(scenario)
