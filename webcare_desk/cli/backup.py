"""`backup`: make one, see which there are, prove them."""

from typing import TYPE_CHECKING

import click

from webcare_desk.cli.restore import confirm, restore
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.domain.backup import Backup


@click.group()
def backup() -> None:
    """Make, list, verify and restore backups of the desk."""


@backup.command()
@json_option
@pass_terminal
def make(terminal: Terminal, *, as_json: bool) -> None:
    """Copy the desk while it works, prove the copy, and record it."""
    from webcare_desk.backups.make import make_backup

    with terminal.acting(Right.CONFIGURE) as (app, actor):
        made = make_backup(app, actor)
    if as_json:
        say_json(made)
    else:
        say(f"{made.name}: {made.entries} entries, {made.size / 1e6:.1f} MB, verified.")


@backup.command("list")
@json_option
@pass_terminal
def list_backups(terminal: Terminal, *, as_json: bool) -> None:
    """List the backups, the newest first; this needs no desk that opens, and no login."""
    from webcare_desk.backups.shelf import backups_of

    found = backups_of(terminal.folder)
    if as_json:
        say_json(found)
    else:
        _show(found)


def _show(found: "list[Backup]") -> None:
    say_table(
        ("backup", "made", "MB", "entries", "last entry", "root", "problem"),
        (
            (
                each.name,
                when(each.made_at),
                f"{each.size / 1e6:.1f}",
                each.entries,
                when(each.last_at or None),
                each.root[:16],
                plain(each.problem),
            )
            for each in found
        ),
    )


@backup.command()
@click.argument("names", nargs=-1)
@json_option
@pass_terminal
@click.pass_context
def verify(
    ctx: click.Context, terminal: Terminal, names: tuple[str, ...], *, as_json: bool
) -> None:
    """Check every page, entry, text and row of the backups NAMES, or of all."""
    from webcare_desk.backups.shelf import backup_named, backups_of
    from webcare_desk.backups.verify import flaw_of

    chosen = [backup_named(terminal.folder, name) for name in names]
    found = chosen or backups_of(terminal.folder)
    if not found:
        msg = f"There is no backup in {terminal.folder}."
        raise UsageError(msg)
    flaws = {each.name: flaw_of(terminal.folder, each) for each in found}
    if as_json:
        say_json([{"backup": name, "flaw": flaw or None} for name, flaw in flaws.items()])
    else:
        for name, flaw in flaws.items():
            say(f"{name}: {plain(flaw) or 'holds'}")
    ctx.exit(int(any(flaws.values())))


backup.add_command(restore)
backup.add_command(confirm)
