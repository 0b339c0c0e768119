"""From verdicts to the tables an officer opens: findings, evidence lines, one summary row a factory."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..analysis.verdicts import ADVICE, BY_URGENCY, FAIL, NO_DATA, UNDECIDED, worst
from ..frames import Tick
from ..i18n import tr
from ..inputs import Areas, Factories, reach
from ..messages import activity_label, metres, on_border_note, role_word, templates, what_to_do
from ..rules.pack import AT_LEAST, DECLARES_ITS_PARK, INSIDE_DECLARED_PARK, SEVERITY, ZONE_MATRIX, ZONE_PERMITS
from ..rules.words import word
from .rule_check import UNCHECKED, RuleResult, needs_action

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

FINDING_FIELDS = (
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("rule_id", "text"),
    ("rule_title", "text"),
    ("verdict", "text"),
    ("reason", "text"),
    ("message", "text"),
    ("severity", "text"),
    ("semantics", "text"),
    ("activity", "text"),
    ("feature_id", "text"),
    ("feature_name", "text"),
    ("candidates", "text"),
    ("measured_m", "real"),
    ("required_m", "real"),
    ("margin_m", "real"),
    ("accuracy_m", "real"),
    ("accuracy_from", "text"),
    ("role", "text"),
    ("layer_name", "text"),
    ("layer_vintage", "text"),
    ("verify", "text"),
    ("governed_by", "text"),
    ("theme", "text"),
    ("pack", "text"),
    ("citation", "text"),
    ("province_code", "text"),
    ("action", "text"),
)
EVIDENCE_FIELDS = (
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("rule_id", "text"),
    ("verdict", "text"),
    ("feature_id", "text"),
    ("measured_m", "real"),
)
SUMMARY_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("factory_name_km", "text"),
    ("activity", "text"),
    ("province_code", "text"),
    ("accuracy_m", "real"),
    ("verdict", "text"),
    ("zone_code", "text"),
    ("zone_name", "text"),
    ("zone_verdict", "text"),
    ("zone_reason", "text"),
    ("park_id", "text"),
    ("park_name", "text"),
    ("declared_park", "text"),
    ("park_verdict", "text"),
    ("park_reason", "text"),
    ("park_distance_m", "real"),
    ("severity", "text"),
    ("fails", "integer"),
    ("undecided", "integer"),
    ("no_data", "integer"),
    ("not_checked", "integer"),
    ("advice", "integer"),
    ("why", "text"),
    ("checked_on", "date"),
)
PROBLEM_FIELDS = (("layer", "text"), ("feature_id", "integer"), ("problem", "text"), ("advice", "text"))

_BATCH = 10_000
# What a year of a boundary can be: anything else of four digits is a number.
_YEARS = 1800, 2200

# Reasons whose evidence is a line to a border, and how the measured distance compares to what is required.
_TO_BORDER = ("outside_declared", "inside_other", "on_edge", "zones_differ", "area_edge")
# Those whose sentence says itself that the place is on a border.
_BORDER_TOLD = ("zones_differ", "zones_meet")
DEPTH = ("prohibited", "undeclared", "stands_inside")
_TO_FEATURE = ("too_near", "too_far", "distance_unsure", "not_in_required")
_BROKEN = ("outside_declared", "inside_other", "not_in_required", *DEPTH)


@dataclass(frozen=True)
class Evidence:
    """What was measured for one rule and n factories.

    Attributes
    ----------
    measured_m, margin_m : (n,) float arrays
        Geodesic metres to the border of the polygon in question, NaN where no distance decides; the margin is negative
        where the rule is broken.
    lines : (n,) object array of LineString or None
        From the factory to that border.
    """

    measured_m: np.ndarray
    margin_m: np.ndarray
    lines: np.ndarray


def finding_rows(
    results: Sequence[RuleResult],
    evidence: Sequence[Evidence],
    texts: Sequence[np.ndarray],
    factories: Factories,
    tick: Tick,
    *,
    all_rows: bool,
    oldest: int = 0,
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Return the findings of all rules, most urgent first.

    Parameters
    ----------
    all_rows : bool
        Plain passes too, and rules that were not checked because no layer was given.
    oldest : int
        Boundaries from before this year are to be verified where a rule is not surely kept.

    Returns
    -------
    findings : pandas.DataFrame
        Columns of `FINDING_FIELDS`.
    points : (m,) object array
        The factory's point, or a point on its premises; None where it has no location.
    lines : (m,) object array
        Evidence lines, None where there is nothing to draw.
    """
    import numpy as np
    import pandas as pd

    unique = unique_ids(factories.ids, factories.layer.frame.index.to_numpy())
    tables, points, lines = [], [], []
    for i, (result, measured, text) in enumerate(zip(results, evidence, texts)):
        applies = result.verdict != None  # noqa: E711  (element by element on an object array)
        rows = np.flatnonzero(applies if all_rows else needs_action(result))
        tables.append(_table(result, factories, rows, measured, text, unique, oldest))
        points.append(_representative(factories.geometries[rows]))
        lines.append(measured.lines[rows])
        tick((i + 1) / len(results))
    # Column by column: pandas' concat looks at every cell of the constant columns.
    columns = {name: np.concatenate([table[name] for table in tables]) for name, _ in FINDING_FIELDS}
    urgency = {verdict: i for i, verdict in enumerate(BY_URGENCY)}
    weight = {severity: i for i, severity in enumerate((*SEVERITY.values(), None))}
    order = np.lexsort(
        (
            [weight[severity] for severity in columns["severity"].tolist()],
            [urgency[verdict] for verdict in columns["verdict"].tolist()],
        )
    )
    found = pd.DataFrame({name: column[order] for name, column in columns.items()})
    return found, np.concatenate(points)[order], np.concatenate(lines)[order]


