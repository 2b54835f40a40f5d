"""The periodic review: asked for by its dates, gathered in a worker, written as a page."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QFileDialog, QWidget

from webcare_desk import oversight
from webcare_desk.actions.read import Read
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role
from webcare_desk.inspection import verify_log
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.timeline.sentences import sentence
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace

translate = QCoreApplication.translate
_QUARTER = 90  # days


class PeriodicDialog(FormDialog):
    """Asks for the period and the file; `take` gets its ends and the name."""

    def __init__(self, parent: QWidget, take: Callable[[int, int, str], None]) -> None:
        """Offer the last ninety days."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("Periodic review"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Write…"))
        self._take = take
        today = QDate.currentDate()
        self.since = self.day(self.tr("From"), today.addDays(-_QUARTER))
        self.until = self.day(self.tr("Until"), today)

    def submit(self) -> None:
        """Ask where the page is to be written."""
        if self.since.date() > self.until.date():
            self.complain(self.tr("The period ends before it begins."))
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.heading.text(), "periodic-review.html", "HTML (*.html)"
        )
        if name:
            self._take(day_begins(date_of(self.since)), day_ends(date_of(self.until)) + 1, name)
            self.accept()


def write_periodic(work: Workplace, since: int, until: int, name: str) -> str:
    """Verify the log, write the review of a period in the window's language, and say so.

    That it leaves in a file is an entry, where one can be made.
    It begins with the desk and ends now, whatever more was asked for.
    """
    verdict = verify_log(work.app.folder)
    desk = work.app.desk
    since = max(since, desk.read.entries_after(-1, 1)[0].at)
    asked = oversight.Asked(since, min(until, desk.clock()), work.actor.moderator)
    found = oversight.periodic(desk, asked, verdict.flaw or "", verdict.size)

    def record() -> None:
        if not work.read_only:
            desk.perform(Read(Name("review-periodic")), work.actor)

    oversight.write_page(found, Path(name), _tongue(work.language), record)
    words = translate("SupervisionWindow", "The periodic review is in {file}.")
    return words.format(file=Path(name).name)


def _tongue(language: str) -> oversight.Tongue:
    return oversight.Tongue(
        language, lambda words: translate("PeriodicReview", words), _term, sentence
    )


def _term(member: StrEnum) -> str:
    return role_word(member) if isinstance(member, Role) else word(member)
