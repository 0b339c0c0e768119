"""Rules about the layers beyond zoning and parks: distances to their features, and standing inside them.

Each layer is read and indexed once; rules about the same features share one search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Optional

from ..analysis.verdicts import FAIL, NO_DATA, PASS, UNDECIDED
from ..frames import Tick
from ..i18n import tr
from ..inputs import Areas, Factories, reach, shift_between
from ..messages import role_word
from ..rules.pack import (
    AT_LEAST,
    AT_MOST,
    NOT_WITHIN,
    OVERLAP_BELOW,
    WITHIN,
    ZONE_MATRIX,
    Pack,
    Rule,
    isic_sections,
)
from ..rules.words import word
from .role_layers import RoleFeatures, plain_class
from .rule_check import CLASS_MISSING, NO_AREAS, UNCHECKED, RuleResult, without_layer

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.nearest import Bounds, Nearest

DISTANCE_TESTS = (AT_LEAST, AT_MOST)
ROLE_TESTS = (*DISTANCE_TESTS, WITHIN, NOT_WITHIN, OVERLAP_BELOW, ZONE_MATRIX)

# Straddling premises of a zone matrix, in the words of the polygon rules.
_STRADDLING = {"worst": "any", "largest share": "majority"}

_MOST_PAIRS = 5_000_000

Exemption = tuple["np.ndarray", "np.ndarray"]
# The other factories that a rule is about; None where there is no register of them.
Others = Callable[[Rule], Optional[RoleFeatures]]


def check_roles(
    factories: Factories,
    roles: Mapping[str, RoleFeatures],
    pack: Pack,
    polygon_rule: str,
    exemption: Exemption | None,
    tick: Tick,
    others: Others | None = None,
) -> list[RuleResult]:
    """Judge every rule of the pack that names a role, in the order of the pack.

    Parameters
    ----------
    roles : mapping of role to its features
        A role that is absent makes its rules answer `no data`.
    exemption : (wholly, partly) bool arrays of n, or None
        Which factories stand inside a park, for rules that exempt them.
    others : callable or None
        Finds the other factories of a rule; None: they are among those that are judged.
    """
    find_others = others or (lambda rule: other_factories(rule, factories))
    rules = [rule for rule in pack.rules if rule.test in ROLE_TESTS]
    applying = {rule.id: applies_to(rule, factories) for rule in rules}
    results: dict[str, RuleResult] = {}
    groups: dict[Any, list[Rule]] = defaultdict(list)
    for rule in rules:
        groups[_asks(rule)].append(rule)
    for done, members in enumerate(groups.values()):
        features = _features_of(members[0], roles, find_others)
        if features is None or not (len(features.geometries) or features.role == "factories"):
            judged = [_absent(rule, features, factories) for rule in members]
        elif members[0].test in DISTANCE_TESTS:
            asked = [applying[rule.id] for rule in members]
            judged = _judge_distances(members, asked, features, factories, tick)
        else:
            judged = [_judge_place(rule, features, factories, polygon_rule, tick) for rule in members]
        for rule, result in zip(members, judged):
            result = _with_exemption(result, exemption) if rule.exempt_inside and exemption is not None else result
            results[rule.id] = _where_it_applies(result, features, applying[rule.id], factories)
        tick((done + 1) / len(groups))
    return governed([results[rule.id] for rule in rules])


def unused(pack: Pack, roles: Mapping[str, RoleFeatures]) -> list[str]:
    """Say of which layers given no rule of the pack takes notice: their silence must not read as compliance."""
    return [
        tr("No rule of pack {pack} is about {role}: not used: {layers}.").format(
            pack=pack.id, role=role_word(role), layers=", ".join(layer.name for layer in features.layers)
        )
        for role, features in roles.items()
        if not any(rule.role == role for rule in pack.rules)
    ]


def applies_to(rule: Rule, factories: Factories) -> np.ndarray:
    """Return for each factory whether a rule is about it, in the codes of `analysis.applies`."""
    from ..analysis.applies import applies

    return applies(factories.activities, factories.sizes, factories.new, rule, isic_sections())


def as_role(areas: Areas, role: str) -> RoleFeatures:
    """Return zones or parks as the features of a role; the codes of zones, and the kinds of parks, are the classes."""
    import numpy as np

    named = (list(areas.kinds) or [""] * len(areas.ids)) if role == "parks" else areas.codes.tolist()
    classes = np.array([plain_class(class_) for class_ in named], dtype=object)
    return RoleFeatures(
        layer=areas.layer,
        geometries=areas.geometries,
        ids=areas.ids,
        codes=areas.codes,
        names=areas.names,
        vintages=areas.vintages,
        role=role,
        layers=[areas.layer],
        layer_of=np.zeros(len(areas.ids), dtype="int64"),
        classes=classes,
        rows=np.arange(len(classes)),
        given=frozenset(classes.tolist()) - {""},
        parameters=[role.upper()],
        accuracy=np.zeros(len(classes)),
    )


def _asks(rule: Rule) -> tuple[Any, ...]:
    """Return what rules must share to be answered by one search."""
    kind = rule.test in DISTANCE_TESTS
    return kind, rule.role, tuple(sorted(rule.classes)), rule.others_include, rule.others_exclude


def _features_of(rule: Rule, roles: Mapping[str, RoleFeatures], others: Others) -> RoleFeatures | None:
    """Return the features that a rule is about; None where nothing was given for its role."""
    if rule.role == "factories":
        return others(rule)
    features = roles.get(rule.role)
    return None if features is None else features.part(rule.classes)


def other_factories(rule: Rule, factories: Factories) -> RoleFeatures:
    """Return the factories that a rule keeps others away from."""
    import numpy as np
    import shapely

    from ..analysis.applies import APPLIES

    about = replace(rule, include=rule.others_include, exclude=rule.others_exclude, sizes=(), applies_to="both")
    rows = np.flatnonzero((applies_to(about, factories) == APPLIES) & ~shapely.is_missing(factories.geometries))
    none = np.full(len(rows), "", dtype=object)
    return RoleFeatures(
        layer=factories.layer,
        geometries=factories.geometries[rows],
        ids=factories.ids[rows],
        codes=none,
        names=np.array([name or "" for name in factories.names[rows]], dtype=object),
        vintages=none,
        role="factories",
        layers=[factories.layer],
        layer_of=np.zeros(len(rows), dtype="int64"),
        classes=none,
        rows=rows,
        parameters=["FACTORIES"],
        accuracy=factories.accuracy[rows],
    )


def _judge_distances(
    rules: Sequence[Rule],
    applying: Sequence[np.ndarray],
    features: RoleFeatures,
    factories: Factories,
    tick: Tick,
) -> list[RuleResult]:
    """Judge rules about the distance to the same features with one search."""
    import numpy as np

    from ..analysis import separation

    asked = np.flatnonzero(np.any([a > 0 for a in applying], axis=0))
    farthest = max(_largest(rule) for rule in rules)
    named = any(rule.test == AT_MOST for rule in rules)
    bounds, radius = _bounds(features, factories, asked, farthest, tick, however_far=named)
    results = []
    for rule in rules:
        most, least = _required(rule, factories)
        judge = separation.at_least if rule.test == AT_LEAST else separation.at_most
        verdict, reason = judge(bounds, most, least)
        results.append(replace(_result(rule, features, verdict, reason, bounds.feature, required=most), radius=radius))
    return results


def _bounds(
    features: RoleFeatures, factories: Factories, asked: np.ndarray, farthest: float, tick: Tick, *, however_far: bool
) -> tuple[Bounds, np.ndarray]:
    """Return how near the features may be to the factories at `asked`, and the accuracy of each pair in metres."""
    import numpy as np

    from ..analysis.nearest import Bounds

    n = len(factories.ids)
    shifts = np.array([shift_between(factories.layer, layer) for layer in features.layers])
    accuracy = features.accuracy + shifts[features.layer_of]
    itself = None
    if features.role == "factories" and features.layer is factories.layer:
        itself = _rows_among(features, asked)
    elif features.role == "factories" and factories.itself is not None:  # proposed sites that the register has already
        itself = _rows_among(features, factories.itself[asked])
    places, own = factories.geometries[asked], factories.accuracy[asked]
    found = features.index.bounds(places, own, accuracy, factories.scale[asked], farthest, tick, itself)
    feature = found.feature
    if however_far:
        lost = np.flatnonzero(feature < 0)
        mine = None if itself is None else itself[lost]
        feature[lost] = features.index.nearest(places[lost], np.inf, tick, mine).feature
    whole = Bounds(np.full(n, -1), np.full(n, np.inf), np.full(n, np.inf))
    whole.feature[asked], whole.lowest[asked], whole.highest[asked] = feature, found.lowest, found.highest
    return whole, factories.accuracy + np.append(accuracy, 0.0)[whole.feature]


def _largest(rule: Rule) -> float:
    from ..analysis.applies import SIZES

    return max(rule.required(size) for size in rule.sizes or SIZES)


def _rows_among(features: RoleFeatures, rows: np.ndarray) -> np.ndarray:
    """Return where the rows of a register stand among the factories of a rule, -1 for those that do not."""
    import numpy as np

    row_of = {row: i for i, row in enumerate(features.rows.tolist())}
    return np.array([row_of.get(row, -1) for row in rows.tolist()], dtype="int64")


def nearest_to_sites(
    features: RoleFeatures, sites: Factories, asked: np.ndarray, limit: float, tick: Tick = lambda _: None
) -> Nearest:
    """Find the nearest feature of the sites at `asked`; a site that the register has already is not its own neighbour.

    Parameters
    ----------
    limit : float
        Metres; what is farther is not looked for.
    """
    import numpy as np

    places = sites.geometries[asked]
    near = features.index.nearest(places, limit, tick)
    if features.role != "factories" or sites.itself is None:
        return near
    itself = _rows_among(features, sites.itself[asked])
    known = np.flatnonzero(itself >= 0)
    # Few at a time: among premises every pair within the limit is measured.
    step = max(1, _MOST_PAIRS // max(len(features.geometries), 1))
    for start in range(0, len(known), step):
        rows = known[start : start + step]
        other = features.index.nearest(places[rows], limit, tick, itself=itself[rows])
        near.feature[rows], near.distance[rows] = other.feature, other.distance
    return near


def _required(rule: Rule, factories: Factories) -> tuple[np.ndarray, np.ndarray]:
    """Return the metres a rule asks of each factory, at most and at least: they differ where no size is recorded."""
    import numpy as np
    import pandas as pd

    from ..analysis.applies import SIZES

    codes, sizes = pd.factorize(factories.sizes, use_na_sentinel=False)
    possible = [[size] if isinstance(size, str) else rule.sizes or SIZES for size in sizes]
    metres = [[rule.required(size) for size in some] for some in possible]
    return np.array([max(some) for some in metres])[codes], np.array([min(some) for some in metres])[codes]


def _judge_place(rule: Rule, features: RoleFeatures, factories: Factories, polygon_rule: str, tick: Tick) -> RuleResult:
    """Judge a rule about standing inside or outside of areas."""
    from ..analysis import areas as ar
    from ..analysis import separation

    features = features.areal
    if not len(features.geometries):  # a river drawn as a line has no inside
        result = without_layer(rule, rule.role, factories)
        drawn = tr("{role}, drawn as areas").format(role=role_word(rule.role))
        result.reason[:], result.candidates[:] = NO_AREAS, drawn
        return result
    if rule.test == ZONE_MATRIX:
        return _judge_matrix(rule, features, factories, tick)
    wanted = rule.test == WITHIN
    if factories.polygonal:
        polygon, area, share = ar.shares(factories.geometries, features.geometries, tick)
        covered = ar.covered(factories.geometries, polygon, area, features.geometries)
        if rule.test == OVERLAP_BELOW:
            judged = separation.overlap_below(factories.geometries, polygon, area, share, covered, rule.share)
        else:
            judged = separation.inside_polygons(
                factories.geometries, polygon, area, share, covered, polygon_rule, wanted=wanted
            )
    else:
        found = ar.candidates(
            factories.geometries, reach(factories, features), features.geometries, tick, factories.tree
        )
        judged = separation.inside_points(factories.geometries, features.geometries, found, wanted=wanted)
    target = judged.area
    if wanted:
        target = _nearest_where(judged.verdict == FAIL, target, features, factories, tick)
    return _result(rule, features, judged.verdict, judged.reason, target)


def _nearest_where(
    rows: np.ndarray, target: np.ndarray, features: RoleFeatures, factories: Factories, tick: Tick
) -> np.ndarray:
    """Return `target` with the nearest area, however far, of the factories that should stand in one and do not."""
    import numpy as np

    lost = np.flatnonzero(rows & (target < 0))
    out = target.copy()
    out[lost] = features.index.nearest(factories.geometries[lost], np.inf, tick).feature
    return out


def _judge_matrix(rule: Rule, features: RoleFeatures, factories: Factories, tick: Tick) -> RuleResult:
    """Judge a matrix of zone class and sensitivity level; ground outside all zones is free."""
    import numpy as np

    from ..analysis import activities as act
    from ..analysis import areas as ar
    from ..analysis import zoning
    from ..analysis.separation import STANDS_OUTSIDE

    zone, codes = act.factorise(class_ or None for class_ in features.classes)
    activity, distinct = act.factorise(factories.activities)
    matrix = act.permits_matrix(
        [str(a) for a in distinct], [c if c is None else str(c) for c in codes], matrix_permits(rule), isic_sections()
    )
    if factories.polygonal:
        polygon, area, share = ar.shares(factories.geometries, features.geometries, tick)
        covered = ar.covered(factories.geometries, polygon, area, features.geometries)
        judged = zoning.judge_polygons(
            factories.geometries,
            features.geometries,
            polygon,
            area,
            share,
            covered,
            activity,
            zone,
            matrix,
            _STRADDLING[rule.straddling],
            open_outcome=act.PERMITTED,
        )
    else:
        found = ar.candidates(
            factories.geometries, reach(factories, features), features.geometries, tick, factories.tree
        )
        located = np.array([g is not None for g in factories.geometries], dtype=bool)
        judged = zoning.judge_points(found, located, activity, zone, matrix, open_outcome=act.PERMITTED)
    free = (judged.verdict == PASS) & (judged.area < 0)
    judged.reason[free] = STANDS_OUTSIDE
    return _result(rule, features, judged.verdict, judged.reason, judged.area)


def matrix_permits(rule: Rule) -> dict[str, Any]:
    """Return a rule's matrix in the form the engine looks activities up in, by zone class in lower case."""
    from ..analysis import activities as act

    outcomes = {
        "permits": act.PERMITTED,
        "permits on condition": act.CONDITIONAL,
        "prohibits": act.PROHIBITED,
    }
    return {
        class_.lower(): act.ZonePermits(
            {prefix: outcomes[answers[level]] for level in answers for prefix in rule.levels.get(level, ())}
        )
        for class_, answers in rule.matrix.items()
    }


