"""What comes in: the desk itself, its comments, and the record of every poll."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.freeze import freeze_edited
from webcare_desk.actions.take_up import DUE, RECHECK
from webcare_desk.actions.two_persons import take_leave
from webcare_desk.domain.approval import protocol_change
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.coverage import Coverage, continues
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import GAP, Reason
from webcare_desk.domain.triage import Arrival, Ingested
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, kept
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: The largest batch, so that no transaction holds the desk for long.
BATCH = 500


@dataclass(frozen=True, slots=True)
class MakeDesk(Action[None]):
    """The first entry of a log: whose it is and which key signs it."""

    origin: str
    verifier: str
    is_demo: bool
    name: ClassVar[Name] = Name("make-desk")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the log's origin, its public key and whether this is a demo."""
        del moment
        if session.fact("origin") is not None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "This desk is made already; its log keeps its origin and its key."
            )
            raise RefusedError(Said.of(msg))
        session.set_fact(Name("origin"), self.origin)
        session.set_fact(Name("verifier"), self.verifier)
        session.set_fact(Name("demo"), "yes" if self.is_demo else "no")


@dataclass(frozen=True, slots=True)
class PutProtocolInForce(Action[None]):
    """From this entry on the desk works by this protocol.

    `effective_at` (UTC microseconds) is what was signed as the earliest moment.
    The comments that are here are to be held against it.
    """

    protocol: Name
    digest: Digest
    rules_off: tuple[str, ...] = ()
    effective_at: int | None = None
    name: ClassVar[Name] = Name("put-protocol-in-force")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the digest of the protocol; after the first one it takes two persons."""
        if self.effective_at is not None and moment.at < self.effective_at:
            msg = QT_TRANSLATE_NOOP(
                "Said", "This protocol comes into force later; until then the one before it stays."
            )
            raise RefusedError(Said.of(msg))
        before = session.fact("protocol")
        if before is not None:
            change = protocol_change(
                self.protocol, self.digest, before, self.rules_off, self.effective_at
            )
            take_leave(session, moment, change)
            session.set_fact(RECHECK, DUE)
        session.set_fact(Name("protocol"), self.digest)

    def detail_of(self, result: None) -> Details:
        """Name the protocol and its digest."""
        del result
        off = len(self.rules_off)
        return {"protocol": self.protocol, "digest": self.digest, "rules_off": off}


@dataclass(frozen=True, slots=True)
class Ingest(Action[Ingested]):
    """A page of comments from a source, each with its triage; at most BATCH."""

    source: Name
    arrivals: tuple[Arrival, ...]
    name: ClassVar[Name] = Name("ingest")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> Ingested:
        """Keep what is new and what was reworded."""
        if len(self.arrivals) > BATCH:
            msg = QT_TRANSLATE_NOOP(
                "Said", "A batch holds at most {most} comments; this one has {count}."
            )
            raise RefusedError(Said.of(msg, most=BATCH, count=len(self.arrivals)))
        done = session.ingest(self.source, self.arrivals, moment.at)
        freeze_edited(session, moment, done.reworded)
        return done

    def detail_of(self, result: Ingested) -> Details:
        """Count; the store adds the digest of the batch."""
        return {
            "source": self.source,
            "added": len(result.added),
            "revised": len(result.revised),
            "unchanged": result.unchanged,
        }


@dataclass(frozen=True, slots=True)
class RecordCoverage(Action[None]):
    """How a poll ended, also when it found nothing, and where the next begins."""

    source: Name
    coverage: Coverage
    cursor: str | None
    name: ClassVar[Name] = Name("record-coverage")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the record; move the cursor only where the poll got further."""
        del moment
        gap = self._same_gap(session)
        if gap is None:
            self._keep_poll(session)
        else:
            self._extend(session, *gap)
        if self.cursor is not None:
            self._keep_cursor(session)

    def _same_gap(self, session: Session) -> tuple[int, Coverage] | None:
        """Return the gap that goes on: the last poll failed shortly before in the very same way."""
        poll, last = self.coverage, session.coverage(self.source, 1)
        if poll.problem is None or not last or not continues(poll, last[0]):
            return None
        return next((gap for gap in session.gaps() if gap[1] == last[0]), None)

    def _extend(self, session: Session, key: int, gap: Coverage) -> None:
        """Let a gap last until now: one outage is explained once."""
        poll = self.coverage
        known = (gap.expected, poll.expected)
        changed: Details = {
            "ended_at": max(gap.ended_at, poll.ended_at),
            "seen": gap.seen + poll.seen,
            "added": gap.added + poll.added,
            "polls": gap.polls + 1,
            "expected": None if None in known else sum(each or 0 for each in known),
        }
        session.change(tables.COVERAGE, key, changed)

    def _keep_poll(self, session: Session) -> None:
        poll = self.coverage
        session.add(
            tables.COVERAGE,
            {
                "source": self.source,
                "began_at": poll.began_at,
                "ended_at": poll.ended_at,
                "state": poll.state,
                "seen": poll.seen,
                "added": poll.added,
                "expected": poll.expected,
            },
            {"problem": kept(poll.problem)},
        )

    def _keep_cursor(self, session: Session) -> None:
        key = session.source_key(self.source)
        if key is None:
            session.add(tables.SOURCE, {"name": self.source}, {"cursor": self.cursor})
        else:
            session.change(tables.SOURCE, key, {}, {"cursor": self.cursor})


@dataclass(frozen=True, slots=True)
class ExplainGap(Action[None]):
    """A person says why a poll did not cover; until then the gap is shown."""

    gap: int
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("explain-gap")
    right: ClassVar[Right] = Right.OVERSEE
    reasons: ClassVar[tuple[Reason, ...]] = GAP

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep who explained it."""
        if self.gap not in dict(session.gaps()):
            msg = QT_TRANSLATE_NOOP(
                "Said", "There is no such gap, or somebody has explained it already."
            )
            raise RefusedError(Said.of(msg))
        session.change(tables.COVERAGE, self.gap, {"explained_by": Name(moment.by.moderator)})
