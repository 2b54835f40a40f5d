"""Accounts: who has one, in which roles, with which password."""

from dataclasses import dataclass, replace
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.keys import add_key, renew_key
from webcare_desk.actions.leaving import end_sessions
from webcare_desk.actions.logins import require_free, roles_name
from webcare_desk.actions.policy import put_policy
from webcare_desk.actions.two_persons import note_approvers, take_leave
from webcare_desk.domain.approval import RequestState, code_drop, new_account, role_grant
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Moderator, Right, Role, rights_of
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: As many rows as there are.
_EVERY = 2**62


@dataclass(frozen=True, slots=True)
class AddModerator(Action[str]):
    """A new account; `password` is an Argon2id record, never the password.

    With `is_temporary` the person chooses another one when first entering, so
    that nobody else knows it (21 CFR 11.200(a)(2)).
    """

    login: str
    full_name: str
    roles: frozenset[Role]
    password: str
    is_temporary: bool = False
    name: ClassVar[Name] = Name("add-moderator")
    right: ClassVar[Right] = Right.ADMINISTER

    def apply(self, session: Session, moment: Moment) -> str:
        """Keep the account and return its id; it takes two persons who know whose it is."""
        uid = self.keep(session, moment)
        take_leave(session, moment, new_account(self.login, self.full_name, self.roles))
        return uid

    def keep(self, session: Session, moment: Moment) -> str:
        """Keep the account and return its id, which is never used again."""
        require_free(session, self.login)
        uid = Name(new_uid(moment.at))
        session.add(
            tables.MODERATOR,
            {
                "uid": uid,
                "roles": roles_name(self.roles),
                "active": 1,
                "failures": 0,
                "locked_until": 0,
                "password_at": 0 if self.is_temporary else moment.at,
                "version": 1,
            },
            {"login": self.login.strip(), "name": self.full_name, "password": self.password},
        )
        return uid

    def detail_of(self, result: str) -> Details:
        """Name the account and its roles."""
        return {"moderator": Name(result), "roles": roles_name(self.roles)}


@dataclass(frozen=True, slots=True)
class AddFirstAdministrator(Action[str]):
    """The first start makes the first administrator, and never a second one.

    `training_gate` sets the rule that only trained people reply and close.
    """

    login: str
    full_name: str
    password: str
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR})
    key: SealedKey | None = None
    training_gate: bool = False
    name: ClassVar[Name] = Name("add-first-administrator")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> str:
        """Keep the account and return its id."""
        if session.moderators():
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This desk has accounts; an administrator adds further ones."
                )
            )
            raise RefusedError(msg)
        roles = self.roles | {Role.ADMINISTRATOR}
        account = AddModerator(self.login, self.full_name, roles, self.password)
        if self.training_gate:
            put_policy(session, replace(session.policy(), training_gate=True))
        uid = account.keep(session, moment)
        if self.key is not None:
            add_key(session, uid, self.key, moment)
        return uid


