"""One small field for a question of the form, its name above it, some beside each other."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.intake import CHOICES, DATES, Ask
from webcare_desk.pv.e2b.units import DOSE_FORM, offered
from webcare_desk.ui import theme
from webcare_desk.ui.escalation.words import answer_word
from webcare_desk.ui.plain import PlainLabel

#: How many questions stand beside each other, and from which size of letters on only two do.
_COLUMNS, _LARGE = 3, 1.2
#: A document never holds more in one field; the rules say what is too long for PV.
MOST = 4_000


def cell(ask: Ask, name: str) -> QLineEdit | QComboBox:
    """Return the field for a question: a line, or a choice where the answers are known."""
    widget = _choice(ask) if ask in CHOICES else _line(ask)
    widget.setAccessibleName(name)
    widget.setMinimumWidth(96)
    return widget


def _line(ask: Ask) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(MOST)
    if ask in DATES:
        line.setPlaceholderText(QCoreApplication.translate("Fields", "2026-05-31 or 2026"))
    if ask in {Ask.AGE, Ask.PARENT_AGE}:
        line.setPlaceholderText(QCoreApplication.translate("Fields", "52, 8 months"))
    if ask is Ask.DOSE:
        _offer_units(line)
    return line


def _offer_units(line: QLineEdit) -> None:
    """Offer the units of a report behind a number; other words stay what they are."""
    known = QStringListModel(line)
    completer = QCompleter(known, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
    line.setPlaceholderText(QCoreApplication.translate("Fields", "50 mg, or in words"))
    line.textEdited.connect(lambda told: known.setStringList([*map(_in_words, offered(told))]))


def _in_words(dose: str) -> str:
    """Return a dose with words where its unit is a code that nobody says."""
    codes = {
        "[iU]": QCoreApplication.translate("Fields", "IU"),
        "[drp]": QCoreApplication.translate("Fields", "drops"),
        DOSE_FORM: QCoreApplication.translate("Fields", "tablets"),
    }
    for code, word in codes.items():
        dose = dose.replace(code, word)
    return dose


def _choice(ask: Ask) -> QComboBox:
    box = QComboBox()
    first = QCoreApplication.translate("Fields", "not told")
    if ask is Ask.QUALIFICATION:
        first = QCoreApplication.translate("Fields", "consumer (defaulted)")
    box.addItem(first, "")
    for answer in CHOICES[ask]:
        box.addItem(answer_word(answer), answer)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def fill(widget: QWidget, answer: str) -> None:
    """Put an answer into a field."""
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(answer)))
    elif isinstance(widget, QLineEdit):
        widget.setText(answer)


def answer_in(widget: QWidget) -> str:
    """Return what stands in a field, as the form's answers are kept."""
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""


def grid_of(cells: Iterable[tuple[str, QWidget]]) -> QGridLayout:
    """Return fields beside each other, each below its name."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.M)
    grid.setVerticalSpacing(theme.XS)
    columns = _COLUMNS if theme.scale() < _LARGE else 2
    for place in range(columns):
        grid.setColumnStretch(place, 1)
    for number, (name, widget) in enumerate(cells):
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(small(name))
        column.addWidget(widget)
        grid.addLayout(column, *divmod(number, columns))
    return grid


def section(text: str) -> PlainLabel:
    """Return the heading above some fields."""
    label = PlainLabel(text)
    label.setObjectName("section")
    return label


def small(text: str) -> PlainLabel:
    """Return the name of a field."""
    label = PlainLabel(text)
    label.setObjectName("faint")
    return label
