"""By what a result knows its register: the table behind the layer, and which of its rows the layer has.

The id of a layer says too little: a layer may be pointed to another file, and a file be loaded as another layer.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer

from .sources import TIED, file_of, table_of

_MARK = "|"  # between a file and its table
_LAYER = "#"  # begins the line with the layer, and is between its id and its filter


@dataclass(frozen=True)
class RegisterName:
    """What tells a register from others.

    Attributes
    ----------
    tables : frozenset of str
        File or database and table, by every path that leads there or may be meant; empty where only the layer was
        noted.
    layer : str
        Id of the layer.
    subset : str
        Its filter: layers of one table with a filter each are registers of their own.
    """

    tables: frozenset[str]
    layer: str
    subset: str = ""

    def is_same(self, other: RegisterName) -> bool:
        """Return whether both are of one register; another filter on the same layer makes no other register."""
        if not (self.tables and other.tables):
            return self.layer == other.layer
        if self.tables.isdisjoint(other.tables):
            return False
        return self.layer == other.layer or self.subset == other.subset


def name_of(register: QgsVectorLayer) -> RegisterName:
    """Return the name of a register that is open."""
    if register.providerType() in TIED:
        return RegisterName(frozenset([register.id() + _MARK]), register.id())
    place, table = table_of(register)
    places = {place}
    if _is_file(register):  # the same one may be reached through a folder that is a link, or a drive
        places.add(os.path.realpath(place))
    tables = frozenset(one + _MARK + table for one in places)
    return RegisterName(tables, register.id(), register.subsetString().replace("\n", " "))


def write_name(register: QgsVectorLayer, name: RegisterName, beside: Path) -> str:
    """Return a name as it is kept with a result in a folder.

    Each path of a file is kept twice: one holds when the result goes elsewhere, the other when both are moved or copied
    together.
    """
    lines = sorted(name.tables)
    if _is_file(register):
        lines += [near for near in (_relative(line, beside) for line in lines) if near]
    return "\n".join([*lines, f"{_LAYER}{name.layer}{_LAYER}{name.subset}"])


def read_name(text: str, beside: Path) -> RegisterName | None:
    """Return a name that was kept with a result in a folder; None where none was.

    Up to version 0.3 it is the id of a layer alone.
    """
    if not text:
        return None
    if _MARK not in text:
        return RegisterName(frozenset(), text)
    lines = text.split("\n")
    _, layer, subset = (lines.pop() if lines[-1].startswith(_LAYER) else _LAYER * 2).split(_LAYER, maxsplit=2)
    return RegisterName(frozenset(_absolute(line, beside) for line in lines), layer, subset)


def _is_file(register: QgsVectorLayer) -> bool:
    return file_of(register.source(), register.providerType()) is not None


def _relative(line: str, beside: Path) -> str:
    """Return a file and its table as seen from a folder, empty on another drive."""
    path, mark, table = line.rpartition(_MARK)
    with suppress(ValueError):
        return os.path.join(os.curdir, os.path.relpath(path, beside)) + mark + table
    return ""


def _absolute(line: str, beside: Path) -> str:
    path, mark, table = line.rpartition(_MARK)
    return os.path.normpath(beside / path) + mark + table if path.startswith(os.curdir) else line
