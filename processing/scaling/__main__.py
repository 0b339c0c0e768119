"""Region-wide runs on a Dask cluster, from the command line; no QGIS is needed.

python -m factory_locations.processing.scaling {zones,near,clusters,buffers} --scheduler tcp://... --factories ...
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ..analysis.errors import LocationError
from . import runs

_EPILOG = (
    "Layers are given as FILE or FILE|layername=NAME, in any format that GDAL reads by box (GeoPackage, FlatGeobuf). "
    "Every worker must see the files under the same name. A result that ends in .gpkg is one GeoPackage, any other "
    "name a new folder of GeoParquet files."
)


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    out = argparse.ArgumentParser(prog="python -m factory_locations.processing.scaling", epilog=_EPILOG)
    commands = out.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--scheduler", required=True, help="address of a Dask scheduler, such as tcp://10.0.0.5:8786")
    common.add_argument("--factories", required=True, help="layer of factories")
    common.add_argument("--output", required=True, help="a .gpkg file, or a folder")
    common.add_argument("--crs", default="EPSG:32648", help="working CRS, in metres (default: %(default)s)")
    common.add_argument("--part", type=int, default=50_000, help="most factories in a part (default: %(default)s)")
    common.add_argument(
        "--wait", type=float, default=10.0, help="seconds for the scheduler to answer (default: %(default)s)"
    )
    common.add_argument("--id-field", default="factory_id", help="default: %(default)s")
    common.add_argument("--name-field", default="name_en", help="default: %(default)s")
    near = commands.add_parser("near", parents=[common], epilog=_EPILOG, help="nearest targets, counts in rings")
    near.add_argument("--targets", required=True, nargs="+", help="layers of targets, each asked for by itself")
    near.add_argument("--k", type=int, default=1, help="how many of each (default: %(default)s)")
    near.add_argument("--rings", default="", help="limits in metres, such as 0,500,1000; empty: no counts")
    near.add_argument("--sums", default="", help="fields to add up in the rings, with commas between")
    near.add_argument("--farthest", type=float, default=float("inf"), help="metres beyond which nothing is looked for")
    zones = commands.add_parser(
        "zones", parents=[common], epilog=_EPILOG, help="zone, park, and whether it is permitted"
    )
    zones.add_argument("--zoning", required=True, help="layer of zones")
    zones.add_argument("--parks", help="layer of parks")
    zones.add_argument("--rules", default="", help="rule pack (default: the one that comes with the plugin)")
    zones.add_argument("--zone-field", default="zone_code", help="default: %(default)s")
    zones.add_argument("--activity-field", default="isic", help="default: %(default)s")
    zones.add_argument("--accuracy-field", default="loc_accuracy_m", help="default: %(default)s")
    zones.add_argument(
        "--accuracy", type=float, default=0.0, help="metres, where none is stated (default: %(default)s)"
    )
    buffers = commands.add_parser("buffers", parents=[common], epilog=_EPILOG, help="receptors in safety zones")
    buffers.add_argument("--receptors", required=True, help="layer of what is to be kept safe")
    buffers.add_argument("--distances", default="", help="metres of the nested zones, such as 100,300,1000")
    buffers.add_argument("--distance-fields", default="", help="or fields of the factories that hold them, inner first")
    clusters = commands.add_parser("clusters", parents=[common], epilog=_EPILOG, help="density clusters (DBSCAN)")
    clusters.add_argument("--distance", type=float, required=True, help="metres on the ground")
    clusters.add_argument("--least", type=float, required=True, help="members (or weight) within that distance")
    clusters.add_argument("--weight-field", default="", help="what each factory counts; empty: 1")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a sentence about what is wrong."""
    given = parser().parse_args(arguments)
    started = time.monotonic()
    try:
        rows = runs.run(given, lambda text: print(text, flush=True))
    except LocationError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except ImportError as error:
        print(f"error: this Python lacks a package that the run needs: {error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was written.", file=sys.stderr)
        return 130
    told = ", ".join(f"{name}: {count:,} rows" for name, count in rows.items())
    print(f"Written in {time.monotonic() - started:.0f} s: {Path(given.output)} ({told}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
