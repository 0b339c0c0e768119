"""Tables of every kind, read so that text stays text and rows keep the numbers that a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from factory_locations.processing.analysis.errors import LocationError
from factory_locations.processing.mapping.profile import ROW, SURPLUS, UNCLOSED, Source
from factory_locations.processing.mapping.table_input import GEOMETRY, open_table
from factory_locations.tests import layers as L
from factory_locations.tests.sheets import Day, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.usefixtures("qgis_app")

TEXT = "id;name;ឈ្មោះ\n007;Rivière, mère;រោងចក្រ\n"
LATIN = "id,name\n007,Rivière\n008,Fabriqué\n"


def rows(table, size=20_000) -> list[tuple]:
    """All rows as tuples, the number first."""
    out = []
    for chunk in table.chunks(size):
        out += [tuple(record) for record in chunk[[ROW, *table.names]].itertuples(index=False)]
    return out


def saved(tmp_path, content, name="t.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_seen(tmp_path, encoding):
    table = open_table(saved(tmp_path, TEXT.encode(encoding)))
    assert table.names == ["id", "name", "ឈ្មោះ"]
    assert rows(table) == [(2, "007", "Rivière, mère", "រោងចក្រ")]


def test_windows_1252_is_read_and_the_khmer_of_old_fonts_mentioned(tmp_path):
    table = open_table(saved(tmp_path, LATIN.encode("cp1252")))
    assert rows(table) == [(2, "007", "Rivière"), (3, "008", "Fabriqué")]
    assert "Encoding: Windows-1252." in table.remarks
    assert any("before Unicode" in remark for remark in table.remarks)


def test_what_is_no_text_is_refused(tmp_path):
    with pytest.raises(LocationError, match="neither UTF-8 nor Windows-1252"):
        open_table(saved(tmp_path, b"id,name\n1,\x81\x8d\n"))
    with pytest.raises(LocationError, match="not a text file"):
        open_table(saved(tmp_path, b"id,name\n1,a" + b"\x00" * 3 + b"b\n"))
    with pytest.raises(LocationError, match="is empty"):
        open_table(saved(tmp_path, b""))
    with pytest.raises(LocationError, match="is empty"):
        open_table(saved(tmp_path, b"\n  \n"))
    with pytest.raises(LocationError, match="is not there"):
        open_table(tmp_path / "gone.csv")
    with pytest.raises(LocationError, match="is a folder"):
        open_table(tmp_path)
    with pytest.raises(LocationError, match="old format of Excel"):
        open_table(saved(tmp_path, b"\xd0\xcf\x11\xe0", "t.xls"))
    with pytest.raises(LocationError, match="Encoding “klingon” is not known"):
        open_table(saved(tmp_path, LATIN), Source(encoding="klingon"))


@pytest.mark.parametrize(
    ("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")]
)
def test_delimiters_are_seen(tmp_path, delimiter, name):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerows([["id", "place", "note"], ["01", "11,55; 104,92", "a|b"], ["02", "x", "a,b,c,d\ttail"]])
    table = open_table(saved(tmp_path, buffer.getvalue(), "t.txt"))
    assert rows(table) == [(2, "01", "11,55; 104,92", "a|b"), (3, "02", "x", "a,b,c,d\ttail")]
    assert f"Delimiter: {name}." in table.remarks


def test_one_column(tmp_path):
    assert rows(open_table(saved(tmp_path, "id\n01\n02\n"))) == [(2, "01"), (3, "02")]


def test_titles_above_the_header_are_passed_over_and_rows_keep_their_numbers(tmp_path):
    text = 'List of factories,,\n,,\nPrepared 2024,,\nid,name,isic\n01,A,0111\n,,\n02,"B\nC",1410\n'
    table = open_table(saved(tmp_path, text))
    assert table.names == ["id", "name", "isic"]
    # Rows as a spreadsheet counts them: a line break within a value makes no row.
    assert rows(table) == [(5, "01", "A", "0111"), (7, "02", "B\nC", "1410")]
    assert "The header is row 4." in table.remarks


def test_the_header_may_be_named(tmp_path):
    text = "a,b\nid,name\n1,x\n"
    assert open_table(saved(tmp_path, text)).names == ["a", "b"]
    assert rows(open_table(saved(tmp_path, text), Source(header_row=2))) == [(3, "1", "x")]
    with pytest.raises(LocationError, match="has no row 9"):
        open_table(saved(tmp_path, text), Source(header_row=9))


def test_a_table_without_names_is_refused(tmp_path):
    with pytest.raises(LocationError, match="no row with the names of columns: row 1 holds values"):
        open_table(saved(tmp_path, "1,11.55,104.92\n2,11.56,104.93\n"))


def test_names_are_made_unique(tmp_path):
    table = open_table(saved(tmp_path, "id,,id, name \n1,2,3,4\n"))
    assert table.names == ["id", "column_2", "id_2", "name"]


def test_ragged_rows(tmp_path):
    table = open_table(saved(tmp_path, "id,name,x\n1,a\n2,b,c,d,e\n3,f,g,,\n"))
    (chunk,) = table.chunks()
    assert chunk[table.names].to_numpy().tolist() == [["1", "a", None], ["2", "b", "c"], ["3", "f", "g"]]
    assert json.loads(chunk[SURPLUS][1]) == ["d", "e"]
    assert chunk[SURPLUS].isna().tolist() == [True, False, True]


WIDE = ["id,name,isic,lat,lon", "1,Alpha,1410,11.5,104.9", "2,Beta,1071,11.6,104.8", "3,Gamma,1071,11.7,104.7"]


def broken(tmp_path, *lines):
    """The rows of a file with such lines, and the numbers of those with a mark that is not closed."""
    table = open_table(saved(tmp_path, "\n".join(lines) + "\n"))
    chunks = list(table.chunks())
    wrong = [int(row) for chunk in chunks if UNCLOSED in chunk for row in chunk[ROW][chunk[UNCLOSED]]]
    return [row[1] for row in rows(table)], wrong


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (1, '1,"Alpha,1410,11.5,104.9'),  # up to the end
        (2, '2,"Beta,1071,11.6,104.8'),
        (3, '3,"Gamma,1071,11.7,104.7'),  # the last row has nothing to swallow but itself
    ],
)
def test_a_mark_that_is_never_closed_swallows_no_row(tmp_path, place, line):
    lines = [*WIDE]
    lines[place] = line
    assert broken(tmp_path, *lines) == (["1", "2", "3"], [place + 1])


@pytest.mark.parametrize(
    "second",
    [
        '2,"Beta, Ltd",1071,11.6,104.8',  # closed by the mark that opens the next cell
        '2,Beta 5",1071,11.6,104.8',  # one row in a cell, and a record as wide as the others
        '2,Beta,1071,11.6,104.8"',
        '2,Beta" Ltd,1071,11.6,104.8',
        '2"x,Beta,1071,11.6,104.8',
    ],
)
def test_a_mark_that_is_closed_rows_later_swallows_no_row(tmp_path, second):
    ids, wrong = broken(tmp_path, WIDE[0], '1,"Alpha,1410,11.5,104.9', second, WIDE[3])
    assert len(ids) == 3
    assert wrong == [2]


def test_a_mark_that_closes_in_an_earlier_column_swallows_no_row(tmp_path):
    ids, wrong = broken(tmp_path, WIDE[0], '1,Alpha,1410,11.5,"104.9', '2,Beta 5",1071,11.6,104.8', WIDE[3])
    assert (ids, wrong) == (["1", "2", "3"], [2])


def test_texts_of_several_lines_are_one_cell(tmp_path):
    text = 'id,name,note,x\n1,"Street 5, Phnom Penh\nmarket, north, east","a\nb",\n2,"5"" pipe",,\n'
    table = open_table(saved(tmp_path, text))
    assert rows(table) == [
        (2, "1", "Street 5, Phnom Penh\nmarket, north, east", "a\nb", ""),
        (3, "2", '5" pipe', "", ""),
    ]
    assert UNCLOSED not in next(table.chunks())
    text = 'id,name\n1,"Street 5\nKhan Daun Penh, Phnom Penh"\n2,"Beta" Ltd\n'
    assert rows(open_table(saved(tmp_path, text))) == [
        (2, "1", "Street 5\nKhan Daun Penh, Phnom Penh"),
        (3, "2", "Beta Ltd"),
    ]


def test_a_text_of_several_lines_with_words_behind_its_mark_is_wrong_as_one(tmp_path):
    ids, wrong = broken(tmp_path, WIDE[0], '1,"Alpha', 'in the north" Ltd,1410,11.5,104.9', WIDE[2])
    assert (ids, wrong) == (["1", "2"], [2])


def test_a_mark_that_is_never_closed_in_a_long_file(tmp_path):
    text = 'id,name\n1,a\n2,"b\n' + "3,c\n" * 300_000
    table = open_table(saved(tmp_path, text))
    count, wrong = 0, []
    for chunk in table.chunks():
        count += len(chunk)
        wrong += chunk[ROW][chunk[UNCLOSED]].tolist() if UNCLOSED in chunk else []
    assert (count, wrong) == (300_002, [3])


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.text('ab ,\n"', max_size=6), min_size=1, max_size=6),
    spoilt=st.integers(0, 5),
)
def test_spoiling_one_row_loses_no_other(tmp_path_factory, names, spoilt):
    """Rows as a program writes them, and one with a mark that a person typed: every id comes back."""
    spoilt %= len(names)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["id", "name", "isic", "lat", "lon"])
    for i, name in enumerate(names):
        if i == spoilt:
            buffer.write(f'{i:03d},"Alpha,1410,11.5,104.9\r\n')
        else:
            writer.writerow([f"{i:03d}", " ".join(name.split()), "1410", "11.5", "104.9"])
    table = open_table(saved(tmp_path_factory.mktemp("t"), buffer.getvalue()), Source(delimiter=","))
    assert [row[1] for row in rows(table)] == [f"{i:03d}" for i in range(len(names))]


def test_pieces_are_as_long_as_asked(tmp_path):
    table = open_table(saved(tmp_path, "id,n\n" + "".join(f"{i},x\n" for i in range(25))))
    assert [len(chunk) for chunk in table.chunks(10)] == [10, 10, 5]
    assert [row[0] for row in rows(table, 10)] == list(range(2, 27))
    assert rows(table, 7) == rows(table)  # it can be read again


cell = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    records=st.lists(st.tuples(st.integers(0, 99).map("{:03d}".format), cell, cell), min_size=1, max_size=12),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_is_read(tmp_path_factory, records, delimiter, encoding):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("id", "name one", "name two"), *records])
    path = saved(tmp_path_factory.mktemp("t"), buffer.getvalue().encode(encoding))
    table = open_table(path, Source(delimiter=delimiter))
    assert [row[1:] for row in rows(table)] == records


def test_sheets_keep_their_text_and_their_row_numbers(tmp_path):
    path = xlsx(
        tmp_path / "t.xlsx",
        {
            "Notes": [],
            "Factories": [
                ["List of factories"],
                [],
                ["Id", "Name", "Isic", "Lat", "Date", "Workers"],
                ["007", "រោងចក្រ", "0111", 11.554823, Day(44270), 12],
                [],
                ["008", "B & C", "1410", 11.5, None, 1200],
            ],
            "Other": [["A", "B"], ["x", "y"]],
        },
    )
    table = open_table(path)
    assert table.sheet == "Factories"
    assert table.names == ["Id", "Name", "Isic", "Lat", "Date", "Workers"]
    first, second = rows(table)
    assert first[:5] == (4, "007", "រោងចក្រ", "0111", "11.554823")
    assert first[5] == "2021/03/15"
    assert second[:4] == (6, "008", "B & C", "1410")
    assert (first[6], second[6]) == ("12", "1200")
    assert rows(open_table(path, Source(sheet="Other"))) == [(2, "x", "y")]
    with pytest.raises(LocationError, match=r"has no sheet “Third”. It has: Notes, Factories, Other"):
        open_table(path, Source(sheet="Third"))


def test_the_sheet_that_is_most_like_a_table_is_read(tmp_path):
    summary = [["Summary of 2024"], ["Factories", 3], ["Workers", 40], ["Provinces", 1]]
    rows = [["No.", "Name", "ISIC", "Province"], *([i, f"F{i}", "1410", "Kep"] for i in range(1, 4))]
    path = xlsx(tmp_path / "list.xlsx", {"Summary": summary, "Factories": rows, "2023": rows})
    found = open_table(path)
    assert (found.sheet, found.names) == ("Factories", ["No.", "Name", "ISIC", "Province"])
    assert any("there are also: “Summary”, “2023”" in remark for remark in found.remarks)
    assert open_table(path, Source(sheet="Summary")).sheet == "Summary"


def test_a_damaged_sheet_is_told(tmp_path):
    with pytest.raises(LocationError, match="cannot be read as a spreadsheet"):
        open_table(saved(tmp_path, b"PK\x03\x04 and nothing more", "t.xlsx"))


def made_by_gdal(path, driver, fields, records, options=()):
    from osgeo import ogr

    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer(
        "factories", None, ogr.wkbNone if driver != "ESRI Shapefile" else ogr.wkbPoint, list(options)
    )
    for name in fields:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for record in records:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(fields, record):
            feature[name] = value
        if driver == "ESRI Shapefile":
            feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (500000 1250000)"))
        layer.CreateFeature(feature)
    del layer, source


def test_ods(tmp_path):
    made_by_gdal(tmp_path / "t.ods", "ODS", ["id", "name"], [["007", "រោងចក្រ"], ["008", "B"]])
    assert rows(open_table(tmp_path / "t.ods")) == [(2, "007", "រោងចក្រ"), (3, "008", "B")]


@pytest.mark.parametrize(("encoding", "with_cpg"), [("UTF-8", True), ("UTF-8", False), ("CP1252", False)])
def test_shapefiles_with_and_without_a_code_page(tmp_path, encoding, with_cpg):
    # 80 bytes cut the Khmer text within a character.
    name = "Rivière" if encoding == "CP1252" else "រោងចក្រ" * 10
    made_by_gdal(tmp_path / "t.shp", "ESRI Shapefile", ["id", "name"], [["007", name]], [f"ENCODING={encoding}"])
    (tmp_path / "t.cpg").unlink(missing_ok=True)
    if with_cpg:
        (tmp_path / "t.cpg").write_text("UTF-8")
    (tmp_path / "t.prj").write_text("")
    (row,) = rows(open_table(tmp_path / "t.shp"))
    assert row[:2] == (1, "007")
    assert name.startswith(row[2].rstrip("\ufffd")[:20])
    assert len(row[2]) >= min(len(name), 20)


def test_json_lists(tmp_path):
    text = json.dumps([{"id": "007", "lat": 11.50, "tags": ["a"], "ok": True}, {"id": "008", "name": "ក"}])
    text = text.replace("11.5", "11.50")
    table = open_table(saved(tmp_path, text, "t.json"))
    assert table.names == ["id", "lat", "tags", "ok", "name"]
    assert table.count == 2
    assert rows(table) == [(1, "007", "11.50", '["a"]', "true", None), (2, "008", None, None, None, "ក")]
    with pytest.raises(LocationError, match="entry 2 of the list is no object"):
        open_table(saved(tmp_path, '[{"a": 1}, 2]', "u.json"))
    with pytest.raises(LocationError, match="not JSON after entry 1"):
        open_table(saved(tmp_path, '[{"a": 1}, {"a": ', "v.json"))


def test_a_json_that_is_no_list_is_told(tmp_path):
    with pytest.raises(LocationError, match="neither a JSON list of objects"):
        open_table(saved(tmp_path, '{"data": [{"a": 1}]}', "w.json"))


def test_a_long_json_list_is_read_in_pieces(tmp_path):
    items = [{"id": f"{i:05d}", "note": "x" * 60} for i in range(30_000)]
    table = open_table(saved(tmp_path, json.dumps(items), "t.json"))
    assert [len(chunk) for chunk in table.chunks(20_000)] == [20_000, 10_000]
    assert rows(table)[-1][1] == "29999"


def test_geojson_keeps_text_and_geometry(tmp_path):
    feature = {
        "type": "Feature",
        "properties": {"id": "007"},
        "geometry": {"type": "Point", "coordinates": [104.9, 11.5]},
    }
    path = saved(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), "t.geojson")
    table = open_table(path)
    (chunk,) = table.chunks()
    assert table.crs in ("EPSG:4326", "OGC:CRS84")
    assert chunk["id"].tolist() == ["007"]
    assert len(chunk[GEOMETRY][0]) == 21
    also_json = open_table(saved(tmp_path, path.read_bytes(), "t.json"))
    assert rows(also_json) == rows(table)


def test_layers_keep_their_types_and_edits():
    fields = (("id", "text"), ("workers", "integer"), ("share", "real"), ("since", "date"))
    from qgis.PyQt.QtCore import QDate

    layer = L.layer(
        "Point", fields, [(L.point(0, 0), "007", 12, 0.5, QDate(2021, 3, 15)), (None, "008", None, None, None)]
    )
    table = open_table(layer)
    assert table.crs == L.CRS
    (chunk,) = table.chunks()
    assert chunk.loc[0, ["id", "workers", "share"]].tolist() == ["007", 12, 0.5]
    assert str(chunk["since"][0]) == "2021-03-15"
    assert chunk.loc[1, table.names].tolist() == ["008", None, None, None]
    assert chunk[GEOMETRY].isna().tolist() == [False, True]


def test_a_table_of_a_geopackage(tmp_path):
    first = L.layer("Point", (("id", "text"),), [(L.point(0, 0), "1")], name="first")
    second = L.layer("NoGeometry", (("id", "text"),), [(None, "2")], crs="", name="second")
    L.saved(first, tmp_path / "t.gpkg")
    L.saved(second, tmp_path / "t.gpkg")
    assert [row[-1] for row in rows(open_table(tmp_path / "t.gpkg", Source(sheet="second")))] == ["2"]
    assert not open_table(f"{tmp_path / 't.gpkg'}|layername=second").has_geometry
    with pytest.raises(LocationError, match=r"has no table “third”. It has: first, second"):
        open_table(tmp_path / "t.gpkg", Source(sheet="third"))


def test_a_text_file_that_the_project_shows_is_read_as_text(tmp_path):
    from qgis.core import QgsVectorLayer

    path = saved(tmp_path, "id,name\n007,a\n")
    assert rows(open_table(QgsVectorLayer(str(path), "t", "ogr"))) == [(2, "007", "a")]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".csv", ".json"])
def test_memory_does_not_grow_with_the_table(tmp_path, ending):
    """Read in pieces, three times the rows take no more memory."""
    import tracemalloc

    peaks = []
    for count in (30_000, 90_000):
        records = [{"id": f"{i:06d}", "name": f"Factory {i}", "note": "x" * 50} for i in range(count)]
        text = json.dumps(records)
        if ending == ".csv":
            text = "id,name,note\n" + "".join(f"{r['id']},{r['name']},{r['note']}\n" for r in records)
        path = saved(tmp_path, text, f"{count}{ending}")
        del records, text
        tracemalloc.start()
        assert sum(len(chunk) for chunk in open_table(path).chunks(2_000)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0], peaks


def test_frames_are_plain(tmp_path):
    (chunk,) = open_table(saved(tmp_path, "id,n\n1,\n")).chunks()
    assert isinstance(chunk, pd.DataFrame)
    assert chunk["n"].tolist() == [""]
