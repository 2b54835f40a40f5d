"""PV's answers to ask PV about: a button that is there while there are any."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from webcare_desk.actions.backup import may_be_lost
from webcare_desk.actions.read import Read
from webcare_desk.app import App
from webcare_desk.casebook.doubts import doubts
from webcare_desk.casebook.reading import our_number
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import CaseAnswer
from webcare_desk.store.base import Reads
from webcare_desk.ui.dialogs import text_dialog
from webcare_desk.ui.followed import recorded
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.register.story import answer_lines
from webcare_desk.ui.workplace import Workplace


class LooseAnswers(QPushButton):
    """Says how many belong to no report of ours, contradict what PV said, or are unclear; lists them."""

    def __init__(self, workplace: Workplace) -> None:
        """Stay hidden until one is found."""
        super().__init__()
        self._work = workplace
        self._told: tuple[str, ...] = ()
        self._reading: Latest[tuple[str, ...]] = Latest(workplace.tasks, self, self._take)
        self.hide()
        self.clicked.connect(self._show)
        workplace.feed.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._reading.ask(lambda: read_loose(self._work.app))

    def _take(self, told: tuple[str, ...]) -> None:
        self._told = told
        self.setText(self.tr("⚠ %n answer(s) to ask PV about…", "", len(told)))
        self.setVisible(bool(told))

    def _show(self) -> None:
        recorded(self, self._work, Read(Name("answers")), self._open)

    def _open(self) -> None:
        title = self.tr("Answers to ask PV about")
        dialog = text_dialog(self.window(), title, "\n\n".join(self._told))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def read_loose(app: App) -> tuple[str, ...]:
    """Return each of them in lines, the newest first."""
    read = app.desk.read
    loose = doubts(read)
    lost = may_be_lost(read, (each for each in loose if each.case is None))
    return tuple(
        f"{_about(read, each, is_lost=each.id in lost)}\n"
        f"{answer_lines(each, read.signature(each.signature or 0))}"
        for each in loose
    )


def _about(read: Reads, answer: CaseAnswer, *, is_lost: bool) -> str:
    if answer.case is not None and answer.is_letter:
        advice = QCoreApplication.translate(
            "LooseAnswers",
            "{number}: PV wrote a mail about it: read it (“case evidence {answer}” gives it), "
            "and enter what it says with “PV's answer”.",
        )
        number = our_number(read, answer.case)
        return f"{answer.id} · {advice.format(number=number, answer=answer.id)}"
    if answer.case is not None:
        advice = QCoreApplication.translate(
            "LooseAnswers", "{number}: ask PV what holds, and enter it with “PV's answer”."
        )
        return f"{answer.id} · {advice.format(number=our_number(read, answer.case))}"
    if answer.is_unread:
        advice = QCoreApplication.translate(
            "LooseAnswers",
            "It cannot be read: ask PV for it; “case evidence {answer}” gives the file.",
        )
        return f"{answer.id} · {advice.format(answer=answer.id)}"
    without = QCoreApplication.translate("LooseAnswers", "it names no report")
    about = f"{answer.id} · {oneline(answer.report or '', 100) or without}"
    if not is_lost:
        return about
    advice = QCoreApplication.translate(
        "LooseAnswers", "It may be a report that was lost with the restore: enter it again."
    )
    return f"{about}\n{advice}"
