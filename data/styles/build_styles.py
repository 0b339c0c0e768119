"""Rebuild the QML style files of this folder from `processing/reports/symbols.py`, which also draws the printed maps.

    /usr/bin/python3 data/styles/build_styles.py

Run it with the oldest QGIS supported (3.22): newer versions read what it writes, not the other way round.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # else the order of attributes in the files changes with every run

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGE = "factory_locations"
# Nominal marker size on a screen, in millimetres.
ON_SCREEN = 2.6


def load_package() -> None:
    """Load the checkout as the package it is in QGIS; its root must not come on the path (see CONTRIBUTING)."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def symbols():
    """Return the module with the project's symbols."""
    load_package()
    return importlib.import_module(f"{PACKAGE}.processing.reports.symbols")


def empty_layer(geometry: str, *fields: str) -> QgsVectorLayer:
    """Return an empty layer with the fields that a style speaks of; `field` is `name:type`."""
    described = "".join(f"&field={field}" for field in fields)
    return QgsVectorLayer(f"{geometry}?crs=EPSG:32648{described}", "style", "memory")


def label(layer: QgsVectorLayer, labeling: QgsVectorLayerSimpleLabeling, closer_than: int) -> None:
    """Label a layer at scales larger than 1:`closer_than`."""
    settings = labeling.settings()
    settings.scaleVisibility = True
    settings.minimumScale = closer_than
    settings.maximumScale = 1
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def tip(title: str, *lines: str) -> str:
    """Return a map tip; lines whose value is empty are left out by the expression that makes them."""
    body = "".join(f"[% coalesce('<br>' || ({line}), '') %]" for line in lines)
    return f"<b>[% coalesce({title}, '') %]</b>{body}"


AROUND = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint


def findings() -> QgsVectorLayer:
    """One marker a finding, by verdict; the tip says rule, reason and what to do."""
    s = symbols()
    layer = empty_layer("Point", "factory_name:string", "verdict:string", "rule_id:string", "message:string")
    layer.setRenderer(s.verdict_renderer("verdict", ON_SCREEN))
    text = s.text_format(8, halo=0.6)
    label(layer, s.labels('"factory_name"', text, AROUND, obstacle=True), 25_000)
    layer.setMapTipTemplate(
        tip(
            '"factory_name"',
            "\"rule_id\" || ' ' || coalesce(\"rule_title\", '') || ': <b>' || \"verdict\" || '</b>'",
            '"message"',
            "'Measured: ' || format_number(\"measured_m\", 0) || ' m'",
            "'Accuracy: ' || format_number(\"accuracy_m\", 0) || ' m'",
            "'Layer: ' || \"layer_name\" || coalesce(' (' || \"layer_vintage\" || ')', '')",
            "'What to do: ' || \"action\"",
        )
    )
    return layer


def factory_summary(geometry: str = "Point") -> QgsVectorLayer:
    """One marker a factory, by its gravest verdict; premises have their outline as well."""
    s = symbols()
    layer = empty_layer(geometry, "factory_id:string", "factory_name:string", "verdict:string", "why:string")
    layer.setRenderer(s.verdict_renderer("verdict", ON_SCREEN, layer.geometryType()))
    text = s.text_format(8, halo=0.6)
    placement = AROUND if geometry == "Point" else QgsPalLayerSettings.Placement.Horizontal
    label(layer, s.labels('"factory_name"', text, placement, obstacle=True), 50_000)
    layer.setMapTipTemplate(
        tip(
            "\"factory_name\" || ' (' || \"factory_id\" || ')'",
            "'<b>' || \"verdict\" || '</b>'",
            '"why"',
            "'Zone: ' || \"zone_code\" || coalesce(' ' || \"zone_name\", '')",
            "'Park: ' || \"park_name\"",
        )
    )
    return layer


