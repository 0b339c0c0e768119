"""Of which level a layer of administrative units is, told by its fields or by its codes."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L


def units(*fields, **values):
    row = (L.box(0, 0, 1000), *(values.get(name) for name in fields))
    return L.layer("Polygon", [(name, "text") for name in fields], [row])


@pytest.mark.parametrize(
    ("fields", "parameter", "field"),
    [
        (("name", "commune_code"), "ADMIN_COMMUNES", "commune_code"),
        (("PRO_CODE", "DIS_CODE", "COM_CODE"), "ADMIN_COMMUNES", "COM_CODE"),
        (("adm1_pcode", "adm2_pcode"), "ADMIN_DISTRICTS", "adm2_pcode"),
        (("ADM1_PCODE",), "ADMIN_PROVINCES", "ADM1_PCODE"),
        (("shapeISO",), "ADMIN_PROVINCES", "shapeISO"),
    ],
)
def test_the_smallest_unit_with_a_field_tells(qgis_app, fields, parameter, field):
    from factory_locations.processing.admin_layers import level_of

    level, found = level_of(units(*fields, shapeISO="KH-7"))
    assert (level.parameter, found) == (parameter, field)


@pytest.mark.parametrize(("code", "digits"), [("010201", 6), ("10201", 6), ("KH0102", 4), ("12", 2), ("0102", 4)])
def test_codes_tell_where_no_field_does(qgis_app, code, digits):
    from factory_locations.processing.admin_layers import level_of

    level, field = level_of(units("Code", "name", Code=code))
    assert (level.digits, field) == (digits, "Code")


@pytest.mark.parametrize("layer", [("name",), ("code", "name")])
def test_nothing_tells(qgis_app, layer):
    from factory_locations.processing.admin_layers import level_of

    assert level_of(units(*layer, code="Kampot")) is None


def test_the_first_code_that_is_one_tells(qgis_app):
    from factory_locations.processing.admin_layers import level_of

    rows = [(L.box(0, 0, 1000), code) for code in (None, "", "no code", "0102")]
    assert level_of(L.layer("Polygon", [("code", "text")], rows))[0].digits == 4


def test_an_empty_field_of_geoboundaries_tells_nothing(qgis_app):
    """Its layers of districts have the field of provinces, too, without a value."""
    from factory_locations.processing.admin_layers import level_of

    assert level_of(units("shapeName", "shapeISO", shapeName="Chhuk", shapeISO="")) is None
    assert level_of(units("shapeName", "shapeISO", shapeName="Kampot", shapeISO="KH-7"))[0].digits == 2
