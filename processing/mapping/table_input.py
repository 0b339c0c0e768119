"""Any table, read in pieces: what QGIS opens, and files whose text must stay text.

A column of ids with leading zeros is text, whatever it looks like. So text files are read here, not by QGIS, and sheets
of XLSX and ODS without a guess at the types of their columns. Other layers keep the types that they have.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..analysis.errors import LocationError
from ..frames import definition, describe_source, file_of
from ..i18n import tr
from .csv_records import Records
from .profile import ROW, SURPLUS, UNCLOSED, Source

if TYPE_CHECKING:
    import pandas as pd

GEOMETRY = "__geometry__"
TEXT_FILES = (".csv", ".tsv", ".txt", ".tab")
SHEETS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS"}
CHUNK = 20_000
_BLOCK = 1 << 20
_SAMPLE = 256 * 1024
_LOOKED_AT = 60
_DELIMITERS = (",", ";", "\t", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIELD_LIMIT = 1_000_000
# What may stand between the entries of a JSON list.
_BETWEEN = frozenset(" \t\r\n,")
# A header's share of the widest rows: titles above it fill one or two cells.
_HEADER_SHARE = 0.6


@dataclass(frozen=True)
class TableInput:
    """A table that can be read, several times if need be.

    Attributes
    ----------
    name : str
        What people call it.
    names : list of str
        Its columns, each once.
    count : int or None
        Rows, None where nobody has counted.
    crs : str
        Definition of the CRS of its geometry, empty where it has none.
    path : str
        Its file, empty where it is in memory or a database.
    sheet : str
        The sheet or table of the file that is read, where there are several.
    remarks : list of str
        How it was read, for the log.
    header : int
        The row with the names of the columns, of text files and sheets; 0 for other tables.
    """

    name: str
    names: list[str]
    count: int | None
    crs: str
    path: str
    read: Callable[[int], Iterator[pd.DataFrame]]
    sheet: str = ""
    remarks: list[str] = field(default_factory=list)
    layer: QgsVectorLayer | None = None
    header: int = 0

    @property
    def without_rows(self) -> str:
        """The sentence that it has no rows, for where it has none."""
        if self.header:
            return tr("“{table}” has no rows below the header in row {row}.").format(table=self.name, row=self.header)
        return tr("“{table}” has no rows.").format(table=self.name)

    @property
    def has_geometry(self) -> bool:
        """Whether its rows have a shape."""
        return bool(self.crs)

    def chunks(self, size: int = CHUNK) -> Iterator[pd.DataFrame]:
        """Yield the rows in pieces of at most `size`.

        Each has the columns `names`, values as they stand in the source (text, in layers also numbers and dates; None
        where there is nothing), the row's number as ``__row__`` (in sheets and text files as a spreadsheet counts them,
        otherwise from 1), ``__surplus__`` where a row has more values than there are columns, ``__unclosed__`` where
        some have a quotation mark that is never closed, and ``__geometry__`` (WKB) where `has_geometry`. Empty rows
        are left out.
        """
        return self.read(size)


class FileLayer(NamedTuple):
    """The layer that a file is read through, and how it was opened, for the log."""

    layer: QgsVectorLayer
    remarks: list[str]


def open_table(
    source: str | os.PathLike | QgsVectorLayer, how: Source | None = None, opened: FileLayer | None = None
) -> TableInput:
    """Open a layer, or a file by its path.

    Parameters
    ----------
    source : path or QgsVectorLayer
        A path may name a table, as in ``file.gpkg|layername=table``.
    how : Source, optional
        Sheet, row of the header, delimiter and encoding where they are known.
    opened : FileLayer, optional
        What `layer_of_file` returned for the same source: a thread must open no layer itself.

    Raises
    ------
    LocationError
        The file cannot be read as a table; the sentence says why and what to do.
    """
    how = how or Source()
    if isinstance(source, QgsVectorLayer):
        file = _shown_file(source)
        return open_table(file, how) if file else _of_layer(source)
    if opened is None:
        text = os.fspath(source)
        path = _path_in(text)
        _refuse_file(path)
        read = _read_here(path)
        if read is not None:
            return read(path, how)
        opened = _file_layer(text, how)
    layer, remarks = opened
    found = _of_layer(layer)
    return TableInput(**{**found.__dict__, "remarks": [*remarks, *found.remarks]})


def layer_of_file(text: str, how: Source) -> FileLayer | None:
    """Return the layer that `open_table` reads a file through; None for a file that it reads without QGIS.

    Raises
    ------
    LocationError
        As `open_table`.
    """
    path = _path_in(text)
    _refuse_file(path)
    return _file_layer(text, how) if _read_here(path) is None else None


def _path_in(text: str) -> Path:
    return Path(text.partition("|")[0])


def _refuse_file(path: Path) -> None:
    """Raise `LocationError` for what nobody can read as a table."""
    if path.is_dir():
        raise LocationError("“{path}” is a folder. Choose a file in it.", path=path)
    if path.is_file() and not os.access(path, os.R_OK):
        raise LocationError("“{path}” cannot be read: you have no permission.", path=path)
    if path.is_file() and not path.stat().st_size:
        raise LocationError("“{path}” is empty.", path=path)
    if path.is_file() and path.suffix.lower() == ".xls":
        raise LocationError("“{path}” is in the old format of Excel. Save it as .xlsx and choose that.", path=path)


def _read_here(path: Path) -> Callable[[Path, Source], TableInput] | None:
    """Return what reads a file without QGIS, None where it is to be opened as a layer."""
    ending = path.suffix.lower()
    if not path.is_file():
        return None
    if ending in TEXT_FILES:
        return _of_text
    if ending in SHEETS:
        return _of_sheet
    return _of_json if ending == ".json" and _holds_list(path) else None


# -- layers ---------------------------------------------------------------------------------------------


def _file_layer(text: str, how: Source) -> FileLayer:
    path, remarks = _path_in(text), []
    if path.suffix.lower() in (".shp", ".dbf") and path.is_file():
        encoding = how.encoding or _encoding_of_dbf(path)
        if encoding:
            text = f"{text}|option:ENCODING={encoding}"
            remarks.append(tr("Encoding: {encoding}.").format(encoding=encoding))
    wanted = f"{text}|layername={how.sheet}" if how.sheet and "|layername=" not in text else text
    layer = QgsVectorLayer(wanted, path.stem, "ogr")
    if not layer.isValid():
        if how.sheet and QgsVectorLayer(text, path.stem, "ogr").isValid():
            raise LocationError(
                "“{path}” has no table “{sheet}”. It has: {tables}.",
                path=path,
                sheet=how.sheet,
                tables=", ".join(_tables_of(text)),
            )
        if not path.exists():
            raise LocationError("“{path}” is not there. Check the path.", path=path)
        if path.suffix.lower() == ".json":
            raise LocationError(
                "“{path}” is neither a JSON list of objects with names and values, nor GeoJSON. Where the list stands "
                "within something else, take it out.",
                path=path,
            )
        raise LocationError(
            "“{path}” cannot be opened as a table. Give a CSV, XLSX, ODS, JSON, GeoJSON, Shapefile or GeoPackage file.",
            path=path,
        )
    return FileLayer(layer, remarks)


def _shown_file(layer: QgsVectorLayer) -> str:
    """Return the text file or spreadsheet that a layer shows as it is, empty where QGIS adds to it or leaves out of it.

    QGIS guesses the types of its columns.
    """
    path = file_of(layer)
    if Path(path).suffix.lower() not in (*TEXT_FILES, *SHEETS) or layer.isModified():
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    own = layer.fields().count() == layer.dataProvider().fields().count()
    return path if own and not layer.subsetString() and not parts.get("layerName") else ""


def _tables_of(text: str) -> list[str]:
    layer = QgsVectorLayer(text, "", "ogr")
    return [part.split("!!::!!")[1] for part in layer.dataProvider().subLayers()]


def _of_layer(layer: QgsVectorLayer) -> TableInput:
    if not layer.isValid():
        raise LocationError("Layer “{layer}” cannot be opened: its source is gone.", layer=layer.name())
    shaped = layer.wkbType() not in (QgsWkbTypes.Type.NoGeometry, QgsWkbTypes.Type.Unknown)
    crs = layer.crs() if layer.crs().isValid() else QgsCoordinateReferenceSystem()
    remarks = []
    if shaped and not crs.isValid():
        remarks.append(tr("The layer has no CRS, so its geometry is not used."))
    count = layer.featureCount()
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return TableInput(
        name=describe_source(layer) or layer.name(),
        names=layer.fields().names(),
        count=count if count >= 0 else None,
        crs=definition(crs) if shaped and crs.isValid() else "",
        path=file_of(layer),
        read=lambda size: _features(layer, size, shaped and crs.isValid()),
        sheet=parts.get("layerName") or "",
        remarks=remarks,
        layer=layer,
    )


def _features(layer: QgsVectorLayer, size: int, shaped: bool) -> Iterator[pd.DataFrame]:
    names = layer.fields().names()
    request = QgsFeatureRequest()
    if not shaped:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows: list[list[Any]] = []
    numbers: list[int] = []
    shapes: list[bytes | None] = []
    for number, feature in enumerate(layer.getFeatures(request), start=1):
        values = [_plain(value) for value in feature.attributes()]
        geometry = feature.geometry() if shaped else None
        if geometry is not None and not geometry.isNull():
            shapes.append(bytes(geometry.asWkb()))
        elif all(value is None for value in values):
            continue
        else:
            shapes.append(None)
        rows.append(values)
        numbers.append(number)
        if len(rows) == size:
            yield _frame(names, rows, numbers, shapes if shaped else None)
            rows, numbers, shapes = [], [], []
    if rows:
        yield _frame(names, rows, numbers, shapes if shaped else None)


def _plain(value: Any) -> Any:
    """Return a value of QGIS as one of Python; blank text is none."""
    if value is None or value == NULL:
        return None
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, QDateTime):
        return value.toPyDateTime() if value.isValid() else None
    if isinstance(value, QDate):
        return value.toPyDate() if value.isValid() else None
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss") if value.isValid() else None
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, (int, float, bool)):
        return value
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (list, dict)) else str(value)


def _frame(
    names: Sequence[str], rows: Sequence[Sequence[Any]], numbers: Sequence[int], shapes: Sequence[Any] | None = None
) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(names), dtype=object)
    frame[ROW] = numbers
    if shapes is not None:
        frame[GEOMETRY] = pd.Series(list(shapes), dtype=object)
    return frame


def _encoding_of_dbf(path: Path) -> str:
    """Return the encoding of a shapefile that does not say it: UTF-8 where its texts are; empty to leave it to GDAL."""
    if any(path.with_suffix(ending).exists() for ending in (".cpg", ".CPG", ".cst")):
        return ""
    table = next((p for p in (path.with_suffix(".dbf"), path.with_suffix(".DBF")) if p.is_file()), None)
    if table is None:
        return ""
    with table.open("rb") as file:
        head = file.read(32)
        if len(head) < 32:
            return ""
        header, width = int.from_bytes(head[8:10], "little"), int.from_bytes(head[10:12], "little")
        described = file.read(max(header - 32, 0))
        widths = [described[start + 16] for start in range(0, len(described) - 32, 32)]
        file.seek(header)
        beyond = False
        while len(record := file.read(max(width, 1))) == width:
            if record.isascii():
                continue
            beyond = True
            if not _in_utf8(record, widths):
                return "CP1252"
    return "UTF-8" if beyond else ""


def _in_utf8(record: bytes, widths: Sequence[int]) -> bool:
    """Return whether the texts of a record are UTF-8; one that fills its field may be cut within its last character."""
    start = 1
    for width in widths:
        text = record[start : start + width]
        start += width
        try:
            text.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                return False
    return True


# -- text files -----------------------------------------------------------------------------------------


def _of_text(path: Path, how: Source) -> TableInput:
    encoding = _known_encoding(path, how.encoding) if how.encoding else _encoding_of(path)
    with _text(path, encoding) as file:
        sample = file.read(_SAMPLE)
    if not sample.strip():
        raise LocationError("“{path}” is empty.", path=path)
    delimiter = how.delimiter or _delimiter_of(sample)
    head = _records(sample, delimiter)
    row, names = _header(head, how.header_row, path)
    remarks = [
        tr("Encoding: {encoding}.").format(encoding=_encoding_title(encoding)),
        tr("Delimiter: {delimiter}.").format(delimiter=_delimiter_title(delimiter)),
        *_header_remarks(row),
    ]
    if encoding == "cp1252":
        remarks.append(
            tr("If texts look like “¬ñ»”, they are Khmer in a font of before Unicode (Limon, ABC), which cannot be "
               "read: convert the file to Unicode first.")
        )  # fmt: skip
    return TableInput(
        name=path.name,
        names=names,
        count=None,
        crs="",
        path=str(path),
        read=lambda size: _lines(path, encoding, delimiter, row, names, size),
        remarks=remarks,
        header=row,
    )


@contextmanager
def _text(path: Path, encoding: str) -> Iterator[io.TextIOBase]:
    try:
        with path.open(encoding=encoding, newline="") as file:
            yield file
    except OSError as error:
        raise LocationError("“{path}” cannot be read: {why}.", path=path, why=error.strerror or error) from error
    except UnicodeError as error:
        raise LocationError(
            "“{path}” is not text in {encoding}. Save it as UTF-8.", path=path, encoding=_encoding_title(encoding)
        ) from error


def _encoding_of(path: Path) -> str:
    """Return the encoding of a text file: by its mark, the zeros of UTF-16, UTF-8 if it all is, else Windows-1252."""
    with path.open("rb") as file:
        head = file.read(4096)
        for mark, encoding in _BOMS:
            if head.startswith(mark):
                return encoding
        pairs = max(len(head) // 2, 1)
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            if head[first::2].count(0) > 0.4 * pairs:
                return encoding
        if head.count(0):
            raise LocationError("“{path}” is not a text file. Open it in a spreadsheet and save it as CSV.", path=path)
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
            return "utf-8"
        except UnicodeDecodeError:
            pass
        file.seek(0)
        while block := file.read(_BLOCK):
            if any(byte in block for byte in b"\x81\x8d\x8f\x90\x9d"):
                raise LocationError(
                    "“{path}” is neither UTF-8 nor Windows-1252 text. Save it as UTF-8, or name its encoding in the "
                    "mapping profile. Khmer in a font of before Unicode cannot be read: convert it first.",
                    path=path,
                )
    return "cp1252"


def _known_encoding(path: Path, name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError as error:
        raise LocationError(
            "Encoding “{name}” is not known. Name one such as utf-8, utf-16 or cp1252.", name=name
        ) from error
    return "utf-8-sig" if known == "utf-8" else known


def _encoding_title(encoding: str) -> str:
    return {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp1252": "Windows-1252"}.get(encoding, encoding.upper())


def _delimiter_title(delimiter: str) -> str:
    return {",": tr("comma"), ";": tr("semicolon"), "\t": tr("tab"), "|": tr("vertical bar")}.get(delimiter, delimiter)


def _header_remarks(row: int) -> list[str]:
    return [tr("The header is row {row}.").format(row=row)] if row > 1 else []


def _records(sample: str, delimiter: str) -> list[list[str]]:
    """Return the first records of a text; the last, which may be cut, is left out where there are others."""
    records = []
    try:
        for record in Records(io.StringIO(sample, newline=""), delimiter):
            records.append(record.cells)
            if len(records) > _LOOKED_AT:
                break
    except csv.Error:
        pass
    return records[:-1] if len(records) > 1 and len(sample) >= _SAMPLE else records


def _delimiter_of(sample: str) -> str:
    """Return the sign that cuts the most records into the same number of values, more than one."""

    def agreement(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(record) for record in _records(sample, delimiter) if any(record))
        widths.pop(1, None)
        total = sum(1 for record in _records(sample, delimiter) if any(record))
        if not widths or not total:
            return 0.0, 0
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        return count / total, width

    return max(_DELIMITERS, key=agreement)


def _header(records: Sequence[Sequence[Any]], known: int, path: Path) -> tuple[int, list[str]]:
    """Return the number of the header's row, counted from 1, and the names in it, each made unique."""
    filled = [sum(1 for cell in record if str(cell or "").strip()) for record in records]
    widest = max(filled, default=0)
    if not widest:
        raise LocationError("“{path}” is empty.", path=path)
    if known:
        if known > len(records):
            raise LocationError("“{path}” has no row {row} to take the names of columns from.", path=path, row=known)
        row = known
    else:
        # Titles fill one cell; of two widths that are as frequent the table is the wider.
        counted = Counter(n for n in filled if n > 1 or n == widest)
        usual = max(counted, key=lambda width: (counted[width], width))
        row = next(i for i, n in enumerate(filled, start=1) if n and n >= _HEADER_SHARE * min(usual, widest))
    cells = [str(cell or "") for cell in records[row - 1]]
    if not known and sum(map(_is_value, cells)) > 0.5 * max(filled[row - 1], 1):
        raise LocationError(
            "“{path}” has no row with the names of columns: row {row} holds values ({values}). Put names above them, "
            "or say in the mapping profile which row is the header.",
            path=path,
            row=row,
            values=", ".join(cells[:4]),
        )
    return row, _unique(cells)


