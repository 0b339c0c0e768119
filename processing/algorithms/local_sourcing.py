"""Who could supply whom, what nobody here makes, and what nobody here demands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.errors import LocationError
from ..base import said, ticker
from ..frames import display_name
from ..i18n import tr
from ..parameters import WORKING_CRS, shown_as, unsuitable
from ..road_parameters import ROAD_PARAMETERS, RoadAlgorithm

if TYPE_CHECKING:
    from ..analysis.roads import Roads
    from ..frames import LayerFrame
    from ..inputs import Factories
    from ..sourcing.ask import Question
    from ..sourcing.links import Links
    from ..sourcing.products import Reader
    from ..sourcing.sides import Fields, Material, Parties

USUAL_PRODUCTS = ("isic", "isic_other")
_MOST = 1000
_PROVINCE_FIELDS = ("province_code", "code")
_FIELDS_OF_BUYERS = ("DEMAND_FIELDS", "ACTIVITY_FIELDS", "DEMAND_AMOUNT_FIELD")


class LocalSourcing(RoadAlgorithm):
    """Suppliers in reach of buyers, product by product; amounts shared out at the least transport."""

    ID = "local_sourcing"
    GROUP_ID = "analysis"
    ICON = "local_sourcing.svg"
    TABLES = ("matches", "unmet", "unused", "factories", "by_province", "by_product", "links")
    MARKS = ("matches", "unmet", "unused", "by_product")

    def displayName(self) -> str:
        return tr("Who could supply whom")

    def tags(self) -> list[str]:
        return tr(
            "sourcing,supply,supplier,buyer,demand,import substitution,raw material,input-output,transport,allocation"
        ).split(",")

    def description(self) -> str:
        return tr(
            "Which factories or raw-material areas could supply which factories within a distance; what is demanded "
            "here that nobody here makes (candidates for import substitution); and what is made here that nobody here "
            "demands. With capacities and amounts demanded, capacity is shared out: as little unmet as possible, "
            "then as little transport as possible.\n\nProducts are ISIC codes or names. What a factory demands stands "
            "in a field, or follows from a table of links between activities that can be edited. A match says “could "
            "supply”, never “does supply”. Inputs are never changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._declare_sides()
        self._declare_materials()
        self._declare_reach()
        self._declare_amounts()
        self._declare_fields()
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", tr("Sourcing GeoPackage"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr("A .gpkg file with the tables matches, unmet, unused, factories, by_province, by_product and links."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "SUMMARY", tr("Summary (JSON)"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("What was found of all factories together, and where it comes from."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer("MATCHES", tr("Who could supply whom")))
        self.addOutput(QgsProcessingOutputVectorLayer("UNMET", tr("Unmet demand")))
        self.addOutput(QgsProcessingOutputVectorLayer("UNUSED", tr("Products without a buyer")))
        self.addOutput(QgsProcessingOutputVectorLayer("FACTORY_TABLE", tr("Factories by demand that could be met")))
        self.addOutput(QgsProcessingOutputNumber("MATCHES_COUNT", tr("Number of pairs")))
        self.addOutput(QgsProcessingOutputNumber("UNMET_COUNT", tr("Number of unmet demands")))
        self.addOutput(QgsProcessingOutputNumber("UNUSED_COUNT", tr("Number of products without a buyer")))

    def _declare_sides(self) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
        text = QgsProcessingParameterString
        usual = tr("Empty: {fields}, as far as the layer has them.").format(fields=", ".join(USUAL_PRODUCTS))
        self.add(
            QgsProcessingParameterFeatureSource("FACTORIES", tr("Suppliers"), kinds),
            tr("The register, or any layer of those who make something: points, or polygons of their premises."),
        )
        self.add(
            QgsProcessingParameterField(
                "PRODUCT_FIELDS",
                tr("Fields of what they make"),
                parentLayerParameterName="FACTORIES",
                allowMultiple=True,
                optional=True,
            ),
            tr("ISIC codes or names of products; several in one field with semicolons between.") + " " + usual,
        )
        self.add(
            QgsProcessingParameterFeatureSource("BUYERS", tr("Buyers"), kinds, optional=True),
            tr("Those who demand something. Empty: the suppliers themselves; a factory is not its own supplier."),
        )
        self.add(
            text("DEMAND_FIELDS", tr("Fields of what buyers demand"), optional=True),
            tr(
                "Names of fields of the buyers, with commas between. Empty: their demand follows from their activity "
                "and the table of links."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "MATCH_BY", tr("Compare by"), [tr("ISIC codes"), tr("product names")], defaultValue=0
            ),
            tr(
                "Codes fit where one begins with the other. Names must be the same, but for capitals, spaces and the "
                "way Khmer is typed."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                "LINKS", tr("Table of links (CSV)"), fileFilter=tr("CSV files (*.csv)"), optional=True
            ),
            tr(
                "Which activity uses which products: buyer_isic, input, coefficient, source, note. Empty: the table "
                "that ships with the plugin, made of the notes of ISIC; copy and edit it."
            ),
        )
        self.add(
            text("ACTIVITY_FIELDS", tr("Fields of the buyers' activity"), optional=True),
            tr("Names of fields of the buyers, for the table of links.") + " " + usual,
            advanced=True,
        )

    def _declare_materials(self) -> None:
        text = QgsProcessingParameterString
        self.add(
            QgsProcessingParameterMultipleLayers(
                "MATERIALS", tr("Raw materials"), QgsProcessing.SourceType.TypeVectorAnyGeometry, optional=True
            ),
            tr("Crop land, salt pans, quarries: points or polygons, as further suppliers, from their nearest edge."),
        )
        self.add(
            text("MATERIAL_PRODUCTS", tr("Products of the raw materials"), optional=True),
            tr(
                "One product for all layers, or by layer: salt_farmland=0893; rice=0112. Empty: the field below, else "
                "the code with which the layer's name begins."
            ),
        )
        self.add(
            text("MATERIAL_FIELD", tr("Product field of the raw materials"), optional=True),
            tr("For layers that have it."),
            advanced=True,
        )

    def _declare_reach(self) -> None:
        number = QgsProcessingParameterNumber.Type
        self.add(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE", tr("Farthest distance (metres)"), number.Double, 50_000.0, minValue=0.0
            ),
            tr("From supplier to buyer, on the ground; along the roads where roads are given."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "K", tr("How many suppliers of each product"), number.Integer, 3, minValue=1, maxValue=_MOST
            ),
            tr("The nearest few for every buyer and product."),
        )
        self.declare_roads(tr("Lines; the distance by road then decides, with the straight one beside it."))
        self.add(
            QgsProcessingParameterFeatureSource(
                "PROVINCES", tr("Provinces"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr(
                "Polygons with a field province_code or code, for whatever has no province code of its own. The sums "
                "by province call them by its names."
            ),
        )

    def _declare_amounts(self) -> None:
        text = QgsProcessingParameterString
        self.add(
            QgsProcessingParameterField(
                "CAPACITY_FIELD",
                tr("Capacity field"),
                parentLayerParameterName="FACTORIES",
                optional=True,
            ),
            tr(
                "How much suppliers can give: a number, or amounts by product such as 1061=500; 1080=20. Also of raw "
                "materials that have the field. Empty: no amounts."
            ),
        )
        self.add(
            text("MATERIAL_YIELDS", tr("Yield of the raw materials (per hectare)"), optional=True),
            tr("A number for all layers of polygons, or by layer: salt_farmland=20. Capacity is area times yield."),
        )
        self.add(
            text("DEMAND_AMOUNT_FIELD", tr("Amount field of the buyers"), optional=True),
            tr(
                "Name of a field: how much of the product they demand, or amounts by product. With the table of links "
                "it is their own output, and needs its coefficients."
            ),
        )
        self.add(
            text("UNIT", tr("Unit of the amounts"), optional=True),
            tr("Such as t/year: for the tables. Capacity and demand must be in the same one."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "CANDIDATES",
                tr("Suppliers considered for sharing out"),
                QgsProcessingParameterNumber.Type.Integer,
                10,
                minValue=1,
                maxValue=_MOST,
            ),
            tr("With amounts: the nearest so many of every buyer and product."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "EXACT_UP_TO",
                tr("Largest set shared out exactly (pairs)"),
                QgsProcessingParameterNumber.Type.Integer,
                20_000,
                minValue=0,
            ),
            tr(
                "Pairs of supplier and buyer that hang together; a larger set is shared out nearest first. A set of "
                "20,000 takes about a second and one of 90,000 ten, in which the run cannot be cancelled."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "METHOD", tr("Sharing out"), [tr("least transport"), tr("nearest first")], defaultValue=0
            ),
            tr(
                "Least transport: as little unmet demand as possible, then the smallest sum of amount × distance; sets "
                "that are too large are shared out nearest first, and the log says so."
            ),
            advanced=True,
        )

    def _declare_fields(self) -> None:
        for name, label, help_text in (
            (
                "FACTORY_ID_FIELD",
                tr("Factory id field"),
                tr("Names the factory; a buyer and a supplier with the same id are one."),
            ),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("PROVINCE_FIELD", tr("Province code field"), tr("For the sums by province.")),
            (
                "STATUS_FIELD",
                tr("Operating status field"),
                tr("What is decommissioned or disused neither supplies nor buys; without a status it does."),
            ),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.add(
            QgsProcessingParameterBoolean("STILL_TO_COME", tr("Count what is still to come"), False),
            tr(
                "Factories that are projected or under construction supply and buy as if they were working. Otherwise "
                "they take no part."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterCrs("CRS", tr("Working CRS"), WORKING_CRS, optional=True),
            tr("What is near is looked for in this CRS. It must be projected, in metres."),
            advanced=True,
        )

    def _layers(self) -> list[str]:
        return ["FACTORIES"]

    # --- what cannot work --------------------------------------------------------------------------------------------

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the parameters cannot work, nothing if they can."""
        for check in (self._check_layers, self._check_fields, self._check_crs):
            sentence = check(parameters, context)
            if sentence:
                return sentence
        try:
            materials = self.layers_in(parameters, "MATERIALS", context)
            sentence = self._check_others(parameters, context) or self._check_materials(materials, context)
            if sentence:
                return sentence
            question = self._question(parameters, context)
            reader = self._reader(question)
            for layer in materials:
                self._material_settings(layer, parameters, context, reader, question)
            self._fields_of(parameters, context)
            self._fields_of_buyers(parameters, context)
            links = self._links(parameters, context)
            read = list(self.files_read(parameters, ("FACTORIES", "BUYERS", "ROADS", "PROVINCES"), context))
            for layer in materials:
                read += self.files_read({"FACTORIES": layer}, ("FACTORIES",), context)
            if links is not None:
                read.append((tr("the table of links"), str(links.path)))
            self.check_outputs(parameters, read, context)
        except LocationError as error:
            return said(error)
        return ""

    def _check_others(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why buyers, roads or provinces cannot be used, nothing if they can."""
        kinds = QgsWkbTypes.GeometryType
        told = (
            self.check_optional(parameters, "BUYERS", context, accepts=(kinds.PolygonGeometry, kinds.PointGeometry))
            or self.check_optional(parameters, "PROVINCES", context, accepts=(kinds.PolygonGeometry,))
            or self.check_roads(parameters, context)
        )
        if told:
            return told
        source = self.parameterAsSource(parameters, "PROVINCES", context)
        if source is not None and not self._province_field(source):
            raise LocationError(
                "Provinces: layer “{layer}” has none of the fields {wanted}. It has: {fields}.",
                layer=display_name(source, self.layer_of(parameters, "PROVINCES", context)),
                wanted=", ".join(_PROVINCE_FIELDS),
                fields=", ".join(source.fields().names()),
            )
        return ""

    @staticmethod
    def _province_field(source: QgsProcessingFeatureSource) -> str:
        return next((name for name in _PROVINCE_FIELDS if source.fields().lookupField(name) >= 0), "")

    def _check_materials(self, layers: Sequence[QgsVectorLayer], context: QgsProcessingContext) -> str:
        """Return why a layer cannot be a source of raw materials, nothing if all can."""
        label, kinds = self.parameterDefinition("MATERIALS").description(), QgsWkbTypes.GeometryType
        accepts = kinds.PolygonGeometry, kinds.PointGeometry
        told = (unsuitable(label, one.name(), one, self.source_of(one, context), accepts=accepts) for one in layers)
        return next((sentence for sentence in told if sentence), "")

    def _question(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Question:
        from ..sourcing.ask import Question

        names = ("MAX_DISTANCE", "K", "CANDIDATES", "EXACT_UP_TO")
        numbers = {name: self.number_given(parameters, name, context) or 0.0 for name in names}
        limit = numbers["MAX_DISTANCE"]
        if not 0 < limit < math.inf:
            raise LocationError(
                "The farthest distance (MAX_DISTANCE) is {metres} m: give more than 0.", metres=f"{limit:g}"
            )
        counts = {}
        for name in ("K", "CANDIDATES"):
            counts[name] = int(numbers[name])
            if not (1 <= numbers[name] <= _MOST and counts[name] == numbers[name]):
                raise LocationError(
                    "{name} is {count}: ask for 1 to {most} suppliers.",
                    name=name,
                    count=f"{numbers[name]:g}",
                    most=_MOST,
                )
        texts = {
            name: self.parameterAsString(parameters, name, context).strip()
            for name in ("CAPACITY_FIELD", "MATERIAL_YIELDS", "DEMAND_AMOUNT_FIELD", "UNIT")
        }
        supply, demand = texts["CAPACITY_FIELD"] or texts["MATERIAL_YIELDS"], texts["DEMAND_AMOUNT_FIELD"]
        if bool(supply) != bool(demand):
            raise LocationError(
                "Amounts can be shared out only where both sides have some: give the capacity of the suppliers "
                "(CAPACITY_FIELD or MATERIAL_YIELDS) and the amount field of the buyers (DEMAND_AMOUNT_FIELD), or "
                "neither."
            )
        return Question(
            limit=limit,
            k=counts["K"],
            by=self.parameterAsEnum(parameters, "MATCH_BY", context),
            amounts=bool(supply),
            candidates=counts["CANDIDATES"],
            nearest_first=self.parameterAsEnum(parameters, "METHOD", context) == 1,
            largest=max(int(numbers["EXACT_UP_TO"]), 0),
            unit=texts["UNIT"],
            road_off=self.road_settings(parameters, context).off,
        )

    @staticmethod
    def _reader(question: Question) -> Reader:
        from ..sourcing.products import Reader

        return Reader(question.by)

    def _chosen(
        self,
        parameters: dict[str, Any],
        name: str,
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        usual: Sequence[str] = (),
    ) -> list[str]:
        """Return the fields given for a purpose, or the usual ones that the layer has.

        Raises
        ------
        LocationError
            If a field is not there.
        """
        fields = source.fields()
        wanted = self.names_given(parameters, name, context)
        for field in wanted:
            if fields.lookupField(field) < 0:
                raise LocationError(
                    "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.",
                    layer=source.sourceName(),
                    field=field,
                    parameter=name,
                    fields=", ".join(fields.names()),
                )
        found = [fields.lookupField(field) for field in wanted or usual]
        return [fields.at(index).name() for index in found if index >= 0]

    def _fields_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Fields:
        """Return the fields of the suppliers."""
        from ..sourcing.sides import Fields

        source = self.parameterAsSource(parameters, "FACTORIES", context)
        products = self._chosen(parameters, "PRODUCT_FIELDS", source, context, USUAL_PRODUCTS)
        if not products:
            raise LocationError(
                "Say which fields of layer “{layer}” tell what they make (PRODUCT_FIELDS): it has none of {usual}. It "
                "has: {fields}.",
                layer=display_name(source, self.layer_of(parameters, "FACTORIES", context)),
                usual=", ".join(USUAL_PRODUCTS),
                fields=", ".join(source.fields().names()),
            )
        capacity = self._chosen(parameters, "CAPACITY_FIELD", source, context)
        status = self._field(parameters, "STATUS_FIELD", source, context)
        return Fields(products=products, capacity=capacity[0] if capacity else "", status=status)

    def _fields_of_buyers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Fields:
        """Return the fields of the buyers."""
        from ..sourcing.products import BY_NAME
        from ..sourcing.sides import Fields

        source = self._buyers(parameters, context)
        demands = self._chosen(parameters, "DEMAND_FIELDS", source, context)
        activities = [] if demands else self._chosen(parameters, "ACTIVITY_FIELDS", source, context, USUAL_PRODUCTS)
        if not demands and self.parameterAsEnum(parameters, "MATCH_BY", context) == BY_NAME:
            raise LocationError(
                "By product names, the buyers themselves must say what they demand: give the fields (DEMAND_FIELDS). "
                "The table of links speaks of ISIC codes."
            )
        if not demands and not activities:
            raise LocationError(
                "Say what the buyers of layer “{layer}” demand (DEMAND_FIELDS), or which fields hold their activity "
                "(ACTIVITY_FIELDS): it has none of {usual}. It has: {fields}.",
                layer=source.sourceName(),
                usual=", ".join(USUAL_PRODUCTS),
                fields=", ".join(source.fields().names()),
            )
        amount = self._chosen(parameters, "DEMAND_AMOUNT_FIELD", source, context)
        return Fields(
            demands=demands,
            activities=activities,
            demanded_amount=amount[0] if amount else "",
            status=self._field(self._of_buyers(parameters, context), "STATUS_FIELD", source, context),
        )

    def _of_buyers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters without fields that were chosen for the suppliers and that the buyers have not."""
        fields = self._buyers(parameters, context).fields()
        out = dict(parameters)
        for name in ("FACTORY_ID_FIELD", "NAME_FIELD", "PROVINCE_FIELD", "STATUS_FIELD"):
            given = self.parameterAsString(parameters, name, context)
            if given and fields.lookupField(given) < 0:
                out.pop(name)
        return out

    def _buyers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        name = "BUYERS" if self.given(parameters, "BUYERS", context) else "FACTORIES"
        return self.parameterAsSource(parameters, name, context)

    def _links(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Links | None:
        """Return the table of links, None where buyers say themselves what they demand."""
        from ..sourcing.links import read_links

        if self.names_given(parameters, "DEMAND_FIELDS", context):
            return None
        return read_links(self.parameterAsFile(parameters, "LINKS", context))

    def _material_settings(
        self,
        layer: QgsVectorLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        reader: Reader,
        question: Question,
    ) -> dict[str, Any]:
        """Return what is known of a layer of raw materials before it is read."""
        from ..sourcing.products import by_layer, plain_name
        from ..sourcing.sides import material_products, material_yield

        def of_layer(name: str) -> str:
            whole, single = by_layer(self.parameterAsString(parameters, name, context))
            return single.get(plain_name(layer.name()), whole)

        known = layer.fields()

        def field(name: str) -> str:
            index = known.lookupField(self.parameterAsString(parameters, name, context).strip())
            return known.at(index).name() if index >= 0 else ""

        given = of_layer("MATERIAL_PRODUCTS")
        product_field = "" if given else field("MATERIAL_FIELD")
        capacity_field, yield_ = field("CAPACITY_FIELD"), material_yield(of_layer("MATERIAL_YIELDS"))
        areal = QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        if not math.isnan(yield_) and not areal and not capacity_field:
            raise LocationError(
                "Layer “{layer}” holds points, which have no area for a yield (MATERIAL_YIELDS): give it a field of "
                "capacity (CAPACITY_FIELD), or yields by layer.",
                layer=layer.name(),
            )
        return {
            "product_field": product_field,
            "products": material_products(layer.name(), given, product_field, reader),
            "capacity_field": capacity_field if question.amounts else "",
            "yield_": yield_,
        }

    # --- the run -----------------------------------------------------------------------------------------------------

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..analysis import sourcing as engine
        from ..provenance import Run
        from ..sourcing.ask import ask
        from ..sourcing.products import BY_CODE
        from ..sourcing.summary import as_json, report, warnings
        from ..sourcing.tables import Tables
        from ..storage.geopackage import whole_file, write_geopackage

        self.refuse(parameters, context)
        run = Run()
        crs = self.working_crs(parameters, context)
        question, links = self._question(parameters, context), self._links(parameters, context)
        parties, read, roads = self._read(parameters, context, crs, question, links, feedback)
        problems = [problem for layer in read for problem in layer.problems] + parties.problems
        self.report_layers(read, problems, feedback)
        answer = ask(parties, question, crs, roads, ticker(feedback, 25, 80))
        tables = Tables(
            parties,
            answer,
            question,
            links,
            self.parameterAsCrs(parameters, "CRS", context),
            engine.code_fit if question.by == BY_CODE else engine.name_fit,
            roads is not None,
        )
        for sentence in warnings(answer, question, links, tables):
            feedback.pushWarning(sentence)
        for sentence in report(parties, answer, question, tables):
            feedback.pushInfo(sentence)
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        summary = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        told = self._told(parameters, context) if summary else {}
        with whole_file(summary) if summary else nullcontext() as summary_file:
            write_geopackage(output, tables.all(), ticker(feedback, 80, 100))
            if summary_file is not None:
                text = as_json(run, parties, answer, question, tables, read, links, problems, crs, told)
                summary_file.write_text(text, encoding="utf-8")
        shown = [
            ("by_province", tr("Sourcing by province")),
            ("by_product", tr("Sourcing by product")),
            ("unused", tr("Products without a buyer")),
            ("matches", tr("Who could supply whom")),
            ("factories", tr("Factories by demand that could be met")),
            ("unmet", tr("Unmet demand")),
        ]
        self.load_tables(output, shown, context)
        return {
            "OUTPUT": output,
            "SUMMARY": summary,
            "MATCHES": f"{output}|layername=matches",
            "UNMET": f"{output}|layername=unmet",
            "UNUSED": f"{output}|layername=unused",
            "FACTORY_TABLE": f"{output}|layername=factories",
            "MATCHES_COUNT": len(answer.matches),
            "UNMET_COUNT": len(answer.unmet.row),
            "UNUSED_COUNT": len(answer.unused.row),
        }

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the parameters of the run that are no layers, for the record."""
        names = ("DEMAND_FIELDS", "MATCH_BY", "ACTIVITY_FIELDS", "MATERIAL_PRODUCTS", "MATERIAL_FIELD", "MAX_DISTANCE")
        names = (*names, "K", "CAPACITY_FIELD", "MATERIAL_YIELDS", "DEMAND_AMOUNT_FIELD", "UNIT", "CANDIDATES")
        names = (*names, "EXACT_UP_TO", "METHOD", *ROAD_PARAMETERS, "STATUS_FIELD", "STILL_TO_COME")
        told = {name: self.parameterAsString(parameters, name, context) for name in names}
        return {"PRODUCT_FIELDS": ", ".join(self.names_given(parameters, "PRODUCT_FIELDS", context)), **told}

    def _read(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        question: Question,
        links: Links | None,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Parties, list[LayerFrame], Roads | None]:
        """Read all layers and put together who makes and who demands what."""
        from ..provinces import read_provinces
        from ..sourcing.sides import parties, with_provinces
        from ..storage.files import same_table

        reader = self._reader(question)
        fields, theirs = self._fields_of(parameters, context), self._fields_of_buyers(parameters, context)
        suppliers, buyers = self._read_both(parameters, context, crs, fields, theirs, feedback)
        materials = [
            self._read_material(layer, parameters, context, crs, reader, question)
            for layer in self.layers_in(parameters, "MATERIALS", context)
        ]
        read = [suppliers.layer, *([] if buyers is suppliers else [buyers.layer])]
        read += [material.layer for material in materials]
        roads = self.read_roads(parameters, context, crs, ticker(feedback, 16, 20))
        found = parties(
            suppliers,
            fields,
            buyers,
            theirs,
            materials,
            links,
            reader,
            amounts=question.amounts,
            crs=crs,
            one_table=same_table(*(self.layer_of(parameters, name, context) for name in ("FACTORIES", "BUYERS"))),
            still_to_come=self.parameterAsBool(parameters, "STILL_TO_COME", context),
            tick=ticker(feedback, 16, 20),
        )
        given = read_provinces(self, parameters, context, crs, ticker(feedback, 20, 22), codes=_PROVINCE_FIELDS)
        if given is not None:
            provinces = given.by_code()
            found = with_provinces(found, provinces.codes, provinces.names, provinces.shapes)
            read.append(provinces.layer)
        return (
            found,
            [*read, *([roads] if roads is not None else [])],
            self._graph(roads, parameters, context, crs, feedback),
        )

    def _read_both(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        fields: Fields,
        theirs: Fields,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Factories, Factories]:
        """Return suppliers and buyers, the same object where they are one table."""
        from ..storage.files import same_table

        one, other = (self.layer_of(parameters, name, context) for name in ("FACTORIES", "BUYERS"))
        whole = not self.given(parameters, "BUYERS", context) or (
            same_table(one, other)
            and self.parameterAsSource(parameters, "BUYERS", context).featureCount()
            == self.parameterAsSource(parameters, "FACTORIES", context).featureCount()
            == (one.featureCount() if one is not None else -1)
        )
        more = [*fields.all, *theirs.all] if whole else fields.all
        suppliers = self.read_factories(parameters, context, crs, ticker(feedback, 0, 8), more=more)
        suppliers = replace(suppliers, layer=replace(suppliers.layer, role="suppliers"))
        if whole:
            return suppliers, suppliers
        asked = {**self._of_buyers(parameters, context), "FACTORIES": parameters["BUYERS"]}
        buyers = self.read_factories(asked, context, crs, ticker(feedback, 8, 16), more=theirs.all)
        return suppliers, replace(buyers, layer=replace(buyers.layer, role="buyers"))

    def _read_material(
        self,
        layer: QgsVectorLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        reader: Reader,
        question: Question,
    ) -> Material:
        from ..checks.role_layers import ID_FIELDS, NAME_FIELDS, first_of
        from ..frames import read_layer
        from ..parameters import refuse_degrees
        from ..sourcing.sides import Material

        source = self.source_of(layer, context)
        known = source.fields().names()
        fields = {
            "id_field": first_of(ID_FIELDS, known),
            "name_field": first_of(NAME_FIELDS, known) or shown_as(layer),
            "province_field": first_of(("province_code",), known),
        }
        settings = self._material_settings(layer, parameters, context, reader, question)
        wanted = [*fields.values(), settings["product_field"], settings["capacity_field"]]
        frame = read_layer(
            source,
            layer,
            role="raw materials",
            fields=list(dict.fromkeys(name for name in wanted if name)),
            crs=crs,
            tick=lambda _: None,
        )
        refuse_degrees(frame)
        return Material(layer=frame, **fields, **settings)

    def _graph(
        self,
        layer: LayerFrame | None,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        feedback: QgsProcessingFeedback,
    ) -> Roads | None:
        """Return the roads as a graph, and say how well they hang together."""
        import numpy as np

        from ..analysis.roads import Roads

        if layer is None:
            return None
        set_ = self.road_settings(parameters, context)
        roads = Roads(np.asarray(layer.frame.geometry.array, dtype=object), crs, set_.gap, crossings=set_.crossings)
        parts, share = roads.islands()
        feedback.pushInfo(
            tr(
                "Roads of “{layer}”: parts without a way between them: {parts}; the largest has {share} of their "
                "length. Where that is little, close larger gaps (ROAD_GAP) or connect roads that cross "
                "(ROAD_CROSSINGS)."
            ).format(layer=layer.name, parts=parts, share=f"{share:.0%}")
        )
        ticker(feedback, 22, 25)(1.0)
        return roads
