"""`case reconcile`, `statement`, `discrepancies`, `resolve`: our list and PV's side by side."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from webcare_desk.actions.cases import RecordPvSignature, ResolveDiscrepancy, SignReconciliation
from webcare_desk.actions.reconcile import signable
from webcare_desk.casebook.reconcile import export, held_against, said
from webcare_desk.casebook.reconcile import reconcile as compare_lists
from webcare_desk.casebook.reconcile import statement as our_list
from webcare_desk.cli.case.evidence import attached
from webcare_desk.cli.case.export import give
from webcare_desk.cli.kinds import NUMBER, Member, Place
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.period import span
from webcare_desk.cli.show import json_option, plain, say, say_json, when
from webcare_desk.cli.sign_here import sign_here
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.listed import Resolution
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reconciliation import OpenLine
from webcare_desk.domain.signature import Meaning
from webcare_desk.reports import listing

if TYPE_CHECKING:
    from webcare_desk.app import App

F = TypeVar("F", bound=Callable[..., object])
_COLUMNS = {
    "reference": "our reference",
    "link": "the permalink",
    "verbatim": "the text",
    "hash": "the SHA-256 of the text",
    "number": "PV's number",
    "status": "what PV decided",
}
_DAYS = {"day": 1, "week": 7}
_FORMS = {"csv": listing.to_csv, "xlsx": listing.to_xlsx, "pdf": listing.to_pdf}


def _with_columns(command: click.Command) -> click.Command:
    """Give a command an option for each column of PV's list."""
    for name, words in reversed(_COLUMNS.items()):
        told = f"The column with {words}."
        command.params.append(click.Option([f"--{name}"], metavar="COLUMN", help=told))
    return command


def _period_options(command: F) -> F:
    """Give a command the options of a period: the last whole day or week, or two moments."""
    command = moment_option("--until", "Its end, not after now.")(command)
    command = moment_option("--since", "Its beginning; alone, up to now.")(command)
    days = click.Choice(sorted(_DAYS))
    words = "The last whole day or week."
    return click.option("--period", type=days, default="week", show_default=True, help=words)(
        command
    )


@_with_columns
@click.command()
@click.argument("pvlist", type=Place())
@_period_options
@json_option
@pass_terminal
@click.pass_context
def reconcile(  # noqa: PLR0913, PLR0917 - the options of the command
    ctx: click.Context,
    terminal: Terminal,
    /,
    pvlist: Path,
    period: str,
    since: int | None,
    until: int | None,
    *,
    as_json: bool,
    **columns: str | None,
) -> None:
    """Hold PV's list in the file PVLIST (CSV or JSON Lines) against our cases.

    Columns that you do not name are guessed from the header. The exit code is 1 while a
    discrepancy is open. On the desk of a demo that is over the lists are compared, and nothing
    is kept. Elsewhere the list stays as it came, also when a person's data are erased: ask PV
    for one without names and words.
    """
    named = {name: value for name, value in columns.items() if value is not None}
    with terminal.opened() as app:
        if app.is_demo:
            asked = _span(app, period, since, until, ends_now=True)
            ctx.exit(_compared(app, pvlist, asked, named, as_json=as_json))
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        asked = _span(app, period, since, until, ends_now=True)
        made, listed = compare_lists(app.desk, pvlist, actor, asked, named)
        found, lines = app.desk.read.reconciliation(made), _lines(app)
    if as_json:
        rejected = [{"line": line, "reason": reason} for line, reason in listed.rejected]
        told = [_told(*each) for each in lines]
        say_json({"reconciliation": found, "rejected": rejected, "discrepancies": told})
    elif found is not None:
        counts = f"{found.lines} lines, {found.cases} cases of the period, {found.matched} matched"
        say(f"reconciliation {made}: {counts}, {len(lines)} discrepancies open")
        _say_lines(lines)
    ctx.exit(int(bool(lines)))


@click.command()
@_period_options
@click.option("--format", "form", type=click.Choice(sorted(_FORMS)), default="csv", help="As what.")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Else that of the desk.")
@click.option("--out", type=Place(), help="A new file; else standard output.")
@pass_terminal
def statement(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    period: str,
    since: int | None,
    until: int | None,
    form: str,
    language: str | None,
    out: Path | None,
) -> None:
    """Print our list of a period for PV; without a case it is a nil report.

    The log says that it left in a file.
    """
    with terminal.looking() as (app, actor):
        asked = _span(app, period, since, until, ends_now=False)
        listing = our_list(
            app.desk.read, *asked, app.desk.clock(), language or app.settings.language
        )
        made = _FORMS[form](listing)
        if out is not None and actor is not None:
            export(app.desk, actor, out, made)
            return
    give(made, out)


