"""What is known of parks, factories and facilities, from layers to arrays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..analysis.errors import LocationError
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..inputs import Areas, Factories, texts
from ..rules.pack import isic_sections

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.neighbours import Targets

# A status of the register under which a factory takes no ground any more.
_CLOSED = "decommissioned"
_HECTARES = re.compile(r"(?P<number>\d+(?:\.\d+|,\d{1,2})?)\s*(?:ha|hectares?|ហិកតា)?\.?")
_EXAMPLES = 3
_CLASS = 4  # digits


@dataclass(frozen=True)
class Parks:
    """The parks of a run; every sequence has p entries.

    Attributes
    ----------
    areas : Areas
        One row a park.
    licensed : (p,) float array
        Hectares, NaN where they are not known.
    licence_notes : sequence of str
        What is to be known of that number: what was found instead of one, how those of several features were taken.
    permits : sequence of tuple of str, or None
        ISIC prefixes that the permit allows; None where that is not known.
    unread : (p,) bool array
        The permit also has what is no ISIC code.
    """

    areas: Areas
    licensed: np.ndarray
    licence_notes: Sequence[str]
    permits: Sequence[tuple[str, ...] | None]
    unread: np.ndarray

    def __len__(self) -> int:
        return len(self.areas.ids)

    def name(self, park: int) -> str:
        """Return what a sentence calls a park."""
        return self.areas.names[park] or self.areas.ids[park]


@dataclass(frozen=True)
class FacilityLayer:
    """A layer of facilities as it was read, and its fields; `kind` where all its features are of one."""

    layer: LayerFrame
    id_field: str
    name_field: str
    kind: str = ""
    kind_field: str = ""


@dataclass(frozen=True)
class Facilities:
    """The facilities of one kind, from one or several layers; arrays of k, the lowest id first."""

    kind: str
    targets: Targets
    ids: np.ndarray
    names: np.ndarray
    layers: np.ndarray


def by_id(parks: Areas) -> Areas:
    """Return parks in the order of their ids, so that the order of the layer's rows changes nothing."""
    import numpy as np

    order = np.argsort(parks.ids.astype(str), kind="stable")
    return replace(
        parks,
        **{name: getattr(parks, name)[order] for name in ("geometries", "ids", "codes", "names", "vintages")},
        aliases=[parks.aliases[row] for row in order],
        kinds=[parks.kinds[row] for row in order] if len(parks.kinds) else (),
    )


def parks_of(
    drawn: Areas, merged: Areas, area_field: str, permits_field: str, table: Mapping[str, Sequence[Any]]
) -> Parks:
    """Return what is known of the parks.

    Parameters
    ----------
    drawn : Areas
        As they were read, a row a feature; gains problems of areas and permits that cannot be used.
    merged : Areas
        The same, a row a park.
    area_field, permits_field : str
        Fields of the layer, empty where it has none.
    table : mapping of park id to sequence
        What a table says that the permits allow; goes before the field.
    """
    import numpy as np

    rows = drawn.layer.frame.loc[list(drawn.feature_ids)]
    written = texts(rows[area_field]) if area_field else np.full(len(drawn.ids), None, dtype=object)
    licensed = _licensed(drawn, written)
    of_park = [np.flatnonzero(drawn.ids == id_) for id_ in merged.ids]
    fields = texts(rows[permits_field]) if permits_field else np.full(len(drawn.ids), None, dtype=object)
    _report_strangers(drawn, merged, table)
    permits, unread = [], []
    for id_, mine in zip(merged.ids, of_park):
        said = table[id_] if id_ in table else fields[mine]
        codes, odd = _codes(said)
        cut = [word for word in _words(said) if _is_national(word)]
        if cut:
            drawn.layer.problems.append(_cut_codes(drawn.layer.name, id_, cut))
        if odd:
            drawn.layer.problems.append(_odd_codes(drawn.layer.name, id_, odd))
        permits.append(codes)
        unread.append(bool(odd))
    told = [_one_area(drawn, id_, licensed[mine], written[mine]) for id_, mine in zip(merged.ids, of_park)]
    areas = np.array([area for area, _ in told], dtype="float64")
    return Parks(merged, areas, [note for _, note in told], permits, np.array(unread, dtype=bool))


