"""The results of searches that a project remembers, and which register each is of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ...project.earlier import is_of
from ...project.register_name import RegisterName, name_of, read_name, write_name
from ...project.roles import SCOPE, LayerRoles

_MOST = 100
_RESULTS = "corrections/results"
_FILE, _BESIDE = "corrections/file", "corrections/beside"  # up to version 0.3: one for the whole project


@dataclass(frozen=True)
class Kept:
    """A result.

    Attributes
    ----------
    path : Path
    written : str
        In which register problems were looked for, as `noted` writes it; empty where that is not known.
    """

    path: Path
    written: str = ""

    @property
    def register(self) -> RegisterName | None:
        """In which register problems were looked for, None where that is not known."""
        return read_name(self.written, self.path.parent)


def noted(register: QgsVectorLayer | None, path: Path) -> str:
    """Return which register this is now, to be kept with a result at a path."""
    return "" if register is None else write_name(register, name_of(register), path.parent)


def keep(project: QgsProject, result: Kept) -> None:
    """Have a project remember a result as the last one of its register.

    One of which the register is not known ends with that: it would be shown for every other register.
    """
    others = [one for one in results_in(project) if one.path != result.path and (one.written or not result.written)]
    lines = [[str(one.path), _beside(project, one.path), one.written] for one in (result, *others)]
    project.writeEntry(SCOPE, _RESULTS, json.dumps(lines[:_MOST], ensure_ascii=False))
    for old in (_FILE, _BESIDE):
        project.removeEntry(SCOPE, old)


def result_of(project: QgsProject, register: QgsVectorLayer | None) -> Kept | None:
    """Return the last result of a register, None where the project knows none; of no register, the last of all."""
    return next((one for one in results_in(project) if is_of(register, one.register)), None)


def other_register(roles: LayerRoles, path: Path) -> QgsVectorLayer | None:
    """Return the layer that a result is known to be of, None where it may be of the register that is chosen.

    Where no layer is of the register that it was of, that one may have been moved, and a person knows better.
    """
    known = next((one.register for one in results_in(roles.project) if one.path == path), None)
    if is_of(roles.layer("factories"), known):
        return None
    return next((layer for layer in roles.candidates() if is_of(layer, known)), None)


def results_in(project: QgsProject) -> list[Kept]:
    """Return the results that a project remembers, the last one first."""
    text, known = project.readEntry(SCOPE, _RESULTS)
    old = [[*(project.readEntry(SCOPE, key)[0] for key in (_FILE, _BESIDE)), ""]]
    lines = json.loads(text) if known else old
    return [Kept(_place(project, file, beside), written) for file, beside, written in lines if file]


def _place(project: QgsProject, file: str, beside: str) -> Path:
    """Return where a result lies: beside the project, else where it was."""
    home = project.absolutePath()
    there = Path(home) / beside
    return there if home and beside and there.is_file() else Path(file)


def _beside(project: QgsProject, path: Path) -> str:
    """Return where a result lies in the project's own folder, which may be moved with what is in it."""
    home = project.absolutePath()
    try:
        return path.relative_to(home).as_posix() if home else ""
    except ValueError:
        return ""
