"""The Python packages the algorithms need, looked for without importing them."""

from __future__ import annotations

import importlib
import importlib.util
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass

from .i18n import tr

# Lowest version that the engine's calls exist in; None where any version serves.
REQUIRED: dict[str, tuple[int, ...] | None] = {
    "numpy": None,
    "scipy": None,
    "shapely": (2, 0),
    "pyproj": (3, 4),
    "geopandas": (1, 0),
    "fiona": None,
    "yaml": None,
    "jsonschema": None,
}
# What only some algorithms need: they name it in `FactoryAlgorithm.PACKAGES`.
OPTIONAL: dict[str, tuple[int, ...] | None] = {
    "rapidfuzz": (3, 12),
    "unidecode": None,
    "sklearn": (1, 3),
    "esda": (2, 4),
    "libpysal": (4, 8),
}
# Named otherwise where they are installed from.
DISTRIBUTIONS = {"sklearn": "scikit-learn"}
# The one whose name people know, and whose metadata has another.
_NAMED = {"yaml": "PyYAML"}
FLATPAK_COMMAND = (
    "flatpak run --devel --command=pip3 org.qgis.qgis install --user "
    "geopandas fiona scipy jsonschema rapidfuzz unidecode scikit-learn esda"
)


@dataclass(frozen=True)
class Package:
    """One package and how it stands here.

    Attributes
    ----------
    name : str
        As it is called where it is installed from.
    wanted : str
        The name with the lowest version that serves, where not any does.
    version : str
        What is installed; empty where it is absent, or does not say.
    there : bool
        Whether it is installed, in a version that serves.
    optional : bool
        Only some algorithms need it.
    """

    name: str
    wanted: str
    version: str
    there: bool
    optional: bool


def packages() -> list[Package]:
    """Return every package and how it stands here, those that all algorithms need first.

    What was installed since QGIS was started is found too, in a folder that Python knew then.
    """
    importlib.invalidate_caches()
    return [
        Package(DISTRIBUTIONS.get(name, name), _wanted(name, least), _stated(name), _satisfied(name, least), optional)
        for optional, needed in ((False, REQUIRED), (True, OPTIONAL))
        for name, least in needed.items()
    ]


def missing(more: Iterable[str] = ()) -> list[str]:
    """Return the packages that are absent or too old, each with the version wanted.

    Parameters
    ----------
    more : iterable of str
        Those of `OPTIONAL` that are needed besides.
    """
    needed = {**REQUIRED, **{name: OPTIONAL[name] for name in more}}
    return [_wanted(name, least) for name, least in needed.items() if not _satisfied(name, least)]


def advice(packages: list[str]) -> str:
    """Return a sentence that says what to install on this platform.

    Parameters
    ----------
    packages : list of str
        What `missing` returned.
    """
    names = ", ".join(packages)
    if in_flatpak():
        # As QGIS's installation guide and the README of its Flatpak say; pip comes with the Sdk that --devel asks for.
        how = tr(
            "In a terminal: {command}. Where that says that the runtime org.kde.Sdk is not installed, install the one "
            "it names with “flatpak install” first. Then start QGIS again."
        ).format(command=FLATPAK_COMMAND)
    elif platform.system() == "Windows":
        how = tr(
            "Run the OSGeo4W setup, choose Advanced Install, and add python3-geopandas and python3-fiona; "
            "in the OSGeo4W Shell: python -m pip install rapidfuzz unidecode scikit-learn esda."
        )
    elif platform.system() == "Darwin":
        how = tr(
            "In a terminal, run the pip of QGIS's own Python: pip install geopandas fiona jsonschema rapidfuzz "
            "unidecode scikit-learn esda."
        )
    else:
        how = tr(
            "Install python3-geopandas, python3-fiona, python3-scipy, python3-jsonschema, python3-rapidfuzz, "
            "python3-unidecode, python3-sklearn and python3-esda with the system's package manager. Where its "
            "geopandas is older than 1.0, as on Debian 12, see “Use it in your QGIS” in the plugin's README."
        )
    return tr("Factory Locations needs Python packages that this QGIS does not have: {names}. {how}").format(
        names=names, how=how
    )


def in_flatpak() -> bool:
    """Return whether QGIS runs as a Flatpak, which has a Python of its own and no package manager."""
    return bool(os.environ.get("FLATPAK_ID"))


def _stated(name: str) -> str:
    """Return the version that is installed, empty where there is none to see."""
    try:
        if importlib.util.find_spec(name) is None:
            return ""
        return _installed(_NAMED.get(name, DISTRIBUTIONS.get(name, name)))
    except (ImportError, ValueError):
        return ""


def _wanted(name: str, least: tuple[int, ...] | None) -> str:
    name = DISTRIBUTIONS.get(name, name)
    return name if least is None else f"{name} >= {'.'.join(map(str, least))}"


def _satisfied(name: str, least: tuple[int, ...] | None) -> bool:
    try:
        if importlib.util.find_spec(name) is None:
            return False
        return least is None or _version(name) >= least
    except (ImportError, ValueError):
        return False


def _version(name: str) -> tuple[int, ...]:
    parts = _installed(DISTRIBUTIONS.get(name, name)).split(".")[:2]
    return tuple(int("".join(c for c in part if c.isdigit()) or 0) for part in parts)


def _installed(distribution: str) -> str:
    """Return the version of a distribution; ImportError where its metadata is not there."""
    from importlib import metadata  # here: it costs 15 ms, and QGIS starts without it

    return metadata.version(distribution)
