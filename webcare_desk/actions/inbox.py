"""What a moderator does with a comment on the desk."""

from dataclasses import dataclass, replace
from typing import ClassVar

from webcare_desk.actions.awareness import begin, clock_from
from webcare_desk.actions.base import Action, Moment, live_work, work_of
from webcare_desk.actions.rewording import was_answered
from webcare_desk.actions.with_pv import is_with_pv, knows_all
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Queue, Status, Work, nearest
from webcare_desk.domain.moderator import Moderator, Right, rights_of
from webcare_desk.domain.reason import LOWERING, REOPENING, Reason
from webcare_desk.domain.spans import MINUTE
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: How long a claim holds without being renewed, in microseconds.
LEASE = 15 * MINUTE


@dataclass(frozen=True, slots=True)
class Open(Action[Work]):
    """A person looks at a comment; the first look is day zero (GVP VI.B.7).

    `forward_within` is how long PV may be kept waiting from then on, in
    microseconds, or None where nothing points to a report. `beside` is the comment on
    whose screen it could be read; to those who work on it, it is as new as before.
    """

    comment: int
    forward_within: int | None = None
    beside: int | None = None
    name: ClassVar[Name] = Name("open")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.READ

    def apply(self, session: Session, moment: Moment) -> Work:
        """Keep the first look and start the awareness clock."""
        work = work_of(session, self.comment)
        changed: dict[str, Detail] = {}
        aware_at = begin(session, moment, work)
        if work.aware_at is None:
            changed["aware_at"] = aware_at
        # A guest's look is awareness too, but the comment stays new to those who work on it.
        is_for_work = self.beside is None and Right.CLASSIFY in rights_of(moment.by.role)
        if work.status is Status.NEW and is_for_work:
            changed["status"] = Status.OPEN
        start = clock_from(session, moment, work, aware_at)
        if self.forward_within is not None and start is not None:
            changed["aware_due"] = start + self.forward_within
            changed["due"] = nearest(work.reply_due, start + self.forward_within)
        if changed:
            session.change(tables.WORK, self.comment, changed)
        return work_of(session, self.comment)

    def detail_of(self, result: Work) -> Details:
        """Say beside which comment it stood."""
        del result
        return {} if self.beside is None else {"beside": self.beside}


@dataclass(frozen=True, slots=True)
class Claim(Action[None]):
    """A moderator takes a comment for a while; `take_over` takes it from another."""

    comment: int
    take_over: bool = False
    name: ClassVar[Name] = Name("claim")
    right: ClassVar[Right] = Right.CLAIM

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the lease."""
        work = work_of(session, self.comment)
        if not self.take_over:
            refuse_if_claimed(work, moment)
        session.change(
            tables.WORK,
            self.comment,
            {"claimed_by": Name(moment.by.moderator), "claimed_until": moment.at + LEASE},
        )


def refuse_if_claimed(work: Work, moment: Moment) -> None:
    """Refuse when somebody else holds the comment now."""
    if work.claimed_by not in {None, moment.by.moderator} and work.claimed_until > moment.at:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "Somebody else is working on this comment; take it over first."
            )
        )
        raise RefusedError(msg)


@dataclass(frozen=True, slots=True)
class Release(Action[None]):
    """A moderator lets a comment go."""

    comment: int
    name: ClassVar[Name] = Name("release")
    right: ClassVar[Right] = Right.CLAIM

    def apply(self, session: Session, moment: Moment) -> None:
        """End the lease."""
        refuse_if_claimed(work_of(session, self.comment), moment)
        session.change(tables.WORK, self.comment, {"claimed_by": None, "claimed_until": 0})


@dataclass(frozen=True, slots=True)
class Assign(Action[None]):
    """A supervisor gives a comment to a moderator, or to nobody."""

    comment: int
    to: str | None
    name: ClassVar[Name] = Name("assign")
    right: ClassVar[Right] = Right.ASSIGN

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep whose it is."""
        del moment
        work_of(session, self.comment)
        moderator = None if self.to is None else session.moderator(self.to)
        if self.to is not None and (moderator is None or not moderator.active):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no such account to assign the comment to.")
            )
            raise RefusedError(msg)
        if moderator is not None and not may_claim(moderator):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "This account has no role in which one works on comments: assign it to another.",
                )
            )
            raise RefusedError(msg)
        session.change(
            tables.WORK, self.comment, {"assigned_to": None if self.to is None else Name(self.to)}
        )


def may_claim(person: Moderator) -> bool:
    """Say whether somebody has a role in which one works on comments."""
    return any(Right.CLAIM in rights_of(role) for role in person.roles)


