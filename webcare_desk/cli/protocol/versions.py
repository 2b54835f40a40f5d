"""`protocol versions` and `propose`: what was in force, and what another person is to approve."""

import click

from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.protocol.read import chosen
from webcare_desk.cli.show import json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError

#: An open desk does it by itself.
_THEN = "`protocol use` from that time on, where no open window has done it by then"


@click.command()
@json_option
@pass_terminal
def versions(terminal: Terminal, *, as_json: bool) -> None:
    """List every version that ever came into force, with the folder of its packs.

    Such a folder can be given to `show --root`, `diff` and `backtest`.
    """
    from webcare_desk.new_version import versions as all_versions

    with terminal.opened() as app:
        found = all_versions(app)
    if as_json:
        say_json(found)
        return
    rows = [
        (each.name, when(each.since), "yes" if each.is_in_force else "", each.digest, each.root)
        for each in found
    ]
    say_table(("version", "since", "in force", "digest", "packs"), rows)


@click.command()
@click.argument("new")
@click.option("--ask", metavar="WORDS", required=True, help="Say why, to the second person.")
@moment_option("--from", "When it comes into force; now if it is left out.", target="begins")
@pass_terminal
def propose(terminal: Terminal, new: str, ask: str, begins: int | None) -> None:
    """Ask for the packs beside NEW, an id or a folder, to come into force.

    NEW is the pack that the settings name, or a folder of that name. They are kept
    as they are now, and exactly that is signed. After another person has approved
    (`approval approve`), the desk takes them over at that time: an open window by
    itself, and otherwise `protocol use`. From then on this copy is what the desk
    works by, and the folder in its settings does not count.
    """
    from webcare_desk.cli.asking import asked
    from webcare_desk.domain.moderator import Right
    from webcare_desk.new_version import lay_down

    root, (pack,) = chosen(terminal, new, None)
    with terminal.acting(Right.CONFIGURE) as (app, actor):
        if pack != app.settings.pack:
            msg = (
                f"The settings name the pack {app.settings.pack}, and this is {pack}: "
                f'set `pack = "{pack}"` under [desk] in desk.toml first.'
            )
            raise UsageError(msg)
        at = app.desk.clock() if begins is None else begins
        change = lay_down(app, root, at)
        asked(app, actor, change.wanted, ask, _THEN)
        say(f"{change.name} is to come into force on {when(at)}: {change.protocol.digest}.")


COMMANDS = (versions, propose)
