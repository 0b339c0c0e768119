"""The tables, the sentences and the summary of `reconcile_registration`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..analysis import reconciliation as r
from ..i18n import interface_locale, tr
from ..paths import STYLES
from ..provenance import checksum, head, summary_text
from ..register.quality import unit_names
from ..storage.geopackage import Table
from .inputs import CRS, Listed, degrees_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..frames import LayerFrame
    from ..mapping.profile import Profile
    from ..mapping.table_input import TableInput

SUMMARY_VERSION = 1
_FACTORY = (("factory_id", "text"), ("factory_name", "text"), ("licence_no", "text"))
_EXTRACT = (("extract_row", "integer"), ("extract_name", "text"), ("extract_licence_no", "text"))
_PLACE = (("province_code", "text"), ("province", "text"), ("known_place", "text"))
_PROPOSED = (("proposal", "text"), ("certainty", "text"), ("evidence", "text"))
MATCHED_FIELDS = (
    *_FACTORY,
    *_EXTRACT,
    ("certainty", "text"),
    ("how", "text"),
    ("evidence", "text"),
    ("name_similarity", "real"),
    ("distance_m", "real"),
    ("conflicts", "integer"),
    ("registration_status", "text"),
    ("completed", "boolean"),
    ("expires_on", "date"),
    ("province_code", "text"),
    ("province", "text"),
)
NOT_LOCATED_FIELDS = (
    *_EXTRACT,
    ("operator_id", "text"),
    ("factory_id", "text"),
    *_PLACE,
    *_PROPOSED,
    ("proposed_lon", "real"),
    ("proposed_lat", "real"),
    ("proposed_accuracy_m", "real"),
)
EXTRACT_ONLY_FIELDS = (*_EXTRACT, ("operator_id", "text"), *_PLACE, *_PROPOSED)
FIELD_FIND_FIELDS = (
    *_FACTORY,
    ("operator_id", "text"),
    ("registration_status", "text"),
    ("status", "text"),
    *_PLACE,
    *_PROPOSED,
)
AMBIGUOUS_FIELDS = (
    *_FACTORY,
    *_EXTRACT,
    ("why", "text"),
    ("evidence", "text"),
    ("factory_open", "boolean"),
    ("extract_open", "boolean"),
)
CONFLICT_FIELDS = (
    *_FACTORY,
    ("extract_row", "integer"),
    ("field", "text"),
    ("register_value", "text"),
    ("extract_value", "text"),
    ("newer", "text"),
    ("newer_by_days", "integer"),
    ("certainty", "text"),
    ("message", "text"),
)
EXPIRED_FIELDS = (
    *_FACTORY,
    ("extract_row", "integer"),
    ("expires_on", "date"),
    ("days", "integer"),
    ("message", "text"),
    ("province_code", "text"),
    ("province", "text"),
)
OVERDUE_FIELDS = (
    *_FACTORY,
    ("extract_row", "integer"),
    ("deadline", "date"),
    ("days", "integer"),
    ("message", "text"),
    ("province_code", "text"),
    ("province", "text"),
)
PROGRESS_FIELDS = (
    ("level", "text"),
    ("code", "text"),
    ("name", "text"),
    ("message", "text"),
    ("completed", "integer"),
    ("to_register", "integer"),
    ("completed_share", "real"),
    ("deadline", "date"),
    *((name, "integer") for name in r.COUNTS if name not in ("completed", "to_register")),
)
PROBLEM_FIELDS = (("extract_row", "integer"), ("field", "text"), ("value", "text"), ("problem", "text"))
# As “Apply corrections” reads them.
PROPOSAL_FIELDS = (
    ("proposal_id", "text"),
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("rank", "integer"),
    ("certainty", "text"),
    ("moved_m", "real"),
    ("direction", "text"),
    ("evidence", "text"),
    ("new_lon", "real"),
    ("new_lat", "real"),
    ("new_method", "text"),
    ("new_accuracy_m", "real"),
    ("new_datum", "text"),
    ("new_source", "text"),
    ("old_lon", "real"),
    ("old_lat", "real"),
    ("accepted", "text"),
    ("decided_by", "text"),
    ("decided_on", "datetime"),
    ("note", "text"),
)
# What the register says of a coordinate of which the extract does not say how it was found.
UNKNOWN_METHOD = "unknown"
# The code of a proposal that a registration makes.
CODE = "REGISTRATION"
# Each table's columns, and for its style those that stand last and those that are hidden.
STYLED: Mapping[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]] = {
    "matched": (MATCHED_FIELDS, (), ()),
    "not_located": (NOT_LOCATED_FIELDS, (), ()),
    "extract_only": (EXTRACT_ONLY_FIELDS, (), ()),
    "field_finds": (FIELD_FIND_FIELDS, (), ()),
    "register_only": (FIELD_FIND_FIELDS, (), ()),
    "ambiguous": (AMBIGUOUS_FIELDS, (), ()),
    "conflicts": (CONFLICT_FIELDS, (), ()),
    "expired": (EXPIRED_FIELDS, ("extract_row",), ()),
    "overdue": (OVERDUE_FIELDS, ("extract_row",), ()),
    "proposals": (PROPOSAL_FIELDS, ("direction", "moved_m", "old_lon", "old_lat", "finding_id"), ()),
    "progress": (
        PROGRESS_FIELDS,
        ("ambiguous_register", "ambiguous_extract", "ambiguous_counted", "level"),
        ("level",),
    ),
    "unread": (PROBLEM_FIELDS, (), ()),
}
_IDS = {r.FACTORY_ID: "factory_id", r.LICENCE: "licence_no"}
_NOWHERE = {
    "factory_id": None,
    "xy": (float("nan"), float("nan")),
    "accuracy_m": float("nan"),
    "certainty": None,
    "evidence": None,
}


@dataclass
class Reconciled:
    """A register and an extract, and what came of comparing them."""

    register: Listed
    extract: Listed
    both: r.Comparison
    matches: r.Matches
    known: pd.DataFrame
    conflicts: pd.DataFrame
    progress: pd.DataFrame
    balance: dict[str, dict[str, int]]
    as_of: date
    max_distance_m: float

    def __post_init__(self) -> None:
        self.names = unit_names(interface_locale())
        self.mine = self.register.frame.to_dict("records")
        self.theirs = self.extract.frame.to_dict("records")
        self.by_extract = {pair.extract: pair for pair in self.matches.pairs.itertuples()}
        suggested = list(self.matches.suggestions.itertuples())
        self.suggested = {
            "register": {pair.register: pair for pair in suggested},
            "extract": {pair.extract: pair for pair in suggested},
        }
        self.same_id = self._same_ids()

    def _same_ids(self) -> dict[str, dict[int, Any]]:
        """Return for rows without a partner the first row of the other list that has their id, and has its partner."""
        taken = {side: {*self.matches.pairs[side].tolist()} for side in ("register", "extract")}
        found: dict[str, dict[int, Any]] = {"register": {}, "extract": {}}
        for pair in self.matches.same_id.itertuples():
            if pair.extract in taken["extract"] and pair.register not in taken["register"]:
                found["register"].setdefault(pair.register, pair)
            if pair.register in taken["register"] and pair.extract not in taken["extract"]:
                found["extract"].setdefault(pair.extract, pair)
        return found

    @property
    def conflict_count(self) -> int:
        """How many conflicts there are: fields of pairs that differ, and ids that two factories have."""
        return len(self.conflicts) + len(self.matches.same_id)

    # -- what one row says ------------------------------------------------------------------------------

    def of_register(self, rows: np.ndarray) -> dict[str, Any]:
        """Return id, name and licence of rows of the register, None for row -1."""
        frame = self.register.frame
        return {
            "factory_id": _picked(frame["factory_id"], rows),
            "factory_name": _picked(_named(frame), rows),
            "licence_no": _picked(frame["licence_no"], rows),
        }

    def of_extract(self, rows: np.ndarray) -> dict[str, Any]:
        """Return row number, name and licence of rows of the extract, None for row -1."""
        frame = self.extract.frame
        numbers = self.extract.rows.astype(object)
        return {
            "extract_row": _picked(numbers, rows),
            "extract_name": _picked(_named(frame), rows),
            "extract_licence_no": _picked(frame["licence_no"], rows),
        }

    def place(self, frame: pd.DataFrame, rows: np.ndarray) -> dict[str, Any]:
        """Return what rows of a list say of their place."""
        codes = {name: _picked(frame[name], rows) for name in ("province_code", "district_code", "commune_code")}
        told = [self._place_of(*one) for one in zip(*codes.values())]
        return {**self.province(codes["province_code"]), "known_place": _objects(told)}

    def province(self, codes: np.ndarray) -> dict[str, Any]:
        """Return codes of provinces with their names."""
        return {"province_code": codes, "province": _objects([self.names.get(code) for code in codes])}

    def _place_of(self, *codes: str | None) -> str | None:
        units = [f"{self.names.get(code, '?')} ({code})" for code in reversed(codes) if code]
        return ", ".join(units) or None

    def evidence(self, pairs: pd.DataFrame) -> np.ndarray:
        """Return as sentences what speaks for pairs, and against them."""
        return _objects([self.speaks_for(pair) for pair in pairs.itertuples()])

    def speaks_for(self, pair: Any) -> str:
        """Return what speaks for a pair, and against it."""
        a, b = self.mine[pair.register], self.theirs[pair.extract]
        return " ".join([*self._of_ids(pair, a, b), *self._of_name_and_place(pair, a, b)])

    def _of_ids(self, pair: Any, a: Mapping[str, Any], b: Mapping[str, Any]) -> list[str]:
        fields = {**_IDS, r.OPERATOR_NAME: "operator_id"}
        labels = {r.FACTORY_ID: tr("Factory id"), r.LICENCE: tr("Licence number"), r.OPERATOR_NAME: tr("Operator id")}
        if pair.how not in fields:
            return []
        one, other = a[fields[pair.how]], b[fields[pair.how]]
        label = labels[pair.how]
        if one == other:
            said = [tr("{what} {id} in both.").format(what=label, id=one)]
        else:
            said = [tr("{what} {one} is {other} in the extract.").format(what=label, one=one, other=other)]
        if pair.shared:
            said.append(tr("Other records have it too: told apart by name and place."))
        return said

    def _of_name_and_place(self, pair: Any, a: Mapping[str, Any], b: Mapping[str, Any]) -> list[str]:
        said = []
        if pair.similarity == pair.similarity:
            said.append(
                tr("Names {percent} % alike (“{one}”, “{other}”).").format(
                    percent=round(100 * pair.similarity),
                    one=a["name_en"] or a["name_km"],
                    other=b["name_en"] or b["name_km"],
                )
            )
        if pair.distance_m == pair.distance_m:
            said.append(tr("Coordinates {metres} m apart.").format(metres=f"{pair.distance_m:,.0f}"))
        level = next((n for n in ("commune_code", "district_code", "province_code") if a[n] and a[n] == b[n]), None)
        words = {"commune_code": tr("commune"), "district_code": tr("district"), "province_code": tr("province")}
        if level is not None:
            said.append(
                tr("Both in {level} {name} ({code}).").format(
                    level=words[level], name=self.names.get(a[level], "?"), code=a[level]
                )
            )
        elif a["province_code"] and b["province_code"]:
            one, other = (self.names.get(side["province_code"], "?") for side in (a, b))
            said.append(tr("Provinces differ: {one}, {other}.").format(one=one, other=other))
        return said

    # -- tables -----------------------------------------------------------------------------------------

    def rows_of(self, outcome: str) -> pd.DataFrame:
        """Return the records with an outcome."""
        return self.known[self.known["outcome"] == outcome]

    def matched(self) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the registered that the register has a location of, with their points."""
        rows = self.rows_of(r.MATCHED)
        pairs = self._pairs(rows)
        counts = self._conflict_counts()[rows.index]
        values = {
            **self.of_register(rows["register"].to_numpy()),
            **self.of_extract(rows["extract"].to_numpy()),
            "certainty": _objects([r.CERTAINTIES[c] for c in pairs["certainty"]]),
            "how": pairs["how"],
            "evidence": self.evidence(pairs),
            "name_similarity": pairs["similarity"].round(3),
            "distance_m": pairs["distance_m"].round(1),
            "conflicts": counts,
            "registration_status": _picked(self.extract.frame["registration_status"], rows["extract"].to_numpy()),
            "completed": rows["completed"],
            "expires_on": rows["expires"],
            **self.province(rows["province_code"].to_numpy(dtype=object)),
        }
        return _table(values, MATCHED_FIELDS, len(rows)), self.points(rows)

    def _pairs(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the pairs behind records that are pairs."""
        return self.matches.pairs.set_index("register", drop=False).loc[rows["register"]].reset_index(drop=True)

    def _conflict_counts(self) -> np.ndarray:
        """Return how many conflicts each record has: pairs are the first records, in their order."""
        import numpy as np

        return np.bincount(self.conflicts["pair"].to_numpy("int64"), minlength=len(self.known))

    def not_located(self) -> tuple[pd.DataFrame, None]:
        """Return the registered without a location, with what may be one: the extract's own, or that of a likeness."""
        import numpy as np

        rows = self.rows_of(r.NOT_LOCATED)
        mine, theirs = rows["register"].to_numpy(), rows["extract"].to_numpy()
        place = self.place(self.extract.frame, theirs)
        if len(rows):
            ours = self.place(self.register.frame, mine)
            place = {name: np.where(_none(place[name]), ours[name], place[name]) for name in place}
        proposals = [self._proposal(a, b) for a, b in zip(mine.tolist(), theirs.tolist())]
        xy = np.array([p["xy"] for p in proposals], dtype="float64").reshape(-1, 2)
        lon_lat = degrees_of(xy)
        values = {
            **self.of_extract(theirs),
            "operator_id": _picked(self.extract.frame["operator_id"], theirs),
            **{"factory_id": _objects([p["factory_id"] for p in proposals])},
            **place,
            **{name: _objects([p[name] for p in proposals]) for name in ("proposal", "certainty", "evidence")},
            "proposed_lon": lon_lat[:, 0].round(7),
            "proposed_lat": lon_lat[:, 1].round(7),
            "proposed_accuracy_m": [p["accuracy_m"] for p in proposals],
        }
        return _table(values, NOT_LOCATED_FIELDS, len(rows)), None

    def _proposal(self, a: int, b: int) -> dict[str, Any]:
        """Return where a registered factory without a location may be."""
        if a >= 0:
            return {**_NOWHERE, **self._from_extract(a, b)}
        pair = self.suggested["extract"].get(b)
        if pair is None:
            taken = self.same_id["extract"].get(b)
            if taken is None:
                return {**_NOWHERE, "proposal": tr("Nobody knows the place: visit it.")}
            told = self._id_said(taken, "extract", contradicted=taken.contradicted)
            return {**_NOWHERE, "proposal": told, "evidence": self.speaks_for(taken)}
        side = self.mine[pair.register]
        found = {
            **_NOWHERE,
            "factory_id": side["factory_id"],
            "certainty": r.CERTAINTIES[pair.certainty],
            "evidence": self.speaks_for(pair),
        }
        if pair.how in _IDS:
            return {**found, "proposal": self._id_said(pair, "extract", contradicted=True)}
        if side["x"] != side["x"]:
            told = tr("May be factory {id} of the register, which has no location either.")
            return {**found, "proposal": told.format(id=side["factory_id"])}
        told = tr("May be factory {id} of the register: its coordinate, if a person agrees.")
        return {
            **found,
            "xy": (side["x"], side["y"]),
            "accuracy_m": side["accuracy_m"],
            "proposal": told.format(id=side["factory_id"]),
        }

    def _from_extract(self, a: int, b: int) -> dict[str, Any]:
        theirs, pair = self.theirs[b], self.by_extract[b]
        found = {"factory_id": self.mine[a]["factory_id"], "evidence": self.speaks_for(pair)}
        if theirs["x"] != theirs["x"]:
            return {**found, "proposal": tr("In the register, without a location too: visit it.")}
        return {
            **found,
            "xy": (theirs["x"], theirs["y"]),
            "accuracy_m": theirs["accuracy_m"],
            "certainty": r.CERTAINTIES[pair.certainty],
            "proposal": tr("The extract has a coordinate for this factory of the register."),
        }

    def extract_only(self) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the registered that only the extract locates, with what they may be in the register."""
        rows = self.rows_of(r.EXTRACT_ONLY)
        theirs = rows["extract"].to_numpy()
        values = {
            **self.of_extract(theirs),
            "operator_id": _picked(self.extract.frame["operator_id"], theirs),
            **self.place(self.extract.frame, theirs),
            **self._perhaps("extract", theirs, tr("Not in the register: import it."), tr(
                "May be factory {id} of the register: look before importing it.")),
        }  # fmt: skip
        return _table(values, EXTRACT_ONLY_FIELDS, len(rows)), self.points(rows)

    def field_finds(self, outcome: str = r.FIELD_FIND) -> tuple[pd.DataFrame, np.ndarray | None]:
        """Return the factories that only the register has: located, or, with `r.REGISTER_ONLY`, not even that."""
        rows = self.rows_of(outcome)
        mine = rows["register"].to_numpy()
        frame = self.register.frame
        values = {
            **self.of_register(mine),
            **{name: _picked(frame[name], mine) for name in ("operator_id", "registration_status", "status")},
            **self.place(frame, mine),
            **self._perhaps("register", mine, tr("Not in the extract: to be registered."), tr(
                "May be row {row} of the extract: look before registering it.")),
        }  # fmt: skip
        points = self.points(rows) if outcome == r.FIELD_FIND else None
        return _table(values, FIELD_FIND_FIELDS, len(rows)), points

    def _perhaps(self, side: str, rows: np.ndarray, alone: str, perhaps: str) -> dict[str, Any]:
        """Return what to do about rows that only one list has, and which record of the other they may be."""
        proposals, certainties, evidence = [], [], []
        for row in rows.tolist():
            pair, taken = self.suggested[side].get(row), self.same_id[side].get(row)
            if pair is None:
                told = alone if taken is None else self._id_said(taken, side, contradicted=taken.contradicted)
            elif pair.how in _IDS:
                told = self._id_said(pair, side, contradicted=True)
            else:
                factory, number = self.mine[pair.register]["factory_id"], self.extract.rows[pair.extract]
                told = perhaps.format(id=factory, row=number)
            proposals.append(told)
            shown = taken if pair is None else pair
            certainties.append(None if pair is None else r.CERTAINTIES[pair.certainty])
            evidence.append(None if shown is None else self.speaks_for(shown))
        return {
            "proposal": _objects(proposals),
            "certainty": _objects(certainties),
            "evidence": _objects(evidence),
        }

    def _id_said(self, pair: Any, side: str, *, contradicted: bool) -> str:
        """Return what to do about a row of a side whose id a record of the other list has that is not taken for it."""
        elsewhere = pair.place == r.ELSEWHERE
        if contradicted and side == "extract" and not elsewhere:
            told = tr("Has the id of factory {id} of the register, but another name: find out which it is.")
        elif contradicted and not elsewhere:
            told = tr("Has the id of row {row} of the extract, but another name: find out which it is.")
        elif contradicted and side == "extract":
            told = tr(
                "Has the id of factory {id} of the register, but another name and province: find out which it is."
            )
        elif contradicted:
            told = tr("Has the id of row {row} of the extract, but another name and province: find out which it is.")
        elif side == "extract":
            told = tr("Has the id of factory {id} of the register, which is another row of the extract: entered twice?")
        else:
            told = tr(
                "Has the id of row {row} of the extract, which is another factory of the register: entered twice?"
            )
        return told.format(id=self.mine[pair.register]["factory_id"], row=self.extract.rows[pair.extract])

    def ambiguous(self) -> tuple[pd.DataFrame, None]:
        """Return the pairs of which nobody can tell whether they are one."""
        ties = self.matches.ties
        a, b = ties["register"].to_numpy(), ties["extract"].to_numpy()
        words = {
            r.FACTORY_ID: tr("Several records have this factory id."),
            r.LICENCE: tr("Several records have this licence number."),
            r.NAME_PLACE: tr("Several records fit equally well."),
        }
        judged = self.both.judged(a, b, ties["why"].to_numpy(dtype=object))
        twice = self._entered_twice(a, b)
        values = {
            **self.of_register(a),
            **self.of_extract(b),
            "why": _objects([words[why] for why in ties["why"]]),
            "evidence": _objects([f"{more} {one}".strip() for one, more in zip(self.evidence(judged), twice)]),
            "factory_open": self.matches.ambiguous_register[a],
            "extract_open": self.matches.ambiguous_extract[b],
        }
        return _table(values, AMBIGUOUS_FIELDS, len(ties)), None

    def _entered_twice(self, a: np.ndarray, b: np.ndarray) -> list[str]:
        """Return for each pair of rows which others are the same word for word, the register's but for its ids."""
        told = tr("Entered twice: rows {rows} of the extract are the same in all that was read.")
        same = _same_rows(self.extract.frame, b, list(self.extract.frame.columns))
        of_extract = {
            row: told.format(rows=", ".join(str(self.extract.rows[i]) for i in rows)) for row, rows in same.items()
        }
        told = tr("Entered twice: factories {ids} of the register are the same in all but their ids.")
        columns = [name for name in self.register.frame.columns if name != "factory_id"]
        same = _same_rows(self.register.frame, a, columns)
        of_register = {
            row: told.format(ids=", ".join(str(self.mine[i]["factory_id"]) for i in rows)) for row, rows in same.items()
        }
        pairs = zip(a.tolist(), b.tolist())
        return [" ".join(filter(None, (of_extract.get(y), of_register.get(x)))) for x, y in pairs]

    def conflicting(self) -> tuple[pd.DataFrame, None]:
        """Return what the records of a pair disagree about, a row a field; then the ids that two factories have."""
        import pandas as pd

        found = self.conflicts
        pairs = self.matches.pairs.iloc[found["pair"].to_numpy()]
        a, b = pairs["register"].to_numpy(), pairs["extract"].to_numpy()
        shown = list(zip(self._shown(self.register.frame, a, found), self._shown(self.extract.frame, b, found)))
        newer = {"register": tr("the register"), "extract": tr("the extract")}
        values = {
            **self.of_register(a),
            "extract_row": self.of_extract(b)["extract_row"],
            "field": found["field"],
            "register_value": _objects([one for one, _ in shown]),
            "extract_value": _objects([other for _, other in shown]),
            "newer": found["newer"],
            "newer_by_days": found["days"].where(found["newer"].notna()),
            "certainty": _objects([r.CERTAINTIES[c] for c in pairs["certainty"]]),
            "message": _objects(
                [
                    self._conflict_said(name, one, other, newer.get(which), distance)
                    for name, (one, other), which, distance in zip(
                        found["field"], shown, found["newer"], pairs["distance_m"]
                    )
                ]
            ),
        }
        of_pairs = _table(values, CONFLICT_FIELDS, len(found))
        of_ids = self._ids_in_conflict()
        whole = [one for one in (of_pairs, of_ids) if len(one)]
        return (pd.concat(whole, ignore_index=True) if whole else of_pairs), None

    def _ids_in_conflict(self) -> pd.DataFrame:
        """Return the ids that a factory of the register and another of the extract have, a row a pair."""
        found = self.matches.same_id
        a, b = found["register"].to_numpy("int64"), found["extract"].to_numpy("int64")
        fields = [_IDS[how] for how in found["how"]]
        nothing = [None] * len(found)
        values = {
            **self.of_register(a),
            "extract_row": self.of_extract(b)["extract_row"],
            "field": _objects(fields),
            "register_value": _objects([self.mine[row][name] for row, name in zip(a.tolist(), fields)]),
            "extract_value": _objects([self.theirs[row][name] for row, name in zip(b.tolist(), fields)]),
            "newer": nothing,
            "newer_by_days": nothing,
            "certainty": _objects([r.CERTAINTIES[r.POSSIBLE] if no else None for no in found["contradicted"]]),
            "message": _objects([self._same_id_said(pair) for pair in found.itertuples()]),
        }
        return _table(values, CONFLICT_FIELDS, len(found))

    def _same_id_said(self, pair: Any) -> str:
        told = tr("Same id, other factory.")
        if not pair.contradicted and pair.register in self.same_id["register"]:
            told = tr("Same id, but row {row} of the extract is another factory of the register.")
        elif not pair.contradicted:
            told = tr("Same id, but factory {id} of the register is another row of the extract.")
        factory = self.mine[pair.register]["factory_id"]
        return f"{told.format(id=factory, row=self.extract.rows[pair.extract])} {self.speaks_for(pair)}"

    def _shown(self, frame: pd.DataFrame, rows: np.ndarray, found: pd.DataFrame) -> list[str]:
        """Return the values that are in conflict as people read them."""
        lon_lat = degrees_of(frame[["x", "y"]].to_numpy("float64")[rows])
        columns = {name: frame[name].to_numpy(dtype=object) for name in r.CONFLICT_FIELDS if name != "location"}
        shown = []
        for (lon, lat), row, name in zip(lon_lat, rows.tolist(), found["field"]):
            value = f"{lat:.6f}, {lon:.6f}" if name == "location" else str(columns[name][row])
            value = value[:10] if name == "expires" else value
            shown.append(f"{value} {self.names.get(value, '')}".strip() if name.endswith("_code") else value)
        return shown

    def _conflict_said(self, name: str, one: str, other: str, newer: str | None, distance: float) -> str:
        said = tr("{field}: “{one}” in the register, “{other}” in the extract.").format(
            field=_titles()[name], one=one, other=other
        )
        if name == "location":
            said += " " + tr("They are {metres} m apart.").format(metres=f"{distance:,.0f}")
        return f"{said} " + (tr("Newer: {which}.").format(which=newer) if newer else tr("Which is newer is not known."))

    def expired(self) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the permits that have run out, the longest ago first."""
        rows = self.known[self.known["expired"]].sort_values("days_expired", ascending=False, kind="stable")
        told = [
            tr("The permit ran out on {day}; days since then: {days}.").format(
                day=f"{day:%Y-%m-%d}", days=f"{days:.0f}"
            )
            if days == days
            else tr("Its registration status is “expired”; the day is not recorded.")
            for day, days in zip(rows["expires"], rows["days_expired"])
        ]
        dates = rows["expires"].where(rows["days_expired"].notna())
        values = {**self._either(rows), "expires_on": dates, "days": rows["days_expired"], "message": _objects(told)}
        return _table(values, EXPIRED_FIELDS, len(rows)), self.points(rows)

    def overdue(self) -> tuple[pd.DataFrame, np.ndarray]:
        """Return what is not completed after its deadline, the longest overdue first."""
        rows = self.known[self.known["overdue"]].sort_values("days_overdue", ascending=False, kind="stable")
        states = _picked(self.extract.frame["registration_status"], rows["extract"].to_numpy())
        told = [
            tr("Not in the registration system; its deadline was {day}, days since then: {days}.").format(
                day=f"{day:%Y-%m-%d}", days=f"{days:.0f}"
            )
            if extract < 0
            else tr("Its registration is “{state}”; its deadline was {day}, days since then: {days}.").format(
                state=state, day=f"{day:%Y-%m-%d}", days=f"{days:.0f}"
            )
            for extract, state, days, day in zip(rows["extract"], states, rows["days_overdue"], rows["deadline"])
        ]
        values = {
            **self._either(rows),
            "deadline": rows["deadline"],
            "days": rows["days_overdue"],
            "message": _objects(told),
        }
        return _table(values, OVERDUE_FIELDS, len(rows)), self.points(rows)

    def _either(self, rows: pd.DataFrame) -> dict[str, Any]:
        """Return who records are, by the register where it has them."""
        import numpy as np

        mine = self.of_register(rows["register"].to_numpy())
        theirs = self.of_extract(rows["extract"].to_numpy())
        return {
            "factory_id": mine["factory_id"],
            "factory_name": np.where(_none(mine["factory_name"]), theirs["extract_name"], mine["factory_name"]),
            "licence_no": np.where(_none(mine["licence_no"]), theirs["extract_licence_no"], mine["licence_no"]),
            "extract_row": theirs["extract_row"],
            **self.province(rows["province_code"].to_numpy(dtype=object)),
        }

    def proposals(self, source: str) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the coordinates that the extract can give to factories of the register without one.

        Parameters
        ----------
        source : str
            Where they are from, for the register.
        """
        import numpy as np
        import pandas as pd
        import shapely

        x, there = (side["x"].to_numpy("float64") for side in (self.register.frame, self.extract.frame))
        likely = self.matches.suggestions
        likely = likely[~likely["how"].isin(list(_IDS))]  # another factory's place would be proposed
        every = pd.concat([self.matches.pairs, likely], ignore_index=True)
        a, b = every["register"].to_numpy("int64"), every["extract"].to_numpy("int64")
        named = ~_none(self.register.frame["factory_id"].to_numpy(dtype=object))[a]
        found = every[(x[a] != x[a]) & (there[b] == there[b]) & named]
        a, b = found["register"].to_numpy("int64"), found["extract"].to_numpy("int64")
        xy = self.extract.frame[["x", "y"]].to_numpy("float64")[b]
        lon_lat = degrees_of(xy)
        mine = self.of_register(a)
        method = _picked(self.extract.frame["loc_method"], b)
        nothing = [None] * len(found)
        ids = [f"{CODE}:{factory}" for factory in mine["factory_id"]]
        values = {
            **dict.fromkeys(("direction", "accepted", "decided_by", "note"), nothing),
            **dict.fromkeys(("moved_m", "old_lon", "old_lat"), [float("nan")] * len(found)),
            "decided_on": nothing,
            "proposal_id": [f"{id_}:1" for id_ in ids],
            "finding_id": ids,
            "factory_id": mine["factory_id"],
            "factory_name": mine["factory_name"],
            "code": [CODE] * len(found),
            "rank": [1] * len(found),
            "certainty": _objects([r.CERTAINTIES[c] for c in found["certainty"]]),
            "evidence": self.evidence(found),
            "new_lon": lon_lat[:, 0].round(8),
            "new_lat": lon_lat[:, 1].round(8),
            "new_method": np.where(_none(method), UNKNOWN_METHOD, method),
            "new_accuracy_m": self.extract.frame["accuracy_m"].to_numpy("float64")[b],
            "new_datum": ["EPSG:4326"] * len(found),
            "new_source": [source] * len(found),
        }
        return _table(values, PROPOSAL_FIELDS, len(found)), shapely.points(xy).reshape(-1)

    def points(self, rows: pd.DataFrame) -> np.ndarray:
        """Return the points of records, the register's before the extract's, None for none."""
        import numpy as np
        import shapely

        xy = np.full((len(rows), 2), np.nan)
        for side, frame in (("extract", self.extract.frame), ("register", self.register.frame)):
            which = rows[side].to_numpy()
            there = which >= 0
            own = frame[["x", "y"]].to_numpy("float64")[which[there]]
            xy[there] = np.where(np.isnan(own), xy[there], own)
        out = np.full(len(rows), None, dtype=object)
        placed = np.isfinite(xy).all(axis=1)
        out[placed] = shapely.points(xy[placed])
        return out

    def progress_rows(self) -> pd.DataFrame:
        """Return the counts of the country and of each province, with a sentence."""
        told, caveat = self.progress, completed_caveat(self)
        names = [
            tr("All of Cambodia") if level == "country" else self.names.get(code) or tr("No province recorded")
            for level, code in zip(told["level"], told["code"])
        ]
        values = {
            **{name: told[name] for name in r.COUNTS},
            "level": told["level"],
            "code": told["code"],
            "name": _objects(names),
            "message": _objects([progress_said(row, caveat) for row in told.to_dict("records")]),
            "completed_share": told["share"].round(4),
            "deadline": told["deadline"],
        }
        return _table(values, PROGRESS_FIELDS, len(told))

    def unread(self) -> pd.DataFrame:
        """Return the values of the extract that could not be read."""
        found = self.extract.problems
        values = {
            "extract_row": found["row"],
            "field": found["field"],
            "value": found["value"],
            "problem": found["said"],
        }
        return _table(values, PROBLEM_FIELDS, len(found))


def progress_said(row: Mapping[str, Any], caveat: str = "") -> str:
    """Return how far the registration is, as a sentence, and another on what that does not rest on."""
    told = tr("Automated registration completed: {done} of {all}.").format(
        done=int(row["completed"]), all=int(row["to_register"])
    )
    return f"{told} {caveat}".rstrip()


def completed_caveat(done: Reconciled) -> str:
    """Return why the number of completed registrations is no finding, nothing where it is one."""
    if done.extract.states:
        return ""
    return tr("No column of registration status was used: every row of the extract counts as completed.")


def reconcile(
    register: Listed,
    extract: Listed,
    max_distance_m: float,
    as_of: date,
    deadlines: Mapping[str, np.datetime64],
    isic: Mapping[str, str],
    tick: Callable[[float], None],
) -> Reconciled:
    """Compare the register and an extract."""
    import numpy as np

    both = r.Comparison(register.frame, extract.frame, max_distance_m)
    tick(0.1)
    matches = r.match(both, lambda share: tick(0.1 + 0.8 * share))
    known = r.with_dates(r.records(both, matches), np.datetime64(as_of), deadlines)
    found = r.conflicts(both, matches.pairs, isic)
    conflicting = np.zeros(len(known), dtype=bool)
    conflicting[found["pair"].unique()] = True
    told = r.progress(known, conflicting)
    balance = r.balance(len(register.frame), len(extract.frame), known, told)
    tick(1.0)
    return Reconciled(register, extract, both, matches, known, found, told, balance, as_of, max_distance_m)


def tables(done: Reconciled, about: str, source: str, tick: Callable[[float], None]) -> list[Table]:
    """Return the tables to write.

    Parameters
    ----------
    done : Reconciled
    about : str
        What was compared, for the descriptions of the tables.
    source : str
        Where proposed coordinates come from.
    tick : callable
    """
    crs = QgsCoordinateReferenceSystem(CRS)
    made: dict[str, tuple[Callable[[], tuple[pd.DataFrame, Any]], str]] = {
        "matched": (done.matched, tr("Registered, and located in the register.")),
        "not_located": (done.not_located, tr("Registered, without a location.")),
        "extract_only": (done.extract_only, tr("Registered and located by the extract, not in the register.")),
        "field_finds": (done.field_finds, tr("Located, not registered.")),
        "register_only": (
            lambda: done.field_finds(r.REGISTER_ONLY),
            tr("In the register, neither located nor registered."),
        ),
        "ambiguous": (done.ambiguous, tr("Which record is which cannot be told.")),
        "conflicts": (done.conflicting, tr("What register and extract disagree about.")),
        "expired": (done.expired, tr("Permits that have run out.")),
        "overdue": (done.overdue, tr("Registrations past their deadline.")),
        "proposals": (
            lambda: done.proposals(source),
            tr("Coordinates of the extract for factories of the register without one."),
        ),
        "progress": (lambda: (done.progress_rows(), None), tr("How far the registration is.")),
        "unread": (lambda: (done.unread(), None), tr("Values of the extract that could not be read.")),
    }
    out = []
    for i, (name, (make, title)) in enumerate(made.items()):
        values, points = make()
        spatial = points is not None
        style = STYLES / f"registration_{name}.qml"
        kind, place = ("Point", crs) if spatial else ("None", None)
        out.append(Table(name, STYLED[name][0], values, points, kind, place, f"{title} {about}", style))
        tick((i + 1) / len(made))
    return out


def labels() -> dict[str, str]:
    """Return what each table is called when it is opened, in the order from the lowest layer to the topmost."""
    return {
        "matched": tr("Registered and located"),
        "extract_only": tr("Registered, not in the register"),
        "field_finds": tr("Located, not registered"),
        "expired": tr("Permits that have run out"),
        "overdue": tr("Registrations overdue"),
        "not_located": tr("Registered, not located"),
        "conflicts": tr("Conflicts of register and extract"),
        "progress": tr("Progress of the registration"),
    }


def sentences(done: Reconciled) -> list[str]:
    """Return what came out, for the log."""
    register, extract = done.balance["register"], done.balance["extract"]
    country = done.progress.iloc[0]
    return [
        tr("Extract: {rows} rows = {matched} matched with a located factory + {not_located} not located + "
           "{extract_only} located by the extract alone + {ambiguous} ambiguous.").format(**extract),
        tr("Register: {rows} rows = {matched} matched + {not_located} matched, without a location + {field_finds} "
           "located, not registered + {register_only} neither located nor registered + {ambiguous} ambiguous.").format(
            **register
        ),
        tr(
            "Pairs that disagree: {pairs}; conflicts: {conflicts}; permits run out: {expired}; overdue: {overdue}."
        ).format(
            pairs=country["conflicting"],
            conflicts=done.conflict_count,
            expired=country["expired"],
            overdue=country["overdue"],
        ),
        progress_said(country, completed_caveat(done)),
    ]  # fmt: skip


def progress_lines(done: Reconciled) -> list[str]:
    """Return how far each province is, in columns."""
    rows = done.progress_rows().to_dict("records")
    heads = (tr("Province"), tr("completed"), tr("of"), tr("share"), tr("located"), tr("run out"), tr("overdue"))
    lines = [heads]
    for row in rows:
        share = row["completed_share"]
        numbers = (row[name] for name in ("completed", "to_register"))
        more = (row[name] for name in ("located", "expired", "overdue"))
        told = "–" if share != share else f"{share:.0%}"
        lines.append((row["name"], *map(str, numbers), told, *map(str, more)))
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    return [
        "  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))])
        for line in lines
    ]


def warnings(done: Reconciled) -> list[str]:
    """Return what an officer should look at before trusting the result."""
    said = [
        tr("{field} “{id}”, of {mine} factories of the register and {theirs} rows of the extract, was taken for no id.")
        .format(field=_titles()[field], id=text, mine=mine, theirs=theirs)
        for field, text, mine, theirs in done.matches.ignored
    ]  # fmt: skip
    if len(done.extract.problems):
        first = done.extract.problems.iloc[0]
        said.append(
            tr(
                "Values of the extract that could not be read: {count}, such as row {row}: {why}. See table “unread”."
            ).format(count=len(done.extract.problems), row=int(first["row"]), why=first["said"])
        )
    silent = int(done.extract.frame["registration_status"].isna().sum())
    if done.extract.states and silent:
        said.append(
            tr(
                "Rows of the extract that say nothing of their registration status, or nothing that was understood: "
                "{count} of {all}. They count as completed."
            ).format(count=silent, all=len(done.extract.frame))
        )
    if not len(done.matches.pairs):
        said.append(tr("Nothing matches: is it the right extract, and does the profile name the right columns?"))
    return said


def as_json(
    done: Reconciled,
    layer: LayerFrame,
    table: TableInput,
    profile: Profile,
    deadlines: Mapping[str, np.datetime64],
) -> str:
    """Return the summary for other programs."""
    pairs = done.matches.pairs
    told = {
        **head(SUMMARY_VERSION),
        "as_of": done.as_of.isoformat(),
        "max_distance_m": done.max_distance_m,
        "register": {
            "name": layer.name,
            "source": layer.source,
            "sha256": checksum(layer.path),
        },
        "extract": {"name": table.name, "sha256": checksum(table.path), "columns": table.names},
        "profile": {"id": profile.id, "version": profile.version, "sha256": profile.sha256 or None},
        "registration_status_from": done.extract.states or None,
        "warnings": [*warnings(done), *filter(None, [completed_caveat(done)])],
        "deadlines": {code or "*": str(day) for code, day in sorted(deadlines.items())},
        "rows": done.balance,
        "matched": {
            "by": {str(how): int(n) for how, n in pairs["how"].value_counts().sort_index().items()},
            "certainty": {str(r.CERTAINTIES[c]): int(n) for c, n in pairs["certainty"].value_counts().items()},
        },
        "conflicts": {str(name): int(n) for name, n in done.conflicts["field"].value_counts().sort_index().items()},
        "same_id_other_factory": len(done.matches.same_id),
        "ignored_ids": [
            {"field": field, "id": text, "register_rows": mine, "extract_rows": theirs}
            for field, text, mine, theirs in done.matches.ignored
        ],
        "progress": [_plain_row(row) for row in done.progress_rows().to_dict("records")],
    }
    return summary_text(told)


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    kinds = dict(PROGRESS_FIELDS)
    return {name: _plain(value, kinds[name]) for name, value in row.items()}


def _plain(value: Any, kind: str) -> Any:
    if value is None or value != value:
        return None
    return {"integer": int, "real": float}.get(kind, str)(value)


def _titles() -> dict[str, str]:
    """Return what people call the fields that may disagree."""
    return {
        "factory_id": tr("Factory id"),
        "name_en": tr("Name in English"),
        "name_km": tr("Name in Khmer"),
        "licence_no": tr("Licence number"),
        "operator_id": tr("Operator id"),
        "isic": tr("Activity (ISIC)"),
        "size_class": tr("Size class"),
        "status": tr("Operating status"),
        "registration_status": tr("Registration status"),
        "expires": tr("Last day of the permit"),
        "province_code": tr("Province"),
        "district_code": tr("District"),
        "commune_code": tr("Commune"),
        "location": tr("Coordinate"),
    }


def _named(frame: pd.DataFrame) -> np.ndarray:
    import numpy as np

    khmer = interface_locale().startswith("km")
    first, second = (frame[name].to_numpy(dtype=object) for name in ("name_en", "name_km"))
    return np.where(_none(second), first, second) if khmer else np.where(_none(first), second, first)


def _same_rows(frame: pd.DataFrame, rows: np.ndarray, columns: Sequence[str]) -> dict[int, list[int]]:
    """Return for each of some rows that are there more than once all of them that are the same."""
    import numpy as np

    some = np.unique(rows)
    plain = frame.iloc[some][list(columns)].astype(object)
    values = plain.where(plain.notna(), None).itertuples(index=False, name=None)
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row, of_row in zip(some.tolist(), values):
        groups.setdefault(of_row, []).append(row)
    return {row: group for group in groups.values() if len(group) > 1 for row in group}


def _none(values: np.ndarray) -> np.ndarray:
    import pandas as pd

    return pd.isna(values)


def _picked(values: Any, rows: np.ndarray) -> np.ndarray:
    """Return the values of rows, None for row -1."""
    import numpy as np

    plain = np.asarray(values, dtype=object)
    out = np.full(len(rows), None, dtype=object)
    there = rows >= 0
    out[there] = plain[rows[there]]
    return out


def _objects(values: Sequence[Any]) -> np.ndarray:
    import numpy as np

    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def _table(values: Mapping[str, Any], fields: Sequence[tuple[str, str]], n: int) -> pd.DataFrame:
    """Return columns as a table of these fields: days as days, whole numbers as such."""
    import numpy as np
    import pandas as pd

    out: dict[str, Any] = {}
    for name, kind in fields:
        column = np.asarray(values[name], dtype=object) if n else np.empty(0, dtype=object)
        if kind == "date":
            days = pd.to_datetime(pd.Series(np.asarray(values[name], dtype="datetime64[s]")))
            column = _objects([None if day is pd.NaT else day.date() for day in days])
        elif kind == "integer":
            column = _objects([None if v is None or v != v else int(v) for v in column])
        elif kind == "boolean":
            column = _objects([None if v is None else bool(v) for v in column])
        out[name] = pd.Series(column, dtype="float64" if kind == "real" else object)
    return pd.DataFrame(out, columns=[name for name, _ in fields])
