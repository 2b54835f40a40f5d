"""What the program noticed and nobody has opened as a deviation yet."""

from collections.abc import Iterator, Mapping
from datetime import UTC

from webcare_desk.actions.leave import left_origins
from webcare_desk.actions.pv_clock import forward_until
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.backup import INTERVAL
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.deviation import DeviationKind, Proposal
from webcare_desk.domain.question import READY, Frame, ReviewQuestion
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.domain.spans import DAY, MINUTE
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads

_WOKEN = 30 * MINUTE
#: How long it rests, once left, that no backup is made.
_LEFT_FOR = 7 * DAY
_EVER = 2**62


def proposals(read: Reads, now: int) -> list[Proposal]:
    """Return what looks like a deviation, the oldest first; each is named only once."""
    left = left_origins(read)
    known = read.known_origins() | left.keys()
    found = {each.origin: each for each in _noticed(read, now, left) if each.origin not in known}
    return sorted(found.values(), key=lambda each: each.since)


def _noticed(read: Reads, now: int, left: Mapping[str, int]) -> Iterator[Proposal]:
    yield from _late(read, now)
    yield from _missed(read)
    yield from _gaps(read, left)
    yield from _failed(read)
    yield from _not_backed_up(read, now, left)


def _late(read: Reads, now: int) -> Iterator[Proposal]:
    """Give what PV heard of too late, or has not heard of though its time is over."""
    for comment, due in read.late_forwards(now):
        yield _late_packet(read, comment, None, due)
    for standing in read.cases_to_forward():
        yield from _waits(read, standing, now)
    for entry in _late_forwards(read):
        for table, packet, _ in entry.changes:
            if table == tables.DELIVERY.name and entry.subject is not None:
                yield _late_packet(read, entry.subject, packet, entry.at)


def _late_forwards(read: Reads) -> Iterator[AuditEntry]:
    """Give the packets that left too late, however long ago: they stay until opened or left."""
    ready = READY[ReviewQuestion.LATE_FORWARD]
    among = read.entries_of_cases(ready.actions)
    return ready.ask(among, Frame(0, UTC, lambda _: True))


def _waits(read: Reads, standing: CaseStanding, now: int) -> Iterator[Proposal]:
    """Give the latest version of a case that PV should have by now.

    Of one that PV refused the next packet is late, which is still to be made.
    """
    due = forward_until(read, standing)
    if due < now:
        latest = read.case_versions(standing.case)[-1]
        packet = None if standing.state is CaseState.REJECTED else latest.delivery
        yield _late_packet(read, standing.comment, packet, due)


def _late_packet(read: Reads, comment: int, packet: object, since: int) -> Proposal:
    """Name a packet by its place among those of its comment: each may be late on its own."""
    kind = DeliveryKind.PACKET
    packets = [each.id for each in read.deliveries_of(comment) if each.kind is kind]
    earlier = packets.index(packet) if packet in packets else len(packets)
    place = f":{earlier + 1}" if earlier else ""
    origin = Name(f"{DeviationKind.LATE_FORWARD.value}:{comment}{place}")
    return Proposal(DeviationKind.LATE_FORWARD, origin, comment, since)


def _missed(read: Reads) -> Iterator[Proposal]:
    for check in read.checks(0, _EVER):
        if check.found_event:
            at = check.decision.at
            yield _of_comment(DeviationKind.MISSED_EVENT, check.decision.comment, at)


def _gaps(read: Reads, left: Mapping[str, int]) -> Iterator[Proposal]:
    """Give the oldest unexplained gap of each source: one outage is one deviation.

    One that was left hides no later one.
    """
    seen = set[str]()
    for row, poll in read.gaps():
        origin = Name(f"coverage-gap:{row}")
        if poll.source not in seen and origin not in left:
            seen.add(poll.source)
            yield Proposal(DeviationKind.COVERAGE_GAP, origin, None, poll.began_at)


def _failed(read: Reads) -> Iterator[Proposal]:
    for delivery in read.deliveries_in(DeliveryState.FAILED):
        origin = Name(f"failed-delivery:{delivery.id}")
        yield Proposal(DeviationKind.FAILED_DELIVERY, origin, delivery.comment, delivery.queued_at)


def _not_backed_up(read: Reads, now: int, left: Mapping[str, int]) -> Iterator[Proposal]:
    """Give the time since which the desk was worked on and no backup of it was made.

    A desk that rests makes none; half an hour is given to the one that has just woken.
    Who left it is told again when a week is over: no other origin follows until one is made.
    """
    last = next(iter(read.entries(LogFilter(action="record-backup"), None, 1)), None)
    begin = next(iter(read.entries_after(-1, 1)), None) if last is None else last
    if begin is None:
        return
    since = begin.at + 2 * INTERVAL
    worked = LogFilter(since=since, until=now - _WOKEN)
    if since < now - _WOKEN and read.entries(worked, None, 1):
        origin = f"{DeviationKind.FAILED_BACKUP.value}:{begin.seq}"
        times = [at for each, at in left.items() if f"{each}:".startswith(f"{origin}:")]
        if max(times, default=-_LEFT_FOR) + _LEFT_FOR <= now:
            again = f":{len(times)}" if times else ""
            yield Proposal(DeviationKind.FAILED_BACKUP, Name(f"{origin}{again}"), None, since)


def _of_comment(kind: DeviationKind, comment: int, since: int) -> Proposal:
    return Proposal(kind, Name(f"{kind.value}:{comment}"), comment, since)
