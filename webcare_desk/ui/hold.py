"""Legal holds in the window: those that stand, and one set or lifted with its words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from webcare_desk.actions import Action, LiftHold, SetHold
from webcare_desk.domain.erasure import Hold, HoldBasis
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.held import basis_words, held_words
from webcare_desk.ui.latest import alive
from webcare_desk.ui.workplace import Workplace

_WIDTH = 560


class HoldDialog(FormDialog):
    """Lifts a hold that stands, or sets another one; `say` gets what was done."""

    def __init__(
        self, work: Workplace, comment: int, parent: QWidget | None, say: Callable[[str], None]
    ) -> None:
        """Show the holds on a comment; of these the first is offered to be lifted."""
        super().__init__(parent, self.tr("Legal hold on comment {number}"), "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.be_wide(_WIDTH)
        self._work, self._comment, self._say = work, comment, say
        for told in (self.setWindowTitle, self.heading.setText):
            told(self.windowTitle().format(number=comment))
        read = work.app.desk.read
        holds = read.holds_on(comment)
        names = {person.id: person.name for person in read.moderators()}
        nothing = self.tr("Nothing holds this comment: it may be erased when its time is over.")
        self.standing = self.remark(held_words(holds, names) or nothing)
        self.what = QComboBox()
        self.what.setAccessibleName(self.tr("What"))
        self.add(self.tr("What"), self.what)
        self._offer(holds)
        self.words = self.field("")
        self.told = self.remark("")
        self.what.currentIndexChanged.connect(lambda _: self._ask())
        self._ask()

    def submit(self) -> None:
        """Set or lift it, once there are words for it."""
        words, (basis, is_lifted) = self.words.text().strip(), self.what.currentData()
        if not words:
            self.complain(self.tr("Say it in words: they stand in the log."))
            return
        self.busy()
        act: Action[Any] = SetHold(self._comment, basis, words)
        done = self.tr("Comment {number} is held for the law.")
        if is_lifted:
            act = LiftHold(self._comment, basis, words)
            done = self.tr("The hold on comment {number} is lifted.")
        said = done.format(number=self._comment)
        self._work.tasks.perform(
            act, alive(self, lambda _: self._end(said)), alive(self, self.complain)
        )

    def _end(self, said: str) -> None:
        self._say(said)
        self.accept()

    def _offer(self, holds: list[Hold]) -> None:
        """Offer to lift what stands, and to set what does not."""
        standing = [each.basis for each in holds]
        for basis in standing:
            text = self.tr("Lift the hold for {basis}").format(basis=basis_words(basis))
            self.what.addItem(text, (basis, True))
        for basis in (each for each in reversed(HoldBasis) if each not in standing):
            text = self.tr("Hold it for {basis}").format(basis=basis_words(basis))
            self.what.addItem(text, (basis, False))

    def _ask(self) -> None:
        """Ask for the words that fit: for what it is held, or why that ends."""
        _, is_lifted = self.what.currentData()
        label = self.tr("Why it ends") if is_lifted else self.tr("For what")
        self.words.setAccessibleName(label)
        self.words.setPlaceholderText(label)
        number = self.tr("Give a number, such as that of a claim, and no name.")
        after = self.tr("This hold keeps the comment no more then.")
        self.told.setText(f"{number} {after}" if is_lifted else number)
        self.main.setText(self.tr("Lift the hold") if is_lifted else self.tr("Hold it"))
