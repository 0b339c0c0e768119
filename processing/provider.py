"""The Processing provider `factory`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.apply_corrections import ApplyCorrections
from .algorithms.assess_site import AssessSite
from .algorithms.check_coordinates import CheckCoordinates
from .algorithms.check_locations import CheckLocations
from .algorithms.check_parks import CheckParks
from .algorithms.check_zoning import CheckZoning
from .algorithms.clusters import Clusters
from .algorithms.compare_runs import CompareRuns
from .algorithms.create_register import CreateRegister
from .algorithms.find_duplicates import FindDuplicates
from .algorithms.hot_spots import HotSpots
from .algorithms.import_register import ImportRegister
from .algorithms.local_sourcing import LocalSourcing
from .algorithms.location_map import LocationMap
from .algorithms.merge_duplicates import MergeDuplicates
from .algorithms.park_capacity import ParkCapacity
from .algorithms.proximity import Proximity
from .algorithms.reconcile_registration import ReconcileRegistration
from .algorithms.register_quality import RegisterQuality
from .algorithms.safety_buffers import SafetyBuffers
from .algorithms.suggest_mapping import SuggestMapping
from .algorithms.undo_changes import UndoChanges
from .algorithms.validate_rules import ValidateRules
from .i18n import tr
from .paths import ICONS

ALGORITHMS = (
    ApplyCorrections,
    AssessSite,
    CheckCoordinates,
    CheckLocations,
    CheckParks,
    CheckZoning,
    Clusters,
    CompareRuns,
    CreateRegister,
    FindDuplicates,
    HotSpots,
    ImportRegister,
    LocalSourcing,
    LocationMap,
    MergeDuplicates,
    ParkCapacity,
    Proximity,
    ReconcileRegistration,
    RegisterQuality,
    SafetyBuffers,
    SuggestMapping,
    UndoChanges,
    ValidateRules,
)


class FactoryProvider(QgsProcessingProvider):
    """Lists the algorithms; importing it must not need geopandas.

    Attributes
    ----------
    proposes : callable
        Returns by parameter what the dialog of an algorithm, of this name, starts with; set by the desktop.
    """

    def __init__(self) -> None:
        super().__init__()
        self.proposes: Callable[[str], Mapping[str, Any]] = lambda _algorithm: {}

    def id(self) -> str:
        return "factory"

    def name(self) -> str:
        return tr("Factory Locations")

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / "factory_locations.svg"))

    def svgIconPath(self) -> str:
        return str(ICONS / "factory_locations.svg")

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
