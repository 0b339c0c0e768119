"""Proposed corrections into the register: read them, apply those chosen, and say what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsVectorLayer

from ..analysis.errors import LocationError
from ..base import said
from ..decisions import decision
from ..i18n import tr
from ..storage.geopackage import Table
from .store import KEEP, Change
from .table import id_text, point_at

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

APPLIED, LEFT, UNCHANGED = "applied", "left", "unchanged"
NEEDED = ("factory_id", "code", "rank", "certainty", "new_lon", "new_lat", "old_lon", "old_lat", "accepted")
_TEXTS = ("proposal_id", "finding_id", "factory_id", "factory_name", "code", "certainty", "evidence", "note")
_NUMBERS = ("rank", "new_lon", "new_lat", "old_lon", "old_lat", "new_accuracy_m")
# What a proposal says of a location -> the register's field.
_DESCRIBES = {
    "new_method": "loc_method",
    "new_accuracy_m": "loc_accuracy_m",
    "new_datum": "loc_datum",
    "new_source": "loc_source",
}

REPORT_FIELDS = (
    ("proposal_id", "text"),
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("rank", "integer"),
    ("certainty", "text"),
    ("outcome", "text"),
    ("reason", "text"),
    ("why", "text"),
    ("moved_m", "real"),
    ("old_lon", "real"),
    ("old_lat", "real"),
    ("new_lon", "real"),
    ("new_lat", "real"),
    ("dry_run", "boolean"),
    ("batch_id", "text"),
)
WGS84 = "EPSG:4326"


@dataclass(frozen=True)
class Outcome:
    """What became of one proposal: `APPLIED`, `LEFT` or `UNCHANGED`, in a word why, and in a sentence."""

    outcome: str
    reason: str
    why: str = ""


def read_proposals(layer: QgsVectorLayer, label: str) -> pd.DataFrame:
    """Return the proposals of a layer, edits that are not saved yet included.

    Parameters
    ----------
    layer : QgsVectorLayer
        The layer ``proposals`` of `check_coordinates`.
    label : str
        What the person calls the input.

    Raises
    ------
    LocationError
        If a column is missing, or an `accepted` is neither yes nor no.
    """
    import pandas as pd

    names = layer.fields().names()
    absent = [name for name in NEEDED if name not in names]
    if absent:
        raise LocationError(
            "{label}: layer “{layer}” has no field “{field}”. Choose the layer “proposals” of a check of coordinates.",
            label=label,
            layer=layer.name(),
            field=absent[0],
        )
    rows = [[plain(value) for value in feature.attributes()] for feature in layer.getFeatures()]
    found = pd.DataFrame(rows, columns=names, dtype=object)
    for name in {*_TEXTS, *_DESCRIBES} - set(names):
        found[name] = None
    for name in _TEXTS:
        found[name] = [id_text(value) or None for value in found[name]]
    for name in _NUMBERS:
        found[name] = pd.to_numeric(found[name], errors="coerce").astype("float64")
    called = layer.name()
    records = [name or factory or "" for name, factory in zip(found["proposal_id"], found["factory_id"])]
    told = enumerate(zip(found["accepted"], records), start=1)
    found["accepted"] = pd.Series([decision(v, called, row, "accepted", id_) for row, (v, id_) in told], dtype=object)
    return found


def plain(value: Any) -> Any:
    """Return an attribute of QGIS, None where it is empty."""
    return None if value is None or value == NULL else value


def apply_proposals(
    change: Change,
    proposals: pd.DataFrame,
    words: np.ndarray,
    reason: str,
    tick: Callable[[float], None],
) -> list[Outcome]:
    """Apply the chosen proposals to a register, and say of all what became of them.

    Parameters
    ----------
    change : Change
    proposals : pandas.DataFrame
        n rows of `read_proposals`.
    words : (n,) object array of str
        Of `analysis.corrections.choose`.
    reason : str
        For the log; empty for each proposal's evidence.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    import numpy as np

    from ..analysis.corrections import CHOSEN

    told = _told_why_not(proposals)
    outcomes = [Outcome(LEFT, word, told.get(word, lambda _: "")(row)) for row, word in enumerate(words)]
    rows, before = _current(change, proposals, np.flatnonzero(words == CHOSEN), outcomes)
    if not rows:
        return outcomes
    plan = _plan(change, proposals, rows, np.array(before, dtype="float64").reshape(-1, 2))
    records = proposals.iloc[rows].to_dict("records")
    for i, (row, record) in enumerate(zip(rows, records)):
        if i % 500 == 0:
            tick(i / len(rows))
        outcomes[row] = plan.apply(change, i, record, reason)
    return outcomes


