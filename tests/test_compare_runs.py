"""compare_runs on checks small enough to compare by hand."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

LIGHT = (L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020)
TOWN = (L.box(1000, 0, 1000), "Z2", "RES", "Town", 2020)
PARKS = [(L.box(-3000, 0, 1000), "SSEZ", "Sihanoukville SEZ", 2019)]
ZONING = "KH-ZON-01"


def at(x, y, factory, isic, accuracy=10.0, park=None):
    return L.point(x, y), factory, f"Factory {factory}", isic, accuracy, "12", park


BEFORE = [
    at(500, 400, "stays bad", "2011"),
    at(500, 500, "turns bad", "1410"),
    at(500, 300, "turns good", "2011"),
    at(990, 500, "is measured", "2610", 20.0),
    at(500, 600, "moves", "2011"),
    at(500, 200, "goes", "2011"),
    at(500, 500, "is fine", "1410"),
    at(-1700, 500, "left its park", "1410", 10.0, "SSEZ"),
]
AFTER = [
    at(500, 400, "stays bad", "2011"),
    at(500, 500, "turns bad", "2011"),
    at(500, 300, "turns good", "1410"),
    at(990, 500, "is measured", "2610", 5.0),
    at(500, 650, "moves", "2011"),
    at(500, 500, "is fine", "1410"),
    at(500, 700, "comes", "2011"),
    at(-1700, 500, "left its park", "1410", 10.0, "SSEZ"),
]
ZONING_CHANGES = {
    "stays bad": ("unchanged", "fail", "fail"),
    "turns bad": ("new", None, "fail"),
    "turns good": ("resolved", "fail", None),
    "is measured": ("resolved", "undecided", None),
    "moves": ("location changed", "fail", "fail"),
    "goes": ("factory removed", "fail", None),
    "comes": ("factory added", None, "fail"),
    "left its park": ("unchanged", "no data", "no data"),
}
FACTORIES = {
    "stays bad": "same",
    "turns bad": "worse",
    "turns good": "better",
    "is measured": "better",
    "moves": "same",
    "goes": "removed",
    "is fine": "same",
    "comes": "added",
    "left its park": "same",
}


@pytest.fixture
def check(run, tmp_path):
    def go(name, factories, zones=(LIGHT, TOWN), parks=PARKS, **options) -> str:
        path = str(tmp_path / f"{name}.gpkg")
        given = {"FACTORIES": L.factories(factories), "ZONING": L.zoning(zones), "OUTPUT": path, **options}
        run("check_locations", {**given, "PARKS": L.parks(parks)} if parks else given)
        return path

    return go


@pytest.fixture
def compare(run, tmp_path):
    def go(before, after, **options) -> dict:
        results = run("compare_runs", {"BEFORE": before, "AFTER": after, "OUTPUT": str(tmp_path / "c.gpkg"), **options})
        go.results, go.said = results, run.feedback
        return {(row["factory_id"], row["rule_id"]): row for row in L.rows(tmp_path / "c.gpkg", "changes")}

    return go


def factory_changes(tmp_path) -> dict:
    return {row["factory_id"]: row["change"] for row in L.rows(tmp_path / "c.gpkg", "factory_changes")}


def told(changes, rule=ZONING) -> dict:
    return {
        factory: (row["change"], row["verdict_before"], row["verdict_after"])
        for (factory, of), row in changes.items()
        if of == rule
    }


@pytest.mark.parametrize("before_all", [False, True])
@pytest.mark.parametrize("after_all", [False, True])
def test_what_became_of_each_finding(check, compare, tmp_path, before_all, after_all):
    """Whether or not the checks listed the plain passes."""
    before = check("before", BEFORE, ALL_ROWS=before_all)
    after = check("after", AFTER, ALL_ROWS=after_all)
    changes = compare(before, after)
    assert told(changes) == ZONING_CHANGES
    assert told(changes, "KH-PARK-01") == {"left its park": ("unchanged", "fail", "fail")}
    assert factory_changes(tmp_path) == FACTORIES
    results = compare.results
    assert [results[name] for name in ("NEW", "RESOLVED", "CHANGED", "WORSE", "BETTER")] == [1, 2, 0, 1, 2]


def test_what_a_change_tells(check, compare, tmp_path):
    changes = compare(check("before", BEFORE), check("after", AFTER))
    new, gone = changes["turns bad", ZONING], changes["turns good", ZONING]
    assert new["message_before"] == "Passed, or the rule was not about the factory."
    assert new["message_after"].startswith("Zone LIND (Light) does not permit activity 2011")
    assert gone["message_after"] == "Passes, or the rule is not about the factory."
    assert changes["goes", ZONING]["message_after"] == "The factory is no longer in the register."
    moved = changes["moves", ZONING]
    assert (round(moved["measured_before_m"]), round(moved["measured_after_m"])) == (400, 350)
    assert new["rule_title"]
    assert new["factory_name"] == "Factory turns bad"
    rows = {row["factory_id"]: row for row in L.rows(tmp_path / "c.gpkg", "factory_changes")}
    assert rows["moves"]["moved_m"] == pytest.approx(50, abs=0.01)
    assert rows["turns bad"]["new"] == 1
    assert (rows["turns bad"]["verdict_before"], rows["turns bad"]["verdict_after"]) == ("pass", "fail")
    shapes = L.shapes(tmp_path / "c.gpkg", "changes")
    places = dict(zip(((r["factory_id"], r["rule_id"]) for r in L.rows(tmp_path / "c.gpkg", "changes")), shapes))
    assert (places["goes", ZONING].x - L.X0, places["goes", ZONING].y - L.Y0) == (500, 200)
    assert places["moves", ZONING].y - L.Y0 == 650  # where it is now


def test_counts_by_rule_and_change(check, compare, tmp_path):
    before, after = check("before", BEFORE), check("after", AFTER)
    compare(before, after, SUMMARY=str(tmp_path / "c.json"))
    counts = {(r["rule_id"], r["change"]): r["findings"] for r in L.rows(tmp_path / "c.gpkg", "summary")}
    assert counts == {
        (ZONING, "new"): 1,
        (ZONING, "resolved"): 2,
        (ZONING, "location changed"): 1,
        (ZONING, "factory added"): 1,
        (ZONING, "factory removed"): 1,
        (ZONING, "unchanged"): 2,
        ("KH-PARK-01", "unchanged"): 1,
    }
    summary = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert summary["counts"]["findings"]["resolved"] == 2
    assert summary["counts"]["rules"][ZONING]["changes"]["new"] == 1
    assert summary["counts"]["factories"] == {
        "worse": 1, "better": 2, "added": 1, "removed": 1, "not comparable": 0, "same": 4,
    }  # fmt: skip
    assert summary["before"]["file"] == "before.gpkg"
    assert len(summary["before"]["sha256"]) == 64
    said = compare.said.info
    assert "Findings: 1 new, 2 resolved, 0 changed, 3 unchanged." in said
    assert "Factories: 1 worse, 2 better, 4 the same, 1 added, 1 removed, 0 not comparable." in said
    assert compare.said.warnings == []


def test_unchanged_findings_can_be_left_out(check, compare):
    changes = compare(check("before", BEFORE), check("after", AFTER), UNCHANGED=False)
    assert "unchanged" not in {row["change"] for row in changes.values()}
    assert len(changes) == 6


def test_the_same_check_twice_changes_nothing(check, compare, tmp_path):
    changes = compare(check("before", BEFORE), check("after", BEFORE[::-1]))
    assert {row["change"] for row in changes.values()} == {"unchanged"}
    assert set(factory_changes(tmp_path).values()) == {"same"}


@pytest.mark.parametrize(
    "zones",
    [
        [(L.box(0, 0, 1000, 900), "Z1", "LIND", "Light", 2020)],
        [(L.box(0, 0, 1000), "Z1", "LIND", "Light", 2024)],
    ],
    ids=["border", "vintage"],
)
def test_a_boundary_that_moved_is_told_as_that(check, compare, tmp_path, zones):
    factory = [at(500, 800, "A", "2011")]
    changes = compare(check("before", factory, [LIGHT]), check("after", factory, zones))
    assert told(changes) == {"A": ("boundary changed", "fail", "fail")}
    assert factory_changes(tmp_path) == {"A": "same"}


def test_another_reason_is_a_change(check, compare):
    """No data for want of an answer in the table, then for a zone whose code nobody knows."""
    factory = [at(500, 500, "A", "3510")]
    harbour = [(L.box(0, 0, 1000), "Z1", "PORT", "Harbour", 2020)]
    changes = compare(check("before", factory), check("after", factory, harbour))
    assert told(changes) == {"A": ("changed", "no data", "no data")}


@pytest.mark.parametrize("all_rows", [False, True])
def test_what_was_not_checked_is_not_resolved(check, compare, tmp_path, all_rows):
    """The second check had no parks layer: the fail outside the declared park is no better for it."""
    before = check("before", BEFORE, ALL_ROWS=all_rows)
    after = check("after", BEFORE, parks=None, ALL_ROWS=all_rows)
    changes = compare(before, after)
    assert told(changes, "KH-PARK-01") == {"left its park": ("no longer checked", "fail", None)}
    assert "its layer is missing" in changes["left its park", "KH-PARK-01"]["message_after"]
    assert set(factory_changes(tmp_path).values()) == {"same"}
    back = compare(after, before)
    assert told(back, "KH-PARK-01") == {"left its park": ("now checked", None, "fail")}


def test_a_decision_of_an_officer_is_a_change(check, compare, tmp_path):
    before = check("before", BEFORE[:1])
    finding = L.rows(before, "findings")[0]["finding_id"]
    fields = (("finding_id", "text"), ("decision", "text"))
    decisions = L.layer("NoGeometry", fields, [(None, finding, "accepted")], name="decisions")
    changes = compare(before, check("after", BEFORE[:1], EXCEPTIONS=decisions))
    assert told(changes) == {"stays bad": ("changed", "fail", "exempt")}
    assert factory_changes(tmp_path) == {"stays bad": "better"}


def pack_without(tmp_path, rule, name="kh-zoning-parks"):
    """The shipped pack without one rule."""
    import yaml
    from factory_locations.processing.paths import DEFAULT_PACK

    pack = yaml.safe_load(DEFAULT_PACK.read_text(encoding="utf-8"))
    pack["rules"] = [r for r in pack["rules"] if r["id"] != rule]
    pack["pack"] = name
    path = tmp_path / "fewer.yaml"
    path.write_text(yaml.safe_dump(pack, allow_unicode=True), encoding="utf-8")
    return str(path)


def test_a_rule_that_is_no_longer_in_the_pack(check, compare, tmp_path):
    fewer = pack_without(tmp_path, "KH-PARK-01", "other-pack")
    before, after = check("before", BEFORE), check("after", BEFORE, RULES=fewer)
    assert told(compare(before, after), "KH-PARK-01") == {"left its park": ("rule removed", "fail", None)}
    assert factory_changes(tmp_path)["left its park"] == "same"  # by the rules that both have
    assert any("different rule packs (kh-zoning-parks; other-pack)" in said for said in compare.said.warnings)
    assert told(compare(after, before), "KH-PARK-01") == {"left its park": ("rule added", None, "fail")}


def test_interchanged_files_are_noticed(check, compare):
    before, after = check("before", BEFORE), check("after", AFTER)
    with closing(sqlite3.connect(before)) as connection, connection:
        connection.execute("UPDATE runs SET started = '2031-01-02T03:04:05.000Z'")
    compare(before, after)
    assert any("BEFORE is the later of the two checks (2031-01-02T03:04" in said for said in compare.said.warnings)


def test_any_layer_of_the_file_will_do(check, compare, tmp_path):
    from qgis.core import QgsVectorLayer

    before, after = check("before", BEFORE), check("after", AFTER)
    layer = QgsVectorLayer(f"{before}|layername=factory_summary", "summary", "ogr")
    assert told(compare(layer, f"{after}|layername=evidence")) == ZONING_CHANGES


def test_registers_in_two_coordinate_systems(check, compare, tmp_path):
    """The working CRS of the second check is another: what did not move did not move."""
    before, after = check("before", BEFORE), check("after", BEFORE, CRS="EPSG:3148")
    changes = compare(before, after)
    assert {row["change"] for row in changes.values()} <= {"unchanged"}
    rows = L.rows(tmp_path / "c.gpkg", "factory_changes")
    assert max(row["moved_m"] for row in rows) < 0.02


def test_premises_drawn_as_polygons(run, compare, tmp_path):
    def checked(name, width):
        rows = [(L.box(100, 100, width), "A", "A", "2011", None, "12", None)]
        given = {"FACTORIES": L.factories(rows, geometry_type="Polygon"), "ZONING": L.zoning([LIGHT, TOWN])}
        run("check_locations", {**given, "OUTPUT": str(tmp_path / f"{name}.gpkg")})
        return str(tmp_path / f"{name}.gpkg")

    assert told(compare(checked("a", 50), checked("b", 50))) == {"A": ("unchanged", "fail", "fail")}


def test_factories_that_share_an_id(check, compare, tmp_path):
    twins = [at(500, 400, "T", "2011"), at(500, 500, "T", "1410"), at(500, 600, "U", "1410")]
    changes = compare(check("before", twins), check("after", [twins[0], twins[2]]))
    assert told(changes) == {"T": ("unchanged", "fail", "fail")}
    rows = L.rows(tmp_path / "c.gpkg", "factory_changes")
    assert sorted((r["factory_id"], r["change"]) for r in rows) == [("T", "removed"), ("T", "same"), ("U", "same")]
    assert any("“before.gpkg”: factories that share their id with another: 1" in w for w in compare.said.warnings)


def test_files_of_version_0_1_have_no_rules(check, compare, tmp_path):
    before, after = check("before", BEFORE), check("after", AFTER)
    with closing(sqlite3.connect(before)) as connection, connection:
        for table in ("rules", "runs", "exceptions"):
            connection.execute(f"DROP TABLE {table}")
            connection.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (table,))
        connection.execute("ALTER TABLE factory_summary DROP COLUMN not_checked")
    assert told(compare(before, after)) == ZONING_CHANGES
    assert any("“before.gpkg” does not say which rules were used" in said for said in compare.said.warnings)


def refused(compare, before, after, **options) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        compare(before, after, **options)
    return str(why.value)


def test_bad_input_is_told(check, compare, tmp_path, demo_gpkg):
    before, after = check("before", BEFORE[:2]), check("after", AFTER[:2])
    nobody = check("nobody", [at(500, 400, "X1", "2011")])
    names = sorted(path.name for path in tmp_path.iterdir())
    assert "is no findings GeoPackage of “Check factory locations”: it has no findings." in refused(
        compare, str(demo_gpkg), after
    )
    assert "are the same file" in refused(compare, before, before)
    assert "are the same file" in refused(compare, before, f"{before}|layername=evidence")
    assert "Findings before: there is no layer or file “nowhere.gpkg”." in refused(compare, "nowhere.gpkg", after)
    assert "is in no GeoPackage" in refused(compare, L.factories([]), after)
    assert "No factory id is in both files (“stays bad” in the one, “X1” in the other)" in refused(
        compare, before, nobody
    )
    assert "inputs are never overwritten" in refused(compare, before, after, OUTPUT=after)
    assert "a name that ends in .gpkg" in refused(compare, before, after, OUTPUT=str(tmp_path / "c.shp"))
    assert "need two files" in refused(
        compare, before, after, OUTPUT=str(tmp_path / "c.gpkg"), SUMMARY=str(tmp_path / "c.gpkg")
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_file_that_the_findings_join_is_not_replaced(check, compare, tmp_path):
    from qgis.core import QgsVectorLayer, QgsVectorLayerJoinInfo

    before, after = check("before", BEFORE[:2]), check("after", AFTER[:2])
    compare(before, after)
    later = QgsVectorLayer(f"{after}|layername=findings", "later", "ogr")
    changes = QgsVectorLayer(f"{tmp_path / 'c.gpkg'}|layername=changes", "changes", "ogr")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(changes)
    join.setJoinFieldName("finding_id")
    join.setTargetFieldName("finding_id")
    assert later.addJoin(join)
    assert "inputs are never overwritten" in refused(compare, before, later)


def test_a_file_that_is_no_comparison_is_not_replaced(check, compare, tmp_path, demo_gpkg):
    """A register, or findings with their decisions, would be gone."""
    before, after, other = check("before", BEFORE[:2]), check("after", AFTER[:2]), check("other", AFTER[:2])
    mine = tmp_path / "demo.gpkg"
    mine.write_bytes(demo_gpkg.read_bytes())
    for path in (str(mine), other):
        kept = Path(path).read_bytes()
        assert f"“{path}” holds other tables (" in refused(compare, before, after, OUTPUT=path)
        assert Path(path).read_bytes() == kept
    for _ in range(2):
        assert compare(before, after)  # an earlier comparison is


def test_few_common_ids_and_other_settings_are_doubted(check, compare):
    before = check("before", BEFORE[:3])
    others = [at(500, 100 + i, f"N{i}", "1410") for i in range(4)]
    compare(before, check("after", [BEFORE[0], *others], DEFAULT_ACCURACY=20))
    said = "\n".join(compare.said.warnings)
    assert "Only 1 factory ids are in both files, of 3 and 5: was the id field the same?" in said
    assert "The checks had different settings: DEFAULT_ACCURACY 0.0 / 20.0." in said


def test_a_cancelled_run_leaves_nothing(check, run, tmp_path, feedback):
    from qgis.core import QgsProcessingException

    before, after = check("before", BEFORE), check("after", AFTER)
    names = sorted(path.name for path in tmp_path.iterdir())
    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress > 50 else None)
    given = {"BEFORE": before, "AFTER": after, "OUTPUT": str(tmp_path / "c.gpkg"), "SUMMARY": str(tmp_path / "c.json")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("compare_runs", given, feedback=feedback)
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_inputs_stay_as_they_are(check, compare, tmp_path):
    before, after = check("before", BEFORE), check("after", AFTER)
    sums = L.checksums(tmp_path)
    compare(before, after)
    now = L.checksums(tmp_path)
    assert {name: now[name] for name in sums} == sums


def test_a_file_open_in_qgis_can_be_compared(check, compare, tmp_path):
    from qgis.core import QgsVectorLayer

    before, after = check("before", BEFORE), check("after", AFTER)
    opened = [QgsVectorLayer(f"{path}|layername=findings", "f", "ogr") for path in (before, after)]
    assert all(layer.isValid() for layer in opened)
    assert told(compare(before, after)) == ZONING_CHANGES


@pytest.mark.slow
def test_in_a_model_after_two_checks(provider, tmp_path):
    """Two checks, one with and one without parks, and what is new between them, all in one model."""
    from factory_locations.tests.test_models import child, model_with_layers, run_model
    from qgis.core import QgsProcessingModelChildParameterSource as Source
    from qgis.core import QgsProject

    model = model_with_layers(Source)
    for name, roles in (("first", ("ZONING",)), ("second", ("ZONING", "PARKS"))):
        sources = {role: Source.fromModelParameter(role) for role in ("FACTORIES", *roles)}
        child(model, name, "factory:check_locations", sources, {"OUTPUT": "gpkg"})
    between = {
        "BEFORE": Source.fromChildOutput("first", "OUTPUT"),
        "AFTER": Source.fromChildOutput("second", "FINDINGS"),
    }
    child(model, "compare", "factory:compare_runs", between, {"OUTPUT": "gpkg"})
    only_new = {
        "INPUT": Source.fromChildOutput("compare", "CHANGES"),
        "EXPRESSION": Source.fromStaticValue("\"change\" = 'now checked'"),
    }
    child(model, "use", "native:extractbyexpression", only_new, {"OUTPUT": "used"})
    given = {"FACTORIES": L.factories(BEFORE), "ZONING": L.zoning([LIGHT, TOWN]), "PARKS": L.parks(PARKS)}
    files = {f"{name}:gpkg": str(tmp_path / f"{name}.gpkg") for name in ("first", "second", "compare")}
    results, context = run_model(model, {**given, **files, "use:used": "memory:"}, QgsProject.instance())
    used = context.takeResultLayer(results["use:used"])
    assert [feature["factory_id"] for feature in used.getFeatures()] == ["left its park"]


@pytest.mark.slow
@pytest.mark.parametrize("where", ["TEMPORARY_OUTPUT", "file"])
def test_the_toolbox_loads_both_layers_of_changes(check, provider, tmp_path, where):
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputLayerDefinition,
        QgsProcessingUtils,
        QgsProject,
        QgsVectorLayer,
    )

    target = str(tmp_path / "c.gpkg") if where == "file" else where
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition(target, QgsProject.instance())
    given = {"BEFORE": check("before", BEFORE), "AFTER": check("after", AFTER), "OUTPUT": output}
    algorithm = provider.algorithm("compare_runs").create()
    _, successful = algorithm.run(given, context, QgsProcessingFeedback(False), {}, False)
    assert successful
    wanted = context.layersToLoadOnCompletion()
    loaded = [QgsProcessingUtils.mapLayerFromString(source, context, True) for source in wanted]
    assert all(layer is not None and layer.isValid() for layer in loaded)
    assert sorted(details.name for details in wanted.values()) == ["Changes of factories", "Changes of findings"]
    styled = [QgsVectorLayer(source, "styled", "ogr") for source in wanted]
    assert {layer.renderer().type() for layer in styled} == {"categorizedSymbol"}


@pytest.mark.slow
def test_with_the_real_program(qgis_process, check, tmp_path):
    before, after = check("before", BEFORE), check("after", AFTER)
    folder = tmp_path / "ឯកសារ of the office"
    folder.mkdir()
    for path in (before, after):
        shutil.move(path, folder)
    done = qgis_process(
        "--json", "run", "factory:compare_runs", "--BEFORE=before.gpkg", "--AFTER=after.gpkg", "--OUTPUT=c.gpkg",
        "--SUMMARY=c.json", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert {"NEW": 1, "RESOLVED": 2, "WORSE": 1, "BETTER": 2}.items() <= results.items()
    assert sorted(path.name for path in folder.iterdir()) == ["after.gpkg", "before.gpkg", "c.gpkg", "c.json"]
    same = qgis_process(
        "run", "factory:compare_runs", "--BEFORE=before.gpkg", "--AFTER=before.gpkg", "--OUTPUT=d.gpkg", cwd=folder
    )
    assert same.returncode == 1
    assert "are the same file" in same.stdout + same.stderr
