"""The places of the desk with how many comments each holds and its worst clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from webcare_desk.domain.inbox import Queue
from webcare_desk.ui.clock import Left, left
from webcare_desk.ui.places import PAGE, PLACES, Beside, Place, place_word

if TYPE_CHECKING:
    from webcare_desk.store.base import Reads

ENTRY = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: `worst` is its first due time; `more` says that there are more than counted."""

    place: Place
    count: int = 0
    worst: int | None = None
    more: bool = False


def count(read: Reads, me: str, now: int) -> tuple[Entry, ...]:
    """Count every place; a queue's count is kept by the store, one's own is read."""
    counts = {found.queue: found for found in read.queue_counts()}
    queues = [Entry(queue, counts[queue].count, counts[queue].worst) for queue in Queue]
    mine = read.mine(me, None, PAGE, now)
    uncertain, failed = read.problem_counts()
    worst = next((row.due for row in mine if row.aware_due or row.reply_due), None)
    return (
        *queues,
        Entry(Beside.MINE, len(mine), worst, more=len(mine) == PAGE),
        Entry(Beside.UNCERTAIN, uncertain),
        Entry(Beside.PROBLEMS, failed),
    )


class QueuesModel(QAbstractListModel):
    """A row for each place, in the order of danger."""

    def __init__(self) -> None:
        """Show every place, not counted yet."""
        super().__init__()
        self._entries = tuple(Entry(place) for place in PLACES)
        self._now = 0
        self.is_counted = False

    def take(self, entries: tuple[Entry, ...], now: int) -> None:
        """Show new counts; `now` is what the clocks are measured against."""
        self._entries, self._now, self.is_counted = entries, now, True
        self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))

    def entry(self, place: Place) -> Entry:
        """Return the count of a place."""
        return next(entry for entry in self._entries if entry.place is place)

    def clock_of(self, entry: Entry) -> str:
        """Return the worst clock of a place in words, or nothing."""
        until = self.left_of(entry)
        return "" if until is None else until.text

    def left_of(self, entry: Entry) -> Left | None:
        """Return what is left of the worst clock of a place, or None."""
        return None if entry.worst is None or not self._now else left(entry.worst, self._now)

    def _sentence(self, entry: Entry) -> str:
        text = QCoreApplication.translate("Queues", "{place}: {count}")
        said = text.format(place=place_word(entry.place), count=entry.count)
        clock = self.clock_of(entry)
        nearest = QCoreApplication.translate("Queues", "{text}, nearest: {clock}")
        return nearest.format(text=said, clock=clock) if clock else said

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of places."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = ENTRY) -> object:
        """Return the Entry for painting, and a sentence for a screen reader."""
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return self._sentence(entry)
        return None
