"""What is wrong with one record of a register: for the moment in which it is edited, not for a whole register.

It is judged by the same functions, read by the same rules, as by `find_duplicates` and `check_coordinates`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsProcessingFeedback, QgsVectorLayer

from ..admin_layers import level_of

if TYPE_CHECKING:
    from ..analysis.coordinate_checks import Context

# Metres within which two records may be one factory, as `find_duplicates` has it by default.
NEAR_M = 500.0


@dataclass(frozen=True)
class Double:
    """A record that may be of the same factory.

    Attributes
    ----------
    factory : str
        Its id, and its name where it has one.
    certainty : {"certain", "likely", "possible"}
    distance_m : float
        NaN where a location is missing.
    evidence, against : str
        Sentences; `against` may be empty.
    """

    factory: str
    certainty: str
    distance_m: float
    evidence: str
    against: str


@dataclass(frozen=True)
class Misplaced:
    """Something that the place contradicts: a declared unit or park, or the country.

    Attributes
    ----------
    code : str
        Such as ``C17``, see `docs/check-coordinates.md`.
    certainty : {"certain", "likely", "possible"}
    problem, evidence : str
        Sentences.
    """

    code: str
    certainty: str
    problem: str
    evidence: str


def doubles(near: QgsVectorLayer, chosen: Mapping[str, str]) -> list[Double]:
    """Return the records that may be of the same factory as the first one, the likeliest first.

    What is only possible is told of records at one place: most of those are two factories.

    Parameters
    ----------
    near : QgsVectorLayer
        The record that is asked about, and those around it up to twice `NEAR_M` away.
    chosen : mapping of parameter to field
        Fields of the register that do not have their usual names.
    """
    from ..algorithms.find_duplicates import FindDuplicates
    from ..analysis.duplicates import POSSIBLE, find
    from .duplicates import against, evidence, name_of, register_of

    if near.featureCount() < 2:
        return []
    algorithm = FindDuplicates()
    algorithm.initAlgorithm({})
    fields = {name: field for name, field in chosen.items() if algorithm.parameterDefinition(name) is not None}
    given = {"FACTORIES": near, **fields}
    factories, used = algorithm.read_register(given, QgsProcessingContext(), QgsProcessingFeedback(False))
    register = register_of(factories, used)
    first = int(factories.layer.frame.index.argmin())
    out = []
    for pair in find(register, NEAR_M, POSSIBLE, workers=1).pairs.to_dict("records"):
        if first not in (pair["row_a"], pair["row_b"]):
            continue
        if pair["certainty"] == POSSIBLE and (pair["place"] != "same" or pair["against"]):
            continue
        other = pair["row_b"] if pair["row_a"] == first else pair["row_a"]
        id_, name = str(register.ids[other]), name_of(register, other)
        out.append(
            Double(
                factory=f"{id_} “{name}”" if name else id_,
                certainty=pair["certainty"],
                distance_m=float(pair["distance_m"]),
                evidence=evidence(register, pair, NEAR_M),
                against=against(register, pair) or "",
            )
        )
    return out


def misplaced(
    record: QgsVectorLayer, admin: QgsVectorLayer | None, parks: QgsVectorLayer | None, chosen: Mapping[str, str]
) -> list[Misplaced]:
    """Return what the place of a record contradicts, the surest first; nothing where no layer can tell.

    Parameters
    ----------
    record : QgsVectorLayer
        Of one feature.
    admin, parks : QgsVectorLayer or None
        Polygons of provinces, districts or communes, and of industrial parks.
    chosen : mapping of parameter to field
        As for `doubles`.
    """
    from ..algorithms.check_coordinates import CheckCoordinates
    from ..analysis.coordinate_checks import CERTAINTIES, standing
    from ..coordinates.sentences import Speaker

    algorithm = CheckCoordinates()
    algorithm.initAlgorithm({})
    fields = {name: field for name, field in chosen.items() if algorithm.parameterDefinition(name) is not None}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    loaded = algorithm.read_factories({"FACTORIES": record, **fields}, "FACTORIES", context, feedback)
    if "park_id" not in loaded.fields:
        parks = None  # what cannot be declared is not missing
    around = _surroundings(algorithm, admin, parks)
    if around is None:
        return []
    speaker = Speaker()
    found = sorted(standing(loaded.register, around), key=lambda one: CERTAINTIES.index(one.certainty))
    return [
        Misplaced(one.code, one.certainty, speaker.say("problem", one.problem), speaker.all(one.evidence))
        for one in found
    ]


def _surroundings(algorithm: Any, admin: QgsVectorLayer | None, parks: QgsVectorLayer | None) -> Context | None:
    """Return units and parks as the check of coordinates wants them, read once for as long as they do not change."""
    from ..sites.layer_store import STORE, stamp, weight

    known = None if admin is None else level_of(admin)
    given: dict[str, Any] = {}
    if known is not None:
        level, field = known
        given = {level.parameter: admin, f"{level.parameter}_CODE_FIELD": field}
    if parks is not None:
        given["PARKS"] = parks
    if not given:
        return None
    context = QgsProcessingContext()
    layers = [value for value in given.values() if isinstance(value, QgsVectorLayer)]
    states = [stamp(QgsProcessingFeatureSource(layer, context), layer, "") for layer in layers]
    key = None if None in states else ("record", tuple(given), *states)

    def read() -> tuple[Context, Sequence[Any]]:
        around, frames = algorithm.read_context(given, context, QgsProcessingFeedback(False))
        return around, frames

    return STORE.taken(key, read, lambda made: weight(*made[1]))[0]
