"""Asking a time-stamping authority (RFC 3161) when a note was there at the latest.

It gets a digest and nothing else. Its answer is signed, so that plain http
would do; what it is worth, the certificates in the settings decide.
"""

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from webcare_desk.errors import ConnectorError, MalformedError, UnavailableError, UsageError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import VerifierBuilder

#: Bytes of an answer: a token with its certificates is a tenth of this.
LIMIT = 200_000
#: Seconds for the whole request.
DEADLINE = 20.0
_GRANTED = 200


class TimeAuthority:
    """One authority: its address, and the certificates that its tokens must lead to.

    `roots` is a PEM file with the authority's root, and its own certificate
    where it sends none; `ca_file` a private authority of the web server.
    """

    def __init__(self, url: str, roots: Path, *, ca_file: Path | None = None) -> None:
        """Mean the authority; that its address is one is seen when it is asked."""
        self._url, self._roots, self._ca_file = url, roots, ca_file

    @property
    def _host(self) -> str:
        """The host of the address; UsageError for what is none."""
        parts = urlsplit(self._url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            msg = f"“{self._url[:80]}” is not the address of a time-stamping authority."
            raise UsageError(msg)
        return parts.hostname

    def stamp(self, note: str) -> str:
        """Return a verified token over `note` in base64, or raise a ConnectorError."""
        from rfc3161_client import TimestampRequestBuilder  # noqa: PLC0415 - loads a library of 5 MB

        request = TimestampRequestBuilder().data(note.encode("utf-8")).build()
        answer = self._asked(request.as_bytes())
        self.time_of(note, answer, nonce=request.nonce)
        return base64.b64encode(answer).decode("ascii")

    def time_of(self, note: str, answer: bytes, *, nonce: int | None = None) -> int:
        """Return when (UTC microseconds) the authority saw `note`, by its answer.

        Raises MalformedError for a token over something else, or of somebody else.
        """
        from rfc3161_client import (  # noqa: PLC0415 - as above
            VerificationError,
            VerifierBuilder,
            decode_timestamp_response,
        )

        builder = self._trusting(VerifierBuilder())
        builder = builder if nonce is None else builder.nonce(nonce)
        try:
            response = decode_timestamp_response(answer)
            builder.build().verify(response, hashlib.sha512(note.encode("utf-8")).digest())
            seen = response.tst_info.gen_time
        except (VerificationError, ValueError) as error:  # ValueError: it is not even a token
            msg = f"The time stamp of {self._host} does not hold: {str(error)[:200]}."
            raise MalformedError(msg) from error
        return round(seen.timestamp() * 1_000_000)

    def _trusting(self, builder: "VerifierBuilder") -> "VerifierBuilder":
        """Return the builder with the roots, what is between, and the authority's own."""
        from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - when needed

        try:
            found = load_pem_x509_certificates(self._roots.read_bytes())
        except (OSError, ValueError) as error:
            msg = f"The certificates of the time-stamping authority, {self._roots}, cannot be read."
            raise UsageError(msg) from error
        for each in found:
            if each.issuer == each.subject:
                builder = builder.add_root_certificate(each)
            elif _stamps(each):
                builder = builder.tsa_certificate(each)
            else:
                builder = builder.add_intermediate_certificate(each)
        return builder

    def _asked(self, query: bytes) -> bytes:
        from webcare_desk.connectors import transport  # noqa: PLC0415 - imported when first needed

        headers = {"Content-Type": "application/timestamp-query", "User-Agent": "webcare-desk"}
        host, session = self._host, transport.new_session(self._ca_file)
        try:
            with transport.sent(session, "POST", self._url, headers, query, DEADLINE) as response:
                whole = transport.body_of(response, LIMIT)
                return self._accepted(response.status_code, whole)
        except transport.FAILURES as error:
            msg = f"The time-stamping authority {host} gave no answer ({type(error).__name__})."
            raise UnavailableError(msg) from None

    def _accepted(self, status: int, whole: bytes | None) -> bytes:
        if status != _GRANTED or whole is None:
            msg = f"The time-stamping authority {self._host} answered with HTTP {status}."
            raise _refusal(status)(msg)
        return whole


def _refusal(status: int) -> type[ConnectorError]:
    return UnavailableError if status >= 500 or status == 429 else MalformedError  # noqa: PLR2004 - HTTP


def _stamps(certificate: "Certificate") -> bool:
    """Say whether a certificate is for time stamps (RFC 3161 §2.3)."""
    from cryptography import x509  # noqa: PLC0415 - when needed
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415 - the same

    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.TIME_STAMPING in usage
