"""Every code on a country of four communes whose answers are computed by hand, each with the false alarm beside it.

The country is a square of 40 km from (480, 1250) km to (520, 1290) km in EPSG:32648, cut into four communes of 20 km:
010101 south-west, 010102 south-east (district 0101), 010201 north-west, 010202 north-east (district 0102).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

shapely = pytest.importorskip("shapely")
pyproj = pytest.importorskip("pyproj")

from factory_locations.processing.analysis import coordinate_checks as cc  # noqa: E402
from factory_locations.processing.analysis.coordinate_checks import numbers  # noqa: E402

WEST, SOUTH, SIDE = 480_000.0, 1_250_000.0, 20_000.0
COMMUNES = {"010101": (0, 0), "010102": (1, 0), "010201": (0, 1), "010202": (1, 1)}
DEGREES = pyproj.Transformer.from_crs(32648, 4326, always_xy=True)
TODAY = np.datetime64("2026-06-01")


def square(column, row, side=SIDE):
    x, y = WEST + column * SIDE, SOUTH + row * SIDE
    return shapely.box(x, y, x + side, y + side)


def units():
    codes = np.array(list(COMMUNES), dtype=object)
    shapes = np.array([square(*at) for at in COMMUNES.values()], dtype=object)
    districts = {code[:4]: None for code in COMMUNES}
    of = {d: shapely.union_all([s for c, s in zip(codes, shapes) if c[:4] == d]) for d in districts}
    return {
        "province": cc.Units(np.array(["01"], dtype=object), np.array([shapely.union_all(shapes)], dtype=object)),
        "district": cc.Units(np.array(list(of), dtype=object), np.array(list(of.values()), dtype=object)),
        "commune": cc.Units(codes, shapes),
    }


def around(**more):
    return cc.Context(**{"units": units(), "today": TODAY, **more})


def lon_lat(x, y):
    """Degrees of a place, x and y in kilometres from the country's south-west corner."""
    return DEGREES.transform(WEST + 1000 * x, SOUTH + 1000 * y)


HERE = (7.313, 6.127)  # km, in 010101, on no grid and no centre


def register(rows, crs="EPSG:4326"):
    """Rows of ((x, y) as stored or None, other columns)."""
    table = pd.DataFrame([{"factory_id": f"F{i}", "commune_code": "010101", **row} for i, (_, row) in enumerate(rows)])
    for level, digits in (("district", 4), ("province", 2)):
        if f"{level}_code" not in table:
            table[f"{level}_code"] = [
                code[:digits] if isinstance(code, str) else None for code in table["commune_code"]
            ]
    table = table.astype(object).where(table.notna(), None)
    for name in ("loc_accuracy_m", "admin_vintage", "employees"):
        if name in table:
            table[name] = table[name].astype("float64")
    x, y = (np.array([np.nan if at is None else at[k] for at, _ in rows], dtype="float64") for k in (0, 1))
    accuracy = table["loc_accuracy_m"].fillna(0).to_numpy() if "loc_accuracy_m" in table else np.zeros(len(rows))
    return cc.Register(table, x, y, crs, accuracy)


def found(rows, context=None, crs="EPSG:4326", **more):
    """What is found, by row: {row: {code: finding}}."""
    result = cc.check(register(rows, crs), around() if context is None else context, **more)
    out = {row: {} for row in range(-1, len(rows))}
    for finding in result.findings:
        out[finding.row][finding.code] = finding
    return out


def only(rows, context=None, crs="EPSG:4326", **more):
    """The findings of the first row."""
    return found(rows, context, crs, **more)[0]


def lands(finding, place=HERE, metres=0.5):
    """Assert that the best proposal is a place (km)."""
    best = finding.proposals[0]
    at = DEGREES.transform(best.lon, best.lat, direction="INVERSE")
    off = np.hypot(at[0] - WEST - 1000 * place[0], at[1] - SOUTH - 1000 * place[1])
    assert off < metres, off
    return best


def test_a_sound_factory_has_no_finding():
    assert only([(lon_lat(*HERE), {"loc_accuracy_m": 5.0})]) == {}


# -- slips of single numbers -------------------------------------------------------------------------------


def test_swapped_numbers_are_exchanged():
    lon, lat = lon_lat(*HERE)
    told = only([((lat, lon), {})])
    assert set(told) == {"C01"}
    assert lands(told["C01"]).certainty == "certain"


