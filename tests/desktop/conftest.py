"""Real QGIS windows in a virtual display of their own: `play` starts one with a scenario; see `stage.py`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from factory_locations.tests.patience import patience

PROGRAMS = ("qgis", "xvfb-run", "timeout")
SIGNS_OF_A_CRASH = ("Traceback", "Segmentation", "double free", "corrupt", "QGIS died")
# The user's own: a window needs a display, and --profiles-path has no effect beside the first two.
NOT_PASSED_ON = ("QGIS_CUSTOM_CONFIG_PATH", "XDG_CONFIG_HOME", "QT_QPA_PLATFORM")
# A window that takes longer than so many times its seconds has hung, however busy the machine is.
MOST_PATIENCE = 2.5
# How `stage.py` ends a window that stands still, and `timeout` one that says nothing more.
STOOD_STILL = (3, 124, 137)
# Plugins of QGIS that only cost time here.
SETTINGS = "[PythonPlugins]\nfactory_locations=true\nprocessing=true\nMetaSearch=false\ndb_manager=false\n"


class Played(dict[str, Any]):
    """What a scenario noted, by name, and how QGIS ended.

    Attributes
    ----------
    status : int
        Exit status of QGIS.
    said : str
        What it wrote to its standard output and error output.
    pictures : Path
        Folder of the pictures.
    """

    def __init__(self, result: dict[str, Any], status: int, said: str, pictures: Path) -> None:
        super().__init__(result)
        self.status, self.said, self.pictures = status, said, pictures

    def trouble(self) -> list[str]:
        """Return what tells of a crash or of an error in Python: nothing, where all went well."""
        found = [word for word in SIGNS_OF_A_CRASH if word in self.said]
        return [
            *found,
            *([f"exit status {self.status}"] if self.status else []),
            *([self.said[-2000:]] if found else []),
        ]

    def empty_pictures(self, size: int = 3000) -> list[str]:
        """Return the pictures that show hardly anything: files of less than so many bytes."""
        return sorted(one.name for one in self.pictures.glob("*.png") if one.stat().st_size < size)


class Unplayed(Exception):
    """A scenario that did not come to its end; `stood_still` where the window, or what it waited for, hung."""

    def __init__(self, said: str, status: int) -> None:
        super().__init__(said)
        self.stood_still = status in STOOD_STILL or "did not happen in time" in said


@pytest.fixture(scope="session")
def play(qgis_environment, root, tmp_path_factory) -> Callable[..., Played]:
    """Run a scenario in a real window: ``play("register.py", screen=(1366, 768), language="km")``.

    A window that stands still is started once more, with a warning that says where it stood: with some hundred windows
    in a run, what happens to one in a thousand is to be read about, not to be waited for.

    Its pictures lie in ``build/screenshots``, in a folder named after the scenario, and after the language if that is
    not English.
    """

    def play(
        script: str,
        *,
        screen: tuple[int, int] = (1366, 768),
        language: str = "en",
        plugin: bool = True,
        seconds: float = 120,
        environment: Mapping[str, str] | None = None,
    ) -> Played:
        for program in PROGRAMS:
            if shutil.which(program) is None:
                pytest.skip(f"{program} is not installed")
        name = Path(script).stem + ("" if language == "en" else f"-{language}")
        for first in (True, False):
            try:
                return once(name, script, screen, language, plugin, seconds, environment or {})
            except Unplayed as why:
                if not (first and why.stood_still):
                    pytest.fail(str(why))
                warnings.warn(f"{name}: the window stood still, and is tried once more\n{why}", stacklevel=2)
        raise AssertionError

    def once(
        name: str,
        script: str,
        screen: tuple[int, int],
        language: str,
        plugin: bool,
        seconds: float,
        environment: Mapping[str, str],
    ) -> Played:
        out, profiles, home = (tmp_path_factory.mktemp(f"{name}-{kind}") for kind in ("out", "profiles", "home"))
        (home / "Documents").mkdir()  # findings of unsaved projects, and certificates, go there
        settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        variables = {key: value for key, value in qgis_environment.items() if key not in NOT_PASSED_ON}
        variables |= {"FACTORY_DESKTOP_OUT": str(out), "HOME": str(home), **environment}
        width, height = screen
        command = [
            *("timeout", "--kill-after=10", str(seconds * min(patience(), MOST_PATIENCE))),
            *("xvfb-run", "-a", "-s", f"-screen 0 {width}x{height}x24"),
            *("qgis", "--nologo", "--noversioncheck", "--lang", language, "--profiles-path", str(profiles)),
            *(() if plugin else ("--noplugins",)),
            *("--code", str(Path(__file__).with_name(script))),
        ]
        # Into files: what a window has started, and is still there, would keep a pipe open for ever.
        told, complained = out / "stdout.txt", out / "stderr.txt"
        with told.open("wb") as output, complained.open("wb") as errors:
            status = subprocess.run(
                command, env=variables, cwd=out, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, check=False
            ).returncode
        stdout, stderr = (file.read_text(encoding="utf-8", errors="replace") for file in (told, complained))
        pictures = _kept(out, root / "build" / "screenshots" / name)
        said = f"exit status {status}\n{stdout[-3000:]}\n{stderr[-3000:]}"
        report = out / "result.json"
        if not report.exists():
            raise Unplayed(f"QGIS did not come to the scenario\n{said}", status)
        result = json.loads(report.read_text(encoding="utf-8"))
        if result["error"] or not result["done"]:
            raise Unplayed(f"QGIS came to step {result['step']!r}\n{result['error']}\n{said}", status)
        return Played(result, status, stdout + stderr, pictures)

    return play


def _kept(out: Path, folder: Path) -> Path:
    """Copy what the scenario wrote to where people look at it; nothing of an earlier run stays."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for one in [*out.glob("*.png"), *out.glob("*.pdf"), *out.glob("result.json")]:
        if os.path.getsize(one):
            shutil.copy(one, folder)
    return folder
