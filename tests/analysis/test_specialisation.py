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
    assert (found.weight == sp.NONE_STATE).all()


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


def test_the_provinces_of_a_cluster_are_those_of_all_its_factories():
    """Five of sector 0 in province 0 state their employees; one of sector 1, in province 1, does not."""
    cluster = [0] * 6 + [-1] * 35
    sector = [0] * 5 + [1] + [0] * 10 + [1] * 10 + [1] * 15
    province = [0] * 5 + [1] + [1] * 20 + [0] * 15
    staff = [10.0] * 5 + [NAN] + [10.0] * 35
    found = ask(cluster, sector, province, staff, by_employees=True)
    at = rows(found)
    assert found.province_quotient[at[0, 0]] == pytest.approx((50 / 50) / (150 / 400))


def lacking(stated, others=0):
    """Return five factories of sector 0, of which so many state employees, others of sector 1, and the country."""
    cluster = [0] * (5 + others) + [-1] * 12
    sector = [0] * 5 + [1] * others + [0] * 6 + [1] * 6
    staff = [10.0] * stated + [NAN] * (5 - stated) + [NAN] * others + [10.0] * 12
    return ask(cluster, sector, None, staff, by_employees=True)


@pytest.mark.parametrize(
    ("found", "weight", "is_open", "empty"),
    [
        (lacking(5), sp.ENOUGH, False, False),
        (lacking(3), sp.FEW_STATE_IN_REFERENCE, True, False),  # eleven factories in the country, nine state it
        (lacking(2), sp.FEW_STATE_IN_CLUSTER, True, False),
        (lacking(0), sp.NONE_STATE, True, True),
        (lacking(5, 5), sp.ENOUGH, False, False),  # half of the ten
        (lacking(5, 6), sp.MOST_DO_NOT_STATE, True, False),
    ],
)
def test_numbers_of_employees_that_are_missing_are_the_reason(found, weight, is_open, empty):
    at = rows(found)[0, 0]
    assert found.weight[at] == weight
    assert found.open[at] == is_open
    assert np.isnan(found.quotient[at]) == empty


def test_few_factories_are_few_whether_they_state_employees_or_not():
    found = ask([0, 0, 0, -1], [0, 0, 1, 1], employees=[NAN, 5, NAN, 5], by_employees=True)
    at = rows(found)
    assert found.weight[at[0, 0]] == sp.FEW_IN_CLUSTER
    assert np.isnan(found.quotient[at[0, 1]])  # 0 would say that nobody works there
    assert not found.open.any()


@pytest.mark.parametrize(
    ("sector", "staff", "wanted"),
    [
        ([0, 0, 0, -1], [5, 5, NAN, NAN], (2, 3, True)),
        ([0, 0, 0, 0], [5, 5, NAN, NAN], (2, 4, True)),
        ([0, 0, 0, 1], [5, NAN, NAN, NAN], (1, 4, False)),
        ([-1, -1], [5, 5], (0, 0, False)),
    ],
)
def test_employees_are_used_where_half_state_them(sector, staff, wanted):
    assert sp.enough_stated(np.array(sector), np.array(staff, dtype="float64")) == wanted


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
        near = known & np.isin(province, province[(cluster == c) & (province >= 0)])
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
