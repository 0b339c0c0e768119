"""QGIS's own buffer, dissolve and join by location, on loaded layers with an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProperty, QgsVectorLayer

from ..buffers import SEGMENTS, answers, with_radii
from ..near import Loaded, timed
from ..paths import Inputs
from .with_qgis import _run, start


def load(size: str, folder: Path) -> Loaded:
    start()
    inputs = Inputs(size, folder)
    frame = with_radii(inputs)
    rows = zip(shapely.to_wkb(frame.geometry.to_numpy()), frame["isic"], frame["radius"])
    kept = "&field=isic:string&field=radius:double"
    factories = _layer(kept, ((wkb, [row, isic, radius]) for row, (wkb, isic, radius) in enumerate(rows)))
    receptors = QgsVectorLayer(str(inputs.receptors), "receptors", "ogr").materialize(QgsFeatureRequest())
    places = (feature.geometry().asWkb().data() for feature in receptors.getFeatures())
    return Loaded(
        {"factories": factories, "receptors": _layer("", ((wkb, [row]) for row, wkb in enumerate(places)), "place")}
    )


def _layer(fields: str, rows, number: str = "source") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs=EPSG:32648&field={number}:integer{fields}", "points", "memory")
    features = []
    for wkb, values in rows:
        feature, geometry = QgsFeature(layer.fields()), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.dataProvider().createSpatialIndex()
    return layer


def answer(loaded: Loaded) -> dict[str, Any]:
    factories, receptors = loaded.layers["factories"], loaded.layers["receptors"]
    buffers = timed(loaded, "buffers", lambda: _buffers(factories))
    return {
        "buffers": buffers,
        "dissolved": timed(loaded, "dissolved", lambda: _run("native:dissolve", INPUT=buffers, FIELD=["isic"])),
        "receptors": timed(loaded, "receptors", lambda: _inside(receptors, buffers, "")),
        "overlapping": timed(loaded, "overlapping", lambda: _inside(factories, buffers, "of_")),
    }


def _buffers(factories: QgsVectorLayer) -> QgsVectorLayer:
    distance = QgsProperty.fromField("radius")
    layer = _run("native:buffer", INPUT=factories, DISTANCE=distance, SEGMENTS=SEGMENTS, DISSOLVE=False)
    layer.dataProvider().createSpatialIndex()
    return layer


def _inside(places: QgsVectorLayer, buffers: QgsVectorLayer, prefix: str) -> QgsVectorLayer:
    how = {"PREDICATE": [0], "JOIN_FIELDS": ["source"], "METHOD": 0, "DISCARD_NONMATCHING": True, "PREFIX": prefix}
    return _run("native:joinattributesbylocation", INPUT=places, JOIN=buffers, **how)


def collect(loaded: Loaded, result: dict[str, Any]) -> dict[str, np.ndarray]:
    buffers = _polygons(result["buffers"], "source")
    pairs = [
        np.array([(f[source], f[place]) for f in result[step].getFeatures()], dtype="int64").reshape(-1, 2)
        for step, source, place in (("receptors", "source", "place"), ("overlapping", "of_source", "source"))
    ]
    others = pairs[1][pairs[1][:, 0] != pairs[1][:, 1]]
    return {**answers(buffers, _polygons(result["dissolved"], "isic"), pairs[0], others), **loaded.times()}


def _polygons(layer: QgsVectorLayer, order: str) -> np.ndarray:
    rows = sorted((feature[order], feature.geometry().asWkb().data()) for feature in layer.getFeatures())
    return shapely.from_wkb([wkb for _, wkb in rows])
