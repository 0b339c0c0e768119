"""This project's engine on exact coordinates."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from ...processing.analysis import activities as act
from ...processing.analysis import parks as pk
from ...processing.analysis import zoning
from ...processing.analysis.areas import candidates
from ...processing.analysis.verdicts import FAIL, PASS
from ..paths import Inputs


@dataclass(frozen=True)
class Loaded:
    """The layers as arrays, and the table of what is permitted."""

    points: np.ndarray
    isic: np.ndarray
    accuracy: np.ndarray
    declared: np.ndarray
    zones: np.ndarray
    zone_ids: np.ndarray
    zone_codes: np.ndarray
    parks: np.ndarray
    park_ids: np.ndarray
    permits: dict[str, act.ZonePermits]


def load(size: str, folder: Path) -> Loaded:
    inputs = Inputs(size, folder)
    factories = gpd.read_file(inputs.factories)
    count = len(factories)
    return from_frames(inputs, factories, np.zeros(count), np.full(count, None, dtype=object))


def from_frames(inputs: Inputs, factories: gpd.GeoDataFrame, accuracy: np.ndarray, declared: np.ndarray) -> Loaded:
    zones, parks = gpd.read_file(inputs.zones), gpd.read_file(inputs.parks)
    row = {park: i for i, park in enumerate(parks["park_id"])}
    return Loaded(
        points=factories.geometry.to_numpy(),
        isic=factories["isic"].to_numpy(dtype=object),
        accuracy=accuracy,
        declared=np.array([row.get(park, pk.NONE_DECLARED) for park in declared]),
        zones=zones.geometry.to_numpy(),
        zone_ids=zones["zone_id"].to_numpy(),
        zone_codes=zones["zone_code"].to_numpy(dtype=object),
        parks=parks.geometry.to_numpy(),
        park_ids=parks["park_id"].to_numpy(),
        permits=_permits(inputs.permits),
    )


def _permits(path: Path) -> dict[str, act.ZonePermits]:
    by_zone: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            outcome = act.PERMITTED if row["permitted"] == "1" else act.PROHIBITED
            by_zone.setdefault(row["zone_code"], {})[row["isic"]] = outcome
    return {code: act.ZonePermits(by_prefix) for code, by_prefix in by_zone.items()}


def answer(loaded: Loaded) -> tuple[zoning.Judgement, pk.ParkRelation]:
    """Judge every factory by zone and by park, as `check_zoning` and `check_parks` do."""
    zone, codes = act.factorise(loaded.zone_codes)
    activity, classes = act.factorise(loaded.isic)
    sections = dict.fromkeys(classes, "C")
    matrix = act.permits_matrix(classes, codes, loaded.permits, sections)
    tree = shapely.STRtree(loaded.points)
    found = candidates(loaded.points, loaded.accuracy, loaded.zones, tree=tree, borders=True)
    located = np.ones(len(loaded.points), dtype=bool)
    judged = zoning.judge_points(found, located, activity, zone, matrix)
    in_parks = candidates(loaded.points, loaded.accuracy, loaded.parks, tree=tree)
    relation = pk.judge_points(loaded.points, loaded.accuracy, loaded.parks, in_parks, loaded.declared)
    return judged, relation


def collect(loaded: Loaded, result: tuple[zoning.Judgement, pk.ParkRelation]) -> dict[str, np.ndarray]:
    judged, relation = result
    return {
        "zone": np.append(loaded.zone_ids, "")[judged.area].astype(str),
        "park": np.append(loaded.park_ids, "")[relation.park].astype(str),
        "permitted": np.select([judged.verdict == PASS, judged.verdict == FAIL], [1, 0], -1),
        "verdict": judged.verdict.astype(str),
    }
