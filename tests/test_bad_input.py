"""What goes wrong at a user's desk: the sentence says what and what to do, and nothing half-written stays.

Every refusal here also checks that the output folder is as it was and that the inputs kept their checksums.
"""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

CHECKS = ("check_zoning", "check_parks", "check_locations")
WITH_ZONING = ("check_zoning", "check_locations")
WITH_PARKS = ("check_parks", "check_locations")
WRITERS = ("check_zoning", "check_locations")  # a layer, or tables
LABELS = {"FACTORIES": "Factories", "ZONING": "Zoning", "PARKS": "Industrial parks"}

FACTORIES = [
    (L.point(500, 500), "F1", "Lotus Garment", "1410", 10.0, "12", None),
    (L.point(1500, 500), "F2", "Angkor Chemicals", "2011", 10.0, "12", "SSEZ"),
]
ZONES = [(L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020), (L.box(1000, 0, 1000), "Z2", "RES", "Town", 2020)]
PARKS = [(L.box(-2000, 0, 1000), "SSEZ", "Sihanoukville SEZ", 2019)]


class Desk:
    """A folder of inputs, a folder for outputs, and the checks to run on them."""

    def __init__(self, folder, run) -> None:
        self.inputs, self.outputs, self.run = folder / "in", folder / "out", run
        self.inputs.mkdir()
        self.outputs.mkdir()
        self.good = self.inputs / "good.gpkg"

    def parameters(self, algorithm: str, **changed) -> dict:
        from qgis.core import QgsApplication

        given = {
            "FACTORIES": f"{self.good}|layername=factories",
            "ZONING": f"{self.good}|layername=zoning",
            "PARKS": f"{self.good}|layername=parks",
            "OUTPUT": str(self.outputs / "result.gpkg"),
            **changed,
        }
        known = QgsApplication.processingRegistry().algorithmById(f"factory:{algorithm}")
        return {k: v for k, v in given.items() if v is not None and known.parameterDefinition(k) is not None}

    def refused(self, algorithm: str, **changed) -> str:
        """Run what must be refused; return the sentence."""
        from qgis.core import QgsProcessingException

        before, listed = L.checksums(self.inputs), L.checksums(self.outputs)
        with pytest.raises(QgsProcessingException) as refusal:
            self.run(algorithm, self.parameters(algorithm, **changed))
        assert L.checksums(self.outputs) == listed
        assert L.checksums(self.inputs) == before
        sentence = str(refusal.value)
        assert "should not happen" not in sentence, sentence
        return sentence

    def checked(self, algorithm: str = "check_locations", **changed) -> list[dict]:
        """Run what must work; return the summary rows of the factories, or the output's rows."""
        before = L.checksums(self.inputs)
        self.run(algorithm, self.parameters(algorithm, **changed))
        assert L.checksums(self.inputs) == before
        table = "factory_summary" if algorithm == "check_locations" else "result"
        return L.rows(self.outputs / "result.gpkg", table)

    def problems(self) -> list[dict]:
        return L.rows(self.outputs / "result.gpkg", "layer_problems")


