import pytest
from factory_locations.tests import layers as L


def test_smoke(run, tmp_path):
    f = L.layer(
        "Point",
        (("factory_id", "text"), ("name_en", "text"), ("commune_code", "text"), ("loc_original", "text")),
        [
            ("POINT (11.5 104.9)", "F1", "A", "010101", "11.5, 104.9"),
            ("POINT (104.9 11.5)", "F2", "A", "010101", None),
            (None, "F3", "B", None, "11°30'N 104°54'E"),
        ],
        crs="EPSG:4326",
    )
    c = L.layer(
        "Polygon",
        (("code", "text"),),
        [("POLYGON((104 11, 105 11, 105 12, 104 12, 104 11))", "010101")],
        crs="EPSG:4326",
    )
    r = run(
        "check_coordinates",
        {"FACTORIES": f, "ADMIN_COMMUNES": c, "OUTPUT": str(tmp_path / "o.gpkg"), "SUMMARY": str(tmp_path / "s.json")},
    )
    print(r, run.feedback.text())
    print((tmp_path / "s.json").read_text())
    for t in ("problems", "proposals", "moves", "votes"):
        print(t, L.rows(tmp_path / "o.gpkg", t))
    assert 0
