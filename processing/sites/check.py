"""Proposed sites: what every rule says of them, what is nearest to them, and where else they would pass.

The rules are judged by the same functions as a register's (`rule_check`, `role_check`); so is every place that is
offered instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..analysis.verdicts import EXEMPT, FAIL, NO_DATA, PASS, UNDECIDED
from ..checks.findings import Evidence, finding_rows, measure, sentences, summary_rows
from ..checks.role_check import DISTANCE_TESTS, check_roles, nearest_to_sites, unused
from ..checks.role_layers import RECEPTORS, WATER_SUPPLY, RoleFeatures
from ..checks.rule_check import UNCHECKED, RuleResult, check_parks, check_zoning, declared_index, folded
from ..frames import LayerFrame, Tick
from ..i18n import interface_locale, tr
from ..inputs import LICENCE, Areas, Factories, reach, texts
from ..messages import metres
from ..rules.pack import ZONE_PERMITS, Pack, Rule, isic_sections, permits_of
from .words import abroad

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.sites import Offer

# Ground around an alternative on which the verdict must hold (metres): a plot is no point.
AROUND_M = 50.0
# Within this distance (metres) a factory of the same name stands in the same place: coordinates are typed rounded.
SAME_PLACE_M = 1.0
# A boundary older than this is to be verified before acting, as in `check_locations` where nothing else is chosen.
BOUNDARY_AGE_YEARS = 5
VIOLATION, ASSESSMENT = "violation", "assessment"
# Kinds of alternatives, in the order of the codes in `analysis.sites`.
KINDS = ("park with room", "park", "zone")
# What a page says of a site that is no factory of the register.
NOT_REGISTERED: Mapping[str, str | None] = {"name_km": None, "factory_id": None, "licence_no": None}
# Digits of the codes of the national list.
_PROVINCE_DIGITS, _COMMUNE_DIGITS = 2, 6
_BY_CLASS = (RECEPTORS, WATER_SUPPLY)

NEAREST_FIELDS = (
    ("factory_id", "text"),
    ("role", "text"),
    ("class", "text"),
    ("feature_id", "text"),
    ("feature_name", "text"),
    ("distance_m", "real"),
    ("layer_name", "text"),
    ("layer_vintage", "text"),
)
ALTERNATIVE_FIELDS = (
    ("factory_id", "text"),
    ("rank", "integer"),
    ("kind", "text"),
    ("place_id", "text"),
    ("name", "text"),
    ("distance_m", "real"),
    ("verdict", "text"),
    ("remaining", "text"),
    ("room_ha", "real"),
    ("room", "text"),
    ("zone_code", "text"),
    ("around_m", "real"),
    ("tried", "integer"),
    ("passing", "integer"),
    ("longitude", "real"),
    ("latitude", "real"),
)
SITE_FIELDS = (
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("activity", "text"),
    ("size_class", "text"),
    ("accuracy_m", "real"),
    ("longitude", "real"),
    ("latitude", "real"),
    ("verdict", "text"),
    ("severity", "text"),
    ("zone_code", "text"),
    ("zone_name", "text"),
    ("zone_verdict", "text"),
    ("zone_reason", "text"),
    ("park_id", "text"),
    ("park_name", "text"),
    ("admin_code", "text"),
    ("admin_name", "text"),
    ("fails", "integer"),
    ("undecided", "integer"),
    ("no_data", "integer"),
    ("not_checked", "integer"),
    ("advice", "integer"),
    ("alternatives", "integer"),
    ("why", "text"),
    ("checked_on", "date"),
)


@dataclass(frozen=True)
class Surroundings:
    """What proposed sites are judged against.

    Attributes
    ----------
    zones : Areas or None
    parks : Areas or None
        One row a park, see `rule_check.merge_parks`.
    roles : mapping of role to its features
        With zoning and parks, where there are any, as the features of a role.
    register : Factories or None
        The factories that stand already.
    others : callable
        The other factories that a rule is about; None where there is no register.
    capacity_ha : mapping of park id to hectares
    ground_ha : (n,) float array or None
        Hectares of the ground of each factory of the register, NaN where not known.
    admin : Areas or None
    """

    zones: Areas | None = None
    parks: Areas | None = None
    roles: Mapping[str, RoleFeatures] = field(default_factory=dict)
    register: Factories | None = None
    others: Callable[[Rule], RoleFeatures | None] = lambda rule: None
    capacity_ha: Mapping[str, float] = field(default_factory=dict)
    ground_ha: np.ndarray | None = None
    admin: Areas | None = None

    @cached_property
    def layers(self) -> list[LayerFrame]:
        """Every layer that was read, once."""
        areas = [self.zones, self.parks, *self.roles.values(), self.admin]
        read = [layer for a in areas if a is not None for layer in a.layers]
        read += [self.register.layer] if self.register is not None else []
        once: dict[tuple[str, str, str], LayerFrame] = {}
        for layer in read:  # the first of each: zones and parks come with what this question finds, their roles do not
            once.setdefault((layer.role, layer.name, layer.source), layer)
        return list(once.values())


@dataclass(frozen=True)
class Assessment:
    """What became of n proposed sites; tables as they are written, geometries beside them."""

    sites: pd.DataFrame
    findings: pd.DataFrame
    points: np.ndarray
    lines: np.ndarray
    nearest: pd.DataFrame
    nearest_lines: np.ndarray
    alternatives: pd.DataFrame
    alternative_points: np.ndarray
    notes: Sequence[str] = ()
    site_notes: Sequence[tuple[str, str]] = ()  # id of the site, and what is to be said of it alone
    register: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)  # by id, as `NOT_REGISTERED`

    def all_notes(self) -> list[str]:
        """Return everything that is to be said, of the whole first."""
        return [*self.notes, *(note for _, note in self.site_notes)]


def assess(
    sites: Factories,
    around: Surroundings,
    pack: Pack,
    polygon_rule: str,
    wanted: int,
    today: date,
    ticks: Sequence[Tick],
) -> Assessment:
    """Judge proposed sites, and look for other places for those that fail.

    Parameters
    ----------
    wanted : int
        Alternatives a site, at most; 0: none are looked for.
    ticks : four callables
        For judging, explaining, measuring what is nearest and looking for alternatives.
    """
    sites = _known(sites, around.register)
    registered = _registered(sites, around.register)
    sites = _as_they_stand(sites, registered, around.register)
    results, home = judge(sites, around, pack, polygon_rule, ticks[0])
    told = [explained(result, sites, ticks[1]) for result in results]
    results = [one for one, _, _ in told]
    evidence, texts = [e for _, e, _ in told], [t for _, _, t in told]
    oldest = today.year - BOUNDARY_AGE_YEARS
    found, points, lines = finding_rows(results, evidence, texts, sites, ticks[1], all_rows=True, oldest=oldest)
    summary = summary_rows(results, evidence, texts, sites, home, around.parks, today)
    nearest, nearest_lines = nearest_rows(sites, around, ticks[2])
    offered, offered_points, notes = _alternatives(
        sites, summary["verdict"].to_numpy(), around, pack, polygon_rule, wanted, today, ticks[3]
    )
    counts = offered["factory_id"].value_counts()
    summary = summary.assign(
        size_class=sites.sizes,
        **_degrees(sites),
        **units(sites, around.admin),
        alternatives=[int(counts.get(id_, 0)) for id_ in sites.ids],
    )[[name for name, _ in SITE_FIELDS]]
    return Assessment(
        summary, found, points, lines, nearest, nearest_lines, offered, offered_points,
        unused(pack, around.roles),
        [*_abroad(summary, around.admin), *_doubts(sites, registered, around.register), *notes],
        _as_registered(sites, registered, around.register),
    )  # fmt: skip


def _abroad(summary: pd.DataFrame, admin: Areas | None) -> list[tuple[str, str]]:
    """Return the remark on each site that lies outside of the country."""
    roles = () if admin is None else ("admin",)
    places = summary[["factory_id", "longitude", "latitude", "admin_code", "admin_name"]].to_dict("records")
    told = [(str(site["factory_id"]), abroad(site, roles)) for site in places]
    return [(id_, sentence) for id_, sentence in told if sentence]


def _known(sites: Factories, register: Factories | None) -> Factories:
    """Return the sites with the factory of the register that each is."""
    import numpy as np

    if register is None:
        return sites
    # Of sites with the same id each has its number behind it.
    numbers = sites.layer.frame.index.tolist()
    meant = [(id_, id_.removesuffix(f" ({number})")) for id_, number in zip(sites.ids, numbers)]
    rows_of: dict[str, list[int]] = {id_: [] for pair in meant for id_ in pair}
    for row, id_ in enumerate(register.ids.tolist()):
        if id_ in rows_of:
            rows_of[id_].append(row)
    of_the_id = [sorted({row for id_ in pair for row in rows_of[id_]}) for pair in meant]
    itself = np.array([_itself(sites, i, register, rows) for i, rows in enumerate(of_the_id)], dtype="int64")
    return replace(sites, itself=itself)


def _registered(sites: Factories, register: Factories | None) -> np.ndarray:
    """Return whether each site is a factory of the register, without a doubt."""
    import numpy as np

    sure = np.zeros(len(sites.ids), dtype=bool)
    if register is not None and sites.itself is not None:
        for row in np.flatnonzero(sites.itself >= 0).tolist():
            sure[row] = _surely(sites, row, register, sites.itself[row])
    return sure


def _as_they_stand(sites: Factories, registered: np.ndarray, register: Factories | None) -> Factories:
    """Return the sites, those of the register judged as the check does: as new or not, and by the park they declare.

    Of any other site that no park is declared says nothing.
    """
    new = sites.new.copy()
    if register is not None and sites.itself is not None:
        new[registered] = register.new[sites.itself[registered]]
    return replace(sites, new=new, can_declare=sites.can_declare & registered)


def _doubts(sites: Factories, registered: np.ndarray, register: Factories | None) -> list[tuple[str, str]]:
    """Return the id of each site that may be a factory of the register, and a remark."""
    import numpy as np

    if register is None or sites.itself is None:
        return []
    itself = sites.itself
    said = tr(
        "Site {site} stands in the register already: factory {factory}. Distances to other factories leave that one "
        "out. If it is another factory, give the site another id or name."
    )
    remarks = []
    for row in np.flatnonzero((itself >= 0) & ~registered).tolist():
        id_, called = register.ids[itself[row]], register.names[itself[row]]
        factory = f"{id_} ({called})" if called and called != id_ else id_
        remarks.append((str(sites.ids[row]), said.format(site=sites.names[row] or sites.ids[row], factory=factory)))
    return remarks


def _surely(sites: Factories, row: int, register: Factories, factory: int) -> bool:
    """Return whether a site can be no other factory: it has the id, the place and, where it has one, the name."""
    import shapely

    id_, number = register.ids[factory], sites.layer.frame.index[row]
    name = sites.names[row]
    here, there = sites.geometries[row], register.geometries[factory]
    placed = here is None and there is None if None in (here, there) else shapely.dwithin(here, there, SAME_PLACE_M)
    named = not name or folded(name) in _names(register, factory)
    return bool(placed and named and sites.ids[row] in (id_, f"{id_} ({number})"))


def _as_registered(
    sites: Factories, registered: np.ndarray, register: Factories | None
) -> dict[str, dict[str, str | None]]:
    """Return what the head of a page says of each site besides its name: see `NOT_REGISTERED`."""
    khmer = [None] * len(sites.ids) if sites.names_km is None else sites.names_km.tolist()
    heads = {id_: {**NOT_REGISTERED, "name_km": name} for id_, name in zip(sites.ids.tolist(), khmer)}
    if register is None or sites.itself is None:
        return heads
    licensed = LICENCE in register.layer.frame
    for id_, factory in zip(sites.ids[registered].tolist(), sites.itself[registered].tolist()):
        licence = texts(register.layer.frame[LICENCE].iloc[[factory]])[0] if licensed else None
        heads[id_].update(factory_id=register.ids[factory], licence_no=licence)
    return heads


def _itself(sites: Factories, row: int, register: Factories, of_the_id: Sequence[int]) -> int:
    """Return the row of the factory that a site is: of its id, else of its name and place; -1 for none.

    Of several it is the nearest.
    """
    import numpy as np
    import shapely

    same = np.array(of_the_id, dtype="int64")
    if not len(same) and sites.names[row]:
        near = np.unique(register.tree.query(sites.geometries[row], predicate="dwithin", distance=SAME_PLACE_M))
        same = near[[folded(sites.names[row]) in _names(register, other) for other in near.tolist()]]
    away = shapely.distance(register.geometries[same], sites.geometries[row])
    return int(same[np.argmin(np.where(np.isnan(away), np.inf, away))]) if len(same) else -1


def _names(register: Factories, row: int) -> set[str]:
    """Return what a factory is called, in each language."""
    names = [register.names[row], None if register.names_km is None else register.names_km[row]]
    return {folded(name) for name in names if name}


def judge(
    sites: Factories, around: Surroundings, pack: Pack, polygon_rule: str, tick: Tick
) -> tuple[list[RuleResult], np.ndarray]:
    """Return the answer of every rule of the pack, and the park that each site stands in."""
    parks, home, exemption = check_parks(sites, around.parks, pack, polygon_rule, tick)
    zones = None if around.zones is None else _near(around.zones, sites)
    zoning = check_zoning(sites, zones, pack, polygon_rule, tick, exemption)
    others = check_roles(sites, around.roles, pack, polygon_rule, exemption, tick, around.others)
    return [*([zoning] if zoning is not None else []), *parks, *others], home


def _near(areas: Areas, sites: Factories) -> Areas:
    """Return the areas that the sites may stand in, with problems of their own: the layer itself is shared."""
    from ..analysis.areas import in_reach

    rows = in_reach(sites.geometries, float(reach(sites, areas).max(initial=0.0)), areas.geometries)
    return _some(replace(areas, layer=replace(areas.layer, problems=[])), rows)


def _some(areas: Areas, rows: np.ndarray) -> Areas:
    if isinstance(areas, RoleFeatures):
        return areas.subset(rows)
    return Areas(
        areas.layer,
        areas.geometries[rows],
        areas.ids[rows],
        areas.codes[rows],
        areas.names[rows],
        areas.vintages[rows],
    )


def explained(result: RuleResult, sites: Factories, tick: Tick) -> tuple[RuleResult, Evidence, np.ndarray]:
    """Return an answer with what was measured and its sentences; for a distance kept, the nearest feature as well."""
    import numpy as np

    kept = np.zeros(len(sites.ids), dtype=bool)
    if result.rule.test in DISTANCE_TESTS and isinstance(result.areas, RoleFeatures):
        kept = result.verdict == PASS
        near = nearest_to_sites(result.areas, sites, np.flatnonzero(kept), np.inf, tick).feature
        named, target = result.named.copy(), result.target.copy()
        named[kept] = target[kept] = near
        result = replace(result, named=named, target=target)
    result = _narrowed(result)
    # What is kept is measured like what is in doubt: to the feature, with the margin to what is asked.
    asked = replace(result, reason=np.where(kept, "distance_unsure", result.reason))
    evidence = measure(asked, sites, tick, depths=True)
    texts = sentences(result, sites, evidence.measured_m, tick)
    for row in np.flatnonzero(kept & (result.target >= 0) & (evidence.measured_m == evidence.measured_m)):
        label = result.areas.labels[result.target[row]] if result.areas is not None else ""
        nearest = tr("The nearest, {target}, is {distance} m away.")
        texts[row] += " " + nearest.format(target=label, distance=metres(evidence.measured_m[row]))
    return result, evidence, texts


def _narrowed(result: RuleResult) -> RuleResult:
    """Return an answer that holds only the features it names: tables are made of few sites, not of the whole layer."""
    import numpy as np

    if result.areas is None:
        return result
    used = np.unique(np.concatenate([result.named, result.target]))
    used = used[used >= 0]

    def moved(rows: np.ndarray) -> np.ndarray:
        return np.where(rows >= 0, np.searchsorted(used, rows), -1)

    areas = _some(result.areas, used)
    return replace(result, areas=areas, named=moved(result.named), target=moved(result.target))


def nearest_rows(sites: Factories, around: Surroundings, tick: Tick) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the nearest feature of each role and class to each site, columns of `NEAREST_FIELDS`, and lines to it."""
    import numpy as np
    import pandas as pd

    rows: list[tuple[Any, ...]] = []
    lines: list[Any] = []
    every = list(_asked(around))
    for done, (role, class_, features) in enumerate(every):
        near = nearest_to_sites(features, sites, np.arange(len(sites.ids)), np.inf, tick)
        ends, away = _to_features(sites, features, near.feature)
        for i, which in enumerate(near.feature.tolist()):
            if which >= 0:
                layer = features.layer_names[which] if len(features.layers) > 1 else features.layer.name
                name = features.labels[which] if features.names[which] else ""
                vintage = features.vintages[which]
                rows.append((sites.ids[i], role, class_, features.ids[which], name, away[i], layer, vintage))
                lines.append(ends[i] if away[i] > 0 else None)
        tick((done + 1) / len(every))
    table = pd.DataFrame(rows, columns=[name for name, _ in NEAREST_FIELDS], dtype=object)
    drawn = np.empty(len(lines), dtype=object)
    drawn[:] = lines
    order = np.lexsort((table["distance_m"].to_numpy("float64"), table["factory_id"].astype(str).to_numpy()))
    return table.iloc[order].reset_index(drop=True), drawn[order]


