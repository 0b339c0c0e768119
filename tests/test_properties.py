"""What must hold of every check, on random ground: promises that no single example can show."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from factory_locations.processing.paths import DEFAULT_PACK as ZONING_PACK
from factory_locations.tests import layers as L
from factory_locations.tests.test_check_roles import PACK

pytestmark = pytest.mark.slow

SIZE, COUNT = 6000.0, 70
ORIGIN = np.array([L.X0, L.Y0])
CODES = ("RES", "COM", "LIND", "HIND", "AGR")
ISIC = ("1410", "2011", "2610", "1071", "20", None)
NAMED = (("id", "text"), ("name", "text"), ("vintage", "integer"))
FIELDS = (*L.FACTORY_FIELDS, ("size_class", "text"), ("status", "text"))
DECIDED = ("pass", "fail")


class World:
    """Random factories, zones, parks, schools and protected land; every feature has an id of its own."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        seeds = shapely.multipoints(rng.uniform(0, SIZE, (25, 2)) + ORIGIN)
        cells = shapely.get_parts(shapely.voronoi_polygons(seeds))
        ground = shapely.box(L.X0, L.Y0, L.X0 + SIZE, L.Y0 + SIZE)
        cells = shapely.intersection(cells, ground)
        cells = cells[~shapely.is_empty(cells)]
        corners = rng.choice([(x, y) for x in range(8) for y in range(8)], 12, replace=False) * SIZE / 8
        boxes = [L.box(float(x), float(y), *rng.uniform(500, 740, 2).tolist()) for x, y in corners]
        self.zones = [(c.wkt, f"Z{i:02d}", CODES[rng.integers(5)], "", 2020) for i, c in enumerate(cells) if i % 7]
        self.parks = [(wkt, f"P{i}", f"Park {i}", 2019) for i, wkt in enumerate(boxes[:6])]
        self.protected = [(wkt, f"N{i}", f"Forest {i}", 2015) for i, wkt in enumerate(boxes[6:])]
        self.schools = [
            (L.point(*xy.tolist()), f"S{i}", f"School {i}", 2024) for i, xy in enumerate(rng.uniform(0, SIZE, (9, 2)))
        ]
        places = rng.uniform(-300, SIZE + 300, (COUNT, 2)).tolist()
        self.factories = [
            (
                L.point(*place),
                f"F{i:02d}",
                f"Factory {i}",
                ISIC[rng.integers(6)],
                (0.0, 20.0, 150.0, 400.0)[rng.integers(4)],
                "12",
                (None, "P1", "P4")[rng.integers(3)],
                (None, "small", "large")[rng.integers(3)],
                (None, "functional", "projected")[rng.integers(3)],
            )
            for i, place in enumerate(places)
        ]

    def given(self, order=lambda rows: rows) -> dict:
        far = [(L.point(9e4, 9e4), "H", "Hospital", 2024)]
        return {
            "FACTORIES": L.layer("Point", FIELDS, order(self.factories), name="register"),
            "ZONING": L.zoning(order(self.zones)),
            "PARKS": L.parks(order(self.parks)),
            "SCHOOLS": L.layer("Point", NAMED, order(self.schools), name="schools"),
            "HOSPITALS": L.layer("Point", NAMED, far, name="hospitals"),
            "PROTECTED": L.layer("Polygon", NAMED, order(self.protected), name="protected"),
        }


@pytest.fixture(scope="module", params=range(3))
def world(request, qgis_app):
    return World(request.param)


@pytest.fixture
def judge(run, tmp_path):
    """Judge a world by the shipped pack and by the pack of roles; findings by factory and rule."""
    (tmp_path / "roles.yaml").write_text(PACK, encoding="utf-8")
    count = itertools.count()

    def go(given: dict, packs=("", str(tmp_path / "roles.yaml")), **options) -> dict:
        out = {}
        for pack in packs:
            path = str(tmp_path / f"{next(count)}.gpkg")
            run("check_locations", {**given, "RULES": pack, "ALL_ROWS": True, "OUTPUT": path, **options})
            out.update({(r["factory_id"], r["rule_id"]): r for r in L.rows(path, "findings")})
        return out

    return go


def test_a_decision_only_ever_removes_what_is_not_kept(world, judge):
    before = judge(world.given())
    open_ = [r for r in before.values() if r["verdict"] in ("fail", "undecided")]
    assert len(open_) > 20
    accepted = {r["finding_id"] for r in open_[::2]}
    others = [r["finding_id"] for r in before.values() if r["verdict"] in ("pass", "no data")][::3]
    fields = (("finding_id", "text"), ("decision", "text"))
    table = L.layer("NoGeometry", fields, [(None, f, "accepted") for f in (*accepted, *others)], name="decisions")
    after = judge(world.given(), EXCEPTIONS=table)
    assert before.keys() == after.keys()
    for key, was in before.items():
        expected = "exempt" if was["finding_id"] in accepted else was["verdict"]
        assert after[key]["verdict"] == expected, key


