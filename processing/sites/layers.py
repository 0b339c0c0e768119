"""Reading what proposed sites are judged against, each layer once for as long as it does not change."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsFields, QgsProcessingContext, QgsWkbTypes

from ..admin_layers import UNIT_NAMES
from ..analysis.errors import LocationError
from ..checks.role_layers import ROLE_LAYERS, RoleFeatures, first_of, role_features
from ..frames import LayerFrame, LayerProblem, Tick, definition, python_value, read_layer
from ..i18n import interface_locale, tr
from ..inputs import KHMER_NAME, LICENCE, Areas, Factories, areas_of
from ..parameters import USUAL_FIELDS
from .layer_store import STORE, stamp, weight

if TYPE_CHECKING:
    import numpy as np

    from ..parameters import CheckAlgorithm
    from ..rules.pack import Rule
    from .check import Surroundings

    _Base = CheckAlgorithm
else:
    _Base = object

# Names under which layers keep the area of a park, or of a factory's ground, in hectares.
AREA_FIELDS = ("area_ha", "ground_ha", "plot_area_ha", "site_area_ha")
CODE_FIELDS = ("code", "commune_code", "district_code", "province_code", "ADM3_PCODE", "ADM2_PCODE", "ADM1_PCODE")


class SiteLayers(_Base):
    """For a `CheckAlgorithm` that is asked again and again about the same layers."""

    def surroundings(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> Surroundings:
        """Return all that was given to judge by; layers that did not change are not read again."""
        from .check import Surroundings

        zones, zone_role = self._zones(parameters, context, crs, tick)
        parks, park_role, capacity = self._parks(parameters, context, crs, tick)
        roles = self._roles(parameters, context, crs, tick)
        register, ground, key = self._register(parameters, context, crs, tick)
        given = {"zoning": zone_role, "parks": park_role}
        return Surroundings(
            zones=_own(zones),
            parks=_own(parks),
            roles={**roles, **{role: features for role, features in given.items() if features is not None}},
            register=register,
            others=_Others(register, key),
            capacity_ha=capacity,
            ground_ha=ground,
            admin=self._admin(parameters, context, crs, tick),
        )

    def _key(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, name: str, *more: str
    ) -> Hashable | None:
        """Return what tells one state of a layer, read as its and `more` parameters say, from every other."""
        source = self.parameterAsSource(parameters, name, context)
        state = stamp(source, self.layer_of(parameters, name, context), crs)
        if state is None:
            return None
        asked = [field for field in (*USUAL_FIELDS[name], *more) if self.parameterDefinition(field) is not None]
        chosen = tuple(self.parameterAsString(parameters, field, context) for field in asked)
        return name, state, chosen, self.default_accuracy(parameters, context, name)

    def _zones(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[Areas | None, RoleFeatures | None]:
        from ..checks.role_check import as_role

        if not self._has(parameters, "ZONING", context):
            return None, None

        def read() -> tuple[Areas, RoleFeatures]:
            areas = self.read_areas(parameters, "ZONING", context, crs, tick)
            drawn = _drawn(areas)
            return areas, as_role(drawn, "zoning")

        key = self._key(parameters, context, crs, "ZONING")
        return STORE.taken(key, read, lambda made: weight(made[0].layer))

    def _parks(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[Areas | None, RoleFeatures | None, Mapping[str, float]]:
        from ..checks.role_check import as_role
        from ..checks.rule_check import merge_parks

        if not self._has(parameters, "PARKS", context):
            return None, None, {}

        def read() -> tuple[Areas, RoleFeatures, Mapping[str, float]]:
            areas = self.read_areas(parameters, "PARKS", context, crs, tick)
            capacity = dict(zip(areas.ids[::-1], self._hectares(parameters, "PARKS", context, areas.feature_ids)[::-1]))
            merged = merge_parks(areas)
            return merged, as_role(merged, "parks"), capacity

        key = self._key(parameters, context, crs, "PARKS")
        return STORE.taken(key, read, lambda made: weight(made[0].layer))

    def _roles(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> dict[str, RoleFeatures]:
        given = [layer for layer in ROLE_LAYERS.values() if self._has(parameters, layer.parameter, context)]
        out = {}
        for role in dict.fromkeys(layer.role for layer in given):
            members = [layer for layer in given if layer.role == role]
            keys = [self._key(parameters, context, crs, m.parameter, m.class_parameter) for m in members]

            def read(role: str = role, members: Any = members) -> RoleFeatures:
                return role_features(role, [self._read_role(m, parameters, context, crs, tick) for m in members])

            key = (role, *keys) if all(key is not None for key in keys) else None
            out[role] = STORE.taken(key, read, lambda made: weight(*made.layers))
        return out

    def _register(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick
    ) -> tuple[Factories | None, np.ndarray | None, Hashable | None]:
        if not self._has(parameters, "FACTORIES", context):
            return None, None, None

        def read() -> tuple[Factories, np.ndarray]:
            known = self.parameterAsSource(parameters, "FACTORIES", context).fields().names()
            register = self.read_factories(parameters, context, crs, tick, more=[n for n in (LICENCE,) if n in known])
            return register, self._ground(parameters, context, register)

        key = self._key(parameters, context, crs, "FACTORIES")
        register, ground = STORE.taken(key, read, lambda made: weight(made[0].layer))
        return register, ground, key

    def _admin(self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str, tick: Tick) -> Areas | None:
        if not self._has(parameters, "ADMIN", context):
            return None
        chosen = self.parameterAsString(parameters, "ADMIN_NAME_FIELD", context)  # taken in every language
        khmer = interface_locale().startswith("km") and not chosen

        def read() -> Areas:
            source = self.parameterAsSource(parameters, "ADMIN", context)
            known = source.fields().names()
            code = self._field(parameters, "ADMIN_CODE_FIELD", source, context) or first_of(CODE_FIELDS, known)
            name = self._field(parameters, "ADMIN_NAME_FIELD", source, context) or first_of(UNIT_NAMES, known)
            own = KHMER_NAME if khmer and KHMER_NAME in known else ""
            layer = read_layer(
                source,
                self.layer_of(parameters, "ADMIN", context),
                role="admin",
                fields=list(dict.fromkeys(field for field in (code, name, own) if field)),
                crs=crs,
                tick=tick,
            )
            areas = areas_of(layer, "", code, name, "")
            return _drawn(_in_khmer(areas, areas_of(layer, "", code, own, "")) if own else areas)

        key = self._key(parameters, context, crs, "ADMIN")
        return STORE.taken(None if key is None else (key, khmer), read, lambda made: weight(made.layer))

    def _ground(self, parameters: dict[str, Any], context: QgsProcessingContext, register: Factories) -> np.ndarray:
        """Return the hectares of each factory's ground: of its premises as drawn, else as a field says."""
        import numpy as np
        import shapely

        if register.polygonal:
            return np.nan_to_num(shapely.area(register.geometries), nan=0.0) / 10_000
        return self._hectares(parameters, "FACTORIES", context, register.layer.frame.index.tolist())

    def _hectares(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        features: Sequence[int],
    ) -> np.ndarray:
        """Return the area that a field of the layer gives each of the features, in hectares, NaN where none."""
        import numpy as np

        source = self.parameterAsSource(parameters, name, context)
        field = first_of(AREA_FIELDS, source.fields().names())
        if not field:
            return np.full(len(features), np.nan)
        request = QgsFeatureRequest().setSubsetOfAttributes([source.fields().lookupField(field)])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        values = {feature.id(): _number(python_value(feature[field])) for feature in source.getFeatures(request)}
        return np.array([values.get(id_, np.nan) for id_ in features])

    def within_area(self, sites: Factories, crs: str) -> Factories:
        """Return the sites, without the places of those that lie outside of the working CRS's area."""
        import numpy as np

        from ..analysis.crs import beyond
        from .check import degrees_of

        outside = np.flatnonzero(beyond(crs, degrees_of(sites)))
        geometries = sites.geometries.copy()
        for row in outside.tolist():
            note = "outside of the area of the working CRS"
            geometries[row] = None
            sites.layer.notes[row] = note
            advice = tr("Not judged; correct the coordinates, or set the CRS they are really in.")
            sites.layer.problems.append(LayerProblem(sites.layer.name, int(sites.layer.frame.index[row]), note, advice))
        return replace(sites, geometries=geometries)


