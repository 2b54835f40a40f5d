"""Signing at the terminal: the password once more, typed now and never from a keyring."""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.login import line_of_input
from webcare_desk.cli.show import plain, say
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.signature import Meaning, Signature, signature_block
from webcare_desk.errors import UsageError
from webcare_desk.vault.secret import Secret

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.store.base import Reads


def sign_here(
    app: "App", actor: Actor, record: Digest, document: Name, meaning: Meaning
) -> Signature:
    """Put the actor's signature under a record; the password is the next line of input."""
    from webcare_desk.signing_off import sign

    person = app.desk.read.moderator(actor.moderator)
    login = None if person is None else person.login
    return sign(app.desk, actor, _password(), record, document, meaning, login=login)


def signatures(read: "Reads", *rows: int | None) -> list[Signature]:
    """Return the signatures under a record; `rows` are theirs, or None where one is missing."""
    found = (read.signature(row) for row in rows if row is not None)
    return [each for each in found if each is not None]


def as_signed(record: Mapping[str, object], signed: Iterable[Signature]) -> dict[str, object]:
    """Return a record as `--json` gives it: with its signatures, and how they are printed."""
    found = list(signed)
    printed = [list(signature_block(each)) for each in found]
    return {**record, "signatures": found, "printed": printed}


def say_signed(signed: Iterable[Signature]) -> None:
    """Print what a signed record must show, a block for each signature."""
    for each in signed:
        say("")
        say("\n".join(map(plain, signature_block(each))))


def _password() -> Secret:
    if sys.stdin.isatty():
        return Secret(click.prompt("Password, to sign", hide_input=True, err=True))
    given = line_of_input()
    if given is None:
        msg = "To sign, give your password once more: on standard input, in a line of its own."
        raise UsageError(msg)
    return given
