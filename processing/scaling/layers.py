"""Layers in files, read without QGIS a box at a time, in the working CRS."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .errors import Refusal

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.crs import Operation
    from ..analysis.partitions import Box, Part

ID_FIELDS = ("feature_id", "id", "code", "osm_id", "factory_id", "park_id", "zone_id", "site_id")
NAME_FIELDS = ("name_en", "name", "Name", "NAME", "name_km")
_AT_ONCE = 200_000
# Points along each side of a box that is carried from one CRS into another.
_ALONG = 21


@dataclass(frozen=True)
class Layer:
    """One layer of a file: GeoPackage, FlatGeobuf, Shapefile, or what else GDAL reads by box.

    Attributes
    ----------
    path : str
        As the workers see it, too.
    name : str
        Of the layer in the file; empty where it has one only.
    crs : str
        The working CRS.
    fields : mapping of str to str
        Field of each purpose (``id``, ``name``, ...), empty where there is none.
    numeric_ids : bool
        All ids are whole numbers, and sorted as such.
    """

    path: str
    name: str
    crs: str
    fields: Mapping[str, str]
    numeric_ids: bool = False

    @property
    def called(self) -> str:
        return self.name or os.path.splitext(os.path.basename(self.path))[0]

    @cached_property
    def info(self) -> dict[str, Any]:
        """What the file says of the layer."""
        return described(self.path, self.name)

    @cached_property
    def _there(self) -> Operation:
        from ..analysis.crs import operation

        return operation(self.info["crs"], self.crs)

    @cached_property
    def extent(self) -> Box:
        """The box around all features, in the working CRS."""
        return self._carried(tuple(self.info["total_bounds"]), self.info["crs"], self.crs)

    def _carried(self, box: Box, source: str, target: str) -> Box:
        """Return a box around a box in another CRS, a little wider where its sides are bent."""
        import numpy as np

        from ..analysis.crs import operation

        change = operation(source, target)
        if change.transformer is None:
            return box
        west, south, east, north = box
        share = np.linspace(0.0, 1.0, _ALONG)
        x, y = west + share * (east - west), south + share * (north - south)
        sides = [np.column_stack([x, np.full(_ALONG, v)]) for v in (south, north)]
        sides += [np.column_stack([np.full(_ALONG, v), y]) for v in (west, east)]
        xy = change.points(np.concatenate(sides))
        xy = xy[np.isfinite(xy).all(axis=1)]
        if not len(xy):
            return -np.inf, -np.inf, np.inf, np.inf
        margin = 0.005 * (xy.max(axis=0) - xy.min(axis=0))
        (w, s), (e, n) = xy.min(axis=0) - margin, xy.max(axis=0) + margin
        return float(w), float(s), float(e), float(n)

    def read(self, box: Box | None, columns: Sequence[str] = ()) -> Part:
        """Read the features that come into a box, and maybe some around it; all of them for None.

        They come by feature number, or by id where the layer has a field ``by`` (see `fields`).

        Parameters
        ----------
        box : tuple of four floats, or None
            In the working CRS.
        columns : sequence of str
            Purposes of `fields`, or names of fields.
        """
        import numpy as np

        wanted = {purpose: self.fields.get(purpose, purpose) for purpose in columns}
        names = list(dict.fromkeys(name for name in wanted.values() if name))
        within = None
        if box is not None:
            within = self._carried(box, self.crs, self.info["crs"])
            within = within if np.isfinite(within).all() else None
        numbers, geometries, table = _read(self.path, self.name, names, bbox=within)
        part = self._part(numbers, geometries, table, wanted)
        return part

    def rows(self, numbers: np.ndarray, columns: Sequence[str] = ()) -> Part:
        """Read features by number."""
        wanted = {purpose: self.fields.get(purpose, purpose) for purpose in columns}
        names = list(dict.fromkeys(name for name in wanted.values() if name))
        return self._part(*_read(self.path, self.name, names, fids=numbers), wanted)

    def places(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield numbers and coordinates of all features, piece by piece; NaN where there is no usable place.

        Premises are where a point on their surface is.
        """
        import numpy as np

        from ..analysis.neighbours import Places

        for start in range(0, max(int(self.info["features"]), 1), _AT_ONCE):
            read = _read(self.path, self.name, [], skip_features=start, max_features=_AT_ONCE)
            part = self._part(*read, {})
            yield part.numbers, Places(part.geometries).xy if len(part.numbers) else np.empty((0, 2))

    def _part(self, numbers: np.ndarray, geometries: np.ndarray, table: dict[str, Any], wanted: dict[str, str]) -> Part:
        import numpy as np

        from ..analysis.geometry import clean
        from ..analysis.partitions import Part

        shapes, _ = clean(self._there.geometries(clean(_singled(geometries))[0]))
        columns = {
            purpose: table[name] if name else np.full(len(numbers), None, dtype=object)
            for purpose, name in wanted.items()
        }
        order = np.argsort(numbers, kind="stable")
        if "by" in columns and len(numbers):
            order = by_id(columns.pop("by"), numbers, numeric=self.numeric_ids)
        return Part(numbers[order], shapes[order], {name: values[order] for name, values in columns.items()})


