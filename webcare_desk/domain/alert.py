"""What must be looked at at once: tries to enter that failed (21 CFR 11.300(d))."""

from dataclasses import dataclass
from enum import StrEnum

#: After this many wrong tries in a row there is an alert, and an account waits.
TRIES = 5


class AlertKind(StrEnum):
    """What was tried, from the least to the gravest; an alert is of the gravest of its tries."""

    UNKNOWN_LOGIN = "unknown-login"
    #: A right code once more: said and kept, and counted nowhere.
    USED_CODE = "used-code"
    #: Neither password nor code was looked at.
    WHILE_WAITING = "while-waiting"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 - the name of a kind
    #: Somebody sits at a window that its owner left open.
    WRONG_SIGNATURE = "wrong-signature"
    #: Whoever gave it has the password.
    WRONG_CODE = "wrong-code"


@dataclass(frozen=True, slots=True)
class Alert:
    """Wrong tries that belong together; times in UTC microseconds.

    `moderator` is the account, or None where the login is nobody's: what was
    typed is not kept, for it may be a password.
    """

    id: int
    kind: AlertKind
    moderator: str | None
    first_at: int
    last_at: int
    tries: int
    seen_by: str | None
    seen_at: int | None

    @property
    def is_open(self) -> bool:
        """Say whether nobody has looked at it yet."""
        return self.seen_at is None and self.tries >= TRIES
