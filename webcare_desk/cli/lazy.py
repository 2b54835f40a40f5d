"""A group whose commands are imported when they are asked for, so that `--help` is quick."""

from collections.abc import Mapping
from importlib import import_module

import click

_LONGEST = 1000


def _spell_out(command: click.Command) -> None:
    """Let a group list what each command does in a whole sentence: click would cut it short."""
    for each in getattr(command, "commands", {}).values():
        each.short_help = each.get_short_help_str(_LONGEST)
        _spell_out(each)


class LazyGroup(click.Group):
    """A click group over a table: name → (`module:attribute`, help in a few words)."""

    def __init__(self, table: Mapping[str, tuple[str, str]], **more: object) -> None:
        """Keep the table; nothing is imported yet."""
        super().__init__(**more)  # type: ignore[arg-type]  # click's own arguments
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command called `cmd_name`, or return None."""
        del ctx
        if cmd_name not in self._table:
            return None
        module, _, attribute = self._table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        _spell_out(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table's own words instead of importing every command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in self._table.items()])
