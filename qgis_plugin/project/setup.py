"""A new factory project: what was chosen, what is wrong with it, what will be made, and the making; no window.

Files are made in `write_files`, which may run in a thread of its own; the project in `build`, in the main thread, step
by step. Whatever fails, or is given up, leaves no file behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...processing.analysis.errors import LocationError
from ...processing.base import said
from ...processing.i18n import named, tr
from ...processing.register.schema import create_register, load_schema
from ...processing.reports.symbols import SEA
from . import factory_looks, packs
from .base_map import street_layer, world_layer, world_map
from .bookmarks import add_bookmarks, province_extents, usual_outlines
from .layer_groups import add_grouped, role_title
from .loading import LoadError, add_check, open_for, open_unit
from .localise import language
from .register_form import give_form
from .relations import add_decisions, mark, relate
from .roles import LayerRoles, Looks, likeliest_role, speaks_for_factories
from .sources import Source
from .writing import FORBIDDEN, refuses, refuses_folders, too_long

USUAL_CRS = "EPSG:32648"
USUAL_NAME, USUAL_REGISTER = "factories", "register.gpkg"
_CANVAS = "theMapCanvas"
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
# Layers that are not there for rules, but to be checked, and for maps.
_NEVER_ASKED = ("factories", "admin")


class SetupError(Exception):
    """The project cannot be made; the text says why and what to do."""


@dataclass(frozen=True)
class Plan:
    """What a new project shall be.

    Attributes
    ----------
    folder : Path
        Where it goes; made where only its last part is missing.
    name : str
        Of the project file, without its ending.
    register : Source, optional
        The register that there is already; None for a new one.
    register_file : str
        Name of the file of a new register.
    layers : mapping of str to Source
        By role, without the factories.
    units : sequence of Source
        Districts and communes, which have no role.
    rules : str
        The rule pack; empty for the usual one.
    crs : QgsCoordinateReferenceSystem
        Of the project, and of a new register.
    world, streets : bool
        Which base maps it gets: QGIS's own map of the world, OpenStreetMap.
    colour : str
        One of `factory_looks.COLOURINGS`; empty for all alike.
    crowds : bool
        See `factory_looks.colour`.
    findings : Path, optional
        The findings of an earlier check.
    """

    folder: Path
    name: str = USUAL_NAME
    register: Source | None = None
    register_file: str = USUAL_REGISTER
    layers: Mapping[str, Source] = field(default_factory=dict)
    units: Sequence[Source] = ()
    rules: str = ""
    crs: QgsCoordinateReferenceSystem = field(default_factory=partial(QgsCoordinateReferenceSystem, USUAL_CRS))
    world: bool = True
    streets: bool = False
    colour: str = factory_looks.ACTIVITY
    crowds: bool = True
    findings: Path | None = None

    @property
    def project_path(self) -> Path:
        """The project file that will be made."""
        return self.folder / f"{self.name}.qgz"

    @property
    def register_path(self) -> Path | None:
        """The register that will be made, None where there is one already."""
        return None if self.register is not None else self.folder / self.register_file


def register_fields() -> frozenset[str]:
    """Return the fields of a new register, lower case."""
    return frozenset(load_schema().names)


def folder_problem(folder: str) -> str:
    """Return why a project cannot be made in a folder, empty where it can."""
    if not folder.strip():
        return tr("Choose the folder for the project.")
    path = Path(folder.strip()).expanduser()
    if not path.is_absolute():
        return tr("Give the whole path of the folder, such as {example}.").format(example=Path.home() / USUAL_NAME)
    long = next(filter(None, map(too_long, path.parts)), "")
    if long:
        return long
    there = os.path.exists(path)  # `Path` raises where one may not look
    if there and not os.path.isdir(path):
        return tr("“{path}” is a file: choose a folder.").format(path=path)
    nearest = path if there else path.parent
    if not os.path.isdir(nearest):
        return tr("There is no folder “{folder}”.").format(folder=nearest)
    return "" if os.access(nearest, os.W_OK | os.X_OK) else _refused(nearest)


def writing_problem(folder: str) -> str:
    """Return why a project cannot be made in a folder, by writing into it and, where it is new, beside it."""
    told = folder_problem(folder)
    if told:
        return told
    path = Path(folder.strip()).expanduser()
    there = os.path.exists(path)
    nearest = path if there else path.parent
    return _refused(nearest) if (refuses if there else refuses_folders)(nearest) else ""


def name_problem(folder: Path, name: str, ending: str) -> str:
    """Return why a file of that name cannot be made, empty where it can; `ending` is added to the name."""
    if not name.strip() or not name.strip("."):
        return tr("Give it a name.")
    if any(sign in FORBIDDEN or ord(sign) < 32 for sign in name):
        return tr("A file name cannot contain any of {signs}").format(signs=" ".join(FORBIDDEN))
    if too_long(name):
        return too_long(name)
    if os.path.exists(folder / f"{name}{ending}"):
        return tr("“{name}” is already in this folder and will not be replaced: choose another name.").format(
            name=f"{name}{ending}"
        )
    return ""


def register_problem(folder: Path, file_name: str) -> str:
    """Return why a new register cannot have that file name, empty where it can."""
    if file_name.strip() and Path(file_name).suffix.lower() != ".gpkg":
        return tr("A register is a GeoPackage: give a name that ends in .gpkg, not “{name}”.").format(name=file_name)
    return name_problem(folder, file_name[: -len(".gpkg")].strip() and file_name, "")


def register_doubt(looks: Looks) -> str:
    """Return why a layer can hardly be a register, empty where something speaks for it.

    Fields may have any name, so this is no proof: a person can know better.
    """
    if speaks_for_factories(looks):
        return ""
    other = likeliest_role(looks)
    why = tr("None of its fields is known to hold the id, the activity or the name of factories.")
    if not other:
        return tr("“{layer}” does not look like a register.").format(layer=looks.name) + " " + why
    told = tr("“{layer}” looks like the layer for “{role}”, not like a register.")
    return told.format(layer=looks.name, role=role_title(other)) + " " + why


def findings_problem(path: str) -> str:
    """Return why a file is not the findings of a check, empty where it is, or where none is named."""
    if not path.strip():
        return ""
    layer = QgsVectorLayer(f"{path}|layername=findings", "findings", "ogr", QgsVectorLayer.LayerOptions(False))
    if not os.path.isfile(path):
        return tr("There is no file “{path}”.").format(path=path)
    if not layer.isValid() or layer.fields().lookupField("finding_id") < 0:
        return tr("“{path}” does not hold the findings of a check.").format(path=path)
    return ""


def crs_problem(crs: QgsCoordinateReferenceSystem) -> str:
    """Return why maps cannot be measured in a CRS, empty where they can."""
    if not crs.isValid():
        return tr("Choose a coordinate system, such as {crs}.").format(crs=USUAL_CRS)
    if crs.isGeographic():
        return tr("“{crs}” is in degrees: choose one in metres, such as {usual}.").format(
            crs=crs.userFriendlyIdentifier(), usual=USUAL_CRS
        )
    return ""


def told(plan: Plan) -> list[tuple[str, str]]:
    """Return what will be made, as pairs of what and how; a line for each layer."""
    rows = [(tr("Project"), str(plan.project_path))]
    if plan.register is None:
        count = QLocale().toString(len(load_schema().fields))
        made = tr("new and empty, {count} fields: {path}").format(count=count, path=plan.register_path)
        rows.append((tr("Register"), made))
    else:
        stays = tr("{name}, stays where it is: {place}").format(name=plan.register.name, place=plan.register.place)
        rows.append((tr("Register"), stays))
    rows.append((tr("Form"), tr("titles, lists to choose from and hints, in this language")))
    if plan.findings is not None:
        rows.append((tr("Findings"), tr("{path}, related to the register").format(path=plan.findings)))
    rows.append((tr("Rules"), "\n".join(_rules_told(plan))))  # above the long list: it says what that is good for
    filled = [named(role_title(role), source.title) for role, source in plan.layers.items()]
    filled += [tr("{name}, for corrections, switched off").format(name=source.title) for source in plan.units]
    rows.append((tr("Layers"), "\n".join(filled) or tr("none yet")))
    rows.append((tr("Coordinates"), plan.crs.userFriendlyIdentifier()))
    base = [tr("map of the world (works offline)")] if plan.world and world_map() is not None else []
    base += [tr("OpenStreetMap (needs a network)")] if plan.streets else []
    rows.append((tr("Base map"), ", ".join(base) or tr("none")))
    colours = factory_looks.labels_of([plan.colour] if plan.colour else [])
    drawn = [tr("drawn by: {what}").format(what=what) for what in colours.values()]
    rows.append((tr("Factories"), drawn[0] if drawn else tr("all drawn alike")))
    rows.append((tr("Bookmarks"), tr("one for each province")))
    return rows


def _rules_told(plan: Plan) -> list[str]:
    """Return what the rules are called, how many can be checked with the layers chosen, and what nothing is for."""
    lines = [packs.title(Path(plan.rules) if plan.rules else packs.DEFAULT_PACK)]
    try:
        pack = packs.pack_at(plan.rules)
    except packs.PackError:
        return lines
    kinds = {role: source.looks.geometry for role, source in plan.layers.items()}
    kinds["factories"] = _POINT if plan.register is None else plan.register.looks.geometry
    areal = {role for role, kind in kinds.items() if kind == _POLYGON}
    able, unasked = packs.coverage(pack, kinds, areal)
    number = QLocale().toString
    lines.append(
        tr("{able} of {total} rules ({year}) can be checked.").format(
            able=number(able), total=number(len(pack.rules)), year=pack.vintage
        )
    )
    idle = [role_title(role) for role in unasked if role not in _NEVER_ASKED]
    if idle:
        lines.append(tr("No rule of these asks about: {layers}.").format(layers=", ".join(idle)))
    return lines


class Setup:
    """Makes the project of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._made: list[Path] = []
        self._extents: dict[str, QgsRectangle] = {}
        self._extents_crs = QgsCoordinateReferenceSystem()

    def check(self) -> None:
        """Look once more, before anything is written.

        Raises
        ------
        SetupError
            If something stands in the way by now.
        """
        plan = self._plan
        problems = [folder_problem(str(plan.folder)), name_problem(plan.folder, plan.name, ".qgz")]
        if plan.register is None:
            problems.append(register_problem(plan.folder, plan.register_file))
        problems.append(crs_problem(plan.crs))
        for problem in problems:
            if problem:
                raise SetupError(problem)

    def write_files(self) -> None:
        """Make the folder and the new register; needs no window.

        Raises
        ------
        SetupError
            If something cannot be written; nothing is left behind then.
        """
        try:
            self.check()
            self._write()
        except (SetupError, LocationError, OSError, ImportError) as error:
            self.undo()
            raise SetupError(_sentence(error)) from error

    def build(self) -> Generator[str, None, None]:
        """Make the project and save it; yield after each step what is next, so that a window can breathe.

        Given up before its end, or failed, it leaves nothing behind.

        Raises
        ------
        SetupError
            If a layer cannot be opened, or the project not be saved, whatever the system says to that.
        """
        finished = False
        try:
            yield from self._build()
            finished = True
        except OSError as error:
            raise SetupError(_sentence(error)) from error
        finally:
            if not finished:
                self.undo()

    def undo(self) -> None:
        """Delete what was made; a folder only where it is empty then."""
        for path in reversed(self._made):
            with suppress(OSError):  # another program has it open: nothing better can be done
                if path.is_dir():
                    path.rmdir()
                    continue
                for rest in ("", "-wal", "-shm"):
                    path.with_name(path.name + rest).unlink(missing_ok=True)
        self._made = []

    def _write(self) -> None:
        plan = self._plan
        if not plan.folder.exists():
            plan.folder.mkdir()
            self._made.append(plan.folder)
        if plan.register_path is not None:
            create_register(plan.register_path, crs=_definition(plan.crs), language=language())
            self._made.append(plan.register_path)

    def _read_provinces(self, admin: QgsVectorLayer | None) -> Iterator[str]:
        for layer in ([admin] if admin is not None else []) + [usual_outlines()]:
            self._extents = yield from province_extents(layer)
            self._extents_crs = QgsCoordinateReferenceSystem(layer.crs())
            if self._extents:
                return

    def _build(self) -> Iterator[str]:
        project = QgsProject()
        layers: dict[str, QgsVectorLayer] = {}
        try:
            yield from self._fill(project, layers)
        finally:  # or the files of a project that failed are still open, and cannot be deleted on Windows
            layers.clear()
            project.clear()

    def _fill(self, project: QgsProject, layers: dict[str, QgsVectorLayer]) -> Iterator[str]:
        plan = self._plan
        _begin(project, plan)
        for role, source in {"factories": self._register(), **plan.layers}.items():
            yield tr("Opening {layer}…").format(layer=role_title(role))
            layers[role] = _opened(partial(open_for, role, source))
        units: list[QgsVectorLayer] = []
        for source in plan.units:
            yield tr("Opening {layer}…").format(layer=source.name)
            units.append(_opened(partial(open_unit, source)))
        base: list[QgsMapLayer] = [street_layer()] if plan.streets else []
        world = world_layer() if plan.world else None
        add_grouped(project, layers, (*base, *([world] if world is not None else [])), units)
        self._assign(project, layers)
        yield tr("Styles, form and relations…")
        yield from self._dress_register(project, layers["factories"], layers.get("admin"))
        yield from self._read_provinces(layers.get("admin"))
        add_bookmarks(project, self._extents, self._extents_crs)
        yield tr("Saving the project…")
        self._save(project, layers["factories"])

    def _register(self) -> Source:
        plan = self._plan
        if plan.register is not None:
            return plan.register
        uri = f"{plan.register_path}|layername={load_schema().layer}"
        return Source(uri, "ogr", Looks("", 0, register_fields()), str(plan.register_path))

    def _assign(self, project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
        roles = LayerRoles(project)
        for role, layer in layers.items():
            roles.assign(role, layer)
        roles.assign_rules(self._plan.rules)
        roles.detach()

    def _dress_register(
        self, project: QgsProject, register: QgsVectorLayer, admin: QgsVectorLayer | None
    ) -> Iterator[str]:
        plan = self._plan
        verdicts, related = None, []
        if plan.findings is not None:
            try:
                check = add_check(project, plan.findings)
            except LoadError as error:
                raise SetupError(str(error)) from error
            yield tr("Styles, form and relations…")
            made = relate(project, register, check.findings, add_decisions(project, check.findings))
            related = [one for one in made if one.referencedLayerId() == register.id()]
            verdicts = check.factories
        mark(project)
        give_form(register, related, admin)  # before verdicts are joined: the form is about the register's own fields
        factory_looks.colour(register, plan.colour, verdicts, plan.crowds)
        yield tr("Bookmarks…")

    def _save(self, project: QgsProject, register: QgsVectorLayer) -> None:
        path = self._plan.project_path
        if path.exists():  # made by somebody else in the meantime
            raise SetupError(name_problem(path.parent, self._plan.name, ".qgz"))
        self._made.append(path)
        view = _first_view(register, self._extents.values(), self._extents_crs, project)
        write_view = partial(_write_view, view, project.crs())
        project.writeProject.connect(write_view)
        project.writeMapLayer.connect(_write_relations)
        written = project.write(str(path))
        project.writeMapLayer.disconnect(_write_relations)
        project.writeProject.disconnect(write_view)
        if not written:
            raise SetupError(tr("The project cannot be saved as {path}: {why}").format(path=path, why=project.error()))


def _begin(project: QgsProject, plan: Plan) -> None:
    project.setTitle(plan.name)
    project.setCrs(plan.crs)
    project.setBackgroundColor(QColor(SEA))
    project.writeEntryBool("Paths", "/Absolute", False)
    project.setFileName(str(plan.project_path))  # the rules' file is stored relative to it


def _opened(opening: Callable[[], QgsVectorLayer]) -> QgsVectorLayer:
    try:
        return opening()
    except LoadError as error:
        raise SetupError(str(error)) from error


def _first_view(
    register: QgsVectorLayer, provinces: Iterable[QgsRectangle], crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle:
    """Return the extent of the factories, of the provinces while there are none; in the CRS of the project."""
    extent, own = QgsRectangle(), crs
    if register.featureCount() != 0:
        extent, own = QgsRectangle(register.extent()), register.crs()
    if extent.isEmpty():
        extent, own = QgsRectangle(), crs
        for one in provinces:
            extent.combineExtentWith(one)
    try:
        extent = QgsCoordinateTransform(own, project.crs(), project).transformBoundingBox(extent)
    except QgsCsException:  # a register with coordinates that are none: QGIS then shows all layers
        return QgsRectangle()
    extent.scale(1.1)
    return extent


def _write_relations(_layer: QgsMapLayer, node: QDomElement, _document: QDomDocument) -> None:
    """Name the relations in the forms: forms look for theirs in the project of the window, and then forget them."""
    elements = node.elementsByTagName("attributeEditorRelation")
    for index in range(elements.count()):
        element = elements.at(index).toElement()
        element.setAttribute("relation", element.attribute("name"))


def _write_view(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, document: QDomDocument) -> None:
    """Write what the map shows at first the way QGIS's window writes it."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    node = document.createElement("mapcanvas")
    node.setAttribute("name", _CANVAS)
    settings.writeXml(node, document)
    document.documentElement().appendChild(node)


def _refused(folder: Path) -> str:
    return tr("You may not write into “{folder}”: choose another folder.").format(folder=folder)


def _definition(crs: QgsCoordinateReferenceSystem) -> str:
    return str(crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt())


def _sentence(error: Exception) -> str:
    if isinstance(error, LocationError):
        return said(error)
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return tr("“{path}” cannot be written: {why}.").format(path=error.filename or tr("The project"), why=why)
    return str(error)
