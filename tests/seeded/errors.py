"""Errors of every class of the catalogue (C01 to C25), put into a register that has none; the truth is kept beside it.

A mix says which share of the rows gets which error. A row gets one error at most, so that every finding has one cause.

Truth table, one row for each factory
    ``code``        class of the error, None for none
    ``variant``     which of its forms
    ``right_lon``, ``right_lat``   the coordinate as it would be stored without the error (rounding and noise of the
                    receiver included): what a repair must find. NaN where no repair can.
    ``place_lon``, ``place_lat``   where the factory really stands
    ``repairable``  whether the right place follows from what is in the row
    ``certainty``   what an honest repair may claim at most
    ``hidden``      why nothing in the data shows the error, else None: a stored point that lies within its stated
                    accuracy, or within `BORDER_M`, of the unit and the park that the row declares is contradicted by
                    nothing. Decided by geometry alone.
    ``rivals``      how many other corrections of the same kind lead into the declared unit as well (C11)
"""

from __future__ import annotations

from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from . import names, register, texts

REPAIRABLE = ("C01", "C02", "C03", "C04", "C05", "C06", "C08", "C09", "C11", "C13")
# Classes that move every point of a source at once: one row shows nothing, many together do.
SHIFTED = ("C05", "C06")
CERTAINTY = {
    "C01": "certain", "C02": "certain", "C03": "certain", "C04": "certain", "C05": "likely", "C06": "likely",
    "C08": "certain", "C09": "likely", "C11": "possible", "C13": "certain",
}  # fmt: skip
BORDER_M = 100.0  # borders of communes are known to about that: 2 mm on a map of 1 : 50,000
GROUP_SHOWS, GROUP_PURE = 5, 0.9  # so many members must be contradicted, and so many of all have the error
TOKENS = ["Not found", "-", "N/A", "គ្មាន", "none", "?", "NULL", "មិនមាន"]
OLD_SOURCES = [
    "Topographic sheet 5833 (1967)",
    "Annex map, sub-decree 74",
    "Annex map, sub-decree 135",
    "ELC register 2012",
]

TYPICAL = {
    "C01": 0.02, "C02": 0.02, "C03": 0.007, "C04": 0.01, "C05": 0.01, "C06": 0.01, "C08": 0.04, "C09": 0.02,
    "C10": 0.04, "C11": 0.02, "C12": 0.03, "C13": 0.015, "C14": 0.01, "C15": 0.007, "C16": 0.007, "C17": 0.03,
    "C18": 0.02, "C19": 0.01, "C20": 0.015, "C21": 0.007, "C23": 0.015, "C24": 0.02, "C25": 0.015,
}  # fmt: skip
# Of a sound register, one commune and one park of the layers lie where the old datum would put them.
MISDRAWN, MISDRAWN_M = "one border drawn wrongly", (-419.0, 323.0)
SOUND = ("clean", MISDRAWN)
MIXES: dict[str, dict[str, Any]] = {
    "clean": {"rates": {}},
    MISDRAWN: {"rates": {}, "misdrawn": True},
    "typical spreadsheet": {"rates": TYPICAL},
    "old maps": {"rates": {**{code: rate / 3 for code, rate in TYPICAL.items()}, "C05": 0.40, "C06": 0.12}},
    "one province's file": {
        "rates": {**TYPICAL, "C02": 0.08, "C03": 0.03, "C09": 0.05, "C11": 0.05},
        "provinces": ["05"],
    },
    "worst": {"rates": {**{code: 1.6 * rate for code, rate in TYPICAL.items()}, "C05": 0.08, "C06": 0.05}},
}


class Seeded(NamedTuple):
    """A register with errors, the truth about it, and the layers to check it against.

    Attributes
    ----------
    table : GeoDataFrame
        The register, EPSG:4326; a point may lie anywhere (metres in degree fields), or be missing.
    truth : DataFrame
        One row for each row of the table, same order.
    premises : GeoDataFrame
    country : register.Country
    """

    table: gpd.GeoDataFrame
    truth: pd.DataFrame
    premises: gpd.GeoDataFrame
    country: register.Country


def seeded(mix: str, seed: int, n: int, where: register.Country | None = None) -> Seeded:
    """Return a register of about n factories with the errors of a mix.

    Parameters
    ----------
    mix : str
        A key of `MIXES`.
    seed : int
        The same seed gives the same register.
    n : int
        Duplicates (C18) come on top.
    where : register.Country, optional
        Another country than the invented one.
    """
    recipe = MIXES[mix]
    sound = register.clean(seed, n, recipe.get("provinces"), where)
    made = Sower(sound, np.random.default_rng([seed, 77])).sown(recipe["rates"])
    return made._replace(country=_misdrawn(made)) if recipe.get("misdrawn") else made


