"""Layers that were read already, kept for the next check of the same QGIS.

A layer is taken from here only while nothing of it can have changed: it is read from plain files, no edits are open,
and the files, filter, coordinate system, fields and metadata are what they were. Everything else is read anew each
time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from qgis.core import QgsFields, QgsProcessingFeatureSource, QgsVectorLayer

from ..frames import LayerFrame, abstract, definition, vintage_of
from ..storage.files import files_read, sources_of_vrt
from ..uri import decoded

if TYPE_CHECKING:
    from ..rules.pack import Pack

Value = TypeVar("Value")

# A coordinate takes some 16 bytes in a geometry and about as much in an index: a quarter of a gigabyte at most.
_MOST_COORDINATES = 8_000_000
_MOST_ENTRIES = 128


@dataclass(frozen=True)
class _Entry:
    value: Any
    weight: int


class LayerStore:
    """A memory of what was read, the longest unused of which is forgotten first.

    Parameters
    ----------
    most : int
        Coordinates held at most, over all entries; what is heavier than that by itself is not kept.
    entries : int
        Entries held at most.
    """

    def __init__(self, most: int = _MOST_COORDINATES, entries: int = _MOST_ENTRIES) -> None:
        self._most, self._count = most, entries
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def taken(self, key: Hashable | None, make: Callable[[], Value], weigh: Callable[[Value], int]) -> Value:
        """Return what is kept under a key, else make it and keep it; with no key, only make it.

        `make` runs outside of the lock: two runs at once may read a layer twice, but never wait for each other.
        """
        if key is None:
            return make()
        with self._lock:
            known = self._entries.get(key)
            if known is not None:
                self._entries.move_to_end(key)
                return cast(Value, known.value)
        value = make()
        with self._lock:
            self._entries[key] = _Entry(value, weigh(value))
            self._shrink()
        return value

    def forget(self, key: Hashable) -> None:
        """Forget one thing."""
        with self._lock:
            self._entries.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()

    def _shrink(self) -> None:
        held = sum(entry.weight for entry in self._entries.values())
        while self._entries and (held > self._most or len(self._entries) > self._count):
            held -= self._entries.popitem(last=False)[1].weight


STORE = LayerStore()


def weight(*layers: LayerFrame) -> int:
    """Return how many coordinates layers hold."""
    import shapely

    return sum(int(shapely.get_num_coordinates(layer.frame.geometry.array).sum()) for layer in layers)


def stamp(source: QgsProcessingFeatureSource | None, layer: QgsVectorLayer | None, crs: str) -> Hashable | None:
    """Return what tells one state of a layer from every other, None where no such thing is known.

    Parameters
    ----------
    source : QgsProcessingFeatureSource or None
        What of the layer is asked for; a selection or a filter makes it fewer features than the layer has.
    layer : QgsVectorLayer or None
    crs : str
        The working CRS.
    """
    if source is None or layer is None or layer.providerType() != "ogr" or layer.isModified():
        return None
    if not 0 < layer.featureCount() == source.featureCount():
        return None
    fields = layer.fields()
    if any(fields.fieldOrigin(i) != QgsFields.FieldOrigin.OriginProvider for i in range(len(fields))):
        return None  # joined and virtual fields change without a trace
    path = decoded("ogr", layer.source()).get("path") or ""
    if files_stamp(path) is None or any(files_stamp(name) is None for name in sources_of_vrt(path)):
        return None  # no file, or a VRT that reads from elsewhere
    state = tuple((file, files_stamp(file)) for file in sorted(files_read(layer, lambda _: None)))
    metadata = abstract(layer), vintage_of(layer)
    about = layer.name(), layer.subsetString(), definition(layer.crs()), metadata, tuple(fields.names())
    return layer.source(), about, crs, state


def files_stamp(path: str | Path) -> Hashable | None:
    """Return size and time of change of a file and of its log; None where there is no such file."""
    # A database in use writes to a log first; the log is a part of it.
    states = [_state(file) for file in (Path(path), Path(f"{path}-wal"))]
    return None if states[0] is None else tuple(states)


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        known = path.stat()
    except (OSError, ValueError):  # no such file, or no name of one
        return None
    # An empty log is as good as none: readers of a database make and remove it.
    return (known.st_ino, known.st_size, known.st_mtime_ns) if path.is_file() and known.st_size else None


def remembered_pack(path: str | Path) -> Pack:
    """Return a rule pack, read again only if one of its files has changed; the same errors as `read_pack`."""
    from ..paths import DEFAULT_PACK
    from ..rules.pack import read_pack

    chosen = Path(path) if str(path) else DEFAULT_PACK
    key = ("pack", str(chosen))
    kept = STORE.taken(key, lambda: _with_stamps(read_pack(path)), lambda _: 0)
    if kept[1] != _stamps(kept[0]):
        STORE.forget(key)
        kept = STORE.taken(key, lambda: _with_stamps(read_pack(path)), lambda _: 0)
    return kept[0]


def _with_stamps(pack: Pack) -> tuple[Pack, Sequence[Hashable | None]]:
    return pack, _stamps(pack)


def _stamps(pack: Pack) -> Sequence[Hashable | None]:
    return [files_stamp(pack.path.parent / name) for name in pack.files]
