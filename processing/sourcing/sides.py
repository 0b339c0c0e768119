"""From layers to the rows that the engine asks about: places, what they make, what they demand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..analysis.errors import LocationError
from ..frames import LayerFrame, LayerProblem
from ..i18n import tr
from ..inputs import Factories, texts
from .links import Links
from .products import BY_CODE, Reader, number

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.sourcing import Side

Row = TypeVar("Row")
Tick = Callable[[float], None]

_EXAMPLES = 3
_BATCH = 5_000
# Status of the register, in letters alone -> what we call it: of what makes and demands nothing any more, or not yet.
_CLOSED = {"decommissioned": "decommissioned", "disused": "disused"}
_STILL_TO_COME = {"projected": "projected", "underconstruction": "under construction"}


@dataclass(frozen=True)
class Fields:
    """The fields in use of a layer of factories; none where they are empty."""

    products: Sequence[str] = ()
    capacity: str = ""
    demands: Sequence[str] = ()
    activities: Sequence[str] = ()
    demanded_amount: str = ""
    status: str = ""

    @property
    def all(self) -> list[str]:
        named = (*self.products, self.capacity, *self.demands, *self.activities, self.demanded_amount, self.status)
        return list(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True)
class Material:
    """A layer of raw materials: its fields by purpose, its product for all, and its yield per hectare (NaN: none)."""

    layer: LayerFrame
    id_field: str
    name_field: str
    product_field: str
    products: tuple[str, ...]
    capacity_field: str
    yield_: float
    province_field: str


@dataclass(frozen=True)
class Places:
    """Every supplier, buyer and raw-material area, in the order in which equals come; arrays of n.

    Attributes
    ----------
    ids : object array of str
    names, layers, provinces, notes : object arrays of str or None
        `notes` says why a place has no location, and why a factory takes no part.
    geometries, points : object arrays
        As they are, and a point of each; None without a location.
    own : object array of str or None
        The factory's id where it has one of its own: of two layers, the same id is the same factory.
    material : bool array
        A source of raw material, no factory.
    """

    ids: np.ndarray
    names: np.ndarray
    layers: np.ndarray
    provinces: np.ndarray
    notes: np.ndarray
    geometries: np.ndarray
    points: np.ndarray
    own: np.ndarray
    material: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


@dataclass
class Rows:
    """Rows of suppliers, or of buyers.

    Attributes
    ----------
    place : (r,) int array
    products : list of tuple of str
        Of a buyer always one.
    amount : (r,) float array
        Capacity or demand, NaN where nobody says.
    links : list of int
        Of a buyer: the row of the table of links that it follows from, -1 for none.
    """

    place: np.ndarray
    products: list[tuple[str, ...]]
    amount: np.ndarray
    links: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.place)


@dataclass(frozen=True)
class Parties:
    """All that takes part in a run.

    Attributes
    ----------
    places : Places
    supply, demand : Rows
    problems : list of LayerProblem
    unlinked : mapping of activity to number of buyers
        Activities of which the table of links says nothing.
    without_demand, without_products : int
        Buyers of which nothing is known to be demanded; suppliers of which nothing is known to be made.
    idle : mapping of status to number of places
        Factories that take no part.
    province_names : mapping of province code to name
        As a layer of provinces calls them; nothing without one.
    """

    places: Places
    supply: Rows
    demand: Rows
    problems: list[LayerProblem]
    unlinked: Mapping[str, int]
    without_demand: int
    without_products: int
    idle: Mapping[str, int]
    province_names: Mapping[str, str] = field(default_factory=dict)

    def side(self, rows: Rows) -> Side:
        """Return rows as the engine wants them; a place is itself, and so is another with the same factory id."""
        import pandas as pd

        from ..analysis.sourcing import Side

        code, _ = pd.factorize(self.places.own)  # -1 where there is no id
        return Side(self.places.geometries[rows.place], (rows.place, code[rows.place]))


@dataclass
class _Gathered:
    """Places and rows as they are met, before they are put in order; `place` counts from the first layer on."""

    order: list[tuple[int, str, str, int]] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(
        default_factory=lambda: {
            name: [] for name in ("ids", "names", "layers", "provinces", "notes", "geometries", "own")
        }
    )
    supply: list[tuple[int, tuple[str, ...], float]] = field(default_factory=list)
    demand: list[tuple[int, str, float, int]] = field(default_factory=list)
    problems: list[LayerProblem] = field(default_factory=list)
    idle: dict[int, str] = field(default_factory=dict)
    tick: Tick = lambda _: None

    def watched(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows, and let the run be cancelled between them."""
        for count, row in enumerate(rows):
            if count % _BATCH == 0:
                self.tick(0.5)
            yield row

    def add(self, group: int, layer: LayerFrame, ids: Any, names: Any, provinces: Any, geometries: Any) -> range:
        """Add the features of a layer and return their places."""
        first = len(self.order)
        keys = _id_keys(ids)
        self.order += [(group, key, layer.name, int(i)) for key, i in zip(keys, layer.frame.index)]
        for name, values in (
            ("ids", ids),
            ("names", names),
            ("layers", [layer.name] * len(ids)),
            ("provinces", provinces),
            ("notes", [note if shape is None else None for note, shape in zip(layer.notes, geometries)]),
            ("geometries", geometries),
            ("own", [None if group or id_ == f"feature {i}" else id_ for id_, i in zip(ids, layer.frame.index)]),
        ):
            self.columns[name] += list(values)
        return range(first, len(self.order))


