"""The printed map: size, words, colours, and what happens when something is wrong."""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree
import zlib
from datetime import date
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

CENTRE = (490_000.0, 1_275_000.0)  # Phnom Penh, EPSG:32648
VERDICTS = ["fail", "fail", "undecided", "no data", "exempt", "pass", "pass", "pass", "pass", "pass"]
A4, A3 = (210.0, 297.0), (297.0, 420.0)


# --- layers ----------------------------------------------------------------------------------------------------------


def _layer(kind: str, name: str, fields: str, rows: list[tuple], crs: str = "EPSG:32648"):
    """Return a memory layer; a row is WKT (or None) and attribute values."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs={crs}{fields}", name, "memory")
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def _point(x: float, y: float) -> str:
    return f"POINT({CENTRE[0] + x} {CENTRE[1] + y})"


def _square(x: float, y: float, side: float) -> str:
    x, y = CENTRE[0] + x, CENTRE[1] + y
    return f"MULTIPOLYGON((({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y})))"


@pytest.fixture
def factories(qgis_app):
    rows = [(_point(2000 * i, 1500 * (i % 3)), f"F{i}", f"Factory {i}", verdict) for i, verdict in enumerate(VERDICTS)]
    return _layer(
        "Point", "factory_summary", "&field=factory_id:string&field=factory_name:string&field=verdict:string", rows
    )


@pytest.fixture
def zoning(qgis_app):
    rows = [
        (_square(0, -1000, 6000), "RES", 2024),
        (_square(6000, -1000, 6000), "HIND", 2021),
        (_square(12000, -1000, 6000), "ZZ", 2024),
    ]
    layer = _layer("MultiPolygon", "zoning", "&field=zone_code:string&field=vintage:integer", rows)
    _say(layer, abstract="Illustrative zones of the demonstration plan")
    return layer


@pytest.fixture
def parks(qgis_app):
    return _layer(
        "MultiPolygon", "parks", "&field=park_id:string&field=name_en:string&field=name_km:string",
        [(_square(7000, 0, 3000), "TSEZ", "Testing SEZ", "តំបន់សាកល្បង")],
    )  # fmt: skip


def _say(layer, **texts: str) -> None:
    metadata = layer.metadata()
    for name, text in texts.items():
        getattr(metadata, f"set{name.capitalize()}")(text)
    layer.setMetadata(metadata)


@pytest.fixture
def draw(run, factories, tmp_path):
    """Run the algorithm on the small layers at low resolution and return the file."""

    def call(name: str = "map.pdf", **parameters) -> Path:
        out = tmp_path / name
        result = run("location_map", {"FACTORIES": factories, "DPI": 60, "OUTPUT": str(out), **parameters})
        assert result["OUTPUT"] == str(out)
        assert sorted(path.name for path in tmp_path.iterdir()) == [name], "nothing else may be left behind"
        return out

    return call


# --- reading what was drawn ------------------------------------------------------------------------------------------


def pdf_text(path: Path) -> str:
    """Return the words of a PDF that Qt wrote, without spaces: every font's glyphs through its own Unicode map."""
    data = path.read_bytes()
    objects = dict(re.findall(rb"(\d+) 0 obj\s(.*?)endobj", data, re.S))

    def stream(body: bytes) -> bytes:
        raw = re.search(rb"stream\r?\n(.*)endstream", body, re.S)
        if not raw:
            return b""
        return zlib.decompressobj().decompress(raw[1]) if b"FlateDecode" in body else raw[1]

    maps: dict[bytes, dict[int, str]] = {}
    for name, number in {pair for body in objects.values() for pair in re.findall(rb"/(F\d+) (\d+) 0 R", body)}:
        reference = re.search(rb"/ToUnicode (\d+) 0 R", objects[number])
        maps[name] = _unicode_map(stream(objects[reference[1]])) if reference else {}
    said = []
    for body in objects.values():
        font: dict[int, str] = {}
        for name, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj", stream(body)):
            if name:
                font = maps.get(name, {})
            said += [font.get(int(glyphs[i : i + 4], 16), "") for i in range(0, len(glyphs), 4)]
    return re.sub(r"\s", "", "".join(said))


def _unicode_map(table: bytes) -> dict[int, str]:
    """Return glyph -> character of a ToUnicode table as Qt writes it: ranges with a start or a list."""
    found: dict[int, str] = {}
    for first, last, rest in re.findall(rb"<(\w+)> <(\w+)> (\[.*?\]|<\w+>)", table, re.S):
        codes = re.findall(rb"<(\w+)>", rest)
        for i in range(int(last, 16) - int(first, 16) + 1):
            code = codes[i] if rest.startswith(b"[") else b"%04X" % (int(codes[0], 16) + i)
            found[int(first, 16) + i] = bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
    return found


def page_mm(path: Path) -> tuple[float, float]:
    """Return the size of a PDF's only page, which is there twice: as drawn, and with its georeference."""
    data = path.read_bytes()
    assert set(re.findall(rb"/Count (\d+)", data)) == {b"1"}, "one page"
    boxes = re.findall(rb"/MediaBox\s*\[\s*0(?:\.0+)? 0(?:\.0+)? ([\d.]+) ([\d.]+)", data)
    sizes = {tuple(float(value) / 72 * 25.4 for value in box) for box in boxes}
    assert len(sizes) == 1
    return sizes.pop()