def test_without_declared_units_disjoint_ranges_are_enough():
    lon, lat = lon_lat(*HERE)
    told = only([((lat, lon), {"commune_code": None})], cc.Context())
    assert told["C01"].certainty == "certain"


def test_a_swap_that_contradicts_the_declared_commune_is_only_likely():
    lon, lat = lon_lat(*HERE)
    told = only([((lat, lon), {"commune_code": "010202"})])
    assert told["C01"].proposals[0].certainty == "likely"  # the province agrees


def test_metres_in_degree_fields():
    x, y = WEST + 7313.0, SOUTH + 6127.0
    told = only([((x, y), {})])
    assert set(told) == {"C02"}
    assert lands(told["C02"]).certainty == "certain"


def test_northing_first():
    told = only([((SOUTH + 6127.0, WEST + 7313.0), {})])
    assert set(told) == {"C03"}
    lands(told["C03"])


def test_northing_first_in_a_layer_of_metres():
    told = only([((SOUTH + 6127.0, WEST + 7313.0), {})], crs="EPSG:32648")
    assert set(told) == {"C03"}
    lands(told["C03"])


@pytest.mark.parametrize("turn", [-6.0, 6.0])
def test_a_neighbouring_zone(turn):
    lon, lat = lon_lat(*HERE)
    told = only([((lon + turn, lat), {})])
    assert set(told) == {"C04"}
    assert lands(told["C04"]).certainty == "certain"


@pytest.mark.parametrize("signs", [(-1, 1), (1, -1), (-1, -1)])
def test_a_lost_sign(signs):
    lon, lat = lon_lat(*HERE)
    told = only([((signs[0] * lon, signs[1] * lat), {})])
    assert set(told) == {"C13"}
    lands(told["C13"])


@pytest.mark.parametrize("at", [(0.0, 0.0), (104.9, 0.0), (0.0, 11.5), (11.5, 11.5)])
def test_zeros_and_equal_numbers_are_to_be_blanked(at):
    told = only([(at, {})])
    assert set(told) == {"C13"}
    assert np.isnan(told["C13"].proposals[0].lon)


def test_a_zero_with_a_text_is_read_from_the_text():
    lon, lat = lon_lat(*HERE)
    told = only([((0.0, 0.0), {"loc_original": f"{lat:.6f}, {lon:.6f}"})])
    assert set(told) == {"C13"}
    lands(told["C13"])


def test_a_text_that_was_not_read():
    told = only([(None, {"loc_original": "11°21'42.5\"N 104°53'18.1\"E"})], cc.Context())
    best = told["C08"].proposals[0]
    assert (best.lon, best.lat) == pytest.approx((104 + 53 / 60 + 18.1 / 3600, 11 + 21 / 60 + 42.5 / 3600))
    assert best.accuracy_m == pytest.approx(1.5, abs=0.1)  # half of the tenth of a second


def test_no_point_and_no_text():
    told = only([(None, {})])
    assert told["C08"].proposals == ()


def sexagesimal(value, digits):
    whole, rest = int(value), (value - int(value)) * 60
    return f"{whole}.{int(rest):02d}{round((rest - int(rest)) * 60 * 10**digits):0{2 + digits}d}"


def test_seconds_read_as_decimals():
    lon, lat = lon_lat(*HERE)
    told = only([((float(sexagesimal(lon, 2)), float(sexagesimal(lat, 2))), {})])
    assert lands(told["C09"]).certainty == "likely"


def test_decimals_that_fit_are_not_read_as_seconds():
    lon, lat = lon_lat(*HERE)  # 104.88…, 11.36…: also valid as minutes and seconds, but inside of the declared commune
    assert only([((round(lon, 6), round(lat, 6)), {})]) == {}


def test_a_digit_too_few_in_the_easting():
    told = only([((87_313.0, SOUTH + 6127.0), {"loc_original": f"87313 E, {SOUTH + 6127.0:.0f} N"})], crs="EPSG:32648")
    finding = told["C11"]
    assert finding.certainty == "possible"
    places = [DEGREES.transform(p.lon, p.lat, direction="INVERSE") for p in finding.proposals]
    assert min(np.hypot(x - WEST - 7313, y - SOUTH - 6127) for x, y in places) < 0.5


