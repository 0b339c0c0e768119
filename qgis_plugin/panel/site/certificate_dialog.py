"""Asks for whom a certificate is, and where it shall be written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ....processing.i18n import tr
from ...buttons import button_box
from ...project.results import free_path
from ..forms import form
from ..inks import ThemedLabel
from ..reports.names import writing_problem

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


@dataclass(frozen=True)
class Typed:
    """What was typed for a certificate, to be kept until it is written."""

    applicant: str = ""
    reference: str = ""


class CertificateDialog(QDialog):
    """Applicant, number of the application, and the PDF."""

    def __init__(
        self,
        folder: Path,
        about: str,
        parent: QWidget | None = None,
        typed: Typed = Typed(),
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._own = False
        self.setWindowTitle(tr("Location certificate"))
        self.applicant = QLineEdit(typed.applicant)
        self.reference = QLineEdit(typed.reference)
        self.file = QgsFileWidget()
        self._wrong = ThemedLabel()
        self._buttons = button_box(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._build(about)
        self._propose()

    def path(self) -> str:
        """Return the PDF to write."""
        return str(self.file.filePath()).strip()

    def typed(self) -> Typed:
        """Return whose certificate it is."""
        return Typed(self.applicant.text().strip(), self.reference.text().strip())

    def accept(self) -> None:
        """Close, unless nothing can be written there: what was typed stays before the eyes."""
        self._check()
        if not self._wrong.text():
            self._tell(writing_problem(str(Path(self.path()).parent)) or _taken(Path(self.path())))
        if not self._wrong.text():
            super().accept()

    def parameters(self) -> dict[str, str]:
        """Return what `factory:assess_site` is told."""
        return {
            "NAME": self.applicant.text().strip(),
            "REFERENCE": self.reference.text().strip(),
            "OUTPUT_PDF": self.path(),
        }

    def _build(self, about: str) -> None:
        self.applicant.setAccessibleName(tr("Applicant"))
        self.reference.setAccessibleName(tr("Number of the application"))
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setDialogTitle(tr("Save the certificate"))
        self.file.setFilter(tr("PDF files (*.pdf)"))
        self.file.lineEdit().setAccessibleName(tr("File of the certificate"))
        rows = form()
        rows.addRow(tr("&Applicant"), self.applicant)
        rows.addRow(tr("&Number of the application"), self.reference)
        rows.addRow(tr("&Save to"), self.file)
        title = QLabel(about)
        title.setWordWrap(True)
        self._wrong.setWordWrap(True)
        self._wrong.show_as_wrong(True)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addLayout(rows)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("&Write certificate"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.applicant.textChanged.connect(lambda _text: self._propose())
        self.reference.textChanged.connect(lambda _text: self._propose())
        self.file.fileChanged.connect(lambda _path: self._typed())
        self.resize(560, self.sizeHint().height())

    def _propose(self) -> None:
        """Propose a name that says whose certificate it is; a name that was typed stays."""
        if self._own:
            return
        named = [text for text in (self.reference.text().strip(), self.applicant.text().strip()) if text]
        words = _NOT_IN_NAMES.sub("_", "_".join(named)).strip("_.")[:80] or tr("site")
        name = f"{tr('certificate')}_{words}_{date.today().isoformat()}.pdf"
        self.file.blockSignals(True)
        self.file.setFilePath(str(free_path(self._folder / name)))
        self.file.blockSignals(False)
        self.file.lineEdit().setToolTip(self.path())
        self._check()

    def _typed(self) -> None:
        self._own = True
        self._check()

    def _check(self) -> None:
        path = Path(self.path())
        wrong = ""
        if path.suffix.lower() != ".pdf":
            wrong = tr("The name must end in .pdf.")
        elif not path.parent.is_dir():
            wrong = tr("There is no folder {path}.").format(path=path.parent)
        self._tell(wrong)

    def _tell(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)


def _taken(path: Path) -> str:
    """Return that a file which is there already is held by another program, or protected; empty where it is not."""
    try:
        if path.exists():
            with path.open("ab"):
                pass
    except OSError as error:
        told = tr("“{path}” cannot be written: {why}. Close whatever has it open, or choose another name.")
        return told.format(path=path, why=error.strerror)
    return ""
