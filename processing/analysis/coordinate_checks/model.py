"""What the checks of coordinates speak of: the register, what surrounds it, findings and proposals.

Sentences are not made here: a finding carries the key of its sentence and the numbers in it, see `Said`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import shapely
from scipy.spatial.distance import pdist

from ..crs import operation
from ..envelope import ENVELOPE
from .units import Units

CODES = tuple(f"C{number:02d}" for number in range(1, 26))
CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
CERTAINTIES = (CERTAIN, LIKELY, POSSIBLE)
LEVELS = ("province", "district", "commune", "village")
DIGITS = {"province": 2, "district": 4, "commune": 6, "village": 8}
WGS84 = "EPSG:4326"
METRIC = "EPSG:32648"
# Columns of text and numbers of `Register.frame`; a column that is absent is empty.
TEXTS = (
    "factory_id",
    "name",
    "province_code",
    "district_code",
    "commune_code",
    "village_code",
    "loc_original",
    "loc_datum",
    "loc_method",
    "loc_source",
    "loc_reference_point",
    "isic",
    "size_class",
    "operator_id",
    "licence_no",
    "park_id",
    "registration_status",
    "status",
)
NUMBERS = ("loc_accuracy_m", "admin_vintage", "employees", "size_definition_year", "area_ha")
DATES = ("registration_date", "status_from", "status_to", "loc_date")
# Fewer factories of one source say nothing together.
LEAST_GROUP = 5
# What a text says where a person means that there is no value.
NULL_TOKENS = frozenset(
    (
        "not found", "n/a", "na", "n.a.", "n.a", "null", "none", "nil", "nan", "-", "--", "---", "—", "–", "?", "??",
        "unknown", "#n/a", "<null>", "(null)", "គ្មាន", "មិនមាន", "មិនដឹង", "tbd", "not available", "no data", "xxx",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One sentence: its key, and what fills its places."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def said(key: str, **values: Any) -> Said:
    """Return a sentence by its key."""
    return Said(key, values)


@dataclass(frozen=True)
class Proposal:
    """A correction for a person to accept or not.

    Attributes
    ----------
    code : str
        Of the error it would put right.
    certainty : str
    lon, lat : float
        Degrees on WGS 84; NaN where the proposal is to blank the location.
    evidence : tuple of Said
    method, datum : str or None
        For the location's metadata; None to leave as they are.
    accuracy_m : float
        Metres; NaN to leave as it is.
    """

    code: str
    certainty: str
    lon: float
    lat: float
    evidence: tuple[Said, ...] = ()
    method: str | None = None
    datum: str | None = None
    accuracy_m: float = np.nan


@dataclass(frozen=True)
class Finding:
    """Something wrong with one factory; `row` is its place in the register, -1 for what is no factory.

    `subject` and `subject_name` name what is no factory, such as a park.
    """

    row: int
    code: str
    certainty: str
    problem: Said
    evidence: tuple[Said, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    severity: str = "major"
    subject: str = ""
    subject_name: str = ""


@dataclass(frozen=True)
class Vote:
    """Something that many factories of a group say together; `rows` are its members."""

    code: str
    group: str
    members: int
    share: float
    certainty: str
    evidence: tuple[Said, ...]
    rows: np.ndarray = field(default_factory=lambda: np.empty(0, dtype="int64"))
    kind: str = ""


@dataclass(frozen=True)
class Skipped:
    """A code, or a part of it, that was not applied, and why."""

    code: str
    why: Said


@dataclass(frozen=True)
class Settings:
    """Tolerances, in metres where nothing else is said.

    Attributes
    ----------
    border_m : float
        How far beyond a border a point may be by the border's own inaccuracy.
    hot_spot : int
        Least number of unrelated operators at one coordinate.
    centroid_m, office_m : float
        Distance at which a point may be a unit's centre, or an office.
    licence_m : float
        Places closer than this are one place for a licence.
    most : int
        Proposals for one finding.
    """

    border_m: float = 100.0
    hot_spot: int = 3
    centroid_m: float = 50.0
    office_m: float = 100.0
    licence_m: float = 250.0
    most: int = 10


@dataclass(frozen=True)
class Areas:
    """Polygons in the metric CRS with ids and names; `stated` are areas as an attribute says, in hectares."""

    geometries: np.ndarray
    ids: np.ndarray
    names: np.ndarray
    stated_ha: np.ndarray | None = None


@dataclass(frozen=True)
class Points:
    """Points in the metric CRS with a code or id and a name."""

    xy: np.ndarray
    ids: np.ndarray
    names: np.ndarray


@dataclass(frozen=True)
class Context:
    """What surrounds the factories; None where a layer was not given.

    Attributes
    ----------
    units : mapping of level to Units
    land, water : object arrays of polygons in the metric CRS
    parks, sites : Areas
    offices, centres : Points
    former : mapping of str to str
        Codes of earlier lists of administrative units -> codes of today's.
    listed : frozenset of str
        Codes of the list of units in force; none where nobody has it.
    names : mapping of str to str
        What units of the lists are called, by code, those of earlier lists too.
    today : numpy.datetime64
        The day on which nothing may lie in the future; NaT not to ask.
    """

    units: Mapping[str, Units] = field(default_factory=dict)
    land: np.ndarray | None = None
    water: np.ndarray | None = None
    parks: Areas | None = None
    sites: Areas | None = None
    offices: Points | None = None
    centres: Points | None = None
    former: Mapping[str, str] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    today: np.datetime64 = field(default_factory=lambda: np.datetime64("NaT"))


@dataclass(frozen=True)
class Register:
    """The factories, as they are stored.

    Attributes
    ----------
    frame : pandas.DataFrame
        n rows, columns of `TEXTS` (str or None), `NUMBERS` (float) and `DATES` (text or None), as far as there are any.
    x, y : (n,) float arrays
        The numbers of the point in the layer's CRS as they are stored; NaN where there is none.
    crs : str
        The layer's CRS: anything PROJ reads.
    accuracy : (n,) float array
        Metres; that of the method where none is stated, 0 where neither is known.
    """

    frame: pd.DataFrame
    x: np.ndarray
    y: np.ndarray
    crs: str
    accuracy: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def text(self, name: str) -> np.ndarray:
        """Return a column of text, None where there is no value."""
        if name not in self.frame:
            return np.full(len(self), None, dtype=object)
        return self.frame[name].to_numpy(dtype=object)

    def number(self, name: str) -> np.ndarray:
        """Return a column of numbers, NaN where there is no value."""
        if name not in self.frame:
            return np.full(len(self), np.nan)
        return self.frame[name].to_numpy(dtype="float64")

    @cached_property
    def received(self) -> np.ndarray:
        """Whether each place was measured on the ground, or verified by a person."""
        measured = np.isin(self.text("loc_method").astype(str), ("gps", "survey"))
        return measured | (self.frame["verified"].to_numpy() == True if "verified" in self.frame else False)  # noqa: E712

    @cached_property
    def groups(self) -> list[tuple[str, np.ndarray]]:
        """What to call each group of factories, and its rows: the whole file, each source, each stated datum.

        A column is a grouping only where it makes groups of a size that can tell something.
        """
        found: list[tuple[str, np.ndarray]] = [("", np.arange(len(self)))]
        for column in ("loc_source", "loc_datum"):
            number, values = pd.factorize(self.text(column), use_na_sentinel=True)
            if len(values) + int((number < 0).any()) < 2:
                continue
            order = np.argsort(number, kind="stable")
            counts = np.bincount(number[number >= 0], minlength=len(values))
            starts = (number < 0).sum() + np.cumsum(counts) - counts
            for value, start, count in zip(values, starts, counts):
                if count >= LEAST_GROUP:
                    found.append((f"{column} = {value}", order[start : start + count]))
        return found

    @cached_property
    def geographic(self) -> bool:
        """Whether the stored numbers are degrees."""
        from pyproj import CRS

        return bool(CRS.from_user_input(self.crs).is_geographic)

    @cached_property
    def crs_name(self) -> str:
        """What to call the layer's CRS: its code, or its name where it has none."""
        from pyproj import CRS

        return self.crs if self.crs.startswith(("EPSG:", "OGC:", "ESRI:")) else CRS.from_user_input(self.crs).name

    @property
    def wgs84(self) -> bool:
        """Whether the stored numbers are degrees on WGS 84."""
        return self.geographic and operation(self.crs, WGS84).transformer is None

    @cached_property
    def lon_lat(self) -> np.ndarray:
        """Where each factory stands now: (n, 2) degrees on WGS 84, NaN without a place on Earth.

        Degrees that are none, such as a latitude of 104, are no place.
        """
        stored = np.column_stack([self.x, self.y])
        if self.geographic:
            stored = np.where((np.abs(stored) <= [180.0, 90.0]).all(axis=1)[:, None], stored, np.nan)
        return finite(operation(self.crs, WGS84).points(stored))

    @cached_property
    def xy(self) -> np.ndarray:
        """Where each factory stands now: (n, 2) metres in the metric CRS, NaN where that is far from Cambodia."""
        return to_metric(self.lon_lat)

    @cached_property
    def plausible(self) -> np.ndarray:
        """Whether the place is one within the limits of Cambodia."""
        return in_envelope(self.lon_lat)


