"""Asking for what an administrator may not do alone: why, and then the asker's signature."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from webcare_desk import actions
from webcare_desk.actions.two_persons import has_leave
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.signature import Signature
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.workplace import Workplace

_HEIGHT = 84


def must_ask(work: Workplace, wanted: Wanted, error: WebcareError) -> bool:
    """Say whether `error` came because nobody has asked for exactly this yet."""
    read, now = work.app.desk.read, work.app.desk.clock()
    if not isinstance(error, RefusedError) or has_leave(read, wanted, now):
        return False
    return not read.requests_for(wanted)


class AskDialog(FormDialog):
    """Asks why; the request then waits for another person under Supervision, Approvals."""

    def __init__(
        self, workplace: Workplace, parent: QWidget, wanted: Wanted, done: Callable[[], object]
    ) -> None:
        """Ask for `wanted`; `done` is called when the request stands."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("This takes two persons"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Go on to sign"))
        self._work, self._wanted, self._done = workplace, wanted, done
        self.words = QPlainTextEdit()
        self.words.setObjectName("field")
        self.words.setFixedHeight(_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Why"))
        self.add(self.tr("Why"), self.words)
        self.remark(
            self.tr(
                "You sign the request. Somebody else approves it under Supervision, Approvals; "
                "then do the same here once more."
            )
        )

    def submit(self) -> None:
        """Go on to the signature."""
        words = self.words.toPlainText().strip()
        if not words:
            self.complain(self.tr("Say it in a few words."))
            return
        desk, by, wanted = self._work.app.desk, self._work.actor, self._wanted

        def then(made: Signature) -> None:
            desk.perform(actions.Ask(wanted, words, made.id), by)

        parent = self.parentWidget() or self
        dialog = SignDialog(
            self._work,
            parent,
            self.tr("Sign the request"),
            lambda: wanted.record,
            wanted.document,
            (wanted.asking,),
            then,
        )
        dialog.accepted.connect(self._done)
        self.accept()
        dialog.open()
