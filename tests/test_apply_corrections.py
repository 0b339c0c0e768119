"""apply_corrections: from accepted proposals to the register, and nothing else of it."""

from __future__ import annotations

import json

import pytest
from factory_locations.tests import layers as L
from pyproj import Transformer

from .test_register_store import everything, log

FIELDS = (
    ("factory_id", "text"),
    ("name_en", "text"),
    ("employees", "integer"),
    ("loc_method", "text"),
    ("loc_accuracy_m", "real"),
    ("loc_datum", "text"),
    ("loc_source", "text"),
    ("loc_original", "text"),
    ("loc_reference_point", "text"),
    ("loc_date", "date"),
)
DESCRIPTION = ("loc_method", "loc_accuracy_m", "loc_reference_point", "loc_date", "loc_datum", "loc_source")
TO_UTM = Transformer.from_crs("EPSG:4326", "EPSG:32648", always_xy=True)
# Where the factories stand, degrees: all of them a degree west of where the proposals want them.
STANDS = {"F1": (104.0, 11.5), "F2": (104.1, 11.5), "F3": (104.2, 11.5), "F4": (104.3, 11.5), "F5": None}
PROPOSAL = (
    ("proposal_id", "text"),
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("rank", "integer"),
    ("certainty", "text"),
    ("moved_m", "real"),
    ("evidence", "text"),
    ("new_lon", "real"),
    ("new_lat", "real"),
    ("new_method", "text"),
    ("new_accuracy_m", "real"),
    ("new_datum", "text"),
    ("old_lon", "real"),
    ("old_lat", "real"),
    ("accepted", "text"),
    ("note", "text"),
)


def wkt(place, crs="EPSG:32648"):
    if place is None:
        return None
    x, y = TO_UTM.transform(*place) if crs == "EPSG:32648" else place
    return f"POINT ({x!r} {y!r})"


def proposal(name, factory, new="east", **given):
    old = STANDS.get(factory)
    if new == "east":
        new = (old[0] + 1, old[1]) if old else (105.0, 12.0)
    values = {
        "proposal_id": name,
        "finding_id": f"finding {name}",
        "factory_id": factory,
        "code": "C04",
        "rank": 1,
        "certainty": "certain",
        "evidence": "The point is in Thailand",
        "new_lon": new and new[0],
        "new_lat": new and new[1],
        "old_lon": old and old[0],
        "old_lat": old and old[1],
        **given,
    }
    return (wkt(new, ""), *(values.get(field) for field, _ in PROPOSAL))


def proposals(*rows, name="proposals"):
    return L.layer("Point", PROPOSAL, rows, "EPSG:4326", name)


