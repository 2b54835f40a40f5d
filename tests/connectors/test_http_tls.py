"""Certificates are checked: a stranger's is refused before a byte is sent."""

import datetime as dt
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from webcare_desk.connectors.http import HttpClient
from webcare_desk.errors import UnavailableError


class _Answers(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Answer with an empty object."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def certificate(folder: Path, address: str, days: int = 1) -> Path:
    """Write a self-signed certificate for `address` with its key, and return the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, address)])
    now = dt.datetime.now(dt.UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(alternative, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        signed.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@contextmanager
def serving(pem: Path) -> Iterator[str]:
    """Serve https with the certificate in `pem`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_private_authority_can_be_named(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "127.0.0.1")

    with serving(pem) as url:
        answer = HttpClient(url, lambda: "Bearer x", ca_file=pem).write("POST", "a", {})

    assert answer.value == {}


@pytest.mark.parametrize(
    ("address", "days", "authority", "why"),
    [
        ("127.0.0.1", 1, "", "certificate is not trusted"),
        ("127.0.0.2", 1, "known", "certificate is for another name"),
        ("127.0.0.1", -1, "known", "certificate has expired, or is not valid yet"),
    ],
    ids=["stranger", "wrong host", "expired"],
)
def test_an_untrusted_server_gets_nothing(
    tmp_path: Path, address: str, days: int, authority: str, why: str
) -> None:
    pem = certificate(tmp_path, address, days)
    ca_file = pem if authority else None

    with serving(pem) as url, pytest.raises(UnavailableError, match=why):
        HttpClient(url, lambda: "Bearer x", ca_file=ca_file).write("POST", "a", {})
