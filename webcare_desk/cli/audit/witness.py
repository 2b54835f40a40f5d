"""`audit cosign` and `audit timestamp`: somebody else's word for the log."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.audit.anchor import EVERY, told
from webcare_desk.cli.kinds import KEY, CosignerKey, Place
from webcare_desk.cli.show import json_option, plain, say, say_json, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.anchor import AnchorKind
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import BrokenSealError, UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.domain.anchor import Anchor
    from webcare_desk.domain.moderator import Actor
    from webcare_desk.vault.cosigning import Cosigner


@click.command()
@pass_terminal
def timestamp(terminal: Terminal) -> None:
    """Ask the time-stamping authority of the settings for a token over the present head."""
    from webcare_desk.jobs.anchor import make_timestamp
    from webcare_desk.rounds import anchor_due

    with terminal.acting(Right.REVIEW) as (app, _):
        if app.anchor_ways.authority is None:
            msg = "No time-stamping authority is set: see `tsa` under [anchor] in desk.toml."
            raise UsageError(msg)
        number = make_timestamp(app.desk)
        anchor_due(app)
        found = app.desk.read.anchor(number)
        if found is not None:
            say(told(found) + _stamped(app, found))


def _stamped(app: "App", found: "Anchor") -> str:
    authority = app.anchor_ways.authority
    if authority is None or found.evidence is None:
        return ""
    at = authority.time_of(found.head.note, base64.b64decode(found.evidence))
    return f" The authority saw it at {when(at)}."


@click.command()
@click.option("--state", required=True, type=Place(), help="What you saw last.")
@click.option("--name", help="Under which you cosign; else your login.")
@click.option("--key", type=KEY, help="The log's public key, or its file, at the first time.")
@pass_terminal
@click.pass_context
def cosign(
    ctx: click.Context, terminal: Terminal, state: Path, name: str | None, key: str | None
) -> None:
    """Cosign the log, as its supervisor, if it only grew since you saw it last.

    Your key is in your own keyring, for your account alone, and is made at the
    first time; the state file is yours too. A shorter or another log is a fork and is not cosigned.
    """
    from webcare_desk import actions
    from webcare_desk.inspection import witnessed
    from webcare_desk.jobs.anchor import kept_head
    from webcare_desk.witness import read_seen, write_seen

    seen = read_seen(state)
    with terminal.acting(Right.REVIEW, Right.OVERSEE) as (app, by):
        verifier = key or (app.verifier if seen is None else seen.verifier)
        head = kept_head(app.desk.read.head_note())
        try:
            now = witnessed(app.folder, head.note, seen, verifier)
        except BrokenSealError as error:
            say(f"NOT cosigned. {error}")
            ctx.exit(1)
        kept, called = _own_key(app, by, name)
        cosigner = _cosigner(terminal, kept, called)
        line = cosigner.cosign(head.note, app.desk.clock() // 1_000_000)
        write_seen(state, now)
        app.desk.perform(actions.KeepAnchor(AnchorKind.COSIGNATURE, head, line), by)
    say(f"Cosigned: {now.size} entries, root {now.root}.")
    say(line.rstrip("\n"))
    say(f"Your public key: {cosigner.verifier}")


@click.command()
@click.option("--key", required=True, type=CosignerKey(), help="His public key, or its file.")
@json_option
@pass_terminal
@click.pass_context
def cosigned(ctx: click.Context, terminal: Terminal, key: str, *, as_json: bool) -> None:
    """Check the cosignatures that the desk keeps, with the supervisor's public key.

    That none is kept under the name of this key is a finding too.
    """
    with terminal.reading(Right.REVIEW) as app:
        kept = app.desk.read.anchors(EVERY)
    name = key.partition("+")[0]
    found = [
        _checked(each, each.evidence, key)
        for each in kept
        if each.evidence is not None and each.evidence.startswith(f"— {name} ")
    ]
    if as_json:
        say_json(found)
    else:
        for each in found:
            said = each.flaw or f"cosigned {when(each.at)}."
            say(f"Anchor {each.anchor}, {each.entries} entries: {said}")
        if not found:
            say(f"No cosignature by {plain(name)} is kept here.")
    ctx.exit(int(not found or any(each.flaw for each in found)))


@dataclass(frozen=True, slots=True)
class _Cosigned:
    """A cosignature that is kept: when it was given (UTC microseconds), or what is wrong with it."""

    anchor: int
    entries: int
    root: str
    at: int | None
    flaw: str


def _checked(anchor: "Anchor", line: str, key: str) -> _Cosigned:
    from webcare_desk.vault.cosigning import cosigned_at  # loads cryptography

    at, flaw = None, ""
    try:
        at = cosigned_at(anchor.head.note, line, key) * 1_000_000
    except BrokenSealError as error:
        flaw = str(error)
    return _Cosigned(anchor.id, anchor.head.size, anchor.head.root, at, flaw)


def _own_key(app: "App", by: "Actor", name: str | None) -> tuple[str, str]:
    """Return under which name a person's own key is kept, and the name she cosigns under."""
    person = app.desk.read.moderator(by.moderator)
    called = person.login if name is None and person is not None else str(name)
    return f"cosigner:{by.moderator}:{called}", called


def _cosigner(terminal: Terminal, kept_as: str, name: str) -> "Cosigner":
    """Return the key of who cosigns; it is made at the first time."""
    from webcare_desk.vault.cosigning import Cosigner  # loads cryptography

    kept = terminal.secrets.get(kept_as)
    try:
        cosigner = Cosigner.generate(name) if kept is None else Cosigner.from_secret(kept)
    except ValueError as error:
        msg = "Cosign under a name without blanks and without a plus."
        raise UsageError(msg) from error
    if kept is None:
        terminal.secrets.put(kept_as, cosigner.to_secret())
    return cosigner


COMMANDS: tuple[click.Command, ...] = (timestamp, cosign, cosigned)
