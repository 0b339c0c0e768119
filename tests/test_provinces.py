"""Layers of provinces as they come: which fields hold codes and names, in which order they are given back."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L


@pytest.fixture
def read(provider):
    from factory_locations.processing.provinces import read_provinces
    from qgis.core import QgsProcessingContext

    def go(fields, *rows, **more):
        kinds = [(name, "text") for name in fields]
        given = {"PROVINCES": L.layer("Polygon", kinds, [(L.box(1000 * i, 0, 1000), *row) for i, row in rows])}
        algorithm = provider.algorithm("clusters").create()
        return read_provinces(algorithm, given, QgsProcessingContext(), L.CRS, **more)

    return go


@pytest.mark.parametrize(
    "fields",
    [("province_code", "name_en"), ("adm1_pcode", "ADM1_EN"), ("GID_1", "NAME_1"), ("CODE", "Name")],
)
def test_fields_of_usual_boundaries_are_found_in_any_case(read, fields):
    found = read(("fid_1", *fields), (0, ("x", "02", "Battambang")), (1, ("y", "01", "Banteay Meanchey")))
    assert found.known
    assert found.codes.tolist() == ["02", "01"]
    assert found.names.tolist() == ["Battambang", "Banteay Meanchey"]


def test_a_shared_border_goes_to_the_first_code(read):
    found = read(("code", "name"), (0, ("02", "B")), (1, ("01", "A")), (2, (None, "Sea"))).by_code()
    assert found.codes.tolist() == [None, "01", "02"]
    assert [round(shape.bounds[0] - L.X0) for shape in found.shapes] == [2000, 1000, 0]


def test_a_layer_without_usual_fields_is_read_all_the_same(read):
    found = read(("colour",), (0, ("red",)))
    assert not found.known
    assert found.codes.tolist() == found.names.tolist() == [None]


def test_only_the_codes_asked_for_count(read):
    found = read(("GID_1", "NAME_1"), (0, ("KHM.1_1", "Kep")), codes=("province_code", "code"))
    assert found.codes.tolist() == [None]
    assert found.names.tolist() == ["Kep"]


def test_nothing_given_is_nothing_read(provider):
    from factory_locations.processing.provinces import read_provinces
    from qgis.core import QgsProcessingContext

    assert read_provinces(provider.algorithm("clusters").create(), {}, QgsProcessingContext(), L.CRS) is None
