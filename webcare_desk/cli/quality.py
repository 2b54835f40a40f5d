"""`qc`: draw decisions, let a second person check them, and see how often they were wrong."""

from dataclasses import replace

import click

from webcare_desk import actions
from webcare_desk.cli.kinds import NUMBER, Member, Whole
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.period import until_now
from webcare_desk.cli.show import due, json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.quality import CheckReason, rates
from webcare_desk.domain.sampling import Below, Outcome
from webcare_desk.errors import UsageError

_BELOW = {"5": Below.FIVE, "2": Below.TWO, "1": Below.ONE, "0.5": Below.HALF}


@click.group()
def quality() -> None:
    """Check decisions: a drawn share of them, by a second person."""


@quality.command()
@moment_option("--since", "Decisions not before this moment.", required=True)
@moment_option("--until", "Decisions before this moment; else until now.")
@click.option("--share", type=Whole(1, 100), help="Per cent; else as the settings say.")
@click.option(
    "--below",
    type=click.Choice(list(_BELOW)),
    help="Instead: enough of what was closed as no report to rule out so many per cent of misses.",
)
@json_option
@pass_terminal
def draw(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    since: int,
    until: int | None,
    share: int | None,
    below: str | None,
    *,
    as_json: bool,
) -> None:
    """Draw decisions of a period that a second person is to check.

    The program draws the seed: whoever chose it would choose the decisions.
    """
    from webcare_desk import oversight

    with terminal.acting(Right.OVERSEE) as (app, actor):
        drawn = oversight.new_seed()
        part, rate = share or app.settings.check_share, None if below is None else _BELOW[below]
        asked = until_now(app.desk.clock(), since, until)
        chosen = oversight.Draw(*asked, part, drawn, rate)
        count = oversight.draw_checks(app.desk, chosen, actor)
    how = f"{part} per cent" if below is None else f"to rule out {below} per cent of misses"
    if as_json:
        told = {"share": part} if below is None else {"below": below}
        say_json({"drawn": count, "seed": drawn, **told})
    else:
        said = "1 decision is" if count == 1 else f"{count} decisions are"
        say(f"{said} drawn: {how}, seed {drawn}.")


@quality.command("list")
@json_option
@pass_terminal
def list_checks(terminal: Terminal, *, as_json: bool) -> None:
    """List the drawn decisions that wait for you; your own are not among them."""
    from webcare_desk import oversight

    with terminal.looking(Right.REVIEW) as (app, actor):
        read, now = app.desk.read, app.desk.clock()
        found = oversight.offered(read, "" if actor is None else actor.moderator)
    if as_json:
        say_json(found)
        return
    rows = [
        (each.id, each.decision.comment, each.decision.kind.value, due(each.due_at, now))
        for each in found
    ]
    say_table(("check", "comment", "decision", "due"), rows)


@quality.command()
@click.argument("number", type=NUMBER)
@click.option("--agree/--disagree", default=None, help="What you find.")
@click.option("--category", type=Member(Category), help="What the comment is.")
@click.option("--because", type=Member(CheckReason), help="Why you disagree.")
@click.option("--remark", default="", help="In your own words.")
@pass_terminal
def check(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    number: int,
    category: Category | None,
    because: CheckReason | None,
    remark: str,
    *,
    agree: bool | None,
) -> None:
    """Say of drawn decision NUMBER whether you agree with it."""
    from webcare_desk import casework
    from webcare_desk.casebook.filing import filing_of

    if agree is None:
        msg = "Say --agree or --disagree."
        raise UsageError(msg)
    with terminal.acting(Right.OVERSEE) as (app, actor):
        said = actions.CheckDecision(number, agree, category, because, remark)
        filed = casework.Decision(filing=filing_of(app.settings, app.protocol))
        found = casework.check_decision(app.desk, app.protocol, said, actor, filed)
        comment = found.decision.comment
        say(f"The decision about comment {comment} is checked.")
        if found.found_event:
            case = actions.known_case(app.desk.read, comment)
            is_crisis = found.category is Category.CRISIS
            gone = "Answer it now: it is in the crisis queue." if is_crisis else "Escalate it now."
            if case is not None:
                way = "is on its way to PV" if case.is_open else "is with PV: follow it up now"
                gone = f"Case {case.id} {way}."
            say(f"Day zero of comment {comment} stays the first look at it. {gone}")
            say("A deviation is open for it.")


