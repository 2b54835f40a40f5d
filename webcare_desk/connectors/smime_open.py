"""Reading what PV encrypted to us (S/MIME, RFC 8551 §3.3), with the desk's own key.

The key and its certificate are one PKCS#12 file, as mail programs export it; its password is in
the keyring. `cryptography` opens enveloped-data of AES in CBC mode under an RSA key (PKCS #1
v1.5), and no key of an elliptic curve. What it cannot open is left as it came, and is told of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.connectors.small_file import read_small
from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

#: Opens the content of one encrypted part; None for what is not for us, or cannot be opened.
Open = Callable[[bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Opener:
    """The desk's key by its file; it is read at each use, and `password` asked for then."""

    path: Path
    password: Callable[[], str]

    def __call__(self, sealed: bytes) -> bytes | None:
        """Return what is in an enveloped-data (DER), or None; raises UsageError and SecretError."""
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.serialization import pkcs7

        certificate, key = self._identity()
        try:
            return pkcs7.pkcs7_decrypt_der(sealed, certificate, key, [])
        except (ValueError, UnsupportedAlgorithm):
            return None

    def check(self) -> str:
        """Say until when the certificate holds; raises UsageError where it has ended."""
        certificate, _ = self._identity()
        end = certificate.not_valid_after_utc
        holds = QT_TRANSLATE_NOOP(
            "Said",
            "The key for PV's encrypted answers holds until {day}; "
            "it opens AES-CBC under RSA (PKCS #1 v1.5)",
        )
        said = Said.of(holds, day=end.date().isoformat())
        if end < datetime.now(UTC):
            msg = QT_TRANSLATE_NOOP("Said", "{said}: give PV a new certificate.")
            raise UsageError(Said.of(msg, said=said))
        return said

    def _identity(self) -> "tuple[Certificate, RSAPrivateKey]":
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.serialization import pkcs12

        try:
            data = read_small(self.path)
        except OSError as error:
            msg = QT_TRANSLATE_NOOP("Said", "The key for PV's answers, {file}, cannot be read.")
            raise UsageError(Said.of(msg, file=self.path)) from error
        try:
            word = self.password().encode("utf-8", "surrogatepass")
            key, certificate, _ = pkcs12.load_key_and_certificates(data, word)
        except (ValueError, UnsupportedAlgorithm) as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{file} is no PKCS#12 file, or the secret “smime” is not its password."
            )
            raise UsageError(Said.of(msg, file=self.path)) from error
        if certificate is None or not isinstance(key, RSAPrivateKey):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "{file} must hold an RSA key with its certificate: others open no mail here.",
            )
            raise UsageError(Said.of(msg, file=self.path))
        return certificate, key
