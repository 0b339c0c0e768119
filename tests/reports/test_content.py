"""What a map states, computed without QGIS."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from factory_locations.processing.reports import content as c
from factory_locations.processing.reports.words import KHMER_OF, MONTHS_ENGLISH, MONTHS_KHMER, Words
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st


def test_counts_come_gravest_first_and_add_up():
    rows = c.count_verdicts({"pass": 70, "fail": 20, "no data": 10, "exempt": 0})
    assert [(row.verdict, row.count) for row in rows] == [("fail", 20), ("no data", 10), ("pass", 70)]
    assert sum(row.share for row in rows) == pytest.approx(1.0)
    assert c.count_verdicts({}) == ()


@given(
    st.dictionaries(st.sampled_from(c.ALL_VERDICTS), st.integers(0, 10**6), min_size=1).filter(
        lambda counts: sum(counts.values())
    )
)
@example({"fail": 5, "undecided": 3, "no data": 13, "pass": 80})
@example({"fail": 1, "pass": 999_999})
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_percents_add_up_to_100_and_stay_true(counts):
    rows = c.count_verdicts(counts)
    assert sum(row.percent for row in rows) == 100
    for row in rows:
        assert abs(row.percent - row.share * 100) < 1
        assert (c.percent(row.share, row.percent) == "100\u00a0%") == (len(rows) == 1)


def test_what_used_to_add_up_to_101_adds_up_to_100():
    counts = {"fail": 46, "undecided": 26, "no data": 127, "pass": 801}
    assert [row.percent for row in c.count_verdicts(counts)] == [5, 2, 13, 80]


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("fail", "fail"),
        (" Pass ", "pass"),
        ("NO DATA", "no data"),
        (None, "not checked"),
        ("", "not checked"),
        (3, "not checked"),
    ],
)
def test_a_tables_value_becomes_a_verdict(value, verdict):
    assert c.verdict_of(value) == verdict


def test_zone_classes_are_known_then_others_then_unknown():
    classes = c.zone_classes(
        ["Z10", None, "HIND", "RES", "", " RES ", "Z2"], {"RES": "Homes", "HIND": "Heavy industry"}
    )
    assert [zone.code for zone in classes] == ["RES", "HIND", "Z2", "Z10", ""]
    assert [zone.title for zone in classes] == ["Homes", "Heavy industry", "Z2", "Z10", "Unknown zone"]


def test_zones_have_no_titles_but_those_of_the_pack():
    assert [zone.title for zone in c.zone_classes(["RES", "COM"], {})] == ["COM", "RES"]


@pytest.mark.parametrize(
    ("values", "text"), [([2024, 2024], "2024"), ([2024, None, 2019, ""], "2019–2024"), ([None], ""), ([], "")]
)
def test_vintages_are_one_year_or_a_span(values, text):
    assert c.vintage_text(values) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0"), (0.001, "<1"), (0.044, "4"), (0.5, "50"), (0.997, ">99"), (1.0, "100")]
)
def test_shares_never_round_something_to_nothing(share, text):
    assert c.percent(share) == text + "\u00a0%"


@pytest.mark.parametrize(
    ("exact", "rounded"), [(1, 1), (1_612_345, 1_750_000), (3_000_000, 3_000_000), (8_000_001, 10_000_000), (9.5, 10)]
)
def test_scales_are_rounded_up(exact, rounded):
    assert c.round_scale(exact) == rounded


@pytest.mark.parametrize("nonsense", [0, -5, float("nan"), float("inf")])
def test_no_scale_is_made_of_nonsense(nonsense):
    with pytest.raises(ValueError, match="does not exist"):
        c.round_scale(nonsense)


@pytest.mark.parametrize("scale", [1_000, 24_999, 350_000, 3_500_000, 12_000_000])
def test_the_scale_bar_is_round_and_fits(scale):
    metres = c.scale_bar_segment(scale, 50, 4)
    assert 4 * metres / scale * 1000 <= 50
    assert 4 * metres / scale * 1000 > 50 / 2.6
    digits = f"{metres:g}".replace(".", "").rstrip("0").lstrip("0")
    assert digits in ("1", "2", "25", "5", "1e+06", "2e+06", "5e+06")


def test_the_grid_has_about_five_lines_at_any_scale():
    for span in (0.02, 0.3, 1.0, 6.0, 20.0):
        assert 3 <= span / c.grid_interval(span) <= 8


def test_what_does_not_fit_is_counted():
    assert c.ellipsis_tail("abc", 3) == (["a", "b", "c"], 0)
    assert c.ellipsis_tail("abcde", 3) == (["a", "b"], 3)
    assert c.ellipsis_tail("abc", 0) == ([], 3)


def test_illustrative_as_soon_as_one_layer_is():
    made = c.MapContent(
        "t", "", date(2025, 11, 23), "en", "", 0, sources=(c.Source("a"), c.Source("b", illustrative=True))
    )
    assert made.illustrative
    assert not c.MapContent("t", "", date(2025, 11, 23), "en", "", 0, sources=(c.Source("a"),)).illustrative


def test_content_and_page_need_no_qgis(root):
    """They are usable, and tested, on machines without QGIS."""
    program = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('factory_locations', {str(root / '__init__.py')!r},"
        f" submodule_search_locations=[{str(root)!r}])\n"
        "module = importlib.util.module_from_spec(spec); sys.modules['factory_locations'] = module\n"
        "spec.loader.exec_module(module)\n"
        "sys.modules['qgis'] = None\n"
        "import factory_locations.processing.reports.content, factory_locations.processing.reports.page\n"
        "import factory_locations.processing.reports.words\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- words -----------------------------------------------------------------------------------------------------------


def test_every_word_has_khmer_with_the_same_placeholders():
    import re

    for english, khmer in KHMER_OF.items():
        assert re.search("[\u1780-\u17ff]", khmer), english
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", khmer)), english


def test_every_title_of_verdicts_and_zones_is_in_the_table():
    assert {*c.VERDICT_TITLES.values(), *c.ZONE_TITLES.values()} <= set(KHMER_OF)


def test_every_class_of_the_layers_that_other_tools_write_is_in_the_table(qgis_app):
    from factory_locations.processing.reports import cluster_symbols as clusters
    from factory_locations.processing.reports import safety_symbols as safety
    from qgis.core import QgsWkbTypes

    point = QgsWkbTypes.GeometryType.PointGeometry
    renderers = [
        *(clusters.candidate_renderer(), clusters.standing_renderer(), safety.zone_renderer()),
        *(safety.receptor_renderer(2.0), safety.domino_renderer(), safety.outline_renderer()),
        safety.factory_renderer(2.0, point),
    ]
    assert {category.label() for renderer in renderers for category in renderer.categories()} <= set(KHMER_OF)


def test_words_used_in_the_layout_are_in_the_table(root):
    import re

    folder = root / "processing" / "reports"
    used = set()
    for path in folder.glob("*.py"):
        used |= set(re.findall(r'words\(\s*"([^"]+)"', path.read_text(encoding="utf-8")))
    assert len(used) > 15
    assert used <= set(KHMER_OF)


def test_dates_and_numbers():
    assert Words("en").date(date(2025, 11, 3)) == "3 November 2025"
    assert Words("km").date(date(2025, 11, 3)) == "3 វិច្ឆិកា 2025"
    assert len(set(MONTHS_ENGLISH)) == len(set(MONTHS_KHMER)) == 12
    assert Words("en").number(1234567) == "1\u00a0234\u00a0567"


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="fr"):
        Words("fr")
