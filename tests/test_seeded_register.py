"""The seeded registers themselves: the country nests, a clean register is clean, and the truth is the truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from factory_locations.tests.seeded import errors, register, scoring, texts  # noqa: E402


def metres(truth, of, rows):
    return register.metres(truth.loc[rows, [f"{of}_lon", f"{of}_lat"]].to_numpy())


@pytest.mark.slow
def test_the_country_nests_and_has_every_code():
    land = register.country().coverage
    assert [len(frame) for frame in land[:3]] == [25, 210, 1661]
    for small, large, code in (
        (land.communes, land.districts, "district_code"),
        (land.districts, land.provinces, "province_code"),
    ):
        area = small.assign(area=small.area).groupby(code)["area"].sum()
        assert np.allclose(area, large.set_index(code).area.loc[area.index], rtol=1e-9)
    assert land.communes.area.sum() == pytest.approx(land.country.area, rel=1e-9)
    assert land.communes.is_valid.all()
    assert len(set(land.gazetteer["code"])) == 25 + 210 + 2 * 1661


def test_the_same_seed_gives_the_same_register():
    one, two = (errors.seeded("worst", 8, 60) for _ in range(2))
    assert one.table.drop(columns="geometry").equals(two.table.drop(columns="geometry"))
    assert one.truth.equals(two.truth)
    assert (
        shapely.equals_exact(one.table.geometry.to_numpy(), two.table.geometry.to_numpy()).sum()
        == one.table.geometry.notna().sum()
    )


def test_a_clean_register_agrees_with_everything_it_declares():
    made = errors.seeded("clean", 4, 200)
    assert made.truth["code"].isna().all()
    place = register.metres(made.truth[["place_lon", "place_lat"]].to_numpy())
    stands = register.unit_of(made.country.coverage.communes, place)
    declared = made.table["commune_code"].to_numpy()
    told = declared != None  # noqa: E711
    assert (stands[told] == declared[told]).all()
    written = register.metres(shapely.get_coordinates(made.table.geometry.to_numpy()))
    off = np.hypot(*(written - place).T)
    accuracy = made.table["loc_accuracy_m"].to_numpy()
    assert (off[~np.isnan(accuracy)] <= accuracy[~np.isnan(accuracy)] + 1.5).all()  # and the rounding of the text
    assert made.table["factory_id"].is_unique


def test_the_shift_of_indian_1960_is_the_known_one():
    # facts: numbers on the Indian grid taken for WGS 84 lie so that the true place is 419 m west and 323 m north
    lon, lat = np.array([104.9, 103.5, 106.1]), np.array([11.55, 10.6, 13.7])
    e, n = texts.indian_utm(lon, lat)
    true_e, true_n = texts.utm(lon, lat)
    assert np.abs(true_e - e - -419).max() < 1
    assert np.abs(true_n - n - 323).max() < 1
    assert np.allclose(texts.from_indian_utm(e, n), (lon, lat), atol=1e-8)
    assert np.allclose(texts.from_indian(*texts.indian(lon, lat)), (lon, lat), atol=1e-8)


@pytest.mark.slow
@pytest.mark.parametrize("mix", [mix for mix in errors.MIXES if mix not in errors.SOUND])
def test_every_repairable_row_has_a_right_place_near_the_factory(mix):
    made = errors.seeded(mix, 2, 500)
    truth = made.truth
    assert set(truth["code"].dropna()) >= {"C01", "C02", "C05", "C08", "C09", "C11", "C12", "C17"}
    rows = truth.index[truth["repairable"]]
    off = np.hypot(*(metres(truth, "right", rows) - metres(truth, "place", rows)).T)
    accuracy = made.table.loc[rows, "loc_accuracy_m"].fillna(60).to_numpy()
    assert (off <= np.maximum(accuracy, 180) + 31).all()
    assert truth.loc[~truth["repairable"], ["right_lon", "right_lat"]].isna().all(axis=None)
    assert truth["hidden"].notna().sum() < 0.5 * len(rows)
    assert not truth.loc[truth["code"].isin(["C01", "C02", "C03", "C04", "C08"]), "hidden"].notna().any()


def test_degrees_minutes_and_seconds_as_decimals():
    assert texts.dd_mmss(*texts.sexagesimal(11 + 29 / 60 + 0.78 / 3600, 2), 2) == "11.290078"
    assert texts.sexagesimal(104.9999999, 1) == (105, 0, 0.0)
    assert texts.dms(104.78433, 11.48355, 1, 4)[0].startswith("១១°២៩'០០.៨")


def test_one_digit_off():
    assert {"2", "1", "012", "312", "112", "122"} <= set(errors.one_digit_off("12"))
    assert all(".." not in text for text in errors.one_digit_off("1.2"))


# -- the scoring ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made():
    return errors.seeded("worst", 9, 150)


def answer(truth, code=None, off=0.0, certainty="certain"):
    """What a check would write that knows the truth, or is so many degrees off, or calls it something else."""
    rows = truth[truth["code"].notna()].assign(certainty=certainty)
    problems = rows[["factory_id", "code", "certainty"]].copy()
    moved = rows[rows["repairable"]]
    proposals = pd.DataFrame(
        {
            "factory_id": moved["factory_id"], "code": moved["code"], "rank": 1, "certainty": certainty,
            "moved_m": 100.0, "new_lon": moved["right_lon"] + off, "new_lat": moved["right_lat"],
        }
    )  # fmt: skip
    if code:
        problems["code"] = proposals["code"] = code
    return problems, proposals


def test_a_check_that_knows_the_truth_scores_full(made):
    rows = scoring.rows_of(made, *answer(made.truth))
    told = scoring.totals(rows)
    assert (told["recall"], told["precision"], told["clean_moved"]) == (1.0, 1.0, 0)
    assert told["certain_max_m"] == pytest.approx(0, abs=1e-6)
    assert scoring.by_class(rows)["recall"].dropna().eq(1).all()


def test_a_silent_check_scores_nothing(made):
    problems, proposals = answer(made.truth)
    rows = scoring.rows_of(made, problems.iloc[:0], proposals.iloc[:0])
    told = scoring.totals(rows)
    assert told["recall"] == 0
    assert np.isnan(told["precision"])
    assert not rows["moving"].any()


def test_wrong_places_and_wrong_names_cost(made):
    near = scoring.totals(scoring.rows_of(made, *answer(made.truth, off=0.01)))
    assert near["certain_max_m"] == pytest.approx(1090, rel=0.02)  # a hundredth of a degree of longitude here
    # The right place under another name counts as found, a wrong place under another name as wrong.
    named = scoring.rows_of(made, *answer(made.truth[made.truth["repairable"]], code="C01"))
    assert scoring.totals(named)["recall"] == 1.0
    assert not named.loc[named["repairable"] & (named["code"] != "C01"), "named"].any()
    wrong = scoring.totals(scoring.rows_of(made, *answer(made.truth[made.truth["repairable"]], code="C01", off=0.01)))
    share = (made.truth["code"] == "C01").sum() / made.truth["repairable"].sum()
    assert wrong["precision"] == pytest.approx(share)


def test_a_move_of_a_sound_factory_is_counted(made):
    problems, proposals = answer(made.truth)
    sound = made.truth[made.truth["code"].isna()].iloc[0]["factory_id"]
    more = proposals.iloc[:1].assign(factory_id=sound, code="C11", new_lon=105.0, new_lat=11.0)
    told = problems.iloc[:1].assign(factory_id=sound, code="C11")
    rows = scoring.rows_of(made, pd.concat([problems, told]), pd.concat([proposals, more]))
    assert scoring.totals(rows)["clean_moved"] == 1
    assert scoring.totals(rows)["precision"] < 1