@pytest.fixture(scope="module")
def good_gpkg(provider, tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "good.gpkg"
    L.saved(L.factories(FACTORIES), path)
    L.saved(L.zoning(ZONES), path)
    L.saved(L.parks(PARKS), path)
    return path


@pytest.fixture
def desk(good_gpkg, tmp_path, run):
    made = Desk(tmp_path, run)
    shutil.copy(good_gpkg, made.good)
    return made


# --- layers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", CHECKS)
def test_a_file_that_is_not_there(desk, algorithm):
    gone = desk.inputs / "nowhere.gpkg"
    assert desk.refused(algorithm, FACTORIES=str(gone)) == f"Factories: there is no layer or file “{gone}”."


def test_a_table_that_is_not_there(desk):
    source = f"{desk.good}|layername=harbours"
    assert desk.refused("check_zoning", ZONING=source) == (
        f"Zoning: “{desk.good}” has no layer “harbours”. It has: factories, zoning, parks."
    )


@pytest.mark.parametrize(
    ("algorithm", "parameter"),
    [
        ("check_coordinates", "FACTORIES"),
        ("check_locations", "EXCEPTIONS"),
        ("clusters", "PROVINCES"),
        ("compare_runs", "BEFORE"),
        ("hot_spots", "AREA"),
        ("local_sourcing", "BUYERS"),
        ("local_sourcing", "MATERIALS"),
        ("location_map", "ZONING"),
        ("park_capacity", "FACILITIES"),
        ("park_capacity", "PREMISES"),
        ("proximity", "ROADS"),
        ("proximity", "TARGETS"),
        ("register_quality", "ADMIN"),
        ("safety_buffers", "PEOPLE"),
        ("safety_buffers", "RECEPTORS"),
    ],
)
def test_a_misspelt_table_is_told_with_those_there_are(desk, provider, run, algorithm, parameter):
    """In all algorithms, of single layers and of lists; the first table of the file is never taken instead."""
    definition = provider.algorithm(algorithm).parameterDefinition(parameter)
    source = f"{desk.good}|layername=harbours"
    given = {
        "FACTORIES": f"{desk.good}|layername=factories",
        "PARKS": f"{desk.good}|layername=parks",
        "OUTPUT": str(desk.inputs / "out.gpkg"),
        "PEOPLE_FIELD": "people",
        "TARGETS": [f"{desk.good}|layername=parks"],
        parameter: [source] if parameter in ("FACILITIES", "MATERIALS", "RECEPTORS", "TARGETS") else source,
    }
    given = {name: value for name, value in given.items() if provider.algorithm(algorithm).parameterDefinition(name)}
    with pytest.raises(Exception, match="harbours") as refusal:
        run(algorithm, given)
    assert str(refusal.value) == (
        f"{definition.description()}: “{desk.good}” has no layer “harbours”. It has: factories, zoning, parks."
    )


def test_a_layer_id_that_is_not_there(desk):
    sentence = desk.refused("check_parks", PARKS="parks_2f3b6c1e")
    assert sentence == "Industrial parks: there is no layer or file “parks_2f3b6c1e”."


def test_a_source_longer_than_any_file_name(desk):
    assert "there is no layer or file" in desk.refused("check_parks", PARKS="x" * 5000)


def test_a_project_layer_whose_file_has_gone(desk):
    """QGIS keeps such a layer in the project, marked as unavailable."""
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(str(desk.inputs / "moved.gpkg"), "Zones of 2019", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        for given in (layer, layer.id(), "Zones of 2019"):
            assert desk.refused("check_zoning", ZONING=given) == (
                "Zoning: layer “Zones of 2019” is in the project but its source cannot be opened. Was it moved?"
            )
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize(
    ("parameter", "content"),
    [
        ("FACTORIES", "nothing"),
        ("FACTORIES", "noise"),
        ("FACTORIES", "header only"),
        ("FACTORIES", "half"),
        ("ZONING", "half"),
        ("PARKS", "nothing"),
    ],
)
def test_a_damaged_geopackage(desk, parameter, content):
    damaged = desk.inputs / "damaged.gpkg"
    whole = desk.good.read_bytes()
    damaged.write_bytes(
        {
            "nothing": b"",
            "noise": bytes(range(256)) * 40,
            "header only": whole[:100],
            "half": whole[: len(whole) // 2],
        }[content]
    )
    source = f"{damaged}|layername={parameter.lower()}"
    sentence = desk.refused("check_locations", **{parameter: source})
    role = LABELS[parameter]
    if content == "nothing":
        assert sentence == f"{role}: the file “{damaged}” is empty (0 bytes). Get it again from its source."
    else:
        assert sentence.startswith(f"{role}: “{source}” cannot be opened as a layer. It may be damaged")


def test_a_geopackage_damaged_inside_is_never_half_read(desk):
    """Some pages of the table are lost: whoever reads on would call the rest of the register the whole."""
    many = desk.inputs / "many.gpkg"
    rows = [(L.point(i % 1000, i // 10), f"F{i:05d}", "x" * 50, "1410", 1.0, "12", None) for i in range(3000)]
    source = L.saved(L.factories(rows), many, "factories")
    content = bytearray(many.read_bytes())
    middle = content.index(b"F01500") // 4096 * 4096
    content[middle : middle + 3 * 4096] = b"\xff" * (3 * 4096)
    many.write_bytes(content)
    sentence = desk.refused("check_locations", FACTORIES=source)
    assert "many.gpkg" in sentence or "factories" in sentence
    assert "damaged" in sentence or "read" in sentence


@pytest.mark.parametrize(
    ("algorithm", "parameter", "wanted"),
    [
        ("check_zoning", "FACTORIES", "points or polygons"),
        ("check_zoning", "ZONING", "polygons"),
        ("check_parks", "PARKS", "polygons"),
        ("check_locations", "FACTORIES", "points or polygons"),
    ],
)
def test_lines_are_no_places(desk, algorithm, parameter, wanted):
    roads = L.layer("LineString", (("factory_id", "text"),), [("LINESTRING(0 0, 1 1)", "R4")], name="National road 4")
    sentence = desk.refused(algorithm, **{parameter: roads})
    assert sentence == (f"{LABELS[parameter]}: layer “National road 4” holds lines (LineString); {wanted} are needed.")


def test_points_are_no_zones(desk):
    sentence = desk.refused("check_zoning", ZONING=f"{desk.good}|layername=factories")
    assert sentence == "Zoning: layer “factories” holds points (Point); polygons are needed."


def test_a_table_without_geometry(desk):
    table = L.layer("NoGeometry", (("factory_id", "text"),), [(None, "F1")], name="register")
    assert desk.refused("check_zoning", FACTORIES=table) == (
        "Factories: layer “register” is a table without geometry; points or polygons are needed. "
        "If it has columns of coordinates, make points of them first (“Create points layer from table”)."
    )


@pytest.mark.parametrize("parameter", ["FACTORIES", "ZONING", "PARKS"])
def test_no_crs(desk, parameter):
    makers = {"FACTORIES": (L.factories, FACTORIES), "ZONING": (L.zoning, ZONES), "PARKS": (L.parks, PARKS)}
    make, rows = makers[parameter]
    sentence = desk.refused("check_locations", **{parameter: make(rows, crs="", name="unlabelled")})
    assert sentence == (
        f"{LABELS[parameter]}: layer “unlabelled” has no coordinate reference system. Set it in the layer's "
        "properties, or in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648."
    )


@pytest.mark.parametrize(
    ("algorithm", "parameter"),
    [("check_zoning", "FACTORIES"), ("check_zoning", "ZONING"), ("check_parks", "PARKS"), ("check_locations", "PARKS")],
)
def test_a_layer_without_features(desk, algorithm, parameter):
    makers = {"FACTORIES": L.factories, "ZONING": L.zoning, "PARKS": L.parks}
    sentence = desk.refused(algorithm, **{parameter: makers[parameter]([], name="blank")})
    assert sentence == f"{LABELS[parameter]}: layer “blank” has no features."


def test_a_selection_of_nothing(desk):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = L.factories(FACTORIES, name="register")
    QgsProject.instance().addMapLayer(layer)
    try:
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        assert desk.refused("check_zoning", FACTORIES=chosen) == (
            "Factories: no feature of layer “register” is selected. Select some, or untick “Selected features only”."
        )
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def test_a_filter_that_leaves_nothing(desk):
    source = f"{desk.good}|layername=factories|subset=\"factory_id\" = 'F99'"
    assert desk.refused("check_zoning", FACTORIES=source) == "Factories: layer “factories” has no features."


@pytest.mark.parametrize(("zoning", "parks"), [(None, None), ("", "")])
def test_nothing_to_check_against(desk, zoning, parks):
    assert desk.refused("check_locations", ZONING=zoning, PARKS=parks) == (
        "Choose a zoning layer, a parks layer or another: there is nothing to check against."
    )


def test_zoning_elsewhere_is_no_data_with_a_hint(desk):
    """Zones of another province: every factory is without data, and the layers' CRSs are named."""
    far = [(L.box(200_000, 200_000, 1000), "Z9", "LIND", "Far", 2020)]
    rows = desk.checked(ZONING=L.zoning(far, name="far zones"))
    assert {(row["zone_verdict"], row["zone_reason"]) for row in rows} == {("no data", "no_zoning")}
    hint = [row for row in desk.problems() if row["layer"] == "far zones"]
    assert [row["problem"] for row in hint] == ["the zoning layer covers none of the 2 factories"]
    assert hint[0]["advice"] == (
        "If it should, check the CRS of “far zones” (EPSG:32648) and “factories” (EPSG:32648)."
    )
    assert any("covers none of the 2 factories" in said for said in desk.run.feedback.warnings)


@pytest.mark.parametrize("parameter", ["FACTORIES", "ZONING"])
def test_metres_labelled_as_degrees(desk, parameter):
    """A layer in UTM metres under EPSG:4326: no verdict comes from it, and the label is suspected."""
    make, rows = {"FACTORIES": (L.factories, FACTORIES), "ZONING": (L.zoning, ZONES)}[parameter]
    summary = desk.checked(**{parameter: make(rows, crs="EPSG:4326", name="mislabelled")})
    told = [row for row in desk.problems() if row["layer"] == "mislabelled" and row["feature_id"]]
    assert {row["problem"] for row in told} == {"the coordinates do not fit the layer's CRS (EPSG:4326)"}
    assert {row["advice"] for row in told} == {
        "Nothing is known of where it stands; correct the coordinates, or set the CRS they are really in."
    }
    reason = "no_location" if parameter == "FACTORIES" else "no_zoning"
    assert {(row["zone_verdict"], row["zone_reason"]) for row in summary} == {("no data", reason)}
    if parameter == "FACTORIES":
        assert {row["park_verdict"] for row in summary} == {"no data"}


@pytest.mark.parametrize("algorithm", WITH_PARKS)
def test_parks_in_metres_labelled_as_degrees(desk, algorithm):
    """No boundary is left: every factory would stand outside every park, a pass."""
    sentence = desk.refused(algorithm, PARKS=L.parks(PARKS, crs="EPSG:4326", name="mislabelled"))
    assert sentence == (
        "No polygon of layer “mislabelled” can be used: the coordinates do not fit the layer's CRS (EPSG:4326). "
        "Correct the layer, or leave it out."
    )


@pytest.mark.parametrize("crs", ["EPSG:32648", "EPSG:3148"])
@pytest.mark.parametrize("parameter", ["FACTORIES", "ZONING"])
def test_degrees_labelled_as_metres(desk, parameter, crs):
    """Every factory would stand a hundred metres from the equator, outside every park: a pass."""
    shape = "POINT (104.9 11.5)" if parameter == "FACTORIES" else "POLYGON ((104 11, 105 11, 105 12, 104 11))"
    make = L.factories if parameter == "FACTORIES" else L.zoning
    sentence = desk.refused("check_locations", **{parameter: make([(shape, "A", "LIND")], crs=crs, name="mislabelled")})
    assert sentence == (
        f"Layer “mislabelled” is labelled {crs}, but its coordinates look like degrees. "
        "Set the CRS that they are in, often EPSG:4326."
    )


# --- working CRS -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", CHECKS)
def test_a_working_crs_in_degrees(desk, algorithm):
    assert desk.refused(algorithm, CRS="EPSG:4326") == (
        "The working CRS EPSG:4326 is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648."
    )


def test_an_unknown_working_crs(desk):
    assert desk.refused("check_zoning", CRS="EPSG:999999") == (
        "The working CRS is not known. Choose a projected one in metres, such as EPSG:32648."
    )


def test_a_working_crs_that_stretches_distances(desk):
    said = desk.refused("check_zoning", CRS="EPSG:3857")
    assert said.startswith("Distances in the working CRS WGS 84 / Pseudo-Mercator are ")
    assert "EPSG:32648" in said


def test_a_working_crs_in_feet(desk):
    assert desk.refused("check_zoning", CRS="EPSG:2263") == (
        "The working CRS NAD83 / New York Long Island (ftUS) measures in US survey foot. "
        "Choose one in metres, such as EPSG:32648."
    )


def test_a_geocentric_working_crs(desk):
    assert "choose a projected CRS such as EPSG:32648" in desk.refused("check_zoning", CRS="EPSG:4978")


@pytest.mark.parametrize("nothing", [""])
def test_an_empty_working_crs_is_the_usual_one(desk, nothing):
    assert len(desk.checked("check_zoning", CRS=nothing)) == 2


# --- fields ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("algorithm", "parameter", "layer"),
    [
        ("check_zoning", "ZONE_FIELD", "zoning"),
        ("check_zoning", "ZONE_NAME_FIELD", "zoning"),
        ("check_zoning", "ACTIVITY_FIELD", "factories"),
        ("check_zoning", "ACCURACY_FIELD", "factories"),
        ("check_zoning", "FACTORY_ID_FIELD", "factories"),
        ("check_parks", "PARK_ID_FIELD", "parks"),
        ("check_parks", "DECLARED_PARK_FIELD", "factories"),
        ("check_locations", "PROVINCE_FIELD", "factories"),
        ("check_locations", "NAME_FIELD", "factories"),
    ],
)
def test_a_field_that_is_not_there(desk, algorithm, parameter, layer):
    sentence = desk.refused(algorithm, **{parameter: "colour"})
    assert sentence.startswith(f"Layer “{layer}” has no field “colour” ({parameter}). It has: fid, ")


@pytest.mark.parametrize(
    ("algorithm", "parameter", "what", "usual"),
    [
        ("check_zoning", "ZONING", "Zone code field (ZONE_FIELD)", "zone_code"),
        ("check_locations", "ZONING", "Zone code field (ZONE_FIELD)", "zone_code"),
        ("check_parks", "PARKS", "Park id field (PARK_ID_FIELD)", "park_id"),
        ("check_zoning", "FACTORIES", "Activity field (ISIC Rev. 4) (ACTIVITY_FIELD)", "isic"),
    ],
)
def test_a_needed_field_that_nobody_named(desk, algorithm, parameter, what, usual):
    shape = L.point(1, 1) if parameter == "FACTORIES" else L.box(0, 0, 1000)
    kind = "Point" if parameter == "FACTORIES" else "Polygon"
    layer = L.layer(kind, (("klass", "text"), ("remark", "text")), [(shape, "LIND", "")], name="bare")
    assert desk.refused(algorithm, **{parameter: layer}) == (
        f"Say which field of layer “bare” is the {what}: it has no field “{usual}”. It has: klass, remark."
    )


def test_names_in_khmer_and_with_spaces_and_quotes(desk):
    """Layers, fields, codes, values, folders and files: all text is text."""
    folder = desk.outputs / "លទ្ធផល ឆ្នាំ ២០២៦ 100% 'O''Neill'"
    folder.mkdir()
    fields = (("លេខ កូដ", "text"), ('ឈ្មោះ "km"', "text"), ("isic", "text"))
    register = L.layer("Point", fields, [(L.point(500, 500), "ក-១", "រោងចក្រ {area}", "1410")], name="បញ្ជី រោងចក្រ")
    source = L.saved(register, desk.inputs / "រោងចក្រ 1.gpkg")
    zones = L.layer("Polygon", (("តំបន់", "text"),), [(L.box(0, 0, 1000), "LIND")], name="តំបន់ 'ក'")
    output = folder / "ការពិនិត្យ (1).gpkg"
    desk.run(
        "check_locations",
        {
            "FACTORIES": source, "FACTORY_ID_FIELD": "លេខ កូដ", "NAME_FIELD": "ឈ្មោះ \"km\"",
            "ZONING": zones, "ZONE_FIELD": "តំបន់", "ALL_ROWS": True,
            "OUTPUT": str(output), "SUMMARY": str(folder / "ស.json"),
        },
    )  # fmt: skip
    row = next(row for row in L.rows(output, "findings") if row["rule_id"] == "KH-ZON-01")
    assert (row["factory_id"], row["factory_name"], row["verdict"]) == ("ក-១", "រោងចក្រ {area}", "pass")
    assert row["layer_name"] == "តំបន់ 'ក'"
    summary = json.loads((folder / "ស.json").read_text(encoding="utf-8"))
    assert summary["provenance"]["layers"][0]["name"] == "បញ្ជី រោងចក្រ"
    assert sorted(path.name for path in folder.iterdir()) == sorted(["ការពិនិត្យ (1).gpkg", "ស.json"])


def test_a_vintage_field_in_capitals(desk):
    zones = L.layer("Polygon", (("zone_code", "text"), ("VINTAGE", "integer")), [(L.box(0, 0, 1000), "LIND", 2018)])
    desk.checked(ZONING=L.saved(zones, desk.inputs / "zones.gpkg"), ALL_ROWS=True)
    rows = L.rows(desk.outputs / "result.gpkg", "findings")
    assert {row["layer_vintage"] for row in rows if row["feature_id"] and row["role"] == "zoning"} == {"2018"}


@pytest.mark.parametrize("name", ["geometry", "geom", "FID", "feature_id", "zone_code", "zone_message"])
def test_fields_with_names_that_we_use_too(desk, name):
    """An input field keeps its name and values whatever the outputs and frames call their own columns."""
    kind = "integer" if name == "FID" else "text"
    value = 77 if name == "FID" else "kept"
    register = L.layer("Point", (("isic", "text"), (name, kind)), [(L.point(500, 500), "1410", value)], name="register")
    results = desk.run("check_zoning", desk.parameters("check_zoning", FACTORIES=register))
    from qgis.core import QgsVectorLayer

    written = results["OUTPUT"]
    written = QgsVectorLayer(written, "w", "ogr") if isinstance(written, str) else written
    (feature,) = written.getFeatures()
    mine = [f.name() for f in written.fields() if f.name() != "fid"]
    assert feature[name if name in mine else "fid"] == value
    verdict = next(n for n in mine if n.startswith("zone_verdict"))
    assert feature[verdict] == "pass"
    assert not feature.geometry().isNull()


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [-1, "-0.5", "about 50", "nan", "inf"])
def test_a_default_accuracy_that_is_no_distance(desk, value):
    assert desk.refused("check_locations", DEFAULT_ACCURACY=value) == (
        f"“{value}” is no accuracy (DEFAULT_ACCURACY): give a number of metres, 0 or more."
    )


@pytest.mark.parametrize("where", [(math.nan, math.nan), (math.inf, 0.0), (math.nan, 5.0)])
def test_coordinates_that_are_no_numbers(desk, where):
    from qgis.core import QgsGeometry, QgsPointXY

    rows = [(QgsGeometry.fromPointXY(QgsPointXY(*where)), "lost", "", "1410"), FACTORIES[0]]
    sources = [L.saved(L.factories(rows), desk.inputs / "lost.gpkg")]
    if math.isnan(where[0]):  # QGIS itself cannot open a memory layer that holds an infinite coordinate
        sources.append(L.factories(rows))
    for source in sources:
        lost, found = desk.checked(FACTORIES=source)
        assert (lost["verdict"], lost["zone_reason"], lost["park_reason"]) == ("no data", "no_location", "no_location")
        assert lost["why"].startswith("The factory has no usable location: ")
        assert found["zone_verdict"] == "pass"
        (told,) = [row for row in desk.problems() if row["layer"] == "factories"]
        assert told["feature_id"] == 1
        assert (
            told["advice"].endswith("Give the feature a location.") or "give the feature a location" in told["advice"]
        )


def test_a_coordinate_over_which_qgis_stumbles(desk):
    """QGIS 3.44 throws at the extent of such a layer, whatever the algorithm; QGIS 3.22 does not."""
    from qgis.core import QgsGeometry, QgsPointXY, QgsProcessingException

    rows = [(QgsGeometry.fromPointXY(QgsPointXY(0.0, -math.inf)), "lost", "", "1410"), FACTORIES[0]]
    source = L.saved(L.factories(rows), desk.inputs / "lost.gpkg")
    found, told = [], ""
    try:
        found = desk.checked(FACTORIES=source)
    except QgsProcessingException as error:
        told = str(error)
    if told:
        assert told.startswith("Factories: QGIS itself cannot open “")
        assert list(desk.outputs.iterdir()) == []
    else:
        assert [row["verdict"] for row in found] == ["no data", "pass"]


@pytest.mark.parametrize("crs", ["EPSG:32648", "EPSG:4326", "EPSG:3148"])
def test_a_factory_at_zero_zero_has_no_location(desk, crs):
    """0, 0 is how spreadsheets write “not known”; calling it outside every park would be a pass."""
    rows = [("POINT (0 0)", "zero", "", "1410")]
    (row,) = desk.checked(FACTORIES=L.factories(rows, crs=crs, name="zeros"))
    assert (row["verdict"], row["zone_reason"], row["park_reason"]) == ("no data", "no_location", "no_location")
    assert row["why"] == "The factory has no usable location: the coordinates are 0, 0."
    first, told = [row for row in desk.problems() if row["layer"] == "zeros"]
    assert (first["problem"], first["advice"][:15]) == ("no factory has a usable location", "Are X and Y, or")
    assert (told["feature_id"], told["problem"]) == (1, "the coordinates are 0, 0")


def test_huge_coordinates(desk):
    rows = [(L.point(1e12, 1e12), "far", "", "1410"), (L.point(1e300, 500), "farther", "", "1410"), FACTORIES[0]]
    far, farther, near = desk.checked(FACTORIES=L.factories(rows))
    assert far["zone_verdict"] == farther["zone_verdict"] == "no data"
    assert near["zone_verdict"] == "pass"


def test_several_points_are_no_single_place(desk):
    both = f"MULTIPOINT ({L.X0 + 1} {L.Y0 + 1}, {L.X0 + 900} {L.Y0 + 1})"
    one = f"MULTIPOINT ({L.X0 + 1} {L.Y0 + 1})"
    rows = [(both, "two", "", "1410"), (one, "one", "", "1410")]
    two, single = desk.checked(FACTORIES=L.factories(rows, geometry_type="MultiPoint"))
    assert (two["zone_reason"], single["zone_verdict"]) == ("no_location", "pass")
    assert two["why"] == "The factory has no usable location: several points in one feature."


def test_a_wrong_id_field_does_not_flood_the_problems(desk):
    """The province for an id: hundreds of repetitions are told by the first of them and their number."""
    rows = [(L.point(500, 500), "12", "", "1410") for _ in range(500)]
    desk.checked(FACTORIES=L.factories(rows, name="register"), SUMMARY=str(desk.outputs / "s.json"))
    told = [row["problem"] for row in desk.problems() if row["layer"] == "register"]
    assert told == ["factory id “12” is used more than once"] * 200 + ["problems of this kind, not listed: 299"]
    assert len(json.loads((desk.outputs / "s.json").read_text(encoding="utf-8"))["problems"]) == len(desk.problems())


# --- difficult polygons ----------------------------------------------------------------------------------------------


def bow_tie(x: float, y: float, size: float) -> str:
    corners = [(x, y), (x + size, y + size), (x + size, y), (x, y + size), (x, y)]
    return "POLYGON ((" + ", ".join(f"{L.X0 + a} {L.Y0 + b}" for a, b in corners) + "))"


def test_a_self_intersecting_zone_is_repaired_and_reported(desk):
    """A bow tie holds its two triangles: left of the crossing inside, above it not."""
    rows = [(L.point(100, 500), "wing", "", "1410"), (L.point(500, 900), "between", "", "1410")]
    zones = L.zoning([(bow_tie(0, 0, 1000), "Z1", "LIND")], name="tied")
    for source in (zones, L.saved(zones, desk.inputs / "tied.gpkg")):
        wing, between = desk.checked(FACTORIES=L.factories(rows), ZONING=source)
        assert (wing["zone_verdict"], between["zone_reason"]) == ("pass", "no_zoning")
        (told,) = [row for row in desk.problems() if row["layer"] == "tied"]
        assert told["problem"].startswith("repaired: Self-intersection")
        assert told["advice"] == "Its repaired shape was used; repair the layer itself with “Fix geometries”."


def test_self_intersecting_premises_are_repaired_and_reported(desk):
    premises = L.factories([(bow_tie(100, 100, 50), "tied", "", "1410")], geometry_type="Polygon", name="premises")
    (row,) = desk.checked(FACTORIES=premises)
    assert row["zone_verdict"] == "pass"
    assert [r["problem"].split("[")[0] for r in desk.problems() if r["layer"] == "premises"] == [
        "repaired: Self-intersection"
    ]


def test_a_collapsed_zone_holds_nobody(desk):
    line = f"POLYGON (({L.X0} {L.Y0}, {L.X0 + 1000} {L.Y0}, {L.X0} {L.Y0}))"
    rows = desk.checked(ZONING=L.zoning([(line, "Z0", "RES"), ZONES[0]], name="thin"))
    assert rows[0]["zone_code"] == "LIND"
    assert [r["problem"] for r in desk.problems() if r["layer"] == "thin"] == ["no area is left after repair"]


def test_zones_parks_and_premises_of_ten_thousand_vertices(desk):
    """A wavy disc of 10,000 vertices, in and out by hand: radius 500 to 520 m."""

    def disc(x: float, y: float, radius: float) -> str:
        points = []
        for i in range(10_000):
            angle = 2 * math.pi * i / 10_000
            r = radius * (1 + 0.02 * (1 + math.sin(40 * angle)))
            points.append((L.X0 + x + r * math.cos(angle), L.Y0 + y + r * math.sin(angle)))
        points.append(points[0])
        return "POLYGON ((" + ", ".join(f"{a!r} {b!r}" for a, b in points) + "))"

    rows = [(L.point(r, 0), str(r), "", "1410", 1.0, "12", "BIG") for r in (490, 530, 1000)]
    began = time.process_time()
    found = desk.checked(
        FACTORIES=L.factories(rows),
        ZONING=L.zoning([(disc(0, 0, 500), "Z1", "LIND")]),
        PARKS=L.parks([(disc(0, 0, 500), "BIG", "Big"), (disc(0, 0, 500), "BIG2", "Big again")]),
    )
    assert time.process_time() - began < 10
    assert [row["zone_verdict"] for row in found] == ["pass", "no data", "no data"]
    assert [row["park_reason"] for row in found] == ["inside_declared", "outside_declared", "outside_declared"]
    premises = L.factories([(disc(0, 0, 100), "wide", "", "1410")], geometry_type="Polygon")
    (wide,) = desk.checked(FACTORIES=premises, ZONING=L.zoning([(disc(0, 0, 500), "Z1", "LIND")]))
    assert wide["zone_verdict"] == "pass"


# --- rule packs ------------------------------------------------------------------------------------------------------

PACK = """\
pack: tiny
version: "1"
title: {en: Tiny}
authority: Test
citation: None
vintage: 2020
status: draft
licence: CC0-1.0
rules:
  - id: T-1
    title: {en: Zones}
    test: zone permits
    semantics: prohibit
    zones:
      LIND:
        title: {en: Light}
        permits: ["14"]
"""


@pytest.mark.parametrize("algorithm", WITH_ZONING)
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("    test: zone permits\n", "    test: zone permits\n   a: x\n"), r"“pack.yaml”, line 1[23]: .+ indentation"),
        (('permits: ["14"]', 'permits: ["14"'), r"“pack.yaml”, line 1[78]: .+ Check indentation"),
        (('permits: ["14"]', 'permits: ["9999"]'), r"\nline 17, rule T-1, zones.LIND.permits.0: “9999” is not in ISIC"),
        (('permits: ["14"]', "permits: [14]"), r"line 17, .*permits.0: “14” is read as a number; put it in quotes"),
        (("semantics: prohibit", "semantics: ban"), r"line 13, rule T-1, semantics: “ban” is none of: prohibit,"),
        (('version: "1"\n', ""), r"line 1, the file: missing: version"),
        (("vintage: 2020", "vintage: last year"), r"line 6, vintage: "),
        (("    zones:\n", "    zonez:\n"), r"line 14, rule T-1: unknown entry: zonez .did you mean zones"),
        (("status: draft", "status: draft\ncolour: red"), r"unknown entry: colour"),
    ],
    ids=["indent", "bracket", "isic", "number", "enum", "required", "type", "misspelt", "extra"],
)  # fmt: skip
def test_a_mistake_in_the_pack_is_named_with_its_line(desk, algorithm, change, told):
    pack = desk.inputs / "pack.yaml"
    pack.write_text(PACK.replace(*change), encoding="utf-8")
    sentence = desk.refused(algorithm, RULES=str(pack))
    assert re.search(told, sentence), sentence
    assert "pack.yaml" in sentence


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "pack.yaml"),
        (b"just a sentence", "pack.yaml"),
        (b"- a\n- b\n", "pack.yaml"),
        (b"\x00\x01\x02\xff", "pack.yaml"),
        ("pack: \u1780".encode("utf-16"), "is not UTF-8 text. Save it as UTF-8."),
        (b"pack: !!python/object/apply:os.system ['true']\n", "pack.yaml"),
        (b"a: &a [*a]\n", "pack.yaml"),
        (b"? [x, y]\n: z\n", "pack.yaml"),
    ],
    ids=["empty", "text", "list", "binary", "utf-16", "code", "loop", "odd key"],
)
def test_a_file_that_is_no_pack(desk, content, told):
    pack = desk.inputs / "pack.yaml"
    pack.write_bytes(content)
    sentence = desk.refused("check_locations", RULES=str(pack))
    assert told in sentence
    assert "Rule pack" in sentence