def _id_keys(ids: Sequence[str]) -> list[str]:
    """Return what ids are sorted by: as numbers where all are whole ones."""
    if all(id_.isdecimal() and len(id_) < 18 for id_ in ids):
        return [id_.zfill(18) for id_ in ids]
    return list(ids)


def parties(
    suppliers: Factories,
    supplier_fields: Fields,
    buyers: Factories,
    buyer_fields: Fields,
    materials: Sequence[Material],
    links: Links | None,
    reader: Reader,
    *,
    amounts: bool,
    crs: str,
    one_table: bool = False,
    still_to_come: bool = False,
    tick: Tick = lambda _: None,
) -> Parties:
    """Put together who makes and who demands what.

    Parameters
    ----------
    suppliers, buyers : Factories
        The same object where they are one layer.
    supplier_fields, buyer_fields : Fields
    materials : sequence of Material
    links : Links or None
        None where buyers say themselves what they demand.
    reader : Reader
    amounts : bool
        Whether there are amounts.
    crs : str
        The working CRS.
    one_table : bool
        Suppliers and buyers are views of one table: a feature of both is one place.
    still_to_come : bool
        Factories that are projected or under construction take part.
    tick : callable
        Progress between 0 and 1; raises to cancel.
    """
    import numpy as np
    import shapely

    gathered = _Gathered(tick=tick)
    made = theirs = _add_factories(gathered, suppliers)
    if buyers is not suppliers:
        seen = dict(zip(suppliers.layer.frame.index.tolist(), made)) if one_table else {}
        theirs = _add_factories(gathered, buyers, seen)
    for factories, fields, places in ((suppliers, supplier_fields, made), (buyers, buyer_fields, theirs)):
        gathered.idle.update(_idle(factories, fields, places, still_to_come=still_to_come))
    without_products = _supply(gathered, suppliers, supplier_fields, made, reader, amounts=amounts)
    if links is None:
        without_demand, unlinked = _stated(gathered, buyers, buyer_fields, theirs, reader, amounts=amounts), Counter()
    else:
        without_demand, unlinked = _derived(gathered, buyers, buyer_fields, theirs, reader, links, amounts=amounts)
    for material in materials:
        _add_material(gathered, material, reader, amounts=amounts, crs=crs)
    tick(0.7)
    order = sorted(range(len(gathered.order)), key=gathered.order.__getitem__)
    number_of = np.empty(len(order), dtype="int64")
    number_of[order] = np.arange(len(order))
    columns = {}
    for name, values in gathered.columns.items():
        column = np.empty(len(values), dtype=object)
        column[:] = values
        columns[name] = column[order]
    for place, status in gathered.idle.items():
        told = f"takes no part: {status}"
        before = columns["notes"][number_of[place]]
        columns["notes"][number_of[place]] = f"{before}; {told}" if before else told
    points = columns["geometries"].copy()
    areal = np.flatnonzero(shapely.get_dimensions(points) == 2)
    points[areal] = shapely.point_on_surface(points[areal])
    several = np.flatnonzero(shapely.get_type_id(points) == 4)
    points[several] = shapely.get_geometry(points[several], 0)
    material_ = np.array([key[0] == 1 for key in gathered.order], dtype=bool)[order]
    tick(0.8)
    supply = sorted((int(number_of[place]), products, capacity) for place, products, capacity in gathered.supply)
    demand = sorted((int(number_of[place]), product, *rest) for place, product, *rest in gathered.demand)
    gathered.demand.clear()
    tick(1.0)
    return Parties(
        places=Places(points=points, material=material_, **columns),
        supply=Rows(
            np.array([row[0] for row in supply], dtype="int64"),
            [row[1] for row in supply],
            np.array([row[2] for row in supply], dtype="float64"),
        ),
        demand=Rows(
            np.array([row[0] for row in demand], dtype="int64"),
            [(row[1],) for row in demand],
            np.array([row[2] for row in demand], dtype="float64"),
            [row[3] for row in demand],
        ),
        problems=gathered.problems,
        unlinked=unlinked,
        without_demand=without_demand,
        without_products=without_products,
        idle=Counter(gathered.idle.values()),
    )


