"""What each cluster is specialised in: its sectors, their shares, and location quotients.

Location quotient: the share of a sector in the cluster divided by its share in the reference. U.S. Bureau of Labor
Statistics, "QCEW location quotient details", https://www.bls.gov/cew/about-data/location-quotients-explained.htm
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

# A quotient of fewer factories tells of those few factories, and of no specialisation: a convention of this project.
LEAST_IN_CLUSTER = 3
LEAST_IN_REFERENCE = 10
# Where fewer of the factories state their employees than this share, employees tell of those few: also a convention.
LEAST_STATED = 0.5
# Why a quotient is not to be read. The last four are for lack of numbers of employees.
ENOUGH, FEW_IN_CLUSTER, FEW_IN_REFERENCE, NO_QUOTIENT = range(4)
NONE_STATE, FEW_STATE_IN_CLUSTER, FEW_STATE_IN_REFERENCE, MOST_DO_NOT_STATE = range(4, 8)
UNKNOWN = -1


@dataclass(frozen=True)
class Sectors:
    """The sectors of each cluster: one row a pair, by cluster, then sector; a sector not recorded comes first.

    Attributes
    ----------
    cluster, sector : (m,) int64 arrays
        Sector `UNKNOWN` where none is recorded.
    factories : (m,) int64 array
    employees : (m,) float64 array
        Sum of the known numbers; NaN where no factory has one.
    factory_share, employee_share : (m,) float64 arrays
        Of the cluster's factories, and of their employees, with a recorded sector; NaN without a sector.
    quotient, province_quotient : (m,) float64 arrays
        Location quotients; NaN where there is none.
    weight, province_weight : (m,) int8 arrays
        Whether they can be read: `ENOUGH`, or why not.
    open : (m,) bool array
        Against the country, that numbers of employees are missing is all that keeps the quotient from being read.
    """

    cluster: np.ndarray
    sector: np.ndarray
    factories: np.ndarray
    employees: np.ndarray
    factory_share: np.ndarray
    employee_share: np.ndarray
    quotient: np.ndarray
    weight: np.ndarray
    province_quotient: np.ndarray
    province_weight: np.ndarray
    open: np.ndarray


def enough_stated(sector: np.ndarray, employees: np.ndarray) -> tuple[int, int, bool]:
    """Return how many factories with a sector state their employees, of how many, and whether that is half or more.

    Parameters
    ----------
    sector : (n,) int64 array
        Negative where not recorded.
    employees : (n,) float64 array
        NaN where not known.
    """
    recorded = sector >= 0
    stated, of = int((recorded & np.isfinite(employees)).sum()), int(recorded.sum())
    return stated, of, of > 0 and stated >= LEAST_STATED * of


def location_quotient(part: np.ndarray, whole: np.ndarray, reference: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return (part / whole) / (reference / total).

    Parameters
    ----------
    part, whole : (m,) float arrays
        Of the sector in the cluster, and of all its sectors.
    reference, total : (m,) float arrays
        The same in the country or province.

    Returns
    -------
    (m,) float64 array
        0 where the cluster has none of a sector that the reference has; NaN where a share would be 0 / 0: nothing in
        the cluster at all, nothing in the reference at all, or none of the sector in the reference.

    Examples
    --------
    >>> location_quotient(np.array([3.0, 0.0, 0.0]), np.full(3, 4.0), np.array([10.0, 10.0, 0.0]), np.full(3, 40.0))
    array([ 3.,  0., nan])
    """
    part, whole, reference, total = (np.asarray(values, dtype="float64") for values in (part, whole, reference, total))
    asked = (whole > 0) & (total > 0) & (reference > 0)
    out = np.full(len(part), np.nan)
    np.divide(part * total, whole * reference, out=out, where=asked)
    return out