def unique_ids(ids: np.ndarray, feature_ids: np.ndarray) -> np.ndarray:
    """Return the ids; one that several factories have, with the number of the feature, whatever the order of rows."""
    import numpy as np
    import pandas as pd

    repeated = pd.Series(ids).duplicated(keep=False).to_numpy()
    if not repeated.any():
        return ids
    # Parted by a sign that no id holds: “A#2” may be another factory's own.
    return np.array([f"{i}\x1e{n}" if r else i for i, n, r in zip(ids, feature_ids, repeated)], dtype=object)


def finding_id(factory: str, rule: str, feature: str) -> str:
    """Return the id of a finding: the same for the same factory, rule and feature in every run."""
    key = "\x1f".join((factory, rule, feature))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]


def measure(result: RuleResult, factories: Factories, tick: Tick, *, depths: bool = False) -> Evidence:
    """Measure from each factory to the border, or the feature, its verdict hangs on.

    Parameters
    ----------
    depths : bool
        Draw lines also from inside to the border of what a factory should not stand in (`DEPTH`): the way out.
    tick : callable
        Called now and then, to cancel.
    """
    import numpy as np
    import pandas as pd

    from ..analysis.crs import geodesic_m

    n = len(factories.ids)
    lines = np.full(n, None, dtype=object)
    measured, margin = np.full(n, np.nan), np.full(n, np.nan)
    codes, reasons = pd.factorize(result.reason, use_na_sentinel=False)

    def among(names: Sequence[str]) -> np.ndarray:
        return np.array([reason in names for reason in reasons], dtype=bool)[codes]

    rows = np.flatnonzero(among((*_TO_BORDER, *DEPTH, *_TO_FEATURE)) & (result.target >= 0))
    if result.areas is None or not len(rows):
        return Evidence(measured, margin, lines)
    drawn = _shortest(result, factories, rows, among(_TO_FEATURE)[rows], tick)
    measured[rows] = geodesic_m(drawn[:, 0], drawn[:, 1], factories.layer.frame.crs.to_wkt())
    broken = among(_BROKEN)[rows]
    radius = (reach(factories, result.areas) if result.radius is None else result.radius)[rows]
    # The accuracy does not move premises over a border: no distance tells how far they are from a verdict.
    short = np.nan if factories.polygonal else measured[rows] - radius
    margin[rows] = np.where(broken, -measured[rows], short)
    if result.required is not None:
        spare = measured[rows] - result.required[rows]
        spare = spare if result.rule.test == AT_LEAST else -spare
        margin[rows] = np.where(result.verdict[rows] == UNDECIDED, spare - radius, spare)
    drawable = among((*_TO_BORDER, *_TO_FEATURE, *(DEPTH if depths else ())))[rows] & (measured[rows] > 0)
    lines[rows[drawable]] = shapely_lines(drawn[drawable])
    return Evidence(measured, margin, lines)


