"""How something went, said as a sentence at the place where it was done."""

from PySide6.QtWidgets import QWidget

from webcare_desk.errors import WebcareError
from webcare_desk.typed import typeable
from webcare_desk.ui.plain import PlainLabel, shown
from webcare_desk.ui.said import error_words

_MOST = 600


class ProblemLine(PlainLabel):
    """Is not there until something fails."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("", parent, wraps=True)
        self.setObjectName("problem")
        self.hide()

    def say(self, error: WebcareError | str) -> None:
        """Show the sentence of an error."""
        self.setText("⚠ " + shown(typeable(error_words(error))[:_MOST]))
        self.show()

    def forget(self) -> None:
        """Hide it: the person has acted again."""
        self.clear()
        self.hide()


class OutcomeLine(PlainLabel):
    """Tells how something went, good or bad; is not there until there is something to tell."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(wraps=True)
        self.hide()

    def say(self, look: str, words: str) -> None:
        """Show `words` in a look of the style sheet: `fine`, `faint`, `warning`, `stop`."""
        self.setObjectName(look)
        self.style().polish(self)
        self.setText(words)
        self.show()

    def complain(self, error: WebcareError) -> None:
        """Say what was refused."""
        self.say("stop", f"⚠ {error_words(error)}")
