"""A mail server that says a byte now and then, and never ends its line, is left at the deadline."""

import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.connectors.courier_servers import account_at, send_to
from tests.connectors.hostile import Wire, drips, hostile
from tests.connectors.test_mailbox import at, mailbox
from tests.support.tls import Authority, Pair
from webcare_desk.connectors.courier_smtp import Security
from webcare_desk.errors import UnavailableError

DEADLINE = 0.5
Visit = Callable[[int, Path, Security], object]


def imap(port: int, ca_file: Path, security: Security) -> object:
    """Visit the mailbox."""
    account = replace(at(port, ca_file), security=security, deadline=DEADLINE)
    return mailbox(account).fetch(None)


def smtp(port: int, ca_file: Path, security: Security) -> object:
    """Bring a packet."""
    return send_to(replace(account_at(port, ca_file), security=security, deadline=DEADLINE))


def encrypted(wire: Wire, pair: Pair) -> Wire:
    """Return the wire over TLS."""

    def inside(connection: socket.socket) -> None:
        with pair.context().wrap_socket(connection, server_side=True) as line:
            wire(line)

    return inside


@pytest.mark.parametrize("security", Security)
@pytest.mark.parametrize(
    ("visit", "first"),
    [
        (imap, b"* OK "),
        (imap, b"* OK hello\r\n* CAPABILITY "),
        (smtp, b"220 "),
        (smtp, b"220 hello\r\n250-"),
    ],
)
def test_a_mail_server_that_drips_is_left_at_the_deadline(
    tmp_path: Path, security: Security, visit: Visit, first: bytes
) -> None:
    """Each byte comes long before the timeout of a wait, which is seconds here."""
    authority, wire = Authority(tmp_path), drips(first)
    if security is Security.TLS:
        wire = encrypted(wire, authority.server("127.0.0.1"))
    with hostile(wire, speaks_first=True) as server:
        began = time.monotonic()
        with pytest.raises(UnavailableError):
            visit(server.port, authority.roots, security)
        assert time.monotonic() - began < 5
