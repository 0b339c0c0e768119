"""Layers, an empty project, and a window that stands in for QGIS's own."""

from __future__ import annotations

import pytest


@pytest.fixture
def project(qgis_app):
    """The application's project, empty before and after."""
    from qgis.core import QgsProject

    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture(autouse=True)
def reaches(qgis_app, monkeypatch):
    """Let no test pass that reaches for the project from another thread than its own."""
    from factory_locations.tests.qgis_plugin.reaches import note

    found = note(monkeypatch)
    yield found
    assert found == []


@pytest.fixture(autouse=True)
def no_settings(qgis_app):
    """Begin with the settings of somebody who has never set one: they outlive a test, even its QGIS."""
    from qgis.core import QgsSettings

    QgsSettings().remove("factory_locations")


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    """A folder for documents of its own: findings of unsaved projects go there."""
    from factory_locations.qgis_plugin.project import results

    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(results, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def make_layer(qgis_app):
    """Make a memory layer: ``make_layer("Zoning", "Polygon", ["zone_code:string"], [["POLYGON(...)", "RES"]])``."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(name, kind, fields, rows=()):
        crs = "" if kind == "None" else "crs=EPSG:32648&"
        definition = f"{kind}?{crs}" + "&".join(f"field={field}" for field in fields)
        layer = QgsVectorLayer(definition, name, "memory")
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        return layer

    return make


FINDING_FIELDS = [
    "finding_id:string",
    "factory_id:string",
    "factory_name:string",
    "rule_id:string",
    "verdict:string",
    "severity:string",
    "message:string",
    "measured_m:double",
    "accuracy_m:double",
]
FINDINGS = [
    ["POINT(500000 1270000)", "a1", "F1", "Lotus Garment", "KH-ZON-01", "no data", None, "No zoning here.", None, 20.0],
    [
        "POINT(501000 1270000)",
        "a2",
        "F2",
        "Angkor Rice",
        "KH-PARK-01",
        "fail",
        "violation",
        "1,240 m outside.",
        1240.0,
        50.0,
    ],
    ["POINT(502000 1270000)", "a3", "F3", "", "KH-ZON-01", "undecided", None, "LIND or RES.", 8.25, 100.0],
    [None, "a4", "F4", "Bayon <Cement>", "KH-ZON-01", "fail", "violation", "HIND is not permitted in RES.", None, None],
]


KINDS = {"text": "string", "date": "date"}


@pytest.fixture
def findings_layer(make_layer):
    """Four findings, one without a place and one of a factory without a name."""
    return make_layer("Findings", "Point", FINDING_FIELDS, FINDINGS)


@pytest.fixture
def findings_gpkg(make_layer, findings_layer, tmp_path):
    """A findings GeoPackage with the tables that the panel reads."""
    from factory_locations.processing.checks.history import EXCEPTION_FIELDS
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    path = tmp_path / "findings.gpkg"
    evidence = make_layer(
        "e", "LineString", ["finding_id:string"], [["LINESTRING(501000 1270000, 508000 1270000)", "a2"]]
    )
    summary = make_layer(
        "s",
        "Point",
        ["factory_id:string", "factory_name_km:string", "verdict:string"],
        [
            ["POINT(0 0)", "F1", "រោងចក្រឈូក", "pass"],
            ["POINT(1 1)", "F2", "ស្រូវអង្គរ", "fail"],
            ["POINT(1 2)", "F5", None, "pass"],
        ],
    )
    exceptions = make_layer("x", "None", [f"{name}:{KINDS[kind]}" for name, kind in EXCEPTION_FIELDS])
    rules = make_layer(
        "r",
        "None",
        ["rule_id:string", "role:string", "not_checked:integer", "missing:string"],
        [
            [None, "KH-ZON-01", "zoning", 0, None],
            [None, "KH-WAT-01", "water_supply", 3, "water_body"],
            [None, "KH-SLA-03", "hazard_zones", 3, None],
        ],
    )
    action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
    tables = {"findings": findings_layer, "evidence": evidence, "factory_summary": summary}
    for name, layer in {**tables, "exceptions": exceptions, "rules": rules}.items():
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName, options.actionOnExistingFile = "GPKG", name, action
        code = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
        assert code[0] == QgsVectorFileWriter.WriterError.NoError
        action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    return path


class StubInterface:
    """What the plugin uses of QGIS's window, made of the real widgets."""

    def __init__(self):
        from qgis.core import QgsLocator
        from qgis.gui import QgsMapCanvas, QgsMessageBar
        from qgis.PyQt.QtWidgets import QMainWindow, QMenu

        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.menu = QMenu("Plugins", self.window)
        self.bar = QgsMessageBar(self.window)
        self.locator = QgsLocator(self.window)
        self.option_pages = []
        self.keep_project = False
        self.active = None
        self.tables = []

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def activeLayer(self):
        return self.active

    def setActiveLayer(self, layer):
        self.active = layer
        return True

    def showAttributeTable(self, layer):
        self.tables.append(layer)

    def messageBar(self):
        return self.bar

    def pluginMenu(self):
        return self.menu

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def registerLocatorFilter(self, one):
        self.locator.registerFilter(one)

    def deregisterLocatorFilter(self, one):
        self.locator.deregisterFilter(one)

    def registerOptionsWidgetFactory(self, factory):
        self.option_pages.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.option_pages.remove(factory)

    def newProject(self, prompt=False):
        from qgis.core import QgsProject

        if not (prompt and self.keep_project):
            QgsProject.instance().clear()
        return True  # as QGIS does, whatever the person answered


@pytest.fixture
def iface(project):
    """A window that stands in for QGIS's own; it goes as Qt lets windows go, not when Python's collector comes by."""
    from qgis.PyQt.QtCore import QCoreApplication

    stub = StubInterface()
    yield stub
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete: the dock
    stub.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)


@pytest.fixture
def spin(qgis_app):
    """Let Qt do what is waiting, until ``done()`` or the time is over, which is longer where others work beside."""
    from factory_locations.tests.patience import patience
    from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

    def spin(done=None, seconds=20.0):
        loop = QEventLoop()
        tick, end = QTimer(), QTimer()
        tick.setInterval(20)
        end.setSingleShot(True)
        tick.timeout.connect(lambda: loop.quit() if done is not None and done() else None)
        end.timeout.connect(loop.quit)
        tick.start()
        end.start(int(seconds * 1000 * (1 if done is None else patience())))
        loop.exec()
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete: what deleteLater waits for
        return done is None or done()

    return spin
