"""The tables and the summary of the check of coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..frames import LayerFrame
from ..i18n import tr
from ..paths import STYLES
from ..provenance import Run, checksum, head, summary_text
from ..storage.geopackage import Table
from .decisions import Decided, with_decisions
from .inputs import Loaded
from .sentences import Speaker

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..analysis.coordinate_checks import Finding, Proposal
    from ..analysis.coordinate_checks.engine import Result

CRS = "EPSG:4326"
PROBLEM_FIELDS = (
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("problem", "text"),
    ("evidence", "text"),
    ("certainty", "text"),
    ("repairable", "boolean"),
    ("severity", "text"),
)
PROPOSAL_FIELDS = (
    ("proposal_id", "text"),
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("problem", "text"),
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
    ("old_lon", "real"),
    ("old_lat", "real"),
    ("accepted", "text"),
    ("decided_by", "text"),
    ("decided_on", "date"),
    ("note", "text"),
)
DECISION_FIELDS = ("accepted", "decided_by", "decided_on", "note")
MOVE_FIELDS = (
    ("proposal_id", "text"),
    ("finding_id", "text"),
    ("factory_id", "text"),
    ("factory_name", "text"),
    ("code", "text"),
    ("rank", "integer"),
    ("certainty", "text"),
    ("moved_m", "real"),
)
VOTE_FIELDS = (
    ("code", "text"),
    ("group", "text"),
    ("members", "integer"),
    ("share", "real"),
    ("certainty", "text"),
    ("evidence", "text"),
)
BEST_PICK_FIELDS = (
    ("factory_id", "text"),
    ("layer_name", "text"),
    ("feature_id", "integer"),
    ("preferred", "boolean"),
    ("score", "real"),
    ("checks", "integer"),
    ("passed", "integer"),
    ("verified", "boolean"),
    ("loc_method", "text"),
    ("loc_accuracy_m", "real"),
    ("loc_reference_point", "text"),
    ("loc_source", "text"),
    ("lon", "real"),
    ("lat", "real"),
)
SUMMARY_VERSION = 1
_WINDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
# A line across half the world shows nothing.
_LONGEST_M = 5_000_000.0


def tables(
    loaded: Loaded, result: Result, picks: pd.DataFrame | None, about: str, decided: Decided
) -> tuple[list[Table], int]:
    """Return the tables to write, and how many of the decisions of an earlier result are in them."""
    import numpy as np
    import pandas as pd
    import shapely

    crs = QgsCoordinateReferenceSystem(CRS)
    speaker = Speaker()
    ids = finding_ids(loaded, result.findings)
    now = loaded.register.lon_lat
    names = loaded.register.text("name")
    problems = [_problem(loaded, f, id_, names, speaker) for f, id_ in zip(result.findings, ids)]
    rows = np.array([f.row for f in result.findings], dtype="int64")
    at = np.where((rows >= 0)[:, None], now[np.maximum(rows, 0)] if len(now) else np.nan, np.nan).reshape(-1, 2)
    proposals = [
        (f, p, id_, rank) for f, id_ in zip(result.findings, ids) for rank, p in enumerate(f.proposals, start=1)
    ]
    table, kept = with_decisions(_proposals(loaded, proposals, names, speaker), decided)
    new = table[["new_lon", "new_lat"]].to_numpy("float64")
    old = table[["old_lon", "old_lat"]].to_numpy("float64")
    moving = (table["moved_m"].to_numpy("float64") > 0.05) & (table["moved_m"].to_numpy("float64") < _LONGEST_M)
    lines = np.stack([old[moving], new[moving]], axis=1) if moving.any() else np.empty((0, 2, 2))
    votes = pd.DataFrame(
        [(v.code, v.group or tr("whole file"), v.members, round(v.share, 4), v.certainty, speaker.all(v.evidence))
         for v in result.votes],
        columns=[name for name, _ in VOTE_FIELDS],
    )  # fmt: skip
    out = [
        _table("problems", PROBLEM_FIELDS, pd.DataFrame(problems, columns=[n for n, _ in PROBLEM_FIELDS]), _points(at),
               "Point", crs, about),
        _table("proposals", PROPOSAL_FIELDS, table, _points(new), "Point", crs, about),
        _table("moves", MOVE_FIELDS, table[moving].reset_index(drop=True), shapely.linestrings(lines), "LineString",
               crs, about),
        Table("votes", VOTE_FIELDS, votes, description=about),
    ]  # fmt: skip
    if picks is not None:
        for name, _ in BEST_PICK_FIELDS:
            if name not in picks:
                picks = picks.assign(**{name: None})
        values = picks[[name for name, _ in BEST_PICK_FIELDS]].reset_index(drop=True)
        values["score"] = values["score"].astype("float64").replace(np.inf, np.nan)
        points = _points(picks[["lon", "lat"]].to_numpy("float64"))
        out.append(_table("best_pick", BEST_PICK_FIELDS, values, points, "Point", crs, about))
    return out, kept


def _table(
    name: str,
    fields: Sequence[tuple[str, str]],
    values: pd.DataFrame,
    geometries: np.ndarray,
    kind: str,
    crs: QgsCoordinateReferenceSystem,
    about: str,
) -> Table:
    style = STYLES / f"coordinate_{name}.qml"
    return Table(name, fields, values, geometries, kind, crs, about, style if style.exists() else None)


def _points(lon_lat: np.ndarray) -> np.ndarray:
    """Return points, None where there is no place."""
    import numpy as np
    import shapely

    points = np.full(len(lon_lat), None, dtype=object)
    placed = np.isfinite(lon_lat).all(axis=1)
    points[placed] = shapely.points(lon_lat[placed])
    return points


def finding_ids(loaded: Loaded, findings: Sequence[Finding]) -> list[str]:
    """Return an id for each finding: its code and factory, numbered where several rows have one id.

    They are numbered by what the rows hold, so that another order of the rows gives no finding another's id.
    """
    owners = [loaded.ids[f.row] if f.row >= 0 else f.subject for f in findings]
    out = [f"{finding.code}:{owner}" for finding, owner in zip(findings, owners)]
    several: dict[str, list[int]] = {}
    for at, id_ in enumerate(out):
        several.setdefault(id_, []).append(at)
    for id_, places in several.items():
        if len(places) > 1:
            places.sort(key=lambda at: _contents(loaded, findings[at]))
            for number, at in enumerate(places[1:], start=2):
                out[at] = f"{id_}:{number}"
    return out


def _contents(loaded: Loaded, finding: Finding) -> tuple[str, ...]:
    """Return what a finding's row holds, its coordinates first, to put rows of one id into an order of their own."""
    if finding.row < 0:
        return (finding.subject_name,)
    register = loaded.register
    values = register.frame.iloc[finding.row]
    return (repr(float(register.x[finding.row])), repr(float(register.y[finding.row])), *map(str, values))


