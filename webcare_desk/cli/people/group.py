"""`people`: accounts, their roles and passwords."""

from dataclasses import replace

import click

from webcare_desk import actions
from webcare_desk import people as accounts
from webcare_desk.actions.logins import require_free
from webcare_desk.cli.asking import asked
from webcare_desk.cli.kinds import Member
from webcare_desk.cli.login import forget_kept, moderator_of, new_secret
from webcare_desk.cli.people import entry
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.training import training
from webcare_desk.domain.approval import new_account, role_grant
from webcare_desk.domain.moderator import Right, Role, left_to_nobody
from webcare_desk.errors import UsageError

_ROLES = Member(Role, Role.SYSTEM)

_ask = click.option("--ask", metavar="WORDS", help="Ask for a second person, and say why.")


@click.group()
def people() -> None:
    """Accounts, roles, passwords; who enters, and who is trained."""


for _command in (*entry.COMMANDS, training):
    people.add_command(_command)


@people.command("list")
@json_option
@pass_terminal
def list_people(terminal: Terminal, *, as_json: bool) -> None:
    """List every account."""
    with terminal.reading(Right.SESSION) as app:
        found = app.desk.read.moderators()
    if as_json:
        say_json(found)
        return
    rows = [
        (each.login, each.name, ", ".join(sorted(each.roles)), "" if each.active else "closed")
        for each in found
    ]
    say_table(("login", "name", "roles", "closed"), rows)


@people.command()
@json_option
@pass_terminal
def online(terminal: Terminal, *, as_json: bool) -> None:
    """List the sessions that have not ended, the newest first."""
    with terminal.reading(Right.REVIEW) as app:
        found = app.desk.read.online()
        names = {each.id: each.login for each in app.desk.read.moderators()}
    if as_json:
        say_json(found)
        return
    rows = [
        (
            names.get(each.moderator, each.moderator),
            each.role.value,
            when(each.began_at),
            when(each.last_at),
        )
        for each in found
    ]
    say_table(("login", "as", "since", "last act"), rows)


@people.command()
@click.argument("login")
@click.argument("name")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True, help="One or more.")
@click.option(
    "--keep",
    is_flag=True,
    help="The person need not choose another password, and signs nothing before doing so.",
)
@_ask
@pass_terminal
def add(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    login: str,
    name: str,
    roles: tuple[Role, ...],
    ask: str | None,
    *,
    keep: bool,
) -> None:
    """Make an account LOGIN for the person NAME.

    On standard input your own password comes first, the new one in the next
    line. The person chooses another one when first entering. From the
    second person on who can approve it takes two persons: ask first, then do it.
    With --ask the next line is your own password once more, to sign; the new one comes later.
    """
    with terminal.acting(Right.ADMINISTER) as (app, actor):
        if not login.strip() or not name.strip():
            msg = "An account needs a login and a name."
            raise UsageError(msg)
        if ask is not None:
            require_free(app.desk.read, login)
            asked(app, actor, new_account(login, name, frozenset(roles)), ask)
            return
        password = new_secret(f"New password of {login}")
        accounts.add_moderator(
            app.desk, login, name, frozenset(roles), password, actor, is_temporary=not keep
        )
        say(f"The account {plain(login)} is made: {', '.join(sorted(roles))}.")
        if keep:
            say("It can sign nothing until the person sets another password: `people password`.")


@people.command()
@click.argument("login")
@click.option("--role", "roles", type=_ROLES, multiple=True, help="In place of those it has.")
@click.option("--closed/--open", default=None, help="Close the account, or open it again.")
@_ask
@pass_terminal
def roles(
    terminal: Terminal,
    login: str,
    roles: tuple[Role, ...],
    *,
    closed: bool | None,
    ask: str | None,
) -> None:
    """Give the account LOGIN other roles, or close it.

    A further role, or opening an account again, takes two persons: ask first, then do it.
    """
    if not roles and closed is None:
        msg = "Say what is to change: --role, --closed or --open."
        raise UsageError(msg)
    with terminal.acting(Right.ADMINISTER) as (app, actor):
        found = moderator_of(app, login)
        active = found.active if closed is None else not closed
        changed = actions.SetRoles(found.id, frozenset(roles) or found.roles, active)
        if ask is not None:
            asked(app, actor, role_grant(found, changed.roles, active=active), ask)
            return
        after = replace(found, roles=changed.roles, active=active)
        lost = left_to_nobody(app.desk.read.moderators(), after)
        app.desk.perform(changed, actor)
        held = ", ".join(sorted(changed.roles))
        say(f"The account {plain(login)} is {'open' if active else 'closed'}: {held}.")
        for role in lost:
            say(f"Nobody may do any more what only {role.value} may: give somebody that role.")


@people.command()
@click.argument("login", required=False)
@pass_terminal
def password(terminal: Terminal, login: str | None) -> None:
    """Set your own password, or as an administrator that of LOGIN.

    On standard input your present password comes first, the new one in the next line;
    so too where it was given to you and is to be changed at once.
    """
    if login is None:
        login = _own_password(terminal)
    else:
        with terminal.acting(Right.ADMINISTER) as (app, actor):
            found = moderator_of(app, login)
            accounts.set_password(app.desk, found.id, new_secret("New password"), actor)
            login = found.login
    say("The password is set.")
    if forget_kept(terminal, login):
        say("The keyring has forgotten the one before: `people remember` keeps this one.")


def _own_password(terminal: Terminal) -> str:
    """Let who enters choose another password, where entering has not asked for one already."""
    with terminal.entering(Right.SESSION) as (app, entered):
        if entered.chosen == entered.given:
            by = entered.actor
            accounts.set_password(app.desk, by.moderator, new_secret("New password"), by)
    return entered.login


@people.command()
@pass_terminal
def remember(terminal: Terminal) -> None:
    """Keep your password in the keyring, so that commands ask for none.

    Of a password that is to be changed, the new one comes in the next line, and is kept.
    """
    with terminal.entering(Right.SESSION) as (_, entered):
        terminal.secrets.put(terminal.own(f"login:{entered.login}"), entered.chosen)
    say(f"The password of {plain(entered.login)} is in the keyring.")