def test_a_wrong_commune_code_is_no_mistyped_digit():
    told = only([(lon_lat(*HERE), {"commune_code": "010202"})])
    assert set(told) == {"C17"}
    assert told["C17"].proposals == ()


# -- what many say together --------------------------------------------------------------------------------


def spread(n, seed=1, margin=300.0):
    """Places all over the country, with their communes, none nearer to a border than the margin."""
    rng = np.random.default_rng(seed)
    places, codes = [], []
    for _ in range(n):
        code = rng.choice(list(COMMUNES))
        column, row = COMMUNES[code]
        x, y = rng.uniform(margin, SIDE - margin, 2)
        places.append((column * 20 + x / 1000, row * 20 + y / 1000))
        codes.append(str(code))
    return places, codes


def indian(place):
    """The numbers of a place on Indian 1960 / UTM: the facts' constant vector, without any library."""
    return WEST + 1000 * place[0] + 419.0, SOUTH + 1000 * place[1] - 323.0


def near_borders(n):
    """Places of which the shift takes many over a border of their commune."""
    rng = np.random.default_rng(2)
    east = [(20 - rng.uniform(0.01, 0.4), rng.uniform(1, 19)) for _ in range(n)]
    return east, ["010101"] * n


def test_a_file_of_indian_1960_is_told_by_all_of_its_members():
    (some, codes), (close, near) = spread(60), near_borders(12)
    rows = [(indian(at), {"commune_code": code}) for at, code in zip(some + close, codes + near)]
    told = found(rows, crs="EPSG:32648")
    assert all(set(told[row]) == {"C05"} for row in range(72))
    for row in (0, 30, 65):
        best = lands(told[row]["C05"], (some + close)[row], 1.5)
        assert best.certainty == "certain"
        assert best.datum == "EPSG:3148"
        assert best.accuracy_m == 44.0


def test_only_the_source_that_is_wrong_is_moved():
    (some, codes), (close, near) = spread(60), near_borders(12)
    wrong = [(indian(at), {"commune_code": c, "loc_source": "old"}) for at, c in zip(some + close, codes + near)]
    right = [
        ((WEST + 1000 * x, SOUTH + 1000 * y), {"commune_code": c, "loc_source": "new"})
        for (x, y), c in zip(some + close, codes + near)
    ]
    told = found(wrong + right, crs="EPSG:32648")
    assert all("C05" in told[row] for row in range(72))
    assert all(told[row] == {} for row in range(72, 144))


def test_one_factory_beyond_a_border_is_no_vote():
    told = only([(indian((19.8, 10.0)), {})], crs="EPSG:32648")
    assert set(told) == {"C17"}
    assert [p.certainty for p in told["C17"].proposals] == ["possible"]


def test_a_stated_datum_that_was_not_shifted_is_certain():
    x, y = indian(HERE)
    text = f"{x:.1f}, {y:.1f}"
    told = only([((x, y), {"loc_original": text, "loc_datum": "EPSG:3148"})], crs="EPSG:32648")
    assert lands(told["C05"], metres=1.5).certainty == "certain"


def test_a_stated_datum_that_was_shifted_is_sound():
    x, y = indian(HERE)
    stored = WEST + 7313.0, SOUTH + 6127.0
    rows = [(stored, {"loc_original": f"{x:.1f}, {y:.1f}", "loc_datum": "EPSG:3148"})]
    assert only(rows, crs="EPSG:32648") == {}


def test_a_thai_crs_is_told_for_the_whole_layer():
    (some, codes), (close, near) = spread(20), near_borders(12)
    rows = [(indian(at), {"commune_code": code}) for at, code in zip(some + close, codes + near)]
    told = found(rows, crs="EPSG:24048")
    assert all(set(told[row]) == {"C07"} for row in range(32))
    lands(told[0]["C07"], some[0], 1.5)


def degree_squares():
    """Twelve districts of one degree each, from 103 E, 11 N."""
    codes, shapes = [], []
    for column in range(4):
        for row in range(3):
            ring = shapely.segmentize(shapely.box(103 + column, 11 + row, 104 + column, 12 + row), 0.05)
            codes.append(f"01{column * 3 + row + 1:02d}")
            shapes.append(
                shapely.transform(ring, lambda xy: np.column_stack(DEGREES.transform(*xy.T, direction="INVERSE")))
            )
    return {"district": cc.Units(np.array(codes, dtype=object), np.array(shapes, dtype=object))}


