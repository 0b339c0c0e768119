"""A region-wide run: dividing the register, sending the parts to the workers, writing what comes back."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from . import cluster, files, layers, tasks
from .errors import Refusal

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.partitions import Tile

Say = Callable[[str], None]


def run(given: Namespace, say: Say) -> dict[str, int]:
    """Do what the command line asks.

    Returns
    -------
    dict of table to number of rows

    Raises
    ------
    Refusal
        If an input, the cluster or the output cannot be used.
    """
    from pyproj.exceptions import CRSError

    from ..analysis.crs import check_scale, working_crs

    crs = given.crs
    try:
        working_crs(crs)
    except CRSError as error:
        raise Refusal("“{crs}” is no CRS (--crs): give one such as EPSG:32648.", crs=crs) from error
    if given.part < 1:
        raise Refusal("A part needs at least one factory (--part).")
    factories = layers.opened(given.factories, crs, id=(given.id_field,), name=(given.name_field,), **_columns(given))
    with cluster.connected(given.scheduler, given.wait) as client:
        inputs = [given.factories, *_others(given)]
        cluster.check_files(client, [layers.split(text)[0] for text in inputs])
        _check_output(given.output, inputs)
        xy, numbers = located(factories)
        check_scale(crs, xy)
        parts, nowhere = divided(xy, numbers, given.part)
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        all_parts: Parts = [*parts, *([nowhere] if len(nowhere) else [])]
        told = [_counted(*c) for c in ((len(xy), "factories"), (len(all_parts), "parts"), (workers, "workers"))]
        say("{} in {} for {}.".format(*told))
        if len(nowhere):
            say(
                f"Features without a usable place: {len(nowhere):,}, in a part of their own. "
                "They are in the result, without an answer."
            )
        different = cluster.differing(client)
        if different:
            say(different)
        jobs = _JOBS[given.command](given, crs, factories, all_parts, xy)
        with files.whole(given.output) as path:
            return _written(client, given, factories, jobs, path, len(xy), say)


def _counted(count: int, things: str) -> str:
    """Return a number of things: “1 part”, “12 factories”."""
    one = things.removesuffix("ies") + "y" if things.endswith("ies") else things.removesuffix("s")
    return f"{count:,} {one if count == 1 else things}"


def located(factories: layers.Layer) -> tuple[np.ndarray, np.ndarray]:
    """Return coordinates and numbers of all factories: all that one machine ever holds of the whole register."""
    import numpy as np

    pieces = list(factories.places())
    numbers = np.concatenate([numbers for numbers, _ in pieces])
    if not len(numbers):
        raise Refusal("“{path}” has no factories.", path=factories.path)
    return np.concatenate([xy for _, xy in pieces]), numbers


def divided(xy: np.ndarray, numbers: np.ndarray, most: int) -> tuple[list[Tile], np.ndarray]:
    """Return the tiles, and the numbers of the features without a place."""
    import numpy as np

    from ..analysis.partitions import tiles

    return tiles(xy, most), np.sort(numbers[~np.isfinite(xy).all(axis=1)])


def _columns(given: Namespace) -> dict[str, Sequence[str]]:
    wanted = {"activity": "activity_field", "accuracy": "accuracy_field"}
    return {purpose: (getattr(given, name),) for purpose, name in wanted.items() if hasattr(given, name)}


def _others(given: Namespace) -> list[str]:
    return [
        *getattr(given, "targets", ()),
        *(t for t in (getattr(given, n, None) for n in ("zoning", "parks", "receptors")) if t),
    ]


def _check_output(output: str, inputs: Sequence[str]) -> None:
    if os.path.abspath(output) in [layers.split(text)[0] for text in inputs]:
        raise Refusal("“{path}” is an input. Choose another file for the result.", path=output)


Jobs = list[tuple[Callable[..., Any], tuple[Any, ...]]]
Parts = Sequence["Tile | np.ndarray"]


def _near(given: Namespace, crs: str, factories: layers.Layer, parts: Parts, xy: np.ndarray) -> Jobs:
    from ..analysis.proximity import ring_edges

    if given.k < 1 or not given.farthest > 0:
        raise Refusal("Ask for at least one target (--k), and for a distance above 0 (--farthest).")
    targets, prefixes = layers.target_layers(given.targets, crs, given.id_field)
    sums = tuple(name.strip() for name in given.sums.split(",") if name.strip())
    asked = tasks.Near(given.k, ring_edges(given.rings), given.farthest, sums)
    return [(tasks.near, (factories, targets, prefixes, part, asked)) for part in parts]


def _zones(given: Namespace, crs: str, factories: layers.Layer, parts: Parts, xy: np.ndarray) -> Jobs:
    from ..rules.pack import ZONE_PERMITS, isic_sections, permits_of, read_pack

    if "Polygon" in factories.info["geometry_type"]:
        raise Refusal("Factories have to be points here; for premises use the check in QGIS.")
    pack = read_pack(given.rules)
    rule = pack.rule(ZONE_PERMITS)
    if rule is None:
        raise Refusal("Rule pack “{pack}” has no rule that tests “zone permits”.", pack=pack.path.name)
    permits = tasks.Permits({code: permits_of(zone) for code, zone in rule.zones.items()}, isic_sections())
    plan = layers.opened(
        given.zoning,
        crs,
        zone=(given.zone_field,),
        id=("zone_id", *layers.ID_FIELDS),
        name=("zone_name", *layers.NAME_FIELDS),
    )
    if not plan.fields["zone"]:
        raise Refusal("The layer of zones has no field “{field}” (--zone-field).", field=given.zone_field)
    parks = (
        layers.opened(given.parks, crs, id=("park_id", *layers.ID_FIELDS), name=layers.NAME_FIELDS)
        if given.parks
        else None
    )
    return [(tasks.zones, (factories, plan, parks, part, permits, given.accuracy)) for part in parts]


def _buffers(given: Namespace, crs: str, factories: layers.Layer, parts: Parts, xy: np.ndarray) -> Jobs:
    from ..analysis.proximity import ring_edges

    fields = [name.strip() for name in given.distance_fields.split(",") if name.strip()]
    reach = [edge for edge in ring_edges(given.distances) if edge > 0]
    if bool(fields) == bool(reach):
        raise Refusal("Give either the distances of the zones (--distances) or the fields that hold them.")
    known = factories.info["fields"].tolist()
    for name in fields:
        if name not in known:
            raise Refusal("The layer of factories has no field “{field}” (--distance-fields).", field=name)
    (receptors,), _ = layers.target_layers([given.receptors], crs, given.id_field)
    return [(tasks.buffers, (factories, receptors, part, reach, fields)) for part in parts]


def _clusters(given: Namespace, crs: str, factories: layers.Layer, parts: Parts, xy: np.ndarray) -> Jobs:
    import numpy as np

    from ..analysis.crs import scale

    if not (given.distance > 0 and given.least > 0):
        raise Refusal("Give a distance and a least number above 0 (--distance, --least).")
    placed = xy[np.isfinite(xy).all(axis=1)]
    factor = float(np.median(scale(placed, crs))) if len(placed) else 1.0  # one, as the algorithm has it in QGIS
    return [
        (tasks.clusters, (factories, part, given.distance * factor, given.least, given.weight_field)) for part in parts
    ]


_JOBS: dict[str, Callable[..., Jobs]] = {"buffers": _buffers, "clusters": _clusters, "near": _near, "zones": _zones}


def _written(
    client: Any, given: Namespace, factories: layers.Layer, jobs: Jobs, path: Any, count: int, say: Say
) -> dict[str, int]:
    def tick(done: int, all_: int) -> None:
        say(f"{done} of {_counted(all_, 'parts')} done.")

    kind = "MultiPolygon" if "Polygon" in factories.info["geometry_type"] else "Point"
    if given.command != "clusters" and path.suffix != ".gpkg":
        jobs = [(tasks.into_folder, (str(path), i, job[0], *job[1])) for i, job in enumerate(jobs)]
        with closing(cluster.each(client, jobs, tick)) as results:
            found = [told for _, told in results]
        return _complete({name: sum(told[name] for told in found) for name in found[0]}, count)
    with closing(cluster.each(client, jobs, tick)) as results, files.geopackage(path, kind) as sink:
        if given.command == "clusters":
            _write_clusters(results, sink)
        else:
            for _, tables in results:
                sink.add(tables)
    return _complete(sink.rows, count)


def _write_clusters(results: Iterable[tuple[int, Any]], sink: files.GeoPackage) -> None:
    from ..analysis.partitions import merged

    found = dict(results)
    numbers = [i for i in sorted(found) if found[i][0] is not None]
    for i, cluster_numbers in zip(numbers, merged([found[i][0] for i in numbers])):
        found[i][1]["factories"].insert(2, "cluster", cluster_numbers)
    for i in sorted(found):
        sink.add(found[i][1])


def _complete(rows: dict[str, int], count: int) -> dict[str, int]:
    """Return the rows, or raise where the parts together are not the register: it was changed meanwhile."""
    if rows.get("factories", 0) != count:
        raise Refusal(
            "The parts have {found} rows, the register {count}: was it changed during the run? Run it again.",
            found=rows.get("factories", 0),
            count=count,
        )
    return rows
