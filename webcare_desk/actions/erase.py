"""Erasing a person's data for good, and holding data for the law (GDPR Art. 17).

Two persons sign an erasure; the rows keep their place and the log its digests,
so that both still hold together. What PV was told of is kept.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work
from webcare_desk.actions.kept import told_by_hand, why_answer_kept, why_kept
from webcare_desk.actions.two_persons import take_leave
from webcare_desk.domain.approval import RequestKind, Wanted
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.erasure import (
    HoldBasis,
    Retention,
    answer_in,
    comments_in,
)
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Session

_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class Erase(Action[int]):
    """What a request names is erased: texts, salts, names, findings, drafts, documents.

    Or an answer of PV that nobody can place.

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
            msg = QT_TRANSLATE_NOOP("Said", "This is no request to erase.")
            raise RefusedError(Said.of(msg))
        request = take_leave(session, moment, self.wanted, takes_request=True, is_last=self.is_last)
        comments = self._comments()
        for comment in comments:
            reason = why_kept(session, comment, moment.at, self.retention)
            if reason is not None:
                raise RefusedError(reason)
        done = sum(_erase(session, comment, request or 0, moment) for comment in comments)
        done += _erase_around(session, comments, request or 0, moment)
        answer = answer_in(self.wanted)
        return done + (_erase_answer(session, answer, request or 0, moment) if answer else 0)

    def _comments(self) -> tuple[int, ...]:
        named = comments_in(self.wanted)
        part = named if self.part is None else self.part
        if not set(part) <= set(named):
            msg = QT_TRANSLATE_NOOP("Said", "The request does not name these comments.")
            raise RefusedError(Said.of(msg))
        return part

    def detail_of(self, result: int) -> Details:
        """Count; which rows went stands in the tombstones."""
        return {"target": self.wanted.target, "rows": result}


def _erase(session: Session, comment: int, request: int, moment: Moment) -> int:
    """Erase one comment with the desk's answers to it; return how many rows."""
    rows = session.personal_rows(comment)
    for each in (comment, *session.answers_to(comment)):
        _cancel_failed(session, each)
        rows += [(tables.TEXT, text) for text in _explanations(session, each)]
        rows += [(tables.DOCUMENT, words) for _, words in told_by_hand(session, each)]
        session.forget_drafts(each)
    return sum(session.erase(table, key, request, moment.at) for table, key in rows)


def _erase_answer(session: Session, number: int, request: int, moment: Moment) -> int:
    """Erase an answer of PV that belongs to no case, with the file as it came, wherever it is kept."""
    reason, answer = why_answer_kept(session, number), session.case_answer(number)
    if reason is not None or answer is None:
        raise RefusedError(reason)
    files = [(tables.DOCUMENT, each.evidence) for each in session.answers_with(answer.digest)]
    rows = [(tables.CASE_ANSWER, number), *files]
    return sum(session.erase(table, key, request, moment.at) for table, key in rows)


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


def _cancel_failed(session: Session, comment: int) -> None:
    """End what could be tried again: its words will be gone."""
    for delivery in session.deliveries_of(comment):
        if delivery.state is DeliveryState.FAILED:
            session.change(tables.DELIVERY, delivery.id, {"state": DeliveryState.CANCELLED})


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
            msg = QT_TRANSLATE_NOOP("Said", "Comment {comment} is held on this basis already.")
            raise RefusedError(Said.of(msg, comment=self.comment))
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
    """A hold ends. That a comment is a safety case is no hold that anybody lifts.

    The words of the `explanation` stand in the entry: whoever asks later why a claim's evidence
    could go finds them there.
    """

    comment: int
    basis: HoldBasis
    explanation: str
    reason: Reason = Reason.OTHER
    reasons: ClassVar[tuple[Reason, ...]] = (Reason.OTHER,)
    name: ClassVar[Name] = Name("lift-hold")
    right: ClassVar[Right] = Right.ERASE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep who lifted it."""
        held = [hold for hold in session.holds_on(self.comment) if hold.basis is self.basis]
        if not held:
            msg = QT_TRANSLATE_NOOP("Said", "Comment {comment} is not held on this basis.")
            raise RefusedError(Said.of(msg, comment=self.comment))
        ended: Details = {"ended_at": moment.at, "ended_by": Name(moment.by.moderator)}
        session.change(tables.HOLD, held[0].id, ended)

    def detail_of(self, result: None) -> Details:
        """Name the basis."""
        del result
        return {"basis": self.basis}
