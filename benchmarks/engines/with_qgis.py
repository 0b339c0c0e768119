"""QGIS's own algorithms: two joins by location and one field calculation, chained as a GIS officer would."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)

from ..paths import Inputs

JOIN, INDEX, CALCULATE = "native:joinattributesbylocation", "native:createspatialindex", "native:fieldcalculator"
_application: list[QgsApplication] = []


def start() -> None:
    """Start a QGIS without a window, once, with the native algorithms."""
    if QgsApplication.instance() is None:
        _application.append(QgsApplication([], False))
        QgsApplication.initQgis()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))


def join(fields: list[str]) -> dict:
    """Return the parameters of a join that keeps every factory and takes the first area it meets."""
    return {"PREDICATE": [0], "JOIN_FIELDS": fields, "METHOD": 1, "DISCARD_NONMATCHING": False, "PREFIX": ""}


def permitted(permits: Path) -> dict:
    """Return the parameters of the calculation of the flag."""
    with permits.open(encoding="utf-8", newline="") as file:
        wrong = [f"'{row['zone_code']} {row['isic']}'" for row in csv.DictReader(file) if row["permitted"] == "0"]
    formula = f"""if("zone_code" is null, null, "zone_code" || ' ' || "isic" not in ({", ".join(wrong)}))"""
    return {"FIELD_NAME": "permitted", "FIELD_TYPE": 1, "FIELD_LENGTH": 0, "FIELD_PRECISION": 0, "FORMULA": formula}


def load(size: str, folder: Path) -> dict:
    start()
    inputs = Inputs(size, folder)
    loaded = {"permits": inputs.permits}
    for name, path in (("factories", inputs.factories), ("zones", inputs.zones), ("parks", inputs.parks)):
        layer = QgsVectorLayer(str(path), name, "ogr").materialize(QgsFeatureRequest())
        layer.dataProvider().createSpatialIndex()
        loaded[name] = layer
    return loaded


def answer(loaded: dict) -> QgsVectorLayer:
    zoned = _run(JOIN, INPUT=loaded["factories"], JOIN=loaded["zones"], **join(["zone_id", "zone_code"]))
    zoned.dataProvider().createSpatialIndex()
    parked = _run(JOIN, INPUT=zoned, JOIN=loaded["parks"], **join(["park_id"]))
    return _run(CALCULATE, INPUT=parked, **permitted(loaded["permits"]))


def _run(algorithm: str, **parameters) -> QgsVectorLayer:
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    created = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    result, fine = created.run({**parameters, "OUTPUT": "TEMPORARY_OUTPUT"}, context, feedback)
    if not fine:
        raise RuntimeError(f"{algorithm}: {feedback.textLog()}")
    return context.takeResultLayer(result["OUTPUT"])


def collect(loaded: dict, layer: QgsVectorLayer) -> dict[str, np.ndarray]:
    names = ("factory_id", "zone_id", "park_id", "permitted")
    indexes = [layer.fields().lookupField(name) for name in names]
    rows = sorted([feature[i] or None for i in indexes[:3]] + [feature[indexes[3]]] for feature in layer.getFeatures())
    return {
        "zone": np.array([zone or "" for _, zone, _, _ in rows]),
        "park": np.array([park or "" for _, _, park, _ in rows]),
        "permitted": np.array([-1 if flag is None or zone is None else int(flag) for _, zone, _, flag in rows]),
    }


def main(permits: str, path: str) -> None:
    """Write the same chain as a model for `qgis_process`, and beside it the name that its output has in this QGIS."""
    start()
    model = QgsProcessingModelAlgorithm("Zone and park of each factory", "benchmark")
    for name in ("FACTORIES", "ZONES", "PARKS"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))
    zoned = _step(model, "zoned", JOIN, join(["zone_id", "zone_code", "zone_name"]), INPUT="FACTORIES", JOIN="ZONES")
    # A temporary layer has no index, and without one the second join scans all factories for every park.
    indexed = _step(model, "indexed", INDEX, {}, INPUT=zoned)
    parked = _step(model, "parked", JOIN, join(["park_id", "name_en"]), INPUT=indexed, JOIN="PARKS")
    _step(model, "checked", CALCULATE, permitted(Path(permits)), INPUT=parked, final=True)
    if not model.toFile(path):
        raise RuntimeError(f"the model could not be written to {path}")
    (output,) = model.destinationParameterDefinitions()  # "checked:OUTPUT" in QGIS 3.22, "output" in 3.44
    Path(path).with_suffix(".output").write_text(output.name(), encoding="utf-8")


def _step(model, name: str, algorithm: str, values: dict, final: bool = False, **sources) -> tuple[str, str]:
    """Add one algorithm; a source is the name of an input, or the step before."""
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    child.setDescription(name)
    for key, value in values.items():
        child.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    for key, source in sources.items():
        taken = (
            QgsProcessingModelChildParameterSource.fromModelParameter(source)
            if isinstance(source, str)
            else QgsProcessingModelChildParameterSource.fromChildOutput(*source)
        )
        child.addParameterSources(key, [taken])
    if final:
        output = QgsProcessingModelOutput("OUTPUT", "OUTPUT")
        output.setChildId(name)
        output.setChildOutputName("OUTPUT")
        child.setModelOutputs({"OUTPUT": output})
    model.addChildAlgorithm(child)
    if final:
        model.updateDestinationParameters()
    return name, "OUTPUT"


if __name__ == "__main__":
    main(*sys.argv[1:])
