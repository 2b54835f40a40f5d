"""People, their roles, and what each role may do: deny by default."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A duty on the desk. SYSTEM is the program itself, which never decides."""

    MODERATOR = "moderator"
    PV_OFFICER = "pv-officer"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
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


def system_actor() -> Actor:
    """Return the program itself: it acts without a login, within its few rights."""
    return Actor("system", Role.SYSTEM, "system")


def rights_of(role: Role) -> frozenset[Right]:
    """Return what `role` may do; a right that is not named is denied."""
    return _MATRIX[role]


_WEBCARE = frozenset(
    {
        Right.SESSION,
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
    ),
    Role.SUPERVISOR: _WEBCARE
    | {Right.ASSIGN, Right.DELETE, Right.ACKNOWLEDGE, Right.REVIEW, Right.CONFIGURE},
    Role.ADMINISTRATOR: frozenset({Right.SESSION, Right.ADMINISTER, Right.REVIEW, Right.CONFIGURE}),
    Role.SYSTEM: frozenset({Right.INGEST, Right.DELIVER, Right.SESSION, Right.CONFIGURE}),
}