def colours(path: Path) -> dict[str, int]:
    """Return how many pixels of a PNG have each colour."""
    import numpy as np
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    rows = np.frombuffer(pointer, np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width() * 3]
    values, counts = np.unique(rows.reshape(-1, 3), axis=0, return_counts=True)
    return {"#" + bytes(value).hex(): int(count) for value, count in zip(values, counts)}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# --- what is on the page ---------------------------------------------------------------------------------------------


def test_pdf_says_what_it_must(draw, zoning, parks):
    said = pdf_text(draw(ZONING=zoning, PARKS=parks, TITLE="Where factories stand", SUBTITLE="Phnom Penh, 2025"))
    for text in (
        "Where factories stand", "Phnom Penh, 2025", "Factories by verdict", "Fails", "Undecided", "No data", "Exempt",
        "Passes", "All factories shown", "50 %", "Zoning", "Residential", "General and heavy industry", "ZZ",
        "Industrial park or SEZ", "Testing SEZ", "Illustrative data — not for decisions", "Sources:", "2021–2024",
        "WGS 84 / UTM zone 48N (EPSG:32648)", "Scale 1:", "on A4 paper", "km", "104°", "11°", "Printed",
        "not a legal decision",
    ):  # fmt: skip
        assert squeezed(text) in said, text
    for absent in ("Commercial", "Agriculture", "National boundary", "Not checked", "None", "NULL"):
        assert squeezed(absent) not in said, absent


@pytest.mark.slow
@pytest.mark.parametrize(("page", "size"), [(0, A4), (1, A3)])
@pytest.mark.parametrize("portrait", [0, 1])
def test_pdf_has_one_page_of_the_right_size(draw, zoning, page, size, portrait):
    path = draw(ZONING=zoning, PAGE=page, ORIENTATION=portrait)
    assert page_mm(path) == pytest.approx(size if portrait else size[::-1], abs=0.6)
    assert b"/Subtype /Image" not in path.read_bytes(), "a PDF of lines holds no pictures"
    assert squeezed("on A3 paper" if page else "on A4 paper") in pdf_text(path)


def test_pdf_embeds_its_fonts(draw):
    data = draw().read_bytes()
    assert data.count(b"/FontFile2") == len(set(re.findall(rb"/BaseFont /(\w[\w-]*)\n/Encoding", data))) > 0


@pytest.mark.parametrize(("portrait", "size"), [(0, A4[::-1]), (1, A4)])
def test_png_has_page_times_dpi_pixels_and_the_verdicts_colours(draw, portrait, size):
    from qgis.PyQt.QtGui import QImage

    path = draw("map.png", DPI=72, ORIENTATION=portrait)
    image = QImage(str(path))
    assert (image.width(), image.height()) == tuple(round(side / 25.4 * 72) for side in size)
    found = colours(path)
    for colour in ("#d55e00", "#e69f00", "#009e73", "#0072b2"):
        assert found.get(colour, 0) > 10, colour


def test_svg_is_xml_with_the_words(draw):
    tree = xml.etree.ElementTree.parse(draw("map.svg", TITLE="A drawing"))
    root = tree.getroot()
    assert root.tag.endswith("svg")
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(297, abs=0.5)
    assert squeezed("A drawing") in squeezed("".join(root.itertext()))


def test_khmer_map_speaks_khmer(draw, zoning, parks):
    tree = xml.etree.ElementTree.parse(draw("map.svg", ZONING=zoning, PARKS=parks, LANGUAGE=1))
    said = squeezed("".join(tree.getroot().itertext()))
    for text in ("មិនអនុលោម", "លំនៅឋាន", "ទិន្នន័យសម្រាប់បង្ហាញ", "មាត្រដ្ឋាន", "តំបន់សាកល្បង"):
        assert text in said, text
    assert "Fails" not in said
    assert "Residential" not in said


def _svg_text(path: Path) -> str:
    return squeezed("".join(xml.etree.ElementTree.parse(path).getroot().itertext()))


@pytest.mark.parametrize("language", [0, 1])
def test_names_are_in_the_language_of_the_map_where_there_are_such(draw, language):
    fields = "&field=factory_id:string&field=factory_name:string&field=factory_name_km:string&field=verdict:string"
    rows = [
        (_point(0, 0), "F1", "Mill of Angk", "រោងម៉ាស៊ីន", "fail"),
        (_point(4000, 3000), "F2", "Kiln of Baray", None, "pass"),
    ]
    said = _svg_text(draw("map.svg", FACTORIES=_layer("Point", "factory_summary", fields, rows), LANGUAGE=language))
    assert ("រោងម៉ាស៊ីន" in said) == (language == 1)
    assert (squeezed("Mill of Angk") in said) == (language == 0)
    assert squeezed("Kiln of Baray") in said


@pytest.mark.slow
def test_khmer_pdf_embeds_a_khmer_font(draw):
    assert b"/BaseFont /NotoSansKhmer" in draw(LANGUAGE=1).read_bytes()