def sectors_of(
    cluster: np.ndarray,
    sector: np.ndarray,
    province: np.ndarray,
    employees: np.ndarray,
    *,
    by_employees: bool,
) -> Sectors:
    """Return the sectors of each cluster with their location quotients.

    Parameters
    ----------
    cluster : (n,) int64 array
        0, 1, ...; negative for factories in none, which are part of the reference all the same.
    sector, province : (n,) int64 arrays
        0, 1, ...; negative where not recorded.
    employees : (n,) float64 array
        NaN where not known.
    by_employees : bool
        Quotients count employees, of the factories that state them; otherwise factories.

    Returns
    -------
    Sectors

    Notes
    -----
    The first reference is the country: all n factories. The second is the provinces in which the cluster has a
    factory, of whatever sector and with a number or without, taken together. Factories without a sector are in
    neither, nor, for the second, those without a province. By employees, quotients of a cluster in which fewer than
    half of the factories with a sector state them are not to be read.
    """
    amount = employees if by_employees else np.ones(len(cluster))
    counts = (sector >= 0) & np.isfinite(amount)
    amount = np.where(counts, amount, 0.0)
    member = cluster >= 0
    pairs, row = _pairs(cluster[member], sector[member])
    c, s = pairs
    m = len(c)

    def add(values: np.ndarray) -> np.ndarray:
        return np.bincount(row, weights=values[member].astype("float64"), minlength=m)

    factories = np.bincount(row, minlength=m).astype("int64")
    known = np.isfinite(employees)
    staff = np.where(add(known) > 0, add(np.where(known, employees, 0.0)), np.nan)
    recorded = s >= 0
    has_sector, located = sector >= 0, (sector >= 0) & (province >= 0)
    mostly = _of_cluster(c, add(counts)) >= LEAST_STATED * _of_cluster(c, add(has_sector))

    part = add(amount)
    reference, total = _country(sector, amount, counts)
    quotient = location_quotient(part, _of_cluster(c, part), np.where(recorded, reference[s], 0.0), np.full(m, total))
    stated = add(counts), np.where(recorded, _number_of(sector, counts)[s], 0)
    all_ = factories, np.where(recorded, _number_of(sector, has_sector)[s], 0)
    weight, open_ = _weight(recorded, quotient, stated, all_, mostly)

    placed = counts & (province >= 0)
    near_part = add(np.where(placed, amount, 0.0))
    within = _within(cluster, province)
    near, near_total = _around(within, sector, province, np.where(placed, amount, 0.0), placed, c, s)
    near_quotient = location_quotient(near_part, _of_cluster(c, near_part), near, near_total)
    near_stated, near_all = (
        (add(which), _around(within, sector, province, which.astype("float64"), which, c, s)[0])
        for which in (placed, located)
    )
    near_weight, _ = _weight(recorded, near_quotient, near_stated, near_all, mostly)
    for values, used in ((quotient, stated[0]), (near_quotient, near_stated[0])):
        values[~recorded | (used == 0)] = np.nan
    return Sectors(
        cluster=c,
        sector=s,
        factories=factories,
        employees=staff,
        factory_share=_share(c, factories.astype("float64"), recorded),
        employee_share=_share(c, np.nan_to_num(staff), recorded & np.isfinite(staff)),
        quotient=quotient,
        weight=weight,
        province_quotient=near_quotient,
        province_weight=near_weight,
        open=open_,
    )


