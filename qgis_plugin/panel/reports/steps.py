"""What a report is made by: runs of algorithms, described before anything is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Excerpt:
    """A layer of the project, or those of its features that a condition and an expression name.

    Attributes
    ----------
    layer_id : str
    condition : str
        A comparison that SQL and QGIS's expressions read alike; empty for every feature.
    expression : str
        What QGIS alone can tell of a feature, such as its number; empty for every feature.
    """

    layer_id: str
    condition: str = ""
    expression: str = ""


@dataclass(frozen=True)
class Result:
    """A file that a step writes.

    Attributes
    ----------
    suffix : str
        Behind the name of the report: ``.pdf``, ``_findings.gpkg``.
    kept : bool
        Whether the person gets it; others are for a later step.
    """

    suffix: str
    kept: bool = True


@dataclass(frozen=True)
class Table:
    """A table that an earlier step wrote.

    Attributes
    ----------
    result : Result
    name : str
        Of the table.
    title : str
        Of the sheet that it becomes.
    heads : mapping of str to str
        What the columns are called, by field.
    """

    result: Result
    name: str
    title: str
    heads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One run of an algorithm.

    Attributes
    ----------
    algorithm : str
        Its id, or the file of a model.
    parameters : mapping
        Plain values, `Excerpt`, `Result`, `Table`, or tuples of them.
    language : str
        ``en`` or ``km``: the step runs in a program of its own that speaks it. Empty: in this QGIS, in the background.
    """

    algorithm: str
    parameters: Mapping[str, Any]
    language: str = ""

    def all(self, kind: type) -> Iterator[Any]:
        """Yield the values of one kind among the parameters."""
        for value in self.parameters.values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, kind):
                    yield one
