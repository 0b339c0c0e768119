"""Two threads for what GEOS and SciPy do without Python's lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Tick = Callable[[float], None]


def in_two_threads(work: Callable[[Batch], Result], batches: Sequence[Batch], tick: Tick) -> Iterator[Result]:
    """Yield `work` of each batch, in order.

    Parameters
    ----------
    work : callable
        Most of it without Python's lock, or nothing is gained.
    batches : sequence
    tick : callable
        Share done, between 0 and 1; raises to cancel, and then the batches that wait are dropped.
    """
    if len(batches) == 1:  # a thread takes longer to start than a small question to answer
        yield work(batches[0])
        tick(1.0)
        return
    with ThreadPoolExecutor(2) as pool:
        try:
            for done, result in enumerate(pool.map(work, batches)):
                yield result
                tick((done + 1) / len(batches))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