def _licensed(drawn: Areas, written: np.ndarray) -> np.ndarray:
    """Return hectares, NaN for what is no area, which is reported."""
    import numpy as np

    out = np.full(len(written), np.nan)
    for row, (given, id_) in enumerate(zip(written, drawn.ids)):
        if given is None:
            continue
        plain = "".join(str(unicodedata.decimal(c, c)) for c in given).lower()
        found = _HECTARES.fullmatch(plain)
        value = float(found["number"].replace(",", ".")) if found else 0.0
        if value > 0:
            out[row] = value
            continue
        drawn.layer.problems.append(
            LayerProblem(
                drawn.layer.name,
                int(drawn.feature_ids[row]),
                tr("the licensed area of park {park}, “{given}”, is no area in hectares").format(park=id_, given=given),
                tr("Taken as not known. Enter a number of hectares above 0, without a sign for thousands."),
            )
        )
    return out


def _one_area(drawn: Areas, park: str, given: np.ndarray, written: np.ndarray) -> tuple[float, str]:
    """Return the licensed area of a park, NaN where it is not known, and what is to be known of it.

    A number that all its features have is that of the whole park; different ones are those of its parts.
    """
    import numpy as np

    known = given[np.isfinite(given)]
    odd = [f"“{text}”" for text, area in zip(written, given) if text is not None and np.isnan(area)]
    notes = [_instead(odd)] if odd else []
    if not len(known):
        return float("nan"), notes[0] if notes else tr("The licensed area is not known.")
    total, problem, advice = float(known[0]), "", ""
    if (known != known[0]).any():
        total = float(known.sum())
        problem = tr("the features of park {park} have different licensed areas").format(park=park)
        advice = tr("They are added up as areas of its parts: {total} ha.").format(total=f"{total:,.2f}")
    elif len(known) > 1:
        problem = tr("the features of park {park} all have the same licensed area").format(park=park)
        advice = tr("Taken once, as the area of the whole park: {total} ha.").format(total=f"{total:,.2f}")
    if problem:
        drawn.layer.problems.append(LayerProblem(drawn.layer.name, None, problem, advice))
        notes.append(
            tr("Licensed area: added up from {count} features.").format(count=len(known))
            if (known != known[0]).any()
            else tr("Licensed area: the same number in {count} features, taken once.").format(count=len(known))
        )
    if len(known) < len(given):
        lacking = len(given) - len(known)
        problem = tr("features of park {park} without a licensed area: {count} of {all}").format(
            park=park, count=lacking, all=len(given)
        )
        advice = tr("That of the others, {total} ha, is taken as that of the whole park.").format(total=f"{total:,.2f}")
        drawn.layer.problems.append(LayerProblem(drawn.layer.name, None, problem, advice))
        notes.append(
            tr("Licensed area: not stated in {count} of {all} features.").format(count=lacking, all=len(given))
        )
    return total, " ".join(notes)


def _instead(odd: Sequence[str]) -> str:
    return tr("Where the licensed area should be, there is {found}: no area in hectares.").format(
        found=", ".join(dict.fromkeys(odd))
    )


def permits_table(layer: LayerFrame, park_field: str, isic_field: str) -> dict[str, list[Any]]:
    """Return what a table says that permits allow, by park id."""
    out: dict[str, list[Any]] = {}
    for park, code in zip(texts(layer.frame[park_field]), texts(layer.frame[isic_field])):
        if park is not None:
            out.setdefault(park, []).append(code)
    return out


def _report_strangers(drawn: Areas, merged: Areas, table: Mapping[str, Any]) -> None:
    strangers = sorted(set(table) - set(merged.ids.tolist()))
    if strangers:
        drawn.layer.problems.append(
            LayerProblem(
                drawn.layer.name,
                None,
                tr("the table of permits names parks that the layer has not: {parks}").format(
                    parks=", ".join(strangers[:_EXAMPLES]) + (" …" if len(strangers) > _EXAMPLES else "")
                ),
                tr("Their permits are not used. Write the ids as the layer of parks has them."),
            )
        )


def _codes(given: Iterable[str | None]) -> tuple[tuple[str, ...] | None, list[str]]:
    """Return the ISIC prefixes of a permit, None where nothing is said, and what of it is none."""
    from ..analysis.activities import normalise

    isic = isic_sections()
    words = _words(given)
    codes, odd = [], []
    for word in words:
        code = normalise(word, isic)
        (codes if code in isic else odd).append(code if code in isic else word)
    return (tuple(sorted(set(codes))) if words else None), odd


def _words(given: Iterable[str | None]) -> list[str]:
    """Return what stands between commas."""
    return [word.strip() for text in given if text for word in re.split("[,;\n]", text) if word.strip()]


def _is_national(word: str) -> bool:
    """Return whether a code has a fifth, national digit, which is ignored as in the register."""
    from ..analysis.activities import normalise

    isic = isic_sections()
    code = normalise(word, isic)
    digits = sum(c.isdigit() for c in word.strip().removesuffix(".0"))
    return code in isic and digits > _CLASS


