"""The page “What changed” of a report, on two checks small enough to compare by hand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from factory_locations.tests import layers as L

pytestmark = pytest.mark.slow  # whole runs, one after another: `make check` leaves them to `make test`

LIGHT = (L.box(0, 0, 1000), "Z1", "LIND", "Light", 2020)
ZONE_KHMER = "តំបន់អនុញ្ញាតសកម្មភាពនេះ"


def at(x, y, factory, isic):
    return L.point(x, y), factory, f"Factory {factory}", isic, 10.0, "12", None


BEFORE = [
    at(500, 400, "stays bad", "2011"),
    at(500, 500, "turns bad", "1410"),
    at(500, 300, "turns good", "2011"),
    at(500, 200, "goes", "2011"),
]
AFTER = [
    at(500, 400, "stays bad", "2011"),
    at(500, 700, "comes", "2011"),
    at(500, 500, "turns bad", "2011"),
    at(500, 300, "turns good", "1410"),
]


@pytest.fixture
def check(run, tmp_path):
    def go(name, factories, **options) -> str:
        path = str(tmp_path / f"{name}.gpkg")
        given = {"FACTORIES": L.factories(factories), "ZONING": L.zoning([LIGHT]), "OUTPUT": path, **options}
        run("check_locations", given)
        return path

    return go


@pytest.fixture
def report(run, tmp_path):
    def go(findings, earlier=None, **options) -> Path:
        output = tmp_path / "report.pdf"
        given = {"FACTORIES": f"{findings}|layername=factory_summary", "OUTPUT": str(output), **options}
        run("location_map", {**given, "EARLIER": earlier} if earlier else given)
        return output

    return go


def since(before, after, language="en"):
    from factory_locations.processing.reports.since import read_since

    return read_since(before, after, "Earlier check", language)


def pages(path: Path) -> int:
    return int(re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)", path.read_bytes(), re.DOTALL)[-1])


def test_the_counts_are_those_of_the_hand(check):
    """New, resolved, changed and of added factories; worse, better, added and removed."""
    told = since(check("before", BEFORE), check("after", AFTER))
    assert [(one.title, one.counts) for one in told.rules] == [("The zone permits the activity", (1, 1, 0, 1))]
    assert told.factories.counts == (1, 1, 1, 1)
    assert [(one.title, one.counts) for one in told.provinces] == [("Phnom Penh", (1, 1, 1, 1))]
    assert told.before is not None
    assert (date.today() - told.before).days <= 1


def test_new_violations_come_deepest_first_and_those_that_stay_are_not_among_them(check):
    told = since(check("before", BEFORE), check("after", AFTER)).violations
    assert [(one.factory, one.province, round(one.measured_m)) for one in told] == [
        ("Factory turns bad", "Phnom Penh", 500),
        ("Factory comes", "Phnom Penh", 300),
    ]


def test_two_checks_alike_have_nothing_to_tell(check):
    told = since(check("before", BEFORE), check("after", BEFORE))
    assert (told.rules, told.provinces, told.violations) == ((), (), ())
    assert told.factories.counts == (0, 0, 0, 0)


def test_rules_and_provinces_are_called_by_their_khmer_names(check):
    told = since(check("before", BEFORE), check("after", AFTER), "km")
    assert [one.title for one in told.rules] == [ZONE_KHMER]
    assert [one.title for one in told.provinces] == ["រាជធានីភ្នំពេញ"]


@pytest.mark.parametrize("language", [0, 1])
def test_an_earlier_check_makes_a_second_page(check, report, language):
    before, after = check("before", BEFORE), check("after", AFTER)
    assert pages(report(after, LANGUAGE=language)) == 1
    assert pages(report(after, before, LANGUAGE=language)) == 2


def test_a_check_in_which_nothing_changed_makes_the_page_too(check, report):
    assert pages(report(check("after", BEFORE), check("before", BEFORE))) == 2


def test_a_check_of_another_register_is_refused(check, report, tmp_path):
    others = [at(500, 400, "of others", "2011")]
    with pytest.raises(Exception, match="the checks were of other registers"):
        report(check("after", AFTER), check("before", others))
    assert not (tmp_path / "report.pdf").exists()


def test_a_check_by_other_rules_is_refused(check, report, root):
    earlier = check("before", BEFORE, RULES=str(root / "data" / "rules" / "kh-baseline.yaml"))
    with pytest.raises(Exception, match="went by other rules"):
        report(check("after", AFTER), earlier)


def test_a_file_that_is_no_check_is_refused(check, report, demo_gpkg):
    with pytest.raises(Exception, match="is no findings GeoPackage"):
        report(check("after", AFTER), str(demo_gpkg))


def test_the_same_file_twice_is_refused(check, report):
    after = check("after", AFTER)
    with pytest.raises(Exception, match="are the same file"):
        report(after, after)


def test_a_picture_has_no_second_page(check, report, tmp_path):
    with pytest.raises(Exception, match="only a PDF"):
        report(check("after", AFTER), check("before", BEFORE), OUTPUT=str(tmp_path / "map.png"))


def test_what_does_not_fit_on_the_page_is_counted(qgis_app, tmp_path):
    """70 violations: the page holds some, and says how many more there are."""
    from factory_locations.processing.reports import since_page
    from factory_locations.processing.reports.page import Heights, plan
    from factory_locations.processing.reports.since import Counted, Since, Violation
    from factory_locations.processing.reports.words import Words
    from qgis.core import QgsLayoutItemLabel, QgsPrintLayout, QgsProject

    project = QgsProject()
    layout = QgsPrintLayout(project)
    project.layoutManager().addLayout(layout)
    layout.initializeDefaults()
    many = tuple(Violation(f"Lotus {i}", "Kandal", "Zone", 1000.0 - i) for i in range(70))
    told = Since(date(2026, 10, 1), date(2026, 11, 1), (), Counted("", (0, 0, 0, 0)), (), many)
    page = plan(297.0, 210.0, Heights(45.0, 45.0, 30.0, 14.0))
    since_page.add(layout, told, page, Words("en"), illustrative=False)
    labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    texts = [item.text() for item in labels]
    shown = sum(text.startswith("Lotus") for text in texts)
    assert 20 < shown < 70
    assert f"and {70 - shown} more" in texts
    assert "From the check of 1 October 2026 to the check of 1 November 2026" in texts
    footer = next(item for item in labels if item.text().startswith("Verdicts are"))
    more = next(item for item in labels if item.text().startswith("and "))
    assert more.pos().y() + more.rect().height() < footer.pos().y() + footer.rect().height()
