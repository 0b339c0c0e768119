"""What is wrong with the locations of a register, and where the factories may really stand.

One module a family: slips of single numbers that can be undone (`repairs`), what many factories say together
(`votes`), coarse numbers (`precision`), wrong and shared places (`places`), the other columns (`records`).
The catalogue of errors C01 to C25 is in `docs/check-coordinates.md`.
"""

from __future__ import annotations

from .engine import Result, check, standing
from .model import (
    CERTAINTIES,
    CODES,
    Areas,
    Context,
    Finding,
    Points,
    Proposal,
    Register,
    Said,
    Settings,
    Skipped,
    Vote,
)
from .units import Units, with_coarser

__all__ = [
    "CERTAINTIES",
    "CODES",
    "Areas",
    "Context",
    "Finding",
    "Points",
    "Proposal",
    "Register",
    "Result",
    "Said",
    "Settings",
    "Skipped",
    "Units",
    "Vote",
    "check",
    "standing",
    "with_coarser",
]
