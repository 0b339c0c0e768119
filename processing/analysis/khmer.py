"""Khmer digits, which stand in ids, dates, codes and counts alike."""

from __future__ import annotations

# For `str.translate`: Khmer digits become those of ASCII.
KHMER_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
