"""What goes on inside the real QGIS window of a test: a scenario, step by step, and a watch over the event loop.

A scenario is a script that `qgis --code` runs; the fixture `play` of `conftest.py` starts it. It is a generator: what
it yields is a question that must become true before it goes on, so that the window lives on meanwhile::

    def scenario(stage: Stage) -> Iterator[Callable[[], object]]:
        stage.step("demo loaded")
        stage.plugin.load_demo_project()
        yield stage.settled()
        stage.result["dirty"] = QgsProject.instance().isDirty()
        stage.picture("1-demo")

    perform(scenario)

The folder FACTORY_DESKTOP_OUT gets the pictures, and `result.json` anew after each step: after a crash it says how far
QGIS came. Hands, for mouse and keys, are in `hands.py`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

from factory_locations.tests.patience import patience
from qgis.core import Qgis, QgsApplication, QgsProject, QgsTask
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel, QTextEdit, QToolBar, QWidget
from qgis.utils import iface, plugins

NAME = "factory_locations"
OUT = Path(os.environ["FACTORY_DESKTOP_OUT"])
STEP_SECONDS = 60
STUCK_SECONDS = 60
TICK_MS = 20
DOCK_WIDTH = 400
Question = Callable[[], object]
Scenario = Callable[["Stage"], Generator[Question, None, None]]


class Watch:
    """Measures how long the event loop was not heard of: as long as a person waits for the window."""

    def __init__(self) -> None:
        self.step, self.by_step = "start", {}
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        silence, self._last = now - self._last, now
        self._longest = max(self._longest, silence)
        self.by_step[self.step] = max(self.by_step.get(self.step, 0), round(silence * 1000))

    def forgive(self, seconds: float) -> None:
        """Take away time that the test itself spent."""
        self._last += seconds

    def read(self) -> int:
        """Return the longest silence since the last call in milliseconds."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return round(longest * 1000)


