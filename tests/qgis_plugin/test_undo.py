"""Taking back what was saved: from the message bar, and from the list of the last changes."""

from __future__ import annotations

import pytest
from factory_locations.tests.qgis_plugin.test_recorder import add, at, factories, made, put


@pytest.fixture
def path(tmp_path, qgis_app):
    return made(tmp_path / "register.gpkg", 3)


@pytest.fixture
def register(project, path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=factories", "Factories")
    project.addMapLayer(layer)
    yield layer
    layer.rollBack()


@pytest.fixture
def desktop(iface, register, provider, spin):
    from factory_locations.qgis_plugin.desktop import Desktop

    iface.window.show()
    made = Desktop(iface)
    yield made
    made.remove()
    spin(seconds=0.05)


@pytest.fixture
def part(desktop):
    from factory_locations.qgis_plugin.editing.part import EditingPart

    return next(one for one in desktop._parts if isinstance(one, EditingPart))


def told(iface):
    return [item.text() for item in iface.messageBar().items()]


def press_offer(iface):
    from qgis.PyQt.QtWidgets import QPushButton

    (button,) = (one for one in iface.messageBar().findChildren(QPushButton) if one.text() == "Take back…")
    button.click()


def tried(part, spin):
    """The dialog, when it says what would change."""
    assert spin(lambda: part.undoer().dialog.button.isEnabled()), part.undoer().dialog.preview.toPlainText()
    return part.undoer().dialog


def rows(dialog):
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [(item.text(2), item.text(3)) for item in items]


def save(register, **changes):
    register.startEditing()
    for name, value in changes.items():
        put(register, 1, name, value)
    assert register.commitChanges(False)  # as QGIS's Save does: editing goes on


def test_what_was_saved_is_taken_back_from_the_message_bar(iface, register, path, part, spin):
    before = factories(path)
    register.startEditing()
    put(register, 1, "employees", 11)
    put(register, 2, "employees", 12)
    assert register.changeGeometry(2, at(490_500, 1_280_100))
    add(register, "F4", at(490_900, 1_280_900))
    assert register.commitChanges(False)
    (sentence,) = told(iface)
    assert sentence == "3 factories changed, saved and logged."
    press_offer(iface)
    assert told(iface) == []
    dialog = tried(part, spin)
    assert rows(dialog) == [("Edited by hand", "3")]
    preview = dialog.preview.toPlainText()
    assert "Factories that will be as they were: 3. Editing of “Factories” ends first." in preview
    assert preview.split("Then\n")[1].split("\n")[:8] == ["F1", "employees", "11", "0", "F2", "employees", "12", "10"]
    dialog.button.click()
    assert spin(lambda: part.undoer().dialog is None)
    assert told(iface) == ["Factories taken back: 3."]
    assert factories(path) == before
    assert not register.isEditable()
    assert len(part.around.project.mapLayers()) == 1  # no report came into the project


def test_several_values_of_one_factory_are_one_factory(iface, register, part):
    save(register, employees=11, name_en="Lotus", isic="1410")
    assert told(iface) == ["1 factory changed, saved and logged."]


def test_a_factory_with_the_id_of_another_is_taken_back_and_the_other_stays(iface, register, path, part, spin):
    before = factories(path)
    register.startEditing()
    add(register, "F1", at(490_900, 1_280_900))
    assert register.commitChanges(False)
    press_offer(iface)
    dialog = tried(part, spin)
    assert "Left as they are" not in dialog.preview.toPlainText()
    dialog.button.click()
    assert spin(lambda: part.undoer().dialog is None)
    assert told(iface) == ["Factories taken back: 1."]
    assert factories(path) == before


def test_an_earlier_change_is_chosen_from_the_list_the_newest_first(register, path, part, spin):
    save(register, employees=11)
    save(register, name_en="Lotus")
    part.undo_changes()
    dialog = tried(part, spin)
    assert rows(dialog) == [("Edited by hand", "1"), ("Edited by hand", "1")]
    assert "Lotus" in dialog.preview.toPlainText()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    assert not dialog.button.isEnabled()
    dialog = tried(part, spin)
    assert "employees" in dialog.preview.toPlainText()
    dialog.button.click()
    assert spin(lambda: part.undoer().dialog is None)
    (first, *_) = register.dataProvider().getFeatures()
    assert (first["employees"], first["name_en"]) == (0, "Lotus")


def test_what_has_changed_since_is_said_before(register, part, spin):
    save(register, employees=11)
    save(register, employees=12)
    part.undo_changes()
    tried(part, spin)
    part.undoer().dialog.list.setCurrentItem(part.undoer().dialog.list.topLevelItem(1))
    assert spin(lambda: "Nothing of it can be taken back." in part.undoer().dialog.preview.toPlainText())
    assert "changed since by batch" in part.undoer().dialog.preview.toPlainText()
    assert not part.undoer().dialog.button.isEnabled()


def test_edits_that_are_not_saved_refuse_it_and_say_what_to_do(iface, register, path, part, spin):
    save(register, employees=11)
    put(register, 1, "employees", 12)
    part.undo_changes()
    assert part.undoer().dialog is None
    assert told(iface)[0] == (  # the latest
        "“Factories” has edits that are not saved. Save them, or discard them, and then choose “Undo changes” again."
    )
    register.rollBack()
    part.undo_changes()
    dialog = tried(part, spin)
    register.startEditing()
    put(register, 1, "employees", 13)  # while the dialog stands there
    dialog.button.click()
    assert "not saved" in dialog.preview.toPlainText()
    assert factories(path)[0] != factories(path)[1]
    assert register.isModified()


def test_nothing_was_changed_yet(register, part, spin):
    part.undo_changes()
    dialog = part.undoer().dialog
    assert spin(lambda: dialog.headline.text() == "Nothing stands in the log of “Factories” yet.")
    assert not dialog.button.isEnabled()


def test_it_stands_in_the_menus(desktop, register, part, spin):
    from factory_locations.qgis_plugin.panel.register.part import RegisterPart

    texts = [one.text() for one in desktop.dock.more_menu.actions()]
    assert "&Undo changes…" in texts
    assert texts[-2:] == ["", "&Help"]  # the help stands last, below a line
    tab = next(one for one in desktop._parts if isinstance(one, RegisterPart))
    desktop.dock.show()
    desktop.dock.show_page(tab.page)
    entry = next(one for one in tab.view.context_menu().actions() if one.text() == "Undo changes…")
    entry.trigger()
    assert part.undoer().dialog is not None
    part.undoer().dialog.reject()


def test_codes_are_told_as_the_form_shows_them(qgis_app):
    from factory_locations.qgis_plugin.editing.description import in_words

    assert in_words("loc_method", "gps") == "GPS receiver or phone, on site"
    assert in_words("LOC_DATUM", "EPSG:3148") == "Indian 1960 / UTM zone 48N"
    assert in_words("name_en", "gps") == "gps"
    assert in_words("loc_accuracy_m", 5.0) == "5.0"
