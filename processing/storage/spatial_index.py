"""Filling a GeoPackage's spatial index in one go.

SQLite's R-tree takes rows one at a time, which in GDAL before 3.7 is most of the time of writing a file. Here the tree
is packed from sorted boxes (Sort-Tile-Recursive, Leutenegger et al. 1997) and its nodes are written as SQLite stores
them (ext/rtree/rtree.c, "Database Format"): height and number of cells as two-byte integers, then cells of an 8-byte id
and four 4-byte floats (min x, max x, min y, max y), all big-endian.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from .sqlite_rows import insert_rows, quoted

if TYPE_CHECKING:
    import numpy as np

_HEADER = 4
_CELL = 24
_ROOT = 1
_ROWS_AT_ONCE = 200_000

Tick = Callable[[float], None]


def fill_index(
    connection: sqlite3.Connection, index: str, ids: np.ndarray, bounds: np.ndarray, tick: Tick = lambda _: None
) -> None:
    """Fill an empty R-tree.

    Parameters
    ----------
    connection : sqlite3.Connection
        In a transaction.
    index : str
        Name of the R-tree, ``rtree_<table>_<geometry column>``.
    ids : (n,) int array
        Row ids of the features that have a geometry.
    bounds : (n, 4) float array
        min x, min y, max x, max y.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    import numpy as np

    if not len(ids):
        return
    boxes = _outward(bounds[:, [0, 2, 1, 3]])
    try:
        _write_nodes(connection, index, np.asarray(ids, dtype="int64"), boxes, tick)
    except sqlite3.OperationalError:  # a SQLite in defensive mode guards the nodes: fill the tree row by row
        connection.executemany(
            _sql("INSERT INTO", index, "VALUES (?, ?, ?, ?, ?)"), zip(ids.tolist(), *boxes.astype(float).T.tolist())
        )


def _sql(before: str, name: str, after: str) -> str:
    return " ".join([before, quoted(name), after])


def _outward(boxes: np.ndarray) -> np.ndarray:
    """Return boxes (min x, max x, min y, max y) in single precision that contain the exact ones."""
    import numpy as np

    rounded = boxes.astype("float32")
    low, high = [0, 2], [1, 3]
    too_high = rounded[:, low] > boxes[:, low]
    too_low = rounded[:, high] < boxes[:, high]
    rounded[:, low] = np.where(too_high, np.nextafter(rounded[:, low], np.float32(-np.inf)), rounded[:, low])
    rounded[:, high] = np.where(too_low, np.nextafter(rounded[:, high], np.float32(np.inf)), rounded[:, high])
    return rounded


def _write_nodes(connection: sqlite3.Connection, index: str, ids: np.ndarray, boxes: np.ndarray, tick: Tick) -> None:
    import numpy as np

    node_table, rowid_table, parent_table = (f"{index}_{part}" for part in ("node", "rowid", "parent"))
    size = connection.execute(_sql("SELECT length(data) FROM", node_table, "WHERE nodeno = 1")).fetchone()[0]
    capacity = (size - _HEADER) // _CELL
    order = _tiled(boxes, capacity)
    tick(0.2)
    ids, boxes = ids[order], boxes[order]
    height, next_number = 0, _ROOT + 1
    while True:
        starts = np.arange(0, len(ids), capacity)
        top = len(starts) == 1
        numbers = np.array([_ROOT]) if top else np.arange(next_number, next_number + len(starts))
        owner = np.repeat(numbers, capacity)[: len(ids)]
        by_id = np.argsort(ids, kind="stable")  # in order, SQLite appends; otherwise it looks for each row's place
        links, columns = (rowid_table, ("rowid", "nodeno")) if height == 0 else (parent_table, ("nodeno", "parentnode"))
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            some = by_id[start : start + _ROWS_AT_ONCE]
            insert_rows(connection, links, dict(zip(columns, (ids[some].tolist(), owner[some].tolist()))))
            tick(0.2 + 0.6 * min(start / len(ids), 1.0) if height == 0 else 0.9)
        blobs = _nodes(ids, boxes, capacity, size, height if top else 0)
        connection.executemany(_sql("REPLACE INTO", node_table, "VALUES (?, ?)"), zip(numbers.tolist(), blobs))
        if top:
            return
        lowest, highest = np.minimum.reduceat(boxes, starts), np.maximum.reduceat(boxes, starts)
        ids, boxes = numbers, np.where([True, False, True, False], lowest, highest)
        next_number += len(numbers)
        height += 1


def _tiled(boxes: np.ndarray, capacity: int) -> np.ndarray:
    """Return an order in which neighbours in space are neighbours in the list."""
    import numpy as np

    x, y = boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]
    slice_length = capacity * max(int(np.ceil(np.sqrt(len(boxes) / capacity))), 1)
    by_x = np.argsort(x, kind="stable")
    strip = np.empty(len(boxes), dtype="int64")
    strip[by_x] = np.arange(len(boxes)) // slice_length
    return np.lexsort((y, strip))


def _nodes(ids: np.ndarray, boxes: np.ndarray, capacity: int, size: int, height: int) -> list[bytes]:
    """Return the stored form of consecutive nodes of `capacity` cells, the last one shorter."""
    import numpy as np

    count = -(-len(ids) // capacity)
    cells = np.zeros(count * capacity, dtype=[("id", ">i8"), ("box", ">f4", 4)])
    cells["id"][: len(ids)] = ids
    cells["box"][: len(ids)] = boxes
    held = np.full(count, capacity)
    held[-1] = len(ids) - (count - 1) * capacity
    content = f"V{capacity * _CELL}"
    spare = size - _HEADER - capacity * _CELL
    nodes = np.zeros(count, dtype=[("height", ">u2"), ("cells", ">u2"), ("content", content), ("spare", "u1", spare)])
    nodes["height"], nodes["cells"] = height, held
    nodes["content"] = cells.view(content)
    return nodes.view(f"V{size}").tolist()
