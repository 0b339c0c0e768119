"""QGIS's own join by the nearest, on loaded layers with an index."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..near import QUESTIONS, Loaded, timed
from ..paths import Inputs
from .with_qgis import _run, start


def load(size: str, folder: Path) -> Loaded:
    start()
    inputs = Inputs(size, folder)
    layers = {}
    for name, path in (("factories", inputs.factories), ("receptors", inputs.receptors), ("rivers", inputs.rivers)):
        layers[name] = QgsVectorLayer(str(path), name, "ogr").materialize(QgsFeatureRequest())
        layers[name].dataProvider().createSpatialIndex()
    return Loaded(layers)


def answer(loaded: Loaded) -> dict[str, np.ndarray]:
    layers = {
        name: timed(loaded, name, lambda layer=layer, k=k: _nearest(loaded, layer, k)) for name, layer, k in QUESTIONS
    }
    return {name: _distances(layer) for name, layer in layers.items()}


def _nearest(loaded: Loaded, layer: str, k: int) -> QgsVectorLayer:
    factories, other = loaded.layers["factories"], loaded.layers[layer]
    copied = {"FIELDS_TO_COPY": ["name"], "PREFIX": "near_"}
    return _run("native:joinbynearest", INPUT=factories, INPUT_2=other, NEIGHBORS=k, **copied)


def _distances(layer: QgsVectorLayer) -> np.ndarray:
    """Return a row a factory; QGIS adds a row for each of several that are equally near."""
    request = QgsFeatureRequest().setSubsetOfAttributes(["factory_id", "n", "distance"], layer.fields())
    found = {(f["factory_id"], f["n"]): f["distance"] for f in layer.getFeatures(request)}
    k = max(rank for _, rank in found)
    return np.array([found[key] for key in sorted(found)]).reshape(-1, k)


def collect(loaded: Loaded, result: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {**result, **loaded.times()}
