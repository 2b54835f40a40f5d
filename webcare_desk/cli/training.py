"""`people training`: certificates, the test that earns one, and the gate."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.kinds import Whole
from webcare_desk.cli.login import line_of_input, moderator_of
from webcare_desk.cli.moments import Until, moment_option
from webcare_desk.cli.show import due, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.domain.training import COURSE, Answer, Certificate
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.training import Sitting

_ANSWERS = {
    Answer.SAFETY: "forward to PV: an event or a special situation",
    Answer.QUALITY: "a product complaint, nothing happened to anybody",
    Answer.NONE: "no report",
}
_NUMBERS = {str(number): answer for number, answer in enumerate(_ANSWERS, 1)}


@click.group()
def training() -> None:
    """Who is trained; take the test; vouch for somebody."""


@training.command("list")
@json_option
@pass_terminal
def list_training(terminal: Terminal, *, as_json: bool) -> None:
    """List everybody's certificates with the time that is left."""
    from webcare_desk.training import everybody

    with terminal.reading(Right.REVIEW) as app:
        found, now = everybody(app.desk), app.desk.clock()
        names = {each.id: each.name for each in app.desk.read.moderators()}
    if as_json:
        say_json(found)
        return
    rows = [
        (each.person.login, each.person.name, each.standing, *told)
        for each in found
        for told in [_told(one, now, names) for one in each.certificates] or [("",) * 5]
    ]
    header = ("login", "name", "stands", "course", "score", "issued", "by", "expires")
    say_table(header, rows)


def _told(certificate: Certificate, now: int, names: Mapping[str, str]) -> tuple[str, ...]:
    score = "vouched" if certificate.seed is None else f"{certificate.score} %"
    by = names.get(certificate.issued_by, certificate.issued_by)
    issued = when(certificate.issued_at)
    return certificate.course, score, issued, by, due(certificate.expires_at, now)


@training.command()
@click.argument("login")
@click.argument("course")
@moment_option("--until", "When it ends; a date: after that day.", kind=Until(), required=True)
@pass_terminal
def certify(terminal: Terminal, login: str, course: str, until: int) -> None:
    """Vouch that LOGIN has followed COURSE, a short name in lower case.

    Replying and closing ask for recognising-reports alone: the course that the
    built-in test is about.
    """
    from webcare_desk.actions.training import is_gated

    try:
        named = Name(course)
    except ValueError as error:
        msg = f"“{course}” is no short name in lower case, such as {COURSE}."
        raise UsageError(msg) from error
    with terminal.acting(Right.OVERSEE) as (app, actor):
        who = moderator_of(app, login)
        app.desk.perform(actions.Certify(who.id, named, until), actor)
        say(f"{plain(who.name)} has a certificate for {named} until {when(until)}.")
        if named != COURSE and is_gated(app.desk.read, who.id, app.desk.clock()):
            say(f"Replying and closing still need {COURSE}.")


@training.command()
@click.option("--seed", type=Whole(0, 2**32 - 1), help="Practise with the same questions again.")
@pass_terminal
@click.pass_context
def take(ctx: click.Context, terminal: Terminal, seed: int | None) -> None:
    """Take the test: 1, 2 or 3 for each comment; the explanation follows.

    With --seed it is practice and earns no certificate: whoever chose the
    questions may have seen the answers.
    On standard input the answers follow your password, one a line.
    """
    from webcare_desk.paths import resources_dir
    from webcare_desk.training import begin, load_pool, sit

    with terminal.acting(Right.SESSION) as (app, actor):
        pool = load_pool(resources_dir() / "training")
        sitting = begin(app.desk, pool, actor) if seed is None else sit(app.desk, pool, seed)
        say(f"{sitting.count} comments, drawn by {sitting.seed}. Where does each belong?")
        for number, meaning in enumerate(_ANSWERS.values(), 1):
            say(f"  {number}  {meaning}")
        while not sitting.is_over:
            sitting = _asked(sitting, app.settings.language)
        say(f"\n{sitting.right_answers} of {len(sitting.given)} right.")
        if seed is not None:
            say("This was practice: nothing was recorded.")
            return
        ctx.exit(int(not _ended(app, sitting, actor)))


def _asked(sitting: "Sitting", language: str) -> "Sitting":
    """Ask the next question, say whether the answer is right and why."""
    question = sitting.questions[len(sitting.given)]
    say(f"\n{len(sitting.given) + 1}. {question.text}")
    answer = _answer()
    mark = "Right." if answer is question.answer else f"No: {_ANSWERS[question.answer]}."
    say(f"   {mark} {question.explained(language)}")
    return sitting.answered(answer)


def _answer() -> Answer:
    """Return the answer that is typed, or the next line of standard input."""
    while sys.stdin.isatty():
        typed = click.prompt("1, 2 or 3", err=True)
        if typed in _NUMBERS:
            return _NUMBERS[typed]
    given = line_of_input()
    if given is None or given.reveal() not in _NUMBERS:
        msg = "Every question needs 1, 2 or 3 on a line of its own; nothing was recorded."
        raise UsageError(msg)
    return _NUMBERS[given.reveal()]


def _ended(app: "App", sitting: "Sitting", actor: Actor) -> bool:
    from webcare_desk.training import finish

    certificate = finish(app.desk, sitting, actor)
    rules = app.desk.read.policy()
    if certificate is None and sitting.count < rules.questions:
        say(f"The test has {rules.questions} questions by now: take it again.")
    elif certificate is None:
        say(f"Not passed: {rules.pass_percent} % is needed. Take it again.")
    else:
        say(f"Passed: the certificate holds until {when(certificate.expires_at)}.")
    return certificate is not None


@training.command()
@click.option("--gate/--no-gate", default=None, help="Whether replying and closing need one.")
@click.option("--pass-mark", type=Whole(70, 100), help="In percent.")
@click.option("--questions", type=Whole(6, 24), help="How many the test asks.")
@click.option("--days", type=Whole(30, 1100), help="How long a certificate holds.")
@pass_terminal
def rules(
    terminal: Terminal,
    gate: bool | None,  # noqa: FBT001 - click's option
    pass_mark: int | None,
    questions: int | None,
    days: int | None,
) -> None:
    """Set the rules for training; `people rules` shows them."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        now = app.desk.read.policy()
        act = actions.SetTrainingRules(
            now.training_gate if gate is None else gate,
            pass_mark or now.pass_percent,
            questions or now.questions,
            days or now.certificate_days,
        )
        app.desk.perform(act, actor)
        say("The rules for training are set; the log keeps the old ones.")
