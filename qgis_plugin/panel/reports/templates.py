"""The reports that can be made: what each is for, what it needs, and the runs it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsVectorLayer, QgsWkbTypes

from ....processing.i18n import tr
from ....processing.paths import DATA
from ....processing.reports.words import Words
from ... import settings
from ...project.decisions import exceptions
from ..register.lists import provinces
from ..site.asker import known
from . import scopes, sheets
from .materials import Materials
from .namesakes import without_namesakes
from .scopes import PROVINCE, SELECTED, VIEW, WHOLE, Scope, among
from .speech import KHMER, speaker
from .steps import Excerpt, Result, Step

MODEL = DATA / "models" / "monthly-report.model3"
_MAP, _SITES, _RULES = "factory:location_map", "factory:assess_site", "factory:validate_rules"
_QUALITY = "factory:register_quality"
# On a map of more factories nobody can follow the lines to what they conflict with.
MOST_IDS = 20_000
# The parameters of proposed sites, and the register's own for the same thing.
_AS_SITES = {
    "SITE_ID_FIELD": "FACTORY_ID_FIELD",
    "SITE_NAME_FIELD": "NAME_FIELD",
    "SITE_ACTIVITY_FIELD": "ACTIVITY_FIELD",
    "SITE_SIZE_FIELD": "SIZE_FIELD",
    "SITE_ACCURACY_FIELD": "ACCURACY_FIELD",
    "SITE_METHOD_FIELD": "METHOD_FIELD",
    "SITE_PARK_FIELD": "DECLARED_PARK_FIELD",
}


@dataclass(frozen=True)
class Order:
    """One file that somebody wants.

    Attributes
    ----------
    scope : Scope
    language : str
        ``en`` or ``km``.
    suffix : str
        Of the file, such as ``.pdf``.
    day : date
        On which it is made.
    page, orientation : int
        As for `factory:location_map`.
    earlier : str or None
        The findings GeoPackage to compare with, empty where the person chose none, None where none was offered.
    """

    scope: Scope
    language: str
    suffix: str
    day: date
    page: int = 0
    orientation: int = 0
    earlier: str | None = None


@dataclass(frozen=True)
class Template:
    """One kind of report.

    Attributes
    ----------
    key : str
    icon : str
        Name of an SVG of the plugin.
    formats : tuple of str
        Endings of the file, the usual one first.
    scopes : tuple of str
        Kinds of scopes that it can be about.
    algorithm : str
        Whose dialog has all its settings; empty for none.
    lacks : callable
        Returns what the project lacks for it, and what to do; an empty text for nothing.
    steps : callable
        Returns the runs that make one order.
    languages : bool
        Whether it can be made in English and in Khmer; others are in the language of QGIS.
    paged : bool
        Whether paper can be chosen.
    compared : bool
        Whether it can say what changed since an earlier check.
    """

    key: str
    icon: str
    formats: tuple[str, ...]
    scopes: tuple[str, ...]
    algorithm: str
    lacks: Callable[[Materials], str]
    steps: Callable[[Materials, Order], list[Step]]
    languages: bool = False
    paged: bool = False
    compared: bool = False


def title(key: str) -> str:
    """Return what a template is called."""
    titles = {
        "map": tr("Map of verdicts"),
        "findings": tr("Table of findings"),
        "certificates": tr("Location certificates"),
        "rules": tr("Catalogue of rules"),
        "quality": tr("Quality of the register"),
        "monthly": tr("Monthly report"),
    }
    return titles[key]


def purpose(key: str) -> str:
    """Return in one sentence what a template is for."""
    purposes = {
        "map": tr("One page with the factories by verdict over zoning and parks, to print or to put into a paper."),
        "findings": tr("What the last check found, one row for each factory and rule, to sort, filter and send on."),
        "certificates": tr("One A4 page for each factory with the answer of every rule, to sign and to file."),
        "rules": tr("Every rule of the rule pack in words, with its source, to read and to hand out."),
        "quality": tr("What is missing or inaccurate in the register, for the country, its provinces and districts."),
        "monthly": tr(
            "Checks the register anew, draws safety zones and clusters, and prints all of it on one map; "
            "the tables lie beside it."
        ),
    }
    return purposes[key]


def file_word(key: str) -> str:
    """Return what the name of a file begins with."""
    names = {
        "map": tr("map"),
        "findings": tr("findings"),
        "certificates": tr("certificates"),
        "rules": tr("rules"),
        "quality": tr("quality"),
        "monthly": tr("report"),
    }
    return names[key]


# -- what is missing -----------------------------------------------------------------------------------


def _no_register(have: Materials) -> str:
    if have.register is not None:
        return ""
    return tr("There is no layer of factories: choose it in the tab Check.")


def _no_findings(have: Materials) -> str:
    return "" if have.results is not None else tr("There are no findings yet: run a check in the tab Check.")


def _no_surroundings(have: Materials) -> str:
    against = [name for name in have.parameters if name.isupper() and name not in ("FACTORIES", "RULES")]
    layers = [name for name in against if not name.endswith("_FIELD")]
    missing = tr("There is nothing to check against: choose a zoning or a parks layer in the tab Check.")
    return _no_register(have) or ("" if layers else missing)


def _no_month(have: Materials) -> str:
    why = _no_register(have)
    if why:
        return why
    if "ZONING" not in have.parameters:
        return tr("There is no zoning layer: choose it in the tab Check.")
    if have.register is not None and have.register.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        return tr("The monthly report needs factories as points, and these are areas.")
    if any(name.endswith("_FIELD") for name in have.parameters):
        return tr("The monthly report needs the register’s own field names, and these layers have others.")
    return "" if MODEL.is_file() else tr("The model of the monthly report did not come with the plugin.")


# -- how each is made ----------------------------------------------------------------------------------


def _map_steps(have: Materials, order: Order) -> list[Step]:
    scope = order.scope
    results = have.results
    factories = have.register if results is None or results.factories is None else results.factories
    checked = factories is not have.register
    about = _rows(have, scope, factories) if checked else Excerpt(factories.id(), expression=scope.features)
    given: dict[str, Any] = {"FACTORIES": about, **_drawn(have)}
    if checked and results is not None and results.evidence is not None and len(scope.ids) <= MOST_IDS:
        lines = among("factory_id", scope.ids, numeric=False) if about.condition else ""
        apart = _apart(have, scope, results.evidence)
        given["EVIDENCE"] = Excerpt(results.evidence.id(), lines, apart)
    given.update(_headlines(have, order, checked))
    if scope.kind == VIEW:
        given["EXTENT"] = scope.extent
    given.update(LANGUAGE=int(order.language == KHMER), PAGE=order.page, ORIENTATION=order.orientation)
    return [Step(_MAP, {**given, "OUTPUT": Result(order.suffix)}, order.language)]


def _rows(have: Materials, scope: Scope, table: QgsVectorLayer) -> Excerpt:
    """Return the rows of a check's table that are about the factories of a scope."""
    condition = scope.condition(table.fields(), "factory_id", "province_code")
    return Excerpt(table.id(), condition, "" if scope.by_code else _apart(have, scope, table))