def _problem(loaded: Loaded, finding: Finding, id_: str, names: np.ndarray, speaker: Speaker) -> tuple[Any, ...]:
    owner = (loaded.ids[finding.row], names[finding.row]) if finding.row >= 0 else (None, finding.subject_name)
    return (
        id_,
        *owner,
        finding.code,
        speaker.say("problem", finding.problem),
        speaker.all(finding.evidence),
        finding.certainty,
        bool(finding.proposals),
        finding.severity,
    )


def _proposals(
    loaded: Loaded, proposals: Sequence[tuple[Finding, Proposal, str, int]], names: np.ndarray, speaker: Speaker
) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    from ..analysis.crs import GEOD

    now = stored_degrees(loaded)
    rows = np.array([f.row for f, *_ in proposals], dtype="int64")
    new = np.array([(p.lon, p.lat) for _, p, *_ in proposals], dtype="float64").reshape(-1, 2)
    old = now[rows].reshape(-1, 2) if len(rows) else new
    both = np.isfinite(old).all(axis=1) & np.isfinite(new).all(axis=1) & (np.abs(old) <= [180.0, 90.0]).all(axis=1)
    moved, towards = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    towards[both], _, moved[both] = GEOD.inv(*old[both].T, *new[both].T)
    still = moved < 0.05  # what corrects only the method or the accuracy
    moved[still] = 0.0
    winds = [
        _WINDS[round(angle / 45) % 8] if angle == angle and not rest else None for angle, rest in zip(towards, still)
    ]
    table = pd.DataFrame(
        [
            (f"{id_}:{rank}", id_, loaded.ids[f.row], names[f.row], p.code,
             speaker.say("problem", f.problem), rank, p.certainty, speaker.all(p.evidence),
             p.method, p.accuracy_m, p.datum)
            for f, p, id_, rank in proposals
        ],
        columns=["proposal_id", "finding_id", "factory_id", "factory_name", "code", "problem", "rank", "certainty",
                 "evidence", "new_method", "new_accuracy_m", "new_datum"],
    )  # fmt: skip
    table = table.assign(
        moved_m=np.round(moved, 1),
        direction=winds,
        new_lon=np.round(new[:, 0], 8),
        new_lat=np.round(new[:, 1], 8),
        old_lon=old[:, 0],
        old_lat=old[:, 1],
        accepted=None,
        decided_by=None,
        decided_on=None,
        note=None,
    )
    return table[[name for name, _ in PROPOSAL_FIELDS]]


