"""Where the files that ship with the plugin are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DEFAULT_PACK = DATA / "rules" / "kh-zoning-parks.yaml"
BASELINE_PACK = DATA / "rules" / "kh-baseline.yaml"
PACK_SCHEMA = DATA / "schemas" / "rule_pack.json"
MAPPING_SCHEMA = DATA / "schemas" / "mapping.json"
MAPPINGS = DATA / "mappings"
MAPPING_HEADERS = MAPPINGS / "headers.yaml"
REGISTER_SCHEMA = DATA / "schemas" / "register.json"
ISIC_TABLE = DATA / "gazetteer" / "isic_rev4.csv"
ADMIN_UNITS = DATA / "gazetteer" / "admin_units.csv"
ADMIN_ALIASES = DATA / "gazetteer" / "admin_aliases.csv"
ADMIN_FORMER_CODES = DATA / "gazetteer" / "admin_former_codes.csv"
STYLES = DATA / "styles"
DEMO = DATA / "demo" / "demo.gpkg"
ISIC_LINKS = DATA / "sourcing" / "isic_links.csv"
ICONS = ROOT / "qgis_plugin" / "icons"
