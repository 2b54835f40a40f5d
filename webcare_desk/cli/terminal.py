"""What every command gets: the desk's folder, the secrets, and the way to a window."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Right, Role, is_followed, rights_of
from webcare_desk.errors import DeniedError, SecretError, StoreError, UsageError, WebcareError
from webcare_desk.paths import default_desk_dir
from webcare_desk.typed import typeable
from webcare_desk.vault.registered import own_name, read_verifier
from webcare_desk.vault.secret import Secret, Secrets

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.cli.login import Entered

SERVICE = "webcare-desk"
_KEPT_DEMO = "This demo is over and its keys are gone: its desk can be read, but not changed."


class OpenWindow(Protocol):
    """How the program opens the window; the command line does not know Qt."""

    def __call__(
        self, app: "App", actor: Actor | None, *, screenshot: Path | None, language: str | None
    ) -> int:
        """Show the window until it is closed; return the exit code."""


class OpenRescue(Protocol):
    """How the program shows what can be done about a desk that cannot be opened."""

    def __call__(
        self, folder: Path, secrets: Secrets, problem: WebcareError, *, language: str | None
    ) -> bool:
        """Show it; say whether to open the desk again."""


class SystemKeyring:
    """The system's keyring, looked for when the first secret is asked for.

    A desk can be read where there is none: only what needs a secret fails.
    """

    def get(self, name: str) -> Secret | None:
        """Return the secret called `name`, or None."""
        return self._kept.get(name)

    def put(self, name: str, secret: Secret) -> None:
        """Keep `secret` under `name`."""
        self._kept.put(name, secret)

    def forget(self, name: str) -> None:
        """Remove the secret called `name`."""
        self._kept.forget(name)

    @cached_property
    def _kept(self) -> Secrets:
        from webcare_desk.vault.keyring import KeyringSecrets

        return KeyringSecrets(SERVICE)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command runs."""

    open_window: OpenWindow
    secrets: Secrets
    folder: Path
    open_rescue: OpenRescue | None = None

    def own(self, name: str) -> str:
        """Return under which name the keyring has a secret of this desk; StoreError without one."""
        return own_name(read_verifier(self.folder), name)

    @contextlib.contextmanager
    def opened(self, *, records: bool = True) -> Iterator["App"]:
        """Open the desk for a while; UsageError when there is none.

        Who only checks it leaves the log as it is: that settings changed `records` another.
        """
        from webcare_desk.app import has_desk, open_app
        from webcare_desk.settings import read_settings

        if not has_desk(self.folder):
            raise UsageError(no_desk(self.folder))
        app = open_app(self.folder, self.secrets, None if records else read_settings(self.folder))
        try:
            yield app
        finally:
            app.close()

    @contextlib.contextmanager
    def reading(self, *rights: Right) -> Iterator["App"]:
        """Open the desk to read; on a real one this asks for a login with `rights`, or READ."""
        with self.looking(*rights) as (app, _):
            yield app

    @contextlib.contextmanager
    def looking(
        self, *rights: Right, is_told: bool = False
    ) -> Iterator[tuple["App", Actor | None]]:
        """Open the desk to read, with who looks: nobody on a demo desk.

        Where nothing can be recorded whoever could log in reads, as in the window. A command
        that tells the log itself what is read, by `tell`, says so with `is_told`.
        """
        needed = rights or (Right.READ,)
        with self.opened() as app:
            if app.is_demo:
                yield app, None
                return
            if app.read_only:
                yield app, _recognised(self, app, needed)
                return
            with _session(self, app, needed) as entered:
                if not is_told:
                    tell(app, entered.actor)
                yield app, entered.actor

    @contextlib.contextmanager
    def acting(self, *rights: Right) -> Iterator[tuple["App", Actor]]:
        """Open the desk to act: log in, and out again when the command is over."""
        with self.entering(*rights) as (app, entered):
            yield app, entered.actor

    @contextlib.contextmanager
    def entering(self, *rights: Right) -> Iterator[tuple["App", "Entered"]]:
        """Open the desk to act, and tell by which password somebody entered."""
        with self.opened() as app, _session(self, app, rights) as entered:
            yield app, entered


pass_terminal = click.make_pass_decorator(Terminal)


def terminal_of(open_window: OpenWindow, open_rescue: OpenRescue | None = None) -> Terminal:
    """Return the terminal of this process, at the desk of this person."""
    return Terminal(open_window, SystemKeyring(), default_desk_dir(), open_rescue)


def no_desk(folder: Path) -> str:
    """Return the sentence for a folder without a desk."""
    return (
        f"There is no desk in {folder}: make one with `webcare-desk init`, "
        "or name another folder with `--desk DIR`."
    )


@contextlib.contextmanager
def _session(terminal: Terminal, app: "App", rights: Sequence[Right]) -> Iterator["Entered"]:
    """Log in for a while. A desk that only reads asks for no password in vain."""
    from webcare_desk import people
    from webcare_desk.cli.login import credentials, entered_by, role_for

    if app.read_only:
        raise SecretError(_KEPT_DEMO if app.is_demo else app.read_only)
    login, password = credentials(terminal)
    entered = entered_by(terminal, app, login, password, role_for(app, login, *rights))
    try:
        _renew_key(app)
        _require(rights, entered.actor.role)
        yield entered
    finally:
        # What went wrong before is told; a log that cannot be written then adds nothing.
        with contextlib.suppress(StoreError):
            people.log_out(app.desk, entered.actor)


def _require(rights: Sequence[Right], role: Role) -> None:
    for right in rights:
        if right not in rights_of(role):
            able = ", ".join(
                each for each in Role if right in rights_of(each) and each != Role.SYSTEM
            )
            msg = (
                f"The role {role.value} may not do this: it lacks the right “{right.value}”. "
                f"These roles have it: {able}."
            )
            raise DeniedError(msg)


def _recognised(terminal: Terminal, app: "App", rights: Sequence[Right]) -> Actor:
    """Return who reads a desk on which no login can be recorded, and say why none can."""
    from webcare_desk import people
    from webcare_desk.cli.login import credentials, role_for, with_more

    login, password = credentials(terminal)
    account = with_more(
        terminal.secrets, lambda more: people.recognise(app.desk, login, password, more)
    )
    role = role_for(app, login, *rights)
    if role not in account.moderator.roles:
        msg = f"The account “{login}” has not this role."
        raise DeniedError(msg)
    _require(rights, role)
    click.echo(typeable(app.read_only), err=True)
    return Actor(account.moderator.id, role, "")


def _renew_key(app: "App") -> None:
    """Give the log a new key if it is time; work goes on with the old one where that fails."""
    try:
        app.rotate_key_when_due()
    except (SecretError, StoreError) as error:
        click.echo(f"The key of the log was not changed: {error}", err=True)


def tell(
    app: "App",
    actor: Actor | None,
    *,
    comment: int | None = None,
    case: int | None = None,
    leaves: bool = False,
) -> None:
    """Log what somebody reads whose reading is followed: the command, never its words.

    Of anybody, where it `leaves` the desk; `comment` or `case` says whose words they are.
    """
    if actor is None or app.read_only:
        return
    if leaves or is_followed(actor.role):
        from webcare_desk import actions

        context, words = click.get_current_context(), list[str]()
        while context.parent is not None:  # not the first word, which is how the program is called
            words.insert(0, context.info_name or "")
            context = context.parent
        app.desk.perform(actions.Read(Name("-".join(words)), comment, case), actor)
