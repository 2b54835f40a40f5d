"""`backup restore` and `backup confirm`: an earlier desk in place of this one."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.held import NOT_LOOKED_AT
from webcare_desk.cli.show import plain, say, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError
from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from pathlib import Path

    from webcare_desk.backups.restore import Standing
    from webcare_desk.people import More


@click.command()
@click.argument("name")
@click.option("--second", help="The login of a second person, where the log goes on anew.")
@click.option("--second-code", default="", help="The second person's code, if there is one.")
@click.option("--yes", is_flag=True, help="Do not ask before the files are exchanged.")
@pass_terminal
def restore(
    terminal: Terminal, name: str, second: str | None, second_code: str, *, yes: bool
) -> None:
    """Put backup NAME (or `latest`) in place of the desk; nothing is deleted.

    An older desk is another log than the one the keyring remembers: it goes on
    under a new name and key, and for that a second person gives a password too.
    On standard input that is the second line; a code, where the first person's
    account asks for one, is the line after it.

    Accounts closed, roles taken away, passwords replaced and legal holds set since
    are so again, where the present files can be read; `backup confirm` names each.

    The present files move into a folder of their own. The restored desk sends
    and reads nothing until two persons have confirmed it: `backup confirm`.
    """
    from webcare_desk.backups import restore as restoring
    from webcare_desk.backups.shelf import backup_named
    from webcare_desk.cli.login import with_more
    from webcare_desk.clock import now

    chosen = backup_named(terminal.folder, name)
    lost = restoring.lost_by(terminal.folder, chosen)
    say(f"{chosen.name}: {chosen.entries} entries, the last one at {when(chosen.last_at)}.")
    say(_told(lost))
    if not yes and not sys.stdin.isatty():
        msg = "Nothing was changed: say --yes if this backup is to stand in place of the desk."
        raise UsageError(msg)
    by = _standing(terminal, second, second_code)
    if not yes and not click.confirm("Put it in place of the desk?", err=True):
        msg = "Nothing was changed."
        raise UsageError(msg)

    def attempt(more: "More") -> "Path":
        who = replace(by, first=replace(by.first, more=more))
        return restoring.restore(terminal.folder, terminal.secrets, chosen, who, now())

    aside = with_more(terminal.secrets, attempt)
    say(f"Restored. The files that stood there are in {plain(str(aside))}.")
    say(typeable("Nothing is sent or read until this is confirmed: `webcare-desk backup confirm`."))


def _told(lost: Mapping[str, int] | None) -> str:
    """Say what would be lost."""
    if lost is None:
        return f"What came after it cannot be read: how much is lost is not known. {NOT_LOOKED_AT}"
    if not lost:
        return "Nothing came after it."
    acts = ", ".join(f"{count} × {name}" for name, count in sorted(lost.items()))
    return f"{sum(lost.values())} later entries are not in it: {acts}."


def _standing(terminal: Terminal, second: str | None, code: str) -> "Standing":
    from webcare_desk.backups.restore import Credentials, Standing
    from webcare_desk.cli.login import credentials, password_of, wanted_role
    from webcare_desk.people import More

    login, password = credentials(terminal)
    first = Credentials(login, password, wanted_role())
    if second is None:
        return Standing(first)
    return Standing(first, Credentials(second, password_of(second), more=More(code)))


@click.command()
@pass_terminal
def confirm(terminal: Terminal) -> None:
    """Let a restored desk send and read again; it takes two persons, each with this command.

    It says first what they confirm, and names each account and hold that is as it was before.
    """
    from webcare_desk.actions.restored import restore_wanted
    from webcare_desk.backups.confirm import confirm_restore
    from webcare_desk.cli.login import to_sign
    from webcare_desk.reports.asked import changes

    with terminal.acting(Right.RESTORE) as (app, actor):
        for line in changes(
            app.desk.read, restore_wanted(app.desk.read), stands=True, may_read=False
        ):
            say(plain(line))
        if confirm_restore(app.desk, actor, lambda: to_sign(app, actor)):
            say("The desk sends and reads again.")
        else:
            told = "You have signed. A second person confirms it: `webcare-desk backup confirm`."
            say(typeable(told))
