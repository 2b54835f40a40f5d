"""`case questions`, `ask`, `asked`: hearing more from the poster, each attempt kept."""

import click

from webcare_desk.actions.cases import AskPoster, EndInquiry
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import TOLD, InquiryOutcome, Invitation
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import SECOND
from webcare_desk.pv.questions import approved, private_text

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
    rows = [(each.id, each.case, each.attempt, when(each.due_at), each.alarm) for each in waiting]
    if rows:
        say_table(("attempt", "case", "number", "due", "alarmed"), rows)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--question", "asked", multiple=True, required=True, help="An approved question.")
@_language
@click.option("--by-hand", is_flag=True, help="Only record it: you asked in another way.")
@pass_terminal
def ask(
    terminal: Terminal, number: int, asked: tuple[str, ...], language: str, *, by_hand: bool
) -> None:
    """Invite the poster of case NUMBER in public, and print the questions for in private.

    The attempt is recorded. The invitation is a reply of the outbox, with its undo window.
    """
    private = private_text(asked, language)
    with terminal.acting(Right.ESCALATE) as (app, actor):
        seconds = app.settings.undo_seconds
        posted = None if by_hand else Invitation(language, seconds * SECOND)
        made = app.desk.perform(AskPoster(number, tuple(map(Name, asked)), posted), actor)
    say(plain(private))
    said = f"Attempt {made.attempt} of case {number} is recorded (number {made.id})."
    if made.delivery is not None:
        said += f" The invitation in public is delivery {made.delivery}; it leaves in {seconds} s."
    say(said)


@click.command()
@click.argument("attempt", type=NUMBER)
@click.option(
    "--outcome", type=Member(InquiryOutcome, only=TOLD), required=True, help="How it ended."
)
@pass_terminal
def asked(terminal: Terminal, attempt: int, outcome: InquiryOutcome) -> None:
    """Say how ATTEMPT ended; what was told goes to PV with `case follow-up`."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        found = app.desk.perform(EndInquiry(attempt, outcome), actor)
    say(f"Attempt {found.attempt} of case {found.case}: {outcome.value}.")
