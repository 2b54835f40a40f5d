"""Accounts and sessions: who may enter, as what, and when they came and went."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.keys import add_key, end_key
from webcare_desk.actions.two_persons import note_approvers
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Right, Role
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import LoginError, RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import Account, Session

#: After this many wrong passwords in a row an account waits, twice as long each time.
TRIES = 5
_WAIT = 30 * 1_000_000
_LONGEST_DOUBLING = 10


@dataclass(frozen=True, slots=True)
class AddModerator(Action[str]):
    """A new account; `password` is an Argon2id record, never the password."""

    login: str
    full_name: str
    roles: frozenset[Role]
    password: str
    name: ClassVar[Name] = Name("add-moderator")
    right: ClassVar[Right] = Right.ADMINISTER

    def apply(self, session: Session, moment: Moment) -> str:
        """Keep the account and return its id, which is never used again."""
        if session.account(self.login) is not None:
            msg = f"The login {self.login!r} is taken; logins are never used twice."
            raise RefusedError(msg)
        uid = Name(new_uid(moment.at))
        session.add(
            tables.MODERATOR,
            {
                "uid": uid,
                "roles": roles_name(self.roles),
                "active": 1,
                "failures": 0,
                "locked_until": 0,
                "version": 1,
            },
            {"login": self.login, "name": self.full_name, "password": self.password},
        )
        return uid

    def detail_of(self, result: str) -> Details:
        """Name the account and its roles."""
        return {"moderator": Name(result), "roles": roles_name(self.roles)}


def roles_name(roles: frozenset[Role]) -> Name:
    """Return roles as one name: `moderator+supervisor`; SYSTEM is for nobody."""
    if not roles or Role.SYSTEM in roles:
        msg = "Give the account at least one role of a person."
        raise RefusedError(msg)
    return Name("+".join(sorted(roles)))


@dataclass(frozen=True, slots=True)
class AddFirstAdministrator(Action[str]):
    """The first start makes the first administrator, and never a second one."""

    login: str
    full_name: str
    password: str
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR})
    key: SealedKey | None = None
    name: ClassVar[Name] = Name("add-first-administrator")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> str:
        """Keep the account and return its id."""
        if session.moderators():
            msg = "This desk has accounts; an administrator adds further ones."
            raise RefusedError(msg)
        roles = self.roles | {Role.ADMINISTRATOR}
        account = AddModerator(self.login, self.full_name, roles, self.password)
        uid = account.apply(session, moment)
        if self.key is not None:
            add_key(session, uid, self.key, moment)
        return uid


@dataclass(frozen=True, slots=True)
class SetRoles(Action[None]):
    """An account gets other roles, or is closed; its id stays."""

    moderator: str
    roles: frozenset[Role]
    active: bool
    name: ClassVar[Name] = Name("set-roles")
    right: ClassVar[Right] = Right.ADMINISTER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the roles; somebody must stay who can give roles."""
        del moment
        if not self._leaves_administrator(session):
            msg = "The desk keeps an administrator: give somebody else that role first."
            raise RefusedError(msg)
        session.change(
            tables.MODERATOR,
            _key(session, self.moderator),
            {"roles": roles_name(self.roles), "active": int(self.active)},
        )

    def _leaves_administrator(self, session: Session) -> bool:
        own = self.active and Role.ADMINISTRATOR in self.roles
        return own or any(
            other.active and Role.ADMINISTRATOR in other.roles
            for other in session.moderators()
            if other.id != self.moderator
        )


@dataclass(frozen=True, slots=True)
class SetPassword(Action[None]):
    """An account gets another password; `password` is an Argon2id record.

    The signing key of the old password ends. A password of one's own brings
    the new `key`; with one that an administrator gave nobody can sign.
    """

    moderator: str
    password: str
    key: SealedKey | None = None
    name: ClassVar[Name] = Name("set-password")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the record; only one's own, or any as an administrator."""
        own = moment.by.moderator == self.moderator
        if not own and moment.by.role is not Role.ADMINISTRATOR:
            msg = "Only an administrator may set somebody else's password."
            raise RefusedError(msg)
        session.change(
            tables.MODERATOR,
            _key(session, self.moderator),
            {"failures": 0, "locked_until": 0},
            {"password": self.password},
        )
        end_key(session, self.moderator, moment)
        if own and self.key is not None:
            add_key(session, self.moderator, self.key, moment)
            note_approvers(session)

    def detail_of(self, result: None) -> Details:
        """Name the account, and the key that came with the password."""
        del result
        key = None if self.key is None else self.key.public
        return {"moderator": Name(self.moderator), "key": key}


@dataclass(frozen=True, slots=True)
class LogIn(Action[Actor]):
    """A session begins: the account whose password was right, in one of its roles."""

    login: str
    role: Role
    name: ClassVar[Name] = Name("log-in")
    right: ClassVar[Right] = Right.SESSION
    opens_session: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> Actor:
        """Keep the session and return who acts in it."""
        account = session.account(self.login)
        if account is None or not account.moderator.active:
            raise LoginError(_WRONG)
        if account.moderator.id != moment.by.moderator:
            raise LoginError(_WRONG)
        if self.role not in account.moderator.roles or self.role is not moment.by.role:
            msg = f"This account has no role {self.role.value}."
            raise LoginError(msg)
        refuse_locked(account, moment.at)
        session.add(
            tables.SESSION,
            {
                "uid": Name(moment.by.session),
                "moderator": Name(account.moderator.id),
                "role": self.role,
                "began_at": moment.at,
            },
        )
        session.change(tables.MODERATOR, account.key, {"failures": 0, "locked_until": 0})
        return Actor(account.moderator.id, self.role, moment.by.session)


_WRONG = "The login or the password is wrong."


def refuse_locked(account: Account, at: int) -> None:
    """Refuse while the account waits after wrong passwords."""
    if account.locked_until > at:
        seconds = (account.locked_until - at) // 1_000_000 + 1
        msg = f"Too many wrong passwords: try again in {seconds} seconds."
        raise LoginError(msg)


@dataclass(frozen=True, slots=True)
class RecordFailedLogin(Action[None]):
    """Somebody gave a wrong login or password."""

    login: str
    name: ClassVar[Name] = Name("record-failed-login")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Count it; from the fifth on the account waits, longer each time."""
        account = session.account(self.login)
        if account is None:
            return
        failures = account.failures + 1
        wait = _WAIT << min(failures - TRIES, _LONGEST_DOUBLING) if failures >= TRIES else 0
        session.change(
            tables.MODERATOR,
            account.key,
            {"failures": failures, "locked_until": moment.at + wait if wait else 0},
        )


@dataclass(frozen=True, slots=True)
class LogOut(Action[None]):
    """The session ends."""

    name: ClassVar[Name] = Name("log-out")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep when."""
        key = session.open_session(moment.by.session)
        if key is None:
            msg = "This session has ended already."
            raise RefusedError(msg)
        session.change(tables.SESSION, key, {"ended_at": moment.at})


def _key(session: Session, moderator: str) -> int:
    key = session.moderator_key(moderator)
    if key is None:
        msg = "There is no such account."
        raise RefusedError(msg)
    return key
