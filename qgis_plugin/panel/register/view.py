"""What the tab of the register shows: what to look for, how many there are, the factories, and what to do with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ....processing.paths import ICONS
from ...buttons import text_question
from ...project.localise import in_khmer
from ..inks import ThemedLabel
from .columns import Table
from .feed import RegisterFeed
from .filter_bar import FilterBar
from .map_link import MapLink
from .model import RegisterModel, count
from .saved_filters import delete_filter, read_filters, save_filter
from .table import RegisterTable

# What is read faster than this is not worth a word that comes and goes.
_SILENT_MS = 300
IMPORT, DRAW = "import", "draw"


class RegisterView(QWidget):
    """The register, or a word about why there is none."""

    demo_requested = pyqtSignal()
    register_requested = pyqtSignal()
    findings_requested = pyqtSignal(str)
    move_requested = pyqtSignal("qlonglong")
    undo_requested = pyqtSignal()
    begin_requested = pyqtSignal(str)  # how an empty register gets its first factories: IMPORT or DRAW
    told = pyqtSignal(str)

    def __init__(
        self,
        project: QgsProject,
        feed: RegisterFeed,
        link: MapLink,
        has_findings: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._feed, self._link, self._has_findings = project, feed, link, has_findings
        self._telling = False  # the layer what is selected here: what it answers is known
        self._layer_shown: str | None = ""
        self._marked: list[int] = []
        self.model = RegisterModel(self)
        self.filters = FilterBar()
        self.table = RegisterTable(self.model)
        self.zoom_button = QPushButton(QgsApplication.getThemeIcon("/mActionZoomToSelected.svg"), tr("&Zoom to"))
        self.flash_button = QPushButton(QgsApplication.getThemeIcon("/mActionHighlightFeature.svg"), tr("Fl&ash"))
        self.form_button = QPushButton(QgsApplication.getThemeIcon("/mActionFormView.svg"), tr("Open &form"))
        self.name_dialog: QInputDialog | None = None
        self._counted = QLabel()
        self._message = QLabel()
        self._problem = ThemedLabel()
        self._begin = ThemedLabel()
        self._reading = QWidget()
        self._reading_label = QLabel()
        self._progress = QProgressBar()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SILENT_MS)
        self._silence.timeout.connect(self._reading.show)
        self._build()
        self._connect()
        self.show_layer()

    def show_layer(self) -> None:
        """Show the register that the feed follows, or how to begin."""
        layer = self._feed.layer
        identifier = "" if layer is None else str(layer.id())
        if identifier != self._layer_shown:
            self._layer_shown = identifier
            self._problem.hide()
            self.model.set_table(None)
            self.filters.clear()
            self._show_counts()
        there = layer is not None and layer.isValid()
        self._message.setText(_none_told() if layer is None else _broken_told(layer.name()))
        self._pages.setCurrentIndex(1 if there else 0)

    def forget(self) -> None:
        """Forget the register that is shown, and what was looked for in it."""
        self._layer_shown = None
        if self.name_dialog is not None:
            self.name_dialog.reject()

    def message_told(self) -> str:
        """Return what stands in place of the register; empty where there is one."""
        return "" if self._pages.currentIndex() else str(self._message.text())

    def counts_told(self) -> str:
        """Return the line that counts the factories."""
        return str(self._counted.text())

    def problem_told(self) -> str:
        """Return why the register is not shown; empty where nothing is wrong."""
        return "" if self._problem.isHidden() else str(self._problem.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._feed.wake()
        self._selection_changed()
        self._mark(self.model.selected_fids())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._feed.rest()
        self._mark([])

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _started(self) -> None:
        if self.model.table is None:
            self._reading_label.setText(tr("Reading the register…"))
            self._silence.start(0)
        else:
            self._reading_label.setText(tr("Reading the changes…"))
            self._silence.start(_SILENT_MS)
        self._progress.setValue(0)

    def _ready(self, table: Table) -> None:
        self._end_reading()
        self._problem.hide()
        layer = self._feed.layer
        current = self._current_fid()
        top = self.table.verticalScrollBar().value()
        self.filters.offer(table, in_khmer())
        self.model.set_wanted(self.filters.wanted())
        self.model.set_table(table, () if layer is None else layer.selectedFeatureIds())
        self.table.lay_out()
        self._show_counts()
        self._restore(current)
        self.table.verticalScrollBar().setValue(top)  # the eye may be elsewhere than the cursor

    def _failed(self, why: str) -> None:
        self._end_reading()
        told = why or tr("Reading was stopped.")
        again = tr("Read again")
        self._problem.setText(f"{told} <a href='again'>{again}</a>")
        self._problem.show()

    def _end_reading(self) -> None:
        self._silence.stop()
        self._reading.hide()

    def _show_counts(self) -> None:
        table = self.model.table
        text = ""
        if table is not None:
            shown, total = self.model.rowCount(), self.model.total
            text = tr("{shown} of {total} factories").format(shown=count(shown), total=count(total))
            self.filters.show_counts(table, {name: numbers.tolist() for name, numbers in self.model.counts.items()})
        self._begin.setVisible(table is not None and not self.model.total)
        self._counted.setText(text)
        self._show_selected()

    def _show_selected(self) -> None:
        fids = self.model.selected_fids()
        selected = len(fids)
        self._selected.setText(tr("{count} selected").format(count=count(selected)) if selected else "")
        self._mark(fids)
        for button in (self.zoom_button, self.flash_button, self.form_button):
            button.setEnabled(selected > 0)

    def mark_again(self) -> None:
        """Ring what is selected where it is now: something was moved, or the map has another CRS."""
        fids, self._marked = self._marked, []
        self._mark(fids)

    def _mark(self, fids: list[int]) -> None:
        """Ring what is selected on the map, as long as somebody looks at the register."""
        layer = self._feed.layer
        fids = fids if self.isVisible() else []
        if fids == self._marked:
            return
        self._marked = fids
        if layer is None or not fids:
            self._link.clear()
        else:
            self._link.mark(layer, fids)

    def _refilter(self) -> None:
        current = self._current_fid()
        self.model.set_wanted(self.filters.wanted())
        self._show_counts()
        self._restore(current)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        current = self._current_fid()
        self.model.sort(column, order)
        self._restore(current)

    def _current_fid(self) -> int | None:
        row = self.table.currentIndex().row()
        return self.model.fid(row) if row >= 0 else None

    def _restore(self, fid: int | None) -> None:
        """Put the cursor back where it was, as far as that is still shown."""
        row = -1 if fid is None else self.model.row_of(fid)
        if row >= 0:
            self.table.make_current(row)
        else:
            self.table.forget_place()

    # --- the selection, here and on the map --------------------------------------------------------------------------

    def _selection_made(self) -> None:
        """Select in the layer what is selected here."""
        layer = self._feed.layer
        if layer is not None:
            self._telling = True
            try:
                layer.selectByIds(self.model.selected_fids())
            finally:
                self._telling = False
        self._show_selected()

    def _selection_changed(self) -> None:
        """Select here what is selected in the layer, and bring the first of it into sight."""
        layer = self._feed.layer
        if self._telling or layer is None or not self.isVisible() or self.model.table is None:
            return
        if not self.model.select(layer.selectedFeatureIds()):
            return
        self.table.viewport().update()
        self._show_counts()
        rows = self.model.selected_rows()
        if len(rows):
            self.table.make_current(int(rows[0]))

    def _selected_shown(self) -> list[int]:
        """Return the selected features, the current one first."""
        fids, current = self.model.selected_fids(), self._current_fid()
        if current is not None and current in fids:
            return [current, *(fid for fid in fids if fid != current)]
        return fids

    # --- what to do --------------------------------------------------------------------------------------------------

    def zoom(self) -> None:
        """Look at the selected factories on the map."""
        layer, fids = self._feed.layer, self.model.selected_fids()
        if layer is None or not fids:
            return
        if not self._link.zoom(layer, fids):
            self.told.emit(tr("No location is recorded for what is selected: there is no place on the map to go to."))

    def flash(self) -> None:
        """Flash the selected factories on the map."""
        if self._feed.layer is not None:
            self._link.flash(self._feed.layer, self.model.selected_fids())

    def open_form(self) -> None:
        """Open the form of the current factory."""
        fids = self._selected_shown()
        if self._feed.layer is not None and fids:
            self._link.open_form(self._feed.layer, fids[0])

    def copy_ids(self) -> None:
        """Put the ids of the selected factories on the clipboard, one a line."""
        table = self.model.table
        if table is not None:
            rows = table.rows_of(self.model.selected_fids()).tolist()
            QApplication.clipboard().setText("\n".join(table.ids[row] for row in rows))

    def show_findings(self) -> None:
        """Ask for the findings of the current factory."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self.findings_requested.emit(self.model.factory_id(row))

    def ask_move(self) -> None:
        """Ask for the selected factory to be moved."""
        fids = self.model.selected_fids()
        if len(fids) == 1:
            self.move_requested.emit(fids[0])

    def context_menu(self) -> QMenu:
        """Return what can be done with the selected factories."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(self.model.selected_fids()) > 1
        menu.addAction(self.zoom_button.icon(), tr("Zoom to"), self.zoom)
        menu.addAction(self.flash_button.icon(), tr("Flash"), self.flash)
        menu.addAction(self.form_button.icon(), tr("Open form"), self.open_form)
        move = menu.addAction(QIcon(str(ICONS / "move_factory.svg")), tr("Move on the map"), self.ask_move)
        move.setEnabled(not several)
        menu.addSeparator()
        copy = QgsApplication.getThemeIcon("/mActionEditCopy.svg")
        menu.addAction(copy, tr("Copy ids") if several else tr("Copy id"), self.copy_ids)
        menu.addSeparator()
        icon = QIcon(str(ICONS / "check_locations.svg"))
        findings = menu.addAction(icon, tr("Show its findings"), self.show_findings)
        findings.setEnabled(self._has_findings() and self.table.currentIndex().isValid())
        menu.addSeparator()
        menu.addAction(QIcon(str(ICONS / "undo_changes.svg")), tr("Undo changes…"), self.undo_requested)
        return menu

    def _offer_menu(self, where: QPoint) -> None:
        if self.model.selected_fids():
            self.context_menu().popup(self.table.viewport().mapToGlobal(where))

    def _chosen(self, index: Any) -> None:
        if not self.model.is_selected(index.row()):
            self.table.select_row(index.row())
        self.zoom()

    # --- saved filters -----------------------------------------------------------------------------------------------

    def fill_saved(self) -> None:
        """Fill the menu of the saved filters with those of the project."""
        menu = self.filters.saved_button.menu()
        menu.clear()
        saved = read_filters(self._project)
        for name, wanted in saved.items():
            action = menu.addAction(_plain(name), lambda wanted=wanted: self.filters.show_wanted(wanted))
            action.setCheckable(True)
            action.setChecked(wanted == self.filters.wanted())
        if saved:
            menu.addSeparator()
        save = menu.addAction(tr("&Save this filter…"), self.ask_name)
        save.setEnabled(bool(self.filters.wanted().as_dict()))
        if saved:
            gone = menu.addMenu(tr("&Delete"))
            for name in saved:
                gone.addAction(_plain(name), lambda name=name: delete_filter(self._project, name))

    def ask_name(self) -> None:
        """Ask under which name to save what is looked for now."""
        dialog = text_question(tr("Save this filter"), tr("Name (a filter of that name is replaced):"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self._save)
        dialog.finished.connect(self._name_dialog_closed)
        self.name_dialog = dialog
        dialog.open()

    def _save(self, name: str) -> None:
        if name.strip():
            save_filter(self._project, name.strip(), self.filters.wanted())

    def _name_dialog_closed(self, _result: int) -> None:
        self.name_dialog = None

    # --- building ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        feed = self._feed
        feed.started.connect(self._started)
        feed.progressed.connect(lambda percent: self._progress.setValue(round(percent)))
        feed.ready.connect(self._ready)
        feed.failed.connect(self._failed)
        feed.selection_changed.connect(self._selection_changed)
        feed.moved.connect(self.mark_again)
        self.filters.changed.connect(self._refilter)
        self.filters.entered.connect(self._to_table)
        self.table.sort_requested.connect(self._sort)
        self.table.selection_made.connect(self._selection_made)
        self.table.chosen.connect(self._chosen)
        self.table.copy_requested.connect(self.copy_ids)
        self.table.menu_requested.connect(self._offer_menu)
        self.zoom_button.clicked.connect(self.zoom)
        self.flash_button.clicked.connect(self.flash)
        self.form_button.clicked.connect(self.open_form)

        order = (*self.filters.tab_order(), self.table, self.zoom_button, self.flash_button, self.form_button)
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _to_table(self) -> None:
        """Go from the search to the first that it found, in the table and on the map."""
        if self.model.rowCount():
            self.table.setFocus()
            self.table.make_current(0)
            self.table.select_row(0)
            self.zoom()

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._build_empty())
        self._pages.addWidget(self._build_register())

    def _build_empty(self) -> QWidget:
        page = QWidget()
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        demo = QPushButton(QIcon(str(ICONS / "demo_project.svg")), tr("Load &demo project"))
        create = QPushButton(QIcon(str(ICONS / "create_register.svg")), tr("Create &register…"))
        demo.clicked.connect(self.demo_requested)
        create.clicked.connect(self.register_requested)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._message)
        column.addSpacing(8)
        for button in (demo, create):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _build_register(self) -> QWidget:
        page = QWidget()
        self.filters.saved_button.setMenu(QMenu(self))
        self.filters.saved_button.menu().aboutToShow.connect(self.fill_saved)
        self._selected = QLabel()
        self._counted.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problem.setWordWrap(True)
        self._problem.linkActivated.connect(lambda _link: self._feed.read_again())
        self._problem.hide()
        self._begin.setWordWrap(True)
        self._begin.setText(
            f"{tr('This register holds no factory yet.')} <a href='{IMPORT}'>{tr('Import a list…')}</a> "
            f"<a href='{DRAW}'>{tr('Draw a factory')}</a>"
        )
        self._begin.linkActivated.connect(self.begin_requested)
        self._begin.hide()
        row = QHBoxLayout()
        row.addWidget(self._counted, 1)
        row.addWidget(self._selected)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.zoom_button, self.flash_button, self.form_button):
            button.setMinimumWidth(80)
            buttons.addWidget(button, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.filters)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._begin)
        column.addWidget(self._build_reading())
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        return page

    def _build_reading(self) -> QWidget:
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(12)
        self._progress.setAccessibleName(tr("Reading the register"))
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._reading_label)
        row.addWidget(self._progress, 1)
        self._reading.hide()
        return self._reading


def _none_told() -> str:
    return tr(
        "There is no register in this project. Add the layer with the factories, or choose it in the tab Check, and "
        "it is listed here."
    )


def _broken_told(name: str) -> str:
    return tr(
        "The register “{name}” cannot be opened: its file or database is not where the project expects it. Click the "
        "warning sign beside the layer to say where it is, or choose another layer in the tab Check."
    ).format(name=name)


def _plain(text: str) -> str:
    """Return a name as the text of a menu, where an ampersand would mark a key."""
    return text.replace("&", "&&")
