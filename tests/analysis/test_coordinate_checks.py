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
from factory_locations.processing.analysis.coordinate_checks import numbers, votes  # noqa: E402
from factory_locations.processing.analysis.crs import operation  # noqa: E402

WEST, SOUTH, SIDE = 480_000.0, 1_250_000.0, 20_000.0
COMMUNES = {"010101": (0, 0), "010102": (1, 0), "010201": (0, 1), "010202": (1, 1)}
DEGREES = pyproj.Transformer.from_crs(32648, 4326, always_xy=True)
TODAY = np.datetime64("2026-06-01")


def square(column, row, side=SIDE):
    x, y = WEST + column * side, SOUTH + row * side
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


# Offices abroad that stand in Cambodia when they are turned by a zone: Bangkok, Rayong, Pattaya, Nha Trang, Quy Nhon.
ABROAD = [(100.5018, 13.7563), (101.2816, 12.6814), (100.8825, 12.9236), (109.1967, 12.2388), (109.2197, 13.7830)]


@pytest.mark.parametrize("place", ABROAD)
def test_an_office_abroad_is_no_certain_zone(place):
    told = only([(place, {"commune_code": None})], cc.Context())
    assert set(told) == {"C04"}
    assert (told["C04"].problem.key, told["C04"].certainty) == ("C04_perhaps", "possible")
    assert {one.certainty for one in told["C04"].proposals} == {"possible"}


def test_six_offices_in_bangkok_make_no_vote():
    lon, lat = ABROAD[0]
    rows = [((lon + k / 100, lat + k / 130), {"commune_code": None, "loc_source": "head offices"}) for k in range(6)]
    result = cc.check(register(rows), cc.Context())
    assert result.votes == []
    assert {finding.certainty for finding in result.findings if finding.code == "C04"} == {"possible"}


@pytest.mark.parametrize(
    ("codes", "certainty"),
    [
        ({"commune_code": "010101"}, "certain"),
        ({"commune_code": None, "district_code": "0101"}, "certain"),
        ({"commune_code": None, "district_code": None, "province_code": "01"}, "possible"),
        ({"commune_code": "010102"}, "likely"),  # the district agrees
        ({"commune_code": "010202"}, "possible"),  # the province alone agrees
    ],
)
def test_a_zone_is_as_certain_as_what_agrees(codes, certainty):
    lon, lat = lon_lat(*HERE)
    told = only([((lon - 6, lat), codes)])
    assert lands(told["C04"]).certainty == certainty


def test_a_text_in_metres_tells_the_zone():
    lon, lat = lon_lat(*HERE)
    metres = {"commune_code": None, "loc_original": f"{WEST + 7313:.0f} E, {SOUTH + 6127:.0f} N"}
    told = only([((lon - 6, lat), metres)], cc.Context())
    assert {one.certainty for one in told.values()} == {"certain"}


def off_a_zone(codes, count):
    """Rows a zone off, each in one of the communes, of which they declare it or nothing."""
    rows = []
    for k in range(count):
        column, row = COMMUNES[list(COMMUNES)[k % 4]]
        lon, lat = lon_lat(20 * column + 3.1 + k / 7, 20 * row + 4.3 + k / 9)
        rows.append(((lon - 6, lat), codes(list(COMMUNES)[k % 4])))
    return rows


def test_several_units_of_a_file_confirm_the_zone_of_what_declares_less():
    rows = off_a_zone(lambda code: {"commune_code": code}, 16)
    lon, lat = lon_lat(11.3, 12.7)
    rows += [
        ((lon - 6, lat), {"commune_code": None, "district_code": None, "province_code": "01"}),
        ((lon - 5.99, lat), {"commune_code": None, "district_code": None, "province_code": None}),
        ((lon - 6.01, lat), {"commune_code": "010202"}),
    ]
    told = found(rows)
    assert [told[row]["C04"].certainty for row in (0, 16, 17, 18)] == ["certain", "certain", "likely", "possible"]
    assert [told[row]["C04"].problem.key for row in (16, 17, 18)] == ["C04", "C04", "C04_perhaps"]


