"""A company's network: the desk goes by the proxy that is named, and says why it did not get out."""

import select
import socket
import socketserver
import ssl
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.connectors.hostile import hostile, says
from tests.connectors.test_http import closed_port
from tests.connectors.test_http_tls import certificate, serving
from webcare_desk.connectors.courier_https import HttpsAccount, HttpsCourier
from webcare_desk.connectors.http import HttpClient
from webcare_desk.connectors.network import Network
from webcare_desk.connectors.trust import trusting
from webcare_desk.errors import ConnectorError, UnavailableError

SITE = "https://10.9.8.7:8443"


class _Tunnel(socketserver.StreamRequestHandler):
    """Leads a CONNECT to the server's own `target`, or answers with its `refusal`."""

    server: "_Proxy"

    def handle(self) -> None:
        """Hear the request, and pass bytes on both ways until one side ends."""
        lines = [self.rfile.readline()]
        while lines[-1].strip():
            lines.append(self.rfile.readline())
        self.server.asked.append(b"".join(lines))
        if self.server.refusal:
            self.wfile.write(f"HTTP/1.1 {self.server.refusal}\r\n\r\n".encode())
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.server.target)) as there:
            ends = {self.connection: there, there: self.connection}
            while True:
                for end in select.select(list(ends), [], [], 5.0)[0]:
                    part = end.recv(65_536)
                    if not part:
                        return
                    ends[end].sendall(part)


class _Proxy(socketserver.ThreadingTCPServer):
    daemon_threads = True
    refusal, target = "", 0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Tunnel)
        self.asked: list[bytes] = []

    @property
    def url(self) -> str:
        """The address as the settings name it."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """Stay silent about a handshake that was broken off."""


@contextmanager
def proxy(target: str = "", refusal: str = "") -> Iterator[_Proxy]:
    """Serve a proxy that leads everywhere to `target`."""
    with _Proxy() as server:
        server.target, server.refusal = int(target.rpartition(":")[2] or 0), refusal
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(network: Network, site: str = SITE) -> object:
    """Write to a site by that network."""
    return HttpClient(site, lambda: "Bearer x", 5.0, network=network).write("POST", "a", {}).value


def test_a_site_is_reached_by_the_proxy_and_the_secret_stays_between_them(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "10.9.8.7")
    with serving(pem) as url, proxy(url) as way:
        assert ask(Network(way.url, pem)) == {}
        (asked,) = way.asked
    assert asked.startswith(b"CONNECT 10.9.8.7:8443 HTTP/1.")
    assert b"Bearer" not in asked
    assert b"uthori" not in asked


def test_an_own_authority_must_be_named(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "10.9.8.7")
    with serving(pem) as url, proxy(url) as way:
        with pytest.raises(UnavailableError, match=r"not trusted.*ca_file in \[network\]"):
            ask(Network(way.url))
        account = HttpsAccount(SITE, network=Network(way.url))
        with pytest.raises(UnavailableError, match=r"not trusted.* Nothing was sent\."):
            HttpsCourier(account, lambda: "x").check()


def test_the_company_is_believed_beside_an_authority_of_pv(tmp_path: Path) -> None:
    shown, pinned = (tmp_path / name for name in ("company", "pv"))
    for folder in (shown, pinned):
        folder.mkdir()
    company, of_pv = certificate(shown, "10.9.8.7"), certificate(pinned, "10.9.8.6")
    with serving(company) as url, proxy(url) as way:
        HttpsCourier(HttpsAccount(SITE, "", of_pv, network=Network(way.url, company)), str).check()
        for only in (None, of_pv):
            account = HttpsAccount(SITE, "", only, network=Network(way.url, of_pv))
            with pytest.raises(UnavailableError, match=r"even with ca_file in \[network\]"):
                HttpsCourier(account, str).check()
        account = HttpsAccount(SITE, "", of_pv, network=Network(way.url, tmp_path / "none.pem"))
        with pytest.raises(UnavailableError, match=r"none\.pem cannot be read"):
            HttpsCourier(account, str).check()


def test_to_this_very_machine_there_is_no_proxy(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "127.0.0.1")
    with serving(pem) as url, proxy(url) as way:
        assert ask(Network(way.url, pem), url) == {}
        assert way.asked == []


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        ("407 Proxy Authentication Required", "asks for a login, which the desk does not give"),
        ("403 Forbidden", "answers HTTP 403"),
    ],
)
def test_a_proxy_that_refuses_is_named(refusal: str, why: str) -> None:
    with proxy(refusal=refusal) as way:
        with pytest.raises(UnavailableError) as told:
            ask(Network(way.url))
        assert str(told.value) == f"10.9.8.7 cannot be reached: the proxy {way.url} {why}."


def test_a_proxy_that_is_away_is_named() -> None:
    way = f"http://127.0.0.1:{closed_port()}"
    with pytest.raises(UnavailableError, match=f"the proxy {way} does not answer"):
        ask(Network(way))


def test_the_proxy_of_the_computer_is_not_used_and_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = f"https://localhost.invalid:{closed_port()}"
    with hostile(says(200)) as server:
        for name in ("https_proxy", "HTTPS_PROXY"):
            monkeypatch.setenv(name, server.url)
        with pytest.raises(UnavailableError, match=r"This computer has a proxy.*\[network\]"):
            ask(Network(), site)
        monkeypatch.setattr(urllib.request, "getproxies", dict)
        with pytest.raises(UnavailableError, match=r"no answer\.$"):
            ask(Network(), site)
    assert server.requests == []


def test_web_and_mail_believe_the_same_authorities(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = certificate(tmp_path, "127.0.0.1")
    usual, more = (len(trusting(None, each).get_ca_certs()) for each in (None, own))
    assert more == usual + 1
    assert len(trusting(own, own).get_ca_certs()) == 1
    # As with python.org's Python on macOS, which knows no authority of the system.
    monkeypatch.setattr(ssl.SSLContext, "load_default_certs", lambda *_: None)
    assert 50 < len(trusting(None).get_ca_certs()) <= usual


@pytest.mark.parametrize("text", [None, "no certificate"])
def test_an_authority_that_cannot_be_read_is_said(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "company.pem"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ConnectorError, match=r"company\.pem cannot be read"):
        ask(Network("", file))