def _current(
    change: Change, proposals: pd.DataFrame, chosen: np.ndarray, outcomes: list[Outcome]
) -> tuple[list[int], list[tuple[float, float]]]:
    """Return the rows whose factory is in the register once, and where it stands, in the CRS of the register."""
    nowhere = (float("nan"), float("nan"))
    rows, before = [], []
    factories = proposals["factory_id"].tolist()
    for row in chosen.tolist():
        factory = factories[row]
        count = change.count(factory)
        if count == 1:
            rows.append(row)
            before.append(change.place(factory) or nowhere)
        elif count:
            why = tr("{count} rows of the register have this id. Give each an id of its own.").format(count=count)
            outcomes[row] = Outcome(LEFT, "id not unique", why)
        else:
            outcomes[row] = Outcome(LEFT, "not in the register", tr("No factory of the register has this id."))
    return rows, before


@dataclass(frozen=True)
class _Plan:
    """For each chosen proposal: where the factory stands and is to stand, and whether it may be moved at all."""

    now: np.ndarray
    target: np.ndarray
    blank: np.ndarray
    complete: np.ndarray
    as_before: np.ndarray
    there: np.ndarray
    moves: np.ndarray

    def apply(self, change: Change, i: int, record: Mapping[str, Any], reason: str) -> Outcome:
        """Apply one proposal."""
        from ..analysis.corrections import description

        if not self.complete[i]:
            return Outcome(LEFT, "no usable place", tr("The proposed place is no place on the map."))
        if not (self.as_before[i] or self.there[i]):
            return Outcome(
                LEFT,
                "changed meanwhile",
                tr("The location was changed meanwhile: it is no longer the one the proposal was made for."),
            )
        values: dict[str, Any] = {}
        geometry: Any = KEEP
        if self.blank[i] or self.moves[i]:
            # What describes a place is one: the accuracy of a place that is left is none of the new one.
            values = description(record["code"], record["new_method"], blank=bool(self.blank[i]))
            geometry = None if self.blank[i] else point_at(*self.target[i].tolist())
        told = {field: record[name] for name, field in _DESCRIBES.items() if record[name] == record[name]}
        values.update({field: value for field, value in told.items() if value is not None})
        values = {field: value for field, value in values.items() if field in change.fields}
        if geometry is not KEEP and "loc_original" in change.fields and self._stands(i):
            original = change.text_of(record["factory_id"], "loc_original")
            if not (original or "").strip():
                lon, lat = self.now[i].tolist()
                values["loc_original"] = f"{lat:.8f}, {lon:.8f}"
        why = reason or ": ".join(filter(None, (record["code"], record["evidence"])))
        why = "; ".join(filter(None, (why, record["note"])))
        try:
            count = change.update(record["factory_id"], values, geometry, record["finding_id"], why)
        except LocationError as error:  # a value or a geometry that this register does not take
            return Outcome(LEFT, "does not fit", said(error))
        if not count:
            return Outcome(UNCHANGED, "as proposed", tr("The register says so already."))
        return Outcome(APPLIED, APPLIED)

    def _stands(self, i: int) -> bool:
        lon, lat = self.now[i].tolist()
        return abs(lon) <= 180 and abs(lat) <= 90  # false also where it is not a number


