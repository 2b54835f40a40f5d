"""The periodic review of the desk itself: what changed in a period, and whether the log holds."""

from dataclasses import dataclass

from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.deviation import Deviation
from webcare_desk.domain.moderator import Moderator
from webcare_desk.domain.quality import Rate, rates
from webcare_desk.domain.review import Review
from webcare_desk.oversight.review import Uncovered, never_reviewed, period

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
BACKUPS = frozenset({"record-backup", "restore-backup", "confirm-restore", "continue-after-fork"})
ERRORS = frozenset({"record-failure", "mark-uncertain"})
PROTOCOLS = frozenset({"put-protocol-in-force"})
SETTINGS = frozenset({"record-settings"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The period from `since` up to `until`, and who asks: an account, or "" on a demo desk."""

    since: int
    until: int
    by: str


@dataclass(frozen=True, slots=True)
class Periodic:
    """A periodic review (EU GMP Annex 11 §11); times in UTC microseconds.

    `origin` names the desk by its log; `flaw` is what is wrong with the log or
    with the desk by it, or nothing; `size` its number of entries.
    """

    origin: str
    since: int
    until: int
    made_at: int
    made_by: str
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
    settings: tuple[AuditEntry, ...]
    clock_steps: tuple[AuditEntry, ...]
    deviations: tuple[Deviation, ...]
    reviews: tuple[Review, ...]
    never_reviewed: tuple[Uncovered, ...]
    rates: tuple[Rate, ...]
    gaps: int


def periodic(desk: Desk, asked: Asked, flaw: str, size: int) -> Periodic:
    """Gather what happened in a period; `flaw` and `size` are the log's verdict.

    What goes on over its ends (deviations, reviews, checks) is of every period that it touches.
    """
    read, since, until = desk.read, asked.since, asked.until
    first, last = period(read, since, until)
    names = {each.id: each.name for each in read.moderators()}

    def among(names: frozenset[str]) -> tuple[AuditEntry, ...]:
        return tuple(read.entries_among(names, first, last))

    return Periodic(
        origin=read.head_note().partition("\n")[0],
        since=since,
        until=until,
        made_at=desk.clock(),
        made_by=names.get(asked.by, asked.by),
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
        settings=among(SETTINGS),
        clock_steps=tuple(read.clock_steps(first, last)),
        deviations=tuple(
            each for each in read.deviations() if _touches(asked, each.opened_at, each.closed_at)
        ),
        reviews=tuple(
            each for each in read.reviews() if _touches(asked, each.began_at, each.concluded_at)
        ),
        never_reviewed=tuple(never_reviewed(read)),
        rates=tuple(rates(read.checks(since, until))),
        gaps=len(read.gaps()),
    )


def _touches(asked: Asked, began: int, ended: int | None) -> bool:
    return began < asked.until and (ended is None or ended >= asked.since)
