"""The check while “Move factory” carries a factory over the map."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory_locations.tests.qgis_plugin.test_live_check import KEP, desk, items, settled  # noqa: F401


@pytest.fixture
def carrying(desk):  # noqa: F811
    """A factory in the hand of the tool."""
    from factory_locations.qgis_plugin.editing.part import EditingPart
    from qgis.core import QgsRectangle

    canvas = desk.iface.canvas
    canvas.setDestinationCrs(desk.factories.crs())
    canvas.setExtent(QgsRectangle(490000, 1270000, 510000, 1280000))
    part = EditingPart(replace(desk.around, parts=lambda: [desk.part]))
    desk.mover = part.mover()
    (neighbour,) = desk.factories.getFeatures()
    desk.mover.take(neighbour.id())
    yield desk
    part.remove()


def test_the_place_is_checked_on_the_way(carrying):
    from qgis.core import QgsPointXY

    for step in range(20):
        carrying.mover.tool.carried.emit(QgsPointXY(495400 + 400 * step, 1278000))
    assert "declares 07 Kampot" in settled(carrying).text
    assert not carrying.factories.isEditable()
    carrying.mover.tool.escaped.emit()
    assert settled(carrying) is None


def test_what_is_put_down_is_checked_itself(carrying):
    from qgis.core import QgsPointXY

    carrying.mover.tool.dropped.emit(QgsPointXY(*KEP))
    assert "declares 07 Kampot" in settled(carrying).text
    carrying.mover.dialog.accept()
    assert carrying.factories.isModified()
    assert settled(carrying) is not None
    carrying.factories.rollBack()
    carrying.spin(seconds=0.3)
    assert not items(carrying)


def test_what_is_not_put_down_is_forgotten(carrying):
    from qgis.core import QgsPointXY

    carrying.mover.tool.dropped.emit(QgsPointXY(*KEP))
    assert settled(carrying) is not None
    carrying.mover.dialog.reject()
    assert settled(carrying) is None
