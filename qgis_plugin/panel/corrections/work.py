"""Something done once in another thread."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask

from ....processing.analysis.errors import LocationError
from ....processing.base import said
from ....processing.i18n import tr
from ....processing.threads import keep_python_state
from ...background import LOG
from ...qt import QUIET_TASK
from .results_file import ResultFileError

# The manager of tasks does not keep Python's part of a task alive.
_RUNNING: set[Work] = set()


class Stopped(Exception):
    """Nobody wants it any more."""


class Work(QgsTask):
    """Calls `work` with what reports progress, and then `ended` in the window's thread; `start` begins.

    After it, `result` holds what `work` returned, or `problem` why there is nothing: empty where it was stopped.
    """

    def __init__(
        self, title: str, work: Callable[[Callable[[float], None]], Any], ended: Callable[[Work], None]
    ) -> None:
        super().__init__(title, QUIET_TASK)
        self._work, self._ended = work, ended
        self.result: Any = None
        self.problem = ""

    def start(self) -> Work:
        """Begin, as soon as there is a thread."""
        _RUNNING.add(self)
        QgsApplication.taskManager().addTask(self)
        return self

    def run(self) -> bool:
        """Work, in a thread of its own; nothing may be raised there."""
        keep_python_state()
        try:
            self.result = self._work(self._tick)
        except Stopped:
            return False
        except LocationError as error:
            self.problem = said(error)
            return False
        except ResultFileError as error:
            self.problem = str(error)
            return False
        except ImportError as error:
            self.problem = tr("A package is missing: {reason}").format(reason=error)
            return False
        except Exception as error:  # whatever a data source does: the panel says so, and the log has the rest
            self.problem = tr("It did not work: {reason}. The log “{name}” says more.").format(reason=error, name=LOG)
            QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Warning)
            return False
        return True

    def finished(self, _successful: bool) -> None:
        """Hand over; QGIS calls it in the window's thread."""
        _RUNNING.discard(self)
        self._ended(self)

    def _tick(self, share: float) -> None:
        if self.isCanceled():
            raise Stopped
        self.setProgress(100 * share)