def _result(
    rule: Rule,
    features: RoleFeatures,
    verdict: np.ndarray,
    reason: np.ndarray,
    target: np.ndarray,
    required: np.ndarray | None = None,
) -> RuleResult:
    import numpy as np

    n = len(verdict)
    return RuleResult(
        rule,
        rule.role,
        features,
        verdict,
        reason,
        target,
        target,
        np.full(n, None, dtype=object),
        np.zeros(n, dtype=bool),
        required,
    )


def _absent(rule: Rule, features: RoleFeatures | None, factories: Factories) -> RuleResult:
    """Return the answer of a rule whose layer was not given, or has no feature of the classes it names."""
    import numpy as np

    result = without_layer(rule, rule.role, factories)
    if features is not None:
        missing = ", ".join(map(word, features.missing(rule.classes)))
        return replace(
            result,
            reason=np.full(len(factories.ids), CLASS_MISSING, dtype=object),
            candidates=np.full(len(factories.ids), missing, dtype=object),
        )
    return result


def _with_exemption(result: RuleResult, exemption: Exemption) -> RuleResult:
    """Apply an exemption inside parks; on a park's edge a rule that was not checked stays so."""
    import numpy as np

    from ..analysis import zoning

    wholly, partly = exemption
    partly = partly & ~np.isin(result.reason, UNCHECKED)
    judged = zoning.exempt_inside(zoning.Judgement(result.verdict, result.reason, result.named), wholly, partly)
    return replace(result, verdict=judged.verdict, reason=judged.reason)