@pytest.mark.parametrize("algorithm", WITH_ZONING)
def test_a_pack_that_is_not_there(desk, algorithm):
    gone = desk.inputs / "gone.yaml"
    assert desk.refused(algorithm, RULES=str(gone)) == f"Rule pack “{gone}” cannot be read: No such file or directory."


def test_a_folder_for_a_pack(desk):
    sentence = desk.refused("check_locations", RULES=str(desk.inputs))
    assert sentence == f"Rule pack “{desk.inputs}”: choose a file whose name ends in .yaml or .yml."
    folder = desk.inputs / "pack.yaml"
    folder.mkdir()
    sentence = desk.refused("check_locations", RULES=str(folder))
    assert sentence == f"Rule pack “{folder}” cannot be read: Is a directory."


def test_a_pack_without_a_zoning_rule(desk):
    pack = desk.inputs / "pack.yaml"
    start = PACK.index("    test: zone permits")
    pack.write_text(PACK[:start] + "    test: declares its park\n    semantics: advise\n", encoding="utf-8")
    assert desk.refused("check_zoning", RULES=str(pack)) == (
        "Rule pack “pack.yaml” has no rule that tests “zone permits”."
    )
    desk.checked(RULES=str(pack))
    assert {row["zone_verdict"] for row in L.rows(desk.outputs / "result.gpkg", "factory_summary")} == {None}


