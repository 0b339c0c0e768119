"""Work that must be done in the window's thread, in short steps between which the window breathes."""

from __future__ import annotations

from collections.abc import Generator

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal


class Stepper(QObject):
    """Runs a generator to its end, a step at a time; it yields a sentence about what is next.

    An error of the kind that is expected is told; any other is raised where Qt reports it.
    """

    stepped = pyqtSignal(str)
    finished = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self, steps: Generator[str, None, None], expected: type[Exception], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._steps, self._expected = steps, expected
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin, after what is waiting now."""
        self._timer.start(0)

    def stop(self) -> None:
        """Give up; the generator cleans up behind itself."""
        self._timer.stop()
        self._steps.close()

    def _next(self) -> None:
        try:
            said = next(self._steps)
        except StopIteration:
            self.finished.emit()
        except self._expected as error:
            self.failed.emit(str(error))
        else:
            self.stepped.emit(said)
            self._timer.start(0)
