"""Entering and leaving the desk: passwords are checked before any transaction."""

from dataclasses import dataclass

from webcare_desk import actions
from webcare_desk.actions.entering import USED, WRONG, code_used
from webcare_desk.actions.tries import refuse_locked
from webcare_desk.codes import WRONG_CODE, code_name, is_code_lost, new_code_key, step_of
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import AlertKind
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Right, Role, rights_of, system_actor
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import (
    LoginError,
    PasswordTooOldError,
    RoleNeededError,
    UsageError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Account
from webcare_desk.tries import record_wrong, refuse_waiting
from webcare_desk.vault import totp
from webcare_desk.vault.passwords import (
    STANDARD,
    Cost,
    check_password,
    hash_password,
    verify_password,
)
from webcare_desk.vault.secret import Secret, Secrets


@dataclass(frozen=True, slots=True)
class More:
    """What somebody gives beside login and password.

    `code` are the six digits, looked at with the key in `secrets`; `renewed`
    is the password in place of one that is too old.
    """

    code: str = ""
    secrets: Secrets | None = None
    renewed: Secret | None = None


def log_in(  # noqa: PLR0913, PLR0917 - what a person gives to enter
    desk: Desk,
    login: str,
    password: Secret,
    role: Role | None = None,
    cost: Cost = STANDARD,
    more: More | None = None,
) -> Actor:
    """Return who acts in the session that begins; raise LoginError.

    An unknown login takes as long as a known one, so that nobody can tell
    them apart; `role` is needed only where the account has several. Raises
    CodeNeededError, RoleNeededError and PasswordTooOldError when the password was right and
    `more` is asked for.
    """
    account = desk.read.account(login)
    if account is None:
        hash_password(Secret("as long as for a login that exists"), cost)
        desk.perform(actions.RecordFailedLogin(login), system_actor())
        raise LoginError(WRONG)
    given = more or More()
    step = prove(desk, account, password, given)
    chosen = role or _only_role(account.moderator.roles)
    renewed = _renewed(desk, account, given.renewed, cost)
    act = actions.LogIn(account.moderator.login, chosen, step, *renewed)
    return desk.perform(act, Actor(account.moderator.id, chosen, new_uid(desk.clock())))


def prove(desk: Desk, account: Account, password: Secret, more: More) -> int | None:
    """Check a password, and the code of an account that asks for one; return its step.

    What is wrong is recorded and counted, a code that was used before recorded alone;
    raises LoginError, CodeNeededError.
    """
    _prove_password(desk, account, password)
    if account.code_step is None:
        return None
    step = step_of(account, more.code, more.secrets, desk.clock())
    if step is None:
        record_wrong(desk, account, AlertKind.WRONG_CODE)
        raise LoginError(WRONG_CODE)
    if step <= account.code_step:
        record_wrong(desk, account, AlertKind.USED_CODE)
        raise LoginError(USED)
    return step


def recognise(
    desk: Desk,
    login: str,
    password: Secret,
    more: More | None,
    *,
    despite_loss: bool = False,
) -> Account:
    """Return an account by what it takes to log in, on a desk where nothing can be recorded.

    So no failure is counted, and a code serves until its time is over. It is
    needed also where its key is not in this keyring, unless `despite_loss`.
    Raises LoginError and CodeNeededError.
    """
    account, at, given = desk.read.account(login), desk.clock(), more or More()
    if account is None:
        raise LoginError(WRONG)
    refuse_locked(account, at)
    if not account.moderator.active or not verify_password(account.password, password):
        raise LoginError(WRONG)
    if account.code_step is None or (despite_loss and is_code_lost(account, given.secrets)):
        return account
    step = step_of(account, given.code, given.secrets, at)
    if step is None:
        raise LoginError(WRONG_CODE)
    code_used(account, step)
    return account


def _prove_password(desk: Desk, account: Account, password: Secret) -> None:
    refuse_waiting(desk, account)
    # Who has left and still knows the password is told no more than a stranger, and counted.
    if not verify_password(account.password, password) or not account.moderator.active:
        record_wrong(desk, account, AlertKind.WRONG_PASSWORD)
        raise LoginError(WRONG)


def _renewed(
    desk: Desk, account: Account, secret: Secret | None, cost: Cost
) -> tuple[str | None, SealedKey | None]:
    """Return record and key of the password in place of one too old; nothing where none is asked."""
    if not desk.read.policy().is_too_old(account.password_at, desk.clock()):
        return None, None
    if secret is None:
        raise PasswordTooOldError(account.password_at == 0)
    _check_new(account, secret)
    return hash_password(secret, cost), _new_key(secret, cost)


def _check_new(account: Account, secret: Secret) -> None:
    check_password(secret, (account.moderator.login, account.moderator.name))
    if verify_password(account.password, secret):
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "This is the present password; choose another one.")
        )
        raise UsageError(msg)


def _only_role(roles: frozenset[Role]) -> Role:
    if len(roles) != 1:
        raise RoleNeededError(frozenset[str](roles))
    return next(iter(roles))


