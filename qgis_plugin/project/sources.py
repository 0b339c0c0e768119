"""What can be loaded: the layers in files and folders, in the project and in databases, known without being open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCredentials,
    QgsDataProvider,
    QgsDataSourceUri,
    QgsProviderRegistry,
    QgsTask,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import pyqtSignal

from ...processing.admin_layers import ANY_CODE
from ...processing.i18n import tr
from .roles import Looks, digits_in, level_is_open, looks_of

# What a folder is searched for; a person may name a file of any other kind that QGIS reads.
_SUFFIXES = (".gpkg", ".shp", ".geojson", ".fgb", ".kml", ".gml", ".tab", ".sqlite")
# Files that QGIS opens by their name alone.
_OF_ONE_LAYER = (".shp", ".geojson", ".tab")
# Tables that make a GeoPackage the findings of a check: its layers are results, and play no role.
_FINDINGS = {"findings", "evidence", "factory_summary"}
# What QGIS calls the kinds of geometry in the address of one part of a mixed layer; how many features are looked at.
_KINDS = ("Point", "LineString", "Polygon")
_LOOKED_AT = 5000
# What cannot be opened in another project: it ends with the session, or speaks of layers of this one.
TIED = ("memory", "virtual")


@dataclass(frozen=True)
class Source:
    """A layer that can be opened.

    Attributes
    ----------
    uri, provider : str
        What QGIS opens it with.
    looks : Looks
        Name, geometry and fields.
    place : str
        Where it is, for people: a file, or a database and table. Never holds a password.
    """

    uri: str
    provider: str
    looks: Looks
    place: str

    @property
    def name(self) -> str:
        """What the layer is called."""
        return self.looks.name

    @property
    def title(self) -> str:
        """The layer's name, its kind where it is a part of a mixed one, and the file or table where that says more."""
        if file_of(self.uri, self.provider) is None:
            return f"{self.name}  ({self.place})"
        file = Path(self.place)
        kinds = {"Point": tr("points"), "LineString": tr("lines"), "Polygon": tr("polygons")}
        more = [kinds.get(kind_of(self.uri), ""), "" if file.stem == self.name else file.name]
        told = ", ".join(filter(None, more))
        return f"{self.name}  ({told})" if told else self.name

    def open(self, name: str = "") -> QgsVectorLayer:
        """Open the layer under a name; the caller looks whether it is valid."""
        return QgsVectorLayer(self.uri, name or self.name, self.provider)


def source_of(layer: QgsVectorLayer) -> Source:
    """Return where a layer comes from."""
    provider = layer.providerType()
    return Source(safe_uri(layer.source()), provider, looks_of(layer), place_of(layer.source(), provider))


def safe_uri(uri: str) -> str:
    """Return an address without its password: what is opened with it is stored in project files, for all to read.

    QGIS keeps the password for this session, and asks for it in the next one; with an authentication configuration
    (``authcfg``) in the connection it has nothing to ask.
    """
    parts = QgsDataSourceUri(uri)
    password = parts.password()
    if not password:
        return uri
    parts.setPassword("")
    QgsCredentials.instance().put(parts.connectionInfo(False), parts.username(), password)
    return str(parts.uri(False))


def lasting(layers: Iterable[QgsVectorLayer]) -> list[Source]:
    """Return where layers come from, without those that end with the session or cannot be read."""
    return [source_of(one) for one in layers if one.isValid() and one.providerType() not in TIED]


def file_of(uri: str, provider: str) -> Path | None:
    """Return the file that a layer is read from, None where it is not read from a file."""
    parts = QgsProviderRegistry.instance().decodeUri(provider, uri)
    path = str(parts.get("path") or "")
    return Path(path) if path and "://" not in path and not path.startswith("/vsi") else None


def kind_of(uri: str) -> str:
    """Return which part of a mixed layer of a file is meant, as QGIS calls it; empty for all of it."""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", uri).get("geometryType") or "")


def place_of(uri: str, provider: str) -> str:
    """Return where a layer is, for people: its file, or the table and database; no password."""
    file = file_of(uri, provider)
    if file is not None:
        return str(file)
    parts = QgsDataSourceUri(uri)
    table = ".".join(part for part in (parts.schema(), parts.table()) if part)
    base = " ".join(part for part in (parts.database() or parts.service(), parts.host()) if part)
    return ", ".join(part for part in (table, base) if part) or provider


