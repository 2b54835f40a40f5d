"""Sessions: who enters, and the lock of a window."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.keys import renew_key
from webcare_desk.actions.leaving import end_sessions, own_session
from webcare_desk.actions.sign import LockSigning
from webcare_desk.actions.tries import refuse_locked
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.moderator import Actor, Right, Role
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import (
    CodeNeededError,
    LoginError,
    PasswordTooOldError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Account, Session

WRONG = Said.of(QT_TRANSLATE_NOOP("Said", "The login or the password is wrong."))
USED = Said.of(QT_TRANSLATE_NOOP("Said", "This code was used before; wait for the next one."))


@dataclass(frozen=True, slots=True)
class LogIn(Action[Actor]):
    """A session begins: the account whose password was right, in one of its roles.

    `step` is that of the code that was right, for an account that asks for
    one; `renewed` the record of the password in place of one too old, and
    `key` the signing key that comes with it.
    """

    login: str
    role: Role
    step: int | None = None
    renewed: str | None = None
    key: SealedKey | None = None
    name: ClassVar[Name] = Name("log-in")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION
    opens_session: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> Actor:
        """Keep the session and return who acts in it."""
        account = session.account(self.login)
        if account is None or not account.moderator.active:
            raise LoginError(WRONG)
        if account.moderator.id != moment.by.moderator:
            raise LoginError(WRONG)
        if self.role not in account.moderator.roles or self.role is not moment.by.role:
            msg = QT_TRANSLATE_NOOP("Said", "This account has no role {role}.")
            raise LoginError(Said.of(msg, role=self.role))
        session.add(
            tables.SESSION,
            {
                "uid": Name(moment.by.session),
                "moderator": Name(account.moderator.id),
                "role": self.role,
                "began_at": moment.at,
            },
        )
        _let_in(session, account, moment, self)
        return Actor(account.moderator.id, self.role, moment.by.session)


def _let_in(session: Session, account: Account, moment: Moment, given: "LogIn | Unlock") -> None:
    """Take what was given to enter: the code is used, wrong tries are forgotten, an old password goes."""
    refuse_locked(account, moment.at)
    known = {"failures": 0, "locked_until": 0, **code_used(account, given.step)}
    if given.renewed is None:
        if session.policy().is_too_old(account.password_at, moment.at):
            raise PasswordTooOldError(account.password_at == 0)
        session.change(tables.MODERATOR, account.key, known)
        return
    renewed = {**known, "password_at": moment.at}
    session.change(tables.MODERATOR, account.key, renewed, {"password": given.renewed})
    # Whoever else is in with the old password is out.
    end_sessions(session, account.moderator.id, moment.at, keep=moment.by.session)
    renew_key(session, account.moderator.id, given.key, moment)


def code_used(account: Account, step: int | None) -> dict[str, Detail]:
    """Return what a code changes; refuse one that is missing or was used before."""
    if account.code_step is None:
        return {}
    if step is None:
        raise CodeNeededError(account.moderator.login)
    if step <= account.code_step:
        raise LoginError(USED)
    return {"code_step": step}


class LockCause(StrEnum):
    """Why a window locked."""

    PERSON = "person"
    IDLE = "idle"
    SCREEN = "screen"
    SUSPEND = "suspend"


@dataclass(frozen=True, slots=True)
class Lock(Action[None]):
    """The window hides everything until its person is back."""

    cause: LockCause
    name: ClassVar[Name] = Name("lock")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep since when; nothing is done in the session until it is unlocked.

        The next signature then takes every component (21 CFR 11.200(a)(1)).
        """
        session.change(tables.SESSION, own_session(session, moment.by), {"locked_at": moment.at})
        LockSigning().apply(session, moment)

    def detail_of(self, result: None) -> Details:
        """Name the cause."""
        del result
        return {"cause": self.cause}


@dataclass(frozen=True, slots=True)
class Unlock(Action[None]):
    """The person whose session it is has given the password again, and what a log-in would ask for.

    `step`, `renewed` and `key` are those of a log-in.
    """

    step: int | None = None
    renewed: str | None = None
    key: SealedKey | None = None
    name: ClassVar[Name] = Name("unlock")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION
    while_locked: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> None:
        """End the lock; wrong tries are forgotten, as at a log-in."""
        person = session.moderator(moment.by.moderator)
        account = None if person is None else session.account(person.login)
        if account is None:
            raise LoginError(WRONG)
        key = own_session(session, moment.by)
        session.change(tables.SESSION, key, {"locked_at": None, "unlocked_at": moment.at})
        _let_in(session, account, moment, self)
