"""How far the zones of each factory reach, and why: by rule packs, by fields of metres, by a table of classes."""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..checks.role_layers import CLASS_FIELDS, RECEPTOR_CLASSES, RECEPTORS, plain_class
from ..frames import LayerProblem
from ..i18n import tr
from ..inputs import Factories, texts
from ..paths import DATA, ISIC_TABLE
from ..rules.pack import AT_LEAST, Pack, Rule, isic_sections

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Asked together where no pack is chosen: distances of two countries that have them for factories, both foreign.
DISTANCE_PACKS = (DATA / "rules" / "vn-tcvn-4449.yaml", DATA / "rules" / "hk-hkpsg-table-1-3.yaml")
NO_CLASS = "no class"
ALL_CLASSES, THREAT = "all classes", "threat zone"
LEVELS = "inner, middle, outer"
MOST_LEVELS = 9
CLASS_COLUMNS = ("class", *CLASS_FIELDS, "isic", "code")
CITATION_COLUMNS = ("citation", "source")
_FARTHEST = 100_000.0
# “1,500”: thousands, or 1 m and 500 m.
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")


@dataclass(frozen=True)
class Reach:
    """How far the zones of n factories reach.

    Attributes
    ----------
    metres : (n, k) float array
        On the ground, level 0 the innermost; NaN where there is no such level.
    told : (n, k) object array of str or None
        The rule, field or class that each is from.
    classes : (n,) object array of str
        By what the results are divided.
    why : (n,) object array of str or None
        Why a factory has no distance.
    doubt : (n,) object array of str or None
        What may reach farther, but cannot be told.
    """

    metres: np.ndarray
    told: np.ndarray
    classes: np.ndarray
    why: np.ndarray
    doubt: np.ndarray


@dataclass(frozen=True)
class ClassRow:
    """A class, its metres (NaN for a level that it lacks) and where they are from."""

    name: str
    metres: tuple[float, ...]
    told: str


def without_closed(reach: Reach, closed: np.ndarray) -> Reach:
    """Return the reach without factories that are closed for good: their hazards are gone."""
    import numpy as np

    said = tr("decommissioned: closed for good")
    return Reach(
        np.where(closed[:, None], np.nan, reach.metres),
        np.where(closed[:, None], None, reach.told),
        reach.classes,
        np.where(closed, said, reach.why),
        np.where(closed, None, reach.doubt),
    )


def level_names(text: str) -> list[str]:
    """Return the names of the levels, the innermost first.

    Raises
    ------
    LocationError
        If there are none, too many, or one twice.
    """
    names = [name.strip() for name in text.replace(";", ",").split(",") if name.strip()]
    if not 1 <= len(names) <= MOST_LEVELS or len({name.casefold() for name in names}) < len(names):
        raise LocationError(
            "Names of the levels (LEVELS): “{given}” is no list of 1 to {most} different names, such as {usual}.",
            given=text,
            most=MOST_LEVELS,
            usual=LEVELS,
        )
    return names


def enough(levels: Sequence[str], k: int) -> list[str]:
    """Return names for k levels, the innermost first: those given, then plain ones with the number of the level.

    Examples
    --------
    >>> enough(["near", "far"], 4)
    ['near', 'far', 'level 3', 'level 4']
    """
    out = list(levels)
    while len(out) < k:
        name = f"level {len(out) + 1}"
        out.append(name if name not in {given.casefold() for given in levels} else f"{name} (more)")
    return out


def placed(metres: Sequence[Any], k: int) -> list[Any]:
    """Return what is given for a few levels, the innermost first, as one of each of k: the last is the outermost.

    Examples
    --------
    >>> placed([50.0, 100.0], 3)
    [50.0, nan, 100.0]
    >>> placed([50.0], 3)
    [nan, nan, 50.0]
    """
    return [*metres[:-1], *[math.nan] * (k - len(metres)), *metres[-1:]]


