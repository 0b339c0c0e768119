"""Factory Locations: where factories are, and whether each may be there."""


def classFactory(iface):
    """Return the plugin; QGIS calls this once when it loads the package."""
    from .qgis_plugin.plugin import FactoryLocationsPlugin

    return FactoryLocationsPlugin(iface)
