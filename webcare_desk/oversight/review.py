"""Asking the log the ready questions, and knowing what of it was never asked."""

import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from webcare_desk import actions
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.deciding import DECISIONS
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.question import (
    READY,
    Frame,
    ReviewQuestion,
    called_report,
    sample,
)
from webcare_desk.domain.review import Hit, uncovered
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, Reads

#: How many entries a sample draws when nobody says otherwise.
SAMPLE = 20
_SEEDS = 2**31
#: So many times at most is a comment called another thing.
_NAMINGS = 1_000


@dataclass(frozen=True, slots=True)
class Scope:
    """What a review looks at: entries `first` to `last`, which questions, what is drawn."""

    first: int
    last: int
    questions: tuple[ReviewQuestion, ...]
    seed: int
    size: int = SAMPLE


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The entries that no concluded review has asked a question of, as ranges."""

    question: ReviewQuestion
    ranges: tuple[tuple[int, int], ...]
    entries: int


def new_seed() -> int:
    """Return a seed that nobody could have chosen."""
    return secrets.randbelow(_SEEDS)


def zone_here() -> tzinfo:
    """Return the zone in which this machine stands."""
    return datetime.now(UTC).astimezone().tzinfo or UTC


def period(read: Reads, since: int, until: int) -> tuple[int, int]:
    """Return the first and the last entry of a period; refuse an empty one.

    Where the clock was set back, what was written by the wrong one in between belongs to it.
    """
    found = read.entries_between(since, until)
    if found is None:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "There is no entry in this period."))
        raise RefusedError(msg)
    return found


def hits(read: Reads, scope: Scope, zone: tzinfo) -> list[Hit]:
    """Return every entry that the questions of a scope point to, in their order."""
    found = [
        Hit(question, entry.seq, entry.actor)
        for question in scope.questions
        for entry in _entries(read, question, scope, zone)
    ]
    return sorted(found, key=lambda hit: (hit.entry, hit.question))


def _entries(
    read: Reads, question: ReviewQuestion, scope: Scope, zone: tzinfo
) -> Iterator[AuditEntry]:
    if question is ReviewQuestion.CLOCK_BACK:
        yield from read.clock_steps(scope.first, scope.last)
    elif question is ReviewQuestion.SAMPLE:
        among = read.entries_among(DECISIONS, scope.first, scope.last)
        yield from sample(among, scope.seed, scope.size)
    else:
        ready = READY[question]
        until = read.entries_after(scope.last - 1, 1)[0].at
        frame = Frame(scope.first, zone, lambda comment: _may_report(read, comment), until)
        first = 0 if ready.from_the_start else scope.first
        yield from ready.ask(read.entries_among(ready.actions, first, scope.last), frame)


def _may_report(read: Reads, comment: int) -> bool:
    """Say whether a comment may be a report, or was called one at any time: the log remembers."""
    work = read.work(comment)
    if work is not None and actions.needs_decision(work):
        return True
    named = LogFilter(action=actions.Classify.name, subject=comment)
    return any(called_report(each) for each in read.entries(named, None, _NAMINGS))


def begin(desk: Desk, scope: Scope, zone: tzinfo, by: Actor) -> int:
    """Open a review of a scope with everything it points to; return its id."""
    found = hits(desk.read, scope, zone)
    action = actions.OpenReview(scope.first, scope.last, scope.seed, scope.questions, tuple(found))
    return desk.perform(action, by)


def never_reviewed(
    read: Reads, questions: Collection[ReviewQuestion] = tuple(ReviewQuestion)
) -> list[Uncovered]:
    """Return for each question the entries that no concluded review has asked it of."""
    done = [review for review in read.reviews() if review.concluded_at is not None]
    size = read.log_size()
    found = []
    for question in questions:
        asked = [
            (review.first, review.last)
            for review in done
            if any(question is one for one, _ in review.questions)
        ]
        ranges = uncovered(asked, size)
        found.append(
            Uncovered(question, tuple(ranges), sum(last - first + 1 for first, last in ranges))
        )
    return found
