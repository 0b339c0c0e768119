"""Filters that a person gave a name, kept in the project."""

from __future__ import annotations

import json

from qgis.core import QgsProject

from ...project.roles import SCOPE
from .columns import Wanted

_KEY = "register/filters"


def read_filters(project: QgsProject) -> dict[str, Wanted]:
    """Return the filters of a project by their names, in the order of the names; none where what is there is broken."""
    stored, _ = project.readEntry(SCOPE, _KEY)
    try:
        entries = json.loads(stored) if stored else {}
    except ValueError:  # edited by hand
        return {}
    if not isinstance(entries, dict):
        return {}
    known = {str(name): Wanted.from_dict(values) for name, values in entries.items() if isinstance(values, dict)}
    return dict(sorted(known.items(), key=lambda entry: entry[0].casefold()))


def save_filter(project: QgsProject, name: str, wanted: Wanted) -> None:
    """Keep a filter under a name, over one that has it."""
    _write(project, {**read_filters(project), name: wanted})


def delete_filter(project: QgsProject, name: str) -> None:
    """Forget a filter; one that is not there is no error."""
    _write(project, {key: wanted for key, wanted in read_filters(project).items() if key != name})


def _write(project: QgsProject, filters: dict[str, Wanted]) -> None:
    if filters:
        stored = json.dumps({name: wanted.as_dict() for name, wanted in filters.items()}, ensure_ascii=False)
        project.writeEntry(SCOPE, _KEY, stored)
    else:
        project.removeEntry(SCOPE, _KEY)