@pytest.mark.parametrize(("language", "fonts", "warned"), [(1, [], True), (1, ["Khmer OS"], False), (0, [], False)])
def test_khmer_without_a_font_is_warned_of(draw, run, monkeypatch, language, fonts, warned):
    from factory_locations.processing import khmer_fonts

    monkeypatch.setattr(khmer_fonts, "families", lambda: fonts)
    draw(LANGUAGE=language)
    assert (khmer_fonts.ABSENT in run.feedback.text()) == warned


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (0, "8 of 11 rules were not checked: their layers are missing."),
        (1, "វិធាន 8 ក្នុងចំណោម 11 មិនបានពិនិត្យ ៖ ខ្វះស្រទាប់ទិន្នន័យ។"),
    ],
)
def test_rules_that_were_not_checked_are_told_beside_the_verdicts(run, root, zoning, parks, tmp_path, language, note):
    """Of the baseline's eleven rules, zoning and parks answer three."""
    fields = "&field=factory_id:string&field=isic:string&field=park_id:string"
    rows = [(_point(0, 0), "F1", "1010", "TSEZ"), (_point(7500, 500), "F2", "1010", None)]
    register = _layer("Point", "register", fields, rows)
    findings = tmp_path / "findings.gpkg"
    rules = str(root / "data" / "rules" / "kh-baseline.yaml")
    asked = {"FACTORIES": register, "ZONING": zoning, "PARKS": parks, "RULES": rules, "OUTPUT": str(findings)}
    run("check_locations", asked)
    svg = tmp_path / "map.svg"
    layer = f"{findings}|layername=factory_summary"
    run("location_map", {"FACTORIES": layer, "LANGUAGE": language, "OUTPUT": str(svg)})
    said = _svg_text(svg)
    assert squeezed(note) in said
    assert squeezed("kh-baseline 1.0") in said


def test_a_map_whose_rules_were_all_checked_says_nothing_of_rules(run, zoning, parks, tmp_path):
    register = _layer("Point", "register", "&field=factory_id:string&field=isic:string", [(_point(0, 0), "F1", "1010")])
    findings, svg = tmp_path / "findings.gpkg", tmp_path / "map.svg"
    run("check_locations", {"FACTORIES": register, "ZONING": zoning, "PARKS": parks, "OUTPUT": str(findings)})
    run("location_map", {"FACTORIES": f"{findings}|layername=factory_summary", "OUTPUT": str(svg)})
    said = _svg_text(svg)
    assert squeezed("not checked") not in said
    assert squeezed("Rules: kh-zoning-parks") in said


def test_safety_zones_too_small_to_be_seen_are_told_and_not_listed(run, tmp_path):
    """Of the tool's own result, which has no date: that of its file. 30 m are specks on a map of 18 km."""
    from qgis.core import QgsVectorLayer

    fields = "&field=factory_id:string&field=near:integer&field=far:integer"
    rows = [(_point(2000 * i, 1500 * (i % 3)), f"F{i}", 10, 30) for i in range(10)]
    register = _layer("Point", "register", fields, rows)
    zones, svg = tmp_path / "safety.gpkg", tmp_path / "map.svg"
    asked = {"FACTORIES": register, "DISTANCES": 1, "DISTANCE_FIELDS": ["near", "far"], "OUTPUT": str(zones)}
    run("safety_buffers", asked)
    layer = QgsVectorLayer(f"{zones}|layername=zones", "zones", "ogr")
    assert layer.featureCount() == 20
    run("location_map", {"FACTORIES": register, "CONTEXT": [layer], "OUTPUT": str(svg)})
    said = _svg_text(svg)
    assert squeezed("Safety zones: too small to be seen at this scale.") in said
    assert "Level1" not in said
    assert squeezed(f"Safety zones: safety.gpkg, zones ({date.today().isoformat()})") in said


@pytest.mark.parametrize(
    ("language", "entry"), [(0, "Clusters: Candidate for an SME cluster"), (1, "ចង្កោម៖ បេក្ខភាពចង្កោម SME")]
)
def test_classes_of_a_layer_are_in_the_language_of_the_map(draw, language, entry):
    from factory_locations.processing.reports.cluster_symbols import candidate_renderer
    from qgis.core import QgsProject

    around = "POLYGON((490000 1270000, 500000 1270000, 500000 1280000, 490000 1280000, 490000 1270000))"
    layer = _layer("Polygon", "Clusters", "&field=candidate:string&field=factories:integer", [(around, "yes", 7)])
    layer.setRenderer(candidate_renderer())
    QgsProject.instance().addMapLayer(layer)  # only the style of a layer of the project is its own
    try:
        said = _svg_text(draw("map.svg", CONTEXT=[layer.id()], LANGUAGE=language))
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    assert squeezed(entry) in said
    assert squeezed("No candidate") not in said
    assert squeezed("មិនមែនបេក្ខភាព") not in said


