"""`escalation`: what waits for PV, and what went there by hand."""

from dataclasses import asdict

import click

from webcare_desk.casebook.awaiting import Awaited, awaited
from webcare_desk.casebook.plans import plans_of_cases
from webcare_desk.cli.by_hand import by_hand, late
from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.show import due, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.errors import UsageError


@click.group()
def escalation() -> None:
    """See what waits for PV; `case answer` records what PV says of it."""


@escalation.command("list")
@json_option
@pass_terminal
def list_open(terminal: Terminal, *, as_json: bool) -> None:
    """List every report that PV has not answered, later versions too, the nearest due time first.

    Until it has left it is due at PV, and from then on PV's answer is; the owner is whose turn it
    is. --json has that time as until, beside due_at, by which the first version was to leave.
    """
    with terminal.reading() as app:
        now, plan_of = app.desk.clock(), plans_of_cases(app.desk.read, app.folder, app.protocol)
        found = awaited(app.desk.read, plan_of, now)
    if as_json:
        say_json([_told(each) for each in found])
        return
    say_table(
        ("escalation", "comment", "version", "state", "due", "first seen", "owner"),
        [
            (
                each.standing.case,
                each.standing.comment,
                each.standing.number,
                each.standing.state.value,
                due(each.until, now),
                when(each.escalation.aware_at),
                each.turn.owner.value,
            )
            for each in found
        ],
    )


def _told(each: Awaited) -> dict[str, object]:
    """Return a report as `escalation list --json` gives it; its state is that of the escalation."""
    return {
        **asdict(each.escalation),
        "owner": each.turn.owner,
        "number": each.standing.number,
        "stands": each.standing.state,
        "until": each.until,
    }


@escalation.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def show(terminal: Terminal, number: int) -> None:
    """Print the frozen case of escalation NUMBER, as PV reads it."""
    from webcare_desk.pv.narrative import narrative
    from webcare_desk.pv.packet import case_from_json

    with terminal.looking(is_told=True) as (app, actor):
        found = app.desk.read.escalation(number)
        if found is None:
            msg = f"There is no escalation {number}."
            raise UsageError(msg)
        tell(app, actor, case=number)
        case, _ = case_from_json(found.case.encode("utf-8"))
        say(plain(narrative(case, app.settings.language)))


escalation.add_command(by_hand)
escalation.add_command(late)
