"""`escalation by-hand` and `escalation late`: when the desk cannot carry a report to PV."""

from dataclasses import fields
from pathlib import Path

import click

from webcare_desk import actions
from webcare_desk.actions.late import Means
from webcare_desk.cli.kinds import NUMBER, Member, Place
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.show import plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.pv.by_hand import ByHand, label_of, save, text_of


def _with_fields(command: click.Command) -> click.Command:
    """Give a command an option for each field of the form."""
    for field in reversed(fields(ByHand)):
        words = f"{label_of(field.name, 'en')}."
        command.params.append(click.Option([f"--{field.name}"], default="", help=words))
    return command


@click.command("by-hand")
@click.option("--into", type=Place(), help="Also save a PDF in this folder.")
@click.option("--language", type=click.Choice(["en", "nl"]), default="en", show_default=True)
@pass_terminal
def _by_hand(terminal: Terminal, /, into: Path | None, language: str, **given: str) -> None:
    """Print a report to PV to be read out or mailed; this needs no desk that opens."""
    from webcare_desk.backups.contact import contact_of
    from webcare_desk.clock import now
    from webcare_desk.domain.backup import stamp_of

    contact = given.pop("contact") or contact_of(terminal.folder, language)
    text = text_of(ByHand(contact=contact, **given), language)
    say(plain(text))
    if into is not None:
        say(f"Saved as {plain(str(save(text, into, stamp_of(now()))))}.")


by_hand = _with_fields(_by_hand)


@click.command()
@click.option("--means", type=Member(Means), required=True, help="How it reached PV.")
@moment_option("--at", "When it was passed on.", target="done_at", required=True)
@click.option("--words", required=True, help="What was passed on, to whom, under which number.")
@click.option("--comment", type=NUMBER, help="The comment it was about, where the desk has it.")
@pass_terminal
def late(terminal: Terminal, means: Means, done_at: int, words: str, comment: int | None) -> None:
    """Record, late, a report that was passed to PV by hand."""
    with terminal.acting(Right.ESCALATE) as (app, actor):
        app.desk.perform(actions.RecordLate(means, done_at, words, comment), actor)
    say("Recorded, as late.")