def by_rules(factories: Factories, packs: Sequence[Pack], k: int, classes: np.ndarray | None) -> Reach:
    """Return the distances that the rules about receptors ask for.

    Of the rules about one class of receptor the largest distance counts, of equal ones the first rule. The different
    distances of a factory are its levels: where a factory has more of them than `k`, all have as many levels as it.
    """
    import numpy as np

    from ..analysis.applies import APPLIES, DOES_NOT_APPLY, applies

    rules = distance_rules(packs)
    n = len(factories.ids)
    best = np.full((n, len(RECEPTOR_CLASSES)), np.nan)
    which = np.full(best.shape, -1, dtype="int64")
    doubtful = np.full(n, np.nan)
    doubted = np.full(n, -1, dtype="int64")
    unknown = np.full(n, APPLIES, dtype="int64")
    for number, rule in enumerate(rules):
        answer = applies(factories.activities, factories.sizes, factories.new, rule, isic_sections())
        required = _required(rule, factories.sizes)
        for column, class_ in enumerate(RECEPTOR_CLASSES):
            if rule.classes and class_ not in rule.classes:
                continue
            more = (answer == APPLIES) & ~(required <= best[:, column]) & np.isfinite(required)
            best[more, column], which[more, column] = required[more], number
        open_ = (answer != APPLIES) & (answer != DOES_NOT_APPLY)
        unknown[open_ & (unknown == APPLIES)] = answer[open_ & (unknown == APPLIES)]
        more = open_ & ~(required <= doubtful) & np.isfinite(required)
        doubtful[more], doubted[more] = required[more], number
    pattern = np.column_stack([np.nan_to_num(best, nan=-1.0), which])
    distinct, row = np.unique(pattern, axis=0, return_inverse=True)
    levels = [_levels(p[: best.shape[1]], p[best.shape[1] :].astype("int64"), rules, k) for p in distinct]
    most = max((len(metres) for metres, _ in levels), default=k)
    levels = [(m + [math.nan] * (most - len(m)), t + [None] * (most - len(t))) for m, t in levels]
    k = most
    row = row.reshape(-1)  # some numpy return a column
    metres = np.array([metres for metres, _ in levels], dtype="float64").reshape(-1, k)[row]
    told = np.array([told for _, told in levels], dtype=object).reshape(-1, k)[row]
    none = np.isnan(metres).all(axis=1)
    why = np.where(none, np.array(_reasons(), dtype=object)[unknown], None)
    farther = (doubted >= 0) & (none | (doubtful > np.fmax.reduce(metres, axis=1)))
    doubt = np.full(n, None, dtype=object)
    for number in np.unique(doubted[farther]):
        here = farther & (doubted == number)
        for asked in np.unique(doubtful[here]):
            sentence = tr("may reach {metres} m ({rule}), its activity, size or status does not tell").format(
                metres=f"{asked:,.0f}", rule=rules[number].id
            )
            doubt[here & (doubtful == asked)] = sentence
    return Reach(metres, told, _divided(factories, classes), why, doubt)


def distance_rules(packs: Sequence[Pack]) -> list[Rule]:
    """Return the rules of packs that ask for a distance to receptors.

    Raises
    ------
    LocationError
        If there is none.
    """
    rules = [rule for pack in packs for rule in pack.rules if rule.test == AT_LEAST and rule.role == RECEPTORS]
    if not rules:
        raise LocationError(
            "Rule pack “{pack}” has no rule “distance at least” about receptors, so that no zone follows from it. "
            "Choose another pack, or distances from fields or classes (DISTANCES).",
            pack=", ".join(pack.id for pack in packs),
        )
    return rules


def _required(rule: Rule, sizes: np.ndarray) -> np.ndarray:
    import numpy as np

    from ..analysis.activities import factorise

    codes, distinct = factorise(sizes)
    return np.array([rule.required(size) for size in distinct], dtype="float64")[codes]


def _levels(best: np.ndarray, which: np.ndarray, rules: Sequence[Rule], k: int) -> tuple[list[float], list[str | None]]:
    """Return the metres and the words of each level, for the largest distance to each class of receptor.

    They are k, or as many as there are distances, if those are more.
    """
    import numpy as np

    distances = np.unique(best[best > 0]).tolist()
    told: list[str] = []
    for metres in distances:
        parts = []
        for number in dict.fromkeys(which[best == metres].tolist()):
            about = [c for c, b, w in zip(RECEPTOR_CLASSES, best, which) if b == metres and w == number]
            parts.append(f"{rules[number].id} ({', '.join(about)}): {rules[number].citation}")
        told.append("; ".join(parts))
    words = [None if isinstance(text, float) else text for text in placed(told, k)]
    return placed(distances, k), words


