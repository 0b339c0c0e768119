"""The one base algorithm: naming, help, errors, progress and cancellation."""

from __future__ import annotations

import math
import os
import re
import threading
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsDataProvider,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from . import dependencies
from .analysis.errors import Cancelled, LocationError
from .arrival import Arrival
from .at_hand import at_hand, needs_project, providers
from .i18n import tr
from .paths import ICONS
from .threads import collect_what_is_due, in_main_thread, keep_python_state
from .uri import without_passwords

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from .storage.files import Edited

# One or two digits behind it: three might be thousands.
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d{1,2}")


class FactoryAlgorithm(QgsProcessingAlgorithm):
    """A template: subclasses name themselves, declare parameters and implement `execute`.

    Subclasses set `ID`, `GROUP_ID` and `ICON`, those that write several tables also `TABLES` and `MARKS`, and define
    `displayName`, `description`, `initAlgorithm` and `execute`.
    Errors of the engine reach the person as `QgsProcessingException` with the same sentence.
    """

    ID = ""
    GROUP_ID = ""
    ICON = "factory_locations.svg"
    # The tables of a result, and those of them by which a file is known as one; of a single table its file's name.
    TABLES: tuple[str, ...] = ()
    MARKS: tuple[str, ...] = ()
    # Packages of `dependencies.OPTIONAL` that it cannot do without.
    PACKAGES: tuple[str, ...] = ()

    # What `prepareAlgorithm` has noted of the project: until then nothing.
    _thread: int | None = None
    _at_hand: dict[str, Any] | None = None
    _held: Sequence[QgsDataProvider] = ()
    _editable: list[tuple[QgsVectorLayer, Edited]] | None = None

    def createInstance(self) -> FactoryAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.ID

    def groupId(self) -> str:
        return self.GROUP_ID

    def group(self) -> str:
        groups = {
            "register": tr("Register"),
            "checks": tr("Checks"),
            "analysis": tr("Analysis"),
            "reports": tr("Reports"),
        }
        return groups[self.GROUP_ID]

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / self.ICON))

    def svgIconPath(self) -> str:
        return str(ICONS / self.ICON)

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:
        """Let QGIS make the usual dialog; it asks whenever it opens one, and then this one starts with the project's.

        Not when it runs an algorithm without a dialog, or puts it into a model or a batch.
        """
        proposes = getattr(self.provider(), "proposes", None)
        if proposes is not None:
            from .dialog_start import start_with

            start_with(self, proposes(self.name()))
        return None

    def description(self) -> str:
        """Return what the algorithm answers, in a paragraph or two."""
        raise NotImplementedError

    def shortDescription(self) -> str:
        return self.description().split("\n\n", maxsplit=1)[0]

    def shortHelpString(self) -> str:
        """Return the description followed by the help of every parameter, as HTML."""
        entries = {"ALG_DESC": "<p>" + self.description().replace("\n\n", "</p><p>") + "</p>"}
        entries.update({p.name(): p.help() for p in self.parameterDefinitions() if p.help()})
        entries.update(self.output_help())
        return QgsProcessingUtils.formatHelpMapAsHtml(entries, self)

    def output_help(self) -> dict[str, str]:
        """Return the help of outputs that are not parameters, by output name."""
        return {}

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, *, advanced: bool = False) -> None:
        """Declare one parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def destination(self, parameters: dict[str, Any], name: str) -> str:
        """Return where an output goes, empty for nowhere, without side effects.

        Asked through the run's own context, QGIS notes the address to be loaded afterwards: for a temporary output
        another one each time, of which only the last is written.
        """
        if isinstance(self.parameterDefinition(name), QgsProcessingParameterFileDestination):
            return self.parameterAsFileOutput(parameters, name, QgsProcessingContext())
        return self.parameterAsOutputLayer(parameters, name, QgsProcessingContext())

    def number_given(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> float | None:
        """Return the number that was given for a parameter, its default where it was left empty; None for neither.

        QGIS itself takes a text that is no number, such as “5 ha”, for an optional parameter that was left empty.

        Raises
        ------
        LocationError
            If what was given is no number.
        """
        given = parameters.get(name, self.parameterDefinition(name).defaultValue())
        if given is None or (isinstance(given, str) and not given.strip()):
            given = self.parameterDefinition(name).defaultValue()
            if given is None:
                return None
        if not isinstance(given, str):
            return self.parameterAsDouble({name: given}, name, context)
        plain = "".join(str(unicodedata.decimal(c, c)) for c in given.strip())
        if _DECIMAL_COMMA.fullmatch(plain):
            plain = plain.replace(",", ".")
        try:
            number = float(plain)
        except ValueError:
            number = math.nan
        if not math.isfinite(number) or "_" in plain:
            raise LocationError(
                "“{value}” is no number ({label}, {name}): write such as 5 or 5.5, without a unit or a sign for "
                "thousands.",
                value=given,
                label=self.parameterDefinition(name).description(),
                name=name,
            )
        return number

    def number_between(
        self, parameters: dict[str, Any], name: str, least: float, most: float, context: QgsProcessingContext
    ) -> float:
        """Return a number that was given.

        Raises
        ------
        LocationError
            If it is none, or not from `least` to `most`.
        """
        value = self.number_given(parameters, name, context)
        if value is None or not least <= value <= most:
            raise LocationError(
                "{label} ({name}) is {value}: give a number from {least} to {most}.",
                label=self.parameterDefinition(name).description(),
                name=name,
                value=tr("empty") if value is None else f"{value:g}",
                least=f"{least:g}",
                most=f"{most:,.0f}",
            )
        return value

    def names_given(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        """Return the names of fields that were chosen, or written with commas or semicolons between, each once."""
        if isinstance(self.parameterDefinition(name), QgsProcessingParameterField):
            # QGIS 3.22 has only the one name, and newer ones are giving it up.
            names_of = getattr(self, "parameterAsStrings", None) or self.parameterAsFields
            words = names_of(parameters, name, context)
        else:
            words = self.parameterAsString(parameters, name, context).replace(";", ",").split(",")
        return list(dict.fromkeys(word.strip() for word in words if word.strip()))

    def layer_of(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
        """Return the layer behind a source, also where only its selection or a part of it is asked for.

        `parameterAsVectorLayer` does not look into the definition of such a part.
        """
        given = parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            return self.parameterAsVectorLayer({name: given.source}, name, context)
        return self.parameterAsVectorLayer(parameters, name, context)

    def given(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return what was given for a layer that QGIS cannot open: a path, a name, or nothing."""
        given = parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            given = given.source.staticValue()
        if isinstance(given, QgsMapLayer):
            return given.id()
        return self.parameterAsString({name: given}, name, context)

    def files_read(
        self, parameters: dict[str, Any], names: Iterable[str], context: QgsProcessingContext
    ) -> Iterator[tuple[str, str]]:
        """Yield what to call an input layer, and a file that it is read from, for these parameters of layers."""
        from .frames import display_name
        from .storage.files import files_read

        find = partial(QgsProcessingUtils.mapLayerFromString, context=context, allowLoadingNewLayers=False)
        for name in names:
            layer = self.layer_of(parameters, name, context)
            if layer is None:
                continue
            source = self.parameterAsSource(parameters, name, context)
            called = layer.name() if source is None else display_name(source, layer)
            for path in sorted(files_read(layer, find)):
                yield tr("input layer “{layer}”").format(layer=called), path

    def check_outputs(
        self,
        parameters: dict[str, Any],
        read: Iterable[tuple[str, str]],
        context: QgsProcessingContext,
        *,
        tables: str = "OUTPUT",
        files: Sequence[str] = ("SUMMARY",),
    ) -> None:
        """Raise `LocationError` where an output cannot be written, or would replace what is read or another output.

        Parameters
        ----------
        parameters : dict
        read : iterable of (input, file)
            What to call each input, and a file that it is read from.
        context : QgsProcessingContext
        tables : str
            The output that is a GeoPackage of this algorithm's tables; empty where it has none.
        files : sequence of str
            The outputs that are single files.
        """
        from .storage.files import check_not_read
        from .storage.geopackage import check_destination

        given = {name: self.destination(parameters, name) for name in filter(None, (tables, *files))}
        read = list(read)
        seen: dict[str, str] = {}
        for name, path in given.items():
            if not path:
                continue
            label = self.parameterDefinition(name).description()
            if name == tables and Path(path).suffix.lower() != ".gpkg":
                raise LocationError(
                    "“{label}” is a GeoPackage: give it a name that ends in .gpkg, not “{name}”.",
                    label=label,
                    name=Path(path).name,
                )
            check_destination(path)
            check_not_read(path, read)
            other = seen.setdefault(os.path.abspath(path), label)
            if other != label:
                raise LocationError(
                    "“{one}” and “{other}” need two files: both are “{path}”.", one=other, other=label, path=path
                )
        if given.get(tables):
            self.check_replaced(given[tables], context)

    def tables_lost(self, path: str, tables: Sequence[str]) -> list[str]:
        """Return the tables of an existing GeoPackage that are no earlier result: a new file would take them along."""
        from .storage.geopackage import table_name

        if not self.TABLES:
            return [table for table in tables if table != table_name(Path(path))]
        return [table for table in tables if table not in self.TABLES or not {*self.MARKS} <= {*tables}]

    def check_replaced(self, path: str, context: QgsProcessingContext) -> None:
        """Raise `LocationError` where a file to be replaced is being edited, or holds what is no earlier result."""
        from .storage.files import layer_edited
        from .storage.geopackage import tables_in

        edited = layer_edited(path, self.edited(context))
        if edited is not None:  # its edits would be saved into the file that is gone, and QGIS would call it a success
            raise LocationError(
                "Layer “{layer}” of “{path}” is being edited, and the output would replace the file. Save or discard "
                "its edits and end editing first.",
                layer=edited.name,
                path=path,
            )

        others = self.tables_lost(path, tables_in(path))
        if others:
            raise LocationError(
                "“{path}” holds other tables ({tables}), which the output would replace. Choose another file.",
                path=path,
                tables=", ".join(others),
            )

    def edited(self, context: QgsProcessingContext) -> tuple[Edited, ...]:
        """Return the layers that are in edit mode at this moment; within a run, of those that it began with."""
        from .storage.files import edited_in, still_edited

        return edited_in(context.project()) if self._editable is None else still_edited(self._editable)

    def load_tables(self, output: str, tables: Iterable[tuple[str, str]], context: QgsProcessingContext) -> None:
        """Where the toolbox was asked to open the output, open these tables of it instead of the first.

        Parameters
        ----------
        output : str
            A GeoPackage.
        tables : iterable of (table, label)
            From the lowest layer to the topmost.
        """
        if not context.willLoadLayerOnCompletion(output):
            return
        wanted = context.layersToLoadOnCompletion()
        details = wanted.pop(output)
        context.setLayersToLoadOnCompletion(wanted)
        shown = list(tables)
        together: dict[int, str] = {}
        for rank, (table, label) in enumerate(shown):
            layer_details = QgsProcessingContext.LayerDetails(label, details.project, label)
            layer_details.setPostProcessor(Arrival(rank, together, len(shown)))
            context.addLayerToLoadOnCompletion(f"{output}|layername={table}", layer_details)

    def canExecute(self) -> tuple[bool, str]:
        absent = dependencies.missing(self.PACKAGES)
        return (False, dependencies.advice(absent)) if absent else (True, "")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what is needed of the project; QGIS calls it in the thread of who runs the algorithm."""
        from .storage.files import editable_in

        self._thread = threading.get_ident()
        self._at_hand = at_hand(self, parameters, context)
        self._held = providers(self._at_hand)
        self._editable = editable_in(context.project())
        return True

    def keep(self, layers: Iterable[QgsVectorLayer], context: QgsProcessingContext) -> None:
        """Keep layers that `prepareAlgorithm` has opened for the run: they go with its context, in its own thread."""
        for layer in layers:
            context.temporaryLayerStore().addMapLayer(layer)
            self._held = [*self._held, *providers(layer)]

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        keep_python_state()
        given = parameters if self._at_hand is None else self._at_hand
        elsewhere = self._thread != threading.get_ident()
        if elsewhere and not needs_project(given):
            context.setProject(None)  # the context is this thread's own, and ends with it
        try:
            return self._process(given, context, feedback)
        finally:
            if in_main_thread():  # a script that runs one after the other leaves the window's collector no time
                collect_what_is_due()

    def _process(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        able, why = self.canExecute()
        if not able:  # qgis_process does not ask
            raise QgsProcessingException(why)
        # Raised after, not within, the except blocks: QGIS never frees an exception it takes over, nor the layers that
        # the frames of its cause hold, and those crash the process when it ends.
        try:
            return self.execute(given, context, feedback)
        except LocationError as error:
            said = tr(error.template).format(**error.values)
        except Cancelled:
            said = tr("Cancelled. Nothing was written.")
        except QgsProcessingException:
            raise
        except Exception as error:  # QGIS takes any other exception of Python for success
            feedback.pushDebugInfo(without_passwords(traceback.format_exc()))
            said = tr("This should not happen: {kind}: {error}. Please report it with the log above.").format(
                kind=type(error).__name__, error=error
            )
        raise QgsProcessingException(without_passwords(said))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work and return the outputs; raise `LocationError` for what a person can mend.

        Not named `compute`: that would hide `QgsProcessingAlgorithm.run`, which `processing.run` and models call.
        """
        raise NotImplementedError


def said(error: LocationError) -> str:
    """Return the sentence of an error in the language of the running QGIS, without the passwords of addresses."""
    return without_passwords(tr(error.template).format(**error.values))


def ticker(feedback: QgsProcessingFeedback, start: float, end: float) -> Callable[[float], None]:
    """Return a function for the engine to call with its share done, between 0 and 1.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
        Shows progress and knows whether the person pressed Cancel.
    start, end : float
        The span of the progress bar, in per cent, that this piece of work fills.

    Returns
    -------
    callable
        Raises `Cancelled` as soon as the run is cancelled.
    """

    def tick(share: float) -> None:
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgress(start + (end - start) * min(max(share, 0.0), 1.0))

    return tick
