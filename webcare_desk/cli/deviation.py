"""`deviation`: what went otherwise than it should, its cause, and what is done about it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.actions.deviation import closable
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.moments import Until, moment_option
from webcare_desk.cli.show import due, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.sign_here import as_signed, say_signed, sign_here, signatures
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.why import reason_option
from webcare_desk.domain.audit import Name
from webcare_desk.domain.deviation import (
    Deviation,
    DeviationKind,
    Measure,
    MeasureKind,
    Proposal,
    record_of,
)
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App


@click.group()
def deviation() -> None:
    """Keep deviations: proposed or typed, explained, mended, checked, closed and signed."""


@deviation.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not closed.")
@json_option
@pass_terminal
def list_deviations(terminal: Terminal, *, only_open: bool, as_json: bool) -> None:
    """List the deviations, the nearest due first."""
    with terminal.reading(Right.REVIEW) as app:
        found, now = app.desk.read.deviations(only_open=only_open), app.desk.clock()
    if as_json:
        say_json(found)
        return
    rows = [
        (
            each.id,
            each.kind.value,
            each.state.value,
            when(each.closed_at) if each.closed_at else due(each.next_due, now),
            plain(each.title),
        )
        for each in found
    ]
    say_table(("deviation", "kind", "state", "due or closed", "what"), rows)


@deviation.command()
@json_option
@pass_terminal
def proposed(terminal: Terminal, *, as_json: bool) -> None:
    """List what the program noticed and nobody has opened yet."""
    from webcare_desk import oversight

    with terminal.reading(Right.REVIEW) as app:
        found = oversight.proposals(app.desk.read, app.desk.clock())
        told = {each.origin: _about(app, each) for each in found}
    if as_json:
        say_json(found)
        return
    rows = [(each.origin, each.kind.value, when(each.since), told[each.origin]) for each in found]
    say_table(("proposal", "kind", "since", "what"), rows)


def _about(app: "App", found: Proposal) -> str:
    """Return what was noticed; whoever lists them may read no comment, so nobody is named."""
    from webcare_desk.reports.noticed import lateness, noticed

    read, now = app.desk.read, app.desk.clock()
    parts = noticed(read, found.kind, found.origin, found.comment, may_read=False)
    return " · ".join([*parts, *lateness(read, found.origin, found.comment, found.since, now)])


@deviation.command("leave")
@click.argument("proposal")
@reason_option(actions.LeaveProposal)
@pass_terminal
def leave(terminal: Terminal, proposal: str, reason: Reason, because: str) -> None:
    """Say that PROPOSAL of `deviation proposed` is no deviation; it is proposed no more."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        found = _noticed(app, proposal)
        action = actions.LeaveProposal(found.origin, found.comment, reason, because)
        app.desk.perform(action, actor)
        say(f"{found.origin} is left.")


