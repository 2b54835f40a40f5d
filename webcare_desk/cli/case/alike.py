"""`case alike`, `judge`: cases that may be the same one, and what a person said of them."""

import click

from webcare_desk.actions.cases import JudgeLikeness
from webcare_desk.casebook.alike import proposed
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.domain.likeness import Judgement, latest
from webcare_desk.domain.moderator import Right


@click.command()
@click.argument("number", type=NUMBER, required=False)
@json_option
@pass_terminal
def alike(terminal: Terminal, number: int | None, *, as_json: bool) -> None:
    """List the cases that may be case NUMBER and what was said of it; without it, all that was said.

    A case of which was said that it is another one is not proposed again.
    """
    with terminal.looking(is_told=True) as (app, actor):
        tell(app, actor, case=number)
        read = app.desk.read
        names = {each.id: each.name for each in read.moderators()}
        found = () if number is None else proposed(read, number)
        said = read.likenesses(number)
        said = said if number is None else list(latest(said, number).values())
    if as_json:
        say_json({"possible": found, "said": said})
        return
    rows = [
        (each.known.escalation, each.known.reference, each.likeness, shortened(each.known.text, 60))
        for each in found
    ]
    if number is not None:
        say_table(("case", "number", "% alike", "words"), rows)
    told = [
        (each.case, each.other, each.judgement.value, names.get(each.by, each.by), when(each.at))
        for each in said
    ]
    say_table(("case", "and case", "said", "by", "when"), told)


@click.command()
@click.argument("number", type=NUMBER)
@click.argument("other", type=NUMBER)
@click.option("--as", "judgement", type=Member(Judgement), required=True, help="What it is.")
@pass_terminal
def judge(terminal: Terminal, number: int, other: int, judgement: Judgement) -> None:
    """Say whether case OTHER is the same as case NUMBER; the last word counts."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        app.desk.perform(JudgeLikeness(number, other, judgement), actor)
    say(plain(f"Cases {number} and {other}: {judgement.value}."))
