"""What the mail courier makes of refusals, cut lines and servers that are none."""

import asyncio
import smtplib
import socket
import ssl
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP

from tests.connectors.courier_servers import (
    POLITE,
    Answering,
    Dropping,
    Inbox,
    Refusing,
    Scripted,
    account_at,
    send_to,
    server_of,
)
from tests.connectors.test_courier import KEY, SENDER, frozen
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.connectors.courier_smtp import Security, SmtpCourier
from webcare_desk.demo.certificate import Certificate, make_certificate
from webcare_desk.demo.mailbox import listening
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    MailSizeError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
)


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    """Return a certificate for loopback."""
    return make_certificate(tmp_path)


@pytest.mark.parametrize(
    ("answer", "known", "said"),
    [
        ("451 4.3.0 later", UnavailableError, "cannot take the mail now"),
        ("552 5.3.4 too big", MailSizeError, "too large"),
        ("552 5.2.2 mailbox full", MalformedError, "refused the mail"),
        ("554 5.7.1 no", MalformedError, "refused the mail"),
        ("530 5.7.0 log in", UnauthorisedError, "refused the login"),
        ("299 odd but fine", None, ""),
        ("199 what", UncertainError, "may have arrived"),
        ("hello", UncertainError, "may have arrived"),
    ],
)
def test_the_answer_to_the_mail_decides(
    certificate: Certificate, answer: str, known: type[ConnectorError] | None, said: str
) -> None:
    with server_of(Answering(answer), certificate) as account:
        if known is None:
            assert send_to(account).remote_id == message_id_of(KEY, SENDER)
        else:
            with pytest.raises(known, match=said):
                send_to(account)


@pytest.mark.requirement("P30")
def test_a_line_cut_after_the_mail_is_uncertain_because_it_may_have_arrived(
    certificate: Certificate,
) -> None:
    inbox = Dropping()
    with (
        server_of(inbox, certificate) as account,
        pytest.raises(UncertainError, match="may have arrived"),
    ):
        send_to(account)
    assert inbox.mails == [frozen()]


def test_a_mail_above_the_limit_is_refused_before_it_is_sent(certificate: Certificate) -> None:
    inbox = Inbox()
    with (
        server_of(inbox, certificate, limit=1000) as account,
        pytest.raises(MailSizeError, match="too large"),
    ):
        send_to(account)
    assert inbox.mails == []


@pytest.mark.parametrize(
    ("limit", "told"), [(2_500_000, "mail of at most 2.5 MB for"), (None, "mail for")]
)
def test_the_check_tells_how_large_a_mail_may_be(
    certificate: Certificate, limit: int | None, told: str
) -> None:
    with server_of(Inbox(), certificate, limit=limit) as account:
        said = SmtpCourier(account, lambda: "any").check()
    assert said == f"127.0.0.1 takes {told} {account.recipient}"


@pytest.mark.requirement("P30")
@pytest.mark.parametrize(
    ("answer", "known"),
    [("550 5.1.1 unknown", ForbiddenError), ("450 4.2.1 later", UnavailableError)],
)
def test_a_refused_recipient_is_told_from_a_passing_trouble(
    certificate: Certificate, answer: str, known: type[ConnectorError]
) -> None:
    inbox = Refusing(answer)
    with server_of(inbox, certificate) as account, pytest.raises(known):
        send_to(account)
    assert inbox.mails == []


@pytest.mark.parametrize(
    ("script", "known", "said"),
    [
        ({b"AUTH": b""}, UnavailableError, "cannot be reached"),
        ({b"AUTH": b"454 4.7.0 later"}, UnavailableError, "cannot take the mail now"),
        ({b"MAIL": b""}, UnavailableError, "cannot be reached"),
        ({b"DATA": b"451 4.3.0 busy"}, UnavailableError, "cannot take the mail now"),
        ({b"DATA": b""}, UncertainError, "may have arrived"),
    ],
)
def test_a_server_that_fails_half_way_is_told_apart(
    certificate: Certificate, script: dict[bytes, bytes], known: type[ConnectorError], said: str
) -> None:
    context = certificate.server_context()
    with listening(lambda _loop: Scripted(POLITE | script), context) as port:
        account = replace(account_at(port, certificate.ca_file), security=Security.TLS)
        with pytest.raises(known, match=said):
            send_to(account)


def test_nobody_listening_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = int(closed.getsockname()[1])
    with pytest.raises(UnavailableError, match="cannot be reached"):
        send_to(account_at(port, None))


def test_a_server_that_is_not_smtp_is_unavailable() -> None:
    class Rude(asyncio.Protocol):
        transport: asyncio.BaseTransport

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = transport
            assert isinstance(transport, asyncio.WriteTransport)
            transport.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    for security in Security:
        with listening(lambda _loop: Rude()) as port, pytest.raises(UnavailableError):
            send_to(replace(account_at(port, None), security=security))


def test_a_missing_certificate_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="certificate file"):
        send_to(account_at(1, tmp_path / "none.pem"))
    (tmp_path / "bad.pem").write_text("not a certificate")
    with pytest.raises(UnavailableError, match="certificate file"):
        send_to(account_at(1, tmp_path / "bad.pem"))


def test_the_context_verifies_name_and_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[ssl.SSLContext] = []

    def spy(self: smtplib.SMTP, *, context: ssl.SSLContext) -> None:
        del self
        seen.append(context)
        raise ConnectionResetError

    monkeypatch.setattr(smtplib.SMTP, "starttls", spy)
    with (
        listening(lambda loop: SMTP(Inbox(), loop=loop, hostname="localhost")) as port,
        pytest.raises(UnavailableError),
    ):
        send_to(account_at(port, None))
    assert [(one.verify_mode, one.check_hostname) for one in seen] == [(ssl.CERT_REQUIRED, True)]


@pytest.mark.parametrize("address", ["a@x.example\r\nRCPT TO:<b@x>", "a>@x.example", "a b@x"])
def test_the_envelope_is_checked_before_any_connection(address: str) -> None:
    account = account_at(1, None)
    for changed in (replace(account, sender=address), replace(account, recipient=address)):
        with pytest.raises(UsageError):
            SmtpCourier(changed, lambda: "any").send(frozen(), key=KEY)
        with pytest.raises(UsageError):
            SmtpCourier(changed, lambda: "any").check()


def test_a_mail_of_another_delivery_or_with_a_foreign_header_is_not_sent() -> None:
    courier = SmtpCourier(account_at(1, None), lambda: "any")
    with pytest.raises(ValueError, match="not that of this delivery"):
        courier.send(frozen(), key="another")
    evil = frozen().replace(b"\r\nTo: ", b"\r\nBcc: e@x.example\r\nTo: ", 1)
    with pytest.raises(MalformedError):
        courier.send(evil, key=KEY)


def test_a_server_that_waits_for_tls_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        account = replace(account_at(silent.getsockname()[1], None), timeout=0.3)
        with pytest.raises(UnavailableError, match="or its security is “tls”"):
            SmtpCourier(account, lambda: "any").check()


@pytest.mark.parametrize("security", Security)
@pytest.mark.parametrize("host", ["mail..example.org", ".", "a" * 70])
def test_what_is_no_name_of_a_server_is_a_sentence(host: str, security: Security) -> None:
    """Else the packet would stay on its way for ever, and what comes after it never be tried."""
    with pytest.raises(UnavailableError, match="is not the name of a server"):
        send_to(replace(account_at(1, None), host=host, security=security))
