"""Measures how long the window stands still: what a person at the mouse feels."""

from __future__ import annotations

import gc
import time

from factory_locations.tests.patience import patience

# What people are promised; a machine that does several other things at once is given this many times as long.
ANSWER_MS = 300
STILL_MS = 200


class Watch:
    """Ticks every 10 ms, and keeps the longest time that it could not."""

    def __init__(self):
        from qgis.PyQt.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._tick)
        gc.collect()
        gc.freeze()  # what earlier tests left must not be gone through while this one is timed
        self.reset()
        self._timer.start()

    def reset(self):
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self):
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now

    def stop(self):
        self._timer.stop()


def report(what, **numbers):
    """Say what was measured: `pytest -s` shows it."""
    told = ", ".join(f"{name} {value:.0f} ms" for name, value in numbers.items())
    print(f"{what}: {told} (limits times {patience():.1f})")