def test_a_file_of_minutes_read_as_decimals_is_told_by_all():
    rng = np.random.default_rng(4)
    places = np.column_stack([rng.uniform(103, 107, 80), rng.uniform(11, 14, 80)])
    rows = []
    for lon, lat in places:
        code = f"01{int(lon - 103) * 3 + int(lat - 11) + 1:02d}"
        stored = float(sexagesimal(lon, 2)), float(sexagesimal(lat, 2))
        rows.append((stored, {"commune_code": None, "district_code": code, "province_code": "01"}))
    told = cc.check(register(rows), cc.Context(units=degree_squares()))
    # A degree of a district is left only rarely by reading minutes as decimals: the vote has nothing to count.
    assert not [vote for vote in told.votes if vote.code == "C09"]
    small = {
        "district": cc.Units(
            np.array([f"{i:04d}" for i in range(80)], dtype=object),
            np.array(
                [shapely.Point(*DEGREES.transform(lon, lat, direction="INVERSE")).buffer(3000) for lon, lat in places],
                dtype=object,
            ),
        )
    }
    for i, (_, row) in enumerate(rows):
        row.update(district_code=f"{i:04d}", province_code=None)
    told = cc.check(register(rows), cc.Context(units=small))
    (vote,) = [vote for vote in told.votes if vote.code == "C09"]
    assert vote.certainty == "certain"
    assert vote.members >= 78  # whose minutes and seconds survive the rounding
    best = {f.row: f.proposals[0] for f in told.findings if f.code == "C09"}
    assert {one.certainty for one in best.values()} <= {"certain", "likely"}
    for row, one in best.items():
        assert (one.lon, one.lat) == pytest.approx(tuple(places[row]), abs=3e-6)


def test_a_province_of_correct_decimals_is_no_file_of_minutes():
    rng = np.random.default_rng(5)
    places = np.column_stack([rng.uniform(103, 107, 80), rng.uniform(11, 14, 80)])
    rows = [
        ((lon, lat), {"commune_code": None, "district_code": f"01{int(lon - 103) * 3 + int(lat - 11) + 1:02d}"})
        for lon, lat in places
    ]
    told = cc.check(register(rows), cc.Context(units=degree_squares()))
    assert told.votes == []
    assert not [f for f in told.findings if f.proposals]


# -- coarse and borrowed places ----------------------------------------------------------------------------


def test_two_decimals_are_coarse():
    told = only([((104.88, 11.36), {})])
    best = told["C10"].proposals[0]
    assert (best.lon, best.lat) == pytest.approx((104.88, 11.36))
    assert best.accuracy_m == 555.0  # 0.005 degrees of 111 km


def test_two_decimals_with_an_honest_accuracy_are_sound():
    assert only([((104.88, 11.36), {"loc_accuracy_m": 600.0})]) == {}


def test_whole_kilometres():
    told = only([((487_000.0, 1_256_000.0), {})], crs="EPSG:32648")
    assert told["C10"].proposals[0].accuracy_m == 500.0


def test_the_centre_of_a_commune():
    told = only([(tuple(np.round(lon_lat(10, 10), 5)), {})])
    best = told["C12"].proposals[0]
    assert told["C12"].certainty == "certain"
    assert best.method == "commune_centroid"
    assert best.accuracy_m == np.ceil(20_000 / np.sqrt(np.pi))  # the disc of its area


def test_a_centre_that_says_so_is_sound():
    rows = [(lon_lat(10, 10), {"loc_method": "commune_centroid", "loc_accuracy_m": 11_284.0})]
    assert only(rows) == {}


def test_near_a_centre_is_only_possible_and_not_of_a_receiver():
    assert only([(lon_lat(10.03, 10), {})])["C12"].certainty == "possible"
    assert only([(lon_lat(10.03, 10), {"loc_method": "gps"})]) == {}
    assert only([(lon_lat(10.06, 10), {})]) == {}


def operators(count, **same):
    return [(lon_lat(*HERE), {"operator_id": f"O{i}", **same}) for i in range(count)]


def test_three_operators_at_one_place():
    told = found(operators(3))
    assert all(set(told[row]) == {"C14"} for row in range(3))