def _reasons() -> list[str]:
    """Return why no rule gives a distance, by the answers of `analysis.applies`."""
    return [
        tr("no rule of distance applies to it"),
        tr("no rule of distance applies to it"),
        tr("no activity is recorded"),
        tr("its activity is too coarse to tell which rule applies"),
        tr("its activity is no ISIC Rev. 4 code"),
        tr("no size class is recorded"),
        tr("whether it is new or existing is not recorded"),
    ]


def by_fields(factories: Factories, fields: Sequence[str], k: int, classes: np.ndarray | None) -> Reach:
    """Return the distances in fields of the factories, the innermost first; empty, or 0, is no zone of that level.

    Raises
    ------
    LocationError
        If a value is no distance, or the distances of a factory do not grow.
    """
    import numpy as np

    if len(fields) > k:
        raise LocationError(
            "{count} fields of metres are chosen (DISTANCE_FIELDS), but there are {levels} levels: name more levels "
            "(LEVELS).",
            count=len(fields),
            levels=k,
        )
    columns = [_metres(factories, field) for field in fields]
    n = len(factories.ids)
    nothing = np.full(n, np.nan)
    metres = np.column_stack([nothing if isinstance(c, float) else c for c in placed(columns, k)])
    said = [tr("field “{field}”").format(field=field) for field in fields]
    words = [None if isinstance(text, float) else text for text in placed(said, k)]
    _check_growing(factories, columns, fields)
    told = np.where(np.isfinite(metres), np.array(words, dtype=object), None)
    none = np.isnan(metres).all(axis=1)
    why = np.where(none, tr("no distance in {fields}").format(fields=", ".join(fields)), None).astype(object)
    return Reach(metres, told, _divided(factories, classes), why, np.full(n, None, dtype=object))


def _metres(factories: Factories, field: str) -> np.ndarray:
    import numpy as np
    import pandas as pd

    column = factories.layer.frame[field]
    given = texts(column)
    plain = ["".join(str(unicodedata.decimal(c, c)) for c in v) if v else None for v in given]  # Khmer digits too
    values = pd.to_numeric(pd.Series(plain, dtype=object), errors="coerce").to_numpy("float64", copy=True)
    there = np.array([value is not None for value in given], dtype=bool)
    wrong = np.flatnonzero(there & ~((values >= 0) & (values <= _FARTHEST)))
    if len(wrong):
        first = wrong[0]
        raise LocationError(
            "Factory “{id}”: “{value}” in field “{field}” is no distance. Give a number of metres from 0 to {most}; "
            "empty for none.",
            id=factories.ids[first],
            value=given[first],
            field=field,
            most=f"{_FARTHEST:,.0f}",
        )
    return np.where(values > 0, values, np.nan)


def _check_growing(factories: Factories, columns: Sequence[np.ndarray], fields: Sequence[str]) -> None:
    import numpy as np

    last = np.full(len(factories.ids), np.nan)
    of = np.full(len(last), None, dtype=object)
    for column, field in zip(columns, fields):
        wrong = np.flatnonzero(column <= last)
        if len(wrong):
            first = wrong[0]
            raise LocationError(
                "Factory “{id}”: distances must grow from level to level, but “{inner}” is {inner_m} m and “{outer}” "
                "is {outer_m} m.",
                id=factories.ids[first],
                inner=of[first],
                inner_m=f"{last[first]:g}",
                outer=field,
                outer_m=f"{column[first]:g}",
            )
        there = np.isfinite(column)
        last[there], of[there] = column[there], field


def typed_classes(text: str, k: int) -> list[ClassRow]:
    """Return the classes typed as ``name: metres, metres; name: metres``.

    Raises
    ------
    LocationError
        If a part is none, or its distances do not grow.
    """
    rows = []
    for part in text.replace("\n", ";").split(";"):
        if not part.strip():
            continue
        name, colon, given = part.rpartition(":")
        words = [word.strip() for word in given.split(",") if word.strip()]
        if not colon or not name.strip() or not words:
            raise LocationError(
                "Classes and metres (CLASS_TEXT): “{part}” is not “class: metres, metres”. "
                "Example: chemicals: 300, 600, 1000; textiles: 50, 100.",
                part=part.strip(),
            )
        name = name.strip()
        _refuse_thousands(given, name)
        metres = [_number(word, name) for word in words]
        if len(metres) > k:
            raise LocationError(
                "Class “{name}” has {count} distances, but there are {levels} levels: name more levels (LEVELS).",
                name=name,
                count=len(metres),
                levels=k,
            )
        rows.append(_class_row(name, placed(metres, k), tr("class “{name}”").format(name=name)))
    if not rows:
        raise LocationError("Type the classes and their metres (CLASS_TEXT), or choose a table of them (CLASS_TABLE).")
    return _different(rows)


