"""`escalation`: what waits for PV, and what went there by hand."""

import click

from webcare_desk.cli.by_hand import by_hand, late
from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.show import due, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError


@click.group()
def escalation() -> None:
    """See what waits for PV; `case answer` records what PV says of it."""


@escalation.command("list")
@json_option
@pass_terminal
def list_open(terminal: Terminal, *, as_json: bool) -> None:
    """List what PV has not acknowledged, the nearest due time first."""
    with terminal.reading() as app:
        found, now = app.desk.read.open_escalations(), app.desk.clock()
    if as_json:
        say_json(found)
        return
    rows = [
        (each.id, each.comment, due(each.due_at, now), when(each.aware_at), each.owner.value)
        for each in found
    ]
    say_table(("escalation", "comment", "due", "first seen", "owner"), rows)


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
