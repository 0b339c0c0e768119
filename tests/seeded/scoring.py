"""How well a check finds what was seeded, and how near its repairs come.

A check's answer is two tables, as ``check_coordinates`` writes them: ``problems`` (``factory_id``, ``code``,
``certainty``) and ``proposals`` (``factory_id``, ``code``, ``rank``, ``certainty``, ``moved_m``, ``new_lon``,
``new_lat``).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from pyproj import Geod

from .errors import REPAIRABLE, SHIFTED, Seeded

GEOD = Geod(ellps="WGS84")
NEAR_M = 20.0
# What says the same of one row: the shift of the old datum, in whichever of the two ways the numbers were written.
SAME = dict.fromkeys(SHIFTED, SHIFTED)


def tables(result: object, ids: list[str], stored: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the two tables of what the engine found.

    Parameters
    ----------
    result : coordinate_checks.Result
    ids : list of str
    stored : (n, 2) float array
        Degrees where each factory stands now.
    """
    problems, proposals = [], []
    for finding in result.findings:
        if finding.row < 0:
            continue
        problems.append((ids[finding.row], finding.code, finding.certainty))
        for rank, one in enumerate(finding.proposals, 1):
            moved = distance(stored[finding.row][None], np.array([[one.lon, one.lat]]))[0]
            proposals.append((ids[finding.row], one.code, rank, one.certainty, moved, one.lon, one.lat))
    return (
        pd.DataFrame(problems, columns=["factory_id", "code", "certainty"]),
        pd.DataFrame(proposals, columns=["factory_id", "code", "rank", "certainty", "moved_m", "new_lon", "new_lat"]),
    )


