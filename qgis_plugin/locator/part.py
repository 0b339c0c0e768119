"""The plugin's searches in the locator bar of one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

from ...processing.i18n import tr
from ..panel.register.map_link import MapLink
from ..panel.register.part import RegisterPart
from ..part import Part, Surroundings
from .activities import ActivityFilter
from .factories import FactoryFilter
from .marker import Marker
from .places import PlaceFilter
from .shelf import Shelf

if TYPE_CHECKING:
    from ..panel.register.feed import RegisterFeed

_SCALE = 5000.0


class LocatorPart(Part):
    """Factories, activities and coordinates in the locator bar."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.shelf = Shelf(self._feed)
        self.marker = Marker(around.iface.mapCanvas())
        self._filters = [
            PlaceFilter(self.show_place, self._explain),
            FactoryFilter(self.shelf, self.show_factory),
            ActivityFilter(self.take_activity),
        ]
        around.project.cleared.connect(self.marker.clear)
        for one in self._filters:
            around.iface.registerLocatorFilter(one)

    def remove(self) -> None:
        """Take the searches away, and let those under way end."""
        self.shelf.close()
        self.marker.clear()
        self.around.project.cleared.disconnect(self.marker.clear)
        for one in self._filters:
            self.around.iface.deregisterLocatorFilter(one)  # QGIS deletes it
        self._filters = []

    def show_factory(self, layer_id: str, fid: int) -> None:
        """Select a factory of the register, go there and flash it."""
        layer = self.around.project.mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer) or not layer.getFeature(fid).isValid():
            self._explain(tr("This factory is no longer in the register."))
            return
        layer.selectByIds([fid])
        if MapLink(self.around.iface).zoom(layer, [fid]):
            self.marker.show(self.around.iface.mapCanvas().center())
        else:
            self._explain(tr("This factory has no location in the register. It is selected."))

    def take_activity(self, code: str, title: str) -> None:
        """Choose an activity where a part asks for one, else put its code on the clipboard."""
        for part in self.around.parts():
            choose = getattr(part, "choose_activity", None)
            if choose is not None:
                choose(code)
                return
        QApplication.clipboard().setText(code)
        told = tr("{code} ({title}) is on the clipboard.").format(code=code, title=title)
        self.around.tell(told, Qgis.MessageLevel.Success)

    def show_place(self, lon: float, lat: float) -> None:
        """Go to a place and ring it for a moment.

        Parameters
        ----------
        lon, lat : float
            Degrees of WGS 84.
        """
        canvas = self.around.iface.mapCanvas()
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        crs = canvas.mapSettings().destinationCrs()
        try:
            there = QgsCoordinateTransform(degrees, crs, self.around.project.transformContext()).transform(lon, lat)
        except QgsCsException:
            self._explain(tr("The map’s CRS has no such place. Choose another CRS for the project."))
            return
        canvas.setCenter(there)
        canvas.zoomScale(_SCALE)
        canvas.refresh()
        self.marker.show(there)

    def _feed(self) -> RegisterFeed | None:
        part = next((one for one in self.around.parts() if isinstance(one, RegisterPart)), None)
        return None if part is None else part.feed()

    def _explain(self, sentence: str) -> None:
        self.around.tell(sentence, Qgis.MessageLevel.Warning)
