"""Cases that may be the same one, beside the comment: a person says which it is, or nothing."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.duplicates import Alike
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.plain import PlainLabel, oneline

_SHOWN = 2_000


class Alikes(QWidget):
    """One card for each case that looks alike; the likeliest one stands open."""

    def __init__(self, case: SafetyCase, alike: tuple[Alike, ...]) -> None:
        """Show the cases; none says anything until a person does."""
        super().__init__()
        self.cards = [AlikeCard(case, each) for each in alike]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch()
        if self.cards:
            self.cards[0].compare.setChecked(True)

    def apart(self) -> tuple[int, ...]:
        """Return the cases that a person calls another one."""
        return tuple(card.alike.known.escalation for card in self.cards if card.other.isChecked())

    def linked(self) -> tuple[str, ...]:
        """Return the references of the cases that a person calls the same."""
        return tuple(card.alike.known.reference for card in self.cards if card.same.isChecked())


class AlikeCard(QFrame):
    """One earlier case: why it looks alike, both texts side by side, and what it is."""

    def __init__(self, case: SafetyCase, alike: Alike) -> None:
        """Show the grounds; the texts stand behind a button."""
        super().__init__()
        self.alike = alike
        self.setObjectName("subject")
        known = alike.known
        head = PlainLabel(f"{known.reference} · {oneline(known.author, 40)}", wraps=True)
        head.setObjectName("strongest")
        about = f"{oneline(known.source, 40)} · {moment(known.posted_at)} · {self._grounds()}"
        why = PlainLabel(about, wraps=True)
        why.setObjectName("faint")
        self.same = QRadioButton(self.tr("The same case"))
        self.other = QRadioButton(self.tr("Another one"))
        self._choice = QButtonGroup(self)
        self.compare = QPushButton(self.tr("Both texts"))
        self.compare.setObjectName("flat")
        self.compare.setCheckable(True)
        self.compare.setAutoDefault(False)
        self.texts = self._side_by_side(case)
        self.texts.hide()
        self.compare.toggled.connect(self.texts.setVisible)
        line = QHBoxLayout()
        line.setSpacing(theme.L)
        for button in (self.same, self.other):
            button.setAccessibleName(f"{known.reference}: {button.text()}")
            self._choice.addButton(button)
            line.addWidget(button)
        self.compare.setAccessibleName(f"{known.reference}: {self.compare.text()}")
        line.addStretch()
        line.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(head)
        column.addWidget(why)
        column.addWidget(self.texts)
        column.addLayout(line)

    def _grounds(self) -> str:
        found = self.alike
        grounds = (
            (found.same_author, self.tr("same author")),
            (found.same_product, self.tr("same product")),
            (found.same_event, self.tr("same event")),
            (found.likeness > 0, self.tr("{percent} % the same words")),
        )
        said = ", ".join(words for holds, words in grounds if holds)
        return said.format(percent=found.likeness)

    def _side_by_side(self, case: SafetyCase) -> QWidget:
        pair, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, theme.XS, 0, theme.XS)
        grid.setHorizontalSpacing(theme.L)
        texts = (
            (self.tr("This comment"), case.snapshot.text),
            (self.tr("The earlier case"), self.alike.known.text),
        )
        for place, (name, text) in enumerate(texts):
            title = PlainLabel(name)
            title.setObjectName("section")
            body = Body(name)
            body.set_points(theme.NORMAL)
            body.show_text(text[:_SHOWN] + ("…" if len(text) > _SHOWN else ""))
            grid.addWidget(title, 0, place)
            grid.addWidget(body, 1, place)
            grid.setColumnStretch(place, 1)
        pair.setLayout(grid)
        return pair
