"""Approvals: what waits for a second person, who asked, what it changes, since when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from webcare_desk import actions, erasing
from webcare_desk.actions.approve import is_asker_closed, why_not_decline
from webcare_desk.actions.two_persons import why_not_approve
from webcare_desk.asked_version import changes_protocol, version_changes
from webcare_desk.domain.approval import (
    Request,
    RequestKind,
    RequestState,
    has_run_out,
)
from webcare_desk.domain.erasure import comments_in
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import DECLINING, Why
from webcare_desk.domain.signature import Signature
from webcare_desk.reports.asked import about
from webcare_desk.said import Said
from webcare_desk.ui.clock import ago, left, moment
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.latest import Latest, alive
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.asked import (
    change_lines,
    kind_words,
    may_quote,
    signed_exactly,
    state_words,
)
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.listing import Listing, Row, clock_cell
from webcare_desk.ui.supervision.signed import signed_lines
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.why import ask_why
from webcare_desk.ui.workplace import Workplace

_SHOWN = 6  # lines of what is asked about once more


@dataclass(frozen=True, slots=True)
class _Read:
    """What a request was read to change of the version whose digest is `in_force`."""

    request: int
    in_force: str | None
    lines: tuple[str, ...]


class ApprovalBoard(Board):
    """The requests; one's own are shown, and decided by somebody else."""

    def __init__(self, workplace: Workplace) -> None:
        """Show the requests, the newest first."""
        hint = self.tr("Who asked never decides. Escalating never needs a second person.")
        super().__init__(workplace, self.tr("Approvals"), hint)
        self._names: dict[str, str] = {}
        self._version = _Read(0, None, ())
        self._reading: Latest[_Read] = Latest(
            workplace.tasks, self, self._take_version, self.complain
        )
        listing = Listing(
            self.tr("Requests"),
            self.columns(
                (self.tr("Asked"), 90), (self.tr("What"), 0), (self.tr("By"), 150),
                (self.tr("Stands for"), 110), (self.tr("State"), 110),
            ),
        )  # fmt: skip
        approve = Right.APPROVE
        self.begin(
            listing,
            (
                Deed(self.tr("Approve and sign…"), "Y", self.approve, approve, self._may_approve),
                Deed(self.tr("Decline…"), "F", self.decline, approve, self._may_decline),
                Deed(self.tr("Erase now…"), "X", self.erase, Right.ERASE, self._may_erase),
                Deed(self.tr("Withdraw"), "W", self.withdraw, Right.SIGN, self._is_own),
                Deed(self.tr("Comment"), "O", self.open_comment, Right.READ, _has_comments),
            ),
            self.tr("Nothing waits for a second person."),
        )

    def read_rows(self) -> Sequence[Row]:
        """Return the requests: those that wait, those that may be used, and the others."""
        desk = self.work.app.desk
        now = desk.clock()
        self._names = {each.id: each.name for each in desk.read.moderators()}
        found = sorted(
            desk.read.requests(is_open=False),
            key=lambda each: (not _stands(each, now), each.state is not RequestState.WAITING),
        )
        return [self._row(each, now) for each in found]

    def _row(self, request: Request, now: int) -> Row:
        stands = _stands(request, now)
        is_waiting = stands and request.state is RequestState.WAITING
        state = state_words(request, now, self._in_force())
        cells = (
            Cell(ago(request.asked_at, now), Tone.FAINT),
            Cell(self._what(request)),
            Cell(who(request.asked_by, self._names)),
            clock_cell(left(request.ends_at, now)) if stands else Cell("–", Tone.FAINT),
            Cell(state, Tone.WARNING if is_waiting else Tone.FAINT),
        )
        return Row(request.id, request, cells)

    def _what(self, request: Request) -> str:
        return f"{kind_words(request.wanted.kind)}: {self._about(request)}"

    def _about(self, request: Request) -> str:
        read, wanted = self.work.app.desk.read, request.wanted
        return said_words(about(read, wanted, may_read=may_quote(self.work)))

    def told(self, item: object) -> str:
        """Return what the signatures stand under: in words, and below them exactly."""
        assert isinstance(item, Request)  # noqa: S101 - this board's rows hold requests
        asked = self.tr("Asked by {who}, {time}")
        lines = [
            self._what(item),
            asked.format(who=who(item.asked_by, self._names), time=moment(item.asked_at)),
        ]
        read = self.work.app.desk.read
        if is_asker_closed(read, item):
            lines.append("⚠ " + self.tr("The account that asked is closed."))
        if item.reason:
            lines.append(item.reason)
        lines += ["", self.tr("What it changes"), *self._changes(item), ""]
        lines += signed_lines(read.signature(item.asking), read.signature(item.approving or 0))
        if item.decided_by is not None and item.decided_at is not None:
            decided = self.tr("Decided by {who}, {time}")
            lines += [
                "",
                decided.format(who=who(item.decided_by, self._names), time=moment(item.decided_at)),
            ]
            if item.used_at is not None:
                lines.append(self.tr("Used {time}").format(time=moment(item.used_at)))
            elif has_run_out(item, self.work.app.desk.clock()):
                lines += ["", "→ " + self.tr("It was not used in time: ask for it again.")]
        elif (why_not := self._why_not(item)) is not None:
            lines += ["", f"→ {said_words(why_not)}"]
        lines += ["", *signed_exactly(item.wanted)]
        lines += ["", self.tr("Digest of the record"), str(item.wanted.record)]
        return "\n".join(lines)

    def _changes(self, item: Request) -> list[str]:
        stands = _stands(item, self.work.app.desk.clock())
        of_version = self._version.lines if self._has_read(item) else (self.tr("Reading…"),)
        found = change_lines(self.work, item.wanted, stands=stands)
        return [*found, *map(said_words, of_version)]

    def _on_chosen(self, item: object) -> None:
        """Read what the chosen version changes, in a worker: packs take their time."""
        super()._on_chosen(item)
        if isinstance(item, Request) and not self._has_read(item):
            app, in_force = self.work.app, self._in_force()
            self._reading.ask(lambda: _Read(item.id, in_force, tuple(version_changes(app, item))))

    def _take_version(self, found: "_Read") -> None:
        self._version = found
        super()._on_chosen(self.listing.item)

    def _has_read(self, item: Request) -> bool:
        is_it = (self._version.request, self._version.in_force) == (item.id, self._in_force())
        return is_it or not changes_protocol(item)

    def _in_force(self) -> str | None:
        return self.work.app.desk.read.fact("protocol")

    def approve(self) -> None:
        """Ask for the signature under exactly what is shown."""
        request = self._request()
        desk, by, wanted = self.work.app.desk, self.work.actor, request.wanted

        def then(made: Signature) -> None:
            desk.perform(actions.Approve(request.id, made.id), by)

        dialog = SignDialog(
            self.work,
            self,
            self.tr("Approve: {what}").format(what=self._what(request)),
            wanted.record,
            wanted.document,
            (wanted.approving,),
            then,
            "\n".join((*self._changes(request), "", *signed_exactly(wanted))),
        )
        self._show(dialog)

    def decline(self) -> None:
        """Decline with a reason of the list, or in words of one's own."""
        number = self._request().id

        def then(why: Why) -> None:
            self.perform(actions.Decline(number, why.reason, why.words))

        ask_why(self, self.tr("Decline: why?"), DECLINING, then)

    def erase(self) -> None:
        """Ask once more, with whose words they are: nobody brings them back."""
        item = self._request()
        question = self.tr("These words go for good: {whose}. Nobody can bring them back.")
        ask(
            self,
            self.tr("Erase now"),
            question.format(whose=self._about(item)),
            "\n".join(self._changes(item)[:_SHOWN]),
            self.tr("Erase for good"),
            lambda: self._erase(item.id),
            is_grave=True,
        )

    def _erase(self, number: int) -> None:
        """Do an erasure that two have signed, and say which backups still hold the text."""
        desk, actor, folder = self.work.app.desk, self.work.actor, self.work.app.folder
        years = erasing.retention_of(self.work.app.settings.retention)

        def work() -> erasing.Erased:
            return erasing.erase(desk, actor, number, folder, years)

        self.work.tasks.act(work, alive(self, self._erased), alive(self, self.complain))

    def _erased(self, done: erasing.Erased) -> None:
        self.done()
        words = [
            self.tr("%n rows are erased; the log still holds.", "", done.rows),
            *map(said_words, done.kept[:3]),
        ]
        if more := len(done.kept[3:]):
            words.append(self.tr("%n more comments were left out.", "", more))
        if done.backups.left:
            until = self.tr("A backup may hold the text until {time}.")
            words.append(until.format(time=moment(done.backups.until)))
        self.outcome.say("fine", "  ".join(words))

    def withdraw(self) -> None:
        """Take back one's own request."""
        self.perform(actions.Withdraw(self._request().id))

    def open_comment(self) -> None:
        """Show the first comment of what is to be erased."""
        self.comment_wanted.emit(comments_in(self._request().wanted)[0])

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.done)
        dialog.open()

    def _request(self) -> Request:
        item = self.listing.item
        assert isinstance(item, Request)  # noqa: S101 - the deeds fit requests alone
        return item

    def _why_not(self, request: Request) -> Said | None:
        desk, actor = self.work.app.desk, self.work.actor
        return why_not_approve(desk.read, request, actor.moderator, actor.session, desk.clock())

    def _may_approve(self, item: object) -> bool:
        """Say whether it can be approved; what it changes must stand there first."""
        is_read = isinstance(item, Request) and self._has_read(item)
        return is_read and self._why_not(self._request()) is None

    def _may_decline(self, item: object) -> bool:
        actor, desk = self.work.actor, self.work.app.desk
        by, session = actor.moderator, actor.session
        return isinstance(item, Request) and (
            why_not_decline(desk.read, item, by, session, desk.clock()) is None
        )

    def _may_erase(self, item: object) -> bool:
        return (
            isinstance(item, Request)
            and _is_erasure(item)
            and item.state is RequestState.APPROVED
            and not has_run_out(item, self.work.app.desk.clock())
        )

    def _is_own(self, item: object) -> bool:
        now, me = self.work.app.desk.clock(), self.work.actor.moderator
        return isinstance(item, Request) and item.asked_by == me and _stands(item, now)


def _has_comments(item: object) -> bool:
    return isinstance(item, Request) and _is_erasure(item) and bool(comments_in(item.wanted))


def _is_erasure(item: object) -> bool:
    return isinstance(item, Request) and item.wanted.kind is RequestKind.ERASURE


def _stands(request: Request, now: int) -> bool:
    """Say whether a request waits or may be used, and has not run out."""
    is_open = request.state in {RequestState.WAITING, RequestState.APPROVED}
    return is_open and not has_run_out(request, now)
