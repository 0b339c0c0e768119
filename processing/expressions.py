"""Functions for QGIS expressions: what a rule pack asks for, and what the last check said.

They serve in labels, styles, filters and the field calculator, so a call must be quick: packs and findings are read
once, and again only when their file has changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from . import dependencies
from .analysis.errors import LocationError
from .i18n import tr
from .storage.apart import connect

if TYPE_CHECKING:
    from .rules.pack import Pack, Rule

GROUP = "Factory Locations"
# The panel notes with these what a layer is and when it was made; see `qgis_plugin.project`.
_RESULT, _WHEN = "factory_locations/result", "factory_locations/when"
# A variable of the project that names the rule pack in use; empty or absent for the one that ships.
PACK_VARIABLE = "factory_rules"
_ISIC_DIGITS = 4
_TABLES = ("findings", "factory_summary", "sites")


class _Function(QgsExpressionFunction):
    """One function; `answer` does the work. A missing argument that is needed makes the answer NULL."""

    NAME = ""
    PARAMETERS: Sequence[tuple[str, bool]] = ()

    def __init__(self) -> None:
        parameters = [QgsExpressionFunction.Parameter(name, optional) for name, optional in self.PARAMETERS]
        super().__init__(self.NAME, parameters, GROUP, self.help_html(), False, True, True)

    def help_html(self) -> str:
        """Return the help in the language of QGIS."""
        raise NotImplementedError

    def answer(self, values: Sequence[str], context: QgsExpressionContext) -> Any:
        """Return the value of a call; every missing argument is an empty text."""
        raise NotImplementedError

    def func(
        self,
        values: Iterable[Any],
        context: QgsExpressionContext,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction,
    ) -> Any:
        given = ["" if value is None or value == NULL else str(value).strip() for value in values]
        given += [""] * (len(self.PARAMETERS) - len(given))
        try:
            return self.answer(given, context)
        except LocationError as error:
            parent.setEvalErrorString(tr(error.template).format(**error.values))
        except ImportError:
            parent.setEvalErrorString(dependencies.advice(dependencies.missing()))
        return None


class RequiredDistance(_Function):
    """`factory_required_distance`: the metres that a factory has to keep from a kind of place."""

    NAME = "factory_required_distance"
    PARAMETERS = (("isic", False), ("size", False), ("receptor", False), ("pack", True))

    def help_html(self) -> str:
        return _help(
            self.NAME,
            "isic, size, receptor[, pack]",
            tr(
                "Returns the largest distance in metres that a rule of the pack asks a factory of this activity and "
                "size to keep from a kind of place, NULL where no rule asks for one."
            ),
            {
                "isic": tr("ISIC Rev. 4 code. Of a code of 2 or 3 digits, all that it may be counts."),
                "size": tr("micro, small, medium or large; NULL: the largest that may hold."),
                "receptor": tr(
                    "A class (school, hospital, residential, intake, …) or a role (receptors, protected, …)."
                ),
                "pack": tr(
                    "File of a rule pack. Left out: that of the project variable factory_rules, else the shipped one."
                ),
            },
            [
                'factory_required_distance("isic", "size_class", \'school\')',
                "buffer($geometry, coalesce(factory_required_distance('2011', 'large', 'residential'), 0))",
            ],
        )

    def answer(self, values: Sequence[str], context: QgsExpressionContext) -> Any:
        from .sites.layer_store import remembered_pack

        isic, size, receptor, chosen = values
        if not isic or not receptor:
            return None
        path = chosen or str(context.variable(PACK_VARIABLE) or "")
        return required_distance(remembered_pack(path), isic, size, receptor)


_asked: dict[Hashable, float | None] = {}
_MOST_ASKED = 20_000


def required_distance(pack: Pack, isic: str, size: str, receptor: str) -> float | None:
    """Return the largest distance in metres that a pack asks of an activity and size, None where it asks for none.

    A layer of thousands of factories asks few different questions: each is answered once.
    """
    question = *pack.files.items(), isic, size, receptor
    if question not in _asked:
        if len(_asked) >= _MOST_ASKED:
            _asked.clear()
        _asked[question] = _largest(pack, isic, size, receptor)
    return _asked[question]


def _largest(pack: Pack, isic: str, size: str, receptor: str) -> float | None:
    from .analysis.activities import normalise
    from .rules.pack import AT_LEAST

    activity, size = normalise(isic), size.lower()
    asked = [
        rule.required(size or None)
        for rule in pack.rules
        if rule.test == AT_LEAST and _is_about(rule, receptor.lower()) and _may_apply(rule, activity, size)
    ]
    return max((metres for metres in asked if metres == metres), default=None)


def _is_about(rule: Rule, receptor: str) -> bool:
    from .rules.pack import CLASSES

    classes = [class_.lower() for class_ in rule.classes]
    return receptor == rule.role or receptor in classes or (not classes and receptor in CLASSES.get(rule.role, ()))


def _may_apply(rule: Rule, activity: str, size: str) -> bool:
    import numpy as np

    from .analysis.applies import APPLIES, TOO_COARSE, covered
    from .rules.pack import isic_sections

    if rule.sizes and size and size not in rule.sizes:
        return False
    answer = covered(np.array([activity], dtype=object), rule.include, rule.exclude, isic_sections())[0]
    return answer in (APPLIES, TOO_COARSE) and activity in isic_sections()


class Verdict(_Function):
    """`factory_verdict`: what the last check said of a factory."""

    NAME = "factory_verdict"
    PARAMETERS = (("factory_id", False), ("rule_id", True), ("findings", True))

    def help_html(self) -> str:
        return _help(
            self.NAME,
            "factory_id[, rule_id[, findings]]",
            tr(
                "Returns the verdict of a check on a factory: pass, fail, undecided, no data or exempt. NULL where the "
                "findings do not say: plain passes of single rules are listed only by a check with “Also list plain "
                "passes”."
            ),
            {
                "factory_id": tr("Id of the factory, as in the findings."),
                "rule_id": tr("Id of a rule, for its verdict alone. Left out: the worst of all rules."),
                "findings": tr(
                    "A layer of the project (name or id) or a GeoPackage of findings. Left out: the last check in "
                    "the project."
                ),
            },
            [
                'factory_verdict("factory_id")',
                "factory_verdict(\"factory_id\", 'KH-ZON-01')",
                "factory_verdict(\"factory_id\", findings:='Findings')",
            ],
        )

    def answer(self, values: Sequence[str], context: QgsExpressionContext) -> Any:
        factory, rule, chosen = values
        if not factory:
            return None
        path = _findings_file(chosen)
        if path is None:
            return None
        return _verdicts(path).get((factory, rule))


class Activity(_Function):
    """`factory_activity`: what an activity is called."""

    NAME = "factory_activity"
    PARAMETERS = (("isic", False),)

    def help_html(self) -> str:
        return _help(
            self.NAME,
            "isic",
            tr("Returns the title of an activity in the language of QGIS, NULL for a code that is not in ISIC Rev. 4."),
            {"isic": tr("ISIC Rev. 4 code; a fifth digit of a national list is left out.")},
            ['factory_activity("isic")', "\"isic\" || ' ' || coalesce(factory_activity(\"isic\"), '')"],
        )

    def answer(self, values: Sequence[str], context: QgsExpressionContext) -> Any:
        from .messages import activity_title

        return activity_title(values[0][:_ISIC_DIGITS]) or None


def _findings_file(chosen: str) -> Path | None:
    """Return the GeoPackage of a layer or path, of the project's last check if none is chosen; None if there is none.

    Raises
    ------
    LocationError
        If what was chosen is neither a layer of the project nor a file.
    """
    if not chosen:
        return _last_check()
    project = QgsProject.instance()
    layer = project.mapLayer(chosen) or next(iter(project.mapLayersByName(chosen)), None)
    path = _file_of(layer) if layer is not None else Path(chosen.split("|", maxsplit=1)[0])
    if path is None or not path.is_file():
        raise LocationError("“{name}” is neither a layer of findings nor a GeoPackage.", name=chosen)
    return path


# The layers of the project, and where the last check among them is: looked for again when there are other layers.
_last: tuple[tuple[str, ...], Path | None] = ((), None)


def _last_check() -> Path | None:
    """Return the file of the newest layer of findings in the project: by the panel's note, else by the file's time."""
    global _last
    layers = QgsProject.instance().mapLayers()
    if _last[0] != tuple(layers):
        _last = tuple(layers), _newest(layers.values())
    return _last[1] if _last[1] is not None and _last[1].is_file() else None


def _newest(layers: Iterable[QgsMapLayer]) -> Path | None:
    found = []
    for layer in layers:
        path = _file_of(layer)
        if path is None or not path.is_file():
            continue
        noted = bool(layer.customProperty(_RESULT, ""))
        if noted or _table_of(layer) in _TABLES[:2]:
            found.append((str(layer.customProperty(_WHEN, "")), path.stat().st_mtime_ns, path))
    return max(found)[2] if found else None


def _file_of(layer: QgsMapLayer) -> Path | None:
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    return Path(path) if path else None


def _table_of(layer: QgsMapLayer) -> str:
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") or "")


_read: dict[Path, tuple[Hashable | None, Mapping[tuple[str, str], str]]] = {}
_MOST_FILES = 4


def _verdicts(path: Path) -> Mapping[tuple[str, str], str]:
    """Return the verdicts of a findings file by factory and rule; the empty rule stands for all of them."""
    from .sites.layer_store import files_stamp

    state = files_stamp(path)
    known = _read.get(path)
    if known is not None and known[0] == state:
        return known[1]
    verdicts = _read_verdicts(path)
    while len(_read) >= _MOST_FILES:
        _read.pop(next(iter(_read)))
    _read[path] = state, verdicts
    return verdicts


def _read_verdicts(path: Path) -> Mapping[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    try:
        with closing(connect(path)) as connection:
            listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in listed}
            if "findings" not in tables:
                raise LocationError("“{name}” holds no table of findings.", name=path.name)
            rows = connection.execute("SELECT factory_id, rule_id, verdict FROM findings")
            out.update({(str(factory), str(rule)): verdict for factory, rule, verdict in rows})
            if "factory_summary" in tables:
                rows = connection.execute("SELECT factory_id, '', verdict FROM factory_summary")
                out.update({(str(factory), rule): verdict for factory, rule, verdict in rows})
            if "sites" in tables:
                rows = connection.execute("SELECT factory_id, '', verdict FROM sites")
                out.update({(str(factory), rule): verdict for factory, rule, verdict in rows})
    except sqlite3.Error as error:
        raise LocationError("“{name}” cannot be read ({why}).", name=path.name, why=error) from error
    return out


def _help(name: str, syntax: str, about: str, arguments: Mapping[str, str], examples: Sequence[str]) -> str:
    """Return a help page in the form that QGIS gives to those of its own functions."""
    rows = "".join(
        f'<tr><td class="argument">{argument}</td><td>{text}</td></tr>' for argument, text in arguments.items()
    )
    shown = "".join(f"<li><code>{_escaped(example)}</code></li>" for example in examples)
    call = f"<code><span class='functionname'>{name}</span>({syntax})</code>"
    return (
        f"<h3>{name}</h3><div class='description'><p>{about}</p></div>"
        f"<h4>{tr('Syntax')}</h4><div class='syntax'>{call}</div>"
        f"<h4>{tr('Arguments')}</h4><div class='arguments'><table>{rows}</table></div>"
        f"<h4>{tr('Examples')}</h4><div class='examples'><ul>{shown}</ul></div>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_FUNCTIONS = (RequiredDistance, Verdict, Activity)
# QGIS holds only pointers: the objects live as long as they are registered.
_registered: list[_Function] = []


def register_functions() -> None:
    """Make the functions known to QGIS; their help is in the language that the plugin has by now."""
    unregister_functions()
    for kind in _FUNCTIONS:
        function = kind()
        if QgsExpression.registerFunction(function):
            _registered.append(function)


def unregister_functions() -> None:
    """Take the functions back, and forget what they have read."""
    for function in _registered:  # each must outlive its being taken back
        QgsExpression.unregisterFunction(function.name())
    _registered.clear()
    _read.clear()
    _asked.clear()
