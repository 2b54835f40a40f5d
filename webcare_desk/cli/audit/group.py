"""`audit`: whether the log holds, what it says, and whether it says all."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.audit import anchor, witness
from webcare_desk.cli.audit.at import at
from webcare_desk.cli.audit.export import export
from webcare_desk.cli.audit.filter import filter_of, rights_to_find
from webcare_desk.cli.kinds import KEY, LIMIT, NUMBER, Place
from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.show import json_option, plain, say, say_json, say_json_list, say_table, when
from webcare_desk.cli.terminal import Terminal, no_desk, pass_terminal
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.errors import CorruptFileError, UsageError
from webcare_desk.reports.sentences import is_moment

if TYPE_CHECKING:
    from webcare_desk.inspection import Compared, Verdict
    from webcare_desk.store.base import LogFilter, Reads

#: So many entries are read at once.
_PAGE = 500


@click.group()
def audit() -> None:
    """Verify, show and replay the log."""


@audit.command()
@click.option(
    "--key", type=KEY, help="The public key you were handed, or its file; else the folder's."
)
@click.option(
    "--log-only", is_flag=True, help="Check the log alone, not what the desk holds by it."
)
@json_option
@pass_terminal
@click.pass_context
def verify(
    ctx: click.Context, terminal: Terminal, key: str | None, *, log_only: bool, as_json: bool
) -> None:
    """Check every entry, their order and the signed head; then every text, row and signature.

    Nothing but the public key is needed.
    """
    from webcare_desk.inspection import verify_log

    verdict = verify_log(_desk(terminal), verifier=key, log_only=log_only)
    if as_json:
        say_json({**asdict(verdict), "log_holds": verdict.log_holds})
    else:
        for line in _verdict(verdict):
            say(line)
    ctx.exit(int(not verdict.holds))


def _verdict(verdict: "Verdict") -> Iterator[str]:
    """Yield a line each for the log, the texts, the state and the signatures."""
    if not verdict.log_holds:
        place = "" if verdict.at_entry is None else f" (at entry {verdict.at_entry})"
        yield f"The log does not hold{place}: {verdict.flaw}."
        yield "The texts and the state were not checked: that takes a log that holds."
        return
    yield f"The log holds: {verdict.size} entries, root {verdict.root}."
    for remark in verdict.remarks:
        yield f"Remark: {remark}."
    if verdict.holds and verdict.texts is None:
        yield "The texts, the state and the signatures were not checked: --log-only."
        return
    yield from _held_against(
        "The texts", verdict.texts, "{rows} rows of words have the digests that the log tells"
    )
    yield from _held_against("The state", verdict.state, "{rows} rows are what the log says")
    signed = verdict.signatures is None or verdict.signatures.rows
    all_hold = "every one of a person holds ({rows})" if signed else "no person has signed yet"
    yield from _held_against("The signatures", verdict.signatures, all_hold, "NOT all hold")


def _held_against(
    what: str, found: "Compared | None", good: str, bad: str = "NOT those of the log"
) -> Iterator[str]:
    if found is None:
        yield f"{what}: not checked, since the rest does not fit the log."
    elif found.differences:
        yield f"{what}: {bad}."
        yield from (f"  {plain(difference)}." for difference in found.differences)
    else:
        yield f"{what}: {good.format(rows=found.rows)}."


def _desk(terminal: Terminal) -> Path:
    from webcare_desk.app import has_desk

    if not has_desk(terminal.folder):
        raise UsageError(no_desk(terminal.folder))
    return terminal.folder


def _require_writable(file: Path) -> None:
    try:
        file.touch()
        file.unlink()
    except OSError as error:
        msg = f"{file} cannot be written: {error.strerror}."
        raise UsageError(msg) from error


@audit.command()
@click.option("--into", type=Place(), help="Keep the rebuilt state in a file.")
@json_option
@pass_terminal
@click.pass_context
def replay(ctx: click.Context, terminal: Terminal, into: Path | None, *, as_json: bool) -> None:
    """Rebuild the desk from its log alone, and compare it row for row."""
    from webcare_desk.inspection import replay_log

    folder = _desk(terminal)
    if into is not None and not into.exists():
        _require_writable(into)
    try:
        replayed = replay_log(folder, into)
    except CorruptFileError as error:
        flaw = f"The log cannot be replayed: {error}"
        if as_json:
            say_json({"flaw": flaw})
        else:
            say(flaw)
        ctx.exit(1)
    if as_json:
        say_json(replayed)
    else:
        for difference in replayed.differences:
            say(difference)
        verdict = "equal" if replayed.is_equal else "NOT equal"
        say(f"{verdict}: {replayed.rows} rows, {replayed.entries} entries.")
    ctx.exit(int(not replayed.is_equal))


@audit.command()
@click.option("--actor", help="A login, or `system`.")
@click.option("--action", help="The name of an action, such as escalate.")
@click.option("--comment", type=NUMBER, help="Entries about this comment.")
@moment_option("--since", "Not before this moment.")
@moment_option("--until", "Before this moment.")
@click.option(
    "--words", default="", help="All of them stand in the comment, or in what is said of the act."
)
@click.option("--before", type=NUMBER, help="Entries before this one: the page after it.")
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many entries.")
@click.option("--leaf", is_flag=True, help="In the JSON also the bytes that were hashed, as hex.")
@json_option
@pass_terminal
def show(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal,
    actor: str | None,
    action: str | None,
    comment: int | None,
    since: int | None,
    until: int | None,
    words: str,
    before: int | None,
    limit: int,
    *,
    leaf: bool,
    as_json: bool,
) -> None:
    """List the entries, the newest first."""
    with terminal.reading(*rights_to_find(words)) as app:
        chosen = filter_of(app, actor, action, comment, since, until, words)
        names = {each.id: each.login for each in app.desk.read.moderators()}
        found = _paged(app.desk.read, chosen, before, limit)
        if as_json:
            hidden = frozenset[str]() if leaf else frozenset({"leaf"})
            say_json_list(_fields(each, hidden) for each in found)
        else:
            _show(found, names)


def _paged(
    read: "Reads", chosen: "LogFilter", before: int | None, limit: int
) -> Iterator[AuditEntry]:
    """Yield entries page by page: a whole log fits no memory."""
    while page := read.entries(chosen, before, min(limit, _PAGE)):
        yield from page
        before, limit = page[-1].seq, limit - len(page)


def _fields(entry: AuditEntry, hidden: Collection[str]) -> dict[str, object]:
    names = (field.name for field in fields(entry) if field.name not in hidden)
    return {name: getattr(entry, name) for name in names}


def _show(found: Iterable[AuditEntry], names: Mapping[str, str]) -> None:
    say_table(
        ("entry", "at", "who", "as", "action", "comment", "detail"),
        (
            (
                each.seq,
                when(each.at),
                names.get(each.actor, each.actor),
                each.role,
                each.action,
                each.subject,
                ", ".join(_said(each, names)),
            )
            for each in found
        ),
    )


def _said(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    """Yield why it was done, what the entry says besides, and a clock that went back."""
    if entry.reason is not None:
        yield f"reason {entry.reason}"
    for name, value in sorted(entry.detail.items()):
        if name != "reason":  # an entry of version 1 keeps it here
            known = names.get(str(value), value)
            yield f"{name} {when(value) if isinstance(value, int) and is_moment(name) else known}"
    if entry.clock_back:
        yield f"the clock had gone back {entry.clock_back / 1_000_000:.6f} s"


@audit.command()
@json_option
@pass_terminal
def head(terminal: Terminal, *, as_json: bool) -> None:
    """Print the signed head of the log: keep it elsewhere, as a witness of what was.

    With --json also what came after the last head that somebody else holds.
    """
    from webcare_desk.jobs.anchor import state_of

    with terminal.opened() as app:
        note, open_ = app.desk.read.head_note(), state_of(app.desk.read, app.desk.clock())
    if as_json:
        say_json({"note": note, "unanchored": open_, "over": open_.is_over})
    else:
        say(note.rstrip("\n"))


for _command in (at, export, *anchor.COMMANDS, *witness.COMMANDS):
    audit.add_command(_command)
