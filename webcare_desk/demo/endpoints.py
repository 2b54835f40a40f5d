"""The demo community's HTTP endpoints: JSON, a bearer token, loopback only.

GET /comments?after=NUMBER&limit=N, ?include=ID,ID or ?key=KEY · POST /comments
· PUT /comments/ID/visibility · DELETE /comments/ID
"""

import json
import secrets
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

#: The most comments on one page, and the most bytes that a request may hold.
PAGE, LARGEST = 200, 1_000_000


@dataclass(frozen=True, slots=True)
class Post:
    """A published comment; `number` grows with each, `posted_at` in UTC microseconds."""

    number: int
    id: str
    thread: str
    thread_title: str
    parent: str | None
    author: str
    text: str
    posted_at: int
    visible: bool = True
    own: bool = False


class Board(Protocol):
    """What the endpoints need of a community."""

    def posts(self) -> tuple[Post, ...]:
        """Return every comment, in order of publication."""

    def chosen(self, remote_ids: Iterable[str]) -> tuple[Post, ...]:
        """Return the comments with these ids that are there."""

    def published_as(self, key: str) -> tuple[Post, ...]:
        """Return the reply that came with this key."""

    def publish(self, thread: str, parent: str, text: str, key: str) -> Post | None:
        """Publish a reply, once for each key."""

    def show(self, remote_id: str, *, visible: bool) -> bool:
        """Show or hide a comment; False when it is gone."""

    def delete(self, remote_id: str) -> bool:
        """Remove a comment; False when it is gone."""


class Endpoints(ThreadingHTTPServer):
    """The server of one board, running in a thread of its own."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, board: Board, token: str) -> None:
        """Bind a free port of 127.0.0.1."""
        super().__init__(("127.0.0.1", 0), _Request)
        self.board = board
        self.token = token
        self.thread = threading.Thread(
            target=self.serve_forever, args=(0.05,), name="community", daemon=True
        )

    @property
    def base_url(self) -> str:
        """Return the address to give to a connector."""
        return f"http://127.0.0.1:{self.server_port}"

    def stop(self) -> None:
        """Stop serving and free the port."""
        self.shutdown()
        self.thread.join()
        self.server_close()


def serve(board: Board, token: str) -> Endpoints:
    """Start serving `board` to whoever brings `token`."""
    endpoints = Endpoints(board, token)
    endpoints.thread.start()
    return endpoints


class _Request(BaseHTTPRequestHandler):
    """One request; the names of its methods are those of the standard library."""

    server: Endpoints
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        query = {name: texts[0] for name, texts in parse_qs(urlsplit(self.path).query).items()}
        if self._admitted() is None:
            return
        posts = self.server.board.posts()
        try:
            page = self._chosen(posts, query)
        except ValueError:
            self._answer(HTTPStatus.BAD_REQUEST, {"code": "bad_number"})
            return
        rows = [asdict(post) for post in page]
        self._answer(HTTPStatus.OK, {"comments": rows, "total": len(posts)})

    def do_POST(self) -> None:
        fields = self._admitted()
        if fields is None:
            return
        parts = [fields.get(name) for name in ("thread", "parent", "text")]
        key = self.headers.get("Idempotency-Key", "")
        if not key or not all(isinstance(part, str) and part for part in parts):
            self._answer(HTTPStatus.BAD_REQUEST, {"code": "incomplete_reply"})
            return
        thread, parent, text = map(str, parts)
        post = self.server.board.publish(thread, parent, text, key)
        self._answer_found(None if post is None else asdict(post))

    def do_PUT(self) -> None:
        fields = self._admitted()
        if fields is None:
            return
        visible = fields.get("visible")
        if not isinstance(visible, bool):
            self._answer(HTTPStatus.BAD_REQUEST, {"code": "not_a_visibility"})
            return
        done = self.server.board.show(self._subject(), visible=visible)
        self._answer_found({"visible": visible} if done else None)

    def do_DELETE(self) -> None:
        if self._admitted() is not None:
            done = self.server.board.delete(self._subject())
            self._answer_found({"deleted": True} if done else None)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Stay silent: nothing a person typed belongs in a log."""

    def _admitted(self) -> dict[str, object] | None:
        # The body is read first: what stayed unread would be the next request.
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            self.close_connection = True
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"code": "too_large"})
            return None
        body = self.rfile.read(int(length))
        given = self.headers.get("Authorization", "").encode()
        if not secrets.compare_digest(given, f"Bearer {self.server.token}".encode()):
            self._answer(HTTPStatus.UNAUTHORIZED, {"code": "not_logged_in"})
            return None
        try:
            fields = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            fields = None
        if not isinstance(fields, dict):
            self._answer(HTTPStatus.BAD_REQUEST, {"code": "not_an_object"})
            return None
        return fields

    def _chosen(self, posts: tuple[Post, ...], query: dict[str, str]) -> tuple[Post, ...]:
        if "include" in query:
            return self.server.board.chosen(query["include"].split(","))
        if "key" in query:
            return self.server.board.published_as(query["key"])
        after, limit = int(query.get("after", "0")), int(query.get("limit", str(PAGE)))
        return tuple(post for post in posts if post.number > after)[: min(max(limit, 1), PAGE)]

    def _subject(self) -> str:
        parts = urlsplit(self.path).path.split("/")
        return unquote(parts[2]) if parts[1] == "comments" and parts[2:] else ""

    def _answer_found(self, value: object) -> None:
        if value is None:
            self._answer(HTTPStatus.NOT_FOUND, {"code": "no_such_comment"})
        else:
            self._answer(HTTPStatus.OK, value)

    def _answer(self, status: HTTPStatus, value: object) -> None:
        body = json.dumps(value).encode("ascii")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
