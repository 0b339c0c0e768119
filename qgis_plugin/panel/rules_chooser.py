"""Chooses the rules: a pack that came with the plugin, by its title, or a file."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ...processing.paths import DEFAULT_PACK
from ..project import packs
from ..reading import Pace, Reading
from .elided import ElidedBox

_OTHER = ""


class RulesChooser(QWidget):
    """A list of packs, and below it the file when none of them is wanted."""

    changed = pyqtSignal()
    titled = pyqtSignal()  # the packs have been read that `show_titles` asked for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = self._reading = False
        self.box = ElidedBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(tr("Rules"))
        for path in packs.shipped():
            self.box.addItem(path.stem, str(path))
        self.box.addItem(tr("Other file…"), _OTHER)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.file.setDialogTitle(tr("Rule pack"))
        self.file.setFilter(tr("Rule packs (*.yaml *.yml)"))
        self.file.lineEdit().setMinimumWidth(60)
        self.file.lineEdit().setPlaceholderText(tr("A rule pack of your own"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.file)
        self.setFocusProxy(self.box)
        self._show_file()
        self.box.activated.connect(lambda _index: self._chosen())
        self.file.fileChanged.connect(lambda _path: self._chosen())

    def path(self) -> str:
        """Return the file of the pack; empty for the usual one, and where a file is still to be named."""
        chosen = str(self.box.currentData() or self.file.filePath().strip())
        return "" if chosen == str(DEFAULT_PACK) else chosen

    def incomplete(self) -> bool:
        """Return whether another file is wanted, and none is named."""
        return not self.box.currentData() and not self.file.filePath().strip()

    def show_path(self, path: str) -> None:
        """Show a pack without announcing it; empty for the usual one."""
        index = self.box.findData(path or str(DEFAULT_PACK))
        if not path and self.incomplete():  # a person has asked for another file, and is looking for it
            return
        self.box.setCurrentIndex(index if index >= 0 else self.box.count() - 1)
        if index < 0 and self.file.filePath() != path:
            self.file.blockSignals(True)
            self.file.setFilePath(path)
            self.file.blockSignals(False)
        self._show_file()

    def forget(self) -> None:
        """Show the usual pack, without announcing it; also where another file was asked for and not named yet."""
        self.file.blockSignals(True)
        self.file.setFilePath("")
        self.file.blockSignals(False)
        self.box.setCurrentIndex(self.box.findData(str(DEFAULT_PACK)))
        self._show_file()

    def choose(self, path: str) -> None:
        """Choose a pack, as a person does; empty for the usual one."""
        if not path:
            self.box.setCurrentIndex(self.box.findData(str(DEFAULT_PACK)))
        self.show_path(path)
        self._chosen()

    @property
    def reading(self) -> bool:
        """Whether packs are being read in the background, the one that was chosen among them."""
        return self._reading

    def show_titles(self) -> None:
        """Replace the file names by the titles: the packs are read in the background when somebody looks at them."""
        if self._asked:
            return
        self._asked = self._reading = True
        paths = [self.path(), *(self.box.itemData(index) for index in range(self.box.count() - 1))]

        def work(pace: Pace) -> None:
            for path in dict.fromkeys(paths):  # the chosen one first
                packs.title(Path(path) if path else DEFAULT_PACK)
                pace()

        Reading(tr("Rules"), work, self._show_titles).begin()

    def _show_titles(self, _done: Reading) -> None:
        if sip.isdeleted(self):
            return
        self._reading = False
        for index in range(self.box.count() - 1):
            path = Path(self.box.itemData(index))
            self.box.setItemText(index, packs.title(path))
            self.box.setItemData(index, _about(path), Qt.ItemDataRole.ToolTipRole)
        self._show_file()
        self.titled.emit()

    def _chosen(self) -> None:
        self._show_file()
        self.changed.emit()

    def _show_file(self) -> None:
        self.file.setVisible(not self.box.currentData())
        index = self.box.currentIndex()
        self.box.setToolTip(str(self.box.itemData(index, Qt.ItemDataRole.ToolTipRole) or ""))


def _about(path: Path) -> str:
    try:
        pack = packs.pack_at(str(path))
    except packs.PackError as error:
        return str(error)
    return "\n".join([str(pack.title), str(pack.authority), path.name])
