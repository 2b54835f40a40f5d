"""Saying that a step of a plan was done, and why a comment is closed without one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from webcare_desk import actions
from webcare_desk.domain.escalation import PlanStep
from webcare_desk.domain.reason import LONGEST_WORDS, Why
from webcare_desk.protocol.model import words_in
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.workplace import Workplace

_MOST = 200  # characters of a title
_WIDE = 560  # pixels


class StepDialog(FormDialog):
    """Records a step as done; Enter is enough, and what was done may be said."""

    def __init__(self, parent: QWidget, workplace: Workplace, comment: int, step: PlanStep) -> None:
        """Ask about a step of a comment."""
        super().__init__(parent, self.tr("Was this done?"), self.tr("Record as done"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._comment, self._step = workplace, comment, step
        language = workplace.language
        self.remark(oneline(step.step.title_in(language), _MOST))
        for asked in step.step.evidence:
            needed = self.tr("Needed: {what}")
            self.remark(needed.format(what=oneline(words_in(asked, language), _MOST)))
        self.words = _words(self, self.tr("What was done (may stay empty)"))

    def submit(self) -> None:
        """Record it; a refusal leaves the words where they are."""
        self.busy()
        act = actions.RecordStep(self._comment, self._step, self.words.text())
        self._work.tasks.perform(act, lambda _: self.accept(), self.complain)


class LeftOutDialog(FormDialog):
    """Names the steps that nobody did, and asks why a comment is closed without them."""

    def __init__(
        self,
        parent: QWidget,
        steps: Sequence[PlanStep],
        language: str,
        why: Why,
        then: Callable[[Why], object],
    ) -> None:
        """Ask about `steps`; `then` gets the reason that was chosen, with the words."""
        super().__init__(
            parent, self.tr("Steps that nobody recorded"), self.tr("Close without them")
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._why, self._then = why, then
        for each in steps:
            self.remark(f"○ {oneline(each.step.title_in(language), _MOST)}")
        self.remark(self.tr("Cancel and record what was done, or say why it is left out."))
        self.words = _words(self, self.tr("Why without them"))
        self.words.setText(why.words)

    def submit(self) -> None:
        """Go on with the words, or say that they are missing."""
        words = self.words.text().strip()
        if not words:
            self.complain(self.tr("Say in a few words why these steps are left out."))
            return
        self.accept()
        self._then(Why(self._why.reason, words))


def _words(form: FormDialog, label: str) -> QLineEdit:
    """Ask for words on a line as wide as the form, below what it asks."""
    form.be_wide(_WIDE)
    form.remark(label)
    line = form.field("")
    line.setAccessibleName(label)
    line.setMaxLength(LONGEST_WORDS)
    return line
