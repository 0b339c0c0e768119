"""How the parts of editing speak to the person, in QGIS's message bar."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QPushButton

from ...processing.i18n import tr
from ...processing.uri import without_passwords

# Shows a sentence in QGIS's message bar.
Tell = Callable[[str, Qgis.MessageLevel], None]
_OFFER = "FactoryLocationsOffer"
_SECONDS = 20


class Teller:
    """Says a sentence, or offers something with it; only the latest offer stands."""

    def __init__(self, iface: QgisInterface, tell: Tell) -> None:
        self._iface = iface
        self.tell = tell

    def tell_for_good(self, sentence: str, level: Qgis.MessageLevel) -> None:
        """Say a sentence that stands until somebody has read it, also when the plugin is gone."""
        self._iface.messageBar().pushMessage(tr("Factory Locations"), without_passwords(sentence), level, 0)

    def offer(self, sentence: str, button: str, do: Callable[[], None]) -> None:
        """Say a sentence with a button that does something about it."""
        self.clear()
        bar = self._iface.messageBar()
        item = bar.createMessage(tr("Factory Locations"), sentence)
        item.setObjectName(_OFFER)
        item.setLevel(Qgis.MessageLevel.Info)
        item.setDuration(_SECONDS)
        press = QPushButton(button)

        def pressed() -> None:
            self.clear()
            do()

        press.clicked.connect(pressed)
        item.layout().addWidget(press)
        bar.pushItem(item)

    def clear(self) -> None:
        """Take back what is offered."""
        bar = self._iface.messageBar()
        for item in [one for one in bar.items() if one.objectName() == _OFFER]:
            bar.popWidget(item)
