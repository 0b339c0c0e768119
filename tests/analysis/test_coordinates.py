"""Coordinates in every spelling: read right, or refused with a reason, and never guessed."""

from __future__ import annotations

import re
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import pytest
from factory_locations.processing.analysis import coordinates as C
from factory_locations.processing.analysis.coordinates import CoordinateError, read, read_pair, read_pairs, write
from hypothesis import given, settings
from hypothesis import strategies as st

DOCS = Path(__file__).resolve().parents[2] / "docs" / "coordinates.md"
ROW = re.compile(r"^\| `` (?P<text>.*?) `` \| (?P<rest>.*) \|$", re.MULTILINE)
WEST, SOUTH, EAST, NORTH = C.DOMAIN
DATUMS = ("EPSG:4326", "EPSG:32648", "EPSG:4131", "EPSG:3148")
INDIAN = "+proj=pipeline +step +inv +proj=utm +zone=48 +ellps=evrst30 +step +proj=push +v_3 +step +proj=cart "
INDIAN += "+ellps=evrst30 +step +proj=helmert +x=198 +y=881 +z=317 +step +inv +proj=cart +ellps=WGS84 "
INDIAN += "+step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg"


def documented() -> list[tuple[str, list[str]]]:
    text = DOCS.read_text(encoding="utf-8")
    return [(row["text"], [cell.strip() for cell in row["rest"].split("|")]) for row in ROW.finditer(text)]


READ = [(text, cells) for text, cells in documented() if len(cells) == 5]
REFUSED = [(text, cells) for text, cells in documented() if len(cells) == 2]


def outcome(reader, *arguments):
    """What a reader returns, or the refusal it raises."""
    try:
        return reader(*arguments)
    except CoordinateError as error:
        return error


def test_the_documentation_has_examples():
    assert len(READ) > 50
    assert len(REFUSED) > 15


@pytest.mark.parametrize(("text", "cells"), READ, ids=[text for text, _ in READ])
def test_documented_spellings_are_read(text, cells):
    lat, lon, kind, resolution, notes = cells
    found = read(text)
    assert (f"{found.lat:.5f}", f"{found.lon:.5f}", found.kind) == (lat, lon, kind)
    assert f"{found.resolution_m:.3g}" == resolution
    assert found.notes == tuple(note.strip() for note in notes.split(",") if note.strip())


@pytest.mark.parametrize(("text", "cells"), REFUSED, ids=[text for text, _ in REFUSED])
def test_documented_refusals_are_refused(text, cells):
    with pytest.raises(CoordinateError) as error:
        read(text)
    assert [error.value.reason, str(error.value)] == cells
    assert error.value.template.format(**error.value.values) == str(error.value)


def test_degrees_minutes_and_seconds_by_hand():
    found = read("11°30'00\"N 104°45'36\"E")
    assert (found.lat, found.lon) == (11.5, 104.76)
    # Half a second of latitude is 15.46 m; of longitude less.
    assert found.resolution_m == pytest.approx(0.5 / 3600 * 111_320)
    assert read("11°30.0'N 104°45.6'E").resolution_m == pytest.approx(0.05 / 60 * 111_320)
    assert read("11.5, 104.7").resolution_m == pytest.approx(0.05 * 111_320)


@pytest.mark.parametrize(
    ("first", "second", "digits"),
    [
        ("11.554823", "104.9", 6),
        ("11.554823", "105", 6),
        ("11.554823", "104.0", 6),
        ("11.5", "104.921234", 6),
        ("11.55", "104.9212", 4),
        ("104.9", "11.554823", 6),
        ("11.5", "104.9", 1),
        ("11.55", "104.92", 2),
    ],
)
def test_zeros_that_a_spreadsheet_drops_make_no_place_coarse(first, second, digits):
    """104.900000 stands in a cell as 104.9: the other number tells how finely both were written."""
    expected = pytest.approx(0.5 * 10**-digits * 111_320)
    assert read_pair(first, second).resolution_m == expected
    assert read(f"{first}, {second}").resolution_m == expected
    assert read_pairs([first], [second]).resolution_m[0] == expected
    assert read_pairs([f"{first} {second}"]).resolution_m[0] == expected


