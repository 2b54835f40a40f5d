"""PV's mailbox in the demo: a mail server in this process, on loopback.

It asks for STARTTLS and a login like a real one, and knows a second copy of a
mail by its Message-ID. Imported when first needed (`aiosmtpd`).
"""

import asyncio
import contextlib
import hmac
import secrets
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from email.parser import BytesHeaderParser
from pathlib import Path
from types import TracebackType
from typing import Self
from weakref import WeakSet

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from webcare_desk.demo.certificate import make_certificate

HOST = "127.0.0.1"
LARGEST = 64 * 1024 * 1024
_PATIENCE = 10.0


class PvMailbox:
    """A context manager: the server runs while the `with` block does.

    `host`, `port`, `ca_file`, `login` and `password` are what a courier needs.
    """

    host = HOST
    login = "webcare-desk"

    def __init__(self) -> None:
        """Choose a password; nothing runs yet."""
        self.password = secrets.token_urlsafe(18)
        self.port = 0
        self.ca_file = Path()
        self._copies: dict[str, list[bytes]] = {}
        self._lock = threading.Lock()
        self._open = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Make a certificate and listen on a port that the system chooses."""
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory()))
        certificate = make_certificate(folder)
        context = certificate.server_context()
        self.ca_file = certificate.ca_file

        def answering(loop: asyncio.AbstractEventLoop) -> SMTP:
            return SMTP(
                self,
                loop=loop,
                hostname="localhost",
                ident="Webcare Desk demo",
                tls_context=context,
                require_starttls=True,
                auth_required=True,
                authenticator=self._authenticate,
                data_size_limit=LARGEST,
            )

        self.port = self._open.enter_context(listening(answering))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the server; the mails stay readable."""
        self._open.close()

    def mails(self) -> tuple[bytes, ...]:
        """Return each mail once, in the order of arrival, as it came in."""
        with self._lock:
            return tuple(copies[0] for copies in self._copies.values())

    def copies(self, message_id: str) -> int:
        """Return how often a mail with this Message-ID has arrived."""
        with self._lock:
            return len(self._copies.get(message_id, ()))

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a mail and answer as SMTP does (aiosmtpd's hook)."""
        del server, session
        mail = envelope.original_content or b""
        message_id = str(BytesHeaderParser().parsebytes(mail)["Message-ID"])
        with self._lock:
            self._copies.setdefault(message_id, []).append(mail)
        return "250 2.0.0 accepted"

    def _authenticate(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        mechanism: str,
        data: object,
    ) -> AuthResult:
        """Compare login and password (aiosmtpd's hook)."""
        del server, session, envelope, mechanism
        expected = f"{self.login}\0{self.password}".encode()
        given = data.login + b"\0" + data.password if isinstance(data, LoginPassword) else b""
        # `handled=False` lets aiosmtpd send the 235 or 535 itself.
        return AuthResult(success=hmac.compare_digest(given, expected), handled=False)


@contextlib.contextmanager
def listening(
    answering: Callable[[asyncio.AbstractEventLoop], asyncio.BaseProtocol],
    tls: ssl.SSLContext | None = None,
) -> Iterator[int]:
    """Answer connections on loopback from a thread of its own; yield the port.

    With `tls` the connection is encrypted from the first byte.
    """
    loop = asyncio.new_event_loop()
    sock = socket.create_server((HOST, 0))
    port = int(sock.getsockname()[1])
    talks: WeakSet[asyncio.BaseProtocol] = WeakSet()

    def talk() -> asyncio.BaseProtocol:
        begun = answering(loop)
        talks.add(begun)
        return begun

    server = loop.run_until_complete(loop.create_server(talk, sock=sock, ssl=tls))
    thread = threading.Thread(target=loop.run_forever, name="pv-mailbox", daemon=True)
    thread.start()
    try:
        yield port
    finally:
        asyncio.run_coroutine_threadsafe(_end(server, talks), loop).result(_PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_PATIENCE)
        loop.close()


async def _end(server: asyncio.Server, talks: Iterable[asyncio.BaseProtocol]) -> None:
    """Listen no more, cut the conversations still open, let their tasks end."""
    server.close()
    for talk in talks:
        transport = getattr(talk, "transport", None)
        if isinstance(transport, asyncio.WriteTransport):
            transport.abort()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    # A cut transport closes its socket in the next turns of the loop.
    for _ in range(3):
        await asyncio.sleep(0)
