"""Asking for what an administrator may not do alone: why, and then the asker's signature."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from webcare_desk import actions
from webcare_desk.actions.two_persons import still_asked
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.signature import Signature
from webcare_desk.errors import NeedsTwoError, WebcareError
from webcare_desk.ui.supervision.asked import asked_words
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words_dialog import SayDialog
from webcare_desk.ui.workplace import Workplace


def must_ask(work: Workplace, wanted: Wanted, error: WebcareError) -> bool:
    """Say whether `error` came because nobody asks for exactly this, or no more."""
    desk = work.app.desk
    is_it = isinstance(error, NeedsTwoError)
    return is_it and not still_asked(desk.read, wanted, desk.clock())


class TwoPersonsDialog(SayDialog):
    """Asks why; the request then waits for another person under Supervision, Approvals."""

    def __init__(
        self, workplace: Workplace, parent: QWidget, wanted: Wanted, done: Callable[[], object]
    ) -> None:
        """Ask for `wanted`; `done` is called when the request stands."""
        super().__init__(
            workplace,
            parent,
            self.tr("This takes two persons"),
            self.tr("Go on to sign"),
            self.tr("Why"),
        )
        self._wanted, self._done = wanted, done
        self.remark(
            self.tr(
                "You sign the request. Somebody else approves it under Supervision, Approvals; "
                "then do the same here once more."
            )
        )

    def go_on(self, words: str, choice: Any) -> None:  # noqa: ANN401 - whatever the list holds
        """Go on to the signature; whoever cancels it is back at the words."""
        del choice
        desk, by, wanted = self.work.app.desk, self.work.actor, self._wanted

        def then(made: Signature) -> None:
            desk.perform(actions.Ask(wanted, words, made.id), by)

        title, meanings = self.tr("Sign the request"), (wanted.asking,)
        covers = asked_words(self.work, wanted)
        dialog = SignDialog(
            self.work, self, title, wanted.record, wanted.document, meanings, then, covers
        )
        dialog.accepted.connect(self._done)
        self.end_with(dialog)