def test_one_province_that_agrees_confirms_no_zone():
    rows = off_a_zone(lambda code: {"commune_code": None, "district_code": None, "province_code": code[:2]}, 16)
    result = cc.check(register(rows), around())
    assert not [vote for vote in result.votes if vote.code == "C04"]
    assert {finding.certainty for finding in result.findings if finding.code == "C04"} == {"possible"}


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


@pytest.mark.parametrize("text", ["0, 0", "0.000000 0.000000", "11.36, 0"])
def test_a_zero_that_stands_only_in_the_text(text):
    told = only([(None, {"loc_original": text})])
    assert set(told) == {"C13"}
    assert told["C13"].proposals == ()


def test_a_text_that_was_not_read():
    told = only([(None, {"loc_original": "11°21'42.5\"N 104°53'18.1\"E"})], cc.Context())
    best = told["C08"].proposals[0]
    assert (best.lon, best.lat) == pytest.approx((104 + 53 / 60 + 18.1 / 3600, 11 + 21 / 60 + 42.5 / 3600))
    assert best.accuracy_m == pytest.approx(1.5, abs=0.1)  # half of the tenth of a second


@pytest.mark.parametrize(
    ("how", "code", "certainty"),
    [
        ({"loc_method": "map", "loc_accuracy_m": 50.0}, "C08", "likely"),
        ({}, "C08", "likely"),
        ({"loc_method": "gps", "loc_accuracy_m": 5.0}, "C17", "possible"),
        ({"loc_method": "survey", "loc_accuracy_m": 1.0, "loc_source": "verified"}, "C17", "possible"),
        ({"loc_method": "map", "loc_accuracy_m": 50.0, "verified": True}, "C17", "possible"),
    ],
)
def test_a_text_that_fits_where_a_plausible_point_does_not_is_never_certain(how, code, certainty):
    lon, lat = lon_lat(*HERE)
    told = only([(lon_lat(22.313, 6.127), {"loc_original": f"{lat:.6f}, {lon:.6f}", **how})])
    assert set(told) == {code}
    best = lands(told[code])
    assert (best.code, best.certainty) == ("C08", certainty)
    (apart,) = [one for one in best.evidence if one.key == "text_apart"]
    assert apart.values["distance"] == pytest.approx(15_000, abs=15)
    assert told[code].problem.key == ("C08_apart" if code == "C08" else "C17")


def test_a_swapped_text_beside_a_plausible_point_is_no_swapped_point():
    lon, lat = lon_lat(*HERE)
    told = only([(lon_lat(22.313, 6.127), {"loc_original": f"{lon:.6f}, {lat:.6f}"})])
    assert [p.code for p in told["C08"].proposals] == ["C08"]


def test_a_text_that_states_another_zone_is_said_to():
    x, y = WEST + 7313, SOUTH + 6127
    text = {"loc_original": f"47N {x:.0f} {y:.0f}"}
    told = only([(None, text)])
    assert set(told) == {"C04"}
    assert told["C04"].problem.key == "C04_stated"
    assert told["C04"].problem.values["zone"] == "47"
    assert lands(told["C04"]).certainty == "possible"
    read_there = DEGREES.transform(x, y)[0] - 6.0, DEGREES.transform(x, y)[1]
    told = only([(read_there, text)])
    assert told["C04"].problem.key == "C04_stated"
    assert lands(told["C04"]).certainty == "possible"
    # without a declared unit, or outside of it, zone 48 is a guess
    elsewhere = only([(None, {**text, "commune_code": "010102"})])
    assert elsewhere["C08"].proposals == ()
    assert [one.key for one in elsewhere["C08"].evidence] == ["text_zone"]
    assert only([(None, text)], cc.Context())["C08"].proposals == ()


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


def exchanged():
    """A place in the north-west, and its numbers with two digits of the latitude exchanged, in the south-west."""
    for y in np.arange(20.05, 25.0, 0.05):
        lon, lat = (round(value, 5) for value in lon_lat(10.113, y))
        for _, text in numbers.one_slip_away(f"{lat:.5f}", frozenset(("swapped",))):
            if 1000 < DEGREES.transform(lon, float(text), direction="INVERSE")[1] - SOUTH < SIDE - 1000:
                return (lon, lat), (lon, float(text)), {"loc_original": f"{text}, {lon}", "commune_code": "010201"}
    raise LookupError


