"""What stands in fields: codes or names of products, and amounts of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..analysis.khmer import KHMER_DIGITS
from ..inputs import UNSEEN
from ..rules.pack import isic_sections

if TYPE_CHECKING:
    Plain = Callable[[str], str]

BY_CODE, BY_NAME = range(2)
_PARTED = re.compile("[;；\n]")
_PARTED_CODES = re.compile("[;；,\n]")
# Khmer is written without spaces between words; where somebody puts one it means nothing.
_KHMER_SPACE = re.compile("(?<=[\u1780-\u17ff])\\s+(?=[\u1780-\u17ff])")
_THOUSANDS = re.compile("[\\s\u00a0\u202f_']")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
# Division of ISIC -> what kind of product it is, for the colours of the map.
KINDS = (
    ("agriculture", 1, 3),
    ("minerals", 5, 9),
    ("food", 10, 12),
    ("textiles", 13, 15),
    ("wood and paper", 16, 18),
    ("chemicals and plastics", 19, 22),
    ("minerals", 23, 23),
    ("metals", 24, 25),
    ("machines and goods", 26, 33),
)
OTHER_KIND = "other"


def plain_name(text: str) -> str:
    """Return a name without what people do not see as a difference.

    Capitals, spaces around and between, signs without width, Khmer digits, and the ways to compose one letter.

    Examples
    --------
    >>> plain_name("  Milled\u200b RICE  ២ ")
    'milled rice 2'
    """
    composed = "".join(c for c in unicodedata.normalize("NFC", text) if c not in UNSEEN)
    return _KHMER_SPACE.sub("", " ".join(composed.translate(KHMER_DIGITS).casefold().split()))


def plain_code(text: str) -> str:
    """Return an activity code of 2 to 4 digits, empty for what is none."""
    from ..analysis.activities import normalise

    code = normalise(text, isic_sections())
    return code if len(code) > 1 and code in isic_sections() else ""


@dataclass(frozen=True)
class Reader:
    """Reads products and amounts, by code or by name; `odd` gathers what was no code, with how often it was met."""

    by: int

    def plain(self, text: str) -> str:
        return plain_code(text) if self.by == BY_CODE else plain_name(text)

    def products(self, text: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the products in a text, each once and in order, and what in it is none."""
        parts = (_PARTED_CODES if self.by == BY_CODE else _PARTED).split(text or "")
        given = [part.strip() for part in parts if part.strip()]
        found = [self.plain(part) for part in given]
        known = tuple(dict.fromkeys(product for product in found if product))
        return known, tuple(part for part, product in zip(given, found) if not product)

    def amounts(self, text: str | None) -> float | dict[str, float] | None:
        """Return one amount, amounts by product, or None for what is neither; NaN where there is nothing.

        Examples
        --------
        >>> read = Reader(BY_CODE)
        >>> read.amounts("1,200"), read.amounts("1061=500; 1080 = 20.5"), read.amounts("many")
        (1200.0, {'1061': 500.0, '1080': 20.5}, None)
        """
        if not text or not text.strip():
            return math.nan
        if "=" not in text:
            return number(text)
        out: dict[str, float] = {}
        for part in filter(str.strip, _PARTED.split(text)):
            name, equals, amount = part.partition("=")
            product, value = self.plain(name.strip()), number(amount)
            if not equals or not product or value is None or product in out:
                return None
            out[product] = value
        return out


def number(text: str) -> float | None:
    """Return a number of 0 or more, None for what is none. Commas are for thousands, and only where they can be."""
    plain = _THOUSANDS.sub("", text.translate(KHMER_DIGITS).strip())
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            return None
        plain = plain.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if 0 <= value < math.inf else None


def kind_of(product: str) -> str:
    """Return the kind of a product by its code, “other” for a name."""
    if not product[:2].isdecimal():
        return OTHER_KIND
    division = int(product[:2])
    return next((kind for kind, first, last in KINDS if first <= division <= last), OTHER_KIND)


def by_layer(text: str) -> tuple[str, dict[str, str]]:
    """Return the value for all layers, and those for single ones by the plain name of the layer.

    Examples
    --------
    >>> by_layer("20"), by_layer("Salt pans=20; rice = 3")
    (('20', {}), ('', {'salt pans': '20', 'rice': '3'}))
    """
    whole, single = "", {}
    for part in filter(str.strip, _PARTED.split(text)):
        name, equals, value = part.rpartition("=")
        if equals:
            single[plain_name(name)] = value.strip()
        else:
            whole = f"{whole}; {value.strip()}" if whole else value.strip()
    return whole, single
