"""Reaches for what is of the window's thread from another one: they crash QGIS, but only now and then.

These are the project, and what Python has not seen yet: PyQt notes it in a list that the window may just be reading.
"""

from __future__ import annotations

import sys
import threading
import traceback
from functools import wraps

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

    def data_provider(layer):
        provider = look(layer)
        if elsewhere() and layer.thread() == window and sys.getrefcount(provider) < _HELD:
            reaches.append(
                "QgsVectorLayer.dataProvider() is new to Python\n" + "".join(traceback.format_stack(limit=6))
            )
        return provider

    look, window = QgsVectorLayer.dataProvider, QgsApplication.instance().thread()
    monkeypatch.setattr(QgsVectorLayer, "dataProvider", data_provider)
    monkeypatch.setattr(QgsProject, "instance", staticmethod(instance))
    monkeypatch.setattr(FactoryAlgorithm, "processAlgorithm", run)
    for name in _ASKED:
        monkeypatch.setattr(QgsProject, name, noted(name))
    return reaches
