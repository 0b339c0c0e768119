"""`factory:location_map`: a printed map of factories, their verdicts, zoning and parks."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from .. import dependencies, khmer_fonts
from ..analysis.errors import LocationError
from ..base import FactoryAlgorithm, said, ticker
from ..i18n import tr
from ..unopened import unopened

PAGES = ("A4", "A3")
LANGUAGES = ("en", "km")
LAYERS = ("FACTORIES", "ZONING", "PARKS", "EVIDENCE", "PROVINCES")
PACKAGES_FOR_PACKS = ("yaml", "jsonschema")
DEFAULT_VERDICT_FIELD = "verdict"
DEFAULT_ZONE_FIELD = "zone_code"


class LocationMap(FactoryAlgorithm):
    """Prints a map as PDF, PNG or SVG."""

    ID = "location_map"
    GROUP_ID = "reports"
    ICON = "location_map.svg"

    def displayName(self) -> str:
        return tr("Location map")

    def tags(self) -> list[str]:
        return tr("map,print,layout,report,pdf,png,svg,legend,verdict,zoning,park").split(",")

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # A layout is a graphics scene whose items render maps of their own: QGIS supports it in the main thread only.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def canExecute(self) -> tuple[bool, str]:
        # A map is drawn by QGIS alone; it must not be refused for want of the packages that the checks need.
        return True, ""

    def description(self) -> str:
        return tr(
            "Prints a map of factories as PDF, PNG or SVG: verdicts by shape and colour over zoning and parks, "
            "with legend and counts, scale bar, coordinate grid, an inset of Cambodia, "
            "and the source and date of every layer.\n\n"
            "Give it the layer “factory_summary” that the location check writes, or any layer of factories. "
            "The layers are only read; the style they have in the project does not matter."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._add_layers()
        self._add_texts()
        self._add_page()
        self._add_earlier()
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Map"), tr("PDF (*.pdf);;PNG image (*.png);;SVG drawing (*.svg)")
            ),
            tr(
                "The file to write. Its ending decides: .pdf for print, .png for a picture, .svg for a drawing program."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("SHOWN", tr("Number of factories on the map")))
        self.addOutput(QgsProcessingOutputNumber("BEYOND", tr("Number of factories outside the map")))

    def _add_layers(self) -> None:
        kinds = QgsProcessing.SourceType
        areas, lines = [kinds.TypeVectorPolygon], [kinds.TypeVectorLine]
        self.add(
            QgsProcessingParameterVectorLayer(
                "FACTORIES", tr("Factories"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
            ),
            tr("Factories as points or areas, for example the layer “factory_summary” of a findings GeoPackage."),
        )
        self.add(
            QgsProcessingParameterField("VERDICT_FIELD", tr("Verdict field"), None, "FACTORIES", optional=True),
            tr(
                "The field with pass, fail, undecided, no data or exempt. Empty: the field “verdict”, if there is one; "
                "otherwise all factories look alike."
            ),
        )
        self.add(
            QgsProcessingParameterVectorLayer("ZONING", tr("Zoning"), areas, optional=True),
            tr("Zones, coloured by their code."),
        )
        self.add(
            QgsProcessingParameterField("ZONE_FIELD", tr("Zone code field"), None, "ZONING", optional=True),
            tr("The field with the code of the zone. Empty: “zone_code”."),
        )
        self.add(
            QgsProcessingParameterFile(
                "RULES", tr("Rule pack"), fileFilter=tr("Rule packs (*.yaml *.yml)"), optional=True
            ),
            tr(
                "YAML file of rules, whose titles of the zones the legend prints; empty for the pack that ships with "
                "the plugin. A code that the pack does not know is printed as it is."
            ),
        )
        self.add(
            QgsProcessingParameterVectorLayer("PARKS", tr("Industrial parks"), areas, optional=True),
            tr("Industrial parks and special economic zones, outlined and named."),
        )
        self.add(
            QgsProcessingParameterVectorLayer("EVIDENCE", tr("Evidence lines"), lines, optional=True),
            tr("Lines from factories to what they conflict with, such as the layer “evidence” of the findings."),
        )
        self.add(
            QgsProcessingParameterVectorLayer("PROVINCES", tr("Provinces"), areas, optional=True),
            tr("Province boundaries with names. Empty: the coarse ones that come with the plugin."),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "CONTEXT", tr("Other layers"), kinds.TypeVectorAnyGeometry, optional=True
            ),
            tr(
                "Layers for orientation, such as rivers, drawn quietly under the factories. "
                "Layers styled by classes keep their style."
            ),
        )

    def _add_texts(self) -> None:
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Headline of the map. Empty: “Factory locations checked”."),
        )
        self.add(
            QgsProcessingParameterString("SUBTITLE", tr("Subtitle"), optional=True),
            tr("A line below the title, for example the province and who asked for the map."),
        )
        self.add(
            QgsProcessingParameterEnum("LANGUAGE", tr("Language"), [tr("English"), tr("Khmer")], defaultValue=0),
            tr("Language of everything printed that is not in the data: 0 for English, 1 for Khmer."),
        )

    def _add_page(self) -> None:
        self.add(
            QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True),
            tr("What the map must show; it grows to the page's shape and a round scale. Empty: all factories."),
        )
        self.add(
            QgsProcessingParameterEnum("PAGE", tr("Page"), list(PAGES), defaultValue=0),
            tr("Size of the paper: 0 for A4, 1 for A3."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "ORIENTATION", tr("Orientation"), [tr("Landscape"), tr("Portrait")], defaultValue=0
            ),
            tr("0 for landscape, with the legend beside the map; 1 for portrait, with the legend below."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "DPI",
                tr("Dots per inch"),
                QgsProcessingParameterNumber.Type.Integer,
                300,
                minValue=50,
                maxValue=1200,
            ),
            tr("Resolution of a PNG; 300 is right for print. PDF and SVG are drawings and stay sharp at any size."),
        )

    def _add_earlier(self) -> None:
        self.add(
            QgsProcessingParameterFile("EARLIER", tr("Earlier check"), extension="gpkg", optional=True),
            tr(
                "The findings GeoPackage of an earlier check of the same register by the same rules. A second page of "
                "the PDF then says what changed since; FACTORIES must be the layer “factory_summary” of the later "
                "check. Empty: no such page."
            ),
            advanced=True,
        )

    def output_help(self) -> dict[str, str]:
        return {
            "SHOWN": tr("How many factories the map shows."),
            "BEYOND": tr("How many factories with a location lie outside the map."),
        }

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        # Before QGIS's own check, which says no more than “Incorrect parameter value for ZONING”.
        why = next(filter(None, (self._unreadable(parameters, name, context) for name in LAYERS)), "")
        if why:
            return False, why
        try:
            self._zone_titles(parameters, context)
        except LocationError as error:
            return False, said(error)
        fine, why = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, why
        why = self._unwritable(parameters, context)
        return not why, why

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..reports.location_map import make_map

        why = self._unwritable(parameters, context)
        if why:
            raise LocationError("{why}", why=why)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        inputs = self._inputs(parameters, context, feedback)
        if inputs.zoning is not None and self._packages_for_packs():
            feedback.pushWarning(
                tr("The legend shows zone codes without titles: reading a rule pack needs {names}.").format(
                    names=", ".join(self._packages_for_packs())
                )
            )
        wishes = self._wishes(parameters, context, inputs.factories, output)
        content = make_map(inputs, wishes, context.transformContext(), ticker(feedback, 0, 100), feedback.isCanceled)
        self._tell(content, feedback)
        if wishes.language == "km" and not khmer_fonts.families():
            feedback.pushWarning(f"{khmer_fonts.ABSENT} {khmer_fonts.where_to_get_one()}")
        return {"OUTPUT": output, "SHOWN": content.shown, "BEYOND": content.beyond}

    def _unreadable(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return a sentence when a layer was given that cannot be opened."""
        if self.parameterAsVectorLayer(parameters, name, context) is not None:
            return ""
        return unopened(self.parameterDefinition(name).description(), self.given(parameters, name, context), context)

    @staticmethod
    def _whole(given: QgsVectorLayer | None, feedback: QgsProcessingFeedback) -> QgsVectorLayer | None:
        """Return provinces: those that districts or communes make up, where such were given; None for none."""
        from ..reports.whole_provinces import holds_parts, whole_provinces

        if given is None or not holds_parts(given):
            return given
        made = whole_provinces(given)
        if made is None:
            feedback.pushWarning(
                tr(
                    "The layer “{name}” holds smaller units than provinces, too many to join: "
                    "the map shows the coarse provinces that come with the plugin."
                ).format(name=given.name())
            )
        return made

    def _inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        from ..reports import map_layers

        def layer(name: str) -> QgsVectorLayer | None:
            found = self.parameterAsVectorLayer(parameters, name, context)
            why = self._unreadable(parameters, name, context)
            if why:
                raise LocationError("{why}", why=why)
            if found is not None and not found.crs().isValid():
                raise LocationError(
                    tr(
                        "The layer “{name}” has no coordinate reference system. "
                        "Set it in the layer's properties and run again."
                    ),
                    name=found.name(),
                )
            return found

        factories, zoning, provinces = layer("FACTORIES"), layer("ZONING"), layer("PROVINCES")
        context_layers = [
            found
            for found in self.parameterAsLayerList(parameters, "CONTEXT", context)
            if found.type() == QgsMapLayer.LayerType.VectorLayer and found.isSpatial()
        ]
        for found in context_layers:
            if found.project() is None:  # opened for this run, and then QGIS leaves the style in its file aside
                found.loadDefaultStyle()
        given = [found for found in context_layers if map_layers.is_provinces(found)]
        provinces = self._whole(provinces, feedback) or next(iter(given), None) or map_layers.demo_provinces()
        verdict_field = self._field(parameters, "VERDICT_FIELD", context, factories, DEFAULT_VERDICT_FIELD, False)
        evidence = layer("EVIDENCE")
        return map_layers.MapInputs(
            factories=factories,
            verdict_field=verdict_field,
            zoning=zoning,
            zone_field=self._field(parameters, "ZONE_FIELD", context, zoning, DEFAULT_ZONE_FIELD, True),
            parks=layer("PARKS"),
            evidence=evidence and map_layers.of_conflicts(evidence, factories, verdict_field),
            provinces=provinces,
            context=tuple(found for found in context_layers if found not in given),
            zone_titles=self._zone_titles(parameters, context),
        )

    def _packages_for_packs(self) -> list[str]:
        """Return which of the packages that reading a rule pack needs are missing."""
        return [name for name in dependencies.missing() if name in PACKAGES_FOR_PACKS]

    def _zone_titles(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return what the rule pack calls its zones, in the language of the map; nothing where it cannot be read.

        Raises
        ------
        LocationError
            As `read_pack` does, and for a file of another kind.
        """
        from ..rules.pack import ZONE_PERMITS, read_pack

        path = self.parameterAsFile(parameters, "RULES", context)
        if path and not path.lower().endswith((".yaml", ".yml")):
            raise LocationError("Rule pack “{path}”: choose a file whose name ends in .yaml or .yml.", path=path)
        unasked = not path and self.parameterAsVectorLayer(parameters, "ZONING", context) is None
        if unasked or self._packages_for_packs():
            return {}
        rule = read_pack(path).rule(ZONE_PERMITS)
        khmer = LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)] == "km"
        zones = rule.zones if rule is not None else {}
        return {code: (zone.title.km if khmer and zone.title.km else zone.title.en) for code, zone in zones.items()}

    def _field(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        layer: QgsVectorLayer | None,
        default: str,
        needed: bool,
    ) -> str:
        """Return the field a person chose, or the default where the layer has it; complain where one is missing."""
        if layer is None:
            return ""
        chosen = self.parameterAsString(parameters, name, context)
        field = chosen or default
        if layer.fields().lookupField(field) >= 0:
            return str(layer.fields().at(layer.fields().lookupField(field)).name())
        if chosen or needed:
            raise LocationError(
                tr("The layer “{layer}” has no field “{field}”. It has: {fields}."),
                layer=layer.name(),
                field=field,
                fields=", ".join(f.name() for f in layer.fields()),
            )
        return ""

    def _wishes(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        factories: QgsVectorLayer,
        output: str,
    ):
        from ..reports.location_map import Wishes
        from ..reports.map_layers import map_crs

        return Wishes(
            title=self.parameterAsString(parameters, "TITLE", context).strip(),
            subtitle=self.parameterAsString(parameters, "SUBTITLE", context).strip(),
            language=LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)],
            page=PAGES[self.parameterAsEnum(parameters, "PAGE", context)],
            landscape=self.parameterAsEnum(parameters, "ORIENTATION", context) == 0,
            dpi=self.parameterAsInt(parameters, "DPI", context),
            output=output,
            extent=self.parameterAsExtent(parameters, "EXTENT", context, map_crs(factories)),
            printed=date.today(),
            since=self._since(parameters, context, factories),
        )

    def _unwritable(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the map cannot be written, or not with the page that was asked for; nothing where it can."""
        from ..reports.export import check_output

        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        return check_output(output) or self._incomparable(parameters, context, output)

    def _incomparable(self, parameters: dict[str, Any], context: QgsProcessingContext, output: str) -> str:
        """Return why an earlier check that was given cannot be told of; nothing where none was given."""
        from ..checks.findings_file import file_behind

        earlier = self.parameterAsFile(parameters, "EARLIER", context)
        if not earlier:
            return ""
        absent = dependencies.missing()
        if absent:
            return tr("Comparing with an earlier check needs {names}.").format(names=", ".join(absent))
        if not output.lower().endswith(".pdf"):
            return tr("What changed since the earlier check is a second page, and only a PDF has one: choose .pdf.")
        if not os.path.isfile(earlier):
            return tr("Earlier check: there is no file “{path}”.").format(path=earlier)
        factories = self.parameterAsVectorLayer(parameters, "FACTORIES", context)
        path = file_behind(factories) if factories is not None else ""
        if path and os.path.samefile(path, earlier):
            return tr(
                "The earlier check and this one are the same file, “{path}”. A new check replaces its file: keep a "
                "copy of the old one, or give each check a name of its own."
            ).format(path=earlier)
        return ""

    def _since(self, parameters: dict[str, Any], context: QgsProcessingContext, factories: QgsVectorLayer):
        """Return what changed since the earlier check, None where none was given."""
        from ..checks.findings_file import check_findings_file, file_behind
        from ..reports.since import read_since

        earlier = self.parameterAsFile(parameters, "EARLIER", context)
        if not earlier:
            return None
        findings = file_behind(factories)
        check_findings_file(findings, self.parameterDefinition("FACTORIES").description())
        language = LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)]
        return read_since(earlier, findings, self.parameterDefinition("EARLIER").description(), language)

    def _tell(self, content, feedback: QgsProcessingFeedback) -> None:
        if content.beyond:
            feedback.pushWarning(tr("{count} factories lie outside the map.").format(count=content.beyond))
        if content.unplaced:
            feedback.pushWarning(tr("{count} factories have no location.").format(count=content.unplaced))
        if not content.shown:
            feedback.pushWarning(tr("No factory lies in the extent that was asked for."))
