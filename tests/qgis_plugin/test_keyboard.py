"""Every tab and every dialog can be used from the keyboard, and by who hears instead of seeing; in both languages.

Generic: a new tab is covered as it is, a new dialog where `dialogs` opens it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from factory_locations.tests.qgis_plugin.manners import clashes, jumps, menu_clashes, nameless, unreachable


@pytest.fixture(params=["en", "km"])
def plugin(request, iface, provider, make_layer, project, findings_gpkg, spin, monkeypatch):
    """The plugin in a language, with a register and a check in the panel."""
    from datetime import datetime

    import factory_locations
    from factory_locations.qgis_plugin import plugin as module
    from factory_locations.qgis_plugin.project.results import add_results

    monkeypatch.setattr(module, "language", lambda: request.param)
    fields = ["factory_id:string", "name_en:string", "isic:string", "loc_accuracy_m:double", "park_id:string"]
    project.addMapLayers(
        [
            make_layer("Factories", "Point", fields, [["POINT(501000 1270000)", "F2", "Angkor Rice"]]),
            make_layer("Zoning", "Polygon", ["zone:string"]),
        ]
    )
    instance = factory_locations.classFactory(iface)
    instance.initGui()
    iface.window.resize(1366, 768)
    iface.window.show()
    instance.desktop.dock.show()
    instance.desktop._finished(add_results(project, str(findings_gpkg), datetime(2025, 3, 4, 5, 6)))
    instance.desktop.controller.failed.emit("Something is wrong.")
    spin(seconds=0.2)
    yield instance
    instance.unload()


def pages(plugin, spin):
    """Show one tab after the other; a section that can be folded is open."""
    from qgis.gui import QgsCollapsibleGroupBoxBasic

    dock = plugin.desktop.dock
    for index in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(index)
        spin(seconds=0.3)
        page = dock.tabs.currentWidget()
        for box in page.findChildren(QgsCollapsibleGroupBoxBasic):
            box.setCollapsed(False)
        yield dock.tabs.tabText(index), page


def dialogs(plugin, iface, spin):
    """Open one window after the other, and close it again."""
    from factory_locations.qgis_plugin.editing.undo_dialog import UndoDialog
    from factory_locations.qgis_plugin.panel.corrections.apply_dialog import Trial
    from factory_locations.qgis_plugin.panel.decision_dialog import DecisionDialog
    from factory_locations.qgis_plugin.panel.site.certificate_dialog import CertificateDialog
    from qgis.PyQt.QtWidgets import QWizard

    (part,) = (one for one in plugin.desktop._parts if type(one).__name__ == "ProjectPart")
    part.new_project()
    wizard = part.dialog
    wizard.register.existing.setChecked(True)
    wizard.restart()
    for number in range(len(wizard.pageIds())):
        spin(seconds=0.1)
        yield f"assistant, page {number + 1}", wizard
        wizard.register.new.setChecked(True)
        wizard.button(QWizard.WizardButton.NextButton).click()
    wizard.reject()
    part.load_layers()
    spin(seconds=0.1)
    yield "load layers", part.dialog
    part.dialog.reject()
    decision = DecisionDialog({"rule_id": "KH-ZON-01", "verdict": "fail"}, None, date(2025, 3, 4), iface.window)
    certificate = CertificateDialog(Path(), "Place", iface.window)
    (factory,) = iface.option_pages
    options = factory.createWidget(iface.window)
    undo = UndoDialog(plugin.desktop.roles.layer("factories"), iface.window)
    undo.show_trial("", Trial(1, 0, {}))
    named = {"decision": decision, "certificate": certificate, "options": options, "undo": undo}
    for name, one in named.items():
        one.resize(720, 600)
        one.show()
        spin(seconds=0.1)
        yield name, one
        one.hide()
        one.deleteLater()


def everything(plugin, iface, spin):
    yield from pages(plugin, spin)
    yield from dialogs(plugin, iface, spin)


def wrong(plugin, iface, spin, question):
    return {name: found for name, widget in everything(plugin, iface, spin) if (found := question(widget))}


def test_no_letter_stands_for_two_things(plugin, iface, spin):
    assert wrong(plugin, iface, spin, clashes) == {}


def test_no_letter_stands_for_two_entries_of_a_menu(plugin):
    assert menu_clashes(plugin._menu) == []
    assert menu_clashes(plugin.desktop.dock.more_menu) == []


def test_everything_has_a_name(plugin, iface, spin):
    assert wrong(plugin, iface, spin, nameless) == {}


def test_the_tab_key_comes_everywhere_in_reading_order(plugin, iface, spin):
    assert wrong(plugin, iface, spin, unreachable) == {}
    assert wrong(plugin, iface, spin, jumps) == {}


def test_the_questions_find_what_is_wrong(qgis_app):
    """The questions themselves, asked of a form with every mistake in it."""
    from qgis.PyQt.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

    form = QWidget()
    column = QVBoxLayout(form)
    buttons = [QPushButton("&Save"), QPushButton("&Send"), QPushButton("Third")]
    for button in buttons:
        column.addWidget(button)
    column.addWidget(QLineEdit())
    form.show()
    QWidget.setTabOrder(buttons[2], buttons[0])
    assert clashes(form) == ["Alt+S: QPushButton '&Save', QPushButton '&Send'"]
    assert len(nameless(form)) == 1
    assert jumps(form)
    form.deleteLater()