def distance(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return metres between degrees; infinite where one of them is no place."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    fine = np.isfinite(a).all(axis=1) & np.isfinite(b).all(axis=1) & (np.abs(a[:, 1]) <= 90) & (np.abs(a[:, 0]) <= 360)
    out = np.full(len(a), np.inf)
    out[fine] = GEOD.inv(*a[fine].T, *b[fine].T)[2]
    return out


def rows_of(made: Seeded, problems: pd.DataFrame, proposals: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each factory: the truth, what was found, and how far off the best proposal is.

    Columns besides the truth: ``found`` (a finding has the seeded class, or its best proposal is the right place under
    another name), ``named`` (it has the seeded class), ``wrong`` (number of findings of repairable classes that are
    neither), ``moving`` (a proposal would move it), ``best_m`` (metres from the best proposal to the right place),
    ``any_m`` (from the nearest), ``place_m`` (from the best one to the factory itself), ``sure`` (certainty of the best
    one).
    """
    codes = problems.groupby("factory_id")["code"].agg(set).reindex(made.truth["factory_id"])
    best = proposals[proposals["rank"] == 1].drop_duplicates("factory_id").set_index("factory_id")
    rows = made.truth.copy().reset_index(drop=True)
    found = [set() if c is np.nan or not isinstance(c, set) else c for c in codes]
    rows["named"] = [bool(code) and bool({*SAME.get(code, ()), code} & has) for code, has in zip(rows["code"], found)]
    rows["told"] = [bool(has - {"C18"}) for has in found]  # two plants on one compound may always be one
    right = rows[["right_lon", "right_lat"]].to_numpy(float)
    at = best.reindex(rows["factory_id"])
    rows["sure"] = at["certainty"].to_numpy()
    rows["best_m"] = distance(right, at[["new_lon", "new_lat"]].to_numpy(float))
    there = (rows["best_m"] <= NEAR_M).to_numpy()
    rows["found"] = rows["named"] | there
    # What leads to the right place is not wrong, whatever it calls the slip.
    rows["wrong"] = [
        len({c for c in has if c in REPAIRABLE} - {*SAME.get(code, ()), code, called if near else None})
        for code, has, called, near in zip(rows["code"], found, at["code"], there)
    ]
    rows["place_m"] = distance(rows[["place_lon", "place_lat"]], at[["new_lon", "new_lat"]].to_numpy(float))
    every = proposals.merge(rows[["factory_id", "right_lon", "right_lat"]], on="factory_id")
    every["off"] = distance(every[["right_lon", "right_lat"]], every[["new_lon", "new_lat"]])
    rows["any_m"] = every.groupby("factory_id")["off"].min().reindex(rows["factory_id"]).fillna(np.inf).to_numpy()
    moves = proposals[(proposals["moved_m"] > 1) | proposals["moved_m"].isna()]
    moves = moves[moves["new_lon"].notna()]
    rows["moving"] = rows["factory_id"].isin(moves["factory_id"]).to_numpy()
    return rows


def totals(rows: pd.DataFrame) -> dict[str, float]:
    """Return recall, precision and the floors' other figures over all repairable classes."""
    seeded = rows[rows["repairable"] & rows["hidden"].isna()]
    hits = int(seeded["found"].sum())
    right = int((rows["found"] & rows["code"].isin(REPAIRABLE)).sum())
    sure = seeded[(seeded["sure"] == "certain") & seeded["found"]]
    return {
        "seeded": len(seeded),
        "hidden": int(rows["hidden"].notna().sum()),
        "recall": hits / len(seeded) if len(seeded) else np.nan,
        "precision": right / (right + int(rows["wrong"].sum())) if right + rows["wrong"].sum() else np.nan,
        "certain": len(sure),
        "certain_max_m": float(sure["best_m"].max()) if len(sure) else np.nan,
        "clean_moved": int((rows["code"].isna() & rows["moving"]).sum()),
    }


def by_class(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one line for each seeded class."""
    lines = []
    for code, group in rows[rows["code"].notna()].groupby("code"):
        shown = group[group["hidden"].isna()]
        repaired = shown[shown["repairable"] & shown["sure"].notna()]
        off = repaired["best_m"].to_numpy()
        lines.append(
            {
                "code": code,
                "seeded": len(group),
                "hidden": int(group["hidden"].notna().sum()),
                "recall": shown["found"].mean() if len(shown) else np.nan,
                "named": shown["named"].mean() if len(shown) else np.nan,
                "wrong": int(group["wrong"].sum()),
                "repaired": len(repaired),
                "right": float((off <= NEAR_M).mean()) if len(off) else np.nan,
                "median_m": float(np.median(off)) if len(off) else np.nan,
                "p95_m": float(np.quantile(off, 0.95, method="higher")) if len(off) else np.nan,
                "max_m": float(off.max()) if len(off) else np.nan,
                "certain": int((repaired["sure"] == "certain").sum()),
                "likely": int((repaired["sure"] == "likely").sum()),
                "possible": int((repaired["sure"] == "possible").sum()),
            }
        )
    return pd.DataFrame(lines)


# -- as a page ---------------------------------------------------------------------------------------------


def share(value: float) -> str:
    """Return a share in per cent, or a dash."""
    return "–" if np.isnan(value) else f"{100 * value:.1f}"


def metres(value: float) -> str:
    """Return metres, or a dash."""
    return "–" if np.isnan(value) else f"{value:.1f}"


def mixes_as_markdown(found: dict[str, pd.DataFrame]) -> str:
    """Return the table of the mixes, from the rows of each."""
    lines = [
        "| mix | factories | errors with a right place | of these hidden | recall % | precision % | certain repairs | "
        "largest error of these (m) | sound factories with a proposed move | of these certain or likely |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for mix, rows in found.items():
        t = totals(rows)
        moved = rows[rows["code"].isna() & rows["moving"]]
        claimed = int(moved["sure"].isin(["certain", "likely"]).sum())
        lines.append(
            f"| {mix} | {len(rows)} | {int(rows['repairable'].sum())} | {t['hidden']} | {share(t['recall'])} | "
            f"{share(t['precision'])} | {t['certain']} | {metres(t['certain_max_m'])} | {len(moved)} | {claimed} |"
        )
    return "\n".join(lines) + "\n"


def classes_as_markdown(rows: pd.DataFrame) -> str:
    """Return the table of the classes."""
    lines = [
        "| class | seeded | hidden | recall % | same class % | findings of a wrong class | repaired | "
        "right place first % | median (m) | 95 % (m) | largest (m) | certain | likely | possible |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for line in by_class(rows).to_dict("records"):
        cells = [
            *(line["code"], line["seeded"], line["hidden"], share(line["recall"]), share(line["named"]), line["wrong"]),
            *(line["repaired"], share(line["right"]), metres(line["median_m"]), metres(line["p95_m"])),
            *(metres(line["max_m"]), line["certain"], line["likely"], line["possible"]),
        ]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def certainties_as_markdown(rows: pd.DataFrame) -> str:
    """Return the table of how far the best proposals are off, by their certainty."""
    lines = [
        "| certainty | repairs | right place (20 m) % | median (m) | 95 % (m) | largest (m) | "
        "to the factory itself: median (m) | 95 % (m) |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    repaired = rows[rows["repairable"] & rows["sure"].notna()]
    for sure in ("certain", "likely", "possible"):
        these = repaired[repaired["sure"] == sure]
        off, far = these["best_m"].to_numpy(), these["place_m"].to_numpy()
        if len(off):
            lines.append(
                f"| {sure} | {len(off)} | {share(float((off <= NEAR_M).mean()))} | {metres(float(np.median(off)))} | "
                f"{metres(float(np.quantile(off, 0.95, method='higher')))} | {metres(float(off.max()))} | "
                f"{metres(float(np.median(far)))} | {metres(float(np.quantile(far, 0.95, method='higher')))} |"
            )
    return "\n".join(lines) + "\n"
