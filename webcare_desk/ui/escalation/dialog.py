"""The escalation dialog: filled in already; its button or Ctrl+Enter sends, Esc leaves all as it was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.casework import Decision
from webcare_desk.errors import StaleError, WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.comment.looks import Looks
from webcare_desk.ui.dress import dress
from webcare_desk.ui.escalation.faults import Faults
from webcare_desk.ui.escalation.form import CaseForm
from webcare_desk.ui.escalation.original import Original
from webcare_desk.ui.escalation.prefill import Prefill, faults, read_prefill, send
from webcare_desk.ui.escalation.words import mandatory_word
from webcare_desk.ui.forms import throw_away
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.problem import ProblemLine
from webcare_desk.ui.room import give_room
from webcare_desk.ui.whose import receiver, titled
from webcare_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from webcare_desk.pv.e2b.faults import Fault

_FIRST_WORDS = 80
#: How long nothing is typed before the rules look at the form, in milliseconds.
_PAUSE = 250
#: What the form says: the decision, and which cases were told apart.
_Said = tuple[Decision, tuple[int, ...]]


class EscalationDialog(QDialog):
    """Hands one comment to PV; says to whose, and repeats who wrote it and how it begins."""

    #: The comment, and the case number under which it went.
    escalated = Signal(int, str)

    def __init__(self, workplace: Workplace, comment: int, parent: QWidget | None = None) -> None:
        """Read the comment and fill the form; nothing is kept before a person sends it."""
        super().__init__(parent)
        self._work = workplace
        self._comment = comment
        self.form: CaseForm | None = None
        self._prefill: Prefill | None = None
        self._untouched: _Said | None = None
        self._area: QScrollArea | None = None
        self.result_line, self.problem = PlainLabel(wraps=True), ProblemLine()
        self._title, self._whose = PlainLabel(), PlainLabel(wraps=True)
        self.receiver = PlainLabel(receiver(workplace.app, workplace.language), wraps=True)
        self.send = QPushButton(self.tr("Escalate to PV (Enter)"))
        self.cancel = QPushButton(self.tr("Cancel (Esc)"))
        self.done_button = QPushButton(self.tr("Close (Enter)"))
        self.faults = Faults()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._looks = Looks(workplace, self)
        self._looks.turn_to(comment)
        self._looks.refused.connect(lambda _, error: self.problem.say(error))
        self._lay_out()
        self.send.clicked.connect(self._send)
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send.click)
        self._reading = Latest(workplace.tasks, self, self._fill, self._failed)
        self._checking = Latest[tuple["Fault", ...]](workplace.tasks, self, self.faults.show_faults)
        self._pause.timeout.connect(self._check)
        self.faults.chosen.connect(self._go_to)
        app, actor = workplace.app, workplace.actor
        self._read = lambda: read_prefill(app, comment, actor)
        self._reading.ask(self._read)
        dress(self)

    def _fill(self, prefill: Prefill) -> None:
        snapshot = prefill.case.snapshot
        words = self.tr("{author}: “{words}”")
        self._whose.setText(
            words.format(
                author=oneline(snapshot.author, 60), words=oneline(snapshot.text, _FIRST_WORDS)
            )
        )
        before, self._prefill, self.form = self.form, prefill, CaseForm(prefill)
        self._untouched = self._said()
        if before is not None:
            self.form.keep_typed(before)
        self.form.changed.connect(self._pause.start)
        self._area = _scrolled(self.form, self.tr("The case"))
        self._show(
            _scrolled(Original(prefill, self._looks.see), self.tr("The original")), self._area
        )
        self.send.setEnabled(True)
        # One more Enter must not send words that nobody has read.
        (self.send if before is None else self._area).setFocus()
        self._check()

    def _show(self, *panes: QWidget) -> None:
        """Put the panes in the place of those of older words, if there were any."""
        for older in (self._panes.widget(place) for place in range(self._panes.count())):
            if older is not None:
                older.hide()
                older.deleteLater()
        for place, pane in enumerate(panes):
            self._panes.insertWidget(place, pane)
        self._panes.setSizes([self.width() * 2 // 5, self.width() * 3 // 5])

    def _said(self) -> _Said | None:
        """Return what the form says now."""
        return None if self.form is None else (self.form.decision(), self.form.alikes.apart())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button that has the focus; nothing leaves from a field."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Ask first where something that was typed or chosen would be lost."""
        if self.cancel.isHidden() or self._said() == self._untouched:
            super().reject()
            return
        throw_away(self)

    def _check(self) -> None:
        """Hold the form against PV's rules, in a worker."""
        prefill, form, language = self._prefill, self.form, self._work.language
        if prefill is not None and form is not None:
            decision = form.decision()
            self._checking.ask(lambda: faults(prefill, decision, language))

    def _send(self) -> None:
        decision = Decision() if self.form is None else self.form.decision()
        if self.form is not None and self.form.lacking():
            self._ask_for(self.form)
            return
        apart = () if self.form is None else self.form.alikes.apart()
        app, actor, comment = self._work.app, self._work.actor, self._comment
        self.problem.forget()
        self.send.setEnabled(False)
        self._work.tasks.act(
            lambda: send(app, comment, actor, decision, apart),
            alive(self, self._sent),
            alive(self, self._failed),
        )

    def _ask_for(self, form: CaseForm) -> None:
        names = ", ".join(mandatory_word(each) for each in form.lacking())
        words = self.tr("PV cannot begin without: {names}. Say in the remark what was seen.")
        self.problem.say(words.format(names=names))
        self._go_to("remark")

    def _go_to(self, field: str) -> None:
        """Put the cursor into a field, also one that is scrolled out of sight."""
        widget = None if self.form is None else self.form.widget_of(field)
        if widget is not None and self._area is not None:
            widget.setFocus()
            self._area.ensureWidgetVisible(widget)

    def _sent(self, number: str) -> None:
        words = self.tr("Escalated as {number}; PV must acknowledge.")
        self.result_line.setText(f"✓ {words.format(number=number)}")
        self.result_line.show()
        self._panes.setEnabled(False)
        self.faults.hide()
        self.send.hide()
        self.cancel.hide()
        self.done_button.show()
        self.done_button.setDefault(True)
        self.done_button.setFocus()
        self.escalated.emit(self._comment, number)

    def _failed(self, error: WebcareError) -> None:
        self.problem.say(error)
        if isinstance(error, StaleError):
            self._reading.ask(self._read)  # other words: the form is filled from those
            return
        self.send.setEnabled(self.form is not None)

    def _lay_out(self) -> None:
        self.setWindowTitle(titled(self._work, self.tr("Escalate to PV")))
        give_room(self, 1180, 720)
        self._title.setText(self.tr("Escalate to pharmacovigilance"))
        self._title.setObjectName("title")
        self._whose.setObjectName("faint")
        self.result_line.setObjectName("fine")
        self.result_line.hide()
        self.send.setDefault(True)
        self.send.setEnabled(False)
        self.cancel.setAutoDefault(False)
        for button in (self.send, self.done_button):
            button.setObjectName("primary")
        self.done_button.hide()
        self._panes.setChildrenCollapsible(False)
        head = QVBoxLayout()
        head.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        head.setSpacing(theme.XS)
        head.addWidget(self._title)
        head.addWidget(self.receiver)
        head.addWidget(self._whose)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        foot.setSpacing(theme.S)
        said = QVBoxLayout()
        said.addWidget(self.faults)
        said.addWidget(self.result_line)
        said.addWidget(self.problem)
        foot.addLayout(said, 1)
        foot.addWidget(self.send)
        foot.addWidget(self.done_button)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._panes, 1)
        column.addLayout(foot)


def _scrolled(widget: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(widget)
    return area
