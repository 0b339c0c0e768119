"""Rebuild the QGIS models of this folder:   .venv/bin/python data/models/build_models.py

Run it with the oldest QGIS supported (3.22): newer versions read what it writes, not the other way round.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QPointF

HERE = Path(__file__).resolve().parent
Source = QgsProcessingModelChildParameterSource
_COLUMN, _ROW = 320.0, 110.0
# What the Cambodia baseline is about besides zoning and parks, under the names of `check_locations`: label, help, and
# whether it must be polygons.
RULE_LAYERS = {
    "PROTECTED": ("Protected areas", "Parks, sanctuaries and forests under protection.", True),
    "SALT_FARMLAND": ("Salt farmland", "Salt fields to be conserved.", True),
    "WATER_INTAKES": ("Water intakes", "Where water is taken for supply.", False),
    "WELLS": ("Wells", "Wells that people drink from.", False),
    "RIVERS": ("Rivers and canals", "Public water areas, as lines or polygons.", False),
    "LAKES": ("Lakes and ponds", "Public water areas, as polygons.", True),
    "HAZARD_ZONES": ("Hazard zones", "Such as flood zones, with a class field.", True),
    "RESIDENTIAL": ("Residential areas", "Where people live.", False),
    "SCHOOLS": ("Schools", "What a rule keeps factories away from.", False),
    "HOSPITALS": ("Hospitals", "Hospitals and health centres.", False),
    "PAGODAS": ("Pagodas", "Pagodas and other places of worship.", False),
    "MARKETS": ("Markets", "Markets and other public places.", False),
}


class Model:
    """A model under construction, laid out so that it reads from left to right in the model designer."""

    def __init__(self, name: str, group: str, about: Mapping[str, str]) -> None:
        self.made = QgsProcessingModelAlgorithm(name, group)
        self._help: dict[str, Any] = dict(about)
        self._inputs = 0
        self._steps = 0

    def input(self, parameter: QgsProcessingParameterDefinition, help_text: str, *, optional: bool = False) -> None:
        """Add an input."""
        if optional:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        self._help[parameter.name()] = help_text  # a model keeps the help of its inputs here
        self.made.setHelpContent(self._help)
        placed = QgsProcessingModelParameter(parameter.name())
        placed.setPosition(QPointF(0.0, self._inputs * _ROW))
        self.made.addModelParameter(parameter, placed)
        self._inputs += 1

    def step(
        self, name: str, title: str, sources: Mapping[str, Sequence[Source]], outputs: Mapping[str, str]
    ) -> QgsProcessingModelChildAlgorithm:
        """Add an algorithm; `outputs` maps those of its outputs that the person chooses a file for to their labels."""
        child = QgsProcessingModelChildAlgorithm(f"factory:{name}")
        child.setChildId(name)
        child.setDescription(title)
        for parameter, given in sources.items():
            child.addParameterSources(parameter, list(given))
        child.setPosition(QPointF((1 + self._steps) * _COLUMN, self._steps * _ROW))
        listed = {}
        for row, (output, label) in enumerate(outputs.items()):
            made = QgsProcessingModelOutput(label)
            made.setChildId(name)
            made.setChildOutputName(output)
            made.setPosition(QPointF((2 + self._steps) * _COLUMN, (self._steps + row) * _ROW))
            listed[label] = made
        child.setModelOutputs(listed)
        self.made.addChildAlgorithm(child)
        self._steps += 1
        return child


def _given(*names: str) -> dict[str, list[Source]]:
    """Return inputs of the model that a step takes under the same name."""
    return {name: [Source.fromModelParameter(name)] for name in names}


def _fixed(value: Any) -> list[Source]:
    return [Source.fromStaticValue(value)]


def _of(step: str, *outputs: str) -> list[Source]:
    """Return layers that an earlier step made."""
    return [Source.fromChildOutput(step, output) for output in outputs]


def monthly_report() -> QgsProcessingModelAlgorithm:
    """Check the register, draw its safety zones, find its clusters, and put all of it on a map."""
    kinds = QgsProcessing.SourceType
    model = Model(
        "Monthly report",
        "Factory Locations",
        {
            "ALG_DESC": "Checks the register, draws the safety zones of the factories with who and what lies inside, "
            "finds where factories crowd together, and puts the result on a map.",
            "ALG_CREATOR": "Factory Locations",
        },
    )
    areas = [kinds.TypeVectorPolygon]
    model.input(QgsProcessingParameterFeatureSource("FACTORIES", "Factories", [kinds.TypeVectorPoint]), "The register.")
    model.input(QgsProcessingParameterFeatureSource("ZONING", "Zoning", areas), "The plans in force.")
    for name, label, help_text in (
        ("PARKS", "Industrial parks", "Parks and special economic zones. Empty: rules about them are not checked."),
        ("PROVINCES", "Provinces", "Their boundaries, with codes. Empty: nothing is counted by province."),
    ):
        model.input(QgsProcessingParameterFeatureSource(name, label, areas), help_text, optional=True)
    model.input(
        QgsProcessingParameterMultipleLayers("RECEPTORS", "Receptors", kinds.TypeVectorAnyGeometry),
        "Schools, hospitals, homes: what the safety zones may reach. Empty: the zones are drawn, and nothing is sought "
        "in them.",
        optional=True,
    )
    model.input(
        QgsProcessingParameterFile("RULES", "Rules", extension="yaml"),
        "The rule pack, such as kh-baseline.yaml in data/rules. Empty: zoning and parks only (kh-zoning-parks.yaml).",
        optional=True,
    )
    for name, (label, help_text, polygons) in RULE_LAYERS.items():
        model.input(
            QgsProcessingParameterFeatureSource(name, label, areas if polygons else [kinds.TypeVectorAnyGeometry]),
            f"{help_text} Only for rules about it. Empty: these are not checked.",
            optional=True,
        )
    model.input(
        QgsProcessingParameterVectorLayer("EXCEPTIONS", "Recorded decisions", [kinds.TypeVector]),
        "Officers’ decisions on findings, such as the table exceptions of the last findings: an accepted finding is "
        "exempt. Empty: none count but those in the findings that are replaced.",
        optional=True,
    )
    metres = "Accuracy where none is stated (metres)"
    number = QgsProcessingParameterNumber.Type.Double
    model.input(
        QgsProcessingParameterNumber("DEFAULT_ACCURACY", metres, number, 0.0, True, 0.0),
        "Used for factories without an accuracy. 0 or empty: their coordinates are taken as exact.",
    )
    model.input(
        QgsProcessingParameterString("TITLE", "Title of the map"),
        "Printed on the map; empty for the usual one.",
        optional=True,
    )
    model.input(
        QgsProcessingParameterString("SUBTITLE", "Subtitle of the map"),
        "A line below the title.",
        optional=True,
    )
    model.input(
        QgsProcessingParameterFile("EARLIER", "Earlier check", extension="gpkg"),
        "The findings GeoPackage of an earlier check of the same register by the same rules, such as last month’s: a "
        "second page of the report says what changed since. Write the new findings to another file. Empty: no such "
        "page.",
        optional=True,
    )
    model.input(
        QgsProcessingParameterEnum("LANGUAGE", "Language of the map", ["English", "Khmer"], defaultValue=0),
        "Of its words, its numbers and its names.",
    )
    model.step(
        "check_locations",
        "Check the register",
        _given("FACTORIES", "ZONING", "PARKS", "RULES", *RULE_LAYERS, "EXCEPTIONS", "DEFAULT_ACCURACY"),
        {"OUTPUT": "Findings", "SUMMARY": "Summary"},
    )
    model.step(
        "safety_buffers",
        "Safety zones and who is inside",
        _given("FACTORIES", "RECEPTORS", "PROVINCES"),
        {"OUTPUT": "Safety zones"},
    )
    model.step(
        "clusters",
        "Where factories crowd together",
        _given("FACTORIES", "PARKS", "PROVINCES"),
        {"OUTPUT": "Clusters"},
    )
    model.step(
        "location_map",
        "The map",
        {
            "FACTORIES": _of("check_locations", "FACTORIES_CHECKED"),
            "EVIDENCE": _of("check_locations", "EVIDENCE"),
            **_given("PARKS", "PROVINCES", "TITLE", "SUBTITLE", "EARLIER", "LANGUAGE"),
            "CONTEXT": [
                *_of("clusters", "CLUSTER_TABLE"),
                *_of("safety_buffers", "ZONES_TABLE"),
                *map(Source.fromModelParameter, ("RIVERS", "LAKES", "PROTECTED")),  # by these a reader knows the place
            ],
        },
        {"OUTPUT": "Map"},
    )
    return model.made


MODELS = {"monthly-report": monthly_report}


def main(folder: Path = HERE) -> int:
    """Write the models."""
    for name, make in MODELS.items():
        path = folder / f"{name}.model3"
        if not make().toFile(str(path)):
            print(f"{path} cannot be written", file=sys.stderr)
            return 1
        print(path)
    return 0


if __name__ == "__main__":
    application = QgsApplication([], False)
    sys.exit(main())
