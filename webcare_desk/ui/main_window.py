"""The window: queues, list, comment, protocol; it owns the keys and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.ui import theme
from webcare_desk.ui.acts import Acts, Parts
from webcare_desk.ui.banners import Banners
from webcare_desk.ui.inbox.pane import InboxPane
from webcare_desk.ui.later import Later
from webcare_desk.ui.lobby import lobby
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.menubar import build, enable
from webcare_desk.ui.panes import MIDDLE, Panes
from webcare_desk.ui.places import Listing, Place
from webcare_desk.ui.queues.view import QueuesView
from webcare_desk.ui.room import give_room, growth
from webcare_desk.ui.status import StatusBar
from webcare_desk.ui.tab_order import InOrder
from webcare_desk.ui.topbar import TopBar
from webcare_desk.ui.whose import titled
from webcare_desk.ui.windows import leave_dialogs

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from webcare_desk.errors import WebcareError
    from webcare_desk.ui.comment.pane import CommentPane
    from webcare_desk.ui.lock.locking import Locking
    from webcare_desk.ui.overview import Overview
    from webcare_desk.ui.workplace import Workplace

WIDTH, HEIGHT = 1440, 900
_COLUMNS = (190, 430, 510, 310)
_RIGHT = (600, 250)
_SECOND = 1000  # milliseconds
#: The least pixels of queues, list, comment and protocol, with letters of 10 points.
_LEAST = (170, 280, MIDDLE, 330)


class MainWindow(InOrder):
    """One person's window on the desk."""

    #: The protocol is loaded and the panes can show a comment.
    ready = Signal()
    #: No protocol can be loaded; a banner says why.
    barred = Signal()
    #: The window is closed; true when the person logged out.
    closed = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        """Show the list at once; the protocol is loaded in a worker."""
        super().__init__()
        self._work, self._is_leaving, self.said = workplace, False, ""
        self.locking: Locking | None = None
        self._is_looking = self._is_stale = False
        self._settings = QSettings(
            str(workplace.app.folder / "window.ini"), QSettings.Format.IniFormat
        )
        self.setWindowTitle("Webcare Desk")
        self.top, self.banners = TopBar(workplace), Banners()
        self.queues, self.inbox = QueuesView(workplace), InboxPane(workplace)
        self.panes = Panes(workplace, self, self.inbox.lacks)
        self._across, self._right = QSplitter(), self.panes.right
        self.layers = QStackedWidget()
        self._lay_out()
        self.status = StatusBar()
        self.setStatusBar(self.status)
        parts = Parts(self, self.queues, self.inbox, self.top.search, self.panes)
        self.acts = Acts(workplace, parts, self._end, self._change_theme)
        self.actions_by_id = build(self, self.inbox.view, self.acts, workplace)
        self.panes.run = lambda command: self.actions_by_id[command].trigger()
        self._connect()
        self._restore()
        self._begin()

    @property
    def comment(self) -> CommentPane:
        """Return the pane of the comment."""
        return self.panes.comment

    @property
    def shown(self) -> int | None:
        """Return the comment that is shown: the one every command acts on."""
        return self.acts.shown

    def show_comment(self, comment: int | None) -> None:
        """Show a comment in every pane; the pane of the comment records that it was viewed."""
        self.acts.shown = comment
        self._enable()
        if self.panes.are_ready:
            self.panes.show_comment(comment)

    def _begin(self) -> None:
        self._enable()
        if self._work.read_only:
            self.banners.say_read_only(self._work.read_only)
        if self._work.app.is_demo:
            self.banners.say_demo()
        if self._work.may(Right.READ):
            self.queues.choose(Queue.SAFETY)
        self.inbox.view.setFocus()
        first, panes, protocol = self.queues.refresh, self.panes.steps, self._load_protocol
        self._later = Later(self, (first, self._look, *panes, protocol, self._listen))

    def _listen(self) -> None:
        """Lock from now on when nobody is there; look at alerts and at one's training."""
        from webcare_desk.ui.conduct import Conduct
        from webcare_desk.ui.lock.locking import Locking

        made = self.locking = Locking(self._work, self, self.layers)
        made.closing.connect(self.panes.keep_drafts)
        made.ended.connect(self._end)
        self.acts.lock_wanted.connect(made.lock)
        self.conduct = Conduct(self._work, self, self.layers, self.banners)
        self.acts.test_wanted.connect(self.conduct.take_test)
        self.conduct.ended.connect(self._end)
        self.conduct.barred.connect(self.comment.composer.reply.bar)
        self._second.timeout.connect(self.conduct.tick)
        self.conduct.approvals_wanted.connect(self.acts.windows.approvals)
        self.conduct.follow(self.queues.chosen, self.top.searched, self.acts.ran)

    def _on_layer(self, number: int) -> None:
        """Take no command while something lies over the desk."""
        self.acts.is_covered = number != 0
        self._enable()

    def _load_protocol(self) -> None:
        """Load the protocol in a worker; the panes show a comment once it is there."""
        app = self._work.app
        self._work.tasks.run(lambda: app.in_force, lambda _: self._on_protocol(), self._no_protocol)

    def _on_protocol(self) -> None:
        self.setWindowTitle(titled(self._work, "Webcare Desk"))
        self.banners.attend(self._work.app, self._work.language)
        self._second.timeout.connect(self.banners.look)
        if not self._work.read_only:
            self._work.tasks.act(self._work.app.put_protocol_in_force)
        self.panes.are_ready = True
        self.acts.follow()
        self.show_comment(self.acts.shown)
        self.ready.emit()

    def _no_protocol(self, error: WebcareError) -> None:
        self.banners.say_read_only(error)
        self.barred.emit()

    def _choose(self, place: Place) -> None:
        self.top.search.clear()
        self.inbox.show_listing(Listing(place))
        self._say_count()

    def _search(self, words: str) -> None:
        listing = self.inbox.model.listing
        if listing is None:
            return
        if words:
            self.queues.unmark()
            self.inbox.show_listing(Listing(listing.place, words))
            self.inbox.view.setFocus()
            self.inbox.go(1)
        else:
            self.queues.choose(listing.place)

    def _leave_search(self) -> None:
        listing = self.inbox.model.listing
        if listing is not None and listing.words:
            self.queues.choose(listing.place)
        self.inbox.view.setFocus()

    def _say_count(self) -> None:
        listing = self.inbox.model.listing
        if listing is not None and not listing.words:
            self.inbox.say_count(self.queues.count_of(listing.place))

    def _enable(self) -> None:
        enable(self.actions_by_id, self.acts, self._work)

    def _look(self) -> None:
        """Look, in a worker, how the desk is; what changes meanwhile is looked at after."""
        if self._is_looking:
            self._is_stale = True
        else:
            self._is_looking, self._is_stale = True, False
            from webcare_desk.ui.overview import look_at

            app = self._work.app
            self._work.tasks.run(lambda: look_at(app), self._take, self._no_look)

    def _take(self, overview: Overview) -> None:
        self._is_looking = False
        now = self._work.app.desk.clock()
        self.top.take(overview, now)
        self.status.take(overview, None if self._work.app.is_demo else now)
        self.banners.take(overview)
        if self._is_stale:
            self._look()

    def _no_look(self, error: WebcareError) -> None:
        self._is_looking = False
        self.status.say(error)

    def _end(self, sentence: str = "") -> None:
        if not self._is_leaving:
            self._is_leaving, self.said = True, sentence
            self._is_leaving = self.close()

    def _change_theme(self) -> None:
        is_dark = not theme.is_dark()
        self._settings.setValue("theme", "dark" if is_dark else "light")
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window has one
        apply_theme(app, is_dark=is_dark)
        self.top.tick(self._work.app.desk.clock())
        self._look()
        self.show_comment(self.acts.shown)

    def _connect(self) -> None:
        self.layers.currentChanged.connect(self._on_layer)
        self.queues.chosen.connect(self._choose)
        self.queues.counted.connect(self._say_count)
        self.acts.ran.connect(self.status.forget)
        self.inbox.picked.connect(self.show_comment)
        self.inbox.emptied.connect(lambda: self.show_comment(None))
        self.top.searched.connect(self._search)
        self.top.left_search.connect(self._leave_search)
        self.top.gaps_wanted.connect(self.acts.gaps)
        self._work.feed.changed.connect(lambda _: self._look())
        self._work.tasks.problem.connect(self.status.say)
        self._second = QTimer(self, interval=_SECOND)
        self._second.timeout.connect(lambda: self.top.tick(self._work.app.desk.clock()))
        self._second.start()

    def _lay_out(self) -> None:
        for pane in (self.queues, self.inbox, self.panes.middle, self._right):
            self._across.addWidget(pane)
        self._across.setStretchFactor(1, 1)
        self._across.setStretchFactor(2, 2)
        for splitter, sizes in ((self._across, _COLUMNS), (self._right, _RIGHT)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setSizes(list(sizes))
        panes = (self.queues, self.inbox, self.panes.middle, self._right)
        grown = growth(self, sum(_LEAST) + len(_LEAST))
        for pane, least in zip(panes, _LEAST, strict=True):
            pane.setMinimumWidth(round(least * grown))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.banners)
        column.addWidget(self._across, 1)
        self.layers.addWidget(page)
        self.setCentralWidget(self.layers)
        if not self._work.may(Right.READ):
            self._across.hide()
            column.addWidget(lobby(self._show_people), 1)

    def _show_people(self) -> None:
        self.acts.people()

    def _restore(self) -> None:
        """Take the place and the widths of the last time."""
        give_room(self, WIDTH, HEIGHT)
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("across", self._across.restoreState),
            ("right", self._right.restoreState),
        ):
            kept = self._settings.value(name)
            if kept is not None:
                restore(kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the widths; first leave what is open, unless the session has ended."""
        if not leave_dialogs(is_forced=bool(self.said)):
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("across", self._across.saveState())
        self._settings.setValue("right", self._right.saveState())
        self._settings.sync()
        self._later.stop()
        self._second.stop()
        if self.locking is not None:
            self.locking.stop()
        self.acts.close_windows()
        super().closeEvent(event)
        self.closed.emit(self._is_leaving)