@pytest.mark.parametrize("code", ["1", "NO", "2020-01-01"])
def test_zone_codes_that_yaml_takes_for_something_else(desk, code):
    """Unquoted, YAML calls them a number, “false” or a date, and no zone would ever match."""
    pack = desk.inputs / "pack.yaml"
    pack.write_text(PACK.replace("      LIND:", f"      {code}:"), encoding="utf-8")
    sentence = desk.refused("check_locations", RULES=str(pack))
    assert sentence == (
        "Rule pack “pack.yaml” has 1 mistake(s):\n"
        f"line 15, rule T-1, zones: YAML takes “{code}” for no text; put it in quotes"
    )
    pack.write_text(PACK.replace("      LIND:", f'      "{code}":'), encoding="utf-8")
    row = desk.checked(ZONING=L.zoning([(L.box(0, 0, 2000), "Z1", code, "One")]), RULES=str(pack))[0]
    assert (row["zone_verdict"], row["zone_reason"]) == ("pass", "permitted")


def test_a_zone_code_that_stands_twice_in_the_pack(desk):
    """YAML would keep the last table and forget the first without a word."""
    pack = desk.inputs / "pack.yaml"
    again = "      LIND:\n        title: {en: Again}\n        prohibits: [C]\n"
    pack.write_text(PACK + again, encoding="utf-8")
    assert "line 18, rule T-1, zones: “LIND” stands here a second time, after line 15" in desk.refused(
        "check_locations", RULES=str(pack)
    )