def _add_factories(gathered: _Gathered, factories: Factories, seen: Mapping[int, int] | None = None) -> Sequence[int]:
    """Add the factories of a layer and return their places; `seen` are those of features that have one already."""
    provinces = [province_code(code) for code in factories.provinces]
    layer = factories.layer
    given = factories.ids, factories.names, provinces, factories.geometries
    if not seen:
        return gathered.add(0, layer, *given)
    numbers = layer.frame.index.tolist()
    new = [row for row, number_ in enumerate(numbers) if number_ not in seen]
    kept = replace(layer, frame=layer.frame.iloc[new], notes=layer.notes[new])
    added = iter(gathered.add(0, kept, *([column[row] for row in new] for column in given)))
    return [seen[number_] if number_ in seen else next(added) for number_ in numbers]


def _idle(
    factories: Factories, fields: Fields, places: Sequence[int], *, still_to_come: bool
) -> Iterator[tuple[int, str]]:
    """Yield the places of factories that take no part, and their status."""
    idle = _CLOSED if still_to_come else {**_CLOSED, **_STILL_TO_COME}
    for place, text in zip(places, _column(factories.layer, fields.status)):
        status = idle.get("".join(c for c in text.casefold() if c.isalpha())) if text else None
        if status:
            yield place, status


def province_code(code: str | None) -> str | None:
    """Return a province's code as two digits; spreadsheets make 7 of 07."""
    return code.zfill(2) if code and code.isdecimal() else code


def _column(layer: LayerFrame, name: str) -> Sequence[str | None]:
    return texts(layer.frame[name]) if name else [None] * len(layer.frame)


