"""Which files an input is read from and an output is written to, so that no output replaces an input."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QUrl

from ..analysis.errors import LocationError
from ..uri import decoded

# Addresses that Processing takes for an output in a database, by the provider that writes it.
_DATABASES = {"postgres:": "postgres", "postgis:": "postgres"}
# What an OGR VRT reads: a source by its name, with attributes, or a query; GDAL heeds no case.
_VRT_SOURCE = re.compile(r"<(SrcDataSource|SrcSQL)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_VRT_RELATIVE = re.compile(r"relativeToVRT\s*=\s*[\"']\s*(1|yes|true|on)", re.IGNORECASE)
_VRT_HEAD = 1024


def files_read(layer: QgsVectorLayer, find: Callable[[str], QgsMapLayer | None]) -> set[str]:
    """Return every file that a layer's features come from.

    That is more than the path it was opened by: the side files of a shapefile, the files behind an OGR VRT, those of
    the layers that it joins or, as a virtual layer, asks.

    Parameters
    ----------
    layer : QgsVectorLayer
    find : callable
        Returns the layer of an id, None where there is none.
    """
    files: set[str] = set()
    seen: set[str] = set()
    waiting: list[Any] = [layer]
    while waiting:
        current = waiting.pop()
        if not isinstance(current, QgsVectorLayer) or current.id() in seen:
            continue
        seen.add(current.id())
        files |= _files_of(current.providerType(), current.source())
        waiting += [find(needed.layerId()) for needed in current.dependencies()]
        waiting += [join.joinLayer() for join in current.vectorJoins()]
    return files


def _files_of(provider: str, source: str) -> set[str]:
    if provider == "virtual":
        asked = QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(source.encode("utf-8"))).sourceLayers()
        return {file for part in asked if not part.isReferenced() for file in _files_of(part.provider(), part.source())}
    path = decoded(provider, source).get("path") or ""
    if not path:
        return set()
    return {path, *side_files(path), *_parts_of_vrt(path)}


def side_files(path: str) -> list[str]:
    """Return the files, there or not, that belong to the one a person names, as a .dbf does to a .shp."""
    return list(QgsProviderRegistry.instance().providerMetadata("ogr").sidecarFilesForUri(path))


def sources_of_vrt(path: str) -> list[str]:
    """Return the names of all that an OGR VRT reads, through other VRTs as well; nothing where it is no VRT.

    A name need not be a file's: it may lead to a database, and a query stands here as it is, as it may name files too.
    """
    names: dict[str, None] = {}
    waiting = [path]
    while waiting:
        current = waiting.pop()
        for kind, attributes, content in _VRT_SOURCE.findall(_vrt_text(current)):
            name = html.unescape(content).strip()
            if kind.lower() == "srcdatasource" and _VRT_RELATIVE.search(attributes):
                name = os.path.join(os.path.dirname(current), name)
            if name not in names:
                names[name] = None
                waiting.append(name)
    return list(names)


def _vrt_text(path: str) -> str:
    """Return the text of an OGR VRT, empty for every other file, and where there is none."""
    try:
        with open(path, "rb") as file:
            head = file.read(_VRT_HEAD)
            return (head + file.read()).decode("utf-8", "replace") if b"<ogrvrtdatasource" in head.lower() else ""
    except (OSError, ValueError):  # no name of a file
        return ""


def _parts_of_vrt(path: str) -> list[str]:
    """Return the files behind an OGR VRT: those that GDAL lists, which are not those of unions, and the ones named."""
    from osgeo import gdal

    named = [name for name in sources_of_vrt(path) if os.path.isfile(name)]
    if not _vrt_text(path):
        return []
    parts = [*named, *(side for name in named for side in side_files(name))]
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # a file that cannot be opened is complained of elsewhere
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
        return parts if dataset is None else [*parts, *(dataset.GetFileList() or [])]
    except RuntimeError:  # newer QGIS lets GDAL raise
        return parts
    finally:
        gdal.PopErrorHandler()


def file_written(output: str) -> str:
    """Return the file that an output makes, replaces or adds a table to; empty for memory and other databases."""
    if output.startswith("ogr:"):
        rest = output[len("ogr:") :]
        return QgsDataSourceUri(rest).database() or rest
    if output.startswith(("memory:", "TEMPORARY_OUTPUT", *_DATABASES)):
        return ""
    path = output.partition("|layername=")[0]
    if not path:
        return ""
    # To a name without an ending of the format that it chooses, QGIS adds one.
    driver = QgsVectorFileWriter.driverForExtension(Path(path).suffix.lstrip(".")) or "GPKG"
    about = QgsVectorFileWriter.MetaData()
    QgsVectorFileWriter.driverMetadata(driver, about)
    endings = [f".{ending}" for ending in about.ext.split()]
    return path if not endings or path.lower().endswith(tuple(endings)) else path + endings[0]


def is_appending(parameters: Mapping[str, Any], name: str) -> bool:
    """Return whether the rows go into a table that exists, their fields mapped to its own."""
    value = parameters.get(name)
    return isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping()


def is_table_of(output: str, layer: QgsVectorLayer) -> bool:
    """Return whether an output in a database is the very table that a layer shows."""
    prefix = next((p for p in _DATABASES if output.startswith(p)), None)
    if prefix is None or layer.providerType() != _DATABASES[prefix]:
        return False
    return _table(QgsDataSourceUri(output[len(prefix) :])) == _table(QgsDataSourceUri(layer.source()))


def _table(uri: QgsDataSourceUri) -> tuple[str, ...]:
    return uri.service(), uri.host(), uri.port() or "5432", uri.database(), uri.schema() or "public", uri.table()


def same_table(one: QgsVectorLayer | None, other: QgsVectorLayer | None) -> bool:
    """Return whether two layers show the same table, so that the number of a feature means the same in both."""
    if one is None or other is None or one.providerType() != other.providerType():
        return False
    if one.id() == other.id():
        return True
    if one.providerType() != "ogr":
        return is_table_of(f"postgres:{one.source()}", other)
    parts = [QgsProviderRegistry.instance().decodeUri("ogr", layer.source()) for layer in (one, other)]
    names = [layer.dataProvider().uri().table() or part.get("layerName") for layer, part in zip((one, other), parts)]
    return are_one(*(part.get("path") or "" for part in parts)) and names[0] == names[1]


@dataclass(frozen=True)
class Edited:
    """A layer in edit mode, as a thread may know it: it can be told what it was, and not what became of it."""

    name: str
    provider: str
    source: str


def edited_in(project: QgsProject | None) -> tuple[Edited, ...]:
    """Return the layers of a project that are in edit mode; to be asked in the project's own thread."""
    return still_edited(editable_in(project))


