"""The tables of `find_duplicates`: pairs to decide on, groups, and their JSON summary."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..decisions import decision, written
from ..i18n import tr
from ..inputs import Factories, texts
from ..paths import STYLES
from ..provenance import checksum, head, summary_text
from ..storage.apart import connect
from ..storage.geopackage import Table, tables_in

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.duplicates import Duplicates, Register

PAIRS, GROUPS = "pairs", "groups"
# What a person enters, kept from run to run.
DECISION_FIELDS = (("keep", "text"), ("confirmed", "text"), ("decided_by", "text"), ("decided_on", "date"))
PAIR_FIELDS = (
    ("pair_id", "text"),
    ("group_id", "text"),
    ("factory_id_a", "text"),
    ("name_a", "text"),
    ("factory_id_b", "text"),
    ("name_b", "text"),
    ("certainty", "text"),
    ("score", "real"),
    ("distance_m", "real"),
    ("evidence", "text"),
    ("against", "text"),
    ("keep_proposed", "text"),
    *DECISION_FIELDS,
    ("name_score", "real"),
    ("name_score_km", "real"),
    ("name_score_across", "real"),
    ("feature_a", "integer"),
    ("feature_b", "integer"),
)
GROUP_FIELDS = (
    ("group_id", "text"),
    ("members", "integer"),
    ("certainty", "text"),
    ("factory_ids", "text"),
    ("names", "text"),
    ("pairs", "integer"),
    ("spread_m", "real"),
    ("chained", "boolean"),
    ("advice", "text"),
)
SUMMARY_VERSION = 1
_WGS84 = "EPSG:4326"


def register_of(factories: Factories, fields: Mapping[str, str]) -> Register:
    """Return what is compared of a register read in WGS 84 degrees; premises stand for a point within them."""
    import numpy as np
    import pandas as pd
    import shapely

    from ..analysis.duplicates import Register

    frame, n = factories.layer.frame, len(factories.ids)

    def text(purpose: str) -> np.ndarray:
        name = fields.get(purpose)
        return texts(frame[name]) if name else np.full(n, None, dtype=object)

    points = factories.geometries
    if factories.polygonal:
        points = shapely.point_on_surface(points)
    staff = fields.get("EMPLOYEES_FIELD")
    numbers = frame[staff] if staff else pd.Series(np.full(n, np.nan))
    columns = [name for name in frame.columns if name != frame.geometry.name]
    return Register(
        ids=factories.ids,
        names=text("NAME_FIELD"),
        names_km=text("NAME_KM_FIELD"),
        licences=text("LICENCE_FIELD"),
        operators=text("OPERATOR_FIELD"),
        activities=factories.activities,
        communes=text("COMMUNE_FIELD"),
        provinces=text("PROVINCE_FIELD"),
        lon=shapely.get_x(points),
        lat=shapely.get_y(points),
        accuracy=np.where(factories.accuracy > 0, factories.accuracy, np.nan),
        employees=pd.to_numeric(numbers, errors="coerce").to_numpy("float64", na_value=np.nan),
        filled=frame[columns].notna().sum(axis=1).to_numpy("int64"),
    )


def decided_in(path: str) -> dict[str, dict[str, Any]]:
    """Return the rows of an earlier result in which people have entered anything, by pair; none where there is none.

    Raises
    ------
    LocationError
        If a decision is neither yes nor no.
    """
    if not {PAIRS, GROUPS} <= {*tables_in(path)}:
        return {}
    try:
        with closing(connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            rows = [dict(row) for row in connection.execute("SELECT rowid AS row_number, * FROM pairs")]
    except sqlite3.Error:  # another program's tables of these names
        return {}
    found = {}
    for row in rows:
        pair = str(row.get("pair_id") or "")
        told = written(decision(row.get("confirmed"), PAIRS, row["row_number"], "confirmed", pair))
        entered = {name: str(row.get(name) or "").strip() or None for name, _ in DECISION_FIELDS}
        entered["confirmed"] = told
        if pair and any(entered.values()):
            found[pair] = {**{name: row.get(name) for name, _ in PAIR_FIELDS}, **entered}
    return found


def pair_rows(
    register: Register, found: Duplicates, features: Sequence[int], max_distance: float, decided: Mapping[str, Any]
) -> pd.DataFrame:
    """Return the table of pairs, columns of `PAIR_FIELDS`: those found, then those decided earlier and not found."""
    import pandas as pd

    pairs = found.pairs
    a, b, keep = (pairs[name].tolist() for name in ("row_a", "row_b", "keep"))
    rows = pairs.to_dict("records")
    table = {
        "pair_id": pairs["pair_id"],
        "group_id": pairs["group_id"],
        "factory_id_a": register.ids[a],
        "name_a": [name_of(register, row) for row in a],
        "factory_id_b": register.ids[b],
        "name_b": [name_of(register, row) for row in b],
        "certainty": pairs["certainty"],
        "score": pairs["score"],
        "distance_m": pairs["distance_m"].round(1),
        "evidence": [evidence(register, row, max_distance) for row in rows],
        "against": [against(register, row) for row in rows],
        "keep_proposed": register.ids[keep],
        **{name: [decided.get(pair, {}).get(name) for pair in pairs["pair_id"]] for name, _ in DECISION_FIELDS},
        "name_score": pairs["name_score"].round(2),
        "name_score_km": pairs["name_score_km"].round(2),
        "name_score_across": pairs["name_score_across"].round(2),
        "feature_a": [features[row] for row in a],
        "feature_b": [features[row] for row in b],
    }
    not_found = _not_found(register, decided, set(pairs["pair_id"]))
    names = [name for name, _ in PAIR_FIELDS]
    made = pd.DataFrame({name: [*table[name], *(row[name] for row in not_found)] for name in names})
    made["decided_on"] = pd.to_datetime(made["decided_on"], errors="coerce").dt.date
    return made


def _not_found(register: Register, decided: Mapping[str, Any], found: set[str]) -> list[dict[str, Any]]:
    """Return the rows decided earlier whose pair this search has not found; a decision outlives the search."""
    there = set(register.ids.tolist())
    rows = []
    for pair, row in decided.items():
        if pair in found:
            continue
        gone = [factory for factory in (row["factory_id_a"], row["factory_id_b"]) if factory not in there]
        told = tr("Not found any more: {factories} is not in the register. Kept because it is decided.")
        if not gone:
            told = tr("Not found any more in the last search. Kept because it is decided.")
        why = told.format(factories=", ".join(map(str, gone)))
        rows.append({**row, "group_id": None, "against": why, "feature_a": None, "feature_b": None})
    return rows


def name_of(register: Register, row: int) -> str | None:
    """Return what to call a record: its name in Latin letters, else the one in Khmer."""
    return register.names[row] or register.names_km[row]


def evidence(register: Register, pair: Mapping[str, Any], max_distance: float) -> str:
    """Return what speaks for a pair, as a sentence with its numbers."""
    a, b = pair["row_a"], pair["row_b"]
    told = {
        "id": register.ids[a],
        "licence": register.licences[a],
        "licence_b": register.licences[b],
        "operator": register.operators[a],
        "activity": register.activities[a],
        "activity_b": register.activities[b],
        "score": f"{_best(pair):.2f}",
        "distance": _metres(pair["distance_m"]),
        "reach": _metres(pair["reach_m"]),
        "commune": register.communes[a],
        "staff_a": f"{register.employees[a]:.0f}",
        "staff_b": f"{register.employees[b]:.0f}",
        "limit": _metres(max_distance),
    }
    parts = [text.format(**told) for kind, word, text in _for() if pair[kind] == word]
    if pair["common_name"] and pair["name"] in ("same", "alike", "close"):
        parts.append(tr("the names are of words that many have"))
    if pair["alone"]:
        parts.append(tr("no third factory within {limit}").format(**told))
    return _sentence(parts)


def _for() -> list[tuple[str, str, str]]:
    return [
        ("id", "same", tr("the same factory id {id}")),
        ("licence", "same", tr("the same licence {licence}")),
        ("licence", "zeros", tr("licences {licence} and {licence_b}, the same but for leading zeros or “No.”")),
        ("licence", "many", tr("the same licence {licence}, which more factories have")),
        ("name", "same", tr("the same name ({score})")),
        ("name", "alike", tr("names alike ({score})")),
        ("name", "close", tr("names close to each other ({score})")),
        ("name", "across", tr("the Khmer and the Latin name may sound alike ({score}, weak)")),
        ("operator", "same", tr("the same operator {operator}")),
        ("place", "same", tr("at one place ({distance} apart)")),
        ("place", "near", tr("{distance} apart")),
        ("place", "within accuracy", tr("{distance} apart, which their accuracies ({reach} together) allow for")),
        ("activity", "same", tr("the same activity ({activity})")),
        ("activity", "division", tr("activities of one division ({activity}, {activity_b})")),
        ("commune", "same", tr("in one commune ({commune})")),
        ("employees", "close", tr("about as many employees ({staff_a}, {staff_b})")),
    ]


def against(register: Register, pair: Mapping[str, Any]) -> str | None:
    """Return what speaks against a pair, as a sentence; None where nothing does."""
    from ..analysis.duplicates import LIKELY, POSSIBLE

    a, b = pair["row_a"], pair["row_b"]
    told = {
        "licence_a": register.licences[a],
        "licence_b": register.licences[b],
        "operator_a": register.operators[a],
        "operator_b": register.operators[b],
        "activity_a": register.activities[a],
        "activity_b": register.activities[b],
        "province_a": register.provinces[a],
        "province_b": register.provinces[b],
        "distance": _metres(pair["distance_m"]),
    }
    sentences = _reasons()
    parts = []
    for reason in pair["against"]:
        name_a, name_b = pair["quotes"].get(reason, (None, None))
        parts.append(sentences[reason].format(**told, name_a=name_a, name_b=name_b))
    if pair["certainty"] != POSSIBLE and pair["group_id"] is None:
        parts.append(tr("the two are in different groups, linked by few of their members"))
    if not parts and pair["certainty"] == LIKELY and pair["distance_m"] != pair["distance_m"]:
        parts.append(tr("a location is missing, so the places cannot be compared"))
    return _sentence(parts) or None


def _reasons() -> dict[str, str]:
    return {
        "numbers": tr("different numbers in the names (“{name_a}”, “{name_b}”)"),
        "compound": tr(
            "one operator with two licences ({licence_a}, {licence_b}): perhaps two factories in one compound"
        ),
        "renewed": tr(
            "one operator with two licences ({licence_a}, {licence_b}): renewed, or two factories in one compound"
        ),
        "operator and licence": tr(
            "different operators ({operator_a}, {operator_b}) and licences ({licence_a}, {licence_b})"
        ),
        "licence": tr("different licences ({licence_a}, {licence_b})"),
        "operator": tr("different operators ({operator_a}, {operator_b})"),
        "activity": tr("different activities ({activity_a}, {activity_b})"),
        "trades": tr("different activities in the names (“{name_a}”, “{name_b}”)"),
        "far": tr("{distance} apart"),
        "province": tr("different provinces ({province_a}, {province_b})"),
        "name": tr("different names (“{name_a}”, “{name_b}”)"),
    }


def _sentence(parts: Sequence[str]) -> str:
    if not parts:
        return ""
    text = parts[0]
    for part in parts[1:]:
        text = tr("{told}; {more}").format(told=text, more=part)
    return tr("{told}.").format(told=f"{text[0].upper()}{text[1:]}")


def _best(pair: Mapping[str, Any]) -> float:
    scores = [pair[name] for name in ("name_score", "name_score_km", "name_score_across")]
    return max((score for score in scores if score == score), default=0.0)


def _metres(value: float) -> str:
    if value != value:
        return "–"
    return f"{value:,.0f} m" if value < 10_000 else f"{value / 1000:,.1f} km"


def group_rows(register: Register, found: Duplicates) -> pd.DataFrame:
    """Return the table of groups, columns of `GROUP_FIELDS`."""
    import pandas as pd

    groups = found.groups
    advice = {
        True: tr("Part of a longer chain of pairs that was cut where its links were few: look at each pair."),
        False: tr("Decide its pairs in the table “pairs”."),
    }
    table = {
        "group_id": groups["group_id"],
        "members": [len(rows) for rows in groups["rows"]],
        "certainty": groups["certainty"],
        "factory_ids": ["; ".join(register.ids[row] for row in rows) for rows in groups["rows"]],
        "names": ["; ".join(_distinct(name_of(register, row) for row in rows)) or None for rows in groups["rows"]],
        "pairs": groups["pairs"],
        "spread_m": groups["spread_m"].astype("float64").round(1),
        "chained": groups["chained"],
        "advice": [advice[bool(chained)] for chained in groups["chained"]],
    }
    return pd.DataFrame({name: list(values) for name, values in table.items()})


def _distinct(names: Any) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def tables(register: Register, found: Duplicates, pairs: pd.DataFrame, about: str) -> list[Table]:
    """Return the tables to write: pairs as lines in WGS 84, groups as their points."""
    import numpy as np
    import shapely

    points = shapely.points(register.lon, register.lat)
    located = np.isfinite(register.lon) & np.isfinite(register.lat)
    a, b = _ends(register, found, pairs)
    lines = np.full(len(a), None, dtype=object)
    both = np.flatnonzero((a >= 0) & (b >= 0) & located[a] & located[b])
    ends = np.stack([shapely.get_coordinates(points[a[both]]), shapely.get_coordinates(points[b[both]])], axis=1)
    lines[both] = shapely.linestrings(ends)
    shapes = np.full(len(found.groups), None, dtype=object)
    for i, rows in enumerate(found.groups["rows"]):
        there = [points[row] for row in rows if located[row]]
        shapes[i] = shapely.multipoints(there) if there else None
    crs = QgsCoordinateReferenceSystem(_WGS84)
    return [
        Table(PAIRS, PAIR_FIELDS, pairs, lines, "LineString", crs, about, STYLES / "duplicate_pairs.qml"),
        Table(
            GROUPS,
            GROUP_FIELDS,
            group_rows(register, found),
            shapes,
            "MultiPoint",
            crs,
            about,
            STYLES / "duplicate_groups.qml",
        ),
    ]


def _ends(register: Register, found: Duplicates, pairs: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the register of each pair; -1 where a pair that was not found has no row, or several."""
    import numpy as np

    seen: dict[str, list[int]] = {}
    for row, factory in enumerate(register.ids.tolist()):
        seen.setdefault(factory, []).append(row)
    ends = []
    for side in ("a", "b"):
        rest = [seen.get(factory, []) for factory in pairs[f"factory_id_{side}"].tolist()[len(found.pairs) :]]
        rows = [rows[0] if len(rows) == 1 else -1 for rows in rest]
        ends.append(np.concatenate([found.pairs[f"row_{side}"].to_numpy("int64"), np.array(rows, dtype="int64")]))
    return ends[0], ends[1]


def counts(found: Duplicates) -> dict[str, int]:
    """Return how many pairs there are of each certainty."""
    from ..analysis.duplicates import CERTAINTIES

    return {word: int((found.pairs["certainty"] == word).sum()) for word in CERTAINTIES}


def as_json(factories: Factories, found: Duplicates, max_distance: float, decided: int) -> str:
    """Return what was found, and in which layer, as the text of the JSON summary."""
    from ..analysis.duplicates import AT_LEAST, POINTS

    layer = factories.layer
    told = {
        **head(SUMMARY_VERSION),
        "layers": [
            {"role": layer.role, "name": layer.name, "source": layer.source, "sha256": checksum(layer.path)},
        ],
        "factories": len(factories.ids),
        "max_distance_m": max_distance,
        "pairs": counts(found),
        "decided": decided,
        "groups": len(found.groups),
        "in_groups": int(sum(len(rows) for rows in found.groups["rows"])),
        "chained_groups": int(found.groups["chained"].sum()),
        "rules": {"points": POINTS, "at_least": AT_LEAST},
    }
    return summary_text(told)
