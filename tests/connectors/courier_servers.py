"""Mail servers on loopback that behave, answer otherwise, or hang up."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.connectors.test_courier import KEY, SENDER, frozen
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.demo.certificate import Certificate
from webcare_desk.demo.mailbox import listening
from webcare_desk.domain.reply import Receipt


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


POLITE = {
    b"EHLO": b"250-scripted\r\n250 AUTH PLAIN",
    b"AUTH": b"235 welcome",
    b"MAIL": b"250 ok",
    b"RCPT": b"251 will forward",
    b"QUIT": b"221 bye",
}


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
