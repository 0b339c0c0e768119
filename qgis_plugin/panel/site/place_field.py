"""Where the site is: the coordinate in any spelling, its datum, and how well it is known."""

from __future__ import annotations

from html import escape

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....processing.analysis.coordinate_text import DATUM_NAMES
from ....processing.i18n import tr
from ....processing.inputs import typical_accuracies
from ... import settings
from ...maptools.ground import click_accuracy_m
from ..elided import ElidedBox
from ..forms import let_shrink
from ..inks import WRONG, ThemedLabel
from .reading import DATUMS, WGS84, Fix, Told

CLICKED, GPS, SURVEY, STATED, UNKNOWN = "clicked", "gps", "survey", "stated", "unknown"

_MOST_M = 100_000.0
_NO_PLACE = "–"  # before there is a place nothing is exact


class PlaceField(QWidget):
    """Asks for the place; what was typed is read by others, and told with `show_told`."""

    entered = pyqtSignal(str)
    fixed = pyqtSignal(object)
    datum_changed = pyqtSignal(str)
    accuracy_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixes: tuple[Fix, ...] = ()
        self._assumed = False  # the accuracy is the one of the options: nobody has said so of this place
        self.text = QgsFilterLineEdit()
        self.pick_button = QToolButton()
        self.datum = ElidedBox()
        self.method = ElidedBox()
        self.accuracy = QDoubleSpinBox()
        self._hint = ThemedLabel()
        self._build()

    def show_text(self, text: str) -> None:
        """Show a coordinate without asking anything."""
        self.text.setText(text)
        self.text.setCursorPosition(0)

    def show_told(self, told: Told, more: tuple[str, ...] = (), wrong: bool = False) -> None:
        """Show below the field what its text was taken for, and how it can be mended.

        Parameters
        ----------
        told : Told
        more : tuple of str
            What else is to be said of the place.
        wrong : bool
            It is a place, but cannot be meant.
        """
        self._fixes = told.fixes
        said = [escape(sentence) for sentence in (*told.sentences, *more)]
        links = [f"<a href='{i}'>{escape(fix.label)}</a>" for i, fix in enumerate(told.fixes)]
        text = " ".join([*said, *links])
        self._hint.setText(f"<span class='{WRONG}'>{text}</span>" if said and (wrong or told.place is None) else text)
        self._hint.setVisible(bool(text))

    def told(self) -> str:
        """Return what stands below the field, as HTML."""
        return str(self._hint.text())

    def show_datum(self, datum: str) -> None:
        """Choose a datum without asking anything."""
        self.datum.blockSignals(True)
        self.datum.setCurrentIndex(self.datum.findData(datum))
        self.datum.blockSignals(False)

    def chosen_datum(self) -> str:
        """Return one of `DATUMS`."""
        return str(self.datum.currentData())

    def accuracy_m(self) -> float:
        """Return the accuracy that is stated, in metres; 0 for a place that is taken as exact."""
        return float(self.accuracy.value())

    def how_known(self) -> str:
        """Return in words where the accuracy comes from, as it is to stand on a certificate."""
        unknown = tr("not stated: as the options assume") if settings.accuracy_m() > 0 else ""
        words = {
            CLICKED: tr("click on the map"),
            GPS: tr("GPS or phone, on site"),
            SURVEY: tr("land survey"),
            STATED: tr("as stated"),
            UNKNOWN: unknown or tr("not stated: as for a GPS or phone on site"),
        }
        return words[str(self.method.currentData())]

    def show_clicked(self, scale: float) -> None:
        """State the accuracy of a click on a map of a scale, unless a person has said how the place is known."""
        if self.method.currentData() == CLICKED:
            self._state(click_accuracy_m(scale))

    def expect_text(self) -> None:
        """A coordinate was typed: it was not clicked, and nobody has said how it was found."""
        if self.method.currentData() != CLICKED:
            return
        self.choose_method(UNKNOWN)
        self._assumed = True

    def expect_click(self) -> None:
        """The place was clicked: it is no longer the one that was measured."""
        if self._assumed or self.method.currentData() in (GPS, SURVEY, UNKNOWN):
            self.choose_method(CLICKED)

    def choose_method(self, method: str) -> None:
        """Choose how the place is known, without asking anything."""
        self._assumed = False
        self.method.blockSignals(True)
        self.method.setCurrentIndex(self.method.findData(method))
        self.method.blockSignals(False)
        self._state_usual()

    def reset(self) -> None:
        """Return to the state before any place."""
        self.show_text("")
        self.show_told(Told(None))
        self.show_datum(WGS84)
        self.choose_method(CLICKED)
        self._state(0.0)
        self.accuracy.setSpecialValueText(_NO_PLACE)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._place_row())
        column.addWidget(self._hint)
        column.addLayout(self._accuracy_row())
        self._build_hint()
        for datum in DATUMS:
            self.datum.addItem(DATUM_NAMES[datum], datum)
        self.datum.setAccessibleName(tr("Datum of the coordinate"))
        self.datum.setToolTip(
            tr("Old topographic maps are in Indian 1960; web maps in WGS 84. They are 400 to 500 m apart.")
        )
        self.datum.activated.connect(lambda _index: self.datum_changed.emit(self.chosen_datum()))

    def _place_row(self) -> QHBoxLayout:
        self.text.setPlaceholderText(tr("Coordinate, or click the map"))
        self.text.setAccessibleName(tr("Coordinate of the site"))
        self.text.setToolTip(
            tr(
                "Latitude, longitude in decimals, degrees and minutes, or UTM zone 48N metres; Khmer digits too. Enter "
                "checks the place."
            )
        )
        self.text.setMinimumWidth(60)
        self.text.returnPressed.connect(lambda: self.entered.emit(self.text.text()))
        self.pick_button.setIcon(QgsApplication.getThemeIcon("/cursors/mCapturePoint.svg"))
        self.pick_button.setText(tr("Pick on map"))
        self.pick_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pick_button.setCheckable(True)
        self.pick_button.setToolTip(tr("Click the place on the map; drag it to another one; Esc ends"))
        self.pick_button.setAccessibleName(tr("Pick the site on the map"))
        row = QHBoxLayout()
        self.datum.setMinimumWidth(50)
        row.addWidget(self.text, 1)
        row.addWidget(self.datum)
        return row

    def _build_hint(self) -> None:
        self._hint.setWordWrap(True)
        self._hint.setVisible(False)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flags = Qt.TextInteractionFlag
        self._hint.setTextInteractionFlags(flags.TextBrowserInteraction)  # by mouse and by keyboard
        self._hint.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hint.linkActivated.connect(self._follow)

    def _accuracy_row(self) -> QHBoxLayout:
        for method, label in (
            (CLICKED, tr("Click on the map")),
            (GPS, tr("GPS or phone, on site")),
            (SURVEY, tr("Land survey")),
            (STATED, tr("As stated")),
            (UNKNOWN, tr("Not known")),
        ):
            self.method.addItem(label, method)
        let_shrink(self.method)
        self.method.setAccessibleName(tr("How the place is known"))
        self.method.setToolTip(
            tr(
                "How the place is known: it sets the accuracy to what is usual. Not known: that of the options, or "
                "else that of a GPS or phone; the certificate says so."
            )
        )
        self.method.activated.connect(lambda _index: self._method_chosen())
        self.accuracy.setRange(0.0, _MOST_M)
        self.accuracy.setDecimals(1)
        self.accuracy.setSuffix(tr(" m"))
        self.accuracy.setGroupSeparatorShown(True)
        self.accuracy.setSpecialValueText(_NO_PLACE)
        self.accuracy.setKeyboardTracking(False)
        self.accuracy.setAccessibleName(tr("Accuracy of the place in metres"))
        self.accuracy.setToolTip(
            tr("Radius within which the true place lies. A verdict is given only when it is the same everywhere in it.")
        )
        self.accuracy.valueChanged.connect(lambda _value: self._accuracy_typed())
        for widget, least in ((self.pick_button, 34), (self.method, 50), (self.accuracy, 76)):
            widget.setMinimumWidth(least)  # what does not fit a narrow panel is cut, and stands in the tool tip
        row = QHBoxLayout()
        row.addWidget(self.pick_button)
        row.addWidget(self.method, 1)
        sign = QLabel("±")
        sign.setBuddy(self.accuracy)
        row.addWidget(sign)
        row.addWidget(self.accuracy)
        return row

    def _follow(self, link: str) -> None:
        if link.isdigit() and int(link) < len(self._fixes):
            self.fixed.emit(self._fixes[int(link)])

    def _method_chosen(self) -> None:
        self._assumed = False
        self._state_usual()
        self.accuracy_changed.emit()

    def _state_usual(self) -> None:
        """State what is usual for the method; what a person stated stays where nothing is."""
        gps = typical_accuracies().get("gps", 0.0)
        usual = {GPS: gps, SURVEY: 0.0, UNKNOWN: settings.accuracy_m() or gps}
        method = str(self.method.currentData())
        if method in usual:
            self._state(usual[method])

    def _accuracy_typed(self) -> None:
        self.accuracy.setSpecialValueText(tr("exact"))
        self._assumed = False
        self.method.setCurrentIndex(self.method.findData(STATED))
        self.accuracy_changed.emit()

    def _state(self, metres: float) -> None:
        self.accuracy.blockSignals(True)
        self.accuracy.setSpecialValueText(tr("exact"))
        self.accuracy.setValue(metres)
        self.accuracy.blockSignals(False)
