"""`comment reply`, `hide`, `unhide`, `delete`: what leaves the desk, by the outbox."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.files import read_file
from webcare_desk.cli.kinds import NUMBER, Member, Place
from webcare_desk.cli.made_up import why_made_up
from webcare_desk.cli.show import plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.why import reason_option
from webcare_desk.domain.audit import Name
from webcare_desk.domain.bars import Limits, stops_of
from webcare_desk.domain.finding import ANSWERED, Language
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.domain.reason import HIDING, SHOWING, Reason, Why
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.spans import SECOND
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.protocol.model import Template

_LARGEST = 2**20


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--template", help="An approved text, by its id.")
@click.option(
    "--language", type=Member(Language, only=ANSWERED), help="Of the template; else the comment's."
)
@click.option("--fill", multiple=True, metavar="BLANK=TEXT", help="Fill a blank of the template.")
@click.option("--text", help="The reply itself.")
@click.option("--file", type=Place(), help="The reply itself, in a file.")
@click.option(
    "--preview",
    is_flag=True,
    help="Print the reply, and what keeps it from leaving (exit code 1); send nothing.",
)
@pass_terminal
@click.pass_context
def reply(  # noqa: PLR0913, PLR0917 - the options of the command
    ctx: click.Context,
    terminal: Terminal,
    number: int,
    template: str | None,
    language: Language | None,
    fill: tuple[str, ...],
    text: str | None,
    file: Path | None,
    *,
    preview: bool,
) -> None:
    """Answer comment NUMBER in public, from a template or in your own words."""
    if sum(given is not None for given in (template, text, file)) != 1:
        msg = "Give the reply in one way: --template, --text or --file."
        raise UsageError(msg)
    with terminal.acting(Right.REPLY) as (app, actor):
        body = text if text is not None else _read(file)
        lost: tuple[str, ...] = ()
        if template is not None:
            body, lost = _composed(app, actor, number, (template, language, fill))
        stops = _stops(app, number, body, lost)
        if preview:
            ctx.exit(_previewed(body, stops))
        for stop in stops:
            raise UsageError(stop)
        name = None if template is None else Name(template)
        queued = actions.QueueReply(number, body, name, _hold(app))
        delivery = app.desk.perform(queued, actor)
        say(f"The reply is delivery {delivery}; it leaves in {app.settings.undo_seconds} s.")
        if why := why_made_up(app):
            say(why)


def _previewed(body: str, stops: list[str]) -> int:
    """Print a reply, and beside it why it cannot leave; return the exit code."""
    say(plain(body))
    for stop in stops:
        click.echo(plain(stop), err=True)
    return int(bool(stops))


def _read(file: Path | None) -> str:
    """Return the words in a file, without the mark of the encoding that Notepad begins it with."""
    try:
        return "" if file is None else read_file(file, _LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"The file {file} cannot be read as text."
        raise UsageError(msg) from error


def _composed(
    app: "App", actor: Actor, number: int, chosen: tuple[str, Language | None, tuple[str, ...]]
) -> tuple[str, tuple[str, ...]]:
    """Return the template filled, and the locked phrases that a `--fill` took out of it."""
    from webcare_desk import casework
    from webcare_desk.dossier import dossier
    from webcare_desk.protocol.locked import lost

    template, language, fill = chosen
    found = app.protocol.templates.get(template)
    if found is None or not found.public:
        msg = f"There is no template “{template}”; `comment show` names those that fit."
        raise UsageError(msg)
    file = dossier(app.desk, app.protocol, number)
    person = app.desk.read.moderator(actor.moderator)
    name = "" if person is None else person.name
    spoken = (language or file.comment.screening.spoken).value
    if spoken not in (known := dict(found.texts)):
        msg = f"There is no “{template}” in the comment's language; say it in --language {' or '.join(known)}."
        raise UsageError(msg)
    given = _given(fill, found, spoken)
    body = casework.filled(app.protocol, template, file, name, spoken, given).text
    return body, lost(app.protocol, found, spoken, body)


def _given(
    fill: tuple[str, ...], template: "Template", language: str
) -> tuple[tuple[str, str], ...]:
    """Return the blanks that were filled; each must be one of the template's, and given once."""
    from webcare_desk.protocol.model import words_in
    from webcare_desk.protocol.template import BLANK

    values = dict(each.split("=", 1) for each in fill if "=" in each)
    if len(values) < len(fill):
        msg = "Fill a blank as in --fill first_name=Marijke, each one once."
        raise UsageError(msg)
    blanks = dict.fromkeys(BLANK.findall(words_in(template.texts, language)))
    for name in values:
        if name not in blanks:
            msg = f"The template has no blank “{name}”; it has: {', '.join(blanks)}."
            raise UsageError(msg)
    return tuple(values.items())


def _stops(app: "App", number: int, body: str, lost: tuple[str, ...]) -> list[str]:
    """Return why a reply cannot leave: what shuts a gate in the window is a sentence here."""
    from webcare_desk.protocol.template import secret_names
    from webcare_desk.retrying import said_too_early
    from webcare_desk.sources import is_way, longest_reply

    comment, work = app.desk.read.comment(number), app.desk.read.work(number)
    if comment is None or work is None:
        msg = f"Comment {number} is not on this desk."
        raise UsageError(msg)
    longest = longest_reply(app.connectors, comment.source)
    names, way = secret_names(app.protocol), is_way(app.connectors, comment.source)
    early = said_too_early(app.desk.read, app.protocol, number, body)
    limits = Limits(work.visibility, longest, names, lost, is_way=way, unkept=early)
    return [stop.sentence for stop in stops_of(body, limits)]


def _hold(app: "App") -> int:
    return app.settings.undo_seconds * SECOND


def _change(terminal: Terminal, number: int, kind: DeliveryKind, why: Why) -> None:
    with terminal.acting(Right.HIDE) as (app, actor):
        act = actions.ChangeVisibility(number, kind, _hold(app), why.reason, why.words)
        delivery = app.desk.perform(act, actor)
        say(f"To {kind.value} comment {number} is delivery {delivery} in the outbox.")


@click.command()
@click.argument("number", type=NUMBER)
@reason_option(actions.ChangeVisibility, HIDING)
@pass_terminal
def hide(terminal: Terminal, number: int, reason: Reason, because: str) -> None:
    """Hide comment NUMBER from the public, on its platform."""
    _change(terminal, number, DeliveryKind.HIDE, Why(reason, because))


@click.command()
@click.argument("number", type=NUMBER)
@reason_option(actions.ChangeVisibility, SHOWING)
@pass_terminal
def unhide(terminal: Terminal, number: int, reason: Reason, because: str) -> None:
    """Show comment NUMBER to the public again."""
    _change(terminal, number, DeliveryKind.UNHIDE, Why(reason, because))


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--yes", is_flag=True, help="Confirm: on the platform it cannot be undone.")
@reason_option(actions.DeleteComment)
@pass_terminal
def delete(terminal: Terminal, number: int, reason: Reason, because: str, *, yes: bool) -> None:
    """Delete comment NUMBER on its platform; the desk keeps what it has seen."""
    if not yes:
        msg = "On the platform this cannot be undone: say --yes if you mean it."
        raise UsageError(msg)
    with terminal.acting(Right.DELETE) as (app, actor):
        act = actions.DeleteComment(number, _hold(app), reason, because)
        delivery = app.desk.perform(act, actor)
        say(f"To delete comment {number} is delivery {delivery} in the outbox.")