def opened(text: str, crs: str, **purposes: Iterable[str]) -> Layer:
    """Return a layer given as ``FILE`` or ``FILE|layername=NAME``, with the first field of each purpose that it has."""
    path, name = split(text)
    if not os.path.exists(path):
        raise Refusal("There is no file “{path}”.", path=path)
    known = described(path, name)["fields"].tolist()
    fields = {purpose: next((n for n in names if n in known), "") for purpose, names in purposes.items()}
    return Layer(os.path.abspath(path), name, crs, fields)


def split(text: str) -> tuple[str, str]:
    """Return file and name of a layer."""
    path, _, name = text.partition("|layername=")
    return os.path.abspath(path), name


def target_layers(given: Sequence[str], crs: str, factory_id: str) -> tuple[tuple[Layer, ...], tuple[str, ...]]:
    """Return the layers of targets, and what begins the names of the columns of each."""
    targets: list[Layer] = []
    prefixes: list[str] = []
    for text in given:
        ids = (factory_id, *ID_FIELDS)
        one = opened(text, crs, by=ids, id=ids, name=NAME_FIELDS, factory=(factory_id,))
        targets.append(replace(one, numeric_ids=numeric_ids(one.path, one.name, one.fields["id"])))
        plain = "".join(c if c.isalnum() else "_" for c in one.called.casefold())
        prefixes.append(plain if plain not in prefixes else f"{plain}{len(prefixes) + 1}")
    return tuple(targets), tuple(prefixes)


def _singled(geometries: np.ndarray) -> np.ndarray:
    """Return multi-points of one point as that point."""
    import shapely

    multi = (shapely.get_type_id(geometries) == 4) & (shapely.get_num_geometries(geometries) == 1)
    out = geometries.copy()
    out[multi] = shapely.get_geometry(geometries[multi], 0)
    return out


def by_id(ids: np.ndarray, numbers: np.ndarray, *, numeric: bool) -> np.ndarray:
    """Return the order of features by id, then by number; an id that is missing is the number."""
    import numpy as np

    told = [str(number) if id_ is None else id_ for id_, number in zip(texts(ids).tolist(), numbers.tolist())]
    if numeric:
        return np.lexsort((numbers, np.array([int(id_) for id_ in told], dtype="int64")))
    return np.array(sorted(range(len(told)), key=lambda i: (told[i], numbers[i])), dtype="int64")


def texts(values: np.ndarray) -> np.ndarray:
    """Return values as text, without the ``.0`` of whole numbers; None where missing or blank."""
    import numpy as np
    import pandas as pd

    out = np.full(len(values), None, dtype=object)
    for i, value in enumerate(values.tolist()):
        if value is None or value is pd.NA or value != value:
            continue
        whole = isinstance(value, float) and value.is_integer()
        out[i] = (str(int(value)) if whole else str(value)).strip() or None
    return out


def numeric_ids(path: str, name: str, field: str) -> bool:
    """Return whether all ids of a layer are whole numbers, reading that one field piece by piece."""
    if not field:
        return True
    for start in range(0, max(int(described(path, name)["features"]), 1), _AT_ONCE):
        _, _, table = _read(path, name, [field], skip_features=start, max_features=_AT_ONCE, read_geometry=False)
        if not all(id_ is None or (id_.isdecimal() and len(id_) < 18) for id_ in texts(table[field])):
            return False
    return True


def described(path: str, name: str) -> dict[str, Any]:
    """Return what a file says of a layer.

    Raises
    ------
    Refusal
        If it cannot be read, or says no CRS.
    """
    import pyogrio

    try:
        told: dict[str, Any] = pyogrio.read_info(path, layer=name or None, force_total_bounds=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise Refusal("“{path}” cannot be read: {why}.", path=path, why=str(error).rstrip(".")) from error
    if told["geometry_type"] is None:
        raise Refusal("“{path}”: the layer has no geometry.", path=path)
    if not told["crs"]:
        raise Refusal(
            "“{path}” has no coordinate reference system. Set it first; in Cambodia it is often EPSG:32648.", path=path
        )
    return told


def _read(path: str, name: str, columns: Sequence[str], **which: Any) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    import numpy as np
    import pyogrio.raw
    import shapely

    told, numbers, wkb, values = pyogrio.raw.read(
        path, layer=name or None, columns=list(columns), return_fids=True, **which
    )
    table = dict(zip(told["fields"].tolist(), values))
    geometries = np.full(len(numbers), None, dtype=object)
    if wkb is not None:
        geometries = shapely.from_wkb(wkb, on_invalid="ignore")
    return np.asarray(numbers, dtype="int64"), geometries, table
