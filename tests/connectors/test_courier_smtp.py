"""The mail courier needs TLS, a certificate and a login, on real servers on loopback."""

import asyncio
import smtplib
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP

from tests.connectors.courier_servers import (
    Inbox,
    account_at,
    send_to,
    server_of,
)
from tests.connectors.test_courier import KEY, SENDER, frozen
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.connectors.courier_smtp import Security, SmtpCourier
from webcare_desk.demo.certificate import Certificate, make_certificate
from webcare_desk.demo.mailbox import PvMailbox, listening
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    ForbiddenError,
    UnauthorisedError,
    UnavailableError,
)


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    """Return a certificate for loopback."""
    return make_certificate(tmp_path)


def test_a_mail_arrives_byte_for_byte_and_a_retry_is_known_as_a_copy() -> None:
    with PvMailbox() as mailbox:
        account = account_at(mailbox.port, mailbox.ca_file)
        courier = SmtpCourier(account, lambda: mailbox.password)
        receipt = courier.send(frozen(), key=KEY)
        assert courier.send(frozen(), key=KEY) == receipt
        assert receipt == Receipt(message_id_of(KEY, SENDER), to=account.recipient)
        assert mailbox.mails() == (frozen(),)
        assert mailbox.copies(receipt.remote_id) == 2


def test_tls_from_the_first_byte_works_too(certificate: Certificate) -> None:
    inbox = Inbox()
    context = certificate.server_context()

    def plain(loop: asyncio.AbstractEventLoop) -> SMTP:
        return SMTP(
            inbox,
            loop=loop,
            hostname="localhost",
            auth_callback=lambda *_: True,
            auth_require_tls=False,
        )

    with listening(plain, context) as port:
        account = account_at(port, certificate.ca_file)
        send_to(replace(account, security=Security.TLS))
    assert inbox.mails == [frozen()]


def test_a_certificate_that_nobody_vouches_for_stops_the_mail(certificate: Certificate) -> None:
    inbox = Inbox()
    with server_of(inbox, certificate) as account:
        with pytest.raises(UnavailableError, match=r"certificate .* is not trusted"):
            send_to(replace(account, ca_file=None))
        with smtplib.SMTP(account.host, account.port, "x", timeout=10) as careless:
            assert careless.starttls()[0] == 220  # without a context smtplib trusts anybody
    assert inbox.mails == []


@pytest.mark.requirement("P30")
def test_a_certificate_for_another_host_stops_the_mail(tmp_path: Path) -> None:
    inbox, other = Inbox(), make_certificate(tmp_path, ("elsewhere.example",))
    with (
        server_of(inbox, other) as account,
        pytest.raises(UnavailableError, match=r"certificate .* is not trusted"),
    ):
        send_to(account)
    assert inbox.mails == []


def test_a_server_without_starttls_gets_neither_mail_nor_password() -> None:
    inbox = Inbox()
    asked: list[str] = []

    def password() -> str:
        asked.append("asked")
        return "secret"

    with (
        listening(lambda loop: SMTP(inbox, loop=loop, hostname="localhost")) as port,
        pytest.raises(ForbiddenError, match="offers no encryption"),
    ):
        send_to(account_at(port, None), password)
    assert (inbox.mails, asked) == ([], [])


def test_a_server_without_a_login_gets_no_mail(certificate: Certificate) -> None:
    inbox = Inbox()

    def answering(loop: asyncio.AbstractEventLoop) -> SMTP:
        return SMTP(
            inbox,
            loop=loop,
            hostname="localhost",
            tls_context=certificate.server_context(),
            auth_exclude_mechanism=["LOGIN", "PLAIN"],
        )

    with (
        listening(answering) as port,
        pytest.raises(ForbiddenError, match="offers no login"),
    ):
        send_to(account_at(port, certificate.ca_file))
    assert inbox.mails == []


def test_a_wrong_password_is_a_sentence_without_the_password() -> None:
    with PvMailbox() as mailbox:
        account = account_at(mailbox.port, mailbox.ca_file)
        with pytest.raises(UnauthorisedError, match="refused the login") as caught:
            send_to(account, lambda: "canary-9c41")
        assert "canary-9c41" not in str(caught.value)
        with pytest.raises(UnauthorisedError, match="letters that SMTP cannot carry"):
            send_to(account, lambda: "wachtwoord é")
        assert mailbox.mails() == ()
