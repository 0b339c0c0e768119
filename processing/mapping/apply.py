"""Rows of a source into rows of the register, as a mapping profile says."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..analysis.coordinate_text import DATUM_ERROR_M, FINE_ALONE_M, FINE_M
from ..analysis.errors import LocationError
from ..analysis.khmer import KHMER_DIGITS
from ..base import said
from ..fields import make_fields
from ..i18n import tr
from ..register.schema import RegisterField, load_schema

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .profile import Admin, Coordinates, FieldMap, Profile

ROW = "__row__"
SURPLUS = "__surplus__"
UNCLOSED = "__unclosed__"
GEOMETRY = "__geometry__"
# Metres that the digits of a coordinate leave open.
RESOLUTION = "resolution_m"
PROBLEM_COLUMNS = ("row", "field", "kind", "value", "said", "fatal")
# What is known of a coordinate's spelling that changes nothing about the reading.
_SILENT = frozenset(("trailing_zero",))
# Texts that are no use when they are cut.
_WHOLE = ("licence_no", "operator_id")
_RANKS = ("certain", "likely", "possible")


@dataclass
class Log:
    """What there is to say about the rows of a piece, column by column of `PROBLEM_COLUMNS`."""

    numbers: np.ndarray
    columns: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in PROBLEM_COLUMNS})

    def add(
        self, rows: Iterable[int], name: str, kind: str, values: Sequence[Any], told: Sequence[str], fatal: bool = False
    ) -> None:
        """Note the same kind of thing about a field in several rows, given by position in the piece."""
        positions = list(rows)
        if not positions:
            return
        self.columns["row"] += self.numbers[positions].tolist()
        self.columns["value"] += list(values)
        self.columns["said"] += list(told)
        for column, one in (("field", name), ("kind", kind), ("fatal", fatal)):
            self.columns[column] += [one] * len(positions)

    def frame(self) -> pd.DataFrame:
        """Return the notes as a frame."""
        import pandas as pd

        return pd.DataFrame(self.columns, columns=list(PROBLEM_COLUMNS))


def apply(profile: Profile, chunk: pd.DataFrame, crs: str = "") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a piece of a source.

    Parameters
    ----------
    profile : Profile
        Bound to the source, see `profile.bind`.
    chunk : pandas.DataFrame, n rows
        As `TableInput.chunks` yields it.
    crs : str
        Definition of the CRS of its geometry.

    Returns
    -------
    rows : pandas.DataFrame, n rows
        ``__row__``, a column for each field of `profile.mapped_fields` (text, int, float or date; None for no value)
        ``lon``, ``lat`` in degrees on WGS 84 (NaN where there is no place) and ``resolution_m``, what the digits of the
        coordinate leave open. Defaults of the profile are not filled in, and rows to be rejected are there too.
    problems : pandas.DataFrame
        `PROBLEM_COLUMNS`: the row's number, the field, a machine word, what stood there, a sentence, and whether the
        row is to be rejected for it.
    """
    import pandas as pd

    from .profile import mapped_fields

    piece = _Piece(profile, chunk)
    log = piece.log
    rows: dict[str, Any] = {}
    if profile.coordinates is not None:
        rows.update(_located(piece, profile.coordinates, crs))
    if profile.admin is not None:
        rows.update(_administrative(piece, profile.admin))
    for one in profile.fields:
        rows[one.field] = _values(piece, one)
    if profile.ids is not None:
        rows["factory_id"] = _made_ids(piece, rows)
    if SURPLUS in chunk:
        more = chunk[SURPLUS].notna().to_numpy().nonzero()[0]
        texts = chunk[SURPLUS].iloc[more].tolist()
        log.add(
            more,
            "",
            "too many values",
            texts,
            [tr("the row has more values than there are columns: {values}").format(values=text) for text in texts],
            fatal=True,
        )
    if UNCLOSED in chunk:
        wrong = chunk[UNCLOSED].to_numpy(dtype=bool).nonzero()[0]
        said_of = tr("a quotation mark is not closed in row {row}: take it out, or write two")
        told = [said_of.format(row=number) for number in chunk[ROW].iloc[wrong]]
        log.add(wrong, "", "open quotation mark", [None] * len(wrong), told, fatal=True)
    frame = pd.DataFrame({ROW: chunk[ROW].to_numpy()})
    for name in mapped_fields(profile):
        frame[name] = pd.Series(rows[name], dtype=object)
    for name in ("lon", "lat", RESOLUTION):
        frame[name] = rows.get(name, math.nan)
    return frame, log.frame()


