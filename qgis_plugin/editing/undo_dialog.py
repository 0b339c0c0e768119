"""Which batch of changes to take back: the last ones, and what taking the chosen one back would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import tr
from ..buttons import button_box
from ..panel.corrections.apply_dialog import Trial, left_html
from ..panel.corrections.told import moment_told
from ..panel.register.model import count
from ..qt import number
from .batches import LastBatches
from .description import in_words

if TYPE_CHECKING:
    from ...processing.register.undo import BatchOfLog

_BATCH = Qt.ItemDataRole.UserRole
_REST_MS = 200  # an arrow key that is held down passes many rows


class UndoDialog(QDialog):
    """The list, the preview, and one button."""

    looked_at = pyqtSignal(str)
    wanted = pyqtSignal(str)

    def __init__(self, register: QgsVectorLayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._read = LastBatches((), {})
        self.setWindowTitle(tr("Undo changes"))
        self.setObjectName("FactoryLocationsUndo")
        self.headline = QLabel(tr("Reading the log of “{register}”…").format(register=register.name()))
        self.headline.setWordWrap(True)
        self.list = QTreeWidget()
        self.preview = QTextBrowser()
        self.buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.button = QPushButton(tr("&Take back"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._look)
        self._build()

    def show_batches(self, read: LastBatches, batch: str = "") -> None:
        """List what can be taken back, with a batch chosen; the latest where there is no such batch."""
        self._read = read
        items = [_item(one) for one in read.batches]
        self.list.addTopLevelItems(items)
        name = self._register.name()
        if not items:
            self.headline.setText(tr("Nothing stands in the log of “{register}” yet.").format(register=name))
            return
        told = tr("Changes of “{register}”, the latest first. Choose what to take back.")
        self.headline.setText(told.format(register=name))
        self.list.setCurrentItem(next((one for one in items if one.data(0, _BATCH) == batch), items[0]))
        self.list.setFocus()
        self._soon.stop()
        self._look()

    def show_problem(self, why: str) -> None:
        """Say in place of the preview why nothing can be taken back."""
        self.button.setEnabled(False)
        self.preview.setHtml(f"<p><b>{escape(why)}</b></p>")

    def show_trial(self, batch: str, trial: Trial) -> None:
        """Show what taking a batch back would change, unless another one is chosen by now."""
        if batch != self.batch():
            return
        lines = [tr("Factories that will be as they were: {count}.").format(count=count(trial.applied))]
        if not trial.applied:
            lines = [tr("Nothing of it can be taken back.")]
        if self._register.isEditable():
            lines.append(tr("Editing of “{layer}” ends first.").format(layer=self._register.name()))
        html = f"<p><b>{escape(' '.join(lines))}</b></p>"
        if trial.left:
            left = tr("Left as they are: {count}").format(count=count(trial.left_count()))
            html += f"<p>{escape(left)}</p>{left_html(trial.left)}"
        self.preview.setHtml(html + self._changes(batch))
        self.button.setText(tr("&Take back {count}").format(count=count(trial.applied)))
        self.button.setEnabled(trial.applied > 0)

    def show_running(self) -> None:
        """Let nothing be chosen while a batch is taken back."""
        self.list.setEnabled(False)
        self.button.setEnabled(False)
        self.preview.setHtml(f"<p>{escape(tr('Taking back…'))}</p>")

    def batch(self) -> str:
        """Return the batch that is chosen, empty for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, _BATCH))

    def _look(self) -> None:
        batch = self.batch()
        if batch:
            self.preview.setHtml(f"<p>{escape(tr('Looking up what would change…'))}</p>{self._changes(batch)}")
            self.looked_at.emit(batch)

    def _chosen(self) -> None:
        self.button.setEnabled(False)
        self._soon.start()

    def _changes(self, batch: str) -> str:
        """Return the changes of a batch as a table: factory, field, what stands there now, and what stood before."""
        lines = self._read.lines.get(batch, ())
        heads = (tr("Factory"), tr("Field"), tr("Now"), tr("Then"))
        rows = ["".join(f"<th align='left'>{escape(one)}</th>" for one in heads)]
        rows += ["".join(f"<td>{escape(cell)}</td>" for cell in self._cells(line)) for line in lines]
        total = next((one.changes - one.undone for one in self._read.batches if one.batch_id == batch), 0)
        more = tr("And {count} more.").format(count=count(total - len(lines))) if total > len(lines) else ""
        table = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table cellpadding='2' cellspacing='4'>{table}</table><p>{escape(more)}</p>"

    def _cells(self, line: Mapping[str, Any]) -> Iterable[str]:
        field, old, new = str(line["field"]), line["old_value"], line["new_value"]
        factory = str(line["factory_id"] or tr("(no id)"))
        if field == "*":
            told = (tr("added"), tr("not there")) if old is None else (tr("taken out"), tr("there"))
            return factory, tr("The whole row"), *told
        if field == "geometry":
            return factory, tr("Place"), *(_place(one) for one in (new, old))
        index = self._register.fields().lookupField(field)
        title = self._register.attributeDisplayName(index) if index >= 0 else field
        return factory, str(title), *("–" if one is None else in_words(field, one) for one in (new, old))

    def _build(self) -> None:
        self.list.setAccessibleName(tr("Changes that can be taken back"))
        self.list.setHeaderLabels([tr("When"), tr("Who"), tr("What"), tr("Factories")])
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.preview.setAccessibleName(tr("What would change"))
        self.button.setEnabled(False)
        self.button.setDefault(True)
        self.buttons.addButton(self.button, QDialogButtonBox.ButtonRole.ActionRole)
        self.button.clicked.connect(lambda: self.wanted.emit(self.batch()))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.headline)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview, 1)
        column.addWidget(self.buttons)
        self.resize(620, 480)


def _item(batch: BatchOfLog) -> QTreeWidgetItem:
    item = QTreeWidgetItem([moment_told(batch.changed_at), batch.who, _what(batch), count(batch.factories)])
    item.setData(0, _BATCH, batch.batch_id)
    item.setTextAlignment(3, number(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
    told = "\n".join(part for part in (batch.why, batch.source, batch.batch_id) if part)
    for column in range(4):
        item.setToolTip(column, told)
    return item


def _what(batch: BatchOfLog) -> str:
    titles = {
        "edit": tr("Edited by hand"),
        "correct": tr("Corrections"),
        "merge": tr("Duplicates merged"),
        "import": tr("Imported"),
        "undo": tr("Taken back"),
    }
    title = titles.get(batch.action, batch.action)
    if batch.undone:
        return tr("{what}, a part of it taken back since").format(what=title)
    return title


def _place(wkt: str | None) -> str:
    """Return a place as two numbers that can be compared by eye."""
    if wkt is None:
        return "–"
    words = str(wkt).partition("(")[2].rstrip(")").split()
    try:
        x, y = (float(word) for word in words[:2])
    except ValueError:  # an area: its first corner ends in a comma
        return tr("another outline")
    decimals = 6 if abs(x) <= 180 and abs(y) <= 90 else 1
    return f"{x:.{decimals}f}, {y:.{decimals}f}"
