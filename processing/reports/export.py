"""Writing a layout to a file, whole or not at all."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QSize

from ..analysis.errors import LocationError
from ..i18n import tr

FORMATS = (".pdf", ".png", ".svg")


def check_output(path: str) -> str:
    """Return a sentence on why a map cannot be written to `path`, or an empty text when it can."""
    target = Path(path)
    if target.suffix.lower() not in FORMATS:
        return tr(
            "A map is written as PDF, PNG or SVG: give the output “{name}” the ending .pdf, .png or .svg."
        ).format(name=target.name)
    if target.is_dir():
        return tr("The output “{path}” is a folder. Add a file name to it.").format(path=target)
    if not target.parent.is_dir():
        return tr("The folder “{path}” does not exist. Make it, or choose another place for the map.").format(
            path=target.parent
        )
    probe = _sibling(target)
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        return tr("The map cannot be written into the folder “{path}” ({why}). Choose another folder.").format(
            path=target.parent, why=error.strerror
        )
    return ""


def export(layout: QgsPrintLayout, path: str, dpi: float) -> None:
    """Write a layout as its file's ending says, replacing an older file only once the new one is complete.

    Parameters
    ----------
    layout : QgsPrintLayout
        Of one page.
    path : str
        Ending in `.pdf`, `.png` or `.svg`.
    dpi : float
        Dots per inch of a PNG, and of what a PDF or SVG must hold as an image.

    Raises
    ------
    LocationError
        When the file cannot be written.
    """
    target = Path(path)
    part = _sibling(target)
    try:
        result = _write(layout, part, dpi)
        if result != QgsLayoutExporter.ExportResult.Success or not part.is_file() or part.stat().st_size == 0:
            raise LocationError("{why}", why=_why(result, target))
        os.replace(part, target)
    except OSError as error:
        raise LocationError(
            tr("The map cannot be written to “{path}” ({why}). If it is open in another program, close it there."),
            path=target,
            why=error.strerror,
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _sibling(target: Path) -> Path:
    """Return a name for the unfinished file, in the same folder so that it can take the final name in one step."""
    return target.with_name(f".{target.stem}.{uuid.uuid4().hex[:8]}{target.suffix.lower()}")


def _write(layout: QgsPrintLayout, part: Path, dpi: float) -> QgsLayoutExporter.ExportResult:
    exporter = QgsLayoutExporter(layout)
    if part.suffix == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi = dpi
        pdf.forceVectorOutput = True
        pdf.simplifyGeometries = True
        pdf.appendGeoreference = True
        pdf.exportMetadata = True
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        return exporter.exportToPdf(str(part), pdf)
    if part.suffix == ".svg":
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi = dpi
        svg.forceVectorOutput = True
        svg.simplifyGeometries = True
        svg.exportMetadata = True
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        return exporter.exportToSvg(str(part), svg)
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = dpi
    image.generateWorldFile = False
    page = layout.pageCollection().page(0).pageSize()
    image.imageSize = QSize(round(page.width() / 25.4 * dpi), round(page.height() / 25.4 * dpi))
    # QGIS tries to write coordinates into every image; GDAL cannot into a PNG and would print an error about it.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return exporter.exportToImage(str(part), image)
    finally:
        gdal.PopErrorHandler()


def _why(result: QgsLayoutExporter.ExportResult, target: Path) -> str:
    results = QgsLayoutExporter.ExportResult
    if result == results.MemoryError:
        return tr("There is not enough memory to draw the map. Choose fewer dots per inch or a smaller page.")
    if result == results.FileError:
        return tr("The map cannot be written to “{path}”. Check that there is room on the disk.").format(path=target)
    return tr("QGIS could not draw the map “{name}” (result {code}).").format(name=target.name, code=result)
