"""What to show of the log: by whom, which action, about which comment, from when until when."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from webcare_desk.actions import ACTIONS
from webcare_desk.reports.acts import with_words
from webcare_desk.store.base import LogFilter
from webcare_desk.ui import theme
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.choice import LetterBox
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.room import give_words_room
from webcare_desk.ui.timeline.sentences import in_window
from webcare_desk.ui.words import act_words

#: The action that is chosen is shown by so many letters; all of them stand in the list.
_LETTERS = 18
#: Nothing else: an integer's own validator lets "1,000" and a lone "+" be typed.
_NUMBER = QRegularExpression(r"[1-9]\d{0,9}")


class FilterBar(QWidget):
    """Some fields; each change is a new filter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, reads: bool) -> None:
        """Filter nothing; whoever `reads` no comments does not search their words either."""
        super().__init__(parent)
        self.person, self.action = LetterBox(), LetterBox()
        self.comment, self.words = QLineEdit(), QLineEdit()
        self.since, self.until = QDateEdit(), QDateEdit()
        self.has_since, self.has_until = QCheckBox(self.tr("From")), QCheckBox(self.tr("Until"))
        self.person.addItem(self.tr("Anybody"), None)
        self._offer_actions()
        self.comment.setValidator(QRegularExpressionValidator(_NUMBER, self))
        self.comment.setPlaceholderText(self.tr("any"))
        self.comment.setFixedWidth(round(70 * theme.scale()))
        self.words.setPlaceholderText(self.tr("in the comment, or of the act"))
        give_words_room(self.words)
        self.words.setMaxLength(200)
        self._offer_days()
        self._lay_out(reads=reads)
        self.person.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.action.currentIndexChanged.connect(lambda _: self.changed.emit())
        for field in (self.comment, self.words):
            field.textChanged.connect(lambda _: self.changed.emit())

    def _offer_days(self) -> None:
        for box, edit in ((self.has_since, self.since), (self.has_until, self.until)):
            edit.setDate(QDate.currentDate())
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d MMM yyyy")
            edit.hide()  # until it counts
            edit.dateChanged.connect(lambda _: self.changed.emit())
            box.toggled.connect(edit.setVisible)
            box.toggled.connect(lambda _: self.changed.emit())

    def _offer_actions(self) -> None:
        named = {str(action.name): act_words(str(action.name)) for action in ACTIONS}
        self.action.addItem(self.tr("Any action"), None)
        for name in sorted(named, key=lambda each: named[each].casefold()):
            self.action.addItem(named[name], name)
        fixed = LetterBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.action.setSizeAdjustPolicy(fixed)
        self.action.setMinimumContentsLength(_LETTERS)
        rows = self.action.view()
        rows.setMinimumWidth(rows.sizeHintForColumn(0) + 2 * theme.XL)

    def offer_people(self, names: Mapping[str, str]) -> None:
        """Offer the people of the desk, and the program; whoever is chosen stays so."""
        for uid, name in {"system": self.tr("The program"), **names}.items():
            place, text = self.person.findData(uid), oneline(name, 60)
            if place < 0:
                self.person.addItem(text, uid)
            else:
                self.person.setItemText(place, text)

    def chosen(self) -> LogFilter:
        """Return the filter."""
        number = self.comment.text()
        chosen = LogFilter(
            actor=self.person.currentData(),
            action=self.action.currentData(),
            subject=int(number) if number else None,
            since=day_begins(_day(self.since.date())) if self.has_since.isChecked() else None,
            until=day_ends(_day(self.until.date())) if self.has_until.isChecked() else None,
        )
        return with_words(chosen, self.words.text(), in_window)

    def _lay_out(self, *, reads: bool) -> None:
        flow = FlowLayout(self, gap=theme.M)
        sought = ((PlainLabel(self.tr("Words")), self.words),) if reads else ()
        for head, field in (
            *sought,
            (PlainLabel(self.tr("Person")), self.person),
            (PlainLabel(self.tr("Action")), self.action),
            (PlainLabel(self.tr("Comment")), self.comment),
            (self.has_since, self.since),
            (self.has_until, self.until),
        ):
            box = QWidget()
            line = QHBoxLayout(box)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.S)
            field.setAccessibleName(head.text())
            if isinstance(head, PlainLabel):
                head.setObjectName("faint")
                head.setBuddy(field)
            line.addWidget(head)
            line.addWidget(field)
            box.setFixedHeight(max(field.sizeHint().height(), self.words.sizeHint().height()))
            flow.addWidget(box)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
