"""An empty register with the fields, titles and allowed values of the schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterVectorDestination,
)

from ..base import FactoryAlgorithm
from ..i18n import tr

LANGUAGES = ("en", "km")
DEFAULT_CRS = "EPSG:32648"


class CreateRegister(FactoryAlgorithm):
    """Creates a GeoPackage from `data/schemas/register.json`."""

    ID = "create_register"
    GROUP_ID = "register"
    ICON = "create_register.svg"

    def displayName(self) -> str:
        return tr("Create an empty register")

    def tags(self) -> list[str]:
        return tr("register,factory,create,new,schema,GeoPackage,fields,INSPIRE").split(",")

    def description(self) -> str:
        return tr(
            "Creates an empty register of factories as a GeoPackage (version 1.3).\n\nThe fields, their titles and "
            "their allowed values come from the register's schema, which docs/register.md describes. QGIS 3.26 and "
            "later offer the allowed values in the form without a project."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterCrs("CRS", tr("CRS of the register"), defaultValue=DEFAULT_CRS, optional=True),
            tr("The coordinate system the locations are kept in. Empty: EPSG:32648, all of Cambodia in metres."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "LANGUAGE", tr("Language of titles"), [tr("English"), tr("Khmer")], defaultValue=0
            ),
            tr("Language of the titles and labels kept in the file: 0 for English, 1 for Khmer. Codes do not change."),
        )
        self.add(
            QgsProcessingParameterBoolean("OVERWRITE", tr("Replace a file that is already there"), defaultValue=False),
            tr("Off: a file of that name is left alone and the run ends with an error. On: it is lost."),
        )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Register"), QgsProcessing.SourceType.TypeVectorPoint),
            tr("The GeoPackage to create. Its name must end in .gpkg."),
        )
        self.addOutput(QgsProcessingOutputNumber("FIELDS", tr("Number of fields")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        output = self.destination(parameters, "OUTPUT")
        if output and Path(output).suffix.lower() != ".gpkg":
            return False, tr(
                "A register is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”."
            ).format(name=Path(output).name)
        given = self.parameterAsString(parameters, "CRS", context)
        if given and not self.parameterAsCrs(parameters, "CRS", context).isValid():
            return False, tr("“{crs}” is not a coordinate reference system. Give a code such as EPSG:32648.").format(
                crs=given
            )
        return super().checkParameterValues(parameters, context)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..register.schema import create_register, load_schema

        schema = load_schema()
        crs = self.parameterAsCrs(parameters, "CRS", context)
        path = create_register(
            self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            crs=_definition(crs),
            schema=schema,
            language=LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)],
            overwrite=self.parameterAsBoolean(parameters, "OVERWRITE", context),
        )
        feedback.pushInfo(
            tr("{count} fields of the schema {id} {version}.").format(
                count=len(schema.fields), id=schema.id, version=schema.version
            )
        )
        return {"OUTPUT": str(path), "FIELDS": len(schema.fields)}


def _definition(crs: QgsCoordinateReferenceSystem) -> str:
    """The authority's code where there is one, for a custom CRS its WKT."""
    if not crs.isValid():
        return DEFAULT_CRS
    return crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt()