@dataclass(frozen=True, slots=True)
class SetRoles(Action[None]):
    """An account gets other roles, or is closed; its id stays.

    What it is logged in for and may not do any more ends, and so does what a closed one asked for
    that waits: nobody signs by routine what somebody wanted who was shut out. Who works on no comments any more has
    none assigned: they would be in nobody's list.
    """

    moderator: str
    roles: frozenset[Role]
    active: bool
    name: ClassVar[Name] = Name("set-roles")
    right: ClassVar[Right] = Right.ADMINISTER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the roles; somebody must stay who can give roles."""
        account = session.moderator(self.moderator)
        if not self._leaves_administrator(session):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "The desk keeps an administrator: give somebody else that role first."
                )
            )
            raise RefusedError(msg)
        roles = roles_name(self.roles)  # nobody is asked for what can never be done
        if account is not None and self._gives(account):
            take_leave(session, moment, role_grant(account, self.roles, active=self.active))
        session.change(
            tables.MODERATOR,
            _key(session, self.moderator),
            {"roles": roles, "active": int(self.active)},
        )
        end_sessions(
            session, self.moderator, moment.at, roles=self.roles if self.active else frozenset()
        )
        note_approvers(session)
        if not self.active:
            _withdraw(session, self.moderator)
        if not self.active or not any(Right.CLAIM in rights_of(role) for role in self.roles):
            _give_back(session, self.moderator, moment.at)

    def detail_of(self, result: None) -> Details:
        """Name the account with the roles that it has now, and say whether it is open."""
        del result
        roles = roles_name(self.roles)
        return {"moderator": Name(self.moderator), "roles": roles, "active": self.active}

    def _gives(self, account: Moderator) -> bool:
        """Say whether the account can do more than before: that takes two persons."""
        return bool(self.roles - account.roles) or (self.active and not account.active)

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
        """Keep the record; only one's own, or any as an administrator.

        What an administrator sets is temporary: its owner chooses another one.
        Whoever else is in with the old one is out.
        """
        own = moment.by.moderator == self.moderator
        if not own and moment.by.role is not Role.ADMINISTRATOR:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Only an administrator may set somebody else's password.")
            )
            raise RefusedError(msg)
        session.change(
            tables.MODERATOR,
            _key(session, self.moderator),
            {"failures": 0, "locked_until": 0, "password_at": moment.at if own else 0},
            {"password": self.password},
        )
        end_sessions(session, self.moderator, moment.at, keep=moment.by.session)
        renew_key(session, self.moderator, self.key if own else None, moment)

    def detail_of(self, result: None) -> Details:
        """Name the account, and the key that came with the password."""
        del result
        key = None if self.key is None else self.key.public
        return {"moderator": Name(self.moderator), "key": key}


@dataclass(frozen=True, slots=True)
class EnrolCode(Action[None]):
    """One's own account asks for a code from now on; `step` is that of the first one.

    The secret of the codes is in the keyring, never here.
    """

    step: int
    name: ClassVar[Name] = Name("enrol-code")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the step, so that its code is not used again."""
        key = _key(session, moment.by.moderator)
        session.change(tables.MODERATOR, key, {"code_step": self.step})


@dataclass(frozen=True, slots=True)
class DropCode(Action[None]):
    """An account asks for no code any more: its owner's wish, or a lost telephone."""

    moderator: str
    name: ClassVar[Name] = Name("drop-code")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Drop it: one's own, any as an administrator, or what two who can approve agree on.

        The only administrator may be the one whose telephone is lost.
        """
        own = moment.by.moderator == self.moderator
        account = session.moderator(self.moderator)
        if not own and moment.by.role is not Role.ADMINISTRATOR:
            if account is None or Right.APPROVE not in rights_of(moment.by.role):
                msg = Said.of(
                    QT_TRANSLATE_NOOP(
                        "Said",
                        "Only an administrator may drop somebody else's codes, or two who can "
                        "approve.",
                    )
                )
                raise RefusedError(msg)
            take_leave(session, moment, code_drop(account), takes_request=True)
        drop_code(session, self.moderator)

    def detail_of(self, result: None) -> Details:
        """Name the account."""
        del result
        return {"moderator": Name(self.moderator)}


def drop_code(session: Session, moderator: str) -> None:
    """Let an account ask for no code any more."""
    session.change(tables.MODERATOR, _key(session, moderator), {"code_step": None})


def _give_back(session: Session, moderator: str, at: int) -> None:
    """Assign to nobody what is open and assigned to an account; the entry says how many."""
    held = [
        row.comment
        for row in session.mine(moderator, None, _EVERY, at)
        if (work := session.work(row.comment)) is not None and work.assigned_to == moderator
    ]
    for comment in held:
        session.change(tables.WORK, comment, {"assigned_to": None})
    if held:
        session.tell({"given_back": len(held)})


def _withdraw(session: Session, moderator: str) -> None:
    """Let what an account asked for and nobody approved wait no more; the entry says how many."""
    waiting = [
        each.id
        for each in session.requests(is_open=True, limit=_EVERY)
        if each.asked_by == moderator and each.state is RequestState.WAITING
    ]
    for request in waiting:
        session.change(tables.REQUEST, request, {"state": RequestState.WITHDRAWN})
    if waiting:
        session.tell({"withdrawn": len(waiting)})


def _key(session: Session, moderator: str) -> int:
    key = session.moderator_key(moderator)
    if key is None:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "There is no such account."))
        raise RefusedError(msg)
    return key
