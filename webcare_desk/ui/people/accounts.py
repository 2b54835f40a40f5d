"""Who has an account, in which roles, and who has left."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk import actions, people
from webcare_desk.domain.approval import Wanted, role_grant
from webcare_desk.domain.moderator import Moderator, Role, left_to_nobody
from webcare_desk.errors import WebcareError
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.forms import ask_to_lose
from webcare_desk.ui.people.account import AccountDialog, PasswordDialog
from webcare_desk.ui.people.asking import TwoPersonsDialog, must_ask
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.problem import OutcomeLine
from webcare_desk.ui.said import error_words
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace

ROLES = tuple(role for role in Role if role is not Role.SYSTEM)
_INDENT = 26  # pixels: below the words of a check box
_DUTIES: Mapping[Role, str] = {
    Role.MODERATOR: QT_TRANSLATE_NOOP("Duties", "Reads, replies, closes and escalates."),
    Role.SENIOR: QT_TRANSLATE_NOOP("Duties", "As a moderator; also assigns and deletes."),
    Role.PV_OFFICER: QT_TRANSLATE_NOOP("Duties", "Reads, escalates and records PV's answers."),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP(
        "Duties", "Does all of that, and checks the work of others."
    ),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Duties", "Makes accounts; reads no comments."),
    Role.DATA_PROTECTION: QT_TRANSLATE_NOOP("Duties", "Reads, and asks for data to be erased."),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Duties", "Reads only; what was read is logged."),
}


class AccountsTab(QWidget):
    """The accounts at the left, the chosen one at the right."""

    def __init__(self, workplace: Workplace) -> None:
        """Show every account."""
        super().__init__()
        self._work = workplace
        self._people: tuple[Moderator, ...] = ()
        self._shown: Moderator | None = None
        self.list = QListWidget()
        self.list.setObjectName("accounts")
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.currentRowChanged.connect(self._on_row)
        self.title, self.state = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self.title.setObjectName("title")
        self.state.setObjectName("faint")
        self.roles = {role: QCheckBox(role_word(role)) for role in ROLES}
        self.active = QCheckBox(self.tr("May log in"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._save)
        self.password = QPushButton(self.tr("New password…"))
        self.password.clicked.connect(self.give_password)
        self.drop = QPushButton(self.tr("Drop the codes"))
        self.drop.clicked.connect(self._drop)
        self.more = QPushButton(self.tr("Add an account…"))
        self.more.clicked.connect(self.add)
        self.error, self.outcome = PlainLabel(wraps=True), OutcomeLine()
        self.error.setObjectName("error")
        self._lay_out()
        self.refresh()
        workplace.feed.changed.connect(self._on_changed)  # a bound slot ends with the tab

    def add(self) -> AccountDialog:
        """Open the form for a further account."""
        form = AccountDialog(self._work, self)
        form.accepted.connect(self.refresh)
        form.open()
        return form

    def give_password(self) -> PasswordDialog | None:
        """Open the form for another password of the chosen account."""
        person = self._person()
        if person is None:
            return None
        form = PasswordDialog(self._work, person, self)
        form.accepted.connect(self.refresh)
        form.open()
        return form

    def refresh(self) -> None:
        """Show the accounts as they are now; the same one stays chosen, with what was ticked.

        None is ever removed and a further one comes last, so a row stays the same account's.
        """
        found = tuple(self._work.app.desk.read.moderators())
        if found != self._people:
            self._people = found
            self._list_people()
        self._tell()

    def _list_people(self) -> None:
        row, blocked = max(self.list.currentRow(), 0), QSignalBlocker(self.list)
        self.list.clear()
        for person in self._people:
            name = f"{oneline(person.name, 40)}  ({oneline(person.login, 40)})"
            text = name if person.active else self.tr("{name} — closed").format(name=name)
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, person)
        self.list.setCurrentRow(row)
        blocked.unblock()

    def _person(self) -> Moderator | None:
        item = self.list.currentItem()
        person = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return person if isinstance(person, Moderator) else None

    def _on_changed(self, subjects: frozenset[int]) -> None:
        if not subjects:  # an account is about no comment
            self.refresh()

    @property
    def is_ticked(self) -> bool:
        """Say whether something is ticked that has not been saved."""
        shown = self._shown
        return shown is not None and (self._chosen(), self.active.isChecked()) != (
            shown.roles & set(ROLES),
            shown.active,
        )

    def _chosen(self) -> frozenset[Role]:
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    def _on_row(self) -> None:
        person = self._person()
        if person is not None and self._shown and person.id != self._shown.id and self.is_ticked:
            # Qt has not yet marked the row that was clicked: going back waits for it.
            QTimer.singleShot(0, self, partial(self._stay, self.list.currentRow()))
            return
        self.error.clear()
        self.outcome.hide()
        self._tell()

    def _stay(self, wanted: int) -> None:
        """Stay at the account that is shown, and ask whether what was ticked on it may go."""
        shown = self._shown and self._shown.id
        with QSignalBlocker(self.list):
            self.list.setCurrentRow([each.id for each in self._people].index(shown or ""))
        ask_to_lose(self, lambda: self._go(wanted))

    def _go(self, wanted: int) -> None:
        self._shown = None
        self.list.setCurrentRow(wanted)

    def _tell(self) -> None:
        """Show the chosen account; what is ticked on it stays until the account itself changes."""
        person = self._person()
        if person is None:
            return
        account = self._work.app.desk.read.account(person.login)
        has_code = account is not None and account.code_step is not None
        self.title.setText(oneline(person.name, 80))
        codes = self.tr("log-in with a code") if has_code else self.tr("log-in without a code")
        self.state.setText(f"{oneline(person.login, 40)} · {codes}")
        is_own = person.id == self._work.actor.moderator  # who asks under one's own account
        self.drop.setEnabled(has_code and not is_own)
        if person == self._shown:
            return
        if self._shown is not None and person.id == self._shown.id:
            self.error.setText(
                self.tr("This account was changed elsewhere; this is how it is now.")
            )
        self._shown = person
        for role, box in self.roles.items():
            box.setChecked(role in person.roles)
        self.active.setChecked(person.active)

    def _save(self) -> None:
        person = self._person()
        if person is None:
            return
        if self._work.app.desk.read.moderator(person.id) != person:
            self.refresh()  # what is ticked would undo what somebody else did meanwhile
            return
        chosen, active = self._chosen(), self.active.isChecked()
        act = actions.SetRoles(person.id, chosen, active)
        lost = left_to_nobody(self._people, replace(person, roles=chosen, active=active))
        grant = role_grant(person, chosen, active=active)
        self.error.clear()
        self.outcome.hide()
        self._work.tasks.perform(
            act, lambda _: self._saved(person, lost), partial(self._refused, grant)
        )

    def _refused(self, grant: Wanted, error: WebcareError) -> None:
        """Ask for what takes two persons; say what else is wrong."""
        if must_ask(self._work, grant, error):
            TwoPersonsDialog(self._work, self, grant, self._say_asked).open()
        else:
            self._complain(error)

    def _say_asked(self) -> None:
        self.error.setText(self.tr("Asked for: it waits under Supervision, Approvals."))

    def _saved(self, person: Moderator, lost: tuple[Role, ...] = ()) -> None:
        """Show what is in force of the account, and what nobody may do any more by it."""
        self.error.clear()  # the feed may have told one's own change first
        if self._shown == person:
            self._shown = None
        self.refresh()
        self.outcome.say("fine", self.tr("Saved."))
        if lost:
            words = self.tr(
                "Nobody may do any more what only these roles may: {roles}. Give them to somebody."
            )
            self.error.setText(words.format(roles=", ".join(role_word(role) for role in lost)))

    def _drop(self) -> None:
        person, work = self._person(), self._work
        if person is not None:
            work.tasks.act(
                lambda: people.drop_code(work.app.desk, work.app.secrets, person.id, work.actor),
                lambda _: self.refresh(),
                self._complain,
            )

    def _complain(self, error: WebcareError) -> None:
        self.error.setText(error_words(error))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.M)
        left.addWidget(self.list, 1)
        left.addWidget(self.more)
        side = QVBoxLayout()
        side.setSpacing(theme.XS)
        side.addWidget(self.title)
        side.addWidget(self.state)
        side.addSpacing(theme.M)
        for role, box in self.roles.items():
            duty = PlainLabel(QCoreApplication.translate("Duties", _DUTIES[role]), wraps=True)
            duty.setObjectName("faint")
            duty.setIndent(_INDENT)
            box.setAccessibleDescription(duty.text())
            side.addWidget(box)
            side.addWidget(duty)
        side.addSpacing(theme.M)
        side.addWidget(self.active)
        side.addWidget(self.error)
        side.addWidget(self.outcome)
        side.addStretch()
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        for button in (self.password, self.drop):
            line.addWidget(button)
        line.addStretch()
        line.addWidget(self.save)
        side.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.M, 0, 0)
        row.setSpacing(theme.XL)
        row.addLayout(left, 4)
        row.addLayout(side, 5)
