"""What a region-wide run leaves behind: one GeoPackage, or a folder of GeoParquet files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from ..storage.geopackage import RowWriter, adding_rows
from .errors import Refusal


@contextmanager
def whole(destination: str | Path) -> Iterator[Path]:
    """Give a path beside the destination to write to, and move it there if nothing went wrong."""
    destination = Path(destination)
    if not destination.parent.is_dir():
        raise Refusal("The folder of “{path}” does not exist. Create it or choose another.", path=destination)
    if destination.is_dir() and any(destination.iterdir()):
        raise Refusal("The folder “{path}” is not empty. Choose another.", path=destination)
    partial = destination.with_name(f".{destination.stem}-{uuid.uuid4().hex[:8]}{destination.suffix}")
    try:
        yield partial
        if partial.is_dir() and destination.is_dir():
            destination.rmdir()
        os.replace(partial, destination)
    finally:
        if partial.is_dir():
            shutil.rmtree(partial)
        else:
            partial.unlink(missing_ok=True)


class GeoPackage:
    """Takes the tables of parts in any order; their index is the number of each row, and so their order in the file.

    Parameters
    ----------
    path : Path
        Of a file that is not there yet.
    geometry_type : str
        ``Point`` or ``MultiPolygon``.
    stack : ExitStack
        Closes the file.
    """

    def __init__(self, path: Path, geometry_type: str, stack: ExitStack) -> None:
        self.rows: dict[str, int] = {}
        self._path, self._geometry_type, self._stack = path, geometry_type, stack
        self._writers: dict[str, RowWriter] = {}

    def _create(self, tables: Mapping[str, Any]) -> None:
        """Make the empty tables, with the columns of some part's, and open them for rows."""
        import pyogrio

        kinds = {}
        for name, frame in tables.items():
            options = {"geometry_type": self._geometry_type} if "geometry" in frame else {}
            more = {"append": True} if self._path.exists() else {"dataset_options": {"VERSION": "1.3"}}
            # An integer that may be missing would get a column of real numbers.
            plain = {"Int64": "int64", "boolean": "bool"}
            whole = {column: plain[str(kind)] for column, kind in frame.dtypes.items() if str(kind) in plain}
            pyogrio.write_dataframe(
                frame.iloc[:0].astype(whole), self._path, layer=name, driver="GPKG", **options, **more
            )
            kinds[name] = [(column, _kind(frame[column])) for column in frame.columns if column != "geometry"]
            self.rows[name] = 0
        self._writers = self._stack.enter_context(adding_rows(self._path, kinds))

    def add(self, tables: Mapping[str, Any]) -> None:
        """Put in the rows of one part."""
        import numpy as np

        from ..analysis.geometry import as_multi

        if not self._writers:
            self._create(tables)
        for name, frame in tables.items():
            geometries = np.asarray(frame.geometry.array, dtype=object) if "geometry" in frame else None
            if geometries is not None and self._geometry_type == "MultiPolygon":
                geometries = as_multi(geometries)
            self._writers[name].add(frame, geometries, frame.index.to_numpy())
            self.rows[name] += len(frame)


@contextmanager
def geopackage(path: Path, geometry_type: str) -> Iterator[GeoPackage]:
    """Give what takes tables into a new GeoPackage; its spatial index is built at the end."""
    with ExitStack() as stack:
        yield GeoPackage(path, geometry_type, stack)


def _kind(column: Any) -> str:
    """Return the kind of a column, see `fields.KINDS`."""
    from pandas.api.types import is_bool_dtype, is_float_dtype, is_integer_dtype

    if is_bool_dtype(column):
        return "boolean"
    return "integer" if is_integer_dtype(column) else "real" if is_float_dtype(column) else "text"