def _cut_codes(layer: str, park: str, cut: Sequence[str]) -> LayerProblem:
    return LayerProblem(
        layer,
        None,
        tr("the permit of park {park} has codes of five digits: {codes}").format(
            park=park, codes=", ".join(f"“{code}”" for code in cut[:_EXAMPLES])
        ),
        tr("The fifth, national digit is ignored: the whole class of four digits is taken as permitted."),
    )


def fifth_digits(text: str) -> list[str]:
    """Return a sentence where an activity that looks for a place has a fifth digit."""
    cut = [word for word in _words([text]) if _is_national(word)]
    if not cut:
        return []
    words = tr("The fifth, national digit of {codes} (ACTIVITY) is ignored: the class of four digits is asked.")
    return [words.format(codes=", ".join(cut))]


def _odd_codes(layer: str, park: str, odd: Sequence[str]) -> LayerProblem:
    return LayerProblem(
        layer,
        None,
        tr("the permit of park {park} has what is no ISIC code: {codes}").format(
            park=park, codes=", ".join(f"“{code}”" for code in odd[:_EXAMPLES])
        ),
        tr("What its other codes do not permit is “not known” there. Give ISIC Rev. 4 codes with commas between."),
    )


def activities_asked(text: str) -> tuple[str, ...]:
    """Return the activities that look for a place.

    Raises
    ------
    LocationError
        If one is no ISIC code.
    """
    from ..analysis.activities import normalise

    isic = isic_sections()
    out = []
    for word in _words([text]):
        code = normalise(word, isic)
        if code not in isic:
            raise LocationError(
                "“{code}” (ACTIVITY) is no ISIC Rev. 4 code: give one of 2 to 4 digits, such as 1410 for clothing.",
                code=word,
            )
        out.append(code)
    return tuple(dict.fromkeys(out))


def employees_of(factories: Factories, field: str) -> np.ndarray:
    """Return the number of employees of each factory, NaN where none is recorded; impossible ones are reported."""
    import numpy as np
    import pandas as pd

    if not field:
        return np.full(len(factories.ids), np.nan)
    column = factories.layer.frame[field]
    numbers = pd.to_numeric(column, errors="coerce").to_numpy("float64", na_value=np.nan)
    fine = np.isfinite(numbers) & (numbers >= 0)
    odd = int((~fine & column.notna().to_numpy()).sum())
    if odd:
        factories.layer.problems.append(
            LayerProblem(
                factories.layer.name,
                None,
                tr("factories with a number of employees that is none (field “{field}”): {count}").format(
                    field=field, count=odd
                ),
                tr("Taken as not recorded. Enter a number, 0 or more."),
            )
        )
    return np.where(fine, numbers, np.nan)


