"""`audit`: what ties the log to the world outside, so that more than this machine knows it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.files import read_file
from webcare_desk.cli.kinds import KEY, LIMIT, NewFile, Place
from webcare_desk.cli.login import code_of, credentials, password_of
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.anchor import AnchorKind
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.errors import BrokenSealError, PacketError, UsageError
from webcare_desk.newfile import written
from webcare_desk.store.base import LogFilter

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.domain.anchor import Anchor, KeptHead
    from webcare_desk.domain.moderator import Actor

#: No file that anybody keeps as an anchor is larger (bytes): a packet with its thread.
_LARGEST = 64 * 1024 * 1024
#: As many anchors as there are.
EVERY = 2**31
#: So many entries a login makes at most: itself, and what the program does with it.
_OF_LOGIN = 8


@click.group()
def anchor() -> None:
    """Give heads of the log to somebody else, and hold what he kept against it."""


@anchor.command()
@click.option("--out", type=NewFile(), help="Write the head to a new file, to carry.")
@json_option
@pass_terminal
def make(terminal: Terminal, out: Path | None, *, as_json: bool) -> None:
    """Send the present head to the supervisor's mailbox and to the time-stamping authority."""
    from webcare_desk.rounds import anchor_due, make_anchors

    if out is not None and as_json:
        msg = "Choose one: with --out the head goes into a file, and there is no list to print."
        raise UsageError(msg)
    with terminal.acting(Right.REVIEW) as (app, _):
        if out is not None:
            with written(out) as draft:
                draft.write_text(app.desk.read.head_note(), encoding="utf-8")
            say(f"The head is in {out}: keep it where nobody of this desk can change it.")
            return
        made = make_anchors(app)
        if not made:
            msg = "Nobody is set to whom a head could go: see [anchor] in desk.toml, or use --out."
            raise UsageError(msg)
        anchor_due(app)
        found = app.desk.read.anchors(made)[::-1]
    if as_json:
        say_json(found)
        return
    for each in found:
        say(told(each))


def told(each: "Anchor") -> str:
    """Return an anchor in a sentence."""
    what = f"Anchor {each.id} ({each.kind.value}, {each.head.size} entries)"
    return f"{what}: {each.state.value}" + (f" ({each.problem})." if each.problem else ".")


@anchor.command("list")
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many anchors.")
@json_option
@pass_terminal
def list_(terminal: Terminal, limit: int, *, as_json: bool) -> None:
    """List the anchors, the newest first."""
    with terminal.reading(Right.REVIEW) as app:
        found = app.desk.read.anchors(limit)
    if as_json:
        say_json(found)
        return
    header = ("anchor", "made", "kind", "state", "entries", "root", "held since", "problem")
    say_table(
        header,
        (
            (
                each.id,
                when(each.made_at),
                each.kind.value,
                each.state.value,
                each.head.size,
                each.head.root[:16],
                "" if each.taken_at is None else when(each.taken_at),
                each.problem,
            )
            for each in found
        ),
    )


@anchor.command()
@click.argument("file", type=Place())
@click.option(
    "--key", type=KEY, help="The public key you were handed, or its file; else the folder's."
)
@pass_terminal
@click.pass_context
def check(ctx: click.Context, terminal: Terminal, file: Path, key: str | None) -> None:
    """Hold a packet, a mail or a head that somebody kept against today's log."""
    from webcare_desk.app import has_desk
    from webcare_desk.cli.terminal import no_desk
    from webcare_desk.inspection import check_head
    from webcare_desk.vault.registered import read_verifier

    if not has_desk(terminal.folder):
        raise UsageError(no_desk(terminal.folder))
    note = _head_of(file, read_file(file, _LARGEST)).note
    try:
        verifier = key or read_verifier(terminal.folder)
        head = check_head(terminal.folder, note, verifier=verifier)
    except BrokenSealError as error:
        say(f"The log does not continue this head: {str(error).rstrip('.')}.")
        ctx.exit(1)
    say(f"The log continues this head: its first {head.size} entries are unchanged.")


