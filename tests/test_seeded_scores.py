"""What `check_coordinates` finds of the errors that were seeded, and how near its repairs come.

The registers and the truth come from `tests/seeded`, which knows nothing of the check.
`UPDATE_DOCS=1 .venv/bin/python -m pytest tests/test_seeded_scores.py -k page` rewrites docs/coordinate-scores.md.
"""

from __future__ import annotations

import os
import re

import numpy as np
import pandas as pd
import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from factory_locations.tests.seeded import admin, engine, errors, processing, register, scoring, texts  # noqa: E402

RECALL, PRECISION = 0.97, 0.98
NEAR_M, DATUM_M = 20.0, 44.0
SEEDS, MANY_SEEDS, FACTORIES = range(201, 204), range(201, 209), {"one province's file": 150}
LARGE = 1200
BEGIN, END = "<!-- scores: begin -->\n", "<!-- scores: end -->"


def scored(mix, seed, n, where=None):
    made = errors.seeded(mix, seed, n, where)
    return scoring.rows_of(made, *engine.run(made))


@pytest.fixture(scope="module")
def large(provider, tmp_path_factory):
    """Every mix on several seeds, through the algorithms."""
    from factory_locations.tests.conftest import Runner

    runner, found = Runner(), {}
    for mix in errors.MIXES:
        parts = []
        for seed in MANY_SEEDS if mix in FACTORIES else SEEDS:
            made = errors.seeded(mix, seed, FACTORIES.get(mix, LARGE))
            told = processing.run(made, runner, tmp_path_factory.mktemp("seeded"))
            parts.append(scoring.rows_of(made, *told))
        found[mix] = pd.concat(parts, ignore_index=True)
    runner.context = runner.feedback = None
    return found


def check_floors(rows):
    told = scoring.totals(rows)
    missed = rows[rows["repairable"] & rows["hidden"].isna() & ~rows["found"]]
    assert told["recall"] >= RECALL, missed[["factory_id", "code", "variant"]].to_string()
    wrong = rows[rows["wrong"] > 0]
    assert told["precision"] >= PRECISION, wrong[["factory_id", "code", "variant"]].to_string()
    check_certain(rows)


def check_certain(rows):
    sure = rows[(rows["sure"] == "certain") & rows["repairable"]]
    limit = np.where(sure["code"].isin(errors.SHIFTED), DATUM_M, NEAR_M)
    off = sure[sure["best_m"] > limit]
    assert off.empty, off[["factory_id", "code", "variant", "best_m"]].to_string()


# -- fast ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mix",
    ["typical spreadsheet", *(pytest.param(mix, marks=pytest.mark.slow) for mix in ("old maps", "worst"))],
)
def test_a_small_register_keeps_the_floors(mix):
    check_floors(scored(mix, 1, 400))


def test_nothing_is_proposed_for_a_register_without_errors():
    made = errors.seeded("clean", 1, 400)
    problems, proposals = engine.run(made)
    assert proposals.empty
    assert problems.empty


@pytest.mark.slow
def test_the_algorithm_finds_what_the_engine_finds_and_more(run, tmp_path):
    made = errors.seeded("typical spreadsheet", 4, 300)
    problems, proposals = processing.run(made, run, tmp_path)
    rows = scoring.rows_of(made, problems, proposals)
    told = scoring.totals(rows)
    assert told["recall"] >= RECALL
    assert rows["wrong"].sum() <= 1 + 0.02 * told["seeded"]
    check_certain(rows)
    assert not rows[rows["code"].isna()]["moving"].any()
    others = rows[rows["code"].notna() & ~rows["repairable"]]
    missed = others[~others["found"]]
    assert len(missed) <= 0.05 * len(others), missed[["factory_id", "code", "variant"]].to_string()
    alone = engine.run(made)
    both = ["factory_id", "code", "certainty"]
    assert set(alone[0][both].itertuples(index=False)) <= set(problems[both].itertuples(index=False))
    same = alone[1].merge(proposals, on=[*both, "rank"], suffixes=("", "_written"))
    assert len(same) == len(alone[1])
    moving = same[same["new_lon"].notna()]
    written = moving[["new_lon_written", "new_lat_written"]].to_numpy(float)
    assert scoring.distance(moving[["new_lon", "new_lat"]], written).max() < 0.01


@pytest.mark.slow
def test_the_search_for_duplicates_finds_the_pairs(run, tmp_path):
    made = errors.seeded("worst", 4, 300)
    layers = processing.write(made, tmp_path)
    output = tmp_path / "pairs.gpkg"
    run("find_duplicates", {"FACTORIES": layers["FACTORIES"], "OUTPUT": str(output)})
    pairs = gpd.read_file(output, layer="pairs")
    found = {frozenset(pair) for pair in pairs[["factory_id_a", "factory_id_b"]].to_numpy().tolist()}
    twice = made.truth[made.truth["code"] == "C18"]
    seeded = {frozenset(pair) for _, pair in twice.groupby(["place_lon", "place_lat"])["factory_id"]}
    seeded = {pair for pair in seeded if len(pair) == 2}
    assert len(seeded) > 5
    assert seeded <= found
    likely = pairs[pairs["certainty"].isin(["certain", "likely"])]
    extra = {frozenset(p) for p in likely[["factory_id_a", "factory_id_b"]].to_numpy().tolist()} - seeded
    assert len(extra) <= 0.1 * len(seeded), extra


