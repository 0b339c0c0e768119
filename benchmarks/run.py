"""Side by side with other tools, in one run, answers compared: run.py [SIZE...] [--only PART...]

Sizes: XS S M L (S and M when none is given). Parts: loaded, files, reading, rules, near, buffers, clusters, writing,
start. Tables and figures are left in build/benchmarks/. docs/performance.md says what is measured and what is not.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "factory_locations"
PARTS = ("loaded", "files", "reading", "rules", "near", "buffers", "clusters", "writing", "start")


def _load_package() -> None:
    """Make the checkout importable under its own name without putting it on the path (see CONTRIBUTING.md)."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def main(arguments: list[str] | None = None) -> int:
    """Measure what was asked for; exit status 1 if the answers of any two tools differ."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("sizes", nargs="*", default=["S", "M"], metavar="SIZE", help="XS, S, M or L")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these parts only")
    parser.add_argument("--repeats", type=int, help="instead of the usual number for the size")
    parser.add_argument("--no-peers", action="store_true", help="do not fetch DuckDB and the newest geopandas")
    chosen = parser.parse_args(arguments)
    _load_package()
    from factory_locations.benchmarks import suite

    return suite.measure(chosen.sizes, chosen.only, chosen.repeats, with_peers=not chosen.no_peers)


if __name__ == "__main__":
    sys.exit(main())
