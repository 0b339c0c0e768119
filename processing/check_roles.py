"""Rules about the layers beyond zoning and parks: distances to their features, and standing inside them.

Each layer is read and indexed once; rules about the same features share one search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Optional

from .analysis.verdicts import FAIL, NO_DATA, PASS, UNDECIDED
from .check import CLASS_MISSING, NO_AREAS, UNCHECKED, RuleResult, without_layer
from .frames import Tick
from .i18n import tr
from .inputs import Areas, Factories, reach
from .messages import role_word
from .role_layers import RoleFeatures
from .rules import (
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

if TYPE_CHECKING:
    import numpy as np

    from .analysis.nearest import Nearest

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
        if features is None or not len(features.geometries):
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
    return _governed([results[rule.id] for rule in rules])


def applies_to(rule: Rule, factories: Factories) -> np.ndarray:
    """Return for each factory whether a rule is about it, in the codes of `analysis.applies`."""
    from .analysis.applies import applies

    return applies(factories.activities, factories.sizes, factories.new, rule, isic_sections())


def as_role(areas: Areas, role: str) -> RoleFeatures:
    """Return zones or parks as the features of a role; their codes are the classes."""
    import numpy as np

    classes = np.array([code.lower() for code in areas.codes], dtype=object)
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
        given=frozenset(classes.tolist()),
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

    from .analysis.applies import APPLIES

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
        accuracy_m=float(factories.accuracy[rows].max(initial=0.0)),
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

    from .analysis import separation

    accuracy = reach(factories, features)
    asked = np.flatnonzero(np.any([a > 0 for a in applying], axis=0))
    farthest = max(rule.required(None) for rule in rules) + float(accuracy[asked].max(initial=0.0))
    limit = np.inf if any(rule.test == AT_MOST for rule in rules) else farthest
    feature, distance = _search(features, factories, asked, limit, tick)
    results = []
    for rule in rules:
        most, least = _required(rule, factories)
        judge = separation.at_least if rule.test == AT_LEAST else separation.at_most
        verdict, reason = judge(distance, most, least, accuracy)
        results.append(_result(rule, features, verdict, reason, feature, required=most))
    return results


def _search(
    features: RoleFeatures, factories: Factories, asked: np.ndarray, limit: float, tick: Tick
) -> tuple[np.ndarray, np.ndarray]:
    """Return the nearest feature of the factories at `asked`, -1 for none, and metres to it, negative inside one."""
    import numpy as np
    import shapely

    feature, distance = np.full(len(factories.ids), -1), np.full(len(factories.ids), np.inf)
    if features.role == "factories" and features.layer is factories.layer:
        itself = _rows_among(features, asked)
        near = features.index.nearest(factories.geometries[asked], limit, tick, itself=itself)
    else:
        near = nearest_to_sites(features, factories, asked, limit, tick)
    feature[asked], distance[asked] = near.feature, near.distance
    inside = asked[(near.distance == 0) & (shapely.get_type_id(factories.geometries[asked]) == 0)]
    holders = features.geometries[feature[inside]]
    areal = shapely.get_dimensions(holders) == 2
    distance[inside[areal]] = -shapely.distance(factories.geometries[inside[areal]], shapely.boundary(holders[areal]))
    return feature, distance


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

    codes, sizes = pd.factorize(factories.sizes, use_na_sentinel=False)
    known = [size if isinstance(size, str) else None for size in sizes]
    most = np.array([rule.required(size) for size in known])[codes]
    smallest = min(
        [*rule.distance_by_size.values(), *([rule.distance_m] if rule.distance_m == rule.distance_m else [])]
    )
    least = np.where([size is None for size in known], smallest, [rule.required(size) for size in known])[codes]
    return most, least


def _judge_place(rule: Rule, features: RoleFeatures, factories: Factories, polygon_rule: str, tick: Tick) -> RuleResult:
    """Judge a rule about standing inside or outside of areas."""
    from .analysis import areas as ar
    from .analysis import separation

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

    from .analysis import activities as act
    from .analysis import areas as ar
    from .analysis import zoning
    from .analysis.separation import STANDS_OUTSIDE

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
    from .analysis import activities as act

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
    if features is not None and rule.role == "factories":  # there is no other factory to keep away from
        result.verdict[:], result.reason[:] = PASS, "far_enough"
        return replace(result, areas=None)
    if features is not None:
        missing = ", ".join(features.missing(rule.classes))
        return replace(
            result,
            reason=np.full(len(factories.ids), CLASS_MISSING, dtype=object),
            candidates=np.full(len(factories.ids), missing, dtype=object),
        )
    return result


def _with_exemption(result: RuleResult, exemption: Exemption) -> RuleResult:
    from .analysis import zoning

    judged = zoning.exempt_inside(zoning.Judgement(result.verdict, result.reason, result.named), *exemption)
    return replace(result, verdict=judged.verdict, reason=judged.reason)


def _where_it_applies(
    result: RuleResult, features: RoleFeatures | None, applying: np.ndarray, factories: Factories
) -> RuleResult:
    """Blank the rows that a rule is not about; where that cannot be told, or a layer is missing, nothing is certain.

    What is not checked for want of a layer is the layer's fault, whatever else is missing.
    """
    import numpy as np
    import shapely

    from .analysis.applies import ANSWERS, APPLIES, DOES_NOT_APPLY

    verdict, reason, candidates = result.verdict.copy(), result.reason.copy(), result.candidates.copy()
    missing = features.missing(result.rule.classes) if features is not None and features.role != "factories" else []
    if missing and result.areas is not None:
        unsure = verdict == PASS  # of what was given none is too near, but something was not given
        verdict[unsure], reason[unsure], candidates[unsure] = NO_DATA, CLASS_MISSING, ", ".join(missing)
    lost = shapely.is_missing(factories.geometries) & ~np.isin(result.reason, UNCHECKED)
    verdict[lost], reason[lost] = NO_DATA, "no_location"
    untold = (applying > APPLIES) & np.isin(verdict, (FAIL, UNDECIDED))
    verdict[untold], reason[untold] = NO_DATA, np.array(ANSWERS, dtype=object)[applying[untold]]
    verdict[applying == DOES_NOT_APPLY] = reason[applying == DOES_NOT_APPLY] = None
    return replace(result, verdict=verdict, reason=reason, candidates=candidates)


def _governed(results: Sequence[RuleResult]) -> list[RuleResult]:
    """Say of each distance that is not kept whether a rule of the same weight asks a larger one of the same feature."""
    import numpy as np

    from .analysis.separation import governing

    out = list(results)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, result in enumerate(results):
        if result.rule.test == AT_LEAST and result.required is not None:
            groups[result.role, result.rule.severity].append(i)
    for members in groups.values():
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
