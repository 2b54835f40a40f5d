"""`case answer`: what PV said by mail or in words, signed by who enters it."""

from pathlib import Path

import click

from webcare_desk.actions.case_said import require_whole
from webcare_desk.actions.cases import RecordAnswer
from webcare_desk.cli.case.evidence import attached
from webcare_desk.cli.kinds import NUMBER, Member, Place
from webcare_desk.cli.show import say
from webcare_desk.cli.sign_here import sign_here
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.desk import reason_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--decision", type=Member(PvDecision), required=True, help="What PV said.")
@click.option("--way", type=Member(Way), required=True, help="How it came.")
@click.option("--version", type=NUMBER, help="Of which version, where more than one has left.")
@click.option("--evidence", type=Place(), help="The mail, as a file.")
@click.option("--words", default="", help="Who said what and when; the evidence of a call.")
@click.option("--reference", default="", help="The number under which PV keeps the case.")
@click.option("--duplicate-of", type=NUMBER, help="The case of this desk that it repeats.")
@click.option(
    "--only-number", is_flag=True, help="Put PV's number right; its decision stands as it is."
)
@click.option(
    "--reason",
    type=Member(Reason, only=RecordAnswer.reasons),
    help="Why PV takes it for no case.",
)
@click.option("--explanation", default="", help="In words, where the reason is another.")
@pass_terminal
def answer(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    number: int,
    decision: PvDecision,
    way: Way,
    version: int | None,
    evidence: Path | None,
    words: str,
    reference: str,
    duplicate_of: int | None,
    *,
    only_number: bool,
    reason: Reason | None,
    explanation: str,
) -> None:
    """Record what PV said of case NUMBER, with the evidence, signed with your password."""
    seen = words if evidence is None else evidence_of(attached(evidence))
    known = reference.strip()
    said = SpokenAnswer(
        number, decision, way, seen, known, words, duplicate_of, only_number, version
    )
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        require_whole(app.desk.read, said, reason)
        reason_of(RecordAnswer(said, 0, reason, explanation))
        record = record_of(said, reason)
        made = sign_here(app, actor, record, Name(f"case:{number}"), Meaning.RESPONSIBLE)
        app.desk.perform(RecordAnswer(said, made.id, reason, explanation), actor)
    say(f"Case {number}: {decision.value}, recorded and signed.")
