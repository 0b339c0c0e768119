"""The two ways an analysis ends early."""

from __future__ import annotations


class LocationError(Exception):
    """Something a person can put right: the text says what is wrong, where, and what to do.

    Parameters
    ----------
    template : str
        English sentence with ``{name}`` places, so that it can be translated where it is shown.
    **values
        What fills the places.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class Cancelled(Exception):
    """The person asked to stop; nothing has been written."""
