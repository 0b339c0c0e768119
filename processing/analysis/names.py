"""Names of factories: what stays of one when its spelling is set aside, and how alike two are.

A factory's name reaches a register by many hands: "N.L.C. Garment Co., Ltd.", "NLC GARMENT (CAMBODIA)", in Khmer, or
romanised anew each time ("Svay Reing", "Svay Rieng"). `normalise` sets aside what carries no meaning; `similarity`
compares word by word, in any order, in both scripts. Two rules keep different factories apart:

- Numbers and single letters are designations ("Factory 1", "Building B"): different ones never make the same name.
  Roman numerals are numbers where they can be nothing else ("III"), or by their place ("Phase I", "Sun Palm XI").
- Words that many names share ("garment", "Cambodia") weigh little, in general and in the register at hand.

Sources: the weighted matching of similar words is the soft TF-IDF of Cohen, Ravikumar and Fienberg (2003), made
symmetric; the frequency weights are those of Spärck Jones (1972).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel
from unidecode import unidecode

# What a name in Khmer can be worth beside one in Latin letters: consonants alone are weak evidence.
CROSS_SCRIPT_MOST = 0.7
# What two names can be worth at most of which one has a word that looks like a misspelling of a common one.
MISSPELT_MOST = 0.94
# What two names with different designations can be worth at most.
OTHER_NUMBER_MOST = 0.5
# What is left where only one of two names has a designation.
_NUMBER_IN_ONE = 0.9
_SAME_SOUND = 0.97
_LIKE_SOUND = 0.88
_WORD_AT_LEAST = 0.75
_RUN_AT_LEAST = 0.92
_QUICK_AT_LEAST = 40.0
_GENERIC_WEIGHT = 0.15
_LEAST_WEIGHT = 0.05
# A misspelling weighs at least this: a word that several names have is one of its own.
_RARE_WEIGHT = 0.8
# A name of no longer words may be a person's, in which another syllable is another person.
_SHORT_WORD = 6
_SHORT_KHMER_WORD = 8
_SHORT_NAME = 3
# Below this many names how often a word occurs says nothing.
_FEW_NAMES = 50

_KHMER = "\u1780-\u17d3\u17d7\u17dc\u17dd"
_TOKEN = re.compile(rf"[a-z]+|[0-9]+|[{_KHMER}]+|[^\W\d_a-z{_KHMER}]+")
_HAS_KHMER = re.compile(f"[{_KHMER}]")
_HAS_LATIN = re.compile("[a-z]")
_DOTTED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?|(?<![^\W\d_])(?:[^\W\d_]\.)+[^\W\d_]\b")
_NUMBER_SIGN = re.compile(r"\b(?:no|nr)\s*[.°º]?\s*(?=[0-9])|\bn\s*[.°º]\s*(?=[0-9])|№|#|លេខ\s*(?=[0-9])")
_COUNTRY_ASIDE = re.compile(r"[(\[]\s*(?:cambodia|cambodge|kampuchea|kh|ខេមបូឌា|កម្ពុជា)\s*[)\]]")


def _words(listed: str) -> list[str]:
    return listed.split()


_LEGAL = frozenset(
    _words(
        "co company ltd limited pte pty plc inc incorporated incorporation corp corporation llc llp "
        "sarl sarlu sas sasu "
        "eurl gmbh bhd sdn ets etablissement etablissements cie cia compagnie societe enterprise "
        "enterprises entreprise "
        "entreprises ent jsc pvt private public coltd ptyltd pteltd factory usine youxian gongsi gufen zeren"
    )
)
_WORKS = frozenset(("factory", "enterprise"))
# Company forms that are also words or names: only at the end.
_LEGAL_LAST = frozenset(("sa", "spa", "ag", "lp", "nv", "bv"))
_KHMER_LEGAL = (
    "ទទួលខុសត្រូវមានកម្រិត",
    "ទទួលខុសត្រូវមានកំរិត",
    "ឯកបុគ្គល",
    "មហាជន",
    "ក្រុមហ៊ុន",
    "ក្រុមហ៊ុន",
    "រោងចក្រ",
    "សហគ្រាស",
    "សិប្បកម្ម",
    "លីមីតធីត",
    "លីមីធីត",
    "ខូអិលធីឌី",
    "អិលធីឌី",
    "ខូអិលធីឌិ",
    "ខូ.,អិលធីឌី",
    "ខេមបូឌា",
)
_KHMER_LEGAL_SPLIT = re.compile("|".join(sorted(map(re.escape, _KHMER_LEGAL), key=len, reverse=True)))
_KHMER_ABBREVIATED = re.compile(rf"(?<![{_KHMER}])(?:[ឯមខស]\s*\.\s*ក|ខូ|ស\s*\.\s*ម)(?:\s*\.)?(?![{_KHMER}])")
_CHINESE_LEGAL = re.compile("股份有限公司|有限责任公司|有限公司|公司|工厂|工廠")

# Spellings of one word; what several names share is in `_GENERIC`.
_ONE_WORD = {
    **dict.fromkeys(
        _words(
            "manufactory manufactories manufacturer manufacturers manufacture manufactures manufactured mfg mfr mnfg "
            "manufacturing"
        ),
        "manufacturing",
    ),
    **dict.fromkeys(_words("industry industries industrial ind inds industrie indus industriel"), "industrial"),
    **dict.fromkeys(_words("garment garments apparels apparel clothing vetements"), "garment"),
    **dict.fromkeys(_words("textile textiles tex"), "textile"),
    **dict.fromkeys(_words("international intl internationale inter int"), "international"),
    **dict.fromkeys(_words("group grp groupe holding holdings"), "group"),
    **dict.fromkeys(_words("trading trade trd traders import export"), "trading"),
    **dict.fromkeys(_words("shoes shoe footwear footwears"), "footwear"),
    **dict.fromkeys(_words("product products production produits produce"), "products"),
    **dict.fromkeys(_words("knitting knit knitwear knitters"), "knitting"),
    **dict.fromkeys(_words("plastic plastics"), "plastic"),
    **dict.fromkeys(_words("bag bags"), "bag"),
    **dict.fromkeys(_words("development dev"), "development"),
    **dict.fromkeys(_words("technology technologies tech"), "technology"),
    **dict.fromkeys(_words("cambodia cambo cam cambodge kampuchea cambodian"), "cambodia"),
    **dict.fromkeys(("factory", "factories", "usine"), "factory"),
    **dict.fromkeys(_words("enterprise enterprises entreprise entreprises ent"), "enterprise"),
}
_GENERIC = frozenset(
    _words(
        "manufacturing industrial garment textile international group trading footwear products knitting plastic bag "
        "development technology cambodia khmer sez zone park economic special building line block "
        "unit plant phase branch "
        "lot workshop washing printing embroidery dyeing packaging paper steel metal wood furniture "
        "food foods beverage "
        "water rice mill milling brick ice electronics electric rubber cement chemical leather new "
        "the of de la le et and "
        "phnompenh pp phnom penh province kandal kampong kampot kep takeo svay rieng bavet "
        "sihanoukville preah sihanouk "
        "siem reap battambang banteay meanchey pursat koh kong speu cham thom chhnang prey veng kratie stung treng "
        "ratanakiri mondulkiri pailin oddar vihear tboung khmum"
    )
)
_MISSPELT = {
    **dict.fromkeys(
        _words("garmet garmets gament gaments garmnet garmnets garmment garmments grament garement garements"),
        "garment",
    ),
    **dict.fromkeys(_words("manufacturng manufaturing manufactoring manufacturig manufacuring"), "manufacturing"),
    **dict.fromkeys(_words("industial industral indutrial indusrty industy indutry"), "industrial"),
    **dict.fromkeys(_words("interational internatonal internationl intenational"), "international"),
    **dict.fromkeys(_words("limted limitd limied limeted limmited limitted limtied lmited limit"), "limited"),
    **dict.fromkeys(_words("compnay comapny compny campany companny"), "company"),
    **dict.fromkeys(_words("facotry factroy factry fatory facory facktory"), "factory"),
    **dict.fromkeys(_words("enterprize enterpise entrprise enteprise entreprize"), "enterprise"),
    **dict.fromkeys(_words("corportion corporatin coporation"), "corporation"),
    **dict.fromkeys(_words("texile textil textiel"), "textile"),
    **dict.fromkeys(_words("platic plastik plastick"), "plastic"),
    **dict.fromkeys(_words("cambodai camboida combodia cambodja"), "cambodia"),
}
_LONG_WORDS = sorted(word for word in {*_ONE_WORD, *_LEGAL} if len(word) > 6)
# Words one letter from a long one that are words themselves, by the list of American English of SCOWL.
_OTHER_WORDS = frozenset(
    _words(
        "cambogia clotting compony enterpriser enterprisers factor factors footgear footgears garnets hooding hording "
        "holing kitting knotting limiter plasmic plastid plastids primate privater society tracers tracing treading"
    )
)
_KHMER_GENERIC = (
    "កាត់ដេរ", "វាយនភណ្ឌ", "សម្លៀកបំពាក់", "ស្បែកជើង", "ផលិត", "កែច្នៃ", "ឧស្សាហកម្ម", "អន្តរជាតិ", "កម្ពុជា", "អាហារ",
    "ម្ហូប", "ទឹក", "បរិសុទ្ធ", "ទឹកកក", "ឥដ្ឋ", "ស៊ីម៉ងត៍", "ប្លាស្ទិក", "ជ័រ", "កៅស៊ូ", "ក្រដាស", "ឈើ",
    "គ្រឿងសង្ហារឹម", "ដែក", "លោហៈ",
    "ម៉ាស៊ីនកិនស្រូវ", "កិនស្រូវ", "អង្ករ", "ខ្មែរ", "ភ្នំពេញ", "កណ្តាល", "កណ្ដាល", "កំពង់ចាម", "កំពង់ធំ",
    "កំពង់ស្ពឺ", "កំពង់ឆ្នាំង", "កំពត",
    "កែប", "តាកែវ", "ស្វាយរៀង", "បាវិត", "ព្រះសីហនុ", "សៀមរាប", "បាត់ដំបង", "បន្ទាយមានជ័យ", "ពោធិ៍សាត់",
    "កោះកុង", "ព្រៃវែង", "ក្រចេះ",
    "ស្ទឹងត្រែង", "រតនគិរី", "មណ្ឌលគិរី", "ប៉ៃលិន", "ឧត្តរមានជ័យ", "ព្រះវិហារ", "ត្បូងឃ្មុំ", "ខេត្ត",
    "សាខា", "អគារ", "តំបន់សេដ្ឋកិច្ចពិសេស",
    "សួនឧស្សាហកម្ម", "គ្រុប", "ហ្គាមេន", "ហ្គាម៉ិន", "អ៊ិនធើណេសិនណល", "អិនធឺណេសិនណល",
)  # fmt: skip
_KHMER_GENERIC_SPLIT = re.compile("(" + "|".join(sorted(map(re.escape, _KHMER_GENERIC), key=len, reverse=True)) + ")")
_ROMAN = dict(
    zip(
        _words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"),
        map(str, range(1, 21)),
    )
)
# Those that are letters, or syllables of names, as well: numbers only by their place.
_ROMAN_BY_PLACE = frozenset(_words("i v x vi xi xx"))
_NUMBER_WORDS = {
    **{word: number for word, number in _ROMAN.items() if word not in _ROMAN_BY_PLACE},
    **dict(zip(_words("one two three four five six seven eight nine ten"), map(str, range(1, 11)))),
}
_NUMBER_FOLLOWS = frozenset(
    _words("phase plant no nr number unit building block zone line lot branch workshop factory factories")
)
# What is made there, by the words that say so; spellings of one trade, and trades that are often one, are one.
_TRADES = {
    **dict.fromkeys(_words("garment tailor tailoring sewing កាត់ដេរ សម្លៀកបំពាក់ ហ្គាមេន ហ្គាម៉ិន"), "garment"),
    **dict.fromkeys(_words("textile weaving spinning វាយនភណ្ឌ"), "textile"),
    **dict.fromkeys(_words("washing laundry"), "washing"),
    **dict.fromkeys(_words("footwear ស្បែកជើង"), "footwear"),
    **dict.fromkeys(_words("plastic ប្លាស្ទិក ជ័រ"), "plastic"),
    **dict.fromkeys(_words("rubber កៅស៊ូ"), "rubber"),
    **dict.fromkeys(_words("paper packaging carton ក្រដាស"), "paper"),
    **dict.fromkeys(_words("steel metal iron ដែក លោហៈ"), "metal"),
    **dict.fromkeys(_words("wood timber sawmill ឈើ"), "wood"),
    **dict.fromkeys(_words("furniture គ្រឿងសង្ហារឹម"), "furniture"),
    **dict.fromkeys(_words("food foods អាហារ ម្ហូប"), "food"),
    **dict.fromkeys(_words("beverage beverages brewery"), "beverage"),
    **dict.fromkeys(_words("rice អង្ករ កិនស្រូវ ម៉ាស៊ីនកិនស្រូវ"), "rice"),
    **dict.fromkeys(_words("brick bricks ឥដ្ឋ"), "brick"),
    **dict.fromkeys(_words("cement ស៊ីម៉ងត៍"), "cement"),
    **dict.fromkeys(_words("chemical chemicals"), "chemical"),
    **dict.fromkeys(_words("electronics electronic electric electrical"), "electronics"),
    **dict(zip(_words("ice ទឹកកក water ទឹក"), _words("ice ice water water"))),
    **{word: word for word in _words("knitting printing embroidery dyeing bag leather")},
}
TRADES = tuple(sorted(set(_TRADES.values())))
# A mill of nothing else is one for rice.
_MILLS = {"mill": "rice", "milling": "rice"}
_KHMER_ORDINALS = (("ទីមួយ", " 1 "), ("ទីពីរ", " 2 "), ("ទីបី", " 3 "), ("ទីបួន", " 4 "), ("ទីប្រាំ", " 5 "))


def normalise(names: Sequence[str | None]) -> list[str]:
    """Return names without what carries no meaning, in lower case.

    Legal forms (in English, French, Khmer and romanised or written Chinese), "factory", punctuation, accents, "and",
    zero-width characters and spacing go; Khmer, full-width and Roman digits become 0-9 without leading zeros; dotted
    or spaced initials join ("N. L. C." is "nlc"); common abbreviations become the word ("Mfg" is "manufacturing").
    The order of words stays: `similarity` does not look at it. A name of nothing but legal forms keeps them.

    Parameters
    ----------
    names : sequence of str or None, length n

    Returns
    -------
    list of str, length n
        Empty where there is no name. Normalising again changes nothing.
    """
    return [_normalised(name) if isinstance(name, str) else "" for name in names]


@lru_cache(maxsize=1 << 16)
def _normalised(name: str) -> str:
    for _ in range(5):  # what is taken away may leave what is to be taken away: "No. No. 5"
        before, name = name, _reduced(name)
        if name == before:
            break
    return name


def _reduced(name: str) -> str:
    tokens = _tokens(_folded(name))
    kept = [token for token in tokens if token not in _LEGAL]
    while len(kept) > 1 and kept[-1] in _LEGAL_LAST:
        kept.pop()
    if not all(_is_designation(token) for token in kept):
        return " ".join(kept)
    # "Factory 1", "Company Ltd": a number alone would be the name of thousands, and nothing the name of none.
    works = [token for token in tokens if token in _WORKS or _is_designation(token)]
    return " ".join(works if len(works) > len(kept) else tokens)


def _folded(name: str) -> str:
    """Return a name in lower case without accents, invisible characters and legal forms that are no single word."""
    latin = name.isascii()  # most names: what follows about other letters then costs time only
    text = name if latin else "".join(map(_plain, unicodedata.normalize("NFKC", name)))
    text = text.replace("&", " and ").replace("+", " and ").casefold()
    if "(" in text or "[" in text:
        text = _COUNTRY_ASIDE.sub(" ", text)
    if not latin:
        text = _KHMER_ABBREVIATED.sub(" ", text)
    text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", text)
    text = re.sub(r"(?<=[a-z])['’`´](?=[a-z])", "", text)
    text = _NUMBER_SIGN.sub(" ", text)
    if latin:
        return text
    text = text.replace("\u17d2\u178a", "\u17d2\u178f")  # subscripts of ដ and ត look the same
    for word, number in _KHMER_ORDINALS:
        text = text.replace(word, number)
    without = _CHINESE_LEGAL.sub(" ", _KHMER_LEGAL_SPLIT.sub(" ", text))
    return without if _TOKEN.search(without) else text


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Return a character as the names are compared: plain digit, letter without accent, nothing if invisible."""
    kind = unicodedata.category(char)
    if kind == "Cf":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff":
        return unidecode(char)
    if kind == "Mn" and "\u0300" <= char <= "\u036f":
        return ""
    return char