def test_exchanged_digits_that_only_a_wrong_commune_contradicts_are_a_wrong_commune():
    meant, typed, row = exchanged()
    shapes = np.array([square(0, 0), square(0, 1)], dtype=object)
    both = cc.with_coarser({"commune": cc.Units(np.array(["010202", "010201"], dtype=object), shapes)})
    told = only([(typed, row)], around(units=both))  # the district agrees where it stands
    assert set(told) == {"C17"}
    assert {(p.code, p.certainty) for p in told["C17"].proposals} == {("C11", "possible")}
    assert any((p.lon, p.lat) == pytest.approx(meant) for p in told["C17"].proposals)


def test_exchanged_digits_that_agree_with_more_than_one_level_are_told():
    meant, typed, row = exchanged()
    told = only([(typed, row)])
    assert told["C11"].certainty == "possible"
    assert any((p.lon, p.lat) == pytest.approx(meant) for p in told["C11"].proposals)


@pytest.mark.parametrize("text", ["{x:.1f} E, {y:.1f} N", "11.5, 104.7", "11°30'00\"N 104°42'00\"E"])
def test_decimals_that_nobody_wrote_are_no_minutes(text):
    lon, lat = lon_lat(*HERE)
    stored = float(sexagesimal(lon, 2)), float(sexagesimal(lat, 2))
    x, y = DEGREES.transform(*stored, direction="INVERSE")
    assert "C09" in only([(stored, {"loc_original": f"{stored[1]}, {stored[0]}"})])
    assert "C09" not in only([(stored, {"loc_original": text.format(x=x, y=y)})])


# -- what many say together --------------------------------------------------------------------------------


CELL = 5  # km, the side of a commune of the finer country


def fine_units():
    """The same square of 40 km in 64 communes of 5 km: column 3, row 7 is 010407; a district for each column."""
    at = [(column, row) for column in range(8) for row in range(8)]
    side = 1000.0 * CELL
    codes = np.array([f"01{column + 1:02d}{row + 1:02d}" for column, row in at], dtype=object)
    return cc.with_coarser({"commune": cc.Units(codes, np.array([square(*one, side) for one in at], dtype=object))})


def many(**more):
    return around(units=fine_units(), **more)


def commune_at(place):
    return f"01{int(place[0] // CELL) + 1:02d}{int(place[1] // CELL) + 1:02d}"


def spread(n, seed=1, margin=0.3):
    """Places all over the country, with their communes, none nearer to a border than the margin (km)."""
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, 8, (n, 2)) * CELL
    places = [tuple(at) for at in corner + rng.uniform(margin, CELL - margin, (n, 2))]
    return places, [commune_at(at) for at in places]


def indian(place):
    """The numbers of a place on Indian 1960 / UTM: the facts' constant vector, without any library."""
    return WEST + 1000 * place[0] + 419.0, SOUTH + 1000 * place[1] - 323.0


def near_borders(n, seed=2):
    """Places just west of the border to the next commune, over which the shift takes them; no two in one commune."""
    rng = np.random.default_rng(seed)
    corner = [(column, row) for column in range(7) for row in range(8)]
    chosen = rng.permutation(len(corner))[:n]
    off = np.column_stack([CELL - rng.uniform(0.05, 0.35, n), rng.uniform(1, CELL - 1, n)])
    places = [tuple(CELL * np.array(corner[k]) + at) for k, at in zip(chosen, off)]
    return places, [commune_at(at) for at in places]


def test_a_file_of_indian_1960_is_told_by_all_of_its_members():
    (some, codes), (close, near) = spread(60), near_borders(24)
    rows = [(indian(at), {"commune_code": code}) for at, code in zip(some + close, codes + near)]
    told = found(rows, many(), crs="EPSG:32648")
    assert all(set(told[row]) == {"C05"} for row in range(84))
    for row in (0, 30, 65):
        best = lands(told[row]["C05"], (some + close)[row], 1.5)
        assert best.certainty == "certain"
        assert best.datum == "EPSG:3148"
        assert best.accuracy_m == 44.0


