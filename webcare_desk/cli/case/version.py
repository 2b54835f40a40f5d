"""`case follow-up`, `amend`, `correct`, `nullify`, `send`, `close`: the life of a case."""

from collections.abc import Callable
from dataclasses import replace

import click

from webcare_desk.actions.cases import CloseCase, QueueVersion
from webcare_desk.casebook import versions
from webcare_desk.casebook.versions import News
from webcare_desk.cli.case.parts import parts_options
from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.show import plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.desk import Desk
from webcare_desk.domain.case_parts import Edit, Removed
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.e2b import Null, Value
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.errors import UsageError

_Make = Callable[[Desk, int, Actor, News], CaseStanding]
_set = click.option(
    "--set",
    "elements",
    multiple=True,
    metavar="ELEMENT=VALUE",
    help="An element of the report that changes, such as G.k.4.r.7=AB12 or E.i[2]/E.i.7=1; "
    "(UNK) says why it has none.",
)
_base = click.option(
    "--base",
    type=NUMBER,
    help="The version whose places are meant (E.i[2]), as `case show` gives them; it is refused "
    "where there is a later one.",
)
_hold = click.option("--hold", is_flag=True, help="Keep it back; `case send` queues it.")


@click.command("follow-up")
@click.argument("number", type=NUMBER)
@click.option("--words", required=True, help="What is new, for PV.")
@moment_option("--received", "When it reached us; else now.")
@_set
@_base
@_hold
@parts_options
@pass_terminal
def follow_up(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    number: int,
    words: str,
    received: int | None,
    elements: tuple[str, ...],
    *,
    edits: tuple[Edit, ...],
    base: int | None,
    hold: bool,
) -> None:
    """Tell PV what is new about case NUMBER."""
    news = News(words, _elements(elements), received, not hold, edits, base)
    _make(terminal, number, versions.follow_up, news)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True, help="Why the report is changed.")
@_set
@_base
@_hold
@parts_options
@pass_terminal
def amend(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    number: int,
    reason: str,
    elements: tuple[str, ...],
    *,
    edits: tuple[Edit, ...],
    base: int | None,
    hold: bool,
) -> None:
    """Change what was told wrongly about case NUMBER; nothing new was received."""
    news = News(reason, _elements(elements), None, not hold, edits, base)
    _make(terminal, number, versions.amend, news)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--words", required=True, help="What was mended.")
@_set
@_base
@_hold
@parts_options
@pass_terminal
def correct(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    number: int,
    words: str,
    elements: tuple[str, ...],
    *,
    edits: tuple[Edit, ...],
    base: int | None,
    hold: bool,
) -> None:
    """Mend the report of case NUMBER that was refused, and send it again."""
    news = News(words, _elements(elements), None, not hold, edits, base)
    _make(terminal, number, versions.correct, news)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True, help="Why the report is taken back; PV reads it.")
@pass_terminal
def nullify(terminal: Terminal, number: int, reason: str) -> None:
    """Take back the report of case NUMBER."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        _say(versions.nullify(app.desk, number, actor, reason, app.protocol.openings.zone))


@click.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def send(terminal: Terminal, number: int) -> None:
    """Queue the version of case NUMBER that was kept back."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        app.desk.perform(QueueVersion(number), actor)
    say(f"Case {number} is queued for PV.")


@click.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def close(terminal: Terminal, number: int) -> None:
    """Close case NUMBER, on which PV has decided."""
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        app.desk.perform(CloseCase(number), actor)
    say(f"Case {number} is closed.")


def _make(terminal: Terminal, number: int, make: _Make, news: News) -> None:
    is_by_place = any(isinstance(each, Removed) for each in news.edits) or "[" in "".join(
        news.changed
    )
    if news.base is None and is_by_place:
        msg = "Say with --base of which version the places are; `case show` names it."
        raise UsageError(msg)
    with terminal.acting(Right.ESCALATE) as (app, actor):
        filed = replace(news, zone=app.protocol.openings.zone)
        _say(make(app.desk, number, actor, filed))


def _say(standing: CaseStanding) -> None:
    say(plain(f"Case {standing.case}, version {standing.number}: {standing.state.value}."))


def _elements(given: tuple[str, ...]) -> dict[str, Value | None]:
    found: dict[str, Value | None] = {}
    for each in given:
        code, sign, value = each.partition("=")
        if not sign or not code.strip():
            msg = f"“{each}” is not an element with its value, such as G.k.4.r.7=AB12."
            raise UsageError(msg)
        flavour = value.strip().removeprefix("(").removesuffix(")")
        is_null = value.strip() == f"({flavour})" and flavour in Null.__members__
        found[code.strip()] = Null[flavour] if is_null else value or None
    return found