def _tokens(text: str) -> list[str]:
    """Return the words and numbers of a folded name: initials joined, "and" dropped, abbreviations written out."""
    out: list[str] = []
    initials: list[str] = []
    for word in _TOKEN.findall(text):
        if word == "and":
            continue
        if len(word) == 1 and "a" <= word <= "z":
            initials.append(word)
            continue
        out += _joined(initials)
        initials = []
        if word.isdigit():
            out.append(word.lstrip("0") or "0")
        else:
            out.append(_spelt(word))
    return _with_roman(out + _joined(initials))


def _spelt(word: str) -> str:
    return _NUMBER_WORDS.get(word) or _MISSPELT.get(word) or _ONE_WORD.get(word, word)


def _with_roman(tokens: list[str]) -> list[str]:
    """Return tokens with those Roman numerals as numbers that their place makes some.

    They come after "Phase" or "No.", or after a word of the name's own and last, but for words that many have.
    """
    if _ROMAN_BY_PLACE.isdisjoint(tokens):
        return tokens
    out: list[str] = []
    for at, token in enumerate(tokens):
        if token in _ROMAN_BY_PLACE:
            before, after = tokens[:at], tokens[at + 1 :]
            counted = bool(before) and before[-1] in _NUMBER_FOLLOWS
            own = any(not _is_designation(word) and word not in _LEGAL for word in before)
            if counted or (own and all(_is_generic(word) for word in after)):
                if counted and before[-1] in ("no", "nr"):
                    out.pop()
                token = _ROMAN[token]
        out.append(token)
    return out


