"""Python in QGIS's threads."""

from __future__ import annotations

import ctypes
import gc
import threading

_kept = threading.local()


def in_main_thread() -> bool:
    """Return whether this is the thread of the window, or of the program where there is none."""
    return threading.get_ident() == threading.main_thread().ident


def keep_python_state() -> None:
    """Keep Python's record of a worker thread for as long as the thread lives.

    QGIS runs algorithms in threads of a pool that it uses again and again, while Python forgets such a thread whenever
    a call from QGIS ends. pyproj 3.7 frees the thread's PROJ context at that moment but goes on using it in the next
    run: the second check in one thread crashed QGIS (pyproj issues 1509 and 1622). One `PyGILState_Ensure` without its
    counterpart makes Python remember; it costs a few kilobytes a thread, and QGIS has a handful of them.
    """
    if in_main_thread() or getattr(_kept, "done", False):
        return
    ctypes.pythonapi.PyGILState_Ensure()
    _kept.done = True


def collect_what_is_due() -> None:
    """Collect garbage as Python itself would have by now: the oldest generation at its limit, and the younger ones."""
    reached = [
        generation
        for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold()))
        if 0 < limit < count
    ]
    if reached:
        gc.collect(reached[-1])