@pytest.mark.slow
@given(lat=st.integers(950_000, 1_500_000), lon=st.integers(10_200_000, 10_800_000))
def test_a_pair_is_as_fine_with_dropped_zeros_as_without(lat, lon):
    """Whatever zeros are dropped, the point lies within the resolution, and that is not coarser than was written."""
    full = f"{lat / 1e5:.5f}", f"{lon / 1e5:.5f}"
    dropped = [text.rstrip("0").rstrip(".") for text in full]
    one, other = read_pair(*full), read_pair(*dropped)
    assert (one.lon, one.lat) == (other.lon, other.lat)
    decimals = max(len(text.partition(".")[2]) for text in dropped)
    assert other.resolution_m == pytest.approx(one.resolution_m * 10 ** (5 - decimals))


def test_utm_against_proj():
    found = read("492170 1277520")
    x, y = pyproj.Transformer.from_crs(4326, 32648, always_xy=True).transform(found.lon, found.lat)
    assert (x, y) == pytest.approx((492170, 1277520), abs=1e-3)
    assert found.datum == "EPSG:32648"


@pytest.mark.parametrize("datum", ["EPSG:3148", "EPSG:4131"])
def test_indian_1960_metres_are_shifted(datum):
    """The figures of an Indian 1960 reading lie 529 m from the same figures in WGS 84: 419 m west, 323 m north."""
    plain, indian = read("492170 1277520"), read("492170 1277520", datum)
    assert indian.datum == "EPSG:3148"
    lon, lat = pyproj.Transformer.from_pipeline(INDIAN).transform(492170, 1277520)
    assert (indian.lon, indian.lat) == pytest.approx((lon, lat), abs=1e-8)
    to_metres = pyproj.Transformer.from_crs(4326, 32648, always_xy=True)
    moved = np.subtract(to_metres.transform(indian.lon, indian.lat), to_metres.transform(plain.lon, plain.lat))
    assert moved == pytest.approx((-419, 323), abs=2)


@pytest.mark.parametrize("datum", ["EPSG:3148", "EPSG:4131"])
def test_indian_1960_degrees_are_shifted(datum):
    plain, indian = read("11.5564, 104.9282"), read("11.5564, 104.9282", datum)
    assert indian.datum == "EPSG:4131"
    metres = pyproj.Geod(ellps="WGS84").inv(plain.lon, plain.lat, indian.lon, indian.lat)[2]
    assert 432 < metres < 504


def test_a_text_may_name_its_datum_when_it_is_the_right_one():
    assert read("Indian 1960 492170 1277520", "EPSG:3148") == read("492170 1277520", "EPSG:3148")
    assert read("EPSG:32648 492170 1277520").datum == "EPSG:32648"
    with pytest.raises(CoordinateError) as error:
        read("WGS84 492170 1277520", "EPSG:3148")
    assert error.value.reason == "datum"


