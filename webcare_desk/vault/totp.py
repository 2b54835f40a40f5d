"""Codes of six digits that change every 30 seconds: TOTP (RFC 6238) over HOTP (RFC 4226)."""

import base64
import binascii
import hmac
import os
from urllib.parse import quote

from webcare_desk.errors import SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secret

STEP_SECONDS = 30
DIGITS = 6
#: What authenticator programs use when a link names nothing else.
ALGORITHM = "sha1"
_KEY_BYTES = 20  # as long as SHA-1's digest (RFC 4226 §4, R6)
_OFFSET = 0x0F
_POSITIVE = 0x7FFFFFFF
#: Steps by which the two clocks may differ, either way (RFC 6238 §5.2).
_DRIFT = 1


def new_key() -> Secret:
    """Return a fresh key as base32, the way a person can type it."""
    return Secret(base64.b32encode(os.urandom(_KEY_BYTES)).decode("ascii"))


def step_at(at: int) -> int:
    """Return the number of the 30-second step at `at` (UTC microseconds)."""
    return at // (STEP_SECONDS * 1_000_000)


def code(key: bytes, step: int, digits: int = DIGITS, algorithm: str = ALGORITHM) -> str:
    """Return the code of a step (RFC 4226 §5.3: dynamic truncation)."""
    mac = hmac.digest(key, step.to_bytes(8, "big"), algorithm)
    begin = mac[-1] & _OFFSET
    number = int.from_bytes(mac[begin : begin + 4], "big") & _POSITIVE
    return f"{number % 10**digits:0{digits}d}"


def matching_step(secret: Secret, given: str, at: int) -> int | None:
    """Return the step whose code was given, at most one off `at`; None if it is wrong."""
    key, typed = _key(secret), "".join(given.split())
    now = step_at(at)
    for step in range(now - _DRIFT, now + _DRIFT + 1):
        if hmac.compare_digest(code(key, step).encode(), typed.encode("utf-8", "surrogatepass")):
            return step
    return None


def link(secret: Secret, login: str, desk: str) -> Secret:
    """Return the otpauth link that an authenticator program reads; it holds the key.

    `desk` tells the codes of one desk from those of another in that program.
    """
    issuer = f"Webcare Desk {desk}"
    label = f"{quote(issuer)}:{quote(login, safe='')}"
    return Secret(f"otpauth://totp/{label}?secret={secret.reveal()}&issuer={quote(issuer)}")


def _key(secret: Secret) -> bytes:
    try:
        return base64.b32decode(secret.reveal(), casefold=True)
    except (binascii.Error, ValueError) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The key of this account's codes is damaged; an administrator drops it."
        )
        raise SecretError(Said.of(msg)) from error