def test_two_operators_or_one_compound_are_no_hot_spot():
    assert found(operators(2))[0] == {}
    assert found(operators(3, park_id="P1"))[0] == {}
    assert found([(lon_lat(*HERE), {"operator_id": "O1"}) for _ in range(4)])[0] == {}


def offices():
    return cc.Points(np.array([[WEST + 7313.0, SOUTH + 6127.0]]), np.array(["o"], object), np.array(["MISTI"], object))


def test_an_office():
    context = around(offices=offices())
    assert only([(lon_lat(*HERE), {})], context)["C15"].certainty == "certain"
    assert only([(lon_lat(7.35, 6.127), {})], context)["C15"].certainty == "likely"
    assert only([(lon_lat(7.5, 6.127), {})], context) == {}
    assert only([(lon_lat(*HERE), {"loc_reference_point": "office_building"})], context) == {}


# -- wrong places ------------------------------------------------------------------------------------------


def test_abroad_and_in_the_sea():
    assert only([((100.5, 13.7), {"commune_code": None})])["C16"].certainty == "certain"
    assert only([(lon_lat(-3, 10), {"commune_code": None})])["C16"].certainty == "likely"
    assert only([(lon_lat(-0.05, 10), {"commune_code": None})]) == {}


def test_in_a_lake():
    lake = np.array([shapely.Point(WEST + 7313.0, SOUTH + 6127.0).buffer(500)], dtype=object)
    assert only([(lon_lat(*HERE), {})], around(water=lake))["C16"].certainty == "likely"
    assert only([(lon_lat(*HERE), {"loc_accuracy_m": 600.0})], around(water=lake)) == {}


@pytest.mark.parametrize(
    ("x", "accuracy", "certainty"),
    [(20.04, 50.0, None), (20.08, 50.0, "possible"), (21.5, 50.0, "likely"), (29.0, 50.0, "certain")],
)
def test_another_unit_by_how_far(x, accuracy, certainty):
    told = only([(lon_lat(x, 6.127), {"loc_accuracy_m": accuracy})])
    assert (told["C17"].certainty if told else None) == certainty


def test_codes_that_contradict_each_other():
    told = only([(lon_lat(*HERE), {"district_code": "0102"})])
    assert told["C17"].certainty == "certain"


def test_a_code_that_nobody_knows():
    assert only([(lon_lat(*HERE), {"commune_code": "010199"})])["C17"].certainty == "likely"
    listed = around(listed=frozenset(["010199"]))  # the layer is older than the list
    assert only([(lon_lat(*HERE), {"commune_code": "010199"})], listed) == {}


def split(code):
    shapes = np.array([shapely.box(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)], dtype=object)
    other = np.array([shapely.box(WEST + SIDE, SOUTH, WEST + 2 * SIDE, SOUTH + SIDE)], dtype=object)
    both = cc.Units(np.array(["25", "03"], dtype=object), np.concatenate([shapes, other]))
    row = {"commune_code": None, "district_code": None, "province_code": code}
    return cc.Context(units={"province": both}), row


def test_the_province_split_of_2013_is_a_matter_of_the_list():
    context, row = split("03")
    told = only([(lon_lat(*HERE), row)], context)
    assert told["C17"].certainty == "possible"
    assert told["C17"].proposals == ()
    assert told["C17"].severity == "minor"
    assert only([(lon_lat(*HERE), {**row, "admin_vintage": 2011})], context) == {}


def parks():
    shapes = np.array([shapely.box(WEST + 7000, SOUTH + 6000, WEST + 8000, SOUTH + 7000)], dtype=object)
    return cc.Areas(shapes, np.array(["P1"], object), np.array(["First SEZ"], object), np.array([100.0]))


def test_declared_parks():
    context = around(parks=parks())
    assert only([(lon_lat(*HERE), {"park_id": "P1"})], context) == {}
    assert only([(lon_lat(*HERE), {"park_id": "first  sez"})], context) == {}
    assert only([(lon_lat(10.1, 6.5), {"park_id": "P1"})], context)["C20"].certainty == "certain"
    assert only([(lon_lat(8.3, 6.5), {"park_id": "P1"})], context)["C20"].certainty == "likely"
    assert only([(lon_lat(8.3, 6.5), {"park_id": "P1", "loc_accuracy_m": 400.0})], context) == {}
    assert only([(lon_lat(*HERE), {})], context)["C20"].certainty == "possible"