def _apart(have: Materials, scope: Scope, table: QgsVectorLayer) -> str:
    return without_namesakes(scope, have.register, table, have.field_of("FACTORY_ID_FIELD"))


def _drawn(have: Materials) -> dict[str, Any]:
    """Return the layers that a map shows below the factories."""
    chosen = {name: have.parameters.get(name) for name in ("ZONING", "PARKS")}
    layers = {name: Excerpt(str(layer)) for name, layer in {**chosen, "PROVINCES": have.admin}.items() if layer}
    names = ("ZONE_FIELD", "RULES") if "ZONING" in layers else ()
    water = {"CONTEXT": tuple(map(Excerpt, have.water))} if have.water else {}
    return {**layers, **water, **{name: have.parameters[name] for name in names if have.parameters.get(name)}}


def _headlines(have: Materials, order: Order, checked: bool) -> dict[str, str]:
    tr = speaker(order.language)
    about = scopes.named(order.scope, tr, provinces(order.language == KHMER))
    if order.scope.kind == VIEW:
        about = tr("chosen area")
    when = Words(order.language).date(have.checked_on if checked and have.checked_on else order.day)
    if checked:
        texts = tr("Factories by verdict: {scope}"), tr("Check of {date}")
    else:
        texts = tr("Factories: {scope}"), tr("Register of {date}, not checked")
    return {"TITLE": texts[0].format(scope=about), "SUBTITLE": texts[1].format(date=when)}


def _certificate_steps(have: Materials, order: Order) -> list[Step]:
    register = have.register
    given = _excerpts(known(have.parameters))
    given["SITES"] = Excerpt(register.id(), expression=order.scope.features)
    for site, factory in _AS_SITES.items():
        if have.has_field(factory):
            given[site] = have.field_of(factory)
    if have.admin:
        given["ADMIN"] = Excerpt(have.admin)
    if settings.accuracy_m() > 0:  # as in the check
        given["ACCURACY"] = given["DEFAULT_ACCURACY"] = settings.accuracy_m()
    given.update(ALTERNATIVES=0, OUTPUT=Result("_tables.gpkg", kept=False), OUTPUT_PDF=Result(order.suffix))
    return [Step(_SITES, given, order.language)]


