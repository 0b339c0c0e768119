"""The seeded registers themselves: the country nests, a clean register is clean, and the truth is the truth."""

from __future__ import annotations

import numpy as np
import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from factory_locations.tests.seeded import errors, register, texts  # noqa: E402


def metres(truth, of, rows):
    return register.metres(truth.loc[rows, [f"{of}_lon", f"{of}_lat"]].to_numpy())


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
    one, two = (errors.seeded("worst", 8, 150) for _ in range(2))
    assert one.table.drop(columns="geometry").equals(two.table.drop(columns="geometry"))
    assert one.truth.equals(two.truth)
    assert (
        shapely.equals_exact(one.table.geometry.to_numpy(), two.table.geometry.to_numpy()).sum()
        == one.table.geometry.notna().sum()
    )


def test_a_clean_register_agrees_with_everything_it_declares():
    made = errors.seeded("clean", 4, 400)
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


@pytest.mark.parametrize("mix", [mix for mix in errors.MIXES if mix != "clean"])
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
