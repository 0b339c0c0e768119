"""Private copies of a project's layers for one report, so that nothing touches the person's own."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ....processing.i18n import tr
from .steps import Excerpt, Result, Step, Table

# Providers whose layers can be opened once more, restricted by a condition of their own, in another program as well.
_FILES = ("ogr",)
_SQL = ("GPKG", "SQLite")
_SUBSET = "|subset="


class CopyError(Exception):
    """A layer cannot be taken for a report; the text says which and why."""


class Copies:
    """The layers of one report, in a folder of its own.

    A layer in a file is opened a second time, with the condition as its filter. What is in no file, has edits that are
    not saved, or is told by more than a condition, is written into one first, by `extracts`.
    """

    def __init__(self, project: QgsProject, folder: Path, stem: str) -> None:
        self._project = project
        self._folder = folder
        self._stem = stem
        self._written: dict[Excerpt, Path] = {}
        self._kept: list[QgsVectorLayer] = []

    def path(self, result: Result) -> Path:
        """Return where a step writes a file."""
        return self._folder / (self._stem + result.suffix)

    def extracts(self, steps: Iterable[Step]) -> list[Step]:
        """Return the runs that write those layers which cannot be opened a second time.

        Raises
        ------
        CopyError
            If a layer has left the project.
        """
        needed = dict.fromkeys(excerpt for step in steps for excerpt in step.all(Excerpt))
        made = []
        for excerpt in needed:
            opens = _opens_again(self._original(excerpt), excerpt.condition)
            if excerpt.expression or not opens:
                path = self._folder / f"layer_{len(self._written)}.gpkg"
                self._written[excerpt] = path
                made.append(_extract(excerpt, path, by_filter=opens and bool(excerpt.condition)))
        return made

    def layer(self, excerpt: Excerpt) -> QgsVectorLayer:
        """Return a layer of this report's own, kept as long as the report is being made.

        Raises
        ------
        CopyError
            If it cannot be opened, or does not know the condition.
        """
        layer = self._open(excerpt)
        self._kept.append(layer)
        return layer

    def table(self, table: Table) -> QgsVectorLayer:
        """Return a table that an earlier step wrote, with readable heads of its columns."""
        layer = QgsVectorLayer(f"{self.path(table.result)}|layername={table.name}", table.title, "ogr")
        if not layer.isValid():
            raise CopyError(tr("The table “{name}” cannot be opened.").format(name=table.name))
        for field, head in table.heads.items():
            index = layer.fields().lookupField(field)
            if index >= 0:
                layer.setFieldAlias(index, head)
        self._kept.append(layer)
        return layer

    def write_project(self, step: Step) -> tuple[Path, dict[Excerpt, str]]:
        """Write a project that holds the layers of a step; return its file, and the id of each layer in it."""
        path = self._folder / "layers.qgs"
        private = QgsProject()
        private.setCrs(self._project.crs())
        private.setTransformContext(self._project.transformContext())
        if not private.write(str(path)):
            raise CopyError(tr("“{path}” cannot be written: {why}").format(path=path, why=private.error()))
        document = QDomDocument()
        document.setContent(path.read_text(encoding="utf-8"))
        layers = document.documentElement().firstChildElement("projectlayers")
        ids = {}
        for excerpt in dict.fromkeys(step.all(Excerpt)):
            ids[excerpt] = f"layer_{uuid.uuid4()}".replace("-", "_")  # QGIS takes no short ones
            layers.appendChild(self._described(excerpt, ids[excerpt], document))
        path.write_text(document.toString(1), encoding="utf-8")
        return path, ids

    def close(self) -> None:
        """Let go of the layers."""
        self._kept.clear()

    def _original(self, excerpt: Excerpt) -> QgsVectorLayer:
        layer = self._project.mapLayer(excerpt.layer_id)
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            raise CopyError(tr("A layer that the report needs is no longer in the project."))
        return layer

    def _described(self, excerpt: Excerpt, identifier: str, document: QDomDocument) -> QDomElement:
        """Return a layer as a project file has it; nothing is opened for that."""
        original = self._original(excerpt)
        element = document.createElement("maplayer")
        original.writeLayerXml(element, document, QgsReadWriteContext())
        source, provider = original.source(), original.providerType()
        if excerpt in self._written:
            source, provider = str(self._written[excerpt]), "ogr"
        elif excerpt.condition:
            plain, _, own = source.partition(_SUBSET)
            source = plain + _SUBSET + _both(own, excerpt.condition)
        for tag, text in (("id", identifier), ("datasource", source), ("provider", provider)):
            child = element.firstChildElement(tag)
            while child.hasChildNodes():
                child.removeChild(child.firstChild())
            child.appendChild(document.createTextNode(text))
        return element

    def _open(self, excerpt: Excerpt) -> QgsVectorLayer:
        original = self._original(excerpt)
        if excerpt in self._written:
            layer = QgsVectorLayer(str(self._written[excerpt]), original.name(), "ogr")
            layer.setMetadata(original.metadata())
        else:
            layer = original.clone()
        if layer is None or not layer.isValid():
            raise CopyError(tr("The layer “{name}” cannot be opened.").format(name=original.name()))
        if excerpt.condition and excerpt not in self._written:
            known = layer.setSubsetString(_both(layer.subsetString(), excerpt.condition))
            if not known:
                raise CopyError(tr("The layer “{name}” cannot be restricted.").format(name=original.name()))
        return layer


def _extract(excerpt: Excerpt, path: Path, *, by_filter: bool) -> Step:
    """Return the run that writes an excerpt; its condition as the filter of a layer is faster than in an expression."""
    told = [f"({one})" for one in ("" if by_filter else excerpt.condition, excerpt.expression) if one]
    parameters = {
        "INPUT": Excerpt(excerpt.layer_id, excerpt.condition) if by_filter else excerpt.layer_id,
        "EXPRESSION": " AND ".join(told) or "true",
        "OUTPUT": str(path),
    }
    return Step("native:extractbyexpression", parameters)


def _both(own: str, condition: str) -> str:
    """Return the filter that a layer has already, together with the condition of a report."""
    return f"({own}) AND ({condition})" if own else condition


def _opens_again(layer: QgsVectorLayer, condition: str) -> bool:
    """Return whether another program can open a layer as it is, and a condition means there what it means to QGIS.

    Only SQLite knows the functions of conditions, and it takes a backslash as it stands.
    """
    if layer.providerType() not in _FILES or layer.isModified():
        return False
    if condition and (layer.storageType() not in _SQL or "\\" in condition):
        return False
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return bool(path) and Path(str(path)).exists()