@lru_cache(maxsize=1 << 16)
def _misspelt(word: str) -> bool:
    """Return whether a word is a long common one but for one letter wrong, missing, doubled or swapped, not the first.

    That is a guess: such a word stays as it is, weighs as little as a common one, and never makes the same name.
    """
    if len(word) < 6 or word in _LEGAL or word in _GENERIC or word in _OTHER_WORDS:
        return False
    near = process.extract(word, _LONG_WORDS, scorer=OSA.distance, score_cutoff=1, limit=None)
    return any(found[0] == word[0] for found, *_ in near)


def _joined(initials: list[str]) -> list[str]:
    word = "".join(initials)
    return [_spelt(word)] if word else []


def scripts_of(name: object) -> frozenset[str]:
    """Return which of the two scripts a name is written in, ``latin`` and ``khmer``; neither for one of digits."""
    if not isinstance(name, str):
        return frozenset()
    latin = any(char.isalpha() and not _HAS_KHMER.match(char) for char in name)
    khmer = not name.isascii() and _HAS_KHMER.search(name) is not None
    return frozenset((["latin"] if latin else []) + (["khmer"] if khmer else []))


def designations(name: str) -> frozenset[str]:
    """Return the numbers and single letters of a normalised name, which tell units of one company apart."""
    return frozenset(token for token in name.split() if _is_designation(token))


