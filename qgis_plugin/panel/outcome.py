"""One sentence about a whole check."""

from __future__ import annotations

from collections import Counter

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from ...processing.i18n import tr
from ..project.results import CheckLayers
from .findings_model import plain


def factory_verdicts(layer: QgsVectorLayer | None) -> dict[str, int]:
    """Return how many factories have each worst verdict; empty when the layer is missing."""
    if layer is None or layer.fields().lookupField("verdict") < 0:
        return {}
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["verdict"], layer.fields())
    return Counter(str(plain(feature["verdict"]) or "") for feature in layer.getFeatures(request))


def outcome(layers: CheckLayers) -> str:
    """Return how many factories pass, as a sentence; empty when none was checked."""
    counted = factory_verdicts(layers.factories)
    total = sum(counted.values())
    if not total:
        return ""
    locale = QLocale()
    return tr("{passed} of {total} factories pass every rule.").format(
        passed=locale.toString(counted.get("pass", 0)), total=locale.toString(total)
    )
