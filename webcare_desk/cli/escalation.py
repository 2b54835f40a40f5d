"""`escalation`: what waits for PV, and what went there by hand."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.by_hand import by_hand, late
from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.show import due, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.escalation import Escalation
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App


@click.group()
def escalation() -> None:
    """See what waits for PV; `case answer` records what PV says of it."""


@escalation.command("list")
@json_option
@pass_terminal
def list_open(terminal: Terminal, *, as_json: bool) -> None:
    """List what PV has not acknowledged, the nearest due time first.

    Until the report has left it is due at PV, from then on PV's answer is; --json has that time
    as until, beside due_at, by which the report was to leave.
    """
    with terminal.reading() as app:
        found, now = app.desk.read.open_escalations(), app.desk.clock()
        until = {each.id: _until(app, each) for each in found}
    found.sort(key=lambda each: until[each.id])
    if as_json:
        say_json([{**asdict(each), "until": until[each.id]} for each in found])
        return
    rows = [
        (each.id, each.comment, due(until[each.id], now), when(each.aware_at), each.owner.value)
        for each in found
    ]
    say_table(("escalation", "comment", "due", "first seen", "owner"), rows)


def _until(app: "App", escalation: Escalation) -> int:
    """Return until when the present step of an escalation is due."""
    from webcare_desk.actions.pv_clock import step_until
    from webcare_desk.casebook.plans import plan_of
    from webcare_desk.domain.case_duty import answer_within

    read, standing = app.desk.read, app.desk.read.case_standing(escalation.id)
    if standing is None:
        return escalation.due_at
    plan = plan_of(read, app.folder, app.protocol, escalation)
    return step_until(read, standing, answer_within(plan))


@escalation.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def show(terminal: Terminal, number: int) -> None:
    """Print the frozen case of escalation NUMBER, as PV reads it."""
    from webcare_desk.pv.narrative import narrative
    from webcare_desk.pv.packet import case_from_json

    with terminal.reading() as app:
        found = app.desk.read.escalation(number)
        if found is None:
            msg = f"There is no escalation {number}."
            raise UsageError(msg)
        case, _ = case_from_json(found.case.encode("utf-8"))
        say(plain(narrative(case, app.settings.language)))


escalation.add_command(by_hand)
escalation.add_command(late)