def test_of_a_group_that_is_not_overwhelming_a_member_without_evidence_is_only_possible():
    (some, codes), (close, near) = spread(20, margin=1.0), near_borders(12)
    rows = [(indian(at), {"commune_code": code}) for at, code in zip(some + close, codes + near)]
    result = cc.check(register(rows, "EPSG:32648"), many())
    (vote,) = result.votes
    assert vote.certainty == "certain"
    (_, weight, other) = vote.evidence
    assert other.key == "units_alone"
    assert (weight.values["borders"], weight.values["places"]) == (12, 12)
    assert weight.values["ratio"] == int(1.9**12)
    sure = {f.row: f.certainty for f in result.findings}
    assert [sure[row] for row in range(20)] == ["possible"] * 20
    assert [sure[row] for row in range(20, 32)] == ["certain"] * 12


def test_of_one_border_two_places_count_at_most():
    some, codes = spread(20, margin=1.0)
    at = [(5 * column - 0.2, 10 + 0.8 + 1.1 * k) for column in (1, 3, 5) for k in range(4)]
    rows = [(indian(place), {"commune_code": c}) for place, c in zip(some + at, codes + [commune_at(a) for a in at])]
    (vote,) = cc.check(register(rows, "EPSG:32648"), many()).votes
    assert vote.certainty == "likely"
    assert {name: vote.evidence[1].values[name] for name in ("places", "borders", "against", "ratio")} == {
        "places": 6, "borders": 3, "against": 0, "ratio": int(1.9**6)}  # fmt: skip


@pytest.mark.parametrize("by_area", [False, True])
def test_units_alone_may_be_on_another_datum(by_area):
    xy = np.array([(10_000.0 * k, 0.0) for k in range(6)])
    into, none = np.ones(6, dtype=bool), np.zeros(6, dtype=bool)
    border = np.arange(12).reshape(6, 2)
    told = votes.tally(
        votes.Shifted(xy, xy, into, none, border, np.where(np.arange(6) == 2, by_area, none)), np.arange(6), xy
    )
    assert told.certainty == "likely"
    assert [one.key for one in told.evidence] == ["vote_weight", *([] if by_area else ["units_alone"])]


def test_six_borders_are_likely():
    (some, codes), (close, near) = spread(20, margin=1.0), near_borders(6)
    rows = [(indian(at), {"commune_code": code}) for at, code in zip(some + close, codes + near)]
    (vote,) = cc.check(register(rows, "EPSG:32648"), many()).votes
    assert vote.certainty == "likely"


def sound(places):
    return [(WEST + 1000 * x, SOUTH + 1000 * y) for x, y in places]


def no_vote(rows, context=None):
    """Assert that no group is told, and that no move is more than possible."""
    result = cc.check(register(rows, "EPSG:32648"), context or many())
    assert not [vote for vote in result.votes if vote.code in ("C05", "C06")]
    assert {p.certainty for f in result.findings for p in f.proposals} <= {"possible"}


def test_a_street_beyond_a_border_is_one_observation():
    rng = np.random.default_rng(3)
    some, codes = spread(400, margin=1.0)
    street = [(20.2 + rng.uniform(-0.06, 0.06), 12.0 + rng.uniform(-0.06, 0.06)) for _ in range(40)]
    declared = codes + ["010403"] * 40
    no_vote([(at, {"commune_code": code}) for at, code in zip(sound(some + street), declared)])
    source = [{"loc_source": "Census"}] * 400 + [{"loc_source": "SEZ office"}] * 40
    rows = [(at, {"commune_code": code, **more}) for at, code, more in zip(sound(some + street), declared, source)]
    no_vote(rows)


def test_one_border_drawn_wrongly_is_one_observation():
    some, codes = spread(200, margin=1.0)
    edge = [(20.2, 10.3 + 0.35 * k) for k in range(13)]  # all along one side of one commune
    no_vote([(at, {"commune_code": c}) for at, c in zip(sound(some + edge), codes + ["010403"] * 13)])