# --- outputs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_a_folder(desk, algorithm):
    taken = desk.outputs / "taken.gpkg"
    taken.mkdir()
    assert desk.refused(algorithm, OUTPUT=str(taken)) == f"“{taken}” is a folder. Give the output a file name."
    assert taken.is_dir()


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_folder_is_missing(desk, algorithm):
    target = desk.outputs / "later" / "result.gpkg"
    assert desk.refused(algorithm, OUTPUT=str(target)) == (
        f"The folder of “{target}” does not exist. Create it or choose another."
    )


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_lies_under_a_file(desk, algorithm):
    (desk.outputs / "notes.txt").write_text("mine")
    target = desk.outputs / "notes.txt" / "result.gpkg"
    assert "does not exist. Create it or choose another." in desk.refused(algorithm, OUTPUT=str(target))


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="no /proc here")
@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_cannot_be_written(desk, algorithm):
    """/proc takes no files, not even from an administrator."""
    sentence = desk.refused(algorithm, OUTPUT="/proc/result.gpkg")
    assert sentence.startswith("“/proc/result.gpkg” cannot be written: ")
    assert sentence.endswith("Close whatever has it open, or choose another place.")


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_locked(desk, algorithm, monkeypatch):
    """What Windows answers while another program holds the file."""
    desk.checked(algorithm)

    def locked(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    sentence = desk.refused(algorithm)
    assert sentence == (
        f"“{desk.outputs / 'result.gpkg'}” cannot be written: Permission denied. "
        "Close whatever has it open, or choose another place."
    )


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_being_edited(desk, algorithm):
    """Its write-ahead log would be taken for a part of the new file, and spoil it."""
    target = desk.outputs / "result.gpkg"
    desk.checked(algorithm)
    with closing(sqlite3.connect(target)) as editor:
        editor.execute("PRAGMA journal_mode = WAL")
        editor.execute("CREATE TABLE gpkg_notes (note TEXT)")
        editor.commit()
        sentence = desk.refused(algorithm)
        assert sentence == (
            f"“{target}” is open for editing in another program (there is a “result.gpkg-wal”). "
            "Save and close it there, or choose another name."
        )
    desk.checked(algorithm)


def test_an_input_that_another_program_writes_to(desk):
    with closing(sqlite3.connect(desk.good)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        sentence = desk.refused("check_zoning")
    assert sentence == f"“{desk.good}” can no longer be read. Was it moved, replaced or damaged, or is it in use?"


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_disk_is_full(desk, algorithm):
    """Writing stops at 40 kB, in the middle of a GeoPackage; the earlier result stays."""
    resource = pytest.importorskip("resource")
    desk.checked(algorithm)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        sentence = desk.refused(algorithm)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "result.gpkg” cannot be written: " in sentence


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_no_regular_file(desk, algorithm):
    """A pipe or a device is never replaced by a file: as root that would take /dev/null away from the machine."""
    pipe = desk.outputs / "pipe.gpkg"
    os.mkfifo(pipe)
    sentence = desk.refused(algorithm, OUTPUT=str(pipe))
    assert sentence == f"“{pipe}” is not a regular file. Give the output another name."
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["findings.shp", "findings.geojson", "findings", "findings.gpkg.zip"])
def test_findings_are_a_geopackage(desk, name):
    assert desk.refused("check_locations", OUTPUT=str(desk.outputs / name)) == (
        f"The findings are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”."
    )


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_an_input(desk, algorithm):
    assert desk.refused(algorithm, OUTPUT=str(desk.good)) == (
        f"The output “{desk.good}” is the file of input layer “factories”. Choose another name; "
        "inputs are never overwritten."
    )


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_an_input_by_another_name(desk, algorithm):
    link = desk.inputs / "link.gpkg"
    link.symlink_to(desk.good)
    assert "inputs are never overwritten" in desk.refused(algorithm, OUTPUT=str(link))


@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_the_input_of_selected_features(desk, algorithm):
    """“Selected features only” hides the layer in a definition; the file behind it is still an input."""
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{desk.good}|layername=factories", "chosen", "ogr")
    layer.selectByIds([1])
    QgsProject.instance().addMapLayer(layer)
    try:
        given = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        other = desk.inputs / "other.gpkg"
        shutil.copy(desk.good, other)
        against = {"ZONING": f"{other}|layername=zoning", "PARKS": f"{other}|layername=parks"}
        sentence = desk.refused(algorithm, FACTORIES=given, OUTPUT=str(desk.good), **against)
        assert "inputs are never overwritten" in sentence
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def csv_of(desk):
    path = desk.inputs / "register.csv"
    path.write_text(f"factory_id,isic,x,y\nF1,1410,{L.X0 + 500},{L.Y0 + 500}\n", encoding="utf-8")
    return f"delimitedtext://file://{path}?type=csv&xField=x&yField=y&crs={L.CRS}", path


def shapefile_of(desk):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    path = desk.inputs / "zones.shp"
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(L.zoning(ZONES), str(path), context, options)
    return path


@pytest.mark.parametrize("table", ["zoning", "factories", "new"])
def test_the_output_is_a_table_in_the_file_of_an_input(desk, table):
    address = f"ogr:dbname='{desk.good}' table=\"{table}\" (geom)"
    assert "inputs are never overwritten" in desk.refused("check_zoning", OUTPUT=address)


@pytest.mark.parametrize("name", ["good", "good.nonsense"])
def test_the_output_becomes_an_input_by_the_ending_that_qgis_adds(desk, name):
    given = desk.good.rename(desk.inputs / f"{name}.gpkg")
    layers = {role: f"{given}|layername={role.lower()}" for role in ("FACTORIES", "ZONING")}
    sentence = desk.refused("check_zoning", OUTPUT=str(desk.inputs / name), **layers)
    assert "inputs are never overwritten" in sentence


@pytest.mark.parametrize("name", ["OUTPUT", "SUMMARY"])
def test_an_output_is_a_table_of_text_that_is_an_input(desk, name):
    source, path = csv_of(desk)
    algorithm = "check_zoning" if name == "OUTPUT" else "check_locations"
    assert "inputs are never overwritten" in desk.refused(algorithm, FACTORIES=source, **{name: str(path)})


@pytest.mark.parametrize("way", ["asks a layer", "asks a file", "joins a layer", "VRT"])
@pytest.mark.parametrize("algorithm", WRITERS)
def test_the_output_is_a_file_that_an_input_only_refers_to(desk, algorithm, way):
    from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo, QgsVirtualLayerDefinition

    other = desk.inputs / "other.gpkg"
    shutil.copy(desk.good, other)
    base = QgsVectorLayer(f"{other}|layername=factories", "base", "ogr")
    QgsProject.instance().addMapLayer(base)
    given = L.factories(FACTORIES)
    if way == "joins a layer":
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(base)
        join.setJoinFieldName("factory_id")
        join.setTargetFieldName("factory_id")
        given.addJoin(join)
    elif way == "VRT":
        given = desk.inputs / "factories.vrt"
        table = f"<SrcDataSource>{other}</SrcDataSource><SrcLayer>factories</SrcLayer>"
        given.write_text(f'<OGRVRTDataSource><OGRVRTLayer name="f">{table}</OGRVRTLayer></OGRVRTDataSource>')
        given = str(given)
    else:
        made = QgsVirtualLayerDefinition()
        if way == "asks a file":
            made.addSource("base", base.source(), "ogr", "")
        made.setQuery("SELECT * FROM base")
        given = QgsVectorLayer(made.toString(), "asked", "virtual")
        assert given.isValid()
    try:
        sentence = desk.refused(algorithm, FACTORIES=given, OUTPUT=str(other))
        assert "inputs are never overwritten" in sentence
    finally:
        QgsProject.instance().removeMapLayer(base.id())


@pytest.mark.parametrize("name", ["zones.dbf", "zones.shx", "zones.prj"])
def test_an_output_is_a_side_file_of_a_shapefile(desk, name):
    zones = shapefile_of(desk)
    assert "inputs are never overwritten" in desk.refused(
        "check_locations", ZONING=str(zones), SUMMARY=str(desk.inputs / name)
    )


def test_the_output_has_a_side_file_that_is_an_input(desk):
    """A table of factories in zones.dbf would be gone with the first shapefile called zones."""
    zones = shapefile_of(desk)
    zones.with_suffix(".shp").unlink()
    given = desk.inputs / "zones.vrt"
    table = f"<SrcDataSource>{zones.with_suffix('.dbf')}</SrcDataSource><GeometryType>wkbPoint</GeometryType>"
    place = f"<LayerSRS>{L.CRS}</LayerSRS><GeometryField encoding='PointFromColumns' x='vintage' y='vintage'/>"
    made = f'<OGRVRTDataSource><OGRVRTLayer name="zones">{table}{place}</OGRVRTLayer></OGRVRTDataSource>'
    given.write_text(made, encoding="utf-8")
    sentence = desk.refused("check_zoning", FACTORIES=str(given), ACTIVITY_FIELD="zone_id", OUTPUT=str(zones))
    assert "inputs are never overwritten" in sentence


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d.good, "inputs are never overwritten"),
        (lambda d: d.inputs / "pack.yaml", "inputs are never overwritten"),
        (lambda d: d.outputs / "result.gpkg", "The summary and the findings need two files"),
        (lambda d: d.outputs, "is a folder"),
        (lambda d: d.outputs / "later" / "s.json", "does not exist"),
    ],
    ids=["input", "pack", "output", "folder", "missing folder"],
)
def test_a_summary_that_cannot_be_written_is_known_beforehand(desk, spoil, told):
    """Nothing is written then: findings without their summary would be half a run."""
    (desk.inputs / "pack.yaml").write_text(PACK, encoding="utf-8")
    sentence = desk.refused("check_locations", SUMMARY=str(spoil(desk)), RULES=str(desk.inputs / "pack.yaml"))
    assert told in sentence


