"""The bar above the panes: source lights, search, the next safety deadline, who works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.moderator import Right
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Urgency, left
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.marks import icon
from webcare_desk.ui.plain import PlainLabel, ampersand, oneline, plain_tip
from webcare_desk.ui.room import give_words_room
from webcare_desk.ui.said import said_words
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.unread import no_source
from webcare_desk.ui.words import coverage_word, role_word

if TYPE_CHECKING:
    from webcare_desk.ui.overview import Overview, SourceNow
    from webcare_desk.ui.workplace import Workplace


class TopBar(QWidget):
    """Shows how the desk is; asks for a search and for the gaps."""

    searched = Signal(str)
    gaps_wanted = Signal()
    left_search = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show who works; the rest follows with the first overview."""
        super().__init__()
        self.setObjectName("top")
        self._lights: dict[str, QPushButton] = {}
        self._due: int | None = None
        self.search = SearchField()
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.left.connect(self.left_search)
        self._clock = PlainLabel()
        self._clock.setObjectName("clock")
        if not workplace.may(Right.READ):
            self.search.hide()
            self._clock.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.XS)
        self._none = self._without_source()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.M)
        row.addLayout(self._row)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self._clock)
        row.addWidget(self._who(workplace))

    def take(self, overview: Overview, now: int) -> None:
        """Show a new overview; the light of a source that is gone goes too."""
        for name in self._lights.keys() - {source.name for source in overview.sources}:
            self._lights.pop(name).deleteLater()
        for source in overview.sources:
            self._light(source)
        self._none.setVisible(not overview.sources)
        self._none.setIcon(icon(Shape.RING, theme.colours().faint, 12))
        self._due = overview.next_due
        self.tick(now)

    def tick(self, now: int) -> None:
        """Show how much is left until the next safety deadline."""
        if self._due is None:
            self._clock.setText(self.tr("No safety deadline"))
            self._clock.setStyleSheet(f"color: {theme.colours().faint}")
            return
        until = left(self._due, now)
        self._clock.setText(self.tr("Next safety report: {time}").format(time=until.text))
        tone = {Urgency.OVERDUE: theme.colours().danger, Urgency.SOON: theme.colours().warning}
        colour = tone.get(until.urgency, theme.colours().text)
        self._clock.setStyleSheet(f"color: {colour}; font-weight: 600")

    def _without_source(self) -> QPushButton:
        """Return the light of a desk that has no source; it waits for the first overview."""
        light = self._new_light()
        light.setText(no_source().rstrip("."))
        light.setAccessibleName(no_source())
        light.hide()
        return light

    def _new_light(self) -> QPushButton:
        light = QPushButton()
        light.setObjectName("flat")
        light.clicked.connect(self.gaps_wanted)
        self._row.addWidget(light)
        return light

    def _light(self, source: SourceNow) -> None:
        """Show a source: its mark, its name and how the last poll ended, in a word."""
        light = self._lights.get(source.name)
        if light is None:
            light = self._lights[source.name] = self._new_light()
        shape, colour = light_of(source)
        light.setIcon(icon(shape, colour, 12))
        state = self.tr("not read yet") if source.state is None else coverage_word(source.state)
        text = f"{oneline(source.name, 24)}: {state}"
        if source.gaps:
            text += ", " + self.tr("%n gap(s)", "", source.gaps)
        light.setText(ampersand(text))
        light.setAccessibleName(self.tr("Source {text}").format(text=text))
        plain_tip(light, oneline(said_words(source.problem or ""), 200))

    def _who(self, workplace: Workplace) -> ElidedLabel:
        person = workplace.app.desk.read.moderator(workplace.actor.moderator)
        name = workplace.actor.moderator if person is None else oneline(person.name, 40)
        role = role_word(workplace.actor.role)
        who = ElidedLabel(f"{name} · {role} · {workplace.language.upper()}")
        who.setObjectName("faint")
        return who


class SearchField(QLineEdit):
    """The words to look for, and `from:NAME` who wrote them; Escape leaves the search."""

    left = Signal()

    def __init__(self) -> None:
        """Make an empty field."""
        super().__init__()
        self.setPlaceholderText(self.tr("Search, or from:NAME  ( / )"))
        self.setAccessibleName(self.tr("Search the comments"))
        self.setClearButtonEnabled(True)
        give_words_room(self)
        self.setMaximumWidth(520)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxLength(200)
        tip = self.tr('from:NAME finds by whom it is; a name with blanks: from:"jan de vries"')
        plain_tip(self, tip)
        self.setAccessibleDescription(tip)

    def look_for(self, words: str) -> None:
        """Search for `words`, as if somebody had typed them."""
        self.setText(words)
        self.returnPressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, which would only move the focus."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
            return True
        return super().event(event)


def light_of(source: SourceNow) -> tuple[Shape, str]:
    """Return the shape and colour of a source's light."""
    now = theme.colours()
    lights: dict[CoverageState | None, tuple[Shape, str]] = {
        CoverageState.COMPLETE: (Shape.DISC, now.good),
        CoverageState.PARTIAL: (Shape.DIAMOND, now.warning),
        CoverageState.FAILED: (Shape.CROSS, now.danger),
        CoverageState.UNREAD: (Shape.CROSS, now.danger),
        None: (Shape.RING, now.faint),
    }
    return lights[source.state]