@pytest.fixture
def register(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg")


def made(path, crs="EPSG:32648", extra=()):
    said = (5, "gps", 8.0, "EPSG:4326", "visit", None, "entrance", "2015-01-01")
    rows = [(wkt(place, crs), name, name, *said) for name, place in STANDS.items()]
    L.saved(L.layer("Point", FIELDS, [*rows, *extra], crs, "factories"), path, "factories")
    return path


@pytest.fixture
def apply(run, register, tmp_path):
    def go(*rows, **given):
        asked = {
            "REGISTER": f"{register}|layername=factories",
            "PROPOSALS": proposals(*rows),
            "REPORT": str(tmp_path / "report.gpkg"),
            "SUMMARY": str(tmp_path / "summary.json"),
            **given,
        }
        results = run("apply_corrections", asked)
        go.report = {r["proposal_id"]: r for r in L.rows(tmp_path / "report.gpkg", "corrections")}
        go.summary = json.loads((tmp_path / "summary.json").read_text())
        go.said = run.feedback.text()
        return results

    return go


def reasons(apply):
    return {name: (row["outcome"], row["reason"]) for name, row in apply.report.items()}


def by_id(path):
    return {row["factory_id"]: row for row in L.rows(path, "factories")}


def test_an_accepted_proposal_is_written_in_the_crs_of_the_register(apply, register):
    before = by_id(register)
    accepted = {"accepted": "yes", "new_method": "map", "new_accuracy_m": 44.0, "new_datum": "EPSG:3148"}
    results = apply(proposal("p1", "F1", **accepted, note="seen on site"), proposal("p2", "F2"), WHO="Sok")
    assert (results["APPLIED"], results["LEFT"], results["UNCHANGED"]) == (1, 1, 0)
    rows, shape = by_id(register), L.shapes(register, "factories")[0]
    assert (shape.x, shape.y) == pytest.approx(TO_UTM.transform(105.0, 11.5), abs=1e-3)
    assert {name: rows["F1"][name] for name, _ in FIELDS} == {
        "factory_id": "F1",
        "name_en": "F1",
        "employees": 5,
        "loc_method": "map",
        "loc_accuracy_m": 44.0,
        "loc_datum": "EPSG:3148",
        "loc_source": None,
        "loc_original": "11.50000000, 104.00000000",
        "loc_reference_point": None,
        "loc_date": None,
    }
    assert all(rows[name] == before[name] for name in ("F2", "F3", "F4", "F5"))
    lines = log(register)
    assert [line["field"] for line in lines] == [
        "loc_method",
        "loc_accuracy_m",
        "loc_reference_point",
        "loc_datum",
        "loc_source",
        "loc_date",
        "loc_original",
        "geometry",
    ]
    assert {(r["who"], r["finding_id"], r["why"], r["action"]) for r in lines} == {
        ("Sok", "finding p1", "C04: The point is in Thailand; seen on site", "correct")
    }
    assert {line["batch_id"] for line in lines} == {results["BATCH"]} == {apply.summary["batch_id"]}
    assert reasons(apply) == {"p1": ("applied", "applied"), "p2": ("left", "undecided")}
    assert apply.report["p1"]["moved_m"] == pytest.approx(109_105, abs=200)  # a degree of longitude at 11.5° N
    assert f"batch {results['BATCH']}" in apply.said


def test_the_original_coordinate_is_kept_where_there_is_one(apply, tmp_path):
    extra = [(wkt((104.4, 11.5)), "F6", "F6", 5, "gps", 8.0, "EPSG:4326", None, "11°30'N 104°24'E", None, None)]
    path = made(tmp_path / "other.gpkg", extra=extra)
    given = {"old_lon": 104.4, "old_lat": 11.5, "accepted": "yes"}
    apply(proposal("p", "F6", (104.5, 11.5), **given), REGISTER=str(path))
    assert by_id(path)["F6"]["loc_original"] == "11°30'N 104°24'E"


def test_a_register_in_degrees(apply, tmp_path):
    path = made(tmp_path / "degrees.gpkg", crs="EPSG:4326")
    apply(proposal("p", "F1", (104.123456789, 11.987654321), accepted="yes"), REGISTER=str(path))
    assert L.shapes(path, "factories")[0].coords[0] == (104.123456789, 11.987654321)


def test_what_is_left_and_why(apply, register):
    rows = [
        proposal("rejected", "F1", accepted="no"),
        proposal("one", "F2", accepted="yes"),
        proposal("two", "F2", (103.0, 12.0), accepted="yes"),
        proposal("moved", "F3", accepted="yes", old_lat=11.6),
        proposal("gone", "F9", accepted="yes"),
        proposal("placed", "F4", accepted="yes", old_lon=None, old_lat=None),
        proposal("half", "F5", (105.0, None), accepted="yes")
        if False
        else proposal("half", "F5", accepted="yes", new_lat=None),
    ]
    before = everything(register)
    results = apply(*rows)
    assert results["APPLIED"] == 0
    assert reasons(apply) == {
        "rejected": ("left", "rejected"),
        "one": ("left", "conflict"),
        "two": ("left", "conflict"),
        "moved": ("left", "changed meanwhile"),
        "gone": ("left", "not in the register"),
        "placed": ("left", "changed meanwhile"),
        "half": ("left", "no usable place"),
    }
    assert "(one, two)" in apply.report["one"]["why"]
    assert "Factory F3 is left: The location was changed meanwhile" in apply.said
    assert everything(register) == before
    assert (results["BATCH"], apply.summary["batch_id"]) == ("", None)


def test_a_factory_without_a_place_gets_one(apply, register):
    apply(proposal("p", "F5", (105.0, 12.0), accepted="yes", new_method="address"))
    assert L.shapes(register, "factories")[4].x == pytest.approx(500_000, abs=1e-6)
    assert (by_id(register)["F5"]["loc_original"], by_id(register)["F5"]["loc_method"]) == (None, "address")


def test_a_proposal_to_blank_the_place(apply, register):
    apply(proposal("p", "F1", None, code="C13", accepted="yes", new_method="unknown"))
    assert L.shapes(register, "factories")[0] is None
    assert by_id(register)["F1"]["loc_original"] == "11.50000000, 104.00000000"
    # Datum and source are those of the original coordinate; the rest described a place that is no more.
    assert described(register, "F1") == ("unknown", None, None, None, "EPSG:4326", "visit")


def described(path, factory):
    return tuple(by_id(path)[factory][name] for name in DESCRIPTION)


@pytest.mark.parametrize("factory", ["F1", "F5"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"code": "C01"}, ("gps", 8.0, "entrance", "2015-01-01", "EPSG:4326", "visit")),
        ({"code": "C05", "new_datum": "EPSG:3148"}, ("gps", 8.0, "entrance", "2015-01-01", "EPSG:3148", "visit")),
        ({"code": "C08", "new_accuracy_m": 30.0}, ("gps", 30.0, "entrance", "2015-01-01", "EPSG:4326", "visit")),
        ({"code": "C01", "new_method": "map"}, ("map", None, None, None, "unknown", None)),  # measured anew
        ({"code": "C13"}, ("gps", 8.0, "entrance", "2015-01-01", "EPSG:4326", "visit")),  # a sign
        ({"code": "C21", "new_accuracy_m": 90.0}, ("unknown", 90.0, None, None, "unknown", None)),
        ({"code": "C21", "new_method": "map"}, ("map", None, None, None, "unknown", None)),
        ({"code": "REGISTRATION", "new_datum": "EPSG:4326"}, ("unknown", None, None, None, "EPSG:4326", None)),
        ({"code": None}, ("unknown", None, None, None, "unknown", None)),
    ],
)
def test_what_describes_a_place_is_written_as_one(apply, register, factory, given, expected):
    apply(proposal("p", factory, accepted=True, **given))
    assert described(register, factory) == expected
    assert apply(proposal("p", factory, accepted=True, **given))["UNCHANGED"] == 1


