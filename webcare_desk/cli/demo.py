"""`demo`: the desk on a fictional community, in a window or in the terminal."""

import locale
import os
from pathlib import Path

import click
from click.core import ParameterSource

from webcare_desk.cli.display import require_display
from webcare_desk.cli.kinds import Picture, Place
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError, WebcareError

LANGUAGES = click.Choice(["nl", "en"])


@click.command()
@click.option("--screenshot", type=Picture(), help="Draw the window into a PNG.")
@click.option("--headless", is_flag=True, help="Go the whole way in the terminal.")
@click.option("--keep", type=Place(), help="Leave the demo's desk in a folder.")
@click.option("--language", type=LANGUAGES, help="Of the window or the lines.")
@pass_terminal
@click.pass_context
def demo(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    terminal: Terminal,
    screenshot: Path | None,
    keep: Path | None,
    language: str | None,
    *,
    headless: bool,
) -> None:
    """Try the desk on a made-up community; its secrets stay in memory.

    --desk DIR before the command is --keep DIR here.
    """
    is_named = ctx.find_root().get_parameter_source("desk") is ParameterSource.COMMANDLINE
    keep = keep or (terminal.folder if is_named else None)
    chosen = language or spoken()
    if headless and screenshot is not None:
        msg = "Choose one: --headless has no window to draw into a screenshot."
        raise UsageError(msg)
    if headless:
        ctx.exit(_in_terminal(keep, chosen))
    if screenshot is None:
        require_display("demo")
    ctx.exit(_in_window(terminal, keep, chosen, screenshot))


def spoken() -> str:
    """Return the language of the person, as the system knows it: `nl` or `en`."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    said = named or _set_in_the_system()
    return "nl" if said.lower().startswith(("nl", "dutch")) else "en"


def _set_in_the_system() -> str:
    """Return the system's own locale, such as nl_NL or Dutch_Belgium: Windows names it nowhere else."""
    try:
        return locale.getlocale()[0] or ""
    except ValueError:  # macOS may name an encoding alone
        return ""


def _in_terminal(keep: Path | None, language: str) -> int:
    """Print the journey; what goes astray is a finding."""
    from webcare_desk.demo.journey import journey
    from webcare_desk.demo.stage import Stage

    with Stage(keep, language=language, undo_seconds=0) as stage:
        try:
            for line in journey(stage):
                click.echo(str(line))
        except WebcareError as error:
            click.echo(f"webcare-desk: {error}", err=True)
            return 1
    return 0


def _in_window(
    terminal: Terminal, keep: Path | None, language: str, screenshot: Path | None
) -> int:
    from webcare_desk.demo.stage import PACE, SUPERVISOR, Stage
    from webcare_desk.domain.moderator import Role

    pace = PACE if screenshot is None else None
    with Stage(keep, language=language, pace=pace) as stage:
        actor = stage.enter(SUPERVISOR, Role.SUPERVISOR)
        if screenshot is None:
            own = stage.own_password(SUPERVISOR, actor).reveal()
            click.echo(f"To sign in this demo: login {SUPERVISOR.login}, password {own}")
        return terminal.open_window(stage.app, actor, screenshot=screenshot, language=language)
