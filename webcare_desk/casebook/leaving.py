"""When a case was handed over to PV: by the log, for the outbox only knows since when it waits."""

from webcare_desk.actions import RecordDelivery
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads

#: More entries of what left about one comment than there are.
_MOST = 10_000


def handed_over_at(read: Reads, case: int) -> int | None:
    """Return when the first packet of a case left (UTC microseconds); None while none has.

    Where nothing says that a packet left, PV's own answer says by when it had the case.
    """
    standing, versions = read.case_standing(case), read.case_versions(case)
    if standing is None:
        return None
    packets = {each.delivery for each in versions if each.delivery is not None}
    sent = LogFilter(action=RecordDelivery.name, subject=standing.comment)
    left = (
        entry.at
        for entry in read.entries(sent, None, _MOST)
        if any(table == tables.DELIVERY.name and key in packets for table, key, _ in entry.changes)
    )
    answered = (each.answered_at for each in versions if each.answered_at is not None)
    return min((*left, *answered), default=None)