def _is_designation(token: str) -> bool:
    return token.isdigit() or (len(token) == 1 and "a" <= token <= "z")


def words_of(name: str) -> list[str]:
    """Return the words of a normalised name without its designations; Khmer is cut at words that many names share."""
    words: list[str] = []
    for token in name.split():
        if _is_designation(token):
            continue
        words += [part for part in _KHMER_GENERIC_SPLIT.split(token) if part] if _HAS_KHMER.match(token) else [token]
    return words


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Return a word as it sounds, alike for spellings of one romanisation or of one Khmer word.

    Latin: letters that stand for one sound, doubled letters, the order of vowels that touch ("Reing", "Rieng"), a
    plural "s". Khmer: signs, vowel length, and the subscripts of ត and ដ, which look the same.
    """
    if _HAS_KHMER.match(word):
        return _khmer_sound(word)
    text = word
    for pattern, letter in _SAME_LETTERS:
        text = text.replace(pattern, letter)
    text = re.sub(r"[aeiou]{2,}", lambda found: "".join(sorted(set(found[0]))), text)
    text = re.sub(r"(.)\1+", r"\1", text)
    return text[:-1] if len(text) > 4 and text.endswith("s") else text


_SAME_LETTERS = (
    ("chh", "c"), ("ch", "c"), ("sch", "s"), ("sh", "s"), ("ph", "p"), ("bh", "b"), ("th", "t"), ("dh", "d"),
    ("kh", "k"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("w", "v"), ("y", "i"), ("nh", "n"),
)  # fmt: skip
_KHMER_SIGNS = str.maketrans("ីឺូើ", "ិឹុេ", "់៉៊៍័៏៌ៈៗ")


def _khmer_sound(word: str) -> str:
    return word.replace("្ដ", "្ត").translate(_KHMER_SIGNS)


@lru_cache(maxsize=1 << 16)
def _loose(word: str) -> str:
    """Return the sound of a Latin word with each run of vowels as one mark."""
    return re.sub(r"[aeiou]+", "a", sound(word).replace("h", ""))


@lru_cache(maxsize=1 << 18)
def _word_similarity(one: str, other: str) -> float:
    """Return how alike two different words are, 0 where they are simply two words."""
    if (one in _ROMAN and other in _ROMAN) or _is_another_word(one, other):
        return 0.0
    first, second = sound(one), sound(other)
    if first == second and len(first) > 2:
        return _SAME_SOUND
    shorter = min(len(one), len(other))
    if shorter < 4:
        return 0.0
    alike = max(OSA.normalized_similarity(one, other), OSA.normalized_similarity(first, second))
    if not _HAS_KHMER.match(one) and alike >= 0.5 and len(_loose(one)) > 4 and _loose(one) == _loose(other):
        alike = max(alike, _LIKE_SOUND)
    return alike if alike >= _WORD_AT_LEAST else 0.0


def _is_another_word(one: str, other: str) -> bool:
    """Return whether one of two words is a common one, and the other is not a misspelling of it: plastic, elastic."""
    common, own = (one, other) if _is_common(one) else (other, one)
    return _is_common(common) and not _is_common(own) and (common[0] != own[0] or own in _OTHER_WORDS)


@lru_cache(maxsize=1 << 16)
def _syllable_similarity(one: str, other: str) -> float:
    """Return how alike two short words of a person's name are: of one sound, but for a vowel or two letters, else 0."""
    alike = _word_similarity(one, other)
    if alike in (0.0, _SAME_SOUND):
        return alike
    if _HAS_KHMER.match(one):
        return alike if _khmer_consonants(one) == _khmer_consonants(other) else 0.0
    swapped = one[0] == other[0] and sorted(one) == sorted(other)
    vowel = len(_loose(one)) > 3 and _loose(one) == _loose(other) and one[-1] == other[-1]
    return alike if swapped or vowel else 0.0


