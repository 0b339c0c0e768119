"""Python in QGIS's worker threads."""

from __future__ import annotations

import ctypes
import threading

_kept = threading.local()


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
