"""The timeline of one comment: the entries about it, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from webcare_desk import actions
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.comment import Move
from webcare_desk.domain.spans import DAY
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment, time_of_day
from webcare_desk.ui.dress import dress
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.room import rows_height
from webcare_desk.ui.timeline.folding import Told, every_entry, folded
from webcare_desk.ui.timeline.sentences import sentence
from webcare_desk.ui.workplace import Workplace

_SEQ = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class History:
    """The entries about a comment, who the people in them are, and when it was read."""

    told: Told
    names: Mapping[str, str]
    moves: Mapping[int, Move]
    at: int

    @property
    def entries(self) -> tuple[AuditEntry, ...]:
        """Return the entries that are shown, the newest first."""
        return self.told.entries


class TimelinePane(QWidget):
    """One line for each entry about the comment."""

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet."""
        super().__init__()
        self._work = workplace
        self._comment: int | None = None
        self._reading = Latest(workplace.tasks, self, self._take)
        self.list = QListWidget()
        self._lay_out()
        workplace.feed.changed.connect(self._on_changed)
        dress(self)

    def show_comment(self, comment: int | None) -> None:
        """Show the entries about a comment, or nothing."""
        if comment != self._comment:
            self.list.clear()
        self._comment = comment
        if comment is None:
            self._reading.forget()
        else:
            self._reload(comment)

    def _reload(self, comment: int) -> None:
        read, clock = self._work.app.desk.read, self._work.app.desk.clock
        self._reading.ask(lambda: history(read, comment, clock()))

    def _take(self, found: History) -> None:
        """Show the entries anew; who reads them by keyboard stays at the one that was reached."""
        place, at = self.list.verticalScrollBar().value(), self.list.currentItem()
        reached = None if at is None else at.data(_SEQ)
        self.list.clear()
        for entry in found.entries:
            said = oneline(with_ends(sentence(entry, found.names), entry, found.moves), 200)
            item = QListWidgetItem(f"{_when(entry.at, found.at)}  ·  {said}", self.list)
            item.setData(_SEQ, entry.seq)
            if left := found.told.more.get(entry.seq):
                self.list.addItem(more_words(left))
        self._fit()
        self.list.verticalScrollBar().setValue(place)
        for row in range(self.list.count()) if reached is not None else ():
            if self.list.item(row).data(_SEQ) == reached:
                self.list.setCurrentRow(row)

    def _fit(self) -> None:
        """Take no more height than the entries need: the steps above get what is left."""
        if self.list.count():
            above = self._heading.sizeHint().height() + 2 * theme.S + theme.XS
            self.setMaximumHeight(above + rows_height(self.list, self.list.count()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew: at another width the lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self, comments: frozenset[int]) -> None:
        if self._comment is not None and self._comment in comments:
            self._reload(self._comment)

    def _lay_out(self) -> None:
        self.setObjectName("timeline-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = PlainLabel(self.tr("Timeline"))
        self._heading.setObjectName("section")
        self.list.setObjectName("timeline")
        self.list.setAccessibleName(self.tr("Timeline"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setFont(theme.font(theme.SMALL))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.S, theme.S, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)


def history(read: Reads, comment: int, at: int) -> History:
    """Return what happened to a comment, as it reads at an instant."""
    told = folded(_all(read, comment))
    names = {each.id: each.name for each in read.moderators()}
    return History(told, names, {each.id: each for each in read.moves(comment)}, at)


def _all(read: Reads, comment: int) -> list[AuditEntry]:
    """Return every entry about a comment, and the one that erased it, which names no comment."""
    found, gone = list(every_entry(read, comment)), read.erasure_of(comment)
    if gone is not None:
        at = LogFilter(action=actions.Erase.name, since=gone.at, until=gone.at + 1)
        found += read.entries(at, None, 1)
    return sorted(found, key=lambda each: -each.seq)


def with_ends(said: str, entry: AuditEntry, moves: Mapping[int, Move]) -> str:
    """Say of a move from where to where; the log has what a thread is called by its row alone."""
    rows = [int(key) for table, key, _ in entry.changes if table == tables.MOVE.name]
    ends = next((moves[row].ends for row in rows if row in moves), None)
    if ends is None:
        return said
    words = QCoreApplication.translate("Timeline", "{said}: from {old} to {new}")
    return words.format(said=said, old=oneline(ends[0], 60) or "–", new=oneline(ends[1], 60) or "–")


def more_words(left: int) -> str:
    """Say how many entries of the program are left out at a place."""
    words = QCoreApplication.translate("Timeline", "… {count} more by the program")
    return words.format(count=left)


def _when(at: int, now: int) -> str:
    """Return the time of day of a recent entry, and the date with its zone of an older one."""
    return time_of_day(at) if now - at < DAY else moment(at)
