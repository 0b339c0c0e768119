"""What a person can put right about a region-wide run."""

from __future__ import annotations

from ..analysis.errors import LocationError


class Refusal(LocationError):
    """As `LocationError`, but said in English only: the command line runs where there is no QGIS to translate it."""
