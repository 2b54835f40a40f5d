"""A box to choose from in a window whose letters are commands."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class LetterBox(QComboBox):
    """Takes what is typed as the beginning of a choice, as a text field takes its letters."""

    def event(self, event: QEvent) -> bool:
        """Claim a letter or a digit before the window takes it for one of its keys."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            and event.text().isprintable()
            and event.text()
        ):
            event.accept()
            return True
        return super().event(event)
