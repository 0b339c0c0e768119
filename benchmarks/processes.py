"""Child processes: who runs in which Python, how long, and with how much memory at most."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import sysconfig
import time
import venv
from dataclasses import dataclass, field
from pathlib import Path

from . import postgis

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "benchmarks"
PACKAGE = "factory_locations"
PEERS = Path(__file__).with_name("peers.txt")


class Failed(RuntimeError):
    """A tool did not do its work: it crashed, or took longer than it was given."""


@dataclass(frozen=True)
class Run:
    """One measured run; memory and processor time are of the whole process."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str = ""


@dataclass(frozen=True)
class Pythons:
    """The interpreters: this project's, and the other tools' (None where they could not be fetched).

    `postgis` says why there is no PostGIS; empty where there is one.
    """

    ours: str
    peers: str | None
    postgis: str = "skipped: not asked for"


def pythons(*, with_peers: bool = True) -> Pythons:
    """Return the interpreters, making the other tools' environment first if need be."""
    if not with_peers:
        return Pythons(sys.executable, None)
    return Pythons(sys.executable, _peers_python(), postgis.absent())


def _peers_python() -> str | None:
    folder = BUILD / "peers"
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    wanted = PEERS.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return str(python)
    shutil.rmtree(folder, ignore_errors=True)
    base = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    if base.is_file():
        subprocess.run([base, "-m", "venv", str(folder)], check=True)
    else:
        venv.create(folder, with_pip=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]
    done = subprocess.run([*pip, "--only-binary", ":all:", "-r", str(PEERS)], capture_output=True, text=True)
    if done.returncode:
        print("skipped: DuckDB and the newest geopandas could not be installed:", done.stderr.strip()[-300:])
        return None
    stamp.write_text(wanted, encoding="utf-8")
    return str(python)


def plugin_folder() -> Path:
    """Return a folder that holds this checkout under the package's name, for Python and for QGIS."""
    folder = BUILD / "plugins"
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / PACKAGE
    if not link.is_symlink():
        link.symlink_to(ROOT, target_is_directory=True)
    return folder


def python_environment() -> dict[str, str]:
    """Return the environment of a Python child, ours or another tool's."""
    runtime = BUILD / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    dropped = ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA", "GDAL_DRIVER_PATH", "PYTHONHOME")
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    environment.update(
        PYTHONPATH=str(plugin_folder()),
        PYTHONSAFEPATH="1",  # the checkout must not be on the path: QGIS has a package `processing` too
        QT_QPA_PLATFORM="offscreen",
        QGIS_CUSTOM_CONFIG_PATH=str(BUILD / "profile-python"),
        XDG_RUNTIME_DIR=str(runtime),
    )
    return environment


def qgis_environment(*, plugin: bool) -> dict[str, str]:
    """Return the environment of `qgis_process`, in a profile of its own, with or without this plugin in it."""
    environment = python_environment()
    del environment["PYTHONSAFEPATH"]
    environment["QGIS_CUSTOM_CONFIG_PATH"] = str(BUILD / ("profile-plugin" if plugin else "profile-bare"))
    environment["PYTHONPATH"] = sysconfig.get_path("purelib")
    environment.pop("QGIS_PLUGINPATH", None)
    if plugin:
        environment["QGIS_PLUGINPATH"] = str(plugin_folder())
    return environment


def qgis_process() -> str | None:
    """Return the real program; Debian 12's ``qgis_process`` is a wrapper that passes an option it does not know."""
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process")


def enable_plugin() -> None:
    """Enable the plugin in its profile; a second time QGIS calls that an error, which it is not."""
    command = [str(qgis_process()), "plugins", "enable", PACKAGE]
    done = subprocess.run(command, env=qgis_environment(plugin=True), capture_output=True, text=True)
    if done.returncode and "already enabled" not in done.stdout + done.stderr:
        raise Failed(f"the plugin cannot be enabled: {done.stderr[-500:]}")


def measure(command: list[str], environment: dict[str, str], limit: float) -> Run:
    """Run a whole process and measure it.

    Raises
    ------
    Failed
        Exit status not 0, or longer than `limit` seconds.
    """
    log = BUILD / "last-run.log"
    with log.open("wb") as output:
        started = time.perf_counter()
        child = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        status, usage = _wait(child, started + limit)
        seconds = time.perf_counter() - started
    said = log.read_text(encoding="utf-8", errors="replace")
    if status is None:
        raise Failed(f"over {limit:.0f} s")
    if status != 0:
        raise Failed(f"exit status {os.waitstatus_to_exitcode(status)}: {said[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def _wait(child: subprocess.Popen, deadline: float) -> tuple[int | None, object]:
    """Wait for the end of a child; wait4 tells what this one child used, getrusage only the sum of all."""
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return status, usage
        if time.perf_counter() > deadline:
            child.kill()
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = -9
            return None, usage
        time.sleep(0.002)


@dataclass
class Worker:
    """An engine in a process of its own that has its layers in memory and waits to be asked."""

    name: str
    python: str
    module: str
    size: str
    folder: Path
    limit: float
    _child: subprocess.Popen = field(init=False)
    load_seconds: float = field(init=False)
    load_mib: float = field(init=False)

    def __post_init__(self) -> None:
        module = f"{PACKAGE}.benchmarks.worker"
        log = (BUILD / f"worker-{self.module}.log").open("wb")
        with log:
            self._child = subprocess.Popen(
                [self.python, "-m", module, self.module, self.size, str(self.folder)],
                env=python_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        told = self._answer()
        self.load_seconds, self.load_mib = told["seconds"], told["peak_mib"]

    def run(self) -> Run:
        """Have the engine answer once."""
        told = self._ask("run")
        return Run(told["seconds"], told["cpu_seconds"], told["peak_mib"])

    def save(self, path: Path) -> None:
        """Have the engine write its last answer to a ``.npz``."""
        self._ask(f"save {path}")

    def close(self) -> None:
        """End the process."""
        if self._child.poll() is None:
            self._child.stdin.close()
            try:
                self._child.wait(10)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
        self._child.stdout.close()

    def _ask(self, request: str) -> dict:
        self._child.stdin.write(request + "\n")
        self._child.stdin.flush()
        return self._answer()

    def _answer(self) -> dict:
        ready, _, _ = select.select([self._child.stdout], [], [], self.limit)
        if not ready:
            self._child.kill()
            self._child.wait()
            raise Failed(f"over {self.limit:.0f} s")
        line = self._child.stdout.readline()
        if not line:
            said = (BUILD / f"worker-{self.module}.log").read_text(errors="replace")
            raise Failed(f"{self.name} ended: {said[-2000:]}")
        return json.loads(line)
