"""A real time-stamping authority on loopback: `openssl ts` behind a small web server."""

import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as new_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

OPENSSL = shutil.which("openssl") or ""
needs_openssl = pytest.mark.skipif(not OPENSSL, reason="this system has no openssl")

_CONFIG = """\
[tsa]
default_tsa = local
[local]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""


@dataclass(slots=True)
class Authority:
    """Where it is, whom it may be trusted by, and what it answers in place of a token."""

    folder: Path
    url: str = ""
    status: int = 200
    instead: bytes | None = None
    asked: list[bytes] = field(default_factory=list)

    @property
    def roots(self) -> Path:
        """The file with its certificates."""
        return self.folder / "chain.pem"

    def reply(self, query: bytes) -> bytes:
        """Return what `openssl ts` answers."""
        self.asked.append(query)
        if self.instead is not None:
            return self.instead
        (self.folder / "query").write_bytes(query)
        command = [OPENSSL, "ts", "-reply", "-config", str(self.folder / "tsa.cnf"),
                   "-queryfile", str(self.folder / "query"), "-out", str(self.folder / "reply")]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        return (self.folder / "reply").read_bytes()


@contextmanager
def authority_in(folder: Path, *, is_between: bool = False) -> Iterator[Authority]:
    """Run one over certificates of its own; `is_between`: under one for time stamps, as usual."""
    folder.mkdir(parents=True, exist_ok=True)
    _certify(folder, is_between=is_between)
    (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder), encoding="ascii")
    (folder / "serial").write_text("01\n", encoding="ascii")
    authority = Authority(folder)

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            body = authority.reply(query)
            self.send_response(authority.status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Answering)
    authority.url = f"http://127.0.0.1:{server.server_port}/tsa"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield authority
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _certify(folder: Path, *, is_between: bool) -> None:
    """Write the files; `old.pem` is what the authority had before, `middle.pem` what may stand between."""
    keys = [new_key(SECP256R1()) for _ in range(4)]
    root_key, key, old_key, middle_key = keys
    root = _certificate("root", "root", root_key, root_key, is_root=True)
    above, by = ("middle", middle_key) if is_between else ("root", root_key)
    middle = _certificate("middle", "root", middle_key, root_key, is_root=True, stamps=True)
    own = _certificate("tsa", above, key, by, is_root=False, stamps=True)
    old = _certificate("tsa", above, old_key, by, is_root=False, stamps=True)
    pem = serialization.Encoding.PEM
    for name, each in (("root", root), ("middle", middle), ("tsa", own), ("old", old)):
        (folder / f"{name}.pem").write_bytes(each.public_bytes(pem))
    (folder / "chain.pem").write_bytes(own.public_bytes(pem) + root.public_bytes(pem))
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "tsa.key").write_bytes(key.private_bytes(pem, *plain))


def _certificate(  # noqa: PLR0913 - the parts of a certificate
    name: str,
    issuer: str,
    key: EllipticCurvePrivateKey,
    by: EllipticCurvePrivateKey,
    *,
    is_root: bool,
    stamps: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False
        )
    )
    if stamps:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(usage, critical=not is_root)
    return builder.sign(by, hashes.SHA256())
