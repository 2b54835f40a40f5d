"""A report to PV by phone or mail: filled in, read out, copied, or saved as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.backups.contact import contact_of
from webcare_desk.clock import now
from webcare_desk.domain.backup import stamp_of
from webcare_desk.errors import WebcareError
from webcare_desk.pv.by_hand import FIELDS, ByHand, label_of, save, text_of
from webcare_desk.typed import typeable
from webcare_desk.ui import theme
from webcare_desk.ui.forms import throw_away
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.problem import ProblemLine
from webcare_desk.ui.room import give_room
from webcare_desk.ui.rows import Rows

_LINES = 2


class ByHandDialog(QDialog):
    """Nothing of it is kept: what is passed on is noted on paper and recorded later."""

    def __init__(self, folder: Path, language: str, parent: QWidget | None = None) -> None:
        """Show empty fields, and whom to call or mail."""
        super().__init__(parent)
        self._language = language
        self.fields: dict[str, QPlainTextEdit] = {}
        self.said, self.problem = PlainLabel(wraps=True), ProblemLine()
        self.setWindowTitle(self.tr("Report to PV by phone or mail"))
        give_room(self, 760, 720)
        title = PlainLabel(self.tr("Report to PV by phone or mail"))
        title.setObjectName("title")
        why = self.tr(
            "The desk cannot send it. Read it out or mail it, note time, name and number on "
            "paper, and record it when the desk works again: `webcare-desk escalation late`."
        )
        about = PlainLabel(typeable(why), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(Rows(self._form(contact_of(folder, language))), 1)
        for line in (self.said, self.problem):
            column.addWidget(line)
        column.addLayout(self._buttons())

    @property
    def text(self) -> str:
        """Return the report as it stands."""
        return text_of(ByHand(**self._given), self._language)

    @property
    def _given(self) -> dict[str, str]:
        return {name: field.toPlainText() for name, field in self.fields.items()}

    def copy(self) -> None:
        """Put the report on the clipboard."""
        self.problem.forget()
        QApplication.clipboard().setText(self.text)
        self._passed_on = self._given
        self.said.setText(self.tr("Copied."))

    def save_in(self, folder: Path) -> None:
        """Save the report as a PDF in a folder."""
        self.problem.forget()
        self.said.clear()
        try:
            place = save(self.text, folder, stamp_of(now()))
        except WebcareError as error:
            self.problem.say(error)
        else:
            self._passed_on = self._given
            self.said.setText(self.tr("Saved as {place}.").format(place=place))

    def reject(self) -> None:
        """Leave; ask first where what was typed was neither copied nor saved as it stands."""
        if self.isVisible() and self._given != self._passed_on:
            throw_away(self)
        else:
            super().reject()

    def _form(self, contact: str) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.S)
        for name in FIELDS:
            label = label_of(name, self._language)
            field = QPlainTextEdit()
            field.setObjectName("field")
            field.setAccessibleName(label)
            field.setTabChangesFocus(True)
            lines = 2 * _LINES if name == "event" else _LINES
            field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + theme.L)
            self.fields[name] = field
            form.addRow(PlainLabel(label, wraps=True), field)
        self.fields["contact"].setPlainText(contact)
        self._passed_on = self._given
        return form

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        copy, save_as = QPushButton(self.tr("Copy")), QPushButton(self.tr("Save as PDF…"))
        close = QPushButton(self.tr("Close"))
        copy.setObjectName("primary")
        copy.clicked.connect(self.copy)
        save_as.clicked.connect(self._ask_where)
        close.clicked.connect(self.reject)
        for button in (copy, save_as, close):
            row.addWidget(button)
        return row

    def _ask_where(self) -> None:
        chooser = QFileDialog(self, self.tr("A folder for the PDF"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(lambda chosen: self.save_in(Path(chosen)))
        chooser.open()
