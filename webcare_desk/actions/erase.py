"""Erasing a person's data for good, and holding data for the law (GDPR Art. 17).

Two persons sign an erasure; the rows keep their place and the log its digests,
so that both still hold together. What PV was told of is kept.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.actions.late import RecordLate
from webcare_desk.actions.two_persons import take_leave
from webcare_desk.domain.approval import RequestKind, Wanted
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.erasure import (
    HoldBasis,
    Retention,
    RetentionClass,
    comments_in,
    quotes,
    years_after,
)
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import UNDER_WAY, Delivery, DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads, Session

_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class Erase(Action[int]):
    """What a request names is erased: texts, salts, names, findings, drafts, documents.

    Of a long one `part` alone, so that nobody waits until all of it is done; the request stands
    until the part that `is_last`. The bytes leave the file when the store is scrubbed after it.
    """

    wanted: Wanted
    retention: Retention
    part: tuple[int, ...] | None = None
    is_last: bool = True
    name: ClassVar[Name] = Name("erase")
    right: ClassVar[Right] = Right.ERASE

    def apply(self, session: Session, moment: Moment) -> int:
        """Erase every comment of the part, or nothing; return how many rows."""
        if self.wanted.kind is not RequestKind.ERASURE:
            msg = "This is no request to erase."
            raise RefusedError(msg)
        request = take_leave(session, moment, self.wanted, takes_request=True, is_last=self.is_last)
        comments = self._comments()
        for comment in comments:
            reason = why_kept(session, comment, moment.at, self.retention)
            if reason is not None:
                raise RefusedError(reason)
        done = sum(_erase(session, comment, request or 0, moment) for comment in comments)
        return done + _erase_around(session, comments, request or 0, moment)

    def _comments(self) -> tuple[int, ...]:
        named = comments_in(self.wanted)
        part = named if self.part is None else self.part
        if not set(part) <= set(named):
            msg = "The request does not name these comments."
            raise RefusedError(msg)
        return part

    def detail_of(self, result: int) -> Details:
        """Count; which rows went stands in the tombstones."""
        return {"target": self.wanted.target, "rows": result}


def _erase(session: Session, comment: int, request: int, moment: Moment) -> int:
    """Erase one comment; return how many rows."""
    _cancel_failed(session, comment)
    rows = session.personal_rows(comment)
    rows += [(tables.TEXT, text) for text in _explanations(session, comment)]
    rows += [(tables.DOCUMENT, words) for _, words in _told_by_hand(session, comment)]
    done = sum(session.erase(table, key, request, moment.at) for table, key in rows)
    session.forget_drafts(comment)
    return done


def _erase_around(session: Session, comments: tuple[int, ...], request: int, moment: Moment) -> int:
    """Erase the authors and the threads of which nothing else is there; return how many."""
    authors = {session.author_of(comment) for comment in comments}
    gone = [each for each in authors if each is not None and not session.comments_by(each)]
    rows = [(tables.AUTHOR, each) for each in gone]
    rows += [(tables.THREAD, each) for each in session.emptied_threads(comments)]
    return sum(session.erase(table, key, request, moment.at) for table, key in rows)


def _explanations(session: Session, comment: int) -> list[int]:
    """Return the texts in which people explained what they did about a comment."""
    about = session.entries(LogFilter(subject=comment), None, _ENTRIES)
    return [entry.explanation for entry in about if entry.explanation is not None]


def _told_by_hand(read: Reads, comment: int) -> list[tuple[int, int]]:
    """Return when PV was told of a comment without the desk, and the document of what was said."""
    about = read.entries(LogFilter(subject=comment, action=RecordLate.name), None, _ENTRIES)
    return [(int(str(each.detail["done_at"])), int(str(each.detail["document"]))) for each in about]


def _cancel_failed(session: Session, comment: int) -> None:
    """End what could be tried again: its words will be gone."""
    for delivery in session.deliveries_of(comment):
        if delivery.state is DeliveryState.FAILED:
            session.change(tables.DELIVERY, delivery.id, {"state": DeliveryState.CANCELLED})


def why_kept(read: Reads, comment: int, at: int, retention: Retention) -> str | None:
    """Return why a comment may not be erased at `at`, as a sentence; None if it may.

    What PV was told of is kept for as long as `retention` says, whoever asks.
    """
    years = retention.years(RetentionClass.SAFETY)
    if read.work(comment) is None:
        return f"Comment {comment} is not on this desk."
    if read.is_erased(comment):
        return f"Comment {comment} was erased already."
    return (
        _as_held(read, comment)
        or _as_safety_case(read, comment, at, years)
        or _as_frozen(read, comment, at, years)
        or _as_open_work(read, comment)
    )


def _as_held(read: Reads, comment: int) -> str | None:
    """Say that it is held, or an answer of the desk that would go with it."""
    answers = (
        (each, f"The desk's answer {each} to comment {comment}")
        for each in read.answers_to(comment)
    )
    for each, words in ((comment, f"Comment {comment}"), *answers):
        for hold in read.holds_on(each):
            return (
                f"{words} is held for the law (GDPR {hold.basis.value}): "
                "lift the hold first, where it has ended."
            )
    return None


def _as_safety_case(read: Reads, comment: int, at: int, years: int) -> str | None:
    """Say that PV was told of it, or that its words stand in what PV was told."""
    texts = [revision.text for revision in read.revisions(comment)]
    by_hand = [(comment, told_at, "") for told_at, _ in _told_by_hand(read, comment)]
    for told, told_at, case in [*read.packets_beside(comment), *by_hand]:
        if years_after(told_at, years) <= at:
            continue
        if told == comment:
            return (
                f"Comment {comment} is a safety case that PV was told of: it is kept "
                "(GDPR Art. 17(3)(b) and (c); Reg. (EU) 520/2012 Art. 12)."
            )
        if quotes(case, texts):
            return (
                f"The words of comment {comment} stand in the packet of comment {told}, a safety "
                "case: they are kept (GDPR Art. 17(3)(b) and (c))."
            )
    return None


def _as_frozen(read: Reads, comment: int, at: int, years: int) -> str | None:
    """Say that it stands in the frozen original of another comment, which is kept itself."""
    for other in read.frozen_with(comment):
        stands = f"Comment {comment} stands in the frozen original of comment {other}"
        for hold in read.holds_on(other):
            return f"{stands}, which is held for the law (GDPR {hold.basis.value}): it is kept."
        told = [each.recognised_at for each in read.escalations_of(other)]
        told += [
            version.made_at
            for each in read.escalations_of(other)
            for version in read.case_versions(each.id)
        ]
        told += [told_at for told_at, _ in _told_by_hand(read, other)]
        if any(years_after(told_at, years) > at for told_at in told):
            return f"{stands}, a safety case: it is kept (GDPR Art. 17(3)(b) and (c))."
    return None


def _as_open_work(read: Reads, comment: int) -> str | None:
    work = read.work(comment)
    if work is not None and work.queue is not Queue.DONE:
        return f"Comment {comment} is still worked on: close it first."
    if any(_is_under_way(delivery) for delivery in read.deliveries_of(comment)):
        return f"Something about comment {comment} is still on its way out; wait for it."
    return None


def _is_under_way(delivery: Delivery) -> bool:
    """Say whether it still needs its words; what went to PV or quality is not read back."""
    is_told = delivery.kind.is_mail and delivery.state is DeliveryState.SENT
    return delivery.state in UNDER_WAY and not is_told


@dataclass(frozen=True, slots=True)
class RecordScrub(Action[None]):
    """The bytes of what was erased are gone from the database and its write-ahead log.

    `backups_removed` were older than a backup may become; `backups_left` may
    still hold the text, until `left_until` (UTC microseconds, 0 for none).
    """

    backups_removed: int
    backups_left: int
    left_until: int
    name: ClassVar[Name] = Name("record-scrub")
    right: ClassVar[Right] = Right.ERASE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep nothing but the entry."""

    def detail_of(self, result: None) -> Details:
        """Tell of the backups."""
        del result
        return {
            "backups_removed": self.backups_removed,
            "backups_left": self.backups_left,
            "left_until": self.left_until,
        }