@anchor.command("import")
@click.argument("file", type=Place())
@pass_terminal
@click.pass_context
def import_(ctx: click.Context, terminal: Terminal, file: Path) -> None:
    """Check a head that somebody kept, and record that he has it."""
    from webcare_desk import actions
    from webcare_desk.domain.audit import digest
    from webcare_desk.inspection import check_head

    data = read_file(file, _LARGEST)
    head = _head_of(file, data)
    with terminal.acting(Right.REVIEW) as (app, by):
        try:
            check_head(app.folder, head.note, verifier=app.verifier)
        except BrokenSealError as error:
            say(f"The log does not continue this head: {str(error).rstrip('.')}.")
            ctx.exit(1)
        if _is_own(app, head, by):
            raise UsageError(_OWN)
        kept = actions.KeepAnchor(AnchorKind.IMPORTED, head, digest(data))
        number = app.desk.perform(kept, by)
        person = app.desk.read.moderator(by.moderator)
    name = by.moderator if person is None else plain(person.name)
    say(f"Anchor {number}: {name} says that somebody holds the first {head.size} entries.")


_OWN = (
    "You made this head yourself, in the session that it ends with: nobody else holds it. "
    "Let whoever keeps it bring it."
)


def _is_own(app: "App", head: "KeptHead", by: "Actor") -> bool:
    """Say whether who brings a head also took it here, and it left for nobody else."""
    from webcare_desk.actions.entering import LogIn

    if any(
        each.head.root == head.root and each.is_held and each.kind is not AnchorKind.IMPORTED
        for each in app.desk.read.anchors(EVERY)
    ):
        return False
    last = app.desk.read.entries(LogFilter(), head.size, _OF_LOGIN)
    of_persons = [each for each in last if each.role != Role.SYSTEM]
    return bool(of_persons) and (of_persons[0].action, of_persons[0].actor) == (
        LogIn.name,
        by.moderator,
    )


def _head_of(file: Path, data: bytes) -> "KeptHead":
    """Return the head in a file: a packet, a mail, or the note itself."""
    from webcare_desk.connectors.courier import attached
    from webcare_desk.jobs.anchor import CHECKPOINT, kept_head
    from webcare_desk.pv.packet import case_from_json

    try:
        if data.lstrip()[:1] == b"{":
            return kept_head(case_from_json(data)[1])
        in_mail = attached(data, CHECKPOINT)
        text = data.decode("utf-8", "replace") if in_mail is None else in_mail
        return kept_head(text.replace("\r\n", "\n").rstrip("\n") + "\n")
    except (BrokenSealError, PacketError) as error:
        msg = f"{file} holds no signed head of a log: {error}"
        raise UsageError(msg) from error


@click.command("continue")
@click.option("--second", required=True, help="The login of the second person.")
@pass_terminal
def continue_(terminal: Terminal, second: str) -> None:
    """Go on with a log that is not the one the keyring remembers; takes two persons.

    The supervisor's password comes first, then that of the second person, each
    on a line of its own or asked for unseen; then the codes of those who have
    them. The log gets a new name and key.
    """
    from webcare_desk.forks import Person, continue_after_fork
    from webcare_desk.people import More

    with terminal.opened() as app:
        given = credentials(terminal), (second, password_of(second))
        first, other = (Person(*each, More(_code(app, each[0]))) for each in given)
        verifier = continue_after_fork(app, first, other)
    say("The desk works again, and its log goes on under a new name.")
    say(f"Give this public key to the supervisor, to be registered: {verifier}")


def _code(app: "App", login: str) -> str:
    """Return the code of an account that asks for one, if its key is here to look at it."""
    from webcare_desk.codes import is_code_lost

    account = app.desk.read.account(login)
    if account is None or account.code_step is None or is_code_lost(account, app.secrets):
        return ""
    return code_of(login)


COMMANDS: tuple[click.Command, ...] = (anchor, continue_)
