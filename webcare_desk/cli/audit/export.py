"""`audit export`: the log for somebody else, as a file or as an inspection package."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.audit.filter import filter_of, rights_to_find
from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.disclosure import Disclosed
    from webcare_desk.domain.moderator import Actor
    from webcare_desk.store.base import LogFilter

_FILE = Place()


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "pdf", "html"]))
@click.option("--out", type=_FILE, help="The file to write; it must not be there yet.")
@click.option(
    "--package",
    type=_FILE,
    help="Write an inspection package (.zip) instead; of a whole large desk it takes minutes.",
)
@click.option("--actor", help="A login, or `system`.")
@click.option("--action", help="The name of an action, such as escalate.")
@click.option("--comment", type=NUMBER, help="Entries about this comment.")
@moment_option("--since", "Not before this moment.")
@moment_option("--until", "Before this moment.")
@click.option(
    "--words", default="", help="All of them stand in the comment, or in what is said of the act."
)
@pass_terminal
def export(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    form: str | None,
    out: Path | None,
    package: Path | None,
    actor: str | None,
    action: str | None,
    comment: int | None,
    since: int | None,
    until: int | None,
    words: str,
) -> None:
    """Write entries of the log to a file; that it was done is an entry itself.

    JSON Lines and the package can be checked without this program: the
    package holds the verifier that does it.
    """
    filters = (actor, action, since, until, words)
    if (package is None) == (form is None or out is None) or (package and any(filters)):
        msg = "Name --format and --out, or --package with at most --comment."
        raise UsageError(msg)
    rights = rights_to_find(words) if package is None else (Right.REVIEW, Right.READ)
    with terminal.acting(*rights) as (app, who):
        if package is not None:
            done = _package(app, who, comment, package)
        else:
            filter_ = filter_of(app, actor, action, comment, since, until, words)
            done = _file(app, who, str(form), filter_, Path(str(out)))
    say(
        f"{package or out}: {done.shown} of {done.size} entries; "
        f"entry {done.entry} records that you took them."
    )
    if package is not None:
        _say_whether_it_holds(done)


def _say_whether_it_holds(done: "Disclosed") -> None:
    if done.flaw is None:
        say("The package holds: its own verify.py checked it.")
        return
    say(f"The package was written, and its own verify.py says: {done.flaw}")
    click.get_current_context().exit(1)


def _file(app: "App", who: "Actor", form: str, filter_: "LogFilter", out: Path) -> "Disclosed":
    from webcare_desk.actions import ExportForm
    from webcare_desk.disclosure import Order, export_log

    return export_log(Order(app.desk, who, app.verifier, out), ExportForm(form), filter_)


def _package(app: "App", who: "Actor", comment: int | None, out: Path) -> "Disclosed":
    from webcare_desk.disclosure import Order, export_package

    return export_package(Order(app.desk, who, app.verifier, out), comment, app.folder)
