"""A small form that asks for some words, and perhaps for one of a list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from webcare_desk.actions.base import Action
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.latest import alive
from webcare_desk.ui.workplace import Workplace

_HEIGHT = 96
#: What was said, and what was chosen with it or None, as an act.
Act = Callable[[str, Any], Action[Any]]
Choices = Sequence[tuple[str, object]]


class SayDialog(FormDialog):
    """Asks for words; they stay here until what they are for is done."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the form asks
        self,
        workplace: Workplace,
        parent: QWidget,
        title: str,
        action: str,
        label: str,
        choices: Choices = (),
        choice_label: str = "",
    ) -> None:
        """Ask, with a list above the words where there are `choices`."""
        super().__init__(parent, title, action)
        self.work = workplace
        self.choice = QComboBox()
        for text, value in choices:
            self.choice.addItem(text, value)
        if choices:
            self.choice.setAccessibleName(choice_label)
            self.add(choice_label, self.choice)
        self.words = QPlainTextEdit()
        self.words.setObjectName("field")
        self.words.setAccessibleName(label)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_HEIGHT)
        self.add(label, self.words)

    def suggest(self, words: str) -> None:
        """Put words there that nobody typed; who leaves them is not asked."""
        self.words.setPlainText(words)
        self._first[self.words] = self.words.toPlainText()

    def submit(self) -> None:
        """Go on with what was said."""
        said = self.words.toPlainText().strip()
        if said:
            self.busy()
            self.go_on(said, self.choice.currentData())
        else:
            self.complain(self.tr("Say it in a few words."))

    def go_on(self, words: str, choice: Any) -> None:  # noqa: ANN401 - whatever the list holds
        """Do what the words are for, and accept; a subclass says what that is."""
        del words, choice
        self.accept()


class ActDialog(SayDialog):
    """Asks for the words of an act; a refusal stands below them."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the form asks
        self,
        workplace: Workplace,
        parent: QWidget,
        title: str,
        action: str,
        label: str,
        act: Act,
        choices: Choices = (),
        choice_label: str = "",
    ) -> None:
        """Ask for what `act` is made of."""
        super().__init__(workplace, parent, title, action, label, choices, choice_label)
        self._act = act

    def go_on(self, words: str, choice: Any) -> None:  # noqa: ANN401 - whatever the list holds
        """Do the act."""
        done = alive(self, lambda _: self.accept())
        self.work.tasks.perform(self._act(words, choice), done, alive(self, self.complain))
