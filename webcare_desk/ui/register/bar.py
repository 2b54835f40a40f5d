"""What can be done with the chosen case: a button for each act, each with its key."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from webcare_desk.domain.case_state import DECIDED, KEPT_BACK, CaseEvent, CaseState, after
from webcare_desk.domain.moderator import Right
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.flow import FlowLayout
from webcare_desk.ui.workplace import Workplace

#: The acts on a case: what stands on the button, and its key.
ACTS: Mapping[str, tuple[str, str]] = {
    "answer": (QT_TRANSLATE_NOOP("CaseBar", "PV's answer…"), "P"),
    "follow": (QT_TRANSLATE_NOOP("CaseBar", "Follow-up…"), "F"),
    "amend": (QT_TRANSLATE_NOOP("CaseBar", "Change what was told wrongly…"), "W"),
    "nullify": (QT_TRANSLATE_NOOP("CaseBar", "Take back…"), "N"),
    "ask": (QT_TRANSLATE_NOOP("CaseBar", "Questions…"), "Q"),
    "alike": (QT_TRANSLATE_NOOP("CaseBar", "Same or not…"), "S"),
    "packet": (QT_TRANSLATE_NOOP("CaseBar", "Packet"), "O"),
    "comment": (QT_TRANSLATE_NOOP("CaseBar", "Comment"), "C"),
    "close": (QT_TRANSLATE_NOOP("CaseBar", "Close the case"), "D"),
}


class CaseBar(QWidget):
    """The acts on a case; only those that its state and the person's role allow."""

    #: The name of an act: answer, follow, amend, nullify, ask, alike, packet, comment, close.
    pressed = Signal(str)

    def __init__(self, workplace: Workplace, table: QWidget) -> None:
        """Offer nothing yet; the keys act while `table` has the focus."""
        super().__init__()
        self._work = workplace
        self.buttons: dict[str, QPushButton] = {}
        line = FlowLayout(self)
        for name, (source, key) in ACTS.items():
            text = self.tr(source)
            button = QPushButton(f"{text}  {key}")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, name=name: self.press(name))
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda name=name: self.press(name))
            self.buttons[name] = button
            line.addWidget(button)
        self.offer(None)

    def press(self, name: str) -> None:
        """Ask for an act, if it can be done now."""
        if self.buttons[name].isEnabled():
            self.pressed.emit(name)

    def offer(self, state: CaseState | None) -> None:
        """Offer what can be done with a case in a state; None is no case."""
        for name, is_possible in self._possible(state).items():
            self.buttons[name].setEnabled(is_possible)

    def _possible(self, state: CaseState | None) -> Mapping[str, bool]:
        may, event = self._work.may, CaseEvent
        return {
            "answer": may(Right.ACKNOWLEDGE)
            and (state in DECIDED | KEPT_BACK or _can(state, event.ACCEPT, event.REFUSE)),
            "follow": may(Right.ESCALATE) and _can(state, event.FOLLOW_UP, event.CORRECT),
            "amend": may(Right.ESCALATE) and _can(state, event.FOLLOW_UP),
            "nullify": may(Right.ESCALATE) and _can(state, event.FOLLOW_UP),
            "ask": may(Right.ESCALATE) and state not in {None, CaseState.CLOSED},
            "alike": may(Right.ESCALATE) and state is not None,
            "packet": state is not None,
            "comment": state is not None,
            "close": may(Right.ACKNOWLEDGE) and _can(state, event.CLOSE),
        }


def _can(state: CaseState | None, *events: CaseEvent) -> bool:
    return state is not None and any(after(state, event) is not None for event in events)
