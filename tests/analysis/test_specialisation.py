"""Location quotients by hand, the edges of 0 / 0, small numbers, and a plain double loop as another way."""

from __future__ import annotations

import numpy as np
import pytest
from factory_locations.processing.analysis import specialisation as sp

NAN = float("nan")


def ask(cluster, sector, province=None, employees=None, *, by_employees=False):
    n = len(cluster)
    return sp.sectors_of(
        np.array(cluster, dtype="int64"),
        np.array(sector, dtype="int64"),
        np.array(province if province is not None else [-1] * n, dtype="int64"),
        np.array(employees if employees is not None else [NAN] * n, dtype="float64"),
        by_employees=by_employees,
    )


def rows(found):
    return {(int(c), int(s)): i for i, (c, s) in enumerate(zip(found.cluster, found.sector))}


@pytest.mark.parametrize(
    ("part", "whole", "reference", "total", "wanted"),
    [
        (3, 4, 10, 40, 3.0),  # three quarters against one quarter
        (1, 4, 10, 40, 1.0),
        (4, 4, 40, 40, 1.0),  # a country of one sector
        (0, 4, 10, 40, 0.0),  # none of it here
        (0, 4, 0, 40, NAN),  # none of it anywhere
        (0, 0, 10, 40, NAN),  # nothing here
        (0, 0, 0, 0, NAN),
    ],
)
def test_the_quotient_and_its_edges(part, whole, reference, total, wanted):
    (found,) = sp.location_quotient(*(np.array([v], dtype="float64") for v in (part, whole, reference, total)))
    assert found == pytest.approx(wanted, nan_ok=True)


def test_by_factories_the_country_is_all_of_them():
    # Cluster 0: three of sector 0 and one of 1. Noise: one of sector 0, five of sector 1. The country: 4 and 6 of 10.
    found = ask([0] * 4 + [-1] * 6, [0, 0, 0, 1] + [0] + [1] * 5)
    at = rows(found)
    assert found.quotient[at[0, 0]] == pytest.approx((3 / 4) / (4 / 10))
    assert found.quotient[at[0, 1]] == pytest.approx((1 / 4) / (6 / 10))
    assert found.factory_share[at[0, 0]] == 0.75
    assert np.isnan(found.province_quotient).all()  # no province is known
    assert (found.province_weight == sp.NO_QUOTIENT).all()


def test_by_employees_those_without_a_number_do_not_count():
    found = ask([0, 0, 0, -1, -1], [0, 0, 1, 0, 1], employees=[90, NAN, 10, 10, 90], by_employees=True)
    at = rows(found)
    assert found.quotient[at[0, 0]] == pytest.approx((90 / 100) / (100 / 200))
    assert found.factories[at[0, 0]] == 2  # the one without a number is a factory all the same
    assert found.employees[at[0, 0]] == 90
    assert found.employee_share[at[0, 1]] == pytest.approx(0.1)


def test_a_cluster_whose_employees_nobody_knows_has_no_quotient():
    found = ask([0, 0, -1], [0, 0, 0], employees=[NAN, NAN, 5], by_employees=True)
    assert np.isnan(found.quotient).all()
    assert np.isnan(found.employees).all()
    assert (found.weight == sp.NO_QUOTIENT).all()


def test_nobody_employed_is_known_and_zero():
    found = ask([0, 0, -1], [0, 1, 0], employees=[0, 7, 5], by_employees=True)
    at = rows(found)
    assert found.employees[at[0, 0]] == 0
    assert found.quotient[at[0, 0]] == 0


def test_a_factory_without_a_sector_is_in_no_share():
    found = ask([0, 0, 0, -1], [0, 0, -1, 1])
    at = rows(found)
    assert found.factory_share[at[0, 0]] == 1.0
    assert found.quotient[at[0, 0]] == pytest.approx(1 / (2 / 3))
    assert np.isnan(found.factory_share[at[0, -1]])
    assert np.isnan(found.quotient[at[0, -1]])


