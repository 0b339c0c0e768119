"""Which factories a report is about."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qgis.core import QgsExpression, QgsFields

WHOLE, PROVINCE, SELECTED, VIEW = "whole", "province", "selected", "view"


class ScopeError(Exception):
    """A layer cannot be restricted; the text says which field it lacks."""


@dataclass(frozen=True)
class Scope:
    """Some of the factories.

    Attributes
    ----------
    kind : str
        One of `WHOLE`, `PROVINCE`, `SELECTED` and `VIEW`.
    count : int
        How many there are in the register.
    code : str
        Of a province, two digits.
    written : tuple of str
        The spellings of the code that stand in the register.
    fids : tuple of int
        The features of the register, where they are selected or in a province.
    ids : tuple of str
        What a check calls these factories.
    sharing, namesakes : tuple of int
        Those of the features whose id others have as well, and the others.
    extent : str
        What the map shows, as the parameter of an algorithm.
    by_place : bool
        No field says which province a factory is in: findings are told by the ids of its factories.
    """

    kind: str = WHOLE
    count: int = 0
    code: str = ""
    written: tuple[str, ...] = ()
    fids: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()
    sharing: tuple[int, ...] = ()
    namesakes: tuple[int, ...] = ()
    extent: str = ""
    by_place: bool = False

    @property
    def by_code(self) -> bool:
        """Whether the code of a province tells which findings belong to it."""
        return self.kind == PROVINCE and not self.by_place

    @property
    def features(self) -> str:
        """The expression that these features of the register fulfil, empty where every one is meant."""
        return "" if self.kind in (WHOLE, VIEW) else is_any("$id", self.fids)

    def condition(self, fields: QgsFields, id_field: str, province_field: str) -> str:
        """Return what a row of a check's table must fulfil, empty where every one is meant.

        Raises
        ------
        ScopeError
            If the layer does not have the field.
        """
        if self.kind in (WHOLE, VIEW):
            return ""
        name = province_field if self.by_code else id_field
        index = fields.lookupField(name) if name else -1
        if index < 0:
            raise ScopeError(name)
        values = (*self.written, self.code) if self.by_code else self.ids
        return among(fields.at(index).name(), values, numeric=fields.at(index).isNumeric())


def among(field: str, values: Iterable[str], *, numeric: bool) -> str:
    """Return the comparison of a field with values, blanks around them set aside.

    Examples
    --------
    >>> among("province_code", ("08", "8", "08"), numeric=False), among("code", ("08", "5.5", "x"), numeric=True)
    ('trim("province_code") IN (\\'08\\',\\'8\\')', '"code" IN (8,5.5)')
    """
    values = tuple(dict.fromkeys(values))
    column = QgsExpression.quotedColumnRef(field)
    if numeric:
        written, compared = [one for one in dict.fromkeys(map(_number, values)) if one], column
    else:
        written, compared = [QgsExpression.quotedString(one) for one in values], f"trim({column})"
    return f"{compared} IN ({','.join(written) or 'NULL'})"


def is_any(expression: str, values: Iterable[object]) -> str:
    """Return the expression that says whether another is one of many values.

    QGIS compares with a list one by one, for each feature; in a map it looks them up.

    Examples
    --------
    >>> print(is_any("$id", (1, 2)))
    map_exist(json_to_map('{"1":1,"2":1}'), to_string($id))
    """
    listed = json.dumps(dict.fromkeys(map(str, values), 1), separators=(",", ":"), ensure_ascii=False)
    return f"map_exist(json_to_map({QgsExpression.quotedString(listed)}), to_string({expression}))"


def _number(text: str) -> str:
    """Return a number as SQL has it, empty for what is none."""
    try:
        value = float(text)
    except ValueError:
        return ""
    if not math.isfinite(value):
        return ""
    return str(int(text)) if text.strip().lstrip("-").isdecimal() else repr(value)


def named(scope: Scope, tr: Callable[[str], str], provinces: dict[str, str]) -> str:
    """Return what a scope is called.

    Parameters
    ----------
    scope : Scope
    tr : callable
        Translates into the language wanted.
    provinces : dict of str to str
        Names of provinces by code, in that language.
    """
    if scope.kind == PROVINCE:
        return provinces.get(scope.code, scope.code)
    if scope.kind == SELECTED:
        return tr("Selected factories: {count}").format(count=scope.count)
    return tr("What the map shows") if scope.kind == VIEW else tr("Whole register")
