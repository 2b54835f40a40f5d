"""The line at the bottom: what happened last, when the sources were read, how long the log is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStatusBar

from webcare_desk.domain.spans import HOUR
from webcare_desk.typed import typeable
from webcare_desk.ui import theme
from webcare_desk.ui.clock import since, span, time_of_day
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from webcare_desk.ui.overview import Overview

_STAYS = 10_000  # milliseconds
_LONGEST = 300
#: A backup older than this while the window is open did not work, in microseconds.
_LATE = 2 * HOUR


_MINUTES = 5  # the letters of hours and minutes in a time of day


class StatusBar(QStatusBar):
    """Shows and speaks messages; the rest stands at the right."""

    def __init__(self) -> None:
        """Show the hint about the keys."""
        super().__init__()
        self.setSizeGripEnabled(False)
        self._poll, self._log, self._backup = PlainLabel(), PlainLabel(), PlainLabel()
        hint = self.tr("{sheet} keys · {palette} all commands")
        keys = PlainLabel(hint.format(sheet=key_name("F1"), palette=key_name("Ctrl+K")))
        self._labels = (self._poll, self._backup, self._log, keys)
        for label in self._labels:
            self.addPermanentWidget(label)
        self.messageChanged.connect(lambda _: self._make_room())

    def say(self, sentence: BaseException | str) -> None:
        """Show a sentence for a while, and let a screen reader speak it."""
        text = oneline(typeable(error_words(sentence)), _LONGEST)
        self.showMessage(text, _STAYS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _make_room(self) -> None:
        """Hide, as long as a sentence stands there, what has no room beside it: the hint first."""
        said = self.currentMessage()
        room = self.width() - self.fontMetrics().horizontalAdvance(said) - 2 * theme.L
        for label in (self._log, self._poll, self._backup, self._labels[-1]):
            room -= label.sizeHint().width() + theme.S
            label.setVisible(bool(label.text()) and (not said or room > 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew what has room."""
        super().resizeEvent(event)
        self._make_room()

    def forget(self, command: str) -> None:
        """Say no more what was said before a command, unless that only walks through the list."""
        if command not in {"next", "previous"}:
            self.clearMessage()

    def take(self, overview: Overview, now: int | None = None) -> None:
        """Show a new overview; with `now` (UTC microseconds) also how old the backup is."""
        self._take_backup(overview.last_backup, now)
        if overview.last_poll is None:
            self._poll.setText(self.tr("Not read yet"))
        else:
            time = time_of_day(overview.last_poll)
            text = self.tr("Read at {time}")
            if not overview.is_connected:  # the second tells nothing of what was before it
                time, text = time[:_MINUTES], self.tr("No connection since before {time}")
            self._poll.setText(text.format(time=time))
        self._take_log(overview)
        self._make_room()

    def _take_log(self, overview: Overview) -> None:
        """Show how long the log is, and how much of it nobody else vouches for."""
        open_, text = overview.unanchored, self.tr("Log: %n entry(s)", "", overview.entries)
        if open_.entries:
            words = self.tr("{entries} not yet with others ({age})")
            text += " · " + words.format(entries=open_.entries, age=span(open_.time))
        is_alarming = open_.is_over and overview.is_connected
        self._log.setText(f"⚠ {text}" if is_alarming else text)
        self._log.setStyleSheet(f"color: {theme.colours().warning}" if is_alarming else "")

    def _take_backup(self, made_at: int | None, now: int | None) -> None:
        if now is None:
            self._backup.clear()
        elif made_at is None:
            self._backup.setText(self.tr("No backup is there"))
        else:
            words = self.tr("Backup at {time} ({since})")
            self._backup.setText(words.format(time=time_of_day(made_at), since=since(made_at, now)))
        is_late = now is not None and (made_at is None or now - made_at > _LATE)
        self._backup.setStyleSheet(f"color: {theme.colours().warning}" if is_late else "")
