"""Wrong tries to enter or to sign: what they cost, and who has looked at them."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.alert import TRIES, Alert, AlertKind
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import HOUR, SECOND, spelled
from webcare_desk.errors import LoginError, RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Account, Session

_WAIT = 30 * SECOND
_LONGEST_DOUBLING = 10
#: Tries with unknown logins further apart than this do not belong together.
_APART = HOUR


def refuse_locked(account: Account, at: int) -> None:
    """Refuse while the account waits; a longer wait than there is was set by a clock ahead."""
    left = account.locked_until - at
    if 0 < left <= _WAIT << _LONGEST_DOUBLING:
        msg = QT_TRANSLATE_NOOP("Said", "Too many wrong tries: try again in {span}.")
        raise LoginError(Said.of(msg, span=spelled(left)))


def is_wait_told(account: Account, alert: Alert | None) -> bool:
    """Say whether `alert`, which nobody has looked at, has a try during this very wait.

    One is enough: a stranger who goes on trying fills no log.
    """
    return (
        alert is not None and alert.last_at + _wait_after(account.failures) > account.locked_until
    )


def _wait_after(failures: int) -> int:
    """Return how long an account waits after so many wrong tries in a row."""
    return _WAIT << min(failures - TRIES, _LONGEST_DOUBLING) if failures >= TRIES else 0


@dataclass(frozen=True, slots=True)
class RecordFailedLogin(Action[bool]):
    """Somebody gave a wrong login, password or code; what was typed is not kept.

    A code that was used before is no guess, and a try while the account waits was
    not looked at: neither makes it wait longer.
    """

    login: str
    kind: AlertKind = AlertKind.WRONG_PASSWORD
    name: ClassVar[Name] = Name("record-failed-login")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION
    while_locked: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> bool:
        """Count it; from the fifth on there is an alert, and an account waits ever longer."""
        account = session.account(self.login)
        if account is None:
            session.tell({"kind": AlertKind.UNKNOWN_LOGIN})
            return _count(session, AlertKind.UNKNOWN_LOGIN, None, moment.at)
        whose = Name(account.moderator.id)
        session.tell({"kind": self.kind, "moderator": whose})
        if self.kind is AlertKind.USED_CODE:
            return False
        failures = account.failures
        if self.kind is not AlertKind.WHILE_WAITING:
            failures += 1
            wait = _wait_after(failures)
            waits: dict[str, Detail] = {"locked_until": moment.at + wait if wait else 0}
            session.change(tables.MODERATOR, account.key, {"failures": failures, **waits})
        return failures >= TRIES and _count(session, self.kind, whose, moment.at, failures)

    def detail_of(self, result: bool) -> Details:  # noqa: FBT001 - what apply returned
        """Say whether this raised an alert."""
        return {"alert": result}


def _count(
    session: Session, kind: AlertKind, moderator: Name | None, at: int, failures: int = 1
) -> bool:
    """Count a wrong try, the last of `failures` in a row; say whether it stands as an alert now."""
    before = session.unseen_alert(moderator)
    if before is None:
        first: dict[str, Detail] = {"first_at": at, "last_at": at, "tries": failures}
        session.add(tables.ALERT, {"kind": kind, "moderator": moderator, **first, "version": 1})
        return failures >= TRIES
    is_apart = before.tries < TRIES and at - before.last_at > _APART
    tries = failures if is_apart else max(failures, before.tries + 1)
    counted: dict[str, Detail] = {
        "kind": max(kind, before.kind, key=list(AlertKind).index),
        "first_at": at if is_apart else before.first_at,
        "last_at": at,
        "tries": tries,
    }
    session.change(tables.ALERT, before.id, counted)
    return tries >= TRIES


@dataclass(frozen=True, slots=True)
class SeeAlert(Action[None]):
    """Somebody who watches over the desk has looked at an alert."""

    alert: int
    name: ClassVar[Name] = Name("see-alert")
    right: ClassVar[Right] = Right.GUARD

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep who and when; the next wrong try is an alert of its own."""
        found = next((each for each in session.alerts() if each.id == self.alert), None)
        if found is None or not found.is_open:
            msg = QT_TRANSLATE_NOOP("Said", "There is no open alert {alert}.")
            raise RefusedError(Said.of(msg, alert=self.alert))
        session.change(
            tables.ALERT,
            self.alert,
            {"seen_by": Name(moment.by.moderator), "seen_at": moment.at},
        )