def test_a_description_of_no_place_goes(apply, register):
    """The place was taken away before, and what described it was left."""
    rows = [proposal("p", "F5", None, code="C13", accepted=True)]
    assert apply(*rows)["APPLIED"] == 1
    assert described(register, "F5") == ("unknown", None, None, None, "EPSG:4326", "visit")
    assert apply(*rows)["UNCHANGED"] == 1


def test_a_proposal_that_moves_nothing_leaves_the_last_digit(apply, register):
    shape = by_id(register)["F1"]["geom"]
    same = {"new_method": "commune_centroid", "new_accuracy_m": 1800.0, "accepted": "yes"}
    apply(proposal("p", "F1", STANDS["F1"], code="C12", **same))
    row = by_id(register)["F1"]
    assert (row["geom"], row["loc_method"], row["loc_accuracy_m"]) == (shape, "commune_centroid", 1800.0)
    assert row["loc_original"] is None  # it is still that one


def test_a_second_run_finds_the_register_as_proposed(apply, register):
    rows = [proposal("p", "F1", accepted="yes", new_method="map")]
    apply(*rows)
    lines = len(log(register))
    assert apply(*rows)["UNCHANGED"] == 1
    assert len(log(register)) == lines


def test_in_bulk(apply, register):
    rows = [
        proposal("a", "F1"),
        proposal("b", "F2", certainty="likely"),
        proposal("c", "F3", rank=2),
        proposal("d", "F4", code="C01"),
        proposal("e", "F5", accepted="no"),
    ]
    apply(*rows, ACCEPTED_ONLY=False, CODES="c04, C11", MIN_CERTAINTY=1, REASON="decided in the meeting")
    assert {name for name, (outcome, _) in reasons(apply).items() if outcome == "applied"} == {"a", "b"}
    assert {line["why"] for line in log(register)} == {"decided in the meeting"}
    assert apply.summary["codes"] == {"C01": {"left": 1}, "C04": {"applied": 2, "left": 2}}


def test_a_dry_run_reports_the_same_and_changes_nothing(apply, register):
    rows = [proposal("p", "F1", accepted="yes"), proposal("q", "F2", accepted="yes", old_lon=1.0)]
    digest = L.checksums(register.parent)["register.gpkg"]
    results = apply(*rows, DRY_RUN=True)
    assert L.checksums(register.parent)["register.gpkg"] == digest
    tried, counts = reasons(apply), apply.summary["counts"]
    assert (results["APPLIED"], results["BATCH"]) == (1, "")
    assert "Only tried out, nothing was changed." in apply.said
    apply(*rows)
    assert (reasons(apply), apply.summary["counts"]) == (tried, counts)


