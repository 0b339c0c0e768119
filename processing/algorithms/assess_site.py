"""May a factory stand here? One place or many, every rule, what is nearest, and where else it would pass."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..base import ticker
from ..checks.role_layers import ROLE_LAYERS, first_of
from ..i18n import tr
from ..inputs import Factories, limited
from ..parameters import CheckAlgorithm
from ..paths import STYLES
from ..sites.layers import SiteLayers, point_site

if TYPE_CHECKING:
    import numpy as np

    from ..rules.pack import Pack
    from ..sites.check import Assessment, Surroundings
    from ..storage.geopackage import Table

SIZES = ("micro", "small", "medium", "large", None)
ALTERNATIVES = 5
# Sites of which the log tells every rule.
_TOLD_ONE_BY_ONE = 20
_TABLES = {"SITES_LAYER": "sites", "FINDINGS": "findings", "EVIDENCE": "evidence", "NEAREST": "nearest",
           "ALTERNATIVES_LAYER": "alternatives"}  # fmt: skip


class AssessSite(SiteLayers, CheckAlgorithm):
    """Judges proposed sites as `check_locations` judges a register."""

    ID = "assess_site"
    ICON = "assess_site.svg"
    TABLES = ("sites", "findings", "evidence", "nearest", "alternatives")
    MARKS = ("sites",)

    def displayName(self) -> str:
        return tr("Assess a site")

    def tags(self) -> list[str]:
        return tr("site,licence,application,new factory,suitability,alternatives,zoning,rules").split(",")

    def description(self) -> str:
        return tr(
            "Says whether a factory may stand at a proposed place, and why: one point with an activity and a size, or "
            "a layer of proposed sites.\n\nEvery rule of the pack gives a verdict, with the measured distance; what is "
            "nearest of every kind is listed, asked for or not. For a site that fails, the nearest places where every "
            "prohibition is kept are offered: parks with room first, then zones that permit the activity. Each was "
            "checked by the same rules. The results are tables of one GeoPackage, a JSON file and a page to print."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._declare_point()
        self._declare_sites()
        self.declare_zoning(optional=True)
        self.declare_parks(optional=True)
        self._declare_register()
        self._declare_admin()
        self.declare_roles()
        self.declare_rules()
        self.add(
            QgsProcessingParameterNumber(
                "ALTERNATIVES",
                tr("Other places to offer"),
                QgsProcessingParameterNumber.Type.Integer,
                ALTERNATIVES,
                minValue=0,
                maxValue=50,
            ),
            tr("For a site that fails, at most this many places where it would pass. 0: look for none."),
        )
        self.declare_judging()
        self._declare_outputs()

    def _declare_point(self) -> None:
        self.add(
            QgsProcessingParameterPoint("POINT", tr("Proposed place"), optional=True),
            tr(
                "Click the map, or type the coordinates with their system: 104.90,11.55 [EPSG:4326] is longitude and "
                "latitude. Leave it empty to assess a layer of sites."
            ),
        )
        self.add(
            QgsProcessingParameterString("ACTIVITY", tr("Activity (ISIC Rev. 4)"), optional=True),
            tr("Code of 2 to 4 digits of what the factory at the proposed place would make; needed with it."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "SIZE",
                tr("Size"),
                [tr("micro"), tr("small"), tr("medium"), tr("large"), tr("not known")],
                defaultValue=len(SIZES) - 1,
            ),
            tr("Some rules depend on it: they answer “no data” where it is not known."),
        )
        self.add(
            QgsProcessingParameterString("NAME", tr("Name of the site"), optional=True),
            tr("Stands in the tables and on the page: the applicant, or what the factory will be called."),
        )
        self.add(
            QgsProcessingParameterString("REFERENCE", tr("Number of the application"), optional=True),
            tr("Stands on the page and the certificate."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("HOW_KNOWN", tr("How the place is known"), optional=True),
            tr("Where the accuracy comes from, in words: stands beside it on the page and the certificate."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "ACCURACY",
                tr("Accuracy of the place (metres)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
            ),
            tr(
                "Radius within which the true place lies; also for sites of a layer that state none. A verdict is "
                "given only when it is the same everywhere within it. 0 takes the coordinates as exact."
            ),
        )

    def _declare_sites(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "SITES", tr("Proposed sites"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon], optional=True
            ),
            tr("Points, or polygons of the ground asked for; instead of a single place."),
        )
        for name, label, help_text in (
            ("SITE_ID_FIELD", tr("Sites: id field"), tr("Identifies a site in the results.")),
            ("SITE_NAME_FIELD", tr("Sites: name field"), tr("Shown beside the id.")),
            ("SITE_ACTIVITY_FIELD", tr("Sites: activity field"), tr("ISIC Rev. 4 code of each site.")),
            ("SITE_SIZE_FIELD", tr("Sites: size field"), tr("One of micro, small, medium and large.")),
            ("SITE_ACCURACY_FIELD", tr("Sites: accuracy field (metres)"), tr("As for the single place.")),
            (
                "SITE_METHOD_FIELD",
                tr("Sites: location method field"),
                tr("Where no accuracy is stated, the usual one of the method is taken, where the schema has one."),
            ),
            (
                "SITE_PARK_FIELD",
                tr("Sites: declared park field"),
                tr("Id or name of the industrial park the factory says it is in; empty for none."),
            ),
        ):
            self._add_field(name, label, "SITES", help_text, advanced=True)

    def _declare_register(self) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "FACTORIES", tr("Factories"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon], optional=True
            ),
            tr(
                "The register of factories that stand already: for rules about other factories, and for the room in "
                "parks. Empty: such rules answer “no data”."
            ),
        )
        for name, label, help_text in (
            ("FACTORY_ID_FIELD", tr("Factory id field"), tr("Identifies a factory in the findings.")),
            ("NAME_FIELD", tr("Factory name field"), tr("Shown beside the id.")),
            ("ACTIVITY_FIELD", tr("Activity field (ISIC Rev. 4)"), tr("Tells which rules are about a factory.")),
            ("ACCURACY_FIELD", tr("Accuracy field (metres)"), tr("How well the place of a factory is known.")),
            ("DECLARED_PARK_FIELD", tr("Declared park field"), tr("A factory takes room in the park it declares.")),
        ):
            self._add_field(name, label, "FACTORIES", help_text, advanced=True)
        self.declare_status_and_method()
        self.declare_default_accuracy()

    def _declare_admin(self) -> None:
        self._add_polygons(
            "ADMIN",
            tr("Provinces, districts or communes"),
            True,
            tr("Says in which unit a site lies. Empty: not said."),
        )
        for name, label, help_text in (
            ("ADMIN_CODE_FIELD", tr("Unit code field"), tr("The code of the unit.")),
            ("ADMIN_NAME_FIELD", tr("Unit name field"), tr("The name of the unit.")),
        ):
            self._add_field(name, label, "ADMIN", help_text, advanced=True)

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT",
                tr("Assessment GeoPackage"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
                createByDefault=True,
            ),
            tr("A .gpkg file with the tables sites, findings, evidence, nearest and alternatives. It is replaced."),
        )
        for name, label, filter_, help_text in (
            (
                "SUMMARY",
                tr("Summary (JSON)"),
                tr("JSON files (*.json)"),
                tr("The same for a program: the schema is data/schemas/site.json."),
            ),
            (
                "OUTPUT_HTML",
                tr("Page to print"),
                tr("HTML pages (*.html)"),
                tr("One page a site, in the language of QGIS. Its name must end in .html."),
            ),
            (
                "OUTPUT_PDF",
                tr("Location certificate (PDF)"),
                tr("PDF files (*.pdf)"),
                tr("One page a site to sign and to file, in the language of QGIS. Its name must end in .pdf."),
            ),
        ):
            self.add(
                QgsProcessingParameterFileDestination(name, label, filter_, optional=True, createByDefault=False),
                help_text,
            )
        for name, label in (
            ("SITES_LAYER", tr("Sites by verdict")),
            ("FINDINGS", tr("Findings")),
            ("EVIDENCE", tr("Evidence lines")),
            ("NEAREST", tr("Nearest of each kind")),
            ("ALTERNATIVES_LAYER", tr("Other places offered")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        self.addOutput(QgsProcessingOutputString("VERDICT", tr("Worst verdict")))
        self.addOutput(QgsProcessingOutputString("RESULT", tr("Everything found, as JSON, where no file is written")))
        for name, label in (
            ("FAILS", tr("Sites that fail")),
            ("UNDECIDED", tr("Sites undecided")),
            ("NO_DATA", tr("Sites without data")),
            ("OFFERED", tr("Number of other places offered")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        one = not self.parameterAsPoint(parameters, "POINT", context).isEmpty()
        many = bool(self.given(parameters, "SITES", context))
        if one == many:
            return tr(
                "Give either a proposed place (POINT) or a layer of proposed sites (SITES), not both, not neither."
            )
        names = ("ZONING", "PARKS", "FACTORIES", "ADMIN", *ROLE_LAYERS)
        if not any(self.given(parameters, name, context) for name in names):
            return tr("Choose a zoning layer, a parks layer or another: there is nothing to check against.")
        return (
            (self._activity_refusal(parameters, context) if one else "")
            or self._unit_refusal(parameters, context)
            or self._names_refusal(parameters)
            or super().refusal(parameters, context)
        )

    def _activity_refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        from ..analysis.activities import normalise
        from ..rules.pack import isic_sections

        given = self.parameterAsString(parameters, "ACTIVITY", context).strip()
        if not given:
            return tr("Say what the factory would make: an ISIC Rev. 4 code of 2 to 4 digits (ACTIVITY).")
        if normalise(given) not in isic_sections():
            return tr(
                "“{code}” is not an ISIC Rev. 4 code (ACTIVITY). Codes have 2 to 4 digits, such as 1410 for clothing."
            ).format(code=given)
        return ""

    def _unit_refusal(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Ask for a field of the administrative units where none is known: every site would lie in no unit."""
        from ..admin_layers import UNIT_NAMES
        from ..sites.layers import CODE_FIELDS

        if not self._has(parameters, "ADMIN", context):
            return ""
        source = self.parameterAsSource(parameters, "ADMIN", context)
        known = source.fields().names()
        chosen = [self._field(parameters, name, source, context) for name in ("ADMIN_CODE_FIELD", "ADMIN_NAME_FIELD")]
        if any(chosen) or first_of((*CODE_FIELDS, *UNIT_NAMES), known):
            return ""
        return tr(
            "Say which field of layer “{layer}” holds the code or the name of a unit (ADMIN_CODE_FIELD, "
            "ADMIN_NAME_FIELD). It has: {fields}."
        ).format(layer=source.sourceName(), fields=", ".join(known))

    def _names_refusal(self, parameters: dict[str, Any]) -> str:
        output, page = self.destination(parameters, "OUTPUT"), self.destination(parameters, "OUTPUT_HTML")
        if output and Path(output).suffix.lower() != ".gpkg":
            return tr(
                "The assessment is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”."
            ).format(name=Path(output).name)
        if page and Path(page).suffix.lower() not in (".html", ".htm"):
            return tr("The page to print needs a name that ends in .html, not “{name}”.").format(name=Path(page).name)
        if page and page == self.destination(parameters, "SUMMARY"):
            return tr("The summary and the page need two files: both are “{path}”.").format(path=page)
        certificate = self.destination(parameters, "OUTPUT_PDF")
        if certificate and Path(certificate).suffix.lower() != ".pdf":
            return tr("The certificate needs a name that ends in .pdf, not “{name}”.").format(
                name=Path(certificate).name
            )
        return ""

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..provenance import Run
        from ..sites.check import assess
        from ..sites.layer_store import remembered_pack
        from ..sites.summary import document

        self.refuse(parameters, context)
        run = Run()
        pack = remembered_pack(self.parameterAsFile(parameters, "RULES", context))
        crs = self.working_crs(parameters, context)
        sites = self._sites(parameters, context, crs, ticker(feedback, 0, 5))
        around = self.surroundings(parameters, context, crs, ticker(feedback, 5, 40))
        found = assess(
            sites,
            around,
            pack,
            self.polygon_rule(parameters, context),
            self.parameterAsInt(parameters, "ALTERNATIVES", context),
            run.started.astimezone().date(),
            [ticker(feedback, *span) for span in ((40, 50), (50, 55), (55, 60), (60, 95))],
        )
        layers = [sites.layer, *around.layers]
        problems = limited([problem for layer in layers for problem in layer.problems])
        told = [vars(problem) for problem in problems]
        summary_path = self.parameterAsFileOutput(parameters, "SUMMARY", context)
        reference = self.parameterAsString(parameters, "REFERENCE", context).strip()
        how_known = self.parameterAsString(parameters, "HOW_KNOWN", context).strip()
        written = document(
            run, pack, found, layers, crs, told,
            checksums=bool(summary_path), reference=reference, how_known=how_known,
        )  # fmt: skip
        outputs = self._write(parameters, context, found, sites, around, pack, crs, written, ticker(feedback, 95, 100))
        self.report_layers(layers, problems, feedback)
        self._report(found, around, pack, feedback)
        # A log that shows every result would drown in it where the same stands in a file.
        result = {} if outputs else {"RESULT": json.dumps(written, ensure_ascii=False, allow_nan=False)}
        return {**outputs, **result, **_numbers(found)}

    def _sites(self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Any) -> Factories:
        """Return the proposed sites; all are new, until they turn out to stand in the register."""
        import numpy as np

        point = self.parameterAsPoint(parameters, "POINT", context)
        if not point.isEmpty():
            return point_site(
                (point.x(), point.y()),
                self.parameterAsPointCrs(parameters, "POINT", context),
                crs,
                name=self.parameterAsString(parameters, "NAME", context).strip(),
                activity=self.parameterAsString(parameters, "ACTIVITY", context),
                size=SIZES[self.parameterAsEnum(parameters, "SIZE", context)],
                accuracy_m=self.parameterAsDouble(parameters, "ACCURACY", context),
            )
        read = self.read_factories(parameters, context, crs, tick, name="SITES")
        # What has no id is called by its number, and each is told apart in tables and files.
        numbers = read.layer.frame.index.tolist()
        named = [f"site {i}" if id_ == f"feature {i}" else id_ for i, id_ in zip(numbers, read.ids)]
        often = Counter(named)
        ids = np.array([f"{i} ({n})" if often[i] > 1 else i for i, n in zip(named, numbers)], dtype=object)
        sites = replace(read, ids=ids, new=np.full(len(ids), True, dtype=object))
        return self.within_area(sites, crs)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        found: Assessment,
        sites: Factories,
        around: Surroundings,
        pack: Pack,
        crs: str,
        written: dict[str, Any],
        tick: Any,
    ) -> dict[str, Any]:
        """Write what was asked for, all or nothing, and return where it is."""
        from ..provenance import summary_text
        from ..reports.site_certificate import write_certificate
        from ..reports.site_map import map_maker
        from ..reports.site_page import page
        from ..rules.pack import ZONE_PERMITS
        from ..storage.geopackage import whole_file, write_geopackage

        output = self.destination(parameters, "OUTPUT") and self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        texts = {"SUMMARY": lambda: summary_text(written), "OUTPUT_HTML": lambda: page(written)}
        paths = {name: self.parameterAsFileOutput(parameters, name, context) for name in (*texts, "OUTPUT_PDF")}
        with ExitStack() as files:
            # The places are taken first: tables without the page asked for would be half an answer.
            partial = {name: files.enter_context(whole_file(path)) for name, path in paths.items() if path}
            for name, file in partial.items():
                if name in texts:
                    file.write_text(texts[name](), encoding="utf-8")
                else:
                    rule = pack.rule(ZONE_PERMITS)
                    titles = {code: str(zone.title) for code, zone in rule.zones.items()} if rule is not None else {}
                    places = dict(zip(sites.ids.tolist(), sites.geometries.tolist()))
                    write_certificate(written, file, map_maker(places, around, crs, titles))
            if output:
                write_geopackage(output, _tables(found, sites, crs), tick)
        if output:
            labels = {one.name(): one.description() for one in self.outputDefinitions()}
            self.load_tables(output, [(table, labels[name]) for name, table in _TABLES.items()], context)
        return {
            **{name: path for name, path in paths.items() if path},
            **({"OUTPUT": output} if output else {}),
            **({name: f"{output}|layername={table}" for name, table in _TABLES.items()} if output else {}),
        }

    def _report(self, found: Assessment, around: Surroundings, pack: Pack, feedback: QgsProcessingFeedback) -> None:
        """Say in the log what came out."""
        sites = found.sites
        if around.admin is not None:
            for name in _named(sites[sites["admin_code"].isna() & sites["admin_name"].isna()]):
                feedback.pushWarning(tr("Site {site} lies in no unit of the layer of provinces.").format(site=name))
        for i, (name, row) in enumerate(zip(_named(sites), sites.to_dict("records"))):
            feedback.pushInfo(_sentence(name, row))
            if i < _TOLD_ONE_BY_ONE:
                _tell_rules(found, row["factory_id"], feedback)
        if len(sites) > _TOLD_ONE_BY_ONE:
            feedback.pushInfo(tr("The rules of the other sites are in the table of findings."))
        for note in found.all_notes():
            feedback.pushInfo(note)


