"""What a project offers to reports: its layers, rules and last check."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer

from ....processing.parameters import USUAL_FIELDS
from ...project.decisions import files
from ...project.earlier import EarlierCheck, comparable_checks, latest_of, moment_of
from ...project.results import CheckLayers
from ...project.roles import LayerRoles
from ..inputs import LayersSection

_RECEPTORS = ("schools", "hospitals", "residential", "receptors")
# By these a reader knows where a map lies.
_WATER = ("rivers", "lakes")


@dataclass(frozen=True)
class Materials:
    """What reports are made of.

    Attributes
    ----------
    register : QgsVectorLayer or None
    results : CheckLayers or None
        The last check in the project.
    parameters : dict
        What was chosen in the tab “Check”: layers by id, fields, rules; see `LayersSection.parameters`.
    admin : str
        Id of the layer of provinces, empty for none.
    receptors, water : tuple of str
        Ids of layers.
    decided : tuple of Path
        Where officers' decisions may be, as for the next check of the panel; see `decisions.files`.
    earlier : tuple of EarlierCheck
        Checks of the register that a new one can be compared with, newest first.
    """

    register: QgsVectorLayer | None = None
    results: CheckLayers | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    admin: str = ""
    receptors: tuple[str, ...] = ()
    water: tuple[str, ...] = ()
    decided: tuple[Path, ...] = ()
    earlier: tuple[EarlierCheck, ...] = ()

    @property
    def checked_on(self) -> date | None:
        """The day of the last check."""
        moment = None if self.results is None else moment_of(self.results.findings)
        return None if moment is None else moment.date()  # no moment: a layer that was added by hand

    def field_of(self, parameter: str) -> str:
        """Return the register's field for a parameter of the checks."""
        return str(self.parameters.get(parameter) or USUAL_FIELDS["FACTORIES"][parameter])

    def has_field(self, parameter: str) -> bool:
        """Return whether the register has that field."""
        return self.register is not None and self.register.fields().lookupField(self.field_of(parameter)) >= 0


def materials(roles: LayerRoles, layers: LayersSection) -> Materials:
    """Return what the project offers now."""
    admin = roles.layer("admin")
    register = layers.layer("factories")
    results = latest_of(roles.project, register)
    near, water = ((roles.layer(role) for role in among) for among in (_RECEPTORS, _WATER))
    return Materials(
        register=register,
        results=results,
        parameters=layers.parameters(),
        admin="" if admin is None else admin.id(),
        receptors=tuple(layer.id() for layer in near if layer is not None),
        water=tuple(layer.id() for layer in water if layer is not None),
        decided=files(roles.project, register, results, layers.output_file()),
        earlier=tuple(comparable_checks(roles.project, register)),
    )
