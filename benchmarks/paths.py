"""Where the layers of one size lie. Needs nothing but Python: every tool's process imports it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Inputs:
    """The files of one size; `register` is `factories` with an accuracy and a declared park."""

    size: str
    folder: Path

    @property
    def factories(self) -> Path:
        return self.folder / f"factories_{self.size}.gpkg"

    @property
    def register(self) -> Path:
        return self.folder / f"register_{self.size}.gpkg"

    @property
    def zones(self) -> Path:
        return self.folder / f"zones_{self.size}.gpkg"

    @property
    def parks(self) -> Path:
        return self.folder / "parks.gpkg"

    @property
    def pack(self) -> Path:
        return self.folder / "pack.yaml"

    @property
    def permits(self) -> Path:
        """The pack as the plain table that the other tools join: zone_code, isic, permitted (0 or 1)."""
        return self.folder / "permits.csv"

    @property
    def receptors(self) -> Path:
        return self.folder / f"receptors_{self.size}.gpkg"

    @property
    def rivers(self) -> Path:
        return self.folder / f"rivers_{self.size}.gpkg"

    @property
    def rules(self) -> Path:
        """The pack of zoning and parks with 37 rules about distances to receptors and rivers."""
        return self.folder / "rules.yaml"
