"""Logs one commit of a register beside the window's thread, which one thread owns until the log is written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from ...processing.analysis.errors import LocationError
from ...processing.base import said
from ...processing.register.edits import LoggedEdits, log_edits, moment_of


@dataclass(frozen=True)
class FieldChanges:
    """What a commit does to the fields of the register.

    Attributes
    ----------
    added, deleted : frozenset of str
    renamed : dict of str to str
        The new names by the old ones.
    """

    added: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()
    renamed: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.deleted or self.renamed)


class LogWriter(threading.Thread):
    """Holds the rows as they are before a commit; told that it is over, reads them, and writes what differs.

    It reads nothing while QGIS stores: Python lets one thread run at a time, and would hold up every row.

    Parameters
    ----------
    register : str
        Of `edits.address_of`.
    source : str
        What changes the rows, for the log.
    keys : set of int
        The rows that may differ; those that are new are added before `go_on`.
    who : str
    fields : FieldChanges
        A field that is deleted changes every row.
    ended : callable
        Called with this object, in its thread, when nothing more is to be done.

    Attributes
    ----------
    factories : list of str
        The ids of the factories that the commit is about.
    logged : LoggedEdits or None
    problem : str
        Why the log could not be written, as a sentence.
    told : bool
        For whoever tells the person.
    """

    def __init__(
        self,
        register: str,
        source: str,
        keys: set[int],
        who: str,
        fields: FieldChanges,
        ended: Callable[[LogWriter], object],
    ) -> None:
        super().__init__(name="log of edits")
        self.keys = keys
        self.factories: list[str] = []
        self.logged: LoggedEdits | None = None
        self.problem = ""
        self.told = False
        self._register, self._source, self._who, self._fields = register, source, who, fields
        self._tell_end = ended
        self._holds = threading.Event()
        self._stored = threading.Event()

    def begin(self) -> None:
        """Start, and wait until the rows are held; afterwards `problem` says why they are not."""
        self.start()
        self._holds.wait()

    def go_on(self) -> None:
        """Let it write: what is to be stored is stored."""
        self._stored.set()

    def run(self) -> None:
        """Work; called in its own thread."""
        try:
            self._log()
        except Exception as error:  # whatever it is, the person has to know what the log lacks
            self.problem = said(error) if isinstance(error, LocationError) else f"{type(error).__name__}: {error}"
        self._holds.set()
        self._stored.wait()
        self._tell_end(self)

    def _log(self) -> None:
        keys = None if self._fields.deleted else self.keys
        with moment_of(self._register, keys, at_once=bool(self._fields)) as moment:
            self.factories = list(moment.factories.values())
            self.keys |= moment.factories.keys()
            self._holds.set()
            self._stored.wait()
            before = moment.rows()
        renamed = self._fields.renamed
        self.logged = log_edits(self._register, before, self.keys, self._who, self._source, renamed)