def _is_value(cell: str) -> bool:
    try:
        float(cell.strip().replace(",", "."))
    except ValueError:
        return False
    return True


def _unique(cells: Sequence[str]) -> list[str]:
    names: list[str] = []
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    for i, cell in enumerate(cells, start=1):
        base = " ".join(cell.replace("\ufeff", "").split()) or f"column_{i}"
        name, again = base, 2
        while name in names:
            name, again = f"{base}_{again}", again + 1
        names.append(name)
    return names


def _lines(
    path: Path, encoding: str, delimiter: str, header: int, names: Sequence[str], size: int
) -> Iterator[pd.DataFrame]:
    limit = csv.field_size_limit(_FIELD_LIMIT)
    try:
        with _text(path, encoding) as file:
            records = Records(file, delimiter, header, len(names))
            try:
                yield from _pieces(iter(records), header, names, size)
            except csv.Error as error:
                raise LocationError(
                    "“{path}”, line {line}: {why}. Is there a quotation mark that is never closed?",
                    path=path,
                    line=records.line,
                    why=error,
                ) from error
    finally:
        csv.field_size_limit(limit)


def _pieces(records: Iterator[tuple[Any, ...]], header: int, names: Sequence[str], size: int) -> Iterator[pd.DataFrame]:
    """Cut records into frames; what a record has beyond the columns goes into the surplus.

    A record is the row's number, its values and, of a text file, whether a quotation mark in it is never closed.
    """
    width = len(names)
    rows: list[Sequence[Any]] = []
    numbers: list[int] = []
    surplus: dict[int, str] = {}
    unclosed: set[int] = set()
    for number, record, *marks in records:
        if number <= header:
            continue
        if len(record) != width:
            more = [cell for cell in record[width:] if cell]
            if more:
                surplus[len(rows)] = json.dumps(more, ensure_ascii=False)
            record = [*record[:width], *[None] * (width - len(record))]
        if not any(record) and len(rows) not in surplus:
            continue
        if any(marks):
            unclosed.add(len(rows))
        rows.append(record)
        numbers.append(number)
        if len(rows) == size:
            yield _with_faults(names, rows, numbers, surplus, unclosed)
            rows, numbers, surplus, unclosed = [], [], {}, set()
    if rows:
        yield _with_faults(names, rows, numbers, surplus, unclosed)