@quality.command("done")
@moment_option("--since", "Checked not before this moment.", required=True)
@moment_option("--until", "Checked before this moment; else until now.")
@json_option
@pass_terminal
def list_done(terminal: Terminal, since: int, until: int | None, *, as_json: bool) -> None:
    """List what was checked: when it was drawn, by whom it was checked, and what was said of it."""
    with terminal.reading(Right.REVIEW) as app:
        _, end = until_now(app.desk.clock(), since, until)
        names = {m.id: m.name for m in app.desk.read.moderators()}
        drawn = app.desk.read.checks(since, end)
    found = [  # whose decision it was is not shown here either
        replace(each, decision=replace(each.decision, by=""))
        for each in drawn
        if each.checked_at is not None and since <= each.checked_at < end
    ]
    if as_json:
        say_json(found)
        return
    rows = [
        (
            each.id,
            each.decision.comment,
            each.decision.kind.value,
            when(each.drawn_at),
            when(each.checked_at),
            names.get(each.checked_by or "", each.checked_by),
            "agrees" if each.agrees else "disagrees",
            each.remark,
        )
        for each in found
    ]
    names_of = ("check", "comment", "decision", "drawn", "checked", "checked by", "said", "remark")
    say_table(names_of, rows)


@quality.command("rates")
@moment_option("--since", "Decided or checked not before this moment.", required=True)
@moment_option("--until", "Decided or checked before this moment; else until now.")
@json_option
@pass_terminal
def show_rates(terminal: Terminal, since: int, until: int | None, *, as_json: bool) -> None:
    """Show how often a second person disagreed, with the exact 95 % interval."""
    with terminal.reading(Right.REVIEW) as app:
        _, end = until_now(app.desk.clock(), since, until)
        found = rates(app.desk.read.checks(since, end))
    if as_json:
        say_json(found)
        return
    say(f"Decided or checked from {when(since)} to {when(end)}:")
    say_table(
        ("decision", "drawn", "checked", "disagreed", "missed", "rate, 95 %", "erased unchecked"),
        (
            (
                each.kind.value,
                each.drawn,
                each.checked,
                each.disagreed,
                each.missed,
                f"{each.low:.1%} to {each.high:.1%}",
                each.erased,
            )
            for each in found
        ),
    )


@quality.command("draws")
@moment_option("--since", "Drawn not before this moment.", required=True)
@moment_option("--until", "Drawn before this moment; else until now.")
@json_option
@pass_terminal
def list_draws(terminal: Terminal, since: int, until: int | None, *, as_json: bool) -> None:
    """List the draws, and which share of misses among “not a report” each rules out."""
    from webcare_desk import oversight

    with terminal.reading(Right.REVIEW) as app:
        asked = until_now(app.desk.clock(), since, until)
        found = list(oversight.outcomes(app.desk.read, *asked))
    if as_json:
        say_json([{"outcome": each, "fewer_than": each.fewer_than} for each in found])
        return
    names = ("drawn", "from", "until", "how many", "seed", "among", "checked", "missed", "misses")
    say_table(names, map(_row_of, found))


def _row_of(outcome: Outcome) -> tuple[object, ...]:
    chosen = outcome.chosen
    below = next((name for name, rate in _BELOW.items() if rate is chosen.below), None)
    bound = outcome.fewer_than
    return (
        when(outcome.at),
        when(chosen.since),
        when(chosen.until),
        f"{chosen.share} %" if below is None else f"below {below} %",
        chosen.seed,
        outcome.among,
        f"{outcome.checked} of {outcome.size}",
        outcome.missed,
        "–" if bound is None else f"fewer than {bound:.1%} (95 %, one-sided)",
    )
