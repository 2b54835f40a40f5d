"""What the report says to each question, to be mended; what PV refused of it stands first."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from webcare_desk.casebook.refusal import Refusal
from webcare_desk.domain.e2b import Value
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.mend import Told, mended
from webcare_desk.ui import theme
from webcare_desk.ui.escalation.cells import answer_in, cell, fill, grid_of, section
from webcare_desk.ui.escalation.words import ask_word
from webcare_desk.ui.plain import PlainLabel, oneline, plain_tip
from webcare_desk.ui.register.parts import part_name, shown_words

#: So much of what PV said, and of the name of a field, is shown.
_LONGEST, _SHOWN = 400, 34
_PARENT = frozenset({Ask.PARENT_INITIALS, Ask.PARENT_AGE})


class MendFields(QWidget):
    """A field for each question that one element answers; empty until the report was read."""

    def __init__(self, before: QWidget) -> None:
        """Ask nothing yet; the keyboard comes to the fields from `before`."""
        super().__init__()
        self._before, self._page = before, QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._page)
        self.cells: dict[Told, QLineEdit | QComboBox] = {}
        self._filled: dict[Told, str] = {}
        self._typed: dict[tuple[object, ...], str] = {}

    def show_told(self, told: Sequence[Told], refusal: Refusal | None) -> None:
        """Ask about the report as it stands now."""
        self._typed = {_meaning(each): answer_in(self.cells[each]) for each in self._touched()}
        self.cells.clear()
        self._page.deleteLater()
        self._page, rows = QWidget(), QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.XS)
        self._page.setLayout(rows)
        self._column.addWidget(self._page)
        named = frozenset() if refusal is None else refusal.elements
        refused = [each for each in told if each.is_named(named)]
        if refusal is not None and refusal.sentences:
            said = oneline("; ".join(refusal.sentences), _LONGEST)
            rows.addWidget(PlainLabel(self.tr("PV said: “{words}”").format(words=said), wraps=True))
        self._lay_out(rows, self.tr("Named in PV's refusal"), refused, are_mixed=True)
        rest = [each for each in told if each not in refused]
        for of, title in dict.fromkeys((each.of, self._title(each)) for each in rest):
            here = [each for each in rest if (each.of, self._title(each)) == (of, title)]
            self._lay_out(rows, title, here)
        self._filled = {each: answer_in(widget) for each, widget in self.cells.items()}

    def type_again(self) -> None:
        """Put what a person had typed on the report before this one where it is still asked."""
        for each, widget in self.cells.items():
            if _meaning(each) in self._typed:
                fill(widget, self._typed[_meaning(each)])

    def changed(self) -> dict[str, Value | None]:
        """Return the elements that change, by their paths."""
        found: dict[str, Value | None] = {}
        for each in self._touched():
            found |= mended(each, answer_in(self.cells[each]))
        return found

    def unread(self) -> Iterator[tuple[Ask, QWidget]]:
        """Give the questions whose answers no element can hold."""
        for each in self._touched():
            if not mended(each, answer_in(self.cells[each])):
                yield each.ask, self.cells[each]

    def _touched(self) -> list[Told]:
        cells = self.cells.items()
        return [each for each, widget in cells if answer_in(widget) != self._filled[each]]

    def _lay_out(
        self, rows: QVBoxLayout, title: str, told: Sequence[Told], *, are_mixed: bool = False
    ) -> None:
        """Set the fields below a title; what is told of several things at once names each."""
        if not told:
            return
        last = next(reversed(self.cells.values()), self._before)
        shown = []
        for each in told:
            name, whose = ask_word(each.ask), self._title(each)
            whole = f"{name} · {whose}"
            widget = cell(each.ask, whole)
            fill(widget, each.answer)
            self.cells[each] = widget
            plain_tip(widget, whole)
            of = whose if each.of is None else shown_words(each.of)
            shown.append((oneline(f"{name} · {of}", _SHOWN) if are_mixed else name, widget))
        rows.addSpacing(theme.S)
        rows.addWidget(section(title))
        rows.addLayout(grid_of(shown))
        for _, widget in shown:
            QWidget.setTabOrder(last, widget)
            last = widget

    def _title(self, told: Told) -> str:
        """Return of whom or what something is told."""
        if told.of is not None:
            return part_name(told.of)
        if told.path.startswith("C."):
            return self.tr("The reporter")
        return self.tr("The parent") if told.ask in _PARENT else self.tr("The patient")


def _meaning(told: Told) -> tuple[object, ...]:
    """Return what an answer is about, wherever it stands in another version."""
    return told.ask, told.of and (told.of.part, told.of.words)