def _own(areas: Areas | None) -> Areas | None:
    """Return areas of which a question may report problems: those it finds are not those of the next question."""
    return areas and replace(areas, layer=replace(areas.layer, problems=list(areas.layer.problems)))


def _in_khmer(areas: Areas, khmer: Areas) -> Areas:
    """Return areas by their Khmer names, those without one by the other."""
    import numpy as np

    return replace(areas, names=np.where(khmer.names == "", areas.names, khmer.names).astype(object))


class _Others:
    """Finds the other factories that a rule is about, each set of them once."""

    def __init__(self, register: Factories | None, key: Hashable | None) -> None:
        self._register, self._key = register, key

    def __call__(self, rule: Rule) -> RoleFeatures | None:
        from ..checks.role_check import other_factories

        register = self._register
        if register is None:
            return None
        key = None if self._key is None else ("others", self._key, rule.others_include, rule.others_exclude)
        return STORE.taken(key, lambda: other_factories(rule, register), lambda made: len(made.ids))


def _drawn(areas: Areas | None) -> Areas:
    """Return the areas that have a shape."""
    import shapely

    if areas is None:
        raise LookupError("a layer that was given is not there")
    if not shapely.is_missing(areas.geometries).any():
        return areas
    keep = ~shapely.is_missing(areas.geometries)
    return Areas(
        areas.layer,
        areas.geometries[keep],
        areas.ids[keep],
        areas.codes[keep],
        areas.names[keep],
        areas.vintages[keep],
    )


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


