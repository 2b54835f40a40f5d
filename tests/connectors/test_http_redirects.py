"""Where a redirect points to is never looked at, and its body is bounded as any other."""

import gzip
import tracemalloc
import zlib
from pathlib import Path

import pytest

from tests.connectors.hostile import Wire, hostile
from tests.connectors.https_servers import Intake, serving
from tests.connectors.test_courier import KEY, frozen
from tests.connectors.test_http import client
from tests.support.tls import Authority
from webcare_desk.connectors.courier_https import HttpsAccount, HttpsCourier
from webcare_desk.connectors.http import LIMIT
from webcare_desk.connectors.timestamp import TimeAuthority
from webcare_desk.errors import MalformedError, UncertainError

ODD = ["http://[", "/\xff\xfe", "http://127.0.0.1:port/", "//"]


def redirects(place: str, headers: bytes = b"", body: bytes = b"") -> Wire:
    """Return a wire that points to `place`, in bytes of Latin-1."""
    head = b"HTTP/1.1 302 Found\r\nLocation: %s\r\n%bContent-Length: %d\r\n\r\n"
    answer = head % (place.encode("latin-1"), headers, len(body)) + body
    return lambda connection: connection.sendall(answer)


def bomb(size: int) -> bytes:
    """Return `size` megabytes of nothing, packed twice."""
    packing, part = zlib.compressobj(9, zlib.DEFLATED, 31), b"\0" * 1_000_000
    packed = [packing.compress(part) for _ in range(size)]
    return gzip.compress(b"".join([*packed, packing.flush()]))


@pytest.mark.parametrize("place", ODD)
def test_a_redirect_to_nowhere_is_a_sentence(place: str) -> None:
    with hostile(redirects(place)) as server:
        with pytest.raises(MalformedError, match="points to another"):
            client(server.url).get("comments")
        with pytest.raises(UncertainError):
            client(server.url).write("POST", "comments", {"text": "Beste Jan"})


@pytest.mark.parametrize("place", ODD)
def test_a_time_stamp_that_is_redirected_is_a_sentence(place: str) -> None:
    with hostile(redirects(place)) as server, pytest.raises(MalformedError, match="HTTP 302"):
        TimeAuthority(server.url, Path("roots.pem")).stamp("a note")


@pytest.mark.parametrize("place", ODD)
def test_a_packet_that_is_redirected_is_in_doubt(place: str, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with serving(Intake([302], {"Location": place}), authority.server()) as url:
        courier = HttpsCourier(HttpsAccount(url, "", authority.roots, 10.0), lambda: "secret")
        with pytest.raises(UncertainError):
            courier.send(frozen(), key=KEY)


def test_the_body_of_a_redirect_fills_no_memory() -> None:
    packed = b"Content-Encoding: gzip, gzip\r\n"
    with hostile(redirects("/x", packed, bomb(200))) as server:
        tracemalloc.start()
        try:
            with pytest.raises(MalformedError, match="points to another"):
                client(server.url).get("comments")
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most < 4 * LIMIT