def test_a_commune_drawn_elsewhere_says_nothing_of_the_datum():
    wrong = shapely.affinity.translate(square(3, 2, 5000.0), -419.0, 323.0)
    shapes = np.array([square(column, row, 5000.0) for column in range(8) for row in range(8)], dtype=object)
    cut = shapely.difference(shapes, wrong)
    codes = np.array([f"01{column + 1:02d}{row + 1:02d}" for column in range(8) for row in range(8)], dtype=object)
    cut[codes == "010403"] = wrong
    context = around(units=cc.with_coarser({"commune": cc.Units(codes, cut)}))
    some, declared = spread(100, margin=1.0)
    rng = np.random.default_rng(6)
    strips = [
        (19.8, None),
        (None, 10.2),
        (14.8, None),
        (None, 15.2),
    ]  # its own east and south, its neighbours beside it
    for x, y in strips * 6:
        some.append((x or 15 + rng.uniform(0.5, 4.5), y or 10 + rng.uniform(0.5, 4.5)))
        declared.append(commune_at(some[-1]))
    no_vote([(at, {"commune_code": c}) for at, c in zip(sound(some), declared)], context)


def test_neighbouring_borders_within_a_few_kilometres_are_no_vote():
    small = np.array([square(k, row, 1000.0) for k in range(4) for row in range(4)], dtype=object)
    codes = np.array([f"0101{number:02d}" for number in range(16)], dtype=object)
    units_ = cc.with_coarser({"commune": cc.Units(codes, small)})
    close = [(k + 1 - 0.2, row + 0.5) for k in range(3) for row in range(4)]
    declared = [f"0101{4 * k + row:02d}" for k in range(3) for row in range(4)]
    no_vote([(indian(at), {"commune_code": c}) for at, c in zip(close, declared)], around(units=units_))


def test_a_share_far_below_what_a_shift_would_change_is_no_vote():
    # 40 places that the shift would have taken over the opposite border, were they true, and only six over this one
    (close, near) = near_borders(6)
    rng = np.random.default_rng(5)
    west = [(CELL * column + 0.1 + rng.uniform(0, 0.2), CELL * row + rng.uniform(1, 4))
            for column in range(1, 8) for row in range(8)]  # fmt: skip
    places, codes = close + west, near + [commune_at(at) for at in west]
    no_vote([(indian(at), {"commune_code": c}) for at, c in zip(places, codes)])


def test_only_the_source_that_is_wrong_is_moved():
    (some, codes), (close, near) = spread(60), near_borders(24)
    wrong = [(indian(at), {"commune_code": c, "loc_source": "old"}) for at, c in zip(some + close, codes + near)]
    right = [(at, {"commune_code": c, "loc_source": "new"}) for at, c in zip(sound(some + close), codes + near)]
    told = found(wrong + right, many(), crs="EPSG:32648")
    assert all("C05" in told[row] for row in range(84))
    assert all(told[row] == {} for row in range(84, 168))


def test_one_factory_beyond_a_border_is_no_vote():
    told = only([(indian((19.8, 10.0)), {})], crs="EPSG:32648")
    assert set(told) == {"C17"}
    assert [p.certainty for p in told["C17"].proposals] == ["possible"]


@pytest.mark.parametrize(
    ("how", "code", "certainty"),
    [
        ({"loc_method": "map", "loc_accuracy_m": 44.0}, "C05", "likely"),
        ({"loc_method": "gps", "loc_accuracy_m": 5.0}, "C17", "possible"),
        ({"loc_method": "unknown"}, "C17", "possible"),
        ({}, "C17", "possible"),
    ],
)
def test_the_error_of_other_sources_is_likely_only_of_what_may_be_from_a_map(how, code, certainty):
    (some, codes), (close, near) = spread(60), near_borders(24)
    rows = [(indian(at), {"commune_code": c, "loc_source": "old"}) for at, c in zip(some + close, codes + near)]
    rows += [
        ((WEST + 1000 * x, SOUTH + 1000 * y), {"commune_code": c, "loc_source": "new"})
        for (x, y), c in zip(some + close, codes + near)
    ]
    rows.append((indian((19.8, 10.0)), {"commune_code": "010403", "loc_source": "new", **how}))
    told = found(rows, many(), crs="EPSG:32648")
    assert set(told[168]) == {code}
    assert [(p.code, p.certainty) for p in told[168][code].proposals] == [("C05", certainty)]


