"""What lasts from run to run: officers' decisions, the list of runs, the ids of findings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta, timezone

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

TODAY = datetime.now(timezone.utc).astimezone().date()
DAY = timedelta(days=1)
# A is in a zone that prohibits it, B on the edge of two zones, C where it may be.
FACTORIES = [
    (L.point(500, 400), "A", "Chemicals", "2011", 10.0),
    (L.point(990, 500), "B", "Electronics", "2610", 20.0),
    (L.point(500, 500), "C", "Garments", "1410", 10.0),
]
ZONES = [(L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020), (L.box(1000, 0, 1000), "Z2", "RES", "Town", 2020)]
FIELDS = (
    ("finding_id", "text"),
    ("decision", "text"),
    ("reason", "text"),
    ("officer", "text"),
    ("decided_on", "date"),
    ("expires_on", "date"),
)


@pytest.fixture
def check(run, tmp_path):
    """Check the three factories, as often as wanted, into the same file."""

    def go(**changed) -> dict:
        given = {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES), "OUTPUT": str(tmp_path / "f.gpkg")}
        run("check_locations", {**given, **changed})
        return {r["factory_id"]: r for r in L.rows(tmp_path / "f.gpkg", "findings") if r["rule_id"] == "KH-ZON-01"}

    go.run = run
    return go


def decisions(*rows, fields=FIELDS, name="decisions"):
    from qgis.PyQt.QtCore import QDate

    def qt(value):
        return QDate(value.year, value.month, value.day) if isinstance(value, date) else value

    return L.layer("NoGeometry", fields, [(None, *map(qt, row)) for row in rows], name=name)


def write(path, sql, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)


def verdicts(found):
    return {factory: (row["verdict"], row["reason"]) for factory, row in found.items()}


PLAIN = {"A": ("fail", "prohibited"), "B": ("undecided", "zones_differ")}


def test_an_accepted_decision_exempts_and_is_told(check, tmp_path):
    before = check()
    assert verdicts(before) == PLAIN
    ids = [before[name]["finding_id"] for name in "AB"]
    table = decisions(
        (ids[0], "accepted", "Built before the plan", "Sok Dara", date(2026, 1, 15), TODAY),
        (ids[1], "Accepted ", "Seen on the ground", None, None, None),
    )
    after = check(EXCEPTIONS=table)
    assert verdicts(after) == dict.fromkeys("AB", ("exempt", "exception"))
    assert after["A"]["message"] == (
        "Exempt by a recorded decision: Built before the plan, Sok Dara, 2026-01-15, "
        f"until {TODAY}; otherwise fail (prohibited)."
    )
    assert "Seen on the ground; otherwise undecided (zones_differ)." in after["B"]["message"]
    assert after["A"]["severity"] is None
    assert [after[name]["finding_id"] for name in "AB"] == ids
    rows = {r["factory_id"]: r for r in L.rows(tmp_path / "f.gpkg", "factory_summary")}
    assert rows["A"]["fails"] == rows["B"]["undecided"] == 0
    assert rows["A"]["verdict"] != "fail"
    assert any(
        line == "Findings with a recorded decision: 2; exempted by it: 2; accepted but expired: 0; "
        "accepted, and now neither failing nor undecided: 0."
        for line in check.run.feedback.info
    )


@pytest.mark.parametrize(
    ("decision", "expires"),
    [("accepted", TODAY - DAY), ("rejected", None), ("under review", TODAY + DAY)],
    ids=["expired", "rejected", "under review"],
)
def test_what_is_not_accepted_or_no_longer_changes_nothing(check, decision, expires):
    before = check()
    rows = [(before[name]["finding_id"], decision, "because", "Sok", date(2020, 1, 1), expires) for name in "AB"]
    assert verdicts(check(EXCEPTIONS=decisions(*rows))) == PLAIN


def test_a_decision_typed_in_the_file_lasts_and_is_applied(check, tmp_path):
    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    write(
        path,
        "INSERT INTO exceptions (finding_id, decision, reason, decided_on) VALUES (?, 'accepted', 'ok', '2026-02-03')",
        finding,
    )
    for _ in range(2):
        assert verdicts(check())["A"] == ("exempt", "exception")
        (kept,) = L.rows(path, "exceptions")
        assert (kept["finding_id"], kept["decision"], kept["decided_on"]) == (finding, "accepted", "2026-02-03")


def test_a_decision_entered_in_qgis_lasts(check, tmp_path):
    """With the file's own form: QGIS's default values are there, the table is saved as an officer saves it."""
    from qgis.core import QgsVectorLayer, QgsVectorLayerUtils

    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    table = QgsVectorLayer(f"{path}|layername=exceptions", "exceptions", "ogr")
    assert table.startEditing()
    given = {table.fields().indexOf("finding_id"): finding, table.fields().indexOf("decision"): "accepted"}
    feature = QgsVectorLayerUtils.createFeature(table, attributes=given)
    assert table.addFeature(feature)
    assert table.commitChanges(), table.commitErrors()
    del table
    assert verdicts(check())["A"] == ("exempt", "exception")
    (kept,) = L.rows(path, "exceptions")
    assert kept["decided_on"] == date.today().isoformat()
    assert kept["officer"]


def test_columns_that_an_officer_adds_are_kept(check, tmp_path):
    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    write(path, "ALTER TABLE exceptions ADD COLUMN letter TEXT")
    write(path, "ALTER TABLE exceptions ADD COLUMN fee REAL")
    add = "INSERT INTO exceptions (finding_id, decision, letter, fee) VALUES (?, 'rejected', 'ល.រ 12', 2.5)"
    write(path, add, finding)
    check()
    check()
    (kept,) = L.rows(path, "exceptions")
    assert (kept["letter"], kept["fee"]) == ("ល.រ 12", 2.5)


def test_columns_that_an_officer_adds_keep_their_type(check, tmp_path):
    """As QGIS makes them; where somebody else wrote what is none of the type, the words stay, as text."""
    from factory_locations.processing.fields import make_field
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QDate, QDateTime

    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    given = {"seen": True, "visit": QDate(2026, 5, 4), "call": QDateTime(2026, 5, 4, 8, 30, 0), "pages": 7, "fee": 2.5}
    kinds = {"seen": "boolean", "visit": "date", "call": "datetime", "pages": "integer", "fee": "real"}
    source = f"{path}|layername=exceptions"
    table = QgsVectorLayer(source, "exceptions", "ogr")
    assert table.dataProvider().addAttributes([make_field(*field) for field in kinds.items()])
    del table
    write(path, "ALTER TABLE exceptions ADD COLUMN odd DATE")
    write(path, "ALTER TABLE exceptions ADD COLUMN count INTEGER")
    write(path, "INSERT INTO exceptions (finding_id, decision) VALUES (?, 'rejected')", finding)
    table = QgsVectorLayer(source, "exceptions", "ogr")
    (feature,) = table.getFeatures()
    values = {table.fields().indexOf(name): value for name, value in given.items()}
    assert table.dataProvider().changeAttributeValues({feature.id(): values})
    write(path, "INSERT INTO exceptions (finding_id, decision) VALUES ('other', 'rejected')")
    write(
        path,
        "UPDATE exceptions SET odd = 'in May', count = 'many' WHERE decision = 'rejected' AND finding_id = ?",
        finding,
    )
    del table, feature

    def state():
        layer = QgsVectorLayer(source, "exceptions", "ogr")
        rows = [[str(f[name]) for name in given] for f in layer.getFeatures()]
        return {name: layer.fields().field(name).typeName() for name in given}, rows

    before = state()
    assert before[0]["seen"] == "Boolean"
    for _ in range(2):
        check()
        assert state() == before
        assert [(row["odd"], row["count"]) for row in L.rows(path, "exceptions")] == [("in May", "many"), (None, None)]


def test_another_table_adds_to_the_decisions_of_the_file(check, tmp_path):
    """Nothing that officers recorded is lost, and of two decisions on one finding the later counts."""
    path = tmp_path / "f.gpkg"
    before = check()
    ids = [before[name]["finding_id"] for name in "AB"]
    check(EXCEPTIONS=decisions((ids[0], "accepted", "first", "Sok", date(2026, 1, 1), None)))
    table = decisions(
        (ids[1], "accepted", "second", "Sok", date(2026, 1, 2), None),
        (ids[0], "rejected", "third", "Sok", date(2026, 3, 1), None),
    )
    for _ in range(2):
        assert verdicts(check(EXCEPTIONS=table)) == {"A": PLAIN["A"], "B": ("exempt", "exception")}
        assert [row["reason"] for row in L.rows(path, "exceptions")] == ["first", "second", "third"]
    assert verdicts(check())["A"] == PLAIN["A"]  # the file alone says the same


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((date(2026, 1, 1), date(2026, 2, 1)), "fail"),
        ((date(2026, 2, 1), date(2026, 1, 1)), "exempt"),
        ((date(2026, 2, 1), None), "fail"),
        ((None, date(2026, 1, 1)), "fail"),
        ((None, None), "fail"),
    ],
    ids=["later below", "later above", "undated below", "undated above", "both undated"],
)
def test_the_latest_decision_counts(check, days, expected):
    finding = check()["A"]["finding_id"]
    table = decisions(
        (finding, "accepted", "", "", days[0], None),
        (finding, "rejected", "", "", days[1], None),
    )
    assert check(EXCEPTIONS=table)["A"]["verdict"] == expected


def test_a_decision_without_a_day_is_not_overturned_by_an_older_one_of_another_table(check, tmp_path):
    """Taken back in the file, without a day: the ministry's table knows only an acceptance from before."""
    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    add = "INSERT INTO exceptions (finding_id, decision, decided_on) VALUES (?, ?, ?)"
    write(path, add, finding, "accepted", "2026-06-01")
    write(path, add, finding, "rejected", None)
    assert check()["A"]["verdict"] == "fail"
    older = decisions((finding, "accepted", "", "", date(2026, 3, 1), None))
    for _ in range(2):
        assert check(EXCEPTIONS=older)["A"]["verdict"] == "fail"
    later = decisions((finding, "accepted", "", "", date(2026, 7, 1), None))
    assert check(EXCEPTIONS=later)["A"]["verdict"] == "exempt"


