"""What the register calls its factories in Khmer: a result has the names that were read when it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.core import QgsVectorLayer

from ...project.localise import in_khmer
from ...reading import Source, source_with
from ..register.columns import USUAL_FIELDS

_FIELDS = {name: USUAL_FIELDS[name] for name in ("id", "name_km")}


def source_of(register: QgsVectorLayer | None) -> Source | None:
    """Return what to read of a register, in the window's thread; None where the names of the result are shown."""
    if register is None or not register.isValid() or not in_khmer():
        return None
    source = source_with(register, _FIELDS)
    return source if set(source.known) == set(_FIELDS) else None


def khmer_names(source: Source | None, tick: Callable[[float], None] = lambda _: None) -> Mapping[str, str]:
    """Return the Khmer names by the factories' ids, of those that have one; in any thread."""
    if source is None:
        return {}
    _, columns = source.columns(tick)
    named = dict(zip(source.known, columns))
    return {str(id_): str(name) for id_, name in zip(named["id"], named["name_km"]) if id_ is not None and name}