@dataclass(frozen=True, slots=True)
class Classify(Action[None]):
    """A person says what a comment is; the protocol says where it then stands.

    `forward_within` is how long PV may be kept waiting for it from the first look on, in
    microseconds, or None where nobody need be told of it.
    """

    comment: int
    category: Category
    queue: Queue
    reply_due: int | None
    reason: Reason | None = None
    explanation: str = ""
    forward_within: int | None = None
    name: ClassVar[Name] = Name("classify")
    right: ClassVar[Right] = Right.CLASSIFY
    reasons: ClassVar[tuple[Reason, ...]] = LOWERING
    is_reason_optional: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the category; what must go to PV opens again, what waits there stays: but no crisis."""
        work = live_work(session, self.comment)
        if self.reason is None and is_lowered(work, self.category):
            raise RefusedError(_NO_CRISIS if gravity(self.category) else _NO_REPORT)
        _refuse_hidden(self.queue)
        changed: dict[str, Detail] = {"category": self.category}
        if work.queue is Queue.DONE and self._is_missed(session, work):
            changed |= {"status": Status.OPEN, "reason": None}
        is_crisis = work.queue is Queue.WAITING and self.category is Category.CRISIS
        if work.queue.is_open or "status" in changed or is_crisis:
            changed |= self._clocks(session, moment, work)
        session.change(tables.WORK, self.comment, changed)

    def _is_missed(self, session: Session, work: Work) -> bool:
        """Say whether this is a crisis that was none before, or a report that PV has not as a case."""
        if self.category is Category.CRISIS and work.category is not Category.CRISIS:
            return True
        is_known = is_with_pv(session, self.comment) and knows_all(session, work)
        return gravity(self.category) > 0 and not is_known

    def detail_of(self, result: None) -> Details:
        """Name the category: it may be the one that stood there."""
        del result
        return {"category": self.category}

    def _clocks(self, session: Session, moment: Moment, work: Work) -> dict[str, Detail]:
        """Return where it stands now; PV's clock runs from the first look, however long ago."""
        # What was answered as something as grave is owed no second reply for its name.
        is_answered = gravity(self.category) <= gravity(work.category) and was_answered(
            session, work
        )
        reply_due = None if is_answered else self.reply_due
        changed: dict[str, Detail] = {"queue": self.queue, "reply_due": reply_due}
        due = work.aware_due
        if self.forward_within is not None and gravity(self.category):
            begun = begin(session, moment, work)
            start = clock_from(
                session, moment, replace(work, queue=self.queue), begun, is_called=True
            )
            if start is not None:
                due = start + self.forward_within
                changed |= {"aware_at": begun, "aware_due": due}
        return changed | {"due": nearest(reply_due, due)}


_NO_CRISIS = Said.of(QT_TRANSLATE_NOOP("Said", "This is a crisis: give the reason why it is none."))
_NO_REPORT = Said.of(
    QT_TRANSLATE_NOOP("Said", "This may be a report: give the reason why it is none.")
)


def _refuse_hidden(queue: Queue) -> None:
    """Refuse a queue that nobody looks at: only closing ends the work."""
    if not queue.is_open:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "The queue {queue} holds no open work: close or escalate the comment."
            ),
            queue=queue,
        )
        raise RefusedError(msg)


@dataclass(frozen=True, slots=True)
class AddNote(Action[int]):
    """A private note; no connector can send it."""

    comment: int
    text: str
    name: ClassVar[Name] = Name("note")
    right: ClassVar[Right] = Right.NOTE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the note and return its id."""
        live_work(session, self.comment)
        if not self.text.strip():
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "The note is empty."))
            raise RefusedError(msg)
        return session.add(
            tables.NOTE,
            {
                "comment": self.comment,
                "author": Name(moment.by.moderator),
                "body": session.add_text(self.text),
                "at": moment.at,
            },
        )


def needs_decision(work: Work) -> bool:
    """Say whether a person must decide if this is a report."""
    return work.tier > 0 or gravity(work.category) > 0


def is_lowered(work: Work, category: Category) -> bool:
    """Say whether what is asked of a crisis, or of a possible report, is asked no longer."""
    return gravity(category) < max(gravity(work.category), int(needs_decision(work)))


@dataclass(frozen=True, slots=True)
class Reopen(Action[None]):
    """Closed work comes back to the queue its category belongs to."""

    comment: int
    queue: Queue
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("reopen")
    right: ClassVar[Right] = Right.REOPEN
    reasons: ClassVar[tuple[Reason, ...]] = REOPENING

    def apply(self, session: Session, moment: Moment) -> None:
        """Open again, with the clocks it had."""
        del moment
        work = live_work(session, self.comment)
        if work.queue is not Queue.DONE:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This comment is open already."))
            raise RefusedError(msg)
        _refuse_hidden(self.queue)
        session.change(
            tables.WORK,
            self.comment,
            {
                "status": Status.OPEN,
                "queue": self.queue,
                "reason": None,
                "due": nearest(work.reply_due, work.aware_due),
            },
        )
