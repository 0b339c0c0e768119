"""The Python packages the algorithms need, looked for without importing them."""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Iterable
from importlib import metadata

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
    if platform.system() == "Windows":
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


def _wanted(name: str, least: tuple[int, ...] | None) -> str:
    name = DISTRIBUTIONS.get(name, name)
    return name if least is None else f"{name} >= {'.'.join(map(str, least))}"


def _satisfied(name: str, least: tuple[int, ...] | None) -> bool:
    try:
        if importlib.util.find_spec(name) is None:
            return False
        return least is None or _version(name) >= least
    except (ImportError, ValueError, metadata.PackageNotFoundError):
        return False


def _version(name: str) -> tuple[int, ...]:
    parts = metadata.version(DISTRIBUTIONS.get(name, name)).split(".")[:2]
    return tuple(int("".join(c for c in part if c.isdigit()) or 0) for part in parts)