class _Piece:
    """A chunk with its columns as text, each made once."""

    def __init__(self, profile: Profile, chunk: pd.DataFrame) -> None:
        self.profile = profile
        self.chunk = chunk
        self.log = Log(chunk[ROW].to_numpy())
        self._texts: dict[str, np.ndarray] = {}
        self._features: tuple[list[QgsFeature], QgsExpressionContext] | None = None

    def __len__(self) -> int:
        return len(self.chunk)

    def texts(self, column: str) -> np.ndarray:
        """Return a column as trimmed text, None for nothing."""
        if column not in self._texts:
            self._texts[column] = as_texts(self.chunk[column].tolist())
        return self._texts[column]

    def present(self, column: str, name: str, nulls: frozenset[str] | None = None) -> np.ndarray:
        """Return a column as text without the words for nothing, which are noted for the field they were read for."""
        return self.without_nulls(self.texts(column), name, nulls)

    def without_nulls(self, texts: np.ndarray, name: str, nulls: frozenset[str] | None = None) -> np.ndarray:
        from ..analysis.cells import by_value, folded

        words = self.profile.nulls if nulls is None else nulls
        if not words:
            return texts
        longest = max(map(len, words)) + 4
        nothing = by_value(texts, lambda text: len(text) <= longest and folded(text) in words)[0] == True  # noqa: E712
        rows = nothing.nonzero()[0]
        if not len(rows):
            return texts
        values = texts[rows].tolist()
        self.log.add(
            rows,
            name,
            "null token",
            values,
            [tr("“{value}” was read as no value").format(value=value) for value in values],
        )
        out = texts.copy()
        out[rows] = None
        return out

    def evaluated(self, expression: str) -> np.ndarray:
        """Return what a QGIS expression gives for each row, as text."""
        features, context = self._prepared()
        parsed = QgsExpression(expression)
        parsed.prepare(context)
        out: list[Any] = []
        for feature in features:
            context.setFeature(feature)
            out.append(_of_qgis(parsed.evaluate(context)))
            if parsed.hasEvalError():
                raise LocationError(
                    "The expression “{expression}” of the mapping profile cannot be evaluated: {why}.",
                    expression=expression,
                    why=parsed.evalErrorString(),
                )
        return as_texts(out)

    def _prepared(self) -> tuple[list[QgsFeature], QgsExpressionContext]:
        if self._features is None:
            names = [name for name in self.chunk if name not in (ROW, SURPLUS, UNCLOSED, GEOMETRY)]
            fields = make_fields((name, _kind_of(self.chunk[name])) for name in names)
            features = []
            for values in zip(*(self.chunk[name].tolist() for name in names)):
                feature = QgsFeature(fields)
                feature.setAttributes(list(values))
                features.append(feature)
            context = QgsExpressionContext()
            context.appendScope(QgsExpressionContextUtils.globalScope())
            context.setFields(fields)
            self._features = features, context
        return self._features


def _kind_of(column: pd.Series) -> str:
    kinds = {type(value) for value in column.tolist()} - {type(None)}
    if kinds and kinds <= {int, bool}:
        return "integer"
    if kinds and kinds <= {int, float}:
        return "real"
    return "text"


def _of_qgis(value: Any) -> Any:
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        return value.date().toString(Qt.DateFormat.ISODate)
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, QDate) else value


