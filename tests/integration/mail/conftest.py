"""One real mail server for the session, and empty mailboxes for each test."""

import os
from collections.abc import Iterator

import pytest

from tests.integration.mail.server import MailServer, missing, running


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    """Start the mail server, or skip; where the gate requires it, fail instead."""
    reason = missing()
    if reason and os.environ.get("WEBCARE_DESK_REQUIRE_MAIL") == "1" and "CI" in os.environ:
        pytest.fail(f"the mail server {reason}")
    if reason:
        pytest.skip(f"the mail server {reason}")
    with running() as server:
        yield server


@pytest.fixture
def post(mail_server: MailServer) -> MailServer:
    """Return the server without any mail."""
    mail_server.empty()
    return mail_server