def test_a_centre_near_by_does_not_hide_the_old_datum():
    lon, lat = operation("EPSG:4326", "EPSG:4131").points(np.array([lon_lat(7.813, 6.127)]))[0]
    x, y = DEGREES.transform(lon, lat, direction="INVERSE")
    centre = cc.Points(np.array([[x + 20, y]]), np.array(["0101"], object), np.array([None], object))
    rows = [((lon, lat), {"park_id": "P1", "loc_method": "map", "loc_accuracy_m": 44.0})]
    told = only(rows, around(parks=parks(), centres=centre))
    assert set(told) == {"C20"}
    assert lands(told["C20"], (7.813, 6.127), 1.5).code == "C06"


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


def test_one_number_without_its_zeros_is_not_coarse():
    told = only([((104.9, 11.362413), {"loc_original": "11.362413, 104.9", "loc_accuracy_m": 5.0})])
    assert "C10" not in told
    told = only([((104.88, 11.36), {"loc_original": "11.36, 104.88"})])
    assert told["C10"].evidence[0].key == "on_grid"
    told = only([((104.8803, 11.3602), {"loc_original": "11.36, 104.88"})])
    assert told["C10"].evidence[0].key == "on_digits"


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
    assert found(operators(3, park_id="P1"), around(parks=parks()))[0] == {}
    assert found([(lon_lat(*HERE), {"operator_id": "O1"}) for _ in range(4)])[0] == {}


def test_a_hot_spot_inside_of_a_park_that_not_all_declare_is_one():
    rows = [*operators(2, park_id="P1"), (lon_lat(*HERE), {"operator_id": "O9"})]
    told = found(rows, around(parks=parks()))
    assert all("C14" in told[row] for row in range(3))


def test_a_hot_spot_away_from_the_park_that_all_declare_is_one():
    rows = [(lon_lat(9.313, 6.127), row) for _, row in operators(3, park_id="P1")]
    assert "C14" in found(rows, around(parks=parks()))[0]


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


def test_a_place_in_no_unit_is_said_to_be():
    beyond = lon_lat(-0.3, 6.0)
    context = around(land=np.array([shapely.box(WEST - 50_000, SOUTH, WEST + 40_000, SOUTH + 40_000)], dtype=object))
    (told,) = only([(beyond, {})], context)["C17"].evidence
    assert told.key == "unit_neighbour_nowhere"
    assert "actual" not in told.values


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


def test_a_code_of_an_older_list_is_told_with_the_names_of_both():
    names = {"010109": "Old Town", "010101": "New Town"}
    context = around(former={"010109": "010101"}, names=names)
    (told,) = only([(lon_lat(*HERE), {"commune_code": "010109"})], context)["C17"].evidence
    assert told.values == {"declared": "010109 Old Town", "actual": "010101 New Town"}


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


def two_parts(ids, names):
    """Two squares, at 7 to 8 and 12 to 13 km from the corner."""
    shapes = [shapely.box(WEST + x, SOUTH + 6000, WEST + x + 1000, SOUTH + 7000) for x in (7000, 12000)]
    return cc.Areas(np.array(shapes, object), np.array(ids, object), np.array(names, object))


@pytest.mark.parametrize(
    ("ids", "names", "declared"),
    [
        (["P1", "P1"], ["First SEZ", "First SEZ"], "P1"),
        (["P1", "P1"], ["First SEZ I", "First SEZ II"], "P1"),
        (["P1", "P2"], ["First SEZ", "First  sez"], "First SEZ"),
        ([None, None], ["First SEZ", "First SEZ"], "First SEZ"),
    ],
)
def test_a_park_of_several_features_is_one(ids, names, declared):
    context = around(parks=two_parts(ids, names))
    for x in (7.313, 12.313):
        assert only([(lon_lat(x, 6.127), {"park_id": declared})], context) == {}
    told = only([(lon_lat(10.1, 6.5), {"park_id": declared})], context)
    assert told["C20"].evidence[0].values["distance"] == pytest.approx(1_900, abs=2)


def test_premises_of_several_features_are_one():
    context = around(sites=two_parts(["F0", "F0"], [None, "hall"]))
    for x in (7.313, 12.313):
        assert only([(lon_lat(x, 6.127), {})], context) == {}
    assert set(only([(lon_lat(10.1, 6.5), {})], context)) == {"C21"}


