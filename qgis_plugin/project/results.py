"""The layers that a check leaves in the project."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QStandardPaths

from ...processing.arrival import names_shown
from ...processing.i18n import tr
from ...processing.paths import STYLES
from .localise import localise
from .roles import RESULT_PROPERTY

WHEN_PROPERTY = "factory_locations/when"

_TO_THE_MINUTE = len("2026-03-01 10:00")

# Tables of the findings GeoPackage: top of the map first.
TABLES = ("evidence", "findings", "factory_summary")


class ResultError(Exception):
    """The files of a check cannot be opened; the text says which and why."""


@dataclass(frozen=True)
class CheckLayers:
    """The layers of one check.

    Attributes
    ----------
    findings : QgsVectorLayer
        One row per factory and rule that is not a plain pass.
    factories : QgsVectorLayer or None
        One row per factory with its worst verdict.
    evidence : QgsVectorLayer or None
        A line from the factory to what it conflicts with.
    """

    findings: QgsVectorLayer
    factories: QgsVectorLayer | None
    evidence: QgsVectorLayer | None

    @property
    def path(self) -> Path:
        """The GeoPackage that holds them."""
        return Path(self.findings.source().split("|", maxsplit=1)[0])


def free_path(path: Path) -> Path:
    """Return `path`, or the first of ``name_2``, ``name_3``, ... that no file has: nothing is overwritten."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return candidate


def usual_folder(project: QgsProject) -> Path:
    """Return where findings go when nobody says otherwise: beside the project, else among the person's documents."""
    home = project.absolutePath()
    return Path(home) if home else documents_folder()


