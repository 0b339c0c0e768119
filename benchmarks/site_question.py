"""How soon a question about one place is answered, the first time and every time after: 100,000 receptors.

    .venv/bin/python benchmarks/site_question.py [receptors]

Layers are in a project, as they are when an officer clicks the map. Times are of `processing.run`, without and with the
search for other places and the files.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "factory_locations"
RUNS = 9


def load_package() -> None:
    """Load the checkout as the package it is in QGIS."""
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def write_layers(path: Path, count: int) -> None:
    """Write receptors over the country and a grid of 10,000 zones."""
    import geopandas as gpd
    import numpy as np
    import shapely

    random = np.random.default_rng(7)
    xy = np.column_stack([random.uniform(300_000, 700_000, count), random.uniform(1_150_000, 1_600_000, count)])
    classes = np.array(["school", "hospital", "pagoda", "market", "residential"])[random.integers(0, 5, count)]
    names = [f"receptor {i}" for i in range(count)]
    receptors = gpd.GeoDataFrame({"name": names, "class": classes}, geometry=shapely.points(xy), crs="EPSG:32648")
    receptors.to_file(path, layer="receptors", driver="GPKG", engine="pyogrio")
    left, bottom = (
        axis.ravel() for axis in np.meshgrid(np.arange(100) * 4000 + 300_000, np.arange(100) * 4500 + 1.15e6)
    )
    codes = np.array(["RES", "COM", "MIX", "LIND", "HIND", "AGR", "CON"])[random.integers(0, 7, len(left))]
    zones = gpd.GeoDataFrame(
        {"zone_id": [f"Z{i}" for i in range(len(left))], "zone_code": codes},
        geometry=shapely.box(left, bottom, left + 4000, bottom + 4500),
        crs="EPSG:32648",
    )
    zones.to_file(path, layer="zoning", driver="GPKG", engine="pyogrio")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load_package()
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer

    application = QgsApplication([], False)
    QgsApplication.initQgis()
    provider = importlib.import_module(f"{PACKAGE}.processing.provider").FactoryProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "layers.gpkg"
        write_layers(data, count)
        demo = ROOT / "data" / "demo" / "demo.gpkg"
        project = QgsProject.instance()

        def layer(path: Path, table: str) -> str:
            made = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
            project.addMapLayer(made)
            return made.id()

        asked = {
            "ACTIVITY": "1010",
            "SIZE": 2,
            "RULES": str(ROOT / "data" / "rules" / "kh-baseline.yaml"),
            "RECEPTORS": layer(data, "receptors"),
            "ZONING": layer(data, "zoning"),
            "ALTERNATIVES": 0,
            **{p: layer(demo, t) for p, t in (("PARKS", "parks"), ("FACTORIES", "factories"), ("ADMIN", "provinces"),
               ("PROTECTED", "protected"), ("RIVERS", "rivers"), ("WATER_INTAKES", "water_intakes"))},
        }  # fmt: skip

        offered = []

        def ask(number: int, **more: object) -> float:
            algorithm = QgsApplication.processingRegistry().createAlgorithmById("factory:assess_site")
            context = QgsProcessingContext()
            context.setProject(project)
            point = f"{400_000 + 7000 * number},{1_300_000 + 5000 * number} [EPSG:32648]"
            started = time.perf_counter()
            feedback = QgsProcessingFeedback(False)
            results, _ = algorithm.run({**asked, "POINT": point, **more}, context, feedback, {}, False)
            offered.append(results["OFFERED"])
            return 1000 * (time.perf_counter() - started)

        print(f"{count:,} receptors, 10,000 zones")
        print(f"first question              {ask(0):8.0f} ms")
        for label, more in (
            ("again, another place", {}),
            ("again, accuracy of 30 m", {"ACCURACY": 30}),
            ("looking for other places", {"ALTERNATIVES": 5, "ACTIVITY": "2011"}),
            ("and the GeoPackage", {"OUTPUT": str(Path(folder) / "site.gpkg")}),
        ):
            times = sorted(ask(i + 1, **more) for i in range(RUNS))
            print(
                f"{label:27} {times[RUNS // 2]:8.0f} ms (best {times[0]:.0f}; places offered: {sum(offered[-RUNS:])})"
            )
        project.clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
