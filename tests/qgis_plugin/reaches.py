"""Reaches for what is of the window's thread from another one: they crash QGIS, but only now and then.

These are the project, and what Python has not seen yet: PyQt notes it in a list that the window may just be reading.
And layers of files, which must not be opened there: see `processing.storage.apart`.
"""

from __future__ import annotations

import sys
import threading
import traceback
from functools import wraps

_FILE_OF_ITS_OWN = "write_geopackage"  # nobody else knows the file yet
_HELD = 3  # references: the variable, the argument of the question, and whoever holds it
_ASKED = (
    "createExpressionContext",
    "createExpressionContextScope",
    "crs",
    "layerStore",
    "mapLayer",
    "mapLayers",
    "mapLayersByName",
    "transformContext",
)


def note(monkeypatch) -> list[str]:
    """Return a list that from now on tells of every reach; what QGIS itself does in the window's thread is not seen.

    QGIS looks into the project of a context whenever it reads a parameter: a run in another thread must have none.
    """
    from factory_locations.processing.base import FactoryAlgorithm
    from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

    reaches: list[str] = []
    current, process = QgsProject.instance, FactoryAlgorithm.processAlgorithm

    def elsewhere() -> bool:
        return threading.current_thread() is not threading.main_thread()

    def instance():
        if elsewhere():
            reaches.append("QgsProject.instance()\n" + "".join(traceback.format_stack(limit=6)))
        return current()

    def noted(name):
        method = getattr(QgsProject, name)

        @wraps(method)
        def asked(project, *arguments):
            if elsewhere() and project is current():
                reaches.append(f"QgsProject.{name}\n" + "".join(traceback.format_stack(limit=6)))
            return method(project, *arguments)

        return asked

    def run(algorithm, parameters, context, feedback):
        try:
            return process(algorithm, parameters, context, feedback)
        finally:
            if elsewhere() and context.project() is not None:
                reaches.append(f"{algorithm.id()} has the project in another thread")
            opened_here = [one.source() for one in context.temporaryLayerStore().mapLayers().values()
                           if one.thread() != window]  # fmt: skip
            if elsewhere() and opened_here:
                reaches.append(f"{algorithm.id()} opens layers in another thread: {opened_here}")

    def data_provider(layer):
        provider = look(layer)
        if elsewhere() and layer.thread() == window and sys.getrefcount(provider) < _HELD:
            reaches.append(
                "QgsVectorLayer.dataProvider() is new to Python\n" + "".join(traceback.format_stack(limit=6))
            )
        return provider

    def opened(layer, source="", name="", provider="ogr", *options):
        if elsewhere() and source and provider == "ogr":
            frames = traceback.extract_stack()
            if not any(frame.name == _FILE_OF_ITS_OWN for frame in frames):
                reaches.append("a layer of a file is opened\n" + "".join(traceback.format_list(frames[-6:])))
        opening(layer, source, name, provider, *options)

    opening = QgsVectorLayer.__init__
    monkeypatch.setattr(QgsVectorLayer, "__init__", opened)
    look, window = QgsVectorLayer.dataProvider, QgsApplication.instance().thread()
    monkeypatch.setattr(QgsVectorLayer, "dataProvider", data_provider)
    monkeypatch.setattr(QgsProject, "instance", staticmethod(instance))
    monkeypatch.setattr(FactoryAlgorithm, "processAlgorithm", run)
    for name in _ASKED:
        monkeypatch.setattr(QgsProject, name, noted(name))
    return reaches
