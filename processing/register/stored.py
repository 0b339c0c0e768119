"""Values that a table holds otherwise than GDAL reads and writes them, kept so that they can be put back as they were.

A GeoPackage holds in any column what a program puts there: the text 12,5 in a column of numbers, a day as 15/01/2024,
a number too large for the type of its column. Of a moment GDAL keeps milliseconds only, PostgreSQL microseconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..storage.sqlite_rows import quoted
from .table import GEOPACKAGE, UNREADABLE, Failed, RegisterTable, literal

# What a value is kept as: the type it has in the file, and its text.
Raw = Sequence[str]
_TEXT, _HEX_TEXT, _BLOB, _INTEGER, _REAL, _DATABASE = "text", "hex text", "blob", "integer", "real", "database"
_NOTHING = "null"
_EXACT = 2**53  # whole numbers up to here are exact in floating point


class StoredValues:
    """The values of a register that are not as GDAL would write them; looked for when first asked of a field.

    Parameters
    ----------
    table : RegisterTable
    rows : sequence of int, optional
        Keys of the only rows that will be asked about: few of many are looked up faster than all.
    """

    def __init__(self, table: RegisterTable, rows: Sequence[int] | None = None) -> None:
        self._table = table
        self._rows = rows
        self._keys: dict[str, set[int]] = {}

    def odd(self, key: int, values: Mapping[str, Any]) -> dict[str, Raw]:
        """Return, of values read from a row, those that the file holds otherwise than GDAL would write them."""
        odd = [
            name
            for name, value in values.items()
            if key in self._odd_keys(name) or (isinstance(value, str) and UNREADABLE in value)
        ]
        raw = {name: self.read(key, name) for name in odd}
        return {name: value for name, value in raw.items() if value[0] != _NOTHING}

    def _odd_keys(self, name: str) -> set[int]:
        if name not in self._keys:
            test = self._test(name)
            key = quoted(self._table.key)
            rows = (key, "+ 0 AS row_key FROM", self._table.full_name(self._table.name))
            where = ["WHERE", quoted(name), "IS NOT NULL AND (", test, ")"]
            if self._rows is not None:
                where += ["AND", key, "IN (", ", ".join(str(int(row)) for row in self._rows), ")"]
            found = self._table.query("SELECT", *rows, *where) if test else ()
            self._keys[name] = {int(row.GetField("row_key")) for row in found}
        return self._keys[name]

    def _test(self, name: str) -> str:
        """Return the SQL condition of a value that is not as GDAL would write it; empty where there is none."""
        column, kind = quoted(name), self._table.fields[name]
        if self._table.place.kind != GEOPACKAGE:
            unlike = ("<> CAST(", column, "AS time(3))")
            tests: dict[str, tuple[str, ...]] = {
                "datetime": ("NOT isfinite(", column, ") OR date_trunc('milliseconds',", column, ") <>", column),
                "date": ("NOT isfinite(", column, ") OR extract(year FROM", column, ") NOT BETWEEN 1 AND 9999"),
                "time": (column, *unlike),
                "real": ("CASE WHEN pg_typeof(", column, ") = CAST('numeric' AS regtype) THEN CAST(", column,
                         "AS numeric) <> CAST(CAST(", column, "AS double precision) AS numeric) ELSE false END"),
            }  # fmt: skip
            return " ".join(tests.get(kind, ()))
        type_of = ("typeof(", column, ")")
        exact = str(_EXACT)
        tests = {
            "text": (*type_of, "<> 'text' OR instr(", column, ", char(0)) > 0"),
            "integer": (*type_of, "<> 'integer'"),
            "boolean": (*type_of, "<> 'integer' OR", column, "NOT IN (0, 1)"),
            "real": (*type_of, "NOT IN ('real', 'integer') OR (", *type_of, "= 'integer' AND abs(", column, ") >",
                     exact, ")"),
            "date": (*type_of, "<> 'text' OR date(", column, ", '+0 days') IS NOT", column),
            "binary": (*type_of, "<> 'blob'"),
        }  # fmt: skip
        if kind == "integer" and name in self._table.bounds:
            low, high = self._table.bounds[name]
            tests["integer"] += ("OR", column, "NOT BETWEEN", str(low), "AND", str(high))
        if kind == "real" and name in self._table.single:
            return "1"  # GDAL rounds what it writes there
        return " ".join(tests.get(kind, ("1",)))

    def read(self, key: int, name: str) -> Raw:
        """Return a value of a row as the file holds it."""
        column, of_row = quoted(name), self._of_row(key)
        table = self._table.full_name(self._table.name)
        if self._table.place.kind != GEOPACKAGE:
            found = self._one("SELECT CAST(", column, "AS text) AS said FROM", table, *of_row)
            return (_DATABASE, found.GetFieldAsString("said"))
        kind = self._one("SELECT typeof(", column, ") AS kind FROM", table, *of_row).GetFieldAsString("kind")
        if kind == _REAL:
            number = self._one("SELECT", column, "+ 0.0 AS number FROM", table, *of_row)
            return (_REAL, repr(number.GetFieldAsDouble("number")))
        words = ("CAST(", column, "AS TEXT)") if kind == _INTEGER else ("hex(", column, ")")
        said = self._one("SELECT", *words, "AS said FROM", table, *of_row).GetFieldAsString("said")
        if kind != _TEXT:
            return (kind, said)
        content = bytes.fromhex(said)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return (_HEX_TEXT, said)
        return (_HEX_TEXT, said) if "\0" in text else (_TEXT, text)

    def _of_row(self, key: int) -> tuple[str, ...]:
        return ("WHERE", quoted(self._table.key), "=", str(int(key)))

    def _one(self, *words: str) -> Any:
        for row in self._table.query(*words):
            return row.Clone()
        raise Failed(" ".join(words))

    def write(self, key: int, values: dict[str, Raw]) -> None:
        """Put values into a row as the file held them.

        Raises
        ------
        Failed
            If the table now makes something else of them.
        """
        for name, raw in values.items():
            words = ("SET", quoted(name), "=", _literal(raw), *self._of_row(key))
            self._table.run("UPDATE", self._table.full_name(self._table.name), *words)
            if list(self.read(key, name)) != list(raw):
                raise Failed(f"{name}: {raw[1]}")
            if name in self._keys:
                self._keys[name].add(key)


def _literal(raw: Raw) -> str:
    """Return a kept value as an SQL literal; what is kept is made anew, and never run as it stands in the log."""
    kind, text = raw
    if kind == _INTEGER:
        return str(int(text))
    if kind == _REAL:
        number = float(text)
        return repr(number) if abs(number) < float("inf") else "9e999" if number > 0 else "-9e999"
    if kind == _BLOB:
        return f"X'{bytes.fromhex(text).hex()}'"
    if kind == _HEX_TEXT:
        return f"CAST(X'{bytes.fromhex(text).hex()}' AS TEXT)"
    return literal(text)