def _plan(change: Change, proposals: pd.DataFrame, rows: Sequence[int], before: np.ndarray) -> _Plan:
    import numpy as np

    from ..analysis.corrections import is_same_place
    from ..analysis.crs import operation

    if not change.crs:
        raise LocationError(
            "The register has no coordinate reference system. Set it in the layer's properties; for coordinates in "
            "UTM metres that is usually EPSG:32648."
        )
    now = operation(change.crs, WGS84).points(before)
    some = proposals.iloc[list(rows)]
    old = some[["old_lon", "old_lat"]].to_numpy("float64")
    proposed = some[["new_lon", "new_lat"]].to_numpy("float64")
    target = operation(WGS84, change.crs).points(proposed)
    blank = np.isnan(proposed).all(axis=1)
    there = is_same_place(now, proposed)
    return _Plan(
        now=now,
        target=target,
        blank=blank,
        complete=blank | np.isfinite(target).all(axis=1),
        as_before=is_same_place(now, old),
        there=there,
        # A proposal that leaves the place alone is to leave the last digit of it alone as well.
        moves=~blank & ~there,
    )


def _told_why_not(proposals: pd.DataFrame) -> dict[str, Callable[[int], str]]:
    """Return for each word of `choose` what makes its sentence for a row."""
    from ..analysis import corrections as c

    same: dict[str, list[str]] = {}
    for factory, name in zip(proposals["factory_id"], proposals["proposal_id"]):
        same.setdefault(factory, []).append(str(name))
    factories = proposals["factory_id"].tolist()
    sentences = {
        c.REJECTED: tr("A person has rejected it."),
        c.UNDECIDED: tr("Nobody has accepted it yet."),
        c.OTHER_CODE: tr("Its code is none of those asked for."),
        c.LESS_CERTAIN: tr("It is less certain than asked for. Accept it by itself if it is right."),
        c.OTHER_RANK: tr("It is not the best proposal for its finding. Accept it by itself if it is right."),
        c.OVERRULED: tr("Another proposal for this factory was accepted."),
        c.NO_FACTORY: tr("It names no factory."),
    }
    conflict = tr("Several proposals for this factory are chosen ({proposals}). Accept one and reject the others.")
    told: dict[str, Callable[[int], str]] = {
        word: lambda _, sentence=sentence: sentence for word, sentence in sentences.items()
    }
    told[c.CONFLICT] = lambda row: conflict.format(proposals=", ".join(same[factories[row]]))
    return told


def report_table(proposals: pd.DataFrame, outcomes: Sequence[Outcome], batch: str, *, dry_run: bool) -> Table:
    """Return the table of what became of each proposal."""
    from ..analysis.crs import geodesic_m

    places = [proposals[[f"{when}_lon", f"{when}_lat"]].to_numpy("float64") for when in ("old", "new")]
    report = proposals.assign(
        outcome=[one.outcome for one in outcomes],
        reason=[one.reason for one in outcomes],
        why=[one.why or None for one in outcomes],
        moved_m=geodesic_m(*places, WGS84).round(2) if len(proposals) else [],
        rank=proposals["rank"].astype("Int64"),
        dry_run=dry_run,
        batch_id=[batch if one.outcome == APPLIED and not dry_run else None for one in outcomes],
    )
    about = tr("What was applied to the register, what was left, and why.")
    return Table("corrections", REPORT_FIELDS, report[[name for name, _ in REPORT_FIELDS]], description=about)


def counts(proposals: pd.DataFrame, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the counts of the summary: by outcome, by reason, by code."""
    by_code: dict[str, Counter[str]] = {}
    for code, one in zip(proposals["code"], outcomes):
        by_code.setdefault(str(code), Counter())[one.outcome] += 1
    found = Counter(one.outcome for one in outcomes)
    return {
        "counts": {"proposals": len(outcomes), **{name: found[name] for name in (APPLIED, LEFT, UNCHANGED)}},
        "reasons": dict(Counter(one.reason for one in outcomes)),
        "codes": {code: dict(found) for code, found in sorted(by_code.items())},
    }