def _shortest(
    result: RuleResult, factories: Factories, rows: np.ndarray, to_feature: np.ndarray, tick: Tick
) -> np.ndarray:
    """Return the ends of the shortest line from each factory, (m, 2, 2) coordinates, the factory's end first."""
    import numpy as np
    import shapely

    from ..analysis.parallel import in_two_threads

    used, which = np.unique(result.target[rows], return_inverse=True)
    features = result.areas.geometries[used]
    edges = shapely.boundary(features)  # unprepared: a border is asked too rarely to pay for it
    drawn = np.empty(len(rows), dtype=object)
    parts = [slice(start, start + _BATCH) for start in range(0, len(rows), _BATCH)]

    def draw(part: slice) -> np.ndarray:
        targets = np.where(to_feature[part], features[which[part]], edges[which[part]])
        return shapely.reverse(shapely.shortest_line(targets, factories.geometries[rows[part]]))

    for part, lines in zip(parts, in_two_threads(draw, parts, tick)):
        drawn[part] = lines
    return shapely.get_coordinates(drawn).reshape(-1, 2, 2)


def shapely_lines(ends: np.ndarray) -> np.ndarray:
    """Return lines from (m, 2, 2) coordinates of their ends."""
    import numpy as np
    import shapely

    return shapely.linestrings(ends) if len(ends) else np.empty(0, dtype=object)


def finding_ids(result: RuleResult, factories: Factories, rows: np.ndarray, unique: np.ndarray) -> np.ndarray:
    """Return the finding ids of the factories at `rows`; `unique` are the factories' ids, each once."""
    import numpy as np

    keys = np.append(result.areas.keys, "")[result.named[rows]] if result.areas is not None else [""] * len(rows)
    ids = np.empty(len(rows), dtype=object)
    ids[:] = [
        finding_id(unique[row], result.rule.id, key or (_declared(factories, row) if reason == "unknown_park" else ""))
        for row, key, reason in zip(rows.tolist(), keys, result.reason[rows])
    ]
    return ids


def _declared(factories: Factories, row: int) -> str:
    return factories.declared[row] or ""


def _to_verify(result: RuleResult, rows: np.ndarray, vintage: np.ndarray, oldest: int) -> np.ndarray:
    """Return what to verify of a rule that is not surely kept: a boundary from before the year `oldest`."""
    import numpy as np

    out = np.full(len(rows), None, dtype=object)
    open_ = np.isin(result.verdict[rows], (FAIL, UNDECIDED))
    for stated in set(vintage[open_]):
        year = _year(stated)
        if year is not None and year < oldest:
            out[open_ & (vintage == stated)] = tr("verify: boundary dated {year}").format(year=stated)
    return out


def _year(stated: str) -> int | None:
    """Return the year of what a layer states as its vintage: a year, a date, a span of years; None where it has none.

    Decimal digits of any script count, superscripts do not: “2013²” is 2013 with a footnote.
    """
    years = (int(digits) for digits in re.findall(r"(?<!\d)\d{4}", stated))
    return next((year for year in years if _YEARS[0] <= year <= _YEARS[1]), None)