def factories() -> QgsVectorLayer:
    """A register, before anything is known about verdicts: grey, as none of them is."""
    s = symbols()
    layer = empty_layer("Point", "factory_id:string", "name_en:string", "name_km:string", "isic:string")
    layer.setRenderer(QgsSingleSymbolRenderer(s.verdict_marker(s.NOT_CHECKED, ON_SCREEN)))
    text = s.text_format(8, halo=0.6)
    label(layer, s.labels('coalesce("name_en", "name_km", "factory_id")', text, AROUND, obstacle=True), 50_000)
    layer.setMapTipTemplate(
        tip(
            'coalesce("name_en", "name_km") || \' (\' || "factory_id" || \')\'',
            '"name_km"',
            "'Activity (ISIC): ' || \"isic\"",
            "'Declared park: ' || \"park_id\"",
            "'Accuracy: ' || format_number(\"loc_accuracy_m\", 0) || ' m, ' || \"loc_method\"",
        )
    )
    return layer


def evidence() -> QgsVectorLayer:
    """A dashed arrow from a factory to what it conflicts with, with the measured distance."""
    s = symbols()
    layer = empty_layer("LineString", "factory_id:string", "rule_id:string", "measured_m:double")
    layer.setRenderer(QgsSingleSymbolRenderer(s.evidence_line()))
    text = s.text_format(7.5, s.EVIDENCE, halo=0.6)
    metres = "format_number(\"measured_m\", 0) || ' m'"
    label(layer, s.labels(metres, text, QgsPalLayerSettings.Placement.Line), 100_000)
    layer.setMapTipTemplate(tip('"factory_id"', '"rule_id"', "'Measured: ' || " + metres))
    return layer


def zoning() -> QgsVectorLayer:
    """Zones by code, under the titles that the printed legend has."""
    s = symbols()
    layer = empty_layer("MultiPolygon", "zone_id:string", "zone_code:string", "zone_name:string", "vintage:integer")
    layer.setRenderer(s.zoning_renderer("zone_code"))
    text = s.text_format(7, "#6b6257", halo=0.4)
    label(layer, s.labels('"zone_code"', text, QgsPalLayerSettings.Placement.Horizontal, priority=2), 100_000)
    layer.setMapTipTemplate(
        tip("\"zone_code\" || coalesce(' – ' || \"zone_name\", '')", '"plan"', "'Vintage: ' || \"vintage\"")
    )
    return layer


def parks() -> QgsVectorLayer:
    """Industrial parks and SEZs as hatched outlines with their names."""
    s = symbols()
    layer = empty_layer("MultiPolygon", "park_id:string", "name_en:string", "name_km:string", "vintage:integer")
    layer.setRenderer(QgsSingleSymbolRenderer(s.park_fill()))
    text = s.text_format(8, s.PARK, bold=True, halo=0.6)
    name = 'coalesce("name_en", "name_km", "park_id")'
    label(layer, s.labels(name, text, QgsPalLayerSettings.Placement.OutsidePolygons, priority=8), 1_500_000)
    layer.setMapTipTemplate(
        tip(
            f"{name} || ' (' || \"park_id\" || ')'",
            '"name_km"',
            "'Licence: ' || \"licence_no\"",
            "'Area: ' || format_number(\"area_ha\", 0) || ' ha'",
            "'Vintage: ' || \"vintage\"",
        )
    )
    return layer


STYLES: dict[str, Callable[[], QgsVectorLayer]] = {
    "evidence": evidence,
    "factories": factories,
    "factory_summary": factory_summary,
    "factory_summary_polygon": lambda: factory_summary("MultiPolygon"),
    "findings": findings,
    "parks": parks,
    "zoning": zoning,
}


def write(folder: Path) -> list[Path]:
    """Write every style into a folder and return the paths.

    Raises
    ------
    RuntimeError
        When QGIS cannot write one.
    """
    kinds = QgsMapLayer.StyleCategory
    what = QgsMapLayer.StyleCategories(kinds.Symbology | kinds.Labeling | kinds.MapTips)
    written = []
    for name, make in STYLES.items():
        path = folder / f"{name}.qml"
        said, fine = make().saveNamedStyle(str(path), what)
        if not fine:
            raise RuntimeError(said)
        written.append(path)
    return written


if __name__ == "__main__":
    application = QgsApplication([], False)
    QgsApplication.initQgis()
    for style in write(HERE):
        print(style.relative_to(ROOT))
    QgsApplication.exitQgis()
