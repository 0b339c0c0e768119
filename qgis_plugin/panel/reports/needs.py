"""Whether a report can be made here and now, and what its dialog is filled in with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ....processing.i18n import tr
from ...background import unavailable
from .materials import Materials
from .ordering import Choice
from .program import program
from .scopes import ScopeError
from .steps import Excerpt, Result
from .templates import Order, Template


def lacking(template: Template, have: Materials) -> str:
    """Return why a report cannot be made, and what to do; an empty text where it can."""
    why = template.lacks(have)
    if why:
        return why
    algorithms = [template.algorithm] if template.algorithm else []
    why = next(filter(None, map(unavailable, algorithms)), "")
    if not why and template.key != "findings" and not program():
        return tr("The program qgis_process, which comes with QGIS, is missing: install QGIS with it.")
    return why


def dialog_values(template: Template, have: Materials, choice: Choice) -> dict[str, Any]:
    """Return what the dialog of a template's algorithm is filled in with; layers are whole there."""
    scope = choice.scopes[0]
    order = Order(scope, choice.languages[0], choice.suffix, choice.day, choice.page, choice.orientation)
    try:
        step = template.steps(have, order)[0]
    except ScopeError:
        return {}
    values = {}
    for name, value in step.parameters.items():
        if isinstance(value, Result):
            if value.kept:
                values[name] = str(Path(choice.folder) / (choice.name + value.suffix))
        else:
            values[name] = value.layer_id if isinstance(value, Excerpt) else value
    return values