def _with_faults(
    names: Sequence[str],
    rows: Sequence[Sequence[Any]],
    numbers: Sequence[int],
    surplus: dict[int, str],
    unclosed: set[int],
) -> pd.DataFrame:
    frame = _frame(names, rows, numbers)
    if unclosed:
        frame[UNCLOSED] = [row in unclosed for row in range(len(frame))]
    if surplus:
        import pandas as pd

        frame[SURPLUS] = pd.Series(surplus, dtype=object).reindex(range(len(frame)))
    return frame


# -- sheets ---------------------------------------------------------------------------------------------


def _of_sheet(path: Path, how: Source) -> TableInput:
    with _sheets(path) as dataset:
        sheets = [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
        if how.sheet and how.sheet not in sheets:
            raise LocationError(
                "“{path}” has no sheet “{sheet}”. It has: {sheets}.",
                path=path,
                sheet=how.sheet,
                sheets=", ".join(sheets),
            )
        sheet = how.sheet or _most_like_a_table(dataset, sheets)
        if not sheet:
            raise LocationError("“{path}” is empty.", path=path)
        rows = _sheet_rows(dataset.GetLayerByName(sheet))
        head = [record for _, record in zip(range(_LOOKED_AT), (record for _, record in rows))]
        count = dataset.GetLayerByName(sheet).GetFeatureCount()
    row, names = _header(head, how.header_row, path)
    remarks = _header_remarks(row)
    if len(sheets) > 1:
        others = ", ".join(f"“{name}”" for name in sheets if name != sheet)
        remarks.append(
            tr("Sheet “{sheet}” was read. To read another choose SHEET; there are also: {others}.").format(
                sheet=sheet, others=others
            )
        )
    return TableInput(
        name=f"{path.name}|{sheet}",
        names=names,
        count=max(count - row, 0),
        crs="",
        path=str(path),
        read=lambda size: _sheet_pieces(path, sheet, row, names, size),
        sheet=sheet,
        remarks=remarks,
        header=row,
    )


def _most_like_a_table(dataset: Any, sheets: Sequence[str]) -> str:
    """Return the sheet that holds most of a table by its first rows, the first of those that are about as good."""
    scores: dict[str, int] = {}
    for name in sheets:
        layer = dataset.GetLayerByName(name)
        if not layer.GetFeatureCount():
            continue
        rows = [record for _, (_, record) in zip(range(_LOOKED_AT), _sheet_rows(layer))]
        filled = [sum(1 for cell in record if str(cell or "").strip()) for record in rows]
        widest = max(filled, default=0)
        scores[name] = widest * sum(1 for n in filled if n and n >= _HEADER_SHARE * widest)
    best = max(scores.values(), default=0)
    return next((name for name, score in scores.items() if score >= 0.5 * best), "")


@contextmanager
def _sheets(path: Path) -> Iterator[Any]:
    """Open a spreadsheet without a guess at headers and types: every cell is text."""
    from osgeo import gdal

    driver = SHEETS[path.suffix.lower()]
    options = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = None
    try:
        for name, value in options.items():
            gdal.SetThreadLocalConfigOption(name, value)
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
        if dataset is None:
            raise _no_sheet(path)
        yield dataset
    except RuntimeError as error:  # newer QGIS lets GDAL raise
        raise _no_sheet(path) from error
    finally:
        dataset = None
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)
        gdal.PopErrorHandler()


