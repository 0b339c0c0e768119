"""From what somebody chose to jobs: one for each province and language asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ....processing.i18n import tr
from ...project.localise import in_khmer
from ..register.lists import provinces
from .jobs import Job
from .materials import Materials
from .names import words
from .scopes import VIEW, WHOLE, Scope, ScopeError, named
from .speech import KHMER
from .templates import EarlierError, Order, Template, file_word, title


class OrderError(Exception):
    """What was chosen cannot be made; the text says why."""


@dataclass(frozen=True)
class Choice:
    """What somebody chose.

    Attributes
    ----------
    template : Template
    scopes : tuple of Scope
        One file for each; one is enough for a template that knows no scopes.
    languages : tuple of str
        ``en``, ``km`` or both.
    suffix : str
    folder : Path
    name : str
        Of the file, without its ending.
    day : date
    page, orientation : int
    earlier : str or None
        As in `Order`.
    """

    template: Template
    scopes: tuple[Scope, ...]
    languages: tuple[str, ...]
    suffix: str
    folder: Path
    name: str
    day: date
    page: int = 0
    orientation: int = 0
    earlier: str | None = None

    @property
    def stems(self) -> list[str]:
        """The names of the files, without their endings, in the order of `jobs`."""
        return [
            _stem(self, scope, language)
            for scope in self.scopes
            for language in self.languages
        ]  # fmt: skip


def proposed(template: Template, scopes: Sequence[Scope], day: date) -> str:
    """Return a name for the file: what, about which factories, and when."""
    about = scope_word(scopes[0]) if len(scopes) == 1 and template.scopes else ""
    return words(file_word(template.key), about, day.isoformat())


def scope_word(scope: Scope) -> str:
    """Return what stands for a scope in the name of a file."""
    if scope.kind == WHOLE:
        return ""
    return tr("map view") if scope.kind == VIEW else scope_label(scope)


def scope_label(scope: Scope) -> str:
    """Return what a scope is called in the language of QGIS."""
    return named(scope, tr, provinces(in_khmer()))


def jobs(choice: Choice, have: Materials) -> list[Job]:
    """Return the jobs that make what was chosen.

    Raises
    ------
    OrderError
        If a layer lacks the field that a scope needs, or the earlier check went by other rules.
    """
    made = []
    stems = iter(choice.stems)
    for scope in choice.scopes:
        for language in choice.languages:
            order = Order(
                scope, language, choice.suffix, choice.day, choice.page, choice.orientation, choice.earlier
            )  # fmt: skip
            try:
                steps = choice.template.steps(have, order)
            except EarlierError as error:
                raise OrderError(str(error)) from error
            except ScopeError as error:
                told = tr("The layer has no field “{field}”, which says which factories are meant.")
                raise OrderError(told.format(field=error)) from error
            made.append(Job(_job_title(choice, scope, language), choice.folder, next(stems), choice.suffix, steps))
    return made


def language_label(code: str) -> str:
    """Return what a language is called."""
    return tr("Khmer") if code == KHMER else tr("English")


def _stem(choice: Choice, scope: Scope, language: str) -> str:
    about = scope_word(scope) if len(choice.scopes) > 1 else ""
    return words(choice.name, about, language if len(choice.languages) > 1 else "")


def _job_title(choice: Choice, scope: Scope, language: str) -> str:
    """Return what a job is called; what tells it from the others comes first, for a narrow list."""
    parts = [scope_label(scope)] if choice.template.scopes else []
    if len(choice.languages) > 1:
        parts.append(language_label(language))
    return ", ".join([*parts, title(choice.template.key)])
