"""Python in QGIS's worker threads."""

from __future__ import annotations

import ctypes
import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_kept = threading.local()
_collecting = threading.Lock()
_at_work = 0


def keep_python_state() -> None:
    """Keep Python's record of a worker thread for as long as the thread lives.

    QGIS runs algorithms in threads of a pool that it uses again and again, while Python forgets such a thread whenever
    a call from QGIS ends. pyproj 3.7 frees the thread's PROJ context at that moment but goes on using it in the next
    run: the second check in one thread crashed QGIS (pyproj issues 1509 and 1622). One `PyGILState_Ensure` without its
    counterpart makes Python remember; it costs a few kilobytes a thread, and QGIS has a handful of them.
    """
    if threading.get_ident() == threading.main_thread().ident or getattr(_kept, "done", False):
        return
    ctypes.pythonapi.PyGILState_Ensure()
    _kept.done = True


@contextmanager
def collector_waits() -> Iterator[None]:
    """Keep Python's collector from running meanwhile: it deletes what it finds in whatever thread it happens to run.

    Of windows and layers that nobody holds any more, deleted in another thread than theirs, QGIS dies.
    """
    global _at_work
    with _collecting:
        _at_work += 1
        gc.disable()
    try:
        yield
    finally:
        with _collecting:
            _at_work -= 1
            if not _at_work:
                gc.enable()