def test_a_bad_output_is_known_before_anything_is_read(desk):
    """Not after the minutes that a national register takes."""
    from qgis.core import QgsApplication, QgsProcessingContext

    for algorithm in CHECKS:
        parameters = desk.parameters(algorithm, OUTPUT=str(desk.outputs / "later" / "result.gpkg"))
        made = QgsApplication.processingRegistry().createAlgorithmById(f"factory:{algorithm}")
        fine, why = made.checkParameterValues(parameters, QgsProcessingContext())
        assert not fine
        assert "does not exist" in why


def test_an_earlier_result_is_replaced_whole(desk):
    """Also where the earlier file was something else: nothing of it stays."""
    target = desk.outputs / "result.gpkg"
    target.write_bytes(b"no GeoPackage at all" * 1000)
    assert len(desk.checked()) == 2
    assert [path.name for path in desk.outputs.iterdir()] == ["result.gpkg"]


def others_file(desk, *tables: str):
    path = desk.outputs / "result.gpkg"
    for table in tables:
        L.saved(L.zoning(ZONES), path, table)
    return path


@pytest.mark.parametrize("tables", [["survey"], ["survey", "result"], ["findings"], ["findings", "evidence"]])
@pytest.mark.parametrize("algorithm", CHECKS)
def test_the_output_is_somebody_elses_geopackage(desk, algorithm, tables):
    """A new file in its place would take every table of the old one along."""
    others_file(desk, *tables)
    lost = [table for table in tables if table != "result" or algorithm == "check_locations"]
    assert desk.refused(algorithm) == (
        f"“{desk.outputs / 'result.gpkg'}” holds other tables ({', '.join(lost)}), which the output would replace. "
        "Choose another file."
    )


