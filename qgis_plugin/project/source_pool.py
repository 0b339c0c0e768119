"""The layers that a window offers: read in the background, from files, folders and databases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from qgis.gui import QgsDataSourceSelectDialog
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget

from ...processing.i18n import tr
from .sources import Found, SearchTask, Source, start

_NAMED = 3
# Tables, which lists of places come as: QGIS must be told which columns hold them.
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
_WIDTH, _HEIGHT = 480, 520  # QGIS opens it too small to find a table in


class SourcePool(QObject):
    """Layers that can be chosen; grows as files are added."""

    changed = pyqtSignal()
    findings_found = pyqtSignal(object)

    def __init__(self, sources: Iterable[Source] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources = list(sources)
        self._unread: dict[QWidget | None, tuple[str, ...]] = {}
        self._tasks: list[SearchTask] = []

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return bool(self._tasks)

    def add(
        self,
        paths: Sequence[Path],
        tables: Sequence[tuple[str, str, str]] = (),
        asker: QWidget | None = None,
    ) -> None:
        """Read files and folders, and tables by (uri, provider, name); `changed` tells when that is done.

        What nothing could be read from is told where it was added, by `asker`.
        """
        task = SearchTask(paths, tables)
        self._tasks.append(task)
        task.found.connect(partial(self._take, task, asker))
        task.taskTerminated.connect(partial(self._drop, task))
        start(task)
        self.changed.emit()

    def unread(self, asker: QWidget) -> tuple[str, str]:
        """Return what could not be read of what `asker` added last: in a line, and with the whole paths."""
        places = self._unread.get(asker, ())
        if not places:
            return "", ""
        names = ", ".join(Path(place).name or place for place in places[:_NAMED])
        told = tr("No layer could be read from: {names}")
        if any(Path(place).suffix.lower() in _TABLES for place in places):
            told = tr(
                "No layer could be read from: {names}. A table of factories comes in with the tool “Import into the "
                "register”; a table of other places, as CSV, is added in QGIS itself: Layer ▸ Add Layer ▸ Add "
                "Delimited Text Layer."
            )
        told = told.format(names=names + (", …" if len(places) > _NAMED else ""))
        return told, "\n".join(places)

    def stop(self) -> None:
        """Let go of what is still being read."""
        for task in self._tasks:
            task.found.disconnect()
            task.taskTerminated.disconnect()
            task.cancel()
        self._tasks = []

    def _take(self, task: SearchTask, asker: QWidget | None, found: Found) -> None:
        known = {(one.uri, one.provider) for one in self.sources}
        self.sources += [one for one in found.sources if (one.uri, one.provider) not in known]
        self._unread[asker] = found.unread
        self._drop(task)
        for path in found.findings:
            self.findings_found.emit(path)

    def _drop(self, task: SearchTask) -> None:
        self._tasks = [one for one in self._tasks if one is not task]
        self.changed.emit()


class AddButtons(QWidget):
    """Buttons that add files, a folder, or a table of a database to a pool."""

    def __init__(self, pool: SourcePool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._dialog: QDialog | None = None
        self.files = QPushButton(tr("Add &files…"))
        self.folder = QPushButton(tr("Add f&older…"))
        self.database = QPushButton(tr("Add from a &database…"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for button, ask in (
            (self.files, self._ask_files),
            (self.folder, self._ask_folder),
            (self.database, self._ask_database),
        ):
            button.clicked.connect(ask)
            self.row.addWidget(button)
        self.row.addStretch(1)

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Layers"), "", _filter())
        if names:
            self._pool.add([Path(name) for name in names], asker=self)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder with layers"))
        if name:
            self._pool.add([Path(name)], asker=self)

    def _ask_database(self) -> None:
        dialog = QgsDataSourceSelectDialog(parent=self)
        dialog.setWindowTitle(tr("Choose a table"))
        dialog.setDescription(tr("Choose a layer of a database, such as PostGIS, or of any other connection of QGIS."))
        dialog.resize(_WIDTH, _HEIGHT)
        dialog.finished.connect(lambda result: self._chosen(result))
        self._dialog = dialog
        dialog.open()

    def _chosen(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        uri = dialog.uri()
        if result and uri.isValid():
            self._pool.add([], [(uri.uri, uri.providerKey, uri.name)], self)
        dialog.deleteLater()


def local_paths(urls: Iterable[QUrl]) -> list[Path]:
    """Return the files and folders among what was dropped."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _filter() -> str:
    return tr("Layers (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.gml *.tab *.sqlite);;All files (*)")
