"""Field definitions, made in one place because QGIS 3.22 and QGIS 4 name field types differently."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant

KINDS = {
    "text": QMetaType.Type.QString,
    "integer": QMetaType.Type.LongLong,
    "real": QMetaType.Type.Double,
    "boolean": QMetaType.Type.Bool,
    "date": QMetaType.Type.QDate,
    "datetime": QMetaType.Type.QDateTime,
}


def make_field(name: str, kind: str) -> QgsField:
    """Return a field.

    Parameters
    ----------
    name : str
    kind : {'text', 'integer', 'real', 'boolean', 'date', 'datetime'}
    """
    meta = KINDS[kind]
    try:
        return QgsField(name, meta)
    except TypeError:  # before QGIS 3.38 a field takes QVariant's name for the same number
        return QgsField(name, QVariant.Type(int(meta)))


def make_fields(definitions: Iterable[tuple[str, str]]) -> QgsFields:
    """Return fields from pairs of name and kind."""
    fields = QgsFields()
    for name, kind in definitions:
        fields.append(make_field(name, kind))
    return fields
