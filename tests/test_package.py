"""The gate of the public plugin repository, on the zip that `make package` makes from the committed state."""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "factory_locations"
REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
    "homepage",
)
LEFT_OUT = (
    "tests",
    "benchmarks",
    ".ci",
    ".git",
    ".gitignore",
    ".gitattributes",
    "Makefile",
    "build",
    ".venv",
)
BINARIES = re.compile(r"\.(pyc|pyo|so|dll|dylib|pyd|exe|bin|jar|whl|a|o)$|/__pycache__/|/\.")


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    inside = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=False)
    if inside.returncode != 0:
        pytest.skip("the package is made from git's committed state, and this is no git checkout")
    folder = tmp_path_factory.mktemp("package")
    subprocess.run([ROOT / ".ci" / "package", folder], check=True, capture_output=True, text=True)
    (made,) = folder.glob("*.zip")
    return made


@pytest.fixture(scope="module")
def names(archive) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return [name for name in opened.namelist() if not name.endswith("/")]


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / PACKAGE


def test_one_top_folder_with_the_plugins_name(names):
    assert {name.split("/")[0] for name in names} == {PACKAGE}


def test_what_a_user_needs_is_in_it(names):
    needed = ("LICENSE", "metadata.txt", "__init__.py", "processing/provider.py", "qgis_plugin/plugin.py")
    assert {f"{PACKAGE}/{name}" for name in needed} <= set(names)
    assert f"{PACKAGE}/data/demo/demo.gpkg" in names


def test_development_stays_behind(names):
    inner = {name.split("/")[1] for name in names}
    assert inner & set(LEFT_OUT) == set()


def test_no_binaries_and_nothing_hidden(names):
    assert [name for name in names if BINARIES.search(name)] == []


def test_small_enough(archive):
    assert archive.stat().st_size < 25_000_000


def test_licence_is_the_gpl(unpacked):
    text = (unpacked / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text
    assert len(text.splitlines()) > 300


@pytest.fixture(scope="module")
def general(unpacked):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(unpacked / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_metadata_has_every_required_key(general):
    assert [key for key in REQUIRED if not general.get(key, "").strip()] == []


def test_metadata_says_what_the_plugin_is(general, unpacked):
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in general
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert (unpacked / general["icon"]).is_file()
    assert all(general[key].startswith("https://") for key in ("homepage", "repository", "tracker"))


def tool(module: str, *arguments: object) -> subprocess.CompletedProcess:
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed here (make setup installs it into .venv)")
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_bandit_finds_nothing(unpacked):
    done = tool("bandit", "-r", "-q", "-f", "json", unpacked)
    report = json.loads(done.stdout)
    found = [
        (Path(entry["filename"]).name, entry["line_number"], entry["test_id"], entry["issue_text"])
        for entry in report["results"]
    ]
    assert found == []
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 100


@pytest.mark.slow
def test_detect_secrets_finds_nothing(unpacked):
    done = tool("detect_secrets", "-C", unpacked, "scan", "--all-files", ".")
    assert done.returncode == 0, done.stderr
    found = [
        f"{path}:{entry['line_number']} {entry['type']}"
        for path, entries in json.loads(done.stdout)["results"].items()
        for entry in entries
    ]
    assert found == []


def test_detect_secrets_would_find_one(tmp_path):
    """A scan of nothing finds nothing: show that this call does look into the files."""
    (tmp_path / "settings.py").write_text("aws_key = 'AKIA" + "QWERTYUIOPASDFGH'\n", encoding="utf-8")
    done = tool("detect_secrets", "-C", tmp_path, "scan", "--all-files", ".")
    assert json.loads(done.stdout)["results"]
