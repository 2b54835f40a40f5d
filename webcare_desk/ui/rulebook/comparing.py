"""What a version changes in meaning, beside the one in force."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from webcare_desk.app import App
from webcare_desk.errors import RefusedError, WebcareError
from webcare_desk.protocol.diff import Difference, differences
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.ui import theme
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.rulebook.choices import Choice, protocol_of
from webcare_desk.ui.said import error_words
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Column, Tone
from webcare_desk.ui.workplace import Workplace


class ComparePane(QWidget):
    """Lists what changes; what weakens stands first."""

    def __init__(self, workplace: Workplace) -> None:
        """Compare nothing yet."""
        super().__init__()
        self._work = workplace
        self._choice: Choice | None = None
        self.said = PlainLabel(wraps=True)
        self.said.setObjectName("faint")
        self.listing = Listing(
            self.tr("Changes"), (Column(self.tr("Item"), 300), Column(self.tr("What changes")))
        )
        self._asking: Latest[Sequence[Difference]] = Latest(
            workplace.tasks, self, self._take, self._complain
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.M)
        head = QVBoxLayout()
        head.setContentsMargins(theme.L, 0, theme.L, 0)
        head.addWidget(self.said)
        column.addLayout(head)
        column.addWidget(self.listing, 1)

    def take(self, choice: Choice | None) -> None:
        """Compare a version with the one in force, in a worker; the same one again moves nothing."""
        if self._choice is None or choice is None or choice.root != self._choice.root:
            self._asking.forget()
            self.listing.take([])
            self.said.setText("")
        self._choice = choice
        if choice is not None:
            app = self._work.app
            self._asking.ask(lambda: compared(app, choice))

    def _take(self, found: Sequence[Difference]) -> None:
        self.listing.take([_row(each) for each in found])
        weaker = sum(each.weakens for each in found)
        if not found:
            self.said.setText(self.tr("It means the same as the version in force."))
        else:
            words = self.tr(
                "{count} changes to the version in force; {weaker} of them weaken and stand first."
            )
            self.said.setText(words.format(count=len(found), weaker=weaker))

    def _complain(self, error: WebcareError) -> None:
        self.listing.take([])
        self.said.setText(f"⚠ {error_words(error)}")


def compared(app: App, choice: Choice) -> tuple[Difference, ...]:
    """Return what a version changes."""
    other = protocol_of(choice)
    if other is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "This version has problems: mend them before it is compared.")
        )
        raise RefusedError(msg)
    return differences(app.protocol, other)


def _row(found: Difference) -> Row:
    tone = Tone.DANGER if found.weakens else Tone.PLAIN
    return Row(found, found, (Cell(found.item, Tone.FAINT), Cell(found.what, tone)))