def editable_in(project: QgsProject | None) -> list[tuple[QgsVectorLayer, Edited]]:
    """Return the vector layers of a project, with what to call each; to be asked in the project's own thread."""
    layers = project.mapLayers().values() if project is not None else ()
    return [
        (layer, Edited(layer.name(), layer.providerType(), layer.source()))
        for layer in layers
        if isinstance(layer, QgsVectorLayer)
    ]


def still_edited(layers: Iterable[tuple[QgsVectorLayer, Edited]]) -> tuple[Edited, ...]:
    """Return which layers of `editable_in` are in edit mode at this moment; a thread may ask, nothing else is read."""
    return tuple(edited for layer, edited in layers if not sip.isdeleted(layer) and layer.isEditable())


def layer_edited(path: str, edited: Iterable[Edited]) -> Edited | None:
    """Return which of the layers in edit mode is in this file, None where none is."""
    here = (one for one in edited if any(are_one(path, file) for file in _files_of(one.provider, one.source)))
    return next(here, None)


def check_not_read(output: str, read: Iterable[tuple[str, str]], written: Iterable[str] | None = None) -> None:
    """Raise `LocationError` where an output would replace a file that an input is read from.

    Parameters
    ----------
    output : str
        As the person gave it.
    read : iterable of (input, file)
        What to call each input, and a file that it is read from.
    written : iterable of str, optional
        The files that the output becomes, where that is not `output` alone.
    """
    mine = [output] if written is None else list(written)
    for called, theirs in read:
        if any(are_one(file, theirs) for file in mine):
            raise overwrites(output, called)


def overwrites(output: str, read: str) -> LocationError:
    """Return the error that an output is an input, which the person calls `read`."""
    return LocationError(
        "The output “{path}” is the file of {input}. Choose another name; inputs are never overwritten.",
        path=output,
        input=read,
    )


def are_one(a: str, b: str) -> bool:
    """Return whether two paths lead to the same file, which is there."""
    return os.path.exists(a) and os.path.exists(b) and os.path.samefile(a, b)
