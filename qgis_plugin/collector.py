"""Python's collector of garbage, in the window's thread alone.

By itself it runs in whatever thread happens to make one object too many, and deletes there what it finds. QGIS hangs or
dies of a layer or a window that is deleted in another thread than its own; and Python runs in many of its threads:
tasks, algorithms, searches, maps that are drawn.
"""

from __future__ import annotations

import gc

from qgis.PyQt.QtCore import QObject, QTimer

from ..processing.threads import collect_what_is_due

_LOOK_MS = 500


class WindowCollector(QObject):
    """Collects from time to time what Python would have by then, in the thread in which it was made.

    Parameters
    ----------
    parent : QObject
        The window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ran_by_itself = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(_LOOK_MS)

    def remove(self) -> None:
        """Let Python collect by itself again, where it did."""
        self._timer.stop()
        if self._ran_by_itself:
            gc.enable()
        self.deleteLater()
