"""One engine in a process of its own: loads its layers once, then answers as often as it is asked.

Usage: python -m factory_locations.benchmarks.worker ENGINE SIZE FOLDER
It reads requests from standard input: ``run``, ``save PATH``.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from pathlib import Path

import numpy as np


def main(engine_name: str, size: str, folder: str) -> None:
    """Answer requests until standard input ends."""
    channel = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print must not mix with the answers
    engine = importlib.import_module(f".engines.{engine_name}", __package__)
    started = time.perf_counter()
    loaded = engine.load(size, Path(folder))
    _tell(channel, seconds=time.perf_counter() - started, peak_mib=_peak_mib())
    result = None
    for request in sys.stdin:
        verb, _, path = request.strip().partition(" ")
        if verb == "run":
            result = None
            began, used = time.perf_counter(), time.process_time()
            result = engine.answer(loaded)
            took, cpu = time.perf_counter() - began, time.process_time() - used
            peak = _peak_mib()
            if getattr(engine, "REMOTE", False):  # a server does the work, and its memory and processors are its own
                cpu = peak = 0.0
            _tell(channel, seconds=took, cpu_seconds=cpu, peak_mib=peak)
        elif verb == "save":
            np.savez(path, **engine.collect(loaded, result))
            _tell(channel, saved=path)
        else:
            raise SystemExit(f"no such request: {request!r}")
    channel.close()
    # QGIS tears down badly when its Python objects outlive the application; there is nothing left to write.
    os._exit(0)


def _peak_mib() -> float:
    """Return the most memory this process held; Linux's getrusage begins with what the process that started it held."""
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(channel, **what) -> None:
    channel.write(json.dumps(what) + "\n")
    channel.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