def log_out(desk: Desk, actor: Actor) -> None:
    """End the session, unless it was ended meanwhile: by a supervisor, or with its account."""
    if desk.read.session_of(actor.session) is not None:
        desk.perform(actions.LogOut(), actor)


def unlock(
    desk: Desk, actor: Actor, password: Secret, more: More | None = None, cost: Cost = STANDARD
) -> None:
    """Unlock one's own session with what a log-in asks for, but the role; raises the same errors."""
    account, given = _account_of(desk, actor.moderator), more or More()
    step = prove(desk, account, password, given)
    desk.perform(actions.Unlock(step, *_renewed(desk, account, given.renewed, cost)), actor)


def end_session(
    desk: Desk, session: str, login: str, password: Secret, more: More | None = None
) -> None:
    """Let somebody who watches over the desk end a session that another left locked."""
    account = desk.read.account(login)
    roles = frozenset[Role]() if account is None else account.moderator.roles
    chosen = next((role for role in sorted(roles) if Right.GUARD in rights_of(role)), None)
    if account is not None and chosen is None:
        prove(desk, account, password, more or More())
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "Only a supervisor or an administrator ends somebody else's session."
            )
        )
        raise LoginError(msg)
    guard = log_in(desk, login, password, chosen, more=more)
    try:
        desk.perform(actions.EndSession(session), guard)
    finally:
        log_out(desk, guard)


def add_first_administrator(  # noqa: PLR0913 - the fields of an account
    desk: Desk,
    login: str,
    name: str,
    password: Secret,
    cost: Cost = STANDARD,
    *,
    training_gate: bool = False,
) -> str:
    """Make the first account of a desk and return its id."""
    check_password(password, (login, name))
    record = hash_password(password, cost)
    key = _new_key(password, cost)
    first = actions.AddFirstAdministrator(login, name, record, key=key, training_gate=training_gate)
    return desk.perform(first, system_actor())


def add_moderator(  # noqa: PLR0913, PLR0917 - the fields of an account
    desk: Desk,
    login: str,
    name: str,
    roles: frozenset[Role],
    password: Secret,
    by: Actor,
    cost: Cost = STANDARD,
    *,
    is_temporary: bool = False,
) -> str:
    """Make a further account and return its id; its owner may have to renew the password."""
    check_password(password, (login, name))
    record = hash_password(password, cost)
    return desk.perform(actions.AddModerator(login, name, roles, record, is_temporary), by)


def set_password(
    desk: Desk, moderator: str, password: Secret, by: Actor, cost: Cost = STANDARD
) -> None:
    """Give an account another password than its present one; one's own brings a new key."""
    _check_new(_account_of(desk, moderator), password)
    key = _new_key(password, cost) if by.moderator == moderator else None
    desk.perform(actions.SetPassword(moderator, hash_password(password, cost), key), by)


def renew_password(desk: Desk, present: Secret, password: Secret, by: Actor) -> None:
    """Give one's own account another password, once the present one was given."""
    _prove_password(desk, _account_of(desk, by.moderator), present)
    set_password(desk, by.moderator, password, by)


def _new_key(password: Secret, cost: Cost) -> SealedKey:
    from webcare_desk.vault.personal_key import make_key  # loads cryptography

    return make_key(password, cost)


def enrol(desk: Desk, secrets: Secrets, key: Secret, code: str, by: Actor) -> None:
    """Ask for a code at one's own account from now on; `code` proves the key is kept well."""
    step = totp.matching_step(key, code, desk.clock())
    if step is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "The code is wrong: look whether both clocks are right, and give the newest one.",
            )
        )
        raise LoginError(msg)
    with new_code_key(secrets, by.moderator, key):
        desk.perform(actions.EnrolCode(step), by)


def enrol_own(  # noqa: PLR0913, PLR0917 - what `enrol` takes, and the password
    desk: Desk, secrets: Secrets, present: Secret, key: Secret, code: str, by: Actor
) -> None:
    """Ask for a code at one's own account from now on, once its password was given.

    Else whoever sits down at an open window would bind it to a telephone of his own.
    """
    _prove_password(desk, _account_of(desk, by.moderator), present)
    enrol(desk, secrets, key, code, by)


def drop_code(desk: Desk, secrets: Secrets, moderator: str, by: Actor) -> None:
    """Ask for no code any more at an account: one's own, any as an administrator, or with leave."""
    desk.perform(actions.DropCode(moderator), by)
    secrets.forget(code_name(moderator))


def drop_own_code(desk: Desk, secrets: Secrets, present: Secret, code: str, by: Actor) -> None:
    """Ask for no code any more at one's own account, once it was proved whose it is.

    Whoever sits down at an open window has neither the password nor the telephone.
    """
    prove(desk, _account_of(desk, by.moderator), present, More(code, secrets))
    drop_code(desk, secrets, by.moderator, by)


def _account_of(desk: Desk, moderator: str) -> Account:
    person = desk.read.moderator(moderator)
    account = None if person is None else desk.read.account(person.login)
    if account is None:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "There is no such account."))
        raise UsageError(msg)
    return account
