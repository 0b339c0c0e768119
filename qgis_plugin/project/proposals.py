"""What the dialogs of Processing start with: the layers that the project has for the roles, its checks and rule pack.

What else a dialog asks for, as a table to import, nobody but the person knows: it starts empty, see
`processing.dialog_start`.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer

from ...processing.admin_layers import PROVINCES, level_of
from ...processing.checks.role_layers import RECEPTORS, ROLE_LAYERS
from ..panel.corrections import layers_box
from .earlier import checks_of
from .roles import LayerRoles

# Parameter -> role, whichever algorithm has it.
_ROLE_OF = {
    "FACTORIES": "factories",
    "REGISTER": "factories",
    "ZONING": "zoning",
    "PARKS": "parks",
    "ADMIN": "admin",
    **{name: name.lower() for name in ROLE_LAYERS},
}
_FOR_PROVINCES = "PROVINCES"
# Algorithm -> its parameters for findings, the newest check first.
_CHECKS = {
    "compare_runs": ("AFTER", "BEFORE"),
    "register_quality": ("FINDINGS",),
}
# What a person decides: something here means another method, or a change of the register, and not only more to see.
# Without rules, the safety analysis has packs of its own, with far more distances than those that judge places.
_LEFT_EMPTY = {
    "import_register": "REGISTER",
    "local_sourcing": "ROADS",
    "park_capacity": "ROADS",
    "proximity": "ROADS",
    "safety_buffers": "RULES",
}
_TO_PROTECT = tuple(name.lower() for name, layer in ROLE_LAYERS.items() if layer.role == RECEPTORS)


def proposed(roles: LayerRoles, algorithm: str) -> dict[str, Any]:
    """Return what the project has for the parameters of an algorithm: ids of layers, lists of them, and a path.

    Checks are those of the register that has the role: what another was found to be is not compared with it.

    What is broken, or not there, is left out.
    """
    layers = {name: roles.layer(role) for name, role in _ROLE_OF.items()}
    layers[_FOR_PROVINCES] = _provinces(roles)
    if algorithm == "check_coordinates":
        layers |= layers_box.proposed(roles)
    checks = checks_of(roles.project, roles.layer("factories"))
    layers |= {name: check.findings for name, check in zip(_CHECKS.get(algorithm, ()), checks)}
    values: dict[str, Any] = {name: layer.id() for name, layer in layers.items() if layer is not None}
    values["RULES"] = roles.rules()
    if algorithm == "safety_buffers":  # takes all of them together
        values["RECEPTORS"] = [layer.id() for layer in map(roles.layer, _TO_PROTECT) if layer is not None]
    values.pop(_LEFT_EMPTY.get(algorithm, ""), None)
    return values


def _provinces(roles: LayerRoles) -> QgsVectorLayer | None:
    """Return the layer of administrative units, unless they are districts or communes."""
    layer = roles.layer("admin")
    known = None if layer is None else level_of(layer)
    return layer if known is None or known[0] == PROVINCES else None