def test_decisions_on_no_finding_of_the_check_are_named(check, tmp_path):
    """A mistyped id is not taken for a finding that has been resolved."""
    before = check(ALL_ROWS=True)
    ids = {name: before[name]["finding_id"] for name in "ABC"}
    table = decisions(
        *((finding, "accepted", "", "", None, None) for finding in (ids["A"], ids["B"].upper(), ids["C"])),
        *((f"nonsense {i}", "rejected", "", "", None, None) for i in range(5)),
    )
    assert verdicts(check(EXCEPTIONS=table)) == {**PLAIN, "A": ("exempt", "exception")}
    said = [line for line in check.run.feedback.info if "decision" in line]
    assert said[0] == (
        "Findings with a recorded decision: 8; exempted by it: 1; accepted but expired: 0; "
        "accepted, and now neither failing nor undecided: 1."
    )
    named = ", ".join([ids["B"].upper(), *(f"nonsense {i}" for i in range(4))])
    assert said[1].startswith(f"Recorded decisions on findings that this check does not have: 6 ({named}, …). ")
    check(EXCEPTIONS=decisions((ids["C"], "accepted", "", "", None, None)), OUTPUT=str(tmp_path / "other.gpkg"))
    assert not any("does not have" in line for line in check.run.feedback.info)


