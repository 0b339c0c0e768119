"""Location certificates say of every factory of the demo, rule by rule, what the check says of it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from datetime import date

import pytest
from factory_locations.tests import layers as L


@pytest.fixture
def demo(qgis_app, provider, project, demo_gpkg, tmp_path):
    """The demo project with what its panel offers to the check and to reports."""
    from factory_locations.processing.sites.layer_store import STORE
    from factory_locations.qgis_plugin.panel.inputs import LayersSection
    from factory_locations.qgis_plugin.project.demo import build_demo
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    roles = LayerRoles(project)
    build_demo(project, roles, shutil.copy(demo_gpkg, tmp_path / "demo.gpkg"))
    section = LayersSection(roles)
    yield roles, section
    section.deleteLater()
    roles.detach()
    STORE.clear()


def answers(path):
    """Return the answers of each rule on each factory, several where factories share an id."""
    told = ("verdict", "severity", "reason", "accuracy_from", "accuracy_m")
    found = defaultdict(list)
    for row in L.rows(path, "findings"):
        # On certificates, factories that share an id have their numbers behind it.
        found[re.sub(r" \(\d+\)$", "", row["factory_id"]), row["rule_id"]].append(tuple(row[name] for name in told))
    return {key: sorted(rows, key=str) for key, rows in found.items()}


def checked(demo, run, path):
    from factory_locations.qgis_plugin import settings

    given = {**demo[1].parameters(), "DEFAULT_ACCURACY": settings.accuracy_m()}
    run("check_locations", {**given, "ALL_ROWS": True, "OUTPUT": str(path)})
    return answers(path)


def certified(demo, run, path):
    """Return what stands on the certificates of all factories, as the reports make them."""
    from factory_locations.qgis_plugin.panel.reports.materials import materials
    from factory_locations.qgis_plugin.panel.reports.scopes import WHOLE, Scope
    from factory_locations.qgis_plugin.panel.reports.steps import Excerpt
    from factory_locations.qgis_plugin.panel.reports.templates import TEMPLATES, Order

    (template,) = (one for one in TEMPLATES if one.key == "certificates")
    order = Order(Scope(WHOLE), "en", ".pdf", date(2026, 11, 27))
    (step,) = template.steps(materials(*demo), order)
    given = {name: value.layer_id if isinstance(value, Excerpt) else value for name, value in step.parameters.items()}
    del given["OUTPUT_PDF"]  # a page a factory takes minutes to draw
    run(step.algorithm.removeprefix("factory:"), {**given, "OUTPUT": str(path)})
    return answers(path)


def lose_accuracies(register):
    """Take the stated accuracy from half of the factories, and the method from half of these."""
    from qgis.core import NULL

    accuracy, method = map(register.fields().lookupField, ("loc_accuracy_m", "loc_method"))
    lost = {
        feature.id(): {accuracy: NULL, **({method: NULL} if feature.id() % 4 == 0 else {})}
        for feature in register.getFeatures()
        if feature.id() % 2 == 0
    }
    assert register.dataProvider().changeAttributeValues(lost)


def test_each_certificate_says_what_the_check_says(demo, run, tmp_path):
    assert compared(demo, run, tmp_path) >= {"stated"}


def test_they_agree_where_accuracies_are_to_be_assumed(demo, run, tmp_path):
    from factory_locations.qgis_plugin import settings

    lose_accuracies(demo[0].layer("factories"))
    settings.set_accuracy_m(40.0)
    assert compared(demo, run, tmp_path) == {"stated", "method", "default"}


def compared(demo, run, tmp_path):
    """Compare all certificates with the check; return where the accuracies of the factories were from."""
    check = checked(demo, run, tmp_path / "check.gpkg")
    pages = certified(demo, run, tmp_path / "pages.gpkg")
    assert len(L.rows(tmp_path / "pages.gpkg", "sites")) == 965
    parks = {(rule, row[2]) for (_factory, rule), rows in check.items() for row in rows if "PARK" in rule}
    assert {("KH-PARK-01", "outside_declared"), ("KH-PARK-01", "on_edge"), ("KH-PARK-02", "undeclared")} <= parks
    assert {key: pages.get(key) for key in check} == check
    assert pages.keys() == check.keys()
    return {row[3] for rows in check.values() for row in rows}
