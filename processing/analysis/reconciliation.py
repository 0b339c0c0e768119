"""A register held against an extract of the registration system: which records are one, and what follows from it.

Ids decide first, then operator and name, then name and place. Nothing here moves, merges or fills in anything; where
two records fit equally well, none is chosen. The answers do not depend on the order of the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .activities import normalise as normalise_activity
from .id_keys import MOST_WITH_ONE_ID, bare_id_key, id_key, joined_id_key, keys, loose_id_key
from .names import Names, blocking_keys, designations, normalise, word_weights
from .pairing import Side, assign, candidates, one_to_one, shared_pairs

TEXTS = (
    "factory_id",
    "licence_no",
    "operator_id",
    "name_en",
    "name_km",
    "province_code",
    "district_code",
    "commune_code",
    "isic",
    "size_class",
    "status",
    "registration_status",
)
NUMBERS = ("x", "y", "accuracy_m")
DAYS = ("changed", "status_from", "registered_on", "located_on", "expires")

NONE, POSSIBLE, LIKELY, CERTAIN = range(4)
CERTAINTIES = (None, "possible", "likely", "certain")

# How a pair was found.
FACTORY_ID, LICENCE, OPERATOR_NAME, NAME_PLACE = "factory id", "licence id", "operator id and name", "name and place"
# Whether places agree: near each other or of one commune, of one district, of one province, not known, elsewhere.
NEAR, DISTRICT, PROVINCE, UNKNOWN, ELSEWHERE = 3, 2, 1, 0, -1

MATCHED = "matched"
NOT_LOCATED = "not located"
EXTRACT_ONLY = "extract only"
FIELD_FIND = "field find"
REGISTER_ONLY = "register only"
AMBIGUOUS_REGISTER = "ambiguous in the register"
AMBIGUOUS_EXTRACT = "ambiguous in the extract"
OUTCOMES = (MATCHED, NOT_LOCATED, EXTRACT_ONLY, FIELD_FIND, REGISTER_ONLY, AMBIGUOUS_REGISTER, AMBIGUOUS_EXTRACT)

SAME_NAME, ALIKE_NAME, CLOSE_NAME, OTHER_NAME = 0.92, 0.85, 0.7, 0.5
# Names that tell less than this, such as “Garment Factory”, are no proof: see `names.Names.telling`.
LEAST_TELLING = 0.3
# Further apart than this, beyond their accuracies, no two coordinates of one operator's factories are one factory.
FAR_M = 2000.0
# Rows that share a part of a name with another: where there are more, it tells nothing.
_MOST_NAMESAKES = 50
# States of a registration that the system has finished with; the others are still to be completed.
COMPLETED = frozenset(("registered", "expired", "suspended"))
CLOSED = "decommissioned"

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Matches:
    """Which rows of two lists are one record; n rows in the register, m in the extract.

    Attributes
    ----------
    pairs : pandas.DataFrame
        ``register``, ``extract``: rows; ``how``; ``exact``: the id is the same as written, apart from case and
        separators; ``shared``: others have that id too; ``certainty``: 1 to 3; ``similarity`` of the names, NaN where
        one has none; ``place``: `NEAR` to `ELSEWHERE`; ``distance_m``: NaN where a side has no coordinate. By register.
    suggestions : pandas.DataFrame
        Such pairs that are merely possible, of rows in no other pair.
    same_id : pandas.DataFrame
        Such pairs that have an id in common and are not taken for one: where ``contradicted``, the name says that
        they are two, and place and activity do not deny it; else one of the rows has its partner already.
    ties : pandas.DataFrame
        ``register``, ``extract``, ``why``: `LICENCE` or `FACTORY_ID` for an id that several records have, else
        `NAME_PLACE`: which of them belong together cannot be told. No row of a tie is in a pair.
    ambiguous_register, ambiguous_extract : (n,) and (m,) bool arrays
        Rows without a partner because of such a tie.
    ignored : list of (field, id, rows in the register, rows in the extract)
        What so many records have as their id that it is none.
    """

    pairs: pd.DataFrame
    suggestions: pd.DataFrame
    same_id: pd.DataFrame
    ties: pd.DataFrame
    ambiguous_register: np.ndarray
    ambiguous_extract: np.ndarray
    ignored: list[tuple[str, str, int, int]]


class Comparison:
    """A register and an extract, prepared once and compared pair by pair.

    Parameters
    ----------
    register, extract : pandas.DataFrame
        n and m rows, columns `TEXTS` (text or None), `NUMBERS` (metres in one CRS, NaN for none) and `DAYS`.
    max_distance_m : float
        Coordinates no further apart, beyond their accuracies, are one place.
    """

    def __init__(self, register: pd.DataFrame, extract: pd.DataFrame, max_distance_m: float) -> None:
        self.sides = register, extract
        self.max_distance_m = max_distance_m
        texts = [{name: _list(side[name]) for name in ("name_en", "name_km")} for side in self.sides]
        plain = [{name: normalise(side[name]) for name in side} for side in texts]
        weights = word_weights([name for side in plain for names in side.values() for name in names if name])
        self.names = [{which: Names(side[which], weights, plain=True) for which in side} for side in plain]
        self.plain = [list(zip(side["name_en"], side["name_km"])) for side in plain]
        self.telling = [np.fmax(*(_telling(names) for names in side.values())) for side in self.names]
        self.keys: dict[tuple[str, Callable[[object], str]], list[np.ndarray]] = {}
        for field in ("factory_id", "licence_no", "operator_id"):
            made = [keys(_list(side[field]), *_ID_KEYS) for side in self.sides]
            self.keys.update({(field, key): [of_side[i] for of_side in made] for i, key in enumerate(_ID_KEYS)})
        self.activities = [_activities(side["isic"]) for side in self.sides]

    def numbers(self, which: int, row: int) -> frozenset[str]:
        """Return the numbers in the names of a row, in whichever script."""
        return frozenset().union(*(designations(name) for name in self.plain[which][row]))

    def similarity(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return how alike the names of pairs are, in the script in which they are most; NaN where one has none."""
        first, second = self.names
        same = [first[name].similarity(a, b, second[name]) for name in ("name_en", "name_km")]
        best = np.fmax(*same)
        unlike = np.flatnonzero(np.isnan(best))
        for one, other in (("name_en", "name_km"), ("name_km", "name_en")):
            best[unlike] = np.fmax(best[unlike], first[one].similarity(a[unlike], b[unlike], second[other]))
        for i in np.flatnonzero(best > OTHER_NAME):  # the other script may know of a number
            mine, theirs = self.numbers(0, int(a[i])), self.numbers(1, int(b[i]))
            if mine - theirs and theirs - mine:
                best[i] = OTHER_NAME
        return best

    def says_other(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return where names say that pairs are two factories: hardly alike in a script that both are written in."""
        first, second = self.names
        best = np.full(len(a), np.nan)
        for name in ("name_en", "name_km"):
            score = first[name].similarity(a, b, second[name])
            best = np.fmax(best, np.where(first[name].comparable(a, b, second[name]), score, np.nan))
        return best < OTHER_NAME

    def namesakes(self, a: np.ndarray, b: np.ndarray, free: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        """Return where either row of a pair has a free row with its name, or one alike, in the other list."""
        found = np.zeros(len(a), dtype=bool)
        for which, rows in ((0, a), (1, b)):
            other = 1 - which
            told = np.flatnonzero(self.telling[which][rows] >= LEAST_TELLING)
            for script, name in enumerate(("name_en", "name_km")):
                texts = [names[script] or "" for names in self.plain[other]]
                wanted = {i: blocking_keys(self.plain[which][rows[i]][script] or "") for i in told.tolist()}
                keys_ = {key for of in wanted.values() for key in of}
                have: dict[str, list[int]] = {}
                for row in np.flatnonzero(free[other]).tolist() if keys_ else ():
                    for key in keys_.intersection(blocking_keys(texts[row])) if texts[row] else ():
                        have.setdefault(key, []).append(row)
                same = {texts[row] for row in np.flatnonzero(free[other]).tolist()} - {""}
                some: set[tuple[int, int]] = set()
                for i, of in wanted.items():
                    found[i] |= self.plain[which][rows[i]][script] in same
                    few = [have[key] for key in of if len(have.get(key, ())) <= _MOST_NAMESAKES and key in have]
                    some.update((i, row) for group in few for row in group)
                if some:
                    of_pair, partner = np.array(sorted(some), dtype="int64").T
                    mine, theirs = self.names[which][name], self.names[other][name]
                    alike = mine.similarity(rows[of_pair], partner, theirs) >= ALIKE_NAME
                    found[of_pair[alike]] = True
        return found

    def trades(self, which: int, row: int) -> frozenset[str]:
        """Return what the names of a row say is made there, in whichever script."""
        return frozenset().union(*(names.trades(row) for names in self.names[which].values()))

    def activity(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where the activities of pairs agree, and where they contradict: in the names, or in the divisions."""
        words = [(self.trades(0, row), self.trades(1, other)) for row, other in zip(a.tolist(), b.tolist())]
        shared = np.array([bool(mine & theirs) for mine, theirs in words], dtype=bool)
        unlike = np.array([bool(mine and theirs) for mine, theirs in words], dtype=bool) & ~shared
        other = self.other_division(a, b)
        # The same work or number in both names outweighs a code, which is easily mistyped.
        numbers = [bool(self.numbers(0, row) & self.numbers(1, its)) for row, its in zip(a.tolist(), b.tolist())]
        numbered = np.array(numbers, dtype=bool)
        return (shared | self.same_activity(a, b)) & ~unlike & ~other, unlike | (other & ~shared & ~numbered)

    def other_division(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return where the activity codes of pairs are of two divisions."""
        codes = zip(self.activities[0][a].tolist(), self.activities[1][b].tolist())
        return np.array([_other_division(mine, theirs) for mine, theirs in codes], dtype=bool)

    def distance(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how far pairs are apart, and how far beyond both accuracies, in metres; NaN where that is unknown."""
        xy = [side[["x", "y"]].to_numpy("float64")[rows] for side, rows in zip(self.sides, (a, b))]
        distance = np.hypot(*(xy[0] - xy[1]).T)
        accuracies = [np.nan_to_num(side["accuracy_m"].to_numpy("float64")) for side in self.sides]
        return distance, distance - accuracies[0][a] - accuracies[1][b]

    def place(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how well the places of pairs agree, and how far they are apart in metres, NaN where that is unknown.

        A distance counts without the accuracies of both coordinates: a commune's centre is near all of the commune.
        """
        distance, beyond = self.distance(a, b)
        same, known = {}, {}
        for level in ("province_code", "district_code", "commune_code"):
            mine, theirs = (side[level].to_numpy(dtype=object)[rows] for side, rows in zip(self.sides, (a, b)))
            known[level] = pd.notna(mine) & pd.notna(theirs)
            same[level] = known[level] & (mine == theirs)
        grade = np.where(same["province_code"], PROVINCE, UNKNOWN)
        grade = np.where(same["district_code"], DISTRICT, grade)
        apart = np.isfinite(beyond) & (beyond > self.max_distance_m)
        grade = np.where(same["commune_code"], np.where(apart, DISTRICT, NEAR), grade)
        grade = np.where(known["province_code"] & ~same["province_code"], ELSEWHERE, grade)
        grade = np.where(~known["province_code"] & apart, ELSEWHERE, grade)
        return np.where(beyond <= self.max_distance_m, NEAR, grade).astype("int8"), distance

    def same_activity(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return where one activity of a pair is the other, or the group or division that it is of."""
        mine, theirs = self.activities[0][a], self.activities[1][b]
        return np.array([bool(x) and bool(y) and _compatible(x, y) for x, y in zip(mine, theirs)], dtype=bool)

    def differs(self, field: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return where both have such an id, and not the same one however it is written."""
        mine, theirs = (side[rows] for side, rows in zip(self.keys[field, bare_id_key], (a, b)))
        return (mine != "") & (theirs != "") & (mine != theirs)

    def judged(self, a: np.ndarray, b: np.ndarray, how: str | np.ndarray) -> pd.DataFrame:
        """Return pairs with how alike their names are and how well their places agree, as certain."""
        grade, distance = self.place(a, b)
        return pd.DataFrame(
            {
                "register": a,
                "extract": b,
                "how": np.broadcast_to(np.asarray(how, dtype=object), (len(a),)),
                "exact": False,
                "shared": False,
                "certainty": np.full(len(a), CERTAIN, dtype="int8"),
                "similarity": self.similarity(a, b),
                "place": grade,
                "distance_m": distance,
            }
        )


_ID_KEYS = (id_key, joined_id_key, loose_id_key, bare_id_key)
# Field, key, and what it is called; the same as written first, then as a spreadsheet spoils it.
_ID_STEPS: tuple[tuple[str, Callable[[object], str], str], ...] = (
    ("factory_id", id_key, FACTORY_ID),
    ("licence_no", id_key, LICENCE),
    ("factory_id", joined_id_key, FACTORY_ID),
    ("licence_no", joined_id_key, LICENCE),
    ("factory_id", loose_id_key, FACTORY_ID),
    ("licence_no", loose_id_key, LICENCE),
)


def match(both: Comparison, tick: Tick = lambda _: None) -> Matches:
    """Return which rows of a register and of an extract are one record.

    Parameters
    ----------
    both : Comparison
    tick : callable
        Progress between 0 and 1; raises to cancel.

    Notes
    -----
    An id pairs records one to one, unless both name and province say that they are two, or the name does and place and
    activity do not agree, or a free row has the very name. Where several have it, names and places tell them apart or
    nothing does. Then come operator and name, and name and place: pairs are accepted in
    the order of their scores, each the clear best of both its rows. Only ids, or an operator's id beside its name, make
    a pair certain.
    """
    register, extract = both.sides
    free = np.ones(len(register), dtype=bool), np.ones(len(extract), dtype=bool)
    found: list[pd.DataFrame] = []
    by_id: list[_ById] = []
    for done, (field, key, how) in enumerate(_ID_STEPS):
        step = _by_id(both, field, key, how, free)
        by_id.append(step)
        found.append(step.pairs)
        free[0][step.pairs["register"]] = False
        free[1][step.pairs["extract"]] = False
        tick(0.3 * (done + 1) / len(_ID_STEPS))
    compared = _by_name(both, free, lambda share: tick(0.3 + 0.6 * share))
    strong = compared[compared["certainty"] >= LIKELY]
    accepted, undecided = assign(strong[["register", "extract"]].to_numpy(), strong["score"].to_numpy())
    found.append(strong[accepted].drop(columns="score"))
    free[0][strong.loc[accepted, "register"]] = False
    free[1][strong.loc[accepted, "extract"]] = False
    left = _ties([*(step.ties for step in by_id), strong[undecided].assign(how=NAME_PLACE)], free)
    same_id = _same_id(by_id, free)
    ambiguous = np.isin(np.arange(len(register)), left["register"]), np.isin(np.arange(len(extract)), left["extract"])
    open_ = free[0] & ~ambiguous[0], free[1] & ~ambiguous[1]
    denied = same_id[same_id["contradicted"]].drop(columns="contradicted")
    weak = pd.concat([compared, denied.assign(score=_scores(both, denied))], ignore_index=True)
    weak = weak[open_[0][weak["register"]] & open_[1][weak["extract"]]]
    suggested, _ = assign(weak[["register", "extract"]].to_numpy(), weak["score"].to_numpy())
    tick(1.0)
    return Matches(
        pairs=_sorted(pd.concat(found, ignore_index=True)),
        suggestions=_sorted(weak[suggested].drop(columns="score")),
        same_id=same_id,
        ties=left,
        ambiguous_register=free[0] & ambiguous[0],
        ambiguous_extract=free[1] & ambiguous[1],
        ignored=sorted({useless for step in by_id for useless in step.ignored}),
    )


def _sorted(pairs: pd.DataFrame) -> pd.DataFrame:
    return pairs.sort_values(["register", "extract"], ignore_index=True)


def _ties(undecided: Sequence[pd.DataFrame], free: tuple[np.ndarray, np.ndarray]) -> pd.DataFrame:
    """Return the undecided pairs of which neither row has a partner: a row whose partner is another is no candidate."""
    every = pd.concat(undecided, ignore_index=True)
    open_ = free[0][every["register"].to_numpy("int64")] & free[1][every["extract"].to_numpy("int64")]
    every = every[open_].drop_duplicates(["register", "extract"]).astype({"register": "int64", "extract": "int64"})
    return _sorted(every[["register", "extract", "how"]].rename(columns={"how": "why"}))


def _same_id(by_id: Sequence[_ById], free: tuple[np.ndarray, np.ndarray]) -> pd.DataFrame:
    """Return the pairs with an id in common that are not taken for one, but those that are still undecided."""
    ties = pd.concat([step.ties for step in by_id], ignore_index=True).assign(contradicted=False)
    denied = pd.concat([step.contradicted for step in by_id], ignore_index=True).assign(contradicted=True)
    a, b = (free[i][ties[side].to_numpy("int64")] for i, side in enumerate(("register", "extract")))
    every = pd.concat([denied, ties[a ^ b]], ignore_index=True).drop_duplicates(["register", "extract"])
    a, b = (free[i][every[side].to_numpy("int64")] for i, side in enumerate(("register", "extract")))
    return _sorted(every[~every["shared"].to_numpy(bool) | a | b].assign(shared=False))


@dataclass(frozen=True)
class _ById:
    """What an id says: pairs; pairs among which it does not tell; pairs that all else denies; what is no id."""

    pairs: pd.DataFrame
    ties: pd.DataFrame
    contradicted: pd.DataFrame
    ignored: list[tuple[str, str, int, int]]


def _by_id(
    both: Comparison, field: str, key: Callable[[object], str], how: str, free: tuple[np.ndarray, np.ndarray]
) -> _ById:
    """Return the pairs that an id makes, those among which it does not tell, those that all else denies."""
    left, right = (np.where(open_, side, "") for open_, side in zip(free, both.keys[field, key]))
    a, b, several_a, several_b = one_to_one(left, right)
    exact = key is id_key
    pairs = both.judged(a, b, how).assign(exact=exact)
    certainty = _with_exact_id(both, pairs) if exact else _with_spoilt_id(pairs)
    # Lists that count from 1 share all their ids: a row whose name stands free in the other waits for that one.
    unlike = (pairs["similarity"] < CLOSE_NAME).to_numpy()
    left_over = free[0].copy(), free[1].copy()
    for rest, rows in zip(left_over, (a, b)):
        rest[rows[(certainty >= LIKELY) & ~unlike]] = False
    asked = np.flatnonzero(unlike & (certainty >= LIKELY))
    waits = np.zeros(len(a), dtype=bool)
    waits[asked] = both.namesakes(a[asked], b[asked], left_over)
    certainty = np.where(waits, np.minimum(certainty, POSSIBLE), certainty)
    pairs = pairs.assign(certainty=certainty.astype("int8"))
    groups, ignored = shared_pairs(left, right, several_a, several_b, MOST_WITH_ONE_ID)
    group = both.judged(groups[:, 0], groups[:, 1], how).assign(exact=exact, shared=True, certainty=np.int8(POSSIBLE))
    denied = (group["similarity"] < OTHER_NAME) & (group["place"] == ELSEWHERE)
    names, place = group["similarity"].fillna(0.0).to_numpy(), group["place"].to_numpy()
    fits = (names >= ALIKE_NAME) | ((names >= CLOSE_NAME) & (place >= DISTRICT))
    fits |= group["similarity"].isna().to_numpy() & (place == NEAR)
    fitting = group[fits].assign(certainty=np.int8(LIKELY))
    accepted, _ = assign(fitting[["register", "extract"]].to_numpy(), _scores(both, fitting))
    return _ById(
        pairs=pd.concat([pairs[pairs["certainty"] >= LIKELY], fitting[accepted]], ignore_index=True),
        ties=group[~denied],
        contradicted=pd.concat([pairs[pairs["certainty"] == POSSIBLE], group[denied & exact]], ignore_index=True),
        ignored=[(field, _spelt(both, field, rows), *counts) for rows, counts in ignored],
    )


def _with_exact_id(both: Comparison, pairs: pd.DataFrame) -> np.ndarray:
    """Return the certainty of pairs with the same id as written.

    A number may be anybody's: where the names say two factories, only place and activity together speak for one.
    """
    a, b = pairs["register"].to_numpy(), pairs["extract"].to_numpy()
    unlike = (pairs["similarity"] < OTHER_NAME).to_numpy()
    elsewhere = (pairs["place"] == ELSEWHERE).to_numpy()
    borne_out = (pairs["place"] == NEAR).to_numpy() & both.activity(a, b)[0]
    other = (unlike & elsewhere) | (both.says_other(a, b) & ~borne_out)
    return np.select([other, unlike | elsewhere], [POSSIBLE, LIKELY], CERTAIN)


def _with_spoilt_id(pairs: pd.DataFrame) -> np.ndarray:
    """Return the certainty of pairs with an id the same but for zeros and signs: never certain by place alone."""
    similarity = pairs["similarity"].to_numpy()
    near, elsewhere = (pairs["place"] == NEAR).to_numpy(), (pairs["place"] == ELSEWHERE).to_numpy()
    alike, unnamed = similarity >= ALIKE_NAME, np.isnan(similarity)
    never = (similarity < OTHER_NAME) | (elsewhere & ~alike)
    certain = (alike & ~elsewhere) | (unnamed & near)
    weak = (similarity < CLOSE_NAME) & ~near
    return np.select([never, certain, weak], [NONE, CERTAIN, POSSIBLE], LIKELY)


def _spelt(both: Comparison, field: str, rows: tuple[int, int]) -> str:
    return str(min(both.sides[0][field].iloc[rows[0]], both.sides[1][field].iloc[rows[1]]))


def _scores(both: Comparison, pairs: pd.DataFrame) -> np.ndarray:
    """Return by what pairs are ranked: certainty, names, place, activity."""
    a, b = pairs["register"].to_numpy(), pairs["extract"].to_numpy()
    names = np.nan_to_num(pairs["similarity"].to_numpy("float64"))
    near = np.nan_to_num(pairs["distance_m"].to_numpy("float64"), nan=np.inf)
    closeness = 1.0 / (1.0 + near / max(both.max_distance_m, 1.0))
    return (
        10.0 * pairs["certainty"].to_numpy("float64")
        + names
        + 0.1 * pairs["place"].to_numpy("float64")
        + 0.05 * closeness
        + 0.05 * both.same_activity(a, b)
    ).round(9)


def _by_name(both: Comparison, free: tuple[np.ndarray, np.ndarray], tick: Tick) -> pd.DataFrame:
    """Return the pairs, of rows that no id has paired, whose names or operators speak for them, with their score."""
    rows = np.flatnonzero(free[0]), np.flatnonzero(free[1])
    operators = [keys_[of] for keys_, of in zip(both.keys["operator_id", joined_id_key], rows)]
    left, right = (_side(both, which, rows[which], operators[which]) for which in (0, 1))
    found = candidates(left, right, both.max_distance_m, lambda share: tick(0.4 * share))
    one_operator = (operators[0][found[:, 0]] == operators[1][found[:, 1]]) & (operators[0][found[:, 0]] != "")
    a, b = rows[0][found[:, 0]], rows[1][found[:, 1]]
    pairs = both.judged(a, b, np.where(one_operator, OPERATOR_NAME, NAME_PLACE).astype(object))
    tick(0.8)
    names, place = np.nan_to_num(pairs["similarity"].to_numpy()), pairs["place"].to_numpy()
    certainty = np.where(one_operator, _with_operator(names, place), _without_operator(names, place))
    strange = both.differs("licence_no", a, b)
    certainty = np.where(strange & (certainty == CERTAIN), LIKELY, certainty)
    # One operator's factories may share a name: what they make, and where, tells them apart.
    two_trades = both.activity(a, b)[1]
    far = both.distance(a, b)[1] > max(FAR_M, both.max_distance_m)
    two = one_operator & (two_trades | far)
    unlike = strange & both.differs("operator_id", a, b)
    generic = np.fmin(both.telling[0][a], both.telling[1][b]) < LEAST_TELLING
    doubtful = (unlike | (generic & ~one_operator)) & (certainty == LIKELY)
    mistyped = one_operator & both.other_division(a, b)
    certainty = np.where(mistyped, np.minimum(certainty, LIKELY), certainty)
    certainty = np.where(doubtful | two, np.minimum(certainty, POSSIBLE), certainty)
    pairs["certainty"] = certainty.astype("int8")
    pairs = pairs[pairs["certainty"] > NONE].reset_index(drop=True)
    tick(1.0)
    return pairs.assign(score=_scores(both, pairs))


def _with_operator(names: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return the certainty of pairs of one operator, who may have several factories."""
    certain = (names >= ALIKE_NAME) & (place >= PROVINCE)
    likely = ((names >= ALIKE_NAME) & (place == UNKNOWN)) | ((names >= CLOSE_NAME) & (place >= DISTRICT))
    possible = (names >= ALIKE_NAME) | ((names >= CLOSE_NAME) & (place >= UNKNOWN)) | (place == NEAR)
    return np.select([certain, likely, possible], [CERTAIN, LIKELY, POSSIBLE], NONE)


def _without_operator(names: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return the certainty of pairs of which only name and place speak."""
    likely = ((names >= ALIKE_NAME) & (place == NEAR)) | ((names >= SAME_NAME) & (place == DISTRICT))
    possible = (
        ((names >= CLOSE_NAME - 0.05) & (place == NEAR))
        | ((names >= ALIKE_NAME) & (place == DISTRICT))
        | ((names >= SAME_NAME) & (place >= UNKNOWN))
    )
    return np.select([likely, possible], [LIKELY, POSSIBLE], NONE)


def _side(both: Comparison, which: int, rows: np.ndarray, operators: np.ndarray) -> Side:
    frame = both.sides[which]
    codes = {
        level: frame[f"{level}_code"].to_numpy(dtype=object)[rows] for level in ("province", "district", "commune")
    }
    return Side(
        operators=operators,
        names=[tuple(name for name in both.plain[which][row] if name) for row in rows.tolist()],
        provinces=codes["province"],
        districts=codes["district"],
        communes=codes["commune"],
        xy=frame[["x", "y"]].to_numpy("float64")[rows],
    )


def _telling(names: Names) -> np.ndarray:
    """Return how much each row's name is its own, 0 where it has none."""
    return np.append(names.telling, 0.0)[names.codes]


def _list(column: pd.Series) -> list[str | None]:
    values = column.to_numpy(dtype=object)
    return [value if isinstance(value, str) and value else None for value in values]


def _activities(column: pd.Series) -> np.ndarray:
    codes, distinct = pd.factorize(column.to_numpy(dtype=object), use_na_sentinel=True)
    return np.array([*(normalise_activity(code) for code in distinct), ""], dtype=object)[codes]


def _other_division(one: str, other: str) -> bool:
    """Return whether two activity codes are of two divisions; sections, which are letters, are left out."""
    return one[:2].isdigit() and other[:2].isdigit() and min(len(one), len(other)) > 1 and one[:2] != other[:2]


def _compatible(one: str, other: str) -> bool:
    """Return whether one activity code is the other, or the group or division that it is of."""
    return one.startswith(other) or other.startswith(one)


def records(both: Comparison, matches: Matches) -> pd.DataFrame:
    """Return every establishment that either list knows, once.

    Returns
    -------
    pandas.DataFrame
        ``register``, ``extract``: rows, -1 for none; ``outcome``: one of `OUTCOMES`; ``province_code``: the register's,
        else the extract's; ``located``: by the register or by the extract; ``registered``: in the extract;
        ``counted``: one to register; ``completed``, ``closed``; ``expires``: the extract's, unless it has none or the
        register's record is the newer one. Pairs first, then the register's rows, then the extract's.

    Notes
    -----
    The two sides of a tie may be the same establishments, so that of the register's side only as many are ``counted``,
    or count as ``located``, as there are more of them than on the extract's side.
    """
    register, extract = both.sides
    paired = matches.pairs
    alone = [
        np.setdiff1d(np.arange(len(frame)), paired[side].to_numpy())
        for side, frame in (("register", register), ("extract", extract))
    ]
    rows = np.concatenate([paired["register"].to_numpy("int64"), alone[0], np.full(len(alone[1]), -1)])
    others = np.concatenate([paired["extract"].to_numpy("int64"), np.full(len(alone[0]), -1), alone[1]])
    in_register, in_extract = rows >= 0, others >= 0
    placed = _picked(register["x"].notna().to_numpy(), rows, False)
    placed_there = _picked(extract["x"].notna().to_numpy(), others, False)
    tied = _picked(matches.ambiguous_register, rows, False) & ~in_extract
    tied_there = _picked(matches.ambiguous_extract, others, False) & ~in_register
    outcome = np.select(
        [tied, tied_there, in_register & in_extract & placed, in_extract & in_register, in_extract & placed_there,
         in_extract, placed],
        [AMBIGUOUS_REGISTER, AMBIGUOUS_EXTRACT, MATCHED, NOT_LOCATED, EXTRACT_ONLY, NOT_LOCATED, FIELD_FIND],
        REGISTER_ONLY,
    )  # fmt: skip
    mine = {name: _picked(register[name].to_numpy(dtype=object), rows, None) for name in ("province_code", "status")}
    theirs = {
        name: _picked(extract[name].to_numpy(dtype=object), others, None)
        for name in ("province_code", "status", "registration_status")
    }
    state = theirs["registration_status"]
    operating = np.where(pd.notna(theirs["status"]), theirs["status"], mine["status"])
    never = np.datetime64("NaT")
    (own, own_changed), (theirs_last, their_changed) = (
        [_picked(side[name].to_numpy("datetime64[s]"), which, never) for name in ("expires", "changed")]
        for side, which in ((register, rows), (extract, others))
    )
    mine_counts = np.isnat(theirs_last) | (~np.isnat(own) & (own_changed > their_changed))
    province = np.where(pd.notna(mine["province_code"]), mine["province_code"], theirs["province_code"])
    tie = _tie_of(matches.ties, rows, others)
    closed = operating == CLOSED
    located = placed | placed_there
    return pd.DataFrame(
        {
            "register": rows,
            "extract": others,
            "outcome": outcome.astype(object),
            "province_code": province,
            "located": np.where(tied, _beyond(tie, tied, province, located), located),
            "registered": in_extract,
            # Being in the extract without a word about its state is being registered.
            "completed": in_extract & (pd.isna(state) | np.isin(state.astype(str), list(COMPLETED))),
            "counted": np.where(tied, _beyond(tie, tied, province, ~closed), ~closed),
            "closed": closed,
            "expires": np.where(mine_counts, own, theirs_last),
            "said_expired": state == "expired",
        }
    )


def _tie_of(ties: pd.DataFrame, rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return a number for the ties that each record hangs together with, -1 for none."""
    n, m = int(rows.max(initial=-1)) + 1, int(others.max(initial=-1)) + 1
    a, b = ties["register"].to_numpy("int64"), ties["extract"].to_numpy("int64")
    graph = coo_array((np.ones(len(ties), dtype="int8"), (a, n + b)), shape=(n + m, n + m))
    parts = connected_components(graph, directed=False)[1]
    in_tie = np.zeros(n + m, dtype=bool)
    in_tie[a] = in_tie[n + b] = True
    node = np.where(rows >= 0, rows, n + others)
    return np.where(in_tie[node], parts[node], -1)


def _beyond(tie: np.ndarray, tied: np.ndarray, province: np.ndarray, holds: np.ndarray) -> np.ndarray:
    """Return which records of the register's side of ties are more than those of the extract's side.

    Those of one province cancel each other first, then others in the order of the provinces, so that the numbers per
    province do not depend on the order of the rows.

    Parameters
    ----------
    tie : (r,) int array
        Of `_tie_of`.
    tied : (r,) bool array
        The record is of the register's side.
    province : (r,) object array of str or None
    holds : (r,) bool array
        Only these are counted, on both sides.
    """
    some = pd.DataFrame({"tie": tie, "mine": tied & holds, "theirs": ~tied & holds}).assign(
        province=np.where(pd.notna(province), province, "")
    )
    some = some[(some["tie"] >= 0) & holds].sort_values(["tie", "province"], kind="stable")
    area = some.groupby(["tie", "province"])
    more = some["mine"] & (area["mine"].cumsum() > area["theirs"].transform("sum"))
    spare = (area["theirs"].sum() - area["mine"].sum()).clip(lower=0).groupby("tie").sum()
    more &= more.groupby(some["tie"]).cumsum() > some["tie"].map(spare)
    out = np.zeros(len(tie), dtype=bool)
    out[some.index[more]] = True
    return out


def _picked(values: np.ndarray, rows: np.ndarray, otherwise: object) -> np.ndarray:
    """Return the values of rows, something else for row -1."""
    if not len(values):
        return np.full(len(rows), otherwise, dtype=values.dtype if otherwise is not None else object)
    out = values[rows].copy()
    out[rows < 0] = otherwise
    return out


def with_dates(known: pd.DataFrame, as_of: np.datetime64, deadlines: Mapping[str, np.datetime64]) -> pd.DataFrame:
    """Return the records of `records` with what a day makes of them.

    Parameters
    ----------
    known : pandas.DataFrame
    as_of : numpy.datetime64
        The day; a permit is valid, and a deadline is met, up to the end of its day.
    deadlines : mapping of str to numpy.datetime64
        By province code; ``""`` holds for provinces that are not named.

    Returns
    -------
    pandas.DataFrame
        With ``expired``, ``days_expired`` (NaN where only the record's state says so), ``deadline``, ``overdue``,
        ``days_overdue``. What is closed for good is neither.
    """
    day = np.datetime64(as_of, "D")
    expires = known["expires"].to_numpy("datetime64[D]")
    late = expires < day
    expired = ~known["closed"].to_numpy(bool) & (late | (np.isnat(expires) & known["said_expired"].to_numpy(bool)))
    # Two sides of a tie may be one: the extract's is in the list already.
    tied = (known["outcome"] == AMBIGUOUS_REGISTER).to_numpy()
    expired &= ~tied
    otherwise = deadlines.get("", np.datetime64("NaT"))
    dates = [deadlines.get(code, otherwise) if isinstance(code, str) else otherwise for code in known["province_code"]]
    deadline = np.array(dates, dtype="datetime64[D]")
    overdue = ~(known["completed"] | known["closed"]).to_numpy(bool) & (deadline < day) & ~tied
    return known.assign(
        expired=expired,
        days_expired=_days(day, expires, expired & late),
        deadline=deadline.astype("datetime64[s]"),
        overdue=overdue,
        days_overdue=_days(day, deadline, overdue),
    )


def _days(day: np.datetime64, since: np.ndarray, where: np.ndarray) -> np.ndarray:
    out = np.full(len(since), np.nan)
    out[where] = (day - since[where]).astype("int64")
    return out


COUNTS = (
    "known",
    "closed",
    "to_register",
    "completed",
    "in_register",
    "in_extract",
    "matched",
    "not_located",
    "extract_only",
    "field_finds",
    "register_only",
    "ambiguous_register",
    "ambiguous_extract",
    "ambiguous_counted",
    "located",
    "conflicting",
    "expired",
    "overdue",
)


def progress(known: pd.DataFrame, conflicting: np.ndarray) -> pd.DataFrame:
    """Return how far the registration is, for the country and each province.

    Parameters
    ----------
    known : pandas.DataFrame
        What `with_dates` returns, r rows.
    conflicting : (r,) bool array
        The record is a pair that disagrees about something.

    Returns
    -------
    pandas.DataFrame
        ``level`` (``country``, ``province``), ``code`` (None for the country, and for records without a province),
        `COUNTS`, ``share``: of those to register, completed, NaN for none; ``deadline``, of provinces. What is to be
        registered are the records of the extract and those that only the register has, without what is closed for good;
        of a tie, the larger of its sides: ``ambiguous_counted`` are the register's rows beyond the extract's.
    """
    facts = _facts(known, conflicting)
    code = known["province_code"].where(known["province_code"].notna(), "").astype(str).to_numpy()
    provinces = facts.groupby(code, sort=True).sum()
    deadline = known["deadline"].groupby(code, sort=True).first().reindex(provinces.index)
    provinces = provinces.assign(deadline=deadline, level="province").rename_axis("code").reset_index()
    provinces["code"] = provinces["code"].astype(object).where(provinces["code"] != "", None)
    country = facts.sum().to_frame().T.assign(level="country", code=None, deadline=pd.NaT)
    country["deadline"] = country["deadline"].astype("datetime64[s]")
    out = pd.concat([country, provinces], ignore_index=True) if len(provinces) else country
    share = out["completed"] / out["to_register"].where(out["to_register"] > 0).astype("float64")
    return out.assign(share=share)[["level", "code", *COUNTS, "share", "deadline"]]


def _facts(known: pd.DataFrame, conflicting: np.ndarray) -> pd.DataFrame:
    outcome = known["outcome"]
    counted = known["counted"].astype(bool)
    of_outcome = {
        "matched": MATCHED,
        "not_located": NOT_LOCATED,
        "extract_only": EXTRACT_ONLY,
        "field_finds": FIELD_FIND,
        "register_only": REGISTER_ONLY,
        "ambiguous_register": AMBIGUOUS_REGISTER,
        "ambiguous_extract": AMBIGUOUS_EXTRACT,
    }
    facts = {
        "known": pd.Series(True, index=known.index),
        "closed": known["closed"].astype(bool) & (outcome != AMBIGUOUS_REGISTER),
        "to_register": counted,
        "completed": counted & known["completed"],
        "in_register": known["register"] >= 0,
        "in_extract": known["extract"] >= 0,
        **{name: outcome == word for name, word in of_outcome.items()},
        "ambiguous_counted": counted & (outcome == AMBIGUOUS_REGISTER),
        "located": known["located"],
        "conflicting": pd.Series(conflicting, index=known.index),
        "expired": known["expired"],
        "overdue": known["overdue"],
    }
    return pd.DataFrame({name: facts[name].astype("int64") for name in COUNTS})


def balance(
    register_rows: int, extract_rows: int, known: pd.DataFrame, told: pd.DataFrame
) -> dict[str, dict[str, int]]:
    """Return where every row of both lists went, having checked that none is lost or told twice.

    Parameters
    ----------
    register_rows, extract_rows : int
        What was read.
    known : pandas.DataFrame
        What `with_dates` returns.
    told : pandas.DataFrame
        What `progress` returns.

    Raises
    ------
    ArithmeticError
        If the numbers do not add up, which would be a mistake in this module.
    """
    outcome = known["outcome"].to_numpy()
    from_register = known["register"].to_numpy() >= 0
    from_extract = known["extract"].to_numpy() >= 0

    def count(word: str, rows: np.ndarray) -> int:
        return int(((outcome == word) & rows).sum())

    register = {
        "rows": register_rows,
        "matched": count(MATCHED, from_register),
        "not_located": count(NOT_LOCATED, from_register),
        "field_finds": count(FIELD_FIND, from_register),
        "register_only": count(REGISTER_ONLY, from_register),
        "ambiguous": count(AMBIGUOUS_REGISTER, from_register),
    }
    extract = {
        "rows": extract_rows,
        "matched": count(MATCHED, from_extract),
        "not_located": count(NOT_LOCATED, from_extract),
        "extract_only": count(EXTRACT_ONLY, from_extract),
        "ambiguous": count(AMBIGUOUS_EXTRACT, from_extract),
    }
    sides = {"register": register, "extract": extract}
    wrong = [name for name, side in sides.items() if 2 * side["rows"] != sum(side.values())]
    for side, rows in (("register", register_rows), ("extract", extract_rows)):
        of_side = known[side].to_numpy()
        if not np.array_equal(np.sort(of_side[of_side >= 0]), np.arange(rows)):
            wrong.append(f"{side} rows")
    provinces = told[told["level"] == "province"]
    wrong += [name for name in COUNTS if provinces[name].sum() != told.loc[told["level"] == "country", name].sum()]
    if wrong:
        raise ArithmeticError(f"the rows do not add up: {', '.join(wrong)}; register {register}, extract {extract}")
    return sides


CONFLICT_FIELDS = (
    "name_en",
    "name_km",
    "licence_no",
    "operator_id",
    "isic",
    "size_class",
    "status",
    "registration_status",
    "expires",
    "province_code",
    "district_code",
    "commune_code",
    "location",
)


def conflicts(both: Comparison, pairs: pd.DataFrame, isic: Mapping[str, str]) -> pd.DataFrame:
    """Return what the two records of a pair disagree about; a value that one of them lacks is no disagreement.

    Parameters
    ----------
    both : Comparison
    pairs : pandas.DataFrame
        Of `Matches`.
    isic : mapping of every ISIC code to the letter of its section

    Returns
    -------
    pandas.DataFrame
        ``pair``: row of `pairs`; ``field``: one of `CONFLICT_FIELDS`, of the codes of a place the highest that differs;
        ``newer``: ``register``, ``extract`` or None where it cannot be told; ``days``: by how many. By pair and field.
    """
    register, extract = both.sides
    a, b = pairs["register"].to_numpy("int64"), pairs["extract"].to_numpy("int64")
    unlike: dict[str, np.ndarray] = {}
    for name in ("name_en", "name_km"):
        unlike[name] = both.names[0][name].similarity(a, b, both.names[1][name]) < ALIKE_NAME
    for name in ("licence_no", "operator_id"):
        unlike[name] = both.differs(name, a, b)
    mine, theirs = both.activities[0][a], both.activities[1][b]
    unlike["isic"] = np.array([_other_activity(x, y, isic) for x, y in zip(mine, theirs)], dtype=bool)
    for name in ("size_class", "status", "registration_status"):
        words = [_words(side[name])[rows] for side, rows in ((register, a), (extract, b))]
        unlike[name] = (words[0] != "") & (words[1] != "") & (words[0] != words[1])
    last = [side["expires"].to_numpy("datetime64[D]")[rows] for side, rows in ((register, a), (extract, b))]
    unlike["expires"] = ~np.isnat(last[0]) & ~np.isnat(last[1]) & (last[0] != last[1])
    settled = np.zeros(len(pairs), dtype=bool)
    for name in ("province_code", "district_code", "commune_code"):
        words = [_words(side[name])[rows] for side, rows in ((register, a), (extract, b))]
        unlike[name] = (words[0] != "") & (words[1] != "") & (words[0] != words[1]) & ~settled
        settled |= unlike[name]
    accuracies = [np.nan_to_num(side["accuracy_m"].to_numpy("float64")) for side in (register, extract)]
    apart = pairs["distance_m"].to_numpy("float64") - accuracies[0][a] - accuracies[1][b]
    unlike["location"] = np.isfinite(apart) & (apart > both.max_distance_m)
    parts = []
    for name in CONFLICT_FIELDS:
        rows = np.flatnonzero(unlike[name])
        newer, days = _newer(register, extract, a[rows], b[rows], _DATED.get(name, "changed"))
        parts.append(pd.DataFrame({"pair": rows, "field": name, "newer": newer, "days": days}))
    out = pd.concat(parts, ignore_index=True)
    order = out["field"].map({name: i for i, name in enumerate(CONFLICT_FIELDS)})
    return out.assign(order=order).sort_values(["pair", "order"], ignore_index=True).drop(columns="order")


_DATED = {"status": "status_from", "registration_status": "registered_on", "location": "located_on"}


def _newer(
    register: pd.DataFrame, extract: pd.DataFrame, a: np.ndarray, b: np.ndarray, dated: str
) -> tuple[np.ndarray, np.ndarray]:
    """Return which record is the newer one, by the day of the value itself where both give it, and by how many days."""
    days = []
    for name in (dated, "changed"):
        mine, theirs = (side[name].to_numpy("datetime64[D]")[rows] for side, rows in ((register, a), (extract, b)))
        known = ~np.isnat(mine) & ~np.isnat(theirs)
        between = np.full(len(a), np.nan)
        between[known] = (theirs[known] - mine[known]).astype("int64")
        days.append(between)
    of_value, of_record = days
    by = np.where(np.isnan(of_record) | (np.nan_to_num(of_value) != 0), of_value, of_record)
    newer = np.full(len(by), None, dtype=object)
    newer[by > 0] = "extract"
    newer[by < 0] = "register"
    return newer, np.abs(by)


def _other_activity(one: str, other: str, isic: Mapping[str, str]) -> bool:
    if not one or not other or _compatible(one, other):
        return False
    return isic.get(one) != other and isic.get(other) != one


def _words(column: pd.Series) -> np.ndarray:
    """Return values as they are compared: case and spaces do not count; empty for none."""
    codes, distinct = pd.factorize(column.to_numpy(dtype=object), use_na_sentinel=True)
    return np.array([*("".join(str(word).split()).casefold() for word in distinct), ""], dtype=object)[codes]
