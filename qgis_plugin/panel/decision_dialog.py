"""The dialog in which an officer records a decision on a finding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...processing.checks.history import DECISIONS, Decision
from ...processing.i18n import tr
from .. import settings
from ..buttons import button_box
from .details import decided_by, decision_word
from .findings_model import plain
from .inks import ThemedLabel


class DecisionDialog(QDialog):
    """Asks for decision, reason, name and expiry; `decision` is what was answered."""

    def __init__(
        self, finding: Mapping[str, Any], earlier: Decision | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finding_id = str(plain(finding.get("finding_id")) or "")
        self._today = today
        self.setWindowTitle(tr("Record a decision"))
        self.setMinimumWidth(420)
        self.decision_box = QComboBox()
        self.reason = QPlainTextEdit()
        self.officer = QLineEdit()
        self.expires = QCheckBox(tr("Holds until"))
        self.expiry = QDateEdit()
        self._why = ThemedLabel()
        self._buttons = button_box(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._build(finding, earlier)
        self._fill(earlier)
        self._check()

    def decision(self) -> Decision:
        """Return what was answered."""
        return Decision(
            finding_id=self._finding_id,
            decision=str(self.decision_box.currentData()),
            reason=" ".join(self.reason.toPlainText().split()),
            officer=self.officer.text().strip(),
            decided_on=self._today,
            expires_on=self.expiry.date().toPyDate() if self.expires.isChecked() else None,
        )

    def problem(self) -> str:
        """Return what is still to be filled in or corrected, empty when all is well."""
        made = self.decision()
        if not made.decision:
            return tr("Choose the decision.")
        if not made.reason:
            return tr("Write the reason: it is what the next officer has to go on.")
        if not made.officer:
            return tr("Write your name.")
        if made.expires_on is not None and made.expires_on < self._today:
            return tr("The last day is in the past.")
        return ""

    def accept(self) -> None:
        """Remember the officer's name and close."""
        if not self.problem():
            settings.set_officer(self.officer.text())
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its texts need at this width, with four lines for the reason: Qt's own guess is far too much."""
        super().showEvent(event)
        spare = self.reason.sizeHint().height() - self.reason.minimumHeight()
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()) - spare)

    def _build(self, finding: Mapping[str, Any], earlier: Decision | None) -> None:
        known = {name: str(plain(value) or "") for name, value in finding.items()}
        factory = known.get("factory_name") or known.get("factory_id") or tr("Unnamed factory")
        about = QLabel(
            f"<b>{escape(factory)}</b> {escape(known.get('factory_id', ''))}<br>"
            f"{escape(known.get('rule_id', ''))}: {escape(known.get('message', ''))}"
        )
        effect = QLabel(
            tr("An accepted finding is exempt from the next check on. This check and its map stay as they are.")
        )
        form = QFormLayout()
        form.addRow(tr("&Decision"), self.decision_box)
        form.addRow(tr("&Reason"), self.reason)
        form.addRow(tr("&Officer"), self.officer)
        day = QLabel(self._today.isoformat())
        day.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form.addRow(tr("Date"), day)
        row = QHBoxLayout()
        self.expiry.setAccessibleName(self.expires.text())
        row.addWidget(self.expires)
        row.addWidget(self.expiry, 1)
        form.addRow("", row)
        column = QVBoxLayout(self)
        column.addWidget(about)
        if earlier is not None:
            column.addWidget(self._replaced(earlier))
        column.addLayout(form, 1)
        column.addWidget(effect)
        column.addWidget(self._why)
        column.addWidget(self._buttons)
        for label in (about, effect, self._why):
            label.setWordWrap(True)
        self._why.show_as_wrong(True)
        self.reason.setMinimumHeight(4 * self.fontMetrics().height())
        self.reason.setTabChangesFocus(True)
        self.decision_box.currentIndexChanged.connect(lambda _index: self._check())
        self.reason.textChanged.connect(self._check)
        self.officer.textChanged.connect(self._check)
        self.expires.toggled.connect(self._check)
        self.expiry.dateChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _replaced(self, earlier: Decision) -> QLabel:
        label = QLabel(
            tr("Replaces the decision “{decision}” ({details}).").format(
                decision=decision_word(earlier.decision), details=decided_by(earlier)
            )
        )
        label.setWordWrap(True)
        return label

    def _fill(self, earlier: Decision | None) -> None:
        self.decision_box.addItem(tr("Choose…"), "")
        for word in DECISIONS:
            self.decision_box.addItem(decision_word(word), word)
        # Never the account's name: several officers may share one, and a decision needs a person.
        self.officer.setText(settings.officer())
        self.expiry.setCalendarPopup(True)
        self.expiry.setDisplayFormat("yyyy-MM-dd")
        in_a_year = QDate(self._today.year, self._today.month, self._today.day).addYears(1)
        self.expiry.setDate(in_a_year)
        self.expires.setChecked(True)
        if earlier is not None:
            self.decision_box.setCurrentIndex(max(0, self.decision_box.findData(earlier.decision)))
            self.reason.setPlainText(earlier.reason)
            day = earlier.expires_on
            self.expires.setChecked(day is not None)
            if day is not None:
                self.expiry.setDate(QDate(day.year, day.month, day.day))

    def _check(self) -> None:
        problem = self.problem()
        self._why.setText(problem)
        self._why.setVisible(bool(problem))
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not problem)
        self.expiry.setEnabled(self.expires.isChecked())
