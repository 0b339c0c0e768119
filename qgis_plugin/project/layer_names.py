"""What the name of a layer says: whole words, however they are written together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_UNSEEN = re.compile("[\u200b\u200c\u200d\ufeff]")
# Between the words of "WaterIntakes", "SEZBoundaries" and "roads2014", but not in "SEZs".
_JOINT = re.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_BETWEEN = re.compile("[\x00-/:-@[-`{-\x7f]+")  # no letters or digits; what joins Khmer letters stays
# What is written together with a word and leaves it what it is: "floodzones", "khmrivers", but not "basalt".
_BEFORE = ("cambodia", "fish", "flood", "hydro", "khm", "main", "sub", "water")
_AFTER = (
    *("area", "areas", "boundaries", "boundary", "data", "layer", "layers", "line", "lines", "list", "map", "maps"),
    *("network", "networks", "place", "places", "plan", "plans", "point", "points", "polygon", "polygons", "site"),
    *("sites", "zone", "zones"),
)
# What may stand beside a word that alone is not clear, as in "parks 2014 (final)": nothing that makes it another thing.
_PLAIN = {
    *("all", "and", "another", "cambodia", "centers", "centres", "copy", "current", "draft", "existing", "final"),
    *("for", "from", "kh", "khm", "latest", "mended", "my", "new", "official", "old", "other", "our", "planned"),
    *("test", "the"),
    *("agro", "business", "companies", "company", "economic", "enterprise", "enterprises", "establishments"),
    *("industrial", "industries", "industry", "logistics", "processing", "science", "technology"),
    *_AFTER,
}
_SHORT = 2  # letters: "of", "in", "v2"


def says(name: str, phrases: Sequence[str]) -> bool:
    """Return whether a name says one of some things.

    Parameters
    ----------
    name : str
    phrases : sequence of str
        Words in lower case, in English as whole words, with their plural or joined to such as "zones"; Khmer has no
        spaces, and is looked for anywhere.

    Examples
    --------
    >>> [says(one, ["salt", "health centre"]) for one in ("Salt_2014", "HealthCentres", "Basalt", "non-salt")]
    [True, True, False, False]
    """
    return any(_pattern(phrase).search(_plain(name)) for phrase in phrases)


def rest(name: str, phrases: Sequence[str]) -> list[str]:
    """Return the words of a name beside those that say one of some things.

    Examples
    --------
    >>> rest("Roads and reservoirs_2014", ["road"])
    ['and', 'reservoirs', '2014']
    """
    left = _plain(name)
    for phrase in phrases:
        left = _pattern(phrase).sub(r" \1 \2 ", left)
    return left.split()


def says_only(name: str, phrases: Sequence[str]) -> bool:
    """Return whether a name says one of some things, and nothing that would make it another thing.

    Examples
    --------
    >>> [says_only(one, ["parks"]) for one in ("Parks", "parks_2014 (new)", "National parks", "Car parks")]
    [True, True, False, False]
    """
    return says(name, phrases) and all(map(_is_plain, rest(name, phrases)))


def _is_plain(word: str) -> bool:
    return word in _PLAIN or len(word) <= _SHORT or word.isdecimal() or not word.isascii()


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    """Return the words of a name in lower case, parted by spaces."""
    parted = _JOINT.sub(" ", _UNSEEN.sub("", name))
    return " ".join(_BETWEEN.sub(" ", parted).casefold().split())


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return how a phrase is found in a plain name; the groups are what is joined to it."""
    if not phrase.isascii():
        return re.compile(f"()(){re.escape(phrase)}")
    before, after = "|".join(_BEFORE), "|".join(_AFTER)
    words = r"\s?".join(map(re.escape, phrase.split()))
    return re.compile(rf"(?<!\S)(?<!\bnon )(?<!\bnot )((?:{before})*){words}(?:s|es)?((?:{after})*)(?!\S)")
