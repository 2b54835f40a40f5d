"""`case`: safety cases as PV exchanges them, and messages from elsewhere."""

from functools import partial
from pathlib import Path

import click

from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.lazy import LazyGroup
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell

_PROFILES = click.Choice(["intake", "submission", "ev-masked"])
_FORMATS = click.Choice(["e2b-r3", "cioms", "json"])
_PLACE = Place()


_LATER = {
    "ack": ("webcare_desk.cli.case.ack:ack", "Record an acknowledgement of a receiver."),
    "answer": ("webcare_desk.cli.case.answer:answer", "Record what PV said, signed."),
    "evidence": ("webcare_desk.cli.case.evidence:evidence", "Give what came with an answer."),
    "follow-up": ("webcare_desk.cli.case.version:follow_up", "Tell PV what is new."),
    "amend": ("webcare_desk.cli.case.version:amend", "Change what was told wrongly."),
    "correct": ("webcare_desk.cli.case.version:correct", "Mend a refused report."),
    "nullify": ("webcare_desk.cli.case.version:nullify", "Take a report back."),
    "questions": ("webcare_desk.cli.case.ask:questions", "List the questions for a poster."),
    "ask": ("webcare_desk.cli.case.ask:ask", "Ask the poster of a case for more."),
    "asked": ("webcare_desk.cli.case.ask:asked", "Say how asking ended."),
    "register": ("webcare_desk.cli.case.register:register", "Write the register to a file."),
    "alike": ("webcare_desk.cli.case.alike:alike", "List what may be the same case."),
    "judge": ("webcare_desk.cli.case.alike:judge", "Say whether two cases are one."),
    "send": ("webcare_desk.cli.case.version:send", "Queue a version that was kept back."),
    "reconcile": ("webcare_desk.cli.case.reconcile:reconcile", "Hold PV's list against our cases."),
    "statement": (
        "webcare_desk.cli.case.reconcile:statement",
        "Print our list for PV, nil reports too.",
    ),
    "discrepancies": (
        "webcare_desk.cli.case.reconcile:discrepancies",
        "List what does not agree with PV.",
    ),
    "reconciliations": (
        "webcare_desk.cli.case.reconciled:reconciliations",
        "List the comparisons with PV's lists.",
    ),
    "resolve": ("webcare_desk.cli.case.reconcile:resolve", "Settle a discrepancy."),
    "sign-list": (
        "webcare_desk.cli.case.reconcile:sign_list",
        "Sign a reconciliation for our side.",
    ),
    "pv-signed": ("webcare_desk.cli.case.reconcile:pv_signed", "Record that PV's side signed."),
    "close": ("webcare_desk.cli.case.version:close", "Close a case on which PV decided."),
}


@click.group(cls=LazyGroup, table=_LATER)
def case() -> None:
    """Safety cases: show, export, check, and read what others sent."""


@case.command("list")
@json_option
@pass_terminal
def list_cases(terminal: Terminal, *, as_json: bool) -> None:
    """List every case, the newest first."""
    from webcare_desk.cli.case.show import HEADER, line_of, rows_of

    with terminal.reading() as app:
        now = app.desk.clock()
        rows = rows_of(app, now)
    if as_json:
        say_json(rows)
        return
    say_table(HEADER, [line_of(row, now) for row in rows])


@case.command()
@click.argument("number", type=NUMBER)
@json_option
@pass_terminal
def show(terminal: Terminal, number: int, *, as_json: bool) -> None:
    """Print case NUMBER as PV reads it, its versions, and what PV answered."""
    from webcare_desk.casebook.reading import told_to_pv
    from webcare_desk.cli.case.show import as_told, clock_lines, history, quality_lines

    with terminal.looking(is_told=True) as (app, actor):
        tell(app, actor, case=number)
        if as_json:
            say_json(as_told(app, number))
            return
        say(plain(told_to_pv(app.desk.read, number, app.settings.language)))
        say("")
        for line in (*history(app, number), *quality_lines(app, number)):
            say(plain(line))
        say("")
        for line in clock_lines(app, number):
            say(line)


@case.command()
@click.argument("number", type=NUMBER)
@click.option("--format", "form", type=_FORMATS, default="e2b-r3", help="The form it leaves in.")
@click.option("--profile", type=_PROFILES, default="intake", help="For whom it is.")
@click.option("--meddra", type=_PLACE, help="The folder of a MedDRA release of your own.")
@click.option("--version", type=NUMBER, help="An earlier version; else the latest.")
@click.option("--nullify", metavar="REASON", help="As it would be taken back; see `nullify`.")
@click.option("--amend", metavar="REASON", help="As it would be changed; see `amend`.")
@click.option("--out", type=_PLACE, help="A new file; else standard output.")
@pass_terminal
def export(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    number: int,
    form: str,
    profile: str,
    meddra: Path | None,
    version: int | None,
    nullify: str | None,
    amend: str | None,
    out: Path | None,
) -> None:
    """Export case NUMBER, to standard output or to a new file; the log says that it left."""
    from webcare_desk.cli.case.export import Wanted, exported, give

    with terminal.looking(is_told=True) as (app, actor):
        wanted = Wanted(form, profile, meddra, nullify, amend, version)
        made = exported(app, number, wanted)
        for note in made.notes:
            click.echo(plain(note), err=True)
        give(made.data, out, partial(tell, app, actor, case=number, leaves=True))


@case.command()
@click.argument("file", type=_PLACE)
@click.option("--profile", type=_PROFILES, default="intake", help="For whom it is.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="en", help="Of the messages.")
@click.option(
    "--schema-pack",
    envvar="WEBCARE_DESK_SCHEMA_PACK",
    type=_PLACE,
    help="A folder with the official XML schemas; without it the rules still run.",
)
@json_option
@pass_terminal
def check(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    /,
    file: Path,
    profile: str,
    language: str,
    schema_pack: Path | None,
    *,
    as_json: bool,
) -> None:
    """Check the E2B message in FILE; the exit code is 1 when something is wrong with it."""
    from webcare_desk.cli.case.check import checked, pack_of

    pack = schema_pack or pack_of(terminal.folder)
    found = checked(file, profile, language, pack)
    if as_json:
        say_json(found)
    else:
        for each in found:
            say(plain(f"{each.severity}  {each.rule}  {each.path or 'N'}  {each.message}"))
        say("Nothing is wrong." if not found else f"{len(found)} found.")
    if any(each.severity == "error" for each in found):
        raise click.exceptions.Exit(1)


@case.command("read")
@click.argument("file", type=_PLACE)
@json_option
def read_file(file: Path, *, as_json: bool) -> None:
    """Read the E2B message in FILE, and list what the model has no place for."""
    from webcare_desk.cli.case.check import lines, read_message

    found = read_message(file)
    if as_json:
        say_json(found)
        return
    for path, code, value in lines(found):
        say(plain(f"{path or 'N'}  {code}  {value}"))
    for each in found["unmodelled"]:
        say(plain(f"not modelled: {each['path']}  {each['content']}"))
