"""Opens the forms in which people decide, in a real QGIS window; `qgis --code` runs this, `test_decide.py` starts it.

The environment says what to open and where to write: FACTORY_DECIDE_LAYERS, a JSON list of [file, table, column of the
decision, another column], and FACTORY_DESKTOP_OUT, a folder that gets `result.json` and the pictures. Of each table the
first row is answered with yes, the second gets another value only, the third is opened and left again with OK.
"""

import json
import os
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QTabWidget
from qgis.utils import iface

OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
LAYERS = json.loads(os.environ["FACTORY_DECIDE_LAYERS"])
WIDTH, HEIGHT = 660, 700
result = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": "", "layers": {}}


def opened(layer, feature):
    """Return the form of a feature as people see it."""
    dialog = QgsAttributeDialog(layer, feature, False, iface.mainWindow(), False)
    dialog.resize(WIDTH, HEIGHT)
    dialog.show()
    dialog.resize(WIDTH, HEIGHT)
    for _ in range(20):
        QApplication.processEvents()
    return dialog


def widgets_of(dialog, kind, name):
    """Return the widgets of a column of the form."""
    return [one for one in dialog.findChildren(kind) if one.objectName() == name]


def answer_box(dialog):
    """Return the box of the decision; another one, for searching, is hidden."""
    return next(box for box in dialog.findChildren(QComboBox) if box.isVisible() and box.findData("yes") >= 0)


def pictures(dialog, name):
    """Save each tab; return their titles, and how much of the first does not fit the window."""
    tabs = dialog.findChild(QTabWidget)
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        for _ in range(10):
            QApplication.processEvents()
        dialog.grab().save(str(OUT / f"form-{name}-{index + 1}.png"))
    tabs.setCurrentIndex(0)
    for _ in range(10):
        QApplication.processEvents()
    areas = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    beyond = max((area.verticalScrollBar().maximum() for area in areas), default=0)
    aside = max((area.horizontalScrollBar().maximum() for area in areas), default=0)
    return {"tabs": [tabs.tabText(i) for i in range(tabs.count())], "beyond": beyond, "aside": aside}


def decide(path, table, column, other):
    """Answer the first row, write something else into the second, look at the third."""
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    told = {}
    for number, feature in enumerate(list(layer.getFeatures())[:3]):
        dialog = opened(layer, feature)
        box = answer_box(dialog)
        if number == 0:
            told = pictures(dialog, table)
            told["offered"] = [box.itemText(i) for i in range(box.count())]
            told["shown"] = box.currentText()
            box.setCurrentIndex(box.findData("yes"))
            dialog.grab().save(str(OUT / f"form-{table}-answered.png"))
        elif number == 1:
            (line,) = widgets_of(dialog, QLineEdit, other)
            line.setText("seen" if other == "note" else feature[other + "_proposed"])
        dialog.accept()
    told["saved"] = layer.commitChanges()
    told["errors"] = layer.commitErrors()
    result["layers"][table] = told


def main():
    """Do all of it once the window is there."""
    try:
        for given in LAYERS:
            decide(*given)
        result["done"] = True
    except BaseException:
        result["error"] = traceback.format_exc()
    (OUT / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(0)


QTimer.singleShot(3000, main)
