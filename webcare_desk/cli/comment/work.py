"""`comment open`, `claim`, `release`, `assign`, `classify`, `confirm-hint`, `note`, `step`, `close`, `reopen`."""

import click

from webcare_desk import actions
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.show import due, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.why import reason_argument, reason_option
from webcare_desk.domain.finding import Category
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.errors import UsageError


@click.command("open")
@click.argument("number", type=NUMBER)
@pass_terminal
def open_comment(terminal: Terminal, number: int) -> None:
    """Record that you look at comment NUMBER; the first look is day zero."""
    from webcare_desk import casework

    with terminal.acting(Right.READ) as (app, actor):
        work = casework.view(app.desk, app.protocol, number, actor)
        say(f"Comment {number} is open; to PV {due(work.aware_due, app.desk.clock())}.")


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--take-over", is_flag=True, help="Also when somebody else holds it.")
@pass_terminal
def claim(terminal: Terminal, number: int, *, take_over: bool) -> None:
    """Hold comment NUMBER for a quarter of an hour."""
    with terminal.acting(Right.CLAIM) as (app, actor):
        app.desk.perform(actions.Claim(number, take_over), actor)
        say(f"Comment {number} is yours.")


@click.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def release(terminal: Terminal, number: int) -> None:
    """Let comment NUMBER go."""
    with terminal.acting(Right.CLAIM) as (app, actor):
        app.desk.perform(actions.Release(number), actor)
        say(f"Comment {number} is free.")


@click.command()
@click.argument("number", type=NUMBER)
@click.argument("login", required=False)
@click.option("--nobody", is_flag=True, help="Take it back.")
@pass_terminal
def assign(terminal: Terminal, number: int, login: str | None, *, nobody: bool) -> None:
    """Give comment NUMBER to the account LOGIN."""
    if (login is None) is not nobody:
        msg = "Name one login, or say --nobody."
        raise UsageError(msg)
    with terminal.acting(Right.ASSIGN) as (app, actor):
        account = None if login is None else app.desk.read.account(login)
        if login is not None and account is None:
            msg = f"There is no account “{login}”."
            raise UsageError(msg)
        to = None if account is None else account.moderator.id
        app.desk.perform(actions.Assign(number, to), actor)
        say(f"Comment {number} is assigned to {login or 'nobody'}.")


@click.command()
@click.argument("number", type=NUMBER)
@click.argument("category", type=Member(Category))
@reason_option(actions.Classify)
@pass_terminal
def classify(
    terminal: Terminal, number: int, category: Category, reason: Reason | None, because: str
) -> None:
    """Say that comment NUMBER is of a CATEGORY, such as complaint or adverse-event."""
    from webcare_desk import casework

    with terminal.acting(Right.CLASSIFY) as (app, actor):
        why = None if reason is None else Why(reason, because)
        casework.classify(app.desk, app.protocol, number, category, actor, why)
        work = app.desk.read.work(number)
        say(f"Comment {number} is {category.value}; it stands in {work.queue if work else '–'}.")


@click.command("confirm-hint")
@click.argument("number", type=NUMBER)
@click.argument("kind", type=Member(HintKind))
@pass_terminal
def confirm_hint(terminal: Terminal, number: int, kind: HintKind) -> None:
    """Say that the hint of a KIND that `comment show` names is right of comment NUMBER."""
    from webcare_desk.screening.hints import hints_in

    with terminal.acting(Right.CLASSIFY) as (app, actor):
        found = app.desk.read.comment(number)
        hints = {} if found is None else {each.kind.value: each for each in hints_in(found.text)}
        if found is not None and kind not in hints:
            msg = f"Comment {number} has no such hint; it has: {', '.join(hints) or 'none'}."
            raise UsageError(msg)
        app.desk.perform(actions.ConfirmHint(number, kind), actor)
        say(f"The hint {kind.value} of comment {number} is confirmed.")


@click.command()
@click.argument("number", type=NUMBER)
@click.argument("text")
@pass_terminal
def note(terminal: Terminal, number: int, text: str) -> None:
    """Add a private note TEXT to comment NUMBER; it never leaves the desk."""
    with terminal.acting(Right.NOTE) as (app, actor):
        app.desk.perform(actions.AddNote(number, text), actor)
        say(f"The note is kept beside comment {number}.")


@click.command()
@click.argument("number", type=NUMBER)
@click.argument("step")
@click.option("--plan", help="The plan, where two of them have such a step.")
@click.option("--did", default="", metavar="WORDS", help="What was done; kept as a private note.")
@pass_terminal
def step(terminal: Terminal, number: int, step: str, plan: str | None, did: str) -> None:
    """Record that a STEP was done of comment NUMBER's plan, such as warn in a crisis."""
    from webcare_desk.dossier import dossier

    with terminal.acting(Right.NOTE) as (app, actor):
        steps = dossier(app.desk, app.protocol, number).steps
        named = [each for each in steps if each.step.id == step and plan in {None, each.plan}]
        found = next((each for each in named if each.done is None), next(iter(named), None))
        if found is None:
            fit = ", ".join(dict.fromkeys(each.step.id for each in steps)) or "none"
            msg = f"Comment {number} has no such step; those that a person records: {fit}."
            raise UsageError(msg)
        done = app.desk.perform(actions.RecordStep(number, found, did), actor)
        say(f"The step {step} of comment {number} is done{', late' if done.is_late else ''}.")


@click.command()
@click.argument("number", type=NUMBER)
@reason_argument(actions.Close)
@pass_terminal
def close(terminal: Terminal, number: int, reason: Reason, because: str) -> None:
    """End the work on comment NUMBER for a REASON, such as done or spam."""
    from webcare_desk import casework

    with terminal.acting(Right.CLOSE) as (app, actor):
        casework.close(app.desk, app.protocol, number, Why(reason, because), actor)
        say(f"Comment {number} is closed: {reason.value}.")


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--queue", type=Member(Queue, Queue.WAITING, Queue.DONE), help="Where it stands.")
@reason_option(actions.Reopen)
@pass_terminal
def reopen(
    terminal: Terminal, number: int, queue: Queue | None, reason: Reason, because: str
) -> None:
    """Take comment NUMBER up again, in the queue of its category."""
    with terminal.acting(Right.REOPEN) as (app, actor):
        work = app.desk.read.work(number)
        rules = app.protocol.rules
        fitting = (rule.queue for rule in rules if work and rule.category is work.category)
        chosen = queue or next(fitting, Queue.OTHER)
        app.desk.perform(actions.Reopen(number, chosen, reason, because), actor)
        say(f"Comment {number} is open again, in {chosen.value}.")
