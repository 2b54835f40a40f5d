"""What each command of `menus.COMMANDS` does: one method for each, called by its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from webcare_desk.domain.moderator import Right
from webcare_desk.ui.menus import COMMANDS, Command
from webcare_desk.ui.places import PLACES
from webcare_desk.ui.windows import Windows, bring_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QMainWindow

    from webcare_desk.ui.deeds import Deeds
    from webcare_desk.ui.inbox.pane import InboxPane
    from webcare_desk.ui.panes import Panes
    from webcare_desk.ui.queues.view import QueuesView
    from webcare_desk.ui.topbar import SearchField
    from webcare_desk.ui.workplace import Workplace

_IN_THE_PANE = frozenset({"read", "reply", "note"})  # they act inside the pane of the comment
_BEGIN = _IN_THE_PANE | {"escalate"}  # with the first row, in its frame, where none is picked


@dataclass(frozen=True)
class Parts:
    """The parts of the window that commands act on."""

    window: QMainWindow
    queues: QueuesView
    inbox: InboxPane
    search: SearchField
    panes: Panes


class Acts(QObject):
    """Runs commands; those about a comment act on the one that is shown."""

    #: LockCause, nothing, str: a lock or the training test is wanted; a command is run.
    lock_wanted, test_wanted, ran = Signal(object), Signal(), Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        parts: Parts,
        leave: Callable[[], None],
        change_theme: Callable[[], None],
    ) -> None:
        """Act on `parts`; `leave` logs out, `change_theme` goes from light to dark and back."""
        super().__init__(parts.window)
        self._work, self._parts = workplace, parts
        self._leave, self._change_theme = leave, change_theme
        self.windows = Windows(workplace, self._bring_comment)
        parts.panes.show_place = self.windows.show_place
        parts.panes.answer_pv = self.acknowledge
        parts.panes.record_step = lambda *step: self._deeds.record_step(self.shown, step)
        self.is_covered = False
        self._waiting: Command | None = None
        self.shown: int | None = None

    @cached_property
    def _deeds(self) -> Deeds:
        from webcare_desk.ui.deeds import Deeds

        made = Deeds(self._work, self._parts.window)
        made.ended.connect(self._go_on)
        made.sought.connect(self._parts.search.look_for)
        made.told.connect(self._parts.panes.toast.tell)
        return made

    def may(self, command: Command) -> bool:
        """Say whether a command can be run now."""
        if self.is_covered:
            return False
        begins = command.method in _BEGIN and self._parts.inbox.model.rowCount() > 0
        has_one = self.shown is not None or not command.needs_comment or begins
        return has_one and command.is_for(self._work.may)

    def run(self, command: Command) -> None:
        """Run a command, if it can be run now."""
        if not self.may(command):
            return
        self.ran.emit(command.id)
        if command.needs_comment and self.shown is None:
            self._parts.inbox.go(1)
        self._waiting = command if self._must_wait(command) else None
        if self._waiting is not None:
            return
        act = getattr(self if hasattr(self, command.method) else self._deeds, command.method)
        if command.needs_comment:
            act(self.shown)
        elif command.argument is not None:
            act(command.argument)
        else:
            act()

    def _must_wait(self, command: Command) -> bool:
        """Say whether the comment that the command is about does not stand on the screen yet."""
        panes = self._parts.panes
        if panes.are_ready:
            return command.needs_comment and panes.comment.is_reading
        return command.method in _IN_THE_PANE

    def follow(self) -> None:
        """Do what was asked for too early as soon as the pane shows the comment that it is about."""
        pane = self._parts.panes.comment
        pane.loaded.connect(self._go_on_with)
        pane.unread.connect(self._forget)

    def _go_on_with(self, comment: int) -> None:
        if self._waiting is not None and comment == self.shown:
            self.run(self._waiting)

    def _forget(self) -> None:
        self._waiting = None

    def read(self, _: int) -> None:
        """Go from the list to the text."""
        self._parts.panes.comment.focus_text()

    def reply(self, _: int) -> None:
        """Go to the reply, which begins with the recommended template."""
        self._parts.panes.comment.composer.begin_reply()

    def note(self, _: int) -> None:
        """Go to the private note."""
        self._parts.panes.comment.focus_note()

    def escalate(self, comment: int) -> None:
        """Open the packet for PV, filled in; what is new about a case of it goes on with that."""
        from webcare_desk.actions import known_case
        from webcare_desk.ui.escalation.dialog import EscalationDialog
        from webcare_desk.ui.register.forms import going_on

        known, window = known_case(self._work.app.desk.read, comment), self._parts.window
        if known is None:
            return self._open(EscalationDialog(self._work, comment, window))
        form = going_on(self._work, known, window)
        if form is None:
            return self.say(
                self.tr("This comment is on its way to PV: what is new follows when it has left.")
            )
        return self._open(form)

    def acknowledge(self, comment: int) -> None:
        """Record PV's answer to the comment's escalation that waits for one."""
        from webcare_desk.casebook.awaiting import awaits_pv
        from webcare_desk.ui.register.answer import about

        read = self._work.app.desk.read
        found = read.escalations_of(comment)
        waiting = next((each for each in reversed(found) if awaits_pv(read, each)), None)
        if waiting is None:
            return self.say(self.tr("This comment does not wait for PV."))
        return self._open(about(self._work, waiting, self._parts.window))

    def undo(self) -> None:
        """Take back what the toast says: what was just done, or what is held."""
        if not self._parts.panes.toast.undo():
            self.say(self.tr("Nothing was just done that can be undone."))

    def move(self, step: int) -> None:
        """Go through the list."""
        self._parts.inbox.go(step)

    def back(self) -> None:
        """Go back to the list; from the list, back from a search."""
        listing = self._parts.inbox.model.listing
        if self._parts.inbox.view.hasFocus() and listing is not None and listing.words:
            self._parts.queues.choose(listing.place)
        self._parts.inbox.view.setFocus()

    def load_new(self) -> None:
        """Show what has arrived."""
        self._parts.inbox.load_new()

    def turn(self) -> None:
        """Put the most suspect first, or again the nearest deadline."""
        self._parts.inbox.turn()

    def search(self) -> None:
        """Go to the search field."""
        self._parts.search.setFocus()
        self._parts.search.selectAll()

    def go_to(self, number: int) -> None:
        """Show a place by its number."""
        self._parts.queues.choose(PLACES[number])
        self._parts.inbox.view.setFocus()

    def palette(self) -> None:
        """Offer every command that can be run now."""
        from webcare_desk.ui.language import LANGUAGES, translator
        from webcare_desk.ui.palette import Palette, choices

        other = translator(next(name for name in LANGUAGES if name != self._work.language))
        possible = [each for each in COMMANDS if self.may(each) and each.id != "palette"]
        offered, title = choices(possible, other, self.run), self.tr("All commands")
        hint = self.tr("A command, or the number of a comment")
        self._open(Palette(self._parts.window, title, hint, offered, self.open_comment))

    def open_comment(self, comment: int) -> None:
        """Show a comment by its number, in the place where it stands."""
        work = self._work.app.desk.read.work(comment)
        if work is None or not self._work.may(Right.READ):
            return self.say(self.tr("There is no comment {number}.").format(number=comment))
        self._parts.inbox.remember(work.queue, comment)
        return self._parts.queues.choose(work.queue)

    def audit(self) -> None:
        """Open the audit log in the supervisor's window."""
        from webcare_desk.ui.supervision.areas import Area

        self.windows.supervision().choose(Area.AUDIT)

    def supervision(self) -> None:
        """Open the supervisor's window, as it was left."""
        self.windows.supervision()

    def register(self) -> None:
        """Open the register of safety cases, as it was left."""
        self.windows.register()

    def protocol(self) -> None:
        """Open the protocol's window, as it was left."""
        self.windows.protocol()

    def gaps(self) -> None:
        """Show what the sources did not cover."""
        from webcare_desk.ui.gaps import GapsDialog

        self._open(GapsDialog(self._work, self._parts.window))

    def sources(self) -> None:
        """Set up what the desk reads."""
        from webcare_desk.ui.sources.dialog import SourcesDialog

        self._open(SourcesDialog(self._work, self._parts.window))

    def people(self) -> None:
        """Show the accounts, the training, the alerts, and one's own account."""
        from webcare_desk.ui.people.dialog import PeopleDialog

        self._open(PeopleDialog(self._work, self._parts.window))

    def training(self) -> None:
        """Begin the training test."""
        self.test_wanted.emit()

    def change_theme(self) -> None:
        """Change between light and dark."""
        self._change_theme()

    def lock(self) -> None:
        """Lock the window."""
        from webcare_desk.actions import LockCause

        self.lock_wanted.emit(LockCause.PERSON)

    def log_out(self) -> None:
        """End the session and close the window."""
        self._leave()

    def quit(self) -> None:
        """Close the window."""
        self._parts.window.close()

    def keys(self) -> None:
        """Show every key."""
        from webcare_desk.ui.keysheet import key_sheet

        self._open(key_sheet(self._parts.window))

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""
        self._work.tasks.problem.emit(sentence)

    def close_windows(self) -> None:
        """Close the windows beside the main one."""
        self.windows.close()

    def _bring_comment(self, comment: int) -> None:
        """Show a comment to somebody who is in another window."""
        bring_up(self._parts.window)
        self.open_comment(comment)

    def _go_on(self, comment: int) -> None:
        if comment == self.shown:
            self._parts.inbox.go(1)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
