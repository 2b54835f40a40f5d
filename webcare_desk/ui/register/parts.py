"""The reactions and medicines of a case: which stay in the next version, and which are new."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from webcare_desk.domain.case_parts import Added, DrugRole, Edit, Listed, Part, Removed
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.noop import QT_TRANSLATE_NOOP
from webcare_desk.ui.plain import ampersand, oneline, plain_tip

_NAMES = {
    Part.REACTION: QT_TRANSLATE_NOOP("PartsFields", "Event stays"),
    Part.DRUG: QT_TRANSLATE_NOOP("PartsFields", "Medicine stays"),
}
_ROLES = {
    DrugRole.SUSPECT: QT_TRANSLATE_NOOP("PartsFields", "suspected"),
    DrugRole.CONCOMITANT: QT_TRANSLATE_NOOP("PartsFields", "taken beside it"),
    DrugRole.INTERACTING: QT_TRANSLATE_NOOP("PartsFields", "interacting"),
}
_LONGEST = 60


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

    def show_parts(self, parts: tuple[Listed, ...]) -> None:
        """Tick each part as it stands."""
        for each in parts:
            words = oneline(each.words, _LONGEST)
            box = QCheckBox(ampersand(words))
            box.setAccessibleName(f"{_word(_NAMES[each.part])}: {words}")
            plain_tip(box, each.words)
            box.setChecked(True)
            self._form.add(_word(_NAMES[each.part]), box)
            self.kept[each] = box

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

    def _line(self, label: str) -> QLineEdit:
        line = self._form.field(label)
        line.setPlaceholderText(_word(_SEVERAL))
        return line


_SEVERAL = QT_TRANSLATE_NOOP("PartsFields", "several with a semicolon between them")


def _word(source: str) -> str:
    return QCoreApplication.translate("PartsFields", source)


def _several(line: QLineEdit) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, line.text().split(";"))))
