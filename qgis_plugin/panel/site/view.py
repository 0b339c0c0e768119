"""The tab: place, activity and size above, the answer below."""

from __future__ import annotations

from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ....processing.paths import ICONS
from ..elided import ElidedBox
from ..forms import ScrolledForm, form, let_shrink
from ..inks import ThemedLabel
from .activity_field import ActivityField
from .answer import size_words
from .answer_box import AnswerBox
from .place_field import PlaceField

# An answer that takes no longer is there before anybody could read that it is on its way.
_BUSY_AFTER_MS = 300


class SiteView(QWidget):
    """What the person sees; it knows nothing of maps and runs."""

    size_chosen = pyqtSignal()
    certificate_wanted = pyqtSignal()
    copy_wanted = pyqtSignal(int)
    clear_wanted = pyqtSignal()
    demo_wanted = pyqtSignal()
    layers_wanted = pyqtSignal()
    seen = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = PlaceField()
        self.activity = ActivityField()
        self.size = ElidedBox()
        self.answer = AnswerBox()
        self._layers = ThemedLabel()
        self._activity_told = ThemedLabel()
        self._message = ThemedLabel()
        self.certificate_button = QPushButton(QIcon(str(ICONS / "assess_site.svg")), tr("C&ertificate…"))
        self.copy_button = QToolButton()
        self.clear_button = QPushButton(tr("C&lear"))
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER_MS)
        self._busy.timeout.connect(self.answer.show_busy)
        self._build()
        self.enable(placed=False, answered=False)

    def chosen_size(self) -> int:
        """Return the value of the parameter ``SIZE``."""
        return int(self.size.currentData())

    def show_size(self, size: int) -> None:
        """Choose a size without asking anything."""
        self.size.setCurrentIndex(self.size.findData(size))

    def show_layers(self, text: str, tip: str, link: bool) -> None:
        """Say which layers the rules still lack.

        Parameters
        ----------
        text, tip : str
        link : bool
            Whether to offer to choose them.
        """
        choose = f" <a href='layers'>{escape(tr('Choose them'))}</a>" if link else ""
        self._layers.setText(escape(text) + choose)
        self._layers.setToolTip(tip)
        self._layers.setVisible(bool(text))

    def layers_told(self) -> str:
        """Return the line about layers that are missing."""
        return str(self._layers.text()) if self._layers.isVisibleTo(self) else ""

    def activity_told(self) -> str:
        """Return what stands below the activity, in red; empty for nothing."""
        return str(self._activity_told.text())

    def show_ready(self, ready: bool) -> None:
        """Show the form, or how to come by layers."""
        self._pages.setCurrentIndex(1 if ready else 0)

    def is_ready(self) -> bool:
        """Return whether the form is shown."""
        return bool(self._pages.currentIndex() == 1)

    def show_busy(self, busy: bool) -> None:
        """Say that an answer is under way, if it takes so long that anybody would ask."""
        if busy:
            self._busy.start()
        else:
            self._busy.stop()

    def enable(self, *, placed: bool, answered: bool) -> None:
        """Enable the buttons that make sense."""
        self.certificate_button.setEnabled(answered)
        self.copy_button.setEnabled(placed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised is still the one where this is shown
            self.seen.emit(False)

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._form())
        told = tr("Say for a place and an activity whether a factory may stand there. There are no layers to check by.")
        demo = tr("Load demo project")
        choose = tr("Choose layers")
        self._message.setText(
            f"<p>{escape(told)}</p><p><a href='demo'>{escape(demo)}</a></p><p><a href='layers'>{escape(choose)}</a></p>"
        )
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(16)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._message.linkActivated.connect(self._follow)
        self._layers.linkActivated.connect(self._follow)

    def _form(self) -> ScrolledForm:
        for value, label in size_words():
            self.size.addItem(label, value)
        let_shrink(self.size)
        self.size.setAccessibleName(tr("Size of the factory"))
        self.size.activated.connect(lambda _index: self.size_chosen.emit())
        self._layers.setWordWrap(True)
        self._layers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layers.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._activity_told.setWordWrap(True)
        self._activity_told.setVisible(False)
        self._activity_told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._activity_told.show_as_wrong(True)
        self.activity.told.connect(self._tell_activity)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.place)
        rows = form()
        rows.addRow(tr("A&ctivity"), self.activity)
        rows.setWidget(rows.rowCount(), QFormLayout.ItemRole.FieldRole, self._activity_told)
        rows.addRow(tr("Si&ze"), self.size)
        column.addLayout(rows)
        column.addWidget(self._layers)
        column.addWidget(self.answer, 1)
        column.addLayout(self._buttons())
        return ScrolledForm(body)

    def _buttons(self) -> QHBoxLayout:
        menu = QMenu(self)
        for style, label in enumerate((tr("Decimal degrees"), tr("Degrees, minutes, seconds"), tr("UTM zone 48N"))):
            menu.addAction(label, lambda style=style: self.copy_wanted.emit(style))
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy coordinates"))
        self.copy_button.setAccessibleName(tr("Copy coordinates"))
        self.copy_button.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.copy_button.setMenu(menu)
        self.copy_button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(0))
        self.certificate_button.setToolTip(tr("Write a page to sign and to file, as PDF"))
        self.certificate_button.clicked.connect(self.certificate_wanted)
        self.clear_button.clicked.connect(self.clear_wanted)
        row = QHBoxLayout()
        for button in (self.certificate_button, self.copy_button, self.clear_button):
            button.setMinimumWidth(50)
            row.addWidget(button, 1)
        return row

    def _tell_activity(self, wrong: str) -> None:
        self._activity_told.setText(wrong)
        self._activity_told.setVisible(bool(wrong))
        self.activity.setAccessibleDescription(wrong)

    def _follow(self, link: str) -> None:
        (self.demo_wanted if link == "demo" else self.layers_wanted).emit()
