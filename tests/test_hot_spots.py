"""hot_spots as an officer meets it: cells, classes, sentences; what takes part; bad input; the real qgis_process."""

from __future__ import annotations

import json
import re
import sqlite3

import numpy as np
import pytest
import shapely
from factory_locations.processing.analysis import hot_spots as engine
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

FIELDS = (("factory_id", "text"), ("name_en", "text"), ("employees", "integer"), ("note", "text"))
AREA_FIELDS = (("name", "text"),)
WIDE = 20_000


def register(rows, name="factories", geometry="Point"):
    """Return factories from rows of (WKT, employees)."""
    full = [(shape, f"F{i:03d}", f"Factory {i}", staff, "x") for i, (shape, staff) in enumerate(rows)]
    return L.layer(geometry, FIELDS, full, name=name)


def area(*shapes, name="province"):
    return L.layer("MultiPolygon", AREA_FIELDS, [(shape, str(i)) for i, shape in enumerate(shapes)], name=name)


def crowd():
    """Return 40 factories in one corner, 20 spread over the area, two outside of it and one nowhere."""
    rng = np.random.default_rng(3)
    rows = [(L.point(*at), 100) for at in rng.uniform(3_000, 6_000, (40, 2)).round(1).tolist()]
    rows += [(L.point(*at), 10) for at in rng.uniform(0, WIDE, (20, 2)).round(1).tolist()]
    return [*rows, (L.point(-5_000, 100), 999), (L.point(0, WIDE + 500), None), (None, 5)]


SQUARE = L.box(0, 0, WIDE)


@pytest.fixture
def ask(run, tmp_path):
    def go(rows=None, **given):
        output = tmp_path / "hot.gpkg"
        parameters = {
            "FACTORIES": register(crowd() if rows is None else rows), "AREA": area(SQUARE), "CELL_SIZE": 2000,
            "PERMUTATIONS": 9_999, "OUTPUT": str(output), **given,
        }  # fmt: skip
        go.results, go.said = run("hot_spots", {k: v for k, v in parameters.items() if v is not None}), run.feedback
        go.cells = L.rows(output, "cells")
        go.factories = {row["factory_id"]: row for row in L.rows(output, "factories")}
        go.summary = {row["item"]: row["value"] for row in L.rows(output, "summary")}
        return {row["cell_id"]: row for row in go.cells}

    go.output = tmp_path / "hot.gpkg"
    return go


def plain(rows) -> list[dict]:
    return [{name: value for name, value in row.items() if name != "geom"} for row in rows]


def test_the_crowd_is_a_hot_spot(ask):
    cells = ask()
    shapes = dict(zip(cells, L.shapes(ask.output, "cells")))
    hot = [id_ for id_, row in cells.items() if row["class"].startswith("hot")]
    assert hot
    x, y = L.X0 + 4500, L.Y0 + 4500
    assert all(shapes[id_].centroid.distance(shapely.Point(x, y)) < 4_500 for id_ in hot)
    best = max(cells.values(), key=lambda row: row["gi_z"])
    assert (best["class"], best["moran"]) == ("hot 99 %", "high among high")
    assert best["value_around"] >= 35
    assert sum(row["factories"] for row in cells.values()) == 60
    assert ask.results["CELLS_COUNT"] == len(cells) == ask.summary["cells"]
    assert ask.results["HOT_COUNT"] == len(hot)
    assert ask.results["MORANS_I"] == pytest.approx(ask.summary["Moran's I"], abs=1e-6)
    assert any(sentence.startswith("Moran's I is 0.") and "beside each other" in sentence for sentence in ask.said.info)
    assert "Factories that count: 60 of 63; without a location: 1; outside the area: 2." in ask.said.info
    assert f"hot 99 %: cells: {ask.summary['cells: hot 99 %']:.0f}" in "\n".join(ask.said.info)


