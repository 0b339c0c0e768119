"""Names of factories, their operators and their trades, made up of the words that such names are made of."""

from __future__ import annotations

import numpy as np

FIRST = [
    ("Golden", "ហ្គោលដិន"), ("Mekong", "មេគង្គ"), ("Angkor", "អង្គរ"), ("Bayon", "បាយ័ន"), ("Lucky", "ឡាក់គី"),
    ("Heng Heng", "ហេង ហេង"), ("Sun", "ស៊ុន"), ("Grand", "ហ្គ្រេន"), ("Tai Yang", "តៃយ៉ាង"), ("Khmer", "ខ្មែរ"),
    ("Yi Da", "យីដា"), ("Chhun Ly", "ឈុន លី"), ("Sovann", "សុវណ្ណ"), ("Ratanak", "រតនៈ"), ("Vattanac", "វឌ្ឍនៈ"),
    ("New Star", "ញូស្តារ"), ("Ocean", "អូសិន"), ("Pacific", "ប៉ាស៊ីហ្វិក"), ("Kim Heng", "គីម ហេង"), ("Mong Reththy", "ម៉ុង រិទ្ធី"),
    ("Leng Sreng", "ឡេង ស្រេង"), ("Top Summit", "ថប់ សាំមីត"), ("Hong Yu", "ហុង យូ"), ("Great Union", "គ្រេត យូនៀន"),
    ("Champei", "ចំប៉ី"), ("Romdoul", "រំដួល"), ("Apsara", "អប្សរា"), ("Preah Vihear", "ព្រះវិហារ"), ("Sok San", "សុខ សាន"),
    ("Dara", "តារា"), ("Bopha", "បុប្ផា"), ("Phnom Meas", "ភ្នំមាស"), ("Orient", "អូរៀន"), ("Unity", "យូនីធី"),
]  # fmt: skip
SECOND = [
    ("", ""), ("International", "អន្តរជាតិ"), ("Cambodia", "ខេមបូឌា"), ("Development", "អភិវឌ្ឍន៍"), ("Group", "គ្រុប"),
    ("Tong", "តុង"), ("Rong", "រ៉ុង"), ("Phat", "ផាត"), ("Asia", "អាស៊ី"), ("Lay", "ឡាយ"), ("Chea", "ជា"), ("Sea", "ស៊ា"),
    ("Vuth", "វុធ"), ("Hour", "ហួរ"), ("Meng", "ម៉េង"), ("Thai", "ថៃ"), ("Win", "វីន"), ("Best", "បេស"), ("Hua", "ហួ"),
]  # fmt: skip
# What it makes: Latin, Khmer, ISIC Rev. 4 class, share, smallest and largest staff.
TRADES = [
    ("Garment", "កាត់ដេរ", "1410", 26, 150, 2400), ("Footwear", "ស្បែកជើង", "1520", 7, 150, 2400),
    ("Bags", "កាបូប", "1512", 6, 80, 1500), ("Rice Mill", "ម៉ាស៊ីនកិនស្រូវ", "1061", 14, 3, 120),
    ("Brick", "ឡឥដ្ឋ", "2392", 8, 8, 90), ("Drinking Water", "ទឹកបរិសុទ្ធ", "1104", 8, 3, 40),
    ("Ice", "ទឹកកក", "3530", 4, 4, 30), ("Plastic", "ប្លាស្ទិក", "2220", 5, 10, 400),
    ("Furniture", "គ្រឿងសង្ហារឹម", "3100", 4, 5, 250), ("Electronics", "អេឡិចត្រូនិក", "2610", 3, 60, 1500),
    ("Feed", "ចំណីសត្វ", "1080", 3, 20, 300), ("Bakery", "នំប៉័ង", "1071", 3, 4, 60),
    ("Packaging", "វេចខ្ចប់", "1702", 4, 20, 400), ("Steel", "ដែក", "2511", 3, 10, 300),
    ("Tyre", "សំបកកង់", "2211", 2, 200, 2000),
]  # fmt: skip
FORMS = ["Co., Ltd.", "Co., Ltd", "Co.,Ltd.", "Ltd.", "(Cambodia) Co., Ltd.", "Factory", "Enterprise", ""]


def name(rng: np.random.Generator, trade: int) -> tuple[str, str]:
    """Return a Latin and a Khmer name of a factory of a trade."""
    first, second = FIRST[rng.integers(len(FIRST))], SECOND[rng.integers(len(SECOND))]
    latin = " ".join(filter(None, [first[0], second[0], TRADES[trade][0], FORMS[rng.integers(len(FORMS))]]))
    khmer = "".join(filter(None, ["រោងចក្រ", TRADES[trade][1], " ", first[1], second[1]]))
    return latin, khmer


def respelt(rng: np.random.Generator, latin: str) -> str:
    """Return a name as another clerk would write it."""
    changes = [
        lambda t: t.upper(),
        lambda t: t.replace("Co., Ltd.", "Co Ltd").replace("Co.,Ltd.", "Company Limited"),
        lambda t: t.replace("eng", "eang").replace("ouk", "uk"),
        lambda t: t.replace(" ", "  ", 1),
        lambda t: t[:3] + t[4:] if len(t) > 8 else t + ".",
    ]
    return changes[rng.integers(len(changes))](latin)
