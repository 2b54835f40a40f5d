"""Asking for a draft to come into force: from when, and why; then the author signs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QPlainTextEdit, QWidget

from webcare_desk import actions
from webcare_desk.actions.two_persons import takes_two
from webcare_desk.asked_version import change_lines
from webcare_desk.domain.signature import Signature
from webcare_desk.domain.spans import SECOND
from webcare_desk.new_version import MOST_DAYS, lay_down, put_in_force, recheck_due
from webcare_desk.rulebook import Change
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.rulebook.choices import Choice
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.asked import asked_words
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.workplace import Workplace

_HEIGHT = 84


class PutDialog(FormDialog):
    """Asks from when and why; checks the draft in a worker and lets the author sign it."""

    def __init__(
        self, workplace: Workplace, parent: QWidget, choice: Choice, done: Callable[[], object]
    ) -> None:
        """Ask for `choice`; `done` is called when it is asked for, or in force."""
        title = QCoreApplication.translate("PutDialog", "Put “{name}” in force").format(
            name=choice.name
        )
        super().__init__(parent, title, "")
        self.main.setText(self.tr("Go on to sign"))
        self._work, self._choice, self._done = workplace, choice, done
        self.is_alone = not takes_two(workplace.app.desk.read)
        self.begins = QDateTimeEdit(QDateTime.currentDateTime())
        self.begins.setCalendarPopup(True)
        self.begins.setDisplayFormat("d MMM yyyy HH:mm")
        self.begins.setMaximumDateTime(QDateTime.currentDateTime().addDays(MOST_DAYS))
        self.begins.setAccessibleName(self.tr("In force from"))
        self.words = QPlainTextEdit()
        self.words.setObjectName("field")
        self.words.setFixedHeight(_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Why"))
        if not self.is_alone:
            self.add(self.tr("In force from"), self.begins)
        self.add(self.tr("Why"), self.words)
        if self.is_alone:
            self.remark(
                self.tr(
                    "Nobody else on this desk can approve yet: you sign alone, it comes into force at once, and the log says so."
                )
            )
        else:
            self.remark(
                self.tr(
                    "You sign as its author. Somebody else approves it under Supervision, Approvals; until then nothing changes."
                )
            )

    def submit(self) -> None:
        """Keep the draft as it is now, in a worker, and go on to the signature."""
        if not self.words.toPlainText().strip():
            self.complain(self.tr("Say it in a few words."))
            return
        app, root, at = self._work.app, self._choice.root, self._at()
        self.busy()
        self._work.tasks.run_long(
            lambda: lay_down(app, root, at), alive(self, self._sign), alive(self, self.complain)
        )

    def _at(self) -> int:
        """Return when it is to come into force; a moment that has gone by is now."""
        now = self._work.app.desk.clock()
        if self.is_alone:
            return now
        chosen = self.begins.dateTime().toPython()
        assert isinstance(chosen, datetime)  # noqa: S101 - what Qt returns
        return max(int(chosen.timestamp()) * SECOND, now)

    def _sign(self, change: Change) -> None:
        app, by, is_alone = self._work.app, self._work.actor, self.is_alone
        wanted, words = change.wanted, self.words.toPlainText().strip()

        def then(made: Signature) -> None:
            if is_alone:
                put_in_force(app, change)
                recheck_due(app)
            else:
                app.desk.perform(actions.Ask(wanted, words, made.id), by)

        title = self.tr("Sign {name}").format(name=change.name)
        meanings = (wanted.asking,)
        changed = map(said_words, change_lines(app.protocol, change.protocol))
        covers = "\n".join((*changed, "", asked_words(self._work, wanted)))
        dialog = SignDialog(
            self._work, self, title, wanted.record, wanted.document, meanings, then, covers
        )
        dialog.accepted.connect(self._done)
        self.end_with(dialog)
