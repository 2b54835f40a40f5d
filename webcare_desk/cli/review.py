"""`review`: ask the log the ready questions, judge what they point to, conclude and sign."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from webcare_desk import actions
from webcare_desk.actions.review import concludable
from webcare_desk.cli.kinds import NUMBER, Member, NewFile, Whole
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.period import until_now
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.sign_here import as_signed, say_signed, sign_here, signatures
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import ReviewHit, Verdict, by_entry, record_of
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import UsageError


@click.group()
def review() -> None:
    """Review the log: questions, findings, a signed conclusion, and what nobody reviewed."""


@review.command()
@moment_option("--since", "Not before this moment.", required=True)
@moment_option("--until", "Before this moment; else until now.")
@click.option(
    "--question", "questions", type=Member(ReviewQuestion), multiple=True, help="Else all."
)
@click.option("--sample", type=Whole(1, 500), default=20, show_default=True, help="How many.")
@json_option
@pass_terminal
def begin(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    since: int,
    until: int | None,
    questions: tuple[ReviewQuestion, ...],
    sample: int,
    *,
    as_json: bool,
) -> None:
    """Begin a review of a period, and print the entries that its questions point to.

    The program draws the seed of the sample: whoever chose it would choose the entries.
    """
    from webcare_desk import oversight

    with terminal.acting(Right.OVERSEE) as (app, actor):
        read = app.desk.read
        first, last = oversight.period(read, *until_now(app.desk.clock(), since, until))
        asked = tuple(each for each in ReviewQuestion if each in questions or not questions)
        drawn = oversight.new_seed()
        scope = oversight.Scope(first, last, asked, drawn, sample)
        number = oversight.begin(app.desk, scope, oversight.zone_here(), actor)
        found = read.review_hits(number)
    if as_json:
        say_json({"review": number, "hits": found})
    else:
        say(f"Review {number} of the entries {first} to {last}, seed {drawn}.")
        _show(found, {})


def _show(hits: Sequence[ReviewHit], names: Mapping[str, str]) -> None:
    say_table(
        ("hit", "entry", "questions", "verdict", "judged by", "judged", "remark"),
        (
            (
                hit.id,
                hit.entry,
                ", ".join(questions),
                hit.verdict or "",
                names.get(hit.judged_by or "", hit.judged_by),
                when(hit.judged_at),
                hit.remark,
            )
            for hit, questions in by_entry(hits)
        ),
    )


@review.command("list")
@json_option
@pass_terminal
def list_reviews(terminal: Terminal, *, as_json: bool) -> None:
    """List every review, the newest first."""
    with terminal.reading(Right.REVIEW) as app:
        found = app.desk.read.reviews()
    if as_json:
        say_json(found)
        return
    say_table(
        ("review", "entries", "began", "concluded", "verdict"),
        (
            (
                each.id,
                f"{each.first}-{each.last}",
                when(each.began_at),
                when(each.concluded_at),
                each.verdict or "",
            )
            for each in found
        ),
    )


@review.command()
@click.argument("number", type=NUMBER)
@json_option
@pass_terminal
def show(terminal: Terminal, number: int, *, as_json: bool) -> None:
    """Show review NUMBER with its entries."""
    with terminal.reading(Right.REVIEW) as app:
        found, hits = app.desk.read.review(number), app.desk.read.review_hits(number)
        names = {each.id: each.name for each in app.desk.read.moderators()}
        signed = signatures(app.desk.read, None if found is None else found.signature)
    if found is None:
        msg = f"There is no review {number}."
        raise UsageError(msg)
    if as_json:
        say_json(as_signed({"review": found, "hits": hits}, signed))
        return
    asked = ", ".join(f"{question.value} {count}" for question, count in found.questions)
    say(f"Entries {found.first} to {found.last}, seed {found.seed}: {asked}.")
    _show(hits, names)
    if found.conclusion is not None:
        say(f"{found.verdict}: {plain(found.conclusion)}")
    say_signed(signed)


@review.command()
@click.argument("hit", type=NUMBER)
@click.option("--finding", default="", help="What is wrong with it, no name: it stays.")
@click.option("--back", default="", help="Why your finding is none: both stand in the record.")
@pass_terminal
def judge(terminal: Terminal, hit: int, finding: str, back: str) -> None:
    """Judge the entry of HIT for every question that points to it; never an act of your own.

    Without a finding it is in order. What was said of it stays: nobody takes back what another
    person found.
    """
    if finding and back:
        msg = "Give --finding, or --back to take your finding back."
        raise UsageError(msg)
    with terminal.acting(Right.OVERSEE) as (app, actor):
        verdict = Verdict.FINDING if finding else Verdict.IN_ORDER
        app.desk.perform(actions.JudgeEntry(hit, verdict, finding or back), actor)
        say(f"Entry {hit} of the review: {verdict.value}.")


@review.command()
@click.argument("number", type=NUMBER)
@click.argument("conclusion")
@click.option("--findings", is_flag=True, help="Not all is in order.")
@pass_terminal
def conclude(terminal: Terminal, number: int, conclusion: str, *, findings: bool) -> None:
    """Conclude review NUMBER and sign it: the password comes once more.

    No name stands in the conclusion: it stays when a person's data are erased.
    """
    verdict = Verdict.FINDING if findings else Verdict.IN_ORDER
    with terminal.acting(Right.OVERSEE) as (app, actor):
        if app.desk.read.review(number) is None:
            msg = f"There is no review {number}."
            raise UsageError(msg)
        found, hits = concludable(app.desk.read, number, verdict, conclusion, actor.moderator)
        record = record_of(found, hits, verdict, conclusion.strip())
        made = sign_here(app, actor, record, Name(f"review:{found.uid}"), Meaning.REVIEWED)
        done = actions.ConcludeReview(number, verdict, conclusion.strip(), made.id)
        app.desk.perform(done, actor)
        say(f"Review {number} is concluded, signature {made.id} over {made.record}.")


@review.command()
@json_option
@pass_terminal
@click.pass_context
def never(ctx: click.Context, terminal: Terminal, *, as_json: bool) -> None:
    """List the entries that no concluded review has asked a question of."""
    from webcare_desk import oversight

    with terminal.reading(Right.REVIEW) as app:
        found = oversight.never_reviewed(app.desk.read)
    if as_json:
        say_json(found)
    else:
        rows = [
            (each.question.value, each.entries, " ".join(f"{a}-{b}" for a, b in each.ranges))
            for each in found
        ]
        say_table(("question", "entries", "never asked of"), rows)
    ctx.exit(int(any(each.entries for each in found)))


@review.command()
@moment_option("--since", "Where the period begins.", required=True)
@moment_option("--until", "Where it ends; else now.")
@click.option("--out", type=NewFile(), help="Write HTML into this new file.")
@json_option
@pass_terminal
def periodic(
    terminal: Terminal, since: int, until: int | None, out: Path | None, *, as_json: bool
) -> None:
    """Report on a period: people, logins, errors, deviations, protocols, the log itself."""
    from webcare_desk import oversight
    from webcare_desk.inspection import verify_log

    with terminal.looking(Right.REVIEW, is_told=True) as (app, actor):
        verdict = verify_log(terminal.folder)
        by = "" if actor is None else actor.moderator
        asked = oversight.Asked(*until_now(app.desk.clock(), since, until), by)
        found = oversight.periodic(app.desk, asked, verdict.flaw or "", verdict.size)
        if as_json or out is None:
            tell(app, actor)
        else:
            oversight.write_page(found, out, record=partial(tell, app, actor, leaves=True))
    if as_json:
        say_json(found)
    elif out is None:
        say(plain(oversight.as_text(found)))
    else:
        say(f"The periodic review is in {out}.")
