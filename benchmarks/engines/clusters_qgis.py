"""QGIS's own DBSCAN on a loaded layer, the members of each cluster collected, and the hull of each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..clusters import DISTANCE_M, LEAST
from ..paths import Inputs
from .with_qgis import _run, start


def load(size: str, folder: Path) -> QgsVectorLayer:
    start()
    return QgsVectorLayer(str(Inputs(size, folder).factories), "factories", "ogr").materialize(QgsFeatureRequest())


def answer(layer: QgsVectorLayer) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    found = _run("native:dbscanclustering", INPUT=layer, MIN_SIZE=LEAST, EPS=DISTANCE_M)
    return found, _run("native:convexhull", INPUT=_run("native:collect", INPUT=found, FIELD=["CLUSTER_ID"]))


def collect(layer: QgsVectorLayer, result: tuple[QgsVectorLayer, QgsVectorLayer]) -> dict[str, np.ndarray]:
    found, outlines = result
    request = QgsFeatureRequest().setSubsetOfAttributes(["factory_id", "CLUSTER_ID"], found.fields())
    numbers = {feature["factory_id"]: feature["CLUSTER_ID"] for feature in found.getFeatures(request)}
    cluster = np.array([numbers[key] or 0 for key in sorted(numbers)], dtype="int64") - 1  # from 1; NULL for none
    area = np.zeros(cluster.max(initial=-1) + 1)
    for feature in outlines.getFeatures():
        if feature["CLUSTER_ID"]:
            area[feature["CLUSTER_ID"] - 1] = feature.geometry().area()
    return {"cluster": cluster, "area": area}
