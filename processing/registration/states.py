"""What extracts call the states of a registration, and which of their columns says so where no profile does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..mapping.apply import as_texts
from ..mapping.profile import FieldMap, Profile
from ..register.schema import load_schema

if TYPE_CHECKING:
    from ..mapping.table_input import TableInput

FIELD = "registration_status"
# Beside the codes and titles of the register's schema. A word that may also be an operating state is in `_UNSURE`.
WORDS = {
    "registered": ("active", "valid", "in force", "ចុះបញ្ជី", "ចុះបញ្ជីរួច", "បានចុះបញ្ជីរួច", "មានសុពលភាព", "នៅមានសុពលភាព"),
    "applied": (
        "applied", "pending", "pending approval", "in process", "under review", "submitted",
        "រង់ចាំ", "កំពុងរង់ចាំ", "កំពុងស្នើសុំ", "កំពុងពិនិត្យ", "ដាក់ពាក្យ", "បានដាក់ពាក្យ", "ដាក់ពាក្យស្នើសុំ",
    ),
    "expired": ("lapsed", "ផុតកំណត់", "បានផុតកំណត់", "អស់សុពលភាព", "បានផុតសុពលភាព"),
    "suspended": (
        "on hold", "ព្យួរ", "បានព្យួរ", "ផ្អាក", "បានផ្អាក", "ផ្អាកបណ្តោះអាសន្ន", "ផ្អាកបណ្ដោះអាសន្ន",
    ),
    "revoked": ("cancelled", "canceled", "withdrawn", "ដកហូត", "បានដកហូត", "លុបចោល", "បានលុបចោល"),
    "unregistered": ("not registered", "មិនទាន់ចុះបញ្ជី", "មិនបានចុះបញ្ជី"),
}  # fmt: skip
_UNSURE = frozenset(("active", "valid", "suspended", "on hold", "ផ្អាក", "បានផ្អាក", "ផ្អាកបណ្តោះអាសន្ន", "ផ្អាកបណ្ដោះអាសន្ន"))
_SAMPLE = 2000
# The share of a column's values that must be states for it to be taken for one of states.
_LEAST = 0.9


def known_words() -> dict[str, str]:
    """Return the code of each word for a state, folded."""
    from ..analysis.cells import folded

    words = {folded(word): code for code, of_code in WORDS.items() for word in of_code}
    for item in load_schema().field(FIELD).values:
        words.update({folded(text): item.code for text in (item.code, item.title("en"), item.title("km"))})
    return words


def with_words(profile: Profile) -> Profile:
    """Return a profile that reads the usual words for states too, after its own: not where it says what others mean."""
    fields = tuple(
        replace(one, values={**known_words(), **one.values})
        if one.field == FIELD and one.match == "whole" and not one.otherwise
        else one
        for one in profile.fields
    )
    return replace(profile, fields=fields)


def with_column(profile: Profile, column: str) -> Profile:
    """Return a profile that takes the state from a column."""
    return replace(profile, fields=(*profile.fields, FieldMap(FIELD, column, reject=False)))


def column_of_states(table: TableInput, profile: Profile) -> str:
    """Return the column whose values are states of a registration and that the profile does not use, empty for none."""
    from ..analysis.cells import NULL_TOKENS, folded

    chunk = next(table.chunks(_SAMPLE), None)
    if chunk is None:
        return ""
    words = known_words()
    used = {one.column for one in profile.fields}
    shares = {}
    for name in table.names:
        texts = [folded(text) for text in as_texts(chunk[name].tolist()) if text is not None and name not in used]
        texts = [text for text in texts if text not in NULL_TOKENS]
        share = sum(text in words for text in texts) / max(len(texts), 1)
        if share >= _LEAST and any(text in words and text not in _UNSURE for text in texts):
            shares[name] = share
    return max(shares, key=lambda name: shares[name], default="")