def _khmer_consonants(word: str) -> str:
    return "".join(char for char in word if "\u1780" <= char <= "\u17b3")


def word_weights(names: Iterable[str]) -> dict[str, float]:
    """Return how much each word of a register tells: 1 for one that a single name has, near 0 for one of every name.

    Parameters
    ----------
    names : iterable of str
        Normalised names, one a factory.

    Returns
    -------
    dict of str to float
        By the sound of a word. Empty for fewer than 50 names, whose frequencies say nothing.
    """
    counted: Counter[str] = Counter()
    total = 0
    for name, times in Counter(filter(None, names)).items():
        total += times
        for key in {sound(word) for word in words_of(name)}:
            counted[key] += times
    if total < _FEW_NAMES:
        return {}
    scale = np.log1p(total)
    return {key: max(_LEAST_WEIGHT, float(np.log1p(total / n) / scale)) for key, n in counted.items()}


def _weight(word: str, weights: Mapping[str, float]) -> float:
    known = weights.get(sound(word), 1.0)
    if _misspelt(word) and known < _RARE_WEIGHT:
        return known
    return min(known, _GENERIC_WEIGHT) if _is_generic(word) else known


@lru_cache(maxsize=1 << 16)
def _is_generic(word: str) -> bool:
    return _is_common(word) or _misspelt(word)