def as_texts(values: Sequence[Any]) -> np.ndarray:
    """Return the values of a source's column as trimmed text, None for nothing."""
    import numpy as np

    from ..analysis.cells import trimmed

    out = np.empty(len(values), dtype=object)
    out[:] = [
        None if value is None else trimmed(value if type(value) is str else _text(value)) or None for value in values
    ]
    return out


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if value != value:
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat() if value.time() != datetime.min.time() else value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


# -- fields ---------------------------------------------------------------------------------------------


def _values(piece: _Piece, one: FieldMap) -> np.ndarray:
    """Return the values of a field of the register."""
    from ..analysis.cells import by_value
    from .profile import is_activity

    known = load_schema().field(one.field)
    texts = piece.evaluated(one.expression) if one.expression else piece.texts(one.column)
    if one.part:
        texts = _unpacked(piece, one, texts)
    texts = piece.without_nulls(texts, one.field, one.nulls)
    if known.type == "date":
        _note_utc(piece, one, texts)
        _note_years(piece, one, texts)
    if known.type == "text" and not (known.codes or known.pattern or one.values or known.name in _WHOLE):
        return _shortened(piece, known, texts)
    read = reader(known, one, piece.profile.language)
    if is_activity(known) and one.zeros != "as written":
        read = _with_zeros(piece, known, one, texts, read)
    values, errors = by_value(texts, read)
    wrong = (errors != None).nonzero()[0]  # noqa: E711
    if len(wrong):
        told = [said(error) for error in errors[wrong]]
        if one.reject:
            piece.log.add(wrong, one.field, "wrong value", texts[wrong].tolist(), told, fatal=True)
        else:
            # What the register has instead is known only when the row is stored.
            piece.log.add(wrong, one.field, "left empty", texts[wrong].tolist(), told)
    return _shortened(piece, known, values)


def _with_zeros(
    piece: _Piece, known: RegisterField, one: FieldMap, texts: np.ndarray, read: Callable[[str], Any]
) -> Callable[[str], Any]:
    """Return a reader of ISIC codes that puts lost zeros back, and refuses codes that may have lost one or not."""
    from ..analysis.activities import lost_zeros
    from ..messages import activity_label
    from ..rules.pack import isic_sections

    plain = [None if text is None or _mapped(one, text) != text else text.translate(KHMER_DIGITS) for text in texts]
    found = lost_zeros([code for code in plain if code is not None], isic_sections())
    found = {code: certain or one.zeros == "put back" for code, certain in found.items()}
    rows = [i for i, code in enumerate(plain) if code is not None and found.get(code)]
    told = tr("“{value}” was taken as 0{value}: a spreadsheet drops the zero before a number")
    piece.log.add(rows, known.name, "zero put back", texts[rows].tolist(), [told.format(value=plain[i]) for i in rows])

    def read_code(text: str) -> Any:
        code = text.translate(KHMER_DIGITS)
        certain = found.get(code) if _mapped(one, text) == text else None
        if certain is False:
            raise LocationError(
                "“{value}” may be {as_written}, or {padded} of which a spreadsheet dropped the zero: write the code in "
                "full, or say under “zeros” in the mapping profile which is meant",
                value=code,
                as_written=activity_label(code[:4]),
                padded=activity_label(f"0{code}"[:4]),
            )
        return read(f"0{code}" if certain else text)

    return read_code