@pytest.mark.parametrize("kind", ["boolean", "text"])
@pytest.mark.parametrize("answer", [True, False])
def test_proposals_of_a_column_of_either_kind(apply, kind, answer):
    fields = [(name, kind if name == "accepted" else of) for name, of in PROPOSAL]
    given = answer if kind == "boolean" else "Yes" if answer else "ទេ"
    layer = L.layer("Point", fields, [proposal("p", "F1", accepted=given)], "EPSG:4326", "proposals")
    assert apply(PROPOSALS=layer)["APPLIED"] == int(answer)
    assert reasons(apply)["p"][1] == ("applied" if answer else "rejected")


def test_an_answer_that_is_none_names_its_row(apply):
    with pytest.raises(Exception, match=r"row 2 \(q\): “perhaps” in “accepted” is neither yes nor no"):
        apply(proposal("p", "F1", accepted="yes"), proposal("q", "F2", accepted="perhaps"))


def test_answers_in_edit_mode_count(run, apply, register):
    layer = proposals(proposal("p", "F1"))
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("accepted"), "yes")
    assert apply(PROPOSALS=layer)["APPLIED"] == 1
    layer.rollBack()


def test_a_register_being_edited_is_refused(apply, register):
    from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{register}|layername=factories", "factories", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.startEditing()
        with pytest.raises(QgsProcessingException, match="is being edited"):
            apply(proposal("p", "F1", accepted="yes"))
        layer.rollBack()
        assert apply(proposal("p", "F1", accepted="yes"), REGISTER=layer)["APPLIED"] == 1
        assert {f["factory_id"]: f.geometry().asPoint().x() for f in layer.getFeatures() if f.hasGeometry()}[
            "F1"
        ] == pytest.approx(500_000, abs=1e-3)  # the open layer has read it again
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"REPORT": "{register}"}, "is the file of Register"),
        ({"REPORT": "{folder}/report.csv"}, "give it a name that ends in .gpkg"),
        ({"SUMMARY": "{folder}/report.gpkg"}, "need two files"),
        ({"REGISTER": "{folder}/none.gpkg"}, "Register: there is no layer or file “{folder}/none.gpkg”"),
        ({"PROPOSALS": "{register}"}, "has no field “code”"),
    ],
)
def test_what_cannot_work_is_refused(apply, register, given, said):
    from qgis.core import QgsProcessingException

    places = {"register": register, "folder": register.parent}
    before = everything(register)
    with pytest.raises(QgsProcessingException) as caught:
        apply(proposal("p", "F1", accepted="yes"), **{name: value.format(**places) for name, value in given.items()})
    assert said.format(**places) in str(caught.value)
    assert everything(register) == before


def test_cancelling_takes_everything_back(apply, register, feedback, run):
    from qgis.core import QgsProcessingException

    before = everything(register)
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share >= 10 else None)
    with pytest.raises(QgsProcessingException, match="Nothing was written"):
        run(
            "apply_corrections",
            {
                "REGISTER": str(register),
                "PROPOSALS": proposals(proposal("p", "F1", accepted="yes")),
                "REPORT": str(register.parent / "r.gpkg"),
            },
            feedback=feedback,
        )
    assert everything(register) == before
    assert [path.name for path in register.parent.iterdir()] == ["register.gpkg"]


def test_with_the_real_program(qgis_process, register, tmp_path):
    rows = [proposal("p", "F1", accepted="yes"), proposal("q", "F2")]
    source = L.saved(proposals(*rows), tmp_path / "checked.gpkg", "proposals")
    done = qgis_process(
        "run", "factory:apply_corrections", f"--REGISTER={register}|layername=factories", f"--PROPOSALS={source}",
        "--WHO=Dara", f"--REPORT={tmp_path / 'report.gpkg'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Applied: 1 of 2 proposals; left: 1" in done.stdout
    assert {line["who"] for line in log(register)} == {"Dara"}
    batch = log(register)[0]["batch_id"]
    undone = qgis_process(
        "run", "factory:undo_changes", f"--REGISTER={register}|layername=factories", f"--BATCH={batch}"
    )
    assert undone.returncode == 0, undone.stderr
    assert by_id(register) == by_id(made(tmp_path / "again.gpkg"))


def test_a_table_of_results_is_no_register(run, tmp_path):
    """It has factory ids too, and what is changed there is lost."""
    path = tmp_path / "checked.gpkg"
    L.saved(L.layer("Point", PROPOSAL, [], name="proposals"), path, "proposals")
    given = {"REGISTER": f"{path}|layername=proposals", "PROPOSALS": f"{path}|layername=proposals"}
    with pytest.raises(Exception, match=r"is a table of results .it has the field finding_id., not the register"):
        run("apply_corrections", given)
