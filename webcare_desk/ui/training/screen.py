"""The training test: one comment at a time, three answers, and why after each."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.training import Answer, Certificate
from webcare_desk.errors import WebcareError
from webcare_desk.paths import resources_dir
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.training import Pool, Sitting, begin, finish, load_pool
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.plain import PlainLabel, ampersand, shown
from webcare_desk.ui.said import error_words
from webcare_desk.ui.workplace import Workplace

_WIDTH = 720
#: The answers in the order of their keys.
_ANSWERS = {
    Answer.SAFETY: QT_TRANSLATE_NOOP("Training", "Forward to PV: an event or a special situation"),
    Answer.QUALITY: QT_TRANSLATE_NOOP(
        "Training", "A product complaint; nothing happened to anybody"
    ),
    Answer.NONE: QT_TRANSLATE_NOOP("Training", "No report"),
}


class TestScreen(QWidget):
    """Asks, explains, and at the end says whether there is a certificate."""

    __test__ = False  # pytest: this is no test of the program
    #: The person leaves. The log says that the test was begun, and what came of it only at its end.
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show the first question once the questions are read."""
        super().__init__()
        self.setObjectName("calm")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._work = workplace
        self._sitting: Sitting | None = None
        self._given: Answer | None = None
        self.count, self.text = PlainLabel(), PlainLabel(wraps=True)
        self.verdict, self.why = PlainLabel(), PlainLabel(wraps=True)
        self.bar = QProgressBar()
        self.answers = {answer: QPushButton(_label(answer)) for answer in _ANSWERS}
        self.next, self.leave = QPushButton(), QPushButton(self.tr("Leave the test"))
        self._lay_out()
        for answer, button in self.answers.items():
            button.clicked.connect(partial(self._answer, answer))
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.left)
        self.text.setText(self.tr("One moment…"))
        self._show_parts(asked=False, explained=False)
        app, me = workplace.app, workplace.actor
        workplace.tasks.act(lambda: begin(app.desk, _pool(), me), self._begin, self._failed)

    @property
    def sitting(self) -> Sitting | None:
        """Return the test as it stands."""
        return self._sitting

    def _begin(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.bar.setRange(0, sitting.count)
        self._ask()

    def _ask(self) -> None:
        """Show the next question."""
        sitting = self._sitting
        question = None if sitting is None else sitting.current
        if sitting is None or question is None:
            return
        self._given = None
        number = len(sitting.given) + 1
        self.count.setText(
            self.tr("Comment {number} of {count}").format(number=number, count=sitting.count)
        )
        self.bar.setValue(len(sitting.given))
        self.text.setText(shown(question.text))
        self._show_parts(asked=True, explained=False)
        for answer, button in self.answers.items():
            button.setEnabled(True)
            button.setText(_label(answer))
        self.setFocus()

    def _answer(self, answer: Answer) -> None:
        """Take an answer and say why it is right or not."""
        sitting = self._sitting
        question = None if sitting is None else sitting.current
        if sitting is None or question is None or self._given is not None:
            return
        self._given = answer
        is_right = answer is question.answer
        self.verdict.setText(
            self.tr("Right.")
            if is_right
            else self.tr("No: {answer}.").format(answer=_word(question.answer))
        )
        self.verdict.setStyleSheet(
            f"color: {theme.colours().good if is_right else theme.colours().danger}"
        )
        self.why.setText(shown(question.explained(self._work.language)))
        self._sitting = sitting.answered(answer)
        self.bar.setValue(len(self._sitting.given))
        for other, button in self.answers.items():
            button.setEnabled(False)
            mark = "✓" if other is question.answer else "✗" if other is answer else ""
            button.setText(f"{_label(other)}   {mark}")
        last = self._sitting.is_over
        self.next.setText(self.tr("Finish (Enter)") if last else self.tr("Next (Enter)"))
        self._show_parts(asked=True, explained=True)
        self.next.setFocus()

    def _go_on(self) -> None:
        sitting = self._sitting
        if sitting is None:
            self.left.emit()
        elif not sitting.is_over:
            self._ask()
        else:
            self.next.setEnabled(False)
            app, me = self._work.app, self._work.actor
            self._work.tasks.act(lambda: finish(app.desk, sitting, me), self._end, self._failed)

    def _end(self, certificate: Certificate | None) -> None:
        """Say how it ended."""
        sitting, rules = self._sitting, self._work.app.desk.read.policy()
        assert sitting is not None  # noqa: S101 - it was finished
        self._sitting = None
        self.count.setText(
            self.tr("{right} of {count} right").format(
                right=sitting.right_answers, count=sitting.count
            )
        )
        if certificate is None and sitting.count < rules.questions:
            text = self.tr("The test has {count} questions by now: take it again.")
            self.text.setText(text.format(count=rules.questions))
        elif certificate is None:
            text = self.tr("Not passed: {percent} % is needed. Take the test again when you like.")
            self.text.setText(text.format(percent=rules.pass_percent))
        else:
            text = self.tr("Passed. Your certificate holds until {time}.")
            self.text.setText(text.format(time=moment(certificate.expires_at)))
        self._show_parts(asked=False, explained=False)
        self.next.setText(self.tr("Back to the desk (Enter)"))
        self.next.setEnabled(True)
        self.next.show()
        self.leave.hide()
        self.next.setFocus()

    def _failed(self, error: WebcareError) -> None:
        self.text.setText(error_words(error))
        self.next.setEnabled(True)

    def _show_parts(self, *, asked: bool, explained: bool) -> None:
        for button in self.answers.values():
            button.setVisible(asked)
        for widget in (self.verdict, self.why, self.next):
            widget.setVisible(explained)

    def _lay_out(self) -> None:
        self._dress()
        page = QWidget()
        page.setFixedWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setSpacing(theme.M)
        column.addWidget(self.count)
        column.addWidget(self.bar)
        column.addSpacing(theme.L)
        column.addWidget(self.text)
        column.addSpacing(theme.L)
        for button in self.answers.values():
            button.setObjectName("answer")
            column.addWidget(button)
        column.addSpacing(theme.S)
        column.addWidget(self.verdict)
        column.addWidget(self.why)
        line = QHBoxLayout()
        line.addWidget(self.leave)
        line.addStretch()
        line.addWidget(self.next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        whole.addStretch(1)
        across = QHBoxLayout()  # an aligned widget would not grow with its wrapped lines
        across.addStretch()
        across.addWidget(page)
        across.addStretch()
        whole.addLayout(across)
        whole.addStretch(2)
        column.addLayout(line)

    def _dress(self) -> None:
        """Give every part its letters and its name."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Training test"))
        self.count.setObjectName("faint")
        self.text.setFont(theme.font(theme.QUESTION))
        self.text.setAccessibleName(self.tr("The comment"))
        self.verdict.setFont(theme.font(theme.BODY, bold=True))
        self.why.setFont(theme.font(theme.BODY))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.XS)
        self.bar.setAccessibleName(self.tr("How far you are"))
        self.next.setObjectName("primary")
        self.leave.setObjectName("flat")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take 1, 2 and 3 as answers, and Enter to go on."""
        keys = {Qt.Key.Key_1 + number: answer for number, answer in enumerate(_ANSWERS)}
        if event.key() in keys:
            self._answer(keys[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.next.isVisible():
            self.next.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the digits from the window, where they are commands."""
        digits = {Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3}
        is_ours = isinstance(event, QKeyEvent) and event.key() in digits
        if is_ours and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def _pool() -> Pool:
    return load_pool(resources_dir() / "training")


def _label(answer: Answer) -> str:
    """Return an answer with its key before it."""
    return f"{list(_ANSWERS).index(answer) + 1}   {ampersand(_word(answer))}"


def _word(answer: Answer) -> str:
    return QCoreApplication.translate("Training", _ANSWERS[answer])
