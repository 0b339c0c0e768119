"""A seeded register with known duplicates: what hands and time do to names, numbers and coordinates.

Each factory is one true thing; `make` writes some of them down twice. `Made.truth` says which records are one factory.
Hard neighbours are made on purpose: units of one company in a compound, its branches in other provinces, names of
common words far apart.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np

# Syllables of romanised names, with spellings that are met for the same sound, and as they are written in Khmer.
SYLLABLES = (
    (("sok", "sokh"), "សុខ"), (("chheng", "cheng"), "ឆេង"), (("heng", "haeng"), "ហេង"), (("rith", "rit"), "រិទ្ធ"),
    (("vann", "van"), "វណ្ណ"), (("sophea", "sophear"), "សុភា"), (("phal", "pal"), "ផល"), (("dara", "darra"), "ដារ៉ា"),
    (("meas", "meias"), "មាស"), (("leang", "laeng"), "លាង"), (("kim", "khim"), "គឹម"), (("ly", "li"), "លី"),
    (("chan", "chann"), "ចាន់"), (("thy", "ti"), "ធី"), (("bopha", "bopa"), "បុប្ផា"), (("mony", "moni"), "មុនី"),
    (("nary", "narry"), "ណារី"), (("piseth", "pisit"), "ពិសិដ្ឋ"), (("reach", "reich"), "រាជ"),
    (("sambath", "sambat"), "សម្បត្តិ"),
    (("tola", "tolla"), "តុលា"), (("veasna", "veassna"), "វាសនា"), (("kosal", "kossal"), "កុសល"),
    (("udom", "uddom"), "ឧត្តម"),
    (("hong", "hoong"), "ហុង"), (("wei", "wie"), "វៃ"), (("xin", "shin"), "ស៊ីន"), (("yuan", "yuen"), "យាន"),
    (("long", "loong"), "ឡុង"), (("fu", "foo"), "ហ្វូ"), (("jin", "jinn"), "ជីន"), (("da", "dah"), "តា"),
    (("manha", "mannha"), "ម៉ានហា"), (("grand", "grande"), "ហ្គ្រេន"), (("star", "staar"), "ស្តារ"),
    (("royal", "roial"), "រ៉ូយ៉ាល់"),
)  # fmt: skip
TRADES = (
    ("1410", ("Garment", "Garments", "Apparel"), "កាត់ដេរ"), ("1311", ("Textile", "Textiles"), "វាយនភណ្ឌ"),
    ("1520", ("Footwear", "Shoes"), "ស្បែកជើង"), ("1061", ("Rice Mill",), "កិនស្រូវ"),
    ("2220", ("Plastic", "Plastics"), "ប្លាស្ទិក"), ("1702", ("Packaging Manufactory", "Packaging Mfg"), "ក្រដាស"),
)  # fmt: skip
FORMS = (
    "",
    " Co., Ltd.",
    " Co Ltd",
    " Factory",
    " (Cambodia) Co., Ltd.",
    " Pte. Ltd.",
    " Enterprise",
    " SARL",
    " Corp.",
)
FORMS_KM = ("", "ក្រុមហ៊ុន ", "រោងចក្រ", "សហគ្រាស ", "រោងចក្រ ")
ENDS_KM = ("", " ឯ.ក", " ខូ អិលធីឌី", " (ខេមបូឌា)", " ម.ក")


@dataclass
class Made:
    """Records as lists by field, and the factory that each is."""

    rows: list[dict] = field(default_factory=list)
    factory: list[int] = field(default_factory=list)

    def add(self, factory: int, row: dict) -> None:
        self.factory.append(factory)
        self.rows.append(row)

    def truth(self) -> set[tuple[str, str]]:
        """Return pairs of record ids that are one factory."""
        by: dict[int, list[str]] = {}
        for factory, row in zip(self.factory, self.rows):
            by.setdefault(factory, []).append(row["id"])
        return {(a, b) for ids in by.values() for a in ids for b in ids if a < b}

    def register(self, order=None):
        """Return the records as the engine wants them, in another order if asked."""
        from factory_locations.processing.analysis.duplicates import Register

        rows = [self.rows[i] for i in (range(len(self.rows)) if order is None else order)]

        def text(name):
            return np.array([row[name] for row in rows] + [None], dtype=object)[:-1]

        def number(name):
            return np.array([np.nan if row[name] is None else row[name] for row in rows], dtype="float64")

        texts = ("id", "en", "km", "licence", "operator", "isic", "commune", "province")
        filled = np.array([sum(value is not None for value in row.values()) for row in rows], dtype="int64")
        return Register(
            *(text(name) for name in texts), *(number(n) for n in ("lon", "lat", "accuracy", "employees")), filled
        )


def make(factories: int, seed: int, share: float = 0.3) -> Made:
    """Return a register of so many factories, a share of them recorded twice, with hard neighbours."""
    rng = random.Random(seed)
    made = Made()
    number = 0
    for i in range(factories):
        true = _factory(rng, i)
        kind = rng.random()
        made.add(number, _recorded(rng, true, f"R{len(made.rows):05d}", first=True))
        if kind < share:
            made.add(number, _recorded(rng, true, f"R{len(made.rows):05d}", first=False))
        elif kind < share + 0.05:  # a second unit in the compound, with a number, letter or trade of its own
            number += 1
            made.add(number, _recorded(rng, _unit(rng, true), f"R{len(made.rows):05d}", first=True))
        elif kind < share + 0.10:  # a branch in another province, under the same name
            number += 1
            made.add(number, _recorded(rng, _branch(rng, true), f"R{len(made.rows):05d}", first=True))
        number += 1
    return made


def _factory(rng: random.Random, i: int) -> dict:
    isic, trades, trade_km = rng.choice(TRADES)
    province = rng.randint(1, 25)
    if rng.random() < 0.08:  # nothing but common words
        parts, parts_km, units = [], [], str(rng.randint(1, 9))
    else:
        chosen = rng.sample(SYLLABLES, rng.choice((3, 4, 4)))
        cut = rng.choice((1, 2))
        parts = [chosen[:cut], chosen[cut:]]
        parts_km, units = ["".join(km for _, km in part) for part in parts], ""
    crowded = rng.random() < 0.3  # in a park, others within sight
    lon, lat = (104.8 + 0.1 * (province % 5), 11.4) if crowded else (rng.uniform(103, 107), rng.uniform(10.7, 13.9))
    return {
        "parts": parts, "parts_km": parts_km, "trades": trades, "trade_km": trade_km, "units": units, "isic": isic,
        "licence": f"FP-{rng.randint(2005, 2024)}-{i:05d}", "operator": f"K{100_000 + i}",
        "province": f"{province:02d}", "commune": f"{province:02d}{rng.randint(1, 12):02d}{rng.randint(1, 12):02d}",
        "lon": lon + rng.gauss(0, 0.004) * crowded, "lat": lat + rng.gauss(0, 0.004) * crowded,
        "employees": rng.randint(10, 2000),
    }  # fmt: skip


def _unit(rng: random.Random, true: dict) -> dict:
    """Return another factory of the same company in the same compound."""
    other = {**true, "licence": true["licence"] + "-2", "units": rng.choice(("2", "3", "B", "II")),
             "lon": true["lon"] + rng.uniform(-3e-4, 3e-4), "employees": rng.randint(10, 2000)}  # fmt: skip
    if rng.random() < 0.5:
        other["isic"], other["trades"], other["trade_km"] = rng.choice([t for t in TRADES if t[0] != true["isic"]])
    true["units"] = true["units"] or "1"
    return other


def _branch(rng: random.Random, true: dict) -> dict:
    province = f"{(int(true['province']) + rng.randint(1, 20)) % 25 + 1:02d}"
    return {
        **true, "licence": true["licence"] + "-B", "province": province, "commune": f"{province}0101",
        "lon": rng.uniform(103, 107), "lat": rng.uniform(10.7, 13.9), "employees": rng.randint(10, 2000),
    }  # fmt: skip


def _recorded(rng: random.Random, true: dict, id_: str, *, first: bool) -> dict:
    """Return a record of a factory: the first as it is, a second one by another hand."""
    spelling = 0 if first else rng.choice((0, 1, 1))
    words = [[spellings[min(spelling, len(spellings) - 1)] for spellings, _ in part] for part in true["parts"]]
    name = " ".join("".join(part).title() for part in words)
    trade = true["trades"][0] if first else rng.choice(true["trades"])
    english = f"{name} {trade} {true['units']}".strip() + rng.choice(FORMS)
    khmer = rng.choice(FORMS_KM) + " ".join(true["parts_km"]) + true["trade_km"] + true["units"] + rng.choice(ENDS_KM)
    row = {
        "id": id_, "en": english, "km": khmer if rng.random() < 0.7 else None,
        **{k: true[k] for k in ("licence", "operator", "isic", "commune", "province", "lon", "lat", "employees")},
        "accuracy": rng.choice((5.0, 10.0, 30.0, None)),
    }  # fmt: skip
    return row if first else _by_another_hand(rng, row)


def _by_another_hand(rng: random.Random, row: dict) -> dict:
    chance = rng.random()
    if chance < 0.35:
        row["en"] = _typo(rng, row["en"])
    elif chance < 0.45:
        row["en"] = row["en"].upper().replace(" ", "  ")
    elif chance < 0.52 and row["km"]:
        row["en"] = None
    if row["km"] and rng.random() < 0.2:
        row["km"] = row["km"].replace("្ត", "្ដ")[:60] + "\u200b"
    for name, share in (("licence", 0.5), ("operator", 0.3), ("commune", 0.1), ("employees", 0.3)):
        if rng.random() < share:
            row[name] = None
    if row["licence"] and rng.random() < 0.3:
        row["licence"] = row["licence"].replace("-", "/").lower()
    if row["employees"]:
        row["employees"] = round(row["employees"] * rng.uniform(0.9, 1.1))
    moved = rng.random()
    if moved < 0.05:
        row["lon"] = row["lat"] = None
    elif moved < 0.10:  # the centre of the commune instead
        row.update(lon=row["lon"] + rng.gauss(0, 0.02), lat=row["lat"] + rng.gauss(0, 0.02), accuracy=3000.0)
    else:  # another corner of the site
        row.update(lon=row["lon"] + rng.gauss(0, 6e-4), lat=row["lat"] + rng.gauss(0, 6e-4))
    return row


def _typo(rng: random.Random, text: str) -> str:
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    at = rng.choice(places)
    how = rng.choice(("swap", "drop", "double", "other"))
    if how == "swap":
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if how == "drop":
        return text[:at] + text[at + 1 :]
    return text[:at] + (text[at] * 2 if how == "double" else rng.choice("aeinort")) + text[at + 1 :]
