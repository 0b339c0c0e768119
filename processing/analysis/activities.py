"""Activity codes (ISIC Rev. 4) and the table that says which zone permits which activity."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

# What a zone says of an activity. The order is the code used in arrays.
(
    PERMITTED,
    CONDITIONAL,
    PROHIBITED,
    NOT_IN_TABLE,
    UNKNOWN_ZONE,
    NO_ZONE_CODE,
    NO_ACTIVITY,
    UNKNOWN_ACTIVITY,
    TOO_COARSE,
) = range(9)
OUTCOMES = (
    "permitted",
    "conditional",
    "prohibited",
    "not_in_table",
    "unknown_zone_code",
    "no_zone_code",
    "no_activity",
    "unknown_activity",
    "activity_too_coarse",
)
_LENGTH_OF_CLASS = 4
_LONGEST_CODE = 5  # a national digit after the class
_CODE = re.compile("(?:[IC]SIC[ :]*)?(?P<letter>[A-U]?) *(?P<code>[0-9][0-9. ]*)")


@dataclass(frozen=True)
class ZonePermits:
    """What one zone code permits, by activity prefix; the longest prefix that fits decides.

    Attributes
    ----------
    by_prefix : mapping of str to int
        ISIC digits (or a section letter) to `PERMITTED`, `CONDITIONAL` or `PROHIBITED`.
    otherwise : int
        For activities that no prefix fits.
    """

    by_prefix: Mapping[str, int]
    otherwise: int = NOT_IN_TABLE

    def outcome(self, activity: str, section: str) -> int:
        """Return what the zone says of a known activity code in its section, by the longest prefix that fits it."""
        for length in range(len(activity), 0, -1):
            if activity[:length] in self.by_prefix:
                return self.by_prefix[activity[:length]]
        return self.by_prefix.get(section, self.otherwise)


def normalise(code: object, sections: Mapping[str, str] | None = None) -> str:
    """Return an activity code as bare digits or a section letter; empty for none.

    ``C10``, ``10.71`` and ``1071`` keep their digits; a fifth, national digit (CSIC) is dropped; ``C`` stays.
    Khmer digits become Western ones. What is no single code stays as it is, and so is in no table.

    Parameters
    ----------
    code : object
    sections : mapping of every ISIC code to the letter of its section, or None
        To tell a letter that contradicts its digits: ``A1071`` is no code.

    Examples
    --------
    >>> normalise("C10.71")
    '1071'
    >>> normalise(1071.0)
    '1071'
    >>> normalise("c")
    'C'
    >>> normalise("10 20")
    '10 20'
    """
    if code is None or code is pd.NA or (isinstance(code, float) and np.isnan(code)):
        return ""
    text = str(int(code)) if isinstance(code, float) and code.is_integer() else str(code).strip().upper()
    text = "".join(str(unicodedata.decimal(c, c)) for c in text)  # Khmer digits are digits
    found = _CODE.fullmatch(text.strip(".-/ "))
    if found is None or (not found["letter"] and " " in found["code"]):  # several codes in one
        return text
    digits = "".join(c for c in found["code"].removesuffix(".0") if c.isdigit())
    if len(digits) > _LONGEST_CODE:  # a tariff or licence number, not an activity
        return text
    digits = digits[:_LENGTH_OF_CLASS]
    if sections is not None and found["letter"] and sections.get(digits) != found["letter"]:
        return text
    return digits


def may_have_lost_a_zero(code: object, isic: Mapping[str, str]) -> bool:
    """Return whether a number of three digits may have been a code of four: 145, for the class 0145."""
    if not isinstance(code, (int, float, np.integer, np.floating)) or isinstance(code, bool):
        return False
    number = float(code)
    return 100 <= number <= 999 and number.is_integer() and f"0{number:.0f}" in isic


def lost_zeros(codes: Iterable[str], isic: Container[str]) -> dict[str, bool]:
    """Return which codes of a column may have lost the zero before them, as spreadsheets make 141 of 0141.

    Parameters
    ----------
    codes : iterable of str
        The column, values that are no digits besides.
    isic : container of every ISIC code of 2 to 4 digits

    Returns
    -------
    dict of str to bool
        True where the code is none but with the zero, so that it must have lost it; False where it is a code either
        way, and the column does not tell that codes so short are meant: a group of three digits is the rarer thing in
        a column, so there it takes more groups that can be nothing else than classes of four.

    Examples
    --------
    >>> isic = {"10", "107", "141", "1410", "0141", "0112"}
    >>> lost_zeros(["1410", "141", "112"], isic)
    {'141': False, '112': True}
    >>> lost_zeros(["107", "141"], isic)
    {}
    """
    counts = Counter(code for code in codes if code.isdigit() and 2 <= len(code) <= _LONGEST_CODE)
    all_of, plain_of = Counter[int](), Counter[int]()  # by length
    doubtful = {}
    for code, count in counts.items():
        all_of[len(code)] += count
        padded = f"0{code}"[:_LENGTH_OF_CLASS] in isic
        if padded and len(code) < _LONGEST_CODE and code[0] != "0":
            doubtful[code] = code[:_LENGTH_OF_CLASS] not in isic
        else:
            plain_of[len(code)] += count

    def rare(length: int) -> bool:
        longer, plain = all_of[length + 1], plain_of[length]
        return longer > plain or (longer == plain and length + 1 == _LENGTH_OF_CLASS)

    return {
        code: lost for code, lost in doubtful.items() if rare(len(code)) or (lost and len(code) + 1 == _LENGTH_OF_CLASS)
    }


def known(code: str, table: Mapping[str, str]) -> bool:
    """Return whether a normalised code exists in the ISIC table (code to section)."""
    return code in table


def permits_matrix(
    activities: Sequence[str],
    zone_codes: Sequence[str | None],
    permits: Mapping[str, ZonePermits],
    isic: Mapping[str, str],
) -> np.ndarray:
    """Return what each zone code says of each activity.

    Parameters
    ----------
    activities : sequence of a normalised codes
    zone_codes : sequence of z zone codes, None or empty where a zone has none
    permits : mapping of zone code to its table
    isic : mapping of every ISIC code to the letter of its section

    Returns
    -------
    (a, z) int8 array of outcomes, see `OUTCOMES`.
    """
    matrix = np.empty((len(activities), len(zone_codes)), dtype="int8")
    for row, activity in enumerate(activities):
        classes = classes_of(activity, isic)
        for column, code in enumerate(zone_codes):
            matrix[row, column] = _outcome(activity, classes, code, permits, isic)
    return matrix


def classes_of(activity: str, isic: Mapping[str, str]) -> list[str]:
    """Return the four-digit classes that an activity may be: itself, or all those of its group, division or section.

    Parameters
    ----------
    activity : str
        A normalised code.
    isic : mapping of every ISIC code to the letter of its section
    """
    within = [
        code for code in isic if len(code) == _LENGTH_OF_CLASS and (code.startswith(activity) or isic[code] == activity)
    ]
    return within or [activity]


def _outcome(
    activity: str, classes: Sequence[str], zone: str | None, permits: Mapping[str, ZonePermits], isic: Mapping[str, str]
) -> int:
    if not activity:
        return NO_ACTIVITY
    if activity not in isic:
        return UNKNOWN_ACTIVITY
    if not zone:
        return NO_ZONE_CODE
    if zone not in permits:
        return UNKNOWN_ZONE
    answers = {permits[zone].outcome(code, isic[activity]) for code in classes}
    if len(answers) == 1:
        return answers.pop()
    return CONDITIONAL if answers == {PERMITTED, CONDITIONAL} else TOO_COARSE


def factorise(values: Iterable[object]) -> tuple[np.ndarray, list[object]]:
    """Return integer codes and the distinct values they stand for; missing values are one value, None."""
    codes, distinct = pd.factorize(pd.Series(list(values), dtype=object), use_na_sentinel=True)
    listed = list(distinct)
    if (codes < 0).any():
        codes = np.where(codes < 0, len(listed), codes)
        listed.append(None)
    return codes.astype("int64"), listed
