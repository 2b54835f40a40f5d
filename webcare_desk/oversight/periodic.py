"""The periodic review of the desk itself: what changed in a period, and whether the log holds."""

from dataclasses import dataclass

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.deviation import Deviation
from webcare_desk.domain.moderator import Moderator
from webcare_desk.domain.quality import Rate, rates
from webcare_desk.domain.review import Review
from webcare_desk.oversight.review import Uncovered, never_reviewed, period
from webcare_desk.store.base import Reads

#: The acts of each part of the report.
RIGHTS = frozenset(
    [
        "add-first-administrator",
        "add-moderator",
        "set-roles",
        "set-password",
        "enrol-code",
        "drop-code",
        "set-entry-rules",
        "set-training-rules",
        "certify",
        "ask",
        "approve",
    ]
)
LOGINS = frozenset({"record-failed-login"})
BACKUPS = frozenset({"record-backup", "restore-backup", "confirm-restore"})
ERRORS = frozenset({"record-failure", "mark-uncertain"})
PROTOCOLS = frozenset({"put-protocol-in-force"})


@dataclass(frozen=True, slots=True)
class Periodic:
    """A periodic review (EU GMP Annex 11 §11); times in UTC microseconds.

    `flaw` is what is wrong with the log, or nothing; `size` its number of entries.
    """

    since: int
    until: int
    made_at: int
    size: int
    flaw: str
    first: int
    last: int
    people: tuple[Moderator, ...]
    rights: tuple[AuditEntry, ...]
    logins: tuple[AuditEntry, ...]
    backups: tuple[AuditEntry, ...]
    errors: tuple[AuditEntry, ...]
    protocols: tuple[AuditEntry, ...]
    clock_steps: tuple[AuditEntry, ...]
    deviations: tuple[Deviation, ...]
    reviews: tuple[Review, ...]
    never_reviewed: tuple[Uncovered, ...]
    rates: tuple[Rate, ...]
    gaps: int


def periodic(read: Reads, since: int, until: int, flaw: str, size: int) -> Periodic:
    """Gather what happened from `since` up to `until`; `flaw` and `size` are the log's verdict."""
    first, last = period(read, since, until)

    def among(names: frozenset[str]) -> tuple[AuditEntry, ...]:
        return tuple(read.entries_among(names, first, last))

    return Periodic(
        since=since,
        until=until,
        made_at=until,
        size=size,
        flaw=flaw,
        first=first,
        last=last,
        people=tuple(read.moderators()),
        rights=among(RIGHTS),
        logins=among(LOGINS),
        backups=among(BACKUPS),
        errors=among(ERRORS),
        protocols=among(PROTOCOLS),
        clock_steps=tuple(read.clock_steps(first, last)),
        deviations=tuple(
            each
            for each in read.deviations()
            if each.opened_at < until and (each.closed_at is None or each.closed_at >= since)
        ),
        reviews=tuple(each for each in read.reviews() if since <= each.began_at < until),
        never_reviewed=tuple(never_reviewed(read)),
        rates=tuple(rates(read.checks(since, until))),
        gaps=len(read.gaps()),
    )