def _catalogue_steps(have: Materials, order: Order) -> list[Step]:
    rules = {"RULES": have.parameters["RULES"]} if have.parameters.get("RULES") else {}
    return [Step(_RULES, {**rules, "OUTPUT_HTML": Result(order.suffix)}, order.language)]


def _findings_steps(have: Materials, order: Order) -> list[Step]:
    layer = have.results.findings
    mapping = sheets.findings_columns(layer.fields())
    given = {"INPUT": _rows(have, order.scope, layer), "FIELDS_MAPPING": mapping, "OUTPUT": Result(order.suffix)}
    return [Step("native:refactorfields", given)]


def _quality_steps(have: Materials, order: Order) -> list[Step]:
    tables = Result("_tables.gpkg", kept=False)
    algorithm = QgsApplication.processingRegistry().algorithmById(_QUALITY)
    asked = {name: value for name, value in have.parameters.items() if algorithm.parameterDefinition(name) is not None}
    given = {**_excerpts(asked), "OUTPUT": tables}
    if have.results is not None:
        given["FINDINGS"] = Excerpt(have.results.findings.id())
    sheet = {"LAYERS": sheets.quality_tables(tables), "USE_ALIAS": True, "OUTPUT": Result(order.suffix)}
    return [Step(_QUALITY, given, order.language), Step("native:exporttospreadsheet", sheet)]


def _month_steps(have: Materials, order: Order) -> list[Step]:
    given = _excerpts(have.parameters)
    if have.admin:
        given["PROVINCES"] = Excerpt(have.admin)
    if have.receptors:
        given["RECEPTORS"] = tuple(Excerpt(layer) for layer in have.receptors)
    given.update(exceptions(have.decided))
    if settings.accuracy_m() > 0:
        given["DEFAULT_ACCURACY"] = settings.accuracy_m()
    tr = speaker(order.language)
    given["TITLE"] = tr("Rules, safety zones and clusters, {date}").format(date=Words(order.language).date(order.day))
    if order.earlier:
        _refuse_other_rules(order.earlier, str(have.parameters.get("RULES") or ""))
        given["EARLIER"] = order.earlier
    elif order.earlier is not None:
        given["SUBTITLE"] = tr("Not compared with an earlier check.")
    given.update(
        {
            "LANGUAGE": int(order.language == KHMER),
            "check_locations:Findings": Result("_findings.gpkg"),
            "check_locations:Summary": Result("_summary.json"),
            "safety_buffers:Safety zones": Result("_safety.gpkg"),
            "clusters:Clusters": Result("_clusters.gpkg"),
            "location_map:Map": Result(order.suffix),
        }
    )
    return [Step(str(MODEL), given, order.language)]


class EarlierError(Exception):
    """An earlier check cannot be compared with; the text says why."""


def _refuse_other_rules(earlier: str, rules: str) -> None:
    """Raise `EarlierError` where an earlier check went by another rule pack than the one in a file."""
    from ....processing.analysis.errors import LocationError
    from ....processing.rules.pack import read_pack
    from ..comparer import pack_id_in

    used = pack_id_in(Path(earlier))
    try:
        own = read_pack(rules).id
    except (LocationError, ImportError):  # what is wrong with it, the check says
        return
    if used and used != own:
        told = tr("The earlier check went by other rules ({rules}): choose another one to compare with, or none.")
        raise EarlierError(told.format(rules=used))


def _excerpts(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters of a check with its layers as excerpts: what is no field and no file is a layer's id."""
    return {
        name: value if name.endswith("_FIELD") or name == "RULES" else Excerpt(str(value))
        for name, value in parameters.items()
    }


TEMPLATES: tuple[Template, ...] = (
    Template(
        "map", "location_map", (".pdf", ".png", ".svg"), (WHOLE, PROVINCE, SELECTED, VIEW), _MAP,
        _no_register, _map_steps, languages=True, paged=True,
    ),
    Template(
        "findings", "check_locations", (".xlsx", ".ods", ".csv"), (WHOLE, PROVINCE, SELECTED), "",
        _no_findings, _findings_steps,
    ),
    Template(
        "certificates", "assess_site", (".pdf",), (WHOLE, PROVINCE, SELECTED), _SITES,
        _no_surroundings, _certificate_steps, languages=True,
    ),
    Template("rules", "validate_rules", (".html",), (), _RULES, lambda _have: "", _catalogue_steps, languages=True),
    Template("quality", "register_quality", (".xlsx", ".ods"), (WHOLE,), _QUALITY, _no_register, _quality_steps),
    Template(
        "monthly", "safety_buffers", (".pdf",), (WHOLE,), "", _no_month, _month_steps, languages=True,
        compared=True,
    ),
)  # fmt: skip
