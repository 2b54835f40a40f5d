"""`comment escalate`: to PV, with all that the window's form says of a case."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from webcare_desk.casebook.filing import filing_of
from webcare_desk.cli.held import why_held
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.made_up import why_made_up
from webcare_desk.cli.pv_way import receiver, why_new_way
from webcare_desk.cli.show import due, plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.intake import CHOICES, Ask, is_same, told
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.domain.icsr import SafetyCase

Criteria = tuple[tuple[Criterion, Evidence], ...]
_IN_PLACE = "In place of those found; empty for none."


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--situation", multiple=True, type=Member(Situation), help="In place of those found.")
@click.option(
    "--criterion",
    "criteria",
    multiple=True,
    type=(Member(Criterion), Member(Presence)),
    metavar="CRITERION ANSWER",
    help="Answer one of the four in place of what was found: event present.",
)
@click.option("--product", multiple=True, metavar="WORDS", help=_IN_PLACE)
@click.option("--event", multiple=True, metavar="WORDS", help=_IN_PLACE)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    type=(Member(Ask), str),
    metavar="QUESTION ANSWER",
    help=f"Answer a question of the form: {', '.join(Ask)}.",
)
@click.option("--same-as", multiple=True, type=NUMBER, help="A case of this desk that is the same.")
@click.option("--remark", default="", help="What PV should know besides.")
@pass_terminal
def escalate(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    number: int,
    situation: tuple[Situation, ...],
    criteria: tuple[tuple[Criterion, Presence], ...],
    product: tuple[str, ...],
    event: tuple[str, ...],
    answers: tuple[tuple[Ask, str], ...],
    same_as: tuple[int, ...],
    remark: str,
) -> None:
    """Hand comment NUMBER to pharmacovigilance, with its frozen case.

    Where several events or products are told, which-event and which-product answer of which one the
    other answers are; else these stand in the narrative alone.
    """
    from webcare_desk import casework
    from webcare_desk.casebook.reading import frozen

    with terminal.acting(Right.ESCALATE) as (app, actor):
        uid = new_uid(app.desk.clock())
        seen = casework.case_for(app.desk, app.protocol, number, actor, uid)
        decision = casework.Decision(
            situations=situation or None,
            remark=remark,
            products=_words(product),
            event_words=_words(event),
            details=_details(app, number, answers),
            linked=tuple(frozen(app.desk.read, case).reference for case in same_as),
            filing=filing_of(app.settings, app.protocol),
            revision=seen.snapshot.revision,
        )
        made = casework.decided(seen, decision)
        _require_told(made)
        decision = replace(decision, criteria=_answered(made.criteria, dict(criteria)))
        _say(app, number, casework.escalate(app.desk, app.protocol, number, actor, decision))


def _say(app: "App", number: int, escalation: int) -> None:
    found = app.desk.read.escalation(escalation)
    waits = due(None if found is None else found.due_at, app.desk.clock())
    say(f"Comment {number} is escalation {escalation}; PV must have it {waits}.")
    say(f"It goes to {receiver(app)}.")
    for why in filter(None, (why_new_way(app), why_held(app), why_made_up(app))):
        say(why)
    _tell(app, escalation)


def _tell(app: "App", escalation: int) -> None:
    """Say what PV may refuse, as the form does; nothing keeps a report from PV."""
    from webcare_desk.casebook.reading import frozen
    from webcare_desk.pv.e2b.faults import faults

    parties = filing_of(app.settings, app.protocol).parties
    case = frozen(app.desk.read, escalation)
    for each in faults(case, parties, app.desk.clock(), app.settings.language):
        click.echo(plain(each.message), err=True)


def _answered(found: Criteria, answers: Mapping[Criterion, Presence]) -> Criteria:
    """Return the criteria with the answers a person gave; the spans found stay beside them."""
    return tuple(
        (criterion, replace(evidence, presence=answers[criterion], defaulted=False))
        if criterion in answers
        else (criterion, evidence)
        for criterion, evidence in found
    )


def _require_told(case: "SafetyCase") -> None:
    """Refuse answers that are said to be of something that the case does not have."""
    given = dict(case.details)
    for which, words in ((Ask.WHICH_EVENT, case.event_words), (Ask.WHICH_PRODUCT, case.products)):
        if which in given and not any(is_same(each, given[which]) for each in words):
            msg = f"{which.value} is one of: {'; '.join(words)}."
            raise UsageError(msg)


def _words(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return words in one line each, or None where the option was not given."""
    lines = (" ".join(each.split()) for each in given)
    return tuple(filter(None, lines)) if given else None


def _details(
    app: "App", number: int, given: tuple[tuple[Ask, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Return what the text shows and what a person answers, in the order of the form."""
    found = app.desk.read.comment(number)
    answers = {} if found is None else dict(told(found.screening))
    for ask, answer in given:
        if answer and answer not in CHOICES.get(ask, {answer}):
            msg = f"{ask.value} is one of: {', '.join(CHOICES[ask])}."
            raise UsageError(msg)
        answers[ask] = " ".join(answer.split())
    return tuple((ask.value, answers[ask]) for ask in Ask if answers.get(ask))