def test_of_one_border_drawn_wrongly_nothing_more_than_possible_is_proposed():
    made = errors.seeded(errors.MISDRAWN, 1, 800)
    result, *_ = engine.result_of(made)
    assert {f.code for f in result.findings} >= {"C17", "C20"}
    assert not [vote for vote in result.votes if vote.code in errors.SHIFTED]
    assert {p.certainty for f in result.findings for p in f.proposals} <= {"possible"}


def test_a_layer_under_a_crs_of_thailand_is_told_as_one_mistake():
    made = errors.seeded("clean", 6, 200)
    at = shapely.get_coordinates(made.table.geometry.to_numpy())
    numbers = np.column_stack(texts.indian_utm(*at.T))
    table = made.table.set_geometry(gpd.points_from_xy(*numbers.T), crs=None)
    result, ids, _ = engine.result_of(made._replace(table=table), crs="EPSG:24048")
    assert {vote.code for vote in result.votes} >= {"C07"}
    best = {f.row: f.proposals[0] for f in result.findings if f.code == "C07" and f.proposals}
    off = scoring.distance([at[row] for row in best], [(one.lon, one.lat) for one in best.values()])
    assert len(best) > 0.9 * len(ids)
    assert off.max() < 1.0


def test_areas_of_parks_in_the_wrong_unit_are_told():
    made = errors.seeded("clean", 6, 30)
    parks = made.country.parks.copy()
    factor = {0: 1e4, 1: 1e-3, 2: 0.0, 3: 6.25}  # square metres, thousands of hectares, nothing, rai
    parks["area_ha"] = [a * factor.get(row, 1.0) for row, a in enumerate(parks["area_ha"])]
    result, *_ = engine.result_of(made._replace(country=made.country._replace(parks=parks)))
    told = {finding.subject for finding in result.findings if finding.code == "C22"}
    assert told == set(parks["park_id"].iloc[:4])


@pytest.mark.slow
def test_what_is_hidden_is_not_told_as_certain():
    # old datum in a single row that nothing contradicts: a claim of certainty would be luck
    rows = scored("worst", 3, 400)
    lone = rows[rows["hidden"].notna() & rows["found"]]
    assert not (lone["sure"] == "certain").any()


# -- large ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("mix", [mix for mix in errors.MIXES if mix not in errors.SOUND])
def test_large_registers_keep_the_floors(large, mix):
    check_floors(large[mix])


@pytest.mark.slow
def test_on_real_communes(real_layers):
    # boundaries of 2014, simplified: 1,633 communes from 0.1 to 3,000 square kilometres
    where = register.around(admin.of_layers(real_layers / "cambodia_base.gpkg"))
    assert len(where.coverage.communes) == 1633
    clean = scored("clean", 21, 800, where)
    assert not clean["moving"].any()
    check_floors(pd.concat([scored(mix, 21, 800, where) for mix in ("typical spreadsheet", "old maps", "worst")]))


@pytest.mark.slow
def test_no_move_is_proposed_for_a_sound_factory(large):
    clean = large["clean"]
    assert not clean["moving"].any()
    assert not clean["told"].any()
    assert not claimed(large[errors.MISDRAWN]).any()
    for mix, rows in large.items():
        sound = rows[rows["code"].isna()]
        assert sound["moving"].mean() <= (0.03 if mix == errors.MISDRAWN else 0.002), mix


def claimed(rows):
    return rows["moving"] & rows["sure"].isin(["certain", "likely"])


@pytest.mark.slow
def test_the_page_shows_what_the_run_gives(large, root):
    page = root / "docs" / "coordinate-scores.md"
    head, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, tail = rest.split(END)
    every = pd.concat(large.values(), ignore_index=True)
    body = "\n".join(
        [
            "### By mix\n",
            scoring.mixes_as_markdown(large),
            "### By class, all mixes together\n",
            scoring.classes_as_markdown(every),
            "### By certainty, all mixes together\n",
            scoring.certainties_as_markdown(every),
        ]
    )
    wanted = f"{head}{BEGIN}{body}{END}{tail}"
    if os.environ.get("UPDATE_DOCS"):
        page.write_text(wanted, encoding="utf-8")
    assert alike(page.read_text(encoding="utf-8"), wanted), "run with UPDATE_DOCS=1 to rewrite the page"


def alike(one, other):
    """Return whether two pages have the same words and nearly the same numbers: another GEOS rounds another way."""
    number = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
    if number.sub("#", one) != number.sub("#", other):
        return False
    a, b = (np.array([float(found) for found in number.findall(text)]) for text in (one, other))
    return bool((np.abs(a - b) <= np.maximum(2.0, 0.03 * np.abs(b))).all())


def test_pages_that_differ_in_a_word_or_a_figure_are_not_alike():
    assert alike("| C01 | 100.0 |", "| C01 | 99.2 |")
    assert not alike("| C01 | 100.0 |", "| C02 | 100.0 |")
    assert not alike("| C01 | 100.0 |", "| C01 | 90.0 |")