@pytest.fixture
def evidence(qgis_app):
    """Lines from factories: F0 fails, F5 passes and does not follow a recommendation (see `VERDICTS`); one of 20 m."""
    rows = [
        (f"LINESTRING({CENTRE[0]} {CENTRE[1]}, {CENTRE[0] + 900} {CENTRE[1] + 900})", VERDICTS.index("fail")),
        (f"LINESTRING({CENTRE[0]} {CENTRE[1]}, {CENTRE[0] - 900} {CENTRE[1] - 900})", VERDICTS.index("pass")),
        (f"LINESTRING({CENTRE[0]} {CENTRE[1]}, {CENTRE[0] - 20} {CENTRE[1]})", VERDICTS.index("fail")),
    ]
    made = [(wkt, f"F{number}") for wkt, number in rows]
    return lambda *which: _layer("LineString", "evidence", "&field=factory_id:string", [made[i] for i in which])


def test_no_line_to_a_conflict_leaves_a_factory_that_passes(factories, evidence):
    from factory_locations.processing.reports.map_layers import of_conflicts

    (left,) = of_conflicts(evidence(0, 1), factories, "verdict").getFeatures()
    assert left["factory_id"] == f"F{VERDICTS.index('fail')}"
    alone = evidence(0)
    assert of_conflicts(alone, factories, "verdict") is alone
    both = evidence(0, 1)
    assert of_conflicts(both, factories, "") is both, "without verdicts nobody is known to pass"


@pytest.mark.parametrize(("which", "listed"), [(0, True), (1, False), (2, False)])
def test_the_legend_has_lines_only_where_one_is_seen_beside_its_factory(draw, evidence, which, listed):
    assert (squeezed("From factory to con") in pdf_text(draw(EVIDENCE=evidence(which)))) == listed


def test_a_copy_of_the_summary_tells_by_its_own_field(draw):
    rows = [(_point(0, 0), "pass", 5), (_point(4000, 3000), "fail", 0)]
    layer = _layer("Point", "copy", "&field=verdict:string&field=not_checked:integer", rows)
    assert squeezed("Up to 5 rules a factory were not checked") in pdf_text(draw(FACTORIES=layer))


def test_without_verdicts_all_factories_look_alike(draw, factories):
    bare = _layer("Point", "register", "&field=name:string", [(_point(0, 0), "A"), (_point(900, 900), "B")])
    path = draw(FACTORIES=bare)
    said = pdf_text(path)
    assert squeezed("Factories") in said
    assert squeezed("Factories by verdict") not in said
    assert "Passes" not in said
    assert "Illustrative" not in said
    assert squeezed("not a legal decision") not in said


def test_another_field_may_hold_the_verdict(draw):
    layer = _layer("Point", "register", "&field=zone_verdict:string", [(_point(0, 0), "fail"), (_point(900, 0), "odd")])
    said = pdf_text(draw(FACTORIES=layer, VERDICT_FIELD="zone_verdict"))
    assert "Fails" in said
    assert squeezed("Not checked") in said


@pytest.mark.slow
def test_factories_may_be_areas(draw):
    layer = _layer(
        "MultiPolygon",
        "premises",
        "&field=verdict:string",
        [(_square(0, 0, 800), "fail"), (_square(3000, 0, 900), "pass")],
    )
    found = colours(draw("map.png", FACTORIES=layer, DPI=72))
    assert found.get("#d55e00", 0) > 10
    assert found.get("#0072b2", 0) > 10


def test_factories_without_location_or_far_away_are_counted(run, tmp_path):
    rows = [(_point(0, 0), "pass"), (_point(4000, 3000), "fail"), (None, "no data"), ("POINT(11.5 104.9)", "pass")]
    layer = _layer("Point", "register", "&field=verdict:string", rows)
    out = tmp_path / "map.pdf"
    result = run("location_map", {"FACTORIES": layer, "OUTPUT": str(out)})
    assert (result["SHOWN"], result["BEYOND"]) == (2, 1)
    said = pdf_text(out)
    assert squeezed("1 more lie beyond this map.") in said
    assert squeezed("1 have no location.") in said
    assert any("no location" in warning for warning in run.feedback.warnings)


def test_an_extent_is_shown_whole_and_the_legend_counts_what_it_shows(run, factories, tmp_path):
    x, y = CENTRE
    out = tmp_path / "map.pdf"
    extent = f"{x - 500},{x + 4500},{y - 500},{y + 3500} [EPSG:32648]"
    result = run("location_map", {"FACTORIES": factories, "EXTENT": extent, "OUTPUT": str(out)})
    assert result["SHOWN"] >= 3
    assert result["SHOWN"] + result["BEYOND"] == len(VERDICTS)
    assert squeezed(f"{result['BEYOND']} more lie beyond this map.") in pdf_text(out)


def test_degrees_are_drawn_in_metres(draw):
    layer = _layer(
        "Point",
        "register",
        "&field=verdict:string",
        [("POINT(104.9 11.5)", "pass"), ("POINT(104.95 11.6)", "fail")],
        "EPSG:4326",
    )
    assert squeezed("EPSG:32648") in pdf_text(draw(FACTORIES=layer))


def test_other_layers_and_provinces_appear_with_their_names(draw):
    river = _layer(
        "LineString", "rivers", "", [(f"LINESTRING({CENTRE[0]} {CENTRE[1]}, {CENTRE[0] + 9000} {CENTRE[1] + 5000})",)]
    )
    provinces = _layer(
        "MultiPolygon",
        "adm1",
        "&field=province_code:string&field=name_en:string",
        [(_square(-30000, -30000, 80000), "12", "Testland")],
    )
    said = pdf_text(draw(CONTEXT=[river, provinces]))
    assert "Rivers" in said
    assert "TESTLAND" in said
    assert squeezed("Province boundary") in said


