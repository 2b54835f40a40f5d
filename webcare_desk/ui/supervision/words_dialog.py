"""A small form that asks for some words, and perhaps for one of a list."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from webcare_desk.ui.forms import FormDialog

_HEIGHT = 96
Then = Callable[[str, object], object]


class SayDialog(FormDialog):
    """Asks for words; `then` gets them with what was chosen, or None."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the form asks
        self,
        parent: QWidget,
        title: str,
        action: str,
        label: str,
        then: Then,
        choices: Sequence[tuple[str, object]] = (),
        choice_label: str = "",
    ) -> None:
        """Ask, with a list above the words where there are `choices`."""
        super().__init__(parent, title, action)
        self._then = then
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

    def submit(self) -> None:
        """Go on with what was said."""
        said = self.words.toPlainText().strip()
        if not said:
            self.complain(self.tr("Say it in a few words."))
            return
        self.accept()
        self._then(said, self.choice.currentData())
