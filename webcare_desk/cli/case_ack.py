"""`case ack FILE`: what a receiver's acknowledgement says, and what the desk makes of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.case_check import bytes_of
from webcare_desk.cli.show import json_option, plain, say, say_json
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.pv.e2b.acknowledgement import read_acknowledgement
from webcare_desk.pv.e2b.answers import Answer, Meaning, Sent, answers
from webcare_desk.pv.e2b.build import Parties, batch_of
from webcare_desk.pv.packet import case_from_json

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.domain.escalation import Escalation

_SENTENCES = {
    Meaning.ACCEPTED: "case {case} is acknowledged as {reference}",
    Meaning.REJECTED: "case {case} is refused; correct it and send it again",
    Meaning.REPEATED: "case {case} was acknowledged before, as {reference}",
    Meaning.DIFFERENT: "case {case} is acknowledged under another number than {reference}",
    Meaning.EARLY: "case {case} has not left the desk, and yet it is answered; nothing is recorded",
    Meaning.UNKNOWN: "{report} is no report of this desk",
    Meaning.UNREADABLE: "case {case} is answered with {code}, which says neither yes nor no",
}
_DONE = frozenset({Meaning.ACCEPTED, Meaning.REPEATED})
_LEFT = frozenset({DeliveryState.SENT, DeliveryState.VERIFIED, DeliveryState.UNCERTAIN})


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_terminal
def ack(terminal: Terminal, file: Path, *, as_json: bool) -> None:
    """Record the acknowledgement in FILE; the exit code is 1 when a report was not taken."""
    found = read_acknowledgement(bytes_of(file))
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        told = answers(found, _ours(app))
        for each in told:
            if each.meaning is Meaning.ACCEPTED and each.escalation is not None:
                app.desk.perform(actions.Acknowledge(each.escalation, each.reference), actor)
    if as_json:
        say_json({"acknowledgement": found, "answers": told})
    else:
        say(plain(f"acknowledgement {found.number}: {found.code}, of batch {found.batch}"))
        for line in _lines(told):
            say(plain(line))
    if not told or any(each.meaning not in _DONE for each in told):
        raise click.exceptions.Exit(1)


def _lines(told: tuple[Answer, ...]) -> Iterator[str]:
    if told and not told[0].knows_batch:
        yield "the batch is none of ours; its reports are looked up by their own numbers"
    for each in told:
        report = next(iter(each.message.reports), "a report without a number")
        yield _SENTENCES[each.meaning].format(
            case=each.escalation, reference=each.reference, report=report, code=each.message.code
        )
        for error in each.message.errors:
            where = ", ".join(error.elements)
            cut = " (cut short by the receiver)" if error.is_cut else ""
            yield f"  {f'{where}: ' if where else ''}{error.text}{cut}"


def _ours(app: "App") -> Iterator[Sent]:
    for escalation in app.desk.read.all_escalations():
        case, _ = case_from_json(escalation.case.encode("utf-8"))
        batch = batch_of(case, Parties())
        yield Sent(
            escalation=escalation.id,
            number=batch.sections[0].text("C.1.1"),
            batch=batch.text("N.1.2"),
            has_left=_has_left(app, escalation),
            pv_reference=escalation.pv_reference,
        )


def _has_left(app: "App", escalation: "Escalation") -> bool:
    """Say whether the packet may have reached PV, or PV has it by another way."""
    if escalation.pv_reference is not None:
        return True
    return any(
        each.kind is DeliveryKind.PACKET
        and each.escalation == escalation.id
        and each.state in _LEFT
        for each in app.desk.read.deliveries_of(escalation.comment)
    )
