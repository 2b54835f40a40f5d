"""The list with its title and the bar that says what has arrived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.inbox import InboxRow, Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.ui import theme
from webcare_desk.ui.inbox.delegate import InboxDelegate
from webcare_desk.ui.inbox.model import InboxModel
from webcare_desk.ui.inbox.sentence import Names, sentence
from webcare_desk.ui.inbox.view import InboxView
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.places import Listing, belongs, nothing_found, page, place_word
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words
from webcare_desk.ui.unread import nothing_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.ui.inbox.fresh import Fresh
    from webcare_desk.ui.places import Place
    from webcare_desk.ui.workplace import Workplace

_MINUTE = 60_000  # milliseconds


class InboxPane(QWidget):
    """Shows one listing; the comment that is picked is told by its number."""

    picked = Signal(int)
    #: What is shown has changed: the detail pane may have to follow.
    emptied = Signal()
    #: bool: whether the list that is shown has no row.
    lacks = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet."""
        super().__init__()
        self._work = workplace
        self._names = Names(workplace.app.desk.read)
        clock = workplace.app.desk.clock
        self.model = InboxModel(
            self._page, self._again, lambda row: sentence(row, clock(), self._names)
        )
        self.view = InboxView()
        self.view.show_rows(self.model, InboxDelegate(clock, self._names.initials, self.view))
        self._picked: int | None = None
        self._last: dict[Place, int] = {}  # the comment that was picked in a place
        self._by_tier = False
        self._is_reading = self._is_stale = False
        self._title, self._count = PlainLabel(), PlainLabel()
        self._empty = PlainLabel(self.tr("Nothing waits here."), wraps=True)
        self._bar = QPushButton()
        self._lay_out()
        self.view.picked.connect(self._on_picked)
        self.model.arrivals.connect(self._on_arrivals)
        workplace.feed.changed.connect(lambda _: self.refresh())
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.model.repaint)
        self._minute.start()

    @property
    def comment(self) -> int | None:
        """Return the comment that is picked."""
        return self._picked

    def show_listing(self, listing: Listing, *, keep: int | None = None) -> None:
        """Show a listing, and the comment `keep`, or the last one of its place, as long as it stands there."""
        if keep is None and not listing.words:
            keep = self._last.get(listing.place)
        self.model.show(replace(listing, by_tier=self._by_tier))
        self._picked = None
        if keep is not None and self._stands_here(keep):
            from webcare_desk.ui.inbox.fresh import MOST

            self.model.load_until(keep, MOST)
        self._retitle()
        place = None if keep is None else self.model.row_of(keep)
        if place is not None:
            self.view.pick(place)
        elif self.model.rowCount():
            self.view.scrollToTop()
        if self._picked is None and keep is not None and self._is_further_down(keep):
            self._show_without_row(keep)
        if self._picked is None:
            self.emptied.emit()

    def _is_further_down(self, comment: int) -> bool:
        """Say whether a comment stands below the rows that are loaded."""
        return self.model.canFetchMore() and self._stands_here(comment)

    def _stands_here(self, comment: int) -> bool:
        listing = self.model.listing
        return listing is not None and any(belongs(row, listing) for row in self._again((comment,)))

    def remember(self, place: Place, comment: int) -> None:
        """Let `comment` be the one that is shown when a place is shown next."""
        self._last[place] = comment

    def _show_without_row(self, comment: int) -> None:
        self._on_picked(comment)
        words = self.tr("Comment {number} is shown; in this list it stands further down.")
        self._work.tasks.problem.emit(words.format(number=comment))

    def turn(self) -> None:
        """Put the most suspect first, or again the nearest due time."""
        self._by_tier = not self._by_tier
        self.load_new()

    def go(self, step: int) -> None:
        """Go to the next row (1) or the one before (-1)."""
        self.view.go(step)

    def load_new(self) -> None:
        """Load the list anew, with what has arrived, and keep the comment that is picked."""
        if self.model.listing is not None:
            self.show_listing(self.model.listing, keep=self._picked)

    def say_count(self, count: int | None) -> None:
        """Say how many comments the place holds; None where nobody counts."""
        text = "" if count is None else self.tr("%n comment(s)", "", count)
        self._count.setText(text)

    def refresh(self) -> None:
        """Read again, in a worker, what is shown."""
        listing = self.model.listing
        if listing is None:
            return
        if self._is_reading:
            self._is_stale = True
            return
        from webcare_desk.ui.inbox.fresh import read_again

        self._is_reading, self._is_stale = True, False
        desk, me, loaded = self._work.app.desk, self._work.actor.moderator, self.model.loaded
        self._work.tasks.run(
            lambda: read_again(desk.read, listing, me, loaded, desk.clock()),
            self._take,
            self._failed,
        )

    def _take(self, fresh: Fresh) -> None:
        self._is_reading = False
        self._names.learn()
        if fresh.listing == self.model.listing and fresh.arrived and not self.model.rowCount():
            self.load_new()
        else:
            self.model.take(fresh, self._picked)
        self._show_emptiness()
        if self._is_stale:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        self._work.tasks.problem.emit(error_words(error))

    def _say_found(self) -> None:
        """Say how many a search has found, and whether there are more than are loaded."""
        listing, count = self.model.listing, self.model.rowCount()
        if listing is None or not listing.words:
            return
        more = self.tr("{count}+ comments").format(count=count)
        if self.model.canFetchMore():
            self._count.setText(more)
        else:
            self.say_count(count or None)

    def _page(self, listing: Listing, after: InboxRow | None) -> list[InboxRow]:
        if listing.words:
            QTimer.singleShot(0, self, self._say_found)  # once the model has them
        desk, me = self._work.app.desk, self._work.actor.moderator
        return page(desk.read, listing, me, after, desk.clock())

    def _again(self, comments: Sequence[int]) -> list[InboxRow]:
        desk = self._work.app.desk
        return desk.read.rows(comments, desk.clock())

    def _on_picked(self, comment: int) -> None:
        self._picked, listing = comment, self.model.listing
        if listing is not None and not listing.words:
            self.remember(listing.place, comment)
        QTimer.singleShot(0, self, lambda: self.model.drop_left(self._picked))
        self.picked.emit(comment)

    def _on_arrivals(self, count: int) -> None:
        self._bar.setVisible(count > 0)
        text = self.tr("%n new comment(s)", "", count)
        self._bar.setText(self.tr("{new} — press . to show").format(new=text))

    def _retitle(self) -> None:
        listing = self.model.listing
        if listing is not None:
            found = self.tr("Found: {words}").format(words=oneline(listing.words, 40))
            place = place_word(listing.place)
            if listing.goes_by_tier:
                place = self.tr("{place}, most suspect first").format(place=place)
            self._title.setText(found if listing.words else place)
            if listing.words or not isinstance(listing.place, Queue):
                self.say_count(None)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        is_empty = self.model.rowCount() == 0
        self._empty.setVisible(is_empty)
        self.lacks.emit(is_empty)
        listing = self.model.listing
        if is_empty and listing is not None:
            nothing = nothing_found(listing.words) if listing.words else ""
            self._empty.setText(nothing or self._nothing_in(listing.place))

    def _nothing_in(self, place: Place) -> str:
        """Say that a place is empty; what waits for PV stands there once it is answered."""
        nothing = " ".join(
            filter(None, (self.tr("Nothing waits here."), nothing_read(self._work.app)))
        )
        waiting = 0
        if place is Queue.WAITING:
            waiting = len(self._work.app.desk.read.open_steps())
        if not waiting:
            return nothing
        here = self.tr("A comment comes here once it is answered.")
        waits = self.tr("%n report(s) wait for PV.", "", waiting)
        keys = self.tr("The register shows them ({key}).").format(key=key_name("Ctrl+R"))
        knows = self._work.may(Right.ACKNOWLEDGE)
        return " ".join((nothing, here, waits, *([keys] if knows else [])))

    def _lay_out(self) -> None:
        self.setObjectName("pane")
        self._title.setObjectName("title")
        self._count.setObjectName("faint")
        self._empty.setObjectName("empty")
        self._bar.setObjectName("arrivals")
        self._bar.hide()
        self._bar.clicked.connect(self.load_new)
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
