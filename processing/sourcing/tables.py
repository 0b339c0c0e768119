"""The tables of an answer."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..i18n import interface_locale, tr
from ..messages import activity_titles
from ..paths import ADMIN_UNITS, STYLES
from ..storage.geopackage import Table
from .ask import METHODS, Answer, Lack, Question
from .links import Links
from .products import BY_CODE, kind_of
from .sides import Parties, Rows

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Pairs of which the rows are made and written at once.
_PAIRS_AT_ONCE = 100_000
FITS = ("same", "part of it", "coarse")
SUPPLIER, BUYER, BOTH, RAW_MATERIAL, NEITHER = "supplier", "buyer", "both", "raw material", "none"
ALL_MET, SOME_MET, NONE_MET, NO_DEMAND = (
    "all could be met",
    "some could be met",
    "none could be met",
    "no demand known",
)
MADE_BY_NOBODY, DEMANDED_BY_NOBODY = "made by nobody here", "demanded by nobody here"
COULD_SUPPLY = ("could supply no buyer", "could supply some buyers", "could supply all buyers")
BUYERS_COUNTED, AMOUNTS_ADDED = "buyers", "amounts"

_PRODUCT = (("product", "text"), ("product_title", "text"), ("kind", "text"))
MATCH_FIELDS = (
    ("supplier_id", "text"),
    ("supplier_name", "text"),
    ("supplier_layer", "text"),
    ("buyer_id", "text"),
    ("buyer_name", "text"),
    *_PRODUCT,
    ("made", "text"),
    ("fit", "text"),
    ("rank", "integer"),
    ("distance_m", "real"),
    ("road_m", "real"),
    ("amount", "real"),
    ("share", "real"),
    ("method", "text"),
    ("same_province", "integer"),
)
UNMET_FIELDS = (
    ("buyer_id", "text"),
    ("buyer_name", "text"),
    ("province_code", "text"),
    *_PRODUCT,
    ("amount", "real"),
    ("demand", "real"),
    ("reason", "text"),
    ("nearest_id", "text"),
    ("nearest_name", "text"),
    ("nearest_m", "real"),
    ("nearest_road_m", "real"),
    ("road_note", "text"),
)
UNUSED_FIELDS = (
    ("supplier_id", "text"),
    ("supplier_name", "text"),
    ("supplier_layer", "text"),
    ("province_code", "text"),
    *_PRODUCT,
    ("amount", "real"),
    ("capacity", "real"),
    ("reason", "text"),
    ("nearest_id", "text"),
    ("nearest_name", "text"),
    ("nearest_m", "real"),
    ("nearest_road_m", "real"),
    ("road_note", "text"),
)
_SUMS = (
    ("basis", "text"),
    ("unit", "text"),
    ("demand", "real"),
    ("supply", "real"),
    ("local", "real"),
    ("other_provinces", "real"),
    ("unmet", "real"),
    ("self_sufficiency_pct", "real"),
    ("buyers", "integer"),
    ("suppliers", "integer"),
)
PROVINCE_FIELDS = (("province_code", "text"), ("province_name", "text"), *_PRODUCT, *_SUMS)
PRODUCT_FIELDS = (
    *_PRODUCT,
    ("verdict", "text"),
    ("basis", "text"),
    ("unit", "text"),
    ("demand", "real"),
    ("supply", "real"),
    ("met", "real"),
    ("unmet", "real"),
    ("buyers", "integer"),
    ("buyers_without", "integer"),
    ("suppliers", "integer"),
)
FACTORY_FIELDS = (
    ("id", "text"),
    ("name", "text"),
    ("layer", "text"),
    ("side", "text"),
    ("province_code", "text"),
    ("products", "text"),
    ("demanded", "integer"),
    ("supplied", "integer"),
    ("unmet", "integer"),
    ("offered", "integer"),
    ("unused", "integer"),
    ("demand_status", "text"),
    ("note", "text"),
)
LINK_FIELDS = (
    ("buyer_isic", "text"),
    ("buyer_title", "text"),
    ("input", "text"),
    ("input_title", "text"),
    ("coefficient", "real"),
    ("source", "text"),
    ("note", "text"),
    ("line", "integer"),
    ("buyers", "integer"),
)


@lru_cache(maxsize=2)
def province_names(locale: str) -> Mapping[str, str]:
    """Return the name of each province of the shipped list, in the language of `locale`."""
    name = "name_km" if locale.startswith("km") else "name_en"
    with ADMIN_UNITS.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row[name] for row in csv.DictReader(file) if row["level"] == "province"}


@dataclass(frozen=True)
class Tables:
    """Makes the tables of one answer.

    Parameters
    ----------
    parties : Parties
    answer : Answer
    question : Question
    links : Links or None
        None where buyers say themselves what they demand.
    crs : QgsCoordinateReferenceSystem
        The working CRS.
    fit : callable
        How products are compared.
    roads : bool
        Whether ways were looked for.
    """

    parties: Parties
    answer: Answer
    question: Question
    links: Links | None
    crs: QgsCoordinateReferenceSystem
    fit: Callable[[str, str], int]
    roads: bool = False

    def all(self) -> list[Table]:
        """Return the tables to write; `matches` is made piece by piece as it is written."""
        points = self.parties.places.points
        unmet, unused = self.answer.unmet, self.answer.unused
        demand, supply = self.parties.demand, self.parties.supply
        told = tr("A match is “could supply”, never “does supply”.")
        out = [
            Table(
                "matches",
                MATCH_FIELDS,
                None,
                None,
                "LineString",
                self.crs,
                tr("Who could supply whom, from the supplier to the buyer.") + " " + told,
                STYLES / "sourcing_matches.qml",
                pieces=self._matches,
                rows=len(self.answer.matches),
            ),
            Table(
                "unmet",
                UNMET_FIELDS,
                self._unmet(),
                points[demand.place[unmet.row]],
                "Point",
                self.crs,
                tr("What buyers demand and nobody in reach could supply."),
                STYLES / "sourcing_unmet.qml",
            ),
            Table(
                "unused",
                UNUSED_FIELDS,
                self._unused(),
                points[supply.place[unused.row]],
                "Point",
                self.crs,
                tr("What suppliers make and nobody in reach demands, or what is left over."),
                STYLES / "sourcing_unused.qml",
            ),
            Table(
                "factories",
                FACTORY_FIELDS,
                self.factories,
                points,
                "Point",
                self.crs,
                tr("Suppliers, buyers and raw materials, and how much of their demand is in reach."),
                STYLES / "sourcing_factories.qml",
            ),
            Table(
                "by_province",
                PROVINCE_FIELDS,
                self.by_province,
                description=tr("Demand and supply by province and product."),
                style=STYLES / "sourcing_by_province.qml",
            ),
            Table(
                "by_product",
                PRODUCT_FIELDS,
                self.by_product,
                description=tr("Demand and supply by product, all provinces together."),
                style=STYLES / "sourcing_by_product.qml",
            ),
        ]
        links = self._links()
        described = tr("The rows of the table of links in use, with their sources.")
        out.append(Table("links", LINK_FIELDS, links, description=described, style=STYLES / "sourcing_links.qml"))
        return out

    @staticmethod
    def _empty(columns: Sequence[tuple[str, str]]) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame({name: pd.Series(dtype=object) for name, _ in columns})

    def title(self, product: str) -> str | None:
        """Return the title of a code; a name is its own."""
        if self.question.by != BY_CODE:
            return product
        return activity_titles(interface_locale()).get(product)

    def _named(self, products: Sequence[str]) -> dict[str, Any]:
        """Return the columns that tell of products."""
        by_code = self.question.by == BY_CODE
        known = {product: (self.title(product), kind_of(product) if by_code else "other") for product in set(products)}
        return {
            "product": list(products),
            "product_title": [known[product][0] for product in products],
            "kind": [known[product][1] for product in products],
        }

    @cached_property
    def _wanted(self) -> np.ndarray:
        """The product of each row of buyers."""
        return _objects([products[0] for products in self.parties.demand.products])

    @cached_property
    def _offered(self) -> np.ndarray:
        """The products of each row of suppliers, in one text."""
        return _objects(["; ".join(products) for products in self.parties.supply.products])

    @cached_property
    def same_province(self) -> np.ndarray:
        """Of each match 1 or 0, NaN where one of the provinces is not known."""
        import numpy as np

        places, matches = self.parties.places, self.answer.matches
        one = places.provinces[self.parties.demand.place[matches.row]]
        other = places.provinces[self.parties.supply.place[matches.other]]
        known = np.array([bool(a) and bool(b) for a, b in zip(one, other)], dtype=bool)
        return np.where(known, (one == other).astype("float64"), np.nan)

    def _matches(self) -> Iterator[tuple[pd.DataFrame, np.ndarray]]:
        """Yield rows and arrows, piece by piece."""
        import numpy as np

        for start in range(0, len(self.answer.matches), _PAIRS_AT_ONCE):
            yield self._some_matches(np.arange(start, min(start + _PAIRS_AT_ONCE, len(self.answer.matches))))

    def _some_matches(self, rows: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
        import numpy as np
        import pandas as pd
        import shapely

        from ..analysis.sourcing import best_fit

        places, pairs = self.parties.places, self.answer.matches.at(rows)
        buyer, supplier = self.parties.demand.place[pairs.row], self.parties.supply.place[pairs.other]
        wanted, made = self._wanted[pairs.row], self._offered[pairs.other]
        known: dict[tuple[str, str], tuple[int, str]] = {}
        for product, own in zip(wanted, made):
            if (product, own) not in known:
                known[product, own] = best_fit(own.split("; "), product, self.fit)
        fits = [known[product, own] for product, own in zip(wanted, made)]
        amount, demand = self.answer.amount[rows], self.parties.demand.amount[pairs.row]
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.round(amount / demand, 6)
        values = pd.DataFrame(
            {
                "supplier_id": places.ids[supplier],
                "supplier_name": places.names[supplier],
                "supplier_layer": places.layers[supplier],
                "buyer_id": places.ids[buyer],
                "buyer_name": places.names[buyer],
                **self._named(wanted),
                "made": [product for _, product in fits],
                "fit": [FITS[how] for how, _ in fits],
                "rank": pairs.rank,
                "distance_m": np.round(pairs.metres, 2),
                "road_m": np.round(pairs.road, 1),
                "amount": np.round(amount, 6),
                "share": share,
                "method": _objects([METHODS[number] or None for number in self.answer.method[rows]]),
                "same_province": self.same_province[rows],
            }
        )
        lines = np.full(len(rows), None, dtype=object)
        apart = np.flatnonzero((pairs.start != pairs.end).any(axis=1))
        lines[apart] = shapely.linestrings(np.stack([pairs.end[apart], pairs.start[apart]], axis=1))
        return values, lines

    def _unmet(self) -> pd.DataFrame:
        import numpy as np
        import pandas as pd

        lack, demand, places = self.answer.unmet, self.parties.demand, self.parties.places
        place = demand.place[lack.row]
        return pd.DataFrame(
            {
                "buyer_id": places.ids[place],
                "buyer_name": places.names[place],
                "province_code": places.provinces[place],
                **self._named(self._wanted[lack.row]),
                "amount": np.round(lack.amount, 6),
                "demand": np.round(demand.amount[lack.row], 6) if self.question.amounts else np.nan,
                **self._near(lack, self.parties.supply),
            }
        )

    def _unused(self) -> pd.DataFrame:
        import numpy as np
        import pandas as pd

        lack, supply, places = self.answer.unused, self.parties.supply, self.parties.places
        place = supply.place[lack.row]
        products = [self.parties.supply.products[row] for row in lack.row]
        named = self._named([product[0] for product in products])
        named["product"] = self._offered[lack.row]
        titles = {some: "; ".join(self.title(one) or one for one in some) for some in set(products)}
        named["product_title"] = [titles[some] for some in products]
        return pd.DataFrame(
            {
                "supplier_id": places.ids[place],
                "supplier_name": places.names[place],
                "supplier_layer": places.layers[place],
                "province_code": places.provinces[place],
                **named,
                "amount": np.round(lack.amount, 6),
                "capacity": np.round(supply.amount[lack.row], 6) if self.question.amounts else np.nan,
                **self._near(lack, self.parties.demand),
            }
        )

    def _near(self, lack: Lack, other: Rows) -> dict[str, Any]:
        import numpy as np

        places, there = self.parties.places, lack.nearest >= 0
        ids, names = np.full(len(there), None, dtype=object), np.full(len(there), None, dtype=object)
        place = other.place[lack.nearest[there]]
        ids[there], names[there] = places.ids[place], places.names[place]
        return {
            "reason": lack.reason,
            "nearest_id": ids,
            "nearest_name": names,
            "nearest_m": np.round(lack.metres, 2),
            "nearest_road_m": np.round(lack.road, 1),
            "road_note": lack.note,
        }

    @cached_property
    def factories(self) -> pd.DataFrame:
        """A row for each place."""
        import numpy as np
        import pandas as pd

        places, n = self.parties.places, len(self.parties.places)
        demand, supply = self.parties.demand, self.parties.supply
        demanded, offered = np.bincount(demand.place, minlength=n), np.bincount(supply.place, minlength=n)
        unmet = np.bincount(demand.place[self.answer.unmet.row], minlength=n)
        supplied = np.bincount(demand.place[np.unique(self.answer.matches.row)], minlength=n)
        unused = np.bincount(supply.place[self.answer.unused.row], minlength=n)
        role = np.select(
            [places.material, (demanded > 0) & (offered > 0), demanded > 0, offered > 0],
            [RAW_MATERIAL, BOTH, BUYER, SUPPLIER],
            NEITHER,
        )
        status = np.select([demanded == 0, unmet == 0, supplied > 0], [NO_DEMAND, ALL_MET, SOME_MET], NONE_MET)
        products: list[str | None] = [None] * n
        for place, some in zip(supply.place.tolist(), self._offered):
            before = products[place]
            products[place] = some if before is None else f"{before}; {some}"
        return pd.DataFrame(
            {
                "id": places.ids,
                "name": places.names,
                "layer": places.layers,
                "side": _objects(role),
                "province_code": places.provinces,
                "products": products,
                "demanded": demanded,
                "supplied": supplied,
                "unmet": unmet,
                "offered": offered,
                "unused": unused,
                "demand_status": _objects(status),
                "note": places.notes,
            }
        )

    # --- sums --------------------------------------------------------------------------------------------------------

    @cached_property
    def _basis(self) -> dict[str, Any]:
        amounts = self.question.amounts
        return {
            "basis": AMOUNTS_ADDED if amounts else BUYERS_COUNTED,
            "unit": (self.question.unit or None) if amounts else None,
        }

    @cached_property
    def _cells(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Row, place and product of all rows of buyers and then of suppliers; of these once for each product demanded.

        What fits no demand stands under its own products.
        """
        import numpy as np
        import pandas as pd

        from ..analysis.sourcing import NO_FIT

        demand, supply = self.parties.demand, self.parties.supply
        wanted = sorted(set(self._wanted))
        alike, first = np.unique(self._offered, return_index=True) if len(supply) else (self._offered, np.empty(0, int))
        fitting = []
        for row in first.tolist():
            own = supply.products[row]
            fitting.append([one for one in wanted if any(self.fit(made, one) != NO_FIT for made in own)] or list(own))
        kind = pd.Index(alike).get_indexer(self._offered)
        count = np.array([len(some) for some in fitting], dtype="int64")[kind]
        products = [product for number in kind.tolist() for product in fitting[number]]
        row = np.repeat(np.arange(len(supply)), count)
        return (
            np.concatenate([np.arange(len(demand)), row]),
            np.concatenate([demand.place, supply.place[row]]),
            np.concatenate([self._wanted, _objects(products)]),
        )

    @cached_property
    def by_province(self) -> pd.DataFrame:
        """Demand and supply by province and product."""
        import pandas as pd

        _, place, product = self._cells
        cells = self._summed(self.parties.places.provinces[place], product)
        names = {**province_names(interface_locale()), **self.parties.province_names}
        rows = []
        for (province, product), sums in sorted(cells.items()):
            rows.append({"province_code": province or None, "province_name": names.get(province), **sums,
                         "product": product})  # fmt: skip
        named = self._named([row["product"] for row in rows])
        out = pd.DataFrame(rows, columns=[name for name, _ in PROVINCE_FIELDS if name not in named])
        for name, values in {**named, **self._basis}.items():
            out[name] = pd.Series(values, index=out.index, dtype=object)
        return out[[name for name, _ in PROVINCE_FIELDS]]

    @cached_property
    def by_product(self) -> pd.DataFrame:
        """Demand and supply by product, what is demanded most and met least first."""
        import numpy as np
        import pandas as pd

        _, _, products = self._cells
        cells = self._summed(np.full(len(products), None, dtype=object), products)
        rows = [
            {
                "product": product,
                **sums,
                "met": sums["local"] + sums["other_provinces"],
                "verdict": _verdict(sums),
            }
            for (_, product), sums in cells.items()
        ]
        rows.sort(
            key=lambda row: (-np.nan_to_num(row["unmet"]), -row["buyers_without"], -row["buyers"], row["product"])
        )
        named = self._named([row["product"] for row in rows])
        out = pd.DataFrame(rows, columns=[name for name, _ in PRODUCT_FIELDS if name not in named])
        for name, values in {**named, **self._basis}.items():
            out[name] = pd.Series(values, index=out.index, dtype=object)
        return out[[name for name, _ in PRODUCT_FIELDS]]

    def _summed(self, provinces: np.ndarray, products: np.ndarray) -> dict[tuple[str, str], dict[str, Any]]:
        """Return the sums of each province (empty for none) and product; both have one for each of `_cells`."""
        import numpy as np
        import pandas as pd

        from ..analysis.sourcing import balance

        amounts, supply = self.question.amounts, self.parties.supply
        province, province_of = pd.factorize(provinces)
        product, product_of = pd.factorize(products)
        met, of = np.unique((province + 1) * max(len(product_of), 1) + product, return_inverse=True)
        number = {
            ("" if one == 0 else str(province_of[one - 1]), str(product_of[other])): i
            for i, (one, other) in enumerate(zip(*(part.tolist() for part in np.divmod(met, max(len(product_of), 1)))))
        }
        row, place, _ = self._cells
        wants = np.arange(len(row)) < len(self.parties.demand)
        demand = np.nan_to_num(self.parties.demand.amount) if amounts else np.ones(len(self.parties.demand))
        brought = np.nan_to_num(self.answer.amount) if amounts else np.full(len(self.answer.matches), np.inf)
        sums = balance(of[wants], len(number), demand, self.answer.matches.row, brought, self.same_province == 1)
        capacity = np.nan_to_num(supply.amount) if amounts else np.zeros(len(supply))
        without = np.zeros(len(self.parties.demand), dtype=bool)
        without[self.answer.unmet.row] = True
        supplied = np.bincount(of[~wants], capacity[row[~wants]], minlength=len(number))
        buyers, suppliers = (_distinct(of[some], place[some], len(number)) for some in (wants, ~wants))
        if not amounts:
            supplied = suppliers
        matched = np.zeros(len(self.parties.demand), dtype=bool)
        matched[self.answer.matches.row] = True
        served = np.bincount(of[wants], matched, minlength=len(number))
        lacking = np.bincount(of[wants], without, minlength=len(number))
        told, able = np.ones(len(number), dtype=bool), np.ones(len(number), dtype=bool)
        if amounts:
            told = _known(of[wants], self.parties.demand.amount, len(number))
            able = _known(of[~wants], supply.amount[row[~wants]], len(number))
        with np.errstate(invalid="ignore", divide="ignore"):
            percent = np.where(sums.demand > 0, np.round(100 * sums.local / sums.demand, 1), np.nan)
        return {
            key: {
                "demand": round(float(sums.demand[i]), 6) if told[i] else np.nan,
                "supply": round(float(supplied[i]), 6) if able[i] else np.nan,
                "local": round(float(sums.local[i]), 6) if told[i] else np.nan,
                "other_provinces": round(float(sums.elsewhere[i]), 6) if told[i] else np.nan,
                "unmet": round(float(sums.unmet[i]), 6) if told[i] else np.nan,
                "self_sufficiency_pct": float(percent[i]),
                "buyers": int(buyers[i]),
                "buyers_without": int(lacking[i]),
                "buyers_served": int(served[i]),
                "suppliers": int(suppliers[i]),
            }
            for key, i in number.items()
        }

    def _links(self) -> pd.DataFrame:
        import pandas as pd

        if self.links is None:
            return self._empty(LINK_FIELDS)
        used = Counter(self.parties.demand.links)
        rows = [(link, used[number]) for number, link in enumerate(self.links.rows) if used[number]]
        titles = activity_titles(interface_locale())
        out = pd.DataFrame(
            [
                (
                    link.buyer,
                    titles.get(link.buyer),
                    link.input,
                    titles.get(link.input),
                    link.coefficient,
                    link.source,
                    link.note or None,
                    link.line,
                    count,
                )
                for link, count in rows
            ],
            columns=[name for name, _ in LINK_FIELDS],
        )
        out["coefficient"] = out["coefficient"].astype("float64")
        return out


def _verdict(sums: Mapping[str, Any]) -> str:
    if not sums["buyers"]:
        return DEMANDED_BY_NOBODY
    if not sums["suppliers"]:
        return MADE_BY_NOBODY
    if not sums["buyers_without"]:
        return COULD_SUPPLY[2]
    return COULD_SUPPLY[1 if sums["buyers_served"] else 0]


def _known(cell: np.ndarray, amount: np.ndarray, cells: int) -> np.ndarray:
    """Return of each cell whether the amount of a row is known, or it has no rows: then it is 0."""
    import numpy as np

    rows = np.bincount(cell, minlength=cells)
    return (rows == 0) | (np.bincount(cell, ~np.isnan(amount), minlength=cells) > 0)


def _distinct(cell: np.ndarray, place: np.ndarray, cells: int) -> np.ndarray:
    """Return how many places each cell has."""
    import numpy as np

    each = np.unique(np.stack([cell, place]), axis=1)
    return np.bincount(each[0], minlength=cells)


def _objects(values: Any) -> np.ndarray:
    import numpy as np

    out = np.empty(len(values), dtype=object)
    out[:] = list(values)
    return out