@pytest.mark.slow
def test_a_crowded_legend_says_how_many_are_left_out(draw):
    rows = [(_square(1000 * i, 0, 1000), f"ZONE{i:03d}") for i in range(160)]
    zoning = _layer("MultiPolygon", "plan", "&field=code:string", rows)
    x, y = CENTRE
    extent = f"{x - 10000},{x + 170000},{y},{y + 2000} [EPSG:32648]"  # too small a scale for codes on the map itself
    for portrait in (0, 1):
        said = pdf_text(draw(ZONING=zoning, ZONE_FIELD="code", ORIENTATION=portrait, EXTENT=extent))
        left = int(re.search(r"and(\d+)more", said)[1])
        shown = len(set(re.findall(r"ZONE\d\d\d", said)))
        assert shown + left == 160
        assert shown >= 30


@pytest.mark.parametrize("portrait", [0, 1])
def test_thirty_zone_codes_all_find_room(draw, portrait):
    rows = [(_square(1000 * (i % 6), 1000 * (i // 6), 1000), f"Z{i + 1}") for i in range(30)]
    zoning = _layer("MultiPolygon", "plan", "&field=zone_code:string", rows)
    said = _svg_words(draw("map.svg", ZONING=zoning, ORIENTATION=portrait, EXTENT=_around(7000)))
    assert {f"Z{i + 1}" for i in range(30)} <= set(said)
    assert not any(re.search(r"and.\d+.more", text) for text in said)


def test_a_long_title_is_printed_whole(draw):
    title = "Where the factories, warehouses and workshops of the coast stand, and which zone each of them stands in"
    layer = _layer("Point", "factories", "", [(_point(0, 0),), (_point(900, 900),)])
    _say(layer, abstract="illustrative")  # the remark about it leaves the title least room
    said = pdf_text(draw(FACTORIES=layer, TITLE=title, ORIENTATION=1))
    assert squeezed(title) in said


# --- a map of the whole country --------------------------------------------------------------------------------------

COUNTRY = "212000,780000,1155000,1625000 [EPSG:32648]"


def _around(metres: float) -> str:
    x, y = CENTRE
    return f"{x - metres},{x + metres},{y - metres},{y + metres} [EPSG:32648]"


def _svg_words(path: Path) -> list[str]:
    """Return every piece of text of a drawing, as it was set."""
    return [text.strip() for text in xml.etree.ElementTree.parse(path).getroot().itertext() if text.strip()]


@pytest.fixture
def crowd(qgis_app):
    """Eighty factories of Phnom Penh, of which three fail, and one far from them."""
    rows = [(_point(250 * (i % 9), 250 * (i // 9)), f"F{i}", "fail" if i < 3 else "pass") for i in range(80)]
    rows.append((_point(150_000, 100_000), "F80", "pass"))
    return _layer("Point", "register", "&field=factory_id:string&field=verdict:string", rows)


def test_zones_are_one_tint_where_scale_leaves_no_room_for_classes(draw, zoning):

    said = pdf_text(draw(ZONING=zoning, EXTENT=COUNTRY))
    assert squeezed("Area with a zoning plan") in said
    assert squeezed("At this scale, zones are not told apart.") in said
    assert "Residential" not in said


def test_the_one_tint_is_drawn(draw, zoning):
    from factory_locations.processing.reports import symbols

    found = colours(draw("map.png", ZONING=zoning, EXTENT=COUNTRY, DPI=100))
    assert found.get(symbols.PLANNED.fill, 0) > 20
    assert symbols.ZONES["RES"].fill not in found


def test_zones_are_told_apart_up_to_the_scale_that_shows_them(draw, zoning):
    said = pdf_text(draw(ZONING=zoning, EXTENT=_around(60_000)))
    assert "Residential" in said
    assert squeezed("zoning plan") not in said


def test_factories_that_crowd_are_counted_on_the_map(draw, crowd):
    said = _svg_words(draw("map.svg", FACTORIES=crowd, EXTENT=COUNTRY))
    assert said.count("80") == 1, "the number beside the disc"
    assert "Place with many factories, and their number" in said
    assert any("those that pass or are exempt" in text for text in said)


def test_fails_stand_out_of_a_crowd(run, crowd, monkeypatch, tmp_path):
    from factory_locations.processing.reports import map_layers

    def orange(name: str) -> int:
        path = tmp_path / name
        run("location_map", {"FACTORIES": crowd, "EXTENT": COUNTRY, "DPI": 200, "OUTPUT": str(path)})
        found = colours(path)
        assert found.get("#c2dcec", 0) > 30, "the disc"
        return found["#d55e00"]

    drawn = orange("drawn.png")
    monkeypatch.setattr(map_layers, "SINGLE_VERDICTS", ("no data",))
    assert drawn > orange("hidden.png")


def test_a_crowd_without_verdicts_is_counted_too(draw, crowd):
    bare = _layer("Point", "register", "", [(_point(200 * i, 0),) for i in range(50)])
    said = _svg_words(draw("map.svg", FACTORIES=bare, EXTENT=COUNTRY))
    assert "Where many stand together, none is drawn singly." in said
    assert "Of these, those that fail" not in said


def test_a_national_map_enlarges_its_most_crowded_part(draw, crowd):
    said = pdf_text(draw(FACTORIES=crowd, EXTENT=COUNTRY))
    assert "Enlargedpart,1:" in said


def test_a_map_of_a_part_has_no_enlargement_and_no_crowds(draw, crowd):
    said = pdf_text(draw(FACTORIES=crowd, EXTENT=_around(20_000)))
    assert "Enlarged" not in said
    assert squeezed("Place with many") not in said


def test_a_map_of_another_country_does_not_lie_in_the_sea(draw):
    rows = [("POINT(300000 5500000)", "pass"), ("POINT(350000 5550000)", "fail")]
    abroad = _layer("Point", "register", "&field=verdict:string", rows, "EPSG:32633")
    said = pdf_text(draw(FACTORIES=abroad))
    for absent in ("Natural Earth", "Province boundary", "Vietnam"):
        assert squeezed(absent) not in said, absent


def test_rough_outlines_are_owned_up_to(draw):
    assert squeezed("rough at this scale") in pdf_text(draw(EXTENT=_around(60_000)))


def test_outlines_good_enough_for_the_scale_are_not_excused(draw):
    assert squeezed("rough at this scale") not in pdf_text(draw(EXTENT=COUNTRY))


def test_a_boundary_out_of_sight_is_not_in_the_legend(draw):
    province = _layer(
        "MultiPolygon",
        "adm1",
        "&field=province_code:string&field=name_en:string",
        [(_square(-90_000, -90_000, 180_000), "12", "Testland")],
    )
    assert "Province boundary" not in _svg_words(draw("map.svg", PROVINCES=province, EXTENT=_around(9000)))


def communes_of(*codes):
    """Return squares in a row, 20 km each, named after their codes."""
    squares = [
        (_square(40_000 * number - 60_000, -20_000, 40_000), code, f"Commune{code}")
        for number, code in enumerate(codes)
    ]
    return _layer("MultiPolygon", "communes", "&field=commune_code:string&field=name_en:string", squares)


def test_a_commune_is_not_called_a_province(draw):
    said = pdf_text(draw(PROVINCES=communes_of("070101", "070102", "080101"), EXTENT=_around(60_000)))
    assert squeezed("KAMPOT") in said
    assert squeezed("COMMUNE0701") not in said.upper()


def test_districts_and_communes_are_joined_to_provinces():
    from factory_locations.processing.reports.whole_provinces import holds_parts, whole_provinces

    communes = communes_of("070101", "70102", "080101")  # a spreadsheet took a zero
    assert holds_parts(communes)
    joined = whole_provinces(communes)
    assert not holds_parts(joined)
    assert {one["province_code"]: one["name_en"] for one in joined.getFeatures()} == {"07": "Kampot", "08": "Kandal"}
    total = sum(one.geometry().area() for one in communes.getFeatures())
    assert sum(one.geometry().area() for one in joined.getFeatures()) == pytest.approx(total)


def test_joined_provinces_say_what_their_communes_say(demo_gpkg):
    from factory_locations.processing.reports.sources import is_illustrative, layer_vintage
    from factory_locations.processing.reports.whole_provinces import whole_provinces
    from qgis.core import QgsVectorLayer

    admin = demo_gpkg.with_name("admin.gpkg")
    communes = QgsVectorLayer(f"{admin}|layername=communes", "communes", "ogr")
    joined = whole_provinces(communes)
    assert is_illustrative(joined)
    assert layer_vintage(joined) == layer_vintage(communes) != ""


def test_too_many_communes_to_join_are_told_and_left_aside(run, factories, tmp_path, monkeypatch):
    from factory_locations.processing.reports import whole_provinces
    from qgis.core import QgsProcessingFeedback

    monkeypatch.setattr(whole_provinces, "MOST_VERTICES", 6)
    feedback = QgsProcessingFeedback(False)
    given = {"FACTORIES": factories, "PROVINCES": communes_of("070101", "080101"), "DPI": 60}
    run("location_map", {**given, "OUTPUT": str(tmp_path / "map.pdf")}, feedback)
    assert "holds smaller units than provinces" in feedback.textLog()


@pytest.mark.slow
@pytest.mark.parametrize("how", ["abstract", "title", "keywords", "description in the GeoPackage", "nothing"])
def test_illustrative_wherever_a_layer_says_so(draw, factories, tmp_path_factory, how):
    from osgeo import gdal, ogr

    if how in ("abstract", "title"):
        _say(factories, **{how: "ILLUSTRATIVE register"})
    if how == "keywords":
        metadata = factories.metadata()
        metadata.addKeywords("theme", ["illustrative"])
        factories.setMetadata(metadata)
    if how.startswith("description"):
        path = str(tmp_path_factory.mktemp("gpkg") / "register.gpkg")
        source = gdal.GetDriverByName("GPKG").Create(path, 0, 0, 0, gdal.GDT_Unknown, ["VERSION=1.3"])
        table = source.CreateLayer("factories", None, ogr.wkbPoint, ["DESCRIPTION=These rows are illustrative."])
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(_point(0, 0)))
        table.CreateFeature(feature)
        del feature, table, source
        from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

        factories = QgsVectorLayer(f"{path}|layername=factories", "factories", "ogr")
        factories.setCrs(QgsCoordinateReferenceSystem("EPSG:32648"))
    said = pdf_text(draw(FACTORIES=factories))
    assert (squeezed("Illustrative data — not for decisions") in said) == (how != "nothing")


# --- the titles of zones ---------------------------------------------------------------------------------------------

PACK = """
pack: other-plan
version: "1"
title: {en: Another plan}
authority: A town
citation: Its plan
vintage: 2023
status: draft
licence: CC0-1.0
rules:
  - id: T-ZON-01
    title: {en: The zone permits the activity}
    test: zone permits
    semantics: assess
    zones:
      RES: {title: {en: Old quarter, km: តំបន់ចាស់}, permits: ["14"]}
      ZZ: {title: {en: Harbour}, permits: ["14"]}
"""


@pytest.fixture
def pack(tmp_path_factory):
    """A rule pack that gives a code of the shipped pack a meaning of its own, and does not know another."""
    path = tmp_path_factory.mktemp("packs") / "other.yaml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_zones_are_called_what_the_chosen_pack_calls_them(draw, zoning, pack):
    said = pdf_text(draw(ZONING=zoning, RULES=str(pack)))
    for text in ("Old quarter", "Harbour", "HIND"):
        assert squeezed(text) in said, text
    for absent in ("Residential", "General and heavy industry"):
        assert squeezed(absent) not in said, absent


def test_zones_are_called_in_khmer_where_the_pack_has_it(draw, zoning, pack):
    said = _svg_text(draw("map.svg", ZONING=zoning, RULES=str(pack), LANGUAGE=1))
    assert "តំបន់ចាស់" in said
    assert "Harbour" in said, "a title that nobody translated is printed as it is"


def test_zones_of_a_pack_without_zones_go_by_their_codes(draw, zoning, pack):
    parks_only = PACK.split("  - id:")[0] + (
        "  - {id: T-PARK-01, title: {en: In its park}, test: inside declared park, semantics: assess}\n"
    )
    pack.write_text(parks_only, encoding="utf-8")
    said = pdf_text(draw(ZONING=zoning, RULES=str(pack)))
    assert "Residential" not in said
    assert "RES" in said


@pytest.mark.parametrize("broken", ["rules: []", "pack: [", "", None])
def test_a_bad_pack_is_refused_as_the_checks_refuse_it(run, factories, zoning, pack, tmp_path, broken):
    if broken is None:
        pack.unlink()
    else:
        pack.write_text(broken, encoding="utf-8")
    given = {"FACTORIES": factories, "ZONING": zoning, "RULES": str(pack)}
    why = _refusal(run, {**given, "OUTPUT": str(tmp_path / "map.pdf")})
    fields = {"ACTIVITY_FIELD": "factory_name", "FACTORY_ID_FIELD": "factory_id"}
    with pytest.raises(Exception, match="Rule pack") as raised:
        run("check_zoning", {**given, **fields, "OUTPUT": "memory:"})
    assert why == str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_of_another_ending_is_refused(run, factories, tmp_path):
    why = _refusal(run, {"FACTORIES": factories, "RULES": "pack.docx", "OUTPUT": str(tmp_path / "map.pdf")})
    assert ".yaml or .yml" in why


def test_without_the_packages_of_a_pack_the_legend_shows_codes(run, factories, zoning, monkeypatch, tmp_path):
    from factory_locations.processing import dependencies

    def none_but_qgis(name, *arguments):
        return None

    monkeypatch.setattr(dependencies.importlib.util, "find_spec", none_but_qgis)
    out = tmp_path / "map.pdf"
    run("location_map", {"FACTORIES": factories, "ZONING": zoning, "OUTPUT": str(out)})
    said = pdf_text(out)
    assert "HIND" in said
    assert squeezed("General and heavy industry") not in said
    assert any("yaml, jsonschema" in warning for warning in run.feedback.warnings)


# --- what must not happen --------------------------------------------------------------------------------------------


def test_inputs_and_open_project_stay_as_they_are(draw, factories, zoning):
    from qgis.core import QgsProject

    before = factories.renderer().dump(), zoning.renderer().dump(), zoning.labelsEnabled()
    draw(ZONING=zoning)
    assert (factories.renderer().dump(), zoning.renderer().dump(), zoning.labelsEnabled()) == before
    assert QgsProject.instance().mapLayers() == {}


@pytest.mark.slow
def test_files_given_as_input_are_not_touched(run, tmp_path, factories):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    path = tmp_path / "in" / "register.gpkg"
    path.parent.mkdir()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "factories"
    QgsVectorFileWriter.writeAsVectorFormatV3(factories, str(path), QgsCoordinateTransformContext(), options)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    run("location_map", {"FACTORIES": f"{path}|layername=factories", "OUTPUT": str(tmp_path / "map.pdf")})
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def _refusal(run, parameters: dict) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as raised:
        run("location_map", parameters)
    return str(raised.value)


def test_an_empty_layer_is_explained(run, tmp_path):
    layer = _layer("Point", "empty register", "", [])
    why = _refusal(run, {"FACTORIES": layer, "OUTPUT": str(tmp_path / "map.pdf")})
    assert "empty register" in why
    assert "nothing to map" in why
    assert list(tmp_path.iterdir()) == []


def test_a_layer_without_crs_is_explained(run, tmp_path):
    layer = _layer("Point", "lost", "", [(_point(0, 0),)], crs="")
    why = _refusal(run, {"FACTORIES": layer, "OUTPUT": str(tmp_path / "map.pdf")})
    assert "coordinate reference system" in why


@pytest.mark.parametrize("content", [None, b"", b"not a GeoPackage at all"])
def test_a_layer_that_cannot_be_opened_is_named(run, factories, tmp_path, content):
    broken = tmp_path / "broken.gpkg"
    if content is not None:
        broken.write_bytes(content)
    out = tmp_path / "map.pdf"
    for parameters in ({"FACTORIES": str(broken)}, {"FACTORIES": factories, "ZONING": str(broken)}):
        why = _refusal(run, {**parameters, "OUTPUT": str(out)})
        assert "broken.gpkg" in why
        assert (
            "there is no layer or file" if content is None else "is empty" if not content else "cannot be opened"
        ) in why
    assert not out.exists()


def test_a_missing_field_is_named_with_those_there_are(run, factories, zoning, tmp_path):
    out = str(tmp_path / "map.pdf")
    why = _refusal(run, {"FACTORIES": factories, "VERDICT_FIELD": "result", "OUTPUT": out})
    assert "result" in why
    assert "factory_name" in why
    plan = _layer("MultiPolygon", "plan", "&field=code:string", [(_square(0, 0, 900), "RES")])
    why = _refusal(run, {"FACTORIES": factories, "ZONING": plan, "OUTPUT": out})
    assert "zone_code" in why
    assert "plan" in why


@pytest.mark.parametrize("name", ["map.jpg", "map", "map.pdf.zip"])
def test_another_ending_is_refused(run, factories, tmp_path, name):
    why = _refusal(run, {"FACTORIES": factories, "OUTPUT": str(tmp_path / name)})
    assert ".pdf, .png or .svg" in why


def test_a_folder_that_is_not_there_or_is_the_output_is_explained(run, factories, tmp_path):
    why = _refusal(run, {"FACTORIES": factories, "OUTPUT": str(tmp_path / "away" / "map.pdf")})
    assert "does not exist" in why
    (tmp_path / "dir.pdf").mkdir()
    why = _refusal(run, {"FACTORIES": factories, "OUTPUT": str(tmp_path / "dir.pdf")})
    assert "is a folder" in why


def test_a_folder_that_cannot_be_written_is_explained(run, factories, monkeypatch, tmp_path):
    def refuse(self, *arguments, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", refuse)  # the superuser may write everywhere
    why = _refusal(run, {"FACTORIES": factories, "OUTPUT": str(tmp_path / "map.pdf")})
    assert "cannot be written" in why
    assert "Permission denied" in why


@pytest.mark.parametrize("failure", ["result", "locked"])
def test_an_older_map_survives_a_failure(run, factories, monkeypatch, tmp_path, failure):
    from factory_locations.processing.reports import export
    from qgis.core import QgsLayoutExporter

    if failure == "result":

        def half(layout, part, dpi):
            part.write_bytes(b"%PDF-1.4 half")
            return QgsLayoutExporter.ExportResult.FileError

        monkeypatch.setattr(export, "_write", half)
    else:

        def locked(source, target):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(export.os, "replace", locked)
    out = tmp_path / "map.pdf"
    out.write_bytes(b"the map of last month")
    why = _refusal(run, {"FACTORIES": factories, "OUTPUT": str(out)})
    assert "cannot be written" in why
    assert out.read_bytes() == b"the map of last month"
    assert list(tmp_path.iterdir()) == [out]


def test_a_cancelled_run_leaves_nothing(run, factories, feedback, tmp_path):
    from qgis.core import QgsProcessingException

    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("location_map", {"FACTORIES": factories, "OUTPUT": str(tmp_path / "map.pdf")}, feedback=feedback)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_up_to_the_end(run, factories, tmp_path):
    run("location_map", {"FACTORIES": factories, "OUTPUT": str(tmp_path / "map.pdf")})
    assert run.feedback.steps == sorted(run.feedback.steps)
    assert run.feedback.steps[-1] == 100


def test_every_parameter_has_help_and_the_map_stays_in_the_main_thread(provider):
    from qgis.core import QgsProcessingAlgorithm

    algorithm = provider.algorithm("location_map")
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert algorithm.groupId() == "reports"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["map.pdf", "map.png"])
def test_the_real_qgis_process_prints_a_map(qgis_process, factories, tmp_path, name):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    register = tmp_path / "register.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "factory_summary"
    QgsVectorFileWriter.writeAsVectorFormatV3(factories, str(register), QgsCoordinateTransformContext(), options)
    out = tmp_path / name
    done = qgis_process(
        "run",
        "factory:location_map",
        f"--FACTORIES={register}|layername=factory_summary",
        "--DPI=72",
        f"--OUTPUT={out}",
    )
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 10_000
    assert "ERROR" not in done.stdout + done.stderr
    assert "corrupt" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "register.gpkg"])