def reader(known: RegisterField, one: FieldMap, language: str) -> Callable[[str], Any]:
    """Return the function that reads a text as a value of a field, and raises `LocationError` where it is none."""
    from ..analysis import cells

    if known.type == "date":
        return lambda text: cells.day(text, one.dates, one.local, one.year)
    if known.type in ("integer", "real"):
        read: Callable[[str, str], Any] = cells.whole_number if known.type == "integer" else cells.number
        return lambda text: _in_range(known, text, read(_mapped(one, text), one.dots))
    if known.codes:
        labels = _labels(known, one.values, language)
        return lambda text: _listed(known, one, labels, text)
    pattern = re.compile(known.pattern) if known.pattern else None
    digits = bool(known.pattern and known.pattern.startswith("^[0-9]"))

    def read_text(text: str) -> str:
        value = _mapped(one, text)
        value = value.translate(KHMER_DIGITS) if digits else value
        if pattern is not None and not pattern.fullmatch(value):
            raise LocationError(
                "“{value}” does not look like {field}: text like {examples} is needed",
                value=text,
                field=known.name,
                examples=", ".join(map(str, known.examples)),
            )
        if known.length and len(value) > known.length and (pattern or known.name in _WHOLE):
            raise LocationError(
                "“{value}” is longer than the {length} characters of {field}",
                value=text,
                length=known.length,
                field=known.name,
            )
        return value

    return read_text


def _mapped(one: FieldMap, text: str) -> str:
    """Return what the profile makes of a text of a field without a list of codes; the text where it says nothing."""
    if not one.values:
        return text
    from ..analysis.cells import chosen

    found = chosen(text, one.values, one.match)
    return found if found is not None else one.otherwise or text


