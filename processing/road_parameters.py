"""What the algorithms that follow roads have in common: their parameters, the check of them, and the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from .frames import display_name
from .i18n import tr
from .parameters import EVERY_GEOMETRY, CheckAlgorithm, refuse_unusable

if TYPE_CHECKING:
    from .frames import LayerFrame, Tick

# Metres.
_FARTHEST = 1e6
ROAD_PARAMETERS = ("ROAD_OFF", "ROAD_GAP", "ROAD_CROSSINGS")


class RoadSettings(NamedTuple):
    """How roads are followed.

    Attributes
    ----------
    off : float
        Metres to the nearest road beyond which a place has none.
    gap : float
        Metres within which an end of a road is connected with another road.
    crossings : bool
        Roads are connected where they cross, even without a common vertex.
    """

    off: float
    gap: float
    crossings: bool


class RoadAlgorithm(CheckAlgorithm):
    """Base of the algorithms with a layer of roads."""

    def declare_roads(self, help_text: str) -> None:
        """Declare the layer, and how roads are connected; `help_text` says what the layer is for."""
        number = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterFeatureSource(
                "ROADS", tr("Roads"), [QgsProcessing.SourceType.TypeVectorLine], optional=True
            ),
            help_text,
        )
        self.add(
            QgsProcessingParameterNumber(
                "ROAD_OFF", tr("Largest distance to a road (metres)"), number, 2000.0, minValue=0.0
            ),
            tr("What is farther from every road counts as having none. The way to the road is part of the distance."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "ROAD_GAP", tr("Gaps in the roads to close (metres)"), number, 20.0, minValue=0.0
            ),
            tr("An end of a road that lies so near to another road is connected with it."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("ROAD_CROSSINGS", tr("Connect roads where they cross"), False),
            tr("For layers whose roads have no common vertex where they cross; it connects bridges as well."),
            advanced=True,
        )

    def check_roads(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the layer of roads cannot be used, nothing if it can or none was given."""
        source = self.parameterAsSource(parameters, "ROADS", context)
        lines = QgsWkbTypes.GeometryType.LineGeometry
        if source is not None and QgsWkbTypes.geometryType(source.wkbType()) != lines:
            return tr("{label}: layer “{layer}” holds no lines; a way can be found along lines only.").format(
                label=self.parameterDefinition("ROADS").description(),
                layer=display_name(source, self.layer_of(parameters, "ROADS", context)),
            )
        return self.check_optional(parameters, "ROADS", context, accepts=EVERY_GEOMETRY)

    def road_settings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> RoadSettings:
        """Return how roads are followed.

        Raises
        ------
        LocationError
            If a distance is no number, or out of range.
        """
        off, gap = (self.number_between(parameters, name, 0.0, _FARTHEST, context) for name in ("ROAD_OFF", "ROAD_GAP"))
        return RoadSettings(off, gap, self.parameterAsBool(parameters, "ROAD_CROSSINGS", context))

    def read_roads(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> LayerFrame | None:
        """Read the roads; None where the parameter was left empty."""
        roads = self.read_optional(parameters, "ROADS", context, crs, tick)
        if roads is not None:
            refuse_unusable(roads)
        return roads
