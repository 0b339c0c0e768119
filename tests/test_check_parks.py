"""check_parks: the same verdicts as the whole pack, beside the untouched features of the register."""

from __future__ import annotations

import pytest
from factory_locations.tests import layers as L
from factory_locations.tests.cases import CASES, PARKS, SCALE, register

ADDED = ["in_park_id", "in_park_name", "park_verdict", "park_reason", "park_distance_m", "park_message"]


@pytest.fixture(scope="module")
def checked(provider, tmp_path_factory):
    """Every case, checked once on its own and once with the whole pack."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("parks")
    layers = {"FACTORIES": register(), "PARKS": L.parks(PARKS)}
    processing.run("factory:check_parks", {**layers, "OUTPUT": str(folder / "parked.gpkg")})
    processing.run("factory:check_locations", {**layers, "OUTPUT": str(folder / "findings.gpkg"), "ALL_ROWS": True})
    return folder


@pytest.fixture(scope="module")
def rows(checked):
    return {row["factory_id"]: row for row in L.rows(checked / "parked.gpkg", "parked")}


def test_every_case(rows):
    got = [(name, rows[name]["park_verdict"], rows[name]["park_reason"]) for name, *_ in CASES]
    assert got == [(case[0], case[10], case[11]) for case in CASES]
    for case in CASES:
        measured = case[12]
        expected = None if measured is None else pytest.approx(measured / SCALE, abs=0.011)
        assert rows[case[0]]["park_distance_m"] == expected


def test_the_park_a_factory_stands_in_is_named(rows):
    named = {name: (row["in_park_id"], row["in_park_name"]) for name, row in rows.items() if row["in_park_id"]}
    ssez = ("SSEZ", "Sihanoukville SEZ")
    inside = [case[0] for case in CASES if case[1] is not None and -3000 <= case[1] <= -2000 and 0 <= case[2] <= 1000]
    assert named == dict.fromkeys(inside, ssez)
    assert len(inside) > 4


def test_the_single_check_and_the_pack_say_the_same(checked, rows):
    for found in L.rows(checked / "findings.gpkg", "findings"):
        if found["role"] == "parks":
            row = rows[found["factory_id"]]
            assert (row["park_verdict"], row["park_reason"]) == (found["verdict"], found["reason"])
            assert (row["park_message"], row["park_distance_m"]) == (found["message"], found["measured_m"])


def test_the_register_comes_through_untouched(checked, rows):
    register_fields = [name for name, _ in L.FACTORY_FIELDS]
    some = next(iter(rows.values()))
    assert [name for name in some if name not in ("fid", "geom")] == register_fields + ADDED
    assert [shape is None for shape in L.shapes(checked / "parked.gpkg", "parked")] == [c[1] is None for c in CASES]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("SSEZ", ("pass", "inside_declared")),
        ("ssez", ("pass", "inside_declared")),
        ("  SSEZ ", ("pass", "inside_declared")),
        ("Sihanoukville  sez", ("pass", "inside_declared")),
        ("តំបន់សេដ្ឋកិច្ច", ("no data", "unknown_park")),
        ("SSEZ2", ("no data", "unknown_park")),
        ("", ("fail", "undeclared")),
        ("   ", ("fail", "undeclared")),
        (None, ("fail", "undeclared")),
    ],
)
def test_a_park_is_declared_by_id_or_name(run, tmp_path, declared, expected):
    """Case and spaces do not matter; anything else is another park."""
    cases = [("a", -2500, 500, "1410", 10, declared)]
    output = str(tmp_path / "out.gpkg")
    run("check_parks", {"FACTORIES": register(cases), "PARKS": L.parks(PARKS), "OUTPUT": output})
    (row,) = L.rows(output, "out")
    assert (row["park_verdict"], row["park_reason"]) == expected


def test_numbers_declare_parks_too(run, tmp_path):
    """Park ids as integers in one layer and as text, or with decimals, in the other are the same ids."""
    parks = L.layer("Polygon", (("park_id", "integer"),), [(L.box(-3000, 0, 1000), 7)], name="numbered")
    for kind, value in (("text", "7"), ("integer", 7), ("real", 7.0)):
        rows = [(L.point(-2500, 500), "a", value)]
        factories = L.layer("Point", (("factory_id", "text"), ("park_id", kind)), rows, name="register")
        output = str(tmp_path / f"{kind}.gpkg")
        run("check_parks", {"FACTORIES": factories, "PARKS": parks, "OUTPUT": output})
        (row,) = L.rows(output, kind)
        assert (row["park_verdict"], row["park_reason"]) == ("pass", "inside_declared"), kind


def test_an_id_wins_over_a_name(run, tmp_path):
    """One park is called what another has for an id."""
    parks = L.parks([(L.box(-3000, 0, 1000), "A", "B"), (L.box(0, 0, 1000), "B", "A")])
    output = str(tmp_path / "out.gpkg")
    run("check_parks", {"FACTORIES": register([("x", 500, 500, "1410", 0, "B")]), "PARKS": parks, "OUTPUT": output})
    (row,) = L.rows(output, "out")
    assert (row["park_reason"], row["in_park_id"]) == ("inside_declared", "B")


def test_overlapping_parks_are_told_in_the_log(run, tmp_path):
    parks = L.parks([(L.box(-3000, 0, 1000), "A", "A park"), (L.box(-2500, 0, 1000), "B", "B park")])
    given = {"FACTORIES": register(CASES[:2]), "PARKS": parks, "OUTPUT": str(tmp_path / "out.gpkg")}
    run("check_parks", given)
    told = [said for said in run.feedback.warnings if "overlap" in said]
    assert told == [
        "parks, feature 1: parks A (A park) and B (B park) overlap by 50.0 ha. "
        "Correct the boundaries; factories on the common ground count as inside both."
    ]


def test_no_park_is_drawn_at_all(run, tmp_path):
    """Outside a list of names stands everybody: that is no pass."""
    from qgis.core import QgsProcessingException

    parks = L.parks([(None, "SSEZ", "Sihanoukville SEZ"), (None, "PPSEZ", "Phnom Penh SEZ")], name="names only")
    output = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException) as refusal:
        run("check_parks", {"FACTORIES": register(CASES[:1]), "PARKS": parks, "OUTPUT": str(output)})
    assert str(refusal.value) == (
        "No polygon of layer “names only” can be used: no geometry. Correct the layer, or leave it out."
    )
    assert not output.exists()


def test_the_edge_of_two_adjacent_parks(run, tmp_path):
    """On the shared border with some accuracy: inside one or the other, so inside a park for sure."""
    parks = L.parks([(L.box(-3000, 0, 1000), "A", "A park"), (L.box(-2000, 0, 1000), "B", "B park")])
    cases = [("none", -2000, 500, "1410", 10, None), ("a", -2000, 500, "1410", 10, "A")]
    output = str(tmp_path / "out.gpkg")
    run("check_parks", {"FACTORIES": register(cases), "PARKS": parks, "OUTPUT": output})
    none, declares = L.rows(output, "out")
    assert (none["park_verdict"], none["park_reason"]) == ("fail", "undeclared")
    assert (declares["park_verdict"], declares["park_reason"]) == ("undecided", "on_edge")