def _is_common(word: str) -> bool:
    return word in _GENERIC or word in _LEGAL or _KHMER_GENERIC_SPLIT.fullmatch(word) is not None


def trades_of(name: str) -> frozenset[str]:
    """Return what the words of a normalised name say is made there; nothing where they say nothing."""
    words = words_of(name)
    found = {_TRADES[word] for word in words if word in _TRADES}
    return frozenset(found or {_MILLS[word] for word in words if word in _MILLS})


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return the consonants of a normalised name in either script, as far as Khmer and its romanisation share them.

    Unidecode writes Khmer letter by letter, after the Indic alphabets, and not as it is said: ព is "b" there and "p" in
    "Penh". So voiced and voiceless, aspirated and plain are one; what remains is weak evidence.
    """
    words = [word for word in words_of(name) if not _is_generic(word)]
    text = unidecode("".join(words)).casefold().replace("ng", "n").replace("ny", "n").replace("ch", "j")
    letters = "".join(_CONSONANTS.get(char, "") for char in text)
    return re.sub(r"(.)\1+", r"\1", letters)


_CONSONANTS = {
    **dict.fromkeys("kgqx", "k"), **dict.fromkeys("jcsz", "s"), **dict.fromkeys("td", "t"), **dict.fromkeys("pbf", "p"),
    **dict.fromkeys("vw", "v"), **dict.fromkeys("m", "m"), **dict.fromkeys("n", "n"), **dict.fromkeys("lr", "l"),
}  # fmt: skip


def blocking_keys(name: str) -> list[str]:
    """Return what a normalised name shares with another spelling of it: one key at least, as a rule.

    The sound of each of its own words, exact and without vowels; the first and last letters of all of them together.
    A name of common words has them all as one key.
    """
    own = [word for word in words_of(name) if not _is_generic(word)]
    if not own:
        return [f"={' '.join(sorted(name.split()))}"] if name else []
    keys = {sound(word) for word in own if len(word) > 1}
    keys |= {f"~{_loose(word)}" for word in own if not _HAS_KHMER.match(word) and len(_loose(word)) > 3}
    run = sound("".join(own))
    return sorted(keys | ({f"<{run[:5]}", f">{run[-5:]}"} if len(run) > 5 else {run}))


@dataclass(frozen=True)
class _Name:
    """A normalised name, taken apart once."""

    text: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    numbers: frozenset[str]
    khmer: bool
    latin: bool
    by_word: dict[str, float] = field(repr=False)
    misspelt: bool = False
    short: bool = False

    @property
    def telling(self) -> float:
        own = (weight for word, weight in zip(self.words, self.weights) if not _is_generic(word))
        return sum(own) + (0.5 if self.numbers else 0.0)

    @property
    def own_words(self) -> list[str]:
        return [word for word in self.words if not _is_generic(word)]

    @property
    def own(self) -> str:
        """Its own words, or all where it has none: what a quick look compares."""
        return " ".join(self.own_words) or " ".join(self.words)


def _name(text: str, weights: Mapping[str, float]) -> _Name:
    words = tuple(sorted(words_of(text)))
    each = tuple(_weight(word, weights) for word in words)
    by_word: dict[str, float] = {}
    for word, weight in zip(words, each):
        by_word[word] = by_word.get(word, 0.0) + weight
    return _Name(
        text,
        words,
        each,
        designations(text),
        any(_HAS_KHMER.match(word) for word in words),
        any(_HAS_LATIN.match(word) for word in words),
        by_word,
        any(map(_misspelt, words)),
        _is_short(words),
    )


def _is_short(words: Sequence[str]) -> bool:
    """Return whether a name's own words may be those of a person: few and short."""
    own = [word for word in words if not _is_generic(word)]
    khmer = any(_HAS_KHMER.match(word) for word in own)
    least, longest = (1, _SHORT_KHMER_WORD) if khmer else (2, _SHORT_WORD)
    return least <= len(own) <= _SHORT_NAME and all(len(word) <= longest for word in own)


