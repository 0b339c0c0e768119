"""The engine of ``check_coordinates`` on a seeded register, without layers and tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import shapely

from . import admin, scoring
from .errors import Seeded

TODAY = np.datetime64("2026-06-01")


def run(made: Seeded, crs: str = "EPSG:4326") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the problems and proposals that the engine finds in a seeded register."""
    result, ids, now = result_of(made, crs)
    return scoring.tables(result, ids, now)


def result_of(made: Seeded, crs: str = "EPSG:4326") -> tuple[Any, list[str], np.ndarray]:
    """Return what the engine finds, the ids, and the degrees where each factory stands now.

    Parameters
    ----------
    made : Seeded
    crs : str
        What the layer says its numbers are in.
    """
    from factory_locations.processing.analysis import coordinate_checks as checks

    land = made.country.coverage
    context = checks.Context(
        units={
            level: checks.Units(
                frame[f"{level}_code"].to_numpy(object), frame.geometry.to_numpy(), frame["name_en"].to_numpy(object)
            )
            for level, frame in (("province", land.provinces), ("district", land.districts), ("commune", land.communes))
        },
        land=land.land.geometry.to_numpy(),
        water=land.lakes.geometry.to_numpy(),
        parks=_areas(made.country.parks, "park_id", "area_ha"),
        sites=_areas(made.premises, "factory_id"),
        offices=_points(made.country.offices, "name"),
        centres=_points(land.gazetteer, "code"),
        listed=frozenset(admin.units()["code"]),
        today=TODAY,
    )
    frame = pd.DataFrame(made.table.drop(columns="geometry"))
    frame["name"] = frame["name_en"]
    for column in frame:
        if frame[column].dtype == object:
            frame[column] = frame[column].where(frame[column].notna(), None)
    for column in ("registration_date", "status_from", "status_to", "loc_date"):
        text = pd.to_datetime(frame[column]).dt.strftime("%Y-%m-%d").astype(object)
        frame[column] = text.where(text.notna(), None)
    stored = np.full((len(frame), 2), np.nan)
    stored[made.table.geometry.notna().to_numpy()] = shapely.get_coordinates(
        made.table.geometry[made.table.geometry.notna()].to_numpy()
    )
    accuracy = frame["loc_accuracy_m"].fillna(0.0).to_numpy()
    register = checks.Register(frame, *stored.T, crs, accuracy)
    return checks.check(register, context), frame["factory_id"].tolist(), register.lon_lat


def _areas(frame, id_field: str, area: str | None = None):
    from factory_locations.processing.analysis import coordinate_checks as checks

    ids = frame[id_field].to_numpy(object)
    stated = None if area is None else frame[area].to_numpy(float)
    return checks.Areas(frame.geometry.to_numpy(), ids, ids, stated)


def _points(frame, id_field: str):
    from factory_locations.processing.analysis import coordinate_checks as checks

    ids = frame[id_field].to_numpy(object)
    return checks.Points(shapely.get_coordinates(frame.geometry.to_numpy()), ids, ids)