def test_every_factory_and_its_cell(ask):
    cells = ask()
    shapes = dict(zip(cells, L.shapes(ask.output, "cells")))
    points = dict(zip(ask.factories, L.shapes(ask.output, "factories")))
    counted = [row for row in ask.factories.values() if row["cell_id"]]
    assert len(counted) == 60
    for row in counted:
        assert shapes[row["cell_id"]].buffer(1e-6).covers(points[row["factory_id"]])
        assert row["class"] == cells[row["cell_id"]]["class"]
    left = [(row["cell_id"], row["class"], row["note"]) for row in list(ask.factories.values())[60:]]
    assert left == [(None, "not in the grid", "outside the area")] * 2 + [(None, "not in the grid", "no geometry")]
    assert points["F062"] is None


def test_which_cells_take_part(ask):
    """Those with their centre in the area, and one beyond with a factory that stands in the area."""
    edge = L.point(WIDE, 10_000), 1  # on the border itself
    rows = [*crowd(), edge]
    cells = ask(rows)
    shapes = L.shapes(ask.output, "cells")
    ground = shapely.from_wkt(SQUARE)
    outside = {row["cell_id"] for row, shape in zip(ask.cells, shapes) if not ground.covers(shape.centroid)}
    noted = {id_ for id_, row in cells.items() if row["note"] and "centre lies outside" in row["note"]}
    assert outside == noted
    assert all(cells[id_]["factories"] > 0 for id_ in outside)
    assert ask.factories["F063"]["cell_id"] in cells
    everywhere = ask(rows, AREA=area(L.box(-2_000, -2_000, WIDE + 4_000)))
    assert set(cells) < set(everywhere)  # one grid, whatever the area
    assert "at the edge: " in next(row["note"] for row in cells.values() if row["neighbours"] < 6)
    assert all(row["note"] is None for row in cells.values() if row["neighbours"] == 6 and row["cell_id"] not in noted)


def test_without_an_area(ask):
    cells = ask(AREA=None)
    points = shapely.multipoints([p for p in L.shapes(ask.output, "factories") if p is not None])
    hull = points.convex_hull
    for row, shape in zip(ask.cells, L.shapes(ask.output, "cells")):
        assert hull.covers(shape.centroid) or row["factories"] > 0
    assert sum(row["factories"] for row in cells.values()) == 62
    assert any("convex hull" in sentence and "Choose an area (AREA)" in sentence for sentence in ask.said.info)


def test_a_field_is_added_up_and_a_missing_number_adds_nothing(ask):
    rows = [*crowd()[:60], (L.point(100, 100), None), (L.point(150, 100), 7)]
    cells = ask(rows, VALUE_FIELD="employees")
    assert sum(row["value"] for row in cells.values()) == 40 * 100 + 20 * 10 + 7
    corner = cells[ask.factories["F060"]["cell_id"]]
    others = [row for row in ask.factories.values() if row["cell_id"] == corner["cell_id"]]
    assert corner["factories"] == len(others) >= 2
    assert "factories: factories without a number in field “employees”: 1. They add 0 to the value of their cell." in (
        ask.said.warnings
    )
    assert "The value of a cell: sum of employees; in all 4,207." in ask.said.info


def test_large_totals_are_written_out(ask):
    ask([(shape, 1_234_567) for shape, _ in crowd()], VALUE_FIELD="employees")
    assert "The value of a cell: sum of employees; in all 74,074,020." in ask.said.info


def test_the_size_is_suggested_and_said(ask):
    ask(CELL_SIZE=None)
    assert ask.results["CELL_SIZE_USED"] == ask.summary["cell size"] == 2_000  # 100 cells at least in 400 km²
    assert "Cells are 2,000 m across flats (346 ha), suggested: so that there are 100 cells or more." in ask.said.info
    many = [(L.point(*at), 1) for at in np.random.default_rng(2).uniform(0, WIDE, (300, 2)).round(1).tolist()]
    ask(many, CELL_SIZE=None)
    assert "Cells are 1,500 m across flats (195 ha), suggested: about as many cells as factories." in ask.said.info