def _refuse_thousands(given: str, name: str) -> None:
    """Raise `LocationError` for a comma that may part thousands or distances."""
    either = _THOUSANDS.search(given)
    if either:
        raise LocationError(
            "Class “{name}”: “{given}” may be one number or two. Write {joined} for one distance, or “{apart}” with a "
            "space for two.",
            name=name,
            given=either[0],
            joined=either[0].replace(",", ""),
            apart=either[0].replace(",", ", "),
        )


def tabled_classes(
    frame: pd.DataFrame, layer: str, columns: Mapping[str, Any], problems: list[LayerProblem]
) -> list[ClassRow]:
    """Return the classes of a table.

    Parameters
    ----------
    frame : pandas.DataFrame
    layer : str
    columns : mapping
        As `class_columns` returns them.
    problems : list of LayerProblem
        Gains one for each row with metres and no class.
    """
    rows = []
    levels = [texts(frame[name]) if name else [None] * len(frame) for name in columns["levels"]]
    cited = texts(frame[columns["citation"]]) if columns["citation"] else [None] * len(frame)
    for line, (name, citation, *given) in enumerate(zip(texts(frame[columns["class"]]), cited, *levels), 1):
        if name is None:
            if any(word is not None for word in given):
                problem = tr("row {number} has metres and no class").format(number=line)
                problems.append(LayerProblem(layer, None, problem, tr("It is not used. Give it a class.")))
            continue
        metres = [math.nan if word is None else _number(word, name) for word in given]
        said = citation or tr("table “{table}”").format(table=layer)
        there = [value for value in metres if value > 0]
        if not there:
            continue
        told = tr("class “{name}”: {source}").format(name=name, source=said)
        rows.append(_class_row(name, [value if value > 0 else math.nan for value in metres], told))
    if not rows:
        raise LocationError("Table “{table}” (CLASS_TABLE) has no class with a distance.", table=layer)
    return _different(rows)


def class_columns(known: Sequence[str], layer: str, levels: Sequence[str]) -> dict[str, Any]:
    """Return the columns of a table of classes: of the class, of each level (empty for none), of the citation.

    Raises
    ------
    LocationError
        If it has no column of classes, or none of metres.
    """
    by_name = {name.casefold(): name for name in known}

    def first(*names: str) -> str:
        return next((by_name[name.casefold()] for name in names if name.casefold() in by_name), "")

    class_ = first(*CLASS_COLUMNS)
    metres = [first(f"{name}_m", name) for name in levels]
    if not any(metres):
        metres = placed([first("distance_m", "distance", "metres", "reach_m")], len(levels))
        metres = ["" if isinstance(name, float) else name for name in metres]
    if not class_ or not any(metres):
        raise LocationError(
            "Table “{table}” (CLASS_TABLE) needs a column “class” and columns of metres: {levels}. It has: {fields}.",
            table=layer,
            levels=", ".join(levels),
            fields=", ".join(known),
        )
    return {"class": class_, "levels": metres, "citation": first(*CITATION_COLUMNS)}


