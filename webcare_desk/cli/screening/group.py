"""`screening`: what screening missed on this desk, and what the desk learns."""

import click

from webcare_desk.cli.kinds import Whole
from webcare_desk.cli.show import json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.learning import Missed, ScreeningStatus
from webcare_desk.domain.moderator import Right


@click.group()
def screening() -> None:
    """See what screening missed, and let the desk learn from decisions."""


@screening.command()
@json_option
@pass_terminal
def status(terminal: Terminal, *, as_json: bool) -> None:
    """Say how often a person escalated what was not flagged, with 95 % intervals."""
    from webcare_desk.oversight.screening import screening_status
    from webcare_desk.screening.opinion import name_of

    with terminal.looking(Right.REVIEW) as (app, _):
        found = screening_status(app.desk.read, name_of(app.screens[1].model))
    if as_json:
        say_json(
            {
                "learns": found.learns,
                "version": found.version,
                "is_used": found.is_used,
                "versions": len(found.versions),
                "missed": [_told(one) for one in found.missed],
            }
        )
        return
    say_table(("escalated", "missed", "of", "share (95 % interval)"), map(_row, found.missed))
    say("The desk learns from decisions." if found.learns else "The desk does not learn.")
    say(_in_force(found))
    rows = [
        (kept.correction.version, kept.based_on, kept.comment, kept.is_report, when(kept.at))
        for kept in found.versions
    ]
    if rows:
        say_table(("version", "made from", "comment", "a report", "when"), rows)


def _in_force(found: ScreeningStatus) -> str:
    if not found.version:
        return "No correction is in force."
    if not found.is_used:
        return f"Version {found.version} was learnt for another model and is not used."
    return f"Correction in force: version {found.version}."


def _told(one: Missed) -> dict[str, object]:
    low, high = one.interval
    return {"name": one.name, "missed": one.missed, "of": one.of, "low": low, "high": high}


def _row(one: Missed) -> tuple[object, ...]:
    low, high = one.interval
    share = f"{one.missed / one.of:.2f} ({low:.2f} to {high:.2f})" if one.of else "–"
    return one.name, one.missed, one.of, share


@screening.command()
@click.argument("switch", type=click.Choice(["on", "off"]))
@pass_terminal
def learn(terminal: Terminal, switch: str) -> None:
    """Let the desk learn from decisions from now on, or not."""
    from webcare_desk.actions import SetLearning

    with terminal.acting(Right.OVERSEE) as (app, actor):
        app.desk.perform(SetLearning(switch == "on"), actor)
    say(f"Learning is {switch}.")


@screening.command()
@click.argument("version", type=Whole(0, 2**31))
@pass_terminal
def use(terminal: Terminal, version: int) -> None:
    """Screen by an earlier VERSION of the correction, or by none (0)."""
    from webcare_desk.actions import UseCorrection
    from webcare_desk.domain.audit import Name
    from webcare_desk.screening.opinion import name_of

    with terminal.acting(Right.OVERSEE) as (app, actor):
        model = Name(name_of(app.screens[1].model))
        app.desk.perform(UseCorrection(version, model), actor)
    say(f"Version {version} is in force." if version else "No correction is in force.")
