"""Who works at the terminal: a login, its password, and the role."""

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from webcare_desk.domain.moderator import Actor, Moderator, Right, Role, rights_of
from webcare_desk.errors import (
    CodeNeededError,
    LoginError,
    PasswordTooOldError,
    SecretError,
    StoreError,
    UsageError,
)
from webcare_desk.vault.secret import Secret, Secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from webcare_desk.app import App
    from webcare_desk.people import More

T = TypeVar("T")

USER, ROLE = "WEBCARE_DESK_USER", "WEBCARE_DESK_ROLE"


class Keeps(Protocol):
    """A terminal, as far as it keeps passwords: its keyring, and the desk's names in it."""

    @property
    def secrets(self) -> Secrets:
        """Return the keyring."""

    def own(self, name: str) -> str:
        """Return under which name the keyring has a secret of this desk."""


def credentials(terminal: Keeps) -> tuple[str, Secret]:
    """Return login and password.

    The login is in WEBCARE_DESK_USER, or is asked for. The password is the
    next line of standard input, or in the keyring, or asked for unseen.
    """
    login = os.environ.get(USER, "").strip()
    at_keyboard = sys.stdin.isatty()
    if not login and not at_keyboard:
        msg = f"Say who you are: set {USER} and give the password on standard input."
        raise UsageError(msg)
    if not login:
        login = click.prompt("Login", err=True)
    given = None if at_keyboard else line_of_input()
    if given is not None:
        return login, given
    kept = _kept(terminal, login)
    if kept is not None:
        return login, kept
    if not at_keyboard:
        msg = f"Give the password of {login} on standard input, or keep it: `people remember`."
        raise UsageError(msg)
    return login, Secret(click.prompt("Password", hide_input=True, err=True))


@dataclass(frozen=True, slots=True)
class Entered:
    """Who entered, and by what: the password that was given, and the one that counts from now on."""

    actor: Actor
    login: str
    given: Secret
    chosen: Secret


def entered_by(
    terminal: Keeps, app: "App", login: str, password: Secret, role: Role | None
) -> Entered:
    """Let somebody enter; what the account asks for besides is asked for here.

    A password that is too old is renewed on the way.
    """
    from webcare_desk import people
    from webcare_desk.actions.entering import WRONG

    def attempt(more: "More") -> Entered:
        actor = people.log_in(app.desk, login, password, role, more=more)
        return Entered(actor, login, password, more.renewed or password)

    try:
        return with_more(terminal.secrets, attempt)
    except LoginError as error:
        is_kept = str(error) == WRONG and _kept(terminal, login) == password
        if is_kept and forget_kept(terminal, login):
            msg = f"{error} It came from the keyring, which has forgotten it: give the new one."
            raise LoginError(msg) from error
        raise


def forget_kept(terminal: Keeps, login: str) -> bool:
    """Forget a password in the keyring that counts no more; say whether there was one.

    With it each command would fail anew, until the account is locked.
    """
    if _kept(terminal, login) is None:
        return False
    terminal.secrets.forget(terminal.own(f"login:{login}"))
    return True


def with_more(secrets: Secrets, attempt: "Callable[[More], T]") -> T:
    """Return what `attempt` does, once it got what the account asks for besides.

    On standard input a code, and a new password in place of one too old, are
    the next lines.
    """
    from webcare_desk.people import More

    more = More(secrets=secrets)
    while True:
        try:
            return attempt(more)
        except CodeNeededError as error:
            if more.code:
                raise
            more = replace(more, code=_line("Code", error).reveal())
        except PasswordTooOldError as error:
            if more.renewed is not None:
                raise
            more = replace(more, renewed=_line("New password", error))


def _line(words: str, error: LoginError) -> Secret:
    """Return what is typed unseen, or the next line of standard input; else raise `error`."""
    if sys.stdin.isatty():
        click.echo(str(error), err=True)
        twice = words != "Code"
        return Secret(click.prompt(words, hide_input=twice, confirmation_prompt=twice, err=True))
    given = line_of_input()
    if given is None:
        raise error
    return given


def line_of_input() -> Secret | None:
    """Return the next line of standard input, or None when there is none."""
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError as error:
        msg = "What came on standard input is not UTF-8."
        raise UsageError(msg) from error
    line = line.rstrip("\r\n")
    return Secret(line) if line else None


def password_of(login: str) -> Secret:
    """Return the password of a second person: the next line of standard input, or asked for."""
    if sys.stdin.isatty():
        return Secret(click.prompt(f"Password of {login}", hide_input=True, err=True))
    given = line_of_input()
    if given is None:
        msg = f"Give the password of {login} on a second line of standard input."
        raise UsageError(msg)
    return given


def code_of(login: str) -> str:
    """Return the code that an account shows now: the next line, or typed."""
    if sys.stdin.isatty():
        return str(click.prompt(f"Code of {login}", err=True))
    given = line_of_input()
    return "" if given is None else given.reveal()


def new_secret(words: str) -> Secret:
    """Return a new secret: the next line of standard input, or typed twice unseen."""
    if sys.stdin.isatty():
        return Secret(click.prompt(words, hide_input=True, confirmation_prompt=True, err=True))
    given = line_of_input()
    if given is None:
        msg = f"{words}: give it on standard input, in a line of its own."
        raise UsageError(msg)
    return given


def to_sign(app: "App", actor: Actor) -> tuple[str, Secret]:
    """Return login and password of `actor`, who types the password again to sign.

    It comes in a line of its own, never out of the keyring: a signature is an
    act of its owner (21 CFR 11.200(a)(2)).
    """
    account = app.desk.read.moderator(actor.moderator)
    login = "" if account is None else account.login
    if sys.stdin.isatty():
        words = f"Password of {login} again, to sign"
        return login, Secret(click.prompt(words, hide_input=True, err=True))
    given = line_of_input()
    if given is None:
        msg = "To sign, give the password once more on standard input, in a line of its own."
        raise UsageError(msg)
    return login, given


def wanted_role() -> Role | None:
    """Return the role that WEBCARE_DESK_ROLE names, if it names one."""
    wanted = os.environ.get(ROLE, "").strip()
    try:
        return Role(wanted) if wanted else None
    except ValueError as error:
        known = ", ".join(role.value for role in Role if role is not Role.SYSTEM)
        msg = f"{ROLE} is “{wanted}”; the roles are {known}."
        raise UsageError(msg) from error


def role_for(app: "App", login: str, *rights: Right) -> Role | None:
    """Return the role that is wanted, else the account's first that has `rights`, else its first."""
    wanted = wanted_role()
    if wanted is not None:
        return wanted
    account = app.desk.read.account(login)
    roles = frozenset[Role]() if account is None else account.moderator.roles
    return min(roles, key=lambda role: (not rights_of(role).issuperset(rights), role), default=None)


def moderator_of(app: "App", login: str) -> Moderator:
    """Return the account that a command names, or raise UsageError."""
    account = app.desk.read.account(login)
    if account is None:
        msg = f"There is no account “{login}”."
        raise UsageError(msg)
    return account.moderator


def _kept(terminal: Keeps, login: str) -> Secret | None:
    try:
        return terminal.secrets.get(terminal.own(f"login:{login}"))
    except (SecretError, StoreError):  # no keyring, or no desk: the password is asked for instead
        return None