class Stage:
    """Runs a scenario in this window, waits for it, takes pictures, and quits QGIS at its end."""

    def __init__(self, scenario: Scenario) -> None:
        self.result: dict[str, Any] = {"qgis": Qgis.QGIS_VERSION, "done": False, "error": "", "step": "start"}
        self.watch = Watch()
        self._steps = scenario(self)
        self._waiting: Question = self._window_stands()
        self._began = time.perf_counter()
        self._busy = self._ended = False
        sys.excepthook = self._raised  # QGIS would show it and go on
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self._guard = QTimer()  # of its own: a timer whose slot waits inside does not fire again
        self._guard.timeout.connect(self._look_after)
        self._guard.start(500)

    # What a scenario asks for.

    def step(self, name: str) -> None:
        """Say what is done now; it is in the report of a failure."""
        self.result["step"] = self.watch.step = name
        self._write()

    def settled(self) -> Question:
        """Wait until the map is drawn and nothing runs in the background."""
        return lambda: not iface.mapCanvas().isDrawing() and QgsApplication.taskManager().countActiveTasks() == 0

    def pause(self, seconds: float) -> Question:
        """Wait for what has no signal, like a flash fading."""
        end = time.perf_counter() + seconds
        return lambda: time.perf_counter() >= end

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what the screen shows, with menus and dialogs; or one widget, whatever lies above it."""
        began = time.perf_counter()
        shot = QApplication.primaryScreen().grabWindow(0) if widget is None else widget.grab()
        shot.save(str(OUT / f"{name}.png"))
        self.watch.forgive(time.perf_counter() - began)

    def silence_ms(self) -> int:
        """Return for how long the event loop was silent at most since the last call, in milliseconds."""
        return self.watch.read()

    # What of QGIS a scenario works with: looked up each time, because the plugin may have been loaded anew.

    @property
    def window(self) -> QWidget:
        return iface.mainWindow()

    @property
    def plugin(self) -> Any:
        return plugins[NAME]

    @property
    def desktop(self) -> Any:
        return self.plugin.desktop

    @property
    def dock(self) -> Any:
        return self.desktop.dock

    def part(self, kind: str) -> Any:
        """Return a part of the desktop by the name of its class."""
        return next(one for one in self.desktop._parts if type(one).__name__ == kind)

    def open_panel(self) -> Iterator[Question]:
        """Press the button of the toolbar, as a person does; ``yield from`` it."""
        if not self.dock.isVisible():
            self.window.findChild(QToolBar, "FactoryLocationsToolbar").actions()[0].trigger()
        yield self.dock.isVisible
        yield from self.resize_dock()

    def resize_dock(self, width: int = DOCK_WIDTH) -> Iterator[Question]:
        """Make the panel as wide as this."""
        self.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        yield self.pause(0.3)

    def new_project(self) -> None:
        """Close the project without a question."""
        QgsProject.instance().setDirty(False)
        iface.newProject(False)

    def dark(self, on: bool = True) -> None:
        """Give QGIS its dark theme, or take it away."""
        QgsApplication.setUITheme("Night Mapping" if on else "default")

    # What it does by itself.

    def _window_stands(self) -> Question:
        """Fill the screen and hide what is not ours; wait until that is done."""
        self.window.showNormal()
        self.window.setGeometry(QApplication.primaryScreen().geometry())
        for name in ("Browser", "Browser2"):
            browser = self.window.findChild(QDockWidget, name)
            if browser is not None:
                browser.hide()
        wait = self.pause(0.5)
        return lambda: self.window.isVisible() and wait()

    def _tick(self) -> None:
        if self._busy or self._ended:
            return
        self._busy = True
        try:
            self._go_on()
        finally:
            self._busy = False

    def _go_on(self) -> None:
        if self.result["done"] or self.result["error"]:
            self._end()
            return
        try:
            if not self._waiting():
                if time.perf_counter() - self._began > STEP_SECONDS * patience():
                    raise TimeoutError(f"step {self.result['step']!r} did not happen in time\n{self._standing()}")
                return
            self._began = time.perf_counter()
            self._waiting = next(self._steps)
        except StopIteration:
            self.result["done"] = True
        except BaseException:
            self.result["error"] = traceback.format_exc()
            self.picture("error")
        self._write()

    def _look_after(self) -> None:
        """End a step that waits inside, for a window that nobody answers, and a QGIS that does not end."""
        raised = self._busy and self.result["error"]
        waits = (self._busy or self._ended) and time.perf_counter() - self._began > STUCK_SECONDS * patience()
        if raised or waits:
            self.result["error"] += f"\nstep {self.result['step']!r} waits for a window\n{self._standing()}"
            self.picture("error")
            self._write()
            os._exit(3)

    def _raised(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        """Remember what a slot raises: the scenario ends with it."""
        self.result["error"] += "".join(traceback.format_exception(kind, error, trace))
        self._write()

    def _end(self) -> None:
        self._ended = True
        self._began = time.perf_counter()
        self.result["silences_ms"] = self.watch.by_step
        self._write()
        self.new_project()  # or QGIS asks what shall become of layers that lie in a temporary folder
        QgsProject.instance().setDirty(False)
        iface.actionExit().trigger()

    def _standing(self) -> str:
        """Return where everything stands: the scenario's line, what a window asks, the tasks, and Python's threads."""
        frame = self._steps.gi_frame
        line = "" if frame is None else f"it waits in line {frame.f_lineno}"
        return "\n".join(filter(None, [line, asked(), *tasks(), *threads()]))

    def _write(self) -> None:
        (OUT / "result.json").write_text(json.dumps(self.result, indent=1), encoding="utf-8")


def asked() -> str:
    """Return what a modal window says, when one is open."""
    window = QApplication.activeModalWidget()
    if window is None:
        return ""
    texts = [one.text() for one in window.findChildren(QLabel)]
    texts += [one.toPlainText() for one in window.findChildren(QTextEdit)]
    return "\n".join([f"a window asks: {window.windowTitle()}", *filter(None, texts)])


def tasks() -> list[str]:
    """Return a line for each task that has not ended: its state, and what QGIS calls it."""
    names = {QgsTask.Queued: "queued", QgsTask.OnHold: "on hold", QgsTask.Running: "running"}
    manager = QgsApplication.taskManager()
    return [
        f"a task is {names[task.status()]}: {task.description()}" for task in manager.tasks() if task.status() in names
    ]


def threads() -> list[str]:
    """Return where each thread that runs Python stands, this one left out."""
    own = threading.get_ident()
    return [
        f"thread {number}\n{''.join(traceback.format_stack(frame))}"
        for number, frame in sys._current_frames().items()
        if number != own
    ]


def groups() -> list[str]:
    """Return the names of the layer tree's groups, top first."""
    return [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]


def extent() -> list[float]:
    """Return the map's extent as plain numbers."""
    box = iface.mapCanvas().extent()
    return [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]


_performing: list[Stage] = []  # something has to hold it


def perform(scenario: Scenario) -> None:
    """Run a scenario once the window stands."""
    QTimer.singleShot(0, lambda: _performing.append(Stage(scenario)))
