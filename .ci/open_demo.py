"""Start-up code for `.ci/qgis`: what the plugin's own button "Load demo project" does, once QGIS stands."""

from qgis.core import Qgis
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins


def load_demo():
    plugin = plugins.get("factory_locations")
    if plugin is None:
        iface.messageBar().pushMessage(
            "Factory Locations", "The plugin did not load; see its log.", level=Qgis.MessageLevel.Critical
        )
        return
    plugin.load_demo_project()


QTimer.singleShot(0, load_demo)
