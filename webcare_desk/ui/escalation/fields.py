"""The questions of the form: product, patient, use, course, reporter; none of them must be answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import CHOICES, DATES, Ask
from webcare_desk.ui import theme
from webcare_desk.ui.escalation.which import Which
from webcare_desk.ui.escalation.words import answer_word, ask_word
from webcare_desk.ui.plain import PlainLabel, oneline

#: How many questions stand beside each other, and from which size of letters on only two do.
_COLUMNS, _LARGE = 3, 1.2
#: A document never holds more in one field; the rules say what is too long for PV.
_MOST = 4_000
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
        column.addWidget(_section(self.tr("Words of the poster")))
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
            column.addWidget(_section(title))
            for which in (each for ask, each in self.which.items() if ask in asks):
                column.addWidget(which)
            column.addLayout(self._grid([ask for ask in asks if ask not in self.which], told))
        self._offer()
        self.filled = {name: _answer(widget) for name, widget in self.widgets.items()}

    def products(self) -> tuple[str, ...]:
        """Return the products as they stand in the field."""
        return self._listed("products", self._case.products)

    def event_words(self) -> tuple[str, ...]:
        """Return the words for the event as they stand in the field."""
        return self._listed("event_words", self._case.event_words)

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was answered, by the name of the question."""
        found = ((ask.value, _answer(self.widgets[ask])) for ask in Ask)
        return tuple((ask, answer) for ask, answer in found if answer)

    def _offer(self) -> None:
        """Offer the words as they stand now, for what is told of one of them alone."""
        self.which[Ask.WHICH_EVENT].offer(self.event_words())
        self.which[Ask.WHICH_PRODUCT].offer(self.products())

    def keep_typed(self, before: "Fields") -> None:
        """Take over what a person had answered on a form of older words; the rest is of the new."""
        for name, widget in before.widgets.items():
            if _answer(widget) != before.filled[name]:
                self._fill(self.widgets[name], _answer(widget))

    def _words(self, column: QVBoxLayout, name: str, label: str, words: tuple[str, ...]) -> None:
        line = QLineEdit(_joined(words))
        line.setMaxLength(_MOST)
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
        column.addWidget(_small(label))
        column.addWidget(line)

    def _listed(self, name: str, before: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of a field; untouched they are those of the text, sign for sign."""
        text = _answer(self.widgets[name])
        if text == _joined(before).strip():
            return before
        return tuple(word.strip() for word in text.split(";") if word.strip())

    def _grid(self, asks: Sequence[Ask], told: dict[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.XS)
        columns = _COLUMNS if theme.scale() < _LARGE else 2
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        for number, ask in enumerate(asks):
            widget = self._choice(ask) if ask in CHOICES else self._line(ask)
            widget.setAccessibleName(ask_word(ask))
            widget.setMinimumWidth(96)
            self.widgets[ask] = widget
            self._fill(widget, told.get(ask, ""))
            row, place = divmod(number, columns)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(_small(ask_word(ask)))
            cell.addWidget(widget)
            grid.addLayout(cell, row, place)
        return grid

    def _line(self, ask: Ask) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(_MOST)
        line.textChanged.connect(self.changed)
        if ask in DATES:
            line.setPlaceholderText(self.tr("2026-05-31 or 2026"))
        if ask is Ask.COUNTRY:
            usual = self.tr("{country} (defaulted)").format(country=self._country)
            line.setPlaceholderText(usual)
        if ask in {Ask.AGE, Ask.PARENT_AGE}:
            line.setPlaceholderText(self.tr("52, 8 months"))
        return line

    def _choice(self, ask: Ask) -> QComboBox:
        box = QComboBox()
        first = self.tr("consumer (defaulted)") if ask is Ask.QUALIFICATION else self.tr("not told")
        box.addItem(first, "")
        for answer in CHOICES[ask]:
            box.addItem(answer_word(answer), answer)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self.changed)
        return box

    @staticmethod
    def _fill(widget: QWidget, answer: str) -> None:
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(0, widget.findData(answer)))
        elif isinstance(widget, QLineEdit):
            widget.setText(answer)


def _joined(words: tuple[str, ...]) -> str:
    return "; ".join(oneline(word, 200) if not word.isprintable() else word for word in words)


def _answer(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""


def _section(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setObjectName("section")
    return label


def _small(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setObjectName("faint")
    return label