def _where_it_applies(
    result: RuleResult, features: RoleFeatures | None, applying: np.ndarray, factories: Factories
) -> RuleResult:
    """Blank the rows that a rule is not about; where that cannot be told, or a layer is missing, nothing is certain.

    What is not checked for want of a layer is the layer's fault, whatever else is missing.
    """
    import numpy as np
    import shapely

    from ..analysis.applies import ANSWERS, APPLIES, DOES_NOT_APPLY

    verdict, reason, candidates = result.verdict.copy(), result.reason.copy(), result.candidates.copy()
    missing = features.missing(result.rule.classes) if features is not None and features.role != "factories" else []
    if missing and result.areas is not None:
        # What was not given may be too near, or be what is asked for.
        unsure = np.isin(verdict, (FAIL, UNDECIDED)) if result.rule.test in (AT_MOST, WITHIN) else verdict == PASS
        verdict[unsure], reason[unsure], candidates[unsure] = NO_DATA, CLASS_MISSING, ", ".join(map(word, missing))
    lost = shapely.is_missing(factories.geometries) & ~np.isin(result.reason, UNCHECKED)
    verdict[lost], reason[lost] = NO_DATA, "no_location"
    untold = (applying > APPLIES) & np.isin(verdict, (FAIL, UNDECIDED))
    verdict[untold], reason[untold] = NO_DATA, np.array(ANSWERS, dtype=object)[applying[untold]]
    verdict[applying == DOES_NOT_APPLY] = reason[applying == DOES_NOT_APPLY] = None
    return replace(result, verdict=verdict, reason=reason, candidates=candidates)


