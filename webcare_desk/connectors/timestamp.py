"""Asking a time-stamping authority (RFC 3161) when a note was there at the latest.

It gets a digest and nothing else. Its answer is signed, so that plain http
would do; what it is worth, the certificates in the settings decide.
"""

import base64
import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from webcare_desk.connectors.network import DIRECT, Network
from webcare_desk.connectors.small_file import read_small
from webcare_desk.errors import ConnectorError, MalformedError, UnavailableError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

#: Bytes of an answer: a token with its certificates is a tenth of this.
LIMIT = 200_000
#: Seconds for the whole request.
DEADLINE = 20.0
_GRANTED = 200


@dataclass(frozen=True, slots=True)
class _Trusted:
    """The certificates of an authority, by what they are for."""

    roots: "list[Certificate]"
    between: "list[Certificate]"
    own: "list[Certificate]"


class TimeAuthority:
    """One authority: its address, and the certificates that its tokens must lead to.

    `roots` is a PEM file with the authority's root, what stands between, and its own certificate,
    or several of them, where it sends none.
    """

    def __init__(self, url: str, roots: Path, network: Network = DIRECT) -> None:
        """Mean the authority; that its address is one is seen when it is asked."""
        self._url, self._roots, self._network = url, roots, network

    @property
    def _host(self) -> str:
        """The host of the address; UsageError for what is none."""
        with contextlib.suppress(ValueError):  # of a bracket that is never closed
            parts = urlsplit(self._url)
            is_web = parts.scheme in {"http", "https"} and "@" not in parts.netloc
            if is_web and parts.hostname:
                return parts.hostname
        msg = QT_TRANSLATE_NOOP("Said", "“{url}” is not the address of a time-stamping authority.")
        raise UsageError(Said.of(msg, url=self._url[:80]))

    def stamp(self, note: str) -> str:
        """Return a verified token over `note` in base64, or raise a ConnectorError."""
        from rfc3161_client import TimestampRequestBuilder  # loads a library of 5 MB

        request = TimestampRequestBuilder().data(note.encode("utf-8")).build()
        answer = self._asked(request.as_bytes())
        self.time_of(note, answer, nonce=request.nonce)
        return base64.b64encode(answer).decode("ascii")

    def time_of(self, note: str, answer: bytes, *, nonce: int | None = None) -> int:
        """Return when (UTC microseconds) the authority saw `note`, by its answer.

        Raises MalformedError for a token over something else, or of somebody else.
        """
        from rfc3161_client import VerificationError

        trusted, failed = self._trusted(), None
        for own in trusted.own or (None,):
            try:
                return _seen(trusted, own, note, answer, nonce)
            except (VerificationError, ValueError) as error:  # ValueError: it is not even a token
                failed = error
        reason = str(failed)[:200]
        if "certificates" in reason:  # else it would be the words of OpenSSL for it
            lost = QT_TRANSLATE_NOOP(
                "Said", "its signature does not lead to the certificates in {file}"
            )
            reason = Said.of(lost, file=self._roots)
        msg = QT_TRANSLATE_NOOP("Said", "The time stamp of {host} does not hold: {reason}.")
        raise MalformedError(Said.of(msg, host=self._host, reason=reason)) from failed

    def _trusted(self) -> "_Trusted":
        """Return the roots, what is between, and the authority's own; UsageError without a root."""
        from cryptography import x509

        try:
            found = x509.load_pem_x509_certificates(read_small(self._roots))
            trusted = _sorted(list(dict.fromkeys(found)))
        except (OSError, ValueError, x509.DuplicateExtension) as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The certificates of the time-stamping authority, {file}, cannot be read."
            )
            raise UsageError(Said.of(msg, file=self._roots)) from error
        if not trusted.roots:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{file} lacks the root certificate of the time-stamping authority."
            )
            raise UsageError(Said.of(msg, file=self._roots))
        return trusted

    def _asked(self, query: bytes) -> bytes:
        from webcare_desk.connectors import transport

        headers = {"Content-Type": "application/timestamp-query", "User-Agent": "webcare-desk"}
        host = self._host
        session = transport.new_session(host, None, self._network)
        try:
            with transport.sent(session, "POST", self._url, headers, query, DEADLINE) as response:
                whole = transport.body_of(response, LIMIT)
                return self._accepted(response.status_code, whole)
        except transport.FAILURES as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The time-stamping authority {host} gave no answer ({reason})."
            )
            raise UnavailableError(Said.of(msg, host=host, reason=type(error).__name__)) from None

    def _accepted(self, status: int, whole: bytes | None) -> bytes:
        if status != _GRANTED or whole is None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The time-stamping authority {host} answered with HTTP {status}."
            )
            raise _refusal(status)(Said.of(msg, host=self._host, status=status))
        return whole


def _refusal(status: int) -> type[ConnectorError]:
    return UnavailableError if status >= 500 or status == 429 else MalformedError  # noqa: PLR2004 - HTTP


def _sorted(found: "list[Certificate]") -> _Trusted:
    """Tell roots, what is between and the authority's own apart.

    What is between often is for time stamps too, and only for them.
    """
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    trusted = _Trusted([], [], [])
    for each in found:
        extensions = each.extensions
        kinds = {type(extension.value): extension.value for extension in extensions}
        limits, usage = kinds.get(x509.BasicConstraints), kinds.get(x509.ExtendedKeyUsage)
        is_authority = isinstance(limits, x509.BasicConstraints) and limits.ca
        stamps = (
            isinstance(usage, x509.ExtendedKeyUsage) and ExtendedKeyUsageOID.TIME_STAMPING in usage
        )
        if each.issuer == each.subject:
            trusted.roots.append(each)
        elif stamps and not is_authority:
            trusted.own.append(each)
        else:
            trusted.between.append(each)
    return trusted


def _seen(
    trusted: _Trusted, own: "Certificate | None", note: str, answer: bytes, nonce: int | None
) -> int:
    """Return when the authority saw `note`; VerificationError or ValueError where it did not."""
    from rfc3161_client import VerifierBuilder, decode_timestamp_response

    response = decode_timestamp_response(answer)
    verifier = VerifierBuilder(
        tsa_certificate=own, intermediates=trusted.between, roots=trusted.roots, nonce=nonce
    ).build()
    verifier.verify(response, hashlib.sha512(note.encode("utf-8")).digest())
    return round(response.tst_info.gen_time.timestamp() * 1_000_000)
