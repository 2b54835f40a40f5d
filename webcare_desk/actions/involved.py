"""Whether somebody judges what he had a part in himself."""

from collections.abc import Collection
from typing import Final

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Right, Role, rights_of
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.store.base import LogFilter, Reads

_ENTRIES: Final = 10_000


def may_judge(read: Reads, involved: Collection[str], by: str) -> bool:
    """Say whether `by` may judge what the accounts `involved` did.

    Nobody does who had a part in it, while there is somebody who oversees and had none;
    where everybody who oversees had one, any of them does, and the entry says `alone`.
    """
    return by not in involved or not any(
        person.active
        and person.id not in involved
        and any(Right.OVERSEE in rights_of(role) for role in person.roles)
        for person in read.moderators()
    )


def done_by(read: Reads, entry: AuditEntry) -> frozenset[str]:
    """Return the accounts whose act an entry tells of, also where the program wrote it down.

    A wrong password is the account's that it was for. A packet that left is theirs who sent it to
    PV, and the first one also theirs who began its clock; a later version has a clock of its own.
    """
    if entry.role != Role.SYSTEM:
        return frozenset({entry.actor})
    found = {entry.actor}
    for table, row, _ in entry.changes:
        if table == "moderator":
            found |= {each.id for each in read.moderators() if read.moderator_key(each.id) == row}
        elif table == "delivery":
            found |= _sent_by(read, int(row))
    return frozenset(found - {Role.SYSTEM})


def _sent_by(read: Reads, delivery: int) -> set[str]:
    found = read.delivery(delivery)
    if found is None or found.kind is not DeliveryKind.PACKET:
        return set()
    version = read.case_version_of(delivery)
    if version is not None and version.number > 1:
        return {found.author, version.by}
    case = read.escalation(found.escalation or 0)
    about = read.entries(LogFilter(subject=found.comment), None, _ENTRIES)
    began = {each.actor for each in about if case is not None and each.at == case.aware_at}
    return {found.author, *began}