def test_the_area_of_a_park_of_several_features_is_that_of_all():
    parts = two_parts(["P1", "P1"], ["First SEZ", "First SEZ"])
    for stated, key in ([100.0, 100.0], None), ([200.0, 200.0], None), ([2e6, 2e6], "area_m2"):
        told = found([(lon_lat(10.1, 6.5), {})], around(parks=cc.Areas(*[getattr(parts, name) for name in (
            "geometries", "ids", "names")], np.array(stated))))[-1].get("C22")  # fmt: skip
        assert (told.evidence[0].key if told else None) == key


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


def test_the_distance_of_a_licence_is_the_greatest_between_two_places():
    at = [(7.0, 6.1), (7.1, 6.2), (7.2, 6.1), (7.1, 6.0)]  # the box around them has a diagonal of 283 m
    assert all(told == {} for told in found([(lon_lat(*one), {"licence_no": "A1"}) for one in at]).values())
    at = [(7.0, 6.1), (7.3, 6.4), (7.6, 6.1), (7.3, 5.8)]
    told = found([(lon_lat(*one), {"licence_no": "A1"}) for one in at])
    assert told[0]["C19"].evidence[0].values["distance"] == pytest.approx(600, abs=1)


def test_a_licence_of_factories_without_ids():
    rows = [(lon_lat(*HERE), {"factory_id": None, "licence_no": "A1"}),
            (lon_lat(12, 12), {"factory_id": None, "licence_no": "A1"})]  # fmt: skip
    assert found(rows)[0]["C19"].evidence[0].values["others"] == "#2"


def test_a_licence_of_many_names_five_and_counts_the_rest():
    rows = [(lon_lat(1 + k / 2, 6), {"licence_no": "A1"}) for k in range(9)]
    (told,) = found(rows)[0]["C19"].evidence
    assert told.key == "licence_many"
    assert told.values["others"] == "F1, F2, F3, F4, F5"
    assert told.values["count"] == 3


@pytest.mark.parametrize("text", ["in process", "Pending", "N/A", "not found", "កំពុងដំណើរការ", "-"])
def test_what_stands_for_no_licence_is_none(text):
    rows = [(lon_lat(1 + k / 2, 6), {"licence_no": text}) for k in range(9)]
    assert all("C19" not in told for told in found(rows).values())


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


@pytest.mark.parametrize(
    ("values", "certainties"),
    [
        (["2014-06-03T17:00:00Z", "2014-06-05"], ["certain", None]),
        (["2014-06-03T17:00:00+00:00", "2014-06-05"], ["certain", None]),
        (["2014-06-03T17:00:00", "2014-06-05T17:00:00"], ["possible", "possible"]),
        (["2014-06-03 17:00", "2014-06-05T08:30:00", "2014-06-07T09:00:00"], [None, None, None]),
        (["2014-06-03T17:00:00+07:00", "2014-06-05T17:00:00+07:00"], [None, None]),
        (["2014-06-03", None], [None, None]),
    ],
)
def test_days_that_are_one_off(values, certainties):
    rows = [(lon_lat(6 + k, 6.1), {"registration_date": value}) for k, value in enumerate(values)]
    told = found(rows)
    of = [told[row]["C24"].certainty if "C24" in told[row] else None for row in range(len(rows))]
    assert of == certainties
    if certainties[0]:
        assert told[0]["C24"].evidence[0].values["day"] == "2014-06-04"


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


# -- units of the coarser levels ---------------------------------------------------------------------------


def coarser(*levels, **more):
    return cc.with_coarser({level: units()[level] for level in levels}, **more)


def test_coarser_units_are_the_finer_ones_that_begin_with_their_codes():
    made, given = coarser("commune"), units()
    assert list(made) == ["province", "district", "commune"]
    for level in ("province", "district"):
        at = made[level].find(given[level].codes)
        assert shapely.equals(made[level].geometries[at], given[level].geometries).all()
    assert list(coarser("district")) == ["province", "district"]
    assert list(coarser("province")) == ["province"]
    assert coarser() == {}


def test_a_layer_that_is_given_stays_as_it_is():
    given = units()
    smaller = cc.Units(np.array(["01"], object), np.array([square(0, 0)], object))
    made = cc.with_coarser({"province": smaller, "commune": given["commune"]})
    assert made["province"] is smaller
    assert list(made["district"].codes) == ["0101", "0102"]