@click.command()
@click.option("--all", "is_all", is_flag=True, help="Also what was settled: by whom, and how.")
@json_option
@pass_terminal
@click.pass_context
def discrepancies(ctx: click.Context, terminal: Terminal, *, is_all: bool, as_json: bool) -> None:
    """List what does not agree with PV's list, the oldest first; exit code 1 if anything."""
    with terminal.reading() as app:
        lines = _lines(app, only_open=not is_all)
        names = {each.id: each.name for each in app.desk.read.moderators()}
    still = sum(each.resolution is None for each, _ in lines)
    if as_json:
        say_json([_told(*each) for each in lines])
    else:
        _say_lines(lines, names)
        say(f"{still} open.")
    ctx.exit(int(bool(still)))


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--resolution", type=Member(Resolution, Resolution.AGREES_NOW), required=True)
@click.option("--words", required=True, help="What was done, with whom, and why that settles it.")
@pass_terminal
def resolve(terminal: Terminal, number: int, resolution: Resolution, words: str) -> None:
    """Settle discrepancy NUMBER."""
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        app.desk.perform(ResolveDiscrepancy(number, resolution, words), actor)
    say(f"Discrepancy {number} is settled: {resolution.value}.")


@click.command("sign-list")
@click.argument("number", type=NUMBER)
@pass_terminal
def sign_list(terminal: Terminal, number: int) -> None:
    """Sign reconciliation NUMBER for our side, with your password."""
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        record = signable(app.desk.read, number)
        document = Name(f"reconciliation:{number}")
        made = sign_here(app, actor, record, document, Meaning.REVIEWED)
        app.desk.perform(SignReconciliation(number, made.id), actor)
    say(f"Reconciliation {number} is signed, signature {made.id}.")


@click.command("pv-signed")
@click.argument("number", type=NUMBER)
@click.option("--who", required=True, help="Who signed for PV.")
@click.option("--way", type=Member(Way), required=True, help="How it came.")
@click.option("--evidence", type=Place(), required=True, help="What they sent.")
@pass_terminal
def pv_signed(terminal: Terminal, number: int, who: str, way: Way, evidence: Path) -> None:
    """Record that PV's side signed reconciliation NUMBER."""
    seen = evidence_of(attached(evidence))
    with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
        app.desk.perform(RecordPvSignature(number, who, way, seen), actor)
    say(f"Reconciliation {number}: the signature of PV is recorded.")


def _span(
    app: "App", period: str, since: int | None, until: int | None, *, ends_now: bool
) -> tuple[int, int]:
    zone = app.protocol.openings.zone
    return span(app.desk.clock(), _DAYS[period], since, until, zone, ends_now=ends_now)


def _lines(app: "App", *, only_open: bool = True) -> list[tuple[OpenLine, str]]:
    """Return each line, or those that are open, with what it means."""
    read = app.desk.read
    found = read.discrepancies(only_open=only_open)
    return [(each, said(read, each.discrepancy)) for each in found]


def _told(line: OpenLine, meaning: str) -> dict[str, object]:
    shown = ("id", "kind", "case", "line", "opened_at", "ours", "theirs")
    settled = ("resolution", "resolved_at", "resolved_by", "words")
    more = () if line.resolution is None else settled
    told = {name: getattr(line, name) for name in (*shown, *more)}
    return {**told, "explained": meaning}


def _compared(
    app: "App", pvlist: Path, asked: tuple[int, int], named: dict[str, str], *, as_json: bool
) -> int:
    """Say what does not agree without keeping it; return the exit code."""
    found, listed = held_against(app.desk.read, pvlist, asked, named)
    told: list[dict[str, object]] = [
        {
            "kind": each.kind,
            "case": each.case,
            "line": each.line,
            "explained": said(app.desk.read, each),
        }
        for each in found.discrepancies
    ]
    rejected = [{"line": line, "reason": reason} for line, reason in listed.rejected]
    if as_json:
        say_json({"reconciliation": None, "rejected": rejected, "discrepancies": told})
    else:
        say(f"{len(found.matches)} matched, {len(told)} discrepancies; nothing is kept.")
        for each in told:
            say(plain(f"{each['kind']}: {each['explained']}"))
    return int(bool(told))


def _say_lines(lines: list[tuple[OpenLine, str]], names: Mapping[str, str] | None = None) -> None:
    for each, meaning in lines:
        case = "no case" if each.case is None else f"case {each.case}"
        place = "" if each.line is None else f", line {each.line}"
        told = f"{each.id}  {each.kind.value}  {case}{place}, since {when(each.opened_at)}"
        say(plain(f"{told}: {meaning}"))
        if each.resolution is not None:
            who = (names or {}).get(each.resolved_by or "", each.resolved_by)
            how = f"{each.resolution.value} on {when(each.resolved_at)} by {who}"
            say(plain(f"    settled: {how}: {each.words}"))
