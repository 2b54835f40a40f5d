"""What the program noticed and nobody has opened as a deviation yet."""

from collections.abc import Iterable, Iterator
from datetime import UTC

from webcare_desk.domain.audit import Name
from webcare_desk.domain.backup import INTERVAL
from webcare_desk.domain.deviation import DeviationKind, Proposal
from webcare_desk.domain.question import READY, Frame, Question
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.store.base import LogFilter, Reads

#: How far back late reports are looked for, in microseconds.
_LOOK_BACK = 90 * 24 * 3600 * 1_000_000
_WOKEN = 30 * 60 * 1_000_000
_EVER = 2**62


def proposals(read: Reads, now: int) -> list[Proposal]:
    """Return what looks like a deviation, the oldest first; each is named only once."""
    known = read.known_origins()
    found = {each.origin: each for each in _noticed(read, now) if each.origin not in known}
    return sorted(found.values(), key=lambda each: each.since)


def _noticed(read: Reads, now: int) -> Iterator[Proposal]:
    yield from _late(read, now)
    yield from _missed(read)
    yield from _gaps(read)
    yield from _failed(read)
    yield from _not_backed_up(read, now)


def _late(read: Reads, now: int) -> Iterator[Proposal]:
    """Give what PV heard of too late, or has not heard of though its time is over."""
    for comment, due in read.late_forwards(now):
        yield _of_comment(DeviationKind.LATE_FORWARD, comment, due)
    for entry in _late_forwards(read, now - _LOOK_BACK):
        if entry[0] is not None:
            yield _of_comment(DeviationKind.LATE_FORWARD, entry[0], entry[1])


def _late_forwards(read: Reads, since: int) -> Iterable[tuple[int | None, int]]:
    ready = READY[Question.LATE_FORWARD]
    first, last = read.entries_between(since, _EVER) or (read.log_size(), 0)
    frame = Frame(first, UTC, lambda _: True)
    return [
        (entry.subject, entry.at)
        for entry in ready.ask(read.entries_among(ready.actions, first, last), frame)
    ]


def _missed(read: Reads) -> Iterator[Proposal]:
    for check in read.checks(0, _EVER):
        if check.found_event:
            at = check.decision.at
            yield _of_comment(DeviationKind.MISSED_EVENT, check.decision.comment, at)


def _gaps(read: Reads) -> Iterator[Proposal]:
    """Give the oldest unexplained gap of each source: one outage is one deviation."""
    seen = set[str]()
    for row, poll in read.gaps():
        if poll.source not in seen:
            seen.add(poll.source)
            origin = Name(f"coverage-gap:{row}")
            yield Proposal(DeviationKind.COVERAGE_GAP, origin, None, poll.began_at)


def _failed(read: Reads) -> Iterator[Proposal]:
    for delivery in read.deliveries_in(DeliveryState.FAILED):
        origin = Name(f"failed-delivery:{delivery.id}")
        yield Proposal(DeviationKind.FAILED_DELIVERY, origin, delivery.comment, delivery.queued_at)


def _not_backed_up(read: Reads, now: int) -> Iterator[Proposal]:
    """Give the time since which the desk was worked on and no backup of it was made.

    A desk that rests makes none; half an hour is given to the one that has just woken.
    """
    last = next(iter(read.entries(LogFilter(action="record-backup"), None, 1)), None)
    begin = next(iter(read.entries_after(-1, 1)), None) if last is None else last
    if begin is None:
        return
    since = begin.at + 2 * INTERVAL
    worked = LogFilter(since=since, until=now - _WOKEN)
    if since < now - _WOKEN and read.entries(worked, None, 1):
        yield Proposal(DeviationKind.FAILED_BACKUP, Name(f"failed-backup:{begin.seq}"), None, since)


def _of_comment(kind: DeviationKind, comment: int, since: int) -> Proposal:
    return Proposal(kind, Name(f"{kind.value}:{comment}"), comment, since)