@pytest.mark.parametrize(
    "shapes",
    [
        (L.box(0, 0, WIDE),) * 4,
        (L.box(0, 0, WIDE), L.box(500, 500, WIDE), L.box(900, 0, WIDE)),
        (shapely.LineString([(L.X0, L.Y0), (L.X0 + WIDE, L.Y0 + WIDE)]).buffer(700).wkt,),
    ],
    ids=["again", "overlapping", "strip"],
)
def test_a_suggested_size_keeps_its_promise(ask, shapes):
    at = [(L.point(300.0 * i, 300.0 * i), 1) for i in range(30)]
    assert len(ask(at, AREA=area(*shapes), CELL_SIZE=None)) >= 100
    assert any("suggested: so that there are 100 cells or more." in text for text in ask.said.info)


def test_rings_make_wider_neighbourhoods(ask):
    assert max(row["neighbours"] for row in ask(RINGS=1).values()) == 6
    cells = ask(RINGS=3)
    assert max(row["neighbours"] for row in cells.values()) == 36
    edge = next(row for row in cells.values() if 0 < row["neighbours"] < 36)
    assert edge["note"] == f"at the edge: {edge['neighbours']} of 36 neighbours take part"


def test_the_order_of_the_rows_changes_nothing(ask):
    rows = crowd()[:60]
    cells = plain(ask(rows).values())
    order = np.random.default_rng(1).permutation(60)
    assert plain(ask([rows[i] for i in order]).values()) == cells
    assert plain(ask(rows, SEED=2).values()) != cells


def test_another_crs_and_premises_give_the_same_cells(ask):
    rows = crowd()[:60]
    cells = plain(ask(rows).values())
    assert plain(ask(rows, FACTORIES=L.moved(register(rows), "EPSG:4326")).values()) == cells
    squares = [(shapely.from_wkt(shape).buffer(0.001, cap_style="square").wkt, staff) for shape, staff in rows]
    assert plain(ask(FACTORIES=register(squares, geometry="Polygon")).values()) == cells
    assert {shape.geom_type for shape in L.shapes(ask.output, "factories")} == {"Point"}


def test_what_cannot_be_judged_is_said(ask):
    one = [(L.point(100, 100), 5)]
    cells = ask(one * 7, AREA=area(L.box(0, 0, 500)))
    assert [(row["class"], row["gi_z"], row["moran"], row["factories"]) for row in cells.values()] == [
        ("not judged", None, "not judged", 7)
    ]
    assert any(
        "Number of cells that take part: 1. That is too few to be judged reliably (30 or more" in w
        for w in ask.said.warnings
    )
    assert "MORANS_I" not in ask.results
    cells = ask(VALUE_FIELD="employees", rows=[(shape, 0) for shape, _ in crowd()])
    assert {row["class"] for row in cells.values()} == {"not judged"}
    assert any("cells have the same value: nothing stands out" in w for w in ask.said.warnings)
    cells = ask(CELL_SIZE=8000)
    assert len(cells) < 30
    assert any("too few to be judged reliably" in w for w in ask.said.warnings)


@pytest.mark.parametrize("rows", [1, 7, 40], ids=["one", "spot", "line"])
def test_without_an_area_a_spot_or_a_line_has_nothing_to_compare_with(ask, rows):
    step = 2_000.0 if rows == 40 else 0.0
    for size in (2_000, None):
        told = refused(ask, rows=[(L.point(i * step, 100), 5) for i in range(rows)], AREA=None, CELL_SIZE=size)
        assert "stand on one spot or in one line" in told
        assert "Choose an area (AREA)" in told


def test_ground_narrower_than_a_cell_is_not_reliable(ask, tmp_path):
    rows = [(L.point(i * 1_000.0, 300.0 * (i % 2)), i) for i in range(60)]
    ask(rows, AREA=None, CELL_SIZE=1_000, VALUE_FIELD="employees", SUMMARY=str(tmp_path / "s.json"))
    assert any("narrower than a cell" in text for text in ask.said.warnings)
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["reliable"] is False


