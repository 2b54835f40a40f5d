"""The reactions and medicines of a case: which stay in the next version, and which are new."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.case_parts import Added, DrugRole, Edit, Listed, Part, Removed
from webcare_desk.pv.e2b.build import NOT_NAMED
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import ampersand, oneline, plain_tip
from webcare_desk.ui.room import give_words_room

_NAMES = {
    Part.REACTION: QT_TRANSLATE_NOOP("PartsFields", "Event: {words}"),
    Part.DRUG: QT_TRANSLATE_NOOP("PartsFields", "Medicine: {words}"),
}
_ROLES = {
    DrugRole.SUSPECT: QT_TRANSLATE_NOOP("PartsFields", "suspected"),
    DrugRole.CONCOMITANT: QT_TRANSLATE_NOOP("PartsFields", "taken beside it"),
    DrugRole.INTERACTING: QT_TRANSLATE_NOOP("PartsFields", "interacting"),
}
_NOT_NAMED = QT_TRANSLATE_NOOP("PartsFields", "not named: the page's product")
_LONGEST = 60
_ROOM = 112  # pixels: four parts without scrolling


class PartsFields:
    """Rows of a form: a tick for each part that stands, and lines for those that are new."""

    def __init__(self, form: FormDialog) -> None:
        """Ask for what is new; what stands is ticked once it has been read."""
        self._form = form
        self.reactions = self._line(_word(QT_TRANSLATE_NOOP("PartsFields", "New events")))
        self.drugs = self._line(_word(QT_TRANSLATE_NOOP("PartsFields", "New medicines")))
        self.role = QComboBox()
        for role, word in _ROLES.items():
            self.role.addItem(_word(word), role)
        label = _word(QT_TRANSLATE_NOOP("PartsFields", "The new medicines were"))
        self.role.setAccessibleName(label)
        form.add(label, self.role)
        self.kept: dict[Listed, QCheckBox] = {}
        self._column = QVBoxLayout()
        self._lay_out_kept(_word(QT_TRANSLATE_NOOP("PartsFields", "Stays in the report")))

    def show_parts(self, parts: tuple[Listed, ...]) -> None:
        """Tick each part as it stands; what was to go stays without a tick, wherever it is now."""
        gone = {(part.part, part.words) for part, box in self.kept.items() if not box.isChecked()}
        self.kept.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in parts:
            told, named = shown_words(each), part_name(each)
            box = QCheckBox(ampersand(named))
            box.setAccessibleName(named)
            plain_tip(box, told)
            box.setChecked((each.part, each.words) not in gone)
            self._column.addWidget(box)
            self.kept[each] = box
        self._column.addStretch()
        widest = max((box.sizeHint().width() for box in self.kept.values()), default=0)
        self._area.setMinimumWidth(widest + self._area.verticalScrollBar().sizeHint().width())

    def edits(self) -> tuple[Edit, ...]:
        """Return what comes and goes."""
        role = DrugRole(self.role.currentData())
        return (
            *(Added(Part.REACTION, words) for words in _several(self.reactions)),
            *(Added(Part.DRUG, words, role) for words in _several(self.drugs)),
            *(
                Removed(part.part, part.place)
                for part, box in self.kept.items()
                if not box.isChecked()
            ),
        )

    def _lay_out_kept(self, label: str) -> None:
        """Make room for the ticks: a report may hold more of them than a screen is high."""
        inner, self._area = QWidget(), QScrollArea()
        area = self._area
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        inner.setLayout(self._column)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedHeight(_ROOM)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(label)
        self._form.add(label, area)

    def _line(self, label: str) -> QLineEdit:
        line = self._form.field(label)
        line.setPlaceholderText(_word(_SEVERAL))
        give_words_room(line)
        return line


_SEVERAL = QT_TRANSLATE_NOOP("PartsFields", "several with a semicolon between them")


def part_name(part: Listed) -> str:
    """Return what a part is called: a reaction or a medicine, and its words."""
    return _word(_NAMES[part.part]).format(words=oneline(shown_words(part), _LONGEST))


def shown_words(part: Listed) -> str:
    """Return the words of a part; for a product that nobody named they are ours."""
    return _word(_NOT_NAMED) if part.words == NOT_NAMED else part.words


def _word(source: str) -> str:
    return QCoreApplication.translate("PartsFields", source)


def _several(line: QLineEdit) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, line.text().split(";"))))
