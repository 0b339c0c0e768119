"""One sentence about a whole check, and what it could not check."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from ...processing.i18n import tr
from ..project.packs import missing_words
from ..project.results import CheckLayers
from .findings_model import plain

_SHOWN = 3


@dataclass(frozen=True)
class Outcome:
    """What a check comes to.

    Attributes
    ----------
    headline : str
        How many factories pass; empty when none was checked.
    unchecked : str
        Which layers were missing, and how many rules for want of them were not checked; empty for none.
    unchecked_all : str
        The same with every layer and rule.
    """

    headline: str = ""
    unchecked: str = ""
    unchecked_all: str = ""

    def __str__(self) -> str:
        return self.headline


def factory_verdicts(layer: QgsVectorLayer | None) -> dict[str, int]:
    """Return how many factories have each worst verdict; empty when the layer is missing."""
    if layer is None or layer.fields().lookupField("verdict") < 0:
        return {}
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["verdict"], layer.fields())
    return Counter(str(plain(feature["verdict"]) or "") for feature in layer.getFeatures(request))


def khmer_names(layer: QgsVectorLayer | None) -> dict[str, str]:
    """Return the Khmer name of each factory by its id; empty where the layer holds none."""
    wanted = ["factory_id", "factory_name_km"]
    if layer is None or any(layer.fields().lookupField(name) < 0 for name in wanted):
        return {}
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(wanted, layer.fields())
    rows = [[plain(feature[name]) for name in wanted] for feature in layer.getFeatures(request)]
    return {str(factory): str(name) for factory, name in rows if factory and name}


def outcome(layers: CheckLayers) -> Outcome:
    """Return how many factories pass, and which rules were not checked for want of which layers."""
    counted = factory_verdicts(layers.factories)
    total = sum(counted.values())
    if not total:
        return Outcome()
    locale = QLocale()
    headline = tr("{passed} of {total} factories pass every rule that was checked.").format(
        passed=locale.toString(counted.get("pass", 0)), total=locale.toString(total)
    )
    return Outcome(headline, *_unchecked(_rules_without_layer(layers)))


def _rules_without_layer(layers: CheckLayers) -> dict[str, list[str]]:
    """Return the rules that were not, or not wholly, checked, by the words for what was missing."""
    rules = QgsVectorLayer(f"{layers.path}|layername=rules", "rules", "ogr")
    known = {field.name() for field in rules.fields()} if rules.isValid() else set()
    if not {"rule_id", "role", "not_checked", "missing"} <= known:
        return {}  # written by an earlier version, or by hand
    found: dict[str, list[str]] = defaultdict(list)
    for row in rules.getFeatures():
        if plain(row["not_checked"]):
            words = missing_words(str(plain(row["role"]) or ""), str(plain(row["missing"]) or ""))
            for word in words:
                found[word].append(str(row["rule_id"]))
    return dict(found)


def _unchecked(found: dict[str, list[str]]) -> tuple[str, str]:
    if not found:
        return "", ""
    count = len({rule for rules in found.values() for rule in rules})
    names = list(found)
    listed = ", ".join(names[:_SHOWN])
    if len(names) > _SHOWN:
        listed = tr("{some} and {count} more").format(some=listed, count=len(names) - _SHOWN)
    said = tr("Rules not, or not wholly, checked: {count}. Layers missing: {layers}.").format(
        count=QLocale().toString(count), layers=listed
    )
    every = "\n".join(f"{name}: {', '.join(rules)}" for name, rules in found.items())
    return said, every
