"""People, their roles, and what each role may do: deny by default."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Role(StrEnum):
    """A duty on the desk. SYSTEM is the program itself, which never decides."""

    MODERATOR = "moderator"
    SENIOR = "senior"
    PV_OFFICER = "pv-officer"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    DATA_PROTECTION = "data-protection"
    AUDITOR = "auditor"
    SYSTEM = "system"


class Right(StrEnum):
    """What an action asks for."""

    INGEST = "ingest"
    READ = "read"
    CLAIM = "claim"
    ASSIGN = "assign"
    CLASSIFY = "classify"
    NOTE = "note"
    REPLY = "reply"
    HIDE = "hide"
    DELETE = "delete"
    ESCALATE = "escalate"
    ACKNOWLEDGE = "acknowledge"
    CLOSE = "close"
    REOPEN = "reopen"
    DELIVER = "deliver"
    REVIEW = "review"
    ADMINISTER = "administer"
    SESSION = "session"
    CONFIGURE = "configure"
    #: To put an electronic signature under a record.
    SIGN = "sign"
    #: To sign a request of somebody else, so that it takes effect.
    APPROVE = "approve"
    #: To ask for a person's data to be erased, and to hold them for the law.
    ERASE = "erase"
    #: To check the work of others and to keep deviations.
    OVERSEE = "oversee"
    #: To put a backup in place of the desk, or to go on after a fork of the log.
    RESTORE = "restore"
    #: To watch over who enters: alerts, sessions that somebody left open.
    GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Moderator:
    """An account; `id` (UUIDv7) is never used again for anybody else."""

    id: str
    login: str
    name: str
    roles: frozenset[Role]
    active: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """Who performs an action: an account in one role, in one session."""

    moderator: str
    role: Role
    session: str


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that has not ended; times in UTC microseconds.

    `locked_at` is since when it is locked, or None; `unlocked_at` when it was
    last unlocked, or None.
    """

    actor: Actor
    began_at: int
    locked_at: int | None
    unlocked_at: int | None


def is_followed(role: Role) -> bool:
    """Say whether what somebody reads in `role` is logged: an auditor is a guest."""
    return role is Role.AUDITOR


def system_actor() -> Actor:
    """Return the program itself: it acts without a login, within its few rights."""
    return Actor("system", Role.SYSTEM, "system")


def program_for(person: Actor) -> Actor:
    """Return the program at a person's bidding: its few rights, and the log names the person.

    Whoever calls it has made sure that the person may ask for what the program then does.
    """
    return replace(person, role=Role.SYSTEM)


def rights_of(role: Role) -> frozenset[Right]:
    """Return what `role` may do; a right that is not named is denied."""
    return _MATRIX[role]


def left_to_nobody(people: Sequence[Moderator], changed: Moderator) -> tuple[Role, ...]:
    """Return the roles that an account gives up, with which rights go that nobody has then."""
    now = [each for each in people if each.id != changed.id] + [changed]
    held = {
        right for each in now if each.active for role in each.roles for right in rights_of(role)
    }
    before = (each.roles for each in people if each.id == changed.id and each.active)
    return tuple(sorted(role for roles in before for role in roles if not rights_of(role) <= held))


_WEBCARE = frozenset(
    {
        Right.SESSION,
        Right.SIGN,
        Right.READ,
        Right.CLAIM,
        Right.CLASSIFY,
        Right.NOTE,
        Right.REPLY,
        Right.HIDE,
        Right.ESCALATE,
        Right.CLOSE,
        Right.REOPEN,
    }
)
_MATRIX = {
    Role.MODERATOR: _WEBCARE,
    Role.PV_OFFICER: frozenset(
        {Right.SESSION, Right.READ, Right.NOTE, Right.ESCALATE, Right.ACKNOWLEDGE, Right.CLASSIFY}
        | {Right.SIGN, Right.APPROVE}
    ),
    Role.SENIOR: _WEBCARE | {Right.ASSIGN, Right.DELETE},
    Role.SUPERVISOR: _WEBCARE
    | {Right.ASSIGN, Right.DELETE, Right.ACKNOWLEDGE, Right.REVIEW, Right.CONFIGURE}
    | {Right.APPROVE, Right.OVERSEE, Right.RESTORE, Right.GUARD},
    # No safety acts: who gives rights does not work on cases (Annex 11 §12.3).
    Role.ADMINISTRATOR: frozenset({Right.SESSION, Right.ADMINISTER, Right.REVIEW, Right.CONFIGURE})
    | {Right.SIGN, Right.APPROVE, Right.RESTORE, Right.GUARD},
    Role.DATA_PROTECTION: frozenset(
        {Right.SESSION, Right.READ, Right.REVIEW, Right.SIGN, Right.ERASE, Right.APPROVE}
    ),
    Role.AUDITOR: frozenset({Right.SESSION, Right.READ, Right.REVIEW}),
    Role.SYSTEM: frozenset({Right.INGEST, Right.DELIVER, Right.SESSION, Right.CONFIGURE}),
}


def as_heard(login: str) -> str:
    """Return a login without what people do not tell apart: case, width, blanks."""
    return "".join(unicodedata.normalize("NFKC", login).split()).casefold()
