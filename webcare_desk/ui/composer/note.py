"""The private note: another look, another place, and no way to send it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush, QColor, QKeySequence, QPainter, QPaintEvent, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.case import Note
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.keys import with_key
from webcare_desk.ui.plain import PlainLabel, oneline, shown
from webcare_desk.ui.problem import ProblemLine
from webcare_desk.ui.sheet import Sheet

_HATCH = 60  # of 255


class NoteTab(QWidget):
    """Writes a note that stays on the desk; hatched, so that nobody mistakes it."""

    saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no notes yet."""
        super().__init__(parent)
        self.notes = QPlainTextEdit()
        self.edit = QPlainTextEdit()
        self.save = QPushButton(with_key(self.tr("Save note"), "Ctrl+Return"))
        self.problem = ProblemLine()
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.edit.textChanged.connect(self._enable)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)
        self._enable()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the notes beside the comment; what is being typed stays."""
        text = "\n\n".join(_said(note, sheet) for note in sheet.file.notes)
        if text != self.notes.toPlainText():
            self.notes.setPlainText(shown(text))
            bar = self.notes.verticalScrollBar()
            bar.setValue(bar.maximum())
        self.notes.setVisible(bool(sheet.file.notes))

    def kept(self, text: str) -> None:
        """Empty the field of a note that is on the desk now; what was typed since stays."""
        if self.edit.toPlainText() == text:
            self.edit.clear()
        self.problem.forget()

    def _save(self) -> None:
        if self.edit.toPlainText().strip():
            self.save.setEnabled(False)
            self.saved.emit(self.edit.toPlainText())

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.edit.toPlainText().strip()))

    def failed(self, error: WebcareError) -> None:
        """Say why the note is not kept; the words stay."""
        self.problem.say(error)
        self._enable()

    def _lay_out(self) -> None:
        self.notes.setObjectName("notes")
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("Notes beside this comment"))
        self.edit.setObjectName("note")
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Private note"))
        self.edit.setPlaceholderText(self.tr("Only colleagues on this desk can read this."))
        hint = PlainLabel(self.tr("Private: a note never leaves the desk."), wraps=True)
        hint.setObjectName("faint")
        line = QHBoxLayout()
        line.addWidget(hint, 1)
        line.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.notes, 1)
        column.addWidget(self.edit, 1)
        column.addWidget(self.problem)
        column.addLayout(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hatch of a private place."""
        now = theme.colours()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(now.note))
        hatch = QColor(now.warning)
        hatch.setAlpha(_HATCH)
        painter.fillRect(event.rect(), QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def _said(note: Note, sheet: Sheet) -> str:
    name = oneline(sheet.names.get(note.author, ""), 60)
    return f"{name} · {moment(note.at)}\n{note.text}"