def refused(check, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as told:
        check(**given)
    return str(told.value)


@pytest.mark.parametrize("name", ["OUTPUT", "SUMMARY"])
def test_the_table_of_decisions_is_not_overwritten(check, tmp_path, name):
    path = tmp_path / "decisions.gpkg"
    check()
    (tmp_path / "f.gpkg").rename(path)
    kept = path.read_bytes()
    given = {"EXCEPTIONS": f"{path}|layername=exceptions", name: str(path)}
    assert refused(check, **given) == (
        f"The output “{path}” is the file of the table of recorded decisions. "
        "Choose another name; inputs are never overwritten."
    )
    assert path.read_bytes() == kept


@pytest.mark.parametrize("name", ["base", "top"])
def test_a_file_of_the_rule_pack_is_not_overwritten(check, tmp_path, name):
    """Also one that the pack includes."""
    head = "version: '1'\ntitle: {en: T}\nauthority: A\ncitation: C\nvintage: 2024\nstatus: draft\nlicence: CC0-1.0\n"
    rule = "rules:\n  - {{id: {0}, title: {{en: t}}, test: not within, role: protected, semantics: assess}}\n"
    (tmp_path / "base.yaml").write_text(f"pack: base\n{head}{rule.format('T-A')}", encoding="utf-8")
    included = f"pack: top\n{head}include: [base.yaml]\n{rule.format('T-B')}"
    (tmp_path / "top.yaml").write_text(included, encoding="utf-8")
    path = tmp_path / f"{name}.yaml"
    kept = path.read_bytes()
    told = refused(check, RULES=str(tmp_path / "top.yaml"), SUMMARY=str(path))
    assert "is the file of the rule pack. Choose another name; inputs are never overwritten." in told
    assert path.read_bytes() == kept


TEXT_FIELDS = tuple((name, "text") for name, _ in FIELDS)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ("abc", "granted", None, None, None, None),
            "Recorded decisions “decisions”, row 2 (finding abc): “granted” is none of: "
            "accepted, rejected, under review.",
        ),
        (("abc", None, None, None, None, None), "row 2 (finding abc): “” is none of"),
        (
            ("abc", "accepted", None, None, None, "31.12.2026"),
            "row 2 (finding abc): “31.12.2026” (expires_on) is no date; write it as 2026-12-31.",
        ),
        (("abc", "accepted", None, None, "2026-02-30", None), "“2026-02-30” (decided_on) is no date"),
        ((None, "accepted", "why", None, None, None), "row 2: it has no finding_id."),
    ],
    ids=["word", "no word", "date", "no such day", "no id"],
)
def test_a_bad_row_is_named(check, tmp_path, row, told):
    good = ("xyz", "accepted", None, None, "2026/01/31", "")
    assert told in refused(check, EXCEPTIONS=decisions(good, row, fields=TEXT_FIELDS))
    assert list(tmp_path.iterdir()) == []