def test_a_point_beside_its_premises_is_moved_to_their_middle():
    ring = shapely.box(WEST + 7000, SOUTH + 6000, WEST + 7200, SOUTH + 6100)
    sites = cc.Areas(np.array([ring], object), np.array(["F0"], object), np.array([None], object))
    told = only([(lon_lat(*HERE), {})], around(sites=sites))
    best = told["C21"].proposals[0]
    x, y = DEGREES.transform(best.lon, best.lat, direction="INVERSE")
    assert shapely.distance(shapely.Point(x, y), ring.exterior) == pytest.approx(50.0, abs=2.0)  # as far as can be
    assert only([(lon_lat(7.1, 6.05), {})], around(sites=sites)) == {}


# -- the other columns -------------------------------------------------------------------------------------


def test_one_licence_at_two_places():
    rows = [(lon_lat(*HERE), {"licence_no": "A 1"}), (lon_lat(12, 12), {"licence_no": "A1"})]
    assert set(found(rows)[0]) == {"C19"}
    rows[1] = (lon_lat(7.4, 6.127), {"licence_no": "A 1"})
    assert found(rows)[0] == {}


@pytest.mark.parametrize("text", ["n.a.", "N/A.", "in process", "No licence", "មិនទាន់មាន"])
def test_what_stands_for_no_licence_is_on_no_two_factories(text):
    def told(one, other):
        return set(found([(lon_lat(*HERE), {"licence_no": one}), (lon_lat(12, 12), {"licence_no": other})])[0])

    assert told(text, text) - {"C24"} == set()  # a word for “nothing” is another finding
    assert told("21/1", "2/11") == set()
    assert told("FP-21/1", "fp 21-1") == {"C19"}


@pytest.mark.parametrize(
    ("stated", "key"),
    [(100.0, None), (1_000_000.0, "area_m2"), (0.0, "area_zero"), (625.0, "area_rai"), (1.0, "area_km2"),
     (10_000.0, "area_ares"), (130.0, None), (300.0, "area_differs")],
)  # fmt: skip
def test_areas(stated, key):
    park = parks()
    told = found(
        [(lon_lat(10.1, 6.5), {})], around(parks=cc.Areas(park.geometries, park.ids, park.names, np.array([stated])))
    )
    finding = told[-1].get("C22")
    assert (finding.evidence[0].key if finding else None) == key


def test_values_that_the_schema_refuses():
    told = only([(lon_lat(*HERE), {})], broken=[(0, "isic", "9999", "a code of ISIC")])
    assert set(told) == {"C23"}


def test_words_for_nothing_and_days_in_utc():
    assert set(only([(lon_lat(*HERE), {"name": "Not found"})])) == {"C24"}
    assert set(only([(lon_lat(*HERE), {"name": "គ្មាន"})])) == {"C24"}
    assert only([(lon_lat(*HERE), {"name": "Not Found Co., Ltd."})]) == {}
    told = only([(lon_lat(*HERE), {"registration_date": "2014-06-03T17:00:00Z"})])
    assert told["C24"].evidence[0].values["day"] == "2014-06-04"
    assert only([(lon_lat(*HERE), {"registration_date": "2014-06-03"})]) == {}


@pytest.mark.parametrize(
    "row",
    [
        {"status": "decommissioned", "status_from": "2010-01-01", "status_to": "2009-01-01"},
        {"status": "disused", "status_from": "2010-01-01", "registration_date": "2013-01-01"},
        {"registration_date": "2027-01-01"},
        {"status": "functional", "status_from": "2010-01-01", "status_to": "2012-01-01"},
        {"status": "functional", "registration_status": "expired"},
    ],
)
def test_times_that_contradict(row):
    assert set(only([(lon_lat(*HERE), row)])) == {"C25"}


@pytest.mark.parametrize(
    "row",
    [
        {"status": "decommissioned", "status_from": "2010-01-01", "status_to": "2012-01-01", "loc_date": "2011-01-01"},
        {"status": "decommissioned", "status_from": "2010-01-01", "loc_date": "2013-01-01"},
        {"status": "projected", "status_from": "2027-01-01"},
        {"status": "functional", "registration_status": "registered", "registration_date": "2020-02-29"},
    ],
)
def test_times_that_agree(row):
    assert only([(lon_lat(*HERE), row)]) == {}


# -- the whole ---------------------------------------------------------------------------------------------


