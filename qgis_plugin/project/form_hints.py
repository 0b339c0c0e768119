"""Hints in the form of a register that need more than the value: a list of codes, the place, the last check.

What cannot be asked is taken for right, such as a layer that has gone. So are the functions of the plugin, which are
only named in a text that QGIS reads when it comes to it: on a computer without the plugin a formula with them would
make every value look wrong.
"""

from __future__ import annotations

import csv

from qgis.core import QgsExpression, QgsVectorLayer

from ...processing.admin_layers import level_of
from ...processing.i18n import tr
from ...processing.paths import DATA
from ...processing.register.schema import RegisterField

_METRIC, _DEGREES = "'EPSG:32648'", "'EPSG:4326'"
# As the check of coordinates: a border may be off by so much.
_BORDER_M = 100
_ACCURACY = "loc_accuracy_m"
_TITLE_LETTERS = 60  # with the title of the field a line of the form
_IN_COUNTRY = "loc_datum"
_METHOD, _ACTIVITY, _REGISTERED = "loc_method", "isic", "registration_status"
_NOT_BROKEN = """coalesce(try(eval('factory_verdict("factory_id")')), '') <> 'fail'"""


def stated(field: RegisterField) -> tuple[str, str]:
    """Return that a value must be there, where much depends on it, and why; empty for the other fields."""
    name = QgsExpression.quotedColumnRef(field.name)
    if field.name == _ACTIVITY:
        return f"coalesce({name}, '') <> ''", tr("stated, because the activity decides which rules apply")
    if field.name == _METHOD:
        why = tr("stated, because how a place was found tells how far it can be trusted")
        return f"($geometry IS NULL OR coalesce({name}, '') NOT IN ('', 'unknown'))", why
    if field.name == _ACCURACY:
        why = tr("stated, because no check can know otherwise how far off the place may be")
        return f"($geometry IS NULL OR {name} IS NOT NULL)", why
    return "", ""


def not_broken(field: RegisterField, register: QgsVectorLayer) -> tuple[str, str]:
    """Return that the last check of the project found no rule broken, told beside the status of the registration."""
    if field.name != _REGISTERED or register.fields().lookupField("factory_id") < 0:
        return "", ""
    return _NOT_BROKEN, tr("of a factory that breaks no rule in the last check")


def activity_named(title: str) -> str:
    """Return an expression for the title of the activity's field, with what the activity of a factory is called.

    Without the plugin it is the title alone.
    """
    unknown = QgsExpression.quotedValue(tr("not a code of ISIC Rev. 4"))
    asked = f"coalesce(factory_activity({QgsExpression.quotedColumnRef(_ACTIVITY)}), {unknown})"
    named = f"wordwrap(try(eval({QgsExpression.quotedValue(asked)})), {_TITLE_LETTERS})"
    stated = f"coalesce({QgsExpression.quotedColumnRef(_ACTIVITY)}, '') <> ''"
    bare = QgsExpression.quotedValue(title)
    return f"{bare} || if({stated}, coalesce(': ' || {named}, ''), '')"


def known_code(field: RegisterField) -> tuple[str, str]:
    """Return what a code of a short list must be, as an expression and in words; empty where there is no such list."""
    reference = field.reference
    if reference is None or reference.vintage is not None or reference.separator is not None:
        return "", ""
    with (DATA / reference.file).open(encoding="utf-8", newline="") as file:
        codes = sorted({row[reference.column] for row in csv.DictReader(file)})
    name = QgsExpression.quotedColumnRef(field.name)
    cut = f"left({name}, {reference.digits})" if reference.digits else name
    listed = ",".join(QgsExpression.quotedValue(code) for code in codes if code.isdigit())
    return f"{cut} IN ({listed})", tr("a code of the list")


def in_unit(field: RegisterField, register: QgsVectorLayer, admin: QgsVectorLayer | None) -> tuple[str, str]:
    """Return that the place lies in the unit of the code, as far as a layer of its level tells.

    Only the unit of the code is looked up, by its code: the form asks with every letter that is typed.
    """
    known = None if admin is None else level_of(admin)
    if admin is None or known is None or field.name != known[0].field:
        return "", ""
    layer, code = QgsExpression.quotedValue(admin.id()), QgsExpression.quotedColumnRef(field.name)
    unit = f"geometry(get_feature({layer}, {QgsExpression.quotedValue(known[1])}, {code}))"
    away = (
        f"distance(transform($geometry, @layer_crs, {_METRIC}), "
        f"transform({unit}, layer_property({layer}, 'crs'), {_METRIC}))"
    )
    reach = f'max({_BORDER_M}, coalesce("loc_accuracy_m", 0))'
    return f"coalesce(try({away} <= {reach}), true)", tr("of the unit that the place is in")


def in_country(field: RegisterField) -> tuple[str, str]:
    """Return that the place is in Cambodia, told beside the datum: a wrong one is mostly why it is not."""
    if field.name != _IN_COUNTRY:
        return "", ""
    from ...processing.analysis.envelope import ENVELOPE

    west, south, east, north = ENVELOPE
    point = f"transform(point_on_surface($geometry), @layer_crs, {_DEGREES})"
    sides = ((f"x({point})", west, east), (f"y({point})", south, north))
    inside = " AND ".join(f"{value} >= {least} AND {value} <= {most}" for value, least, most in sides)
    return f"coalesce(try({inside}), true)", tr("with a place in Cambodia")