@pytest.mark.parametrize(
    ("first", "second", "order", "notes"),
    [
        ("11.5564", "104.9282", "lat_lon", ()),
        ("104.9282", "11.5564", "lon_lat", ()),
        ("104.9282", "11.5564", "x_y", ()),
        ("104.9282", "11.5564", "lat_lon", ("swapped",)),
        ("11.5564", "104.9282", "x_y", ("swapped",)),
        ("N11.5564", "E104.9282", "lat_lon", ()),
        ("11,5564", "104,9282", "lat_lon", ("comma_decimal",)),
        ('"11.5564"', '"104.9282"', "lat_lon", ()),
        ("'11.5564", "'104.9282", "lat_lon", ("apostrophe",)),
        (" 11.5564\u00a0", "\u200b104.9282", "lat_lon", ()),
        (11.5564, 104.9282, "lat_lon", ()),
    ],
)
def test_pairs_in_any_order(first, second, order, notes):
    found = read_pair(first, second, order=order)
    assert (found.lat, found.lon, found.notes) == (11.5564, 104.9282, notes)


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        ("492170", "1277520", ()),
        ("1277520", "492170", ("swapped",)),
        ("492,170", "1,277,520", ("thousands",)),
        ("492 170.5", "1 277 520.5", ("thousands",)),
        ("492170.0", "1277520.0", ("trailing_zero",)),
        ("4.9217E+05", "1.27752E+06", ("scientific",)),
        ("48N 492170", "1277520", ("zone_text",)),
        ("492170 mE", "1277520 mN", ()),
        (492170, 1277520, ()),
    ],
)
def test_pairs_of_metres(first, second, notes):
    found = read_pair(first, second, order="x_y")
    assert (found.lon, found.lat) == pytest.approx((104.928188, 11.556552), abs=1e-5)
    assert (found.kind, found.notes) == ("utm", notes)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("", "104.9282", "empty"),
        (None, "104.9282", "empty"),
        (float("nan"), 104.9, "empty"),
        (pd.NA, 104.9, "empty"),
        ("11.5564", "N/A", "null_token"),
        ("0", "0", "zero"),
        ("0.0", "0.000", "zero"),
        ("0", "104.9282", "outside"),
        ("11.5564", "11.5564", "outside"),
        ("104.9282", "104.9282", "outside"),
        ("11.5564", "492170", "outside"),
        ("492170", "127752", "outside"),  # a digit is missing
        ("11.5564", "98.9282", "outside"),  # zone 47's longitude
        ("11°60'", "104°55'", "sixty"),
        ("11°33'60\"", "104°55'", "sixty"),
        ("11.5°33'", "104°55'", "not_understood"),
        ("N11.5564S", "104.9282", "contradiction"),
        ("11.5564", "-104.9282 W", "contradiction"),
        ("11.5564", "104.9282 W", "outside"),
        ("lat 11.5564 E", "104.9282", "contradiction"),
        ("47N 492170", "1277520", "zone"),
        ("12 apples", "104.9282", "not_understood"),
        ("1" * 400, "104.9282", "not_understood"),
        ("9" * 60, "9" * 60, "outside"),
        ("inf", "104", "not_understood"),
        ("492170~3", "1277520~3", "not_understood"),
    ],
)
def test_pairs_that_are_refused(first, second, reason):
    with pytest.raises(CoordinateError) as error:
        read_pair(first, second)
    assert error.value.reason == reason


def test_a_refusal_outside_names_the_numbers():
    with pytest.raises(CoordinateError, match=r"48\.2 and 16\.37") as error:
        read_pair("48.2", "16.37")
    assert error.value.values["north"] == "15"


@pytest.mark.parametrize("text", ["0", "None", "null", "nan", " - ", "n/a", "#N/A", "គ្មាន", "NOT FOUND", "Unknown"])
def test_null_tokens(text):
    with pytest.raises(CoordinateError) as error:
        read(text)
    assert error.value.reason == ("not_understood" if text == "0" else "null_token")


def test_unknown_datum_order_and_style():
    for call in (
        lambda: read("11.5, 104.9", "EPSG:24048"),
        lambda: read_pair("11.5", "104.9", order="up_down"),
        lambda: write(104.9, 11.5, "mgrs"),
        lambda: write(4.9, 11.5),
        lambda: write(float("nan"), 11.5),
        lambda: read_pairs(["11.5"], ["104.9", "105"]),
    ):
        with pytest.raises(CoordinateError):
            call()


# -- links and squares --------------------------------------------------------------------------------

LINKS = (
    "https://maps.google.com/?q={lat},{lon}",
    "https://maps.google.com/maps?q=loc:{lat}+{lon}&z=15",
    "https://www.google.com/maps/search/?api=1&query={lat}%2C{lon}",
    "https://www.google.com/maps/@{lat},{lon},15z",
    "https://www.google.com/maps/place/%E1%9E%9C%E1%9E%8F/@9.9,104.1,17z/data=!3m1!4b1!8m2!3d{lat}!4d{lon}?entry=ttu",
    "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=12/11.1/104.1",
    "https://www.openstreetmap.org/#map=12/{lat}/{lon}",
    "geo:{lat},{lon};u=35",
    "Wat\nhttps://maps.google.com/?q={lat},{lon}",
)


