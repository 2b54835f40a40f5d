"""A WordPress on loopback as far as a login is tried: its name, its account, how many comments."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

#: The application password of its account `webcare`.
PASSWORD = "abcd efgh ijkl mnop"


@dataclass
class Site:
    """What the site is; `gate` holds its answers back until it is set."""

    comments: int = 7
    is_editor: bool = True
    name: str | None = "Thuis &amp; Co"
    url: str = ""
    asked: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, login: str) -> tuple[int, object]:
        """Return status and body of a GET, as WordPress gives them."""
        pair = base64.b64encode(f"webcare:{PASSWORD}".encode()).decode()
        if login != f"Basic {pair}":
            return 401, {"code": "incorrect_password"}
        parts = urlsplit(path)
        if parts.path == "/wp-json/":
            return (404, {}) if self.name is None else (200, {"name": self.name})
        if parts.path.endswith("users/me"):
            return 200, {"id": 2}
        if "context" in parse_qs(parts.query) and not self.is_editor:
            return 403, {"code": "rest_forbidden_context"}
        return 200, []


@contextmanager
def wordpress(*, is_open: bool = True) -> Iterator[Site]:
    """Serve a site until the block ends; one that is not open answers nobody before its gate is."""
    site = Site()
    if is_open:
        site.gate.set()

    class Get(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.gate.wait(20)
            status, value = site.answer(self.path, self.headers.get("Authorization", ""))
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("X-WP-Total", str(site.comments))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Get)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.gate.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
