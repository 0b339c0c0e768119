"""What the engines of the part `near` have in common: the questions, and the time of each."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

# Name, layer, how many of each factory.
QUESTIONS = (("receptors_1", "receptors", 1), ("receptors_3", "receptors", 3), ("rivers_1", "rivers", 1))
TITLES = {
    "receptors_1": "The nearest receptor (point) of each factory",
    "receptors_3": "The three nearest receptors (points) of each factory",
    "rivers_1": "The nearest river (line) of each factory",
}
# How far a tool looks that has to be told (metres).
FAR_M = 5_000.0


@dataclass(frozen=True)
class Loaded:
    """Layers in memory, and the seconds and processor seconds that each question took so far."""

    layers: dict[str, Any]
    took: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def times(self) -> dict[str, np.ndarray]:
        return {f"seconds {name}": np.array(runs) for name, runs in self.took.items()}


def timed(loaded: Loaded, name: str, ask: Callable[[], Any]) -> Any:
    """Return an answer and note how long it took."""
    began, used = time.perf_counter(), time.process_time()
    out = ask()
    loaded.took.setdefault(name, []).append((time.perf_counter() - began, time.process_time() - used))
    return out


def different(one: np.ndarray, other: np.ndarray) -> int:
    """Return how many factories have another distance, to a millimetre, in two answers of (n, k) metres.

    Beyond `FAR_M` the answer of a tool that looks no farther is infinite, and not compared.
    """
    apart = (np.abs(one - other) > 1e-3) & np.isfinite(other)
    return int(apart.any(axis=1).sum())