@given(lat=st.floats(SOUTH, NORTH), lon=st.floats(WEST, EAST), link=st.sampled_from(LINKS))
def test_a_link_gives_its_place_back(lat, lon, link):
    text = link.format(lat=f"{lat:.7f}", lon=f"{lon:.7f}")
    found = read(text)
    assert (found.lat, found.lon) == (float(f"{lat:.7f}"), float(f"{lon:.7f}"))
    assert ("map_centre" in found.notes) == (("/@" in link and "!3d" not in link) or "#map=12/{" in link)
    assert read_pairs([text]).lon[0] == found.lon


def test_a_link_is_read_however_long_it_is():
    name = "%E1%9E%9A%E1%9F%84%E1%9E%84" * 40
    assert read(f"https://www.google.com/maps/place/{name}/@11.5,104.9,15z/data=!3d11.5564!4d104.9282").lat == 11.5564


def test_a_link_is_in_wgs_84():
    with pytest.raises(CoordinateError) as error:
        read("https://maps.google.com/?q=11.5564,104.9282", "EPSG:4131")
    assert (error.value.reason, error.value.values["named"]) == ("datum", "WGS 84")


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("https://maps.google.com/?q=48.2,16.37", "outside"),
        ("https://maps.google.com/?q=48.2,16.37&ll=11.5,104.9", "outside"),  # the middle of the map is no way out
        ("https://www.google.com/maps/place/St+271+12000/@11.5,104.9,15z", ""),
        ("https://goo.gl/maps/abc123", "link"),
        ("maps.app.goo.gl/dYh3kT8Rw1", "link"),
        ("https://example.com/factories/11", "link"),
        ("https://", "not_understood"),
        ("geo:", "not_understood"),
    ],
)
def test_links_of_other_places_and_of_none(link, reason):
    found = outcome(read, link)
    assert getattr(found, "reason", "") == reason


@pytest.mark.parametrize(
    ("square", "lon", "lat", "metres"),
    [
        ("48PXS8590", 106.70, 10.77, 5_000),  # Saigon, as in any record of the war
        ("48PXT2858", 106.17, 11.37, 5_000),  # Nui Ba Den
        ("48PVT9217777503", 104.9282, 11.5564, 20),
        ("48puv 77 82", 103.87, 13.41, 2_000),  # Angkor Wat
    ],
)
def test_squares_of_the_grid(square, lon, lat, metres):
    found = read(square)
    assert pyproj.Geod(ellps="WGS84").inv(lon, lat, found.lon, found.lat)[2] < metres
    assert found.notes == ("mgrs",)