def test_a_bad_date_typed_in_the_file_is_told_not_taken_for_none(check, tmp_path):
    """“No end” would exempt for good what was to expire."""
    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    add = "INSERT INTO exceptions (finding_id, decision, expires_on) VALUES (?, 'accepted', '31/12/2025')"
    write(path, add, finding)
    before = path.read_bytes()
    assert f"Recorded decisions “f.gpkg|exceptions”, row 1 (finding {finding}): “31/12/2025”" in refused(check)
    assert path.read_bytes() == before


def test_empty_rows_are_nothing(check):
    assert verdicts(check(EXCEPTIONS=decisions((None, None, None, None, None, None)))) == PLAIN


@pytest.mark.parametrize("absent", ["finding_id", "decision"])
def test_a_table_without_a_field(check, provider, absent):
    from qgis.core import QgsProcessingContext

    table = decisions(fields=[field for field in FIELDS if field[0] != absent], name="notes")
    assert f"Table “notes” has no field “{absent}”, so it holds no decisions on findings." in refused(
        check, EXCEPTIONS=table
    )
    given = {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES), "OUTPUT": "x.gpkg", "EXCEPTIONS": table}
    fine, why = provider.algorithm("check_locations").create().checkParameterValues(given, QgsProcessingContext())
    assert not fine
    assert "Table “notes”" in why


def test_a_table_that_is_not_there(check):
    assert "there is no layer or file “nowhere.gpkg”" in refused(check, EXCEPTIONS="nowhere.gpkg")


def test_runs_accumulate(check, tmp_path):
    for _ in range(3):
        check()
    runs = L.rows(tmp_path / "f.gpkg", "runs")
    assert len({run["run_id"] for run in runs}) == 3
    assert [run["started"] for run in runs] == sorted(run["started"] for run in runs)
    last = runs[-1]
    assert (last["factories"], last["fails"], last["undecided"]) == (3, 1, 1)
    assert last["pack"].startswith("kh-zoning-parks ")
    assert len(last["pack_sha256"]) == 64
    assert '"role": "zoning"' in last["layers"]
    first = dict(runs[0])
    check()
    assert L.rows(tmp_path / "f.gpkg", "runs")[0] == first


