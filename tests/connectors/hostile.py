"""Servers on loopback that answer as no server should."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Wire = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Hostile:
    """A listening server; `requests` holds the bytes of each request's header."""

    port: int
    requests: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Return the address of the server."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def hostile(wire: Wire, *, speaks_first: bool = False) -> Iterator[Hostile]:
    """Serve every connection with `wire` until the block ends, after a request's header."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Hostile(listener.getsockname()[1])
    args = (listener, wire, None if speaks_first else server.requests)
    thread = threading.Thread(target=_serve, args=args, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)
        listener.close()


def _serve(listener: socket.socket, wire: Wire, requests: list[bytes] | None) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            try:
                if requests is not None:
                    requests.append(_header(connection))
                wire(connection)
            except OSError:
                continue


def _header(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65_536)
        if not part:
            break
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    length = next(
        (
            int(line[15:])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += connection.recv(65_536)
    return head


def says(
    status: int,
    body: bytes = b"{}",
    kind: str = "application/json",
    length: int | None = None,
    headers: str = "",
) -> Wire:
    """Return a wire that sends one answer; `length` may lie about the body."""
    size = len(body) if length is None else length
    head = (
        f"HTTP/1.1 {status} Status\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n"
        f"Connection: close\r\n{headers}\r\n"
    )
    return lambda connection: connection.sendall(head.encode() + body)


def hangs_up(_connection: socket.socket) -> None:
    """Close the connection without a word."""


def dawdles(wire: Wire, seconds: float) -> Wire:
    """Return a wire that answers as `wire`, some time after the request."""

    def late(connection: socket.socket) -> None:
        connection.settimeout(seconds)
        with suppress(TimeoutError):
            connection.recv(1)
        wire(connection)

    return late


def drips(first: bytes) -> Wire:
    """Return a wire that sends `first`, then a byte now and then, until hung up on."""

    def wire(connection: socket.socket) -> None:
        connection.sendall(first)
        connection.settimeout(0.02)
        for _ in range(500):
            try:
                if not connection.recv(1):
                    return
            except TimeoutError:
                connection.sendall(b" ")

    return wire