def _named(sites: Any) -> list[str]:
    return [name or id_ for name, id_ in zip(sites["factory_name"], sites["factory_id"])]


def _sentence(name: str, row: dict[str, Any]) -> str:
    from ..reports.site_page import not_checked
    from ..rules.words import word

    parts = [f"{name}: {row['verdict']}"]
    if row["severity"]:
        parts.append(f"({word(row['severity'])})")
    where = [row["zone_code"], row["park_name"] or row["park_id"], row["admin_name"] or row["admin_code"]]
    known = [str(place) for place in where if place]
    told = " ".join(parts) + ("; " + ", ".join(known) if known else "") + (f". {row['why']}" if row["why"] else ".")
    return f"{told} {not_checked(row['not_checked'])}".rstrip()


def _tell_rules(found: Assessment, id_: str, feedback: QgsProcessingFeedback) -> None:
    mine = found.findings[found.findings["factory_id"] == id_]
    for row in mine.to_dict("records"):
        feedback.pushInfo(f"  {row['rule_id']}  {row['verdict']}: {row['message']}")
    for row in found.alternatives[found.alternatives["factory_id"] == id_].to_dict("records"):
        text = tr("{rank}. {name}, {distance} m away: {verdict}").format(
            rank=row["rank"], name=row["name"], distance=f"{row['distance_m']:,.0f}", verdict=row["verdict"]
        )
        feedback.pushInfo(f"  {text}; {row['room']}" if row["room"] else f"  {text}")


