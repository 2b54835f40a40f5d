"""PV's side by HTTPS on loopback, with a certificate: it takes packets, answers otherwise, cuts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.tls import Pair


@dataclass
class Intake:
    """What came in, and what is answered: `answers` in order, the last one for ever.

    A status of 0 cuts the line instead; `keys` counts packets as PV does, by their key.
    """

    answers: list[int] = field(default_factory=lambda: [202])
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def next_answer(self) -> int:
        """Return the status for this request."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class _Answers(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        """Take a packet."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.intake.requests.append(dict(self.headers))
        self.server.intake.bodies.append(body)
        self.server.intake.keys.add(self.headers["Idempotency-Key"])
        self._answer()

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.server.intake.requests.append(dict(self.headers))
        self._answer()

    def _answer(self) -> None:
        status = self.server.intake.next_answer()
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        for name, text in self.server.intake.headers.items():
            self.send_header(name, text)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    def __init__(self, intake: Intake, pair: Pair) -> None:
        """Listen on loopback, with TLS from the first byte."""
        super().__init__(("127.0.0.1", 0), _Answers)
        self.intake = intake
        self.socket = pair.context().wrap_socket(self.socket, server_side=True)

    def handle_error(self, *_: object) -> None:
        """Stay silent: a refused handshake is what some tests want."""


@contextmanager
def serving(intake: Intake, pair: Pair) -> Iterator[str]:
    """Serve https with the certificate of `pair`; yield the address."""
    server = _Server(intake, pair)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}/packets"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
