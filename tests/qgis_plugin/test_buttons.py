"""The buttons at the foot of our dialogs speak Khmer where the rest does: Qt itself has no Khmer."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

KHMER = re.compile("[\u1780-\u17b3]")


def decision(window, project):
    from factory_locations.qgis_plugin.panel.decision_dialog import DecisionDialog

    return DecisionDialog({"rule_id": "KH-ZON-01", "verdict": "fail"}, None, date(2025, 3, 4), window)


def certificate(window, project):
    from factory_locations.qgis_plugin.panel.site.certificate_dialog import CertificateDialog

    return CertificateDialog(Path(), "Place", window)


def load_layers(window, project):
    from factory_locations.qgis_plugin.project.load_dialog import LoadDialog
    from factory_locations.qgis_plugin.project.roles import LayerRoles

    return LoadDialog(project, LayerRoles(project), window)


def assistant(window, project):
    from factory_locations.qgis_plugin.project.wizard import ProjectWizard

    return ProjectWizard([], "", window)


def apply(window, project):
    from factory_locations.qgis_plugin.panel.corrections.apply_dialog import ApplyDialog, Trial

    return ApplyDialog(Trial(3, 0, {}), "Factories", window)


def move(window, project):
    from factory_locations.qgis_plugin.editing.move_dialog import Move, MoveDialog
    from qgis.core import QgsPointXY

    return MoveDialog(Move("F1", QgsPointXY(104.9, 11.5), QgsPointXY(104.91, 11.5), 1100.0, 5000.0, 20.0), window)


def live_details(window, project):
    from factory_locations.qgis_plugin.editing.live_details import LiveDetails

    return LiveDetails(window)


def guide(window, project):
    from factory_locations.qgis_plugin.panel.dialogs import HelpWindow

    return HelpWindow(parent=window)


def question(window, project):
    from factory_locations.processing.i18n import tr
    from factory_locations.qgis_plugin.panel.corrections.questions import Questions

    questions = Questions(window)
    questions.ask("Undo", "Take it back?", tr("&Undo"), lambda: None)
    return questions.dialog


def name_of_a_filter(window, project):
    from factory_locations.qgis_plugin.buttons import text_question

    return text_question("Filter", "Name:", window)


def buttons(dialog):
    from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton, QWizard

    boxes = [dialog] if isinstance(dialog, QWizard) else dialog.findChildren(QDialogButtonBox)
    found = [button for box in boxes for button in box.findChildren(QPushButton)]
    return [button.text() for button in found if button.isVisible() and button.text()]


DIALOGS = [
    *(decision, certificate, load_layers, assistant, apply, move, live_details, guide, question, name_of_a_filter),
]


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_buttons_are_khmer(make, khmer_plugin, iface, project, spin):
    dialog = make(iface.window, project)
    dialog.show()
    spin(seconds=0.05)
    texts = buttons(dialog)
    dialog.close()
    dialog.deleteLater()
    assert texts
    assert [text for text in texts if not KHMER.search(text)] == []


def test_other_languages_keep_the_words_of_qt(qgis_app):
    from factory_locations.qgis_plugin.buttons import button_box
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    assert buttons_of(button_box(both)) == buttons_of(QDialogButtonBox(both))


def buttons_of(box):
    return sorted(button.text() for button in box.buttons())