def stored_degrees(loaded: Loaded) -> np.ndarray:
    """Return where each factory is stored, in degrees as they stand: also those that are no place, as 11.5, 104.9."""
    import numpy as np

    register = loaded.register
    return np.column_stack([register.x, register.y]) if register.wgs84 else register.lon_lat


def counts(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """Return how many findings of each code there are, by certainty."""
    found: dict[str, dict[str, int]] = {}
    for finding in sorted(findings, key=lambda one: one.code):
        by = found.setdefault(finding.code, {"certain": 0, "likely": 0, "possible": 0})
        by[finding.certainty] += 1
    return found


def as_json(
    run: Run,
    loaded: Loaded,
    layers: Sequence[LayerFrame],
    result: Result,
    written: Sequence[Table],
    parameters: Mapping[str, Any],
    decisions: Mapping[str, int],
) -> str:
    """Return the counts, what was not applied and where everything comes from as the text of the JSON summary."""
    from ..analysis.coordinate_checks import CODES

    speaker = Speaker()
    proposals = next(table.values for table in written if table.name == "proposals")
    first = proposals[proposals["rank"] == 1]
    found = counts(result.findings)
    told = {
        **head(SUMMARY_VERSION, run),
        "layers": [
            {
                "role": layer.role,
                "name": layer.name,
                "source": layer.source,
                "vintage": layer.vintage or None,
                "sha256": checksum(layer.path),
            }
            for layer in layers
        ],
        "factories": len(loaded.ids),
        "factories_with_problems": len({f.row for f in result.findings if f.row >= 0}),
        "codes": {code: found.get(code, {"certain": 0, "likely": 0, "possible": 0}) for code in CODES},
        "repairs": {
            "proposals": len(proposals),
            "factories": int(first["factory_id"].nunique()),
            "moving": int((~(first["moved_m"].astype("float64") == 0)).sum()),
            "by_certainty": {
                word: int((first["certainty"] == word).sum()) for word in ("certain", "likely", "possible")
            },
        },
        "not_applied": [{"code": one.code, "reason": speaker.say("reason", one.why)} for one in result.skipped],
        "votes": [
            {
                "code": vote.code,
                "group": vote.group or None,
                "members": vote.members,
                "share": round(vote.share, 4),
                "certainty": vote.certainty,
                "evidence": speaker.all(vote.evidence),
            }
            for vote in result.votes
        ],
        "decisions": dict(decisions),
        "parameters": dict(parameters),
    }
    return summary_text(told)


def report(loaded: Loaded, result: Result) -> list[str]:
    """Return the outcome as sentences for the log."""
    speaker = Speaker()
    with_problem = len({f.row for f in result.findings if f.row >= 0})
    said = [
        tr("Factories: {factories}; with a problem: {problems}.").format(
            factories=len(loaded.ids), problems=with_problem
        )
    ]
    for code, by in counts(result.findings).items():
        said.append(
            tr("{code}: {total} (certain {certain}, likely {likely}, possible {possible})").format(
                code=code, total=sum(by.values()), **by
            )
        )
    for vote in result.votes:
        if vote.code != "C14":
            group = vote.group or tr("whole file")
            said.append(f"{vote.code}, {group}: {speaker.all(vote.evidence)}")
    return said


def not_applied(result: Result) -> list[str]:
    """Return which codes were not applied, or not in full, and why, a sentence for each reason."""
    speaker = Speaker()
    by_reason: dict[str, list[str]] = {}
    for one in result.skipped:
        by_reason.setdefault(speaker.say("reason", one.why), []).append(one.code)
    return [
        tr("Not applied, or not in full: {codes} ({reason}).").format(codes=", ".join(dict.fromkeys(codes)), reason=why)
        for why, codes in by_reason.items()
    ]