def test_exempting_parks_only_ever_removes_fails(world, judge, tmp_path):
    text = ZONING_PACK.read_text(encoding="utf-8").replace("    test: zone permits\n", "    test: zone permits\n{}", 1)
    found = []
    for name, exempt in (("plain", ""), ("exempting", "    exempt_inside: parks\n")):
        (tmp_path / f"{name}.yaml").write_text(text.replace("{}", exempt, 1), encoding="utf-8")
        found.append(judge(world.given(), packs=[str(tmp_path / f"{name}.yaml")]))
    plain, exempting = found
    changed = [key for key in plain if plain[key]["verdict"] != exempting[key]["verdict"]]
    assert changed
    for key in changed:
        assert exempting[key]["reason"] in ("inside_park", "park_edge"), key


def test_a_better_coordinate_never_turns_one_decided_verdict_into_another(world, judge):
    def with_accuracy(share: float) -> dict:
        rows = [(*row[:4], row[4] * share, *row[5:]) for row in world.factories]
        return {**world.given(), "FACTORIES": L.layer("Point", FIELDS, rows, name="register")}

    coarse, middle, exact = (judge(with_accuracy(share)) for share in (1, 0.4, 0))
    decided = 0
    for first, second in ((coarse, middle), (middle, exact)):
        for key, was in first.items():
            if was["verdict"] in DECIDED:
                decided += 1
                assert second[key]["verdict"] == was["verdict"], (key, was["message"], second[key]["message"])
    assert decided > 200
    assert sum(r["verdict"] == "undecided" for r in coarse.values()) > sum(
        r["verdict"] == "undecided" for r in exact.values()
    )


def straight_away(shape, rng, steps) -> list[tuple]:
    """Factories that step away from a convex shape, along six straight lines, each with an accuracy."""
    rows = []
    for i, angle in enumerate(rng.uniform(0, 2 * np.pi, 6)):
        start = np.array([L.X0 + 400 * np.cos(angle), L.Y0 + 400 * np.sin(angle)])
        foot = shapely.get_coordinates(shapely.shortest_line(shape, shapely.Point(start)))[0]
        along = (start - foot) / np.hypot(*(start - foot))
        accuracy = float([0, 25, 120][i % 3])
        rows += [
            (shapely.Point(foot + along * step).wkt, f"{i}-{k:02d}", "", "2011", accuracy, None, None, "medium", None)
            for k, step in enumerate(steps)
        ]
    return rows


def test_moving_away_never_turns_a_pass_into_a_fail(judge):
    """From a school, or from a campus without dents: the distance grows with every step."""
    rng = np.random.default_rng(7)
    campus = shapely.convex_hull(shapely.multipoints(rng.uniform(-200, 200, (9, 2)) + ORIGIN))
    rank = {"fail": 0, "undecided": 1, "pass": 2}
    steps = np.linspace(0, 900, 25)
    for shape in (shapely.Point(L.X0, L.Y0), campus):
        rows = straight_away(shape, rng, steps)
        found = judge(
            {
                "FACTORIES": L.layer("Point", FIELDS, rows, name="register"),
                "SCHOOLS": L.layer(shape.geom_type, NAMED, [(shape.wkt, "S", "School", 2024)], name="schools"),
                "HOSPITALS": L.layer("Point", NAMED, [(L.point(9e4, 9e4), "H", "H", 2024)], name="hospitals"),
                "ZONING": L.zoning([(L.box(-5000, -5000, 10_000), "Z", "HIND", "", 2020)]),
            }
        )
        for rule, i in itertools.product(("T-SCHOOL", "T-SIZE"), range(6)):
            ranks = [rank[found[f"{i}-{k:02d}", rule]["verdict"]] for k in range(len(steps))]
            assert ranks == sorted(ranks), (rule, i, ranks)
            assert ranks[-1] == 2
            assert ranks[0] == 0 or (rule, i % 3) == ("T-SIZE", 2)  # 120 m of accuracy against 100 m asked


def test_the_order_of_features_does_not_matter(world, judge):
    rng = np.random.default_rng(1)

    def shuffled(rows):
        return [rows[i] for i in rng.permutation(len(rows))]

    def essence(found):
        names = ("finding_id", "verdict", "reason", "feature_id", "measured_m", "margin_m", "governed_by", "severity")
        return {
            key: ([r[name] for name in names], sorted((r["candidates"] or "").split("; "))) for key, r in found.items()
        }

    assert essence(judge(world.given())) == essence(judge(world.given(shuffled)))