def _number(word: str, name: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = math.nan
    if not 0 <= value <= _FARTHEST:
        raise LocationError(
            "Class “{name}”: “{value}” is no distance. Give a number of metres from 0 to {most}.",
            name=name,
            value=word,
            most=f"{_FARTHEST:,.0f}",
        )
    return value


def _class_row(name: str, metres: Sequence[float], told: str) -> ClassRow:
    there = [value for value in metres if not math.isnan(value)]
    for inner, outer in zip([0.0, *there], there):
        if outer <= inner:
            raise LocationError(
                "Class “{name}”: distances must grow from level to level, but {outer} m follows on {inner} m.",
                name=name,
                outer=f"{outer:g}",
                inner=f"{inner:g}",
            )
    return ClassRow(name, tuple(metres), told)


def _different(rows: Sequence[ClassRow]) -> list[ClassRow]:
    from ..analysis.activities import normalise

    isic = isic_sections()
    seen: dict[str, str] = {}
    for row in rows:
        code = normalise(row.name)
        key = code if code in isic else plain_class(row.name)
        if key in seen:
            raise LocationError(
                "Class “{name}” has distances twice{other}. Keep one of them.",
                name=row.name,
                other="" if plain_class(seen[key]) == plain_class(row.name) else f" (“{seen[key]}”)",
            )
        seen[key] = row.name
    return list(rows)


def by_classes(factories: Factories, rows: Sequence[ClassRow], k: int, classes: np.ndarray | None) -> Reach:
    """Return the distances of the class of each factory; without classes, of the longest prefix of its ISIC code.

    Raises
    ------
    LocationError
        If there are no classes, and a row is about no ISIC code.
    """
    import numpy as np

    from ..analysis.activities import factorise, normalise

    isic = isic_sections()
    by_name = {plain_class(row.name): number for number, row in enumerate(rows)}
    prefixes = {code: n for n, row in enumerate(rows) if (code := normalise(row.name)) in isic}
    if classes is None:
        odd = next((row.name for n, row in enumerate(rows) if n not in prefixes.values()), None)
        if odd is not None:
            raise LocationError(
                "Class “{name}” is no ISIC Rev. 4 code. Say which field of the factories holds their class "
                "(CLASS_FIELD).",
                name=odd,
            )
    codes, distinct = factorise(factories.activities if classes is None else classes)
    found = np.array([_row_of(value, by_name, prefixes, isic) for value in distinct], dtype="int64")[codes]
    nothing = ClassRow("", (math.nan,) * k, "")
    metres = np.array([row.metres for row in (*rows, nothing)], dtype="float64").reshape(-1, k)[found]
    said = np.array([row.told for row in (*rows, nothing)], dtype=object)[found]
    told = np.where(np.isfinite(metres), said[:, None], None)
    missing = np.array([not value for value in distinct], dtype=bool)[codes]
    sentence = tr("its class “{name}” has no distance") if classes is not None else tr("its activity has no distance")
    unknown = tr("no class is recorded") if classes is not None else tr("no activity is recorded")
    named = np.array([sentence.format(name=value) for value in distinct], dtype=object)
    why = np.where(found >= 0, None, np.where(missing, unknown, named[codes])).astype(object)
    if classes is None:
        labels = [isic_title(normalise(row.name)) for row in rows]
        divided = np.where(found >= 0, np.array([*labels, NO_CLASS], dtype=object)[found], NO_CLASS).astype(object)
    else:
        divided = _divided(factories, classes)
    return Reach(metres, told, divided, why, np.full(len(codes), None, dtype=object))


def _row_of(value: object, by_name: Mapping[str, int], prefixes: Mapping[str, int], isic: Mapping[str, str]) -> int:
    """Return the row of a class: its own, else that of the longest ISIC prefix, else of the section; -1 for none."""
    from ..analysis.activities import normalise

    if not value:
        return -1
    own = by_name.get(plain_class(str(value)))
    if own is not None:
        return own
    code = normalise(value)
    if code not in isic:
        return -1
    for length in range(len(code), 0, -1):
        if code[:length] in prefixes:
            return prefixes[code[:length]]
    return prefixes.get(isic[code], -1)


def _divided(factories: Factories, classes: np.ndarray | None) -> np.ndarray:
    """Return by what the results are divided: the class of each factory, else its ISIC division."""
    import numpy as np

    from ..analysis.activities import factorise

    isic = isic_sections()
    if classes is not None:
        # These names are of rows that hold all classes, or zones of a model.
        taken = {name: f"{name} (class)" for name in (ALL_CLASSES, THREAT)}
        return np.array([taken.get(plain_class(v), v) if v else NO_CLASS for v in classes], dtype=object)
    codes, distinct = factorise(factories.activities)
    names = [isic_title(str(v)[:2]) if v and str(v) in isic else NO_CLASS for v in distinct]
    return np.array(names, dtype=object)[codes]


def isic_title(code: str) -> str:
    """Return an ISIC code with its title."""
    title = _isic_titles().get(code)
    return f"{code} {title}" if title else code


@lru_cache(maxsize=1)
def _isic_titles() -> dict[str, str]:
    with ISIC_TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["title_en"] for row in csv.DictReader(file)}
