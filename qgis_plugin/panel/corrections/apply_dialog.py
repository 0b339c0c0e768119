"""What applying would do, and in whose name: asked before the register is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....processing.i18n import tr
from ... import settings
from ...buttons import button_box
from ..register.model import count

_NAMED = 12


@dataclass(frozen=True)
class Trial:
    """What a trial run says.

    Attributes
    ----------
    applied, unchanged : int
        Proposals that would be applied, and those that the register says already.
    left : dict of str to list of str
        Accepted proposals that would be left: the factories by the sentence why.
    """

    applied: int
    unchanged: int
    left: Mapping[str, Sequence[str]]

    def left_count(self) -> int:
        """Return how many accepted proposals would be left."""
        return sum(map(len, self.left.values()))


class ApplyDialog(QDialog):
    """Counts, what is left and why, the officer's name, and a reason for the log."""

    def __init__(self, trial: Trial, register: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trial = trial
        self.setWindowTitle(tr("Apply corrections"))
        self.setObjectName("FactoryLocationsApply")
        self.headline = QLabel()
        self.headline.setWordWrap(True)
        self.left = QTextBrowser()
        self.officer = QLineEdit(settings.officer())
        self.reason = QLineEdit()
        self.buttons = button_box(QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = QPushButton(tr("&Apply {count}").format(count=count(trial.applied)))
        self.buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply_button.setDefault(True)
        self._build(register)
        self.resize(520, self.sizeHint().height())
        self.officer.setFocus()

    def who(self) -> str:
        """Return the name typed."""
        return str(self.officer.text()).strip()

    def why(self) -> str:
        """Return the reason typed; empty for the evidence of each proposal."""
        return str(self.reason.text()).strip()

    def _build(self, register: str) -> None:
        trial = self.trial
        lines = [
            tr("{count} factories of “{register}” will be corrected.").format(
                count=count(trial.applied), register=register
            )
        ]
        if not trial.applied:
            lines = [tr("Nothing would change in “{register}”.").format(register=register)]
        if trial.unchanged:
            lines.append(tr("The register says so already: {count}.").format(count=count(trial.unchanged)))
        lines.append(tr("Each change is logged, and Undo takes it back."))
        self.headline.setText(" ".join(lines))
        form = QFormLayout()
        form.addRow(tr("&Who decides"), self.officer)
        form.addRow(tr("&Reason"), self.reason)
        self.reason.setPlaceholderText(tr("The evidence of each proposal"))
        column = QVBoxLayout(self)
        column.addWidget(self.headline)
        if trial.left:
            title = QLabel(tr("Accepted, but left: {count}").format(count=count(trial.left_count())))
            self.left.setHtml(left_html(trial.left))
            self.left.setAccessibleName(title.text())
            self.left.setMaximumHeight(180)
            column.addWidget(title)
            column.addWidget(self.left)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.officer.textChanged.connect(lambda _text: self._refresh())
        self._refresh()

    def _refresh(self) -> None:
        self.apply_button.setEnabled(bool(self.who()) and self.trial.applied > 0)
        self.apply_button.setToolTip("" if self.who() else tr("Say who decides: the log keeps the name."))


def left_html(left: Mapping[str, Sequence[str]]) -> str:
    """Return why something is left, with the ids of the factories, as a list."""
    items = []
    for why, factories in left.items():
        named = ", ".join(factories[:_NAMED])
        if len(factories) > _NAMED:
            named = tr("{some} and {count} more").format(some=named, count=count(len(factories) - _NAMED))
        items.append(f"<p style='margin:0 0 4px 0'>{escape(why)}<br><i>{escape(named)}</i></p>")
    return "".join(items)
