"""Which coordinate is preferred, on two communes whose scores are computed by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

shapely = pytest.importorskip("shapely")

from factory_locations.processing.analysis.best_pick import pick_best  # noqa: E402
from factory_locations.processing.analysis.coordinate_checks import Units  # noqa: E402

UNITS = {
    "commune": Units(
        np.array(["010101"], dtype=object),
        np.array([shapely.Polygon([(0, 0), (100, 0), (0, 100)])], dtype=object),  # a triangle: its box holds more
    )
}


def picked(rows, eligible=None):
    frame = pd.DataFrame([{"factory_id": "F", "commune_code": "010101", **row} for row in rows]).astype(object)
    frame = frame.where(frame.notna(), None)
    frame["loc_accuracy_m"] = pd.to_numeric(frame.get("loc_accuracy_m", pd.Series([np.nan] * len(rows))))
    xy = np.array([row["at"] for row in rows], dtype=float)
    return pick_best(frame, xy, UNITS, np.ones(len(rows), bool) if eligible is None else np.array(eligible))


def test_scores_by_hand():
    told = picked(
        [
            {"at": (10, 10), "loc_method": "map"},  # 50 m, in box and polygon
            {"at": (90, 90), "loc_method": "map"},  # in the box only
            {"at": (500, 500), "loc_method": "gps", "loc_accuracy_m": 20.0},
            {"at": (10, 10), "loc_method": "survey", "loc_reference_point": "entrance"},
        ]
    )
    assert told["score"].tolist() == pytest.approx([50 / 4, 50 / 2, 20 * 0.9, 1 / 4 * 0.9 * 0.9])
    assert told["passed"].tolist() == [2, 1, 0, 2]
    assert told["checks"].tolist() == [2, 2, 2, 2]
    assert told["preferred"].tolist() == [False, False, False, True]


def test_what_a_person_verified_always_wins():
    rows = [
        {"at": (10, 10), "loc_method": "survey", "loc_accuracy_m": 0.5},
        {"at": (90, 90), "loc_method": "gps", "loc_source": "Verified"},
    ]
    assert picked(rows)["preferred"].tolist() == [False, True]
    rows = [{**rows[0], "verified": False}, {"at": (500, 0), "loc_method": "address", "verified": True}]
    assert picked(rows)["preferred"].tolist() == [False, True]


def test_what_is_verified_but_has_no_place_or_is_abroad_does_not_compete():
    rows = [{"at": (np.nan, np.nan), "loc_method": "survey", "verified": True}, {"at": (10, 10), "loc_method": "gps"}]
    assert picked(rows)["preferred"].tolist() == [False, True]
    assert picked(rows, [False, True])["preferred"].tolist() == [False, True]
    rows[0]["at"] = (9e6, 9e6)
    assert picked(rows, [False, True])["preferred"].tolist() == [False, True]


def test_a_coordinate_abroad_does_not_compete():
    rows = [{"at": (10, 10), "loc_method": "unknown"}, {"at": (9e6, 9e6), "loc_method": "survey"}]
    told = picked(rows, [True, False])
    assert told["preferred"].tolist() == [True, False]
    assert np.isinf(told["score"][1])


def test_nobody_is_preferred_where_none_is_in_the_country():
    assert not picked([{"at": (9e6, 9e6)}, {"at": (8e6, 9e6)}], [False, False])["preferred"].any()


def test_of_equal_ones_the_latest():
    rows = [{"at": (10, 10), "loc_method": "gps", "loc_date": day} for day in ("2020-01-01", "2024-05-01", None)]
    assert picked(rows)["preferred"].tolist() == [False, True, False]


def test_one_is_preferred_of_each_factory():
    rows = [{"at": (10, 10), "factory_id": name, "loc_method": "gps"} for name in "ABABC"]
    told = picked(rows)
    assert told["preferred"].tolist() == [True, True, False, False, True]