def _table(
    result: RuleResult,
    factories: Factories,
    rows: np.ndarray,
    evidence: Evidence,
    texts: np.ndarray,
    unique: np.ndarray,
    oldest: int,
) -> dict[str, np.ndarray]:
    import numpy as np

    feature, name, vintage, layer = _feature_columns(result, rows)

    def all_rows(value: str) -> np.ndarray:
        return np.full(len(rows), value, dtype=object)

    required = 0.0 if result.required is None else result.required[rows]
    governed = all_rows("") if result.governed_by is None else result.governed_by[rows]
    return {
        "finding_id": finding_ids(result, factories, rows, unique),
        "factory_id": factories.ids[rows],
        "factory_name": factories.names[rows],
        "rule_id": all_rows(result.rule.id),
        "rule_title": all_rows(str(result.rule.title)),
        "verdict": result.verdict[rows],
        "reason": result.reason[rows],
        "message": texts[rows],
        "severity": np.where(result.verdict[rows] == FAIL, result.rule.severity, None),
        "semantics": all_rows(result.rule.semantics),
        "activity": factories.activities[rows],
        "feature_id": feature,
        "feature_name": name,
        "candidates": result.candidates[rows],
        "measured_m": np.round(evidence.measured_m[rows], 2),
        "required_m": np.where(np.isnan(evidence.measured_m[rows]), np.nan, required),
        "margin_m": np.round(evidence.margin_m[rows], 2),
        "accuracy_m": factories.accuracy[rows],
        "accuracy_from": factories.accuracy_from[rows],
        "role": all_rows(result.role),
        "layer_name": layer,
        "layer_vintage": vintage,
        "verify": _to_verify(result, rows, vintage, oldest),
        "governed_by": governed,
        "theme": all_rows(result.rule.theme),
        "pack": all_rows(f"{result.rule.pack_id} {result.rule.pack_version}"),
        "citation": all_rows(str(result.rule.citation)),
        "province_code": factories.provinces[rows],
        "action": _actions(result, rows),
    }


def _actions(result: RuleResult, rows: np.ndarray) -> np.ndarray:
    """Return what to do: the rule's advice where it is broken, or what is missing before it can be decided."""
    import numpy as np

    known = {(verdict, reason): text for verdict in (UNDECIDED, NO_DATA) for reason, text in what_to_do().items()}
    usual = {FAIL: str(result.rule.action), UNDECIDED: what_to_do()["undecided"], NO_DATA: what_to_do()["no data"]}
    pairs = zip(result.verdict[rows], result.reason[rows])
    out = np.empty(len(rows), dtype=object)
    out[:] = [known.get(pair) or usual.get(pair[0], "") for pair in pairs]
    return out