@dataclass(frozen=True, slots=True)
class SetHold(Action[int]):
    """A comment is kept for the law, whoever asks for its erasure."""

    comment: int
    basis: HoldBasis
    words: str
    name: ClassVar[Name] = Name("set-hold")
    right: ClassVar[Right] = Right.ERASE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the hold and return its row."""
        live_work(session, self.comment)
        if any(hold.basis is self.basis for hold in session.holds_on(self.comment)):
            msg = f"Comment {self.comment} is held on this basis already."
            raise RefusedError(msg)
        return session.add(
            tables.HOLD,
            {
                "comment": self.comment,
                "basis": self.basis,
                "since": moment.at,
                "by": Name(moment.by.moderator),
                "version": 1,
            },
            {"words": self.words},
        )

    def detail_of(self, result: int) -> Details:
        """Name the hold and its basis."""
        return {"hold": result, "basis": self.basis}


@dataclass(frozen=True, slots=True)
class LiftHold(Action[None]):
    """A hold ends. That a comment is a safety case is no hold that anybody lifts."""

    comment: int
    basis: HoldBasis
    name: ClassVar[Name] = Name("lift-hold")
    right: ClassVar[Right] = Right.ERASE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep who lifted it."""
        held = [hold for hold in session.holds_on(self.comment) if hold.basis is self.basis]
        if not held:
            msg = f"Comment {self.comment} is not held on this basis."
            raise RefusedError(msg)
        ended: Details = {"ended_at": moment.at, "ended_by": Name(moment.by.moderator)}
        session.change(tables.HOLD, held[0].id, ended)

    def detail_of(self, result: None) -> Details:
        """Name the basis."""
        del result
        return {"basis": self.basis}