def test_codes_that_cannot_be_applied_are_named():
    result = cc.check(register([(lon_lat(*HERE), {})]), cc.Context())
    assert {"C12", "C15", "C16", "C17", "C18", "C20", "C21", "C22"} <= {one.code for one in result.skipped}


def test_an_empty_register():
    empty = cc.Register(pd.DataFrame({"factory_id": []}), np.empty(0), np.empty(0), "EPSG:4326", np.empty(0))
    result = cc.check(empty, around())
    assert result.findings == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0.4, 39.6), st.floats(0.4, 39.6)), min_size=1, max_size=60), st.booleans())
def test_nothing_is_moved_in_a_correct_register(places, metres):
    rows = []
    for x, y in places:
        code = next(c for c, (i, j) in COMMUNES.items() if int(x // 20) == i and int(y // 20) == j)
        at = (WEST + 1000 * x, SOUTH + 1000 * y) if metres else lon_lat(x, y)
        rows.append((at, {"commune_code": code, "operator_id": f"{x}"}))
    result = cc.check(register(rows, "EPSG:32648" if metres else "EPSG:4326"), around())
    now = register(rows, "EPSG:32648" if metres else "EPSG:4326").lon_lat
    for finding in result.findings:
        for one in finding.proposals:
            assert (one.lon, one.lat) == pytest.approx(tuple(now[finding.row]), abs=1e-9)


ANY = st.one_of(
    st.floats(allow_nan=True, allow_infinity=False),
    st.floats(-180, 180),
    st.floats(100_000, 2_000_000),
    st.sampled_from([0.0, 104.9, 11.5, -11.5, 1e300, np.nan]),
)
WORDS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.from_regex(r"-?[0-9]{1,8}([.,][0-9]{1,7})?[ ,;NE]{1,3}-?[0-9]{1,8}([.,][0-9]{1,7})?", fullmatch=True),
    st.sampled_from(["N/A", "11°30'N 104°54'E", "0, 0", "48N 491000 1260000", "គ្មាន"]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(ANY, ANY, WORDS, st.sampled_from([*COMMUNES, None, "99", "N/A"])), min_size=1, max_size=20),
    st.sampled_from(["EPSG:4326", "EPSG:32648", "EPSG:3148", "EPSG:24048", "EPSG:32647", "EPSG:4131"]),
)
def test_whatever_is_stored_ends_in_findings_and_places_in_cambodia(rows, crs):
    made = [
        (
            None if np.isnan(x) or np.isnan(y) else (x, y),
            {"loc_original": text, "commune_code": code, "district_code": None},
        )
        for x, y, text, code in rows
    ]
    result = cc.check(register(made, crs), around(parks=parks(), offices=offices()))
    for finding in result.findings:
        assert finding.code in cc.CODES
        assert finding.certainty in cc.CERTAINTIES
        for one in finding.proposals:
            assert np.isnan(one.lon) or (102.2 < one.lon < 107.8 and 9.8 < one.lat < 14.9)


@given(st.integers(100_000, 9_999_999), st.integers(0, 6), st.integers(0, 9))
def test_one_slip_is_undone(number, place, digit):
    text = str(number)
    place = min(place, len(text) - 1)
    mistyped = {text[:place] + text[place + 1 :], text[:place] + str(digit) + text[place:]}
    if place + 1 < len(text):
        mistyped.add(text[:place] + text[place + 1] + text[place] + text[place + 2 :])
    for wrong in mistyped - {text, ""}:
        assert text in {right for _, right in numbers.one_slip_away(wrong)}


@given(st.floats(102.3, 107.7))
def test_seconds_written_as_decimals_come_back(value):
    written = float(sexagesimal(value, 2)) if not sexagesimal(value, 2).endswith("6000") else None
    if written is not None:
        assert numbers.from_seconds(np.array([written]))[0] == pytest.approx(value, abs=0.006 / 3600)


def test_plain_pairs():
    assert numbers.plain_pair("104.9,11.5") == ("104.9", "11.5")
    assert numbers.plain_pair("48N 491234.5 1278000.1") == ("491234.5", "1278000.1")
    assert numbers.plain_pair("១១.៥, ១០៤.៩") == ("11.5", "104.9")
    assert numbers.plain_pair("11°30'N 104°54'E") is None
    assert numbers.plain_pair("no place") is None