def finite(points: np.ndarray) -> np.ndarray:
    """Return points with NaN for both coordinates where one is not finite."""
    return np.where(np.isfinite(points).all(axis=1)[:, None], points, np.nan)


def in_envelope(lon_lat: np.ndarray) -> np.ndarray:
    """Return whether degrees are within the limits of Cambodia; false for NaN."""
    west, south, east, north = ENVELOPE
    lon, lat = lon_lat[:, 0], lon_lat[:, 1]
    return (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)


def to_metric(lon_lat: np.ndarray) -> np.ndarray:
    """Return metres in the metric CRS; NaN beyond 20 degrees around Cambodia, where they would mean nothing."""
    near = (np.abs(lon_lat - [105.0, 12.0]) <= 20.0).all(axis=1)
    out = np.full(lon_lat.shape, np.nan)
    if near.any():
        out[near] = operation(WGS84, METRIC).points(lon_lat[near])
    return finite(out)


def to_degrees(xy: np.ndarray, crs: str = METRIC) -> np.ndarray:
    """Return degrees on WGS 84 of projected points; NaN where they have none."""
    out = np.full(xy.shape, np.nan)
    usable = np.isfinite(xy).all(axis=1) & (np.abs(xy) < 2e7).all(axis=1)
    if usable.any():
        out[usable] = operation(crs, WGS84).points(xy[usable])
    return finite(out)


def widest(xy: np.ndarray) -> float:
    """Return the greatest distance between any two of (k, 2) points in metres, 0 of fewer than two.

    The two that are farthest apart are corners of the hull.
    """
    placed = xy[np.isfinite(xy).all(axis=1)]
    if len(placed) < 2:
        return 0.0
    corners = shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(placed)))
    return float(pdist(corners).max(initial=0.0))


def has_text(values: np.ndarray) -> np.ndarray:
    """Return whether each value of an object array is a text."""
    return np.array([isinstance(value, str) for value in values], dtype=bool)
