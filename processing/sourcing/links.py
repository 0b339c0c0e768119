"""The table of links: which activity uses which products. `docs/local-sourcing.md` describes the format."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..analysis.errors import LocationError
from ..i18n import tr
from ..paths import ISIC_LINKS
from ..rules.pack import isic_sections

NEEDED = ("buyer_isic", "input", "source")
OPTIONAL = ("coefficient", "note")
_MISTAKES_TOLD = 3


@dataclass(frozen=True)
class Link:
    """One row: the activity `buyer` uses the product `input`; `coefficient` is None where nobody says how much."""

    buyer: str
    input: str
    coefficient: float | None
    source: str
    note: str
    line: int


@dataclass(frozen=True)
class Links:
    """A table of links, and the file it is from."""

    rows: Sequence[Link]
    path: Path

    @cached_property
    def by_buyer(self) -> Mapping[str, Sequence[int]]:
        """The rows of each buyer's code."""
        out: dict[str, list[int]] = {}
        for number, link in enumerate(self.rows):
            out.setdefault(link.buyer, []).append(number)
        return out


def read_links(path: str) -> Links:
    """Read a table of links; the shipped one where no path is given.

    Raises
    ------
    LocationError
        If it cannot be read or has mistakes: the first few are told with their line.
    """
    file = Path(path) if path else ISIC_LINKS
    header, records = _records(file)
    absent = [name for name in NEEDED if name not in header]
    if absent:
        raise LocationError(
            "Table of links “{path}”: line 1 names the columns, and {columns} is missing. Needed are {needed}; "
            "{optional} are optional. The signs between columns must be commas.",
            path=file,
            columns=", ".join(absent),
            needed=", ".join(NEEDED),
            optional=", ".join(OPTIONAL),
        )
    rows: list[Link] = []
    mistakes: list[str] = []
    seen: dict[tuple[str, str], int] = {}
    for line, cells in records:
        link, wrong = _link(line, dict(zip(header, cells)))
        if len(cells) > len(header):
            told = tr(
                "{cells} cells under {columns} names of columns: a text or a number with a comma must stand in "
                "quotation marks"
            )
            link, wrong = None, told.format(cells=len(cells), columns=len(header))
        if link is not None and (link.buyer, link.input) in seen:
            told = tr("{buyer} and {input} are linked in line {line} already")
            wrong = told.format(buyer=link.buyer, input=link.input, line=seen[link.buyer, link.input])
        if wrong:
            mistakes.append(tr("line {line}: {mistake}").format(line=line, mistake=wrong))
        elif link is not None:
            seen[link.buyer, link.input] = line
            rows.append(link)
    if mistakes:
        more = len(mistakes) - _MISTAKES_TOLD
        raise LocationError(
            "Table of links “{path}”: {mistakes}{more}. Correct the file, or leave LINKS empty for the table that "
            "ships with the plugin.",
            path=file,
            mistakes="; ".join(mistakes[:_MISTAKES_TOLD]),
            more=tr("; and {count} more").format(count=more) if more > 0 else "",
        )
    if not rows:
        raise LocationError("Table of links “{path}” has no rows below the names of its columns.", path=file)
    return Links(rows, file)


def _records(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the names of the columns, and the cells of each row that is not empty with its line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [name.strip().casefold() for name in next(reader, [])]
            records = []
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    records.append((reader.line_num, [cell.strip() for cell in cells]))
    except UnicodeDecodeError as error:
        raise LocationError(
            "Table of links “{path}” is no text in UTF-8. Save it as “CSV UTF-8 (comma delimited)”.", path=path
        ) from error
    except (OSError, csv.Error) as error:
        raise LocationError(
            "Table of links “{path}” cannot be read: {why}.", path=path, why=getattr(error, "strerror", None) or error
        ) from error
    return header, records


def _link(line: int, record: Mapping[str, str]) -> tuple[Link | None, str]:
    """Return the link in a row, or what is wrong with it."""
    from ..analysis.activities import normalise

    known = isic_sections()
    codes = {}
    for column in ("buyer_isic", "input"):
        text = record.get(column, "")
        code = normalise(text, known)
        if not text:
            return None, tr("{column} is empty").format(column=column)
        if len(code) < 2 or code not in known:
            told = tr("{column} “{text}” is no code of ISIC Rev. 4 with 2 to 4 digits")
            return None, told.format(column=column, text=text)
        codes[column] = code
    if not record.get("source"):
        return None, tr("source is empty: say where the link is from")
    coefficient, wrong = _coefficient(record.get("coefficient", ""))
    if wrong:
        return None, wrong
    return Link(codes["buyer_isic"], codes["input"], coefficient, record["source"], record.get("note", ""), line), ""


def _coefficient(text: str) -> tuple[float | None, str]:
    if not text:
        return None, ""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        told = tr("coefficient “{text}” is no number above 0 (with a point, without a sign for thousands)")
        return None, told.format(text=text)
    return value, ""