def table_of(layer: QgsVectorLayer) -> tuple[str, str]:
    """Return the file or database that a layer is in, and its table there."""
    provider, uri = layer.providerType(), layer.source()
    file = file_of(uri, provider)
    if file is None:
        return place_of(uri, provider), ""
    table = QgsProviderRegistry.instance().decodeUri(provider, uri).get("layerName")
    if not table:  # the first one of the file, as QGIS opens it
        listed = layer.dataProvider().subLayers() if layer.isValid() else []
        table = listed[0].split(QgsDataProvider.SUBLAYER_SEPARATOR)[1] if listed else ""
    return str(file), str(table)


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes
    ----------
    sources : tuple of Source
        In the order of files and tables.
    findings : tuple of Path
        Findings of earlier checks: their layers are not among the sources.
    unread : tuple of str
        What nothing could be read from.
    """

    sources: tuple[Source, ...] = ()
    findings: tuple[Path, ...] = ()
    unread: tuple[str, ...] = ()


def search(paths: Iterable[Path], go_on: Callable[[], bool] = lambda: True) -> Found:
    """Return the layers with places in files, and in the files of folders (not in their folders).

    Parameters
    ----------
    paths : iterable of Path
    go_on : callable
        Asked before each layer; False ends the search with what there is.
    """
    sources: list[Source] = []
    findings: list[Path] = []
    unread: list[str] = []
    for path in _files(paths):
        if not go_on():
            return Found()
        inside = sources_in(path)
        if {one.name for one in inside} >= _FINDINGS:
            findings.append(path)
        elif inside:
            sources += inside
        else:
            unread.append(str(path))
    return Found(tuple(sources), tuple(findings), tuple(unread))


def sources_in(path: Path) -> list[Source]:
    """Return the layers with places of a file; none where it cannot be opened.

    One that mixes points, lines and polygons, as a folder of a KML may, comes in a part for each, as in QGIS. They are
    read by GDAL, not opened as layers: see `processing.storage.apart`.
    """
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    place = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    try:
        dataset = gdal.OpenEx(place, gdal.OF_VECTOR)
    except RuntimeError:  # so GDAL tells it where another plugin wishes it
        dataset = None
    finally:
        gdal.PopErrorHandler()
    layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())] if dataset is not None else []
    alone = path.suffix.lower() in _OF_ONE_LAYER
    sources = []
    for layer in layers:
        if "|" in layer.GetName():  # which QGIS cannot be asked for
            continue
        uri = place if alone else f"{place}|layername={layer.GetName()}"
        kinds = _geometries(layer)
        for kind in kinds:
            part = f"|geometrytype={_KINDS[kind]}" if len(kinds) > 1 else ""
            sources.append(Source(uri + part, "ogr", _looks(layer, kind), str(path)))
    return sources


def _geometries(layer: Any) -> list[int]:
    """Return the geometry types in a layer of GDAL, in QGIS's order; none where it has no places."""
    from osgeo import ogr

    declared = ogr.GT_Flatten(layer.GetGeomType())
    if declared != ogr.wkbUnknown:
        return [] if declared == ogr.wkbNone else [QgsWkbTypes.geometryType(QgsWkbTypes.Type(declared))]
    shapes = (one.GetGeometryRef() for one in islice(layer, _LOOKED_AT))  # it says of each feature anew
    found = {ogr.GT_Flatten(one.GetGeometryType()) for one in shapes if one is not None}
    layer.ResetReading()
    geometries = {QgsWkbTypes.geometryType(QgsWkbTypes.Type(kind)) for kind in found}
    return sorted(geometries & set(range(len(_KINDS)))) or sorted(geometries)[:1]


def _looks(layer: Any, geometry: int) -> Looks:
    """Return what a layer of GDAL is guessed by."""
    described = layer.GetLayerDefn()
    names = [described.GetFieldDefn(index).GetName() for index in range(described.GetFieldCount())]
    fields = frozenset(name.casefold() for name in (*names, layer.GetFIDColumn()) if name)
    digits = 0
    if level_is_open(geometry, fields):
        place = next(index for index, name in enumerate(names) if name.casefold() == ANY_CODE)
        digits = next((digits_in(one.GetField(place)) for one in layer), 0)
    return Looks(layer.GetName(), geometry, fields, digits)


def look(uri: str, provider: str, name: str) -> Source | None:
    """Return a layer by what it is opened with, None where it cannot be opened or has no places."""
    file = file_of(uri, provider) if provider == "ogr" else None
    if file is not None:
        table = str(QgsProviderRegistry.instance().decodeUri(provider, uri).get("layerName") or "").casefold()
        inside = [one for one in sources_in(file) if one.name.casefold() == table or not table]
        found = next((one for one in inside if kind_of(one.uri) == kind_of(uri)), next(iter(inside), None))
        return None if found is None else replace(found, uri=uri)
    layer = QgsVectorLayer(safe_uri(uri), name, provider, QgsVectorLayer.LayerOptions(False))
    if not layer.isValid() or not layer.isSpatial():
        return None
    return source_of(layer)


def _files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _SUFFIXES) if path.is_dir() else [path]
        files += [one for one in inside if one not in files]
    return files


class SearchTask(QgsTask):
    """Searches files, and looks at tables, in the background."""

    found = pyqtSignal(object)

    def __init__(self, paths: Iterable[Path], tables: Iterable[tuple[str, str, str]] = ()) -> None:
        super().__init__(tr("Reading layers"), QgsTask.Flag.CanCancel)
        self._paths = list(paths)
        self._tables = list(tables)
        self._result = Found()

    def run(self) -> bool:
        """Search; called in a thread of its own."""
        try:
            result = search(self._paths, lambda: not self.isCanceled())
        except OSError as error:  # a folder that went away, or that may not be listed
            result = Found(unread=(error.filename or error.strerror or "",))
        more, unread = [], []
        for uri, provider, name in self._tables:
            source = look(uri, provider, name)
            more += [source] if source is not None else []
            unread += [name] if source is None else []
        self._result = Found((*result.sources, *more), result.findings, (*result.unread, *unread))
        return not self.isCanceled()

    def finished(self, successful: bool) -> None:
        """Tell what was found; called in the window's thread."""
        if successful:
            self.found.emit(self._result)


def start(task: QgsTask) -> None:
    """Run a task in the background."""
    QgsApplication.taskManager().addTask(task)