def _numbers(found: Assessment) -> dict[str, Any]:
    from ..analysis.verdicts import BY_URGENCY, FAIL, NO_DATA, UNDECIDED

    verdicts = found.sites["verdict"].tolist()
    return {
        "VERDICT": next(verdict for verdict in BY_URGENCY if verdict in verdicts),
        "FAILS": verdicts.count(FAIL),
        "UNDECIDED": verdicts.count(UNDECIDED),
        "NO_DATA": verdicts.count(NO_DATA),
        "OFFERED": len(found.alternatives),
    }


def _tables(found: Assessment, sites: Factories, crs: str) -> list[Table]:
    from ..checks.findings import DEPTH, EVIDENCE_FIELDS, FINDING_FIELDS
    from ..sites.check import ALTERNATIVE_FIELDS, NEAREST_FIELDS, SITE_FIELDS
    from ..storage.geopackage import Table

    working = QgsCoordinateReferenceSystem(crs)
    about = tr("Assessed: {layers}.").format(layers=sites.layer.name)
    # As in `check_locations`: the way out of an area is no line to a conflict.
    drawn = _drawn(found.lines) & ~found.findings["reason"].isin(DEPTH).to_numpy()
    evidence = found.findings.loc[drawn, [name for name, _ in EVIDENCE_FIELDS]]
    kind = "MultiPolygon" if sites.polygonal else "Point"
    style = STYLES / ("factory_summary_polygon.qml" if sites.polygonal else "factory_summary.qml")

    def table(name: str, fields: Any, values: Any, shapes: Any, geometry: str, style: Path | None) -> Table:
        return Table(name, fields, values, shapes, geometry, working, about, style)

    return [
        table("sites", SITE_FIELDS, found.sites, _as_multi(sites.geometries), kind, style),
        table("findings", FINDING_FIELDS, found.findings, found.points, "Point", STYLES / "findings.qml"),
        table("evidence", EVIDENCE_FIELDS, evidence, found.lines[drawn], "LineString", STYLES / "evidence.qml"),
        table("nearest", NEAREST_FIELDS, found.nearest, found.nearest_lines, "LineString", STYLES / "nearest.qml"),
        table("alternatives", ALTERNATIVE_FIELDS, found.alternatives, found.alternative_points, "Point",
              STYLES / "alternatives.qml"),
    ]  # fmt: skip


def _drawn(lines: np.ndarray) -> np.ndarray:
    import shapely

    return ~shapely.is_missing(lines)


def _as_multi(shapes: np.ndarray) -> np.ndarray:
    import numpy as np
    import shapely

    single = shapely.get_type_id(shapes) == 3
    out = shapes.copy()
    out[single] = np.array([shapely.multipolygons([p]) for p in shapes[single]], dtype=object)
    return out
