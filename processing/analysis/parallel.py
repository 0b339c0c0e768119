"""Threads for what GEOS and SciPy do without Python's lock, and for what cannot be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Tick = Callable[[float], None]

# How often somebody who waits is asked whether to stop (seconds).
_POLL_S = 0.2


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


def in_a_thread(work: Callable[[], Result], poll: Callable[[], None]) -> Result:
    """Return what `work` returns, asking now and then whether to stop.

    Parameters
    ----------
    work : callable
        One call of a library that cannot be stopped. When `poll` raises it is left to itself: it goes on to its end, so
        it must change nothing that others see.
    poll : callable
        Raises to cancel.
    """
    done: list[Result] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # raised again below, where it is waited for
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_POLL_S)
        poll()
    if failed:
        raise failed[0]
    return done[0]
