"""When a case was handed over to PV: by the log, for the outbox only knows since when it waits."""

from collections.abc import Iterator

from webcare_desk.actions import MarkUncertain, RecordDelivery
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.reply import BOUNCED
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads

#: More entries of what left about one comment than there are.
_MOST = 10_000


def handed_over_at(read: Reads, case: int) -> int | None:
    """Return when the first packet of a case left (UTC microseconds); None while none has.

    One that came back was not handed over. Where nothing says that a packet left, PV's own
    answer says by when it had the case.
    """
    standing, versions = read.case_standing(case), read.case_versions(case)
    if standing is None:
        return None
    packets = {each.delivery for each in versions if each.delivery is not None}
    left = (at for at, packet in _left(read, standing.comment) if packet in packets)
    answered = (each.answered_at for each in versions if each.answered_at is not None)
    return min((*left, *answered), default=None)


def _left(read: Reads, comment: int) -> Iterator[tuple[int, str | int]]:
    """Give when each delivery about a comment left that did not come back since, and its number."""
    came_back = {
        key: entry.seq
        for entry in reversed(read.entries(_of(MarkUncertain.name, comment), None, _MOST))
        if entry.detail.get("problem") == BOUNCED
        for key in _deliveries(entry)
    }
    for entry in read.entries(_of(RecordDelivery.name, comment), None, _MOST):
        for key in _deliveries(entry):
            if entry.seq > came_back.get(key, 0):
                yield entry.at, key


def _of(action: str, comment: int) -> LogFilter:
    return LogFilter(action=action, subject=comment)


def _deliveries(entry: AuditEntry) -> list[str | int]:
    return [key for table, key, _ in entry.changes if table == tables.DELIVERY.name]
