"""`case ack FILE`: what a receiver's acknowledgement says, and what the desk makes of it."""

from collections.abc import Iterator
from pathlib import Path

import click

from webcare_desk.casebook.answers import Answer, take
from webcare_desk.cli.files import read_file
from webcare_desk.cli.kinds import Place
from webcare_desk.cli.show import json_option, plain, say, say_json
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.moderator import Right
from webcare_desk.pv.e2b.acknowledgement import TAKEN
from webcare_desk.pv.e2b.safe import LARGEST

_OTHERWISE = "case {case} was answered otherwise before; ask PV which answer holds"
_SENTENCES = {
    AnswerMeaning.ACCEPTED: "case {case} is acknowledged as {reference}",
    AnswerMeaning.REJECTED: "case {case} is refused; correct it and send it again",
    AnswerMeaning.DIFFERENT: _OTHERWISE,
    AnswerMeaning.CONTRARY: _OTHERWISE,
    AnswerMeaning.EARLY: "case {case} has not left the desk yet; the answer is kept until it does",
    AnswerMeaning.UNKNOWN: "{report} is no report of this desk",
    AnswerMeaning.UNREADABLE: "case {case} is answered with {code}, which says neither yes nor no",
}
_UNCLEAR = (
    "case {case} is answered with {code}, which does not say which version it is about: ask PV, and "
    "enter it with `case answer --version`"
)
#: A yes or no that comes again; any other answer is told as the first time.
_AGAIN = {
    AnswerMeaning.ACCEPTED: "case {case} was acknowledged before, as {reference}",
    AnswerMeaning.REJECTED: "case {case} was refused before",
}


@click.command()
@click.argument("file", type=Place())
@json_option
@pass_terminal
def ack(terminal: Terminal, file: Path, *, as_json: bool) -> None:
    """Record the acknowledgement in FILE; the exit code is 1 when a report was not taken."""
    data = read_file(file, LARGEST)
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        taken = take(app.desk, data, actor)
    found = taken.acknowledgement
    if as_json:
        say_json({"acknowledgement": found, "answers": taken.answers})
    else:
        say(plain(f"acknowledgement {found.number}: {found.code}, of batch {found.batch}"))
        for line in _lines(taken.answers):
            say(plain(line))
    if any(_meant(each) is not AnswerMeaning.ACCEPTED for each in taken.answers):
        raise click.exceptions.Exit(1)


def _lines(answers: tuple[Answer, ...]) -> Iterator[str]:
    if not answers[0].knows_batch:
        yield "the batch is none of ours; its reports are looked up by their own numbers"
    for each in answers:
        report = next(iter(each.message.reports), "a report without a number")
        known = {} if each.judged.repeats is None else _AGAIN
        is_unclear = _meant(each) is AnswerMeaning.UNREADABLE and each.message.code == TAKEN
        sentence = _UNCLEAR if is_unclear else {**_SENTENCES, **known}[_meant(each)]
        yield sentence.format(
            case=each.judged.case,
            reference=each.reference,
            report=report,
            code=each.message.code,
        )
        for error in each.message.errors:
            where = ", ".join(error.elements)
            cut = " (cut short by the receiver)" if error.is_cut else ""
            yield f"  {f'{where}: ' if where else ''}{error.text}{cut}"


def _meant(answer: Answer) -> AnswerMeaning:
    """Return what an answer means, be it said for the first time or again."""
    return answer.judged.repeats or answer.judged.meaning