def documents_folder() -> Path:
    """Return the folder that the system has for documents, else the person's own."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def name_problem(project: QgsProject, chosen: str) -> str:
    """Return why the findings cannot be written under a name, empty when they can.

    Parameters
    ----------
    project : QgsProject
    chosen : str
        What the person typed; empty for the usual place.
    """
    if not chosen.strip():
        return ""
    path = _resolved(project, chosen)
    if path.is_dir():
        return tr("“{path}” is a folder: add a file name, such as findings.gpkg.").format(path=path)
    if path.suffix.lower() not in ("", ".gpkg"):
        return tr("Findings are a GeoPackage: give a name that ends in .gpkg, not “{name}”.").format(name=path.name)
    if not path.parent.is_dir():
        return tr("There is no folder “{folder}”.").format(folder=path.parent)
    return ""


def findings_path(project: QgsProject, chosen: str, now: datetime) -> Path:
    """Return the file to write: the chosen one, else one in the usual folder; never one that is there already.

    Parameters
    ----------
    project : QgsProject
    chosen : str
        What the person typed; empty for the usual place. A relative name is one in the usual folder; ``.gpkg`` is
        added when it is missing.
    now : datetime
        Its date goes into the usual file name.
    """
    return free_path(_with_ending(_resolved(project, chosen or f"check_{now:%Y-%m-%d}")))


def chosen_path(project: QgsProject, chosen: str) -> Path | None:
    """Return the file that a person named, as it stands; None for the usual place."""
    return _with_ending(_resolved(project, chosen)) if chosen.strip() else None


def _with_ending(path: Path) -> Path:
    return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")


def _resolved(project: QgsProject, chosen: str) -> Path:
    return usual_folder(project) / Path(chosen.strip()).expanduser()  # an absolute path wins over the folder


def add_results(project: QgsProject, gpkg: str, now: datetime, labels: bool = True) -> CheckLayers:
    """Load what ``check_locations`` wrote as styled layers into a group of their own, on top of the others.

    Parameters
    ----------
    project : QgsProject
    gpkg : str
        The findings GeoPackage.
    now : datetime
        Names the group.
    labels : bool, optional
        Whether the factories may be labelled; False where the register's own labels say the names already.

    Raises
    ------
    ResultError
        If a table cannot be opened.
    """
    opened = {table: _open(gpkg, table) for table in TABLES}
    _date_earlier(project)
    group = QgsLayerTreeGroup(_free_name(project, tr("Check {when}").format(when=f"{now:%Y-%m-%d %H:%M:%S}")))
    opened["findings"].setLabelsEnabled(False)  # several findings of one factory lie on each other
    for table, layer in opened.items():
        layer.setCustomProperty(RESULT_PROPERTY, table)
        layer.setCustomProperty(WHEN_PROPERTY, now.isoformat())
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(table == "factory_summary")
    project.layerTreeRoot().insertChildNode(0, group)
    for state in (False, True):  # QGIS's layer panel shows a new first group closed, whatever the group itself says
        group.setExpanded(state)
    _show_only(project, group)
    factories = opened["factory_summary"]
    if not labels or names_shown(project, [factories.id()]):
        factories.setLabelsEnabled(False)
    return CheckLayers(opened["findings"], opened["factory_summary"], opened["evidence"])


def _date_earlier(project: QgsProject) -> None:
    """Name the findings of earlier checks by their time: in a list of layers the groups cannot be seen."""
    for check in all_results(project):
        when = str(check.findings.customProperty(WHEN_PROPERTY, "")).replace("T", " ")[:_TO_THE_MINUTE]
        if when and when not in check.findings.name():
            check.findings.setName(f"{check.findings.name()} ({when})")


def _free_name(project: QgsProject, name: str) -> str:
    """Return `name`, with a number where a group of the project has it."""
    taken = {group.name() for group in project.layerTreeRoot().findGroups()}
    names = itertools.chain([name], (f"{name} ({number})" for number in itertools.count(2)))
    return next(one for one in names if one not in taken)


def latest_results(project: QgsProject) -> CheckLayers | None:
    """Return the layers of the newest check that the project holds, or None."""
    return next(all_results(project), None)


def all_results(project: QgsProject) -> Iterator[CheckLayers]:
    """Yield the layers of each check that the project holds, the newest first."""
    runs: dict[str, dict[str, QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        table = layer.customProperty(RESULT_PROPERTY, "")
        if table and isinstance(layer, QgsVectorLayer) and layer.isValid():
            runs.setdefault(str(layer.customProperty(WHEN_PROPERTY, "")), {})[table] = layer
    for when in sorted(runs, reverse=True):
        tables = runs[when]
        if "findings" in tables:
            yield CheckLayers(tables["findings"], tables.get("factory_summary"), tables.get("evidence"))


def _open(gpkg: str, table: str) -> QgsVectorLayer:
    titles = {
        "evidence": tr("Evidence"),
        "findings": tr("Findings"),
        "factory_summary": tr("Factories by verdict"),
    }
    layer = QgsVectorLayer(f"{gpkg}|layername={table}", titles[table], "ogr")
    if not layer.isValid():
        raise ResultError(tr("The table {table} in {file} cannot be opened.").format(table=table, file=gpkg))
    _, styled = layer.loadDefaultStyle()  # the style that travels in the GeoPackage
    if not styled:
        layer.loadNamedStyle(str(STYLES / f"{table}.qml"))
    localise(layer)
    layer.setName(titles[table])
    return layer


def show_on_map(project: QgsProject, check: CheckLayers | None) -> None:
    """Show the layers of one check, and of no other; None for none at all."""
    node = None if check is None else project.layerTreeRoot().findLayer(check.findings.id())
    _show_only(project, None if node is None else node.parent())


def _show_only(project: QgsProject, shown: QgsLayerTreeGroup | None) -> None:
    """Hide the groups of all checks but one: two sets of markers must never lie on each other."""
    for group in project.layerTreeRoot().findGroups():
        layers = [node.layer() for node in group.findLayers()]
        if any(one is not None and one.customProperty(RESULT_PROPERTY, "") for one in layers):
            group.setItemVisibilityChecked(group == shown)
            group.setExpanded(group == shown)