@pytest.mark.slow
@given(lat=st.floats(SOUTH + 0.1, NORTH - 0.1), lon=st.floats(WEST + 0.1, EAST - 0.1), digits=st.integers(1, 5))
@settings(deadline=None)
def test_a_square_holds_the_place_that_it_was_written_of(lat, lon, digits):
    """Letters by the rule of the grid: of zone 48 S is the first column, F the first row."""
    x, y = pyproj.Transformer.from_crs(4326, 32648, always_xy=True).transform(lon, lat)
    column, row = "STUVWXYZ"[int(x // 100_000) - 1], "ABCDEFGHJKLMNPQRSTUV"[(int(y // 100_000) + 5) % 20]
    side = 10 ** (5 - digits)
    text = f"48P{column}{row}{int(x % 100_000 // side):0{digits}d}{int(y % 100_000 // side):0{digits}d}"
    found = read(text)
    at = pyproj.Transformer.from_crs(4326, 32648, always_xy=True).transform(found.lon, found.lat)
    assert np.abs(np.subtract(at, (x, y))).max() <= side / 2 + 1e-3
    assert found.resolution_m == side / 2


@pytest.mark.parametrize("text", ["48PVU", "48PAU9217777503", "48PVK9217777503", "48NVT9217777503", "48PVT921"])
def test_squares_that_are_none(text):
    with pytest.raises(CoordinateError):
        read(text)


# -- columns ------------------------------------------------------------------------------------------


def test_columns_say_the_same_as_single_texts():
    texts = [text for text, _ in documented()] + ["", None, float("nan"), "11.5564,104.9282", "104.9282 11.5564"]
    found = read_pairs(texts)
    for row, text in enumerate(texts):
        one = outcome(read, text)
        if isinstance(one, CoordinateError):
            assert found.error[row] == (one.template, one.values), text
            assert found.reason[row] == one.reason
            assert np.isnan([found.lon[row], found.lat[row], found.resolution_m[row]]).all()
            assert (found.kind[row], found.datum[row], found.notes[row]) == (None, None, ())
            continue
        assert found.error[row] is None, text
        values = found.lon[row], found.lat[row], found.resolution_m[row]
        assert values == pytest.approx((one.lon, one.lat, one.resolution_m), rel=1e-12), text
        assert (found.kind[row], found.datum[row], found.notes[row]) == (one.kind, one.datum, one.notes), text


@pytest.mark.parametrize("order", C.ORDERS)
@pytest.mark.parametrize("datum", DATUMS)
def test_two_columns_say_the_same_as_pairs(datum, order):
    firsts = ["11.5564", "104.9282", 11.5564, "492170", "1277520", "11 33 23", "", "0", "102.0001", "10.0", "11.5"]
    seconds = ["104.9282", "11.5564", 104.9282, "1277520", "492170", "104 55 42", "x", "0", "9.5001", "104.0", "999.5"]
    found = read_pairs(firsts, seconds, datum, order)
    for row, (first, second) in enumerate(zip(firsts, seconds)):
        one = outcome(read_pair, first, second, datum, order)
        if isinstance(one, CoordinateError):
            assert found.error[row] == (one.template, one.values)
            continue
        assert (found.lon[row], found.lat[row]) == pytest.approx((one.lon, one.lat), rel=1e-12)
        assert found.resolution_m[row] == pytest.approx(one.resolution_m)
        assert (found.kind[row], found.datum[row], found.notes[row]) == (one.kind, one.datum, one.notes)


def test_columns_of_nothing():
    assert len(read_pairs([]).lon) == 0
    assert len(read_pairs([], []).lon) == 0
    assert read_pairs(pd.Series(["11.5564"], index=[7]), pd.Series([104.9282], index=[3])).lon[0] == 104.9282


def points(n: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.uniform(102.4, 107.6, n), rng.uniform(10.0, 14.6, n)


@pytest.mark.slow
def test_a_national_column_takes_seconds():
    lon, lat = points(100_000)
    started = time.process_time()
    found = read_pairs([f"{value:.6f}" for value in lat], [f"{value:.6f}" for value in lon])
    assert time.process_time() - started < 2
    assert abs(found.lon - lon).max() <= 5.1e-7
    texts = [write(x, y, C.STYLES[row % 4]) for row, (x, y) in enumerate(zip(lon, lat))]
    started = time.process_time()
    found = read_pairs(texts)
    assert time.process_time() - started < 6
    assert abs(found.lat - lat).max() < 1e-5


# -- writing, and anything ----------------------------------------------------------------------------

# The corners of the domain are left out: what is rounded there may fall outside.
INSIDE = {"lon": st.floats(WEST + 0.02, EAST - 0.02), "lat": st.floats(SOUTH + 0.02, NORTH - 0.02)}


@given(**INSIDE, style=st.sampled_from(C.STYLES), datum=st.sampled_from(DATUMS), digits=st.none() | st.integers(2, 8))
@settings(max_examples=200, deadline=None)
def test_what_is_written_reads_as_the_same_point(lon, lat, style, datum, digits):
    text = write(lon, lat, style, digits, datum)
    found = read(text, datum)
    metres = pyproj.Geod(ellps="WGS84").inv(lon, lat, found.lon, found.lat)[2]
    # A shift of datum without heights is exact to a few millimetres there and back.
    assert metres <= found.resolution_m * np.sqrt(2) * 1.01 + 5e-3
    assert found.kind == style
    assert read_pairs([text], None, datum).lon[0] == pytest.approx(found.lon, abs=1e-12)


def test_writing_by_hand():
    assert write(104.9282, 11.5564) == "11.556400, 104.928200"
    assert write(104.9282, 11.5564, "dms") == "11°33'23.04\"N 104°55'41.52\"E"
    assert write(104.9282, 11.5564, "dm") == "11°33.3840'N 104°55.6920'E"
    assert write(104.9999999, 11.9999999, "dms") == "12°00'00.00\"N 105°00'00.00\"E", "never 60 seconds"
    assert write(104.9282, 11.5564, "utm", 0) == "48N 492171 1277503"
    assert write(104.9282, 11.5564, "dms", 0) == "11°33'23\"N 104°55'42\"E"


ALPHABET = "0123456789១៥ .,;:-+°'\"NSEWnesw/|dm៖ជើងកើត′º\u00a0\u200bLaton48PUTMZE+０５，Où\n\t()"
PIECES = """11 104 33 55 11.5564 104.9282 492170 1277520 1,277,520 0 60 - ; ° ' " N E S W 48N zone UTM 48 4.9E+05 . ,
    lat ជើង WGS84 EPSG:3148"""
PIECE = st.sampled_from([*PIECES.split(), " ", ", "])


@pytest.mark.slow
@given(
    text=st.text(max_size=40) | st.text(ALPHABET, max_size=40) | st.lists(PIECE, max_size=12).map("".join),
    datum=st.sampled_from(DATUMS),
)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_inside_the_domain_or_refused(text, datum):
    found = outcome(read, text, datum)
    if isinstance(found, CoordinateError):
        assert found.reason
        assert str(found) == found.template.format(**found.values)
    else:
        assert WEST <= found.lon <= EAST
        assert SOUTH <= found.lat <= NORTH
        assert found.resolution_m > 0
        assert found.kind in C.STYLES
        assert found.datum in DATUMS
    together = read_pairs([text], None, datum)
    assert (together.error[0] is None) == bool(np.isfinite(together.lon[0]))


@given(first=st.lists(PIECE, max_size=6).map("".join), second=st.lists(PIECE, max_size=6).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_two_texts_are_read_inside_the_domain_or_refused(first, second):
    found = outcome(read_pair, first, second)
    if not isinstance(found, CoordinateError):
        assert WEST <= found.lon <= EAST
        assert SOUTH <= found.lat <= NORTH


@st.composite
def meant(draw):
    """A text in any mixture of spellings, with the point that its writer meant."""
    lon, lat = draw(st.floats(WEST + 0.1, EAST - 0.1)), draw(st.floats(SOUTH + 0.1, NORTH - 0.1))
    style, digits = draw(st.sampled_from(("dd", "dm", "dms"))), draw(st.integers(1, 5))
    marks = draw(st.sampled_from(("°'\"", "   ", ":: ", "-- ", "dms", "°’”")))
    letters = draw(st.sampled_from(("behind", "before", "none")))
    halves = []
    for value, letter in ((lat, "N"), (lon, "E")):
        whole = C._in_sixtieths(value, style, digits) if style != "dd" else f"{value:.{digits}f}"
        for plain, mark in zip("°'\"", marks):
            whole = whole.replace(plain, mark)
        whole = whole.strip().rstrip(":-")
        halves.append({"behind": whole + letter, "before": letter + whole, "none": whole}[letters])
    if draw(st.booleans()):
        halves.reverse()
    text = draw(st.sampled_from((", ", ",", ";", " ", "  ", "/", "\t", " - ", "\n", "; ", " / "))).join(halves)
    if draw(st.booleans()):
        text = text.replace(".", ",")
    if draw(st.booleans()):
        text = text.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
    return text, lon, lat


@given(meant())
@settings(max_examples=400, deadline=None)
def test_a_reading_is_what_was_meant(example):
    """Whatever the spelling: refused, or the point that the writer meant, and most are read."""
    text, lon, lat = example
    found = outcome(read, text)
    if isinstance(found, CoordinateError):
        assert found.reason in ("not_understood", "ambiguous")
        assert "," in text or " - " in text or "-" in text, "plain ones are read"
    else:
        metres = pyproj.Geod(ellps="WGS84").inv(lon, lat, found.lon, found.lat)[2]
        assert metres <= found.resolution_m * np.sqrt(2) * 1.01 + 1e-3
