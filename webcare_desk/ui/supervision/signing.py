"""Signing in the window: what is signed, as whom, what it means, and the password again."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.signing_off import needs_both, sign
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel, oneline, tell
from webcare_desk.ui.supervision.signed import meaning_words
from webcare_desk.ui.whose import whose
from webcare_desk.ui.words import role_word
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

Then = Callable[[Signature], object]
_WIDE, _HIGH = 440, 140


class SignDialog(FormDialog):
    """Puts a signature under a record; `then` gets it, in a worker, and may raise.

    `covers` is what is signed, in words; it and `record` are of one moment, so that nothing
    is signed that changed while the form was open.
    """

    is_left_freely = True  # a login is typed anew at once

    def __init__(  # noqa: PLR0913, PLR0917 - what a signature consists of
        self,
        workplace: Workplace,
        parent: QWidget,
        title: str,
        record: Digest,
        document: Name,
        meanings: tuple[Meaning, ...],
        then: Then,
        covers: str,
    ) -> None:
        """Ask for the password, and for the login where it is the first signature."""
        super().__init__(parent, title, "")
        self.main.setText(self.tr("Sign"))
        self._work, self._document, self._then = workplace, document, then
        self._record = record
        self.covers = QPlainTextEdit()
        person = workplace.app.desk.read.moderator(workplace.actor.moderator)
        name = "" if person is None else oneline(person.name, 60)
        self.form.addRow(
            PlainLabel(self.tr("Signed by")),
            PlainLabel(f"{name}  ·  {role_word(workplace.actor.role)}"),
        )
        desk = whose(workplace.app, workplace.language)
        self.form.addRow(PlainLabel(self.tr("For")), PlainLabel(desk, wraps=True))
        now = datetime.fromtimestamp(workplace.app.desk.clock() // 1_000_000, UTC).astimezone()
        self.form.addRow(PlainLabel(self.tr("Time")), PlainLabel(f"{now:%Y-%m-%d %H:%M:%S %Z}"))
        self.meaning = QComboBox()
        for meaning in meanings:
            self.meaning.addItem(meaning_words(meaning), meaning)
        self.login = QLineEdit()
        if needs_both(workplace.app.desk.read, workplace.actor):
            self.login = self.field(self.tr("Login"))
        self.password = self.field(self.tr("Password"), is_secret=True)
        self.meaning.setAccessibleName(self.tr("Meaning"))
        self.form.insertRow(3, PlainLabel(self.tr("Meaning")), self.meaning)
        self._show(covers)
        self.remark(
            self.tr("Your signature stands under exactly what is shown; it moves to nothing else.")
        )

    def _show(self, covers: str) -> None:
        """Show what is signed, above the name of who signs it."""
        self.covers.setReadOnly(True)
        self.covers.setTabChangesFocus(True)
        self.covers.setObjectName("entry")
        self.covers.setAccessibleName(self.tr("What is signed"))
        self.covers.setMinimumSize(_WIDE, _HIGH)
        tell(self.covers, covers)
        self.form.insertRow(0, self.covers)

    def submit(self) -> None:
        """Sign, then do what waits for the signature; both off the window's thread."""
        desk, actor, then = self._work.app.desk, self._work.actor, self._then
        record, document = self._record, self._document
        secret, login = Secret(self.password.text()), self.login.text().strip() or None
        meaning = Meaning(self.meaning.currentData())

        def work() -> None:
            then(sign(desk, actor, secret, record, document, meaning, login=login))

        self.busy()
        done = alive(self, lambda _: self.accept())
        self._work.tasks.act(work, done, alive(self, self.complain))