def _asked(around: Surroundings) -> Any:
    """Yield role, class and features of everything that the nearest is told of."""
    for role, features in around.roles.items():
        if role not in _BY_CLASS:
            yield role, "", features
            continue
        for class_ in sorted(features.given):
            part = features.part([class_])
            if len(part.geometries):
                yield role, class_, part
    register = around.others(_ANY) if around.register is not None else None
    if register is not None and len(register.geometries):
        yield "factories", "", register


_ANY = Rule("", None, "", "", None, "", "", role="factories")  # type: ignore[arg-type]


def _to_features(sites: Factories, features: RoleFeatures, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the shortest line from each site to its feature, its geodesic length, 0 inside; None, NaN if none."""
    import numpy as np
    import shapely

    from ..analysis.crs import geodesic_m

    target = np.append(features.geometries, None)[which]
    target[shapely.is_missing(sites.geometries)] = None
    lines = shapely.reverse(shapely.shortest_line(target, sites.geometries))
    away = np.full(len(which), np.nan)
    known = ~shapely.is_missing(lines)
    ends = shapely.get_coordinates(lines[known]).reshape(-1, 2, 2)
    away[known] = np.round(geodesic_m(ends[:, 0], ends[:, 1], sites.layer.frame.crs.to_wkt()), 2)
    return lines, away


def units(sites: Factories, admin: Areas | None) -> dict[str, Any]:
    """Return code and name of the administrative unit of each site.

    Where a layer holds units of several levels, the code is that of the smallest, the name that of all, the smallest
    first. Where it holds no provinces, the name of the province is told by the code: a commune alone says little.
    """
    import numpy as np
    import shapely

    from ..analysis.areas import in_reach

    codes = np.full(len(sites.ids), None, dtype=object)
    names = codes.copy()
    if admin is None:
        return {"admin_code": codes, "admin_name": names}
    near = in_reach(sites.geometries, 0.0, admin.geometries)
    near = near[np.argsort(shapely.area(admin.geometries[near]), kind="stable")]
    middle = shapely.point_on_surface(sites.geometries)
    for i, point in enumerate(middle):
        holding = near[shapely.intersects(admin.geometries[near], point)] if point is not None else near[:0]
        if len(holding):
            codes[i] = admin.codes[holding[0]] or None
            inside = [name for name in map(_called, admin.codes[holding], admin.names[holding]) if name]
            names[i] = ", ".join(inside + _province_around(admin.codes[holding], inside)) or None
    return {"admin_code": codes, "admin_name": names}


def _called(code: str | None, name: str | None) -> str | None:
    """Return what a unit is called: in a Khmer window a province by its Khmer name, by its code."""
    from ..analysis.admin_units import read_code
    from ..gazetteer import province_names

    if not interface_locale().startswith("km"):
        return name
    known = read_code(str(code or ""), _COMMUNE_DIGITS) or ""
    return province_names()[known][1] if known in province_names() else name


def _province_around(codes: Sequence[str | None], names: Sequence[str]) -> list[str]:
    """Return the name of the province around districts or communes of these codes, in the script of their names.

    Nothing where one of the codes is a province's own, or none says which one it is.
    """
    from ..analysis.admin_units import read_code
    from ..gazetteer import province_names

    known = [code for text in codes if (code := read_code(str(text or ""), _COMMUNE_DIGITS))]
    if not known or min(map(len, known)) <= _PROVINCE_DIGITS:
        return []
    latin, khmer = province_names().get(known[0][:_PROVINCE_DIGITS], ("", ""))
    name = khmer if any("\u1780" <= sign <= "\u17ff" for sign in "".join(names)) else latin
    return [name] if name and name not in names else []


def degrees_of(sites: Factories) -> np.ndarray:
    """Return longitude and latitude (WGS 84) of each site, (n, 2), NaN where it has no place."""
    import numpy as np
    import shapely

    from ..analysis.crs import operation

    middle = shapely.point_on_surface(sites.geometries)
    xy = np.column_stack([shapely.get_x(middle), shapely.get_y(middle)])
    degrees = np.full(xy.shape, np.nan)
    known = np.isfinite(xy).all(axis=1)
    degrees[known] = operation(sites.layer.frame.crs.to_wkt(), "EPSG:4326").points(xy[known])
    return degrees


def _degrees(sites: Factories) -> dict[str, Any]:
    import numpy as np

    degrees = degrees_of(sites)
    return {"longitude": np.round(degrees[:, 0], 6), "latitude": np.round(degrees[:, 1], 6)}


def proposed(points: np.ndarray, like: Factories, row: int, accuracy_m: float) -> Factories:
    """Return proposed sites at other points, otherwise like one site."""
    import numpy as np

    n = len(points)

    def same(column: np.ndarray) -> np.ndarray:
        return np.repeat(column[row : row + 1], n)

    return Factories(
        layer=replace(like.layer, notes=np.full(n, None, dtype=object), problems=[]),
        ids=np.array([f"{like.ids[row]}/{i + 1}" for i in range(n)], dtype=object),
        names=same(like.names),
        provinces=np.full(n, None, dtype=object),
        declared=np.full(n, None, dtype=object),
        activities=same(like.activities),
        accuracy=np.full(n, accuracy_m),
        stated=np.ones(n, dtype=bool),
        methods=np.full(n, None, dtype=object),
        sizes=same(like.sizes),
        new=np.full(n, True, dtype=object),
        geometries=points,
        polygonal=False,
        can_declare=np.zeros(n, dtype=bool),
        itself=None if like.itself is None else same(like.itself),
    )


def grades(results: Sequence[RuleResult]) -> np.ndarray:
    """Return what each place is worth, in the codes of `analysis.sites`.

    Only what was checked and kept passes: a prohibition that is broken, in doubt or without data refuses a place.
    A rule for which no layer was given says nothing of any place; it is named with the offer.
    """
    import numpy as np

    from ..analysis.sites import PASSES, REFUSED, TO_ASSESS

    out = np.full(len(results[0].verdict) if results else 0, PASSES)
    for severity, grade in ((ASSESSMENT, TO_ASSESS), (VIOLATION, REFUSED)):
        for result in results:
            if result.rule.severity == severity:
                open_ = np.isin(result.verdict, (FAIL, UNDECIDED, NO_DATA)) & ~np.isin(result.reason, UNCHECKED)
                out[open_] = grade
    return out


def permitted(around: Surroundings, pack: Pack, activity: str) -> np.ndarray:
    """Return the zones whose code permits an activity, on condition or without."""
    import numpy as np
    import shapely

    from ..analysis import activities as act

    rule = pack.rule(ZONE_PERMITS)
    if around.zones is None or rule is None:
        return np.empty(0, dtype="int64")
    zone, codes = act.factorise(code or None for code in around.zones.codes)
    listed = [code if code is None else str(code) for code in codes]
    permits = {code: permits_of(z) for code, z in rule.zones.items()}
    outcome = act.permits_matrix([activity], listed, permits, isic_sections())[0][zone]
    fine = np.isin(outcome, (act.PERMITTED, act.CONDITIONAL)) & ~shapely.is_missing(around.zones.geometries)
    return np.flatnonzero(fine)


def room_in_parks(around: Surroundings) -> tuple[np.ndarray, np.ndarray]:
    """Return the room of each park in hectares, NaN where not known, and the register's factories in it."""
    import numpy as np

    from ..analysis.sites import room

    parks, register = around.parks, around.register
    if parks is None:
        return np.empty(0), np.empty(0, dtype="int64")
    capacity = np.array([around.capacity_ha.get(id_, np.nan) for id_ in parks.ids])
    if register is None or around.ground_ha is None:
        return np.full(len(capacity), np.nan), np.zeros(len(capacity), dtype="int64")
    declared = declared_index(register, parks)
    return room(capacity, around.ground_ha, np.where(declared >= 0, declared, _standing_in(register, parks)))


def _standing_in(register: Factories, parks: Areas) -> np.ndarray:
    """Return the park that each factory stands in, -1 for none."""
    import numpy as np
    import shapely

    holder = np.full(len(register.ids), -1, dtype="int64")
    park, factory = shapely.STRtree(shapely.point_on_surface(register.geometries)).query(
        parks.geometries, predicate="intersects"
    )
    holder[factory[::-1]] = park[::-1]
    return holder


def _alternatives(
    sites: Factories,
    verdicts: np.ndarray,
    around: Surroundings,
    pack: Pack,
    polygon_rule: str,
    wanted: int,
    today: date,
    tick: Tick,
) -> tuple[pd.DataFrame, np.ndarray, list[tuple[str, str]]]:
    """Return the alternatives of all sites that fail, columns of `ALTERNATIVE_FIELDS`, their points, and remarks.

    A remark comes with the id of the site that it is about.
    """
    import numpy as np
    import pandas as pd

    columns = [name for name, _ in ALTERNATIVE_FIELDS]
    tables, points, notes = [pd.DataFrame({name: pd.Series([], dtype=object) for name in columns})], [], []
    failing = np.flatnonzero((verdicts == FAIL) & np.array([g is not None for g in sites.geometries], dtype=bool))
    rooms = room_in_parks(around) if wanted and len(failing) else (np.empty(0), np.empty(0))
    for done, row in enumerate(failing.tolist() if wanted else []):
        search = _Search(sites, row, around, pack, polygon_rule, rooms, tick)
        table, at = search.offers(wanted, today)
        tables.append(table)
        points.append(at)
        if not len(table):
            notes.append((str(sites.ids[row]), search.nothing()))
        tick((done + 1) / len(failing))
    tables = [table for table in tables if len(table)] or tables[:1]
    joined = pd.concat(tables, ignore_index=True)
    return joined, np.concatenate(points) if points else np.empty(0, dtype=object), notes


class _Search:
    """Looks for other places for one site."""

    def __init__(
        self,
        sites: Factories,
        row: int,
        around: Surroundings,
        pack: Pack,
        polygon_rule: str,
        rooms: tuple[np.ndarray, np.ndarray],
        tick: Tick,
    ) -> None:
        import shapely

        self._sites, self._row, self._around, self._pack = sites, row, around, pack
        self._rule, self._rooms, self._tick = polygon_rule, rooms, tick
        shape = sites.geometries[row]
        self._from = shapely.point_on_surface(shape)
        # Premises need the ground they have; a point, some ground around it.
        self._around_m = max(AROUND_M, float(shapely.minimum_bounding_radius(shape)))
        self._zones = permitted(around, pack, sites.activities[row])

    def nothing(self) -> str:
        """Say that no place was found, and why as far as that is known."""
        name = self._sites.names[self._row] or self._sites.ids[self._row]
        if self._around.parks is None and self._around.zones is None:
            said = tr("Site {site}: no other place can be offered without a zoning or parks layer.")
        else:
            said = tr("Site {site}: none of the places tried in parks and permitted zones keeps every prohibition.")
        return said.format(site=name)

    def offers(self, wanted: int, today: date) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the alternatives and their points."""
        import numpy as np
        import pandas as pd

        from ..analysis.sites import PARK, PARK_WITH_ROOM, ZONE, ranked

        kinds: list[int] = []
        offers: list[Offer] = []
        places: list[int] = []
        for kind, rows in (*self._parks(PARK_WITH_ROOM, PARK), (ZONE, self._zones)):
            grounds = self._around.zones if kind == ZONE else self._around.parks
            for offer in self._tried(grounds, rows, wanted):
                kinds.append(kind)
                offers.append(offer)
                places.append(int(rows[offer.ground]))
        chosen = ranked(kinds, offers, wanted)
        if not chosen:
            return pd.DataFrame(columns=[name for name, _ in ALTERNATIVE_FIELDS], dtype=object), np.empty(0, object)
        points = np.array([offers[i].point for i in chosen], dtype=object)
        table = self._told([kinds[i] for i in chosen], [offers[i] for i in chosen], [places[i] for i in chosen], today)
        return table, points

    def _parks(self, with_room: int, other: int) -> list[tuple[int, np.ndarray]]:
        """Return the parks that have room, and those of which that is not known; full ones are left out."""
        import numpy as np

        rooms = self._rooms[0]
        return [(with_room, np.flatnonzero(rooms > 0)), (other, np.flatnonzero(np.isnan(rooms)))]

    def _tried(self, grounds: Areas | None, rows: np.ndarray, wanted: int) -> list[Offer]:
        from ..analysis.sites import search

        if grounds is None or not len(rows):
            return []
        shapes = grounds.geometries[rows]
        return search(shapes, self._from, self._around_m, self._grade, wanted, lambda _: self._tick(0.0))

    def _judged(self, points: np.ndarray) -> tuple[Factories, list[RuleResult], np.ndarray]:
        places = proposed(points, self._sites, self._row, self._around_m)
        return places, *judge(places, self._around, self._pack, self._rule, lambda _: self._tick(0.0))

    def _grade(self, points: np.ndarray) -> np.ndarray:
        return grades(self._judged(points)[1])

    def _told(self, kinds: Sequence[int], offers: Sequence[Offer], places: Sequence[int], today: date) -> pd.DataFrame:
        import numpy as np
        import pandas as pd
        import shapely

        from ..analysis.crs import geodesic_m

        points = np.array([offer.point for offer in offers], dtype=object)
        trial, results, home = self._judged(points)
        told = [explained(result, trial, self._tick) for result in results]
        summary = summary_rows(
            [r for r, _, _ in told], [e for _, e, _ in told], [t for _, _, t in told], trial, home, self._around.parks,
            today,
        )  # fmt: skip
        here = np.repeat(shapely.get_coordinates(self._from), len(offers), axis=0)
        away = geodesic_m(here, shapely.get_coordinates(points), self._sites.layer.frame.crs.to_wkt())
        grounds = [self._ground(kind, place) for kind, place in zip(kinds, places)]
        rooms = [self._room(kind, place) for kind, place in zip(kinds, places)]
        return pd.DataFrame(
            {
                "factory_id": self._sites.ids[self._row],
                "rank": range(1, len(offers) + 1),
                "kind": [KINDS[kind] for kind in kinds],
                "place_id": [id_ for id_, _ in grounds],
                "name": [name for _, name in grounds],
                "distance_m": np.round(away, 1),
                "verdict": summary["verdict"].to_numpy(),
                "remaining": [_remaining(told, i) for i in range(len(offers))],
                "room_ha": [room for room, _ in rooms],
                "room": [said for _, said in rooms],
                "zone_code": summary["zone_code"].to_numpy(),
                "around_m": round(self._around_m, 1),
                "tried": [offer.tried for offer in offers],
                "passing": [offer.passing for offer in offers],
                **_degrees(trial),
            }
        )[[name for name, _ in ALTERNATIVE_FIELDS]]

    def _ground(self, kind: int, place: int) -> tuple[str, str]:
        areas = self._around.zones if KINDS[kind] == "zone" else self._around.parks
        return (areas.ids[place], areas.labels[place]) if areas is not None else ("", "")

    def _room(self, kind: int, place: int) -> tuple[float | None, str | None]:
        if KINDS[kind] == "zone":
            return None, None
        room, factories = self._rooms[0][place], int(self._rooms[1][place])
        if room != room:
            return None, tr("room not known")
        return round(float(room), 2), tr("room {hectares} ha; factories there: {count}").format(
            hectares=f"{room:,.1f}", count=factories
        )


def _remaining(told: Sequence[tuple[RuleResult, Evidence, np.ndarray]], row: int) -> str:
    """Return what still has to be looked at in one place: what only asks for assessment or advises, and conditions."""
    parts, unchecked = [], []
    for result, _, sentence in told:
        verdict, reason = result.verdict[row], result.reason[row]
        if reason in UNCHECKED:
            unchecked.append(result.rule.id)
        elif reason == "conditional" or verdict not in (None, PASS, EXEMPT):
            parts.append(f"{result.rule.id}: {sentence[row]}")
    if unchecked:
        parts.append(tr("Not checked for want of a layer: {rules}.").format(rules=", ".join(unchecked)))
    return "\n".join(parts)