@pytest.mark.parametrize("algorithm", CHECKS)
def test_a_table_of_notes_beside_an_earlier_result_is_not_lost(desk, algorithm):
    desk.checked(algorithm)
    others_file(desk, "notes")
    assert "(notes)" in desk.refused(algorithm)


@pytest.mark.parametrize("algorithm", CHECKS)
def test_an_earlier_result_or_an_empty_geopackage_is_replaced(desk, algorithm):
    from osgeo import ogr

    ogr.GetDriverByName("GPKG").CreateDataSource(str(desk.outputs / "result.gpkg"))
    once = desk.checked(algorithm)
    assert desk.checked(algorithm) == once


def test_other_formats_serve_the_single_checks(desk):
    """check_zoning and check_parks write whatever QGIS writes; a file of the same stem is not theirs to touch."""
    neighbour = desk.outputs / "result.xlsx"
    neighbour.write_text("mine")
    for suffix in ("geojson", "shp", "fgb"):
        target = desk.outputs / f"result.{suffix}"
        desk.run("check_zoning", desk.parameters("check_zoning", OUTPUT=str(target)))
        assert target.stat().st_size > 0
    assert neighbour.read_text() == "mine"


# --- cancelling ------------------------------------------------------------------------------------------------------


def grid(count: int, side: int, step: float) -> list[str]:
    return [L.box(step * (i % side), step * (i // side), step) for i in range(count)]


@pytest.fixture(scope="module")
def large(provider, tmp_path_factory):
    """6,000 factories in 400 zones: long enough to be cancelled in every stage."""
    import numpy as np
    import pandas as pd
    import shapely
    from factory_locations.processing.storage.geopackage import Table, write_geopackage
    from qgis.core import QgsCoordinateReferenceSystem

    path = tmp_path_factory.mktemp("large") / "large.gpkg"
    random = np.random.default_rng(7)
    n = 6_000
    values = pd.DataFrame(
        {
            "factory_id": [f"F{i}" for i in range(n)],
            "isic": random.choice(["1410", "2011", "1071", "2610"], n),
            "loc_accuracy_m": random.choice([5.0, 50.0, 400.0], n),
            "park_id": random.choice(["P1", "P2", None], n),
        }
    )
    points = shapely.points(L.X0 + random.uniform(0, 20_000, n), L.Y0 + random.uniform(0, 20_000, n))
    columns = [("factory_id", "text"), ("isic", "text"), ("loc_accuracy_m", "real"), ("park_id", "text")]
    zones = np.array([shapely.multipolygons([shapely.from_wkt(w)]) for w in grid(400, 20, 1000.0)], dtype=object)
    codes = pd.DataFrame({"zone_code": random.choice(["LIND", "RES", "HIND"], 400)})
    parks = np.array([shapely.multipolygons([shapely.from_wkt(w)]) for w in grid(4, 2, 9000.0)], dtype=object)
    names = pd.DataFrame({"park_id": [f"P{i}" for i in range(4)]})
    crs = QgsCoordinateReferenceSystem(L.CRS)
    write_geopackage(
        path,
        [
            Table("factories", columns, values, points, "Point", crs),
            Table("zoning", [("zone_code", "text")], codes, zones, "MultiPolygon", crs),
            Table("parks", [("park_id", "text")], names, parks, "MultiPolygon", crs),
        ],
    )  # fmt: skip
    return path


def cancelling(at: int):
    """Return feedback that a person cancels at the n-th movement of the progress bar."""
    from qgis.core import QgsProcessingFeedback

    class Cancelling(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__(False)
            self.steps, self.cancelled_at, self.errors = 0, None, []
            self.progressChanged.connect(self.step)

        def step(self, _) -> None:
            self.steps += 1
            if self.steps == at:
                self.cancelled_at = time.process_time()  # not the clock: other tests share the machine
                self.cancel()

        def reportError(self, error, fatalError=False):
            self.errors.append(error)

    return Cancelling()


@pytest.mark.parametrize("algorithm", CHECKS)
def test_a_cancelled_run_ends_at_once_and_leaves_nothing(desk, large, algorithm):
    """Cancelled at the first, at some, and at the last movement of the progress bar."""
    from qgis.core import QgsProcessingException

    given = {role: f"{large}|layername={role.lower()}" for role in ("FACTORIES", "ZONING", "PARKS")}
    summary = desk.outputs / "summary.json"
    parameters = desk.parameters(algorithm, SUMMARY=str(summary), **given)
    whole = cancelling(at=0)
    desk.run(algorithm, parameters, feedback=whole)
    before = L.checksums(desk.outputs)
    assert whole.steps > 10
    for moment in {1, *(int(whole.steps * share) for share in (0.3, 0.5, 0.7)), whole.steps - 1}:
        feedback = cancelling(moment)
        with pytest.raises(QgsProcessingException, match=r"Cancelled\. Nothing was written\."):
            desk.run(algorithm, parameters, feedback=feedback)
        assert time.process_time() - feedback.cancelled_at < 1
        assert L.checksums(desk.outputs) == before, f"cancelled at step {moment} of {whole.steps}"


@pytest.mark.parametrize("suffix", ["geojson", "shp"])
def test_a_cancelled_run_spares_the_neighbours_of_its_output(desk, large, suffix):
    """Other formats are written in place; what lies beside the output is not swept away with it."""
    from qgis.core import QgsProcessingException

    neighbours = [
        desk.outputs / name for name in ("result.gpkg", "result.xlsx", f"result.{suffix}.bak", "result.geojsonl")
    ]
    for neighbour in neighbours:
        neighbour.write_text("mine")
    given = {"FACTORIES": f'{large}|layername=factories|subset="fid" <= 2500', "ZONING": f"{large}|layername=zoning"}
    parameters = desk.parameters("check_zoning", OUTPUT=str(desk.outputs / f"result.{suffix}"), **given)
    whole = cancelling(at=0)
    desk.run("check_zoning", parameters, feedback=whole)
    for left in desk.outputs.iterdir():
        if left not in neighbours:
            left.unlink()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        desk.run("check_zoning", parameters, feedback=cancelling(whole.steps - 1))
    assert {path.name for path in desk.outputs.iterdir()} == {path.name for path in neighbours}
    assert {path.read_text() for path in neighbours} == {"mine"}
