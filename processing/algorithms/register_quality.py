"""The quality of a register, per province and district."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import USUAL_FIELDS, CheckAlgorithm
from ..unopened import refuse_unopened

if TYPE_CHECKING:
    from ..checks.findings_file import FindingsFile
    from ..frames import LayerFrame
    from ..inputs import Factories

# Only whether there is a location is asked, so the register may be anywhere in the world.
_CRS = "EPSG:4326"
# What only a register has, one of them at least; codes of provinces and districts have other layers, too.
_REGISTER = (
    *("FACTORY_ID_FIELD", "ACTIVITY_FIELD", "ACCURACY_FIELD", "METHOD_FIELD"),
    *("SIZE_FIELD", "SIZE_YEAR_FIELD", "EMPLOYEES_FIELD"),
)
_ADMIN_FIELDS = ("province_code", "district_code", "code")


class RegisterQuality(CheckAlgorithm):
    """Completeness, consistency and accuracy of the register as a table, a map and JSON."""

    ID = "register_quality"
    GROUP_ID = "register"
    ICON = "register_quality.svg"
    TABLES = ("quality", "measures", "quality_map")
    MARKS = ("quality", "measures")

    def displayName(self) -> str:
        return tr("Quality of the register")

    def tags(self) -> list[str]:
        return tr("register,quality,completeness,accuracy,ISO 19157,statistics,province,district").split(",")

    def description(self) -> str:
        return tr(
            "Measures the register per province and district: what is missing, what is inconsistent, how accurate the "
            "locations are, and, with the findings of a check, how much could not be decided.\n\nThe measures follow "
            "ISO 19157 where it has one, and name it. With a layer of provinces or districts the result is also a map, "
            "by the share of factories without any fault. Inputs are never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.declare_factory_layer()
        self._add_register_fields()
        self.add(
            QgsProcessingParameterVectorLayer("FINDINGS", tr("Findings"), [kinds.TypeVector], optional=True),
            tr("The findings GeoPackage of a check of this register: adds what is undecided or without zoning data."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "ADMIN", tr("Provinces or districts"), [kinds.TypeVectorPolygon], optional=True
            ),
            tr("Polygons with the codes that the register has, to draw the measures on."),
        )
        self.add(
            QgsProcessingParameterField(
                "ADMIN_FIELD", tr("Code field"), parentLayerParameterName="ADMIN", optional=True
            ),
            tr("Holds province codes (2 digits) or district codes (4). Empty: the first there is of {fields}.").format(
                fields=", ".join(_ADMIN_FIELDS)
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", tr("Quality GeoPackage"), kinds.TypeVectorAnyGeometry),
            tr("A .gpkg file with the tables quality and measures, and quality_map where an area layer was given."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("The same measures for other programs, and where they come from."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("QUALITY", tr("Quality of the register")))
        self.addOutput(QgsProcessingOutputVectorLayer("QUALITY_MAP", tr("Map of the quality")))
        self.addOutput(QgsProcessingOutputNumber("FACTORIES_COUNT", tr("Number of factories")))
        self.addOutput(QgsProcessingOutputNumber("SOUND", tr("Factories without any fault")))

    def _add_register_fields(self) -> None:
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("Should be there, and once only.")),
            ("ACTIVITY_FIELD", tr("Activity field (ISIC Rev. 4)"), tr("Should be a code of ISIC Rev. 4.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("Radius within which the true place lies.")),
            ("METHOD_FIELD", tr("Location method field"), tr("A method that ends in _centroid is a coarse one.")),
            ("PROVINCE_FIELD", tr("Province code field"), tr("Groups the factories.")),
            ("DISTRICT_FIELD", tr("District code field"), tr("Groups the factories.")),
            ("COMMUNE_FIELD", tr("Commune code field"), tr("Should be there.")),
            ("SIZE_FIELD", tr("Size class field"), tr("Should not be below what the staff gives.")),
            ("SIZE_YEAR_FIELD", tr("Size definition year field"), tr("Says which definition the size class follows.")),
            ("EMPLOYEES_FIELD", tr("Employees field"), tr("People employed at this place.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)

    def _layers(self) -> list[str]:
        return ["FACTORIES"]

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        sentence = self._check_layers(parameters, context) or self._check_fields(parameters, context)
        if sentence:
            return sentence
        try:
            self._refuse_other_than_registers(parameters, context)
            self._admin_field(parameters, context)
            findings = self._findings_path(parameters, context)
            label = self.parameterDefinition("FINDINGS").description()
            read = [(label, findings), *self.files_read(parameters, ("FACTORIES", "ADMIN", "FINDINGS"), context)]
            self.check_outputs(parameters, read, context)
        except LocationError as error:
            return said(error)
        return ""

    def _refuse_other_than_registers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise `LocationError` for a layer of which only the places could be measured."""
        source = self.parameterAsSource(parameters, "FACTORIES", context)
        if any(self._field(parameters, name, source, context) for name in _REGISTER):
            return
        raise LocationError(
            "Layer “{layer}” is no register: it has none of the fields {wanted}. It has: {fields}. Choose the "
            "register, or say which field holds the ids (FACTORY_ID_FIELD).",
            layer=display_name(source, self.layer_of(parameters, "FACTORIES", context)),
            wanted=", ".join(USUAL_FIELDS["FACTORIES"][name] for name in _REGISTER),
            fields=", ".join(source.fields().names()) or tr("none"),
        )

    def _admin_field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the field of codes of the area layer, nothing where no layer was given."""
        from ..checks.role_layers import first_of

        label = self.parameterDefinition("ADMIN").description()
        source = self.parameterAsSource(parameters, "ADMIN", context)
        if source is None:
            given = self.given(parameters, "ADMIN", context)
            refuse_unopened(label, given, context)
            return ""
        known = source.fields().names()
        name = display_name(source, self.layer_of(parameters, "ADMIN", context))
        chosen = self.parameterAsString(parameters, "ADMIN_FIELD", context)
        if chosen and chosen not in known:
            raise LocationError(
                "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.",
                layer=name,
                field=chosen,
                parameter="ADMIN_FIELD",
                fields=", ".join(known),
            )
        field = chosen or first_of(_ADMIN_FIELDS, known)
        if not field:
            raise LocationError(
                "Say which field of layer “{layer}” holds the codes (ADMIN_FIELD). It has: {fields}.",
                layer=name,
                fields=", ".join(known),
            )
        return field

    def _findings_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the file of the findings, nothing where none was given."""
        from ..checks.findings_file import check_findings_file, path_of

        label = self.parameterDefinition("FINDINGS").description()
        layer = self.parameterAsVectorLayer(parameters, "FINDINGS", context)
        path = path_of(layer, label, self.given(parameters, "FINDINGS", context), context)
        if path:
            check_findings_file(path, label)
        return path

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..checks.findings_file import read_findings
        from ..register.quality import as_json, measure, on_areas, register_of, report, tables
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        factories, fields = self._read_register(parameters, context, feedback)
        path = self._findings_path(parameters, context)
        found: FindingsFile | None = read_findings(path) if path else None
        register = register_of(factories, fields, found)
        unclear = int(register["unclear"].sum())
        if unclear:
            feedback.pushWarning(
                tr(
                    "Factories that share their id with another, so that the findings do not tell which verdict is "
                    "whose: {count}. They count as not checked."
                ).format(count=unclear)
            )
        measured = measure(register)
        areas = self._read_admin(parameters, context, feedback)
        drawn = None
        if areas is not None:
            field = self._admin_field(parameters, context)
            rows, shapes, left = on_areas(measured, areas, field)
            drawn = rows, shapes
            if left:
                feedback.pushWarning(
                    tr(
                        "Factories whose code no polygon of “{layer}” has, and that the map leaves out: {count}."
                    ).format(layer=areas.name, count=left)
                )
        ticker(feedback, 0, 100)(0.7)
        layers = [factories.layer, *([areas] if areas is not None else [])]
        about = tr("Measured: {layers}.").format(layers=factories.layer.name)
        written = tables(measured, drawn, areas.crs if areas is not None else None, about)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, written, ticker(feedback, 70, 100))
            if summary_file is not None:
                summary_file.write_text(as_json(measured, layers, found), encoding="utf-8")
        country = measured.iloc[0]
        for sentence in report(country):
            feedback.pushInfo(sentence)
        labels = [("quality", tr("Quality of the register")), ("quality_map", tr("Map of the quality"))]
        self.load_tables(output, labels if drawn is not None else labels[:1], context)
        results = {
            "OUTPUT": output,
            "SUMMARY": summary,
            "QUALITY": f"{output}|layername=quality",
            "FACTORIES_COUNT": int(country["factories"]),
            "SOUND": round(country["sound_share"] * country["factories"]),
        }
        return {**results, "QUALITY_MAP": f"{output}|layername=quality_map"} if drawn is not None else results

    def _read_register(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[Factories, dict[str, str]]:
        from ..frames import read_layer
        from ..inputs import factories_of

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        fields = {name: self._field(parameters, name, source, context) for name in USUAL_FIELDS["FACTORIES"]}
        layer = read_layer(
            source,
            self.layer_of(parameters, "FACTORIES", context),
            role="factories",
            fields=list(dict.fromkeys(name for name in fields.values() if name)),
            crs=_CRS,
            tick=ticker(feedback, 0, 40),
        )
        return factories_of(layer, fields, 0.0), fields

    def _read_admin(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> LayerFrame | None:
        from ..frames import definition, read_layer

        source = self.parameterAsSource(parameters, "ADMIN", context)
        if source is None:
            return None
        return read_layer(
            source,
            self.layer_of(parameters, "ADMIN", context),
            role="admin",
            fields=[self._admin_field(parameters, context)],
            crs=definition(source.sourceCrs()),
            tick=ticker(feedback, 40, 60),
        )