def test_the_rules_used_and_what_came_of_them(check, tmp_path):
    check()
    rules = {row["rule_id"]: row for row in L.rows(tmp_path / "f.gpkg", "rules")}
    assert list(rules) == ["KH-ZON-01", "KH-PARK-01", "KH-PARK-02"]
    zoning = rules["KH-ZON-01"]
    verdicts = ("pass", "fail", "undecided", "no_data", "exempt")
    assert [zoning[name] for name in ("checked", *verdicts)] == [3, 1, 1, 1, 0, 0]
    assert (zoning["test"], zoning["role"], zoning["semantics"]) == ("zone permits", "zoning", "prohibit")
    assert zoning["title_en"]
    assert [rules["KH-PARK-02"][name] for name in ("checked", "no_data")] == [3, 3]  # no parks were given


def test_a_cancelled_or_failed_run_keeps_the_old_file(check, run, tmp_path, feedback):
    from qgis.core import QgsProcessingException

    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    write(path, "INSERT INTO exceptions (finding_id, decision) VALUES (?, 'accepted')", finding)
    before = path.read_bytes()
    refused(check, EXCEPTIONS=decisions(("x", "perhaps", None, None, None, None)))
    assert path.read_bytes() == before
    given = {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES), "OUTPUT": str(path)}

    def stop(progress):
        if progress > 80:
            feedback.cancel()

    feedback.progressChanged.connect(stop)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("check_locations", given, feedback=feedback)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["f.gpkg"]


def test_what_is_saved_while_a_check_runs_is_kept(check, run, tmp_path, feedback):
    """A decision, a column and a run of somebody else: they come along into the new file, with its form."""
    from qgis.core import QgsVectorLayer

    path = tmp_path / "f.gpkg"
    found = check()
    add = "INSERT INTO exceptions (finding_id, decision, reason) VALUES (?, 'accepted', ?)"
    write(path, add, found["A"]["finding_id"], "before")
    given = {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES), "OUTPUT": str(path)}
    saved = []

    def save(progress):
        if progress > 80 and not saved:
            saved.append(progress)
            write(path, add, found["B"]["finding_id"], "meanwhile")
            write(path, "ALTER TABLE exceptions ADD COLUMN letter TEXT")
            write(path, "UPDATE exceptions SET letter = 'ល.រ 12' WHERE reason = 'before'")
            write(path, "INSERT INTO runs (run_id, person) VALUES ('theirs', 'Sok')")

    feedback.progressChanged.connect(save)
    run("check_locations", given, feedback=feedback)
    assert saved
    rows = [(row["reason"], row["letter"]) for row in L.rows(path, "exceptions")]
    assert rows == [("before", "ល.រ 12"), ("meanwhile", None)]
    assert [row["run_id"] == "theirs" for row in L.rows(path, "runs")] == [False, True, False]
    assert any("new decisions apply from the next check on" in line for line in feedback.warnings)
    table = QgsVectorLayer(f"{path}|layername=exceptions", "exceptions", "ogr")
    assert table.editorWidgetSetup(table.fields().indexOf("decision")).type() == "ValueMap"
    assert [row["f_table_name"] for row in styles(path)].count("exceptions") == 1
    tables = ("findings", "evidence", "factory_summary", "layer_problems", "rules", "exceptions", "runs")
    assert all(QgsVectorLayer(f"{path}|layername={name}", name, "ogr").isValid() for name in tables)
    del table
    again = check()
    assert verdicts(again) == dict.fromkeys("AB", ("exempt", "exception"))
    assert not any("while the check ran" in line for line in check.run.feedback.warnings)


def test_a_file_that_is_being_edited_in_qgis_is_not_replaced(check, tmp_path):
    """What the officer saves afterwards would go into the file that is gone, and QGIS would call it a success."""
    from qgis.core import QgsProject, QgsVectorLayer

    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    table = QgsVectorLayer(f"{path}|layername=exceptions", "Decisions", "ogr")
    QgsProject.instance().addMapLayer(table)
    try:
        check()  # open, but not edited
        assert table.startEditing()
        assert refused(check) == (
            f"Layer “Decisions” of “{path}” is being edited, and the output would replace the file. "
            "Save or discard its edits and end editing first."
        )
        check.run("check_locations", {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES),
                                      "OUTPUT": str(tmp_path / "another.gpkg")})  # fmt: skip
        assert table.rollBack()
    finally:
        QgsProject.instance().removeMapLayer(table.id())
    assert check()["A"]["finding_id"] == finding


