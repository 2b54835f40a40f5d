"""Signing at the terminal: the password once more, typed now and never from a keyring."""

import sys
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.login import line_of_input
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.errors import UsageError
from webcare_desk.vault.secret import Secret

if TYPE_CHECKING:
    from webcare_desk.app import App


def sign_here(
    app: "App", actor: Actor, record: Digest, document: Name, meaning: Meaning
) -> Signature:
    """Put the actor's signature under a record; the password is the next line of input."""
    from webcare_desk.signing_off import sign  # noqa: PLC0415 - keeps --help quick

    person = app.desk.read.moderator(actor.moderator)
    login = None if person is None else person.login
    return sign(app.desk, actor, _password(), record, document, meaning, login=login)


def _password() -> Secret:
    if sys.stdin.isatty():
        return Secret(click.prompt("Password, to sign", hide_input=True, err=True))
    given = line_of_input()
    if given is None:
        msg = "To sign, give your password once more: on standard input, in a line of its own."
        raise UsageError(msg)
    return given
