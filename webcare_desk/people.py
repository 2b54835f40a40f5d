"""Entering and leaving the desk: passwords are checked before any transaction."""

from webcare_desk import actions
from webcare_desk.actions.people import refuse_locked
from webcare_desk.desk import Desk
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import LoginError
from webcare_desk.vault.passwords import (
    STANDARD,
    Cost,
    check_password,
    hash_password,
    verify_password,
)
from webcare_desk.vault.secret import Secret

_WRONG = "The login or the password is wrong."


def log_in(
    desk: Desk, login: str, password: Secret, role: Role | None = None, cost: Cost = STANDARD
) -> Actor:
    """Return who acts in the session that begins; raise LoginError.

    An unknown login takes as long as a known one, so that nobody can tell
    them apart; `role` is needed only where the account has several.
    """
    account = desk.read.account(login)
    if account is None:
        hash_password(Secret("as long as for a login that exists"), cost)
        desk.perform(actions.RecordFailedLogin(login), system_actor())
        raise LoginError(_WRONG)
    refuse_locked(account, desk.clock())
    if not verify_password(account.password, password):
        desk.perform(actions.RecordFailedLogin(login), system_actor())
        raise LoginError(_WRONG)
    chosen = role or _only_role(account.moderator.roles)
    session = new_uid(desk.clock())
    return desk.perform(actions.LogIn(login, chosen), Actor(account.moderator.id, chosen, session))


def _only_role(roles: frozenset[Role]) -> Role:
    if len(roles) != 1:
        msg = "Choose the role to work in: " + ", ".join(sorted(roles)) + "."
        raise LoginError(msg)
    return next(iter(roles))


def log_out(desk: Desk, actor: Actor) -> None:
    """End the session."""
    desk.perform(actions.LogOut(), actor)


def add_first_administrator(
    desk: Desk, login: str, name: str, password: Secret, cost: Cost = STANDARD
) -> str:
    """Make the first account of a desk and return its id."""
    check_password(password)
    record = hash_password(password, cost)
    first = actions.AddFirstAdministrator(login, name, record, key=_new_key(password, cost))
    return desk.perform(first, system_actor())


def add_moderator(  # noqa: PLR0913, PLR0917 - the fields of an account
    desk: Desk,
    login: str,
    name: str,
    roles: frozenset[Role],
    password: Secret,
    by: Actor,
    cost: Cost = STANDARD,
) -> str:
    """Make a further account and return its id."""
    check_password(password)
    record = hash_password(password, cost)
    return desk.perform(actions.AddModerator(login, name, roles, record), by)


def set_password(
    desk: Desk, moderator: str, password: Secret, by: Actor, cost: Cost = STANDARD
) -> None:
    """Give an account another password; one's own brings a new signing key."""
    check_password(password)
    key = _new_key(password, cost) if by.moderator == moderator else None
    desk.perform(actions.SetPassword(moderator, hash_password(password, cost), key), by)


def _new_key(password: Secret, cost: Cost) -> SealedKey:
    from webcare_desk.vault.personal_key import make_key  # noqa: PLC0415 - loads cryptography

    return make_key(password, cost)