@deviation.command("open")
@click.argument("title")
@click.option("--kind", type=Member(DeviationKind), help="Needed without --proposal.")
@click.option("--comment", type=NUMBER, help="The comment it is about.")
@click.option("--proposal", help="Open this one of `deviation proposed`.")
@pass_terminal
def open_one(
    terminal: Terminal,
    title: str,
    kind: DeviationKind | None,
    comment: int | None,
    proposal: str | None,
) -> None:
    """Open a deviation; TITLE says in a few words what happened."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        if proposal is not None:
            action = _proposed(app, title, proposal)
        elif kind is not None:
            action = actions.OpenDeviation(kind, title, comment)
        else:
            msg = "Name its --kind, or the --proposal to open."
            raise UsageError(msg)
        say(f"Deviation {app.desk.perform(action, actor)} is open.")


def _proposed(app: "App", title: str, origin: str) -> actions.OpenDeviation:
    each = _noticed(app, origin)
    return actions.OpenDeviation(each.kind, title, each.comment, each.origin)


def _noticed(app: "App", origin: str) -> Proposal:
    from webcare_desk import oversight

    for each in oversight.proposals(app.desk.read, app.desk.clock()):
        if each.origin == origin:
            return each
    msg = f"“{origin}” is not proposed; `deviation proposed` lists what is."
    raise UsageError(msg)


@deviation.command()
@click.argument("number", type=NUMBER)
@json_option
@pass_terminal
def show(terminal: Terminal, number: int, *, as_json: bool) -> None:
    """Show deviation NUMBER with its measures."""
    with terminal.reading(Right.REVIEW) as app:
        found, measures = app.desk.read.deviation(number), app.desk.read.measures(number)
        now = app.desk.clock()
        signed = signatures(app.desk.read, None if found is None else found.signature)
        names = {each.id: each.login for each in app.desk.read.moderators()}
    if found is None:
        msg = f"There is no deviation {number}."
        raise UsageError(msg)
    if as_json:
        say_json(as_signed({"deviation": found, "measures": measures}, signed))
        return
    say(f"{plain(found.title)} ({found.kind.value}, {found.state.value})")
    about = "" if found.comment is None else f", about comment {found.comment}"
    opener = plain(names.get(found.opened_by, found.opened_by))
    say(f"Opened by {opener} {when(found.opened_at)}{about}.")
    say(f"Cause: {plain(found.cause or '–')}")
    _show_measures(measures, now, names)
    say(f"Did they work: {_effect(found, names)}")
    say_signed(signed)


def _effect(found: Deviation, names: Mapping[str, str]) -> str:
    """Return yes or no before the words: they may say neither."""
    if found.is_effective is None:
        return f"not yet; before: {plain(found.effect)}" if found.effect else "–"
    by = plain(names.get(found.effect_by or "", found.effect_by or ""))
    said = "yes" if found.is_effective else "no"
    return f"{said}, says {by} {when(found.effect_at)}: {plain(found.effect or '–')}"


def _show_measures(measures: Sequence[Measure], now: int, names: Mapping[str, str]) -> None:
    rows = [
        (
            each.id,
            each.kind.value,
            names.get(each.owner, each.owner),
            due(each.due_at, now) if each.done_at is None else f"done {when(each.done_at)}",
            names.get(each.done_by or "", each.done_by),
            plain(each.what),
            plain(each.result or ""),
        )
        for each in measures
    ]
    say_table(("measure", "kind", "whose", "due or done", "done by", "what", "result"), rows)


@deviation.command()
@click.argument("number", type=NUMBER)
@click.argument("cause")
@pass_terminal
def explain(terminal: Terminal, number: int, cause: str) -> None:
    """Say what the CAUSE of deviation NUMBER was."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        app.desk.perform(actions.ExplainDeviation(number, cause), actor)
        say(f"The cause of deviation {number} is kept.")


@deviation.command()
@click.argument("number", type=NUMBER)
@click.argument("what")
@click.option("--owner", required=True, help="The login of whoever does it.")
@moment_option(
    "--due", "Until when; a date: all that day.", target="due_at", kind=Until(), required=True
)
@click.option("--preventive", is_flag=True, help="Keeps it from happening again.")
@pass_terminal
def measure(  # noqa: PLR0913 - the options of the command
    terminal: Terminal, number: int, what: str, owner: str, due_at: int, *, preventive: bool
) -> None:
    """Name WHAT is done about deviation NUMBER."""
    kind = MeasureKind.PREVENTIVE if preventive else MeasureKind.CORRECTIVE
    with terminal.acting(Right.OVERSEE) as (app, actor):
        account = app.desk.read.account(owner)
        if account is None:
            msg = f"There is no account “{owner}”."
            raise UsageError(msg)
        action = actions.AddMeasure(number, kind, what, account.moderator.id, due_at)
        say(f"Measure {app.desk.perform(action, actor)} is kept.")


@deviation.command()
@click.argument("number", type=NUMBER)
@click.argument("result")
@pass_terminal
def done(terminal: Terminal, number: int, result: str) -> None:
    """Say that measure NUMBER is done, and its RESULT."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        app.desk.perform(actions.FinishMeasure(number, result), actor)
        say(f"Measure {number} is done.")


@deviation.command()
@click.argument("number", type=NUMBER)
@click.argument("words")
@click.option("--failed", is_flag=True, help="They did not work.")
@pass_terminal
def effect(terminal: Terminal, number: int, words: str, *, failed: bool) -> None:
    """Say in WORDS whether the measures of deviation NUMBER worked."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        app.desk.perform(actions.CheckEffect(number, not failed, words), actor)
        say(f"The effect of the measures of deviation {number} is kept.")


@deviation.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def close(terminal: Terminal, number: int) -> None:
    """Close deviation NUMBER and sign it: the password comes once more."""
    with terminal.acting(Right.OVERSEE) as (app, actor):
        if app.desk.read.deviation(number) is None:
            msg = f"There is no deviation {number}."
            raise UsageError(msg)
        found, measures = closable(app.desk.read, number)
        record, document = record_of(found, measures), Name(f"deviation:{found.uid}")
        made = sign_here(app, actor, record, document, Meaning.RESPONSIBLE)
        app.desk.perform(actions.CloseDeviation(number, made.id), actor)
        say(f"Deviation {number} is closed, signature {made.id} over {made.record}.")
