"""The engine on frames of dask-geopandas, partition by partition: for notebooks and pipelines that have such frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import tasks
from .layers import Layer, target_layers

if TYPE_CHECKING:
    import dask_geopandas
    import geopandas as gpd


def near(
    factories: dask_geopandas.GeoDataFrame,
    targets: Sequence[str],
    *,
    k: int = 1,
    rings: Sequence[float] = (),
    sums: Sequence[str] = (),
    farthest: float = float("inf"),
    crs: str = "EPSG:32648",
    id_field: str = "factory_id",
    name_field: str = "name_en",
) -> dask_geopandas.GeoDataFrame:
    """Add to factories what is near them, lazily.

    Parameters
    ----------
    factories : dask_geopandas.GeoDataFrame
        Any partitions will do; compact ones (`spatial_shuffle`) read less around them. The workers need the engine:
        see `cluster.connected`.
    targets : sequence of str
        Layers, each ``FILE`` or ``FILE|layername=NAME``, that every worker sees under that name.
    k, rings, sums, farthest
        As in `proximity`; distances in metres.
    crs : str
        Working CRS, in metres.
    id_field, name_field : str
        Of the factories; a target with the same field and id is that factory itself.

    Returns
    -------
    dask_geopandas.GeoDataFrame
        With the columns that the table ``factories`` of a region-wide run has: id, name, distance, direction, counts.
    """
    layers, prefixes = target_layers(targets, crs, id_field)
    asked = tasks.Near(k, tuple(rings), farthest, tuple(sums))
    known = {name: name if name in factories.columns else "" for name in (id_field, name_field)}
    own = Layer("", "", crs, {"id": known[id_field], "name": known[name_field]})
    meta = _with_near(factories._meta, own, layers, prefixes, asked)
    return factories.map_partitions(_with_near, own, layers, prefixes, asked, meta=meta)


def _with_near(
    frame: gpd.GeoDataFrame, own: Layer, layers: Sequence[Layer], prefixes: Sequence[str], asked: tasks.Near
) -> gpd.GeoDataFrame:
    """Return a partition with the columns added."""
    import numpy as np

    from ..analysis.crs import operation
    from ..analysis.geometry import clean
    from ..analysis.partitions import Part

    cleaned, _ = clean(np.asarray(frame.geometry.array, dtype=object))
    shapes, _ = clean(operation(frame.crs.to_wkt(), own.crs).geometries(cleaned))
    nothing = np.full(len(frame), None, dtype=object)
    columns = {purpose: frame[name].to_numpy(dtype=object) if name else nothing for purpose, name in own.fields.items()}
    part = Part(np.arange(len(frame)), shapes, columns)
    found: Any = tasks.near_of(own, part, layers, prefixes, asked)["factories"]
    added = [name for name in found.columns if name not in ("factory_id", "factory_name", "geometry")]
    return frame.assign(**{name: found[name].to_numpy() if len(found) else found[name].array for name in added})