def test_too_few_draws_for_so_many_cells_are_said(ask):
    ask(CELL_SIZE=500, PERMUTATIONS=999)
    cells = ask.results["CELLS_COUNT"]
    told = f"With 999 random draws fewer than {-(-2 * cells // 50)} cells cannot be called hot or cold at 95 %"
    assert any(told in warning for warning in ask.said.warnings), ask.said.warnings
    ask(PERMUTATIONS=99_999)
    assert not any("random draws" in warning for warning in ask.said.warnings)


def test_islands_are_judged_by_themselves(ask):
    rows = [*crowd()[:60], (L.point(90_000, 0), 1)]
    cells = ask(rows, AREA=area(SQUARE, L.box(89_900, -100, 200)))
    alone = next(row for row in cells.values() if row["neighbours"] == 0)
    assert (alone["factories"], alone["moran"], alone["moran_p"]) == (1, "not judged", None)
    assert alone["note"].endswith("no neighbour takes part")
    assert any("Cells without any neighbour in the grid: 1." in w for w in ask.said.warnings)


def test_factories_known_only_to_half_a_cell(ask):
    register_ = L.factories(
        [
            (L.point(100 * i, 100), f"F{i}", "", "1410", (1500.0, 1000.0, 1000.1)[i] if i < 3 else 999.0)
            for i in range(9)
        ]
    )
    ask(FACTORIES=register_)
    assert any("known only to half a cell or worse: 3." in w for w in ask.said.warnings)
    assert ask.factories["F0"]["accuracy_m"] == 1500


def test_the_summary(ask, tmp_path):
    ask(SUMMARY=str(tmp_path / "s.json"), VALUE_FIELD="employees", SEED=5)
    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (told["factories"], told["counted"], told["without_location"], told["outside_area"]) == (63, 60, 1, 2)
    assert sum(one["cells"] for one in told["classes"].values()) == told["cells"]
    assert sum(one["factories"] for one in told["classes"].values()) == 60
    assert told["moran"]["i"] > told["moran"]["expected"]
    assert told["reliable"] is True
    assert (told["parameters"]["SEED"], told["parameters"]["VALUE_FIELD"]) == ("5", "employees")
    assert [layer["role"] for layer in told["layers"]] == ["factories", "area"]


def test_an_earlier_result_is_replaced_and_a_cancelled_run_leaves_it(ask, run, feedback):
    from qgis.core import QgsProcessingException

    ask()
    before = ask.output.read_bytes()
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 55 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "hot_spots",
            {"FACTORIES": register(crowd()), "AREA": area(SQUARE), "CELL_SIZE": 500, "OUTPUT": str(ask.output)},
            feedback=feedback,
        )
    assert ask.output.read_bytes() == before
    assert len(ask(CELL_SIZE=4000)) < 50


def refused(ask, **given) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as why:
        ask(**given)
    return str(why.value)


