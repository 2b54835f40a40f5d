"""The questions of the form: product, patient, use, course, reporter; none of them must be answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.ui import theme
from webcare_desk.ui.escalation.cells import MOST, answer_in, cell, fill, grid_of, section, small
from webcare_desk.ui.escalation.which import Which
from webcare_desk.ui.escalation.words import ask_word
from webcare_desk.ui.plain import oneline

_PATIENT = (Ask.ABOUT, Ask.INITIALS, Ask.SEX, Ask.AGE, Ask.AGE_GROUP)
_EVENT = (Ask.WHICH_EVENT, Ask.EVENT_START, Ask.EVENT_END, Ask.OUTCOME)
_USE = (
    Ask.WHICH_PRODUCT,
    *(Ask.BATCH, Ask.DOSE, Ask.DOSE_FORM, Ask.ROUTE, Ask.USE_START, Ask.USE_END),
    Ask.OTHER_MEDICINES,
)
_REPORTER = (Ask.QUALIFICATION, Ask.COUNTRY, Ask.CONTACT)
_ADDRESS = (
    *(Ask.GIVEN_NAME, Ask.FAMILY_NAME, Ask.PHONE, Ask.STREET, Ask.POSTCODE, Ask.CITY),
    Ask.EMAIL,
)
_PARENT = (Ask.PARENT, Ask.PARENT_INITIALS, Ask.PARENT_AGE)


class Fields(QWidget):
    """One small field for each question, filled where the text shows the answer."""

    changed = Signal()

    def __init__(self, case: SafetyCase, country: str) -> None:
        """Show the words of the poster, and what else PV would like to know.

        `country` is taken for the reporter's where nobody tells it.
        """
        super().__init__()
        self._case, self._country = case, country
        #: By the name of the question; `products` and `event_words` are the poster's words.
        self.widgets: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(section(self.tr("Words of the poster")))
        self._words(column, "products", self.tr("Products"), case.products)
        self._words(column, "event_words", self.tr("Events"), case.event_words)
        self.which = {ask: Which(ask) for ask in (Ask.WHICH_EVENT, Ask.WHICH_PRODUCT)}
        for ask, which in self.which.items():
            which.box.currentIndexChanged.connect(self.changed)
            self.widgets[ask] = which.box
        told = dict(case.details)
        for title, asks in (
            (self.tr("The patient, if it is known"), _PATIENT),
            (self.tr("The event, if it is known"), _EVENT),
            (self.tr("The use, if it is known"), _USE),
            (self.tr("The reporter"), _REPORTER),
            (self.tr("How to reach the reporter, if it was given"), _ADDRESS),
            (self.tr("The parent, if a child was exposed through one"), _PARENT),
        ):
            column.addSpacing(theme.S)
            column.addWidget(section(title))
            for which in (each for ask, each in self.which.items() if ask in asks):
                column.addWidget(which)
            column.addLayout(self._grid([ask for ask in asks if ask not in self.which], told))
        self._offer()
        self.filled = {name: answer_in(widget) for name, widget in self.widgets.items()}

    def products(self) -> tuple[str, ...]:
        """Return the products as they stand in the field."""
        return self._listed("products", self._case.products)

    def event_words(self) -> tuple[str, ...]:
        """Return the words for the event as they stand in the field."""
        return self._listed("event_words", self._case.event_words)

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was answered, by the name of the question."""
        found = ((ask.value, answer_in(self.widgets[ask])) for ask in Ask)
        return tuple((ask, answer) for ask, answer in found if answer)

    def _offer(self) -> None:
        """Offer the words as they stand now, for what is told of one of them alone."""
        self.which[Ask.WHICH_EVENT].offer(self.event_words())
        self.which[Ask.WHICH_PRODUCT].offer(self.products())

    def keep_typed(self, before: "Fields") -> None:
        """Take over what a person had answered on a form of older words; the rest is of the new."""
        for name, widget in before.widgets.items():
            if answer_in(widget) != before.filled[name]:
                fill(self.widgets[name], answer_in(widget))

    def _words(self, column: QVBoxLayout, name: str, label: str, words: tuple[str, ...]) -> None:
        line = QLineEdit(_joined(words))
        line.setMaxLength(MOST)
        line.setAccessibleName(label)
        line.setPlaceholderText(
            self.tr("defaulted: the product of the page")
            if name == "products"
            else self.tr("none found; several with a semicolon between them")
        )
        line.setCursorPosition(0)
        line.textChanged.connect(self._offer)
        line.textChanged.connect(self.changed)
        self.widgets[name] = line
        column.addWidget(small(label))
        column.addWidget(line)

    def _listed(self, name: str, before: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of a field; untouched they are those of the text, sign for sign."""
        text = answer_in(self.widgets[name])
        if text == _joined(before).strip():
            return before
        return tuple(word.strip() for word in text.split(";") if word.strip())

    def _grid(self, asks: Sequence[Ask], told: dict[str, str]) -> QGridLayout:
        for ask in asks:
            widget = self.widgets[ask] = cell(ask, ask_word(ask))
            fill(widget, told.get(ask, ""))
            if isinstance(widget, QLineEdit):
                widget.textChanged.connect(self.changed)
            else:
                widget.currentIndexChanged.connect(self.changed)
            if ask is Ask.COUNTRY and isinstance(widget, QLineEdit):
                usual = self.tr("{country} (defaulted)").format(country=self._country)
                widget.setPlaceholderText(usual)
        return grid_of((ask_word(ask), self.widgets[ask]) for ask in asks)


def _joined(words: tuple[str, ...]) -> str:
    return "; ".join(oneline(word, 200) if not word.isprintable() else word for word in words)