def _no_sheet(path: Path) -> LocationError:
    return LocationError(
        "“{path}” cannot be read as a spreadsheet: it is damaged or protected by a password. Save it again, or as CSV.",
        path=path,
    )


def _sheet_rows(layer: Any) -> Iterator[tuple[int, list[Any]]]:
    layer.ResetReading()
    width = layer.GetLayerDefn().GetFieldCount()
    for number, feature in enumerate(iter(layer.GetNextFeature, None), start=1):
        yield number, [feature.GetField(i) for i in range(width)]


def _sheet_pieces(path: Path, sheet: str, header: int, names: Sequence[str], size: int) -> Iterator[pd.DataFrame]:
    with _sheets(path) as dataset:
        yield from _pieces(_sheet_rows(dataset.GetLayerByName(sheet)), header, names, size)


# -- JSON -----------------------------------------------------------------------------------------------


def _holds_list(path: Path) -> bool:
    """Return whether a JSON file is an array; another JSON GDAL may know."""
    with _text(path, _encoding_of(path)) as file:
        return file.read(_BLOCK).lstrip("\ufeff \t\r\n")[:1] == "["


def _of_json(path: Path, _how: Source) -> TableInput:
    """Return a JSON array of objects as a table."""
    encoding = _encoding_of(path)
    names: dict[str, None] = {}
    count = 0
    for _, item in _items(path, encoding):
        names.update(dict.fromkeys(item))
        count += 1
    if not names:
        raise LocationError("“{path}” is empty.", path=path)
    return TableInput(
        name=path.name,
        names=list(names),
        count=count,
        crs="",
        path=str(path),
        read=lambda size: _json_pieces(path, encoding, list(names), size),
        remarks=[],
    )


