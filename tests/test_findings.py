"""From verdicts to rows: ids that last, distances that are right, sentences that are true."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from factory_locations.processing.checks import findings
from factory_locations.tests import layers as L

pytestmark = pytest.mark.usefixtures("qgis_app")


class TestIds:
    def test_factories_of_one_id_are_told_apart_by_their_features(self):
        ids = np.array(["A", "B", "A", "A#2", "A#3", "feature 7", "feature 7", "ភ"], dtype=object)
        numbers = np.array([4, 2, 3, 1, 5, 6, 7, 8])
        unique = findings.unique_ids(ids, numbers)
        assert len(set(unique)) == len(ids)
        assert unique[[1, 3, 4, 7]].tolist() == ["B", "A#2", "A#3", "ភ"]  # as ever
        order = np.array([2, 7, 0, 6, 1, 5, 4, 3])
        assert findings.unique_ids(ids[order], numbers[order]).tolist() == unique[order].tolist()

    def test_a_finding_keeps_its_id_from_run_to_run(self):
        """An exception recorded last month must match: this value may never change."""
        assert findings.finding_id("F1", "KH-ZON-01", "Z1") == "07b1855b6f2194cb"

    def test_different_findings_have_different_ids(self):
        parts = ["", "F1", "F", "1", "Z1", "1Z1", "KH-ZON-01", "ភ"]
        keys = {(a, b, c) for a in parts for b in parts for c in parts}
        assert len({findings.finding_id(*key) for key in keys}) == len(keys)


class TestTakenValues:
    def test_minus_one_and_nothing_are_none(self):
        values = np.array(["a", "", "c"], dtype=object)
        assert findings.at(values, np.array([0, 1, 2, -1])).tolist() == ["a", None, "c", None]
        assert findings.at(np.array([], dtype=object), np.array([-1])).tolist() == [None]


def checked(run, tmp_path, factories, zones=None, parks=None, **options) -> list[dict]:
    """Return the findings of a run, every row."""
    given = {"ZONING": zones, "PARKS": parks}
    out = tmp_path / "out.gpkg"
    run(
        "check_locations",
        {
            "FACTORIES": factories,
            "OUTPUT": str(out),
            "ALL_ROWS": True,
            **{k: v for k, v in given.items() if v},
            **options,
        },
    )
    return L.rows(out, "findings")


def zone_row(rows: list[dict], factory: str) -> dict:
    (row,) = [row for row in rows if row["factory_id"] == factory and row["rule_id"] == "KH-ZON-01"]
    return row


class TestConditions:
    """LIND permits 14 freely and 17 on a condition of its own; RES permits 14 on another."""

    ZONES = ((L.box(0, 0, 1000), "Z1", "LIND", "Light"), (L.box(1000, 0, 1000), "Z2", "RES", "Homes"))

    def test_the_zone_stood_in_sets_it(self, run, tmp_path):
        rows = checked(
            run, tmp_path, L.factories([(L.point(1010, 500), "F1", "n", "1410", 20.0)]), L.zoning(self.ZONES)
        )
        row = zone_row(rows, "F1")
        assert (row["verdict"], row["reason"], row["feature_id"]) == ("pass", "conditional", "Z2")
        assert row["message"].startswith("Zone RES (Homes) permits activity 1410")
        assert "Small workshops only" in row["message"]

    def test_a_zone_in_reach_sets_it(self, run, tmp_path):
        """The zone stood in permits the activity outright: saying so of its other condition would be untrue."""
        rows = checked(run, tmp_path, L.factories([(L.point(990, 500), "F1", "n", "1410", 20.0)]), L.zoning(self.ZONES))
        row = zone_row(rows, "F1")
        assert (row["verdict"], row["reason"], row["feature_id"]) == ("pass", "conditional", "Z1")
        assert row["message"].startswith(
            "With an accuracy of 20 m the factory may also stand in zone RES (Homes), which"
        )
        assert "Small workshops only" in row["message"]
        assert "waste-water" not in row["message"]

    def test_a_zone_under_part_of_the_premises_sets_it(self, run, tmp_path):
        premises = L.factories([(L.box(940, 500, 100, 10), "F1", "n", "1410")], geometry_type="Polygon")
        row = zone_row(checked(run, tmp_path, premises, L.zoning(self.ZONES)), "F1")
        assert (row["verdict"], row["reason"], row["feature_id"]) == ("pass", "conditional", "Z1")
        assert row["message"].startswith("Part of the premises lies in zone RES (Homes), which permits activity 1410")
        assert "Small workshops only" in row["message"]


def test_braces_in_names_are_left_alone(run, tmp_path):
    zones = L.zoning([(L.box(0, 0, 1000), "{area}", "LIND", "{activity} {0} %s")])
    row = zone_row(checked(run, tmp_path, L.factories([(L.point(500, 500), "{id}", "n", "2011")]), zones), "{id}")
    assert "Zone LIND ({activity} {0} %s) does not permit activity 2011" in row["message"]


def test_evidence_runs_from_the_factory_to_the_border_and_is_as_long_as_it_says(run, tmp_path):
    rng = np.random.default_rng(5)
    xy = rng.uniform(-2000, 2000, (60, 2))
    xy = xy[np.abs(xy).max(axis=1) > 600]
    places = [(L.point(float(x), float(y)), f"F{i}", "n", "1410", 0.0, None, "P1") for i, (x, y) in enumerate(xy)]
    parks = L.parks([(L.box(-500, -500, 1000), "P1", "Park")])
    out = tmp_path / "out.gpkg"
    run("check_locations", {"FACTORIES": L.factories(places), "PARKS": parks, "OUTPUT": str(out)})
    lines = L.shapes(out, "evidence")
    rows = L.rows(out, "evidence")
    park = shapely.from_wkt(L.box(-500, -500, 1000))
    assert len(rows) == len(xy)
    for line, row in zip(lines, rows):
        start, end = shapely.points(shapely.get_coordinates(line))
        expected = xy[int(row["factory_id"][1:])] + [L.X0, L.Y0]
        assert (start.x, start.y) == pytest.approx(tuple(expected))
        assert shapely.distance(end, park.boundary) < 1e-6
        assert row["measured_m"] == pytest.approx(shapely.distance(start, park) / 0.9996, rel=1e-4, abs=0.01)
