"""The mail courier against real servers on loopback, good and bad ones."""

import asyncio
import contextlib
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.connectors.test_courier import KEY, SENDER, frozen
from webcare_desk.connectors.courier import message_id_of
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.demo.certificate import Certificate, make_certificate
from webcare_desk.demo.mailbox import PvMailbox, listening
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
)


class Inbox:
    """Takes every mail; subclasses answer otherwise."""

    def __init__(self) -> None:
        """Start empty."""
        self.mails: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd
        """Keep the mail (aiosmtpd's hook)."""
        del server, session
        self.mails.append(envelope.original_content or b"")
        return "250 accepted"


class Answering(Inbox):
    """Answers to the mail with fixed words."""

    def __init__(self, answer: str) -> None:
        """Hold the answer."""
        super().__init__()
        self.answer = answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd
        """Answer (aiosmtpd's hook)."""
        del server, session, envelope
        return self.answer


class Dropping(Inbox):
    """Keeps the mail and cuts the line before it answers."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd
        """Keep and cut (aiosmtpd's hook)."""
        await super().handle_DATA(server, session, envelope)
        assert isinstance(server.transport, asyncio.WriteTransport)
        server.transport.abort()
        return "250 never heard"


class Refusing(Inbox):
    """Knows no such recipient."""

    def __init__(self, answer: str) -> None:
        """Hold the answer to RCPT."""
        super().__init__()
        self.answer = answer

    async def handle_RCPT(  # noqa: N802 - aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, *_rest: object
    ) -> str:
        """Refuse (aiosmtpd's hook)."""
        del server, session, envelope
        return self.answer


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    """Return a certificate for loopback."""
    return make_certificate(tmp_path)


def account_at(port: int, ca_file: Path | None) -> SmtpAccount:
    return SmtpAccount(
        host="127.0.0.1",
        port=port,
        security=Security.STARTTLS,
        login="webcare-desk",
        sender=SENDER,
        recipient="pv@sponsor.example",
        ca_file=ca_file,
        timeout=10.0,
    )


@contextlib.contextmanager
def server_of(
    inbox: Inbox, certificate: Certificate, *, limit: int | None = None
) -> Iterator[SmtpAccount]:
    """Yield the account at a server that takes any login after STARTTLS."""

    def answering(loop: asyncio.AbstractEventLoop) -> SMTP:
        return SMTP(
            inbox,
            loop=loop,
            hostname="localhost",
            tls_context=certificate.server_context(),
            auth_callback=lambda *_: True,
            data_size_limit=limit,
        )

    with listening(answering) as port:
        yield account_at(port, certificate.ca_file)


def send_to(account: SmtpAccount, password: Callable[[], str] = lambda: "any") -> Receipt:
    return SmtpCourier(account, password).send(frozen(), key=KEY)


def test_a_mail_arrives_byte_for_byte_and_a_retry_is_known_as_a_copy() -> None:
    with PvMailbox() as mailbox:
        account = account_at(mailbox.port, mailbox.ca_file)
        courier = SmtpCourier(account, lambda: mailbox.password)
        receipt = courier.send(frozen(), key=KEY)
        assert courier.send(frozen(), key=KEY) == receipt == Receipt(message_id_of(KEY, SENDER))
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


@pytest.mark.parametrize(
    ("answer", "known", "said"),
    [
        ("451 4.3.0 later", UnavailableError, "cannot take the mail now"),
        ("552 5.3.4 too big", MalformedError, "too large"),
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
        pytest.raises(MalformedError, match="too large"),
    ):
        send_to(account)
    assert inbox.mails == []


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


class Scripted(asyncio.Protocol):
    """Speaks SMTP from a table; a verb that is not in it ends the talk."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        """Hold the answer to each verb."""
        self.answers = answers
        self.transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        self.transport = transport
        self._say(b"220 scripted")

    def data_received(self, data: bytes) -> None:
        """Answer one command, or hang up."""
        self._say(self.answers.get(data[:4].upper(), b""))

    def _say(self, answer: bytes) -> None:
        assert isinstance(self.transport, asyncio.WriteTransport)
        if answer:
            self.transport.write(answer + b"\r\n")
        else:
            self.transport.abort()


_POLITE = {
    b"EHLO": b"250-scripted\r\n250 AUTH PLAIN",
    b"AUTH": b"235 welcome",
    b"MAIL": b"250 ok",
    b"RCPT": b"251 will forward",
    b"QUIT": b"221 bye",
}


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
    with listening(lambda _loop: Scripted(_POLITE | script), context) as port:
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
            SmtpCourier(changed, lambda: "any")


def test_a_mail_of_another_delivery_or_with_a_foreign_header_is_not_sent() -> None:
    courier = SmtpCourier(account_at(1, None), lambda: "any")
    with pytest.raises(ValueError, match="not that of this delivery"):
        courier.send(frozen(), key="another")
    evil = frozen().replace(b"\r\nTo: ", b"\r\nBcc: e@x.example\r\nTo: ", 1)
    with pytest.raises(MalformedError):
        courier.send(evil, key=KEY)
