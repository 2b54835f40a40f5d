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
    """The commands of the group's own file, then those of a table, imported when asked for.

    The table: name → (`module:attribute`, help in a few words).
    """

    def __init__(self, table: Mapping[str, tuple[str, str]], **more: object) -> None:
        """Keep the table; nothing is imported yet."""
        super().__init__(**more)  # type: ignore[arg-type]  # click's own arguments
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they stand in the file, then those in the table."""
        del ctx
        return [*self.commands, *self._table]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, imported if the table has it, or None."""
        del ctx
        if cmd_name not in self._table:
            return self.commands.get(cmd_name)
        module, _, attribute = self._table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        _spell_out(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each is for, in the table's own words instead of importing it."""
        del ctx
        here = [(name, each.get_short_help_str(_LONGEST)) for name, each in self.commands.items()]
        later = [(name, words) for name, (_, words) in self._table.items()]
        with formatter.section("Commands"):
            formatter.write_dl([*here, *later])