def point_site(
    xy: tuple[float, float],
    point_crs: QgsCoordinateReferenceSystem,
    crs: str,
    *,
    name: str,
    activity: str,
    size: str | None,
    accuracy_m: float,
) -> Factories:
    """Return one proposed site.

    Parameters
    ----------
    xy : (float, float)
        In `point_crs`.
    crs : str
        The working CRS.

    Raises
    ------
    LocationError
        If the coordinates do not fit their CRS, or lie outside of the area of the working CRS.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    from ..analysis.activities import normalise
    from ..analysis.crs import operation

    _refuse_misfit(xy, point_crs)
    into = operation(definition(point_crs), crs)
    place = into.points(np.array([xy]))
    _refuse_outside(xy, point_crs, place, crs)
    shapes = shapely.points(place)
    layer = LayerFrame(
        role="sites",
        name=tr("proposed site"),
        source="",
        crs=point_crs,
        operation=into.description,
        accuracy_m=into.accuracy_m,
        frame=gpd.GeoDataFrame(geometry=shapes, crs=crs),
        notes=np.full(1, None, dtype=object),
        fields=QgsFields(),
        wkb_type=QgsWkbTypes.Type.Point,
    )
    return Factories(
        layer=layer,
        ids=_one(name or tr("site")),
        names=_one(name or None),
        provinces=_one(None),
        declared=_one(None),
        activities=_one(normalise(activity)),
        accuracy=np.array([accuracy_m]),
        stated=np.array([True]),
        methods=_one(None),
        sizes=_one(size),
        new=_one(True),
        geometries=np.asarray(shapes, dtype=object),
        polygonal=False,
        can_declare=np.zeros(1, dtype=bool),
    )


def _one(value: object) -> np.ndarray:
    import numpy as np

    out = np.empty(1, dtype=object)
    out[0] = value
    return out


def _refuse_misfit(xy: tuple[float, float], crs: QgsCoordinateReferenceSystem) -> None:
    """Raise `LocationError` for coordinates that cannot be in the CRS they are said to be in."""
    x, y = xy
    point = f"{x:g}, {y:g}"
    if not crs.isValid():
        raise LocationError(
            "The CRS of the point {point} is not known. Write it with the point, as in 104.9,11.55 [EPSG:4326].",
            point=point,
        )
    name = crs.authid() or crs.description()
    if crs.isGeographic() and (abs(x) > 180 or abs(y) > 90):
        if abs(x) <= 90 and abs(y) <= 180:
            raise LocationError(
                "The point {point} has a latitude of {latitude}°, beyond the pole. Were the two numbers swapped? "
                "Longitude comes first.",
                point=point,
                latitude=f"{y:g}",
            )
        raise LocationError(
            "The point {point} is said to be in degrees ({crs}), but its numbers look like metres. "
            "Write the CRS that they are in, as in 492000,1277000 [EPSG:32648].",
            point=point,
            crs=name,
        )
    if not crs.isGeographic() and abs(x) <= 180 and abs(y) <= 90:
        raise LocationError(
            "The point {point} is said to be in metres ({crs}), but its numbers look like degrees. "
            "Write the CRS that they are in, as in 104.9,11.55 [EPSG:4326].",
            point=point,
            crs=name,
        )


def _refuse_outside(
    xy: tuple[float, float], point_crs: QgsCoordinateReferenceSystem, place: np.ndarray, crs: str
) -> None:
    """Raise `LocationError` for a point where nothing is measured rightly in the working CRS."""
    import numpy as np

    from ..analysis.crs import beyond, check_scale, operation

    def outside(lon_lat: np.ndarray) -> bool:
        return not np.isfinite(lon_lat).all() or bool(beyond(crs, lon_lat)[0])

    degrees = operation(definition(point_crs), "EPSG:4326").points(np.array([xy]))
    if not outside(degrees) and np.isfinite(place).all():
        check_scale(crs, place)
        return
    told = {"point": f"{xy[0]:g}, {xy[1]:g}", "crs": point_crs.authid() or point_crs.description(), "working": crs}
    if not outside(degrees[:, ::-1]):
        raise LocationError(
            "The point {point} ({crs}) lies outside of the area of the working CRS {working}; with the two numbers "
            "swapped it lies inside. Longitude comes first.",
            **told,
        )
    raise LocationError(
        "The point {point} ({crs}) lies outside of the area of the working CRS {working}. "
        "Check the coordinates and their CRS, or choose a working CRS made for the place.",
        **told,
    )