def _labels(known: RegisterField, given: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the code of each text that is understood: the profile's own, the codes, and their titles."""
    from ..analysis.cells import folded

    other = "en" if language == "km" else "km"
    labels: dict[str, str] = {}
    for titles in (other, language):
        labels.update({folded(item.title(titles)): item.code for item in known.values})
    labels.update({folded(code): code for code in known.codes})
    return {**labels, **given}


def _listed(known: RegisterField, one: FieldMap, labels: Mapping[str, str], text: str) -> str:
    from ..analysis.cells import chosen

    found = chosen(text, one.values, one.match) or chosen(text, labels)
    if found is None and one.otherwise:
        return one.otherwise
    if found is None:
        raise LocationError("“{value}” is none of: {known}", value=text, known=", ".join(known.codes))
    return found


def _in_range(known: RegisterField, text: str, value: float) -> float:
    low, high = known.minimum, known.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        raise LocationError(
            "“{value}” is not between {low} and {high}", value=text, low=f"{low or 0:g}", high=f"{high or math.inf:g}"
        )
    return value


def _unpacked(piece: _Piece, one: FieldMap, texts: np.ndarray) -> np.ndarray:
    """Take one part of values that pack several."""
    from ..analysis.cells import by_value, trimmed

    def split(text: str) -> str:
        parts = text.split(one.separator)
        return trimmed(parts[one.part - 1]) if one.part <= len(parts) else ""

    out, _ = by_value(texts, split)
    packed = [i for i, text in enumerate(texts) if text is not None and one.separator in text]
    piece.log.add(
        packed,
        one.field,
        "packed",
        texts[packed].tolist(),
        [
            tr("“{value}” packs several values; part {part}, “{taken}”, was taken").format(
                value=texts[i], part=one.part, taken=out[i]
            )
            for i in packed
        ],
    )
    whole = [i for i, text in enumerate(texts) if text is not None and one.separator not in text]
    for i in whole:  # not packed: it is the value itself
        out[i] = texts[i]
    out[out == ""] = None
    return out


def _note_utc(piece: _Piece, one: FieldMap, texts: np.ndarray) -> None:
    from ..analysis.cells import by_value, day, in_utc

    rows = (by_value(texts, in_utc)[0] == True).nonzero()[0]  # noqa: E712
    if not len(rows):
        return
    values = texts[rows].tolist()
    if one.local:
        kind, template = "date shifted", tr("“{value}” is in UTC and was taken as {day}, the day in Cambodia")
        days = by_value(texts[rows], lambda text: day(text, one.dates, True))[0]
    else:
        kind, template = (
            "utc date",
            tr("“{value}” is in UTC and was taken as it stands; in Cambodia it may be the day after"),
        )
        days = texts[rows]
    piece.log.add(rows, one.field, kind, values, [template.format(value=v, day=d) for v, d in zip(values, days)])


def _note_years(piece: _Piece, one: FieldMap, texts: np.ndarray) -> None:
    """Note dates that are a year alone, of which one day was taken."""
    from ..analysis.cells import day, is_year

    if not one.year:
        return
    rows, told = [], []
    for i, text in enumerate(texts):
        if text is None or not is_year(text):
            continue
        try:
            taken = day(text, one.dates, one.local, one.year)
        except LocationError:
            continue
        rows.append(i)
        told.append(tr("“{value}” is a year alone: taken as {day}").format(value=text, day=taken.isoformat()))
    piece.log.add(rows, one.field, "year alone", texts[rows].tolist(), told)


def _shortened(piece: _Piece, known: RegisterField, values: np.ndarray) -> np.ndarray:
    """Cut free texts that are longer than their field; the whole of them stays in the notices."""
    if known.type != "text" or not known.length:
        return values
    long = [i for i, value in enumerate(values) if value is not None and len(value) > known.length]
    if not long:
        return values
    out = values.copy()
    for i in long:
        out[i] = values[i][: known.length]
    told = tr("longer than the {length} characters of the field; the rest stands here only").format(length=known.length)
    piece.log.add(long, known.name, "cut", values[long].tolist(), [told] * len(long))
    return out


# -- places ---------------------------------------------------------------------------------------------


def _located(piece: _Piece, how: Coordinates, crs: str) -> dict[str, Any]:
    """Return lon, lat, and what is known about how they were written."""
    if how.geometry:
        return _of_shapes(piece, how, piece.chunk[GEOMETRY].tolist() if GEOMETRY in piece.chunk else [], crs)
    if how.wkt:
        return _of_wkt(piece, how)
    import numpy as np

    from ..analysis.coordinates import read_pairs

    if how.both:
        first, second = piece.present(how.both, "loc_original"), None
        original = first
    else:
        first, second = (piece.present(name, "loc_original") for name in (how.first, how.second))
        nothing = np.array([a is None and b is None for a, b in zip(first, second)], dtype=bool)
        original = _joined(piece.texts(how.first), piece.texts(how.second))
        original[nothing] = None  # words for nothing in both
    read = read_pairs(first, second, datum=how.datum, order=how.order)
    return _described(piece, how, original, read)


def _joined(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    import numpy as np

    out = np.empty(len(first), dtype=object)
    out[:] = [None if a is None and b is None else f"{a or ''}, {b or ''}" for a, b in zip(first, second)]
    return out


def _described(piece: _Piece, how: Coordinates, original: np.ndarray, read: Any) -> dict[str, Any]:
    import numpy as np

    failed = np.array([error is not None for error in read.error], dtype=bool)
    empty = np.array([text is None for text in original], dtype=bool)
    rows = empty.nonzero()[0]
    nothing = tr("no coordinate: the factory has no point")
    piece.log.add(rows, "geometry", "no coordinate", [None] * len(rows), [nothing] * len(rows))
    rows = (failed & ~empty).nonzero()[0]
    told = [
        tr("{why}; the factory has no point, and loc_original keeps the text").format(why=_why(read.error[i]))
        for i in rows
    ]
    piece.log.add(rows, "geometry", "unreadable coordinate", original[rows].tolist(), told)
    found = ~(failed | empty)
    lon, lat = (np.where(found, values, math.nan) for values in (read.lon, read.lat))
    _note_reading(piece, original, read, found, lon, lat)
    resolution = np.where(found, np.asarray(read.resolution_m, dtype=float), math.nan)
    datums = np.where(found, np.asarray(read.datum, dtype=object), None)
    return {
        "lon": lon,
        "lat": lat,
        RESOLUTION: resolution,
        "loc_original": original,
        "loc_datum": np.where(empty, None, np.where(found, datums, how.datum)),
        "loc_accuracy_m": _accuracy(how, resolution, datums),
    }


def _why(error: Any) -> str:
    if isinstance(error, LocationError):
        return said(error)
    template, values = error
    return tr(template).format(**values)


def _note_reading(
    piece: _Piece, original: np.ndarray, read: Any, found: np.ndarray, lon: np.ndarray, lat: np.ndarray
) -> None:
    """Note what was not read as it stood: order, script, signs, and datum."""
    for i in found.nonzero()[0]:
        for word in read.notes[i]:
            if word in _SILENT:
                continue
            kind = str(word).replace("_", " ")
            piece.log.add(
                [i],
                "geometry",
                kind,
                [original[i]],
                [
                    tr("read as {lat}, {lon} (latitude, longitude): {how}").format(
                        lat=f"{lat[i]:.6f}", lon=f"{lon[i]:.6f}", how=_reading_words().get(kind, kind)
                    )
                ],
            )
    shifted = [i for i in found.nonzero()[0] if read.datum[i] in DATUM_ERROR_M]
    told = tr("in {datum}: moved to WGS 84 by the pinned operation, which is good to {metres} m")
    piece.log.add(
        shifted,
        "geometry",
        "datum shifted",
        original[shifted].tolist(),
        [told.format(datum=read.datum[i], metres=f"{DATUM_ERROR_M[read.datum[i]]:g}") for i in shifted],
    )


def _reading_words() -> dict[str, str]:
    return {
        "swapped": tr("the two numbers stand the other way round"),
        "map centre": tr("the link says only where the middle of the map was, which may be beside the place"),
        "mgrs": tr("the middle of a square of the military grid"),
        "khmer digits": tr("Khmer digits"),
        "comma decimal": tr("a comma before the decimals"),
        "hemisphere from range": tr("which is latitude and which longitude follows from their ranges"),
        "thousands": tr("signs between the thousands"),
        "scientific": tr("a number with an exponent"),
        "apostrophe": tr("an apostrophe before the number"),
        "zone text": tr("the zone stands with the numbers"),
    }


def _accuracy(how: Coordinates, resolution: np.ndarray, datums: np.ndarray) -> np.ndarray:
    """Return the radius that the source's own accuracy, the digits and the datum leave; None where nothing tells.

    Digits are a lower bound: fine ones say how a number was printed, not how a place was found.
    """
    import numpy as np

    shift = np.array([DATUM_ERROR_M.get(datum, 0.0) for datum in datums])
    alone = (shift == 0.0) & (how.accuracy_m == 0.0)
    coarse = np.where(resolution >= np.where(alone, FINE_ALONE_M, FINE_M), resolution, 0.0)
    radius = np.sqrt(np.square(how.accuracy_m) + np.square(shift) + np.square(coarse))
    known = np.isfinite(resolution) & (radius > 0)
    out = np.empty(len(resolution), dtype=object)
    out[known] = np.round(radius[known], 1).tolist()
    return out


def _of_wkt(piece: _Piece, how: Coordinates) -> dict[str, Any]:
    import shapely

    texts = piece.present(how.wkt, "loc_original")
    return _of_points(piece, how, texts, shapely.from_wkt(texts, on_invalid="ignore"), how.datum)


def _of_shapes(piece: _Piece, how: Coordinates, stored: Sequence[bytes | None], crs: str) -> dict[str, Any]:
    import numpy as np
    import shapely

    shapes = shapely.from_wkb(np.array(stored or [None] * len(piece), dtype=object), on_invalid="ignore")
    points = shapely.point_on_surface(shapes)
    single = shapely.get_type_id(shapes) == 0
    points = np.where(single, shapes, points)
    rows = (~single & ~shapely.is_missing(shapes)).nonzero()[0]
    told = tr("not a point: a point inside of it was taken")
    piece.log.add(rows, "geometry", "point taken inside", [None] * len(rows), [told] * len(rows))
    x, y = shapely.get_x(points), shapely.get_y(points)
    original = np.empty(len(points), dtype=object)
    original[:] = [None if a != a else f"{a!r}, {b!r}" for a, b in zip(x.tolist(), y.tolist())]
    return _of_points(piece, how, original, points, crs)


def _of_points(piece: _Piece, how: Coordinates, original: np.ndarray, points: np.ndarray, crs: str) -> dict[str, Any]:
    import numpy as np
    import shapely

    from ..analysis.crs import operation

    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    known = np.isfinite(xy).all(axis=1)
    lon_lat = np.full_like(xy, math.nan)
    to_degrees = operation(crs, "EPSG:4326")
    lon_lat[known] = to_degrees.points(xy[known])
    lon_lat[~np.isfinite(lon_lat).all(axis=1)] = math.nan
    found = np.isfinite(lon_lat[:, 0])
    empty = np.array([text is None for text in original], dtype=bool)
    rows = empty.nonzero()[0]
    told = tr("no coordinate: the factory has no point")
    piece.log.add(rows, "geometry", "no coordinate", [None] * len(rows), [told] * len(rows))
    rows = (~found & ~empty).nonzero()[0]
    told = tr("not a point that can be used; loc_original keeps the text")
    piece.log.add(rows, "geometry", "unreadable coordinate", original[rows].tolist(), [told] * len(rows))
    error = to_degrees.accuracy_m if to_degrees.accuracy_m == to_degrees.accuracy_m else 0.0
    codes = {item.code for item in load_schema().field("loc_datum").values}
    datum = crs if crs in codes else "EPSG:4326" if error == 0.0 else "unknown"
    rows = found.nonzero()[0] if error else []
    told = tr("moved to WGS 84 by “{operation}”, which is good to {metres} m").format(
        operation=to_degrees.description, metres=f"{error:g}"
    )
    piece.log.add(rows, "geometry", "datum shifted", original[rows].tolist(), [told] * len(rows))
    accuracy = np.empty(len(points), dtype=object)
    radius = math.hypot(how.accuracy_m, error)
    if radius:
        accuracy[found] = round(radius, 1)
    return {
        "lon": lon_lat[:, 0],
        "lat": lon_lat[:, 1],
        "loc_original": original,
        "loc_datum": np.where(empty, None, datum),
        "loc_accuracy_m": accuracy,
    }


# -- administrative units and ids -----------------------------------------------------------------------


def _administrative(piece: _Piece, how: Admin) -> dict[str, Any]:
    """Return the codes of the units that a row names, and the year of their list."""
    import numpy as np

    from ..analysis.admin_units import resolve
    from ..gazetteer import load_admin_list

    levels = {"province": how.province, "district": how.district, "commune": how.commune}
    texts = {
        level: piece.present(column, f"{level}_code") if column else np.full(len(piece), None, dtype=object)
        for level, column in levels.items()
    }
    asked = [_named(texts[level], how.names, 2 * place) for place, level in enumerate(levels, start=1)]
    found = resolve(load_admin_list(), *asked)
    rows: dict[str, Any] = {}
    noted: set[int] = set()
    accepted = _RANKS[: _RANKS.index(how.accept) + 1]
    for place, level in enumerate(levels):
        codes = getattr(found, f"{level}_code").copy()
        codes[~np.isin(found.certainty[:, place].astype(str), accepted)] = None
        rows[f"{level}_code"] = codes
        noted |= _note_units(piece, found, place, f"{level}_code", texts[level], codes)
    _note_remarks(piece, found, noted)
    vintage = np.empty(len(piece), dtype=object)
    vintage[np.array([code is not None for code in rows["province_code"]], dtype=bool)] = load_schema().admin_vintage
    rows["admin_vintage"] = vintage
    return rows


def _unit_note(note: Any) -> str:
    return tr(note.template).format(**dict(note.values))


def _named(texts: np.ndarray, names: Mapping[str, str], digits: int) -> np.ndarray:
    """Put the codes that the profile gives for names of a level in their place."""
    from ..analysis.cells import by_value, folded

    of_level = {name: code for name, code in names.items() if len(code) == digits}
    return by_value(texts, lambda text: of_level.get(folded(text), text))[0] if of_level else texts


def _note_remarks(piece: _Piece, found: Any, noted: set[int]) -> None:
    """Note what there is to say about rows of which nothing is said yet."""
    rows = [i for i, notes in enumerate(found.notes) if notes and i not in noted]
    piece.log.add(rows, "province_code", "units", [None] * len(rows), [_remarks(found.notes[i]) for i in rows])


def _remarks(notes: Sequence[Any]) -> str:
    return " ".join(_unit_note(note) for note in notes)


def _note_units(piece: _Piece, found: Any, place: int, name: str, texts: np.ndarray, codes: np.ndarray) -> set[int]:
    """Note the units that were not found under the name or code that stands there, and those not taken."""
    kinds = {
        "former code": tr("“{value}” is a former code or a unit that was split: {code} now ({certainty})"),
        "former parent": tr("“{value}” belonged to another unit before: {code} now ({certainty})"),
        "spelling": tr("“{value}” was taken for {code} by its spelling ({certainty})"),
        "alias": tr("“{value}” was taken for {code}, another name of it ({certainty})"),
        "from below": tr("{code} follows from the finer units of the row ({certainty})"),
    }
    proposed = (found.province_code, found.district_code, found.commune_code)[place]
    words = {"certain": tr("certain"), "likely": tr("likely"), "possible": tr("possible")}
    by_kind: dict[str, list[int]] = {}
    for i, (how, code, taken) in enumerate(zip(found.how[:, place], proposed, codes)):
        if code is not None and taken is None:
            by_kind.setdefault("unit not taken", []).append(i)
        elif how in kinds:
            by_kind.setdefault(how, []).append(i)
        elif code is None and texts[i] is not None:
            by_kind.setdefault("unit not found", []).append(i)
    kinds["unit not taken"] = tr("“{value}” may be {code}, but that is only {certainty}: not taken")
    kinds["unit not found"] = tr("“{value}” is no unit of the list there")
    for kind, rows in by_kind.items():
        told = []
        for i in rows:
            certainty = words.get(found.certainty[i, place], "")
            told.append(kinds[kind].format(value=texts[i], code=proposed[i], certainty=certainty))
            if found.notes[i]:
                remarks = _remarks(found.notes[i])
                told[-1] = remarks if kind == "unit not found" else f"{told[-1]}. {remarks}"
        piece.log.add(rows, name, kind, texts[rows].tolist(), told)
    return {i for rows in by_kind.values() for i in rows}


def _made_ids(piece: _Piece, rows: Mapping[str, Any]) -> np.ndarray:
    """Return ids made by the profile's pattern where the source gives none; None where the next free one is due."""
    import numpy as np

    ids = piece.profile.ids
    given = rows.get("factory_id", np.full(len(piece), None, dtype=object))
    if ids is None or not ids.number:
        return given
    numbers = piece.present(ids.number, "factory_id")
    out = given.copy()
    for i, (own, number) in enumerate(zip(given, numbers)):
        if own is None and number is not None:
            plain = number.translate(KHMER_DIGITS)
            out[i] = made_id(ids.pattern, ids.digits, plain, {name: column[i] for name, column in rows.items()})
    return out


def made_id(pattern: str, digits: int, number: str, row: Mapping[str, Any]) -> str | None:
    """Return the id of a row, None where a code that the pattern asks for is missing."""
    parts = {name: row.get(f"{name}_code") for name in ("province", "district", "commune")}
    if any("{" + name + "}" in pattern and not value for name, value in parts.items()):
        return None
    return pattern.format(number=number.zfill(digits), **parts)
