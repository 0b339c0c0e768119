"""HDBSCAN."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .labels import Labels

Tick = Callable[[float], None]


def hdbscan(xy: np.ndarray, least_size: int, least: int | None = None, tick: Tick = lambda _: None) -> Labels:
    """Find clusters of different density with scikit-learn's HDBSCAN."""
    raise NotImplementedError