def test_editing_that_begins_while_a_check_runs_keeps_the_old_file(check, run, tmp_path, feedback):
    from qgis.core import QgsFeature, QgsProcessingException, QgsProject, QgsVectorLayer

    path = tmp_path / "f.gpkg"
    finding = check()["A"]["finding_id"]
    table = QgsVectorLayer(f"{path}|layername=exceptions", "Decisions", "ogr")
    QgsProject.instance().addMapLayer(table)
    given = {"FACTORIES": L.factories(FACTORIES), "ZONING": L.zoning(ZONES), "OUTPUT": str(path)}
    feedback.progressChanged.connect(lambda progress: table.startEditing() if progress > 80 else None)
    try:
        with pytest.raises(QgsProcessingException, match="is being edited"):
            run("check_locations", given, feedback=feedback)
        feature = QgsFeature(table.fields())
        feature["finding_id"], feature["decision"] = finding, "accepted"
        assert table.addFeature(feature)
        assert table.commitChanges(), table.commitErrors()
    finally:
        QgsProject.instance().removeMapLayer(table.id())
    assert check()["A"]["verdict"] == "exempt"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def styles(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return list(connection.execute("SELECT * FROM layer_styles"))


def test_a_damaged_file_is_not_replaced(check, tmp_path):
    path = tmp_path / "f.gpkg"
    check()
    path.write_bytes(path.read_bytes()[:30_000])
    before = path.read_bytes()
    assert "the decisions recorded in it would be lost" in refused(check)
    assert path.read_bytes() == before


def test_findings_have_the_same_ids_in_every_run(check):
    first = {name: row["finding_id"] for name, row in check().items()}
    moved = [(L.point(510, 410), *FACTORIES[0][1:]), *FACTORIES[:0:-1]]
    assert {n: row["finding_id"] for n, row in check(FACTORIES=L.factories(moved)).items()} == first


def test_a_decision_never_turns_no_data_into_exempt(check):
    """What is not known cannot be excepted: the data have to be completed."""
    unknown = [(L.point(500, 500), "D", "Unknown", None, 10.0)]
    finding = check(FACTORIES=L.factories(unknown))["D"]["finding_id"]
    accepted = decisions((finding, "accepted", None, None, None, None))
    assert check(FACTORIES=L.factories(unknown), EXCEPTIONS=accepted)["D"]["verdict"] == "no data"


def test_the_form_of_the_decisions(check, tmp_path):
    from qgis.core import QgsVectorLayer

    check()
    table = QgsVectorLayer(f"{tmp_path / 'f.gpkg'}|layername=exceptions", "exceptions", "ogr")
    widgets = {f.name(): table.editorWidgetSetup(i) for i, f in enumerate(table.fields())}
    offered = {value for entry in widgets["decision"].config()["map"] for value in entry.values()}
    assert offered == {"accepted", "rejected", "under review"}
    assert widgets["decided_on"].type() == widgets["expires_on"].type() == "DateTime"
    assert table.attributeAlias(table.fields().indexOf("expires_on")) == "Valid until"


def test_titles_are_in_the_language_of_qgis(check, tmp_path):
    """Aliases and the offered decisions are Khmer, the values that are stored stay English."""
    from factory_locations.qgis_plugin.translation import install_translator
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QCoreApplication

    translator = install_translator("km")
    try:
        check()
    finally:
        QCoreApplication.removeTranslator(translator)
    tables = {
        name: QgsVectorLayer(f"{tmp_path / 'f.gpkg'}|layername={name}", name, "ogr")
        for name in ("exceptions", "findings")
    }
    assert tables["findings"].attributeAlias(tables["findings"].fields().indexOf("verdict")) == "លទ្ធផលពិនិត្យ"
    table = tables["exceptions"]
    widget = table.editorWidgetSetup(table.fields().indexOf("decision"))
    offered = {title: value for entry in widget.config()["map"] for title, value in entry.items()}
    assert set(offered.values()) == {"accepted", "rejected", "under review"}
    assert "បានបដិសេធ៖ លទ្ធផលពិនិត្យនៅដដែល" in offered