def leading(sectors: Sectors, clusters: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the row of the dominant and of the specialised sector of each cluster: (clusters,) int64 arrays, -1 none.

    Dominant: most factories, then most employees, then the first sector. Specialised: the highest quotient against
    the country that can be read, then most factories, then the first sector.
    """
    rows = np.arange(len(sectors.cluster))
    recorded = sectors.sector >= 0
    staff = np.nan_to_num(sectors.employees)
    dominant = _best(sectors, rows[recorded], (staff, sectors.factories.astype("float64")), clusters)
    legible = recorded & (sectors.weight == ENOUGH)
    by = (sectors.factories.astype("float64"), np.nan_to_num(sectors.quotient))
    return dominant, _best(sectors, rows[legible], by, clusters)


def _best(sectors: Sectors, rows: np.ndarray, by: tuple[np.ndarray, ...], clusters: int) -> np.ndarray:
    """Return per cluster the row that is highest by the last key, then by those before it, then the first sector."""
    best = np.full(clusters, -1, dtype="int64")
    order = np.lexsort((-sectors.sector[rows], *(key[rows] for key in by)))
    best[sectors.cluster[rows[order]]] = rows[order]
    return best


def _pairs(cluster: np.ndarray, sector: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """Return the distinct pairs of cluster and sector, sorted, and the pair of each row."""
    width = int(sector.max(initial=UNKNOWN)) + 2
    keys, row = np.unique(cluster * width + sector + 1, return_inverse=True)
    c, s = np.divmod(keys, width)
    return (c.astype("int64"), s.astype("int64") - 1), row


def _of_cluster(cluster: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return for each pair the sum over its cluster."""
    return np.bincount(cluster, weights=values, minlength=1)[cluster] if len(cluster) else values


def _share(cluster: np.ndarray, values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    whole = _of_cluster(cluster, np.where(counts, values, 0.0))
    out = np.full(len(values), np.nan)
    np.divide(values, whole, out=out, where=counts & (whole > 0))
    return out


def _country(sector: np.ndarray, amount: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the amount of each sector of all factories, a last one for none, and the total amount."""
    size = int(sector.max(initial=UNKNOWN)) + 2
    return np.bincount(sector[counts], weights=amount[counts], minlength=size), float(amount.sum())


def _number_of(sector: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return how many of some factories each sector has, a last one for none."""
    return np.bincount(sector[counts], minlength=int(sector.max(initial=UNKNOWN)) + 2)


def _within(cluster: np.ndarray, province: np.ndarray) -> sparse.csr_matrix:
    """Return 1 for each cluster and province in which it has a factory."""
    clusters, provinces = int(cluster.max(initial=-1)) + 1, int(province.max(initial=-1)) + 1
    has = (cluster >= 0) & (province >= 0)
    within = sparse.csr_matrix((np.ones(has.sum()), (cluster[has], province[has])), shape=(clusters, provinces))
    within.data = np.minimum(within.data, 1.0)
    return within


def _around(
    within: sparse.csr_matrix,
    sector: np.ndarray,
    province: np.ndarray,
    amount: np.ndarray,
    counts: np.ndarray,
    of_cluster: np.ndarray,
    of_sector: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each pair, the amount of its sector, and of all sectors, in the cluster's provinces."""
    size = int(sector.max(initial=UNKNOWN)) + 1
    if not (all(within.shape) and size and counts.any()):
        return np.zeros(len(of_cluster)), np.zeros(len(of_cluster))
    place = province[counts], sector[counts]
    sums = within @ sparse.csr_matrix((amount[counts], place), shape=(within.shape[1], size))
    of_sectors = np.asarray(sums[of_cluster, np.maximum(of_sector, 0)]).ravel()
    return of_sectors, np.asarray(sums.sum(axis=1)).ravel()[of_cluster]


def _weight(
    recorded: np.ndarray,
    quotient: np.ndarray,
    stated: tuple[np.ndarray, np.ndarray],
    all_: tuple[np.ndarray, np.ndarray],
    mostly: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return whether quotients can be read, or why not, and where only missing numbers of employees are why.

    `stated` and `all_` are the factories of the sector in the cluster and in the reference: those that count, and all.
    """
    cases = [
        ~recorded | (all_[0] == 0),
        stated[0] == 0,
        np.isnan(quotient),
        all_[0] < LEAST_IN_CLUSTER,
        all_[1] < LEAST_IN_REFERENCE,
        stated[0] < LEAST_IN_CLUSTER,
        stated[1] < LEAST_IN_REFERENCE,
        ~mostly,
    ]
    words = [NO_QUOTIENT, NONE_STATE, NO_QUOTIENT, FEW_IN_CLUSTER, FEW_IN_REFERENCE]
    words += [FEW_STATE_IN_CLUSTER, FEW_STATE_IN_REFERENCE, MOST_DO_NOT_STATE]
    weight = np.select(cases, words, ENOUGH).astype("int8")
    enough = recorded & (all_[0] >= LEAST_IN_CLUSTER) & (all_[1] >= LEAST_IN_REFERENCE)
    unstated = (stated[0] < all_[0]) | (stated[1] < all_[1]) | ~mostly
    return weight, enough & unstated & (weight != ENOUGH)
