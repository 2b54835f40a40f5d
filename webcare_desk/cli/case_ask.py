"""`case questions`, `ask`, `asked`: hearing more from the poster, each attempt kept."""

import click

from webcare_desk.actions.cases import AskPoster, EndInquiry
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.moderator import Right
from webcare_desk.pv.questions import approved, private_text, public_text

_language = click.option(
    "--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of both."
)


@click.command()
@json_option
@pass_terminal
def questions(terminal: Terminal, *, as_json: bool) -> None:
    """List the approved questions, and the attempts that wait for their end."""
    with terminal.reading() as app:
        waiting = app.desk.read.open_inquiries()
    if as_json:
        say_json({"approved": approved(), "waiting": waiting})
        return
    say_table(("question", "nl", "en"), [(each.id, each.nl, each.en) for each in approved()])
    rows = [(each.id, each.case, each.attempt, when(each.due_at)) for each in waiting]
    if rows:
        say_table(("attempt", "case", "number", "due"), rows)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--question", "asked", multiple=True, required=True, help="An approved question.")
@_language
@pass_terminal
def ask(terminal: Terminal, number: int, asked: tuple[str, ...], language: str) -> None:
    """Print the two texts for the poster of case NUMBER, and record the attempt."""
    private = private_text(asked, language)
    with terminal.acting(Right.ESCALATE) as (app, actor):
        made = app.desk.perform(AskPoster(number, tuple(map(Name, asked))), actor)
    say(plain(f"{public_text(language)}\n\n--\n\n{private}"))
    say(f"Attempt {made} of case {number} is recorded.")


@click.command()
@click.argument("attempt", type=NUMBER)
@click.option("--outcome", type=Member(InquiryOutcome), required=True, help="How it ended.")
@pass_terminal
def asked(terminal: Terminal, attempt: int, outcome: InquiryOutcome) -> None:
    """Say how ATTEMPT ended; what was told goes to PV with `case follow-up`."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        found = app.desk.perform(EndInquiry(attempt, outcome), actor)
    say(f"Attempt {found.attempt} of case {found.case}: {outcome.value}.")
