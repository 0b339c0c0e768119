"""The factory that is looked at while it is edited, copied out of the layer: a thread reads only what nobody edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...processing.fields import make_fields
from ...processing.i18n import tr
from ...processing.inputs import typical_accuracies
from ...processing.parameters import field_in
from ...processing.register.one_record import NEAR_M
from ..panel.site.asker import Question
from .live_ids import IdSearch, text_of

_WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
_M_PER_DEG = 111_320.0
# So many of those around are compared, the nearest; of more than that in a kilometre, those read first.
_COMPARED, _READ = 150, 1500
# Parameter of `factory:assess_site` -> the field of a subject's site.
SITE_FIELDS = {
    "SITE_ID_FIELD": "site_id",
    "SITE_NAME_FIELD": "name",
    "SITE_ACTIVITY_FIELD": "isic",
    "SITE_SIZE_FIELD": "size_class",
    "SITE_ACCURACY_FIELD": "accuracy_m",
}


@dataclass(frozen=True)
class Subject:
    """A factory as it stands in the edit buffer, or where it would be let go.

    Attributes
    ----------
    layer_id : str
    fid : int
    called : str
        What to call it.
    site : QgsVectorLayer
        The factory alone, as `factory:assess_site` wants a proposed site.
    record : QgsVectorLayer
        The factory alone, with the fields of the register.
    near : QgsVectorLayer
        The factory first, then those around it.
    ids : IdSearch
        Finds another factory with its id.
    """

    layer_id: str
    fid: int
    called: str
    site: QgsVectorLayer
    record: QgsVectorLayer
    near: QgsVectorLayer
    ids: IdSearch


@dataclass(frozen=True)
class SiteQuestion(Question):
    """A question about a layer of one site: premises have a shape, which a point has not."""

    subject: Subject | None = field(default=None, compare=False)

    def given(self) -> dict[str, Any]:
        """Return all parameters."""
        return dict(self.parameters)


def subject_of(
    layer: QgsVectorLayer, feature: QgsFeature, chosen: Mapping[str, str], project: QgsProject
) -> Subject | None:
    """Return a factory with what is around it; None where it has no place.

    Parameters
    ----------
    layer : QgsVectorLayer
        The register; what stands around is read from it, edits that are not saved yet included.
    feature : QgsFeature
    chosen : mapping of parameter to field
        Fields that do not have their usual names.
    """
    geometry = feature.geometry()
    if geometry.isNull() or geometry.isEmpty():
        return None
    return Subject(
        layer_id=layer.id(),
        fid=feature.id(),
        called=_called(feature, layer.fields(), chosen),
        site=_site(layer, feature, chosen),
        record=_like(layer, feature),
        near=_near(layer, feature, project),
        ids=IdSearch(layer, feature, chosen, project),
    )


def _text(feature: QgsFeature, fields: QgsFields, purpose: str, chosen: Mapping[str, str]) -> str:
    return text_of(feature, fields, field_in(fields, purpose, chosen.get(purpose, "")))


def _called(feature: QgsFeature, fields: QgsFields, chosen: Mapping[str, str]) -> str:
    told = (_text(feature, fields, purpose, chosen) for purpose in ("FACTORY_ID_FIELD", "NAME_FIELD", "NAME_KM_FIELD"))
    known = next((text for text in told if text), "")
    return known or (tr("New factory") if feature.id() < 0 else tr("Factory {number}").format(number=feature.id()))


def _site(layer: QgsVectorLayer, feature: QgsFeature, chosen: Mapping[str, str]) -> QgsVectorLayer:
    fields = make_fields((name, "text") for name in SITE_FIELDS.values())
    purposes = ("NAME_FIELD", "ACTIVITY_FIELD", "SIZE_FIELD")
    name, activity, size = (_text(feature, layer.fields(), purpose, chosen) for purpose in purposes)
    values = [_saved_id(layer, feature, chosen), name, activity, size, _accuracy(feature, layer.fields(), chosen)]
    site = QgsMemoryProviderUtils.createMemoryLayer(layer.name(), fields, layer.wkbType(), layer.crs())
    _put(site, feature.geometry(), values)
    return site


def _saved_id(layer: QgsVectorLayer, feature: QgsFeature, chosen: Mapping[str, str]) -> str:
    """Return the id under which the register has the factory so far: by that it is not taken for its own neighbour."""
    if feature.id() < 0:
        return _text(feature, layer.fields(), "FACTORY_ID_FIELD", chosen)
    provider = layer.dataProvider()
    request = QgsFeatureRequest(feature.id()).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    saved = next(provider.getFeatures(request), None)
    known = "" if saved is None else _text(saved, provider.fields(), "FACTORY_ID_FIELD", chosen)
    return known or f"feature {feature.id()}"


def _accuracy(feature: QgsFeature, fields: QgsFields, chosen: Mapping[str, str]) -> str:
    """Return the metres that are stated, else those usual for the method; empty where neither is known."""
    stated = _text(feature, fields, "ACCURACY_FIELD", chosen)
    if stated:
        return stated
    usual = typical_accuracies().get(_text(feature, fields, "METHOD_FIELD", chosen))
    return "" if usual is None else f"{usual:g}"


def _like(layer: QgsVectorLayer, feature: QgsFeature) -> QgsVectorLayer:
    """Return a layer with the fields of the register and one feature."""
    like = QgsMemoryProviderUtils.createMemoryLayer(layer.name(), layer.fields(), layer.wkbType(), layer.crs())
    _put(like, feature.geometry(), feature.attributes())
    return like


def _near(layer: QgsVectorLayer, feature: QgsFeature, project: QgsProject) -> QgsVectorLayer:
    near = _like(layer, feature)
    middle = feature.geometry().boundingBox().center()
    box = _around(feature.geometry().boundingBox(), layer, project)
    if box is not None:
        request = QgsFeatureRequest(box).setLimit(_READ)
        others = [one for one in layer.getFeatures(request) if one.id() != feature.id()]
        others.sort(key=lambda one: middle.sqrDist(one.geometry().boundingBox().center()))
        near.dataProvider().addFeatures(others[:_COMPARED])
    return near


def _around(box: QgsRectangle, layer: QgsVectorLayer, project: QgsProject) -> QgsRectangle | None:
    """Return what lies within twice the distance of a double, in the layer's CRS: a double's own neighbours too."""
    into, back = (
        QgsCoordinateTransform(*way, project.transformContext())
        for way in ((layer.crs(), _WGS84), (_WGS84, layer.crs()))
    )
    try:
        degrees = into.transformBoundingBox(box)
        degrees.grow(2 * NEAR_M / _M_PER_DEG)
        return back.transformBoundingBox(degrees)
    except QgsCsException:  # a place that the CRS does not have; the checks themselves say so
        return None


def _put(layer: QgsVectorLayer, geometry: QgsGeometry, values: Sequence[Any]) -> None:
    one = QgsFeature(layer.fields())
    one.setGeometry(QgsGeometry(geometry))
    one.setAttributes([_fitting(field, value) for field, value in zip(layer.fields(), values)])
    layer.dataProvider().addFeatures([one])


def _fitting(field: QgsField, value: Any) -> Any:
    """Return a value as its field takes it: the key of a new feature is a text, “Autogenerate”, until it is saved."""
    try:
        return field.convertCompatible(value)
    except ValueError:
        return None


def moved(feature: QgsFeature, to: QgsPointXY) -> QgsFeature:
    """Return a feature as it would be with its place, or the middle of its premises, at a point of the layer's CRS."""
    there = QgsFeature(feature)
    geometry = QgsGeometry(feature.geometry())
    if geometry.isNull():
        geometry = QgsGeometry.fromPointXY(to)
    else:
        middle = geometry.centroid().asPoint()
        geometry.translate(to.x() - middle.x(), to.y() - middle.y())
    there.setGeometry(geometry)
    return there
