"""The two ways an analysis ends early."""

from __future__ import annotations


class LocationError(Exception):
    """Something a person can put right: the text says what is wrong, where, and what to do."""


class Cancelled(Exception):
    """The person asked to stop; nothing has been written."""
