"""The HTTP client against servers that lie, stall, burst and point elsewhere."""

import gzip
import http.client
import io
import socket
import time
import traceback
from collections.abc import Callable
from functools import partial

import pytest
import requests

from tests.connectors.hostile import Wire, drips, hangs_up, hostile, says
from webcare_desk.connectors import transport
from webcare_desk.connectors.answer import DEPTH
from webcare_desk.connectors.http import LIMIT, HttpClient
from webcare_desk.connectors.timed import TimedSocket
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    MalformedError,
    RateLimitedError,
    TooLargeError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)

SECRET = "Bearer canary-7f3a"
BROKEN_SECRET = "Bearer canary\r\nX-Evil: 1"
QUERY = {"key": "canary-query"}


def client(url: str, secret: str = SECRET, deadline: float = 5.0) -> HttpClient:
    """Return a client for `url` that is to wait `deadline` seconds."""
    # A partial shows its arguments: a representation with it would show the secret.
    return HttpClient(url, partial(str, secret), deadline)


def closed_port() -> int:
    """Return a port of loopback where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


BOMB = gzip.compress(b"[" + b"0," * 20_000_000 + b"0]")
DEEP = b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1)

FAULTS: list[tuple[str, Wire, type[ConnectorError], type[ConnectorError]]] = [
    ("401", says(401), UnauthorisedError, UnauthorisedError),
    ("403", says(403), ForbiddenError, ForbiddenError),
    ("404", says(404), GoneError, GoneError),
    ("410", says(410), GoneError, GoneError),
    ("409", says(409), DuplicateError, DuplicateError),
    ("400", says(400, b'{"code": "no_such_thing"}'), ForbiddenError, ForbiddenError),
    ("408", says(408), UnavailableError, UncertainError),
    ("429", says(429, headers="Retry-After: 7\r\n"), RateLimitedError, RateLimitedError),
    ("500", says(500, b"<html>", "text/html"), UnavailableError, UncertainError),
    ("503", says(503), UnavailableError, UncertainError),
    ("302", says(302, headers="Location: http://127.0.0.1:1/\r\n"), MalformedError, UncertainError),
    ("html", says(200, b"<html>hello", "text/html"), MalformedError, UncertainError),
    ("text", says(200, b"hello", "text/plain"), MalformedError, UncertainError),
    ("half", says(200, b'[{"id": 1', length=400), MalformedError, UncertainError),
    ("broken", says(200, b'[{"id": 1'), MalformedError, UncertainError),
    ("not a number", says(200, b"[NaN]"), MalformedError, UncertainError),
    ("deep", says(200, DEEP), MalformedError, UncertainError),
    ("very deep", says(200, b"[" * 200_000), MalformedError, UncertainError),
    ("large", says(200, b" " * (LIMIT + 1)), TooLargeError, UncertainError),
    ("bomb", says(200, BOMB, headers="Content-Encoding: gzip\r\n"), TooLargeError, UncertainError),
    (
        "bad gzip",
        says(200, b"{}", headers="Content-Encoding: gzip\r\n"),
        MalformedError,
        UncertainError,
    ),
    ("nothing", hangs_up, UnavailableError, UncertainError),
    (
        "huge header",
        says(200, headers=f"X-Much: {'a' * 70_000}\r\n"),
        UnavailableError,
        UncertainError,
    ),
    (
        "many headers",
        says(200, headers="X-Much: a\r\n" * 200),
        UnavailableError,
        UncertainError,
    ),
]


@pytest.mark.parametrize(
    ("wire", "error"), [(w, r) for _, w, r, _ in FAULTS], ids=[n for n, *_ in FAULTS]
)
def test_a_failed_read_says_what_happened(wire: Wire, error: type[ConnectorError]) -> None:
    with hostile(wire) as server, pytest.raises(ConnectorError) as raised:
        client(server.url).get("comments")

    assert type(raised.value) is error


@pytest.mark.parametrize(
    ("wire", "error"), [(w, e) for _, w, _, e in FAULTS], ids=[n for n, *_ in FAULTS]
)
def test_a_write_without_a_clear_answer_is_uncertain(
    wire: Wire, error: type[ConnectorError]
) -> None:
    with hostile(wire) as server, pytest.raises(ConnectorError) as raised:
        client(server.url).write("POST", "comments", {"text": "Beste Jan"})

    assert type(raised.value) is error


@pytest.mark.parametrize(
    "first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n ["]
)
def test_a_server_that_drips_is_left_at_the_deadline(first: bytes) -> None:
    with hostile(drips(first)) as server:
        with pytest.raises(UnavailableError):
            client(server.url, deadline=0.3).get("comments")
        with pytest.raises(UncertainError):
            client(server.url, deadline=0.3).write("POST", "comments", {})


def test_without_the_deadline_the_dripping_server_would_be_heard_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The twin: the plain response of http.client waits anew for every byte.
    monkeypatch.setattr(transport._Http, "response_class", http.client.HTTPResponse)
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{}"

    with hostile(drips(whole)) as server:
        assert client(server.url, deadline=0.5).get("comments").value == {}


@pytest.mark.parametrize("ask", [lambda c: c.get("x"), lambda c: c.write("POST", "x", {})])
def test_where_nobody_listens_surely_nothing_was_done(ask: Callable[[HttpClient], object]) -> None:
    with pytest.raises(UnavailableError, match=r"127\.0\.0\.1 cannot be reached: no answer\."):
        ask(client(f"http://127.0.0.1:{closed_port()}"))


def test_a_redirect_is_not_followed_and_the_secret_stays_here() -> None:
    with hostile(says(200)) as other:
        to = says(307, headers=f"Location: {other.url}/steal?key=1\r\n")
        with hostile(to) as server, pytest.raises(MalformedError) as told:
            client(server.url).get("comments")
    assert f"points to another address ({other.url}/steal), which is not" in str(told.value)
    assert "key" not in str(told.value)

    assert len(server.requests) == 1
    assert other.requests == []


def test_a_client_that_follows_redirects_would_call_the_other_server() -> None:
    # The twin: what requests does by itself.
    with hostile(says(200)) as other:
        to = says(307, headers=f"Location: {other.url}/steal\r\n")
        with hostile(to) as server, requests.get(server.url, timeout=5) as answer:
            assert answer.status_code == 200

    assert len(other.requests) == 1


@pytest.mark.parametrize("wire", [w for _, w, *_ in FAULTS], ids=[n for n, *_ in FAULTS])
def test_no_failure_shows_the_secret_or_the_query(wire: Wire) -> None:
    with hostile(wire) as server, pytest.raises(ConnectorError) as raised:
        client(server.url).get("comments", QUERY)

    shown = "".join(traceback.format_exception(raised.value)) + repr(client(server.url))
    assert "canary" not in shown


def test_where_nobody_listens_the_query_is_not_shown_either() -> None:
    with pytest.raises(UnavailableError) as raised:
        client(f"http://127.0.0.1:{closed_port()}").get("comments", QUERY)

    assert "canary" not in "".join(traceback.format_exception(raised.value))


def test_a_secret_with_a_line_break_is_refused_unseen() -> None:
    with pytest.raises(UnauthorisedError) as raised:
        client("http://127.0.0.1:9", BROKEN_SECRET).get("comments")

    assert "canary" not in "".join(traceback.format_exception(raised.value))


def test_a_request_carries_the_secret_and_the_key_in_its_header_alone() -> None:
    with hostile(says(201, b'{"id": 1}')) as server:
        answer = client(server.url).write("POST", "a b/c", {"text": "x"}, key="k-1")

    head = server.requests[0].decode()
    assert answer.value == {"id": 1}
    assert head.startswith("POST /a%20b/c HTTP/1.1\r\n")
    assert f"Authorization: {SECRET}" in head
    assert "Idempotency-Key: k-1" in head


def test_nothing_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login evil password evil\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")

    with hostile(says(200)) as server:
        client(server.url).get("comments")

    assert f"Authorization: {SECRET}".encode() in server.requests[0]


def test_a_cookie_is_not_carried_to_the_next_request() -> None:
    with hostile(says(200, headers="Set-Cookie: a=b\r\n")) as server:
        reader = client(server.url)
        reader.get("one")
        reader.get("two")

    assert b"Cookie" not in server.requests[1]


def test_a_good_gzip_answer_is_unpacked() -> None:
    packed = gzip.compress(b'{"a": "' + b"x" * 300_000 + b'"}')

    with hostile(says(200, packed, headers="Content-Encoding: gzip\r\n")) as server:
        answer = client(server.url).get("comments")

    assert answer.value == {"a": "x" * 300_000}


def test_a_chunked_answer_that_breaks_off_is_malformed() -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n[1"

    with (
        hostile(lambda connection: connection.sendall(half)) as server,
        pytest.raises(MalformedError, match="only a part"),
    ):
        client(server.url).get("comments")


def test_an_empty_answer_to_a_write_is_fine() -> None:
    with hostile(says(204, b"")) as server:
        assert client(server.url).write("DELETE", "comments/1").value is None


def test_nothing_is_read_after_the_deadline() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"late")
        reader = TimedSocket(ours, time.monotonic())

        with pytest.raises(TimeoutError, match="deadline has passed"):
            reader.read(4)
        reader.close()


def test_a_body_of_exactly_the_limit_is_read() -> None:
    response = requests.Response()
    response.raw = _Reader(b"a" * 10)

    assert transport.body_of(response, 10) == b"a" * 10


class _Reader(io.BytesIO):
    """A body as urllib3 gives it."""

    def read1(self, size: int | None = -1, /, *, decode_content: bool = False) -> bytes:
        """Return the next bytes; there is nothing to unpack."""
        assert decode_content
        return super().read1(size)