def _products(gathered: _Gathered, layer: LayerFrame, names: Sequence[str], reader: Reader) -> list[tuple[str, ...]]:
    """Return the products of each feature, from several fields; what is no code is reported."""
    out: list[tuple[str, ...]] = [()] * len(layer.frame)
    odd: Counter[str] = Counter()
    known: dict[str | None, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for name in names:
        for row, text in gathered.watched(enumerate(_column(layer, name))):
            if text not in known:
                known[text] = reader.products(text)
            found, none = known[text]
            odd.update(none)
            if found:
                out[row] = tuple(dict.fromkeys(out[row] + found)) if out[row] else found
    if odd:
        told = tr("no code of ISIC Rev. 4 with 2 to 4 digits in {fields}: {examples}; times: {count}").format(
            fields=", ".join(names), examples=_examples(odd), count=odd.total()
        )
        problem = LayerProblem(layer.name, None, told, tr("Not used; correct the codes."))
        gathered.problems += [] if problem in gathered.problems else [problem]  # one field may be read for two ends
    return out


def _examples(odd: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in list(dict.fromkeys(odd))[:_EXAMPLES])


def _amounts(gathered: _Gathered, layer: LayerFrame, name: str, reader: Reader) -> list[Any]:
    """Return the amount or amounts of each feature, NaN where there are none or they cannot be read."""
    if not name:
        return [math.nan] * len(layer.frame)
    out, odd, missing = [], [], 0
    for text in _column(layer, name):
        value = reader.amounts(text)
        if value is None and text is not None:
            odd.append(text)
        missing += text is None
        out.append(math.nan if value is None else value)
    advice = tr("Listed without an amount, and left out when amounts are shared.")
    if odd:
        told = tr("no amount in field “{field}”: {examples}; features: {count}").format(
            field=name, examples=_examples(odd), count=len(odd)
        )
        wanted = tr("Wanted is a number of 0 or more, or amounts by product such as 1061=500; 1080=20.")
        gathered.problems.append(LayerProblem(layer.name, None, told, f"{wanted} {advice}"))
    if missing:
        told = tr("features without an amount in field “{field}”: {count}").format(field=name, count=missing)
        gathered.problems.append(LayerProblem(layer.name, None, told, advice))
    return out


def _supply(
    gathered: _Gathered, factories: Factories, fields: Fields, places: Sequence[int], reader: Reader, *, amounts: bool
) -> int:
    """Add the rows of suppliers and return how many make nothing that is known."""
    made = _products(gathered, factories.layer, fields.products, reader)
    capacities = _amounts(gathered, factories.layer, fields.capacity if amounts else "", reader)
    none = 0
    for place, products, capacity in gathered.watched(zip(places, made, capacities)):
        if place in gathered.idle:
            continue
        rows = list(_capacity_rows(products, capacity))
        none += not rows
        gathered.supply += [(place, *row) for row in rows]
    return none


def _capacity_rows(products: tuple[str, ...], capacity: Any) -> Iterable[tuple[tuple[str, ...], float]]:
    """Yield what a place makes with its capacity: one number is for all its products together."""
    if isinstance(capacity, dict):
        yield from (((product,), amount) for product, amount in capacity.items())
        products = tuple(product for product in products if product not in capacity)
        capacity = math.nan
    if math.isnan(capacity):
        yield from (((product,), math.nan) for product in products)
    elif products:
        yield products, capacity


def _stated(
    gathered: _Gathered, factories: Factories, fields: Fields, places: Sequence[int], reader: Reader, *, amounts: bool
) -> int:
    """Add the rows of buyers that say themselves what they demand; return how many do not."""
    wanted = _products(gathered, factories.layer, fields.demands, reader)
    given = _amounts(gathered, factories.layer, fields.demanded_amount if amounts else "", reader)
    none = unclear = 0
    for place, products, amount in gathered.watched(zip(places, wanted, given)):
        if place in gathered.idle:
            continue
        by_product = amount if isinstance(amount, dict) else {}
        single = amount if not by_product and not isinstance(amount, dict) and len(products) == 1 else math.nan
        unclear += not isinstance(amount, dict) and not math.isnan(amount) and len(products) > 1
        everything = dict.fromkeys((*products, *by_product))
        none += not everything
        for product in everything:
            _demand(gathered, place, product, by_product.get(product, single), -1)
    _report_unclear(gathered, factories.layer, fields.demanded_amount, unclear)
    return none


def _demand(gathered: _Gathered, place: int, product: str, amount: float, link: int) -> None:
    if amount != 0:  # 0 is no demand; NaN is one of an unknown amount
        gathered.demand.append((place, product, amount, link))


def _report_unclear(gathered: _Gathered, layer: LayerFrame, name: str, count: int) -> None:
    if count:
        told = tr("one number in field “{field}” for several products; features: {count}").format(
            field=name, count=count
        )
        advice = tr("Nobody can tell how much of each: write amounts by product, such as 1061=500; 1080=20.")
        gathered.problems.append(LayerProblem(layer.name, None, told, advice))


def _derived(
    gathered: _Gathered,
    factories: Factories,
    fields: Fields,
    places: Sequence[int],
    reader: Reader,
    links: Links,
    *,
    amounts: bool,
) -> tuple[int, Counter[str]]:
    """Add the rows of buyers whose demand follows from their activities.

    Returns
    -------
    int
        Buyers of which nothing follows.
    Counter
        Activities of which the table says nothing.
    """
    from ..analysis.activities import classes_of
    from ..analysis.sourcing import links_of
    from ..rules.pack import isic_sections

    activities = _products(gathered, factories.layer, fields.activities, reader)
    outputs = _amounts(gathered, factories.layer, fields.demanded_amount if amounts else "", reader)
    unlinked: Counter[str] = Counter()
    none = unclear = 0
    for place, own, output in gathered.watched(zip(places, activities, outputs)):
        if place in gathered.idle:
            continue
        wanted: dict[str, tuple[float, int]] = {}
        unclear += not isinstance(output, dict) and not math.isnan(output) and len(own) > 1
        for activity in own:
            rows = links_of(activity, links.by_buyer)
            if not rows:  # a group of one class is that class: 141 is 1410
                classes = classes_of(activity, isic_sections())
                rows = links_of(classes[0], links.by_buyer) if len(classes) == 1 else ()
            unlinked.update([activity] if not rows else [])
            for row in rows:
                link = links.rows[row]
                made = _output(output, activity, own)
                amount = made * (link.coefficient or math.nan) if made else 0.0  # of no output nothing is used
                before, first = wanted.get(link.input, (0.0, row))
                wanted[link.input] = before + amount, first
        none += not wanted
        for product, (amount, row) in wanted.items():
            _demand(gathered, place, product, amount, row)
    _report_unclear(gathered, factories.layer, fields.demanded_amount, unclear)
    return none, unlinked


def _output(output: Any, activity: str, activities: Sequence[str]) -> float:
    """Return how much of an activity's product a buyer makes, NaN where nobody can tell."""
    if isinstance(output, dict):
        return output.get(activity, math.nan)
    return output if len(activities) == 1 else math.nan


def _add_material(gathered: _Gathered, material: Material, reader: Reader, *, amounts: bool, crs: str) -> None:
    """Add the places and rows of a layer of raw materials."""
    import numpy as np

    layer = material.layer
    frame = layer.frame
    given = _column(layer, material.id_field)
    ids = [id_ or f"feature {i}" for id_, i in zip(given, frame.index)]
    names = [name or layer.name for name in _column(layer, material.name_field)]
    provinces = [province_code(code) for code in _column(layer, material.province_field)]
    shapes = np.asarray(frame.geometry.array, dtype=object)
    places = gathered.add(1, layer, ids, names, provinces, shapes)
    made = _products(gathered, layer, [material.product_field] if material.product_field else [], reader)
    capacities: Sequence[Any] = [math.nan] * len(frame)
    if amounts and material.capacity_field:
        capacities = _amounts(gathered, layer, material.capacity_field, reader)
    elif amounts and not math.isnan(material.yield_):
        capacities = _hectares(shapes, crs) * material.yield_
    for place, products, capacity in zip(places, made, capacities):
        rows = _capacity_rows(products or material.products, capacity)
        gathered.supply += [(place, *row) for row in rows]


def _hectares(shapes: np.ndarray, crs: str) -> np.ndarray:
    """Return hectares on the ground, NaN for what has none."""
    import numpy as np
    import shapely

    from ..analysis.crs import scale

    centres = shapely.centroid(shapes)
    xy = np.column_stack([shapely.get_x(centres), shapely.get_y(centres)])
    out = np.full(len(shapes), np.nan)
    areal = np.flatnonzero(shapely.get_dimensions(shapes) == 2)
    out[areal] = shapely.area(shapes[areal]) / scale(xy[areal], crs) ** 2 / 1e4
    return out


def material_products(layer: str, given: str, field_: str, reader: Reader) -> tuple[str, ...]:
    """Return the products of a whole layer: those given for it, else what its name says.

    Raises
    ------
    LocationError
        If nobody says what it yields, or that is no code.
    """
    if given:
        products, odd = reader.products(given)
        if odd:
            raise LocationError(
                "“{text}” is no code of ISIC Rev. 4 with 2 to 4 digits (MATERIAL_PRODUCTS). Rice is 0112, salt 0893, "
                "stone, sand and clay 0810.",
                text=odd[0],
            )
        return products
    if field_:
        return ()
    if reader.by != BY_CODE:
        return reader.products(layer)[0]
    first = layer.replace("_", " ").split(maxsplit=1)[0] if layer.strip() else ""
    products, _ = reader.products(first)
    if not products:
        raise LocationError(
            "Nobody says what layer “{layer}” yields: give its code in MATERIAL_PRODUCTS ({layer}=0893, say), or a "
            "field in MATERIAL_FIELD, or begin its name with the code.",
            layer=layer,
        )
    return products


def material_yield(given: str) -> float:
    """Return a yield per hectare, NaN for none.

    Raises
    ------
    LocationError
        If it is no number above 0.
    """
    if not given:
        return math.nan
    value = number(given)
    if not value:
        raise LocationError(
            "“{text}” is no yield (MATERIAL_YIELDS): give an amount per hectare above 0, or amounts by layer such as "
            "salt_farmland=20; rice=3.",
            text=given,
        )
    return value


def with_provinces(
    parties_: Parties, codes: Sequence[str | None], names: Sequence[str | None], polygons: np.ndarray
) -> Parties:
    """Return the same with provinces for places that have none, by where they stand, and with the layer's names.

    Parameters
    ----------
    parties_ : Parties
    codes : sequence of p str or None
        In the order in which a shared border goes to the first.
    names : sequence of p str or None
    polygons : (p,) object array
    """
    import numpy as np

    from ..analysis.sourcing import places_in

    places = parties_.places
    lacking = np.flatnonzero([not code for code in places.provinces])
    found = places_in(places.points[lacking], polygons)
    provinces = places.provinces.copy()
    for row, polygon in zip(lacking.tolist(), found.tolist()):
        provinces[row] = province_code(codes[polygon]) if polygon >= 0 else None
    named = {province_code(code) or "": name for code, name in zip(reversed(codes), reversed(names)) if code and name}
    return replace(parties_, places=replace(places, provinces=provinces), province_names=named)
