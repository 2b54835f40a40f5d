"""What a person does to a comment; what cannot be taken back is asked for first."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from webcare_desk import actions, casework, retrying
from webcare_desk.actions.base import Action
from webcare_desk.casework import endings, undone
from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.escalation import PlanStep
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Work
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import HIDING, NOT_A_REPORT, SHOWING, Reason, Why
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.domain.sought import by
from webcare_desk.domain.spans import SECOND
from webcare_desk.dossier import dossier, recommended
from webcare_desk.screening.hints import hints_in
from webcare_desk.ui.assigning import Assigning
from webcare_desk.ui.calling import Calling, ask_category
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.protocol.record import LeftOutDialog, StepDialog
from webcare_desk.ui.why import ask_why, why_lowered
from webcare_desk.ui.words import reason_word
from webcare_desk.ui.workplace import Workplace

_FIRST_WORDS = 80


class Deeds(QObject):
    """Acts on a comment through the desk; what they ask first they ask on `window`."""

    #: The comment whose work a person has ended: the list may go on.
    ended = Signal(int)
    #: What is to be searched for.
    sought = Signal(str)
    #: What was done, in words, and what undoes it or None: Ctrl+Z does as long as that is said.
    #: Without words: what was done before is not to be undone any more.
    told = Signal(str, object)

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        """Act as the workplace's actor."""
        super().__init__(window)
        self._work = workplace
        self._window = window

    def of_author(self, comment: int) -> None:
        """Search for what else the author of a comment wrote."""
        name = self._comment(comment).author_name
        if name.strip():
            self.sought.emit(by(name, self._work.language))
        else:
            self._say(self.tr("The author of this comment has no name."))

    def claim(self, comment: int) -> None:
        """Claim a comment; release one's own; take over somebody else's after asking."""
        work, me = self._state(comment), self._work.actor.moderator
        is_held = work.claimed_by is not None and work.claimed_until > self._work.app.desk.clock()
        claim, release = actions.Claim(comment), actions.Release(comment)
        if not is_held:
            self._do(claim, self.tr("Claimed"), release)
        elif work.claimed_by == me:
            self._do(release, self.tr("Released"), claim)
        else:
            ask(
                self._window,
                self.tr("Take over"),
                self.tr("Somebody else is working on this comment. Take it over?"),
                self._quoted(comment),
                self.tr("Take over"),
                lambda: self._work.tasks.perform(actions.Claim(comment, take_over=True)),
            )

    def _do(self, act: Action[None], said: str, back: Action[None]) -> None:
        """Do what another act gives back, and say so: until something else is done, Ctrl+Z does."""
        done = self.tr("Undone.")
        again = partial(self._work.tasks.perform, back, lambda _: self._say(done))
        self._work.tasks.perform(act, lambda _: self.told.emit(said, again))

    def hide(self, comment: int) -> QMenu:
        """Hide a comment, or show it again: ask why, and name what that means."""
        act = partial(self._hide, comment)
        if self._state(comment).visibility is Visibility.HIDDEN:
            return ask_why(self._window, self.tr("Show again: why?"), SHOWING, act)
        return ask_why(self._window, self.tr("Hide: why?"), HIDING, act)

    def _hide(self, comment: int, why: Why) -> None:
        if self._state(comment).visibility is Visibility.HIDDEN:
            kind, title = DeliveryKind.UNHIDE, self.tr("Show again")
            meaning = self.tr("Everybody can read this comment again on {source}.")
        else:
            kind, title = DeliveryKind.HIDE, self.tr("Hide")
            meaning = self.tr("Nobody but its author can read this comment on {source} any more.")
        act = actions.ChangeVisibility(comment, kind, self._hold, why.reason, why.words)
        source = oneline(self._comment(comment).source, 40)
        ask(
            self._window,
            title,
            meaning.format(source=source),
            self._quoted(comment) + "\n\n" + self._undo_note(),
            title,
            lambda: self._work.tasks.perform(act),
        )

    def delete(self, comment: int) -> QMenu:
        """Delete a comment on its platform: ask why, and warn."""
        delete = partial(self._delete, comment)
        return ask_why(self._window, self.tr("Delete: why?"), actions.DeleteComment.reasons, delete)

    def _delete(self, comment: int, why: Why) -> None:
        """Warn in words that Enter does not confirm."""
        act = actions.DeleteComment(comment, self._hold, why.reason, why.words)
        meaning = self.tr(
            "The comment is removed from {source} for good. The platform cannot bring it back; "
            "the desk keeps its record."
        )
        source = oneline(self._comment(comment).source, 40)
        ask(
            self._window,
            self.tr("Delete"),
            meaning.format(source=source),
            self._quoted(comment) + "\n\n" + self._undo_note(),
            self.tr("Delete for good"),
            lambda: self._work.tasks.perform(act),
            is_grave=True,
        )

    def close(self, comment: int) -> None:
        """Offer the reasons to close by number; a possible report ends only as its plan allows."""
        app = self._work.app
        self._work.tasks.run(
            lambda: (
                endings(app.desk, app.protocol, comment),
                undone(app.desk, app.protocol, comment),
            ),
            partial(self._ask_close, comment),
        )

    def _ask_close(
        self, comment: int, found: tuple[tuple[Reason, ...], tuple[PlanStep, ...]]
    ) -> None:
        ends, steps = found
        fit = frozenset(actions.Close.reasons)
        if actions.owes_decision(self._work.app.desk.read, self._state(comment)):
            fit = frozenset(ends) or NOT_A_REPORT
        unfit = [reason for reason in actions.Close.reasons if reason not in fit]
        title, then = self.tr("Close: why?"), partial(self._close_without, comment, steps)
        ask_why(self._window, title, actions.Close.reasons, then, unfit=unfit)

    def _close_without(self, comment: int, steps: tuple[PlanStep, ...], why: Why) -> None:
        """Ask why the steps that nobody did are left out, where there are such."""
        if steps:
            close = partial(self._close, comment)
            LeftOutDialog(self._window, steps, self._work.language, why, close).open()
        else:
            self._close(comment, why)

    def step(self, comment: int) -> None:
        """Record the next step of the plan that this role may say was done."""
        self.record_step(comment, None)

    def record_step(self, comment: int | None, step: tuple[str, ...] | None) -> None:
        """Ask what was done in a step, given by plan and name, or in the next one."""
        app = self._work.app
        if comment is not None:
            self._work.tasks.run(
                lambda: dossier(app.desk, app.protocol, comment).steps,
                partial(self._ask_step, comment, step),
            )

    def _ask_step(
        self, comment: int, step: tuple[str, ...] | None, steps: tuple[PlanStep, ...]
    ) -> None:
        role = self._work.actor.role
        left = [each for each in steps if each.done is None and role in each.doers]
        found = next((each for each in left if step in {None, each.key}), None)
        if found is None:
            self._say(self.tr("No step is left that you could record."))
        else:
            StepDialog(self._window, self._work, comment, found).open()

    def confirm_hint(self, comment: int) -> None:
        """Confirm the next hint of who writes, or how; say so where none is left."""
        read = self._work.app.desk.read
        found, confirmed = read.comment(comment), read.hints(comment)
        hints = () if found is None else hints_in(found.text)
        kind = next((hint.kind for hint in hints if hint.kind not in confirmed), None)
        if kind is None:
            self._say(self.tr("There is no hint left to confirm."))
        else:
            self._work.tasks.perform(actions.ConfirmHint(comment, kind))

    def classify(self, comment: int) -> None:
        """Offer the categories by their names; the protocol says where the comment then stands."""

        def call(category: Category) -> None:
            work = self._state(comment)
            calling = Calling(self._work, work, category, self.told.emit, self._last)
            why_lowered(self._window, work, category, calling.keep)

        ask_category(self._window, self._state(comment).category, call)

    def erase(self, comment: int) -> None:
        """Ask, signed, for a second person to erase a comment, or all that its author wrote."""
        from webcare_desk.ui.erase import EraseDialog

        EraseDialog(self._work, comment, self._window, self._say).open()

    def hold(self, comment: int) -> None:
        """Show the legal holds on a comment; set or lift one."""
        from webcare_desk.ui.hold import HoldDialog

        HoldDialog(self._work, comment, self._window, self._say).open()

    def assign(self, comment: int) -> QMenu:
        """Offer the accounts that may answer; a supervisor gives the comment to one."""
        return Assigning(self._work, comment, self.told.emit, self._say).ask(self._window)

    def reopen(self, comment: int) -> QMenu | None:
        """Offer the reasons to open a closed comment again; say at once of another that it is open."""
        if self._state(comment).queue is not Queue.DONE:
            self._say(self.tr("This comment is open already."))
            return None
        again = partial(self._reopen, comment)
        return ask_why(self._window, self.tr("Reopen: why?"), actions.Reopen.reasons, again)

    def _reopen(self, comment: int, why: Why) -> None:
        """Open it in the queue that the protocol names for it."""
        app, perform = self._work.app, self._work.tasks.perform

        def queue() -> Queue:
            return recommended(app.desk, app.protocol, self._comment(comment)).queue

        said = self.tr("Comment {number} is open again.").format(number=comment)
        self._work.tasks.run(
            queue,
            lambda found: perform(
                actions.Reopen(comment, found, why.reason, why.words), lambda _: self._last(said)
            ),
        )

    def retry(self, comment: int) -> None:
        """Try every failed delivery about a comment again."""
        deliveries = self._work.app.desk.read.deliveries_of(comment)
        failed = [each for each in deliveries if each.state is DeliveryState.FAILED]
        if not failed:
            self._say(self.tr("No delivery about this comment has failed."))
        app, by = self._work.app, self._work.actor
        for delivery in failed:
            again = partial(retrying.retry, app.desk, lambda: app.protocol, delivery.id, by)
            self._work.tasks.act(again)

    def _close(self, comment: int, why: Why) -> None:
        """Close it, and say so: until something else is done, Ctrl+Z opens it again."""
        app, by = self._work.app, self._work.actor
        again = partial(self._reopen, comment, Why(Reason.MADE_IN_ERROR))

        def done(_: None) -> None:
            text = self.tr("Closed · {reason}").format(reason=reason_word(why.reason))
            self.told.emit(text, again if self._work.may(Right.REOPEN) else None)
            self.ended.emit(comment)

        self._work.tasks.act(lambda: casework.close(app.desk, app.protocol, comment, why, by), done)

    def _last(self, sentence: str) -> None:
        """Say what no key undoes, nor what was done before it."""
        self.told.emit("", None)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._work.tasks.problem.emit(sentence)

    @property
    def _hold(self) -> int:
        return self._work.app.settings.undo_seconds * SECOND

    def _undo_note(self) -> str:
        text = self.tr("It is held for {seconds} s; until then {key} calls it back.")
        return text.format(seconds=self._work.app.settings.undo_seconds, key=key_name("Ctrl+Z"))

    def _state(self, comment: int) -> Work:
        work = self._work.app.desk.read.work(comment)
        assert work is not None  # noqa: S101 - it is shown, and no comment leaves the desk
        return work

    def _comment(self, comment: int) -> Comment:
        found = self._work.app.desk.read.comment(comment)
        assert found is not None  # noqa: S101 - it is shown, and no comment leaves the desk
        return found

    def _quoted(self, comment: int) -> str:
        """Return author and first words, so that nobody acts on another comment than meant."""
        found = self._comment(comment)
        return f"{oneline(found.author_name, 60)}: “{oneline(found.text, _FIRST_WORDS)}”"
