"""Encrypting the finished mail to PV, so that only PV reads it (S/MIME, RFC 8551 §3.3).

The content becomes an enveloped-data of AES-256 in CBC mode under PV's RSA key, which is what
`cryptography` offers; the top headers stay readable, and they hold our reference and no more.
Each sealing gives other bytes: a mail is sealed once, when it is frozen.
"""

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.connectors.courier import checked_mail
from webcare_desk.connectors.small_file import read_small
from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

#: A certificate that ends within so many days is told of before it does.
_SOON = timedelta(days=30)
_SEALED = (
    b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
    b"Content-Transfer-Encoding: base64",
    b"Content-Disposition: attachment; filename=smime.p7m",
)

Seal = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Sealer:
    """PV's certificate, by its file (PEM or DER); it is read at each use."""

    path: Path

    def __call__(self, mail: bytes) -> bytes:
        """Return `mail` with its content encrypted; raises UsageError for an unfit certificate.

        One that has ended still seals: PV has the key, and a report must not wait.
        """
        top, _, body = checked_mail(mail).partition(b"\r\n\r\n")
        kept, content = _divided(top)
        inner = b"\r\n".join((*content, b"", body))
        return checked_mail(b"\r\n".join((*kept, *_SEALED, b"", _lines(self._enveloped(inner)))))

    def check(self) -> str:
        """Say until when the certificate holds; raises UsageError when it ends within a month."""
        found = _read(self.path)
        end = found.not_valid_after_utc
        holds = QT_TRANSLATE_NOOP("Said", "The certificate of PV holds until {day}")
        said = Said.of(holds, day=end.date().isoformat())
        if end - datetime.now(UTC) < _SOON:
            msg = QT_TRANSLATE_NOOP("Said", "{said}: ask PV for a new one.")
            raise UsageError(Said.of(msg, said=said))
        return said

    def _enveloped(self, content: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import algorithms
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            pkcs7,
        )

        builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content)
        builder = builder.set_content_encryption_algorithm(algorithms.AES256)
        builder = builder.add_recipient(_read(self.path))
        return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def _read(path: Path) -> "Certificate":
    """Return PV's certificate; the file may hold those above it too, as chains are sent."""
    from cryptography import x509

    try:
        data = read_small(path)
        is_text = b"-----BEGIN" in data
        found = (
            x509.load_pem_x509_certificates(data)
            if is_text
            else [x509.load_der_x509_certificate(data)]
        )
    except (OSError, ValueError, x509.InvalidVersion) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The certificate of PV, {path}, cannot be read.")
        raise UsageError(Said.of(msg, path=path)) from error
    return _chosen(path, dict.fromkeys(found))


def _chosen(path: Path, found: "Iterable[Certificate]") -> "Certificate":
    fit = [each for each in found if _is_fit(each)]
    if len(fit) > 1:
        fit = [each for each in fit if not _issues(each)]
    if not fit:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The certificate of PV, {path}, is not one to encrypt with: it needs an RSA key.",
        )
        raise UsageError(Said.of(msg, path=path))
    if len(fit) > 1:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{path} holds several certificates to encrypt with: leave only that of PV in it.",
        )
        raise UsageError(Said.of(msg, path=path))
    return fit[0]


def _is_fit(certificate: "Certificate") -> bool:
    """Say whether a packet can be encrypted to a certificate; one that is not understood is unfit."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    try:
        return isinstance(certificate.public_key(), RSAPublicKey) and _enciphers(certificate)
    except (
        ValueError,
        UnsupportedAlgorithm,
        x509.DuplicateExtension,
        x509.UnsupportedGeneralNameType,
    ):
        return False


def _enciphers(certificate: "Certificate") -> bool:
    """Say whether the key may encrypt keys (RFC 5280 §4.2.1.3); without a word on it, it may."""
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.key_encipherment


def _issues(certificate: "Certificate") -> bool:
    """Say whether a certificate is an authority's."""
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _divided(top: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the lines of the headers that stay outside, and those about the content."""
    kept: list[bytes] = []
    content: list[bytes] = []
    into = kept
    for line in top.split(b"\r\n"):
        if line[:1] not in {b" ", b"\t"}:
            into = content if line.lower().startswith(b"content-") else kept
        into.append(line)
    return kept, content


def _lines(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")
