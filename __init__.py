"""Factory Locations: where each factory stands, and whether it may (a QGIS plugin)."""


def classFactory(iface):  # noqa: N802 - the name QGIS calls
    """Make the plugin; QGIS calls this with its interface object."""
    from .qgis_plugin.plugin import FactoryLocationsPlugin

    return FactoryLocationsPlugin(iface)