def test_the_province_is_the_provinces_of_the_cluster_together():
    # Provinces 0 and 1 have a member each, province 2 has none.
    cluster = [0, 0, -1, -1, -1, -1]
    sector = [0, 1, 0, 1, 1, 0]
    province = [0, 1, 0, 1, 1, 2]
    found = ask(cluster, sector, province)
    at = rows(found)
    assert found.province_quotient[at[0, 0]] == pytest.approx((1 / 2) / (2 / 5))
    assert found.province_quotient[at[0, 1]] == pytest.approx((1 / 2) / (3 / 5))
    assert found.quotient[at[0, 0]] == pytest.approx((1 / 2) / (3 / 6))


def test_few_factories_are_flagged_by_the_rule():
    here, there = sp.LEAST_IN_CLUSTER, sp.LEAST_IN_REFERENCE
    cluster = [0] * (here + here + here - 1) + [-1] * (3 * there)
    sector = [0] * here + [1] * here + [2] * (here - 1)
    sector += [0] * (there - here) + [1] * (there - here - 1) + [2] * there
    sector += [3] * (len(cluster) - len(sector))
    found = ask(cluster, sector)
    at = rows(found)
    assert found.weight[at[0, 0]] == sp.ENOUGH  # exactly as many as it takes
    assert found.weight[at[0, 1]] == sp.FEW_IN_REFERENCE
    assert found.weight[at[0, 2]] == sp.FEW_IN_CLUSTER
    dominant, special = sp.leading(found, 1)
    assert dominant[0] == at[0, 0]  # as many of 0 as of 1, and 0 comes first
    assert special[0] == at[0, 0]  # 1 has a higher quotient that cannot be read


def test_dominant_is_by_factories_then_employees():
    found = ask([0, 0, 0, 0, 1], [0, 0, 1, 1, -1], employees=[5, 5, 50, 50, 1])
    dominant, special = sp.leading(found, 2)
    assert found.sector[dominant[0]] == 1
    assert dominant[1] == -1  # no sector recorded at all
    assert special.tolist() == [-1, -1]


def test_no_clusters_at_all():
    found = ask([-1, -1], [0, 1])
    assert len(found.cluster) == 0
    assert [len(rows) for rows in sp.leading(found, 0)] == [0, 0]


@pytest.mark.parametrize("by_employees", [False, True])
def test_random_registers_against_a_double_loop(by_employees):
    rng = np.random.default_rng(7)
    n = 400
    cluster, sector, province = rng.integers(-1, 6, n), rng.integers(-1, 5, n), rng.integers(-1, 4, n)
    staff = np.where(rng.random(n) < 0.2, NAN, rng.integers(0, 50, n))
    found = ask(cluster, sector, province, staff, by_employees=by_employees)
    amount = staff if by_employees else np.ones(n)
    for row, (c, s) in enumerate(zip(found.cluster, found.sector)):
        if s < 0:
            continue
        known = (sector >= 0) & np.isfinite(amount)
        mine = known & (cluster == c)
        lq = (amount[mine & (sector == s)].sum() / amount[mine].sum()) / (
            amount[known & (sector == s)].sum() / amount[known].sum()
        )
        assert found.quotient[row] == pytest.approx(lq)
        known &= province >= 0
        mine = known & (cluster == c)
        near = known & np.isin(province, province[mine])
        lq = (amount[mine & (sector == s)].sum() / amount[mine].sum()) / (
            amount[near & (sector == s)].sum() / amount[near].sum()
        )
        assert found.province_quotient[row] == pytest.approx(lq)


def test_the_order_of_the_rows_changes_nothing():
    rng = np.random.default_rng(3)
    n = 200
    values = [rng.integers(-1, 4, n), rng.integers(-1, 5, n), rng.integers(-1, 3, n), rng.integers(1, 9, n)]
    order = rng.permutation(n)
    one = ask(*values, by_employees=True)
    other = ask(*(v[order] for v in values), by_employees=True)
    for name in vars(one):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name))
