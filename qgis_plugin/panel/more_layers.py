"""The layers beyond zoning and parks: a folded section, in which the layers that the rules need stand out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...processing.checks.role_layers import ROLE_LAYERS, labels
from ...processing.i18n import tr
from ..project.layer_groups import role_title
from ..qt import LINES_AND_POLYGONS, POINTS_AND_POLYGONS, POLYGONS
from .forms import form, inside, layer_combo, told_below
from .problem import ProblemLabel

# For maps, reports and the answer about a site: no rule asks about it.
PROVINCES = "admin"
MORE_LAYERS = (*(parameter.lower() for parameter in ROLE_LAYERS), PROVINCES)
_LINES = ("rivers", "roads")


class MoreLayers(QgsCollapsibleGroupBox):
    """One choice for each layer that rules may be about, and for the provinces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("More layers"), parent)
        self.combos: dict[str, QgsMapLayerComboBox] = {}
        self.problems: dict[str, ProblemLabel] = {}
        self._labels: dict[str, QLabel] = {}
        rows = inside(self, form())
        for name, (title, help_text) in _titles().items():
            self.combos[name] = layer_combo(_kinds(name), tr("None"))
            self._labels[name] = QLabel(title)
            self._labels[name].setBuddy(self.combos[name])
            self._labels[name].setWordWrap(True)
            for widget in (self._labels[name], self.combos[name]):
                widget.setToolTip(help_text)
            self.combos[name].setAccessibleName(title)
            self.problems[name] = ProblemLabel()
            rows.addRow(self._labels[name], told_below(self.combos[name], self.problems[name]))
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)

    def emphasise(self, needed: Collection[str], lacking: Collection[str]) -> None:
        """Let the layers that the rules are about stand out, and say in the title how many of them there are.

        Parameters
        ----------
        needed : collection of str
            The layers that some rule is about.
        lacking : collection of str
            Those of them that are still to be chosen.
        """
        mine = [name for name in self.combos if name in needed]
        chosen = sum(self.combos[name].currentLayer() is not None for name in mine)
        told = tr("More layers: {count} chosen for these rules") if mine else tr("More layers: these rules need none")
        self.setTitle(told.format(count=chosen))
        self.setToolTip(self.title())  # a narrow panel cuts it
        for name, label in self._labels.items():
            face = label.font()
            face.setBold(name in needed)
            label.setFont(face)
            label.setEnabled(name in needed or name == PROVINCES)
            empty = tr("None, but needed") if name in lacking else tr("None")
            self.combos[name].setAllowEmptyLayer(True, empty)


def _titles() -> dict[str, tuple[str, str]]:
    """Return the name of each layer and what it is for."""
    orientation = tr("For maps, reports, and the answer about a site. No rule asks about it.")
    asked = {parameter.lower(): told for parameter, told in labels().items()}
    return {**asked, PROVINCES: (role_title(PROVINCES), orientation)}


def _kinds(name: str) -> Any:
    if name == PROVINCES or ROLE_LAYERS[name.upper()].polygons:
        return POLYGONS
    return LINES_AND_POLYGONS if name in _LINES else POINTS_AND_POLYGONS
