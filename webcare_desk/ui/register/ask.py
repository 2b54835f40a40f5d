"""Asking the poster for more: the desk invites in public, the questions go in private."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.actions.cases import AskPoster, EndInquiry
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import ANSWERED
from webcare_desk.domain.inquiry import TOLD, Inquiry, InquiryOutcome, Invitation, tried
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.register import RegisterRow
from webcare_desk.domain.spans import SECOND
from webcare_desk.errors import UsageError
from webcare_desk.pv.questions import approved, private_text, public_text
from webcare_desk.ui import theme
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.register.words import outcome_word
from webcare_desk.ui.workplace import Workplace

#: What one asks first: without it PV can do least (GVP VI.B.3).
_FIRST = frozenset({"age", "batch", "outcome"})


class AskDialog(FormDialog):
    """Chooses approved questions; the desk posts the invitation, and the attempt's clock begins."""

    def __init__(  # noqa: PLR0913, PLR0917 - which case, how it is called, asked how and how often
        self,
        workplace: Workplace,
        case: int,
        number: str,
        language: str,
        attempt: int,
        parent: QWidget,
    ) -> None:
        """Ask about case `case` in the language of the comment, for the `attempt`th time."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Questions for the poster"))
        self.setWindowTitle(self.heading.text())
        self.be_wide(860)
        self._work, self._case, self._language = workplace, case, language
        self.remark(number)
        if language not in ANSWERED:
            self.remark(self.tr("These words are not in the language of the comment."))
        self.boxes = {each.id: QCheckBox(each.text(language)) for each in approved()}
        self.add(self.tr("Approved questions"), self._questions())
        self.public = self._text(self.tr("1. In the open"), public_text(language, attempt), 3)
        self.private = self._text(self.tr("2. In private"), "", 8)
        self.by_hand = QCheckBox(self.tr("I have asked in another way; only record it"))
        self.by_hand.toggled.connect(self._tell)
        self.add("", self.by_hand)
        self.meaning = self.remark("")
        self._tell()
        self._write()

    def asked(self) -> tuple[str, ...]:
        """Return the questions that are chosen."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def submit(self) -> None:
        """Post the invitation and record the attempt; its clock begins."""
        self.busy()
        hold = self._work.app.settings.undo_seconds * SECOND
        posted = None if self.by_hand.isChecked() else Invitation(self._language, hold)
        act = AskPoster(self._case, tuple(Name(each) for each in self.asked()), posted)
        self._work.tasks.perform(
            act, alive(self, lambda _: self.accept()), alive(self, self.complain)
        )

    def _tell(self) -> None:
        """Say what the main button does; who posts nothing has first to say that it was asked."""
        is_asked, may_post = self.by_hand.isChecked(), self._work.may(Right.REPLY)
        is_posted = may_post and not is_asked
        self.main.setText(self.tr("Post it and record") if is_posted else self.tr("Only record"))
        self.main.setEnabled(is_asked or may_post)
        if is_asked:
            text = self.tr("The desk posts nothing; it keeps what you asked and waits from now on.")
        elif may_post:
            text = self.tr(
                "The desk posts the first as a reply; send the second when the poster "
                "writes in private."
            )
        else:
            text = self.tr(
                "Your role posts no replies: ask in another way, or let a moderator post it."
            )
        self.meaning.setText(text)

    def _write(self) -> None:
        try:
            self.private.setPlainText(private_text(self.asked(), self._language))
        except UsageError:
            self.private.setPlainText("")

    def _questions(self) -> QWidget:
        """Return the boxes in one column; they stand closer than the fields of a form."""
        page, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, box in self.boxes.items():
            box.setChecked(name in _FIRST)
            box.toggled.connect(self._write)
            column.addWidget(box)
        page.setLayout(column)
        page.setFocusProxy(next(iter(self.boxes.values())))  # a page alone takes no key
        return page

    def _text(self, label: str, text: str, lines: int) -> QPlainTextEdit:
        body, copy = QPlainTextEdit(text), QPushButton(self.tr("Copy"))
        body.setObjectName("entry")
        body.setReadOnly(True)
        body.setTabChangesFocus(True)
        body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.setFixedHeight(lines * body.fontMetrics().lineSpacing() + 2 * theme.L)
        body.setAccessibleName(label)
        copy.setAccessibleName(": ".join((self.tr("Copy"), label)))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(body.toPlainText()))
        both, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        line.addWidget(body, 1)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        both.setLayout(line)
        self.add(label, both)
        return body


class EndDialog(FormDialog):
    """Says how an attempt ended; what was told goes to PV as a follow-up."""

    def __init__(
        self, workplace: Workplace, inquiry: Inquiry, number: str, parent: QWidget
    ) -> None:
        """Ask about an attempt that is open."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("How did asking end?"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Record"))
        self._work, self._inquiry = workplace, inquiry
        self.remark(number)
        asked = self.tr("Attempt {attempt}, asked {time}; waits {left}.")
        self.remark(
            asked.format(
                attempt=inquiry.attempt,
                time=moment(inquiry.asked_at),
                left=left(inquiry.due_at, workplace.app.desk.clock()).text,
            )
        )
        self.outcome = QComboBox()
        for outcome in TOLD:
            self.outcome.addItem(outcome_word(outcome), outcome)
        self.outcome.setAccessibleName(self.tr("The poster"))
        self.add(self.tr("The poster"), self.outcome)
        self.remark(self.tr("What the poster told goes to PV with “Follow-up…”."))

    def submit(self) -> None:
        """Record the outcome."""
        self.busy()
        act = EndInquiry(self._inquiry.id, InquiryOutcome(self.outcome.currentData()))
        self._work.tasks.perform(
            act, alive(self, lambda _: self.accept()), alive(self, self.complain)
        )


def asking(workplace: Workplace, row: RegisterRow, number: str, parent: QWidget) -> FormDialog:
    """Return the form that asks, or that says how the open attempt ended."""
    read, standing = workplace.app.desk.read, row.standing
    before = read.inquiries(standing.case)
    waits = [each for each in before if each.outcome is None]
    if waits:
        return EndDialog(workplace, waits[0], number, parent)
    found = read.comment(standing.comment)
    language = workplace.language if found is None else found.screening.spoken.value
    return AskDialog(workplace, standing.case, number, language, tried(before) + 1, parent)
