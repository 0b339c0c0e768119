"""The queue as a list: what became of each report, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ..problem import ProblemLabel
from .jobs import CANCELLED, DONE, FAILED, RUNNING, WAITING, Job, JobQueue

_ICONS = {
    WAITING: "/mTaskQueued.svg",
    RUNNING: "/mTaskRunning.svg",
    DONE: "/mIconSuccess.svg",
    FAILED: "/mIconCritical.svg",
    CANCELLED: "/mTaskCancel.svg",
}
_LEAST_HEIGHT = 76  # the heads and two reports: the whole tab stands in a window of 768 lines


class QueueView(QWidget):
    """Shows a queue; what is chosen can be opened, cancelled or asked about."""

    def __init__(self, queue: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._items: dict[int, QTreeWidgetItem] = {}
        self.list = QTreeWidget()
        self.open_button = QPushButton(tr("&Open"))
        self.folder_button = QPushButton(tr("Open &folder"))
        self.cancel_button = QPushButton(tr("Ca&ncel"))
        self._counted = QLabel()
        self._reason = ProblemLabel()
        self._progress = QProgressBar()
        self._menu = QMenu(self)
        self._build()
        queue.changed.connect(self._show)
        queue.reset.connect(self.refresh)
        self.refresh()

    def chosen(self) -> list[Job]:
        """Return the jobs that are selected."""
        numbers = [item.data(0, Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return [job for job in self._queue.jobs if job.number in numbers]

    def choose(self, job: Job) -> None:
        """Select one job."""
        self.list.setCurrentItem(self._items[job.number])

    def reason_told(self) -> str:
        """Return the sentence about why the selected job failed."""
        return str(self._reason.text())

    def refresh(self) -> None:
        """List the jobs anew."""
        kept = {job.number for job in self.chosen()}
        self.list.clear()
        self._items = {}
        for job in self._queue.jobs:
            item = QTreeWidgetItem([job.title, ""])
            item.setData(0, Qt.ItemDataRole.UserRole, job.number)
            self._items[job.number] = item
            self.list.addTopLevelItem(item)
            item.setSelected(job.number in kept)
            self._fill(job)
        self._show_state()

    def open_file(self) -> None:
        """Open what was made, in the program that the system has for it."""
        for job in self.chosen()[:1]:
            if job.path is not None and job.path.exists():
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(job.path)))
            elif job.path is not None:
                self._reason.show_problem(tr("The file is no longer there: {path}").format(path=job.path))

    def open_folder(self) -> None:
        """Open the folder of the selected report."""
        for job in self.chosen()[:1]:
            folder: Path = job.folder if job.path is None else job.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def cancel_chosen(self) -> None:
        """Cancel what is selected."""
        self._queue.cancel(self.chosen())

    def cancel_all(self) -> None:
        """Cancel everything that is not over."""
        self._queue.cancel(list(self._queue.jobs))

    def copy_details(self) -> None:
        """Put what is known about the selected jobs on the clipboard."""
        QApplication.clipboard().setText("\n\n".join(job.details() for job in self.chosen()))

    def _build(self) -> None:
        self.list.setHeaderLabels([tr("Report"), tr("State")])
        self.list.setAccessibleName(tr("Queue of reports"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # what the form leaves
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(10)
        self._progress.setAccessibleName(tr("Progress of the queue"))
        self._counted.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self._counted, 1)
        top.addWidget(self._progress, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._reason)
        column.addLayout(self._buttons())
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemActivated.connect(lambda _item, _column: self.open_file())
        self.list.customContextMenuRequested.connect(self._offer_menu)

    def _buttons(self) -> QHBoxLayout:
        self._details = self._menu.addAction(
            QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy &details"), self.copy_details
        )
        self._cancel_all = self._menu.addAction(tr("Cancel &all"), self.cancel_all)
        self._menu.addSeparator()
        self._clear = self._menu.addAction(tr("C&lear the list"), self._queue.clear_over)
        more = QToolButton()
        more.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        more.setToolTip(tr("More"))
        more.setAccessibleName(tr("More"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAutoRaise(True)
        more.setMenu(self._menu)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.open_button, self.folder_button, self.cancel_button):
            button.setMinimumWidth(70)
            row.addWidget(button, 1)
        row.addWidget(more)
        self.open_button.clicked.connect(self.open_file)
        self.folder_button.clicked.connect(self.open_folder)
        self.cancel_button.clicked.connect(self.cancel_chosen)
        return row

    def _offer_menu(self, at: QPoint) -> None:
        if self.list.itemAt(at) is not None:
            self._menu.popup(self.list.viewport().mapToGlobal(at))

    def _show(self, job: Job) -> None:
        if job.number not in self._items:
            return
        begins = job.state == RUNNING and job.progress == 0
        self._fill(job)
        self._show_state()
        if begins:
            self.list.scrollToItem(self._items[job.number])

    def _fill(self, job: Job) -> None:
        item = self._items[job.number]
        text = state_told(job)
        if item.text(1) == text:
            return
        item.setText(1, text)
        item.setIcon(0, _icon(job.state))
        told = str(job.path) if job.path is not None else job.reason or str(job.folder / (job.stem + job.suffix))
        for column in (0, 1):
            item.setToolTip(column, f"{job.title}\n{told}" if told else job.title)

    def _show_state(self) -> None:
        jobs, chosen = self._queue.jobs, self.chosen()
        over = sum(job.over for job in jobs)
        self._counted.setText(
            tr("{over} of {count} finished").format(over=over, count=len(jobs)) if jobs else tr("Nothing was made yet.")
        )
        self._progress.setRange(0, 100 * max(len(jobs), 1))
        self._progress.setValue(round(sum(100.0 if job.over else job.progress for job in jobs)))
        self._progress.setVisible(over < len(jobs))
        first = chosen[0] if chosen else None
        self.open_button.setEnabled(first is not None and first.path is not None)
        self.folder_button.setEnabled(first is not None)
        self.cancel_button.setEnabled(any(not job.over for job in chosen))
        self._details.setEnabled(first is not None)
        self._cancel_all.setEnabled(over < len(jobs))
        self._clear.setEnabled(over > 0)
        self._reason.show_problem(first.reason if first is not None else "")


def state_told(job: Job) -> str:
    """Return the state of a job in a word or two."""
    if job.state == RUNNING:
        return tr("{percent} %").format(percent=round(job.progress))
    words = {
        WAITING: tr("Waiting"),
        DONE: tr("Done"),
        FAILED: tr("Failed"),
        CANCELLED: tr("Cancelled"),
    }
    return words[job.state]


def _icon(state: str) -> QIcon:
    return QgsApplication.getThemeIcon(_ICONS[state])