def _feature_columns(result: RuleResult, rows: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return id, name, vintage and layer of the feature each verdict is about, empty where there is none."""
    import numpy as np

    if result.areas is None:
        return (np.full(len(rows), "", dtype=object),) * 4
    areas, named = result.areas, result.named[rows]
    ids, names, vintages, layers = (
        np.append(np.array(column, dtype=object), "")[named]
        for column in (areas.ids, areas.labels, areas.vintages, areas.layer_names)
    )
    layers[named < 0] = areas.layer.name
    return ids, names, vintages, layers


def sentences(result: RuleResult, factories: Factories, measured: np.ndarray, tick: Tick) -> np.ndarray:
    """Return the sentence of each factory's verdict, None where the rule does not apply.

    A register shares few sentences: what depends on reason, polygons and activity alone is put together once each.
    """
    import numpy as np
    import pandas as pd

    known, texts = templates(), _Texts(result, factories)
    reason, reasons = pd.factorize(result.reason, use_na_sentinel=True)
    activity, activities = pd.factorize(factories.activities)
    rows = np.flatnonzero(reason >= 0)
    # What touches is told in other words: premises that reach a border, a point inside what it should keep away from.
    touches = factories.polygonal | (result.reason[rows] == "too_near")
    undecided = np.isin(result.reason[rows], ("on_edge", "park_edge", "area_edge")) & factories.polygonal
    partly = ((measured[rows] == 0) & touches) | undecided
    # One number for all that a sentence shares; -1, no polygon, is part of it.
    key = (reason[rows] * len(activities) + activity[rows]) * texts.polygons + result.named[rows]
    group, distinct = pd.factorize((key * texts.polygons + result.target[rows]) * 2 + partly)
    first = np.zeros(len(distinct), dtype="int64")
    first[group[::-1]] = np.arange(len(group))[::-1]
    begun = np.empty(len(distinct), dtype=object)
    for i, at_row in enumerate(first.tolist()):
        if i % _BATCH == 0:
            tick(i / len(distinct))
        row = rows[at_row]
        name = reasons[reason[row]]
        if name == "conditional" and result.named[row] != result.target[row]:
            name = "conditional_in_part" if factories.polygonal else "conditional_nearby"
        if name == "activity_too_coarse" and result.rule.test not in (ZONE_PERMITS, ZONE_MATRIX):
            name = "activity_too_coarse_for_rule"
        template = known.get(f"{name}_partly", known[name]) if partly[at_row] else known[name]
        begun[i] = _replace(template, texts.shared(result.named[row], result.target[row], activities[activity[row]]))
        if str(result.rule.message) and result.verdict[row] in (FAIL, UNDECIDED):
            begun[i] = f"{begun[i]} {result.rule.message}"
    out = np.full(len(factories.ids), None, dtype=object)
    out[rows] = begun[group]
    for place, text_of in texts.own(measured).items():
        holds = np.array([place in text for text in begun], dtype=bool)[group]
        for count, row in enumerate(rows[holds].tolist()):
            if count % _BATCH == 0:
                tick(count / len(rows))
            out[row] = out[row].replace(place, text_of(row))
    for row in np.flatnonzero(result.on_border & (reason >= 0) & ~np.isin(result.reason, _BORDER_TOLD)):
        out[row] = f"{out[row]} {on_border_note()}"
    if result.governed_by is not None:
        for row in np.flatnonzero(result.governed_by != None):  # noqa: E711  (element by element on an object array)
            governs = tr("Rule {rule} asks for a larger distance and governs.").format(rule=result.governed_by[row])
            out[row] = f"{out[row]} {governs}"
    return out


class _Texts:
    """What goes into the places of a sentence."""

    def __init__(self, result: RuleResult, factories: Factories) -> None:
        self._result, self._factories = result, factories
        areas = result.areas
        self._labels = [*areas.labels, ""] if areas is not None else [""]
        self.polygons = len(self._labels)
        self._radius = factories.accuracy
        if areas is not None:
            self._radius = reach(factories, areas) if result.radius is None else result.radius
        self._activities = {code: activity_label(code) for code in set(factories.activities)}
        self._conditions = {code: str(zone.condition) for code, zone in result.rule.zones.items()}
        self._condition = str(result.rule.condition)
        self._role = role_word(result.role)
        self._what = ", ".join(map(word, result.rule.classes)) or self._role

    def shared(self, named: int, target: int, activity: str) -> dict[str, str]:
        """Return the texts that depend on the polygons and the activity."""
        areas = self._result.areas
        # A condition is that of the polygon that sets it, which need not be the one the factory stands in.
        sets = target if target >= 0 else named
        code = areas.codes[sets] if areas is not None and sets >= 0 else ""
        return {
            "area": self._labels[named],
            "target": self._labels[target],
            "activity": self._activities[activity],
            "condition": self._conditions.get(code, self._condition),
            "role": self._role,
            "what": self._what,
        }

    def own(self, measured: np.ndarray) -> dict[str, Callable[[int], str]]:
        """Return, for each place that depends on the factory, the text of a row."""
        result, factories, radius = self._result, self._factories, self._radius
        return {
            "{candidates}": lambda row: result.candidates[row] or "",
            "{accuracy}": lambda row: metres(radius[row]),
            "{required}": lambda row: metres(result.required[row]) if result.required is not None else "?",
            "{distance}": lambda row: metres(measured[row]) if measured[row] == measured[row] else "?",
            "{declared}": lambda row: factories.declared[row] or "",
            "{note}": lambda row: factories.layer.notes[row] or "",
        }


def _replace(text: str, values: Mapping[str, str]) -> str:
    """Fill all places in one go: names out of the data may themselves hold braces."""
    return re.sub(r"\{(\w+)\}", lambda place: values.get(place[1], place[0]), text)


def _representative(geometries: np.ndarray) -> np.ndarray:
    import numpy as np
    import shapely

    polygonal = shapely.get_type_id(geometries) > 2
    return np.where(polygonal, shapely.point_on_surface(geometries), geometries) if polygonal.any() else geometries


def summary_rows(
    results: Sequence[RuleResult],
    evidence: Sequence[Evidence],
    texts: Sequence[np.ndarray],
    factories: Factories,
    home: np.ndarray,
    parks: Areas | None,
    checked_on: date,
) -> pd.DataFrame:
    """Return one row a factory, columns of `SUMMARY_FIELDS`.

    Parameters
    ----------
    home : (n,) int array
        The park each factory stands in, -1 for none.
    """
    import numpy as np
    import pandas as pd

    n = len(factories.ids)
    nothing = np.full(n, None, dtype=object)
    binding = [result for result in results if result.rule.severity != ADVICE]
    verdicts = np.array([_checked(r) for r in binding], dtype=object).reshape(len(binding), n)
    unchecked = np.array([np.isin(r.reason, UNCHECKED) for r in results]).reshape(-1, n)
    advice = np.array([r.verdict == FAIL for r in results if r.rule.severity == ADVICE]).reshape(-1, n)
    zoning = next((r for r in results if r.rule.test == ZONE_PERMITS), None)
    park_verdict, park_reason, distance = nothing.copy(), nothing.copy(), np.full(n, np.nan)
    for result, measured in zip(results, evidence):
        if result.rule.test not in (INSIDE_DECLARED_PARK, DECLARES_ITS_PARK):
            continue
        applies = result.verdict != None  # noqa: E711
        park_verdict[applies], park_reason[applies] = result.verdict[applies], result.reason[applies]
        distance[applies] = measured.measured_m[applies]
    overall = worst(*verdicts) if binding else np.full(n, NO_DATA, dtype=object)
    overall[(verdicts == None).all(axis=0) & unchecked.any(axis=0)] = NO_DATA  # noqa: E711  (nothing could be checked)
    return pd.DataFrame(
        {
            "factory_id": factories.ids,
            "factory_name": factories.names,
            "factory_name_km": nothing if factories.names_km is None else factories.names_km,
            "activity": factories.activities,
            "province_code": factories.provinces,
            "accuracy_m": factories.accuracy,
            "verdict": overall,
            "zone_code": taken(zoning, "codes", n),
            "zone_name": taken(zoning, "names", n),
            "zone_verdict": zoning.verdict if zoning else nothing,
            "zone_reason": zoning.reason if zoning else nothing,
            "park_id": at(parks.ids, home) if parks is not None else nothing,
            "park_name": at(parks.names, home) if parks is not None else nothing,
            "declared_park": factories.declared,
            "park_verdict": park_verdict,
            "park_reason": park_reason,
            "park_distance_m": np.round(distance, 2),
            "severity": gravest(results),
            "fails": (verdicts == FAIL).sum(axis=0),
            "undecided": (verdicts == UNDECIDED).sum(axis=0),
            "no_data": (verdicts == NO_DATA).sum(axis=0),
            "not_checked": unchecked.sum(axis=0),
            "advice": advice.sum(axis=0),
            "why": _why(results, texts, overall),
            "checked_on": pd.Series([checked_on] * n, dtype=object),
        },
        columns=[name for name, _ in SUMMARY_FIELDS],
    )


def _checked(result: RuleResult) -> np.ndarray:
    """Return a rule's verdicts where it was checked: one for which a layer is missing says nothing of a factory."""
    import numpy as np

    return np.where(np.isin(result.reason, UNCHECKED), None, result.verdict)


def gravest(results: Sequence[RuleResult]) -> np.ndarray:
    """Return the gravest severity among the rules that each factory breaks, None where it breaks none."""
    import numpy as np

    out = np.full(len(results[0].verdict) if results else 0, None, dtype=object)
    for severity in reversed(SEVERITY.values()):
        for result in results:
            if result.rule.severity == severity:
                out[result.verdict == FAIL] = severity
    return out


def taken(result: RuleResult | None, column: str, n: int) -> np.ndarray:
    """Return a column of the polygons that a result names, one value a factory, None where there is none."""
    import numpy as np

    if result is None or result.areas is None:
        return np.full(n, None, dtype=object)
    return at(getattr(result.areas, column), result.named)


def at(values: np.ndarray, index: np.ndarray) -> np.ndarray:
    """Return ``values[index]``, None where the index is -1 or the value is empty."""
    import numpy as np

    taken = np.append(values, None)[index].astype(object)
    taken[taken == ""] = None
    return taken


def _why(results: Sequence[RuleResult], texts: Sequence[np.ndarray], overall: np.ndarray) -> np.ndarray:
    """Return the sentence of the first rule that gave each factory its overall verdict; advice comes last."""
    import numpy as np

    out = np.full(len(overall), None, dtype=object)
    for result, text in sorted(zip(results, texts), key=lambda pair: pair[0].rule.severity == ADVICE):
        rows = (result.verdict == overall) & (out == None)  # noqa: E711  (element by element on an object array)
        out[rows] = text[rows]
    out[out == None] = tr("No rule of the pack is about this factory.")  # noqa: E711
    return out
