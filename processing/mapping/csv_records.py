"""Records of a text file whose quotation marks cannot be trusted: none may swallow the rows after it.

A mark that is opened and not closed makes one cell of everything up to the next mark, or to the end. That is seen where
a record runs over several lines: its marks break the rules, or whole rows of the table stand in one of its cells.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# In narrower tables a text of two lines with a comma looks like two rows.
_WIDE_ENOUGH = 4


class Record(NamedTuple):
    """The values of a row, its number from 1, and whether a quotation mark in it is never closed."""

    number: int
    cells: list[str]
    unclosed: bool


class _Tape:
    """Lines, of which some can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: list[str] = []
        self.taken: list[str] = []
        self.line = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        self.taken.append(line)
        self.line += 1
        return line

    def put_back(self, lines: list[str]) -> None:
        self._back += reversed(lines)
        self.line -= len(lines)


class Records:
    """The records of a text, read one after the other.

    Parameters
    ----------
    lines : iterable of str
        With their ends, as a file opened with ``newline=""`` gives them.
    delimiter : str
    header, width : int
        The row with the names of the columns, and how many there are; 0 while nobody knows.

    Attributes
    ----------
    line : int
        How many lines have been read.
    """

    def __init__(self, lines: Iterable[str], delimiter: str, header: int = 0, width: int = 0) -> None:
        self._tape = _Tape(lines)
        self._delimiter = delimiter
        self._header, self._width = header, width

    @property
    def line(self) -> int:
        """How many lines have been read."""
        return self._tape.line

    def __iter__(self) -> Iterator[Record]:
        tape, number = self._tape, 0
        reader = csv.reader(tape, delimiter=self._delimiter)
        while True:
            tape.taken = []
            number += 1
            try:
                cells = next(reader)
                width = self._width if number > self._header else 0
                split = self._swallows(cells, tape.taken, width)
            except StopIteration:
                return
            except csv.Error:  # a cell without an end
                if len(tape.taken) < 2:
                    raise
                split = True
            if split is None:
                yield Record(number, cells, False)
                continue
            if split:
                tape.put_back(tape.taken[1:])
                cells = self._as_it_stands(tape.taken[0])
                reader = csv.reader(tape, delimiter=self._delimiter)
            yield Record(number, cells, True)

    def _swallows(self, cells: list[str], lines: list[str], width: int) -> bool | None:
        """Return whether the lines of a record are rows of their own; False where it is wrong as one, None if right."""
        if len(lines) == 1:
            short = len(cells) != width and '"' in lines[0]
            return True if width and short and self._fault(lines) == "end" else None
        fault = self._fault(lines)
        if fault == "end":
            return True
        if fault:
            return not width or any(self._is_row(line, width) for line in lines[1:])
        if width < _WIDE_ENOUGH or not (self._is_row(lines[0], width) and self._is_row(lines[-1], width)):
            return None
        much = any("\n" in cell or "\r" in cell for cell in cells if cell.count(self._delimiter) >= width - 1)
        return True if much or any(cells[width:]) else None

    def _fault(self, lines: list[str]) -> str:
        """Return what is wrong with the marks of a record: its "end" within one, "text" behind one, or nothing."""
        try:
            next(csv.reader(iter(lines), delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            return "end" if "end of data" in str(error) else "text"
        return ""

    def _is_row(self, line: str, width: int) -> bool:
        return width in (line.count(self._delimiter) + 1, len(next(csv.reader([line], delimiter=self._delimiter), [])))

    def _as_it_stands(self, line: str) -> list[str]:
        """Return the cells of a line whose marks mean nothing."""
        cells = next(csv.reader([line], delimiter=self._delimiter, quoting=csv.QUOTE_NONE), [])
        width = self._width
        return [*cells[: width - 1], self._delimiter.join(cells[width - 1 :])] if 0 < width < len(cells) else cells
