"""One rule at a time on all factories: the engine's verdicts joined with what an officer needs to see why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..analysis.errors import LocationError
from ..analysis.verdicts import NO_DATA, PASS, UNDECIDED
from ..frames import LayerFrame, LayerProblem, Tick
from ..i18n import tr
from ..inputs import UNSEEN, Areas, Factories, reach
from ..messages import role_word
from ..rules.pack import (
    DECLARES_ITS_PARK,
    INSIDE_DECLARED_PARK,
    ZONE_PERMITS,
    Pack,
    Rule,
    isic_sections,
    permits_of,
)

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.areas import Candidates

NO_LAYER = "no_layer"
CLASS_MISSING = "class_missing"
NO_AREAS = "no_areas"
# Reasons that are the layers' and not the factory's.
UNCHECKED = (NO_LAYER, CLASS_MISSING, NO_AREAS)
ZONES_OVERLAP = "zones_overlap"


@dataclass(frozen=True)
class RuleResult:
    """One rule's answer for n factories.

    Attributes
    ----------
    rule : Rule
    role : str
    areas : Areas or None
        What the factories were judged against; None where no layer was given.
    verdict, reason : (n,) object arrays of str, None where the rule does not apply
    named : (n,) int array
        The polygon the verdict is about, -1 for none.
    target : (n,) int array
        The polygon whose border the evidence is measured to, -1 for none.
    candidates : (n,) object array of str or None
        Zones that the accuracy leaves open.
    on_border : (n,) bool array
        The coordinate lies exactly on the border of `named`.
    required : (n,) float array or None
        Metres that the rule asks for; None for rules that ask for no distance.
    radius : (n,) float array or None
        Metres of accuracy between each factory and its target; None where `inputs.reach` tells.
    governed_by : (n,) object array of str or None
        The rule that asks a larger distance of the same feature.
    """

    rule: Rule
    role: str
    areas: Areas | None
    verdict: np.ndarray
    reason: np.ndarray
    named: np.ndarray
    target: np.ndarray
    candidates: np.ndarray
    on_border: np.ndarray
    required: np.ndarray | None = None
    radius: np.ndarray | None = None
    governed_by: np.ndarray | None = None


def check_zoning(
    factories: Factories,
    zones: Areas | None,
    pack: Pack,
    polygon_rule: str,
    tick: Tick,
    exemption: tuple[np.ndarray, np.ndarray] | None = None,
) -> RuleResult | None:
    """Judge the pack's rule “zone permits”; None if it has none.

    Parameters
    ----------
    exemption : (wholly, partly) bool arrays of n, or None
        Which factories stand inside a park, for a rule that exempts them.
    """
    import numpy as np

    from ..analysis import activities as act
    from ..analysis import areas as ar
    from ..analysis import zoning

    rule = pack.rule(ZONE_PERMITS)
    if rule is None:
        return None
    if zones is None:
        return without_layer(rule, "zoning", factories)
    permits = {code: permits_of(zone) for code, zone in rule.zones.items()}
    zone, codes = act.factorise(v or None for v in zones.codes)
    activity, distinct = act.factorise(factories.activities)
    matrix = act.permits_matrix(
        [str(a) for a in distinct], [c if c is None else str(c) for c in codes], permits, isic_sections()
    )
    _report_unknown_codes(zones, rule, pack)
    none = np.full(len(factories.ids), None, dtype=object)
    if factories.polygonal:
        polygon, area, share = ar.shares(factories.geometries, zones.geometries, tick)
        covered = ar.covered(factories.geometries, polygon, area, zones.geometries)
        judged = zoning.judge_polygons(
            factories.geometries,
            zones.geometries,
            polygon,
            area,
            share,
            covered,
            activity,
            zone,
            matrix,
            polygon_rule,
        )
        open_ = (judged.verdict == UNDECIDED) | (judged.reason == "prohibited")
        candidates = _named_shares(zones, polygon, area, share, covered, open_)
        target = judged.area
        largest = np.argsort(-share, kind="stable")
        pairs = polygon[largest], area[largest]
        on_border = np.zeros(len(none), dtype=bool)
        _report_overlaps(zones, zoning.overlapping(factories.geometries, polygon, share, covered))
    else:
        radius = reach(factories, zones)
        found = ar.candidates(factories.geometries, radius, zones.geometries, tick, factories.tree, borders=True)
        located = np.array([g is not None for g in factories.geometries], dtype=bool)
        judged = zoning.judge_points(found, located, activity, zone, matrix)
        outcome = matrix[activity[found.point], zone[found.area]]
        zoning.explain_differing(judged, found, factories.geometries, zones.geometries, outcome, radius)
        candidates = _named_candidates(zones, found, judged.verdict == UNDECIDED)
        on_border = found.on_border
        target = zoning.in_question(judged, found, factories.geometries, zones.geometries, outcome)
        pairs = found.point, found.area
        _report_overlaps(zones, found.overlapping)
    condition = zoning.sets_condition(judged, *pairs, matrix[activity[pairs[0]], zone[pairs[1]]])
    target = np.where(condition >= 0, condition, target)
    if exemption is not None and rule.exempt_inside:
        judged = zoning.exempt_inside(judged, *exemption)
    _report_no_cover(factories, zones, judged.reason)
    return RuleResult(rule, "zoning", zones, judged.verdict, judged.reason, judged.area, target, candidates, on_border)


def check_parks(
    factories: Factories, parks: Areas | None, pack: Pack, polygon_rule: str, tick: Tick
) -> tuple[list[RuleResult], np.ndarray, tuple[np.ndarray, np.ndarray] | None]:
    """Judge the pack's park rules.

    Returns
    -------
    results : list of RuleResult
        Of the rules that the pack has.
    home : (n,) int array
        The park each factory stands in, -1 for none.
    exemption : (wholly, partly) bool arrays of n, or None without parks
    """
    import numpy as np
    import shapely

    from ..analysis import areas as ar
    from ..analysis import parks as pk
    from ..analysis.zoning import is_sliver

    rules = [pack.rule(test) for test in (INSIDE_DECLARED_PARK, DECLARES_ITS_PARK)]
    n = len(factories.ids)
    if parks is None:
        absent = [without_layer(rule, "parks", factories) for rule in rules if rule is not None]
        for result, applies in zip(absent, _applies(factories, rules)):
            result.verdict[~applies] = result.reason[~applies] = None
        return absent, np.full(n, -1), None
    declared = declared_index(factories, parks)
    if factories.polygonal:
        polygon, area, share = ar.shares(factories.geometries, parks.geometries, tick)
        covered = ar.covered(factories.geometries, polygon, area, parks.geometries)
        relation = pk.judge_polygons(factories.geometries, polygon, area, share, covered, declared, polygon_rule)
        ground = np.nan_to_num(shapely.area(factories.geometries))
        wholly, partly = is_sliver(1 - covered, ground), ~is_sliver(covered, ground)
    else:
        radius = reach(factories, parks)
        found = ar.candidates(factories.geometries, radius, parks.geometries, tick, factories.tree)
        relation = pk.judge_points(factories.geometries, radius, parks.geometries, found, declared)
        wholly = (found.home >= 0) & ~found.open
        partly = np.bincount(found.point, minlength=n) > 0
    relation = pk.not_asked(relation, ~factories.can_declare)
    missing = shapely.is_missing(factories.geometries)
    exemption = (wholly & ~missing, partly & ~missing)
    nothing = np.full(n, None, dtype=object)
    nowhere = np.zeros(n, dtype=bool)
    results = [
        RuleResult(
            rule,
            "parks",
            parks,
            judged.verdict,
            judged.reason,
            judged.area,
            relation.conflict,
            nothing,
            nowhere,
        )
        for rule, judged in zip(rules, (relation.declared, relation.undeclared))
        if rule is not None
    ]
    home = np.where(relation.declared.verdict == PASS, declared, relation.park)
    return results, home, exemption


def merge_parks(parks: Areas) -> Areas:
    """Return one row a park, of those that are drawn; polygons that overlap or repeat each other are reported.

    Raises
    ------
    LocationError
        If none is drawn: every factory would stand outside.
    """
    import shapely

    from ..analysis.parks import one_per_park

    _report_no_id(parks)
    _report_park_overlaps(parks)
    first, geometries = one_per_park(parks.ids, parks.geometries)
    if shapely.is_missing(geometries).all():
        raise LocationError(
            "No polygon of layer “{layer}” can be used: {why}. Correct the layer, or leave it out.",
            layer=parks.layer.name,
            why=parks.layer.notes[0],
        )
    drawn = ~shapely.is_missing(geometries)  # outside a park that is listed but not drawn: nobody can say
    first = first[drawn]
    return Areas(
        parks.layer,
        geometries[drawn],
        parks.ids[first],
        parks.codes[first],
        parks.names[first],
        parks.vintages[first],
        [tuple(_distinct([name for name in parks.names[parks.ids == parks.ids[row]] if name])) for row in first],
        kinds=[parks.kinds[row] for row in first] if len(parks.kinds) else (),
    )


def _report_no_id(parks: Areas) -> None:
    count = int((parks.codes == "").sum())
    if count:
        parks.layer.problems.append(
            LayerProblem(
                parks.layer.name,
                None,
                tr("parks without an id: {count}").format(count=count),
                tr("Give each park its id; until then each polygon without one counts as a park of its own."),
            )
        )


def _report_park_overlaps(parks: Areas) -> None:
    """Report each pair of polygons that share ground once, of two parks or of one."""
    import numpy as np
    import shapely

    from ..analysis.areas import overlaps

    a, b, common = overlaps(parks.geometries)
    whole = np.maximum(shapely.area(parks.geometries[a]), shapely.area(parks.geometries[b]))
    feature_ids = parks.feature_ids
    two = tr("Correct the boundaries; factories on the common ground count as inside both.")
    one = tr("Correct the layer; the verdicts are the same, as the polygons of one park count as one.")
    for i, j, shared, largest in zip(a, b, common, whole):
        same_park = parks.ids[i] == parks.ids[j]
        if shared > 0.99 * largest:
            problem = (
                tr("park {a} is drawn twice on the same ground")
                if same_park
                else tr("parks {a} and {b} are drawn on the same ground")
            )
        else:
            problem = (
                tr("two polygons of park {a} overlap by {hectares} ha")
                if same_park
                else tr("parks {a} and {b} overlap by {hectares} ha")
            )
        parks.layer.problems.append(
            LayerProblem(
                parks.layer.name,
                int(feature_ids[i]),
                problem.format(a=parks.labels[i], b=parks.labels[j], hectares=_hectares(shared)),
                one if same_park else two,
            )
        )


def _hectares(square_metres: float) -> str:
    return f"{square_metres / 10_000:,.{1 if square_metres >= 1000 else 4}f}"


def without_layer(rule: Rule, role: str, factories: Factories) -> RuleResult:
    """Return the answer of a rule whose layer was not given: `no data` for every factory."""
    import numpy as np

    n = len(factories.ids)
    return RuleResult(
        rule,
        role,
        None,
        np.full(n, NO_DATA, dtype=object),
        np.full(n, NO_LAYER, dtype=object),
        np.full(n, -1),
        np.full(n, -1),
        np.full(n, None, dtype=object),
        np.zeros(n, dtype=bool),
    )


def _applies(factories: Factories, rules: Sequence[Rule | None]) -> list[np.ndarray]:
    """Return, for the park rules that the pack has, which factories each is about."""
    import numpy as np

    declares = np.array([d is not None for d in factories.declared], dtype=bool)
    return [mask for rule, mask in zip(rules, (declares, ~declares)) if rule is not None]


def declared_index(factories: Factories, parks: Areas) -> np.ndarray:
    """Return the row of the park each factory declares, by id or else by name.

    What is written exactly so goes before what differs by case, spaces or signs that nobody sees. Of several parks of
    one name it is the one in which the factory stands, or the nearest.
    """
    import numpy as np
    import pandas as pd

    from ..analysis.parks import NONE_DECLARED, UNKNOWN_PARK, nearest_of

    spellings = _spellings(parks)
    codes, distinct = pd.factorize(pd.Series(factories.declared), use_na_sentinel=True)
    meant = [next((found[key] for found, key in _looked_up(spellings, value)), []) for value in distinct]
    index = np.array([*(rows[0] if rows else UNKNOWN_PARK for rows in meant), NONE_DECLARED], dtype="int64")[codes]
    for i, rows in enumerate(meant):
        if len(rows) > 1:
            mine = np.flatnonzero(codes == i)
            index[mine] = nearest_of(factories.geometries[mine], parks.geometries, np.array(rows))
            _report_shared_name(parks, distinct[i], rows, len(mine))
    return index


def _spellings(parks: Areas) -> list[dict[str, list[int]]]:
    """Return the rows of the parks by what a factory may declare: first what is to be preferred."""
    names = parks.aliases or [(name,) for name in parks.names]
    by_id: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for row, (code, called) in enumerate(zip(parks.codes, names)):
        if code:
            by_id.setdefault(code, []).append(row)
        for name in called:
            if name:
                by_name.setdefault(name, []).append(row)
    out = [by_id, by_name]
    for exact in (by_id, by_name):
        alike: dict[str, list[int]] = {}
        for spelled, rows in exact.items():
            merged = alike.setdefault(folded(spelled), [])
            merged.extend(row for row in rows if row not in merged)
        out.append(alike)
    return out


def _looked_up(spellings: Sequence[dict[str, list[int]]], value: str) -> Iterator[tuple[dict[str, list[int]], str]]:
    """Yield the tables that know a declared park, with its key in them."""
    keys = (value, value, folded(value), folded(value))
    yield from ((table, key) for table, key in zip(spellings, keys) if key in table)


def folded(text: str) -> str:
    """Return a text without what people do not see as a difference: case, more spaces than one, zero-width signs."""
    return " ".join("".join(c for c in text.casefold() if c not in UNSEEN).split())


def _report_shared_name(parks: Areas, name: str, rows: Sequence[int], count: int) -> None:
    parks.layer.problems.append(
        LayerProblem(
            parks.layer.name,
            None,
            tr("“{name}” may be any of several parks: {parks}; factories that declare it: {count}").format(
                name=name, parks=", ".join(parks.ids[row] for row in rows), count=count
            ),
            tr("Declare the park's id. Until then the one counts in which the factory stands, or the nearest."),
        )
    )


def _named_candidates(zones: Areas, found: Candidates, rows: np.ndarray) -> np.ndarray:
    """Return, for the factories in `rows`, the zones they may stand in, “no zoning” among them."""
    import numpy as np

    out = np.full(len(rows), None, dtype=object)
    starts = np.searchsorted(found.point, np.flatnonzero(rows), side="left")
    ends = np.searchsorted(found.point, np.flatnonzero(rows), side="right")
    for row, start, end in zip(np.flatnonzero(rows), starts, ends):
        names = _distinct([zones.labels[area] for area in found.area[start:end]])
        out[row] = "; ".join([*names, tr("no zoning")] if found.open[row] else names)
    return out


def _named_shares(
    zones: Areas, polygon: np.ndarray, area: np.ndarray, share: np.ndarray, covered: np.ndarray, rows: np.ndarray
) -> np.ndarray:
    """Return, for the polygon factories in `rows`, each zone with its share of the ground."""
    import numpy as np

    out = np.full(len(rows), None, dtype=object)
    starts = np.searchsorted(polygon, np.flatnonzero(rows), side="left")
    ends = np.searchsorted(polygon, np.flatnonzero(rows), side="right")
    for row, start, end in zip(np.flatnonzero(rows), starts, ends):
        mine = slice(start, end)
        parts = [f"{zones.labels[a]} {s:.0%}" for a, s in zip(area[mine], share[mine])]
        rest = 1 - covered[row]
        out[row] = "; ".join([*parts, f"{tr('no zoning')} {rest:.0%}"] if rest > 0.005 else parts)
    return out


def _distinct(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _report_unknown_codes(zones: Areas, rule: Rule, pack: Pack) -> None:
    """Report each zone code that the pack does not have, with the one it may be a slip for."""
    alike = {_bare(code): code for code in rule.zones}
    for code in sorted({c for c in zones.codes if c and c not in rule.zones}):
        meant = alike.get(_bare(code))
        guess = tr("Did you mean “{code}”?").format(code=meant) + " " if meant else ""
        zones.layer.problems.append(
            LayerProblem(
                zones.layer.name,
                None,
                tr("zone code “{code}” is not in rule pack {pack}; polygons with it: {count}").format(
                    code=code, count=int((zones.codes == code).sum()), pack=pack.id
                ),
                guess
                + tr("Add the code to the pack, or correct it in the layer. Known codes: {codes}.").format(
                    codes=", ".join(rule.zones)
                ),
            )
        )


def _bare(code: str) -> str:
    """Return a code without case, spaces, hyphens and the invisible signs that come with copied Khmer text."""
    return "".join(c for c in code.casefold() if not c.isspace() and c not in f"-_.{UNSEEN}")


def _report_overlaps(zones: Areas, there: np.ndarray) -> None:
    count = int(there.sum())
    if count:
        zones.layer.problems.append(
            LayerProblem(
                zones.layer.name,
                None,
                tr("zones overlap; factories that stand there: {count}").format(count=count),
                tr("Correct the layer with the topology checker; where the zones differ the verdict is undecided."),
            )
        )


def _report_no_cover(factories: Factories, zones: Areas, reason: np.ndarray) -> None:
    from ..analysis.zoning import NO_LOCATION, NO_ZONING

    outside = (reason == NO_ZONING) | (reason == NO_LOCATION)
    if outside.all():
        zones.layer.problems.append(
            LayerProblem(
                zones.layer.name,
                None,
                tr("the zoning layer covers none of the {count} factories").format(count=len(reason)),
                tr(
                    "If it should, check the CRS of “{zoning}” ({zoning_crs}) and “{factories}” ({factories_crs})."
                ).format(
                    zoning=zones.layer.name,
                    zoning_crs=_crs_name(zones.layer),
                    factories=factories.layer.name,
                    factories_crs=_crs_name(factories.layer),
                ),
            )
        )


def _crs_name(layer: LayerFrame) -> str:
    return layer.crs.authid() or layer.crs.description()


def needs_action(result: RuleResult) -> np.ndarray:
    """Return whether each row is for an officer to look at.

    Not a plain pass (a pass on condition is not plain), nor a rule that was not checked for want of a layer: that is
    told once, among the problems of the layers.
    """
    import numpy as np

    applies = result.verdict != None  # noqa: E711  (element by element on an object array)
    plain = (result.verdict == PASS) & (result.reason != "conditional")
    return applies & ~plain & ~np.isin(result.reason, UNCHECKED)


def not_checked(results: Sequence[RuleResult], pack: Pack) -> list[LayerProblem]:
    """Return a problem for each rule that was not, or not wholly, checked for want of a layer."""
    import numpy as np

    problems = []
    for result in results:
        for reason in UNCHECKED:
            rows = np.flatnonzero(result.reason == reason)
            if len(rows):
                missing = result.candidates[rows[0]] or role_word(result.role)
                problems.append(
                    LayerProblem(
                        pack.path.name,
                        None,
                        tr("rule {rule} was not checked: no layer of {missing} was given; factories: {count}").format(
                            rule=result.rule.id, missing=missing, count=len(rows)
                        ),
                        tr("The rule is “no data”, not “pass”. Give the layer, or leave the rule out of the pack."),
                    )
                )
    return problems
