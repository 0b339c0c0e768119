"""A Dask scheduler that is there already: reaching it, giving its workers the engine, and taking what they find."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import Refusal

if TYPE_CHECKING:
    from distributed import Client

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = __name__.partition(".")[0]
# What a worker needs of this plugin: no QGIS, no data.
ENGINE = ("processing/analysis", "processing/scaling")


@contextmanager
def connected(address: str, wait: float = 10.0) -> Iterator[Client]:
    """Give a client of a scheduler whose workers can run the engine.

    Parameters
    ----------
    address : str
        Such as ``tcp://10.0.0.5:8786``.
    wait : float
        Seconds that it may take to answer.

    Raises
    ------
    Refusal
        If Dask is not installed here, nobody answers, there is no worker, or a worker lacks a package.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise Refusal(
            "Working on several machines needs Dask, and this Python has none ({why}): "
            "install it with “python -m pip install dask-geopandas distributed”.",
            why=error,
        ) from error
    try:
        client = Client(address, timeout=wait)
    except (OSError, ValueError) as error:
        raise Refusal(
            "No Dask scheduler answers at “{address}” ({why}). Start one with “dask scheduler”, and give the address "
            "that it prints.",
            address=address,
            why=str(error) or type(error).__name__,
        ) from error
    try:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise Refusal(
                "The Dask scheduler at “{address}” has no workers. Start some with “dask worker {address}”.",
                address=address,
            )
        give_engine(client)
        _check_packages(client)
        yield client
    finally:
        client.close()


def give_engine(client: Client) -> None:
    """Let all workers, also those that come later, import the engine; the plugin is not installed there."""
    with tempfile.TemporaryDirectory() as folder:
        client.upload_file(str(engine_zip(Path(folder))))


def engine_zip(folder: Path) -> Path:
    """Write what workers import into a zip file in `folder`, and return its path."""
    path = folder / f"{PACKAGE}_engine.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in (ROOT / "__init__.py", ROOT / "processing" / "__init__.py"):
            archive.write(file, f"{PACKAGE}/{file.relative_to(ROOT).as_posix()}")
        for part in ENGINE:
            for file in sorted((ROOT / part).rglob("*.py")):
                archive.write(file, f"{PACKAGE}/{file.relative_to(ROOT).as_posix()}")
    return path


def packages() -> dict[str, str]:
    """Return the versions that decide about the last digit of an answer, or what is missing."""
    try:
        import pyogrio
        import pyproj
        import scipy
        import shapely
    except ImportError as error:
        return {"missing": str(error)}
    return {
        "shapely": shapely.__version__,
        "GEOS": shapely.geos_version_string,
        "PROJ": pyproj.proj_version_str,
        "scipy": scipy.__version__,
        "pyogrio": pyogrio.__version__,
    }


def unseen(paths: Sequence[str]) -> list[str]:
    """Return which files this machine does not see."""
    return [path for path in paths if not os.path.exists(path)]


def _check_packages(client: Client) -> None:
    told = client.run(packages)
    for worker, versions in told.items():
        if "missing" in versions:
            raise Refusal(
                "Worker {worker} cannot do the work: {why}. Install numpy, scipy, shapely, geopandas, pyproj and "
                "pyogrio for the Python of every worker.",
                worker=worker,
                why=versions["missing"],
            )


def differing(client: Client) -> str:
    """Return a sentence where workers have different versions, nothing where all have the same."""
    told = client.run(packages)
    kinds = sorted({", ".join(f"{name} {version}" for name, version in one.items()) for one in told.values()})
    if len(kinds) < 2:
        return ""
    return f"Workers have different packages, so that last digits may differ: {'; '.join(kinds)}."


def check_files(client: Client, paths: Sequence[str]) -> None:
    """Raise `Refusal` where a worker does not see an input file."""
    for worker, lost in client.run(unseen, list(paths)).items():
        if lost:
            raise Refusal(
                "Worker {worker} does not see “{path}”. Put the inputs in a folder that all machines have under the "
                "same name.",
                worker=worker,
                path=lost[0],
            )


def each(
    client: Client, jobs: Sequence[tuple[Callable[..., Any], tuple[Any, ...]]], tick: Callable[[int, int], None]
) -> Iterator[tuple[int, Any]]:
    """Yield the number and the result of each job as they end; nothing is left running after an error or a cancel.

    Parameters
    ----------
    jobs : sequence of (function, arguments)
    tick : callable
        Is told how many are done, of how many.
    """
    from distributed import KilledWorker, as_completed

    futures = {client.submit(function, *arguments, pure=False): i for i, (function, arguments) in enumerate(jobs)}
    try:
        waiting = as_completed(list(futures), with_results=True, loop=client.loop)
        for done, (future, result) in enumerate(waiting):
            number = futures.pop(future)
            future.release()
            yield number, result
            tick(done + 1, len(jobs))
    except KilledWorker as error:
        raise Refusal(
            "Workers ended several times at the same part, most often because their memory was full. Use smaller parts "
            "(--part), or give each worker more memory (“dask worker --memory-limit”)."
        ) from error
    finally:
        client.cancel(list(futures), force=True)
