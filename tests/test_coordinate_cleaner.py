"""Side by side with CoordinateCleaner (R): an example for each of its tests, by its rule and by ours.

Its rules are written again here in a few lines each, with its defaults (version of May 2025), as the independent
method: what its rule flags, `check_coordinates` must flag too, under the class that docs/coordinate-cleaner.md names.
Where a rule does not apply to factories the page says why, and the example shows that it would flag what is right.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from factory_locations.tests.seeded import engine, errors, register, scoring, texts  # noqa: E402

TESTS = (
    *("cc_val", "cc_zero", "cc_equ", "cc_cap", "cc_cen", "cc_coun", "cc_sea", "cc_dupl", "cc_inst", "cc_gbif"),
    *("cc_aohi", "cc_urb", "cc_iucn", "cc_outl", "cd_ddmm", "cd_round"),
)


# -- their rules ---------------------------------------------------------------------------------------------


def cc_val(lon, lat):
    return ~(np.isfinite(lon) & np.isfinite(lat) & (np.abs(lon) <= 180) & (np.abs(lat) <= 90))


def cc_zero(lon, lat, buffer=0.5):
    return (lon == 0) | (lat == 0) | (np.hypot(lon, lat) <= buffer)


def cc_equ(lon, lat):
    return np.abs(lon) == np.abs(lat)


def near(lon, lat, places, metres):
    """Within so many metres of one of some places: cc_cap, cc_cen, cc_inst, cc_gbif, cc_aohi."""
    far = np.array([scoring.distance(np.column_stack([lon, lat]), np.tile(p, (len(lon), 1))) for p in places])
    return far.min(axis=0) <= metres


def outside(lon, lat, shape):
    """Outside of a polygon: cc_coun, cc_sea, cc_iucn."""
    return ~shapely.intersects_xy(shape, *register.metres(np.column_stack([lon, lat])).T)


def cc_dupl(lon, lat, group):
    return pd.DataFrame({"lon": lon, "lat": lat, "group": group}).duplicated(keep=False).to_numpy()


def cc_outl(lon, lat, mltpl=5):
    """The mean distance to the others of its group is beyond the third quartile by five interquartile ranges."""
    xy = register.metres(np.column_stack([lon, lat]))
    mean = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)).sum(axis=1) / (len(xy) - 1)
    low, high = np.quantile(mean, [0.25, 0.75])
    return mean > high + mltpl * (high - low)


def cd_ddmm(lon, lat):
    """Too many decimals below 0.6, by a binomial test, in places spread over two degrees."""
    from scipy.stats import binomtest

    below = sum(((np.abs(v) % 1) < 0.6).sum() for v in (lon, lat))
    n = 2 * len(lon)
    spread = min(np.ptp(lon), np.ptp(lat)) >= 2
    return spread and binomtest(int(below), n, 0.6, alternative="greater").pvalue < 0.025


def cd_round(values, steps=(0.1, 0.5, 1.0)):
    """All on one lattice, as rasters are."""
    return any(np.allclose(values / step, np.round(values / step), atol=1e-9) for step in steps)


# -- our check -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound():
    """Sixty factories without an error."""
    return errors.seeded("clean", 12, 60)


def changed(made, at, **fields):
    """Return the register with some rows at other places (degrees, or whatever), without their texts."""
    table = made.table.copy()
    points = table.geometry.to_numpy().copy()
    for row, place in at.items():
        points[row] = None if place is None else shapely.Point(place)
        table.loc[row, "loc_original"] = None
    for name, values in fields.items():
        for row, value in values.items():
            table.loc[row, name] = value
    return made._replace(table=table.set_geometry(gpd.GeoSeries(points, crs="EPSG:4326")))


def codes(made):
    """Return the classes found in each row."""
    problems, _ = engine.run(made)
    found = problems.groupby("factory_id")["code"].agg(set)
    return [found.get(one, set()) for one in made.table["factory_id"]]


def lon_lat(made):
    return np.array([(np.nan, np.nan) if p is None else (p.x, p.y) for p in made.table.geometry]).T


def plain(made, number=1):
    """Rows that declare a commune and no park, and stand alone."""
    table = made.table
    alone = ~table.geometry.to_wkt().duplicated(keep=False)
    rows = table.index[table["commune_code"].notna() & table["park_id"].isna() & alone]
    return [int(row) for row in rows[:number]]


def test_the_page_names_every_test(root):
    page = (root / "docs" / "coordinate-cleaner.md").read_text(encoding="utf-8")
    for name in TESTS:
        assert f"| `{name}` |" in page, name


@pytest.mark.slow
def test_sound_factories_are_flagged_by_none_of_ours(sound):
    assert codes(sound) == [set()] * len(sound.table)


def test_cc_val_impossible_numbers(sound):
    (row,) = plain(sound)
    lon, lat = lon_lat(sound)[:, row]
    made = changed(sound, {row: (lat, lon)})  # latitude 104
    assert list(np.flatnonzero(cc_val(*lon_lat(made)))) == [row]
    assert codes(made)[row] == {"C01"}
    missing = changed(sound, {row: None})
    assert list(np.flatnonzero(cc_val(*lon_lat(missing)))) == [row]
    assert codes(missing)[row] == {"C08"}


def test_cc_zero(sound):
    one, two, three = plain(sound, 3)
    lat = lon_lat(sound)[1, two]
    made = changed(sound, {one: (0, 0), two: (0, lat), three: (0.2, 0.3)})
    assert list(np.flatnonzero(cc_zero(*lon_lat(made)))) == [one, two, three]
    found = codes(made)
    assert [found[row] for row in (one, two)] == [{"C13"}] * 2
    assert found[three] & {"C13", "C16"}


def test_cc_equ(sound):
    (row,) = plain(sound)
    made = changed(sound, {row: (11.5, 11.5)})
    assert list(np.flatnonzero(cc_equ(*lon_lat(made)))) == [row]
    assert codes(made)[row] & {"C13", "C16"}


def test_cc_cap_a_radius_of_ten_kilometres_would_flag_the_capital_itself(sound):
    capital = register.degrees(np.array([register.seats()["12"]]))
    flagged = near(*lon_lat(sound), capital, 10_000)
    assert flagged.sum() >= 3  # sound ones: Phnom Penh is full of factories
    # Ours: the point given for a province or its seat, exactly or within metres.
    row = next(r for r in plain(sound, 60) if sound.table["province_code"][r] == "12")
    gazetteer = sound.country.coverage.gazetteer.to_crs("EPSG:4326").set_index("code").geometry
    made = changed(sound, {row: (gazetteer["12"].x, gazetteer["12"].y)})
    assert "C12" in codes(made)[row]


@pytest.mark.parametrize("digits", [2, 4, 6])
def test_cc_cen(sound, digits):
    (row,) = plain(sound)
    code = sound.table["commune_code"][row][:digits]
    centres = sound.country.coverage.gazetteer.to_crs("EPSG:4326")
    place = centres.set_index("code").geometry[code]
    made = changed(sound, {row: (place.x, place.y)})
    flagged = near(*lon_lat(made), shapely.get_coordinates(centres.geometry.to_numpy()), 1_000)
    assert flagged[row]
    assert flagged.sum() > 1 or digits != 6  # a kilometre flags sound ones where villages are dense
    found = codes(made)
    assert "C12" in found[row]
    assert sum("C12" in f for f in found) == 1


def test_cc_coun_and_cc_sea(sound):
    abroad, at_sea = plain(sound, 2)
    made = changed(sound, {abroad: (106.7, 10.8), at_sea: (103.0, 10.2)})
    country = sound.country.coverage.country
    assert set(np.flatnonzero(outside(*lon_lat(made), country))) == {abroad, at_sea}
    found = codes(made)
    assert "C16" in found[abroad]
    assert "C16" in found[at_sea]


def test_cc_coun_another_province_than_declared(sound):
    (row,) = plain(sound)
    other = next(r for r in plain(sound, 60) if sound.table["province_code"][r] != sound.table["province_code"][row])
    lon, lat = lon_lat(sound)[:, other]
    made = changed(sound, {row: (lon + 0.002, lat)})
    provinces = sound.country.coverage.provinces.set_index("province_code").geometry
    assert outside(*lon_lat(made), provinces[sound.table["province_code"][row]])[row]
    assert "C17" in codes(made)[row]


def test_cc_dupl_and_cc_aohi_learn_the_hot_spot(sound):
    here = sound.table["district_code"].value_counts().index[0]
    rows = [r for r in plain(sound, 60) if sound.table["district_code"][r] == here][:4]
    assert len(rows) >= 3
    place = tuple(lon_lat(sound)[:, rows[0]])
    made = changed(sound, dict.fromkeys(rows, place))
    assert set(np.flatnonzero(cc_dupl(*lon_lat(made), 0))) >= set(rows)
    assert near(*lon_lat(made), [place], 10_000)[rows].all()  # cc_aohi, had its inventory this spot
    found = codes(made)
    assert all("C14" in found[row] for row in rows)


def test_cc_dupl_two_plants_of_one_company_are_no_error(sound):
    one, two = plain(sound, 2)
    made = changed(sound, {two: tuple(lon_lat(sound)[:, one])}, **{
        name: {two: sound.table[name][one]}
        for name in ("operator_id", "province_code", "district_code", "commune_code", "loc_accuracy_m")
    })  # fmt: skip
    assert cc_dupl(*lon_lat(made), 0)[[one, two]].all()
    assert "C14" not in codes(made)[one] | codes(made)[two]


@pytest.mark.parametrize("office", [0, 7], ids=["cc_gbif: the ministry itself", "cc_inst: a provincial department"])
def test_cc_inst_and_cc_gbif(sound, office):
    (row,) = plain(sound)
    places = register.degrees(shapely.get_coordinates(sound.country.offices.geometry.to_numpy()))
    made = changed(sound, {row: tuple(places[office] + 0.0001)})
    assert list(np.flatnonzero(near(*lon_lat(made), places, 100))) == [row]
    assert "C15" in codes(made)[row]


def test_cc_urb_and_cc_iucn_would_flag_sound_factories(sound):
    # A town of five kilometres around each seat: where factories are. Ranges are what zoning plans are for.
    seats = [register.degrees(place[None])[0] for place in register.seats().values()]
    assert near(*lon_lat(sound), seats, 5_000).mean() > 0.1
    assert codes(sound) == [set()] * len(sound.table)


def test_cc_outl_far_from_the_group(sound):
    commune = sound.table["province_code"].value_counts().index[0]
    group = [r for r in plain(sound, 60) if sound.table["province_code"][r] == commune]
    made = changed(sound, {group[0]: (107.2, 13.6)})
    lon, lat = lon_lat(made)
    assert list(np.array(group)[cc_outl(lon[group], lat[group])]) == [group[0]]
    assert "C17" in codes(made)[group[0]]


@pytest.mark.slow
def test_cd_ddmm():
    made = errors.seeded("clean", 13, 250)
    lon, lat = lon_lat(made)
    rows = made.table.index[made.table["commune_code"].notna()]
    as_decimals = {}
    for row in rows:
        parts = [texts.sexagesimal(v, 2) for v in (lon[row], lat[row])]
        as_decimals[row] = tuple(float(texts.dd_mmss(*p, 2)) for p in parts)
    wrong = changed(made, as_decimals)
    assert not cd_ddmm(lon, lat)
    assert cd_ddmm(*lon_lat(wrong))
    found = codes(wrong)
    assert np.mean(["C09" in found[row] for row in rows]) > 0.9
    result, *_ = engine.result_of(wrong)
    assert "C09" in {vote.code for vote in result.votes}


@pytest.mark.slow
def test_cd_round():
    made = errors.seeded("clean", 13, 60)
    lon, lat = lon_lat(made)
    rounded = changed(made, {row: (round(lon[row], 1), round(lat[row], 1)) for row in range(60)})
    assert cd_round(lon_lat(rounded).ravel())
    found = codes(rounded)
    assert np.mean([bool(f & {"C10", "C16"}) for f in found]) == 1.0