def test_a_declared_district_is_held_against_communes():
    rows = [
        (lon_lat(7.213, 30.117), {"commune_code": None, "district_code": "0101", "province_code": "01"}),
        (lon_lat(30.213, 7.117), {"commune_code": None, "district_code": "0101", "province_code": "01"}),
    ]
    context = cc.Context(units=coarser("commune", names={"0101": "South", "0102": "North"}))
    told = found(rows, context)
    assert told[0]["C17"].evidence[0].values["declared"] == "0101 South"
    assert told[0]["C17"].evidence[0].values["distance"] == pytest.approx(10_117)
    assert told[1] == {}
    result = cc.check(register(rows), context)
    assert "no_level" not in {one.why.key for one in result.skipped}


def test_what_lies_in_no_polygon_may_be_in_the_part_of_a_unit_that_has_none():
    rows = [
        (lon_lat(60.213, 30.117), {"commune_code": None, "district_code": "0101", "province_code": "01"}),
        (lon_lat(7.213, 30.117), {"commune_code": None, "district_code": "0101", "province_code": "01"}),
    ]
    listed = frozenset((*COMMUNES, "010103", "010104"))
    land = np.array([square(0, 0, 5 * SIDE)], dtype=object)
    told = found(rows, cc.Context(units=coarser("commune", listed=listed), land=land))
    assert told[0] == {}
    assert set(told[1]) == {"C17"}  # it is in another unit
    told = found(rows, cc.Context(units=coarser("commune", listed=frozenset(COMMUNES)), land=land))
    assert set(told[0]) == {"C17"}


@pytest.mark.slow
@given(
    seeds=st.integers(0, 2**32 - 1),
    taken=st.lists(st.sampled_from(list(COMMUNES)), min_size=1, unique=True),
)
def test_a_derived_unit_holds_what_one_of_its_parts_holds(seeds, taken):
    at = np.random.default_rng(seeds).uniform(-SIDE, 3 * SIDE, (50, 2)) + np.array([WEST, SOUTH])
    shapes = np.array([square(*COMMUNES[code]) for code in taken], dtype=object)
    made = cc.with_coarser({"commune": cc.Units(np.array(taken, dtype=object), shapes)})["district"]
    for code, shape in zip(made.codes, made.geometries):
        parts = [part for own, part in zip(taken, shapes) if own.startswith(code)]
        near = np.min([shapely.distance(part, shapely.points(at)) for part in parts], axis=0)
        assert shapely.distance(shape, shapely.points(at)) == pytest.approx(near)


# -- the whole ---------------------------------------------------------------------------------------------


def test_codes_that_cannot_be_applied_are_named():
    result = cc.check(register([(lon_lat(*HERE), {})]), cc.Context())
    assert {"C12", "C15", "C16", "C17", "C18", "C20", "C21", "C22"} <= {one.code for one in result.skipped}


def test_an_empty_register():
    empty = cc.Register(pd.DataFrame({"factory_id": []}), np.empty(0), np.empty(0), "EPSG:4326", np.empty(0))
    result = cc.check(empty, around())
    assert result.findings == []


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_a_stated_area_unlike_all_others():
    """As in the list of zones of 2014: one of 66.5 ha is told in thousands of hectares, and one as 0."""
    stated = [142.14, 99, 157, 80, 79, 117.95, 145, 360, 467, 335.43, 100, 0.066502, 0, 1_960_000, None]
    rows = [(lon_lat(6 + k / 3, 6), {"area_ha": area}) for k, area in enumerate(stated)]
    told = {row: one["C22"] for row, one in found(rows).items() if "C22" in one}
    assert {row: (one.certainty, one.evidence[0].key) for row, one in told.items()} == {
        11: ("likely", "area_small"),
        12: ("certain", "area_none"),
        13: ("likely", "area_large"),
    }
    assert told[11].evidence[0].values["fits"] == pytest.approx(66.502)
    assert told[13].evidence[0].values["fits"] == pytest.approx(196)
    few = [(lon_lat(6 + k / 3, 6), {"area_ha": area}) for k, area in enumerate([100.0, 120.0, 0.1])]
    assert all("C22" not in one for one in found(few).values())
