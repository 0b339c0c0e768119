"""Names of the files: proposed, judged, and never one that is there already."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject

from ....processing.i18n import tr
from ...project.results import usual_folder
from ...project.roles import SCOPE
from ...project.writing import FORBIDDEN, refuses, shortened, too_long

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s,;]+')
_LONGEST = 120
_FOLDER_KEY = "reports/folder"


def words(*parts: str) -> str:
    """Return parts as one name without what systems do not allow in one.

    Examples
    --------
    >>> words("verdicts", "Preah Sihanouk", "2026")
    'verdicts_Preah_Sihanouk_2026'
    """
    cleaned = (_NOT_IN_NAMES.sub("_", part).strip("_.") for part in parts)
    return shortened("_".join(part for part in cleaned if part)[:_LONGEST])


def problem(folder: str, name: str) -> tuple[str, str]:
    """Return what is wrong with a folder and with a name, empty texts for nothing."""
    return _folder_problem(folder.strip()), _name_problem(name.strip())


def writing_problem(folder: str) -> str:
    """Return what is wrong with a folder, by writing into it: not every system says beforehand that it will refuse."""
    told = _folder_problem(folder)
    return told or (_refused(folder) if refuses(Path(folder)) else "")


def free_stem(folder: Path, stem: str, suffixes: Sequence[str]) -> str:
    """Return `stem`, or the first of ``stem_2``, ``stem_3``, ... for which none of the files is there."""
    candidate, number = stem, 1
    while any((folder / (candidate + suffix)).exists() for suffix in suffixes):
        number += 1
        candidate = f"{stem}_{number}"
    return candidate


def remembered_folder(project: QgsProject) -> str:
    """Return where the project's reports went last, else the usual place."""
    stored, chosen = project.readEntry(SCOPE, _FOLDER_KEY)
    return str(project.pathResolver().readPath(stored)) if chosen and stored else str(usual_folder(project))


def remember_folder(project: QgsProject, folder: str) -> None:
    """Store where the project's reports go."""
    if folder != remembered_folder(project):
        project.writeEntry(SCOPE, _FOLDER_KEY, project.pathResolver().writePath(folder))


def _folder_problem(folder: str) -> str:
    if not folder:
        return tr("Choose a folder for the reports.")
    if not os.path.isdir(folder):  # `Path` raises where a name is too long for the system
        return tr("There is no folder “{folder}”.").format(folder=folder)
    if not os.access(folder, os.W_OK):
        return _refused(folder)
    return ""


def _refused(folder: str) -> str:
    return tr("Nothing can be written into “{folder}”: choose another folder.").format(folder=folder)


def _name_problem(name: str) -> str:
    if not name:
        return tr("Give the file a name.")
    if any(sign in name for sign in FORBIDDEN) or name.strip(".") == "":
        return tr("A name cannot hold any of these: {signs}").format(signs=" ".join(FORBIDDEN))
    if len(name) > _LONGEST:
        return tr("The name is too long: at most {count} characters.").format(count=_LONGEST)
    return too_long(name)
