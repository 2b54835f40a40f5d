"""`source`: set the sources up, read them, and see what was covered and what was not."""

from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.kinds import LIMIT, NUMBER
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.source import setup
from webcare_desk.cli.source.hours import hours
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.why import reason_option
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Right, program_for
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App


@click.group()
def source() -> None:
    """Set the sources up, read them, and see what was covered."""


for _command in (*setup.COMMANDS, hours):
    source.add_command(_command)


@source.command("list")
@json_option
@pass_terminal
def list_sources(terminal: Terminal, *, as_json: bool) -> None:
    """List the sources of the settings."""
    with terminal.reading(Right.SESSION) as app:
        found = app.settings.sources
    if as_json:
        say_json(found)
    else:
        rows = [(each.name, each.kind.value, each.url, each.user) for each in found]
        say_table(("source", "kind", "address", "user"), rows)


@source.command()
@click.argument("name", required=False)
@json_option
@pass_terminal
@click.pass_context
def poll(ctx: click.Context, terminal: Terminal, name: str | None, *, as_json: bool) -> None:
    """Read the source NAME, or all of them; what was not covered is a finding.

    It takes the right to classify; the log names who asked for it.
    """
    from webcare_desk import rounds

    with terminal.acting(Right.CLASSIFY) as (app, actor):
        if not app.settings.sources:
            msg = f"No source is set: name one in {app.folder / 'desk.toml'}."
            raise UsageError(msg)
        app.put_protocol_in_force()
        names = app.connectors if name is None else (name,)
        found = [rounds.poll_source(app, each, program_for(actor)) for each in names]
    if as_json:
        say_json(found)
    else:
        _show_coverage([(None, each) for each in found])
    ctx.exit(int(any(each.state is not CoverageState.COMPLETE for each in found)))


@source.command()
@click.argument("name", required=False)
@click.option("--gaps", is_flag=True, help="Only what did not cover and nobody has explained.")
@click.option("--limit", type=LIMIT, default=20, show_default=True, help="How many polls.")
@json_option
@pass_terminal
def coverage(
    terminal: Terminal, name: str | None, limit: int, *, gaps: bool, as_json: bool
) -> None:
    """List the last polls of the source NAME, or of all, the newest first."""
    with terminal.reading(Right.SESSION) as app:
        if name is not None:
            _require_source(app, name)
        found = _gaps(app, name) if gaps else _polls(app, name, limit)
    if as_json:
        say_json([{"gap": gap, "poll": each} for gap, each in found])
    else:
        _show_coverage(found)


def _require_source(app: "App", name: str) -> None:
    """Refuse a source that is neither set nor was ever read: of it “no gap” would be said."""
    known = dict.fromkeys(each.name for each in app.settings.sources)
    known |= dict.fromkeys(each.source for each in app.desk.read.coverage())
    if name not in known and not app.desk.read.coverage(name, 1):
        msg = f"There is no source “{plain(name)}” here (there is: {', '.join(known) or 'none'})."
        raise UsageError(msg)


def _gaps(app: "App", name: str | None) -> list[tuple[int | None, Coverage]]:
    return [(gap, each) for gap, each in app.desk.read.gaps() if name in {None, each.source}]


def _polls(app: "App", name: str | None, limit: int) -> list[tuple[int | None, Coverage]]:
    return [(None, each) for each in app.desk.read.coverage(name, limit)]


def _show_coverage(found: list[tuple[int | None, Coverage]]) -> None:
    say_table(
        ("gap", "source", "ended", "state", "seen", "new or changed", "expected", "problem"),
        (
            (
                gap,
                each.source,
                when(each.ended_at),
                each.state.value,
                each.seen,
                each.added,
                each.expected,
                plain(each.problem or ""),
            )
            for gap, each in found
        ),
    )


@source.command()
@click.argument("gap", type=NUMBER)
@reason_option(actions.ExplainGap)
@pass_terminal
def explain(terminal: Terminal, gap: int, reason: Reason, because: str) -> None:
    """Say that the gap GAP is explained; `source coverage --gaps` lists them."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        app.desk.perform(actions.ExplainGap(gap, reason, because), actor)
        say(f"Gap {gap} is explained.")