def governed(results: Sequence[RuleResult]) -> list[RuleResult]:
    """Say of each distance that is not kept whether a rule of the same weight asks a larger one of the same feature."""
    import numpy as np

    from ..analysis.separation import governing

    out = list(results)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, result in enumerate(results):
        if result.rule.test == AT_LEAST and result.required is not None:
            groups[result.role, result.rule.severity].append(i)
    for members in groups.values():
        for i in members:
            out[i] = replace(results[i], governed_by=None)  # anew: a decision may have taken the one that governed
        if len(members) < 2:
            continue
        mine = [results[i] for i in members]
        governs = governing(
            np.array([r.required for r in mine]),
            np.array([_feature_keys(r) for r in mine]),
            np.array([np.isin(r.verdict, (FAIL, UNDECIDED)) for r in mine]),
        )
        ids = np.array([*(r.rule.id for r in mine), None], dtype=object)
        for i, which in zip(members, governs):
            out[i] = replace(results[i], governed_by=ids[which])
    return out


def _feature_keys(result: RuleResult) -> np.ndarray:
    """Return a number for the feature each distance was measured to: the same for the same feature in every subset."""
    import numpy as np

    features = result.areas
    if not isinstance(features, RoleFeatures):
        return np.full(len(result.target), -1, dtype="int64")
    return np.append(features.rows, -1)[result.target]