def statuses_of(factories: Factories, field: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the operating status of each factory as it is written, and whether it is closed for good."""
    import numpy as np

    if not field:
        return np.full(len(factories.ids), None, dtype=object), np.zeros(len(factories.ids), dtype=bool)
    given = texts(factories.layer.frame[field])
    plain = ["".join(c for c in text.casefold() if c.isalpha()) if text else "" for text in given]
    return given, np.array([status == _CLOSED for status in plain], dtype=bool)


def report_unknown_parks(factories: Factories, parks: Areas, declared: np.ndarray) -> None:
    """Report parks that factories declare and the layer has not: nobody can say whether they stand in them."""
    import numpy as np

    from ..analysis.parks import UNKNOWN_PARK

    rows = np.flatnonzero(declared == UNKNOWN_PARK)
    if not len(rows):
        return
    names = sorted({str(factories.declared[row]) for row in rows.tolist()})
    factories.layer.problems.append(
        LayerProblem(
            factories.layer.name,
            None,
            tr("parks that factories declare and layer “{layer}” has not: {parks}; factories: {count}").format(
                layer=parks.layer.name,
                parks=", ".join(names[:_EXAMPLES]) + (" …" if len(names) > _EXAMPLES else ""),
                count=len(rows),
            ),
            tr("They count in the parks in which they stand. Correct the id, or add the park's boundary."),
        )
    )


def one_row_each(factories: Factories, closed: np.ndarray) -> np.ndarray:
    """Return the row that stands for each factory: of several with one id an active one, whatever their order.

    Parameters
    ----------
    factories : Factories
    closed : (n,) bool array

    Returns
    -------
    (n,) int array
    """
    import numpy as np
    import shapely

    places = shapely.to_wkb(factories.geometries)
    order = sorted(range(len(closed)), key=lambda row: (bool(closed[row]), places[row] or b""))
    first: dict[str, int] = {}
    for row in order:
        first.setdefault(factories.ids[row], row)
    return np.array([first[id_] for id_ in factories.ids], dtype="int64")


def owners_of(
    factories: Factories, premises: LayerFrame, field: str, closed: np.ndarray, same: np.ndarray
) -> np.ndarray:
    """Return the factory whose premises each polygon is: by its id, without one by the coordinate that lies in it.

    Parameters
    ----------
    factories : Factories
    premises : LayerFrame
        Gains a problem for ids that the register has not.
    field : str
        Of factory ids, empty for none.
    closed : (n,) bool array
        Factories that are closed for good: where another stands in the same polygon, it is the other's.
    same : (n,) int array
        See `one_row_each`.

    Returns
    -------
    (k,) int array
        Rows of the register, -1 where there is none.
    """
    import numpy as np
    import shapely

    from ..analysis.capacity import holders

    polygons = np.asarray(premises.frame.geometry.array, dtype=object)
    given = texts(premises.frame[field]) if field else np.full(len(polygons), None, dtype=object)
    row_of = dict(zip(factories.ids.tolist(), same.tolist()))
    owner = np.array([row_of.get(id_, -1) if id_ else -1 for id_ in given], dtype="int64")
    strangers = sorted({id_ for id_, row in zip(given, owner) if id_ and row < 0})
    if strangers:
        premises.problems.append(
            LayerProblem(
                premises.name,
                None,
                tr("premises of factories that the register has not: {ids}").format(
                    ids=", ".join(strangers[:_EXAMPLES]) + (" …" if len(strangers) > _EXAMPLES else "")
                ),
                tr("Their ground counts as occupied. Write the ids as the register has them."),
            )
        )
    nameless = np.flatnonzero(np.array([not id_ for id_ in given], dtype=bool) & ~shapely.is_missing(polygons))
    if len(nameless) and not factories.polygonal:
        undrawn = ~np.isin(same, owner)
        points = np.where(undrawn, factories.geometries, None)
        held = holders(points, polygons[nameless])
        rows = np.flatnonzero(held >= 0).tolist()
        for row in sorted(rows, key=lambda row: (closed[row], factories.ids[row]), reverse=True):  # the lowest wins
            owner[nameless[held[row]]] = row if closed[row] else same[row]
    return owner


def facilities_of(layers: Sequence[FacilityLayer]) -> list[Facilities]:
    """Return the facilities by kind: the usual kinds first, others in alphabetical order."""
    import numpy as np

    from ..analysis.neighbours import Targets
    from ..analysis.park_ranking import KINDS

    parts: dict[str, list[tuple[str, str | None, str, int, Any]]] = {}
    for layer in layers:
        for kind, id_, name, number, shape in _features(layer):
            parts.setdefault(kind, []).append((id_, name, layer.layer.name, number, shape))
    usual = {kind: place for place, kind in enumerate(KINDS)}
    out = []
    for kind in sorted(parts, key=lambda kind: (usual.get(kind, len(usual)), kind)):
        rows = sorted(parts[kind], key=lambda row: (_by_number(row[0]), row[2], row[3]))
        shapes = np.empty(len(rows), dtype=object)
        shapes[:] = [row[4] for row in rows]
        ids, names, called = (np.array([row[i] for row in rows], dtype=object) for i in (0, 1, 2))
        out.append(Facilities(kind, Targets(shapes), ids, names, called))
    return out


def _features(facility: FacilityLayer) -> Iterable[tuple[str, str, str | None, int, Any]]:
    """Yield kind, id, name, number and geometry of each usable feature."""
    import numpy as np

    from ..analysis.park_ranking import POWER, POWER_PLANT, plain

    frame = facility.layer.frame[facility.layer.frame.geometry.notna()]
    nothing = np.full(len(frame), None, dtype=object)

    def text(field: str) -> np.ndarray:
        return texts(frame[field]) if field else nothing

    otherwise = facility.kind or plain(facility.layer.name)
    columns = text(facility.id_field), text(facility.name_field), text("" if facility.kind else facility.kind_field)
    for id_, name, kind, number, shape in zip(*columns, frame.index.tolist(), frame.geometry.array):
        called = plain(kind) if kind else otherwise
        yield POWER_PLANT if called == POWER else called, id_ or str(number), name, number, shape


def _by_number(id_: str) -> tuple[int, int, str]:
    """Return what ids are sorted by: whole numbers as such, and before all others."""
    return (0, int(id_), "") if id_.isdecimal() and len(id_) < 18 else (1, 0, id_)
