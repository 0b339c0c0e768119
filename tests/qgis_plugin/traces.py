"""What a plugin can leave behind in a QGIS window, as plain values that can be compared: `traces(iface)`."""

from __future__ import annotations

import gc
import threading
from collections import Counter

# Signals of objects that outlive the plugin; who listens to them after it has gone would crash QGIS, or slow it down.
PROJECT_SIGNALS = (
    "aboutToBeCleared",
    "cleared",
    "crsChanged",
    "customVariablesChanged",
    "dirtySet",
    "fileNameChanged",
    "homePathChanged",
    "isDirtyChanged",
    "layerWasAdded",
    "layersAdded",
    "layersRemoved",
    "layersWillBeRemoved",
    "legendLayersAdded",
    "projectSaved",
    "readProject",
    "transformContextChanged",
    "writeMapLayer",
    "writeProject",
)
CANVAS_SIGNALS = (
    "currentLayerChanged",
    "destinationCrsChanged",
    "extentsChanged",
    "layersChanged",
    "mapCanvasRefreshed",
    "mapToolSet",
    "scaleChanged",
    "selectionChanged",
    "xyCoordinates",
)
LAYER_SIGNALS = (
    "afterCommitChanges",
    "attributeValueChanged",
    "dataChanged",
    "editingStarted",
    "editingStopped",
    "featureAdded",
    "featureDeleted",
    "geometryChanged",
    "layerModified",
    "selectionChanged",
    "subsetStringChanged",
    "willBeDeleted",
)


def traces(iface, layers=()):
    """Return everything by which a plugin shows in a window, its project, and the application.

    Parameters
    ----------
    iface : StubInterface or QgisInterface
    layers : iterable of QgsVectorLayer
        Layers of the project that are older than the plugin: who listens to them?
    """
    from qgis.core import QgsApplication, QgsExpression, QgsProject
    from qgis.gui import QgsGui
    from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar

    window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
    manager = QgsApplication.taskManager()
    return {
        "menu": sorted(one.text() for one in iface.pluginMenu().actions()),
        "actions of the window": sorted(one.text() for one in window.actions()),
        "toolbars": sorted(one.objectName() for one in window.findChildren(QToolBar)),
        "docks": sorted(one.objectName() for one in window.findChildren(QDockWidget)),
        "children of the window": Counter(type(one).__name__ for one in window.children()),
        "children of the application": Counter(type(one).__name__ for one in QApplication.instance().children()),
        "windows": Counter(type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()),
        "map tool": type(canvas.mapTool()).__name__,
        "on the map": Counter(type(one).__name__ for one in canvas.scene().items()),
        "children of the map": Counter(type(one).__name__ for one in canvas.children()),
        "messages": sorted(one.text() for one in iface.messageBar().items()),
        "searches": sorted(one.name() for one in getattr(iface, "locator", window).findChildren(_filters())),
        "option pages": len(getattr(iface, "option_pages", ())),
        "shortcuts": len(QgsGui.shortcutsManager().listAll()),
        "providers": sorted(one.id() for one in QgsApplication.processingRegistry().providers()),
        "functions": sorted(one.name() for one in QgsExpression.Functions()),
        "variables": dict(project.customVariables()),
        "layers": sorted(project.mapLayers()),
        "relations": sorted(project.relationManager().relations()),
        "tasks": manager.countActiveTasks(),
        "threads": sorted(one.name for one in threading.enumerate() if not one.name.startswith("Dummy")),
        "listeners": {
            **_listeners("project", project, PROJECT_SIGNALS),
            **_listeners("canvas", canvas, CANVAS_SIGNALS),
            **_listeners(
                "layer tree", project.layerTreeRoot(), ("addedChildren", "removedChildren", "visibilityChanged")
            ),
            **_listeners("tasks", manager, ("allTasksFinished", "statusChanged", "taskAdded")),
            **_listeners("application", QApplication.instance(), ("focusChanged", "aboutToQuit", "paletteChanged")),
            **_listeners("log", QgsApplication.messageLog(), ("messageReceived",)),
            **{key: n for one in layers for key, n in _listeners(one.name(), one, LAYER_SIGNALS).items()},
        },
    }


def living():
    """Return the plugin's own Qt objects that Qt has not deleted: windows, timers, tools, event filters, threads."""
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QObject

    gc.collect()
    objects = [one for one in gc.get_objects() if isinstance(one, QObject)]
    ours = [one for one in objects if type(one).__module__.startswith("factory_locations.qgis_plugin")]
    return Counter(type(one).__name__ for one in ours if not sip.isdeleted(one))


def told_parts():
    """Return the parts of the desktop that something still holds."""
    from factory_locations.qgis_plugin.part import Part

    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, Part))


def _filters():
    from qgis.core import QgsLocatorFilter

    return QgsLocatorFilter


def _listeners(name, source, signals):
    found = {}
    for signal in signals:
        bound = getattr(source, signal, None)
        if bound is not None:
            found[f"{name}.{signal}"] = source.receivers(bound)
    return found