def test_bad_input_is_told(ask, tmp_path):
    saved = L.saved(register(crowd()), tmp_path / "r.gpkg", "register")
    table = L.layer("NoGeometry", (("a", "text"),), [(None, "x")], name="table")
    below = register([(L.point(1, 1), -5), (L.point(2, 2), 5)])
    for given, said in (
        ({"FACTORIES": "nowhere.gpkg"}, "there is no layer or file “nowhere.gpkg”"),
        ({"FACTORIES": register([(None, 1)])}, "has no factory with a usable location"),
        ({"AREA": "nowhere.gpkg"}, "Area: there is no layer or file “nowhere.gpkg”"),
        ({"AREA": table}, "Area: layer “table” is a table without geometry; polygons are needed"),
        ({"AREA": register(crowd())}, "Area: layer “factories” holds points"),
        ({"AREA": area(None, name="bare")}, "No feature of layer “bare” can be used as an area (AREA)"),
        ({"AREA": area(L.box(500_000, 0, 9), name="far")}, "No factory of “factories” lies in the area “far” (AREA)"),
        ({"VALUE_FIELD": "staff"}, "Layer “factories” has no field “staff” (VALUE_FIELD)"),
        ({"VALUE_FIELD": "note"}, "Field “note” (VALUE_FIELD) of layer “factories” holds no numbers"),
        ({"FACTORIES": below, "VALUE_FIELD": "employees"}, "is below 0 in 1 features"),
        ({"CELL_SIZE": 2}, "CELL_SIZE"),
        ({"CELL_SIZE": "5 km"}, "“5 km” is no number (Cell size (metres), CELL_SIZE)"),
        ({"CELL_SIZE": 20}, "Cells of 20 m would be more than 100,000. Give a larger cell size (CELL_SIZE)"),
        ({"RINGS": 4}, "RINGS"),
        ({"PERMUTATIONS": 10}, "PERMUTATIONS"),
        ({"CRS": "EPSG:4326"}, "is in degrees"),
        ({"OUTPUT": str(tmp_path / "x.csv")}, "a name that ends in .gpkg"),
        ({"FACTORIES": saved, "OUTPUT": str(tmp_path / "r.gpkg")}, "inputs are never overwritten"),
        ({"OUTPUT": str(tmp_path / "r.gpkg")}, "holds other tables (register)"),
    ):
        assert said in refused(ask, **given), given
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.gpkg"]


def test_without_pysal_it_says_what_to_install(ask, provider, monkeypatch):
    from factory_locations.processing import dependencies

    known = dependencies._satisfied
    monkeypatch.setattr(dependencies, "_satisfied", lambda name, least: name != "esda" and known(name, least))
    able, why = provider.algorithm("hot_spots").canExecute()
    assert (able, "esda" in why) == (False, True)
    assert provider.algorithm("proximity").canExecute() == (True, "")


def test_the_tables_are_styled(ask):
    from qgis.core import QgsVectorLayer

    ask()
    cells = QgsVectorLayer(f"{ask.output}|layername=cells", "cells")
    labels = [category.label() for category in cells.renderer().categories()]
    assert labels[0] == "Hot spot, 99 % sure"
    drawn = [category.value() for category in cells.renderer().categories()]
    assert [name for name in drawn if "by z only" not in name] == list(engine.CLASSES)
    assert cells.attributeAlias(cells.fields().indexOf("gi_z")) == "Gi* (z)"
    unnoticed = next(c.symbol().color() for c in cells.renderer().categories() if c.label() == "Not significant")
    assert unnoticed.alpha() < 30
    factories = QgsVectorLayer(f"{ask.output}|layername=factories", "factories")
    assert factories.renderer().type() == "singleSymbol"


def test_through_qgis_process(qgis_process, demo_gpkg, tmp_path):
    """PySAL in the real program: right numbers, and no damage at its end."""
    output = tmp_path / "hot.gpkg"
    done = qgis_process(
        "--json", "run", "factory:hot_spots", "--", f"FACTORIES={demo_gpkg}|layername=factories",
        "VALUE_FIELD=employees", f"AREA={demo_gpkg}|layername=country", "CELL_SIZE=5000", f"OUTPUT={output}",
        f"SUMMARY={tmp_path / 's.json'}",
    )  # fmt: skip
    said = f"exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, said
    assert not re.search(r"double free|corrupt|Segmentation|Aborted|numba|Traceback", said), said
    results = json.loads(done.stdout)["results"]
    with sqlite3.connect(f"file:{output}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT count(*), sum(factories) FROM cells").fetchone()
        hot = connection.execute("SELECT count(*) FROM cells WHERE class LIKE 'hot%'").fetchone()
    assert rows == (results["CELLS_COUNT"], 962)
    assert hot == (results["HOT_COUNT"],)
    assert results["HOT_COUNT"] > 5
    assert results["MORANS_I"] > 0.3