def _json_pieces(path: Path, encoding: str, names: Sequence[str], size: int) -> Iterator[pd.DataFrame]:
    rows = ((number, [_json_cell(item.get(name)) for name in names]) for number, item in _items(path, encoding))
    yield from _pieces(rows, 0, names, size)


def _json_cell(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return value


def _items(path: Path, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of an array with their number, without ever holding all of the text."""
    decoder = json.JSONDecoder(parse_float=_Written, parse_int=_Written)
    with _text(path, encoding) as file:
        buffer = file.read(_BLOCK)
        place, number = buffer.index("[") + 1, 0
        while True:
            while buffer[place : place + 1] in _BETWEEN:
                place += 1
            if buffer[place : place + 1] == "]":
                return
            try:
                item, end = decoder.raw_decode(buffer, place)
            except ValueError as error:
                more = file.read(_BLOCK)
                if more:
                    buffer, place = buffer[place:] + more, 0
                    continue
                raise LocationError(
                    "“{path}” is not JSON after entry {number}: {why}.", path=path, number=number, why=error
                ) from error
            number, place = number + 1, end
            if not isinstance(item, dict):
                raise LocationError(
                    "“{path}”: entry {number} of the list is no object with names and values.", path=path, number=number
                )
            yield number, item


class _Written(str):
    """A number of a JSON file as it is written: its digits say how well it is known."""