def _misdrawn(made: Seeded) -> register.Country:
    """Return the layers with the commune and the park that most factories declare moved; the register stays sound."""
    land, parks = made.country.coverage, made.country.parks.copy()
    communes = land.communes.copy()
    for frame, column in ((communes, "commune_code"), (parks, "park_id")):
        row = frame.index[frame[column] == made.table[column].value_counts().index[0]]
        frame.loc[row, "geometry"] = frame.loc[row, "geometry"].translate(*MISDRAWN_M)
    return made.country._replace(coverage=land._replace(communes=communes), parks=parks)


class Sower:
    """Puts errors into the rows of a register, one at a time."""

    def __init__(self, sound: register.Clean, rng: np.random.Generator) -> None:
        self.sound, self.rng, self.country = sound, rng, sound.country
        self.rows: list[dict] = sound.table.drop(columns="geometry").to_dict("records")
        self.stored = shapely.get_coordinates(sound.table.geometry.to_numpy())  # degrees, or whatever was typed
        self.right, self.place = self.stored.copy(), sound.place.copy()
        self.numbers: dict[int, tuple[str, str, str]] = {}  # of C11, as typed
        self.truth: list[dict] = [{"code": None, "variant": None} for _ in self.rows]
        land = self.country.coverage
        self.units = {code: shape for frame, name in (
            (land.provinces, "province_code"), (land.districts, "district_code"), (land.communes, "commune_code")
        ) for code, shape in zip(frame[name], frame.geometry)}  # fmt: skip
        shapely.prepare(list(self.units.values()))
        self.parks = dict(zip(self.country.parks["park_id"], self.country.parks.geometry))
        middle = land.gazetteer.to_crs("EPSG:4326")
        self.middles = dict(zip(middle["code"], shapely.get_coordinates(middle.geometry.to_numpy()).round(5)))

    # the whole

    def sown(self, rates: dict[str, float]) -> Seeded:
        """Return the register with errors at these shares."""
        n = len(self.rows)
        free = self.free = [int(row) for row in self.rng.permutation(n)]
        for code in sorted(rates, key=lambda c: (c not in ("C21", "C20", "C14"), c)):
            wanted = round(rates[code] * n)
            if rates[code] and not wanted:
                wanted = int(self.rng.random() < rates[code] * n)
            if code == "C14":
                self.hotspots(free, wanted)
                continue
            sow = getattr(self, code.lower())
            done, tried = 0, 0
            while done < wanted and tried < len(free):
                row = free[tried]
                variant = sow(row)
                if variant is None:  # this row cannot have that error
                    tried += 1
                    continue
                free.remove(row)
                self.truth[row] = {"code": code, "variant": variant}
                done += 1
        return self._result()

    def _result(self) -> Seeded:
        table = pd.DataFrame(self.rows)
        points = [None if np.isnan(p).any() else shapely.Point(p) for p in self.stored]
        truth = pd.DataFrame(self.truth)
        truth.insert(0, "factory_id", table["factory_id"])
        truth[["place_lon", "place_lat"]] = self.place
        moved = truth["code"].isin(REPAIRABLE) & ~truth["variant"].isin(["zero", "one zero"])
        truth[["right_lon", "right_lat"]] = np.where(moved.to_numpy()[:, None], self.right, np.nan)
        truth["repairable"] = moved
        truth["certainty"] = truth["code"].map(CERTAINTY).where(moved)
        truth["hidden"] = self._hidden(truth)
        truth["rivals"] = [self._rivals(row) if truth["code"][row] == "C11" else 0 for row in range(len(truth))]
        shown = gpd.GeoDataFrame(table, geometry=points, crs="EPSG:4326")
        order = ["factory_id", *[c for c in shown.columns if c not in ("factory_id", "geometry")], "geometry"]
        return Seeded(shown[order], truth, self.sound.premises, self.country)

    # what shows

    def _declared(self, row: int) -> shapely.Geometry | None:
        fields = ("commune_code", "district_code", "province_code")
        return next((self.units.get(self.rows[row][f]) for f in fields if self.rows[row][f]), None)

    def _contradicted(self, row: int, at: np.ndarray) -> bool:
        """Return whether a point (degrees) is farther from what the row declares than its accuracy."""
        metres = register.metres(at[None])[0]
        if not np.isfinite(metres).all():
            return True
        point, accuracy = shapely.Point(metres), self.rows[row]["loc_accuracy_m"]
        reach = max(BORDER_M, 0.0 if np.isnan(accuracy) else float(accuracy))
        declared = [self._declared(row), self.parks.get(self.rows[row]["park_id"])]
        return any(shape is not None and shape.distance(point) > reach for shape in declared)

    def _hidden(self, truth: pd.DataFrame) -> list[str | None]:
        shown = np.array([
            bool(moved) and (np.isnan(self.stored[row]).any() or self._contradicted(row, self.stored[row]))
            for row, moved in enumerate(truth["repairable"])
        ])  # fmt: skip
        source = np.array([row["loc_source"] or "" for row in self.rows], dtype=object)
        reasons: list[str | None] = []
        for row, (code, moved) in enumerate(zip(truth["code"], truth["repairable"])):
            if not moved or shown[row]:
                reasons.append(None)
                continue
            group = source == source[row]
            same = group & (truth["code"] == code).to_numpy()
            if code in SHIFTED and (same & shown).sum() >= GROUP_SHOWS and same.sum() >= GROUP_PURE * group.sum():
                reasons.append(None)
            else:
                reasons.append("the stored point agrees with everything the row declares")
        return reasons

    def _rivals(self, row: int) -> int:
        """Return how many other insertions or removals of one digit bring the numbers into the declared unit."""
        first, second, kind = self.numbers[row]
        unit, found = self._declared(row), []
        for a, b in [(c, second) for c in one_digit_off(first)] + [(first, c) for c in one_digit_off(second)]:
            lon, lat = (float(b), float(a)) if kind == "dd" else texts.from_utm(float(a), float(b))
            if not (100 < lon < 110 and 8 < lat < 16):
                continue
            at = register.metres(np.array([[lon, lat]]))[0]
            if unit is not None and shapely.contains_xy(unit, *at) and all(np.hypot(*(at - o)) > 20 for o in found):
                found.append(at)
        right = register.metres(self.right[row][None])[0]
        return sum(np.hypot(*(at - right)) > 20 for at in found)

    # helpers

    def _set(self, row: int, lon: float, lat: float, text: str | None, **fields: Any) -> None:
        self.stored[row] = lon, lat
        self.rows[row].update({"loc_original": text, **fields})

    def _choice(self, *options: str, p: list[float] | None = None) -> str:
        return str(self.rng.choice(options, p=p))

    def _utm(self, row: int) -> tuple[float, float]:
        """Round the row's place to decimetres on the grid, as the right place, and return it."""
        e, n = (round(float(v), 1) for v in texts.utm(*self.right[row]))
        self.right[row] = texts.from_utm(e, n)
        return e, n

    # classes that can be repaired

    def c01(self, row: int) -> str:
        """Swap latitude and longitude."""
        lon, lat = self.right[row] = self.right[row].round(6)
        self._set(row, lat, lon, f"{lon:.6f}, {lat:.6f}", loc_datum="EPSG:4326")
        return "swapped"

    def c02(self, row: int) -> str:
        """Put metres into fields of degrees."""
        e, n = self._utm(row)
        self._set(row, e, n, self._choice(f"{e} {n}", f"{e}, {n}"), loc_datum="EPSG:4326")
        return "metres in degrees"

    def c03(self, row: int) -> str:
        """Put metres into fields of degrees, northing first."""
        e, n = self._utm(row)
        self._set(row, n, e, f"{n}, {e}", loc_datum="EPSG:4326")
        return "northing first"

    def c04(self, row: int) -> str:
        """Read metres of zone 48 in a neighbouring zone."""
        e, n = self._utm(row)
        zone = int(self.rng.choice([47, 49]))
        self._set(
            row, *texts.from_utm(e, n, zone), self._choice(f"{zone}N {e} {n}", f"{e} E, {n} N"), loc_datum="EPSG:32648"
        )
        return f"zone {zone}"

    def _old_source(self, row: int, pure: list[str], mixed: str) -> dict:
        source = str(self.rng.choice([*pure, mixed]))
        accuracy = round(float(self.rng.uniform(20, 50)), 1)
        return {"loc_method": "map", "loc_source": source, "loc_accuracy_m": accuracy, "loc_reference_point": "unknown"}

    def c05(self, row: int) -> str:
        """Read metres of Indian 1960 as if they were on WGS 84."""
        e, n = (round(float(v), 1) for v in texts.indian_utm(*self.right[row]))
        self.right[row] = texts.from_indian_utm(e, n)
        fields = self._old_source(row, OLD_SOURCES[:2], "Site plan")
        self._set(row, *texts.from_utm(e, n), f"{e} E, {n} N", loc_datum="EPSG:32648", **fields)
        return "grid"

    def c06(self, row: int) -> str:
        """Read degrees of Indian 1960 as if they were on WGS 84."""
        lon, lat = (round(float(v), 6) for v in texts.indian(*self.right[row]))
        self.right[row] = texts.from_indian(lon, lat)
        fields = self._old_source(row, OLD_SOURCES[3:], "Site plan")
        self._set(row, lon, lat, f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326", **fields)
        return "degrees"

    def c08(self, row: int) -> str:
        """Leave a text that was not read: no point at all."""
        style = int(self.rng.integers(texts.ODD_STYLES))
        text, *self.right[row] = texts.odd(*self.right[row], style)
        self._set(row, np.nan, np.nan, text, loc_datum="EPSG:4326")
        return f"style {style}"

    def c09(self, row: int) -> str:
        """Write degrees, minutes and seconds with a point and read them as decimals."""
        digits = 2 if self.rng.random() < 0.7 else 0
        lon, lat = (texts.sexagesimal(v, digits) for v in self.right[row])
        self.right[row] = texts.unsexagesimal(*lon), texts.unsexagesimal(*lat)
        a, b = texts.dd_mmss(*lat, digits), texts.dd_mmss(*lon, digits)
        self._set(row, float(b), float(a), f"{a}, {b}", loc_datum="EPSG:4326")
        return f"seconds to {digits} digits"

    def c11(self, row: int) -> str | None:
        """Drop or add one digit, on the grid or in degrees."""
        if self.rng.random() < 0.6:
            numbers, kind = [f"{v:.0f}" for v in texts.utm(*self.right[row])], "utm"
            self.right[row] = texts.from_utm(*map(float, numbers))
            change = self._choice("leading digit dropped", "digit dropped", "digit added", p=[0.4, 0.35, 0.25])
            axis = int(self.rng.integers(2))
        else:
            numbers, kind = [f"{v:.6f}" for v in self.right[row][::-1]], "dd"
            self.right[row] = [float(v) for v in numbers[::-1]]
            change = self._choice("leading digit dropped", "digit dropped", "digit added")
            axis = int(self.rng.integers(2))
        numbers[axis] = self._misspelt(numbers[axis], change)
        first, second = map(float, numbers)
        where = (second, first) if kind == "dd" else texts.from_utm(first, second)
        if not np.isfinite(where).all():
            return None
        datum = "EPSG:4326" if kind == "dd" else "EPSG:32648"
        text = f"{numbers[0]}, {numbers[1]}" if kind == "dd" else f"{numbers[0]} E, {numbers[1]} N"
        self._set(row, *where, text, loc_datum=datum)
        self.numbers[row] = (*numbers, kind)
        return f"{kind}: {change}"

    def _misspelt(self, number: str, change: str) -> str:
        whole = number.split(".")[0]
        if change == "leading digit dropped":
            return number[1:]
        # Beyond the fourth digit of metres, or the second decimal of degrees, it is no matter of the wrong place.
        last = len(whole) + 3 if "." in number else len(whole) - 2
        at = int(self.rng.choice([k for k in range(1, last) if number[k] != "."]))
        if change == "digit dropped":
            return number[:at] + number[at + 1 :]
        return number[:at] + number[at] + number[at:]

    def c13(self, row: int) -> str:
        """Write zeros, or lose a sign."""
        lon, lat = self.right[row] = self.right[row].round(6)
        kind = self._choice("zero", "one zero", "sign", p=[0.5, 0.2, 0.3])
        if kind == "zero":
            self._set(row, 0.0, 0.0, self._choice("0, 0", "0.000000, 0.000000"), loc_datum="EPSG:4326")
        elif kind == "one zero":
            self._set(row, *((lon, 0.0) if self.rng.random() < 0.5 else (0.0, lat)), None, loc_datum="EPSG:4326")
        else:
            signs = ((1, -1), (-1, 1), (-1, -1))[self.rng.integers(3)]
            lon, lat = lon * signs[0], lat * signs[1]
            self._set(row, lon, lat, f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326")
        return kind

    # classes that are told, not moved

    def c10(self, row: int) -> str:
        """Keep two decimals at most, or whole kilometres."""
        if self.rng.random() < 0.7:
            digits = int(self.rng.choice([1, 2], p=[0.25, 0.75]))
            lon, lat = self.right[row].round(digits)
            self._set(row, lon, lat, f"{lat:.{digits}f}, {lon:.{digits}f}", loc_datum="EPSG:4326")
            return f"{digits} decimals"
        e, n = (round(float(v), -3) for v in texts.utm(*self.right[row]))
        self._set(row, *texts.from_utm(e, n), f"{e:.0f} E, {n:.0f} N", loc_datum="EPSG:32648")
        return "kilometres"

    def c12(self, row: int) -> str | None:
        """Give the middle of the declared unit as if it were measured."""
        field = self._choice("province_code", "district_code", "commune_code", p=[0.15, 0.3, 0.55])
        code = self.rows[row][field]
        if not code:
            return None
        lon, lat = self.middles[code]
        self._set(row, lon, lat, f"{lat:.5f}, {lon:.5f}", loc_datum="EPSG:4326", loc_method="gps", loc_accuracy_m=10.0)
        return field.split("_")[0]

    def hotspots(self, free: list, wanted: int) -> None:
        """Give one place to three to seven factories of different operators in one commune or district."""
        done = 0
        while done < wanted:
            here = self.rows[free[0]]["district_code"]
            near = [row for row in free if self.rows[row]["district_code"] == here and here]
            size = int(self.rng.integers(3, 8))
            if len(near) < size:
                free.append(free.pop(0))
                if not any(len([r for r in free if self.rows[r]["district_code"] == d]) >= 3 for d in
                           {self.rows[r]["district_code"] for r in free} - {None}):  # fmt: skip
                    return
                size = 3
                if len(near) < size:
                    continue
            members = near[:size]
            lon, lat = self.right[members[0]].round(5)
            for row in members:
                self._set(row, lon, lat, f"{lat:.5f}, {lon:.5f}", loc_datum="EPSG:4326")
                self.truth[row] = {"code": "C14", "variant": f"{len(members)} factories"}
                free.remove(row)
            done += size

    def c15(self, row: int) -> str:
        """Give the place of an office."""
        at = shapely.get_coordinates(self.country.offices.geometry.to_numpy())
        office = at[self.rng.integers(len(at))] + self.rng.normal(0, 8, 2)
        lon, lat = register.degrees(office[None])[0].round(6)
        self._set(row, lon, lat, f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326")
        return "office"

    def c16(self, row: int) -> str:
        """Put the point beyond the border or into a lake."""
        land, lake = self.country.coverage.country, self.country.coverage.lakes.geometry.iloc[0]
        if self.rng.random() < 0.3:
            while True:
                at = self.rng.uniform(lake.bounds[:2], lake.bounds[2:])
                if shapely.contains_xy(lake.buffer(-500), *at):
                    break
            kind = "lake"
        else:
            edge = land.boundary
            while True:
                at = np.array(edge.interpolate(self.rng.random(), normalized=True).coords[0]) + self.rng.normal(
                    0, 12_000, 2
                )
                if land.distance(shapely.Point(at)) > 2_500:
                    break
            kind = "beyond the border"
        lon, lat = register.degrees(at[None])[0].round(6)
        self._set(row, lon, lat, f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326")
        return kind

    def c17(self, row: int) -> str | None:
        """Declare another unit than the one where the factory stands, or a code of an older list."""
        own = self.rows[row]["commune_code"]
        if not own:
            return None
        communes = self.country.coverage.communes
        kind = self._choice("next commune", "other district", "other province", "older code", p=[0.4, 0.25, 0.2, 0.15])
        codes = communes["commune_code"].to_numpy()
        if kind == "older code":
            code = own[:4] + "90"
        else:
            away = communes.geometry.distance(self.units[own]).to_numpy()
            same = np.array([c[:4] == own[:4] for c in codes])
            province = np.array([c[:2] == own[:2] for c in codes])
            fits = {
                "next commune": (away < 1) & same, "other district": province & ~same, "other province": ~province,
            }[kind] & (codes != own)  # fmt: skip
            if not fits.any():
                return None
            code = str(self.rng.choice(codes[fits]))
            reach = self.rows[row]["loc_accuracy_m"]
            point = shapely.Point(register.metres(self.stored[row][None])[0])
            if self.units[code].distance(point) <= max(BORDER_M, 0 if np.isnan(reach) else reach):
                return None
        self.rows[row].update(commune_code=code, district_code=code[:4], province_code=code[:2])
        return kind

    def c18(self, row: int) -> str:
        """Enter the factory once more, under another id, with its name spelt another way, some metres off."""
        copy = dict(self.rows[row])
        number = len(self.rows) + 1
        copy["factory_id"] = f"{copy['factory_id'][:6]}{number:05d}"
        copy["name_en"] = names.respelt(self.rng, copy["name_en"])
        same_licence = self.rng.random() < 0.4
        if not same_licence:
            copy["licence_no"] = f"FP-{2010 + number % 14}-{number:05d}"
        at = register.metres(self.stored[row][None]) + self.rng.normal(0, 25, 2)
        lon, lat = register.degrees(at)[0].round(6)
        copy.update(loc_original=f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326")
        variant = "same licence" if same_licence else "other licence"
        self.rows.append(copy)
        self.truth.append({"code": "C18", "variant": variant})
        for name in ("stored", "right"):
            setattr(self, name, np.vstack([getattr(self, name), [lon, lat]]))
        self.place = np.vstack([self.place, self.place[row]])
        return variant

    def c19(self, row: int) -> str:
        """Use the licence number of a factory elsewhere; which of the two it belongs to, nothing tells."""
        far = [r for r in self.free if r != row and np.hypot(*(self.place[r] - self.place[row])) > 0.02]
        other = int(self.rng.choice(far))
        self.rows[row]["licence_no"] = self.rows[other]["licence_no"]
        self.free.remove(other)
        self.truth[other] = {"code": "C19", "variant": "licence used twice"}
        return "licence of another"

    def c20(self, row: int) -> str | None:
        """Declare a park that is elsewhere, or none where one is."""
        mine, parks = self.rows[row]["park_id"], list(self.parks)
        if mine and self.rng.random() < 0.5:
            self.rows[row]["park_id"] = None
            return "undeclared"
        point = shapely.Point(register.metres(self.stored[row][None])[0])
        far = [park for park in parks if park != mine and self.parks[park].distance(point) > 1_000]
        self.rows[row]["park_id"] = str(self.rng.choice(far))
        return "outside the declared"

    def c21(self, row: int) -> str | None:
        """Put the point beside the factory's own premises."""
        own = self.sound.premises.loc[self.sound.premises["factory_id"] == self.rows[row]["factory_id"]]
        if own.empty:
            return None
        reach = self.rows[row]["loc_accuracy_m"]
        off = (0 if np.isnan(reach) else reach) + self.rng.uniform(60, 200)
        x, y = own.geometry.iloc[0].bounds[2] + off, own.geometry.iloc[0].centroid.y
        lon, lat = register.degrees(np.array([[x, y]]))[0].round(6)
        if self._contradicted(row, np.array([lon, lat])):
            return None
        self._set(row, lon, lat, f"{lat:.6f}, {lon:.6f}", loc_datum="EPSG:4326")
        return "beside the premises"

    def c23(self, row: int) -> str:
        """Give an activity that does not exist, or a size that the staff contradicts."""
        if self.rng.random() < 0.5:
            self.rows[row]["isic"] = self._choice("9999", "1490", "00", "ABC")
            return "activity"
        self.rows[row].update(size_class="micro", employees=max(self.rows[row]["employees"], 60))
        return "size"

    def c24(self, row: int) -> str:
        """Write a word for nothing."""
        token = self._choice(*TOKENS)
        if self.rng.random() < 0.6:
            self._set(row, np.nan, np.nan, token)
            return "coordinate"
        self.rows[row][self._choice("name_en", "operator_id", "licence_no", "name_km")] = token
        return "text"

    def c25(self, row: int) -> str:
        """Contradict the order of time."""
        record = self.rows[row]
        kind = self._choice("ends before it begins", "licensed when closed", "permit expired", "located in the future")
        if kind == "ends before it begins":
            record.update(status_to=record["status_from"] - pd.Timedelta(days=200))
        elif kind == "licensed when closed":
            record.update(status="decommissioned", status_from=record["registration_date"] - pd.Timedelta(days=900))
        elif kind == "permit expired":
            record.update(registration_status="expired")
        else:
            record["loc_date"] = pd.Timestamp("2097-05-01")
        return kind


def one_digit_off(number: str) -> list[str]:
    """Return every number that one dropped or one added digit separates from this one."""
    found = {number[:k] + number[k + 1 :] for k in range(len(number)) if number[k] != "."}
    found |= {number[:k] + digit + number[k:] for k in range(len(number) + 1) for digit in "0123456789"}
    return sorted(text for text in found - {number} if text.strip(".") and text[0] != ".")