class Names:
    """The names of one field of a register, taken apart once and compared many times.

    Parameters
    ----------
    names : sequence of str or None, length n
    weights : mapping or None
        What `word_weights` gives; None takes it from these names.
    plain : bool
        They are normalised already.

    Attributes
    ----------
    codes : (n,) int array
        Number of the normalised name of each row, -1 for none.
    texts : list of str
        The normalised names, each once.
    telling : (len(texts),) float array
        How much of a name is its own: 0 for "Garment Factory", 1 for each rare word, 0.5 for a number.
    """

    def __init__(
        self, names: Sequence[str | None], weights: Mapping[str, float] | None = None, *, plain: bool = False
    ) -> None:
        rows = [name or "" for name in names] if plain else normalise(names)
        self.texts = sorted(set(rows) - {""})
        number = {text: i for i, text in enumerate(self.texts)}
        self.codes = np.array([number.get(text, -1) for text in rows], dtype=np.int64)
        self.weights = word_weights(rows) if weights is None else weights
        self._names = [_name(text, self.weights) for text in self.texts]
        self.telling = np.array([name.telling for name in self._names], dtype="float64")

    def similarity(
        self, one: np.ndarray, other: np.ndarray, names: Names | None = None, workers: int = 1
    ) -> np.ndarray:
        """Return how alike the names of pairs of rows are, NaN where one has none.

        Parameters
        ----------
        one, other : (m,) int arrays
            Rows; `other` of `names` where that is given, else of these names too.
        workers : int
            Threads of the quick look that leaves out names with hardly a letter in common.

        Returns
        -------
        (m,) float array, 0..1
        """
        second = self if names is None else names
        return _of_pairs(self._names, second._names, self.codes[one], second.codes[other], workers)

    def comparable(self, one: np.ndarray, other: np.ndarray, names: Names) -> np.ndarray:
        """Return where both rows have a name, `other` of `names`, and the two have a script in common."""
        codes = zip(self.codes[one].tolist(), names.codes[other].tolist())
        found = [a >= 0 and b >= 0 and _share_script(self._names[a], names._names[b]) for a, b in codes]
        return np.array(found, dtype=bool)

    def clashing(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Return for pairs of rows whether both names have designations, and each one that the other lacks."""
        codes = zip(self.codes[one].tolist(), self.codes[other].tolist())
        found = [a >= 0 and b >= 0 and _clash(self._names[a].numbers, self._names[b].numbers) for a, b in codes]
        return np.array(found, dtype=bool)

    def numbers(self, row: int) -> frozenset[str]:
        """Return the designations in the name of a row."""
        code = self.codes[row]
        return self._names[code].numbers if code >= 0 else frozenset()

    def trades(self, row: int) -> frozenset[str]:
        """Return what the name of a row says is made there."""
        code = self.codes[row]
        return trades_of(self.texts[code]) if code >= 0 else frozenset()


def _of_pairs(first: list[_Name], second: list[_Name], one: np.ndarray, other: np.ndarray, workers: int) -> np.ndarray:
    out = np.full(len(one), np.nan)
    rows = np.flatnonzero((one >= 0) & (other >= 0))
    if not len(rows):
        return out
    pairs, which = np.unique(one[rows] * len(second) + other[rows], return_inverse=True)
    left, right = np.divmod(pairs, len(second))
    scores = np.zeros(len(pairs))
    # Names in one script with hardly a letter in common are different: no need to look word by word.
    quick = process.cpdist(
        [first[a].own for a in left.tolist()], [second[b].own for b in right.tolist()], scorer=fuzz.token_set_ratio,
        workers=workers,
    )  # fmt: skip
    for i, (a, b, alike) in enumerate(zip(left.tolist(), right.tolist(), quick.tolist())):
        if alike >= _QUICK_AT_LEAST or not _share_script(first[a], second[b]):
            scores[i] = _similarity(first[a], second[b])
    out[rows] = scores[which]
    return out


def _share_script(one: _Name, other: _Name) -> bool:
    return (one.khmer and other.khmer) or (one.latin and other.latin)


def similarity(
    a: Sequence[str | None], b: Sequence[str | None], weights: Mapping[str, float] | None = None
) -> np.ndarray:
    """Return how alike names are, pair by pair, whatever their legal forms, scripts, word order and spelling.

    Parameters
    ----------
    a, b : sequences of str or None, length n
        As they stand or normalised.
    weights : mapping or None
        What `word_weights` gives for the register they are from; without it only the words that factories have in
        common everywhere ("garment", "Cambodia", provinces) weigh less.

    Returns
    -------
    (n,) float array
        1 for names that are the same once normalised; at most 0.7 between Khmer and Latin, which is weak evidence; at
        most 0.5 where their numbers differ; 0 where one is missing. As a rule of thumb 0.95 is the same name, 0.85
        alike, 0.7 close. The same whichever of the two comes first.

    Raises
    ------
    ValueError
        If the lengths differ.
    """
    if len(a) != len(b):
        raise ValueError(f"{len(a)} names beside {len(b)}")
    known = weights or {}
    first, second = Names(a, known), Names(b, known)
    rows = np.arange(len(a))
    return np.nan_to_num(first.similarity(rows, rows, second), nan=0.0)


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one - other) and bool(other - one)


def _similarity(one: _Name, other: _Name) -> float:
    if one.text == other.text:
        return 1.0
    if one.text > other.text:
        one, other = other, one
    if not one.words and not other.words:
        alike = 1.0 if one.numbers & other.numbers else 0.0
    elif not _share_script(one, other):
        alike = _across_scripts(one, other)
    else:
        alike = _within_scripts(one, other)
    if one.misspelt or other.misspelt:
        alike = min(alike, MISSPELT_MOST)
    if _clash(one.numbers, other.numbers):
        return min(alike * OTHER_NUMBER_MOST, OTHER_NUMBER_MOST)
    return alike if one.numbers == other.numbers else alike * _NUMBER_IN_ONE


def _across_scripts(one: _Name, other: _Name) -> float:
    first, second = skeleton(one.text), skeleton(other.text)
    if min(len(first), len(second)) < 3:
        return 0.0
    return CROSS_SCRIPT_MOST * float(Indel.normalized_similarity(first, second))


def _within_scripts(one: _Name, other: _Name) -> float:
    """Compare word by word; a script that only one of the names has is left out."""
    if one.khmer != other.khmer or one.latin != other.latin:
        khmer, latin = one.khmer and other.khmer, one.latin and other.latin
        one, other = _in_script(one, khmer, latin), _in_script(other, khmer, latin)
    alike = _by_words(one, other)
    # Words that all have are no sign of it: "Kin Tai Garment" and "Kintai Garment Cambodia" are three words each.
    if alike < 1.0 and len(one.own_words) != len(other.own_words):
        alike = max(alike, _run_together(one, other))
    return alike


def _in_script(name: _Name, khmer: bool, latin: bool) -> _Name:
    kept = [
        (word, weight)
        for word, weight in zip(name.words, name.weights)
        if not (_HAS_KHMER.match(word) and not khmer) and not (_HAS_LATIN.match(word) and not latin)
    ]
    words, weights = tuple(w for w, _ in kept), tuple(x for _, x in kept)
    tokens = [t for t in name.text.split() if not (_HAS_KHMER.match(t) and not khmer)]
    text = " ".join(t for t in tokens if not (_HAS_LATIN.match(t) and not latin))
    return _Name(text, words, weights, name.numbers, khmer, latin, dict(kept), name.misspelt, _is_short(words))


def _by_words(one: _Name, other: _Name) -> float:
    """Return the weight of words that match, each as far as it does, over all weight."""
    total = sum(one.weights) + sum(other.weights)
    if not total:
        return 0.0
    left = dict(one.by_word)
    right = dict(other.by_word)
    matched = 0.0
    for word in [word for word in left if word in right]:
        matched += left.pop(word) + right.pop(word)
    if left and right:
        alike = _syllable_similarity if one.short and other.short else _word_similarity
        found = [(s, a, b) for a in left for b in right if (s := alike(*((a, b) if a < b else (b, a))))]
        for score, a, b in sorted(found, key=lambda match: (-match[0], match[1], match[2])):
            if a in left and b in right:
                matched += score * (left.pop(a) + right.pop(b))
    return min(matched / total, 1.0)


def _run_together(one: _Name, other: _Name) -> float:
    """Compare names that differ in where words begin ("Sun Rise", "Sunrise"): letter by letter, if nearly the same."""
    first, second = (_run(name) for name in (one, other))
    if min(len(first), len(second)) < 5:
        return 0.0
    alike = min(float(Indel.normalized_similarity(sound(first), sound(second))), _SAME_SOUND)
    if alike < _RUN_AT_LEAST:
        return 0.0
    left, right = (Counter(w for w in name.words if _is_generic(w)) for name in (one, other))
    shared, common = sum((left & right).values()), sum(left.values()) + sum(right.values())
    return (2.0 * alike + _GENERIC_WEIGHT * 2.0 * shared) / (2.0 + _GENERIC_WEIGHT * common)


def _run(name: _Name) -> str:
    """Return the words of a name that are its own, in their order, as one."""
    own = [part for token in name.text.split() if not _is_designation(token) for part in words_of(token)]
    return "".join(word for word in own if not _is_generic(word))
