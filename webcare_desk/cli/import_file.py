"""`import`: an export of a listening tool, looked at first, then taken in."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from webcare_desk.cli.kinds import LIMIT, Place
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import IMPORTED
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Right, program_for
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.connectors.file_import import Import
    from webcare_desk.connectors.file_mapping import ColumnMapping

F = TypeVar("F", bound=Callable[..., object])
_COLUMNS = {
    "text": "the text",
    "posted_at": "the date of posting",
    "time": "the time of day, where that does not stand with the date",
    "id": "the id of the comment",
    "author": "the author",
    "thread": "the thread",
    "parent": "the id of the comment that it answers",
    "link": "the link",
}
_OTHERS = {
    "date_format": "iso-8601, epoch, or as strptime writes it.",
    "zone": "Of dates that tell none, such as Europe/Amsterdam.",
    "encoding": "Of the file, such as utf-8 or cp1252; else it is found out.",
}


def _mapping_options(command: F) -> F:
    """Give a command an option for each column, for how dates are written, and for the encoding."""
    for name, words in reversed(_OTHERS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, help=words)(command)
    for name, told in reversed(_COLUMNS.items()):
        words = f"The column with {told}."
        option = f"--{name.replace('_', '-')}"
        command = click.option(option, name, metavar="COLUMN", help=words)(command)
    return command


@click.group("import")
def import_file() -> None:
    """Read an export of a listening tool: CSV or JSON Lines.

    Columns that you do not name are guessed from the header; look at a preview first.
    """


@import_file.command("preview")
@click.argument("file", type=Place())
@_mapping_options
@click.option("--limit", type=LIMIT, default=20, show_default=True, help="How many rows.")
@json_option
@click.pass_context
def preview_file(
    ctx: click.Context, /, file: Path, limit: int, *, as_json: bool, **columns: str | None
) -> None:
    """Show what the first rows of FILE would become; nothing is kept."""
    from webcare_desk.connectors.file_import import preview

    mapping = _mapping(file, columns)
    found = preview(file, mapping, limit)
    if as_json:
        say_json({"mapping": mapping, "import": found})
    else:
        _show(mapping, found)
    ctx.exit(int(bool(found.rejected)))


@import_file.command("run")
@click.argument("file", type=Place())
@_mapping_options
@click.option(
    "--source", help="The name of the source, after “import:”; else the name of the file."
)
@json_option
@pass_terminal
@click.pass_context
def run_file(
    ctx: click.Context,
    terminal: Terminal,
    /,
    file: Path,
    source: str | None,
    *,
    as_json: bool,
    **columns: str | None,
) -> None:
    """Take the comments of FILE in; each rejected row is told with its line.

    Rows whose ids the desk has are read again. A file from elsewhere, or one that numbers its
    rows anew, needs a --source of its own. A doubt about its dates must be settled first.

    It takes the right to classify; the log names who asked for it, and the source.
    """
    from webcare_desk.connectors.file_import import PAGE, FileSource
    from webcare_desk.jobs.poll import poll

    name, mapping = _source(source, file), _mapping(file, columns)
    if mapping.doubt:
        msg = f"{mapping.doubt} Nothing was taken in: a comment keeps the date that it came with."
        raise UsageError(msg)
    with terminal.acting(Right.CLASSIFY) as (app, actor):
        if (source or name) in app.connectors:
            msg = f"“{source or name}” is a source of the settings; choose another --source."
            raise UsageError(msg)
        if source and app.desk.read.coverage(source, 1):
            # An import from before such names began alike; its comments must not come twice.
            name = Name(source)
        connector = FileSource(name, file, mapping, partial(app.desk.read.comment_named, name))
        report = connector.report
        app.put_protocol_in_force()
        whole = len(report.comments) // PAGE + 1
        covered = poll(app.desk, connector, app.triage, by=program_for(actor), pages=whole)
    (_say_as_json if as_json else _say_outcome)(report, covered)
    ctx.exit(int(bool(report.rejected) or covered.state is not CoverageState.COMPLETE))


def _mapping(file: Path, columns: dict[str, str | None]) -> "ColumnMapping":
    from webcare_desk.connectors.file_import import mapping_of

    return mapping_of(file, {name: value for name, value in columns.items() if value is not None})


def _source(given: str | None, file: Path) -> Name:
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")
    try:
        own = slug[:80] if given is None else given.removeprefix(IMPORTED)
        return Name(f"{IMPORTED}{own}")
    except ValueError as error:
        msg = "The name of a source is short and in lower case, such as forum-march."
        raise UsageError(msg) from error


def _show(mapping: "ColumnMapping", found: "Import") -> None:
    for name in (*_COLUMNS, *_OTHERS):
        say(f"{name.replace('_', ' '):<12} {plain(getattr(mapping, name)) or '–'}")
    say("")
    say_table(
        ("posted", "author", "text"),
        (
            (
                when(each.posted_at),
                shortened(plain(each.author_name), 20),
                shortened(plain(each.text)),
            )
            for each in found.comments
        ),
    )
    _say_rejected(found)


def _say_as_json(report: "Import", covered: Coverage) -> None:
    told = ("rejected", "notes", "reworded", "redated")
    say_json({"poll": covered} | {name: getattr(report, name) for name in told})


def _say_outcome(report: "Import", covered: Coverage) -> None:
    from webcare_desk.connectors.file_import import some_lines

    _say_rejected(report)
    new, rejected, reworded = covered.added, report.refused, report.reworded
    say(f"{covered.seen} comments read, {new} of them new or changed, {rejected} rejected.")
    if reworded:
        say(f"The desk had other words for {len(reworded)} of them: {some_lines(reworded)}.")
    if report.redated:
        lines = f"{len(report.redated)} of them: {some_lines(report.redated)}"
        say(f"The desk has another date for {lines}. A comment keeps the date that it came with.")
    if covered.problem:
        say(plain(covered.problem))


def _say_rejected(found: "Import") -> None:
    for note in found.notes:
        say(plain(note))
    for row in found.rejected:
        say(f"line {row.line}: {plain(row.reason)}")
    if found.unlisted:
        say(f"and {found.unlisted} more that were rejected")
